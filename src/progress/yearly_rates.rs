//! The yearly rates of a series, chained to an index that begins with 1.
//!
//! A plan may promise a change of a level ("energy per product −13.5 % on 2020") of which only the yearly rates are
//! published. Rates of 3 %, 4 % and −1 % lead to 1.03 × 1.04 × 0.99 = 1.060488: 6.0488 % above the baseline. A chain
//! ends before the first year whose rate is not known, since no later one can be set beside the baseline then.
//!
//! The product is kept exactly, and only what is shown of it is rounded. Published rates are rounded themselves, each
//! to half a unit of its last digit: [`moved`](YearlyRates::moved) says how far that alone can carry the index.

use core::cmp::Ordering;
use core::iter;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amount::Amount;
use crate::exact::Real;
use crate::growth::factor_of;
use crate::series::{Figure, Known, Reading};
use crate::value::arithmetic::half_a_unit_aside;
use crate::value::{Period, Rate, shift};

/// The rates of periods that follow each other, each of which is known, and the index to which they lead.
#[derive(Debug, Clone)]
pub(crate) struct YearlyRates<'a> {
    known: Known<'a>,
    first: Period,
    last: Period,
    /// Exactly.
    pub(super) index: Amount,
    /// The figure that stands for the index.
    pub(super) figure: Figure,
}

impl<'a> YearlyRates<'a> {
    /// The chain of one rate, that of the period `first`; `None` where it is not known.
    pub(super) fn starting_with(known: Known<'a>, first: Period) -> Option<Self> {
        let none = Real::one();
        Self::chained(known, [first, first], known.figure_of(first)?, &none)
    }

    /// The chain with the rate of one period more; `None` where that period is not known, or ends after `until`.
    pub(super) fn followed(&self, until: NaiveDate) -> Option<Self> {
        let last = self.last.next().filter(|next| next.last() <= until)?;
        let rate = self.known.figure_of(last)?;
        let figure = self.figure.joined(rate, |before, rate| match before {
            Reading::Exact(_) => Some(rate),
            // No more certain than what it is chained to.
            _ => rate.value().map(Reading::Approximate),
        })?;
        Self::chained(self.known, [self.first, last], figure, &self.index.exactly())
    }

    /// The chain of the periods from `first` to `last`: the index `before` its last rate, multiplied by the factor of
    /// that rate, which is the reading of `figure`. `None` where the rate is only a bound, or no decimal above zero is
    /// near the index.
    fn chained(known: Known<'a>, [first, last]: [Period; 2], figure: Figure, before: &Real) -> Option<Self> {
        let index = before.times(&factor_of(rate_of(known, figure.reading.value()?)?));
        let shown = index.rounded_not_to_zero().ok()?;
        let reading = figure.reading.try_map(|_| Some(shown))?;
        let index = Amount::new(index, shown);
        Some(Self {
            known,
            first,
            last,
            index,
            figure: Figure { reading, ..figure },
        })
    }

    /// The index of the same rates, each half a unit of its last digit lower or higher; `None` where one would fall to
    /// −100 %.
    pub(super) fn moved(&self, side: Ordering) -> Option<Amount> {
        let mut periods =
            iter::successors(Some(self.first), |period| period.next()).take_while(|period| *period <= self.last);
        let index = periods.try_fold(Real::one(), |index, period| {
            let rate = half_a_unit_aside(self.known.figure_of(period)?.reading.value()?, side)?;
            Some(index.times(&factor_of(rate_of(self.known, rate)?)))
        })?;
        Some(Amount::Real(index))
    }
}

/// The rate that a value of the series is, as a fraction; `None` below −100 %.
fn rate_of(known: Known<'_>, value: Decimal) -> Option<Rate> {
    let fraction = shift(value, known.series().unit().multiplier().into())?;
    Rate::new(fraction).ok()
}
