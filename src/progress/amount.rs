//! An amount of the indicator, as exact as it is known, and the extremes between which one lies of which only limits
//! were published.
//!
//! An interval decides what both of its ends decide. "Less than 1,800" has an upper end that is no number: it lies as
//! near to 1,800 as one likes, from below, and so satisfies "less than 1,800" while 1,800 itself would not. "At least
//! 1,700" with nothing above it has an upper end beyond every number.

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
    /// A number, as the decimal by which it is shown where that is the number itself.
    pub(super) fn new(number: Real, shown: Decimal) -> Self {
        if number == Real::from(shown) {
            Self::Decimal(shown)
        } else {
            Self::Real(number)
        }
    }

    /// The amount as an exact number, which it is in either form.
    pub(crate) fn exactly(&self) -> Real {
        match self {
            Self::Decimal(amount) => Real::from(*amount),
            Self::Real(amount) => amount.clone(),
        }
    }

    /// How far the amount lies from where a path begins, counted as what that expects is.
    #[inline]
    pub(crate) fn covered(&self, due: &Expected) -> Covered {
        match self {
            Self::Decimal(amount) => due.covered(*amount),
            Self::Real(amount) => due.covered_exactly(amount),
        }
    }

    /// On which side of another amount the amount lies.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        match other {
            Self::Decimal(other) => self.side_of(*other),
            Self::Real(other) => self.exactly().cmp(other),
        }
    }

    /// On which side of a number the amount lies.
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

    /// A limit seen from inside: `inward` is the side on which the values lie.
    fn of_edge(edge: Edge, inward: Ordering) -> Self {
        match edge {
            Edge::Inclusive(value) => Self::At(value),
            Edge::Exclusive(value) => Self::Beside(value, inward),
            Edge::Unlimited => Self::Beyond(inward.reverse()),
        }
    }
}

impl<V: Copy> Extreme<V> {
    /// Whether the extreme lies inside a bound, when `side` tells on which side of a limit a number lies.
    pub(crate) fn is_inside(self, bound: Bound, side: impl Fn(Decimal, V) -> Fact<Ordering>) -> Fact<bool> {
        let side = |limit| self.side(|value| side(limit, value));
        Ok(match bound {
            Bound::AtLeast(limit) => side(limit)?.is_ge(),
            Bound::MoreThan(limit) => side(limit)?.is_gt(),
            Bound::AtMost(limit) => side(limit)?.is_le(),
            Bound::LessThan(limit) => side(limit)?.is_lt(),
            Bound::Within(band) => side(band.low())?.is_ge() && side(band.high())?.is_le(),
        })
    }

    /// Whether two extremes lie on opposite sides of a band, so that values between them may be inside although they
    /// are not.
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
    /// The extreme with its side turned round, and its number as it is: for a caller who multiplies that by a number
    /// below 0.
    pub(crate) fn with_side_turned(self) -> Self {
        match self {
            Self::At(value) => Self::At(value),
            Self::Beside(value, beside) => Self::Beside(value, beside.reverse()),
            Self::Beyond(ordering) => Self::Beyond(ordering.reverse()),
        }
    }

    /// The same extreme, which borrows its value.
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

    /// On which side of something the extreme lies, when `side` tells on which side a value lies.
    pub(crate) fn side(self, side: impl FnOnce(V) -> Fact<Ordering>) -> Fact<Ordering> {
        match self {
            Self::At(value) => side(value),
            Self::Beside(value, beside) => Ok(side(value)?.then(beside)),
            Self::Beyond(ordering) => Ok(ordering),
        }
    }
}
