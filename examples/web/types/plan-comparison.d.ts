// Made from docs/schema/plan-comparison.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

/**
 * A plan under several rules.
 *
 * Written out (`{}`) it is a table in Markdown, with a mark where rules disagree.
 */
export interface PlanComparison {
  /**
   * The plan's code.
   */
  plan: Code
  /**
   * The day of the question.
   */
  as_of: AsOf
  /**
   * The codes of the rules, in their order.
   */
  rules: Code[]
  /**
   * Each target, in the order of the document.
   */
  targets: TargetByRules[]
  /**
   * The whole by each rule.
   */
  wholes: PlanWhole[]
}

/**
 * The whole of several targets by a rule. Counts are always there, so that no average hides a failure.
 */
export interface Aggregate {
  /**
   * The class of the whole.
   */
  class: Class | null
  /**
   * Its status; unknown where there is no class.
   */
  status: Status
  /**
   * The statistic of the parts' scores, to 12 decimals.
   */
  value: MaybeDecimal
  /**
   * The score that it has on the next level up.
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
 * The day as of which a question is asked: what was published later does not exist yet.
 *
 * A plain date leaves out figures whose publication is not dated.
 */
export interface AsOf {
  date: string
  undated: Undated
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

export type Caveats = Caveat[]

/**
 * A class of a rule: its published name, and the status of this crate that it comes nearest to.
 */
export interface Class {
  name: string
  status: Status
}

/**
 * What one rule says of one target.
 */
export interface ClassByRule {
  /**
   * The rule's code.
   */
  rule: Code
  /**
   * The published name of the class; the name of the status where there is none.
   */
  class: string
  /**
   * The verdict.
   */
  verdict: Verdict
  /**
   * The verdict by what was first promised, where an amendment is in force.
   */
  by_first_promise: Verdict | null
}

/**
 * an ASCII letter or digit, then letters, digits, `-`, `_`, `.`; at most 64 characters. Pillars have a code each, indicators too, and targets and deliverables together
 */
export type Code = string

/**
 * How many promises have each status. They are counted whatever an average says.
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
 * A decimal number, as a string: no digit is lost on the way.
 */
export type Decimal = string

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
       * The figure before it.
       */
      before: Period
      /**
       * The figure after it.
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
   * The number that is cut into classes.
   */
  value: MaybeDecimal
  /**
   * The movement that it observed, with its own sign: a rate as a fraction per year, a change in units per year, or a share of the way.
   */
  observed: MaybeDecimal
  /**
   * The movement that it requires.
   */
  required: MaybeDecimal
  /**
   * Observed ÷ required, as the rule divides them.
   */
  ratio: MaybeDecimal
  /**
   * The score on the rule's own range.
   */
  score: MaybeDecimal
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
      code: 'only_undated'
    }
  | {
      code: 'partial_period'
      /**
       * The part.
       */
      period: Period
      /**
       * How long the goal's own period is.
       */
      needed: Length
    }
  | {
      code: 'no_figure_at_deadline'
      /**
       * The figure before it.
       */
      before: Period | null
      /**
       * The figure after it.
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
       * What it lacks.
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
      code: 'no_growth_so_far'
    }
  | {
      code: 'never'
    }
  | {
      code: 'outside_path'
    }
  | {
      code: 'growth'
      /**
       * Why not.
       */
      error: string
    }

/**
 * a year, half, quarter, month or day, or a first day and a length in years, months or days; always a string
 */
export type Period = string

/**
 * The whole of a plan as one rule publishes it: targets to indicators, to pillars, to the plan. Only principal targets count.
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
 * Why a status was given: what decided, or why nobody can say.
 *
 * "No data", "cannot be computed", "badly configured" and "off track" are different things, and each has its reasons. What is missing always leaves a status `Unknown`. What decided gives another one, unless a class of a composed rule says by itself that nobody can tell.
 *
 * In JSON both are `{"code": …}` with their fields beside it.
 */
export type Reason = Ground | Missing

/**
 * Where a promise stands.
 *
 * "No data", "cannot be computed" and "off track" are different things: what is not known is `Unknown`, with a `Reason` that says why.
 */
export type Status =
  'achieved' | 'ahead' | 'on_track' | 'lagging' | 'off_track' | 'worsening' | 'missed' | 'not_due' | 'unknown'

/**
 * What several rules say of one target.
 */
export interface TargetByRules {
  /**
   * The code of its pillar.
   */
  pillar: Code
  /**
   * The code of its indicator.
   */
  indicator: Code
  /**
   * The target's code.
   */
  target: Code
  /**
   * Whether it counts by itself, and is no alternative and no restatement.
   */
  counts: boolean
  /**
   * The answers, in the order of the rules.
   */
  classes: ClassByRule[]
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
   * What decided, or why nobody can say.
   */
  reason: Reason
  /**
   * What a reader should know beside it.
   */
  caveats: Caveats
  /**
   * The period of the figure that decided.
   */
  decided_by: Period | null
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
 * A span of time in years, to 12 decimals.
 */
export type Years = string
