//! Average growth of a series, by its ends or by its sum.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{GrowthError, rate};
use crate::exact::{Real, root_less_one};
use crate::value::{Rate, Years};

/// Flows of more years are not added up.
const MOST_FLOWS: u32 = 1_000;

/// Average growth per year by the level method (水平法): constant growth from the base to the last value.
///
/// ```text
/// (aₙ ÷ a₀)^(1 ÷ n) − 1
/// ```
///
/// `base` is a₀, the value of the year before the first one; `values` are a₁ … aₙ, one for each year. Only the base and
/// the last value count. The span is named without the base year: "1950 to 1992" has the base 1949 and n = 43.
///
/// # Errors
///
/// [`GrowthError::NoValues`] without values; otherwise those of [`rate`], for the base and the last value.
///
/// # Sources
///
/// The explanatory notes of the China Statistical Yearbook on average annual growth: the level method serves everything
/// but investment in fixed assets.
///
/// # Examples
///
/// ```
/// use milepost::{dec, growth};
///
/// let yearly = [dec!(105), dec!(108), dec!(150), dec!(160), dec!(161.051)];
/// assert_eq!(growth::average_level(dec!(100), &yearly)?.as_decimal(), dec!(0.1));
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn average_level(base: Decimal, values: &[Decimal]) -> Result<Rate, GrowthError> {
    let last = values.last().ok_or(GrowthError::NoValues)?;
    let years = i32::try_from(values.len()).unwrap_or(i32::MAX);
    rate(base, *last, Years::whole(years))
}

/// Average growth per year by the cumulative method (累计法): the constant growth whose yearly values add up to the same
/// sum.
///
/// ```text
/// x − 1,   where x + x² + … + xⁿ = (a₁ + … + aₙ) ÷ a₀ and x > 0
/// ```
///
/// `base` is a₀, `values` are a₁ … aₙ, one for each year; every one of them counts. The left side rises with x, so
/// there is one root if the sum is above 0, whatever the single values are. The root is rounded once.
///
/// # Errors
///
/// - [`GrowthError::NoValues`] without values;
/// - [`GrowthError::Start`] unless the base is above 0;
/// - [`GrowthError::NoSolution`] unless the values add up to more than 0;
/// - [`GrowthError::Overflow`], [`GrowthError::Underflow`] if no decimal is near the rate, or it cannot be told from
///   −100 %.
///
/// # Sources
///
/// The explanatory notes of the China Statistical Yearbook on average annual growth: the cumulative method serves
/// investment in fixed assets.
///
/// # Examples
///
/// ```
/// use milepost::{dec, growth};
///
/// let yearly = [dec!(105), dec!(108), dec!(150), dec!(160), dec!(161.051)];
/// let average = growth::average_cumulative(dec!(100), &yearly)?;
/// assert_eq!(format!("{average:.4}"), "10.6362 %");
/// assert_eq!(growth::average_cumulative(dec!(100), &[dec!(90), dec!(100), dec!(110)])?.as_decimal(), dec!(0));
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn average_cumulative(base: Decimal, values: &[Decimal]) -> Result<Rate, GrowthError> {
    if values.is_empty() {
        return Err(GrowthError::NoValues);
    }
    rate_of_flows(base, values, u32::try_from(values.len()).unwrap_or(u32::MAX))
}

/// How fast flows must grow each year from the last one, so that together they reach what remains of a cumulative goal.
///
/// ```text
/// x − 1,   where x + x² + … + xⁿ = remaining ÷ last flow and x > 0
/// ```
///
/// n is the number of flows that are still to come: one for each whole year that is left
/// ([`Years::whole_years`](crate::Years::whole_years)), as long as that of the last flow. Of other periods that are
/// equally long the answer is the growth from one to the next. Where a part of a year is left, the flow of that year
/// has begun, and there is no such equation: ask [`change_per_year`](super::change_per_year). It is the equation of
/// [`average_cumulative`], asked forwards.
///
/// # Errors
///
/// - [`GrowthError::Start`] unless the last flow is above 0;
/// - [`GrowthError::EmptySpan`] if none is to come, [`GrowthError::TooManyFlows`] if more than 1,000 are;
/// - [`GrowthError::NoSolution`] unless something remains;
/// - [`GrowthError::Overflow`], [`GrowthError::Underflow`] if no decimal is near the rate, or it cannot be told from
///   −100 %.
///
/// # Examples
///
/// ```
/// use milepost::{dec, growth};
///
/// // 100 flowed last year, and 231 are to flow in the two years left: 110 and 121.
/// assert_eq!(growth::required_flow_growth(dec!(100), dec!(231), 2)?.as_decimal(), dec!(0.1));
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn required_flow_growth(last_flow: Decimal, remaining: Decimal, flows: u32) -> Result<Rate, GrowthError> {
    if flows == 0 {
        return Err(GrowthError::EmptySpan);
    }
    rate_of_flows(last_flow, &[remaining], flows)
}

/// The rate at which flows that grow from `base` for so many years add up to the sum of the values; an error unless
/// both are above zero.
fn rate_of_flows(base: Decimal, values: &[Decimal], years: u32) -> Result<Rate, GrowthError> {
    if base <= Decimal::ZERO {
        return Err(GrowthError::Start { start: base });
    }
    if years > MOST_FLOWS {
        return Err(GrowthError::TooManyFlows { flows: years });
    }
    let total = values
        .iter()
        .fold(Real::zero(), |total, value| total.plus(&Real::from(*value)));
    if total.side() != Ordering::Greater {
        let total = total.rounded().unwrap_or(Decimal::MIN);
        return Err(GrowthError::NoSolution { base, total });
    }
    let ratio = total
        .over(&Real::from(base))
        .ok_or(GrowthError::Start { start: base })?;
    Rate::new(root_less_one(&ratio, years)?).map_err(|_| GrowthError::Underflow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    fn decimals(values: &[i64]) -> Vec<Decimal> {
        values.iter().map(|value| Decimal::new(*value, 3)).collect()
    }

    /// Series with the same ends and different middles; 17 digits of the roots by mpmath.
    #[test]
    fn level_and_cumulative_averages() {
        let smooth = decimals(&[110_000, 121_000, 133_100, 146_410, 161_051]);
        let late = decimals(&[105_000, 108_000, 150_000, 160_000, 161_051]);
        let early = decimals(&[130_000, 150_000, 158_000, 160_000, 161_051]);
        let mixed = decimals(&[260_000, 240_000, 300_000, 330_000, 350_000]);
        let even = decimals(&[90_000, 100_000, 110_000]);
        for (base, values, level, cumulative) in [
            (dec!(100), smooth, dec!(0.1), dec!(0.1)),
            (dec!(100), late, dec!(0.1), dec!(0.10636160085559093)),
            (dec!(100), early, dec!(0.1), dec!(0.14254369399751528)),
            (dec!(250), mixed, dec!(0.06961037572506887), dec!(0.05683807724392208)),
            (dec!(100), even, dec!(0.03228011545636716), dec!(0)),
        ] {
            let shown = |average: Result<Rate, GrowthError>| average.unwrap().as_decimal().round_dp(17);
            assert_eq!(shown(average_level(base, &values)), level, "{values:?}");
            assert_eq!(shown(average_cumulative(base, &values)), cumulative, "{values:?}");
        }
    }

    #[test]
    fn averages_without_an_answer_say_why() {
        let total = dec!(0);
        for (base, values, error) in [
            (dec!(1), &[][..], GrowthError::NoValues),
            (dec!(0), &[dec!(1)], GrowthError::Start { start: dec!(0) }),
            (dec!(-5), &[dec!(1)], GrowthError::Start { start: dec!(-5) }),
            (
                dec!(5),
                &[dec!(1), dec!(-1)],
                GrowthError::NoSolution { base: dec!(5), total },
            ),
            (
                dec!(0.0000000000000000000000000001),
                &[Decimal::MAX],
                GrowthError::Overflow,
            ),
            (
                Decimal::MAX,
                &[dec!(0.0000000000000000000000000001)],
                GrowthError::Underflow,
            ),
        ] {
            assert_eq!(average_cumulative(base, values), Err(error), "{base} {values:?}");
        }
        assert_eq!(average_level(dec!(1), &[]), Err(GrowthError::NoValues));
        assert_eq!(required_flow_growth(dec!(1), dec!(1), 0), Err(GrowthError::EmptySpan));
        assert_eq!(
            required_flow_growth(dec!(2), dec!(-1), 3),
            Err(GrowthError::NoSolution {
                base: dec!(2),
                total: dec!(-1)
            })
        );
    }

    #[test]
    fn sums_are_exact_beyond_what_a_decimal_adds_up() {
        // The sum has 57 digits; halves of it are the values.
        let values = [Decimal::MAX, dec!(0.0000000000000000000000000001)];
        let rate = average_cumulative(Decimal::MAX, &values).unwrap();
        // The root of x + x² = 1 + 10⁻⁵⁷: (√5 − 1) ÷ 2, OEIS A001622.
        assert_eq!(rate.as_decimal(), dec!(-0.3819660112501051517954131656));
    }

    /// With x = ½ ± 5 · 10⁻²⁹, in the middle between two decimals, the endless sum x + x² + … is the quotient of the
    /// two flows. So the root for any number of years lies above that middle, by less than 2⁻ⁿ.
    #[test]
    fn a_root_beside_a_middle_is_not_mistaken_for_it() {
        let (less, more) = (
            dec!(0.9999999999999999999999999999),
            dec!(1.0000000000000000000000000001),
        );
        for years in [200, 500, 1_000] {
            let rate = |base, total| required_flow_growth(base, total, years).unwrap().as_decimal();
            assert_eq!(rate(more, less), dec!(-0.5), "{years}");
            assert_eq!(rate(less, more), dec!(-0.4999999999999999999999999999), "{years}");
        }
    }

    #[test]
    fn flows_over_very_many_years() {
        // 1 + 1 + … + 1, and what rises above it.
        assert_eq!(required_flow_growth(dec!(1), dec!(1000), 1_000), Ok(Rate::ZERO));
        let rate = required_flow_growth(dec!(1), Decimal::MAX, 1_000).unwrap();
        assert!(
            rate.as_decimal() > dec!(0.05) && rate.as_decimal() < dec!(0.07),
            "{rate}"
        );
        assert_eq!(
            required_flow_growth(dec!(1), dec!(1000), 1_001),
            Err(GrowthError::TooManyFlows { flows: 1_001 })
        );
    }
}
