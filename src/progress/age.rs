//! How old a figure is, in reporting periods.
//!
//! The count begins when a figure could first be read: on the day on which its period was first published, or on which
//! the last of its parts came, in whatever order they came. Where nobody dated that, the end of the period stands for
//! it, and a figure may be as old as a third of the target's time, five years at the most: of a target of nine years,
//! three.
//!
//! A figure of 2020 that was first published on 2021-03-01, of a target that is reported yearly, and two reporting
//! periods as the limit:
//!
//! | asked as of | it is | since |
//! |---|---|---|
//! | until 2022-12-31 | fresh | at most two reporting periods have passed since its period ended |
//! | until 2023-03-01 | old | more have passed since then, but not since it was published |
//! | later | too old | more have passed since it was published |
//!
//! So what an office publishes three years late each year is judged with a caveat, and a series that stopped is not.

use core::iter;

use chrono::NaiveDate;

use super::question::Question;
use super::values::Figures;
use crate::plan::Every;
use crate::series::Figure;
use crate::value::{Length, Period, Position, Years};

/// How old a figure without a date of publication may be at the most, however long the time of its target is.
const LONGEST_AGE: Years = Years::whole(5);

/// How old a figure is, so far as a status depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    /// A status needs no caveat.
    Fresh,
    /// A status gets a caveat: the period ended long ago, and no newer figure can be expected yet.
    Old,
    /// A status is not given.
    TooOld,
}

impl Figures<'_> {
    /// The time of the last `count` reporting periods that end by a day; `None` where they would begin before the
    /// calendar does.
    pub(super) fn reporting_periods_before(self, day: NaiveDate, count: u32) -> Option<Years> {
        self.reporting_period(day, count).time_before(day, count)
    }

    /// How often a figure is expected: the reporting period that counts, of which `count` end by a day.
    ///
    /// If the goal asks for every figure, and the target states no reporting period, it is the longest gap between two
    /// neighbouring figures where that is longer than the usual period. Each gap is a length, so that twice three years
    /// are six years from any day of February.
    pub(crate) fn reporting_period(self, day: NaiveDate, count: u32) -> Length {
        let target = self.target;
        let stated = target.reported();
        if target.goal().every() != Some(Every::Figure) || target.states_reported() {
            return stated;
        }
        let ends = || self.known.figures().map(|figure| figure.period.last());
        let gaps = ends().zip(ends().skip(1)).filter_map(|(end, next)| {
            let gap = Period::between(end.succ_opt()?, next).ok()?;
            Some(gap.length())
        });
        // None is longer than what would begin before the calendar.
        let time = |length: &Length| {
            let time = length.time_before(day, count);
            (time.is_none(), time)
        };
        gaps.chain([stated]).max_by_key(time).unwrap_or(stated)
    }

    /// Whether more than `count` reporting periods have passed since a position. `false` where the calendar does not
    /// reach back so far.
    pub(crate) fn have_reporting_periods_passed(self, count: u32, since: Position) -> bool {
        let as_of = self.known.as_of();
        let periods = self.reporting_periods_before(as_of.date(), count);
        periods.is_some_and(|periods| as_of.position().since(since) > periods)
    }

    /// The day on which a figure could first be known, the first of these that there is; `None` where none is dated:
    ///
    /// 1. the day on which a figure of its period was first published;
    /// 2. the first day on which its parts gave a figure of its period: a value, if it has a value now;
    /// 3. the day on which a figure of any period was first published that ends on the same day.
    fn first_known(self, figure: Figure) -> Option<NaiveDate> {
        let (known, period) = (self.known, figure.period);
        known.first_published(period.last(), |one| one == period).or_else(|| {
            let last_part = known.first_published(period.last(), |_| true);
            let mut days = iter::successors(last_part, |day| known.next_publication(*day));
            days.find(|day| self.could_tell(figure, *day)).or(last_part)
        })
    }

    /// Whether as much as a figure tells could be told of its period on a day: a value, if it has a value.
    fn could_tell(self, figure: Figure, day: NaiveDate) -> bool {
        let told = self.on(day).at_points(iter::once(figure.period)).flatten().next();
        told.is_some_and(|told| told.figure.reading.value().is_some() || figure.reading.value().is_none())
    }

    /// Whether more than two reporting periods have passed since the moment of the deadline, so that a figure of the
    /// deadline is not waited for any more.
    pub(crate) fn is_overdue(self) -> bool {
        self.have_reporting_periods_passed(2, self.measured_at(self.target.deadline()))
    }

    /// Whether a figure of the deadline, or of the last period of a record, is an estimate from before its moment in
    /// whose place a final figure is still waited for: no figure of a later period is known, and the figure of the
    /// deadline is not overdue.
    pub(crate) fn awaits_final_figure(self, estimate: Figure) -> bool {
        self.is_estimated_before_its_end(estimate) && !self.is_later_known() && !self.is_overdue()
    }
}

impl Question<'_> {
    /// How old a figure is, given the number of reporting periods in which it is fresh:
    ///
    /// 1. fresh, until more of them have passed since the moment of its value;
    /// 2. old, until more of them have passed since it could first be known; where that is not dated, until a third of
    ///    the time from baseline to deadline has passed since the moment of its value, and five years at the most;
    /// 3. too old after that.
    pub(crate) fn age_beyond(&self, figure: Figure, reporting_periods: u32) -> Age {
        let end = self.figures.measured_at(figure.period);
        if !self.figures.have_reporting_periods_passed(reporting_periods, end) {
            return Age::Fresh;
        }
        let is_too_old = match self.figures.first_known(figure) {
            Some(day) => self
                .figures
                .have_reporting_periods_passed(reporting_periods, Position::of(day).max(end)),
            None => !self.promise.whole_time.is_ok_and(|time| {
                // Three times the age against the time, since a third of it need not be whole units.
                let age = self.as_of.position().since(end);
                age <= LONGEST_AGE && age.units().saturating_mul(3) <= time.units()
            }),
        };
        if is_too_old { Age::TooOld } else { Age::Old }
    }
}
