//! What is refused: what `check` refuses, as far as a schema can know it, and nothing else.

use std::collections::BTreeSet;

use jsonschema::Validator;
use milepost::table::ColumnMap;
use milepost::{ObservationsDocument, PlanDocument, Problems, Severity};

use crate::documents::{BROKEN_OBSERVATIONS, BROKEN_PLANS, OBSERVATIONS, PLAN, Row, edit};
use crate::files::{complaints, validator};

/// The problems that a schema knows, by their codes: those of form, wherever they stand.
const FORM: [&str; 18] = [
    "confidence_out_of_range",
    "empty_text",
    "kept_in_none",
    "missing_field",
    "multiplier_out_of_range",
    "negative_standard_error",
    "negative_tolerance",
    "not_a_code",
    "not_a_language",
    "not_a_length",
    "not_exactly_one",
    "share_done_out_of_range",
    "share_of_way_outside",
    "unknown_field",
    "unknown_format",
    "unknown_word",
    "weight_not_positive",
    "wrong_type",
];

/// The problems that a schema knows by their form where they have none, and not where the calendar or the size of a number tells.
const FORM_IN_PART: [&str; 3] = ["not_a_day", "not_a_decimal", "not_a_period"];

/// The broken documents of such problems in which it cannot know them.
const BEYOND_FORM: [&str; 4] = [
    "a bare number with too many digits",
    "an impossible date",
    "an impossible day",
    "too many digits",
];

#[test]
fn a_broken_document_is_refused_for_its_form_and_for_nothing_else() {
    let (mut seen, mut unlike) = (BTreeSet::new(), Vec::new());
    let mut look = |document: &str, tables: &[&[Row]], validator: &Validator, check: fn(&str) -> Problems| {
        for (name, code, words, _) in tables.iter().copied().flatten() {
            let text = edit(document, code, *words);
            let errors = check(&text);
            let codes = errors
                .iter()
                .filter(|problem| problem.severity() == Severity::Error)
                .map(|problem| problem.code());
            let codes: BTreeSet<_> = codes.collect();
            let is_of_form =
                |code: &&str| FORM.contains(code) || (FORM_IN_PART.contains(code) && !BEYOND_FORM.contains(name));
            let said = complaints(validator, &serde_json::from_str(&text).unwrap());
            if said.is_empty() == codes.iter().any(is_of_form) {
                unlike.push(format!("{name}: {codes:?}, {said:?}"));
            }
            seen.extend(codes);
        }
    };
    look(PLAN, &BROKEN_PLANS, &validator("plan"), |text| {
        serde_json::from_str::<PlanDocument>(text).unwrap().check().problems
    });
    look(
        OBSERVATIONS,
        &[BROKEN_OBSERVATIONS],
        &validator("observations"),
        |text| {
            serde_json::from_str::<ObservationsDocument>(text)
                .unwrap()
                .check()
                .problems
        },
    );
    assert_eq!(unlike, [""; 0]);
    let never: Vec<_> = FORM
        .iter()
        .chain(&FORM_IN_PART)
        .filter(|code| !seen.contains(*code))
        .collect();
    assert_eq!(never, [&""; 0], "no broken document shows them");
}

#[test]
fn a_map_of_columns_has_the_fields_of_its_kind() {
    let validator = validator("column-map");
    let wide = r#"{"format": 1, "kind": "wide", "indicator": "air", "unit": {"code": "1"}}"#;
    let targets = r#"{"format": 1, "kind": "targets", "plan": {"code": "p", "name": "P", "period": "2026"}, "indicators": [{
        "name": {"column": "Name"}, "measure": "stock", "unit": {"code": "1"},
        "targets": [{"goal": {"kind": "level", "at_least": {"column": "Value"}}, "deadline": {"column": "Due"}}]}]}"#;
    for (map, from, to, is_map) in [
        (wide, "", "", true),
        (targets, "", "", true),
        (wide, r#""indicator""#, r#""periods": "F*", "indicator""#, true),
        (wide, r#""indicator""#, r#""period": "Year", "indicator""#, false),
        (wide, "wide", "sdmx", true),
        (wide, "wide", "targets", false),
        (wide, "wide", "wider", false),
        (targets, "targets", "wide", false),
        (targets, r#""Value"}"#, r#""Value", "times": "0.01"}"#, true),
        (targets, r#""Value"}"#, r#""Value", "time": "0.01"}"#, false),
        (
            targets,
            r#"{"column": "Due"}"#,
            r#"{"column": ["Quarter", "Year"]}"#,
            true,
        ),
        (targets, r#"{"column": "Due"}"#, r#"{"columns": "Due"}"#, false),
        (targets, r#""Due"}"#, r#""Due", "means": {"soon": "2027"}}"#, true),
        (targets, r#"{"code": "1"}"#, r#"{"code": {"column": "Unit"}}"#, true),
        (targets, r#""measure": "stock", "#, "", false),
        (targets, r#"{"kind": "level""#, r#"{"kind": "levels""#, false),
        // What holds for all rows, and no column.
        (targets, r#""name": "P""#, r#""name": {"column": ["Plan"]}"#, false),
    ] {
        let Ok(edited) = serde_json::from_str(&map.replacen(from, to, 1)) else {
            panic!("{map} with {to}");
        };
        assert_eq!(complaints(&validator, &edited).is_empty(), is_map, "{edited}");
        assert_eq!(
            serde_json::from_value::<ColumnMap>(edited).is_ok(),
            is_map,
            "{map} with {to}"
        );
    }
}
