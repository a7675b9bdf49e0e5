//! How a thing is called in a language.

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::word::{Label, Phrase, Word};
use super::{english, simplified_chinese, traditional_chinese};
use crate::value::Language;

impl Word<'_> {
    /// The words in a language, with gaps where something is filled in. A new language is a table and a line here.
    pub(super) const fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::English => english::words(self),
            Language::SimplifiedChinese => simplified_chinese::words(self),
            Language::TraditionalChinese => traditional_chinese::words(self),
        }
    }
}

impl Label {
    /// The words of the label in a language.
    pub(crate) const fn words(self, language: Language) -> &'static str {
        Word::Label(self).in_language(language)
    }
}

impl Phrase<'_> {
    /// The phrase in a language, its gaps filled.
    pub(crate) fn words(self, language: Language) -> String {
        fill(Word::Phrase(self).in_language(language), &self.gaps())
    }
}

/// The words with each gap `{name}` filled by what has that name: each language has its own order. A gap that nothing
/// fills stays to be seen.
pub(super) fn fill<S: AsRef<str>>(words: &str, gaps: &[(&str, S)]) -> String {
    let mut parts = words.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let gap = part.split_once('}').and_then(|(name, rest)| {
            let (_, filling) = gaps.iter().find(|(gap, _)| *gap == name)?;
            Some((filling.as_ref(), rest))
        });
        let (filling, rest) = gap.unwrap_or(("{", part));
        filled.push_str(filling);
        filled.push_str(rest);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_filled_in_the_order_of_the_language() {
        let gaps = [("kept", "3"), ("due", "4")];
        assert_eq!(fill("{kept} of {due} periods", &gaps), "3 of 4 periods");
        assert_eq!(fill("{due}期中{kept}期", &gaps), "4期中3期");
        assert_eq!(fill("{kept}", &[("kept", "{due}"), ("due", "b")]), "{due}");
        assert_eq!(fill("{broken} of {due}", &gaps), "{broken} of 4");
    }
}
