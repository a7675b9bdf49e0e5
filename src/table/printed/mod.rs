//! Numbers and periods as tables print them, where documents have one form only.
//!
//! A text that can be read in two ways is an error, which asks for the field of the map that tells.

mod day;
mod hyphen;
mod value;

pub(super) use day::day;
pub(super) use hyphen::HyphenedTexts;
pub(super) use value::{NumberMarks, PercentSign, Printed, value};

pub(super) use crate::value::{
    DateOrder, Hyphened, NamedBy, ReportingYear, Times, Trimester, first_period, has_form, printed_period as period,
};
