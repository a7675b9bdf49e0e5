//! Examples of the value that an author probably meant, where a text, a map or a list stands in the place of another.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use super::noun::{Noun, Type};
use super::synonyms::BETWEEN_ENDS;
use super::tree::Tree;
use crate::value::{Code, Period, decimal, excerpt};

/// The right form, for an advice, of a value that was written where one of this type should stand: `[…]` around a lone
/// item, an item without the list around it, a map of the field that a lone text means. `None` if no form is a likely
/// guess.
pub(super) fn corrected(tree: &Tree, value: &Type) -> Option<String> {
    match (value, tree) {
        (Type::List(Type::Map(noun)), Tree::Map(entries)) => {
            let (key, inner) = entries.first()?;
            let Some(field) = noun.field(key) else {
                return list_for_map(key, noun);
            };
            let more = if entries.len() > 1 { ", …" } else { "" };
            Some(format!("[{{\"{key}\": {}{more}}}]", corrected(inner, &field.value)?))
        }
        (Type::List(inner), Tree::Text(_)) => corrected(tree, inner).map(|item| format!("[{item}]")),
        (Type::Map(_), Tree::List(items)) => match items.as_slice() {
            [item] => corrected(item, value),
            _ => None,
        },
        (Type::Map(noun), Tree::Text(_)) => {
            let mut required = noun.fields().filter(|field| field.is_required());
            let first = required.next()?;
            let first = format!("\"{}\": {}", first.name, corrected(tree, &first.value)?);
            let more = required.map(|other| format!("\"{}\": …", other.name));
            let fields: Vec<_> = iter::once(first).chain(more).collect();
            Some(format!("{{{}}}", fields.join(", ")))
        }
        (Type::Pair(inner), Tree::Map(entries)) => match entries.as_slice() {
            [(_, low), (_, high)] => Some(format!("[{}, {}]", corrected(low, inner)?, corrected(high, inner)?)),
            _ => None,
        },
        (Type::Pair(inner), Tree::Text(text)) => {
            let ends = BETWEEN_ENDS.iter().find_map(|between| text.split_once(between));
            let [low, high] = <[_; 2]>::from(ends?).map(|end| corrected(&Tree::Text(end.trim().into()), inner));
            Some(format!("[{}, {}]", low?, high?))
        }
        (Type::Decimal, Tree::Number(text) | Tree::Text(text)) => decimal::parse(text).is_ok().then(|| quoted(text)),
        (Type::Code | Type::CodeOf(_), Tree::Text(text)) => Code::new(text).is_ok().then(|| quoted(text)),
        (Type::Period, Tree::Text(text)) => text.parse::<Period>().is_ok().then(|| quoted(text)),
        (Type::Text | Type::PlainText, Tree::Text(text)) => Some(quoted(text)),
        (Type::OneOf(words), Tree::Text(text)) => words.words().contains(&text.as_str()).then(|| quoted(text)),
        (Type::Either(one, other), _) => corrected(tree, one).or_else(|| corrected(tree, other)),
        _ => None,
    }
}

/// The right form, for an advice, of a list of nouns that was written as a map: of `{"2028": 80}`, `[{"period": "2028",
/// …}, …]`. `key` is a key of the map; `None` if it cannot be the value of the first required field of the noun, which
/// must be a period, a code or a text.
fn list_for_map(key: &str, noun: &Noun) -> Option<String> {
    let first = noun.fields().find(|field| field.is_required())?;
    let is_one = match first.value {
        Type::Period => key.parse::<Period>().is_ok(),
        Type::Code | Type::CodeOf(_) => Code::new(key).is_ok(),
        Type::PlainText => true,
        _ => false,
    };
    is_one.then(|| format!("[{{\"{}\": {}, …}}, …]", first.name, quoted(key)))
}

/// A text in quotes, cut if it is long.
fn quoted(text: &str) -> String {
    format!("\"{}\"", excerpt(text))
}
