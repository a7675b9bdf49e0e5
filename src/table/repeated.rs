//! Texts that rows repeat, so that each is read once.
//!
//! Published tables are sorted: region by region, each with the same years. So the cells that name the series are
//! mostly those of the row before, and are compared as bytes, without being read. Where a table is not sorted, the
//! answers are the same, and take longer.

use alloc::vec::Vec;
use core::ops::Range;

use super::sheet::{ColumnPlace, Reported, SheetRow};

/// The last text, with the value as which it was read.
pub(super) struct LastText<T> {
    text: Vec<u8>,
    meaning: Option<T>,
}

impl<T> Default for LastText<T> {
    /// No text yet, for any value: a derived default would ask for the default of a value.
    fn default() -> Self {
        let (text, meaning) = (Vec::new(), None);
        Self { text, meaning }
    }
}

impl<T: Copy> LastText<T> {
    /// The value as which a text is read: `read` is called only if the text is another than the last.
    pub(super) fn read_as(&mut self, text: &[u8], read: impl FnOnce() -> Result<T, Reported>) -> Result<T, Reported> {
        if let Some(meaning) = self.meaning_of(text) {
            return Ok(meaning);
        }
        self.meaning = None;
        let meaning = read()?;
        self.remember(text, meaning);
        Ok(meaning)
    }

    /// The value of a text, if it is the last one and was read.
    pub(super) fn meaning_of(&self, text: &[u8]) -> Option<T> {
        self.meaning.filter(|_| self.text == text)
    }

    pub(super) fn remember(&mut self, text: &[u8], meaning: T) {
        replace(&mut self.text, text);
        self.meaning = Some(meaning);
    }

    /// The value of the last text, if it was read.
    pub(super) const fn meaning(&self) -> Option<T> {
        self.meaning
    }
}

/// Columns whose cells are compared with those of a row before.
pub(super) struct ComparedColumns {
    /// The columns at the head of the row, which are compared at once: each with the range of its cell.
    ahead: Vec<(ColumnPlace, Range<usize>)>,
    /// The bytes of the row before, up to the last of these cells.
    head: Vec<u8>,
    /// The other columns, each with its text.
    behind: Vec<(ColumnPlace, Vec<u8>)>,
}

impl ComparedColumns {
    /// Compares these columns. The head of the row ends before the column `until`, which says something else in every
    /// row.
    pub(super) fn new(columns: impl Iterator<Item = ColumnPlace>, until: Option<ColumnPlace>) -> Self {
        let (mut ahead, behind): (Vec<_>, Vec<_>) = columns.partition(|column| Some(*column) < until);
        ahead.sort_unstable();
        Self {
            ahead: ahead.into_iter().map(|column| (column, 0..0)).collect(),
            head: Vec::new(),
            behind: behind.into_iter().map(|column| (column, Vec::new())).collect(),
        }
    }

    /// Whether a column is compared at the head of the row.
    pub(super) fn are_ahead(&self, column: ColumnPlace) -> bool {
        self.ahead.iter().any(|(ahead, _)| *ahead == column)
    }

    /// Whether the cells certainly have the texts of the row before, which this row replaces. Where another cell at the
    /// head of the row differs, the answer is no though they may be the same.
    pub(super) fn repeat(&mut self, row: SheetRow<'_>) -> bool {
        let repeat = row.head(self.head.len()) == self.head
            && self.ahead.iter().all(|(column, place)| row.range(*column) == *place)
            && self.behind.iter().all(|(column, text)| row.bytes(*column) == *text);
        if !repeat {
            for (column, place) in &mut self.ahead {
                *place = row.range(*column);
            }
            let end = self.ahead.last().map_or(0, |(_, place)| place.end);
            replace(&mut self.head, row.head(end));
            for (column, text) in &mut self.behind {
                replace(text, row.bytes(*column));
            }
        }
        repeat
    }
}

fn replace(text: &mut Vec<u8>, other: &[u8]) {
    text.clear();
    text.extend_from_slice(other);
}
