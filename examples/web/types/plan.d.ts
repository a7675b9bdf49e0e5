// Made from docs/schema/plan.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  Day,
} from './shared'
export type {
  Day,
} from './shared'
import type {
  Citation,
  Code,
  Decimal,
  Period,
  Text,
  Unit,
} from './shared-documents'
export type {
  Citation,
  Code,
  Decimal,
  Period,
  Text,
  Unit,
} from './shared-documents'

/**
 * What was promised for a time and a place.
 */
export interface Plan {
  /**
   * How the document is to be read.
   */
  format: 1
  /**
   * Its name for machines.
   */
  code: Code
  /**
   * Its name for people.
   */
  name: Text
  /**
   * The time for which it is made; a deadline outside of it is a warning.
   */
  period: Period
  /**
   * Its parts.
   */
  pillars: Pillar[]
  /**
   * The address of a schema, by which editors help to write; nothing else reads it, and it is not written.
   */
  $schema?: string
  /**
   * Where it was published.
   */
  citation?: Citation
  /**
   * Who made it.
   */
  issuers?: Text[]
  /**
   * A note for readers.
   */
  note?: Text
  /**
   * When it was published.
   */
  published?: Day
  /**
   * For which region.
   */
  region?: Text
}

/**
 * The signed change on the baseline, in the unit.
 */
export interface AdditionGoal {
  /**
   * Which of the eight goals it is.
   */
  kind: 'addition'
  /**
   * A bound: this much or more. Exactly one bound must be there.
   */
  at_least?: Decimal
  /**
   * A bound: this much or less; lower is better. Exactly one bound must be there.
   */
  at_most?: Decimal
  /**
   * A bound: less than this; lower is better. Exactly one bound must be there.
   */
  less_than?: Decimal
  /**
   * A bound: more than this; 2,000 itself fails a `more_than` of 2,000. Exactly one bound must be there.
   */
  more_than?: Decimal
  /**
   * How far beside the bound is near enough, in its unit; `not_stated` where the plan says *basically* and nobody published how much that is. A decimal from 0 on.
   */
  tolerance?: (string | number) | 'not_stated'
  /**
   * A bound: the lower and the upper edge, both included. Exactly one bound must be there.
   *
   * @minItems 2
   * @maxItems 2
   */
  within?: [Decimal, Decimal]
}

/**
 * A later change of a target: what it does not state stays as it was.
 */
export interface Amendment {
  /**
   * From when it holds; never before it is published.
   */
  in_force: Day
  /**
   * Where it starts; a value that it states is in the definition in which the figures are published since. Left out: as before.
   */
  baseline?: Period | Baseline
  /**
   * Where it is stated.
   */
  citation?: Citation
  /**
   * The period whose value decides since. Left out: as before.
   */
  deadline?: Period
  /**
   * What is promised since: the whole goal. Left out: as before.
   */
  goal?: Goal
  /**
   * Whether it is a limit since. Left out: as before; of another kind of goal, told by where it starts.
   */
  limit?: boolean
  /**
   * What is promised in between since, from the first of them on. Left out: as before; with a new goal or deadline, those that were due.
   */
  milestones?: Milestone[]
  /**
   * How the value is to get there since. Left out: as before; after a schedule, or of another kind of goal, the goal's own.
   */
  path?: ('linear' | 'constant_growth' | 'hold') | SCurve | Schedule
  /**
   * When it was published. Left out: by the day on which it is in force.
   */
  published?: Day
  /**
   * Why it was made.
   */
  why?: Text
}

/**
 * The average growth a year since the baseline, **a fraction** above −1: `0.2` is 20 %.
 */
export interface AverageGrowthGoal {
  /**
   * Which of the eight goals it is.
   */
  kind: 'average_growth'
  /**
   * A bound: this much or more. Exactly one bound must be there.
   */
  at_least?: Decimal
  /**
   * A bound: this much or less; lower is better. Exactly one bound must be there.
   */
  at_most?: Decimal
  /**
   * A bound: less than this; lower is better. Exactly one bound must be there.
   */
  less_than?: Decimal
  /**
   * Whether the indicator's figures are values, or (a `growth_rate`) yearly rates that are chained. Left out: `"levels"`.
   */
  measured_by?: 'levels' | 'yearly_rates'
  /**
   * A bound: more than this; 2,000 itself fails a `more_than` of 2,000. Exactly one bound must be there.
   */
  more_than?: Decimal
  /**
   * How far beside the bound is near enough, in its unit; `not_stated` where the plan says *basically* and nobody published how much that is. A decimal from 0 on.
   */
  tolerance?: (string | number) | 'not_stated'
  /**
   * A bound: the lower and the upper edge, both included. Exactly one bound must be there.
   *
   * @minItems 2
   * @maxItems 2
   */
  within?: [Decimal, Decimal]
}

/**
 * The period from which a promise counts, with its value where the plan states it.
 */
export interface Baseline {
  /**
   * From which it counts.
   */
  period: Period
  /**
   * Where it is stated.
   */
  citation?: Citation
  /**
   * Whether it is the mean of the periods in it that are as long as the deadline, or where that is less than a year as `reported`, else a year; for `keep` and `trend` as long as `every`. Each of them must be known: the years 2016 to 2018, as `"2016-01-01/P3Y"`. It stands halfway between the ends of the first and the last. Left out: `false`.
   */
  mean?: boolean
  /**
   * The value that the plan itself states, in the unit. Left out: read from the observations.
   */
  value?: Decimal
  /**
   * The values that the plan states for the parts of a target of `each`: `{"north": "30"}`. By the code of the breakdown. Left out: read from the series of each part.
   */
  values?: {
    [k: string]: Decimal
  }
}

/**
 * A part of what an indicator measures, as by sex or by district.
 */
export interface Breakdown {
  /**
   * Its name for machines, within its indicator.
   */
  code: Code
  /**
   * Its name for people.
   */
  name: Text
  /**
   * What it is a part by, at least one: `["district"]`. The parts along one dimension alone are those of the total.
   */
  dimensions: Code[]
}

/**
 * The signed change on the baseline, **a fraction**: `-0.135` is −13.5 %.
 */
export interface ChangeGoal {
  /**
   * Which of the eight goals it is.
   */
  kind: 'change'
  /**
   * A bound: this much or more. Exactly one bound must be there.
   */
  at_least?: Decimal
  /**
   * A bound: this much or less; lower is better. Exactly one bound must be there.
   */
  at_most?: Decimal
  /**
   * A bound: less than this; lower is better. Exactly one bound must be there.
   */
  less_than?: Decimal
  /**
   * Whether the indicator's figures are values, or (a `growth_rate`) yearly rates that are chained. Left out: `"levels"`.
   */
  measured_by?: 'levels' | 'yearly_rates'
  /**
   * A bound: more than this; 2,000 itself fails a `more_than` of 2,000. Exactly one bound must be there.
   */
  more_than?: Decimal
  /**
   * What the change counts from instead: a scenario's value, such as business as usual. The promise is then a value, reference × (1 + change), and needs no baseline. Left out: the baseline.
   */
  reference?: Reference
  /**
   * How far beside the bound is near enough, in its unit; `not_stated` where the plan says *basically* and nobody published how much that is. A decimal from 0 on.
   */
  tolerance?: (string | number) | 'not_stated'
  /**
   * A bound: the lower and the upper edge, both included. Exactly one bound must be there.
   *
   * @minItems 2
   * @maxItems 2
   */
  within?: [Decimal, Decimal]
}

/**
 * The sum of the flows after the baseline, in the unit; a budget with `at_most` or `less_than`; never `within`.
 */
export interface CumulativeGoal {
  /**
   * Which of the eight goals it is.
   */
  kind: 'cumulative'
  /**
   * A bound: this much or more. Exactly one bound must be there.
   */
  at_least?: Decimal
  /**
   * A bound: this much or less; lower is better. Exactly one bound must be there.
   */
  at_most?: Decimal
  /**
   * A bound: less than this; lower is better. Exactly one bound must be there.
   */
  less_than?: Decimal
  /**
   * A bound: more than this; 2,000 itself fails a `more_than` of 2,000. Exactly one bound must be there.
   */
  more_than?: Decimal
  /**
   * How far beside the bound is near enough, in its unit; `not_stated` where the plan says *basically* and nobody published how much that is. A decimal from 0 on.
   */
  tolerance?: (string | number) | 'not_stated'
  /**
   * A bound: the lower and the upper edge, both included. Exactly one bound must be there.
   *
   * @minItems 2
   * @maxItems 2
   */
  within?: [Decimal, Decimal]
}

/**
 * Something done or not by a date.
 */
export interface Deliverable {
  /**
   * Its name for machines.
   */
  code: Code
  /**
   * Its name for people.
   */
  name: Text
  /**
   * By when.
   */
  deadline: Period
  /**
   * How it was postponed or brought forward later, in any order.
   */
  amendments?: NewDeadline[]
  /**
   * From when its time counts, beside which a share that is done is judged. Left out: with the plan.
   */
  begins?: Day
  /**
   * Where it was promised.
   */
  citation?: Citation
  /**
   * A note for readers.
   */
  note?: Text
  /**
   * Who answers for it.
   */
  responsible?: Text
  /**
   * Another wording of that deliverable, which alone counts. By the code of the deliverable.
   */
  restates?: Code
  /**
   * What shows that it is done: a criterion, a title or an opening, or nothing (`none`: listed, never scored). Left out: `"title"`.
   */
  verifiability?: 'criterion' | 'title' | 'none'
  /**
   * How much it counts among its neighbours. A decimal above 0. Left out: `"1"`.
   */
  weight?: string | number
}

export type Goal =
  LevelGoal | ChangeGoal | AdditionGoal | CumulativeGoal | AverageGrowthGoal | KeepGoal | TrendGoal | UnstatedGoal

/**
 * What is measured, with the targets that promise something of it.
 */
export interface Indicator {
  /**
   * Its name for machines.
   */
  code: Code
  /**
   * Its name for people.
   */
  name: Text
  /**
   * What kind of number it is: a `stock` at a moment, a `flow` in a period, a `share` of a whole, a `ratio` of one quantity per another; 1 is the best `rank`.
   */
  measure: 'stock' | 'flow' | 'share' | 'ratio' | 'index' | 'growth_rate' | 'rank'
  /**
   * The unit of every number of the indicator.
   */
  unit: Unit
  /**
   * The dimensions along which the parts of a `stock` or a `flow` add up to its total: where their figures do not, exactly, the check of the observations says so.
   */
  adds_up?: Code[]
  /**
   * Its parts by sex, district …: series and targets can be of one of them.
   */
  breakdowns?: Breakdown[]
  /**
   * How a figure relates to its period: at its `end`, `beginning` or `middle`, as the `average` over it, or (a flow) as its `sum`. A part of a period never stands for the average or sum of the whole. Left out: `end` of a stock, `sum` of a flow, else `average`.
   */
  collected?: 'end' | 'average' | 'sum' | 'beginning' | 'middle'
  /**
   * A note for readers: its definition, say.
   */
  note?: Text
  /**
   * Where every value lies: no promise reaches beyond it, a figure beyond it is a warning, and projections stop at its edge. Sums of a `flow` from 0 on only grow, so that a part of a year that is beyond a cap decides at once. Left out: a share lies in its whole, a `rank` is 1 or more.
   */
  possible?: Range
  /**
   * What is promised of it; without any it can be shown beside others.
   */
  targets?: Target[]
}

/**
 * What must hold in every period, in the unit.
 */
export interface KeepGoal {
  /**
   * Which of the eight goals it is.
   */
  kind: 'keep'
  /**
   * A bound: this much or more. Exactly one bound must be there.
   */
  at_least?: Decimal
  /**
   * A bound: this much or less; lower is better. Exactly one bound must be there.
   */
  at_most?: Decimal
  /**
   * How often it is looked at: in each period of a length, or at each `figure` as it is published. Left out: `"year"`.
   */
  every?: ('year' | 'half' | 'quarter' | 'month' | 'week' | 'figure') | string
  /**
   * In how many of the periods it must hold. Left out: in all.
   */
  kept_in?: number
  /**
   * A bound: less than this; lower is better. Exactly one bound must be there.
   */
  less_than?: Decimal
  /**
   * A bound: more than this; 2,000 itself fails a `more_than` of 2,000. Exactly one bound must be there.
   */
  more_than?: Decimal
  /**
   * How far beside the bound is near enough, in its unit; `not_stated` where the plan says *basically* and nobody published how much that is. A decimal from 0 on.
   */
  tolerance?: (string | number) | 'not_stated'
  /**
   * A bound: the lower and the upper edge, both included. Exactly one bound must be there.
   *
   * @minItems 2
   * @maxItems 2
   */
  within?: [Decimal, Decimal]
}

/**
 * The value at the deadline, in the unit.
 */
export interface LevelGoal {
  /**
   * Which of the eight goals it is.
   */
  kind: 'level'
  /**
   * A bound: this much or more. Exactly one bound must be there.
   */
  at_least?: Decimal
  /**
   * A bound: this much or less; lower is better. Exactly one bound must be there.
   */
  at_most?: Decimal
  /**
   * A bound: less than this; lower is better. Exactly one bound must be there.
   */
  less_than?: Decimal
  /**
   * A bound: more than this; 2,000 itself fails a `more_than` of 2,000. Exactly one bound must be there.
   */
  more_than?: Decimal
  /**
   * How far beside the bound is near enough, in its unit; `not_stated` where the plan says *basically* and nobody published how much that is. A decimal from 0 on.
   */
  tolerance?: (string | number) | 'not_stated'
  /**
   * A bound: the lower and the upper edge, both included. Exactly one bound must be there.
   *
   * @minItems 2
   * @maxItems 2
   */
  within?: [Decimal, Decimal]
}

/**
 * What is promised in between.
 */
export interface Milestone {
  /**
   * At whose end it is due.
   */
  period: Period
  /**
   * The net addition by then, where the goal is an `addition`. Exactly one of them must be there.
   */
  addition?: Decimal
  /**
   * The average growth a year from the baseline to then, where the goal is an `average_growth`. Exactly one of them must be there.
   */
  average_growth?: Decimal
  /**
   * The signed change by then, where the goal is a `change`: `"-0.21"` of the baseline. Exactly one of them must be there.
   */
  change?: Decimal
  /**
   * The sum by then, where the goal is `cumulative`. Exactly one of them must be there.
   */
  cumulative?: Decimal
  /**
   * The same, where the goal is a `level`. Exactly one of them must be there.
   */
  level?: Decimal
  /**
   * The share of the way from baseline to goal, in units. This and the goal's own terms follow a baseline that is revised. A decimal from 0 to 1. Exactly one of them must be there.
   */
  share_of_way?: string | number
  /**
   * The value, in the unit; of a `cumulative` goal the sum by then, of yearly rates the index, which begins with 1. Exactly one of them must be there.
   */
  value?: Decimal
}

/**
 * A later change of the day by which a deliverable is due.
 */
export interface NewDeadline {
  /**
   * From when it holds; never before it is published.
   */
  in_force: Day
  /**
   * By when since.
   */
  deadline: Period
  /**
   * Where it is stated.
   */
  citation?: Citation
  /**
   * When it was published. Left out: by the day on which it is in force.
   */
  published?: Day
  /**
   * Why it was made.
   */
  why?: Text
}

/**
 * What of its indicator a target is about where that is not the total.
 */
export interface Part {
  /**
   * One breakdown, whose series decides. By the code of the breakdown. Exactly one of them must be there.
   */
  breakdown?: Code
  /**
   * A dimension: each part along it has to keep the promise, from a baseline of its own, and the worst of them decides. Exactly one of them must be there.
   */
  each?: Code
}

/**
 * One of the parts into which the plan is divided.
 */
export interface Pillar {
  /**
   * Its name for machines.
   */
  code: Code
  /**
   * Its name for people.
   */
  name: Text
  /**
   * What is done or not by a date.
   */
  deliverables?: Deliverable[]
  /**
   * What is measured.
   */
  indicators?: Indicator[]
  /**
   * A note for readers.
   */
  note?: Text
  /**
   * How much it counts among its neighbours. A decimal above 0. Left out: `"1"`.
   */
  weight?: string | number
}

/**
 * A period with the value that is due at its end.
 */
export interface Point {
  /**
   * At whose end the value is due.
   */
  period: Period
  /**
   * The value, in the unit.
   */
  value: Decimal
}

/**
 * Where every value of an indicator lies.
 */
export interface Range {
  /**
   * The least that there can be; one of the two limits must be there.
   */
  at_least?: Decimal
  /**
   * The most that there can be.
   */
  at_most?: Decimal
}

/**
 * The value of a scenario from which a change counts.
 */
export interface Reference {
  /**
   * Of which the value is expected.
   */
  period: Period
  /**
   * The value, in the unit, above 0.
   */
  value: Decimal
  /**
   * What it is called: `"business as usual"`.
   */
  name?: Text
}

/**
 * A path that leads slowly, then fast, then slowly again.
 */
export interface SCurve {
  /**
   * The name of the curve.
   */
  shape: 'logistic'
  /**
   * What is never quite reached, in the unit, above all values of the path: the odds value ÷ (ceiling − value) grow by the same rate a year.
   */
  ceiling: Decimal
}

/**
 * A path that the author states in a table.
 */
export interface Schedule {
  /**
   * At least one point; if the last is at the deadline, it is the goal. It takes the place of `milestones`.
   */
  schedule: Point[]
  /**
   * What is due between its points: a value until the next (`stepped`), or straight lines (`interpolated`).
   */
  between: 'stepped' | 'interpolated'
}

/**
 * One promise about its indicator.
 */
export interface Target {
  /**
   * Its name for machines.
   */
  code: Code
  /**
   * What is promised.
   */
  goal: Goal
  /**
   * The period whose value decides; its end comes after the baseline's. What stands at its beginning or in its middle is due at that moment. An average or a sum is that of the deadline's own period; if that is shorter than a year, of a longer time that ends with it: as long as the period of the baseline; without one, and where that is a mean, as long as `reported` says; else a year.
   */
  deadline: Period
  /**
   * What is refused or warned of because it is hardly what was meant, and is meant here: a change or rate beyond ±1 (a tripling is 2), a bound that every possible value meets, a share of 1 % or less.
   */
  accept?: ('large_change' | 'always_met' | 'small_share')[]
  /**
   * Another reading of that target, which alone counts. By the code of the target.
   */
  alternative_to?: Code
  /**
   * How it was changed later, in any order; each amends the version before it in time.
   */
  amendments?: Amendment[]
  /**
   * Where it starts; all goals but `level` and `unstated` need one. A level that is to be reached has no path without one, and is `unknown` until it is met or due. The value of a period alone is read from the observations as they were known.
   */
  baseline?: Period | Baseline
  /**
   * Where it was promised.
   */
  citation?: Citation
  /**
   * Whether it is a limit to be kept within, whose room is used bit by bit, or a goal to be reached; not for `keep`, `trend` and `unstated`. Left out: told by where it starts: within its bound or not.
   */
  limit?: boolean
  /**
   * What is promised in between, in the order of time; the path leads through it.
   */
  milestones?: Milestone[]
  /**
   * Its name for people. Left out: the indicator's.
   */
  name?: Text
  /**
   * How it obliges: 约束性 or 预期性. Left out: not stated.
   */
  nature?: 'binding' | 'anticipatory'
  /**
   * A note for readers.
   */
  note?: Text
  /**
   * What of the indicator it is about: the `total`, one breakdown, or each part along a dimension. Left out: `"total"`.
   */
  of?: 'total' | Part
  /**
   * The longer target of which it is an instalment. By the code of the target.
   */
  part_of?: Code
  /**
   * How the value is to get there: by the same amount a year (`linear`), by the same rate a year (`constant_growth`: only through values above 0), at the bound all along (`hold`: for `keep` and for limits), on an S-curve (`logistic`), or by the author's own schedule. Left out: the goal's own.
   */
  path?: ('linear' | 'constant_growth' | 'hold') | SCurve | Schedule
  /**
   * Shown beside it, never deciding. By the code of the indicator.
   */
  proxies?: Code[]
  /**
   * How often a figure is due: two of these periods after it was first published, a figure says nothing of today. Left out: the goal's own length for `keep`, `trend`, averages and sums; else a year, or a quarter of the time if shorter.
   */
  reported?: ('year' | 'half' | 'quarter' | 'month' | 'week') | string
  /**
   * Who answers for it.
   */
  responsible?: Text
  /**
   * Another wording of that target, which alone counts; not together with `alternative_to`. By the code of the target.
   */
  restates?: Code
  /**
   * How time is counted on the way: in `months` and parts of them, or in `days` (weekly and daily plans). Left out: `"months"`.
   */
  time?: 'months' | 'days'
  /**
   * How much it counts among its neighbours. A decimal above 0. Left out: `"1"`.
   */
  weight?: string | number
}

/**
 * That each period goes one way, without a bound.
 */
export interface TrendGoal {
  /**
   * Which of the eight goals it is.
   */
  kind: 'trend'
  /**
   * Which way is promised.
   */
  direction: 'rising' | 'falling'
  /**
   * How often it is looked at: in each period of a length, or at each `figure` as it is published. Left out: `"year"`.
   */
  every?: ('year' | 'half' | 'quarter' | 'month' | 'week' | 'figure') | string
  /**
   * Better than what: the period before, the baseline, or the same period of the year before. Left out: `"previous"`.
   */
  than?: 'previous' | 'baseline' | 'year_before'
}

/**
 * Something that nobody can judge, since the plan does not say enough.
 */
export interface UnstatedGoal {
  /**
   * Which of the eight goals it is.
   */
  kind: 'unstated'
  /**
   * What the promise does not say, so that nobody can judge it.
   */
  lacks: 'number' | 'bound' | 'reference'
}
