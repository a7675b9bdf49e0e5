//! A promise in numbers: its requirement with the baseline from which it counts, and on which side of it a value lies.
//!
//! Every comparison that decides a status is made here or on the [`Path`](super::path::Path), and none of them reads a
//! rounded number: a bound on growth is compared as a power, a bound on a change as a product, a cut as a power with a
//! rational exponent or as a straight line.
//!
//! The promise's *own terms* are the numbers that are compared with its goal, so that one comparison serves all kinds
//! of goals:
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
use crate::trajectory::{Curve, Distance, Expected, Point, Shape};
use crate::value::arithmetic::exact_sum;
use crate::value::{Bound, Direction, Met, Period, Rate, Requirement, Spot, Years};

/// A target's requirement, and the baseline's value from which the target counts.
#[derive(Clone, Copy)]
pub(crate) struct Promise<'a> {
    pub(crate) target: &'a Target,
    /// The goal; a change of a stated reference is a level here.
    pub(crate) goal: Goal,
    /// The value from which the promise counts, in the promise's own terms: 0 for a sum, 1 for an index of rates.
    pub(crate) baseline: Fact<Decimal>,
    /// What is required by the deadline; an error of a goal that is looked at period by period, or is not stated.
    requirement: Fact<Requirement>,
    /// The time from the baseline to the deadline.
    pub(crate) whole_time: Fact<Years>,
    /// The direction in which the room of a limit is spent; `None` of a goal that is to be reached.
    pub(super) spending_direction: Option<Direction>,
}

impl<'a> Promise<'a> {
    /// The promise of a target. `baseline_figure` is the figure of the baseline, if one is known, and `observed` the
    /// latest figure with a value, or the latest figure where none has a value.
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
            requirement,
            whole_time: elapsed(target, target.deadline().into()),
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

    /// Whether a goal that is to be reached is met by the baseline's value already, so that there is no way. `false` of
    /// a limit, which is to be kept.
    pub(crate) fn is_met_at_baseline(&self) -> bool {
        let holds = || self.goal.holds_from(self.baseline.ok());
        self.spending_direction.is_none() && holds() == Some(true)
    }

    /// Whether the path is the bound from the baseline on, by the first of these that applies; else it leads from the
    /// baseline to the bound. An error where there is no bound.
    ///
    /// 1. It is, if the author says so.
    /// 2. It is not, unless the goal is a limit.
    /// 3. Of a band it is.
    /// 4. It is not, if the author says that the goal is a limit, chooses a shape, or sets milestones.
    /// 5. It is not, if the limit itself grows with time: an average growth, or a sum since the baseline.
    /// 6. Else it is.
    pub(crate) fn holds_its_bound(&self) -> Fact<bool> {
        let target = self.target;
        if matches!(target.shape(), Some(Shape::Hold)) {
            return Ok(true);
        }
        let is_band = matches!(self.bound()?, Bound::Within(_));
        let is_drawn = target.is_limit() == Some(true) || target.shape().is_some() || !target.milestones().is_empty();
        let grows = matches!(target.goal(), Goal::AverageGrowth { .. } | Goal::Cumulative(_));
        Ok(self.is_limit() && (is_band || !(is_drawn || grows)))
    }

    /// The time from the baseline to a spot; an error without a baseline, or unless the spot lies after it.
    pub(crate) fn elapsed(&self, at: impl Into<Spot>) -> Fact<Years> {
        elapsed(self.target, at.into())
    }

    /// The bound that is required by the deadline, without a tolerance; an error if none is.
    pub(crate) fn bound(&self) -> Fact<Bound> {
        Ok(self.requirement?.bound())
    }

    /// The bound that decides: widened by the tolerance that was published, if any was. An error if none is required
    /// by the deadline.
    pub(crate) fn deciding_bound(&self) -> Fact<Bound> {
        Ok(self.requirement?.deciding_bound())
    }

    /// Whether an amount that a figure can mean satisfies what the goal requires, within a published tolerance.
    ///
    /// # Errors
    ///
    /// Why nothing is required by the deadline, as of a goal that is kept period by period; why the amount and the
    /// bound are not comparable, as where the baseline's value is not known.
    pub(crate) fn is_met(&self, amount: Extreme<&Amount>) -> Fact<Met> {
        let requirement = self.requirement?;
        let side = |limit, amount: &Amount| self.side_of_limit(limit, amount);
        let is_inside = amount.is_inside(requirement.deciding_bound(), side)?;
        Ok(requirement.met(is_inside))
    }

    /// Whether the first of two amounts lies below a promised band and the second above it; `false` of other bounds.
    pub(crate) fn are_around_band(&self, ends: [Extreme<&Amount>; 2]) -> Fact<bool> {
        let side = |limit, amount: &Amount| self.side_of_limit(limit, amount);
        Extreme::are_around(ends, self.deciding_bound()?, side)
    }

    /// An amount beyond the edge of a promised band that is left by moving in `direction`, as far beyond it as `amount`
    /// is beyond the other edge: of 60 to 100, 120 is as far from the band as 40. An amount that is not beyond the
    /// other edge is taken as it is, and so is any of another bound.
    pub(crate) fn beyond_edge(&self, amount: Extreme<&Amount>, direction: Direction) -> Fact<Extreme<Amount>> {
        let Bound::Within(band) = self.deciding_bound()? else {
            return Ok(amount.map(Amount::clone));
        };
        let side = |limit| amount.side(|amount| self.side_of_limit(limit, amount));
        let is_beyond_other = match direction {
            Direction::Falling => side(band.high())?.is_gt(),
            Direction::Rising => side(band.low())?.is_lt(),
        };
        if !is_beyond_other {
            return Ok(amount.map(Amount::clone));
        }
        let both = self.limit_exactly(band.low())?.plus(&self.limit_exactly(band.high())?);
        let mirrored = amount.map(|amount| Amount::Real(both.minus(&amount.exactly())));
        Ok(mirrored.with_side_turned())
    }

    /// Whether a value of the indicator lies below or above a limit of the goal's bound, which is in the terms of the
    /// goal (a value, an addition, a change, a rate). Exact.
    pub(crate) fn side_of_limit(&self, limit: Decimal, value: &Amount) -> Fact<Ordering> {
        match (self.goal, value) {
            (Goal::Addition(_), value) => match exact_sum(self.baseline?, limit) {
                Some(sum) => Ok(value.side_of(sum)),
                None => Ok(value.exactly().cmp(&self.limit_exactly(limit)?)),
            },
            (Goal::AverageGrowth { .. }, Amount::Decimal(amount)) => {
                let start = self.positive_baseline()?;
                Ok(growth_at_rate(limit)?.compare([start, *amount], self.whole_time?, Decimal::ONE)?)
            }
            (Goal::AverageGrowth { .. }, Amount::Real(amount)) => {
                // The baseline of an index is 1.
                let factor = amount.over(&self.positive_baseline()?.into()).ok_or(Missing::NoWay)?;
                Ok(growth_at_rate(limit)?.compare_factor(&factor, self.whole_time?, Decimal::ONE))
            }
            (Goal::Change { .. }, value) => {
                self.positive_baseline()?;
                Ok(value.exactly().cmp(&self.limit_exactly(limit)?))
            }
            (_, value) => Ok(value.side_of(limit)),
        }
    }

    /// The value of the indicator that satisfies a limit of the goal's bound exactly at the deadline, rounded once.
    pub(crate) fn value_of_limit(&self, limit: Decimal) -> Fact<Decimal> {
        self.value_by(self.target.deadline(), limit)
    }

    /// The value of the indicator that `amount`, in the terms of the goal (a value, an addition, a change, a rate),
    /// means at the end of a period, rounded once. An error where the amount counts from a baseline whose value is not
    /// known, or multiplies one that is not above zero.
    fn value_by(&self, at: Period, amount: Decimal) -> Fact<Decimal> {
        match self.goal {
            Goal::Addition(_) => after_addition(self.baseline?, amount),
            Goal::Change { .. } => after_change(self.positive_baseline()?, amount),
            Goal::AverageGrowth { .. } => {
                let start = self.positive_baseline()?;
                Ok(growth_at_rate(amount)?.project(start, self.elapsed(at)?)?)
            }
            _ => Ok(amount),
        }
    }

    /// The points of the path between baseline and goal, each with the period at whose end it stands on the path. Where
    /// the plan does not tell their values, these are those of the milestones on the way to the value `goal`, each
    /// rounded once.
    pub(super) fn points(&self, goal: Decimal) -> Fact<Cow<'a, [Point]>> {
        let is_moved = |point: &Point| self.target.stands_at_end_of(point.period) != point.period;
        match self.target.points() {
            Some(points) if !points.iter().any(is_moved) => Ok(Cow::Borrowed(points)),
            Some(points) => Ok(points.iter().map(|point| self.placed(*point)).collect()),
            None => {
                let milestones = self.target.milestones().iter();
                let point = |milestone| Ok(self.placed(self.point(milestone, goal)?));
                milestones.map(point).collect()
            }
        }
    }

    /// The point with its period replaced by the one at whose end it stands on the path.
    fn placed(&self, point: Point) -> Point {
        Point::new(self.target.stands_at_end_of(point.period), point.value)
    }

    /// The period of a milestone, and the value that it promises on the way to the value `goal`.
    fn point(&self, milestone: &Milestone, goal: Decimal) -> Fact<Point> {
        let value = match (milestone.promised, self.target.reference()) {
            (Terms::Value(value), _) => value,
            (Terms::OfGoal(change), Some(reference)) => after_change(reference.value(), change)?,
            (Terms::OfGoal(amount), None) => self.value_by(self.target.stands_at_end_of(milestone.period), amount)?,
            (Terms::ShareOfWay(share), _) => {
                let start = self.baseline?;
                let [value] = Expected::new(start, Distance::line(start, goal)).values_at([share]);
                value?
            }
        };
        Ok(Point::new(milestone.period, value))
    }

    /// The value of the baseline, for a goal that multiplies it; an error unless it is above zero.
    fn positive_baseline(&self) -> Fact<Decimal> {
        let start = self.baseline?;
        if start > Decimal::ZERO {
            Ok(start)
        } else {
            Err(GrowthError::Start { start }.into())
        }
    }

    /// The limit of the goal's bound to which the path leads, in the terms of the goal.
    pub(super) fn aim(&self) -> Fact<Decimal> {
        self.aim_of(self.bound()?)
    }

    /// The limit of a bound of the goal to which the path leads:
    ///
    /// 1. of a band that is a limit, the edge to which the value moved;
    /// 2. of another band, the edge that is nearer to the baseline's value; where the goal is an addition, a change or
    ///    an average growth, nearer to none. What lies within the band already stays where it is;
    /// 3. of a bound with one limit, that limit.
    pub(crate) fn aim_of(&self, bound: Bound) -> Fact<Decimal> {
        if let (Bound::Within(band), Some(direction)) = (bound, self.spending_direction) {
            return Ok(match direction {
                Direction::Rising => band.high(),
                Direction::Falling => band.low(),
            });
        }
        // A bound with one limit asks for no start.
        let start = match (self.goal, bound) {
            (Goal::Level(_) | Goal::Cumulative(_), Bound::Within(_)) => self.baseline?,
            _ => Decimal::ZERO,
        };
        Ok(bound.aim_from(start))
    }

    /// The limit of a bound to which an amount still has to come: of a band, the nearer edge if the amount lies outside
    /// (even if it went through the band); else the limit to which the [path leads](Self::aim_of).
    pub(crate) fn limit_ahead_of(&self, amount: &Amount, bound: Bound) -> Fact<Decimal> {
        match bound {
            Bound::Within(band) if self.side_of_limit(band.low(), amount)?.is_lt() => Ok(band.low()),
            Bound::Within(band) if self.side_of_limit(band.high(), amount)?.is_gt() => Ok(band.high()),
            _ => self.aim_of(bound),
        }
    }

    /// Whether a value of the indicator lies below or above the limit to which the path leads. Exact.
    pub(crate) fn side_of_goal(&self, value: &Amount) -> Fact<Ordering> {
        self.side_of_limit(self.aim()?, value)
    }

    /// The value of the indicator to which the path leads, rounded once. Without a baseline it is known of a level with
    /// one limit.
    pub(crate) fn goal_value(&self) -> Fact<Decimal> {
        self.value_of_limit(self.aim()?)
    }

    /// An amount and the value that is promised, exactly: the first ÷ the second is the completion. An error if one of
    /// them is below 0, since of two losses the larger would look like more than the whole.
    pub(crate) fn parts_of_completion(&self, amount: &Amount) -> Fact<[Real; 2]> {
        // The rounded value of the goal is asked for first: where no decimal holds it, there is no completion either.
        if self.goal_value()? < Decimal::ZERO || amount.side_of(Decimal::ZERO).is_lt() {
            return Err(Missing::NegativeParts);
        }
        Ok([amount.exactly(), self.limit_exactly(self.aim()?)?])
    }

    /// The growth that was promised, from the baseline on.
    pub(crate) fn growth_promised(&self) -> Fact<ConstantGrowth> {
        self.growth_to(self.aim()?)
    }

    /// The constant growth from one value to another in the time `over`, prepared for numbers that are rounded. An
    /// error of a sum since the baseline, and where no growth leads from one to the other.
    pub(crate) fn growth_between(&self, [from, to]: [Decimal; 2], over: Years) -> Fact<Distance> {
        if self.is_sum() {
            return Err(Missing::NotForThisGoal);
        }
        let growth = ConstantGrowth::new(from, to, over)?;
        Ok(Distance::growth_for_rounding(growth, over))
    }

    /// The growth that leads from the baseline to a limit of the goal: by the rate or the change that is promised,
    /// where the goal is one, and not by values that were rounded.
    fn growth_to(&self, limit: Decimal) -> Fact<ConstantGrowth> {
        let (from, to) = match self.goal {
            Goal::AverageGrowth { .. } => return growth_at_rate(limit),
            Goal::Change { .. } => match exact_sum(Decimal::ONE, limit) {
                Some(factor) => (Decimal::ONE, factor),
                None => (self.baseline?, self.value_of_limit(limit)?),
            },
            _ => (self.baseline?, self.value_of_limit(limit)?),
        };
        Ok(ConstantGrowth::new(from, to, self.whole_time?)?)
    }

    /// The whole way from the baseline to a limit of the goal, in the terms of a curve, exactly.
    pub(super) fn way_to(&self, limit: Decimal, curve: Curve) -> Fact<Distance> {
        Ok(match curve {
            Curve::ConstantGrowth => Distance::growth(self.growth_to(limit)?, self.whole_time?),
            // An S-curve leads to the rounded value, as the path does.
            Curve::Logistic { .. } => {
                Distance::along(curve, [self.baseline?, self.value_of_limit(limit)?], self.whole_time?)?
            }
            _ => {
                let start = Real::from(self.baseline?);
                Distance::units(self.limit_exactly(limit)?.minus(&start))
            }
        })
    }

    /// The value of the indicator that satisfies a limit of the goal's bound exactly at the deadline, not rounded.
    fn limit_exactly(&self, limit: Decimal) -> Fact<Real> {
        let start = || Ok::<_, Missing>(Real::from(self.baseline?));
        Ok(match self.goal {
            Goal::Addition(_) => start()?.plus(&limit.into()),
            Goal::Change { .. } => start()?.times(&Real::one().plus(&limit.into())),
            Goal::AverageGrowth { .. } => growth_at_rate(limit)?.project_exactly(self.baseline?, self.whole_time?),
            _ => Real::from(limit),
        })
    }
}

impl Met {
    /// Whether the requirement is met; an error where that depends on a tolerance that nobody published.
    pub(crate) fn known(self) -> Fact<bool> {
        match self {
            Self::Yes => Ok(true),
            Self::No => Ok(false),
            Self::Open => Err(Missing::ToleranceNotStated),
        }
    }
}

/// The time from where the path of a target begins to a spot; an error without a baseline, or unless the spot lies
/// after that.
fn elapsed(target: &Target, at: Spot) -> Fact<Years> {
    let begin = target.begin().ok_or(Missing::NoBaseline)?;
    let elapsed = at.position().since(begin.position());
    if elapsed.is_positive() {
        Ok(elapsed)
    } else {
        Err(Missing::NoTimeElapsed)
    }
}

/// The constant growth at a yearly rate, as a fraction.
fn growth_at_rate(rate: Decimal) -> Fact<ConstantGrowth> {
    // The plan's own checks leave no rate of −1 or less.
    let rate = Rate::new(rate).map_err(|_| Missing::NotConfigured)?;
    Ok(ConstantGrowth::at_rate(rate))
}

/// A value after a signed addition, rounded once, as after a mean that has as many digits as a decimal holds; an error
/// if it lies beyond every decimal.
fn after_addition(start: Decimal, amount: Decimal) -> Fact<Decimal> {
    let rounded = || Real::from(start).plus(&amount.into()).rounded();
    Ok(exact_sum(start, amount)
        .map_or_else(rounded, Ok)
        .map_err(GrowthError::from)?)
}

/// A value above zero after a signed change (0.05 is 5 % more), rounded once; an error if it is not 0 but would be
/// rounded to 0, or if no decimal holds it.
fn after_change(start: Decimal, change: Decimal) -> Fact<Decimal> {
    let factor = Real::one().plus(&Real::from(change));
    let value = Real::from(start).times(&factor).rounded_not_to_zero();
    Ok(value.map_err(GrowthError::from)?)
}

/// The value of the baseline, from which a promise counts, in the promise's own terms:
///
/// 1. 0 for a sum since the baseline, and 1 for an index of yearly rates;
/// 2. else the value that the plan states;
/// 3. else the value of the baseline's figure; an error where there is none, or it is only a bound.
///
/// An error without a baseline.
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
        (None, Some(Reading::Missing) | None) => Err(figures.why_none().unwrap_or(Missing::NoBaselineValue { period })),
    }
}
