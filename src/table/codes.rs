//! Codes for the texts of a column.
//!
//! Tables name parts, units and indicators in words, and plans in codes. A code is made of its text alone, whatever the
//! other rows say, so that the table of next year makes the same codes and its figures join the same series.
//!
//! | text | code | since |
//! |---|---|---|
//! | `PC_ACT` | `PC_ACT` | it is a code |
//! | `Both sexes` | `Both-sexes` | what cannot stand in a code becomes a hyphen |
//! | ` 16 – 24 years (a) ` | `16-24-years-a` | a run of it becomes one, and none stands at an end |
//! | `São Paulo`, `Straße` | `Sao-Paulo`, `Strasse` | letters lose their accents |
//! | `t CO₂ / m³` | `t-CO2-m3` | digits lose their heights |
//! | `地区` | `7swmarb1` | no letter is Latin: a number of the whole text stands for it |
//! | `µg/m³` | `g-m3-3z28g0q6` | the first letter is lost, and the number keeps it apart from `g/m³` |
//! | `–` | none | it has neither letter nor digit |

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;

use super::map::CodedColumn;
use super::meanings::{Meanings, meaning_of};
use super::printed::{probable_unit, sign_lost};
use super::sheet::{Reported, SheetRow, TableHeader};
use crate::plan::{ProblemKind, Problems, TableError};
use crate::value::{Code, Text, Unit, excerpt, without_accent};

/// A number of eight digits for a text, always the same one, which hardly any other text has: 40 bits of its hash by
/// FNV-1a, folded, in the 32 digits and letters that are not mistaken for each other.
pub(super) fn fingerprint(text: &str) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let hash = text.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    let hash = hash ^ hash.wrapping_shr(32);
    let digit = |place: u32| {
        let bits = hash.checked_shr(place.saturating_mul(5))? & 31;
        DIGITS.get(usize::try_from(bits).ok()?).copied().map(char::from)
    };
    (0..8).filter_map(digit).collect()
}

/// The code that a text makes; an error if it has no letter and no digit.
pub(super) fn code_of(text: &str) -> Result<Code, TableError> {
    let code = code_within(text, Code::LONGEST).and_then(|code| Code::new(&code).ok());
    code.ok_or_else(|| TableError::NoCode { text: excerpt(text) })
}

/// The code of a cell's text, of at most `longest` characters; `None` if the text has no letter and no digit.
///
/// A text that is a code already is kept. In any other text letters lose their accents, and a hyphen takes the place of
/// whatever cannot stand in a code. If letters of other scripts are left out, or the code is cut, the
/// [number](fingerprint) of the whole text follows, so that different texts have different codes.
pub(super) fn code_within(text: &str, longest: usize) -> Option<String> {
    if text.len() <= longest && Code::new(text).is_ok() {
        return Some(text.to_owned());
    }
    let (mut made, mut loses) = (String::new(), false);
    for character in text.chars() {
        if let Some(plain) = without_accent(character) {
            made.push_str(&plain);
        } else if character.is_alphanumeric() {
            loses = true;
        } else if matches!(character, '_' | '.') && !made.is_empty() {
            made.push(character);
        // An accent stands after its letter.
        } else if !made.is_empty() && !made.ends_with('-') && !('\u{300}'..='\u{36F}').contains(&character) {
            made.push('-');
        }
    }
    let made = made.trim_end_matches('-');
    if !loses && made.len() <= longest {
        return (!made.is_empty()).then(|| made.to_owned());
    }
    let number = fingerprint(text);
    let room = longest.saturating_sub(number.len()).saturating_sub(1);
    let head = made.get(..room).unwrap_or(made).trim_end_matches(['-', '_', '.']);
    Some(if head.is_empty() {
        number
    } else {
        format!("{head}-{number}")
    })
}

/// The code that a text makes as a unit; an error if a sign is lost that says something of the unit.
pub(super) fn unit_code_of(text: &str) -> Result<Code, TableError> {
    let code = code_of(text)?;
    match sign_lost(text) {
        None => Ok(code),
        Some(sign) => Err(TableError::UnitSignLost {
            sign,
            text: excerpt(text),
            mend: probable_unit(text),
        }),
    }
}

/// The unit that is made of a text and the code that it makes; if the text is another than this code, with the text as
/// its label. An error if the code loses a sign of the text.
pub(super) fn unit_made_of(code: Code, text: &str) -> Result<Unit, ProblemKind> {
    unit_code_of(text)?;
    let label = Some(text).filter(|text| *text != code.as_str()).map(Text::new);
    let (label, unit) = (label.transpose()?, Unit::new(code, 0)?);
    Ok(match label {
        Some(label) => unit.with_label(label),
        None => unit,
    })
}

/// The texts of one column that makes codes: some have a meaning that the map states, and the others make codes of
/// their own. `a b` and `a/b` both make `a-b`: the second is refused, so that figures of two things never share a
/// series. A text with a stated code may share it with another text: the author says that both mean the same.
pub(super) struct ColumnTexts<'m, T> {
    pub(super) column: &'m CodedColumn<T>,
    means: Meanings<'m, T>,
    /// The text that made each code.
    made: BTreeMap<Code, String>,
}

impl<'m, T: PartialEq + Clone> ColumnTexts<'m, T> {
    /// The texts of a column before its first cell is read: their stated meanings, and no codes made yet.
    pub(super) fn new(column: &'m CodedColumn<T>) -> Self {
        Self {
            column,
            means: Meanings::new(&column.means),
            made: BTreeMap::new(),
        }
    }

    /// Warns of texts to which the map gives a meaning and that no cell has, as in [`Meanings`].
    pub(super) fn warn(&self, header: &TableHeader, problems: &mut Problems) {
        self.means.warn(header, self.column.column.place, problems);
    }

    /// The texts that made codes of their own, with the codes.
    pub(super) fn made(&self) -> impl Iterator<Item = (&Code, &str)> {
        self.made.iter().map(|(code, text)| (code, text.as_str()))
    }

    /// Whether a text made a code of its own.
    pub(super) fn has_made(&self, text: &str) -> bool {
        self.made.values().any(|made| made == text)
    }

    /// Whether a cell says a text, or the map states its meaning.
    pub(super) fn knows(&self, text: &str) -> bool {
        self.has_made(text) || meaning_of(&self.column.means, text).is_some()
    }

    /// What a row says in the column: the meaning that the map states for its text. For any other text, what `made_of`
    /// makes of the text and the code that it makes.
    pub(super) fn meaning_in<E: Into<ProblemKind>>(
        &mut self,
        row: &SheetRow,
        made_of: impl FnOnce(Code, &str) -> Result<T, E>,
        problems: &mut Problems,
    ) -> Result<T, Reported> {
        let column = self.column.column.place;
        let text = row.cell(column, problems)?;
        if let Some(meaning) = self.means.look_up(text) {
            return Ok(meaning.clone());
        }
        let code = row.keep(column, self.code_of_its_own(text), problems)?;
        row.keep(column, made_of(code, text), problems)
    }

    /// The code that a text of the column makes. The text is refused if another text of the column made this code, or
    /// if it makes none.
    fn code_of_its_own(&mut self, text: &str) -> Result<Code, TableError> {
        let code = code_of(text)?;
        match self.made.get(&code) {
            Some(one) if one == text => Ok(code),
            Some(one) => {
                let (one, other) = excerpts_told_apart(one, text);
                Err(TableError::CodeOfTwo { code, one, other })
            }
            None => {
                self.made.insert(code.clone(), text.to_owned());
                Ok(code)
            }
        }
    }
}

/// The excerpts of two texts of a column that make one code, for the message that refuses the second: the beginning of
/// each, or where both begin alike, the part around the first character that differs.
fn excerpts_told_apart(one: &str, other: &str) -> (String, String) {
    let (begin, begin_of_other) = (excerpt(one), excerpt(other));
    if begin != begin_of_other {
        return (begin, begin_of_other);
    }
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let [one, other] = [one, other].map(|text| {
        let end: String = text.chars().skip(same.saturating_sub(10)).collect();
        format!("…{}", excerpt(&end))
    });
    (one, other)
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
            ("São Paulo", Some("Sao-Paulo")),
            ("Sa\u{303}o Paulo", Some("Sao-Paulo")),
            ("Ñuble", Some("Nuble")),
            ("ÆRØ, İzmir & Łódź", Some("AERO-izmir-Lodz")),
            ("Đà Nẵng", Some("Da-Nang")),
            ("Straße", Some("Strasse")),
            ("t CO₂ / m³", Some("t-CO2-m3")),
            ("ＧＤＰ２", Some("GDP2")),
            ("GBP (£)", Some("GBP")),
            ("1.2.1", Some("1.2.1")),
            (&"x".repeat(64), Some(&"x".repeat(64))),
            (
                &"x".repeat(65),
                Some("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-2sr10tm4"),
            ),
            (
                &"x y".repeat(30),
                Some("x-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-yx-3w2c4b31"),
            ),
            (
                &"x-".repeat(33),
                Some("x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-zyq1b060"),
            ),
            ("地區", Some("w1dnbrb1")),
            ("地区", Some("7swmarb1")),
            ("国内生产总值(亿元) 2", Some("2-q3bghfxm")),
            ("Показатель", Some("5pcechjc")),
            ("µg/m³", Some("g-m3-3z28g0q6")),
            ("", None),
            ("–", None),
        ] {
            assert_eq!(code_of(text).ok().as_ref().map(Code::as_str), code, "{text}");
        }
    }

    #[test]
    fn two_texts_make_two_codes() {
        let column = CodedColumn::<Code>::bare("Region".into());
        let mut codes = ColumnTexts::new(&column);
        assert_eq!(codes.code_of_its_own("a b"), codes.code_of_its_own("a b"));
        assert_eq!(
            codes.code_of_its_own("a/b").unwrap_err().to_string(),
            "`a/b` and `a b` both make the code `a-b`; state one for each in the `means` of their column"
        );
        assert_eq!(
            codes.code_of_its_own("–").unwrap_err().to_string(),
            "no code can be made of `–`, which has no letter and no digit; state one for it in the map"
        );
    }

    #[test]
    fn a_message_shows_what_tells_texts_apart() {
        let column = CodedColumn::<Code>::bare("Region".into());
        let mut codes = ColumnTexts::new(&column);
        let long = "Million tonnes of carbon dioxide equivalent";
        codes.code_of_its_own(&format!("{long} ($)")).unwrap();
        assert_eq!(
            codes.code_of_its_own(&format!("{long} (£)")).unwrap_err().to_string(),
            "`…uivalent (£)` and `…uivalent ($)` both make the code `Million-tonnes-of-carbon-dioxide-equivalent`; state \
             one for each in the `means` of their column"
        );
    }

    #[test]
    fn a_code_within_fewer_characters() {
        for (text, longest, code) in [
            ("abcdef", 6, "abcdef"),
            ("abcdefghijkl", 12, "abcdefghijkl"),
            ("abcdefghijklm", 12, "abc-e8agsxs0"),
            ("abcdefghijklm", 9, "e8agsxs0"),
        ] {
            assert_eq!(code_within(text, longest).as_deref(), Some(code), "{text} {longest}");
        }
    }
}
