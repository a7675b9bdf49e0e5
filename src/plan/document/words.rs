//! The words that stand in documents for what has no name of its own, read and written by the same tables.

use super::super::{Every, Of};
use crate::trajectory::Shape;
use crate::value::Tolerance;

/// Words, each with its meaning.
pub(crate) type Vocabulary<T> = [(&'static str, T)];

/// The word for a meaning; empty if the words have none for it.
pub(super) fn word_for<T: PartialEq>(meaning: &T, words: &Vocabulary<T>) -> &'static str {
    let word = words.iter().find(|(_, other)| other == meaning);
    word.map_or("", |(word, _)| *word)
}

/// How often a goal is looked at, if not in periods of one length.
pub(super) const EVERY: &Vocabulary<Every> = &[("figure", Every::Figure)];

/// What a target can be of without saying more.
pub(super) const OF: &Vocabulary<Of> = &[("total", Of::Total)];

pub(super) const PATHS: &Vocabulary<Shape> = &[
    ("linear", Shape::Linear),
    ("constant_growth", Shape::ConstantGrowth),
    ("hold", Shape::Hold),
];

/// The curves whose path is a map, and not a name alone.
pub(super) const CURVES: &Vocabulary<()> = &[("logistic", ())];

/// The word for a tolerance that nobody published.
pub(super) const NOT_STATED: &Vocabulary<Tolerance> = &[("not_stated", Tolerance::NotStated)];
