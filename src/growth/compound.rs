//! Compound growth: the rate between two values, and where a rate leads.

use rust_decimal::Decimal;

use super::constant_growth::ConstantGrowth;
use super::{GrowthError, growth_ratio, positive_span};
use crate::exact::Real;
use crate::value::{Rate, Years};

/// The compound rate per year that leads from one value to another.
///
/// ```text
/// (to ÷ from)^(1 ÷ over) − 1
/// ```
///
/// `over` is in years, and the result is rounded once. It can be a rounded 0: the growth of 28-digit values that differ
/// in the last digit may be less than 10⁻²⁸ a year.
///
/// # Errors
///
/// - [`GrowthError::Zero`], [`GrowthError::Crossing`], [`GrowthError::BothNegative`] unless both values are above 0;
/// - [`GrowthError::EmptySpan`], [`GrowthError::NegativeSpan`] unless time passes;
/// - [`GrowthError::Overflow`] if the rate exceeds the largest decimal (100 → 200 within a day doubles 365 times a
///   year);
/// - [`GrowthError::Underflow`] if the rate cannot be told from −100 % in 28 decimals.
///
/// # Examples
///
/// ```
/// use milepost::{Years, dec, growth};
///
/// let so_far = growth::rate(dec!(1517.7), dec!(1781.8), Years::whole(4))?;
/// assert_eq!(format!("{so_far:.3}"), "4.092 %");
/// assert_eq!(growth::rate(dec!(100), dec!(121), Years::whole(2))?.as_decimal(), dec!(0.1));
/// assert!(growth::rate(dec!(0), dec!(50), Years::whole(2)).is_err());
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn rate(from: Decimal, to: Decimal, over: Years) -> Result<Rate, GrowthError> {
    ConstantGrowth::new(from, to, over)?.annual_rate()
}

/// The continuous rate per year that leads from one value to another, as the child mortality reports of the United
/// Nations print it.
///
/// ```text
/// ln(to ÷ from) ÷ over
/// ```
///
/// Rounded once, and it can be a rounded 0. A fall of 3.03 % a year counted so is one of 2.98 % compounded yearly.
///
/// # Errors
///
/// - [`GrowthError::Zero`], [`GrowthError::Crossing`], [`GrowthError::BothNegative`] unless both values are above 0;
/// - [`GrowthError::EmptySpan`], [`GrowthError::NegativeSpan`] unless time passes;
/// - [`GrowthError::Overflow`] if it exceeds the largest decimal.
///
/// # Examples
///
/// ```
/// use milepost::{Years, dec, growth};
///
/// let rate = growth::continuous_rate(dec!(90.6), dec!(42.5), Years::whole(25))?;
/// assert_eq!(rate.round_dp(12), dec!(-0.030278005485));
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn continuous_rate(from: Decimal, to: Decimal, over: Years) -> Result<Decimal, GrowthError> {
    let over = positive_span(over)?;
    let growth = Real::logarithm_of(growth_ratio(from, to)?).times(&Real::of_units(Years::UNITS_PER_YEAR, over));
    Ok(growth.rounded()?)
}

/// How fast a value must grow from here: the compound rate per year that leads from the present value to the goal.
///
/// ```text
/// (to ÷ from)^(1 ÷ over) − 1
/// ```
///
/// The arithmetic of [`rate`], asked forwards: `from` is the latest value (or the baseline, for the growth required
/// from the start), `to` the goal, `over` the time that is left.
///
/// # Errors
///
/// Those of [`rate`].
///
/// # Examples
///
/// ```
/// use milepost::{Years, dec, growth};
///
/// // A county of 178.18 billion yuan that has promised 200 billion within a year.
/// let from_now = growth::required_annual(dec!(1781.8), dec!(2000), Years::whole(1))?;
/// assert_eq!(format!("{from_now:.3}"), "12.246 %");
/// let from_baseline = growth::required_annual(dec!(1517.7), dec!(2000), Years::whole(5))?;
/// assert_eq!(format!("{from_baseline:.3}"), "5.674 %");
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn required_annual(from: Decimal, to: Decimal, over: Years) -> Result<Rate, GrowthError> {
    rate(from, to, over)
}

/// Where a value stands after growing at a compound rate.
///
/// ```text
/// from × (1 + rate)^over
/// ```
///
/// The result is rounded once. The span may be negative, which leads back, or zero.
///
/// # Errors
///
/// - [`GrowthError::Negative`] if `from` is below 0 (0 stays 0);
/// - [`GrowthError::Overflow`] if the result exceeds the largest decimal;
/// - [`GrowthError::Underflow`] if it is above 0, and nearer to 0 than to any other decimal.
///
/// # Examples
///
/// ```
/// use milepost::{Rate, Years, dec, growth};
///
/// let twenty_percent = Rate::new(dec!(0.2)).map_err(|_| "a rate")?;
/// assert_eq!(growth::compound(dec!(1000), twenty_percent, Years::whole(3)).map_err(|_| "a value")?, dec!(1728));
/// # Ok::<(), &str>(())
/// ```
pub fn compound(from: Decimal, rate: Rate, over: Years) -> Result<Decimal, GrowthError> {
    ConstantGrowth::at_rate(rate).project(from, over)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;

    const SMALLEST: Decimal = dec!(0.0000000000000000000000000001);

    #[test]
    fn the_worked_numbers_of_a_plan() {
        let rounded = |from, to, years| rate(from, to, Years::whole(years)).unwrap().as_decimal().round_dp(5);
        assert_eq!(rounded(dec!(1517.7), dec!(2000), 5), dec!(0.05674));
        assert_eq!(rounded(dec!(1517.7), dec!(1781.8), 4), dec!(0.04092));
        assert_eq!(rounded(dec!(1781.8), dec!(2000), 1), dec!(0.12246));
        assert_eq!(rounded(dec!(1631.3), dec!(2000), 3), dec!(0.07028));
        assert_eq!(rounded(dec!(1517.7), dec!(1631.3), 2), dec!(0.03675));

        let path = ConstantGrowth::new(dec!(1517.7), dec!(2000), Years::whole(5)).unwrap();
        let cut = |share| path.project_share(dec!(1517.7), Years::whole(4), share).unwrap();
        assert_eq!(cut(dec!(1)).round_dp(2), dec!(1892.61));
        assert_eq!(cut(dec!(0.6)).round_dp(1), dec!(1732.7));
        assert_eq!(cut(dec!(0.95)).round_dp(1), dec!(1871.8));
        assert_eq!(cut(dec!(1.05)).round_dp(1), dec!(1913.6));

        let so_far = ConstantGrowth::new(dec!(1517.7), dec!(1781.8), Years::whole(4)).unwrap();
        assert_eq!(
            so_far.project(dec!(1781.8), Years::whole(1)).unwrap().round_dp(2),
            dec!(1854.72)
        );
    }

    /// The energy target of Qinghai, 2006 to 2010: yearly changes of +1.51, −2.20 and −4.18 %, and −17 % to be reached
    /// in five years. The statistics bureau published −1.65 %, 6.59 % and 3.66 % a year; more digits by mpmath.
    #[test]
    fn the_worked_example_of_a_cumulative_rate() {
        let done = dec!(0.95127010596);
        let rounded = |from, to, years| {
            let rate = rate(from, to, Years::whole(years)).unwrap();
            rate.as_decimal().round_dp(17)
        };
        assert_eq!(rounded(dec!(1), done, 3), dec!(-0.0165145262575896));
        assert_eq!(rounded(done, dec!(0.83), 2), dec!(-0.06591344361647637));
        assert_eq!(rounded(dec!(1), dec!(0.83), 5), dec!(-0.03658008713729829));
    }

    /// The scenarios of the WHO's Triple Billion indicators and the under-five mortality of UN IGME; more digits by
    /// mpmath.
    #[test]
    fn golden_rates_of_other_institutions() {
        for (from, to, years, expected) in [
            (dec!(68), dec!(99), 7, dec!(0.055124614382972126)),
            (dec!(68), dec!(3), 7, dec!(-0.359715200478119666)),
            (dec!(90.6), dec!(42.5), 25, dec!(-0.029824218134501113)),
        ] {
            let rate = rate(from, to, Years::whole(years)).unwrap();
            assert_eq!(rate.as_decimal().round_dp(18), expected, "{from} → {to}");
        }
        let path = ConstantGrowth::new(dec!(87), dec!(88), Years::whole(1)).unwrap();
        let projected = path.project(dec!(88), Years::whole(7)).unwrap();
        assert_eq!(projected.round_dp(15), dec!(95.32934496485153));
    }

    /// Around half a unit of 10⁻²⁸ above −100 %: the half itself is rounded to the even −100 %.
    #[test]
    fn a_rate_stays_above_minus_one_or_is_no_rate() {
        let least = Ok(dec!(-0.9999999999999999999999999999));
        for (from, to, over, expected) in [
            (dec!(1), SMALLEST, 1, least),
            (dec!(2), SMALLEST, 1, Err(GrowthError::Underflow)),
            (dec!(1.9999999999999999999999999999), SMALLEST, 1, least),
            (
                dec!(2.0000000000000000000000000001),
                SMALLEST,
                1,
                Err(GrowthError::Underflow),
            ),
            (dec!(10000000000000000000000000000), SMALLEST, 2, least),
            (
                dec!(40000000000000000000000000000),
                SMALLEST,
                2,
                Err(GrowthError::Underflow),
            ),
            (dec!(39999999999999999999999999999), SMALLEST, 2, least),
            (
                dec!(40000000000000000000000000001),
                SMALLEST,
                2,
                Err(GrowthError::Underflow),
            ),
        ] {
            let rate = rate(from, to, Years::whole(over)).map(Rate::as_decimal);
            assert_eq!(rate, expected, "{from} {over}");
        }
    }

    #[test]
    fn values_that_do_not_compound_are_named() {
        let year = Years::whole(1);
        let zero = |from, to| GrowthError::Zero { from, to };
        let crossing = |from, to| GrowthError::Crossing { from, to };
        let both_negative = |from, to| GrowthError::BothNegative { from, to };
        for (from, to, over, error) in [
            (dec!(0), dec!(5), year, zero(dec!(0), dec!(5))),
            (dec!(5), dec!(0), year, zero(dec!(5), dec!(0))),
            (dec!(-5), dec!(0), year, zero(dec!(-5), dec!(0))),
            (dec!(-5), dec!(5), year, crossing(dec!(-5), dec!(5))),
            (dec!(5), dec!(-5), year, crossing(dec!(5), dec!(-5))),
            (dec!(-5), dec!(-4), year, both_negative(dec!(-5), dec!(-4))),
            (dec!(1), dec!(2), Years::ZERO, GrowthError::EmptySpan),
            (
                dec!(1),
                dec!(2),
                Years::whole(-1),
                GrowthError::NegativeSpan { over: Years::whole(-1) },
            ),
            // 2^365.25, and the smallest over the largest.
            (
                dec!(100),
                dec!(200),
                Years::from_units(4_530_960 / 365),
                GrowthError::Overflow,
            ),
            (Decimal::MAX, SMALLEST, year, GrowthError::Underflow),
        ] {
            assert_eq!(rate(from, to, over), Err(error), "{from} → {to}");
            assert_eq!(required_annual(from, to, over), Err(error), "{from} → {to}");
            // Its logarithm is a decimal, however great the growth.
            let has_logarithm = matches!(error, GrowthError::Overflow | GrowthError::Underflow);
            let continuous = continuous_rate(from, to, over).err();
            assert_eq!(continuous, (!has_logarithm).then_some(error), "{from} → {to}");
        }
    }

    #[test]
    fn no_answer_that_exists_is_refused() {
        // The quotient exceeds a decimal; its thirtieth root does not (mpmath, 60 digits).
        let rate_of = |from, to, years| rate(from, to, Years::whole(years)).unwrap().as_decimal();
        assert_eq!(rate_of(SMALLEST, Decimal::MAX, 30).round_dp(4), dec!(77.8187));
        assert_eq!(rate_of(Decimal::MAX, SMALLEST, 30).round_dp(6), dec!(-0.987313));
        assert_eq!(rate_of(dec!(5.0), dec!(5), 3), dec!(0));
        // Two units of the last place a year apart: nearer to zero than to any other rate.
        let before = Decimal::MAX.checked_sub(dec!(2)).unwrap();
        assert_eq!(rate_of(before, Decimal::MAX, 1), dec!(0));
        let growth = ConstantGrowth::new(SMALLEST, Decimal::MAX, Years::whole(1)).unwrap();
        assert_eq!(growth.project(SMALLEST, Years::whole(1)), Ok(Decimal::MAX));
        assert_eq!(growth.project(SMALLEST, Years::whole(2)), Err(GrowthError::Overflow));
        assert_eq!(growth.project(Decimal::MAX, Years::whole(-1)), Ok(SMALLEST));
        assert_eq!(growth.project(SMALLEST, Years::whole(-1)), Err(GrowthError::Underflow));
        assert_eq!(growth.project(Decimal::ZERO, Years::whole(9)), Ok(Decimal::ZERO));
        assert_eq!(
            growth.project(dec!(-1), Years::whole(1)),
            Err(GrowthError::Negative { value: dec!(-1) })
        );
        // One more than the rate has 29 digits.
        let rate = Rate::new(dec!(7.5000000000000000000000000001)).unwrap();
        assert_eq!(
            compound(dec!(1), rate, Years::whole(1)),
            Ok(dec!(8.500000000000000000000000000))
        );
        assert_eq!(ConstantGrowth::at_rate(rate).annual_rate(), Ok(rate));
    }

    /// One more than the rate is 0.50000035 units of its last place (MPFR), so that the nearest rate above −100 %
    /// stands for it, and what falls at that rate ends 6 % too high. The growth itself leads back.
    #[test]
    fn a_steep_fall_leaves_a_rate_few_digits() {
        let (from, to, month) = (dec!(1423239.17), dec!(6235.32), Years::months(1));
        let rate = rate(from, to, month).unwrap();
        assert_eq!(rate.as_decimal(), dec!(-0.9999999999999999999999999999));
        assert_eq!(compound(from, rate, month).unwrap().round_dp(2), dec!(6606.09));
        let growth = ConstantGrowth::new(from, to, month).unwrap();
        assert_eq!(growth.project(from, month), Ok(to));
    }

    proptest! {
        /// Whatever the digits and the span, there is an answer or a named reason.
        #[test]
        fn everything_has_an_answer_or_a_reason(
            mantissas in prop::array::uniform4(any::<u128>()),
            scales in prop::array::uniform4(0_u32..=28),
            over in 1_i64..1_000_000_000,
            by in any::<i64>(),
        ) {
            let decimal = |at: usize| Decimal::from_i128_with_scale((mantissas[at] >> 32).cast_signed(), scales[at]);
            let (over, by) = (Years::from_units(over), Years::from_units(by));
            let _ = rate(decimal(0), decimal(1), over);
            if let Ok(growth) = ConstantGrowth::new(decimal(0), decimal(1), over) {
                let _ = growth.project(decimal(2), by);
                let _ = growth.project_share(decimal(2), by, decimal(3));
                let _ = growth.compare([decimal(2), decimal(0)], by, decimal(3));
            }
        }

        /// A rate compounds back to where it came from, to the digits that a rate has.
        #[test]
        fn a_rate_leads_back(from in 1_i64..1_000_000_000, to in 1_i64..1_000_000_000, months in 1_i32..600) {
            let (from, to, over) = (Decimal::new(from, 2), Decimal::new(to, 2), Years::months(months));
            if let Ok(rate) = rate(from, to, over) {
                // Next to −100 % the 28 decimals of a rate hold few digits of what is left.
                prop_assume!(rate.as_decimal() > dec!(-0.999999999999));
                let back = compound(from, rate, over).unwrap();
                let off = back.checked_sub(to).unwrap().abs().checked_div(to).unwrap();
                prop_assert!(off < dec!(0.00000000000001), "{} {} {}", from, to, back);
            }
        }
    }
}
