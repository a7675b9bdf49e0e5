// Made from docs/schema/comparison.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  AsOf,
  Code,
  Evidence,
  VerdictByRule,
} from './shared'
export type {
  Agreement,
  Amended,
  AsOf,
  Band,
  Caveat,
  Caveats,
  Citation,
  Code,
  Decimal,
  Evidence,
  FactOfBand,
  FactOfDecimal,
  FactOfFigure,
  FactOfListOfMilestoneOutcome,
  FactOfPeriod,
  FactOfPoint,
  FactOfRate,
  FactOfRecord,
  FactOfYears,
  Figure,
  Flags,
  Ground,
  Interval,
  Lacks,
  Length,
  MaybeDecimal,
  Measured,
  MilestoneOutcome,
  Missing,
  NextMilestone,
  ObservationStatus,
  Outcome,
  Period,
  PeriodOutcome,
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
  VerdictByRule,
  Years,
} from './shared'

/**
 * One target under several rules: the facts once, and what each rule makes of them.
 *
 * Written out (`{}`) it is a table in Markdown as of a `PlanComparison`, with one target.
 */
export interface Comparison {
  /**
   * The target's code.
   */
  target: Code
  /**
   * The day of the question.
   */
  as_of: AsOf
  /**
   * The plain facts, the same for every rule.
   */
  evidence: Evidence
  /**
   * What each rule says, in the order of the rules.
   */
  verdicts: VerdictByRule[]
}
