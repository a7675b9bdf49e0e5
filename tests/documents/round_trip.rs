//! What is written reads back as what it was.

use milepost::{Observations, ObservationsDocument, Plan, PlanDocument};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{OBSERVATIONS, PLAN, edit};

fn there_and_back<T>(value: &T) -> T
where
    T: serde::Serialize + serde::de::DeserializeOwned,
{
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

#[test]
fn a_plan() {
    let plan: Plan = serde_json::from_str(PLAN).unwrap();
    assert_eq!(there_and_back(&plan), plan);
    assert_eq!(plan.targets().count(), 17);
}

#[test]
fn observations() {
    let observations: Observations = serde_json::from_str(OBSERVATIONS).unwrap();
    assert_eq!(there_and_back(&observations), observations);
}

#[test]
fn every_form_of_a_goal() {
    for goal in [
        "{'kind': 'level', 'less_than': '3000', 'tolerance': '0.5'}",
        "{'kind': 'change', 'at_most': '0.5', 'measured_by': 'levels'}",
        "{'kind': 'change', 'at_least': '-0.1', 'reference': {'period': '2024', 'value': '2000'}}",
        "{'kind': 'addition', 'within': ['1', '2']}",
        "{'kind': 'cumulative', 'less_than': '9000', 'tolerance': 'not_stated'}",
        "{'kind': 'average_growth', 'more_than': '0.05'}",
        "{'kind': 'keep', 'at_least': '1', 'every': 'quarter'}",
        "{'kind': 'keep', 'at_least': '1', 'every': 'week', 'kept_in': 2}",
        "{'kind': 'keep', 'at_least': '1', 'every': 'figure'}",
        "{'kind': 'keep', 'at_least': '1', 'every': 'P2Y'}",
        "{'kind': 'keep', 'at_least': '1', 'every': 'P10D'}",
        "{'kind': 'trend', 'direction': 'rising', 'than': 'year_before', 'every': 'month'}",
        "{'kind': 'trend', 'direction': 'falling'}",
        "{'kind': 'unstated', 'lacks': 'number'}",
        "{'kind': 'unstated', 'lacks': 'bound'}",
    ] {
        let document = edit(
            PLAN,
            "gdp-2024",
            ("{'kind': 'level', 'at_least': '1790', 'tolerance': '10'}", goal),
        );
        let plan: Plan = serde_json::from_str(&document).unwrap();
        assert_eq!(there_and_back(&plan), plan, "{goal}");
    }
}

#[test]
fn every_form_of_a_path() {
    for path in [
        "'linear'",
        "'constant_growth'",
        "{'shape': 'logistic', 'ceiling': '2000.50'}",
        "{'schedule': [{'period': '2022', 'value': '1600'}], 'between': 'interpolated'}",
        "{'schedule': [{'period': '2024', 'value': '1790'}], 'between': 'stepped'}",
    ] {
        let document = edit(PLAN, "gdp-2024", ("'part_of'", &format!("'path': {path}, 'part_of'")));
        let plan: Plan = serde_json::from_str(&document).unwrap();
        assert_eq!(there_and_back(&plan), plan, "{path}");
    }
}

#[test]
fn a_relative_goal_is_rounded_in_a_schedule() {
    // 1517.7 × 1.3 is 1973.01.
    for value in ["1973", "1973.0", "1973.01", "1974"] {
        let path = format!("'path': {{'schedule': [{{'period': '2026', 'value': '{value}'}}], 'between': 'stepped'}}");
        let document = edit(PLAN, "gdp-change", ("'deadline'", &format!("{path}, 'deadline'")));
        assert!(serde_json::from_str::<Plan>(&document).is_ok(), "{value}");
    }
}

/// In the order of time, which is not that of the document.
fn written_amendments() -> Value {
    json!([
        {
            "in_force": "2024-06-01",
            "goal": {"kind": "level", "more_than": "1950"},
            "baseline": {"period": "2021", "value": "1500"},
            "limit": false,
            "path": "linear",
        },
        {
            "in_force": "2025-07-01",
            "published": "2025-06-20",
            "why": "behind the path",
            "citation": {"document": "The decree"},
            "deadline": "2027",
            "milestones": [{"period": "2026", "value": "1900"}],
        },
    ])
}

#[test]
fn what_is_written_is_the_wire_form() {
    let plan: Plan = serde_json::from_str(PLAN).unwrap();
    let mut written = serde_json::to_value(&plan).unwrap();
    let amended = written.pointer_mut("/pillars/0/indicators/0/targets/0").unwrap();
    let amendments = amended.as_object_mut().unwrap().remove("amendments").unwrap();
    assert_eq!(amendments, written_amendments());
    let gdp = &written["pillars"][0]["indicators"][0];
    assert_eq!(
        gdp["targets"][0],
        json!({
            "code": "gdp-2026",
            "name": "Product of 2026",
            "goal": {"kind": "level", "more_than": "2000"},
            "baseline": {"period": "2021", "value": "1517.7", "citation": {"document": "The bulletin"}},
            "deadline": "2026",
            "path": "constant_growth",
            "milestones": [{"period": "2023", "value": "1650"}, {"period": "2024", "value": "1800"}],
            "nature": "binding",
            "responsible": "The treasury",
            "weight": "1.5",
            "reported": "year",
            "citation": {"document": "The plan", "quote": "to exceed 2000"},
            "proxies": ["jobs", "growth"],
            "note": "The headline.",
        })
    );
    assert_eq!(
        gdp["targets"][2],
        json!({
            "code": "gdp-change",
            "goal": {"kind": "change", "at_least": "0.3", "measured_by": "levels"},
            "baseline": {"period": "2021", "value": "1517.7"},
            "deadline": "2026",
            "weight": "1",
            "alternative_to": "gdp-2026",
        })
    );
    assert_eq!(
        gdp["unit"],
        json!({"code": "CNY", "multiplier": 8, "label": {"zh-Hant": "億元"}, "whole": false})
    );
    let life = &written["pillars"][1];
    assert_eq!(
        life["indicators"][0]["targets"][0]["path"],
        json!({"schedule": [{"period": "2024", "value": "900"}, {"period": "2026", "value": "1000"}], "between": "stepped"})
    );
    assert_eq!(
        life["deliverables"][1],
        json!({
            "code": "street-again",
            "name": "Open the old street",
            "deadline": "2025",
            "verifiability": "title",
            "weight": "1",
            "restates": "street",
        })
    );
}

#[test]
fn what_is_written_of_observations_is_the_wire_form() {
    let observations: Observations = serde_json::from_str(OBSERVATIONS).unwrap();
    let read: Value = serde_json::from_str(OBSERVATIONS).unwrap();
    let written = serde_json::to_value(&observations).unwrap();
    // Sorted by what they cover: the first nine months of 2025 end before the year does.
    assert_eq!(written["series"][0]["observations"], read["series"][0]["observations"]);
    assert_eq!(written["series"][1]["publishers"], read["series"][1]["publishers"]);
    // What is said of a whole series is written of each figure.
    assert_eq!(
        written["series"][1]["observations"],
        json!([
            {"period": "2023-12", "published": "2024-02-01", "status": "missing", "source": {"title": "Jobs", "publisher": "The office"}},
            {"period": "2024-01", "published": "2024-02-01", "value": "3", "source": {"title": "Jobs", "publisher": {"en": "The bank"}}},
        ])
    );
    assert_eq!(written["deliveries"], read["deliveries"]);
}

#[test]
fn decimals_can_be_numbers() {
    let with_number = edit(PLAN, "gdp-2026", ("'1517.7'", "1517.7"));
    let with_text: Plan = serde_json::from_str(PLAN).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&with_number).unwrap(), with_text);
}

const WORDS: &str = "1 -3 2,000 2026 2025-01-01/P9M 2026-01-26 level keep trend change linear flow share year rising missing \
                     not_stated gdp en 9999-12-31 0001 79228162514264337593543950335 -79228162514264337593543950335 \
                     0.0000000000000000000000000001";
const KEYS: &str = "format code name period pillars indicators deliverables targets goal kind at_least within tolerance baseline \
                    value deadline path schedule between milestones measure unit multiplier whole weight proxies part_of restates \
                    series indicator observations status published not_before cumulative_since deliveries deliverable reports \
                    state on share_done en";

/// Any tree, made of the words of plans so that it goes far.
fn any_tree() -> impl Strategy<Value = Value> {
    let one_of = |words: &'static str| prop::sample::select(words.split_whitespace().collect::<Vec<_>>());
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        one_of(WORDS).prop_map(Value::from),
        ".{0,5}".prop_map(Value::from),
    ];
    leaf.prop_recursive(8, 128, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((one_of(KEYS), inner), 0..8).prop_map(|entries| {
                let entries = entries.into_iter().map(|(key, value)| (key.to_owned(), value));
                Value::Object(entries.collect::<Map<_, _>>())
            }),
        ]
    })
}

/// The places at which a tree can be changed.
fn places(tree: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match tree {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries {
                places(entry, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// The document with one of its values replaced.
fn changed(document: &str, place: prop::sample::Index, value: Value) -> Value {
    let mut document: Value = serde_json::from_str(document).unwrap();
    let mut found = Vec::new();
    places(&document, "", &mut found);
    *document.pointer_mut(place.get::<String>(&found)).unwrap() = value;
    document
}

#[test]
fn the_largest_and_smallest_numbers_are_no_trouble() {
    const LARGEST: &str = "79228162514264337593543950335";
    const NUMBERS: [&str; 3] = [
        LARGEST,
        "-79228162514264337593543950335",
        "0.0000000000000000000000000001",
    ];
    let document: Value = serde_json::from_str(PLAN).unwrap();
    let mut found = Vec::new();
    places(&document, "", &mut found);
    let is_number = |place: &&String| {
        let text = document.pointer(place).and_then(Value::as_str);
        text.is_some_and(|text| text.parse::<milepost::Decimal>().is_ok())
    };
    for place in found.iter().filter(is_number) {
        for number in NUMBERS {
            let mut document = document.clone();
            *document.pointer_mut(place).unwrap() = number.into();
            let checked = serde_json::from_value::<PlanDocument>(document).unwrap().check();
            assert_eq!(checked.value.is_none(), checked.problems.has_errors(), "{place}");
            assert!(
                checked.value.is_none_or(|plan| there_and_back(&plan) == plan),
                "{place}"
            );
        }
    }
}

proptest! {
    #[test]
    fn nothing_panics(tree in any_tree()) {
        let plan: PlanDocument = serde_json::from_value(tree.clone()).unwrap();
        let observations: ObservationsDocument = serde_json::from_value(tree).unwrap();
        prop_assert_eq!(plan.check().value.is_none(), plan.check().problems.has_errors());
        prop_assert_eq!(observations.check().value.is_none(), observations.check().problems.has_errors());
    }

    #[test]
    fn a_plan_with_anything_anywhere_is_refused_or_comes_back(tree in any_tree(), place in any::<prop::sample::Index>()) {
        let document = changed(PLAN, place, tree);
        let checked = serde_json::from_value::<PlanDocument>(document).unwrap().check();
        prop_assert_eq!(checked.value.is_none(), checked.problems.has_errors());
        if let Some(plan) = checked.value {
            prop_assert_eq!(there_and_back(&plan), plan);
        }
    }

    #[test]
    fn observations_with_anything_anywhere_are_refused_or_come_back(tree in any_tree(), place in any::<prop::sample::Index>()) {
        let document = changed(OBSERVATIONS, place, tree);
        let checked = serde_json::from_value::<ObservationsDocument>(document).unwrap().check();
        prop_assert_eq!(checked.value.is_none(), checked.problems.has_errors());
        if let Some(observations) = checked.value {
            prop_assert_eq!(there_and_back(&observations), observations);
        }
    }
}
