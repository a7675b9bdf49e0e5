// Made from docs/schema/observations.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  Day,
  EarliestDate,
} from './shared'
export type {
  Day,
  EarliestDate,
} from './shared'
import type {
  Code,
  Decimal,
  Period,
  Text,
  UncertainValue,
  Unit,
} from './shared-documents'
export type {
  Code,
  Decimal,
  Period,
  Text,
  UncertainValue,
  Unit,
} from './shared-documents'

/**
 * The figures of a plan, and the reports on its deliverables.
 */
export interface Observations {
  /**
   * How the document is to be read.
   */
  format: 1
  /**
   * The address of a schema, by which editors help to write; nothing else reads it, and it is not written.
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
