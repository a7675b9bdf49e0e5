//! Documents whose values can stand in columns.
//!
//! A pattern is a map of a noun of the documents in which `{"column": …}` can take the place of a value. The field
//! tables say what is read there: a period as it is printed where a document has a period, a number where it has one.
//! What a row makes of a pattern is a document again, which the reader of documents checks.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ptr;

use rust_decimal::Decimal;

use super::codes::code_of;
use super::fields::{GOAL_OF_ROW, MEANING, ONLY, PLACE, TARGET_OF_ROW};
use super::given::owned;
use super::layout::Layout;
use super::printed::{Times, period, value};
use super::sheet::{ColumnPlace, SheetRow, TableHeader};
use super::words::{BOUNDS, FROM_BASELINE};
use crate::plan::document::fields::{GOAL, UNCERTAIN_VALUE, UNIT};
use crate::plan::document::noun::{Field, Noun, Type};
use crate::plan::document::reader::Node;
use crate::plan::document::tree::Tree;
use crate::plan::{ProblemKind, Problems, TableError};
use crate::series::Reading;
use crate::value::decimal::{exact_product, parse};
use crate::value::{Interval, Length, Limit, ValueError, excerpt};

/// The key that tells a place from a value.
const COLUMN: &str = "column";

/// The key of what says of which rows a pattern is.
const SELECTION: &str = "only";

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

/// Whether a pattern of a noun needs a field. What else a goal needs, its kind says.
pub(crate) fn needs(noun: &Noun, field: &Field) -> bool {
    noun.requires(field.name) && (field.name == "kind" || !is(noun, &GOAL_OF_ROW) && !is(noun, &GOAL))
}

fn check_value(node: &Node<'_>, value: &'static Type, problems: &mut Problems) {
    match value {
        Type::Map(noun) if is_selection(noun) => check(node, noun, problems),
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
                let is_other = node.is_map() && !matches!(one, Type::Map(_));
                problems.extend_within("", if is_other { other_found } else { one_found });
            }
        }
        // By language, or by part.
        Type::Text | Type::DecimalsBy(_) if node.is_map() => {
            for key in node.keys() {
                node.field(key)
                    .into_iter()
                    .for_each(|inner| check_value(&inner, of_each(value), problems));
            }
        }
        _ => check_plain(node, value, problems),
    }
}

/// What stands under each key of a text by language, or of values by part.
const fn of_each(value: &'static Type) -> &'static Type {
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
        Type::Map(_) | Type::List(_) | Type::Pair(_) | Type::Either(..) => Some(()),
    };
    // What is wrong was said.
    let _ = is_right;
}

fn check_place(node: &Node<'_>, value: &'static Type, problems: &mut Problems) {
    let Some(inner) = of_a_cell(value) else {
        let _: Option<()> = node.refuse("the fields themselves, each of which can stand in a column", problems);
        return;
    };
    let Some(fields) = node.fields(&PLACE, problems) else {
        return;
    };
    fields.read(COLUMN, columns, problems);
    let read_meaning = |node: &Node<'_>, problems: &mut Problems| {
        let fields = node.fields(&MEANING, problems)?;
        fields.read("text", owned, problems);
        fields.read(
            "is",
            |node, problems| {
                check_value(node, inner, problems);
                Some(())
            },
            problems,
        )
    };
    fields.read("means", Node::list_of(read_meaning), problems);
    fields.read("times", Node::decimal, problems);
    if fields.has("times") && !is_number(inner) {
        fields.refuse_together(COLUMN, "times", problems);
    }
}

/// The name of the column, or of several.
fn columns(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<String>> {
    if node.is_list() {
        return node.list(owned, problems);
    }
    owned(node, problems).map(|name| Vec::from([name]))
}

/// What a cell is read as where a value of this type stands; `None` where no cell can say it.
pub(crate) fn of_a_cell(value: &'static Type) -> Option<&'static Type> {
    match value {
        Type::Either(_, Type::Map(noun)) if is_uncertain(noun) => Some(value),
        Type::Either(one, other) => of_a_cell(one).or_else(|| of_a_cell(other)),
        Type::Map(noun) => is_unit(noun).then_some(value),
        Type::List(_) | Type::Pair(_) | Type::DecimalsBy(_) | Type::Format => None,
        _ => Some(value),
    }
}

fn is_unit(noun: &'static Noun) -> bool {
    is(noun, &UNIT)
}

fn is(noun: &Noun, other: &Noun) -> bool {
    ptr::eq(noun, other)
}

/// Whether a number, or what only limits it, is read in the place of this.
fn is_uncertain(noun: &'static Noun) -> bool {
    is(noun, &UNCERTAIN_VALUE)
}

/// Whether a map of this noun names a column for what it says of rows.
fn is_selection(noun: &'static Noun) -> bool {
    is(noun, &ONLY)
}

fn is_number(value: &Type) -> bool {
    match value {
        Type::Decimal | Type::DecimalIn(_) => true,
        Type::Either(_, Type::Map(noun)) => is_uncertain(noun),
        _ => false,
    }
}

// The pattern and the header of a table

/// The columns of a table that patterns name.
pub(super) type Places<'m> = BTreeMap<&'m str, ColumnPlace>;

/// Adds the columns that a pattern names.
pub(super) fn find_columns<'m>(
    pattern: &'m Tree,
    header: &TableHeader,
    places: &mut Places<'m>,
    problems: &mut Problems,
) {
    match pattern {
        Tree::Map(entries) => {
            for name in names_of(pattern) {
                if !places.contains_key(name) {
                    places.extend(header.column(name, problems).map(|column| (name, column)));
                }
            }
            let inner = entries.iter().filter(|(key, _)| key != COLUMN);
            inner.for_each(|(_, inner)| find_columns(inner, header, places, problems));
        }
        Tree::List(items) => items
            .iter()
            .for_each(|item| find_columns(item, header, places, problems)),
        _ => {}
    }
}

/// Whether something in a pattern stands in a column.
pub(super) fn has_places(pattern: &Tree) -> bool {
    let mut columns = Vec::new();
    add_columns(pattern, &mut columns);
    !columns.is_empty()
}

/// The columns of a place; none of what is no place.
fn names_of(place: &Tree) -> impl Iterator<Item = &str> {
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

/// Where what a row makes of a pattern comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValuePlace<'m> {
    /// From this column.
    Column(&'m str),
    /// It is given once for all rows.
    Once,
    /// From more than one place.
    Row,
}

/// Where that comes from which stands at a path of what a row makes of a pattern.
pub(super) fn at<'m>(pattern: &'m Tree, path: &str) -> ValuePlace<'m> {
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
    let mut columns = Vec::new();
    add_columns(at, &mut columns);
    match (columns.as_slice(), at) {
        ([column], _) => ValuePlace::Column(column),
        ([], Tree::Map(_) | Tree::List(_)) | ([_, ..], _) => ValuePlace::Row,
        ([], _) => ValuePlace::Once,
    }
}

/// Adds the first column of each place.
fn add_columns<'m>(pattern: &'m Tree, columns: &mut Vec<&'m str>) {
    match pattern {
        place if place.get(COLUMN).is_some() => columns.extend(names_of(place).next()),
        Tree::Map(entries) => entries.iter().for_each(|(_, inner)| add_columns(inner, columns)),
        Tree::List(items) => items.iter().for_each(|item| add_columns(item, columns)),
        _ => {}
    }
}

// The pattern and a row

/// The fields of a map of a document.
pub(super) type Entries = Vec<(String, Tree)>;

/// A row of a table that fills patterns.
#[derive(Clone, Copy)]
pub(super) struct Filler<'a> {
    pub(super) row: SheetRow<'a>,
    pub(super) places: &'a Places<'a>,
    pub(super) layout: &'a Layout,
}

impl Filler<'_> {
    /// What the row makes of a value of a pattern: none where its cells are blank, or cannot be read.
    pub(super) fn fill(self, pattern: &Tree, value: &'static Type, problems: &mut Problems) -> Option<Tree> {
        if pattern.get(COLUMN).is_some() {
            return self.read(pattern, of_a_cell(value)?, problems);
        }
        match (pattern, value) {
            (_, Type::Either(one, other)) => {
                self.fill(pattern, if can_be(pattern, one) { one } else { other }, problems)
            }
            _ if self.is_blank(pattern) => None,
            (Tree::Map(_), Type::Map(noun)) => self.fill_map(pattern, noun, problems),
            (Tree::Map(entries), Type::Text | Type::DecimalsBy(_)) => {
                let filled = entries
                    .iter()
                    .filter_map(|(key, inner)| Some((key.clone(), self.fill(inner, of_each(value), problems)?)));
                Some(Tree::Map(filled.collect()))
            }
            (Tree::List(items), Type::List(inner) | Type::Pair(inner)) => {
                let items = items.iter().filter_map(|item| self.fill(item, inner, problems));
                Some(Tree::List(items.collect()))
            }
            _ => Some(pattern.clone()),
        }
    }

    /// What the row makes of the map of a noun.
    fn fill_map(self, pattern: &Tree, noun: &'static Noun, problems: &mut Problems) -> Option<Tree> {
        let entries = self.fill_fields(pattern, noun, &[], problems);
        let filled = if is(noun, &GOAL_OF_ROW) {
            bounded(entries).map_err(|(key, error)| (pattern.get(key), error))
        } else if is(noun, &TARGET_OF_ROW) {
            let value = || pattern.get("goal").and_then(|goal| goal.get("value"));
            directed(entries).map_err(|error| (value(), error))
        } else {
            Ok(entries)
        };
        let filled = filled.map_err(|(place, error)| self.say(place, error, problems));
        filled.ok().map(Tree::Map)
    }

    /// What the row makes of the fields of a noun, but for some.
    pub(super) fn fill_fields(
        self,
        pattern: &Tree,
        noun: &'static Noun,
        without: &[&str],
        problems: &mut Problems,
    ) -> Entries {
        let mut entries = Vec::new();
        for field in noun
            .fields()
            .filter(|field| field.name != SELECTION && !without.contains(&field.name))
        {
            let inner = pattern.get(field.name);
            let filled = inner.and_then(|inner| self.fill(inner, &field.value, problems));
            entries.extend(filled.map(|filled| (field.name.to_owned(), filled)));
        }
        entries
    }

    /// What the row makes of the items of a list, each with its place in the pattern: those of which every column is
    /// blank are left out.
    pub(super) fn fill_items(
        self,
        pattern: &Tree,
        noun: &'static Noun,
        list: &str,
        problems: &mut Problems,
    ) -> Vec<(usize, Tree)> {
        let field = noun.fields().find(|field| field.name == list);
        let (Some(Tree::List(items)), Some(Type::List(inner))) = (pattern.get(list), field.map(|field| &field.value))
        else {
            return Vec::new();
        };
        let items = items.iter().enumerate().filter(|(_, item)| self.selects(item));
        let fill = |(place, item): (usize, &Tree)| {
            let filled = self.fill(item, inner, problems)?;
            // A period of which nothing is seen yet.
            let is_to_come =
                item.get("value").is_some() && ["value", "status"].iter().all(|key| filled.get(key).is_none());
            (!is_to_come).then_some((place, filled))
        };
        items.filter_map(fill).collect()
    }

    /// Whether a pattern is of this row.
    pub(super) fn selects(self, pattern: &Tree) -> bool {
        let Some(Tree::List(only)) = pattern.get(SELECTION) else {
            return true;
        };
        only.iter().all(|only| {
            let text = self.text(only, &mut Problems::none()).unwrap_or_default();
            let is = |one: &Tree| matches!(one, Tree::Text(one) if *one == text);
            match only.get("is") {
                None => !text.is_empty(),
                Some(Tree::List(texts)) => texts.iter().any(is),
                Some(one) => is(one),
            }
        })
    }

    /// Whether values stand in columns there, and all of their cells are blank.
    fn is_blank(self, pattern: &Tree) -> bool {
        let mut has_places = false;
        self.each_place(pattern, &mut |text| {
            has_places = true;
            self.layout.marks.say_missing(text)
        }) && has_places
    }

    /// Whether something holds of the text of each place.
    fn each_place(self, pattern: &Tree, holds: &mut impl FnMut(&str) -> bool) -> bool {
        match pattern {
            place if place.get(COLUMN).is_some() => holds(&self.text(place, &mut Problems::none()).unwrap_or_default()),
            Tree::Map(entries) => {
                let mut inner = entries.iter().filter(|(key, _)| key != SELECTION);
                inner.all(|(_, inner)| self.each_place(inner, holds))
            }
            Tree::List(items) => items.iter().all(|item| self.each_place(item, holds)),
            _ => true,
        }
    }

    /// The text of a place: of several columns, what their cells say with a blank between.
    fn text(self, place: &Tree, problems: &mut Problems) -> Option<String> {
        let mut text = String::new();
        for name in names_of(place) {
            let cell = self.row.cell(*self.places.get(name)?, problems).ok()?;
            if !text.is_empty() && !cell.is_empty() {
                text.push(' ');
            }
            text.push_str(cell);
        }
        Some(text)
    }

    fn read(self, place: &Tree, value: &'static Type, problems: &mut Problems) -> Option<Tree> {
        let text = self.text(place, problems)?;
        let is_word = matches!(value, Type::Text | Type::PlainText | Type::Code | Type::CodeOf(_));
        if text.is_empty() || !is_word && self.layout.marks.say_missing(&text) {
            return None;
        }
        if let Some(meaning) = meaning_of(place, &text) {
            return Some(meaning.clone());
        }
        let read = self.read_text(&text, value, times_of(place));
        read.map_err(|error| self.say(Some(place), error, problems)).ok()
    }

    /// Adds what is wrong with the cell of a place, or with the row.
    pub(super) fn say(self, place: Option<&Tree>, error: ProblemKind, problems: &mut Problems) {
        let name = place.and_then(|place| names_of(place).next());
        let column = name.and_then(|name| self.places.get(name));
        let path = column.map_or_else(|| self.row.place(), |column| self.row.place_of(*column));
        problems.push_alike(path, error);
    }

    fn read_text(self, text: &str, value: &'static Type, times: Option<Decimal>) -> Result<Tree, ProblemKind> {
        Ok(match value {
            Type::Code | Type::CodeOf(_) => Tree::Text(made_code(text)?),
            Type::Date => {
                let dates = Some(Length::Days(1));
                let days = Times {
                    dates,
                    ..self.layout.times
                };
                Tree::Text(period(text, &days)?.first().to_string())
            }
            Type::Period => Tree::Text(period(text, &self.layout.times)?.to_string()),
            Type::WholeNumberIn(..) => Tree::Number(text.to_owned()),
            Type::Decimal | Type::DecimalIn(_) => match self.reading(text, times)? {
                Reading::Exact(number) => Tree::Text(number.to_string()),
                _ => return Err(not_exact(text)),
            },
            Type::Either(..) => limits(self.reading(text, times)?).ok_or_else(|| not_exact(text))?,
            Type::Map(_) => Tree::Map(Vec::from([
                ("code".to_owned(), Tree::Text(made_code(text)?)),
                ("label".to_owned(), Tree::Text(text.to_owned())),
            ])),
            _ => Tree::Text(text.to_owned()),
        })
    }

    /// What is printed, multiplied as the place says.
    fn reading(self, text: &str, times: Option<Decimal>) -> Result<Reading, ProblemKind> {
        let printed = value(text, &self.layout.marks)?;
        if !printed.flags.is_empty() {
            return Err(not_exact(text));
        }
        let Some(times) = times else {
            return Ok(printed.reading);
        };
        let product = multiplied(printed.reading, times).ok_or_else(|| ValueError::Decimal {
            text: excerpt(text),
            right: "multiplied as the map says, it has more digits than the 28 that a decimal holds".into(),
        });
        Ok(product?)
    }
}

fn not_exact(text: &str) -> ProblemKind {
    TableError::NotANumberAlone { text: excerpt(text) }.into()
}

fn made_code(text: &str) -> Result<String, ProblemKind> {
    let code = code_of(text).ok_or_else(|| TableError::NoCode { text: excerpt(text) })?;
    Ok(code.into())
}

/// A reading times a number; limits change their sides with the sign.
fn multiplied(reading: Reading, times: Decimal) -> Option<Reading> {
    let product = |value| exact_product(value, times);
    Some(match reading {
        Reading::Exact(value) => Reading::Exact(product(value)?),
        Reading::Approximate(value) => Reading::Approximate(product(value)?),
        Reading::Interval(interval) => {
            let (low, high) = (interval.low().try_map(product)?, interval.high().try_map(product)?);
            let ends = if times.is_sign_negative() {
                (high, low)
            } else {
                (low, high)
            };
            Reading::Interval(Interval::between(ends.0, ends.1).ok()?)
        }
        Reading::Missing => Reading::Missing,
    })
}

/// A reading as documents write it.
fn limits(reading: Reading) -> Option<Tree> {
    let text = |value: Decimal| Tree::Text(value.to_string());
    let interval = match reading {
        Reading::Exact(value) => return Some(text(value)),
        Reading::Approximate(value) => return Some(Tree::Map(Vec::from([("approximately".to_owned(), text(value))]))),
        Reading::Interval(interval) => interval,
        Reading::Missing => return None,
    };
    let end = |limit, inclusive: &str, exclusive: &str| match limit {
        Limit::Unlimited => None,
        Limit::Inclusive(value) => Some((inclusive.to_owned(), text(value))),
        Limit::Exclusive(value) => Some((exclusive.to_owned(), text(value))),
    };
    let low = end(interval.low(), "at_least", "more_than");
    let high = end(interval.high(), "at_most", "less_than");
    Some(Tree::Map(low.into_iter().chain(high).collect()))
}

/// Whether a pattern has the form of a value: a map with one of its fields, a list, or neither.
fn can_be(pattern: &Tree, value: &Type) -> bool {
    match (pattern, value) {
        (Tree::Map(entries), Type::Map(noun)) => noun
            .fields()
            .any(|field| entries.iter().any(|(key, _)| key == field.name)),
        (Tree::Map(_), Type::DecimalsBy(_)) | (Tree::List(_), Type::List(_) | Type::Pair(_)) => true,
        (_, Type::Either(one, other)) => can_be(pattern, one) || can_be(pattern, other),
        (Tree::Map(_) | Tree::List(_), _) | (_, Type::Map(_) | Type::List(_) | Type::Pair(_)) => false,
        _ => true,
    }
}

/// What the text of a place stands for, where that is stated.
fn meaning_of<'m>(place: &'m Tree, text: &str) -> Option<&'m Tree> {
    let Some(Tree::List(meanings)) = place.get("means") else {
        return None;
    };
    let is_it = |meaning: &&Tree| matches!(meaning.get("text"), Some(Tree::Text(own)) if own == text);
    meanings.iter().find(is_it)?.get("is")
}

/// By what the numbers of a place are multiplied.
fn times_of(place: &Tree) -> Option<Decimal> {
    match place.get("times")? {
        Tree::Text(digits) | Tree::Number(digits) => parse(digits).ok(),
        _ => None,
    }
}

/// The fields of a goal, with its value as the bound that its own sign says, or the map; or what is wrong with one of
/// them.
fn bounded(mut entries: Entries) -> Result<Entries, (&'static str, ProblemKind)> {
    let mut take = |key: &str| {
        let place = entries.iter().position(|(own, _)| own == key)?;
        Some(entries.remove(place).1)
    };
    let (bound, value) = (take("bound"), take("value"));
    let bound = match bound {
        Some(word) => Some(known_bound(&word).map_err(|error| ("bound", error))?),
        None => None,
    };
    let Some(value) = value else { return Ok(entries) };
    let missing = || ("value", TableError::MissingBound.into());
    let (own, value) = match value {
        Tree::Map(mut limits) => match (limits.pop(), limits.pop()) {
            (Some((high, highest)), Some((low, lowest))) if high == "at_most" && low == "at_least" => {
                (Some("within".to_owned()), Tree::List(Vec::from([lowest, highest])))
            }
            (Some((own, value)), None) if own != "approximately" => (Some(own), value),
            _ => return Err(missing()),
        },
        value => (None, value),
    };
    let bound = bound.filter(|bound| own.is_none() || bound != FROM_BASELINE);
    if let Some((own, bound)) = own.clone().zip(bound.clone()).filter(|(own, bound)| own != bound) {
        return Err(("value", TableError::TwoBounds { own, bound }.into()));
    }
    entries.push((own.or(bound).ok_or_else(missing)?, value));
    Ok(entries)
}

/// Whether this is the name of a bound.
fn is_bound(word: &str) -> bool {
    BOUNDS.iter().any(|(bound, ())| *bound == word)
}

/// The fields of a target whose goal is at least or at most what it promises, as it lies above its baseline or below.
fn directed(mut entries: Entries) -> Result<Entries, ProblemKind> {
    let number = |value: &Tree| match value {
        Tree::Text(digits) | Tree::Number(digits) => parse(digits).ok(),
        _ => None,
    };
    let field = |key: &str| entries.iter().find(|(own, _)| own == key).map(|(_, inner)| inner);
    let is_level = matches!(field("goal").and_then(|goal| goal.get("kind")), Some(Tree::Text(kind)) if kind == "level");
    let from = field("baseline")
        .and_then(|baseline| number(baseline.get("value")?))
        .filter(|_| is_level);
    let goal = entries.iter_mut().find(|(key, _)| key == "goal");
    let Some((_, Tree::Map(goal))) = goal else {
        return Ok(entries);
    };
    if let Some((bound, value)) = goal.iter_mut().find(|(key, _)| key == FROM_BASELINE) {
        *bound = match (from, number(value)) {
            (Some(from), Some(to)) if to > from => "at_least".to_owned(),
            (Some(from), Some(to)) if to < from => "at_most".to_owned(),
            _ => return Err(TableError::NoDirection.into()),
        };
    }
    Ok(entries)
}

/// The name of a bound.
fn known_bound(word: &Tree) -> Result<String, ProblemKind> {
    let (node, mut found) = (Node::root(word), Problems::none());
    if let (Some(()), Tree::Text(word)) = (node.word(BOUNDS, &mut found), word) {
        return Ok(word.clone());
    }
    let wrong = found.iter().next().map(|problem| problem.kind().clone());
    Err(wrong.unwrap_or_else(|| TableError::MissingBound.into()))
}
