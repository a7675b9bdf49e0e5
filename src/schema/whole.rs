//! A schema as it stands in a file.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;

use schemars::Schema;
use serde_json::Value;

use crate::plan::document::noun::FORMAT;

/// The address of the schema with this name: its `$id`, and what an author writes under `$schema`.
///
/// # Examples
///
/// ```
/// let address = milepost::schema::address("plan");
/// assert!(address.ends_with("/docs/schema/plan.schema.json"));
/// ```
pub fn address(name: &str) -> String {
    format!("https://raw.githubusercontent.com/milepost-rs/milepost/main/docs/schema/{name}.schema.json")
}

/// A schema as it stands in its file: with its address, its title and its keys in order.
pub(super) fn file_schema(name: &str, mut whole: Schema) -> Schema {
    whole.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    whole.insert("$id".into(), address(name).into());
    whole.insert("title".into(), format!("milepost {name}, format {FORMAT}").into());
    Schema::try_from(in_order(whole.into())).unwrap_or_default()
}

/// The value with its keys in the order of their letters: a feature of `serde_json` that others may ask for keeps the
/// order in which they come.
fn in_order(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<_, _> = map.into_iter().map(|(key, inner)| (key, in_order(inner))).collect();
            Value::Object(sorted.into_iter().collect())
        }
        Value::Array(items) => items.into_iter().map(in_order).collect(),
        other => other,
    }
}
