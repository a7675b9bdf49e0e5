//! Periods and numbers as they are printed, where documents have one form only.
//!
//! Tables are read by it, and what an author of a document wrote so is told in the form of documents. `number` reads
//! numbers, with the signs of `sign` beside them; the text of a period goes through three files:
//!
//! | file | of `Mar-2025` | of `03/04/2025` |
//! |---|---|---|
//! | `token` | the word `MAR`, a hyphen, a number of four digits | three numbers with slashes between |
//! | `times` | the month of that name in that year | a day, whose order nobody says: refused |
//! | `calendar` | 2025-03 | |
//!
//! Where a text is no period, `no_period` has the reason and the advice, and `mend` writes it as documents do where
//! both are known: ``write `2025-04-03` or `2025-03-04` ``.

mod calendar;
mod mend;
pub(crate) mod no_number;
mod no_period;
mod number;
#[cfg(feature = "csv")]
mod period;
mod sign;
mod times;
mod token;
mod year;

pub(in crate::value) use mend::mend;
#[cfg(feature = "csv")]
pub(crate) use no_period::Advice;
pub(crate) use number::{
    DASHES, DigitMarks, PrintedNumber, has_letter_for_digit, hundredth, plain_number, written_number,
};
#[cfg(feature = "csv")]
pub(crate) use period::{first_period, has_form, names_months, period};
pub(crate) use sign::Sign;
#[cfg(feature = "csv")]
pub(crate) use times::{DateOrder, Hyphened, Times, Trimester};
#[cfg(feature = "csv")]
pub(crate) use year::{NamedBy, ReportingYear};
