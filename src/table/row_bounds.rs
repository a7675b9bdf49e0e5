//! Bounds of promises, as the sign before a value says them, the map, or where the baseline lies.
//!
//! In a document a goal has a field for its bound (`"at_least": "88"`); a table has a column of numbers, and perhaps
//! one of bounds. A goal of a row says both apart, and here they become the field:
//!
//! | cell of `value` | `bound` | field of the goal |
//! |---|---|---|
//! | `88` | `at_least` | `at_least`: 88 |
//! | `≥ 95` | none, or one of the map | `at_least`: 95 |
//! | `40–60` | none, or one of the map | `within`: 40, 60 |
//! | `≥ 95` | `at_most`, in a column of the row | refused: two bounds |
//! | `88` | `from_baseline` | `at_least`: 88, if the row's baseline is less; `at_most`, if it is more |
//! | `88` | none | refused: whether more or less is better is never guessed |
//! | `~5` | `at_least` | `at_least`: 5, with a `tolerance` that is `not_stated`, unless the goal says another |
//! | `~5` | none | refused too |
//! | `> 5, ≤ 6` | any | refused: no bound of a goal is such |
//!
//! A bound that the map gives once for all rows is that of cells without a sign: a column may mix `88`, `>7` and `≤ 5`.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::figure::OR_STATE;
use super::pattern::Entries;
use super::words::{BOUNDS, FROM_BASELINE};
use crate::plan::document::reader::Node;
use crate::plan::document::tree::Tree;
use crate::plan::{ProblemKind, Problems, TableError};
use crate::value::decimal::parse;

/// How far beside its bound a number is near enough, and the word where nobody says it: for one that is *about* right.
const TOLERANCE: &str = "tolerance";
const NOT_STATED: &str = "not_stated";

/// The fields of a row's goal, its `bound` and `value` made into the one field that a document has (`at_least`): it is
/// named by the bound that the sign in the cell says, or else the row or the map. If `bound_of_row` is true, the row
/// itself says `bound`, and cannot say another than the sign. The error is what is wrong, with the name of the field
/// that is.
pub(super) fn with_bound(
    mut entries: Entries,
    bound_of_row: bool,
) -> Result<Entries, (&'static str, Box<ProblemKind>)> {
    let mut take = |key: &str| {
        let place = entries.iter().position(|(own, _)| own == key)?;
        Some(entries.remove(place).1)
    };
    let (bound, value) = (take("bound"), take("value"));
    let bound = match bound {
        Some(word) => Some(known_bound(&word).map_err(|error| ("bound", error.into()))?),
        None => None,
    };
    let Some(value) = value else { return Ok(entries) };
    let wrong = |error| ("value", Box::new(ProblemKind::Table(error)));
    let missing = || wrong(TableError::MissingBound);
    let mut is_about = false;
    let (bound_of_sign, value) = match value {
        Tree::Map(mut limits) => match (limits.pop(), limits.pop()) {
            (Some((high, highest)), Some((low, lowest))) if high == "at_most" && low == "at_least" => {
                (Some("within".to_owned()), Tree::List(Vec::from([lowest, highest])))
            }
            (Some((own, value)), None) => {
                is_about = own == "approximately";
                (Some(own).filter(|_| !is_about), value)
            }
            _ => return Err(missing()),
        },
        value => (None, value),
    };
    if is_about && entries.iter().all(|(key, _)| key != TOLERANCE) {
        entries.push((TOLERANCE.to_owned(), Tree::Text(NOT_STATED.to_owned())));
    }
    let of_row = bound.clone().filter(|bound| bound_of_row && bound != FROM_BASELINE);
    let both = bound_of_sign.clone().zip(of_row);
    if let Some((own, bound)) = both.filter(|(own, bound)| own != bound) {
        return Err(wrong(TableError::TwoBounds { own, bound }));
    }
    entries.push((bound_of_sign.or(bound).ok_or_else(missing)?, value));
    Ok(entries)
}

/// The fields of a target. A bound `from_baseline` in its goal becomes `at_least` if the promised value lies above the
/// baseline, and `at_most` if it lies below. Such a target is refused if its goal is no level, if its baseline is no
/// number, or if both are equal.
pub(super) fn with_bound_from_baseline(mut entries: Entries) -> Result<Entries, ProblemKind> {
    let field = |key: &str| entries.iter().find(|(own, _)| own == key).map(|(_, inner)| inner);
    let is_level = matches!(field("goal").and_then(|goal| goal.get("kind")), Some(Tree::Text(kind)) if kind == "level");
    let from = field("baseline")
        .and_then(|baseline| number_in(baseline.get("value")?))
        .filter(|_| is_level);
    let goal = entries.iter_mut().find(|(key, _)| key == "goal");
    let Some((_, Tree::Map(goal))) = goal else {
        return Ok(entries);
    };
    if let Some((bound, value)) = goal.iter_mut().find(|(key, _)| key == FROM_BASELINE) {
        *bound = match (from, number_in(value)) {
            (Some(from), Some(to)) if to > from => "at_least".to_owned(),
            (Some(from), Some(to)) if to < from => "at_most".to_owned(),
            _ => return Err(TableError::NoDirection.into()),
        };
    }
    Ok(entries)
}

/// The number in a value of a document, written as text or number; `None` if it is none.
fn number_in(value: &Tree) -> Option<Decimal> {
    match value {
        Tree::Text(digits) | Tree::Number(digits) => parse(digits).ok(),
        _ => None,
    }
}

/// The word in the field `bound` of a row's goal, which must be one of [`BOUNDS`]. The error is what is wrong with it.
fn known_bound(word: &Tree) -> Result<String, ProblemKind> {
    let (node, mut found) = (Node::root(word), Problems::none());
    if let (Some(()), Tree::Text(word)) = (node.word_or(BOUNDS, OR_STATE, &mut found), word) {
        return Ok(word.clone());
    }
    let wrong = found.iter().next().map(|problem| problem.kind().clone());
    Err(wrong.unwrap_or_else(|| TableError::MissingBound.into()))
}
