//! The lines of a chart: the path in force, the one that was first promised, and those that lead on from a figure.

use alloc::vec::Vec;

use super::point::ChartPoint;
use crate::evidence::{self, Evidence, Fact};
use crate::plan::Target;
use crate::progress::{Projection, Question, schedule_grid};
use crate::report::Axis;
use crate::trajectory::{Curve, Point, Trajectory};
use crate::value::{Grid, Language, Length, Period, days_between};

/// The most points of a line: more cannot be told apart.
const MOST_POINTS: u32 = 400;

/// The facts from which the lines of a chart are drawn.
pub(super) struct Lines<'a> {
    target: &'a Target,
    path: Fact<&'a Trajectory<'a>>,
    question: &'a Question<'a>,
    facts: &'a Evidence,
    axis: &'a Axis,
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
        question: &'a Question<'a>,
        facts: &'a Evidence,
        axis: &'a Axis,
        language: Language,
    ) -> Self {
        let step = step_of(target, path);
        Self {
            target,
            path,
            question,
            facts,
            axis,
            language,
            step,
            grid: schedule_grid(target, question.figures, step),
        }
    }

    /// The points that draw the path in force, or why there is none.
    pub(super) fn path(&self) -> Fact<Vec<ChartPoint>> {
        self.points_of(self.path?, self.grid)
    }

    /// The points that draw the path by the first promise, and whether it runs in steps; none if the target was not
    /// amended.
    pub(super) fn first_path(&self) -> Fact<(Vec<ChartPoint>, bool)> {
        let question = self.question;
        let Some(first) = question.amended else {
            return Ok(Default::default());
        };
        let asked = &Question::without_amendments(first, question.figures.known.series(), question.as_of);
        let path = evidence::path_of(first, asked)?;
        let grid = schedule_grid(first, asked.figures, step_of(first, Ok(&path)));
        Ok((self.points_of(&path, grid)?, is_stepped(&path)))
    }

    /// The line from the figure in use to the deadline at the pace so far, on the curve of the path. Where it would
    /// lead beyond the values that are possible, it stays at the last possible one.
    pub(super) fn projection(&self) -> Fact<Vec<ChartPoint>> {
        let question = self.question;
        let observed = question.observed()?;
        let start = Point::new(observed.at.shown, observed.number()?);
        let end = Point::new(self.target.deadline(), self.facts.projection?);
        let projection = Projection::of_latest(question)?;
        let projected = |due: Point| {
            let value = projection.value_at(due.period)?;
            Ok(self.rounded(Point::new(due.period, value)))
        };
        let ahead = Trajectory::new(start, &[], end, Curve::Linear)?.schedule_on(self.grid)?;
        core::iter::once(Ok(self.unrounded(start)))
            .chain(ahead.into_iter().map(projected))
            .collect()
    }

    /// The line from the figure in use to the goal itself, without its tolerance, through the milestones to come: on
    /// the curve of the path, but straight where that is stepped or held, since a figure off such a path has to move in
    /// between. Empty for a limit, which requires nothing, and where another figure decided.
    pub(super) fn catch_up(&self) -> Fact<Vec<ChartPoint>> {
        let (path, question) = (self.path?, self.question);
        let observed = question.observed()?;
        let [start, goal] = evidence::movement_left(question, observed, question.promise.bound()?)?.points();
        // Where a part of a later period decided, no figure leads on.
        if self.facts.is_limit || self.facts.observed != Ok(observed.figure) {
            return Ok(Vec::new());
        }
        let curve = match path.curve() {
            Curve::Stepped | Curve::Hold => Curve::Linear,
            curve => curve,
        };
        let is_to_come = |point: &&Point| point.period.end() > start.period.end();
        let to_come: Vec<_> = path.milestones().iter().filter(is_to_come).copied().collect();
        let ahead = Trajectory::new(start, &to_come, goal, curve)?
            .with_time_of(path)
            .beginning_at(observed.at);
        let points = ahead.schedule_on(self.grid)?;
        let required = points.into_iter().map(|point| self.rounded(point));
        Ok(core::iter::once(self.unrounded(start)).chain(required).collect())
    }

    /// The points that draw a path: where it begins, what it expects at the end of each period of `grid`, the
    /// milestones in between, and the goal.
    fn points_of(&self, path: &Trajectory<'_>, grid: Grid) -> Fact<Vec<ChartPoint>> {
        // Not the value of the baseline: a path that holds a bound begins at the bound.
        let start = path.baseline().period;
        let first = Point::new(start, path.expected(start)?);
        let mut points = Vec::from([self.unrounded(first)]);
        let mut milestones = path.milestones().iter().copied().peekable();
        for due in path.schedule_on(grid)? {
            while let Some(milestone) = milestones.next_if(|milestone| milestone.period.end() < due.period.end()) {
                points.push(self.unrounded(milestone));
            }
            match milestones.next_if(|milestone| milestone.period.end() == due.period.end()) {
                Some(milestone) => points.push(self.unrounded(milestone)),
                None if due == path.goal() => points.push(self.unrounded(due)),
                None => points.push(self.rounded(due)),
            }
        }
        Ok(points)
    }

    /// A point drawn at the end of its period, with its value not rounded.
    fn unrounded(&self, point: Point) -> ChartPoint {
        self.point_at_end_of(point, point.period)
    }

    /// A point drawn at the end of `at`, with the name of its own period, and its value not rounded.
    pub(super) fn point_at_end_of(&self, point: Point, at: Period) -> ChartPoint {
        ChartPoint::at_end_of(point, at, self.axis, self.language)
    }

    /// A point drawn at the end of its period, whose value was computed and is rounded to 12 decimals.
    fn rounded(&self, point: Point) -> ChartPoint {
        let value = point.value.round_dp(12).normalize();
        self.unrounded(Point { value, ..point })
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

/// Whether a path stays at a value until the next point.
pub(super) fn is_stepped(path: &Trajectory<'_>) -> bool {
    path.curve() == Curve::Stepped
}
