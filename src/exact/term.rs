//! One term of a sum: a fraction times powers and logarithms.
#![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::ball::Ball;
use super::basis::CoprimeBasis;
use super::enclosure::{Enclosure, Scaled};
use super::fraction::Fraction;
use super::logarithm::{exponential_ball, logarithm_ball, natural_logarithm};

/// Whole powers of at most so many bits are worked out where they are written.
const FEW_BITS: u64 = 1 << 16;

/// A number above 2^`FAR` lies far beyond the decimals, which have 96 bits, and beyond any sum of numbers below
/// 2^(`FAR` ÷ 2).
pub(super) const FAR: i32 = 400;

/// coefficient × base₁^exponent₁ × base₂^exponent₂ × … × ln number₁ × …. The terms of a `Real` have at least one power
/// or logarithm: what has none is a fraction, which it keeps apart.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) coefficient: Fraction,
    /// In the order of their bases, each base once.
    pub(super) powers: Vec<Radical>,
    /// The numbers in their order, above zero and not 1.
    pub(super) logarithms: Vec<Fraction>,
    /// The product of powers and logarithms in 128 bits, where it was looked for: multiples of a term have the same.
    product: Option<Ball>,
}

/// A power of a fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Radical {
    /// Above zero.
    pub(super) base: Fraction,
    pub(super) exponent: Fraction,
}

impl Term {
    /// A term in the form in which all are kept: powers with whole exponents that do not grow long are worked out into
    /// the coefficient, and the other powers and the logarithms are in order.
    pub(super) fn of(mut coefficient: Fraction, mut powers: Vec<Radical>, mut logarithms: Vec<Fraction>) -> Self {
        powers.retain_mut(|power| {
            power.exponent = power.exponent.reduced();
            let fraction = power.worked_out();
            if let Some(factor) = &fraction {
                coefficient = coefficient.times(factor);
            }
            fraction.is_none()
        });
        powers.sort_by(|one, other| one.base.cmp(&other.base));
        logarithms.sort();
        Self {
            coefficient,
            powers,
            logarithms,
            product: None,
        }
    }

    /// A product of powers and logarithms, with its 128 bits, so that its multiples do not work them out again.
    pub(super) fn product_of(powers: Vec<Radical>, logarithms: Vec<Fraction>) -> Self {
        let mut term = Self::of(Fraction::one(), powers, logarithms);
        term.product = term.product_ball();
        term
    }

    pub(super) fn with_coefficient(self, coefficient: Fraction) -> Self {
        Self { coefficient, ..self }
    }

    pub(super) fn is_fraction(&self) -> bool {
        self.powers.is_empty() && self.logarithms.is_empty()
    }

    /// Whether only the coefficients differ.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.powers == other.powers && self.logarithms == other.logarithms
    }

    /// The product: exponents of one base are added, and logarithms stand side by side.
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut powers = self.powers.clone();
        for power in &other.powers {
            match powers.iter_mut().find(|own| own.base == power.base) {
                Some(own) => own.exponent = own.exponent.plus(&power.exponent),
                None => powers.push(power.clone()),
            }
        }
        let are_apart = powers.len() == self.powers.len().saturating_add(other.powers.len());
        let products = self.product.zip(other.product).filter(|_| are_apart);
        let logarithms = self.logarithms.iter().chain(&other.logarithms).cloned().collect();
        Self {
            product: products.and_then(|(own, other)| own.times(other)),
            ..Self::of(self.coefficient.times(&other.coefficient), powers, logarithms)
        }
    }

    /// On which side of zero the term lies, exactly.
    pub(super) fn side(&self) -> Ordering {
        // Powers are above zero, and so are the logarithms of numbers above 1.
        let below_one = self.logarithms.iter().filter(|number| **number < Fraction::one());
        let side = self.coefficient.side();
        if below_one.count() % 2 == 1 {
            side.reverse()
        } else {
            side
        }
    }

    /// The term in 128 bits; `None` where it, or a part of it, is out of the range of [`Ball`].
    pub(super) fn ball(&self) -> Option<Ball> {
        let product = self.product.or_else(|| self.product_ball());
        self.coefficient.ball()?.times(product?)
    }

    /// The binary logarithm of the product of the powers, in 128 bits; `None` where a part of it is out of the range of
    /// [`Ball`].
    fn logarithm_ball(&self) -> Option<Ball> {
        let mut powers = self.powers.iter();
        powers.try_fold(Ball::ZERO, |sum, power| {
            sum.plus(logarithm_ball(&power.base)?.times(power.exponent.ball()?)?)
        })
    }

    /// Whether the term is a product of powers alone, above 2^[`FAR`].
    #[expect(clippy::float_arithmetic, reason = "a bound, with much room")]
    pub(super) fn is_far(&self) -> bool {
        let bits = || {
            let (coefficient, logarithm) = (self.coefficient.ball()?, self.logarithm_ball()?);
            let (side, _) = logarithm.parts().filter(|_| self.logarithms.is_empty())?;
            let bits = logarithm.magnitude() - 2.0 * logarithm.error();
            side.is_gt().then_some(bits + libm::log2(coefficient.magnitude()) - 1.0)
        };
        bits().is_some_and(|bits| bits > f64::from(FAR))
    }

    /// The product of powers and logarithms in 128 bits; `None` where it, or a part of it, is out of the range of
    /// [`Ball`], or its exponent is not known well enough.
    fn product_ball(&self) -> Option<Ball> {
        let mut product = Fraction::one().ball()?;
        if !self.powers.is_empty() {
            product = exponential_ball(self.logarithm_ball()?)?;
        }
        let mut logarithms = self.logarithms.iter();
        logarithms.try_fold(product, |product, number| {
            product.times(natural_logarithm(logarithm_ball(number)?)?)
        })
    }

    /// The term, enclosed in so many bits.
    pub(super) fn enclosed(&self, bits: u64) -> Scaled {
        let exponent = self.powers.iter().fold(Enclosure::zero(bits), |sum, power| {
            let (up, down) = power.exponent.sides();
            sum.plus(&Enclosure::logarithm(&power.base, bits).scaled(&up).divided_by(&down))
        });
        let mut product = Scaled::of(&self.coefficient, bits);
        if !self.powers.is_empty() {
            product = product.times(&exponent.exponential());
        }
        let logarithms = self
            .logarithms
            .iter()
            .map(|number| Enclosure::logarithm(number, bits).into());
        logarithms.fold(product, |product, logarithm| product.times(&logarithm))
    }

    /// Coefficient × logarithms, multiplied out over a basis, since the logarithm of each number is a sum of multiples
    /// of the logarithms of the basis. Each product of that sum is a coefficient and the places of its numbers in the
    /// basis.
    pub(super) fn in_logarithms_of(&self, basis: &CoprimeBasis) -> Vec<(Fraction, Vec<usize>)> {
        let mut sum = Vec::from([(self.coefficient.clone(), Vec::new())]);
        for number in &self.logarithms {
            let counts: Vec<_> = basis.exponents(number).into_iter().enumerate().collect();
            let expanded = sum.iter().flat_map(|(coefficient, places)| {
                counts.iter().map(move |(place, count)| {
                    let mut places = places.clone();
                    places.push(*place);
                    places.sort_unstable();
                    (coefficient.times(&count.clone().into()), places)
                })
            });
            sum = expanded.collect();
        }
        sum
    }

    /// The exponents of the product of the powers, written in the numbers of a basis.
    pub(super) fn exponents(&self, basis: &CoprimeBasis) -> Vec<Fraction> {
        let mut exponents: Vec<Fraction> = basis.numbers().iter().map(|_| Fraction::zero()).collect();
        for power in &self.powers {
            for (exponent, count) in exponents.iter_mut().zip(basis.exponents(&power.base)) {
                *exponent = exponent.plus(&power.exponent.times(&count.into())).reduced();
            }
        }
        exponents
    }
}

impl Radical {
    /// The power as a fraction; `None` unless its exponent is whole and the fraction has at most [`FEW_BITS`].
    fn worked_out(&self) -> Option<Fraction> {
        let whole = self.exponent.as_whole()?;
        let (base_up, base_down) = self.base.sides();
        let bits = u64::from(whole.unsigned_abs()) * base_up.bits().max(base_down.bits());
        if bits > FEW_BITS {
            return None;
        }
        self.base.power(whole)
    }
}
