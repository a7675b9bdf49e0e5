//! Promises that were amended, replayed on the days around each amendment.

use milepost::plan::{TargetBuilder, Than};
use milepost::series::DeliveryState;
use milepost::{
    Amendment, Baseline, Bound, Caveat, Changes, Deliverable, Delivery, Direction, Evidence, Goal, Indicator, Length,
    Measure, Milestone, Missing, Observations, Outcome, Pillar, Plan, Reason, Revision, Rule, Shape, Status, Target,
    assess_deliverable, assess_plan, compare, compare_plan, dec, evidence, verdict,
};

use crate::catalogue;
use crate::setting::{Figures, assessed, code, day, judged_by, milestone, period, quantity, series};

fn since(at: &str) -> Amendment {
    Amendment::new(day(at))
}

fn at_least(share: i64) -> Goal {
    Goal::level(Bound::AtLeast(share.into()))
}

fn at_most(share: i64) -> Goal {
    Goal::level(Bound::AtMost(share.into()))
}

/// A share that is to get from 60 % in 2020 somewhere in 2025.
fn share(goal: Goal) -> TargetBuilder {
    Target::builder(code("t"), quantity(Measure::Share), goal, period("2025"))
        .baseline(Baseline::stated(period("2020"), dec!(60)))
}

#[test]
fn the_version_in_force_on_the_day_is_judged() {
    use Status::{Ahead, Lagging, OffTrack, OnTrack};

    let lowered = || share(at_least(80)).amendment(since("2023-06-01"), Changes::new().goal(at_least(70)));
    let postponed = Changes::new().deadline(period("2027"));
    let twice = lowered().amendment(since("2024-09-01"), postponed.clone());
    // Published half a year after it is in force, and the other way round: the later day counts.
    let published_late = share(at_least(80)).amendment(
        since("2023-01-01").published_on(day("2023-06-01")),
        Changes::new().goal(at_least(70)),
    );
    let published_early = share(at_least(80)).amendment(
        since("2023-06-01").published_on(day("2023-01-01")),
        Changes::new().goal(at_least(70)),
    );
    let raised = share(at_least(70)).amendment(since("2023-06-01"), Changes::new().goal(at_least(80)));
    let falling = share(at_most(40)).amendment(since("2023-06-01"), Changes::new().goal(at_most(50)));
    let redefined = share(at_least(80)).amendment(
        since("2023-06-01"),
        Changes::new().baseline(Baseline::stated(period("2020"), dec!(50))),
    );
    let seen: Figures<'_> = &[
        ("2022@2023-01-15", "66"),
        ("2023@2024-01-15", "66"),
        ("2024@2025-01-15", "67"),
    ];
    let fallen: Figures<'_> = &[("2022@2023-01-15", "54"), ("2023@2024-01-15", "54")];
    let cases: &[(&str, TargetBuilder, Figures<'_>, &[(&str, Status, &str)])] = &[
        (
            "lowered",
            lowered(),
            seen,
            &[
                ("2023-05-31", Lagging, "68"),
                ("2023-06-01", Ahead, "64"),
                ("2024-02-01", OnTrack, "66"),
                ("2025-02-01", Lagging, "68"),
            ],
        ),
        (
            "published late",
            published_late,
            seen,
            &[("2023-05-31", Lagging, "68"), ("2023-06-01", Ahead, "64")],
        ),
        (
            "published early",
            published_early,
            seen,
            &[("2023-05-31", Lagging, "68"), ("2023-06-01", Ahead, "64")],
        ),
        (
            "lowered, and postponed",
            twice,
            seen,
            &[
                ("2023-05-31", Lagging, "68"),
                ("2023-06-01", Ahead, "64"),
                ("2024-08-31", OnTrack, "66"),
                // 60 + 10 × 3 ÷ 7, and 4 ÷ 7.
                ("2024-09-01", Ahead, "64.2857142857142857142857142857"),
                ("2025-02-01", Ahead, "65.7142857142857142857142857143"),
            ],
        ),
        (
            "raised",
            raised,
            seen,
            &[
                ("2023-05-31", Ahead, "64"),
                ("2023-06-01", Lagging, "68"),
                ("2025-02-01", OffTrack, "76"),
            ],
        ),
        (
            "raised, of what is to fall",
            falling,
            fallen,
            &[
                ("2023-05-31", Lagging, "52"),
                ("2023-06-01", Ahead, "56"),
                ("2024-02-01", OnTrack, "54"),
            ],
        ),
        (
            "another baseline",
            redefined,
            seen,
            &[("2023-05-31", Lagging, "68"), ("2023-06-01", Ahead, "62")],
        ),
    ];
    for (name, builder, seen, replayed) in cases {
        let target = builder.clone().build().unwrap();
        for (at, status, expected) in *replayed {
            let assessment = assessed(&target, seen, at);
            assert_eq!(assessment.verdict.status, *status, "{name} on {at}");
            assert_eq!(
                assessment.evidence.expected,
                Ok(expected.parse().unwrap()),
                "{name} on {at}"
            );
            assert!(
                !assessment.verdict.caveats.contains(Caveat::AmendedAfterDeadline),
                "{name} on {at}"
            );
        }
    }
}

/// By every rule: before the amendment as if there were none, and since then as if it had been written so.
#[test]
fn an_amendment_changes_nothing_but_what_it_says_by_any_rule() {
    let amended = share(at_least(80))
        .milestone(Milestone::value(period("2022"), dec!(66)))
        .amendment(
            since("2023-06-01"),
            Changes::new().goal(at_least(75)).deadline(period("2026")),
        )
        .build()
        .unwrap();
    let first = share(at_least(80))
        .milestone(Milestone::value(period("2022"), dec!(66)))
        .build()
        .unwrap();
    let as_one = Target::builder(code("t"), quantity(Measure::Share), at_least(75), period("2026"))
        .baseline(Baseline::stated(period("2020"), dec!(60)))
        .milestone(Milestone::value(period("2022"), dec!(66)))
        .build()
        .unwrap();
    assert_eq!(amended.first_promise(), first);
    assert_eq!(amended.versions()[0].promised(), &as_one);
    let seen: Figures<'_> = &[
        ("2020", "60"),
        ("2021", "63"),
        ("2022", "66"),
        ("2023", "69"),
        ("2025", "74"),
    ];
    for rule in catalogue::rules() {
        for at in [
            "2022-03-01",
            "2023-05-31",
            "2023-06-01",
            "2024-03-01",
            "2026-03-01",
            "2027-03-01",
        ] {
            let written = if day(at) < day("2023-06-01") { &first } else { &as_one };
            let [found, expected] = [&amended, written].map(|target| judged_by(&rule, target, seen, at));
            assert_eq!(found, expected, "{} on {at}", rule.code());
        }
    }
}

#[test]
fn a_promise_that_was_due_can_be_amended() {
    let seen: Figures<'_> = &[("2024@2025-01-15", "70"), ("2025@2026-01-15", "72")];
    let amended = |at: &str, changes: Changes| share(at_least(80)).amendment(since(at), changes).build().unwrap();
    let postponed = || Changes::new().deadline(period("2027"));
    for (name, target, at, status, is_late) in [
        (
            "not yet",
            amended("2026-03-01", postponed()),
            "2026-02-28",
            Status::Missed,
            false,
        ),
        (
            "postponed",
            amended("2026-03-01", postponed()),
            "2026-03-01",
            Status::Lagging,
            true,
        ),
        (
            "on the last day",
            amended("2025-12-31", postponed()),
            "2026-03-01",
            Status::Lagging,
            false,
        ),
        (
            "on the day after",
            amended("2026-01-01", postponed()),
            "2026-03-01",
            Status::Lagging,
            true,
        ),
        (
            "lowered",
            amended("2026-03-01", Changes::new().goal(at_least(72))),
            "2026-03-01",
            Status::Achieved,
            true,
        ),
        (
            "raised and postponed",
            amended("2026-03-01", Changes::new().goal(at_least(90)).deadline(period("2030"))),
            "2026-03-01",
            Status::Lagging,
            true,
        ),
        (
            "postponed before and after",
            share(at_least(80))
                .amendment(since("2025-06-01"), Changes::new().deadline(period("2026")))
                .amendment(since("2026-12-31"), postponed())
                .build()
                .unwrap(),
            "2027-01-10",
            Status::Lagging,
            false,
        ),
    ] {
        let verdict = assessed(&target, seen, at).verdict;
        assert_eq!(verdict.status, status, "{name}");
        assert_eq!(
            verdict.caveats.contains(Caveat::AmendedAfterDeadline),
            is_late,
            "{name}"
        );
        let by_first = assessed(&target, seen, at).by_first_promise;
        assert!(
            by_first.is_none_or(|first| first.verdict.status == Status::Missed),
            "{name}"
        );
        let by_rule = judged_by(&catalogue::rules()[0], &target, seen, at);
        assert_eq!(
            by_rule.caveats.contains(Caveat::AmendedAfterDeadline),
            is_late,
            "{name}"
        );
    }
}

/// Kept, broken, unknown and to come.
fn record(target: &Target, seen: Figures<'_>, at: &str) -> [u32; 4] {
    let record = assessed(target, seen, at).evidence.record.unwrap();
    [record.kept, record.broken, record.unknown, record.to_come.unwrap_or(99)]
}

#[test]
fn each_period_is_judged_by_the_version_in_force_at_its_end() {
    let keep = |share: i64, every: Length| Goal::keep(Bound::AtMost(share.into()), every);
    let trend = |direction| Goal::trend(direction);
    let seen: Figures<'_> = &[
        ("2020", "60"),
        ("2021", "54"),
        ("2022", "52"),
        ("2023", "52"),
        ("2024", "49"),
        ("2023-Q3", "52"),
        ("2023-Q4", "49"),
        ("2024-Q1", "51"),
        ("2024-Q2", "50"),
        ("2024-Q3", "50"),
        ("2024-Q4", "49"),
    ];
    let cases: &[(&str, Goal, &str, Changes, &[(&str, [u32; 4])])] = &[
        (
            "a stricter bound",
            keep(55, Length::YEAR),
            "2023-12-31",
            Changes::new().goal(keep(50, Length::YEAR)),
            &[
                ("2023-12-30", [2, 0, 0, 3]),
                ("2024-01-10", [2, 1, 0, 2]),
                ("2025-01-10", [3, 1, 0, 1]),
            ],
        ),
        (
            "a stricter bound from the day after",
            keep(55, Length::YEAR),
            "2024-01-01",
            Changes::new().goal(keep(50, Length::YEAR)),
            &[
                ("2023-12-31", [2, 0, 0, 3]),
                ("2024-01-10", [3, 0, 0, 2]),
                ("2025-01-10", [4, 0, 0, 1]),
            ],
        ),
        (
            "another rhythm",
            keep(55, Length::YEAR),
            "2024-01-01",
            Changes::new().goal(keep(50, Length::QUARTER)),
            // Three years, and of the four quarters one is above 50.
            &[("2024-01-10", [3, 0, 0, 8]), ("2025-01-10", [6, 1, 0, 4])],
        ),
        (
            "for longer",
            keep(55, Length::YEAR),
            "2024-06-01",
            Changes::new().deadline(period("2028")),
            &[
                ("2024-05-31", [3, 0, 0, 2]),
                ("2024-06-01", [3, 0, 0, 5]),
                ("2025-01-10", [4, 0, 0, 4]),
            ],
        ),
        (
            "the other way",
            trend(Direction::Falling),
            "2023-06-01",
            Changes::new().goal(trend(Direction::Rising)),
            // Down, down, then level and down where up was promised.
            &[
                ("2023-05-31", [2, 0, 0, 3]),
                ("2024-01-10", [2, 1, 0, 2]),
                ("2025-01-10", [2, 2, 0, 1]),
            ],
        ),
        (
            "a level that is to be kept from now on",
            at_most(50),
            "2023-06-01",
            Changes::new().goal(keep(50, Length::YEAR)),
            &[("2024-01-10", [0, 1, 0, 2]), ("2025-01-10", [1, 1, 0, 1])],
        ),
        (
            "each figure as it comes",
            Goal::keep(Bound::AtMost(dec!(55)), milepost::Every::Figure),
            "2024-06-01",
            Changes::new().goal(Goal::keep(Bound::AtMost(dec!(49)), milepost::Every::Figure)),
            &[("2024-05-31", [4, 0, 0, 99]), ("2025-01-10", [6, 2, 0, 99])],
        ),
    ];
    for (name, goal, at, changes, replayed) in cases {
        let target = share(*goal).amendment(since(at), changes.clone()).build().unwrap();
        let years_only: Vec<_> = seen
            .iter()
            .copied()
            .filter(|(at, _)| name != &"each figure as it comes" || !at.contains("2023-Q"))
            .collect();
        for (at, expected) in *replayed {
            assert_eq!(record(&target, &years_only, at), *expected, "{name} on {at}");
        }
    }
    // What is a level again has no record.
    let target = share(keep(55, Length::YEAR))
        .amendment(since("2024-01-01"), Changes::new().goal(at_most(45)))
        .build()
        .unwrap();
    assert_eq!(record(&target, seen, "2023-12-31"), [2, 0, 0, 3]);
    assert!(assessed(&target, seen, "2024-01-10").evidence.record.is_err());
}

#[test]
fn each_milestone_is_judged_by_the_version_in_force_at_its_end() {
    let target = share(at_least(80))
        .milestone(Milestone::value(period("2022"), dec!(68)))
        .milestone(Milestone::value(period("2023"), dec!(72)))
        .amendment(
            since("2023-06-01"),
            Changes::new().goal(at_least(70)).milestones([
                // What is over by then is on the path, and no promise any more.
                Milestone::value(period("2022"), dec!(63)),
                Milestone::of_goal(period("2024"), dec!(67)),
            ]),
        )
        .build()
        .unwrap();
    let seen: Figures<'_> = &[("2022", "66"), ("2023", "66"), ("2024", "67")];
    let outcomes = |at: &str| {
        let facts: Evidence = evidence(&target, &series(&target, seen), day(at));
        let milestones = facts.milestones.unwrap().into_iter();
        let kept: Vec<_> = milestones
            .map(|one| {
                (
                    one.milestone.period.to_string(),
                    one.milestone.value,
                    one.outcome == Some(Outcome::Kept),
                )
            })
            .collect();
        (kept, facts.next_milestone.map(|next| next.milestone.period.to_string()))
    };
    let due = |year: &str, value: i64, kept: bool| (year.to_owned(), value.into(), kept);
    assert_eq!(outcomes("2022-12-31"), (vec![], Some("2022".into())));
    assert_eq!(
        outcomes("2023-05-31"),
        (vec![due("2022", 68, false)], Some("2023".into()))
    );
    assert_eq!(
        outcomes("2023-06-01"),
        (vec![due("2022", 68, false)], Some("2024".into()))
    );
    assert_eq!(
        outcomes("2025-01-10"),
        (vec![due("2022", 68, false), due("2024", 67, true)], None)
    );
    // The path leads through those of the version in force: halfway from 63 to 67.
    assert_eq!(assessed(&target, seen, "2024-01-10").evidence.expected, Ok(dec!(65)));
}

#[test]
fn a_limit_that_is_raised_stays_one() {
    let cap = share(at_most(62))
        .amendment(since("2023-06-01"), Changes::new().goal(at_most(70)))
        .build()
        .unwrap();
    let seen: Figures<'_> = &[("2021", "61"), ("2022", "64"), ("2023", "65")];
    for (at, status) in [("2023-05-31", Status::Worsening), ("2023-06-01", Status::OnTrack)] {
        let assessment = assessed(&cap, seen, at);
        assert_eq!(
            (assessment.verdict.status, assessment.evidence.is_limit),
            (status, true),
            "{at}"
        );
    }
    // One that the baseline does not keep to any more is to be reached.
    let lowered = share(at_most(62)).amendment(since("2023-06-01"), Changes::new().goal(at_most(55)));
    let lowered = lowered.build().unwrap();
    assert!(!assessed(&lowered, seen, "2023-06-01").evidence.is_limit);
}

#[test]
fn a_deliverable_is_judged_by_the_deadline_in_force() {
    let street =
        Deliverable::new(code("street"), "Street".try_into().unwrap(), period("2024")).with_begins(day("2023-01-01"));
    let postponed = |at: &str, until: &str| street.clone().with_amendment(since(at), period(until));
    let done = |on: &str| vec![Delivery::new(DeliveryState::Completed, day(on))];
    let half = vec![
        Delivery::new(DeliveryState::UnderWay, day("2024-07-01"))
            .with_share_done(dec!(0.5))
            .unwrap(),
    ];
    for (name, street, reports, at, status, is_late) in [
        ("due", street.clone(), vec![], "2025-01-01", Status::Unknown, false),
        (
            "postponed",
            postponed("2024-12-31", "2025"),
            vec![],
            "2025-01-01",
            Status::NotDue,
            false,
        ),
        (
            "postponed once it was due",
            postponed("2025-01-01", "2025"),
            vec![],
            "2025-01-01",
            Status::NotDue,
            true,
        ),
        (
            "not yet postponed",
            postponed("2025-01-02", "2025"),
            vec![],
            "2025-01-01",
            Status::Unknown,
            false,
        ),
        (
            "done late",
            street.clone(),
            done("2025-03-01"),
            "2025-04-01",
            Status::Missed,
            false,
        ),
        (
            "done after it was postponed",
            postponed("2024-06-01", "2025"),
            done("2025-03-01"),
            "2025-04-01",
            Status::Achieved,
            false,
        ),
        (
            "brought forward",
            postponed("2023-06-01", "2024-06"),
            done("2024-10-01"),
            "2024-11-01",
            Status::Missed,
            false,
        ),
        (
            "brought forward to the last day",
            postponed("2024-06-30", "2024-06"),
            done("2024-10-01"),
            "2024-11-01",
            Status::Missed,
            false,
        ),
        (
            "brought forward into the past",
            postponed("2024-07-01", "2024-06"),
            done("2024-10-01"),
            "2024-11-01",
            Status::Missed,
            true,
        ),
        // Half of it is done after three quarters of the time, or half of it.
        (
            "half of it",
            street.clone(),
            half.clone(),
            "2024-07-02",
            Status::Lagging,
            false,
        ),
        (
            "half of it, with two years more",
            postponed("2024-06-01", "2025"),
            half.clone(),
            "2024-07-02",
            Status::OnTrack,
            false,
        ),
    ] {
        let assessment = assess_deliverable(&street, &reports, day(at));
        assert_eq!(assessment.status, status, "{name}");
        assert_eq!(
            assessment.caveats.contains(Caveat::AmendedAfterDeadline),
            is_late,
            "{name}"
        );
    }
}

#[test]
fn what_is_not_promised_yet_is_not_amended_either() {
    let target = share(at_least(80)).amendment(since("2023-06-01"), Changes::new().goal(at_least(70)));
    let target = target.build().unwrap();
    let indicator = Indicator::new(code("i"), "I".try_into().unwrap(), quantity(Measure::Share));
    let plan = Plan::builder(code("p"), "P".try_into().unwrap(), period("2021-01-01/P5Y"))
        .published_on(day("2021-03-12"))
        .pillar(Pillar::new(code("x"), "X".try_into().unwrap()).with_indicator(indicator.with_target(target)))
        .build()
        .unwrap();
    let (_, target) = plan.targets().next().unwrap();
    let seen: Figures<'_> = &[("2022@2023-01-15", "66")];
    for (at, status) in [
        ("2021-03-11", Status::NotDue),
        ("2023-05-31", Status::Lagging),
        ("2023-06-01", Status::Ahead),
    ] {
        assert_eq!(
            verdict(target, &series(target, seen), day(at), &Rule::pace()).status,
            status,
            "{at}"
        );
    }
}

#[test]
fn the_first_promise_stands_beside_the_one_in_force() {
    let target = share(at_least(80))
        .amendment(
            since("2023-06-01").with_why("the mid-term review".try_into().unwrap()),
            Changes::new().goal(at_least(70)),
        )
        .amendment(
            since("2024-09-01"),
            Changes::new()
                .deadline(period("2027"))
                .baseline(Baseline::stated(period("2020"), dec!(61))),
        )
        .build()
        .unwrap();
    let seen: Figures<'_> = &[("2023@2024-01-15", "66"), ("2024@2025-01-15", "67")];
    let lowered = Revision::GoalLoosened { by: dec!(10) };
    let postponed = Revision::Postponed { by: Length::Months(24) };
    for (at, number, why, revisions, status, by_first) in [
        ("2024-02-01", 1, true, vec![lowered], Status::OnTrack, Status::OffTrack),
        // 66 of 61 to 70 in 7 years, after 3.
        (
            "2024-09-01",
            2,
            false,
            vec![lowered, Revision::BaselineRedefined, postponed],
            Status::Ahead,
            Status::OffTrack,
        ),
        (
            "2026-02-01",
            2,
            false,
            vec![lowered, Revision::BaselineRedefined, postponed],
            Status::Ahead,
            Status::OffTrack,
        ),
    ] {
        let assessment = assessed(&target, seen, at);
        let amended = assessment.evidence.amended.unwrap();
        assert_eq!((amended.number, amended.why.is_some()), (number, why), "{at}");
        assert_eq!(amended.revisions, revisions, "{at}");
        assert_eq!(amended.first_goal, Ok(milestone("2025", dec!(80))), "{at}");
        assert_eq!(amended.first_baseline, Ok(milestone("2020", dec!(60))), "{at}");
        assert_eq!(assessment.verdict.status, status, "{at}");
        assert_eq!(
            assessment.by_first_promise.map(|first| first.verdict.status),
            Some(by_first),
            "{at}"
        );
    }
    let before = assessed(&target, seen, "2023-05-31");
    assert_eq!((before.evidence.amended, before.by_first_promise), (None, None));
}

#[test]
fn comparisons_and_wholes_have_it_too() {
    let target = share(at_least(80)).amendment(since("2023-06-01"), Changes::new().goal(at_least(70)));
    let target = target.build().unwrap();
    let street = Deliverable::new(code("street"), "Street".try_into().unwrap(), period("2023"));
    let street = street.with_amendment(since("2023-06-01"), period("2025"));
    let indicator = Indicator::new(code("indicator"), "I".try_into().unwrap(), quantity(Measure::Share));
    let pillar = Pillar::new(code("x"), "X".try_into().unwrap());
    let plan = Plan::builder(code("p"), "P".try_into().unwrap(), period("2021-01-01/P5Y"))
        .pillar(
            pillar
                .with_indicator(indicator.with_target(target.clone()))
                .with_deliverable(street),
        )
        .build()
        .unwrap();
    let seen = series(&target, &[("2023@2024-01-15", "66")]);
    let observations = Observations::new(vec![seen.clone()]).unwrap();
    let rules = catalogue::rules();
    for (at, is_amended) in [("2023-05-31", false), ("2024-02-01", true)] {
        let first = target.first_promise();
        let expected: Vec<_> = rules.iter().map(|rule| verdict(&first, &seen, day(at), rule)).collect();
        let expected = if is_amended { expected } else { Vec::new() };
        let compared = compare(&target, &seen, day(at), &rules).verdicts;
        let found: Vec<_> = compared.iter().filter_map(|one| one.by_first_promise).collect();
        assert_eq!(found, expected, "{at}");
        let plan_compared = compare_plan(&plan, &observations, day(at), &rules);
        assert_eq!(plan_compared.targets[0].verdicts, compared, "{at}");
    }
    let assess = |plan: &Plan| assess_plan(plan, &observations, day("2024-02-01"), &Rule::pace());
    let (in_force, first) = (assess(&plan), assess(&plan.first_promise()));
    assert_eq!(
        (in_force.summary.counts.on_track, in_force.deliverable_counts.not_due),
        (1, 1)
    );
    assert_eq!(
        (first.summary.counts.off_track, first.deliverable_counts.unknown),
        (1, 1)
    );
    // 6 of 6, and 6 of 12.
    assert_eq!(
        [in_force.summary.score, first.summary.score],
        [Some(dec!(1)), Some(dec!(0.5))]
    );
    let [beside, alone] = [&in_force, &first].map(|whole| &whole.pillars[0].targets[0].assessment);
    assert_eq!(beside.by_first_promise.as_deref(), Some(alone));
    assert_eq!(alone.verdict.status, Status::OffTrack);
    let street = in_force.pillars[0].deliverables[0].amended.as_ref().unwrap();
    assert_eq!(
        (street.status_by_first_promise, street.first_deadline),
        (Status::Unknown, period("2023"))
    );
    assert_eq!(street.revision, Some(Revision::Postponed { by: Length::Months(24) }));
    assert_eq!(first.pillars[0].deliverables[0].amended, None);
}

#[test]
fn a_revision_says_which_way_and_by_how_much() {
    use Revision::{BaselineRedefined, BroughtForward, DeadlineRedefined, GoalReplaced, LimitChanged};
    use Revision::{GoalLoosened, GoalTightened, MilestonesChanged, PathChanged, Postponed};

    let change = |bound| Changes::new().goal(Goal::level(bound));
    let until = |deadline| Changes::new().deadline(period(deadline));
    let band = |low: i64, high: i64| Bound::within(low.into(), high.into()).unwrap();
    for (name, changes, revisions) in [
        (
            "raised",
            change(Bound::AtLeast(dec!(80.5))),
            vec![GoalTightened { by: dec!(0.5) }],
        ),
        (
            "raised, and worded otherwise",
            change(Bound::MoreThan(dec!(81))),
            vec![GoalTightened { by: dec!(1) }],
        ),
        (
            "worded otherwise",
            change(Bound::MoreThan(dec!(80))),
            vec![GoalReplaced],
        ),
        ("the other way", change(Bound::AtMost(dec!(50))), vec![GoalReplaced]),
        ("a band", change(band(80, 90)), vec![GoalReplaced]),
        (
            "another kind",
            Changes::new().goal(Goal::addition(Bound::AtLeast(dec!(9)))),
            vec![GoalReplaced],
        ),
        (
            "lowered",
            change(Bound::AtLeast(dec!(79))),
            vec![GoalLoosened { by: dec!(1) }],
        ),
        ("two years", until("2027"), vec![Postponed { by: Length::Months(24) }]),
        (
            "half a year",
            until("2026-06"),
            vec![Postponed { by: Length::Months(6) }],
        ),
        ("a day", until("2026-01-01"), vec![Postponed { by: Length::Days(1) }]),
        (
            "a day less",
            until("2025-12-30"),
            vec![BroughtForward { by: Length::Days(1) }],
        ),
        (
            "a year less",
            until("2024"),
            vec![BroughtForward { by: Length::Months(12) }],
        ),
        ("another length", until("2025-12"), vec![DeadlineRedefined]),
        (
            "all of it",
            change(Bound::AtLeast(dec!(90)))
                .deadline(period("2030"))
                .baseline(Baseline::observed(period("2021")))
                .to_be_reached()
                .shape(Shape::Linear)
                .milestones([Milestone::value(period("2027"), dec!(85))]),
            vec![
                GoalTightened { by: dec!(10) },
                BaselineRedefined,
                Postponed { by: Length::Months(60) },
                LimitChanged,
                PathChanged,
                MilestonesChanged,
            ],
        ),
    ] {
        let target = share(at_least(80))
            .amendment(since("2023-06-01"), changes)
            .build()
            .unwrap();
        let version = target.in_force_on(day("2023-06-01"));
        assert_eq!(version.revisions_since(&target), revisions, "{name}");
    }
    // In the terms of the goal: by four and a half points.
    let cut = |share| Goal::change(Bound::AtMost(share));
    let target = share(cut(dec!(-0.135)))
        .amendment(since("2023-06-01"), Changes::new().goal(cut(dec!(-0.18))))
        .build()
        .unwrap();
    let version = target.in_force_on(day("2023-06-01"));
    assert_eq!(version.revisions_since(&target), [GoalTightened { by: dec!(0.045) }]);
}

/// A baseline that an amendment states is in the definition of the figures since: a change of definition with a period that had begun by
/// then does not lie between the two, and a later one does.
#[test]
fn a_baseline_that_is_redefined_is_in_the_definition_since() {
    let seen: Figures<'_> = &[("2021", "64"), ("2022", "50 break"), ("2023", "53"), ("2024", "56")];
    let again: Figures<'_> = &[
        ("2021", "64"),
        ("2022", "50 break"),
        ("2023", "53"),
        ("2024", "46 break"),
    ];
    let change = |share| Goal::change(Bound::AtLeast(share));
    let redefined = |at: &str| {
        let baseline = Baseline::stated(period("2020"), dec!(48));
        share(change(dec!(0.25))).amendment(since(at), Changes::new().baseline(baseline))
    };
    let is_broken = |target: TargetBuilder, seen: Figures<'_>, at: &str| {
        let target = target.build().unwrap();
        let verdict = assessed(&target, seen, at).verdict;
        let broken = Reason::from(Missing::series_break(period("2022")));
        assert_eq!(verdict.reason == broken, verdict.status == Status::Unknown, "{at}");
        verdict.reason == broken
    };
    for (name, target, seen, at, expected) in [
        ("without", share(change(dec!(0.25))), seen, "2024-02-01", true),
        ("not yet", redefined("2023-06-01"), seen, "2023-05-31", true),
        ("since", redefined("2023-06-01"), seen, "2023-06-01", false),
        (
            "since a day within the period",
            redefined("2022-01-01"),
            seen,
            "2023-06-01",
            false,
        ),
        (
            "since the day before",
            redefined("2021-12-31"),
            seen,
            "2023-06-01",
            true,
        ),
        (
            "another goal alone redefines nothing",
            share(change(dec!(0.25))).amendment(since("2023-06-01"), Changes::new().goal(change(dec!(0.3)))),
            seen,
            "2023-06-01",
            true,
        ),
        (
            "an amendment later keeps it",
            redefined("2023-06-01").amendment(since("2024-01-01"), Changes::new().goal(change(dec!(0.3)))),
            seen,
            "2025-02-01",
            false,
        ),
    ] {
        assert_eq!(is_broken(target, seen, at), expected, "{name}");
    }
    // A second change of definition does lie between.
    let target = redefined("2023-06-01").build().unwrap();
    let assessment = assessed(&target, again, "2025-02-01");
    assert_eq!(assessment.verdict.reason, Missing::series_break(period("2024")));
    // The same value in the new definition is something stated, and written as such.
    let same = share(change(dec!(0.25)))
        .amendment(
            since("2023-06-01"),
            Changes::new().baseline(Baseline::stated(period("2020"), dec!(60))),
        )
        .build()
        .unwrap();
    let version = same.in_force_on(day("2023-06-01"));
    assert_eq!(version.revisions_since(&same), [Revision::BaselineRedefined]);
    assert_eq!(assessed(&same, seen, "2024-02-01").verdict.status, Status::Worsening);
    // By the first promise nobody can say.
    let by_first = assessed(&same, seen, "2024-02-01").by_first_promise.unwrap();
    assert_eq!(by_first.verdict.reason, Missing::series_break(period("2022")));
}

#[test]
fn a_record_and_milestones_know_a_redefined_baseline() {
    let seen: Figures<'_> = &[("2021", "64"), ("2022", "50 break"), ("2023", "53")];
    let baseline = || Changes::new().baseline(Baseline::stated(period("2020"), dec!(49)));
    let trend = |than| Goal::trend_than(Direction::Rising, than, Length::YEAR);
    for (than, first, since_then) in [
        // Of 2021 by the first baseline, of 2022 and 2023 by the redefined one.
        (Than::Baseline, [1, 0, 2, 2], [3, 0, 0, 2]),
        // From 2021 to 2022 the definition changed all the same.
        (Than::Previous, [2, 0, 1, 2], [2, 0, 1, 2]),
    ] {
        let plain = share(trend(than)).build().unwrap();
        assert_eq!(record(&plain, seen, "2024-02-01"), first, "{than:?}");
        let target = share(trend(than))
            .amendment(since("2022-06-01"), baseline())
            .build()
            .unwrap();
        assert_eq!(record(&target, seen, "2024-02-01"), since_then, "{than:?}");
    }
    let change = Goal::change(Bound::AtLeast(dec!(0.25)));
    let milestones = |target: TargetBuilder| {
        let target = target
            .milestone(Milestone::of_goal(period("2023"), dec!(0.05)))
            .build()
            .unwrap();
        let outcomes = assessed(&target, seen, "2024-02-01").evidence.milestones.unwrap();
        outcomes.into_iter().map(|one| one.outcome).collect::<Vec<_>>()
    };
    assert_eq!(milestones(share(change)), [None]);
    assert_eq!(
        milestones(share(change).amendment(since("2022-06-01"), baseline())),
        [Some(Outcome::Kept)]
    );
}

/// Day by day around both amendments, and around the day between them on which a figure is published.
#[test]
fn every_day_around_two_amendments() {
    let target = share(at_least(80))
        .amendment(since("2024-03-01"), Changes::new().deadline(period("2027")))
        .amendment(since("2023-06-01"), Changes::new().goal(at_least(70)))
        .build()
        .unwrap();
    let as_one = |goal, deadline: &str| {
        Target::builder(code("t"), quantity(Measure::Share), at_least(goal), period(deadline))
            .baseline(Baseline::stated(period("2020"), dec!(60)))
            .build()
            .unwrap()
    };
    let written = [as_one(80, "2025"), as_one(70, "2025"), as_one(70, "2027")];
    let seen: Figures<'_> = &[("2022@2023-01-15", "66"), ("2023@2024-01-15", "66")];
    let series = series(&target, seen);
    let mut statuses = Vec::new();
    for (first, last) in [("2023-05-20", "2023-06-10"), ("2024-01-10", "2024-03-10")] {
        for at in day(first).iter_days().take_while(|at| *at <= day(last)) {
            let number = ["2023-06-01", "2024-03-01"]
                .iter()
                .filter(|since| at >= day(since))
                .count();
            let rule = Rule::pace();
            let found = verdict(&target, &series, at, &rule);
            assert_eq!(found, verdict(&written[number], &series, at, &rule), "{at}");
            let amended = evidence(&target, &series, at).amended;
            assert_eq!(
                amended.map_or(0, |amended| amended.number),
                u32::try_from(number).unwrap(),
                "{at}"
            );
            if statuses.last() != Some(&found.status) {
                statuses.push(found.status);
            }
        }
    }
    // Lowered, then a new figure without progress, then postponed.
    assert_eq!(
        statuses,
        [Status::Lagging, Status::Ahead, Status::OnTrack, Status::Ahead]
    );
}
