//! The meanings of texts of a column, as a map states them.
//!
//! A map says `{"F": "women", "T": "total"}` of a column in which cells have `f` and `T`. No text is wrong by itself:
//! `f` makes a part of its own, called `f`. That something is stated of `F`, which no cell has, shows the slip; so the
//! texts that are met are noted, and a warning names those of the map that were not.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::sheet::{ColumnPlace, TableHeader, listed};
use crate::plan::{Problems, TableError};
use crate::value::{excerpt, nearest};

/// How many texts without a stated meaning are kept, so that a column of notes fills no memory.
const MOST: usize = 1_000;

/// How many of these texts a message shows.
const SHOWN: usize = 3;

/// Texts, each with the meaning that is stated for it.
pub(super) type Stated<T> = [(String, T)];

/// The meaning that is stated for a text; `None` if none is.
pub(super) fn meaning_of<'m, T>(stated: &'m Stated<T>, text: &str) -> Option<&'m T> {
    let entry = stated.iter().find(|(own, _)| own == text);
    entry.map(|(_, meaning)| meaning)
}

/// The stated meanings of texts of a column, and the texts that its cells have.
///
/// A text without a stated meaning is no error: it may make a part or a unit of its own. So a slip of the pen in a map
/// shows only when a text of the map is in no cell, and cells have other texts.
pub(super) struct Meanings<'m, T> {
    stated: &'m Stated<T>,
    /// The stated texts that a cell has.
    met: BTreeSet<&'m str>,
    /// The texts of cells without a stated meaning.
    others: BTreeSet<String>,
}

impl<'m, T: PartialEq> Meanings<'m, T> {
    /// The meanings that a map states for the texts of a column, before any cell is read.
    pub(super) const fn new(stated: &'m Stated<T>) -> Self {
        Self {
            stated,
            met: BTreeSet::new(),
            others: BTreeSet::new(),
        }
    }

    /// The meaning that is stated for the text of a cell; `None` if none is. Notes that a cell has this text.
    pub(super) fn look_up(&mut self, text: &str) -> Option<&'m T> {
        let found = self.stated.iter().find(|(own, _)| own == text);
        if let Some((stated, _)) = found {
            self.met.insert(stated);
        } else if !self.stated.is_empty() && self.others.len() < MOST && !self.others.contains(text) {
            self.others.insert(text.to_owned());
        }
        found.map(|(_, meaning)| meaning)
    }

    /// Warns of each text of the map that no cell has, if some cell has a text without a stated meaning. There is no
    /// warning for a text if a cell has another text of the same meaning, unless the missing text is nearly the text of
    /// a cell.
    pub(super) fn warn(&self, header: &TableHeader, column: ColumnPlace, problems: &mut Problems) {
        let others = || self.others.iter().map(String::as_str);
        if others().next().is_none() {
            return;
        }
        let (met, unmet): (Vec<_>, Vec<_>) = self
            .stated
            .iter()
            .partition(|(text, _)| self.met.contains(text.as_str()));
        for (text, meaning) in unmet {
            let known = match nearest(text, others()) {
                Some(near) => format!("the nearest is `{}`", excerpt(near)),
                None if met.iter().any(|(_, met)| met == meaning) => continue,
                None => format!("nothing is stated for {}", listed(others(), SHOWN)),
            };
            let text = excerpt(text);
            problems.push(header.place_of(column), TableError::TextNotThere { text, known });
        }
    }
}
