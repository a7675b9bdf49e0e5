//! Exact fractions of whole numbers of any size.
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use core::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use rust_decimal::Decimal;

use super::GrowthError;
use super::quotient::{nearest, nearest_in_128_bits};
use super::ratio::{Ratio, power_of_ten};
use super::rounding::LARGEST_SCALE;

/// A fraction, not reduced: its numbers stay small enough without, and [`reduced`](Self::reduced) where it matters.
#[derive(Debug, Clone)]
pub(crate) struct Fraction {
    numerator: BigInt,
    /// Above zero.
    denominator: BigInt,
}

impl From<Decimal> for Fraction {
    fn from(value: Decimal) -> Self {
        Self {
            numerator: BigInt::from(value.mantissa()),
            denominator: BigInt::from(power_of_ten(value.scale())),
        }
    }
}

impl From<Ratio> for Fraction {
    fn from(ratio: Ratio) -> Self {
        let (numerator, denominator) = ratio.sides();
        Self {
            numerator: numerator.into(),
            denominator: denominator.into(),
        }
    }
}

impl From<i64> for Fraction {
    fn from(whole: i64) -> Self {
        Self::from(BigInt::from(whole))
    }
}

impl From<BigInt> for Fraction {
    fn from(whole: BigInt) -> Self {
        Self {
            numerator: whole,
            denominator: BigInt::from(1_u32),
        }
    }
}

impl Fraction {
    pub(crate) fn zero() -> Self {
        Self::from(0)
    }

    pub(crate) fn one() -> Self {
        Self::from(1)
    }

    /// `numerator ÷ denominator`; `None` if that is zero.
    pub(crate) fn of(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Option<Self> {
        let (numerator, denominator) = (numerator.into(), denominator.into());
        match denominator.sign() {
            Sign::NoSign => None,
            Sign::Plus => Some(Self { numerator, denominator }),
            Sign::Minus => Some(Self {
                numerator: -numerator,
                denominator: -denominator,
            }),
        }
    }

    pub(super) const fn numerator(&self) -> &BigInt {
        &self.numerator
    }

    pub(super) const fn denominator(&self) -> &BigInt {
        &self.denominator
    }

    /// Over the larger denominator where the other one divides it, as those of decimals do: sums of many do not grow long.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let (wide, narrow) = if self.denominator < other.denominator {
            (other, self)
        } else {
            (self, other)
        };
        let times = &wide.denominator / &narrow.denominator;
        if &times * &narrow.denominator == wide.denominator {
            return Self {
                numerator: &narrow.numerator * times + &wide.numerator,
                denominator: wide.denominator.clone(),
            };
        }
        Self {
            numerator: &self.numerator * &other.denominator + &other.numerator * &self.denominator,
            denominator: &self.denominator * &other.denominator,
        }
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negated())
    }

    pub(crate) fn times(&self, other: &Self) -> Self {
        Self {
            numerator: &self.numerator * &other.numerator,
            denominator: &self.denominator * &other.denominator,
        }
    }

    /// `None` if the divisor is zero.
    pub(crate) fn over(&self, divisor: &Self) -> Option<Self> {
        Self::of(
            &self.numerator * &divisor.denominator,
            &self.denominator * &divisor.numerator,
        )
    }

    pub(crate) fn negated(&self) -> Self {
        Self {
            numerator: -&self.numerator,
            denominator: self.denominator.clone(),
        }
    }

    pub(crate) fn abs(&self) -> Self {
        if self.side() == Ordering::Less {
            self.negated()
        } else {
            self.clone()
        }
    }

    /// On which side of zero it lies.
    pub(crate) fn side(&self) -> Ordering {
        self.numerator.cmp(&BigInt::ZERO)
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.side() == Ordering::Equal
    }

    /// Raised to a whole power; `None` if zero is asked for its inverse.
    pub(crate) fn power(&self, exponent: i32) -> Option<Self> {
        let times = exponent.unsigned_abs();
        let (numerator, denominator) = (self.numerator.pow(times), self.denominator.pow(times));
        if exponent < 0 {
            Self::of(denominator, numerator)
        } else {
            Self::of(numerator, denominator)
        }
    }

    /// In lowest terms.
    pub(super) fn reduced(&self) -> Self {
        let common = BigInt::from(greatest_common_divisor(
            self.numerator.magnitude(),
            self.denominator.magnitude(),
        ));
        Self {
            numerator: &self.numerator / &common,
            denominator: &self.denominator / &common,
        }
    }

    /// The greatest whole number that is not above it.
    pub(crate) fn floor(&self) -> BigInt {
        let whole = &self.numerator / &self.denominator;
        if &whole * &self.denominator > self.numerator {
            whole - 1_u32
        } else {
            whole
        }
    }

    /// The nearest decimal, half-even, at the largest scale up to 28 that holds it.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`] if it exceeds the largest decimal.
    pub(crate) fn rounded(&self) -> Result<Decimal, GrowthError> {
        let small = i128::try_from(&self.numerator)
            .ok()
            .zip(u128::try_from(&self.denominator).ok());
        small
            .and_then(|(numerator, denominator)| nearest_in_128_bits(numerator, denominator, LARGEST_SCALE))
            .unwrap_or_else(|| nearest(&self.numerator, &self.denominator, LARGEST_SCALE))
    }

    /// As a float, off by less than 4 · 2⁻⁵³ of itself: two conversions, each of 64 leading bits (2⁻⁵³ and 2⁻⁶³), and one operation.
    /// `None` of what no float is as near to: beyond 2¹⁰²⁴, or below 2⁻¹⁰²² and not zero, where floats have fewer bits.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "the filter that uses it bounds its error"
    )]
    pub(super) fn to_float(&self) -> Option<f64> {
        if self.is_zero() {
            return Some(0.0);
        }
        let ((up, more), (down, less)) = (
            leading_bits(self.numerator.magnitude()),
            leading_bits(self.denominator.magnitude()),
        );
        let magnitude = libm::ldexp(up as f64 / down as f64, more.saturating_sub(less));
        let is_negative = self.numerator.sign() == Sign::Minus;
        magnitude
            .is_normal()
            .then_some(if is_negative { -magnitude } else { magnitude })
    }
}

/// The 64 leading bits, and how many are cut off.
fn leading_bits(integer: &BigUint) -> (u64, i32) {
    let cut = integer.bits().saturating_sub(64);
    let leading = u64::try_from(integer >> cut).unwrap_or(u64::MAX);
    (leading, i32::try_from(cut).unwrap_or(i32::MAX))
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

/// Euclid's algorithm.
pub(super) fn greatest_common_divisor(left: &BigUint, right: &BigUint) -> BigUint {
    let (mut left, mut right) = (left.clone(), right.clone());
    while right != BigUint::ZERO {
        (left, right) = (right.clone(), left % &right);
    }
    left
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;

    #[test]
    fn arithmetic_loses_nothing() {
        let third = Fraction::of(1, 3).unwrap();
        let seven = Fraction::from(dec!(0.7));
        assert_eq!(third.plus(&seven), Fraction::of(31, 30).unwrap());
        assert_eq!(third.minus(&seven), Fraction::of(-11, 30).unwrap());
        assert_eq!(third.times(&seven), Fraction::of(7, 30).unwrap());
        assert_eq!(third.over(&seven), Fraction::of(10, 21));
        assert_eq!(third.over(&Fraction::zero()), None);
        assert_eq!(seven.power(-2), Fraction::of(100, 49));
        assert_eq!(Fraction::zero().power(-1), None);
        assert_eq!(Fraction::of(3, -6).unwrap().reduced().denominator(), &BigInt::from(2));
        for (numerator, floor) in [(-7, -4), (-6, -3), (7, 3), (0, 0)] {
            assert_eq!(Fraction::of(numerator, 2).unwrap().floor(), BigInt::from(floor));
        }
        assert_eq!(third.rounded(), Ok(dec!(0.3333333333333333333333333333)));
        assert_eq!(
            Fraction::from(Decimal::MAX).times(&Fraction::from(2)).rounded(),
            Err(GrowthError::Overflow)
        );
    }

    proptest! {
        /// In units of 2⁻⁵³ of the fraction.
        #[test]
        fn a_float_is_as_near_as_argued(up: i128, down in 1_u128.., doublings in -1_080_i64..1_080) {
            let shifted = |integer: BigInt, is_longer: bool| integer << if is_longer { doublings.unsigned_abs() } else { 0 };
            let (up, down) = (shifted(up.into(), doublings > 0), shifted(down.into(), doublings < 0));
            let fraction = Fraction::of(up, down).unwrap();
            let Some(float) = fraction.to_float() else {
                // Four units of 2⁻⁵³ beside the limits, they are left open.
                let size = fraction.abs();
                let (smallest, largest) = (Fraction::from(2).power(-1_021).unwrap(), Fraction::from(2).power(1_023).unwrap());
                prop_assert!(!fraction.is_zero() && (size < smallest || largest < size));
                return Ok(());
            };
            let (mantissa, exponent) = (libm::ldexp(libm::frexp(float).0, 53), libm::frexp(float).1 - 53);
            #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2⁵³")]
            let mantissa = BigInt::from(mantissa as i64);
            let shift = u64::try_from(exponent + 1_200).unwrap();
            let unit = BigInt::from(1) << 1_200_u32;
            let back = Fraction::of(mantissa << shift, unit).unwrap();
            let off = back.minus(&fraction).abs();
            prop_assert!(off.times(&Fraction::from(1_i64 << 53)) <= fraction.abs().times(&Fraction::from(4)));
        }
    }
}
