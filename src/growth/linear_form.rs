//! Linear forms in logarithms: what a continuous rate or a share of logarithms is, exactly.
//!
//! # When a form is zero
//!
//! Logarithms of rational numbers that are linearly independent over the rational numbers are, together with 1, so over the algebraic ones (A.
//! Baker, "Linear forms in the logarithms of algebraic numbers", 1966). Those of the numbers of a [`Basis`] are independent, since a product of
//! whole powers of them is 1 only if all the powers are 0. So a form is written in such a basis, and is zero if and only if the
//! coefficient of each logarithm and the constant are: sums of powers.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::GrowthError;
use super::compound::ConstantGrowth;
use super::coprime::Basis;
use super::enclosed::{self, Middle};
use super::fraction::Fraction;
use super::precise::{Enclosure, sign};
use super::quotient::nearest;
use super::rounding::SHARE_SCALE;
use super::sum_of_powers::{Approximate, SumOfPowers};
use crate::value::Years;

/// constant + coefficient₁ · ln number₁ + coefficient₂ · ln number₂ + …
#[derive(Debug, Clone)]
pub(crate) struct LinearForm {
    constant: SumOfPowers,
    /// Each coefficient with its number, which is above zero.
    logarithms: Vec<(SumOfPowers, Fraction)>,
}

impl From<SumOfPowers> for LinearForm {
    fn from(constant: SumOfPowers) -> Self {
        Self {
            constant,
            logarithms: Vec::new(),
        }
    }
}

impl From<Fraction> for LinearForm {
    fn from(constant: Fraction) -> Self {
        Self::from(SumOfPowers::from(constant))
    }
}

impl LinearForm {
    /// The natural logarithm of a fraction above zero.
    pub(crate) fn logarithm(number: Fraction) -> Self {
        Self {
            constant: SumOfPowers::from(Fraction::zero()),
            logarithms: [(SumOfPowers::one(), number)].into(),
        }
    }

    /// The constant, where there is no logarithm.
    pub(crate) fn constant(&self) -> Option<&SumOfPowers> {
        self.logarithms.is_empty().then_some(&self.constant)
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        let negated = other.times(&SumOfPowers::from(Fraction::from(-1)));
        Self {
            constant: self.constant.plus(&negated.constant),
            logarithms: self.logarithms.iter().cloned().chain(negated.logarithms).collect(),
        }
    }

    pub(crate) fn times(&self, factor: &SumOfPowers) -> Self {
        let scaled = |(coefficient, number): &(SumOfPowers, Fraction)| (coefficient.times(factor), number.clone());
        Self {
            constant: self.constant.times(factor),
            logarithms: self.logarithms.iter().map(scaled).collect(),
        }
    }

    /// Times a fraction.
    pub(crate) fn scaled(&self, factor: &Fraction) -> Self {
        self.times(&SumOfPowers::from(factor.clone()))
    }

    /// This ÷ another one, to 12 decimals, half-even: for showing. `None` if the other one is zero.
    pub(crate) fn quotient(&self, divisor: &Self) -> Option<Result<Decimal, GrowthError>> {
        if let (Some(dividend), Some(divisor)) = (self.fraction(), divisor.fraction()) {
            let quotient = dividend.over(&divisor)?;
            return Some(nearest(quotient.numerator(), quotient.denominator(), SHARE_SCALE));
        }
        let turned = |form: &Self| form.scaled(&Fraction::from(-1));
        let (dividend, divisor) = match divisor.side() {
            Ordering::Equal => return None,
            Ordering::Greater => (self.clone(), divisor.clone()),
            Ordering::Less => (turned(self), turned(divisor)),
        };
        // In more bits the divisor is above zero.
        let ends = |bits| Ok(enclosed::quotient(&dividend.enclosure(bits), &divisor.enclosure(bits)));
        let is = |middle: &Middle| dividend.minus(&divisor.scaled(&middle.fraction())).is_zero();
        Some(enclosed::nearest(SHARE_SCALE, ends, is))
    }

    /// The number, where it is a fraction and is written as one.
    fn fraction(&self) -> Option<Fraction> {
        self.constant()?.fraction()
    }

    /// On which side of zero it lies, exactly.
    pub(crate) fn side(&self) -> Ordering {
        if self.logarithms.is_empty() {
            return self.constant.side();
        }
        let filtered = self.to_float().and_then(Approximate::side);
        sign(
            filtered,
            |bits| self.enclosure(bits),
            || self.is_zero().then_some(Ordering::Equal),
        )
    }

    /// On which side of another one it lies, exactly.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        self.minus(other).side()
    }

    /// A logarithm l is off by 4.1 · 2⁻⁵³ + 2 · 2⁻⁵³ |l|, as argued for sums of powers; its product with a coefficient c by the error of that, too,
    /// and 2⁻⁵³ of itself, and so is each addition. The bound is twice as much.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "a filter: within its error bound, it does not decide"
    )]
    fn to_float(&self) -> Option<Approximate> {
        let additions = (self.logarithms.len() as f64 + 4.0) * f64::EPSILON;
        let mut sum = self.constant.to_float()?;
        sum.error += sum.number.abs() * additions;
        for (coefficient, number) in &self.logarithms {
            let (coefficient, logarithm) = (coefficient.to_float()?, libm::log(number.to_float()?));
            let product = coefficient.number * logarithm;
            sum.number += product;
            sum.error += coefficient.error * (logarithm.abs() + 1.0) * 2.0
                + coefficient.number.abs() * 5.0 * f64::EPSILON
                + product.abs() * additions;
        }
        Some(sum)
    }

    pub(super) fn enclosure(&self, bits: u64) -> Enclosure {
        let constant = self.constant.enclosure(bits);
        self.logarithms.iter().fold(constant, |sum, (coefficient, number)| {
            let logarithm = Enclosure::logarithm_of(number.numerator(), number.denominator(), bits);
            sum.plus(&coefficient.enclosure(bits).product(&logarithm))
        })
    }

    /// Whether the whole is zero, as argued above.
    pub(super) fn is_zero(&self) -> bool {
        let numbers: Vec<&Fraction> = self.logarithms.iter().map(|(_, number)| number).collect();
        let basis = Basis::of(&numbers);
        let counted: Vec<_> = self
            .logarithms
            .iter()
            .map(|(coefficient, number)| (coefficient, basis.exponents(number)))
            .collect();
        let vanishes = |place: usize| {
            let nothing = SumOfPowers::from(Fraction::zero());
            let sum = counted.iter().fold(nothing, |sum, (coefficient, counts)| {
                let count = counts.get(place).cloned().unwrap_or_default();
                sum.plus(&coefficient.scaled(&Fraction::from(count)))
            });
            sum.is_zero()
        };
        self.constant.is_zero() && (0..basis.numbers().len()).all(vanishes)
    }
}

impl ConstantGrowth {
    /// The natural logarithm of what this growth makes of 1 in a time.
    pub(crate) fn exact_logarithm(self, by: Years) -> LinearForm {
        // The time of a growth is not zero.
        let share = Fraction::of(by.units(), self.over).unwrap_or_else(Fraction::zero);
        LinearForm::logarithm(Fraction::from(self.factor)).scaled(&share)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;

    fn ln(number: Decimal) -> LinearForm {
        LinearForm::logarithm(Fraction::from(number))
    }

    fn number(number: Decimal) -> LinearForm {
        LinearForm::from(Fraction::from(number))
    }

    #[test]
    fn forms_that_are_zero_and_their_neighbours() {
        let smallest = dec!(0.0000000000000000000000000001);
        let root = SumOfPowers::power(Fraction::from(2), Fraction::from(dec!(0.5)));
        for (left, right) in [
            (ln(dec!(8)), ln(dec!(2)).scaled(&Fraction::from(3))),
            (ln(dec!(0.25)), ln(dec!(2)).scaled(&Fraction::from(-2))),
            (ln(dec!(1)), number(dec!(0))),
            (
                ln(dec!(4)).times(&root),
                ln(dec!(2)).times(&root.scaled(&Fraction::from(2))),
            ),
            (ln(dec!(6)).minus(&ln(dec!(2))), ln(dec!(3))),
        ] {
            assert_eq!(left.compare(&right), Ordering::Equal, "{left:?} {right:?}");
            let (more, less) = (
                left.minus(&number(Decimal::ZERO.checked_sub(smallest).unwrap())),
                left.minus(&number(smallest)),
            );
            assert_eq!(more.compare(&right), Ordering::Greater, "{left:?}");
            assert_eq!(less.compare(&right), Ordering::Less, "{left:?}");
        }
        // The nearest decimals to ln 2, OEIS A002162.
        assert_eq!(
            ln(dec!(2)).compare(&number(dec!(0.6931471805599453094172321214))),
            Ordering::Greater
        );
        assert_eq!(
            ln(dec!(2)).compare(&number(dec!(0.6931471805599453094172321215))),
            Ordering::Less
        );
    }

    /// Below 2⁻¹⁰²² floats have few bits: 1.4999 · 2⁻¹⁰⁷⁴ would become 2⁻¹⁰⁷⁴, and its logarithm would be off by 0.41.
    #[test]
    fn logarithms_of_what_is_too_small_for_a_float_are_compared_exactly() {
        let (part, power) = (Fraction::from(dec!(1.4999)), Fraction::from(2).power(-1_074).unwrap());
        let small = LinearForm::logarithm(part.times(&power));
        let sum = ln(dec!(1.4999)).minus(&ln(dec!(2)).scaled(&Fraction::from(1_074)));
        for limit in [dec!(-744.3), dec!(-744.03)] {
            let expected = sum.compare(&number(limit));
            assert_eq!(small.compare(&number(limit)), expected, "{limit}");
        }
        assert_eq!(small.compare(&number(dec!(-744.3))), Ordering::Greater);
        let large = LinearForm::logarithm(Fraction::from(2).power(1_100).unwrap());
        assert_eq!(large.compare(&number(dec!(762.46))), Ordering::Greater);
        assert_eq!(large.compare(&number(dec!(762.47))), Ordering::Less);
    }

    #[test]
    fn quotients_are_rounded_once() {
        for (dividend, divisor, quotient) in [
            (number(dec!(1)), number(dec!(3)), Some(dec!(0.333333333333))),
            (
                number(dec!(0.0000000000015)),
                number(dec!(-1)),
                Some(dec!(-0.000000000002)),
            ),
            (number(dec!(1)), number(dec!(0)), None),
            (ln(dec!(8)), ln(dec!(0.5)), Some(dec!(-3))),
            (ln(dec!(1)), ln(dec!(0.5)), Some(dec!(0))),
            (ln(dec!(2)), ln(dec!(1)), None),
            // log₁₀ 2, OEIS A007524.
            (ln(dec!(2)), ln(dec!(10)), Some(dec!(0.301029995664))),
        ] {
            assert_eq!(
                dividend.quotient(&divisor),
                quotient.map(Ok),
                "{dividend:?} {divisor:?}"
            );
        }
    }

    /// (2 n + 1) ln 2 over 2 · 10¹² ln 2, and the same of roots.
    #[test]
    fn quotients_in_the_middle_between_two_decimals_become_even() {
        let root = SumOfPowers::power(Fraction::from(2), Fraction::from(dec!(0.5)));
        for (twice, even) in [
            (5_u32, dec!(0.000000000002)),
            (7, dec!(0.000000000004)),
            (30_103, dec!(0.000000015052)),
        ] {
            let one = ln(dec!(2));
            let logarithm = one.scaled(&Fraction::from(i64::from(twice)));
            for factor in [&SumOfPowers::one(), &root] {
                let whole = one.times(factor).scaled(&Fraction::from(2_000_000_000_000));
                assert_eq!(logarithm.times(factor).quotient(&whole), Some(Ok(even)), "{twice}");
                let powers = LinearForm::from(factor.scaled(&Fraction::from(i64::from(twice))));
                let whole = LinearForm::from(factor.scaled(&Fraction::from(-2_000_000_000_000)));
                assert_eq!(
                    powers.quotient(&whole),
                    Some(even.checked_mul(dec!(-1)).ok_or(GrowthError::Overflow)),
                    "{twice}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn floats_are_off_by_no_more_than_argued(
            numbers in prop::array::uniform3((1_i64..1_000_000, 1_i64..1_000_000)),
            coefficients in prop::array::uniform3(-1_000_000_i64..1_000_000),
            degree in 1_i64..20,
        ) {
            let fraction = |at: usize| Fraction::of(numbers[at].0, numbers[at].1).unwrap();
            let coefficient = |at: usize| Fraction::of(coefficients[at], 997).unwrap();
            let root = SumOfPowers::power(fraction(0), Fraction::of(1, degree).unwrap());
            let form = LinearForm::logarithm(fraction(1))
                .times(&root.scaled(&coefficient(0)))
                .minus(&LinearForm::logarithm(fraction(2)).scaled(&coefficient(1)))
                .minus(&LinearForm::from(coefficient(2)));
            if let Some(float) = form.to_float() {
                prop_assert!(float.holds(&form.enclosure(400), 400), "{:?}", float);
                let exact = sign(None, |bits| form.enclosure(bits), || form.is_zero().then_some(Ordering::Equal));
                prop_assert_eq!(form.side(), exact);
            }
        }
    }
}
