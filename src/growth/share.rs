//! Shares of logarithms, rounded once to a decimal.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "mantissas stay below 2^97, exponents within ±2^11"
)]

use core::cmp::Ordering;

use num_bigint::Sign;
use rust_decimal::Decimal;

use super::GrowthError;
use super::change::SHARE_SCALE;
use super::enclosed::{self, Middle};
use super::logarithm::{Base, Logarithm};
use super::precise::Enclosure;
use super::ratio::{Exponent, Ratio, power_of_ten};
use super::rounding::{self, largest_scale, nearest_whole};
use super::tie::is_power;
use super::wide::Wide;

/// `ln part ÷ ln whole`, rounded once to the decimals of a share. The whole is not 1.
pub(super) fn share_of_logarithms(part: Base, whole: Base) -> Result<Decimal, GrowthError> {
    share_in_128_bits(part.logarithm, whole.logarithm).unwrap_or_else(|| share_precisely(part.ratio, whole.ratio))
}

/// Two logarithms are each within 2⁻¹¹⁹ of themselves, and dividing and scaling lose 2⁻¹²⁴ more: together less than 2⁻¹¹⁷.
fn share_in_128_bits(part: Logarithm, whole: Logarithm) -> Option<Result<Decimal, GrowthError>> {
    if part.side == Ordering::Equal {
        return Some(Ok(Decimal::ZERO));
    }
    let share = part.magnitude.over(whole.magnitude);
    let largest = match largest_scale(share.exponent + 127, SHARE_SCALE) {
        Ok(scale) => scale,
        Err(error) => return Some(Err(error)),
    };
    for scale in (0..=largest).rev() {
        let mantissa = nearest_whole(share.times(Wide::of(power_of_ten(scale), 0)), 117)?;
        if let Some(result) = rounding::decimal(mantissa, part.side != whole.side, scale) {
            return Some(Ok(result));
        }
    }
    Some(Err(GrowthError::Overflow))
}

/// By enclosures of both logarithms.
fn share_precisely(part: Ratio, whole: Ratio) -> Result<Decimal, GrowthError> {
    let ends = |bits| {
        let (part, whole) = (Enclosure::logarithm(part, bits), Enclosure::logarithm(whole, bits));
        Ok(if whole.is_positive() == Some(false) {
            enclosed::quotient(&part.negated(), &whole.negated())
        } else {
            enclosed::quotient(&part, &whole)
        })
    };
    enclosed::nearest(SHARE_SCALE, ends, |middle| is_share(part, whole, middle))
}

/// Whether the share is exactly that middle.
fn is_share(part: Ratio, whole: Ratio, middle: &Middle) -> bool {
    let Ok(twice) = u128::try_from(middle.twice.magnitude()) else {
        return false;
    };
    let exponent = Exponent {
        is_negative: middle.twice.sign() == Sign::Minus,
        numerator: (twice, 1),
        denominator: (2 * power_of_ten(middle.scale), 1),
    };
    is_power(part, whole, exponent)
}
