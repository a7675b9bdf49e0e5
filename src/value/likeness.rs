//! Which periods are as long as one another, and in one phase, though years and quarters of whole weeks end some days
//! off the calendar's.

use chrono::{Datelike as _, Days, NaiveDate};

use super::Period;
use super::grid::Grid;
use super::length::Length;
use super::years::days_between;

/// How many days at most a year or quarter of whole weeks ends off the calendar's.
pub(crate) const MOST_DAYS_OFF: u64 = 6;

/// How many days at most a year or quarter of whole weeks ends after another one that begins on the same day: 14 weeks,
/// after a first quarter of 90 days.
pub(crate) const MOST_DAYS_LONGER: u64 = 8;

/// How many days at most after the end of a month the weekday lies that is nearest to that end.
const MOST_DAYS_AFTER_MONTH: u64 = 3;

impl Period {
    /// Whether another period has the same number of months, or of days. 52 and 53 whole weeks are as long as a year,
    /// and 13 and 14 as a quarter.
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

    /// The period of this `length` that ends with this one, if this one is shorter than a year and than `length`;
    /// otherwise this period. `None` where a year that ends with this period would begin before the calendar.
    pub(crate) fn lengthened_to(self, length: impl FnOnce() -> Length) -> Option<Self> {
        let of_length = |length| Grid::ending_on(self.last(), length).period(0);
        let is_of_years = matches!(self.length(), Length::Months(12..));
        if is_of_years || !self.is_shorter_than(of_length(Length::YEAR)?) {
            return Some(self);
        }
        of_length(length())
            .filter(|longer| self.is_shorter_than(*longer))
            .or(Some(self))
    }

    /// How long the period is, where 52 or 53 whole weeks count as a year, and 13 or 14 as a quarter.
    pub(crate) fn nominal_length(self) -> Length {
        match self.length() {
            Length::Days(364 | 371) => Length::YEAR,
            Length::Days(91 | 98) => Length::QUARTER,
            length => length,
        }
    }

    /// Whether the period is made of whole weeks, and not of whole months.
    pub(crate) fn is_of_weeks(self) -> bool {
        matches!(self.length(), Length::Days(days) if days.checked_rem(7) == Some(0))
    }

    /// Whether one of the two periods is the other in whole weeks: they are as long, and
    ///
    /// 1. end within [`MOST_DAYS_OFF`] days of each other, and only one of them is made of whole weeks, as a year of 52
    ///    weeks is one of the calendar's; or
    /// 2. begin or end on one day, and one of them is made of whole weeks, as a year that was planned with 52 weeks is
    ///    the one that was closed with 53.
    pub(crate) fn is_same_in_weeks_as(self, other: Self) -> bool {
        let days_off = days_between(self.last(), other.last()).unsigned_abs();
        let is_near = days_off <= MOST_DAYS_OFF && self.is_of_weeks() != other.is_of_weeks();
        let is_bounded_alike = self.first() == other.first() || self.last() == other.last();
        let is_in_weeks = is_bounded_alike && (self.is_of_weeks() || other.is_of_weeks());
        (is_near || is_in_weeks) && self.is_as_long_as(other)
    }

    /// The years or quarters of whole weeks that are as long as this period and end within [`MOST_DAYS_OFF`] days of
    /// its end, the nearest end first, and then those that begin on its first day.
    pub(crate) fn of_weeks_about(self) -> impl Iterator<Item = Self> {
        let (first, last, length) = (self.first(), self.last(), self.nominal_length());
        let beside = move |days| [last.checked_sub_days(days), last.checked_add_days(days)];
        let ends = (0..=MOST_DAYS_OFF).flat_map(move |days| beside(Days::new(days)));
        let by_end = ends.flatten().flat_map(move |end| Self::of_weeks(end, length));
        let lengths = Self::days_of_weeks(length).iter();
        let by_beginning = lengths.filter_map(move |days| Self::begun(first, Length::Days(*days)));
        by_end.chain(by_beginning)
    }

    /// The periods of whole weeks that end on `last` and have this nominal length: of a year those of 52 and of 53
    /// weeks, of a quarter those of 13 and of 14. None of any other length.
    pub(crate) fn of_weeks(last: NaiveDate, nominal: Length) -> impl Iterator<Item = Self> {
        let lengths = Self::days_of_weeks(nominal).iter();
        lengths.filter_map(move |days| Grid::ending_on(last, Length::Days(*days)).period(0))
    }

    /// The counts of days of the years or quarters of whole weeks with this nominal length; none of any other length.
    const fn days_of_weeks(nominal: Length) -> &'static [u32] {
        match nominal {
            Length::YEAR => &[364, 371],
            Length::QUARTER => &[91, 98],
            _ => &[],
        }
    }

    /// The years of 52 and of 53 weeks that make up this period, from the first on; none if it is not made of such
    /// years. All end on the period's last weekday, each on the one nearest to the end of its month, or (tried second)
    /// each on the last one of its month.
    pub(super) fn years_of_weeks(self) -> impl Iterator<Item = Self> {
        let months = Grid::ending_on(self.nearest_end_of_month(), Length::YEAR);
        let end = move |number: i32, days_after: u64| {
            let latest = months.last_of(number)?.checked_add_days(Days::new(days_after))?;
            let back = latest.weekday().days_since(self.last().weekday());
            latest.checked_sub_days(Days::new(back.into()))
        };
        let before = self.first().pred_opt();
        let found = [MOST_DAYS_AFTER_MONTH, 0].into_iter().find_map(|days_after| {
            let ends = || {
                (i32::MIN..0)
                    .rev()
                    .map_while(move |number| Some((number, end(number, days_after)?)))
            };
            let (number, first) = ends().find(|(_, end)| before.is_some_and(|before| *end <= before))?;
            let is_whole = Some(first) == before && end(0, days_after) == Some(self.last());
            is_whole.then_some((number, days_after))
        });
        found.into_iter().flat_map(move |(number, days_after)| {
            let year = move |number: i32| {
                let before = end(number, days_after)?;
                Self::between(before.succ_opt()?, end(number.checked_add(1)?, days_after)?).ok()
            };
            (number..0).filter_map(year)
        })
    }

    /// Whether another period ends whole years before or after this one, give or take [`MOST_DAYS_OFF`] days, since
    /// years of whole weeks do not all end on one day of the calendar.
    pub(crate) fn ends_whole_years_from(self, other: Self) -> bool {
        let nearest = Grid::ending_on(self.last(), Length::YEAR).nearest(other.last());
        nearest.is_some_and(|(_, days_off)| days_off <= MOST_DAYS_OFF)
    }

    /// The grid of periods of `length`, one of which ends with this period or some days off its end: if this is a year
    /// or a quarter of whole weeks and `length` is of months, that one ends with the nearest end of a month.
    pub(crate) fn grid_about(self, length: Length) -> Grid {
        match (self.length(), self.nominal_length(), length) {
            (Length::Days(_), Length::Months(_), Length::Months(_)) => {
                Grid::ending_on(self.nearest_end_of_month(), length)
            }
            _ => self.grid_back(length),
        }
    }

    /// The period that is as long as this one and begins on the day after `day`; `None` beyond the calendar.
    pub(crate) fn beginning_after(self, day: NaiveDate) -> Option<Self> {
        self.moved_to(day)?.next()
    }

    /// How many days `last` lies off the nearest day on which a period in phase with this one ends: one that is whole
    /// lengths away, or, if `length` is less than a year, whole years, as school years of ten months are. If `length`
    /// is of days, the answer is 0, or `None` where no such period ends on `last`.
    ///
    /// `length` is this period's [`nominal_length`](Self::nominal_length).
    pub(crate) fn days_off_phase(self, length: Length, last: NaiveDate) -> Option<u64> {
        let off = |length| Some(Grid::ending_on(self.last(), length).nearest(last)?.1);
        match length {
            Length::Months(..12) => Some(off(length)?.min(off(Length::YEAR)?)),
            Length::Months(_) => off(length),
            Length::Days(_) => off(length).filter(|off| *off == 0),
        }
    }

    /// The periods ending on `last` that are as long as this one and in phase with it: at most one, the period moved to
    /// that day. If this is a year or quarter of whole weeks, those of the other number of weeks too, and the phase may
    /// be [`MOST_DAYS_OFF`] days off; in any phase, the one that begins on this period's first day.
    pub(crate) fn alike_ending_on(self, last: NaiveDate) -> impl Iterator<Item = Self> {
        let (own, is_of_weeks, length) = (self.moved_to(last), self.is_of_weeks(), self.nominal_length());
        let of_weeks = Self::of_weeks(last, length);
        let others = of_weeks.filter(move |other| is_of_weeks && Some(*other) != own);
        let most_off = if is_of_weeks { MOST_DAYS_OFF } else { 0 };
        let is_in_phase = self.days_off_phase(length, last).is_some_and(|off| off <= most_off);
        let alike = own.into_iter().chain(others);
        alike.filter(move |other| is_in_phase || other.first() == self.first())
    }
}
