//! The path from a baseline to a goal, and what is due on it.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::due::Due;
use super::promise::{Promise, negated};
use super::{Fact, Reason};
use crate::growth::{ConstantChange, ConstantGrowth, Fraction, GrowthError, LinearForm};
use crate::trajectory::{Curve, Milestone, Trajectory};
use crate::value::decimal::exact_sum;
use crate::value::{Direction, Period, Years};

/// The path from a baseline to a goal, with its points in place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'a> {
    pub(crate) trajectory: Trajectory<'a>,
    /// The growth of a plain path of constant growth.
    growth: Option<ConstantGrowth>,
    direction: Direction,
    whole_time: Years,
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
        let baseline = target.baseline().ok_or(Reason::NoBaseline)?.period();
        let trajectory = Trajectory::new(
            Milestone::new(baseline, start),
            target.points(),
            Milestone::new(target.deadline(), goal),
            curve,
        )?;
        let growth = if curve == Curve::ConstantGrowth && trajectory.is_plain() {
            Some(promise.growth_to(start, goal)?)
        } else {
            None
        };
        Ok(Self {
            trajectory,
            growth,
            direction,
            whole_time: promise.whole_time()?,
            counts_whole: target.quantity().unit().is_whole(),
            is_ceiling: direction == Direction::Falling || target.goal().is_budget(),
        })
    }

    /// Where it begins.
    pub(crate) const fn start(&self) -> Decimal {
        self.trajectory.baseline().value
    }

    /// Where it leads.
    pub(crate) const fn goal(&self) -> Decimal {
        self.trajectory.goal().value
    }

    /// The time from the baseline to a period on the path.
    fn elapsed(&self, at: Period) -> Years {
        at.end().since(self.trajectory.baseline().period.end())
    }

    /// Whether shares of the way are measured by logarithms.
    pub(crate) const fn grows(&self) -> bool {
        self.growth.is_some()
    }

    /// How far a value lies from the start, exactly: in units, or by the logarithm of the growth where shares are measured so.
    pub(crate) fn distance_to(&self, value: &Fraction) -> Fact<LinearForm> {
        let start = Fraction::from(self.start());
        if self.growth.is_none() {
            return Ok(value.minus(&start).into());
        }
        let factor = value.over(&start).filter(|factor| factor.side().is_gt());
        match factor {
            Some(factor) => Ok(LinearForm::logarithm(factor)),
            None => Err(Reason::Growth {
                error: GrowthError::Zero {
                    from: self.start(),
                    to: value.rounded()?,
                },
            }),
        }
    }

    /// The whole way, measured so.
    pub(crate) fn length(&self) -> Fact<LinearForm> {
        match self.growth {
            Some(growth) => Ok(growth.exact_logarithm(self.whole_time)),
            None => self.distance_to(&Fraction::from(self.goal())),
        }
    }

    /// The value that the path expects at a period.
    pub(crate) fn expected(&self, at: Period) -> Fact<Decimal> {
        match self.growth {
            Some(growth) if at.end() != self.trajectory.goal().period.end() => {
                self.trajectory.refuse_outside(at)?;
                Ok(growth.project(self.start(), self.elapsed(at))?)
            }
            _ => Ok(self.trajectory.expected(at)?),
        }
    }

    /// The value that decides where this one is expected: of things that come one by one, the whole number on the easier side.
    pub(crate) fn deciding(&self, expected: Decimal) -> Decimal {
        match (self.counts_whole, self.is_ceiling) {
            (false, _) => expected,
            (true, false) => expected.floor(),
            (true, true) => expected.ceil(),
        }
    }

    /// What is due at a period, ready to be compared.
    pub(crate) fn due(&self, at: Period) -> Fact<Due> {
        if self.trajectory.is_plain() && !self.counts_whole {
            return self.due_on_plain_path(at);
        }
        if self.trajectory.curve() == Curve::Linear && !self.counts_whole {
            if let Some(due) = self.due_on_joined_lines(at) {
                return Ok(due);
            }
        }
        let start = self.start();
        let expected = self.deciding(self.expected(at)?);
        let by = Years::whole(1);
        Ok(if expected == start {
            Due::Nothing { start }
        } else if self.grows() {
            Due::Growth(ConstantGrowth::new(start, expected, by)?.stretch(start, by)?)
        } else {
            let change = ConstantChange::new(start, expected, by)?;
            Due::Change { change, start, by }
        })
    }

    /// What is due on a path that runs in one stretch: something from the first day on, however little. No expected value is
    /// needed, so that none is rounded.
    fn due_on_plain_path(&self, at: Period) -> Fact<Due> {
        let (start, by) = (self.start(), self.elapsed(at));
        if let Some(growth) = self.growth {
            return Ok(Due::Growth(growth.stretch(start, by)?));
        }
        let change = ConstantChange::new(start, self.goal(), self.whole_time)?;
        Ok(Due::Change { change, start, by })
    }

    /// What is due on a path of straight lines from point to point, without rounding: with *t* of the *T* between two points
    /// *a* and *b* gone, `(a − start) · T + (b − a) · t` in *T* times the time. `None` where that exceeds 28 digits.
    fn due_on_joined_lines(&self, at: Period) -> Option<Due> {
        let (earlier, later) = self.trajectory.stretch_at(at.end());
        let units_to = |period: Period| period.end().since(earlier.period.end()).units();
        let (gone, whole) = in_lowest_terms(units_to(at), units_to(later.period))?;
        let start = self.start();
        let before = exact_sum(earlier.value, negated(start))?;
        let stretch = exact_sum(later.value, negated(earlier.value))?;
        let expected = exact_sum(times(before, whole)?, times(stretch, gone)?)?;
        if expected.is_zero() {
            return Some(Due::Nothing { start });
        }
        let change = ConstantChange::new(Decimal::ZERO, expected, Years::from_units(whole)).ok()?;
        let by = Years::from_units(1);
        Some(Due::Change { change, start, by })
    }

    /// A side as seen on the path: greater is nearer to the goal.
    pub(crate) fn towards_goal(&self, side: Ordering) -> Ordering {
        match self.direction {
            Direction::Rising => side,
            Direction::Falling => side.reverse(),
        }
    }
}

/// A value, that many times over, exactly.
fn times(value: Decimal, count: i64) -> Option<Decimal> {
    let mantissa = value.mantissa().checked_mul(count.into())?;
    Decimal::try_from_i128_with_scale(mantissa, value.scale()).ok()
}

/// A share of a span that is above zero, both divided by what divides both.
fn in_lowest_terms(part: i64, whole: i64) -> Option<(i64, i64)> {
    let (mut divisor, mut rest) = (whole, part);
    while rest != 0 {
        (divisor, rest) = (rest, divisor.checked_rem(rest)?);
    }
    Some((part.checked_div(divisor)?, whole.checked_div(divisor)?))
}
