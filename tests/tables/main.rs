//! Tables as offices publish them: read by maps of their columns, with every problem by its line and column.
#![cfg(feature = "csv")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails says where"
)]

mod offices;
mod periods;
mod promises;
mod rows;
mod sdmx;
mod wide;
mod written;

use milepost::table::{ColumnMap, Gathered, Loaded};
use milepost::{Observation, Problem, Series};

/// The map that this document is. Single quotes stand for double ones.
fn map(document: &str) -> ColumnMap {
    serde_json::from_str(&document.replace('\'', "\"")).unwrap()
}

/// What a table is read as by a map.
fn read(document: &str, table: &str) -> Loaded<Gathered> {
    map(document).read_observations(table.as_bytes())
}

/// A problem as it is printed, without its severity and code.
pub(crate) fn placed(problem: &Problem) -> String {
    let head = format!("{}[{}]: ", problem.severity(), problem.code());
    problem.to_string().replacen(&head, "", 1)
}

/// Each problem, by its place.
fn lines(loaded: &Loaded<Gathered>) -> Vec<String> {
    loaded.problems.iter().map(placed).collect()
}

/// The figures of a series in short: period, value as it was printed, day of publication, flags.
fn short(series: &Series) -> Vec<String> {
    let figure = |one: &Observation| {
        let value = one
            .reading()
            .value()
            .map_or_else(|| "-".into(), |value| value.to_string());
        let published = one
            .published()
            .earliest()
            .map_or_else(|| "-".into(), |day| day.to_string());
        let flags: Vec<_> = one.status().iter().map(|flag| flag.to_string()).collect();
        format!("{} {value} {published} {}", one.period(), flags.join("+"))
    };
    series
        .observations()
        .iter()
        .map(|one| figure(one).trim_end().to_owned())
        .collect()
}
