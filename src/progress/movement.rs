//! How far and how fast: the movement so far, the one that was required, and the one that is left.

use rust_decimal::Decimal;

use super::edge::Edge;
use super::question::Question;
use super::seen::Value;
use super::standing::Standing;
use super::{Fact, Reason};
use crate::growth::{self, ConstantGrowth};
use crate::value::Years;

/// From one value to another, in some time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Movement {
    from: Decimal,
    to: Decimal,
    over: Years,
    /// Sums have no compound rate.
    is_sum: bool,
}

impl Movement {
    /// From the baseline to a figure.
    pub(crate) fn so_far(standing: &Standing<'_>) -> Fact<Self> {
        let to = standing.seen.number()?;
        standing.comparable_with_baseline()?;
        let over = standing.elapsed()?;
        Ok(Self::new(
            standing.question,
            standing.question.promise.baseline?,
            to,
            over,
        ))
    }

    /// From the baseline to the goal. What the baseline meets already requires nothing.
    pub(crate) fn required(question: &Question<'_>) -> Fact<Self> {
        let from = question.promise.baseline?;
        if question.baseline_meets() {
            return Err(Reason::MetBeforeBaseline);
        }
        Ok(Self::new(
            question,
            from,
            question.promise.goal_value()?,
            question.promise.whole_time()?,
        ))
    }

    /// From a figure to the goal. It needs no baseline, unless the goal counts from it.
    pub(crate) fn left(standing: &Standing<'_>) -> Fact<Self> {
        let (question, from) = (standing.question, standing.seen.number()?);
        let exact = standing.seen.value().unwrap_or(Value::Number(from));
        if question.baseline_meets() {
            return Err(Reason::MetBeforeBaseline);
        }
        standing.comparable_with_goal()?;
        let is_met = question.promise.is_met(Edge::At(exact))? == Some(true);
        if is_met && !question.target.goal().is_budget() {
            return Err(Reason::AlreadyMet);
        }
        let over = question
            .target
            .deadline()
            .end()
            .since(standing.seen.figure.period.end());
        if !over.is_positive() {
            return Err(Reason::NoTimeLeft);
        }
        Ok(Self::new(question, from, question.promise.goal_value()?, over))
    }

    fn new(question: &Question<'_>, from: Decimal, to: Decimal, over: Years) -> Self {
        Self {
            from,
            to,
            over,
            is_sum: question.promise.is_sum(),
        }
    }

    /// The constant growth that it would be.
    pub(crate) fn growth(self) -> Fact<ConstantGrowth> {
        if self.is_sum {
            return Err(Reason::NotForThisGoal);
        }
        Ok(ConstantGrowth::new(self.from, self.to, self.over)?)
    }

    /// The change per year.
    pub(crate) fn change(self) -> Fact<Decimal> {
        Ok(growth::change_per_year(self.from, self.to, self.over)?)
    }
}
