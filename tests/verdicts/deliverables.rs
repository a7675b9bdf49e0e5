//! Something done or not by a date, in every state and order of reports.

use milepost::plan::Verifiability;
use milepost::series::DeliveryState;
use milepost::{
    AsOf, Caveat, Deliverable, Delivery, Ground, Language, Missing, Observations, Pillar, Plan, Published, Reason,
    Report, Rule, Status, assess_deliverable, assess_plan, dec, text,
};

use crate::setting::{code, day, period};

/// Promised by the end of 2024.
fn street(verifiability: Verifiability) -> Deliverable {
    Deliverable::new(
        code("street"),
        "The old street is open".try_into().unwrap(),
        period("2024"),
    )
    .with_verifiability(verifiability)
}

fn reports(reported: &[(DeliveryState, &str)]) -> Vec<Delivery> {
    reported
        .iter()
        .map(|&(state, on)| Delivery::new(state, day(on)))
        .collect()
}

#[test]
fn every_state_before_at_and_after_the_deadline() {
    use DeliveryState::{Cancelled, Completed, InUse, NotStarted, UnderWay};
    let on = |text| day(text);
    let delivered = |text| Reason::from(Ground::delivered(on(text)));
    let not_delivered = |text| Reason::from(Ground::not_delivered(on(text)));
    let cases: &[(&str, &[(DeliveryState, &str)], &str, Status, Reason)] = &[
        (
            "nothing reported, not due",
            &[],
            "2024-12-31",
            Status::NotDue,
            Reason::from(Ground::NotDueYet),
        ),
        (
            "nothing reported, past due",
            &[],
            "2025-01-01",
            Status::Unknown,
            Reason::from(Missing::NotReported),
        ),
        (
            "not started, not due",
            &[(NotStarted, "2023-06-01")],
            "2024-12-31",
            Status::NotDue,
            Reason::from(Ground::NotDueYet),
        ),
        (
            "not started, past due",
            &[(NotStarted, "2023-06-01")],
            "2025-01-01",
            Status::Unknown,
            Reason::from(Missing::NotReported),
        ),
        (
            "under way, past due",
            &[(UnderWay, "2024-12-30")],
            "2025-01-01",
            Status::Unknown,
            Reason::from(Missing::NotReported),
        ),
        (
            "under way on the last day",
            &[(UnderWay, "2024-12-31")],
            "2024-12-31",
            Status::NotDue,
            Reason::from(Ground::NotDueYet),
        ),
        (
            "under way on the last day, past due",
            &[(UnderWay, "2024-12-31")],
            "2025-01-01",
            Status::Missed,
            not_delivered("2024-12-31"),
        ),
        (
            "not started afterwards",
            &[(NotStarted, "2025-03-01")],
            "2025-06-30",
            Status::Missed,
            not_delivered("2025-03-01"),
        ),
        (
            "completed early",
            &[(Completed, "2023-05-01")],
            "2023-05-01",
            Status::Achieved,
            delivered("2023-05-01"),
        ),
        (
            "in use on the last day",
            &[(InUse, "2024-12-31")],
            "2030-01-01",
            Status::Achieved,
            delivered("2024-12-31"),
        ),
        (
            "completed, then in use after the deadline",
            &[(Completed, "2024-12-01"), (InUse, "2025-02-01")],
            "2025-06-30",
            Status::Achieved,
            delivered("2024-12-01"),
        ),
        (
            "completed late",
            &[(UnderWay, "2024-12-31"), (Completed, "2025-01-01")],
            "2025-06-30",
            Status::Missed,
            Reason::from(Ground::delivered_late(on("2025-01-01"))),
        ),
        (
            "reported tomorrow",
            &[(Completed, "2024-06-02")],
            "2024-06-01",
            Status::NotDue,
            Reason::from(Ground::NotDueYet),
        ),
        (
            "cancelled, not due",
            &[(UnderWay, "2023-01-01"), (Cancelled, "2023-06-01")],
            "2023-07-01",
            Status::Missed,
            Reason::from(Ground::cancelled(on("2023-06-01"))),
        ),
        (
            "cancelled and taken up again",
            &[(Cancelled, "2023-06-01"), (UnderWay, "2023-09-01")],
            "2024-01-01",
            Status::NotDue,
            Reason::from(Ground::NotDueYet),
        ),
    ];
    for (name, reported, as_of, status, reason) in cases {
        for verifiability in [Verifiability::Criterion, Verifiability::Title] {
            let assessment = assess_deliverable(&street(verifiability), &reports(reported), day(as_of));
            assert_eq!((assessment.status, assessment.reason), (*status, *reason), "{name}");
            assert_eq!(assessment.deliverable, code("street"));
        }
        let nobody_can_tell = assess_deliverable(&street(Verifiability::None), &reports(reported), day(as_of));
        assert_eq!(
            (nobody_can_tell.status, nobody_can_tell.reason),
            (Status::Unknown, Reason::from(Missing::NotVerifiable)),
            "{name}"
        );
    }
}

#[test]
fn the_latest_report_is_shown_in_whatever_order_they_come() {
    let mut all = reports(&[
        (DeliveryState::UnderWay, "2023-01-01"),
        (DeliveryState::Completed, "2024-03-01"),
    ]);
    all.reverse();
    let assessment = assess_deliverable(&street(Verifiability::Title), &all, day("2024-06-30"));
    assert_eq!(
        assessment.latest_report.as_ref().map(Delivery::state),
        Some(DeliveryState::Completed)
    );
    let earlier = assess_deliverable(&street(Verifiability::Title), &all, day("2024-02-29"));
    assert_eq!(
        earlier.latest_report.as_ref().map(Delivery::state),
        Some(DeliveryState::UnderWay)
    );
    assert_eq!(earlier.status, Status::NotDue);
}

#[test]
fn a_replay_knows_only_what_was_published() {
    let done = |published| Delivery::new(DeliveryState::Completed, day("2024-06-01")).with_published(published);
    let status =
        |published, as_of: AsOf| assess_deliverable(&street(Verifiability::Title), &[done(published)], as_of).status;
    let later = Published::On(day("2025-03-01"));
    assert_eq!(status(later, day("2025-02-28").into()), Status::Unknown);
    assert_eq!(status(later, day("2025-03-01").into()), Status::Achieved);
    let undated = Published::Unstated;
    assert_eq!(status(undated, day("2025-03-01").into()), Status::Unknown);
    assert_eq!(
        status(undated, AsOf::from(day("2025-03-01")).including_undated()),
        Status::Achieved
    );
}

#[test]
fn the_share_done_is_shown_and_decides_nothing() {
    let report = Delivery::new(DeliveryState::UnderWay, day("2024-06-01"))
        .with_share_done(dec!(1))
        .unwrap();
    let assessment = assess_deliverable(&street(Verifiability::Criterion), &[report], day("2024-06-30"));
    assert_eq!(assessment.status, Status::NotDue);
    assert_eq!(assessment.latest_report.unwrap().share_done(), Some(dec!(1)));
}

#[test]
fn a_share_that_is_done_is_judged_beside_its_time() {
    // Half of two years is over on the last day of 2023.
    let street = street(Verifiability::Criterion).with_begins(day("2023-01-01"));
    let done = |share, on| {
        let report = Delivery::new(DeliveryState::UnderWay, day(on));
        report.with_share_done(share).unwrap()
    };
    for (name, share, on, status, pace) in [
        ("ahead", dec!(0.525), "2023-12-31", Status::Ahead, dec!(1.05)),
        (
            "one less than ahead",
            dec!(0.5249),
            "2023-12-31",
            Status::OnTrack,
            dec!(1.0498),
        ),
        ("on track", dec!(0.475), "2023-12-31", Status::OnTrack, dec!(0.95)),
        (
            "one less than on track",
            dec!(0.4749),
            "2023-12-31",
            Status::Lagging,
            dec!(0.9498),
        ),
        ("lagging", dec!(0.3), "2023-12-31", Status::Lagging, dec!(0.6)),
        (
            "one less than lagging",
            dec!(0.2999),
            "2023-12-31",
            Status::OffTrack,
            dec!(0.5998),
        ),
        ("nothing done", dec!(0), "2023-12-31", Status::OffTrack, dec!(0)),
        (
            "on the first day",
            dec!(0.01),
            "2023-01-31",
            Status::OffTrack,
            dec!(0.24),
        ),
    ] {
        let assessment = assess_deliverable(&street, &[done(share, on)], day("2024-06-30"));
        assert_eq!(
            (assessment.status, assessment.reason),
            (status, Reason::from(Ground::Pace)),
            "{name}"
        );
        assert_eq!(assessment.pace, Some(pace), "{name}");
    }
    // Without a beginning there is no time, and behind the deadline a share decides nothing.
    let unbegun = assess_deliverable(
        &self::street(Verifiability::Criterion),
        &[done(dec!(0.5), "2023-12-31")],
        day("2024-06-30"),
    );
    assert_eq!((unbegun.status, unbegun.pace), (Status::NotDue, None));
    let over = assess_deliverable(&street, &[done(dec!(0.9), "2024-12-31")], day("2025-01-31"));
    assert_eq!((over.status, over.pace), (Status::Missed, None));
    let before = assess_deliverable(&street, &[done(dec!(0.9), "2022-06-30")], day("2024-06-30"));
    assert_eq!((before.status, before.pace), (Status::NotDue, None));
}

#[test]
fn what_was_reported_done_and_later_under_way_is_named() {
    use DeliveryState::{Cancelled, Completed, InUse, UnderWay};
    for (name, reported, status, is_named) in [
        (
            "undone",
            &[(Completed, "2024-01-01"), (UnderWay, "2024-03-01")][..],
            Status::Achieved,
            true,
        ),
        (
            "done",
            &[(UnderWay, "2024-01-01"), (Completed, "2024-03-01")],
            Status::Achieved,
            false,
        ),
        (
            "in use",
            &[(Completed, "2024-01-01"), (InUse, "2024-03-01")],
            Status::Achieved,
            false,
        ),
        (
            "given up",
            &[(Completed, "2024-01-01"), (Cancelled, "2024-03-01")],
            Status::Missed,
            false,
        ),
        ("never done", &[(UnderWay, "2024-01-01")], Status::NotDue, false),
    ] {
        let assessment = assess_deliverable(&street(Verifiability::Title), &reports(reported), day("2024-06-30"));
        assert_eq!(assessment.status, status, "{name}");
        assert_eq!(assessment.caveats.contains(Caveat::ReportedUndone), is_named, "{name}");
        let told = told_in_its_row(&street(Verifiability::Title), reports(reported));
        let words = is_named.then_some("it was reported as done before, and later as not");
        assert_eq!(told, Vec::from_iter(words), "{name}");
    }
}

/// The caveats in the row of a deliverable, as of June 2024.
fn told_in_its_row(street: &Deliverable, reported: Vec<Delivery>) -> Vec<String> {
    let pillar = Pillar::new(code("streets"), text!("Streets")).with_deliverable(street.clone());
    let plan = Plan::builder(code("plan"), text!("Plan"), period("2022-01-01/P3Y"));
    let plan = plan.pillar(pillar).build().unwrap();
    let observations = Observations::default()
        .with_deliveries(street.code().clone(), reported)
        .unwrap();
    let as_of = AsOf::from(day("2024-06-30")).including_undated();
    let assessment = assess_plan(&plan, &observations, as_of, &Rule::pace());
    let report = Report::new(&plan, &observations, &assessment, Language::English);
    let row = report.deliverable(street.code()).unwrap();
    let caveats = row
        .caveats
        .iter()
        .filter(|caveat| caveat.value != Caveat::PublicationUndated);
    caveats.map(|caveat| caveat.words.clone()).collect()
}
