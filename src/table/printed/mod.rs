//! Numbers and periods as tables print them, where documents have one form only.
//!
//! What can be read in two ways is asked for, by the error that says so: the map of a table tells.

mod hyphen;
mod value;

pub(super) use hyphen::HyphenedTexts;
pub(super) use value::{NumberMarks, PercentSign, Printed, value};

pub(super) use crate::value::{
    DateOrder, Hyphened, NamedBy, ReportingYear, Times, Trimester, first_period, has_form, printed_period as period,
};

use chrono::NaiveDate;

use crate::plan::TableError;
use crate::value::{Length, Period, excerpt};

/// The one day that a date says. A month, a quarter or a year has many.
pub(super) fn day(text: &str, times: Times) -> Result<NaiveDate, TableError> {
    let dates = Some(Length::Days(1));
    let printed = period(text, &Times { dates, ..times }).ok();
    let day = printed.filter(|day| day.first() == day.last()).map(Period::first);
    day.ok_or_else(|| TableError::UnreadableDay { text: excerpt(text) })
}
