//! Which figures can be set beside the goal of a target, in the promise's own terms.
//!
//! Of all figures that were known on the day, those count for which `Timing` tells where they stand beside the goal.
//! The latest of them is set beside the path; which one decides at the deadline is asked separately. Which of several
//! vintages and sources is the figure of a period was found before, in `series`.
//!
//! A figure stands at a day of the axis of time: at the last day of its period or, if it is of the beginning or the
//! middle of its period or an average over a longer one, on another day, *off its end*.

use alloc::vec::Vec;
use core::iter;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::sums::Sums;
use super::values::Figures;
use super::yearly_rates::YearlyRates;
use super::{Caveat, Caveats};
use crate::exact::Real;
use crate::plan::{Baseline, Goal, MeasuredBy};
use crate::series::{Figure, Observation, Reading};
use crate::value::{Collected, Period, Position, Spot};

/// A figure with the place where it stands beside the goal; of an index, with the yearly rates that lead to it.
#[derive(Debug)]
pub(super) struct FigureAt<'a> {
    pub(super) figure: Figure,
    /// Where the figure stands: at the end of its own period, or off it.
    pub(super) at: Spot,
    /// The chain of which the figure is the index; `None` of a level or a sum.
    pub(super) rates: Option<YearlyRates<'a>>,
}

impl<'a> FigureAt<'a> {
    /// The figure of a level or a sum, which stands at `at`.
    pub(super) const fn of_figure(figure: Figure, at: Spot) -> Self {
        let rates = None;
        Self { figure, at, rates }
    }

    /// The index to which yearly rates lead: it stands at the end of the last of them.
    fn of_rates(rates: YearlyRates<'a>) -> Self {
        Self {
            figure: rates.figure,
            at: rates.figure.period.into(),
            rates: Some(rates),
        }
    }

    /// The lowest and the highest amount that the figure can mean: of a figure with a value, that value twice.
    pub(super) fn ends(&self, figures: Figures<'_>) -> [Extreme<Amount>; 2] {
        figures.ends_of(self.figure, self.rates.as_ref())
    }
}

impl<'a> Figures<'a> {
    /// The lowest and the highest amount that a figure can mean; of an index (`rates` lead to it) with all digits.
    pub(super) fn ends_of(self, figure: Figure, rates: Option<&YearlyRates<'_>>) -> [Extreme<Amount>; 2] {
        match rates {
            Some(rates) => rates.ends(),
            None => self.extremes_of(figure.reading),
        }
    }

    /// Where on the axis of time the figure of a period stands, as points of the path do. When it was measured is told
    /// by [`measured_at`](Self::measured_at).
    pub(crate) fn stands_at(self, period: Period) -> Position {
        self.target.stands_at(period)
    }

    /// The figure of the baseline; `None` without a baseline, or where the figure is not known:
    ///
    /// 1. of a baseline that is a mean, the mean of the figures over its period;
    /// 2. else the figure of its period;
    /// 3. else, of averages and sums, the figure of the year or quarter of whole weeks that ends some days off, or
    ///    begins on the same day.
    pub(crate) fn at_baseline(self) -> Option<Figure> {
        let baseline = self.target.baseline()?;
        if baseline.is_mean() {
            return self.mean_over(baseline.period());
        }
        self.in_period(baseline.period())
            .or_else(|| self.in_weeks_about(baseline.period()))
    }

    /// The figure of the year or quarter of whole weeks that is as long as a period and ends some days off it, or
    /// begins with it; `None` where none is known, and of values of a moment.
    pub(super) fn in_weeks_about(self, period: Period) -> Option<Figure> {
        let mut wholes = period.of_weeks_about().filter(|_| self.timing.covers_its_period());
        wholes.find_map(|whole| self.in_period(whole))
    }

    /// The mean of the figures over `stretch`, of periods as long as a baseline that is a mean asks for; `None` unless
    /// the figure of each is known, and a decimal holds the mean.
    fn mean_over(self, stretch: Period) -> Option<Figure> {
        let parts = stretch.parts(self.target.length_of_means());
        let (mut sum, mut count) = (None::<Figure>, 0_u32);
        for part in parts {
            let figure = self.in_period(part)?;
            count = count.checked_add(1)?;
            sum = Some(match sum {
                Some(sum) => sum.joined(figure, self.known.addition())?,
                None => figure,
            });
        }
        let sum = sum?;
        let mean = |sum: Decimal| Real::from(sum).over(&Decimal::from(count).into())?.rounded().ok();
        let reading = sum.reading.try_map(mean)?;
        Some(Figure {
            period: stretch,
            reading,
            ..sum
        })
    }

    /// What is known of the value with which a level begins, as the plan states it or as it was first published, so
    /// that revisions do not change it:
    ///
    /// 1. the value of the baseline, if there is a baseline;
    /// 2. else the value of the last figure before the plan began;
    /// 3. else the value of the first figure after that.
    pub(super) fn start_as_first_published(self) -> Option<Reading> {
        let known = self.known.as_first_published();
        let first = Self { known, ..self };
        let figure = match self.target.baseline() {
            Some(baseline) => match baseline.value() {
                None => first.at_baseline(),
                Some(stated) => return Some(stated.into()),
            },
            None => first.last_before_or_first_after(self.target.plan_begins()?),
        };
        Some(figure?.reading)
    }

    /// The last figure that stands before a day, or else the first that stands on the day or later: a value of a
    /// moment, or one of the goal's own length. `None` without figures.
    fn last_before_or_first_after(self, day: NaiveDate) -> Option<Figure> {
        let before = self.latest_where(day.pred_opt(), |_, _| true);
        let is_own_or_of_a_moment = |figure: &Figure| self.timing.could_be_own(figure.period);
        let first = || {
            let at_their_end = self.levels_at_end(None).filter_map(|one| self.placed(one));
            let all = at_their_end.chain(self.levels_off_end(None, is_own_or_of_a_moment));
            all.min_by_key(|one| one.at.last())
        };
        before.or_else(first).map(|one| one.figure)
    }

    /// The lowest and the highest amount that the last figure before the end of a period can mean; `None` without such
    /// a figure, or where the definition changed between the figure and the end of the period. Sums and chained indices
    /// are taken across such a change.
    pub(crate) fn ends_of_last_before(self, period: Period) -> Option<[Extreme<Amount>; 2]> {
        let last = self.latest_where(period.last().pred_opt(), |_, _| true)?;
        let is_comparable = self.target.goal().accumulates() || !self.is_redefined(last.figure.period, period.end());
        is_comparable.then(|| last.ends(self))
    }

    /// The latest figure that can be set beside the goal, if there is any.
    pub(super) fn latest(self) -> Option<FigureAt<'a>> {
        self.latest_where(None, |_, _| true)
    }

    /// The latest figure with a value that can be set beside the goal, if there is any.
    pub(super) fn latest_exact(self) -> Option<FigureAt<'a>> {
        self.latest_where(None, |figure, _| figure.reading.value().is_some())
    }

    /// Whether some figures are not set beside the goal themselves, but added up or chained.
    pub(super) fn adds_up(self) -> bool {
        let mut observed = self.known.observed_ending(self.first_end()..=NaiveDate::MAX).iter();
        observed.any(|one| self.timing.adds_up(one.coverage()))
    }

    /// Whether there is a sum since the baseline that ends before the end of a period, has no estimated part, and for
    /// which `holds` is true at both extremes of what it can mean.
    pub(crate) fn any_measured_before(self, period: Period, holds: impl Fn(Extreme<&Amount>) -> bool) -> bool {
        let sums = self.sums().into_iter();
        let mut running = sums.flat_map(|sums| sums.running(period.last().pred_opt()));
        running.any(|sum| sum.is_measured() && self.extremes_of(sum.reading).iter().all(|end| holds(end.as_ref())))
    }

    /// The latest figure beside the goal for which `holds` is true, of those that stand on the day `until` or earlier,
    /// or of all if that is `None`. `holds` takes the figure and, of a chain of yearly rates, the index with all
    /// digits. Of several that stand on one day, one at the end of its period is taken before those off their end, and
    /// one of the goal's own length before others.
    pub(super) fn latest_where(
        self,
        until: Option<NaiveDate>,
        holds: impl Fn(Figure, Option<&Amount>) -> bool,
    ) -> Option<FigureAt<'a>> {
        let is_by_then = |last: NaiveDate| until.is_none_or(|until| last <= until);
        if self.is_chained() {
            let indices = self
                .indices()
                .take_while(|rates| is_by_then(rates.figure.period.last()));
            let latest = indices.filter(|rates| holds(rates.figure, rates.index()));
            return latest.last().map(FigureAt::of_rates);
        }
        let holds = |figure: &Figure| holds(*figure, None);
        let placed_by_then = |figure: Figure| self.placed(figure).filter(|one| is_by_then(one.at.last()));
        if let Goal::Cumulative(_) = self.target.goal() {
            return self.sums()?.backwards().filter(holds).find_map(placed_by_then);
        }
        let at_its_end = self.levels_at_end(until).filter(holds).find_map(placed_by_then);
        let last = at_its_end.as_ref().map(|one| one.at.last());
        let off_their_end = self.levels_off_end(last, holds).filter(|one| is_by_then(one.at.last()));
        let latest = off_their_end.max_by_key(|one| (one.at.last(), self.timing.is_own(one.figure.period)));
        latest.or(at_its_end)
    }

    /// For each of these periods, which are in the order of time, the figure that stands at its end; `None` where none
    /// is known. A sum or an index since the baseline is the one that ends with the period.
    pub(super) fn at_points(self, periods: impl Iterator<Item = Period>) -> impl Iterator<Item = Option<FigureAt<'a>>> {
        let mut indices = self.indices().peekable();
        periods.map(move |at| {
            if !self.is_chained() {
                return Some(FigureAt::of_figure(self.at_point(at)?, at.into()));
            }
            let last = |rates: &YearlyRates<'_>| rates.figure.period.last();
            while indices.next_if(|rates| last(rates) < at.last()).is_some() {}
            let rates = indices.peek().filter(|rates| last(rates) == at.last())?;
            Some(FigureAt::of_rates(rates.clone()))
        })
    }

    /// The figure of a level, or of a sum since the baseline, at the end of a period. Where figures cover their
    /// periods, and `period` is shorter than the goal's own period, it is the figure of the own length that ends with
    /// `period`, as at a deadline.
    fn at_point(self, period: Period) -> Option<Figure> {
        if !matches!(self.target.goal(), Goal::Cumulative(_)) {
            let own = self.timing.own;
            let is_part = self.timing.covers_its_period() && period.is_shorter_than(own);
            let whole = if is_part { own.moved_to(period.last())? } else { period };
            return self.in_period(whole);
        }
        let reached = self.sums()?.up_to(period.last());
        reached.filter(|sum| sum.period.last() == period.last())
    }

    /// Every figure that can be set beside the goal, in the order in which they stand:
    ///
    /// 1. of a goal that is a sum since the baseline, the sum to the end of each figure;
    /// 2. of a goal by yearly rates, the index after each rate;
    /// 3. else the levels, whether they stand at the end of their periods or off it.
    pub(crate) fn all(self) -> Vec<Figure> {
        if let Goal::Cumulative(_) = self.target.goal() {
            return self.sums().map(Sums::all).unwrap_or_default();
        }
        if self.is_chained() {
            return self.indices().map(|rates| rates.figure).collect();
        }
        let levels = self.levels_at_end(None).filter_map(|figure| self.placed(figure));
        let mut all: Vec<_> = self.levels_off_end(None, |_| true).chain(levels).collect();
        all.sort_by_key(|one| one.at.last());
        all.into_iter().map(|one| one.figure).collect()
    }

    /// The [least sum](Self::least_sum_in) over the goal's own period, which ends with the deadline; `None` where that
    /// is not asked for, or not known.
    pub(super) fn least_sum(self) -> Option<FigureAt<'a>> {
        let at = self.timing.own;
        Some(FigureAt::of_figure(self.least_sum_in(at)?, at.into()))
    }

    /// The [least sum](Self::least_sum_in) over each of the goal's periods of which one is known, the latest period
    /// first: of those that have begun by the day of the question, lie wholly after the baseline, and end after `day`
    /// (the last day of the latest figure) and by the deadline.
    pub(super) fn least_sums_after(self, day: Option<NaiveDate>) -> impl Iterator<Item = FigureAt<'a>> {
        let stretch = || {
            let grid = self.timing.own.grid();
            let after_baseline = self.baseline_end().and_then(|end| grid.number_after(end));
            let after_day = day.and_then(|day| grid.number_by(day)?.checked_add(1));
            let today = grid.number_around(self.known.as_of().date().min(self.deadline_end()))?;
            let first = [after_baseline, after_day].into_iter().flatten().max();
            let numbers = (first.unwrap_or(today)..=today).rev();
            Some(numbers.filter_map(move |number| grid.period(number)))
        };
        let may_be_known = self.are_sums() && self.nothing_is_negative();
        let periods = may_be_known.then(stretch).flatten().into_iter().flatten();
        periods.filter_map(move |at| Some(FigureAt::of_figure(self.least_sum_in(at)?, at.into())))
    }

    /// Whether figures are sums of their periods, and not of all the time since the baseline.
    fn are_sums(self) -> bool {
        self.timing.covers_its_period() && self.target.quantity().collected() == Collected::Sum
    }

    /// The least that the sum over a period can be while the sum itself is not known: the sum of the parts that were
    /// measured, or of the beginning of the period by sums and differences of figures, whichever is more. So a bound
    /// can be broken, or reached, before the period is over, whatever was estimated of all of it until then. `None`
    /// where figures are no sums of periods, flows can be negative, the sum is known, or no part is.
    pub(super) fn least_sum_in(self, period: Period) -> Option<Figure> {
        let is_known = |whole: Figure| !self.is_estimated_before_its_end(whole);
        if !self.are_sums() || self.known.figure_of(period).is_some_and(is_known) {
            return None;
        }
        let measured = self.known.measured_only();
        if measured.flow_of(period).is_some() {
            return None;
        }
        self.lower_bound(measured.least_flow_of(period)?)
    }

    /// The time at which the value of a period is measured: its end, or a moment at its beginning or in its middle.
    /// Where the figure is set beside the goal is told by [`stands_at`](Self::stands_at).
    pub(crate) fn measured_at(self, period: Period) -> Position {
        Position::of(self.target.measured_on(period))
    }

    /// Whether a figure is an estimate that was published by the day on which its value was measured.
    pub(crate) fn is_estimated_before_its_end(self, figure: Figure) -> bool {
        figure.is_estimated_by(self.target.measured_on(figure.period))
    }

    /// Whether a figure is known that was measured after the figure of the deadline.
    pub(super) fn is_later_known(self) -> bool {
        self.after_deadline().next().is_some()
    }

    /// The figures that are measured later than a figure of the deadline can be, in the order in which their periods
    /// end.
    fn after_deadline(self) -> impl Iterator<Item = Figure> {
        let (target, timing, due) = (self.target, self.timing, self.timing.last_day_due());
        let is_later = move |period| !(timing.covers_its_period() && timing.is_of_deadline(period));
        let all = due
            .succ_opt()
            .into_iter()
            .flat_map(move |first| self.known.ending(first..=NaiveDate::MAX, is_later));
        all.filter(move |figure| target.measured_on(figure.period) > due)
    }

    /// The first figure after the deadline that could be one of the goal's own period: any figure of a moment, else one
    /// of a period as long, or made of the parts of such a period. `None` where none is known, and of goals that add up
    /// since the baseline.
    pub(super) fn first_after_deadline(self) -> Option<FigureAt<'a>> {
        let mut fitting = self.after_deadline().filter_map(|one| {
            if self.timing.could_be_own(one.period) {
                return self.in_unit_of_target(one);
            }
            let mut wholes = self.timing.own_periods_ending_on(one.period.last());
            wholes.find_map(|whole| self.in_period(whole))
        });
        // Of the beginnings of a year and of its March, that of the year comes first, although March ends first.
        let figure = if self.timing.is_of_beginning_or_middle() {
            fitting.min_by_key(|one| self.target.measured_on(one.period))?
        } else {
            fitting.next()?
        };
        Some(FigureAt::of_figure(figure, figure.period.into()))
    }

    /// How many sums since the baseline [`all`](Self::all) leaves out, because there are more than a chart shows.
    pub(crate) fn count_sums_left_out(self) -> usize {
        self.sums().map_or(0, Sums::count_left_out)
    }

    /// The period after the baseline's, with whose rate a chain of yearly rates begins; `None` of other goals, and
    /// where it ends after the deadline.
    pub(super) fn first_link(self) -> Option<Period> {
        let first = self.target.baseline().filter(|_| self.is_chained())?.period().next();
        first.filter(|first| first.last() <= self.deadline_end())
    }

    /// The figure of a period in the target's unit, the first of these that is known; `None` where none is:
    ///
    /// 1. the figure of the period itself;
    /// 2. where figures are sums, or averages that lie between those of their parts, the figure that the parts make;
    /// 3. where figures are of a moment, a figure of the same moment.
    pub(crate) fn in_period(self, period: Period) -> Option<Figure> {
        let figure = match self.target.quantity().collected() {
            Collected::Sum => self.known.flow_of(period),
            Collected::Average if self.timing.is_between_its_parts() => self.known.average_of(period),
            Collected::Average => self.known.figure_of(period),
            Collected::End => {
                let of_its_end = || self.known.figure_at(period.end());
                self.known.figure_of(period).or_else(of_its_end)
            }
            _ => {
                let moment = self.timing.stands_on(period);
                let is_then = |figure: &Figure| self.timing.stands_on(figure.period) == moment;
                self.known
                    .figure_of(period)
                    .or_else(|| self.known.figures().find(is_then))
            }
        };
        self.in_unit_of_target(figure?)
    }

    /// The day at which the baseline stands, and after which figures can be set beside the goal; `None` without a
    /// baseline.
    pub(super) fn baseline_end(self) -> Option<NaiveDate> {
        let baseline = self.target.baseline()?;
        Some(self.target.stands_at_end_of(baseline.period()).last())
    }

    /// Whether a period is that of the baseline, one counted in whole weeks and the other by the calendar. It may end
    /// some days later than the baseline's, and is no later period all the same. `false` of figures of a moment.
    pub(super) fn is_baseline_of_weeks(self, period: Period) -> bool {
        let baseline = self.target.baseline().map(Baseline::period);
        self.timing.covers_its_period() && baseline.is_some_and(|baseline| period.is_same_in_weeks_as(baseline))
    }

    /// The first day on which the period of a figure can end that stands after the baseline.
    pub(super) fn first_end(self) -> NaiveDate {
        self.first_end_standing_after(self.baseline_end())
    }

    /// The first day on which the period of a figure can end that stands later than on `day`; the first day of all, if
    /// that is `None`.
    ///
    /// A figure of the beginning or the middle of its period stands later than it was measured, by the time from the
    /// same moment of the goal's own period to the end of that. So its period may end before `day`, but by less than
    /// the length of the goal's own period.
    fn first_end_standing_after(self, day: Option<NaiveDate>) -> NaiveDate {
        let Some(day) = day else { return NaiveDate::MIN };
        if self.timing.is_of_beginning_or_middle() {
            return self.timing.own.moved_to(day).map_or(NaiveDate::MIN, Period::first);
        }
        day.succ_opt().unwrap_or(NaiveDate::MAX)
    }

    /// The last day of the deadline, until which figures can be set beside the goal.
    pub(super) fn deadline_end(self) -> NaiveDate {
        self.target.deadline().last()
    }

    /// Where the figure of `period` is set beside the goal: at the end of `period`, or off its end. `None` where it
    /// cannot be set beside the goal, stands at the baseline or before, is a figure of the baseline's period in whole
    /// weeks, stands after the deadline, or is a second one of the deadline beside the value of the goal's own period.
    pub(super) fn place_beside_goal(self, period: Period) -> Option<Spot> {
        let spot = self.timing.spot_of(period)?;
        let day = spot.last();
        let is_later = self.baseline_end().is_none_or(|since| day > since) && !self.is_baseline_of_weeks(period);
        let has_own_value = || {
            let own = self.in_period(self.timing.own);
            own.is_some_and(|own| own.reading.value().is_some())
        };
        let is_second = || self.timing.is_second_of_deadline(period) && has_own_value();
        (is_later && day <= self.deadline_end() && !is_second()).then_some(spot)
    }

    /// Whether the figures beside the goal are indices of chained yearly rates.
    pub(super) fn is_chained(self) -> bool {
        self.target.goal().measured_by() == MeasuredBy::YearlyRates
    }

    /// The figures of a level that stand at the end of their periods, the latest first, one for each day on which a
    /// period ends after the baseline: by the day `until` or, where that is `None` or not before the deadline, until
    /// the last day on which the period of a figure of the deadline can end.
    fn levels_at_end(self, until: Option<NaiveDate>) -> impl Iterator<Item = Figure> {
        // A figure that ends some days after the deadline may stand at the deadline.
        let last = until.filter(|until| *until < self.timing.own.last());
        let days = self.first_end()..=last.unwrap_or(self.timing.last_day_of_own());
        let mut day = None;
        let one_a_day = self.known.ending(days, |_| true).rev().filter(move |figure| {
            let last = figure.period.last();
            day.replace(last) != Some(last)
        });
        one_a_day.filter_map(move |shortest| self.level_at_end_of(shortest))
    }

    /// Of the figures whose periods end on one day, the one that stands at the end of that day; `shortest` is the
    /// figure of the shortest of these periods:
    ///
    /// 1. a figure of the goal's own length;
    /// 2. else the figure that the parts of a period of that length make;
    /// 3. else, where all figures stand at the end of their periods, the shortest one with a value, or `shortest`.
    ///
    /// `None` where none of the three is known: the share of a December is not that of its year.
    fn level_at_end_of(self, shortest: Figure) -> Option<Figure> {
        let (known, timing) = (self.known, self.timing);
        let day = shortest.period.last();
        // Mostly one figure ends on a day, and then no other need be looked for.
        let own = Some(shortest).filter(|shortest| timing.is_own(shortest.period));
        let own = own.or_else(|| known.ending(day..=day, |period| timing.is_own(period)).next_back());
        if let Some(own) = own {
            return self.in_unit_of_target(own);
        }
        let mut wholes = timing.own_periods_ending_on(day).peekable();
        if wholes.peek().is_some() {
            return wholes.find_map(|whole| self.in_period(whole));
        }
        if timing.may_stand_off_its_end() {
            return None;
        }
        let has_value = |figure: &Figure| figure.reading.value().is_some();
        let with_value = known.ending(day..=day, |_| true).rev().find(has_value);
        self.in_unit_of_target(with_value.unwrap_or(shortest))
    }

    /// The figures of a level that stand off the end of their periods, in the target's unit, for which `holds` is true:
    /// of those that stand later than on the day `after`, or after the baseline if that is `None`.
    fn levels_off_end(
        self,
        after: Option<NaiveDate>,
        holds: impl Fn(&Figure) -> bool,
    ) -> impl Iterator<Item = FigureAt<'a>> {
        let first = self.first_end_standing_after(after.or_else(|| self.baseline_end()));
        let days = Some(first..=NaiveDate::MAX).filter(|_| self.timing.may_stand_off_its_end());
        // An average of the goal's own length is among the levels at their end, even if it stands at the deadline, some
        // days off the end of its period.
        let may_be_off = move |period| !self.timing.covers_its_period() || !self.timing.is_own(period);
        let figures = days
            .into_iter()
            .flat_map(move |days| self.known.ending(days, may_be_off));
        let figures = figures.filter_map(move |figure| self.in_unit_of_target(figure).filter(&holds));
        let levels = figures.filter_map(move |figure| self.placed(figure));
        levels.filter(move |one| {
            let is_off_its_end = one.at.last() != one.figure.period.last();
            is_off_its_end && after.is_none_or(|after| one.at.last() > after)
        })
    }

    /// A figure with the place where it stands beside the goal; `None` where it [has none](Self::place_beside_goal).
    fn placed(self, figure: Figure) -> Option<FigureAt<'a>> {
        Some(FigureAt::of_figure(figure, self.place_beside_goal(figure.period)?))
    }

    /// The caveats of a figure by itself, in the target's unit.
    pub(crate) fn caveats_of(self, figure: Figure) -> Caveats {
        Caveats::of_figure(figure)
            .with_if(self.has_approximate_limits(figure), Caveat::Approximate)
            .with_if(self.contradicts_parts(figure.period), Caveat::TotalContradictsParts)
            .with_if(self.is_outside_of_possible(figure), Caveat::OutsideOfPossible)
    }

    /// The caveats of a figure in the target's unit that is compared with the baseline.
    pub(crate) fn caveats_beside_baseline(self, figure: Figure) -> Caveats {
        let is_of_another = self.is_of_another_publisher_than_baseline(figure);
        self.caveats_of(figure).with_if(is_of_another, Caveat::OtherSource)
    }

    /// Whether a figure comes from another publisher than the baseline's figure; `false` where the goal does not ask
    /// the baseline for its value.
    pub(crate) fn is_of_another_publisher_than_baseline(self, figure: Figure) -> bool {
        let baseline = self.target.baseline().filter(|_| self.target.goal().asks_baseline());
        baseline.is_some_and(|baseline| self.is_of_another_publisher(figure, baseline.period()))
    }

    /// Whether a figure comes from another publisher than the figure of the period `than`; `false` where figures are
    /// added up or chained since the baseline.
    pub(crate) fn is_of_another_publisher(self, figure: Figure, than: Period) -> bool {
        self.known.series().facts.has_several_publishers
            && !self.target.goal().accumulates()
            && self.known.is_of_another_publisher(figure.period, than)
    }

    /// Whether the figure is only a bound because it was made of several figures, some of which are approximate.
    fn has_approximate_limits(self, figure: Figure) -> bool {
        let is_about = |one: &Observation| matches!(one.reading(), Reading::Approximate(_));
        let mut parts = self.known.iter().filter(|one| figure.period.contains(one.coverage()));
        matches!(figure.reading, Reading::Interval(_)) && parts.any(is_about)
    }

    /// Whether figures are sums of periods, and the figure of a period is another number than its parts add up to, or
    /// less than the known ones of them where sums over it only grow.
    fn contradicts_parts(self, period: Period) -> bool {
        self.known.series().facts.has_overlaps
            && self.target.quantity().collected() == Collected::Sum
            && self.known.contradicts_parts(period, self.only_grow(period))
    }

    /// The sums since the baseline; `None` unless the goal is such a sum, and has a baseline.
    pub(super) fn sums(self) -> Option<Sums<'a>> {
        Sums::new(self)
    }

    /// Whether the goal is a sum since the baseline that only grows: no flow that is known is negative, and none can
    /// be.
    pub(crate) fn sum_only_grows(self) -> bool {
        self.sums().is_some_and(Sums::only_grow)
    }

    /// Whether the goal is a sum since the baseline, and the latest sum is only a lower bound because of a gap.
    pub(crate) fn sum_has_gap(self) -> bool {
        self.sums().is_some_and(Sums::have_gap)
    }

    /// The index after each yearly rate, from the first rate after the baseline to the last before a gap, by the
    /// deadline.
    fn indices(self) -> impl Iterator<Item = YearlyRates<'a>> {
        let first = self
            .first_link()
            .and_then(|first| YearlyRates::starting_with(self.known, first));
        iter::successors(first, move |rates| rates.with_next_rate(self.deadline_end()))
    }

    /// The caveats of a chain of yearly rates that ends with the period `last`: it ends in another phase than the
    /// deadline; the rate of the next period is only a bound, or it is not known while later rates are. None of other
    /// goals.
    pub(crate) fn caveats_of_chain(self, last: Period) -> Caveats {
        if !self.is_chained() {
            return Caveats::NONE;
        }
        let baseline = self.target.baseline().map(Baseline::period);
        let periods = iter::successors(baseline, |period| period.next())
            .skip_while(|period| period.last() <= last.last())
            .take_while(|period| period.last() <= self.deadline_end());
        let mut readings = periods.map(|period| self.known.figure_of(period).map(|figure| figure.reading));
        let next = readings.next().flatten();
        let is_bound = matches!(next, Some(Reading::Interval(_)));
        let has_gap = next.is_none() && readings.any(|reading| reading.is_some());
        Caveats::NONE
            .with_if(!self.timing.is_in_phase(last.last()), Caveat::OtherPhase)
            .with_if(is_bound, Caveat::NewerFigureIsOnlyABound)
            .with_if(has_gap, Caveat::PeriodsUnknown)
    }
}
