// Made from docs/schema/plan-comparison.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  AsOf,
  Code,
  PlanWhole,
  VerdictByRule,
} from './shared'
export type {
  Aggregate,
  AsOf,
  Caveat,
  Caveats,
  Class,
  Code,
  Counts,
  Decimal,
  Ground,
  GroupWhole,
  Lacks,
  Length,
  MaybeDecimal,
  Measured,
  Missing,
  Period,
  PlanWhole,
  Reason,
  Status,
  Undated,
  Verdict,
  VerdictByRule,
  Years,
} from './shared'

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
  is_principal: boolean
  /**
   * What each rule says, in the order of the rules.
   */
  verdicts: VerdictByRule[]
}
