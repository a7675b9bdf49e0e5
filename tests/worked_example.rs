//! The headline of a published plan, worked by hand for three dates.
//!
//! Gross regional product of Yuzhong district, in 億元: baseline 1517.7 (2021), goal more than 2,000 (2026). The figures are those
//! that the district published, each on its day; the arithmetic of each date was done by hand.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not there")]

use milepost::value::Interval;
use milepost::{
    AsOf, Baseline, Bound, Caveat, Decimal, Goal, Ground, Measure, Missing, NaiveDate, Observation, Published,
    Quantity, Reading, Rule, Series, Status, Target, Unit, assess, dec,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn unit() -> Unit {
    Unit::new("CNY".parse().unwrap(), 8).unwrap()
}

fn target() -> Target {
    Target::builder(
        "gdp-2026".parse().unwrap(),
        Quantity::new(Measure::Flow, unit()),
        Goal::level(Bound::MoreThan(dec!(2000))),
        "2026".parse().unwrap(),
    )
    .baseline(Baseline::observed("2021".parse().unwrap()))
    .build()
    .unwrap()
}

fn series() -> Series {
    let figure = |period: &str, reading: Reading, published: &str| {
        Observation::new(period.parse().unwrap(), reading).published_on(day(published))
    };
    Series::new(
        "gdp".parse().unwrap(),
        unit(),
        vec![
            figure("2021", Interval::more_than(dec!(1400)).into(), "2022-01-14"),
            Observation::new("2021".parse().unwrap(), dec!(1517.7))
                .with_published(Published::NotBefore(day("2023-01-01"))),
            figure("2022", dec!(1560.9).into(), "2023-02-03"),
            figure("2023", Interval::more_than(dec!(1600)).into(), "2024-01-15"),
            figure("2023", dec!(1631.3).into(), "2024-02-09"),
            figure("2025", dec!(1781.8).into(), "2026-01-26"),
        ],
    )
    .unwrap()
}

fn rounded(fact: Result<Decimal, Missing>, places: u32) -> Decimal {
    fact.unwrap().round_dp(places)
}

#[test]
fn as_of_the_end_of_january_2026() {
    let assessment = assess(&target(), &series(), day("2026-01-31"), &Rule::pace());
    let facts = &assessment.evidence;
    assert_eq!(assessment.verdict.status, Status::Lagging);
    assert_eq!(assessment.verdict.reason, Ground::Pace);
    assert_eq!(facts.observed.unwrap().reading, Reading::Exact(dec!(1781.8)));
    assert_eq!(rounded(facts.growth_required.map(Decimal::from), 5), dec!(0.05674));
    assert_eq!(rounded(facts.growth_so_far.map(Decimal::from), 5), dec!(0.04092));
    assert_eq!(rounded(facts.share_of_way, 4), dec!(0.5814));
    assert_eq!(facts.share_of_time, Ok(dec!(0.8)));
    assert_eq!(rounded(facts.pace, 3), dec!(0.727));
    assert_eq!(rounded(facts.expected, 2), dec!(1892.61));
    assert_eq!(rounded(facts.gap, 2), dec!(-110.81));
    assert_eq!(
        rounded(facts.growth_required_from_now.map(Decimal::from), 5),
        dec!(0.12246)
    );
    assert_eq!(rounded(facts.times_faster, 2), dec!(2.99));
    assert_eq!(rounded(facts.projection, 2), dec!(1854.72));
    assert_eq!(facts.arrival.unwrap().to_string(), "2028");
    let cuts: Vec<_> = assessment
        .cuts
        .unwrap()
        .iter()
        .map(|cut| (cut.status, cut.value.round_dp(1)))
        .collect();
    assert_eq!(
        cuts[..3],
        [
            (Status::Ahead, dec!(1913.6)),
            (Status::OnTrack, dec!(1871.8)),
            (Status::Lagging, dec!(1732.7)),
        ]
    );
}

#[test]
fn as_of_the_20th_of_february_2024() {
    let assessment = assess(&target(), &series(), day("2024-02-20"), &Rule::pace());
    let facts = &assessment.evidence;
    assert_eq!(assessment.verdict.status, Status::Lagging);
    assert_eq!(facts.observed.unwrap().reading, Reading::Exact(dec!(1631.3)));
    assert_eq!(rounded(facts.expected, 1), dec!(1694.8));
    assert_eq!(rounded(facts.gap, 1), dec!(-63.5));
    assert_eq!(rounded(facts.share_of_way, 4), dec!(0.2616));
    assert_eq!(facts.share_of_time, Ok(dec!(0.4)));
    assert_eq!(rounded(facts.pace, 3), dec!(0.654));
    assert_eq!(
        rounded(facts.growth_required_from_now.map(Decimal::from), 5),
        dec!(0.07028)
    );
    assert_eq!(rounded(facts.growth_so_far.map(Decimal::from), 5), dec!(0.03675));
}

#[test]
fn as_of_the_8th_of_february_2024() {
    let assessment = assess(&target(), &series(), day("2024-02-08"), &Rule::pace());
    let facts = &assessment.evidence;
    assert_eq!(assessment.verdict.status, Status::OffTrack);
    assert!(assessment.verdict.caveats.contains(Caveat::NewerFigureIsOnlyABound));
    assert_eq!(facts.observed.unwrap().reading, Reading::Exact(dec!(1560.9)));
    assert_eq!(facts.newer_bound.unwrap().period.to_string(), "2023");
    assert_eq!(rounded(facts.pace, 4), dec!(0.5085));
}

#[test]
fn what_was_not_known_yet_is_not_there() {
    // Before 2023 the only figure of the baseline was a bound.
    let assessment = assess(&target(), &series(), AsOf::from(day("2022-06-30")), &Rule::pace());
    assert_eq!(
        assessment.evidence.baseline,
        Err(Missing::baseline_is_only_a_bound("2021".parse().unwrap()))
    );
    assert_eq!(assessment.verdict.status, Status::NotDue);
}
