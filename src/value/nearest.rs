//! The nearest of known words to one that is none of them.

use alloc::vec::Vec;
use core::mem;

/// The known word that is nearest to a text: the first of those with the fewest differences, which may be as many as a
/// third of the characters of the longer one. `None` if no word is so near.
pub(crate) fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = text.chars().count();
    let mut found: Option<(usize, &str)> = None;
    for word in known {
        let own_length = word.chars().count();
        let near = length.max(own_length).checked_div(3)?;
        // The first of several that are as near is kept.
        let allowed = match found {
            None => near,
            Some((0, _)) => break,
            Some((distance, _)) => near.min(distance.saturating_sub(1)),
        };
        if length.abs_diff(own_length) <= allowed {
            found = distance_within(allowed, text, word)
                .map(|distance| (distance, word))
                .or(found);
        }
    }
    found.map(|(_, word)| word)
}

/// How many characters must be inserted, left out, replaced or swapped with their neighbour to get from one text to the
/// other, capitals aside; `None` if these are more than `allowed`.
///
/// The optimal string alignment distance, row by row.
fn distance_within(allowed: usize, one: &str, two: &str) -> Option<usize> {
    let two: Vec<char> = two.chars().collect();
    let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX);
    let least = |row: &[usize]| row.iter().copied().min().unwrap_or(usize::MAX);
    let (mut before, mut last) = (Vec::new(), (0..=two.len()).collect::<Vec<_>>());
    let mut left_neighbour = None;
    for (row, character) in one.chars().enumerate() {
        let mut next = Vec::from([row.saturating_add(1)]);
        let mut upper_neighbour = None;
        for (column, &other) in two.iter().enumerate() {
            let replaced = cell(&last, column).saturating_add(usize::from(!character.eq_ignore_ascii_case(&other)));
            let left_out = cell(&last, column.saturating_add(1)).saturating_add(1);
            let inserted = cell(&next, column).saturating_add(1);
            let is_swap = left_neighbour == Some(other) && upper_neighbour == Some(character);
            let swapped = match column.checked_sub(1) {
                Some(column) if is_swap => cell(&before, column).saturating_add(1),
                _ => usize::MAX,
            };
            next.push(replaced.min(left_out).min(inserted).min(swapped));
            upper_neighbour = Some(other);
        }
        before = mem::replace(&mut last, next);
        left_neighbour = Some(character);
        // Every further row builds on these two, and a swap on the one before costs one more.
        if least(&last) > allowed && least(&before) >= allowed {
            return None;
        }
    }
    Some(cell(&last, two.len())).filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (one, two, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("deadline", "deadline", 0),
            ("deadlin", "deadline", 1),
            ("deadlien", "deadline", 1),
            ("kitten", "sitting", 3),
            ("valeu", "value", 1),
            ("ca", "abc", 3),
            ("值班", "值", 1),
        ] {
            for (one, two) in [(one, two), (two, one)] {
                for allowed in 0..6 {
                    let distance = (expected <= allowed).then_some(expected);
                    assert_eq!(distance_within(allowed, one, two), distance, "{one} {two} {allowed}");
                }
            }
        }
    }

    #[test]
    fn what_is_near() {
        let known = ["code", "name", "deadline", "alternative_to"];
        for (text, expected) in [
            ("nme", Some("name")),
            ("dead_line", Some("deadline")),
            ("alternativeTo", Some("alternative_to")),
            ("NAME", Some("name")),
            ("cod", Some("code")),
            ("colour", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(text, known), expected, "{text}");
        }
    }
}
