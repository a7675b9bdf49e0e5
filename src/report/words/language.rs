//! How a thing is called in a language.

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::word::{Label, Phrase, Word};
use super::{english, simplified_chinese, traditional_chinese};
use crate::value::Language;

impl Word<'_> {
    /// The words in a language, with placeholders such as `{period}`. A new language is a table and a line here.
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
    /// The phrase in a language, its placeholders filled.
    pub(crate) fn words(self, language: Language) -> String {
        fill(Word::Phrase(self).in_language(language), &self.placeholders())
    }
}

/// The words with each placeholder `{name}` replaced by the text of that name; each language has its own order. A
/// placeholder without a text is left as it is.
pub(super) fn fill<S: AsRef<str>>(words: &str, placeholders: &[(&str, S)]) -> String {
    let mut parts = words.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let placeholder = part.split_once('}').and_then(|(name, rest)| {
            let (_, filling) = placeholders.iter().find(|(placeholder, _)| *placeholder == name)?;
            Some((filling.as_ref(), rest))
        });
        let (filling, rest) = placeholder.unwrap_or(("{", part));
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
        let placeholders = [("kept", "3"), ("due", "4")];
        assert_eq!(fill("{kept} of {due} periods", &placeholders), "3 of 4 periods");
        assert_eq!(fill("{due}期中{kept}期", &placeholders), "4期中3期");
        assert_eq!(fill("{kept}", &[("kept", "{due}"), ("due", "b")]), "{due}");
        assert_eq!(fill("{broken} of {due}", &placeholders), "{broken} of 4");
    }
}
