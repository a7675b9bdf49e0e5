//! A specification as a tree whose keys keep their order.
//!
//! | node | written |
//! |---|---|
//! | `object! { "type": "rule", "size": 2 }` | `{"type":"rule","size":2}` |
//! | a key with `None` behind it | not at all |
//! | `Json::Null` | `null`: Vega-Lite takes that for *none*, as in `"title": null` |
//! | `dec!(1781.80)` | `1781.8` |
//! | a decimal of 28 digits | the nearest float: `0.12345678901234568` |
//!
//! A tree of `serde_json` would write the same in the order of the letters of its keys, or in whatever order a feature
//! that another crate switches on makes of it, and would have to be a dependency.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A part of a specification.
///
/// Keys, field names and expressions are [`Word`](Self::Word)s, which the library brings along; whatever was read is a
/// [`Text`](Self::Text), and never anything else: so no name of a target can become a field or code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Json {
    /// Left out where it stands behind a key.
    Absent,
    Null,
    Flag(bool),
    /// Written as the nearest number that a reader of JSON has, see [`super`].
    Number(Decimal),
    Word(&'static str),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(&'static str, Self)>),
    /// Labels by the moments at which they stand, see [`super::time`].
    Labels(Vec<(String, String)>),
}

impl Json {
    /// An object with the entries of another after its own.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Object(own), Self::Object(other)) => Self::Object(own.into_iter().chain(other).collect()),
            (own, _) => own,
        }
    }
}

/// An object of the format, with its keys in this order.
macro_rules! object {
    ($($key:literal: $value:expr),* $(,)?) => {
        $crate::vega_lite::json::Json::Object(::alloc::vec![
            $(($key, $crate::vega_lite::json::Json::from($value))),*
        ])
    };
}
pub(super) use object;

/// The encoding of a channel by a field of the data, of a `kind` of Vega-Lite such as `nominal`.
pub(super) fn of_field(field: &'static str, kind: &'static str) -> Json {
    object! { "field": field, "type": kind }
}

/// The encoding of a channel by the texts of a field.
pub(super) fn nominal(field: &'static str) -> Json {
    of_field(field, "nominal")
}

/// A channel with one place for all rows, so many points from the beginning of the axis.
pub(super) fn fixed_at(points: i32) -> Json {
    object! { "value": points }
}

impl From<&'static str> for Json {
    fn from(word: &'static str) -> Self {
        Self::Word(word)
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i32> for Json {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<Decimal> for Json {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Json {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Self>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serialize_number(*number, serializer),
            Self::Word(word) => serializer.serialize_str(word),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(None)?;
                let present = entries.iter().filter(|(_, value)| *value != Self::Absent);
                for (key, value) in present {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::Labels(labels) => serializer.collect_map(labels.iter().map(|(moment, label)| (moment, label))),
        }
    }
}

/// A whole number of 64 bits as it is; any other one as the float nearest to it, of which JSON shows the shortest
/// digits that stand for it: of a decimal of 15 digits, its own.
fn serialize_number<S: Serializer>(number: Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let number = number.normalize();
    if let Some(whole) = i64::try_from(number).ok().filter(|_| number.scale() == 0) {
        return serializer.serialize_i64(whole);
    }
    // The reader of floats in `core` rounds correctly; there is no arithmetic between.
    match number.to_string().parse::<f64>() {
        Ok(float) => serializer.serialize_f64(float),
        Err(_) => serializer.serialize_unit(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    fn json(node: impl Into<Json>) -> String {
        serde_json::to_string(&node.into()).unwrap()
    }

    #[test]
    fn numbers_are_those_of_json() {
        for (number, written) in [
            (dec!(0), "0"),
            (dec!(-0.00), "0"),
            (dec!(2000.00), "2000"),
            (dec!(1781.80), "1781.8"),
            (dec!(-110.81), "-110.81"),
            (dec!(9223372036854775807), "9223372036854775807"),
            (dec!(-9223372036854775808), "-9223372036854775808"),
            (dec!(9223372036854775808), "9.223372036854775808e18"),
            (dec!(123456789012.345), "123456789012.345"),
            // More digits than a float has: the nearest one.
            (dec!(0.1234567890123456789012345678), "0.12345678901234568"),
            (dec!(0.0000000000000000000000000001), "1e-28"),
            (Decimal::MAX, "7.922816251426434e28"),
        ] {
            let read: f64 = json(number).parse().unwrap();
            assert_eq!(read.to_bits(), written.parse::<f64>().unwrap().to_bits(), "{number}");
            if !written.contains('e') {
                assert_eq!(json(number), written);
            }
        }
    }

    #[test]
    fn keys_keep_their_order_and_what_is_absent_has_none() {
        let (absent, text): (Option<i32>, _) = (None, String::from("\"</script>"));
        let node = object! { "z": 1, "a": true, "m": absent, "n": Json::Null, "t": text, "l": Vec::from([1, 2]) };
        let node = node.and(object! { "b": "c" });
        assert_eq!(
            json(node),
            r#"{"z":1,"a":true,"n":null,"t":"\"</script>","l":[1,2],"b":"c"}"#
        );
    }
}
