//! The days of a plan, as its promises know them.

use chrono::NaiveDate;

/// The days of a plan that its promises know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct PlanDates {
    /// Its first day.
    pub(super) begins: NaiveDate,
    /// The day before which nothing is promised.
    pub(super) published: Option<NaiveDate>,
}
