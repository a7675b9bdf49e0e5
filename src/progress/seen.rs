//! A figure that speaks of a target, and the value that it stands for.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::edge::Edge;
use super::yearly_rates::YearlyRates;
use super::{Fact, Reason};
use crate::growth::{Chain, Fraction};
use crate::series::Figure;
use crate::value::decimal::half_a_unit_aside;

/// A value of the indicator, in the goal's own promise, as exact as it is known.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    /// A number.
    Number(Decimal),
    /// A chain of yearly rates, whose product has more digits than a number holds.
    Chained(Chain<YearlyRates<'a>>),
}

impl<'a> Value<'a> {
    fn of_chain(chain: Chain<YearlyRates<'a>>) -> Self {
        chain.exact().map_or(Self::Chained(chain), Self::Number)
    }

    /// The value as a fraction.
    pub(crate) fn fraction(self) -> Fraction {
        match self {
            Self::Number(value) => Fraction::from(value),
            Self::Chained(chain) => chain.product(),
        }
    }

    /// On which side of a number the value lies.
    pub(crate) fn side_of(self, number: Decimal) -> Ordering {
        match self {
            Self::Number(value) => value.cmp(&number),
            Self::Chained(chain) => chain.compare_with(number),
        }
    }
}

/// A figure that speaks of a target, in the goal's own promise.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub(crate) figure: Figure,
    /// The rates whose index the figure is.
    chain: Option<Chain<YearlyRates<'a>>>,
}

impl<'a> Seen<'a> {
    pub(crate) const fn of(figure: Figure) -> Self {
        Self { figure, chain: None }
    }

    /// The index of a chain of rates.
    pub(crate) const fn of_chain(figure: Figure, chain: Chain<YearlyRates<'a>>) -> Self {
        Self {
            figure,
            chain: Some(chain),
        }
    }

    /// The rates whose index it is.
    pub(crate) const fn chain(&self) -> Option<Chain<YearlyRates<'a>>> {
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
        let exact = self.chain.map(Value::of_chain);
        Some(exact.unwrap_or(Value::Number(shown)))
    }

    /// The lowest and the highest that the figure can mean, if it is not one value.
    pub(crate) fn ends(&self) -> [Edge<Value<'a>>; 2] {
        Edge::of(self.figure.reading).map(|end| end.map(Value::Number))
    }

    /// The value that is half a unit of the last digit lower or higher; of a chain, of the last digit of each rate.
    pub(crate) fn moved(&self, side: Ordering) -> Option<Value<'a>> {
        if let Some(chain) = self.chain {
            return chain.rates().moved(side).map(Value::of_chain);
        }
        half_a_unit_aside(self.figure.reading.value()?, side).map(Value::Number)
    }
}
