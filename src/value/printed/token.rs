//! A printed text, taken apart into numbers, words and the marks between them.
//!
//! | text | tokens |
//! |---|---|
//! | `Q4 2025` | word `Q`, number 4 (1 digit), blank, number 2025 (4 digits) |
//! | `2025 – 03` | number 2025 (4), hyphen, number 3 (2) |
//! | `ＦＹ２０２６` | word `FY`, number 2026 (4) |
//!
//! How many digits a number has is kept, since `2025-3` and `2025-03` are not one form, and `25` is no year.

use alloc::string::String;
use alloc::vec::Vec;

use crate::value::narrow;

/// A word, number or mark of a printed text, in the forms that everybody writes: upper case, a hyphen for any dash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// The count of digits, and the number that they write.
    Number(usize, u32),
    Word(String),
    /// The number of the month with an English or German name, whole or cut as it is in print: `Sept`, `Mrz`.
    Month(u32),
    /// The mark between two others, without blanks around it; a blank where there is no other mark.
    Mark(char),
}

pub(super) use Token::{Mark, Month, Number, Word};

impl Token {
    /// The tokens of a text; empty if the text is longer than any period.
    pub(super) fn split(text: &str) -> Vec<Self> {
        let mut tokens = Vec::new();
        if text.len() > 80 {
            return tokens;
        }
        let mut rest = text.trim().chars();
        while let Some(printed) = rest.next() {
            let is_of_quarter = rest.as_str().starts_with('季');
            let quarter = digit_of_quarter(printed).filter(|_| is_of_quarter);
            let character = quarter.unwrap_or_else(|| comparable(printed));
            match (tokens.last_mut(), character, character.to_digit(10)) {
                (Some(Number(digits, value)), _, Some(digit)) => {
                    *digits = digits.saturating_add(1);
                    *value = value.saturating_mul(10).saturating_add(digit);
                }
                (_, _, Some(digit)) => tokens.push(Number(1, digit)),
                (Some(Word(word)), letter, _) if letter.is_alphabetic() => word.push(letter),
                (_, letter, _) if letter.is_alphabetic() => tokens.push(Word(String::from(letter))),
                (Some(Mark(_)), ' ', _) => {}
                (Some(Mark(mark)), _, _) if *mark == ' ' => *mark = character,
                (_, mark, _) => tokens.push(Mark(mark)),
            }
        }
        tokens.into_iter().map(Self::or_month).collect()
    }

    /// The month that a word names; any other token as it is.
    fn or_month(self) -> Self {
        let Word(word) = self else { return self };
        let name = word.to_lowercase();
        let is_it = |names: &str| names.split('|').any(|one| one == name);
        let found = MONTHS.iter().zip(1..).find(|(names, _)| is_it(names));
        found.map_or(Word(word), |(_, month)| Month(month))
    }
}

/// The names of each month, with `|` between: in English and in German, of which none is that of two months.
const MONTHS: [&str; 12] = [
    "january|jan|januar|jänner|jän",
    "february|feb|februar|feber",
    "march|mar|märz|mär|mrz",
    "april|apr",
    "may|mai",
    "june|jun|juni",
    "july|jul|juli",
    "august|aug",
    "september|sept|sep",
    "october|oct|oktober|okt",
    "november|nov",
    "december|dec|dezember|dez",
];

/// The digit of the number of a quarter in Chinese, as in `第一季度`. Of nothing else: a `一` among digits is mostly a
/// dash that was mistyped.
const fn digit_of_quarter(character: char) -> Option<char> {
    match character {
        '一' => Some('1'),
        '二' => Some('2'),
        '三' => Some('3'),
        '四' => Some('4'),
        _ => None,
    }
}

/// The character as tokens are compared: narrow, in upper case, any dash a hyphen and any blank a space.
fn comparable(character: char) -> char {
    match narrow(character).to_ascii_uppercase() {
        '‐'..='―' | '−' => '-',
        blank if blank.is_whitespace() => ' ',
        other => other,
    }
}
