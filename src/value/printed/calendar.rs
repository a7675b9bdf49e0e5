//! Days and periods of the calendar, by the numbers in which they are printed.
//!
//! No number is bent to fit: a month 13, a 30 February and a range that ends before it begins each have a reason of
//! their own, since each is a slip of another kind.

use core::ops::RangeInclusive;

use chrono::NaiveDate;

use super::no_period::{self, Advice};
use crate::value::{Length, Period};

/// Whether a year, printed in two digits or four, follows another one, as in `2019/20` and `1999/00`.
pub(super) fn is_next(first: u32, digits: usize, last: u32) -> bool {
    let next = first.saturating_add(1);
    match digits {
        2 => Some(last) == next.checked_rem(100),
        4 => last == next,
        _ => false,
    }
}

/// The day with these numbers; an error where the calendar has none.
pub(super) fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, Advice> {
    let year = i32::try_from(year).map_err(|_| no_period::YEAR_OUT_OF_RANGE)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(no_period::NO_SUCH_DAY)
}

/// How many there are from one number to another, both of them included.
pub(super) fn count_from_to(first: u32, last: u32) -> Result<u32, Advice> {
    let behind = last.checked_sub(first).ok_or(no_period::ENDS_BEFORE_IT_BEGINS)?;
    Ok(behind.saturating_add(1))
}

/// The period from the first of two months of a calendar year to the last: of 2025, 1 and 3 its first quarter.
pub(super) fn months(year: u32, first: u32, last: u32) -> Result<Period, Advice> {
    let valid: RangeInclusive<u32> = 1..=12;
    if !valid.contains(&first) || !valid.contains(&last) {
        return Err(no_period::MONTH_OUT_OF_RANGE);
    }
    let count = count_from_to(first, last)?;
    begun(date(year, first, 1)?, Length::Months(count))
}

/// The period from the first of two calendar years to the last, both of them whole.
pub(super) fn calendar_years(first: u32, last: u32) -> Result<Period, Advice> {
    let count = count_from_to(first, last)?;
    begun(date(first, 1, 1)?, Length::Months(count.saturating_mul(12)))
}

/// The period of a length that begins on a day.
pub(super) fn begun(first: NaiveDate, length: Length) -> Result<Period, Advice> {
    Period::begun(first, length).ok_or(no_period::YEAR_OUT_OF_RANGE)
}
