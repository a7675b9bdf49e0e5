//! The tables: compared, or written anew.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Between the rules that share a line, in the last cell of what is asked.
pub(crate) const AND: &str = ",";

/// Behind the code of a rule that gives the numbers of its published implementations also where they mean little.
pub(crate) const PUBLISHED: &str = "-published";

/// Behind a rule that says the same as published.
pub(crate) const ALSO: char = '+';

/// How many differences are shown.
const SHOWN: usize = 20;

/// Compares lines with the table of this name. The first `key` cells of a line say what is asked.
pub(crate) fn hold(name: &str, key: usize, lines: &[String]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/answers/frozen")
        .join(name);
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    let own = by_key(&text, key);
    if std::env::var_os("UPDATE_ANSWERS").is_some() {
        return fs::write(&path, text).unwrap();
    }
    let frozen = fs::read_to_string(&path).unwrap_or_default();
    assert!(frozen == text, "{}", differences(name, &frozen, &own, key));
}

/// What is asked, by one rule each; the place of the line, and the cells of the answer.
type Lines<'a> = BTreeMap<String, (usize, Vec<&'a str>)>;

fn by_key(text: &str, key: usize) -> Lines<'_> {
    let mut found = Lines::new();
    for (place, line) in text.lines().enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        let (asked, answer) = cells.split_at(key.min(cells.len()));
        let (by, asked) = asked.split_last().unwrap();
        for by in by.split(AND).flat_map(with_published) {
            let asked = [asked, &[&*by]].concat().join(" ");
            let before = found.insert(asked, (place, answer.to_vec()));
            assert!(before.is_none(), "asked twice: {line}");
        }
    }
    found
}

/// A rule, and also itself as published where that says the same.
fn with_published(by: &str) -> Vec<String> {
    match by.strip_suffix(ALSO) {
        Some(plain) => vec![plain.to_owned(), format!("{plain}{PUBLISHED}")],
        None => vec![by.to_owned()],
    }
}

/// The first differing lines, in the order of the new ones, each with the cells that differ in both forms.
fn differences(name: &str, frozen: &str, own: &Lines<'_>, key: usize) -> String {
    let frozen = by_key(frozen, key);
    let differing = |(asked, (_, answer)): &(&String, &(usize, Vec<&str>))| {
        frozen.get(*asked).is_none_or(|(_, before)| before != answer)
    };
    let mut changed: Vec<_> = own.iter().filter(differing).collect();
    changed.sort_by_key(|(_, (place, _))| *place);
    let mut gone: Vec<_> = frozen.iter().filter(|(asked, _)| !own.contains_key(*asked)).collect();
    gone.sort_by_key(|(_, (place, _))| *place);
    let count = changed.len() + gone.len();
    let mut text = format!("{count} lines of tests/answers/frozen/{name} differ");
    if count == 0 {
        text.push_str(": they stand in another order");
    }
    for (asked, (_, answer)) in changed.into_iter().take(SHOWN) {
        let before = frozen.get(asked).map(|(_, before)| &**before);
        write_difference(&mut text, asked, before, Some(answer));
    }
    for (asked, (_, before)) in gone.into_iter().take(SHOWN) {
        write_difference(&mut text, asked, Some(before), None);
    }
    text.push_str(
        "\nif that is meant, write the tables anew, and read their diff: UPDATE_ANSWERS=1 cargo test --test answers\n",
    );
    text
}

/// A line that was there before or is there now, or both: of both, the cells that differ.
fn write_difference(text: &mut String, asked: &str, before: Option<&[&str]>, now: Option<&[&str]>) {
    let only = |one: Option<&[&str]>, other: Option<&[&str]>| {
        one.map(|cells| {
            let other = other.unwrap_or_default();
            let own = cells.iter().filter(|cell| !other.contains(cell));
            own.copied().collect::<Vec<_>>().join("  ")
        })
    };
    writeln!(text, "\n{asked}").unwrap();
    for (sign, cells) in [("-", only(before, now)), ("+", only(now, before))] {
        write!(text, "  {sign} {}", cells.as_deref().unwrap_or("no such line")).unwrap();
        text.push_str(if sign == "-" { "\n" } else { "" });
    }
}

#[test]
fn differences_are_shown_in_both_forms() {
    let own = by_key("a\tx=1\ty=2\nb\tx=3\nd\tx=4\n", 1);
    let text = differences("table", "a\tx=1\ty=5\nb\tx=3\nc\tx=0\n", &own, 1);
    assert!(
        text.starts_with("3 lines of tests/answers/frozen/table differ\na\n  - y=5\n  + y=2\n"),
        "{text}"
    );
    assert!(
        text.contains("\nd\n  - no such line\n  + x=4\nc\n  - x=0\n  + no such line\n"),
        "{text}"
    );
    let text = differences("table", "b\tx=3\na\tx=1\ty=2\nd\tx=4\n", &own, 1);
    assert!(text.contains("another order"), "{text}");
}

#[test]
fn rules_that_share_a_line_are_compared_one_by_one() {
    let own = by_key("plan\tone+,two\tx=1\nplan\tthree\tx=2\n", 2);
    let text = differences("table", "plan\tone,two,one-published,three\tx=1\n", &own, 2);
    assert!(
        text.starts_with("1 lines of tests/answers/frozen/table differ\nplan three\n  - x=1\n  + x=2\n"),
        "{text}"
    );
}
