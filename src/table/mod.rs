//! Tables: published CSV read into observations and promises, and written.
//!
//! A [`ColumnMap`] says which column of a table plays which role. It is data itself: a document with a check, like a
//! plan. SDMX-CSV needs little of it, since its header says the rest. Nothing here opens a file: the caller hands in
//! what reads.
//!
//! | kind of map | a row is | read by |
//! |---|---|---|
//! | `observations` | a figure | [`ColumnMap::read_observations`] |
//! | `sdmx` | a figure, in the columns of SDMX-CSV 1.0, 2.0 or 2.1 | [`ColumnMap::read_observations`] |
//! | `wide` | a series, with a column a period | [`ColumnMap::read_observations`] |
//! | `targets` | a promise: something measured, or done or not by a date | [`ColumnMap::read_plan`] |
//!
//! # A table of figures, step by step
//!
//! An office publishes unemployment by region, a row a figure, and says in each row when it was published:
//!
//! ```text
//! Region;Year;Rate (%);Flag;Released
//! Total;2023;5,10;;2024-02-15
//! Upper Austria;2023;3,40;p;2024-02-15
//! Upper Austria;2023;3,50;;2024-08-30
//! Vienna;2023;10 or so;;2024-02-15
//! Vienna;2024;10,2;;2025-02-15
//! ```
//!
//! Its map says what no reader could know: that 5,10 is no thousand, that `Total` is no region, in what the figures
//! count, whose letters `p` is one of. Each series becomes a series of the observations, each row a figure of it, and
//! the two figures of one region and year become vintages, which their days of publication tell apart. The row that
//! cannot be read is left out and said, by line and column; the others count.
//!
//! ```
//! use milepost::table::ColumnMap;
//! use milepost::{ObservationStatus, day, dec, period};
//!
//! let map: ColumnMap = serde_json::from_str(
//!     r#"{
//!         "format": 1,
//!         "kind": "observations",
//!         "delimiter": ";",
//!         "decimal": ",",
//!         "indicator": "unemployment",
//!         "breakdowns": [{"column": "Region", "means": {"Total": "total"}}],
//!         "unit": {"code": "1", "multiplier": -2, "label": "%"},
//!         "period": "Year",
//!         "value": "Rate (%)",
//!         "status": {"column": "Flag", "letters": "eurostat"},
//!         "published": {"column": "Released"}
//!     }"#,
//! )?;
//! let table = "Region;Year;Rate (%);Flag;Released\n\
//!              Total;2023;5,10;;2024-02-15\n\
//!              Upper Austria;2023;3,40;p;2024-02-15\n\
//!              Upper Austria;2023;3,50;;2024-08-30\n\
//!              Vienna;2023;10 or so;;2024-02-15\n\
//!              Vienna;2024;10,2;;2025-02-15\n";
//! let loaded = map.read_observations(table.as_bytes());
//! let problems: Vec<_> = loaded.problems.iter().map(|problem| (problem.path(), problem.code())).collect();
//! assert_eq!(problems, [("line 5, Rate (%)", "not_a_decimal")]);
//!
//! let gathered = loaded.value;
//! assert_eq!(gathered.figures, 4);
//! let total = gathered.observations.series("unemployment").ok_or("the total")?;
//! assert_eq!(total.observations()[0].reading(), dec!(5.10).into());
//! // `Upper Austria` is no code, so that one was made of it; the text became the name of the part.
//! let upper = gathered.observations.series_of("unemployment", "Upper-Austria").ok_or("a region")?;
//! assert_eq!(gathered.breakdowns["unemployment"][0].name().first(), "Upper Austria");
//!
//! // In June 2024 the office said 3.40, provisionally; since August it says 3.50.
//! let [june, december] = [day!("2024-06-30"), day!("2024-12-31")].map(|day| upper.as_known_on(day));
//! let figure = june.figure_of(period!("2023")).ok_or("a figure")?;
//! assert_eq!(figure.reading, dec!(3.40).into());
//! assert!(figure.status.contains(ObservationStatus::Provisional));
//! assert_eq!(december.figure_of(period!("2023")).map(|figure| figure.reading), Some(dec!(3.50).into()));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # A table of promises, step by step
//!
//! A map of promises is a plan's document with gaps. What a row becomes:
//!
//! 1. Each item of `indicators` and `deliverables` that selects the row (`only`) is filled from its cells, and is then
//!    a part of a document as an author could have written it.
//! 2. Parts of one pillar and code that say the same of their indicator are one, with the targets and figures of all
//!    their rows.
//! 3. The parts become one document of a plan, and their figures one of observations. Both are checked as documents
//!    are.
//! 4. What is wrong is traced back to the cell that said it. Parts with errors are left out and the rest is checked
//!    anew, so that one bad row does not cost the others their plan.
//!
//! ```
//! use milepost::table::ColumnMap;
//! use milepost::{Bound, Goal, dec};
//!
//! let map: ColumnMap = serde_json::from_str(
//!     r#"{
//!         "format": 1,
//!         "kind": "targets",
//!         "plan": {"code": "climate", "name": "Climate plan of a company", "period": "2021-01-01/P10Y"},
//!         "indicators": [{
//!             "name": {"column": "Indicator"},
//!             "measure": "flow",
//!             "unit": {"column": "Unit"},
//!             "targets": [{
//!                 "goal": {"kind": "level", "value": {"column": "Target"}},
//!                 "baseline": {"period": "2020", "value": {"column": "2020"}},
//!                 "deadline": {"column": "By"}
//!             }],
//!             "observations": [{"period": "2023", "value": {"column": "2023"}, "published": "2024-03-31"}]
//!         }]
//!     }"#,
//! )?;
//! let table = "Indicator,Unit,2020,2023,By,Target\n\
//!              Direct emissions,kt,840,760.5,2025,≤ 700\n\
//!              Direct emissions,kt,840,760.5,2030,≤ 420\n\
//!              Business flights,km,1200,,2030,600\n";
//! let loaded = map.read_plan(table.as_bytes());
//! let plan = loaded.value.plan.ok_or("a plan")?;
//!
//! // Two rows of one indicator are its two targets; a code is made of the name, and of the deadline.
//! let targets: Vec<_> = plan.targets().map(|(_, target)| (target.code().as_str(), target.goal())).collect();
//! let [at_most_700, at_most_420] = [dec!(700), dec!(420)].map(|most| Goal::level(Bound::AtMost(most)));
//! let codes = ["Direct-emissions-2025", "Direct-emissions-2030"];
//! assert_eq!(targets, [(codes[0], at_most_700), (codes[1], at_most_420)]);
//!
//! // The figure of 2023 stands in both rows, and counts once.
//! let series = loaded.value.observations.series("Direct-emissions").ok_or("a series")?;
//! assert_eq!(series.observations().len(), 1);
//!
//! // Whether 600 km are the most or the least that is promised, nobody says.
//! let problems: Vec<_> = loaded.problems.iter().map(|problem| (problem.path(), problem.code())).collect();
//! assert_eq!(problems, [("line 4, Target", "missing_bound")]);
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # Where a problem is
//!
//! The path of a problem names a place that can be looked up in the table, with lines counted from 1 as an editor
//! counts them: a cell that goes over several lines counts for all of them, and so do blank lines.
//!
//! | path | what is wrong there |
//! |---|---|
//! | (empty) | the map itself: it is of figures, and promises were asked for, or the other way round |
//! | `line 1`, `line 1, Year` | the header: a column that is not there, or all that its column says |
//! | `line 7, Target` | a cell |
//! | `line 7` | the row: its number of cells, or what several of its cells say together |
//! | `line 7, indicators[0].measure` | what the map says once for all rows; the line is the first that shows it |
//! | `plan.period` | what the map says of the plan as a whole |
//!
//! What is wrong in the same way in many places is one problem, which names some of the others and counts the rest; of
//! problems that differ only in what they cite, the first five are told one by one.
//!
#![doc = include_str!("../../docs/tables.md")]

#[rustfmt::skip] // A table: a field a row.
pub(crate) mod fields;
mod codes;
mod details;
mod figure;
mod filler;
mod given;
mod head_status;
mod layout;
mod loaded;
mod map;
mod meanings;
mod memo;
mod missing_header;
mod observations;
mod only;
mod parts;
pub(crate) mod pattern;
mod period_columns;
mod printed;
mod promise_paths;
mod promise_patterns;
mod promises;
mod roles;
mod row_bounds;
mod row_parts;
mod sdmx;
mod sheet;
mod unused;
mod words;
mod write;

pub use loaded::{Gathered, Loaded};
pub use map::{ColumnMap, ColumnMapDocument};
pub use promises::PlanWithFigures;
pub use write::TableForm;

#[cfg(test)]
mod tests {
    use super::fields::{MAP, MAP_OF_PERIODS, MAP_OF_PROMISES, PLACE};
    use crate::plan::document::noun::Noun;
    use crate::plan::document::noun::check_page_of;

    #[test]
    fn the_page_shows_every_noun_of_a_map_as_it_is() {
        const ROOTS: [&Noun; 4] = [&MAP, &MAP_OF_PERIODS, &MAP_OF_PROMISES, &PLACE];
        check_page_of("tables.md", include_str!("../../docs/tables.md"), &ROOTS);
    }
}
