//! The situations of `by_hand.json`, written in another way that says the same: judged alike by every rule.

#![cfg(feature = "serde")]

use milepost::chrono::{Datelike as _, Months};
use milepost::{Length, NaiveDate, Period, Rule, assess_plan, evidence};
use serde_json::{Map, Value, json};

use crate::by_hand::{as_of, observations, plan, rule, table, text};

/// What is said of a promise by a rule: not the numbers, which differ where months differ in days.
fn said(situation: &Value, rule: &Rule) -> Value {
    let plan = plan(situation);
    let whole = assess_plan(&plan, &observations(situation, &plan), as_of(situation), rule);
    let found = serde_json::to_value(&whole.targets().next().unwrap().assessment).unwrap();
    let verdict = &found["verdict"];
    json!([
        verdict["status"],
        verdict["reason"]["code"],
        verdict["caveats"],
        verdict["last_status"]
    ])
}

/// Each situation with its other form, where it has one: both are said to be the same by its own rule and by others.
fn all_are_alike(least: usize, restate: impl Fn(&Value) -> Option<Value>) {
    let others = [
        Rule::pace(),
        Rule::open_sdg(),
        Rule::china_schedule(),
        Rule::s_distance(),
    ];
    let table = table();
    let of_one = table.iter().filter(|one| one["pillars"].is_null());
    let restated: Vec<_> = of_one.filter_map(|one| Some((one, restate(one)?))).collect();
    for (situation, other) in &restated {
        for rule in others.iter().chain([&rule(situation)]) {
            let (one, other) = (said(situation, rule), said(other, rule));
            assert_eq!(one, other, "{} by {}", situation["name"], rule.code());
        }
    }
    assert!(restated.len() >= least, "{}", restated.len());
}

/// Three months later; the last day of a month stays one.
fn three_months_later(day: NaiveDate) -> NaiveDate {
    let later = |day: NaiveDate| day.checked_add_months(Months::new(3)).unwrap();
    let next = day.succ_opt().unwrap();
    if next.day() == 1 {
        return later(next).pred_opt().unwrap();
    }
    later(day)
}

fn later_day(day: &str) -> String {
    three_months_later(day.parse().unwrap()).to_string()
}

/// `None` unless the period is of whole months.
fn later_period(period: &str) -> Option<String> {
    let period: Period = period.parse().unwrap();
    let is_of_months = matches!(period.length(), Length::Months(_)) && period.first().day() == 1;
    let later = Period::between(three_months_later(period.first()), three_months_later(period.last()));
    is_of_months.then(|| later.unwrap().to_string())
}

/// When a figure was of, and when it was published, as the table has them.
fn later_key(key: &str) -> Option<String> {
    let (at, published) = key.split_once('@').unwrap_or((key, ""));
    let later = match at.split_once("..") {
        Some((since, at)) => format!("{}..{}", later_day(since), later_period(at)?),
        None => later_period(at)?,
    };
    Some(match published {
        "" => later,
        "undated" => format!("{later}@undated"),
        published => match published.strip_suffix('+') {
            Some(day) => format!("{later}@{}+", later_day(day)),
            None => format!("{later}@{}", later_day(published)),
        },
    })
}

/// All periods and days of what is promised or was seen, three months later; `None` where some are not of months.
fn later(value: &Value) -> Option<Value> {
    let field = |(key, value): (&String, &Value)| {
        let moved = match (&**key, value) {
            ("period" | "deadline" | "baseline", Value::String(period)) => json!(later_period(period)?),
            ("published" | "in_force", Value::String(day)) => json!(later_day(day)),
            _ => later(value)?,
        };
        Some((key.clone(), moved))
    };
    Some(match value {
        Value::Object(fields) => Value::Object(fields.iter().map(field).collect::<Option<_>>()?),
        Value::Array(all) => Value::Array(all.iter().map(later).collect::<Option<_>>()?),
        other => other.clone(),
    })
}

fn later_figures(figures: &Value) -> Option<Value> {
    let each = figures.as_object()?.iter();
    let each = each.map(|(key, value)| Some((later_key(key)?, value.clone())));
    each.collect::<Option<Map<_, _>>>().map(Value::Object)
}

/// Where the deadline is a calendar year, by labels as exactly. The middle of a month is not as far from the middle of
/// another in each year.
#[test]
fn a_year_from_april_is_a_year() {
    all_are_alike(1_300, |situation| {
        let deadline: Period = text(&situation["target"], "deadline").parse().unwrap();
        let is_of_middles = situation["indicator"]["collected"] == json!("middle");
        let asked: NaiveDate = text(situation, "as_of").parse().unwrap();
        // The last two days of a month may be one of another.
        let is_between_last_days = asked.day() > 27 && asked.succ_opt()?.day() != 1;
        // Other months have other days.
        let counts_days = situation["target"]["time"] == json!("days");
        if deadline.calendar_name() != Some("year") || is_of_middles || is_between_last_days || counts_days {
            return None;
        }
        let mut other = situation.clone();
        for key in ["target", "plan", "documents"] {
            other[key] = later(&situation[key])?;
        }
        other["plan"]["period"] = match situation["plan"]["period"].as_str() {
            Some(period) => json!(later_period(period)?),
            None => json!("2000-04-01/P60Y"),
        };
        if situation["figures"].is_object() {
            other["figures"] = later_figures(&situation["figures"])?;
        }
        for (_, part) in other["parts"].as_object_mut().into_iter().flatten() {
            *part = later_figures(part)?;
        }
        other["as_of"] = json!(later_day(text(situation, "as_of")));
        Some(other)
    });
}

/// A total is judged as the only part along a dimension, which starts where it does.
#[test]
fn a_part_alone_is_the_whole() {
    let of_the_part = |baseline: &mut Value| {
        if let Some(value) = baseline.as_object_mut().and_then(|fields| fields.remove("value")) {
            baseline["values"] = json!({"north": value});
        }
    };
    all_are_alike(1_300, |situation| {
        let is_limit_without_it = situation["target"]["limit"].is_null();
        if !situation["target"]["of"].is_null() || !is_limit_without_it {
            return None;
        }
        let mut other = situation.clone();
        other["indicator"]["breakdowns"] = json!([{"code": "north", "name": "North", "dimensions": ["district"]}]);
        other["target"]["of"] = json!({"each": "district"});
        of_the_part(&mut other["target"]["baseline"]);
        for amendment in other["target"]["amendments"].as_array_mut().into_iter().flatten() {
            if let Some(baseline) = amendment.get_mut("baseline") {
                of_the_part(baseline);
            }
        }
        without_nulls(&mut other);
        if other["target"].get("milestones").is_some() || other["target"]["path"].get("schedule").is_some() {
            // Whether they suit a limit is only known of a stated baseline.
            return None;
        }
        match other["documents"].as_array_mut() {
            Some(documents) => documents.iter_mut().for_each(|one| one["breakdown"] = json!("north")),
            None => other["parts"] = json!({"north": situation["figures"]}),
        }
        Some(other)
    });
}

/// Reading a field of a map that is not there leaves an empty one behind.
fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(without_nulls);
        }
        Value::Array(all) => all.iter_mut().for_each(without_nulls),
        _ => {}
    }
}

/// A tolerance of nothing, and whether it is a limit where the bound and the start tell.
#[test]
fn what_goes_without_saying_may_be_said() {
    all_are_alike(900, |situation| {
        let (own, target) = (&situation["target"], &situation["target"]["goal"]);
        let is_asked = own["limit"].is_null() && own["of"].is_null() && own["amendments"].is_null();
        let is_told = ["level", "change", "addition"].contains(&text(target, "kind"));
        if !is_asked || !is_told || !target["tolerance"].is_null() {
            return None;
        }
        let plan = plan(situation);
        let seen = observations(situation, &plan);
        let (_, promise) = plan.targets().next()?;
        let is_limit = evidence(promise, seen.iter().next()?, as_of(situation)).is_limit;
        let mut other = situation.clone();
        other["target"]["limit"] = json!(is_limit);
        other["target"]["goal"]["tolerance"] = json!("0");
        if is_limit && own["path"].is_null() && own["milestones"].is_null() {
            other["target"]["path"] = json!("hold");
        }
        Some(other)
    });
}
