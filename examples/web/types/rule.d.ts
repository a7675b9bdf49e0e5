// Made from docs/schema/rule.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  Class,
  Code,
  Direction,
} from './shared'
export type {
  Class,
  Code,
  Direction,
  Status,
} from './shared'

/**
 * How promises are judged, as data: it can be stored, compared and shown.
 */
export interface Rule {
  /**
   * The name by which answers cite the rule.
   */
  code: Code
  /**
   * The address of a schema, by which editors help to write; nothing else reads it.
   */
  $schema?: string | null
  /**
   * The paces at which one class ends and the next begins: of a rule that judges by pace.
   */
  cuts?: Cuts | null
  /**
   * How the document is to be read.
   */
  format?: 1
  /**
   * The age, in reporting periods, beyond which a figure says nothing of today. Left out, it is that of the rule which the document varies; whoever means that no figure is ever too old writes `null`.
   */
  max_age?: number | null
  /**
   * The parts of which it is composed: of any other rule.
   */
  method?: Method | null
}

/**
 * The class of values that count as achieved before any movement is looked at.
 */
export interface Achieved {
  /**
   * The class of the values that count as achieved.
   */
  class: Class
  /**
   * Whether the latest value counts even without a base, or with one figure only.
   */
  alone?: boolean
  /**
   * The line that the latest value must reach.
   */
  line?: Line
  /**
   * The score of the class, if it has one.
   */
  score?: MaybeDecimal
  /**
   * Whether only values beyond the goal count, and exactly the goal does not.
   */
  strictly?: boolean
}

/**
 * How a rule judges the whole of several targets: a statistic of their scores, cut into classes.
 */
export interface Aggregation {
  statistic: Statistic
  bands: Bands
  all_achieved?: Class | null
  least_share?: MaybeDecimal
}

/**
 * Classes, from the best to the worst.
 */
export type Bands = ClassBand[]

/**
 * Which value stands in for that of the base year, if that year has none.
 */
export type Base =
  | 'exact'
  | 'next_later'
  | {
      nearest: number
    }
  | {
      earlier_then_later: number
    }

/**
 * A class with its cut and its score.
 */
export interface ClassBand {
  class: Class
  /**
   * `null` for whatever is left.
   */
  cut?: Cut | null
  score?: Score | null
}

/**
 * Where a class ends: the test that the measured number must pass to be in it.
 */
export type Cut =
  | {
      at_least: Decimal
    }
  | {
      more_than: Decimal
    }
  | {
      at_most: Decimal
    }
  | {
      less_than: Decimal
    }
  | 'required'

/**
 * The paces at which one class ends and the next begins. A pace on a cut belongs to the better class.
 */
export interface Cuts {
  ahead: Decimal
  on_track: Decimal
  lagging: Decimal
  off_track: Decimal
}

/**
 * a string: sign, digits, at most one point; no thousands separators, no exponent, at most 28 digits. A number is read too, if 15 digits suffice
 */
export type Decimal = string | number

export type Decimals = Decimal[]

/**
 * How far down growth is read.
 */
export type DownTo = 'above_zero' | 'zero' | 'losses'

/**
 * How movement is read from yearly figures.
 */
export type Growth =
  | 'compound'
  | 'continuous'
  | 'linear'
  | 'linear_regression'
  | 'weighted_regression'
  | 'log_linear_regression'
  | 'weighted_log_linear_regression'
  | 'mean_yearly_change'
  | 'cumulative_method'

/**
 * A point of a score that is drawn from point to point: a number, and its score.
 */
export interface Knot {
  number: Decimal
  score: Decimal
}

/**
 * The line that the latest value must reach to count as achieved.
 */
export type Line = 'goal' | 'goal_or_zero' | 'level'

export type MaybeDecimal = Decimal | null

/**
 * The classes of a target whose base meets the goal already: while it is still met, and when it is lost.
 */
export interface MetAtBase {
  /**
   * The class while the goal is still met.
   */
  kept: Achieved
  /**
   * The class when the goal is lost.
   */
  lost: Achieved
}

/**
 * How a composed rule judges: parts of a few kinds, put together.
 *
 * | part | says | |---|---| | `Scale` | what is measured, where it is cut into classes, and their scores; one for goals with a number, one for a direction alone | | `Growth` | how a scale that measures movement reads it from the figures | | `Window` | which figures tell it | | `Base` | which figure stands in for a base year without one | | `Achieved` | what counts as achieved, whatever the movement | | `Rounding`, `Transform` | what is done to the numbers on the way | | `Parameters` | what must be known of each indicator | | `Aggregation` | how the whole of several targets is judged |
 */
export interface Method {
  /**
   * The class of values that are achieved, whatever the movement, if there is one.
   */
  achieved?: Achieved | null
  /**
   * How the whole of several targets is judged, if it is.
   */
  aggregation?: Aggregation | null
  /**
   * Whether the numbers of published implementations are asked for, also where they mean little.
   */
  as_published?: boolean
  /**
   * The figure that stands in for a base year without one.
   */
  base?: Base
  /**
   * The parameters of every indicator that is not told something else.
   */
  defaults?: Parameters
  /**
   * How far down growth is read.
   */
  down_to?: DownTo
  /**
   * Whether shares and rates of growth are in percent, whatever their unit, where values themselves are cut or rounded.
   */
  in_percent?: boolean
  /**
   * The year that labels a figure of a year or more.
   */
  label?: YearLabel
  /**
   * The classes of a goal that the base meets already, if there are any.
   */
  met_at_base?: MetAtBase | null
  /**
   * The exponent by which cuts shrink where the base lies near a natural limit, if they do.
   */
  natural_limit_exponent?: MaybeDecimal
  /**
   * The direction of the goals that are judged, if it is one only; others are unknown (`not_for_this_goal`).
   */
  only?: Direction | null
  /**
   * The parameters of single indicators and targets, by their code; a target's own come first.
   */
  parameters?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$".
     */
    [k: string]: Parameters
  }
  /**
   * Whether the base is looked for among the years whose value is not 0.
   */
  passes_over_zero_bases?: boolean
  /**
   * The roundings on the way.
   */
  rounding?: Rounding
  /**
   * The shares of the way that are due at the ends of as many equal parts of the time, the last one 1; without a schedule it is the share of the time.
   */
  schedule?: Decimals
  /**
   * The transform of each value, before anything else.
   */
  transform?: Transform
  /**
   * The figures that tell the movement.
   */
  window?: Window
  /**
   * The scale for goals that say a number, if they have one.
   */
  with_number?: Scale | null
  /**
   * The scale for goals that say a direction only, if they have one.
   */
  without_number?: Scale | null
  /**
   * The number that stands in for a base or goal of 0 where numbers are asked for as published; left out, it is 0.
   */
  zero_as?: MaybeDecimal
}

/**
 * What a rule must be told of one indicator or target.
 */
export interface Parameters {
  /**
   * Own cuts in the place of the rule's, from the best class on; empty, they are the rule's.
   */
  cuts?: Decimals
  /**
   * The level at which the rule is content, if there is one: where the goal is a direction alone, and by a rule that is content by its level also where the goal has a number.
   */
  level?: MaybeDecimal
  /**
   * The worst value, from which values are normalised.
   */
  lower?: MaybeDecimal
  /**
   * The value that the indicator cannot pass by its nature, if there is one.
   */
  natural_limit?: MaybeDecimal
  /**
   * The best value, to which values are normalised.
   */
  optimum?: MaybeDecimal
  /**
   * The movement per year that the rule requires, towards the goal and above 0; left out, the goal's number tells it.
   */
  required?: MaybeDecimal
  /**
   * The scale of this indicator; left out, it is one of the rule's.
   */
  scale?: Scale | null
  /**
   * The transform of each value of this indicator; left out, it is the rule's.
   */
  transform?: Transform | null
}

/**
 * What a rule cuts into classes.
 *
 * `y₀` is the value of the base year `t₀`, `y` the latest one in `t`, `yT` the goal's in `T`; *towards the goal* means with the sign turned round where less is better. Rates are fractions per year.
 *
 * Whatever the growth model, cuts are compared with the exact number and not with the one that is shown: a class never depends on rounding, but where the method prescribes one (`Rounding`), whose result decides then. One number is rounded all the same: the size of a complex rate, which only `as_published` asks for, to 28 decimals.
 */
export type Progress =
  | {
      growth: Growth
    }
  | {
      growth_ratio: Growth
    }
  | {
      signed_growth_ratio: Growth
    }
  | {
      projected_change: Growth
    }
  | {
      remaining_gap: Growth
    }
  | 'share_of_way'
  | 'level'
  | 'change'
  | 'mean'
  | 'closeness'
  | 'scheduled_share'
  | 'completion'
  | 'time_distance'
  | 'total_change'

/**
 * Where numbers are rounded on the way, half away from zero, as a method prescribes.
 */
export interface Rounding {
  /**
   * Decimals of each rate, as a fraction, before it is compared: 2 decimals of a percentage are 4. `null` to round no rate.
   */
  rates?: number | null
  /**
   * Decimals of each value before it is used; `null` to round no value.
   */
  values?: number | null
}

/**
 * A measure with the classes into which it is cut, from the best to the worst.
 *
 * The first class whose cut the number passes is its class; `rest` names the one for what passes none.
 */
export interface Scale {
  measures: Progress
  bands: Bands
  knots?: Knot[]
  range?: ScoreRange | null
  shrinks?: boolean
  times?: MaybeDecimal
}

/**
 * What a class adds to an average.
 */
export type Score =
  | {
      fixed: Decimal
    }
  | {
      line: {
        /**
         * How much the score rises for each unit of the number.
         */
        slope: Decimal
        /**
         * The score at 0.
         */
        intercept: Decimal
        /**
         * Whether the number is divided by the factor by which cuts shrink near the natural limit.
         */
        shrinks?: boolean
      }
    }

/**
 * The least and the greatest score.
 */
export interface ScoreRange {
  low: Decimal
  high: Decimal
}

/**
 * How several scores become one.
 */
export type Statistic = 'mean' | 'median' | 'two_worst' | 'worst'

/**
 * What is done to each value before anything else.
 */
export type Transform =
  | 'none'
  | 'normalised'
  | 'parity'
  | {
      away_from: Decimal
    }
  | 'chained'

/**
 * Which figures tell the movement.
 */
export type Window =
  | 'since_base'
  | {
      last_years: {
        /**
         * How many years.
         */
        years: number
        /**
         * How many years must lie between the first and the last figure at least.
         */
        at_least: number
      }
    }
  | {
      since_year: number
    }

/**
 * Which year labels a figure of a year or more, such as 2015/16. A year that is counted in days, as of 52 weeks, and begins or ends up to six days beside a calendar year is that one.
 */
export type YearLabel = 'first' | 'middle' | 'last'
