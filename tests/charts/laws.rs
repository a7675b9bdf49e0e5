//! What holds for every chart.

use std::collections::BTreeSet;

use milepost::vega_lite::{Graphic, Theme, scoreboard, target};
use milepost::{Language, Observations, Plan, Report, Rule, assess_plan, day};
use serde_json::Value;

use crate::plans::{Case, HOSTILE, hostile, kinds, shipped};

fn cases() -> impl Iterator<Item = Case> {
    shipped().into_iter().chain([kinds(), hostile()])
}

fn value(graphic: &Graphic) -> Value {
    serde_json::to_value(&graphic.specification).unwrap()
}

/// Every value of a tree with the keys that lead to it; the places in lists are left out.
fn walk<'a>(value: &'a Value, path: &mut Vec<&'a str>, see: &mut impl FnMut(&[&'a str], &'a Value)) {
    see(path, value);
    match value {
        Value::Array(list) => list.iter().for_each(|one| walk(one, path, see)),
        Value::Object(entries) => {
            for (key, one) in entries {
                path.push(key);
                walk(one, path, see);
                path.pop();
            }
        }
        _ => {}
    }
}

/// That a goal of this kind has no path is no news, and what the sentence says is said once.
#[test]
fn the_words_of_a_chart_say_where_its_path_leads_once() {
    let plan = r#"{"format": 1, "code": "plan", "name": "Plan", "period": "2021-01-01/P5Y", "pillars": [{"code": "p", "name": "P", "indicators": [
        {"code": "a", "name": "A", "measure": "stock", "unit": {"code": "t"}, "targets": [
            {"code": "trend", "goal": {"kind": "trend", "direction": "rising"}, "baseline": {"period": "2020", "value": "5"},
             "deadline": "2025"},
            {"code": "level", "goal": {"kind": "level", "at_least": "6"}, "baseline": {"period": "2020-04-01/P1Y", "value": "5"},
             "deadline": "2025-04-01/P1Y"},
            {"code": "unstated", "goal": {"kind": "unstated", "lacks": "number"}, "baseline": {"period": "2020", "value": "5"}, "deadline": "2025"}]}]}]}"#;
    let (plan, observations): (Plan, Observations) = (
        serde_json::from_str(plan).unwrap(),
        Observations::new(Vec::new()).unwrap(),
    );
    let assessment = assess_plan(&plan, &observations, day!("2022-02-01"), &Rule::pace());
    let report = Report::new(&plan, &observations, &assessment, Language::English);
    let told = report
        .targets()
        .map(|row| target(&report, row, Theme::Light).description);
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "Chart of “A”, promised: rising in every year of 2021–2025. As of 2022-02-01, nobody can say where “A” stands: no figure decides one \
             period.",
            "Chart of “A”, promised: at least 6 t by the end of fiscal year 2025/26 (April to March); the path leads from 5 t (fiscal year 2020/21, \
             April to March) to 6 t (fiscal year 2025/26, April to March). As of 2022-02-01, nothing of “A” is due yet: no whole \
             period of one year is over since it began.",
            "Chart of “A”, promised: the promise states no number. As of 2022-02-01, nobody can say where “A” stands: the promise states no \
             number.",
        ]
    );
}

#[test]
fn every_chart_says_what_it_is_and_fetches_nothing() {
    for case in cases() {
        for (name, graphic) in case.graphics() {
            let specification = value(&graphic);
            assert_eq!(
                specification["$schema"], "https://vega.github.io/schema/vega-lite/v6.json",
                "{name}"
            );
            assert_eq!(specification["description"], graphic.description, "{name}");
            assert!(!graphic.description.is_empty() && !graphic.title.is_empty(), "{name}");
            walk(&specification, &mut Vec::new(), &mut |path, value| {
                let key = path.last().copied().unwrap_or_default();
                assert!(
                    !["url", "href", "expr", "signal", "calculate", "filter"].contains(&key),
                    "{name}: {path:?}"
                );
                if key == "data" {
                    assert_eq!(
                        value.as_object().unwrap().keys().collect::<Vec<_>>(),
                        ["values"],
                        "{name}"
                    );
                }
            });
        }
    }
}

/// The strings of a specification that a browser does not take for data, and the keys: what is code in it.
fn code(specification: &Value) -> BTreeSet<String> {
    let is_data = |path: &[&str]| {
        let holds = |key: &&str| ["values", "title", "subtitle", "description", "params"].contains(key);
        path.iter().any(holds) || path.ends_with(&["y", "scale", "domain"]) || path.ends_with(&["x", "scale", "domain"])
    };
    let mut found = BTreeSet::new();
    walk(specification, &mut Vec::new(), &mut |path, value| {
        if let (Some(text), false) = (value.as_str(), is_data(path)) {
            found.insert(text.to_owned());
        }
        if let Some(entries) = value.as_object().filter(|_| !path.ends_with(&["params", "value"])) {
            found.extend(entries.keys().cloned());
        }
    });
    found
}

#[test]
fn what_a_plan_says_is_data_and_nothing_else() {
    let codes =
        |case: &Case| -> BTreeSet<String> { case.graphics().values().flat_map(|one| code(&value(one))).collect() };
    let (plain, hostile) = (codes(&kinds()), codes(&hostile()));
    assert!(plain.contains("labels[datum.label]") && plain.contains("strokeDash"));
    assert_eq!(plain, hostile);
    let texts = crate::plans::hostile().graphics();
    assert!(texts.values().all(|graphic| !graphic.title.contains("Exports")));
    assert!(texts["hostile.quarters.en.light"].title.contains(HOSTILE));
}

#[test]
fn every_target_has_its_charts_in_words_of_each_language() {
    for case in cases() {
        let graphics = case.graphics();
        for &language in Language::ALL {
            let report = case.report(language);
            for row in report.targets() {
                for theme in ["light", "dark"] {
                    let graphic = &graphics[&format!("{}.{}.{}.{theme}", case.name, row.code, language.tag())];
                    assert!(graphic.description.ends_with(&row.sentence), "{}", graphic.description);
                    assert!(graphic.description.contains(&row.promise), "{}", graphic.description);
                    let parts = format!("{}.{}-parts.{}.{theme}", case.name, row.code, language.tag());
                    assert_eq!(graphics.contains_key(&parts), row.parts.is_some(), "{parts}");
                }
            }
        }
    }
}

#[test]
fn themes_differ_in_their_colours_alone() {
    fn without_colours(value: &mut Value) {
        match value {
            Value::String(text) if text.starts_with('#') => *text = "#".to_owned(),
            Value::Array(list) => list.iter_mut().for_each(without_colours),
            Value::Object(entries) => entries.values_mut().for_each(without_colours),
            _ => {}
        }
    }
    let graphics = kinds().graphics();
    for (name, dark) in &graphics {
        let Some(name) = name.strip_suffix(".dark") else {
            continue;
        };
        let graphic = &graphics[&format!("{name}.light")];
        let [mut light, mut dark] = [graphic, dark].map(value);
        assert_ne!(light, dark, "{name}");
        without_colours(&mut light);
        without_colours(&mut dark);
        assert_eq!(light, dark, "{name}");
    }
}

#[test]
fn tables_are_complete() {
    for case in cases() {
        let graphics = case.graphics();
        for (name, Graphic { table, .. }) in &graphics {
            assert!(!table.headings.is_empty() && !table.caption.is_empty(), "{name}");
            assert!(table.rows.iter().all(|row| row.len() == table.headings.len()), "{name}");
        }
        let report = case.report(Language::English);
        for row in report.targets() {
            let table = &graphics[&format!("{}.{}.en.light", case.name, row.code)].table;
            // In a table the digits of long numbers stand in groups.
            let is_there = |text: &String| {
                let mut cells = table.rows.iter().flatten();
                cells.any(|cell| cell.replace(',', "").contains(text.as_str()))
            };
            for figure in &row.chart.figures {
                assert!(is_there(&figure.text), "{}: {}", row.code, figure.text);
            }
            if row.chart.goal_low.or(row.chart.goal_high).is_some() && row.facts.goal.is_known() {
                assert!(is_there(&row.facts.goal.text), "{}: {}", row.code, row.facts.goal.text);
            }
        }
    }
}

/// The number that is drawn is the float nearest to the digits beside it.
#[test]
fn numbers_are_those_that_stand_beside_them() {
    let mut seen = 0;
    for case in cases() {
        for graphic in case.graphics().values() {
            walk(&value(graphic), &mut Vec::new(), &mut |_, value| {
                if let (Some(number), Some(exact)) = (value["value"].as_f64(), value["exact"].as_str()) {
                    assert_eq!(number.to_bits(), exact.parse::<f64>().unwrap().to_bits(), "{exact}");
                    seen += 1;
                }
            });
        }
    }
    assert!(seen > 1000, "{seen}");
}

/// The counts above are of those alone that have no mark.
#[test]
fn a_scoreboard_marks_what_its_counts_leave_out() {
    let plan = r#"{"format": 1, "code": "plan", "name": "Plan", "period": "2021-01-01/P5Y", "pillars": [{"code": "p", "name": "P", "indicators": [
        {"code": "a", "name": "A", "measure": "stock", "unit": {"code": "t"}, "targets": [
            {"code": "whole", "goal": {"kind": "level", "at_least": "6"}, "deadline": "2025"},
            {"code": "again", "goal": {"kind": "level", "at_least": "6"}, "deadline": "2025", "restates": "whole"},
            {"code": "other", "goal": {"kind": "level", "at_least": "7"}, "deadline": "2025", "alternative_to": "whole"},
            {"code": "early", "goal": {"kind": "level", "at_least": "5"}, "deadline": "2023", "part_of": "whole"}]}]}]}"#;
    let (plan, observations): (Plan, Observations) = (
        serde_json::from_str(plan).unwrap(),
        Observations::new(Vec::new()).unwrap(),
    );
    let names = |language: Language| {
        let report = Report::of(&plan, &observations, day!("2022-02-01"), &Rule::pace(), language);
        let rows = scoreboard(&report, Theme::Light).table.rows;
        rows.into_iter().map(|row| row[0].clone()).collect::<Vec<_>>()
    };
    let english = ["A", "A (restated)", "A (another reading)", "A (instalment)"];
    assert_eq!(names(Language::English), english);
    let chinese = ["A", "A（重复表述）", "A（另一种理解）", "A（分期目标）"];
    assert_eq!(names(Language::SimplifiedChinese), chinese);
}

#[test]
fn everything_lies_on_the_axis_of_time_and_its_labels_are_few() {
    for case in cases() {
        for row in case.report(Language::English).targets() {
            let chart = &row.chart;
            let lines = [
                &chart.path,
                &chart.first_path,
                &chart.milestones,
                &chart.projection,
                &chart.catch_up,
            ];
            let points = lines.into_iter().flatten().chain(&chart.baseline);
            let points = points.flat_map(|point| [point.middle, point.position]);
            let figures = chart.figures.iter().flat_map(|figure| [figure.middle, figure.position]);
            let (low, high) = (chart.time.low, chart.time.high);
            for position in points.chain(figures).chain([chart.today]) {
                assert!((low..=high).contains(&position), "{}: {position}", row.code);
            }
            let ticks = &chart.time.ticks;
            assert!((1..=12).contains(&ticks.len()), "{}: {ticks:?}", row.code);
            assert!(ticks.is_sorted_by(|one, next| one.ends <= next.begins), "{}", row.code);
            assert!(
                ticks.iter().all(|tick| low <= tick.begins && tick.ends <= high),
                "{}",
                row.code
            );
        }
    }
}

/// Where the plan is amended, each of the two paths runs as it was promised.
#[test]
fn each_path_runs_in_steps_if_it_was_promised_so() {
    const STEPPED: &str =
        r#"{"schedule": [{"period": "2024", "value": "20"}, {"period": "2027", "value": "50"}], "between": "stepped"}"#;
    const LINEAR: &str = r#""linear""#;
    for (first, since) in [
        (STEPPED, LINEAR),
        (LINEAR, STEPPED),
        (STEPPED, STEPPED),
        (LINEAR, LINEAR),
    ] {
        let plan = format!(
            r#"{{"format": 1, "code": "plan", "name": "Plan", "period": "2023-01-01/P5Y", "pillars": [{{"code": "p", "name": "P", "indicators": [
            {{"code": "a", "name": "A", "measure": "stock", "unit": {{"code": "t"}}, "targets": [
                {{"code": "a", "goal": {{"kind": "level", "at_least": "50"}}, "baseline": {{"period": "2022", "value": "10"}},
                  "deadline": "2027", "path": {first}, "amendments": [{{"in_force": "2025-06-01", "deadline": "2028", "path": {since}}}]}}]}}]}}]}}"#
        );
        let plan: Plan = serde_json::from_str(&plan).unwrap();
        let observations = Observations::new(Vec::new()).unwrap();
        for (day, drawn) in [
            (day!("2025-05-31"), [first, LINEAR]),
            (day!("2025-06-01"), [since, first]),
        ] {
            let report = Report::of(&plan, &observations, day, &Rule::pace(), Language::English);
            let row = report.targets().next().unwrap();
            let steps = [row.chart.is_stepped, row.chart.is_first_path_stepped];
            assert_eq!(steps, drawn.map(|path| path == STEPPED), "{first} {since} {day}");
            let mut stepped = BTreeSet::new();
            for layer in value(&target(&report, row, Theme::Light))["layer"].as_array().unwrap() {
                if layer["mark"]["interpolate"] == "step-after" {
                    let rows = layer["data"]["values"].as_array().unwrap();
                    stepped.extend(rows.iter().map(|row| row["line"].to_string()));
                }
            }
            assert_eq!(
                stepped.len(),
                steps.iter().filter(|is| **is).count(),
                "{first} {since} {day}"
            );
        }
    }
}
