//! Which periods are as long as one another, and in one phase, though years and quarters of whole weeks wander.

use chrono::{Datelike as _, Days, NaiveDate};

use super::Period;
use super::grid::Grid;
use super::length::Length;
use super::years::days_between;

/// How many days the end of a year of whole weeks wanders.
pub(crate) const WANDERING_DAYS: u64 = 6;

/// How many days a weekday that is nearest to the end of a month lies behind that at most.
const MOST_DAYS_BEHIND: u64 = 3;

impl Period {
    /// Whether another period is as long: the same number of months, or of days.
    ///
    /// Whole weeks are a year where there are 52 or 53 of them, and a quarter where there are 13 or 14.
    pub(crate) fn is_as_long_as(self, other: Self) -> bool {
        let months = self.months_by_date();
        (months.is_some() && months == other.months_by_date())
            || self.count_days() == other.count_days()
            || self.nominal_length() == other.nominal_length()
    }

    /// Whether this period is of another length than `other`, and has fewer days.
    pub(crate) fn is_shorter_than(self, other: Self) -> bool {
        self.count_days() < other.count_days() && !self.is_as_long_as(other)
    }

    /// The period that ends with this one and, where this one is less than a year, is not shorter than this length.
    pub(crate) fn not_shorter_than(self, length: impl FnOnce() -> Length) -> Option<Self> {
        let of_length = |length| Grid::ending_on(self.last(), length).period(0);
        let is_of_years = matches!(self.length(), Length::Months(12..));
        if is_of_years || !self.is_shorter_than(of_length(Length::YEAR)?) {
            return Some(self);
        }
        of_length(length())
            .filter(|longer| self.is_shorter_than(*longer))
            .or(Some(self))
    }

    /// How long it is, where whole weeks that make a year or a quarter are one.
    pub(crate) fn nominal_length(self) -> Length {
        match self.length() {
            Length::Days(364 | 371) => Length::YEAR,
            Length::Days(91 | 98) => Length::QUARTER,
            length => length,
        }
    }

    /// Whether the period is made of whole weeks, and of no whole months.
    pub(crate) fn is_of_weeks(self) -> bool {
        matches!(self.length(), Length::Days(days) if days.checked_rem(7) == Some(0))
    }

    /// Whether the two are one year, or one quarter, in whole weeks and by the calendar: they are as long, and end
    /// within six days of each other.
    pub(crate) fn wanders_about(self, other: Self) -> bool {
        let days_off = days_between(self.last(), other.last()).unsigned_abs();
        days_off <= WANDERING_DAYS && self.is_of_weeks() != other.is_of_weeks() && self.is_as_long_as(other)
    }

    /// The years or quarters of whole weeks that end within six days of this period and are as long, the nearest end
    /// first.
    pub(crate) fn of_weeks_about(self) -> impl Iterator<Item = Self> {
        let (last, length) = (self.last(), self.nominal_length());
        let beside = move |days| [last.checked_sub_days(days), last.checked_add_days(days)];
        let ends = (0..=WANDERING_DAYS).flat_map(move |days| beside(Days::new(days)));
        ends.flatten().flat_map(move |end| Self::of_weeks(end, length))
    }

    /// The periods of whole weeks that end on a day and are as long as a year, or as a quarter: of 52 and of 53 weeks,
    /// or of 13 and of 14.
    pub(crate) fn of_weeks(last: NaiveDate, as_long: Length) -> impl Iterator<Item = Self> {
        let days: &[u32] = match as_long {
            Length::YEAR => &[364, 371],
            Length::QUARTER => &[91, 98],
            _ => &[],
        };
        days.iter()
            .filter_map(move |days| Grid::ending_on(last, Length::Days(*days)).period(0))
    }

    /// The years of 52 and of 53 weeks of which this period is made, from the first on, in the two ways in which such
    /// years end: on the weekday on which it ends, where that is nearest to the end of a month, or on the last in the
    /// month. None if it is not made of whole ones.
    pub(super) fn years_of_weeks(self) -> impl Iterator<Item = Self> {
        let months = Grid::ending_on(self.nearest_end_of_month(), Length::YEAR);
        let end = move |number: i32, days_behind: u64| {
            let latest = months.last_of(number)?.checked_add_days(Days::new(days_behind))?;
            let back = latest.weekday().days_since(self.last().weekday());
            latest.checked_sub_days(Days::new(back.into()))
        };
        let before = self.first().pred_opt();
        let found = [MOST_DAYS_BEHIND, 0].into_iter().find_map(|days_behind| {
            let ends = || {
                (i32::MIN..0)
                    .rev()
                    .map_while(move |number| Some((number, end(number, days_behind)?)))
            };
            let (number, first) = ends().find(|(_, end)| before.is_some_and(|before| *end <= before))?;
            let is_whole = Some(first) == before && end(0, days_behind) == Some(self.last());
            is_whole.then_some((number, days_behind))
        });
        found.into_iter().flat_map(move |(number, days_behind)| {
            let year = move |number: i32| {
                let before = end(number, days_behind)?;
                Self::between(before.succ_opt()?, end(number.checked_add(1)?, days_behind)?).ok()
            };
            (number..0).filter_map(year)
        })
    }

    /// Whether another period ends whole years before or after this one, but for some days: years of whole weeks
    /// wander.
    pub(crate) fn ends_whole_years_from(self, other: Self) -> bool {
        let nearest = Grid::ending_on(self.last(), Length::YEAR).nearest(other.last());
        nearest.is_some_and(|(_, days_off)| days_off <= WANDERING_DAYS)
    }

    /// Time cut into periods of a length, counted back from the end of this period, about which their ends may wander:
    /// months are counted back from the end of one, where this is a year or a quarter of whole weeks.
    pub(crate) fn grid_about(self, length: Length) -> Grid {
        match (self.length(), self.nominal_length(), length) {
            (Length::Days(_), Length::Months(_), Length::Months(_)) => {
                Grid::ending_on(self.nearest_end_of_month(), length)
            }
            _ => self.grid_back(length),
        }
    }

    /// The period as long as this one that begins on the day after `day`; `None` beyond the calendar.
    pub(crate) fn beginning_after(self, day: NaiveDate) -> Option<Self> {
        self.moved_to(day)?.next()
    }

    /// How many days `last` lies beside the nearest end of a period that is whole lengths away from this one; for a
    /// period of less than a year also whole years away, as school years of ten months are. For days, and for weeks
    /// that make no quarter or year, `None` unless such a period ends on that day.
    ///
    /// The caller says how long the period is by name ([`nominal_length`](Self::nominal_length)), which it knows
    /// already.
    pub(crate) fn days_off_phase(self, length: Length, last: NaiveDate) -> Option<u64> {
        let off = |length| Some(Grid::ending_on(self.last(), length).nearest(last)?.1);
        match length {
            Length::Months(..12) => Some(off(length)?.min(off(Length::YEAR)?)),
            Length::Months(_) => off(length),
            Length::Days(_) => off(length).filter(|off| *off == 0),
        }
    }

    /// The periods ending on a day that are like this one: as long, and whole lengths away. At most one; of years and
    /// quarters of whole weeks, whose length wanders, each candidate.
    pub(crate) fn alike_ending_on(self, last: NaiveDate) -> impl Iterator<Item = Self> {
        let (own, is_of_weeks, length) = (self.moved_to(last), self.is_of_weeks(), self.nominal_length());
        let of_weeks = Self::of_weeks(last, length);
        let others = of_weeks.filter(move |other| is_of_weeks && Some(*other) != own);
        let most_off = if is_of_weeks { WANDERING_DAYS } else { 0 };
        let is_in_phase = self.days_off_phase(length, last).is_some_and(|off| off <= most_off);
        own.into_iter().chain(others).filter(move |_| is_in_phase)
    }
}
