//! How the document of a rule is read: as a tree, from which its types read themselves by serde.
//!
//! An error names the place in the document, what was found there and what would be right, in the words of plans.
//! Unlike in plans it is the first error alone: a type that reads itself by serde stops there.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::{fmt, slice};

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};

use super::located::{Located, within};
use crate::plan::ProblemKind;
use crate::plan::document::hint::hint;
use crate::plan::document::tree::Tree;
use crate::value::excerpt;

/// Why a document is refused, with the place in it.
type Refused = Located<String>;

impl From<ProblemKind> for Refused {
    /// An error in the words of a problem of plans.
    fn from(problem: ProblemKind) -> Self {
        Self::from(problem.to_string())
    }
}

impl core::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::from(message.to_string())
    }

    /// The error that a value of another type was found than is expected.
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Bool(flag) => format!("`{flag}`"),
            Unexpected::Unsigned(number) => format!("the number {number}"),
            Unexpected::Signed(number) => format!("the number {number}"),
            Unexpected::Float(number) => format!("the number {number}"),
            Unexpected::Str(text) => format!("the text `{}`", excerpt(text)),
            Unexpected::Unit => Tree::Null.in_words(),
            Unexpected::Seq => "a list".to_owned(),
            Unexpected::Map => "a map".to_owned(),
            other => other.to_string(),
        };
        instead_of(expected, found)
    }

    /// The error for a field that a map does not have. It says in which map the field belongs, if that is known, else
    /// which of the map's fields was probably meant.
    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        let elsewhere = ELSEWHERE
            .iter()
            .find(|(misplaced, of_map, _)| misplaced.contains(&field) && known.contains(of_map));
        let known = elsewhere.map_or_else(|| hint(field, known).1, |(.., message)| (*message).to_owned());
        let field = excerpt(field);
        ProblemKind::UnknownField { field, known }.into()
    }

    fn missing_field(field: &'static str) -> Self {
        let known = Vec::new();
        Self::from(ProblemKind::MissingField { field, known, form: "" }).within(field)
    }
}

/// Where fields belong that authors write into a wrong map. Each row: the fields; a field by which the wrong map is
/// known; and the end of the message.
const ELSEWHERE: &[(&[&str], &str, &str)] = &[
    (&["name", "title"], "method", "a rule is called by its `code`"),
    (
        &["with_number", "without_number", "parameters", "aggregation"],
        "method",
        "it stands in the `method`",
    ),
    (
        &["measures", "bands", "classes"],
        "with_number",
        "it stands in a scale, `with_number` or `without_number`",
    ),
    (
        &["classes", "levels"],
        "bands",
        "the classes of a scale are its `bands`",
    ),
    (
        &["growth"],
        "measures",
        "how growth is read stands in `measures`, as in `{\"growth_ratio\": \"compound\"}`",
    ),
    (
        &["at_least", "more_than", "at_most", "less_than"],
        "cut",
        "it stands in the `cut` of a band, as in `{\"at_least\": \"0.95\"}`",
    ),
    (&["name", "status"], "class", "it stands in the `class` of a band"),
    (
        &[
            "cuts",
            "level",
            "lower",
            "natural_limit",
            "optimum",
            "required",
            "scale",
        ],
        "parameters",
        "it stands in `parameters`, under the code of an indicator or a target, or in `defaults` for all of them",
    ),
];

/// The error that something else was found than is expected.
fn instead_of(expected: impl fmt::Display, found: String) -> Refused {
    let expected = expected.to_string().into();
    ProblemKind::WrongType { expected, found }.into()
}

/// A value of a document, from which a type reads itself.
#[derive(Clone, Copy)]
pub(super) struct Written<'t>(pub(super) &'t Tree);

impl<'t> Written<'t> {
    /// The error that something else is expected than this value.
    fn refused(self, expected: impl fmt::Display) -> Refused {
        instead_of(expected, self.0.in_words())
    }

    /// This value as a whole number. The error for a number that is written as a text proposes it without quotes.
    fn whole<T: core::str::FromStr>(self, expected: &str) -> Result<T, Refused> {
        match self.0 {
            Tree::Number(digits) => digits.parse().map_err(|_| self.refused(expected)),
            Tree::Text(text) if text.parse::<T>().is_ok() => {
                Err(self.refused(format_args!("{expected}, as `{text}` without quotes")))
            }
            _ => Err(self.refused(expected)),
        }
    }

    /// Reads this value as a map; the error for another value lists the `fields` that the map can have.
    fn map_of<V: Visitor<'t>>(
        self,
        fields: &[&str],
        expected: impl fmt::Display,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match self.0 {
            Tree::Map(entries) => visitor.visit_map(MapEntries::of(entries)?),
            _ => Err(self.refused(format_args!("{expected}, in which can stand `{}`", fields.join("`, `")))),
        }
    }
}

impl<'t> Deserializer<'t> for Written<'t> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Tree::Null => visitor.visit_unit(),
            Tree::Flag(flag) => visitor.visit_bool(*flag),
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(items) => visitor.visit_seq(ListItems(items.iter().enumerate())),
            Tree::Map(entries) => visitor.visit_map(MapEntries::of(entries)?),
            Tree::Number(digits) => match (digits.parse(), digits.parse(), digits.parse()) {
                (Ok(number), ..) => visitor.visit_i64(number),
                (_, Ok(number), _) => visitor.visit_u64(number),
                (.., Ok(number)) => visitor.visit_f64(number),
                _ => Err(self.refused(&visitor as &dyn Expected)),
            },
        }
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Tree::Flag(flag) => visitor.visit_bool(*flag),
            Tree::Text(text) if text.parse::<bool>().is_ok() => {
                Err(self.refused(format_args!("`{text}` without quotes")))
            }
            _ => Err(self.refused("`true` or `false`")),
        }
    }

    fn deserialize_u8<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u8(self.whole("a whole number from 0 to 255")?)
    }

    fn deserialize_u32<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u32(self.whole("a whole number from 0 on")?)
    }

    fn deserialize_i32<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_i32(self.whole("a whole number")?)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    // What asks for a borrowed text is a name, whose reader says which names there are.
    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            _ => Err(self.refused(&visitor as &dyn Expected)),
        }
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            _ => Err(self.refused("a text")),
        }
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Tree::List(_) => self.deserialize_any(visitor),
            Tree::Text(only) | Tree::Number(only) => {
                Err(self.refused(format_args!("a list, such as `[\"{}\"]`", excerpt(only))))
            }
            _ => Err(self.refused("a list")),
        }
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Tree::Map(_) => self.deserialize_any(visitor),
            _ => Err(self.refused("a map whose keys are the codes of indicators or targets")),
        }
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let expected = (&visitor as &dyn Expected).to_string();
        self.map_of(fields, expected, visitor)
    }

    /// Reads a word alone, or a map with one key, the word, and what belongs to it.
    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let expected = (&visitor as &dyn Expected).to_string();
        let (word, inner) = match self.0 {
            Tree::Text(word) => (word, None),
            Tree::Map(entries) => match entries.as_slice() {
                [(word, inner)] => (word, Some(Self(inner))),
                [] => return Err(self.refused(expected)),
                _ => {
                    let keys: Vec<_> = entries.iter().map(|(key, _)| excerpt(key)).collect();
                    return Err(instead_of(expected, format!("a map with `{}`", keys.join("`, `"))));
                }
            },
            _ => return Err(self.refused(expected)),
        };
        if words.contains(&word.as_str()) {
            return visitor.visit_enum(Choice { word, inner, expected });
        }
        Err(match hint(word, words) {
            (Some(_), known) => {
                let word = excerpt(word);
                ProblemKind::UnknownWord { word, known }.into()
            }
            (None, _) => self.refused(expected),
        })
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i8 i16 i64 i128 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

/// The items of a list.
struct ListItems<'t>(core::iter::Enumerate<slice::Iter<'t, Tree>>);

impl<'t> SeqAccess<'t> for ListItems<'t> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        let read = |(index, item)| within(format_args!("[{index}]"), seed.deserialize(Written(item)));
        self.0.next().map(read).transpose()
    }
}

/// The entries of a map.
struct MapEntries<'t> {
    rest: slice::Iter<'t, (String, Tree)>,
    /// The key that was read last, with what stands under it.
    read: Option<&'t (String, Tree)>,
}

impl<'t> MapEntries<'t> {
    /// The entries of a map; an error if a key is written twice.
    fn of(entries: &'t [(String, Tree)]) -> Result<Self, Refused> {
        let mut seen = BTreeSet::new();
        if let Some((key, _)) = entries.iter().find(|(key, _)| !seen.insert(key)) {
            let field = excerpt(key);
            return Err(Refused::from(ProblemKind::RepeatedField { field }).within(excerpt(key)));
        }
        let (rest, read) = (entries.iter(), None);
        Ok(Self { rest, read })
    }
}

impl<'t> MapAccess<'t> for MapEntries<'t> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        self.read = self.rest.next();
        let read = |(key, _): &(String, Tree)| within(excerpt(key), seed.deserialize(StrDeserializer::new(key)));
        self.read.map(read).transpose()
    }

    fn next_value_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<T::Value, Refused> {
        match self.read {
            Some((key, inner)) => within(excerpt(key), seed.deserialize(Written(inner))),
            None => Err(Refused::custom("a value is read behind its key")),
        }
    }
}

/// A word that is one of several, with what belongs to it.
struct Choice<'t> {
    word: &'t str,
    /// What belongs to the word; `None` if it is written alone.
    inner: Option<Written<'t>>,
    /// What was expected, in words.
    expected: String,
}

impl<'t> Choice<'t> {
    /// What belongs to the word; an error if it is written alone.
    fn inner(&self) -> Result<Written<'t>, Refused> {
        self.inner
            .ok_or_else(|| instead_of(&self.expected, format!("the word `{}` alone", self.word)))
    }
}

impl<'t> EnumAccess<'t> for Choice<'t> {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'t>>(self, seed: T) -> Result<(T::Value, Self), Refused> {
        Ok((seed.deserialize(StrDeserializer::<Refused>::new(self.word))?, self))
    }
}

impl<'t> VariantAccess<'t> for Choice<'t> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        let word = self.word;
        match self.inner {
            None => Ok(()),
            Some(inner) => Err(inner.refused(format_args!("the word alone, `\"{word}\"`")).within(word)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'t>>(self, seed: T) -> Result<T::Value, Refused> {
        within(self.word, seed.deserialize(self.inner()?))
    }

    fn tuple_variant<V: Visitor<'t>>(self, _: usize, visitor: V) -> Result<V::Value, Refused> {
        within(self.word, self.inner()?.deserialize_seq(visitor))
    }

    fn struct_variant<V: Visitor<'t>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Refused> {
        within(self.word, self.inner()?.map_of(fields, "a map", visitor))
    }
}
