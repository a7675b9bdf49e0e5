//! How far and how fast: the movement so far, the one that was required, and the one that is left.

use rust_decimal::Decimal;

use super::stakes::{Probe, Stakes};
use super::{Fact, Reason, value_of};
use crate::growth;
use crate::series::Figure;
use crate::value::{Rate, Years};

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
    pub(super) fn so_far(stakes: &Stakes<'_>, figure: Figure) -> Fact<Self> {
        let to = value_of(figure)?;
        stakes.comparable_with_baseline(figure)?;
        let over = stakes.elapsed(figure.period)?;
        Ok(Self::new(stakes, stakes.baseline?, to, over))
    }

    /// From the baseline to the goal. What the baseline meets already requires nothing.
    pub(super) fn required(stakes: &Stakes<'_>) -> Fact<Self> {
        let from = stakes.baseline?;
        if stakes.baseline_meets() {
            return Err(Reason::MetBeforeBaseline);
        }
        Ok(Self::new(stakes, from, stakes.goal_value()?, stakes.whole_time()?))
    }

    /// From a figure to the goal. It needs no baseline, unless the goal counts from it.
    pub(super) fn left(stakes: &Stakes<'_>, figure: Figure) -> Fact<Self> {
        let from = value_of(figure)?;
        if stakes.baseline_meets() {
            return Err(Reason::MetBeforeBaseline);
        }
        stakes.comparable_with_goal(figure)?;
        let is_met = stakes.is_met(Probe::At(from))? == Some(true);
        if is_met && !stakes.target.goal().is_budget() {
            return Err(Reason::AlreadyMet);
        }
        let over = stakes.target.deadline().end().since(figure.period.end());
        if !over.is_positive() {
            return Err(Reason::NoTimeLeft);
        }
        Ok(Self::new(stakes, from, stakes.goal_value()?, over))
    }

    fn new(stakes: &Stakes<'_>, from: Decimal, to: Decimal, over: Years) -> Self {
        Self {
            from,
            to,
            over,
            is_sum: stakes.is_sum(),
        }
    }

    /// The compound rate per year.
    pub(super) fn rate(self) -> Fact<Rate> {
        if self.is_sum {
            return Err(Reason::NotForThisGoal);
        }
        Ok(growth::rate(self.from, self.to, self.over)?)
    }

    /// The change per year.
    pub(super) fn change(self) -> Fact<Decimal> {
        Ok(growth::change_per_year(self.from, self.to, self.over)?)
    }
}
