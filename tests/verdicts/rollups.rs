//! The whole in a few numbers: counts, coverage, score, the binding line, and what needs attention.

use milepost::plan::{Lacks, Nature, TargetBuilder, Verifiability};
use milepost::series::DeliveryState;
use milepost::{
    Baseline, Bound, Code, Decimal, Deliverable, Delivery, Goal, Indicator, Language, Length, Measure, Observations,
    Pillar, Plan, PlanAssessment, Report, Rule, Series, Status, Target, Weight, assess_plan, dec,
};

use crate::setting::{code, day, never_negative, observation, period, quantity};

/// From 0 in 2021 to 100 in 2026: 40 are due in 2023, and a figure *v* has the pace *v* ÷ 40.
fn target(name: &str) -> TargetBuilder {
    Target::builder(
        code(name),
        quantity(Measure::Stock),
        Goal::level(Bound::AtLeast(dec!(100))),
        period("2026"),
    )
    .baseline(Baseline::stated(period("2021"), dec!(0)))
}

fn pillar(name: &str, weight: Decimal, targets: Vec<TargetBuilder>) -> Pillar {
    let empty = Pillar::new(code(name), "A pillar".try_into().unwrap()).with_weight(Weight::new(weight).unwrap());
    targets.into_iter().fold(empty, |pillar, target| {
        let target = target.build().unwrap();
        let indicator = Indicator::new(
            target.code().clone(),
            "An indicator".try_into().unwrap(),
            target.quantity().clone(),
        );
        pillar.with_indicator(indicator.with_target(target))
    })
}

fn plan(pillars: Vec<Pillar>) -> Plan {
    let builder = Plan::builder(code("plan"), "A plan".try_into().unwrap(), period("2022-01-01/P5Y"));
    pillars
        .into_iter()
        .fold(builder, milepost::plan::PlanBuilder::pillar)
        .build()
        .unwrap()
}

/// One figure for 2023 each.
fn observed(figures: &[(&str, &str)]) -> Observations {
    observed_in("2023", figures)
}

fn observed_in(at: &str, figures: &[(&str, &str)]) -> Observations {
    let series = figures
        .iter()
        .map(|(name, value)| {
            let unit = quantity(Measure::Stock).unit().clone();
            Series::new(code(name), unit, vec![observation(at, value)]).unwrap()
        })
        .collect();
    Observations::new(series).unwrap()
}

fn assessed(plan: &Plan, observations: &Observations) -> PlanAssessment {
    assess_plan(plan, observations, day("2024-01-31"), &Rule::pace())
}

fn codes(all: &[&str]) -> Vec<Code> {
    all.iter().map(|name| code(name)).collect()
}

#[test]
fn counts_coverage_and_score() {
    let names = [
        "achieved",
        "ahead",
        "on-track",
        "lagging",
        "off-track",
        "worsening",
        "unknown",
    ];
    let plan = plan(vec![pillar(
        "all",
        dec!(1),
        names.iter().map(|name| target(name)).collect(),
    )]);
    let figures = [
        ("achieved", "100"),
        ("ahead", "50"),
        ("on-track", "40"),
        ("lagging", "30"),
        ("off-track", "10"),
        ("worsening", "-10"),
    ];
    let whole = assessed(&plan, &observed(&figures));
    let counts = whole.summary.counts;
    for &status in Status::ALL {
        let expected = u32::from(!matches!(status, Status::Missed | Status::NotDue));
        assert_eq!(counts.of(status), expected, "{status}");
    }
    assert_eq!((counts.total(), counts.judged()), (7, 6));
    // Six of seven.
    assert_eq!(whole.summary.coverage_by_count, Some(dec!(0.857142857143)));
    assert_eq!(whole.summary.coverage_by_weight, Some(dec!(0.857142857143)));
    assert_eq!(whole.summary.unknown_weight, Some(dec!(0.142857142857)));
    // 1 + 1 + 1 + 0.75 + 0.25 + 0 of six.
    assert_eq!(whole.summary.score, Some(dec!(0.666666666667)));
    assert_eq!(whole.pillars[0].summary, whole.summary);
    assert_eq!(whole.attention, codes(&["worsening", "off-track", "lagging"]));
    let scores: Vec<_> = whole.targets().map(|target| target.score).collect();
    let expected = [
        Some(dec!(1)),
        Some(dec!(1)),
        Some(dec!(1)),
        Some(dec!(0.75)),
        Some(dec!(0.25)),
        Some(dec!(0)),
        None,
    ];
    assert_eq!(scores, expected);
}

#[test]
fn weights_within_a_pillar() {
    let weighted = |name, weight| target(name).weight(weight);
    let plan = plan(vec![pillar(
        "all",
        dec!(1),
        vec![weighted("a", dec!(3)), weighted("b", dec!(1)), weighted("c", dec!(4))],
    )]);
    let whole = assessed(&plan, &observed(&[("a", "40"), ("b", "20")]));
    assert_eq!(whole.summary.coverage_by_count, Some(dec!(0.666666666667)));
    // Four of eight: exactly one half is enough for a score.
    assert_eq!(whole.summary.coverage_by_weight, Some(dec!(0.5)));
    assert_eq!(whole.summary.unknown_weight, Some(dec!(0.5)));
    // (3 × 1 + 1 × 0.5) ÷ 4
    assert_eq!(whole.summary.score, Some(dec!(0.875)));
    // Two of the three targets, but only a little less than half of the weight.
    let heavier = assessed(
        &crate::rollups::plan(vec![pillar(
            "all",
            dec!(1),
            vec![
                weighted("a", dec!(3)),
                weighted("b", dec!(1)),
                weighted("c", dec!(4.01)),
            ],
        )]),
        &observed(&[("a", "40"), ("b", "20")]),
    );
    assert_eq!(heavier.summary.score, None);
    assert_eq!(heavier.summary.coverage_by_weight, Some(dec!(0.499375780275)));
}

#[test]
fn pillars_count_by_their_weight_however_many_targets_they_have() {
    let plan = plan(vec![
        pillar("large", dec!(3), vec![target("a")]),
        pillar("small", dec!(1), vec![target("b"), target("c"), target("d")]),
    ]);
    let whole = assessed(&plan, &observed(&[("a", "20"), ("b", "40"), ("c", "40"), ("d", "40")]));
    let scores: Vec<_> = whole.pillars.iter().map(|pillar| pillar.summary.score).collect();
    assert_eq!(scores, [Some(dec!(0.5)), Some(dec!(1))]);
    // (3 × 0.5 + 1 × 1) ÷ 4
    assert_eq!(whole.summary.score, Some(dec!(0.625)));
    assert_eq!(whole.summary.coverage_by_weight, Some(dec!(1)));
    // The large pillar alone is three quarters of the weight, and one of four targets.
    let half_known = assessed(&plan, &observed(&[("a", "20")]));
    assert_eq!(half_known.summary.coverage_by_count, Some(dec!(0.25)));
    assert_eq!(half_known.summary.coverage_by_weight, Some(dec!(0.75)));
    assert_eq!(half_known.summary.score, Some(dec!(0.5)));
    assert_eq!(half_known.pillars[1].summary.score, None);
}

#[test]
fn alternatives_and_restatements_do_not_count() {
    let plan = plan(vec![
        pillar(
            "first",
            dec!(1),
            vec![
                target("principal"),
                target("alternative").alternative_to(code("principal")).weight(dec!(9)),
            ],
        ),
        pillar("second", dec!(1), vec![target("again").restates(code("principal"))]),
    ]);
    let figures = [("principal", "40"), ("alternative", "10"), ("again", "-1")];
    let whole = assessed(&plan, &observed(&figures));
    assert_eq!(whole.summary.counts.total(), 1);
    assert_eq!(whole.summary.score, Some(dec!(1)));
    assert_eq!(whole.summary.coverage_by_weight, Some(dec!(1)));
    assert!(whole.attention.is_empty(), "{:?}", whole.attention);
    // They are assessed and shown all the same.
    assert_eq!(whole.targets().count(), 3);
    let alternative = whole.target("alternative").unwrap();
    assert_eq!(alternative.assessment.verdict.status, Status::OffTrack);
    assert!(!alternative.is_principal);
    // A pillar of restatements has nothing to count.
    let second = &whole.pillars[1].summary;
    assert_eq!(
        (second.counts.total(), second.coverage_by_count, second.score),
        (0, None, None)
    );
}

#[test]
fn an_instalment_does_not_count_beside_its_whole() {
    let of_whole = |name| target(name).part_of(code("whole"));
    let plan = plan(vec![pillar(
        "all",
        dec!(1),
        vec![
            target("whole"),
            of_whole("first"),
            of_whole("second").nature(Nature::Binding),
        ],
    )]);
    let figures = [("whole", "40"), ("first", "-1"), ("second", "-1")];
    let assessed = assessed(&plan, &observed(&figures));
    assert_eq!(assessed.summary.counts.total(), 1);
    assert_eq!(assessed.summary.binding.total(), 0);
    assert_eq!(assessed.summary.score, Some(dec!(1)));
    assert!(assessed.attention.is_empty(), "{:?}", assessed.attention);
    // It is assessed and shown all the same.
    let first = assessed.target("first").unwrap();
    assert_eq!(
        (first.is_principal, first.assessment.verdict.status),
        (false, Status::Worsening)
    );
    assert!(assessed.target("whole").unwrap().is_principal);
}

#[test]
fn a_missed_binding_target_is_never_averaged_away() {
    let binding = |name| target(name).nature(Nature::Binding);
    let plan = plan(vec![pillar(
        "all",
        dec!(1),
        vec![
            binding("a"),
            binding("b"),
            target("c").nature(Nature::Anticipatory),
            target("d"),
        ],
    )]);
    let figures = observed_in("2026", &[("a", "100"), ("b", "80"), ("c", "90"), ("d", "100")]);
    let whole = assess_plan(&plan, &figures, day("2027-01-31"), &Rule::pace());
    assert_eq!((whole.summary.binding.achieved, whole.summary.binding.missed), (1, 1));
    assert_eq!(whole.summary.binding.total(), 2);
    assert_eq!((whole.summary.counts.achieved, whole.summary.counts.missed), (2, 2));
    // A missed target adds the share of the way that it came: (1 + 0.8 + 0.9 + 1) ÷ 4.
    assert_eq!(whole.summary.score, Some(dec!(0.925)));
    assert_eq!(whole.attention, codes(&["b", "c"]));
}

#[test]
fn what_is_not_due_is_no_part_of_the_coverage() {
    let later = Target::builder(
        code("later"),
        quantity(Measure::Stock),
        Goal::level(Bound::AtLeast(dec!(100))),
        period("2030"),
    )
    .baseline(Baseline::stated(period("2024"), dec!(0)));
    let whole = assessed(
        &plan(vec![pillar("all", dec!(1), vec![target("a"), later])]),
        &observed(&[("a", "20")]),
    );
    assert_eq!((whole.summary.counts.not_due, whole.summary.counts.judged()), (1, 1));
    assert_eq!(whole.summary.coverage_by_count, Some(dec!(1)));
    assert_eq!(whole.summary.score, Some(dec!(0.5)));
}

#[test]
fn nothing_known_has_no_score() {
    let whole = assessed(
        &plan(vec![pillar("all", dec!(1), vec![target("a"), target("b")])]),
        &Observations::default(),
    );
    assert_eq!(whole.summary.counts.unknown, 2);
    assert_eq!(whole.summary.coverage_by_count, Some(dec!(0)));
    assert_eq!(whole.summary.coverage_by_weight, Some(dec!(0)));
    assert_eq!(whole.summary.unknown_weight, Some(dec!(1)));
    assert_eq!(whole.summary.score, None);
    assert!(whole.attention.is_empty(), "{:?}", whole.attention);
}

/// Of two halves of a light pillar each weighs less in the plan than the only target of a heavy one, whatever their own weights are called.
#[test]
fn attention_is_due_by_the_weight_in_the_plan() {
    let weighing = |name: &str, weight: u32| target(name).weight(Decimal::from(weight));
    let plan = plan(vec![
        pillar("light", dec!(1), vec![weighing("a", 50), weighing("b", 60)]),
        pillar("heavy", dec!(3), vec![weighing("c", 1)]),
    ]);
    let figures = [("a", "30"), ("b", "30"), ("c", "30")];
    assert_eq!(assessed(&plan, &observed(&figures)).attention, codes(&["c", "b", "a"]));
}

#[test]
fn attention_by_status_then_binding_then_weight_then_pace_then_place() {
    let plan = plan(vec![
        pillar(
            "first",
            dec!(1),
            vec![
                target("lagging"),
                target("off-slow"),
                target("off-slower"),
                target("off-same"),
                target("off-heavy").weight(dec!(2)),
            ],
        ),
        pillar(
            "second",
            dec!(1),
            vec![
                target("off-binding").nature(Nature::Binding),
                target("fine"),
                target("worsening"),
                target("lagging-binding-heavy").nature(Nature::Binding).weight(dec!(5)),
            ],
        ),
    ]);
    let figures = [
        ("lagging", "30"),
        ("off-slow", "12"),
        ("off-slower", "8"),
        ("off-same", "12"),
        ("off-heavy", "20"),
        ("off-binding", "20"),
        ("fine", "40"),
        ("worsening", "-1"),
        ("lagging-binding-heavy", "30"),
    ];
    let expected = [
        "worsening",
        "off-binding",
        "off-heavy",
        "off-slower",
        "off-slow",
        "off-same",
        "lagging-binding-heavy",
        "lagging",
    ];
    assert_eq!(assessed(&plan, &observed(&figures)).attention, codes(&expected));
}

#[test]
fn what_each_kind_of_promise_adds_to_the_score() {
    let stock = || quantity(Measure::Stock);
    let since_2021 = Baseline::observed(period("2021"));
    let stated = |value| Baseline::stated(period("2021"), value);
    let by = |quantity, goal| Target::builder(code("a"), quantity, goal, period("2026"));
    let budget = || by(never_negative(), Goal::cumulative(Bound::AtMost(dec!(100)))).baseline(since_2021.clone());
    let keep = || by(stock(), Goal::keep(Bound::AtMost(dec!(5)), Length::YEAR)).baseline(since_2021.clone());
    let ceiling = || by(stock(), Goal::level(Bound::AtMost(dec!(5)))).baseline(stated(dec!(4)));
    let band = || by(stock(), Goal::level(Bound::within(dec!(50), dec!(60)).unwrap())).baseline(stated(dec!(0)));
    let floating = || by(stock(), Goal::level(Bound::AtLeast(dec!(100))));
    let cases: Vec<(&str, TargetBuilder, &[(&str, &str)], &str, Status, Option<Decimal>)> = vec![
        (
            "budget within the time",
            budget(),
            &[("2022", "20")],
            "2023-01-31",
            Status::OnTrack,
            Some(dec!(1)),
        ),
        (
            "budget spent at double speed",
            budget(),
            &[("2022", "40")],
            "2023-01-31",
            Status::OffTrack,
            Some(dec!(0.5)),
        ),
        (
            "budget exceeded",
            budget(),
            &[("2022", "125")],
            "2023-01-31",
            Status::Missed,
            Some(dec!(0)),
        ),
        (
            "budget exceeded by what is known of it",
            budget(),
            &[("2022", "20"), ("2023-S2", "230")],
            "2024-01-31",
            Status::Missed,
            Some(dec!(0)),
        ),
        (
            "budget kept",
            budget(),
            &[("2022-01-01..2026", "100")],
            "2027-01-31",
            Status::Achieved,
            Some(dec!(1)),
        ),
        (
            "kept once of twice",
            keep(),
            &[("2022", "6"), ("2023", "5")],
            "2024-01-31",
            Status::Lagging,
            Some(dec!(0.5)),
        ),
        (
            "kept so far",
            keep(),
            &[("2022", "5")],
            "2023-01-31",
            Status::OnTrack,
            Some(dec!(1)),
        ),
        (
            "ceiling held",
            ceiling(),
            &[("2023", "5")],
            "2024-01-31",
            Status::OnTrack,
            Some(dec!(1)),
        ),
        (
            "ceiling of which nothing is spent",
            ceiling(),
            &[("2023", "4")],
            "2024-01-31",
            Status::OnTrack,
            Some(dec!(1)),
        ),
        (
            "ceiling lost",
            ceiling(),
            &[("2023", "6")],
            "2024-01-31",
            Status::Worsening,
            Some(dec!(0)),
        ),
        (
            "ceiling missed: there is no share of its way",
            ceiling(),
            &[("2026", "6")],
            "2027-01-31",
            Status::Missed,
            Some(dec!(0)),
        ),
        (
            "missed without a baseline",
            floating(),
            &[("2026", "99")],
            "2027-01-31",
            Status::Missed,
            Some(dec!(0)),
        ),
        (
            "band overshot",
            band(),
            &[("2023", "70")],
            "2024-01-31",
            Status::OffTrack,
            Some(dec!(0)),
        ),
        (
            "band missed on the other side",
            band(),
            &[("2026", "70")],
            "2027-01-31",
            Status::Missed,
            Some(dec!(0)),
        ),
        (
            "stale",
            target("a"),
            &[("2022", "20")],
            "2025-06-30",
            Status::Unknown,
            None,
        ),
        (
            "missed below the baseline",
            target("a"),
            &[("2026", "-5")],
            "2027-01-31",
            Status::Missed,
            Some(dec!(0)),
        ),
        (
            "unstated",
            by(stock(), Goal::Unstated(Lacks::Number)),
            &[("2023", "5")],
            "2024-01-31",
            Status::Unknown,
            None,
        ),
    ];
    for (name, target, figures, as_of, status, score) in cases {
        let plan = plan(vec![pillar("all", dec!(1), vec![target])]);
        let unit = quantity(Measure::Stock).unit().clone();
        let observations = figures.iter().map(|(at, value)| observation(at, value)).collect();
        let series = Series::new(code("a"), unit, observations).unwrap();
        let observations = Observations::new(vec![series]).unwrap();
        let whole = assess_plan(&plan, &observations, day(as_of), &Rule::pace());
        let assessed = whole.target("a").unwrap();
        assert_eq!(assessed.assessment.verdict.status, status, "{name}");
        assert_eq!(assessed.score, score, "{name}");
        assert_eq!(whole.summary.score, score, "{name}");
    }
}

#[test]
fn deliverables_are_counted_beside_the_targets() {
    let deliverable = |name: &str| Deliverable::new(code(name), "A thing".try_into().unwrap(), period("2023"));
    let first = pillar("first", dec!(1), vec![target("a")])
        .with_deliverable(deliverable("done"))
        .with_deliverable(deliverable("again").with_restates(code("done")))
        .with_deliverable(deliverable("silent"));
    let second = pillar("second", dec!(1), vec![])
        .with_deliverable(deliverable("given-up"))
        .with_deliverable(deliverable("vague").with_verifiability(Verifiability::None));
    let mut observations = observed(&[("a", "40")]);
    for (deliverable, state) in [
        ("done", DeliveryState::InUse),
        ("again", DeliveryState::InUse),
        ("given-up", DeliveryState::Cancelled),
    ] {
        let reports = vec![Delivery::new(state, day("2023-06-01"))];
        observations = observations.with_deliveries(code(deliverable), reports).unwrap();
    }
    let whole = assessed(&plan(vec![first, second]), &observations);
    let counts = whole.deliverable_counts;
    assert_eq!(
        (counts.achieved, counts.missed, counts.unknown, counts.total()),
        (1, 1, 2, 4)
    );
    let first = whole.pillars[0].deliverable_counts;
    assert_eq!((first.achieved, first.unknown, first.total()), (1, 1, 2));
    assert_eq!(whole.pillars[0].deliverables.len(), 3);
    // They have no part in the score of the targets.
    assert_eq!(whole.summary.counts.total(), 1);
    assert_eq!(whole.summary.score, Some(dec!(1)));
}

#[test]
fn deliverables_that_need_attention_by_status_then_weight_then_pace_then_place() {
    let deliverable = |name: &str| Deliverable::new(code(name), "A thing".try_into().unwrap(), period("2026"));
    let weighing = |name: &str, weight| deliverable(name).with_weight(Weight::new(weight).unwrap());
    let first = pillar("first", dec!(1), vec![target("a")])
        .with_deliverable(deliverable("slow"))
        .with_deliverable(deliverable("slower"))
        .with_deliverable(deliverable("same"))
        .with_deliverable(deliverable("again").with_restates(code("slow")))
        .with_deliverable(deliverable("in-time"))
        .with_deliverable(deliverable("silent"));
    // Of six parts of the pillar, three and two; each in the first is one of five.
    let second = pillar("second", dec!(1), vec![])
        .with_deliverable(weighing("light", dec!(2)))
        .with_deliverable(weighing("heavy", dec!(3)))
        .with_deliverable(deliverable("given-up"));
    let mut observations = observed(&[("a", "30")]);
    // Two of five years are over.
    let at = |share| {
        Delivery::new(DeliveryState::UnderWay, day("2023-12-31"))
            .with_share_done(share)
            .unwrap()
    };
    let given_up = Delivery::new(DeliveryState::Cancelled, day("2023-06-01"));
    for (deliverable, report) in [
        ("slow", at(dec!(0.2))),
        ("slower", at(dec!(0.1))),
        ("same", at(dec!(0.2))),
        ("again", at(dec!(0.2))),
        ("in-time", at(dec!(0.4))),
        ("light", at(dec!(0.2))),
        ("heavy", at(dec!(0.2))),
        ("given-up", given_up),
    ] {
        observations = observations.with_deliveries(code(deliverable), vec![report]).unwrap();
    }
    let plan = plan(vec![first, second]);
    let whole = assessed(&plan, &observations);
    let expected = ["given-up", "heavy", "light", "slower", "slow", "same"];
    assert_eq!(whole.deliverable_attention, codes(&expected));
    assert_eq!(whole.attention, codes(&["a"]), "targets stand apart");

    let report = Report::new(&plan, &observations, &whole, Language::English);
    let rows: Vec<_> = report
        .deliverable_attention
        .iter()
        .map(|row| row.code.as_str())
        .collect();
    assert_eq!(rows, expected);
    let first = &report.deliverable_attention[0];
    assert_eq!((first.pillar.as_str(), first.status.value), ("second", Status::Missed));
    let own_row = report.deliverables().find(|row| row.code == first.code).unwrap();
    assert_eq!((&first.sentence, &first.name), (&own_row.sentence, &own_row.name));
}

/// Figures of 2023 two and a half years later, which are too old, and one of 2025; a thing that was to be done by 2023.
#[test]
fn what_has_gone_silent_is_listed_by_what_was_known_last() {
    let deliverable = |name: &str| Deliverable::new(code(name), "A thing".try_into().unwrap(), period("2023"));
    let targets = ["ahead", "lagging", "worsening", "never"].map(target);
    let binding = target("binding").nature(Nature::Binding);
    let pillars = vec![
        pillar("first", dec!(1), targets.into_iter().chain([binding]).collect())
            .with_deliverable(deliverable("silent"))
            .with_deliverable(deliverable("again").with_restates(code("silent")))
            .with_deliverable(deliverable("given-up")),
    ];
    let figures = [
        ("ahead", "50"),
        ("lagging", "30"),
        ("worsening", "-10"),
        ("binding", "30"),
    ];
    let given_up = Delivery::new(DeliveryState::Cancelled, day("2023-06-01"));
    let observations = observed(&figures)
        .with_deliveries(code("given-up"), vec![given_up])
        .unwrap();
    let plan = plan(pillars);
    let whole = assess_plan(&plan, &observations, day("2026-06-30"), &Rule::pace());
    let expected = ["worsening", "binding", "lagging", "ahead", "silent"];
    assert_eq!(
        whole.overdue,
        codes(&expected),
        "what never had a figure has not gone silent"
    );
    assert_eq!(whole.attention, codes(&[]));
    assert_eq!(whole.deliverable_attention, codes(&["given-up"]));

    let report = Report::new(&plan, &observations, &whole, Language::English);
    let last = |row: &milepost::report::AttentionRow| row.last_status.as_ref().map(|last| last.value);
    let rows: Vec<_> = report
        .overdue
        .iter()
        .map(|row| (row.code.as_str(), last(row)))
        .collect();
    let statuses = [
        Some(Status::Worsening),
        Some(Status::Lagging),
        Some(Status::Lagging),
        Some(Status::Ahead),
        None,
    ];
    assert_eq!(rows, expected.into_iter().zip(statuses).collect::<Vec<_>>());
    assert!(report.overdue.iter().all(|row| row.status.value == Status::Unknown));
    // Asked in time, nothing is overdue but what was not reported.
    assert_eq!(assessed(&plan, &observations).overdue, codes(&["silent"]));
}

#[test]
fn the_same_question_has_the_same_answer() {
    let plan = plan(vec![
        pillar(
            "one",
            dec!(0.0000000000000000000000000001),
            vec![target("a"), target("b").weight(Decimal::MAX)],
        ),
        pillar(
            "two",
            Decimal::MAX,
            vec![target("c").weight(dec!(0.0000000000000000000000000001)), target("d")],
        ),
    ]);
    let observations = observed(&[("a", "40"), ("b", "10"), ("c", "30"), ("d", "20")]);
    assert_eq!(assessed(&plan, &observations), assessed(&plan, &observations));
    let shown = || format!("{:?}", assessed(&plan, &observations));
    assert_eq!(shown(), shown());
}

/// Whatever it weighs, and wherever it stands in the document.
#[test]
fn what_was_missed_is_looked_at_before_what_may_still_be_kept() {
    let lost = Target::builder(
        code("missed"),
        quantity(Measure::Stock),
        Goal::level(Bound::AtLeast(dec!(100))),
        period("2023"),
    )
    .baseline(Baseline::stated(period("2021"), dec!(0)));
    let targets = vec![
        target("lagging").weight(dec!(9)).nature(Nature::Binding),
        target("off-track").weight(dec!(7)),
        target("worsening").weight(dec!(5)),
        lost.weight(dec!(1)),
        target("on-track"),
    ];
    let figures = [
        ("lagging", "30"),
        ("off-track", "10"),
        ("worsening", "-5"),
        ("missed", "40"),
        ("on-track", "40"),
    ];
    let whole = assessed(&plan(vec![pillar("all", dec!(1), targets)]), &observed(&figures));
    assert_eq!(whole.attention, codes(&["missed", "worsening", "off-track", "lagging"]));
}

/// What only limits decided scores by nothing that is known of an earlier figure.
#[test]
fn what_a_bound_decided_is_not_scored_by_the_figure_before() {
    let at_most = |name: &str, deadline: &str| {
        let goal = Goal::level(Bound::AtMost(dec!(10)));
        let builder = Target::builder(code(name), quantity(Measure::Ratio), goal, period(deadline));
        builder.baseline(Baseline::stated(period("2019"), dec!(20)))
    };
    let whole = plan(vec![pillar(
        "air",
        dec!(1),
        vec![
            at_most("missed", "2023"),
            at_most("behind", "2026"),
            at_most("known", "2026"),
        ],
    )]);
    let series = |name: &str, figures: &[(&str, &str)]| {
        let all = figures.iter().map(|(at, value)| observation(at, value)).collect();
        Series::new(code(name), quantity(Measure::Ratio).unit().clone(), all).unwrap()
    };
    let quarters = |year: &str, value| [1, 2, 3, 4].map(|quarter| (format!("{year}-Q{quarter}"), value));
    let of_year = |name: &str, before, value| {
        let quarters = quarters("2023", value);
        let mut figures = vec![("2022", before)];
        figures.extend(quarters.iter().map(|(at, value)| (at.as_str(), *value)));
        // One of them is another one, so that the year lies between two numbers.
        figures[1].1 = if name == "missed" { "10.1" } else { "15.1" };
        series(name, &figures)
    };
    let observations = Observations::new(vec![
        of_year("missed", "9.9", "10.3"),
        of_year("behind", "11", "15.0"),
        series("known", &[("2022", "11"), ("2023", "13.5")]),
    ])
    .unwrap();
    let found = assessed(&whole, &observations);
    let told: Vec<_> = found
        .targets()
        .map(|target| (target.assessment.verdict.status, target.score))
        .collect();
    let [missed, behind, known] = told[..] else {
        panic!("three targets: {told:?}")
    };
    assert_eq!(missed, (Status::Missed, Some(dec!(0))));
    assert_eq!(behind, (Status::Lagging, None));
    assert_eq!(known.0, Status::OnTrack);
    assert!(known.1.is_some());
}

/// A rule without a class for what is achieved lets a value inside a promised band go by its pace, which is more than
/// the whole way; on the far side it adds nothing.
#[test]
fn only_what_lies_beyond_a_band_adds_nothing() {
    let band = |name: &str| {
        let goal = Goal::level(Bound::within(dec!(60), dec!(80)).unwrap());
        let builder = Target::builder(code(name), quantity(Measure::Stock), goal, period("2026"));
        builder.baseline(Baseline::stated(period("2021"), dec!(40)))
    };
    let names = ["on-the-edge", "inside", "far-edge", "beyond"];
    let plan = plan(vec![pillar("all", dec!(1), names.map(band).into())]);
    let figures = [
        ("on-the-edge", "60"),
        ("inside", "70"),
        ("far-edge", "80"),
        ("beyond", "81"),
    ];
    for rule in [Rule::pace(), Rule::s_distance(), Rule::unsd_2022()] {
        let whole = assess_plan(&plan, &observed(&figures), day("2024-01-31"), &rule);
        let scores: Vec<_> = whole.targets().map(|target| target.score).collect();
        let expected = [dec!(1), dec!(1), dec!(1), dec!(0)].map(Some);
        assert_eq!(scores, expected, "{}", rule.code());
    }
}
