// Made from what the schemas in docs/schema have in common: `UPDATE=1 bash .ci/more schema` makes it anew.

/**
 * Where something was promised or stated.
 */
export interface Citation {
  /**
   * The title of the document.
   */
  document: Text
  /**
   * The exact words.
   */
  quote?: Text
  /**
   * Its address.
   */
  url?: string
}

/**
 * An ASCII letter or digit, then letters, digits, `-`, `_`, `.`; at most 64 characters. Pillars have a code each, indicators too, and targets and deliverables together.
 */
export type Code = string

/**
 * A string: sign, digits, at most one point; no thousands separators, no exponent, at most 28 digits. A number is read too, if 15 digits suffice.
 */
export type Decimal = string | number

/**
 * A year, half, quarter, month or day, or a first day and a length in years, months or days; always a string.
 */
export type Period = string

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
 * What numbers count, and in which power of ten.
 */
export interface Unit {
  /**
   * `"CNY"`, `"t"`; `"1"` is the plain number.
   */
  code: Code
  /**
   * What is printed after the number: `"億元"`, `"firms"`; without one, the code behind its power of ten (`million EUR`).
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
