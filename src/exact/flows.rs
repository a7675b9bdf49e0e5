//! The root of x + x² + … + xⁿ = total: the factor by which flows grow that add up to so many times the flow before
//! them.
//!
//! A root found in floating point is improved in 128 bits, and its error follows from what the equation makes of it.
//! Since the sum rises with x, what it makes of another number tells on which side of that the root lies, exactly.
//!
//! This is the average growth by the cumulative method (累计法) of Chinese statistics: of flows that add up to `total`
//! times the flow of the base year in n years, x − 1 is the constant rate that leads to the same sum. In two years and
//! with a total of 2.31, x is 1.1, since 1.1 + 1.21 = 2.31: 10 % a year. Unlike the compound rate it reads each year,
//! and not the last one alone.
//!
//! From three years on such a root is in general no sum of powers of fractions, and so no [`Real`]: it can be compared
//! with one, and rounded, and nothing else is asked of it.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::NoDecimal;
use super::ball::Ball;
use super::real::Real;
use super::round::{Estimate, LARGEST_SCALE, round};
use super::wide::Wide;

/// x − 1 for the root x of x + x² + … + xⁿ = total, rounded once. The total is a fraction above zero, and there is one
/// year at least.
pub(crate) fn root_less_one(total: &Real, years: u32) -> Result<Decimal, NoDecimal> {
    let estimate = total.ball().and_then(|target| {
        let (_, target) = target.parts()?;
        let (size, accurate_bits) = root_in_128_bits(target, years)?;
        Some(Estimate {
            less_one: true,
            ..Estimate::of(false, size, accurate_bits)
        })
    });
    round(LARGEST_SCALE, estimate, |middle| {
        compare_root(total, years, &Real::from(middle).plus(&Real::one()))
    })
}

/// The root of x + x² + … + xⁿ = `target` for n = `years`, and how many bits of the root are right. The target is cut
/// off to 2⁻¹²⁵ of itself.
///
/// Let x be what was found, and G(x) the sum. Horner's rule adds and multiplies n − 1 times, each time losing less than
/// 2⁻¹²⁵ of the sum, the target loses 2⁻¹²⁵, and their distance is off by 2⁻¹²⁷ of the larger. So if the distance is d
/// of the target, G(x) is within δ = d + (n + 1) · 2⁻¹²⁵ of the target. Every term of G grows at least as fast as x
/// does, G(x (1 + δ)) ≥ (1 + δ) G(x), so the root lies within δ (and a little of the order of δ²) of x, however x was
/// found. Half of the bound is left for that and for scaling.
fn root_in_128_bits(target: Wide, years: u32) -> Option<(Wide, u32)> {
    let (mut root, slope) = root_in_64_bits(target.to_float(), years)?;
    // (n + 1) · 2^−125 is below 2^−bits_of_sum.
    let bits_of_sum = 93_u32.saturating_add(years.saturating_add(1).leading_zeros());
    // Each step doubles the bits that are right, of which there are 40 at first.
    for _ in 0..5 {
        let sum = (1..years).fold(root, |sum, _| sum.plus(Wide::ONE).times(root));
        let (side, distance) = sum.distance(target);
        let Some(off) = distance.map(|distance| distance.over(target)) else {
            return Some((root, bits_of_sum.saturating_sub(2)));
        };
        // d is below 2^−bits.
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

/// A first approximation of the root x of G(x) = x + x² + … + xⁿ = `target` for n = `years`, right to about 40 bits,
/// and the slope d ln G(x) ÷ d ln x = x G′(x) ÷ G(x) there, from 1 to n. `None` where floats do not hold them.
///
/// ln G is a convex function of ln x with slopes from 1 to n, and both ln G(x) ≥ ln x and ln G(x) ≥ n ln x. So Newton's
/// method comes down to the root from the smaller one of the two bounds that follow. The approximation is checked in
/// 128 bits.
#[expect(
    clippy::float_arithmetic,
    reason = "a first approximation, whose error is measured afterwards"
)]
fn root_in_64_bits(target: f64, years: u32) -> Option<(Wide, Wide)> {
    let target = libm::log(target);
    let mut logarithm = target.min(target / f64::from(years));
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

/// How the root of x + x² + … + xⁿ = total compares with another number, exactly. The total is above zero.
pub(crate) fn compare_root(total: &Real, years: u32, other: &Real) -> Ordering {
    if other.side() != Ordering::Greater {
        return Ordering::Greater;
    }
    distance_in_128_bits(total, years, other)
        .and_then(Ball::side)
        .unwrap_or_else(|| {
            let sum = (1..years).fold(other.clone(), |sum, _| sum.plus(&Real::one()).times(other));
            total.cmp(&sum)
        })
}

/// total − (x + x² + … + xⁿ) for the number `other` as x, in 128 bits; `None` where a part of it is out of the range of
/// [`Ball`].
fn distance_in_128_bits(total: &Real, years: u32, other: &Real) -> Option<Ball> {
    let (other, one) = (other.ball()?, Real::one().ball()?);
    let sum = (1..years).try_fold(other, |sum, _| sum.plus(one)?.times(other))?;
    total.ball()?.plus(sum.negated())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

    use num_bigint::BigInt;
    use proptest::prelude::*;

    use super::*;

    fn digits(wide: Wide) -> BigInt {
        let shift = u64::try_from(wide.exponent.saturating_add(600)).unwrap();
        BigInt::from(wide.mantissa) << shift
    }

    /// 110 + 121 = 231, so that flows of 100 grow by 10 %: a fraction, and the square root of another one.
    #[test]
    fn roots_are_compared_exactly() {
        let total = |total: i64| Real::of(total, 1_000_000_000_000_i64).unwrap();
        let fraction = Real::of(11, 10).unwrap();
        let half = Real::of(1, 2).unwrap();
        let root = Real::of(121, 100).unwrap().raised(&half).unwrap();
        for ten_percent in [&fraction, &root] {
            for (sum, side) in [
                (2_310_000_000_000, Ordering::Equal),
                (2_310_000_000_001, Ordering::Greater),
                (2_309_999_999_999, Ordering::Less),
            ] {
                assert_eq!(compare_root(&total(sum), 2, ten_percent), side, "{sum}");
                let filtered = distance_in_128_bits(&total(sum), 2, ten_percent).and_then(Ball::side);
                assert!(filtered.is_none_or(|filtered| filtered == side), "{sum}");
            }
        }
        // √2 + 2 lies between 3 and 4.
        assert_eq!(compare_root(&total(1), 2, &Real::from(-1)), Ordering::Greater);
        let two = Real::from(2).raised(&half).unwrap();
        assert_eq!(compare_root(&Real::from(3), 2, &two), Ordering::Less);
        assert_eq!(compare_root(&Real::from(4), 2, &two), Ordering::Greater);
    }

    proptest! {
        /// Found by halving, without an estimate, a rate is the same.
        #[test]
        fn both_ways_agree(total in 1_i64..1_000_000_000_000, base in 1_i64..1_000_000, years in 1_u32..14) {
            let total = Real::of(total, base).unwrap();
            let searched = round(LARGEST_SCALE, None, |middle| {
                compare_root(&total, years, &Real::from(middle).plus(&Real::one()))
            });
            prop_assert_eq!(root_less_one(&total, years), searched);
        }

        /// A root lies on the sides of its neighbours that the rate has, near it and far from it.
        #[test]
        fn a_root_lies_between_its_neighbours(
            base in 1_i64..1_000_000,
            total in 1_i64..1_000_000_000,
            years in 1_u32..40,
            places in 1_u32..18,
        ) {
            let total = Real::of(total, base).unwrap();
            let unit = Real::of(1, 10_i64.pow(places)).unwrap();
            let root = Real::one().plus(&Real::from(root_less_one(&total, years).unwrap()));
            prop_assert_eq!(compare_root(&total, years, &root.minus(&unit)), Ordering::Greater);
            prop_assert_eq!(compare_root(&total, years, &root.plus(&unit)), Ordering::Less);
        }

        /// The root is found to as many bits as it is said to be: the sum changes its side of the target there.
        #[test]
        fn the_root_is_as_accurate_as_argued(base in 1_u128..1 << 60, total in 1_u128..1 << 60, years in 1_u32..60) {
            let (root, accurate_bits) = root_in_128_bits(Real::of(total, base).unwrap().ball().unwrap().parts().unwrap().1, years).unwrap();
            prop_assert!(accurate_bits > 105, "{}", accurate_bits);
            let sum = |root: &BigInt| (0..years).fold(BigInt::ZERO, |sum, _| ((sum + (BigInt::from(1_u32) << 600_u32)) * root) >> 600_u32);
            let root = digits(root);
            let error: BigInt = &root >> accurate_bits;
            let target: BigInt = (BigInt::from(total) << 600_u32) / base;
            prop_assert!(sum(&(&root - &error)) < target && target < sum(&(&root + &error)));
        }
    }
}
