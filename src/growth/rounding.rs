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

/// The decimal nearest to `power · value`, or one less, where the power is within 2^−`accurate_bits` of itself, with room for 2⁻¹²⁴
/// more. The value is an integer above zero and its scale; it is 1 where one is taken off. `None` if this is too little to tell.
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
/// Numbers of 100 bits and more are all the same here: too large.
pub(super) fn nearest_whole(number: Wide, accurate_bits: u32) -> Option<u128> {
    let places = number
        .exponent
        .checked_neg()
        .and_then(|places| u32::try_from(places).ok())
        .unwrap_or_default();
    if places < 28 {
        return Some(u128::MAX);
    }
    // A number below a half, of which 128 places are too few, is left to the last resort.
    let half = 1_u128.checked_shl(places.checked_sub(1)?)?;
    let whole = number.mantissa.checked_shr(places).unwrap_or_default();
    let rest = number.mantissa & half.wrapping_add(half.wrapping_sub(1));
    let error = number.mantissa.checked_shr(accurate_bits)?.checked_add(1)?;
    if rest.abs_diff(half) <= error {
        return None;
    }
    whole.checked_add(u128::from(rest > half))
}

/// ± `mantissa ÷ 10^scale` without trailing zeros, if the mantissa fits 96 bits.
pub(super) fn decimal(mantissa: u128, is_negative: bool, scale: u32) -> Option<Decimal> {
    let mantissa = i128::try_from(mantissa).ok()?;
    let mantissa = if is_negative { mantissa.checked_neg()? } else { mantissa };
    let decimal = Decimal::try_from_i128_with_scale(mantissa, scale).ok()?;
    Some(if mantissa % 10 == 0 {
        decimal.normalize()
    } else {
        decimal
    })
}

/// The largest scale, up to `limit`, at which a number above 2^`bits` can fit 96 bits. `Err` if there is none.
pub(super) fn largest_scale(bits: i32, limit: u32) -> Result<u32, GrowthError> {
    // 30103 ÷ 100000 exceeds log₁₀ 2 by 2^-25 of it, so that nothing is left out.
    let room = 96_i32.saturating_sub(bits).clamp(-1, 200);
    let scale = u32::try_from(room).map_err(|_| GrowthError::Overflow)?;
    Ok(scale.saturating_mul(30_103).wrapping_div(100_000).min(limit))
}
