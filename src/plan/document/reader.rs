//! A place of a document, and how the value that should stand there is read.
//!
//! Every method that takes the problems gives the value, or `None` after adding why there is none.

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::super::{ProblemKind, Problems};
use super::example::corrected;
use super::hint::{FieldNames, hint};
use super::noun::{FORMAT, Field, Noun, Type};
use super::synonyms::where_it_stands;
use super::tree::Tree;
use super::words::Vocabulary;
use crate::value::{Code, Languages, Length, Period, Text, ValueError, Weight, date, decimal, excerpt};

/// A place in a document.
#[derive(Debug, Clone)]
pub(crate) struct Node<'t> {
    path: String,
    tree: &'t Tree,
    /// The type of the value that should stand here; `None` if no table of fields says which.
    expected: Option<&'static Type>,
}

impl<'t> Node<'t> {
    /// The whole document.
    pub(crate) const fn root(tree: &'t Tree) -> Self {
        Self {
            path: String::new(),
            tree,
            expected: None,
        }
    }

    /// The path of this place in the document, as problems give it: `pillars[0].code`.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Whether a map stands here.
    pub(crate) const fn is_map(&self) -> bool {
        matches!(self.tree, Tree::Map(_))
    }

    /// The place of a field in this map; `None` if this is no map, or has no such field.
    pub(crate) fn field(&self, field: &str) -> Option<Self> {
        Some(self.entry(field, self.tree.get(field)?))
    }

    /// The place of the value of a key in this map.
    fn entry(&self, key: &str, tree: &'t Tree) -> Self {
        Self {
            path: self.path_of(key),
            tree,
            expected: None,
        }
    }

    /// The path of a field of this map.
    fn path_of(&self, field: &str) -> String {
        if self.path.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.path)
        }
    }

    /// The place of a field of this map; the map itself if the field was left out.
    pub(crate) fn field_or_self(&self, field: &str) -> Self {
        self.field(field).unwrap_or_else(|| self.clone())
    }

    /// The tree at this place, as it was written.
    #[cfg(feature = "csv")]
    pub(crate) const fn tree(&self) -> &'t Tree {
        self.tree
    }

    /// Whether `null` stands here, which counts as nothing.
    pub(crate) const fn is_null(&self) -> bool {
        matches!(self.tree, Tree::Null)
    }

    /// Whether a list stands here.
    pub(crate) const fn is_list(&self) -> bool {
        matches!(self.tree, Tree::List(_))
    }

    /// The text at this place of the document; `None` if something else stands here.
    pub(crate) fn as_text(&self) -> Option<&'t str> {
        match self.tree {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text at this place, if it has no digit and so is a word rather than a number.
    pub(crate) fn text_without_digits(&self) -> Option<&'t str> {
        self.as_text()
            .filter(|text| !text.bytes().any(|byte| byte.is_ascii_digit()))
    }

    /// The digits of the number at this place of the document; `None` if something else stands here.
    pub(crate) fn digits(&self) -> Option<&'t str> {
        match self.tree {
            Tree::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// Reports that something else was `expected` here. Always `None`, so that a reader can return it.
    pub(crate) fn refuse<T>(&self, expected: impl Into<Cow<'static, str>>, problems: &mut Problems) -> Option<T> {
        let (expected, found) = (expected.into(), self.tree.in_words());
        problems.push(&*self.path, ProblemKind::WrongType { expected, found });
        None
    }

    /// Reports that a word cannot stand here; `known` is the end of the message, which says what can. Always `None`, so
    /// that a reader can return it.
    pub(crate) fn refuse_word<T>(&self, word: &str, known: impl Into<String>, problems: &mut Problems) -> Option<T> {
        let (word, known) = (excerpt(word), known.into());
        problems.push(&*self.path, ProblemKind::UnknownWord { word, known });
        None
    }

    /// Reports that a field has no place in this map; `advice` is the end of the message.
    pub(crate) fn refuse_field(&self, field: &str, advice: &str, problems: &mut Problems) {
        let (path, field, known) = (self.path_of(field), field.into(), advice.into());
        problems.push(path, ProblemKind::UnknownField { field, known });
    }

    /// Reports that a map or a list was `expected`, of the type `of` if that is known. The message has an example made
    /// of what the author wrote, if that can be put right; else, for a text or a list in place of a map, the fields of
    /// the map. Always `None`, so that a reader can return it.
    fn refuse_with_example<T>(&self, expected: &str, of: Option<&Type>, problems: &mut Problems) -> Option<T> {
        let example = of.and_then(|of| corrected(self.tree, of));
        let expected = match (example, of, self.tree) {
            (Some(example), ..) => format!("{expected}, such as `{example}`"),
            (None, Some(Type::Map(noun)), Tree::Text(_) | Tree::List(_)) => {
                let fields: Vec<_> = noun.fields().map(|field| field.name).collect();
                format!("{expected} in which can stand `{}`", fields.join("`, `"))
            }
            _ => expected.to_owned(),
        };
        self.refuse(expected, problems)
    }

    /// The value of a result; `None` if it is an error, which is reported at this place.
    pub(crate) fn keep<T, E: Into<ProblemKind>>(&self, result: Result<T, E>, problems: &mut Problems) -> Option<T> {
        result.map_err(|error| problems.push(&*self.path, error)).ok()
    }

    /// Reads a map of the fields of this noun. A key that stands twice is a problem, and so is any other field; the
    /// message names the field that was probably meant, or where in the documents such a field can stand.
    pub(crate) fn fields(&self, noun: &'static Noun, problems: &mut Problems) -> Option<Fields<'t>> {
        let Tree::Map(entries) = self.tree else {
            return self.refuse_with_example("a map", Some(&Type::Map(noun)), problems);
        };
        let mut fields = Fields {
            node: self.clone(),
            noun,
            misspelt: Vec::new(),
        };
        let mut seen = BTreeSet::new();
        let mut names = None;
        for (key, _) in entries {
            if !seen.insert(key) {
                let field = excerpt(key);
                problems.push(self.path_of(&field), ProblemKind::RepeatedField { field });
            } else if noun.field(key).is_none() {
                let names = names.get_or_insert_with(|| FieldNames::of(noun, entries));
                let near = names.nearest_to(key);
                fields.misspelt.extend(near.as_ref().map(|(field, _)| *field));
                if problems.are_full() {
                    // Its words would not be kept.
                    problems.count_error();
                    continue;
                }
                let field = excerpt(key);
                let known = near.map(|(_, words)| words);
                let known = known.or_else(|| where_it_stands(&field, self.tree.get(key), noun));
                let known = known.unwrap_or_else(|| names.in_words());
                problems.push(self.path_of(&field), ProblemKind::UnknownField { field, known });
            }
        }
        Some(fields)
    }

    /// Reads the map of a whole document, with its format and the address of its schema. `None` if it is no map, or of
    /// another format; of such a document nothing else is reported, since nobody knows what would be right in it.
    pub(crate) fn fields_of_document(&self, noun: &'static Noun, problems: &mut Problems) -> Option<Fields<'t>> {
        let format = self.field("format").and_then(|format| format.digits());
        if let Some(unknown) = format.filter(|digits| decimal::from_number(digits) != Ok(FORMAT.into())) {
            let found = excerpt(unknown);
            problems.push("format", ProblemKind::UnknownFormat { found });
            return None;
        }
        let fields = self.fields(noun, problems)?;
        fields.read("format", Self::format, problems);
        fields.read("$schema", Self::plain_text, problems);
        Some(fields)
    }

    /// Reads a list: the items that could be read.
    pub(crate) fn list<T>(
        &self,
        mut read: impl FnMut(&Self, &mut Problems) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<Vec<T>> {
        let items = self.items(problems)?;
        Some(items.filter_map(|item| read(&item, problems)).collect())
    }

    /// A function that reads lists, and their items by `read`.
    pub(crate) fn list_of<T>(
        mut read: impl FnMut(&Self, &mut Problems) -> Option<T>,
    ) -> impl FnMut(&Self, &mut Problems) -> Option<Vec<T>> {
        move |node, problems| node.list(&mut read, problems)
    }

    /// Reads a list: the place of each item.
    pub(crate) fn items(&self, problems: &mut Problems) -> Option<impl ExactSizeIterator<Item = Self> + use<'_, 't>> {
        let Tree::List(items) = self.tree else {
            return self.refuse_with_example("a list", self.expected, problems);
        };
        let expected = match self.expected {
            Some(Type::List(inner) | Type::Pair(inner)) => Some(*inner),
            _ => None,
        };
        let place = move |(index, tree)| Self {
            path: format!("{}[{index}]", self.path),
            tree,
            expected,
        };
        Some(items.iter().enumerate().map(place))
    }

    /// Reads a text as it stands; anything else is reported, with what was `expected`.
    pub(crate) fn string(&self, expected: &'static str, problems: &mut Problems) -> Option<&'t str> {
        match self.tree {
            Tree::Text(text) => Some(text),
            _ => self.refuse(expected, problems),
        }
    }

    /// Reads `true` or `false`.
    pub(crate) fn flag(&self, problems: &mut Problems) -> Option<bool> {
        match self.tree {
            Tree::Flag(flag) => Some(*flag),
            _ => self.refuse("`true` or `false`", problems),
        }
    }

    /// Reads a decimal, as a text or as a number.
    pub(crate) fn decimal(&self, problems: &mut Problems) -> Option<Decimal> {
        match self.tree {
            Tree::Text(text) => self.keep(decimal::parse(text), problems),
            Tree::Number(digits) => self.keep(decimal::from_number(digits), problems),
            _ => self.refuse("a decimal number", problems),
        }
    }

    /// Reads a map from codes to decimals: the entries that could be read.
    pub(crate) fn decimals_by_code(&self, problems: &mut Problems) -> Option<BTreeMap<Code, Decimal>> {
        let entries = self.entries("a map from codes to decimal numbers", problems)?;
        let read = |(key, place): (&str, Self)| {
            let (code, value) = (place.keep(Code::new(key), problems), place.decimal(problems));
            code.zip(value)
        };
        Some(entries.into_iter().filter_map(read).collect())
    }

    /// A function that reads maps from any text to what `read` reads; the entries keep the order of the document.
    #[cfg(feature = "csv")]
    pub(crate) fn by_text<T>(
        mut read: impl FnMut(&Self, &mut Problems) -> Option<T>,
    ) -> impl FnMut(&Self, &mut Problems) -> Option<Vec<(String, T)>> {
        move |node, problems| {
            let entries = node.entries("a map from texts to what they stand for", problems)?;
            let read = |(text, place): (&str, Self)| Some((text.to_owned(), read(&place, problems)?));
            Some(entries.into_iter().filter_map(read).collect())
        }
    }

    /// Reads a map whose keys the author chooses: each key, with the place of its value. A key that comes again is a
    /// problem, and left out.
    pub(crate) fn entries(&self, expected: &'static str, problems: &mut Problems) -> Option<Vec<(&'t str, Self)>> {
        let Tree::Map(entries) = self.tree else {
            return self.refuse(expected, problems);
        };
        let mut seen = BTreeSet::new();
        let mut places = Vec::new();
        for (key, tree) in entries {
            let field = excerpt(key);
            if seen.insert(key) {
                places.push((key.as_str(), self.entry(&field, tree)));
            } else {
                problems.push(self.path_of(&field), ProblemKind::RepeatedField { field });
            }
        }
        Some(places)
    }

    /// Reads a whole number of 64 bits; anything else is reported, with what was `expected`.
    pub(crate) fn integer(&self, expected: &'static str, problems: &mut Problems) -> Option<i64> {
        let number = self.digits().and_then(|digits| decimal::from_number(digits).ok());
        let whole = number.filter(|number| number.fract().is_zero());
        whole
            .and_then(|whole| whole.try_into().ok())
            .or_else(|| self.refuse(expected, problems))
    }

    /// Reads the number of the format; any number is right, since a wrong one was refused before.
    pub(crate) fn format(&self, problems: &mut Problems) -> Option<()> {
        match self.tree {
            Tree::Number(_) => Some(()),
            _ => self.refuse("the number 1", problems),
        }
    }

    /// Reads the weight of a target or a pillar.
    pub(crate) fn weight(&self, problems: &mut Problems) -> Option<Weight> {
        // It counts beside its neighbours, and has no unit in which it could be a share.
        let text = self.as_text().unwrap_or_default();
        let percent = text
            .trim()
            .strip_suffix(['%', '\u{FF05}'])
            .map(|number| number.trim().replace(',', "."));
        if let Some(number) = percent.filter(|number| decimal::parse(number).is_ok()) {
            let right = format!("write `{number}`, and the weights of its neighbours in the same way").into();
            let text = excerpt(text);
            return self.keep(Err(ValueError::Decimal { text, right }), problems);
        }
        let weight = self.decimal(problems)?;
        self.keep(Weight::new(weight), problems)
    }

    /// Reads a code.
    pub(crate) fn code(&self, problems: &mut Problems) -> Option<Code> {
        let text = self.string("a code, such as `gdp-2026`", problems)?;
        self.keep(Code::new(text), problems)
    }

    /// Reads a list of codes: those that could be read, each with its index in the list.
    pub(crate) fn codes(&self, problems: &mut Problems) -> Option<Vec<(usize, Code)>> {
        let items = self.items(problems)?.enumerate();
        Some(
            items
                .filter_map(|(index, node)| Some((index, node.code(problems)?)))
                .collect(),
        )
    }

    /// Reads a period, which is a text; a year as a number is refused, with the text that was meant.
    pub(crate) fn period(&self, problems: &mut Problems) -> Option<Period> {
        let year = self.digits().filter(|digits| digits.parse::<Period>().is_ok());
        if let Some(year) = year {
            return self.refuse(format!("a period as a text, `\"{year}\"`"), problems);
        }
        let text = self.string(
            "a period as a text, such as `\"2026\"` or `\"2022-01-01/P5Y\"`",
            problems,
        )?;
        self.keep(text.parse::<Period>(), problems)
    }

    /// Reads a day.
    pub(crate) fn date(&self, problems: &mut Problems) -> Option<NaiveDate> {
        let text = self.string("a date as a text, such as `\"2026-01-26\"`", problems)?;
        self.keep(date(text), problems)
    }

    /// Reads a text that is in no language.
    pub(crate) fn plain_text(&self, problems: &mut Problems) -> Option<&'t str> {
        self.string("a text", problems)
    }

    /// A function that reads a length of time, or one of the words `others`.
    pub(crate) fn length_or<T: Clone + From<Length>>(
        others: &Vocabulary<T>,
    ) -> impl Fn(&Self, &mut Problems) -> Option<T> {
        let lengths = Length::NAMED.map(|(word, length)| (word, T::from(length)));
        let words = [lengths.as_slice(), others].concat();
        move |node, problems| match node.tree {
            Tree::Text(text) if text.starts_with('P') => node.keep(text.parse::<Length>().map(T::from), problems),
            _ => node.word_or(&words, ", or a duration such as `P3Y`", problems),
        }
    }

    /// Reads one of several words: its meaning.
    pub(crate) fn word<T: Clone>(&self, words: &Vocabulary<T>, problems: &mut Problems) -> Option<T> {
        self.word_or(words, "", problems)
    }

    /// Reads one of several words: its meaning. `other` says in words what else can stand here.
    pub(crate) fn word_or<T: Clone>(&self, words: &Vocabulary<T>, other: &str, problems: &mut Problems) -> Option<T> {
        let names = || -> Vec<_> { words.iter().map(|(word, _)| *word).collect() };
        let Tree::Text(text) = self.tree else {
            return self.refuse(format!("one of the words `{}`{other}", names().join("`, `")), problems);
        };
        if let Some((_, meaning)) = words.iter().find(|(word, _)| word == text) {
            return Some(meaning.clone());
        }
        let (near, mut known) = hint(text, &names());
        if near.is_none() {
            known.push_str(other);
        }
        self.refuse_word(text, known, problems)
    }

    /// A function that reads one of several words: its meaning.
    pub(crate) fn one_of<T: Clone>(words: &Vocabulary<T>) -> impl Fn(&Self, &mut Problems) -> Option<T> {
        move |node, problems| node.word(words, problems)
    }

    /// Reads words for people, plain or by language.
    pub(crate) fn text(&self, problems: &mut Problems) -> Option<Text> {
        match self.tree {
            Tree::Text(words) => self.keep(Text::new(words), problems),
            Tree::Map(entries) if entries.is_empty() => self.keep(Err(ValueError::TextEmpty), problems),
            Tree::Map(entries) => self.text_by_language(entries, problems),
            _ => self.refuse("a text, or a map from language tags to texts", problems),
        }
    }

    /// The text in the entries of a map, each a language tag with words; `None` if one of them has errors.
    fn text_by_language(&self, entries: &'t [(String, Tree)], problems: &mut Problems) -> Option<Text> {
        let mut languages = Languages::default();
        let mut is_whole = true;
        for (tag, tree) in entries {
            let place = self.entry(&excerpt(tag), tree);
            let words = place.string("a text", problems);
            is_whole &= words
                .and_then(|words| place.keep(languages.add(tag, words), problems))
                .is_some();
        }
        languages.into_text().filter(|_| is_whole)
    }
}

/// A value of which a part may be unreadable: the part that is known, and the whole value where all of it could be
/// read.
pub(super) struct PartlyRead<Known, Whole> {
    pub(super) known: Known,
    pub(super) whole: Option<Whole>,
}

impl<Known, Whole> PartlyRead<Known, Whole> {
    /// Both halves of a value that may be left out: what is known of it, and the whole value.
    pub(super) fn split(read: Option<Self>) -> (Option<Known>, Option<Whole>) {
        read.map_or((None, None), |read| (Some(read.known), read.whole))
    }
}

impl<Known: Default, Whole> Default for PartlyRead<Known, Whole> {
    /// A value of which nothing could be read: it is only known to be there.
    fn default() -> Self {
        let (known, whole) = (Known::default(), None);
        Self { known, whole }
    }
}

/// The end of a message on a missing unit, which says how one is written; empty where something else is missing.
pub(super) fn form_of_unit(expected: &Type) -> &'static str {
    match expected {
        Type::Map(noun) if noun.name == "unit" => {
            "; thousands of tonnes are `{\"code\": \"t\", \"multiplier\": 3}`, and per cent is `{\"code\": \"1\", \"multiplier\": -2}`"
        }
        Type::Either(Type::Map(noun), Type::Map(_)) if noun.name == "unit" => {
            "; thousands of tonnes are `{\"code\": \"t\", \"multiplier\": 3}`, per cent is `{\"code\": \"1\", \"multiplier\": -2}`, \
             and where a column says it, it is `{\"column\": \"Unit\"}`"
        }
        _ => "",
    }
}

/// The fields of a map, of which unknown ones were refused already.
#[derive(Debug)]
pub(crate) struct Fields<'t> {
    node: Node<'t>,
    noun: &'static Noun,
    /// The known fields that the author probably meant by unknown ones.
    misspelt: Vec<&'static str>,
}

impl<'t> Fields<'t> {
    /// The path of the map.
    pub(crate) fn path(&self) -> &str {
        &self.node.path
    }

    /// The place of a field, with the type that its value should have; `None` if the map has no such field.
    pub(crate) fn get(&self, field: &str) -> Option<Node<'t>> {
        let expected = self.noun.field(field).map(|known| &known.value);
        self.node.field(field).map(|node| Node { expected, ..node })
    }

    /// Whether the map has a field, whatever its value.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.node.tree.get(field).is_some()
    }

    /// The path of a field, whether the map has it or not.
    pub(crate) fn path_of(&self, field: &str) -> String {
        self.node.path_of(field)
    }

    /// The value of a result; `None` if it is an error, which is reported at the field, or at the map if that lacks it.
    pub(crate) fn keep<T, E: Into<ProblemKind>>(
        &self,
        field: &str,
        result: Result<T, E>,
        problems: &mut Problems,
    ) -> Option<T> {
        self.node.field_or_self(field).keep(result, problems)
    }

    /// Whether an unknown field of the map is probably this one, misspelt. It was reported then, and this one is not
    /// reported as missing too.
    pub(crate) fn is_misspelt(&self, field: &str) -> bool {
        self.misspelt.contains(&field)
    }

    /// Whether an unknown field of the map is probably a known one, misspelt.
    pub(crate) fn has_misspelt(&self) -> bool {
        !self.misspelt.is_empty()
    }

    /// The one field of these (`of`) that the map has. It is a problem if it has none of them, unless one is misspelt,
    /// or more than one; `in_words` lists the fields in the message.
    pub(crate) fn exactly_one(
        &self,
        of: &[&'static str],
        in_words: &'static str,
        problems: &mut Problems,
    ) -> Option<&'static str> {
        let there: Vec<_> = of.iter().copied().filter(|field| self.has(field)).collect();
        match *there {
            [only] => return Some(only),
            [] if of.iter().any(|field| self.is_misspelt(field)) => {}
            _ => {
                let (found, fields) = (there.len(), in_words);
                problems.push(self.path(), ProblemKind::NotExactlyOne { found, fields });
            }
        }
        None
    }

    /// Reports that a field is missing, at the path that it would have.
    pub(crate) fn report_missing(&self, field: &'static str, problems: &mut Problems) {
        let known = match self.noun.field(field).map(|known| &known.value) {
            Some(Type::OneOf(words)) => words.words(),
            Some(Type::Format) => Vec::from(["1"]),
            _ => Vec::new(),
        };
        let form = self.noun.field(field).map_or("", |known| form_of_unit(&known.value));
        problems.push(self.path_of(field), ProblemKind::MissingField { field, known, form });
    }

    /// Reports, at the field `other`, that it cannot stand together with the field `one`.
    pub(crate) fn refuse_together(&self, one: &'static str, other: &'static str, problems: &mut Problems) {
        problems.push(self.path_of(other), ProblemKind::NotTogether { one, other });
    }

    /// The value that `read` reads in a field; `None` if the map lacks the field, or its value is wrong. A required
    /// field that is missing or `null` is reported.
    pub(crate) fn read<T>(
        &self,
        field: &'static str,
        read: impl FnOnce(&Node<'t>, &mut Problems) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<T> {
        let node = self.get(field);
        let is_required = self.noun.field(field).is_some_and(Field::is_required);
        if is_required && node.as_ref().is_none_or(Node::is_null) && !self.is_misspelt(field) {
            self.report_missing(field, problems);
            return None;
        }
        read(&node?, problems)
    }

    /// The value that `read` reads in a field, or if the map lacks the field, `default`; `None` if the value is wrong.
    pub(crate) fn or_default<T>(
        &self,
        field: &'static str,
        default: T,
        read: impl FnOnce(&Node<'t>, &mut Problems) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<T> {
        match self.get(field) {
            Some(node) => read(&node, problems),
            None => Some(default),
        }
    }
}
