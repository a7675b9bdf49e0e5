//! Situations of all kinds in a table, `told.json`: each with the sentence that was read beside its numbers in each
//! language, and with what stands where in its row.

#![cfg(feature = "serde")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a case that cannot be set up fails its test"
)]

use milepost::{AsOf, Language, Observations, Plan, Report, Rule, date, dec};
use serde_json::{Value, json};

const TABLE: &str = include_str!("told.json");

/// The plan with the one indicator, and what was seen of it.
fn documents(situation: &Value) -> (Plan, Observations) {
    let mut indicator = situation["indicator"].clone();
    let called = json!({"en": "Things", "zh-Hans": "事物", "zh-Hant": "事物"});
    (indicator["code"], indicator["name"]) = (json!("i"), called);
    let unit = indicator["unit"].clone();
    let pillar = json!({"code": "a", "name": "Pillar", "indicators": [indicator]});
    let mut plan = json!({"format": 1, "code": "p", "name": "Plan", "period": "2015-01-01/P30Y", "pillars": [pillar]});
    for (key, value) in situation["plan"].as_object().into_iter().flatten() {
        plan[key] = value.clone();
    }
    let mut series = situation["series"].as_array().unwrap().clone();
    for one in &mut series {
        (one["indicator"], one["unit"]) = (json!("i"), unit.clone());
    }
    let seen = json!({"format": 1, "series": series});
    (
        serde_json::from_value(plan).unwrap(),
        serde_json::from_value(seen).unwrap(),
    )
}

/// The day of the question, and whether figures count that nobody dated.
fn as_of(situation: &Value) -> AsOf {
    let as_of = AsOf::from(date(situation["as_of"].as_str().unwrap()).unwrap());
    match situation["undated"] {
        Value::Null => as_of,
        _ => as_of.including_undated(),
    }
}

fn rule(situation: &Value) -> Rule {
    match situation["rule"].as_str() {
        None => Rule::pace(),
        Some("eurostat") => Rule::eurostat(5, 3, [dec!(0.01), dec!(0), dec!(-0.01)]).unwrap(),
        Some("sbti-absolute-contraction") => Rule::sbti_absolute_contraction(dec!(0.042)).unwrap(),
        Some("unsd-level") => Rule::unsd_level(),
        Some(code) => Rule::by_code(code).unwrap(),
    }
}

fn table() -> Vec<Value> {
    serde_json::from_str(TABLE).unwrap()
}

fn report(situation: &Value, language: Language) -> Report {
    let (plan, seen) = documents(situation);
    Report::of(&plan, &seen, as_of(situation), &rule(situation), language)
}

#[test]
fn each_situation_is_told_as_it_was_read() {
    let table = table();
    for situation in &table {
        let name = &situation["name"];
        for (&language, says) in Language::ALL.iter().zip(situation["says"].as_array().unwrap()) {
            let report = report(situation, language);
            let row = report.targets().next().unwrap();
            assert_eq!(json!(row.sentence), *says, "{name}");
            let found = serde_json::to_value(row).unwrap();
            let at = situation["at"].as_object().filter(|_| language == Language::English);
            for (place, by_hand) in at.into_iter().flatten() {
                assert_eq!(found.pointer(place), Some(by_hand), "{name}: {place}");
            }
        }
    }
    assert_eq!(table.len(), 416);
}

/// One figure decides, in the row as in the chart; what the facts are of is that figure, unless a rule of an office reads
/// another one, or a record goes on behind it. All that is drawn lies on the axis.
#[test]
fn the_row_and_the_chart_speak_of_the_figure_that_decided() {
    for situation in &table() {
        let name = &situation["name"];
        let report = report(situation, Language::English);
        let row = report.targets().next().unwrap();
        let (chart, observed) = (&row.chart, row.facts.observed.period);
        let deciding = chart.figures.iter().filter(|figure| figure.decides);
        let deciding: Vec<_> = deciding.map(|figure| figure.period).collect();
        let decided = row.verdict.deciding_figure.as_ref().and_then(|cell| cell.period);
        assert_eq!(deciding, Vec::from_iter(decided), "{name}");
        if decided.is_some() && observed.is_some() && situation["rule"].is_null() && row.record.is_none() {
            assert_eq!(observed, decided, "{name}");
        }
        let drawn = chart.path.iter().chain(&chart.projection).chain(&chart.baseline);
        for point in drawn {
            let is_within = chart.axis.low <= Some(point.value) && Some(point.value) <= chart.axis.high;
            assert!(is_within, "{name}: {}", point.words);
        }
    }
}
