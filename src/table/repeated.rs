//! Texts that rows repeat, so that each is read once.
//!
//! Published tables are sorted: region by region, each with the same years. So the cells that name the series are
//! mostly those of the row before, and are compared as bytes, without being read. Where a table is not sorted, the
//! answers are the same, and take longer.

use alloc::vec::Vec;

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
}

/// Columns whose cells are compared with those of the row before.
pub(super) struct ComparedColumns(Vec<(ColumnPlace, Vec<u8>)>);

impl ComparedColumns {
    /// Compares these columns, of which no row was read yet.
    pub(super) fn new(columns: impl Iterator<Item = ColumnPlace>) -> Self {
        Self(columns.map(|column| (column, Vec::new())).collect())
    }

    /// Whether the cells have the texts of the row before, which this row replaces.
    pub(super) fn repeat(&mut self, row: SheetRow<'_>) -> bool {
        let repeat = self.0.iter().all(|(column, text)| row.bytes(*column) == *text);
        if !repeat {
            for (column, text) in &mut self.0 {
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
