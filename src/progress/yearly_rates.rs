//! The yearly rates of a series, chained to an index that begins with 1.
//!
//! A plan may promise a change of a level ("energy per product −13.5 % on 2020") of which only the yearly rates are
//! published. Rates of 3 %, 4 % and −1 % lead to 1.03 × 1.04 × 0.99 = 1.060488: 6.0488 % above the baseline. A chain
//! ends before the first year whose rate is not known, since no later one can be set beside the baseline then. A rate
//! of which only limits are known leads to limits of the index: 3 %, and then from 4 to 5 %, to 1.0712 to 1.0815.
//!
//! The product is kept exactly, and only what is shown of it is rounded. Published rates are rounded themselves, each
//! to half a unit of its last digit: [`moved_half_a_unit`](YearlyRates::moved_half_a_unit) says how far that alone can
//! carry the index.

use alloc::boxed::Box;
use core::cmp::Ordering;
use core::iter;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use crate::exact::Real;
use crate::growth::{GrowthError, factor_of};
use crate::series::{Figure, Known, Reading};
use crate::value::arithmetic::half_a_unit_aside;
use crate::value::{Edge, Interval, Period, Rate, shift};

/// A chain of yearly rates: known rates of periods that follow each other, and the index to which they lead from 1.
#[derive(Debug, Clone)]
pub(crate) struct YearlyRates<'a> {
    known: Known<'a>,
    /// The period of the first rate.
    first: Period,
    /// The period of the last rate.
    last: Period,
    /// The index with all its digits.
    index: Index,
    /// The index as a figure over all periods of the chain, rounded to a decimal.
    pub(super) figure: Figure,
}

/// The index to which yearly rates lead, with all its digits.
#[derive(Debug, Clone)]
enum Index {
    /// The index of rates that are values.
    Value(Amount),
    /// The lowest and the highest index, where only limits of a rate are known. Boxed, since they are rare and large.
    Limits(Box<[Extreme<Amount>; 2]>),
}

impl<'a> YearlyRates<'a> {
    /// The chain of one rate, that of the period `first`; `None` where the rate is not known, or is [no
    /// link](Self::chained).
    pub(super) fn starting_with(known: Known<'a>, first: Period) -> Option<Self> {
        let rate = known.figure_of(first)?;
        let one = || Extreme::At(Real::one());
        Self::chained(known, [first, first], rate, rate.reading, [one(), one()])
    }

    /// The chain with the rate of the next period; `None` where that rate is not known, is [no link](Self::chained), or
    /// its period ends after `until`.
    pub(super) fn with_next_rate(&self, until: NaiveDate) -> Option<Self> {
        let last = self.last.next().filter(|next| next.last() <= until)?;
        let rate = self.known.figure_of(last)?;
        // The index is a bound if one of the rates is, and else approximate if one of them is.
        let figure = self.figure.joined(rate, |before, rate| match (before, rate) {
            (Reading::Interval(limits), _) => Some(Reading::Interval(limits)),
            (Reading::Approximate(_), Reading::Exact(rate)) => Some(Reading::Approximate(rate)),
            (_, rate) => Some(rate),
        })?;
        let before = self.ends().map(|end| end.as_ref().map(Amount::exactly));
        Self::chained(self.known, [self.first, last], figure, rate.reading, before)
    }

    /// The chain from the period `first` to `last`. Its index is the one before the last rate, from `lowest` to
    /// `highest`, multiplied by the factor of the reading `rate`. The reading of `figure` tells whether the index is a
    /// value, approximate, or a bound; its numbers are replaced by those of the index.
    ///
    /// `None` where the rate is −100 % or less, nothing limits the index, or no decimal above zero is near it.
    fn chained(
        known: Known<'a>,
        [first, last]: [Period; 2],
        figure: Figure,
        rate: Reading,
        [lowest, highest]: [Extreme<Real>; 2],
    ) -> Option<Self> {
        let [low, high] = Extreme::of_reading(rate);
        let (low, from) = with_decimal(product(lowest, factor(known, low)?))?;
        let (index, reading) = match low {
            Extreme::At(index) if figure.reading.value().is_some() => {
                (Index::Value(index), figure.reading.try_map(|_| from.value())?)
            }
            low => {
                let (high, to) = with_decimal(product(highest, factor(known, high)?))?;
                let reading = Reading::Interval(Interval::between(from, to).ok()?);
                (Index::Limits(Box::new([low, high])), reading)
            }
        };
        Some(Self {
            known,
            first,
            last,
            index,
            figure: Figure { reading, ..figure },
        })
    }

    /// Why the rate of a period is [no link](Self::chained), if it is known: it leads from 1 to zero or below.
    pub(super) fn why_no_link(known: Known<'a>, period: Period) -> Option<GrowthError> {
        let (lowest, _) = known.figure_of(period)?.reading.edges();
        let rate = shift(lowest.value()?, known.series().unit().multiplier().into())?;
        let (from, to) = (Decimal::ONE, rate.checked_add(Decimal::ONE)?);
        match to.cmp(&Decimal::ZERO) {
            Ordering::Less => Some(GrowthError::Crossing { from, to }),
            Ordering::Equal => Some(GrowthError::Zero { from, to }),
            Ordering::Greater => None,
        }
    }

    /// The index with all its digits; `None` where only limits of it are known.
    pub(super) fn index(&self) -> Option<&Amount> {
        match &self.index {
            Index::Value(index) => Some(index),
            Index::Limits(_) => None,
        }
    }

    /// The lowest and the highest index to which the rates can lead, with all digits: of rates that are values, the
    /// same index twice.
    pub(super) fn ends(&self) -> [Extreme<Amount>; 2] {
        match &self.index {
            Index::Value(index) => [index, index].map(|index| Extreme::At(index.clone())),
            Index::Limits(ends) => (**ends).clone(),
        }
    }

    /// The index if each of the rates were half a unit of its last digit lower (`Less`) or higher (`Greater`); `None`
    /// where a rate is only a bound, or would fall to −100 %.
    pub(super) fn moved_half_a_unit(&self, side: Ordering) -> Option<Amount> {
        let mut periods =
            iter::successors(Some(self.first), |period| period.next()).take_while(|period| *period <= self.last);
        let index = periods.try_fold(Real::one(), |index, period| {
            let rate = half_a_unit_aside(self.known.figure_of(period)?.reading.value()?, side)?;
            Some(index.times(&factor_of(rate_of(self.known, rate)?)))
        })?;
        Some(Amount::Real(index))
    }
}

/// The factor by which an extreme of a rate multiplies: of a number beside which the extreme lies, just beside its
/// factor. `None` where the rate is −100 % or less. The series `known` tells the unit of rates.
fn factor(known: Known<'_>, rate: Extreme<Decimal>) -> Option<Extreme<Real>> {
    let factor = |rate| rate_of(known, rate).map(factor_of);
    Some(match rate {
        Extreme::At(rate) => Extreme::At(factor(rate)?),
        Extreme::Beside(rate, side) => Extreme::Beside(factor(rate)?, side),
        Extreme::Beyond(side) => Extreme::Beyond(side),
    })
}

/// The product of two extremes above zero, both of which are the lowest or both the highest: beyond every number if one
/// of them is, else just beside the product if one lies just beside its number.
fn product(one: Extreme<Real>, other: Extreme<Real>) -> Extreme<Real> {
    match (one, other) {
        (Extreme::Beyond(side), _) | (_, Extreme::Beyond(side)) => Extreme::Beyond(side),
        (Extreme::At(one), Extreme::At(other)) => Extreme::At(one.times(&other)),
        (Extreme::Beside(one, side), Extreme::At(other) | Extreme::Beside(other, _))
        | (Extreme::At(one), Extreme::Beside(other, side)) => Extreme::Beside(one.times(&other), side),
    }
}

/// An extreme of an index as an amount, and as the edge of an interval with the nearest decimal; `None` where that
/// would be zero, or no decimal is near it.
fn with_decimal(extreme: Extreme<Real>) -> Option<(Extreme<Amount>, Edge)> {
    let decimal = |index: &Real| index.rounded_not_to_zero().ok();
    Some(match extreme {
        Extreme::At(index) => {
            let shown = decimal(&index)?;
            (Extreme::At(Amount::new(index, shown)), Edge::Inclusive(shown))
        }
        Extreme::Beside(index, side) => {
            let shown = decimal(&index)?;
            (Extreme::Beside(Amount::new(index, shown), side), Edge::Exclusive(shown))
        }
        Extreme::Beyond(side) => (Extreme::Beyond(side), Edge::Unlimited),
    })
}

/// The rate that is meant by a value in the unit of the series (percent, a fraction); `None` at −100 % and below.
fn rate_of(known: Known<'_>, value: Decimal) -> Option<Rate> {
    let fraction = shift(value, known.series().unit().multiplier().into())?;
    Rate::new(fraction).ok()
}
