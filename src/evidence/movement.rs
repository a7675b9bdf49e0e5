//! How far and how fast: the movement so far, the one that was required, and the one that is left.

use rust_decimal::Decimal;

use super::probe::Probe;
use super::seen::Value;
use super::stakes::Stakes;
use super::standing::Standing;
use super::{Fact, Reason, value_of};
use crate::growth::{self, ConstantGrowth, Steady};
use crate::value::Years;

/// From one value to another, in some time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Movement {
    from: Decimal,
    to: Decimal,
    over: Years,
    /// Sums have no compound rate.
    is_sum: bool,
}

impl Movement {
    /// From the baseline to a figure.
    pub(super) fn so_far(standing: &Standing<'_>) -> Fact<Self> {
        let to = value_of(standing.seen.figure)?;
        standing.comparable_with_baseline()?;
        let over = standing.elapsed()?;
        Ok(Self::new(standing.stakes, standing.stakes.terms.baseline?, to, over))
    }

    /// From the baseline to the goal. What the baseline meets already requires nothing.
    pub(super) fn required(stakes: &Stakes<'_>) -> Fact<Self> {
        let from = stakes.terms.baseline?;
        if stakes.baseline_meets() {
            return Err(Reason::MetBeforeBaseline);
        }
        Ok(Self::new(
            stakes,
            from,
            stakes.terms.goal_value()?,
            stakes.terms.whole_time()?,
        ))
    }

    /// From a figure to the goal. It needs no baseline, unless the goal counts from it.
    pub(super) fn left(standing: &Standing<'_>) -> Fact<Self> {
        let (stakes, from) = (standing.stakes, value_of(standing.seen.figure)?);
        let exact = standing.seen.value().unwrap_or(Value::Number(from));
        if stakes.baseline_meets() {
            return Err(Reason::MetBeforeBaseline);
        }
        standing.comparable_with_goal()?;
        let is_met = stakes.terms.is_met(Probe::At(exact))? == Some(true);
        if is_met && !stakes.target.goal().is_budget() {
            return Err(Reason::AlreadyMet);
        }
        let over = stakes.target.deadline().end().since(standing.seen.figure.period.end());
        if !over.is_positive() {
            return Err(Reason::NoTimeLeft);
        }
        Ok(Self::new(stakes, from, stakes.terms.goal_value()?, over))
    }

    fn new(stakes: &Stakes<'_>, from: Decimal, to: Decimal, over: Years) -> Self {
        Self {
            from,
            to,
            over,
            is_sum: stakes.terms.is_sum(),
        }
    }

    /// The constant growth that it would be.
    pub(super) fn growth(self) -> Fact<Steady> {
        if self.is_sum {
            return Err(Reason::NotForThisGoal);
        }
        Ok(ConstantGrowth::new(self.from, self.to, self.over)?.steady())
    }

    /// The change per year.
    pub(super) fn change(self) -> Fact<Decimal> {
        Ok(growth::change_per_year(self.from, self.to, self.over)?)
    }
}
