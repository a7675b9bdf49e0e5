//! The path from a baseline to a goal, and what is due on it.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::promise::Promise;
use super::{Fact, Reason};
use crate::exact::Real;
use crate::growth::GrowthError;
use crate::trajectory::{Curve, Distance, Expected, Milestone, Trajectory};
use crate::value::{Direction, Period};

/// The path from a baseline to a goal, with its points in place.
#[derive(Debug, Clone)]
pub(crate) struct Path<'a> {
    pub(crate) trajectory: Trajectory<'a>,
    /// From the start to the goal: a growth, where shares are measured by logarithms.
    way: Distance,
    direction: Direction,
    counts_whole: bool,
    /// Whether less is better, so that the easier whole number is the one above.
    is_ceiling: bool,
}

impl<'a> Path<'a> {
    /// The path that a promise asks for.
    pub(super) fn new(promise: &Promise<'a>) -> Fact<Self> {
        let (target, start) = (promise.target, promise.baseline?);
        if promise.baseline_meets() {
            return Err(Reason::MetBeforeBaseline);
        }
        let goal = promise.goal_value()?;
        let direction = match start.cmp(&goal) {
            Ordering::Less => Direction::Rising,
            Ordering::Greater => Direction::Falling,
            Ordering::Equal => return Err(Reason::NoWay),
        };
        let curve = target.curve_from(Some(start)).ok_or(Reason::NotForThisGoal)?;
        let baseline = target.start().ok_or(Reason::NoBaseline)?;
        let trajectory = Trajectory::new(
            Milestone::new(baseline, start),
            promise.points(goal)?,
            Milestone::new(target.deadline(), goal),
            curve,
        )?;
        let whole_time = promise.whole_time()?;
        let way = if curve == Curve::ConstantGrowth && trajectory.is_plain() {
            Distance::growth(promise.growth_to(start, goal)?, whole_time)
        } else {
            Distance::line(start, goal)
        };
        Ok(Self {
            trajectory,
            way,
            direction,
            counts_whole: target.quantity().unit().is_whole(),
            is_ceiling: direction == Direction::Falling || target.goal().is_budget(),
        })
    }

    /// Which way it leads.
    pub(crate) const fn direction(&self) -> Direction {
        self.direction
    }

    /// Where it begins.
    pub(crate) const fn start(&self) -> Decimal {
        self.trajectory.baseline().value
    }

    /// Where it leads.
    pub(crate) const fn goal(&self) -> Decimal {
        self.trajectory.goal().value
    }

    /// Whether shares of the way are measured by logarithms.
    pub(crate) const fn grows(&self) -> bool {
        matches!(self.way, Distance::Growth { .. })
    }

    /// How far a value lies from the start, exactly: in units, or by the logarithm of the growth where shares are measured so.
    pub(crate) fn distance_to(&self, value: &Real) -> Fact<Real> {
        let start = Real::from(self.start());
        if !self.grows() {
            return Ok(value.minus(&start));
        }
        match value.over(&start).and_then(|factor| factor.logarithm()) {
            Some(logarithm) => Ok(logarithm),
            None => Err(Reason::Growth {
                error: GrowthError::Zero {
                    from: self.start(),
                    to: value.rounded()?,
                },
            }),
        }
    }

    /// The whole way.
    pub(crate) const fn way(&self) -> &Distance {
        &self.way
    }

    /// The same path with the same way, of which more is known.
    pub(crate) fn with_way(&self, way: Distance) -> Self {
        Self { way, ..self.clone() }
    }

    /// The value that decides where this one is expected: of things that come one by one, the whole number on the easier side.
    pub(crate) fn deciding(&self, expected: Decimal) -> Decimal {
        match (self.counts_whole, self.is_ceiling) {
            (false, _) => expected,
            (true, false) => expected.floor(),
            (true, true) => expected.ceil(),
        }
    }

    /// What is due at a period, exactly: of things that come one by one, the whole number on the easier side.
    #[inline]
    pub(crate) fn due(&self, at: Period) -> Fact<Expected> {
        self.decided_by(self.exactly(at)?)
    }

    /// What is due where so much is expected.
    #[inline]
    pub(crate) fn decided_by(&self, due: Expected) -> Fact<Expected> {
        Ok(if self.counts_whole {
            due.in_whole_numbers(self.is_ceiling)?
        } else {
            due
        })
    }

    /// What the path expects at a period, exactly.
    #[inline]
    pub(crate) fn exactly(&self, at: Period) -> Fact<Expected> {
        let Distance::Growth { whole, .. } = self.way else {
            return Ok(self.trajectory.expected_at(at)?);
        };
        let elapsed = at.end().since(self.trajectory.baseline().period.end());
        Ok(Expected::new(self.start(), self.way.part(elapsed.units(), whole)))
    }

    /// A side as seen on the path: greater is nearer to the goal.
    pub(crate) fn towards_goal(&self, side: Ordering) -> Ordering {
        self.direction.along(side)
    }
}
