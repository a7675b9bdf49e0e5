//! Chains of yearly rates: products of 1 + r, which soon have more digits than a decimal.

use core::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use rust_decimal::Decimal;

use super::GrowthError;
use super::exact::{self, RatioWithFloatLogarithm, compare_magnitudes};
use super::fraction::Fraction;
use super::logarithm::{Logarithm, wide_exponent};
use super::precise::{Enclosure, sign};
use super::quotient::nearest;
use super::ratio::{Exponent, Ratio, power_of_ten, signed};
use super::rounding::LARGEST_SCALE;
use super::rounding::nearest_decimal;
use super::tie::{self, LARGEST_EXPONENT};
use super::wide::Wide;
use crate::value::Rate;

/// Where a value stands after growing at each of these rates for a year, one after the other.
///
/// ```text
/// from × (1 + r₁) × (1 + r₂) × … × (1 + rₙ)
/// ```
///
/// Rounded once, at the end. This is how yearly rates add up: never as their sum. Without rates it is `from`.
///
/// # Errors
///
/// - [`GrowthError::Negative`] if `from` is below 0 (0 stays 0);
/// - [`GrowthError::Overflow`] if the result exceeds the largest decimal;
/// - [`GrowthError::Underflow`] if it is above 0, and nearer to 0 than to any other decimal.
///
/// # Sources
///
/// The statistics bureau of Qinghai, 2009: changes of +1.51, −2.20 and −4.18 % make −4.87 %.
///
/// # Examples
///
/// ```
/// use milepost::{Rate, dec, growth};
///
/// let yearly = [dec!(0.0151), dec!(-0.022), dec!(-0.0418)].map(Rate::new);
/// let yearly = yearly.into_iter().collect::<Result<Vec<_>, _>>().map_err(|_| "rates")?;
/// let index = growth::compound_yearly(dec!(1), &yearly).map_err(|_| "a value")?;
/// assert_eq!(index, dec!(0.95127010596));
/// # Ok::<(), &str>(())
/// ```
pub fn compound_yearly(from: Decimal, rates: &[Rate]) -> Result<Decimal, GrowthError> {
    Chain::of(rates).index(from)
}

/// Yearly rates that can be gone through as often as it takes.
pub(crate) trait Yearly: Copy {
    /// Each rate, from the first year to the last.
    fn rates(self) -> impl Iterator<Item = Rate>;
}

impl Yearly for &[Rate] {
    fn rates(self) -> impl Iterator<Item = Rate> {
        self.iter().copied()
    }
}

/// A chain of yearly rates, and what their product is so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chain<Y> {
    rates: Y,
    links: usize,
    /// The product is this, from 1 to 2, times a power of two. Each link is divided by its power of ten and multiplied, so that less than
    /// 2⁻¹²⁵ of the product is lost for each.
    near_one: Wide,
    /// That power of two. Each link adds less than 2⁷, and there are fewer than 2⁵⁶ of them.
    doublings: i64,
    /// The product, as long as it is a decimal.
    exact: Option<Decimal>,
}

impl<Y: Yearly> Chain<Y> {
    /// The chain of these rates.
    pub(crate) fn of(rates: Y) -> Self {
        rates
            .rates()
            .fold(Self::empty(rates), |chain, rate| chain.followed_by(rate, rates))
    }

    const fn empty(rates: Y) -> Self {
        Self {
            rates,
            links: 0,
            near_one: Wide::ONE,
            doublings: 0,
            exact: Some(Decimal::ONE),
        }
    }

    /// The chain with one link more, of which `rates` are all.
    pub(crate) fn followed_by(self, rate: Rate, rates: Y) -> Self {
        let factor = Ratio::of_rate(rate);
        let ten = Wide::of(power_of_ten(factor.tens.unsigned_abs()), 0);
        let product = self.near_one.times(Wide::of(factor.numerator, 0)).over(ten);
        let doublings = product.exponent.saturating_sub(Wide::ONE.exponent);
        Self {
            rates,
            links: self.links.saturating_add(1),
            near_one: Wide {
                exponent: Wide::ONE.exponent,
                ..product
            },
            doublings: self.doublings.saturating_add(i64::from(doublings)),
            exact: self.exact.and_then(|product| exact_product(product, factor)),
        }
    }

    /// The rates.
    pub(crate) const fn rates(&self) -> Y {
        self.rates
    }

    /// The product, if it is a decimal.
    pub(crate) const fn exact(&self) -> Option<Decimal> {
        self.exact
    }

    /// The product, exactly.
    pub(crate) fn product(self) -> Fraction {
        let (numerator, denominator) = self.product_in_full();
        // Powers of ten are not zero.
        Fraction::of(numerator, denominator).unwrap_or_else(Fraction::one)
    }

    /// Where a value stands after growing at each of the rates for a year, rounded once.
    pub(crate) fn index(self, from: Decimal) -> Result<Decimal, GrowthError> {
        if from.is_sign_negative() && !from.is_zero() {
            return Err(GrowthError::Negative { value: from });
        }
        if from.is_zero() || self.links == 0 {
            return Ok(from.normalize());
        }
        match self.exact {
            Some(product) if from == Decimal::ONE => Ok(product.normalize()),
            _ => self.index_in_128_bits(from).unwrap_or_else(|| self.index_in_full(from)),
        }
    }

    /// `None` if 128 bits do not tell.
    fn index_in_128_bits(self, from: Decimal) -> Option<Result<Decimal, GrowthError>> {
        // This leads beyond the decimals from each of them: they span less than 2¹⁹⁰.
        if self.doublings > 512 {
            return Some(Err(GrowthError::Overflow));
        }
        if self.doublings < -512 {
            return Some(Err(GrowthError::Underflow));
        }
        let bits_of_count = usize::BITS.saturating_sub(self.links.leading_zeros());
        let accurate_bits = 124_u32.checked_sub(bits_of_count).filter(|bits| *bits > 104)?;
        let product = Wide {
            exponent: self
                .near_one
                .exponent
                .saturating_add(i32::try_from(self.doublings).ok()?),
            ..self.near_one
        };
        nearest_decimal(
            product,
            accurate_bits,
            (from.mantissa().unsigned_abs(), signed(from.scale())),
            false,
        )
    }

    #[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
    fn index_in_full(self, from: Decimal) -> Result<Decimal, GrowthError> {
        let (numerator, denominator) = self.product_in_full();
        let numerator = BigInt::from(numerator) * from.mantissa();
        let denominator = BigInt::from(denominator) * power_of_ten(from.scale());
        let result = nearest(&numerator, &denominator, LARGEST_SCALE)?;
        if result.is_zero() {
            Err(GrowthError::Underflow)
        } else {
            Ok(result)
        }
    }

    /// The product of 1 + r, exactly.
    #[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
    pub(super) fn product_in_full(self) -> (BigUint, BigUint) {
        let one = || BigUint::from(1_u32);
        self.factors().fold((one(), one()), |(numerator, denominator), factor| {
            (
                numerator * factor.numerator,
                denominator * power_of_ten(factor.tens.unsigned_abs()),
            )
        })
    }

    fn factors(self) -> impl Iterator<Item = Ratio> {
        self.rates.rates().map(Ratio::of_rate)
    }

    /// The product against a value, exactly.
    pub(crate) fn compare_with(self, value: Decimal) -> Ordering {
        match Ratio::between(Decimal::ONE, value) {
            Ok(value) => self.compare(RatioWithFloatLogarithm::of(value), Exponent::of_spans(1, 1)),
            // Zero and less lie below every product.
            Err(_) => Ordering::Greater,
        }
    }

    /// The product against `base^exponent`, exactly: in the same steps as a single ratio.
    pub(super) fn compare(self, base: RatioWithFloatLogarithm, exponent: Exponent) -> Ordering {
        exact::compare_in_64_bits(self.float_logarithm(), base.logarithm, exponent)
            .or_else(|| self.compare_in_128_bits(base.ratio, exponent))
            .unwrap_or_else(|| {
                if self.is_power(base.ratio, exponent) {
                    Ordering::Equal
                } else {
                    self.compare_precisely(base.ratio, exponent)
                }
            })
    }

    /// The natural logarithm of the product m · 2^e, with m from 1 to 2, as ln m + e ln 2.
    ///
    /// In units of 2⁻⁵³, m is off by 1.001 of itself (cut off to 64 bits, and rounded), `libm::log` by 2 |ln m| < 1.4, e ln 2 by 2 of itself
    /// (the constant and the product; e is exact), where |e ln 2| < |l| + 0.7, and the sum by |l|: together less than 3.9 + 3 |l|. The bound of
    /// [`exact::compare_in_64_bits`] has room for that in the place of 5.1 + 2 |l|; what the product lost is nothing beside it.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "the filter that uses it bounds its error"
    )]
    fn float_logarithm(self) -> f64 {
        let leading = u64::try_from(self.near_one.mantissa >> 64).unwrap_or(u64::MAX);
        let near_one = leading as f64 / (1_u64 << 63) as f64;
        libm::log(near_one) + self.doublings as f64 * core::f64::consts::LN_2
    }

    /// Logarithms of both signs on both sides, brought to the side where they are positive: sums of numbers that are each within
    /// 2⁻¹¹⁸·⁹ of themselves. Each of fewer than 128 additions loses less than 2⁻¹²⁶ of the sum, so that it is within 2⁻¹¹⁷.
    fn compare_in_128_bits(self, base: Ratio, exponent: Exponent) -> Option<Ordering> {
        let mut sums = (None, None);
        let mut add = |logarithm: Logarithm| {
            let sum = match logarithm.side {
                Ordering::Equal => return,
                Ordering::Greater => &mut sums.0,
                Ordering::Less => &mut sums.1,
            };
            *sum = Some(sum.map_or(logarithm.magnitude, |sum: Wide| sum.plus(logarithm.magnitude)));
        };
        self.factors().map(Logarithm::of).for_each(&mut add);
        let base = Logarithm::of(base);
        if base.side != Ordering::Equal && !exponent.is_zero() {
            let right = base.times(wide_exponent(exponent));
            add(Logarithm {
                side: right.side.reverse(),
                ..right
            });
        }
        match sums {
            (Some(left), Some(right)) if self.links < 128 => compare_magnitudes(left, right, 117),
            (Some(_), Some(_)) => None,
            (left, right) => Some(left.is_some().cmp(&right.is_some())),
        }
    }

    /// Whether the product is exactly that power.
    fn is_power(self, base: Ratio, exponent: Exponent) -> bool {
        match self.exact.map(|product| Ratio::between(Decimal::ONE, product)) {
            Some(Ok(product)) => tie::is_power(product, base, exponent),
            _ => self.is_power_in_full(base, exponent),
        }
    }

    /// Whether left^p = base^q. As [`tie`] argues, p is below 192 then, and q no more than the bits of the left sides.
    #[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
    fn is_power_in_full(self, base: Ratio, exponent: Exponent) -> bool {
        let (numerator, denominator) = self.product_in_full();
        if exponent.is_zero() || base.is_one() {
            return numerator == denominator;
        }
        if numerator == denominator {
            return false;
        }
        let limit = LARGEST_EXPONENT.max(u128::from(numerator.bits().max(denominator.bits())));
        let Some((q, p)) = exponent.reduced_within(limit) else {
            return false;
        };
        if u128::from(p) > LARGEST_EXPONENT {
            return false;
        }
        let (mut up, mut down) = base.sides();
        if exponent.is_negative {
            (up, down) = (down, up);
        }
        numerator.pow(p) * down.pow(q) == denominator.pow(p) * up.pow(q)
    }

    /// In 256 bits and more. Ends because the two sides differ.
    fn compare_precisely(self, base: Ratio, exponent: Exponent) -> Ordering {
        let distance = |bits| {
            let right = Enclosure::logarithm(base, bits).raised(exponent).negated();
            let logarithms = self.factors().map(|factor| Enclosure::logarithm(factor, bits));
            logarithms.fold(right, |sum, logarithm| sum.plus(&logarithm))
        };
        sign(None, distance, || None)
    }
}

/// A product times a factor without denominator, if it is a decimal.
fn exact_product(product: Decimal, factor: Ratio) -> Option<Decimal> {
    let factor_mantissa = i128::try_from(factor.numerator).ok()?;
    let mantissa = product.mantissa().checked_mul(factor_mantissa)?;
    let scale = product.scale().checked_add(factor.tens.unsigned_abs())?;
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::dec;
    use crate::growth::ConstantGrowth;
    use crate::value::Years;

    fn rates(rates: &[Decimal]) -> Vec<Rate> {
        rates.iter().map(|rate| Rate::new(*rate).unwrap()).collect()
    }

    #[test]
    fn chains_are_rounded_once() {
        let third = dec!(0.3333333333333333333333333333);
        let smallest = dec!(0.0000000000000000000000000001);
        let almost_nothing = dec!(-0.9999999999999999999999999999);
        for (from, chain, expected) in [
            (dec!(7.50), &[][..], Ok(dec!(7.5))),
            (dec!(100), &[dec!(0.1), dec!(0.1), dec!(0.1)], Ok(dec!(133.1))),
            (dec!(1), &[dec!(0.25), dec!(-0.2)], Ok(dec!(1))),
            // Exact products of 57 and more digits (Python's fractions).
            (dec!(1), &[third, third], Ok(dec!(1.7777777777777777777777777777))),
            (
                dec!(3),
                &[third, third, third],
                Ok(dec!(7.1111111111111111111111111106)),
            ),
            (Decimal::ZERO, &[dec!(0.5)], Ok(dec!(0))),
            (dec!(-1), &[dec!(0.5)], Err(GrowthError::Negative { value: dec!(-1) })),
            (dec!(-1), &[], Err(GrowthError::Negative { value: dec!(-1) })),
            (Decimal::MAX, &[smallest], Err(GrowthError::Overflow)),
            (smallest, &[dec!(-0.6)], Err(GrowthError::Underflow)),
            (dec!(1), &[almost_nothing, almost_nothing], Err(GrowthError::Underflow)),
            (
                dec!(1),
                &[almost_nothing, Decimal::MAX],
                Ok(dec!(7.922816251426433759354395034)),
            ),
        ] {
            assert_eq!(compound_yearly(from, &rates(chain)), expected, "{from} {chain:?}");
            if !chain.is_empty() && from > Decimal::ZERO {
                assert_eq!(
                    Chain::of(&*rates(chain)).index_in_full(from),
                    expected,
                    "{from} {chain:?}"
                );
            }
        }
    }

    /// After 22 million rates of the largest decimal the power of two exceeds 2³¹.
    #[test]
    fn products_beyond_every_float_of_128_bits_are_followed_and_compared() {
        let (up, down) = (
            dec!(79228162514264337593543950334),
            dec!(-0.9999999999999999999999999999),
        );
        for (doublings, rate, side, index) in [
            (i64::from(i32::MAX), up, Ordering::Greater, GrowthError::Overflow),
            (i64::from(i32::MIN), down, Ordering::Less, GrowthError::Underflow),
            (i64::MAX / 2, up, Ordering::Greater, GrowthError::Overflow),
        ] {
            let rates = rates(&[rate]);
            let chain = Chain {
                doublings,
                ..Chain::empty(&*rates)
            };
            let chain = chain.followed_by(Rate::new(rate).unwrap(), &*rates);
            assert_eq!((chain.doublings - doublings).signum(), doublings.signum(), "{rate}");
            assert_eq!(chain.index_in_128_bits(dec!(1)), Some(Err(index)), "{rate}");
            let one = RatioWithFloatLogarithm::of(Ratio::between(dec!(1), dec!(1)).unwrap());
            assert_eq!(chain.compare(one, Exponent::of_spans(1, 1)), side, "{rate}");
        }
    }

    #[test]
    fn chains_are_compared_exactly() {
        let five_years = ConstantGrowth::new(dec!(1), dec!(1.61051), Years::whole(5)).unwrap();
        let falling = ConstantGrowth::new(dec!(1), dec!(0.865), Years::whole(5)).unwrap();
        let unit = dec!(0.0000000000000000000000000001);
        for (growth, chain, years, share, expected) in [
            (five_years, &[dec!(0.1), dec!(0.1)][..], 2, dec!(1), Ordering::Equal),
            (five_years, &[dec!(0.21), dec!(0)], 2, dec!(1), Ordering::Equal),
            (five_years, &[dec!(0.375), dec!(-0.12)], 2, dec!(1), Ordering::Equal),
            (five_years, &[dec!(0.1), dec!(0)], 2, dec!(0.5), Ordering::Equal),
            (
                five_years,
                &[dec!(0.1), dec!(0.1) + unit],
                2,
                dec!(1),
                Ordering::Greater,
            ),
            (five_years, &[dec!(0.1), dec!(0.1) - unit], 2, dec!(1), Ordering::Less),
            // (1 + 10^-28)(1 − 10^-28) is less than 1 in the 56th digit.
            (
                five_years,
                &[dec!(0.1) + unit * dec!(11), dec!(0.1) - unit * dec!(11)],
                2,
                dec!(1),
                Ordering::Less,
            ),
            (five_years, &[], 0, dec!(1), Ordering::Equal),
            (five_years, &[], 1, dec!(1), Ordering::Less),
            (five_years, &[dec!(0.25), dec!(-0.2)], 2, dec!(0), Ordering::Equal),
            (falling, &[dec!(-0.03), dec!(-0.028)], 2, dec!(1), Ordering::Less),
            (falling, &[dec!(-0.03), dec!(-0.027)], 2, dec!(1), Ordering::Greater),
        ] {
            let ordering = growth.compare_yearly(&rates(chain), Years::whole(years), share);
            assert_eq!(ordering, expected, "{chain:?} {share}");
            let exponent = Exponent::of_share(share, Years::whole(years), 5 * 4_530_960);
            let base = if expected == Ordering::Equal || growth.annual_rate().unwrap() > Rate::ZERO {
                Ratio::between(dec!(1), dec!(1.61051)).unwrap()
            } else {
                Ratio::between(dec!(1), dec!(0.865)).unwrap()
            };
            let rates = rates(chain);
            let links = Chain::of(&*rates);
            let equal = links.is_power(base, exponent);
            assert_eq!(links.is_power_in_full(base, exponent), equal, "{chain:?} {share}");
            assert_eq!(equal, expected == Ordering::Equal, "{chain:?} {share}");
            if !equal {
                assert_eq!(links.compare_precisely(base, exponent), expected, "{chain:?} {share}");
            }
        }
    }
}
