//! Binary logarithms and powers in 128 bits, with a bound on what they lose.
//!
//! | step | loses at most |
//! |---|---|
//! | [`Logarithm::of`] | 2⁻¹¹⁹ of the logarithm |
//! | [`sign_and_magnitude`] and [`Logarithm::times`] | 2⁻¹²⁴ of the product |
//! | [`Logarithm::exponential`] | 2⁻¹²¹ of the power, beside what the exponent had lost |
//!
//! An exponent x that has lost (2⁻¹¹⁹ + 2⁻¹²⁴) · |x| < 2⁻¹¹⁸·⁹ · |x| changes 2^x by less than ln 2 · 2⁻¹¹⁸·⁹ · |x| <
//! 2⁻¹¹⁹·⁴ · |x| of it. With 2⁻¹²¹ of its own, the power has lost less than (|x| + 1) · 2⁻¹¹⁹ of itself:
//! [`Logarithm::accurate_bits`] counts that.
//!
//! In a fixed-point series, the first coefficient is half a unit off. A step multiplies by a number below 1 that is
//! itself some units off (which are worth half a unit, because what they multiply is below 2⁻⁷; in the 64-bit tail one
//! unit), cuts off the product (three units; in the tail one), and adds a coefficient (half a unit): 4 units, and 2½ in
//! the tail. Joining the two halves of the series cuts off once more, 3½ units.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "the size of each integer is argued beside it; exponents stay within ±2^30"
)]

use core::cmp::Ordering;

use super::ball::Ball;
use super::fraction::Fraction;
use super::ratio::{Exponent, ExponentSide, Ratio, power_of_ten, signed};
use super::tables::{
    EXPONENTIAL_SERIES, EXPONENTIAL_TAIL, LOGARITHM_OF_TWO, LOGARITHM_SERIES, LOGARITHM_TAIL, LOGARITHMS, POWERS,
};
use super::wide::{Wide, high_product, power_of_two};

/// A factor whose binary logarithm lies beyond ±2⁹ leads from every decimal out of the decimals, which span less than
/// 2¹⁹⁰.
const LIMIT: i32 = 9;

/// A binary logarithm, or a rational multiple of one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Logarithm {
    /// How the ratio compares with 1, exactly; the magnitude means nothing if it is `Equal`.
    pub(super) side: Ordering,
    pub(super) magnitude: Wide,
}

impl Logarithm {
    /// log₂ of a ratio, with a relative error below 2⁻¹¹⁹.
    ///
    /// With n ÷ d brought between 91/128 and 91/64 by doublings, and j the whole number nearest to 64 n ÷ d, from 46 to
    /// 91:
    ///
    /// ```text
    /// log₂(n ÷ d) = log₂(j ÷ 64) + (2 ÷ ln 2) · artanh(z),   z = (64 n − j d) ÷ (64 n + j d),   |z| < 0.00547
    /// ```
    ///
    /// - Near 1 (j = 64, no doublings) the series is all there is. The numerator of z is exact, so that the relative
    ///   error is that of the denominator (2⁻¹²⁶), the quotient (2⁻¹²⁶) and the series (2⁻¹²¹·³): together below
    ///   2⁻¹²¹·¹.
    /// - With j ≠ 64 and no doublings the logarithm is at least log₂(129 ÷ 128) > 0.0112. In units of 2⁻¹²⁷ the table
    ///   is ½ off, and the series, at most 0.0158, is 0.9 off and then cut off by 1: 2.4 units, below 2⁻¹¹⁹·² of the
    ///   logarithm.
    /// - With doublings it is at least 1 − log₂(91/64) > 0.49, and what is cut off to make room for the whole part is
    ///   below 2⁻¹²⁴ of it.
    /// - A product with a power of ten that exceeds 126 bits is cut off by 2⁻¹²⁵ of it. The other side is below 2⁹⁸, so
    ///   that the logarithm exceeds 27, and loses less than 2⁻¹²⁹ of itself by that.
    pub(super) fn of(ratio: Ratio) -> Self {
        let tens = ratio.tens.unsigned_abs();
        let (up, down) = if ratio.tens >= 0 { (tens, 0) } else { (0, tens) };
        Self::of_sides(times_ten_to(ratio.numerator, up), times_ten_to(ratio.denominator, down))
    }

    /// log₂(numerator ÷ denominator), by the formula of [`of`](Self::of), in which j is `index`, z is `difference ÷
    /// sum`, and (2 ÷ ln 2) · artanh(z) is `near_one`:
    ///
    /// 1. Both sides are cut off to 126 bits, and one of them doubled so that n ÷ d lies between 91/128 and 91/64.
    /// 2. j is the whole number nearest to 64 n ÷ d; [`of_parts`](Self::of_parts) finds log₂(j ÷ 64) in a table.
    /// 3. log₂ = doublings + log₂(j ÷ 64) + `near_one`.
    #[inline]
    fn of_sides(numerator: Wide, denominator: Wide) -> Self {
        let (numerator, numerator_exponent) = (numerator.mantissa >> 2, numerator.exponent + 2);
        let (denominator, denominator_exponent) = (denominator.mantissa >> 2, denominator.exponent + 2);
        // The 24 leading bits of each, and one more of what is doubled here: that brings the quotient between 91/128
        // and 91/64.
        let (up, down) = (leading_bits(numerator), leading_bits(denominator));
        let (is_large, is_small) = (u32::from(up * 64 > down * 91), u32::from(up * 128 < down * 91));
        let (numerator, up) = (numerator << is_small, up << is_small);
        let (denominator, down) = (denominator << is_large, down << is_large);
        let doublings = numerator_exponent - denominator_exponent + signed(is_large) - signed(is_small);
        // So few bits can make 64 n ÷ d − j more than ½, but not by 2^−15.
        let index = ((up * 64 + down / 2) / down.max(1)).clamp(46, 91);
        let by_index = u128::from(index);
        // The true difference is at most half the denominator and a little more, below 2^127: it is right modulo 2^128.
        let difference = (numerator << 6).wrapping_sub(denominator.wrapping_mul(by_index));
        let is_negative = difference >> 127 == 1;
        let difference = if is_negative {
            difference.wrapping_neg()
        } else {
            difference
        };
        // Each of the two is below 1.43 · 2^126.
        let sum = numerator + (denominator >> 6) * by_index + (((denominator & 63) * by_index) >> 6);
        let near_one = if difference == 0 {
            None
        } else {
            Some(artanh_series(Wide::of(difference, -6).over(Wide::of(sum, 0))))
        };
        if index == 64 && doublings == 0 {
            let side = if is_negative { Ordering::Less } else { Ordering::Greater };
            return near_one.map_or(Self::ZERO, |magnitude| Self { side, magnitude });
        }
        let magnitude = near_one
            .map_or(0, |series| in_units(series, 127))
            .try_into()
            .unwrap_or_default();
        Self::of_parts(
            doublings,
            index,
            if is_negative { 0_i128 - magnitude } else { magnitude },
        )
    }

    /// The logarithm of 1.
    const ZERO: Self = Self {
        side: Ordering::Equal,
        magnitude: Wide::ONE,
    };

    /// doublings + log₂(index ÷ 64) + series, where the series is in units of 2⁻¹²⁷, and the whole is not zero.
    fn of_parts(doublings: i32, index: u32, series: i128) -> Self {
        let entry = usize::try_from(index)
            .ok()
            .and_then(|index| LOGARITHMS.get(index.checked_sub(46)?));
        // At most 0.5 and a little in magnitude.
        let fraction = entry.copied().unwrap_or_default() + series;
        // As many bits as the doublings have make room for them.
        let room = 32 - doublings.unsigned_abs().leading_zeros();
        let total = (i128::from(doublings) << (127 - room)) + (fraction >> room);
        Self {
            side: total.cmp(&0),
            magnitude: Wide::of(total.unsigned_abs(), signed(room) - 127),
        }
    }

    /// The logarithm times an exponent, whose sign and magnitude [`sign_and_magnitude`] tells: these can be worked out
    /// at the same time as the logarithm.
    pub(super) fn times(self, (is_negative, magnitude): (bool, Wide)) -> Self {
        Self {
            side: if is_negative { self.side.reverse() } else { self.side },
            magnitude: self.magnitude.times(magnitude),
        }
    }

    /// Whether 2 to this power is larger than the quotient of any two decimals, or smaller.
    pub(super) fn is_out_of_range(self) -> bool {
        self.magnitude.exponent + 128 > LIMIT
    }

    /// 2 to this power, if it is not out of range.
    ///
    /// ```text
    /// 2^x = 2^⌊x⌋ · 2^(i ÷ 64) · 2^(g ÷ 64),   0 ≤ g < 1
    /// ```
    ///
    /// In units of 2⁻¹²⁷, each half of the series loses ½ + 2 · 2½ + 4 · 4, and joining them 3½; the terms left out
    /// (0.60), the table (0.51) and the cut of x at 2⁻¹²⁸ (0.35) lose 1½, and the product 6: 54 units, less than 2⁻¹²¹.
    pub(super) fn exponential(self) -> Wide {
        let (mut whole, mut fraction) = whole_and_fraction(self.magnitude);
        if self.side == Ordering::Less {
            // −(whole + fraction) = −(whole + 1) + (1 − fraction); a fraction of 0 stays.
            whole = -whole - i32::from(fraction != 0);
            fraction = fraction.wrapping_neg();
        }
        let entry = usize::try_from(fraction >> 122)
            .ok()
            .and_then(|index| POWERS.get(index));
        let entry = entry.copied().unwrap_or(1 << 127);
        let power = polynomial(&EXPONENTIAL_SERIES, &EXPONENTIAL_TAIL, fraction << 6);
        // Both are between 1 and 2.
        Wide::of(high_product(power, entry), whole + 128 - 2 * 127)
    }

    /// The n for which the computed power 2^x is off by less than 2^−n of itself: with |x| < 2^k and k ≥ 0, its error
    /// (|x| + 1) · 2⁻¹¹⁹ is at most 2^(k − 118).
    pub(super) fn accurate_bits(self) -> u32 {
        118_u32.saturating_sub((self.magnitude.exponent + 128).max(0).unsigned_abs())
    }
}

/// log₂ of a fraction above zero, in 128 bits; `None` where it is out of the range of [`Ball`]. Sides that are longer
/// than 126 bits are cut off by 2⁻¹²⁵ of each, which moves the logarithm by less than 2⁻¹²³.
pub(super) fn logarithm_ball(fraction: &Fraction) -> Option<Ball> {
    let (numerator, denominator) = fraction.leading_bits();
    let Logarithm { side, magnitude } = Logarithm::of_sides(numerator, denominator);
    let logarithm = match side {
        Ordering::Equal => Ball::ZERO,
        _ => Ball::within(side, magnitude, 119)?,
    };
    logarithm.off_by(power_of_two(-123))
}

/// ln of a number from its log₂, as ln 2 · log₂; `None` where it is out of the range of [`Ball`].
pub(super) fn natural_logarithm(binary: Ball) -> Option<Ball> {
    binary.times(Ball::within(Ordering::Greater, LOGARITHM_OF_TWO, 127)?)
}

/// 2 to an exponent. `None` if it is too large, or if the exponent is off by more than a thousandth.
///
/// An exponent that is off by ε brings the power off by less than ln 2 · ε · 2^ε of itself, and 2⁻¹²¹ more are lost. A
/// power that is too small is taken as zero, which is off by less than the smallest power that is not.
#[expect(clippy::float_arithmetic, reason = "a bound")]
pub(super) fn exponential_ball(exponent: Ball) -> Option<Ball> {
    let error = exponent.error();
    let (side, magnitude) = exponent.parts().unwrap_or((Ordering::Equal, Wide::ONE));
    let power = Logarithm { side, magnitude };
    if error > 0.001 {
        return None;
    }
    if power.is_out_of_range() {
        let zero = Ball::ZERO.off_by(power_of_two(1 - (1 << LIMIT)));
        return zero.filter(|_| side == Ordering::Less);
    }
    let size = if side == Ordering::Equal {
        Wide::ONE
    } else {
        power.exponential()
    };
    let power = Ball::within(Ordering::Greater, size, 121)?;
    power.off_by(power.magnitude_above() * error)
}

/// Whether an exponent other than zero is negative, and its magnitude. The parts of the exponent are exact, and up to
/// two products and a quotient are cut off: with the product for which the magnitude is used, the error is below 2⁻¹²⁴.
#[expect(
    clippy::inline_always,
    reason = "where both are spans, as for most callers, there is but one quotient"
)]
#[inline(always)]
pub(super) fn sign_and_magnitude(exponent: Exponent) -> (bool, Wide) {
    let magnitude = match (exponent.numerator, exponent.denominator) {
        // The share is 1: a quotient of two times.
        ((1, by), (1, over)) => Wide::of_quotient(by, over),
        (numerator, denominator) => wide_product(numerator).over(wide_product(denominator)),
    };
    (exponent.is_negative, magnitude)
}

/// The product that a side of an exponent is.
fn wide_product((share, units): ExponentSide) -> Wide {
    Wide::of_product(share, u128::from(units))
}

/// `integer · 10^tens`; cut off only if it exceeds 128 bits. The integer is above zero.
fn times_ten_to(integer: u128, tens: u32) -> Wide {
    if tens == 0 {
        Wide::of(integer, 0)
    } else {
        Wide::of_product(integer, power_of_ten(tens))
    }
}

/// The 24 leading bits of an integer of 126 bits.
fn leading_bits(integer: u128) -> u32 {
    u32::try_from(integer >> 102).unwrap_or(u32::MAX)
}

/// The number in units of 2^−places, cut off.
fn in_units(wide: Wide, places: i32) -> u128 {
    let shift = u32::try_from(-(wide.exponent + places)).unwrap_or_default();
    wide.mantissa.checked_shr(shift).unwrap_or_default()
}

/// The whole part of a number, and its fractional part in units of 2⁻¹²⁸, cut off.
fn whole_and_fraction(wide: Wide) -> (i32, u128) {
    let bits_before = wide.exponent + 128;
    if bits_before > 0 {
        let whole = i32::try_from(in_units(wide, 0)).unwrap_or_default();
        let fraction = wide.mantissa.checked_shl(bits_before.unsigned_abs());
        (whole, fraction.unwrap_or_default())
    } else {
        (0, in_units(wide, 128))
    }
}

/// (2 ÷ ln 2) · artanh(z) for z < 0.00547, with a relative error below 2⁻¹²¹·³ beside that of z.
///
/// [`polynomial`] sums the even and the odd powers of z² apart. In units of 2⁻¹²⁵, of which the series has more than
/// 2.88 · 2¹²⁵, the even sum loses ½ + 2 · 2½ + 2 · 4, the odd sum ½ + 2½ + 2 · 4, joining them 3½, and the terms left
/// out less than 1: 29 units, or 2⁻¹²¹·⁶. The product, of which 3 units more are cut off, has at least 2¹²⁵·⁵.
fn artanh_series(argument: Wide) -> Wide {
    // 2^7 · z is below 0.71, and 2^15 · z² below 1.
    let scaled = in_units(argument, 135);
    let square = high_product(scaled, scaled) << 1;
    // From 2.88 to 2.89.
    let series = polynomial(&LOGARITHM_SERIES, &LOGARITHM_TAIL, square);
    Wide::of(high_product(argument.mantissa, series), argument.exponent + 128 - 125)
}

/// c₀ + c₁ g + c₂ g² + … for g in units of 2⁻¹²⁸, as (c₀ + c₂ g² + …) + g (c₁ + c₃ g² + …): the two sums do not wait
/// for each other. There is an even number of coefficients before the tail.
#[inline]
fn polynomial<const N: usize, const M: usize>(series: &[u128; N], tail: &[u64; M], argument: u128) -> u128 {
    let square = high_product(argument, argument);
    let even = horner(series.iter().step_by(2), tail.iter().step_by(2), square);
    let odd = horner(series.iter().skip(1).step_by(2), tail.iter().skip(1).step_by(2), square);
    even + high_product(odd, argument)
}

/// The sum c₀ + c₁ g + c₂ g² + … by Horner's rule, for g in units of 2⁻¹²⁸. The coefficients of the tail are so small
/// that 64 bits do for them.
#[inline]
fn horner<'a>(
    series: impl DoubleEndedIterator<Item = &'a u128>,
    tail: impl DoubleEndedIterator<Item = &'a u64>,
    argument: u128,
) -> u128 {
    let short = u64::try_from(argument >> 64).unwrap_or(u64::MAX);
    let tail = tail.rev().fold(0_u64, |sum, coefficient| {
        let product = (u128::from(sum) * u128::from(short)) >> 64;
        coefficient + u64::try_from(product).unwrap_or_default()
    });
    series.rev().fold(u128::from(tail), |sum, coefficient| {
        coefficient + high_product(sum, argument)
    })
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;
    use proptest::prelude::*;
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    use super::*;
    use crate::exact::enclosure::{Enclosure, Scaled, logarithm_of_two};

    impl Enclosure {
        /// Times a power of two.
        fn shift(&mut self, doublings: i32) {
            let by = u64::from(doublings.unsigned_abs());
            (self.low, self.high) = if doublings < 0 {
                (&self.low >> by, (&self.high >> by) + 1)
            } else {
                (&self.low << by, &self.high << by)
            };
        }
    }

    const BITS: u64 = 512;

    /// How far the approximation is from the exact number, in units of 2^−places of it, rounded up.
    fn loss(approximation: &BigInt, exact: &BigInt, places: u64) -> u64 {
        let distance = BigInt::from((approximation - exact).magnitude().clone());
        u64::try_from((distance << places) / exact + 1_u32).unwrap_or(u64::MAX)
    }

    fn scaled(wide: Wide, bits: u64) -> BigInt {
        let shift = i64::from(wide.exponent) + i64::try_from(bits).unwrap();
        BigInt::from(wide.mantissa) << u64::try_from(shift).unwrap()
    }

    /// In units of 2⁻¹³⁰ of the logarithm.
    fn loss_of_logarithm(ratio: Ratio) -> u64 {
        let logarithm = Logarithm::of(ratio);
        let exact = Enclosure::logarithm(&ratio.into(), BITS).low;
        assert_eq!(logarithm.side, exact.cmp(&BigInt::ZERO), "{ratio:?}");
        let two = logarithm_of_two(BITS).low;
        let natural = (scaled(logarithm.magnitude, BITS) * two) >> BITS;
        loss(&natural, &BigInt::from(exact.magnitude().clone()), 130)
    }

    /// In units of 2⁻¹³⁰ of the power.
    fn loss_of_exponential(logarithm: Logarithm) -> u64 {
        let mut exponent = logarithm_of_two(BITS).scaled(&BigInt::from(logarithm.magnitude.mantissa));
        exponent.shift(logarithm.magnitude.exponent);
        if logarithm.side == Ordering::Less {
            exponent = exponent.negated();
        }
        let Scaled {
            mantissa: power,
            doublings,
        } = exponent.exponential();
        let approximation = logarithm.exponential();
        let shift = 300 + i64::from(approximation.exponent) - i64::try_from(doublings).unwrap();
        let approximation = BigInt::from(approximation.mantissa) << (u64::try_from(shift).unwrap() + BITS - 300);
        loss(&approximation, &power.low, 130)
    }

    fn ratios() -> impl Strategy<Value = Ratio> {
        let digits =
            |bits: u32| (1_u128..1 << 96, 32..32 + bits).prop_map(|(integer, shift)| (integer >> (shift - 32)).max(1));
        let any_two = (digits(96), digits(96), -28_i32..=28);
        let near_one = (1_u128 << 60..1 << 96, 0_u32..60, any::<bool>()).prop_map(|(integer, shift, above)| {
            let other = integer - (integer >> (shift + 1)).max(1);
            if above {
                (integer, other, 0)
            } else {
                (other, integer, 0)
            }
        });
        prop_oneof![any_two, near_one].prop_map(|(numerator, denominator, tens)| Ratio {
            numerator,
            denominator,
            tens,
        })
    }

    /// The worst loss found over many cases, which stays within the bound, and comes near enough to show that it is
    /// measured.
    fn worst<T: core::fmt::Debug>(strategy: &impl Strategy<Value = T>, cases: u32, loss: impl Fn(T) -> u64) -> u64 {
        let mut runner = TestRunner::deterministic();
        let mut draw = || strategy.new_tree(&mut runner).unwrap().current();
        (0..cases).map(|_| loss(draw())).max().unwrap()
    }

    #[test]
    fn the_larger_a_power_the_fewer_of_its_bits_are_right() {
        for (exponent, bits) in [
            (-300, 118),
            (-128, 118),
            (-127, 117),
            (-120, 110),
            (-11, 1),
            (-10, 0),
            (300, 0),
        ] {
            let magnitude = Wide { exponent, ..Wide::ONE };
            let side = Ordering::Greater;
            assert_eq!(Logarithm { side, magnitude }.accurate_bits(), bits, "{exponent}");
        }
    }

    #[test]
    fn the_logarithm_loses_what_is_argued_and_no_more() {
        let worst = worst(&ratios(), 1_000, loss_of_logarithm);
        assert!((1 << 7..1 << 11).contains(&worst), "{worst}");
    }

    #[test]
    fn the_logarithm_near_one_loses_what_is_argued_and_no_more() {
        let near = (1_u128 << 90..1 << 96, 9_u32..90)
            .prop_map(|(integer, shift)| Ratio {
                numerator: integer + (integer >> shift),
                denominator: integer,
                tens: 0,
            })
            .prop_filter("not one", |ratio| ratio.numerator != ratio.denominator);
        let worst = worst(&near, 700, loss_of_logarithm);
        assert!((1 << 3..1 << 9).contains(&worst), "{worst}");
    }

    /// ln 2, to the nearest unit of 2⁻¹²⁸.
    #[test]
    fn the_logarithm_of_two_is_the_nearest() {
        let two = logarithm_of_two(BITS).low;
        let one = BigInt::from(1_u32) << (BITS - 128);
        assert_eq!(BigInt::from(LOGARITHM_OF_TWO.mantissa), nearest(&two, &one));
    }

    #[test]
    fn the_exponential_loses_what_is_argued_and_no_more() {
        let exponents =
            (1_u128 << 127..=u128::MAX, -260_i32..-119, any::<bool>()).prop_map(|(mantissa, exponent, below)| {
                Logarithm {
                    side: if below { Ordering::Less } else { Ordering::Greater },
                    magnitude: Wide { mantissa, exponent },
                }
            });
        // Cut off at 2^−128, an exponent below that is lost in whole.
        let worst = worst(&exponents, 1_000, loss_of_exponential);
        assert!((1 << 4..1 << 9).contains(&worst), "{worst}");
    }

    /// `numerator ÷ denominator`, rounded to the nearest whole number.
    fn nearest(numerator: &BigInt, denominator: &BigInt) -> BigInt {
        (numerator * 2_u32 + denominator) / (denominator * 2_u32)
    }

    #[test]
    fn every_entry_of_the_tables_is_the_nearest_unit() {
        let two = logarithm_of_two(BITS).low;
        let one = BigInt::from(1_u32) << BITS;
        for (index, entry) in (46_u32..).zip(LOGARITHMS) {
            let ratio = |numerator: u32, denominator: u32| Ratio {
                numerator: numerator.into(),
                denominator: denominator.into(),
                tens: 0,
            };
            let magnitude = Enclosure::logarithm(&ratio(index.max(64), index.min(64)).into(), BITS).low;
            assert_eq!(
                BigInt::from(entry.unsigned_abs()),
                nearest(&(magnitude << 127), &two),
                "{index}"
            );
            assert_eq!(entry.signum(), i128::from(index.cmp(&64) as i8), "{index}");
        }
        for (index, entry) in (0_u32..).zip(POWERS) {
            let mut exponent = logarithm_of_two(BITS).scaled(&BigInt::from(index));
            exponent.shift(-6);
            let Scaled {
                mantissa: mut power,
                doublings,
            } = exponent.exponential();
            power.shift(i32::try_from(doublings).unwrap() + 127);
            assert_eq!(BigInt::from(entry), nearest(&power.low, &one), "{index}");
        }
        let series = LOGARITHM_SERIES.into_iter().chain(LOGARITHM_TAIL.map(u128::from));
        for (index, entry) in (0_u32..).zip(series) {
            let divisor = (&two * (2 * index + 1)) << (15 * index);
            assert_eq!(BigInt::from(entry), nearest(&(&one << 126_u32), &divisor), "{index}");
        }
        let series = EXPONENTIAL_SERIES.into_iter().chain(EXPONENTIAL_TAIL.map(u128::from));
        let (mut term, mut divisor) = (BigInt::from(1_u32) << 127_u32, BigInt::from(1_u32));
        for (index, entry) in (0_u32..).zip(series) {
            assert_eq!(BigInt::from(entry), nearest(&term, &divisor), "{index}");
            term *= &two;
            divisor = (divisor * (index + 1)) << (BITS + 6);
        }
    }
}
