//! Columns against the verdicts on single targets: every row has the same status for the same reason.
#![expect(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod draws;
mod edges;
mod random;
mod rows;
