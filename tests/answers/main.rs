//! Every answer of the crate, frozen: a change that means to change none of them leaves the tables in `frozen/` as they are.
//!
//! Each table has one line per question: what is asked, and then each number with all its digits, each reason with its fields. The JSON has a
//! table of its own, of its shape alone. Whoever means to change an answer writes the tables anew, and reads what `git diff` says of them:
//!
//! ```sh
//! UPDATE_ANSWERS=1 cargo test --test answers
//! ```
//!
//! Lines are written by this test and not by serde, so that neither form hides a change of the other.
#![cfg(feature = "serde")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod asked;
mod columns;
mod composed;
mod facts;
mod frozen;
mod growth;
mod keys;
mod line;
mod made;
mod mixed;
mod plans;
mod published;
mod shape;
mod ties;
mod words;

#[path = "../rules/cases.rs"]
mod cases;
#[path = "../rules/catalogue.rs"]
mod catalogue;
#[path = "../batch/draws.rs"]
#[expect(dead_code, reason = "the cut of a tie is used beside it")]
mod draws;
#[path = "../batch/rows.rs"]
#[expect(dead_code, reason = "what compares rows with targets is used beside them")]
mod rows;
#[path = "../verdicts/setting.rs"]
#[expect(dead_code, reason = "what compares doors is used beside it")]
mod setting;
#[path = "../rules/support.rs"]
#[expect(dead_code, reason = "what compares with published numbers is used beside it")]
mod support;
