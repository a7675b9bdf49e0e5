//! How old a figure is, in reporting periods.
//!
//! The count begins when a figure could first be read: on the day on which its period was first published. Where nobody
//! dated that, the end of the period stands for it, and a figure may be as old as a third of the target's time, five
//! years at the most: of a target of nine years, three.
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

use chrono::NaiveDate;

use super::question::Question;
use super::values::Figures;
use crate::plan::Every;
use crate::series::Figure;
use crate::value::{Position, Years};

/// How old a figure without a date of publication may be, however long the time of its target.
const LONGEST_AGE: Years = Years::whole(5);

/// Whether a figure still speaks of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    Fresh,
    /// Its period ended long ago, and nothing newer can be expected yet.
    Old,
    TooOld,
}

impl Figures<'_> {
    /// The time of `count` reporting periods that end with a day; `None` where they would begin before the calendar
    /// does.
    ///
    /// Where the goal asks for every figure, and the target states no reporting period, the longest gap between two
    /// neighbouring figures stands for a reporting period if it is longer than the usual one.
    pub(super) fn reporting_periods_before(self, day: NaiveDate, count: u32) -> Option<Years> {
        let target = self.target;
        let stated = target.reported().time_before(day, count)?;
        let is_by_figure = target.goal().every() == Some(Every::Figure) && !target.states_reported();
        let longest = if is_by_figure { self.longest_gap() } else { Years::ZERO };
        let units = longest.units().checked_mul(count.into())?;
        Some(stated.max(Years::from_units(units)))
    }

    /// The longest time between two neighbouring figures.
    fn longest_gap(self) -> Years {
        let ends = || self.known.figures().map(|figure| figure.period.end());
        let gaps = ends().zip(ends().skip(1)).map(|(end, next)| next.since(end));
        gaps.max().unwrap_or_default()
    }

    /// Whether more than so many reporting periods have passed since a position.
    pub(crate) fn have_reporting_periods_passed(self, count: u32, since: Position) -> bool {
        let as_of = self.known.as_of();
        let periods = self.reporting_periods_before(as_of.date(), count);
        periods.is_some_and(|periods| as_of.position().since(since) > periods)
    }

    /// Whether two reporting periods have passed since the deadline, so that no figure of its own is waited for any
    /// more.
    pub(crate) fn is_overdue(self) -> bool {
        self.have_reporting_periods_passed(2, self.moment_of(self.target.deadline()))
    }

    /// Whether no other figure of the deadline is waited for: figures of later periods are known, or it is overdue.
    pub(super) fn nothing_else_comes(self) -> bool {
        self.is_later_known() || self.is_overdue()
    }
}

impl Question<'_> {
    /// How a figure's age compares with so many reporting periods:
    ///
    /// 1. fresh, until so many have passed since the moment of its value;
    /// 2. old, until so many have passed since its period was first published; where nobody dated that, until a third
    ///    of the target's time has passed since the moment of its value, five years at the most;
    /// 3. too old after that.
    pub(crate) fn age_beyond(&self, figure: Figure, reporting_periods: u32) -> Age {
        let end = self.figures.moment_of(figure.period);
        if !self.figures.have_reporting_periods_passed(reporting_periods, end) {
            return Age::Fresh;
        }
        let is_too_old = match self.figures.known.first_published(figure.period) {
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
