//! Periods, and signs before numbers, as they are printed, where documents have one form only.
//!
//! Tables are read by it, and what an author of a document wrote so is told in the form of documents.

mod calendar;
mod mend;
mod no_period;
mod sign;
mod times;
mod token;
mod year;

pub(in crate::value) use mend::mend;
#[cfg(feature = "csv")]
pub(crate) use no_period::Advice;
pub(crate) use sign::Sign;
#[cfg(feature = "csv")]
pub(crate) use times::{DateOrder, Hyphened, Times, Trimester, first_period, has_form, period};
#[cfg(feature = "csv")]
pub(crate) use year::{NamedBy, ReportingYear};
