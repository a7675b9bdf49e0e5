//! Growth against answers computed with 400 digits: `data/growth.tsv`, written by the recipe `data/growth.py`.
//!
//! Values as plans state them and of 28 digits at any scale, spans of years, months and single units, the closest cases of many to
//! the middle between two decimals, exact middles, values on the path and one unit of the last place beside it.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use core::cmp::Ordering;
use std::time::{Duration, Instant};

use milepost::growth::{self, ConstantGrowth, GrowthError};
use milepost::{Decimal, Rate, Years, dec, decimal};

const REFERENCE: &str = include_str!("data/growth.tsv");

fn value(text: &str) -> Decimal {
    decimal::parse(text).unwrap()
}

fn span(text: &str) -> Years {
    Years::from_units(text.parse().unwrap())
}

fn shown(result: Result<Decimal, GrowthError>) -> String {
    match result {
        Ok(value) => value.to_string(),
        Err(GrowthError::Overflow) => "overflow".to_owned(),
        Err(GrowthError::Underflow) => "underflow".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn side(ordering: Ordering) -> String {
    match ordering {
        Ordering::Less => "below".to_owned(),
        Ordering::Equal => "equal".to_owned(),
        Ordering::Greater => "above".to_owned(),
    }
}

fn answer(question: &str, case: &[&str]) -> String {
    match (question, case) {
        ("rate", [from, to, over]) => {
            let required = growth::required_annual(value(from), value(to), span(over));
            shown(required.map(Rate::as_decimal))
        }
        ("project", [from, to, over, start, by, share]) => {
            let path = ConstantGrowth::new(value(from), value(to), span(over)).unwrap();
            if *share == "1" {
                assert_eq!(
                    path.project(value(start), span(by)),
                    path.project_share(value(start), span(by), Decimal::ONE)
                );
            }
            shown(path.project_share(value(start), span(by), value(share)))
        }
        ("compare", [from, to, over, start, by, share, observed]) => {
            let path = ConstantGrowth::new(value(from), value(to), span(over)).unwrap();
            let ordering = path.compare([start, observed].map(|text| value(text)), span(by), value(share));
            side(ordering.unwrap())
        }
        ("yearly", [from, rates @ ..]) => {
            let rates: Vec<_> = rates.iter().map(|text| Rate::new(value(text)).unwrap()).collect();
            shown(growth::compound_yearly(value(from), &rates))
        }
        ("share", [from, at, to]) => shown(growth::share_of_way_compound(value(from), value(at), value(to))),
        ("cumulative", [base, values @ ..]) => {
            let values: Vec<_> = values.iter().map(|text| value(text)).collect();
            let average = growth::average_cumulative(value(base), &values);
            shown(average.map(Rate::as_decimal))
        }
        _ => panic!("no such question: {question} {case:?}"),
    }
}

#[test]
fn every_answer_is_the_nearest_decimal_and_every_comparison_right() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    // Only rules compare rates: a test of the room does.
    for row in REFERENCE.lines().filter(|row| !row.starts_with("rates\t")) {
        let columns: Vec<_> = row.split('\t').collect();
        let [question, case @ .., expected] = columns.as_slice() else {
            panic!("a row has a question and an answer: {row}");
        };
        count += 1;
        let given = answer(question, case);
        if given != *expected {
            wrong.push(format!("{row}: {given}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 1_500);
}

/// What no number of digits decides is not looked for in ever more of them. The bound is a thousand times what it takes.
#[test]
fn what_lies_in_the_middle_between_two_decimals_takes_no_time() {
    let begun = Instant::now();
    for (end, rate, size) in [
        (
            dec!(536870915),
            dec!(0.0000000055879354476928710938),
            dec!(1.0000000055879354476928710938),
        ),
        (
            dec!(536870919),
            dec!(0.0000000130385160446166992188),
            dec!(1.0000000130385160446166992188),
        ),
    ] {
        let points: Vec<_> = [(Years::ZERO, dec!(536870912)), (Years::whole(1), end)]
            .into_iter()
            .cycle()
            .take(40)
            .collect();
        let trend = growth::log_linear_trend(&points, None).unwrap();
        assert_eq!(trend.annual_rate().map(Rate::as_decimal), Ok(rate));
        let halved = [(Years::ZERO, end), (Years::whole(1), end.checked_div(dec!(2)).unwrap())];
        let halved = growth::log_linear_trend(&halved, None).unwrap();
        assert_eq!(halved.at(Years::whole(29)), Ok(size));
    }
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

/// Growth at random against whole numbers: what is claimed of a power is a question of powers of whole numbers.
mod at_random {
    #![expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]

    use num_bigint::BigInt;
    use proptest::prelude::*;

    use super::*;

    /// A decimal in units of 10⁻²⁸.
    fn whole(value: Decimal) -> BigInt {
        BigInt::from(value.mantissa()) * BigInt::from(10).pow(28_u32.saturating_sub(value.scale()))
    }

    /// Half a step to either side of a decimal, in units of half of 10⁻²⁸: the step is 10 to the largest scale that holds the decimal.
    fn middles(value: Decimal) -> [BigInt; 2] {
        let size = value.mantissa().unsigned_abs();
        let holds = |scale: &u32| {
            let digits = size.checked_mul(10_u128.pow(scale.saturating_sub(value.scale())));
            *scale >= value.scale() && digits.is_some_and(|digits| digits < 1 << 96)
        };
        let scale = (0..=28).rev().find(holds).unwrap();
        let step = BigInt::from(10).pow(28_u32.saturating_sub(scale));
        let twice = whole(value) * 2;
        [&twice - &step, twice + step]
    }

    /// Fails unless the number lies between the middles: `side_of` tells where the number lies beside so many halves of 10⁻²⁸.
    fn assert_nearest(value: Decimal, side_of: impl Fn(&BigInt) -> Ordering) -> Result<(), TestCaseError> {
        let [below, above] = middles(value);
        let (low, high) = (side_of(&below), side_of(&above));
        // In the middle between two it is the even one.
        prop_assert!(
            low != Ordering::Less && high != Ordering::Greater,
            "{value} {low:?} {high:?}"
        );
        Ok(())
    }

    /// A value as plans state them, or of up to 28 digits.
    fn value() -> impl Strategy<Value = Decimal> {
        prop_oneof![
            3 => (1_i64..100_000, 0_u32..4).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
            1 => (1_i128..1 << 93, 0_u32..=28).prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa, scale)),
            1 => prop::sample::select(vec![
                Decimal::ONE,
                Decimal::MAX,
                dec!(0.0000000000000000000000000001),
                dec!(1.0000000000000000000000000001),
                dec!(161051),
                dec!(100000),
            ]),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// (1 + r)^months × from^12 is to^12.
        #[test]
        fn a_rate_is_the_nearest(from in value(), to in value(), months in prop_oneof![1_i32..60, (1_i32..30).prop_map(|years| years * 12)]) {
            let Ok(rate) = growth::rate(from, to, Years::months(months)) else { return Ok(()) };
            let months = months.unsigned_abs();
            let unit = BigInt::from(2) * BigInt::from(10).pow(28);
            let (from, to) = (whole(from).pow(12), whole(to).pow(12) * unit.pow(months));
            assert_nearest(rate.as_decimal(), |middle| to.cmp(&((&unit + middle).pow(months) * &from)))?;
        }

        /// start × (to ÷ from)^(by ÷ over), raised to the power of `over`.
        #[test]
        fn a_projection_is_the_nearest_and_compared_exactly(
            from in value(), to in value(), start in value(), observed in value(), over in 1_u32..25, by in 0_u32..25,
        ) {
            let years = |years: u32| Years::whole(i32::try_from(years).unwrap());
            let Ok(path) = ConstantGrowth::new(from, to, years(over)) else { return Ok(()) };
            let projected = path.project(start, years(by));
            // Everything twice, since middles are counted in halves.
            let twice: BigInt = whole(start) * 2;
            let truth = twice.pow(over) * whole(to).pow(by);
            let side_of = |middle: &BigInt| truth.cmp(&(middle.pow(over) * whole(from).pow(by)));
            if let Ok(projected) = projected {
                assert_nearest(projected, side_of)?;
            }
            let side = path.compare([start, observed], years(by), Decimal::ONE);
            prop_assert_eq!(side, Ok(side_of(&(whole(observed) * 2)).reverse()));
        }

        /// from × (1 + r)^years, and the same by one rate after the other.
        #[test]
        fn compounding_is_the_nearest(from in value(), rate in -9_999_i64..20_000, scale in 4_u32..9, years in 0_u32..30) {
            let rate = Rate::new(Decimal::new(rate, scale)).unwrap();
            let by = Years::whole(i32::try_from(years).unwrap());
            let again = vec![rate; usize::try_from(years).unwrap()];
            let compounded = growth::compound(from, rate, by);
            prop_assert_eq!(&growth::compound_yearly(from, &again), &compounded);
            let Ok(compounded) = compounded else { return Ok(()) };
            let one = BigInt::from(10).pow(28);
            let truth: BigInt = whole(from) * 2 * (&one + whole(rate.as_decimal())).pow(years);
            assert_nearest(compounded, |middle| truth.cmp(&(middle * one.pow(years))))?;
        }

        /// Of whole rates, what is expected is met exactly: no neighbour of it is.
        #[test]
        fn what_growth_expects_is_a_tie(start in 1_i64..1_000, percent in -50_i64..100, over in 1_u32..4, by in 1_u32..4) {
            let factor = percent.saturating_add(100);
            let after = |years: u32| {
                let units = start.saturating_mul(factor.saturating_pow(years)).saturating_mul(100_i64.saturating_pow(6_u32.saturating_sub(years)));
                Decimal::new(units, 12)
            };
            let years = |years: u32| Years::whole(i32::try_from(years).unwrap());
            let path = ConstantGrowth::new(after(0), after(over), years(over)).unwrap();
            let side = |value| path.compare([after(0), value], years(by), Decimal::ONE);
            let unit = dec!(0.0000000000000000000000000001);
            prop_assert_eq!(side(after(by)), Ok(Ordering::Equal));
            if let (Some(more), Some(less)) = (after(by).checked_add(unit), after(by).checked_sub(unit)) {
                if more != after(by) && less != after(by) {
                    prop_assert_eq!((side(less), side(more)), (Ok(Ordering::Less), Ok(Ordering::Greater)));
                }
            }
        }
    }
}
