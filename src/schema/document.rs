//! The schema of a document, from the tables of its fields.
//!
//! The tables by which documents are read are all that is looked at, so that no field can be read and have no schema.
//! Of a row of such a table, `required("period", Period, "the days that it covers")`, comes
//!
//! ```json
//! {"properties": {"period": {"$ref": "#/$defs/Period", "description": "The days that it covers."}},
//!  "required": ["period"]}
//! ```
//!
//! | in the tables | in the schema |
//! |---|---|
//! | a noun | a definition under `$defs`, an object without further fields |
//! | a field that must be there | an entry of `required` |
//! | one of several of which one must be there | an entry of `oneOf` |
//! | what it means to leave it out | `default`, where that is a value; else the last words of `description` |
//! | a value by its `kind` | an `if` and `then` for each kind, so that a validator tells what is wrong with that one |
//! | a value of a row (maps of columns) | the value, or the place of the column that says it: `anyOf` |

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ptr;

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::whole::file_schema;
use crate::plan::GoalKind;
use crate::plan::document::fields::{GOAL, goal_of};
use crate::plan::document::form::{CODE, DATE, DECIMAL, Form, LANGUAGE_TAG, LENGTH, PERIOD, PLAIN_TEXT, TEXT};
use crate::plan::document::noun::{FORMAT, Field, LeftOut, Noun, Type};
use crate::value::Length;

/// The schema of the document that is this noun.
pub(super) fn schema_of_document(name: &str, noun: &'static Noun) -> Schema {
    let mut definitions = Definitions::default();
    let mut root = definitions.schema_of_map(noun);
    root.insert("$defs".to_owned(), definitions.made.into());
    file_schema(name, root)
}

/// The schema of the document that is one of these nouns, some of whose values can stand in columns.
#[cfg(feature = "csv")]
pub(super) fn schema_of_one_of(name: &str, nouns: &[&'static Noun], columns: ValuesInColumns) -> Schema {
    let mut definitions = Definitions {
        columns: Some(columns),
        ..Definitions::default()
    };
    let kinds = nouns.iter().flat_map(|noun| {
        let reference = definitions.reference_to_noun(noun);
        let kind = noun.field("kind");
        let words = match kind.map(|field| &field.value) {
            Some(Type::OneOf(words)) => words.words(),
            _ => Vec::new(),
        };
        words.into_iter().map(move |word| (word, reference.clone()))
    });
    let mut root = by_kind(&kinds.collect::<Vec<_>>());
    root.insert("$defs".to_owned(), definitions.made.into());
    file_schema(name, root)
}

/// A schema of several kinds, told apart by the field `kind` of the value. A validator that has found the kind reports
/// only what is wrong with a value of that kind.
fn by_kind(kinds: &[(&'static str, Schema)]) -> Schema {
    let words: Vec<_> = kinds.iter().map(|(word, _)| *word).collect();
    let of_kind = |(word, schema): &(&str, Schema)| {
        json!({
            "if": {"properties": {"kind": {"const": word}}, "required": ["kind"]},
            "then": schema,
        })
    };
    let each: Vec<_> = kinds.iter().map(of_kind).collect();
    json_schema!({
        "type": "object", "properties": {"kind": one_of(&words)}, "required": ["kind"], "allOf": each,
    })
}

/// How values can stand in the columns of a table. The room of tables provides it, since documents know nothing of
/// columns.
pub(super) struct ValuesInColumns {
    /// The nouns that the rows of a table make: in them, and in all inside them, a column can stand in place of a
    /// value.
    pub(super) nouns: &'static [&'static Noun],
    /// The noun that names a column.
    pub(super) place: &'static Noun,
    /// The type as which a cell is read for a value of a type; `None` if no cell can say such a value.
    pub(super) cell_type: fn(&'static Type) -> Option<&'static Type>,
    /// Whether a field is required where columns can stand: of a goal only its kind, which decides on the other fields.
    pub(super) is_required: fn(&Noun, &Field) -> bool,
}

/// The schemas of what stands in a document, by their names.
#[derive(Default)]
struct Definitions {
    /// The definitions that were made. One that is being made is null, so that a noun can stand in itself.
    made: Map<String, Value>,
    /// `None` in documents without rows.
    columns: Option<ValuesInColumns>,
    /// Whether a column can stand in place of the value whose schema is made now.
    takes_columns: bool,
}

impl Definitions {
    /// A reference to a definition, which is made if it is not there. Where columns can stand, its name ends with
    /// `OfARow`: in the `Goal` of a plan no column can stand, in the `GoalOfARow` one can.
    fn reference_to(&mut self, words: &str, make: impl FnOnce(&mut Self) -> Schema) -> Schema {
        let name = match type_name(words) {
            name if self.takes_columns && !name.ends_with("OfARow") => format!("{name}OfARow"),
            name => name,
        };
        if !self.made.contains_key(&name) {
            // A noun can stand in itself.
            self.made.insert(name.clone(), Value::Null);
            let made = make(self);
            self.made.insert(name.clone(), made.into());
        }
        Schema::new_ref(format!("#/$defs/{name}"))
    }

    /// A `$ref` to the definition of a noun. Each noun inside one that the rows of a table make has a second definition
    /// (`GoalOfARow`), in which a column can stand in place of a value. The noun that names a column, which has a field
    /// `column`, has one definition.
    fn reference_to_noun(&mut self, noun: &'static Noun) -> Schema {
        let outside = self.takes_columns;
        let columns = self.columns.as_ref();
        let is_made = columns.is_some_and(|columns| columns.nouns.iter().any(|made| ptr::eq(*made, noun)));
        // No column can stand inside the name of a column.
        self.takes_columns = (outside || is_made) && noun.field("column").is_none();
        let reference = self.reference_to(noun.name, |definitions| {
            if noun.name == GOAL.name && !definitions.takes_columns {
                definitions.schema_of_goal()
            } else {
                definitions.schema_of_map(noun)
            }
        });
        self.takes_columns = outside;
        reference
    }

    /// How a column can stand in place of the value whose schema is made now; `None` where none can.
    fn columns_here(&self) -> Option<&ValuesInColumns> {
        self.columns.as_ref().filter(|_| self.takes_columns)
    }

    /// A goal of one of the kinds, each with fields of its own.
    fn schema_of_goal(&mut self) -> Schema {
        let kind = |(word, kind): &(&'static str, GoalKind)| {
            let made = self.reference_to(&format!("{word} goal"), |definitions| {
                let mut goal = definitions.schema_of_map(goal_of(Some(*kind)));
                if let Some(Value::Object(of_kind)) = goal.pointer_mut("/properties/kind") {
                    of_kind.remove("enum");
                    of_kind.insert("const".to_owned(), (*word).into());
                }
                goal
            });
            (*word, made)
        };
        let kinds: Vec<_> = GoalKind::WORDS.iter().map(kind).collect();
        by_kind(&kinds)
    }

    /// The schema of a map with the fields of this noun and no other. What leaving out a field means decides:
    ///
    /// | `left_out` | in a document | where columns can stand |
    /// |---|---|---|
    /// | `Refused` | required | required if `is_required` says so |
    /// | `ForAnother` | exactly one of these fields is required | not required |
    /// | `Writes` | has that default | the same |
    /// | `Means` | not required | the same |
    fn schema_of_map(&mut self, noun: &'static Noun) -> Schema {
        let (mut properties, mut required, mut one_of) = (Map::new(), Vec::new(), Vec::new());
        for field in noun.fields() {
            let mut value = self.schema_of(&field.value);
            value.insert("description".to_owned(), description(field).into());
            let columns_here = self.columns_here();
            match field.left_out {
                LeftOut::Refused if columns_here.is_some_and(|columns| !(columns.is_required)(noun, field)) => {}
                LeftOut::ForAnother(_) if columns_here.is_some() => {}
                LeftOut::Refused => required.push(field.name),
                LeftOut::ForAnother(_) => one_of.push(json!({"required": [field.name]})),
                LeftOut::Writes(written) => {
                    let written = serde_json::from_str(written).unwrap_or_default();
                    value.insert("default".to_owned(), written);
                }
                LeftOut::Means(_) => {}
            }
            properties.insert(field.name.to_owned(), value.into());
        }
        let mut map = json_schema!({
            "description": sentence(noun.is), "type": "object", "properties": properties, "additionalProperties": false,
        });
        if !required.is_empty() {
            map.insert("required".to_owned(), required.into());
        }
        if !one_of.is_empty() {
            map.insert("oneOf".to_owned(), one_of.into());
        }
        map
    }

    /// The schema of a value of this type, or, where columns can stand and a cell can say the value, of the name of a
    /// column in its place.
    fn schema_of(&mut self, kind: &'static Type) -> Schema {
        let place = self
            .columns_here()
            .and_then(|columns| (columns.cell_type)(kind).map(|_| columns.place));
        let mut choices = self.schemas_of_choices(kind);
        choices.extend(place.map(|place| self.reference_to_noun(place)));
        match choices.pop() {
            Some(only) if choices.is_empty() => only,
            last => json_schema!({"anyOf": choices.into_iter().chain(last).collect::<Vec<_>>()}),
        }
    }

    /// The schemas of all forms in which a value of this type can be written.
    fn schemas_of_choices(&mut self, value: &'static Type) -> Vec<Schema> {
        let only = match value {
            Type::Either(one, other) => return [self.schemas_of_choices(one), self.schemas_of_choices(other)].concat(),
            Type::Length(words) => {
                let named = Length::NAMED.iter().map(|(word, _)| *word);
                let words: Vec<_> = named.chain(words.iter().copied()).collect();
                return vec![one_of(&words), text(LENGTH.pattern)];
            }
            Type::Format => json_schema!({"type": "integer", "const": FORMAT}),
            Type::Code | Type::CodeOf(_) => self.schema_of_form(&CODE),
            Type::Text => self.schema_of_form(&TEXT),
            Type::PlainText => text(PLAIN_TEXT.pattern),
            Type::Date => self.schema_of_form(&DATE),
            Type::Period => self.schema_of_form(&PERIOD),
            Type::Decimal => self.schema_of_form(&DECIMAL),
            Type::DecimalIn(domain) => {
                let mut decimal = decimal(domain.pattern);
                for (keyword, limit) in domain.limits {
                    decimal.insert((*keyword).to_owned(), (*limit).into());
                }
                decimal
            }
            Type::DecimalsBy(_) => {
                let (code, decimal) = (text(CODE.pattern), self.schema_of(&Type::Decimal));
                json_schema!({"type": "object", "propertyNames": code, "additionalProperties": decimal})
            }
            Type::ByText(inner) => json_schema!({"type": "object", "additionalProperties": self.schema_of(inner)}),
            Type::WholeNumberIn(least, None) => json_schema!({"type": "integer", "minimum": least}),
            Type::WholeNumberIn(least, Some(most)) => {
                json_schema!({"type": "integer", "minimum": least, "maximum": most})
            }
            Type::Flag => json_schema!({"type": "boolean"}),
            Type::OneOf(words) => one_of(&words.words()),
            Type::Map(noun) => self.reference_to_noun(noun),
            Type::List(inner) => json_schema!({"type": "array", "items": self.schema_of(inner)}),
            Type::Pair(inner) => {
                json_schema!({"type": "array", "items": self.schema_of(inner), "minItems": 2, "maxItems": 2})
            }
        };
        vec![only]
    }

    /// The schema of a value that is a text or a number. Only in a text, which can be a map by language, a column can
    /// stand inside: in place of the words of a language.
    fn schema_of_form(&mut self, form: &Form) -> Schema {
        let takes_columns = self.takes_columns;
        self.takes_columns &= form.name == TEXT.name;
        let reference = self.reference_to(form.name, |definitions| {
            let by_language = match definitions.columns_here().map(|columns| columns.place) {
                Some(place) => json_schema!({"anyOf": [text(form.pattern), definitions.reference_to_noun(place)]}),
                None => text(form.pattern),
            };
            let mut schema = match form.name {
                name if name == DECIMAL.name => decimal(form.pattern),
                name if name == TEXT.name => json_schema!({
                    "type": ["string", "object"], "pattern": form.pattern, "minProperties": 1,
                    "propertyNames": text(LANGUAGE_TAG), "additionalProperties": by_language,
                }),
                _ => text(form.pattern),
            };
            let examples = form
                .examples
                .iter()
                .map(|example| serde_json::from_str(example).unwrap_or_default());
            schema.insert("examples".to_owned(), examples.collect::<Vec<Value>>().into());
            schema.insert("description".to_owned(), sentence(form.written).into());
            schema
        });
        self.takes_columns = takes_columns;
        reference
    }
}

/// The help text of a field: its meaning, the part of its type that JSON Schema cannot say, and what leaving it out
/// means.
fn description(field: &Field) -> String {
    let meaning = match &field.value {
        Type::CodeOf(noun) | Type::List(Type::CodeOf(noun)) | Type::DecimalsBy(noun) => {
            format!("{} By the code of the {}.", sentence(field.meaning), noun.name)
        }
        Type::DecimalIn(domain) | Type::Either(Type::DecimalIn(domain), _) => {
            format!("{} A decimal {}.", sentence(field.meaning), domain.words)
        }
        _ => sentence(field.meaning),
    };
    match field.left_out {
        LeftOut::Refused | LeftOut::Means("none") => meaning,
        LeftOut::ForAnother(words) => format!("{meaning} {}", sentence(words)),
        LeftOut::Writes(written) => format!("{meaning} Left out: `{written}`."),
        LeftOut::Means(words) => format!("{meaning} Left out: {words}."),
    }
}

/// Words with a capital at their beginning and a stop at their end.
fn sentence(words: &str) -> String {
    format!("{}.", capitalised(words))
}

/// The words with a capital at their beginning.
fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

/// The name of a type: words without what lies between them, each with a capital. `goal of a row` is `GoalOfARow`.
fn type_name(words: &str) -> String {
    words.split([' ', '-', '_']).map(capitalised).collect()
}

/// A text that matches a pattern, if there is one.
fn text(pattern: &str) -> Schema {
    match pattern {
        "" => json_schema!({"type": "string"}),
        pattern => json_schema!({"type": "string", "pattern": pattern}),
    }
}

/// A decimal whose text matches a pattern, or a number.
fn decimal(pattern: &str) -> Schema {
    json_schema!({"type": ["string", "number"], "pattern": pattern})
}

/// The schema of a text that is one of these words.
fn one_of(words: &[&str]) -> Schema {
    json_schema!({"type": "string", "enum": words})
}
