//! What things are called in each [`Language`].
//!
//! Words are phrases: no capital letter at the beginning and no full stop at the end, ready to stand in a table or a sentence.

mod caveat;
mod goal;
mod growth;
mod heading;
mod period;
mod plan;
mod reason;
mod status;

use alloc::borrow::ToOwned;
use alloc::string::String;

pub(super) use goal::with_unit;
pub use heading::Heading;
pub(super) use period::date;

use crate::value::Language;

/// A thing with what it is called.
///
/// # Examples
///
/// ```
/// use milepost::report::Worded;
/// use milepost::{Language, Status};
///
/// let status = Worded::new(Status::OnTrack, Status::OnTrack.words(Language::English));
/// assert_eq!(status.words, "on track");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Worded<T> {
    /// The thing, by the name that machines know.
    pub value: T,
    /// What it is called in the language of the report.
    pub words: String,
}

impl<T> Worded<T> {
    /// A thing with these words.
    #[must_use]
    pub fn new(value: T, words: impl Into<String>) -> Self {
        Self {
            value,
            words: words.into(),
        }
    }
}

/// The one of the three that is in this language: English, simplified and traditional Chinese.
pub(super) const fn choose(language: Language, words: [&'static str; 3]) -> &'static str {
    let [english, simplified, traditional] = words;
    match language {
        Language::English => english,
        Language::SimplifiedChinese => simplified,
        Language::TraditionalChinese => traditional,
    }
}

/// A sentence with `{0}`, `{1}` … replaced by the values: each language has its own order.
pub(super) fn fill(sentence: &str, values: &[&str]) -> String {
    let mut parts = sentence.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (index, rest) = part.split_once('}').unwrap_or(("", part));
        let value = index.parse::<usize>().ok().and_then(|index| values.get(index));
        filled.push_str(value.copied().unwrap_or_default());
        filled.push_str(rest);
    }
    filled
}

/// Several phrases as one list.
pub(super) fn list<S: AsRef<str>>(phrases: impl IntoIterator<Item = S>, language: Language) -> String {
    let between = choose(language, ["; ", "；", "；"]);
    let mut joined = String::new();
    for phrase in phrases {
        if !joined.is_empty() {
            joined.push_str(between);
        }
        joined.push_str(phrase.as_ref());
    }
    joined
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Words that a reader can use: not empty, complete, and without letters of another script.
    pub(in crate::report) fn assert_readable(words: &str, language: Language) {
        assert!(!words.trim().is_empty());
        assert!(!words.contains(['{', '}']), "{words}");
        assert!(!words.ends_with(['.', '。', ' ', ',', '，']), "{words}");
        let has_latin = words.chars().any(|one| one.is_ascii_alphabetic());
        let has_chinese = words.chars().any(|one| ('\u{4e00}'..='\u{9fff}').contains(&one));
        assert_eq!(has_latin, language == Language::English, "{words}");
        assert_eq!(has_chinese, language != Language::English, "{words}");
    }

    /// Words of things that differ, in every language.
    pub(in crate::report) fn assert_all_differ<T: Copy>(all: &[T], words: impl Fn(T, Language) -> String) {
        for language in Language::ALL {
            let mut seen = alloc::collections::BTreeSet::new();
            for &one in all {
                let words = words(one, language);
                assert_readable(&words, language);
                assert!(seen.insert(words.clone()), "`{words}` stands for two things");
            }
        }
    }

    #[test]
    fn sentences_are_filled_in_the_order_of_the_language() {
        assert_eq!(fill("{0} of {1} periods", &["3", "4"]), "3 of 4 periods");
        assert_eq!(fill("{1}期中{0}期", &["3", "4"]), "4期中3期");
        assert_eq!(fill("{0}", &["{1}", "b"]), "{1}");
        assert_eq!(list(["a", "b"], Language::SimplifiedChinese), "a；b");
        assert_eq!(list([""; 0], Language::English), "");
    }
}
