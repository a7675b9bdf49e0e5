//! The days of a plan, as its promises know them.

use chrono::NaiveDate;

/// The days of a plan, which each of its promises holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct PlanDates {
    /// The first day of the plan.
    pub(super) begins: NaiveDate,
    /// The day before which nothing is promised.
    pub(super) published: Option<NaiveDate>,
}
