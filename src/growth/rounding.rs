//! From an approximation with a known error to the decimal that is nearest to the exact number, if that is clear.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "scales stay within 0..=28, and exponents of numbers near a decimal within ±2^8"
)]

use rust_decimal::Decimal;

use super::GrowthError;
use super::ratio::{power_of_ten, signed};
use super::wide::Wide;

/// The largest scale of a decimal.
pub(super) const LARGEST_SCALE: u32 = 28;

/// Shares of a way are shown to this many decimals.
pub(super) const SHARE_SCALE: u32 = 12;

/// The decimal nearest to `power · value`, or one less, where the power is within 2^−`accurate_bits` of itself, with room for 2⁻¹²⁴
/// more. The value is an integer above zero and its scale; it is 1 where one is taken off. `None` if this is too little to tell.
#[expect(
    clippy::inline_always,
    reason = "handing the result up through memory takes 6 % of the whole"
)]
#[inline(always)]
pub(super) fn nearest_decimal(
    power: Wide,
    accurate_bits: u32,
    (value, value_scale): (u128, i32),
    less_one: bool,
) -> Option<Result<Decimal, GrowthError>> {
    // A power of ten has less than 3322 thousandths of a bit for each zero, and one more. (What is at least 2 keeps at least half of
    // itself when one is taken off, and below that every scale will do.)
    let value_bits = signed(128 - value.leading_zeros()) - 2 - value_scale * 3_322 / 1_000;
    let largest = match largest_scale(power.exponent + 127 + value_bits, LARGEST_SCALE) {
        Ok(scale) => scale,
        Err(error) => return Some(Err(error)),
    };
    for scale in (0..=largest).rev() {
        let places = signed(scale) - value_scale;
        let ten = power_of_ten(places.unsigned_abs());
        let unit = if places >= 0 {
            Wide::of_product(value, ten)
        } else {
            Wide::of(value, 0).over(Wide::of(ten, 0))
        };
        let whole = nearest_whole(power.times(unit), accurate_bits)?;
        if whole == 0 {
            return Some(Err(GrowthError::Underflow));
        }
        let one = if less_one { power_of_ten(scale) } else { 0 };
        if let Some(result) = decimal(whole.abs_diff(one), whole < one, scale) {
            return Some(Ok(result));
        }
    }
    Some(Err(GrowthError::Overflow))
}

/// The whole number nearest to what `number` approximates to within 2^−`accurate_bits` of itself. `None` if the exact number may
/// lie on either side of a half, or exactly there.
///
/// Numbers of more than 100 bits are all the same here: too large.
#[inline]
pub(super) fn nearest_whole(number: Wide, accurate_bits: u32) -> Option<u128> {
    const HALF: u128 = 1 << 127;
    let places = u32::try_from(-number.exponent).unwrap_or_default();
    if places < 28 {
        return Some(u128::MAX);
    }
    // A number below a half, of which 128 places are too few, is left to the last resort.
    let room = 128_u32.checked_sub(places)?;
    let whole = number.mantissa.checked_shr(places).unwrap_or_default();
    let fraction = number.mantissa << room;
    // The mantissa is below 2^128, so that its error is below 2^(128 − accurate_bits).
    let error = 1_u128.checked_shl((128 + room).checked_sub(accurate_bits)?)?;
    if fraction.abs_diff(HALF) <= error {
        return None;
    }
    whole.checked_add(u128::from(fraction > HALF))
}

/// ± `mantissa ÷ 10^scale` without trailing zeros, if the mantissa fits 96 bits.
pub(super) fn decimal(mantissa: u128, is_negative: bool, scale: u32) -> Option<Decimal> {
    if mantissa >> 96 != 0 {
        return None;
    }
    let (mantissa, scale) = if mantissa % 10 == 0 {
        without_trailing_zeros(mantissa, scale)
    } else {
        (mantissa, scale)
    };
    let mantissa = i128::try_from(mantissa).ok()?;
    let mantissa = if is_negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// The same without its trailing zeros, of which there are up to the scale. The lengths add up to every number below 32.
#[cold]
fn without_trailing_zeros(mut mantissa: u128, mut scale: u32) -> (u128, u32) {
    for zeros in [16, 8, 4, 2, 1] {
        let ten = power_of_ten(zeros);
        if zeros <= scale && mantissa % ten == 0 {
            mantissa /= ten;
            scale -= zeros;
        }
    }
    (mantissa, scale)
}

/// The largest scale, up to `limit`, at which a number above 2^`bits` can fit 96 bits. `Err` if there is none.
pub(super) fn largest_scale(bits: i32, limit: u32) -> Result<u32, GrowthError> {
    // 30103 ÷ 100000 exceeds log₁₀ 2 by 2⁻²⁶ of it, so that nothing is left out.
    let room = 96_i32.saturating_sub(bits).clamp(-1, 200);
    let scale = u32::try_from(room).map_err(|_| GrowthError::Overflow)?;
    Ok(scale.saturating_mul(30_103).wrapping_div(100_000).min(limit))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// 3½ and its neighbours in units of 2⁻¹²⁶: with 100 bits that are right, they may be off by 2²⁸ of them.
    #[test]
    fn what_may_lie_on_either_side_of_a_half_is_not_rounded() {
        let seven = Wide::of(7, 0);
        for (beside, accurate_bits, rounded) in [
            (0_i128, 100, None),
            (1 << 28, 100, None),
            (1 << 29, 100, Some(4)),
            (-(1 << 28), 100, None),
            (-(1 << 29), 100, Some(3)),
            (1 << 29, 98, None),
        ] {
            let number = Wide {
                mantissa: seven.mantissa.checked_add_signed(beside).unwrap(),
                exponent: seven.exponent - 1,
            };
            assert_eq!(
                nearest_whole(number, accurate_bits),
                rounded,
                "{beside} {accurate_bits}"
            );
        }
    }

    #[test]
    fn the_whole_number_nearest_to_large_and_small_ones() {
        for (integer, exponent, rounded) in [
            (5, -3, Some(1)),
            (13, -3, Some(2)),
            (11, -3, Some(1)),
            (u128::MAX >> 28, 0, Some(u128::MAX >> 28)),
            (1, 100, Some(u128::MAX)),
            // Below a half there are too few places.
            (3, -3, None),
        ] {
            let number = Wide::of(integer, exponent);
            assert_eq!(nearest_whole(number, 110), rounded, "{integer} {exponent}");
        }
    }

    proptest! {
        #[test]
        fn decimals_have_no_trailing_zeros(digits in 0_u128..1 << 40, zeros in 0_u32..=16, scale in 0..=28_u32, below: bool) {
            let mantissa = digits * power_of_ten(zeros);
            let signed_mantissa = i128::try_from(mantissa).unwrap() * if below { -1 } else { 1 };
            let expected = Decimal::from_i128_with_scale(signed_mantissa, scale).normalize();
            let result = decimal(mantissa, below, scale).unwrap();
            prop_assert_eq!((result.mantissa(), result.scale()), (expected.mantissa(), expected.scale()));
            prop_assert_eq!(result.is_sign_negative(), expected.is_sign_negative());
        }

        #[test]
        fn decimals_have_no_more_than_96_bits(mantissa in 1_u128 << 96.., scale in 0..=28_u32) {
            prop_assert_eq!(decimal(mantissa, false, scale), None);
        }
    }
}
