//! Numbers and periods as tables print them, where documents have one form only.
//!
//! What can be read in two ways is asked for, by the error that says so: the map of a table tells.

mod day;
mod hyphen;
mod value;

pub(super) use day::day;
pub(super) use hyphen::HyphenedTexts;
pub(super) use value::{NumberMarks, PercentSign, Printed, value};

pub(super) use crate::value::{
    DateOrder, Hyphened, NamedBy, ReportingYear, Times, Trimester, first_period, has_form, printed_period as period,
};
