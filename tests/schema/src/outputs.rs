//! What is written by a program is what its schema says, and no key is written of which the schema does not know.

use std::collections::BTreeSet;
use std::fs;

use jsonschema::Validator;
use milepost::plan::{Lacks, Nature, Verifiability};
use milepost::report::Tone;
use milepost::rule::{Growth, Statistic, YearLabel};
use milepost::series::{Agreement, DeliveryState, Undated};
use milepost::value::Direction;
use milepost::{
    AsOf, Caveat, Language, Measure, ObservationStatus, Observations, Outcome, Plan, Report, Rule, Series, Status,
    assess_plan, compare, compare_plan, date, schema,
};
use serde::Serialize;
use serde_json::{Value, json};

#[path = "../../rules/catalogue.rs"]
mod catalogue;

use crate::files::{complaints, root, validator};

/// The validator of an output to whose maps nothing is added. A later version may add keys, so that the schema itself leaves them open.
fn closed(name: &str) -> Validator {
    fn close(schema: &mut Value) {
        match schema {
            Value::Object(map) => {
                if map.get("properties").is_some_and(Value::is_object) {
                    map.entry("additionalProperties").or_insert(json!(false));
                }
                map.values_mut().for_each(close);
            }
            Value::Array(items) => items.iter_mut().for_each(close),
            _ => {}
        }
    }
    let (_, schema) = schema::all().into_iter().find(|(known, _)| *known == name).unwrap();
    let mut schema = serde_json::to_value(schema).unwrap();
    close(&mut schema);
    jsonschema::draft202012::new(&schema).unwrap()
}

/// Plans with their observations.
const PLANS: [(&str, &str); 4] = [
    ("examples/data/yuzhong.json", "examples/data/yuzhong.observations.json"),
    (
        "examples/data/china-14th-five-year-plan.json",
        "examples/data/china-14th-five-year-plan.observations.json",
    ),
    (
        "examples/data/china-energy-intensity.json",
        "examples/data/china-energy-intensity.observations.json",
    ),
    ("tests/documents/plan.json", "tests/documents/observations.json"),
];

/// A day on which little is known, and one on which more is.
fn days() -> [AsOf; 2] {
    ["2023-06-30", "2026-01-31"].map(|day| AsOf::from(date(day).unwrap()).including_undated())
}

fn accept(validator: &Validator, written: &impl Serialize, what: &str, statuses: &mut BTreeSet<String>) {
    let written = serde_json::to_value(written).unwrap();
    assert_eq!(complaints(validator, &written), [""; 0], "{what}");
    find_statuses(&written, statuses);
}

/// Every status that stands in an output, so that a run is seen to have met many.
fn find_statuses(written: &Value, found: &mut BTreeSet<String>) {
    match written {
        Value::Object(map) => map.iter().for_each(|(key, value)| match value.as_str() {
            Some(status) if key == "status" => found.extend([status.to_owned()]),
            _ => find_statuses(value, found),
        }),
        Value::Array(items) => items.iter().for_each(|item| find_statuses(item, found)),
        _ => {}
    }
}

#[test]
fn every_answer_of_every_rule_on_every_plan_that_is_shipped() {
    let [whole, single, report, comparison] =
        ["plan-assessment", "assessment", "report", "plan-comparison"].map(closed);
    let (rules, mut statuses) = (catalogue::rules(), BTreeSet::new());
    for (plan, observations) in PLANS {
        let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
        let what = plan;
        let plan: Plan = serde_json::from_str(&read(plan)).unwrap();
        let observations: Observations = serde_json::from_str(&read(observations)).unwrap();
        for day in days() {
            for rule in &rules {
                let what = format!("{what} on {} by {}", day.date(), rule.code());
                let assessment = assess_plan(&plan, &observations, day, rule);
                accept(&whole, &assessment, &what, &mut statuses);
                assessment
                    .targets()
                    .for_each(|target| accept(&single, &target.assessment, &what, &mut statuses));
                for language in Language::ALL {
                    let shown = Report::new(&plan, &observations, &assessment, *language);
                    accept(&report, &shown, &what, &mut statuses);
                }
            }
            accept(
                &comparison,
                &compare_plan(&plan, &observations, day, &rules),
                what,
                &mut statuses,
            );
        }
    }
    let seen = Status::ALL
        .iter()
        .filter(|status| statuses.contains(status.name()))
        .count();
    assert!(seen >= 8, "{statuses:?}");
}

#[test]
fn every_comparison_of_one_target() {
    let validator = closed("comparison");
    let (plan, observations) = PLANS[0];
    let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let plan: Plan = serde_json::from_str(&read(plan)).unwrap();
    let observations: Observations = serde_json::from_str(&read(observations)).unwrap();
    for indicator in plan.pillars().iter().flat_map(|pillar| pillar.indicators()) {
        for target in indicator.targets() {
            let none = Series::empty(indicator.code().clone(), indicator.quantity().unit().clone());
            let series = observations.series(indicator.code()).unwrap_or(&none);
            let compared = compare(target, series, days()[1], &catalogue::rules());
            accept(&validator, &compared, target.code().as_str(), &mut BTreeSet::new());
        }
    }
}

#[test]
fn every_rule_and_no_broken_one() {
    let validator = validator("rule");
    for rule in catalogue::rules() {
        let written = serde_json::to_value(&rule).unwrap();
        assert_eq!(complaints(&validator, &written), [""; 0], "{written}");
    }
    for broken in [
        json!({"code": "pace"}),
        json!({"format": 2, "code": "pace", "cuts": {"ahead": 1, "on_track": 0.9, "lagging": 0.6, "off_track": 0}}),
        json!({"code": "pace", "cuts": {"ahead": "1.05", "on_track": "0.95", "lagging": "0.6"}}),
        json!({"code": "pace", "cuts": {"ahead": "1,05", "on_track": "0.95", "lagging": "0.6", "off_track": "0"}}),
        json!({"code": "a b", "cuts": {"ahead": "1.05", "on_track": "0.95", "lagging": "0.6", "off_track": "0"}}),
        json!({"code": "mine", "method": {"windows": "since_base"}}),
        json!({"code": "mine", "method": {"window": "since_bose"}}),
        json!({"code": "pace", "cuts": {"ahead": 1, "on_track": 0.9, "lagging": 0.6, "off_track": 0}, "method": {}}),
    ] {
        assert!(serde_json::from_value::<Rule>(broken.clone()).is_err(), "{broken}");
        assert_ne!(complaints(&validator, &broken), [""; 0], "{broken}");
    }
}

/// The words of a definition, wherever it stands.
fn words(name: &str) -> Vec<String> {
    let schemas = schema::all()
        .into_iter()
        .map(|(_, schema)| serde_json::to_value(schema).unwrap());
    let definition = schemas
        .filter_map(|schema| schema["$defs"].get(name).cloned())
        .next()
        .unwrap();
    let all = definition["oneOf"].as_array().into_iter().flatten();
    all.map(|word| word["const"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_word_is_the_name_in_documents() {
    fn names<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|value| name(*value)).collect()
    }
    for (definition, names) in [
        ("Status", names(Status::ALL, Status::name)),
        ("Caveat", names(Caveat::ALL, Caveat::name)),
        ("Outcome", names(Outcome::ALL, Outcome::name)),
        (
            "ObservationStatus",
            names(ObservationStatus::ALL, ObservationStatus::name),
        ),
        ("Tone", names(Tone::ALL, Tone::name)),
        ("Undated", names(Undated::ALL, Undated::name)),
        ("Agreement", names(Agreement::ALL, Agreement::name)),
        ("DeliveryState", names(DeliveryState::ALL, DeliveryState::name)),
        ("Nature", names(Nature::ALL, Nature::name)),
        ("Direction", names(Direction::ALL, Direction::name)),
        ("Measure", names(Measure::ALL, Measure::name)),
        ("Lacks", names(Lacks::ALL, Lacks::name)),
        ("Verifiability", names(Verifiability::ALL, Verifiability::name)),
        ("Statistic", names(Statistic::ALL, Statistic::name)),
        ("Growth", names(Growth::ALL, Growth::name)),
        ("YearLabel", names(YearLabel::ALL, YearLabel::name)),
    ] {
        assert_eq!(words(definition), names, "{definition}");
    }
}
