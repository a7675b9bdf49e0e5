//! A constant growth of which several things are asked.

use rust_decimal::Decimal;

use super::GrowthError;
use super::logarithm::RatioWithLogarithm;
use super::power::{power_less_one, scaled_power};
use super::ratio::{Exponent, Ratio};
use super::share::share_of_logarithms;
use crate::value::{Rate, Years};

/// A constant growth with its logarithm, which is taken once for all that is asked of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Steady {
    factor: RatioWithLogarithm,
    /// Units of time, above zero.
    over: u64,
}

impl Steady {
    /// A growth by a factor every so many units.
    pub(super) fn new(factor: Ratio, over: u64) -> Self {
        Self {
            factor: RatioWithLogarithm::of(factor),
            over,
        }
    }

    /// The compound rate per year, rounded once.
    pub(crate) fn annual_rate(self) -> Result<Rate, GrowthError> {
        let exponent = Exponent::of_spans(Years::UNITS_PER_YEAR, self.over);
        power_less_one(&self.factor, exponent).map(Rate::of_growth)
    }

    /// Where a value stands after growing for that time.
    pub(crate) fn project(self, value: Decimal, by: Years) -> Result<Decimal, GrowthError> {
        scaled_power(value, &self.factor, Exponent::of_spans(by.units(), self.over))
    }

    /// Where a value stands after growing for a share of that time.
    pub(crate) fn project_share(self, value: Decimal, by: Years, share: Decimal) -> Result<Decimal, GrowthError> {
        scaled_power(value, &self.factor, Exponent::of_share(share, by, self.over))
    }

    /// How much of the way of another growth from the same value this is: the share of the logarithms, to 12 decimals.
    ///
    /// # Errors
    ///
    /// [`GrowthError::NoDistance`] if the other one leads from `start` to itself, [`GrowthError::Overflow`] if the share exceeds the
    /// largest decimal.
    pub(crate) fn share_of(self, whole: Self, start: Decimal) -> Result<Decimal, GrowthError> {
        if whole.factor.ratio.is_one() {
            return Err(GrowthError::NoDistance { value: start });
        }
        share_of_logarithms(self.factor, whole.factor)
    }
}
