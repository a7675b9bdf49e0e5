//! The size of a rate between values of different signs, which is a complex number: nonsense as a rate of growth, and published all the same.

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::precise::{Enclosure, linear, rounded};
use super::ratio::Ratio;
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
    rounded(|bits| {
        let size = Enclosure::logarithm(factor, bits).over(years.into()).power_of_e();
        let one = Enclosure::one(bits);
        let twice = size.plus(&size).product(&cosine(&pi(bits).over(years.into()), bits));
        let square = size.times(&size).plus(&one).minus(&twice);
        Some(linear(&square.root(), bits))
    })
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
        assert_eq!(
            linear(&pi(256), 256),
            (
                Ok(dec!(3.1415926535897932384626433833)),
                Ok(dec!(3.1415926535897932384626433833))
            )
        );
    }
}
