//! What makes a promise one that can be kept.
//!
//! The same checks stand behind the builders and behind the documents. They look at one target by itself; what it has to do with
//! others is checked where the plan is put together.

use alloc::format;
use alloc::string::ToString;

use rust_decimal::Decimal;

use super::{Goal, MeasuredBy, ProblemKind, Problems, Target};
use crate::trajectory::{Milestone, Schedule, Shape};
use crate::value::{Bound, Direction, Measure, Period, Requirement};

/// Adds everything that is wrong with a target, by paths within it.
pub(super) fn target(target: &Target, problems: &mut Problems) {
    times(target, problems);
    measure(target, problems);
    values(target, problems);
    fractions(target, problems);
    already_met(target, problems);
    path(target, problems);
}

fn times(target: &Target, problems: &mut Problems) {
    let deadline = target.deadline;
    let Some(baseline) = &target.baseline else {
        if target.goal.needs_baseline() {
            problems.push(
                "baseline",
                ProblemKind::BaselineMissing {
                    goal: target.goal.kind(),
                },
            );
        }
        return;
    };
    let baseline = baseline.period();
    if deadline.end() <= baseline.end() {
        problems.push("deadline", ProblemKind::DeadlineNotAfterBaseline { deadline, baseline });
    }
    let is_compared = matches!(
        target.goal,
        Goal::Level(_) | Goal::Change { .. } | Goal::Addition(_) | Goal::AverageGrowth { .. }
    ) && target.goal.measured_by() == MeasuredBy::Levels;
    if is_compared && target.quantity.measure().belongs_to_its_length() && baseline.length() != deadline.length() {
        problems.push("baseline", ProblemKind::FlowLengthsDiffer { baseline, deadline });
    }
}

fn measure(target: &Target, problems: &mut Problems) {
    let found = target.quantity.measure();
    let needed = match (target.goal, target.goal.measured_by()) {
        (Goal::Cumulative(requirement), _) => {
            if matches!(requirement.bound(), Bound::Within(_)) {
                problems.push("goal.within", ProblemKind::SumWithin);
            }
            (found != Measure::Flow).then_some("a `flow`")
        }
        (_, MeasuredBy::YearlyRates) => {
            (found != Measure::GrowthRate).then_some("a `growth_rate`, since it is measured by yearly rates")
        }
        (Goal::Change { .. } | Goal::AverageGrowth { .. }, MeasuredBy::Levels) => (found == Measure::GrowthRate)
            .then_some("values, not of a growth rate, unless it is measured by `yearly_rates`"),
        _ => None,
    };
    if let Some(needed) = needed {
        problems.push(
            "goal",
            ProblemKind::MeasureMismatch {
                goal: target.goal.kind(),
                needed,
                found,
            },
        );
    }
    let rises = matches!(target.goal, Goal::Level(requirement) | Goal::Keep { requirement, .. }
        if matches!(requirement.bound(), Bound::AtLeast(_) | Bound::MoreThan(_)));
    if found == Measure::Rank && rises {
        problems.push("goal", ProblemKind::RankRises);
    }
}

/// Checks every value of the indicator that stands in the target against what its quantity can be.
fn values(target: &Target, problems: &mut Problems) {
    let mut check = |path: &str, value: Decimal| {
        if let Some(kind) = impossible_value(target, value) {
            problems.push(path, kind);
        }
    };
    if let Goal::Level(requirement) | Goal::Keep { requirement, .. } | Goal::Cumulative(requirement) = target.goal {
        for (key, limit) in limits(requirement) {
            check(&format!("goal.{key}"), limit);
        }
    }
    if target.goal.measured_by() == MeasuredBy::YearlyRates {
        return;
    }
    if let Some(value) = target.baseline.as_ref().and_then(super::Baseline::value) {
        check("baseline.value", value);
    }
    for (index, milestone) in target.milestones.iter().enumerate() {
        check(&format!("milestones[{index}].value"), milestone.value);
    }
    if let Some(Shape::Schedule(schedule)) = &target.shape {
        for (index, point) in schedule.points.iter().enumerate() {
            check(&format!("path.schedule[{index}].value"), point.value);
        }
    }
}

fn impossible_value(target: &Target, value: Decimal) -> Option<ProblemKind> {
    let is_sum = matches!(target.goal, Goal::Cumulative(_));
    if let Some(whole) = target.quantity.full_share().filter(|_| !is_sum) {
        if value < Decimal::ZERO || value > whole {
            return Some(ProblemKind::ShareOutside { value, whole });
        }
    }
    if target.quantity.measure() == Measure::Rank && value < Decimal::ONE {
        return Some(ProblemKind::RankBelowFirst { value });
    }
    if target.quantity.unit().is_whole() && !value.fract().is_zero() {
        return Some(ProblemKind::NotWhole { value });
    }
    None
}

/// The limits of a requirement, each with its key in documents.
fn limits(requirement: Requirement) -> impl Iterator<Item = (&'static str, Decimal)> {
    let (first, second) = match requirement.bound() {
        Bound::AtLeast(limit) => (("at_least", limit), None),
        Bound::MoreThan(limit) => (("more_than", limit), None),
        Bound::AtMost(limit) => (("at_most", limit), None),
        Bound::LessThan(limit) => (("less_than", limit), None),
        Bound::Within(band) => (("within[0]", band.low()), Some(("within[1]", band.high()))),
    };
    [first].into_iter().chain(second)
}

/// Changes and rates are fractions: catches percentages, and rates that no growth has.
fn fractions(target: &Target, problems: &mut Problems) {
    let (Goal::Change { requirement, .. } | Goal::AverageGrowth { requirement, .. }) = target.goal else {
        return;
    };
    for (key, value) in limits(requirement) {
        let path = format!("goal.{key}");
        if matches!(target.goal, Goal::AverageGrowth { .. }) && value <= Decimal::NEGATIVE_ONE {
            problems.push(path, ProblemKind::RateTooLow { value });
        } else if value.abs() > Decimal::ONE {
            let percent = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value).normalize();
            let fraction = value.checked_div(Decimal::ONE_HUNDRED).unwrap_or(value).normalize();
            problems.push(
                path,
                ProblemKind::LooksLikePercent {
                    value,
                    percent,
                    fraction,
                },
            );
        }
    }
}

fn already_met(target: &Target, problems: &mut Problems) {
    let value = target.baseline.as_ref().and_then(super::Baseline::value);
    let start = match target.goal {
        Goal::Level(_) => value,
        // No change, no addition and no growth are where these begin.
        Goal::Change { .. } | Goal::Addition(_) | Goal::AverageGrowth { .. } => Some(Decimal::ZERO),
        _ => None,
    };
    let met = target
        .goal
        .requirement()
        .zip(start)
        .filter(|(requirement, start)| requirement.deciding_bound().is_met_by(*start));
    if let Some((requirement, start)) = met {
        problems.push(
            "goal",
            ProblemKind::AlreadyMet {
                value: start,
                goal: requirement.to_string(),
            },
        );
    }
}

fn path(target: &Target, problems: &mut Problems) {
    let goal = target.goal.kind();
    match (&target.shape, target.goal) {
        (Some(_), Goal::Trend { .. } | Goal::Unstated(_)) => {
            problems.push("path", ProblemKind::PathImpossible { goal })
        }
        (Some(Shape::Hold), Goal::Keep { .. }) | (None, _) => {}
        (Some(_), Goal::Keep { .. }) | (Some(Shape::Hold), _) => {
            problems.push("path", ProblemKind::PathImpossible { goal })
        }
        (Some(Shape::Schedule(schedule)), _) => return check_schedule(target, schedule, problems),
        (Some(Shape::ConstantGrowth), _) => growth_through_zero(target, problems),
        (Some(Shape::Linear), _) => {}
    }
    let has_way = !matches!(target.goal, Goal::Keep { .. } | Goal::Trend { .. } | Goal::Unstated(_));
    if !has_way && !target.milestones.is_empty() {
        problems.push("milestones", ProblemKind::PathImpossible { goal });
        return;
    }
    points(target, "milestones", &target.milestones, problems);
}

fn check_schedule(target: &Target, schedule: &Schedule, problems: &mut Problems) {
    if !target.milestones.is_empty() {
        problems.push("milestones", ProblemKind::ScheduleAndMilestones);
    }
    let Some((last, before)) = schedule.points.split_last() else {
        problems.push("path.schedule", ProblemKind::ScheduleEmpty);
        return;
    };
    let ends_at_goal = last.period.end() == target.deadline.end();
    points(
        target,
        "path.schedule",
        if ends_at_goal { before } else { &schedule.points },
        problems,
    );
    if let Some((_, goal)) = way(target).filter(|(_, goal)| ends_at_goal && *goal != last.value) {
        problems.push(
            format!("path.schedule[{}].value", before.len()),
            ProblemKind::ScheduleMissesGoal {
                value: last.value,
                goal,
            },
        );
    }
}

fn growth_through_zero(target: &Target, problems: &mut Problems) {
    let baseline = target.baseline.as_ref().and_then(super::Baseline::value);
    let goal = way(target).map(|(_, goal)| goal);
    let named = [("baseline.value", baseline), ("goal", goal)];
    for (path, value) in named {
        if let Some(value) = value.filter(|value| *value <= Decimal::ZERO) {
            problems.push(path, ProblemKind::GrowthThroughZero { value });
        }
    }
    if matches!(target.goal, Goal::Cumulative(_)) {
        problems.push("path", ProblemKind::GrowthThroughZero { value: Decimal::ZERO });
    }
    for (index, milestone) in target.milestones.iter().enumerate() {
        if milestone.value <= Decimal::ZERO {
            problems.push(
                format!("milestones[{index}].value"),
                ProblemKind::GrowthThroughZero { value: milestone.value },
            );
        }
    }
}

/// Checks that points lie between baseline and deadline, in time and in value.
fn points(target: &Target, path: &str, points: &[Milestone], problems: &mut Problems) {
    let mut before: Option<Milestone> = None;
    for (index, point) in points.iter().copied().enumerate() {
        let path = |field: &str| format!("{path}[{index}].{field}");
        if let Some(kind) = misplaced(target, point.period, before) {
            problems.push(path("period"), kind);
        } else if let Some(kind) = off_way(target, point.value, before) {
            problems.push(path("value"), kind);
        }
        before = Some(point);
    }
}

fn misplaced(target: &Target, period: Period, before: Option<Milestone>) -> Option<ProblemKind> {
    let starts = target.baseline.as_ref().map(|baseline| baseline.period().end());
    let deadline = target.deadline;
    if starts.is_some_and(|start| period.end() <= start) || period.end() >= deadline.end() {
        return Some(ProblemKind::PointOutside { period, deadline });
    }
    before
        .filter(|before| period.end() <= before.period.end())
        .map(|before| ProblemKind::PointsNotInOrder {
            period,
            before: before.period,
        })
}

fn off_way(target: &Target, value: Decimal, before: Option<Milestone>) -> Option<ProblemKind> {
    let (start, goal) = way(target)?;
    let direction = match start {
        Some(start) if start < goal => Direction::Rising,
        Some(start) if start > goal => Direction::Falling,
        _ => target.goal.requirement()?.bound().direction_from(goal)?,
    };
    let is_beyond = |value: Decimal, limit: Decimal| match direction {
        Direction::Rising => value > limit,
        Direction::Falling => value < limit,
    };
    if is_beyond(value, goal) || start.is_some_and(|start| is_beyond(start, value)) {
        let from = start.map_or_else(
            || match direction {
                Direction::Rising => "below".to_string(),
                Direction::Falling => "above".to_string(),
            },
            |start| start.to_string(),
        );
        return Some(ProblemKind::PointOffWay { value, from, to: goal });
    }
    before
        .filter(|before| is_beyond(before.value, value))
        .map(|before| ProblemKind::PointTurnsBack {
            value,
            before: before.value,
        })
}

/// Where the way begins, if that is known from the plan alone, and where it leads; `None` where that is not known.
fn way(target: &Target) -> Option<(Option<Decimal>, Decimal)> {
    let stated = target.baseline.as_ref().and_then(super::Baseline::value);
    let aim = |requirement: Requirement, start: Option<Decimal>| match (requirement.bound(), start) {
        (Bound::Within(_), None) => None,
        (bound, start) => Some(bound.aim_from(start.unwrap_or_default())),
    };
    match (target.goal, target.goal.measured_by()) {
        (Goal::Level(requirement), _) => Some((stated, aim(requirement, stated)?)),
        (Goal::Cumulative(requirement), _) => Some((Some(Decimal::ZERO), aim(requirement, Some(Decimal::ZERO))?)),
        (Goal::Addition(requirement), _) => {
            let start = stated?;
            Some((stated, start.checked_add(aim(requirement, Some(Decimal::ZERO))?)?))
        }
        (Goal::Change { requirement, .. }, measured_by) => {
            let start = match measured_by {
                MeasuredBy::YearlyRates => Decimal::ONE,
                MeasuredBy::Levels => stated?,
            };
            let factor = Decimal::ONE.checked_add(aim(requirement, Some(Decimal::ZERO))?)?;
            Some((Some(start), start.checked_mul(factor)?))
        }
        (Goal::AverageGrowth { .. } | Goal::Keep { .. } | Goal::Trend { .. } | Goal::Unstated(_), _) => None,
    }
}
