//! Exact positive ratios and rational exponents, as small integers side by side.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "the bound of every integer is written beside it: mantissas stay below 2^98, scales below 57; big integers grow instead of \
              overflowing"
)]

use num_bigint::BigUint;
use rust_decimal::Decimal;

use crate::value::{Rate, Years};

/// 10⁰ to 10²⁸.
#[expect(clippy::indexing_slicing, reason = "runs while the library is compiled")]
const POWERS_OF_TEN: [u128; 29] = {
    let mut powers = [1; 29];
    let mut scale = 1;
    while scale < powers.len() {
        powers[scale] = powers[scale - 1] * 10;
        scale += 1;
    }
    powers
};

/// 10^`scale`, for a scale of 0..=28.
pub(super) fn power_of_ten(scale: u32) -> u128 {
    let index = usize::try_from(scale).unwrap_or(usize::MAX);
    POWERS_OF_TEN.get(index).copied().unwrap_or(u128::MAX)
}

/// 10^`scale` as a signed number, which has room for it, for a scale of 0..=28.
pub(super) fn signed_power_of_ten(scale: u32) -> i128 {
    i128::try_from(power_of_ten(scale)).unwrap_or(i128::MAX)
}

/// `numerator ÷ denominator × 10^tens`, above zero. Not reduced.
///
/// Both integers are below 2⁹⁸ and `tens` lies within ±28, so that reduced to lowest terms both sides stay below
/// 2⁹⁸ · 10²⁸ < 2¹⁹².
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ratio {
    pub(super) numerator: u128,
    pub(super) denominator: u128,
    pub(super) tens: i32,
}

impl Ratio {
    /// `to ÷ from`, if both are above zero.
    pub(crate) fn between(from: Decimal, to: Decimal) -> Option<Self> {
        let is_above_zero = |value: Decimal| !value.is_zero() && value.is_sign_positive();
        (is_above_zero(from) && is_above_zero(to)).then(|| Self {
            numerator: to.mantissa().unsigned_abs(),
            denominator: from.mantissa().unsigned_abs(),
            tens: signed(from.scale()) - signed(to.scale()),
        })
    }

    /// `1 + rate`, which can have one digit more than a decimal.
    pub(crate) fn of_rate(rate: Rate) -> Self {
        let rate = rate.as_decimal();
        // |mantissa| < 2^96 and 10^28 < 2^94; a rate lies above −1, so the sum lies above 0.
        let numerator = rate.mantissa().saturating_add_unsigned(power_of_ten(rate.scale()));
        Self {
            numerator: numerator.unsigned_abs(),
            denominator: 1,
            tens: -signed(rate.scale()),
        }
    }

    /// Numerator and denominator, not reduced, as big integers.
    pub(super) fn sides(self) -> (BigUint, BigUint) {
        let ten = power_of_ten(self.tens.unsigned_abs());
        let (numerator, denominator) = (BigUint::from(self.numerator), BigUint::from(self.denominator));
        if self.tens < 0 {
            (numerator, denominator * ten)
        } else {
            (numerator * ten, denominator)
        }
    }

    /// Whether this is exactly 1.
    pub(crate) fn is_one(self) -> bool {
        let ten = power_of_ten(self.tens.unsigned_abs());
        let (to_extend, other) = if self.tens >= 0 {
            (self.numerator, self.denominator)
        } else {
            (self.denominator, self.numerator)
        };
        // A side that exceeds 2^128 differs from the other, which is below 2^98.
        to_extend.checked_mul(ten) == Some(other)
    }
}

/// The float nearest to an integer. Most fit 64 bits, for which machines have an instruction.
#[expect(clippy::cast_precision_loss, reason = "the filters that use it bound its error")]
pub(super) fn to_float(integer: u128) -> f64 {
    #[cold]
    fn of_long(integer: u128) -> f64 {
        integer as f64
    }
    match u64::try_from(integer) {
        Ok(short) => short as f64,
        Err(_) => of_long(integer),
    }
}

/// A scale as a signed number: 0..=28.
pub(super) fn signed(scale: u32) -> i32 {
    i32::try_from(scale).unwrap_or(i32::MAX)
}

/// The numerator or the denominator of an [`Exponent`]: the product of a number of a share (its digits, or their power
/// of ten) and of units of time.
pub(super) type ExponentSide = (u128, u64);

/// A rational exponent `± (n₁ · n₂) ÷ (d₁ · d₂)`, not reduced: a share times the quotient of two times.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exponent {
    pub(super) is_negative: bool,
    /// Mantissa of the share, below 2⁹⁶, and units of time.
    pub(super) numerator: ExponentSide,
    /// Power of ten of the share, up to 10²⁸, and units of time, above zero.
    pub(super) denominator: ExponentSide,
}

impl Exponent {
    /// The exponent `dividend ÷ divisor`, such as the elapsed time ÷ the time in which something grows by a factor: as
    /// [`share_of_time`](Self::share_of_time) with the whole share, 1. The divisor is above zero.
    pub(crate) const fn quotient(dividend: i64, divisor: u64) -> Self {
        Self {
            is_negative: dividend < 0,
            numerator: (1, dividend.unsigned_abs()),
            denominator: (1, divisor),
        }
    }

    /// `share × time ÷ whole`, where `whole` is above zero.
    pub(crate) fn share_of_time(share: Decimal, time: Years, whole: u64) -> Self {
        Self {
            is_negative: (time.units() < 0) != share.is_sign_negative(),
            numerator: (share.mantissa().unsigned_abs(), time.units().unsigned_abs()),
            denominator: (power_of_ten(share.scale()), whole),
        }
    }

    pub(crate) const fn is_zero(self) -> bool {
        self.numerator.0 == 0 || self.numerator.1 == 0
    }

    /// The exponent as a float, off by 7 · 2⁻⁵³ of itself: four conversions and three operations.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "the filters that use it bound its error"
    )]
    pub(super) fn to_float(self) -> f64 {
        let whole = |(share, units): ExponentSide| to_float(share) * units as f64;
        let magnitude = whole(self.numerator) / whole(self.denominator);
        if self.is_negative { -magnitude } else { magnitude }
    }

    /// Numerator and denominator in lowest terms, without the sign; `None` unless both are at most `limit`.
    pub(super) fn reduced_within(self, limit: u128) -> Option<(u32, u32)> {
        let (mut share, mut by) = (self.numerator.0, u128::from(self.numerator.1));
        let (mut tens, mut over) = (self.denominator.0, u128::from(self.denominator.1));
        for numerator in [&mut share, &mut by] {
            for denominator in [&mut tens, &mut over] {
                let common = greatest_common_divisor(*numerator, *denominator);
                // Both denominators are above zero, so the common divisor is.
                *numerator /= common.max(1);
                *denominator /= common.max(1);
            }
        }
        let product = |left: u128, right: u128| {
            let product = left.checked_mul(right).filter(|product| *product <= limit)?;
            u32::try_from(product).ok()
        };
        Some((product(share, by)?, product(tens, over)?))
    }
}

/// The middle between two decimals of one scale that follow each other: twice the middle, in units of 10^−scale.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Middle {
    pub(super) twice: i128,
    pub(super) scale: u32,
}

/// The greatest common divisor, by halving and subtracting; of 0 and `n` it is `n`.
pub(super) fn greatest_common_divisor(mut left: u128, mut right: u128) -> u128 {
    if left == 0 || right == 0 {
        return left | right;
    }
    let shared_twos = (left | right).trailing_zeros();
    left >>= left.trailing_zeros();
    loop {
        right >>= right.trailing_zeros();
        if left > right {
            core::mem::swap(&mut left, &mut right);
        }
        right -= left;
        if right == 0 {
            return left << shared_twos;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn the_greatest_common_divisor_of_some_numbers() {
        for (left, right, divisor) in [
            (12, 18, 6),
            (0, 7, 7),
            (7, 0, 7),
            (1 << 95, 10_u128.pow(28), 1 << 28),
            (3_u128.pow(60), 3_u128.pow(50) * 2, 3_u128.pow(50)),
        ] {
            assert_eq!(greatest_common_divisor(left, right), divisor, "{left} {right}");
        }
    }

    #[test]
    fn exponents_reduce_across_their_parts() {
        let exponent = Exponent::share_of_time(dec!(0.95), Years::months(48), Years::whole(5).units().unsigned_abs());
        assert_eq!(exponent.reduced_within(190), Some((19, 25)));
        assert_eq!(exponent.reduced_within(24), None);
        let wide = Exponent::share_of_time(Decimal::MAX, Years::from_units(i64::MAX), 1);
        assert_eq!(wide.reduced_within(190), None);
    }

    #[test]
    fn one_is_recognised_across_scales() {
        for (from, to, is_one) in [
            (dec!(1.50), dec!(1.5), true),
            (dec!(0.0000000000000000000000000001), Decimal::MAX, false),
            (Decimal::MAX, dec!(0.0000000000000000000000000001), false),
            (dec!(1), dec!(1.0000000000000000000000000000), true),
            (dec!(1), dec!(1.0000000000000000000000000001), false),
        ] {
            assert_eq!(Ratio::between(from, to).unwrap().is_one(), is_one, "{from} {to}");
        }
    }
}
