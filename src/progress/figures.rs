//! Which figures speak of a target: the ones that can be set beside its goal, in the promise's own terms.

use alloc::vec::Vec;
use core::iter;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amount::{Amount, Edge};
use super::yearly_rates::YearlyRates;
use super::{Caveat, Caveats, Fact, Reason};
use crate::exact::Real;
use crate::plan::{Baseline, Goal, MeasuredBy, Target};
use crate::series::{Figure, Known, Observation, Published, Reading, Total, Undated};
use crate::value::{Collected, Interval, Period, shift};

/// A figure; of an index, with the yearly rates that lead to it.
pub(super) type Shown<'a> = (Figure, Option<YearlyRates<'a>>);

/// What the figures of a series say of one target.
///
/// A level is read from the series as it is. A sum is added up from the baseline on, and rates of growth are chained to an index
/// that begins with 1. Flows and rates count only if they are as long as the goal's own period.
#[derive(Clone, Copy)]
pub(crate) struct Figures<'a> {
    target: &'a Target,
    known: Known<'a>,
    /// The power of ten that leads from the unit of the series to the target's.
    places: i32,
}

impl<'a> Figures<'a> {
    /// The figures of a series that is in the target's unit, or one that converts to it.
    pub(crate) fn new(target: &'a Target, known: Known<'a>) -> Fact<Self> {
        let (from, to) = (known.series().unit(), target.quantity().unit());
        if from.code() != to.code() {
            return Err(Reason::UnitMismatch);
        }
        Ok(Self {
            target,
            known,
            places: i32::from(from.multiplier()).saturating_sub(to.multiplier().into()),
        })
    }

    pub(crate) const fn known(self) -> Known<'a> {
        self.known
    }

    /// The figure of the baseline's period.
    pub(crate) fn at_baseline(self) -> Option<Figure> {
        let baseline = self.target.baseline()?;
        if baseline.is_mean() {
            return self.mean_over(baseline.period());
        }
        self.in_period(baseline.period())
    }

    /// The mean per period of the goal's own length, each of which must be known.
    fn mean_over(self, stretch: Period) -> Option<Figure> {
        let parts = stretch.parts(self.target.deadline().length());
        let (mut sum, mut count) = (None::<Figure>, 0_u32);
        for part in parts {
            let figure = self.in_period(part)?;
            count = count.checked_add(1)?;
            sum = Some(match sum {
                Some(sum) => sum.checked_add(figure)?,
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

    /// The latest figure that speaks of the target.
    pub(super) fn latest(self) -> Option<Shown<'a>> {
        self.latest_where(None, |_, _| true)
    }

    /// The latest figure with a value.
    pub(super) fn latest_exact(self) -> Option<Shown<'a>> {
        self.latest_where(None, |figure, _| figure.reading.value().is_some())
    }

    /// Whether something holds of all that a figure can mean, of any that speaks of the target and ends before this period.
    pub(crate) fn any_before(self, period: Period, holds: impl Fn(Edge<&Amount>) -> bool) -> bool {
        let holds = |figure: Figure, index: Option<&Amount>| match (index, figure.reading.value()) {
            (Some(index), _) => holds(Edge::At(index)),
            (None, Some(value)) => holds(Edge::At(&Amount::Decimal(value))),
            (None, None) => Edge::ends(figure.reading).iter().all(|end| holds(end.as_ref())),
        };
        self.latest_where(Some(period), holds).is_some()
    }

    /// The latest figure for which something holds, of those that end before this period.
    fn latest_where(
        self,
        before: Option<Period>,
        holds: impl Fn(Figure, Option<&Amount>) -> bool,
    ) -> Option<Shown<'a>> {
        let is_before = |figure: Figure| before.is_none_or(|before| figure.period.last() < before.last());
        if self.is_chained() {
            let indices = self.indices().take_while(|(figure, _)| is_before(*figure));
            let latest = indices
                .filter(|(figure, rates)| holds(*figure, Some(rates.index())))
                .last();
            return latest.map(|(figure, rates)| (figure, Some(rates)));
        }
        let mut figures = self.backwards(before).filter(|figure| is_before(*figure));
        figures.find(|figure| holds(*figure, None)).map(|figure| (figure, None))
    }

    /// The figure that stands at the end of a period: of a sum, what is reached by then; of an index, the one by then.
    pub(super) fn at_point(self, period: Period) -> Option<Shown<'a>> {
        if self.is_chained() {
            let mut indices = self.indices().map(|(figure, rates)| (figure, Some(rates)));
            return indices.find(|(figure, _)| figure.period.last() == period.last());
        }
        let figure = match self.target.goal() {
            Goal::Cumulative(_) => {
                let stretch = Period::between(self.stretch_of_sum()?.first(), period.last()).ok()?;
                let sum = self.sum_over(stretch)?;
                Some(sum).filter(|sum| sum.period.last() == period.last())
            }
            _ => self.in_period(period),
        };
        Some((figure?, None))
    }

    /// Every figure that speaks of the target, in the order of time; of sums, the one that each figure reaches.
    pub(crate) fn all(self) -> Vec<Figure> {
        if let Goal::Cumulative(_) = self.target.goal() {
            let sums = self.stretch_of_sum().map(|stretch| self.sums(stretch));
            return sums.unwrap_or_default();
        }
        if self.is_chained() {
            return self.indices().map(|(figure, _)| figure).collect();
        }
        let mut all: Vec<_> = self.backwards(None).collect();
        all.reverse();
        all
    }

    /// The sums from the first day of a stretch to the last of each figure in it.
    fn sums(self, stretch: Period) -> Vec<Figure> {
        if let Some(sums) = self.known.running_sums(stretch) {
            return sums.into_iter().filter_map(|sum| self.in_own_unit(sum)).collect();
        }
        let mut parts: Vec<_> = self
            .known
            .within(stretch)
            .filter_map(|figure| Period::between(stretch.first(), figure.period.last()).ok())
            .collect();
        parts.dedup();
        parts.into_iter().filter_map(|part| self.sum_over(part)).collect()
    }

    /// The sum over a stretch; with gaps, a lower bound.
    fn sum_over(self, stretch: Period) -> Option<Figure> {
        match self.known.total_over(stretch).1? {
            Total::Whole(figure) => self.in_own_unit(figure),
            Total::WithGap(sum) => self.lower_bound(stretch, sum),
        }
    }

    /// Whether a figure that may speak of the target was left out because nobody dated it.
    pub(crate) fn leaves_out_undated(self) -> bool {
        let (since, until) = (self.since(), self.until());
        self.known.as_of().undated() == Undated::LeaveOut
            && self
                .known
                .series()
                .observations()
                .iter()
                .filter(|observation| observation.published() == Published::Unstated)
                .map(|observation| observation.coverage().last())
                .any(|last| last <= until && since.is_none_or(|since| last >= since))
    }

    /// The newest figure that covers only a part of a period of the goal's own length, if it ends after this day.
    pub(crate) fn partial_after(self, day: Option<NaiveDate>) -> Option<Period> {
        let is_sum = matches!(self.target.goal(), Goal::Cumulative(_));
        if is_sum || !self.covers_its_period() {
            return None;
        }
        let since = day.or_else(|| self.since());
        let first = since.map_or(Some(NaiveDate::MIN), |since| since.succ_opt())?;
        let span = |period: Period| period.end().since(period.start());
        let is_part = |period: Period| span(period) < span(self.target.deadline());
        let mut newer = self.known.ending(first..=self.until(), is_part);
        newer.next_back().map(|figure| figure.period)
    }

    /// The first period of a chain of yearly rates, where there is no chain without it.
    pub(crate) fn first_link(self) -> Option<Period> {
        let first = self.target.baseline().filter(|_| self.is_chained())?.period().next();
        first.filter(|first| first.last() <= self.until())
    }

    /// The figure of a period: its own, or for what does not belong to the length of its period, any that sits at its end.
    pub(crate) fn in_period(self, period: Period) -> Option<Figure> {
        let figure = if self.covers_its_period() {
            self.of_period(period)
        } else {
            self.known
                .figure_of(period)
                .or_else(|| self.known.figure_at(period.end()))
        };
        self.in_own_unit(figure?)
    }

    fn covers_its_period(self) -> bool {
        self.target.quantity().collected().covers_its_period()
    }

    /// The figure of a period of the goal's own length.
    fn of_period(self, period: Period) -> Option<Figure> {
        match self.target.quantity().collected() {
            Collected::Sum => self.known.flow_of(period),
            _ => self.known.figure_of(period),
        }
    }

    fn in_own_unit(self, figure: Figure) -> Option<Figure> {
        if self.places == 0 {
            return Some(figure);
        }
        let reading = figure.reading.try_map(|value| shift(value, self.places))?;
        Some(Figure { reading, ..figure })
    }

    /// The day after which figures speak of the target.
    fn since(self) -> Option<NaiveDate> {
        self.target.baseline().map(|baseline| baseline.period().last())
    }

    /// The last day on which they do.
    fn until(self) -> NaiveDate {
        self.target.deadline().last()
    }

    /// Whether the figures are indices of chained rates.
    fn is_chained(self) -> bool {
        self.target.goal().measured_by() == MeasuredBy::YearlyRates
    }

    /// Every figure that speaks of the target, the latest first, or those before a period of one of them. Indices grow the other way.
    fn backwards(self, before: Option<Period>) -> impl Iterator<Item = Figure> + 'a {
        let is_sum = matches!(self.target.goal(), Goal::Cumulative(_));
        let has_length = !is_sum && self.covers_its_period();
        let sums = is_sum.then(|| self.sums_backwards());
        let periods = has_length.then(|| self.periods_backwards(before));
        let levels = (!is_sum && !has_length).then(|| self.levels_backwards());
        let others = periods.into_iter().flatten().chain(levels.into_iter().flatten());
        sums.into_iter().flatten().chain(others)
    }

    fn levels_backwards(self) -> impl Iterator<Item = Figure> + 'a {
        let (since, until) = (self.since(), self.until());
        self.known
            .figures()
            .rev()
            .filter(move |figure| figure.period.last() <= until)
            .take_while(move |figure| since.is_none_or(|since| figure.period.last() > since))
            .filter(move |figure| self.is_of_own_length(figure.period) || !self.has_own_figure_on(figure.period.last()))
            .filter_map(move |figure| self.in_own_unit(figure))
    }

    fn is_of_own_length(self, period: Period) -> bool {
        period.length() == self.target.deadline().length()
    }

    /// Whether a figure of the goal's own length ends on this day. A shorter one that ends with it does not stand for it: the
    /// share of a December is not that of its year.
    fn has_own_figure_on(self, day: NaiveDate) -> bool {
        let mut own = self.known.ending(day..=day, |period| self.is_of_own_length(period));
        own.next().is_some()
    }

    fn periods_backwards(self, before: Option<Period>) -> impl Iterator<Item = Figure> + 'a {
        let latest = before.map_or(Some(self.target.deadline()), Period::previous);
        let within = latest.zip(self.reach()).map(|(latest, (first, last))| {
            let first = self.since().map_or(first, |since| since.max(first));
            let periods = latest.backwards().take_while(move |period| period.last() > first);
            periods.filter(move |period| period.last() <= last)
        });
        within
            .into_iter()
            .flatten()
            .filter_map(move |period| self.in_own_unit(self.of_period(period)?))
    }

    /// The days between which all observations lie: the day before the first one begins, and that on which the last one ends.
    fn reach(self) -> Option<(NaiveDate, NaiveDate)> {
        let periods = self.known.series().observations().iter().map(Observation::coverage);
        let last = periods.clone().next_back()?.last();
        let first = periods.map(Period::first).min()?;
        Some((first.pred_opt().unwrap_or(first), last))
    }

    /// The sum with gaps, where it is a lower bound; the sum to the last flow, then the sum to the flow before it, and so on.
    fn sums_backwards(self) -> impl Iterator<Item = Figure> + 'a {
        let stretch = self.stretch_of_sum();
        let with_gaps = stretch.and_then(|stretch| match self.known.total_over(stretch).1? {
            Total::WithGap(sum) => self.lower_bound(stretch, sum),
            Total::Whole(_) => None,
        });
        let mut until = Some(self.until());
        let sums = iter::from_fn(move || {
            let sum = self
                .known
                .longest_cover(Period::between(stretch?.first(), until?).ok()?)?;
            until = sum.period.last().pred_opt();
            Some(sum)
        });
        let sums = sums.filter_map(move |sum| self.in_own_unit(sum));
        with_gaps
            .into_iter()
            .chain(sums.filter(|sum| sum.reading != Reading::Missing))
    }

    /// From the day after the baseline to the deadline.
    fn stretch_of_sum(self) -> Option<Period> {
        let first = self.target.baseline()?.period().last().succ_opt()?;
        Period::between(first, self.target.deadline().last()).ok()
    }

    /// A sum with gaps is a lower bound, if no flow is negative.
    fn lower_bound(self, stretch: Period, sum: Figure) -> Option<Figure> {
        let (low, _) = sum.reading.limits();
        let low = low.value().filter(|_| self.no_flow_is_negative(stretch))?;
        self.in_own_unit(Figure {
            reading: Reading::Interval(Interval::at_least(low)),
            ..sum
        })
    }

    fn no_flow_is_negative(self, stretch: Period) -> bool {
        self.known.within(stretch).all(|figure| {
            let (low, _) = figure.reading.limits();
            low.value().is_some_and(|low| low >= Decimal::ZERO)
        })
    }

    /// Whether the goal is a sum that only grows: no flow that is known is negative.
    pub(crate) fn sum_only_grows(self) -> bool {
        matches!(self.target.goal(), Goal::Cumulative(_))
            && self
                .stretch_of_sum()
                .is_some_and(|stretch| self.no_flow_is_negative(stretch))
    }

    /// Whether the latest sum is only a lower bound, because of a gap.
    pub(crate) fn sum_has_gap(self) -> bool {
        let has_gap = |stretch| matches!(self.known.total_over(stretch).1, Some(Total::WithGap(_)));
        matches!(self.target.goal(), Goal::Cumulative(_)) && self.stretch_of_sum().is_some_and(has_gap)
    }

    /// The indices of the yearly rates, from the first on.
    fn indices(self) -> impl Iterator<Item = (Figure, YearlyRates<'a>)> {
        let first = self.first_link().and_then(|first| YearlyRates::of(self.known, first));
        iter::successors(first, move |(figure, rates)| rates.followed(*figure, self.until()))
    }

    /// What ends a chain before the newest figures: a rate that is only a bound, or a period without one.
    pub(crate) fn caveats_of_chain(self, last: Period) -> Caveats {
        if !self.is_chained() {
            return Caveats::NONE;
        }
        let own = self.target.baseline().map(Baseline::period);
        let periods = iter::successors(own, |period| period.next())
            .skip_while(|period| period.last() <= last.last())
            .take_while(|period| period.last() <= self.until());
        let mut readings = periods.map(|period| self.known.figure_of(period).map(|figure| figure.reading));
        let next = readings.next().flatten();
        let is_bound = matches!(next, Some(Reading::Interval(_)));
        let has_gap = next.is_none() && readings.any(|reading| reading.is_some());
        Caveats::NONE
            .with_if(is_bound, Caveat::NewerFigureIsOnlyABound)
            .with_if(has_gap, Caveat::PeriodsUnknown)
    }
}
