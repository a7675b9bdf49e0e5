//! The known words that an author probably meant.

use alloc::vec::Vec;

use super::ProblemKind;
use crate::value::{Code, nearest};

/// How many known words one check compares in all with words that it does not know: enough for every reference of a
/// plan with some hundred promises, and little work beside the rest of the check if fifty thousand references are
/// unknown.
const WORDS_OF_A_CHECK: usize = 200_000;

/// How many known codes a message lists at most where none of them is near.
pub(super) const LISTED_CODES: usize = 8;

/// The budget of one check for searches of the nearest known word.
#[derive(Debug)]
pub(super) struct Search {
    /// How many known words may still be compared.
    words_left: usize,
}

impl Search {
    /// The full budget of a check: [`WORDS_OF_A_CHECK`].
    pub(super) const fn new() -> Self {
        Self {
            words_left: WORDS_OF_A_CHECK,
        }
    }

    /// The nearest of these words, as [`nearest`] finds it; `None` too if the budget is used up.
    pub(super) fn nearest<'a>(&mut self, text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        if self.words_left == 0 {
            return None;
        }
        let count = |_: &&str| self.words_left = self.words_left.saturating_sub(1);
        nearest(text, known.into_iter().inspect(count))
    }

    /// The nearest of these codes; `None` if none is near, or the budget is used up.
    pub(super) fn nearest_code<'a>(
        &mut self,
        code: &'a Code,
        known: impl IntoIterator<Item = &'a Code>,
    ) -> Option<Code> {
        let nearest = self.nearest(code.as_str(), known.into_iter().map(Code::as_str));
        nearest.and_then(|nearest| Code::new(nearest).ok())
    }

    /// The problem that a code is not among the `known` ones, with the nearest of them, or all if none is near and they
    /// are few. `sought` says what sort of part the code should name.
    pub(super) fn unknown_code<'a>(
        &mut self,
        code: &'a Code,
        sought: &'static str,
        known: impl IntoIterator<Item = &'a Code>,
    ) -> ProblemKind {
        let mut few = Vec::new();
        // One code more than are listed shows that they are too many.
        let compared = known.into_iter().inspect(|known| {
            if few.len() <= LISTED_CODES {
                few.push(*known);
            }
        });
        let nearest = self.nearest_code(code, compared);
        if nearest.is_some() || few.len() > LISTED_CODES {
            few.clear();
        }
        ProblemKind::UnknownCode {
            code: code.clone(),
            sought,
            nearest,
            known: few.into_iter().cloned().collect(),
            instead: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_ends_when_it_has_cost_enough() {
        let mut search = Search::new();
        let known = vec!["name"; 60_000];
        // One that is begun is ended.
        for expected in [Some("name"), Some("name"), Some("name"), Some("name"), None] {
            assert_eq!(search.nearest("nmae", known.iter().copied()), expected);
        }
    }
}
