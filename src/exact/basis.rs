//! Whole numbers as products of powers of numbers that have nothing in common: enough of a factorisation to see what is
//! rational, without finding a prime.
//!
//! Of 12 and 18 a basis is 2 and 3: 12 = 2² · 3 and 18 = 2 · 3². So 12^(1 ÷ 3) · 18^(1 ÷ 3) = 2 · 3 = 6 is seen to be
//! rational, and 12^(1 ÷ 3) alone not. Of 35 and 36 it is 35 and 6: no prime of 35 is looked for, since nothing else
//! has one of them.
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use alloc::vec::Vec;

use num_bigint::{BigInt, BigUint};

use super::fraction::{Fraction, greatest_common_divisor};

/// Numbers above 1, each no power of a smaller one, no two with a common divisor.
///
/// A product p₁^x₁ · p₂^x₂ · … of them with rational exponents is rational if and only if every exponent is whole. For
/// let D be a common denominator. The D-th power of the product is one of a rational number, so for each prime of p₁, D
/// divides its count in p₁ times D x₁ (it is in no other). The greatest common divisor of these counts is 1, since p₁
/// is no power; so D divides D x₁.
pub(super) struct CoprimeBasis(Vec<BigUint>);

impl CoprimeBasis {
    /// A basis in which all these fractions, which are above zero, can be written.
    #[expect(single_use_lifetimes, reason = "an elided lifetime may not stand here yet")]
    pub(super) fn of<'a>(fractions: impl IntoIterator<Item = &'a Fraction>) -> Self {
        let sides = |fraction: &Fraction| {
            let (up, down) = fraction.reduced().sides();
            [up, down].map(|side| side.magnitude().clone())
        };
        let mut open: Vec<BigUint> = fractions.into_iter().flat_map(sides).collect();
        let mut coprime: Vec<BigUint> = Vec::new();
        let one = BigUint::from(1_u32);
        // A number that has something in common with another is split, and so is the other one: their product becomes
        // smaller.
        while let Some(number) = open.pop() {
            if number <= one {
                continue;
            }
            let shared = |other: &BigUint| Some(greatest_common_divisor(other, &number)).filter(|common| *common > one);
            let overlap = coprime
                .iter()
                .enumerate()
                .find_map(|(place, other)| Some((place, shared(other)?)));
            match overlap {
                None => coprime.push(number),
                Some((place, common)) => {
                    let other = coprime.swap_remove(place);
                    open.extend([number / &common, other / &common, common]);
                }
            }
        }
        Self(coprime.into_iter().map(least_root).collect())
    }

    pub(super) fn numbers(&self) -> &[BigUint] {
        &self.0
    }

    /// The exponents of the numbers of the basis whose product is the fraction.
    pub(super) fn exponents(&self, fraction: &Fraction) -> Vec<BigInt> {
        let (up, down) = fraction.reduced().sides();
        let count = |number: &BigUint| {
            BigInt::from(multiplicity(number, up.magnitude())) - multiplicity(number, down.magnitude())
        };
        self.0.iter().map(count).collect()
    }
}

/// The smallest number of which this one is a power.
fn least_root(mut number: BigUint) -> BigUint {
    let mut degree = 2;
    while u64::from(degree) < number.bits() {
        let root = number.nth_root(degree);
        if root.pow(degree) == number {
            number = root;
        } else {
            degree += 1;
        }
    }
    number
}

/// How often one number divides another.
fn multiplicity(divisor: &BigUint, number: &BigUint) -> u64 {
    let (mut rest, mut count) = (number.clone(), 0);
    while rest != BigUint::ZERO && &rest % divisor == BigUint::ZERO {
        rest /= divisor;
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_split_until_they_have_nothing_in_common() {
        for (fractions, numbers) in [
            (&[(4, 1)][..], &[2][..]),
            (&[(12, 18)], &[2, 3]),
            (&[(36, 1)], &[6]),
            (&[(36, 1), (4, 1)], &[2, 3]),
            (&[(7, 7)], &[]),
            (&[(6, 1), (10, 1), (15, 1)], &[2, 3, 5]),
            (&[(1_000, 1_331)], &[10, 11]),
        ] {
            let fractions: Vec<Fraction> = fractions
                .iter()
                .map(|&(up, down)| Fraction::of(up, down).unwrap())
                .collect();
            let basis = CoprimeBasis::of(&fractions);
            let mut found: Vec<u32> = basis
                .numbers()
                .iter()
                .map(|number| u32::try_from(number).unwrap())
                .collect();
            found.sort_unstable();
            assert_eq!(found, numbers, "{fractions:?}");
            for fraction in &fractions {
                let exponents = basis.exponents(fraction);
                let back = basis
                    .numbers()
                    .iter()
                    .zip(exponents)
                    .fold(Fraction::one(), |product, (number, count)| {
                        let power = Fraction::from(BigInt::from(number.clone())).power(i32::try_from(count).unwrap());
                        product.times(&power.unwrap())
                    });
                assert_eq!(back, *fraction);
            }
        }
    }
}
