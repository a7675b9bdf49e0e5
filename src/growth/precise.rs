//! Logarithms and powers to any precision, enclosed between two big integers.
//!
//! The last resort: slow, on the heap, and easy to trust. Every quantity is a pair `low ≤ x ≤ high` in units of 2^−bits; each
//! operation rounds `low` down and `high` up, so that no error has to be estimated. Series are cut where the rest is bounded
//! by a geometric series, and the bound goes into `high`.
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use core::cmp::Ordering;

use num_bigint::{BigInt, Sign};

use super::ratio::{Exponent, Ratio};

/// The precision that the last resort begins with; it doubles until the question is decided.
pub(super) const FIRST_PRECISION: u64 = 256;

/// A real number between `low` and `high`, in units of 2^−bits.
#[derive(Debug, Clone)]
pub(super) struct Enclosure {
    pub(super) low: BigInt,
    pub(super) high: BigInt,
    bits: u64,
}

impl Enclosure {
    /// `numerator ÷ denominator`, both above zero.
    fn quotient(numerator: &BigInt, denominator: &BigInt, bits: u64) -> Self {
        let scaled: BigInt = numerator << bits;
        Self {
            low: floor(&scaled, denominator),
            high: ceiling(&scaled, denominator),
            bits,
        }
    }

    /// The product of two numbers that are not negative.
    pub(super) fn times(&self, other: &Self) -> Self {
        Self {
            low: (&self.low * &other.low) >> self.bits,
            high: up(&self.high * &other.high, self.bits),
            bits: self.bits,
        }
    }

    /// The product of two numbers of any sign.
    pub(super) fn product(&self, other: &Self) -> Self {
        let (low, high) = (self.scaled(&other.low), self.scaled(&other.high));
        Self {
            low: low.low.min(high.low) >> self.bits,
            high: up(low.high.max(high.high), self.bits),
            bits: self.bits,
        }
    }

    /// Divided by a small number above zero.
    pub(super) fn over(&self, divisor: u64) -> Self {
        let divisor = BigInt::from(divisor);
        Self {
            low: floor(&self.low, &divisor),
            high: ceiling(&self.high, &divisor),
            bits: self.bits,
        }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        Self {
            low: &self.low + &other.low,
            high: &self.high + &other.high,
            bits: self.bits,
        }
    }

    pub(super) fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negated())
    }

    pub(super) fn negated(&self) -> Self {
        Self {
            low: -&self.high,
            high: -&self.low,
            bits: self.bits,
        }
    }

    /// Times a whole number of any sign.
    pub(super) fn scaled(&self, factor: &BigInt) -> Self {
        let (left, right) = (&self.low * factor, &self.high * factor);
        Self {
            low: left.clone().min(right.clone()),
            high: left.max(right),
            bits: self.bits,
        }
    }

    /// Halved so many times.
    pub(super) fn halved(&self, times: u64) -> Self {
        // More than all bits are as good as all bits.
        let times = times.min(self.low.bits().max(self.high.bits()) + 1);
        Self {
            low: &self.low >> times,
            high: up(self.high.clone(), times),
            bits: self.bits,
        }
    }

    /// Times a power of two.
    #[cfg(test)]
    pub(super) fn shift(&mut self, doublings: i32) {
        let by = u64::from(doublings.unsigned_abs());
        (self.low, self.high) = if doublings < 0 {
            (&self.low >> by, up(self.high.clone(), by))
        } else {
            (&self.low << by, &self.high << by)
        };
    }

    /// Times a rational exponent.
    pub(super) fn raised(&self, exponent: Exponent) -> Self {
        let mut numerator = BigInt::from(exponent.numerator.0) * exponent.numerator.1;
        if exponent.is_negative {
            numerator = -numerator;
        }
        let denominator = BigInt::from(exponent.denominator.0) * exponent.denominator.1;
        let product = self.scaled(&numerator);
        Self {
            low: floor(&product.low, &denominator),
            high: ceiling(&product.high, &denominator),
            bits: self.bits,
        }
    }

    /// Divided by a whole number above zero.
    pub(super) fn divided_by(&self, divisor: &BigInt) -> Self {
        Self {
            low: floor(&self.low, divisor),
            high: ceiling(&self.high, divisor),
            bits: self.bits,
        }
    }

    /// Whether the number is surely above (`Some(true)`) or below zero; `None` if it may be zero.
    pub(super) fn is_positive(&self) -> Option<bool> {
        let zero = BigInt::ZERO;
        match (self.low > zero, self.high < zero) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// The least and the greatest value of this ÷ a number above zero, each as a dividend and a divisor.
    pub(super) fn quotients<'a>(&'a self, divisor: &'a Self) -> [(&'a BigInt, &'a BigInt); 2] {
        let is_negative = |bound: &BigInt| bound.sign() == Sign::Minus;
        let least = if is_negative(&self.low) {
            &divisor.low
        } else {
            &divisor.high
        };
        let greatest = if is_negative(&self.high) {
            &divisor.high
        } else {
            &divisor.low
        };
        [(&self.low, least), (&self.high, greatest)]
    }

    /// The natural logarithm of a ratio.
    pub(super) fn logarithm(ratio: Ratio, bits: u64) -> Self {
        let (numerator, denominator) = ratio.sides();
        Self::logarithm_of(&numerator.into(), &denominator.into(), bits)
    }

    /// The natural logarithm of `numerator ÷ denominator`, both above zero.
    pub(super) fn logarithm_of(numerator: &BigInt, denominator: &BigInt, bits: u64) -> Self {
        let (mut numerator, mut denominator) = (numerator.clone(), denominator.clone());
        // Both are above zero; doubling the smaller one brings the quotient between 1/2 and 2.
        let length = |integer: &BigInt| i64::try_from(integer.bits()).unwrap_or(i64::MAX);
        let doublings = length(&numerator) - length(&denominator);
        if doublings >= 0 {
            denominator <<= doublings.unsigned_abs();
        } else {
            numerator <<= doublings.unsigned_abs();
        }
        let near_one = if numerator >= denominator {
            logarithm_above_one(&numerator, &denominator, bits)
        } else {
            logarithm_above_one(&denominator, &numerator, bits).negated()
        };
        if doublings == 0 {
            return near_one;
        }
        near_one.plus(&logarithm_of_two(bits).scaled(&BigInt::from(doublings)))
    }

    /// e to this power, as (m, k) for m · 2^k with m about 1 to 2.
    pub(super) fn exponential(&self) -> (Self, BigInt) {
        let two = logarithm_of_two(self.bits);
        // Any k near x ÷ ln 2 will do; one less keeps the rest above zero.
        let doublings = floor(&self.low, &two.high) - 1_u32;
        let rest = self.minus(&two.scaled(&doublings));
        let mut sum = Self::one(self.bits);
        let mut term = Self::one(self.bits);
        // The rest is below 1.5 (0 ≤ rest < 2 ln 2 and a little), so from the third term on each is less than half the one before.
        let mut count = 0_u64;
        while term.high > BigInt::from(1_u32) || count < 3 {
            count += 1;
            term = term.times(&rest).over(count);
            sum = sum.plus(&term);
        }
        sum.high += 2_u32;
        (sum, doublings)
    }

    /// The square root of a number that is not negative.
    pub(super) fn root(&self) -> Self {
        let root = |square: &BigInt| (square.max(&BigInt::ZERO) << self.bits).sqrt();
        Self {
            low: root(&self.low),
            high: root(&self.high) + 1_u32,
            bits: self.bits,
        }
    }

    /// One unit wider on either side.
    pub(super) fn widened(&self) -> Self {
        Self {
            low: &self.low - 1_u32,
            high: &self.high + 1_u32,
            bits: self.bits,
        }
    }

    /// e to this power.
    pub(super) fn power_of_e(&self) -> Self {
        let (factor, doublings) = self.exponential();
        let times = u64::try_from(doublings.magnitude()).unwrap_or(u64::MAX);
        if doublings.sign() == Sign::Minus {
            return factor.halved(times);
        }
        Self {
            low: factor.low << times,
            high: factor.high << times,
            bits: self.bits,
        }
    }

    pub(super) fn zero(bits: u64) -> Self {
        Self {
            low: BigInt::ZERO,
            high: BigInt::ZERO,
            bits,
        }
    }

    pub(super) fn one(bits: u64) -> Self {
        let one = BigInt::from(1_u32) << bits;
        Self {
            low: one.clone(),
            high: one,
            bits,
        }
    }
}

/// On which side of zero a number lies: as a filter has decided, or in 256 bits; and where these do not tell, by algebra. If that does not tell
/// either, the number is not zero, and twice as many bits are taken until it shows.
pub(super) fn sign(
    filtered: Option<Ordering>,
    enclosure: impl Fn(u64) -> Enclosure,
    by_algebra: impl FnOnce() -> Option<Ordering>,
) -> Ordering {
    let side = |bits| {
        enclosure(bits)
            .is_positive()
            .map(|is_above| if is_above { Ordering::Greater } else { Ordering::Less })
    };
    if let Some(decided) = filtered.or_else(|| side(FIRST_PRECISION)).or_else(by_algebra) {
        return decided;
    }
    let mut bits = FIRST_PRECISION;
    loop {
        bits = bits.saturating_mul(2);
        if let Some(decided) = side(bits) {
            return decided;
        }
    }
}

/// ln(n ÷ d) for 1 ≤ n ÷ d ≤ 2: twice the inverse hyperbolic tangent of z = (n − d) ÷ (n + d), which is at most 1/3.
fn logarithm_above_one(numerator: &BigInt, denominator: &BigInt, bits: u64) -> Enclosure {
    let argument = Enclosure::quotient(&(numerator - denominator), &(numerator + denominator), bits);
    let square = argument.times(&argument);
    let mut power = argument.clone();
    let mut sum = argument;
    let mut odd = 1_u64;
    // Each power is at most a ninth of the one before, so what is cut off is below an eighth of the last one and its rounding.
    while power.high > BigInt::from(2_u32) {
        odd += 2;
        power = power.times(&square);
        sum = sum.plus(&power.over(odd));
    }
    sum.high += 1_u32;
    sum.plus(&sum)
}

pub(super) fn logarithm_of_two(bits: u64) -> Enclosure {
    logarithm_above_one(&BigInt::from(2_u32), &BigInt::from(1_u32), bits)
}

fn floor(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    // Division of big integers truncates; the remainder has the sign of the numerator, and the denominator is above zero.
    let quotient = numerator / denominator;
    if &quotient * denominator > *numerator {
        quotient - 1_u32
    } else {
        quotient
    }
}

fn ceiling(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    -floor(&-numerator, denominator)
}

fn up(value: BigInt, bits: u64) -> BigInt {
    -(-value >> bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::growth::ratio::power_of_ten;

    /// Digits of ln 2 and of e from the On-Line Encyclopedia of Integer Sequences, A002162 and A001113.
    #[test]
    fn known_digits_lie_within_the_enclosures() {
        let ten = power_of_ten(28);
        for bits in [128, 256, 1024] {
            let two = logarithm_of_two(bits);
            let digits = BigInt::from(6_931_471_805_599_453_094_172_321_214_u128);
            assert_eq!((&two.low * BigInt::from(ten)) >> bits, digits);
            assert_eq!((&two.high * BigInt::from(ten)) >> bits, digits);
            assert!(&two.high - &two.low < BigInt::from(1_000_u32));
            let (e, doublings) = Enclosure::one(bits).exponential();
            assert_eq!(doublings, BigInt::ZERO);
            let digits = BigInt::from(27_182_818_284_590_452_353_602_874_713_u128);
            assert_eq!((&e.low * BigInt::from(ten)) >> bits, digits);
            assert_eq!((&e.high * BigInt::from(ten)) >> bits, digits);
        }
    }

    #[test]
    fn a_logarithm_undoes_an_exponential() {
        let one = Ratio::between(dec!(7), dec!(0.0000000000000000000000000123)).unwrap();
        let logarithm = Enclosure::logarithm(one, 300);
        let (value, doublings) = logarithm.exponential();
        // value · 2^doublings · 7 · 10^28 encloses 123.
        let shift = 300_i64 - i64::try_from(doublings).unwrap();
        let scale = BigInt::from(power_of_ten(28)) * 7_u32;
        let target: BigInt = BigInt::from(123_u32) << shift.unsigned_abs();
        assert!(value.low * &scale <= target && target <= value.high * &scale);
    }
}
