//! Texts that rows repeat, so that each is read once.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;
use std::collections::HashMap;

/// How many texts are remembered, so that a column in which none comes back fills no memory.
const MOST: usize = 10_000;

/// The texts of a column that were met, each with what it was read as.
#[derive(Debug)]
pub(super) struct Memo<T>(HashMap<Vec<u8>, T>);

impl<T> Default for Memo<T> {
    /// No text yet, for any value: a derived default would ask for the default of a value.
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Copy> Memo<T> {
    /// What a text is read as: by `read`, unless it was read before.
    pub(super) fn read_as<E>(&mut self, text: &[u8], read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if let Some(known) = self.0.get(text) {
            return Ok(*known);
        }
        let meaning = read()?;
        if self.0.len() < MOST {
            self.0.insert(text.to_owned(), meaning);
        }
        Ok(meaning)
    }
}
