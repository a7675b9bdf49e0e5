//! One figure beside the promise.
//!
//! What evidence and rules ask of a figure is found here once: the amount that it stands for, exactly; the day at whose
//! end it stands, which is not always the end of its period; what the path expects there; and whether the definition
//! changed on the way, so that no share of it can be told.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::figures::FigureAt;
use super::values::Figures;
use super::yearly_rates::YearlyRates;
use super::{Fact, Missing};
use crate::series::Figure;
use crate::trajectory::Expected;
use crate::value::Period;

/// A figure beside the promise: the amount that it stands for, and the expectation of the path at the day where it
/// stands.
#[derive(Debug)]
pub(crate) struct Comparable<'a> {
    pub(crate) figure: Figure,
    /// The day at whose end the figure stands.
    pub(crate) at: Period,
    /// The rates whose index the figure is; `None` of a level or a sum.
    rates: Option<YearlyRates<'a>>,
    /// The first period of a new definition between the baseline and the figure; `None` where it did not change.
    pub(crate) break_before: Option<Period>,
    /// The expectation of the path at the day where the figure stands, or why there is none.
    due: Fact<Expected>,
}

impl<'a> Comparable<'a> {
    /// A figure beside the promise, with the change of definition before it and the expectation of the path.
    #[inline]
    pub(super) fn new(standing: FigureAt<'a>, break_before: Option<Period>, due: Fact<Expected>) -> Self {
        let FigureAt { figure, at, rates } = standing;
        Self {
            figure,
            at,
            rates,
            break_before,
            due,
        }
    }

    /// The expectation of the path at the day where the figure stands, or why there is none.
    pub(crate) fn due(&self) -> Fact<&Expected> {
        self.due.as_ref().map_err(|reason| *reason)
    }

    /// The value of the figure as a decimal, or that it is only a bound.
    pub(crate) fn number(&self) -> Fact<Decimal> {
        let Figure { period, reading, .. } = self.figure;
        reading.value().ok_or(Missing::OnlyABound { period })
    }

    /// The amount that the figure stands for, exactly, or that it is only a bound.
    pub(crate) fn amount(&self) -> Fact<Amount> {
        let shown = self.number()?;
        let index = self.rates.as_ref().and_then(|rates| rates.index().cloned());
        Ok(index.unwrap_or(Amount::Decimal(shown)))
    }

    /// The lowest and the highest amount that a figure can mean which is only a bound.
    pub(crate) fn ends(&self, figures: Figures<'_>) -> [Extreme<Amount>; 2] {
        figures.ends_of(self.figure, self.rates.as_ref())
    }

    /// The amount of the figure, half a unit of its last published digit lower (`Less`) or higher (`Greater`); of an
    /// index, of the last digit of each rate. `None` of a bound, or where no number is so low.
    pub(crate) fn moved_half_a_unit(&self, figures: Figures<'_>, side: Ordering) -> Option<Amount> {
        match &self.rates {
            Some(rates) => rates.moved_half_a_unit(side),
            None => figures.moved_half_a_unit(self.figure, side).map(Amount::Decimal),
        }
    }
}
