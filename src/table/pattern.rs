//! Documents whose values can stand in columns.
//!
//! A pattern is a map of a noun of the documents in which `{"column": …}` can take the place of a value. The field
//! tables say what is read there: a period as it is printed where a document has a period, a number where it has one.
//! What a row makes of a pattern is a document again, which the reader of documents checks.
//!
//! | when | known | asked here |
//! |---|---|---|
//! | the map is checked | the pattern alone | are its fields known, and what is given once right? ([`read`]) |
//! | a table is opened | its header too | where are the columns that it names? ([`Pattern::columns_mut`]) |
//! | a document is checked that rows made | a path in it | which column said what stands there? ([`Pattern::place_at`]) |
//!
//! Filling a pattern from a row is the work of `filler`.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::ptr;

use rust_decimal::Decimal;

use super::fields::{GOAL_OF_ROW, PLACE, TARGET_OF_ROW};
use super::given::{NamedColumn, text_or_texts};
use super::only::OnlyRows;
use super::words::BOUNDS;
use crate::plan::Problems;
use crate::plan::document::fields::{GOAL, UNCERTAIN_VALUE, UNIT};
use crate::plan::document::noun::{Field, Noun, Type};
use crate::plan::document::reader::Node;
use crate::plan::document::tree::Tree;
use crate::value::Length;

/// The key by which a map in a pattern is known to name a column.
const COLUMN: &str = "column";

/// The key of the columns that select the rows of which a pattern is made.
const SELECTION: &str = "only";

/// A value of a document, all or parts of which may be in columns of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Given once for all rows.
    Once(Tree),
    /// Said by each row.
    In(CellPlace),
    Map {
        kind: MapKind,
        /// What a row must say so that the map is made of it.
        only: Vec<OnlyRows>,
        /// In the order of documents.
        fields: Vec<(String, Self)>,
    },
    List(Vec<Self>),
}

/// The kinds of maps: in a goal and in a target, `bound` and `value` together make one field of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MapKind {
    Goal,
    Target,
    Other,
}

/// The column in which a value stands, or the columns whose cells say it together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CellPlace {
    pub(super) columns: Vec<NamedColumn>,
    pub(super) value: CellValue,
    /// The meanings that the map states for some of its texts.
    pub(super) means: Vec<(String, Tree)>,
    /// The factor by which its numbers are multiplied.
    pub(super) times: Option<Decimal>,
}

/// The kind of value as which a cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CellValue {
    /// Its text, whatever it says.
    Text,
    /// A word, or another value that documents write as tables print it.
    Word,
    Code,
    Date,
    Period,
    WholeNumber,
    Number,
    /// A number, an approximate number, or limits.
    Reading,
    Unit,
}

// The pattern alone

/// Reads the pattern of a noun, and reports every error that is one whatever the rows say.
pub(super) fn read(node: &Node<'_>, noun: &'static Noun, problems: &mut Problems) -> Option<Pattern> {
    let fields = node.fields(noun, problems)?;
    let mut read = Vec::new();
    for field in noun.fields().filter(|field| field.name != SELECTION) {
        match fields.get(field.name) {
            Some(inner) => {
                let inner = read_value(&inner, &field.value, problems);
                read.extend(inner.map(|inner| (field.name.to_owned(), inner)));
            }
            None if must_state(noun, field) && !fields.is_misspelt(field.name) => {
                fields.report_missing(field.name, problems);
            }
            None => {}
        }
    }
    let only = fields.get(SELECTION);
    let only = only.and_then(|only| only.list(OnlyRows::read, problems));
    let kind = match noun {
        goal if are_same(goal, &GOAL_OF_ROW) => MapKind::Goal,
        target if are_same(target, &TARGET_OF_ROW) => MapKind::Target,
        _ => MapKind::Other,
    };
    let (only, fields) = (only.unwrap_or_default(), read);
    Some(Pattern::Map { kind, only, fields })
}

/// Whether a pattern of `noun` must state a field: any required one; but of a goal only `kind`, since the kind decides
/// which other fields a goal needs.
pub(crate) fn must_state(noun: &Noun, field: &Field) -> bool {
    field.is_required() && (field.name == "kind" || !are_same(noun, &GOAL_OF_ROW) && !are_same(noun, &GOAL))
}

/// Reads one value of a pattern, of type `value`: the value itself, a column that says it, or a map or list in which
/// some values stand in columns. A value of two possible types is read as the first that has no errors; if both have
/// errors, a map is reported as the second type, unless the first is a map too, and all else as the first.
fn read_value(node: &Node<'_>, value: &'static Type, problems: &mut Problems) -> Option<Pattern> {
    match value {
        _ if node.field(COLUMN).is_some() => read_place(node, value, problems).map(Pattern::In),
        Type::Map(noun) => read(node, noun, problems),
        Type::List(inner) | Type::Pair(inner) => {
            let items = node.items(problems)?;
            let items = items.filter_map(|item| read_value(&item, inner, problems));
            Some(Pattern::List(items.collect()))
        }
        Type::Either(one, other) => {
            let [read_as_one, read_as_other] = [*one, *other].map(|value| {
                let mut found = Problems::none();
                let read = read_value(node, value, &mut found);
                if found.has_errors() { Err(found) } else { Ok(read) }
            });
            let is_meant_as_other = node.is_map() && !matches!(one, Type::Map(_));
            match (read_as_one, read_as_other) {
                (Ok(read), _) | (Err(_), Ok(read)) => read,
                (Err(found), Err(of_other)) => {
                    problems.extend_within("", if is_meant_as_other { of_other } else { found });
                    None
                }
            }
        }
        // By language, or by part.
        Type::Text | Type::DecimalsBy(_) if node.is_map() => {
            let inner = if matches!(value, Type::Text) {
                value
            } else {
                &Type::Decimal
            };
            let entries = node.entries("a map", problems)?.into_iter();
            let fields = entries.filter_map(|(key, node)| Some((key.to_owned(), read_value(&node, inner, problems)?)));
            let (kind, only, fields) = (MapKind::Other, Vec::new(), fields.collect());
            Some(Pattern::Map { kind, only, fields })
        }
        _ if node.is_map() => node.refuse("a value, or its column, as in `{\"column\": \"Target\"}`", problems),
        _ => {
            check_stated_value(node, value, problems);
            Some(Pattern::Once(node.tree().clone()))
        }
    }
}

/// Reports what is wrong with a value that is given once for all rows. Maps and lists were checked value by value.
fn check_stated_value(node: &Node<'_>, value: &Type, problems: &mut Problems) {
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

/// Reads a map that names the column, or the columns, in which a value stands, the meanings of its texts (`means`) and
/// the factor of its numbers (`times`). Refused where one cell cannot hold a value of this type.
fn read_place(node: &Node<'_>, value: &'static Type, problems: &mut Problems) -> Option<CellPlace> {
    let Some(inner) = cell_type(value) else {
        return node.refuse("the fields themselves, each of which can stand in a column", problems);
    };
    let fields = node.fields(&PLACE, problems)?;
    let columns = fields.read(COLUMN, text_or_texts, problems);
    let meaning = |node: &Node<'_>, problems: &mut Problems| {
        read_value(node, inner, problems)?;
        Some(node.tree().clone())
    };
    let means = fields.read("means", Node::by_text(meaning), problems);
    let times = fields.read("times", Node::decimal, problems);
    let value = CellValue::of_type(inner);
    if fields.has("times") && !matches!(value, CellValue::Number | CellValue::Reading) {
        node.refuse_field(
            "times",
            "it multiplies numbers, and what is read here is none",
            problems,
        );
    }
    Some(CellPlace {
        columns: columns?.iter().map(|name| NamedColumn::from(name.as_str())).collect(),
        value,
        means: means.unwrap_or_default(),
        times,
    })
}

/// The type as which a cell is read that holds a value of this type: of two possible types, the first that a cell can
/// hold. `None` where no cell can hold such a value, as of lists and most maps.
pub(crate) fn cell_type(value: &'static Type) -> Option<&'static Type> {
    match value {
        // A number, or what only limits it.
        Type::Either(_, Type::Map(noun)) if are_same(noun, &UNCERTAIN_VALUE) => Some(value),
        Type::Either(one, other) => cell_type(one).or_else(|| cell_type(other)),
        Type::Map(noun) => are_same(noun, &UNIT).then_some(value),
        Type::List(_) | Type::Pair(_) | Type::DecimalsBy(_) | Type::ByText(_) | Type::Format => None,
        _ => Some(value),
    }
}

impl CellValue {
    /// How a cell of this [type](cell_type) is read. The one `Either` that a cell can have is a reading, the one `Map`
    /// a unit.
    const fn of_type(value: &Type) -> Self {
        match value {
            Type::Text | Type::PlainText => Self::Text,
            Type::Code | Type::CodeOf(_) => Self::Code,
            Type::Date => Self::Date,
            Type::Period => Self::Period,
            Type::WholeNumberIn(..) => Self::WholeNumber,
            Type::Decimal | Type::DecimalIn(_) => Self::Number,
            Type::Either(..) => Self::Reading,
            Type::Map(_) => Self::Unit,
            _ => Self::Word,
        }
    }
}

/// Whether both are the same noun, by their address.
fn are_same(noun: &Noun, other: &Noun) -> bool {
    ptr::eq(noun, other)
}

// The pattern and a table

/// Where a value that a row makes of a pattern comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValuePlace<'m> {
    /// From this column.
    Column(&'m str),
    /// Given once for all rows.
    Once,
    /// From several columns, or from none that is known.
    Row,
}

impl Pattern {
    /// The pattern in a field; `None` if this is no map, or has no such field.
    pub(super) fn get(&self, field: &str) -> Option<&Self> {
        let Self::Map { fields, .. } = self else { return None };
        fields.iter().find(|(own, _)| own == field).map(|(_, inner)| inner)
    }

    /// Every place in the pattern, in the order of its fields and items.
    pub(super) fn places(&self) -> Vec<&CellPlace> {
        match self {
            Self::Once(_) => Vec::new(),
            Self::In(place) => Vec::from([place]),
            Self::Map { fields, .. } => fields.iter().flat_map(|(_, inner)| inner.places()).collect(),
            Self::List(items) => items.iter().flat_map(Self::places).collect(),
        }
    }

    /// Every column that the pattern names, those of `only` too.
    pub(super) fn columns_mut(&mut self) -> Vec<&mut NamedColumn> {
        match self {
            Self::Once(_) => Vec::new(),
            Self::In(place) => place.columns.iter_mut().collect(),
            Self::Map { only, fields, .. } => {
                let only = only.iter_mut().map(|only| &mut only.column);
                let inner = fields.iter_mut().flat_map(|(_, inner)| inner.columns_mut());
                only.chain(inner).collect()
            }
            Self::List(items) => items.iter_mut().flat_map(Self::columns_mut).collect(),
        }
    }

    /// Where a value comes from. Its `path` leads through the tree that a row makes of this pattern.
    ///
    /// | path | in the pattern | place |
    /// |---|---|---|
    /// | `targets[0].deadline` | `{"column": "By"}` | the column `By` |
    /// | `targets[0].goal.at_least` | `"value": {"column": "Target"}` | the column `Target`: its sign made the bound |
    /// | `measure` | `"share"` | given once |
    /// | `targets[0].goal` | `"value": {"column": "Target"}` | the column `Target` |
    /// | `targets[0]` | several columns | the row |
    pub(super) fn place_at(&self, path: &str) -> ValuePlace<'_> {
        let mut at = self;
        for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
            let inner = match at {
                Self::In(_) => break,
                Self::Once(_) => None,
                Self::List(items) => step.parse().ok().and_then(|index: usize| items.get(index)),
                // A bound stands in the place of a value.
                Self::Map { .. } => at.get(step).or_else(|| at.get("value").filter(|_| is_bound(step))),
            };
            let Some(inner) = inner else { return ValuePlace::Row };
            at = inner;
        }
        // What is wrong with a goal is mostly what it promises, or that its cell is blank.
        let at = at.get("kind").and(at.get("value")).unwrap_or(at);
        match (at.places().as_slice(), at) {
            ([place], _) => place
                .columns
                .first()
                .map_or(ValuePlace::Row, |column| ValuePlace::Column(&column.name)),
            ([], Self::Once(_)) => ValuePlace::Once,
            _ => ValuePlace::Row,
        }
    }
}

/// Whether this is the name of a bound.
fn is_bound(word: &str) -> bool {
    BOUNDS.iter().any(|(bound, ())| *bound == word)
}

/// The fields of a map of a document.
pub(super) type Entries = Vec<(String, Tree)>;
