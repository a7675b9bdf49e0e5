//! What the head of a period says of all figures beneath it.
//!
//! | head | `periods` | is of | its figures are |
//! |---|---|---|---|
//! | `2024p`, `2024 (p)` | `*` | 2024 | provisional, where `flags` are Eurostat's; else the head is refused |
//! | `2024(初步)`, `2024年快报` | `*` | 2024 | provisional |
//! | `2019 (revised)` | `* (*` | 2019 | final |
//! | `2019 [YR2019]` | `* [*` | 2019 | final: the period is said again |
//! | `2019 (EUR)` | `* (EUR)` | 2019 | final: the map itself says what stands there |
//! | `2019 (EUR)` | `* (*` | 2019 | final, and a warning says that `(EUR)` was not read |
//!
//! The letters are those that can stand after a number, and the words those of a column of flags.

use alloc::string::String;

use super::printed::{Times, flags_in_words, has_form, within_brackets};
use crate::series::Flags;

/// The most letters without brackets that are flags: those of `2024 bp` are, and `need` in `2024 need` is a word.
const MOST_LETTERS: usize = 2;

/// A head that ends in flags: what stands before them, and the flags. `None` if it ends in none.
pub(super) fn parted(head: &str, has_letters: bool) -> Option<(&str, Flags)> {
    let mut ends = head.char_indices().skip(1).map(|(end, _)| end);
    ends.find_map(|end| {
        let (before, after) = head.split_at_checked(end)?;
        Some((before.trim_end(), flags_in(after, has_letters)?))
    })
}

/// The flags that the head of a period says after it, of which `texts` can be the period, or `None` if nobody knows
/// what it says there.
///
/// Nothing is said where nothing stands, where the period is repeated, and where one of the `patterns` of the map has
/// the same text after its star, unless these are letters of Eurostat's of which the map does not say that they are.
pub(super) fn flags_after_period(
    head: &str,
    texts: &[&str],
    patterns: &[String],
    has_letters: bool,
    times: &Times,
) -> Option<Flags> {
    let period = texts.iter().find(|text| has_form(text, times))?;
    let (_, after) = head.split_once(period)?;
    let said = within_brackets(after.trim());
    let is_stated = || {
        let mut after_stars = patterns.iter().filter_map(|pattern| pattern.split_once('*'));
        after_stars.any(|(_, stated)| stated == after) && flags_in(after, true).is_none()
    };
    if said.is_empty() || said.strip_prefix("YR").unwrap_or(said) == *period {
        return Some(Flags::NONE);
    }
    flags_in(after, has_letters).or_else(|| is_stated().then_some(Flags::NONE))
}

/// The flags that stand after a period: in words or, if `has_letters` says that letters are flags, in Eurostat's, of
/// which many need brackets. `None` for any other text, and for flags that say that there is no value.
fn flags_in(after: &str, has_letters: bool) -> Option<Flags> {
    let after = after.trim();
    let said = within_brackets(after);
    let are_letters = has_letters
        && said.bytes().all(|letter| letter.is_ascii_lowercase())
        && (said.len() <= MOST_LETTERS || said.len() < after.len());
    let in_letters = || Flags::from_eurostat(said).ok().filter(|_| are_letters);
    let flags = in_letters().or_else(|| flags_in_words(said));
    flags.filter(|flags| said.contains(char::is_alphabetic) && !flags.exclude_a_value())
}
