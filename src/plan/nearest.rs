//! What an author probably meant.

use alloc::vec::Vec;
use core::mem;

/// The known word that is nearest to a text, if one is near: no more than a third of its characters apart.
pub(super) fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = text.chars().count();
    known
        .into_iter()
        .filter_map(|word| {
            let own_length = word.chars().count();
            let allowed = length.max(own_length).checked_div(3)?;
            // A long text is not compared with every word.
            let distance = (length.abs_diff(own_length) <= allowed).then(|| distance(text, word))?;
            (distance <= allowed).then_some((distance, word))
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, word)| word)
}

/// How many characters are inserted, left out, replaced or swapped with their neighbour to get from one text to the other.
///
/// The optimal string alignment distance, row by row.
fn distance(one: &str, two: &str) -> usize {
    let two: Vec<char> = two.chars().collect();
    let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX);
    let (mut before, mut last) = (Vec::new(), (0..=two.len()).collect::<Vec<_>>());
    let mut left_neighbour = None;
    for (row, character) in one.chars().enumerate() {
        let mut next = Vec::from([row.saturating_add(1)]);
        let mut upper_neighbour = None;
        for (column, &other) in two.iter().enumerate() {
            let replaced = cell(&last, column).saturating_add(usize::from(character != other));
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
    }
    cell(&last, two.len())
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
            assert_eq!(distance(one, two), expected, "{one} {two}");
            assert_eq!(distance(two, one), expected, "{two} {one}");
        }
    }

    #[test]
    fn what_is_near() {
        let known = ["code", "name", "deadline", "alternative_to"];
        for (text, expected) in [
            ("nme", Some("name")),
            ("dead_line", Some("deadline")),
            ("alternativeTo", Some("alternative_to")),
            ("cod", Some("code")),
            ("colour", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(text, known), expected, "{text}");
        }
    }
}
