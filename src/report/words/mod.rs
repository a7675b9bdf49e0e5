//! The words for things in each [language](crate::Language).
//!
//! Words are phrases: no capital letter at the beginning and no full stop at the end, ready to stand in a table or a
//! sentence. Each language is one table in one file; everything else names keys.

mod english;
mod heading;
mod language;
mod noun;
mod period;
mod reason;
mod simplified_chinese;
mod traditional_chinese;
mod word;

use alloc::string::String;

pub use heading::Heading;
#[cfg(feature = "schemars")]
pub(super) use heading::titles;

pub(super) use noun::{rule_words, undated_words};
pub(super) use period::{
    age, age_in_years, each, in_each, is_told_from_to, length, of_time, span_in_brackets, times_at_least, when_between,
};
pub(crate) use period::{date, in_brackets, when};
pub(crate) use word::{Label, Phrase};

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
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(rename = "Worded{T}"))]
pub struct Worded<T> {
    /// The thing, by the name that machines know.
    pub value: T,
    /// The words in the language of the report.
    pub words: String,
}

impl<T> Worded<T> {
    /// A thing with these words.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::report::Worded;
    /// use milepost::{Language, Unit};
    ///
    /// // Whatever has a name for machines and words for people: a template shows the one and links by the other.
    /// let unit = Unit::percent();
    /// let worded = Worded::new(unit.code().clone(), unit.words(Language::English));
    /// assert_eq!((worded.value.as_str(), worded.words.as_str()), ("1", "%"));
    /// ```
    pub fn new(value: T, words: impl Into<String>) -> Self {
        Self {
            value,
            words: words.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::{BTreeMap, BTreeSet};
    use core::fmt;

    use super::language::fill;
    use super::word::SLOTS;
    use super::{english, simplified_chinese, traditional_chinese};
    use crate::value::Language;

    /// A noun, what of it, and its words.
    type Line = (&'static str, &'static str, &'static str);

    const TABLES: [(Language, &[Line]); 3] = [
        (Language::English, english::LINES),
        (Language::SimplifiedChinese, simplified_chinese::LINES),
        (Language::TraditionalChinese, traditional_chinese::LINES),
    ];

    /// The names of the slots.
    fn slots(words: &str) -> BTreeSet<&str> {
        let parts = words.split('{').skip(1);
        parts.map(|part| part.split_once('}').unwrap().0).collect()
    }

    /// Words that a reader can use: not empty, complete, and without letters of another script.
    fn assert_readable(words: &str, language: Language) {
        assert!(!words.trim().is_empty());
        assert!(!words.contains(['{', '}']), "{words}");
        assert!(!words.ends_with(['.', '。', ' ', ',', '，']), "{words}");
        let has_latin = words.chars().any(|one| one.is_ascii_alphabetic());
        let has_chinese = words.chars().any(|one| ('\u{4e00}'..='\u{9fff}').contains(&one));
        assert_eq!(has_latin, language == Language::English, "{words}");
        assert_eq!(has_chinese, language != Language::English, "{words}");
    }

    /// Words of things that differ, in every language.
    pub(super) fn assert_all_differ<T: Copy>(all: &[T], words: impl Fn(T, Language) -> String) {
        for &language in Language::ALL {
            let mut seen = BTreeSet::new();
            for &one in all {
                let words = words(one, language);
                assert_readable(&words, language);
                assert!(seen.insert(words.clone()), "`{words}` stands for two things");
            }
        }
    }

    /// That nothing is forgotten which the noun can be.
    pub(super) fn assert_all(noun: &str, all: &[impl fmt::Debug]) {
        let name = |one| format!("{one:?}").split([' ', '{', '(']).next().unwrap().to_owned();
        let named: BTreeSet<String> = all.iter().map(name).collect();
        let lines = english::LINES.iter().filter(|(of, ..)| *of == noun);
        assert_eq!(named, lines.map(|(_, variant, _)| String::from(*variant)).collect());
    }

    /// What is written in another way in most of these words is so in all of them, but for two characters of both
    /// scripts: of 注 two are one in simplified words, and 口径 is another word in traditional ones.
    #[test]
    fn no_word_mixes_the_characters_of_both_scripts() {
        let lines = || simplified_chinese::LINES.iter().zip(traditional_chinese::LINES);
        let alike = lines().filter(|(one, other)| one.2.chars().count() == other.2.chars().count());
        let pairs = alike.flat_map(|(one, other)| one.2.chars().zip(other.2.chars()));
        let (mut simplified, mut traditional) = (BTreeMap::new(), BTreeMap::new());
        for (one, other) in pairs.filter(|(one, _)| !['注', '口'].contains(one)) {
            let differs = if one == other { -1 } else { 1 };
            *simplified.entry(one).or_insert(0) += differs;
            *traditional.entry(other).or_insert(0) += differs;
        }
        let is_in = |script: &BTreeMap<char, i32>, one: char| script.get(&one).is_some_and(|differs| *differs > 0);
        for ((_, variant, one), (_, _, other)) in lines() {
            let foreign = |one: &char, own: &_, other: &_| is_in(other, *one) && !is_in(own, *one);
            let in_simplified = one.chars().find(|one| foreign(one, &simplified, &traditional));
            let in_traditional = other.chars().find(|one| foreign(one, &traditional, &simplified));
            assert_eq!((in_simplified, in_traditional), (None, None), "{variant}");
        }
    }

    #[test]
    fn every_language_fills_the_same_gaps() {
        assert_eq!(TABLES.map(|(language, _)| language).as_slice(), Language::ALL);
        let (_, first) = TABLES[0];
        for &(noun, variant, words) in first {
            let of = |lines: &[Line]| lines.iter().find(|line| (line.0, line.1) == (noun, variant)).unwrap().2;
            let mut filled: BTreeSet<_> = TABLES.iter().map(|(_, lines)| slots(of(lines))).collect();
            if filled.contains(&BTreeSet::from(["standard"])) {
                // A language may take the form that is the same in all, where another has words of its own.
                filled.remove(&BTreeSet::from(["standard"]));
                assert!(filled.len() <= 1, "{noun} {variant}: {filled:?}");
            } else {
                assert_eq!(filled, BTreeSet::from([slots(words)]), "{noun} {variant}");
            }
        }
    }

    #[test]
    fn the_gaps_of_a_phrase_are_what_fills_them() {
        for (phrase, fills) in SLOTS {
            let lines = TABLES.iter().flat_map(|(_, lines)| lines.iter());
            let of_phrase = lines.filter(|(noun, variant, _)| (noun, variant) == (&"Phrase", phrase));
            let slots: BTreeSet<_> = of_phrase.flat_map(|(_, _, words)| slots(words)).collect();
            assert_eq!(slots, fills.iter().copied().collect(), "{phrase}");
        }
    }

    #[test]
    fn what_differs_has_words_of_its_own() {
        // What stands within a sentence need not differ: a month in Chinese is its number, and some verbs are alike.
        let within_sentences = ["Month", "Label", "Phrase"];
        // These two borrow the words of what they carry, and an error in English its own.
        let borrows = |words: &str| ["{lacks}", "{error}", "{standard}"].contains(&words);
        for (language, lines) in TABLES {
            let mut seen = BTreeSet::new();
            for &(noun, _, words) in lines {
                if !within_sentences.contains(&noun) && !borrows(words) {
                    let number = [1; 4].map(|number: u32| number.to_string());
                    let filled: Vec<_> = slots(words).into_iter().zip(number).collect();
                    assert_readable(&fill(words, &filled), language);
                    assert!(seen.insert((noun, words)), "`{words}` stands for two things");
                }
            }
        }
    }
}
