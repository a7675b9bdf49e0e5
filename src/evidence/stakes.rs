//! A target with its baseline in place: what is promised, and on which side of it a value lies.
//!
//! Every comparison that decides a status is made here or on the [`Way`], and none of them reads a rounded number: a bound on growth
//! is compared as a power, a bound on a change as a product, a cut as a power with a rational exponent or as a straight line.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::sight::Sight;
use super::way::{Way, negated};
use super::{Fact, Reason};
use crate::growth::{ConstantChange, ConstantGrowth, GrowthError};
use crate::plan::{Baseline, Goal, MeasuredBy, Target};
use crate::series::{AsOf, Figure, Known, Reading, Series};
use crate::trajectory::{Curve, Milestone, Trajectory};
use crate::value::decimal::exact_sum;
use crate::value::{Bound, Direction, Limit, Period, Rate, Requirement, Tolerance, Years};

/// A value to be compared: a number, a place just beside one, or one beyond every number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Probe {
    /// This number.
    At(Decimal),
    /// As near to this number as one likes, on this side of it.
    Beside(Decimal, Ordering),
    /// Beyond every number, on this side.
    Beyond(Ordering),
}

impl Probe {
    /// The lowest and the highest that a reading can mean.
    pub(crate) fn of(reading: Reading) -> [Self; 2] {
        let (low, high) = reading.limits();
        [
            Self::of_limit(low, Ordering::Greater),
            Self::of_limit(high, Ordering::Less),
        ]
    }

    /// A limit seen from inside: `inward` is the side on which the values lie.
    fn of_limit(limit: Limit, inward: Ordering) -> Self {
        match limit {
            Limit::Inclusive(value) => Self::At(value),
            Limit::Exclusive(value) => Self::Beside(value, inward),
            Limit::Unlimited => Self::Beyond(inward.reverse()),
        }
    }

    /// Whether the probe lies inside a bound, when `side` tells on which side of a limit a number lies.
    pub(crate) fn is_inside(self, bound: Bound, side: impl Fn(Decimal, Decimal) -> Fact<Ordering>) -> Fact<bool> {
        let side = |limit| self.side(|value| side(limit, value));
        Ok(match bound {
            Bound::AtLeast(limit) => side(limit)?.is_ge(),
            Bound::MoreThan(limit) => side(limit)?.is_gt(),
            Bound::AtMost(limit) => side(limit)?.is_le(),
            Bound::LessThan(limit) => side(limit)?.is_lt(),
            Bound::Within(band) => side(band.low())?.is_ge() && side(band.high())?.is_le(),
        })
    }

    /// Whether these two lie on opposite sides of a band, so that what is between them may be inside although they are not.
    pub(crate) fn are_around(
        [low, high]: [Self; 2],
        bound: Bound,
        side: impl Fn(Decimal, Decimal) -> Fact<Ordering>,
    ) -> Fact<bool> {
        let Bound::Within(band) = bound else {
            return Ok(false);
        };
        let is_below = low.side(|value| side(band.low(), value))?.is_lt();
        Ok(is_below && high.side(|value| side(band.high(), value))?.is_gt())
    }

    /// On which side of something the probe lies, when `side` tells it of numbers.
    pub(crate) fn side(self, side: impl FnOnce(Decimal) -> Fact<Ordering>) -> Fact<Ordering> {
        match self {
            Self::At(value) => side(value),
            Self::Beside(value, beside) => Ok(side(value)?.then(beside)),
            Self::Beyond(ordering) => Ok(ordering),
        }
    }
}

/// A target with its baseline in place.
#[derive(Clone, Copy)]
pub(crate) struct Stakes<'a> {
    pub(crate) target: &'a Target,
    pub(crate) as_of: AsOf,
    pub(crate) sight: Sight<'a>,
    /// The value from which the promise counts, in the goal's own terms: 0 for a sum, 1 for an index of rates.
    pub(crate) baseline: Fact<Decimal>,
    /// The figure of the baseline's period, where there is one.
    pub(crate) baseline_figure: Option<Figure>,
}

impl<'a> Stakes<'a> {
    /// Puts a target's baseline in place, as it was known.
    pub(crate) fn new(target: &'a Target, series: &'a Series, as_of: AsOf) -> Fact<Self> {
        let known: Known<'a> = series.as_known_on(as_of);
        let sight = Sight::new(target, known)?;
        let baseline_figure = sight.at_baseline();
        Ok(Self {
            target,
            as_of,
            sight,
            baseline: baseline_value(target, baseline_figure),
            baseline_figure,
        })
    }

    /// Whether the series has another value for the baseline than the plan states.
    pub(crate) fn baseline_is_revised(&self) -> bool {
        let stated = self.target.baseline().and_then(Baseline::value);
        let observed = self.baseline_figure.and_then(|figure| figure.reading.value());
        stated
            .zip(observed)
            .is_some_and(|(stated, observed)| stated != observed)
    }

    /// Whether the last day of the deadline is over.
    pub(crate) fn is_past_deadline(&self) -> bool {
        self.as_of.date() > self.target.deadline().last()
    }

    /// The first period of a new definition between the baseline and a figure.
    pub(crate) fn break_before(&self, figure: Figure) -> Option<Period> {
        let baseline = self.target.baseline()?.period();
        self.sight.known().break_between(baseline.end(), figure.period.end())
    }

    /// Whether the goal is the sum of what came since the baseline.
    pub(crate) const fn is_sum(&self) -> bool {
        matches!(self.target.goal(), Goal::Cumulative(_))
    }

    /// Refuses a figure that a change of definition separates from the baseline. A sum is no comparison with it.
    pub(crate) fn comparable_with_baseline(&self, figure: Figure) -> Fact<()> {
        match self.break_before(figure) {
            Some(period) if !self.is_sum() => Err(Reason::SeriesBreak { period }),
            _ => Ok(()),
        }
    }

    /// Refuses a figure that a change of definition separates from a goal that counts from the baseline. A level stands by itself.
    pub(crate) fn comparable_with_goal(&self, figure: Figure) -> Fact<()> {
        match self.target.goal() {
            Goal::Level(_) => Ok(()),
            _ => self.comparable_with_baseline(figure),
        }
    }

    /// The time from the baseline to a period.
    pub(crate) fn elapsed(&self, at: Period) -> Fact<Years> {
        let baseline = self.target.baseline().ok_or(Reason::NoBaseline)?.period();
        let elapsed = at.end().since(baseline.end());
        if elapsed.is_positive() {
            Ok(elapsed)
        } else {
            Err(Reason::NoTimeElapsed)
        }
    }

    /// The time from the baseline to the deadline.
    pub(crate) fn whole_time(&self) -> Fact<Years> {
        self.elapsed(self.target.deadline())
    }

    /// The requirement of a goal that leads somewhere by its deadline.
    pub(crate) fn requirement(&self) -> Fact<Requirement> {
        match self.target.goal() {
            Goal::Keep { .. } | Goal::Trend { .. } => Err(Reason::NotForThisGoal),
            Goal::Unstated(lacks) => Err(Reason::GoalUnstated { lacks }),
            goal => goal.requirement().ok_or(Reason::NotForThisGoal),
        }
    }

    /// Whether a value satisfies the requirement; `None` where only an unpublished tolerance could tell.
    pub(crate) fn is_met(&self, probe: Probe) -> Fact<Option<bool>> {
        let requirement = self.requirement()?;
        let met = probe.is_inside(requirement.deciding_bound(), |limit, value| {
            self.side_of_limit(limit, value)
        })?;
        Ok(if met || requirement.tolerance() != Tolerance::NotStated {
            Some(met)
        } else {
            None
        })
    }

    /// Whether two values lie on opposite sides of a promised band.
    pub(crate) fn are_around_band(&self, ends: [Probe; 2]) -> Fact<bool> {
        let bound = self.requirement()?.deciding_bound();
        Probe::are_around(ends, bound, |limit, value| self.side_of_limit(limit, value))
    }

    /// On which side of a limit of the goal a value of the indicator lies. Exact.
    fn side_of_limit(&self, limit: Decimal, value: Decimal) -> Fact<Ordering> {
        match self.target.goal() {
            Goal::Addition(_) => Ok(value.cmp(&self.value_of_limit(limit)?)),
            Goal::Change { .. } => {
                let start = self.positive_baseline()?;
                let change = ConstantChange::new(start, Decimal::ZERO, Years::whole(1))?;
                // start + (0 − start) × (−limit) is start × (1 + limit), without rounding the product.
                Ok(change.compare(start, Years::whole(1), negated(limit), value)?)
            }
            Goal::AverageGrowth { .. } => {
                let start = self.positive_baseline()?;
                if value <= Decimal::ZERO {
                    return Ok(Ordering::Less);
                }
                Ok(rate_of(limit)?.compare(start, self.whole_time()?, Decimal::ONE, value)?)
            }
            _ => Ok(value.cmp(&limit)),
        }
    }

    /// The value of the indicator that a limit of the goal means, rounded once.
    pub(crate) fn value_of_limit(&self, limit: Decimal) -> Fact<Decimal> {
        match self.target.goal() {
            Goal::Addition(_) => exact_sum(self.baseline?, limit).ok_or(Reason::Growth {
                error: GrowthError::Overflow,
            }),
            Goal::Change { .. } => {
                let start = self.positive_baseline()?;
                let change = ConstantChange::new(start, Decimal::ZERO, Years::whole(1))?;
                Ok(change.project_share(start, Years::whole(1), negated(limit))?)
            }
            Goal::AverageGrowth { .. } => {
                let start = self.positive_baseline()?;
                Ok(rate_of(limit)?.project(start, self.whole_time()?)?)
            }
            _ => Ok(limit),
        }
    }

    /// The baseline of a goal that multiplies it.
    fn positive_baseline(&self) -> Fact<Decimal> {
        let start = self.baseline?;
        // Of zero or less there is no relative change; the growth of a year without growth says which of the two it is.
        ConstantGrowth::new(start, start, Years::whole(1))?;
        Ok(start)
    }

    /// The limit to which the path leads, in the goal's own terms.
    fn aim(&self) -> Fact<Decimal> {
        let start = match self.target.goal() {
            Goal::Level(_) | Goal::Cumulative(_) => self.baseline?,
            _ => Decimal::ZERO,
        };
        Ok(self.requirement()?.bound().aim_from(start))
    }

    /// The value of the indicator to which the path leads. Without a baseline, that of a bound with one limit.
    pub(crate) fn goal_value(&self) -> Fact<Decimal> {
        match (self.target.goal(), self.requirement()?.bound()) {
            (
                Goal::Level(_),
                Bound::AtLeast(limit) | Bound::MoreThan(limit) | Bound::AtMost(limit) | Bound::LessThan(limit),
            ) => Ok(limit),
            _ => self.value_of_limit(self.aim()?),
        }
    }

    /// Whether the baseline itself satisfies the requirement. A budget begins within its bound; that is not meant here.
    pub(crate) fn baseline_meets(&self) -> bool {
        let met = |value| matches!(self.is_met(Probe::At(value)), Ok(Some(true)));
        !self.target.goal().is_budget() && self.baseline.is_ok_and(met)
    }

    /// The way from the baseline to the goal.
    pub(crate) fn way(&self) -> Fact<Way<'a>> {
        let start = self.baseline?;
        if self.baseline_meets() {
            return Err(Reason::MetBeforeBaseline);
        }
        let goal = self.goal_value()?;
        let direction = match start.cmp(&goal) {
            Ordering::Less => Direction::Rising,
            Ordering::Greater => Direction::Falling,
            Ordering::Equal => return Err(Reason::NoWay),
        };
        let curve = self.target.curve_from(Some(start)).ok_or(Reason::NotForThisGoal)?;
        let baseline = self.target.baseline().ok_or(Reason::NoBaseline)?.period();
        let trajectory = Trajectory::new(
            Milestone::new(baseline, start),
            self.target.points(),
            Milestone::new(self.target.deadline(), goal),
            curve,
        )?;
        let growth = if curve == Curve::ConstantGrowth && trajectory.is_plain() {
            Some(self.growth_to(start, goal)?)
        } else {
            None
        };
        Ok(Way {
            trajectory,
            growth,
            direction,
            whole_time: self.whole_time()?,
            counts_whole: self.target.quantity().unit().is_whole(),
            is_ceiling: direction == Direction::Falling || self.target.goal().is_budget(),
        })
    }

    /// The growth that leads from the baseline to the goal, by the numbers of the promise and not by rounded ones.
    fn growth_to(&self, start: Decimal, goal: Decimal) -> Fact<ConstantGrowth> {
        let aim = self.aim()?;
        match self.target.goal() {
            Goal::Change { .. } => {
                let factor = exact_sum(Decimal::ONE, aim);
                match factor {
                    Some(factor) => Ok(ConstantGrowth::new(Decimal::ONE, factor, self.whole_time()?)?),
                    None => Ok(ConstantGrowth::new(start, goal, self.whole_time()?)?),
                }
            }
            Goal::AverageGrowth { .. } => rate_of(aim),
            _ => Ok(ConstantGrowth::new(start, goal, self.whole_time()?)?),
        }
    }
}

fn rate_of(limit: Decimal) -> Fact<ConstantGrowth> {
    // The plan's own checks leave no rate of −1 or less.
    let rate = Rate::new(limit).map_err(|_| Reason::NotConfigured)?;
    Ok(ConstantGrowth::at_rate(rate))
}

fn baseline_value(target: &Target, figure: Option<Figure>) -> Fact<Decimal> {
    let baseline = target.baseline().ok_or(Reason::NoBaseline)?;
    match (target.goal(), target.goal().measured_by()) {
        (Goal::Cumulative(_), _) => return Ok(Decimal::ZERO),
        (_, MeasuredBy::YearlyRates) => return Ok(Decimal::ONE),
        _ => {}
    }
    let period = baseline.period();
    match (baseline.value(), figure.map(|figure| figure.reading)) {
        (Some(stated), _) => Ok(stated),
        (None, Some(Reading::Exact(value) | Reading::Approximate(value))) => Ok(value),
        (None, Some(Reading::Interval(_))) => Err(Reason::BaselineIsOnlyABound { period }),
        (None, Some(Reading::Missing) | None) => Err(Reason::NoBaselineValue { period }),
    }
}
