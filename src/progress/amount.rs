//! An amount of the indicator, as exact as it is known, and the extremes of what a figure can mean that is only a
//! bound.
//!
//! An interval decides a question where both of its ends give the same answer. The upper end of "less than 1,800" is no
//! number: it lies below 1,800, as near as one likes, so that it satisfies "less than 1,800" while 1,800 itself would
//! not. The upper end of "at least 1,700" lies beyond every number.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::Fact;
use crate::exact::Real;
use crate::series::Reading;
use crate::trajectory::{Covered, Expected};
use crate::value::{Bound, Edge};

/// An amount of the indicator, in the promise's own terms, as exact as it is known.
#[derive(Debug, Clone)]
pub(crate) enum Amount {
    /// A number that a decimal holds.
    Decimal(Decimal),
    /// A number with more digits than a decimal holds.
    Real(Real),
}

impl Amount {
    /// The amount of this number; `shown` is the decimal nearest to it, which is taken where the two are equal.
    pub(super) fn new(number: Real, shown: Decimal) -> Self {
        if number == Real::from(shown) {
            Self::Decimal(shown)
        } else {
            Self::Real(number)
        }
    }

    /// The amount as an exact number.
    pub(crate) fn exactly(&self) -> Real {
        match self {
            Self::Decimal(amount) => Real::from(*amount),
            Self::Real(amount) => amount.clone(),
        }
    }

    /// How far the amount lies from the start of an expectation, in the terms of its distance (units, growth or odds).
    #[inline]
    pub(crate) fn covered(&self, due: &Expected) -> Covered {
        match self {
            Self::Decimal(amount) => due.covered(*amount),
            Self::Real(amount) => due.covered_exactly(amount),
        }
    }

    /// Whether this amount is less or greater than another.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        match other {
            Self::Decimal(other) => self.side_of(*other),
            Self::Real(other) => self.exactly().cmp(other),
        }
    }

    /// Whether the amount is less or greater than a number.
    pub(crate) fn side_of(&self, number: Decimal) -> Ordering {
        match self {
            Self::Decimal(amount) => amount.cmp(&number),
            Self::Real(amount) => amount.cmp(&Real::from(number)),
        }
    }
}

/// A value to be compared: a number, a place just beside one, or one beyond every number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extreme<V> {
    /// This number.
    At(V),
    /// As near to this number as one likes, on this side of it.
    Beside(V, Ordering),
    /// Beyond every number, on this side.
    Beyond(Ordering),
}

impl Extreme<Decimal> {
    /// The lowest and the highest value that a reading can mean.
    pub(crate) fn of_reading(reading: Reading) -> [Self; 2] {
        let (low, high) = reading.edges();
        [
            Self::of_edge(low, Ordering::Greater),
            Self::of_edge(high, Ordering::Less),
        ]
    }

    /// The extreme of an interval at one of its edges; `inward` is the side of the edge on which the interval lies.
    fn of_edge(edge: Edge, inward: Ordering) -> Self {
        match edge {
            Edge::Inclusive(value) => Self::At(value),
            Edge::Exclusive(value) => Self::Beside(value, inward),
            Edge::Unlimited => Self::Beyond(inward.reverse()),
        }
    }
}

impl<V: Copy> Extreme<V> {
    /// Whether the extreme lies inside a bound; `side` tells whether a value lies below or above a limit of the bound.
    pub(crate) fn is_inside(self, bound: Bound, side: impl Fn(Decimal, V) -> Fact<Ordering>) -> Fact<bool> {
        bound.is_met_on_sides(|limit| self.side(|value| side(limit, value)))
    }

    /// Whether `low` lies below a band and `high` above it, so that values between them may lie inside although neither
    /// does; `false` of a bound that is no band. `side` tells whether a value lies below or above a limit of the bound.
    pub(crate) fn are_around(
        [low, high]: [Self; 2],
        bound: Bound,
        side: impl Fn(Decimal, V) -> Fact<Ordering>,
    ) -> Fact<bool> {
        let Bound::Within(band) = bound else {
            return Ok(false);
        };
        let is_below = low.side(|value| side(band.low(), value))?.is_lt();
        Ok(is_below && high.side(|value| side(band.high(), value))?.is_gt())
    }
}

impl<V> Extreme<V> {
    /// The extreme with its side turned round and its number unchanged: for a caller who multiplies the number by one
    /// below 0.
    pub(crate) fn with_side_turned(self) -> Self {
        match self {
            Self::At(value) => Self::At(value),
            Self::Beside(value, beside) => Self::Beside(value, beside.reverse()),
            Self::Beyond(ordering) => Self::Beyond(ordering.reverse()),
        }
    }

    /// The same extreme with its value borrowed.
    pub(crate) const fn as_ref(&self) -> Extreme<&V> {
        match self {
            Self::At(value) => Extreme::At(value),
            Self::Beside(value, beside) => Extreme::Beside(value, *beside),
            Self::Beyond(ordering) => Extreme::Beyond(*ordering),
        }
    }

    /// The extreme with its value changed.
    pub(crate) fn map<W>(self, change: impl FnOnce(V) -> W) -> Extreme<W> {
        match self {
            Self::At(value) => Extreme::At(change(value)),
            Self::Beside(value, beside) => Extreme::Beside(change(value), beside),
            Self::Beyond(ordering) => Extreme::Beyond(ordering),
        }
    }

    /// On which side of something the extreme lies; `side` tells on which side of it a value lies.
    pub(crate) fn side(self, side: impl FnOnce(V) -> Fact<Ordering>) -> Fact<Ordering> {
        match self {
            Self::At(value) => side(value),
            Self::Beside(value, beside) => Ok(side(value)?.then(beside)),
            Self::Beyond(ordering) => Ok(ordering),
        }
    }
}
