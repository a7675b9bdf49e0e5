//! Whether a ratio is exactly a rational power of another: the one case that no precision decides.
//!
//! The question is `left = base^(q ÷ p)` with q ÷ p in lowest terms, that is `left^p = base^q`. Two facts make it
//! cheap.
//!
//! 1. *Small exponents only.* Let neither ratio be 1. Since p and q are coprime there are integers u, v with u·p + v·q
//!    = 1, and z = base^u · left^v is rational with z^p = base and z^q = left (up to the sign of q). In lowest terms
//!    the larger side of z^p is the p-th power of the larger side of z, which is at least 2. Both sides of a [`Ratio`]
//!    stay below 2¹⁹², so p and |q| are below 192; for a quotient of two decimals, whose sides are below 2¹⁹⁰, below
//!    190. Larger exponents never tie.
//! 2. *Division decides the rest.* In lowest terms the numerators and the denominators are equal one by one, x^p = y^q
//!    in positive integers. If p ≥ q, then (y ÷ x)^q = x^(p − q) is an integer, so x divides y, and dividing leaves the
//!    same question with p − q in place of p. Each step takes at least one bit away, and ends where one of the integers
//!    is 1.
//!
//! Twos and fives are counted apart, because the powers of ten bring many of them; what is left fits 98 bits.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "exponents are below 192 and counts of twos and fives below 200, so that products stay below 2^16"
)]

use super::ratio::{Exponent, Ratio, greatest_common_divisor};

/// No reduced exponent above this can tie (fact 1 above).
pub(super) const LARGEST_EXPONENT: u128 = 192;

/// Whether `left = base^exponent`, exactly.
pub(super) fn is_power(left: Ratio, base: Ratio, exponent: Exponent) -> bool {
    if exponent.is_zero() || base.is_one() {
        return left.is_one();
    }
    if left.is_one() {
        return false;
    }
    let Some((q, p)) = exponent.reduced_within(LARGEST_EXPONENT) else {
        return false;
    };
    let left = Factors::of(left);
    let base = if exponent.is_negative {
        Factors::of(base).inverse()
    } else {
        Factors::of(base)
    };
    let (signed_p, signed_q) = (i64::from(p), i64::from(q));
    signed_p * left.twos == signed_q * base.twos
        && signed_p * left.fives == signed_q * base.fives
        && powers_are_equal((left.numerator, p), (base.numerator, q))
        && powers_are_equal((left.denominator, p), (base.denominator, q))
}

/// Whether x^p = y^q, for positive integers and coprime exponents above zero (fact 2 above).
fn powers_are_equal((mut x, mut p): (u128, u32), (mut y, mut q): (u128, u32)) -> bool {
    while x > 1 && y > 1 {
        if p < q {
            core::mem::swap(&mut x, &mut y);
            core::mem::swap(&mut p, &mut q);
        }
        if y % x != 0 {
            return false;
        }
        y /= x;
        p -= q;
    }
    (x == 1 || p == 0) && (y == 1 || q == 0)
}

/// A ratio as 2^twos · 5^fives · numerator ÷ denominator in lowest terms.
#[derive(Clone, Copy)]
struct Factors {
    twos: i64,
    fives: i64,
    numerator: u128,
    denominator: u128,
}

impl Factors {
    /// A ratio with its twos and fives counted apart, and the rest in lowest terms.
    fn of(ratio: Ratio) -> Self {
        let (numerator_twos, numerator_fives, numerator) = without_twos_and_fives(ratio.numerator);
        let (denominator_twos, denominator_fives, denominator) = without_twos_and_fives(ratio.denominator);
        let common = greatest_common_divisor(numerator, denominator).max(1);
        Self {
            twos: numerator_twos - denominator_twos + i64::from(ratio.tens),
            fives: numerator_fives - denominator_fives + i64::from(ratio.tens),
            numerator: numerator / common,
            denominator: denominator / common,
        }
    }

    /// 1 ÷ the ratio.
    const fn inverse(self) -> Self {
        Self {
            twos: -self.twos,
            fives: -self.fives,
            numerator: self.denominator,
            denominator: self.numerator,
        }
    }
}

/// How many twos and fives divide an integer above zero, and what they leave of it.
fn without_twos_and_fives(integer: u128) -> (i64, i64, u128) {
    let twos = integer.trailing_zeros();
    let mut rest = integer.checked_shr(twos).unwrap_or_default();
    let mut fives = 0;
    while rest > 1 && rest % 5 == 0 {
        rest /= 5;
        fives += 1;
    }
    (i64::from(twos), fives, rest)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::dec;

    fn ties(value: Decimal, base: Decimal, by: i64, over: u64) -> bool {
        let ratio = |to| Ratio::between(dec!(1), to).unwrap();
        is_power(ratio(value), ratio(base), Exponent::quotient(by, over))
    }

    #[test]
    fn perfect_powers_tie_and_their_neighbours_do_not() {
        for (value, base, by, over) in [
            (dec!(1.1), dec!(1.61051), 1, 5),
            (dec!(1.21), dec!(1.61051), 2, 5),
            (dec!(1.61051), dec!(1.1), 5, 1),
            (dec!(0.5), dec!(8), -1, 3),
            (dec!(4), dec!(8), 2, 3),
            (dec!(0.25), dec!(8), -2, 3),
            (dec!(2), dec!(39614081257132168796771975168), 1, 95),
            (dec!(1.0000000000000000000000000000), dec!(7), 0, 3),
            (dec!(1), dec!(1.0), i64::MAX, 3),
            (dec!(0.0000000000000000000000000001), dec!(0.1), 28, 1),
            (dec!(1.0201), dec!(1.01), 4_530_960 * 2, 4_530_960),
        ] {
            assert!(ties(value, base, by, over), "{value} = {base}^({by}/{over})");
            let above = value.checked_add(Decimal::new(1, 27)).unwrap();
            assert!(!ties(above, base, by, over), "{above} = {base}^({by}/{over})");
        }
    }

    #[test]
    fn exponents_too_large_to_tie_are_refused_unless_everything_is_one() {
        assert!(!ties(dec!(2), dec!(2), 4_530_961, 4_530_960));
        assert!(ties(dec!(1), dec!(1), 4_530_961, 4_530_960));
        assert!(!ties(dec!(1), dec!(2), 4_530_961, 4_530_960));
    }
}
