//! Exact quotients of integers, rounded once: in 128 bits where everything fits, else with big integers.

use num_bigint::{BigInt, Sign};
use rust_decimal::Decimal;

use super::GrowthError;
use super::ratio::power_of_ten;
use super::rounding::{self, LARGEST_SCALE};

/// Decimals in units of the smallest that one of them needs, and its scale; `None` if 128 bits are too few.
pub(super) fn aligned<const N: usize>(values: [Decimal; N]) -> Option<([i128; N], u32)> {
    let largest = values.iter().map(Decimal::scale).max()?;
    let mut mantissas = [0; N];
    for (mantissa, value) in mantissas.iter_mut().zip(values) {
        let power = i128::try_from(power_of_ten(largest.saturating_sub(value.scale()))).ok()?;
        *mantissa = value.mantissa().checked_mul(power)?;
    }
    Some((mantissas, largest))
}

/// The decimal nearest to `numerator ÷ denominator`, half-even, at the largest scale up to `limit` that holds it, by long division.
/// The denominator is above zero. `None` if 128 bits are too few.
pub(super) fn nearest_in_128_bits(
    numerator: i128,
    denominator: u128,
    limit: u32,
) -> Option<Result<Decimal, GrowthError>> {
    let (is_negative, numerator) = (numerator < 0, numerator.unsigned_abs());
    let (mut whole, mut rest) = divided(numerator, denominator)?;
    let mut scale = 0;
    while rest > 0 && scale < limit {
        let fit = digits_below(96, whole).min(digits_below(128, rest));
        let digits = fit.min(limit.saturating_sub(scale)).max(1);
        let power = power_of_ten(digits);
        let (Some(shifted), Some(carried)) = (whole.checked_mul(power), rest.checked_mul(power)) else {
            break;
        };
        let (digits_behind, longer_rest) = divided(carried, denominator)?;
        let longer = shifted.saturating_add(digits_behind);
        if rounded(longer, longer_rest, denominator)? >> 96 != 0 {
            break;
        }
        (whole, rest) = (longer, longer_rest);
        scale = scale.saturating_add(digits);
    }
    // The last digits did not fit the product, and are not known.
    if rest > 0 && scale < limit && rest.checked_mul(10).is_none() {
        return None;
    }
    let mantissa = rounded(whole, rest, denominator)?;
    Some(rounding::decimal(mantissa, is_negative, scale).ok_or(GrowthError::Overflow))
}

/// How many digits can surely be appended to an integer, and it stays below 2^`bits`; one more may fit.
fn digits_below(bits: u32, integer: u128) -> u32 {
    let length = 128_u32.saturating_sub(integer.leading_zeros());
    // 30102 ÷ 100000 is less than log₁₀ 2.
    let digits = bits.saturating_sub(length).saturating_mul(30_102).wrapping_div(100_000);
    digits.min(LARGEST_SCALE)
}

/// Quotient and rest. A division of 128 bits is slow, and its rest is not had for nothing.
fn divided(numerator: u128, denominator: u128) -> Option<(u128, u128)> {
    let quotient = numerator.checked_div(denominator)?;
    // The rest is below the denominator, so that it is right modulo 2^128.
    Some((quotient, numerator.wrapping_sub(quotient.wrapping_mul(denominator))))
}

/// Half-even.
fn rounded(whole: u128, rest: u128, denominator: u128) -> Option<u128> {
    let other = denominator.checked_sub(rest)?;
    let up = rest > other || (rest == other && whole & 1 == 1);
    whole.checked_add(u128::from(up))
}

/// A decimal in units of 10⁻²⁸, exactly.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
pub(super) fn in_smallest_units(value: Decimal) -> BigInt {
    let scale = LARGEST_SCALE.saturating_sub(value.scale());
    BigInt::from(value.mantissa()) * power_of_ten(scale)
}

/// The same with big integers: the decimal nearest to `numerator ÷ denominator`, at the largest scale up to `scale` that holds it.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
pub(super) fn nearest(numerator: &BigInt, denominator: &BigInt, scale: u32) -> Result<Decimal, GrowthError> {
    for scale in (0..=scale).rev() {
        let rounded = round_half_even(&(numerator * power_of_ten(scale)), denominator);
        if let Some(decimal) = decimal(&rounded, scale) {
            return Ok(decimal);
        }
    }
    Err(GrowthError::Overflow)
}

/// `mantissa ÷ 10^scale` without trailing zeros, if the mantissa fits 96 bits.
pub(super) fn decimal(mantissa: &BigInt, scale: u32) -> Option<Decimal> {
    let mantissa = i128::try_from(mantissa).ok()?;
    let decimal = Decimal::try_from_i128_with_scale(mantissa, scale).ok()?;
    Some(decimal.normalize())
}

/// The whole number nearest to `numerator ÷ denominator`, half-even.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
pub(super) fn round_half_even(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let (numerator, denominator) = match denominator.sign() {
        Sign::Minus => (-numerator, -denominator),
        _ => (numerator.clone(), denominator.clone()),
    };
    let truncated = &numerator / &denominator;
    let twice_the_rest: BigInt = (&numerator - &truncated * &denominator) * 2_u32;
    let away = if numerator.sign() == Sign::Minus { -1_i32 } else { 1 };
    let is_odd = truncated.bit(0);
    match twice_the_rest.magnitude().cmp(denominator.magnitude()) {
        core::cmp::Ordering::Greater => truncated + away,
        core::cmp::Ordering::Equal if is_odd => truncated + away,
        _ => truncated,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;

    #[test]
    fn quotients_round_half_even_once() {
        for (numerator, denominator, scale, expected) in [
            (1_i64, 3_i64, 28, dec!(0.3333333333333333333333333333)),
            (-2, 3, 28, dec!(-0.6666666666666666666666666667)),
            (2, -3, 4, dec!(-0.6667)),
            (5, 2, 0, dec!(2)),
            (7, 2, 0, dec!(4)),
            (-5, 2, 0, dec!(-2)),
            (10, 4, 28, dec!(2.5)),
            (0, 9, 28, dec!(0)),
        ] {
            let result = nearest(&BigInt::from(numerator), &BigInt::from(denominator), scale);
            assert_eq!(result, Ok(expected), "{numerator} ÷ {denominator}");
            let (signed, magnitude) = (
                i128::from(numerator.wrapping_mul(denominator.signum())),
                u128::from(denominator.unsigned_abs()),
            );
            assert_eq!(
                nearest_in_128_bits(signed, magnitude, scale),
                Some(Ok(expected)),
                "{numerator} ÷ {denominator}"
            );
        }
    }

    #[test]
    fn the_largest_decimal_is_reached_and_not_passed() {
        let twice: BigInt = (BigInt::from(1) << 97) - 1;
        // 2^96 − 1/2 lies halfway, and 2^96 is even: it does not fit.
        assert_eq!(nearest(&twice, &BigInt::from(2), 28), Err(GrowthError::Overflow));
        assert_eq!(nearest(&(twice * 1000 - 1), &BigInt::from(2000), 28), Ok(Decimal::MAX));
    }

    proptest! {
        /// Long division in 128 bits, where it gives an answer, gives that of big integers.
        #[test]
        fn both_divisions_agree(numerator: i128, denominator: u128, shifts in prop::array::uniform2(0_u32..127), limit in 0_u32..=28) {
            let [up, down] = shifts;
            let (numerator, denominator) = (numerator >> up, (denominator >> down).max(1));
            if let Some(result) = nearest_in_128_bits(numerator, denominator, limit) {
                prop_assert_eq!(result, nearest(&BigInt::from(numerator), &BigInt::from(denominator), limit));
            } else {
                prop_assert!(denominator >> 100 != 0);
            }
        }
    }
}
