//! How far a value moved from the baseline, and how far it has to move until the goal. A movement leads from one value
//! to another.

use rust_decimal::Decimal;

use super::Evidence;
use super::quotient::ratio;
use crate::growth::{self, ConstantGrowth};
use crate::plan::Target;
use crate::progress::{Amount, Comparable, Extreme, Fact, MilestoneOutcome, Missing, Outcome, Question};
use crate::trajectory::{Clock, Curve, Distance, Point};
use crate::value::{Bound, Measure, Met, Rate, Spot, Years};

/// A movement from one value to another, each with where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Move {
    /// The value from which it leads, and the one to which it leads.
    values: [Decimal; 2],
    /// Where each of the two stands.
    spots: [Spot; 2],
}

impl Move {
    /// The movement from a value at a spot to another one.
    fn between([from, to]: [(Spot, Decimal); 2]) -> Self {
        Self {
            values: [from.1, to.1],
            spots: [from.0, to.0],
        }
    }

    /// The time between the two values.
    fn over(self) -> Years {
        let [from, to] = self.spots.map(Spot::position);
        to.since(from)
    }

    /// The two values as points of a chart.
    pub(crate) fn points(self) -> [Point; 2] {
        let ([begin, end], [from, to]) = (self.spots, self.values);
        [Point::new(begin.shown, from), Point::new(end.shown, to)]
    }
}

/// The movement from the baseline to a figure; an error where the definition changed between the two, no time lies
/// between them, or one of them has no value.
pub(super) fn movement_so_far(question: &Question<'_>, observed: &Comparable<'_>) -> Fact<Move> {
    question.comparable_with_baseline(observed)?;
    question.promise.elapsed(observed.at)?;
    let from = beginning(question)?;
    Ok(Move::between([from, (observed.at, observed.number()?)]))
}

/// The movement from the baseline to the goal. An error, [`Missing::NoWay`], if the baseline meets a goal to be
/// reached; an error too without a baseline or a value of the goal.
pub(super) fn required_movement(question: &Question<'_>) -> Fact<Move> {
    let from = beginning(question)?;
    if question.promise.is_met_at_baseline() {
        return Err(Missing::NoWay);
    }
    let to = question.promise.goal_value()?;
    question.promise.whole_time?;
    Ok(Move::between([from, (question.target.deadline().into(), to)]))
}

/// The movement from a figure to the nearest value that meets `bound`, which is the goal's bound with its tolerance or
/// without. No baseline is needed, unless the goal counts from it.
///
/// An error if the figure meets a goal that is no limit already, if no time is left, if the figure is only a bound, and
/// if it keeps a limit that something newer [exceeds](is_limit_exceeded_since), so that nothing is allowed any more.
pub(crate) fn movement_left(question: &Question<'_>, observed: &Comparable<'_>, bound: Bound) -> Fact<Move> {
    let (promise, target) = (&question.promise, question.target);
    question.comparable_with_goal(observed)?;
    let amount = observed.amount()?;
    let is_met = promise.is_met(Extreme::At(&amount))? == Met::Yes;
    if is_met && !promise.is_limit() {
        return Err(Missing::AlreadyMet);
    }
    if question.is_past_deadline() || target.deadline().end() <= observed.at.position() {
        return Err(Missing::NoTimeLeft);
    }
    let may_be_allowed = question.points().next().is_some();
    if is_met && !may_be_allowed && is_limit_exceeded_since(question) {
        return Err(Missing::AlreadyExceeded);
    }
    let from = (observed.at, observed.number()?);
    let to = promise.value_of_limit(promise.limit_ahead_of(&amount, bound)?)?;
    Ok(Move::between([from, (target.deadline().into(), to)]))
}

/// Whether something newer than the latest figure with a value lies beyond the bound by all that it can mean: a figure
/// that is only a bound, or the known parts of a later period.
pub(super) fn is_limit_exceeded_since(question: &Question<'_>) -> bool {
    let is_beyond = |one: &Comparable<'_>| {
        let ends = one.ends(question.figures);
        let ends = ends.each_ref().map(Extreme::as_ref);
        let is_outside = |end: Extreme<&Amount>| question.promise.is_met(end) == Ok(Met::No);
        ends.into_iter().all(is_outside) && question.promise.are_around_band(ends) == Ok(false)
    };
    let mut bound = question.latest().into_iter().filter(|latest| latest.number().is_err());
    bound.any(is_beyond) || question.least_sums_since_latest().any(|sum| is_beyond(&sum))
}

/// The movement from a figure to the value of a milestone that is to come. An error if the figure is only a bound, or
/// is at a milestone that is no limit's, or beyond it.
pub(super) fn movement_to_milestone(
    question: &Question<'_>,
    observed: &Comparable<'_>,
    milestone: Point,
) -> Fact<Move> {
    question.comparable_with_goal(observed)?;
    let from = (observed.at, observed.number()?);
    let outcome = MilestoneOutcome::by(question, milestone, observed.ends(question.figures));
    if outcome == Some(Outcome::Kept) && !question.promise.is_limit() {
        return Err(Missing::AlreadyMet);
    }
    let at = question.target.stands_at_end_of(milestone.period);
    Ok(Move::between([from, (at.into(), milestone.value)]))
}

/// What a movement that is left requires a year.
pub(super) struct Required {
    pub(super) growth: Fact<Rate>,
    pub(super) change: Fact<Decimal>,
}

impl Required {
    /// What the movement from a figure to the goal, or to a milestone, requires a year.
    pub(super) fn by(question: &Question<'_>, left: Fact<Move>) -> Self {
        Self {
            growth: annual_rate(&growth_of(question, left)),
            change: left.and_then(change_of),
        }
    }
}

/// The growth that a movement is; an error of a sum since the baseline, and where no growth leads from its first value
/// to its second.
pub(super) fn growth_of(question: &Question<'_>, movement: Fact<Move>) -> Fact<Distance> {
    let movement = movement?;
    question.promise.growth_between(movement.values, movement.over())
}

/// The growth that was promised from the baseline on. An error for a sum, and where no growth leads from the value of
/// the baseline to that of the goal, even if the promise states a rate.
pub(super) fn growth_promised(question: &Question<'_>) -> Fact<Distance> {
    let promise = &question.promise;
    if promise.is_sum() {
        return Err(Missing::NotForThisGoal);
    }
    ConstantGrowth::new(promise.baseline?, promise.goal_value()?, promise.whole_time?)?;
    Ok(Distance::growth_for_rounding(
        promise.growth_promised()?,
        promise.whole_time?,
    ))
}

/// The change per year of a movement, in units; an error unless its second value stands later.
pub(super) fn change_of(movement: Move) -> Fact<Decimal> {
    let [from, to] = movement.values;
    Ok(growth::change_per_year(from, to, movement.over())?)
}

/// The movement per year of a target whose clock counts days, where each day counts alike: the rate of growth if it
/// `is_by_rate`, else the change in units. An error unless its second value stands later.
fn change_by_days(target: &Target, movement: Move, is_by_rate: bool) -> Fact<Decimal> {
    let ([begin, end], [from, to]) = (movement.spots, movement.values);
    let over = target.time_between(begin, end);
    Ok(if is_by_rate {
        growth::required_annual(from, to, over)?.as_decimal()
    } else {
        growth::change_per_year(from, to, over)?
    })
}

/// The rate per year of a growth; an error where the growth is missing, or the distance is no growth.
pub(super) fn annual_rate(growth: &Fact<Distance>) -> Fact<Rate> {
    let growth = growth.as_ref().map_err(|reason| *reason)?;
    Ok(growth.annual_rate().ok_or(Missing::NotForThisGoal)??)
}

/// Where the path begins, and the baseline's value.
fn beginning(question: &Question<'_>) -> Fact<(Spot, Decimal)> {
    let begin = question.target.begin().ok_or(Missing::NoBaseline)?;
    Ok((begin, question.promise.baseline?))
}

/// Whether the movement of a target is told as a rate: its path is a constant growth, it is no budget and no rank, and
/// the rate so far is known. Ranks move by places.
pub(crate) fn moves_by_a_rate(target: &Target, facts: &Evidence) -> bool {
    let start = facts.baseline.ok().map(|baseline| baseline.value);
    let grows = target.curve_from(start) == Some(Curve::ConstantGrowth) && !target.goal().is_budget();
    grows && target.quantity().measure() != Measure::Rank && facts.growth_so_far.is_ok()
}

impl Evidence {
    /// The fact [`times_faster`](Self::times_faster): the movement per year that is required from now on ÷ that so far.
    /// Both are rates if the target [moves by a rate](moves_by_a_rate), else units.
    ///
    /// If the target's clock counts days, both are taken per day from the movements `moved` (so far, and still left),
    /// so that a figure exactly on the path gives 1. Otherwise they are the facts that the evidence has already. An
    /// error if one of them is missing, and where the movement so far is zero or leads the other way.
    pub(super) fn required_over_so_far(&self, target: &Target, moved: [Fact<Move>; 2]) -> Fact<Decimal> {
        let is_by_rate = moves_by_a_rate(target, self);
        let (so_far, required) = match (target.clock(), is_by_rate) {
            (Clock::Days, _) => {
                let [gone, left] = moved.map(|moved| change_by_days(target, moved?, is_by_rate));
                (gone?, left?)
            }
            (Clock::Months, true) => (
                self.growth_so_far?.as_decimal(),
                self.growth_required_from_now?.as_decimal(),
            ),
            (Clock::Months, false) => (self.change_so_far?, self.change_required_from_now?),
        };
        if so_far.is_zero() || so_far.is_sign_negative() != required.is_sign_negative() {
            return Err(Missing::NoMovementSoFar);
        }
        ratio(required, so_far)
    }
}
