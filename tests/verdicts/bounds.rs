//! Bounds that are met early, lost again, or promised with a tolerance.

use milepost::{Baseline, Bound, Caveat, Goal, Ground, Measure, Missing, Reason, Requirement, Status, Target, dec};

use crate::setting::{Figures, assessed, judged, period, promise, promise_from};

#[test]
fn met_early_and_lost_again() {
    let target = promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
    let cases: &[(&str, Figures<'_>, Status, &[Caveat])] = &[
        ("met early", &[("2024", "210.4")], Status::Achieved, &[Caveat::Early]),
        (
            "met, and met again",
            &[("2023", "205.5"), ("2024", "210.4")],
            Status::Achieved,
            &[Caveat::Early],
        ),
        (
            "lost, ahead of the path",
            &[("2023", "205.5"), ("2024", "190.4")],
            Status::Ahead,
            &[Caveat::Lost],
        ),
        (
            "lost, behind the path",
            &[("2023", "205.5"), ("2024", "150.4")],
            Status::Lagging,
            &[Caveat::Lost],
        ),
        (
            "lost, below the baseline",
            &[("2023", "205.5"), ("2024", "90.4")],
            Status::Worsening,
            &[Caveat::Lost],
        ),
        (
            "an earlier bound is enough",
            &[("2023", ">=200"), ("2024", "190.4")],
            Status::Ahead,
            &[Caveat::Lost],
        ),
        (
            "a bound that may not have been met is not",
            &[("2023", ">=199"), ("2024", "190.4")],
            Status::Ahead,
            &[],
        ),
        (
            "met before the baseline is nothing",
            &[("2020", "300"), ("2024", "190.4")],
            Status::Ahead,
            &[],
        ),
    ];
    for (name, figures, status, caveats) in cases {
        let verdict = judged(&target, figures, "2025-01-01");
        assert_eq!(verdict.status, *status, "{name}");
        assert_eq!(verdict.caveats, caveats.iter().copied().collect(), "{name}");
    }
}

/// The bound may have been met by figures of other lengths, none of which meets it by itself.
#[test]
fn what_was_met_is_seen_in_whatever_was_published() {
    use Measure::{Flow, Index, Stock};
    let cases: &[(&str, Measure, Figures<'_>, bool)] = &[
        ("a year", Flow, &[("2023", "210")], true),
        (
            "quarters of a year that come to it",
            Flow,
            &[
                ("2023-Q1", "60"),
                ("2023-Q2", "50"),
                ("2023-Q3", "50"),
                ("2023-Q4", "50"),
            ],
            true,
        ),
        (
            "quarters of a year that do not come to it",
            Flow,
            &[
                ("2023-Q1", "50"),
                ("2023-Q2", "50"),
                ("2023-Q3", "50"),
                ("2023-Q4", "49"),
            ],
            false,
        ),
        (
            "quarters that come to it in no year",
            Flow,
            &[("2022-Q3", "70"), ("2022-Q4", "70"), ("2023-Q1", "70")],
            false,
        ),
        (
            "halves, both of which meet it",
            Index,
            &[("2023-S1", "205"), ("2023-S2", "200")],
            true,
        ),
        (
            "halves, one of which meets it",
            Index,
            &[("2023-S1", "205"), ("2023-S2", "199")],
            false,
        ),
        ("one half", Index, &[("2023-S1", "205")], false),
        (
            "two years, between which it stands",
            Index,
            &[("2022-01-01/P2Y", "210")],
            true,
        ),
        ("a year of whole weeks", Index, &[("2023-01-02/P364D", "210")], true),
        ("a month, at whose end it stands", Stock, &[("2023-08", "210")], true),
        ("figures of the baseline's time", Stock, &[("2021-08", "210")], false),
    ];
    for (name, measure, figures, is_lost) in cases {
        let target = promise_from(*measure, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
        let figures = [*figures, &[("2024", "190.4")]].concat();
        let verdict = judged(&target, &figures, "2025-01-01");
        assert_eq!(verdict.status, Status::Ahead, "{name}");
        assert_eq!(verdict.caveats.contains(Caveat::Lost), *is_lost, "{name}");
    }
}

#[test]
fn a_band_is_reached_left_and_overshot() {
    let band = Goal::level(Bound::within(dec!(50), dec!(60)).unwrap());
    let from_below = promise_from(Measure::Stock, dec!(20), band);
    let from_above = promise_from(Measure::Stock, dec!(130), band);
    let pace = Reason::from(Ground::Pace);
    for (name, target, value, status, reason) in [
        (
            "below, on the path to the lower edge",
            &from_below,
            "32",
            Status::OnTrack,
            pace,
        ),
        ("below, far behind", &from_below, "21", Status::OffTrack, pace),
        ("below, away", &from_below, "19", Status::Worsening, pace),
        (
            "below, at the lower edge",
            &from_below,
            "50",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            "below, at the upper edge",
            &from_below,
            "60",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            "below, beyond the upper edge",
            &from_below,
            "60.1",
            Status::OffTrack,
            Reason::from(Ground::Overshot),
        ),
        (
            "above, on the path to the upper edge",
            &from_above,
            "102",
            Status::OnTrack,
            pace,
        ),
        (
            "above, at the upper edge",
            &from_above,
            "60",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            "above, beyond the lower edge",
            &from_above,
            "49.9",
            Status::OffTrack,
            Reason::from(Ground::Overshot),
        ),
    ] {
        let verdict = judged(target, &[("2023", value)], "2024-01-01");
        assert_eq!((verdict.status, verdict.reason), (status, reason), "{name}");
    }
    assert_eq!(
        judged(&from_below, &[("2026", "60.1")], "2027-01-01").status,
        Status::Missed
    );
    let lost = judged(&from_below, &[("2022", "55"), ("2023", "61.1")], "2024-01-01");
    assert_eq!(
        (lost.status, lost.reason),
        (Status::OffTrack, Reason::from(Ground::Overshot))
    );
    assert!(lost.caveats.contains(Caveat::Lost));
}

#[test]
fn a_goal_where_the_baseline_is() {
    let more = |start| promise_from(Measure::Flow, start, Goal::level(Bound::MoreThan(dec!(50))));
    for (name, figure, as_of, status, reason) in [
        (
            "met",
            ("2024", "50.1"),
            "2025-01-01",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            "there, which is not more",
            ("2024", "50"),
            "2025-01-01",
            Status::Unknown,
            Reason::from(Missing::NoWay),
        ),
        (
            "missed in the end",
            ("2026", "50"),
            "2027-01-01",
            Status::Missed,
            Reason::from(Ground::BoundNotMet),
        ),
        (
            "met in the end",
            ("2026", "50.1"),
            "2027-01-01",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
    ] {
        let verdict = judged(&more(dec!(50)), &[figure], as_of);
        assert_eq!((verdict.status, verdict.reason), (status, reason), "{name}");
    }
    let facts = assessed(&more(dec!(50)), &[("2024", "50.1")], "2025-01-01").evidence;
    assert_eq!(facts.share_of_way, Err(Missing::NoWay));
    assert_eq!(facts.growth_required.unwrap().as_decimal(), dec!(0));
}

fn nearly(target: &Target, value: &str) -> Status {
    judged(target, &[("2026", value)], "2027-01-01").status
}

#[test]
fn tolerances() {
    let bound = Bound::AtLeast(dec!(860));
    let goal = |requirement| promise_from(Measure::Stock, dec!(500), Goal::level(requirement));
    let stated = goal(Requirement::with_tolerance(bound, dec!(5)).unwrap());
    let promised = goal(Requirement::with_tolerance_not_stated(bound));
    for (target, value, status) in [
        (&stated, "860", Status::Achieved),
        (&stated, "855", Status::Achieved),
        (&stated, "854.9", Status::Missed),
        (&promised, "860", Status::Achieved),
        (&promised, "859.9", Status::Unknown),
    ] {
        assert_eq!(nearly(target, value), status, "{value}");
    }
    let verdict = judged(&promised, &[("2026", "859.9")], "2027-01-01");
    assert_eq!(verdict.reason, Missing::ToleranceNotStated);
    // On the way both are judged by the bound as it was published: 144 more are due in 2023, and 95 % of them is 136.8.
    for target in [&stated, &promised] {
        let verdict = judged(target, &[("2023", "636.8")], "2024-01-01");
        assert_eq!(
            (verdict.status, verdict.reason),
            (Status::OnTrack, Reason::from(Ground::Pace))
        );
        let verdict = judged(target, &[("2023", "636.7")], "2024-01-01");
        assert_eq!(
            (verdict.status, verdict.reason),
            (Status::Lagging, Reason::from(Ground::Pace))
        );
    }
    let nearly_at_most = goal_from_above();
    assert_eq!(nearly(&nearly_at_most, "4.2"), Status::Achieved);
    assert_eq!(nearly(&nearly_at_most, "4.21"), Status::Missed);
}

fn goal_from_above() -> Target {
    let requirement = Requirement::with_tolerance(Bound::AtMost(dec!(4)), dec!(0.2)).unwrap();
    promise_from(Measure::Stock, dec!(9), Goal::level(requirement))
}

#[test]
fn tolerances_of_changes_and_rates_are_in_the_goals_own_terms() {
    let stock = |goal| promise_from(Measure::Stock, dec!(100), goal);
    let requirement = |bound, by| Requirement::with_tolerance(bound, by).unwrap();
    let change = stock(Goal::change(requirement(Bound::AtMost(dec!(-0.135)), dec!(0.005))));
    assert_eq!(nearly(&change, "87"), Status::Achieved);
    assert_eq!(nearly(&change, "87.1"), Status::Missed);
    let growth = stock(Goal::average_growth(requirement(
        Bound::AtLeast(dec!(0.12)),
        dec!(0.02),
    )));
    assert_eq!(nearly(&growth, "161.051"), Status::Achieved);
    assert_eq!(nearly(&growth, "161.05"), Status::Missed);
    let addition = stock(Goal::addition(requirement(Bound::MoreThan(dec!(60)), dec!(1))));
    assert_eq!(nearly(&addition, "159"), Status::Missed);
    assert_eq!(nearly(&addition, "159.1"), Status::Achieved);
}

#[test]
fn a_baseline_that_was_revised_is_named() {
    let target = promise(Measure::Flow, Goal::level(Bound::MoreThan(dec!(2000))))
        .baseline(Baseline::stated(period("2021"), dec!(1517.7)))
        .build()
        .unwrap();
    for (figures, is_revised) in [
        (&[("2021", "1517.7"), ("2022", "1560.9")][..], false),
        (&[("2021", "1517.70"), ("2022", "1560.9")], false),
        (&[("2021", "1517.6"), ("2022", "1560.9")], true),
        (&[("2021", ">1400"), ("2022", "1560.9")], false),
        (&[("2022", "1560.9")], false),
    ] {
        let assessment = assessed(&target, figures, "2023-01-31");
        assert_eq!(
            assessment.verdict.caveats.contains(Caveat::BaselineRevised),
            is_revised,
            "{figures:?}"
        );
        // The plan's own value stands.
        assert_eq!(assessment.evidence.baseline.unwrap().value, dec!(1517.7));
    }
}
