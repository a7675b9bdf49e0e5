//! The path from a baseline to a goal, and what is due on it.
//!
//! There is a path where there is a baseline; no way leads to a goal that is to be reached and is met there already
//! ([`Missing::NoWay`]). A *share of the way* is reckoned on it: of a straight line `(value − baseline) ÷ (goal −
//! baseline)`, of a constant growth the same of the logarithms. It is 0 at the baseline, 1 at the goal, below 0 where
//! the value went the wrong way, above 1 beyond the goal.
//!
//! Rising and falling are one: [`towards_goal`](Path::towards_goal) turns a comparison round where the path falls, so
//! that `Greater` is nearer to the goal in all that reads it.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::promise::Promise;
use super::{Fact, Missing};
use crate::plan::{Goal, Target};
use crate::trajectory::{Clock, Curve, Distance, Expected, Point, Trajectory, WholeNumber};
use crate::value::{Bound, Direction, Period, Years};

/// The path from a baseline to a goal, with its points in place.
///
/// The path of a limit leads to the bound: its way is the room that there is, and its direction that in which the room
/// is spent.
#[derive(Debug, Clone)]
pub(crate) struct Path<'a> {
    pub(crate) trajectory: Trajectory<'a>,
    /// From the start to the goal: a growth, where shares are measured by logarithms.
    pub(crate) way: Distance,
    /// Whether the path rises or falls.
    pub(super) direction: Direction,
    /// The curve on which the pace so far goes on.
    pub(super) goes_on: Curve,
    /// Of things that come one by one, the whole number that is easier to reach: the one above, where less is better.
    whole: Option<WholeNumber>,
}

impl<'a> Path<'a> {
    /// The path that a promise asks for; an error where none leads from the baseline to the goal, or one of the two is
    /// not known.
    pub(super) fn new(promise: &Promise<'a>) -> Fact<Self> {
        let (target, start) = (promise.target, promise.baseline?);
        if promise.leads_nowhere() {
            return Err(Missing::NoWay);
        }
        let goal = promise.goal_value()?;
        let direction = match (promise.spending_direction, start.cmp(&goal)) {
            (Some(direction), _) => direction,
            (None, Ordering::Less) => Direction::Rising,
            (None, Ordering::Greater) => Direction::Falling,
            (None, Ordering::Equal) => return Err(Missing::NoWay),
        };
        let own_curve = target.curve_from(Some(start)).ok_or(Missing::NotForThisGoal)?;
        let is_held = own_curve == Curve::Hold || (promise.is_limit() && is_held(target, promise.bound()?));
        let curve = if is_held { Curve::Hold } else { own_curve };
        let baseline = target.start().ok_or(Missing::NoBaseline)?;
        let trajectory = Trajectory::new(
            Point::new(baseline, start),
            promise.points(goal)?,
            Point::new(target.deadline(), goal),
            curve,
        )?
        .with_clock(target.clock());
        let whole_time = promise.whole_time?;
        let runs_on = if trajectory.is_plain() { curve } else { Curve::Linear };
        let way = match runs_on {
            Curve::ConstantGrowth => Distance::growth(promise.growth_promised()?, whole_time),
            curve => Distance::along(curve, [start, goal], whole_time)?,
        };
        let curve_if_unstated = || target.goal().default_curve(target.quantity(), Some(start));
        let goes_on = if is_held { curve_if_unstated() } else { Some(runs_on) };
        let is_less_better = (direction == Direction::Falling) != promise.is_limit();
        let easier = if is_less_better {
            WholeNumber::Above
        } else {
            WholeNumber::Below
        };
        Ok(Self {
            trajectory,
            way,
            direction,
            goes_on: goes_on.unwrap_or(Curve::Linear),
            whole: target.quantity().unit().is_whole().then_some(easier),
        })
    }

    /// The value at the baseline, in the terms of the promise.
    pub(crate) const fn start(&self) -> Decimal {
        self.trajectory.baseline().value
    }

    /// The value at the deadline, in the terms of the promise.
    pub(crate) const fn goal(&self) -> Decimal {
        self.trajectory.goal().value
    }

    /// Whether the way is a constant growth, of which shares are measured by logarithms.
    pub(crate) const fn grows(&self) -> bool {
        matches!(self.way, Distance::Growth { .. })
    }

    /// Whether the path is the bound from the baseline to the deadline.
    pub(crate) fn is_held(&self) -> bool {
        self.trajectory.curve() == Curve::Hold
    }

    /// Whether the path leads towards the goal: a limit may leave no room where it begins.
    pub(crate) fn has_room(&self) -> bool {
        self.towards_goal(self.goal().cmp(&self.start())).is_gt()
    }

    /// Where the pace so far leads, exactly: on which side of `limit`, a number of the goal, a movement is at the
    /// deadline that leads from the baseline to `amount` at the period `at`, and goes on so.
    ///
    /// A way on the same curve leads from the baseline to the limit: the movement ends on the side of it on which the
    /// amount lies at `at`.
    pub(crate) fn side_of_projection(
        &self,
        promise: &Promise<'_>,
        limit: Decimal,
        amount: &Amount,
        at: Period,
    ) -> Fact<Ordering> {
        let way = match promise.way_to(limit, self.goes_on) {
            // No growth leads down to zero, and no S-curve to its ceiling.
            Err(_) if self.goes_on != Curve::Linear => return Ok(self.start().cmp(&promise.value_of_limit(limit)?)),
            way => way?,
        };
        let straight = Expected::new(self.start(), self.part_due(&way, at)?);
        Ok(straight.side(Decimal::ONE, &amount.covered(&straight)))
    }

    /// The whole way, of which a share can be covered: of a limit the room. An error where there is none.
    pub(crate) fn measurable_way(&self) -> Fact<&Distance> {
        if self.has_room() {
            Ok(&self.way)
        } else {
            Err(Missing::NoWay)
        }
    }

    /// The path with its way told more exactly by `way`.
    pub(crate) fn with_way(&self, way: Distance) -> Self {
        Self { way, ..self.clone() }
    }

    /// What a figure must reach where `expected` is due: `expected` itself or, of things that come one by one, the
    /// whole number next to it on the easier side.
    pub(crate) fn threshold_for(&self, expected: Decimal) -> Decimal {
        self.whole.map_or(expected, |whole| whole.next_to(expected))
    }

    /// The amount due at the end of a period, exactly: of things that come one by one, the whole number on the easier
    /// side.
    #[inline]
    pub(crate) fn due(&self, at: Period) -> Fact<Expected> {
        self.on_whole_number(self.expectation(at)?)
    }

    /// What decides where the path expects `due`: of things that come one by one, the whole number on the easier side.
    #[inline]
    pub(crate) fn on_whole_number(&self, due: Expected) -> Fact<Expected> {
        match self.whole {
            Some(whole) => Ok(due.into_whole_number(whole)?),
            None => Ok(due),
        }
    }

    /// The expectation of the path at the end of a period, exactly.
    #[inline]
    pub(crate) fn expectation(&self, at: Period) -> Fact<Expected> {
        if self.grows() {
            Ok(Expected::new(self.start(), self.part_due(&self.way, at)?))
        } else {
            Ok(self.trajectory.expected_at(at)?)
        }
    }

    /// The time from the start to a period, by the clock of the path.
    pub(crate) fn elapsed(&self, at: Period) -> Years {
        self.trajectory
            .clock()
            .time_between(self.trajectory.baseline().period, at)
    }

    /// How much of `way` is covered by the end of a period, at an even pace from the baseline to the deadline. The way
    /// leads from the baseline to the goal, or to another value, such as a limit.
    ///
    /// A growth is a factor to the power of a share of its time. By months that share is the time since the baseline ÷
    /// the time of the factor; by days it is the days since the baseline ÷ the days of the whole path.
    fn part_due(&self, way: &Distance, at: Period) -> Fact<Distance> {
        let elapsed = self.elapsed(at);
        let in_all = || self.elapsed(self.trajectory.goal().period);
        match (self.trajectory.clock(), way) {
            // The way and the path begin together, so the time since the baseline has passed on both.
            (Clock::Months, Distance::Growth { time, .. }) => Ok(way.part(elapsed.units(), time.whole)),
            // The share of the days is the share of the way, however many months either of them has.
            (Clock::Days, Distance::Growth { time, .. }) => {
                let scaled = time
                    .elapsed
                    .checked_mul(elapsed.units())
                    .zip(time.whole.checked_mul(in_all().units().unsigned_abs()));
                let (elapsed, whole) = scaled.ok_or(Missing::OutsidePath)?;
                Ok(way.part(elapsed, whole))
            }
            _ => Ok(way.part_by_time(elapsed, in_all())),
        }
    }

    /// A side as seen on the path: greater is nearer to the goal.
    pub(crate) fn towards_goal(&self, side: Ordering) -> Ordering {
        self.direction.by_merit(side)
    }
}

/// Whether a limit holds its bound all along: where nobody says how it is approached, and wherever it is a band.
fn is_held(target: &Target, bound: Bound) -> bool {
    let is_told = target.is_limit() == Some(true) || target.shape().is_some() || !target.milestones().is_empty();
    let leads_on = matches!(target.goal(), Goal::AverageGrowth { .. } | Goal::Cumulative(_));
    matches!(bound, Bound::Within(_)) || !(is_told || leads_on)
}
