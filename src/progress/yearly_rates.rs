//! The yearly rates of a series, ready to be chained to an index that begins with 1.

use core::cmp::Ordering;
use core::iter;

use rust_decimal::Decimal;

use crate::exact::Real;
use crate::growth::product_of;
use crate::series::{Figure, Known};
use crate::value::decimal::half_a_unit_aside;
use crate::value::{Period, Rate, shift};

/// The rates of periods that follow each other, each of which is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct YearlyRates<'a> {
    known: Known<'a>,
    first: Period,
    last: Period,
    /// Whether half a unit of the last digit is taken off each rate, or added to it.
    moved: Ordering,
}

impl<'a> YearlyRates<'a> {
    /// The rate of one period.
    pub(super) const fn of(known: Known<'a>, first: Period) -> Self {
        Self {
            known,
            first,
            last: first,
            moved: Ordering::Equal,
        }
    }

    /// The last of the periods.
    pub(super) const fn last(self) -> Period {
        self.last
    }

    /// The same up to a later period.
    pub(super) const fn until(self, last: Period) -> Self {
        Self { last, ..self }
    }

    /// The same rates, each of them half a unit of its last digit lower or higher.
    pub(super) fn moved(self, side: Ordering) -> Option<Self> {
        let moved = Self { moved: side, ..self };
        // A rate that would fall to −100 % leaves a gap.
        (moved.rates().count() == self.rates().count()).then_some(moved)
    }

    /// Each rate, from the first period to the last.
    fn rates(self) -> impl Iterator<Item = Rate> {
        iter::successors(Some(self.first), |period| period.next())
            .take_while(move |period| *period <= self.last)
            .filter_map(move |period| self.rate(self.known.figure_of(period)?))
    }

    /// The index to which they lead from 1, exactly.
    pub(super) fn product(self) -> Real {
        product_of(self.rates())
    }

    fn rate(self, figure: Figure) -> Option<Rate> {
        let published = figure.reading.value()?;
        // Most rates are asked for as they are, and one of 28 decimals has no half a unit.
        let value = match self.moved {
            Ordering::Equal => published,
            side => half_a_unit_aside(published, side)?,
        };
        rate_of(self.known, value)
    }
}

/// What was known of a period's growth, if a rate can be a link of a chain: one value, above −100 %.
pub(super) fn link_of(known: Known<'_>, period: Period) -> Option<(Figure, Rate)> {
    let figure = known.figure_of(period)?;
    let rate = rate_of(known, figure.reading.value()?)?;
    Some((figure, rate))
}

/// The rate that a value of the series is, as a fraction.
fn rate_of(known: Known<'_>, value: Decimal) -> Option<Rate> {
    let fraction = shift(value, known.series().unit().multiplier().into())?;
    Rate::new(fraction).ok()
}
