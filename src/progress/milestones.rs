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
    /// Each milestone that is due, in the order of time. Of a target with amendments each version is asked, and an
    /// outcome is kept only from the version that was in force at the end of the milestone.
    pub(crate) fn all_due(question: &Question<'_>) -> Fact<Vec<Self>> {
        let of_latest_version = Self::of_version(question)?;
        let Some(first) = question.amended else {
            return Ok(of_latest_version);
        };
        let version_of = |one: &Self| first.amendments_by(first.measured_on(one.milestone.period));
        let mut all = Vec::new();
        for (number, version) in first.promised_by(question.as_of.date()).enumerate() {
            let series = question.figures.known.series();
            let earlier = Question::without_amendments(version, series, question.as_of);
            let outcomes = Self::of_version(&earlier).unwrap_or_default();
            all.extend(outcomes.into_iter().filter(|one| version_of(one) == number));
        }
        Ok(all)
    }

    /// Each milestone of one version that is due; an error of a goal that has no way (kept, trend, unstated), or where
    /// the values of the milestones are not known.
    fn of_version(question: &Question<'_>) -> Fact<Vec<Self>> {
        if let Goal::Keep { .. } | Goal::Trend { .. } | Goal::Unstated(_) = question.target.goal() {
            return Err(Missing::NotForThisGoal);
        }
        if let (Err(reason), None) = (question.path(), question.target.points()) {
            return Err(reason);
        }
        let today = question.as_of.date();
        let is_due = |milestone: &Point| question.target.measured_on(milestone.period) < today;
        let due = || question.points().filter(is_due);
        let figures = question.figures.at_points(due().map(|milestone| milestone.period));
        let in_weeks = |milestone: Point| {
            let period = Some(milestone.period).filter(|_| !question.target.goal().accumulates())?;
            let figure = question.figures.in_weeks_about(period)?;
            Some(FigureAt::of_figure(figure, period.into()))
        };
        let each = due().zip(figures).map(|(milestone, figure_at)| {
            let figure_at = figure_at.or_else(|| in_weeks(milestone));
            Self::new(question, milestone, figure_at)
        });
        Ok(each.collect())
    }

    /// How a milestone went, by the figure at the end of its period. Its outcome is open where no figure is known, and
    /// where the definition changed before the milestone.
    fn new(question: &Question<'_>, milestone: Point, figure_at: Option<FigureAt<'_>>) -> Self {
        let comparable = figure_at.as_ref().filter(|_| !is_after_a_break(question, milestone));
        Self {
            milestone,
            outcome: comparable.and_then(|one| Self::by(question, milestone, one.ends(question.figures))),
            figure: figure_at.map(|one| one.figure),
        }
    }

    /// Kept where all amounts from the lowest to the highest (`ends`) that a figure can mean are at the milestone or
    /// beyond it, broken where none is; else `None`.
    pub(crate) fn by(question: &Question<'_>, milestone: Point, ends: [Extreme<Amount>; 2]) -> Option<Outcome> {
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
}

/// Whether the definition changed between the baseline and a milestone that counts from the baseline's value. `false`
/// of a level, which needs no baseline, and of a sum since the baseline, which adds up across such a change.
fn is_after_a_break(question: &Question<'_>, milestone: Point) -> bool {
    let counts_from_baseline = !matches!(question.promise.goal, Goal::Level(_) | Goal::Cumulative(_));
    let until = question.figures.stands_at(milestone.period);
    counts_from_baseline && question.figures.break_since_baseline(until).is_some()
}

/// The direction in which values are better: towards the bound or, of a band, along the path. `None` where the goal has
/// no bound, and of a band without a path.
fn direction(question: &Question<'_>) -> Option<Direction> {
    match question.promise.bound().ok()? {
        // Which edge of a band is the goal depends on where the path begins.
        Bound::Within(_) => question.path().ok().map(|path| path.direction),
        one_sided => one_sided.direction_from(Decimal::ZERO),
    }
}
