//! Texts that rows repeat, so that each is read once.
//!
//! Published tables are sorted: region by region, each with the same years. So a row mostly has the text of the row
//! before it, or the one that was first met after that one; these two are compared before all others.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;
use std::collections::HashMap;

/// How many texts are remembered, so that a column in which none comes back fills no memory.
const MOST: usize = 10_000;

/// The texts that a column was met to have, each with what it was read as.
#[derive(Debug)]
pub(super) struct Memo<T> {
    /// In the order in which they were first met.
    met: Vec<(Vec<u8>, T)>,
    /// The place of each among them.
    places: HashMap<Vec<u8>, usize>,
    /// The place of the text that was last asked for.
    last: usize,
}

impl<T> Default for Memo<T> {
    /// No text yet. A derived default would need a default of the values.
    fn default() -> Self {
        Self {
            met: Vec::new(),
            places: HashMap::new(),
            last: 0,
        }
    }
}

impl<T: Copy> Memo<T> {
    /// What a text is read as: what it was read as before, else what `read` makes of it now. Errors are not remembered.
    pub(super) fn meaning_or_read<E>(&mut self, text: &[u8], read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if let Some(known) = self.meaning_of(text) {
            return Ok(known);
        }
        let meaning = read()?;
        self.remember(text, meaning);
        Ok(meaning)
    }

    /// What a text was read as; `None` if it is not remembered. The text that was last asked for and the one first met
    /// after it are compared before all others are searched.
    pub(super) fn meaning_of(&mut self, text: &[u8]) -> Option<T> {
        let mut sorted = self.met.iter().enumerate().skip(self.last).take(2);
        let near = sorted.find(|(_, (known, _))| known == text);
        self.last = match near {
            Some((place, _)) => place,
            None => *self.places.get(text)?,
        };
        self.met.get(self.last).map(|(_, meaning)| *meaning)
    }

    /// Remembers the meaning of a text that is not remembered yet, unless [`MOST`] texts are.
    pub(super) fn remember(&mut self, text: &[u8], meaning: T) {
        let place = self.met.len();
        if place < MOST {
            self.met.push((text.to_owned(), meaning));
            self.places.insert(text.to_owned(), place);
            self.last = place;
        }
    }
}
