//! One promise by two measures: China's cut of energy use per unit of GDP by 13.5 % from 2020 to 2025, whose measure was redefined on the way.
//!
//! ```text
//! cargo run --example two_measures
//! ```
//!
//! It is met by the new measure. By the old one, of which the figures end with 2023, it had come a quarter of the way.

#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use std::error::Error;

use milepost::report::TargetRow;
use milepost::{Language, Observations, Plan, Report, Rule, date};

const PLAN: &str = include_str!("data/china-energy-intensity.json");
const OBSERVATIONS: &str = include_str!("data/china-energy-intensity.observations.json");

fn main() -> Result<(), Box<dyn Error>> {
    let plan: Plan = serde_json::from_str(PLAN)?;
    let observations: Observations = serde_json::from_str(OBSERVATIONS)?;
    for day in ["2025-03-31", "2026-03-31"] {
        let report = Report::of(&plan, &observations, date(day)?, &Rule::pace(), Language::English);
        println!("As of {day}");
        report.targets().for_each(tell);
    }
    Ok(())
}

fn tell(row: &TargetRow) {
    let (facts, verdict) = (&row.facts, &row.verdict);
    println!("  {}", row.name);
    println!("    {}: {}", row.promise, verdict.status.words);
    println!(
        "    {} of the way where {} were due",
        facts.share_of_way.text, facts.share_expected.text
    );
    for source in &row.sources {
        println!("    {}", source.words);
    }
}
