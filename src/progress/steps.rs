//! The periods that a record, a schedule or a trend looks at one after the other, the *steps* of a target, and which
//! figure each of them has.
//!
//! Steps follow each other on a *grid*. The figures tell its *phase*, the day of the year on which steps end, if all
//! figures as long as a step end in one phase: fiscal years from April are counted from April, whatever month the
//! deadline ends in. Else steps are counted back from the end of the deadline. Steps have numbers in the order of time.
//! Number 0 is a step like every other: only differences of numbers mean anything.
//!
//! Each step takes the figure of its own days; else the figure of a period as long whose end is nearest, and nearer to
//! this step than to any other, so that no figure counts twice. Figures of a moment (a census day, the last Friday) and
//! of years of whole weeks may be *days off*: some days before or after the end of the step to which they belong.

use core::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use super::values::Figures;
use crate::plan::Target;
use crate::series::Figure;
use crate::value::{Grid, Length, MOST_DAYS_OFF, Period, days_between};

/// A period that is looked at, with its figure.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) period: Period,
    /// The figure that the step takes; `None` where none is known.
    pub(super) figure: Option<Figure>,
}

/// The periods of one length that follow each other from the baseline to the deadline.
#[derive(Clone, Copy)]
pub(crate) struct Steps<'a> {
    figures: Figures<'a>,
    grid: Grid,
    /// Whether the figures are of moments some days off the ends of the steps.
    has_days_off: bool,
    /// The number of the first period that lies wholly after the baseline.
    pub(super) first: i32,
    /// The number of the last period that ends by the deadline, or is measured by then.
    pub(super) last: i32,
}

impl<'a> Steps<'a> {
    /// The steps of a length, on the grid that [`StepGrid::of`] finds. `None` without a baseline, and beyond the
    /// calendar.
    ///
    /// 1. The first is the first that lies wholly after the moment of the baseline. For values of the beginning of a
    ///    period it is the one after that, since the period that begins at that moment is the baseline's own.
    /// 2. The last is the last that ends by the moment of the deadline, or the one after that, if its value is measured
    ///    by then, at its beginning or in its middle.
    /// 3. Where figures are days off, or the baseline is in whole weeks, the first may begin some days before that;
    ///    where figures are days off, or the deadline is in whole weeks, the last may end some days after that.
    pub(super) fn of_length(figures: Figures<'a>, length: Length) -> Option<Self> {
        let target = figures.target;
        let StepGrid { grid, has_days_off } = StepGrid::of(figures, length);
        let step = grid.period(0)?;
        let (baseline, deadline) = (target.baseline()?.period(), target.deadline());
        let most_days_off = |one: Period| {
            let may_be_off = has_days_off || is_in_weeks(one, step);
            if may_be_off { MOST_DAYS_OFF } else { 0 }
        };
        let before = Days::new(most_days_off(baseline));
        let after = Days::new(most_days_off(deadline));
        let starts_one_later = figures.timing.is_of_the_beginning();
        let [start, end] = [baseline, deadline].map(|one| target.measured_on(one));
        let last_by_end = grid.number_by(end.checked_add_days(after)?)?;
        let next = last_by_end.checked_add(1)?;
        let is_measured_before_end = figures.timing.is_of_beginning_or_middle();
        let is_due = |period: Period| target.measured_on(period) <= end;
        Some(Self {
            figures,
            grid,
            has_days_off,
            first: grid
                .number_after(start.checked_sub_days(before)?)?
                .checked_add(starts_one_later.into())?,
            last: if is_measured_before_end && grid.period(next).is_some_and(is_due) {
                next
            } else {
                last_by_end
            },
        })
    }

    /// All steps from the first to the last, in the order of time, each with its number.
    pub(super) fn all(&self) -> impl Iterator<Item = (i32, Step)> {
        let periods = self.grid.periods(self.first, self.last);
        (self.first..=self.last)
            .zip(periods)
            .map(|(number, period)| (number, self.step(number, period)))
    }

    /// The periods of the steps from this number on to the last, whatever figures they have.
    pub(super) fn periods_from(&self, number: i32) -> impl Iterator<Item = Period> {
        self.grid.periods(number, self.last)
    }

    /// The step with this number, be it before the first or after the last; `None` beyond the calendar.
    pub(super) fn numbered(&self, number: i32) -> Option<Step> {
        Some(self.step(number, self.grid.period(number)?))
    }

    /// The step of a period of the grid with its number. It takes the first of these figures that is known:
    ///
    /// 1. the figure of its own days;
    /// 2. where figures are moments some days off, that of the moment nearest to its end, and no other figure;
    /// 3. elsewhere the figure of a period as long whose end is nearest to its own, and nearer to it than to that of
    ///    any other step: the step then is that period;
    /// 4. else the figure of a year or quarter of whole weeks that ends some days off: the step then is that one.
    fn step(&self, number: i32, step: Period) -> Step {
        let of_step = |period: Period| Step {
            period,
            figure: self.figures.in_period(period),
        };
        let own = of_step(step);
        if own.figure.is_some() {
            return own;
        }
        if self.has_days_off {
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

    /// The figure that the step of this period takes; `None` where none is known, or the period is no step.
    pub(super) fn figure_of(&self, period: Period) -> Option<Figure> {
        let (number, _) = self.grid.nearest(period.last())?;
        self.numbered(number).filter(|step| step.period == period)?.figure
    }

    /// The figure of the moment that is nearest to the end of a step; `None` where none is at most so many days off as
    /// years of whole weeks are.
    fn figure_of_moment_near(&self, step: Period) -> Option<Figure> {
        let days_off = |figure: &Figure| days_between(step.last(), figure.period.last()).abs();
        let moments = self.figures.known.ending(days_about(step.last())?, |_| true);
        self.figures.in_period(moments.min_by_key(days_off)?.period)
    }

    /// The figure, made of parts, of a year or quarter of whole weeks that ends some days off the end of a step; `None`
    /// where the deadline is not in weeks, or parts are missing.
    fn figure_of_weeks_near(&self, step: Period) -> Option<Figure> {
        if !self.figures.target.deadline().is_of_weeks() {
            return None;
        }
        let ends = days_about(step.last())?;
        let of_weeks = |part: Figure| Period::of_weeks(part.period.last(), step.length());
        let mut wholes = self.figures.known.ending(ends, |_| true).flat_map(of_weeks);
        wholes.find_map(|whole| self.figures.in_period(whole))
    }

    /// The step that ends at most some days off the end of `other`; `None` where none does.
    pub(super) fn step_near(&self, other: Period) -> Option<Step> {
        let (number, days_off) = self.grid.nearest(other.last())?;
        self.numbered(number).filter(|_| days_off <= MOST_DAYS_OFF)
    }

    /// Whether the step of the period `own` would take the figure of the period `other`, if it had none of its own:
    /// both are as long, and their ends are nearest to that of the same step.
    pub(super) fn takes_figure_of(&self, own: Period, other: Period) -> bool {
        let number = |period: Period| Some(self.grid.nearest(period.last())?.0);
        other.is_as_long_as(own) && number(own).is_some_and(|own| number(other) == Some(own))
    }

    /// Whether both periods end at most some days off the end of one step, and `other` is one that may: any period,
    /// where figures are moments some days off, else only a year or quarter of whole weeks among steps of months.
    pub(super) fn are_near_one_step(&self, own: Period, other: Period) -> bool {
        if !self.has_days_off && matches!(other.length(), Length::Months(_)) {
            return false;
        }
        let near = |period: Period| {
            let (number, days_off) = self.grid.nearest(period.last())?;
            (days_off <= MOST_DAYS_OFF).then_some(number)
        };
        let Some(number) = near(other) else { return false };
        let is_other_in_weeks = || self.grid.period(number).is_some_and(|step| is_in_weeks(other, step));
        near(own) == Some(number) && (self.has_days_off || is_other_in_weeks())
    }
}

/// The grid of the periods of a length for which `schedule` tells the values that are due. They are counted back from
/// the last end by the deadline of a period in the phase of the figures: of those of this length, else of those as long
/// as a reporting period; else from the deadline.
pub(crate) fn schedule_grid(target: &Target, figures: Figures<'_>, every: Length) -> Grid {
    let deadline = target.deadline();
    let mut lengths = [every, target.reported()].into_iter();
    let phase = lengths.find_map(|length| grid_in_phase(figures, length));
    let last = phase.and_then(|phase| phase.period(phase.number_by(deadline.last())?));
    last.map_or_else(|| deadline.grid_back(every), |last| Grid::ending_on(last.last(), every))
}

/// The grid of the steps of a target.
struct StepGrid {
    grid: Grid,
    /// Whether the figures are of moments some days off the ends of the steps.
    has_days_off: bool,
}

impl StepGrid {
    /// The grid of steps of a length, in the first of these phases that there is:
    ///
    /// 1. the [phase of the figures of this length](grid_in_phase);
    /// 2. if figures are values of the end or the beginning of their periods, and all of these moments lie whole
    ///    lengths apart, as prices looked up on each Tuesday: their phase. If they are of ends, steps are of months,
    ///    and the baseline is some days off that phase, figures are taken to be days off;
    /// 3. if figures are values of the end of their periods, steps are of months, and all of these moments lie whole
    ///    lengths apart but for some days, as people counted in a night of each November: the phase of the first of
    ///    them or, if the others are not near that, the deadline's phase, if they are near that. Figures then are days
    ///    off;
    /// 4. the phase of the deadline.
    fn of(figures: Figures<'_>, length: Length) -> Self {
        let (target, timing) = (figures.target, figures.timing);
        let (is_of_ends, is_of_beginnings) = (timing.is_of_the_end(), timing.is_of_the_beginning());
        let of_moments = |most_off| {
            let is_of_moments = is_of_ends || (is_of_beginnings && most_off == 0);
            let grid = shared_grid(figures, |period| Some(target.measured_on(period)), length, most_off);
            grid.filter(|_| is_of_moments)
        };
        if let Some(grid) = grid_in_phase(figures, length) {
            let has_days_off = false;
            return Self { grid, has_days_off };
        }
        let is_of_months = matches!(length, Length::Months(_));
        if let Some(grid) = of_moments(0) {
            // A figure that lies some days off the baseline's phase shows that figures are days off.
            let baseline = target.baseline().map(|baseline| target.measured_on(baseline.period()));
            let days_off = baseline.and_then(|day| grid.nearest(day)).map_or(0, |(_, off)| off);
            let has_days_off = is_of_ends && is_of_months && (1..=MOST_DAYS_OFF).contains(&days_off);
            return Self { grid, has_days_off };
        }
        let of_deadline = match target.deadline() {
            deadline if is_of_beginnings => Grid::ending_on(target.measured_on(deadline), length),
            deadline => deadline.grid_about(length),
        };
        // Last Fridays of months may be more days off the first of them than off the ends of the months.
        let near_deadline = || {
            let mut moments = ends_of(figures, |period| Some(target.measured_on(period))).peekable();
            let has_moments = is_of_ends && moments.peek().is_some();
            (has_moments && lie_near_ends_of(of_deadline, moments, MOST_DAYS_OFF)).then_some(of_deadline)
        };
        let off_by_days = || of_moments(MOST_DAYS_OFF).or_else(near_deadline);
        let of_days_off = is_of_months.then(off_by_days).flatten();
        Self {
            has_days_off: of_days_off.is_some(),
            grid: of_days_off.unwrap_or(of_deadline),
        }
    }
}

/// The grid of periods of a length that has an end on the first of the figures' [ends](ends_of); `None` if another of
/// these ends is more than `most_off` days off all ends of the grid. `end_of` tells the end of a figure by its period.
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

/// The ends that `end_of` tells for the periods of figures; it tells none of a period that does not count for the grid.
/// Asked are the figures after the baseline, or all, if no figure after the baseline counts. A value of a moment counts
/// there whatever `end_of` tells.
fn ends_of(figures: Figures<'_>, end_of: impl Fn(Period) -> Option<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
    let baseline = figures.target.baseline().map(|baseline| baseline.period().last());
    let periods_after = move |day: Option<NaiveDate>| {
        let periods = figures.known.figures().map(|figure| figure.period);
        periods.filter(move |period| day.is_none_or(|day| period.last() > day))
    };
    let counts = |period| !figures.timing.covers_its_period() || end_of(period).is_some();
    let has_later = periods_after(baseline).any(counts);
    periods_after(baseline.filter(|_| has_later)).filter_map(end_of)
}

/// Whether each of these days is at most `most_off` days off the end of a period of the grid.
fn lie_near_ends_of(grid: Grid, mut ends: impl Iterator<Item = NaiveDate>, most_off: u64) -> bool {
    ends.all(|last| match most_off {
        0 => grid.ends_on(last),
        most_off => grid.nearest(last).is_some_and(|(_, off)| off <= most_off),
    })
}

/// The days around `day`, from as many before it to as many after it as the end of a year of whole weeks can be off;
/// `None` beyond the calendar.
fn days_about(day: NaiveDate) -> Option<RangeInclusive<NaiveDate>> {
    let days_off = Days::new(MOST_DAYS_OFF);
    Some(day.checked_sub_days(days_off)?..=day.checked_add_days(days_off)?)
}

/// The grid of periods of a length in the phase of the figures of that length. `None` where there are no such figures,
/// where they end in different phases and, if figures are values of a moment, where more of all figures (of whatever
/// length) are in the phase of the deadline.
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
            // A year of whole weeks ends some days off the end of a month.
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
    let measured_on = |period: Period| target.measured_on(period);
    let first = ends_of(figures, |period| end_of(period).map(|_| measured_on(period))).next();
    // A value of the end of a year is one of the end of its December: a single year among figures of each March does
    // not tell that steps are calendar years.
    let count_in_phase = |moment: NaiveDate| {
        let grid = Grid::ending_on(moment, length);
        ends_of(figures, |period| Some(measured_on(period)))
            .filter(|day| grid.ends_on(*day))
            .count()
    };
    let is_phase_told = count_in_phase(first?) >= count_in_phase(measured_on(target.deadline()));
    is_phase_told.then_some(own)
}

/// Whether a period is a year or quarter of whole weeks, as long as a step of months.
fn is_in_weeks(period: Period, step: Period) -> bool {
    is_of_days_among_months(period.length(), step.length()) && period.is_as_long_as(step)
}

/// Whether a length counts days, as one of whole weeks does, where the steps count months.
const fn is_of_days_among_months(length: Length, step: Length) -> bool {
    matches!((length, step), (Length::Days(_), Length::Months(_)))
}
