//! Numbers and periods as tables print them, where documents have one form only.
//!
//! A text that can be read in two ways is an error, which asks for the field of the map that tells.

mod day;
mod hyphen;
mod status;
mod value;

pub(super) use day::day;
pub(super) use hyphen::HyphenedTexts;
pub(super) use status::flags_in_words;
pub(super) use value::{PercentSign, Printed, ValueForms, value, within_brackets};

use crate::value::ValueError;
pub(super) use crate::value::{
    DateOrder, Hyphened, NamedBy, ReportingYear, Times, Trimester, first_period, has_form, printed_period as period,
};

/// An error, with `advice` on what a map could say added to it if it is that of a text without the form of any period.
pub(super) fn advising(error: ValueError, times: &Times, advice: &str) -> ValueError {
    match error {
        ValueError::Period { text, right } if !has_form(&text, times) => ValueError::Period {
            text,
            right: alloc::format!("{right}{advice}").into(),
        },
        other => other,
    }
}
