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
   * The name by which answers cite it.
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
   * The age, in reporting periods, beyond which a figure says nothing of today. Left out, it is that of the rule which the document varies; whoever means that no figure is ever too old writes `null`.
   */
  max_age?: number | null
  /**
   * The parts of which it is composed: of any other rule.
   */
  method?: Method | null
}

/**
 * What counts as achieved before any movement is looked at.
 */
export interface Achieved {
  class: Class
  alone?: boolean
  line?: Line
  score?: MaybeDecimal
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
 * From the best to the worst.
 */
export type Bands = ClassBand[]

/**
 * Which figure stands in for the base year when that has none.
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
 * What must be reached to have achieved.
 */
export type Line = 'goal' | 'goal_or_zero' | 'level'

export type MaybeDecimal = Decimal | null

/**
 * What becomes of a target whose base meets the goal already.
 */
export interface MetAtBase {
  kept: Achieved
  lost: Achieved
}

/**
 * How a composed rule judges: parts of a few kinds, put together.
 *
 * | part | says | |---|---| | `Scale` | what is measured, where it is cut into classes, and their scores; one for goals with a number, one for a direction alone | | `Growth` | how a scale that measures movement reads it from the figures | | `Window` | which figures tell it | | `Base` | which figure stands in for a base year without one | | `Achieved` | what counts as achieved, whatever the movement | | `Rounding`, `Transform` | what is done to the numbers on the way | | `Parameters` | what must be known of each indicator | | `Aggregation` | how the whole of several targets is judged |
 */
export interface Method {
  achieved?: Achieved | null
  aggregation?: Aggregation | null
  as_published?: boolean
  base?: Base
  defaults?: Parameters
  down_to?: DownTo
  in_percent?: boolean
  label?: YearLabel
  met_at_base?: MetAtBase | null
  natural_limit_exponent?: MaybeDecimal
  only?: Direction | null
  parameters?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$".
     */
    [k: string]: Parameters
  }
  passes_over_zero_bases?: boolean
  rounding?: Rounding
  schedule?: Decimals
  transform?: Transform
  window?: Window
  with_number?: Scale | null
  without_number?: Scale | null
  zero_as?: MaybeDecimal
}

/**
 * What a rule must be told of one indicator or target.
 */
export interface Parameters {
  cuts?: Decimals
  level?: MaybeDecimal
  lower?: MaybeDecimal
  natural_limit?: MaybeDecimal
  optimum?: MaybeDecimal
  required?: MaybeDecimal
  scale?: Scale | null
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
   * Decimals of each rate, as a fraction, before it is compared: 2 decimals of a percentage are 4.
   */
  rates?: number | null
  /**
   * Decimals of each value before it is used.
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
         * Whether the number is divided by the coefficient of the limit.
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
 * Which year labels a figure of a year or more, such as 2015/16.
 */
export type YearLabel = 'first' | 'middle' | 'last'
