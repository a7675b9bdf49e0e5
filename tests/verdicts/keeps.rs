//! Promises that must hold in every period.

use milepost::{
    Baseline, Bound, Caveat, Goal, Ground, Length, Measure, Missing, Outcome, Quantity, Reason, Requirement, Status,
    Target, Unit, dec,
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
    Reason::from(Ground::broken(period(at)))
}

#[test]
fn before_the_end_the_latest_period_decides() {
    use Status::{Lagging, NotDue, OffTrack, OnTrack, Unknown};
    let before = |at: &str| Reason::from(Ground::broken_before(period(at)));
    let unknown = |count| Reason::from(Missing::periods_unknown(count));
    let cases: &[(&str, Figures<'_>, &str, Status, Reason)] = &[
        (
            "no period over",
            &[("2021", "5")],
            "2022-12-31",
            NotDue,
            Reason::from(Ground::no_period_over(Length::YEAR)),
        ),
        (
            "the promise has not begun",
            &[],
            "2021-12-30",
            NotDue,
            Reason::from(Ground::not_begun(crate::setting::day("2021-12-31"))),
        ),
        (
            "kept exactly",
            &[("2022", "5.5")],
            "2023-01-01",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        (
            "kept throughout",
            &[("2022", "5.5"), ("2023", "5.2")],
            "2024-01-01",
            OnTrack,
            Reason::from(Ground::Kept),
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
            Reason::from(Ground::Kept),
        ),
        (
            "not over, so not broken",
            &[("2022", "5"), ("2023@2023-06-30", "6")],
            "2023-12-31",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        ("nothing published", &[], "2024-06-30", Unknown, unknown(2)),
        (
            "nothing published since",
            &[("2022", "5")],
            "2023-06-30",
            OnTrack,
            Reason::from(Ground::Kept),
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
        (Status::OnTrack, Reason::from(Ground::Kept))
    );
    assert!(assessment.verdict.caveats.contains(Caveat::PeriodsUnknown));
    let record = assessment.evidence.record.unwrap();
    assert_eq!((record.due, record.kept, record.broken, record.unknown), (3, 2, 0, 1));
    let latest = record.latest_outcome.unwrap();
    assert_eq!((latest.period, latest.outcome), (period("2024"), Outcome::Kept));
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
        (
            "all kept",
            ["5", "5", "5", "5", "5.5"],
            Achieved,
            Reason::from(Ground::Kept),
        ),
        ("first broken", ["6", "5", "5", "5", "5"], Missed, broken("2022")),
        ("last broken", ["5", "5", "5", "5", "5.6"], Missed, broken("2026")),
        ("broken and unknown", ["6", "", "5", "5", ""], Missed, broken("2022")),
        (
            "one unknown",
            ["5", "", "5", "5", "5"],
            Unknown,
            Reason::from(Missing::periods_unknown(1)),
        ),
        (
            "the last unknown",
            ["5", "5", "5", "5", ""],
            Unknown,
            Reason::from(Missing::periods_unknown(1)),
        ),
        (
            "all unknown",
            [""; 5],
            Unknown,
            Reason::from(Missing::periods_unknown(5)),
        ),
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
    assert!(matches!(verdict.reason, Reason::Missing(Missing::Stale { .. })));
}

#[test]
fn flows_are_kept_in_periods_of_their_own_length() {
    let target = promise(Measure::Flow, Goal::keep(Bound::AtLeast(dec!(100)), Length::YEAR))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    let half = judged(&target, &[("2022-S1", "100")], "2023-01-01");
    let is_part = Reason::from(Missing::partial_period(period("2022-S1"), Length::YEAR));
    assert_eq!((half.status, half.reason), (Status::Unknown, is_part));
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
    assert_eq!(facts.share_of_way, Err(Missing::NotForThisGoal));
    assert_eq!(facts.pace, Err(Missing::NotForThisGoal));
    assert_eq!(facts.record.unwrap().last_broken, Some(period("2022")));
    assert_eq!(assessment.cuts, Err(Missing::NotForThisGoal));
}

/// What happened of a sum that cannot be negative is never undone: a year is broken, or kept, by its parts before it is
/// over.
#[test]
fn a_sum_that_only_grows_decides_a_period_that_is_not_over() {
    use Status::{Lagging, Missed, OffTrack, OnTrack, Unknown, Worsening};
    let flows = |quantity: Quantity, goal: Goal, baseline: &str, deadline: &str| {
        Target::builder(code("promise"), quantity, goal, period(deadline))
            .baseline(Baseline::stated(period(baseline), dec!(90)))
            .build()
            .unwrap()
    };
    let yearly = |goal| flows(crate::setting::never_negative(), goal, "2021", "2026");
    let at_most = |limit| Goal::keep(Bound::AtMost(limit), Length::YEAR);
    let cap = yearly(at_most(dec!(100)));
    let kept_in = |count| Goal::keep_in(count, Bound::AtMost(dec!(100)), Length::YEAR);
    let trend = |direction, than| Goal::trend_than(direction, than, Length::YEAR);
    let falling = trend(milepost::Direction::Falling, milepost::plan::Than::Previous);
    let beyond: Figures<'_> = &[("2022", "90"), ("2023-Q1", "60"), ("2023-Q2", "40.1")];
    let at_it: Figures<'_> = &[("2022", "90"), ("2023-Q1", "60"), ("2023-Q2", "40")];
    let cases: Vec<(&str, Target, Figures<'_>, &str, Status, Reason)> = vec![
        ("beyond it", cap.clone(), beyond, "2023-07-01", OffTrack, broken("2023")),
        (
            "at it",
            cap.clone(),
            at_it,
            "2023-07-01",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        (
            "below, where nothing else may be",
            yearly(Goal::keep(Bound::LessThan(dec!(100)), Length::YEAR)),
            at_it,
            "2023-07-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "above a band",
            yearly(Goal::keep(Bound::within(dec!(50), dec!(100)).unwrap(), Length::YEAR)),
            beyond,
            "2023-07-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "beyond its tolerance",
            yearly(Goal::keep(
                Requirement::with_tolerance(Bound::AtMost(dec!(99)), dec!(1)).unwrap(),
                Length::YEAR,
            )),
            beyond,
            "2023-07-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "a floor is kept before the year is over",
            yearly(Goal::keep(Bound::AtLeast(dec!(85)), Length::YEAR)),
            &[("2022", "80"), ("2023-Q1", "60"), ("2023-Q2", "40.1")],
            "2023-07-01",
            Lagging,
            Reason::from(Ground::broken_before(period("2022"))),
        ),
        (
            "with a gap",
            cap.clone(),
            &[("2022", "90"), ("2023-Q1", "60"), ("2023-Q3", "40.1")],
            "2023-10-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "a running total",
            cap.clone(),
            &[("2022", "90"), ("2023-01-01..2023-05", "101")],
            "2023-07-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "an estimate",
            cap.clone(),
            &[("2022", "90"), ("2023-Q1", "60"), ("2023-Q2", "40.1 estimated")],
            "2023-07-01",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        (
            "an estimate after what is beyond it",
            cap.clone(),
            &[("2022", "90"), ("2023-Q1", "100.1"), ("2023-Q2", "4 estimated")],
            "2023-07-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "what may be negative",
            flows(
                crate::setting::quantity(Measure::Flow),
                at_most(dec!(100)),
                "2021",
                "2026",
            ),
            beyond,
            "2023-07-01",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        (
            "what was negative",
            flows(
                crate::setting::counted(Measure::Flow),
                at_most(dec!(100)),
                "2021",
                "2026",
            ),
            &[("2022", "90"), ("2023-Q1", "-1"), ("2023-Q2", "140")],
            "2023-07-01",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        (
            "things counted one by one",
            flows(crate::setting::counted(Measure::Flow), at_most(dec!(0)), "2021", "2026"),
            &[("2022", "0"), ("2023-02", "1")],
            "2023-03-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "an average is not",
            flows(
                crate::setting::quantity(Measure::Ratio),
                at_most(dec!(100)),
                "2021",
                "2026",
            ),
            &[("2022", "90"), ("2023-Q1", "600"), ("2023-Q2", "400")],
            "2023-07-01",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        (
            "fiscal years",
            flows(
                crate::setting::never_negative(),
                at_most(dec!(100)),
                "2021-04-01/P1Y",
                "2026-04-01/P1Y",
            ),
            &[("2022-04-01/P1Y", "90"), ("2023-Q2", "60"), ("2023-Q3", "40.1")],
            "2023-10-01",
            OffTrack,
            broken("2023-04-01/P1Y"),
        ),
        (
            "the first year of all",
            cap.clone(),
            &[("2022-Q1", "101")],
            "2022-05-01",
            OffTrack,
            broken("2022"),
        ),
        (
            "the last",
            cap.clone(),
            &[("2025", "90"), ("2026-Q1", "101")],
            "2026-12-31",
            OffTrack,
            broken("2026"),
        ),
        (
            "after it is over",
            cap.clone(),
            &[("2026-Q1", "101")],
            "2027-01-01",
            Missed,
            broken("2026"),
        ),
        (
            "after it is over, at it",
            cap.clone(),
            &[("2026-Q1", "100")],
            "2027-01-01",
            Unknown,
            Reason::from(Missing::partial_period(period("2026-Q1"), Length::YEAR)),
        ),
        (
            "a floor that parts of a year reached that is over",
            yearly(Goal::keep(Bound::AtLeast(dec!(85)), Length::YEAR)),
            &[("2022-Q1", "60"), ("2022-Q3", "25")],
            "2023-07-01",
            OnTrack,
            Reason::from(Ground::Kept),
        ),
        (
            "too few can be kept",
            yearly(kept_in(4)),
            &[("2022", "101"), ("2023-Q1", "101")],
            "2023-07-01",
            Missed,
            broken("2023"),
        ),
        (
            "enough can be",
            yearly(kept_in(3)),
            &[("2022", "101"), ("2023-Q1", "101")],
            "2023-07-01",
            Lagging,
            broken("2023"),
        ),
        (
            "more than the year before",
            yearly(falling),
            &[("2022", "80"), ("2023-Q1", "80.1")],
            "2023-07-01",
            Worsening,
            Reason::from(Ground::reversed(period("2023"))),
        ),
        (
            "as much",
            yearly(falling),
            &[("2022", "80"), ("2023-Q1", "80")],
            "2023-07-01",
            OffTrack,
            broken("2023"),
        ),
        (
            "more than the baseline",
            yearly(trend(milepost::Direction::Falling, milepost::plan::Than::Baseline)),
            &[("2022", "80"), ("2023-Q1", "90.1")],
            "2023-07-01",
            Worsening,
            Reason::from(Ground::reversed(period("2023"))),
        ),
        (
            "a rise is there before the year is over",
            yearly(trend(milepost::Direction::Rising, milepost::plan::Than::Previous)),
            &[("2022", "89"), ("2023-Q1", "95")],
            "2023-07-01",
            Lagging,
            Reason::from(Ground::broken_before(period("2022"))),
        ),
    ];
    for (name, target, figures, as_of, status, reason) in cases {
        let verdict = judged(&target, figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (status, reason), "{name}");
    }
    let assessment = assessed(&cap, beyond, "2023-07-01");
    let record = assessment.evidence.record.unwrap();
    assert_eq!(
        (record.due, record.kept, record.broken, record.to_come),
        (2, 1, 1, Some(3))
    );
    let reading = assessment.deciding_figure.map(|figure| figure.reading);
    assert_eq!(
        reading,
        Some(crate::setting::reading("100.1")),
        "what is known of the year so far"
    );
    let open = assessed(&cap, at_it, "2023-07-01").evidence.record.unwrap();
    assert_eq!((open.due, open.kept, open.broken, open.to_come), (1, 1, 0, Some(4)));
}

/// What is kept asks its baseline for no value, so that its length is nothing to be told; a trend may ask.
#[test]
fn the_length_of_a_baseline_is_no_caveat_of_what_is_kept() {
    let quarters: Figures<'_> = &[("2022-Q1", "4"), ("2022-Q2", "3.9")];
    let by_quarter = |goal| {
        let baseline = Baseline::stated(period("2021"), dec!(5));
        let target = promise(Measure::Share, goal).baseline(baseline).build().unwrap();
        judged(&target, quarters, "2022-07-15")
            .caveats
            .contains(Caveat::BaselineOfAnotherLength)
    };
    let falling = Goal::trend_than(
        milepost::Direction::Falling,
        milepost::plan::Than::Previous,
        Length::QUARTER,
    );
    assert!(!by_quarter(Goal::keep(Bound::AtMost(dec!(5)), Length::QUARTER)));
    assert!(by_quarter(falling));
}

/// As long as the years that are promised, and another year: it is judged at its own end, and says so.
#[test]
fn a_figure_of_another_phase_is_told() {
    let goal = Goal::keep(Bound::AtMost(dec!(3)), Length::YEAR);
    let quantity = Quantity::new(Measure::Share, Unit::percent());
    let target = Target::builder(code("deficit"), quantity, goal, period("2028-04-01/P1Y"))
        .baseline(Baseline::observed(period("2024-04-01/P1Y")))
        .build()
        .unwrap();
    for (figure, is_other) in [("2026", true), ("2025-04-01/P1Y", false)] {
        let verdict = judged(&target, &[(figure, "2.9")], "2027-02-01");
        assert_eq!(verdict.caveats.contains(Caveat::OtherPhase), is_other, "{figure}");
    }
}
