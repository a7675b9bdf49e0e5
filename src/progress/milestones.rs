//! How the milestones went that are due.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::figures::FigureAt;
use super::question::Question;
use super::record::Outcome;
use super::{Fact, Missing};
use crate::plan::Goal;
use crate::series::Figure;
use crate::trajectory::Point;
use crate::value::{Bound, Direction};

/// How a milestone went whose period is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MilestoneOutcome {
    /// The milestone, as a value of the indicator.
    pub milestone: Point,
    /// Whether it was kept or broken; `None` where that is not known.
    pub outcome: Option<Outcome>,
    /// The figure of the milestone's period; `None` where none is known.
    pub figure: Option<Figure>,
}

impl MilestoneOutcome {
    /// Each milestone that is due, in the order of time, by the version in force at its end.
    pub(crate) fn all_due(question: &Question<'_>) -> Fact<Vec<Self>> {
        let own = Self::of_version(question)?;
        let Some(first) = question.amended else {
            return Ok(own);
        };
        let version_of = |one: &Self| first.amendments_by(first.moment_of(one.milestone.period));
        let mut all = Vec::new();
        for (number, version) in first.promised_by(question.as_of.date()).enumerate() {
            let series = question.figures.known.series();
            let earlier = Question::without_amendments(version, series, question.as_of);
            let outcomes = Self::of_version(&earlier).unwrap_or_default();
            all.extend(outcomes.into_iter().filter(|one| version_of(one) == number));
        }
        Ok(all)
    }

    /// Each milestone of one version that is due; an error of a goal that leads nowhere by its deadline, or where the
    /// values of the milestones are not known.
    fn of_version(question: &Question<'_>) -> Fact<Vec<Self>> {
        if let Goal::Keep { .. } | Goal::Trend { .. } | Goal::Unstated(_) = question.target.goal() {
            return Err(Missing::NotForThisGoal);
        }
        if let (Err(reason), None) = (question.path(), question.target.points()) {
            return Err(reason);
        }
        let today = question.as_of.date();
        let is_due = |milestone: &Point| question.target.moment_of(milestone.period) < today;
        let due = || question.points().filter(is_due);
        let standing = question.figures.at_points(due().map(|milestone| milestone.period));
        let each = due().zip(standing);
        Ok(each
            .map(|(milestone, standing)| Self::new(question, milestone, standing))
            .collect())
    }

    /// A milestone with the figure of its day, if one is known. Behind a change of definition its outcome stays open.
    fn new(question: &Question<'_>, milestone: Point, standing: Option<FigureAt<'_>>) -> Self {
        let comparable = standing.as_ref().filter(|_| !is_behind_a_break(question, milestone));
        Self {
            milestone,
            outcome: comparable.and_then(|standing| outcome(question, milestone, standing.ends(question.figures))),
            figure: standing.map(|standing| standing.figure),
        }
    }
}

/// Kept where all amounts that a figure can mean are at the milestone or beyond it, broken where none is; else `None`.
fn outcome(question: &Question<'_>, milestone: Point, ends: [Extreme<Amount>; 2]) -> Option<Outcome> {
    let direction = direction(question)?;
    let [low, high] = ends.map(|end| {
        let side = end.side(|amount| Ok(amount.side_of(milestone.value)));
        side.map(|side| direction.by_merit(side).is_ge())
    });
    match (low, high) {
        (Ok(true), Ok(true)) => Some(Outcome::Kept),
        (Ok(false), Ok(false)) => Some(Outcome::Broken),
        _ => None,
    }
}

/// Whether a change of definition separates the baseline from a milestone that counts from it. A level stands by
/// itself.
fn is_behind_a_break(question: &Question<'_>, milestone: Point) -> bool {
    let counts_from_baseline = !matches!(question.promise.goal, Goal::Level(_) | Goal::Cumulative(_));
    let until = question.figures.stands_at(milestone.period);
    counts_from_baseline && question.figures.break_since_baseline(until).is_some()
}

/// Whether more or less is better; `None` where the goal has no bound, or no path leads to its band.
fn direction(question: &Question<'_>) -> Option<Direction> {
    match question.promise.bound().ok()? {
        // A band is approached from where the path begins.
        Bound::Within(_) => question.path().ok().map(|path| path.direction),
        one_sided => one_sided.direction_from(Decimal::ZERO),
    }
}
