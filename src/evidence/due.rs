//! What is due at a period: ready to be compared with a value at any cut, without rounding.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Fact, Reason};
use crate::growth::{ConstantChange, Reached, Stretch};
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
    pub(crate) fn beside(self, value: Decimal) -> Beside {
        match self {
            Self::Nothing { start } => Beside::Start(value.cmp(&start)),
            Self::Growth(stretch) => Beside::Growth(stretch.reached(value)),
            Self::Change { change, start, by } => Beside::Change {
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

    /// The value at a cut, rounded once.
    pub(crate) fn value_at(&self, cut: Decimal) -> Fact<Decimal> {
        Ok(match *self {
            Self::Nothing { .. } => return Err(Reason::NothingDueYet),
            Self::Growth(stretch) => stretch.value_at(cut)?,
            Self::Change { change, start, by } => change.project_share(start, by, cut)?,
        })
    }
}

/// A value beside what is due.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Beside {
    /// On this side of the baseline, where nothing is due.
    Start(Ordering),
    Growth(Reached),
    Change {
        change: ConstantChange,
        start: Decimal,
        by: Years,
        value: Decimal,
    },
}

impl Beside {
    /// The same value beside what is due after another time.
    pub(crate) fn after(self, time: Years) -> Self {
        match self {
            Self::Start(_) => self,
            Self::Growth(reached) => Self::Growth(reached.after(time)),
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
            Self::Change {
                change,
                start,
                by,
                value,
            } => change.compare(start, by, cut, value)?,
        })
    }
}
