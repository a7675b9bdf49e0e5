//! The words of maps of columns.

use super::printed::{DateOrder, Hyphened, NamedBy, PercentSign, Trimester};
use crate::plan::document::words::Vocabulary;

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A figure.
    Observations,
    /// A figure, in the columns of SDMX-CSV.
    Sdmx,
    /// A series, with a column a period.
    Wide,
    /// A promise.
    Targets,
}

pub(super) const KINDS: &Vocabulary<Kind> = &[
    ("observations", Kind::Observations),
    ("sdmx", Kind::Sdmx),
    ("wide", Kind::Wide),
    ("targets", Kind::Targets),
];
pub(super) const KINDS_OF_FIGURES: &Vocabulary<Kind> = &[("observations", Kind::Observations), ("sdmx", Kind::Sdmx)];
pub(super) const KIND_OF_PERIODS: &Vocabulary<Kind> = &[("wide", Kind::Wide)];
pub(super) const KIND_OF_PROMISES: &Vocabulary<Kind> = &[("targets", Kind::Targets)];
pub(super) const DELIMITERS: &Vocabulary<u8> = &[(",", b','), (";", b';'), ("tab", b'\t'), ("pipe", b'|')];
pub(super) const DECIMAL_MARKS: &Vocabulary<char> = &[(".", '.'), (",", ',')];
pub(super) const THOUSANDS: &Vocabulary<char> = &[(",", ','), (".", '.'), ("space", ' '), ("'", '\''), ("_", '_')];
/// The publishers whose letters can stand after a number.
pub(super) const FLAGS: &Vocabulary<()> = &[("eurostat", ())];
pub(super) const LETTERS: &Vocabulary<Letters> = &[("eurostat", Letters::Eurostat), ("sdmx", Letters::Sdmx)];
/// The bound `at_least` if the number of a promise is above that of its baseline, `at_most` if it is below.
pub(super) const FROM_BASELINE: &str = "from_baseline";
/// The words for the bound that a number of a promise is.
pub(super) const BOUNDS: &Vocabulary<()> = &[
    ("at_least", ()),
    ("more_than", ()),
    ("at_most", ()),
    ("less_than", ()),
    ("within", ()),
    (FROM_BASELINE, ()),
];
/// Whether a plain year is the reporting year.
pub(super) const PLAIN_YEARS: &Vocabulary<bool> = &[("calendar", false), ("reporting", true)];
pub(super) const NAMED_BY: &Vocabulary<NamedBy> = &[("first", NamedBy::First), ("last", NamedBy::Last)];
pub(super) const DATE_ORDERS: &Vocabulary<DateOrder> = &[
    ("day_first", DateOrder::DayFirst),
    ("month_first", DateOrder::MonthFirst),
];
pub(super) const HYPHENED: &Vocabulary<Hyphened> = &[("month", Hyphened::Month), ("years", Hyphened::Years)];
pub(super) const TRIMESTERS: &Vocabulary<Trimester> = &[("third", Trimester::Third), ("quarter", Trimester::Quarter)];
pub(super) const PERCENT_SIGNS: &Vocabulary<PercentSign> =
    &[("number", PercentSign::Number), ("fraction", PercentSign::Fraction)];
pub(super) const SINCE: &Vocabulary<()> = &[("year", ())];

/// The pattern of heads of a wide table that are a period and nothing else; any other head is that of another column.
pub(super) const ANY_HEAD: &str = "*";

/// The word for the total, which is no part of an indicator.
pub(super) const WHOLES: &Vocabulary<()> = &[("total", ())];

/// The code of the total in the code lists of SDMX, in whatever table they are used.
pub(super) const TOTAL: &str = "_T";

/// The publisher whose letters stand for the flags of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Eurostat,
    /// The letters of the list `CL_OBS_STATUS`.
    Sdmx,
}
