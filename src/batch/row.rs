//! One row, answered exactly: what the floats of a block leave open.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::number::{decimal, fits_decimal, float};
use super::{BoundKind, ReasonCode, RowPath, Setting, Status};
use crate::evidence::Fact;
use crate::growth;
use crate::trajectory::{Curve, Distance, Expected};
use crate::value::Position;

/// A status and its reason.
pub(super) type Coded = (Status, ReasonCode);

const NO_DECIMAL: Coded = (Status::Unknown, ReasonCode::NoDecimal);
const NO_FIGURE_AT_DEADLINE: Coded = (Status::Unknown, ReasonCode::NoFigureAtDeadline);

/// The numbers and times of one row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) setting: &'a Setting,
    pub(super) today: NaiveDate,
    pub(super) as_of: Position,
    pub(super) baseline: f64,
    pub(super) observed: f64,
    pub(super) goal: f64,
    pub(super) bound: BoundKind,
    pub(super) path: RowPath,
    pub(super) baseline_at: Position,
    pub(super) observed_at: Position,
    pub(super) deadline: Position,
}

/// The answer of one row. A number that the row does not have is `NaN`.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    pub(super) class: Coded,
    pub(super) expected: f64,
    pub(super) pace: f64,
    pub(super) required: f64,
}

impl Row<'_> {
    /// Judges the row. Without a figure that can be judged, only the class is answered, and the numbers are `NaN`.
    pub(super) fn answer(&self) -> Answer {
        let seen = self.figure();
        let figure = seen.as_ref().ok();
        Answer {
            class: seen.as_ref().map_or_else(|class| *class, RowFigure::class),
            expected: figure.and_then(RowFigure::expected).unwrap_or(f64::NAN),
            pace: figure.and_then(RowFigure::pace).unwrap_or(f64::NAN),
            required: figure.and_then(RowFigure::required).unwrap_or(f64::NAN),
        }
    }

    /// The figure that is set beside the promise, or status and reason of a row that is decided without one: the first
    /// that applies of dates that are not in order, a number that no decimal holds, a goal that is not stated, a
    /// promise that has not begun, and no figure after the baseline, up to the deadline and to the day of the question.
    fn figure(&self) -> Result<RowFigure<'_>, Coded> {
        if self.deadline <= self.baseline_at {
            return Err((Status::Unknown, ReasonCode::NotInOrder));
        }
        if ![self.baseline, self.observed, self.goal].into_iter().all(fits_decimal) {
            return Err(NO_DECIMAL);
        }
        if self.goal.is_nan() {
            return Err((Status::Unknown, ReasonCode::GoalUnstated));
        }
        if self.as_of <= self.baseline_at {
            return Err((Status::NotDue, ReasonCode::NotBegun));
        }
        let is_seen = self.baseline_at < self.observed_at && self.observed_at <= self.deadline.min(self.as_of);
        if self.observed.is_nan() || !is_seen {
            return Err(self.no_figure());
        }
        Ok(RowFigure {
            row: self,
            baseline: decimal(self.baseline),
            observed: decimal(self.observed).ok_or(NO_DECIMAL)?,
            goal: decimal(self.goal).ok_or(NO_DECIMAL)?,
        })
    }

    /// Whether more than two reporting periods have passed since the deadline, so that its own figure is overdue.
    fn is_overdue(&self) -> bool {
        let pending = self.setting.reporting_periods(self.today, 2);
        pending.is_some_and(|pending| self.as_of.since(self.deadline) > pending)
    }

    /// Status and reason of a row without a figure between its baseline and its deadline. The first that applies:
    ///
    /// 1. The day is not after the deadline, and the first reporting period is not over: not due.
    /// 2. The figure is of a time after the deadline: the deadline has none.
    /// 3. There is no figure.
    fn no_figure(&self) -> Coded {
        let is_after_deadline = self.deadline < self.observed_at && self.observed_at <= self.as_of;
        let since = self.as_of.since(self.baseline_at);
        let first_period = || self.setting.reporting_periods(self.today, 1);
        if self.as_of <= self.deadline && first_period().is_none_or(|first| since <= first) {
            (Status::NotDue, ReasonCode::NoPeriodOver)
        } else if !self.observed.is_nan() && is_after_deadline {
            NO_FIGURE_AT_DEADLINE
        } else {
            (Status::Unknown, ReasonCode::NoObservation)
        }
    }
}

/// A figure set beside a promise.
struct RowFigure<'a> {
    row: &'a Row<'a>,
    /// `None` where the baseline of the row is not a number.
    baseline: Option<Decimal>,
    observed: Decimal,
    goal: Decimal,
}

impl RowFigure<'_> {
    /// Status and reason by the figure: by the bound if the deadline is over and the figure is the deadline's own;
    /// before that by the path. Unknown if the deadline's own figure is overdue, or this one is too old.
    fn class(&self) -> Coded {
        let row = self.row;
        if row.as_of > row.deadline && row.observed_at == row.deadline {
            return if self.is_met() {
                (Status::Achieved, ReasonCode::BoundMet)
            } else {
                (Status::Missed, ReasonCode::BoundNotMet)
            };
        }
        if row.is_overdue() {
            return NO_FIGURE_AT_DEADLINE;
        }
        let age = row.as_of.since(row.observed_at);
        if row.setting.oldest(row.today).is_some_and(|oldest| age > oldest) {
            return (Status::Unknown, ReasonCode::Stale);
        }
        self.class_before_deadline()
    }

    /// Status and reason by a figure that is neither the deadline's own nor too old.
    fn class_before_deadline(&self) -> Coded {
        match (self.is_met(), self.is_limit(), self.baseline) {
            (true, true, Some(start)) => self.class_within_limit(start),
            (true, ..) => (Status::Achieved, ReasonCode::BoundMet),
            (false, true, _) => (Status::Worsening, ReasonCode::LimitExceeded),
            (false, false, None) => (Status::Unknown, ReasonCode::NoBaselineValue),
            (false, false, Some(start)) if start == self.goal => self.class_without_way(start),
            (false, false, Some(start)) => self.class_on_way(start),
        }
    }

    fn is_met(&self) -> bool {
        self.row.bound.at(self.goal).is_met_by(self.observed)
    }

    /// Whether the baseline meets the bound, so that it is a limit to be kept within.
    fn is_limit(&self) -> bool {
        let bound = self.row.bound.at(self.goal);
        self.baseline.is_some_and(|baseline| bound.is_met_by(baseline))
    }

    /// The class where the goal is the baseline's value and that value does not meet the bound, as in "more than the
    /// baseline": worsening where the figure is worse than the baseline, else unknown.
    fn class_without_way(&self, start: Decimal) -> Coded {
        let is_worse = self.row.bound.is_worse(self.observed, start);
        let status = if is_worse { Status::Worsening } else { Status::Unknown };
        (status, ReasonCode::NoWay)
    }

    /// The class by the pace: what is covered of the way ÷ what the path expects to be covered.
    fn class_on_way(&self, start: Decimal) -> Coded {
        let is_rising = self.goal > start;
        let class = self.due(start).and_then(|due| {
            let covered = due.covered(self.observed);
            self.row.setting.cuts().class_by(|cut| {
                let side = due.side(cut, &covered);
                Ok(if is_rising { side.is_ge() } else { side.is_le() })
            })
        });
        Self::coded(class)
    }

    /// The class of a limit by its pace: the room that may be spent by now ÷ the room that is spent. It is at best on
    /// track, with the reason that the limit is kept, and so where nothing is spent.
    fn class_within_limit(&self, start: Decimal) -> Coded {
        let is_rising = self.goal > start;
        let class = self.due(start).and_then(|due| {
            if !self.has_spent_room(start) {
                return Ok(Status::OnTrack);
            }
            let covered = due.covered(self.observed);
            self.row.setting.cuts().class_by(|cut| {
                let side = due.side_of_multiple(cut, &covered);
                Ok(if is_rising { side.is_le() } else { side.is_ge() })
            })
        });
        match Self::coded(class.map(Status::at_best_on_track)) {
            (Status::OnTrack, _) => (Status::OnTrack, ReasonCode::WithinLimit),
            coded => coded,
        }
    }

    /// Whether a limit has room, and the figure has used up some of it by being worse than the baseline.
    fn has_spent_room(&self, start: Decimal) -> bool {
        start != self.goal && self.row.bound.is_worse(self.observed, start)
    }

    /// The status of a pace with its reason, or unknown with the reason why there is no pace.
    fn coded(class: Fact<Status>) -> Coded {
        match class {
            Ok(status) => (status, ReasonCode::Pace),
            // Every reason of a path is among the codes.
            Err(missing) => (
                Status::Unknown,
                ReasonCode::of(missing.into()).unwrap_or(ReasonCode::NoDecimal),
            ),
        }
    }

    /// The expectation of the path from the baseline `start` to the goal, exactly.
    fn due(&self, start: Decimal) -> Fact<Expected> {
        let since_start = |position: Position| position.since(self.row.baseline_at);
        let [elapsed, whole] = [self.row.observed_at, self.row.deadline].map(since_start);
        let curve = match self.row.path {
            RowPath::ConstantGrowth => Curve::ConstantGrowth,
            RowPath::Linear => Curve::Linear,
        };
        let way = Distance::along(curve, [start, self.goal], whole)?;
        Ok(Expected::new(start, way.part_by_time(elapsed, whole)))
    }

    /// The value of the baseline, if a path leads from it to the goal: none does from a baseline that is the goal
    /// already, except the level path of a limit.
    fn start_of_way(&self) -> Option<Decimal> {
        self.baseline.filter(|start| self.is_limit() || *start != self.goal)
    }

    /// The value that the path expects at the figure: at the deadline the goal as it is stated. `None` where no path
    /// leads to the goal.
    fn expected(&self) -> Option<f64> {
        let expected = self.due(self.start_of_way()?).ok()?;
        let is_at_deadline = self.row.observed_at == self.row.deadline;
        let expected = if is_at_deadline {
            self.goal
        } else {
            expected.value().ok()?
        };
        Some(float(expected))
    }

    /// Covered ÷ due; of a limit, due ÷ spent. `None` where no path leads to the goal, or nothing is due or spent.
    fn pace(&self) -> Option<f64> {
        let start = self.start_of_way()?;
        let due = self.due(start).ok()?;
        let covered = due.covered(self.observed);
        let pace = match (self.is_limit(), self.has_spent_room(start)) {
            (false, _) => due.pace(&covered),
            (true, true) => due.pace_of_limit(&covered),
            (true, false) => return None,
        };
        pace.ok().map(float)
    }

    /// The rate as a fraction (on constant growth), or the change per year (on a straight line), from the figure to the
    /// goal. `None` where the goal is met (of a limit it is told all the same), its time is over, or no such rate leads
    /// to it.
    fn required(&self) -> Option<f64> {
        let left = self.row.deadline.since(self.row.observed_at);
        let is_past = self.row.as_of > self.row.deadline;
        if (self.is_met() && !self.is_limit()) || is_past || !left.is_positive() {
            return None;
        }
        let (from, to) = (self.observed, self.goal);
        match self.row.path {
            RowPath::ConstantGrowth => growth::rate(from, to, left).ok().map(|rate| float(rate.as_decimal())),
            RowPath::Linear => growth::change_per_year(from, to, left).ok().map(float),
        }
    }
}
