//! What an author probably meant by a word or a field that documents do not know.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::loose::gathered;
use super::noun::Noun;
use super::synonyms::{advice_on_word, said_otherwise, word_of_documents};
use super::tree::Tree;
use crate::value::nearest;

/// The known word that is probably meant by an unknown one, if there is one; and the words of a message that name it,
/// or if there is none, all known words.
pub(crate) fn hint(word: &str, known: &[&'static str]) -> (Option<&'static str>, String) {
    let near = word_of_documents(word, known).or_else(|| nearest(word, known.iter().copied()));
    let hint = match near {
        Some(near) => format!("the nearest is `{near}`{}", advice_on_word(word, near)),
        None => can_stand_here(known),
    };
    (near, hint)
}

/// The words of a message that list all words that can stand at a place.
fn can_stand_here(known: &[&str]) -> String {
    format!("what can stand here is `{}`", known.join("`, `"))
}

/// The names of the fields of a noun, among which the one is sought that an unknown field of a map means.
pub(super) struct FieldNames<'t> {
    noun: &'static str,
    entries: &'t [(String, Tree)],
    all: Vec<&'static str>,
    /// The fields that the map does not have.
    unused: Vec<&'static str>,
    /// As many numbers as there may be searches for what an unknown field means.
    searches_left: core::ops::Range<usize>,
}

impl<'t> FieldNames<'t> {
    /// How many unknown fields of one map are looked up: a map with more was not misspelt, it is something else.
    const SEARCHES: usize = 100;

    /// The field names of a noun, and which of them the entries of a map do not have: the likeliest meaning of a
    /// misspelt field.
    pub(super) fn of(noun: &Noun, entries: &'t [(String, Tree)]) -> Self {
        let all: Vec<_> = noun.fields().map(|known| known.name).collect();
        let is_there = |name: &str| entries.iter().any(|(key, _)| key == name);
        let unused = all.iter().copied().filter(|name| !is_there(name)).collect();
        let searches_left = 0..Self::SEARCHES;
        Self {
            noun: noun.name,
            entries,
            all,
            unused,
            searches_left,
        }
    }

    /// The field that an unknown one probably means, and the words of a message that name it: that of which it says a
    /// piece, else by the table of what authors write otherwise, else the nearest field that the map does not have,
    /// else the nearest of all, also without the name of the noun before it (`indicator_name`), else the only field.
    /// `None` if there is none of these, or [`SEARCHES`](Self::SEARCHES) unknown fields were looked up.
    pub(super) fn nearest_to(&mut self, key: &str) -> Option<(&'static str, String)> {
        self.searches_left.next()?;
        if let Some(found) = gathered(key, self.entries, &self.all) {
            return Some(found);
        }
        if let Some((field, how)) = said_otherwise(key, &self.all) {
            return Some((field, how.into()));
        }
        let is_parted = |rest: &&str| rest.starts_with(|letter: char| letter == '_' || letter.is_ascii_uppercase());
        let own = key.strip_prefix(self.noun).filter(is_parted);
        let own = own.map(|rest| rest.trim_start_matches('_'));
        let nearest = |known: &[&'static str]| {
            let near = [Some(key), own].into_iter().flatten().map(|key| hint(key, known));
            near.into_iter()
                .find_map(|(near, words)| near.map(|near| (near, words)))
        };
        let only = || match self.all.as_slice() {
            [only] => Some((*only, self.in_words())),
            _ => None,
        };
        nearest(&self.unused).or_else(|| nearest(&self.all)).or_else(only)
    }

    /// All fields, as a message lists them.
    pub(super) fn in_words(&self) -> String {
        can_stand_here(&self.all)
    }
}
