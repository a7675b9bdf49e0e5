//! How the values of documents are written that are no maps and no lists.
//!
//! The page of the documents says it in these words, and the schemas by these patterns.

/// How a kind of value is written.
#[derive(Debug)]
pub(crate) struct Form {
    /// As the page of the documents calls it.
    pub(crate) name: &'static str,
    /// For authors: a sentence without its end.
    pub(crate) written: &'static str,
    /// As they stand in JSON.
    pub(crate) examples: &'static [&'static str],
    /// The pattern (ECMA 262) that every text of this form matches, words of a list aside. A text that matches it may
    /// still have no such value, as the 31st of February.
    pub(crate) pattern: &'static str,
}

pub(crate) const DECIMAL: Form = Form {
    name: "decimal",
    written: "a string: sign, digits, at most one point; no thousands separators, no exponent, at most 28 digits. A number is read too, \
              if 15 digits suffice",
    examples: &["\"1781.8\"", "\"-0.135\""],
    pattern: r"^[+-]?[0-9]+(\.[0-9]+)?$",
};
pub(crate) const CODE: Form = Form {
    name: "code",
    written: "an ASCII letter or digit, then letters, digits, `-`, `_`, `.`; at most 64 characters. Pillars have a code each, \
              indicators too, and targets and deliverables together",
    examples: &["\"gdp-2026\""],
    pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
};
pub(crate) const DATE: Form = Form {
    name: "date",
    written: "year, month and day",
    examples: &["\"2026-01-26\""],
    pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
};
pub(crate) const PERIOD: Form = Form {
    name: "period",
    written: "a year, half, quarter, month or day, or a first day and a length in years, months or days; always a string",
    examples: &[
        "\"2026\"",
        "\"2026-S1\"",
        "\"2026-Q3\"",
        "\"2026-07\"",
        "\"2026-07-31\"",
        "\"2022-01-01/P5Y\"",
        "\"2025-01-01/P9M\"",
        "\"2025-01-15/P20D\"",
    ],
    pattern: "^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(/P0*[1-9][0-9]{0,6}[YMD])?)?)?$",
};
pub(crate) const TEXT: Form = Form {
    name: "text",
    written: "words, or a map from language tag to words; the first language stands in for those that are not there",
    examples: &["\"Air\"", "{\"en\": \"Air\", \"zh-Hant\": \"空氣\"}"],
    pattern: r"\S",
};
pub(crate) const PLAIN_TEXT: Form = Form {
    name: "string",
    written: "words in no language: an address, a page",
    examples: &["\"https://example.org/plan\""],
    pattern: "",
};
pub(crate) const LENGTH: Form = Form {
    name: "length",
    written: "a word, or a duration in years, months, weeks or days",
    examples: &[
        "\"year\"",
        "\"half\"",
        "\"quarter\"",
        "\"month\"",
        "\"week\"",
        "\"P3Y\"",
        "\"P1Y6M\"",
        "\"P2W\"",
        "\"P10D\"",
    ],
    pattern: "^P(0*[1-9][0-9]{0,6}[YMWD]|[0-9]{1,9}Y[0-9]{1,9}M)$",
};

/// The tag of a language, by its shape.
pub(crate) const LANGUAGE_TAG: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// Where a decimal may lie.
#[derive(Debug)]
pub(crate) struct Domain {
    /// Behind the word `decimal`.
    pub(crate) words: &'static str,
    /// The pattern that every text of a decimal in the domain matches.
    pub(crate) pattern: &'static str,
    /// The limits of a number in the domain, each with its keyword in a schema.
    pub(crate) limits: &'static [(&'static str, u8)],
}

pub(crate) const POSITIVE: Domain = Domain {
    words: "above 0",
    pattern: r"^\+?([0-9]*[1-9][0-9]*(\.[0-9]+)?|0+\.[0-9]*[1-9][0-9]*)$",
    limits: &[("exclusiveMinimum", 0)],
};
pub(crate) const NOT_NEGATIVE: Domain = Domain {
    words: "from 0 on",
    pattern: r"^(\+?[0-9]+(\.[0-9]+)?|-0+(\.0+)?)$",
    limits: &[("minimum", 0)],
};
/// A part of a whole.
pub(crate) const SHARE: Domain = Domain {
    words: "from 0 to 1",
    pattern: r"^(\+?0+(\.[0-9]+)?|-0+(\.0+)?|\+?0*1(\.0+)?)$",
    limits: &[("minimum", 0), ("maximum", 1)],
};
/// A part of a whole, and neither nothing nor all of it.
pub(crate) const PROPER_SHARE: Domain = Domain {
    words: "above 0 and below 1",
    pattern: r"^\+?0+\.[0-9]*[1-9][0-9]*$",
    limits: &[("exclusiveMinimum", 0), ("exclusiveMaximum", 1)],
};
