//! The cases of published implementations, as questions and rules.

use milepost::rule::Parameters;
use milepost::rule::RuleError;
use milepost::{Decimal, Direction, Reading, Rule, dec};
use serde_json::Value;

use crate::support::{Question, goal, number, period};

fn of_document(text: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(text).unwrap();
    document["cases"].as_array().unwrap().clone()
}

/// The cases of the trend-to-target rule of the United Nations Statistics Division, each a series.
pub(crate) fn unsd() -> Vec<Value> {
    of_document(include_str!("../data/unsd.json"))
}

/// The cases of the Open SDG platform, each with several series.
pub(crate) fn open_sdg() -> Vec<Value> {
    of_document(include_str!("../data/open_sdg.json"))
}

/// What is asked of one series.
pub(crate) fn question(series: &Value) -> Question {
    let is_rising = series["better"] == "higher" || series["direction"] == "positive";
    let direction = if is_rising {
        Direction::Rising
    } else {
        Direction::Falling
    };
    let year = |key: &str| i32::try_from(series[key].as_i64().unwrap_or(2015)).unwrap();
    let figure = |figure: &Value| {
        let value = number(&figure[1]).map_or(Reading::Missing, Reading::Exact);
        (period(figure[0].as_str().unwrap()), value)
    };
    Question {
        code: "series".to_owned(),
        base_year: year("base_year"),
        target_year: year("target_year"),
        goal: goal(direction, number(&series["target"])),
        figures: series["figures"].as_array().unwrap().iter().map(figure).collect(),
    }
}

/// The rule of the Open SDG platform, with what a case tells it of its series.
pub(crate) fn open_sdg_rule(series: &Value) -> Result<Rule, RuleError> {
    let mut parameters = Parameters::new();
    if let Some(limit) = number(&series["limit"]) {
        parameters = parameters.natural_limit(limit);
    }
    let own = &series["thresholds"];
    if own.is_object() {
        let defaults = if series["target"].is_null() {
            [dec!(0.015), dec!(0.005), dec!(0)]
        } else {
            [dec!(0.95), dec!(0.60), dec!(0)]
        };
        let keys = ["high", "med", "low"];
        let cuts: Vec<Decimal> = keys
            .iter()
            .zip(defaults)
            .map(|(key, default)| number(&own[key]).unwrap_or(default))
            .collect();
        parameters = parameters.cuts(&cuts);
    }
    Rule::open_sdg().with_parameters("series".parse().unwrap(), parameters)
}
