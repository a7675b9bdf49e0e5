//! Names for machines.

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::borrow::Borrow;
use core::fmt;
use core::str::FromStr;

use super::letters::without_accent;
use super::{ValueError, as_text, excerpt};

/// The name by which machines know a plan, pillar, indicator, target, deliverable or unit.
///
/// An ASCII letter or digit, then letters, digits, `-`, `_` or `.`; at most 64 characters.
///
/// # Examples
///
/// ```
/// use milepost::Code;
///
/// let code: Code = "gdp-2026".parse()?;
/// assert_eq!(code.as_str(), "gdp-2026");
/// assert!("gross product".parse::<Code>().is_err());
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(Cow<'static, str>);

impl Code {
    /// The most characters that a code has.
    pub(crate) const LONGEST: usize = 64;

    /// The code that this text is.
    ///
    /// # Errors
    ///
    /// [`ValueError::Code`] unless the text begins with an ASCII letter or digit, goes on with such letters and digits,
    /// `-`, `_` or `.`, and has at most 64 characters.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Code;
    ///
    /// assert_eq!(Code::new("homes-built")?.as_str(), "homes-built");
    /// assert!(Code::new("").is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn new(text: &str) -> Result<Self, ValueError> {
        if is_code(text) {
            Ok(Self(Cow::Owned(text.to_owned())))
        } else {
            Err(ValueError::Code { text: excerpt(text) })
        }
    }

    /// The code of a literal, for [`code!`](crate::code!).
    ///
    /// # Panics
    ///
    /// When it is compiled, if the text is no code: nothing else calls it.
    #[doc(hidden)]
    pub const fn literal(text: &'static str) -> Self {
        assert!(
            is_code(text),
            "a code begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most 64 characters"
        );
        Self(Cow::Borrowed(text))
    }

    /// The text of the code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text has the form of a code.
const fn is_code(text: &str) -> bool {
    let [first, rest @ ..] = text.as_bytes() else {
        return false;
    };
    first.is_ascii_alphanumeric() && text.len() <= Code::LONGEST && can_go_on(rest)
}

/// Whether all of these bytes may follow the first one of a code.
const fn can_go_on(rest: &[u8]) -> bool {
    match rest {
        [] => true,
        [byte, rest @ ..] => (byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')) && can_go_on(rest),
    }
}

/// The end of a message on a text that is no code: it proposes the code that is left when letters lose their accents
/// and hyphens take the place of blanks and signs. Of letters that no code can have it says where they can stand. Empty
/// where no code is left.
pub(super) fn advice_of_code(text: &str) -> String {
    // A text that was cut is not known to its end.
    if text.ends_with('…') {
        return String::new();
    }
    let mut plain = String::new();
    for letter in text.chars() {
        match letter {
            // What keyboards have instead of the sign that is printed.
            'µ' | 'μ' => plain.push('u'),
            // An accent stands after its letter.
            '\u{300}'..='\u{36F}' => {}
            '-' | '_' | '.' => plain.push(letter),
            _ => match without_accent(letter) {
                Some(letter) => plain.push_str(&letter),
                None if letter.is_alphanumeric() => return "; words in other letters are a `name` or a `label`".into(),
                None => plain.push(' '),
            },
        }
    }
    let parts: Vec<_> = plain.split(' ').filter(|part| !part.is_empty()).collect();
    let code = parts.join("-");
    if is_code(&code) {
        format!("; `{code}` is one")
    } else {
        String::new()
    }
}

as_text! { Code, "a code, such as `gdp-2026`" }

impl FromStr for Code {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::new(text)
    }
}

impl TryFrom<&str> for Code {
    type Error = ValueError;

    fn try_from(text: &str) -> Result<Self, ValueError> {
        Self::new(text)
    }
}

impl TryFrom<String> for Code {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        Self::new(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0.into_owned()
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Code {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Code {
    /// Whether it is written so.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::code;
    ///
    /// let codes = [code!("air"), code!("water")];
    /// assert!(codes.iter().any(|code| code == "water"));
    /// assert_eq!(codes, ["air", "water"]);
    /// ```
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_codes() {
        for text in ["a", "1", "gdp-2026", "SDG_1.1.1", "m2", &"x".repeat(64)] {
            assert_eq!(Code::new(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn texts_that_are_not() {
        for text in ["", "-a", ".a", "a b", "a/b", "地區", "é", &"x".repeat(65)] {
            assert!(Code::new(text).is_err(), "{text}");
        }
        assert_eq!(
            Code::new("gross product").unwrap_err().to_string(),
            "`gross product` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and \
             has at most 64 characters; `gross-product` is one"
        );
        for (unit, code) in [("m³", "m3"), ("µg/m³", "ug-m3"), ("km²", "km2")] {
            let said = Code::new(unit).unwrap_err().to_string();
            assert!(said.ends_with(&format!("; `{code}` is one")), "{said}");
        }
        for (name, code) in [
            ("année", "annee"),
            ("São Paulo", "Sao-Paulo"),
            ("Sa\u{303}o", "Sao"),
            ("Ñuble 2", "Nuble-2"),
            ("tCO₂e", "tCO2e"),
            ("Straße/Weg", "Strasse-Weg"),
        ] {
            let said = Code::new(name).unwrap_err().to_string();
            assert!(said.ends_with(&format!("; `{code}` is one")), "{said}");
        }
        // What would be left out of a name says something.
        for text in ["地區 3", "Показатель"] {
            let said = Code::new(text).unwrap_err().to_string();
            assert!(
                said.ends_with("; words in other letters are a `name` or a `label`"),
                "{said}"
            );
        }
        for text in ["  ", "–", &"x ".repeat(40)] {
            assert!(!Code::new(text).unwrap_err().to_string().contains(';'), "{text}");
        }
    }
}
