//! Chains of yearly rates: products of 1 + r, which soon have more digits than a decimal.

use core::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use rust_decimal::Decimal;

use super::GrowthError;
use super::exact::{compare_magnitudes, float_logarithm};
use super::logarithm::{Logarithm, wide_exponent};
use super::precise::{Enclosure, FIRST_PRECISION};
use super::quotient::nearest;
use super::ratio::{Exponent, Ratio, power_of_ten, signed};
use super::rounding::LARGEST_SCALE;
use super::rounding::nearest_decimal;
use super::tie::{LARGEST_EXPONENT, sides};
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
    if from.is_zero() || rates.is_empty() {
        return if from < Decimal::ZERO {
            Err(GrowthError::Negative { value: from })
        } else {
            Ok(from.normalize())
        };
    }
    if from.is_sign_negative() {
        return Err(GrowthError::Negative { value: from });
    }
    product_in_128_bits(from, rates).unwrap_or_else(|| product_in_full(from, rates))
}

/// Each factor loses less than 2⁻¹²⁵ of the product: it is divided by its power of ten, and multiplied. `None` if that does not tell,
/// or if the product lies beyond all decimals.
fn product_in_128_bits(from: Decimal, rates: &[Rate]) -> Option<Result<Decimal, GrowthError>> {
    let bits_of_count = usize::BITS.saturating_sub(rates.len().leading_zeros());
    let accurate_bits = 124_u32.checked_sub(bits_of_count).filter(|bits| *bits > 104)?;
    let factors = rates.iter().map(|rate| Ratio::of_rate(*rate));
    let product = factors.fold(Wide::of(1, 0), |product, factor| {
        let power = power_of_ten(factor.tens.unsigned_abs());
        product.times(Wide::of(factor.numerator, 0)).over(Wide::of(power, 0))
    });
    if product.exponent.unsigned_abs() > 512 {
        return None;
    }
    nearest_decimal(
        product,
        accurate_bits,
        (from.mantissa().unsigned_abs(), signed(from.scale())),
        false,
    )
}

#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
fn product_in_full(from: Decimal, rates: &[Rate]) -> Result<Decimal, GrowthError> {
    let (numerator, denominator) = product(rates);
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
fn product(rates: &[Rate]) -> (BigUint, BigUint) {
    let one = || BigUint::from(1_u32);
    rates.iter().fold((one(), one()), |(numerator, denominator), rate| {
        let factor = Ratio::of_rate(*rate);
        (
            numerator * factor.numerator,
            denominator * power_of_ten(factor.tens.unsigned_abs()),
        )
    })
}

/// The product of 1 + r against `base^exponent`, exactly: in the same steps as a single ratio.
pub(super) fn compare(rates: &[Rate], base: Ratio, exponent: Exponent) -> Ordering {
    compare_in_64_bits(rates, base, exponent)
        .or_else(|| compare_in_128_bits(rates, base, exponent))
        .unwrap_or_else(|| {
            if is_power(rates, base, exponent) {
                Ordering::Equal
            } else {
                compare_precisely(rates, base, exponent)
            }
        })
}

/// As for a single ratio, of which each logarithm is off by 5.1 · 2⁻⁵³ + 2⁻⁵² |l|; each of the n additions is off by 2⁻⁵³ of a sum
/// that is at most Σ |l|.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a filter: within its error bound, it does not decide"
)]
fn compare_in_64_bits(rates: &[Rate], base: Ratio, exponent: Exponent) -> Option<Ordering> {
    let logarithms = rates.iter().map(|rate| float_logarithm(Ratio::of_rate(*rate)));
    let (left, size) = logarithms.fold((0.0, 0.0), |(sum, size), logarithm| {
        (sum + logarithm, size + logarithm.abs())
    });
    let magnitude = exponent.to_float();
    let right = magnitude * float_logarithm(base);
    let count = rates.len() as f64 + 8.0;
    let bound = (1.0 + size + magnitude.abs() + right.abs()) * count * f64::EPSILON * 4.0;
    let difference = left - right;
    if difference > bound {
        Some(Ordering::Greater)
    } else if difference < -bound {
        Some(Ordering::Less)
    } else {
        None
    }
}

/// Logarithms of both signs on both sides, brought to the side where they are positive: sums of numbers that are each within
/// 2⁻¹¹⁸·⁹ of themselves. Each of fewer than 128 additions loses less than 2⁻¹²⁶ of the sum, so that it is within 2⁻¹¹⁷.
fn compare_in_128_bits(rates: &[Rate], base: Ratio, exponent: Exponent) -> Option<Ordering> {
    let mut sums = (None, None);
    let mut add = |logarithm: Logarithm| {
        let sum = match logarithm.side {
            Ordering::Equal => return,
            Ordering::Greater => &mut sums.0,
            Ordering::Less => &mut sums.1,
        };
        *sum = Some(sum.map_or(logarithm.magnitude, |sum: Wide| sum.plus(logarithm.magnitude)));
    };
    for rate in rates {
        add(Logarithm::of(Ratio::of_rate(*rate)));
    }
    let base = Logarithm::of(base);
    if base.side != Ordering::Equal && !exponent.is_zero() {
        let right = base.times(wide_exponent(exponent));
        add(Logarithm {
            side: right.side.reverse(),
            ..right
        });
    }
    match sums {
        (Some(left), Some(right)) if rates.len() < 128 => compare_magnitudes(left, right, 117),
        (Some(_), Some(_)) => None,
        (left, right) => Some(left.is_some().cmp(&right.is_some())),
    }
}

/// Whether the product is exactly that power, left^p = base^q. As [`super::tie`] argues, p is below 192 then, and q no more than the
/// bits of the left sides.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
fn is_power(rates: &[Rate], base: Ratio, exponent: Exponent) -> bool {
    let (numerator, denominator) = product(rates);
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
    let (mut up, mut down) = sides(base);
    if exponent.is_negative {
        (up, down) = (down, up);
    }
    numerator.pow(p) * down.pow(q) == denominator.pow(p) * up.pow(q)
}

/// In 256 bits and more. Ends because the two sides differ.
fn compare_precisely(rates: &[Rate], base: Ratio, exponent: Exponent) -> Ordering {
    let mut bits = FIRST_PRECISION;
    loop {
        let right = Enclosure::logarithm(base, bits).raised(exponent).negated();
        let logarithms = rates
            .iter()
            .map(|rate| Enclosure::logarithm(Ratio::of_rate(*rate), bits));
        match logarithms
            .fold(right, |sum, logarithm| sum.plus(&logarithm))
            .is_positive()
        {
            Some(true) => return Ordering::Greater,
            Some(false) => return Ordering::Less,
            None => bits = bits.saturating_mul(2),
        }
    }
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
                assert_eq!(product_in_full(from, &rates(chain)), expected, "{from} {chain:?}");
            }
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
            let equal = is_power(&rates(chain), base, exponent);
            assert_eq!(equal, expected == Ordering::Equal, "{chain:?} {share}");
            if !equal {
                assert_eq!(
                    compare_precisely(&rates(chain), base, exponent),
                    expected,
                    "{chain:?} {share}"
                );
            }
        }
    }
}
