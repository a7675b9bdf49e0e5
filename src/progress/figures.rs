//! Which figures speak of a target: the ones that can be set beside its goal, in the promise's own terms.
//!
//! Of all that was known of a series on the day, a figure counts if `Timing` says where it stands beside the goal.
//! The latest of those is set beside the path; which one decides at the deadline is a question of its own. What counts
//! as the figure of a period where several were published (vintages, sources) was settled before, in `series`.

use alloc::vec::Vec;
use core::iter;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::sums::Sums;
use super::values::Figures;
use super::yearly_rates::YearlyRates;
use super::{Caveat, Caveats, Missing};
use crate::exact::Real;
use crate::plan::{Baseline, Goal, MeasuredBy};
use crate::series::{Figure, Observation, ObservationStatus, Reading, Taken, Total};
use crate::value::{Collected, Period, Position};

/// A figure where it stands beside the goal; of an index, with the yearly rates that lead to it.
#[derive(Debug)]
pub(super) struct FigureAt<'a> {
    pub(super) figure: Figure,
    /// The period at whose end the figure stands.
    pub(super) at: Period,
    /// `None` of a level or a sum.
    pub(super) rates: Option<YearlyRates<'a>>,
}

impl<'a> FigureAt<'a> {
    /// The figure of a level or a sum.
    const fn new(figure: Figure, at: Period) -> Self {
        let rates = None;
        Self { figure, at, rates }
    }

    /// The index to which rates lead, at the end of the last of them.
    fn of_rates(rates: YearlyRates<'a>) -> Self {
        Self {
            figure: rates.figure,
            at: rates.figure.period,
            rates: Some(rates),
        }
    }

    /// The lowest and the highest amount that the figure can mean: of a value, the same.
    pub(super) fn ends(&self, figures: Figures<'_>) -> [Extreme<Amount>; 2] {
        figures.ends_of(self.figure, self.rates.as_ref())
    }
}

impl<'a> Figures<'a> {
    /// The lowest and the highest amount that a figure can mean, exactly: of an index, by the rates that lead to it.
    pub(super) fn ends_of(self, figure: Figure, rates: Option<&YearlyRates<'_>>) -> [Extreme<Amount>; 2] {
        match rates {
            Some(rates) => rates.ends(),
            None => self.extremes_of(figure.reading),
        }
    }

    /// The period of the first figure after a change of definition that lies between the baseline, in the definition in
    /// which it is stated, and `until`; `None` where the definition did not change.
    pub(crate) fn break_since_baseline(self, until: Position) -> Option<Period> {
        let mut after = self.baseline_begins_at()?;
        // A baseline that an amendment stated is in the definition of that day: breaks until then lie before it.
        loop {
            let found = self.break_between(after, until)?;
            if self.target.baseline_is_before_break(found) {
                return Some(found);
            }
            after = self.stands_at(found);
        }
    }

    /// Where the baseline stands; of a mean that is read, or of a sum of parts, where the first of these does, as it is
    /// of one definition only if that did not change among them.
    fn baseline_begins_at(self) -> Option<Position> {
        let target = self.target;
        let start = target.start()?.end();
        let goal = target.goal();
        let may_have_parts = self.known.series().facts.has_break && goal.asks_baseline() && !goal.accumulates();
        let is_read = |baseline: &&Baseline| may_have_parts && baseline.value().is_none();
        let first = target.baseline().filter(is_read).and_then(|read| {
            if read.is_mean() {
                return read.period().parts(target.length_of_means()).next();
            }
            self.first_part_of(read.period())
        });
        Some(first.map_or(start, |first| self.stands_at(first)))
    }

    /// The period of the first part of a sum that no figure says of the whole; `None` of what is no sum of parts.
    fn first_part_of(self, whole: Period) -> Option<Period> {
        let is_sum = self.target.quantity().collected() == Collected::Sum;
        if !is_sum || self.known.figure_of(whole).is_some() {
            return None;
        }
        let begins = |part: &Period| part.first() == whole.first() && part.last() < whole.last();
        let parts = self.known.figures().map(|figure| figure.period);
        parts.filter(begins).max_by_key(|part| part.last())
    }

    /// Whether the baseline is stated in another definition than that of its figure in the series: by an amendment,
    /// since the definition changed.
    pub(super) fn baseline_was_redefined(self) -> bool {
        let until = self
            .stands_at(self.target.deadline())
            .max(self.known.as_of().position());
        let break_after = |start: Period| self.break_between(start.end(), until);
        let first = self.target.start().and_then(break_after);
        first.is_some_and(|with| !self.target.baseline_is_before_break(with))
    }

    /// The period of the first figure in a new definition that stands after one place in time and by another; `None`
    /// where there is none.
    pub(crate) fn break_between(self, after: Position, until: Position) -> Option<Period> {
        let known = self.known;
        if !(self.timing.is_of_an_earlier_moment() && known.series().facts.has_break) {
            return known.break_between(after, until);
        }
        let breaks = known
            .figures()
            .filter(|one| one.status.contains(ObservationStatus::Break));
        let places = breaks.map(|one| (self.stands_at(one.period), one.period));
        let first = places.filter(|(at, _)| *at > after && *at <= until).min();
        first.map(|(_, period)| period)
    }

    /// Where the figure of a period stands beside the goal and its path; when it is there is told by
    /// [`moment_of`](Self::moment_of).
    pub(crate) fn stands_at(self, period: Period) -> Position {
        self.target.stands_in(period).end()
    }

    /// The figure of the baseline's period, or of the year or quarter of whole weeks that it is; `None` without a
    /// baseline, or where its figure is not known.
    pub(crate) fn at_baseline(self) -> Option<Figure> {
        let baseline = self.target.baseline()?;
        if baseline.is_mean() {
            return self.mean_over(baseline.period());
        }
        let of_weeks = || {
            let mut wholes = baseline
                .period()
                .of_weeks_about()
                .filter(|_| self.timing.covers_its_period());
            wholes.find_map(|whole| self.in_period(whole))
        };
        self.in_period(baseline.period()).or_else(of_weeks)
    }

    /// The mean over `stretch`, per period of the goal's own length; `None` unless the figure of each is known.
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

    /// The value where a level begins, as the plan states it or as it was first published, so that no revision changes
    /// what it tells: that of the baseline; without a baseline that of the last figure before the plan began, or else
    /// of the first one after.
    pub(super) fn first_start(self) -> Option<Decimal> {
        let known = self.known.as_first_published();
        let first = Self { known, ..self };
        let figure = match self.target.baseline() {
            Some(baseline) => match baseline.value() {
                None => first.at_baseline(),
                stated => return stated,
            },
            None => first.last_before_or_first_after(self.target.plan_begins()?),
        };
        figure?.reading.value()
    }

    /// The last figure that stands before a day, or else the first on it or after it; `None` without figures.
    fn last_before_or_first_after(self, day: NaiveDate) -> Option<Figure> {
        let before = self.latest_where(day.pred_opt(), |_, _| true);
        let around = before.or_else(|| self.levels_backwards(None).filter_map(|one| self.standing(one)).last());
        around.map(|one| one.figure)
    }

    /// The lowest and the highest amount that the last figure before the end of a period can mean; `None` without such
    /// a figure, or where the definition changed after it.
    pub(crate) fn ends_of_last_before(self, period: Period) -> Option<[Extreme<Amount>; 2]> {
        let last = self.latest_where(period.last().pred_opt(), |_, _| true)?;
        let is_comparable = self.target.goal().accumulates() || !self.is_redefined(last.figure.period, period.end());
        is_comparable.then(|| last.ends(self))
    }

    /// Whether the definition changed between the figure of a period, or the first part of which that is made, and the
    /// place of another.
    pub(super) fn is_redefined(self, period: Period, by: Position) -> bool {
        let has_break = self.known.series().facts.has_break;
        let first = has_break.then(|| self.first_part_of(period)).flatten();
        self.break_between(self.stands_at(first.unwrap_or(period)), by)
            .is_some()
    }

    /// The latest figure that speaks of the target, if any does.
    pub(super) fn latest(self) -> Option<FigureAt<'a>> {
        self.latest_where(None, |_, _| true)
    }

    /// The latest figure with a value, not only a bound, that speaks of the target, if any does.
    pub(super) fn latest_exact(self) -> Option<FigureAt<'a>> {
        self.latest_where(None, |figure, _| figure.reading.value().is_some())
    }

    /// Whether figures are added up, or chained, to such as can be set beside the goal.
    pub(super) fn adds_up(self) -> bool {
        let mut observed = self.known.observed_ending(self.first_end()..=NaiveDate::MAX).iter();
        observed.any(|one| self.timing.adds_up(one.coverage()))
    }

    /// Whether a sum since the baseline ends before the end of a period, has no estimated part, and `holds` is true of
    /// all amounts that it can mean.
    pub(crate) fn any_measured_before(self, period: Period, holds: impl Fn(Extreme<&Amount>) -> bool) -> bool {
        let sums = self.sums().into_iter();
        let mut running = sums.flat_map(|sums| sums.running(period.last().pred_opt()));
        running.any(|sum| sum.is_measured() && self.extremes_of(sum.reading).iter().all(|end| holds(end.as_ref())))
    }

    /// The latest figure for which `holds` is true (it takes the figure, and the exact index to which rates lead),
    /// of those that stand on the day `until` or before it; of all, if that is `None`.
    pub(super) fn latest_where(
        self,
        until: Option<NaiveDate>,
        holds: impl Fn(Figure, Option<&Amount>) -> bool,
    ) -> Option<FigureAt<'a>> {
        let is_by_then = |at: Period| until.is_none_or(|until| at.last() <= until);
        if self.is_chained() {
            let indices = self.indices().take_while(|rates| is_by_then(rates.figure.period));
            let latest = indices.filter(|rates| holds(rates.figure, rates.index()));
            return latest.last().map(FigureAt::of_rates);
        }
        let holds = |figure: &Figure| holds(*figure, None);
        let standing_by_then = |figure: Figure| self.standing(figure).filter(|one| is_by_then(one.at));
        if let Goal::Cumulative(_) = self.target.goal() {
            return self.sums()?.backwards().filter(holds).find_map(standing_by_then);
        }
        let at_its_end = self.levels_backwards(until).filter(holds).find_map(standing_by_then);
        let last = at_its_end.as_ref().map(|one| one.at.last());
        let elsewhere = self.standing_elsewhere(last, holds).filter(|one| is_by_then(one.at));
        let latest = elsewhere.max_by_key(|one| (one.at.last(), self.timing.is_own(one.figure.period)));
        latest.or(at_its_end)
    }

    /// The figure that stands at the end of each of these periods, which are in the order of time; `None` where there
    /// is none. A sum or an index is that from the baseline to the end of the period.
    pub(super) fn at_points(self, periods: impl Iterator<Item = Period>) -> impl Iterator<Item = Option<FigureAt<'a>>> {
        let mut indices = self.indices().peekable();
        periods.map(move |at| {
            if !self.is_chained() {
                return Some(FigureAt::new(self.at_point(at)?, at));
            }
            let last = |rates: &YearlyRates<'_>| rates.figure.period.last();
            while indices.next_if(|rates| last(rates) < at.last()).is_some() {}
            let rates = indices.peek().filter(|rates| last(rates) == at.last())?;
            Some(FigureAt::of_rates(rates.clone()))
        })
    }

    /// The figure of a level, or of a sum since the baseline, at the end of a period. As at a deadline, a figure that
    /// covers its period is as long as the goal's own where `period` is shorter, and ends with it.
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

    /// Every figure that speaks of the target, in the order of time; of a sum since the baseline, the sum to the end of
    /// each figure.
    pub(crate) fn all(self) -> Vec<Figure> {
        if let Goal::Cumulative(_) = self.target.goal() {
            return self.sums().map(Sums::all).unwrap_or_default();
        }
        if self.is_chained() {
            return self.indices().map(|rates| rates.figure).collect();
        }
        let levels = self.levels_backwards(None).filter_map(|figure| self.standing(figure));
        let mut all: Vec<_> = self.standing_elsewhere(None, |_| true).chain(levels).collect();
        all.sort_by_key(|one| one.at.last());
        all.into_iter().map(|one| one.figure).collect()
    }

    /// Whether a figure that may speak of the target was left out because nobody dated it.
    pub(crate) fn leaves_out_undated(self) -> bool {
        let (since, until) = (self.baseline_end(), self.deadline_end());
        let mut ends = self.known.left_out_as_undated().map(|one| one.coverage().last());
        ends.any(|last| last <= until && since.is_none_or(|since| last >= since))
    }

    /// The least that the sum over the deadline's period can be; `None` as [`sum_so_far_in`](Self::sum_so_far_in) says.
    pub(super) fn sum_so_far(self) -> Option<FigureAt<'a>> {
        let at = self.timing.own;
        Some(FigureAt::new(self.sum_so_far_in(at)?, at))
    }

    /// The least that the sum over a period can be, by the parts that were measured, or what sums and differences of
    /// figures say of its beginning: so a bound can be broken, or reached, before the period is over. `None` where the
    /// goal is no sum over a period, parts can be negative, or the sum is known.
    pub(super) fn sum_so_far_in(self, period: Period) -> Option<Figure> {
        let is_sum = self.timing.covers_its_period() && self.target.quantity().collected() == Collected::Sum;
        if !is_sum || self.known.figure_of(period).is_some() {
            return None;
        }
        let sum_of_parts = self
            .known
            .sum_of_parts(period, Taken::Longest, |part| part.is_measured());
        let of_parts = match sum_of_parts {
            Some(Total::Whole(_)) => return None,
            Some(Total::WithGap(sum)) => Some(sum),
            None => None,
        };
        if !self.only_grow(period) {
            return None;
        }
        let pieced = self.known.furthest_pieced(period).filter(|sum| sum.is_measured());
        if pieced.is_some_and(|sum| sum.period == period) {
            return None;
        }
        let bounds = [of_parts, pieced].into_iter().flatten();
        let bounds = bounds.filter_map(|sum| self.lower_bound(sum));
        bounds.max_by_key(|bound| bound.reading.edges().0.value())
    }

    /// When there is a value of a period; where it is set beside the goal is told by [`stands_at`](Self::stands_at).
    pub(crate) fn moment_of(self, period: Period) -> Position {
        Position::of(self.target.moment_of(period))
    }

    /// Whether a figure was estimated, and published before its value was there.
    pub(crate) fn is_estimated_before_its_end(self, figure: Figure) -> bool {
        figure.is_estimated_by(self.target.moment_of(figure.period))
    }

    /// Whether a figure of a period later than the deadline's is known.
    pub(super) fn is_later_known(self) -> bool {
        self.after_deadline().next().is_some()
    }

    /// The figures whose value is there later than that of the deadline, in the order in which their periods end.
    fn after_deadline(self) -> impl Iterator<Item = Figure> {
        let (target, due) = (self.target, self.timing.last_day_due());
        let all = due
            .succ_opt()
            .into_iter()
            .flat_map(move |first| self.known.ending(first..=NaiveDate::MAX, |_| true));
        all.filter(move |figure| target.moment_of(figure.period) > due)
    }

    /// The first figure after the deadline that could be one of the goal's own period, as `Timing::could_be_own`
    /// says, or that parts of such a period make; `None` where none is known.
    pub(super) fn first_after_deadline(self) -> Option<FigureAt<'a>> {
        let mut fitting = self.after_deadline().filter_map(|one| {
            if self.timing.could_be_own(one.period) {
                return self.in_unit_of_target(one);
            }
            let mut wholes = self.timing.own_periods_ending_on(one.period.last());
            wholes.find_map(|whole| self.in_period(whole))
        });
        // The period that ends first may be a month in a year whose beginning came before it.
        let figure = if self.timing.is_of_an_earlier_moment() {
            fitting.min_by_key(|one| self.target.moment_of(one.period))?
        } else {
            fitting.next()?
        };
        Some(FigureAt::new(figure, figure.period))
    }

    /// Why the newest of the figures that cannot be set beside the goal cannot be: its period is a part of the goal's
    /// own, or of another length. Asked are the figures that end after `day`, or after the baseline if that is `None`;
    /// `None` where all of them can be set beside the goal.
    pub(crate) fn why_unfit_after(self, day: Option<NaiveDate>) -> Option<Missing> {
        let since = day.or_else(|| self.baseline_end());
        let first = since.map_or(Some(NaiveDate::MIN), |since| since.succ_opt())?;
        // A chain is made of figures as long as its first, so that no part of one is a link. The figure of a moment is
        // of no part of a period.
        let link = self.first_link();
        let own = link.unwrap_or(self.timing.own);
        let is_unfit = |period: Period| {
            let is_part_of_link = link.is_some_and(|link| period.is_shorter_than(link));
            let is_of_another_length = self.timing.covers_its_period() && self.place_beside_goal(period).is_none();
            is_part_of_link || (is_of_another_length && !self.is_baseline_of_weeks(period))
        };
        let period = self
            .known
            .ending(first..=self.deadline_end(), is_unfit)
            .next_back()?
            .period;
        let needed = own.length();
        Some(if period.is_shorter_than(own) {
            Missing::partial_period(period, needed)
        } else {
            Missing::other_periods(period.length(), needed)
        })
    }

    /// Whether a figure is known that is newer than the period `than`, and only of a part of the goal's own length.
    pub(crate) fn has_newer_part(self, than: Period) -> bool {
        let unfit = self.why_unfit_after(Some(than.last()));
        matches!(unfit, Some(Missing::PartialPeriod { .. }))
    }

    /// How many sums are not among all figures.
    pub(crate) fn count_sums_left_out(self) -> usize {
        self.sums().map_or(0, Sums::count_left_out)
    }

    /// The first period of which nothing is known, where later figures cannot be added up, or chained, without it;
    /// `None` where nothing is missing.
    pub(crate) fn first_missing(self) -> Option<Period> {
        self.first_link().or_else(|| self.sums()?.first_gap())
    }

    /// The first period of a chain of yearly rates, where there is no chain without it.
    fn first_link(self) -> Option<Period> {
        let first = self.target.baseline().filter(|_| self.is_chained())?.period().next();
        first.filter(|first| first.last() <= self.deadline_end())
    }

    /// The figure of a period in the target's unit, the first of these that is known; `None` where nothing is:
    ///
    /// 1. the figure of the period itself;
    /// 2. of a sum, or of an average that lies between those of its parts, what the parts make;
    /// 3. of a moment, any figure of the same moment.
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

    /// The last day of the baseline, or that of its moment, after which figures speak of the target; `None` without a
    /// baseline.
    fn baseline_end(self) -> Option<NaiveDate> {
        let baseline = self.target.baseline()?;
        Some(self.target.stands_in(baseline.period()).last())
    }

    /// Whether a period is the year or quarter of whole weeks that the baseline's is by the calendar, or the other way
    /// round: it may end some days later, and is none after it.
    fn is_baseline_of_weeks(self, period: Period) -> bool {
        let baseline = self.target.baseline().map(Baseline::period);
        self.timing.covers_its_period() && baseline.is_some_and(|baseline| period.is_same_in_weeks_as(baseline))
    }

    /// The first day on which a period can end whose figure speaks of the target.
    fn first_end(self) -> NaiveDate {
        self.first_end_standing_after(self.baseline_end())
    }

    /// The first day on which a period can end whose figure stands later than on `day`; any day, if that is `None`.
    ///
    /// A figure of the beginning or the middle of its period stands behind its moment by as much as the goal's own
    /// period ends behind the same moment in it, as `Timing::stands_on` says: so it can stand later than `day` though
    /// its period ends before, by less than the length of the goal's.
    fn first_end_standing_after(self, day: Option<NaiveDate>) -> NaiveDate {
        let Some(day) = day else { return NaiveDate::MIN };
        if self.timing.is_of_an_earlier_moment() {
            return self.timing.own.moved_to(day).map_or(NaiveDate::MIN, Period::first);
        }
        day.succ_opt().unwrap_or(NaiveDate::MAX)
    }

    /// The last day of the deadline, until which figures speak of the target.
    fn deadline_end(self) -> NaiveDate {
        self.target.deadline().last()
    }

    /// The period at whose end the figure of `period` is set beside the goal: `period` itself, or one day where it
    /// stands elsewhere. `None` where it cannot be set beside the goal, or would not stand after the baseline and by
    /// the deadline.
    fn place_beside_goal(self, period: Period) -> Option<Period> {
        let day = self.timing.stands_on(period)?;
        let is_later = self.baseline_end().is_none_or(|since| day > since) && !self.is_baseline_of_weeks(period);
        let speaks = is_later && day <= self.deadline_end();
        // The figure's own period, wherever it ends then.
        if day == period.last() {
            Some(period).filter(|_| speaks)
        } else {
            Period::day(day).ok().filter(|_| speaks)
        }
    }

    /// Whether the figures are indices of chained rates.
    pub(super) fn is_chained(self) -> bool {
        self.target.goal().measured_by() == MeasuredBy::YearlyRates
    }

    /// The figures of a level that stand at the end of their periods, one for each day on which one ends, the latest
    /// first: those by the day `until`; all of them where that is none, or not before the deadline.
    fn levels_backwards(self, until: Option<NaiveDate>) -> impl Iterator<Item = Figure> {
        // A figure that ends after the deadline stands there, or at its own end.
        let last = until.filter(|until| *until < self.timing.own.last());
        let days = self.first_end()..=last.unwrap_or(self.timing.last_day_of_own());
        let mut day = None;
        let one_a_day = self.known.ending(days, |_| true).rev().filter(move |figure| {
            let last = figure.period.last();
            day.replace(last) != Some(last)
        });
        one_a_day.filter_map(move |shortest| self.at_the_end_of(shortest))
    }

    /// The figure that stands at the end of a day, of those that end on it, of which `shortest` is the shortest:
    ///
    /// 1. one of the goal's own length;
    /// 2. else what the parts of a period of that length make;
    /// 3. else, where figures are of the end of their period, the shortest with a value, or `shortest` itself.
    ///
    /// `None` for an average of another period, which stands elsewhere: the share of a December is not that of its
    /// year.
    fn at_the_end_of(self, shortest: Figure) -> Option<Figure> {
        let (known, timing) = (self.known, self.timing);
        let day = shortest.period.last();
        // Most often it is the only one, and need not be looked for.
        if timing.is_own(shortest.period) {
            return self.in_unit_of_target(shortest);
        }
        if let Some(own) = known.ending(day..=day, |period| timing.is_own(period)).next_back() {
            return self.in_unit_of_target(own);
        }
        let mut wholes = timing.own_periods_ending_on(day).peekable();
        if wholes.peek().is_some() {
            return wholes.find_map(|whole| self.in_period(whole));
        }
        if timing.stands_elsewhere() {
            return None;
        }
        let has_value = |figure: &Figure| figure.reading.value().is_some();
        let with_value = known.ending(day..=day, |_| true).rev().find(has_value);
        self.in_unit_of_target(with_value.unwrap_or(shortest))
    }

    /// The figures that stand elsewhere than at the end of their period, later than on the day `after`, for which
    /// `holds` is true.
    fn standing_elsewhere(
        self,
        after: Option<NaiveDate>,
        holds: impl Fn(&Figure) -> bool,
    ) -> impl Iterator<Item = FigureAt<'a>> {
        let first = self.first_end_standing_after(after.or_else(|| self.baseline_end()));
        let days = Some(first..=NaiveDate::MAX).filter(|_| self.timing.stands_elsewhere());
        // An average of the goal's own length stands at the end of its period, or at that of the deadline, and is no
        // other one.
        let may_stand_elsewhere = move |period| !self.timing.covers_its_period() || !self.timing.is_own(period);
        let figures = days
            .into_iter()
            .flat_map(move |days| self.known.ending(days, may_stand_elsewhere));
        let figures = figures.filter_map(move |figure| self.in_unit_of_target(figure).filter(&holds));
        let standing = figures.filter_map(move |figure| self.standing(figure));
        standing.filter(move |one| {
            let is_elsewhere = one.at.last() != one.figure.period.last();
            is_elsewhere && after.is_none_or(|after| one.at.last() > after)
        })
    }

    /// A figure of a level where it stands beside the goal; `None` where it does not speak of the target.
    fn standing(self, figure: Figure) -> Option<FigureAt<'a>> {
        Some(FigureAt::new(figure, self.place_beside_goal(figure.period)?))
    }

    /// The caveats of a figure in the target's unit, whatever is asked of it.
    pub(crate) fn caveats_of(self, figure: Figure) -> Caveats {
        let is_value = !self.target.goal().accumulates();
        let possible = self.target.quantity().possible().filter(|_| is_value);
        let is_outside = possible.is_some_and(|possible| figure.reading.nearest_if_outside(possible).is_some());
        Caveats::of_figure(figure)
            .with_if(self.has_approximate_limits(figure), Caveat::Approximate)
            .with_if(self.contradicts_parts(figure.period), Caveat::TotalContradictsParts)
            .with_if(is_outside, Caveat::OutsideOfPossible)
    }

    /// The caveats of a figure in the target's unit that is set beside the baseline.
    pub(crate) fn caveats_beside_baseline(self, figure: Figure) -> Caveats {
        let is_of_another = self.is_of_another_publisher_than_baseline(figure);
        self.caveats_of(figure).with_if(is_of_another, Caveat::OtherSource)
    }

    /// Whether a figure comes from another publisher than that of the baseline, where the goal asks that for its value.
    pub(crate) fn is_of_another_publisher_than_baseline(self, figure: Figure) -> bool {
        let baseline = self.target.baseline().filter(|_| self.target.goal().asks_baseline());
        baseline.is_some_and(|baseline| self.is_of_another_publisher(figure, baseline.period()))
    }

    /// Whether a figure comes from another publisher than that of a period; no, where figures are added up or chained.
    pub(crate) fn is_of_another_publisher(self, figure: Figure, than: Period) -> bool {
        self.known.series().facts.has_several_publishers
            && !self.target.goal().accumulates()
            && self.known.is_of_another_publisher(figure.period, than)
    }

    /// Whether the limits of a figure that is only a bound are approximate numbers of parts or of sources.
    fn has_approximate_limits(self, figure: Figure) -> bool {
        let is_about = |one: &Observation| matches!(one.reading(), Reading::Approximate(_));
        let mut parts = self.known.iter().filter(|one| figure.period.contains(one.coverage()));
        matches!(figure.reading, Reading::Interval(_)) && parts.any(is_about)
    }

    /// Whether the sum over a period is another one by its parts.
    fn contradicts_parts(self, period: Period) -> bool {
        self.known.series().facts.has_overlaps
            && self.target.quantity().collected() == Collected::Sum
            && self.known.contradicts_parts(period, self.only_grow(period))
    }

    /// The sums since the baseline; `None` unless they are the goal.
    pub(super) fn sums(self) -> Option<Sums<'a>> {
        Sums::new(self)
    }

    /// Whether the goal is a sum that only grows: no flow that is known is negative.
    pub(crate) fn sum_only_grows(self) -> bool {
        self.sums().is_some_and(Sums::only_grow)
    }

    /// Whether the latest sum is only a lower bound, because of a gap.
    pub(crate) fn sum_has_gap(self) -> bool {
        self.sums().is_some_and(Sums::have_gap)
    }

    /// The indices of the yearly rates, from the first on.
    fn indices(self) -> impl Iterator<Item = YearlyRates<'a>> {
        let first = self
            .first_link()
            .and_then(|first| YearlyRates::starting_with(self.known, first));
        iter::successors(first, move |rates| rates.with_next_rate(self.deadline_end()))
    }

    /// Why a chain of rates ends with `last`, before the newest figures: the rate of the next period is only a bound,
    /// or none is known while later ones are. No caveat where it ends with the newest figure, or the goal has no chain.
    pub(crate) fn caveats_of_chain(self, last: Period) -> Caveats {
        if !self.is_chained() {
            return Caveats::NONE;
        }
        let own = self.target.baseline().map(Baseline::period);
        let periods = iter::successors(own, |period| period.next())
            .skip_while(|period| period.last() <= last.last())
            .take_while(|period| period.last() <= self.deadline_end());
        let mut readings = periods.map(|period| self.known.figure_of(period).map(|figure| figure.reading));
        let next = readings.next().flatten();
        let is_bound = matches!(next, Some(Reading::Interval(_)));
        let has_gap = next.is_none() && readings.any(|reading| reading.is_some());
        Caveats::NONE
            .with_if(is_bound, Caveat::NewerFigureIsOnlyABound)
            .with_if(has_gap, Caveat::PeriodsUnknown)
    }
}
