//! For the tests: what the page of the documents says of the problems: their codes, and what each of them is.

use std::collections::{BTreeMap, BTreeSet};

use super::{ProblemKind, Severity, TableError};
use crate::batch::BatchError;
use crate::growth::GrowthError;
use crate::rule::RuleError;
use crate::series::SeriesError;
use crate::trajectory::TrajectoryError;
use crate::value::ValueError;

/// A kind of problem: its name in Rust, its code, and its meaning.
type Described = (&'static str, &'static str, &'static str);

/// All kinds of problems that have codes, by their enum.
fn described() -> [Vec<Described>; 4] {
    let all = [
        ProblemKind::CODES,
        ValueError::CODES,
        SeriesError::CODES,
        TableError::CODES,
    ];
    all.map(|of| of.iter().copied().filter(|(_, code, _)| !code.is_empty()).collect())
}

/// The first line of the table of all problems.
pub(in crate::plan) const HEAD: &str = "| code | severity | what is wrong |\n";

/// The table of all problems: their codes, their severities, and the first line of what describes each.
pub(in crate::plan) fn table() -> String {
    let severities = ProblemKind::SEVERITIES.iter().chain(TableError::SEVERITIES);
    let severities: BTreeMap<_, _> = severities.copied().collect();
    let severity = |code: &str| *severities.get(code).unwrap_or(&Severity::Error);
    let rows = described().into_iter().flat_map(|mut rows| {
        rows.sort_by_key(|(_, code, _)| severity(code));
        rows
    });
    let row = |(_, code, meaning): Described| {
        let meaning = meaning.trim().trim_end_matches('.');
        format!("| `{code}` | {} | {meaning} |\n", severity(code))
    };
    format!("{HEAD}|---|---|---|\n{}", rows.map(row).collect::<String>())
}

#[test]
fn every_code_is_one_of_its_own_and_says_what_its_kind_is_called() {
    let [kinds, ..] = described();
    let codes: Vec<_> = described().into_iter().flatten().map(|(_, code, _)| code).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    let of_computations = [
        GrowthError::CODES,
        TrajectoryError::CODES,
        RuleError::CODES,
        BatchError::CODES,
    ]
    .concat();
    let of_computations = of_computations.into_iter().filter(|(_, code, _)| !code.is_empty());
    for (kind, code, _) in kinds.into_iter().chain(of_computations) {
        let words = kind.split_inclusive(|letter: char| letter.is_ascii_uppercase());
        let joined: String = code.split('_').collect();
        assert_eq!(joined, kind.to_ascii_lowercase(), "{kind}");
        assert_eq!(code.matches('_').count() + 2, words.count(), "{kind}");
    }
}
