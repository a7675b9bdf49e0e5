//! Exact quotients of big integers, rounded once.
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use num_bigint::{BigInt, Sign};
use rust_decimal::Decimal;

use super::GrowthError;
use super::ratio::power_of_ten;

/// The largest scale of a decimal.
pub(super) const LARGEST_SCALE: u32 = 28;

/// A decimal in units of 10⁻²⁸, exactly.
pub(super) fn in_smallest_units(value: Decimal) -> BigInt {
    let scale = LARGEST_SCALE.saturating_sub(value.scale());
    BigInt::from(value.mantissa()) * power_of_ten(scale)
}

/// The decimal nearest to `numerator ÷ denominator`, half-even, at the largest scale up to `scale` that holds it.
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

fn round_half_even(numerator: &BigInt, denominator: &BigInt) -> BigInt {
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
    use super::*;
    use crate::dec;

    #[test]
    fn quotients_round_half_even_once() {
        for (numerator, denominator, scale, expected) in [
            (1, 3, 28, dec!(0.3333333333333333333333333333)),
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
        }
    }

    #[test]
    fn the_largest_decimal_is_reached_and_not_passed() {
        let twice: BigInt = (BigInt::from(1) << 97) - 1;
        // 2^96 − 1/2 lies halfway, and 2^96 is even: it does not fit.
        assert_eq!(nearest(&twice, &BigInt::from(2), 28), Err(GrowthError::Overflow));
        assert_eq!(nearest(&(twice * 1000 - 1), &BigInt::from(2000), 28), Ok(Decimal::MAX));
    }
}
