//! What is due at a period: ready to be compared with a value at any cut, without rounding.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::seen::Value;
use super::yearly_rates::YearlyRates;
use super::{Fact, Reason};
use crate::growth::{Chain, ConstantChange, Reached, Stretch};
use crate::value::Years;

/// What a path expects at a period, as something that a value can be compared with at any cut.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Due {
    /// Nothing: the path is still at its baseline.
    Nothing { start: Decimal },
    /// A share of growth: start × growth^(cut × time).
    Growth(Stretch),
    /// A share of a straight line: start + change × cut × time.
    Change {
        change: ConstantChange,
        start: Decimal,
        by: Years,
    },
}

impl Due {
    /// A value beside it, ready to be compared at several cuts.
    pub(crate) fn beside(self, value: Value<'_>) -> Beside<'_> {
        match (self, value) {
            (Self::Nothing { start }, value) => Beside::Start(value.side_of(start)),
            (Self::Growth(stretch), Value::Number(value)) => Beside::Growth(stretch.reached(value)),
            (Self::Growth(stretch), Value::Chained(chain)) => Beside::Chained(stretch, chain),
            (Self::Change { change, start, by }, value) => Beside::Change {
                change,
                start,
                by,
                value,
            },
        }
    }

    /// What is due after another time.
    pub(crate) fn after(self, time: Years) -> Self {
        match self {
            Self::Nothing { .. } => self,
            Self::Growth(stretch) => Self::Growth(stretch.after(time)),
            Self::Change { change, start, .. } => Self::Change {
                change,
                start,
                by: time,
            },
        }
    }

    /// The values at cuts, rounded once each.
    pub(crate) fn values_at<const N: usize>(&self, cuts: [Decimal; N]) -> [Fact<Decimal>; N] {
        match *self {
            Self::Nothing { .. } => [Err(Reason::NothingDueYet); N],
            Self::Growth(stretch) => stretch.values_at(cuts).map(|value| Ok(value?)),
            Self::Change { change, start, by } => cuts.map(|cut| Ok(change.project_share(start, by, cut)?)),
        }
    }
}

/// A value beside what is due.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Beside<'a> {
    /// On this side of the baseline, where nothing is due.
    Start(Ordering),
    Growth(Reached),
    Chained(Stretch, Chain<YearlyRates<'a>>),
    Change {
        change: ConstantChange,
        start: Decimal,
        by: Years,
        value: Value<'a>,
    },
}

impl Beside<'_> {
    /// The same value beside what is due after another time.
    pub(crate) fn after(self, time: Years) -> Self {
        match self {
            Self::Start(_) => self,
            Self::Growth(reached) => Self::Growth(reached.after(time)),
            Self::Chained(stretch, chain) => Self::Chained(stretch.after(time), chain),
            Self::Change {
                change, start, value, ..
            } => Self::Change {
                change,
                start,
                by: time,
                value,
            },
        }
    }

    /// On which side of the value at a cut the value lies. Exact.
    pub(crate) fn side(self, cut: Decimal) -> Fact<Ordering> {
        Ok(match self {
            Self::Start(side) => side,
            Self::Growth(reached) => reached.side(cut),
            Self::Chained(stretch, chain) => stretch.side_of_chain(chain, cut),
            Self::Change {
                change,
                start,
                by,
                value,
            } => match value {
                Value::Number(value) => change.compare(start, by, cut, value)?,
                Value::Chained(chain) => change.compare_chain(start, by, cut, chain)?,
            },
        })
    }
}
