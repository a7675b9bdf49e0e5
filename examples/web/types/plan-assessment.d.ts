// Made from docs/schema/plan-assessment.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  AsOf,
  Assessment,
  Caveats,
  Citation,
  Class,
  Code,
  Counts,
  Decimal,
  DeliveryState,
  MaybeDecimal,
  Nature,
  Period,
  PlanWhole,
  Reason,
  Revision,
  Status,
  Text,
} from './shared'
export type {
  Aggregate,
  Agreement,
  Amended,
  AsOf,
  Assessment,
  Band,
  Caveat,
  Caveats,
  Citation,
  Class,
  Code,
  Counts,
  CutValue,
  Decimal,
  DeliveryState,
  Evidence,
  FactOfBand,
  FactOfDecimal,
  FactOfFigure,
  FactOfListOfCutValue,
  FactOfListOfMilestoneOutcome,
  FactOfPeriod,
  FactOfPoint,
  FactOfRate,
  FactOfRecord,
  FactOfYears,
  Figure,
  Flags,
  Ground,
  GroupWhole,
  Interval,
  Lacks,
  Length,
  MaybeDecimal,
  Measured,
  MilestoneOutcome,
  Missing,
  Nature,
  NextMilestone,
  ObservationStatus,
  Outcome,
  PartAssessment,
  PartsAssessment,
  Period,
  PeriodOutcome,
  PlanWhole,
  Point,
  Published,
  Rate,
  Reading,
  Reason,
  Record,
  Revision,
  Status,
  Text,
  Uncertainty,
  Undated,
  Verdict,
  WidestGap,
  Years,
} from './shared'

/**
 * Where a plan stands as of a date by a rule.
 */
export interface PlanAssessment {
  /**
   * The plan's code.
   */
  plan: Code
  /**
   * The day of the question.
   */
  as_of: AsOf
  /**
   * The code of the rule that decided.
   */
  rule: Code
  /**
   * The classes that a composed rule publishes, as `Rule::classes` lists them; none by the rule of this crate, whose classes are statuses.
   */
  classes: Class[] | null
  /**
   * Its pillars, in the order of the document.
   */
  pillars: PillarAssessment[]
  /**
   * Its targets in a few numbers; each pillar counts by its weight, which its principal targets share. What is not due, or unknown, takes its share of it away.
   */
  summary: Summary
  /**
   * Its deliverables by status.
   */
  deliverable_counts: Counts
  /**
   * The whole as the rule publishes it, where it publishes one.
   */
  whole: PlanWhole | null
  /**
   * The codes of the principal targets that somebody should look at, the most pressing first: missed, worsening, off track, lagging; then binding ones, those that weigh more in the plan, slower ones, and those that stand earlier in the document.
   */
  attention: Code[]
  /**
   * The codes of the deliverables that somebody should look at, in the same order, without those that restate another one. Nobody calls a deliverable binding.
   */
  deliverable_attention: Code[]
  /**
   * The codes of what has gone silent, so that nobody can say where it stands, and it needs no attention by its status: principal targets whose last figure is too old, by the status that it would give and then in the order of attention; behind them deliverables of which nothing was reported since their deadline.
   */
  overdue: Code[]
}

/**
 * A deliverable whose deadline was amended, beside what was first promised.
 */
export interface AmendedDeliverable {
  /**
   * The day from which the amendment in force holds.
   */
  since: string
  /**
   * Why the amendment was made; `null` unless its author says.
   */
  why: Text | null
  /**
   * Where the amendment is stated, if a source is named.
   */
  citation: Citation | null
  /**
   * Whether it is due later or earlier than it was first promised, and by how much; none where it is due as first promised again.
   */
  revision: Revision | null
  /**
   * By when it was first promised.
   */
  first_deadline: Period
  /**
   * Where it would stand by that.
   */
  status_by_first_promise: Status
  /**
   * The ground or missing fact that would decide.
   */
  reason_by_first_promise: Reason
  /**
   * The share that is done ÷ the share of the time to that, where that would decide. To 12 decimals.
   */
  pace_by_first_promise: MaybeDecimal
}

/**
 * Where a deliverable stands as of a date.
 */
export interface DeliverableAssessment {
  /**
   * The deliverable's code.
   */
  deliverable: Code
  /**
   * Where it stands.
   */
  status: Status
  /**
   * What decided, or why nobody can say: what has no criterion, title or opening that shows it is never scored.
   */
  reason: Reason
  /**
   * What a reader should know beside: that it was reported undone after it had been done, say.
   */
  caveats: Caveats
  /**
   * The share that is done ÷ the share of its time that is gone by then, where that decided: 1 is on time. To 12 decimals.
   */
  pace: MaybeDecimal
  /**
   * The share of its time that was gone on the day of the report by which the pace is, where that decided. To 12 decimals.
   */
  share_of_time: MaybeDecimal
  /**
   * By when it was first promised, and where it would stand by that, where an amendment is in force.
   */
  amended: AmendedDeliverable | null
  /**
   * The latest report that was known on the day of the question; `null` where there is none.
   */
  latest_report: Report | null
}

/**
 * Where a pillar stands.
 */
export interface PillarAssessment {
  /**
   * The pillar's code.
   */
  pillar: Code
  /**
   * Its targets, in the order of the document.
   */
  targets: TargetAssessment[]
  /**
   * Its deliverables, in the order of the document.
   */
  deliverables: DeliverableAssessment[]
  /**
   * Its targets in a few numbers.
   */
  summary: Summary
  /**
   * Its deliverables by status; those that restate another one are not counted.
   */
  deliverable_counts: Counts
}

/**
 * The parts of a report that a reader needs; the whole of it stands among the observations.
 */
export interface Report {
  /**
   * How far it had come.
   */
  state: DeliveryState
  /**
   * The day on which it was so.
   */
  on: string
  /**
   * How much of it was done, where that was reported.
   */
  share_done: MaybeDecimal
}

/**
 * The whole of some targets in a few numbers.
 *
 * Only principal targets count. Coverage is the part that could be judged of those of which something is due. The score is the weighted mean of
 *
 * ```text achieved                1 judged by its pace      the pace, not below 0 and not above 1 missed                  the share of the way, likewise; 0 if there is none, or beyond a band kept period by period   periods kept ÷ periods known budget                  1, or what the time allows ÷ what is spent where that is less ```
 *
 * Unknown promises are left out of it, and their weight is shown beside it. Below a coverage by weight of one half there is no score.
 */
export interface Summary {
  /**
   * Principal targets by status.
   */
  counts: Counts
  /**
   * Binding principal targets by status: a missed one is never averaged away.
   */
  binding: Counts
  /**
   * The share of targets that could be judged, of those of which something is due; `null` where nothing is due. To 12 decimals.
   */
  coverage_by_count: MaybeDecimal
  /**
   * The same share by weight. To 12 decimals.
   */
  coverage_by_weight: MaybeDecimal
  /**
   * The share of the weight due of which nobody can say; `null` where nothing is due. To 12 decimals.
   */
  unknown_weight: MaybeDecimal
  /**
   * Whether enough could be judged for a score: at least half of the weight of which something is due, exactly.
   */
  is_covered: boolean
  /**
   * The score from 0 to 1, to 12 decimals; `null` below a coverage by weight of one half, and where nothing that was judged has a number to score.
   */
  score: MaybeDecimal
}

/**
 * Where a target stands, with its place in the plan.
 */
export interface TargetAssessment {
  /**
   * The code of its indicator.
   */
  indicator: Code
  /**
   * Whether it counts by itself, and is no alternative and no restatement.
   */
  is_principal: boolean
  /**
   * How it obliges, if that is stated.
   */
  nature: Nature | null
  /**
   * Its weight in its pillar.
   */
  weight: Decimal
  /**
   * What the target adds to the score, from 0 to 1; `null` where the target is not due, unknown, or without a pace. To 12 decimals.
   */
  score: MaybeDecimal
  /**
   * The assessment.
   */
  assessment: Assessment
}
