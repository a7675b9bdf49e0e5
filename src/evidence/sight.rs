//! Which figures speak of a target: the ones that can be set beside its goal, in the goal's own terms.

use alloc::vec::Vec;
use core::iter;
use core::ops::ControlFlow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Fact, Reason};
use crate::plan::{Baseline, Goal, MeasuredBy, Target};
use crate::series::{Figure, Known, Observation, Published, Reading, Total, Undated};
use crate::value::decimal::exact_sum;
use crate::value::{Interval, Measure, Period, shift};

/// What the figures of a series say of one target.
///
/// A level is read from the series as it is. A sum is added up from the baseline on, and rates of growth are chained to an index
/// that begins with 1. Flows and rates count only if they are as long as the goal's own period.
#[derive(Clone, Copy)]
pub(crate) struct Sight<'a> {
    target: &'a Target,
    known: Known<'a>,
    /// The power of ten that leads from the unit of the series to the target's.
    places: i32,
}

impl<'a> Sight<'a> {
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
        self.in_period(self.target.baseline()?.period())
    }

    /// The latest figure that speaks of the target.
    pub(crate) fn latest(self) -> Option<Figure> {
        self.latest_where(|_| true)
    }

    /// The latest figure with a value.
    pub(crate) fn latest_exact(self) -> Option<Figure> {
        self.latest_where(|figure| figure.reading.value().is_some())
    }

    /// The latest figure for which something holds.
    pub(crate) fn latest_where(self, holds: impl Fn(Figure) -> bool) -> Option<Figure> {
        let mut found = None;
        let _ = self.visit(&mut |figure| {
            if holds(figure) {
                found = Some(figure);
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        found
    }

    /// Every figure that speaks of the target, in the order of time; of sums, the one that each figure reaches.
    pub(crate) fn all(self) -> Vec<Figure> {
        let mut all = Vec::new();
        if let Goal::Cumulative(_) = self.target.goal() {
            for reached in self
                .stretch_of_sum()
                .into_iter()
                .flat_map(|stretch| self.parts_of(stretch))
            {
                all.extend(self.sum_over(reached));
            }
            return all;
        }
        let _ = self.visit(&mut |figure| {
            all.push(figure);
            ControlFlow::Continue(())
        });
        all.reverse();
        all
    }

    /// The part of a stretch up to the end of each figure in it.
    fn parts_of(self, stretch: Period) -> Vec<Period> {
        let mut parts: Vec<_> = self
            .known
            .within(stretch)
            .filter_map(|figure| Period::between(stretch.first(), figure.period.last()).ok())
            .collect();
        parts.dedup();
        parts
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
        if is_sum || !self.belongs_to_its_length() {
            return None;
        }
        let since = day.or_else(|| self.since());
        let first = since.map_or(Some(NaiveDate::MIN), |since| since.succ_opt())?;
        let span = |period: Period| period.end().since(period.start());
        let is_part = |period: Period| span(period) < span(self.target.deadline());
        let mut newer = self.known.ending(first..=self.until(), is_part);
        newer.next_back().map(|figure| figure.period)
    }

    /// The first period that the chain of yearly rates lacks.
    pub(crate) fn chain_gap(self) -> Option<Period> {
        if self.target.goal().measured_by() != MeasuredBy::YearlyRates {
            return None;
        }
        let mut next = self.target.baseline()?.period().next();
        while let Some(period) = next.filter(|period| period.last() <= self.until()) {
            if self.link_of(period).is_none() {
                return Some(period);
            }
            next = period.next();
        }
        None
    }

    /// The figure of a period: its own, or for what does not belong to the length of its period, any that sits at its end.
    pub(crate) fn in_period(self, period: Period) -> Option<Figure> {
        let figure = if self.belongs_to_its_length() {
            self.of_period(period)
        } else {
            self.known
                .figure_of(period)
                .or_else(|| self.known.figure_at(period.end()))
        };
        self.in_own_unit(figure?)
    }

    fn belongs_to_its_length(self) -> bool {
        self.target.quantity().measure().belongs_to_its_length()
    }

    /// The figure of a period of the goal's own length.
    fn of_period(self, period: Period) -> Option<Figure> {
        match self.target.quantity().measure() {
            Measure::Flow => self.known.flow_of(period),
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

    /// Shows every figure that speaks of the target, the latest first.
    fn visit(self, see: &mut dyn FnMut(Figure) -> ControlFlow<()>) -> ControlFlow<()> {
        match (self.target.goal(), self.target.goal().measured_by()) {
            (Goal::Cumulative(_), _) => self.visit_sums(see),
            (_, MeasuredBy::YearlyRates) => self.visit_chains(see),
            _ if self.belongs_to_its_length() => self.visit_periods(see),
            _ => self.visit_levels(see),
        }
    }

    fn visit_levels(self, see: &mut dyn FnMut(Figure) -> ControlFlow<()>) -> ControlFlow<()> {
        let (since, until) = (self.since(), self.until());
        self.known
            .figures()
            .rev()
            .filter(|figure| figure.period.last() <= until)
            .take_while(|figure| since.is_none_or(|since| figure.period.last() > since))
            .filter(|figure| self.is_of_own_length(figure.period) || !self.has_own_figure_on(figure.period.last()))
            .filter_map(|figure| self.in_own_unit(figure))
            .try_for_each(see)
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

    fn visit_periods(self, see: &mut dyn FnMut(Figure) -> ControlFlow<()>) -> ControlFlow<()> {
        let Some((first, last)) = self.reach() else {
            return ControlFlow::Continue(());
        };
        let first = self.since().map_or(first, |since| since.max(first));
        self.target
            .deadline()
            .backwards()
            .take_while(|period| period.last() > first)
            .filter(|period| period.last() <= last)
            .filter_map(|period| self.in_own_unit(self.of_period(period)?))
            .try_for_each(see)
    }

    /// The days between which all observations lie: the day before the first one begins, and that on which the last one ends.
    fn reach(self) -> Option<(NaiveDate, NaiveDate)> {
        let periods = self.known.series().observations().iter().map(Observation::coverage);
        let last = periods.clone().next_back()?.last();
        let first = periods.map(Period::first).min()?;
        Some((first.pred_opt().unwrap_or(first), last))
    }

    fn visit_sums(self, see: &mut dyn FnMut(Figure) -> ControlFlow<()>) -> ControlFlow<()> {
        let Some(stretch) = self.stretch_of_sum() else {
            return ControlFlow::Continue(());
        };
        if let (_, Some(Total::WithGap(sum))) = self.known.total_over(stretch) {
            if let Some(figure) = self.lower_bound(stretch, sum) {
                see(figure)?;
            }
        }
        // The sum to the last flow, then the sum to the flow before it, and so on.
        let mut next = self.known.longest_cover(stretch);
        while let Some(sum) = next {
            match self.in_own_unit(sum) {
                Some(figure) if figure.reading != Reading::Missing => see(figure)?,
                _ => {}
            }
            let day_before = sum.period.last().pred_opt();
            next = day_before
                .and_then(|last| Period::between(stretch.first(), last).ok())
                .and_then(|shorter| self.known.longest_cover(shorter));
        }
        ControlFlow::Continue(())
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

    fn visit_chains(self, see: &mut dyn FnMut(Figure) -> ControlFlow<()>) -> ControlFlow<()> {
        let links = self.chains().count();
        (0..links)
            .rev()
            .filter_map(|link| self.chains().nth(link))
            .try_for_each(see)
    }

    /// The indices, 1 at the baseline, after one period, after two, and so on.
    fn chains(self) -> impl Iterator<Item = Figure> {
        let baseline = self.target.baseline().map(Baseline::period);
        let next = move |period: Period| period.next().filter(|period| period.last() <= self.until());
        let first = baseline
            .and_then(next)
            .and_then(|period| Some((period, self.link_of(period)?)));
        let chains = iter::successors(first, move |&(period, so_far)| {
            let period = next(period)?;
            Some((period, joined(so_far, self.link_of(period)?)?))
        });
        chains.map(|(_, chain)| chain)
    }

    /// The factor by which a period's rate multiplies, above zero.
    fn link_of(self, period: Period) -> Option<Figure> {
        let figure = self.known.figure_of(period)?;
        let multiplier = self.known.series().unit().multiplier().into();
        let factor = |rate: Decimal| exact_sum(Decimal::ONE, shift(rate, multiplier)?);
        let reading = figure.reading.try_map(factor)?;
        reading.value().filter(|factor| *factor > Decimal::ZERO)?;
        Some(Figure { reading, ..figure })
    }
}

/// A chain with one link more, no more certain than either.
fn joined(chain: Figure, link: Figure) -> Option<Figure> {
    let index = chain.reading.value()?.checked_mul(link.reading.value()?)?;
    let is_exact = matches!((chain.reading, link.reading), (Reading::Exact(_), Reading::Exact(_)));
    Some(Figure {
        period: Period::between(chain.period.first(), link.period.last()).ok()?,
        reading: if is_exact {
            Reading::Exact(index)
        } else {
            Reading::Approximate(index)
        },
        status: chain.status.max(link.status),
        published: chain.published.together_with(link.published),
    })
}
