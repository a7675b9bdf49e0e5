//! JSON Schemas (draft 2020-12) of what is read and what is written, made from the tables and the types by which it is.
//!
//! They are what an editor completes and explains a document by, what a validator checks before a document is sent, and
//! what types in other languages are made from. The folder `docs/schema` of the repository holds each as a file.
//!
//! A schema knows the form: which fields there are, which must be there, which words and numbers can stand in them.
//! What [`check`](crate::PlanDocument::check) accepts, the schema of the document accepts; not the other way round,
//! since no schema knows that a deadline comes after its baseline. Of what is written, a schema names every key, and
//! leaves room for those of later versions.
//!
//! # Examples
//!
//! ```
//! let schema = milepost::schema::plan();
//! assert_eq!(schema.get("$id").and_then(|id| id.as_str()), Some(milepost::schema::address("plan").as_str()));
//! assert_eq!(schema.pointer("/$defs/Baseline/required/0").and_then(|field| field.as_str()), Some("period"));
//! ```

mod document;
mod output;
mod whole;
mod written;

use alloc::vec::Vec;

use schemars::Schema;

use crate::assessment::Assessment;
use crate::plan::document::fields::{OBSERVATIONS, PLAN};
use crate::report::Report;
use crate::rollup::PlanAssessment;
use crate::rule::{Comparison, PlanComparison, Rule};
#[cfg(feature = "csv")]
use crate::table::{
    fields::{MADE_OF_ROWS, MAP, MAP_OF_PERIODS, MAP_OF_PROMISES, PLACE},
    pattern,
};
pub use whole::address;

/// Every schema with its name; the file `docs/schema/NAME.schema.json` holds it.
///
/// # Examples
///
/// ```
/// let names: Vec<&str> = milepost::schema::all().into_iter().map(|(name, _)| name).collect();
/// assert!(names.starts_with(&["plan", "observations"]));
/// assert!(names.contains(&"report"));
/// ```
pub fn all() -> Vec<(&'static str, Schema)> {
    Vec::from([
        ("plan", plan()),
        ("observations", observations()),
        #[cfg(feature = "csv")]
        ("column-map", column_map()),
        ("rule", rule()),
        ("assessment", assessment()),
        ("plan-assessment", plan_assessment()),
        ("comparison", comparison()),
        ("plan-comparison", plan_comparison()),
        ("report", report()),
    ])
}

/// The schema of a plan, as [`PlanDocument`](crate::PlanDocument) reads it.
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::plan();
/// let required = schema.pointer("/required").and_then(|names| names.as_array()).ok_or("names")?;
/// assert!(required.iter().any(|name| name == "period"));
/// // A goal is read by its kind: which fields a level has, its own definition says.
/// assert!(schema.pointer("/$defs/LevelGoal/properties/at_least").is_some());
/// assert!(schema.pointer("/$defs/LevelGoal/properties/direction").is_none());
/// # Ok::<(), &str>(())
/// ```
pub fn plan() -> Schema {
    document::schema_of_document("plan", &PLAN)
}

/// The schema of observations, as [`ObservationsDocument`](crate::ObservationsDocument) reads them.
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::observations();
/// // A figure may be written as a text, which keeps its digits, or as a number.
/// let value = schema.pointer("/$defs/Decimal/type").ok_or("a type")?;
/// assert_eq!(value.to_string(), r#"["string","number"]"#);
/// # Ok::<(), &str>(())
/// ```
pub fn observations() -> Schema {
    document::schema_of_document("observations", &OBSERVATIONS)
}

/// The schema of a map of columns, as [`ColumnMapDocument`](crate::table::ColumnMapDocument) reads it. It needs the
/// feature `csv`.
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::column_map();
/// let kinds = schema.pointer("/properties/kind/enum").ok_or("kinds")?;
/// assert_eq!(kinds.to_string(), r#"["observations","sdmx","wide","targets"]"#);
/// # Ok::<(), &str>(())
/// ```
#[cfg(feature = "csv")]
pub fn column_map() -> Schema {
    let columns = document::ValuesInColumns {
        nouns: &MADE_OF_ROWS,
        place: &PLACE,
        cell_type: pattern::cell_type,
        is_required: pattern::must_state,
    };
    document::schema_of_one_of("column-map", &[&MAP, &MAP_OF_PERIODS, &MAP_OF_PROMISES], columns)
}

/// The schema of a [`Rule`], as it is read; one that was written is one that can be read.
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::rule();
/// // A rule judges by pace (`cuts`) or is composed (`method`), and nothing is both.
/// let ways = schema.pointer("/oneOf").and_then(|ways| ways.as_array()).ok_or("ways")?;
/// let needed: Vec<_> = ways.iter().map(|way| way["required"][0].as_str()).collect();
/// assert_eq!(needed, [Some("cuts"), Some("method")]);
/// # Ok::<(), &str>(())
/// ```
pub fn rule() -> Schema {
    output::read::<Rule>("rule")
}

/// The schema of an [`Assessment`].
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::assessment();
/// // Every key is there whatever the rule found: who reads it need not ask whether one is.
/// let keys = schema.pointer("/properties").and_then(|keys| keys.as_object()).ok_or("keys")?;
/// let required = schema.pointer("/required").and_then(|names| names.as_array()).ok_or("names")?;
/// assert_eq!(keys.len(), required.len());
/// # Ok::<(), &str>(())
/// ```
pub fn assessment() -> Schema {
    output::written::<Assessment>("assessment")
}

/// The schema of a [`PlanAssessment`]: of all targets and deliverables of a plan, with the sums.
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::plan_assessment();
/// // What needs attention is a list of codes, by which the targets are found in the pillars.
/// assert_eq!(schema.pointer("/properties/attention/items/$ref").and_then(|of| of.as_str()), Some("#/$defs/Code"));
/// // A score that there is not is `null`, and its key is there all the same.
/// let summary = schema.pointer("/$defs/Summary").ok_or("a summary")?;
/// assert_eq!(summary["properties"]["score"]["$ref"], "#/$defs/MaybeDecimal");
/// assert!(summary["required"].as_array().is_some_and(|keys| keys.iter().any(|key| key == "score")));
/// # Ok::<(), &str>(())
/// ```
pub fn plan_assessment() -> Schema {
    output::written::<PlanAssessment>("plan-assessment")
}

/// The schema of a [`Comparison`]: of what several rules say of one target.
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::comparison();
/// // One list of facts, which no rule changes, and a verdict by each rule with the class as its publisher names it.
/// assert!(schema.pointer("/properties/evidence").is_some());
/// let verdict = schema.pointer("/$defs/VerdictByRule/properties").ok_or("a verdict")?;
/// assert_eq!(verdict["class"]["type"], "string");
/// assert_eq!(verdict["rule"]["$ref"], "#/$defs/Code");
/// # Ok::<(), &str>(())
/// ```
pub fn comparison() -> Schema {
    output::written::<Comparison>("comparison")
}

/// The schema of a [`PlanComparison`]: of what several rules say of each target of a plan.
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::plan_comparison();
/// // A table of targets by rules: the verdicts of a row stand in the order of `rules`.
/// assert_eq!(schema.pointer("/properties/rules/type").and_then(|kind| kind.as_str()), Some("array"));
/// let row = schema.pointer("/$defs/TargetByRules/required").ok_or("a row")?;
/// assert_eq!(row.to_string(), r#"["pillar","indicator","target","is_principal","verdicts"]"#);
/// // Facts of single targets are not in it: `comparison` has them.
/// assert!(schema.pointer("/$defs/Evidence").is_none());
/// # Ok::<(), &str>(())
/// ```
pub fn plan_comparison() -> Schema {
    output::written::<PlanComparison>("plan-comparison")
}

/// The schema of a [`Report`].
///
/// # Examples
///
/// ```
/// let schema = milepost::schema::report();
/// // Of a chart's points a front end gets the value as a text of digits.
/// let point = schema.pointer("/$defs/ChartPoint/properties").and_then(|keys| keys.as_object()).ok_or("a point")?;
/// assert_eq!(point["value"]["$ref"], "#/$defs/Decimal");
/// assert_eq!(schema.pointer("/$defs/Decimal/type").and_then(|kind| kind.as_str()), Some("string"));
/// # Ok::<(), &str>(())
/// ```
pub fn report() -> Schema {
    output::written::<Report>("report")
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;

    /// With `UPDATE=1` in the environment, the files are written anew.
    #[test]
    fn the_files_hold_what_is_made() {
        for (name, schema) in all() {
            let made = serde_json::to_string_pretty(&schema).unwrap() + "\n";
            let file = format!("{}/docs/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
            if env::var_os("UPDATE").is_some() {
                fs::write(file, made).unwrap();
            } else {
                assert!(
                    fs::read_to_string(file).unwrap_or_default() == made,
                    "{name}: UPDATE=1 writes it anew"
                );
            }
        }
    }
}
