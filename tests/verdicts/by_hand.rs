//! Situations in a table, `by_hand.json`, each worked by hand before it was judged here: the documents of one promise, and
//! the verdict with all of its caveats. Some were reported by people; those have the address where they did.

#![cfg(feature = "serde")]

use milepost::{Assessment, Observations, Plan, Rule, Series, assess_plan};
use serde_json::{Value, json};

use crate::setting::{code, day, observation, quantity};

const TABLE: &str = include_str!("by_hand.json");

fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap()
}

/// A map over another one.
fn over(mut below: Value, above: &Value) -> Value {
    let above = above.as_object().cloned().unwrap_or_default();
    below.as_object_mut().unwrap().extend(above);
    below
}

/// The plan with the one promise, in things, or in percent where a number is a share or a rate.
fn plan(situation: &Value) -> Plan {
    let own = &situation["indicator"];
    let quantity = quantity(text(own, "measure").parse().unwrap());
    let target = over(json!({"code": "promise"}), &situation["target"]);
    let unit = json!(quantity.unit());
    let indicator = over(
        json!({"code": "indicator", "name": "Indicator", "unit": unit, "targets": [target]}),
        own,
    );
    let pillars = json!([{"code": "pillar", "name": "Pillar", "indicators": [indicator]}]);
    let plan = json!({"format": 1, "code": "plan", "name": "Plan", "period": "2000-01-01/P60Y", "pillars": pillars});
    serde_json::from_value(over(plan, &situation["plan"])).unwrap()
}

/// The figures of the total, or of each part.
fn observations(situation: &Value, plan: &Plan) -> Observations {
    let unit = plan.indicators().next().unwrap().quantity().unit();
    let series = |figures: &Value| {
        let figures = figures.as_object().unwrap().iter();
        let all = figures
            .map(|(at, value)| observation(at, value.as_str().unwrap()))
            .collect();
        Series::new(code("indicator"), unit.clone(), all).unwrap()
    };
    let all = match situation["parts"].as_object() {
        None => vec![series(&situation["figures"])],
        Some(parts) => parts
            .iter()
            .map(|(part, figures)| match part.as_str() {
                "" => series(figures),
                part => series(figures).with_breakdown(code(part)),
            })
            .collect(),
    };
    Observations::new(all).unwrap()
}

/// Where a number of the evidence stands, to six decimals, or why there is none.
fn number(assessment: &Value, key: &str) -> String {
    let fact = &assessment["evidence"][key.split('.').next().unwrap()];
    let value = key.split('.').skip(1).fold(&fact["value"], |value, key| &value[key]);
    match value.as_str() {
        Some(value) => {
            let value: milepost::Decimal = value.parse().unwrap();
            format!("{:.6}", value.round_dp(6))
        }
        None => fact["reason"]["code"].to_string(),
    }
}

#[test]
fn each_as_it_was_worked_out() {
    let table: Vec<Value> = serde_json::from_str(TABLE).unwrap();
    let mut wrong = Vec::new();
    for situation in &table {
        let plan = plan(situation);
        let as_of = day(text(situation, "as_of"));
        let whole = assess_plan(&plan, &observations(situation, &plan), as_of, &Rule::pace());
        let found: &Assessment = &whole.targets().next().unwrap().assessment;
        let found = serde_json::to_value(found).unwrap();
        let verdict = &found["verdict"];
        let (name, numbers) = (text(situation, "name"), &situation["numbers"]);
        for (key, one) in [
            ("status", &verdict["status"]),
            ("reason", &verdict["reason"]["code"]),
            ("caveats", &verdict["caveats"]),
        ] {
            if *one != situation[key] {
                wrong.push(format!("{name}: {key} is {one}, and {} by hand", situation[key]));
            }
        }
        for (key, by_hand) in numbers.as_object().into_iter().flatten() {
            let one = number(&found, key);
            if one != by_hand.as_str().unwrap() {
                wrong.push(format!("{name}: {key} is {one}, and {by_hand} by hand"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(table.len(), 292);
}
