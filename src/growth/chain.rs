//! Chains of yearly rates: products of 1 + r, which soon have more digits than a decimal.

use rust_decimal::Decimal;

use super::GrowthError;
use crate::exact::Real;
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
    if from.is_sign_negative() && !from.is_zero() {
        return Err(GrowthError::Negative { value: from });
    }
    let result = product_of(rates.iter().copied()).times(&Real::from(from));
    Ok(result.rounded_not_to_zero()?)
}

/// The product of 1 + r, exactly.
pub(crate) fn product_of(rates: impl IntoIterator<Item = Rate>) -> Real {
    rates
        .into_iter()
        .fold(Real::one(), |product, rate| product.times(&factor_of(rate)))
}

/// 1 + r, exactly.
pub(crate) fn factor_of(rate: Rate) -> Real {
    Real::one().plus(&Real::from(rate.as_decimal()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

    use core::cmp::Ordering;

    use super::*;
    use crate::dec;
    use crate::growth::{ConstantChange, ConstantGrowth};
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
        }
    }

    /// Of up to 25 factors, which are written as a fraction with 25 digits and more, or with three.
    #[test]
    fn chains_are_compared_with_lines_and_numbers_exactly() {
        // From 1 to 1.4 in forty years: 1.2 after twenty.
        let line = ConstantChange::new(dec!(1), dec!(1.4), Years::whole(40)).unwrap();
        let unit = dec!(0.0000000000000000000000000001);
        for (last, expected) in [
            (dec!(0.2), Ordering::Equal),
            (dec!(0.2) + unit, Ordering::Greater),
            (dec!(0.2) - unit, Ordering::Less),
        ] {
            let mut chain = [dec!(0.25), dec!(-0.2)].repeat(12);
            chain.push(last);
            let chain = rates(&chain);
            for chain in [&chain[..], &chain[24..]] {
                let product = product_of(chain.iter().copied());
                let due = line.project_share_exactly(dec!(1), Years::whole(20), dec!(1));
                assert_eq!(product.cmp(&due), expected, "{last}");
                assert_eq!(product.cmp(&dec!(1.2).into()), expected, "{last}");
                assert_eq!(product.cmp(&Real::zero()), Ordering::Greater, "{last}");
            }
        }
    }
}
