//! Documents whose values can stand in columns.
//!
//! A pattern is a map of a noun of the documents in which `{"column": …}` can take the place of a value. The field
//! tables say what is read there: a period as it is printed where a document has a period, a number where it has one.
//! What a row makes of a pattern is a document again, which the reader of documents checks.
//!
//! | when | known | asked here |
//! |---|---|---|
//! | the map is checked | the pattern alone | are its fields known, and what is given once right? ([`check`]) |
//! | a table is opened | its header too | where are the columns that it names? ([`find_columns`]) |
//! | a document is checked that rows made | a path in it | which column said what stands there? ([`place_at`]) |
//!
//! Filling a pattern from a row is the work of `filler`.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::ptr;

use rust_decimal::Decimal;

use super::fields::{GOAL_OF_ROW, ONLY, PLACE};
use super::given::texts;
use super::meanings::{Meanings, Stated};
use super::sheet::{ColumnPlace, TableHeader};
use super::words::BOUNDS;
use crate::plan::Problems;
use crate::plan::document::fields::{GOAL, UNCERTAIN_VALUE, UNIT};
use crate::plan::document::noun::{Field, Noun, Type};
use crate::plan::document::reader::Node;
use crate::plan::document::tree::Tree;
use crate::value::Length;
use crate::value::decimal::parse;

/// The key that tells a place from a value.
pub(super) const COLUMN: &str = "column";

/// The key of what says of which rows a pattern is.
pub(super) const SELECTION: &str = "only";

// The pattern alone

/// Adds what is wrong with a pattern of a noun, whatever the rows say.
pub(super) fn check(node: &Node<'_>, noun: &'static Noun, problems: &mut Problems) {
    let Some(fields) = node.fields(noun, problems) else {
        return;
    };
    for field in noun.fields() {
        match fields.get(field.name) {
            Some(inner) => check_value(&inner, &field.value, problems),
            None if needs(noun, field) && !fields.is_misspelt(field.name) => {
                fields.miss(field.name, problems);
            }
            None => {}
        }
    }
}

/// Whether a pattern of a noun needs a field. The kind of a goal says which other fields it needs.
pub(crate) fn needs(noun: &Noun, field: &Field) -> bool {
    noun.requires(field.name) && (field.name == "kind" || !are_same(noun, &GOAL_OF_ROW) && !are_same(noun, &GOAL))
}

/// Checks what stands in a pattern where a value of this type is read: the value, a column that says it, or a map or
/// list with columns inside.
fn check_value(node: &Node<'_>, value: &'static Type, problems: &mut Problems) {
    match value {
        // It names a column itself, for what it says of rows.
        Type::Map(noun) if are_same(noun, &ONLY) => check(node, noun, problems),
        _ if node.field(COLUMN).is_some() => check_place(node, value, problems),
        Type::Map(noun) => check(node, noun, problems),
        Type::List(inner) | Type::Pair(inner) => {
            let items = node.items(problems).into_iter().flatten();
            items.for_each(|item| check_value(&item, inner, problems));
        }
        Type::Either(one, other) => {
            let found = [*one, *other].map(|value| {
                let mut found = Problems::none();
                check_value(node, value, &mut found);
                found
            });
            if found.iter().all(Problems::has_errors) {
                let [one_found, other_found] = found;
                let is_meant_as_other = node.is_map() && !matches!(one, Type::Map(_));
                problems.extend_within("", if is_meant_as_other { other_found } else { one_found });
            }
        }
        // By language, or by part.
        Type::Text | Type::DecimalsBy(_) if node.is_map() => {
            for (_, inner) in node.entries("a map", problems).into_iter().flatten() {
                check_value(&inner, of_each(value), problems);
            }
        }
        _ if node.is_map() => {
            let _: Option<()> = node.refuse("a value, or its column, as in `{\"column\": \"Target\"}`", problems);
        }
        _ => check_plain(node, value, problems),
    }
}

/// The type of the value under each key, of a text by language or of values by part.
pub(super) const fn of_each(value: &'static Type) -> &'static Type {
    match value {
        Type::DecimalsBy(_) => &Type::Decimal,
        _ => value,
    }
}

/// Adds what is wrong with a value that is given once for all rows.
fn check_plain(node: &Node<'_>, value: &Type, problems: &mut Problems) {
    let is_right = match value {
        Type::Code | Type::CodeOf(_) => node.code(problems).map(drop),
        Type::Text => node.text(problems).map(drop),
        Type::PlainText => node.plain_text(problems).map(drop),
        Type::Date => node.date(problems).map(drop),
        Type::Period => node.period(problems).map(drop),
        Type::Length(words) => match node.plain_text(problems) {
            Some(word) if words.contains(&word) => Some(()),
            Some(word) => node.keep(word.parse::<Length>(), problems).map(drop),
            None => None,
        },
        Type::Decimal | Type::DecimalIn(_) => node.decimal(problems).map(drop),
        Type::DecimalsBy(_) => node.decimals_by_code(problems).map(drop),
        Type::WholeNumberIn(..) => node.integer("a whole number", problems).map(drop),
        Type::Flag => node.flag(problems).map(drop),
        Type::OneOf(words) => {
            let words: Vec<_> = words.words().into_iter().map(|word| (word, ())).collect();
            node.word(&words, problems)
        }
        Type::Format => node.format(problems),
        Type::Map(_) | Type::List(_) | Type::Pair(_) | Type::ByText(_) | Type::Either(..) => Some(()),
    };
    // What is wrong was said.
    let _ = is_right;
}

/// Checks a map that names the column, or the columns, in which a value stands.
fn check_place(node: &Node<'_>, value: &'static Type, problems: &mut Problems) {
    let Some(inner) = of_a_cell(value) else {
        let _: Option<()> = node.refuse("the fields themselves, each of which can stand in a column", problems);
        return;
    };
    let Some(fields) = node.fields(&PLACE, problems) else {
        return;
    };
    fields.read(COLUMN, texts, problems);
    let check_meaning = |node: &Node<'_>, problems: &mut Problems| {
        check_value(node, inner, problems);
        Some(())
    };
    fields.read("means", Node::by_text(check_meaning), problems);
    fields.read("times", Node::decimal, problems);
    if fields.has("times") && !is_number(inner) {
        node.refuse_field(
            "times",
            "it multiplies numbers, and what is read here is none",
            problems,
        );
    }
}

/// The type as which a cell is read where a value of this type stands; `None` where no cell can say it.
pub(crate) fn of_a_cell(value: &'static Type) -> Option<&'static Type> {
    match value {
        // A number, or what only limits it.
        Type::Either(_, Type::Map(noun)) if are_same(noun, &UNCERTAIN_VALUE) => Some(value),
        Type::Either(one, other) => of_a_cell(one).or_else(|| of_a_cell(other)),
        Type::Map(noun) => are_same(noun, &UNIT).then_some(value),
        Type::List(_) | Type::Pair(_) | Type::DecimalsBy(_) | Type::ByText(_) | Type::Format => None,
        _ => Some(value),
    }
}

/// Whether both are the same noun.
pub(super) fn are_same(noun: &Noun, other: &Noun) -> bool {
    ptr::eq(noun, other)
}

/// Whether a value of this type is a number in the cell of a table.
fn is_number(value: &Type) -> bool {
    match value {
        Type::Decimal | Type::DecimalIn(_) => true,
        Type::Either(_, Type::Map(noun)) => are_same(noun, &UNCERTAIN_VALUE),
        _ => false,
    }
}

// The pattern and the header of a table

/// The columns of a table that patterns name. One that the table does not have is not among them, and was said.
pub(super) type Places<'m> = BTreeMap<&'m str, ColumnPlace>;

/// The stated meanings of texts, by the places where they are stated.
pub(super) type PlaceMeanings<'m> = BTreeMap<&'m Tree, Meanings<'m, Tree>>;

/// The stated meanings of the texts of a place.
pub(super) fn means(place: &Tree) -> &Stated<Tree> {
    match place.get("means") {
        Some(Tree::Map(means)) => means,
        _ => &[],
    }
}

/// Adds the columns that a pattern names.
pub(super) fn find_columns<'m>(
    pattern: &'m Tree,
    header: &TableHeader,
    places: &mut Places<'m>,
    problems: &mut Problems,
) {
    for name in places_of(pattern).into_iter().flat_map(names_of) {
        if !places.contains_key(name) {
            places.extend(header.column(name, problems).map(|column| (name, column)));
        }
    }
}

/// Every place of a pattern, in its order.
pub(super) fn places_of(pattern: &Tree) -> Vec<&Tree> {
    match pattern {
        place if place.get(COLUMN).is_some() => Vec::from([place]),
        Tree::Map(entries) => entries.iter().flat_map(|(_, inner)| places_of(inner)).collect(),
        Tree::List(items) => items.iter().flat_map(places_of).collect(),
        _ => Vec::new(),
    }
}

/// The number that a value of a document writes; `None` if it writes none.
pub(super) fn number(value: &Tree) -> Option<Decimal> {
    match value {
        Tree::Text(digits) | Tree::Number(digits) => parse(digits).ok(),
        _ => None,
    }
}

/// The columns of a place; empty for a value that is no place.
pub(super) fn names_of(place: &Tree) -> impl Iterator<Item = &str> {
    let names = match place.get(COLUMN) {
        Some(Tree::List(names)) => names.as_slice(),
        Some(name) => core::slice::from_ref(name),
        None => &[],
    };
    names.iter().filter_map(|name| match name {
        Tree::Text(name) => Some(name.as_str()),
        _ => None,
    })
}

/// Where a value that a row makes of a pattern comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValuePlace<'m> {
    /// From this column.
    Column(&'m str),
    /// Given once for all rows.
    Once,
    /// From more than one place.
    Row,
}

/// Where the value comes from that stands at a path of the tree which a row makes of a pattern.
///
/// | path | in the pattern | place |
/// |---|---|---|
/// | `targets[0].deadline` | `{"column": "By"}` | the column `By` |
/// | `targets[0].goal.at_least` | `"value": {"column": "Target"}` | the column `Target`: its sign made the bound |
/// | `measure` | `"share"` | given once |
/// | `targets[0].goal` | `"value": {"column": "Target"}` | the column `Target` |
/// | `targets[0]` | several columns | the row |
pub(super) fn place_at<'m>(pattern: &'m Tree, path: &str) -> ValuePlace<'m> {
    let mut at = pattern;
    for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
        if at.get(COLUMN).is_some() {
            break;
        }
        let inner = match at {
            Tree::List(items) => step.parse().ok().and_then(|index: usize| items.get(index)),
            // A bound stands in the place of a value.
            at => at.get(step).or_else(|| at.get("value").filter(|_| is_bound(step))),
        };
        let Some(inner) = inner else { return ValuePlace::Row };
        at = inner;
    }
    // What is wrong with a goal is mostly what it promises, or that its cell is blank.
    let at = at.get("kind").and(at.get("value")).unwrap_or(at);
    let columns: Vec<_> = places_of(at)
        .into_iter()
        .filter_map(|place| names_of(place).next())
        .collect();
    match (columns.as_slice(), at) {
        ([column], _) => ValuePlace::Column(column),
        ([], Tree::Map(_) | Tree::List(_)) | ([_, ..], _) => ValuePlace::Row,
        ([], _) => ValuePlace::Once,
    }
}

/// Whether this is the name of a bound.
fn is_bound(word: &str) -> bool {
    BOUNDS.iter().any(|(bound, ())| *bound == word)
}

/// The fields of a map of a document.
pub(super) type Entries = Vec<(String, Tree)>;
