// Made from docs/schema/comparison.schema.json: `UPDATE=1 bash .ci/more schema` makes it anew.

import type {
  AsOf,
  Code,
  Evidence,
  Verdict,
} from './shared'
export type {
  Agreement,
  Amended,
  AsOf,
  Caveat,
  Caveats,
  Citation,
  Code,
  Decimal,
  Evidence,
  FactOfDecimal,
  FactOfFigure,
  FactOfListOfMilestoneOutcome,
  FactOfPeriod,
  FactOfPoint,
  FactOfRate,
  FactOfRecord,
  FactOfYears,
  Figure,
  Flags,
  Ground,
  Interval,
  Lacks,
  Length,
  MaybeDecimal,
  Measured,
  MilestoneOutcome,
  Missing,
  ObservationStatus,
  Outcome,
  Period,
  Point,
  Published,
  Rate,
  Reading,
  Reason,
  Record,
  Revision,
  Status,
  Text,
  Uncertainty,
  Undated,
  Verdict,
  Years,
} from './shared'

/**
 * One evidence, and the verdicts of several rules on it.
 */
export interface Comparison {
  /**
   * The target's code.
   */
  target: Code
  /**
   * The day of the question.
   */
  as_of: AsOf
  /**
   * The plain facts, the same for every rule.
   */
  evidence: Evidence
  /**
   * Each rule's code with its verdict, in the order of the rules.
   */
  verdicts: [Code, Verdict][]
  /**
   * The published name of each verdict's class, in the same order; the name of its status where it has none.
   */
  classes: string[]
  /**
   * The verdicts by what was first promised, in the same order, where an amendment is in force; none otherwise.
   */
  by_first_promise: Verdict[]
}
