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
            let ordering = path.compare(value(start), span(by), value(share), value(observed));
            side(ordering.unwrap())
        }
        ("rates", [from, at, span_of, multiple, base, to, over]) => {
            let actual = ConstantGrowth::new(value(from), value(at), span(span_of)).unwrap();
            let required = ConstantGrowth::new(value(base), value(to), span(over)).unwrap();
            side(actual.compare_rate(value(multiple), required))
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
    for row in REFERENCE.lines() {
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
