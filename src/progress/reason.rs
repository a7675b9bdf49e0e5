//! Why a status was given, or why a fact is not known.

use chrono::NaiveDate;

use crate::exact::NoDecimal;
use crate::growth::GrowthError;
use crate::plan::Lacks;
use crate::trajectory::TrajectoryError;
use crate::value::{Length, Period, Years};

/// A fact about a target: its value, or the reason why there is none. A reason is an error, so that `?` works on facts.
pub type Fact<T> = Result<T, Reason>;

/// Why a status was given, or why a fact is not known.
///
/// "No data", "cannot be computed", "badly configured" and "off track" are different things, and each has its reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "code", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Reason {
    // --- what decided ---
    /// The bound is met.
    BoundMet,
    /// The figure of the deadline's own period does not meet the bound.
    BoundNotMet,
    /// The pace lies between two cuts.
    Pace,
    /// The number of a composed rule lies in one of its classes.
    InClass,
    /// The path expects nothing yet.
    NothingDueYet,
    /// The value went through the promised band and out on the other side.
    Overshot,
    /// The value lies within the limit.
    WithinLimit,
    /// The value lies beyond the limit.
    LimitExceeded,
    /// The deadline has no figure of its own; those before and after it say the same.
    DeadlineBetweenFigures {
        /// The figure before it.
        before: Period,
        /// The figure after it.
        after: Period,
    },
    /// The bound was met by the baseline already.
    MetBeforeBaseline,
    /// Every period that was observed was kept.
    Kept,
    /// The latest period was kept, and an earlier one was not.
    BrokenBefore {
        /// The last period that was not kept.
        period: Period,
    },
    /// A period was not kept: the latest one, or after the last one any of them.
    Broken {
        /// The period.
        period: Period,
    },
    /// The latest period goes the wrong way.
    Reversed {
        /// The period.
        period: Period,
    },

    /// It is done.
    Delivered {
        /// The day of the report.
        on: NaiveDate,
    },
    /// It is done, and was not by the deadline.
    DeliveredLate {
        /// The day of the first report that it is done.
        on: NaiveDate,
    },
    /// It was given up.
    Cancelled {
        /// The day of the report.
        on: NaiveDate,
    },
    /// It was not done when the deadline was over.
    NotDelivered {
        /// The day of the report.
        on: NaiveDate,
    },
    /// The deadline is not over.
    NotDueYet,

    // --- nothing is known yet ---
    /// Nothing was reported since the deadline.
    NotReported,
    /// The promise begins later.
    NotBegun {
        /// The last day before it.
        until: NaiveDate,
    },
    /// The plan was published later: nothing was promised yet.
    NotPromisedYet {
        /// The day of publication.
        until: NaiveDate,
    },
    /// No period is over yet.
    NoPeriodOver,
    /// Nothing was published of any period after the baseline.
    NoObservation,
    /// All that was published is not dated, and the caller leaves such figures out.
    OnlyUndated,
    /// Only a part of a period was published, and nothing is extrapolated.
    PartialPeriod {
        /// The part.
        period: Period,
        /// How long the goal's own period is.
        needed: Length,
    },
    /// The deadline has no figure of its own, and those around it do not settle the answer.
    NoFigureAtDeadline {
        /// The figure before it.
        before: Option<Period>,
        /// The figure after it.
        after: Option<Period>,
    },
    /// Figures were published, and none of them is as long as the goal's own period.
    OtherPeriods {
        /// How long the newest one is.
        found_length: Length,
        /// How long the goal's own period is.
        needed_length: Length,
    },
    /// A period is missing from the chain of yearly rates.
    ChainBroken {
        /// The first missing period.
        period: Period,
    },
    /// The last figure is too old to say anything of today.
    Stale {
        /// The period of the last figure.
        period: Period,
        /// Its age.
        age: Years,
    },
    /// The period of the baseline has no figure.
    NoBaselineValue {
        /// The baseline's period.
        period: Period,
    },
    /// The target has no baseline.
    NoBaseline,
    /// Of the baseline, only a limit was published.
    BaselineIsOnlyABound {
        /// The baseline's period.
        period: Period,
    },
    /// Only limits were published.
    OnlyABound {
        /// The period of the newest limit.
        period: Period,
    },
    /// The published limits leave more than one answer.
    BoundLeavesOpen {
        /// The period of the figure.
        period: Period,
    },
    /// Some periods have no figure, and none of the others was broken.
    PeriodsUnknown {
        /// How many.
        count: u32,
    },
    /// Nobody can say of some parts, and none of the others is behind.
    PartsUnknown {
        /// How many.
        count: u32,
    },

    /// The rule reads movement from more figures than there are.
    TooFewFigures {
        /// How many it needs.
        needed: u32,
        /// How many there are.
        found: u32,
    },
    /// Two figures of one year, and nobody says which one counts.
    RepeatedYear {
        /// The period of the second one.
        period: Period,
    },

    // --- nobody can know ---
    /// The promise has no number, bound or reference.
    GoalUnstated {
        /// What it lacks.
        lacks: Lacks,
    },
    /// Nothing would show that it is done.
    NotVerifiable,
    /// The plan promises a tolerance that nobody published.
    ToleranceNotStated,
    /// The series is in a unit that does not convert to the target's.
    UnitMismatch,
    /// The definition changed between the baseline and the figure.
    SeriesBreak {
        /// The first period of the new definition.
        period: Period,
    },
    /// The rule needs parameters that this target does not have.
    NotConfigured,

    /// The rule publishes a number, and no classes for it.
    NoClasses,

    // --- there is no such number ---
    /// This rule has no such number.
    NotForThisRule,
    /// This kind of goal has no such number.
    NotForThisGoal,
    /// No time has passed since the baseline.
    NoTimeElapsed,
    /// No time is left until the deadline.
    NoTimeLeft,
    /// The bound is met, so nothing more is required.
    AlreadyMet,
    /// The baseline is at the goal already, or beyond it, so that there is no way of which a share could be gone.
    NoWay,
    /// Nothing of a limit's room is spent, so that nothing can be divided by it.
    NothingSpent,
    /// Nothing can be divided by a goal, or an expected value, of 0.
    DividedByZero,
    /// A value below zero is no part of anything.
    NegativeParts,
    /// There was no growth so far that could be multiplied.
    NoGrowthSoFar,
    /// At the pace so far the bound is not met within 200 years of the deadline.
    Never,
    /// The figure lies outside of the path.
    OutsidePath,
    /// There is no such growth.
    Growth {
        /// Why not.
        #[cfg_attr(feature = "serde", serde(serialize_with = "as_words"))]
        error: GrowthError,
    },
}

#[cfg(feature = "serde")]
fn as_words<S: serde::Serializer>(error: &GrowthError, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(error)
}

impl From<GrowthError> for Reason {
    fn from(error: GrowthError) -> Self {
        Self::Growth { error }
    }
}

impl From<NoDecimal> for Reason {
    fn from(error: NoDecimal) -> Self {
        GrowthError::from(error).into()
    }
}

impl From<TrajectoryError> for Reason {
    fn from(error: TrajectoryError) -> Self {
        match error {
            TrajectoryError::Growth(error) => Self::Growth { error },
            _ => Self::OutsidePath,
        }
    }
}
