//! The schemas of what is made by deriving, from the types and the documentation of their fields.
//!
//! What the documentation of a field says in Rust becomes the `description` of its key, up to the first heading:
//! ``The goal of a [`Target`](crate::Target), if it has one. `None` before that.`` is read by people who write JSON as
//! ``The goal of a `Target`, if it has one. `null` before that.``

use alloc::borrow::ToOwned;
use alloc::string::String;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::whole::file_schema;
use crate::plan::document::form::DATE;

/// The schema of values that are written as this type: every key is there, and those of later versions may be.
pub(super) fn written<T: JsonSchema>(name: &str) -> Schema {
    schema_of_type::<T>(name, SchemaSettings::draft2020_12().for_serialize())
}

/// The schema of values that can be read as this type: keys that have a default may be left out, and a decimal may be a
/// number.
pub(super) fn read<T: JsonSchema>(name: &str) -> Schema {
    schema_of_type::<T>(name, SchemaSettings::draft2020_12().for_deserialize())
}

/// The schema of a type by the rules of these settings, as it stands in a file of this name.
fn schema_of_type<T: JsonSchema>(name: &str, settings: SchemaSettings) -> Schema {
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    RecursiveTransform(for_readers_of_json).transform(&mut schema);
    file_schema(name, schema)
}

/// Makes a schema fit for readers of JSON: its description without links and examples, and without the sizes of
/// integers.
fn for_readers_of_json(schema: &mut Schema) {
    if let Some(Value::String(words)) = schema.get_mut("description") {
        *words = schema_description(words);
    }
    // What a pattern says needs no validator that knows formats.
    match schema.get("format").and_then(Value::as_str) {
        Some("date") => drop(schema.insert("pattern".to_owned(), DATE.pattern.into())),
        Some(format) if format.contains("int") => {}
        _ => return,
    }
    schema.remove("format");
}

/// The description in a schema, made of a documentation for Rust: the part up to the first heading, each paragraph on
/// one line, without links, and with `null` for `None`.
fn schema_description(words: &str) -> String {
    let first = words.split("\n\n# ").next().unwrap_or_default();
    let first = first
        .replace("\n\n", "\0")
        .replace('\n', " ")
        .replace('\0', "\n\n")
        .replace("`None`", "`null`");
    let (mut plain, mut rest) = (String::new(), &*first);
    while let Some((before, behind)) = rest.split_once("[`") {
        let (name, behind) = behind.split_once("`]").unwrap_or((behind, ""));
        plain.extend([before, "`", name, "`"]);
        rest = match behind.strip_prefix('(') {
            Some(link) => link.split_once(')').map_or("", |(_, behind)| behind),
            None => behind,
        };
    }
    plain.push_str(rest);
    plain
}
