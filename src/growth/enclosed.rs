//! From a number that can be enclosed as narrowly as it takes to the decimal that is nearest to it.
//!
//! Twice as many bits, until both ends of the enclosure round to one decimal. No number of bits shows that a number lies exactly in the
//! middle between two: that is asked by algebra, and then the even one is taken.
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::GrowthError;
use super::fraction::Fraction;
use super::precise::Enclosure;
use super::quotient::{decimal, round_half_even};
use super::ratio::power_of_ten;

/// The bits to begin with. For 28 decimals they are mostly enough, and take less than half the time of the 256 that comparisons begin with.
const BITS_OF_DECIMALS: u64 = 128;

/// What a number is not below and not above.
pub(super) type Ends = [Fraction; 2];

/// The middle between two neighbours among the decimals of one scale.
pub(super) struct Middle {
    /// Twice the middle, in units of 10^−scale.
    pub(super) twice: BigInt,
    pub(super) scale: u32,
}

impl Middle {
    pub(super) fn fraction(&self) -> Fraction {
        // A power of ten is not zero.
        Fraction::of(self.twice.clone(), 2 * power_of_ten(self.scale)).unwrap_or_else(Fraction::zero)
    }
}

/// The decimal nearest to a number, half-even, at the largest scale up to `largest_scale` that holds it.
///
/// `ends` encloses the number in so many bits, the more the narrower, or says that it lies beyond all decimals; `None` if so few bits give no
/// answer. `is` says whether the number is exactly that middle.
pub(super) fn nearest(
    largest_scale: u32,
    ends: impl Fn(u64) -> Result<Option<Ends>, GrowthError>,
    is: impl Fn(&Middle) -> bool,
) -> Result<Decimal, GrowthError> {
    let mut bits = BITS_OF_DECIMALS;
    loop {
        let result = ends(bits)?.and_then(|ends| nearest_between(&ends, largest_scale, &is));
        if let Some(result) = result {
            return result;
        }
        bits = bits.saturating_mul(2);
    }
}

/// `None` if the ends lie too far apart.
fn nearest_between(
    ends: &Ends,
    largest_scale: u32,
    is: impl Fn(&Middle) -> bool,
) -> Option<Result<Decimal, GrowthError>> {
    for scale in (0..=largest_scale).rev() {
        let ten = power_of_ten(scale);
        let [low, high] = ends
            .each_ref()
            .map(|end| round_half_even(&(end.numerator() * ten), end.denominator()));
        if low.bits().min(high.bits()) > 96 {
            continue;
        }
        let mantissa = if low == high {
            low
        } else {
            even_neighbour(low, high, scale, &is)?
        };
        if let Some(decimal) = decimal(&mantissa, scale) {
            return Some(Ok(decimal));
        }
    }
    Some(Err(GrowthError::Overflow))
}

/// The even one of two neighbours, if the number is the middle between them; `None` if it is not, or they are no neighbours.
fn even_neighbour(low: BigInt, high: BigInt, scale: u32, is: impl Fn(&Middle) -> bool) -> Option<BigInt> {
    let middle = Middle {
        twice: &low + &high,
        scale,
    };
    let are_neighbours = &high - &low == BigInt::from(1_u32);
    (are_neighbours && is(&middle)).then(|| if low.bit(0) { high } else { low })
}

/// The ends of an enclosure.
pub(super) fn linear(number: &Enclosure, bits: u64) -> Ends {
    [&number.low, &number.high].map(|end| scaled_by_two(end, 0, bits))
}

/// The ends of a quotient. `None` unless the divisor is surely above zero.
pub(super) fn quotient(dividend: &Enclosure, divisor: &Enclosure) -> Option<Ends> {
    if divisor.is_positive() != Some(true) {
        return None;
    }
    let [least, greatest] = dividend.quotients(divisor);
    let fraction = |(dividend, divisor): (&BigInt, &BigInt)| Fraction::of(dividend.clone(), divisor.clone());
    Some([fraction(least)?, fraction(greatest)?])
}

/// The ends of e to the power of an enclosure. `None` if so few bits do not tell even its size.
///
/// # Errors
///
/// [`GrowthError::Overflow`] and [`GrowthError::Underflow`] far beyond what leads from any decimal to any other: e^140 exceeds 10^60.
pub(super) fn exponential(power: &Enclosure, bits: u64) -> Result<Option<Ends>, GrowthError> {
    let limit = BigInt::from(140_u32) << bits;
    if power.low > limit {
        return Err(GrowthError::Overflow);
    }
    if power.high < -&limit {
        return Err(GrowthError::Underflow);
    }
    if power.high > limit || power.low < -limit {
        return Ok(None);
    }
    let (factor, doublings) = power.exponential();
    // Between the limits there are about 200 at most.
    let doublings = i64::try_from(&doublings).unwrap_or_default();
    Ok(Some(
        [&factor.low, &factor.high].map(|end| scaled_by_two(end, doublings, bits)),
    ))
}

/// `integer · 2^(doublings − bits)`.
fn scaled_by_two(integer: &BigInt, doublings: i64, bits: u64) -> Fraction {
    let (mut numerator, mut denominator) = (integer.clone(), BigInt::from(1_u32) << bits);
    if doublings >= 0 {
        numerator <<= doublings.unsigned_abs();
    } else {
        denominator <<= doublings.unsigned_abs();
    }
    Fraction::of(numerator, denominator).unwrap_or_else(Fraction::zero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    /// 2.5 and −3.5 units, and neighbours that differ from them by so little that many bits are needed; and the end of the decimals, where the
    /// scale changes.
    #[test]
    fn middles_are_rounded_to_the_even_neighbour() {
        let smallest = dec!(0.0000000000000000000000000001);
        let one_unit = Fraction::from(smallest);
        let units = |twice: i128| one_unit.times(&Fraction::of(twice, 2).unwrap());
        let largest = (1_i128 << 97) - 1;
        let tiny = Fraction::of(1, BigInt::from(1_u32) << 3_000_u32).unwrap();
        for (twice, on, above, below) in [
            (
                5,
                dec!(0.0000000000000000000000000002),
                dec!(0.0000000000000000000000000003),
                dec!(0.0000000000000000000000000002),
            ),
            (
                -7,
                dec!(-0.0000000000000000000000000004),
                dec!(-0.0000000000000000000000000003),
                dec!(-0.0000000000000000000000000004),
            ),
            (
                largest,
                dec!(7.922816251426433759354395034),
                dec!(7.922816251426433759354395034),
                dec!(7.9228162514264337593543950335),
            ),
        ] {
            let nearest_to = |number: &Fraction| {
                // The ends, 2^−bits to either side.
                let ends = |bits: u64| {
                    let width = Fraction::of(1, BigInt::from(1_u32) << bits).unwrap();
                    Ok(Some([number.minus(&width), number.plus(&width)]))
                };
                nearest(28, ends, |middle| middle.fraction() == *number)
            };
            let middle = units(twice);
            assert_eq!(nearest_to(&middle), Ok(on), "{twice}");
            assert_eq!(nearest_to(&middle.plus(&tiny)), Ok(above), "{twice}");
            assert_eq!(nearest_to(&middle.minus(&tiny)), Ok(below), "{twice}");
        }
    }

    #[test]
    fn numbers_beyond_the_decimals_are_refused() {
        let once = |number: Fraction| nearest(28, |_| Ok(Some([number.clone(), number.clone()])), |_| false);
        let largest = Fraction::from(Decimal::MAX);
        let half = Fraction::of(1, 2).unwrap();
        assert_eq!(once(largest.plus(&half)), Err(GrowthError::Overflow));
        assert_eq!(once(largest.negated().minus(&half)), Err(GrowthError::Overflow));
        assert_eq!(once(largest.plus(&Fraction::of(1, 3).unwrap())), Ok(Decimal::MAX));
    }
}
