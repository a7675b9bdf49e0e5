//! The shape of the JSON: which fields there are, and of which types, whatever their values.

use std::collections::{BTreeMap, BTreeSet};

use milepost::report::Chart;
use milepost::{
    Language, ObservationsDocument, PlanDocument, Report, Rule, assess, assess_plan, compare, compare_plan, evidence,
};
use serde::Serialize;
use serde_json::Value;

use crate::asked::{rules, told_rules};
use crate::catalogue;
use crate::composed;
use crate::frozen;
use crate::made;
use crate::plans::{self, Case, country, district, every_field, mixed};

/// Ends of paths whose words are few and promised: which there are, is part of the shape.
const WORDS: [&str; 13] = [
    ".reason.code",
    ".status",
    ".status[]",
    ".last_status",
    ".caveats[]",
    ".kind",
    ".nature",
    ".measure",
    ".growth",
    ".measures",
    ".statistic",
    ".severity",
    ".lacks",
];

/// Every path that was seen, with its types.
#[derive(Default)]
struct Shape(BTreeMap<String, BTreeSet<String>>);

impl Shape {
    /// Adds the JSON of a value under a name.
    fn add(&mut self, name: &str, value: &impl Serialize) {
        self.add_value(name.to_owned(), &serde_json::to_value(value).unwrap());
    }

    fn add_value(&mut self, path: String, value: &Value) {
        // Titles have the names of what stands beneath them.
        let ends_so = |end: &&&str| path.ends_with(**end) && !path.contains(".headings.");
        if let (Some(text), Some(end)) = (value.as_str(), WORDS.iter().find(ends_so)) {
            self.0
                .entry(format!("*{end}"))
                .or_default()
                .insert(format!("\"{text}\""));
        }
        let kind = match value {
            Value::Null => "null".to_owned(),
            Value::Bool(_) => "boolean".to_owned(),
            Value::Number(number) if number.is_f64() => "float".to_owned(),
            Value::Number(_) => "integer".to_owned(),
            Value::String(_) => "string".to_owned(),
            Value::Array(_) => "array".to_owned(),
            Value::Object(_) => "object".to_owned(),
        };
        for (key, value) in value.as_object().into_iter().flatten() {
            self.add_value(format!("{path}.{key}"), value);
        }
        for value in value.as_array().into_iter().flatten() {
            self.add_value(format!("{path}[]"), value);
        }
        self.0.entry(path).or_default().insert(kind);
    }

    fn lines(self) -> Vec<String> {
        let line = |(path, kinds): (String, BTreeSet<String>)| {
            let kinds: Vec<String> = kinds.into_iter().collect();
            format!("{path}\t{}", kinds.join(" | "))
        };
        self.0.into_iter().map(line).collect()
    }
}

#[test]
fn shape_of_the_json() {
    let mut shape = Shape::default();
    add_targets(&mut shape);
    for case in [district(), country(), every_field(), mixed()] {
        add_plan(&mut shape, &case);
    }
    let told = told_rules(&[("a".parse().unwrap(), [0.into(), 9.into()])]);
    for rule in [rules(), composed::rules(), plans::rules_of_wholes(), told].concat() {
        shape.add("rule", &rule);
    }
    add_problems(&mut shape);
    frozen::hold("shape_of_the_json.txt", 1, &shape.lines());
}

/// Single targets, by every rule.
fn add_targets(shape: &mut Shape) {
    let rules = catalogue::rules();
    for made in made::all() {
        shape.add("target", &made.target);
        for as_of in made.days() {
            shape.add("comparison", &compare(&made.target, &made.series, as_of, &rules));
            shape.add("evidence", &evidence(&made.target, &made.series, as_of));
            shape.add("assessment", &assess(&made.target, &made.series, as_of, &Rule::pace()));
            shape.add(
                "chart",
                &Chart::new(&made.target, &made.series, as_of, Language::English),
            );
        }
        let last = made.days().last().unwrap();
        for rule in &rules {
            let assessment = assess(&made.target, &made.series, last, rule);
            shape.add("verdict", &assessment.verdict);
            shape.add("assessment", &assessment);
        }
    }
}

/// A plan, its observations, and what is answered of them.
fn add_plan(shape: &mut Shape, case: &Case) {
    let (plan, observations) = (&case.plan, &case.observations);
    shape.add("plan", plan);
    shape.add("observations", observations);
    for as_of in ["2022-06-30", "2026-01-31"].map(|day| milepost::date(day).unwrap()) {
        let rules = [
            Rule::pace(),
            Rule::open_sdg(),
            Rule::undp_2025(),
            Rule::china_schedule(),
        ];
        shape.add("plan_comparison", &compare_plan(plan, observations, as_of, &rules));
        for (rule, language) in rules.iter().zip(Language::ALL.iter().copied().cycle()) {
            let assessment = assess_plan(plan, observations, as_of, rule);
            shape.add("plan_assessment", &assessment);
            shape.add("report", &Report::new(plan, observations, &assessment, language));
        }
    }
}

/// Documents that say nothing right.
fn add_problems(shape: &mut Shape) {
    let plan: PlanDocument = serde_json::from_str(r#"{"format": 1, "cod": "a", "pillars": [{"targets": 3}]}"#).unwrap();
    shape.add("problems", &plan.check().problems);
    let observations: ObservationsDocument = serde_json::from_str(r#"{"format": 7, "series": 5}"#).unwrap();
    shape.add("problems", &observations.check().problems);
}
