//! Sums of powers with rational exponents: what a compound rate, a projection or a shrunken cut is, exactly.
//!
//! Each term is a fraction times powers of positive fractions. Such numbers add up, multiply, and are compared with zero in three steps:
//! in floating point with a bound on the error; in 256 bits; by algebra; and if they are not zero, in twice as many bits until it shows.
//!
//! # When a sum is zero
//!
//! Positive real radicals of which no two have a rational quotient are linearly independent over the rational numbers (A. S. Besicovitch,
//! "On the linear independence of fractional powers of integers", 1940; L. J. Mordell, 1953, for several of them at once). So the terms are
//! sorted into classes whose quotients are rational, and the sum is zero if and only if it is in each class, which is a question of fractions.
//! Whether a quotient is rational is seen in a [`Basis`].

use alloc::vec::Vec;
use core::cmp::Ordering;

use num_bigint::BigInt;

use super::coprime::Basis;
use super::fraction::Fraction;
use super::precise::{Enclosure, sign};

/// A sum of products of powers with rational exponents.
#[derive(Debug, Clone)]
pub(crate) struct SumOfPowers {
    /// No coefficient is zero, and no two terms have the same powers.
    terms: Vec<Term>,
}

/// coefficient × base₁^exponent₁ × base₂^exponent₂ × …
#[derive(Debug, Clone)]
struct Term {
    coefficient: Fraction,
    /// In the order of their bases, each base once.
    powers: Vec<Power>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Power {
    /// Above zero.
    base: Fraction,
    exponent: Fraction,
}

impl From<Fraction> for SumOfPowers {
    fn from(coefficient: Fraction) -> Self {
        let powers = Vec::new();
        Self::of_term(Term { coefficient, powers })
    }
}

impl SumOfPowers {
    pub(crate) fn one() -> Self {
        Self::from(Fraction::one())
    }

    /// The product of these powers of fractions, which are above zero.
    pub(crate) fn product(powers: impl IntoIterator<Item = (Fraction, Fraction)>) -> Self {
        let mut product = Vec::new();
        for (base, exponent) in powers {
            multiply(&mut product, Power { base, exponent });
        }
        Self::of_term(Term::of(Fraction::one(), product))
    }

    /// A power of a fraction above zero.
    pub(crate) fn power(base: Fraction, exponent: Fraction) -> Self {
        Self::product([(base, exponent)])
    }

    fn of_term(term: Term) -> Self {
        let terms = if term.coefficient.is_zero() {
            Vec::new()
        } else {
            [term].into()
        };
        Self { terms }
    }

    /// The number, where it is a fraction and is written as one.
    pub(super) fn fraction(&self) -> Option<Fraction> {
        match self.terms.as_slice() {
            [] => Some(Fraction::zero()),
            [Term { coefficient, powers }] if powers.is_empty() => Some(coefficient.clone()),
            _ => None,
        }
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        let mut sum = self.clone();
        for term in &other.terms {
            sum.add(term.clone());
        }
        sum
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        self.plus(&other.scaled(&Fraction::from(-1)))
    }

    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut product = Self { terms: Vec::new() };
        for left in &self.terms {
            for right in &other.terms {
                product.add(left.times(right));
            }
        }
        product
    }

    /// Times a fraction.
    pub(crate) fn scaled(&self, factor: &Fraction) -> Self {
        self.times(&Self::from(factor.clone()))
    }

    fn add(&mut self, term: Term) {
        match self.terms.iter().position(|own| own.powers == term.powers) {
            None => self.terms.push(term),
            Some(place) => {
                let own = self.terms.swap_remove(place);
                let coefficient = own.coefficient.plus(&term.coefficient);
                if !coefficient.is_zero() {
                    self.terms.push(Term { coefficient, ..term });
                }
            }
        }
    }

    /// On which side of zero it lies, exactly.
    pub(crate) fn side(&self) -> Ordering {
        match self.terms.as_slice() {
            [] => Ordering::Equal,
            [only] => only.coefficient.side(),
            _ => sign(
                self.side_in_64_bits(),
                |bits| self.enclosure(bits),
                || self.is_zero().then_some(Ordering::Equal),
            ),
        }
    }

    /// On which side of another one it lies, exactly.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        self.minus(other).side()
    }

    /// In floating point, if that tells.
    fn side_in_64_bits(&self) -> Option<Ordering> {
        self.to_float()?.side()
    }

    /// A float and a bound on its error. Each of n additions is off by 2⁻⁵³ of a sum that is at most Σ |term|.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "the filter that uses it bounds its error"
    )]
    pub(super) fn to_float(&self) -> Option<Approximate> {
        let additions = self.terms.len() as f64 * f64::EPSILON;
        let mut sum = Approximate {
            number: 0.0,
            error: 0.0,
        };
        for term in &self.terms {
            let term = term.to_float()?;
            sum.number += term.number;
            sum.error += term.error + term.number.abs() * additions;
        }
        Some(sum)
    }

    pub(super) fn enclosure(&self, bits: u64) -> Enclosure {
        let terms = self.terms.iter().map(|term| term.enclosure(bits));
        terms.fold(Enclosure::zero(bits), |sum, term| sum.plus(&term))
    }

    /// Whether the whole is zero, as argued above.
    pub(super) fn is_zero(&self) -> bool {
        let powers = self.terms.iter().flat_map(|term| &term.powers);
        let basis = Basis::of(&powers.map(|power| &power.base).collect::<Vec<_>>());
        let mut classes: Vec<(Vec<Fraction>, Fraction)> = Vec::new();
        for term in &self.terms {
            let (class, coefficient) = term.in_basis(&basis);
            match classes.iter_mut().find(|(own, _)| *own == class) {
                Some((_, sum)) => *sum = sum.plus(&coefficient),
                None => classes.push((class, coefficient)),
            }
        }
        classes.iter().all(|(_, sum)| sum.is_zero())
    }
}

/// A float, and by how much it may be off.
#[derive(Debug, Clone, Copy)]
pub(super) struct Approximate {
    pub(super) number: f64,
    pub(super) error: f64,
}

impl Approximate {
    /// On which side of zero the exact number lies, if this tells.
    pub(super) fn side(self) -> Option<Ordering> {
        if !self.number.is_finite() || self.number.abs() <= self.error {
            None
        } else if self.number > 0.0 {
            Some(Ordering::Greater)
        } else {
            Some(Ordering::Less)
        }
    }
}

#[cfg(test)]
impl Approximate {
    /// Whether a number that was enclosed in so many bits is as near as is claimed.
    #[expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]
    pub(super) fn holds(self, exact: &Enclosure, bits: i32) -> bool {
        // In units of 2^−bits.
        let units = |number: f64| {
            let (fraction, exponent) = libm::frexp(number);
            #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2⁵³")]
            let mantissa = BigInt::from(libm::ldexp(fraction, 53) as i64);
            mantissa << u64::try_from(exponent - 53 + bits).unwrap()
        };
        let off: BigInt = units(self.number) - &exact.low;
        *off.magnitude() <= *units(self.error).magnitude()
    }
}

impl Term {
    /// Powers with whole exponents are fractions.
    fn of(mut coefficient: Fraction, mut powers: Vec<Power>) -> Self {
        powers.retain_mut(|power| {
            power.exponent = power.exponent.reduced();
            let fraction = power.as_fraction();
            if let Some(factor) = &fraction {
                coefficient = coefficient.times(factor);
            }
            fraction.is_none()
        });
        powers.sort_by(|one, other| one.base.cmp(&other.base));
        Self { coefficient, powers }
    }

    fn times(&self, other: &Self) -> Self {
        let coefficient = self.coefficient.times(&other.coefficient);
        if self.powers.is_empty() || other.powers.is_empty() {
            let powers = self.powers.iter().chain(&other.powers).cloned().collect();
            return Self { coefficient, powers };
        }
        let mut powers = self.powers.clone();
        for power in &other.powers {
            multiply(&mut powers, power.clone());
        }
        Self::of(coefficient, powers)
    }

    /// Off by no more than argued, with u = 2⁻⁵³: a base is off by 4 u of itself and its logarithm l by 4.1 u + 2 u |l| (`libm::log` by 2 u of
    /// itself), an exponent e by 4 u and the product e l by one u more. So x = Σ e l is off by 4.2 u Σ |e| + (7 + n) u Σ |e l| for n powers, and
    /// the term by that and 8 u more of itself (`libm::exp` 2 u, the coefficient 4 u, the product u). The bound is twice as much, and what
    /// might be off by a thousandth tells nothing.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "the filter that uses it bounds its error"
    )]
    fn to_float(&self) -> Option<Approximate> {
        let (mut logarithm, mut exponents, mut size) = (0.0, 0.0, 0.0);
        for power in &self.powers {
            let exponent = power.exponent.to_float()?;
            let product = exponent * libm::log(power.base.to_float()?);
            logarithm += product;
            exponents += exponent.abs();
            size += product.abs();
        }
        let count = self.powers.len() as f64 + 8.0;
        let relative = (8.0 + exponents * 8.0 + size * count) * f64::EPSILON;
        let number = self.coefficient.to_float()? * libm::exp(logarithm);
        // An infinite logarithm makes the comparison false.
        (relative < 0.001 && number.is_normal()).then(|| Approximate {
            number,
            error: number.abs() * relative,
        })
    }

    fn enclosure(&self, bits: u64) -> Enclosure {
        let logarithm = self.powers.iter().fold(Enclosure::zero(bits), |sum, power| {
            let logarithm = Enclosure::logarithm_of(power.base.numerator(), power.base.denominator(), bits);
            let exponent = &power.exponent;
            sum.plus(
                &logarithm
                    .scaled(exponent.numerator())
                    .divided_by(exponent.denominator()),
            )
        });
        logarithm
            .power_of_e()
            .scaled(self.coefficient.numerator())
            .divided_by(self.coefficient.denominator())
    }

    /// The fractional parts of the exponents in a basis, and the fraction that is left.
    fn in_basis(&self, basis: &Basis) -> (Vec<Fraction>, Fraction) {
        let mut exponents: Vec<Fraction> = basis.numbers().iter().map(|_| Fraction::zero()).collect();
        for power in &self.powers {
            for (exponent, count) in exponents.iter_mut().zip(basis.exponents(&power.base)) {
                *exponent = exponent.plus(&power.exponent.times(&Fraction::from(count))).reduced();
            }
        }
        let mut coefficient = self.coefficient.clone();
        for (exponent, number) in exponents.iter_mut().zip(basis.numbers()) {
            let whole = exponent.floor();
            *exponent = exponent.minus(&Fraction::from(whole.clone()));
            let factor = i32::try_from(whole)
                .ok()
                .and_then(|whole| Fraction::from(BigInt::from(number.clone())).power(whole));
            // Exponents are spans of years and weights of them, far from 2³¹.
            coefficient = factor.map_or(coefficient.clone(), |factor| coefficient.times(&factor));
        }
        (exponents, coefficient)
    }
}

/// Puts one more power into a product: exponents of one base add up.
fn multiply(product: &mut Vec<Power>, power: Power) {
    match product.iter_mut().find(|own| own.base == power.base) {
        Some(own) => own.exponent = own.exponent.plus(&power.exponent),
        None => product.push(power),
    }
}

impl Power {
    /// What it is where the exponent, in lowest terms, is whole.
    fn as_fraction(&self) -> Option<Fraction> {
        if *self.exponent.denominator() != BigInt::from(1_u32) {
            return None;
        }
        self.base.power(i32::try_from(self.exponent.numerator()).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;
    use crate::growth::ConstantGrowth;
    use crate::value::Years;
    use rust_decimal::Decimal;

    fn fraction(up: i64, down: i64) -> Fraction {
        Fraction::of(up, down).unwrap()
    }

    fn root(up: i64, down: i64, degree: i64) -> SumOfPowers {
        SumOfPowers::power(fraction(up, down), fraction(1, degree))
    }

    fn whole(number: i64) -> SumOfPowers {
        SumOfPowers::from(Fraction::from(number))
    }

    #[test]
    fn sums_that_are_zero_and_their_neighbours() {
        let (two, three, six, eight) = (root(2, 1, 2), root(3, 1, 2), root(6, 1, 2), root(8, 1, 2));
        let nearly = SumOfPowers::from(Fraction::from(dec!(0.0000000000000000000000000001)));
        for zero in [
            whole(0),
            two.times(&three).minus(&six),
            eight.minus(&two.plus(&two)),
            // (√2 + √3)² = 5 + 2 √6.
            two.plus(&three)
                .times(&two.plus(&three))
                .minus(&six.plus(&six).plus(&whole(5))),
            root(4, 9, 2).minus(&SumOfPowers::from(fraction(2, 3))),
            root(36, 1, 4).minus(&six),
            root(16, 1, 6).minus(&root(4, 1, 3)),
            // 1.1 is the fifth root of 1.61051, and (1.1 − 1) · 2 = 1.2 − 1.
            root(161_051, 100_000, 5)
                .scaled(&Fraction::from(2))
                .minus(&SumOfPowers::from(fraction(11, 5))),
            SumOfPowers::product([(fraction(2, 1), fraction(1, 3)), (fraction(4, 1), fraction(1, 3))]).minus(&whole(2)),
        ] {
            assert_eq!(zero.side(), Ordering::Equal, "{zero:?}");
            assert!(zero.is_zero());
            assert_eq!(zero.plus(&nearly).side(), Ordering::Greater, "{zero:?}");
            assert_eq!(zero.minus(&nearly).side(), Ordering::Less, "{zero:?}");
            assert!(!zero.plus(&nearly).is_zero());
        }
        assert_eq!(two.plus(&three).compare(&root(10, 1, 2)), Ordering::Less);
        // Digits of √2 from the On-Line Encyclopedia of Integer Sequences, A002193.
        for (digits, side) in [
            (dec!(1.4142135623730950488016887242), Ordering::Greater),
            (dec!(1.4142135623730950488016887243), Ordering::Less),
        ] {
            assert_eq!(two.compare(&SumOfPowers::from(Fraction::from(digits))), side);
        }
    }

    #[test]
    fn floating_point_decides_what_is_not_very_near() {
        let cut = SumOfPowers::from(Fraction::from(dec!(1.0099999999999)));
        assert_eq!(
            root(10_510_100_501, 10_000_000_000, 5).minus(&cut).side_in_64_bits(),
            Some(Ordering::Greater)
        );
        let on_it = SumOfPowers::from(Fraction::from(dec!(1.01)));
        assert_eq!(
            root(10_510_100_501, 10_000_000_000, 5).minus(&on_it).side_in_64_bits(),
            None
        );
    }

    proptest! {
        /// The comparison of two rates, which is made in other ways for the public.
        #[test]
        fn rates_are_compared_as_constant_growth_compares_them(
            values in prop::array::uniform4(1_i64..100_000),
            years in prop::array::uniform2(1_i32..40),
            multiple in -300_i64..300,
        ) {
            let growth = |from: usize, to: usize, over: usize| {
                let (from, to) = (Decimal::new(values[from], 2), Decimal::new(values[to], 2));
                let rate = SumOfPowers::power(
                    Fraction::from(to).over(&Fraction::from(from)).unwrap(),
                    fraction(1, i64::from(years[over])),
                );
                (ConstantGrowth::new(from, to, Years::whole(years[over])).unwrap(), rate.minus(&whole(1)))
            };
            let ((actual, observed), (goal, required)) = (growth(0, 1, 0), growth(2, 3, 1));
            let multiple = Decimal::new(multiple, 2);
            let exact = observed.compare(&required.scaled(&Fraction::from(multiple)));
            prop_assert_eq!(exact, actual.compare_rate(multiple, goal));
        }

        /// A float is as near as its bound says.
        #[test]
        fn floats_are_off_by_no_more_than_argued(
            bases in prop::array::uniform3((1_i64..1_000_000, 1_i64..1_000_000)),
            exponents in prop::array::uniform3((-500_i64..500, 1_i64..40)),
            coefficients in prop::array::uniform2(-1_000_000_i64..1_000_000),
        ) {
            let power = |at: usize| {
                SumOfPowers::power(fraction(bases[at].0, bases[at].1), fraction(exponents[at].0, exponents[at].1))
            };
            let sum = power(0).scaled(&fraction(coefficients[0], 97)).plus(&power(1).times(&power(2)).scaled(&fraction(coefficients[1], 89)));
            let Some(float) = sum.to_float() else { return Ok(()) };
            let exact = sum.enclosure(400);
            if !(1e-30..1e30).contains(&float.number.abs()) {
                return Ok(());
            }
            prop_assert!(float.holds(&exact, 400), "{:?}", float);
        }
    }
}
