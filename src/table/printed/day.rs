//! Days as tables print them.
//!
//! A day is what a period of one day is, in whatever form that is printed (`2025-02-01`, and `1 February 2025` too),
//! with or without a time after a date of ISO 8601. `LAST UPDATE` of Eurostat's files alone has years of two digits,
//! which are read in SDMX-CSV and nowhere else: `08/11/24 11:00:00` is 2024-11-08.

use chrono::NaiveDate;

use super::period;
use crate::plan::TableError;
use crate::value::{DateOrder, Length, Period, Times, date, excerpt};

/// The day that a text prints, with or without a time of the day after it. A month, a quarter or a year is refused,
/// since it has many days. In SDMX-CSV, where parts of years are counted, the form of `LAST UPDATE` is read instead of
/// printed dates.
pub(in crate::table) fn day(text: &str, times: Times) -> Result<NaiveDate, TableError> {
    let (written, after) = text.split_at_checked(10).unwrap_or((text, ""));
    let iso = date(written)
        .ok()
        .filter(|_| after.is_empty() || after.starts_with(['T', ' ']));
    let printed = || {
        if times.counts_parts {
            day_of_time_stamp(text)
        } else {
            day_of_period(text, times)
        }
    };
    let in_order = |order| {
        day_of_period(
            text,
            Times {
                order: Some(order),
                ..times
            },
        )
    };
    iso.or_else(printed).ok_or_else(|| TableError::UnreadableDay {
        text: excerpt(text),
        can_be_two: !times.counts_parts && times.order.is_none() && in_order(DateOrder::DayFirst).is_some(),
    })
}

/// The day of a text that is printed as a period of one day; `None` for any other text.
fn day_of_period(text: &str, times: Times) -> Option<NaiveDate> {
    let dates = Some(Length::Days(1));
    let printed = period(text, &Times { dates, ..times }).ok()?;
    Some(printed).filter(|day| day.first() == day.last()).map(Period::first)
}

/// The day in Eurostat's column `LAST UPDATE`: `08/11/24 11:00:00`, or with all digits of its year; `None` of any other
/// text.
fn day_of_time_stamp(text: &str) -> Option<NaiveDate> {
    let day = text.split(' ').next()?;
    let form = match day.len() {
        8 => "%d/%m/%y",
        10 => "%d/%m/%Y",
        _ => return None,
    };
    NaiveDate::parse_from_str(day, form).ok()
}
