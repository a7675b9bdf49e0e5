//! Before a plan is published nothing is promised.

use milepost::series::DeliveryState;
use milepost::{
    Baseline, Bound, Deliverable, Delivery, Goal, Ground, Indicator, Measure, Observations, Pillar, Plan, Reason, Rule,
    Status, Target, assess_plan, compare_plan, dec,
};

use crate::setting::{Figures, code, day, period, quantity, series_in};

fn plan(published: Option<&str>, goal: Goal) -> Plan {
    let target = Target::builder(code("promise"), quantity(Measure::Stock), goal, period("2026"))
        .baseline(Baseline::stated(period("2021"), dec!(100)))
        .build()
        .unwrap();
    let indicator = Indicator::new(code("indicator"), "X".try_into().unwrap(), quantity(Measure::Stock));
    let pillar = Pillar::new(code("pillar"), "P".try_into().unwrap())
        .with_indicator(indicator.with_target(target))
        .with_deliverable(Deliverable::new(
            code("street"),
            "S".try_into().unwrap(),
            period("2025"),
        ));
    let plan = Plan::builder(code("plan"), "Plan".try_into().unwrap(), period("2022-01-01/P5Y")).pillar(pillar);
    let plan = match published {
        Some(on) => plan.published_on(day(on)),
        None => plan,
    };
    plan.build().unwrap()
}

fn observed() -> Observations {
    let figures: Figures<'_> = &[("2021", "100"), ("2022", "105"), ("2023", "130")];
    let unit = quantity(Measure::Stock).unit().clone();
    let done = Delivery::new(DeliveryState::Completed, day("2023-06-01"));
    let observations = Observations::new(vec![series_in(&unit, figures)]).unwrap();
    observations.with_deliveries(code("street"), vec![done]).unwrap()
}

#[test]
fn whatever_the_rule_and_the_goal() {
    let until = day("2024-06-01");
    let not_yet = Reason::from(Ground::not_promised_yet(until));
    let rules = [
        Rule::pace(),
        Rule::open_sdg(),
        Rule::china_schedule(),
        Rule::unsd_2022(),
    ];
    for goal in [
        Goal::level(Bound::AtLeast(dec!(200))),
        Goal::keep(Bound::AtMost(dec!(110)), milepost::Length::YEAR),
        Goal::level(Bound::AtMost(dec!(120))),
    ] {
        for (published, as_of, is_promised) in [
            (Some("2024-06-01"), "2024-05-31", false),
            (Some("2024-06-01"), "2024-06-01", true),
            (None, "2024-05-31", true),
        ] {
            let plan = plan(published, goal);
            let compared = compare_plan(&plan, &observed(), day(as_of), &rules);
            for (rule, place) in rules.iter().zip(0..) {
                let assessed = assess_plan(&plan, &observed(), day(as_of), rule);
                let verdict = assessed.target("promise").unwrap().assessment.verdict;
                assert_eq!(verdict.reason != not_yet, is_promised, "{} {as_of}", rule.code());
                assert_eq!(
                    verdict.status == Status::NotDue,
                    !is_promised,
                    "{} {as_of}",
                    rule.code()
                );
                assert_eq!(
                    compared.targets[0].verdicts[place].verdict,
                    verdict,
                    "{} {as_of}",
                    rule.code()
                );
                let street = &assessed.pillars[0].deliverables[0];
                let status = if is_promised { Status::Achieved } else { Status::NotDue };
                assert_eq!((street.status, street.reason == not_yet), (status, !is_promised));
            }
        }
    }
}

#[test]
fn it_comes_before_anything_else_that_is_not_begun() {
    // Before the baseline's period is over nothing has begun either, and the plan is not there yet.
    let plan = plan(Some("2022-03-01"), Goal::level(Bound::AtLeast(dec!(200))));
    let assessed = assess_plan(&plan, &observed(), day("2021-06-01"), &Rule::pace());
    let until = day("2022-03-01");
    let reason = assessed.target("promise").unwrap().assessment.verdict.reason;
    assert_eq!(reason, Ground::not_promised_yet(until));
}

#[test]
fn the_time_of_a_deliverable_begins_with_its_plan() {
    let plan = plan(None, Goal::level(Bound::AtLeast(dec!(200))));
    let half = Delivery::new(DeliveryState::UnderWay, day("2023-12-31"))
        .with_share_done(dec!(0.5))
        .unwrap();
    let observations = Observations::default()
        .with_deliveries(code("street"), vec![half])
        .unwrap();
    let assessed = assess_plan(&plan, &observations, day("2024-02-01"), &Rule::pace());
    // Two of four years.
    let street = &assessed.pillars[0].deliverables[0];
    assert_eq!((street.status, street.pace), (Status::OnTrack, Some(dec!(1))));
}

#[test]
fn a_plan_that_was_published_late_is_a_warning() {
    let said = |published: &str| {
        let checked = Plan::builder(code("plan"), "Plan".try_into().unwrap(), period("2022-01-01/P5Y"))
            .published_on(day(published))
            .pillar(
                Pillar::new(code("pillar"), "P".try_into().unwrap()).with_deliverable(Deliverable::new(
                    code("street"),
                    "S".try_into().unwrap(),
                    period("2023"),
                )),
            )
            .check();
        assert!(checked.value.is_some());
        checked.problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let late = "warning[published_late]: published: the plan 2022-01-01/P5Y was published after its first year, on 2023-01-01: until then nothing is \
                promised";
    assert_eq!(said("2022-12-31"), Vec::<String>::new());
    assert_eq!(said("2023-01-01"), [late]);
    assert_eq!(
        said("2024-01-01"),
        [
            late.replace("2023-01-01", "2024-01-01").as_str(),
            "warning[deadline_before_publication]: pillars[0].deliverables[0].deadline: the deadline 2023 was over when the plan was published, on 2024-01-01: until then nothing \
             is promised",
        ]
    );
}
