//! What the page of the documents says of the problems: their codes, and what each of them is.

use std::collections::{BTreeMap, BTreeSet};

use super::{ProblemKind, Severity, TableError};
use crate::series::SeriesError;
use crate::value::ValueError;

/// The enums of what can be wrong, each with the file in which its variants are described.
const ENUMS: [(&[(&str, &str)], &str); 4] = [
    (ProblemKind::CODES, include_str!("kind.rs")),
    (ValueError::CODES, include_str!("../../value/mod.rs")),
    (SeriesError::CODES, include_str!("../../series/mod.rs")),
    (TableError::CODES, include_str!("table.rs")),
];

/// The first line of the table of all problems.
pub(in crate::plan) const HEAD: &str = "| code | severity | what is wrong |\n";

/// The table of all problems: their codes, their severities, and the first sentence of what describes each.
pub(in crate::plan) fn table() -> String {
    let severities: BTreeMap<_, _> = ProblemKind::SEVERITIES.iter().copied().collect();
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

/// The first line above each variant that describes it.
fn descriptions(source: &str) -> BTreeMap<&str, &str> {
    let (mut described, mut first) = (BTreeMap::new(), None);
    for line in source.lines() {
        first = first.filter(|_| !line.is_empty());
        let name = line
            .strip_prefix("    ")
            .and_then(|line| line.strip_suffix([' ', '{', ',']));
        match (
            line.strip_prefix("    /// "),
            name.map(|name| name.trim_end_matches([' ', '{'])),
        ) {
            (Some(words), _) => first = first.or(Some(words)),
            (None, Some(variant)) if variant.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
                described.extend(first.take().map(|words| (variant, words)));
            }
            _ => {}
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
