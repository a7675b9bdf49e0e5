//! How far a value moved, and has to move, from one point to another.

use rust_decimal::Decimal;

use super::Evidence;
use super::quotient::ratio;
use crate::growth::{self, ConstantGrowth};
use crate::plan::Target;
use crate::progress::{Comparable, Extreme, Fact, Missing, Question};
use crate::trajectory::{Clock, Curve, Distance, Point};
use crate::value::{Bound, Met, Rate};

/// The movement from the baseline to a figure; an error where the definition changed between them, no time lies between
/// them, or one of them has no value.
pub(super) fn movement_so_far(question: &Question<'_>, observed: &Comparable<'_>) -> Fact<[Point; 2]> {
    question.comparable_with_baseline(observed)?;
    question.promise.elapsed(observed.at)?;
    Ok([starting_point(question)?, Point::new(observed.at, observed.number()?)])
}

/// The movement from the baseline to the goal. A goal that the baseline meets already requires none.
pub(super) fn required_movement(question: &Question<'_>) -> Fact<[Point; 2]> {
    let from = starting_point(question)?;
    if question.promise.is_met_at_baseline() {
        return Err(Missing::NoWay);
    }
    let to = question.promise.goal_value()?;
    question.promise.whole_time?;
    Ok([from, Point::new(question.target.deadline(), to)])
}

/// The movement from a figure to the nearest value that satisfies a bound of the goal, while there is time for it: the
/// bound that decides, or that without its tolerance. No baseline is needed, unless the goal counts from it.
pub(crate) fn movement_left(question: &Question<'_>, observed: &Comparable<'_>, bound: Bound) -> Fact<[Point; 2]> {
    let (promise, target) = (&question.promise, question.target);
    question.comparable_with_goal(observed)?;
    let amount = observed.amount()?;
    if promise.is_met(Extreme::At(&amount))? == Met::Yes && !promise.is_limit() {
        return Err(Missing::AlreadyMet);
    }
    if question.is_past_deadline() || target.deadline().end() <= observed.at.end() {
        return Err(Missing::NoTimeLeft);
    }
    let from = Point::new(observed.at, observed.number()?);
    let to = promise.value_of_limit(promise.limit_ahead_of(&amount, bound)?)?;
    Ok([from, Point::new(target.deadline(), to)])
}

/// The growth that was promised from the baseline on; an error of a sum, and where no growth leads from the baseline to
/// the goal.
pub(super) fn growth_promised(question: &Question<'_>) -> Fact<Distance> {
    let promise = &question.promise;
    if promise.is_sum() {
        return Err(Missing::NotForThisGoal);
    }
    // Where the numbers of the promise have a growth, its values may have none.
    ConstantGrowth::new(promise.baseline?, promise.goal_value()?, promise.whole_time?)?;
    Ok(Distance::growth_for_rounding(
        promise.growth_promised()?,
        promise.whole_time?,
    ))
}

/// The change per year from one point to another, in units; an error unless the second ends later.
pub(super) fn change_of([from, to]: [Point; 2]) -> Fact<Decimal> {
    let over = to.period.end().since(from.period.end());
    Ok(growth::change_per_year(from.value, to.value, over)?)
}

/// The change per year from one point to another, or the rate of growth per year, where each day counts alike; an error
/// unless the second ends later.
fn change_by_days([from, to]: [Point; 2], is_by_rate: bool) -> Fact<Decimal> {
    let over = Clock::Days.time_between(from.period, to.period);
    Ok(if is_by_rate {
        growth::required_annual(from.value, to.value, over)?.as_decimal()
    } else {
        growth::change_per_year(from.value, to.value, over)?
    })
}

/// A growth as a rate per year, or why it is not known; an error of a distance that is no growth.
pub(super) fn annual_rate(growth: &Fact<Distance>) -> Fact<Rate> {
    let growth = growth.as_ref().map_err(|reason| *reason)?;
    Ok(growth.annual_rate().ok_or(Missing::NotForThisGoal)??)
}

/// The baseline's value where the path begins: of a mean, halfway in its period.
fn starting_point(question: &Question<'_>) -> Fact<Point> {
    let start = question.target.start().ok_or(Missing::NoBaseline)?;
    Ok(Point::new(start, question.promise.baseline?))
}

/// Whether a target moves by a rate: its path does, and the rate so far is known.
pub(crate) fn moves_by_a_rate(target: &Target, facts: &Evidence) -> bool {
    let start = facts.baseline.ok().map(|baseline| baseline.value);
    let grows = target.curve_from(start) == Some(Curve::ConstantGrowth) && !target.goal().is_budget();
    grows && facts.growth_so_far.is_ok()
}

impl Evidence {
    /// The fact [`times_faster`](Self::times_faster), from the movements that stand in the evidence already: that
    /// required from now on ÷ that so far, in rates where the target moves by a rate, else in units a year. Where a
    /// path counts days, so do both, as they were `moved` so far and are to be: what stands on it goes on as fast.
    pub(super) fn required_over_so_far(&self, target: &Target, moved: [Fact<[Point; 2]>; 2]) -> Fact<Decimal> {
        let is_by_rate = moves_by_a_rate(target, self);
        let (so_far, required) = match (target.clock(), is_by_rate) {
            (Clock::Days, _) => {
                let [gone, left] = moved.map(|moved| change_by_days(moved?, is_by_rate));
                (gone?, left?)
            }
            (Clock::Months, true) => (
                self.growth_so_far?.as_decimal(),
                self.growth_required_from_now?.as_decimal(),
            ),
            (Clock::Months, false) => (self.change_so_far?, self.change_required_from_now?),
        };
        if so_far.is_zero() || so_far.is_sign_negative() != required.is_sign_negative() {
            return Err(Missing::NoGrowthSoFar);
        }
        ratio(required, so_far)
    }
}
