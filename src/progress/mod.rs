//! How far it has come: a target set beside what was known of its series, ready to be told as facts and judged by
//! rules.
//!
//! A [`Question`] is put once. It holds what is asked in numbers ([`Promise`](promise::Promise)), the figures in the
//! promise's own terms ([`Figures`](figures::Figures)), and the [`Path`] from the baseline to the goal.

mod age;
mod amount;
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
pub use record::{Outcome, PeriodOutcome, Record};
pub(crate) use steps::schedule_grid;
pub(crate) use timing::Timing;
