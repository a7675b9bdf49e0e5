//! The year by which figures of a table are reported, where it is not the calendar's: a fiscal year.

use chrono::{Datelike, NaiveDate};

use super::calendar::{begun, date};
use super::no_period::{self, Advice};
use super::token::{Mark, Number, Token};
use crate::value::{Length, Period, ValueError, excerpt};

/// The calendar year that names a year which lies in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NamedBy {
    /// The calendar year in which it begins, as in SDMX.
    First,
    /// The calendar year in which it ends.
    Last,
}

/// The year by which figures are reported, where it is not the calendar's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReportingYear {
    /// The month of its first day, from 1 on.
    pub(crate) month: u32,
    /// The day of the month, one that every year has.
    pub(crate) day: u32,
    named_by: NamedBy,
    /// Whether the plain number `2026` is this year, and not the calendar's.
    pub(super) is_plain: bool,
}

impl ReportingYear {
    pub(super) const CALENDAR: Self = Self {
        month: 1,
        day: 1,
        named_by: NamedBy::First,
        is_plain: false,
    };

    /// A year that begins on 1 April.
    pub(super) const APRIL: Self = Self {
        month: 4,
        ..Self::CALENDAR
    };

    /// The year that begins on a day, `07-01`, or as SDMX writes it, `--07-01`. A plain `2026` stays the calendar's
    /// year.
    ///
    /// # Errors
    ///
    /// [`ValueError::Date`] if it is no day that every year has.
    pub(crate) fn new(begins: &str, named_by: NamedBy) -> Result<Self, ValueError> {
        match Token::split(begins.strip_prefix("--").unwrap_or(begins)).as_slice() {
            [Number(2, month), Mark('-'), Number(2, day)] if date(2001, *month, *day).is_ok() => Ok(Self {
                month: *month,
                day: *day,
                named_by,
                is_plain: false,
            }),
            _ => Err(ValueError::Date {
                text: excerpt(begins),
                right: "write month and day in digits, as in `07-01`".into(),
            }),
        }
    }

    /// The same year. If `is_plain`, the plain number `2026` means it too, and not the calendar year.
    pub(crate) const fn named_plainly(self, is_plain: bool) -> Self {
        Self { is_plain, ..self }
    }

    /// Whether the year is that of the calendar.
    fn is_calendar(self) -> bool {
        (self.month, self.day) == (1, 1)
    }

    /// The first day of the reporting year that begins within the calendar year `year`.
    fn first_day_in(self, year: u32) -> Result<NaiveDate, Advice> {
        date(year, self.month, self.day)
    }

    /// The year with this name: `FY2026` of years from April is the one from 2026-04-01 on by its first year, and the
    /// one from 2025-04-01 on by its last.
    pub(super) fn named(self, year: u32) -> Result<Period, Advice> {
        let begins_before = self.named_by == NamedBy::Last && !self.is_calendar();
        let year = year
            .checked_sub(u32::from(begins_before))
            .ok_or(no_period::YEAR_OUT_OF_RANGE)?;
        begun(self.first_day_in(year)?, Length::YEAR)
    }

    /// The year that begins in the calendar year `first` and ends in the next; an error where this year is the
    /// calendar's.
    pub(super) fn in_two(self, first: u32) -> Result<Period, Advice> {
        if self.is_calendar() {
            return Err(no_period::YEARS_DO_NOT_FOLLOW);
        }
        begun(self.first_day_in(first)?, Length::YEAR)
    }

    /// The year in which a day lies: of years from April, 31 March 2026 lies in that from 2025-04-01 on.
    pub(super) fn containing(self, day: NaiveDate) -> Result<Period, Advice> {
        let year = u32::try_from(day.year()).map_err(|_| no_period::YEAR_OUT_OF_RANGE)?;
        let first = self.first_day_in(year)?;
        let first = if first <= day {
            first
        } else {
            self.first_day_in(year.saturating_sub(1))?
        };
        begun(first, Length::YEAR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_on_which_no_year_begins() {
        for begins in ["--7-1", "--02-29", "13-01", "", "07-01x", "2025-07-01"] {
            assert_eq!(
                ReportingYear::new(begins, NamedBy::First).unwrap_err().to_string(),
                format!(
                    "{} is not a day: write month and day in digits, as in `07-01`",
                    crate::value::shown(begins)
                )
            );
        }
    }
}
