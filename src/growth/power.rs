//! Powers of ratios, rounded once to a decimal.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers grow instead of overflowing; the bounds of the small ones are written beside them"
)]

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::GrowthError;
use super::enclosed::{self, Middle};
use super::fraction::Fraction;
use super::logarithm::{RatioWithLogarithm, wide_exponent};
use super::precise::Enclosure;
use super::ratio::{Exponent, Ratio, power_of_ten, signed};
use super::rounding::LARGEST_SCALE;
use super::rounding::{self, nearest_decimal};
use super::tie::is_power;

/// `value · base^exponent`, rounded once. The value is zero or more.
pub(super) fn scaled_power(
    value: Decimal,
    base: &RatioWithLogarithm,
    exponent: Exponent,
) -> Result<Decimal, GrowthError> {
    if value.is_sign_negative() && !value.is_zero() {
        return Err(GrowthError::Negative { value });
    }
    if value.is_zero() || exponent.is_zero() {
        return Ok(value.normalize());
    }
    let power = Power {
        value: (value.mantissa().unsigned_abs(), signed(value.scale())),
        base,
        exponent,
        less_one: false,
    };
    power.rounded()
}

/// `base^exponent − 1`, rounded once, and above −1: what is rounded to that is an underflow. The exponent is not zero.
#[inline]
pub(super) fn power_less_one(base: &RatioWithLogarithm, exponent: Exponent) -> Result<Decimal, GrowthError> {
    let power = Power {
        value: (1, 0),
        base,
        exponent,
        less_one: true,
    };
    power.rounded()
}

/// `value · base^exponent`, or one less.
struct Power<'a> {
    /// Mantissa, above zero, and scale.
    value: (u128, i32),
    base: &'a RatioWithLogarithm,
    exponent: Exponent,
    less_one: bool,
}

impl Power<'_> {
    #[inline]
    fn rounded(&self) -> Result<Decimal, GrowthError> {
        self.rounded_in_128_bits().unwrap_or_else(|| self.rounded_precisely())
    }

    /// `None` if 128 bits do not decide. For powers from ½ to 2 that is less than one case in 2²⁰, and twice as many for each doubling of
    /// the exponent.
    #[expect(
        clippy::inline_always,
        reason = "handing the result up through memory takes 6 % of the whole"
    )]
    #[inline(always)]
    fn rounded_in_128_bits(&self) -> Option<Result<Decimal, GrowthError>> {
        let exponent = wide_exponent(self.exponent);
        let logarithm = self.base.logarithm;
        if logarithm.side == Ordering::Equal {
            let (value, scale) = self.value;
            let result = if self.less_one {
                Some(Decimal::ZERO)
            } else {
                rounding::decimal(value, false, scale.unsigned_abs())
            };
            return result.map(Ok);
        }
        let logarithm = logarithm.times(exponent);
        if logarithm.is_out_of_range() {
            return Some(Err(match logarithm.side {
                Ordering::Greater => GrowthError::Overflow,
                _ => GrowthError::Underflow,
            }));
        }
        let power = logarithm.exponential();
        // Scaling loses 2^−124 more, for which the bound has room.
        nearest_decimal(power, logarithm.accurate_bits(), self.value, self.less_one)
    }

    /// By enclosures of the power.
    #[cold]
    fn rounded_precisely(&self) -> Result<Decimal, GrowthError> {
        let (value, value_scale) = self.value;
        let value = Fraction::of(value, power_of_ten(value_scale.unsigned_abs())).unwrap_or_else(Fraction::one);
        let less = Fraction::from(i64::from(self.less_one));
        let ends = |bits| {
            let logarithm = Enclosure::logarithm(self.base.ratio, bits).raised(self.exponent);
            let power = enclosed::exponential(&logarithm, bits)?;
            Ok(power.map(|ends| ends.map(|end| end.times(&value).minus(&less))))
        };
        let result = enclosed::nearest(LARGEST_SCALE, ends, |middle| self.is(middle))?;
        let limit = if self.less_one {
            Decimal::NEGATIVE_ONE
        } else {
            Decimal::ZERO
        };
        if result == limit {
            return Err(GrowthError::Underflow);
        }
        Ok(result)
    }

    /// Whether the result is exactly that middle.
    fn is(&self, middle: &Middle) -> bool {
        let one = if self.less_one { power_of_ten(middle.scale) } else { 0 };
        // Below 2 (2^96 + 10^28), since a neighbour fits a decimal.
        let Ok(numerator) = u128::try_from(&middle.twice + 2 * one) else {
            return false;
        };
        let (value, value_scale) = self.value;
        let middle = Ratio {
            numerator,
            denominator: 2 * value,
            tens: value_scale - signed(middle.scale),
        };
        is_power(middle, self.base.ratio, self.exponent)
    }
}
