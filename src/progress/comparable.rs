//! One figure beside the promise.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::figures::{Figures, Shown};
use super::yearly_rates::YearlyRates;
use super::{Fact, Missing};
use crate::series::Figure;
use crate::trajectory::Expected;
use crate::value::Period;

/// One figure beside the promise: the amount that it stands for, and what the path expects by then.
#[derive(Debug)]
pub(crate) struct Comparable<'a> {
    pub(crate) figure: Figure,
    /// The day at whose end it stands.
    pub(crate) at: Period,
    /// The rates whose index the figure is.
    rates: Option<YearlyRates<'a>>,
    /// The first period of a new definition between the baseline and the figure.
    pub(crate) break_before: Option<Period>,
    due: Fact<Expected>,
}

impl<'a> Comparable<'a> {
    #[inline]
    pub(super) fn new(shown: Shown<'a>, break_before: Option<Period>, due: Fact<Expected>) -> Self {
        let Shown { figure, at, rates } = shown;
        Self {
            figure,
            at,
            rates,
            break_before,
            due,
        }
    }

    /// What the path expects by then.
    pub(crate) fn due(&self) -> Fact<&Expected> {
        self.due.as_ref().map_err(|reason| *reason)
    }

    /// The number that is shown, or that there is none.
    pub(crate) fn number(&self) -> Fact<Decimal> {
        let Figure { period, reading, .. } = self.figure;
        reading.value().ok_or(Missing::OnlyABound { period })
    }

    /// The amount, or that there is none.
    pub(crate) fn amount(&self) -> Fact<Amount> {
        let shown = self.number()?;
        let index = self.rates.as_ref().map(|rates| rates.index().clone());
        Ok(index.unwrap_or(Amount::Decimal(shown)))
    }

    /// The lowest and the highest that the figure can mean, of which only limits were published.
    pub(crate) fn ends(&self) -> [Extreme<Amount>; 2] {
        Extreme::ends(self.figure.reading)
    }

    /// The amount that is half a unit of the last digit lower or higher, as it was published; of an index, of the last
    /// digit of each rate.
    pub(crate) fn moved(&self, figures: Figures<'_>, side: Ordering) -> Option<Amount> {
        match &self.rates {
            Some(rates) => rates.moved(side),
            None => figures.moved(self.figure, side).map(Amount::Decimal),
        }
    }
}
