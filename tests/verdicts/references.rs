//! Changes of a stated reference: so much below business as usual, above a scenario, within a band around one.

use milepost::plan::Reference;
use milepost::{
    Baseline, Bound, Decimal, Goal, Ground, Measure, Missing, Point, Reason, Requirement, Shape, Status, Target, dec,
};

use crate::setting::{assessed, judged, period, promise};

/// A change of 200, which a scenario expects of 2026, on a straight line from 100 in 2021.
fn change_of_200(goal: Goal) -> Target {
    promise(Measure::Flow, goal)
        .reference(Reference::new(period("2026"), dec!(200)))
        .baseline(Baseline::stated(period("2021"), dec!(100)))
        .shape(Shape::Linear)
        .build()
        .unwrap()
}

#[test]
fn a_change_of_a_reference_is_a_level() {
    let bounds = |low, high| Bound::within(low, high).unwrap();
    for (change, level) in [
        (Bound::AtLeast(dec!(-0.1)), Bound::AtLeast(dec!(180))),
        (Bound::MoreThan(dec!(0.25)), Bound::MoreThan(dec!(250))),
        (Bound::AtMost(dec!(-0.6)), Bound::AtMost(dec!(80))),
        (Bound::LessThan(dec!(-1)), Bound::LessThan(dec!(0))),
        (bounds(dec!(-0.1), dec!(0.1)), bounds(dec!(180), dec!(220))),
    ] {
        let target = change_of_200(Goal::change(change));
        assert_eq!(target.goal(), Goal::change(change));
        assert_eq!(target.goal_in_values(), Goal::level(level), "{change}");
    }
    // A tolerance of a change is one of the value.
    let tolerant = |bound, by| Requirement::with_tolerance(bound, by).unwrap();
    let target = change_of_200(Goal::change(tolerant(Bound::AtLeast(dec!(-0.1)), dec!(0.01))));
    assert_eq!(
        target.goal_in_values(),
        Goal::level(tolerant(Bound::AtLeast(dec!(180)), dec!(2)))
    );
}

#[test]
fn it_is_judged_as_that_level_is() {
    // At least 10 % below 200 is at least 180: 148 are due in 2024.
    let target = change_of_200(Goal::change(Bound::AtLeast(dec!(-0.1))));
    for (name, value, status) in [
        ("on the path", "148", Status::OnTrack),
        ("a pace of 0.95", "145.6", Status::OnTrack),
        ("one of the last digit less", "145.5999", Status::Lagging),
        ("a pace of 1.05", "150.4", Status::Ahead),
        ("one of the last digit less than ahead", "150.3999", Status::OnTrack),
        ("the bound itself", "180", Status::Achieved),
        ("one of the last digit less than the bound", "179.9999", Status::Ahead),
        ("below the baseline", "99", Status::Worsening),
    ] {
        let assessment = assessed(&target, &[("2024", value)], "2025-02-01");
        assert_eq!(assessment.verdict.status, status, "{name}");
        assert_eq!(
            assessment.evidence.goal,
            Ok(Point::new(period("2026"), dec!(180))),
            "{name}"
        );
        assert_eq!(assessment.evidence.expected, Ok(dec!(148)), "{name}");
    }
    for (at_the_deadline, status) in [("180", Status::Achieved), ("179.9999", Status::Missed)] {
        assert_eq!(
            judged(&target, &[("2026", at_the_deadline)], "2027-02-01").status,
            status
        );
    }
}

#[test]
fn it_falls_as_well() {
    let start = Baseline::stated(period("2021"), dec!(300));
    let target = promise(Measure::Flow, Goal::change(Bound::AtMost(dec!(-0.5))))
        .reference(Reference::new(period("2026"), dec!(200)))
        .baseline(start)
        .build()
        .unwrap();
    // A change grows at a constant rate: 300 to 100 in five years.
    let assessment = assessed(&target, &[("2026", "100")], "2027-02-01");
    assert_eq!(assessment.verdict.status, Status::Achieved);
    let third = assessed(&target, &[("2024", "160")], "2025-02-01");
    assert_eq!(
        third.evidence.expected.map(|value| value.round_dp(4)),
        Ok(dec!(155.1846))
    );
    assert_eq!(third.verdict.status, Status::OnTrack);
}

#[test]
fn without_a_baseline_the_level_alone_decides() {
    let target = promise(Measure::Flow, Goal::change(Bound::AtMost(dec!(-0.31))))
        .reference(Reference::new(period("2026"), dec!(2869)))
        .build()
        .unwrap();
    for (value, status, reason) in [
        ("1979.61", Status::Achieved, Reason::from(Ground::BoundMet)),
        ("1979.6101", Status::Missed, Reason::from(Ground::BoundNotMet)),
    ] {
        let verdict = judged(&target, &[("2026", value)], "2027-02-01");
        assert_eq!((verdict.status, verdict.reason), (status, reason));
    }
    let before = judged(&target, &[("2024", "2000")], "2025-02-01");
    assert_eq!(
        (before.status, before.reason),
        (Status::Unknown, Reason::from(Missing::NoBaseline))
    );
}

#[test]
fn a_reference_belongs_to_a_change_of_values() {
    let refused = |goal: Goal, value: Decimal| {
        let reference = Reference::new(period("2026"), value);
        let baseline = Baseline::stated(period("2021"), dec!(100));
        let problems = promise(Measure::Flow, goal)
            .reference(reference)
            .baseline(baseline)
            .build();
        problems.unwrap_err().to_string()
    };
    let only_changes = "error[reference_without_change]: goal.reference: a reference is what a `change` of values counts from, and this is a goal of \
         the kind";
    assert_eq!(
        refused(Goal::level(Bound::AtLeast(dec!(180))), dec!(200)),
        format!("{only_changes} `level`")
    );
    assert_eq!(
        refused(Goal::addition(Bound::AtLeast(dec!(180))), dec!(200)),
        format!("{only_changes} `addition`")
    );
    assert_eq!(
        refused(Goal::change(Bound::AtLeast(dec!(0.1))), dec!(-1)),
        "error[relative_to_zero]: goal.reference.value: a relative change counts from a value above zero, and -1 is not; an \
         `addition` can start there"
    );
}
