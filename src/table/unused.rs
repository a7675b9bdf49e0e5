//! Columns of which a map says nothing, and which may tell apart what it takes for one series.
//!
//! A map that forgets `Region` takes these for figures of one series. Of two of a year the second is refused, since
//! nothing tells it from the first; with days of publication that differ it would pass for a later vintage.
//!
//! | Year | Region | Rate | Note |
//! |---|---|---|---|
//! | 2023 | Vienna | 10.6 | |
//! | 2023 | Tyrol | 2.9 | small sample |
//! | 2024 | Vienna | 10.2 | |
//! | 2024 | Tyrol | 3.1 | |
//!
//! Figures of one year stand beside `Vienna` and `Tyrol`, and both come back in other rows: a warning names `Region`. A
//! note does not come back.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::printed::{ValueForms, value};
use super::sheet::{ColumnPlace, SheetRow, TableHeader, listed};
use crate::plan::{Problems, TableError};
use crate::series::{Observation, Reading};

/// How many texts of a column are told apart. Texts beyond these count as one, so that a column of notes fills no
/// memory.
const MOST: u16 = 1_000;

/// How many texts a message shows.
const SHOWN: usize = 3;

/// The texts of a column that plays no role.
///
/// The column may be a dimension if two figures of one series and period have different texts in it, and each of these
/// texts occurs in other rows, too. Free notes mostly occur once.
struct UnusedColumn {
    place: ColumnPlace,
    /// Each text with its number, in the order in which the texts were met.
    texts: HashMap<Vec<u8>, u16>,
    /// Of the first two figures that it so tells apart, the later line; `None` as long as it tells none apart.
    first_line_told_apart: Option<u64>,
}

/// The columns that play no role.
#[derive(Default)]
pub(super) struct UnusedColumns {
    columns: Vec<UnusedColumn>,
    /// The line of each row that was noted, in their order.
    lines: Vec<u64>,
    /// The numbers of the texts of each row, one a column.
    numbers: Vec<u16>,
}

impl UnusedColumns {
    /// The columns without a role, before any row is read.
    pub(super) fn new(columns: impl Iterator<Item = ColumnPlace>) -> Self {
        let column = |place| UnusedColumn {
            place,
            texts: HashMap::new(),
            first_line_told_apart: None,
        };
        Self {
            columns: columns.map(column).collect(),
            ..Self::default()
        }
    }

    /// Notes the texts of a row in these columns, by their numbers.
    pub(super) fn note_texts_of(&mut self, row: &SheetRow) {
        if self.columns.is_empty() {
            return;
        }
        self.lines.push(row.line);
        for column in &mut self.columns {
            let text = row.bytes(column.place);
            self.numbers.push(number_among(&mut column.texts, text));
        }
    }

    /// Notes which columns look like dimensions: two neighbouring figures of one period have different texts in the
    /// column, and each of the two texts stands beside another figure of the series too.
    ///
    /// `figures` are those of one series, each with its line, sorted by identity: those of one period are neighbours.
    pub(super) fn find_likely_dimensions(&mut self, figures: &[(Observation, u64)]) {
        let pairs = || figures.iter().zip(figures.iter().skip(1));
        if pairs().all(|((one, _), (next, _))| one.coverage() != next.coverage()) {
            return;
        }
        let columns = self.columns.len();
        for (place, column) in self.columns.iter_mut().enumerate() {
            let text_of = |line: &u64| {
                let row = self.lines.binary_search(line).ok()?;
                self.numbers.get(row.checked_mul(columns)?.checked_add(place)?).copied()
            };
            // `MOST` is the number of all texts that are not told apart.
            let text_of = |line| text_of(line).unwrap_or(MOST);
            let mut rows = HashMap::new();
            for (_, line) in figures {
                let (first, comes_back) = rows.entry(text_of(line)).or_insert((*line, false));
                *comes_back |= first != line;
            }
            let comes_back = |text| text != MOST && rows.get(&text).is_some_and(|(_, comes_back)| *comes_back);
            for ((one, line), (next, next_line)) in pairs() {
                let (text, next_text) = (text_of(line), text_of(next_line));
                if text == next_text || one.coverage() != next.coverage() {
                    continue;
                }
                if comes_back(text) && comes_back(next_text) {
                    column.first_line_told_apart.get_or_insert((*line).max(*next_line));
                }
            }
        }
    }

    /// Warns of each column that looks like a dimension, at the first figure that it tells from another. Of two that
    /// say the same, as `Region code` and `Region` do, one is the other's name, and the warning of it names both.
    pub(super) fn warn_of_likely_dimensions(&self, header: &TableHeader, problems: &mut Problems) {
        let likely = || {
            self.columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.first_line_told_apart.is_some())
        };
        for (place, column) in likely() {
            let name = likely().find(|(other, _)| place != *other && self.say_the_same(place, *other));
            if let Some((other, name)) = name {
                // The shorter texts are the codes; the first column's, where both are as long.
                if (name.length_of_texts(), other) < (column.length_of_texts(), place) {
                    continue;
                }
            }
            let name = name.map(|(_, name)| header.excerpt_of(name.place));
            column.warn(name, header, problems);
        }
    }

    /// Whether more texts of a column are numbers than are anything else; blank ones count for neither.
    pub(super) fn are_figures(&self, place: ColumnPlace, forms: &ValueForms) -> bool {
        let column = self.columns.iter().find(|column| column.place == place);
        let texts = column.into_iter().flat_map(|column| column.texts.keys());
        let texts = texts.filter_map(|text| core::str::from_utf8(text).ok());
        let (mut numbers, mut others) = (0_u16, 0_u16);
        for text in texts.filter(|text| !text.trim().is_empty()) {
            match value(text, forms) {
                Ok(printed) if printed.reading == Reading::Missing => {}
                Ok(_) => numbers = numbers.saturating_add(1),
                Err(_) => others = others.saturating_add(1),
            }
        }
        numbers > others
    }

    /// Whether two columns tell the same figures apart: a text in the one always stands beside one and the same in the
    /// other, so that the numbers of both are the same in each row.
    fn say_the_same(&self, one: usize, other: usize) -> bool {
        let mut rows = self.numbers.chunks_exact(self.columns.len().max(1));
        rows.all(|row| row.get(one) == row.get(other))
    }
}

impl UnusedColumn {
    /// How long all its texts are together.
    fn length_of_texts(&self) -> usize {
        let lengths = self.texts.keys().map(Vec::len);
        lengths.fold(0, usize::saturating_add)
    }

    /// Warns of the column, whose texts another column may `name`.
    fn warn(&self, name: Option<String>, header: &TableHeader, problems: &mut Problems) {
        let Some(line) = self.first_line_told_apart else { return };
        let mut texts: Vec<_> = self.texts.iter().collect();
        texts.sort_by_key(|(_, number)| **number);
        let texts = texts.into_iter().map(|(text, _)| String::from_utf8_lossy(text));
        problems.push(
            header.place_in(line, self.place),
            TableError::UndeclaredColumn {
                texts: listed(texts.map(|text| text.trim().to_owned()), SHOWN),
                column: header.excerpt_of(self.place),
                name,
            },
        );
    }
}

/// The number of a text: a new one when the text is first met. Once [`MOST`] texts have numbers, every other text has
/// the number [`MOST`].
fn number_among(texts: &mut HashMap<Vec<u8>, u16>, text: &[u8]) -> u16 {
    if let Some(number) = texts.get(text) {
        return *number;
    }
    let number = u16::try_from(texts.len()).unwrap_or(MOST).min(MOST);
    if number < MOST {
        texts.insert(text.to_owned(), number);
    }
    number
}
