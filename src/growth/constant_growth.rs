//! Growth by the same factor in the same time: the path of what compounds.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::chain::product_of;
use super::{GrowthError, growth_ratio, positive_span};
use crate::exact::{Exponent, Prepared, Ratio, Real, power_less_one, scaled_powers};
use crate::value::{Rate, Years};

/// The compound rate per year of a growth by a factor every so many units of time.
#[inline]
pub(crate) fn annual_rate(factor: &Prepared, over: u64) -> Result<Rate, GrowthError> {
    let rate = power_less_one(factor, Exponent::quotient(Years::UNITS_PER_YEAR, over))?;
    Ok(Rate::of_growth(rate))
}

/// Growth by the same factor in the same time: by `to ÷ from` every `over`.
///
/// The path of every promise that compounds: a level (from the baseline to the goal, over the time between them), a
/// relative change (from 1 to 1 + change) or an average rate ([`ConstantGrowth::at_rate`]).
///
/// # Examples
///
/// ```
/// use core::cmp::Ordering;
///
/// use milepost::{Years, dec, growth::ConstantGrowth};
///
/// // From 1,517.7 to 2,000 in five years; 1,781.8 were observed after four.
/// let path = ConstantGrowth::new(dec!(1517.7), dec!(2000), Years::whole(5))?;
/// let expected = path.project(dec!(1517.7), Years::whole(4))?;
/// assert_eq!(expected.round_dp(2), dec!(1892.61));
/// // Behind the path, behind 95 % of the way expected, ahead of 60 % of it.
/// let against = |share| path.compare([dec!(1517.7), dec!(1781.8)], Years::whole(4), share);
/// assert_eq!(against(dec!(1))?, Ordering::Less);
/// assert_eq!(against(dec!(0.95))?, Ordering::Less);
/// assert_eq!(against(dec!(0.6))?, Ordering::Greater);
/// # Ok::<(), milepost::growth::GrowthError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ConstantGrowth {
    pub(crate) factor: Ratio,
    /// Units of time, above zero.
    pub(crate) over: u64,
}

impl ConstantGrowth {
    /// The growth that leads from one value to the other in that time.
    ///
    /// # Errors
    ///
    /// - [`GrowthError::Zero`], [`GrowthError::Crossing`], [`GrowthError::BothNegative`] unless both values are above
    ///   0;
    /// - [`GrowthError::EmptySpan`], [`GrowthError::NegativeSpan`] unless time passes.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::growth::ConstantGrowth;
    /// use milepost::{Years, dec};
    ///
    /// // From 100 in 2015 to 200 in 2030: after five years, a third of the time, the cube root of 2 times 100.
    /// let path = ConstantGrowth::new(dec!(100), dec!(200), Years::whole(15))?;
    /// assert_eq!(path.project(dec!(100), Years::whole(5))?.round_dp(1), dec!(126.0));
    /// // No rate leads from nothing to something.
    /// assert!(ConstantGrowth::new(dec!(0), dec!(200), Years::whole(15)).is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn new(from: Decimal, to: Decimal, over: Years) -> Result<Self, GrowthError> {
        Ok(Self {
            factor: growth_ratio(from, to)?,
            over: positive_span(over)?,
        })
    }

    /// The growth at this rate: by 1 + rate every year, exactly.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::growth::ConstantGrowth;
    /// use milepost::{Rate, Years, dec};
    ///
    /// // 3 % a year for two years, and half a year of it.
    /// let growth = ConstantGrowth::at_rate(Rate::new(dec!(0.03))?);
    /// assert_eq!(growth.project(dec!(100), Years::whole(2))?, dec!(106.09));
    /// assert_eq!(growth.project(dec!(100), Years::months(6))?.round_dp(4), dec!(101.4889));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn at_rate(rate: Rate) -> Self {
        Self {
            factor: Ratio::of_rate(rate),
            over: Years::UNITS_PER_YEAR.unsigned_abs(),
        }
    }

    /// The compound rate per year, rounded once.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`] and [`GrowthError::Underflow`], as for [`rate`](crate::growth::rate).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::growth::{ConstantGrowth, GrowthError};
    /// use milepost::{Years, dec};
    ///
    /// // Twice as much in ten years: the rule of thumb says 7 % a year.
    /// let doubling = ConstantGrowth::new(dec!(1), dec!(2), Years::whole(10))?;
    /// assert_eq!(format!("{:.4}", doubling.annual_rate()?), "7.1773 %");
    /// // Twice as much in a day is a growth, and no decimal holds its rate per year.
    /// let outbreak = ConstantGrowth::new(dec!(1), dec!(2), Years::from_units(Years::UNITS_PER_YEAR / 365))?;
    /// assert_eq!(outbreak.annual_rate(), Err(GrowthError::Overflow));
    /// # Ok::<(), GrowthError>(())
    /// ```
    pub fn annual_rate(self) -> Result<Rate, GrowthError> {
        annual_rate(&Prepared::for_rounding(self.factor), self.over)
    }

    /// Where a value stands after growing for that time.
    ///
    /// ```text
    /// value × (to ÷ from)^(by ÷ over)
    /// ```
    ///
    /// Rounded once. The time may be negative or zero.
    ///
    /// # Errors
    ///
    /// - [`GrowthError::Negative`] if the value is below 0 (0 stays 0);
    /// - [`GrowthError::Overflow`], [`GrowthError::Underflow`] if no decimal is near the result.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::growth::{ConstantGrowth, GrowthError};
    /// use milepost::{Years, dec};
    ///
    /// // A quarter more in ten years, from 80 to 100; what that growth makes of 120, and of a loss.
    /// let growth = ConstantGrowth::new(dec!(80), dec!(100), Years::whole(10))?;
    /// assert_eq!(growth.project(dec!(120), Years::whole(10))?, dec!(150));
    /// assert_eq!(growth.project(dec!(100), Years::whole(-10))?, dec!(80));
    /// assert!(matches!(growth.project(dec!(-5), Years::whole(10)), Err(GrowthError::Negative { .. })));
    /// # Ok::<(), GrowthError>(())
    /// ```
    pub fn project(self, value: Decimal, by: Years) -> Result<Decimal, GrowthError> {
        self.projected(value, Exponent::quotient(by.units(), self.over))
    }

    /// Where a value stands after growing for a `share` of the time `by`: the value at which a cut of 60 % lies, for a
    /// share of 0.6.
    ///
    /// ```text
    /// value × (to ÷ from)^(share × by ÷ over)
    /// ```
    ///
    /// Rounded once. The share may be negative, or above 1.
    ///
    /// # Errors
    ///
    /// Those of [`ConstantGrowth::project`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth::ConstantGrowth};
    ///
    /// let path = ConstantGrowth::new(dec!(1517.7), dec!(2000), Years::whole(5))?;
    /// let cut = path.project_share(dec!(1517.7), Years::whole(4), dec!(0.6))?;
    /// assert_eq!(cut.round_dp(1), dec!(1732.7));
    /// # Ok::<(), milepost::growth::GrowthError>(())
    /// ```
    pub fn project_share(self, value: Decimal, by: Years, share: Decimal) -> Result<Decimal, GrowthError> {
        self.projected(value, Exponent::share_of_time(share, by, self.over))
    }

    /// How the growth from `start` to `observed` compares with this growth over a `share` of the time `by`.
    ///
    /// ```text
    /// observed ÷ start   against   (to ÷ from)^(share × by ÷ over)
    /// ```
    ///
    /// Decided exactly: `Equal` if and only if the two are equal. For falling growth, `Less` is the side of the goal. A
    /// value of 0 or less is below every path that compounds.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Start`] unless `start` is above 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::cmp::Ordering;
    ///
    /// use milepost::{Years, dec, growth::ConstantGrowth};
    ///
    /// let path = ConstantGrowth::new(dec!(100), dec!(161.051), Years::whole(5))?;
    /// let after_two_years = |observed| path.compare([dec!(100), observed], Years::whole(2), dec!(1));
    /// assert_eq!(after_two_years(dec!(121))?, Ordering::Equal);
    /// assert_eq!(after_two_years(dec!(120.9999999999999999999999999))?, Ordering::Less);
    /// # Ok::<(), milepost::growth::GrowthError>(())
    /// ```
    pub fn compare(self, [start, observed]: [Decimal; 2], by: Years, share: Decimal) -> Result<Ordering, GrowthError> {
        if start.is_zero() || start.is_sign_negative() {
            return Err(GrowthError::Start { start });
        }
        // A value of zero or less is no power.
        Ok(Ratio::between(start, observed).map_or(Ordering::Less, |grown| {
            let (grown, factor) = (Prepared::of(grown), Prepared::of(self.factor));
            grown.compare(&factor, Exponent::share_of_time(share, by, self.over))
        }))
    }

    /// How a chain of yearly rates compares with this growth over a `share` of the time `by`.
    ///
    /// ```text
    /// (1 + r₁) × … × (1 + rₙ)   against   (to ÷ from)^(share × by ÷ over)
    /// ```
    ///
    /// Decided exactly, although the product can have any number of digits. Without rates it is 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::cmp::Ordering;
    ///
    /// use milepost::{Rate, Years, dec, growth::ConstantGrowth};
    ///
    /// // −17 % in five years, and the rates of the first three.
    /// let promise = ConstantGrowth::new(dec!(1), dec!(0.83), Years::whole(5)).map_err(|_| "a path")?;
    /// let yearly = [dec!(0.0151), dec!(-0.022), dec!(-0.0418)].map(Rate::new);
    /// let yearly = yearly.into_iter().collect::<Result<Vec<_>, _>>().map_err(|_| "rates")?;
    /// // Above the falling path, and above half of it too.
    /// assert_eq!(promise.compare_yearly(&yearly, Years::whole(3), dec!(1)), Ordering::Greater);
    /// assert_eq!(promise.compare_yearly(&yearly, Years::whole(3), dec!(0.5)), Ordering::Greater);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn compare_yearly(self, rates: &[Rate], by: Years, share: Decimal) -> Ordering {
        self.compare_factor(&product_of(rates.iter().copied()), by, share)
    }

    /// How an exact `factor` compares with the factor of this growth over a `share` of the time `by`.
    pub(crate) fn compare_factor(self, factor: &Real, by: Years, share: Decimal) -> Ordering {
        factor.compare_with_power(self.factor, Exponent::share_of_time(share, by, self.over))
    }

    /// Where a value stands after growing for the time `by`, exactly.
    pub(crate) fn project_exactly(self, value: Decimal, by: Years) -> Real {
        Real::power_of(self.factor, Exponent::quotient(by.units(), self.over)).times(&Real::from(value))
    }

    /// The value times a power of the growth's factor, rounded once.
    #[inline]
    fn projected(self, value: Decimal, exponent: Exponent) -> Result<Decimal, GrowthError> {
        if value.is_sign_negative() && !value.is_zero() {
            return Err(GrowthError::Negative { value });
        }
        let [projected] = scaled_powers(value, &Prepared::for_rounding(self.factor), [exponent]);
        Ok(projected?)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

    use super::*;
    use crate::dec;

    const SMALLEST: Decimal = dec!(0.0000000000000000000000000001);

    #[test]
    fn values_exactly_on_the_path_are_equal_and_their_neighbours_are_not() {
        let unit = dec!(0.000000000000000000000001);
        for (from, to, months, by, share, start, observed) in [
            (dec!(100), dec!(161.051), 60, 24, dec!(1), dec!(100), dec!(121)),
            (dec!(100), dec!(161.051), 60, 24, dec!(0.5), dec!(100), dec!(110)),
            (dec!(100), dec!(161.051), 60, -12, dec!(1), dec!(121), dec!(110)),
            (dec!(1024), dec!(1), 120, 12, dec!(3), dec!(8), dec!(1)),
            (dec!(1), dec!(1.331), 36, 60, dec!(0.6), dec!(7), dec!(9.317)),
            (dec!(1000), dec!(2000), 60, 48, dec!(0), dec!(1234.5), dec!(1234.5)),
            (dec!(3), dec!(3.0), 60, 48, dec!(0.123), dec!(1234.5), dec!(1234.50)),
        ] {
            let growth = ConstantGrowth::new(from, to, Years::months(months)).unwrap();
            let against = |observed| growth.compare([start, observed], Years::months(by), share).unwrap();
            assert_eq!(against(observed), Ordering::Equal, "{from} → {to}");
            assert_eq!(
                against(observed.checked_add(unit).unwrap()),
                Ordering::Greater,
                "{from} → {to}"
            );
            assert_eq!(
                against(observed.checked_sub(unit).unwrap()),
                Ordering::Less,
                "{from} → {to}"
            );
            let projected = growth.project_share(start, Years::months(by), share).unwrap();
            assert_eq!(projected, observed, "{from} → {to}");
        }
    }

    #[test]
    fn a_comparison_needs_a_start_above_zero_and_takes_any_observation() {
        let growth = ConstantGrowth::new(dec!(1), dec!(2), Years::whole(1)).unwrap();
        let against = |start, observed| growth.compare([start, observed], Years::whole(1), dec!(1));
        assert_eq!(against(dec!(0), dec!(1)), Err(GrowthError::Start { start: dec!(0) }));
        assert_eq!(against(dec!(-1), dec!(1)), Err(GrowthError::Start { start: dec!(-1) }));
        assert_eq!(against(dec!(1), dec!(0)), Ok(Ordering::Less));
        assert_eq!(against(dec!(1), dec!(-2)), Ok(Ordering::Less));
    }

    fn growth(from: Decimal, to: Decimal, months: u64) -> ConstantGrowth {
        let over = months * 4_530_960 / 12;
        ConstantGrowth {
            factor: Ratio::between(from, to).unwrap(),
            over,
        }
    }

    /// The compound rate per year, exactly.
    fn rate_of(growth: ConstantGrowth) -> Real {
        Real::power_of(growth.factor, Exponent::quotient(Years::UNITS_PER_YEAR, growth.over)).minus(&Real::one())
    }

    /// How a rate compares with a multiple of another, as rules ask: at once, and by the number less what is due.
    fn every_way(actual: ConstantGrowth, multiple: Decimal, required: ConstantGrowth) -> Ordering {
        let (actual, due) = (rate_of(actual), rate_of(required).times(&Real::from(multiple)));
        let ordering = actual.cmp(&due);
        assert_eq!(due.minus(&actual).side().reverse(), ordering);
        ordering
    }

    /// Against answers with 400 digits.
    #[test]
    fn rates_compare_as_many_digits_say() {
        let rows = include_str!("../../tests/data/growth.tsv").lines();
        let rates = rows.filter_map(|row| row.strip_prefix("rates\t"));
        let mut count = 0;
        for row in rates {
            let columns: Vec<_> = row.split('\t').collect();
            let [from, at, span, multiple, base, to, over, side] = columns.try_into().unwrap();
            let growth = |from: &str, to: &str, over: &str| {
                let [from, to] = [from, to].map(|text| text.parse().unwrap());
                ConstantGrowth::new(from, to, Years::from_units(over.parse().unwrap())).unwrap()
            };
            let ordering = every_way(
                growth(from, at, span),
                multiple.parse().unwrap(),
                growth(base, to, over),
            );
            let expected = match side {
                "below" => Ordering::Less,
                "equal" => Ordering::Equal,
                _ => Ordering::Greater,
            };
            assert_eq!(ordering, expected, "{row}");
            count += 1;
        }
        assert!(count > 500);
    }

    #[test]
    fn rates_on_a_multiple_of_another_are_equal_and_their_neighbours_are_not() {
        let unit = dec!(0.000000000000000000000001);
        for (observed, months, multiple, goal, over) in [
            // 2 % a year against 0.4 times 5 %, and so on; both spans whole years.
            (dec!(104.04), 24, dec!(0.4), dec!(127.62815625), 60),
            (dec!(110.25), 24, dec!(0.5), dec!(121), 24),
            (dec!(105), 12, dec!(0.5), dec!(146.41), 48),
            (dec!(81), 24, dec!(-1), dec!(133.1), 36),
            (dec!(121), 24, dec!(-0.5), dec!(64), 24),
            (dec!(72.9), 36, dec!(0.5), dec!(64), 24),
            // A month that grows by 10 %: 1.1^12 − 1 a year, and 1 + 2 (1.1^12 − 1) is no decimal; twice the rate of
            // half a year is.
            (dec!(142), 12, dec!(2), dec!(110), 6),
            // Equal for the multiple 1, whatever the roots.
            (dec!(144), 24, dec!(1), dec!(172.8), 36),
            (dec!(150), 24, dec!(1.0), dec!(183.7117307087383573647963056), 36),
        ] {
            let required = growth(dec!(100), goal, over);
            let against = |observed| every_way(growth(dec!(100), observed, months), multiple, required);
            let expected = if goal.scale() > 20 {
                against(observed)
            } else {
                Ordering::Equal
            };
            assert_eq!(against(observed), expected, "{observed}");
            assert_eq!(against(observed + unit), Ordering::Greater, "{observed}");
            assert_eq!(against(observed - unit), Ordering::Less, "{observed}");
        }
    }

    #[test]
    fn multiples_of_nothing_and_rates_of_zero() {
        let (rising, flat, falling) = (
            growth(dec!(1), dec!(2), 7),
            growth(dec!(3), dec!(3.0), 5),
            growth(dec!(2), dec!(1), 7),
        );
        for (actual, multiple, required, expected) in [
            (rising, dec!(0), falling, Ordering::Greater),
            (rising, dec!(3), flat, Ordering::Greater),
            (flat, dec!(3), flat, Ordering::Equal),
            (flat, dec!(3), rising, Ordering::Less),
            (flat, dec!(-3), rising, Ordering::Greater),
            (falling, dec!(0.5), rising, Ordering::Less),
            (falling, dec!(-0.5), rising, Ordering::Greater),
            (rising, dec!(-0.5), rising, Ordering::Greater),
        ] {
            assert_eq!(
                every_way(actual, multiple, required),
                expected,
                "{actual:?} {multiple} {required:?}"
            );
        }
    }

    #[test]
    fn rates_beyond_all_numbers_are_compared_too() {
        let day = |from, to| ConstantGrowth {
            factor: Ratio::between(from, to).unwrap(),
            over: 12_180,
        };
        let smallest = dec!(0.0000000000000000000000000001);
        let (huge, tiny) = (day(smallest, Decimal::MAX), day(Decimal::MAX, smallest));
        assert_eq!(every_way(huge, dec!(2), huge), Ordering::Less);
        assert_eq!(every_way(huge, dec!(0.5), huge), Ordering::Greater);
        assert_eq!(every_way(tiny, dec!(1.5), tiny), Ordering::Greater);
        assert_eq!(every_way(tiny, dec!(-0.5), huge), Ordering::Greater);
        // Twice a halving each year, and the reverse of a doubling, are losses of all there is, and no loss in a day
        // comes up to that.
        let (halving, doubling) = (growth(dec!(2), dec!(1), 12), growth(dec!(1), dec!(2), 12));
        for (multiple, required) in [(dec!(2), halving), (dec!(3), halving), (dec!(-1), doubling)] {
            assert_eq!(every_way(tiny, multiple, required), Ordering::Greater, "{multiple}");
        }
        assert_eq!(every_way(tiny, dec!(1.9999999999999999), halving), Ordering::Less);
        // A rate of 34 % or of −50 %, against that part of a loss of nearly all there is: what is left of it decides.
        let (third, half) = (growth(dec!(1), dec!(2.406104), 36), halving);
        for (actual, multiple, expected) in [
            (third, dec!(-0.34), Ordering::Greater),
            (third, dec!(-0.3400000000000001), Ordering::Less),
            (half, dec!(0.5), Ordering::Less),
            (half, dec!(0.5000000000000001), Ordering::Greater),
        ] {
            assert_eq!(every_way(actual, multiple, tiny), expected, "{multiple}");
        }
    }

    fn every(from: Decimal, to: Decimal, over: i64) -> ConstantGrowth {
        ConstantGrowth::new(from, to, Years::from_units(over)).unwrap()
    }

    fn power_of_two(bits: u32) -> Decimal {
        Decimal::from_i128_with_scale(1 << bits, 0)
    }

    const YEAR: i64 = Years::UNITS_PER_YEAR;

    /// A = k G of thousands of digits, which are the same but for k and 1; and with another k.
    #[test]
    fn equal_factors_of_many_digits_are_compared_in_no_time() {
        let begun = std::time::Instant::now();
        for q in [1, 2, 20, 45, 93] {
            let growth = |bits| every(SMALLEST, power_of_two(bits), YEAR / i64::from(q));
            let (high, low) = (growth(95), growth(94));
            let exact = power_of_two(q);
            for (multiple, side) in [
                (exact, Ordering::Greater),
                (exact + dec!(1), Ordering::Less),
                (exact - dec!(1), Ordering::Greater),
                (-exact, Ordering::Greater),
            ] {
                assert_eq!(every_way(high, multiple, low), side, "{q} {multiple}");
            }
            if q <= 20 {
                let part = dec!(1).checked_div(exact).unwrap();
                assert_eq!(every_way(low, part, high), Ordering::Less, "{q}");
            }
        }
        assert!(begun.elapsed().as_secs() < 2, "{:?}", begun.elapsed());
    }

    /// Growth in the smallest time there is: its yearly factor has hundreds of megabits.
    #[test]
    fn factors_of_millions_of_digits_are_compared_in_no_time() {
        let begun = std::time::Instant::now();
        let (huge, tiny) = (every(SMALLEST, Decimal::MAX, 1), every(Decimal::MAX, SMALLEST, 1));
        let (third, quarter) = (every(dec!(4), dec!(3), YEAR), every(dec!(4), dec!(5), YEAR));
        for (actual, multiple, required, side) in [
            (huge, dec!(2), huge, Ordering::Less),
            (huge, dec!(0.5), huge, Ordering::Greater),
            (tiny, dec!(-0.5), huge, Ordering::Greater),
            (tiny, dec!(0.5), tiny, Ordering::Less),
            (quarter, dec!(-0.25), tiny, Ordering::Greater),
            (third, dec!(0.25), tiny, Ordering::Less),
            (tiny, dec!(4), third, Ordering::Greater),
            (tiny, dec!(-4), quarter, Ordering::Greater),
            (tiny, dec!(3.9999999999999999999999999999), third, Ordering::Less),
        ] {
            let compared = every_way(actual, multiple, required);
            assert_eq!(compared, side, "{actual:?} {multiple} {required:?}");
        }
        assert!(begun.elapsed().as_secs() < 2, "{:?}", begun.elapsed());
    }

    /// 2⁴⁰ − 1 = (2²⁰ + 1) (2²⁰ − 1), and the same with 180 and 90.
    #[test]
    fn ties_of_large_powers_are_seen() {
        let powers_of_two = |bits, q| every(dec!(1), power_of_two(bits), YEAR / q);
        for (actual, multiple, required) in [
            (powers_of_two(1, 40), dec!(1048577), powers_of_two(1, 20)),
            (
                powers_of_two(1, 180),
                dec!(1237940039285380274899124225),
                powers_of_two(2, 45),
            ),
        ] {
            assert_eq!(every_way(actual, multiple, required), Ordering::Equal, "{multiple}");
            assert_eq!(
                every_way(actual, multiple + dec!(0.1), required),
                Ordering::Less,
                "{multiple}"
            );
        }
    }
}
