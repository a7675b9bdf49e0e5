//! A figure that speaks of a target, and the value that it stands for.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::edge::Edge;
use super::yearly_rates::YearlyRates;
use super::{Fact, Reason};
use crate::exact::Real;
use crate::series::Figure;
use crate::trajectory::{Expected, Gone};
use crate::value::decimal::half_a_unit_aside;

/// A value of the indicator, in the goal's own promise, as exact as it is known.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    /// A number.
    Number(Decimal),
    /// The product of yearly rates, which has more digits than a number holds.
    Chained(YearlyRates<'a>),
}

impl Value<'_> {
    /// The value, exactly.
    pub(crate) fn exactly(self) -> Real {
        match self {
            Self::Number(value) => Real::from(value),
            Self::Chained(chain) => chain.product(),
        }
    }

    /// The value as seen from where a path begins.
    pub(crate) fn gone(self, due: &Expected) -> Gone {
        match self {
            Self::Number(value) => due.gone(value),
            Self::Chained(chain) => due.gone_exactly(&chain.product()),
        }
    }

    /// On which side of a number the value lies.
    pub(crate) fn side_of(self, number: Decimal) -> Ordering {
        match self {
            Self::Number(value) => value.cmp(&number),
            Self::Chained(chain) => chain.product().cmp(&Real::from(number)),
        }
    }
}

/// A figure that speaks of a target, in the goal's own promise.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub(crate) figure: Figure,
    /// The rates whose index the figure is.
    chain: Option<YearlyRates<'a>>,
    /// Whether the number that is shown is rounded.
    is_rounded: bool,
}

impl<'a> Seen<'a> {
    pub(crate) const fn of(figure: Figure) -> Self {
        Self {
            figure,
            chain: None,
            is_rounded: false,
        }
    }

    /// The index of a chain of rates, which is rounded to be shown or not.
    pub(crate) const fn of_chain(figure: Figure, chain: YearlyRates<'a>, is_rounded: bool) -> Self {
        Self {
            figure,
            chain: Some(chain),
            is_rounded,
        }
    }

    /// The rates whose index it is.
    pub(crate) const fn chain(&self) -> Option<YearlyRates<'a>> {
        self.chain
    }

    /// The number that is shown, or that there is none.
    pub(crate) fn number(&self) -> Fact<Decimal> {
        let Figure { period, reading, .. } = self.figure;
        reading.value().ok_or(Reason::OnlyABound { period })
    }

    /// The value, if there is one.
    pub(crate) fn value(&self) -> Option<Value<'a>> {
        let shown = self.figure.reading.value()?;
        let exact = self.chain.filter(|_| self.is_rounded).map(Value::Chained);
        Some(exact.unwrap_or(Value::Number(shown)))
    }

    /// The lowest and the highest that the figure can mean, if it is not one value.
    pub(crate) fn ends(&self) -> [Edge<Value<'a>>; 2] {
        Edge::of(self.figure.reading).map(|end| end.map(Value::Number))
    }

    /// The value that is half a unit of the last digit lower or higher; of a chain, of the last digit of each rate.
    pub(crate) fn moved(&self, side: Ordering) -> Option<Value<'a>> {
        if let Some(chain) = self.chain {
            return chain.moved(side).map(Value::Chained);
        }
        half_a_unit_aside(self.figure.reading.value()?, side).map(Value::Number)
    }
}
