//! The figures of a series as they concern one target: in the target's unit, and with the values that they can have.
//! Which of them can be set beside the goal is found in `figures`.
//!
//! Units convert if they differ by a power of ten alone: a series in 萬元 (10⁴) and a target in 億元 (10⁸) have the same
//! code, and a figure of 17,818,000 in the one is 1781.8 in the other. Nothing else is converted, neither currencies
//! nor percent to fractions of another code: that is [`Missing::UnitMismatch`].

use core::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Missing;
use super::amount::{Amount, Extreme};
use super::timing::Timing;
use crate::plan::{Baseline, Goal, Target};
use crate::series::{Agreement, Figure, Known, Reading, Uncertainty, ValueDomain};
use crate::value::arithmetic::half_a_unit_aside;
use crate::value::{Collected, Edge, Interval, Period, shift};

/// The figures of a series as they concern one target.
///
/// A level is read from the series as it is, where [`Timing`] tells that a figure can be set beside the goal. A sum is
/// added up from the baseline on, and rates of growth are chained to an index that begins with 1.
#[derive(Clone, Copy)]
pub(crate) struct Figures<'a> {
    /// The target, or the version of it, beside whose goal the figures are set.
    pub(super) target: &'a Target,
    /// What was known of the series on the day.
    pub(crate) known: Known<'a>,
    /// A value of the series × 10 to the power of `places` is the value in the target's unit.
    pub(super) places: i32,
    /// The time of which the goal speaks.
    pub(crate) timing: Timing,
}

impl<'a> Figures<'a> {
    /// The figures of a series, as they concern a target; none where they are
    /// [not of the target's indicator](Self::why_none).
    pub(crate) fn new(target: &'a Target, known: Known<'a>) -> Self {
        let (from, to) = (known.series().unit(), target.quantity().unit());
        let figures = Self {
            target,
            known: known.with_collected(target.quantity().collected()),
            places: i32::from(from.multiplier()).saturating_sub(to.multiplier().into()),
            timing: Timing::of(target),
        };
        let collected = target.quantity().collected();
        let known = match figures.why_none() {
            Some(_) => figures.known.with_nothing_known(),
            // What can be narrows limits, and says whether sums only grow.
            None if known.series().facts.has_limits || collected == Collected::Sum => {
                figures.known.with_domain(figures.domain())
            }
            None => return figures,
        };
        Self { known, ..figures }
    }

    /// The figures of the same series, as they concern another version of the target.
    pub(super) fn of_version(self, target: &'a Target) -> Self {
        let timing = Timing::of(target);
        Self { target, timing, ..self }
    }

    /// The figures of the same series as they were known on another day.
    pub(super) fn on(self, day: NaiveDate) -> Self {
        let known = self.known.on(day);
        Self { known, ..self }
    }

    /// The figures of the same series that are no estimates.
    pub(super) fn measured_only(self) -> Self {
        let known = self.known.measured_only();
        Self { known, ..self }
    }

    /// Why the figures of the series are not those of the target's indicator: they are in a unit that does not convert,
    /// or of another part of the indicator. `None` where they are, where there is none, and for a promise to each part,
    /// which has no series of its own.
    pub(crate) fn why_none(self) -> Option<Missing> {
        let (series, target) = (self.known.series(), self.target);
        let is_of_another_part = target.of().each().is_none() && series.breakdown() != target.of().breakdown();
        if series.observations().is_empty() {
            None
        } else if series.unit().code() != target.quantity().unit().code() {
            Some(Missing::UnitMismatch)
        } else {
            is_of_another_part.then_some(Missing::OtherPart)
        }
    }

    /// The values that figures of the series can have: whole, if they are of whole things and in the target's unit. An
    /// average of whole things need not be whole.
    fn domain(self) -> ValueDomain {
        let quantity = self.target.quantity();
        ValueDomain {
            never_negative: self.nothing_is_negative(),
            always_whole: self.places == 0 && quantity.unit().is_whole() && quantity.collected() != Collected::Average,
        }
    }

    /// A figure of the series in the target's unit; `None` where no decimal holds its value there.
    pub(crate) fn in_unit_of_target(self, figure: Figure) -> Option<Figure> {
        if self.places == 0 {
            return Some(figure);
        }
        let reading = figure.reading.try_map(|value| shift(value, self.places))?;
        Some(Figure { reading, ..figure })
    }

    /// The interval from the least to the greatest value that any figure of the series can mean, known on the day or
    /// not, in the target's unit; `None` where nothing limits it, or no decimal holds a limit.
    pub(super) fn range(self) -> Option<Reading> {
        self.known
            .series()
            .facts
            .range?
            .try_map(|value| shift(value, self.places))
    }

    /// The value of a figure in the target's unit, half a unit of its last published digit lower (`Less`) or higher
    /// (`Greater`). The last digit is that of the series, which may count in another power of ten than the target.
    /// `None` of a figure that is only a bound, or where no decimal holds the value.
    pub(super) fn moved_half_a_unit(self, figure: Figure, side: Ordering) -> Option<Decimal> {
        let is_published = |one: &Figure| {
            self.in_unit_of_target(*one)
                .is_some_and(|own| own.reading == figure.reading)
        };
        let published = Some(figure.period)
            .filter(|_| self.places != 0)
            .and_then(|period| match self.target.quantity().collected() {
                Collected::Average => self.known.average_of(period),
                _ => self.known.flow_of(period),
            })
            .filter(is_published);
        match published {
            Some(published) => shift(half_a_unit_aside(published.reading.value()?, side)?, self.places),
            None => half_a_unit_aside(figure.reading.value()?, side),
        }
    }

    /// How far the true value of a figure may lie from it, in the target's unit; `None` where its publisher does not
    /// say, no figure of exactly its period was published, or the goal accumulates since the baseline.
    pub(crate) fn uncertainty_of(self, figure: Figure) -> Option<Uncertainty> {
        if !self.known.series().facts.has_uncertainty || self.target.goal().accumulates() {
            return None;
        }
        let published = self.known.figure_of(figure.period)?;
        let uncertainty = self.known.uncertainty_of(published)?;
        uncertainty.try_map(|value| shift(value, self.places))
    }

    /// The lowest and the highest amount that a reading in the target's unit can mean: of a value, that value twice.
    pub(crate) fn extremes_of(self, reading: Reading) -> [Extreme<Amount>; 2] {
        Extreme::of_reading(reading.within(self.known.domain)).map(|extreme| extreme.map(Amount::Decimal))
    }

    /// A sum of which only some parts are known, in the target's unit: its lower limit or more. `None` where it has no
    /// lower limit, or no decimal holds that.
    pub(super) fn lower_bound(self, sum: Figure) -> Option<Figure> {
        let low = sum.reading.edges().0.value()?;
        self.in_unit_of_target(Figure {
            reading: Reading::Interval(Interval::at_least(low)),
            ..sum
        })
    }

    /// Whether sums over a stretch only grow: no figure can be negative, and none that is known in the stretch is.
    pub(super) fn only_grow(self, stretch: Period) -> bool {
        self.nothing_is_negative() && self.known.none_was_negative(stretch)
    }

    /// The interval in which every value of the indicator lies, as far as it is known on the day; `None` where nothing
    /// limits it. Things that are counted one by one are 0 or more, unless a figure or a number of the promise is below
    /// 0.
    pub(super) fn possible(self) -> Option<Interval> {
        let quantity = self.target.quantity();
        let possible = quantity.possible();
        let stands_open = possible.is_none_or(|possible| possible.low() == Edge::Unlimited);
        if !(quantity.counts_things() && stands_open) || self.has_negative_numbers() {
            return possible;
        }
        let high = possible.map_or(Edge::Unlimited, Interval::high);
        Interval::between(Edge::Inclusive(Decimal::ZERO), high).ok()
    }

    /// Whether a figure in the target's unit lies outside of what is [possible](Self::possible), or one does that is
    /// known within its period: a part of a sum or of an average. An interval does if it lies so as a whole; where it
    /// is made of several sources, if one of them does.
    pub(super) fn is_outside_of_possible(self, figure: Figure) -> bool {
        let Some(possible) = self.possible() else {
            return false;
        };
        let ends = |reading: Reading| <[Edge; 2]>::from(reading.edges()).into_iter().map(Edge::value);
        let is_impossible = |end: Decimal| !possible.contains(end);
        let is_outside = |figure: Figure| match figure.agreement {
            Agreement::Differ => ends(figure.reading).flatten().any(is_impossible),
            _ => figure.reading.nearest_if_outside(possible).is_some(),
        };
        if !self.target.goal().accumulates() && is_outside(figure) {
            return true;
        }
        let any_is_outside = self
            .range()
            .is_none_or(|range| ends(range).any(|end| end.is_none_or(is_impossible)));
        let parts = || {
            self.known
                .within(figure.period)
                .filter_map(move |part| self.in_unit_of_target(part))
        };
        any_is_outside && parts().any(is_outside)
    }

    /// Whether no value of the indicator [can](Self::possible) be negative.
    pub(super) fn nothing_is_negative(self) -> bool {
        let low = self.possible().and_then(|possible| possible.low().value());
        low.is_some_and(|low| low >= Decimal::ZERO)
    }

    /// Whether a figure that was known is below 0, or a number of the promise: the baseline, a point of the path, or
    /// the lowest limit of a level.
    fn has_negative_numbers(self) -> bool {
        let target = self.target;
        let is_negative = |value: Decimal| value < Decimal::ZERO;
        let goal = match target.goal() {
            Goal::Level(requirement) | Goal::Keep { requirement, .. } => Some(requirement.bound()),
            _ => None,
        };
        target.baseline().and_then(Baseline::value).is_some_and(is_negative)
            || goal.is_some_and(|bound| is_negative(bound.aim_from(Decimal::MIN)))
            || target
                .points()
                .unwrap_or_default()
                .iter()
                .any(|point| is_negative(point.value))
            || self.known.series().facts.has_negative && self.known.figures().any(|figure| figure.reading.is_negative())
    }
}
