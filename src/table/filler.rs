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
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::codes::{code_of, unit_code_of};
use super::figure::OR_STATE;
use super::layout::Layout;
use super::meanings::{Meanings, meaning_of};
use super::only::OnlyRows;
use super::pattern::{CellPlace, CellValue, Entries, MapKind, Pattern};
use super::printed::{advising, day, period, value};
use super::row_bounds::{with_bound, with_bound_from_baseline};
use super::sheet::SheetRow;
use crate::plan::document::tree::Tree;
use crate::plan::{ProblemKind, Problems, TableError};
use crate::series::Reading;
use crate::value::{Bound, Period, ValueError, excerpt};

/// The stated meanings of texts, by the places where they are stated.
pub(super) type PlaceMeanings<'m> = BTreeMap<&'m CellPlace, Meanings<'m, Tree>>;

/// A row of a table, from which patterns are filled.
#[derive(Clone, Copy)]
pub(super) struct Filler<'a> {
    pub(super) row: &'a SheetRow,
    pub(super) layout: &'a Layout,
}

impl Filler<'_> {
    /// The value of a pattern, filled from this row; `None` if its cells are blank, or cannot be read, which is
    /// reported.
    pub(super) fn fill(self, pattern: &Pattern, problems: &mut Problems) -> Option<Tree> {
        match pattern {
            Pattern::Once(tree) => Some(tree.clone()),
            Pattern::In(place) => self.value_in(place, problems),
            _ if self.is_blank(pattern) => None,
            Pattern::Map { kind, .. } => self.fill_map(pattern, *kind, problems),
            Pattern::List(items) => {
                let items = items.iter().filter_map(|item| self.fill(item, problems));
                Some(Tree::List(items.collect()))
            }
        }
    }

    /// A map, filled from this row. In a goal, the bound and the value become one field (`at_least`); in a target, a
    /// bound `from_baseline` does. `None` if that bound cannot be read, which is reported.
    fn fill_map(self, pattern: &Pattern, kind: MapKind, problems: &mut Problems) -> Option<Tree> {
        let entries = self.fill_fields(pattern, &[], problems);
        let filled = match kind {
            MapKind::Goal => with_bound(entries, matches!(pattern.get("bound"), Some(Pattern::In(_))))
                .map_err(|(key, error)| (pattern.get(key), *error)),
            MapKind::Target => {
                let value = || pattern.get("goal").and_then(|goal| goal.get("value"));
                with_bound_from_baseline(entries).map_err(|error| (value(), error))
            }
            MapKind::Other => Ok(entries),
        };
        let filled = filled.map_err(|(place, error)| self.refuse(place, error, problems));
        filled.ok().map(Tree::Map)
    }

    /// The fields of a map, filled from this row, except for fields in `without` and fields without a value in this
    /// row.
    pub(super) fn fill_fields(self, pattern: &Pattern, without: &[&str], problems: &mut Problems) -> Entries {
        let Pattern::Map { fields, .. } = pattern else {
            return Entries::new();
        };
        let fields = fields.iter().filter(|(name, _)| !without.contains(&name.as_str()));
        let filled = fields.filter_map(|(name, inner)| Some((name.clone(), self.fill(inner, problems)?)));
        filled.collect()
    }

    /// The items of the list `list` of a pattern, filled from this row, each with its index in the pattern. Left out
    /// are:
    ///
    /// - items that select other rows;
    /// - items whose cells are all blank;
    /// - figures that have neither a value nor a status yet.
    pub(super) fn fill_items(self, pattern: &Pattern, list: &str, problems: &mut Problems) -> Vec<(usize, Tree)> {
        let Some(Pattern::List(items)) = pattern.get(list) else {
            return Vec::new();
        };
        let items = items.iter().enumerate().filter(|(_, item)| self.selects(item));
        let fill = |(place, item): (usize, &Pattern)| {
            let filled = self.fill(item, problems)?;
            // A period of which nothing is seen yet.
            let is_to_come =
                item.get("value").is_some() && ["value", "status"].iter().all(|key| filled.get(key).is_none());
            (!is_to_come).then_some((place, filled))
        };
        items.filter_map(fill).collect()
    }

    /// Whether a pattern selects this row.
    pub(super) fn selects(self, pattern: &Pattern) -> bool {
        self.unmet(pattern).next().is_none()
    }

    /// The selecting columns of a pattern (`only`) that do not accept the text of this row.
    pub(super) fn unmet(self, pattern: &Pattern) -> impl Iterator<Item = &OnlyRows> {
        let only = match pattern {
            Pattern::Map { only, .. } => only.as_slice(),
            _ => &[],
        };
        only.iter().filter(move |only| !only.accepts(only.text_of(self.row)))
    }

    /// Whether a pattern reads values from columns, and this row has none of them: each cell is blank, or says that
    /// there is no value (`n/a`) and has no stated meaning.
    fn is_blank(self, pattern: &Pattern) -> bool {
        let mut has_places = false;
        self.all_places(pattern, &mut |place, text| {
            has_places = true;
            let is_stated = !text.is_empty() && meaning_of(&place.means, text).is_some();
            let said = self.value_text(place, &mut Problems::none());
            !is_stated && said.is_none_or(|text| text.is_empty())
        }) && has_places
    }

    /// Looks up the text of this row in each place of a pattern for which the map states meanings, so that `met` knows
    /// which texts occur.
    pub(super) fn note_texts<'m>(self, pattern: &'m Pattern, met: &mut PlaceMeanings<'m>) {
        self.all_places(pattern, &mut |place, text| {
            if !(place.means.is_empty() || text.is_empty()) {
                let meanings = met.entry(place).or_insert_with(|| Meanings::new(&place.means));
                meanings.look_up(text);
            }
            true
        });
    }

    /// Whether `holds` is true of all places of a pattern, each with the text of this row there; an unreadable text
    /// counts as empty. Inner patterns that do not select this row are passed over.
    fn all_places<'m>(self, pattern: &'m Pattern, holds: &mut impl FnMut(&'m CellPlace, &str) -> bool) -> bool {
        match pattern {
            Pattern::Once(_) => true,
            Pattern::In(place) => holds(place, &self.text_in(place, &mut Problems::none()).unwrap_or_default()),
            Pattern::Map { .. } if !self.selects(pattern) => true,
            Pattern::Map { fields, .. } => fields.iter().all(|(_, inner)| self.all_places(inner, holds)),
            Pattern::List(items) => items.iter().all(|item| self.all_places(item, holds)),
        }
    }

    /// The text of a place: the text of its cells, with a blank between them. `None` if a cell cannot be read.
    fn text_in(self, place: &CellPlace, problems: &mut Problems) -> Option<String> {
        self.joined_cells(place, |_| true, problems)
    }

    /// The text of a place without the cells that say that there is no value (`n/a`); `None` if a cell cannot be read.
    fn value_text(self, place: &CellPlace, problems: &mut Problems) -> Option<String> {
        self.joined_cells(place, |cell| !self.layout.values.say_missing(cell), problems)
    }

    /// The cells of a place that are not blank and for which `counts` is true, with a blank between; `None` if a cell
    /// cannot be read.
    fn joined_cells(self, place: &CellPlace, counts: impl Fn(&str) -> bool, problems: &mut Problems) -> Option<String> {
        let cells = place.columns.iter().map(|column| self.row.cell(column.place, problems));
        let cells = cells.collect::<Result<Vec<_>, _>>().ok()?;
        let said: Vec<_> = cells
            .into_iter()
            .filter(|cell| !cell.is_empty() && counts(cell))
            .collect();
        Some(said.join(" "))
    }

    /// The value in a place as a document has it:
    ///
    /// 1. the meaning that the map states for the text of all its cells (`n/a` too);
    /// 2. else that text itself, where a text or code is asked for;
    /// 3. else the text read as the type asks, without cells such as `n/a`.
    ///
    /// `None` where its cells are blank, say that there is no value, or cannot be read.
    fn value_in(self, place: &CellPlace, problems: &mut Problems) -> Option<Tree> {
        let mut text = self.text_in(place, problems)?;
        if text.is_empty() {
            return None;
        }
        if let Some(meaning) = meaning_of(&place.means, &text) {
            return Some(meaning.clone());
        }
        if !matches!(place.value, CellValue::Text | CellValue::Code) {
            text = self.value_text(place, problems).filter(|text| !text.is_empty())?;
        }
        let read = self.read_text(&text, place.value, place.times);
        let column = place.columns.first().map(|column| column.place);
        read.map_err(|error| self.row.refuse_at(column, error, problems)).ok()
    }

    /// Reports an error in what a pattern makes of the row: at the cell of the pattern's first column, or if it has no
    /// column, at the row.
    pub(super) fn refuse(self, pattern: Option<&Pattern>, error: impl Into<ProblemKind>, problems: &mut Problems) {
        let places = pattern.map(Pattern::places).unwrap_or_default();
        let column = places.first().and_then(|place| place.columns.first());
        self.row.refuse_at(column.map(|column| column.place), error, problems);
    }

    /// The document's form of a cell's text, read as a value of this kind; a number is multiplied by `factor`.
    fn read_text(self, text: &str, value: CellValue, factor: Option<Decimal>) -> Result<Tree, ProblemKind> {
        Ok(match value {
            CellValue::Text | CellValue::Word => Tree::Text(text.to_owned()),
            CellValue::Code => Tree::Text(code_of(text)?.into()),
            CellValue::Date => Tree::Text(day(text, self.layout.times)?.to_string()),
            CellValue::Period => Tree::Text(self.period_of(text)?.to_string()),
            CellValue::WholeNumber => Tree::Number(text.to_owned()),
            CellValue::Number => match self.reading_of(text, factor)? {
                Reading::Exact(number) => Tree::Text(number.to_string()),
                _ => return Err(not_a_number(text)),
            },
            CellValue::Reading => reading_as_tree(self.reading_of(text, factor)?).ok_or_else(|| not_a_number(text))?,
            CellValue::Unit => Tree::Map(Vec::from([
                ("code".to_owned(), Tree::Text(unit_code_of(text)?.into())),
                ("label".to_owned(), Tree::Text(text.to_owned())),
            ])),
        })
    }

    /// The period that a text prints.
    fn period_of(self, text: &str) -> Result<Period, ValueError> {
        let times = &self.layout.times;
        period(text, times).map_err(|error| advising(error, times, OR_STATE))
    }

    /// The reading that a text prints, multiplied by `factor`. An error if the text has flags beside its number, or if
    /// the product has too many digits.
    fn reading_of(self, text: &str, factor: Option<Decimal>) -> Result<Reading, ProblemKind> {
        let printed = value(text, &self.layout.values)?;
        if !printed.flags.is_empty() {
            return Err(not_a_number(text));
        }
        let Some(factor) = factor else {
            return Ok(printed.reading);
        };
        let product = printed.reading.times(factor).ok_or_else(|| ValueError::Decimal {
            text: excerpt(text),
            right: "multiplied as the map says, it has more digits than the 28 that a decimal holds".into(),
        });
        Ok(product?)
    }
}

/// The error of a text that is no number, or says more than one number.
fn not_a_number(text: &str) -> ProblemKind {
    TableError::NotANumberAlone { text: excerpt(text) }.into()
}

/// A reading as documents write it: a number, `{"approximately": …}`, or a map of its limits. `None` if it is missing.
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
