//! For the tests: what the page of the documents says of the problems: their codes, and what each of them is.

use std::collections::{BTreeMap, BTreeSet};

use super::{ProblemKind, Severity, TableError};
use crate::series::SeriesError;
use crate::value::ValueError;

/// The enums of what can be wrong, each with the file in which its variants are described.
const ENUMS: [(&[(&str, &str)], &str); 4] = [
    (ProblemKind::CODES, include_str!("kind.rs")),
    (ValueError::CODES, include_str!("../../value/mod.rs")),
    (SeriesError::CODES, include_str!("../../series/error.rs")),
    (TableError::CODES, include_str!("table.rs")),
];

/// The first line of the table of all problems.
pub(in crate::plan) const HEAD: &str = "| code | severity | what is wrong |\n";

/// The table of all problems: their codes, their severities, and the first sentence of what describes each.
pub(in crate::plan) fn table() -> String {
    let severities = ProblemKind::SEVERITIES.iter().chain(TableError::SEVERITIES);
    let severities: BTreeMap<_, _> = severities.copied().collect();
    let rows = ENUMS.into_iter().flat_map(|(codes, source)| {
        let described = descriptions(source);
        let row = |(variant, code): &(&str, &str)| {
            let severity = severities.get(code).unwrap_or(&Severity::Error);
            let meaning = described[variant].trim_end_matches('.');
            format!("| `{code}` | {severity} | {meaning} |\n")
        };
        codes.iter().map(row).collect::<Vec<_>>()
    });
    format!("{HEAD}|---|---|---|\n{}", rows.collect::<String>())
}

/// The first line of the comment above each variant of an enum, by the variant's name, from its source in Rust.
fn descriptions(source: &str) -> BTreeMap<&str, &str> {
    let (mut described, mut first) = (BTreeMap::new(), None);
    for line in source.lines() {
        if let Some(words) = line.strip_prefix("    /// ") {
            first = first.or(Some(words));
            continue;
        }
        if line.is_empty() {
            first = None;
        }
        let name = line
            .strip_prefix("    ")
            .map(|line| line.trim_end_matches([' ', '{', ',']));
        let is_name = |name: &&str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        if let Some(variant) = name.filter(is_name) {
            described.extend(first.take().map(|words| (variant, words)));
        }
    }
    described
}

#[test]
fn every_code_is_one_of_its_own_and_says_what_its_kind_is_called() {
    let all = || ENUMS.into_iter().flat_map(|(codes, _)| codes);
    assert_eq!(
        all().map(|(_, code)| code).collect::<BTreeSet<_>>().len(),
        all().count()
    );
    for (kind, code) in ProblemKind::CODES {
        let words = kind.split_inclusive(|letter: char| letter.is_ascii_uppercase());
        let joined: String = code.split('_').collect();
        assert_eq!(joined, kind.to_ascii_lowercase(), "{kind}");
        assert_eq!(code.matches('_').count() + 2, words.count(), "{kind}");
    }
}
