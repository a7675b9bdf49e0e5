//! What a number is: the small checked values that everything else is built from.
//!
//! Nothing here knows of plans. Every value is valid by construction: the constructors check, and reading text or a
//! document goes through the same constructors.
//!
//! | noun | what it is |
//! |---|---|
//! | [`Period`] | an unbroken run of days: a year, half, quarter, month, day or range |
//! | [`fn@date`] | a day of the calendar, read strictly |
//! | [`Position`], [`Years`] | the end of a day on the time axis, and the exact distance between two of them |
//! | [`Rate`] | a compound rate of growth per year |
//! | [`Bound`], [`Requirement`] | what a value must satisfy, with the tolerance that was published for it |
//! | [`Interval`] | what is known of a value of which only a limit was published |
//! | [`Quantity`], [`Measure`], [`Collected`], [`Unit`] | what kind of number it is, how it relates to its period, and in what unit |
//! | [`Code`], [`Text`] | names for machines, and words for people in several languages |
//! | [`mod@decimal`] | how decimals are written to and read from documents |

mod bound;
mod code;
mod date;
pub mod decimal;
mod grid;
mod interval;
mod length;
mod literals;
mod names;
mod notation;
mod period;
#[cfg_attr(
    not(feature = "csv"),
    expect(dead_code, reason = "what only the map of a table says, or asks")
)]
mod printed;
mod quantity;
mod rate;
mod text;
mod years;

use alloc::borrow::Cow;
use alloc::string::String;

use rust_decimal::Decimal;

pub use bound::{Band, Bound, Direction, Requirement, Tolerance};
pub use code::Code;
pub use date::date;
#[doc(hidden)]
pub use date::read_day;
pub(crate) use grid::Grid;
pub use interval::{Edge, Interval};
pub use length::Length;
#[doc(hidden)]
pub use literals::literal;
#[cfg(feature = "serde")]
pub(crate) use names::parsed;
pub(crate) use names::{codes, names};
pub use period::Period;
pub(crate) use period::WANDERING_DAYS;
#[cfg(feature = "csv")]
pub(crate) use printed::{
    DateOrder, Hyphened, NamedBy, ReportingYear, Right, Sign, Times, Trimester, first_period, has_form,
    period as printed_period,
};
pub(crate) use quantity::shift;
pub use quantity::{Collected, Measure, Quantity, Unit};
#[cfg(feature = "serde")]
pub(crate) use quantity::{PER_CENT, says_per_cent};
pub use rate::Rate;
#[cfg(feature = "serde")]
pub(crate) use text::Languages;
pub use text::{Language, Text};
pub(crate) use text::{excerpt, narrow};
pub use years::{Position, Years};

/// Why a value could not be made: what was given, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// The text is none of the standard forms of a period.
    #[error("`{text}` is not a period: {right}")]
    Period {
        /// The text as it was given, cut to 40 characters.
        text: String,
        /// What would be right.
        right: Cow<'static, str>,
    },
    /// The text is no length of time.
    #[error(
        "`{text}` is not a length: write `year`, `half`, `quarter`, `month` or `week`, or a duration in years, months or days, as in `P3Y`"
    )]
    Length {
        /// The text as it was given, cut to 40 characters.
        text: String,
    },
    /// The text is none of the names that documents know.
    #[error("`{text}` is not {what}: those are {right}")]
    Name {
        /// The text as it was given, cut to 40 characters.
        text: String,
        /// What was expected.
        what: &'static str,
        /// The names that would be right.
        right: &'static str,
    },
    /// The text is not a day.
    #[error("`{text}` is not a day: {right}")]
    Date {
        /// The text as it was given, cut to 40 characters.
        text: String,
        /// What would be right.
        right: Cow<'static, str>,
    },
    /// The last day comes before the first.
    #[error("a period cannot end on {last}, before it begins on {first}")]
    PeriodReversed {
        /// The first day.
        first: chrono::NaiveDate,
        /// The last day.
        last: chrono::NaiveDate,
    },
    /// Periods lie within the years 0001 to 9999.
    #[error("a period lies within the years 0001 to 9999, and this one does not")]
    PeriodOutOfRange,
    /// A compound rate is above −100 %.
    #[error("a compound rate is a fraction above -1, got {rate}")]
    Rate {
        /// The rate that was given.
        rate: Decimal,
    },
    /// The lower edge of a band lies above the upper one.
    #[error("a band runs from its lower to its upper edge, got {low} to {high}")]
    BandReversed {
        /// The lower edge as given.
        low: Decimal,
        /// The upper edge as given.
        high: Decimal,
    },
    /// A tolerance widens a bound, so it is not negative.
    #[error("a tolerance is zero or more, got {tolerance}")]
    Tolerance {
        /// The tolerance that was given.
        tolerance: Decimal,
    },
    /// No number lies within the limits, or there is no limit at all.
    #[error("no number lies between the limits {low} and {high}")]
    IntervalEmpty {
        /// The lower limit as given.
        low: Edge,
        /// The upper limit as given.
        high: Edge,
    },
    /// An interval without any limit says nothing.
    #[error("an interval has at least one limit")]
    IntervalUnlimited,
    /// The text is not a code.
    #[error(
        "`{text}` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at \
         most 64 characters{}",
        quantity::per_cent_instead_of(text)
    )]
    Code {
        /// The text as it was given, cut to 40 characters.
        text: String,
    },
    /// Words are missing.
    #[error("a text has words in it, and this one is empty")]
    TextEmpty,
    /// The text is not a language tag.
    #[error("`{text}` is not a language tag: write it as in `en`, `zh-Hans` or `pt-BR`")]
    LanguageTag {
        /// The text as it was given, cut to 40 characters.
        text: String,
    },
    /// A text says the same language twice.
    #[error("the language `{tag}` stands twice in one text")]
    LanguageRepeated {
        /// The repeated tag.
        tag: String,
    },
    /// A text in several languages begins with words whose language was not stated.
    #[error("a text in several languages states the language of each")]
    LanguageUnstated,
    /// The power of ten of a unit is out of range.
    #[error("the multiplier of a unit is a power of ten from -28 to 28, got {multiplier}")]
    Multiplier {
        /// The exponent that was given.
        multiplier: i64,
    },
    /// A unit of things that come one by one has no multiplier.
    #[error("things that come one by one are counted in ones: a whole unit has the multiplier 0, got {multiplier}")]
    WholeMultiplier {
        /// The exponent that was given.
        multiplier: i8,
    },
    /// A value that there cannot be.
    #[error(
        "{} is {} here, got {value}{}",
        .measure.in_words(),
        .possible.in_words(),
        quantity::per_cent_in_a_whole_of_one(*.measure, *.possible, *.value)
    )]
    OutsideOfPossible {
        /// The value that was given.
        value: Decimal,
        /// What kind of number it is.
        measure: Measure,
        /// Where every value lies.
        possible: Interval,
    },
    /// The end of what is possible is none of it.
    #[error("what is possible begins and ends with a value that is possible, got {possible}")]
    OpenEnd {
        /// What was said to be possible.
        possible: Interval,
    },
    /// What does not add up is no sum of its parts.
    #[error("only a flow is collected as a sum: a {} of several periods is no sum of theirs", .measure.name())]
    CollectedAsSum {
        /// The kind of number.
        measure: Measure,
    },
    /// What happens during a period is not there at a moment of it.
    #[error(
        "a flow happens during its period and is never at its {}: it is collected as a `sum` or an `average`",
        .collected.name()
    )]
    CollectedAtMoment {
        /// The moment that was given.
        collected: Collected,
    },
    /// The values are in different units.
    #[error("`{from}` cannot be converted to `{to}`: only powers of ten of one unit convert")]
    UnitMismatch {
        /// The unit that the value has.
        from: Code,
        /// The unit that was asked for.
        to: Code,
    },
    /// The text is not a decimal number, or has more digits than one holds.
    #[error("`{text}` is not a decimal number: {right}")]
    Decimal {
        /// The text as it was given, cut to 40 characters.
        text: String,
        /// What would be right.
        right: Cow<'static, str>,
    },
    /// The result does not fit.
    #[error("{value} is too large or too small to be converted from `{from}` to `{to}`")]
    Overflow {
        /// The value that was to be converted.
        value: Decimal,
        /// The unit that it has.
        from: Code,
        /// The unit that was asked for.
        to: Code,
    },
}

codes! { ValueError:
    Period = "not_a_period", Length = "not_a_length", Name = "unknown_name", Date = "not_a_day",
    PeriodReversed = "period_reversed", PeriodOutOfRange = "period_out_of_range", Rate = "rate_out_of_range",
    BandReversed = "band_reversed", Tolerance = "negative_tolerance", IntervalEmpty = "empty_interval",
    IntervalUnlimited = "unlimited_interval", Code = "not_a_code", TextEmpty = "empty_text", LanguageTag = "not_a_language",
    LanguageRepeated = "repeated_language", LanguageUnstated = "unstated_language", Multiplier = "multiplier_out_of_range",
    WholeMultiplier = "multiplier_of_whole", OutsideOfPossible = "outside_of_possible", OpenEnd = "open_end",
    CollectedAsSum = "collected_as_sum", CollectedAtMoment = "collected_at_moment", UnitMismatch = "unit_mismatch",
    Decimal = "not_a_decimal", Overflow = "overflow",
}
