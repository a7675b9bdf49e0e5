//! Why a status was given, or why a fact is not known.

#[cfg(feature = "serde")]
use alloc::string::{String, ToString};

use chrono::NaiveDate;

use crate::exact::NoDecimal;
use crate::growth::GrowthError;
use crate::plan::Lacks;
use crate::trajectory::TrajectoryError;
use crate::value::{Length, Period, Years};

/// A fact about a target: its value, or why there is none. A [`Missing`] fact is an error, so that `?` works on facts.
pub type Fact<T> = Result<T, Missing>;

/// Why a status was given: what decided, or why nobody can say.
///
/// "No data", "cannot be computed", "badly configured" and "off track" are different things, and each has its reasons.
/// A missing reason always leaves a status [`Unknown`](crate::Status::Unknown). A ground gives another status, unless a
/// class of a composed rule says by itself that nobody can tell.
///
/// In JSON both are `{"code": …}` with their fields beside it; where there is no such growth, `why` is the code of its
/// error (`{"code": "growth", "why": "crossing", …}`).
///
/// # Examples
///
/// ```
/// use milepost::{Ground, Missing, Reason, period};
///
/// let reason = Reason::from(Ground::broken(period!("2024")));
/// assert!(matches!(reason, Reason::Ground(Ground::Broken { period, .. }) if period == period!("2024")));
/// assert_eq!(reason.to_string(), "not kept in 2024");
/// assert_ne!(reason, Missing::NoBaseline);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(untagged))]
pub enum Reason {
    /// What decided.
    #[error(transparent)]
    Ground(#[from] Ground),
    /// Why nobody can say.
    #[error(transparent)]
    Missing(#[from] Missing),
}

impl PartialEq<Ground> for Reason {
    fn eq(&self, ground: &Ground) -> bool {
        *self == Self::Ground(*ground)
    }
}

impl PartialEq<Missing> for Reason {
    fn eq(&self, missing: &Missing) -> bool {
        *self == Self::Missing(*missing)
    }
}

/// An enum of reasons. A reason with fields may get more fields, so that no other crate can make one: the name of the
/// function that makes it comes after it.
macro_rules! reasons {
    ($(#[$about:meta])* $vis:vis enum $kind:ident { $(
        $(#[$meaning:meta])*
        $reason:ident $({ $($(#[$of:meta])* $field:ident: $type:ty),+ $(,)? } = $make:ident)?
    ),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "serde", serde(tag = "code", rename_all = "snake_case"))]
        #[non_exhaustive]
        $vis enum $kind {$(
            $(#[$meaning])*
            // What stands after `any()` is never asked for: it is here where there are fields.
            $(#[cfg_attr(any(), $make)] #[non_exhaustive])?
            $reason $({ $($(#[$of])* $field: $type),+ })?,
        )*}

        impl $kind {$($(
            #[doc = concat!("[`", stringify!($reason), "`](Self::", stringify!($reason), ") with these fields.")]
            $vis const fn $make($($field: $type),+) -> Self {
                Self::$reason { $($field),+ }
            }
        )?)*}
    };
}

reasons! {
    /// What decided a status.
    pub enum Ground {
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
        /// The baseline is at the goal already, or beyond it, so that there is no way of which a share could be gone.
        NoWay,
        /// The value went through the promised band and out on the other side.
        Overshot,
        /// The value lies within the limit.
        WithinLimit,
        /// The value lies beyond the limit.
        LimitExceeded,
        /// The deadline has no figure of its own; those before and after it say the same.
        DeadlineBetweenFigures {
            /// The period of the figure before the deadline.
            before: Period,
            /// The period of the figure after the deadline.
            after: Period,
        } = deadline_between_figures,
        /// The bound was met by the baseline already.
        MetBeforeBaseline,
        /// The periods that were observed were kept: all of them, or as many as were promised.
        Kept,
        /// The latest period was kept, and an earlier one was not.
        BrokenBefore {
            /// The last period that was not kept.
            period: Period,
        } = broken_before,
        /// A period was not kept: the latest one, or after the last one any of them.
        Broken {
            /// The period.
            period: Period,
        } = broken,
        /// The latest period goes the wrong way.
        Reversed {
            /// The period.
            period: Period,
        } = reversed,
        /// The deliverable is done.
        Delivered {
            /// The day of the report.
            on: NaiveDate,
        } = delivered,
        /// The deliverable is done, and was not by the deadline.
        DeliveredLate {
            /// The day of the first report that it is done.
            on: NaiveDate,
        } = delivered_late,
        /// The deliverable was given up.
        Cancelled {
            /// The day of the report.
            on: NaiveDate,
        } = cancelled,
        /// The deliverable was not done when the deadline was over.
        NotDelivered {
            /// The day of the report.
            on: NaiveDate,
        } = not_delivered,
        /// The deadline is not over.
        NotDueYet,
        /// The promise begins later.
        NotBegun {
            /// The last day before it.
            until: NaiveDate,
        } = not_begun,
        /// The plan was published later: nothing was promised yet.
        NotPromisedYet {
            /// The day of publication.
            until: NaiveDate,
        } = not_promised_yet,
        /// No whole period of those that decide is over since it began, so that nothing can be due, whatever parts of
        /// one say.
        NoPeriodOver {
            /// How long such a period is.
            length: Length,
        } = no_period_over,
    }
}

reasons! {
    /// Why there is no number, or no answer.
    pub enum Missing {
        /// The path expects nothing yet.
        NothingDueYet,
        /// The bound was met by the baseline already.
        MetBeforeBaseline,
        /// Nothing was reported since the deadline.
        NotReported,
        /// Nothing is known of any time after the baseline: nothing was published, or only forecasts, figures of
        /// periods that are not over, and what was withdrawn since.
        NoObservation,
        /// Nothing is known, and there is no baseline after which it could be.
        NothingPublished,
        /// All that was published is not dated, and the caller leaves such figures out.
        OnlyUndated,
        /// Only a part of a period was published, and nothing is extrapolated.
        PartialPeriod {
            /// The part: the newest one.
            period: Period,
            /// How long the goal's own period is.
            needed_length: Length,
            /// The first period that is missing between the parts of such a period, where more than one was published.
            missing: Option<Period>,
        } = partial_period_without,
        /// The deadline has no figure of its own, and those around it do not settle the answer.
        NoFigureAtDeadline {
            /// The period of the figure before the deadline, if there is any.
            before: Option<Period>,
            /// The period of the figure after the deadline, if there is any.
            after: Option<Period>,
        } = no_figure_at_deadline,
        /// Figures were published, and none of them is as long as the goal's own period.
        OtherPeriods {
            /// How long the newest one is.
            found_length: Length,
            /// How long the goal's own period is.
            needed_length: Length,
        } = other_periods,
        /// A period is missing from what is added up since the baseline, or from the chain of yearly rates.
        ChainBroken {
            /// The first missing period.
            period: Period,
        } = chain_broken,
        /// The last figure is too old to say anything of today.
        Stale {
            /// The period of the last figure.
            period: Period,
            /// Its age.
            age: Years,
        } = stale,
        /// The period of the baseline has no figure.
        NoBaselineValue {
            /// The baseline's period.
            period: Period,
        } = no_baseline_value,
        /// The target has no baseline.
        NoBaseline,
        /// Of the baseline, only limits are known: those that were published, or that its parts or several sources
        /// make.
        BaselineIsOnlyABound {
            /// The baseline's period.
            period: Period,
        } = baseline_is_only_a_bound,
        /// Only limits are known.
        OnlyABound {
            /// The period of the newest limit.
            period: Period,
        } = only_a_bound,
        /// What is known of a period, limits or sources that differ, leaves more than one answer.
        BoundLeavesOpen {
            /// The period of the figure.
            period: Period,
        } = bound_leaves_open,
        /// Some periods have no figure, and none of the others was broken.
        PeriodsUnknown {
            /// How many.
            count: u32,
        } = periods_unknown,
        /// Nobody can say of some parts, and none of the others is behind.
        PartsUnknown {
            /// How many.
            count: u32,
        } = parts_unknown,
        /// The rule reads movement from more figures than there are.
        TooFewFigures {
            /// How many it needs.
            needed: u32,
            /// How many there are.
            found: u32,
        } = too_few_figures,
        /// The rule reads movement over a longer time than that between the first and the last figure.
        YearsTooNear {
            /// How many years lie between the two at the least.
            needed: u32,
            /// How many do.
            found: u32,
        } = years_too_near,
        /// Two figures of one year, and nobody says which one counts.
        RepeatedYear {
            /// The period of the second one.
            period: Period,
        } = repeated_year,
        /// The promise has no number, bound or reference.
        GoalUnstated {
            /// What the goal lacks.
            lacks: Lacks,
        } = goal_unstated,
        /// Nothing would show that it is done.
        NotVerifiable,
        /// The plan promises a tolerance that nobody published.
        ToleranceNotStated,
        /// The series is in a unit that does not convert to the target's.
        UnitMismatch,
        /// The series is of another part than the target, or of the total where a part is promised.
        OtherPart,
        /// The definition changed between the baseline and the figure.
        SeriesBreak {
            /// The first period of the new definition.
            period: Period,
        } = series_break,
        /// The rule needs parameters for this target, and was given none.
        NotConfigured,
        /// The rule publishes a number, and no classes for it.
        NoClasses,
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
        /// The limit is exceeded already.
        AlreadyExceeded,
        /// The baseline is at the goal already, or beyond it, so that there is no way of which a share could be gone.
        NoWay,
        /// Nothing of a limit's room is spent, so that nothing can be divided by it.
        NothingSpent,
        /// Nothing can be divided by a goal, or an expected value, of 0.
        DividedByZero,
        /// A value below zero is no part of anything.
        NegativeParts,
        /// Nothing moved so far that could be multiplied.
        NoMovementSoFar,
        /// At the pace so far the bound is not met within 200 years of the deadline.
        Never,
        /// At the pace so far the limit is not exceeded within 200 years of the deadline.
        NeverExceeded,
        /// The figure lies outside of the path.
        OutsidePath,
        /// No growth or curve leads from one number to the other, or no decimal holds the result.
        Growth {
            /// Why not.
            #[cfg_attr(feature = "serde", serde(flatten, serialize_with = "serialize_growth_error"))]
            #[cfg_attr(feature = "schemars", schemars(with = "GrowthErrorInJson"))]
            error: GrowthError,
        } = growth,
    }
}

impl Missing {
    /// [`PartialPeriod`](Self::PartialPeriod) with these fields, where no period is missing between parts.
    pub const fn partial_period(period: Period, needed_length: Length) -> Self {
        Self::partial_period_without(period, needed_length, None)
    }
}

/// What JSON says of an error of growth.
#[cfg(feature = "serde")]
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct GrowthErrorInJson {
    /// Why not: the code of the error of growth, such as `crossing`.
    why: &'static str,
    /// The same in English words, which may change.
    error: String,
}

#[cfg(feature = "serde")]
fn serialize_growth_error<S: serde::Serializer>(error: &GrowthError, serializer: S) -> Result<S::Ok, S::Error> {
    let (why, error) = (error.code(), error.to_string());
    serde::Serialize::serialize(&GrowthErrorInJson { why, error }, serializer)
}

impl From<GrowthError> for Missing {
    fn from(error: GrowthError) -> Self {
        Self::Growth { error }
    }
}

impl From<NoDecimal> for Missing {
    fn from(error: NoDecimal) -> Self {
        GrowthError::from(error).into()
    }
}

impl From<TrajectoryError> for Missing {
    fn from(error: TrajectoryError) -> Self {
        match error {
            TrajectoryError::Growth(error) => Self::Growth { error },
            _ => Self::OutsidePath,
        }
    }
}
