//! Numbers of either sign of which 128 bits are known, on the stack, and by how much they may be off: ball arithmetic,
//! with a midpoint of 128 bits and a float as the radius.
//!
//! Errors are floats. Each operation adds up the errors of its parts and what it cuts off itself, and takes a 2⁻⁴⁰ of
//! the sum more, for what the floats round away. Sizes stay between 2⁻⁹⁰⁰ and 2⁹⁰⁰, and what a float has no room for is
//! 2⁻¹⁰⁰⁰.
//!
//! A sum of terms that nearly cancel keeps the errors of its terms while its size shrinks: so the side of zero is told
//! only where the size is larger than the error, and everything else is left to algebra and to enclosures.
#![expect(
    clippy::float_arithmetic,
    reason = "bounds of errors, with room for their own rounding"
)]

use core::cmp::Ordering;

use super::round::Estimate;
use super::wide::{Wide, power_of_two};

/// A number that is known to within an error: zero, or of a size between 2⁻⁹⁰⁰ and 2⁹⁰⁰.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ball {
    /// On which side of zero the midpoint lies.
    side: Ordering,
    /// The absolute value of the midpoint. It means nothing if the side is `Equal`.
    size: Wide,
    /// By how much the number may be off the midpoint.
    error: f64,
}

impl Ball {
    pub(super) const ZERO: Self = Self {
        side: Ordering::Equal,
        size: Wide::ONE,
        error: 0.0,
    };

    /// A number on this side of zero and of this size, which is off by less than 2^−`bits` of itself; `None` if the
    /// size is beyond 2^±900.
    pub(super) fn within(side: Ordering, size: Wide, bits: u32) -> Option<Self> {
        Self::of(
            side,
            size,
            size.to_float() * power_of_two(0_i32.saturating_sub_unsigned(bits)),
        )
    }

    /// A number on this side of zero and of this size that is off by less than this error, and by as much as floats
    /// round away. `None` if the size is beyond 2^±900, or the error no finite number.
    pub(super) fn of(side: Ordering, size: Wide, error: f64) -> Option<Self> {
        let has_place = side == Ordering::Equal || (-900..900).contains(&size.exponent.saturating_add(128));
        let error = error * (1.0 + power_of_two(-40)) + power_of_two(-1_000);
        (has_place && error.is_finite()).then_some(Self { side, size, error })
    }

    /// The number, off by `error` more; `None` if the error is then no finite number.
    pub(super) fn off_by(self, error: f64) -> Option<Self> {
        Self::of(self.side, self.size, self.error + error)
    }

    /// On which side of zero the number lies; `None` where its error leaves that open.
    pub(super) fn side(self) -> Option<Ordering> {
        (self.magnitude() > self.error).then_some(self.side)
    }

    pub(super) const fn error(self) -> f64 {
        self.error
    }

    /// An upper bound of the absolute value, as a float.
    pub(super) fn magnitude_above(self) -> f64 {
        self.magnitude() * (1.0 + power_of_two(-40))
    }

    /// The absolute value of the number, as the nearest float.
    pub(super) fn magnitude(self) -> f64 {
        if self.side == Ordering::Equal {
            0.0
        } else {
            self.size.to_float()
        }
    }

    /// The side of zero and the size; `None` if the midpoint is zero.
    pub(super) fn parts(self) -> Option<(Ordering, Wide)> {
        (self.side != Ordering::Equal).then_some((self.side, self.size))
    }

    /// The number on the other side of zero.
    pub(super) fn negated(self) -> Self {
        Self {
            side: self.side.reverse(),
            ..self
        }
    }

    /// The sum, with its error; `None` if its size is beyond 2^±900, or its error no finite number.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let error = self.error + other.error;
        match (self.side, other.side) {
            (Ordering::Equal, _) => Self::of(other.side, other.size, error),
            (_, Ordering::Equal) => Self::of(self.side, self.size, error),
            (own, side) if own == side => {
                let sum = self.size.plus(other.size);
                Self::of(own, sum, error + sum.to_float() * power_of_two(-125))
            }
            (own, side) => {
                let (larger, distance) = self.size.distance(other.size);
                let cut = self.magnitude().max(other.magnitude()) * power_of_two(-126);
                match distance {
                    None => Self::ZERO.off_by(error + cut),
                    Some(distance) => Self::of(if larger.is_gt() { own } else { side }, distance, error + cut),
                }
            }
        }
    }

    /// The product, with its error; `None` if its size is beyond 2^±900, or its error no finite number.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        let (one, two) = (self.magnitude_above(), other.magnitude_above());
        let error = one * other.error + two * self.error + self.error * other.error;
        if self.side == Ordering::Equal || other.side == Ordering::Equal {
            return Self::ZERO.off_by(error);
        }
        let product = self.size.times(other.size);
        Self::of(
            sign_of_product(self.side, other.side),
            product,
            error + product.to_float() * power_of_two(-126),
        )
    }

    /// The quotient, with its error; `None` if the divisor may be zero, the size of the quotient is beyond 2^±900, or
    /// its error no finite number.
    pub(super) fn over(self, divisor: Self) -> Option<Self> {
        let least = divisor.magnitude() - divisor.error * 1.001;
        if least <= 0.0 {
            return None;
        }
        if self.side == Ordering::Equal {
            return Self::ZERO.off_by(self.error / least);
        }
        let quotient = self.size.over(divisor.size);
        let size = quotient.to_float() * 1.001;
        let error = (self.error + size * divisor.error) / least + size * power_of_two(-125);
        Self::of(sign_of_product(self.side, divisor.side), quotient, error)
    }

    /// The estimate by which the number is rounded; `None` if it is zero, or no bit of it is sure.
    pub(super) fn estimate(self) -> Option<Estimate> {
        let (side, size) = self.parts()?;
        let accurate_bits = libm::floor(libm::log2(size.to_float() / self.error)).clamp(0.0, 125.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 125")]
        let accurate_bits = (accurate_bits as u32).checked_sub(1)?;
        Some(Estimate::of(side == Ordering::Less, size, accurate_bits))
    }
}

/// The sign of a product of two numbers, neither of them zero.
fn sign_of_product(one: Ordering, other: Ordering) -> Ordering {
    if one == other {
        Ordering::Greater
    } else {
        Ordering::Less
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

    use num_bigint::BigInt;
    use proptest::prelude::*;

    use super::*;
    use crate::exact::fraction::Fraction;

    /// Exactly `integer · 2^exponent`.
    fn fraction(integer: &BigInt, exponent: i32) -> Fraction {
        let by = u64::from(exponent.unsigned_abs());
        let one = BigInt::from(1);
        if exponent < 0 {
            Fraction::of(integer.clone(), one << by).unwrap()
        } else {
            Fraction::of(integer << by, one).unwrap()
        }
    }

    impl Ball {
        /// Whether a number is as near as is claimed.
        pub(in crate::exact) fn holds(self, number: &Fraction) -> bool {
            let own = self.parts().map_or_else(Fraction::zero, |(side, size)| {
                let size = fraction(&size.mantissa.into(), size.exponent);
                if side.is_lt() { size.negated() } else { size }
            });
            let off = own.minus(number);
            let error = Wide::of_float(self.error)
                .map_or_else(Fraction::zero, |error| fraction(&error.mantissa.into(), error.exponent));
            off <= error && error.negated() <= off
        }
    }

    fn numbers() -> impl Strategy<Value = (Ball, Fraction)> {
        (any::<i128>(), 0_u32..126, -200_i32..60, 90_u32..126, -64_i64..64).prop_map(
            |(integer, cut, exponent, bits, part)| {
                let integer = integer >> cut;
                let (size, own) = (
                    Wide::of(integer.unsigned_abs().max(1), exponent),
                    fraction(&integer.into(), exponent),
                );
                if integer == 0 {
                    return (Ball::ZERO, own);
                }
                // Off by a part of the error that is claimed.
                let error = own
                    .times(&Fraction::of(part, 64).unwrap())
                    .times(&fraction(&BigInt::from(1), -i32::try_from(bits).unwrap()));
                (Ball::within(integer.cmp(&0), size, bits).unwrap(), own.plus(&error))
            },
        )
    }

    proptest! {
        #[test]
        fn errors_are_no_more_than_claimed((one, exact) in numbers(), (other, exactly) in numbers()) {
            prop_assert!(one.holds(&exact) && other.holds(&exactly));
            prop_assert!(one.plus(other).unwrap().holds(&exact.plus(&exactly)));
            prop_assert!(one.times(other).unwrap().holds(&exact.times(&exactly)));
            if let Some(quotient) = one.over(other) {
                prop_assert!(quotient.holds(&exact.over(&exactly).unwrap()));
            }
            prop_assert!(one.side().is_none_or(|side| side == exact.side()));
        }
    }
}
