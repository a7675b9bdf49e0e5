//! Logarithms and powers to any precision, enclosed between two big integers.
//!
//! The last resort: slow, on the heap, and easy to trust. Every quantity is a pair `low ≤ x ≤ high` in units of
//! 2^−bits; each operation rounds `low` down and `high` up, so that no error has to be estimated. Series are cut where
//! the rest is bounded by a geometric series, and the bound goes into `high`.
//!
//! More bits make an enclosure narrower. One of zero tells no side in any number of them: whoever asks for the side
//! must know that there is one (see [`decide`](super::decide)).
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use core::cmp::Ordering;

use num_bigint::{BigInt, BigUint};

use super::ball::Ball;
use super::fraction::{Fraction, leading_bits};
use super::round::Estimate;
use super::wide::{Wide, power_of_two};
use crate::value::arithmetic::floor;

/// A real number between `low` and `high`, in units of 2^−bits.
#[derive(Debug, Clone)]
pub(super) struct Enclosure {
    pub(super) low: BigInt,
    pub(super) high: BigInt,
    bits: u64,
}

impl Enclosure {
    /// From `low` · 2^−`bits` to `high` · 2^−`bits`.
    const fn between(low: BigInt, high: BigInt, bits: u64) -> Self {
        Self { low, high, bits }
    }

    /// `numerator ÷ denominator`. The denominator is above zero.
    fn quotient(numerator: &BigInt, denominator: &BigInt, bits: u64) -> Self {
        let scaled: BigInt = numerator << bits;
        Self::between(floor(&scaled, denominator), ceiling(&scaled, denominator), bits)
    }

    /// The product of two numbers of any sign.
    pub(super) fn times(&self, other: &Self) -> Self {
        let (one, two) = (self.scaled(&other.low), self.scaled(&other.high));
        Self::between(
            one.low.min(two.low) >> self.bits,
            halved_up(one.high.max(two.high), self.bits),
            self.bits,
        )
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        Self::between(&self.low + &other.low, &self.high + &other.high, self.bits)
    }

    pub(super) fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negated())
    }

    pub(super) fn negated(&self) -> Self {
        Self::between(-&self.high, -&self.low, self.bits)
    }

    /// The product with a whole number of any sign.
    pub(super) fn scaled(&self, factor: &BigInt) -> Self {
        let (left, right) = (&self.low * factor, &self.high * factor);
        Self::between(left.clone().min(right.clone()), left.max(right), self.bits)
    }

    /// The number halved so many times.
    pub(super) fn halved(&self, times: u64) -> Self {
        // More than all bits are as good as all bits.
        let times = times.min(self.low.bits().max(self.high.bits()) + 1);
        Self::between(&self.low >> times, halved_up(self.high.clone(), times), self.bits)
    }

    /// The quotient by a whole number above zero.
    pub(super) fn divided_by(&self, divisor: &BigInt) -> Self {
        Self::between(floor(&self.low, divisor), ceiling(&self.high, divisor), self.bits)
    }

    /// On which side of zero the number surely lies; `None` where it may be zero.
    pub(super) fn side(&self) -> Option<Ordering> {
        let (low, high) = (self.low.cmp(&BigInt::ZERO), self.high.cmp(&BigInt::ZERO));
        (low == high && low != Ordering::Equal).then_some(low)
    }

    /// The natural logarithm of a fraction above zero.
    pub(super) fn logarithm(fraction: &Fraction, bits: u64) -> Self {
        let (numerator, denominator, doublings) = sides_and_doublings(fraction);
        let of_mantissa = if numerator >= denominator {
            logarithm_above_one(&numerator, &denominator, bits)
        } else {
            logarithm_above_one(&denominator, &numerator, bits).negated()
        };
        if doublings == 0 {
            return of_mantissa;
        }
        of_mantissa.plus(&logarithm_of_two(bits).scaled(&doublings.into()))
    }

    /// e raised to this number.
    pub(super) fn exponential(&self) -> Scaled {
        let ln_two = logarithm_of_two(self.bits);
        // Any k near x ÷ ln 2 will do; one less keeps the rest above zero.
        let doublings = floor(&self.low, &ln_two.high) - 1_u32;
        let rest = self.minus(&ln_two.scaled(&doublings));
        let mut sum = Self::one(self.bits);
        let mut term = Self::one(self.bits);
        // The rest is below 1.5 (0 ≤ rest < 2 ln 2 and a little), so from the third term on each is less than half the
        // one before.
        let mut count = 0_u64;
        while term.high > BigInt::from(1_u32) || count < 3 {
            count += 1;
            term = term.times(&rest).divided_by(&count.into());
            sum = sum.plus(&term);
        }
        sum.high += 2_u32;
        // No number that is asked for has more doublings than 127 bits can count.
        let doublings =
            i128::try_from(&doublings).unwrap_or(if doublings > BigInt::ZERO { i128::MAX } else { i128::MIN });
        Scaled {
            mantissa: sum,
            doublings,
        }
    }

    pub(super) fn zero(bits: u64) -> Self {
        Self::between(BigInt::ZERO, BigInt::ZERO, bits)
    }

    pub(super) fn one(bits: u64) -> Self {
        let one = BigInt::from(1_u32) << bits;
        Self::between(one.clone(), one, bits)
    }
}

/// `mantissa · 2^doublings`: a number of any size, as exact as its leading bits are.
#[derive(Debug, Clone)]
pub(super) struct Scaled {
    pub(super) mantissa: Enclosure,
    pub(super) doublings: i128,
}

impl From<Enclosure> for Scaled {
    fn from(mantissa: Enclosure) -> Self {
        Self { mantissa, doublings: 0 }
    }
}

impl Scaled {
    /// A fraction other than zero, enclosed in so many bits.
    pub(super) fn of(fraction: &Fraction, bits: u64) -> Self {
        let (numerator, denominator, doublings) = sides_and_doublings(fraction);
        Self {
            mantissa: Enclosure::quotient(&numerator, &denominator, bits),
            doublings: doublings.into(),
        }
    }

    /// The product of numbers of any sign.
    pub(super) fn times(&self, other: &Self) -> Self {
        Self {
            mantissa: self.mantissa.times(&other.mantissa),
            doublings: self.doublings.saturating_add(other.doublings),
        }
    }

    /// The sum of the numbers; its doublings are the most that one of them has.
    pub(super) fn sum(numbers: &[Self], bits: u64) -> Self {
        let doublings = numbers.iter().map(|number| number.doublings).max().unwrap_or_default();
        let mantissa = numbers.iter().fold(Enclosure::zero(bits), |sum, number| {
            let times = doublings.saturating_sub(number.doublings);
            sum.plus(&number.mantissa.halved(u64::try_from(times).unwrap_or(u64::MAX)))
        });
        Self { mantissa, doublings }
    }

    /// The quotient as an estimate; `None` if one of the two numbers may be zero.
    pub(super) fn over(&self, divisor: &Self) -> Option<Estimate> {
        let ((dividend, up), (divisor, down)) = (self.leading_bits()?, divisor.leading_bits()?);
        let mut estimate = dividend.over(divisor)?.estimate()?;
        // So many doublings lead from 1 to beyond all decimals, and so many halvings below their last digit.
        let doublings = up.saturating_sub(down).clamp(-512, 512);
        estimate.size.exponent += i32::try_from(doublings).unwrap_or_default();
        Some(estimate)
    }

    /// The leading 128 bits, from 1 to 2, and the doublings; `None` of a number that may be zero.
    ///
    /// The bits are those of the bound that is nearer to zero: off by as much as the bounds lie apart, and cut off by
    /// 2⁻¹²⁷.
    #[expect(clippy::float_arithmetic, reason = "a bound")]
    fn leading_bits(&self) -> Option<(Ball, i128)> {
        let Enclosure { low, high, bits } = &self.mantissa;
        let side = self.mantissa.side()?;
        let nearer = if side.is_lt() { high } else { low }.magnitude();
        let length = |integer: &BigUint| i32::try_from(integer.bits()).ok();
        // An integer of n bits is at least 2^(n − 1), and below 2^n.
        let apart = length((high - low).magnitude())? - length(nearer)? + 1;
        let Wide { mantissa, exponent } = leading_bits(nearer);
        let size = Wide { mantissa, ..Wide::ONE };
        let ball = Ball::of(side, size, power_of_two(apart) + power_of_two(-127))?;
        let doublings = i128::from(exponent - Wide::ONE.exponent) - i128::from(*bits);
        Some((ball, self.doublings.saturating_add(doublings)))
    }
}

/// A fraction as n ÷ d · 2^doublings, with n ÷ d between ½ and 2, its mantissa: n, d and the doublings.
fn sides_and_doublings(fraction: &Fraction) -> (BigInt, BigInt, i64) {
    let (mut numerator, mut denominator) = fraction.sides();
    let length = |integer: &BigInt| i64::try_from(integer.bits()).unwrap_or(i64::MAX);
    let doublings = length(&numerator) - length(&denominator);
    if doublings >= 0 {
        denominator <<= doublings.unsigned_abs();
    } else {
        numerator <<= doublings.unsigned_abs();
    }
    (numerator, denominator, doublings)
}

/// ln(n ÷ d) for 1 ≤ n ÷ d ≤ 2: twice the inverse hyperbolic tangent of z = (n − d) ÷ (n + d), which is at most 1/3.
fn logarithm_above_one(numerator: &BigInt, denominator: &BigInt, bits: u64) -> Enclosure {
    let argument = Enclosure::quotient(&(numerator - denominator), &(numerator + denominator), bits);
    let square = argument.times(&argument);
    let mut power = argument.clone();
    let mut sum = argument;
    let mut odd = 1_u64;
    // Each power is at most a ninth of the one before, so what is cut off is below an eighth of the last one and its
    // rounding.
    while power.high > BigInt::from(2_u32) {
        odd += 2;
        power = power.times(&square);
        sum = sum.plus(&power.divided_by(&odd.into()));
    }
    sum.high += 1_u32;
    sum.plus(&sum)
}

/// ln 2.
pub(super) fn logarithm_of_two(bits: u64) -> Enclosure {
    logarithm_above_one(&BigInt::from(2_u32), &BigInt::from(1_u32), bits)
}

/// The least whole number that is not below a quotient. The denominator is above zero.
fn ceiling(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    -floor(&-numerator, denominator)
}

/// A number halved so many times, and rounded up.
fn halved_up(value: BigInt, times: u64) -> BigInt {
    -(-value >> times)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;
    use crate::exact::ratio::{Ratio, power_of_ten};

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
            let Scaled { mantissa: e, doublings } = Enclosure::one(bits).exponential();
            assert_eq!(doublings, 0);
            let digits = BigInt::from(27_182_818_284_590_452_353_602_874_713_u128);
            assert_eq!((&e.low * BigInt::from(ten)) >> bits, digits);
            assert_eq!((&e.high * BigInt::from(ten)) >> bits, digits);
        }
    }

    #[test]
    fn a_logarithm_undoes_an_exponential() {
        let one = Ratio::between(dec!(7), dec!(0.0000000000000000000000000123)).unwrap();
        let logarithm = Enclosure::logarithm(&one.into(), 300);
        let Scaled {
            mantissa: value,
            doublings,
        } = logarithm.exponential();
        // value · 2^doublings · 7 · 10^28 encloses 123.
        let shift = 300_i64 - i64::try_from(doublings).unwrap();
        let scale = BigInt::from(power_of_ten(28)) * 7_u32;
        let target: BigInt = BigInt::from(123_u32) << shift.unsigned_abs();
        assert!(value.low * &scale <= target && target <= value.high * &scale);
    }

    fn enclosures() -> impl Strategy<Value = Enclosure> {
        (any::<i128>(), 0_u32..120, 0_u64..200, 0_u64..60).prop_map(|(integer, cut, longer, width)| {
            let low = BigInt::from(integer >> cut) << longer;
            let high = &low + (BigInt::from(1) << width) - 1;
            Enclosure::between(low, high, 256)
        })
    }

    proptest! {
        /// A quotient of any two numbers that are enclosed is as near to its estimate as that says.
        #[test]
        fn quotients_are_no_further_off_than_claimed(
            one in enclosures(),
            other in enclosures(),
            (up, down) in (-90_i128..90, -90_i128..90),
        ) {
            let scaled = |mantissa: &Enclosure, doublings| Scaled { mantissa: mantissa.clone(), doublings };
            let estimate = scaled(&one, up).over(&scaled(&other, down));
            // Both sides are clear, and one bit at least is.
            let is_narrow = |number: &Enclosure| {
                let apart = (&number.high - &number.low).bits() + 3;
                number.side().is_some() && apart <= number.low.bits().min(number.high.bits())
            };
            prop_assert!(estimate.is_some() || !is_narrow(&one) || !is_narrow(&other));
            let Some(estimate) = estimate else { return Ok(()) };
            let power = |exponent: i128| {
                let power = BigInt::from(1) << exponent.unsigned_abs();
                if exponent < 0 { Fraction::of(1, power) } else { Fraction::of(power, 1) }.unwrap()
            };
            let size = Fraction::from(1).times(&Fraction::of(estimate.size.mantissa, 1).unwrap());
            let size = size.times(&power(estimate.size.exponent.into()));
            let size = if estimate.is_negative { size.negated() } else { size };
            let error = power(-i128::from(estimate.accurate_bits));
            for (dividend, divisor) in [&one.low, &one.high].into_iter().flat_map(|one| [(one, &other.low), (one, &other.high)]) {
                let quotient = Fraction::of(dividend.clone(), divisor.clone()).unwrap().times(&power(up - down));
                let off = quotient.over(&size).unwrap().minus(&Fraction::one());
                prop_assert!(off <= error && error.negated() <= off, "{off:?} {estimate:?}");
            }
        }
    }
}
