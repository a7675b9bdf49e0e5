//! How facts are written: each as a map with the value, or with the reason why there is none.

use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::progress::Fact;
use crate::value::decimal::Wire;

/// A map with the value, or with the reason.
pub(crate) fn fact<T: Serialize, S: Serializer>(fact: &Fact<T>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    match fact {
        Ok(value) => map.serialize_entry("value", value)?,
        Err(reason) => map.serialize_entry("reason", reason)?,
    }
    map.end()
}

pub(super) fn decimal<S: Serializer>(decimal: &Fact<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    fact(&decimal.map(Wire), serializer)
}
