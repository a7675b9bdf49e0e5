//! Promises that must hold in every period.

use milepost::{
    Baseline, Bound, Caveat, Goal, Length, Measure, Outcome, Quantity, Reason, Requirement, Status, Target, Unit, dec,
};

use crate::setting::{Figures, assessed, code, judged, period, promise};

fn keep(bound: Bound, every: Length) -> Target {
    promise(Measure::Share, Goal::keep(bound, every))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap()
}

/// Unemployment of 5.5 % at most in each year from 2022 to 2026.
fn ceiling() -> Target {
    keep(Bound::AtMost(dec!(5.5)), Length::YEAR)
}

fn broken(at: &str) -> Reason {
    Reason::Broken { period: period(at) }
}

#[test]
fn before_the_end_the_latest_period_decides() {
    use Status::{Lagging, NotDue, OffTrack, OnTrack, Unknown};
    let before = |at: &str| Reason::BrokenBefore { period: period(at) };
    let unknown = |count| Reason::PeriodsUnknown { count };
    let cases: &[(&str, Figures<'_>, &str, Status, Reason)] = &[
        (
            "no period over",
            &[("2021", "5")],
            "2022-12-31",
            NotDue,
            Reason::NoPeriodOver,
        ),
        (
            "the promise has not begun",
            &[],
            "2021-12-30",
            NotDue,
            Reason::NotBegun {
                until: crate::setting::day("2021-12-31"),
            },
        ),
        ("kept exactly", &[("2022", "5.5")], "2023-01-01", OnTrack, Reason::Kept),
        (
            "kept throughout",
            &[("2022", "5.5"), ("2023", "5.2")],
            "2024-01-01",
            OnTrack,
            Reason::Kept,
        ),
        (
            "broken now",
            &[("2022", "5.5"), ("2023", "5.6")],
            "2024-01-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "broken before",
            &[("2022", "5.6"), ("2023", "5.5")],
            "2024-01-01",
            Lagging,
            before("2022"),
        ),
        (
            "broken twice before: the last is named",
            &[("2022", "5.6"), ("2023", "5.7"), ("2024", "5.5")],
            "2025-01-01",
            Lagging,
            before("2023"),
        ),
        (
            "the baseline's own period does not count",
            &[("2021", "6"), ("2022", "5")],
            "2023-01-01",
            OnTrack,
            Reason::Kept,
        ),
        (
            "not over, so not broken",
            &[("2022", "5"), ("2023@2023-06-30", "6")],
            "2023-12-31",
            OnTrack,
            Reason::Kept,
        ),
        ("nothing published", &[], "2024-06-30", Unknown, unknown(2)),
        (
            "nothing published since",
            &[("2022", "5")],
            "2023-06-30",
            OnTrack,
            Reason::Kept,
        ),
    ];
    for (name, figures, as_of, status, reason) in cases {
        let verdict = judged(&ceiling(), figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
    }
}

#[test]
fn unknown_periods_are_named_and_neither_kept_nor_broken() {
    let assessment = assessed(&ceiling(), &[("2022", "5.0"), ("2024", "5.2")], "2025-06-30");
    assert_eq!(
        (assessment.verdict.status, assessment.verdict.reason),
        (Status::OnTrack, Reason::Kept)
    );
    assert!(assessment.verdict.caveats.contains(Caveat::PeriodsUnknown));
    let record = assessment.evidence.record.unwrap();
    assert_eq!((record.due, record.kept, record.broken, record.unknown), (3, 2, 0, 1));
    assert_eq!(record.latest, Some((period("2024"), Outcome::Kept)));
    assert_eq!(record.last_broken, None);
}

#[test]
fn after_the_end_every_period_counts() {
    use Status::{Achieved, Missed, Unknown};
    let years = |values: [&'static str; 5]| -> Vec<(&str, &str)> {
        ["2022", "2023", "2024", "2025", "2026"]
            .into_iter()
            .zip(values)
            .filter(|(_, value)| !value.is_empty())
            .collect()
    };
    for (name, values, status, reason) in [
        ("all kept", ["5", "5", "5", "5", "5.5"], Achieved, Reason::Kept),
        ("first broken", ["6", "5", "5", "5", "5"], Missed, broken("2022")),
        ("last broken", ["5", "5", "5", "5", "5.6"], Missed, broken("2026")),
        ("broken and unknown", ["6", "", "5", "5", ""], Missed, broken("2022")),
        (
            "one unknown",
            ["5", "", "5", "5", "5"],
            Unknown,
            Reason::PeriodsUnknown { count: 1 },
        ),
        (
            "the last unknown",
            ["5", "5", "5", "5", ""],
            Unknown,
            Reason::PeriodsUnknown { count: 1 },
        ),
        ("all unknown", [""; 5], Unknown, Reason::PeriodsUnknown { count: 5 }),
    ] {
        let verdict = judged(&ceiling(), &years(values), "2027-01-01");
        assert_eq!((verdict.status, verdict.reason), (status, reason), "{name}");
        // Long after the end it is what it was.
        assert_eq!(judged(&ceiling(), &years(values), "2060-01-01"), verdict, "{name}");
    }
    // What happens afterwards is not promised.
    let later = [&years(["5"; 5])[..], &[("2027", "9")]].concat();
    assert_eq!(judged(&ceiling(), &later, "2028-01-01").status, Achieved);
}

#[test]
fn every_bound_is_kept_at_its_edge() {
    let year = Length::YEAR;
    for (bound, edge, beyond) in [
        (Bound::AtMost(dec!(5.5)), "5.5", "5.5000000001"),
        (Bound::LessThan(dec!(5.5)), "5.4999999999", "5.5"),
        (Bound::AtLeast(dec!(90)), "90", "89.9999999999"),
        (Bound::MoreThan(dec!(90)), "90.0000000001", "90"),
        (Bound::within(dec!(2), dec!(3)).unwrap(), "2", "1.9999999999"),
        (Bound::within(dec!(2), dec!(3)).unwrap(), "3", "3.0000000001"),
    ] {
        let status = |value| judged(&keep(bound, year), &[("2022", value)], "2023-01-01").status;
        assert_eq!(status(edge), Status::OnTrack, "{bound}: {edge}");
        assert_eq!(status(beyond), Status::OffTrack, "{bound}: {beyond}");
    }
}

#[test]
fn an_interval_keeps_or_breaks_only_as_a_whole() {
    let band = keep(Bound::within(dec!(2), dec!(3)).unwrap(), Length::YEAR);
    let unknown = Status::Unknown;
    for (target, value, status) in [
        (&ceiling(), "<5.5", Status::OnTrack),
        (&ceiling(), "<=5.5", Status::OnTrack),
        (&ceiling(), "<5.6", unknown),
        (&ceiling(), ">5.5", Status::OffTrack),
        (&ceiling(), ">=5.5", unknown),
        (&band, ">=2", unknown),
        (&band, ">3", Status::OffTrack),
        (&band, "<2", Status::OffTrack),
        (&band, ">1", unknown),
    ] {
        assert_eq!(
            judged(target, &[("2022", value)], "2023-01-01").status,
            status,
            "{value}"
        );
    }
}

#[test]
fn an_unpublished_tolerance_leaves_a_period_unknown() {
    let requirement = Requirement::with_tolerance_not_stated(Bound::AtLeast(dec!(90)));
    let target = promise(Measure::Share, Goal::keep(requirement, Length::YEAR))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    for (value, status) in [
        ("90", Status::OnTrack),
        ("89", Status::Unknown),
        ("<89", Status::Unknown),
    ] {
        assert_eq!(
            judged(&target, &[("2022", value)], "2023-01-01").status,
            status,
            "{value}"
        );
    }
}

#[test]
fn a_ban_enforced_in_every_quarter() {
    let condition = Quantity::new(Measure::Share, Unit::ratio().counted_whole().unwrap());
    let target = Target::builder(
        code("fishing-ban"),
        condition,
        Goal::keep(Bound::AtLeast(dec!(1)), Length::QUARTER),
        period("2022"),
    )
    .baseline(Baseline::observed(period("2021")))
    .build()
    .unwrap();
    let quarters = |values: [&'static str; 3]| [("2022-Q1", values[0]), ("2022-Q2", values[1]), ("2022-Q3", values[2])];
    for (values, status) in [
        (["1", "1", "1"], Status::OnTrack),
        (["1", "1", "0"], Status::OffTrack),
        (["0", "1", "1"], Status::Lagging),
    ] {
        assert_eq!(
            judged(&target, &quarters(values), "2022-10-01").status,
            status,
            "{values:?}"
        );
    }
    assert_eq!(
        judged(&target, &quarters(["1", "1", "1"]), "2023-01-01").status,
        Status::Unknown
    );
}

#[test]
fn a_kept_promise_grows_stale() {
    let verdict = judged(&ceiling(), &[("2022", "5.6"), ("2023", "5.0")], "2026-01-01");
    assert_eq!(verdict.status, Status::Lagging);
    // Two years and a day after 2023 was published; the deadline is not past.
    let verdict = judged(&ceiling(), &[("2022", "5.6"), ("2023", "5.0")], "2026-01-02");
    assert_eq!(
        (verdict.status, verdict.last_status),
        (Status::Unknown, Some(Status::Lagging))
    );
    assert!(matches!(verdict.reason, Reason::Stale { .. }));
}

#[test]
fn flows_are_kept_in_periods_of_their_own_length() {
    let target = promise(Measure::Flow, Goal::keep(Bound::AtLeast(dec!(100)), Length::YEAR))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    let half = judged(&target, &[("2022-S1", "100")], "2023-01-01");
    assert_eq!(
        (half.status, half.reason),
        (Status::Unknown, Reason::PeriodsUnknown { count: 1 })
    );
    let halves = judged(&target, &[("2022-S1", "60"), ("2022-S2", "40")], "2023-01-01");
    assert_eq!(halves.status, Status::OnTrack);
}

#[test]
fn the_facts_of_a_kept_promise() {
    let assessment = assessed(&ceiling(), &[("2022", "5.6"), ("2023", "5.0")], "2024-06-30");
    let facts = assessment.evidence;
    assert_eq!(facts.goal.unwrap().value, dec!(5.5));
    assert_eq!(facts.observed.unwrap().period, period("2023"));
    assert_eq!(facts.age.unwrap(), milepost::Years::months(6));
    assert_eq!(facts.share_of_way, Err(Reason::NotForThisGoal));
    assert_eq!(facts.pace, Err(Reason::NotForThisGoal));
    assert_eq!(facts.record.unwrap().last_broken, Some(period("2022")));
    assert_eq!(assessment.cuts, Err(Reason::NotForThisGoal));
}
