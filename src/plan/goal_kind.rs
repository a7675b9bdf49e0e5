//! The kinds of goals.

use crate::value::names;

names! { "a kind of goal":
    /// The kind of a [`Goal`](super::Goal), without what it says.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::GoalKind;
    /// use milepost::{Bound, Goal, dec};
    ///
    /// let goal = Goal::addition(Bound::AtLeast(dec!(160)));
    /// assert_eq!(goal.kind(), GoalKind::Addition);
    /// assert_eq!(goal.kind().to_string(), "addition");
    /// ```
    #[non_exhaustive]
    pub enum GoalKind {
        /// A value at the deadline.
        Level = "level",
        /// A change of the baseline, or of a reference.
        Change = "change",
        /// An amount on top of the baseline.
        Addition = "addition",
        /// A sum of all that flows after the baseline.
        Cumulative = "cumulative",
        /// A rate of growth per year, on average.
        AverageGrowth = "average_growth",
        /// A bound that holds in every period.
        Keep = "keep",
        /// A direction, period by period.
        Trend = "trend",
        /// A promise that cannot be judged.
        Unstated = "unstated",
    }
}

impl GoalKind {
    /// Whether a goal of this kind means nothing without a period from which it counts.
    pub(super) const fn needs_baseline(self) -> bool {
        !matches!(self, Self::Level | Self::Unstated)
    }

    /// Whether a goal of this kind has a way from the baseline's value to its own: only then can it have a path,
    /// milestones and a `limit`.
    pub(super) const fn has_way(self) -> bool {
        !matches!(self, Self::Keep | Self::Trend | Self::Unstated)
    }
}
