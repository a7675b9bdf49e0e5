//! The files of the repository, and the validators that they make.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use milepost::schema;
use serde_json::Value;

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The validator of a schema, as its file has it.
pub(crate) fn validator(name: &str) -> Validator {
    let text = fs::read_to_string(root().join(format!("docs/schema/{name}.schema.json"))).unwrap();
    jsonschema::draft202012::new(&serde_json::from_str(&text).unwrap()).unwrap()
}

/// What is wrong with a document, each with the place where it stands.
pub(crate) fn complaints(validator: &Validator, document: &Value) -> Vec<String> {
    let line = |error: jsonschema::ValidationError| format!("{}: {error}", error.instance_path());
    validator.iter_errors(document).map(line).collect()
}

/// `serde_json` keeps the order of keys here, and sorts them where the files are written.
#[test]
fn a_schema_has_the_same_bytes_whatever_others_ask_of_serde_json() {
    let unordered: Value = serde_json::from_str(r#"{"b": 1, "a": 2}"#).unwrap();
    assert_eq!(unordered.to_string(), r#"{"b":1,"a":2}"#);
    for (name, schema) in schema::all() {
        let file = fs::read_to_string(root().join(format!("docs/schema/{name}.schema.json"))).unwrap();
        assert_eq!(file, serde_json::to_string_pretty(&schema).unwrap() + "\n", "{name}");
    }
}

#[test]
fn a_schema_is_one() {
    for (name, schema) in schema::all() {
        let schema = serde_json::to_value(schema).unwrap();
        jsonschema::meta::validate(&schema)
            .map_err(|error| error.to_string())
            .unwrap();
        assert_eq!(schema["$id"], schema::address(name));
        assert_eq!(schema["title"], format!("milepost {name}, format 1"));
    }
}
