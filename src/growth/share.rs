//! Shares of logarithms, rounded once to a decimal.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers grow instead of overflowing; mantissas stay below 2^97, exponents within ±2^11"
)]

use core::cmp::Ordering;

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::GrowthError;
use super::change::SHARE_SCALE;
use super::logarithm::{Base, Logarithm};
use super::precise::{Enclosure, FIRST_PRECISION};
use super::quotient::decimal;
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

fn share_precisely(part: Ratio, whole: Ratio) -> Result<Decimal, GrowthError> {
    let mut bits = FIRST_PRECISION;
    loop {
        let (mut part_of, mut whole_of) = (Enclosure::logarithm(part, bits), Enclosure::logarithm(whole, bits));
        bits = bits.saturating_mul(2);
        match whole_of.is_positive() {
            None => continue,
            Some(true) => {}
            Some(false) => (part_of, whole_of) = (part_of.negated(), whole_of.negated()),
        }
        let result = (0..=SHARE_SCALE)
            .rev()
            .find_map(|scale| {
                let (low, high) = part_of.quotient_by(&whole_of, &BigInt::from(power_of_ten(scale)));
                if low.bits().min(high.bits()) > 96 {
                    return None;
                }
                let mantissa = if low == high {
                    Some(low)
                } else {
                    share_tie(part, whole, &low, &high, scale)
                };
                match mantissa {
                    None => Some(None),
                    Some(mantissa) => decimal(&mantissa, scale).map(|decimal| Some(Ok(decimal))),
                }
            })
            .unwrap_or(Some(Err(GrowthError::Overflow)));
        if let Some(result) = result {
            return result;
        }
    }
}

/// The even one of two neighbours, if the share lies exactly in the middle.
fn share_tie(part: Ratio, whole: Ratio, low: &BigInt, high: &BigInt, scale: u32) -> Option<BigInt> {
    let twice_the_middle = low + high;
    if high - low != BigInt::from(1_u32) {
        return None;
    }
    let exponent = Exponent {
        is_negative: twice_the_middle.sign() == num_bigint::Sign::Minus,
        numerator: (u128::try_from(twice_the_middle.magnitude()).ok()?, 1),
        denominator: (2 * power_of_ten(scale), 1),
    };
    if is_power(part, whole, exponent) {
        Some(if low.bit(0) { high.clone() } else { low.clone() })
    } else {
        None
    }
}
