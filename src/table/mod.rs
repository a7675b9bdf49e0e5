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
#![doc = include_str!("../../docs/tables.md")]

#[rustfmt::skip] // A table: a field a row.
pub(crate) mod fields;
mod codes;
mod column_search;
mod details;
mod figure;
mod filler;
mod given;
mod layout;
mod loaded;
mod map;
mod meanings;
mod observations;
mod only;
mod parts;
pub(crate) mod pattern;
mod period_columns;
mod printed;
mod promise_paths;
mod promise_patterns;
mod promises;
mod repeated;
mod roles;
mod row_bounds;
mod row_parts;
mod sdmx;
mod sheet;
mod unused;
mod words;
mod write;

pub use loaded::Loaded;
pub use map::{ColumnMap, ColumnMapDocument};
pub use observations::Gathered;
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
