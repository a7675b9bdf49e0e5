//! How a thing is called in a language.

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::word::{Label, Phrase, Word};
use super::{english, simplified_chinese, traditional_chinese};
use crate::value::Language;

impl Word<'_> {
    /// The words in a language, with slots such as `{period}`. A new language is a table and a line here.
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
    /// The phrase in a language, its slots filled.
    pub(crate) fn words(self, language: Language) -> String {
        fill(Word::Phrase(self).in_language(language), &self.slots())
    }
}

/// The words with each slot `{name}` replaced by the text of that name; each language has its own order. A slot without
/// a text is left as it is.
pub(super) fn fill<S: AsRef<str>>(words: &str, slots: &[(&str, S)]) -> String {
    let mut parts = words.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let slot = part.split_once('}').and_then(|(name, rest)| {
            let (_, filling) = slots.iter().find(|(slot, _)| *slot == name)?;
            Some((filling.as_ref(), rest))
        });
        let (filling, rest) = slot.unwrap_or(("{", part));
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
        let slots = [("kept", "3"), ("due", "4")];
        assert_eq!(fill("{kept} of {due} periods", &slots), "3 of 4 periods");
        assert_eq!(fill("{due}期中{kept}期", &slots), "4期中3期");
        assert_eq!(fill("{kept}", &[("kept", "{due}"), ("due", "b")]), "{due}");
        assert_eq!(fill("{broken} of {due}", &slots), "{broken} of 4");
    }
}
