//! Laws that hold for every plan: how its parts become the whole, and that a report says the same.

#![cfg(feature = "serde")]

use std::collections::{BTreeMap, BTreeSet};

use milepost::report::{Chart, TargetRow};
use milepost::rollup::TargetAssessment;
use milepost::{
    AsOf, Assessment, Code, Decimal, Ground, Language, Observations, Outcome, Plan, PlanAssessment, Reason, Report,
    Rule, Status, Target, assess_deliverable, assess_plan, assess_target, compare_plan, dec,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::setting::day;

/// A plan and its observations, as documents.
#[derive(Debug, Clone)]
struct Made {
    plan: Value,
    observations: Value,
}

impl Made {
    fn plan(&self) -> Plan {
        serde_json::from_value(self.plan.clone()).unwrap_or_else(|error| panic!("{error}: {}", self.plan))
    }

    fn observations(&self) -> Observations {
        serde_json::from_value(self.observations.clone()).unwrap_or_else(|error| panic!("{error}"))
    }

    fn assessed(&self, as_of: AsOf, rule: &Rule) -> PlanAssessment {
        assess_plan(&self.plan(), &self.observations(), as_of, rule)
    }

    /// The same with another list of pillars.
    fn with_pillars(&self, change: impl FnOnce(Vec<Value>) -> Vec<Value>) -> Self {
        let mut other = self.clone();
        let pillars = list(&self.plan, "pillars");
        other.plan["pillars"] = json!(change(pillars));
        other
    }

    /// The same with other targets in each indicator.
    fn with_targets(&self, change: impl Fn(Vec<Value>) -> Vec<Value>) -> Self {
        self.with_pillars(|mut pillars| {
            for indicator in pillars.iter_mut().flat_map(|pillar| members(pillar, "indicators")) {
                indicator["targets"] = json!(change(list(indicator, "targets")));
            }
            pillars
        })
    }
}

fn list(of: &Value, key: &str) -> Vec<Value> {
    of[key].as_array().cloned().unwrap_or_default()
}

fn members<'a>(of: &'a mut Value, key: &str) -> impl Iterator<Item = &'a mut Value> {
    of[key].as_array_mut().into_iter().flatten()
}

fn weight_of(of: &Value) -> Decimal {
    of["weight"]
        .as_str()
        .map_or(Decimal::ONE, |weight| weight.parse().unwrap())
}

fn is_principal(target: &Value) -> bool {
    ["alternative_to", "restates", "part_of"]
        .iter()
        .all(|key| target[key].is_null())
}

/// A promise of one of ten kinds.
fn promise(kind: usize, goal: i64, start: i64) -> Value {
    let level = |bound: &str, goal: i64| json!({"kind": "level", bound: goal.to_string()});
    match kind {
        0 => json!({"goal": level("at_least", goal)}),
        1 => json!({"goal": level("at_most", goal)}),
        2 => json!({"goal": {"kind": "keep", "at_least": start.to_string()}}),
        3 => json!({"goal": {"kind": "cumulative", "at_most": goal.saturating_mul(4).to_string()}}),
        4 => json!({"goal": {"kind": "cumulative", "at_least": goal.saturating_mul(4).to_string()}}),
        5 => json!({"goal": {"kind": "unstated", "lacks": "bound"}}),
        6 => json!({"goal": {"kind": "trend", "direction": "rising"}}),
        7 => {
            json!({"goal": level("at_least", goal), "amendments": [
                {"in_force": "2023-03-01", "goal": {"kind": "level", "at_least": "140.5"}}, {"in_force": "2024-06-01", "deadline": "2027"}
            ]})
        }
        8 => json!({"goal": {"kind": "addition", "at_least": "30"}, "of": {"each": "district"}}),
        _ => json!({"goal": level("at_least", goal), "of": {"breakdown": "north"}}),
    }
}

/// One indicator with its principal target, and its figures.
fn indicator() -> impl Strategy<Value = (Value, Vec<Value>)> {
    let figures = || prop::collection::vec(prop::option::weighted(0.7, (40_i64..220, 1_u32..11)), 6);
    let weights = prop::sample::select(vec!["1", "1", "2", "3", "0.5", "7"]);
    let nature = prop::sample::select(vec![Value::Null, json!("binding"), json!("anticipatory")]);
    let time = prop::sample::select(vec![
        ("2020", "2023"),
        ("2020", "2025"),
        ("2020", "2030"),
        ("2024", "2030"),
    ]);
    let relation = prop::sample::select(vec!["", "", "alternative_to", "restates", "part_of"]);
    (0_usize..10, 101_i64..200, [figures(), figures(), figures()], weights, nature, time, relation).prop_map(
        |(kind, goal, figures, weight, nature, (from, to), relation)| {
            let start = 100;
            let mut target = promise(kind, if kind == 1 { goal.saturating_sub(60) } else { goal }, start);
            target["deadline"] = json!(to);
            target["weight"] = json!(weight);
            target["baseline"] = match kind {
                3 | 4 | 6 => json!(from),
                5 => Value::Null,
                8 => json!({"period": from, "values": {"north": "100", "south": "90"}}),
                _ => json!({"period": from, "value": "100"}),
            };
            target["nature"] = nature;
            if let Some(fields) = target.as_object_mut() {
                fields.retain(|_, value| !value.is_null());
            }
            let measure = if matches!(kind, 3 | 4) { "flow" } else { "stock" };
            let mut own = json!({"name": "Indicator", "measure": measure, "unit": {"code": "thing"}, "targets": [target.clone()]});
            if measure == "flow" {
                own["possible"] = json!({"at_least": "0"});
            }
            own["breakdowns"] = json!(["north", "south"].map(|part| json!({"code": part, "name": part, "dimensions": ["district"]})));
            if !relation.is_empty() {
                let mut other = target;
                other["related"] = json!(relation);
                own["targets"] = json!([own["targets"][0], other]);
            }
            let series = ["", "north", "south"].iter().zip(figures).map(|(part, figures)| {
                let one = |(year, figure): (i32, Option<(i64, u32)>)| {
                    let (value, month) = figure?;
                    let published = format!("{}-{month:02}-15", year.saturating_add(1));
                    Some(json!({"period": year.to_string(), "value": value.to_string(), "published": published}))
                };
                let all: Vec<_> = (2019..).zip(figures).filter_map(one).collect();
                let mut series = json!({"unit": {"code": "thing"}, "observations": all});
                if !part.is_empty() {
                    series["breakdown"] = json!(part);
                }
                series
            });
            (own, series.collect())
        },
    )
}

/// One deliverable, with what was reported of it.
fn deliverable() -> impl Strategy<Value = (Value, Vec<Value>)> {
    let state = prop::sample::select(vec![
        "not_started",
        "under_way",
        "under_way",
        "completed",
        "in_use",
        "cancelled",
    ]);
    let report = (state, 2021_i32..2027, 1_u32..13, prop::option::of(0_u32..11));
    let reports = prop::collection::vec(report, 0..4);
    let verifiability = prop::sample::select(vec!["criterion", "title", "none"]);
    let amended = prop::sample::select(vec![json!([]), json!([{"in_force": "2024-03-01", "deadline": "2025"}])]);
    (
        reports,
        verifiability,
        prop::sample::select(vec!["2022", "2024", "2026"]),
        amended,
    )
        .prop_map(|(reports, verifiability, deadline, amendments)| {
            let amendments = if deadline == "2024" { amendments } else { json!([]) };
            let one = |(state, year, month, share): (&str, i32, u32, Option<u32>)| {
                let on = format!("{year}-{month:02}-10");
                let mut report = json!({"state": state, "on": on, "published": on});
                if let Some(tenths) = share {
                    report["share_done"] = json!(Decimal::new(tenths.into(), 1).to_string());
                }
                report
            };
            let own = json!({"name": "Deliverable", "deadline": deadline, "verifiability": verifiability,
                "amendments": amendments, "begins": "2021-07-01"});
            (own, reports.into_iter().map(one).collect())
        })
}

/// Any plan of one to three pillars.
fn made() -> impl Strategy<Value = Made> {
    let weights = prop::sample::select(vec!["1", "1", "2", "3", "0.25"]);
    let pillar = (
        weights,
        prop::collection::vec(indicator(), 0..4),
        prop::collection::vec(deliverable(), 0..3),
    );
    let published = prop::sample::select(vec![Value::Null, json!("2021-02-01"), json!("2023-02-01")]);
    (prop::collection::vec(pillar, 1..4), published).prop_map(|(pillars, published)| {
        let (mut series, mut deliveries) = (Vec::new(), Vec::new());
        let mut in_plan = Vec::new();
        for (number, (weight, indicators, deliverables)) in pillars.into_iter().enumerate() {
            let mut own = Vec::new();
            for (place, (mut indicator, figures)) in indicators.into_iter().enumerate() {
                let name = format!("i{number}{place}");
                indicator["code"] = json!(name);
                for (copy, target) in members(&mut indicator, "targets").enumerate() {
                    target["code"] = json!(format!("t{number}{place}{copy}"));
                    if let Some(relation) = target["related"].as_str().map(str::to_owned) {
                        target[relation] = json!(format!("t{number}{place}0"));
                        if let Some(fields) = target.as_object_mut() {
                            fields.remove("related");
                        }
                    }
                }
                own.push(indicator);
                series.extend(figures.into_iter().map(|mut one| {
                    one["indicator"] = json!(name);
                    one
                }));
            }
            let mut delivered = Vec::new();
            for (place, (mut deliverable, reports)) in deliverables.into_iter().enumerate() {
                let name = format!("d{number}{place}");
                deliverable["code"] = json!(name);
                delivered.push(deliverable);
                deliveries.push(json!({"deliverable": name, "reports": reports}));
            }
            in_plan.push(
                json!({"code": format!("p{number}"), "name": "Pillar", "weight": weight, "indicators": own,
                "deliverables": delivered}),
            );
        }
        let mut plan =
            json!({"format": 1, "code": "plan", "name": "Plan", "period": "2021-01-01/P10Y", "pillars": in_plan});
        if !published.is_null() {
            plan["published"] = published;
        }
        Made {
            plan,
            observations: json!({"format": 1, "series": series, "deliveries": deliveries}),
        }
    })
}

fn as_of() -> impl Strategy<Value = AsOf> {
    (2021_i32..2033, 1_u32..13).prop_map(|(year, month)| AsOf::from(day(&format!("{year}-{month:02}-20"))))
}

fn rules() -> Vec<Rule> {
    vec![
        Rule::pace(),
        Rule::open_sdg(),
        Rule::undp(),
        Rule::undp_2025(),
        Rule::escap_current_status(),
        Rule::sdsn_arrows(),
        Rule::china_schedule(),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    prop::sample::select(rules())
}

/// The numbers of a summary that weights make.
fn numbers(whole: &PlanAssessment) -> [Option<Decimal>; 3] {
    let summary = &whole.summary;
    [summary.coverage_by_weight, summary.unknown_weight, summary.score]
}

/// The last digit of a sum of rounded weights may be another one.
fn are_alike(one: &PlanAssessment, other: &PlanAssessment) -> bool {
    let is_near = |one: Decimal, other: Decimal| {
        one.checked_sub(other)
            .is_some_and(|apart| apart.abs() <= dec!(0.000000000001))
    };
    let mut both = numbers(one).into_iter().zip(numbers(other));
    both.all(|both| match both {
        (Some(one), Some(other)) => is_near(one, other),
        (one, other) => one == other,
    })
}

/// The statuses of what needs attention, in its order.
fn pressing(whole: &PlanAssessment) -> Vec<Status> {
    let each = whole.attention.iter().map(|one| whole.target(one).unwrap());
    each.map(|one| one.assessment.verdict.status).collect()
}

/// Whether another figure decided than the one that the facts are of: a bound, a part of a later period, or one after
/// the deadline that a composed rule reads. A row then draws nothing ahead of the figure before it.
fn is_decided_by_another(assessment: &Assessment) -> bool {
    let observed = assessment.evidence.observed;
    assessment
        .deciding_figure
        .is_some_and(|deciding| observed != Ok(deciding))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A plan is what its targets and deliverables are, each by itself.
    #[test]
    fn a_plan_is_each_of_its_promises(made in made(), as_of in as_of(), rule in rule()) {
        let (plan, seen) = (made.plan(), made.observations());
        let whole = assess_plan(&plan, &seen, as_of, &rule);
        let each: Vec<_> = plan.targets().map(|(own, target)| assess_target(own, target, &seen, as_of, &rule)).collect();
        prop_assert!(whole.targets().map(|one| &one.assessment).eq(&each));
        for deliverable in plan.deliverables() {
            let alone = assess_deliverable(deliverable, seen.deliveries(deliverable.code()), as_of);
            prop_assert_eq!(whole.deliverable(deliverable.code()), Some(&alone));
        }
        for &status in Status::ALL {
            let counted = whole.targets().filter(|one| one.is_principal && one.assessment.verdict.status == status);
            let counts = whole.pillars.iter().map(|pillar| pillar.summary.counts.of(status));
            let of_pillars = counts.fold(0_u32, u32::saturating_add);
            prop_assert_eq!(usize::try_from(of_pillars).unwrap(), counted.count());
            prop_assert_eq!(whole.summary.counts.of(status), of_pillars);
            let delivered = whole.pillars.iter().map(|pillar| pillar.deliverable_counts.of(status));
            prop_assert_eq!(whole.deliverable_counts.of(status), delivered.fold(0_u32, u32::saturating_add));
        }
    }

    /// What a deliverable would be by its first deadline, it is where nothing was amended.
    #[test]
    fn a_first_deadline_is_one_without_amendments(made in made(), as_of in as_of()) {
        let first = made.with_pillars(|mut pillars| {
            for deliverable in pillars.iter_mut().flat_map(|pillar| members(pillar, "deliverables")) {
                deliverable["amendments"] = json!([]);
            }
            pillars
        });
        let [own, first] = [made, first].map(|made| made.assessed(as_of, &Rule::pace()));
        let deliverables = |whole: &PlanAssessment| -> Vec<_> {
            whole.pillars.iter().flat_map(|pillar| pillar.deliverables.clone()).collect()
        };
        for (own, first) in deliverables(&own).into_iter().zip(deliverables(&first)) {
            prop_assert_eq!(&own.latest_report, &first.latest_report);
            if let Some(amended) = own.amended {
                prop_assert_eq!(amended.status_by_first_promise, first.status);
                prop_assert_eq!(amended.reason_by_first_promise, first.reason);
                prop_assert_eq!(amended.pace_by_first_promise, first.pace);
            } else {
                prop_assert_eq!((own.status, own.reason, own.pace), (first.status, first.reason, first.pace));
            }
        }
    }

    /// The widest gap is that of the newest year after the start of which both parts are known by the day.
    #[test]
    fn the_widest_gap_is_of_the_newest_year_of_both(made in made(), as_of in as_of()) {
        let today = as_of.date().to_string();
        let known = |indicator: &str, part: &str, from: &str, to: &str| -> BTreeMap<String, Decimal> {
            let all = list(&made.observations, "series").into_iter();
            let own = all.filter(|one| one["indicator"] == indicator && one["breakdown"] == part);
            let figures = own.flat_map(|one| list(&one, "observations"));
            let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
            let seen = figures.filter(|one| text(one, "published") <= today);
            let years = seen.map(|one| (text(&one, "period"), text(&one, "value").parse().unwrap()));
            years.filter(|(year, _)| year.as_str() > from && year.as_str() <= to).collect()
        };
        let whole = made.assessed(as_of, &Rule::pace());
        let pillars = list(&made.plan, "pillars").into_iter();
        for indicator in pillars.flat_map(|pillar| list(&pillar, "indicators")) {
            for target in list(&indicator, "targets").into_iter().filter(|target| !target["of"]["each"].is_null()) {
                let [from, to] = [&target["baseline"]["period"], &target["deadline"]].map(|year| year.as_str().unwrap());
                let of = |part| known(indicator["code"].as_str().unwrap(), part, from, to);
                let (north, south) = (of("north"), of("south"));
                let newest = north.iter().rev().find_map(|(year, value)| Some((year, *value, *south.get(year)?)));
                let found = whole.target(target["code"].as_str().unwrap()).unwrap();
                let gap = found.assessment.parts.as_ref().unwrap().widest_gap.as_ref();
                let told = gap.map(|gap| (gap.period.to_string(), gap.difference));
                let by_hand = newest.map(|(year, one, other)| (year.clone(), one.max(other).checked_sub(one.min(other)).unwrap()));
                prop_assert_eq!(told, by_hand);
            }
        }
    }

    /// Rules side by side say what each of them says alone, of each target and of the whole.
    #[test]
    fn rules_side_by_side_are_each_alone(made in made(), as_of in as_of()) {
        let (plan, seen, rules) = (made.plan(), made.observations(), rules());
        let both = compare_plan(&plan, &seen, as_of, &rules);
        for (place, rule) in rules.iter().enumerate() {
            let alone = assess_plan(&plan, &seen, as_of, rule);
            for (target, found) in alone.targets().zip(&both.targets) {
                let (assessment, by_rule) = (&target.assessment, &found.verdicts[place]);
                prop_assert_eq!(&assessment.verdict, &by_rule.verdict, "{}: {}", rule.code(), found.target);
                let first = assessment.by_first_promise.as_ref().map(|first| first.verdict);
                prop_assert_eq!(first, by_rule.by_first_promise);
                if let Some(class) = &assessment.class {
                    prop_assert_eq!(class.name(), &*by_rule.class);
                }
                prop_assert_eq!(target.is_principal, found.is_principal);
            }
            if let Some(whole) = alone.whole {
                prop_assert_eq!(&whole, &both.wholes[place]);
            }
        }
    }

    /// Two halves of a target's weight are as much as the whole of it.
    #[test]
    fn halves_of_a_weight_are_the_whole(made in made(), as_of in as_of(), rule in rule()) {
        let halved = made.with_targets(|targets| {
            let mut all = Vec::new();
            for mut target in targets {
                if is_principal(&target) {
                    target["weight"] = json!(weight_of(&target).checked_div(dec!(2)).unwrap().to_string());
                    let mut other = target.clone();
                    other["code"] = json!(format!("{}-b", target["code"].as_str().unwrap()));
                    all.push(other);
                }
                all.push(target);
            }
            all
        });
        let (one, other) = (made.assessed(as_of, &rule), halved.assessed(as_of, &rule));
        prop_assert!(are_alike(&one, &other), "{:?} {:?}", one.summary, other.summary);
        prop_assert_eq!(one.summary.coverage_by_count, other.summary.coverage_by_count);
        prop_assert_eq!(one.attention.len().saturating_mul(2), other.attention.len());
    }

    /// What all weigh together says nothing.
    #[test]
    fn weights_are_beside_each_other(made in made(), as_of in as_of(), factors in [1_i64..2000, 1_i64..2000]) {
        let [of_targets, of_pillars] = factors.map(|factor| Decimal::new(factor, 3));
        let times = |of: &mut Value, factor: Decimal| {
            of["weight"] = json!(weight_of(of).checked_mul(factor).unwrap().to_string());
        };
        let scaled = made.with_targets(|mut targets| {
            for target in &mut targets {
                times(target, of_targets);
            }
            targets
        });
        let scaled = scaled.with_pillars(|mut pillars| {
            for pillar in &mut pillars {
                times(pillar, of_pillars);
            }
            pillars
        });
        let (one, other) = (made.assessed(as_of, &Rule::pace()), scaled.assessed(as_of, &Rule::pace()));
        prop_assert!(are_alike(&one, &other), "{:?} {:?}", one.summary, other.summary);
        prop_assert_eq!(one.attention, other.attention);
    }

    /// Of a plan whose pillars weigh what is in them, it says nothing where one ends and the next begins.
    #[test]
    fn a_pillar_is_two_of_its_weight(made in made(), as_of in as_of(), rule in rule(), cut in 0_usize..4) {
        let weighs = |indicators: &[Value]| {
            let targets = indicators.iter().flat_map(|own| list(own, "targets"));
            let principal = targets.filter(is_principal).map(|target| weight_of(&target));
            principal.fold(Decimal::ZERO, Decimal::saturating_add)
        };
        let weighed = |mut pillar: Value| {
            let whole = weighs(&list(&pillar, "indicators"));
            let weight = if whole.is_zero() { Decimal::ONE } else { whole };
            pillar["weight"] = json!(weight.to_string());
            pillar
        };
        let whole = made.with_pillars(|pillars| pillars.into_iter().map(weighed).collect());
        let split = whole.with_pillars(|pillars| {
            let halves = pillars.into_iter().flat_map(|pillar| {
                let indicators = list(&pillar, "indicators");
                let (first, second) = indicators.split_at(cut.min(indicators.len()));
                let mut other = json!({"code": format!("{}-b", pillar["code"].as_str().unwrap()), "name": "Pillar"});
                other["indicators"] = json!(second);
                let mut own = pillar;
                own["indicators"] = json!(first);
                [own, other].map(weighed)
            });
            halves.collect()
        });
        let (one, other) = (whole.assessed(as_of, &rule), split.assessed(as_of, &rule));
        prop_assert!(are_alike(&one, &other), "{:?} {:?}", one.summary, other.summary);
        prop_assert_eq!(one.attention, other.attention);
        prop_assert_eq!((one.summary.counts, one.summary.binding), (other.summary.counts, other.summary.binding));
    }

    /// The order of a document says nothing but which of two equals is named first.
    #[test]
    fn the_order_of_a_plan_says_nothing(made in made(), as_of in as_of(), rule in rule()) {
        let reversed = made.with_pillars(|mut pillars| {
            for pillar in &mut pillars {
                for key in ["indicators", "deliverables"] {
                    let mut all = list(pillar, key);
                    all.reverse();
                    pillar[key] = json!(all);
                }
            }
            pillars.reverse();
            pillars
        });
        let (one, other) = (made.assessed(as_of, &rule), reversed.assessed(as_of, &rule));
        prop_assert!(are_alike(&one, &other), "{:?} {:?}", one.summary, other.summary);
        prop_assert_eq!((one.summary.counts, one.summary.binding), (other.summary.counts, other.summary.binding));
        prop_assert_eq!(one.deliverable_counts, other.deliverable_counts);
        prop_assert_eq!(pressing(&one), pressing(&other));
        let [one_named, other_named] = [&one.attention, &other.attention].map(BTreeSet::from_iter);
        prop_assert_eq!(one_named, other_named);
        let wholes = [one.whole, other.whole].map(|whole| whole.map(|whole| whole.plan));
        prop_assert_eq!(&wholes[0], &wholes[1]);
    }

    /// What is said again counts no more.
    #[test]
    fn what_is_restated_counts_once(made in made(), as_of in as_of(), rule in rule(), relation in 0_usize..3) {
        let relation = ["restates", "alternative_to", "part_of"][relation];
        let restated = made.with_targets(|mut targets| {
            let principal = targets.iter().find(|target| is_principal(target)).cloned();
            if let Some(principal) = principal {
                let mut again = principal.clone();
                again["code"] = json!(format!("{}-again", principal["code"].as_str().unwrap()));
                again[relation] = principal["code"].clone();
                again["weight"] = json!("99");
                targets.push(again);
            }
            targets
        });
        let (one, other) = (made.assessed(as_of, &rule), restated.assessed(as_of, &rule));
        prop_assert_eq!(one.summary, other.summary);
        prop_assert_eq!((one.attention, one.whole), (other.attention, other.whole));
    }

    /// What is published later changes nothing, neither in the assessment nor in the report.
    #[test]
    fn a_plan_replayed_shows_nothing_later(made in made(), as_of in as_of(), rule in rule()) {
        let mut known = made.clone();
        let today = as_of.date().to_string();
        let is_known = |one: &Value, key: &str| one[key].as_str().unwrap() <= today.as_str();
        for series in members(&mut known.observations, "series") {
            let all = list(series, "observations").into_iter().filter(|one| is_known(one, "published"));
            series["observations"] = json!(all.collect::<Vec<_>>());
        }
        for delivery in members(&mut known.observations, "deliveries") {
            let all = list(delivery, "reports").into_iter().filter(|one| is_known(one, "on"));
            delivery["reports"] = json!(all.collect::<Vec<_>>());
        }
        prop_assert_eq!(made.assessed(as_of, &rule), known.assessed(as_of, &rule));
        let report = |made: &Made| Report::of(&made.plan(), &made.observations(), as_of, &rule, Language::English);
        prop_assert_eq!(report(&made), report(&known));
    }

    /// The whole of the parts is no better than any of them that is known, and stands where one of them does.
    #[test]
    fn a_whole_is_the_worst_of_its_parts(made in made(), as_of in as_of(), rule in rule()) {
        let whole = made.assessed(as_of, &rule);
        for target in whole.targets() {
            let Some(parts) = &target.assessment.parts else { continue };
            let place = |status: Status| Status::ALL.iter().position(|one| *one == status);
            let own = target.assessment.verdict.status;
            let statuses: Vec<_> = parts.all.iter().map(|part| part.assessment.verdict.status).collect();
            let unknown = statuses.iter().filter(|status| **status == Status::Unknown).count();
            prop_assert_eq!(usize::try_from(parts.unknown).unwrap(), unknown);
            prop_assert!(own == Status::Unknown || statuses.contains(&own));
            let judged = statuses.iter().filter(|status| status.is_judged());
            prop_assert!(!own.is_judged() || judged.clone().all(|status| place(*status) <= place(own)));
            prop_assert!(own.is_judged() || judged.clone().all(|status| !status.needs_attention()));
        }
    }

    /// The chart of a row is that of its promise, and the small ones beneath are those of its parts, whatever decided.
    #[test]
    fn a_chart_is_that_of_its_promise(made in made(), as_of in as_of(), rule in rule()) {
        let (plan, seen) = (made.plan(), made.observations());
        let whole = assess_plan(&plan, &seen, as_of, &rule);
        let report = Report::new(&plan, &seen, &whole, Language::English);
        let lines = |chart: &Chart| {
            let Chart { path, first_path, milestones, projection, catch_up, .. } = chart.clone();
            (path, first_path, milestones, projection, catch_up)
        };
        let ends = |chart: &Chart| (chart.today, chart.baseline.clone(), chart.goal_low, chart.goal_high);
        for (indicator, target) in plan.targets() {
            let row = report.target(target.code()).unwrap();
            let assessment = &whole.target(target.code()).unwrap().assessment;
            let alone = |target: &Target, part: Option<&str>, assessment: &Assessment| {
                let own = indicator.code();
                let series = part.map_or_else(|| seen.series(own), |part| seen.series_of(own, part)).unwrap();
                let mut chart = Chart::new(target, series, as_of, Language::English);
                if is_decided_by_another(assessment) {
                    chart.projection.clear();
                    chart.catch_up.clear();
                }
                chart
            };
            let Some(parts) = &row.parts else {
                let part = target.of().breakdown().map(Code::as_str);
                let chart = alone(target, part, assessment);
                prop_assert_eq!((lines(&row.chart), ends(&row.chart)), (lines(&chart), ends(&chart)));
                continue;
            };
            for (part, one) in parts.rows.iter().zip(&assessment.parts.as_ref().unwrap().all) {
                let own = target.of_part(part.breakdown.clone());
                let chart = alone(&own, Some(part.breakdown.as_str()), &one.assessment);
                prop_assert_eq!((lines(&part.chart), ends(&part.chart)), (lines(&chart), ends(&chart)));
                if parts.deciding_part.as_ref().is_some_and(|by| by.value == part.breakdown) {
                    prop_assert_eq!(&row.chart, &part.chart);
                }
            }
        }
    }

    /// A report says of every promise, of every pillar and of the whole what the assessment says, in every language.
    #[test]
    fn a_report_is_its_assessment(made in made(), as_of in as_of(), rule in rule()) {
        let (plan, seen) = (made.plan(), made.observations());
        let whole = assess_plan(&plan, &seen, as_of, &rule);
        for &language in Language::ALL {
            let report = Report::new(&plan, &seen, &whole, language);
            prop_assert_eq!(report.targets().count(), whole.targets().count());
            for row in report.targets() {
                let own = whole.target(&row.code).unwrap();
                says_the_same(row, own, language)?;
            }
            for row in report.deliverables() {
                let own = whole.deliverable(&row.code).unwrap();
                prop_assert_eq!((row.status.value, row.reason.value), (own.status, own.reason));
                let first = own.amended.as_ref();
                let first = first.map(|first| (first.status_by_first_promise, first.reason_by_first_promise));
                let told = row.first_promise.as_ref().map(|first| (first.status.value, first.reason.value));
                prop_assert_eq!(told, first);
            }
            let each = report.pillars.iter().zip(&whole.pillars);
            let summaries = each.map(|(told, own)| (&told.summary, &own.summary, &told.deliverable_counts, own.deliverable_counts));
            let of_plan = (&report.summary, &whole.summary, &report.deliverable_counts, whole.deliverable_counts);
            for (told, own, deliveries, delivered) in summaries.chain([of_plan]) {
                prop_assert_eq!((told.total, told.judged), (own.counts.total(), own.counts.judged()));
                prop_assert_eq!(told.binding_total, own.binding.total());
                for (told, own) in [(&told.counts, own.counts), (&told.binding, own.binding), (deliveries, delivered)] {
                    prop_assert!(told.iter().all(|one| one.count == own.of(one.status.value)));
                    prop_assert_eq!(told.len(), Status::ALL.len());
                }
                for (status, count) in own.counts.iter() {
                    let is_named = told.words.contains(status.words(language)) && told.words.contains(&count.to_string());
                    // *Due* stands in *not due*, and so do other words in others.
                    prop_assert!(count == 0 || is_named, "{}", told.words);
                }
                let shown = [&told.coverage_by_weight, &told.unknown_weight, &told.score].map(|cell| cell.value);
                prop_assert_eq!(shown, [own.coverage_by_weight, own.unknown_weight, own.score]);
                prop_assert_eq!(told.coverage_by_count.value, own.coverage_by_count);
            }
            let pressing: Vec<_> = report.attention.iter().map(|row| row.code.clone()).collect();
            prop_assert_eq!(&pressing, &whole.attention);
            for row in &report.attention {
                let own = report.target(&row.code).unwrap();
                prop_assert_eq!((&row.sentence, &row.status, &row.reason), (&own.sentence, &own.verdict.status, &own.verdict.reason));
            }
            let sentences: Vec<_> = report.targets().map(|row| &row.sentence).collect();
            prop_assert!(report.headline.iter().all(|headline| sentences.contains(&headline)));
            prop_assert_eq!(report.headline.is_some(), whole.summary.counts.total() > 0);
        }
    }
}

/// Whether a row says what the assessment does.
pub(crate) fn says_the_same(row: &TargetRow, own: &TargetAssessment, language: Language) -> Result<(), TestCaseError> {
    let assessment = &own.assessment;
    let verdict = assessment.verdict;
    prop_assert_eq!(
        (row.verdict.status.value, row.verdict.reason.value),
        (verdict.status, verdict.reason)
    );
    let caveats: Vec<_> = row.verdict.caveats.iter().map(|caveat| caveat.value).collect();
    prop_assert_eq!(caveats, verdict.caveats.iter().collect::<Vec<_>>());
    let last = row.verdict.last_status.as_ref().map(|last| last.value);
    prop_assert_eq!(last, verdict.last_status);
    // What a row says of a figure beside the path is of the one that decided.
    if let (Some(gap), Some(decided)) = (row.facts.gap.value, &row.verdict.deciding_figure) {
        let observed = &row.facts.observed;
        let [facts, verdict] = [observed, decided].map(|cell| (cell.value, cell.period));
        prop_assert_eq!(facts, verdict, "{}: {}", row.code, gap);
    }
    if let (Some(told), Ok(own)) = (&row.record, assessment.evidence.record) {
        // Each period stands in the list as it was counted, and behind those that are due stand all to come.
        let count = |outcome: &dyn Fn(Option<Outcome>) -> bool| {
            let due = told.periods.iter().filter(|one| one.is_due);
            let those = due.filter(|one| outcome(one.outcome.as_ref().map(|outcome| outcome.value)));
            u32::try_from(those.count()).unwrap()
        };
        let kept = count(&|outcome| outcome == Some(Outcome::Kept));
        let broken = count(&|outcome| matches!(outcome, Some(Outcome::Broken | Outcome::Reversed)));
        let counted = [kept, broken, count(&|outcome| outcome.is_none()), count(&|_| true)];
        prop_assert_eq!(counted, [own.kept, own.broken, own.unknown, own.due]);
        let behind = told.periods.iter().skip_while(|one| one.is_due);
        prop_assert!(behind.clone().all(|one| !one.is_due));
        prop_assert_eq!(u32::try_from(behind.count()).unwrap(), own.to_come.unwrap_or(0));
        let latest = told.periods.iter().rev().find(|one| one.outcome.is_some());
        prop_assert_eq!(latest.map(|one| one.period), told.latest_period);
    }
    let is_numbered = matches!(verdict.reason, Reason::Ground(Ground::Pace | Ground::InClass));
    // Behind its words a reason may name the tolerance within which a bound is met.
    let says_reason = row.verdict.reason.words.starts_with(&verdict.reason.words(language));
    prop_assert!(is_numbered || says_reason, "{}", row.verdict.reason.words);
    prop_assert_eq!(row.relation.is_none() && row.part_of.is_none(), own.is_principal);
    let words = if verdict.status.is_judged() {
        verdict.status.words(language).to_owned()
    } else {
        verdict.reason.words(language)
    };
    prop_assert!(row.sentence.contains(&words), "{}: {words}", row.sentence);
    let first = assessment.by_first_promise.as_ref();
    let told = row.first_promise.as_ref().map(|first| first.status.value);
    prop_assert_eq!(told, first.map(|first| first.verdict.status));
    prop_assert_eq!(row.chart.first_path.is_empty() || first.is_some(), true);
    let parts = assessment.parts.as_ref().map(|parts| &parts.all);
    let told = row.parts.as_ref().map(|parts| &parts.rows);
    prop_assert_eq!(told.map(Vec::len), parts.map(Vec::len));
    for (told, part) in told.into_iter().flatten().zip(parts.into_iter().flatten()) {
        prop_assert_eq!(&told.breakdown, &part.breakdown);
        let verdict = part.assessment.verdict;
        prop_assert_eq!(
            (told.verdict.status.value, told.verdict.reason.value),
            (verdict.status, verdict.reason)
        );
        let known: Vec<_> = told.chart.figures.iter().filter_map(|figure| figure.value).collect();
        let observed = part
            .assessment
            .evidence
            .observed
            .ok()
            .and_then(|figure| figure.reading.value());
        prop_assert!(
            observed.is_none_or(|value| known.contains(&value)),
            "{observed:?}: {known:?}"
        );
    }
    Ok(())
}
