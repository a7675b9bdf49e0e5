//! Codes for the texts of a column.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;

use crate::plan::TableError;
use crate::value::{Code, excerpt};

/// The code that a text makes, if it has a letter or digit of ASCII in it: itself where it is one, else with a hyphen
/// for whatever cannot stand in a code, and cut to 64 characters.
pub(super) fn code_of(text: &str) -> Option<Code> {
    if let Ok(code) = Code::new(text) {
        return Some(code);
    }
    let mut made = String::new();
    for character in text.chars() {
        if character.is_ascii_alphanumeric() || (matches!(character, '_' | '.') && !made.is_empty()) {
            made.push(character);
        } else if !made.is_empty() && !made.ends_with('-') {
            made.push('-');
        }
    }
    made.truncate(Code::LONGEST);
    Code::new(made.trim_end_matches('-')).ok()
}

/// The codes of the texts of one column: those that are stated, and those that the texts make.
#[derive(Debug)]
pub(super) struct TextCodes<'m> {
    stated: &'m [(String, Code)],
    /// The text that made each code.
    made: BTreeMap<Code, String>,
}

impl<'m> TextCodes<'m> {
    pub(super) const fn new(stated: &'m [(String, Code)]) -> Self {
        Self {
            stated,
            made: BTreeMap::new(),
        }
    }

    /// The code of a text. Several texts have one code only where that is stated.
    pub(super) fn of(&mut self, text: &str) -> Result<Code, TableError> {
        if let Some((_, code)) = self.stated.iter().find(|(stated, _)| stated == text) {
            return Ok(code.clone());
        }
        let code = code_of(text).ok_or_else(|| TableError::NoCode { text: excerpt(text) })?;
        match self.made.get(&code) {
            Some(one) if one == text => Ok(code),
            Some(one) => Err(TableError::CodeOfTwo {
                code,
                one: excerpt(one),
                other: excerpt(text),
            }),
            None => {
                self.made.insert(code.clone(), text.to_owned());
                Ok(code)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_texts_make() {
        for (text, code) in [
            ("PC_ACT", Some("PC_ACT")),
            ("Both sexes", Some("Both-sexes")),
            ("  16 – 24 years (a) ", Some("16-24-years-a")),
            ("_T", Some("T")),
            ("São Paulo", Some("S-o-Paulo")),
            ("1.2.1", Some("1.2.1")),
            (
                &"x y".repeat(30),
                Some("x-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx"),
            ),
            ("地區", None),
            ("", None),
            ("–", None),
        ] {
            assert_eq!(code_of(text).as_ref().map(Code::as_str), code, "{text}");
        }
    }

    #[test]
    fn two_texts_have_one_code_only_where_it_is_stated() {
        let women = Code::new("women").unwrap();
        let stated = [("F".to_owned(), women.clone()), ("Female".to_owned(), women.clone())];
        let mut codes = TextCodes::new(&stated);
        assert_eq!((codes.of("F"), codes.of("Female")), (Ok(women.clone()), Ok(women)));
        assert_eq!(codes.of("a b"), codes.of("a b"));
        assert_eq!(
            codes.of("a/b").unwrap_err().to_string(),
            "`a/b` and `a b` both make the code `a-b`; state one for each among the `codes` of their column"
        );
        assert_eq!(
            codes.of("地區").unwrap_err().to_string(),
            "no code can be made of `地區`; state one for it in the map"
        );
    }
}
