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
    /// Checks the path and the milestones.
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

    /// Whether something is wrong with the milestones, be it that one turns back.
    pub(in crate::plan) fn has_wrong_milestones(&self) -> bool {
        let problems = self.problems();
        problems.iter().any(|problem| problem.path().starts_with("milestones"))
    }

    /// Whether the goal is a band.
    pub(super) fn is_band(&self) -> bool {
        matches!(self.requirement().map(Requirement::bound), Some(Bound::Within(_)))
    }

    /// Whether a goal of this kind can have the path that is stated.
    fn path_is_possible(&self, kind: GoalKind) -> bool {
        match (&self.path, kind) {
            (None, _) | (Some(DraftPath::Hold), GoalKind::Keep) => true,
            (Some(DraftPath::Hold), _) => self.is_limit() == Some(true),
            (Some(_), kind) => kind.has_way(),
        }
    }

    /// Checks that a schedule leads to the goal.
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

    /// Whether the last value of a schedule is another one than the goal's.
    ///
    /// The level that a relative change comes to is written rounded: it may differ by less than one of the last digit.
    fn misses_goal(&self, value: Decimal, goal: Decimal) -> bool {
        let difference = value.checked_sub(goal).map(|difference| difference.abs());
        match self.kind {
            Some(GoalKind::Change) => difference.is_none_or(|difference| difference >= Decimal::new(1, value.scale())),
            _ => value != goal,
        }
    }

    /// Checks that the curve can run through the values of the path.
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
        if self.relative_to_zero().is_none() {
            check("baseline.value", self.stated_baseline());
            check(&self.field_of_bound(), self.ends_of_way().map(|ends| ends.goal));
        }
        for (index, milestone) in self.milestones_in_values().iter().enumerate() {
            check(&format!("milestones[{index}].{}", milestone.key), milestone.value);
        }
    }

    /// Why the curve cannot run through a value, if it cannot.
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

    /// Checks that points lie between baseline and deadline, in time and in value.
    fn check_points(&self, path: &str, points: &[DraftPoint], problems: &mut Problems) {
        let mut before = DraftPoint::default();
        for (index, point) in points.iter().copied().enumerate() {
            let misplaced = point.period.and_then(|period| self.misplaced(period, before.period));
            let wrong_length = point.period.and_then(|period| self.wrong_length(period));
            let off_way = match (&misplaced, &wrong_length) {
                (None, None) => point.value.and_then(|value| self.off_way(value, before.value)),
                // What stands before a misplaced point is not what comes before it.
                (Some(_), None) => point.value.and_then(|value| self.off_way(value, None)),
                (_, Some(_)) => None,
            };
            for (field, kind) in [("period", misplaced.or(wrong_length)), (point.key, off_way)] {
                problems.push_any(format_args!("{path}[{index}].{field}"), kind);
            }
            before = point;
        }
    }

    /// Why a point cannot be of a period, if it cannot: it does not lie between baseline and deadline, or not behind
    /// the point before it.
    fn misplaced(&self, period: Period, before: Option<Period>) -> Option<ProblemKind> {
        // Where no time lies between baseline and deadline, that is said once.
        let deadline = self.sound_deadline()?;
        let start = self.start.and_then(|start| start.period);
        let at = self.stands_at(period);
        if start.is_some_and(|start| at <= self.stands_at(start)) || at >= self.stands_at(deadline) {
            return Some(ProblemKind::PointOutside { period, deadline });
        }
        let before = before.filter(|before| at <= self.stands_at(*before))?;
        Some(ProblemKind::PointsNotInOrder { period, before })
    }

    /// Why a point cannot have a value, if it cannot: it lies beyond an end of the way, or leads back from the value
    /// before it.
    fn off_way(&self, value: Decimal, before: Option<Decimal>) -> Option<ProblemKind> {
        let in_terms = self.ends_in_terms_of_goal();
        let is_in_values = in_terms.is_none();
        let KnownEnds { start, goal } = in_terms.or_else(|| self.ends_of_way())?;
        let is_kept_from_start = self.is_limit() == Some(true) && self.holds_from_start() == Some(true);
        if let Some(start) = start.filter(|_| is_kept_from_start) {
            // It may allow more for a while, and come back.
            let bound = self.goal_in_values()?.requirement()?.bound();
            let is_better = bound.direction_from(start)?.by_merit(value.cmp(&start)).is_gt();
            return is_better.then_some(ProblemKind::PointOfLimit { value, start });
        }
        let leads_nowhere = start.is_some_and(|start| self.is_met_by(start, goal));
        if leads_nowhere || (is_in_values && self.off_curve(value).is_some()) {
            // One mistake, which is reported where it is.
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

    /// Whether the goal is met where the way begins, so that no way leads to it.
    fn is_met_by(&self, start: Decimal, goal: Decimal) -> bool {
        let asked = self.goal_in_values();
        let bound = asked.and_then(Goal::requirement).map(Requirement::deciding_bound);
        match asked {
            Some(Goal::Level(_)) => bound.is_some_and(|bound| bound.is_met_by(start)),
            Some(Goal::Cumulative(_)) => start == goal,
            Some(goal) => !goal.is_budget() && bound.is_some_and(|bound| bound.is_met_by(Decimal::ZERO)),
            None => false,
        }
    }

    /// The milestones, with their values as far as the plan alone tells them.
    pub(super) fn milestones_in_values(&self) -> Vec<DraftPoint> {
        self.milestones_as_points(|terms| match terms {
            Terms::Value(value) => Some(value),
            Terms::OfGoal(amount) => self.value_of_amount(amount),
            Terms::ShareOfWay(share) => self.value_at_share(share),
        })
    }

    /// The milestones beside the ends of the way: as values, or in the goal's own terms where those are.
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

    /// The milestones, with the numbers that their terms come to.
    fn milestones_as_points(&self, number: impl Fn(Terms) -> Option<Decimal>) -> Vec<DraftPoint> {
        let point = |milestone: &DraftMilestone| {
            // What is wrong with a number is said once.
            let terms = milestone.promised.filter(|terms| self.wrong_terms(*terms).is_none());
            DraftPoint {
                key: terms.map_or("", |terms| terms.name(self.kind)),
                ..DraftPoint::new(milestone.period, terms.and_then(&number))
            }
        };
        self.milestones.iter().map(point).collect()
    }

    /// The value of the indicator that an amount in the goal's terms comes to; `None` if it needs a baseline that is
    /// unknown, or is beyond decimals.
    fn value_of_amount(&self, amount: Decimal) -> Option<Decimal> {
        let changed = |from| exact_product(from, exact_sum(Decimal::ONE, amount)?);
        match (self.kind?, self.reference) {
            (GoalKind::Level | GoalKind::Cumulative, _) => Some(amount),
            (GoalKind::Addition, _) => exact_sum(self.stated_baseline()?, amount),
            (GoalKind::Change, Some(reference)) => changed(reference.value?),
            (GoalKind::Change, None) if self.goal?.measured_by() == MeasuredBy::YearlyRates => changed(Decimal::ONE),
            (GoalKind::Change, None) => changed(self.stated_baseline()?),
            _ => None,
        }
    }

    /// The value at a share of the way, from 0 at the baseline to 1 at the goal; `None` if one of both is unknown.
    fn value_at_share(&self, share: Decimal) -> Option<Decimal> {
        let KnownEnds { start, goal } = self.ends_of_way()?;
        let start = start?;
        exact_sum(start, exact_product(goal.checked_sub(start)?, share)?)
    }

    /// The ends of the way in the goal's own terms, an addition or a change from nothing on; `None` where the plan
    /// tells from which value it counts, and of goals that are values themselves.
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

    /// Where the way begins and where it leads; `None` where the plan alone does not tell where it leads.
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
