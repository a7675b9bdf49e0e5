//! Reasons as small integers.

use crate::evidence::{Ground, Missing, Reason};
use crate::growth::GrowthError;
use crate::value::names;

names! { "a reason of a row":
    /// Why a row has its status: the reasons that a verdict on a row can have, each with a fixed code.
    ///
    /// | code | reason | status |
    /// |---|---|---|
    /// | 0 | `bound_met` | achieved |
    /// | 1 | `bound_not_met` | missed: the figure of the deadline does not meet the bound |
    /// | 2 | `pace` | ahead, on track, lagging, off track or worsening, by the cuts |
    /// | 3 | `within_limit` | on track: the baseline meets the bound, and the figure too, not too fast |
    /// | 4 | `no_way` | the baseline is where the goal is: worsening, or unknown |
    /// | 5 | `no_period_over` | not due: no figure, and the first reporting period is not over |
    /// | 6 | `not_begun` | not due: the moment of the baseline is not over |
    /// | 7 | `no_observation` | unknown: no figure after the baseline, up to the deadline and to the day |
    /// | 8 | `stale` | unknown: the figure is older than the rule allows |
    /// | 9 | `no_baseline_value` | unknown: the baseline is not a number |
    /// | 10 | `goal_unstated` | unknown: the goal is not a number |
    /// | 11 | `zero` | unknown: no compound rate leads from zero or to zero |
    /// | 12 | `crossing` | unknown: compound growth never crosses zero |
    /// | 13 | `both_negative` | unknown: of two losses there is no compound rate |
    /// | 14 | `no_decimal` | unknown: a number is infinite, or has no decimal of 28 digits at most |
    /// | 15 | `not_in_order` | unknown: the deadline does not lie after the baseline |
    /// | 16 | `no_figure_at_deadline` | unknown: the only figure comes after the deadline, or two reporting periods have passed since it |
    /// | 17 | `limit_exceeded` | worsening: the baseline meets the bound, and the figure does not |
    ///
    /// The codes 14 and 15 are of rows that no target or figure can be made of, and no verdict on a target has them. A
    /// target with constant growth that begins or ends at 0 or below cannot be made either; a row with such numbers has
    /// the codes 11 to 13 where its pace would decide.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::batch::ReasonCode;
    ///
    /// assert_eq!(ReasonCode::Pace.code(), 2);
    /// assert_eq!(ReasonCode::from_code(8), Some(ReasonCode::Stale));
    /// assert_eq!(ReasonCode::Stale.to_string(), "stale");
    /// ```
    #[non_exhaustive]
    #[repr(u8)]
    pub enum ReasonCode {
        /// The bound is met.
        BoundMet = "bound_met",
        /// The figure of the deadline does not meet the bound.
        BoundNotMet = "bound_not_met",
        /// The pace lies between two cuts.
        Pace = "pace",
        /// The bound holds from the baseline on.
        WithinLimit = "within_limit",
        /// The goal is where the baseline is, so that there is no way of which a share could be gone.
        NoWay = "no_way",
        /// The first reporting period is not over.
        NoPeriodOver = "no_period_over",
        /// The promise begins later.
        NotBegun = "not_begun",
        /// There is no figure after the baseline, up to the deadline and to the day of the question.
        NoObservation = "no_observation",
        /// The figure is too old to say anything of today.
        Stale = "stale",
        /// The baseline is not a number.
        NoBaselineValue = "no_baseline_value",
        /// The goal is not a number.
        GoalUnstated = "goal_unstated",
        /// No compound rate leads from zero or to zero.
        Zero = "zero",
        /// Compound growth never crosses zero.
        Crossing = "crossing",
        /// Of two losses there is no compound rate.
        BothNegative = "both_negative",
        /// A number is infinite, or no decimal holds it.
        NoDecimal = "no_decimal",
        /// The deadline does not lie after the baseline.
        NotInOrder = "not_in_order",
        /// The deadline has no figure of its own: the only one comes after it, or two reporting periods have passed.
        NoFigureAtDeadline = "no_figure_at_deadline",
        /// The bound held where the promise began, and is lost.
        LimitExceeded = "limit_exceeded",
    }
}

impl ReasonCode {
    /// The code of a reason.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::batch::ReasonCode;
    ///
    /// // Of a column of reasons, how many rows have no figure: without reading a name per row.
    /// let reasons = [2_u8, 7, 2, 0, 7];
    /// let without_figure = reasons.iter().filter(|code| **code == ReasonCode::NoObservation.code());
    /// assert_eq!(without_figure.count(), 2);
    /// ```
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The reason of a code, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::batch::ReasonCode;
    ///
    /// // A column of bytes, led back.
    /// assert_eq!(ReasonCode::from_code(ReasonCode::Pace.code()), Some(ReasonCode::Pace));
    /// assert_eq!(ReasonCode::from_code(255), None);
    /// ```
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }

    /// The code of a scalar verdict's reason; `None` for those that no row can have, such as
    /// [`Ground::Overshot`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::batch::ReasonCode;
    /// use milepost::{Ground, Reason};
    ///
    /// // What `assess` says of one target, and a column of a row, is the same reason.
    /// assert_eq!(ReasonCode::of(Reason::Ground(Ground::Pace)), Some(ReasonCode::Pace));
    /// assert_eq!(ReasonCode::of(Reason::Ground(Ground::Overshot)), None);
    /// ```
    pub const fn of(reason: Reason) -> Option<Self> {
        Some(match reason {
            Reason::Ground(Ground::BoundMet) => Self::BoundMet,
            Reason::Ground(Ground::BoundNotMet) => Self::BoundNotMet,
            Reason::Ground(Ground::Pace) => Self::Pace,
            Reason::Ground(Ground::WithinLimit) => Self::WithinLimit,
            Reason::Ground(Ground::LimitExceeded) => Self::LimitExceeded,
            Reason::Ground(Ground::NoWay) | Reason::Missing(Missing::NoWay) => Self::NoWay,
            Reason::Ground(Ground::NoPeriodOver { .. }) => Self::NoPeriodOver,
            Reason::Ground(Ground::NotBegun { .. }) => Self::NotBegun,
            Reason::Missing(Missing::NoObservation | Missing::NothingPublished) => Self::NoObservation,
            Reason::Missing(Missing::Stale { .. }) => Self::Stale,
            Reason::Missing(Missing::NoFigureAtDeadline { .. }) => Self::NoFigureAtDeadline,
            Reason::Missing(Missing::NoBaselineValue { .. }) => Self::NoBaselineValue,
            Reason::Missing(Missing::GoalUnstated { .. }) => Self::GoalUnstated,
            Reason::Missing(Missing::Growth { error }) => match error {
                GrowthError::Zero { .. } => Self::Zero,
                GrowthError::Crossing { .. } => Self::Crossing,
                GrowthError::BothNegative { .. } => Self::BothNegative,
                _ => return None,
            },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Status;

    #[test]
    fn codes_are_places_and_lead_back() {
        for (place, reason) in ReasonCode::ALL.iter().copied().enumerate() {
            assert_eq!(usize::from(reason.code()), place, "{reason}");
            assert_eq!(ReasonCode::from_code(reason.code()), Some(reason));
        }
        assert_eq!(ReasonCode::from_code(18), None);
        // Stored columns rely on them.
        let names: Vec<_> = ReasonCode::ALL
            .iter()
            .map(|reason| (reason.code(), reason.name()))
            .collect();
        let documented = include_str!("code.rs").lines().filter_map(|line| {
            let mut cells = line.trim().strip_prefix("/// | ")?.split(" | ");
            Some((cells.next()?.parse().ok()?, cells.next()?.trim_matches('`')))
        });
        assert_eq!(names, documented.collect::<Vec<(u8, &str)>>());
        // What growth cannot be has the same name in a row as in an error.
        let (from, to) = (crate::dec!(-1), crate::dec!(0));
        for error in [
            GrowthError::Zero { from, to },
            GrowthError::Crossing { from, to },
            GrowthError::BothNegative { from, to },
        ] {
            let reason = ReasonCode::of(Missing::Growth { error }.into()).unwrap();
            assert_eq!(reason.name(), error.code());
        }
        for (place, status) in Status::ALL.iter().copied().enumerate() {
            assert_eq!(usize::from(status.code()), place, "{status}");
            assert_eq!(Status::from_code(status.code()), Some(status));
        }
        assert_eq!(Status::from_code(9), None);
    }
}
