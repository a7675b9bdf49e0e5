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
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::str;
use std::collections::HashMap;

use super::printed::{NumberMarks, value};
use super::sheet::{ColumnPlace, SheetRow, TableHeader, quoted};
use crate::plan::{Problems, TableError};
use crate::series::{Observation, Reading};

/// How many texts of a column are told apart. Texts beyond these count as one, so that a column of notes fills no
/// memory.
const MOST: u16 = 1_000;

/// How many texts a message shows.
const SHOWN: usize = 3;

/// The texts of a column that plays no role.
///
/// Free notes differ in every row too. What tells a dimension from them: two figures of one series and period stand
/// beside different texts, and each of the two stands in other rows as well; or nothing else tells the two figures
/// apart, and the texts are no numbers.
struct UnusedColumn {
    place: ColumnPlace,
    /// Each text with its number, in the order in which the texts were met.
    texts: HashMap<Vec<u8>, u16>,
    /// The line of the second of the first two figures that this column alone tells apart, where the texts of both come
    /// back in other rows, as those of a dimension do.
    comes_back: Option<u64>,
    /// The same, where nothing but this column tells the two apart, and its texts are no numbers.
    is_alone: Option<u64>,
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
    /// Columns of which no row was read yet.
    pub(super) fn new(columns: impl Iterator<Item = ColumnPlace>) -> Self {
        let column = |place| UnusedColumn {
            place,
            texts: HashMap::new(),
            comes_back: None,
            is_alone: None,
        };
        Self {
            columns: columns.map(column).collect(),
            ..Self::default()
        }
    }

    /// Notes the texts of a row.
    pub(super) fn note(&mut self, row: SheetRow<'_>) {
        if self.columns.is_empty() {
            return;
        }
        self.lines.push(row.line());
        for column in &mut self.columns {
            let text = row.bytes(column.place);
            self.numbers.push(number_of(&mut column.texts, text));
        }
    }

    /// Looks for figures of one period that these columns tell apart, among those of one series: each with its line,
    /// sorted by what else tells them apart.
    pub(super) fn look_through(&mut self, figures: &[(Observation, u64)], marks: &NumberMarks) {
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
                let at = (*line).max(*next_line);
                if comes_back(text) && comes_back(next_text) {
                    column.comes_back.get_or_insert(at);
                } else if column.is_alone.is_none() && one.identity() == next.identity() {
                    let is_number = [text, next_text].iter().any(|text| column.is_number(*text, marks));
                    column.is_alone = (!is_number).then_some(at);
                }
            }
        }
    }

    /// Says which columns tell figures apart: those whose texts come back, if there are any.
    pub(super) fn warn(&self, header: &TableHeader, problems: &mut Problems) {
        let has_dimension = self.columns.iter().any(|column| column.comes_back.is_some());
        for column in &self.columns {
            let alone = column.is_alone.filter(|_| !has_dimension);
            if let Some(line) = column.comes_back.or(alone) {
                let texts = column.in_words();
                let place = header.place_in(line, column.place);
                problems.push(place, TableError::UndeclaredColumn { texts });
            }
        }
    }
}

impl UnusedColumn {
    /// The texts in the order in which they were met.
    fn in_order(&self) -> Vec<String> {
        let mut texts: Vec<_> = self.texts.iter().collect();
        texts.sort_by_key(|(_, number)| **number);
        let text = |text: &Vec<u8>| String::from_utf8_lossy(text).trim().to_owned();
        texts.into_iter().map(|(bytes, _)| text(bytes)).collect()
    }

    /// Whether the text with this number, of those that were met, is a number itself.
    fn is_number(&self, number: u16, marks: &NumberMarks) -> bool {
        let mut texts = self.texts.iter();
        let text = texts.find(|(_, own)| **own == number).map(|(text, _)| text.as_slice());
        let text = text.and_then(|text| str::from_utf8(text).ok()).unwrap_or_default();
        value(text.trim(), marks).is_ok_and(|printed| printed.reading != Reading::Missing)
    }

    /// The first texts, as a message names them.
    fn in_words(&self) -> String {
        let texts = self.in_order();
        let shown: Vec<_> = texts.iter().take(SHOWN).map(|text| quoted(text)).collect();
        match (texts.len().saturating_sub(SHOWN), shown.as_slice()) {
            (0, [before @ .., last]) => format!("{} and {last}", before.join(", ")),
            (more, _) => format!("{} and {more} more", shown.join(", ")),
        }
    }
}

/// The number of a text, a new one if it was not met; all beyond those that are told apart have one.
fn number_of(texts: &mut HashMap<Vec<u8>, u16>, text: &[u8]) -> u16 {
    if let Some(number) = texts.get(text) {
        return *number;
    }
    let number = u16::try_from(texts.len()).unwrap_or(MOST).min(MOST);
    if number < MOST {
        texts.insert(text.to_owned(), number);
    }
    number
}
