//! The lines of a chart: the path in force, the one that was first promised, and those that lead on from a figure.

use alloc::vec::Vec;

use super::point::ChartPoint;
use crate::evidence::{self, Evidence, Fact};
use crate::plan::Target;
use crate::progress::{Projection, Question, schedule_grid};
use crate::trajectory::{Curve, Point, Trajectory};
use crate::value::{Grid, Language, Length, days_between};

/// More points nobody tells apart.
const MOST_POINTS: u32 = 400;

/// The facts from which the lines of a chart are drawn.
pub(super) struct Lines<'a> {
    target: &'a Target,
    path: Fact<&'a Trajectory<'a>>,
    question: Fact<&'a Question<'a>>,
    facts: &'a Evidence,
    language: Language,
    /// How far apart the points are.
    pub(super) step: Length,
    /// The periods at whose ends the points lie.
    grid: Grid,
}

impl<'a> Lines<'a> {
    /// The lines of a target, whose points are as far apart as its path allows.
    pub(super) fn new(
        target: &'a Target,
        path: Fact<&'a Trajectory<'a>>,
        question: Fact<&'a Question<'a>>,
        facts: &'a Evidence,
        language: Language,
    ) -> Self {
        let step = step_of(target, path);
        Self {
            target,
            path,
            question,
            facts,
            language,
            step,
            grid: schedule_grid(target, question.map(|question| question.figures), step),
        }
    }

    /// The path in force.
    pub(super) fn path(&self) -> Fact<Vec<ChartPoint>> {
        points_of(self.path?, self.grid, self.language)
    }

    /// The path by what was first promised; without points where that is the one in force.
    pub(super) fn first_path(&self) -> Fact<Vec<ChartPoint>> {
        let question = self.question?;
        let Some(first) = question.amended else {
            return Ok(Vec::new());
        };
        let asked = Question::of_first_promise(first, question.figures.known().series(), question.as_of);
        let asked = asked.as_ref().map_err(|reason| *reason);
        let path = evidence::path_of(first, asked)?;
        let grid = schedule_grid(first, asked.map(|asked| asked.figures), step_of(first, Ok(&path)));
        points_of(&path, grid, self.language)
    }

    /// The line that goes on at the pace so far, from the figure that was used to the deadline, running as the path
    /// runs; what it would pass beyond what is possible stays at that edge.
    pub(super) fn projection(&self) -> Fact<Vec<ChartPoint>> {
        let question = self.question?;
        let observed = question.observed()?;
        let start = Point::new(observed.at, observed.number()?);
        let end = Point::new(self.target.deadline(), self.facts.projection?);
        let projection = Projection::of_latest(question)?;
        let projected = |due: Point| {
            let value = projection.value_at(due.period)?;
            Ok(ChartPoint::rounded(Point::new(due.period, value), self.language))
        };
        let ahead = Trajectory::new(start, &[], end, Curve::Linear)?.schedule_on(self.grid)?;
        core::iter::once(Ok(ChartPoint::of(start, self.language)))
            .chain(ahead.into_iter().map(projected))
            .collect()
    }

    /// The way that is required from the figure in use to the goal: on the curve of the path, but straight where that
    /// is stepped or held, since a figure off such a path has to move in between. Empty for a limit, which requires
    /// nothing.
    pub(super) fn catch_up(&self) -> Fact<Vec<ChartPoint>> {
        let (path, question) = (self.path?, self.question?);
        let [start, goal] = evidence::movement_left(question, question.observed()?)?;
        if self.facts.is_limit {
            return Ok(Vec::new());
        }
        let curve = match path.curve() {
            Curve::Stepped | Curve::Hold => Curve::Linear,
            curve => curve,
        };
        let ahead = Trajectory::new(start, &[], goal, curve)?.with_clock(path.clock());
        let points = ahead.schedule_on(self.grid)?;
        let required = points
            .into_iter()
            .map(|point| ChartPoint::rounded(point, self.language));
        Ok(core::iter::once(ChartPoint::of(start, self.language))
            .chain(required)
            .collect())
    }
}

/// How far apart the points of a path are.
fn step_of(target: &Target, path: Fact<&Trajectory<'_>>) -> Length {
    let days = path.ok().and_then(|path| {
        let [first, last] = [path.baseline(), path.goal()].map(|point| point.period.last());
        u32::try_from(days_between(first, last)).ok()
    });
    target.reported().multiple_for(days.unwrap_or_default(), MOST_POINTS)
}

/// The baseline, the path at every period in which a figure is due, its points in between, and the goal.
fn points_of(path: &Trajectory<'_>, grid: Grid, language: Language) -> Fact<Vec<ChartPoint>> {
    // What is held is held from the first day on.
    let start = path.baseline().period;
    let first = Point::new(start, path.expected(start)?);
    let mut points = Vec::from([ChartPoint::of(first, language)]);
    let mut milestones = path.milestones().iter().copied().peekable();
    for due in path.schedule_on(grid)? {
        while let Some(milestone) = milestones.next_if(|milestone| milestone.period.end() < due.period.end()) {
            points.push(ChartPoint::of(milestone, language));
        }
        match milestones.next_if(|milestone| milestone.period.end() == due.period.end()) {
            Some(milestone) => points.push(ChartPoint::of(milestone, language)),
            None if due == path.goal() => points.push(ChartPoint::of(due, language)),
            None => points.push(ChartPoint::rounded(due, language)),
        }
    }
    Ok(points)
}
