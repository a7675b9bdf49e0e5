//! What is refused: what `check` refuses, as far as a schema can know it, and nothing else.

use std::collections::BTreeSet;

use jsonschema::Validator;
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
const FORM_IN_PART: [&str; 3] = ["not_a_date", "not_a_decimal", "not_a_period"];

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
