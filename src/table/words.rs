//! The words of maps of columns.

use crate::plan::document::words::Vocabulary;

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A figure.
    Observations,
    /// A figure, in the columns of SDMX-CSV.
    Sdmx,
}

pub(super) const KINDS: &Vocabulary<Kind> = &[("observations", Kind::Observations), ("sdmx", Kind::Sdmx)];
pub(super) const DELIMITERS: &Vocabulary<u8> = &[(",", b','), (";", b';'), ("tab", b'\t'), ("|", b'|')];
pub(super) const DECIMAL_MARKS: &Vocabulary<char> = &[(".", '.'), (",", ',')];
pub(super) const THOUSANDS: &Vocabulary<char> = &[(",", ','), (".", '.'), ("space", ' '), ("'", '\''), ("_", '_')];
pub(super) const LETTERS: &Vocabulary<Letters> = &[("eurostat", Letters::Eurostat), ("sdmx", Letters::Sdmx)];
pub(super) const SINCE: &Vocabulary<()> = &[("year", ())];

/// Whose letters stand for what is said of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Eurostat,
    /// Those of the list `CL_OBS_STATUS`.
    Sdmx,
}
