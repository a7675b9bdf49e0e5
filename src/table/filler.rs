//! Fills a pattern of a map from a row of a table.
//!
//! ```text
//! pattern  {"name": {"column": "Indicator"}, "targets": [{"deadline": {"column": "By"},
//!           "goal": {"kind": "level", "value": {"column": "Target"}}}]}
//! row      Indicator: Good air   By: Q4 2030   Target: ≥ 88
//! made     {"name": "Good air", "targets": [{"goal": {"kind": "level", "at_least": "88"}, "deadline": "2030-Q4"}]}
//! ```
//!
//! What is made is a part of a document as an author writes it.
//!
//! - The type of the field says as what a cell is read: `Q4 2030` as a period, since a deadline is one.
//! - A blank cell leaves its field out, and a list or map in which nothing but blank cells stands is left out as a
//!   whole: a row in which all cells of a target are blank has none.
//! - Nothing is checked here but the cells: whether a share can be 880 %, the check of documents says.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::codes::code_of;
use super::fields::{GOAL_OF_ROW, TARGET_OF_ROW};
use super::layout::Layout;
use super::meanings::{Meanings, meaning_of};
use super::only::counts;
use super::pattern::{
    COLUMN, Entries, PlaceMeanings, Places, SELECTION, are_same, means, names_of, number, of_a_cell, of_each,
};
use super::printed::{day, period, value};
use super::row_bounds::{bounded, directed};
use super::sheet::SheetRow;
use crate::plan::document::noun::{Noun, Type};
use crate::plan::document::tree::Tree;
use crate::plan::{ProblemKind, Problems, TableError};
use crate::series::Reading;
use crate::value::{Bound, ValueError, excerpt};

/// A row of a table, from which patterns are filled.
#[derive(Clone, Copy)]
pub(super) struct Filler<'a> {
    pub(super) row: SheetRow<'a>,
    pub(super) places: &'a Places<'a>,
    pub(super) layout: &'a Layout,
}

impl Filler<'_> {
    /// The value of a pattern, filled from this row; `None` where its cells are blank or cannot be read.
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

    /// The map of a noun, filled from this row; `None` if the bound of a goal cannot be read.
    fn fill_map(self, pattern: &Tree, noun: &'static Noun, problems: &mut Problems) -> Option<Tree> {
        let entries = self.fill_fields(pattern, noun, &[], problems);
        let filled = if are_same(noun, &GOAL_OF_ROW) {
            bounded(entries).map_err(|(key, error)| (pattern.get(key), *error))
        } else if are_same(noun, &TARGET_OF_ROW) {
            let value = || pattern.get("goal").and_then(|goal| goal.get("value"));
            directed(entries).map_err(|error| (value(), error))
        } else {
            Ok(entries)
        };
        let filled = filled.map_err(|(place, error)| self.say(place, error, problems));
        filled.ok().map(Tree::Map)
    }

    /// The fields of a noun, filled from this row, except for those in `without` and those that are blank.
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

    /// The items of the pattern's list `list`, a field of `noun`, filled from this row, each with its index in the
    /// pattern. Left out are items that select other rows, items whose cells are all blank, and figures that have
    /// neither value nor status yet.
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

    /// Whether a pattern selects this row.
    pub(super) fn selects(self, pattern: &Tree) -> bool {
        self.asked(pattern).all(|(.., is_met)| is_met)
    }

    /// The first place where a pattern asks for another text than this row has, and the text of the row there; `None`
    /// if all hold, or only blanks do not.
    pub(super) fn unmet(self, pattern: &Tree) -> Option<(&Tree, String)> {
        let mut asked = self.asked(pattern);
        let found = asked.find(|(_, text, is_met)| !(*is_met || text.is_empty()));
        found.map(|(place, text, _)| (place, text))
    }

    /// The places where a pattern asks for something in the rows that it selects (`only`), each with the text of this
    /// row, and whether that is such a text.
    fn asked(self, pattern: &Tree) -> impl Iterator<Item = (&Tree, String, bool)> {
        let only = match pattern.get(SELECTION) {
            Some(Tree::List(only)) => only.as_slice(),
            _ => &[],
        };
        only.iter().map(move |only| {
            let text = self.text(only, &mut Problems::none()).unwrap_or_default();
            let is = |one: &Tree| matches!(one, Tree::Text(one) if *one == text);
            let is_among = |texts: &Tree| match texts {
                Tree::List(texts) => texts.iter().any(is),
                one => is(one),
            };
            let is_met = counts(&text, only.get("is").map(is_among), only.get("is_not").map(is_among));
            (only, text, is_met)
        })
    }

    /// Whether a pattern reads values from columns, and this row has none of them: each cell is blank or says that
    /// there is no value, and nothing is stated of its text.
    fn is_blank(self, pattern: &Tree) -> bool {
        let mut has_places = false;
        self.each_place(pattern, &mut |place, text| {
            has_places = true;
            let is_stated = !text.is_empty() && meaning_of(means(place), text).is_some();
            !is_stated
                && self
                    .said_in(place, &mut Problems::none())
                    .is_none_or(|text| text.is_empty())
        }) && has_places
    }

    /// Notes which texts stand in the places of a pattern where something is stated of them.
    pub(super) fn note_texts<'m>(self, pattern: &'m Tree, met: &mut PlaceMeanings<'m>) {
        self.each_place(pattern, &mut |place, text| {
            let stated = means(place);
            if !(stated.is_empty() || text.is_empty()) {
                met.entry(place).or_insert_with(|| Meanings::new(stated)).look_up(text);
            }
            true
        });
    }

    /// Whether `holds` is true of each place of a pattern, with the text of this row there. Inner patterns that do not
    /// select this row are passed over.
    fn each_place<'m>(self, pattern: &'m Tree, holds: &mut impl FnMut(&'m Tree, &str) -> bool) -> bool {
        match pattern {
            place if place.get(COLUMN).is_some() => {
                holds(place, &self.text(place, &mut Problems::none()).unwrap_or_default())
            }
            Tree::Map(_) if !self.selects(pattern) => true,
            Tree::Map(entries) => {
                let mut inner = entries.iter().filter(|(key, _)| key != SELECTION);
                inner.all(|(_, inner)| self.each_place(inner, holds))
            }
            Tree::List(items) => items.iter().all(|item| self.each_place(item, holds)),
            _ => true,
        }
    }

    /// The text of a place: of several columns, their cells with a blank between. `None` if a cell cannot be read.
    fn text(self, place: &Tree, problems: &mut Problems) -> Option<String> {
        self.joined(place, |_| true, problems)
    }

    /// The text of a place without the cells that say that there is no value; `None` if a cell cannot be read.
    fn said_in(self, place: &Tree, problems: &mut Problems) -> Option<String> {
        self.joined(place, |cell| !self.layout.marks.say_missing(cell), problems)
    }

    /// The cells of a place that are not blank and for which `counts` is true, with a blank between; `None` if a cell
    /// cannot be read.
    fn joined(self, place: &Tree, counts: impl Fn(&str) -> bool, problems: &mut Problems) -> Option<String> {
        let mut text = String::new();
        for name in names_of(place) {
            let cell = self.row.cell(*self.places.get(name)?, problems).ok()?;
            if cell.is_empty() || !counts(cell) {
                continue;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(cell);
        }
        Some(text)
    }

    /// The value in a place as a document has it: the stated meaning of its text, else the text read as a value of this
    /// type. `None` where its cells are blank or cannot be read.
    fn read(self, place: &Tree, value: &'static Type, problems: &mut Problems) -> Option<Tree> {
        let mut text = self.text(place, problems)?;
        if text.is_empty() {
            return None;
        }
        if let Some(meaning) = meaning_of(means(place), &text) {
            return Some(meaning.clone());
        }
        let is_word = matches!(value, Type::Text | Type::PlainText | Type::Code | Type::CodeOf(_));
        if !is_word {
            text = self.said_in(place, problems).filter(|text| !text.is_empty())?;
        }
        let read = self.read_text(&text, value, place.get("times").and_then(number));
        read.map_err(|error| self.say(Some(place), error, problems)).ok()
    }

    /// Adds a problem at the cell that a place of a pattern names (at the first, if it names several); without a place,
    /// at the row.
    pub(super) fn say(self, place: Option<&Tree>, error: ProblemKind, problems: &mut Problems) {
        let name = place.and_then(|place| names_of(place).next());
        let column = name.and_then(|name| self.places.get(name));
        let path = column.map_or_else(|| self.row.place(), |column| self.row.place_of(*column));
        problems.push_alike(path, error);
    }

    /// A text of a table as the value of this type in a document; a number is multiplied by `times`.
    fn read_text(self, text: &str, value: &'static Type, times: Option<Decimal>) -> Result<Tree, ProblemKind> {
        Ok(match value {
            Type::Code | Type::CodeOf(_) => Tree::Text(made_code(text)?),
            Type::Date => Tree::Text(day(text, self.layout.times)?.to_string()),
            Type::Period => Tree::Text(period(text, &self.layout.times)?.to_string()),
            Type::WholeNumberIn(..) => Tree::Number(text.to_owned()),
            Type::Decimal | Type::DecimalIn(_) => match self.reading(text, times)? {
                Reading::Exact(number) => Tree::Text(number.to_string()),
                _ => return Err(not_exact(text)),
            },
            Type::Either(..) => reading_as_tree(self.reading(text, times)?).ok_or_else(|| not_exact(text))?,
            Type::Map(_) => Tree::Map(Vec::from([
                ("code".to_owned(), Tree::Text(made_code(text)?)),
                ("label".to_owned(), Tree::Text(text.to_owned())),
            ])),
            _ => Tree::Text(text.to_owned()),
        })
    }

    /// The reading that a text prints, multiplied by `times`; an error where it prints flags beside it.
    fn reading(self, text: &str, times: Option<Decimal>) -> Result<Reading, ProblemKind> {
        let printed = value(text, &self.layout.marks)?;
        if !printed.flags.is_empty() {
            return Err(not_exact(text));
        }
        let Some(times) = times else {
            return Ok(printed.reading);
        };
        let product = printed.reading.times(times).ok_or_else(|| ValueError::Decimal {
            text: excerpt(text),
            right: "multiplied as the map says, it has more digits than the 28 that a decimal holds".into(),
        });
        Ok(product?)
    }
}

fn not_exact(text: &str) -> ProblemKind {
    TableError::NotANumberAlone { text: excerpt(text) }.into()
}

/// The code that a text makes; an error of one that makes none.
fn made_code(text: &str) -> Result<String, ProblemKind> {
    let code = code_of(text).ok_or_else(|| TableError::NoCode { text: excerpt(text) })?;
    Ok(code.into())
}

/// A reading as documents write it; `None` if there is no value.
fn reading_as_tree(reading: Reading) -> Option<Tree> {
    let text = |value: Decimal| Tree::Text(value.to_string());
    let interval = match reading {
        Reading::Exact(value) => return Some(text(value)),
        Reading::Approximate(value) => return Some(Tree::Map(Vec::from([("approximately".to_owned(), text(value))]))),
        Reading::Interval(interval) => interval,
        Reading::Missing => return None,
    };
    let end = |bound: Bound| Some((bound.name().to_owned(), text(bound.limit()?)));
    Some(Tree::Map(interval.bounds().filter_map(end).collect()))
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
