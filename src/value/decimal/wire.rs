//! Decimals as serde writes and reads them.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

use rust_decimal::Decimal;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::{FORM, parse};
use crate::value::{ValueError, excerpt};

/// Decimals of this many digits survive a 64-bit float unharmed.
const DIGITS_OF_A_FLOAT: usize = 15;

/// By how many units in its last place a float may miss the decimal that it stands for. A reader of JSON is allowed
/// one: `serde_json` rounds `837.03000002009000` so, unless some crate switches on its feature `float_roundtrip`.
/// Decimals of 15 digits lie more than four units apart, so that no reader finds another one.
const UNITS_MISSED: u64 = 1;

/// The key under which `serde_json` hands out numbers when its feature `arbitrary_precision` is on.
pub(crate) const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// A decimal as serde writes and reads it (see [`serialize`] and [`deserialize`]), for types that convert from and into
/// it.
#[derive(Clone, Copy)]
pub(crate) struct WireDecimal(pub(crate) Decimal);

/// Writes a decimal as a string.
///
/// # Errors
///
/// Only those of the serializer.
pub fn serialize<S: Serializer>(decimal: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(decimal)
}

/// Reads a decimal from a string or a number.
///
/// # Errors
///
/// Those of [`parse`], and a number that needs more than 15 digits.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(DecimalVisitor)
    } else {
        deserializer.deserialize_str(DecimalVisitor)
    }
}

impl Serialize for WireDecimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for WireDecimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer).map(Self)
    }
}

/// How a decimal is written and read, as a type: by its name serde finds the functions, and a schema what they
/// write.
pub(crate) enum Exact {}

/// The exact form of a decimal that can be absent.
pub(crate) enum MaybeExact {}

impl Exact {
    /// Writes a decimal as a string.
    pub(crate) fn serialize<S: Serializer>(decimal: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(decimal, serializer)
    }

    /// Reads a decimal from a string or a number.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        deserialize(deserializer)
    }
}

impl MaybeExact {
    /// Writes the decimal as a string, or nothing.
    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub(crate) fn serialize<S: Serializer>(decimal: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        option::serialize(decimal, serializer)
    }

    /// Reads a decimal from a string or a number, or nothing.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        option::deserialize(deserializer)
    }
}

/// Reads a decimal from a number of a document whose text is known, as the float that it would be elsewhere, so
/// that a document does not change its meaning when another crate switches on exact numbers (`arbitrary_precision`
/// of `serde_json`). Whole numbers are exact either way.
pub(crate) fn from_number(text: &str) -> Result<Decimal, ValueError> {
    if text.parse::<i64>().is_ok() || text.parse::<u64>().is_ok() {
        return parse(text);
    }
    match text.parse::<f64>() {
        Ok(float) if float.is_finite() => from_float(float),
        _ => Err(ValueError::Decimal {
            text: excerpt(text),
            right: FORM.into(),
        }),
    }
}

/// The decimal of at most 15 digits that this float stands for, if there is one.
fn from_float(float: f64) -> Result<Decimal, ValueError> {
    let meant = format!("{float:.*e}", DIGITS_OF_A_FLOAT - 1).parse().unwrap_or(float);
    if float.to_bits().abs_diff(meant.to_bits()) > UNITS_MISSED {
        return Err(ValueError::Decimal {
            text: excerpt(&float.to_string()),
            right: "a bare number carries 15 digits at most; write it as a string, `\"1781.8\"`".into(),
        });
    }
    parse(&meant.to_string())
}

struct DecimalVisitor;

impl<'de> Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number, best as a string")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(Decimal::from(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        from_float(number).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        parse(text).map_err(E::custom)
    }

    // With its feature `arbitrary_precision`, `serde_json` hands out a number as a map of one key.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        match map.next_key::<String>()? {
            Some(key) if key == NUMBER_TOKEN => {
                let text: String = map.next_value()?;
                from_number(&text).map_err(de::Error::custom)
            }
            _ => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
        }
    }
}

/// Optional decimals, for `#[serde(with = "milepost::decimal::option")]`.
pub mod option {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::WireDecimal;

    /// Writes the decimal as a string, or nothing.
    ///
    /// # Errors
    ///
    /// Only those of the serializer.
    pub fn serialize<S: Serializer>(decimal: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        decimal.map(WireDecimal).serialize(serializer)
    }

    /// Reads a decimal from a string or a number, or nothing.
    ///
    /// # Errors
    ///
    /// Those of [`deserialize`](super::deserialize).
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<WireDecimal>::deserialize(deserializer)?.map(|wire| wire.0))
    }
}
