// Made from docs/schema/report.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  Caveat,
  Code,
  Decimal,
  DeliveryState,
  Direction,
  Flags,
  Length,
  MaybeDecimal,
  Nature,
  Outcome,
  Period,
  Published,
  Reason,
  Revision,
  Status,
  Undated,
} from './shared'
export type {
  Caveat,
  Code,
  Decimal,
  DeliveryState,
  Direction,
  Flags,
  Ground,
  Lacks,
  Length,
  MaybeDecimal,
  Missing,
  Nature,
  ObservationStatus,
  Outcome,
  Period,
  Published,
  Reason,
  Revision,
  Status,
  Undated,
  Years,
} from './shared'

/**
 * The assessment of a plan as a front end shows it, in one language.
 */
export interface Report {
  /**
   * How the report is to be read: keys and codes are only added while it is 1.
   */
  format: 1
  /**
   * The tag of the language.
   */
  language: string
  /**
   * The plan, the day and the rule of the report.
   */
  header: Header
  /**
   * The titles of columns and sections, by the names of what stands beneath them.
   */
  headings: {
    as_of: string
    plan: string
    region: string
    period: string
    issuers: string
    published: string
    rule: string
    pillar: string
    target: string
    promise: string
    first_promise: string
    amendments: string
    unit: string
    nature: string
    reported: string
    responsible: string
    weight: string
    citation: string
    note: string
    goal: string
    deadline: string
    baseline: string
    observed: string
    time: string
    path: string
    first_path: string
    catch_up: string
    milestone: string
    expected: string
    expected_to_decide: string
    gap: string
    remaining: string
    share_of_way: string
    share_expected: string
    share_of_time: string
    pace: string
    completion: string
    observed_to_goal: string
    observed_to_expected: string
    growth_so_far: string
    growth_required: string
    growth_required_from_now: string
    change_so_far: string
    change_required: string
    change_required_from_now: string
    times_faster: string
    cuts: string
    projection: string
    arrival: string
    breach: string
    next_milestone: string
    growth_required_to_milestone: string
    change_required_to_milestone: string
    record: string
    status: string
    last_status: string
    reason: string
    deciding_figure: string
    deciding_part: string
    caveats: string
    uncertainty: string
    newer_bound: string
    superseded: string
    remarks: string
    parts: string
    widest_gap: string
    proxies: string
    age: string
    deliverables: string
    state: string
    share_done: string
    reported_on: string
    verifiability: string
    summary: string
    judged: string
    coverage_by_count: string
    coverage_by_weight: string
    unknown_weight: string
    score: string
    sources: string
    class: string
    whole: string
    binding: string
    attention: string
    overdue: string
    total: string
    today: string
    all: string
  }
  /**
   * The classes of the rule, from the best to the worst, and behind them what is not due, and what nobody can say.
   */
  legend: LegendEntry[]
  /**
   * Where the first principal target stands that was judged (else the first of all), in one sentence: authors put first what they promise first, so that every report of a plan opens with the same promise. It is not the worst, and says nothing of the others: `attention` has the sentences of those that are behind.
   */
  headline: string | null
  /**
   * The parts of the plan, in the order of the document.
   */
  pillars: PillarReport[]
  /**
   * All targets in a few numbers.
   */
  summary: SummaryCells
  /**
   * The count of deliverables by status, without those that restate another one.
   */
  deliverable_counts: StatusCount[]
  /**
   * The statuses of the deliverables, in a phrase.
   */
  deliverable_words: string
  /**
   * The principal targets that somebody should look at, the most pressing first.
   */
  attention: AttentionRow[]
  /**
   * The deliverables that somebody should look at, the most pressing first.
   */
  deliverable_attention: AttentionRow[]
  /**
   * What has gone silent, so that nobody can say where it stands, and the lists above are without it: principal targets whose last figure is too old, the most pressing by the status that it would give first; and deliverables of which nothing was reported since their deadline.
   */
  overdue: AttentionRow[]
}

/**
 * One amendment of a promise, of those that hold on the day of the question.
 */
export interface AmendmentCells {
  /**
   * The day from which it holds.
   */
  since: string
  /**
   * The same in words.
   */
  since_words: string
  /**
   * The day on which it was published, where that is stated: it holds from that day, or from the day on which it comes into force if that is later.
   */
  published: string | null
  /**
   * The same in words.
   */
  published_words: string | null
  /**
   * Why it was made.
   */
  why: string | null
  /**
   * The place where the amendment is stated.
   */
  citation: CitationCells | null
  /**
   * The changes that it made of the promise before, each with its size.
   */
  revisions: WordedRevision[]
  /**
   * The day and all that it changed, in a phrase.
   */
  words: string
}

/**
 * A target or a deliverable that somebody should look at.
 */
export interface AttentionRow {
  /**
   * Its code.
   */
  code: Code
  /**
   * The name of the target, or what is to be done.
   */
  name: string
  /**
   * The code of its pillar.
   */
  pillar: Code
  /**
   * The name of its pillar.
   */
  pillar_name: string
  /**
   * How a target obliges, if that is stated.
   */
  nature: WordedNature | null
  /**
   * Its status.
   */
  status: StatusCells
  /**
   * The status that the last figure of a target would give, where it is too old to say anything of today.
   */
  last_status: StatusCells | null
  /**
   * Why.
   */
  reason: WordedReason
  /**
   * The published class of a composed rule, with what it measured; none of deliverables.
   */
  by_rule: ClassCells | null
  /**
   * Where it stands, in one sentence.
   */
  sentence: string
}

/**
 * The numbers of a chart, and how they are read.
 */
export interface Axis {
  /**
   * The words at the axis: the unit, and whether the numbers are sums since the baseline or, of a chain of yearly rates, an index. Empty for plain ratios.
   */
  unit: string
  /**
   * The unit that is printed after the numbers: empty for a chained index.
   */
  unit_of_numbers: string
  /**
   * The kind of number that the indicator is; a chain of growth rates is plotted as their index.
   */
  measure: Measure
  /**
   * How a value relates to its period; a sum since the baseline is that of its end.
   */
  collected: Collected
  /**
   * How many decimals of computed values are shown.
   */
  decimals: number
  /**
   * Whether the values are of things that come one by one, so that marks between whole numbers mean nothing.
   */
  is_whole: boolean
  /**
   * The least of all that is drawn: the baseline, figures and their limits, paths, milestones, projection and goal. A chart is drawn from the first of the `ticks` to the last, which lie apart where this and `high` are one number.
   */
  low: MaybeDecimal
  /**
   * The greatest of it.
   */
  high: MaybeDecimal
  /**
   * Where the axis has its marks: from one that lies at or below all that is drawn to one at or above it, evenly apart, by 1, 2 or 5 of a power of ten. Empty where nothing is drawn.
   */
  ticks: Tick[]
  /**
   * The kind of goal.
   */
  goal: GoalKind
  /**
   * The direction in which the target gets better; none where both are alike, as inside of a band, or where nobody said.
   */
  direction: Direction | null
  /**
   * Whether the goal is a limit to be kept within, and not to be reached.
   */
  is_limit: boolean
  /**
   * Whether the bound itself is allowed, as by "at least", and not by "more than"; none where there is no bound.
   */
  is_inclusive: boolean | null
}

/**
 * A caveat that a reader should know beside a status, and the figures that it concerns.
 */
export interface CaveatCells {
  /**
   * The caveat.
   */
  value: Caveat
  /**
   * The periods of the figures that it is about, where it is about figures: of the baseline, the observed one, a newer bound.
   */
  periods: Period[]
  /**
   * The words of the caveat, behind these periods.
   */
  words: string
}

/**
 * A fact as it is shown: the text, the number that it stands for, the period that it is of, and why there is none.
 *
 * Numbers are written by fixed rules, the same on every machine:
 *
 * | number | written | |---|---| | published value | with the published digits; an approximate one with `≈`, a limit with `>`, `≥`, `<` or `≤` | | published value of more than 8 decimals | as a computed one, since nobody measured so much | | published value of what comes one by one | without the zeros behind the point that a program printed | | computed value in units | half-even to 2 decimals, or as many as the target's own numbers have (of more than 8, three digits); more where they would show the figure or the goal, that it is not; no trailing zeros | | rate of growth | in percent, 3 decimals | | share | in percent, 2 decimals; more where they would show less than the whole as 100 % | | pace | 3 decimals; more where they would show a hundredth, at which classes meet, that it is not | | pace at which a class begins | 2 decimals, or all that its author wrote | | score | 3 decimals; more where they would show 0 or 1, that it is not | | number of a composed rule | half-even to 4 decimals; more where they would show a hundredth, that it is not; no trailing zeros | | times faster | 2 decimals; more where they would show 0 or 1, that it is not | | age in years | 2 decimals; what is left counts as one more of the last | | period | as in a sentence, see `Period::words` |
 *
 * A point stands before decimals and `-` before negative numbers. In `words` and in sentences the digits of whole parts are grouped as the language does (`1,892.61`; in simplified characters from five digits on), in `text` they are not. A number that is not known is `–`, and `why` says why.
 */
export interface Cell {
  /**
   * The text that is shown: the number, and of rates and shares `%`.
   */
  text: string
  /**
   * The text as it stands in a sentence: long numbers in groups of digits, and with their unit. Of a value that is the target's, of a difference of two percentages percentage points.
   */
  words: string
  /**
   * The number, not rounded for showing; rates and shares as fractions.
   */
  value: MaybeDecimal
  /**
   * The period that it is of.
   */
  period: Period | null
  /**
   * The period in words.
   */
  period_words: string | null
  /**
   * Why there is nothing to show, in words.
   */
  why: string | null
}

/**
 * Everything that a chart of one target draws, as points: no front end needs arithmetic.
 *
 * Positions are decimal years on one axis, to 12 decimals: the end of 2025 is 2026, the end of June 2026 is 2026.5. Values are in the target's unit; of a cumulative goal they are sums since the baseline, and of a goal that is measured by yearly rates an index that begins with 1. Stored values are as they were stored, computed ones have 12 decimals.
 */
export interface Chart {
  /**
   * The axis of values, from the least to the greatest.
   */
  axis: Axis
  /**
   * The axis of time, over every position below, with the labels of periods.
   */
  time: ChartTime
  /**
   * The position of the day of the question: positions are decimal years, so that 2025 is its first moment.
   */
  today: Decimal
  /**
   * The position of the deadline, at which the goal stands: there is one where there is no path, too.
   */
  deadline_position: Decimal
  /**
   * How far apart the points of path and projection are: a reporting period, or several where more than 400 points would stand between baseline and deadline, which no chart shows.
   */
  step: Length
  /**
   * Where the promise starts: stated in the plan, or a figure of the series. Its path starts there, unless it is held at a limit all along.
   */
  baseline: ChartPoint | null
  /**
   * Whether the plan states its value; else it is one of the figures.
   */
  is_baseline_stated: boolean
  /**
   * The path: the baseline, a point after each step, the milestones, and the goal. Steps end where the figures of their length do, if all of those share one phase; else they are counted back from the deadline.
   */
  path: ChartPoint[]
  /**
   * The path by what was first promised, where an amendment is in force: its baseline, a point after each step, its milestones, its goal.
   */
  first_path: ChartPoint[]
  /**
   * Whether that path stays at a value until the next point.
   */
  is_first_path_stepped: boolean
  /**
   * Why there is no path, in words.
   */
  why_no_path: string | null
  /**
   * Whether the path stays at a value until the next point, instead of running straight to it.
   */
  is_stepped: boolean
  /**
   * The values promised in between, as stored.
   */
  milestones: ChartPoint[]
  /**
   * The lowest value that the goal allows at the deadline, if it has one.
   */
  goal_low: MaybeDecimal
  /**
   * The highest value that the goal allows at the deadline, if it has one.
   */
  goal_high: MaybeDecimal
  /**
   * Every figure that was known, all vintages of it, in the order of time; of a cumulative goal the sums.
   */
  figures: ChartFigure[]
  /**
   * The periods of which it is known that there is no figure, with why (`missing`, `confidential`, `not_applicable`) and what is noted of it: what explains a gap. They have no value and no limits. They may be parts of the periods in which figures are drawn.
   */
  missing: ChartFigure[]
  /**
   * How many sums are not among the figures: where flows leave gaps or overlap, no more than 400 are found, evenly spread, the last among them.
   */
  sums_left_out: number
  /**
   * The pace so far, continued from the figure that was used to the deadline.
   */
  projection: ChartPoint[]
  /**
   * The way that is required from the figure in use through the milestones to come to the goal, running as the path runs. Empty where nothing is required any more, and of limits.
   */
  catch_up: ChartPoint[]
}

/**
 * A figure on a chart.
 */
export interface ChartFigure {
  /**
   * The days that it covers.
   */
  period: Period
  /**
   * The same in words.
   */
  period_words: string
  /**
   * The middle of the period, in decimal years.
   */
  middle: Decimal
  /**
   * Where it is set beside the path, in decimal years: the end of the period, or where in it the figure stands.
   */
  position: Decimal
  /**
   * The day at whose end that is.
   */
  stands_on: string
  /**
   * The figure as it is shown: `1781.8`, `≈ 33.5`, `> 1600`; `–` where there is none.
   */
  text: string
  /**
   * The figure with its unit, its uncertainty, what its publisher says of it, and when it was published: `21.4 %, ± 0.7 (standard error), provisional, published on 2023-06-01`.
   */
  words: string
  /**
   * The value; none where only limits were published.
   */
  value: MaybeDecimal
  /**
   * The lower limit, where only limits were published.
   */
  low: MaybeDecimal
  /**
   * The upper limit, where only limits were published.
   */
  high: MaybeDecimal
  /**
   * The lower end of its published uncertainty: of the range, or one standard error below the value.
   */
  uncertain_low: MaybeDecimal
  /**
   * The upper end of it.
   */
  uncertain_high: MaybeDecimal
  /**
   * What its publisher says of it. A `forecast` speaks of a time to come and decides nothing: it is drawn as the projection is, with the line that leads to it, and not as what was measured.
   */
  status: Flags
  /**
   * What is known of its publication.
   */
  published: Published
  /**
   * The same in words.
   */
  published_words: string
  /**
   * Where it was found, and what is noted of it; none of a figure that is made of several, or told by several sources.
   */
  source: Origin | null
  /**
   * Whether another figure of its period counts in its place, so that it decides nothing: a later vintage, or that of a publisher that ranks higher.
   */
  is_superseded: boolean
  /**
   * Whether it decided the status.
   */
  decides: boolean
  /**
   * Whether a line may lead to it from the current figure before it. None leads across time for which figures are missing, nor from or to a figure of which only limits are known, nor across a break in the series.
   *
   * Figures are missing where their distance is 1¾ times the usual one or longer, which is the median of all: surveys of 2012, 2015, 2018 and 2022 are joined, yearly figures are not joined across a year without one. None is missing where a figure's period begins on the day after that of the one before, or both begin on one day: a year before quarters, or sums since the baseline.
   */
  is_joined: boolean
}

/**
 * A value on a chart.
 */
export interface ChartPoint {
  /**
   * The period at whose end it lies, or whose beginning, middle or mean it is.
   */
  period: Period
  /**
   * The same in words.
   */
  period_words: string
  /**
   * The middle of the period, in decimal years: where a time axis that centres its labels puts it.
   */
  middle: Decimal
  /**
   * Where it stands, in decimal years: at the end of the period, unless it is a value of its beginning or its middle, or a mean.
   */
  position: Decimal
  /**
   * The day at whose end it stands.
   */
  stands_on: string
  /**
   * The value, in what the axis counts: `Axis::unit`.
   */
  value: Decimal
  /**
   * The value as it is shown, with its unit: `1,892.61 million €`.
   */
  words: string
}

/**
 * The axis of time of a chart: whole periods, from before all that is drawn to after it.
 *
 * Positions are decimal years. A value that is counted at the end of its period stands where the next one begins: the figure of 2025 at 2026. So the label of a period stands in its `middle`, between the marks at its two ends, and not at the value.
 */
export interface ChartTime {
  /**
   * Where the axis begins.
   */
  low: Decimal
  /**
   * Where it ends.
   */
  high: Decimal
  /**
   * The periods that have labels, in the order of time: twelve at most, of one length.
   */
  ticks: TimeTick[]
}

/**
 * Where something was promised or stated.
 */
export interface CitationCells {
  /**
   * The title of the document.
   */
  document: string
  /**
   * Its address.
   */
  url: string | null
  /**
   * The exact words, as the document has them in this language.
   */
  quote: string | null
}

/**
 * The numbers that a composed rule measured, and the class that it publishes for them.
 *
 * Class names are those of the rule's publisher, in every language. Rates are fractions per year.
 */
export interface ClassCells {
  /**
   * The published name of the class; none where the rule has no class for the number.
   */
  class: string | null
  /**
   * The number that is cut into classes: what it is, a ratio or a rate, the rule's own page says.
   */
  value: Cell
  /**
   * The movement that was observed, as a fraction a year or in units a year.
   */
  observed: Cell
  /**
   * The movement that is required, in the same.
   */
  required: Cell
  /**
   * Observed ÷ required, as the rule divides them.
   */
  ratio: Cell
  /**
   * The score on the rule's own range.
   */
  score: Cell
}

/**
 * How a number relates to the period under which it stands. It decides which figures can be compared.
 *
 * | | in SDMX | a figure | |---|---|---| | `end` | `E` | stands at the end of its period, however long that is | | `average` | `A` | is the mean over its period: that of a month is not that of the year | | `sum` | `S` | is the total of its period: those of months add up to that of the year | | `beginning` | `B` | stands at the beginning of its period: inhabitants on 1 January | | `middle` | `M` | stands in the middle of its period: inhabitants in mid-year |
 */
export type Collected = 'end' | 'average' | 'sum' | 'beginning' | 'middle'

export type CurveName = 'linear' | 'constant_growth' | 'logistic' | 'stepped' | 'hold'

/**
 * The value at which a class begins.
 */
export interface CutCells {
  /**
   * The class.
   */
  status: StatusCells
  /**
   * The pace at which it begins.
   */
  pace: Cell
  /**
   * The value at that pace; of things that come one by one, the first whole number of them that has it.
   */
  value: Cell
  /**
   * Observed − value.
   */
  distance: Cell
}

/**
 * One deliverable of a report.
 */
export interface DeliverableRow {
  /**
   * The deliverable's code.
   */
  code: Code
  /**
   * The words that say what is to be done.
   */
  name: string
  /**
   * By when, as it is in force.
   */
  deadline: Period
  /**
   * The same in words.
   */
  deadline_words: string
  /**
   * The amendments that hold on the day of the question, in the order of time: how the deliverable was postponed or brought forward.
   */
  amendments: AmendmentCells[]
  /**
   * By when it was first promised, where an amendment is in force.
   */
  first_promise: FirstPromiseCells | null
  /**
   * What shows that it is done.
   */
  verifiability: WordedVerifiability
  /**
   * The status of the deliverable.
   */
  status: StatusCells
  /**
   * The reason of the status, or why nobody can say; with the pace where that decided.
   */
  reason: WordedReason
  /**
   * What a reader should know beside: that it was reported undone after it had been done, say.
   */
  caveats: WordedCaveat[]
  /**
   * The state that was reported last, of the reports that were known on the day of the question; none without one.
   */
  state: WordedDeliveryState | null
  /**
   * The day of that report.
   */
  reported_on: string | null
  /**
   * The same in words.
   */
  reported_on_words: string | null
  /**
   * The share that is done, in percent, if that report says it, or an earlier one that still holds and decided by its pace.
   */
  share_done: Cell | null
  /**
   * The share of its time that was gone on the day of the report by which the pace is, in percent, where that decided.
   */
  share_of_time: Cell | null
  /**
   * The share that is done ÷ the share of the time, where that decided: 1 is on time.
   */
  pace: Cell | null
  /**
   * The standing of the deliverable, in one sentence.
   */
  sentence: string
  /**
   * Its weight among the deliverables of its pillar; 1 if nothing is said.
   */
  weight: Cell
  /**
   * Where that report was found.
   */
  source: Origin | null
  /**
   * The code of the deliverable that it restates.
   */
  restates: Code | null
  /**
   * Who answers for it.
   */
  responsible: string | null
  /**
   * The place where the deliverable was promised.
   */
  citation: CitationCells | null
  /**
   * A note for readers.
   */
  note: string | null
}

/**
 * The facts of `Evidence`, each as it is shown.
 *
 * A fact that is not known is a cell whose `why` says why; what does not occur at all, as an uncertainty that nobody published, is absent. What each is called in the language of the report stands in `Report::headings`, under the name that the field has here.
 */
export interface FactCells {
  /**
   * Where the promise starts, in the target's unit, with its period.
   */
  baseline: Cell
  /**
   * The bound as a value of the indicator, with its sign (`≥ 121`, of a band both edges) and the deadline.
   */
  goal: Cell
  /**
   * The figure that the facts are computed from, with its period.
   */
  observed: Cell
  /**
   * How far the true value may lie from it: `22–31 (95 %)`, or `± 2.3 (standard error)`.
   */
  uncertainty: Cell | null
  /**
   * A newer figure that is only a bound.
   */
  newer_bound: Cell | null
  /**
   * The age of the figure on the day of the question, in years; where none has a value, of the newest bound.
   */
  age: Cell
  /**
   * The value that the path expects at the figure's period.
   */
  expected: Cell
  /**
   * The whole number that decides, where things come one by one and the path expects a part of one: what a page shows as expected, if it shows one number.
   */
  expected_to_decide: Cell | null
  /**
   * Observed − expected, in the target's unit, of percentages in percentage points: the distance that the sentence tells. Where there is a whole number that decides, it is from that.
   */
  gap: Cell
  /**
   * Goal − observed, likewise: what is left to go.
   */
  remaining: Cell
  /**
   * The share of the way from baseline to goal that is gone, in percent; of a limit, of its room that is spent.
   */
  share_of_way: Cell
  /**
   * The share of the way that the path expects at the figure's period, in percent.
   */
  share_expected: Cell
  /**
   * The share of the time from baseline to deadline that is gone at the figure's period, in percent.
   */
  share_of_time: Cell
  /**
   * Share of the way ÷ share expected, of a limit the other way round: 1 is on the path.
   */
  pace: Cell
  /**
   * Observed ÷ goal, in percent.
   */
  completion: Cell
  /**
   * The name of that number: completion (完成率) only where a goal is approached from below.
   */
  completion_heading: WordedHeading
  /**
   * Observed ÷ expected, in percent.
   */
  observed_to_expected: Cell
  /**
   * Whether growth or change is the movement to show, as the sentence does; none where neither is known.
   */
  movement: Movement | null
  /**
   * Growth a year from the baseline to the figure, in percent.
   */
  growth_so_far: Cell
  /**
   * Growth a year that was required from the baseline, in percent.
   */
  growth_required: Cell
  /**
   * Growth a year that is required from the figure on, in percent; of a limit, that is allowed.
   */
  growth_required_from_now: Cell
  /**
   * Change a year from the baseline to the figure, in units.
   */
  change_so_far: Cell
  /**
   * Change a year that was required from the baseline, in units.
   */
  change_required: Cell
  /**
   * Change a year that is required from the figure on, in units; of a limit, that is allowed.
   */
  change_required_from_now: Cell
  /**
   * The required ÷ the observed `movement`.
   */
  times_faster: Cell
  /**
   * The value at the deadline if the pace so far goes on.
   */
  projection: Cell
  /**
   * The first period that meets the bound if the pace so far goes on; its number is absent, its period says it.
   */
  arrival: Cell
  /**
   * The first period in which a limit is exceeded if the pace so far goes on, as the arrival is told.
   */
  breach: Cell
  /**
   * The next value promised in between, with its period; none where no milestone is to come.
   */
  next_milestone: Cell | null
  /**
   * Growth a year that is required from the figure to the next milestone, in percent; of a limit, that is allowed.
   */
  growth_required_to_milestone: Cell | null
  /**
   * Change a year that is required from the figure to the next milestone, in units; of a limit, that is allowed.
   */
  change_required_to_milestone: Cell | null
  /**
   * The values at which the classes of the rule begin at the figure's period, from the best class on; none of limits, of what is kept period by period, and of rules that do not cut a pace.
   */
  cuts: CutCells[]
}

/**
 * Where a figure was found, and what is noted of it.
 */
export interface FigureSource {
  /**
   * The days that the figure covers.
   */
  period: Period
  /**
   * The same in words.
   */
  period_words: string
  /**
   * The publication of the figure, as far as it is known.
   */
  published: Published
  /**
   * The same in words.
   */
  published_words: string
  /**
   * The title of the document.
   */
  title: string | null
  /**
   * Who published it.
   */
  publisher: string | null
  /**
   * Its address.
   */
  url: string | null
  /**
   * The place within it.
   */
  locator: string | null
  /**
   * A note for readers.
   */
  note: string | null
  /**
   * The period and the place in a phrase.
   */
  words: string
}

/**
 * The first promise, beside the promise in force: so that moved goalposts show.
 */
export interface FirstPromiseCells {
  /**
   * The first promise with its deadline, in a phrase.
   */
  promise: string
  /**
   * In what the promise in force differs from it, and by how much.
   */
  revisions: WordedRevision[]
  /**
   * The status that the target or deliverable would have by the first promise.
   */
  status: StatusCells
  /**
   * The reason of that status, with the pace or the class as beside the promise in force.
   */
  reason: WordedReason
  /**
   * The caveats of that status; none of a deliverable.
   */
  caveats: CaveatCells[]
  /**
   * The facts by that; none of a deliverable.
   */
  facts: FactCells | null
  /**
   * The first promise and the status by it, in a phrase.
   */
  words: string
}

/**
 * How far the figures of two parts lie apart.
 */
export interface GapCells {
  /**
   * The part with the lowest figure.
   */
  lowest: WordedCode
  /**
   * The part with the highest one.
   */
  highest: WordedCode
  /**
   * Highest − lowest, with the period of both.
   */
  difference: Cell
  /**
   * The whole gap in a phrase.
   */
  words: string
}

/**
 * The kind of a `Goal`, without what it says.
 */
export type GoalKind = 'level' | 'change' | 'addition' | 'cumulative' | 'average_growth' | 'keep' | 'trend' | 'unstated'

/**
 * The header of a report: the plan, the day and the rule.
 */
export interface Header {
  /**
   * The plan's code.
   */
  plan: Code
  /**
   * Its name.
   */
  name: string
  /**
   * The region for which it was made.
   */
  region: string | null
  /**
   * The time for which it was made.
   */
  period: Period
  /**
   * The same in words.
   */
  period_words: string
  /**
   * The issuers: those who made the plan.
   */
  issuers: string[]
  /**
   * The day on which it was published.
   */
  published: string | null
  /**
   * The same in words.
   */
  published_words: string | null
  /**
   * The place where the plan was published.
   */
  citation: CitationCells | null
  /**
   * A note for readers.
   */
  note: string | null
  /**
   * The day of the question.
   */
  as_of: string
  /**
   * The same in words.
   */
  as_of_words: string
  /**
   * Whether figures whose publication nobody dated count as known.
   */
  undated: Undated
  /**
   * The same in words.
   */
  undated_words: string
  /**
   * The code of the rule that decided.
   */
  rule: Code
  /**
   * The name of the rule: in the words of its publisher, in every language; else in the report's, and a rule of one's own by its code.
   */
  rule_name: string
}

/**
 * The title of a column or section of a report.
 */
export type Heading =
  | 'as_of'
  | 'plan'
  | 'region'
  | 'period'
  | 'issuers'
  | 'published'
  | 'rule'
  | 'pillar'
  | 'target'
  | 'promise'
  | 'first_promise'
  | 'amendments'
  | 'unit'
  | 'nature'
  | 'reported'
  | 'responsible'
  | 'weight'
  | 'citation'
  | 'note'
  | 'goal'
  | 'deadline'
  | 'baseline'
  | 'observed'
  | 'time'
  | 'path'
  | 'first_path'
  | 'catch_up'
  | 'milestone'
  | 'expected'
  | 'expected_to_decide'
  | 'gap'
  | 'remaining'
  | 'share_of_way'
  | 'share_expected'
  | 'share_of_time'
  | 'pace'
  | 'completion'
  | 'observed_to_goal'
  | 'observed_to_expected'
  | 'growth_so_far'
  | 'growth_required'
  | 'growth_required_from_now'
  | 'change_so_far'
  | 'change_required'
  | 'change_required_from_now'
  | 'times_faster'
  | 'cuts'
  | 'projection'
  | 'arrival'
  | 'breach'
  | 'next_milestone'
  | 'growth_required_to_milestone'
  | 'change_required_to_milestone'
  | 'record'
  | 'status'
  | 'last_status'
  | 'reason'
  | 'deciding_figure'
  | 'deciding_part'
  | 'caveats'
  | 'uncertainty'
  | 'newer_bound'
  | 'superseded'
  | 'remarks'
  | 'parts'
  | 'widest_gap'
  | 'proxies'
  | 'age'
  | 'deliverables'
  | 'state'
  | 'share_done'
  | 'reported_on'
  | 'verifiability'
  | 'summary'
  | 'judged'
  | 'coverage_by_count'
  | 'coverage_by_weight'
  | 'unknown_weight'
  | 'score'
  | 'sources'
  | 'class'
  | 'whole'
  | 'binding'
  | 'attention'
  | 'overdue'
  | 'total'
  | 'today'
  | 'all'

/**
 * A class of the rule, or a status of what is not judged, in the legend of a report.
 */
export interface LegendEntry {
  /**
   * The publisher's own name of the class, in every language; of a status that the rule of this crate gives, and of what is not judged, the words of the status.
   */
  name: string
  /**
   * The status that it comes nearest to, with its colour.
   */
  status: StatusCells
}

/**
 * The kinds of numbers that an indicator can be.
 */
export type Measure = 'stock' | 'flow' | 'share' | 'ratio' | 'index' | 'growth_rate' | 'rank'

/**
 * How a milestone went whose period is over.
 */
export interface MilestoneCells {
  /**
   * The value that was promised in between, with its period.
   */
  promised: Cell
  /**
   * The figure of that period; none where none is known.
   */
  figure: Cell | null
  /**
   * Whether it was kept or not; none where that is not known.
   */
  outcome: WordedOutcome | null
  /**
   * The period, and how the milestone went, in a phrase.
   */
  words: string
}

/**
 * The movement that a front end shows of a target.
 */
export type Movement = 'growth' | 'change'

/**
 * A document in which something was found, and a note for readers; at least one of the two.
 */
export interface Origin {
  /**
   * The title of the document.
   */
  title: string | null
  /**
   * Who published it.
   */
  publisher: string | null
  /**
   * Its address.
   */
  url: string | null
  /**
   * The place within it.
   */
  locator: string | null
  /**
   * A note for readers.
   */
  note: string | null
}

/**
 * One part of a target.
 */
export interface PartRow {
  /**
   * The code of the breakdown.
   */
  breakdown: Code
  /**
   * Its name.
   */
  name: string
  /**
   * The standing of the part, in one sentence.
   */
  sentence: string
  /**
   * The status of the part, and why.
   */
  verdict: VerdictCells
  /**
   * The facts of the figure that decided.
   */
  facts: FactCells
  /**
   * How the periods went, of a promise that is looked at period by period.
   */
  record: RecordCells | null
  /**
   * How the milestones went that are due, in the order of time.
   */
  milestones: MilestoneCells[]
  /**
   * Where the figures were found on which it stands, in the order of time.
   */
  sources: FigureSource[]
  /**
   * How the path runs that its figures are expected to follow; none without a path, as the chart says why, and of what is looked at period by period.
   */
  path: PathCells | null
  /**
   * The chart of the part.
   */
  chart: Chart
}

/**
 * The parts of a target, each of which has to keep its promise. The row of the target itself is that of the part which decided.
 */
export interface PartsCells {
  /**
   * The dimension along which they are parts.
   */
  dimension: Code
  /**
   * The part that decided, the worst of those known; none where nobody can say of the whole.
   */
  deciding_part: WordedCode | null
  /**
   * Of how many of the parts nobody can say where they stand.
   */
  unknown: number
  /**
   * The part that decided, and how many parts are known, in a phrase.
   */
  words: string
  /**
   * How far the figures of two parts lie apart, in the newest period of which two are known.
   */
  widest_gap: GapCells | null
  /**
   * Each part, in the order of the document: one small chart beside the other.
   */
  rows: PartRow[]
}

/**
 * How the path of a target runs: what its figures are expected to follow, and whether the plan says so.
 */
export interface PathCells {
  /**
   * How it runs from one of its points to the next: `linear`, `constant_growth`, `logistic`, `stepped` or `hold`, as `Curve` has it.
   */
  curve: WordedCurveName
  /**
   * Whether values are promised between baseline and goal through which it leads: milestones, or a schedule.
   */
  is_through_points: boolean
  /**
   * Whether the plan states how it runs; else that follows from what is promised, and of what. A band whose baseline, once it is read, lies within it is held, whatever the plan states.
   */
  is_stated: boolean
  /**
   * All of this in a phrase.
   */
  words: string
}

/**
 * A period in which a promise was, or is, to hold.
 */
export interface PeriodCells {
  /**
   * The period.
   */
  period: Period
  /**
   * The same in words.
   */
  period_words: string
  /**
   * Whether it is due, and so counted; else it is to come.
   */
  is_due: boolean
  /**
   * The figure by which it went, or that leaves it open; none where none is known.
   */
  figure: Cell | null
  /**
   * Whether it was kept or not; none where that is not known, and of what is not due.
   */
  outcome: WordedOutcome | null
  /**
   * The period, and how it went, in a phrase: `2023: kept`, `2024: unknown`, `2025: not due`.
   */
  words: string
}

/**
 * One part of the plan.
 */
export interface PillarReport {
  /**
   * The pillar's code.
   */
  code: Code
  /**
   * Its name.
   */
  name: string
  /**
   * Its weight among the pillars of the plan; 1 if nothing is said.
   */
  weight: Cell
  /**
   * A note for readers.
   */
  note: string | null
  /**
   * Its targets in the order of the document; other readings and restatements stand right beneath the principal target where that is in the same pillar.
   */
  targets: TargetRow[]
  /**
   * Its deliverables, in the order of the document.
   */
  deliverables: DeliverableRow[]
  /**
   * Its targets in a few numbers.
   */
  summary: SummaryCells
  /**
   * Its deliverables by status.
   */
  deliverable_counts: StatusCount[]
  /**
   * The statuses of its deliverables, in a phrase.
   */
  deliverable_words: string
}

/**
 * An indicator that is shown beside a target, and never decides.
 */
export interface ProxyRow {
  /**
   * The indicator's code.
   */
  indicator: Code
  /**
   * Its name.
   */
  name: string
  /**
   * The unit that is printed after its numbers: that of its indicator, or where that of its series does not convert to it, that of the series.
   */
  unit: string
  /**
   * Its latest figure that was known, in that unit, with its period.
   */
  latest: Cell
  /**
   * The publication of the figure, as far as it is known.
   */
  published: Published | null
  /**
   * The same in words.
   */
  published_words: string | null
  /**
   * The place where the figure was found.
   */
  source: FigureSource | null
  /**
   * Name, figure, unit and period in a phrase.
   */
  words: string
}

/**
 * How the periods went in which a promise was to hold: `due` is `kept`, `broken` and `unknown` together.
 */
export interface RecordCells {
  /**
   * Periods that are over, and a running one that is broken for good.
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
   * How the latest period went of which that is known; none where it is known of none.
   */
  latest: WordedOutcome | null
  /**
   * That period.
   */
  latest_period: Period | null
  /**
   * The latest period in words.
   */
  latest_period_words: string | null
  /**
   * The periods in the order of time, by what was promised then: the latest thousand of those that are due, and behind them the first thousand of those to come.
   */
  periods: PeriodCells[]
  /**
   * The whole record in a phrase, with what was asked of the periods where that is not what is promised now.
   */
  words: string
}

export type Relation = 'alternative_to' | 'restates'

/**
 * A status with all that a front end needs to show it.
 */
export interface StatusCells {
  /**
   * The status, by the name that machines know.
   */
  value: Status
  /**
   * The name of the status in the language of the report.
   */
  words: string
  /**
   * The tone of the status: how it is to be taken.
   */
  tone: Tone
  /**
   * The colour of the status, as `#rrggbb`.
   */
  colour: string
  /**
   * The colour of words on it, as `#rrggbb`, with a contrast of 4.5 to 1 or more.
   */
  text_colour: string
}

/**
 * How many promises have a status.
 */
export interface StatusCount {
  /**
   * The status.
   */
  status: StatusCells
  /**
   * How many have it.
   */
  count: number
}

/**
 * The targets of a plan or pillar in a few numbers.
 *
 * Only principal targets count: no other readings, no restatements, no instalments. How the score is made stands at `Summary`.
 */
export interface SummaryCells {
  /**
   * How many principal targets there are.
   */
  total: number
  /**
   * How many of them were judged: all but those that are not due and those of which nobody can say.
   */
  judged: number
  /**
   * How many have each status, from the best status to the worst; every status stands once.
   */
  counts: StatusCount[]
  /**
   * The statuses that occur, in a phrase.
   */
  words: string
  /**
   * The part that could be judged, of those of which something is due, in percent; not known where nothing is due.
   */
  coverage_by_count: Cell
  /**
   * The same by weight.
   */
  coverage_by_weight: Cell
  /**
   * The part of the weight of which nobody can say, of what is due, in percent.
   */
  unknown_weight: Cell
  /**
   * The score from 0 to 1, the weighted mean of what each target adds; not known below a coverage by weight of one half.
   */
  score: Cell
  /**
   * The whole as a composed rule publishes it, where it publishes one and there is a target.
   */
  whole: WholeCells | null
  /**
   * How many binding targets there are.
   */
  binding_total: number
  /**
   * How many binding targets have each status, likewise.
   */
  binding: StatusCount[]
  /**
   * The line for the binding targets: a missed one is never averaged away.
   */
  binding_words: string
}

/**
 * One target of a report.
 *
 * Texts are in the report's language where the plan has them in it, else in the first that it has. What nobody stated is `null`, and a list is empty.
 */
export interface TargetRow {
  /**
   * The target's code.
   */
  code: Code
  /**
   * The code of its indicator.
   */
  indicator: Code
  /**
   * The name of its indicator.
   */
  indicator_name: string
  /**
   * A note for readers on its indicator: its definition, say.
   */
  indicator_note: string | null
  /**
   * The name of the target, else that of its indicator.
   */
  name: string
  /**
   * The breakdown of its indicator that it is of, if it is of one.
   */
  breakdown: WordedCode | null
  /**
   * The unit that is printed after its numbers: the label, else its code; empty for plain numbers. In `words` of cells it stands behind the number already.
   */
  unit: string
  /**
   * The promise in force with its deadline, in a phrase: `at least 88 % in 2026`.
   */
  promise: string
  /**
   * By when, as it is in force.
   */
  deadline: Period
  /**
   * The same in words.
   */
  deadline_words: string
  /**
   * How often a figure is expected, be it that the plan says so or not: one that is older than two such periods is old, and one that was first published longer ago than that too old to say anything of today.
   */
  reported: Length
  /**
   * The same in words: `in every year`.
   */
  reported_words: string
  /**
   * The relation to a principal target, of which only the principal one counts; none if this is principal itself.
   */
  relation: WordedRelation | null
  /**
   * The code of that principal target.
   */
  principal: Code | null
  /**
   * The code of the longer target of which it is an instalment.
   */
  part_of: Code | null
  /**
   * What it is to that one, in words: an instalment.
   */
  part_of_words: string | null
  /**
   * How it obliges, if that is stated.
   */
  nature: WordedNature | null
  /**
   * Its weight among the targets of its pillar; 1 if nothing is said.
   */
  weight: Cell
  /**
   * Who answers for it.
   */
  responsible: string | null
  /**
   * The place where the target was promised.
   */
  citation: CitationCells | null
  /**
   * A note for readers.
   */
  note: string | null
  /**
   * The amendments that hold on the day of the question, in the order of time.
   */
  amendments: AmendmentCells[]
  /**
   * The first promise, where an amendment is in force.
   */
  first_promise: FirstPromiseCells | null
  /**
   * The standing of the target, in one sentence: the day, the figure, the gap, what is required, and the status.
   */
  sentence: string
  /**
   * The status of the target, and why.
   */
  verdict: VerdictCells
  /**
   * The facts of the figure that decided; of a promise of each part, those of the part that decided.
   */
  facts: FactCells
  /**
   * How the periods went, of a promise that is looked at period by period.
   */
  record: RecordCells | null
  /**
   * How the milestones went that are due, in the order of time.
   */
  milestones: MilestoneCells[]
  /**
   * Where the figures were found on which it stands, in the order of time.
   */
  sources: FigureSource[]
  /**
   * The indicators that are shown beside it, and never decide.
   */
  proxies: ProxyRow[]
  /**
   * How the path runs that its figures are expected to follow; none without a path, as the chart says why, and of what is looked at period by period.
   */
  path: PathCells | null
  /**
   * The chart of the target.
   */
  chart: Chart
  /**
   * Its parts, where each of them has to keep the promise.
   */
  parts: PartsCells | null
}

/**
 * A mark of an axis.
 */
export interface Tick {
  /**
   * The value of the mark.
   */
  value: Decimal
  /**
   * The value as it is written beside the axis, in groups of digits as the language writes them.
   */
  text: string
}

/**
 * A period that has a label on the axis of time.
 */
export interface TimeTick {
  /**
   * The period.
   */
  period: Period
  /**
   * Its label, short and the same in every language: `2025`, `2025/26`, `2025-Q3`, `2025-07`, `2025-07-14` for a day and for the week from there on.
   */
  text: string
  /**
   * The same in words: `the third quarter of 2025`.
   */
  period_words: string
  /**
   * Where it begins: where the axis has a mark or a line.
   */
  begins: Decimal
  /**
   * Where its label stands.
   */
  middle: Decimal
  /**
   * Where it ends, and where its value stands if it is counted at the end.
   */
  ends: Decimal
}

/**
 * How a status is to be taken, in one of four ways: for icons, for sorting, for those who see no colours.
 */
export type Tone = 'good' | 'warn' | 'bad' | 'neutral'

/**
 * Where a target stands, and why, in words.
 */
export interface VerdictCells {
  /**
   * The status: `unknown` where something is missing, which the reason names.
   */
  status: StatusCells
  /**
   * The reason of the status, or why nobody can say; with the pace where that decided, and with the class where a number lies in one. The code is for programs, and stays; the words may improve.
   */
  reason: WordedReason
  /**
   * The numbers that a composed rule measured, and its published class; none by the rule of this crate.
   */
  by_rule: ClassCells | null
  /**
   * The caveats that a reader should know beside the status: that the figure is provisional, say.
   */
  caveats: CaveatCells[]
  /**
   * The figure that decided, with its period; only the period where the figure itself is gone. None where no figure decided, as before anything is due.
   */
  deciding_figure: Cell | null
  /**
   * The status that the last figure would give, where it is too old to say anything of today.
   */
  last_status: StatusCells | null
}

/**
 * Whether anybody can tell that a deliverable is done.
 */
export type Verifiability = 'criterion' | 'title' | 'none'

/**
 * The whole of a plan or pillar as a composed rule publishes it.
 */
export interface WholeCells {
  /**
   * The published name of its class; none where the rule has no class for it.
   */
  class: string | null
  /**
   * The status that it comes nearest to.
   */
  status: StatusCells
  /**
   * The statistic of the scores of its parts.
   */
  value: Cell
  /**
   * How many parts have a score.
   */
  assessed: number
  /**
   * How many have none, and are left out.
   */
  unassessed: number
  /**
   * Class, value and how many parts it stands on, in a phrase.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedCaveat {
  /**
   * The thing, by the name that machines know.
   */
  value: Caveat
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedCode {
  /**
   * The thing, by the name that machines know.
   */
  value: Code
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedCurveName {
  /**
   * The thing, by the name that machines know.
   */
  value: CurveName
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedDeliveryState {
  /**
   * The thing, by the name that machines know.
   */
  value: DeliveryState
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedHeading {
  /**
   * The thing, by the name that machines know.
   */
  value: Heading
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedNature {
  /**
   * The thing, by the name that machines know.
   */
  value: Nature
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedOutcome {
  /**
   * The thing, by the name that machines know.
   */
  value: Outcome
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedReason {
  /**
   * The thing, by the name that machines know.
   */
  value: Reason
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedRelation {
  /**
   * The thing, by the name that machines know.
   */
  value: Relation
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedRevision {
  /**
   * The thing, by the name that machines know.
   */
  value: Revision
  /**
   * The words in the language of the report.
   */
  words: string
}

/**
 * A thing with what it is called.
 */
export interface WordedVerifiability {
  /**
   * The thing, by the name that machines know.
   */
  value: Verifiability
  /**
   * The words in the language of the report.
   */
  words: string
}
