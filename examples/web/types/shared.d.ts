// Made from what the schemas in docs/schema have in common: `UPDATE=1 bash .ci/more schema` makes it anew.

/**
 * The whole of several targets by a rule. Counts are always there, so that no average hides a failure.
 */
export interface Aggregate {
  /**
   * The class of the whole; `null` where the rule publishes none, or too few parts were assessed.
   */
  class: Class | null
  /**
   * Its status; unknown where there is no class.
   */
  status: Status
  /**
   * The statistic of the parts' scores, to 12 decimals; `null` where the rule publishes none, or too few parts were assessed.
   */
  value: MaybeDecimal
  /**
   * The score of the whole on the next level up; `null` where it has no value.
   */
  score: MaybeDecimal
  /**
   * How many parts have a score.
   */
  assessed: number
  /**
   * How many have none, and are left out.
   */
  unassessed: number
  /**
   * The verdicts at the bottom by status, however deep the groups.
   */
  counts: Counts
}

/**
 * How the sources of a figure agree.
 */
export type Agreement = 'agree' | 'changed' | 'differ'

/**
 * A promise that was amended: which amendment is in force, and what was first promised.
 */
export interface Amended {
  /**
   * The number of the amendment in force, in the order of time: the first is 1.
   */
  number: number
  /**
   * The day from which it holds.
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
   * In what the promise in force differs from the first one, and by how much.
   */
  revisions: Revision[]
  /**
   * Where the first promise starts.
   */
  first_baseline: FactOfPoint
  /**
   * The value that was first promised, as a value of the indicator at its deadline.
   */
  first_goal: FactOfPoint
  /**
   * By when it was first promised.
   */
  first_deadline: Period
}

/**
 * The day as of which a question is asked: what was published later does not exist yet.
 *
 * A plain date leaves out figures whose publication is not dated.
 */
export interface AsOf {
  date: string
  undated: Undated
}

/**
 * Where a target stands as of a date by a rule, and everything that a reader needs to see why.
 */
export interface Assessment {
  /**
   * The target's code.
   */
  target: Code
  /**
   * The day of the question.
   */
  as_of: AsOf
  /**
   * The code of the rule that decided.
   */
  rule: Code
  /**
   * Where it stands, and what decided.
   */
  verdict: Verdict
  /**
   * The same by what was first promised, where an amendment is in force.
   */
  by_first_promise: Assessment | null
  /**
   * The figure that decided, in the target's own terms and unit; `null` where no figure did.
   */
  deciding_figure: Figure | null
  /**
   * The class that a composed rule publishes for it; `null` by the rule of this crate, whose classes are statuses.
   */
  class: Class | null
  /**
   * The plain facts, whatever the rule.
   */
  evidence: Evidence
  /**
   * The values at which the classes of `Rule::pace` begin at the figure's period, from the best class to the worst; `Missing::NotForThisRule` of a composed rule, published or your own.
   */
  cuts: FactOfListOfCutValue
  /**
   * Where each part stands, of a target that is [of each](crate::Of::Each) along a dimension: all of the above is then that of the part which decided. `null` of any other target.
   */
  parts: PartsAssessment | null
}

/**
 * A closed run of numbers from a lower to an upper edge, both in it.
 */
export interface Band {
  /**
   * The lower edge.
   */
  low: Decimal
  /**
   * The upper edge.
   */
  high: Decimal
}

/**
 * What a reader should know beside a status.
 */
export type Caveat =
  | 'provisional'
  | 'estimated'
  | 'approximate'
  | 'published_not_before'
  | 'publication_undated'
  | 'undated_left_out'
  | 'deadline_value_pending'
  | 'newer_figure_is_only_a_bound'
  | 'newer_figure_is_partial'
  | 'early'
  | 'lost'
  | 'baseline_revised'
  | 'series_break'
  | 'sum_has_gap'
  | 'periods_unknown'
  | 'too_close_to_call'
  | 'before_the_deadline'
  | 'longer_period'
  | 'other_phase'
  | 'estimated_before_its_end'
  | 'old_figure'
  | 'exact_years'
  | 'will_overshoot'
  | 'drifting_to_the_limit'
  | 'stopped_at_the_edge'
  | 'outside_of_possible'
  | 'source_changed'
  | 'sources_differ'
  | 'other_source'
  | 'within_uncertainty'
  | 'imputed'
  | 'low_reliability'
  | 'definition_differs'
  | 'not_significant'
  | 'total_contradicts_parts'
  | 'baseline_of_another_length'
  | 'milestones_before_revision'
  | 'reported_undone'
  | 'amended_after_deadline'
  | 'parts_unknown'
  | 'milestone_missed'
  | 'baseline_newer_than_figure'

export type Caveats = Caveat[]

/**
 * Where something was promised or stated.
 */
export interface Citation {
  /**
   * The title of the document.
   */
  document: Text
  /**
   * Its address.
   */
  url: string | null
  /**
   * The exact words.
   */
  quote: Text | null
}

/**
 * A class of a rule: its published name, and the status of this crate that it comes nearest to.
 */
export interface Class {
  name: string
  status: Status
}

/**
 * an ASCII letter or digit, then letters, digits, `-`, `_`, `.`; at most 64 characters. Pillars have a code each, indicators too, and targets and deliverables together
 */
export type Code = string

/**
 * How many promises have each status. Statuses are counted whatever an average says.
 */
export interface Counts {
  /**
   * Promises whose bound is met.
   */
  achieved: number
  /**
   * Promises that are ahead of their path.
   */
  ahead: number
  /**
   * Promises on their path.
   */
  on_track: number
  /**
   * Promises behind their path.
   */
  lagging: number
  /**
   * Promises far behind their path.
   */
  off_track: number
  /**
   * Promises that move away from their goal.
   */
  worsening: number
  /**
   * Promises that were not kept.
   */
  missed: number
  /**
   * Promises of which nothing is due yet.
   */
  not_due: number
  /**
   * Promises of which nobody can say.
   */
  unknown: number
}

/**
 * The value at which a class of a rule begins.
 */
export interface CutValue {
  /**
   * The class that begins here.
   */
  status: Status
  /**
   * The pace at which it begins.
   */
  cut: Decimal
  /**
   * The value of the indicator at that pace; of things that come one by one, the first whole number of them that has it.
   */
  value: Decimal
  /**
   * Observed − value.
   */
  distance: Decimal
}

/**
 * Year, month and day.
 */
export type Day = string

/**
 * A decimal number, as a string: no digit is lost on the way.
 */
export type Decimal = string

/**
 * How far a deliverable has come.
 */
export type DeliveryState = 'not_started' | 'under_way' | 'completed' | 'in_use' | 'cancelled'

/**
 * The direction in which a value gets better.
 */
export type Direction = 'rising' | 'falling'

/**
 * The first day on which something can have been published.
 */
export interface EarliestDate {
  /**
   * The first day on which it can have been published, where only that is known.
   */
  not_before: Day
}

/**
 * The plain facts about one target as of a date.
 *
 * *Required* always means: from there to the goal by the deadline, and of the next milestone: to that by its period. *So far* means: from the baseline to the figure.
 *
 * Values are in the target's unit; of a cumulative goal they are sums since the baseline, and of yearly rates an index that begins with 1. Rates are fractions a year (0.05 is 5 %), changes are units a year, shares and quotients are fractions. Values and rates are rounded once, half-even, to the digits that a decimal holds. No verdict reads what is rounded.
 *
 * Each fact is a value, or says by itself why there is none:
 *
 * | reason | where it stands | |---|---| | `Missing::NoObservation`, `Missing::NothingPublished`, `Missing::OnlyUndated`, `Missing::PartialPeriod` … | in all that read a figure, where there is none that can be read | | `Missing::NoBaseline`, `Missing::NoBaselineValue`, `Missing::BaselineIsOnlyABound` | in all that count from the baseline | | `Missing::OnlyABound` | in all that need the figure's value, where only limits of it are known | | `Missing::SeriesBreak` | in all that set the figure beside the baseline, where the definition changed between them | | `Missing::NotForThisGoal` | in what such a goal has not: growth of a sum, an arrival of a limit, a breach of a goal to be reached, a way of what is kept period by period | | `Missing::NoWay` | in the share of the way and the pace, where the baseline is at the goal already | | `Missing::AlreadyMet` | in what is required from now on, where the bound is met and is no limit | | `Missing::AlreadyExceeded` | in the breach of a limit that is exceeded, and in what is required from now on where that was after the figure | | `Missing::NoTimeLeft` | in what is required from now on, in the arrival and in the breach, where the deadline is over | | `Missing::Growth` | in growth, where there is none between such values: from or through zero | | `Missing::GoalUnstated` | in all but the figure, where the promise lacks its number |
 */
export interface Evidence {
  /**
   * Whether the promise is a limit to be kept within, and not a goal to be reached: what is *required* of it is what is allowed, its way is the room between the baseline and the bound, and its pace the share that the path expects ÷ the share of the room that is spent.
   */
  is_limit: boolean
  /**
   * Where the promise starts: the baseline's period and value, as the plan states it or as it was known of the series. The sum 0 for a cumulative goal, the index 1 for rates.
   */
  baseline: FactOfPoint
  /**
   * The promised value of the indicator at the deadline, in the target's unit; of a band the edge to which the way leads.
   */
  goal: FactOfPoint
  /**
   * Both edges of a band that is promised (`Bound::Within`), as values of the indicator at the deadline: of a change they follow the baseline. `Missing::NotForThisGoal` where the promise has one bound.
   */
  goal_band: FactOfBand
  /**
   * The figure that the facts below are computed from, in the target's unit and in the promise's own terms (a sum since the baseline, a sum of parts): the latest one with a value, up to the deadline. Of what is kept period by period, that of the latest period of which it is known.
   */
  observed: FactOfFigure
  /**
   * How far the true value may lie from that figure, as its publisher says; `null` where nobody says so. It decides nothing: a caveat tells where the other end of the range has another status.
   */
  uncertainty: Uncertainty | null
  /**
   * A newer figure that is only a bound, as *fewer than 10*; `null` where the latest figure has a value.
   */
  newer_bound: Figure | null
  /**
   * The time from the end of the figure's period, or where none has a value, of the newest bound's, to the day of the question, in years. What is of the beginning or the middle of its period is as old as that.
   */
  age: FactOfYears
  /**
   * The value that the path expects at the figure's period, or where no figure has a value, at that of the newest bound. A limit that is held expects its bound all along, and of a band the edge towards which the figure has moved from the baseline.
   */
  expected: FactOfDecimal
  /**
   * The expected value that decides: for things that come one by one, a whole number of them, rounded to the side that is easier to meet; else, where no growth or S-curve leads to that number, and where the promised value itself is expected, the expected value.
   */
  expected_to_decide: FactOfDecimal
  /**
   * Observed − the expected value [that decides](Self::expected_to_decide): above 0, the figure is higher than the path, be that better or worse.
   */
  gap: FactOfDecimal
  /**
   * (Observed − baseline) ÷ (goal − baseline): the share of the way that is gone, of the room of a limit that is spent; of logarithms on constant growth, and of log odds on an S-curve. Below 0 where it moved away, above 1 beyond the goal. To 12 decimals.
   */
  share_of_way: FactOfDecimal
  /**
   * (Expected − baseline) ÷ (goal − baseline), likewise: the share of the way that the path expects at the figure's period, of a limit that is held 1. To 12 decimals.
   */
  share_expected: FactOfDecimal
  /**
   * The share of the time from baseline to deadline that is gone at the figure's period. To 12 decimals.
   */
  share_of_time: FactOfDecimal
  /**
   * Share of the way ÷ share that the path expects; of a limit the other way round, so that more is better: 1 is on the path. It is what the rule of this crate cuts into classes. `Missing::NothingDueYet` where the path expects nothing, `Missing::NothingSpent` where nothing of a limit's room is spent. To 12 decimals.
   */
  pace: FactOfDecimal
  /**
   * Observed ÷ goal (完成率), of values that are not negative (`Missing::NegativeParts`), whichever way leads to it: falling, it comes down to 1. To 12 decimals.
   */
  completion: FactOfDecimal
  /**
   * Observed ÷ expected, of values that are not negative. To 12 decimals.
   */
  observed_to_expected: FactOfDecimal
  /**
   * Goal − observed: what is left to go, or of a limit the room that is left; its sign is that of the way.
   */
  remaining: FactOfDecimal
  /**
   * The compound rate of growth a year from the baseline to the figure: (observed ÷ baseline)^(1 ÷ years) − 1.
   */
  growth_so_far: FactOfRate
  /**
   * The compound rate of growth a year that was required from the baseline: (goal ÷ baseline)^(1 ÷ years) − 1.
   */
  growth_required: FactOfRate
  /**
   * The compound rate of growth a year that is required from the figure on: (goal ÷ observed)^(1 ÷ years left) − 1, where the goal is the nearest value that the verdict counts as met: the edge of a published tolerance, the nearer edge of a band. Once the deadline is past, nothing is any more.
   */
  growth_required_from_now: FactOfRate
  /**
   * The change per year from the baseline to the figure, (observed − baseline) ÷ years; of a sum, the average yearly flow.
   */
  change_so_far: FactOfDecimal
  /**
   * The change per year that was required from the baseline: (goal − baseline) ÷ years.
   */
  change_required: FactOfDecimal
  /**
   * The change per year that is required from the figure on, to the nearest value that the verdict counts as met; of a limit, what it still allows. Once the deadline is past, nothing is any more.
   */
  change_required_from_now: FactOfDecimal
  /**
   * The movement required from now on ÷ the movement so far: of growth where the path grows by a rate and one is known, else of the change per year. To 12 decimals.
   */
  times_faster: FactOfDecimal
  /**
   * The value at the deadline if the pace so far goes on: the same growth a year where the path grows by a rate, along the curve where it is an S-curve, else the same change a year; through milestones too. It stops at the edge of what is possible.
   */
  projection: FactOfDecimal
  /**
   * The first period that meets the bound if the pace so far goes on: of the goal's own length for averages and for sums of a period, else a month, or a day where the deadline lies within a month. `Missing::Never` where that is not within 200 years of the deadline.
   */
  arrival: FactOfPeriod
  /**
   * The first period in which a limit is exceeded if the pace so far goes on, as a budget is that is used up: as long as those of the `arrival`. `Missing::NeverExceeded` where the pace does not lead there within 200 years of the deadline, or, of a budget and of average growth, by it, `Missing::AlreadyExceeded` where the figure is outside already, and `Missing::NotForThisGoal` where milestones may allow that for a while. Once the deadline is past there is none (`Missing::NoTimeLeft`).
   */
  breach: FactOfPeriod
  /**
   * How the periods went in which the promise was to hold, of a goal that is looked at period by period (`Goal::Keep`, `Goal::Trend`).
   */
  record: FactOfRecord
  /**
   * How the milestones went whose periods are over, in the order of time; none of a target without any.
   */
  milestones: FactOfListOfMilestoneOutcome
  /**
   * The next milestone after the figure, due on the day of the question or later, and what it requires from the figure on; `null` where none is to come.
   */
  next_milestone: NextMilestone | null
  /**
   * The first promise; `null` unless an amendment is in force.
   */
  amended: Amended | null
}

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfBand =
  | {
      value: Band
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfDecimal =
  | {
      value: Decimal
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfFigure =
  | {
      value: Figure
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfListOfCutValue =
  | {
      value: CutValue[]
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfListOfMilestoneOutcome =
  | {
      value: MilestoneOutcome[]
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfPeriod =
  | {
      value: Period
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfPoint =
  | {
      value: Point
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfRate =
  | {
      value: Rate
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfRecord =
  | {
      value: Record
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A fact: its value, or the reason why there is none.
 */
export type FactOfYears =
  | {
      value: Years
      reason: null
    }
  | {
      value: null
      reason: Missing
    }

/**
 * A figure as it was known: the latest vintage of one observation, or the sum of several.
 */
export interface Figure {
  /**
   * The days that the figure covers, at whose end it stands.
   */
  period: Period
  /**
   * The value that was read, or its limits.
   */
  reading: Reading
  /**
   * What the publisher says of the figure; of a sum, of any of its parts.
   */
  status: Flags
  /**
   * When the figure was published, as far as it is known; of a sum, that of the latest and vaguest part.
   */
  published: Published
  /**
   * How its sources agree; of a sum, of the part of which they do least.
   */
  agreement: Agreement
}

export type Flags = ObservationStatus[]

/**
 * What decided a status.
 */
export type Ground =
  | {
      code: 'bound_met'
    }
  | {
      code: 'bound_not_met'
    }
  | {
      code: 'pace'
    }
  | {
      code: 'in_class'
    }
  | {
      code: 'nothing_due_yet'
    }
  | {
      code: 'no_way'
    }
  | {
      code: 'overshot'
    }
  | {
      code: 'within_limit'
    }
  | {
      code: 'limit_exceeded'
    }
  | {
      code: 'deadline_between_figures'
      /**
       * The period of the figure before the deadline.
       */
      before: Period
      /**
       * The period of the figure after the deadline.
       */
      after: Period
    }
  | {
      code: 'met_before_baseline'
    }
  | {
      code: 'kept'
    }
  | {
      code: 'broken_before'
      /**
       * The last period that was not kept.
       */
      period: Period
    }
  | {
      code: 'broken'
      /**
       * The period.
       */
      period: Period
    }
  | {
      code: 'reversed'
      /**
       * The period.
       */
      period: Period
    }
  | {
      code: 'delivered'
      /**
       * The day of the report.
       */
      on: string
    }
  | {
      code: 'delivered_late'
      /**
       * The day of the first report that it is done.
       */
      on: string
    }
  | {
      code: 'cancelled'
      /**
       * The day of the report.
       */
      on: string
    }
  | {
      code: 'not_delivered'
      /**
       * The day of the report.
       */
      on: string
    }
  | {
      code: 'not_due_yet'
    }
  | {
      code: 'not_begun'
      /**
       * The last day before it.
       */
      until: string
    }
  | {
      code: 'not_promised_yet'
      /**
       * The day of publication.
       */
      until: string
    }
  | {
      code: 'no_period_over'
      /**
       * How long such a period is.
       */
      length: Length
    }

/**
 * The whole of a group of targets by one rule.
 */
export interface GroupWhole {
  /**
   * The code of the indicator or pillar.
   */
  code: Code
  /**
   * Its whole.
   */
  whole: Aggregate
}

/**
 * From a lower limit to an upper one, at least one of them there.
 */
export interface Interval {
  at_least?: Decimal
  at_most?: Decimal
  less_than?: Decimal
  more_than?: Decimal
}

/**
 * What a `Goal::Unstated` lacks.
 */
export type Lacks = 'number' | 'bound' | 'reference'

/**
 * A length of time: a duration of ISO 8601 in years, months or days.
 */
export type Length = string

export type MaybeDecimal = Decimal | null

/**
 * What a composed rule measured, and the class into which it cut it: each number to 12 decimals, half-even.
 */
export interface Measured {
  /**
   * The class: a place in the `classes` of the rule; `null` where it has none for the number.
   */
  class: number | null
  /**
   * The number that is cut into classes, which `Scale::measures` names; `null` where it is beyond every number, or nothing was measured.
   */
  value: MaybeDecimal
  /**
   * The movement that the rule observed, with its own sign: a rate as a fraction per year, a change in units per year, or a share of the way. `null` where it reads none.
   */
  observed: MaybeDecimal
  /**
   * The movement that the rule requires, in the same terms; `null` where it requires none.
   */
  required: MaybeDecimal
  /**
   * Observed ÷ required, as the rule divides them; `null` where it does not.
   */
  ratio: MaybeDecimal
  /**
   * The score on the rule's own range; `null` where the class has none.
   */
  score: MaybeDecimal
}

/**
 * How a milestone went whose period is over.
 */
export interface MilestoneOutcome {
  /**
   * The milestone, as a value of the indicator.
   */
  milestone: Point
  /**
   * Whether it was kept or broken; `null` where that is not known.
   */
  outcome: Outcome | null
  /**
   * The figure of the milestone's period; `null` where none is known.
   */
  figure: Figure | null
}

/**
 * Why there is no number, or no answer.
 */
export type Missing =
  | {
      code: 'nothing_due_yet'
    }
  | {
      code: 'met_before_baseline'
    }
  | {
      code: 'not_reported'
    }
  | {
      code: 'no_observation'
    }
  | {
      code: 'nothing_published'
    }
  | {
      code: 'only_undated'
    }
  | {
      code: 'partial_period'
      /**
       * The part: the newest one.
       */
      period: Period
      /**
       * How long the goal's own period is.
       */
      needed_length: Length
      /**
       * The first period that is missing between the parts of such a period, where more than one was published.
       */
      missing: Period | null
    }
  | {
      code: 'no_figure_at_deadline'
      /**
       * The period of the figure before the deadline, if there is any.
       */
      before: Period | null
      /**
       * The period of the figure after the deadline, if there is any.
       */
      after: Period | null
    }
  | {
      code: 'other_periods'
      /**
       * How long the newest one is.
       */
      found_length: Length
      /**
       * How long the goal's own period is.
       */
      needed_length: Length
    }
  | {
      code: 'chain_broken'
      /**
       * The first missing period.
       */
      period: Period
    }
  | {
      code: 'stale'
      /**
       * The period of the last figure.
       */
      period: Period
      /**
       * Its age.
       */
      age: Years
    }
  | {
      code: 'no_baseline_value'
      /**
       * The baseline's period.
       */
      period: Period
    }
  | {
      code: 'no_baseline'
    }
  | {
      code: 'baseline_is_only_a_bound'
      /**
       * The baseline's period.
       */
      period: Period
    }
  | {
      code: 'only_a_bound'
      /**
       * The period of the newest limit.
       */
      period: Period
    }
  | {
      code: 'bound_leaves_open'
      /**
       * The period of the figure.
       */
      period: Period
    }
  | {
      code: 'periods_unknown'
      /**
       * How many.
       */
      count: number
    }
  | {
      code: 'parts_unknown'
      /**
       * How many.
       */
      count: number
    }
  | {
      code: 'too_few_figures'
      /**
       * How many it needs.
       */
      needed: number
      /**
       * How many there are.
       */
      found: number
    }
  | {
      code: 'years_too_near'
      /**
       * How many years lie between the two at the least.
       */
      needed: number
      /**
       * How many do.
       */
      found: number
    }
  | {
      code: 'repeated_year'
      /**
       * The period of the second one.
       */
      period: Period
    }
  | {
      code: 'goal_unstated'
      /**
       * What the goal lacks.
       */
      lacks: Lacks
    }
  | {
      code: 'not_verifiable'
    }
  | {
      code: 'tolerance_not_stated'
    }
  | {
      code: 'unit_mismatch'
    }
  | {
      code: 'other_part'
    }
  | {
      code: 'series_break'
      /**
       * The first period of the new definition.
       */
      period: Period
    }
  | {
      code: 'not_configured'
    }
  | {
      code: 'no_classes'
    }
  | {
      code: 'not_for_this_rule'
    }
  | {
      code: 'not_for_this_goal'
    }
  | {
      code: 'no_time_elapsed'
    }
  | {
      code: 'no_time_left'
    }
  | {
      code: 'already_met'
    }
  | {
      code: 'already_exceeded'
    }
  | {
      code: 'no_way'
    }
  | {
      code: 'nothing_spent'
    }
  | {
      code: 'divided_by_zero'
    }
  | {
      code: 'negative_parts'
    }
  | {
      code: 'no_movement_so_far'
    }
  | {
      code: 'never'
    }
  | {
      code: 'never_exceeded'
    }
  | {
      code: 'outside_path'
    }
  | {
      code: 'growth'
      /**
       * Why not: the code of the error of growth, such as `crossing`.
       */
      why: string
      /**
       * The same in English words, which may change.
       */
      error: string
    }

/**
 * How a target obliges.
 */
export type Nature = 'binding' | 'anticipatory'

/**
 * The next milestone of a promise, and what it requires from the figure on; of a limit, what it allows.
 *
 * The two facts are missing for the reasons for which those [to the goal](super::Evidence) are; `Missing::AlreadyMet` says that the figure is at the milestone or beyond it.
 */
export interface NextMilestone {
  /**
   * The period at whose end the value is due.
   */
  period: Period
  /**
   * The value.
   */
  value: Decimal
  /**
   * The compound rate of growth a year that leads from the figure to the milestone: (milestone ÷ observed)^(1 ÷ years until then) − 1.
   */
  growth_required_from_now: FactOfRate
  /**
   * The change per year from the figure to the milestone, (milestone − observed) ÷ years until then.
   */
  change_required_from_now: FactOfDecimal
}

/**
 * What a publisher says of a figure, in the words of SDMX's list `CL_OBS_STATUS`.
 *
 * A figure may have several: the first one after a break can be provisional too.
 */
export type ObservationStatus =
  | 'normal'
  | 'break'
  | 'provisional'
  | 'estimated'
  | 'imputed'
  | 'forecast'
  | 'low_reliability'
  | 'definition_differs'
  | 'not_significant'
  | 'missing'
  | 'confidential'
  | 'not_applicable'

/**
 * How one period went.
 */
export type Outcome = 'kept' | 'broken' | 'reversed'

/**
 * Where one part of a target stands.
 */
export interface PartAssessment {
  /**
   * The code of the breakdown.
   */
  breakdown: Code
  /**
   * The assessment.
   */
  assessment: Assessment
}

/**
 * Where the parts of a target stand, each of which has to keep its promise.
 */
export interface PartsAssessment {
  /**
   * The dimension along which they are parts.
   */
  dimension: Code
  /**
   * The breakdown that decided, the worst of those known; `null` where nobody can say of the whole.
   */
  deciding_part: Code | null
  /**
   * How many of the parts nobody can say of.
   */
  unknown: number
  /**
   * How far the figures of two parts lie apart; `null` where there are no two of one period.
   */
  widest_gap: WidestGap | null
  /**
   * Each part, in the order of the document. None by the first promise: that stands within each part, as its `by_first_promise`.
   */
  all: PartAssessment[]
}

/**
 * a year, half, quarter, month or day, or a first day and a length in years, months or days; always a string
 */
export type Period = string

/**
 * How one period went, and the figure that tells it.
 */
export interface PeriodOutcome {
  /**
   * The period in which the promise was to hold.
   */
  period: Period
  /**
   * Whether it was kept, broken, or went the wrong way.
   */
  outcome: Outcome
  /**
   * The figure of the period, in the unit of the target.
   */
  figure: Figure
}

/**
 * The whole of a plan as one rule publishes it: targets to indicators, to pillars, to the plan. Only principal targets count, and an indicator or a pillar without any is no part of the next level up.
 */
export interface PlanWhole {
  /**
   * The rule's code.
   */
  rule: Code
  /**
   * Each indicator, in the order of the document.
   */
  indicators: GroupWhole[]
  /**
   * Each pillar, in the order of the document: the whole of its indicators.
   */
  pillars: GroupWhole[]
  /**
   * The plan: the whole of its pillars.
   */
  plan: Aggregate
}

/**
 * A value promised for a period: an interim value on the way to a goal, or any other point of a path.
 */
export interface Point {
  /**
   * The period at whose end the value is due.
   */
  period: Period
  /**
   * The value.
   */
  value: Decimal
}

/**
 * When a figure was published.
 */
export type Published =
  | {
      on: string
    }
  | {
      not_before: string
    }
  | 'unstated'

/**
 * A compound rate of growth per year, as a fraction: 0.05 is +5 % a year.
 *
 * A rate is above −1: at −100 % a year nothing would be left, and no growth leads back.
 */
export type Rate = string

/**
 * The reading of a figure: a number, limits, or nothing.
 */
export type Reading =
  | {
      exact: Decimal
    }
  | {
      approximate: Decimal
    }
  | {
      interval: Interval
    }
  | 'missing'

/**
 * Why a status was given: what decided, or why nobody can say.
 *
 * "No data", "cannot be computed", "badly configured" and "off track" are different things, and each has its reasons. A missing reason always leaves a status `Unknown`. A ground gives another status, unless a class of a composed rule says by itself that nobody can tell.
 *
 * In JSON both are `{"code": …}` with their fields beside it; where there is no such growth, `why` is the code of its error (`{"code": "growth", "why": "crossing", …}`).
 */
export type Reason = Ground | Missing

/**
 * How the periods went that a promise was to hold in.
 *
 * Periods count from the first that lies wholly after the baseline, and are due when they are over, or decided before: what happened of a sum that cannot be negative is never undone.
 */
export interface Record {
  /**
   * Periods that are over, and a running one that is broken, or kept, already.
   */
  due: number
  /**
   * Periods of which it is known that the promise held.
   */
  kept: number
  /**
   * Periods of which it is known that it did not.
   */
  broken: number
  /**
   * Periods of which it is not known.
   */
  unknown: number
  /**
   * Periods that are not due; `null` where each figure counts as it comes.
   */
  to_come: number | null
  /**
   * How the latest period went of which that is known; `null` where it is known of none.
   */
  latest_outcome: PeriodOutcome | null
  /**
   * The last period in which the promise did not hold; `null` where it held in all that are known.
   */
  last_broken: Period | null
  /**
   * The last period in which the promise held; `null` where it held in none that is known.
   */
  last_kept: Period | null
  /**
   * The caveats of figures that are intervals, be it of unknown periods: sources differ, or a figure that is newer than the latest outcome is only a bound.
   */
  caveats: Caveats
}

/**
 * One thing in which a promise differs from what was promised before, and by how much.
 *
 * A goal is tightened if fewer values meet it: of 80 % at least by 85 %, of 80 at most by 75, of a cut of 20 % by one of 25 %. Its words speak of the number, or of the size of a cut, and need both promises: `Target::revisions_in_words`.
 */
export type Revision =
  | {
      code: 'goal_tightened'
      /**
       * How far the new number lies from the old one.
       */
      by: Decimal
    }
  | {
      code: 'goal_loosened'
      /**
       * How far the new number lies from the old one.
       */
      by: Decimal
    }
  | {
      code: 'goal_replaced'
    }
  | {
      code: 'reference_redefined'
    }
  | {
      code: 'baseline_redefined'
    }
  | {
      code: 'postponed'
      /**
       * From the end of the old deadline to that of the new one.
       */
      by: Length
    }
  | {
      code: 'brought_forward'
      /**
       * From the end of the new deadline to that of the old one.
       */
      by: Length
    }
  | {
      code: 'deadline_redefined'
    }
  | {
      code: 'limit_changed'
    }
  | {
      code: 'path_changed'
    }
  | {
      code: 'milestones_changed'
    }

/**
 * Where a promise stands.
 *
 * "No data", "cannot be computed" and "off track" are different things: what is not known is `Unknown`, with a `Reason` that says why.
 */
export type Status =
  'achieved' | 'ahead' | 'on_track' | 'lagging' | 'off_track' | 'worsening' | 'missed' | 'not_due' | 'unknown'

/**
 * An author's words, or a map from language tag to words; the first language stands in for those that are not there.
 */
export type Text =
  | string
  | {
      [k: string]: string
    }

/**
 * How far the true value may lie from a published one, as its publisher says: by a range, or by a standard error.
 */
export interface Uncertainty {
  /**
   * The lower end of the range, in the unit of the series.
   */
  from: Decimal | null
  /**
   * Its upper end.
   */
  to: Decimal | null
  /**
   * How often such a range holds the true value, as a fraction, if that is stated.
   */
  confidence: Decimal | null
  /**
   * The standard error, from 0 on, in the unit of the series.
   */
  standard_error: Decimal | null
}

/**
 * What to do with figures whose publication nobody dated.
 */
export type Undated = 'leave_out' | 'include'

/**
 * Where a promise stands by a rule, and why.
 */
export interface Verdict {
  /**
   * Where the promise stands.
   */
  status: Status
  /**
   * What decided, or why nobody can say: a `Missing` reason leaves the status unknown.
   */
  reason: Reason
  /**
   * What a reader should know beside it: that the figure is provisional, say.
   */
  caveats: Caveats
  /**
   * The period of the figure that decided; `null` where no figure did.
   */
  deciding_period: Period | null
  /**
   * The status that the last figure would give, where it is too old to say anything of today, or leaves it unknown how a promise ended whose deadline is over.
   */
  last_status: Status | null
  /**
   * What a composed rule measured; `null` by the rule of this crate, and where nothing could be measured.
   */
  measured: Measured | null
}

/**
 * What one rule says of one target.
 */
export interface VerdictByRule {
  /**
   * The rule's code.
   */
  rule: Code
  /**
   * The published name of the verdict's class; the name of its status (`on_track`) where the rule publishes none.
   */
  class: string
  /**
   * The verdict, by the promise in force on the day of the question.
   */
  verdict: Verdict
  /**
   * The rule's verdict by what was first promised; `null` unless an amendment is in force.
   */
  by_first_promise: Verdict | null
}

/**
 * The widest gap between the figures of two parts, of the newest period of which two are known.
 */
export interface WidestGap {
  /**
   * The period of both figures.
   */
  period: Period
  /**
   * The breakdown with the lowest one.
   */
  lowest: Code
  /**
   * The breakdown with the highest one.
   */
  highest: Code
  /**
   * Highest − lowest.
   */
  difference: Decimal
}

/**
 * A span of time in years, to 12 decimals.
 */
export type Years = string
