//! The one comparison that decides: a ratio against a power of another, filtered from fast to exact.
//!
//! 1. In 64-bit floating point, with a bound on the error: decides whatever is not within about 2⁻⁴⁸ of a tie.
//! 2. In 128 bits, with a bound on the error: within about 2⁻¹¹⁷.
//! 3. Whether it is a tie, by algebra on integers ([`is_power`]).
//! 4. If it is not, there is a difference: 256 bits, and twice as many until it shows.
//!
//! Only the fourth step uses the heap.

use core::cmp::Ordering;

use super::logarithm::{Logarithm, wide_exponent};
use super::precise::{Enclosure, sign};
use super::ratio::{Exponent, Ratio, power_of_ten, to_float};
use super::tie::is_power;
use super::wide::Wide;

/// A ratio with its natural logarithm, which is taken once for all comparisons.
#[derive(Debug, Clone, Copy)]
pub(super) struct RatioWithFloatLogarithm {
    pub(super) ratio: Ratio,
    pub(super) logarithm: f64,
}

impl RatioWithFloatLogarithm {
    pub(super) fn of(ratio: Ratio) -> Self {
        Self {
            ratio,
            logarithm: float_logarithm(ratio),
        }
    }
}

/// `left` against `base^exponent`, exactly.
pub(super) fn compare(left: RatioWithFloatLogarithm, base: RatioWithFloatLogarithm, exponent: Exponent) -> Ordering {
    compare_in_64_bits(left.logarithm, base.logarithm, exponent)
        .unwrap_or_else(|| compare_beyond_64_bits(left.ratio, base.ratio, exponent))
}

#[cold]
fn compare_beyond_64_bits(left: Ratio, base: Ratio, exponent: Exponent) -> Ordering {
    if exponent.is_zero() {
        return Logarithm::of(left).side;
    }
    compare_in_128_bits(left, base, exponent).unwrap_or_else(|| {
        if is_power(left, base, exponent) {
            Ordering::Equal
        } else {
            compare_precisely(left, base, exponent)
        }
    })
}

/// The natural logarithms of both sides, l and x = e · m from that of the base, m, if they differ by more than their errors.
///
/// Each conversion and each operation is off by 2⁻⁵³ of its result, and `libm::log` by 2⁻⁵² (FreeBSD's `e_log.c`, from which it
/// is taken, states less than one unit of the last place). So
///
/// - a ratio (three conversions, two operations) is off by 5 · 2⁻⁵³ of itself, and its logarithm l by 5.1 · 2⁻⁵³ + 2⁻⁵² |l|;
/// - the exponent (four conversions, three operations) by 7 · 2⁻⁵³, and x by |e| · 5.1 · 2⁻⁵³ + |x| · (2 + 7 + 1.1) · 2⁻⁵³;
/// - their difference by 2⁻⁵³ (|l| + |x|) more.
///
/// Together that is less than 11.2 · 2⁻⁵³ (1 + |l| + |e| + |x|), and 16 · 2⁻⁵³ leaves room for the rounding of the bound itself.
#[expect(
    clippy::float_arithmetic,
    reason = "a filter: within its error bound, it does not decide"
)]
pub(super) fn compare_in_64_bits(left: f64, base: f64, exponent: Exponent) -> Option<Ordering> {
    let magnitude = exponent.to_float();
    let right = magnitude * base;
    let bound = (1.0 + left.abs() + magnitude.abs() + right.abs()) * f64::EPSILON * 8.0;
    let difference = left - right;
    if difference > bound {
        Some(Ordering::Greater)
    } else if difference < -bound {
        Some(Ordering::Less)
    } else {
        None
    }
}

/// The natural logarithm of a ratio, off by 5.1 · 2⁻⁵³ + 2⁻⁵² |l|, as argued above.
#[expect(clippy::float_arithmetic, reason = "the filters that use it bound its error")]
pub(super) fn float_logarithm(ratio: Ratio) -> f64 {
    let quotient = to_float(ratio.numerator) / to_float(ratio.denominator);
    let power = to_float(power_of_ten(ratio.tens.unsigned_abs()));
    libm::log(if ratio.tens < 0 {
        quotient / power
    } else {
        quotient * power
    })
}

/// The binary logarithms of both sides, if they differ by more than their errors: each is within 2⁻¹¹⁸·⁹ of itself.
fn compare_in_128_bits(left: Ratio, base: Ratio, exponent: Exponent) -> Option<Ordering> {
    let (left, base) = (Logarithm::of(left), Logarithm::of(base));
    if base.side == Ordering::Equal {
        return Some(left.side);
    }
    let right = base.times(wide_exponent(exponent));
    match (left.side, right.side) {
        (Ordering::Equal, side) => Some(side.reverse()),
        (Ordering::Greater, Ordering::Greater) => compare_magnitudes(left.magnitude, right.magnitude, 118),
        (Ordering::Less, Ordering::Less) => compare_magnitudes(right.magnitude, left.magnitude, 118),
        (side, _) => Some(side),
    }
}

/// Two numbers that are each within 2^−`accurate_bits` of themselves, if they are further apart than four times that of the larger one.
pub(super) fn compare_magnitudes(left: Wide, right: Wide, accurate_bits: u32) -> Option<Ordering> {
    let (side, distance) = left.distance(right);
    let largest = left.exponent.max(right.exponent);
    let limit = largest.saturating_sub_unsigned(accurate_bits.saturating_sub(2));
    distance.filter(|distance| distance.exponent > limit).map(|_| side)
}

/// In 256 bits and more. Ends because the two sides differ.
fn compare_precisely(left: Ratio, base: Ratio, exponent: Exponent) -> Ordering {
    let distance = |bits| Enclosure::logarithm(left, bits).minus(&Enclosure::logarithm(base, bits).raised(exponent));
    sign(None, distance, || None)
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]
mod tests {
    use num_bigint::BigInt;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;
    use crate::dec;
    use crate::growth::logarithm::RatioWithLogarithm;
    use crate::value::Years;

    const BITS: u64 = 256;

    fn ratios() -> impl Strategy<Value = Ratio> {
        (1_u128..1 << 96, 1_u128..1 << 96, 0_u32..96, 0_u32..96, -28_i32..=28).prop_map(
            |(up, down, less, least, tens)| Ratio {
                numerator: (up >> less).max(1),
                denominator: (down >> least).max(1),
                tens,
            },
        )
    }

    proptest! {
        /// In units of 2⁻¹⁰⁰, in which one unit of 2⁻⁵³ is 2⁴⁷.
        #[test]
        fn a_float_logarithm_loses_no_more_than_argued(ratio in ratios()) {
            let float = float_logarithm(ratio);
            let magnitude = Wide::of_float(float.abs()).map_or(BigInt::ZERO, |wide| {
                let shift = u64::try_from(wide.exponent + 300).unwrap();
                (BigInt::from(wide.mantissa) << shift) >> 200_u32
            });
            let exact = Enclosure::logarithm(ratio, BITS).low >> (BITS - 100);
            let error = if float < 0.0 { -magnitude - exact.clone() } else { magnitude - exact.clone() };
            let whole = u64::try_from(exact.magnitude() >> 100_u32).unwrap();
            // (5.1 + 2 |l|) · 2⁻⁵³, with |l| rounded up.
            let bound = BigInt::from((51 + 20 * (whole + 1)) * (1 << 47) / 10);
            prop_assert!(*error.magnitude() <= *bound.magnitude(), "{}", float_logarithm(ratio));
        }

        /// A filter that decides, decides as all the digits do.
        #[test]
        fn the_filters_decide_as_all_digits_do(
            base in ratios(),
            share in 1_i64..300,
            spans in prop::array::uniform2(1_i64..200_000_000),
            step in -3_i128..=3,
            places in 8_u32..28,
        ) {
            let [by, over] = spans;
            let exponent = Exponent::of_share(Decimal::new(share, 2), Years::from_units(by), over.unsigned_abs());
            // A value on the path, and a few steps away from it in some place.
            let Ok(on_the_path) = crate::growth::power::scaled_power(dec!(1), &RatioWithLogarithm::of(base), exponent) else {
                return Ok(());
            };
            let left = Decimal::try_from_i128_with_scale(step, places).unwrap().checked_add(on_the_path);
            let Some(left) = left.filter(|left| *left > Decimal::ZERO) else {
                return Ok(());
            };
            let left = Ratio::between(dec!(1), left).unwrap();
            let exact = if is_power(left, base, exponent) { Ordering::Equal } else { compare_precisely(left, base, exponent) };
            prop_assert_eq!(compare(RatioWithFloatLogarithm::of(left), RatioWithFloatLogarithm::of(base), exponent), exact);
            let logarithms = (float_logarithm(left), float_logarithm(base));
            prop_assert!(compare_in_64_bits(logarithms.0, logarithms.1, exponent).is_none_or(|decided| decided == exact));
            prop_assert!(compare_in_128_bits(left, base, exponent).is_none_or(|decided| decided == exact));
        }
    }
}
