// Made from docs/schema/column-map.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  Day,
  EarliestDate,
} from './shared'
export type {
  Day,
  EarliestDate,
} from './shared'
import type {
  Citation,
  Code,
  Decimal,
  Period,
  Text,
  UncertainValue,
  Unit,
} from './shared-documents'
export type {
  Citation,
  Code,
  Decimal,
  Period,
  Text,
  UncertainValue,
  Unit,
} from './shared-documents'

export type ColumnMap = MapOfColumns | MapOfPeriods | MapOfPromises

/**
 * A later change of a target: what it does not state stays as it was.
 */
export interface AmendmentOfARow {
  /**
   * From when it holds; never before it is published.
   */
  in_force: Day | Place
  /**
   * Where it starts; a value that it states is in the definition in which the figures are published since. Left out: as before.
   */
  baseline?: Period | BaselineOfARow | Place
  /**
   * Where it is stated.
   */
  citation?: CitationOfARow
  /**
   * The period whose value decides since. Left out: as before.
   */
  deadline?: Period | Place
  /**
   * What is promised since: the whole goal. Left out: as before.
   */
  goal?: GoalOfARow
  /**
   * Whether it is a limit since. Left out: as before; of another kind of goal, told by where it starts.
   */
  limit?: boolean | Place
  /**
   * What is promised in between since, from the first of them on. Left out: as before; with a new goal or deadline, those that were due.
   */
  milestones?: MilestoneOfARow[]
  /**
   * How the value is to get there since. Left out: as before; after a schedule, or of another kind of goal, the goal's own.
   */
  path?: ('linear' | 'constant_growth' | 'hold') | SCurveOfARow | ScheduleOfARow | Place
  /**
   * When it was published. Left out: by the day on which it is in force.
   */
  published?: Day | Place
  /**
   * Why it was made.
   */
  why?: TextOfARow | Place
}

/**
 * The period from which a promise counts, with its value where the plan states it.
 */
export interface BaselineOfARow {
  /**
   * From which it counts.
   */
  period: Period | Place
  /**
   * Where it is stated.
   */
  citation?: CitationOfARow
  /**
   * Whether it is the mean of the periods in it that are as long as the deadline, or where that is less than a year as `reported`, else a year; for `keep` and `trend` as long as `every`. Each of them must be known: the years 2016 to 2018, as `"2016-01-01/P3Y"`. It stands halfway between the ends of the first and the last. Left out: `false`.
   */
  mean?: boolean | Place
  /**
   * The value that the plan itself states, in the unit. Left out: read from the observations.
   */
  value?: Decimal | Place
  /**
   * The values that the plan states for the parts of a target of `each`: `{"north": "30"}`. By the code of the breakdown. Left out: read from the series of each part.
   */
  values?: {
    [k: string]: Decimal | Place
  }
}

/**
 * A part of what an indicator measures, as by sex or by district.
 */
export interface BreakdownOfARow {
  /**
   * Its name for machines, within its indicator.
   */
  code: Code | Place
  /**
   * Its name for people.
   */
  name: TextOfARow | Place
  /**
   * What it is a part by, at least one: `["district"]`. The parts along one dimension alone are those of the total.
   */
  dimensions: (Code | Place)[]
}

/**
 * Where something was promised or stated.
 */
export interface CitationOfARow {
  /**
   * The title of the document.
   */
  document: TextOfARow | Place
  /**
   * The exact words.
   */
  quote?: TextOfARow | Place
  /**
   * Its address.
   */
  url?: string | Place
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
   * The codes that texts are in the plan: `"Both sexes"` makes `Both-sexes` where nothing is stated. Left out: each text makes its own.
   */
  means?: {
    [k: string]: Code
  }
  /**
   * The column of their names for people. Left out: its own texts, or the labels of SDMX-CSV.
   */
  name?: string
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
   * Whose letters they are: those of Eurostat, or of SDMX's list `CL_OBS_STATUS`. Left out: the words of documents, such as `estimated`.
   */
  letters?: 'eurostat' | 'sdmx'
  /**
   * The statuses that texts are, whatever the letters.
   */
  means?: {
    [k: string]:
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
   * The column of what is printed after a number. Left out: its own texts, where those are no codes.
   */
  label?: string
  /**
   * The units that texts are. Left out: each text makes the code of its own.
   */
  means?: {
    [k: string]: Unit
  }
  /**
   * The column of the powers of ten in which values count: `6`, `millions`, `in 1,000,000`.
   */
  multiplier?: string
  /**
   * The column that says `true` where the things come one by one.
   */
  whole?: string
}

/**
 * What is made of a row that promises something done or not by a date.
 */
export interface DeliverableOfARow {
  /**
   * Its name for people.
   */
  name: TextOfARow | Place
  /**
   * By when.
   */
  deadline: Period | Place
  /**
   * How it was postponed or brought forward later, in any order.
   */
  amendments?: NewDeadlineOfARow[]
  /**
   * From when its time counts, beside which a share that is done is judged. Left out: with the plan.
   */
  begins?: Day | Place
  /**
   * Where it was promised.
   */
  citation?: CitationOfARow
  /**
   * Its name for machines. Left out: made of its name.
   */
  code?: Code | Place
  /**
   * A note for readers.
   */
  note?: TextOfARow | Place
  /**
   * The rows of which it is made. Left out: all that count.
   */
  only?: Selection[]
  /**
   * Reports on it that stand in the row too.
   */
  reports?: ReportOfARow[]
  /**
   * Who answers for it.
   */
  responsible?: TextOfARow | Place
  /**
   * Another wording of that deliverable, which alone counts. By the code of the deliverable.
   */
  restates?: Code | Place
  /**
   * What shows that it is done: a criterion, a title or an opening, or nothing (`none`: listed, never scored). Left out: `"title"`.
   */
  verifiability?: ('criterion' | 'title' | 'none') | Place
  /**
   * How much it counts among its neighbours. A decimal above 0. Left out: `"1"`.
   */
  weight?: (string | number) | Place
}

/**
 * A column that says of which part of the indicator a figure is.
 */
export interface Dimension {
  /**
   * The name of the column, as the header has it.
   */
  column: string
  /**
   * The dimension of the plan's breakdowns. Left out: made of the name of the column.
   */
  dimension?: Code
  /**
   * The codes of the parts, or `total` where a row is not of one part but of all. Left out: each text makes the code of its part; an empty cell, and SDMX's `_T`, is the total.
   */
  means?: {
    [k: string]: 'total' | Code
  }
  /**
   * The column of their names for people. Left out: its own texts, or the labels of SDMX-CSV.
   */
  name?: string
}

/**
 * The first day on which something can have been published.
 */
export interface EarliestDateOfARow {
  /**
   * The first day on which it can have been published, where only that is known.
   */
  not_before: Day | Place
}

/**
 * What a row promises.
 */
export interface GoalOfARow {
  /**
   * Which of the eight goals it is.
   */
  kind: ('level' | 'change' | 'addition' | 'cumulative' | 'average_growth' | 'keep' | 'trend' | 'unstated') | Place
  /**
   * A bound: this much or more. Exactly one bound must be there.
   */
  at_least?: Decimal | Place
  /**
   * A bound: this much or less; lower is better. Exactly one bound must be there.
   */
  at_most?: Decimal | Place
  /**
   * Which bound the value of a row is that has no sign of its own (`>7`, `≤ 5`), and of one that is about right (`~6`, 6左右), which gets a `tolerance` that is `not_stated`: `from_baseline`, at least where a `level` lies above the value of the row's baseline, at most where it lies below. Left out: as the sign before the value says; without one it is refused.
   */
  bound?: ('at_least' | 'more_than' | 'at_most' | 'less_than' | 'within' | 'from_baseline') | Place
  /**
   * Which way is promised.
   */
  direction?: ('rising' | 'falling') | Place
  /**
   * How often it is looked at: in each period of a length, or at each `figure` as it is published. Left out: `"year"`.
   */
  every?: ('year' | 'half' | 'quarter' | 'month' | 'week' | 'figure') | string | Place
  /**
   * In how many of the periods it must hold. Left out: in all.
   */
  kept_in?: number | Place
  /**
   * What the promise does not say, so that nobody can judge it.
   */
  lacks?: ('number' | 'bound' | 'reference') | Place
  /**
   * A bound: less than this; lower is better. Exactly one bound must be there.
   */
  less_than?: Decimal | Place
  /**
   * Whether the indicator's figures are values, or (a `growth_rate`) yearly rates that are chained. Left out: `"levels"`.
   */
  measured_by?: ('levels' | 'yearly_rates') | Place
  /**
   * A bound: more than this; 2,000 itself fails a `more_than` of 2,000. Exactly one bound must be there.
   */
  more_than?: Decimal | Place
  /**
   * What the change counts from instead: a scenario's value, such as business as usual. The promise is then a value, reference × (1 + change), and needs no baseline. Left out: the baseline.
   */
  reference?: ReferenceOfARow
  /**
   * Better than what: the period before, the baseline, or the same period of the year before. Left out: `"previous"`.
   */
  than?: ('previous' | 'baseline' | 'year_before') | Place
  /**
   * How far beside the bound is near enough, in its unit; `not_stated` where the plan says *basically* and nobody published how much that is. A decimal from 0 on.
   */
  tolerance?: (string | number) | 'not_stated' | Place
  /**
   * The value that is promised; its own sign says the bound, as in `≥ 95`, `<5` or `40–60`. Left out: one of the bounds must be there.
   */
  value?: Decimal | UncertainValueOfARow | Place
  /**
   * A bound: the lower and the upper edge, both included. Exactly one bound must be there.
   *
   * @minItems 2
   * @maxItems 2
   */
  within?: [Decimal | Place, Decimal | Place]
}

/**
 * What is made of a row that promises a number.
 */
export interface IndicatorOfARow {
  /**
   * Its name for people.
   */
  name: TextOfARow | Place
  /**
   * What kind of number it is: a `stock` at a moment, a `flow` in a period, a `share` of a whole, a `ratio` of one quantity per another; 1 is the best `rank`.
   */
  measure: ('stock' | 'flow' | 'share' | 'ratio' | 'index' | 'growth_rate' | 'rank') | Place
  /**
   * The unit of every number of the indicator.
   */
  unit: UnitOfARow | Place
  /**
   * What is promised of it; one of which every column is blank is left out.
   */
  targets: TargetOfARow[]
  /**
   * The dimensions along which the parts of a `stock` or a `flow` add up to its total: where their figures do not, exactly, the check of the observations says so.
   */
  adds_up?: (Code | Place)[]
  /**
   * Its parts by sex, district …: series and targets can be of one of them.
   */
  breakdowns?: BreakdownOfARow[]
  /**
   * Its name for machines. Left out: made of its name.
   */
  code?: Code | Place
  /**
   * How a figure relates to its period: at its `end`, `beginning` or `middle`, as the `average` over it, or (a flow) as its `sum`. A part of a period never stands for the average or sum of the whole. Left out: `end` of a stock, `sum` of a flow, else `average`.
   */
  collected?: ('end' | 'average' | 'sum' | 'beginning' | 'middle') | Place
  /**
   * A note for readers: its definition, say.
   */
  note?: TextOfARow | Place
  /**
   * Figures that stand in the row too.
   */
  observations?: ObservationOfARow[]
  /**
   * The rows of which it is made. Left out: all that count.
   */
  only?: Selection[]
  /**
   * Where every value lies: no promise reaches beyond it, a figure beyond it is a warning, and projections stop at its edge. Sums of a `flow` from 0 on only grow, so that a part of a year that is beyond a cap decides at once. Left out: a share lies in its whole, a `rank` is 1 or more.
   */
  possible?: RangeOfARow
}

/**
 * What the columns of a table say.
 */
export interface MapOfColumns {
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
   * The address of a schema, by which editors help to write; nothing else reads it, and it is not written.
   */
  $schema?: string
  /**
   * The columns that say of which part of the indicator a figure is.
   */
  breakdowns?: Dimension[]
  /**
   * The first day of a running total: in a column, or that of the `year` in which the period ends. Left out: each figure is of its period alone.
   */
  cumulative_since?: 'year' | Column
  /**
   * Whether `03/04/2025` says its day or its month first. Left out: dates that can be two days are refused, and `31/03/2025` can be one alone.
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
   * The column of the last period whose figure is observed, as `Estimates Start After`: later ones are `estimated`, and `forecast` where they were published before their period was over.
   */
  estimates_after?: string
  /**
   * Whose letters behind a number or a period say something of it: `12.3 p` is provisional in those of Eurostat; or what each mark means that stands there, `{"*": "provisional", "r": "normal"}`, and brackets around a number, `{"()": "low_reliability"}`. Left out: letters behind a number are refused; in SDMX-CSV they are Eurostat's.
   */
  flags?:
    | 'eurostat'
    | {
        [k: string]:
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
   * The line on which the columns are named; what stands before it is passed over. Left out: `1`.
   */
  header?: number
  /**
   * What `2010-11` is: November 2010 (`month`), or from 2010 to 2011 (`years`). Left out: in SDMX-CSV a month; else the reporting year where its years follow each other and `year` is said, or a month; and refused where its column holds what can be no such thing, as `2011-13`.
   */
  hyphen?: 'month' | 'years'
  /**
   * What else says in a cell that there is no value, as `-999` may. Left out: an empty cell, and the usual signs such as `:`, `..`, `-` and `n/a`.
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
   * The column of the periods, or the columns that say them together. Left out: `TIME_PERIOD` in SDMX-CSV, else refused.
   */
  period?: string | PeriodOfColumns
  /**
   * When the figures were published: one day for all, or a column. Left out: the day of its version or of `LAST UPDATE` in SDMX-CSV, else not stated.
   */
  published?: Day | EarliestDate | Column
  /**
   * Columns that must say one thing in all rows of a series, so that figures of different things are never mixed. Left out: in SDMX-CSV, every dimension that is not named otherwise.
   */
  same?: string[]
  /**
   * Where they were found.
   */
  source?: SourceOfTheRows
  /**
   * The column of what the publisher says of a figure. Left out: `OBS_STATUS` or `OBS_FLAG` in SDMX-CSV, else the `flags` beside a value.
   */
  status?: ColumnOfFlags
  /**
   * What stands between the thousands of a number. Left out: nothing does.
   */
  thousands?: ',' | '.' | 'space' | "'" | '_'
  /**
   * What `2025 T1` is: a `third` of a year, or a `quarter` (trimestre). Left out: a third in SDMX-CSV, else refused.
   */
  trimester?: 'third' | 'quarter'
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
 * What the columns of a wide table say, one a period.
 */
export interface MapOfPeriods {
  /**
   * How the document is to be read.
   */
  format: 1
  /**
   * What a row is: a series, with a column a period.
   */
  kind: 'wide'
  /**
   * Of what the figures are: one code for all, or a column.
   */
  indicator: Code | ColumnOfCodes
  /**
   * The address of a schema, by which editors help to write; nothing else reads it, and it is not written.
   */
  $schema?: string
  /**
   * The columns that say of which part of the indicator a figure is.
   */
  breakdowns?: Dimension[]
  /**
   * The first day of a running total: in a column, or that of the `year` in which the period ends. Left out: each figure is of its period alone.
   */
  cumulative_since?: 'year' | Column
  /**
   * Whether `03/04/2025` says its day or its month first. Left out: dates that can be two days are refused, and `31/03/2025` can be one alone.
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
   * The column of the last period whose figure is observed, as `Estimates Start After`: later ones are `estimated`, and `forecast` where they were published before their period was over.
   */
  estimates_after?: string
  /**
   * Whose letters behind a number or a period say something of it: `12.3 p` is provisional in those of Eurostat; or what each mark means that stands there, `{"*": "provisional", "r": "normal"}`, and brackets around a number, `{"()": "low_reliability"}`. Left out: letters behind a number are refused; in SDMX-CSV they are Eurostat's.
   */
  flags?:
    | 'eurostat'
    | {
        [k: string]:
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
   * The line on which the columns are named; what stands before it is passed over. Left out: `1`.
   */
  header?: number
  /**
   * What `2010-11` is: November 2010 (`month`), or from 2010 to 2011 (`years`). Left out: in SDMX-CSV a month; else the reporting year where its years follow each other and `year` is said, or a month; and refused where its column holds what can be no such thing, as `2011-13`.
   */
  hyphen?: 'month' | 'years'
  /**
   * What else says in a cell that there is no value, as `-999` may. Left out: an empty cell, and the usual signs such as `:`, `..`, `-` and `n/a`.
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
   * How the heads of the columns of figures are written, with a star where the period stands: `"F*"` of `F2019`; behind a second star anything can stand, as in `"* (*"` of `2019 (revised)`; of several forms, each head is read in the first in which it is a period: `["*", "* (*"]`. Left out: `"*"`.
   */
  periods?: string | string[]
  /**
   * When the figures were published: one day for all, or a column. Left out: the day of its version or of `LAST UPDATE` in SDMX-CSV, else not stated.
   */
  published?: Day | EarliestDate | Column
  /**
   * Columns that must say one thing in all rows of a series, so that figures of different things are never mixed. Left out: in SDMX-CSV, every dimension that is not named otherwise.
   */
  same?: string[]
  /**
   * Where they were found.
   */
  source?: SourceOfTheRows
  /**
   * What stands between the thousands of a number. Left out: nothing does.
   */
  thousands?: ',' | '.' | 'space' | "'" | '_'
  /**
   * What `2025 T1` is: a `third` of a year, or a `quarter` (trimestre). Left out: a third in SDMX-CSV, else refused.
   */
  trimester?: 'third' | 'quarter'
  /**
   * In what the values are printed: one unit for all, or a column. Left out: `UNIT_MEASURE` and `UNIT_MULT` in SDMX-CSV, else refused.
   */
  unit?: Unit | ColumnOfUnits
  /**
   * When a year begins that is not the calendar's, and which of its years names it. Left out: the calendar's, and `2016/17` is refused.
   */
  year?: ReportingYear
}

/**
 * What the columns of a table of promises say.
 */
export interface MapOfPromises {
  /**
   * How the document is to be read.
   */
  format: 1
  /**
   * What a row is: a promise.
   */
  kind: 'targets'
  /**
   * The plan that promises what stands in the rows.
   */
  plan: PlanOfRows
  /**
   * The address of a schema, by which editors help to write; nothing else reads it, and it is not written.
   */
  $schema?: string
  /**
   * Whether `03/04/2025` says its day or its month first. Left out: dates that can be two days are refused, and `31/03/2025` can be one alone.
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
   * What is made of a row that promises something done or not by a date.
   */
  deliverables?: DeliverableOfARow[]
  /**
   * The line on which the columns are named; what stands before it is passed over. Left out: `1`.
   */
  header?: number
  /**
   * What `2010-11` is: November 2010 (`month`), or from 2010 to 2011 (`years`). Left out: in SDMX-CSV a month; else the reporting year where its years follow each other and `year` is said, or a month; and refused where its column holds what can be no such thing, as `2011-13`.
   */
  hyphen?: 'month' | 'years'
  /**
   * What is made of a row that promises a number.
   */
  indicators?: IndicatorOfARow[]
  /**
   * What else says in a cell that there is no value, as `-999` may. Left out: an empty cell, and the usual signs such as `:`, `..`, `-` and `n/a`.
   */
  missing?: string[]
  /**
   * The rows that count; all others are passed over.
   */
  only?: Selection[]
  /**
   * What a percent sign behind a number says: `number` reads 42% as 42, `fraction` as 0.42. Left out: a percent sign is refused.
   */
  percent?: 'number' | 'fraction'
  /**
   * Of which pillar a row is. Left out: all rows are of one, which is called as the plan.
   */
  pillar?: PillarOfARow
  /**
   * What stands between the thousands of a number. Left out: nothing does.
   */
  thousands?: ',' | '.' | 'space' | "'" | '_'
  /**
   * What `2025 T1` is: a `third` of a year, or a `quarter` (trimestre). Left out: a third in SDMX-CSV, else refused.
   */
  trimester?: 'third' | 'quarter'
  /**
   * When a year begins that is not the calendar's, and which of its years names it. Left out: the calendar's, and `2016/17` is refused.
   */
  year?: ReportingYear
}

/**
 * What is promised in between.
 */
export interface MilestoneOfARow {
  /**
   * At whose end it is due.
   */
  period: Period | Place
  /**
   * The net addition by then, where the goal is an `addition`. Exactly one of them must be there.
   */
  addition?: Decimal | Place
  /**
   * The average growth a year from the baseline to then, where the goal is an `average_growth`. Exactly one of them must be there.
   */
  average_growth?: Decimal | Place
  /**
   * The signed change by then, where the goal is a `change`: `"-0.21"` of the baseline. Exactly one of them must be there.
   */
  change?: Decimal | Place
  /**
   * The sum by then, where the goal is `cumulative`. Exactly one of them must be there.
   */
  cumulative?: Decimal | Place
  /**
   * The same, where the goal is a `level`. Exactly one of them must be there.
   */
  level?: Decimal | Place
  /**
   * The share of the way from baseline to goal, in units. This and the goal's own terms follow a baseline that is revised. A decimal from 0 to 1. Exactly one of them must be there.
   */
  share_of_way?: (string | number) | Place
  /**
   * The value, in the unit; of a `cumulative` goal the sum by then, of yearly rates the index, which begins with 1. Exactly one of them must be there.
   */
  value?: Decimal | Place
}

/**
 * A later change of the day by which a deliverable is due.
 */
export interface NewDeadlineOfARow {
  /**
   * From when it holds; never before it is published.
   */
  in_force: Day | Place
  /**
   * By when since.
   */
  deadline: Period | Place
  /**
   * Where it is stated.
   */
  citation?: CitationOfARow
  /**
   * When it was published. Left out: by the day on which it is in force.
   */
  published?: Day | Place
  /**
   * Why it was made.
   */
  why?: TextOfARow | Place
}

/**
 * One figure, as one source published it.
 */
export interface ObservationOfARow {
  /**
   * The time that the figure is of; of a stock, its end.
   */
  period: Period | Place
  /**
   * The first day of a running total that ends with the period.
   */
  cumulative_since?: Day | Place
  /**
   * A note for readers.
   */
  note?: TextOfARow | Place
  /**
   * When it was published. What is not dated is left out of an assessment unless the caller lets it in. Left out: as the series says.
   */
  published?: Day | EarliestDateOfARow | Place
  /**
   * Where it was found.
   */
  source?: SourceOfARow
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
        | Place
      )[]
    | Place
  /**
   * How far the true value may lie from it: a range `from` … `to`, or a `standard_error`; the verdict is by the value.
   */
  uncertainty?: UncertaintyOfARow
  /**
   * The figure, in the unit of the series. Left out: refused, unless `missing`.
   */
  value?: Decimal | UncertainValueOfARow | Place
}

/**
 * What of its indicator a target is about where that is not the total.
 */
export interface PartOfARow {
  /**
   * One breakdown, whose series decides. By the code of the breakdown. Exactly one of them must be there.
   */
  breakdown?: Code | Place
  /**
   * A dimension: each part along it has to keep the promise, from a baseline of its own, and the worst of them decides. Exactly one of them must be there.
   */
  each?: Code | Place
}

/**
 * The column that says of what time a figure is, or those that say it together.
 */
export interface PeriodOfColumns {
  /**
   * The one column of the periods, where `means` says what its texts are.
   */
  column?: string
  /**
   * The column of its first day or year, together with `to`.
   */
  from?: string
  /**
   * The column of the half of the year: `1` or `2`, or as it is printed beside a year, `H2`.
   */
  half?: string
  /**
   * What texts are: of `column` periods, else parts of the year, counted from 1 or as they are printed (`March`), or `year`, which is all of it: a text that is several of them (`1-3月`) is none. Left out: as they are printed.
   */
  means?: {
    [k: string]: Period | number | string
  }
  /**
   * The column of the month: `3`, `03`, `March`, `März`, `3月`, or of several together: `Jan-Mar`, `1-3月`, 上半年.
   */
  month?: string
  /**
   * The column of the quarter: `3`, `Q3`, `T3`.
   */
  quarter?: string
  /**
   * The column of its last day or year.
   */
  to?: string
  /**
   * The column of its year, together with one of `half`, `quarter` and `month`.
   */
  year?: string
}

/**
 * The pillar of which a row is.
 */
export interface PillarOfARow {
  /**
   * Its name for people.
   */
  name: TextOfARow | Place
  /**
   * Its name for machines. Left out: made of its name.
   */
  code?: Code | Place
  /**
   * A note for readers.
   */
  note?: TextOfARow | Place
  /**
   * How much it counts among its neighbours. A decimal above 0. Left out: `"1"`.
   */
  weight?: (string | number) | Place
}

/**
 * A column in which a value stands.
 */
export interface Place {
  /**
   * The name of the column, as the header has it; of several, their cells are read with a blank between, as `Q4 2026`.
   */
  column: string | string[]
  /**
   * What its texts stand for: whatever can stand in the document there. Left out: they are read as they are printed.
   */
  means?: {
    [k: string]: Text | Decimal | boolean | Unit | UncertainValue
  }
  /**
   * By what its numbers are multiplied: `"-0.01"` makes a cut of 42 percent the change -0.42. Left out: not at all.
   */
  times?: Decimal
}

/**
 * The plan that promises what stands in the rows.
 */
export interface PlanOfRows {
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
 * A period with the value that is due at its end.
 */
export interface PointOfARow {
  /**
   * At whose end the value is due.
   */
  period: Period | Place
  /**
   * The value, in the unit.
   */
  value: Decimal | Place
}

/**
 * Where every value of an indicator lies.
 */
export interface RangeOfARow {
  /**
   * The least that there can be; one of the two limits must be there.
   */
  at_least?: Decimal | Place
  /**
   * The most that there can be.
   */
  at_most?: Decimal | Place
}

/**
 * The value of a scenario from which a change counts.
 */
export interface ReferenceOfARow {
  /**
   * Of which the value is expected.
   */
  period: Period | Place
  /**
   * The value, in the unit, above 0.
   */
  value: Decimal | Place
  /**
   * What it is called: `"business as usual"`.
   */
  name?: TextOfARow | Place
}

/**
 * How far a deliverable had come on a day.
 */
export interface ReportOfARow {
  /**
   * How far it has come.
   */
  state: ('not_started' | 'under_way' | 'completed' | 'in_use' | 'cancelled') | Place
  /**
   * The day on which it was so.
   */
  on: Day | Place
  /**
   * A note for readers.
   */
  note?: TextOfARow | Place
  /**
   * When it was published. What is not dated is left out of an assessment unless the caller lets it in. Left out: not stated.
   */
  published?: Day | EarliestDateOfARow | Place
  /**
   * How much of it is done. A decimal from 0 to 1.
   */
  share_done?: (string | number) | Place
  /**
   * Where it was found.
   */
  source?: SourceOfARow
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
  /**
   * What `2026` alone is: the `calendar`'s year, or the `reporting` year of that name. Left out: `"calendar"`.
   */
  plain?: 'calendar' | 'reporting'
}

/**
 * A path that leads slowly, then fast, then slowly again.
 */
export interface SCurveOfARow {
  /**
   * The name of the curve.
   */
  shape: 'logistic' | Place
  /**
   * What is never quite reached, in the unit, above all values of the path: the odds value ÷ (ceiling − value) grow by the same rate a year.
   */
  ceiling: Decimal | Place
}

/**
 * A path that the author states in a table.
 */
export interface ScheduleOfARow {
  /**
   * At least one point; if the last is at the deadline, it is the goal. It takes the place of `milestones`.
   */
  schedule: PointOfARow[]
  /**
   * What is due between its points: a value until the next (`stepped`), or straight lines (`interpolated`).
   */
  between: ('stepped' | 'interpolated') | Place
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
   * What its cell says in a row that counts. Left out: anything but nothing, or but what stands in `is_not`.
   */
  is?: string | string[]
  /**
   * What its cell does not say in a row that counts.
   */
  is_not?: string | string[]
}

/**
 * Where a figure was found.
 */
export interface SourceOfARow {
  /**
   * The title of the document.
   */
  title: TextOfARow | Place
  /**
   * A page or table in it.
   */
  locator?: string | Place
  /**
   * Who published it: titles of one publisher are vintages of each other, different publishers make an interval.
   */
  publisher?: TextOfARow | Place
  /**
   * Its address.
   */
  url?: string | Place
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
 * One promise of a row.
 */
export interface TargetOfARow {
  /**
   * What is promised.
   */
  goal: GoalOfARow
  /**
   * The period whose value decides; its end comes after the baseline's. What stands at its beginning or in its middle is due at that moment. An average or a sum is that of the deadline's own period; if that is shorter than a year, of a longer time that ends with it: as long as the period of the baseline; without one, and where that is a mean, as long as `reported` says; else a year.
   */
  deadline: Period | Place
  /**
   * What is refused or warned of because it is hardly what was meant, and is meant here: a change or rate beyond ±1 (a tripling is 2), a bound that every possible value meets, a share of 1 % or less.
   */
  accept?: (('large_change' | 'always_met' | 'small_share') | Place)[]
  /**
   * Another reading of that target, which alone counts. By the code of the target.
   */
  alternative_to?: Code | Place
  /**
   * How it was changed later, in any order; each amends the version before it in time.
   */
  amendments?: AmendmentOfARow[]
  /**
   * Where it starts; all goals but `level` and `unstated` need one. A level that is to be reached has no path without one, and is `unknown` until it is met or due. The value of a period alone is read from the observations as they were known.
   */
  baseline?: Period | BaselineOfARow | Place
  /**
   * Where it was promised.
   */
  citation?: CitationOfARow
  /**
   * Its name for machines. Left out: the indicator's, with the deadline behind it: `gdp-2030`.
   */
  code?: Code | Place
  /**
   * Whether it is a limit to be kept within, whose room is used bit by bit, or a goal to be reached; not for `keep`, `trend` and `unstated`. Left out: told by where it starts: within its bound or not.
   */
  limit?: boolean | Place
  /**
   * What is promised in between, in the order of time; the path leads through it.
   */
  milestones?: MilestoneOfARow[]
  /**
   * Its name for people. Left out: the indicator's.
   */
  name?: TextOfARow | Place
  /**
   * How it obliges: 约束性 or 预期性. Left out: not stated.
   */
  nature?: ('binding' | 'anticipatory') | Place
  /**
   * A note for readers.
   */
  note?: TextOfARow | Place
  /**
   * What of the indicator it is about: the `total`, one breakdown, or each part along a dimension. Left out: `"total"`.
   */
  of?: 'total' | PartOfARow | Place
  /**
   * The rows of which it is made. Left out: all that count.
   */
  only?: Selection[]
  /**
   * The longer target of which it is an instalment. By the code of the target.
   */
  part_of?: Code | Place
  /**
   * How the value is to get there: by the same amount a year (`linear`), by the same rate a year (`constant_growth`: only through values above 0), at the bound all along (`hold`: for `keep` and for limits), on an S-curve (`logistic`), or by the author's own schedule. Left out: the goal's own.
   */
  path?: ('linear' | 'constant_growth' | 'hold') | SCurveOfARow | ScheduleOfARow | Place
  /**
   * Shown beside it, never deciding. By the code of the indicator.
   */
  proxies?: (Code | Place)[]
  /**
   * How often a figure is due: two of these periods after it was first published, a figure says nothing of today. Left out: the goal's own length for `keep`, `trend`, averages and sums; else a year, or a quarter of the time if shorter.
   */
  reported?: ('year' | 'half' | 'quarter' | 'month' | 'week') | string | Place
  /**
   * Who answers for it.
   */
  responsible?: TextOfARow | Place
  /**
   * Another wording of that target, which alone counts; not together with `alternative_to`. By the code of the target.
   */
  restates?: Code | Place
  /**
   * How time is counted on the way: in `months` and parts of them, or in `days` (weekly and daily plans). Left out: `"months"`.
   */
  time?: ('months' | 'days') | Place
  /**
   * How much it counts among its neighbours. A decimal above 0. Left out: `"1"`.
   */
  weight?: (string | number) | Place
}

/**
 * Words, or a map from language tag to words; the first language stands in for those that are not there.
 */
export type TextOfARow =
  | string
  | {
      [k: string]: string | Place
    }

/**
 * What is said of a figure that is not known exactly.
 */
export interface UncertainValueOfARow {
  /**
   * About this much; it stands alone.
   */
  approximately?: Decimal | Place
  /**
   * A lower limit: this much or more.
   */
  at_least?: Decimal | Place
  /**
   * An upper limit: this much or less.
   */
  at_most?: Decimal | Place
  /**
   * An upper limit: less than this.
   */
  less_than?: Decimal | Place
  /**
   * A lower limit: more than this.
   */
  more_than?: Decimal | Place
}

/**
 * How far the true value may lie from a figure.
 */
export interface UncertaintyOfARow {
  /**
   * How often such a range holds the true value: `"0.95"`. A decimal above 0 and below 1.
   */
  confidence?: (string | number) | Place
  /**
   * The lower end of a range that holds the value, together with `to`.
   */
  from?: Decimal | Place
  /**
   * The standard error of the value; shown only, and it stands alone. A decimal from 0 on.
   */
  standard_error?: (string | number) | Place
  /**
   * Its upper end.
   */
  to?: Decimal | Place
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
export interface UnitOfARow {
  /**
   * `"CNY"`, `"t"`; `"1"` is the plain number.
   */
  code: Code | Place
  /**
   * What is printed after the number: `"億元"`, `"firms"`; without one, the code behind its power of ten (`million EUR`).
   */
  label?: TextOfARow | Place
  /**
   * The power of ten in which it counts: `8` with `CNY` is hundreds of millions of yuan. Left out: `0`.
   */
  multiplier?: number | Place
  /**
   * Whether the things come one by one (buildings, firms); needs the multiplier 0. Then an expected 44.29 buildings are 44 for the verdict. Left out: `false`.
   */
  whole?: boolean | Place
}
