//! The size of a rate between values of different signs, which is a complex number: nonsense as a rate of growth, and published all the same.

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::enclosed::{Middle, linear, nearest};
use super::fraction::Fraction;
use super::precise::Enclosure;
use super::ratio::Ratio;
use super::rounding::LARGEST_SCALE;
use super::sum_of_powers::SumOfPowers;
use super::{GrowthError, positive_span};
use crate::value::Years;

/// |(to ÷ from)^(1 ÷ years) − 1| of two values with different signs, as programs have it that take the principal root and then its size.
///
/// ```text
/// √(ρ² − 2 ρ cos(π ÷ years) + 1),   ρ = |to ÷ from|^(1 ÷ years)
/// ```
///
/// Rounded once, to 28 decimals.
pub(crate) fn size_of_complex_rate(from: Decimal, to: Decimal, years: u32) -> Result<Decimal, GrowthError> {
    positive_span(Years::whole(i32::try_from(years).unwrap_or(i32::MAX)))?;
    let factor = Ratio::between(from.abs(), to.abs())?;
    let ends = |bits| {
        let size = Enclosure::logarithm(factor, bits).over(years.into()).power_of_e();
        let one = Enclosure::one(bits);
        let twice = size.plus(&size).product(&cosine(&pi(bits).over(years.into()), bits));
        let square = size.times(&size).plus(&one).minus(&twice);
        Ok(Some(linear(&square.root(), bits)))
    };
    let exact = exact_square(factor, years);
    let is = |middle: &Middle| {
        let middle = middle.fraction();
        let square = SumOfPowers::from(middle.times(&middle));
        exact.as_ref().is_some_and(|exact| exact.minus(&square).is_zero())
    };
    nearest(LARGEST_SCALE, ends, is)
}

/// The square of that size, for the numbers of years for which it can be that of a fraction.
///
/// These are 1, 2, 3, 4 and 6. For let c = 2 cos(π ÷ n), and r = ρ² − c ρ + 1 be rational. Then ρ has a degree of 2 at most over ℚ(c), whose
/// extension of ℚ is abelian. Let m be the least exponent for which ρᵐ is rational: ρ has the degree m over ℚ, the fields between ℚ and ℚ(ρ)
/// belong to powers of ρ, and since ρ is real, only those of degrees 1 and 2 are normal. So ℚ(ρ) and ℚ(c) share no more, and m ÷ 2 ≤ 2 where they
/// share a degree of 2, else m ≤ 2.
///
/// - m = 1: c is rational, so that n is 1, 2 or 3.
/// - m = 2: c ρ is rational, or 0, and c² too, so that 2 cos(2π ÷ n) = c² − 2 is: n is 1, 2, 3, 4 or 6.
/// - m = 4: with d = ρ⁴, squaring c ρ = √d + 1 − r gives c² − 2 = (d + (1 − r)²) ÷ √d − 2 r, irrational and of degree 2, so that n is 5, 8, 10 or
///   12. For 8 and 12, c² − 2 is √2 and √3, so r = 0, and there is no distance. For 5 and 10 it is (√5 ∓ 1) ÷ 2, so r = ±1/4; less than
///   0 is no square, and for 1/4, √d = s √5 would need 80 s² − 40 s + 9 = 0, which has no real root.
fn exact_square(factor: Ratio, years: u32) -> Option<SumOfPowers> {
    // c is the root of this, and below zero for n = 1.
    let (square, sign) = match years {
        1 => (4, -1),
        2 => (0, 1),
        3 => (1, 1),
        4 => (2, 1),
        6 => (3, 1),
        _ => return None,
    };
    let whole = |whole: i64| SumOfPowers::from(Fraction::from(whole));
    let twice_the_cosine = if square == 0 {
        whole(0)
    } else {
        SumOfPowers::power(Fraction::from(square), Fraction::of(1, 2)?).scaled(&Fraction::from(sign))
    };
    let size = SumOfPowers::power(Fraction::from(factor), Fraction::of(1, years)?);
    Some(size.times(&size).plus(&whole(1)).minus(&size.times(&twice_the_cosine)))
}

/// π = 16 arctan(1 ÷ 5) − 4 arctan(1 ÷ 239) (J. Machin).
fn pi(bits: u64) -> Enclosure {
    let sixteen = arc_tangent(5, bits).scaled(&BigInt::from(16));
    sixteen.minus(&arc_tangent(239, bits).scaled(&BigInt::from(4)))
}

/// The angle whose tangent is 1 ÷ n.
fn arc_tangent(n: u64, bits: u64) -> Enclosure {
    let mut power = Enclosure::one(bits).over(n);
    let mut odd = 1_u64;
    alternating(bits, || {
        let term = power.over(odd);
        power = power.over(n).over(n);
        odd = odd.saturating_add(2);
        term
    })
}

/// The cosine of an angle from 0 to π.
fn cosine(angle: &Enclosure, bits: u64) -> Enclosure {
    let square = angle.times(angle);
    let mut power = Enclosure::one(bits);
    let mut even = 0_u64;
    alternating(bits, || {
        let term = power.clone();
        let (one_more, two_more) = (even.saturating_add(1), even.saturating_add(2));
        power = power.times(&square).over(one_more).over(two_more);
        even = two_more;
        term
    })
}

/// A sum of terms that alternate in sign and, once they are this small, become smaller still: what is cut off is less than the last term.
fn alternating(bits: u64, mut next: impl FnMut() -> Enclosure) -> Enclosure {
    let mut sum = Enclosure::zero(bits);
    let mut is_subtracted = false;
    loop {
        let term = next();
        if term.high <= BigInt::from(1) {
            return sum.widened();
        }
        sum = if is_subtracted {
            sum.minus(&term)
        } else {
            sum.plus(&term)
        };
        is_subtracted = !is_subtracted;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    /// From −1 to 1 in three years the root is e^(iπ/3), at a distance of 1; in two years it is i, and in one year −1.
    #[test]
    fn sizes_of_complex_rates() {
        for (from, to, years, size) in [
            (dec!(-1), dec!(1), 3, dec!(1)),
            (dec!(1), dec!(-1), 2, dec!(1.4142135623730950488016887242)),
            (dec!(-5), dec!(5), 1, dec!(2)),
            (dec!(5), dec!(-10), 1, dec!(3)),
        ] {
            assert_eq!(size_of_complex_rate(from, to, years), Ok(size), "{from} {to} {years}");
        }
        assert_eq!(size_of_complex_rate(dec!(1), dec!(-1), 0), Err(GrowthError::EmptySpan));
        // Digits of π from the On-Line Encyclopedia of Integer Sequences, A000796.
        for end in linear(&pi(256), 256) {
            assert_eq!(end.rounded(), Ok(dec!(3.1415926535897932384626433833)));
        }
    }

    /// |5 ÷ 2²⁹ + 1| and its like, by exact fractions: 29 digits, of which the last is a 5, and 28 are kept.
    #[test]
    fn sizes_in_the_middle_between_two_decimals_become_even() {
        for (from, to, years, size) in [
            // 3 ÷ 2²⁹ + 1 = 1.00000000558793544769287109375
            (dec!(-536870912), dec!(3), 1, dec!(1.0000000055879354476928710938)),
            // 5 ÷ 2²⁹ + 1 = 1.00000000931322574615478515625
            (dec!(-536870912), dec!(5), 1, dec!(1.0000000093132257461547851562)),
            // (1 + 3 ÷ 2²⁹)² − 1 = (2³⁰ + 3) · 3 ÷ 2⁵⁸
            (
                dec!(-288230376151711744),
                dec!(3221225481),
                2,
                dec!(1.0000000055879354476928710938),
            ),
        ] {
            assert_eq!(size_of_complex_rate(from, to, years), Ok(size), "{from} {to} {years}");
        }
    }

    #[test]
    fn the_squares_of_sizes_are_exact_where_they_can_be_rational() {
        for (factor, years, square) in [
            (dec!(5), 1, dec!(36)),
            (dec!(3), 2, dec!(4)),
            (dec!(27), 3, dec!(7)),
            (dec!(64), 4, dec!(5)),
            (dec!(27), 6, dec!(1)),
        ] {
            let factor = Ratio::between(dec!(1), factor).unwrap();
            let square = SumOfPowers::from(Fraction::from(square));
            let exact = exact_square(factor, years).unwrap().minus(&square);
            assert!(exact.is_zero(), "{years}");
        }
        assert!(exact_square(Ratio::between(dec!(1), dec!(2)).unwrap(), 5).is_none());
    }
}
