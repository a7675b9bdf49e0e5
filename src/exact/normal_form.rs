//! A sum of terms written so that it is zero only if no term is left.
//!
//! *Sums of powers.* Positive real radicals of which no two have a rational quotient are linearly independent over the
//! rational numbers (A. S. Besicovitch, "On the linear independence of fractional powers of integers", 1940; L. J.
//! Mordell, 1953, for several of them at once). So the terms are sorted into classes whose quotients are rational, and
//! the sum is zero if and only if it is in each class, which is a question of fractions. Whether a quotient is rational
//! is seen in a [`CoprimeBasis`].
//!
//! *Logarithms.* Those of rational numbers that are linearly independent over the rational numbers are, together with
//! 1, so over the algebraic ones (A. Baker, "Linear forms in the logarithms of algebraic numbers", 1966). Those of the
//! numbers of a [`CoprimeBasis`] are independent, since a product of whole powers of them is 1 only if all the powers
//! are 0. So a sum is written in the logarithms of such a basis, and is zero if and only if the factor of each
//! logarithm is, and what has none: sums of powers. That products of several logarithms of the basis are independent
//! too is S. Schanuel's conjecture; nobody asks for them, and if it failed, a comparison would not end.
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use alloc::vec::Vec;

use num_bigint::{BigInt, BigUint};

use super::basis::CoprimeBasis;
use super::fraction::Fraction;
use super::term::{Radical, Term};

/// Whole powers of at most so many bits are always worked out to see whether they cancel.
const MANY_BITS: u64 = 1 << 20;

/// The terms of a sum, sorted into classes of the same logarithms and of rational quotients, without the classes that
/// add up to zero: so the sum is zero only if no term is left.
pub(super) fn in_normal_form(sum: &[&Term]) -> Vec<Term> {
    let logarithms = CoprimeBasis::of(sum.iter().flat_map(|term| &term.logarithms));
    let powers = sum.iter().flat_map(|term| &term.powers);
    let basis = CoprimeBasis::of(powers.map(|power| &power.base));
    let mut classes: Vec<RadicalClass> = Vec::new();
    for term in sum {
        let exponents = term.exponents(&basis);
        for (coefficient, places) in term.in_logarithms_of(&logarithms) {
            RadicalClass::add_term(&mut classes, places, coefficient, &exponents);
        }
    }
    let terms = classes
        .into_iter()
        .flat_map(|class| class.terms(basis.numbers(), logarithms.numbers()));
    terms.collect()
}

/// The sum of terms whose quotients are rational: they have the same logarithms, and the exponents of the numbers of
/// the basis differ by whole numbers.
///
/// The sum is that of coefficient · Π number^(shared + whole), over the numbers of the basis, times the logarithms.
struct RadicalClass {
    /// The places of the logarithms in their basis.
    logarithms: Vec<usize>,
    /// The part of the exponents that all terms of the class share: at first, their fractional parts.
    shared: Vec<Fraction>,
    /// Each coefficient, with the whole numbers by which its exponents exceed `shared`; no two terms have the same.
    sum: Vec<(Fraction, Vec<BigInt>)>,
}

impl RadicalClass {
    /// Adds a term to the class of its logarithms and of the fractional parts of its exponents, or begins that class.
    /// The whole parts of the exponents go into the sum. `exponents` are those of the numbers of the basis, one each.
    fn add_term(classes: &mut Vec<Self>, logarithms: Vec<usize>, coefficient: Fraction, exponents: &[Fraction]) {
        let whole: Vec<BigInt> = exponents.iter().map(Fraction::floor).collect();
        let part = |(exponent, whole): (&Fraction, &BigInt)| exponent.minus(&whole.clone().into());
        let shared: Vec<Fraction> = exponents.iter().zip(&whole).map(part).collect();
        let class = classes
            .iter_mut()
            .find(|class| class.logarithms == logarithms && class.shared == shared);
        let Some(class) = class else {
            let sum = Vec::from([(coefficient, whole)]);
            return classes.push(Self {
                logarithms,
                shared,
                sum,
            });
        };
        match class.sum.iter_mut().find(|(_, own)| *own == whole) {
            Some((own, _)) => *own = own.plus(&coefficient),
            None => class.sum.push((coefficient, whole)),
        }
    }

    /// The sum as one term, or none if it is zero. If a number in it would be longer than [`MANY_BITS`] and a remainder
    /// proves that it is not zero, its terms are not added up.
    ///
    /// `basis` holds the numbers whose exponents the class lists, `logarithm_basis` those that its logarithms name by
    /// place.
    fn terms(mut self, basis: &[BigUint], logarithm_basis: &[BigUint]) -> Vec<Term> {
        self.sum.retain(|(coefficient, _)| !coefficient.is_zero());
        self.factor_out_common_powers();
        let number = |place: &usize| Some(BigInt::from(logarithm_basis.get(*place)?.clone()).into());
        let numbers: Vec<Fraction> = self.logarithms.iter().filter_map(number).collect();
        let term = |coefficient: &Fraction, whole: &[BigInt]| {
            let power = |((number, shared), whole): ((&BigUint, &Fraction), &BigInt)| Radical {
                base: BigInt::from(number.clone()).into(),
                exponent: shared.plus(&whole.clone().into()),
            };
            let powers = basis.iter().zip(&self.shared).zip(whole).map(power).collect();
            Term::of(coefficient.clone(), powers, numbers.clone())
        };
        let is_long = |whole: &[BigInt]| {
            let counted = whole.iter().zip(basis);
            let bits = counted.fold(BigInt::ZERO, |bits, (count, number)| bits + count * number.bits());
            bits > BigInt::from(MANY_BITS)
        };
        if self.sum.iter().any(|(_, whole)| is_long(whole)) && self.is_proved_nonzero(basis) {
            return self
                .sum
                .iter()
                .map(|(coefficient, whole)| term(coefficient, whole))
                .collect();
        }
        let total = self.sum.iter().fold(Fraction::zero(), |total, (coefficient, whole)| {
            let factors = basis.iter().zip(whole);
            let product = factors.fold(BigInt::from(1_u32), |product, (number, count)| {
                product * BigInt::from(number.pow(u32::try_from(count).unwrap_or(u32::MAX)))
            });
            total.plus(&coefficient.times(&product.into()))
        });
        if total.is_zero() {
            return Vec::new();
        }
        let none: Vec<BigInt> = basis.iter().map(|_| BigInt::ZERO).collect();
        Vec::from([term(&total, &none)])
    }

    /// Moves the least whole power that a term has of each number of the basis from the terms into `shared`.
    fn factor_out_common_powers(&mut self) {
        for (place, shared) in self.shared.iter_mut().enumerate() {
            let whole = |(_, whole): &(Fraction, Vec<BigInt>)| whole.get(place).cloned();
            let least = self.sum.iter().filter_map(whole).min().unwrap_or_default();
            for count in self.sum.iter_mut().filter_map(|(_, whole)| whole.get_mut(place)) {
                *count -= &least;
            }
            *shared = shared.plus(&least.into());
        }
    }

    /// Whether the sum leaves a remainder when divided by a prime number of 157 digits, which proves that it is not
    /// zero. Sums of numbers with millions of digits are worked out in full only if they leave none.
    fn is_proved_nonzero(&self, basis: &[BigUint]) -> bool {
        let prime = (BigUint::from(1_u32) << 521_u32) - 1_u32;
        let down = self.sum.iter().map(|(coefficient, _)| coefficient.sides().1);
        let denominators = down.fold(BigInt::from(1_u32), |product, down| product * down);
        let remainder = self.sum.iter().fold(BigInt::ZERO, |sum, (coefficient, whole)| {
            let (up, down) = coefficient.sides();
            let factors = basis.iter().zip(whole);
            let product = factors.fold(BigUint::from(1_u32), |product, (number, count)| {
                product * number.modpow(count.magnitude(), &prime) % &prime
            });
            sum + up * (&denominators / down) * BigInt::from(product)
        });
        remainder % BigInt::from(prime) != BigInt::ZERO
    }
}
