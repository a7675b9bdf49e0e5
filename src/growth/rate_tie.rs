//! Whether one yearly rate is exactly a multiple of another, A − 1 = k (G − 1): what no precision decides.
//!
//! A tie with k other than 0 and 1 needs a rational G. For let G be irrational, and m ≥ 2 the least exponent for which G^m is
//! rational. Then x^m − G^m is the minimal polynomial of G, and ζG is a conjugate of G for every m-th root of unity ζ. Some power
//! of A = kG + (1 − k) is rational, so all conjugates kζG + (1 − k) of A have one absolute value. But |kζG + (1 − k)|² =
//! k²G² + (1 − k)² + 2k(1 − k)G · Re ζ is different for ζ = 1 and ζ ≠ 1, unless k is 0 or 1. A rational G = (a ÷ b)^q is seen by the
//! roots of both sides of its base, and then the tie is one of integers.

use core::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use rust_decimal::Decimal;

use super::compound::ConstantGrowth;
use super::fraction::{self, Fraction};
use super::linear_form::LinearForm;
use super::ratio::{Exponent, Ratio, greatest_common_divisor, power_of_ten};
use super::tie::{LARGEST_EXPONENT, is_power, root};
use crate::value::Years;

/// Whether the two are equal, if G has few digits: then the actual factor is a power of 1 + k (G − 1).
pub(super) fn is_tie_in_128_bits(actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> Option<bool> {
    let (q, p) = reduced(required.over);
    let (q, p) = (u32::try_from(q).ok()?, u32::try_from(p).ok()?);
    let (up, down) = root(required.factor, p)?;
    let (up, down) = (
        i128::try_from(up.checked_pow(q)?).ok()?,
        i128::try_from(down.checked_pow(q)?).ok()?,
    );
    let denominator = down.checked_mul(i128::try_from(power_of_ten(multiple.scale())).ok()?)?;
    let numerator = up
        .checked_sub(down)?
        .checked_mul(multiple.mantissa())?
        .checked_add(denominator)?;
    // Larger than other ratios, but below the 2¹⁹² that the algebra of ties asks for.
    let due = Ratio {
        numerator: u128::try_from(numerator).ok().filter(|numerator| *numerator > 0)?,
        denominator: denominator.unsigned_abs(),
        tens: 0,
    };
    let over = i64::try_from(actual.over).ok()?;
    Some(is_power(
        actual.factor,
        due,
        Exponent::of_spans(over, Years::UNITS_PER_YEAR.unsigned_abs()),
    ))
}

/// Where two of the four parts of A − 1 and k G − k are the same, so that the other two decide. They can be as small beside them as one likes:
/// what loses 99 % in a day loses all but 10⁻⁷³⁰ in a year, and what grows so in a day leaves no precision to see the 1. So that is asked
/// first, by logarithms, for which no power is taken.
///
/// | the same | what is left |
/// |---|---|
/// | A = 1 − k | 0 against k G |
/// | k G = k − 1 | A against 0 |
/// | A = k G | −1 against −k |
pub(super) fn compare_what_is_left(
    actual: ConstantGrowth,
    multiple: Decimal,
    required: ConstantGrowth,
) -> Option<Ordering> {
    let (one, multiple) = (Fraction::one(), Fraction::from(multiple));
    let year = Years::whole(1);
    let (actual, required) = (actual.exact_logarithm(year), required.exact_logarithm(year));
    let is = |logarithm: &LinearForm, number: &Fraction| {
        number.side() == Ordering::Greater && logarithm.minus(&LinearForm::logarithm(number.clone())).is_zero()
    };
    if is(&actual, &one.minus(&multiple)) {
        return Some(multiple.side().reverse());
    }
    if is(&required, &one.minus(&one.over(&multiple)?)) {
        return Some(Ordering::Greater);
    }
    is(&actual.minus(&required), &multiple).then(|| multiple.cmp(&one))
}

/// Whether A = 1 + k (G − 1), where neither rate is zero and the multiple is neither 0 nor 1.
///
/// The two sides can have millions of digits. Where they have different remainders, by a prime number of 157 digits, they are not equal; so only
/// a tie is looked at in full.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
pub(super) fn is_tie(actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> bool {
    let (Some(actual), Some(required)) = (RationalPower::of(actual), RationalPower::of(required)) else {
        return false;
    };
    let ten = power_of_ten(multiple.scale());
    // Both sides times all denominators.
    let difference = |power: &dyn Fn(&BigUint, u32) -> BigUint| {
        let sides =
            |growth: &RationalPower| [&growth.up, &growth.down].map(|root| BigInt::from(power(root, growth.exponent)));
        let ([actual_up, actual_down], [up, down]) = (sides(&actual), sides(&required));
        let denominator = &down * ten;
        let numerator = &denominator + (up - down) * multiple.mantissa();
        actual_up * denominator - actual_down * numerator
    };
    let prime = (BigUint::from(1_u32) << 521_u32) - 1_u32;
    let remainder = difference(&|root, exponent| root.modpow(&BigUint::from(exponent), &prime));
    remainder % BigInt::from(prime.clone()) == BigInt::ZERO
        && difference(&|root, exponent| root.pow(exponent)) == BigInt::ZERO
}

/// The factor of a year, where it is a fraction: (up ÷ down)^exponent, in lowest terms.
struct RationalPower {
    up: BigUint,
    down: BigUint,
    exponent: u32,
}

impl RationalPower {
    /// Of a growth that is not 1.
    #[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
    fn of(growth: ConstantGrowth) -> Option<Self> {
        let (exponent, degree) = reduced_within_ties(growth.over)?;
        let (up, down) = growth.factor.sides();
        let common = fraction::greatest_common_divisor(&up, &down);
        let root = |power: BigUint| {
            let root = power.nth_root(degree);
            (root.pow(degree) == power).then_some(root)
        };
        Some(Self {
            up: root(up / &common)?,
            down: root(down / &common)?,
            exponent,
        })
    }
}

/// A year ÷ `over` in lowest terms; `None` if no such power of a ratio other than 1 is rational.
fn reduced_within_ties(over: u64) -> Option<(u32, u32)> {
    let (q, p) = reduced(over);
    let p = u32::try_from(p).ok().filter(|_| p <= LARGEST_EXPONENT)?;
    Some((u32::try_from(q).ok()?, p))
}

/// A year ÷ `over` in lowest terms.
fn reduced(over: u64) -> (u128, u128) {
    let (year, over) = (u128::from(Years::UNITS_PER_YEAR.unsigned_abs()), u128::from(over));
    let common = greatest_common_divisor(year, over).max(1);
    (
        year.checked_div(common).unwrap_or(year),
        over.checked_div(common).unwrap_or(over),
    )
}
