//! Times of the calendar by the numbers in which they are printed, and why there is none.

use core::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::value::{Length, Period};

/// What would be right, in words.
pub(crate) type Right = &'static str;

pub(super) const YEARS: &str = "years are from 0001 to 9999";
pub(super) const DAYS: &str = "there is no such day in the calendar";
pub(super) const MONTHS: &str = "a month is 1 to 12, as in `2025-03`";
pub(super) const BACKWARDS: &str = "it ends before it begins";
pub(super) const FOLLOWING: &str = "a year that lies in two is named by both, as in `2016/17`";

/// Whether a year, printed in two digits or four, follows another one, as in `2019/20` and `1999/00`.
pub(super) fn is_next(first: u32, digits: usize, last: u32) -> bool {
    let next = first.saturating_add(1);
    match digits {
        2 => Some(last) == next.checked_rem(100),
        4 => last == next,
        _ => false,
    }
}

pub(super) fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, Right> {
    let year = i32::try_from(year).map_err(|_| YEARS)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DAYS)
}

/// From the first of these months of a calendar year to the last.
pub(super) fn months(year: u32, first: u32, last: u32) -> Result<Period, Right> {
    let valid: RangeInclusive<u32> = 1..=12;
    if !valid.contains(&first) || !valid.contains(&last) {
        return Err(MONTHS);
    }
    let count = last.checked_sub(first).ok_or(BACKWARDS)?.saturating_add(1);
    begun(date(year, first, 1)?, Length::Months(count))
}

/// From one calendar year to another.
pub(super) fn whole_years(first: u32, last: u32) -> Result<Period, Right> {
    let count = last.checked_sub(first).ok_or(BACKWARDS)?.saturating_add(1);
    begun(date(first, 1, 1)?, Length::Months(count.saturating_mul(12)))
}

/// The month with an English name, whole or cut to three letters.
pub(super) fn named_month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "JANUARY",
        "FEBRUARY",
        "MARCH",
        "APRIL",
        "MAY",
        "JUNE",
        "JULY",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
    ];
    let (_, number) = NAMES
        .into_iter()
        .zip(1..)
        .find(|(name, _)| *name == word || name.get(..3) == Some(word))?;
    Some(number)
}

/// The time of a length that begins on a day.
pub(super) fn begun(first: NaiveDate, length: Length) -> Result<Period, Right> {
    Period::begun(first, length).ok_or(YEARS)
}
