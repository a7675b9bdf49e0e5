//! The path from a baseline to a goal, and what is due on it.
//!
//! There is a path where there is a baseline, but none to a goal that is to be reached and is met by the baseline
//! already ([`Missing::NoWay`]). A *share of the way* is `(value − baseline) ÷ (goal − baseline)` on a straight line,
//! and the same of the logarithms on a constant growth. It is 0 at the baseline, 1 at the goal, below 0 where the value
//! went the wrong way, above 1 beyond the goal.
//!
//! Paths that rise and paths that fall are treated alike: [`towards_goal`](Path::towards_goal) turns a comparison round
//! where the path falls, so that `Greater` always means nearer to the goal.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::promise::Promise;
use super::{Fact, Missing};
use crate::growth::GrowthError;
use crate::trajectory::{Clock, Curve, Distance, Expected, Point, Trajectory, WholeNumber};
use crate::value::{Band, Direction, Spot, Years};

/// The path from a baseline to a goal, with its points in place.
///
/// The path of a limit leads to its bound: its way is the room, and its direction the one in which the room is spent.
#[derive(Debug, Clone)]
pub(crate) struct Path<'a> {
    pub(crate) trajectory: Trajectory<'a>,
    /// The distance from the start to the goal: a growth, where shares are measured by logarithms.
    pub(crate) way: Distance,
    /// Whether the path rises or falls; of a limit, the direction in which its room is spent.
    pub(super) direction: Direction,
    /// The curve on which a projection continues the movement from the baseline to a figure: that between the points of
    /// the path, or a line where the path goes in steps; where it holds a bound, the one that a goal of this kind has
    /// by default.
    pub(super) projection_curve: Curve,
    /// On which side of an expected value the whole number lies that is easier to satisfy: above, where less is better.
    /// `None` where values need not be whole.
    easier_whole: Option<WholeNumber>,
}

impl<'a> Path<'a> {
    /// The path from the baseline of a promise to its goal; an error where one of the two is not known, no path leads
    /// from one to the other, or the goal has no path.
    pub(super) fn new(promise: &Promise<'a>) -> Fact<Self> {
        let (target, start) = (promise.target, promise.baseline?);
        if promise.is_met_at_baseline() {
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
        let is_held = promise.holds_its_bound()?;
        let curve = if is_held { Curve::Hold } else { own_curve };
        let begin = target.begin().ok_or(Missing::NoBaseline)?;
        let trajectory = Trajectory::new(
            Point::new(begin.shown, start),
            promise.points(goal)?,
            Point::new(target.deadline(), goal),
            curve,
        )?
        .with_clock(target.clock())
        .with_moments(target.moments())
        .beginning_at(begin);
        let whole_time = promise.whole_time?;
        // With milestones or in steps no single curve leads to the goal: the way is counted in units.
        let way_curve = if trajectory.is_plain() { curve } else { Curve::Linear };
        let way = match way_curve {
            Curve::ConstantGrowth => Distance::growth(promise.growth_promised()?, whole_time),
            curve => Distance::along(curve, [start, goal], whole_time)?,
        };
        let projection_curve = match curve {
            Curve::Hold => target.goal().default_curve(target.quantity(), Some(start)),
            Curve::Stepped => None,
            curve => Some(curve),
        };
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
            projection_curve: projection_curve.unwrap_or(Curve::Linear),
            easier_whole: target.quantity().unit().is_whole().then_some(easier),
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

    /// Whether the path holds the goal's value from the baseline to the deadline.
    pub(crate) fn is_held(&self) -> bool {
        self.trajectory.curve() == Curve::Hold
    }

    /// Whether the goal lies ahead of the start in the direction of the path. Only a limit may leave no room: its bound
    /// lies at the baseline's value or on the wrong side of it.
    pub(crate) fn is_goal_ahead(&self) -> bool {
        self.towards_goal(self.goal().cmp(&self.start())).is_gt()
    }

    /// Extends the movement from the baseline to `amount`, which stands at `at`, to the deadline, and tells whether it
    /// ends below or above `limit`, a number in the terms of the goal. Exact. It is not stopped at the edge of what is
    /// possible.
    ///
    /// The movement ends on that side of the limit on which the amount lies, at `at`, of a movement on the same curve
    /// that ends at the limit.
    pub(crate) fn side_of_movement(
        &self,
        promise: &Promise<'_>,
        limit: Decimal,
        amount: &Amount,
        at: Spot,
    ) -> Fact<Ordering> {
        let due = match self.movement_to(promise, limit, at) {
            // No growth leads down to zero, and no S-curve to its ceiling: the movement stays on the side of the start.
            Err(_) if self.projection_curve != Curve::Linear => {
                return Ok(self.start().cmp(&promise.value_of_limit(limit)?));
            }
            movement => Expected::new(self.start(), movement?),
        };
        Ok(due.side(Decimal::ONE, &amount.covered(&due)))
    }

    /// What the movement from the baseline that ends at `limit`, a number in the terms of the goal, covers by a spot.
    /// An error where no such movement leads there.
    pub(crate) fn movement_to(&self, promise: &Promise<'_>, limit: Decimal, at: Spot) -> Fact<Distance> {
        self.part_due(&promise.way_to(limit, self.projection_curve)?, at)
    }

    /// The edge of a promised band at which a movement along the path leaves it again.
    pub(crate) fn far_edge(&self, band: Band) -> Decimal {
        match self.direction {
            Direction::Rising => band.high(),
            Direction::Falling => band.low(),
        }
    }

    /// The whole way, of which a share can be covered: of a limit the room. An error where the goal does not lie ahead
    /// of the start.
    pub(crate) fn measurable_way(&self) -> Fact<&Distance> {
        if self.is_goal_ahead() {
            Ok(&self.way)
        } else {
            Err(Missing::NoWay)
        }
    }

    /// The same path with its way as `way`, which is the same distance, such as with a longer logarithm.
    pub(crate) fn with_way(&self, way: Distance) -> Self {
        Self { way, ..self.clone() }
    }

    /// The value that a figure must reach where `expected` is the value of the expectation: `expected` itself or, of
    /// things that come one by one, the value of `due`, which is what that expectation came to
    /// [on a whole number](Self::on_whole_number). Where the goal's own value is expected, that decides as it is.
    pub(crate) fn value_to_reach(&self, expected: Decimal, due: &Expected) -> Fact<Decimal> {
        match self.easier_whole {
            Some(_) if expected != self.goal() => Ok(due.value()?),
            _ => Ok(expected),
        }
    }

    /// For each share the value that lies that share of the distance `due` from the start; of things that come one by
    /// one, the first whole number from there on towards the goal.
    pub(crate) fn values_at<const N: usize>(
        &self,
        due: &Expected,
        shares: [Decimal; N],
    ) -> [Result<Decimal, GrowthError>; N] {
        match self.easier_whole {
            Some(easier) => shares.map(|share| due.whole_number_at(share, easier.other())),
            None => due.values_at(shares),
        }
    }

    /// What a figure must reach at a spot, exactly: the [`expectation`](Self::expectation) or, of things that come one
    /// by one, the whole number next to it that is easier to reach.
    #[inline]
    pub(crate) fn due(&self, at: Spot) -> Fact<Expected> {
        self.on_whole_number(self.expectation(at)?)
    }

    /// The expectation of the whole number next to that of `due` that is easier to reach; `due` itself where values
    /// need not be whole.
    #[inline]
    pub(crate) fn on_whole_number(&self, due: Expected) -> Fact<Expected> {
        match self.easier_whole {
            Some(side) => Ok(due.into_whole_number(side)?),
            None => Ok(due),
        }
    }

    /// The expectation of the path at a spot, exactly.
    #[inline]
    pub(crate) fn expectation(&self, at: Spot) -> Fact<Expected> {
        if self.grows() {
            Ok(Expected::new(self.start(), self.part_due(&self.way, at)?))
        } else {
            Ok(self.trajectory.expected_at(at)?)
        }
    }

    /// The time from the start to a spot, by the clock of the path.
    pub(crate) fn elapsed(&self, at: impl Into<Spot>) -> Years {
        self.trajectory.time_since_start(at.into())
    }

    /// How much of `way` is covered by a spot, at an even pace from the baseline to the deadline. The way leads from
    /// the baseline to the goal, or to another value, such as a limit.
    ///
    /// 1. A growth is its factor to the power of `elapsed ÷ whole`, where `whole` is the time in which the factor
    ///    multiplies. By the clock of months `elapsed` is the time since the baseline.
    /// 2. By the clock of days the exponent of the whole growth is multiplied by the days since the baseline ÷ the days
    ///    of the whole path.
    /// 3. Of units and of an S-curve, by the time since the baseline ÷ the time of the whole path.
    fn part_due(&self, way: &Distance, at: Spot) -> Fact<Distance> {
        let elapsed = self.elapsed(at);
        let in_all = || self.elapsed(self.trajectory.goal().period);
        match (self.trajectory.clock(), way) {
            // The way begins at the baseline, as the path does.
            (Clock::Months, Distance::Growth { time, .. }) => Ok(way.part(elapsed.units(), time.whole)),
            // The whole growth is divided evenly among the days of the path.
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

    /// A comparison turned round where the path falls: `Greater` is further towards the goal.
    pub(crate) fn towards_goal(&self, side: Ordering) -> Ordering {
        self.direction.by_merit(side)
    }
}
