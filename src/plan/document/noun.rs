//! The nouns of the documents: the fields that can stand in the map of each.

use alloc::vec::Vec;
use core::fmt::Debug;

use super::form::Domain;

/// The format that this version reads and writes.
pub(crate) const FORMAT: u8 = 1;

/// A kind of map in documents, such as a target or a baseline.
#[derive(Debug)]
pub(crate) struct Noun {
    /// As the page of the documents calls it.
    pub(crate) name: &'static str,
    /// What the noun is, for authors: the rest of a sentence without its end.
    pub(crate) is: &'static str,
    /// In groups, since a group can stand in several nouns.
    pub(crate) fields: &'static [&'static [Field]],
}

impl Noun {
    /// The fields of the noun, in the order in which a message lists them.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields.iter().copied().flatten()
    }

    /// The field of this name; `None` if the noun has none.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields().find(|known| known.name == name)
    }
}

/// A key in the map of a noun, with the type of its value.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) value: Type,
    pub(crate) left_out: LeftOut,
    /// What the field says, for authors: a sentence without its end.
    pub(crate) meaning: &'static str,
}

impl Field {
    /// Whether the field must be there.
    pub(crate) const fn is_required(&self) -> bool {
        matches!(self.left_out, LeftOut::Refused)
    }
}

/// The meaning of a map without the field.
#[derive(Debug)]
pub(crate) enum LeftOut {
    /// A problem.
    Refused,
    /// Exactly one of all fields of the noun with this variant must be there; the words say so.
    ForAnother(&'static str),
    /// The same as a map with this value in the field, in JSON.
    Writes(&'static str),
    /// What these words say.
    Means(&'static str),
}

/// The type of the value of a field.
#[derive(Debug)]
pub(crate) enum Type {
    /// The number of the format.
    Format,
    Code,
    /// The code of another part of the plan.
    CodeOf(&'static Noun),
    /// Words for people, plain or by language.
    Text,
    /// Plain words that are in no language, such as an address.
    PlainText,
    Date,
    Period,
    /// A length of time, or one of these words.
    Length(&'static [&'static str]),
    Decimal,
    DecimalIn(&'static Domain),
    /// A map from codes of things of this kind to decimals.
    DecimalsBy(&'static Noun),
    /// A map from the texts of a column to what each of them stands for.
    #[cfg_attr(
        not(feature = "csv"),
        expect(dead_code, reason = "what only the map of a table says")
    )]
    ByText(&'static Self),
    /// A whole number, from the first on, and to the second if there is one.
    WholeNumberIn(i8, Option<i8>),
    Flag,
    OneOf(&'static dyn WordList),
    Map(&'static Noun),
    List(&'static Self),
    /// A list of exactly two.
    Pair(&'static Self),
    Either(&'static Self, &'static Self),
}

/// The words of which a field has one, without their meanings.
pub(crate) trait WordList: Debug + Sync {
    /// The words, in the order in which a message lists them.
    fn words(&self) -> Vec<&'static str>;
}

impl<T: Debug + Sync> WordList for &'static [(&'static str, T)] {
    fn words(&self) -> Vec<&'static str> {
        self.iter().map(|(word, _)| *word).collect()
    }
}

#[cfg(test)]
#[cfg(feature = "csv")]
pub(crate) use tests::check_page_of;

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::collections::BTreeSet;
    use std::{env, fs};

    use serde_json::{Value, json};

    use super::*;
    use crate::plan::GoalKind;
    use crate::plan::document::fields::{OBSERVATIONS, PLAN, REQUIREMENT, goal_of};
    use crate::plan::document::form::{CODE, DATE, DECIMAL, Form, LENGTH, PERIOD, PLAIN_TEXT, TEXT};
    use crate::plan::document::reader::form_of_unit;
    use crate::plan::problem::{PAGE_HEAD, page_table};
    use crate::plan::{ObservationsDocument, PlanDocument, Problem, ProblemKind, Problems};
    use crate::value;

    const PAGE: &str = include_str!("../../../docs/documents.md");

    /// The two documents, each with its noun: together, every noun stands in them.
    const DOCUMENTS: [(&Noun, &str); 2] = [
        (&PLAN, include_str!("../../../tests/documents/plan.json")),
        (
            &OBSERVATIONS,
            include_str!("../../../tests/documents/observations.json"),
        ),
    ];

    /// Every noun of plans and observations.
    fn nouns() -> Vec<&'static Noun> {
        nouns_from(&[&PLAN, &OBSERVATIONS])
    }

    /// These nouns and every one that stands in them, in the order in which a reader meets them.
    fn nouns_from(roots: &[&'static Noun]) -> Vec<&'static Noun> {
        fn add(noun: &'static Noun, nouns: &mut Vec<&'static Noun>) {
            if nouns.iter().all(|known| known.name != noun.name) {
                nouns.push(noun);
                let inner = noun.fields().flat_map(|field| nouns_in(&field.value));
                inner.for_each(|inner| add(inner, nouns));
            }
        }
        let mut nouns = Vec::new();
        for root in roots {
            add(root, &mut nouns);
        }
        nouns
    }

    /// The nouns of which a map can stand there.
    fn nouns_in(value: &Type) -> Vec<&'static Noun> {
        match value {
            Type::Map(noun) => vec![noun],
            Type::List(inner) | Type::Pair(inner) | Type::ByText(inner) => nouns_in(inner),
            Type::Either(one, other) => [nouns_in(one), nouns_in(other)].concat(),
            _ => Vec::new(),
        }
    }

    fn plural(noun: &str) -> String {
        if let Some((noun, of)) = noun.split_once(" of ") {
            return format!("{} of {of}", plural(noun));
        }
        match noun.strip_suffix('y') {
            _ if noun.ends_with('s') => noun.to_owned(),
            Some(stem) => format!("{stem}ies"),
            None => format!("{noun}s"),
        }
    }

    /// The words in a row, the last behind an "or".
    fn one_of(words: &[&str]) -> String {
        let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
        match words.split_last() {
            Some((last, before)) if !before.is_empty() => format!("{} or {last}", before.join(", ")),
            _ => words.concat(),
        }
    }

    /// A type as the page of the documents says it.
    fn in_words(value: &Type) -> String {
        match value {
            Type::Format => "the number 1".into(),
            Type::Code => "code".into(),
            Type::CodeOf(noun) if noun.name.starts_with(['a', 'e', 'i', 'o']) => format!("code of an {}", noun.name),
            Type::CodeOf(noun) => format!("code of a {}", noun.name),
            Type::Text => "text".into(),
            Type::PlainText => "string".into(),
            Type::Date => "date".into(),
            Type::Period => "period".into(),
            Type::Length([]) => "length".into(),
            Type::Length(words) => format!("{} or length", one_of(words)),
            Type::Decimal => "decimal".into(),
            Type::DecimalIn(domain) => format!("decimal {}", domain.words),
            Type::DecimalsBy(noun) => format!("map from codes of {} to decimals", plural(noun.name)),
            Type::ByText(inner) => format!("map from each text to its {}", in_words(inner)),
            Type::WholeNumberIn(least, None) => format!("whole number from {least} on"),
            Type::WholeNumberIn(least, Some(most)) => format!("whole number from {least} to {most}").replace('-', "−"),
            Type::Flag => "`true` or `false`".into(),
            Type::OneOf(words) => one_of(&words.words()),
            Type::Map(noun) => noun.name.into(),
            Type::List(Type::OneOf(words)) => format!("list of {}", one_of(&words.words())),
            Type::List(Type::CodeOf(noun)) => format!("list of codes of {}", plural(noun.name)),
            Type::List(inner) => format!("list of {}", plural(&in_words(inner))),
            Type::Pair(inner) => format!("list of two {}", plural(&in_words(inner))),
            Type::Either(Type::OneOf(words), other) => {
                let words: Vec<_> = words.words().into_iter().map(|word| format!("`{word}`")).collect();
                let last = if matches!(other, Type::Either(..)) { "," } else { " or" };
                let other = match other {
                    Type::List(Type::OneOf(_)) => "a list of them".into(),
                    other => in_words(other),
                };
                format!("{}{last} {other}", words.join(", "))
            }
            Type::Either(one, other) => format!("{} or {}", in_words(one), in_words(other)),
        }
    }

    /// The table of a noun on the page.
    fn table(noun: &Noun) -> String {
        let row = |field: &Field| {
            let left_out = match field.left_out {
                LeftOut::Refused => "refused".into(),
                LeftOut::Writes(json) => format!("`{json}`"),
                LeftOut::Means(words) | LeftOut::ForAnother(words) => words.to_owned(),
            };
            format!(
                "| `{}` | {} | {left_out} | {} |\n",
                field.name,
                in_words(&field.value),
                field.meaning
            )
        };
        let rows: String = noun.fields().map(row).collect();
        format!("{}|---|---|---|---|\n{rows}", head(noun))
    }

    /// The table of how values are written.
    fn forms() -> String {
        let row = |form: &Form| {
            let examples: Vec<_> = form.examples.iter().map(|example| format!("`{example}`")).collect();
            format!("| {} | {} | {} |\n", form.name, form.written, examples.join(", "))
        };
        let forms = [DECIMAL, CODE, DATE, PERIOD, TEXT, PLAIN_TEXT, LENGTH];
        let rows: String = forms.iter().map(row).collect();
        format!("{FORMS}|---|---|---|\n{rows}")
    }

    const FORMS: &str = "| type | written | example |\n";

    /// The first line of the table of a noun.
    fn head(noun: &Noun) -> String {
        format!("| {} | type | left out | meaning |\n", noun.name)
    }

    #[test]
    fn the_page_shows_every_noun_and_every_problem_as_it_is() {
        let others = [(FORMS.to_owned(), forms()), (PAGE_HEAD.into(), page_table())];
        check_page("documents.md", PAGE, &nouns(), others);
    }

    /// Checks a page on which other nouns stand: these, and those in them that are none of plans and observations.
    #[cfg(feature = "csv")]
    pub(crate) fn check_page_of(file: &str, page: &str, roots: &[&'static Noun]) {
        let known: Vec<_> = nouns().into_iter().map(|noun| noun.name).collect();
        let nouns = nouns_from(roots).into_iter().filter(|noun| !known.contains(&noun.name));
        check_page(file, page, &nouns.collect::<Vec<_>>(), []);
    }

    /// That the tables of a page are those of its nouns and these others, each behind its first line, and that it says
    /// what each noun is. With `UPDATE=1` in the environment the tables are written anew.
    fn check_page(file: &str, is: &str, nouns: &[&Noun], others: impl IntoIterator<Item = (String, String)>) {
        let mut page = is.to_owned();
        let tables = nouns.iter().map(|noun| (head(noun), table(noun)));
        for (head, table) in tables.chain(others) {
            let Some((before, rest)) = page.split_once(&head) else {
                panic!("no table on the page begins with\n{head}");
            };
            let (_, behind) = rest.split_once("\n\n").unwrap();
            page = format!("{before}{table}\n{behind}");
        }
        if env::var_os("UPDATE").is_some() {
            return fs::write(format!("{}/docs/{file}", env!("CARGO_MANIFEST_DIR")), page).unwrap();
        }
        for (is, should) in is.lines().zip(page.lines()) {
            assert_eq!(is, should, "UPDATE=1 writes the page anew");
        }
        assert_eq!(is.matches("| type | left out | meaning |").count(), nouns.len());
        let words = is.replace('\n', " ");
        for Noun { name, is, .. } in nouns {
            let mut sentences = ["is", "are"].iter().map(|verb| format!("**{name}** {verb} {is}"));
            assert!(
                sentences.any(|sentence| words.contains(&sentence)),
                "**{name}** is {is}"
            );
        }
    }

    #[test]
    fn the_page_says_what_each_goal_is_and_has() {
        for (name, kind) in GoalKind::WORDS {
            let begin = format!("| `{name}` |");
            let row = PAGE
                .lines()
                .find(|line| line.starts_with(&begin) && line.contains("\"kind\""))
                .unwrap();
            let is_shared =
                |field: &&Field| field.name == "kind" || REQUIREMENT.iter().any(|one| one.name == field.name);
            let own = goal_of(Some(*kind)).fields().filter(|field| !is_shared(field));
            let own: Vec<_> = own.map(|field| format!("`{}`", field.name)).collect();
            assert_eq!(row.split('|').nth(3).unwrap().trim(), own.join(", "), "{name}");
            assert_eq!(row.split('|').nth(2).unwrap().trim(), goal_of(Some(*kind)).is, "{name}");
        }
    }

    /// A map in a document, by its JSON pointer, with its noun.
    type Site = (&'static Noun, String);

    fn sites(noun: &'static Noun, map: &Value, at: &str, found: &mut Vec<Site>) {
        let noun = match (noun.name, map["kind"].as_str()) {
            ("goal", Some(word)) => goal_of(
                GoalKind::WORDS
                    .iter()
                    .find(|(kind, _)| *kind == word)
                    .map(|(_, kind)| *kind),
            ),
            _ => noun,
        };
        found.push((noun, at.to_owned()));
        for field in noun.fields() {
            for inner in nouns_in(&field.value) {
                match &map[field.name] {
                    Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| {
                        sites(inner, item, &format!("{at}/{}/{index}", field.name), found);
                    }),
                    // Of several maps that can stand there it is the one whose fields it has.
                    Value::Object(keys) if inner.fields().any(|own| keys.contains_key(own.name)) => {
                        sites(inner, &map[field.name], &format!("{at}/{}", field.name), found);
                    }
                    _ => {}
                }
            }
        }
    }

    /// What a document is read as, in its own words, and the problems.
    fn check(root: &Noun, document: Value) -> (Option<String>, Vec<String>) {
        let placed = |one: &Problem| format!("{}: {}", one.path(), one.message());
        let lines = |problems: &Problems| problems.iter().map(placed).collect();
        if root.name == PLAN.name {
            let checked = serde_json::from_value::<PlanDocument>(document).unwrap().check();
            (checked.value.map(|plan| format!("{plan:?}")), lines(&checked.problems))
        } else {
            let checked = serde_json::from_value::<ObservationsDocument>(document)
                .unwrap()
                .check();
            (
                checked.value.map(|observations| format!("{observations:?}")),
                lines(&checked.problems),
            )
        }
    }

    /// What a message expects where nothing of this type is found.
    fn expected(value: &Type) -> Cow<'static, str> {
        Cow::Borrowed(match value {
            Type::Format => "the number 1",
            Type::Code | Type::CodeOf(_) => "a code, such as `gdp-2026`",
            Type::Text => "a text, or a map from language tags to texts",
            Type::PlainText => "a text",
            Type::Date => "a date as a text, such as `\"2026-01-26\"`",
            Type::Period => "a period as a text, such as `\"2026\"` or `\"2022-01-01/P5Y\"`",
            Type::OneOf(words) => return format!("one of the words `{}`", words.words().join("`, `")).into(),
            Type::Length(others) => {
                let words = words_of_lengths(others).join("`, `");
                return format!("one of the words `{words}`{OR_A_DURATION}").into();
            }
            Type::Decimal | Type::DecimalIn(_) => "a decimal number",
            Type::WholeNumberIn(_, None) => "a whole number, such as 2",
            Type::WholeNumberIn(..) => "a power of ten, such as 8",
            Type::Flag => "`true` or `false`",
            Type::Map(_) => "a map",
            Type::DecimalsBy(_) => "a map from codes to decimal numbers",
            Type::ByText(_) => "a map from texts to what they stand for",
            Type::List(_) | Type::Pair(_) => "a list",
            Type::Either(Type::OneOf(_), Type::Map(noun)) if noun.name == "part" => {
                "`total`, or a map with a `breakdown` or `each`"
            }
            Type::Either(Type::OneOf(_), Type::List(_)) => "a word, or a list of words",
            Type::Either(Type::OneOf(_), _) => {
                "the name of a path, or a map, `{\"schedule\": […], \"between\": …}` or `{\"shape\": …, \"ceiling\": …}`"
            }
            Type::Either(one, _) => return expected(one),
        })
    }

    /// What else than a word can stand for a length.
    const OR_A_DURATION: &str = ", or a duration such as `P3Y`";

    /// The words that can stand for a length, those of these `others` included.
    fn words_of_lengths(others: &[&'static str]) -> Vec<&'static str> {
        let named = value::Length::NAMED.iter().map(|(word, _)| *word);
        named.chain(others.iter().copied()).collect()
    }

    /// What is written in vain, and the words in which it is refused, behind the path of the field.
    fn refusals(value: &Type, missing: Option<&str>, refused: &mut Vec<(Value, String)>) {
        let expected = expected(value);
        let null = missing.map_or_else(
            || format!(": expected {expected}, found nothing (`null`): what is not known is left out"),
            |missing| format!(": {missing}"),
        );
        refused.push((Value::Null, null));
        if !matches!(
            value,
            Type::Text | Type::Map(_) | Type::DecimalsBy(_) | Type::Either(_, Type::Map(_) | Type::Either(..))
        ) {
            refused.push((json!({"?": 1}), format!(": expected {expected}, found a map")));
        }
        refusals_within(value, refused);
    }

    /// How a word is refused where these can stand, and beside some of them something else.
    fn refusal_of_word(words: &[&str]) -> String {
        let parts =
            "`total`, or a map for a part, `{\"breakdown\": \"women\"}`, or for all of them, `{\"each\": \"sex\"}`";
        let known = match words {
            ["not_stated"] => "a decimal number or `not_stated`".to_owned(),
            ["total"] => parts.to_owned(),
            _ => format!("`{}`", words.join("`, `")),
        };
        format!(": `?` cannot stand here; what can stand here is {known}")
    }

    /// The refusals of what is inside of lists, maps and words.
    fn refusals_within(value: &Type, refused: &mut Vec<(Value, String)>) {
        let list = |names: Vec<&str>| format!("what can stand here is `{}`", names.join("`, `"));
        match value {
            Type::OneOf(words) => refused.push((json!("?"), refusal_of_word(&words.words()))),
            Type::Length(others) => refused.push((
                json!("?"),
                format!(
                    ": `?` cannot stand here; {}{OR_A_DURATION}",
                    list(words_of_lengths(others))
                ),
            )),
            Type::Map(noun) => {
                let names = noun.fields().map(|field| field.name).collect();
                refused.push((
                    json!({"?": 1}),
                    format!(".?: there is no field `?` here; {}", list(names)),
                ));
            }
            Type::DecimalsBy(_) => {
                let code = value::Code::new("?").unwrap_err();
                refused.push((json!({"?": "1"}), format!(".?: {code}")));
                refused.push((
                    json!({"a": [] }),
                    ".a: expected a decimal number, found a list of 0".into(),
                ));
            }
            Type::List(inner) | Type::Pair(inner) => {
                let mut of_items = Vec::new();
                refusals(inner, None, &mut of_items);
                let second = if matches!(value, Type::Pair(_)) {
                    vec![json!("1")]
                } else {
                    Vec::new()
                };
                refused.extend(of_items.into_iter().map(|(item, words)| {
                    (
                        Value::from([vec![item], second.clone()].concat()),
                        format!("[0]{words}"),
                    )
                }));
            }
            // What is neither of two maps is told the fields of both.
            Type::Either(Type::Map(one), Type::Map(other)) => {
                let names = one.fields().chain(other.fields()).map(|field| field.name).collect();
                refused.push((
                    json!({"?": 1}),
                    format!(".?: there is no field `?` here; {}", list(names)),
                ));
            }
            Type::Either(one, other) => {
                refusals_within(one, refused);
                refusals_within(other, refused);
            }
            _ => {}
        }
    }

    /// Every field of every noun, in a document from which it was left out and in which it was changed.
    #[test]
    fn every_field_is_read_as_its_table_says() {
        let mut fields = BTreeSet::new();
        for (root, text) in DOCUMENTS {
            let document: Value = serde_json::from_str(text).unwrap();
            assert_eq!(check(root, document.clone()).1, [""; 0]);
            let mut found = Vec::new();
            sites(root, &document, "", &mut found);
            for (noun, at) in found {
                let steps = at.split('/').skip(1).map(|step| match step.parse::<usize>() {
                    Ok(index) => format!("[{index}]"),
                    Err(_) => format!(".{step}"),
                });
                let path: String = steps.collect();
                for field in noun.fields() {
                    let name = field.name;
                    let with = |value: Option<Value>| {
                        let mut document = document.clone();
                        let map = document.pointer_mut(&at).and_then(Value::as_object_mut).unwrap();
                        map.remove(name);
                        map.extend(value.map(|value| (name.to_owned(), value)));
                        check(root, document)
                    };
                    let place = format!("{path}.{name}");
                    let (value, problems) = with(None);
                    let words = match &field.value {
                        Type::OneOf(words) => format!("; what can stand there is `{}`", words.words().join("`, `")),
                        Type::Format => "; what can stand there is `1`".into(),
                        other => form_of_unit(other).to_owned(),
                    };
                    let place_of_field = place.trim_start_matches('.');
                    let missing = format!("the field `{name}` is missing{words}");
                    assert!(value.is_some() || !problems.is_empty(), "{place}");
                    let is_refused = matches!(field.left_out, LeftOut::Refused);
                    let is_missed = problems.contains(&format!("{place_of_field}: {missing}"));
                    assert_eq!(is_missed, is_refused, "{place}: {problems:#?}");
                    let no_value = ProblemKind::MissingValue.to_string();
                    let null = if problems.contains(&format!("{place_of_field}: {no_value}")) {
                        Some(no_value)
                    } else {
                        Some(missing).filter(|_| is_refused)
                    };
                    if let LeftOut::Writes(json) = field.left_out {
                        let written = serde_json::from_str(json).unwrap();
                        assert_eq!(with(Some(written)), (value, problems), "{place}");
                    }
                    let mut refused = Vec::new();
                    refusals(&field.value, null.as_deref(), &mut refused);
                    for (value, words) in refused {
                        let line = format!("{}{words}", place.trim_start_matches('.'));
                        let (_, problems) = with(Some(value));
                        assert!(problems.contains(&line), "{line}\n{problems:#?}");
                    }
                    fields.insert((noun.name, name));
                }
            }
        }
        let all = nouns().into_iter().flat_map(Noun::fields).count();
        assert_eq!(fields.len(), all);
    }
}
