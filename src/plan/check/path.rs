//! Checks the path from the baseline to the goal.

use alloc::format;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::super::{Goal, MeasuredBy, ProblemKind, Problems, Terms};
use super::{Draft, DraftMilestone, DraftPath, DraftPoint, GoalKind};
use crate::value::arithmetic::{exact_product, exact_sum};
use crate::value::{Bound, Direction, Period, Requirement};

/// The two ends of the way, as far as the plan alone tells them.
#[derive(Debug, Clone, Copy)]
pub(super) struct KnownEnds {
    pub(super) start: Option<Decimal>,
    pub(super) goal: Decimal,
}

impl Draft<'_> {
    /// Checks the path and the milestones: that the goal can have them together, that the curve can run through the
    /// values, and that the points lie on the way. A schedule is checked by itself.
    pub(super) fn check_path(&self, problems: &mut Problems) {
        let is_held = matches!(self.path, None | Some(DraftPath::Hold));
        if self.is_limit() == Some(true) && self.is_band() && !(is_held && self.milestones.is_empty()) {
            problems.push(if is_held { "milestones" } else { "path" }, ProblemKind::BandIsHeld);
            return;
        }
        if let Some(kind) = self.kind {
            if !self.path_is_possible(kind) {
                problems.push("path", ProblemKind::PathImpossible { goal: kind });
            } else if let Some(DraftPath::Schedule(points)) = &self.path {
                return self.check_schedule(points, problems);
            }
            if !kind.has_way() && !self.milestones.is_empty() {
                problems.push("milestones", ProblemKind::MilestonesImpossible { goal: kind });
                return;
            }
        }
        if matches!(self.path, Some(DraftPath::Hold)) && !self.milestones.is_empty() {
            problems.push("milestones", ProblemKind::HoldAndMilestones);
            return;
        }
        if self.kind.is_some_and(GoalKind::has_way) {
            self.check_curve(problems);
        }
        self.check_points("milestones", &self.milestones_on_way(), problems);
    }

    /// Whether the check has any problem of the milestones, a warning too.
    pub(in crate::plan) fn has_wrong_milestones(&self) -> bool {
        let problems = self.problems();
        problems.iter().any(|problem| problem.path().starts_with("milestones"))
    }

    /// Whether the bound of the goal is a band.
    pub(super) fn is_band(&self) -> bool {
        matches!(self.requirement().map(Requirement::bound), Some(Bound::Within(_)))
    }

    /// Whether a goal of this kind can have the stated path: any if it has a way, except that only a limit and a `keep`
    /// can `hold`. A goal without a stated path can have its own.
    fn path_is_possible(&self, kind: GoalKind) -> bool {
        match (&self.path, kind) {
            (None, _) | (Some(DraftPath::Hold), GoalKind::Keep) => true,
            (Some(DraftPath::Hold), _) => self.is_limit() == Some(true),
            (Some(_), kind) => kind.has_way(),
        }
    }

    /// Checks a schedule: it stands without milestones, it has points, those before the deadline lie on the way in
    /// order, and a last point at the deadline has the value of the goal.
    fn check_schedule(&self, points: &[DraftPoint], problems: &mut Problems) {
        if !self.milestones.is_empty() {
            problems.push("milestones", ProblemKind::ScheduleAndMilestones);
        }
        let Some((last, before)) = points.split_last() else {
            problems.push("path.schedule", ProblemKind::EmptySchedule);
            return;
        };
        let ends_at_goal = last.period.map(|period| self.stands_at(period)) == self.deadline.map(Period::end);
        let between = if ends_at_goal { before } else { points };
        self.check_points("path.schedule", between, problems);
        let goal = self.ends_of_way().map(|ends| ends.goal).filter(|_| ends_at_goal);
        let misses = |(value, goal): &(Decimal, Decimal)| self.misses_goal(*value, *goal);
        if let Some((value, goal)) = last.value.zip(goal).filter(misses) {
            problems.push(
                format!("path.schedule[{}].value", before.len()),
                ProblemKind::ScheduleMissesGoal { value, goal },
            );
        }
    }

    /// Whether the last value of a schedule is another one than the goal's. The value to which a relative change leads
    /// may be written rounded, so it may differ by less than one unit of the last digit.
    fn misses_goal(&self, value: Decimal, goal: Decimal) -> bool {
        let difference = value.checked_sub(goal).map(|difference| difference.abs());
        match self.kind {
            Some(GoalKind::Change) => difference.is_none_or(|difference| difference >= Decimal::new(1, value.scale())),
            _ => value != goal,
        }
    }

    /// Checks that the curve can run through the start, the goal and the milestones of the path, and that the ceiling
    /// of an S-curve is above 0. A sum starts at 0.
    fn check_curve(&self, problems: &mut Problems) {
        if let Some(DraftPath::Logistic(Some(ceiling))) = self.path {
            if ceiling <= Decimal::ZERO {
                problems.push("path.ceiling", ProblemKind::CeilingNotPositive { ceiling });
            }
        }
        let mut check = |path: &str, value: Option<Decimal>| {
            problems.push_any(path, value.and_then(|value| self.off_curve(value)));
        };
        if self.kind == Some(GoalKind::Cumulative) {
            check("path", Some(Decimal::ZERO));
            return;
        }
        if self.base_not_above_zero().is_none() {
            check("baseline.value", self.stated_baseline());
            let goal = self.ends_of_way().map(|ends| ends.goal);
            check(&self.field_of_bound(), goal.or_else(|| self.goal_of_change()));
        }
        for (index, milestone) in self.milestones_in_values().iter().enumerate() {
            check(&format!("milestones[{index}].{}", milestone.key), milestone.value);
        }
    }

    /// The problem that the curve cannot run through a value: constant growth through 0 or less, or an S-curve outside
    /// of 0 and its ceiling. `None` if it can.
    fn off_curve(&self, value: Decimal) -> Option<ProblemKind> {
        match self.path {
            Some(DraftPath::ConstantGrowth) if value <= Decimal::ZERO => Some(ProblemKind::GrowthThroughZero { value }),
            // A ceiling of 0 or less is refused by itself.
            Some(DraftPath::Logistic(Some(ceiling))) if ceiling > Decimal::ZERO => {
                let is_on_curve = Decimal::ZERO < value && value < ceiling;
                (!is_on_curve).then_some(ProblemKind::OffCurve { value, ceiling })
            }
            _ => None,
        }
    }

    /// Checks that points lie between baseline and deadline in time, in order, have periods of the right length, and
    /// lie between both ends of the way in value. `path` is that of the list of points.
    fn check_points(&self, path: &str, points: &[DraftPoint], problems: &mut Problems) {
        let mut before = DraftPoint::default();
        for (index, point) in points.iter().copied().enumerate() {
            let misplaced = point.period.and_then(|period| self.misplaced(period, before.period));
            let wrong_length = point.period.and_then(|period| self.wrong_length(period));
            let off_way = match (&misplaced, &wrong_length) {
                (None, None) => point.value.and_then(|value| self.off_way(value, before.value)),
                // The point that is listed before a misplaced one does not come before it in time.
                (Some(_), None) => point.value.and_then(|value| self.off_way(value, None)),
                (_, Some(_)) => None,
            };
            for (field, kind) in [("period", misplaced.or(wrong_length)), (point.key, off_way)] {
                problems.push_any(format_args!("{path}[{index}].{field}"), kind);
            }
            before = point;
        }
    }

    /// The problem that a point of a period does not lie between baseline and deadline, or does not come after the
    /// point listed `before` it. `None` if it does, or if the deadline itself is wrong, which is reported once.
    fn misplaced(&self, period: Period, before: Option<Period>) -> Option<ProblemKind> {
        let deadline = self.sound_deadline()?;
        let start = self.start.and_then(|start| start.period);
        let at = self.stands_at(period);
        if start.is_some_and(|start| at <= self.stands_at(start)) || at >= self.stands_at(deadline) {
            return Some(ProblemKind::PointOutside { period, deadline });
        }
        let before = before.filter(|before| at <= self.stands_at(*before))?;
        Some(ProblemKind::PointsNotInOrder { period, before })
    }

    /// The problem of the value of a point, if it has one:
    ///
    /// - it lies beyond the start or the goal, in the direction from one to the other;
    /// - it goes back from the value `before` it, which is a warning;
    /// - of a limit that is met from the start, it is better than the start.
    ///
    /// The ends are the amounts of a change or an addition whose baseline has no stated value, else values. `None` too
    /// if the plan tells no ends, or if a mistake is reported elsewhere: the goal is met at the start, or the curve
    /// cannot have the value.
    fn off_way(&self, value: Decimal, before: Option<Decimal>) -> Option<ProblemKind> {
        let in_terms = self.ends_in_terms_of_goal();
        let is_in_values = in_terms.is_none();
        let KnownEnds { start, goal } = in_terms.or_else(|| self.ends_of_way())?;
        let is_kept_from_start = self.is_limit() == Some(true) && self.holds_from_start() == Some(true);
        if let Some(start) = start.filter(|_| is_kept_from_start) {
            // A limit may allow more for a while.
            let bound = self.goal_in_values()?.requirement()?.bound();
            let is_better = bound.direction_from(start)?.by_merit(value.cmp(&start)).is_gt();
            return is_better.then_some(ProblemKind::PointOfLimit { value, start });
        }
        let is_already_met = start.is_some_and(|start| self.is_met_at_start(start, goal));
        if is_already_met || (is_in_values && self.off_curve(value).is_some()) {
            return None;
        }
        let direction = match start {
            Some(start) if start < goal => Direction::Rising,
            Some(start) if start > goal => Direction::Falling,
            _ => self.requirement()?.bound().direction_from(goal)?,
        };
        let is_beyond = |value: Decimal, limit: Decimal| match direction {
            Direction::Rising => value > limit,
            Direction::Falling => value < limit,
        };
        if is_beyond(value, goal) || start.is_some_and(|start| is_beyond(start, value)) {
            return Some(ProblemKind::PointOffWay {
                value,
                from: start,
                direction,
                to: goal,
            });
        }
        let before = before.filter(|before| is_beyond(*before, value))?;
        Some(ProblemKind::PointTurnsBack { value, before })
    }

    /// Whether the goal is met where the way begins, so that there is no way to it: a level by the value `start`, a sum
    /// if it is 0 itself, any other goal by a change of 0.
    fn is_met_at_start(&self, start: Decimal, goal: Decimal) -> bool {
        let asked = self.goal_in_values();
        let bound = asked.and_then(Goal::requirement).map(Requirement::deciding_bound);
        match asked {
            Some(Goal::Level(_)) => bound.is_some_and(|bound| bound.is_met_by(start)),
            Some(Goal::Cumulative(_)) => start == goal,
            Some(_) => bound.is_some_and(|bound| bound.is_met_by(Decimal::ZERO)),
            None => false,
        }
    }

    /// The milestones with their values; without a value where the plan alone does not tell it.
    pub(super) fn milestones_in_values(&self) -> Vec<DraftPoint> {
        self.milestones_as_points(|terms| match terms {
            Terms::Value(value) => Some(value),
            Terms::OfGoal(amount) => self.value_of_amount(amount),
            Terms::ShareOfWay(share) => self.value_at_share(share),
        })
    }

    /// The milestones as numbers that can be compared with the ends of the way: in the terms of the goal if the ends
    /// are amounts of a change or an addition, else as values. A milestone that cannot be put so has no number.
    fn milestones_on_way(&self) -> Vec<DraftPoint> {
        let Some(KnownEnds { goal, .. }) = self.ends_in_terms_of_goal() else {
            return self.milestones_in_values();
        };
        self.milestones_as_points(|terms| match terms {
            Terms::Value(_) => None,
            Terms::OfGoal(amount) => Some(amount),
            Terms::ShareOfWay(share) => exact_product(goal, share),
        })
    }

    /// The milestones, each with the `number` that its terms come to; without one if the terms are wrong.
    fn milestones_as_points(&self, number: impl Fn(Terms) -> Option<Decimal>) -> Vec<DraftPoint> {
        let point = |milestone: &DraftMilestone| {
            // Wrong terms are reported elsewhere.
            let terms = milestone.promised.filter(|terms| self.wrong_terms(*terms).is_none());
            DraftPoint {
                key: terms.map_or("", |terms| terms.name(self.kind)),
                ..DraftPoint::new(milestone.period, terms.and_then(&number))
            }
        };
        self.milestones.iter().map(point).collect()
    }

    /// The value to which a goal that is a change leads, as far as the plan alone tells it.
    fn goal_of_change(&self) -> Option<Decimal> {
        let requirement = self.requirement().filter(|_| self.kind == Some(GoalKind::Change))?;
        self.value_of_amount(requirement.bound().aim_from(Decimal::ZERO))
    }

    /// The value to which an amount in the terms of the goal leads: a level or a sum is one itself, an addition adds to
    /// the stated baseline, and a change multiplies it, the reference, or for yearly rates the index 1; from whatever
    /// value, a change of −1 leads to 0. `None` if the value from which it counts is unknown, no decimal holds the
    /// result, or the goal is of another kind.
    pub(super) fn value_of_amount(&self, amount: Decimal) -> Option<Decimal> {
        let changed = |from| exact_product(from, exact_sum(Decimal::ONE, amount)?);
        match (self.kind?, self.reference) {
            (GoalKind::Level | GoalKind::Cumulative, _) => Some(amount),
            (GoalKind::Addition, _) => exact_sum(self.stated_baseline()?, amount),
            (GoalKind::Change, Some(reference)) => changed(reference.value?),
            (GoalKind::Change, None) if self.goal?.measured_by() == MeasuredBy::YearlyRates => changed(Decimal::ONE),
            (GoalKind::Change, None) if amount == Decimal::NEGATIVE_ONE => Some(Decimal::ZERO),
            (GoalKind::Change, None) => changed(self.stated_baseline()?),
            _ => None,
        }
    }

    /// The value at a share of the way, from 0 at the baseline to 1 at the goal; `None` if one of both values is
    /// unknown.
    fn value_at_share(&self, share: Decimal) -> Option<Decimal> {
        let KnownEnds { start, goal } = self.ends_of_way()?;
        let start = start?;
        exact_sum(start, exact_product(goal.checked_sub(start)?, share)?)
    }

    /// The ends of the way as amounts of an addition or a change: from 0 to what is promised. `None` for other goals,
    /// and if the plan tells from which value the goal counts, since then the ends are [values](Self::ends_of_way).
    fn ends_in_terms_of_goal(&self) -> Option<KnownEnds> {
        let (Goal::Addition(requirement)
        | Goal::Change {
            requirement,
            measured_by: MeasuredBy::Levels,
        }) = self.goal?
        else {
            return None;
        };
        let counts_from_value = self.stated_baseline().is_some() || self.reference.is_some();
        let is_told = counts_from_value || self.measure_mismatch().is_some();
        (!is_told).then(|| KnownEnds {
            start: Some(Decimal::ZERO),
            goal: requirement.bound().aim_from(Decimal::ZERO),
        })
    }

    /// The values at which the way begins and ends; `None` if the plan alone does not tell the end. A sum begins at 0,
    /// an index of yearly rates at 1, any other at the stated baseline.
    pub(super) fn ends_of_way(&self) -> Option<KnownEnds> {
        if self.measure_mismatch().is_some() {
            return None;
        }
        let stated = self.stated_baseline();
        let aim = |requirement: Requirement, start: Option<Decimal>| match (requirement.bound(), start) {
            (Bound::Within(_), None) => None,
            // A bound on one side leads to its limit from anywhere.
            (bound, start) => Some(bound.aim_from(start.unwrap_or_default())),
        };
        let aim_of_change = |requirement: Requirement| aim(requirement, Some(Decimal::ZERO));
        let (start, goal) = match self.goal_in_values()? {
            Goal::Level(requirement) => (stated, aim(requirement, stated)?),
            Goal::Cumulative(requirement) => (Some(Decimal::ZERO), aim_of_change(requirement)?),
            Goal::Addition(requirement) => (stated, exact_sum(stated?, aim_of_change(requirement)?)?),
            Goal::Change {
                requirement,
                measured_by,
            } => {
                let start = match measured_by {
                    // Rates are chained to an index that begins with 1.
                    MeasuredBy::YearlyRates => Decimal::ONE,
                    MeasuredBy::Levels => stated?,
                };
                let factor = exact_sum(Decimal::ONE, aim_of_change(requirement)?)?;
                (Some(start), start.checked_mul(factor)?)
            }
            Goal::AverageGrowth { .. } | Goal::Keep { .. } | Goal::Trend { .. } | Goal::Unstated(_) => return None,
        };
        Some(KnownEnds { start, goal })
    }
}
