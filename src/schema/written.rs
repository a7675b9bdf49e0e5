//! The schemas of values that are written by hand, each as its `Serialize` writes it.
//!
//! Nothing derives them, so that the compiler cannot tell when one of them and its `Serialize` part ways: the tests in
//! `tests/schema` validate what is written by the schema, with a validator that knows nothing of this crate.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use schemars::generate::Contract;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::evidence::wire::{DecimalFact, FactOf};
use crate::evidence::{Caveat, Caveats, Missing};
use crate::plan::document::form::{CODE, DECIMAL, Form, LANGUAGE_TAG, LENGTH, PERIOD, TEXT};
use crate::rule::Decimals;
use crate::series::{Flags, ObservationStatus};
use crate::value::decimal::{Exact, MaybeExact, WireDecimal};
use crate::value::{Code, Interval, Length, Period, Text, Years};

/// Gives a type the schema that an expression makes.
macro_rules! written {
    ($($type:ty as $name:literal, $generator:ident => $schema:expr;)*) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })*
    };
}

written! {
    Code as "Code", _generator => text(&CODE);
    Period as "Period", _generator => text(&PERIOD);
    Length as "Length", _generator => json_schema!({
        "description": "A length of time: a duration of ISO 8601 in years, months or days.", "type": "string", "pattern": LENGTH.pattern,
    });
    Text as "Text", _generator => json_schema!({
        "description": "An author's words, or a map from language tag to words; the first language stands in for those that are not there.",
        "type": ["string", "object"], "propertyNames": {"pattern": LANGUAGE_TAG}, "additionalProperties": {"type": "string"},
        "pattern": TEXT.pattern, "minProperties": 1,
    });
    Years as "Years", _generator => json_schema!({
        "description": "A span of time in years, to 12 decimals.", "type": "string", "pattern": DECIMAL.pattern,
    });
    Exact as "Decimal", generator => decimal(generator);
    WireDecimal as "Decimal", generator => decimal(generator);
    Decimals as "Decimals", generator => Vec::<Exact>::json_schema(generator);
    MaybeExact as "MaybeDecimal", generator => Option::<Exact>::json_schema(generator);
    Caveats as "Caveats", generator => Vec::<Caveat>::json_schema(generator);
    Flags as "Flags", generator => Vec::<ObservationStatus>::json_schema(generator);
    DecimalFact as "FactOfDecimal", generator => FactOf::<Exact>::json_schema(generator);
    Interval as "Interval", generator => {
        let limit = generator.subschema_for::<Exact>();
        json_schema!({
            "description": "From a lower limit to an upper one, at least one of them there.", "type": "object", "minProperties": 1,
            "properties": {"at_least": limit, "more_than": limit, "at_most": limit, "less_than": limit},
        })
    };
}

impl<T: JsonSchema> JsonSchema for FactOf<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("FactOf{}", T::schema_name().replace("Array_of_", "ListOf")).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (value, reason) = (generator.subschema_for::<T>(), generator.subschema_for::<Missing>());
        json_schema!({
            "description": "A fact: its value, or the reason why there is none.",
            "oneOf": [
                {"type": "object", "properties": {"value": value, "reason": {"type": "null"}}, "required": ["value", "reason"]},
                {"type": "object", "properties": {"value": {"type": "null"}, "reason": reason}, "required": ["value", "reason"]},
            ],
        })
    }
}

/// The schema of a decimal: a text where it is written, a text or a number where it is read.
fn decimal(generator: &SchemaGenerator) -> Schema {
    match generator.contract() {
        Contract::Serialize => json_schema!({
            "description": "A decimal number, as a string: no digit is lost on the way.", "type": "string", "pattern": DECIMAL.pattern,
        }),
        _ => json_schema!({
            "description": DECIMAL.written, "type": ["string", "number"], "pattern": DECIMAL.pattern,
        }),
    }
}

/// The schema of a text of this form.
fn text(form: &Form) -> Schema {
    json_schema!({"description": form.written, "type": "string", "pattern": form.pattern})
}
