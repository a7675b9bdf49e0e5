//! The wire form, as this crate alone has it. The packages below `tests/wire` run the same tests under other features.
#![cfg(feature = "serde")]

#[path = "wire/same.rs"]
mod same;
