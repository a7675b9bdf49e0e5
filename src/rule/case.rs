//! A target with the figures that a method reads of it.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::Reason;
use super::method::{Method, Window};
use super::number::{negated, product, rounded, sum};
use super::parameters::Parameters;
use super::points::{Point, base, year_of, yearly};
use super::transform::Transform;
use crate::evidence::stakes::Stakes;
use crate::evidence::{Fact, no_observation};
use crate::growth::compound;
use crate::plan::Goal;
use crate::value::{Direction, Rate, Years};

/// A target with the figures that a method reads.
pub(super) struct Case<'a> {
    pub(super) stakes: &'a Stakes<'a>,
    pub(super) method: &'a Method,
    pub(super) parameters: Parameters,
    pub(super) direction: Direction,
    /// The goal as a value of the indicator, where it says one.
    pub(super) goal: Option<Decimal>,
    pub(super) goal_year: i32,
    pub(super) base: Point,
    /// Those that tell the movement, the latest one at the end.
    pub(super) points: Vec<Point>,
    pub(super) latest: Point,
}

impl<'a> Case<'a> {
    pub(super) fn new(stakes: &'a Stakes<'a>, method: &'a Method) -> Fact<Self> {
        let parameters = parameters_of(stakes, method);
        let points = prepared(yearly(stakes)?, method, &parameters)?;
        let latest = *points.last().ok_or_else(|| no_observation(stakes))?;
        let (base, points) = windowed(stakes, method, &points, latest)?;
        let base_value = if method.as_published && base.value.is_zero() {
            method.zero_as.unwrap_or_default()
        } else {
            base.value
        };
        let base = Point {
            value: base_value,
            ..base
        };
        let points = with_first(points, base);
        let mut case = Self {
            stakes,
            method,
            parameters,
            direction: Direction::Rising,
            goal: None,
            goal_year: year_of(stakes.target.deadline()),
            base,
            points,
            latest,
        };
        case.aim()?;
        Ok(case)
    }

    /// Reads from the goal which way is better, and what value is promised.
    fn aim(&mut self) -> Fact<()> {
        let goal = self.stakes.target.goal();
        let base = self.base.value;
        let bound = match goal {
            Goal::Unstated(lacks) => return Err(Reason::GoalUnstated { lacks }),
            Goal::Keep { .. } => return Err(Reason::NotForThisGoal),
            Goal::Trend { direction, .. } => {
                let is_distance = transform_of(self.method, &self.parameters).is_distance();
                self.direction = if is_distance { Direction::Falling } else { direction };
                return Ok(());
            }
            _ => goal.requirement().ok_or(Reason::NotForThisGoal)?.bound(),
        };
        let start = match goal {
            Goal::Level(_) => base,
            _ => Decimal::ZERO,
        };
        self.direction = bound.direction_from(start).unwrap_or(match goal {
            Goal::Level(_) if base > bound.aim_from(Decimal::MIN) => Direction::Falling,
            _ => Direction::Rising,
        });
        let aim = bound.aim_from(start);
        let value = match goal {
            Goal::Addition(_) => sum(base, aim)?,
            Goal::Change { .. } => product(base, sum(Decimal::ONE, aim)?)?,
            Goal::AverageGrowth { .. } => {
                let rate = Rate::new(aim).map_err(|_| Reason::NotConfigured)?;
                let over = Years::whole(self.goal_year.saturating_sub(self.base.year));
                compound(base, rate, over)?
            }
            _ => aim,
        };
        self.goal = Some(self.transformed_goal(value)?);
        Ok(())
    }

    fn transformed_goal(&mut self, value: Decimal) -> Fact<Decimal> {
        let transform = transform_of(self.method, &self.parameters);
        match transform {
            Transform::None => {}
            Transform::Normalised => {
                self.direction = Direction::Rising;
                let threshold = self.parameters.level.unwrap_or(value);
                return transform.applied(threshold, self.parameters.ends());
            }
            Transform::Parity | Transform::AwayFrom(_) => {
                self.direction = Direction::Falling;
                return transform.applied(value, self.parameters.ends());
            }
        }
        let by_level = self.method.achieved.as_ref().is_some_and(|achieved| achieved.by_level);
        Ok(match self.parameters.level.filter(|_| by_level) {
            // Nobody is asked for more than the level at which the rule is content.
            Some(level) if self.is_beyond(value, level, true) => level,
            _ if self.method.as_published && value.is_zero() => self.method.zero_as.unwrap_or_default(),
            _ => value,
        })
    }

    /// Whether the definition changed among the figures that count.
    pub(super) fn breaks(&self) -> bool {
        let first = self.points.first().and_then(|point| point.figure);
        let ends = first.zip(self.latest.figure);
        ends.is_some_and(|(first, last)| {
            let known = self.stakes.sight.known();
            known.break_between(first.period.end(), last.period.end()).is_some()
        })
    }

    /// Whether a value is at a line or beyond it, on the side of the goal.
    pub(super) fn is_beyond(&self, value: Decimal, line: Decimal, strictly: bool) -> bool {
        let side = match self.direction {
            Direction::Rising => value.cmp(&line),
            Direction::Falling => line.cmp(&value),
        };
        side == Ordering::Greater || (side == Ordering::Equal && !strictly)
    }

    /// Nobody can assess a movement from one year.
    pub(super) fn two_years(&self) -> Fact<()> {
        if self.base.year < self.latest.year {
            Ok(())
        } else {
            Err(Reason::TooFewFigures { needed: 2, found: 1 })
        }
    }

    /// Towards the goal: with the sign turned round where less is better.
    pub(super) fn towards(&self, movement: Decimal) -> Decimal {
        match self.direction {
            Direction::Rising => movement,
            Direction::Falling => negated(movement),
        }
    }

    /// The same, for rates of losses, which shrink while the value rises.
    pub(super) fn rate_towards(&self, rate: Decimal) -> Decimal {
        let is_loss = self.method.losses && self.base.value < Decimal::ZERO;
        let towards = self.towards(rate);
        if is_loss { negated(towards) } else { towards }
    }

    pub(super) fn goal(&self) -> Fact<Decimal> {
        self.goal.ok_or(Reason::NotConfigured)
    }
}

/// What a method is told of a target: by the target's code, else by its indicator's.
pub(super) fn parameters_of(stakes: &Stakes<'_>, method: &Method) -> Parameters {
    let indicator = stakes.sight.known().series().indicator();
    let own = method.parameters.get(stakes.target.code());
    match own.or_else(|| method.parameters.get(indicator)) {
        Some(own) => own.or(&method.defaults),
        None => method.defaults.clone(),
    }
}

/// The values as the method wants them.
fn prepared(points: Vec<Point>, method: &Method, parameters: &Parameters) -> Fact<Vec<Point>> {
    let prepare = |point: Point| {
        let value = transform_of(method, parameters).applied(point.value, parameters.ends())?;
        let value = match method.rounding.values {
            Some(decimals) => rounded(value, decimals),
            None => value,
        };
        Ok(Point { value, ..point })
    };
    points.into_iter().map(prepare).collect()
}

/// What is done to each value: as the indicator says, else as the method does.
pub(super) fn transform_of(method: &Method, parameters: &Parameters) -> Transform {
    parameters.transform.unwrap_or(method.transform)
}

/// The base, and the figures that tell the movement.
fn windowed(stakes: &Stakes<'_>, method: &Method, points: &[Point], latest: Point) -> Fact<(Point, Vec<Point>)> {
    let since = |year: i32| -> Vec<Point> { points.iter().copied().filter(|point| point.year >= year).collect() };
    if let Window::LastYears { years, at_least } = method.window {
        let kept = since(latest.year.saturating_sub(i32::from(years)));
        let first = *kept.first().unwrap_or(&latest);
        if latest.year.saturating_sub(first.year) < i32::from(at_least).max(1) {
            return Err(Reason::TooFewFigures {
                needed: u32::from(at_least).max(2),
                found: u32::try_from(kept.len()).unwrap_or(u32::MAX),
            });
        }
        return Ok((first, kept));
    }
    let period = stakes.target.baseline().ok_or(Reason::NoBaseline)?.period();
    let base = base(points, year_of(period), method.base).ok_or(Reason::NoBaselineValue { period })?;
    let from = match method.window {
        Window::SinceYear(year) => year,
        _ => base.year,
    };
    Ok((base, since(from)))
}

/// The same figures, the base's value in its place.
fn with_first(mut points: Vec<Point>, base: Point) -> Vec<Point> {
    for point in points.iter_mut().filter(|point| point.year == base.year) {
        point.value = base.value;
    }
    points
}
