//! Words for people, in several languages.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
#[cfg(feature = "serde")]
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use super::ValueError;

/// The text that an error shows, between marks of code; of an empty one, as from a field of a form, that it is empty.
pub(super) fn shown(text: &str) -> Cow<'static, str> {
    match text {
        "" => Cow::Borrowed("an empty text"),
        text => Cow::Owned(format!("`{text}`")),
    }
}

/// The beginning of an author's text, short enough for a message and on one line. Characters that show nothing are
/// escaped, so that they cannot begin a line or turn the direction of the words around them.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut characters = text.chars();
    let mut start = String::new();
    for character in characters.by_ref().take(LONGEST) {
        if shows_nothing(character) {
            start.extend(character.escape_default());
        } else {
            start.push(character);
        }
    }
    if characters.next().is_some() {
        start.push('…');
    }
    start
}

/// The plain form of a character that is printed wide, as East Asian tables print digits and marks.
pub(crate) fn narrow(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => u32::from(character)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)
            .unwrap_or(character),
        _ => character,
    }
}

/// Whether a character has no form of its own: a control character, a separator of lines, or one that Unicode calls
/// *default ignorable* (among them those of zero width and those that turn the direction of a text).
fn shows_nothing(character: char) -> bool {
    // Unicode 16.0, DerivedCoreProperties.txt: Default_Ignorable_Code_Point.
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// A language in which this crate has words for statuses, reasons and reports.
///
/// The words of a plan itself are its author's, in any language: see [`Text`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English, `en`.
    #[default]
    English,
    /// Chinese in simplified characters, `zh-Hans`.
    SimplifiedChinese,
    /// Chinese in traditional characters, `zh-Hant`.
    TraditionalChinese,
}

impl Language {
    /// All languages, in a fixed order.
    pub const ALL: &'static [Self] = &[Self::English, Self::SimplifiedChinese, Self::TraditionalChinese];

    /// The language's tag (BCP 47), by which it is read and written.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, text};
    ///
    /// // The `lang` of a page, by which the words of a plan are found too.
    /// let tags = Language::ALL.iter().map(|language| language.tag()).collect::<Vec<_>>();
    /// assert_eq!(tags, ["en", "zh-Hans", "zh-Hant"]);
    /// assert_eq!(Language::SimplifiedChinese.tag().parse(), Ok(Language::SimplifiedChinese));
    /// ```
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::SimplifiedChinese => "zh-Hans",
            Self::TraditionalChinese => "zh-Hant",
        }
    }

    /// The language of a tag, if it is one of these. Chinese is written in its script, without one as in its region,
    /// and without both in simplified characters.
    fn of_tag(tag: &str) -> Option<Self> {
        const WRITTEN: [(&str, Language); 5] = [
            ("Hans", Language::SimplifiedChinese),
            ("Hant", Language::TraditionalChinese),
            ("TW", Language::TraditionalChinese),
            ("HK", Language::TraditionalChinese),
            ("MO", Language::TraditionalChinese),
        ];
        let mut parts = tag.split(['-', '_']);
        let language = parts.next()?;
        if language.eq_ignore_ascii_case("en") {
            return Some(Self::English);
        }
        let known = |part: &str| WRITTEN.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(part));
        let written = parts.find_map(known).map(|(_, language)| language);
        language
            .eq_ignore_ascii_case("zh")
            .then(|| written.unwrap_or(Self::SimplifiedChinese))
    }
}

impl fmt::Display for Language {
    /// The tag.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

impl FromStr for Language {
    type Err = ValueError;

    /// Reads the tag of a language in any of its forms, whatever the case of its letters.
    ///
    /// | tag | language |
    /// |---|---|
    /// | `en`, and `en-GB`, `en-US` … | English |
    /// | `zh-Hans`, and `zh`, `zh-CN`, `zh-SG` … | Chinese in simplified characters |
    /// | `zh-Hant`, and `zh-TW`, `zh-HK`, `zh-MO` | Chinese in traditional characters |
    ///
    /// Browsers send such tags, and offices write them with an underscore (`zh_TW`).
    ///
    /// # Errors
    ///
    /// [`ValueError::Name`] if it is the tag of another language, or of none.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Language;
    ///
    /// assert_eq!("zh-hant".parse(), Ok(Language::TraditionalChinese));
    /// assert_eq!("zh-HK".parse(), Ok(Language::TraditionalChinese));
    /// assert_eq!("zh-CN".parse(), Ok(Language::SimplifiedChinese));
    /// assert_eq!("en-GB".parse(), Ok(Language::English));
    /// assert!("fr".parse::<Language>().is_err());
    /// ```
    fn from_str(tag: &str) -> Result<Self, ValueError> {
        let is_tag = check_tag(&tag.replace('_', "-")).is_ok();
        Self::of_tag(tag).filter(|_| is_tag).ok_or_else(|| ValueError::Name {
            text: excerpt(tag),
            what: "a language of this crate",
            right: "`en`, `zh-Hans`, `zh-Hant`",
        })
    }
}

/// An author's words, plain or in several languages.
///
/// The first words are the author's own and stand in wherever a translation is missing.
///
/// # Examples
///
/// ```
/// use milepost::Text;
///
/// let name = Text::tagged("zh-Hant", "地區生産總值")?.with("en", "Gross regional product")?;
/// assert_eq!(name.in_language("en"), "Gross regional product");
/// assert_eq!(name.in_language("fr"), "地區生産總值");
/// assert_eq!(Text::new("GDP")?.in_language("en"), "GDP");
/// # Ok::<(), milepost::ValueError>(())
/// ```
///
/// What takes a text as it is, as the constructors of plans' parts do, is given a literal of the program by
/// [`text!`](crate::text!); builders take any words, and say among their problems if they are blank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    words: Words,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Words {
    /// Words of which nobody says in what language they are.
    Untagged(Cow<'static, str>),
    /// INVARIANT: never empty; a tag stands once.
    ByTag(Vec<Entry>),
}

/// A tag with its words.
type Entry = (Box<str>, Box<str>);

impl Text {
    /// Words whose language is not stated.
    ///
    /// # Errors
    ///
    /// [`ValueError::TextEmpty`] if there is nothing but blanks.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Text;
    ///
    /// assert_eq!(Text::new("Homes completed")?.to_string(), "Homes completed");
    /// assert!(Text::new("  ").is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn new(words: &str) -> Result<Self, ValueError> {
        let words = Words::Untagged(Cow::Owned(checked_words(words)?.to_owned()));
        Ok(Self { words })
    }

    /// Words in the language with this tag (BCP 47).
    ///
    /// # Errors
    ///
    /// [`ValueError::LanguageTag`] if the tag is none, [`ValueError::TextEmpty`] if there is nothing but blanks.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Text;
    ///
    /// let name = Text::tagged("de", "Arbeitslosigkeit")?;
    /// assert_eq!(name.iter().next(), Some((Some("de"), "Arbeitslosigkeit")));
    /// assert!(Text::tagged("de DE", "Arbeitslosigkeit").is_err());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn tagged(tag: &str, words: &str) -> Result<Self, ValueError> {
        let words = Words::ByTag(Vec::from([checked_entry(tag, words)?]));
        Ok(Self { words })
    }

    /// The text of a literal, for [`text!`](crate::text!).
    ///
    /// # Panics
    ///
    /// When it is compiled, if nothing is in it but blanks: nothing else calls it.
    #[doc(hidden)]
    pub const fn literal(words: &'static str) -> Self {
        assert!(
            has_words(words.as_bytes()),
            "a text has words in it, and this one is empty"
        );
        let words = Words::Untagged(Cow::Borrowed(words));
        Self { words }
    }

    /// The same text with its words in one more language.
    ///
    /// # Errors
    ///
    /// Those of [`tagged`](Self::tagged), [`ValueError::LanguageRepeated`] if the language is there already, and
    /// [`ValueError::LanguageUnstated`] if the language of the first words was not stated.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Text;
    ///
    /// let name = Text::tagged("en", "Homes completed")?.with("zh-Hant", "落成房屋")?;
    /// assert!(name.clone().with("en", "Homes built").is_err());
    /// // Which language the first words are in must be known, before others stand beside them.
    /// assert!(Text::new("Homes completed")?.with("zh-Hant", "落成房屋").is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn with(mut self, tag: &str, words: &str) -> Result<Self, ValueError> {
        let is_there = self.words_tagged(tag).is_some();
        match &mut self.words {
            Words::Untagged(_) => Err(ValueError::LanguageUnstated),
            Words::ByTag(_) if is_there => Err(ValueError::LanguageRepeated { tag: tag.to_owned() }),
            Words::ByTag(entries) => {
                entries.push(checked_entry(tag, words)?);
                Ok(self)
            }
        }
    }

    /// The words in this language, else in the same characters (`zh-Hant` for `zh-TW`), else in another form of it,
    /// else the first ones.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Text;
    ///
    /// let name = Text::tagged("en", "region")?.with("zh-Hant", "region in Chinese")?;
    /// assert_eq!(name.in_language("zh-TW"), "region in Chinese");
    /// assert_eq!(name.in_language("fr"), "region");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn in_language(&self, tag: &str) -> &str {
        let primary = |tag: &str| tag.split('-').next().map(str::to_ascii_lowercase);
        self.words_tagged(tag)
            .or_else(|| {
                let language = Language::of_tag(tag)?;
                self.words_where(|own| Language::of_tag(own) == Some(language))
            })
            .or_else(|| self.words_where(|own| primary(own) == primary(tag)))
            .unwrap_or_else(|| self.first())
    }

    /// The first words.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Text;
    ///
    /// assert_eq!(Text::tagged("de", "Luft")?.with("en", "Air")?.first(), "Luft");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn first(&self) -> &str {
        self.iter().next().map_or("", |(_, words)| words)
    }

    /// Every language tag with its words, in the author's order; the tag is `None` where none was stated.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Text;
    ///
    /// let name = Text::tagged("zh-Hant", "失業率")?.with("en", "Unemployment")?;
    /// let tags: Vec<_> = name.iter().map(|(tag, _)| tag).collect();
    /// assert_eq!(tags, [Some("zh-Hant"), Some("en")]);
    /// assert_eq!(Text::new("Unemployment")?.iter().next(), Some((None, "Unemployment")));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        let (untagged, by_tag) = match &self.words {
            Words::Untagged(words) => (Some((None, &**words)), [].as_slice()),
            Words::ByTag(entries) => (None, entries.as_slice()),
        };
        let by_tag = by_tag.iter().map(|(tag, words)| (Some(&**tag), &**words));
        untagged.into_iter().chain(by_tag)
    }

    /// The words with exactly this language tag, whatever the case of its letters; `None` if there are none.
    fn words_tagged(&self, tag: &str) -> Option<&str> {
        self.words_where(|own| own.eq_ignore_ascii_case(tag))
    }

    /// The first words whose language `is_it`; `None` if there are none, and for words without a language.
    fn words_where(&self, is_it: impl Fn(&str) -> bool) -> Option<&str> {
        let mut stated = self.iter().filter_map(|(tag, words)| Some((tag?, words)));
        stated.find(|(tag, _)| is_it(tag)).map(|(_, words)| words)
    }
}

/// Words with the tag of their language; an error of a tag that is none, and of words that show nothing.
fn checked_entry(tag: &str, words: &str) -> Result<Entry, ValueError> {
    check_tag(tag)?;
    Ok((tag.into(), checked_words(words)?.into()))
}

/// Refuses words that show nothing.
fn checked_words(words: &str) -> Result<&str, ValueError> {
    let is_blank = |character: char| character.is_whitespace() || shows_nothing(character);
    if words.chars().all(is_blank) {
        return Err(ValueError::TextEmpty);
    }
    Ok(words)
}

/// Whether a literal has a character that shows something. A constant cannot ask Unicode, so that every character
/// beyond ASCII counts.
const fn has_words(text: &[u8]) -> bool {
    match text {
        [] => false,
        [byte, rest @ ..] => byte.is_ascii_graphic() || !byte.is_ascii() || has_words(rest),
    }
}

/// A text to which languages are added one by one, with the tags that it has, so that each tag is looked up once.
#[cfg(feature = "serde")]
#[derive(Debug, Default)]
pub(crate) struct Languages {
    entries: Vec<Entry>,
    tags: BTreeSet<String>,
}

#[cfg(feature = "serde")]
impl Languages {
    /// Adds the words in one more language; an error in the cases of [`Text::with`].
    pub(crate) fn add(&mut self, tag: &str, words: &str) -> Result<(), ValueError> {
        let lower = tag.to_ascii_lowercase();
        if self.tags.contains(&lower) {
            return Err(ValueError::LanguageRepeated { tag: tag.to_owned() });
        }
        self.entries.push(checked_entry(tag, words)?);
        self.tags.insert(lower);
        Ok(())
    }

    /// The text in these languages; `None` if there are none.
    pub(crate) fn into_text(self) -> Option<Text> {
        let words = Words::ByTag(self.entries);
        (!self.tags.is_empty()).then_some(Text { words })
    }
}

/// Refuses a text that has not the shape of a language tag: two or three letters first, then letters and digits in
/// parts of 8 at most. No language has a longer name, and `english` is not one.
fn check_tag(tag: &str) -> Result<(), ValueError> {
    let part_is_well_formed =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary_is_letters = tag
        .split('-')
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    if primary_is_letters && tag.split('-').all(part_is_well_formed) {
        Ok(())
    } else {
        Err(ValueError::LanguageTag { text: excerpt(tag) })
    }
}

/// In the words of a message, what to write in place of a text that is no language tag: as some programs write it, with
/// hyphens instead (`zh_CN`), or what tags look like.
pub(super) fn tag_instead_of(text: &str) -> String {
    let tag = text.replace('_', "-");
    match check_tag(&tag) {
        Ok(()) => format!("`{tag}`"),
        Err(_) => "in `en`, `zh-Hans` or `pt-BR`".to_owned(),
    }
}

impl TryFrom<&str> for Text {
    type Error = ValueError;

    fn try_from(words: &str) -> Result<Self, ValueError> {
        Self::new(words)
    }
}

impl TryFrom<String> for Text {
    type Error = ValueError;

    fn try_from(words: String) -> Result<Self, ValueError> {
        Self::new(&words)
    }
}

impl FromStr for Text {
    type Err = ValueError;

    /// Words whose language is not stated, as [`new`](Self::new) takes them.
    ///
    /// # Errors
    ///
    /// [`ValueError::TextEmpty`] if there are none.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Text, text};
    ///
    /// assert_eq!("Green city".parse(), Ok(text!("Green city")));
    /// assert!("  ".parse::<Text>().is_err());
    /// ```
    fn from_str(words: &str) -> Result<Self, ValueError> {
        Self::new(words)
    }
}

impl<'a> IntoIterator for &'a Text {
    type Item = (Option<&'a str>, &'a str);
    type IntoIter = alloc::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter().collect::<Vec<_>>().into_iter()
    }
}

impl fmt::Display for Text {
    /// Writes the text in the first of its languages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.first())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Text {
    /// A string, or a map from language tag to words.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entries = self.iter();
        match (entries.next(), entries.next()) {
            (Some((None, words)), None) => serializer.serialize_str(words),
            // A key is a string, never an optional one: some formats refuse that.
            _ => serializer.collect_map(self.iter().map(|(tag, words)| (tag.unwrap_or_default(), words))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back() {
        let text = Text::tagged("zh-Hant", "地區").unwrap().with("en", "region").unwrap();
        for (tag, words) in [
            ("en", "region"),
            ("EN-gb", "region"),
            ("zh-Hans", "地區"),
            ("fr", "地區"),
        ] {
            assert_eq!(text.in_language(tag), words, "{tag}");
        }
        assert_eq!(text.to_string(), "地區");
    }

    #[test]
    fn chinese_is_read_in_its_characters() {
        let text = Text::tagged("zh-Hans", "地区")
            .unwrap()
            .with("zh-Hant", "地區")
            .unwrap();
        for (tag, words) in [
            ("zh", "地区"),
            ("zh-CN", "地区"),
            ("zh-SG", "地区"),
            ("zh-Hans-HK", "地区"),
            ("zh-TW", "地區"),
            ("zh-hk", "地區"),
            ("zh-Hant-CN", "地區"),
            ("zh_MO", "地區"),
            ("en", "地区"),
        ] {
            assert_eq!(text.in_language(tag), words, "{tag}");
        }
        // Only the other characters are there.
        let text = Text::tagged("en", "region").unwrap().with("zh-TW", "地區").unwrap();
        assert_eq!(text.in_language("zh-Hans"), "地區");
    }

    #[test]
    fn tags_that_browsers_and_offices_send() {
        for (tag, language) in [
            ("en", Language::English),
            ("EN-gb", Language::English),
            ("en_US", Language::English),
            ("zh-Hans", Language::SimplifiedChinese),
            ("zh", Language::SimplifiedChinese),
            ("zh-CN", Language::SimplifiedChinese),
            ("zh-Hans-TW", Language::SimplifiedChinese),
            ("zh-Hant", Language::TraditionalChinese),
            ("zh-TW", Language::TraditionalChinese),
            ("zh_HK", Language::TraditionalChinese),
            ("zh-mo", Language::TraditionalChinese),
            ("zh-Hant-CN", Language::TraditionalChinese),
        ] {
            assert_eq!(tag.parse(), Ok(language), "{tag}");
        }
        for tag in ["", "fr", "english", "en-", "zh!", "zho-TW", "TW"] {
            assert_eq!(
                tag.parse::<Language>().unwrap_err().to_string(),
                format!(
                    "{} is not a language of this crate: those are `en`, `zh-Hans`, `zh-Hant`",
                    shown(tag)
                )
            );
        }
    }

    #[test]
    fn a_literal_is_the_text_that_it_says() {
        const LITERAL: Text = crate::text!("Gross product");
        let text = Text::new("Gross product").unwrap();
        let other = Text::new("Grass product").unwrap();
        assert_eq!((&LITERAL, LITERAL.to_string()), (&text, text.to_string()));
        assert_eq!(LITERAL.cmp(&other), text.cmp(&other));
        assert_eq!(LITERAL.iter().collect::<Vec<_>>(), [(None, "Gross product")]);
        assert_eq!(LITERAL.in_language("fr"), "Gross product");
        let all: std::collections::HashSet<Text> = [LITERAL, text.clone(), other].into();
        assert_eq!(all.len(), 2);
        assert_eq!(LITERAL.with("en", "b").unwrap_err(), text.with("en", "b").unwrap_err());
    }

    #[test]
    fn texts_that_are_refused() {
        let message = |result: Result<Text, ValueError>| result.unwrap_err().to_string();
        for nothing in ["", " ", "\u{200b}", " \u{feff}\t\u{202e}"] {
            assert_eq!(
                message(Text::new(nothing)),
                "a text has words in it, and this one is empty"
            );
        }
        assert!(Text::new("\u{200b}a").is_ok());
        assert_eq!(
            message(Text::tagged("english", "a")),
            "`english` is not a language tag: write it as in `en`, `zh-Hans` or `pt-BR`"
        );
        assert_eq!(
            message(Text::tagged("en", "a").unwrap().with("EN", "b")),
            "the language `EN` stands twice in one text"
        );
        assert_eq!(
            message(Text::new("a").unwrap().with("en", "b")),
            "a text in several languages states the language of each"
        );
        for tag in ["", "e", "zh_Hans", "zh-", "12", "en-verylongpart"] {
            assert!(Text::tagged(tag, "a").is_err(), "{tag}");
        }
    }

    #[test]
    fn a_message_quotes_the_beginning_of_a_long_text() {
        assert_eq!(excerpt("short"), "short");
        assert_eq!(excerpt(&"長".repeat(50)), "長".repeat(40) + "…");
        // Lines, colours and directions are not the author's to give; marks that belong to a letter are.
        assert_eq!(
            excerpt("x\n2 problems\u{1b}[31m\u{202e}\u{2028}"),
            "x\\n2 problems\\u{1b}[31m\\u{202e}\\u{2028}"
        );
        assert_eq!(excerpt("विकास, e\u{301}"), "विकास, e\u{301}");
    }
}
