// Made from docs/schema/column-map.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

/**
 * What the columns of a table say.
 */
export interface ColumnMap {
  /**
   * How the document is to be read.
   */
  format: 1
  /**
   * What a row is: one of `observations` is a figure, one of `sdmx` too, in the columns of SDMX-CSV.
   */
  kind: 'observations' | 'sdmx'
  /**
   * Of what the figures are: one code for all, or a column.
   */
  indicator: Code | ColumnOfCodes
  /**
   * The address of a schema, by which editors help to write; nothing else reads it.
   */
  $schema?: string
  /**
   * The columns that say of which part of the indicator a figure is.
   */
  breakdowns?: Dimension[]
  /**
   * The column that says, in SDMX's letters, how a figure relates to its period. Left out: `TIME_PER_COLLECT` or `COLLECTION` in SDMX-CSV, else not told.
   */
  collected?: string
  /**
   * The first day of a running total: in a column, or that of the `year` in which the period ends. Left out: each figure is of its period alone.
   */
  cumulative_since?: 'year' | Column
  /**
   * Whether `03/04/2025` says its day or its month first. Left out: such dates are refused.
   */
  date_order?: 'day_first' | 'month_first'
  /**
   * For what time a date stands: the period of this length in which it lies. Left out: a date is of its day, and one with a time of the day is refused.
   */
  dates?: ('year' | 'half' | 'quarter' | 'month' | 'week') | string
  /**
   * What stands before the fraction of a number. Left out: `"."`.
   */
  decimal?: '.' | ','
  /**
   * What stands between two cells. Left out: `","`.
   */
  delimiter?: ',' | ';' | 'tab' | 'pipe'
  /**
   * What else says in a cell that there is no value. Left out: an empty cell, and the usual signs such as `:`, `..`, `-` and `n/a`.
   */
  missing?: string[]
  /**
   * The column of the notes for readers.
   */
  note?: string
  /**
   * The rows that count; all others are passed over.
   */
  only?: Selection[]
  /**
   * What a percent sign behind a number says: `number` reads 42% as 42, `fraction` as 0.42. Left out: a percent sign is refused.
   */
  percent?: 'number' | 'fraction'
  /**
   * The column of the periods. Left out: `TIME_PERIOD` in SDMX-CSV, else refused.
   */
  period?: string
  /**
   * When the figures were published: one day for all, or a column. Left out: the day of its version or of `LAST UPDATE` in SDMX-CSV, else not stated.
   */
  published?: Day | EarliestDate | Column
  /**
   * Columns that must say one thing in all rows that count, so that figures of different things are never mixed. Left out: in SDMX-CSV, every dimension that is not named otherwise.
   */
  same?: string[]
  /**
   * Where they were found.
   */
  source?: SourceOfTheRows
  /**
   * The column of what the publisher says of a figure. Left out: `OBS_STATUS` or `OBS_FLAG` in SDMX-CSV, else the letters printed beside a value.
   */
  status?: ColumnOfFlags
  /**
   * What stands between the thousands of a number. Left out: nothing does.
   */
  thousands?: ',' | '.' | 'space' | "'" | '_'
  /**
   * The columns that say how far the true value may lie from the printed one.
   */
  uncertainty?: UncertaintyOfTheRows
  /**
   * In what the values are printed: one unit for all, or a column. Left out: `UNIT_MEASURE` and `UNIT_MULT` in SDMX-CSV, else refused.
   */
  unit?: Unit | ColumnOfUnits
  /**
   * The column of the values. Left out: `OBS_VALUE` in SDMX-CSV, else refused.
   */
  value?: string
  /**
   * When a year begins that is not the calendar's, and which of its years names it. Left out: the calendar's, and `2016/17` is refused.
   */
  year?: ReportingYear
}

/**
 * An ASCII letter or digit, then letters, digits, `-`, `_`, `.`; at most 64 characters. Pillars have a code each, indicators too, and targets and deliverables together.
 */
export type Code = string

/**
 * What a text in a column stands for.
 */
export interface CodeOfAText {
  /**
   * What the cell says.
   */
  text: string
  /**
   * The code that it is in the plan.
   */
  code: Code
}

/**
 * A column of the table, by its name.
 */
export interface Column {
  /**
   * The name of the column, as the header has it.
   */
  column: string
}

/**
 * A column whose texts are codes, or stand for some.
 */
export interface ColumnOfCodes {
  /**
   * The name of the column, as the header has it.
   */
  column: string
  /**
   * Codes for texts: `"Both sexes"` makes `Both-sexes` where nothing is stated. Left out: each text makes its own.
   */
  codes?: CodeOfAText[]
}

/**
 * A column that says what the publisher says of a figure.
 */
export interface ColumnOfFlags {
  /**
   * The name of the column, as the header has it.
   */
  column: string
  /**
   * Statuses for texts.
   */
  codes?: StatusOfAText[]
  /**
   * Whose letters they are: those of Eurostat, or of SDMX's list `CL_OBS_STATUS`. Left out: the words of documents, such as `estimated`.
   */
  letters?: 'eurostat' | 'sdmx'
}

/**
 * A column that says in what the values count.
 */
export interface ColumnOfUnits {
  /**
   * The name of the column, as the header has it.
   */
  column: string
  /**
   * The column of what is printed after a number.
   */
  label?: string
  /**
   * The column of the powers of ten in which values count.
   */
  multiplier?: string
  /**
   * Units for texts. Left out: each text makes the code of its own.
   */
  units?: UnitOfAText[]
  /**
   * The column that says `true` where the things come one by one.
   */
  whole?: string
}

/**
 * Year, month and day.
 */
export type Day = string

/**
 * A column that says of which part of the indicator a figure is.
 */
export interface Dimension {
  /**
   * The name of the column, as the header has it.
   */
  column: string
  /**
   * Codes of the parts. Left out: each text makes its own.
   */
  codes?: CodeOfAText[]
  /**
   * The dimension of the plan's breakdowns. Left out: made of the name of the column.
   */
  dimension?: Code
  /**
   * What says that a row is not of one part but of all. Left out: an empty cell, and `_T` in SDMX.
   */
  total?: string[]
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
 * A year that begins at another day than the calendar's.
 */
export interface ReportingYear {
  /**
   * Month and day of its first day: `"04-01"`.
   */
  begins: string
  /**
   * Whether `FY2026` begins in 2026 (`first`) or ends in it (`last`).
   */
  named_by: 'first' | 'last'
}

/**
 * What a column says in the rows that count.
 */
export interface Selection {
  /**
   * The name of the column, as the header has it.
   */
  column: string
  /**
   * What its cell says in a row that counts. Left out: anything but nothing.
   */
  is?: string | string[]
}

/**
 * Where the figures of a table were found.
 */
export interface SourceOfTheRows {
  /**
   * The title of the document.
   */
  title: Text | Column
  /**
   * A page or table in it.
   */
  locator?: string | Column
  /**
   * Who published it.
   */
  publisher?: Text | Column
  /**
   * Its address.
   */
  url?: string | Column
}

/**
 * The status for which a text in a column stands.
 */
export interface StatusOfAText {
  /**
   * What the cell says.
   */
  text: string
  /**
   * The status that it is.
   */
  status:
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
 * The columns that say how far true values may lie from the printed ones.
 */
export interface UncertaintyOfTheRows {
  /**
   * The column of how often such a range holds the true value, as a fraction.
   */
  confidence?: string
  /**
   * The column of the lower end of a range that holds the value, together with `to`.
   */
  from?: string
  /**
   * The column of the standard error of the value; it stands alone.
   */
  standard_error?: string
  /**
   * The column of its upper end.
   */
  to?: string
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

/**
 * The unit for which a text in a column stands.
 */
export interface UnitOfAText {
  /**
   * What the cell says.
   */
  text: string
  /**
   * The unit that it is.
   */
  unit: Unit
}
