//! Periods, and signs before numbers, as they are printed, where documents have one form only.
//!
//! Tables are read by it, and what an author of a document wrote so is told in the form of documents.

mod calendar;
mod mend;
mod sign;
mod times;
mod token;
mod year;

#[cfg(feature = "csv")]
pub(crate) use calendar::Right;
pub(in crate::value) use mend::mend;
pub(crate) use sign::Sign;
#[cfg(feature = "csv")]
pub(crate) use times::{DateOrder, Hyphened, Times, Trimester, first_period, has_form, period};
#[cfg(feature = "csv")]
pub(crate) use year::{NamedBy, ReportingYear};
