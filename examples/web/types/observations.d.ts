// Made from docs/schema/observations.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

/**
 * The figures of a plan, and the reports on its deliverables.
 */
export interface Observations {
  /**
   * How the document is to be read.
   */
  format: 1
  /**
   * The address of a schema, by which editors help to write; nothing else reads it.
   */
  $schema?: string
  /**
   * The reports on deliverables, one entry each.
   */
  deliveries?: Delivery[]
  /**
   * The figures, one series an indicator and breakdown.
   */
  series?: Series[]
}

/**
 * An ASCII letter or digit, then letters, digits, `-`, `_`, `.`; at most 64 characters. Pillars have a code each, indicators too, and targets and deliverables together.
 */
export type Code = string

/**
 * Year, month and day.
 */
export type Day = string

/**
 * A string: sign, digits, at most one point; no thousands separators, no exponent, at most 28 digits. A number is read too, if 15 digits suffice.
 */
export type Decimal = string | number

/**
 * What was reported of one deliverable.
 */
export interface Delivery {
  /**
   * On what is reported. By the code of the deliverable.
   */
  deliverable: Code
  /**
   * What was reported of it.
   */
  reports?: Report[]
}

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
 * One figure, as one source published it.
 */
export interface Observation {
  /**
   * The time that the figure is of; of a stock, its end.
   */
  period: Period
  /**
   * The first day of a running total that ends with the period.
   */
  cumulative_since?: Day
  /**
   * A note for readers.
   */
  note?: Text
  /**
   * When it was published. What is not dated is left out of an assessment unless the caller lets it in. Left out: as the series says.
   */
  published?: Day | EarliestDate
  /**
   * Where it was found.
   */
  source?: Source
  /**
   * What its publisher says of it, one word or several: `estimated` is known even before the period is over, a `forecast` never counts as seen, with a `break` the definition changed, and what is `missing`, `confidential` or `not_applicable` has no `value`. Left out: `"normal"`.
   */
  status?:
    | (
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
      )
    | (
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
      )[]
  /**
   * How far the true value may lie from it: a range `from` … `to`, or a `standard_error`; the verdict is by the value.
   */
  uncertainty?: Uncertainty
  /**
   * The figure, in the unit of the series. Left out: refused, unless `missing`.
   */
  value?: Decimal | UncertainValue
}

/**
 * A year, half, quarter, month or day, or a first day and a length in years, months or days; always a string.
 */
export type Period = string

/**
 * How far a deliverable had come on a day.
 */
export interface Report {
  /**
   * How far it has come.
   */
  state: 'not_started' | 'under_way' | 'completed' | 'in_use' | 'cancelled'
  /**
   * The day on which it was so.
   */
  on: Day
  /**
   * A note for readers.
   */
  note?: Text
  /**
   * When it was published. What is not dated is left out of an assessment unless the caller lets it in. Left out: not stated.
   */
  published?: Day | EarliestDate
  /**
   * How much of it is done. A decimal from 0 to 1.
   */
  share_done?: string | number
  /**
   * Where it was found.
   */
  source?: Source
}

/**
 * The figures of one indicator, or of one of its breakdowns.
 */
export interface Series {
  /**
   * Of what the figures are. By the code of the indicator.
   */
  indicator: Code
  /**
   * The unit of its figures: a power of ten may differ from the plan's and is converted exactly, anything else is refused.
   */
  unit: Unit
  /**
   * Of which part of it they are. By the code of the breakdown. Left out: the total.
   */
  breakdown?: Code
  /**
   * Several of one period are its vintages and sources.
   */
  observations?: Observation[]
  /**
   * When its figures were published, unless one of them says otherwise. Left out: not stated.
   */
  published?: Day | EarliestDate
  /**
   * Whose figures count: of each period those of the first that has one.
   */
  publishers?: Text[]
}

/**
 * Where a figure was found.
 */
export interface Source {
  /**
   * The title of the document.
   */
  title: Text
  /**
   * A page or table in it.
   */
  locator?: string
  /**
   * Who published it: titles of one publisher are vintages of each other, different publishers make an interval.
   */
  publisher?: Text
  /**
   * Its address.
   */
  url?: string
}

/**
 * Words, or a map from language tag to words; the first language stands in for those that are not there.
 */
export type Text =
  | string
  | {
      [k: string]: string
    }

/**
 * What is said of a figure that is not known exactly.
 */
export interface UncertainValue {
  /**
   * About this much; it stands alone.
   */
  approximately?: Decimal
  /**
   * A lower limit: this much or more.
   */
  at_least?: Decimal
  /**
   * An upper limit: this much or less.
   */
  at_most?: Decimal
  /**
   * An upper limit: less than this.
   */
  less_than?: Decimal
  /**
   * A lower limit: more than this.
   */
  more_than?: Decimal
}

/**
 * How far the true value may lie from a figure.
 */
export interface Uncertainty {
  /**
   * How often such a range holds the true value: `"0.95"`. A decimal above 0 and below 1.
   */
  confidence?: string | number
  /**
   * The lower end of a range that holds the value, together with `to`.
   */
  from?: Decimal
  /**
   * The standard error of the value; shown only, and it stands alone. A decimal from 0 on.
   */
  standard_error?: string | number
  /**
   * Its upper end.
   */
  to?: Decimal
}

/**
 * What numbers count, and in which power of ten.
 */
export interface Unit {
  /**
   * `"CNY"`, `"t"`; `"1"` is the plain number.
   */
  code: Code
  /**
   * What is printed after the number: `"億元"`.
   */
  label?: Text
  /**
   * The power of ten in which it counts: `8` with `CNY` is hundreds of millions of yuan. Left out: `0`.
   */
  multiplier?: number
  /**
   * Whether the things come one by one (buildings, firms); needs the multiplier 0. Then an expected 44.29 buildings are 44 for the verdict. Left out: `false`.
   */
  whole?: boolean
}
