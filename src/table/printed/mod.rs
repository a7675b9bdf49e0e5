//! Numbers and periods as tables print them, where documents have one form only.
//!
//! A text that can be read in two ways is an error, which asks for the field of the map that tells.

mod day;
mod hyphen;
mod promise;
mod status;
mod total;
mod unit;
mod value;

pub(super) use day::day;
pub(super) use hyphen::HyphenedTexts;
pub(super) use promise::says_promise;
pub(super) use status::flags_in_words;
pub(super) use total::names_total;
pub(super) use unit::{is_no_unit, probable_unit, sign_lost};
pub(super) use value::{PercentSign, Printed, ValueForms, value, within_brackets};

use alloc::format;

pub(super) use crate::value::{
    DateOrder, Hyphened, NamedBy, ReportingYear, Times, Trimester, first_period, has_form, names_months,
    printed_period as period,
};
use crate::value::{Period, ValueError};

/// The period of a part of the year 2001, as it is printed beside its year: before it as `Jan-Mar`, after it as `一季度`;
/// `None` for a text that is no part of a year, and for one that ends in a mark: in `Mar*` that is none between the
/// month and its year.
pub(super) fn part_of_2001(text: &str, times: &Times) -> Option<Period> {
    if !text.ends_with(|end: char| end.is_alphanumeric() || end == '.') {
        return None;
    }
    let beside_year = [format!("{text} 2001"), format!("2001年{text}")];
    beside_year.iter().find_map(|text| period(text, times).ok())
}

/// An error, with `advice` on what a map could say added to it if it is that of a text without the form of any period.
pub(super) fn advising(error: ValueError, times: &Times, advice: &str) -> ValueError {
    match error {
        ValueError::Period { text, right } if !has_form(&text, times) => ValueError::Period {
            text,
            right: format!("{right}{advice}").into(),
        },
        other => other,
    }
}
