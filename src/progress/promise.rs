//! A promise in numbers: its requirement with the baseline from which it counts, and on which side of it a value lies.
//!
//! Every comparison that decides a status is made here or on the [`Path`](super::path::Path), and none of them reads a
//! rounded number: a bound on growth is compared as a power, a bound on a change as a product, a cut as a power with a
//! rational exponent or as a straight line.
//!
//! The promise's *own terms* are the numbers in which its goal speaks, so that one comparison serves all kinds of
//! goals:
//!
//! | goal | a figure stands for | it counts from |
//! |---|---|---|
//! | level | the value itself | the value at the baseline |
//! | change, addition, average growth of levels | the value itself | the value at the baseline |
//! | cumulative | the sum of the flows since the baseline | 0 |
//! | average growth of yearly rates | the index of the chained rates | 1 |

use alloc::borrow::Cow;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::limit;
use super::values::Figures;
use super::{Fact, Missing};
use crate::exact::Real;
use crate::growth::{ConstantGrowth, GrowthError};
use crate::plan::{Goal, MeasuredBy, Milestone, Target, Terms};
use crate::series::{Figure, Reading};
use crate::trajectory::{Curve, Distance, Expected, Point};
use crate::value::arithmetic::exact_sum;
use crate::value::{Bound, Direction, Met, Period, Rate, Requirement, Years};

/// A target's requirement, and the value from which it counts.
#[derive(Clone, Copy)]
pub(crate) struct Promise<'a> {
    pub(crate) target: &'a Target,
    /// The goal; a change of a stated reference is a level here.
    pub(crate) goal: Goal,
    /// The value from which the promise counts, in the promise's own terms: 0 for a sum, 1 for an index of rates.
    pub(crate) baseline: Fact<Decimal>,
    /// The requirement of a goal that leads somewhere by its deadline, and the bound that decides.
    asked: Fact<(Requirement, Bound)>,
    /// The time from the baseline to the deadline.
    pub(crate) whole_time: Fact<Years>,
    /// The way in which the room of a limit is spent; `None` of a goal that is to be reached.
    pub(super) spending_direction: Option<Direction>,
}

impl<'a> Promise<'a> {
    /// The promise of a target; `observed` is the latest figure with a value, or the latest of all where none has one.
    pub(super) fn new(figures: Figures<'a>, baseline_figure: Option<Figure>, observed: Option<Figure>) -> Self {
        let target = figures.target;
        let goal = target.goal_in_values();
        let requirement = match goal {
            Goal::Keep { .. } | Goal::Trend { .. } => Err(Missing::NotForThisGoal),
            Goal::Unstated(lacks) => Err(Missing::GoalUnstated { lacks }),
            goal => goal.requirement().ok_or(Missing::NotForThisGoal),
        };
        let baseline = baseline_value(figures, baseline_figure);
        Self {
            target,
            goal,
            baseline,
            spending_direction: limit::spending_direction(goal, figures, baseline.ok(), observed),
            asked: requirement.map(|requirement| (requirement, requirement.deciding_bound())),
            whole_time: elapsed(target, target.deadline()),
        }
    }

    /// Whether the goal is the sum of what came since the baseline.
    pub(crate) const fn is_sum(&self) -> bool {
        matches!(self.goal, Goal::Cumulative(_))
    }

    /// Whether the goal is a limit to be kept within, and not one to be reached.
    pub(crate) const fn is_limit(&self) -> bool {
        self.spending_direction.is_some()
    }

    /// Whether a goal that is to be reached is met where it begins, so that no way leads to it.
    pub(crate) fn leads_nowhere(&self) -> bool {
        let holds = || self.goal.holds_from(self.baseline.ok());
        self.spending_direction.is_none() && holds() == Some(true)
    }

    /// The time from the baseline to a period; an error without a baseline, or unless the period ends after it.
    pub(crate) fn elapsed(&self, at: Period) -> Fact<Years> {
        elapsed(self.target, at)
    }

    /// The bound of a goal that leads somewhere by its deadline, without a tolerance; an error of any other goal.
    pub(crate) fn bound(&self) -> Fact<Bound> {
        Ok(self.asked?.0.bound())
    }

    /// The bound with the tolerance that was published: the one that decides.
    pub(crate) fn deciding_bound(&self) -> Fact<Bound> {
        Ok(self.asked?.1)
    }

    /// Whether an amount that a figure can mean satisfies what the goal requires, within a published tolerance.
    ///
    /// # Errors
    ///
    /// Why nothing is required by the deadline, as of what is kept period by period; why no amount is comparable.
    pub(crate) fn is_met(&self, amount: Extreme<&Amount>) -> Fact<Met> {
        let (requirement, bound) = self.asked?;
        let is_inside = amount.is_inside(bound, |limit, amount| self.side_of_limit(limit, amount))?;
        Ok(requirement.met(is_inside))
    }

    /// Whether two values lie on opposite sides of a promised band.
    pub(crate) fn are_around_band(&self, ends: [Extreme<&Amount>; 2]) -> Fact<bool> {
        let (_, bound) = self.asked?;
        Extreme::are_around(ends, bound, |limit, value| self.side_of_limit(limit, value))
    }

    /// On which side of a limit of the goal a value of the indicator lies. Exact.
    pub(crate) fn side_of_limit(&self, limit: Decimal, value: &Amount) -> Fact<Ordering> {
        match (self.goal, value) {
            (Goal::Addition(_), value) => Ok(value.side_of(self.value_of_limit(limit)?)),
            (Goal::AverageGrowth { .. }, Amount::Decimal(amount)) => {
                let start = self.positive_baseline()?;
                Ok(rate_of(limit)?.compare([start, *amount], self.whole_time?, Decimal::ONE)?)
            }
            (Goal::AverageGrowth { .. }, Amount::Real(amount)) => {
                // The baseline of an index is 1.
                let factor = amount.over(&self.positive_baseline()?.into()).ok_or(Missing::NoWay)?;
                Ok(rate_of(limit)?.compare_factor(&factor, self.whole_time?, Decimal::ONE))
            }
            (Goal::Change { .. }, value) => {
                self.positive_baseline()?;
                Ok(value.exactly().cmp(&self.limit_exactly(limit)?))
            }
            (_, value) => Ok(value.side_of(limit)),
        }
    }

    /// The value of the indicator that a limit of the goal means, rounded once.
    pub(crate) fn value_of_limit(&self, limit: Decimal) -> Fact<Decimal> {
        self.value_by(self.target.deadline(), limit)
    }

    /// The value of the indicator that `amount`, in the terms of the goal (an addition, a change, a rate), means by the
    /// end of a period, rounded once; an error where it counts from a baseline that is not known, or multiplies one
    /// that is not above zero.
    fn value_by(&self, at: Period, amount: Decimal) -> Fact<Decimal> {
        match self.goal {
            Goal::Addition(_) => exact_sum(self.baseline?, amount).ok_or(GrowthError::Overflow.into()),
            Goal::Change { .. } => changed(self.positive_baseline()?, amount),
            Goal::AverageGrowth { .. } => {
                let start = self.positive_baseline()?;
                Ok(rate_of(amount)?.project(start, self.elapsed(at)?)?)
            }
            _ => Ok(amount),
        }
    }

    /// The points of the path between baseline and goal, where they stand: the milestones as values, each rounded once.
    pub(super) fn points(&self, goal: Decimal) -> Fact<Cow<'a, [Point]>> {
        let stands_elsewhere = |point: &Point| self.target.stands_in(point.period) != point.period;
        match self.target.points() {
            Some(points) if !points.iter().any(stands_elsewhere) => Ok(Cow::Borrowed(points)),
            Some(points) => Ok(points.iter().map(|point| self.standing(*point)).collect()),
            None => {
                let milestones = self.target.milestones().iter();
                let point = |milestone| Ok(self.standing(self.point(milestone, goal)?));
                milestones.map(point).collect()
            }
        }
    }

    /// A point where it stands on the path.
    fn standing(&self, point: Point) -> Point {
        Point::new(self.target.stands_in(point.period), point.value)
    }

    /// The value that a milestone promises on the way to a goal of this value.
    fn point(&self, milestone: &Milestone, goal: Decimal) -> Fact<Point> {
        let value = match (milestone.promised, self.target.reference()) {
            (Terms::Value(value), _) => value,
            (Terms::OfGoal(change), Some(reference)) => changed(reference.value(), change)?,
            (Terms::OfGoal(amount), None) => self.value_by(self.target.stands_in(milestone.period), amount)?,
            (Terms::ShareOfWay(share), _) => {
                let start = self.baseline?;
                let [value] = Expected::new(start, Distance::line(start, goal)).values_at([share]);
                value?
            }
        };
        Ok(Point::new(milestone.period, value))
    }

    /// The baseline of a goal that multiplies it; an error unless it is above zero.
    fn positive_baseline(&self) -> Fact<Decimal> {
        let start = self.baseline?;
        if start > Decimal::ZERO {
            Ok(start)
        } else {
            Err(GrowthError::Start { start }.into())
        }
    }

    /// The limit to which the path leads, in the promise's own terms.
    pub(super) fn aim(&self) -> Fact<Decimal> {
        self.aim_of(self.bound()?)
    }

    /// The limit of a bound to which the path leads: of a band that is kept within, the edge to which the value moved.
    pub(crate) fn aim_of(&self, bound: Bound) -> Fact<Decimal> {
        if let (Bound::Within(band), Some(direction)) = (bound, self.spending_direction) {
            return Ok(match direction {
                Direction::Rising => band.high(),
                Direction::Falling => band.low(),
            });
        }
        // Of one limit it is that, wherever it begins.
        let start = match (self.goal, bound) {
            (Goal::Level(_) | Goal::Cumulative(_), Bound::Within(_)) => self.baseline?,
            _ => Decimal::ZERO,
        };
        Ok(bound.aim_from(start))
    }

    /// The limit of a bound to which an amount still has to come: of a band that it lies outside of, the nearer edge,
    /// even where it went through the band.
    pub(crate) fn limit_ahead_of(&self, amount: &Amount, bound: Bound) -> Fact<Decimal> {
        match bound {
            Bound::Within(band) if self.side_of_limit(band.low(), amount)?.is_lt() => Ok(band.low()),
            Bound::Within(band) if self.side_of_limit(band.high(), amount)?.is_gt() => Ok(band.high()),
            _ => self.aim_of(bound),
        }
    }

    /// On which side of the limit to which the path leads a value of the indicator lies. Exact.
    pub(crate) fn side_of_goal(&self, value: &Amount) -> Fact<Ordering> {
        self.side_of_limit(self.aim()?, value)
    }

    /// The value of the indicator to which the path leads. Without a baseline, that of a bound with one limit.
    pub(crate) fn goal_value(&self) -> Fact<Decimal> {
        self.value_of_limit(self.aim()?)
    }

    /// An amount and what is promised of it, exactly: the first ÷ the second is the completion.
    pub(crate) fn completion(&self, amount: &Amount) -> Fact<[Real; 2]> {
        // What cannot be shown is no whole. Of two losses the larger would look like more than the whole.
        if self.goal_value()? < Decimal::ZERO || amount.side_of(Decimal::ZERO).is_lt() {
            return Err(Missing::NegativeParts);
        }
        Ok([amount.exactly(), self.limit_exactly(self.aim()?)?])
    }

    /// The growth that was promised, from the baseline on.
    pub(crate) fn growth_promised(&self) -> Fact<ConstantGrowth> {
        self.growth_to(self.aim()?)
    }

    /// The constant growth from one point to another, for what is rounded. Sums have none.
    pub(crate) fn growth_between(&self, [from, to]: [Point; 2]) -> Fact<Distance> {
        if self.is_sum() {
            return Err(Missing::NotForThisGoal);
        }
        let over = to.period.end().since(from.period.end());
        let growth = ConstantGrowth::new(from.value, to.value, over)?;
        Ok(Distance::growth_for_rounding(growth, over))
    }

    /// The growth that leads from the baseline to a limit, by the numbers of the promise and not by rounded ones.
    fn growth_to(&self, limit: Decimal) -> Fact<ConstantGrowth> {
        let (from, to) = match self.goal {
            Goal::AverageGrowth { .. } => return rate_of(limit),
            Goal::Change { .. } => match exact_sum(Decimal::ONE, limit) {
                Some(factor) => (Decimal::ONE, factor),
                None => (self.baseline?, self.value_of_limit(limit)?),
            },
            _ => (self.baseline?, self.value_of_limit(limit)?),
        };
        Ok(ConstantGrowth::new(from, to, self.whole_time?)?)
    }

    /// The whole way from the baseline to a limit on a curve, exactly.
    pub(super) fn way_to(&self, limit: Decimal, curve: Curve) -> Fact<Distance> {
        Ok(match curve {
            Curve::ConstantGrowth => Distance::growth(self.growth_to(limit)?, self.whole_time?),
            // An S-curve runs through values that can be shown, as the path does.
            Curve::Logistic { .. } => {
                Distance::along(curve, [self.baseline?, self.value_of_limit(limit)?], self.whole_time?)?
            }
            _ => {
                let start = Real::from(self.baseline?);
                Distance::units(self.limit_exactly(limit)?.minus(&start))
            }
        })
    }

    /// The value of the indicator that a limit of the goal means by the deadline, exactly.
    fn limit_exactly(&self, limit: Decimal) -> Fact<Real> {
        let start = || Ok::<_, Missing>(Real::from(self.baseline?));
        Ok(match self.goal {
            Goal::Addition(_) => start()?.plus(&limit.into()),
            Goal::Change { .. } => start()?.times(&Real::one().plus(&limit.into())),
            Goal::AverageGrowth { .. } => rate_of(limit)?.project_exactly(self.baseline?, self.whole_time?),
            _ => Real::from(limit),
        })
    }
}

impl Met {
    /// Whether it is met; an error where only a tolerance that nobody published could tell.
    pub(crate) fn known(self) -> Fact<bool> {
        match self {
            Self::Yes => Ok(true),
            Self::No => Ok(false),
            Self::Open => Err(Missing::ToleranceNotStated),
        }
    }
}

/// The time from where the path of a target begins to a period.
fn elapsed(target: &Target, at: Period) -> Fact<Years> {
    let start = target.start().ok_or(Missing::NoBaseline)?;
    let elapsed = at.end().since(start.end());
    if elapsed.is_positive() {
        Ok(elapsed)
    } else {
        Err(Missing::NoTimeElapsed)
    }
}

/// The growth at a rate that a limit of the goal is, as a fraction a year.
fn rate_of(limit: Decimal) -> Fact<ConstantGrowth> {
    // The plan's own checks leave no rate of −1 or less.
    let rate = Rate::new(limit).map_err(|_| Missing::NotConfigured)?;
    Ok(ConstantGrowth::at_rate(rate))
}

/// A value above zero after a signed change (0.05 is 5 % more), rounded once; an error if only that would make it 0.
fn changed(start: Decimal, change: Decimal) -> Fact<Decimal> {
    let factor = Real::one().plus(&Real::from(change));
    let value = Real::from(start).times(&factor).rounded_not_to_zero();
    Ok(value.map_err(GrowthError::from)?)
}

/// The value from which a promise counts, in its own terms, as the plan states it or as its figure says; an error where
/// nobody says it, or the figure is only a bound.
fn baseline_value(figures: Figures<'_>, figure: Option<Figure>) -> Fact<Decimal> {
    let target = figures.target;
    let baseline = target.baseline().ok_or(Missing::NoBaseline)?;
    match (target.goal(), target.goal().measured_by()) {
        (Goal::Cumulative(_), _) => return Ok(Decimal::ZERO),
        (_, MeasuredBy::YearlyRates) => return Ok(Decimal::ONE),
        _ => {}
    }
    let period = baseline.period();
    match (baseline.value(), figure.map(|figure| figure.reading)) {
        (Some(stated), _) => Ok(stated),
        (None, Some(Reading::Exact(value) | Reading::Approximate(value))) => Ok(value),
        (None, Some(Reading::Interval(_))) => Err(Missing::BaselineIsOnlyABound { period }),
        (None, Some(Reading::Missing) | None) => Err(figures.withheld().unwrap_or(Missing::NoBaselineValue { period })),
    }
}
