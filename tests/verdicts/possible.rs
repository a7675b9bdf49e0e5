//! What there can be at all: figures beyond it, and projections that stop at its edge.

use milepost::report::Chart;
use milepost::value::{Edge, Interval};
use milepost::{
    Baseline, Bound, Caveat, Decimal, Goal, Language, Length, Measure, Quantity, Rule, Status, Target, Unit, dec,
};

use crate::setting::{Figures, assessed, assessed_by, code, counted, day, judged, period, quantity, series};

/// A promise for 2030 from a value that is stated for 2020.
fn from_2020(quantity: Quantity, start: Decimal, bound: Bound) -> Target {
    Target::builder(code("promise"), quantity, Goal::level(bound), period("2030"))
        .baseline(Baseline::stated(period("2020"), start))
        .build()
        .unwrap()
}

fn within(measure: Measure, possible: Interval) -> Quantity {
    quantity(measure).with_possible(possible).unwrap()
}

#[test]
fn projections_stop_at_the_edge() {
    let at_least = |value| Bound::AtLeast(value);
    let at_most = |value| Bound::AtMost(value);
    let cases: &[(&str, Target, &str, Decimal, bool)] = &[
        (
            "a share beyond its whole",
            from_2020(quantity(Measure::Share), dec!(80), at_least(dec!(100))),
            "95",
            dec!(100),
            true,
        ),
        (
            "a share just at its whole",
            from_2020(quantity(Measure::Share), dec!(80), at_least(dec!(100))),
            "86",
            dec!(100),
            false,
        ),
        (
            "one unit of the last digit more",
            from_2020(quantity(Measure::Share), dec!(80), at_least(dec!(100))),
            "86.1",
            dec!(100),
            true,
        ),
        (
            "one unit less",
            from_2020(quantity(Measure::Share), dec!(80), at_least(dec!(100))),
            "85.9",
            dec!(99.666666666667),
            false,
        ),
        (
            "a share below nothing",
            from_2020(quantity(Measure::Share), dec!(20), at_most(dec!(5))),
            "13",
            dec!(0),
            true,
        ),
        (
            "a falling share just at nothing",
            from_2020(quantity(Measure::Share), dec!(20), at_most(dec!(5))),
            "14",
            dec!(0),
            false,
        ),
        (
            "a rank before the first",
            from_2020(quantity(Measure::Rank), dec!(9), at_most(dec!(3))),
            "6",
            dec!(1),
            true,
        ),
        (
            "a rank on its way",
            from_2020(quantity(Measure::Rank), dec!(9), at_most(dec!(3))),
            "7",
            dec!(2.333333333333),
            false,
        ),
        (
            "things fewer than none",
            from_2020(counted(Measure::Stock), dec!(112), at_most(dec!(0))),
            "37",
            dec!(0),
            true,
        ),
        (
            "of a flow too",
            from_2020(counted(Measure::Flow), dec!(112), at_most(dec!(0))),
            "37",
            dec!(0),
            true,
        ),
        (
            "things that are measured",
            from_2020(quantity(Measure::Stock), dec!(112), at_most(dec!(0))),
            "37",
            dec!(-138),
            false,
        ),
        (
            "things that can be owed",
            from_2020(counted(Measure::Stock), dec!(112), at_most(dec!(-1))),
            "37",
            dec!(-138),
            false,
        ),
        (
            "from what is owed",
            from_2020(counted(Measure::Stock), dec!(-10), at_least(dec!(90))),
            "-40",
            dec!(-110),
            false,
        ),
        (
            "a stated edge above",
            from_2020(
                within(Measure::Stock, Interval::at_most(dec!(50))),
                dec!(10),
                at_least(dec!(40)),
            ),
            "25",
            dec!(50),
            true,
        ),
        (
            "a stated edge below",
            from_2020(
                within(Measure::Stock, Interval::at_least(dec!(0))),
                dec!(112),
                at_most(dec!(20)),
            ),
            "37",
            dec!(0),
            true,
        ),
        (
            "only the edge on its way",
            from_2020(
                within(Measure::Stock, Interval::at_least(dec!(0))),
                dec!(10),
                at_least(dec!(40)),
            ),
            "25",
            dec!(60),
            false,
        ),
        (
            "growth to a stated edge",
            from_2020(
                within(Measure::Flow, Interval::at_most(dec!(300))),
                dec!(100),
                at_least(dec!(200)),
            ),
            "150",
            dec!(300),
            true,
        ),
    ];
    for (name, target, figure, projection, stops) in cases {
        let figures = [("2023", *figure)];
        let assessment = assessed(target, &figures, "2024-01-31");
        let projected = assessment.evidence.projection.unwrap();
        assert_eq!(projected.round_dp(12).normalize(), *projection, "{name}");
        let caveats = assessment.verdict.caveats;
        assert_eq!(
            caveats.contains(Caveat::StoppedAtTheEdge),
            *stops,
            "{name}: {caveats:?}"
        );
        assert!(!caveats.contains(Caveat::OutsideOfPossible), "{name}");
        let chart = Chart::new(target, &series(target, &figures), day("2024-01-31"), Language::English);
        assert_eq!(chart.projection.last().unwrap().value, *projection, "{name}");
        let values = chart.projection.iter().map(|point| point.value);
        let beyond = values.filter(|value| {
            target
                .quantity()
                .possible()
                .is_some_and(|possible| !possible.contains(*value))
        });
        assert_eq!(beyond.count(), 0, "{name}");
    }
}

#[test]
fn a_chart_goes_on_at_its_pace_until_it_stops() {
    let target = from_2020(quantity(Measure::Share), dec!(80), Bound::AtLeast(dec!(100)));
    let chart = Chart::new(
        &target,
        &series(&target, &[("2022", "90")]),
        day("2023-01-31"),
        Language::English,
    );
    let values: Vec<_> = chart.projection.iter().map(|point| point.value).collect();
    assert_eq!(values[..4], [dec!(90), dec!(95), dec!(100), dec!(100)]);
    assert_eq!(values.last(), Some(&dec!(100)));
}

#[test]
fn an_early_figure_below_none_says_that_there_can_be_less() {
    let target = from_2020(counted(Measure::Stock), dec!(112), Bound::AtMost(dec!(0)));
    for (figures, projection) in [
        (&[("2019", "-1"), ("2023", "37")][..], dec!(-138)),
        (&[("2019", "0"), ("2023", "37")], dec!(0)),
        (&[("2019", "<0"), ("2023", "37")], dec!(-138)),
        (&[("2019", "<1"), ("2023", "37")], dec!(0)),
        // What is published later is not known yet.
        (&[("2019@2025-01-01", "-1"), ("2023", "37")], dec!(0)),
    ] {
        let assessment = assessed(&target, figures, "2024-01-31");
        assert_eq!(assessment.evidence.projection, Ok(projection), "{figures:?}");
        let stops = assessment.verdict.caveats.contains(Caveat::StoppedAtTheEdge);
        assert_eq!(stops, projection.is_zero(), "{figures:?}");
    }
}

#[test]
fn a_figure_beyond_is_judged_and_named() {
    let coverage = from_2020(quantity(Measure::Share), dec!(80), Bound::AtLeast(dec!(100)));
    let poverty = from_2020(quantity(Measure::Share), dec!(20), Bound::AtMost(dec!(5)));
    let rank = from_2020(quantity(Measure::Rank), dec!(9), Bound::AtMost(dec!(3)));
    let stated = from_2020(
        within(Measure::Index, Interval::at_most(dec!(120))),
        dec!(100),
        Bound::AtLeast(dec!(110)),
    );
    let bound = from_2020(
        within(Measure::Stock, Interval::at_least(dec!(0))),
        dec!(9),
        Bound::AtMost(dec!(3)),
    );
    let cases: &[(&Target, &str, Status, bool)] = &[
        (&coverage, "103", Status::Achieved, true),
        (&coverage, "100", Status::Achieved, false),
        (&coverage, "100.1", Status::Achieved, true),
        (&coverage, "99.9", Status::Ahead, false),
        (&coverage, ">100", Status::Achieved, true),
        (&coverage, ">=100", Status::Achieved, false),
        (&poverty, "-0.1", Status::Achieved, true),
        (&poverty, "0", Status::Achieved, false),
        (&poverty, "<0", Status::Achieved, true),
        (&rank, "0", Status::Achieved, true),
        (&rank, "1", Status::Achieved, false),
        (&stated, "121", Status::Achieved, true),
        (&stated, "120", Status::Achieved, false),
        (&bound, "-1", Status::Achieved, true),
        (&bound, "0", Status::Achieved, false),
    ];
    for (target, figure, status, outside) in cases {
        let verdict = judged(target, &[("2023", figure)], "2024-01-31");
        assert_eq!(verdict.status, *status, "{figure}");
        assert_eq!(
            verdict.caveats.contains(Caveat::OutsideOfPossible),
            *outside,
            "{figure}"
        );
    }
    // Of what is to be kept, and by a published rule, it is named too.
    let kept = Target::builder(
        code("kept"),
        quantity(Measure::Share),
        Goal::keep(Bound::AtLeast(dec!(90)), Length::YEAR),
        period("2030"),
    );
    let kept = kept.baseline(Baseline::observed(period("2020"))).build().unwrap();
    for (figure, outside) in [("103", true), ("99", false)] {
        let verdict = judged(&kept, &[("2021", figure)], "2022-01-31");
        assert_eq!(verdict.caveats.contains(Caveat::OutsideOfPossible), outside);
    }
    let by_unsd = Rule::unsd_2022();
    for (figure, outside) in [("103", true), ("99", false)] {
        let figures: Figures<'_> = &[("2020", "80"), ("2023", figure)];
        let verdict = assessed_by(&by_unsd, &coverage, &series(&coverage, figures), day("2024-01-31")).verdict;
        assert_eq!(verdict.caveats.contains(Caveat::OutsideOfPossible), outside);
        assert!(!verdict.caveats.contains(Caveat::StoppedAtTheEdge));
    }
}

#[test]
fn sums_and_chains_are_no_values_of_the_indicator() {
    let most = Quantity::new(Measure::Flow, Unit::new(code("thing"), 0).unwrap());
    let most = most.with_possible(Interval::between(Edge::Inclusive(dec!(0)), Edge::Inclusive(dec!(30))).unwrap());
    let sum = Target::builder(
        code("sum"),
        most.unwrap(),
        Goal::cumulative(Bound::AtLeast(dec!(100))),
        period("2025"),
    );
    let sum = sum.baseline(Baseline::observed(period("2020"))).build().unwrap();
    let figures: Figures<'_> = &[("2021", "25"), ("2022", "25")];
    let assessment = assessed(&sum, figures, "2023-01-31");
    assert_eq!(assessment.evidence.projection, Ok(dec!(125)));
    assert!(!assessment.verdict.caveats.contains(Caveat::OutsideOfPossible));
    assert!(!assessment.verdict.caveats.contains(Caveat::StoppedAtTheEdge));
}

/// Beyond the first there is no rank, however far the pace is continued: 0.4 places a year.
#[test]
fn a_rank_that_is_projected() {
    for (deadline, projection, stops) in [
        ("2030", dec!(5), false),
        ("2040", dec!(1), false),
        ("2041", dec!(1), true),
        ("2050", dec!(1), true),
    ] {
        let goal = Goal::level(Bound::AtMost(dec!(3)));
        let target = Target::builder(code("promise"), quantity(Measure::Rank), goal, period(deadline))
            .baseline(Baseline::stated(period("2020"), dec!(9)))
            .build()
            .unwrap();
        let assessment = assessed(&target, &[("2025", "7")], "2026-02-01");
        assert_eq!(assessment.evidence.projection, Ok(projection), "{deadline}");
        assert_eq!(
            assessment.verdict.caveats.contains(Caveat::StoppedAtTheEdge),
            stops,
            "{deadline}"
        );
        let series = series(&target, &[("2025", "7")]);
        let chart = Chart::new(&target, &series, day("2026-02-01"), Language::English);
        let lowest = chart.projection.iter().map(|point| point.value).min();
        assert_eq!(lowest, Some(projection), "{deadline}");
    }
}
