//! Sums that must not be exceeded.

use milepost::{Baseline, Bound, Caveat, Goal, Ground, Measure, Missing, Reason, Requirement, Status, Target, dec};

use crate::setting::{Figures, assessed, code, judged, never_negative, period, promise};

fn budget(bound: Bound) -> Target {
    Target::builder(
        code("promise"),
        never_negative(),
        Goal::cumulative(bound),
        period("2026"),
    )
    .baseline(Baseline::observed(period("2021")))
    .build()
    .unwrap()
}

#[test]
fn a_budget_is_missed_as_soon_as_it_is_exceeded() {
    use Status::{Achieved, Lagging, Missed, OffTrack, OnTrack};
    let at_most = budget(Bound::AtMost(dec!(1000)));
    let less_than = budget(Bound::LessThan(dec!(1000)));
    let cases: &[(&str, &Target, Figures<'_>, &str, Status, Reason)] = &[
        (
            "within the time",
            &at_most,
            &[("2022", "200")],
            "2023-01-01",
            OnTrack,
            Reason::from(Ground::WithinLimit),
        ),
        (
            "ahead of the time, by less than the margin",
            &at_most,
            &[("2022", "210.5")],
            "2023-01-01",
            OnTrack,
            Reason::from(Ground::WithinLimit),
        ),
        (
            "ahead of the time, by more than the margin",
            &at_most,
            &[("2022", "210.6")],
            "2023-01-01",
            Lagging,
            Reason::from(Ground::Pace),
        ),
        (
            "nothing spent",
            &at_most,
            &[("2022", "0")],
            "2023-01-01",
            OnTrack,
            Reason::from(Ground::WithinLimit),
        ),
        (
            "money back",
            &at_most,
            &[("2022", "-10")],
            "2023-01-01",
            OnTrack,
            Reason::from(Ground::WithinLimit),
        ),
        (
            "exactly exhausted long before",
            &at_most,
            &[("2022", "900"), ("2023", "100")],
            "2024-01-01",
            OffTrack,
            Reason::from(Ground::Pace),
        ),
        (
            "exactly exhausted where it must stay below",
            &less_than,
            &[("2022", "900"), ("2023", "100")],
            "2024-01-01",
            Missed,
            Reason::from(Ground::LimitExceeded),
        ),
        (
            "exceeded long before the deadline",
            &at_most,
            &[("2022", "900"), ("2023", "100.01")],
            "2024-01-01",
            Missed,
            Reason::from(Ground::LimitExceeded),
        ),
        (
            "over, exactly exhausted",
            &at_most,
            &[("2022-01-01..2026", "1000")],
            "2027-01-01",
            Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            "over, exactly exhausted where it must stay below",
            &less_than,
            &[("2022-01-01..2026", "1000")],
            "2027-01-01",
            Missed,
            Reason::from(Ground::BoundNotMet),
        ),
        (
            "over, exceeded",
            &at_most,
            &[("2022-01-01..2026", "1000.01")],
            "2027-01-01",
            Missed,
            Reason::from(Ground::BoundNotMet),
        ),
    ];
    for (name, target, figures, as_of, status, reason) in cases {
        let verdict = judged(target, figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
        assert!(!verdict.caveats.contains(Caveat::Early), "{name}");
    }
}

#[test]
fn with_a_gap_a_budget_can_only_be_exceeded() {
    let target = budget(Bound::AtMost(dec!(1000)));
    // The first half of 2023 is missing: 700 at least are spent by its end, which is off track or exceeded.
    let verdict = judged(&target, &[("2022", "150"), ("2023-S2", "550")], "2024-01-01");
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::OnTrack, Some(period("2022")))
    );
    assert!(verdict.caveats.contains(Caveat::NewerFigureIsOnlyABound));
    let exceeded = judged(&target, &[("2022", "150"), ("2023-S2", "851")], "2024-01-01");
    assert_eq!(
        (exceeded.status, exceeded.reason),
        (Status::Missed, Reason::from(Ground::LimitExceeded))
    );
    assert!(exceeded.caveats.contains(Caveat::SumHasGap));
    // With money that came back, a sum with a gap proves nothing.
    let netted = judged(&target, &[("2022", "-150"), ("2023-S2", "1151")], "2024-01-01");
    assert_eq!(
        (netted.status, netted.deciding_period),
        (Status::OnTrack, Some(period("2022")))
    );
}

#[test]
fn an_exceeded_budget_stays_exceeded_however_old_the_figure() {
    let target = budget(Bound::AtMost(dec!(1000)));
    let figures = [("2022", "1000.01")];
    for as_of in ["2023-01-01", "2025-06-30", "2027-06-30"] {
        let verdict = judged(&target, &figures, as_of);
        assert_eq!(
            (verdict.status, verdict.reason),
            (Status::Missed, Reason::from(Ground::LimitExceeded)),
            "{as_of}"
        );
    }
    // With a refund among the flows the sum may fall again, so that an old figure says nothing.
    let refunded = judged(&target, &[("2022", "1100"), ("2023", "-50")], "2026-06-30");
    assert_eq!(
        (refunded.status, refunded.last_status),
        (Status::Unknown, Some(Status::OffTrack))
    );
}

#[test]
fn a_budget_with_an_unpublished_tolerance_is_unknown_beside_its_bound() {
    let target = promise(
        Measure::Flow,
        Goal::cumulative(Requirement::with_tolerance_not_stated(Bound::AtMost(dec!(1000)))),
    )
    .baseline(Baseline::observed(period("2021")))
    .build()
    .unwrap();
    for (figures, as_of) in [
        (&[("2022", "1000.01")][..], "2023-01-01"),
        (&[("2022-01-01..2026", "1000.01")], "2027-01-01"),
    ] {
        let verdict = judged(&target, figures, as_of);
        assert_eq!(
            (verdict.status, verdict.reason),
            (Status::Unknown, Reason::from(Missing::ToleranceNotStated)),
            "{as_of}"
        );
    }
    assert_eq!(
        judged(&target, &[("2022", "200")], "2023-01-01").status,
        Status::OnTrack
    );
}

#[test]
fn the_evidence_of_a_budget() {
    // 1,000 for five years, 250 and 200 spent in two: 400 were allowed, 550 are left for three years, 183.33 a year.
    let target = budget(Bound::AtMost(dec!(1000)));
    let assessment = assessed(&target, &[("2022", "250"), ("2023", "200")], "2024-01-01");
    let facts = assessment.evidence;
    assert_eq!(assessment.verdict.status, Status::Lagging);
    assert!(assessment.verdict.caveats.contains(Caveat::DriftingToTheLimit));
    assert_eq!(facts.expected, Ok(dec!(400)));
    assert_eq!(facts.gap, Ok(dec!(50)));
    assert_eq!(facts.share_of_way, Ok(dec!(0.45)));
    assert_eq!(facts.share_expected, Ok(dec!(0.4)));
    assert_eq!(facts.pace, Ok(dec!(0.888888888889)));
    assert_eq!(facts.remaining, Ok(dec!(550)));
    assert_eq!(facts.change_so_far, Ok(dec!(225)));
    assert_eq!(facts.change_required, Ok(dec!(200)));
    assert_eq!(facts.change_required_from_now.unwrap().round_dp(2), dec!(183.33));
    assert_eq!(facts.projection, Ok(dec!(1125)));
    assert_eq!(facts.growth_so_far, Err(Missing::NotForThisGoal));
    assert_eq!(facts.arrival, Err(Missing::NotForThisGoal));
}
