//! How facts are written: each as a map with the value, or with the reason why there is none.

use core::marker::PhantomData;

use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::progress::Fact;
use crate::value::decimal::Wire;

/// How a fact is written, as a type: by its name serde finds the function, and a schema what it writes.
pub(crate) struct FactOf<T>(PhantomData<T>);

/// The same of a fact that is a decimal.
pub(crate) enum DecimalFact {}

impl<T: Serialize> FactOf<T> {
    pub(crate) fn serialize<S: Serializer>(fact: &Fact<T>, serializer: S) -> Result<S::Ok, S::Error> {
        write(fact, serializer)
    }
}

impl DecimalFact {
    pub(super) fn serialize<S: Serializer>(fact: &Fact<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        write(&fact.map(Wire), serializer)
    }
}

/// A map with the value, or with the reason.
fn write<T: Serialize, S: Serializer>(fact: &Fact<T>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    match fact {
        Ok(value) => map.serialize_entry("value", value)?,
        Err(reason) => map.serialize_entry("reason", reason)?,
    }
    map.end()
}
