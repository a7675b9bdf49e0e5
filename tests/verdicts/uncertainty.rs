//! Estimates with a range beside them: the verdict is by the value, and a caveat says where the range has another one.

use milepost::series::Uncertainty;
use milepost::{
    AsOf, Baseline, Bound, Caveat, Decimal, Direction, Goal, Length, Measure, Observation, Series, Status, Target, dec,
};

use crate::setting::{assessed_by, code, day, period, promise, quantity};

/// At most 10 in 2030, from 40 in 2015: a third is due in 2020.
fn target() -> Target {
    Target::builder(
        code("promise"),
        quantity(Measure::Share),
        Goal::level(Bound::AtMost(dec!(10))),
        period("2030"),
    )
    .baseline(Baseline::stated(period("2015"), dec!(40)))
    .build()
    .unwrap()
}

fn estimated(target: &Target, at: &str, value: Decimal, uncertainty: Option<Uncertainty>) -> Series {
    let observation = Observation::new(period(at), value).published_on(day("2021-06-01"));
    let observation = match uncertainty {
        Some(uncertainty) => observation.with_uncertainty(uncertainty).unwrap(),
        None => observation,
    };
    Series::new(code("indicator"), target.quantity().unit().clone(), vec![observation]).unwrap()
}

#[test]
fn a_caveat_says_where_the_range_has_another_status() {
    let target = target();
    let range = |from, to| Some(Uncertainty::between(from, to));
    // Ahead up to 29.5, on track up to 30.5, lagging up to 34.
    for (name, value, uncertainty, status, is_named) in [
        (
            "both ends in other classes",
            dec!(26),
            range(dec!(22), dec!(31)),
            Status::Ahead,
            true,
        ),
        (
            "all of it ahead",
            dec!(26),
            range(dec!(22), dec!(29.5)),
            Status::Ahead,
            false,
        ),
        (
            "one of the last digit beyond",
            dec!(26),
            range(dec!(22), dec!(29.5001)),
            Status::Ahead,
            true,
        ),
        (
            "the lower end alone",
            dec!(30),
            range(dec!(29.5), dec!(30.5)),
            Status::OnTrack,
            true,
        ),
        (
            "within one class",
            dec!(30),
            range(dec!(29.5001), dec!(30.5)),
            Status::OnTrack,
            false,
        ),
        (
            "the bound at one end",
            dec!(12),
            range(dec!(10), dec!(14)),
            Status::Ahead,
            true,
        ),
        ("no range", dec!(26), None, Status::Ahead, false),
        (
            "a standard error is only shown",
            dec!(26),
            Some(Uncertainty::standard_error(dec!(9))),
            Status::Ahead,
            false,
        ),
    ] {
        let series = estimated(&target, "2020", value, uncertainty);
        let assessment = assessed_by(&milepost::Rule::pace(), &target, &series, day("2021-07-01"));
        assert_eq!(assessment.verdict.status, status, "{name}");
        assert_eq!(
            assessment.verdict.caveats.contains(Caveat::WithinUncertainty),
            is_named,
            "{name}"
        );
        assert_eq!(assessment.evidence.uncertainty, uncertainty, "{name}");
    }
}

#[test]
fn at_the_deadline_and_within_a_limit_as_well() {
    let cases = [
        (
            "met, and perhaps not",
            "2026",
            dec!(88),
            (dec!(87), dec!(89)),
            Status::Achieved,
            true,
        ),
        (
            "met by all of it",
            "2026",
            dec!(88),
            (dec!(88), dec!(89)),
            Status::Achieved,
            false,
        ),
        (
            "missed, and perhaps not",
            "2026",
            dec!(87),
            (dec!(86), dec!(88)),
            Status::Missed,
            true,
        ),
        (
            "missed by all of it",
            "2026",
            dec!(87),
            (dec!(86), dec!(87.9)),
            Status::Missed,
            false,
        ),
    ];
    for (name, at, value, (from, to), status, is_named) in cases {
        let target = promise(Measure::Share, Goal::level(Bound::AtLeast(dec!(88))))
            .baseline(Baseline::stated(period("2021"), dec!(80)))
            .build()
            .unwrap();
        let observation = Observation::new(period(at), value).published_on(day("2027-01-15"));
        let observation = observation.with_uncertainty(Uncertainty::between(from, to)).unwrap();
        let series = Series::new(code("indicator"), target.quantity().unit().clone(), vec![observation]).unwrap();
        let verdict = assessed_by(&milepost::Rule::pace(), &target, &series, AsOf::from(day("2027-02-01"))).verdict;
        assert_eq!(verdict.status, status, "{name}");
        assert_eq!(verdict.caveats.contains(Caveat::WithinUncertainty), is_named, "{name}");
    }
}

/// At most 5 in each year from 2022 to 2024, and a fall each year from 5: 4.5 in 2022 and 4.4 in 2023, unless said.
#[test]
fn in_what_is_looked_at_period_by_period() {
    let keep = Goal::keep(Bound::AtMost(dec!(5)), Length::YEAR);
    let keep_in = |periods| Goal::keep_in(periods, Bound::AtMost(dec!(5)), Length::YEAR);
    let falling = Goal::trend(Direction::Falling);
    let (first, second) = (("2022", dec!(4.5)), ("2023", dec!(4.4)));
    for (name, goal, figures, (from, to), as_of, status, is_named) in [
        (
            "kept by all of it",
            keep,
            vec![first, second],
            (dec!(4), dec!(5)),
            "2024-02-01",
            Status::OnTrack,
            false,
        ),
        (
            "perhaps not kept",
            keep,
            vec![first, second],
            (dec!(4), dec!(5.1)),
            "2024-02-01",
            Status::OnTrack,
            true,
        ),
        (
            "broken by all of it",
            keep,
            vec![first, ("2023", dec!(5.2))],
            (dec!(5.1), dec!(5.3)),
            "2024-02-01",
            Status::OffTrack,
            false,
        ),
        (
            "perhaps not broken",
            keep,
            vec![first, ("2023", dec!(5.2))],
            (dec!(5), dec!(5.3)),
            "2024-02-01",
            Status::OffTrack,
            true,
        ),
        (
            "kept in one that is known",
            keep_in(1),
            vec![first, second],
            (dec!(4), dec!(5.1)),
            "2024-02-01",
            Status::Achieved,
            false,
        ),
        (
            "kept in two, the second perhaps not",
            keep_in(2),
            vec![first, second],
            (dec!(4), dec!(5.1)),
            "2024-02-01",
            Status::Achieved,
            true,
        ),
        (
            "missed in the end, perhaps not",
            keep,
            vec![first, ("2023", dec!(4)), ("2024", dec!(5.2))],
            (dec!(5), dec!(5.3)),
            "2025-02-01",
            Status::Missed,
            true,
        ),
        (
            "missed in the end by another one as well",
            keep,
            vec![("2022", dec!(6)), ("2023", dec!(4)), ("2024", dec!(5.2))],
            (dec!(5), dec!(5.3)),
            "2025-02-01",
            Status::Missed,
            false,
        ),
        (
            "broken before by a year without a range",
            keep,
            vec![("2022", dec!(5.2)), second],
            (dec!(4), dec!(5)),
            "2024-02-01",
            Status::Lagging,
            false,
        ),
        (
            "fell by all of it",
            falling,
            vec![first, second],
            (dec!(4), dec!(4.49)),
            "2024-02-01",
            Status::OnTrack,
            false,
        ),
        (
            "perhaps the same",
            falling,
            vec![first, second],
            (dec!(4), dec!(4.5)),
            "2024-02-01",
            Status::OnTrack,
            true,
        ),
    ] {
        let target = Target::builder(code("promise"), quantity(Measure::Share), goal, period("2024"));
        let target = target
            .baseline(Baseline::stated(period("2021"), dec!(5)))
            .build()
            .unwrap();
        let last = figures.len().saturating_sub(1);
        let each = figures.iter().enumerate().map(|(place, &(at, value))| {
            let published = period(at).next().unwrap().first();
            let observation = Observation::new(period(at), value).published_on(published);
            if place < last {
                return observation;
            }
            observation.with_uncertainty(Uncertainty::between(from, to)).unwrap()
        });
        let series = Series::new(code("indicator"), target.quantity().unit().clone(), each.collect()).unwrap();
        let verdict = assessed_by(&milepost::Rule::pace(), &target, &series, day(as_of)).verdict;
        assert_eq!(verdict.status, status, "{name}");
        assert_eq!(verdict.caveats.contains(Caveat::WithinUncertainty), is_named, "{name}");
    }
}

/// At most 5 in each year from 2022 to 2024, and a fall each year from 5: what a year decided stays said in the next ones,
/// and so does the range of that year.
#[test]
fn of_the_periods_before_the_latest() {
    let keep = Goal::keep(Bound::AtMost(dec!(5)), Length::YEAR);
    let keep_in = |periods| Goal::keep_in(periods, Bound::AtMost(dec!(5)), Length::YEAR);
    let falling = Goal::trend(Direction::Falling);
    for (name, goal, figures, status, is_named) in [
        (
            "perhaps kept",
            keep,
            vec![("2022", "5.2", Some(("5", "5.3"))), ("2023", "4", None)],
            Status::Lagging,
            true,
        ),
        (
            "broken by all of it",
            keep,
            vec![("2022", "5.2", Some(("5.1", "5.3"))), ("2023", "4", None)],
            Status::Lagging,
            false,
        ),
        (
            "broken by another year too",
            keep,
            vec![
                ("2022", "5.2", Some(("5", "5.3"))),
                ("2023", "5.2", Some(("5.1", "5.3"))),
                ("2024", "4", None),
            ],
            Status::Missed,
            false,
        ),
        (
            "perhaps kept in one",
            keep_in(3),
            vec![("2022", "5.2", Some(("5", "5.3"))), ("2023", "4", None)],
            Status::Missed,
            true,
        ),
        (
            "kept before, and perhaps not",
            keep,
            vec![("2022", "4.8", Some(("4.6", "5.1"))), ("2023", "4", None)],
            Status::OnTrack,
            true,
        ),
        (
            "kept before by all of it",
            keep,
            vec![("2022", "4.8", Some(("4.6", "5"))), ("2023", "4", None)],
            Status::OnTrack,
            false,
        ),
        (
            "kept in all of them, the second perhaps not",
            keep,
            vec![
                ("2022", "4", None),
                ("2023", "4.8", Some(("4.6", "5.1"))),
                ("2024", "4", Some(("3", "4.5"))),
            ],
            Status::Achieved,
            true,
        ),
        (
            "kept in one of them whatever the second",
            keep_in(1),
            vec![("2022", "4", None), ("2023", "4.8", Some(("4.6", "5.1")))],
            Status::Achieved,
            false,
        ),
        (
            "broken by one and perhaps by another",
            keep,
            vec![
                ("2022", "5.2", None),
                ("2023", "4.8", Some(("4.6", "5.1"))),
                ("2024", "4", None),
            ],
            Status::Missed,
            false,
        ),
        (
            "perhaps fallen",
            falling,
            vec![("2022", "5.2", Some(("4.9", "5.3"))), ("2023", "4", None)],
            Status::Lagging,
            true,
        ),
        (
            "perhaps still",
            falling,
            vec![("2022", "5.2", Some(("5", "5.3"))), ("2023", "4", None)],
            Status::Lagging,
            false,
        ),
    ] {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let target = Target::builder(code("promise"), quantity(Measure::Share), goal, period("2024"));
        let target = target
            .baseline(Baseline::stated(period("2021"), dec!(5)))
            .build()
            .unwrap();
        let as_of = day(if figures.len() == 3 { "2025-02-01" } else { "2024-02-01" });
        let each = figures.iter().map(|&(at, value, range)| {
            let published = period(at).next().unwrap().first();
            let observation = Observation::new(period(at), number(value)).published_on(published);
            let uncertainty = range.map(|(from, to)| Uncertainty::between(number(from), number(to)));
            uncertainty
                .into_iter()
                .fold(observation, |one, range| one.with_uncertainty(range).unwrap())
        });
        let series = Series::new(code("indicator"), target.quantity().unit().clone(), each.collect()).unwrap();
        let verdict = assessed_by(&milepost::Rule::pace(), &target, &series, as_of).verdict;
        assert_eq!(verdict.status, status, "{name}");
        assert_eq!(verdict.caveats.contains(Caveat::WithinUncertainty), is_named, "{name}");
    }
}

#[test]
fn what_is_added_up_has_none() {
    let target = promise(Measure::Flow, Goal::cumulative(Bound::AtLeast(dec!(100))))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    let observation = Observation::new(period("2022"), dec!(20)).published_on(day("2023-01-15"));
    let observation = observation
        .with_uncertainty(Uncertainty::between(dec!(1), dec!(90)))
        .unwrap();
    let series = Series::new(code("indicator"), target.quantity().unit().clone(), vec![observation]).unwrap();
    let assessment = assessed_by(&milepost::Rule::pace(), &target, &series, day("2023-02-01"));
    assert!(!assessment.verdict.caveats.contains(Caveat::WithinUncertainty));
    assert_eq!(assessment.evidence.uncertainty, None);
}
