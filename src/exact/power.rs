//! A single power of a ratio, compared and rounded: what nearly all growth is. In floating point and in 128 bits, on
//! the stack; what these leave open is asked as of every exact number.
//!
//! The number is `ratio ^ exponent`, where the ratio is a quotient of two decimals (2000 ÷ 1517.7) and the exponent a
//! quotient of two times (1 year ÷ 5 years). Three questions of growth are such numbers: the rate from one value to
//! another, `(to ÷ from)^(1 ÷ years) − 1`; what a rate makes of a value; and, turned round, the share of a growth that
//! is gone, `ln(observed ÷ baseline) ÷ ln(goal ÷ baseline)`.
//!
//! Of 1517.7 in 2021, 1781.8 in 2025 and a goal of 2000 in 2026: the rate required is 5.674 % a year, the growth so far
//! 4.092 %, and the share gone 0.581364.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::NoDecimal;
use super::decide::{Difference, decide};
use super::enclosure::Enclosure;
use super::fraction::Fraction;
use super::logarithm::{Logarithm, sign_and_magnitude};
use super::ratio::{Exponent, Middle, Ratio, power_of_ten, signed, to_float};
use super::real::Real;
use super::round::{Estimate, LARGEST_SCALE, SHARE_SCALE, round};
use super::tie::is_power;
use super::wide::Wide;

/// A ratio with its logarithm, which is taken once for all that is asked of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prepared {
    pub(crate) ratio: Ratio,
    /// The natural logarithm as a float, for comparisons.
    logarithm: f64,
    /// The binary logarithm in 128 bits, for what is rounded; `None` if the ratio was prepared for comparisons only.
    binary: Option<Logarithm>,
}

impl Prepared {
    /// A ratio for comparisons.
    ///
    /// The logarithm is off by 5.1 · 2⁻⁵³ + 2⁻⁵² |l|, as argued for [`LogarithmDifference`].
    #[expect(clippy::float_arithmetic, reason = "the filter that uses it bounds its error")]
    pub(crate) fn of(ratio: Ratio) -> Self {
        let quotient = to_float(ratio.numerator) / to_float(ratio.denominator);
        let power = to_float(power_of_ten(ratio.tens.unsigned_abs()));
        let logarithm = libm::log(if ratio.tens < 0 {
            quotient / power
        } else {
            quotient * power
        });
        Self {
            ratio,
            logarithm,
            binary: None,
        }
    }

    /// A ratio whose powers are to be rounded, and not only compared: its binary logarithm is taken in 128 bits at
    /// once, and the float for comparisons is made of it.
    ///
    /// The natural logarithm l is ln 2 of the binary one: two conversions and a product, off by 2⁻⁵¹ |l|.
    #[expect(clippy::float_arithmetic, reason = "the filter that uses it bounds its error")]
    #[inline]
    pub(crate) fn for_rounding(ratio: Ratio) -> Self {
        let binary = Logarithm::of(ratio);
        let size = binary.magnitude.to_float() * core::f64::consts::LN_2;
        let logarithm = match binary.side {
            Ordering::Less => -size,
            Ordering::Equal => 0.0,
            Ordering::Greater => size,
        };
        Self {
            ratio,
            logarithm,
            binary: Some(binary),
        }
    }

    /// The binary logarithm in 128 bits, taken now if it was not taken before.
    #[inline]
    fn binary_logarithm(&self) -> Logarithm {
        self.binary.unwrap_or_else(|| Logarithm::of(self.ratio))
    }

    /// How this ratio compares with `base^exponent`, exactly.
    #[inline]
    pub(crate) fn compare(&self, base: &Self, exponent: Exponent) -> Ordering {
        decide(&LogarithmDifference {
            left: self,
            base,
            exponent,
        })
    }
}

/// log(left) − exponent · log(base): the difference of the logarithms of a ratio and of a power of another ratio.
struct LogarithmDifference<'a> {
    left: &'a Prepared,
    base: &'a Prepared,
    exponent: Exponent,
}

impl Difference for LogarithmDifference<'_> {
    /// By the natural logarithms as floats: l of the left ratio, and x = e · m from the exponent e and the logarithm m
    /// of the base. `None` unless l and x differ by more than their errors.
    ///
    /// Each conversion and each operation is off by 2⁻⁵³ of its result, and `libm::log` by 2⁻⁵² (FreeBSD's `e_log.c`,
    /// from which it is taken, states less than one unit of the last place); a logarithm from 128 bits is off by 2⁻⁵¹
    /// of itself. So
    ///
    /// - a ratio (three conversions, two operations) is off by 5 · 2⁻⁵³ of itself, and its logarithm l by 5.1 · 2⁻⁵³ +
    ///   2⁻⁵¹ |l|;
    /// - the exponent (four conversions, three operations) by 7 · 2⁻⁵³, and x by |e| · 5.1 · 2⁻⁵³ + |x| · (4 + 7 + 1.1)
    ///   · 2⁻⁵³;
    /// - their difference by 2⁻⁵³ (|l| + |x|) more.
    ///
    /// Together that is less than 13.2 · 2⁻⁵³ (1 + |l| + |e| + |x|), and 16 · 2⁻⁵³ leaves room for the rounding of the
    /// bound itself.
    #[expect(
        clippy::float_arithmetic,
        reason = "a filter: within its error bound, it does not decide"
    )]
    #[inline]
    fn side_in_floats(&self) -> Option<Ordering> {
        let (left, magnitude) = (self.left.logarithm, self.exponent.to_float());
        let right = magnitude * self.base.logarithm;
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

    /// By the binary logarithms in 128 bits. `None` unless they differ by more than their errors: each is off by at
    /// most 2⁻¹¹⁸·⁹ of itself, and the difference has to be four times as much of the larger one.
    fn side_in_128_bits(&self) -> Option<Ordering> {
        let (left, base) = (self.left.binary_logarithm(), self.base.binary_logarithm());
        if base.side == Ordering::Equal || self.exponent.is_zero() {
            return Some(left.side);
        }
        let right = base.times(sign_and_magnitude(self.exponent));
        if left.side != right.side {
            return Some(left.side.cmp(&right.side));
        }
        let (side, distance) = left.magnitude.distance(right.magnitude);
        let largest = left.magnitude.exponent.max(right.magnitude.exponent);
        let limit = largest.saturating_sub(116);
        let side = distance.filter(|distance| distance.exponent > limit).map(|_| side);
        side.map(|side| if left.side.is_lt() { side.reverse() } else { side })
    }

    /// ln(left) − exponent · ln(base), enclosed; `None` if the left ratio is exactly the power of the base.
    fn enclosed_unless_zero(&self) -> Option<impl Fn(u64) -> Enclosure> {
        let [left, base] = [self.left, self.base].map(|side| Fraction::from(side.ratio));
        let (up, down) = Fraction::from(self.exponent).sides();
        (!is_power(self.left.ratio, self.base.ratio, self.exponent)).then_some(move |bits| {
            let right = Enclosure::logarithm(&base, bits).scaled(&up).divided_by(&down);
            Enclosure::logarithm(&left, bits).minus(&right)
        })
    }
}

impl Real {
    /// How this number, if it is a fraction, compares with `base^exponent`, exactly. Zero and less, and numbers that
    /// are no fractions, lie below.
    pub(crate) fn compare_with_power(&self, base: Ratio, exponent: Exponent) -> Ordering {
        let Some(fraction) = self.above_zero() else {
            return Ordering::Less;
        };
        if let Some(ratio) = fraction.as_ratio() {
            return Prepared::of(ratio).compare(&Prepared::of(base), exponent);
        }
        let power = Self::logarithm_of(base).times(&Fraction::from(exponent).into());
        let logarithm = self.logarithm();
        logarithm.map_or(Ordering::Less, |logarithm| logarithm.cmp(&power))
    }
}

/// `value · base^exponent` for each of these exponents, rounded once. The value is zero or more.
#[inline]
pub(crate) fn scaled_powers<const N: usize>(
    value: Decimal,
    base: &Prepared,
    exponents: [Exponent; N],
) -> [Result<Decimal, NoDecimal>; N] {
    let logarithm = base.binary_logarithm();
    exponents.map(|exponent| {
        if value.is_zero() || exponent.is_zero() {
            return Ok(value.normalize());
        }
        let power = ScaledPower {
            value: (value.mantissa().unsigned_abs(), signed(value.scale())),
            base: base.ratio,
            logarithm,
            exponent,
            less_one: false,
        };
        power.rounded()
    })
}

/// `base^exponent − 1`, rounded once; `Underflow` where it would be rounded to −1, which it never is. The exponent is
/// not zero.
#[inline]
pub(crate) fn power_less_one(base: &Prepared, exponent: Exponent) -> Result<Decimal, NoDecimal> {
    let power = ScaledPower {
        value: (1, 0),
        base: base.ratio,
        logarithm: base.binary_logarithm(),
        exponent,
        less_one: true,
    };
    power.rounded()
}

/// The number `value · base^exponent`, or `value · base^exponent − 1` if `less_one`.
struct ScaledPower {
    /// The mantissa of the value, above zero, and its scale.
    value: (u128, i32),
    base: Ratio,
    /// Of the base.
    logarithm: Logarithm,
    exponent: Exponent,
    less_one: bool,
}

impl ScaledPower {
    /// The number, rounded once. `Overflow` beyond the largest decimal; `Underflow` where it would be rounded to its
    /// limit, 0 (−1 if `less_one`).
    ///
    /// The estimate in 128 bits leaves open less than one case in 2²⁰ for powers from ½ to 2, and twice as many for
    /// each doubling of the exponent; those are decided exactly.
    #[expect(
        clippy::inline_always,
        reason = "handing the result up through memory takes 6 % of the whole"
    )]
    #[inline(always)]
    fn rounded(&self) -> Result<Decimal, NoDecimal> {
        let exponent = sign_and_magnitude(self.exponent);
        let mut estimate = Estimate {
            factor: self.value,
            less_one: self.less_one,
            ..Estimate::of(false, Wide::ONE, 128)
        };
        if self.logarithm.side != Ordering::Equal {
            let logarithm = self.logarithm.times(exponent);
            if logarithm.is_out_of_range() {
                return Err(match logarithm.side {
                    Ordering::Greater => NoDecimal::Overflow,
                    _ => NoDecimal::Underflow,
                });
            }
            // Scaling loses 2^−124 more, for which the bound has room.
            (estimate.size, estimate.accurate_bits) = (logarithm.exponential(), logarithm.accurate_bits());
        }
        let result = round(LARGEST_SCALE, Some(estimate), |middle| self.side_of(middle))?;
        let is_limit = if self.less_one {
            result.mantissa() == -1 && result.scale() == 0
        } else {
            result.is_zero()
        };
        if is_limit {
            Err(NoDecimal::Underflow)
        } else {
            Ok(result)
        }
    }

    /// On which side of a middle between two decimals the number lies. The middle (plus 1 if `less_one`) ÷ value is
    /// compared with `base^exponent`.
    fn side_of(&self, middle: Middle) -> Ordering {
        let one = if self.less_one { power_of_ten(middle.scale) } else { 0 };
        // Below 2 (2⁹⁶ + 10²⁸), since the middle lies beside a decimal.
        let numerator = middle.twice.saturating_add_unsigned(one).saturating_add_unsigned(one);
        let Some(numerator) = u128::try_from(numerator).ok().filter(|numerator| *numerator > 0) else {
            return Ordering::Greater;
        };
        let (value, value_scale) = self.value;
        let left = Ratio {
            numerator,
            denominator: value.saturating_mul(2),
            tens: value_scale.saturating_sub(signed(middle.scale)),
        };
        Prepared::of(left)
            .compare(&Prepared::of(self.base), self.exponent)
            .reverse()
    }
}

/// `ln part ÷ (ln whole · by ÷ over)`, rounded once to the decimals of a share; `None` if the divisor is zero.
///
/// Each of the two logarithms is off by at most 2⁻¹¹⁹ of itself, and multiplying, dividing and scaling lose 2⁻¹²³ more:
/// together less than 2⁻¹¹⁷.
pub(crate) fn share_of_logarithms(
    part: &Prepared,
    whole: &Prepared,
    (by, over): (i64, u64),
) -> Option<Result<Decimal, NoDecimal>> {
    let exponent = Exponent::quotient(by, over);
    let (dividend, divisor) = (part.binary_logarithm(), whole.binary_logarithm());
    if divisor.side == Ordering::Equal || exponent.is_zero() {
        return None;
    }
    if dividend.side == Ordering::Equal {
        return Some(Ok(Decimal::ZERO));
    }
    let divisor = divisor.times(sign_and_magnitude(exponent));
    let size = dividend.magnitude.over(divisor.magnitude);
    let estimate = Estimate::of(dividend.side != divisor.side, size, 117);
    Some(round(SHARE_SCALE, Some(estimate), |middle| {
        let [part, whole] = [part, whole].map(|side| Real::logarithm_of(side.ratio));
        let side = part.cmp(&whole.times(&Real::of_units(by, over)).times(&middle.into()));
        if divisor.side.is_lt() { side.reverse() } else { side }
    }))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

    use num_bigint::BigInt;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;
    use crate::dec;
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
            let exact = Enclosure::logarithm(&ratio.into(), BITS).low >> (BITS - 100);
            let whole = u64::try_from(exact.magnitude() >> 100_u32).unwrap();
            // (5.1 + 2 |l|) · 2⁻⁵³ of a float, and 4 |l| · 2⁻⁵³ of 128 bits, with |l| rounded up.
            for (prepared, tenths) in [(Prepared::of(ratio), 51 + 20 * (whole + 1)), (Prepared::for_rounding(ratio), 40 * (whole + 1))] {
                let float = prepared.logarithm;
                let magnitude = Wide::of_float(float.abs()).map_or(BigInt::ZERO, |wide| {
                    let shift = u64::try_from(wide.exponent + 300).unwrap();
                    (BigInt::from(wide.mantissa) << shift) >> 200_u32
                });
                let error = if float < 0.0 { -magnitude - exact.clone() } else { magnitude - exact.clone() };
                let bound = BigInt::from(tenths * (1 << 47) / 10);
                prop_assert!(*error.magnitude() <= *bound.magnitude(), "{}", float);
            }
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
            let exponent = Exponent::share_of_time(Decimal::new(share, 2), Years::from_units(by), over.unsigned_abs());
            // A value on the path, and a few steps away from it in some place.
            let [Ok(on_the_path)] = scaled_powers(dec!(1), &Prepared::for_rounding(base), [exponent]) else {
                return Ok(());
            };
            let left = Decimal::try_from_i128_with_scale(step, places).unwrap().checked_add(on_the_path);
            let Some(left) = left.filter(|left| *left > Decimal::ZERO) else {
                return Ok(());
            };
            let left = Ratio::between(dec!(1), left).unwrap();
            let (left, base) = (&Prepared::of(left), &Prepared::of(base));
            let difference = LogarithmDifference { left, base, exponent };
            let enclosed = difference.enclosed_unless_zero().map(|enclosed| enclosed(1_024).side().unwrap());
            let exact = enclosed.unwrap_or(Ordering::Equal);
            prop_assert_eq!(left.compare(base, exponent), exact);
            prop_assert!(difference.side_in_floats().is_none_or(|decided| decided == exact));
            prop_assert!(difference.side_in_128_bits().is_none_or(|decided| decided == exact));
            // The same as of every exact number, by the algebra of all of them.
            let logarithm = Real::logarithm_of(base.ratio).times(&Fraction::from(exponent).into());
            prop_assert_eq!(Real::logarithm_of(left.ratio).cmp(&logarithm), exact);
        }
    }

    proptest! {
        /// Shares of logarithms are those of any two exact numbers.
        #[test]
        fn shares_are_those_of_exact_numbers(part in ratios(), whole in ratios(), by in 1_i64..200_000_000, over in 1_u64..200_000_000) {
            let divisor = Real::logarithm_of(whole).times(&Real::of_units(by, over));
            let share = Real::logarithm_of(part).quotient(&divisor);
            let known = [part, whole].map(Prepared::for_rounding);
            prop_assert_eq!(share_of_logarithms(&known[0], &known[1], (by, over)), share);
            // Without an estimate.
            let side_of = |middle: Middle| Real::logarithm_of(part).cmp(&divisor.times(&middle.into()));
            if let Some(share) = share.filter(|_| divisor.side().is_gt()) {
                prop_assert_eq!(round(SHARE_SCALE, None, side_of), share);
            }
        }
    }
}
