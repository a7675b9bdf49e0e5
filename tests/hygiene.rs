//! What holds for the repository as a whole.

use std::path::Path;
use std::{fs, io};

use milepost::{
    Band, Bound, Code, Direction, Frequency, Interval, Language, Length, Limit, Measure, Period, Position, Quantity,
    Rate, Requirement, Text, Tolerance, Unit, ValueError, Years,
};

/// Threads may share every noun: this does not compile otherwise.
const _: () = {
    const fn shared<T: Send + Sync + 'static>() {}
    shared::<Band>();
    shared::<Bound>();
    shared::<Code>();
    shared::<Direction>();
    shared::<Frequency>();
    shared::<Interval>();
    shared::<Language>();
    shared::<Length>();
    shared::<Limit>();
    shared::<Measure>();
    shared::<Period>();
    shared::<Position>();
    shared::<Quantity>();
    shared::<Rate>();
    shared::<Requirement>();
    shared::<Text>();
    shared::<Tolerance>();
    shared::<Unit>();
    shared::<ValueError>();
    shared::<Years>();
};

/// Words that say that something is not finished. Written in two halves, since this file is read as well.
const UNFINISHED: [&str; 7] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("HA", "CK"),
    concat!("#[ig", "nore"),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
];

#[test]
fn everything_is_finished() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for path in [
        "src",
        "tests",
        "benches",
        "examples",
        ".ci",
        "README.md",
        "CHANGELOG.md",
        "Cargo.toml",
    ] {
        search(&root.join(path), &mut found).unwrap();
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

fn search(path: &Path, found: &mut Vec<String>) -> io::Result<()> {
    if path.is_dir() && !path.ends_with("target") {
        for entry in fs::read_dir(path)? {
            search(&entry?.path(), found)?;
        }
    } else if path.is_file() {
        let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
        for word in unfinished(&text) {
            found.push(format!("{}: {word}", path.display()));
        }
    }
    Ok(())
}

fn unfinished(text: &str) -> Vec<&'static str> {
    UNFINISHED.into_iter().filter(|word| text.contains(word)).collect()
}

#[test]
fn unfinished_words_are_found() {
    for word in UNFINISHED {
        assert_eq!(unfinished(&format!("fn a() {{}} // {word} b")), [word]);
    }
    assert_eq!(unfinished("the autodoc of a hacksaw, ignored"), [""; 0]);
}
