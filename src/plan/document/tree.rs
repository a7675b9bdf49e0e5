//! A document as it was written, before anybody asks what it means.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::value::decimal::NUMBER_TOKEN;
use crate::value::excerpt;

/// How deep lists and maps can lie in each other. A plan needs less than a dozen.
const DEEPEST: u8 = 64;

/// How many values, lists and maps a document can hold, so that what is sent to fill the memory does not. A target has
/// about twenty.
const MOST: u32 = 1_500_000;

/// A value of a document: its entries in their order, and keys as often as they were written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tree {
    Null,
    Flag(bool),
    /// The digits as they were written, or as the format hands them out.
    Number(String),
    Text(String),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
}

impl Tree {
    /// The first value under a key; `None` if this is no map, or has no such key.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(own, _)| own == key).map(|(_, inner)| inner),
            _ => None,
        }
    }

    /// The kind of the value, in the words of a message.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Self::Null => "nothing (`null`): what is not known is left out".to_owned(),
            Self::Flag(flag) => format!("`{flag}`"),
            Self::Number(digits) => format!("the number {}", excerpt(digits)),
            Self::Text(text) => format!("the text `{}`", excerpt(text)),
            Self::List(items) => format!("a list of {}", items.len()),
            Self::Map(_) => "a map".to_owned(),
        }
    }

    /// Where a path leads: the index of each step in its map or list, as far as the document has such steps.
    ///
    /// Sorted by these indices, paths are in the order of the document; a map or a list comes before what is in it.
    pub(crate) fn place_of(&self, path: &str) -> Vec<usize> {
        let mut place = Vec::new();
        let mut at = self;
        for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
            let inner = match at {
                Self::Map(entries) => entries
                    .iter()
                    .map(|(key, inner)| (key == step, inner))
                    .enumerate()
                    .find(|(_, (is_it, _))| *is_it),
                Self::List(items) => step
                    .parse()
                    .ok()
                    .and_then(|index: usize| Some((index, (true, items.get(index)?)))),
                _ => None,
            };
            let Some((index, (_, inner))) = inner else { break };
            place.push(index);
            at = inner;
        }
        place
    }
}

impl<'de> Deserialize<'de> for Tree {
    /// Reads a value as it stands in any format that says what its values are; an error if it is too deep or too large.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seed = TreeReader {
            levels_left: DEEPEST,
            values_left: &mut { MOST },
        };
        seed.deserialize(deserializer)
    }
}

/// Reads a tree with so many levels and values at most.
struct TreeReader<'a> {
    levels_left: u8,
    values_left: &'a mut u32,
}

impl TreeReader<'_> {
    /// The reader of what is in a list or a map; an error if no level is left.
    fn one_level_deeper<E: de::Error>(self) -> Result<Self, E> {
        let levels_left = self.levels_left.checked_sub(1).ok_or_else(|| {
            E::custom(format_args!(
                "lists and maps lie in each other more than {DEEPEST} deep"
            ))
        })?;
        Ok(Self { levels_left, ..self })
    }

    /// The reader of one more value of the document; an error if no value is left.
    fn one_value_more<E: de::Error>(&mut self) -> Result<TreeReader<'_>, E> {
        *self.values_left = self
            .values_left
            .checked_sub(1)
            .ok_or_else(|| E::custom(format_args!("a document holds {MOST} values at most")))?;
        Ok(TreeReader {
            levels_left: self.levels_left,
            values_left: self.values_left,
        })
    }
}

impl<'de> DeserializeSeed<'de> for TreeReader<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TreeReader<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_i128<E: de::Error>(self, number: i128) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_u128<E: de::Error>(self, number: u128) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        self.one_level_deeper()?.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        self.one_level_deeper()?.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut inner = self.one_level_deeper()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(inner.one_value_more()?)? {
            items.push(item);
        }
        items.shrink_to_fit();
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut inner = self.one_level_deeper()?;
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(TreeReader {
            levels_left: 1,
            values_left: &mut 1,
        })? {
            entries.push((key_of(key)?, map.next_value_seed(inner.one_value_more()?)?));
        }
        entries.shrink_to_fit();
        // With exact numbers switched on, `serde_json` hands out a number as a map of one key.
        match entries.as_slice() {
            [(key, Tree::Text(digits))] if key == NUMBER_TOKEN => Ok(Tree::Number(as_float_prints(digits))),
            _ => Ok(Tree::Map(entries)),
        }
    }
}

/// The digits of a number as `serde_json` gives them when it reads numbers as floats, so that messages do not depend on
/// whether another crate switches on its exact numbers.
fn as_float_prints(digits: &str) -> String {
    if digits.parse::<i64>().is_ok() || digits.parse::<u64>().is_ok() {
        return digits.to_owned();
    }
    match digits.parse::<f64>() {
        Ok(float) if float.is_finite() => float.to_string(),
        _ => digits.to_owned(),
    }
}

/// The text of a key of a map, which some formats read as another value: in YAML the key `2026` is a number. A list, a
/// map or `null` is no key.
fn key_of<E: de::Error>(value: Tree) -> Result<String, E> {
    match value {
        Tree::Text(key) | Tree::Number(key) => Ok(key),
        Tree::Flag(key) => Ok(key.to_string()),
        other => Err(E::custom(format_args!("expected a key, found {}", other.in_words()))),
    }
}
