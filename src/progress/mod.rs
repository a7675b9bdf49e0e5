//! How far it has come: a target set beside what was known of its series, ready to be told as facts and judged by
//! rules.
//!
//! A [`Question`] is put once. It holds what is asked in numbers ([`Promise`](promise::Promise)), the figures in the
//! promise's own terms ([`Figures`]), and the [`Path`] from the baseline to the goal.
//!
//! # From a figure to a share of the way
//!
//! A gross regional product of 1517.7 in 2021 is to be more than 2000 in 2026; 1781.8 is published for 2025.
//!
//! 1. *The promise.* A level that is to be reached, above 2000; its baseline 1517.7, the whole time five years.
//! 2. *The figure.* A flow of a year, as long as the goal's own period: it can be set beside the path, at the end of
//!    2025 ([`Timing`]).
//! 3. *The path.* Values above zero that grow do so at a constant rate: 1517.7 × (2000 ÷ 1517.7)^(t ÷ 5). At four of
//!    five years it expects 1892.61; the figure is 110.81 below.
//! 4. *Shares.* On such a path a share of the way is one of the growth: ln(1781.8 ÷ 1517.7) ÷ ln(2000 ÷ 1517.7) =
//!    0.5814 of it are gone where 0.8 are expected. Their quotient, 0.727, is the pace.
//! 5. *The projection.* At the growth so far, 4.092 % a year, 2026 ends at 1854.72. The goal is reached 6.88 years
//!    after the end of 2021, so that 2028 is the first year whose figure would be above it.
//!
//! # What is exact
//!
//! Shares, paces and projections are numbers of [`exact`](crate::exact) for as long as they are compared. A decimal is
//! made where one is shown, and no comparison reads it.
//!
//! # What an error says
//!
//! A [`Fact`] is a value or a [`Missing`]: why there is no number. A `Missing` travels up unchanged, so that the reader
//! is told the first cause: of a target without a baseline there is no path, and of that no share of the way, and all
//! three say that there is no baseline.

mod age;
mod amount;
mod breaks;
mod caveat;
mod comparable;
mod figures;
mod limit;
mod milestones;
mod path;
mod projection;
mod promise;
mod question;
mod reason;
mod record;
mod steps;
mod sums;
mod timing;
mod unfit;
mod values;
mod yearly_rates;

pub(crate) use age::Age;
pub(crate) use amount::{Amount, Extreme};
pub use caveat::{Caveat, Caveats, CaveatsIter};
pub(crate) use comparable::Comparable;
pub use milestones::MilestoneOutcome;
pub(crate) use path::Path;
pub(crate) use projection::Projection;
pub(crate) use question::Question;
pub use reason::{Fact, Ground, Missing, Reason};
pub(crate) use record::RecordedPeriod;
pub use record::{Outcome, PeriodOutcome, Record};
pub(crate) use steps::schedule_grid;
pub(crate) use timing::Timing;
pub(crate) use values::Figures;
