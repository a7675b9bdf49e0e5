//! Reads a plan from a JSON file and says everything that is wrong with it.
//!
//! ```text
//! cargo run --example load_plan -- plan.json
//! ```
//!
//! Without a file it reads the broken plan below.

use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use milepost::PlanDocument;

const BROKEN: &str = r#"{
  "format": 1,
  "code": "our city",
  "name": {"en": "Our city 2026-2030", "en_GB": "Our city, 2026 to 2030"},
  "period": "2026-01-01/P5Y",
  "published": "2026-02-29",
  "pillars": [
    {
      "code": "economy",
      "name": "Economy",
      "weight": "0",
      "indicators": [
        {
          "code": "gdp",
          "name": "Gross regional product",
          "measure": "flow",
          "unit": {"code": "EUR", "multiplier": 9, "label": "bn €"},
          "targets": [
            {
              "code": "gdp-2030",
              "goal": {"kind": "level", "more_than": "2,000"},
              "baselin": "2025",
              "deadline": 2030
            },
            {
              "code": "gdp-growth",
              "goal": {"kind": "average_growth", "at_least": "5"},
              "baseline": {"period": "2025", "value": "1517.7"},
              "deadline": "2024",
              "nature": "bindng"
            }
          ]
        },
        {
          "code": "unemployment",
          "name": "Unemployment",
          "measure": "share",
          "unit": {"code": "1", "multiplier": -2, "label": "%"},
          "targets": [
            {
              "code": "gdp-2030",
              "goal": {"kind": "keep", "at_most": "5.5"},
              "deadline": "2030",
              "alternative_to": "gdp-2031"
            }
          ]
        }
      ]
    }
  ]
}"#;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let file = env::args().nth(1);
    let text = match &file {
        Some(path) => fs::read_to_string(path)?,
        None => BROKEN.to_owned(),
    };
    let mut out = io::stdout().lock();

    // Reading fails only on syntax, and then the reader of the format knows the line.
    let document: PlanDocument = match serde_json::from_str(&text) {
        Ok(document) => document,
        Err(error) => {
            writeln!(out, "not a document: {error}")?;
            return Ok(ExitCode::FAILURE);
        }
    };

    let checked = document.check();
    for problem in &checked.problems {
        writeln!(out, "{problem}")?;
    }
    let (errors, warnings) = (checked.problems.errors().count(), checked.problems.warnings().count());
    match &checked.value {
        Some(plan) => {
            let (name, targets) = (plan.name(), plan.targets().count());
            writeln!(out, "{name} can be used: {targets} targets, {warnings} warnings")?;
        }
        None => writeln!(out, "the plan cannot be used: {errors} errors, {warnings} warnings")?,
    }
    // The plan above is meant to be broken; one that was given should not be.
    let is_as_hoped = checked.value.is_some() || file.is_none();
    Ok(if is_as_hoped {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
