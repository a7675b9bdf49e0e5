//! What stands behind a period: in the head of a wide table it is said of all figures beneath, in a cell of its row.
//!
//! | head | `periods` | is of | its figures are |
//! |---|---|---|---|
//! | `2024p`, `2024 (p)` | `*` | 2024 | provisional, where `flags` are Eurostat's; else the head is refused |
//! | `2024*` | `*` | 2024 | provisional, where `flags` are `{"*": "provisional"}` |
//! | `2024(初步)`, `2024年快报` | `*` | 2024 | provisional |
//! | `2019 (revised)` | `* (*` | 2019 | final |
//! | `2019 [YR2019]` | `* [*` | 2019 | final: the period is said again |
//! | `2019 (EUR)` | `* (EUR)` | 2019 | final: the map itself says what stands there |
//! | `2019 (EUR)` | `* (*` | 2019 | final, and a warning says that `(EUR)` was not read |
//!
//! The letters are those that can stand after a number, and the words those of a column of flags.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

use super::printed::{Times, ValueForms, flags_in_words, has_form, within_brackets};
use crate::series::Flags;

/// The most letters without brackets that are flags: those of `2024 bp` are, and `need` in `2024 need` is a word.
const MOST_LETTERS: usize = 2;

/// A text that ends in flags: what stands before them, and the flags. `None` if it ends in none.
pub(super) fn parted<'h>(text: &'h str, forms: &ValueForms) -> Option<(&'h str, Flags)> {
    let mut ends = text.char_indices().skip(1).map(|(end, _)| end);
    ends.find_map(|end| {
        let (before, after) = text.split_at_checked(end)?;
        Some((before.trim_end(), flags_in(after, forms)?))
    })
}

/// What the text of a cell says without the flags at its end, and those flags: of `2025*`, `2025` and what the map
/// states of `*`. `is_said` tells whether a text is one of its column; none but such a text is taken for what stands
/// before flags. A text whose meaning the map states (`is_stated`) stays whole, and the flags at its end count all the
/// same.
pub(super) fn without_flags<'c>(
    text: &'c str,
    forms: &ValueForms,
    is_stated: bool,
    is_said: impl Fn(&str) -> bool,
) -> (&'c str, Flags) {
    if !is_stated && is_said(text) {
        return (text, Flags::NONE);
    }
    match parted(text, forms) {
        Some((_, flags)) if is_stated => (text, flags),
        Some((before, flags)) if is_said(before) => (before, flags),
        _ => (text, Flags::NONE),
    }
}

/// A text without a mark that stands within it, and the flags that the map states of that mark: of `Mar* 2025`, `Mar
/// 2025`. As it is, where it is one of its column with its marks, or none without them.
pub(super) fn without_mark_within<'c>(
    text: &'c str,
    forms: &ValueForms,
    is_said: impl Fn(&str) -> bool,
) -> (Cow<'c, str>, Flags) {
    let marks = forms
        .marks()
        .filter(|mark| !mark.is_empty() && !mark.contains(char::is_alphanumeric));
    let mut without = marks.filter_map(|mark| {
        let (before, after) = text.split_once(mark)?;
        let without = format!("{before}{after}");
        Some((without, forms.stated_flags(mark)?)).filter(|(without, _)| is_said(without))
    });
    let found = Some(text).filter(|text| !is_said(text)).and_then(|_| without.next());
    found.map_or((Cow::Borrowed(text), Flags::NONE), |(without, flags)| {
        (Cow::Owned(without), flags)
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
    forms: &ValueForms,
    times: &Times,
) -> Option<Flags> {
    let period = texts.iter().find(|text| has_form(text, times))?;
    let (_, after) = head.split_once(period)?;
    let said = within_brackets(after.trim());
    let is_stated = || {
        let mut after_stars = patterns.iter().filter_map(|pattern| pattern.split_once('*'));
        after_stars.any(|(_, stated)| stated == after) && letters_in(after).is_none()
    };
    if said.is_empty() || said.strip_prefix("YR").unwrap_or(said) == *period {
        return Some(Flags::NONE);
    }
    flags_in(after, forms).or_else(|| is_stated().then_some(Flags::NONE))
}

/// The flags that stand after a period: in words, as the map states them of a mark, or in Eurostat's letters, where it
/// says that letters are these. `None` for any other text, and for flags that say that there is no value.
fn flags_in(after: &str, forms: &ValueForms) -> Option<Flags> {
    let stated = || forms.stated_flags(after);
    let in_letters = || letters_in(after).filter(|_| forms.has_flags);
    let in_words = || flags_in_words(within_brackets(after.trim())).filter(|_| after.contains(char::is_alphabetic));
    let flags = stated().or_else(in_letters).or_else(in_words);
    flags.filter(|flags| !flags.exclude_a_value())
}

/// The flags in Eurostat's letters after a period, of which many need brackets.
fn letters_in(after: &str) -> Option<Flags> {
    let after = after.trim();
    let said = within_brackets(after);
    let are_letters = !said.is_empty()
        && said.bytes().all(|letter| letter.is_ascii_lowercase())
        && (said.len() <= MOST_LETTERS || said.len() < after.len());
    Flags::from_eurostat(said).ok().filter(|_| are_letters)
}
