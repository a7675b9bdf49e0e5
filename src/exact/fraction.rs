//! Exact fractions: on the stack where 128 bits hold them, else of whole numbers of any size.
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use core::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use rust_decimal::Decimal;

use super::NoDecimal;
use super::ball::Ball;
use super::ratio::{self, Exponent, ExponentSide, Middle, Ratio, power_of_ten, signed_power_of_ten};
use super::round::{Estimate, SHARE_SCALE, decimal, round};
use super::wide::Wide;
use crate::value::arithmetic::floor;

/// A fraction, not reduced: its numbers stay small enough without, and [`reduced`](Self::reduced) where it matters.
#[derive(Debug, Clone)]
pub(super) struct Fraction(Sides);

/// Numerator and denominator, which is above zero.
#[derive(Debug, Clone)]
enum Sides {
    Short(i128, i128),
    Long(BigInt, BigInt),
}

impl From<Decimal> for Fraction {
    fn from(value: Decimal) -> Self {
        Self(Sides::Short(value.mantissa(), signed_power_of_ten(value.scale())))
    }
}

impl From<Ratio> for Fraction {
    fn from(ratio: Ratio) -> Self {
        let (numerator, denominator) = ratio.sides();
        Self::of_sides(numerator.into(), denominator.into())
    }
}

impl From<Exponent> for Fraction {
    fn from(exponent: Exponent) -> Self {
        let product = |(share, units): ExponentSide| BigInt::from(share) * units;
        let size = Self::of_sides(product(exponent.numerator), product(exponent.denominator));
        if exponent.is_negative { size.negated() } else { size }
    }
}

impl From<i64> for Fraction {
    fn from(whole: i64) -> Self {
        Self(Sides::Short(whole.into(), 1))
    }
}

impl From<BigInt> for Fraction {
    fn from(whole: BigInt) -> Self {
        Self::of_sides(whole, BigInt::from(1_u32))
    }
}

impl From<Middle> for Fraction {
    fn from(middle: Middle) -> Self {
        let ten = signed_power_of_ten(middle.scale);
        Self(Sides::Short(middle.twice, 2 * ten))
    }
}

impl Fraction {
    pub(super) fn zero() -> Self {
        Self::from(0)
    }

    pub(super) fn one() -> Self {
        Self::from(1)
    }

    /// `units ÷ whole`, the share of some units of time in a whole, which is above zero.
    pub(super) fn of_units(units: i64, whole: u64) -> Self {
        Self(Sides::Short(units.into(), whole.into()))
    }

    /// `numerator ÷ denominator`; `None` if the denominator is zero.
    pub(super) fn of(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Option<Self> {
        let (numerator, denominator) = (numerator.into(), denominator.into());
        match denominator.cmp(&BigInt::ZERO) {
            Ordering::Equal => None,
            Ordering::Greater => Some(Self::of_sides(numerator, denominator)),
            Ordering::Less => Some(Self::of_sides(-numerator, -denominator)),
        }
    }

    /// `numerator ÷ denominator`, where the denominator is above zero.
    fn of_sides(numerator: BigInt, denominator: BigInt) -> Self {
        Self(match (i128::try_from(&numerator), i128::try_from(&denominator)) {
            (Ok(numerator), Ok(denominator)) => Sides::Short(numerator, denominator),
            _ => Sides::Long(numerator, denominator),
        })
    }

    /// Numerator and denominator, of which the denominator is above zero.
    pub(super) fn sides(&self) -> (BigInt, BigInt) {
        match &self.0 {
            Sides::Short(numerator, denominator) => ((*numerator).into(), (*denominator).into()),
            Sides::Long(numerator, denominator) => (numerator.clone(), denominator.clone()),
        }
    }

    /// The numerator and denominator of this fraction, then those of the other; `None` unless all four fit 128 bits.
    fn short_sides(&self, other: &Self) -> Option<[i128; 4]> {
        match (&self.0, &other.0) {
            (Sides::Short(up, down), Sides::Short(other_up, other_down)) => Some([*up, *down, *other_up, *other_down]),
            _ => None,
        }
    }

    /// The numerators of two short fractions over one denominator, and that denominator: the larger one where the other
    /// one divides it, as those of decimals do, so that sums of many do not grow long. `None` where 128 bits do not
    /// hold them.
    fn over_one_denominator(&self, other: &Self) -> Option<(i128, i128, i128)> {
        let [up, down, other_up, other_down] = self.short_sides(other)?;
        if down == other_down {
            return Some((up, other_up, down));
        }
        if down > other_down {
            if let Some(times) = whole_quotient(down, other_down) {
                return Some((up, product(other_up, times)?, down));
            }
        } else if let Some(times) = whole_quotient(other_down, down) {
            return Some((product(up, times)?, other_up, other_down));
        }
        Some((
            product(up, other_down)?,
            product(other_up, down)?,
            product(down, other_down)?,
        ))
    }

    /// The sum, in 128 bits where they hold it.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let in_short = self
            .over_one_denominator(other)
            .and_then(|(up, other_up, down)| Some(Self(Sides::Short(up.checked_add(other_up)?, down))));
        in_short.unwrap_or_else(|| {
            let ((mut up, mut down), (mut larger_up, mut larger)) = (self.sides(), other.sides());
            if down > larger {
                core::mem::swap(&mut up, &mut larger_up);
                core::mem::swap(&mut down, &mut larger);
            }
            let times = &larger / &down;
            if &times * &down == larger {
                Self::of_sides(up * times + larger_up, larger)
            } else {
                Self::of_sides(up * &larger + larger_up * &down, down * larger)
            }
        })
    }

    pub(super) fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negated())
    }

    /// The product, in 128 bits where they hold it.
    pub(super) fn times(&self, other: &Self) -> Self {
        let in_short = self.short_sides(other).and_then(|[up, down, other_up, other_down]| {
            Some(Self(Sides::Short(product(up, other_up)?, product(down, other_down)?)))
        });
        in_short.unwrap_or_else(|| {
            let ((up, down), (other_up, other_down)) = (self.sides(), other.sides());
            Self::of_sides(up * other_up, down * other_down)
        })
    }

    /// 1 ÷ the fraction; `None` for zero.
    pub(super) fn inverse(&self) -> Option<Self> {
        match self.0 {
            Sides::Short(up, down) if up > 0 => Some(Self(Sides::Short(down, up))),
            _ => {
                let (up, down) = self.sides();
                Self::of(down, up)
            }
        }
    }

    /// The quotient; `None` if the divisor is zero.
    pub(super) fn over(&self, divisor: &Self) -> Option<Self> {
        match self.over_one_denominator(divisor) {
            // Of two fractions over one denominator, the numerators are divided.
            Some((dividend, divisor, _)) if divisor > 0 => Some(Self(Sides::Short(dividend, divisor))),
            _ => Some(self.times(&divisor.inverse()?)),
        }
    }

    /// The fraction with its sign turned round.
    pub(super) fn negated(&self) -> Self {
        if let Sides::Short(up, down) = self.0 {
            if let Some(up) = up.checked_neg() {
                return Self(Sides::Short(up, down));
            }
        }
        let (up, down) = self.sides();
        Self::of_sides(-up, down)
    }

    /// On which side of zero the fraction lies.
    pub(super) fn side(&self) -> Ordering {
        match &self.0 {
            Sides::Short(up, _) => up.cmp(&0),
            Sides::Long(up, _) => up.cmp(&BigInt::ZERO),
        }
    }

    pub(super) fn is_zero(&self) -> bool {
        self.side() == Ordering::Equal
    }

    /// The fraction raised to a whole power; `None` for zero and a negative power.
    pub(super) fn power(&self, exponent: i32) -> Option<Self> {
        let times = exponent.unsigned_abs();
        let (up, down) = self.sides();
        let power = Self::of_sides(up.pow(times), down.pow(times));
        if exponent < 0 { power.inverse() } else { Some(power) }
    }

    /// The fraction as a whole number; `None` unless it is one of 32 bits.
    pub(super) fn as_whole(&self) -> Option<i32> {
        let whole = i32::try_from(self.floor()).ok()?;
        (Self::from(i64::from(whole)) == *self).then_some(whole)
    }

    /// The fraction in lowest terms.
    pub(super) fn reduced(&self) -> Self {
        if let Sides::Short(up, down) = self.0 {
            let common = ratio::greatest_common_divisor(up.unsigned_abs(), down.unsigned_abs());
            if let Some(common) = i128::try_from(common).ok().filter(|common| *common > 0) {
                return Self(Sides::Short(up / common, down / common));
            }
        }
        let (up, down) = self.sides();
        let common = BigInt::from(greatest_common_divisor(up.magnitude(), down.magnitude()));
        Self::of_sides(up / &common, down / &common)
    }

    /// The greatest whole number that is not above the fraction.
    pub(super) fn floor(&self) -> BigInt {
        let (up, down) = self.sides();
        floor(&up, &down)
    }

    /// The nearest decimal, half-even, at the largest scale up to `limit` that holds it.
    pub(super) fn rounded(&self, limit: u32) -> Result<Decimal, NoDecimal> {
        let side = self.side();
        if side == Ordering::Equal {
            return Ok(Decimal::ZERO);
        }
        if let Some(decimal) = self.rounded_by_division(limit) {
            return Ok(decimal);
        }
        // Off by less than 2⁻¹²⁵ of itself, as argued below.
        let (up, down) = self.leading_bits();
        let estimate = Some(Estimate::of(side == Ordering::Less, up.over(down), 123));
        round(limit, estimate, |middle| self.cmp(&Self::from(middle)))
    }

    /// The nearest decimal without an estimate: the fraction itself if its denominator is a power of ten of at most
    /// `limit` digits; else by one division, to `limit` places but not more than [`SHARE_SCALE`]. `None` where a side
    /// of the fraction exceeds 128 bits, or `limit` is larger than that and the division leaves a rest.
    fn rounded_by_division(&self, limit: u32) -> Option<Decimal> {
        let Sides::Short(up, down) = self.0 else { return None };
        let divisor = down.unsigned_abs();
        // Most are decimals as they came in.
        let places = divisor.checked_ilog10()?;
        if places <= limit && power_of_ten(places) == divisor {
            return decimal(up.unsigned_abs(), up < 0, places);
        }
        let scale = limit.min(SHARE_SCALE);
        let dividend = up.unsigned_abs().checked_mul(power_of_ten(scale))?;
        let whole = dividend.checked_div(divisor)?;
        let rest = dividend - whole * divisor;
        if rest != 0 && scale < limit {
            return None;
        }
        let is_up = match rest.cmp(&(divisor - rest)) {
            Ordering::Less => false,
            Ordering::Equal => whole & 1 == 1,
            Ordering::Greater => true,
        };
        decimal(whole + u128::from(is_up), up < 0, scale)
    }

    /// The fraction as a ratio of integers; `None` unless it is above zero and both are below 2⁹⁸.
    pub(super) fn as_ratio(&self) -> Option<Ratio> {
        let Sides::Short(up, down) = self.0 else { return None };
        (up > 0 && (up | down) >> 98 == 0).then(|| Ratio {
            numerator: up.unsigned_abs(),
            denominator: down.unsigned_abs(),
            tens: 0,
        })
    }

    /// The fraction in 128 bits; `None` where its size is out of the range of [`Ball`]. Numerator and denominator lose
    /// less than 2⁻¹²⁷ of themselves where they are cut to their leading bits, and their quotient 2⁻¹²⁶: together it is
    /// off by less than 2⁻¹²⁵ of itself. A short whole number needs no division, and is exact.
    pub(super) fn ball(&self) -> Option<Ball> {
        let side = self.side();
        if side == Ordering::Equal {
            return Some(Ball::ZERO);
        }
        if let Sides::Short(up, 1) = self.0 {
            return Ball::of(side, Wide::of(up.unsigned_abs(), 0), 0.0);
        }
        let (up, down) = self.leading_bits();
        Ball::within(side, up.over(down), 125)
    }

    /// The 128 leading bits of numerator and denominator, without their sign.
    pub(super) fn leading_bits(&self) -> (Wide, Wide) {
        match &self.0 {
            Sides::Short(up, down) => (Wide::of(up.unsigned_abs(), 0), Wide::of(down.unsigned_abs(), 0)),
            Sides::Long(up, down) => (leading_bits(up.magnitude()), leading_bits(down.magnitude())),
        }
    }
}

/// The product, if 128 bits hold it. Most machines have an instruction for factors of 64 bits.
fn product(one: i128, other: i128) -> Option<i128> {
    match (i64::try_from(one), i64::try_from(other)) {
        (Ok(one), Ok(other)) => Some(i128::from(one) * i128::from(other)),
        _ => one.checked_mul(other),
    }
}

/// The quotient of two numbers above zero, if it is whole. Most machines have an instruction for 64 bits.
fn whole_quotient(dividend: i128, divisor: i128) -> Option<i128> {
    let (quotient, rest) = match (u64::try_from(dividend), u64::try_from(divisor)) {
        (Ok(dividend), Ok(divisor)) => (
            i128::from(dividend.checked_div(divisor)?),
            i128::from(dividend % divisor),
        ),
        _ => (dividend.checked_div(divisor)?, dividend % divisor),
    };
    (rest == 0).then_some(quotient)
}

/// The 128 leading bits of an integer.
pub(super) fn leading_bits(integer: &BigUint) -> Wide {
    let cut = integer.bits().saturating_sub(128);
    let leading = u128::try_from(integer >> cut).unwrap_or(u128::MAX);
    Wide::of(leading, i32::try_from(cut).unwrap_or(i32::MAX / 2))
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
        let in_short = self
            .over_one_denominator(other)
            .map(|(up, other_up, _)| up.cmp(&other_up));
        in_short.unwrap_or_else(|| {
            let ((up, down), (other_up, other_down)) = (self.sides(), other.sides());
            (up * other_down).cmp(&(other_up * down))
        })
    }
}

/// The greatest common divisor of two integers, by Euclid's algorithm.
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
    fn ratios_are_short_on_either_side() {
        let long = 1_i128 << 98;
        for (up, down, is_short) in [
            (long - 1, 1, true),
            (1, long - 1, true),
            (long, 1, false),
            (1, long, false),
            (long + 1, long, false),
            (-1, 3, false),
            (0, 1, false),
        ] {
            let fraction = Fraction(Sides::Short(up, down));
            assert_eq!(fraction.as_ratio().is_some(), is_short, "{up} / {down}");
        }
    }

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
        assert_eq!(Fraction::of(3, -6).unwrap().reduced().sides().1, BigInt::from(2));
        for (numerator, floor) in [(-7, -4), (-6, -3), (7, 3), (0, 0)] {
            assert_eq!(Fraction::of(numerator, 2).unwrap().floor(), BigInt::from(floor));
        }
        assert_eq!(third.rounded(28), Ok(dec!(0.3333333333333333333333333333)));
        assert_eq!(
            Fraction::from(Decimal::MAX).times(&Fraction::from(2)).rounded(28),
            Err(NoDecimal::Overflow)
        );
    }

    /// On the stack, on the heap, and over from one to the other: the least number, what is just too long, and what
    /// cancels.
    #[test]
    fn short_fractions_are_those_of_big_integers() {
        let edges = [
            0,
            1,
            -1,
            3,
            -7,
            10_i128.pow(28),
            i128::MAX,
            i128::MIN,
            i128::MIN + 1,
            1 << 96,
        ];
        let big = |fraction: &Fraction| fraction.sides();
        for up in edges {
            for down in [1, 7, 10_i128.pow(28), i128::MAX] {
                let one = Fraction(Sides::Short(up, down));
                for other_up in edges {
                    let other = Fraction(Sides::Short(other_up, 10_i128.pow(12)));
                    let ((a, b), (c, d)) = (big(&one), big(&other));
                    assert_eq!(one.plus(&other), Fraction::of(&a * &d + &c * &b, &b * &d).unwrap());
                    assert_eq!(one.minus(&other), Fraction::of(&a * &d - &c * &b, &b * &d).unwrap());
                    assert_eq!(one.times(&other), Fraction::of(&a * &c, &b * &d).unwrap());
                    assert_eq!(one.over(&other), Fraction::of(&a * &d, &b * &c));
                    assert_eq!(one.cmp(&other), (&a * &d).cmp(&(&c * &b)));
                }
                let (a, b) = big(&one);
                assert_eq!(one.negated(), Fraction::of(-a, b).unwrap());
                assert_eq!(one.reduced(), one);
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_near_a_fraction_is_as_near_as_argued(up: i128, down in 1_i128.., doublings in -300_i64..300) {
            let shifted = |integer: BigInt, is_longer: bool| integer << if is_longer { doublings.unsigned_abs() } else { 0 };
            let fraction = Fraction::of(shifted(up.into(), doublings > 0), shifted(down.into(), doublings < 0)).unwrap();
            let ball = fraction.ball().unwrap();
            prop_assert!(ball.holds(&fraction), "{ball:?}");
        }

        /// With an estimate and without.
        #[test]
        fn both_ways_of_rounding_agree(up: i128, down in 1_i128.., shifts in prop::array::uniform2(0_u32..127), limit in 0_u32..=28) {
            let (up, down) = (up >> shifts[0], (down >> shifts[1]).max(1));
            let fraction = Fraction(Sides::Short(up, down));
            let side_of = |middle| fraction.cmp(&Fraction::from(middle));
            let searched = round(limit, None, side_of);
            prop_assert_eq!(fraction.rounded(limit), searched);
            prop_assert_eq!(round(limit, fraction.ball().and_then(Ball::estimate), side_of), searched);
        }
    }
}
