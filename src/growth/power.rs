//! Powers of ratios, rounded once to a decimal.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers grow instead of overflowing; the bounds of the small ones are written beside them"
)]

use core::cmp::Ordering;

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::GrowthError;
use super::logarithm::{Base, wide_exponent};
use super::precise::{Enclosure, FIRST_PRECISION};
use super::quotient::decimal;
use super::ratio::{Exponent, Ratio, power_of_ten, signed};
use super::rounding::LARGEST_SCALE;
use super::rounding::{self, nearest_decimal};
use super::tie::is_power;

/// `value · base^exponent`, rounded once. The value is zero or more.
pub(super) fn scaled_power(value: Decimal, base: &Base, exponent: Exponent) -> Result<Decimal, GrowthError> {
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
pub(super) fn power_less_one(base: &Base, exponent: Exponent) -> Result<Decimal, GrowthError> {
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
    base: &'a Base,
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

    #[cold]
    fn rounded_precisely(&self) -> Result<Decimal, GrowthError> {
        let mut bits = FIRST_PRECISION;
        loop {
            if let Some(result) = self.rounded_at(bits) {
                return result;
            }
            bits = bits.saturating_mul(2);
        }
    }

    /// `None` if this precision does not decide.
    fn rounded_at(&self, bits: u64) -> Option<Result<Decimal, GrowthError>> {
        let logarithm = Enclosure::logarithm(self.base.ratio, bits).raised(self.exponent);
        // e^140 exceeds 10^60: even from the smallest decimal it leads beyond the largest, and e^−140 the other way.
        let limit = BigInt::from(140_u32) << bits;
        if logarithm.low > limit {
            return Some(Err(GrowthError::Overflow));
        }
        if logarithm.high < -limit {
            return Some(Err(GrowthError::Underflow));
        }
        let (factor, doublings) = logarithm.exponential();
        let doublings = i64::try_from(&doublings).unwrap_or_default();
        (0..=LARGEST_SCALE)
            .rev()
            .find_map(|scale| {
                let low = self.mantissa(&factor.low, doublings, bits, scale);
                if low.bits() > 96 {
                    return None;
                }
                let high = self.mantissa(&factor.high, doublings, bits, scale);
                let mantissa = if low == high {
                    Some(low)
                } else {
                    self.tie(&low, &high, scale)
                };
                let one = if self.less_one { power_of_ten(scale) } else { 0 };
                match mantissa {
                    None => Some(None),
                    Some(mantissa) if &mantissa + one == BigInt::ZERO => Some(Some(Err(GrowthError::Underflow))),
                    Some(mantissa) => decimal(&mantissa, scale).map(|decimal| Some(Ok(decimal))),
                }
            })
            .unwrap_or(Some(Err(GrowthError::Overflow)))
    }

    /// The whole number of units of 10^−scale nearest to the result, if its power is `factor · 2^(doublings − bits)`.
    fn mantissa(&self, factor: &BigInt, doublings: i64, bits: u64, scale: u32) -> BigInt {
        let (value, value_scale) = self.value;
        let mut numerator = factor * value * power_of_ten(scale);
        let mut denominator = BigInt::from(power_of_ten(value_scale.unsigned_abs()));
        let shift = doublings - i64::try_from(bits).unwrap_or(i64::MAX);
        if shift >= 0 {
            numerator <<= shift.unsigned_abs();
        } else {
            denominator <<= shift.unsigned_abs();
        }
        let nearest: BigInt = (numerator * 2_u32 + &denominator) / (denominator * 2_u32);
        if self.less_one {
            nearest - power_of_ten(scale)
        } else {
            nearest
        }
    }

    /// The even one of two neighbours, if the result lies exactly in the middle; `None` if it does not, or they are no neighbours.
    fn tie(&self, low: &BigInt, high: &BigInt, scale: u32) -> Option<BigInt> {
        if high - low != BigInt::from(1_u32) {
            return None;
        }
        let one = if self.less_one { power_of_ten(scale) } else { 0 };
        // Below 2^96 + 10^28, since the caller has tried whether it fits.
        let below = u128::try_from(low + one).ok()?;
        let (value, value_scale) = self.value;
        let middle = Ratio {
            numerator: 2 * below + 1,
            denominator: 2 * value,
            tens: value_scale - signed(scale),
        };
        if is_power(middle, self.base.ratio, self.exponent) {
            Some(if low.bit(0) { high.clone() } else { low.clone() })
        } else {
            None
        }
    }
}
