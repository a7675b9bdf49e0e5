//! Charts as Vega-Lite specifications: what they are made of, and that nothing but the library's own words is code in them.
//!
//! Some stand in `tests/charts/frozen` as they are. After a change that is meant, write them anew with
//!
//! ```text
//! UPDATE=1 cargo test --test charts
//! ```
//!
//! `bash .ci/more charts` draws all of them in a browser, from the folder that `CHARTS` names.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod frozen;
mod laws;
mod plans;
