//! The movement that a method reads from yearly values, and the movement that a goal requires.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::method::Growth;
use super::number::{difference, mean, negated, product, quotient, sum};
use super::points::Point;
use crate::evidence::{Fact, Reason};
use crate::growth::{
    ConstantGrowth, GrowthError, average_cumulative, change_per_year, continuous_rate, linear_trend, log_linear_trend,
    rate,
};
use crate::value::Years;

const EMPTY: Reason = Reason::TooFewFigures { needed: 2, found: 0 };

/// A movement through the values of some years.
pub(super) struct Trend<'a> {
    growth: Growth,
    /// Whether growth below zero is that of the sizes.
    losses: bool,
    first: Point,
    last: Point,
    points: &'a [Point],
}

impl<'a> Trend<'a> {
    pub(super) fn new(growth: Growth, losses: bool, points: &'a [Point]) -> Fact<Self> {
        let (first, last) = points.first().zip(points.last()).ok_or(EMPTY)?;
        if points.len() < 2 {
            return Err(Reason::TooFewFigures { needed: 2, found: 1 });
        }
        Ok(Self {
            growth,
            losses,
            first: *first,
            last: *last,
            points,
        })
    }

    /// The observed movement per year.
    pub(super) fn per_year(&self) -> Fact<Decimal> {
        match self.growth {
            Growth::LinearRegression => Ok(linear_trend(&self.in_time(), None)?.change_per_year()?),
            Growth::WeightedRegression => Ok(linear_trend(&self.in_time(), Some(&self.weights()))?.change_per_year()?),
            Growth::LogLinearRegression => Ok(log_linear_trend(&self.in_time(), None)?.annual_rate()?.as_decimal()),
            Growth::WeightedLogLinearRegression => {
                let trend = log_linear_trend(&self.in_time(), Some(&self.weights()))?;
                Ok(trend.annual_rate()?.as_decimal())
            }
            Growth::MeanYearlyChange => self.mean_yearly_change(),
            Growth::CumulativeMethod => self.cumulative(),
            Growth::Compound | Growth::Continuous | Growth::Linear => self.between(self.first, self.last, true),
        }
    }

    /// The movement per year that leads from a point to a goal.
    pub(super) fn required(&self, from: Point, goal: Decimal, year: i32) -> Fact<Decimal> {
        let goal = Point {
            year,
            value: goal,
            figure: None,
        };
        self.between(from, goal, false)
    }

    fn between(&self, from: Point, to: Point, may_end_at_zero: bool) -> Fact<Decimal> {
        let over = years(from.year, to.year);
        match self.growth {
            Growth::Linear | Growth::LinearRegression | Growth::WeightedRegression | Growth::MeanYearlyChange => {
                Ok(change_per_year(from.value, to.value, over)?)
            }
            Growth::Continuous => Ok(continuous_rate(from.value, to.value, over)?),
            Growth::Compound
            | Growth::LogLinearRegression
            | Growth::WeightedLogLinearRegression
            | Growth::CumulativeMethod => {
                let (start, end) = self.sizes(from.value, to.value);
                if self.losses && may_end_at_zero && end.is_zero() && start > Decimal::ZERO && over.is_positive() {
                    // Of a fall to zero, −100 % is the limit and what rules print.
                    return Ok(Decimal::NEGATIVE_ONE);
                }
                Ok(rate(start, end, over)?.as_decimal())
            }
        }
    }

    /// Two losses as sizes, if losses count.
    fn sizes(&self, from: Decimal, to: Decimal) -> (Decimal, Decimal) {
        if self.losses && from < Decimal::ZERO && to <= Decimal::ZERO {
            (from.abs(), to.abs())
        } else {
            (from, to)
        }
    }

    /// The value in a year if the movement goes on from the latest value, or along the fitted line.
    pub(super) fn at(&self, year: i32) -> Fact<Decimal> {
        let time = Years::whole(year);
        match self.growth {
            Growth::LinearRegression => Ok(linear_trend(&self.in_time(), None)?.at(time)?),
            Growth::WeightedRegression => Ok(linear_trend(&self.in_time(), Some(&self.weights()))?.at(time)?),
            Growth::LogLinearRegression => Ok(log_linear_trend(&self.in_time(), None)?.at(time)?),
            Growth::WeightedLogLinearRegression => {
                Ok(log_linear_trend(&self.in_time(), Some(&self.weights()))?.at(time)?)
            }
            Growth::Linear | Growth::MeanYearlyChange => {
                let years = Decimal::from(year.saturating_sub(self.last.year));
                sum(self.last.value, product(self.per_year()?, years)?)
            }
            Growth::Compound | Growth::Continuous | Growth::CumulativeMethod => self.compounded(year),
        }
    }

    fn compounded(&self, year: i32) -> Fact<Decimal> {
        let (first, last) = self.sizes(self.first.value, self.last.value);
        let is_loss = first != self.first.value;
        let growth = ConstantGrowth::new(first, last, years(self.first.year, self.last.year))?;
        let value = growth.project(last, years(self.last.year, year))?;
        Ok(if is_loss { negated(value) } else { value })
    }

    /// The mean of the changes per year from each figure to the next.
    fn mean_yearly_change(&self) -> Fact<Decimal> {
        let change = |(one, next): (&Point, &Point)| {
            let over = Decimal::from(next.year.saturating_sub(one.year));
            quotient(difference(next.value, one.value)?, over)
        };
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        let changes: Vec<Decimal> = pairs.map(change).collect::<Fact<_>>()?;
        mean(&changes).ok_or(EMPTY)
    }

    /// The growth whose yearly values add up to the same sum; a year without a figure breaks it.
    fn cumulative(&self) -> Fact<Decimal> {
        let mut values = Vec::new();
        for (one, next) in self.points.iter().zip(self.points.iter().skip(1)) {
            if next.year.saturating_sub(one.year) != 1 {
                let needed = self.last.year.saturating_sub(self.first.year).saturating_add(1);
                return Err(Reason::TooFewFigures {
                    needed: u32::try_from(needed).unwrap_or(u32::MAX),
                    found: u32::try_from(self.points.len()).unwrap_or(u32::MAX),
                });
            }
            values.push(next.value);
        }
        Ok(average_cumulative(self.first.value, &values)?.as_decimal())
    }

    fn in_time(&self) -> Vec<(Years, Decimal)> {
        self.points
            .iter()
            .map(|point| (Years::whole(point.year), point.value))
            .collect()
    }

    /// Weights that grow with the years, from 1 ÷ n for the first of n figures that are evenly spaced to 1 for the last.
    fn weights(&self) -> Vec<Decimal> {
        let span = Decimal::from(self.last.year.saturating_sub(self.first.year));
        let gaps = Decimal::from(self.points.len().saturating_sub(1).max(1));
        let step = span.checked_div(gaps).unwrap_or(Decimal::ONE);
        let weight = |point: &Point| {
            let years = Decimal::from(point.year.saturating_sub(self.first.year));
            years.saturating_add(step)
        };
        self.points.iter().map(weight).collect()
    }
}

fn years(from: i32, to: i32) -> Years {
    Years::whole(to.saturating_sub(from))
}

/// How the cuts of a scale shrink near a limit of the indicator: 1 far from it, 0 at it.
pub(super) fn coefficient(base: Decimal, limit: Decimal, exponent: Decimal) -> Fact<Decimal> {
    let (base, limit) = (base.abs(), limit.abs());
    let twice = sum(limit, limit)?;
    if base >= twice {
        return Ok(Decimal::ONE);
    }
    let near = match base.cmp(&limit) {
        Ordering::Greater => difference(twice, base)?,
        _ => base,
    };
    if near.is_zero() {
        return Ok(Decimal::ONE);
    }
    let whole = Years::whole(1);
    let growth = ConstantGrowth::new(limit, near, whole)?;
    match growth.project_share(Decimal::ONE, whole, exponent) {
        Ok(power) => difference(Decimal::ONE, power),
        Err(GrowthError::Underflow) => Ok(Decimal::ONE),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    /// As published with the components of the Canadian frameworks, and at the ends of each stretch.
    #[test]
    fn coefficients_near_a_limit() {
        for (base, limit, expected) in [
            (dec!(90), dec!(100), dec!(0.373621645013)),
            (dec!(66.6), dec!(100), dec!(0.835477394947)),
            (dec!(100), dec!(100), dec!(0)),
            (dec!(0), dec!(100), dec!(1)),
            (dec!(110), dec!(100), dec!(0.373621645013)),
            (dec!(200), dec!(100), dec!(1)),
            (dec!(-90), dec!(-100), dec!(0.373621645013)),
            (dec!(0), dec!(0), dec!(1)),
            (dec!(5), dec!(0), dec!(1)),
        ] {
            let coefficient = coefficient(base, limit, dec!(4.44)).unwrap().round_dp(12);
            assert_eq!(coefficient, expected, "{base} of {limit}");
        }
    }
}
