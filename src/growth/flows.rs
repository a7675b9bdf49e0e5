//! The growth of flows that add up to a given sum: the root of x + x² + … + xⁿ = total ÷ base, less one.
//!
//! A root found in floating point is improved in 128 bits, and its error follows from what the equation makes of it. Where that is
//! too close to the middle between two decimals, the middle itself is put into the equation, exactly.

use core::cmp::Ordering;

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::GrowthError;
use super::fraction::Fraction;
use super::quotient::{decimal, in_smallest_units, nearest};
use super::ratio::{greatest_common_divisor, power_of_ten};
use super::rounding::LARGEST_SCALE;
use super::rounding::nearest_decimal;
use super::sum_of_powers::SumOfPowers;
use super::wide::Wide;
use crate::value::Rate;

/// More terms than this are left to big integers.
const MOST_TERMS: u64 = 1_000;

/// The rate at which flows that grow from `base` for so many years add up to the sum of the values.
pub(super) fn rate_of_flows(base: Decimal, values: &[Decimal], years: u64) -> Result<Rate, GrowthError> {
    if base <= Decimal::ZERO {
        return Err(GrowthError::Start { start: base });
    }
    let rate = rate_in_128_bits(base, values, years).unwrap_or_else(|| rate_in_full(base, values, years))?;
    Rate::new(rate).map_err(|_| GrowthError::Underflow)
}

/// `None` if 128 bits are too few, or the years too many.
fn rate_in_128_bits(base: Decimal, values: &[Decimal], years: u64) -> Option<Result<Decimal, GrowthError>> {
    let scale = values.iter().map(Decimal::scale).fold(base.scale(), u32::max);
    let mantissa = |value: &Decimal| {
        let power = i128::try_from(power_of_ten(scale.checked_sub(value.scale())?)).ok()?;
        value.mantissa().checked_mul(power)
    };
    let total = values
        .iter()
        .try_fold(0_i128, |total, value| total.checked_add(mantissa(value)?))?;
    let total = u128::try_from(total).ok().filter(|total| *total > 0)?;
    let base = u128::try_from(mantissa(&base)?).ok()?;
    let (root, accurate_bits) = root_in_128_bits(base, total, years)?;
    nearest_decimal(root, accurate_bits, (1, 0), true)
}

/// The root, and the bits of it that are right.
///
/// Let x be what was found, and G(x) the sum. Horner's rule adds and multiplies n − 1 times, each time losing less than 2⁻¹²⁵ of the
/// sum, the target loses 2⁻¹²⁶, and their distance is off by 2⁻¹²⁷ of the larger. So if the distance is d of the target, G(x) is
/// within δ = d + n · 2⁻¹²⁵ of the target. Every term of G grows at least as fast as x does, G(x (1 + δ)) ≥ (1 + δ) G(x), so the
/// root lies within δ (and a little of the order of δ²) of x, however x was found. Half of the bound is left for that and for
/// scaling.
fn root_in_128_bits(base: u128, total: u128, years: u64) -> Option<(Wide, u32)> {
    if years > MOST_TERMS {
        return None;
    }
    let target = Wide::of(total, 0).over(Wide::of(base, 0));
    let one = Wide::of(1, 0);
    let (mut root, slope) = root_in_64_bits(base, total, years)?;
    // n · 2^−125 is below 2^−this.
    let bits_of_sum = 61_u32.saturating_add(years.leading_zeros());
    // Each step doubles the bits that are right, of which there are 40 at first.
    for _ in 0..5 {
        let sum = (1..years).fold(root, |sum, _| sum.plus(one).times(root));
        let (side, distance) = sum.distance(target);
        let Some(off) = distance.map(|distance| distance.over(target)) else {
            return Some((root, bits_of_sum.saturating_sub(2)));
        };
        // d is below 2^−this.
        let bits = 0_u32.saturating_add_signed(off.exponent.saturating_add(128).saturating_neg());
        if bits > 110 {
            return Some((root, bits.min(bits_of_sum).saturating_sub(2)));
        }
        let step = root.times(off).over(slope);
        root = if side == Ordering::Greater {
            root.distance(step).1?
        } else {
            root.plus(step)
        };
    }
    None
}

/// A first approximation of the root, and how many times as fast as x the sum grows there: x G′(x) ÷ G(x), from 1 to n.
///
/// ln G is a convex function of ln x with slopes from 1 to n, and both ln G(x) ≥ ln x and ln G(x) ≥ n ln x. So Newton's method comes
/// down to the root from the smaller one of the two bounds that follow. What it finds is checked in 128 bits.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a first approximation, whose error is measured afterwards"
)]
fn root_in_64_bits(base: u128, total: u128, years: u64) -> Option<(Wide, Wide)> {
    let target = libm::log(total as f64 / base as f64);
    let mut logarithm = target.min(target / years as f64);
    let mut slope = 1.0;
    for _ in 0..64 {
        let root = libm::exp(logarithm);
        let (sum, derivative) = (0..years).fold((0.0, 0.0), |(sum, derivative), _| {
            ((sum + 1.0) * root, (derivative + sum + 1.0) * root)
        });
        slope = derivative / sum;
        let step = (libm::log(sum) - target) / slope;
        logarithm -= step;
        if step.abs() < 1e-13 {
            break;
        }
    }
    Some((Wide::of_float(libm::exp(logarithm))?, Wide::of_float(slope)?))
}

/// The root x of x + x² + … + xⁿ = total, which is above zero, on its side of a sum of powers, exactly.
///
/// The sum rises with x, so that what it makes of the other number tells: by Horner's rule, again a sum of powers.
pub(crate) fn compare_root(total: &Fraction, years: u32, other: &SumOfPowers) -> Ordering {
    if other.side() != Ordering::Greater {
        return Ordering::Greater;
    }
    if let Some(side) = compare_root_in_64_bits(total, years, other) {
        return side;
    }
    let one = SumOfPowers::one();
    let sum = (1..years).fold(other.clone(), |sum, _| sum.plus(&one).times(other));
    SumOfPowers::from(total.clone()).compare(&sum)
}

/// The sum at the two ends of what the other number may be. Each of n steps loses less than 3 · 2⁻⁵³ of the sum, and the total is off by four
/// such units; the bound is twice as much.
#[expect(
    clippy::float_arithmetic,
    reason = "a filter: within its error bound, it does not decide"
)]
fn compare_root_in_64_bits(total: &Fraction, years: u32, other: &SumOfPowers) -> Option<Ordering> {
    let other = other.to_float()?;
    let sum = |root: f64| (1..years).fold(root, |sum, _| (sum + 1.0) * root);
    let (low, high) = (sum(other.number - other.error), sum(other.number + other.error));
    let slack = (f64::from(years) * 3.0 + 4.0) * f64::EPSILON;
    let total = total.to_float()?;
    if other.number <= other.error || !high.is_finite() || slack > 0.001 {
        None
    } else if total > high * (1.0 + slack) {
        Some(Ordering::Greater)
    } else if total < low * (1.0 - slack) {
        Some(Ordering::Less)
    } else {
        None
    }
}

/// With big integers, whatever the values.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
fn rate_in_full(base: Decimal, values: &[Decimal], years: u64) -> Result<Decimal, GrowthError> {
    let total = values
        .iter()
        .fold(BigInt::ZERO, |total, value| total + in_smallest_units(*value));
    if total <= BigInt::ZERO {
        let unit = BigInt::from(power_of_ten(LARGEST_SCALE));
        let total = nearest(&total, &unit, LARGEST_SCALE).unwrap_or(Decimal::MIN);
        return Err(GrowthError::NoSolution { base, total });
    }
    let sum = PowerSum {
        base: in_smallest_units(base),
        total,
        years,
    };
    sum.root_less_one()
}

/// The equation x + x² + … + xⁿ = total ÷ base.
struct PowerSum {
    base: BigInt,
    total: BigInt,
    years: u64,
}

#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
impl PowerSum {
    /// The decimal nearest to x − 1, by halving: half-even, at the largest scale that holds it.
    fn root_less_one(&self) -> Result<Decimal, GrowthError> {
        for scale in (0..=LARGEST_SCALE).rev() {
            let one = power_of_ten(scale);
            // The root rounds to at least `low` and to less than `high`, counted in units of 10^−scale.
            let (mut low, mut high) = (0_u128, (1_u128 << 96) + one);
            if !self.rounds_below(high, scale) {
                continue;
            }
            while high - low > 1 {
                let middle = u128::midpoint(low, high);
                if self.rounds_below(middle, scale) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            if let Some(result) = decimal(&(BigInt::from(low) - one), scale) {
                return Ok(result);
            }
        }
        Err(GrowthError::Overflow)
    }

    /// Whether the root lies below `mantissa − ½` units of 10^−scale, or there and an odd mantissa gives way to an even one.
    fn rounds_below(&self, mantissa: u128, scale: u32) -> bool {
        let is_odd = (mantissa ^ power_of_ten(scale)) & 1 == 1;
        match self.compare_sum_at(2 * mantissa - 1, 2 * power_of_ten(scale)) {
            Ordering::Greater => true,
            Ordering::Equal => is_odd,
            Ordering::Less => false,
        }
    }

    /// x + … + xⁿ against total ÷ base, at x = numerator ÷ denominator, exactly.
    ///
    /// In lowest terms x = u ÷ w, and the sum has the denominator wⁿ: all its terms but the last have less, and u is coprime to w.
    /// Total ÷ base has a denominator below 2¹⁹⁰. So the two can be equal only if wⁿ is, which is looked at in full; everything
    /// else is decided by enough digits.
    fn compare_sum_at(&self, numerator: u128, denominator: u128) -> Ordering {
        let common = greatest_common_divisor(numerator, denominator);
        let denominator_bits = u64::from((denominator / common).ilog2());
        if denominator_bits.saturating_mul(self.years) < 190 {
            return self.compare_in_full(numerator / common, denominator / common);
        }
        // Below 1, the sum stays below x ÷ (1 − x) and comes as close as one likes: no precision would tell the two apart.
        if numerator < denominator && &self.total * (denominator - numerator) >= &self.base * numerator {
            return Ordering::Less;
        }
        let mut bits = 256;
        loop {
            if let Some(ordering) = self.compare_at_precision(numerator, denominator, bits) {
                return ordering;
            }
            bits *= 2;
        }
    }

    fn compare_in_full(&self, numerator: u128, denominator: u128) -> Ordering {
        // Horner's rule on integers: (…(u + w)·u + w²)·u + … over wⁿ.
        let (mut sum, mut power) = (BigInt::ZERO, BigInt::from(1_u32));
        for _ in 0..self.years {
            sum = (sum + &power) * numerator;
            power *= denominator;
        }
        (sum * &self.base).cmp(&(&self.total * power))
    }

    /// The same with lower and upper bounds in units of 2^−bits; `None` if they do not decide.
    fn compare_at_precision(&self, numerator: u128, denominator: u128, bits: u64) -> Option<Ordering> {
        let up = |value: BigInt| -> BigInt { -(-value >> bits) };
        let target: BigInt = (&self.total << bits) / &self.base;
        let low: BigInt = (BigInt::from(numerator) << bits) / denominator;
        let high = &low + 1_u32;
        // After reading the leading bits m of n: the powers x^m and the sums x + … + x^m, doubled and stepped.
        let (mut power_low, mut power_high) = (low.clone(), high.clone());
        let (mut sum_low, mut sum_high) = (low.clone(), high.clone());
        for bit in (0..self.years.ilog2()).rev() {
            sum_low += (&sum_low * &power_low) >> bits;
            sum_high += up(&sum_high * &power_high);
            power_low = (&power_low * &power_low) >> bits;
            power_high = up(&power_high * &power_high);
            if self.years >> bit & 1 == 1 {
                power_low = (&power_low * &low) >> bits;
                power_high = up(&power_high * &high);
                sum_low += &power_low;
                sum_high += &power_high;
            }
            // The rest only adds to the sum, and the powers stay small enough to compute with.
            if sum_low > target {
                return Some(Ordering::Greater);
            }
        }
        (sum_high < target).then_some(Ordering::Less)
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn digits(wide: Wide) -> BigInt {
        let shift = u64::try_from(wide.exponent.saturating_add(600)).unwrap();
        BigInt::from(wide.mantissa) << shift
    }

    /// 110 + 121 = 231, so that flows of 100 grow by 10 %: a fraction, and the square root of another one.
    #[test]
    fn roots_are_compared_exactly() {
        let total = |total: i64| Fraction::of(total, 1_000_000_000_000_i64).unwrap();
        let fraction = SumOfPowers::from(Fraction::of(11, 10).unwrap());
        let root = SumOfPowers::power(Fraction::of(121, 100).unwrap(), Fraction::of(1, 2).unwrap());
        for ten_percent in [&fraction, &root] {
            for (sum, side) in [
                (2_310_000_000_000, Ordering::Equal),
                (2_310_000_000_001, Ordering::Greater),
                (2_309_999_999_999, Ordering::Less),
            ] {
                assert_eq!(compare_root(&total(sum), 2, ten_percent), side, "{sum}");
                let filtered = compare_root_in_64_bits(&total(sum), 2, ten_percent);
                assert!(filtered.is_none_or(|filtered| filtered == side), "{sum}");
            }
        }
        // √2 + 2 lies between 3 and 4.
        let below_zero = SumOfPowers::from(Fraction::from(-1));
        assert_eq!(compare_root(&total(1), 2, &below_zero), Ordering::Greater);
        let two = SumOfPowers::power(Fraction::from(2), Fraction::of(1, 2).unwrap());
        assert_eq!(compare_root(&Fraction::from(3), 2, &two), Ordering::Less);
        assert_eq!(compare_root(&Fraction::from(4), 2, &two), Ordering::Greater);
    }

    proptest! {
        /// 128 bits, where they are enough, give the rates of big integers.
        #[test]
        fn both_ways_agree(
            mantissas in prop::collection::vec(1_i64..1_000_000_000_000, 2..14),
            shifts in prop::collection::vec(0_u32..40, 14),
            scales in prop::collection::vec(0_u32..8, 14),
        ) {
            let mut values = mantissas.iter().zip(shifts).zip(scales);
            let mut values = values.by_ref().map(|((mantissa, shift), scale)| Decimal::new((mantissa >> shift).max(1), scale));
            let base = values.next().unwrap();
            let values: Vec<_> = values.collect();
            let years = u64::try_from(values.len()).unwrap();
            prop_assert_eq!(rate_in_128_bits(base, &values, years), Some(rate_in_full(base, &values, years)));
        }

        /// A root lies on the sides of its neighbours that the rate has, near it and far from it.
        #[test]
        fn a_root_lies_between_its_neighbours(
            base in 1_i64..1_000_000,
            total in 1_i64..1_000_000_000,
            years in 1_u32..40,
            places in 1_i32..18,
        ) {
            let rate = rate_of_flows(base.into(), &[total.into()], years.into()).unwrap().as_decimal();
            let total = Fraction::of(total, base).unwrap();
            let unit = Fraction::from(10).power(-places).unwrap();
            let root = Fraction::one().plus(&Fraction::from(rate));
            let at = |root: Fraction| compare_root(&total, years, &SumOfPowers::from(root));
            prop_assert_eq!(at(root.minus(&unit)), Ordering::Greater);
            prop_assert_eq!(at(root.plus(&unit)), Ordering::Less);
        }

        /// The root is found to as many bits as it is said to be: the sum changes its side of the target there.
        #[test]
        fn the_root_is_as_accurate_as_argued(base in 1_u128..1 << 60, total in 1_u128..1 << 60, years in 1_u64..60) {
            let (root, accurate_bits) = root_in_128_bits(base, total, years).unwrap();
            prop_assert!(accurate_bits > 105, "{}", accurate_bits);
            let sum = |root: &BigInt| (0..years).fold(BigInt::ZERO, |sum, _| ((sum + (BigInt::from(1_u32) << 600_u32)) * root) >> 600_u32);
            let root = digits(root);
            let error: BigInt = &root >> accurate_bits;
            let target: BigInt = (BigInt::from(total) << 600_u32) / base;
            prop_assert!(sum(&(&root - &error)) < target && target < sum(&(&root + &error)));
        }
    }
}
