//! An unbroken run of days.

use core::mem;

use chrono::{Datelike, Days, Month, Months, NaiveDate};

use super::grid::Grid;
use super::length::Length;
use super::years::{days_between, days_in_month, month_of};
use super::{Position, ValueError};

const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(1, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};
const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// Whether a day is another one or comes before it, in constants too.
const fn is_by(day: NaiveDate, other: NaiveDate) -> bool {
    other.signed_duration_since(day).num_days() >= 0
}

/// An unbroken run of days: a year, a half, a quarter, a month, a day or a range.
///
/// It reads and writes the forms of the SDMX standard, and no other:
///
/// | form | example |
/// |---|---|
/// | year | `2026` |
/// | half | `2026-S1` |
/// | quarter | `2026-Q3` |
/// | month | `2026-07` |
/// | day | `2026-07-31` |
/// | range: first day and duration | `2025-01-01/P9M`, `2021-01-01/P5Y`, `2025-03-10/P20D` |
///
/// Two periods are equal if their days are: `2025-01-01/P1Y` is `2025`, and is written so. A figure sits at the
/// [`end`](Self::end) of its period. Periods are ordered by their last day, then by their first.
///
/// # Examples
///
/// ```
/// use milepost::Period;
///
/// let nine_months: Period = "2025-01-01/P9M".parse()?;
/// assert_eq!(nine_months.last().to_string(), "2025-09-30");
/// assert_eq!("2025-01-01/P12M".parse::<Period>()?, Period::year(2025)?);
///
/// let error = "2026-Q5".parse::<Period>().unwrap_err();
/// assert_eq!(error.to_string(), "`2026-Q5` is not a period: a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`");
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    // In the order by which periods are sorted.
    last: NaiveDate,
    /// INVARIANT: `first` ≤ `last`, both in the years 0001 to 9999.
    first: NaiveDate,
}

impl Period {
    /// A calendar year.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the year is from 1 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Period, period};
    ///
    /// assert_eq!(Period::year(2026)?, period!("2026"));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn year(year: i32) -> Result<Self, ValueError> {
        Self::part(year, Some(1), 12).ok_or(ValueError::PeriodOutOfRange)
    }

    /// The year that begins with a month, named by the calendar year in which it begins.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless all of it lies in the years 1 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::chrono::Month;
    /// use milepost::{Language, Period};
    ///
    /// let year = Period::fiscal_year(2025, Month::April)?;
    /// assert_eq!(year.to_string(), "2025-04-01/P1Y");
    /// assert_eq!(year.words(Language::English), "fiscal year 2025/26 (April to March)");
    /// assert_eq!(Period::fiscal_year(2025, Month::January)?, Period::year(2025)?);
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn fiscal_year(year: i32, first: Month) -> Result<Self, ValueError> {
        NaiveDate::from_ymd_opt(year, first.number_from_month(), 1)
            .and_then(|first| Self::begun(first, Length::YEAR))
            .ok_or(ValueError::PeriodOutOfRange)
    }

    /// The first or second half of a calendar year.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the half is 1 or 2 and the year is from 1 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Period, period};
    ///
    /// assert_eq!(Period::half(2026, 2)?, period!("2026-S2"));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn half(year: i32, half: u32) -> Result<Self, ValueError> {
        Self::part(year, Some(half), 6).ok_or(ValueError::PeriodOutOfRange)
    }

    /// A quarter of a calendar year, counted from 1.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the quarter is from 1 to 4 and the year from 1 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Period, period};
    ///
    /// assert_eq!(Period::quarter(2026, 3)?, period!("2026-Q3"));
    /// assert!(Period::quarter(2026, 5).is_err());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn quarter(year: i32, quarter: u32) -> Result<Self, ValueError> {
        Self::part(year, Some(quarter), 3).ok_or(ValueError::PeriodOutOfRange)
    }

    /// A month of a calendar year, counted from 1.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the month is from 1 to 12 and the year from 1 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Period, period};
    ///
    /// assert_eq!(Period::month(2026, 7)?, period!("2026-07"));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn month(year: i32, month: u32) -> Result<Self, ValueError> {
        Self::part(year, Some(month), 1).ok_or(ValueError::PeriodOutOfRange)
    }

    /// A single day.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the year is from 1 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Period, day, period};
    ///
    /// assert_eq!(Period::day(day!("2026-07-31"))?, period!("2026-07-31"));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn day(day: NaiveDate) -> Result<Self, ValueError> {
        Self::between(day, day)
    }

    /// The days from `first` to `last`, both in it.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodReversed`] if the last day comes before the first, [`ValueError::PeriodOutOfRange`] unless
    /// both years are from 1 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Period, day, period};
    ///
    /// // The calendar's year is that year, however it is given.
    /// assert_eq!(Period::between(day!("2026-01-01"), day!("2026-12-31"))?, period!("2026"));
    /// assert!(Period::between(day!("2026-02-01"), day!("2026-01-31")).is_err());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn between(first: NaiveDate, last: NaiveDate) -> Result<Self, ValueError> {
        if first < FIRST_DAY || last > LAST_DAY {
            return Err(ValueError::PeriodOutOfRange);
        }
        if first > last {
            return Err(ValueError::PeriodReversed { first, last });
        }
        Ok(Self { last, first })
    }

    /// The period of this length in which a day lies, counted from the beginning of the year 1: the calendar year,
    /// half, quarter or month, or the week from Monday to Sunday.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless all of it lies in the years 1 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Length, Period, day, period};
    ///
    /// let day = day!("2026-08-09");
    /// assert_eq!(Period::containing(day, Length::QUARTER)?, period!("2026-Q3"));
    /// assert_eq!(Period::containing(day, Length::WEEK)?, period!("2026-08-03/P7D"));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn containing(day: NaiveDate, length: Length) -> Result<Self, ValueError> {
        grid_from_year_one(length)
            .and_then(|grid| grid.period(grid.number_around(day)?))
            .ok_or(ValueError::PeriodOutOfRange)
    }

    /// The part of a calendar year with this number, counted from 1; `None` if the year has no such part.
    pub(super) const fn part(year: i32, number: Option<u32>, months: u32) -> Option<Self> {
        let Some(number) = number else { return None };
        let Some(before) = number.saturating_mul(months).checked_sub(months) else {
            return None;
        };
        match NaiveDate::from_ymd_opt(year, before.saturating_add(1), 1) {
            Some(first) => Self::begun(first, Length::Months(months)),
            None => None,
        }
    }

    /// The period of a length that begins on a day; `None` outside of the years 1 to 9999.
    pub(crate) const fn begun(first: NaiveDate, length: Length) -> Option<Self> {
        let next = match length {
            Length::Months(months) => first.checked_add_months(Months::new(months)),
            Length::Days(days) => first.checked_add_days(Days::new(days as u64)),
        };
        let last = match next {
            Some(next) => next.pred_opt(),
            None => None,
        };
        match last {
            Some(last) if is_by(FIRST_DAY, first) && is_by(first, last) && is_by(last, LAST_DAY) => {
                Some(Self { last, first })
            }
            _ => None,
        }
    }

    /// The first day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{day, period};
    ///
    /// // A year that begins in April, and a week by its Monday.
    /// assert_eq!(period!("2025-04-01/P1Y").first(), day!("2025-04-01"));
    /// assert_eq!(period!("2025-12-29/P7D").first(), day!("2025-12-29"));
    /// ```
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day, which is in the period: at its end figures sit and deadlines are over.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{day, period};
    ///
    /// assert_eq!(period!("2024-02").last(), day!("2024-02-29"));
    /// assert_eq!(period!("2022-01-01/P5Y").last(), day!("2026-12-31"));
    /// ```
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// The position at which the period begins: the end of the day before it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::period;
    ///
    /// // So a period begins where the one before it ends, and no time lies between them.
    /// assert_eq!(period!("2025").start(), period!("2024").end());
    /// assert_eq!(period!("2025-07-01/P1Y").start(), period!("2025-S1").end());
    /// ```
    pub fn start(self) -> Position {
        // The year 1 has a day before it in the calendar of the dates, so there always is one.
        Position::of(self.first.pred_opt().unwrap_or(self.first))
    }

    /// The position at which the period ends. A figure of the period stands there, unless it is collected at the
    /// beginning or in the middle of periods.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, period};
    ///
    /// // A year, its last quarter and its last day all end at one position.
    /// assert!([period!("2025-Q4"), period!("2025-12-31")].iter().all(|period| period.end() == period!("2025").end()));
    /// assert_eq!(period!("2026").end().since(period!("2021").end()), Years::whole(5));
    /// ```
    pub fn end(self) -> Position {
        Position::of(self.last)
    }

    /// How long the period is.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Length, period};
    ///
    /// assert_eq!(period!("2024").length(), Length::YEAR);
    /// assert_eq!(period!("2025-03-10/P20D").length(), Length::Days(20));
    /// ```
    pub fn length(self) -> Length {
        match self.whole_months() {
            Some(months) => Length::Months(months),
            None => Length::Days(self.count_days()),
        }
    }

    /// Whether all days of another period lie in this one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::period;
    ///
    /// assert!(period!("2026").contains(period!("2026-Q4")));
    /// assert!(!period!("2026").contains(period!("2026-07-01/P1Y")));
    /// ```
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether the two have a day in common.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::period;
    ///
    /// assert!(period!("2026").overlaps(period!("2026-07-01/P1Y")));
    /// assert!(!period!("2026").overlaps(period!("2027")));
    /// ```
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether another period begins on the day after this one ends.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::period;
    ///
    /// assert!(period!("2026-Q4").is_followed_by(period!("2027")));
    /// ```
    pub fn is_followed_by(self, other: Self) -> bool {
        self.last.succ_opt() == Some(other.first)
    }

    /// The period of the same length right after this one; `None` after the year 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::period;
    ///
    /// assert_eq!(period!("2026-S2").next(), Some(period!("2027-S1")));
    /// ```
    pub fn next(self) -> Option<Self> {
        self.shifted(1)
    }

    /// The period of the same length right before this one; `None` beyond the calendar.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::period;
    ///
    /// assert_eq!(period!("2024-03").previous(), Some(period!("2024-02")));
    /// ```
    pub fn previous(self) -> Option<Self> {
        self.shifted(-1)
    }

    /// The grid of periods of this length, in which this period is number 0.
    pub(crate) fn grid(self) -> Grid {
        Grid::ending_on(self.last, self.length())
    }

    /// Whether this lies in more than one period of a grid.
    pub(crate) fn is_across(self, grid: Grid) -> bool {
        grid.number_around(self.first) != grid.number_around(self.last)
    }

    /// The periods of `length` that make up this one, from the first on; none if it is not made of whole ones. If
    /// `length` is 52 or 53 weeks, the parts may be [years of both](Self::years_of_weeks).
    pub(crate) fn parts(self, length: Length) -> impl Iterator<Item = Self> {
        let grid = Grid::ending_on(self.last, length);
        let first = || {
            let before = self.first.pred_opt().filter(|day| grid.ends_on(*day))?;
            let first = grid.number_after(before)?;
            // A month from any day is none.
            let is_whole = matches!(length, Length::Days(_)) || grid.period(first)?.length() == length;
            is_whole.then_some(first)
        };
        let first = first();
        let is_of_weeks = first.is_none() && matches!(length, Length::Days(364 | 371));
        let of_weeks = is_of_weeks.then(|| self.years_of_weeks()).into_iter().flatten();
        grid.periods(first.unwrap_or(1), 0).chain(of_weeks)
    }

    /// How many days the period has after its first one.
    pub(crate) fn days_after_first(self) -> u64 {
        days_between(self.first(), self.last()).unsigned_abs()
    }

    /// The period of the same length that many periods later, or earlier if negative; `None` outside of the years 1 to
    /// 9999.
    ///
    /// Four weeks that are exactly a February are taken as a month: to step by weeks, start from other weeks. Four
    /// weeks that are a month from any day but the first are taken as weeks: to step by months, start from a longer
    /// month.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::period;
    ///
    /// assert_eq!(period!("2025-Q4").shifted(-7), Some(period!("2024-Q1")));
    /// ```
    pub fn shifted(self, periods: i32) -> Option<Self> {
        self.grid().period(periods)
    }

    /// The grid of periods of `length` in which one ends with this period. If `length` is of weeks and this period is
    /// not made of weeks, they end on Sundays, the last of them by the end of this period.
    pub(crate) fn grid_back(self, length: Length) -> Grid {
        let is_weeks = matches!(length, Length::Days(days) if days.checked_rem(7) == Some(0));
        let last = if is_weeks && !self.is_of_weeks() {
            let days = self.last.weekday().num_days_from_sunday();
            self.last.checked_sub_days(Days::new(days.into())).unwrap_or(self.last)
        } else {
            self.last
        };
        Grid::ending_on(last, length)
    }

    /// The period as long as this one that ends on a day; `None` outside of the years 1 to 9999.
    pub(crate) fn moved_to(self, last: NaiveDate) -> Option<Self> {
        Grid::ending_on(last, self.length()).period(0)
    }

    /// The same period of the year before; of a period of whole weeks, the one 52 weeks before. `None` before the year
    /// 1.
    pub(crate) fn year_before(self) -> Option<Self> {
        let length = self.length();
        let year = if self.is_of_weeks() {
            Length::Days(364)
        } else {
            Length::YEAR
        };
        let last = Grid::ending_on(self.last, year).last_of(-1)?;
        Grid::ending_on(last, length).period(0)
    }

    /// The end of a calendar month that is nearest to the period's last day.
    pub(crate) fn nearest_end_of_month(self) -> NaiveDate {
        let months = grid_from_year_one(Length::MONTH);
        let nearest = months.and_then(|months| months.last_of(months.nearest(self.last)?.0));
        nearest.unwrap_or(self.last)
    }

    /// The name of the calendar's period that this is, if it is one: `year`, `half`, `quarter`, `month` or `week`.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::period;
    ///
    /// assert_eq!(period!("2026-Q3").calendar_name(), Some("quarter"));
    /// assert_eq!(period!("2025-04-01/P1Y").calendar_name(), None);
    /// ```
    pub fn calendar_name(self) -> Option<&'static str> {
        let length = self.length();
        let name = length.name()?;
        (Self::containing(self.first, length) == Ok(self)).then_some(name)
    }

    /// How many months the period is made of; `None` if it is not made of whole months. Months may begin on any day
    /// that every month has. A period that is made of whole weeks as well counts as weeks, and so as `None`, unless it
    /// begins on the 1st or is whole years.
    fn whole_months(self) -> Option<u32> {
        let is_of_weeks = || self.count_days().checked_rem(7) == Some(0);
        self.months_by_date()
            .filter(|months| self.first.day() == 1 || months.checked_rem(12) == Some(0) || !is_of_weeks())
    }

    /// The count of whole months from the first day to the last by the calendar alone: four weeks that happen to be a
    /// month are one. `None` if the months are not whole, or begin after the 28th.
    pub(super) fn months_by_date(self) -> Option<u32> {
        let (day, last, month) = (self.first.day(), self.last.day(), month_of(self.last)?);
        let next = if last == days_in_month(self.last) {
            (month.checked_add(1)?, 1)
        } else {
            (month, last.checked_add(1)?)
        };
        let months = next.0.checked_sub(month_of(self.first)?)?;
        u32::try_from(months)
            .ok()
            .filter(|months| day <= 28 && *months > 0 && next.1 == day)
    }

    /// How many days the period covers.
    pub(super) fn count_days(self) -> u32 {
        let days = days_between(self.first, self.last).saturating_add(1);
        u32::try_from(days).unwrap_or(u32::MAX)
    }
}

impl Grid {
    /// The period with this number, where 0 is the period with whose end the grid was made; `None` outside of the years
    /// 1 to 9999.
    pub(crate) fn period(self, number: i32) -> Option<Period> {
        let first = self.last_of(number.checked_sub(1)?)?.succ_opt()?;
        Period::between(first, self.last_of(number)?).ok()
    }

    /// The periods numbered `from` to `to`, in the order of time, as far as the calendar reaches.
    ///
    /// Each begins on the day after the one before it, so that each end is worked out once.
    pub(crate) fn periods(self, from: i32, to: i32) -> impl Iterator<Item = Period> {
        let mut before = from.checked_sub(1).and_then(|number| self.last_of(number));
        (from..=to).filter_map(move |number| {
            let last = self.last_of(number);
            let first = mem::replace(&mut before, last)?.succ_opt()?;
            Period::between(first, last?).ok()
        })
    }
}

/// The grid of periods of `length` in which one begins with the year 1. Never `None`, since the day before it is a day
/// of the calendar.
fn grid_from_year_one(length: Length) -> Option<Grid> {
    NaiveDate::from_ymd_opt(0, 12, 31).map(|last| Grid::ending_on(last, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn other_refusals() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(
            Period::between(day(2025, 2, 1), day(2025, 1, 1))
                .unwrap_err()
                .to_string(),
            "a period cannot end on 2025-01-01, before it begins on 2025-02-01"
        );
        for result in [
            Period::year(0),
            Period::year(10_000),
            Period::year(i32::MAX),
            Period::half(2025, 3),
            Period::quarter(2025, 0),
            Period::month(2025, u32::MAX),
            Period::day(NaiveDate::MAX),
            Period::containing(NaiveDate::MIN, Length::YEAR),
        ] {
            assert_eq!(
                result.unwrap_err().to_string(),
                "a period lies within the years 0001 to 9999, and this one does not"
            );
        }
    }

    #[test]
    fn neighbours_have_the_same_length() {
        for (text, next) in [
            ("2024", "2025"),
            ("2024-S2", "2025-S1"),
            ("2024-02", "2024-03"),
            ("2024-02-29", "2024-03-01"),
            ("2025-09-01/P1Y", "2026-09-01/P1Y"),
            ("2025-03-10/P20D", "2025-03-30/P20D"),
            ("2025-03-15/P1M", "2025-04-15/P1M"),
            ("2025-07-06/P3M", "2025-10-06/P3M"),
            ("2021-01-01/P5Y", "2026-01-01/P5Y"),
        ] {
            assert_eq!(period(text).next(), Some(period(next)));
            assert_eq!(period(next).previous(), Some(period(text)));
            assert!(period(text).is_followed_by(period(next)));
        }
        assert_eq!(period("2025-Q4").shifted(-7), Some(period("2024-Q1")));
        assert_eq!(period("2025").shifted(i32::MIN), None);
        assert_eq!(period("9999").next(), None);
        assert_eq!(period("0001").previous(), None);
    }

    #[test]
    fn periods_contain_overlap_and_are_ordered_by_their_end() {
        assert!(period("2024").contains(period("2024-Q4")));
        assert!(!period("2024-Q4").contains(period("2024")));
        assert!(period("2024-S2").overlaps(period("2024-07-01/P1Y")));
        assert!(!period("2024-S2").overlaps(period("2024-S1")));
        assert!(period("2024-06") < period("2024"));
        assert!(period("2024") < period("2024-12"));
        assert_eq!(period("2024").length(), period("2025").length());
        assert_eq!(period("2024").calendar_name(), Some("year"));
        assert_eq!(period("2025-09-01/P1Y").calendar_name(), None);
        assert_eq!(
            Period::containing(period("2025-08-09").first(), Length::QUARTER),
            Ok(period("2025-Q3"))
        );
    }
}
