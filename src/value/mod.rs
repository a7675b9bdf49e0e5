//! Values: the small checked numbers, times and words that everything else is built from.
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
//! | [`Weight`] | how much something counts among its neighbours |
//! | [`Code`], [`Text`] | names for machines, and words for people in several languages |
//! | [`mod@decimal`] | how decimals are written to and read from documents |

pub(crate) mod arithmetic;
mod bound;
mod code;
mod date;
pub mod decimal;
mod fields;
mod grid;
mod interval;
mod length;
mod letters;
mod likeness;
mod literals;
mod names;
mod nearest;
mod notation;
mod period;
#[cfg_attr(
    not(feature = "csv"),
    expect(dead_code, reason = "what only the map of a table says, or asks")
)]
mod printed;
mod quantity;
mod rate;
mod requirement;
mod spot;
mod text;
mod unit;
mod weight;
mod years;

use alloc::borrow::Cow;
use alloc::string::String;

use rust_decimal::Decimal;

pub use bound::{Band, Bound, Direction};
pub use code::Code;
pub use date::date;
#[doc(hidden)]
pub use date::read_day;
pub(crate) use fields::{getters, setters};
pub(crate) use grid::Grid;
pub use interval::{Edge, Interval};
pub use length::Length;
#[cfg(feature = "csv")]
pub(crate) use letters::without_accent;
pub(crate) use likeness::{MOST_DAYS_LONGER, MOST_DAYS_OFF};
#[doc(hidden)]
pub use literals::literal;
#[cfg(feature = "serde")]
pub(crate) use names::parsed;
pub(crate) use names::{as_text, errors, names, sets};
pub(crate) use nearest::nearest;
pub use period::Period;
pub(crate) use printed::written_number;
#[cfg(feature = "csv")]
pub(crate) use printed::{
    Advice, DASHES, DateOrder, DigitMarks, Hyphened, NamedBy, PrintedNumber, ReportingYear, Sign, Times, Trimester,
    first_period, has_form, has_letter_for_digit, hundredth, names_months, no_number, period as printed_period,
    plain_number,
};
pub use quantity::{Collected, Measure, Quantity};
pub use rate::Rate;
pub use requirement::{Met, Requirement, Tolerance};
pub(crate) use spot::Spot;
#[cfg(feature = "serde")]
pub(crate) use text::Languages;
use text::shown;
pub use text::{Language, Text};
pub(crate) use text::{excerpt, narrow};
pub use unit::Unit;
pub(crate) use unit::{PER_CENT, per_cent_instead_of, says_per_cent, shift};
pub use weight::Weight;
pub(crate) use years::days_between;
pub use years::{Position, Years};

errors! {
    /// Why a value could not be made: what was given, and what would be right.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum ValueError {
        /// The text is none of the standard forms of a period.
        #[error("{} is not a period: {right}", shown(text))]
        Period {
            /// The text as it was given, cut to 40 characters.
            text: String,
            /// The words for what would be right.
            right: Cow<'static, str>,
        } = ("not_a_period",),
        /// The text is no length of time.
        #[error("{} is not a length: write `year`, `half`, `quarter`, `month` or `week`, or a duration in years, months, weeks or days, as in `P3Y`", shown(text))]
        Length {
            /// The text as it was given, cut to 40 characters.
            text: String,
        } = ("not_a_length",),
        /// The text is none of the names that documents know.
        #[error("{} is not {what}: those are {right}", shown(text))]
        Name {
            /// The text as it was given, cut to 40 characters.
            text: String,
            /// The words for what was expected.
            what: &'static str,
            /// The names that would be right.
            right: &'static str,
        } = ("unknown_name",),
        /// The text is not a day.
        #[error("{} is not a day: {right}", shown(text))]
        Date {
            /// The text as it was given, cut to 40 characters.
            text: String,
            /// The words for what would be right.
            right: Cow<'static, str>,
        } = ("not_a_day",),
        /// The last day comes before the first.
        PeriodReversed {
            /// The first day.
            first: chrono::NaiveDate,
            /// The last day.
            last: chrono::NaiveDate,
        } = ("period_reversed", "a period cannot end on {last}, before it begins on {first}"),
        /// Periods lie within the years 0001 to 9999.
        PeriodOutOfRange = ("period_out_of_range",
            "a period lies within the years 0001 to 9999, and this one does not"),
        /// A compound rate is above −100 %.
        Rate {
            /// The rate that was given.
            rate: Decimal,
        } = ("rate_out_of_range", "a compound rate is a fraction above -1, got {rate}"),
        /// The lower edge of a band lies above the upper one.
        BandReversed {
            /// The lower edge as given.
            low: Decimal,
            /// The upper edge as given.
            high: Decimal,
        } = ("band_reversed", "a band runs from its lower to its upper edge, got {low} to {high}"),
        /// A tolerance widens a bound, so it is not negative.
        Tolerance {
            /// The tolerance that was given.
            tolerance: Decimal,
        } = ("negative_tolerance", "a tolerance is zero or more, got {tolerance}"),
        /// No number lies within the limits, or there is no limit at all.
        IntervalEmpty {
            /// The lower limit as given.
            low: Edge,
            /// The upper limit as given.
            high: Edge,
        } = ("empty_interval", "no number lies between the limits {low} and {high}"),
        /// An interval without any limit says nothing.
        IntervalUnlimited = ("unlimited_interval", "an interval has at least one limit"),
        /// The text is not a code.
        #[error(
            "{} is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at \
             most 64 characters{}{}",
            shown(text),
            code::advice_of_code(text),
            unit::per_cent_instead_of(text)
        )]
        Code {
            /// The text as it was given, cut to 40 characters.
            text: String,
        } = ("not_a_code",),
        /// Words are missing.
        TextEmpty = ("empty_text", "a text has words in it, and this one is empty"),
        /// The text is not a language tag.
        #[error("`{text}` is not a language tag: write it as {}", text::tag_instead_of(text))]
        LanguageTag {
            /// The text as it was given, cut to 40 characters.
            text: String,
        } = ("not_a_language",),
        /// A text says the same language twice.
        LanguageRepeated {
            /// The repeated tag.
            tag: String,
        } = ("repeated_language", "the language `{tag}` stands twice in one text"),
        /// A text in several languages begins with words whose language was not stated.
        LanguageUnstated = ("unstated_language", "a text in several languages states the language of each"),
        /// The power of ten of a unit is out of range.
        Multiplier {
            /// The exponent that was given.
            multiplier: i64,
        } = ("multiplier_out_of_range", "the multiplier of a unit is a power of ten from -28 to 28, got {multiplier}"),
        /// A unit of things that come one by one has no multiplier.
        WholeMultiplier {
            /// The exponent that was given.
            multiplier: i8,
        } = ("multiplier_of_whole",
            "things that come one by one are counted in ones: a whole unit has the multiplier 0, got {multiplier}"),
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
            /// The kind of number.
            measure: Measure,
            /// Where every value lies.
            possible: Interval,
        } = ("outside_of_possible",),
        /// The end of what is possible is none of it.
        OpenEnd {
            /// The interval that was said to be possible.
            possible: Interval,
        } = ("open_end", "what is possible begins and ends with a value that is possible, got {possible}"),
        /// What does not add up is no sum of its parts.
        #[error("only a flow is collected as a sum: a {} of several periods is no sum of theirs", .measure.name())]
        CollectedAsSum {
            /// The kind of number.
            measure: Measure,
        } = ("collected_as_sum",),
        /// What happens during a period is not there at a moment of it.
        #[error(
            "a flow happens during its period and is never at its {}: it is collected as a `sum` or an `average`",
            .collected.name()
        )]
        CollectedAtMoment {
            /// The moment that was given.
            collected: Collected,
        } = ("collected_at_moment",),
        /// The values are in different units.
        UnitMismatch {
            /// The unit that the value has.
            from: Code,
            /// The unit that was asked for.
            to: Code,
        } = ("unit_mismatch", "`{from}` cannot be converted to `{to}`: only powers of ten of one unit convert"),
        /// The text is not a decimal number, or has more digits than one holds.
        #[error("{} is not a decimal number: {right}", shown(text))]
        Decimal {
            /// The text as it was given, cut to 40 characters.
            text: String,
            /// The words for what would be right.
            right: Cow<'static, str>,
        } = ("not_a_decimal",),
        /// A weight is not above zero.
        Weight {
            /// The weight that was given.
            weight: Decimal,
        } = ("weight_not_positive", "a weight is above zero, got {weight}"),
        /// The result does not fit.
        Overflow {
            /// The value that was to be converted.
            value: Decimal,
            /// The unit that it has.
            from: Code,
            /// The unit that was asked for.
            to: Code,
        } = ("overflow", "{value} is too large or too small to be converted from `{from}` to `{to}`"),
    }
}
