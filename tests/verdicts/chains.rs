//! Goals that are read from the growth of each year, chained to an index.

use milepost::growth::GrowthError;
use milepost::{Baseline, Bound, Caveat, Goal, Measure, Missing, Reading, Reason, Shape, Status, Target, dec};

use crate::setting::{assessed, code, judged, judged_by, period, promise, quantity, round_cuts};

/// Energy per product −17 % from 2006 to 2010, as the statistics bureau of Qinghai worked it out in 2009.
fn qinghai() -> Target {
    Target::builder(
        code("energy"),
        quantity(Measure::GrowthRate),
        Goal::change_by_yearly_rates(Bound::AtMost(dec!(-0.17))),
        period("2010"),
    )
    .baseline(Baseline::observed(period("2005")))
    .build()
    .unwrap()
}

const YEARLY_CHANGES: [(&str, &str); 3] = [("2006", "1.51"), ("2007", "-2.20"), ("2008", "-4.18")];

/// The bureau published 0.9513, −1.65 % a year, 6.59 % a year still to go, 3.66 % required, and 26.8 % of the way. A share of
/// the differences instead of the logarithms would be 28.66 %.
#[test]
fn the_worked_example_of_qinghai() {
    let assessment = assessed(&qinghai(), &YEARLY_CHANGES, "2009-10-13");
    let facts = &assessment.evidence;
    let percent = |rate: Result<milepost::Rate, Missing>| (rate.unwrap().as_decimal() * dec!(100)).round_dp(6);
    // 1.0151 × 0.978 × 0.9582
    let figure = facts.observed.unwrap();
    assert_eq!(figure.reading, Reading::Exact(dec!(0.95127010596)));
    assert_eq!(figure.period, period("2006-01-01/P3Y"));
    assert_eq!(facts.baseline.unwrap().value, dec!(1));
    assert_eq!(facts.goal.unwrap().value, dec!(0.83));
    // ln(0.95127010596) ÷ ln(0.83)
    assert_eq!(facts.share_of_way.unwrap().round_dp(10), dec!(0.2681122029));
    assert_eq!(facts.share_of_time, Ok(dec!(0.6)));
    assert_eq!(percent(facts.growth_so_far), dec!(-1.651453));
    assert_eq!(percent(facts.growth_required), dec!(-3.658009));
    assert_eq!(percent(facts.growth_required_from_now), dec!(-6.591344));
    assert_eq!(assessment.verdict.status, Status::OffTrack);
}

#[test]
fn a_missing_year_ends_the_chain() {
    let from_2007 = judged(&qinghai(), &YEARLY_CHANGES[1..], "2009-10-13");
    assert_eq!(
        (from_2007.status, from_2007.reason),
        (Status::Unknown, Reason::from(Missing::chain_broken(period("2006"))))
    );
    let without_2007 = [YEARLY_CHANGES[0], YEARLY_CHANGES[2]];
    let verdict = judged(&qinghai(), &without_2007, "2008-10-13");
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::Worsening, Some(period("2006")))
    );
    assert!(!verdict.caveats.contains(Caveat::PeriodsUnknown));
    // The year 2008 is over and known, and no chain leads to it.
    let later = judged(&qinghai(), &without_2007, "2009-01-01");
    assert_eq!(later.deciding_period, Some(period("2006")));
    assert!(later.caveats.contains(Caveat::PeriodsUnknown));
    // A whole year that cannot be used is no part of one.
    assert!(!later.caveats.contains(Caveat::NewerFigureIsPartial));
}

/// A fall of more than 2 % leads below 0.98, where 0.9634 is expected.
#[test]
fn limits_of_a_rate_are_limits_of_the_index() {
    let only_a_bound = judged(&qinghai(), &[("2006", "<-2")], "2007-06-30");
    assert_eq!(only_a_bound.reason, Missing::bound_leaves_open(period("2006")));
    let newer_bound = judged(&qinghai(), &[("2006", "1.51"), ("2007", "<-2")], "2008-06-30");
    assert_eq!(newer_bound.deciding_period, Some(period("2006")));
    assert!(newer_bound.caveats.contains(Caveat::NewerFigureIsOnlyABound));
}

#[test]
fn rates_that_are_no_factor_end_the_chain() {
    let total_loss = judged(&qinghai(), &[("2006", "-100")], "2007-06-30");
    assert!(matches!(
        total_loss.reason,
        Reason::Missing(Missing::Growth {
            error: GrowthError::Zero { .. },
            ..
        })
    ));
    let quarters = judged(&qinghai(), &[("2006-Q1", "-2")], "2007-06-30");
    assert_eq!(quarters.reason, Missing::chain_broken(period("2006")));
    let beyond_all_decimals = judged(&qinghai(), &[("2006", "79228162514264337593543950335")], "2007-06-30");
    assert_eq!(beyond_all_decimals.status, Status::Worsening);
}

/// Growth of 3.1415 % a year from 2006 to 2021.
fn long_promise(bound: Bound) -> Target {
    Target::builder(
        code("output"),
        quantity(Measure::GrowthRate),
        Goal::average_growth_by_yearly_rates(bound),
        period("2021"),
    )
    .baseline(Baseline::observed(period("2006")))
    .build()
    .unwrap()
}

/// A rate for each year from 2007 on.
fn yearly(rates: &[&'static str]) -> Vec<(String, &'static str)> {
    (2007..)
        .zip(rates)
        .map(|(year, rate)| (year.to_string(), *rate))
        .collect()
}

fn status_after(target: &Target, rates: &[&'static str], as_of: &str) -> Status {
    let yearly = yearly(rates);
    let figures: Vec<_> = yearly.iter().map(|(year, rate)| (year.as_str(), *rate)).collect();
    judged_by(&round_cuts(), target, &figures, as_of).status
}

/// The product of fifteen such rates has 90 decimals. Rounded to 28 it is another number, and which side of the bound that lies on is
/// a matter of luck.
#[test]
fn a_long_chain_on_its_bound_is_decided_exactly() {
    let (at_least, more_than) = (
        long_promise(Bound::AtLeast(dec!(0.031415))),
        long_promise(Bound::MoreThan(dec!(0.031415))),
    );
    let (at_most, less_than) = (
        long_promise(Bound::AtMost(dec!(0.031415))),
        long_promise(Bound::LessThan(dec!(0.031415))),
    );
    let all = |last: &'static str| [&["3.1415"; 14][..], &[last]].concat();
    for (last, met) in [
        ("3.1415", [true, false, true, false]),
        ("3.14150000000000000000000001", [true, true, false, false]),
        ("3.14149999999999999999999999", [false, false, true, true]),
    ] {
        let statuses = [&at_least, &more_than, &at_most, &less_than]
            .map(|target| status_after(target, &all(last), "2022-01-31") == Status::Achieved);
        assert_eq!(statuses, met, "{last}");
    }
}

/// Half of the way after twelve years: six years of growth and six without, 36 decimals; and so for the other cuts.
#[test]
fn a_long_chain_on_a_cut_is_decided_exactly() {
    let target = long_promise(Bound::AtLeast(dec!(0.031415)));
    let years = |grown: usize, still: &'static str, last: &'static str| {
        let mut rates = vec!["3.1415"; grown];
        rates.resize(11, still);
        rates.push(last);
        status_after(&target, &rates, "2019-01-31")
    };
    for (grown, last, status) in [
        (6, "0", Status::Lagging),
        (6, "-0.00000000000000000000000001", Status::OffTrack),
        (6, "0.00000000000000000000000001", Status::Lagging),
        (11, "3.1415", Status::OnTrack),
        (11, "3.14149999999999999999999999", Status::Lagging),
        (0, "0", Status::OffTrack),
        (0, "-0.00000000000000000000000001", Status::Worsening),
    ] {
        assert_eq!(years(grown, "0", last), status, "{grown} {last}");
    }
}

#[test]
fn a_long_chain_on_a_straight_path_is_decided_exactly() {
    // 1.25 and 0.8 make 1, and each pair three decimals more.
    let target = Target::builder(
        code("prices"),
        quantity(Measure::GrowthRate),
        Goal::change_by_yearly_rates(Bound::AtLeast(dec!(0.4))),
        period("2046"),
    )
    .baseline(Baseline::observed(period("2006")))
    .shape(Shape::Linear)
    .build()
    .unwrap();
    // After 20 of 40 years 1.2 is due, and at half of that 1.1.
    let after_20 = |last: &'static str| {
        let rates = [&["25", "-20"].repeat(9)[..], &["0", last]].concat();
        status_after(&target, &rates, "2027-01-31")
    };
    for (last, status) in [
        ("20", Status::OnTrack),
        ("19.99999999999999999999999999", Status::Lagging),
        ("10", Status::Lagging),
        ("9.99999999999999999999999999", Status::OffTrack),
        ("0", Status::OffTrack),
        ("-0.00000000000000000000000001", Status::Worsening),
        ("40", Status::Achieved),
        ("39.99999999999999999999999999", Status::Ahead),
    ] {
        assert_eq!(after_20(last), status, "{last}");
    }
}

#[test]
fn half_a_unit_of_each_rate_can_be_too_close() {
    let target = long_promise(Bound::AtLeast(dec!(0.031)));
    let judged = |rate: &'static str| {
        let yearly = yearly(&[rate; 15]);
        let figures: Vec<_> = yearly.iter().map(|(year, rate)| (year.as_str(), *rate)).collect();
        judged(&target, &figures, "2022-01-31")
    };
    for (rate, status, is_too_close) in [
        ("3.1", Status::Achieved, true),
        ("3.14", Status::Achieved, false),
        ("3.09", Status::Missed, false),
        ("3.1000", Status::Achieved, true),
        ("3.1001", Status::Achieved, false),
    ] {
        let verdict = judged(rate);
        assert_eq!(verdict.status, status, "{rate}");
        assert_eq!(verdict.caveats.contains(Caveat::TooCloseToCall), is_too_close, "{rate}");
    }
}

/// The index that is shown is the product rounded once: 1.0000001^40 has 280 decimals, of which Python's fractions keep these.
#[test]
fn the_index_is_rounded_once() {
    let target = Target::builder(
        code("prices"),
        quantity(Measure::GrowthRate),
        Goal::change_by_yearly_rates(Bound::AtLeast(dec!(0.4))),
        period("2046"),
    )
    .baseline(Baseline::observed(period("2006")))
    .build()
    .unwrap();
    let yearly = yearly(&["0.00001"; 40]);
    let figures: Vec<_> = yearly.iter().map(|(year, rate)| (year.as_str(), *rate)).collect();
    let facts = assessed(&target, &figures, "2047-01-31").evidence;
    assert_eq!(
        facts.observed.unwrap().reading,
        Reading::Exact(dec!(1.0000040000078000098800091390))
    );
}

#[test]
fn an_average_of_yearly_rates_on_its_edge() {
    let target = Target::builder(
        code("revenue"),
        quantity(Measure::GrowthRate),
        Goal::average_growth_by_yearly_rates(Bound::AtLeast(dec!(0.1))),
        period("2023"),
    )
    .baseline(Baseline::observed(period("2021")))
    .build()
    .unwrap();
    for (rates, status) in [
        (["10", "10"], Status::Achieved),
        // 1.21 ÷ 1.25 − 1 = −3.2 %
        (["25", "-3.2"], Status::Achieved),
        (["25", "-3.2000000001"], Status::Missed),
        // The mean of the rates is 10 %, the growth is not: 1.3 × 0.9 = 1.17.
        (["30", "-10"], Status::Missed),
    ] {
        let figures = [("2022", rates[0]), ("2023", rates[1])];
        assert_eq!(judged(&target, &figures, "2024-01-01").status, status, "{rates:?}");
    }
    let facts = assessed(&target, &[("2022", "10")], "2023-01-01").evidence;
    assert_eq!(facts.share_of_way, Ok(dec!(0.5)));
    assert_eq!(facts.pace, Ok(dec!(1)));
    assert_eq!(facts.growth_required.unwrap().as_decimal(), dec!(0.1));
}

#[test]
fn a_chain_is_no_more_certain_than_its_links() {
    let figures = [("2006", "~1.51"), ("2007", "-2.20 provisional"), ("2008", "-4.18")];
    let assessment = assessed(&qinghai(), &figures, "2009-10-13");
    assert!(assessment.verdict.caveats.contains(Caveat::Provisional));
    assert!(assessment.verdict.caveats.contains(Caveat::Approximate));
    assert_eq!(
        assessment.evidence.observed.unwrap().reading,
        Reading::Approximate(dec!(0.95127010596))
    );
}

#[test]
fn a_chain_ends_with_the_deadline() {
    let figures = [
        ("2006", "-3"),
        ("2007", "-3"),
        ("2008", "-3"),
        ("2009", "-3"),
        ("2010", "-7"),
        ("2011", "-50"),
    ];
    // 0.97^4 × 0.93 = 0.8233…, below 0.83; and 2011 is no part of it.
    let verdict = judged(&qinghai(), &figures, "2012-06-30");
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::Achieved, Some(period("2006-01-01/P5Y")))
    );
    let missed = judged(&qinghai(), &[&figures[..4], &[("2010", "-6")]].concat(), "2012-06-30");
    // 0.97^4 × 0.94 = 0.8322…
    assert_eq!(missed.status, Status::Missed);
}

#[test]
fn rates_of_another_unit_are_converted() {
    let target = promise(
        Measure::GrowthRate,
        Goal::change_by_yearly_rates(Bound::AtLeast(dec!(0.2))),
    )
    .baseline(Baseline::observed(period("2021")))
    .build()
    .unwrap();
    let series = crate::setting::series_in(&milepost::Unit::ratio(), &[("2022", "0.05")]);
    let as_of = crate::setting::day("2023-01-31");
    let facts = crate::setting::assessed_by(&milepost::Rule::pace(), &target, &series, as_of).evidence;
    assert_eq!(facts.observed.unwrap().reading, Reading::Exact(dec!(1.05)));
}
