//! One figure beside the promise.
//!
//! What evidence and rules ask of a figure is found here once: the exact amount for which it stands; where it stands,
//! which is not always at the end of its period; what the path expects there; and whether the definition changed since
//! the baseline, so that no share of the way can be told.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::figures::FigureAt;
use super::values::Figures;
use super::yearly_rates::YearlyRates;
use super::{Fact, Missing};
use crate::series::Figure;
use crate::trajectory::Expected;
use crate::value::{Period, Spot};

/// A figure beside the promise: the amount for which it stands, and the expectation of the path where it stands.
#[derive(Debug)]
pub(crate) struct Comparable<'a> {
    pub(crate) figure: Figure,
    /// Where the figure stands: at the end of its own period, or off it.
    pub(crate) at: Spot,
    /// The chain of yearly rates whose index the figure is, with all its digits; `None` of a level or a sum.
    rates: Option<YearlyRates<'a>>,
    /// The first period of a new definition between the baseline and the figure; `None` where it did not change.
    pub(crate) break_before: Option<Period>,
    /// The expectation of the path where the figure stands, or why there is none.
    due: Fact<Expected>,
}

impl<'a> Comparable<'a> {
    /// A figure beside the promise. `break_before` is the first period of a new definition since the baseline, and
    /// `due` the expectation of the path where the figure stands.
    #[inline]
    pub(super) fn new(figure_at: FigureAt<'a>, break_before: Option<Period>, due: Fact<Expected>) -> Self {
        let FigureAt { figure, at, rates } = figure_at;
        Self {
            figure,
            at,
            rates,
            break_before,
            due,
        }
    }

    /// The expectation of the path where the figure stands, or why there is none.
    pub(crate) fn due(&self) -> Fact<&Expected> {
        self.due.as_ref().map_err(|reason| *reason)
    }

    /// The value of the figure as a decimal; an error if the figure is only a bound.
    pub(crate) fn number(&self) -> Fact<Decimal> {
        let Figure { period, reading, .. } = self.figure;
        reading.value().ok_or(Missing::OnlyABound { period })
    }

    /// The amount for which the figure stands, exactly: of a chain of yearly rates the index, which may have more
    /// digits than the decimal that is shown, and else the value. An error if the figure is only a bound.
    pub(crate) fn amount(&self) -> Fact<Amount> {
        let shown = self.number()?;
        let index = self.rates.as_ref().and_then(|rates| rates.index().cloned());
        Ok(index.unwrap_or(Amount::Decimal(shown)))
    }

    /// The lowest and the highest amount that the figure can mean: of a figure with a value, that value twice.
    pub(crate) fn ends(&self, figures: Figures<'_>) -> [Extreme<Amount>; 2] {
        figures.ends_of(self.figure, self.rates.as_ref())
    }

    /// The amount of the figure if its value were half a unit of its last published digit lower (`Less`) or higher
    /// (`Greater`); of an index, if each of its rates were. `None` of a figure that is only a bound, and where no such
    /// amount exists.
    pub(crate) fn moved_half_a_unit(&self, figures: Figures<'_>, side: Ordering) -> Option<Amount> {
        match &self.rates {
            Some(rates) => rates.moved_half_a_unit(side),
            None => figures.moved_half_a_unit(self.figure, side).map(Amount::Decimal),
        }
    }
}
