//! The cases of published implementations, by every rule.

use milepost::AsOf;
use serde_json::Value;

use crate::asked::{Asked, also_as_published, named, rules};
use crate::cases::{open_sdg, open_sdg_rule, question, unsd};
use crate::frozen;
use crate::support::PUBLISHED;

/// What is asked of a series of a case, if a target and a series can be made of it.
fn with_asked(source: &str, name: &str, series: &Value, answer: impl FnOnce(&Asked<'_>)) {
    let question = question(series);
    if let (Some(target), Some(series)) = (question.target(), question.series()) {
        answer(&Asked {
            source,
            name,
            target: &target,
            series: &series,
            as_of: AsOf::from(PUBLISHED),
        });
    }
}

#[test]
fn cases_of_the_united_nations() {
    let mut lines = Vec::new();
    let rules = rules();
    for case in unsd() {
        let name = case["id"].as_str().unwrap();
        with_asked("unsd", name, &case, |asked| asked.answer(&rules, &mut lines));
    }
    frozen::hold("unsd.tsv", 4, &lines);
}

/// Most have the figures of a case of the United Nations, which every rule judges: they are judged by the rule that they tell of their series.
#[test]
fn cases_of_the_platform() {
    let mut lines = Vec::new();
    for case in open_sdg() {
        for (place, series) in case["series"].as_array().unwrap().iter().enumerate() {
            let name = format!("{}/{place}", case["id"].as_str().unwrap());
            let own = open_sdg_rule(series).map(|rule| also_as_published(named("told-open-sdg", rule)));
            let rules = own.unwrap_or_default();
            with_asked("open-sdg", &name, series, |asked| asked.judge(&rules, &mut lines));
        }
    }
    frozen::hold("open_sdg.tsv", 4, &lines);
}
