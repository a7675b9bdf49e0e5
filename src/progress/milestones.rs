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
        let mut all = Vec::new();
        Self::each_due(question, |one| all.push(one))?;
        Ok(all)
    }

    /// Whether any milestone that is due is known to be broken.
    pub(crate) fn any_broken(question: &Question<'_>) -> bool {
        if question.amended.is_none() && question.target.periods_of_points().next().is_none() {
            return false;
        }
        let mut is_any_broken = false;
        let seen = Self::each_due(question, |one| is_any_broken |= one.outcome == Some(Outcome::Broken));
        seen.is_ok() && is_any_broken
    }

    /// Passes each milestone of [`all_due`](Self::all_due) on, without putting anything on the heap.
    fn each_due(question: &Question<'_>, mut see: impl FnMut(Self)) -> Fact<()> {
        let Some(first) = question.amended else {
            return Self::each_of_version(question, see);
        };
        are_known(question)?;
        let version_of = |one: &Self| first.amendments_by(first.measured_on(one.milestone.period));
        for (number, version) in first.promised_by(question.as_of.date()).enumerate() {
            if version.periods_of_points().next().is_none() {
                continue;
            }
            let series = question.figures.known.series();
            let earlier = Question::without_amendments(version, series, question.as_of);
            let see_own = |one: Self| {
                if version_of(&one) == number {
                    see(one);
                }
            };
            // A version whose milestones are not known has none to tell of.
            Self::each_of_version(&earlier, see_own).unwrap_or_default();
        }
        Ok(())
    }

    /// Passes each milestone of one version on that is due; an error where they [are not known](are_known).
    fn each_of_version(question: &Question<'_>, see: impl FnMut(Self)) -> Fact<()> {
        are_known(question)?;
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
        each.for_each(see);
        Ok(())
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

/// An error of a goal that has no way (kept, trend, unstated), or where the values of the milestones are not known.
fn are_known(question: &Question<'_>) -> Fact<()> {
    if let Goal::Keep { .. } | Goal::Trend { .. } | Goal::Unstated(_) = question.target.goal() {
        return Err(Missing::NotForThisGoal);
    }
    match (question.path(), question.target.points()) {
        (Err(reason), None) => Err(reason),
        _ => Ok(()),
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
