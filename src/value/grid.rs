//! Time cut into periods of one length.

use chrono::{Datelike, Days, NaiveDate};

use super::length::Length;
use super::years::{day_of_month, days_between, days_in_month, month_of};

/// A grid: periods of one length that follow each other: calendar or fiscal years, weeks, the thirds of a plan.
///
/// The periods are counted from one of them, which is number 0. Each period is found from there and not from its
/// neighbour, so that months that end with their month do so after a February too, and 28 days stay 28 days where they
/// happen to be a month.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grid {
    length: Length,
    /// The last day of the period with the number 0.
    last: NaiveDate,
}

impl Grid {
    /// The grid of periods of this length in which number 0 ends on this day.
    pub(crate) const fn ending_on(last: NaiveDate, length: Length) -> Self {
        Self { length, last }
    }

    /// The last day of the period with this number; `None` beyond the calendar.
    pub(super) fn last_of(self, number: i32) -> Option<NaiveDate> {
        match self.length {
            Length::Months(months) => {
                let by = number.checked_mul(i32::try_from(months).ok()?)?;
                let month = month_of(self.last)?.checked_add(by)?;
                // If one period ends with its month, all do.
                let ends_month = self.last.day() == days_in_month(self.last);
                day_of_month(month, if ends_month { 31 } else { self.last.day() })
            }
            Length::Days(days) => {
                let by = i64::from(number).checked_mul(days.into())?;
                let days = Days::new(by.unsigned_abs());
                if by < 0 {
                    self.last.checked_sub_days(days)
                } else {
                    self.last.checked_add_days(days)
                }
            }
        }
    }

    /// The number of the last period that ends on a day or before it. `None` where the length is zero, and beyond the
    /// calendar.
    pub(crate) fn number_by(self, day: NaiveDate) -> Option<i32> {
        self.last_by(day).map(|(number, _)| number)
    }

    /// The number of the last period that ends on a day or before it, and the last day of that period; `None` where
    /// the length is zero, and beyond the calendar.
    fn last_by(self, day: NaiveDate) -> Option<(i32, NaiveDate)> {
        let number = match self.length {
            Length::Months(months) => {
                let between = month_of(day)?.checked_sub(month_of(self.last)?)?;
                between.checked_div_euclid(i32::try_from(months).ok()?)?
            }
            Length::Days(days) => {
                let between = days_between(self.last, day);
                i32::try_from(between.checked_div_euclid(days.into())?).ok()?
            }
        };
        let last = self.last_of(number)?;
        if last <= day {
            return Some((number, last));
        }
        let before = number.checked_sub(1)?;
        Some((before, self.last_of(before)?))
    }

    /// Whether a period ends on a day.
    pub(crate) fn ends_on(self, day: NaiveDate) -> bool {
        self.last_by(day).is_some_and(|(_, last)| last == day)
    }

    /// The number of the period in which a day lies; `None` where the length is zero, and beyond the calendar.
    pub(crate) fn number_around(self, day: NaiveDate) -> Option<i32> {
        self.number_by(day.pred_opt()?)?.checked_add(1)
    }

    /// The number of the first period that lies wholly after a day; `None` where the length is zero, and beyond the
    /// calendar.
    pub(crate) fn number_after(self, day: NaiveDate) -> Option<i32> {
        self.number_around(day)?.checked_add(1)
    }

    /// The number of the period whose last day is nearest to a day, of two the earlier, and the count of days between
    /// that last day and the day. `None` where the length is zero, and beyond the calendar.
    pub(crate) fn nearest(self, day: NaiveDate) -> Option<(i32, u64)> {
        let (before, last) = self.last_by(day)?;
        if last == day {
            return Some((before, 0));
        }
        let days_off = |last: NaiveDate| days_between(day, last).unsigned_abs();
        let next = before.checked_add(1)?;
        let (since, until) = (days_off(last), days_off(self.last_of(next)?));
        Some(if until < since { (next, until) } else { (before, since) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Period;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn grid(of: &str) -> Grid {
        let of = period(of);
        Grid::ending_on(of.last(), of.length())
    }

    #[test]
    fn periods_are_counted_from_one_of_them() {
        for (of, number, there) in [
            ("2024", 1, "2025"),
            ("2024", -3, "2021"),
            ("2025-04-01/P1Y", 1, "2026-04-01/P1Y"),
            ("2025-04-06/P1Y", -1, "2024-04-06/P1Y"),
            ("2024-02", 12, "2025-02"),
            ("2024-02", 1, "2024-03"),
            ("2024-01", 1, "2024-02"),
            // What ends with January ends with February, and with March again.
            ("2023-01", 2, "2023-03"),
            ("2023-01-04/P28D", 1, "2023-02"),
            // Four weeks, and no month.
            ("2023-01-04/P28D", 2, "2023-03-01/P28D"),
            ("2023-01-04/P28D", -1, "2022-12-07/P28D"),
            ("2026-01-05/P7D", 52, "2027-01-04/P7D"),
            ("2021-01-01/P3Y", -1, "2018-01-01/P3Y"),
            ("9998", 1, "9999"),
            ("0002", -1, "0001"),
        ] {
            assert_eq!(grid(of).period(number), Some(period(there)), "{of} {number}");
        }
        assert_eq!(grid("9999").period(1), None);
        assert_eq!(grid("0001").period(-1), None);
        assert_eq!(grid("2024").period(i32::MIN), None);
        assert_eq!(grid("2024").period(i32::MAX), None);
    }

    #[test]
    fn a_day_has_its_place() {
        let day = |text: &str| period(text).last();
        for (of, at, by, around, after, nearest) in [
            ("2024", "2024-12-31", 0, 0, 1, 0),
            ("2024", "2024-12-30", -1, 0, 1, 0),
            ("2024", "2025-01-01", 0, 1, 2, 0),
            ("2024", "2025-07-01", 0, 1, 2, 0),
            ("2024", "2025-07-03", 0, 1, 2, 1),
            ("2024-02", "2024-02-29", 0, 0, 1, 0),
            ("2024-02", "2024-03-30", 0, 1, 2, 1),
            ("2024-02", "2024-03-31", 1, 1, 2, 1),
            ("2024-01-31", "2024-02-01", 1, 1, 2, 1),
            ("2026-01-05/P7D", "2026-01-11", 0, 0, 1, 0),
            ("2026-01-05/P7D", "2026-01-12", 0, 1, 2, 0),
            ("2026-01-05/P7D", "2026-01-10", -1, 0, 1, 0),
            ("2026-01-05/P7D", "2026-01-15", 0, 1, 2, 1),
            ("2025-04-06/P1Y", "2026-04-05", 0, 0, 1, 0),
            ("2025-04-06/P1Y", "2026-04-06", 0, 1, 2, 0),
            ("2025-04-06/P1Y", "2026-04-04", -1, 0, 1, 0),
        ] {
            let (grid, at) = (grid(of), day(at));
            let nearest_end = grid.nearest(at).map(|(number, _)| number);
            let found = [
                grid.number_by(at),
                grid.number_around(at),
                grid.number_after(at),
                nearest_end,
            ];
            assert_eq!(found, [by, around, after, nearest].map(Some), "{of} {at}");
            assert_eq!(grid.ends_on(at), grid.nearest(at) == Some((by, 0)), "{of} {at}");
        }
    }

    #[test]
    fn periods_across_an_end_are_divided() {
        let years = grid("2023-04-06/P1Y");
        for (of, is_divided) in [
            ("2023-Q2", true),
            ("2023-Q3", false),
            ("2023-04-06/P1Y", false),
            ("2023-04-05/P1D", false),
            ("2023-04-05/P2D", true),
            ("2023", true),
        ] {
            assert_eq!(period(of).is_across(years), is_divided, "{of}");
        }
    }

    #[test]
    fn periods_follow_each_other_as_far_as_the_calendar_reaches() {
        for (of, years) in [
            ("2024", [2023, 2024, 2025].as_slice()),
            ("0001", &[1, 2]),
            ("9999", &[9998, 9999]),
        ] {
            let periods: Vec<_> = grid(of).periods(-1, 1).collect();
            assert_eq!(
                periods.iter().map(|one| one.first().year()).collect::<Vec<_>>(),
                years,
                "{of}"
            );
        }
        // Each is the one that its number alone gives, also where months end with their month.
        for of in [
            "2024-02",
            "2023-01-31",
            "2025-04-06/P1Y",
            "2026-01-05/P7D",
            "2021-01-01/P3Y",
        ] {
            let alone = (-30..=30).filter_map(|number| grid(of).period(number));
            assert!(grid(of).periods(-30, 30).eq(alone), "{of}");
        }
    }

    #[test]
    fn nothing_is_cut_into_nothing() {
        for length in [Length::Months(0), Length::Days(0)] {
            let grid = Grid::ending_on(period("2024").last(), length);
            assert_eq!((grid.number_by(grid.last), grid.period(0)), (None, None));
        }
    }
}
