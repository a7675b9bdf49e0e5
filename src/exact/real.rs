//! Exact numbers: fractions, powers of fractions with rational exponents, their products, sums and logarithms.
//!
//! Nothing is worked out while a number is put together: 100 × 1.05^(1 ÷ 4) − 101 is a fraction and a term with one
//! power, and stays so through sums and products. Only when it is compared or rounded are its digits asked for, as many
//! as that takes.

use alloc::vec::Vec;
use core::cmp::Ordering;

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::NoDecimal;
use super::ball::Ball;
use super::decide::{Difference, decide};
use super::enclosure::{Enclosure, Scaled};
use super::fraction::Fraction;
use super::normal_form::in_normal_form;
use super::ratio::{Exponent, Middle, Ratio};
use super::round::{Estimate, LARGEST_SCALE, SHARE_SCALE, round, round_closely};
use super::term::{FAR, Radical, Term};
use super::wide::power_of_two;

/// A sum of a fraction and of products of powers and logarithms.
#[derive(Debug, Clone)]
pub(crate) struct Real {
    fraction: Fraction,
    /// No coefficient is zero, and no two terms have the same powers and logarithm.
    terms: Vec<Term>,
}

impl<T: Into<Fraction>> From<T> for Real {
    fn from(fraction: T) -> Self {
        Self {
            fraction: fraction.into(),
            terms: Vec::new(),
        }
    }
}

/// Numbers that are written as fractions.
impl Real {
    pub(crate) fn zero() -> Self {
        Self::from(0)
    }

    pub(crate) fn one() -> Self {
        Self::from(1)
    }

    /// `numerator ÷ denominator`; `None` if the denominator is zero.
    pub(crate) fn of(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Option<Self> {
        Fraction::of(numerator, denominator).map(Self::from)
    }

    /// `units ÷ whole`, the share of some units of time in a whole, which is above zero.
    pub(crate) fn of_units(units: i64, whole: u64) -> Self {
        Fraction::of_units(units, whole).into()
    }

    /// Whether the number is written as a fraction.
    fn is_fraction(&self) -> bool {
        self.terms.is_empty()
    }

    /// The number, if it is written as a fraction.
    fn as_fraction(&self) -> Option<&Fraction> {
        self.is_fraction().then_some(&self.fraction)
    }

    /// The number, if it is written as a fraction and above zero.
    pub(super) fn above_zero(&self) -> Option<&Fraction> {
        self.as_fraction().filter(|fraction| fraction.side().is_gt())
    }

    /// The greatest whole number that is not above a fraction; `None` of other numbers, and where 64 bits do not hold
    /// it.
    pub(crate) fn floor(&self) -> Option<i64> {
        i64::try_from(self.as_fraction()?.floor()).ok()
    }
}

impl Real {
    /// The number raised to an exponent that is a fraction: any exponent if the number is above zero and a fraction or
    /// a product of one with powers; a whole exponent if it is any other fraction. `None` of other numbers and
    /// exponents.
    pub(crate) fn raised(&self, exponent: &Self) -> Option<Self> {
        let exponent = exponent.as_fraction()?;
        if let Some(base) = self.above_zero() {
            return Some(Self::power(base.clone(), exponent.clone()));
        }
        if let Some(fraction) = self.as_fraction() {
            return fraction.power(exponent.as_whole()?).map(Self::from);
        }
        let (coefficient, powers) = self.as_powers()?;
        let raised = Self::power(coefficient.clone(), exponent.clone());
        Some(powers.iter().fold(raised, |product, power| {
            product.times(&Self::power(power.base.clone(), power.exponent.times(exponent)))
        }))
    }

    /// The fraction and the powers whose product the number is; `None` unless it is written as such a product and above
    /// zero.
    fn as_powers(&self) -> Option<(&Fraction, &[Radical])> {
        let [term] = self.terms.as_slice() else { return None };
        let is_product = self.fraction.is_zero() && term.logarithms.is_empty() && term.coefficient.side().is_gt();
        is_product.then_some((&term.coefficient, term.powers.as_slice()))
    }

    /// A power of a ratio.
    pub(crate) fn power_of(base: Ratio, exponent: Exponent) -> Self {
        Self::power(base.into(), exponent.into())
    }

    /// `base^exponent`, of a base above zero.
    fn power(base: Fraction, exponent: Fraction) -> Self {
        let powers = Vec::from([Radical { base, exponent }]);
        Self::zero().plus_term(Term::product_of(powers, Vec::new()))
    }

    /// The natural logarithm of a fraction above zero; `None` of other numbers.
    pub(crate) fn logarithm(&self) -> Option<Self> {
        let number = self.above_zero()?.clone();
        Some(Self::zero().plus_term(Term::product_of(Vec::new(), Vec::from([number]))))
    }

    /// The natural logarithm of a ratio.
    pub(crate) fn logarithm_of(number: Ratio) -> Self {
        Self::from(number).logarithm().unwrap_or_else(Self::zero)
    }

    /// The sum. Terms that differ only by a rational factor are added up to one.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        if let (Some(one), Some(other)) = (self.as_fraction(), other.as_fraction()) {
            return one.plus(other).into();
        }
        let sum = Self {
            fraction: self.fraction.plus(&other.fraction),
            terms: self.terms.clone(),
        };
        other.terms.iter().cloned().fold(sum, Self::plus_term)
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        match (self.as_fraction(), other.as_fraction()) {
            (Some(one), Some(other)) => one.minus(other).into(),
            _ => self.plus(&other.negated()),
        }
    }

    pub(crate) fn negated(&self) -> Self {
        self.scaled(&Fraction::from(-1))
    }

    /// The product with a fraction.
    fn scaled(&self, factor: &Fraction) -> Self {
        let scaled = |term: &Term| term.clone().with_coefficient(term.coefficient.times(factor));
        let terms = if factor.is_zero() {
            Vec::new()
        } else {
            self.terms.iter().map(scaled).collect()
        };
        Self {
            fraction: self.fraction.times(factor),
            terms,
        }
    }

    /// The product, worked out term by term.
    pub(crate) fn times(&self, other: &Self) -> Self {
        if let Some(factor) = other.as_fraction() {
            return self.scaled(factor);
        }
        if let Some(factor) = self.as_fraction() {
            return other.scaled(factor);
        }
        let product = self.scaled(&other.fraction).plus(&Self {
            fraction: Fraction::zero(),
            ..other.scaled(&self.fraction)
        });
        let pairs = self
            .terms
            .iter()
            .flat_map(|left| other.terms.iter().map(move |right| left.times(right)));
        pairs.fold(product, Self::plus_term)
    }

    /// The quotient by a fraction; `None` if the divisor is zero or not written as a fraction.
    pub(crate) fn over(&self, divisor: &Self) -> Option<Self> {
        Some(self.scaled(&divisor.as_fraction()?.inverse()?))
    }

    /// The number without its sign.
    pub(crate) fn abs(&self) -> Self {
        if self.side() == Ordering::Less {
            self.negated()
        } else {
            self.clone()
        }
    }

    /// The sum of this number and a term. The term is added to one that differs from it only by a rational factor, if
    /// there is such a term.
    fn plus_term(mut self, term: Term) -> Self {
        if term.logarithms.contains(&Fraction::one()) || term.coefficient.is_zero() {
            return self;
        }
        if term.is_fraction() {
            self.fraction = self.fraction.plus(&term.coefficient);
            return self;
        }
        match self.terms.iter().position(|own| own.is_like(&term)) {
            None => self.terms.push(term),
            Some(place) => {
                let own = self.terms.swap_remove(place);
                let coefficient = own.coefficient.plus(&term.coefficient);
                if !coefficient.is_zero() {
                    self.terms.push(term.with_coefficient(coefficient));
                }
            }
        }
        self
    }

    /// On which side of zero the number lies, exactly.
    pub(crate) fn side(&self) -> Ordering {
        match self.terms.as_slice() {
            [] => self.fraction.side(),
            [only] if self.fraction.is_zero() => only.side(),
            _ => decide(self),
        }
    }

    /// On which side of `factor · other` the number lies, exactly.
    pub(crate) fn compare_multiple(&self, other: &Self, factor: &Self) -> Ordering {
        let distance = || {
            self.ball()?
                .plus(other.ball()?.times(factor.ball()?)?.negated())?
                .side()
        };
        distance().unwrap_or_else(|| self.minus(&other.times(factor)).side())
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.side() == Ordering::Equal
    }

    /// The nearest decimal, half-even, at the largest scale up to 28 that holds it.
    pub(crate) fn rounded(&self) -> Result<Decimal, NoDecimal> {
        if let Some(fraction) = self.as_fraction() {
            return fraction.rounded(LARGEST_SCALE);
        }
        let one = Self::one();
        let enclosed = |bits| self.enclosed(bits).over(&one.enclosed(bits));
        round_by_ball(LARGEST_SCALE, self.ball(), enclosed, |middle| self.cmp(&middle.into()))
    }

    /// The nearest decimal as [`rounded`](Self::rounded) finds it, but [`NoDecimal::Underflow`] of a number other than
    /// zero that would be rounded to 0.
    pub(crate) fn rounded_not_to_zero(&self) -> Result<Decimal, NoDecimal> {
        let rounded = self.rounded()?;
        if rounded.is_zero() && !self.is_zero() {
            return Err(NoDecimal::Underflow);
        }
        Ok(rounded)
    }

    /// This number ÷ `divisor`, to 12 decimals, half-even: for showing. `None` if the divisor is zero.
    pub(crate) fn quotient(&self, divisor: &Self) -> Option<Result<Decimal, NoDecimal>> {
        self.rounded_over(divisor, SHARE_SCALE)
    }

    /// This number ÷ `divisor`, half-even, at the largest scale up to 28 that holds it; `None` if the divisor is zero.
    pub(crate) fn long_quotient(&self, divisor: &Self) -> Option<Result<Decimal, NoDecimal>> {
        self.rounded_over(divisor, LARGEST_SCALE)
    }

    /// This number ÷ `divisor`, rounded once at the largest scale up to `limit` that holds it; `None` if the divisor is
    /// zero.
    fn rounded_over(&self, divisor: &Self, limit: u32) -> Option<Result<Decimal, NoDecimal>> {
        if let (Some(dividend), Some(divisor)) = (self.as_fraction(), divisor.as_fraction()) {
            return Some(dividend.over(divisor)?.rounded(limit));
        }
        let side = divisor.side();
        if side == Ordering::Equal {
            return None;
        }
        let ball = self.ball().and_then(|dividend| dividend.over(divisor.ball()?));
        let enclosed = |bits| self.enclosed(bits).over(&divisor.enclosed(bits));
        Some(round_by_ball(limit, ball, enclosed, |middle| {
            let side_of_dividend = self.cmp(&divisor.times(&middle.into()));
            if side.is_gt() {
                side_of_dividend
            } else {
                side_of_dividend.reverse()
            }
        }))
    }

    /// The number in 128 bits; `None` where it, or a part of it, is out of the range of [`Ball`].
    pub(super) fn ball(&self) -> Option<Ball> {
        let mut terms = self.terms.iter();
        terms.try_fold(self.fraction.ball()?, |sum, term| sum.plus(term.ball()?))
    }

    /// The number enclosed in so many bits, term by term: where its terms add up to zero, no number of bits shows that.
    fn enclosed(&self, bits: u64) -> Scaled {
        let fraction = Some(&self.fraction).filter(|fraction| !fraction.is_zero());
        let fraction = fraction.map(|fraction| Scaled::of(fraction, bits));
        let terms = self.terms.iter().map(|term| term.enclosed(bits));
        Scaled::sum(&fraction.into_iter().chain(terms).collect::<Vec<_>>(), bits)
    }

    /// On which side of all decimals the number lies, if one of its terms is far beyond them and no other part is.
    fn side_beyond_decimals(&self) -> Option<Ordering> {
        let is_near = |ball: Option<Ball>| ball.is_some_and(|ball| ball.magnitude_above() < power_of_two(FAR / 2));
        let mut far = self.terms.iter().filter(|term| !is_near(term.ball()));
        let (Some(term), None) = (far.next(), far.next()) else {
            return None;
        };
        (term.is_far() && is_near(self.fraction.ball())).then(|| term.side())
    }

    /// The number, written so that it is zero only if no term is left: its powers and logarithms are those of coprime
    /// numbers, and terms that can cancel are added up, as [`in_normal_form`] argues.
    fn in_normal_form(&self) -> Self {
        let fraction = Term::of(self.fraction.clone(), Vec::new(), Vec::new());
        let terms: Vec<&Term> = self.terms.iter().chain([&fraction]).collect();
        in_normal_form(&terms).into_iter().fold(Self::zero(), Self::plus_term)
    }
}

/// The decimal nearest to a number, by its 128 bits; where they are too few even to estimate it, by estimates of 256
/// and 1,024.
fn round_by_ball(
    limit: u32,
    ball: Option<Ball>,
    enclosed: impl Fn(u64) -> Option<Estimate>,
    side_of: impl Fn(Middle) -> Ordering,
) -> Result<Decimal, NoDecimal> {
    match ball.and_then(Ball::estimate) {
        Some(estimate) if estimate.accurate_bits > 96 => round(limit, Some(estimate), side_of),
        estimate => {
            let closer = [256, 1_024].into_iter().filter_map(enclosed);
            round_closely(limit, estimate.into_iter().chain(closer), side_of)
        }
    }
}

impl Difference for Real {
    /// On which side of zero the number lies: by its 128 bits, or, where these have no room for its size, by the one
    /// term that is far larger than all others.
    fn side_in_128_bits(&self) -> Option<Ordering> {
        match self.ball() {
            Some(ball) => ball.side(),
            None => self.side_beyond_decimals(),
        }
    }

    /// The number in its normal form, enclosed; `None` if no term is left of it.
    fn enclosed_unless_zero(&self) -> Option<impl Fn(u64) -> Enclosure> {
        let rest = self.in_normal_form();
        let is_zero = rest.is_fraction() && rest.fraction.is_zero();
        (!is_zero).then_some(move |bits| rest.enclosed(bits).mantissa)
    }
}

impl PartialEq for Real {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Real {}

impl PartialOrd for Real {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Real {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.as_fraction(), other.as_fraction()) {
            (Some(one), Some(other)) => one.cmp(other),
            _ => self.compare_multiple(other, &Self::one()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

    use proptest::prelude::*;

    use super::*;
    use crate::dec;
    use crate::exact::wide::Wide;

    fn fraction(up: i64, down: i64) -> Real {
        Real::of(up, down).unwrap()
    }

    fn root(up: i64, down: i64, degree: i64) -> Real {
        fraction(up, down).raised(&fraction(1, degree)).unwrap()
    }

    fn whole(number: i64) -> Real {
        Real::from(number)
    }

    fn ln(number: Decimal) -> Real {
        Real::from(number).logarithm().unwrap()
    }

    const SMALLEST: Decimal = dec!(0.0000000000000000000000000001);

    #[test]
    fn products_of_powers_are_raised_as_their_factors_are() {
        let rate = fraction(21, 20);
        let grown = whole(100).times(&rate.raised(&fraction(23, 4)).unwrap());
        let growth = grown.over(&whole(100)).unwrap().raised(&fraction(4, 23)).unwrap();
        assert_eq!(growth.cmp(&rate), Ordering::Equal);
        let squared = grown.raised(&whole(2)).unwrap();
        assert_eq!(squared.cmp(&grown.times(&grown)), Ordering::Equal);
        assert!(grown.plus(&whole(1)).raised(&whole(2)).is_none());
        assert!(grown.negated().raised(&fraction(1, 2)).is_none());
    }

    #[test]
    fn sums_that_are_zero_and_their_neighbours() {
        let (two, three, six, eight) = (root(2, 1, 2), root(3, 1, 2), root(6, 1, 2), root(8, 1, 2));
        let nearly = Real::from(SMALLEST);
        for zero in [
            whole(0),
            two.times(&three).minus(&six),
            eight.minus(&two.plus(&two)),
            // (√2 + √3)² = 5 + 2 √6.
            two.plus(&three)
                .times(&two.plus(&three))
                .minus(&six.plus(&six).plus(&whole(5))),
            root(4, 9, 2).minus(&fraction(2, 3)),
            root(36, 1, 4).minus(&six),
            root(16, 1, 6).minus(&root(4, 1, 3)),
            // 1.1 is the fifth root of 1.61051, and (1.1 − 1) · 2 = 1.2 − 1.
            root(161_051, 100_000, 5).times(&whole(2)).minus(&fraction(11, 5)),
            root(2, 1, 3).times(&root(4, 1, 3)).minus(&whole(2)),
        ] {
            assert_eq!(zero.side(), Ordering::Equal, "{zero:?}");
            assert!(zero.is_zero());
            assert_eq!(zero.plus(&nearly).side(), Ordering::Greater, "{zero:?}");
            assert_eq!(zero.minus(&nearly).side(), Ordering::Less, "{zero:?}");
            assert!(!zero.plus(&nearly).is_zero());
        }
        assert_eq!(two.plus(&three).cmp(&root(10, 1, 2)), Ordering::Less);
        // Digits of √2 from the On-Line Encyclopedia of Integer Sequences, A002193.
        for (digits, side) in [
            (dec!(1.4142135623730950488016887242), Ordering::Greater),
            (dec!(1.4142135623730950488016887243), Ordering::Less),
        ] {
            assert_eq!(two.cmp(&Real::from(digits)), side);
        }
        assert_eq!(two.rounded(), Ok(dec!(1.4142135623730950488016887242)));
    }

    #[test]
    fn numbers_with_logarithms_that_are_zero_and_their_neighbours() {
        let root = root(2, 1, 2);
        for (left, right) in [
            (ln(dec!(8)), ln(dec!(2)).times(&whole(3))),
            (ln(dec!(0.25)), ln(dec!(2)).times(&whole(-2))),
            (ln(dec!(1)), whole(0)),
            (ln(dec!(4)).times(&root), ln(dec!(2)).times(&root.times(&whole(2)))),
            (ln(dec!(6)).minus(&ln(dec!(2))), ln(dec!(3))),
            (
                ln(dec!(4)).times(&ln(dec!(6))),
                ln(dec!(2)).times(&ln(dec!(6))).times(&whole(2)),
            ),
        ] {
            assert_eq!(left.cmp(&right), Ordering::Equal, "{left:?} {right:?}");
            let (more, less) = (left.plus(&Real::from(SMALLEST)), left.minus(&Real::from(SMALLEST)));
            assert_eq!(more.cmp(&right), Ordering::Greater, "{left:?}");
            assert_eq!(less.cmp(&right), Ordering::Less, "{left:?}");
        }
        // The nearest decimals to ln 2, OEIS A002162.
        assert_eq!(
            ln(dec!(2)).cmp(&Real::from(dec!(0.6931471805599453094172321214))),
            Ordering::Greater
        );
        assert_eq!(
            ln(dec!(2)).cmp(&Real::from(dec!(0.6931471805599453094172321215))),
            Ordering::Less
        );
        assert_eq!(ln(dec!(2)).rounded(), Ok(dec!(0.6931471805599453094172321215)));
    }

    /// What lies beyond 2^512 has no place in 128 bits, nor has what lies below 2^−512; both are decided as all else
    /// is.
    #[test]
    fn numbers_far_beyond_the_decimals() {
        let power = |base: Real, exponent: i64| base.raised(&whole(exponent)).unwrap();
        let (large, small) = (power(fraction(3, 2), 8_000_000), power(fraction(2, 3), 8_000_000));
        let half = root(3, 2, 2);
        for (number, side) in [
            (large.clone(), Ordering::Greater),
            (large.negated(), Ordering::Less),
            (large.minus(&Real::from(Decimal::MAX)), Ordering::Greater),
            (Real::from(Decimal::MAX).minus(&large.times(&half)), Ordering::Less),
            (large.minus(&small), Ordering::Greater),
            (large.minus(&half), Ordering::Greater),
            (small.clone(), Ordering::Greater),
            (small.minus(&Real::from(SMALLEST)), Ordering::Less),
            (small.minus(&half), Ordering::Less),
            // One of two is larger by half of itself, and only a close look tells.
            (power(fraction(3, 2), 8_000_001).minus(&large), Ordering::Greater),
            (power(fraction(2, 3), 8_000_001).minus(&small), Ordering::Less),
            // Of two that have factors in common, remainders by a prime tell that they differ: worked out they would
            // take seconds.
            (large.minus(&power(fraction(5, 4), 8_000_000)), Ordering::Greater),
            (small.minus(&small.times(&fraction(2, 1))), Ordering::Less),
        ] {
            assert_eq!(number.side(), side, "{number:?}");
        }
        for (number, rounded) in [
            (large.clone(), Err(NoDecimal::Overflow)),
            (large.times(&half).negated(), Err(NoDecimal::Overflow)),
            (small.clone(), Ok(Decimal::ZERO)),
            (small.negated().plus(&whole(5)), Ok(dec!(5))),
        ] {
            assert_eq!(number.rounded(), rounded, "{number:?}");
        }
        assert_eq!(small.quotient(&large), Some(Ok(Decimal::ZERO)));
        assert_eq!(whole(7).quotient(&large), Some(Ok(Decimal::ZERO)));
    }

    /// Where floats have few bits, or none.
    #[test]
    fn logarithms_of_what_is_too_small_for_a_float_are_compared_exactly() {
        let power = |exponent: i64| whole(2).raised(&whole(exponent)).unwrap();
        let small = Real::from(dec!(1.4999)).times(&power(-1_074)).logarithm().unwrap();
        let sum = ln(dec!(1.4999)).minus(&ln(dec!(2)).times(&whole(1_074)));
        for limit in [dec!(-744.3), dec!(-744.03)] {
            assert_eq!(small.cmp(&Real::from(limit)), sum.cmp(&Real::from(limit)), "{limit}");
        }
        assert_eq!(small.cmp(&Real::from(dec!(-744.3))), Ordering::Greater);
        let large = power(1_100).logarithm().unwrap();
        assert_eq!(large.cmp(&Real::from(dec!(762.46))), Ordering::Greater);
        assert_eq!(large.cmp(&Real::from(dec!(762.47))), Ordering::Less);
    }

    #[test]
    fn quotients_are_rounded_once() {
        let number = |number: Decimal| Real::from(number);
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
        for (twice, even) in [
            (5, dec!(0.000000000002)),
            (7, dec!(0.000000000004)),
            (30_103, dec!(0.000000015052)),
        ] {
            for factor in [&whole(1), &root(2, 1, 2)] {
                for one in [ln(dec!(2)), whole(1)] {
                    let one = one.times(factor);
                    let whole_way = one.times(&whole(2_000_000_000_000));
                    assert_eq!(one.times(&whole(twice)).quotient(&whole_way), Some(Ok(even)), "{twice}");
                    let turned = Decimal::ZERO.checked_sub(even).ok_or(NoDecimal::Overflow);
                    assert_eq!(one.times(&whole(-twice)).quotient(&whole_way), Some(turned), "{twice}");
                }
            }
        }
    }

    /// The sides as all ways of deciding tell them.
    fn every_way(number: &Real) -> Ordering {
        let enclosed = number.enclosed_unless_zero().map(|enclosed| {
            let mut bits = [256, 1_024, 4_096, 16_384, 65_536].into_iter();
            bits.find_map(|bits| enclosed(bits).side()).unwrap()
        });
        let side = enclosed.unwrap_or(Ordering::Equal);
        assert_eq!(number.side(), side, "{number:?}");
        assert!(
            number.side_in_128_bits().is_none_or(|decided| decided == side),
            "{number:?}"
        );
        side
    }

    /// Differences that vanish in 128 bits, numbers far beyond the decimals, and both of them: enclosures tell where
    /// they lie, and nothing is searched for.
    #[test]
    fn where_128_bits_tell_nothing_enclosures_do() {
        let power = |up, down, exponent| fraction(up, down).raised(&whole(exponent)).unwrap();
        let smallest = Real::from(SMALLEST);
        let most = ln(Decimal::MAX);
        let less = ln(Decimal::MAX - dec!(1));
        let (narrow, narrower) = (most.minus(&less), less.minus(&ln(Decimal::MAX - dec!(2))));
        let roots = root(2, 1, 2).plus(&root(3, 1, 2));
        let close = roots.minus(&Real::from(roots.rounded().unwrap()));
        let (large, small) = (power(3, 2, 8_000_000), power(2, 3, 8_000_000));
        for (dividend, divisor, quotient) in [
            // 1 ÷ ((m − 1) ÷ m) where m is the largest decimal: m ÷ (m − 1), less than 10⁻²⁸ above 1.
            (narrower.clone(), narrow.clone(), Ok(dec!(1))),
            (
                narrow.clone(),
                smallest.clone(),
                Ok(dec!(0.1262177448353618888658765704)),
            ),
            (narrow.negated(), smallest, Ok(dec!(-0.1262177448353618888658765704))),
            (
                narrow.times(&large),
                narrow.times(&large.times(&whole(-4))),
                Ok(dec!(-0.25)),
            ),
            (
                close.times(&small),
                close.times(&small.times(&whole(3))),
                Ok(dec!(0.3333333333333333333333333333)),
            ),
            (large.clone(), power(3, 2, 7_999_990), Ok(dec!(57.6650390625))),
            (large.clone(), narrow.clone(), Err(NoDecimal::Overflow)),
            (small.times(&narrow), large.clone(), Ok(Decimal::ZERO)),
            (large.plus(&roots), small.minus(&large), Ok(dec!(-1))),
        ] {
            let ball = || dividend.ball()?.over(divisor.ball()?)?.estimate();
            assert!(
                ball().is_none_or(|ball| ball.accurate_bits <= 96),
                "{dividend:?} {divisor:?}"
            );
            let enclosed = |bits| dividend.enclosed(bits).over(&divisor.enclosed(bits));
            let rounded = round_by_ball(LARGEST_SCALE, None, enclosed, |middle| {
                assert_eq!(middle.twice, 0, "searched: {dividend:?} {divisor:?}");
                Ordering::Greater
            });
            assert_eq!(rounded, quotient, "{dividend:?} {divisor:?}");
            assert_eq!(
                dividend.long_quotient(&divisor),
                Some(quotient),
                "{dividend:?} {divisor:?}"
            );
        }
    }

    proptest! {
        /// In 128 bits a number is as near as its bound says, and all ways decide alike.
        #[test]
        fn what_is_near_is_off_by_no_more_than_argued(
            bases in prop::array::uniform4((1_i64..1_000_000, 1_i64..1_000_000)),
            exponents in prop::array::uniform3((-500_i64..500, 1_i64..40)),
            coefficients in prop::array::uniform3(-1_000_000_i64..1_000_000),
        ) {
            let power = |at: usize| fraction(bases[at].0, bases[at].1).raised(&fraction(exponents[at].0, exponents[at].1)).unwrap();
            let number = power(0)
                .times(&fraction(coefficients[0], 97))
                .plus(&power(1).times(&power(2)).times(&fraction(coefficients[1], 89)))
                .plus(&fraction(bases[3].0, bases[3].1).logarithm().unwrap().times(&fraction(coefficients[2], 997)));
            every_way(&number);
            let Some(ball) = number.ball() else { return Ok(()) };
            // And enclosures round it as they do.
            let side_of = |middle: Middle| number.cmp(&middle.into());
            let rounded = |estimate: Option<Estimate>| estimate?.rounded(LARGEST_SCALE, side_of);
            let enclosed = number.enclosed(256).over(&Real::one().enclosed(256));
            if let (Some(ball), Some(enclosed)) = (rounded(ball.estimate()), rounded(enclosed)) {
                prop_assert_eq!(ball, enclosed);
            }
            // The distance to what 128 bits say has at most the size of the error.
            let (side, size) = ball.parts().unwrap_or((Ordering::Greater, Wide::of(1, -900)));
            let shift = size.exponent.unsigned_abs();
            let shifted = BigInt::from(size.mantissa) << if size.exponent > 0 { shift } else { 0 };
            let down = BigInt::from(1) << if size.exponent > 0 { 0 } else { shift };
            let own = Real::of(shifted, down).unwrap();
            let own = if side.is_lt() { own.negated() } else { own };
            let error = Wide::of_float(ball.error()).unwrap();
            let error = Real::of(error.mantissa, BigInt::from(1) << u64::from(error.exponent.unsigned_abs())).unwrap();
            if ball.error() < 1.0 {
                prop_assert!(number.minus(&own).abs() <= error);
            }
        }
    }
}
