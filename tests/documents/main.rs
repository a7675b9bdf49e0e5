//! Documents as authors write them: broken ones with exactly their problems, and good ones there and back.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

mod alone;
mod amendments;
mod breakdowns;
mod built_and_read;
mod built_in_code;
pub(crate) mod constructors;
mod fields;
mod first_tries;
mod goals;
mod mends;
mod names;
mod not_there;
mod observations;
mod paths;
mod references;
mod round_trip;
mod several;
mod values;

use std::collections::BTreeMap;

use milepost::{ObservationsDocument, PlanDocument, Problems};
use serde_json::Value;

pub(crate) const PLAN: &str = include_str!("plan.json");
pub(crate) const OBSERVATIONS: &str = include_str!("observations.json");

/// A broken document: its name; a code, and the words behind it that are replaced by others; and every problem, in order.
///
/// Single quotes stand for double ones, and `@code` for the path of the part of the good plan that has this code.
pub(crate) type Row = (
    &'static str,
    &'static str,
    (&'static str, &'static str),
    &'static [&'static str],
);

/// Each table of broken plans, and that of broken observations.
pub(crate) const BROKEN_PLANS: [&[Row]; 7] = [
    amendments::ROWS,
    fields::ROWS,
    values::ROWS,
    goals::ROWS,
    paths::ROWS,
    references::ROWS,
    breakdowns::ROWS,
];
pub(crate) const BROKEN_OBSERVATIONS: &[Row] = observations::ROWS;

/// The document with the first `from` behind the part with this code replaced by `to`.
pub(crate) fn edit(document: &str, code: &str, (from, to): (&str, &str)) -> String {
    let keys = ["code", "indicator", "deliverable"].map(|key| format!(r#""{key}": "{code}""#));
    let part = keys.iter().find_map(|key| document.find(key)).unwrap_or_default();
    let (before, behind) = document.split_at(part);
    let (from, to) = (from.replace('\'', "\""), to.replace('\'', "\""));
    assert!(behind.contains(&from), "{from} does not stand behind {code}");
    format!("{before}{}", behind.replacen(&from, &to, 1))
}

/// Severity, path and words of every problem.
fn lines(problems: &Problems) -> Vec<String> {
    let line = |problem: &milepost::Problem| {
        let code = format!("[{}]:", problem.code());
        problem.to_string().replacen(&code, "", 1)
    };
    problems.iter().map(line).collect()
}

fn problems_of_plan(document: &str) -> Vec<String> {
    let document: PlanDocument = serde_json::from_str(document).unwrap();
    let checked = document.check();
    assert_eq!(checked.value.is_none(), checked.problems.has_errors());
    lines(&checked.problems)
}

fn problems_of_observations(document: &str) -> Vec<String> {
    let document: ObservationsDocument = serde_json::from_str(document).unwrap();
    let checked = document.check();
    assert_eq!(checked.value.is_none(), checked.problems.has_errors());
    lines(&checked.problems)
}

/// The line with `@code` written out.
fn written_out(line: &str, paths: &BTreeMap<String, String>) -> String {
    let Some((severity, rest)) = line.split_once(" @") else {
        return line.to_owned();
    };
    let end = rest.find(['.', ':', '[']).unwrap();
    let (code, rest) = rest.split_at(end);
    format!("{severity} {}{rest}", paths[code])
}

/// The path of every part of the good plan, by its code.
fn paths() -> BTreeMap<String, String> {
    fn walk(part: &Value, path: &str, paths: &mut BTreeMap<String, String>) {
        if let Some(code) = part["code"].as_str() {
            paths.insert(code.to_owned(), path.to_owned());
        }
        for list in ["pillars", "indicators", "targets", "deliverables"] {
            for (index, inner) in part[list].as_array().into_iter().flatten().enumerate() {
                walk(inner, format!("{path}.{list}[{index}]").trim_start_matches('.'), paths);
            }
        }
    }
    let mut paths = BTreeMap::new();
    walk(&serde_json::from_str(PLAN).unwrap(), "", &mut paths);
    paths
}

#[test]
fn the_good_documents_are_good() {
    assert_eq!(problems_of_plan(PLAN), [""; 0]);
    assert_eq!(problems_of_observations(OBSERVATIONS), [""; 0]);
}

#[test]
fn broken_plans_have_exactly_these_problems() {
    let paths = paths();
    for rows in BROKEN_PLANS {
        for (name, code, words, problems) in rows {
            let expected: Vec<String> = problems.iter().map(|line| written_out(line, &paths)).collect();
            assert_eq!(problems_of_plan(&edit(PLAN, code, *words)), expected, "{name}");
        }
    }
}

#[test]
fn broken_observations_have_exactly_these_problems() {
    for (name, code, words, problems) in BROKEN_OBSERVATIONS {
        assert_eq!(
            problems_of_observations(&edit(OBSERVATIONS, code, *words)),
            *problems,
            "{name}"
        );
    }
}
