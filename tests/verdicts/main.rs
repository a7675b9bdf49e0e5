//! Verdicts and their evidence, case by case, through the public face of the crate.
//!
//! Every case goes through both doors: the verdict alone, and the verdict within an assessment. They must agree.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a case that cannot be set up fails its test"
)]
#![expect(
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "a table is as long as it has cases, and as wide as it has columns"
)]

mod after_the_deadline;
mod ages;
mod amendments;
mod baselines;
mod bounds;
mod breakdowns;
mod budgets;
mod by_hand;
#[path = "../rules/catalogue.rs"]
mod catalogue;
mod caveats;
mod chains;
mod curves;
mod cuts;
mod days;
mod deadlines;
mod deliverables;
mod every_rule;
mod extremes;
mod facts;
mod flags;
mod flows;
mod intervals;
mod keeps;
mod laws;
mod lengths;
mod limit_laws;
mod limits;
mod milestones;
mod orders;
mod paths;
mod plan_laws;
mod possible;
mod promised;
mod records;
mod references;
mod restated;
mod rollups;
mod schedules;
mod setting;
mod sources;
mod sums;
mod totals;
mod trends;
mod uncertainty;
mod unknowns;
mod wholes;
