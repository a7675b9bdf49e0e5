//! A constant growth from a start for some time, to be compared with values at shares of it.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::GrowthError;
use super::chain::{Chain, Yearly};
use super::exact::{RatioWithFloatLogarithm, compare};
use super::ratio::{Exponent, Ratio};
use super::steady::Steady;
use crate::value::Years;

/// A constant growth from a start for some time. Its logarithm is taken once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    factor: RatioWithFloatLogarithm,
    over: u64,
    /// INVARIANT: above zero.
    start: Decimal,
    by: Years,
}

impl Stretch {
    /// A growth by a factor every so many units, from a start above zero.
    pub(super) fn new(factor: Ratio, over: u64, start: Decimal, by: Years) -> Self {
        Self {
            factor: RatioWithFloatLogarithm::of(factor),
            over,
            start,
            by,
        }
    }

    /// A value beside the stretch, whose logarithm is taken once.
    pub(crate) fn reached(self, value: Decimal) -> Reached {
        Reached {
            stretch: self,
            growth: Ratio::between(self.start, value).ok().map(RatioWithFloatLogarithm::of),
        }
    }

    /// The same growth for another time.
    pub(crate) fn after(self, by: Years) -> Self {
        Self { by, ..self }
    }

    /// On which side of the value at a share of the time a chain of rates lies, if the stretch starts at 1.
    pub(crate) fn side_of_chain<Y: Yearly>(self, chain: Chain<Y>, share: Decimal) -> Ordering {
        chain.compare(self.factor, Exponent::of_share(share, self.by, self.over))
    }

    /// The values at shares of the time: those of [`ConstantGrowth::project_share`](super::ConstantGrowth::project_share).
    pub(crate) fn values_at<const N: usize>(self, shares: [Decimal; N]) -> [Result<Decimal, GrowthError>; N] {
        let steady = Steady::new(self.factor.ratio, self.over);
        shares.map(|share| steady.project_share(self.start, self.by, share))
    }
}

/// A value beside a [`Stretch`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reached {
    stretch: Stretch,
    /// Value ÷ start; none for values of zero and less.
    growth: Option<RatioWithFloatLogarithm>,
}

impl Reached {
    /// The same value beside the stretch of another time.
    pub(crate) fn after(self, by: Years) -> Self {
        let stretch = self.stretch.after(by);
        Self { stretch, ..self }
    }

    /// On which side of the stretch's value at a share of its time the value lies: [`ConstantGrowth::compare`](super::ConstantGrowth::compare).
    pub(crate) fn side(self, share: Decimal) -> Ordering {
        let Stretch { factor, over, by, .. } = self.stretch;
        match self.growth {
            Some(growth) => compare(growth, factor, Exponent::of_share(share, by, over)),
            None => Ordering::Less,
        }
    }
}
