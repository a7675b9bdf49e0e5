//! Spots on the axis of time, the ends of days and half a day later, and how periods are halved.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Length, Period, Position, days_between};

/// Where something stands on the axis of time: at the end of a period, or half a day after it.
///
/// Half of a January are fifteen days and a half, and half of a week three and a half. Days are told apart to the day,
/// so that such a spot is shown as the day that is over there; the time from it and to it is counted exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The period at whose end the spot is, but for half a day.
    pub(crate) shown: Period,
    /// Whether the spot is half a day after the end of that period.
    is_half_a_day_later: bool,
}

impl From<Period> for Spot {
    /// The end of a period.
    fn from(period: Period) -> Self {
        Self {
            shown: period,
            is_half_a_day_later: false,
        }
    }
}

impl Spot {
    /// The last day that is over at the spot.
    pub(crate) fn last(self) -> NaiveDate {
        self.shown.last()
    }

    /// The position of the spot: half a day is half of the next day's part of its month.
    #[inline]
    pub(crate) fn position(self) -> Position {
        if self.is_half_a_day_later {
            self.position_of_noon()
        } else {
            self.shown.end()
        }
    }

    /// The position halfway between the end of the last day and that of the next one.
    fn position_of_noon(self) -> Position {
        let next = self.last().succ_opt().unwrap_or(self.last());
        self.shown.end().halfway_to(Position::of(next))
    }

    /// How many halves of days are over at the spot, counted from the beginning of the year 1.
    pub(crate) fn half_days(self) -> i64 {
        let days = i64::from(self.last().num_days_from_ce());
        days.saturating_mul(2).saturating_add(self.is_half_a_day_later.into())
    }
}

impl Period {
    /// The day at whose end half of the period is over, rounded down to a day from where the period is
    /// [halved](Self::halved).
    pub(crate) fn middle(self) -> Option<NaiveDate> {
        self.halved().map(Spot::last)
    }

    /// Where half of the period is over: counted in months, where half a month is half of its days, if the period is
    /// made of months, else in days.
    pub(crate) fn halved(self) -> Option<Spot> {
        let months_later = |months| self.first().checked_add_months(Months::new(months));
        let (from, to) = match self.length() {
            Length::Months(months) => {
                let half = months.checked_div(2)?;
                (months_later(half)?, months_later(months.checked_sub(half)?)?)
            }
            Length::Days(_) => (self.first(), self.last().succ_opt()?),
        };
        let half_days = days_between(from, to).unsigned_abs();
        let day = from
            .checked_add_days(Days::new(half_days.checked_div(2)?))?
            .pred_opt()?;
        Some(Spot {
            shown: Self::between(day, day).ok()?,
            is_half_a_day_later: half_days.checked_rem(2) == Some(1),
        })
    }

    /// Where the mean of the parts of `length` that make up this period stands: halfway between the ends of the first
    /// and of the last of them. It is shown as the middle one of them; if their number is even, as a period as long as
    /// they are that lies in the middle to the day. `None` where the period is not made of such parts.
    pub(crate) fn middle_part(self, length: Length) -> Option<Spot> {
        let first = self.parts(length).next()?;
        let halfway = self.halved_after(first)?;
        Some(Spot {
            shown: first.moved_to(halfway.last())?,
            ..halfway
        })
    }

    /// Halfway between the end of a period, its first part, and its own end.
    pub(crate) fn halved_after(self, first: Self) -> Option<Spot> {
        if first.last() == self.last() {
            return Some(first.into());
        }
        Self::between(first.last().succ_opt()?, self.last()).ok()?.halved()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Years;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_made_of_parts_and_has_a_middle() {
        let length = |text: &str| period(text).length();
        let shown = |spot: Option<Spot>| spot.map(|spot| spot.shown);
        for (whole, part, first, count, middle) in [
            ("2016-01-01/P3Y", "2030", "2016", 3, "2017"),
            ("2016-01-01/P4Y", "2030", "2016", 4, "2017-07-01/P1Y"),
            ("2016", "2030", "2016", 1, "2016"),
            (
                "2015-04-01/P2Y",
                "2030-04-01/P1Y",
                "2015-04-01/P1Y",
                2,
                "2015-10-01/P1Y",
            ),
            ("2024", "2025-Q1", "2024-Q1", 4, "2024-05-16/P92D"),
            ("2024-S1", "2025-Q1", "2024-Q1", 2, "2024-02-16/P3M"),
            ("2024-Q1", "2030-01", "2024-01", 3, "2024-02"),
            (
                "2024-01-01/P14D",
                "2030-01-01/P7D",
                "2024-01-01/P7D",
                2,
                "2024-01-04/P7D",
            ),
            // Ending on the Saturday nearest to 31 January, the last of 53 weeks, and on the last Saturday in January,
            // the first of 53.
            (
                "2021-01-31/P1099D",
                "2025-02-02/P364D",
                "2021-01-31/P364D",
                3,
                "2022-02-02/P364D",
            ),
            (
                "2020-01-26/P735D",
                "2025-01-26/P371D",
                "2020-01-26/P371D",
                2,
                "2020-07-26/P371D",
            ),
        ] {
            let parts: Vec<_> = period(whole).parts(length(part)).collect();
            assert_eq!((parts[0], parts.len()), (period(first), count), "{whole}");
            assert_eq!(
                shown(period(whole).middle_part(length(part))),
                Some(period(middle)),
                "{whole}"
            );
        }
        for (whole, part) in [
            ("2024", "2030-01-01/P7D"),
            ("2024-01-05/P30D", "2030-01"),
            ("2016-01-01/P3Y", "2030-01-01/P2Y"),
            // A week more, and years that end on no such day.
            ("2021-01-31/P1106D", "2025-02-02/P364D"),
            ("2021-01-17/P735D", "2025-02-02/P364D"),
        ] {
            assert_eq!(period(whole).parts(length(part)).next(), None, "{whole} of {part}");
            assert_eq!(period(whole).middle_part(length(part)), None, "{whole} of {part}");
        }
    }

    #[test]
    fn two_halves_make_the_whole() {
        for (whole, last, half_days) in [
            ("2025-01", "2025-01-15", 31),
            ("2025-04", "2025-04-15", 30),
            ("2025-02", "2025-02-14", 28),
            ("2024-02", "2024-02-14", 29),
            ("2025-01-06/P7D", "2025-01-08", 7),
            ("2025-01-31/P3D", "2025-01-31", 3),
            ("2025-05-01/P1Y", "2025-10-31", 368),
            ("2025-04-01/P3M", "2025-05-15", 91),
            ("2025-01-01/P15M", "2025-08-15", 455),
            ("2025-01-15/P1M", "2025-01-29", 31),
        ] {
            let whole = period(whole);
            let half = whole.halved().unwrap();
            assert_eq!(half.last(), period(last).last(), "{whole}");
            let day_before = whole.first().pred_opt().unwrap();
            let begin = Spot::from(Period::day(day_before).unwrap());
            assert_eq!(
                half.half_days().checked_sub(begin.half_days()),
                Some(half_days),
                "{whole}"
            );
        }
        // By the scale of positions where both ends are ends of months, or both days are of one.
        for whole in [
            "2025-01",
            "2025-02",
            "2024-02",
            "2025-Q2",
            "2025-01-01/P15M",
            "2025-01-06/P7D",
            "2025-03-03/P1D",
        ] {
            let whole = period(whole);
            let half = whole.halved().unwrap().position();
            let [before, after] = [half.since(whole.start()), whole.end().since(half)];
            assert_eq!(before, after, "{whole}");
            assert!(before > Years::ZERO, "{whole}");
        }
    }
}
