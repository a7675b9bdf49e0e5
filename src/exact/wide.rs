//! A binary floating-point number of 128 bits, on the stack: above zero, without sign, infinity or zero.
//!
//! Each operation cuts off instead of rounding, and loses less than 2⁻¹²⁶ of its result.
//!
//! Cutting off makes errors one-sided: products, quotients and sums are never larger than the exact ones. Whoever
//! chains operations adds up what each may lose, in units of the last place, and hands the sum on as `accurate_bits` or
//! as the error of a [`Ball`](super::ball::Ball); nothing here keeps count.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "mantissas are split into halves, whose products fit 128 bits; exponents stay within ±2^30"
)]

use core::cmp::Ordering;

use super::ratio::signed;

/// `mantissa · 2^exponent`; the highest bit of the mantissa is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wide {
    pub(super) mantissa: u128,
    pub(super) exponent: i32,
}

impl Wide {
    pub(super) const ONE: Self = Self {
        mantissa: 1 << 127,
        exponent: -127,
    };

    /// `integer · 2^exponent`, exactly. The integer is above zero.
    pub(super) fn of(integer: u128, exponent: i32) -> Self {
        // At most 127 for an integer above zero.
        let zeros = integer.leading_zeros();
        Self {
            mantissa: integer.wrapping_shl(zeros),
            exponent: exponent - signed(zeros),
        }
    }

    /// A floating-point number above zero, exactly; `None` for all others, and for those below 2⁻¹⁰²², whose bits have
    /// fewer than 53 places.
    pub(super) fn of_float(float: f64) -> Option<Self> {
        let bits = float.to_bits();
        // IEEE 754: a sign, eleven bits of the exponent, and 52 of the mantissa, whose leading one is left out.
        let exponent = i32::try_from(bits >> 52)
            .ok()
            .filter(|exponent| (1..0x7FF).contains(exponent))?;
        let mantissa = bits & 0x000F_FFFF_FFFF_FFFF | 0x0010_0000_0000_0000;
        Some(Self::of(u128::from(mantissa), exponent.saturating_sub(1_075)))
    }

    /// The nearest float, off by 2⁻⁵² of itself: the leading 64 bits, rounded.
    /// The number as a float, off by less than 2⁻⁵² of itself.
    #[expect(
        clippy::cast_precision_loss,
        clippy::float_arithmetic,
        reason = "what uses it has room for it"
    )]
    #[inline]
    pub(super) fn to_float(self) -> f64 {
        let leading = u64::try_from(self.mantissa >> 64).unwrap_or(u64::MAX) as f64;
        leading * power_of_two(self.exponent.saturating_add(64))
    }

    /// `left · right`, at most 2⁻¹²⁷ of it too small, and exact if it fits 128 bits. Both factors are above zero.
    pub(super) fn of_product(left: u128, right: u128) -> Self {
        match product(left, right) {
            (0, low) => Self::of(low, 0),
            (high, low) => {
                let high = Self::of(high, 128);
                // What came in from the right as zeros is filled with the upper bits of the lower half.
                let filled = low.checked_shr(high.exponent.unsigned_abs()).unwrap_or_default();
                Self {
                    mantissa: high.mantissa | filled,
                    ..high
                }
            }
        }
    }

    /// `numerator ÷ denominator`, less than 2⁻¹²⁷ of it too small. Both numbers are above zero.
    ///
    /// Like [`Wide::over`], in two digits of 64 bits, but the digits of so short a divisor need no estimate.
    pub(super) fn of_quotient(numerator: u64, denominator: u64) -> Self {
        let (above, below) = (numerator.leading_zeros(), denominator.leading_zeros());
        let (numerator, denominator) = (numerator.wrapping_shl(above), denominator.wrapping_shl(below));
        // Halved, if it has to be, the numerator is below the denominator, and at least half of it.
        let halvings = u32::from(numerator >= denominator);
        let (dividend, divisor) = (u128::from(numerator) << (64 - halvings), u128::from(denominator));
        let upper = dividend / divisor;
        let lower = ((dividend - upper * divisor) << 64) / divisor;
        Self {
            mantissa: upper << 64 | lower,
            exponent: signed(below + halvings) - signed(above) - 128,
        }
    }

    /// The product, at most 2⁻¹²⁷ of it too small.
    ///
    /// The exact product has 255 or 256 bits, and the upper 128 (or, if the highest is not set, the next one too) are
    /// kept.
    pub(super) fn times(self, other: Self) -> Self {
        let (high, low) = product(self.mantissa, other.mantissa);
        let exponent = self.exponent + other.exponent + 128;
        if high >> 127 == 1 {
            Self {
                mantissa: high,
                exponent,
            }
        } else {
            Self {
                mantissa: high << 1 | low >> 127,
                exponent: exponent - 1,
            }
        }
    }

    /// The sum, less than 2⁻¹²⁶ of it too small.
    ///
    /// The bits that are shifted out of the smaller number are less than the last bit of the larger one, and so is the
    /// bit that makes room for a carry.
    pub(super) fn plus(self, other: Self) -> Self {
        let (smaller, larger) = self.sorted(other);
        let shift = larger.exponent.abs_diff(smaller.exponent);
        let (sum, carries) = larger
            .mantissa
            .overflowing_add(smaller.mantissa.checked_shr(shift).unwrap_or_default());
        if carries {
            Self {
                mantissa: sum >> 1 | 1 << 127,
                exponent: larger.exponent + 1,
            }
        } else {
            Self {
                mantissa: sum,
                ..larger
            }
        }
    }

    /// How this number compares with another one, and the distance between them, to within 2⁻¹²⁷ of the larger one;
    /// `None` where that is 0.
    pub(super) fn distance(self, other: Self) -> (Ordering, Option<Self>) {
        let (smaller, larger) = self.sorted(other);
        let shift = larger.exponent.abs_diff(smaller.exponent);
        let distance = larger.mantissa - smaller.mantissa.checked_shr(shift).unwrap_or_default();
        let distance = if distance == 0 {
            None
        } else {
            Some(Self::of(distance, larger.exponent))
        };
        (
            (self.exponent, self.mantissa).cmp(&(other.exponent, other.mantissa)),
            distance,
        )
    }

    /// The smaller one of two numbers, and the larger one.
    fn sorted(self, other: Self) -> (Self, Self) {
        if (self.exponent, self.mantissa) < (other.exponent, other.mantissa) {
            (self, other)
        } else {
            (other, self)
        }
    }

    /// The quotient, at most 2⁻¹²⁶ of it too small.
    ///
    /// A mantissa that is not below the divisor is halved first, which loses up to 2⁻¹²⁷ of it; cutting off the
    /// quotient loses as much again.
    pub(super) fn over(self, divisor: Self) -> Self {
        let exponent = self.exponent - divisor.exponent - 128;
        if self.mantissa < divisor.mantissa {
            Self::of(quotient(self.mantissa, divisor.mantissa), exponent)
        } else {
            Self::of(quotient(self.mantissa >> 1, divisor.mantissa), exponent + 1)
        }
    }
}

/// 2^exponent as a float: beyond 2^±1023, infinity and 0.
#[inline]
pub(super) const fn power_of_two(exponent: i32) -> f64 {
    match exponent {
        ..=-1_023 => 0.0,
        1_024.. => f64::INFINITY,
        // IEEE 754: the exponent, which counts from −1023, stands above 52 bits of the mantissa.
        _ => f64::from_bits((1_023 + exponent).unsigned_abs() as u64 * (1 << 52)),
    }
}

/// The exact product, as upper and lower half.
pub(super) const fn product(left: u128, right: u128) -> (u128, u128) {
    let (left_high, left_low) = halves(left);
    let (right_high, right_low) = halves(right);
    // Each product is at most (2^64 − 1)² = 2^128 − 2^65 + 1, which leaves room for two halves.
    let (lowest_high, lowest_low) = halves(left_low * right_low);
    let (outer_high, outer_low) = halves(left_high * right_low);
    let (inner_high, inner_low) = halves(left_low * right_high);
    let (carry, middle_low) = halves(lowest_high + outer_low + inner_low);
    let high = left_high * right_high + outer_high + inner_high + carry;
    (high, middle_low << 64 | lowest_low)
}

/// The upper half of the product, less than 3 units too small: the two middle products are cut off each for itself, and
/// the lowest one is left out.
pub(super) const fn high_product(left: u128, right: u128) -> u128 {
    let (left_high, left_low) = halves(left);
    let (right_high, right_low) = halves(right);
    left_high * right_high + ((left_high * right_low) >> 64) + ((left_low * right_high) >> 64)
}

/// The upper and the lower 64 bits.
const fn halves(integer: u128) -> (u128, u128) {
    (integer >> 64, integer & u64::MAX as u128)
}

/// ⌊`numerator · 2¹²⁸ ÷ divisor`⌋, for a numerator below the divisor, whose highest bit is set. In two digits of 64
/// bits.
fn quotient(numerator: u128, divisor: u128) -> u128 {
    let (upper, rest) = digit(numerator, divisor);
    let (lower, _) = digit(rest, divisor);
    upper << 64 | lower
}

/// ⌊`numerator · 2⁶⁴ ÷ divisor`⌋ and the remainder, for a numerator below the divisor, whose highest bit is set.
///
/// Knuth, *The Art of Computer Programming*, volume 2, 4.3.1, algorithm D: the quotient by the upper half of the
/// divisor is at most two too large.
fn digit(numerator: u128, divisor: u128) -> (u128, u128) {
    let (upper, lower) = (divisor >> 64, divisor & u128::from(u64::MAX));
    let mut estimate = (numerator / upper).min(u128::from(u64::MAX));
    // Below 2^65: either a remainder, or the numerator less (2^64 − 1) · upper, where the numerator is below the
    // divisor.
    let mut rest = numerator - estimate * upper;
    while rest >> 64 == 0 && estimate * lower > rest << 64 {
        estimate -= 1;
        rest += upper;
    }
    // The remainder is below the divisor, so it is right modulo 2^128.
    (estimate, (rest << 64).wrapping_sub(estimate * lower))
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    fn big(wide: Wide, shift: i32) -> BigUint {
        BigUint::from(wide.mantissa) << u64::try_from(wide.exponent + shift).unwrap()
    }

    #[test]
    fn quotients_at_the_edges() {
        let top = 1_u128 << 127;
        for (numerator, divisor) in [
            (0, top),
            (top - 1, top),
            (u128::MAX - 1, u128::MAX),
            (top, u128::MAX),
            (top, top | u128::from(u64::MAX)),
            ((u128::MAX >> 64) << 64, u128::MAX),
            ((u128::MAX >> 64 << 64) - 1, (u128::MAX >> 64) << 64),
        ] {
            let exact = (BigUint::from(numerator) << 128_u32) / divisor;
            assert_eq!(
                BigUint::from(quotient(numerator, divisor)),
                exact,
                "{numerator:x} {divisor:x}"
            );
        }
    }

    #[test]
    fn floats_are_taken_over_exactly() {
        for (float, mantissa, exponent) in [(1.0, 1 << 127, -127), (0.1, 0xCCCC_CCCC_CCCC_D000_u128 << 64, -131)] {
            assert_eq!(Wide::of_float(float), Some(Wide { mantissa, exponent }), "{float}");
        }
        assert_eq!(Wide::of_float(0.0), None);
        assert_eq!(Wide::of_float(f64::INFINITY), None);
        assert_eq!(Wide::of_float(f64::NAN), None);
    }

    proptest! {
        #[test]
        fn products_are_exact_and_their_upper_halves_nearly(left: u128, right: u128) {
            let exact = BigUint::from(left) * right;
            let (high, low) = product(left, right);
            prop_assert_eq!((BigUint::from(high) << 128_u32) + low, exact.clone());
            let upper = BigUint::from(high_product(left, right)) << 128_u32;
            prop_assert!(upper <= exact && exact - upper < BigUint::from(3_u32) << 128_u32);
        }

        #[test]
        fn quotients_of_short_integers_lose_less_than_their_bound(
            numerator in 1_u64..,
            denominator in 1_u64..,
            shifts in (0_u32..64, 0_u32..64),
        ) {
            let (numerator, denominator) = ((numerator >> shifts.0).max(1), (denominator >> shifts.1).max(1));
            let quotient = Wide::of_quotient(numerator, denominator);
            prop_assert_eq!(quotient.mantissa >> 127, 1);
            // In units of 2^−400.
            let exact: BigUint = BigUint::from(numerator) << 400_u32;
            let back = big(quotient, 400) * denominator;
            prop_assert!(back <= exact && (&exact - back) << 127_u32 < exact);
        }

        #[test]
        fn quotients_are_exact_to_the_last_bit(numerator: u128, divisor: u128) {
            let divisor = divisor | 1 << 127;
            let numerator = numerator % divisor;
            let exact = (BigUint::from(numerator) << 128_u32) / divisor;
            prop_assert_eq!(BigUint::from(quotient(numerator, divisor)), exact);
        }

        #[test]
        fn products_and_quotients_lose_less_than_their_bounds(left: u128, right: u128) {
            let (left, right) = (Wide::of(left | 1, -100), Wide::of(right | 1, 20));
            // In units of 2^−600, products are exact.
            let exact = big(left, 300) * big(right, 300);
            let product = big(left.times(right), 600);
            prop_assert!(product <= exact && (&exact - product) << 127_u32 <= exact);
            let exact: BigUint = big(left, 300) + big(right, 300);
            let sum = big(left.plus(right), 300);
            prop_assert!(sum <= exact && (&exact - sum) << 126_u32 <= exact);
            let (side, distance) = left.distance(right);
            prop_assert_eq!(side, big(left, 300).cmp(&big(right, 300)));
            let distance = distance.map_or_else(BigUint::default, |distance| big(distance, 300));
            let (smaller, larger) = left.sorted(right);
            // The distance is too large, if anything.
            let off: BigUint = big(smaller, 300) + distance - big(larger, 300);
            prop_assert!(off << 127_u32 <= big(larger, 300));
            let exact: BigUint = big(left, 300);
            let back: BigUint = (big(left.over(right), 600) * big(right, 300)) >> 600_u32;
            let slack: BigUint = (&exact >> 126_u32) + 1_u32;
            prop_assert!(back <= exact && exact - back <= slack);
        }
    }
}
