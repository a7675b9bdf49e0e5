//! What is accepted: all that is shipped and that `check` accepts, and all that can be made.

use std::fs;
use std::sync::OnceLock;

use jsonschema::Validator;
use milepost::table::ColumnMap;
use milepost::{Observations, Plan};
use proptest::prelude::*;
use serde_json::Value;

use crate::documents::constructors;
use crate::files::{complaints, root, validator};

/// The documents in the raw strings of a text, each with the name of its schema.
fn quoted(text: &str) -> impl Iterator<Item = (&'static str, Value)> {
    let strings = text.split("r#\"").skip(1).filter_map(|rest| rest.split("\"#").next());
    strings.filter_map(|string| {
        let document: Value = serde_json::from_str(string).ok()?;
        let kind = document.as_object()?;
        let name = if kind.contains_key("pillars") {
            "plan"
        } else if kind.contains_key("kind") {
            "column-map"
        } else {
            "observations"
        };
        kind.contains_key("format").then_some((name, document))
    })
}

/// The maps of columns that tests of tables and their page state, by the place where they stand.
fn maps() -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let files = |folder: &str| {
        fs::read_dir(root().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
    };
    for path in files("tests/tables")
        .chain(files("tests/tables/promises"))
        .chain([root().join("docs/tables.md")])
    {
        if path.is_dir() || path.extension().is_some_and(|extension| extension == "csv") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        // Single quotes stand for double ones in tests.
        let quoted = text.split('"').map(|string| string.replace('\'', "\""));
        let fenced = text
            .split("```json")
            .skip(1)
            .filter_map(|rest| rest.split("```").next().map(str::to_owned));
        let maps = quoted.chain(fenced).chain([text.clone()]);
        let maps = maps.filter_map(|text| serde_json::from_str::<Value>(&text).ok());
        let maps = maps.filter(|document| document.get("format").is_some() && document.get("kind").is_some());
        all.extend(maps.map(|map| (path.display().to_string(), map)));
    }
    all
}

/// Every document of the repository in which `check` finds no error, by the place where it stands.
fn shipped() -> Vec<(String, &'static str, Value)> {
    let mut all = Vec::new();
    for folder in ["examples/data", "tests/documents"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let document: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
                let name = if document.get("pillars").is_some() {
                    "plan"
                } else {
                    "observations"
                };
                all.push((path.display().to_string(), name, document));
            }
        }
    }
    for page in ["docs/documents.md", "docs/cookbook.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        all.extend(quoted(&text).map(|(name, document)| (page.to_owned(), name, document)));
    }
    all.extend(maps().into_iter().map(|(place, map)| (place, "column-map", map)));
    all.retain(|(_, name, document)| match *name {
        "column-map" => serde_json::from_value::<ColumnMap>(document.clone()).is_ok(),
        "plan" => serde_json::from_value::<Plan>(document.clone()).is_ok(),
        _ => serde_json::from_value::<Observations>(document.clone()).is_ok(),
    });
    all
}

#[test]
fn every_document_that_is_shipped() {
    let names = ["plan", "observations", "column-map"];
    let validators = names.map(validator);
    let (shipped, mut seen) = (shipped(), [0; 3]);
    for (place, name, document) in shipped {
        let which = names.iter().position(|known| *known == name).unwrap();
        seen[which] += 1;
        assert_eq!(
            complaints(&validators[which], &document),
            [""; 0],
            "{place}: {document}"
        );
    }
    assert!(seen.iter().sum::<i32>() > 24 && seen[2] > 12, "{seen:?}");
    for kind in ["observations", "sdmx", "wide", "targets"] {
        assert!(maps().iter().any(|(_, map)| map["kind"] == kind), "{kind}");
    }
}

static PLAN_AND_OBSERVATIONS: OnceLock<[Validator; 2]> = OnceLock::new();

proptest! {
    /// What a constructor accepts can be written, and what is written is accepted.
    #[test]
    fn every_document_that_is_written(plan in constructors::plan(), observations in constructors::observations()) {
        let validators = PLAN_AND_OBSERVATIONS.get_or_init(|| [validator("plan"), validator("observations")]);
        let written = [serde_json::to_value(&plan).unwrap(), serde_json::to_value(&observations).unwrap()];
        for (validator, document) in validators.iter().zip(&written) {
            prop_assert_eq!(complaints(validator, document), [""; 0], "{}", document);
        }
    }
}
