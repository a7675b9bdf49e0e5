//! By what periods time goes on for a target, and which figure each of them has.
//!
//! A record, a schedule and a trend look at one period after the other. Which periods those are, the figures themselves
//! tell where all of their length share one phase: fiscal years from April are counted by April, whatever month the
//! deadline ends in. Else they are counted back from the end of the deadline. Their numbers run with time, and 0 is a
//! period of the grid like every other: only differences of numbers mean anything.
//!
//! Each step takes the figure of its own days; else that of its length whose end is nearest, as long as it is nearer to
//! this step than to any other, so that no figure counts twice. Figures of a moment (a census day, the last Friday) and
//! of years of whole weeks *wander*: they may lie some days beside the end of a step and still be its own.

use core::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use super::values::Figures;
use crate::plan::Target;
use crate::series::Figure;
use crate::value::{Grid, Length, MOST_DAYS_OFF, Period, days_between};

/// A period in which a promise is looked at, with its figure.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) period: Period,
    /// The figure of the period; `None` where it is not known.
    pub(super) figure: Option<Figure>,
}

/// The periods of one length that follow each other from the baseline to the deadline.
#[derive(Clone, Copy)]
pub(crate) struct Steps<'a> {
    figures: Figures<'a>,
    grid: Grid,
    /// Whether the figures are of moments that lie some days beside the ends of the periods.
    wander: bool,
    /// The number of the first period that lies wholly after the baseline.
    pub(super) first: i32,
    /// The number of the last period that ends by the deadline, or whose moment comes by then.
    pub(super) last: i32,
}

impl<'a> Steps<'a> {
    /// The periods of a length, as the figures of that length have them where all of those share one phase; else
    /// counted back from the end of the deadline. `None` without a baseline.
    pub(super) fn of_length(figures: Figures<'a>, length: Length) -> Option<Self> {
        let target = figures.target;
        let StepGrid { grid, wander } = StepGrid::of(figures, length);
        let step = grid.period(0)?;
        let (baseline, deadline) = (target.baseline()?.period(), target.deadline());
        let wandering_days = |one: Period| {
            if wander || wanders(one, step) { MOST_DAYS_OFF } else { 0 }
        };
        let before = Days::new(wandering_days(baseline));
        let after = Days::new(wandering_days(deadline));
        // What stands where a period begins stands where the one before it ends.
        let starts_one_later = figures.timing.is_of_the_beginning();
        let [start, end] = [baseline, deadline].map(|one| target.measured_on(one));
        let last_by_end = grid.number_by(end.checked_add_days(after)?)?;
        // What stands in a period may be there before the period is over.
        let next = last_by_end.checked_add(1)?;
        let may_be_there = figures.timing.is_of_beginning_or_middle();
        let is_due = |period: Period| target.measured_on(period) <= end;
        Some(Self {
            figures,
            grid,
            wander,
            first: grid
                .number_after(start.checked_sub_days(before)?)?
                .checked_add(starts_one_later.into())?,
            last: if may_be_there && grid.period(next).is_some_and(is_due) {
                next
            } else {
                last_by_end
            },
        })
    }

    /// All of the periods with their numbers, in the order of time, as [`numbered`](Self::numbered) has each.
    pub(super) fn all(&self) -> impl Iterator<Item = (i32, Step)> {
        let periods = self.grid.periods(self.first, self.last);
        (self.first..=self.last)
            .zip(periods)
            .map(|(number, period)| (number, self.step(number, period)))
    }

    /// The period with this number, and its figure. `None` where no calendar reaches.
    pub(super) fn numbered(&self, number: i32) -> Option<Step> {
        Some(self.step(number, self.grid.period(number)?))
    }

    /// A period of the grid with its number, and its figure: that of its own days, else the figure of a period as long
    /// whose end is nearest to its own, and nearer to it than to that of any other step.
    fn step(&self, number: i32, step: Period) -> Step {
        let of_step = |period: Period| Step {
            period,
            figure: self.figures.in_period(period),
        };
        let own = of_step(step);
        if own.figure.is_some() {
            return own;
        }
        if self.wander {
            let figure = self.figure_of_moment_near(step);
            return Step { period: step, figure };
        }
        let around = step.previous().unwrap_or(step).last()..=step.next().unwrap_or(step).last();
        let days_off = |period: Period| {
            let (nearest, days_off) = self.grid.nearest(period.last())?;
            (nearest == number && period.is_as_long_as(step)).then_some(days_off)
        };
        let near = self.figures.known.ending(around, |period| days_off(period).is_some());
        let nearest = near.min_by_key(|figure| days_off(figure.period));
        let found = nearest.or_else(|| self.figure_of_weeks_near(step));
        found.map_or(own, |figure| of_step(figure.period))
    }

    /// The figure of a period; `None` where it is not known, or the period is none of the steps.
    pub(super) fn figure_of(&self, period: Period) -> Option<Figure> {
        let (number, _) = self.grid.nearest(period.last())?;
        self.numbered(number).filter(|step| step.period == period)?.figure
    }

    /// The figure of the moment that is nearest to the end of a step; `None` where none lies within days of it.
    fn figure_of_moment_near(&self, step: Period) -> Option<Figure> {
        let days_off = |figure: &Figure| days_between(step.last(), figure.period.last()).abs();
        let moments = self.figures.known.ending(days_about(step.last())?, |_| true);
        self.figures.in_period(moments.min_by_key(days_off)?.period)
    }

    /// The figure made of parts of whole weeks, for a period whose end wanders about that of a step; `None` where the
    /// goal is not of weeks, or parts are missing.
    fn figure_of_weeks_near(&self, step: Period) -> Option<Figure> {
        if !self.figures.target.deadline().is_of_weeks() {
            return None;
        }
        let ends = days_about(step.last())?;
        let of_weeks = |part: Figure| Period::of_weeks(part.period.last(), step.length());
        let mut wholes = self.figures.known.ending(ends, |_| true).flat_map(of_weeks);
        wholes.find_map(|whole| self.figures.in_period(whole))
    }

    /// The step that ends within days of the end of `other`, with its figure; `None` where none does.
    pub(super) fn step_near(&self, other: Period) -> Option<Step> {
        let (number, days_off) = self.grid.nearest(other.last())?;
        self.numbered(number).filter(|_| days_off <= MOST_DAYS_OFF)
    }

    /// Whether the figure of the period `other` would be that of the step that the period `own` is: as long, and
    /// nearest.
    pub(super) fn stands_for(&self, own: Period, other: Period) -> bool {
        let number = |period: Period| Some(self.grid.nearest(period.last())?.0);
        other.is_as_long_as(own) && number(own).is_some_and(|own| number(other) == Some(own))
    }

    /// Whether both periods end within days of the end of one step, where `other` may wander: any period does among
    /// moments, else only years and quarters of whole weeks.
    pub(super) fn wander_within_step(&self, own: Period, other: Period) -> bool {
        if !self.wander && matches!(other.length(), Length::Months(_)) {
            return false;
        }
        let place = |period: Period| {
            let (number, days_off) = self.grid.nearest(period.last())?;
            (days_off <= MOST_DAYS_OFF).then_some(number)
        };
        let Some(number) = place(other) else { return false };
        place(own) == Some(number) && (self.wander || self.grid.period(number).is_some_and(|step| wanders(other, step)))
    }
}

/// The grid on which `schedule` tells the values that are due: time cut into periods of a length, in the phase of the
/// figures of that length, or of those of a reporting period; else back from the deadline.
pub(crate) fn schedule_grid(target: &Target, figures: Figures<'_>, every: Length) -> Grid {
    let deadline = target.deadline();
    let mut lengths = [every, target.reported()].into_iter();
    let phase = lengths.find_map(|length| grid_in_phase(figures, length));
    let last = phase.and_then(|phase| phase.period(phase.number_by(deadline.last())?));
    last.map_or_else(|| deadline.grid_back(every), |last| Grid::ending_on(last.last(), every))
}

/// Time cut into the periods by which it goes on for a target.
struct StepGrid {
    grid: Grid,
    /// Whether the figures are of moments that lie some days beside the ends of the periods.
    wander: bool,
}

impl StepGrid {
    /// Periods of a length, in the first of these phases that there is:
    ///
    /// 1. that of the figures of this length;
    /// 2. that of figures of moments which lie whole lengths apart, as prices looked up on each Tuesday; where the
    ///    baseline lies some days beside it, these wander too;
    /// 3. of a month or longer, that of figures of moments which do so but for some days, as people counted in a night
    ///    of each November: these wander, about where the first of them stands, or else about the deadline's phase;
    /// 4. that of the deadline.
    fn of(figures: Figures<'_>, length: Length) -> Self {
        let (target, timing) = (figures.target, figures.timing);
        let (is_of_ends, is_of_beginnings) = (timing.is_of_the_end(), timing.is_of_the_beginning());
        let of_moments = |most_off| {
            let is_of_moments = is_of_ends || (is_of_beginnings && most_off == 0);
            let grid = shared_grid(figures, |period| Some(target.measured_on(period)), length, most_off);
            grid.filter(|_| is_of_moments)
        };
        if let Some(grid) = grid_in_phase(figures, length) {
            return Self { grid, wander: false };
        }
        let is_of_months = matches!(length, Length::Months(_));
        if let Some(grid) = of_moments(0) {
            // A first figure some days beside that of the baseline shows that they wander, as several would.
            let baseline = target.baseline().map(|baseline| target.measured_on(baseline.period()));
            let days_off = baseline.and_then(|day| grid.nearest(day)).map_or(0, |(_, off)| off);
            let wander = is_of_ends && is_of_months && (1..=MOST_DAYS_OFF).contains(&days_off);
            return Self { grid, wander };
        }
        let of_deadline = match target.deadline() {
            deadline if is_of_beginnings => Grid::ending_on(target.measured_on(deadline), length),
            deadline => deadline.grid_about(length),
        };
        // The last Fridays of months lie within days of the ends of these, and some more days apart from each other.
        let wander_about_deadline = || {
            let mut moments = ends_of(figures, |period| Some(target.measured_on(period))).peekable();
            let has_moments = is_of_ends && moments.peek().is_some();
            (has_moments && lie_near_ends_of(of_deadline, moments, MOST_DAYS_OFF)).then_some(of_deadline)
        };
        let wandering = if is_of_months {
            of_moments(MOST_DAYS_OFF).or_else(wander_about_deadline)
        } else {
            None
        };
        Self {
            wander: wandering.is_some(),
            grid: wandering.unwrap_or(of_deadline),
        }
    }
}

/// Time cut into periods of a length that end at most `most_off` days beside all [ends](ends_of) of the figures, on the
/// first of these; `None` where no such grid has them all.
fn shared_grid(
    figures: Figures<'_>,
    end_of: impl Fn(Period) -> Option<NaiveDate>,
    length: Length,
    most_off: u64,
) -> Option<Grid> {
    let mut ends = ends_of(figures, end_of);
    let grid = Grid::ending_on(ends.next()?, length);
    lie_near_ends_of(grid, ends, most_off).then_some(grid)
}

/// The ends of the figures that have one: of those after the baseline, or where none has come yet of all. What stands
/// at a moment has one at any length.
fn ends_of(figures: Figures<'_>, end_of: impl Fn(Period) -> Option<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
    let baseline = figures.target.baseline().map(|baseline| baseline.period().last());
    let behind = move |day: Option<NaiveDate>| {
        let periods = figures.known.figures().map(|figure| figure.period);
        periods.filter(move |period| day.is_none_or(|day| period.last() > day))
    };
    let has_end = |period| !figures.timing.covers_its_period() || end_of(period).is_some();
    let has_later = behind(baseline).any(has_end);
    behind(baseline.filter(|_| has_later)).filter_map(end_of)
}

/// Whether each of these days lies at most `most_off` days beside the end of a period of the grid.
fn lie_near_ends_of(grid: Grid, mut ends: impl Iterator<Item = NaiveDate>, most_off: u64) -> bool {
    ends.all(|last| match most_off {
        0 => grid.ends_on(last),
        most_off => grid.nearest(last).is_some_and(|(_, off)| off <= most_off),
    })
}

/// The days on which a period can end whose end wanders about `day`; `None` beyond the calendar.
fn days_about(day: NaiveDate) -> Option<RangeInclusive<NaiveDate>> {
    let wandering = Days::new(MOST_DAYS_OFF);
    Some(day.checked_sub_days(wandering)?..=day.checked_add_days(wandering)?)
}

/// Time cut into periods of a length as the figures of that length have it; `None` where there are none, not all of
/// them agree, or, of what stands at a moment, fewer figures stand there than in the deadline's phase.
fn grid_in_phase(figures: Figures<'_>, length: Length) -> Option<Grid> {
    let target = figures.target;
    let step = target.deadline().grid_about(length).period(0)?;
    let length_of_step = step.length();
    let end_of = |period: Period| {
        let own = period.length();
        if own == length_of_step {
            return Some(period.last());
        }
        period.is_as_long_as(step).then(|| {
            // The end of a year of whole weeks wanders about that of a month.
            if is_of_days_among_months(own, length_of_step) {
                period.nearest_end_of_month()
            } else {
                period.last()
            }
        })
    };
    let own = shared_grid(figures, end_of, length, 0)?;
    if !figures.timing.is_of_a_moment() {
        return Some(own);
    }
    let moment_of = |period: Period| target.measured_on(period);
    let first = ends_of(figures, |period| end_of(period).map(|_| moment_of(period))).next();
    // Where something stands at a moment, a year says no more than its last month: one year among figures of each March
    // does not tell that time goes on by calendar years.
    let stand_on = |moment: NaiveDate| {
        let grid = Grid::ending_on(moment, length);
        ends_of(figures, |period| Some(moment_of(period)))
            .filter(|day| grid.ends_on(*day))
            .count()
    };
    let is_told = stand_on(first?) >= stand_on(moment_of(target.deadline()));
    is_told.then_some(own)
}

/// Whether a period is of whole weeks where the steps are of months.
fn wanders(period: Period, step: Period) -> bool {
    is_of_days_among_months(period.length(), step.length()) && period.is_as_long_as(step)
}

/// Whether a length counts days, as one of whole weeks does, where the steps count months.
const fn is_of_days_among_months(length: Length, step: Length) -> bool {
    matches!((length, step), (Length::Days(_), Length::Months(_)))
}
