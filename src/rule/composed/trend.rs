//! The movement that a method reads from yearly values, and the movement that a goal requires.
//!
//! From 100 in 2015 by 104 in 2016 to 121 in 2017, the ways to read it differ: compound (121 ÷ 100)^(1 ÷ 2) − 1 = 10 %
//! a year, continuous ln(1.21) ÷ 2 = 9.531 %, linear (121 − 100) ÷ 2 = 10.5 units. The mean of the yearly changes, 4
//! and 17, is 10.5 too, and so is the slope of the line through the three, since the middle one of three years has no
//! weight in it. Only the ends count for the first three, so that one odd year at an end moves them most.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::method::{DownTo, Method};
use super::number::Dividend;
use super::progress::Growth;
use super::yearly::{Dated, YearValue, in_years};
use crate::evidence::{Fact, Missing};
use crate::exact::Real;
use crate::growth::{ConstantGrowth, GrowthError, LinearTrend, LogLinearTrend, average_cumulative};
use crate::value::{Position, Years};

const EMPTY: Missing = Missing::TooFewFigures { needed: 2, found: 0 };

/// A movement through the values of some years.
pub(super) struct Trend<'a> {
    pub(super) growth: Growth,
    down_to: DownTo,
    first: &'a YearValue,
    last: &'a YearValue,
    points: &'a [YearValue],
}

impl<'a> Trend<'a> {
    /// The movement through these values; an error if there are fewer than two.
    pub(super) fn new(method: &Method, growth: Growth, points: &'a [YearValue]) -> Fact<Self> {
        let [first, .., last] = points else {
            let found = u32::try_from(points.len()).unwrap_or(u32::MAX);
            return Err(Missing::TooFewFigures { needed: 2, found });
        };
        Ok(Self {
            growth,
            down_to: method.down_to,
            first,
            last,
            points,
        })
    }

    /// The observed movement per year: a rate where growth compounds or is continuous, else units.
    pub(super) fn observed(&self) -> Fact<Dividend> {
        Ok(Dividend::Number(match self.growth {
            Growth::LinearRegression | Growth::WeightedRegression => self.line()?.exact_change_per_year(),
            Growth::LogLinearRegression | Growth::WeightedLogLinearRegression => {
                self.fitted_growth()?.exact_factor().minus(&Real::one())
            }
            Growth::MeanYearlyChange => self.mean_yearly_change()?,
            Growth::CumulativeMethod => return self.cumulative(),
            Growth::Compound if self.falls_to_zero() => Real::from(-1),
            Growth::Compound | Growth::Continuous | Growth::Linear => {
                self.movement_between(self.first.dated(), self.last.dated())?
            }
        }))
    }

    /// Whether the values end at zero, and the method counts that as a fall of 100 %: from above zero, or from a loss
    /// if the method reads losses by their sizes.
    fn falls_to_zero(&self) -> bool {
        let counts = match self.first.value.side() {
            Ordering::Greater => self.down_to != DownTo::AboveZero,
            Ordering::Less => self.down_to == DownTo::Losses,
            Ordering::Equal => false,
        };
        counts && self.last.value.is_zero()
    }

    /// The movement per year that leads from a value to a goal at a later time.
    pub(super) fn required(&self, from: &YearValue, goal: &Real, at: Position) -> Fact<Real> {
        self.movement_between(from.dated(), (goal, at))
    }

    /// The movement per year from one value to a later one: the compound rate if the growth compounds, ln(to ÷ from) ÷
    /// years if it is continuous, else the change in units.
    fn movement_between(&self, (start, since): Dated<'_>, (end, until): Dated<'_>) -> Fact<Real> {
        if self.growth.compounds() {
            let factor = self.compound_factor((start, since), (end, until), Years::whole(1))?;
            return Ok(factor.minus(&Real::one()));
        }
        let movement = if self.growth == Growth::Continuous {
            let factor = growth_factor((start, since), (end, until))?;
            factor.logarithm().unwrap_or_else(Real::zero)
        } else {
            end.minus(start)
        };
        per_year(&movement, since, until)
    }

    /// The factor by which a value grows in the time `time`, at the constant growth that leads from one value to
    /// another. An error where no such growth does, and where the quotient of the values is a sum that has no exact
    /// power (as next to a limit that is excluded).
    fn compound_factor(&self, (from, since): Dated<'_>, (to, until): Dated<'_>, time: Years) -> Fact<Real> {
        let exponent = per_year(&in_years(time), since, until);
        let [start, end] = self.sizes_of_losses(from, to);
        let power = growth_factor((&start, since), (&end, until))?.raised(&exponent?);
        power.ok_or(Missing::NotForThisRule)
    }

    /// Two values as growth is read from them: their sizes, if both are below zero and the method reads losses by their
    /// sizes; else the values themselves.
    fn sizes_of_losses<'v>(&self, from: &'v Real, to: &'v Real) -> [Cow<'v, Real>; 2] {
        let are_losses = [from, to].iter().all(|value| value.side() == Ordering::Less);
        if self.down_to == DownTo::Losses && are_losses {
            [from, to].map(|value| Cow::Owned(value.abs()))
        } else {
            [from, to].map(Cow::Borrowed)
        }
    }

    /// The value at a time if the movement goes on: along the fitted line or curve, or else from the latest value. An
    /// error for the cumulative method, whose growth is that of a sum.
    pub(super) fn projected(&self, at: Position) -> Fact<Real> {
        let time = Years::from_units(at.units());
        match self.growth {
            Growth::LinearRegression | Growth::WeightedRegression => Ok(self.line()?.exact_at(time)),
            Growth::LogLinearRegression | Growth::WeightedLogLinearRegression => {
                Ok(self.fitted_growth()?.exact_at(time))
            }
            Growth::Linear => Ok(self.moved_on(&self.movement_between(self.first.dated(), self.last.dated())?, at)),
            Growth::MeanYearlyChange => Ok(self.moved_on(&self.mean_yearly_change()?, at)),
            // What fell to 0 stays at 0.
            Growth::Compound if self.falls_to_zero() => Ok(Real::zero()),
            Growth::CumulativeMethod => Err(Missing::NotForThisRule),
            Growth::Compound | Growth::Continuous => {
                let factor = self.compound_factor(self.first.dated(), self.last.dated(), at.since(self.last.at));
                Ok(factor?.times(&self.last.value))
            }
        }
    }

    /// The value at a time, if it changes by `change` units a year from the latest value on.
    fn moved_on(&self, change: &Real, at: Position) -> Real {
        let years = in_years(at.since(self.last.at));
        self.last.value.plus(&change.times(&years))
    }

    /// The mean of the changes from each figure to the next, each in units per year.
    fn mean_yearly_change(&self) -> Fact<Real> {
        let mut total = Real::zero();
        for (one, next) in self.points.iter().zip(self.points.iter().skip(1)) {
            total = total.plus(&per_year(&next.value.minus(&one.value), one.at, next.at)?);
        }
        let count = i64::try_from(self.points.len().saturating_sub(1)).unwrap_or(i64::MAX);
        total.over(&Real::from(count)).ok_or(EMPTY)
    }

    /// The constant growth whose yearly values add up to the same sum as the figures. An error if a year has no figure.
    fn cumulative(&self) -> Fact<Dividend> {
        let (mut values, mut total) = (Vec::with_capacity(self.points.len()), Real::zero());
        for (one, next) in self.points.iter().zip(self.points.iter().skip(1)) {
            if next.year.saturating_sub(one.year) != 1 {
                let needed = self.last.year.saturating_sub(self.first.year).saturating_add(1);
                return Err(Missing::TooFewFigures {
                    needed: u32::try_from(needed).unwrap_or(u32::MAX),
                    found: u32::try_from(self.points.len()).unwrap_or(u32::MAX),
                });
            }
            values.push(next.value.rounded()?);
            total = total.plus(&next.value);
        }
        let rate = average_cumulative(self.first.value.rounded()?, &values)?;
        Ok(Dividend::OfFlows {
            total: total.over(&self.first.value).ok_or(EMPTY)?,
            years: u32::try_from(values.len()).unwrap_or(u32::MAX),
            nearest: Real::from(rate.as_decimal()),
        })
    }

    /// The straight line through all figures by least squares, with weights if the growth is a weighted one.
    fn line(&self) -> Fact<LinearTrend> {
        let weights = (self.growth == Growth::WeightedRegression).then(|| self.weights());
        Ok(LinearTrend::through(&self.timed(), weights.as_deref())?)
    }

    /// The constant growth through all figures by least squares on their logarithms, with weights if the growth is a
    /// weighted one.
    fn fitted_growth(&self) -> Fact<LogLinearTrend> {
        let weights = (self.growth == Growth::WeightedLogLinearRegression).then(|| self.weights());
        Ok(LogLinearTrend::through(&self.timed(), weights.as_deref())?)
    }

    /// The values of the trend, each with its time before it, as the fits by least squares take them.
    fn timed(&self) -> Vec<(Years, Real)> {
        let timed = |point: &YearValue| (Years::from_units(point.at.units()), point.value.clone());
        self.points.iter().map(timed).collect()
    }

    /// The weights of the figures: (time since the first figure + mean gap) × number of gaps. Time is counted in years
    /// if all figures are whole years apart, else in units of [`Years`], so that the weights are whole numbers. Evenly
    /// spaced figures weigh in proportion to 1, 2, 3 and so on.
    fn weights(&self) -> Vec<Decimal> {
        let since_first = |point: &YearValue| point.at.since(self.first.at).units();
        let are_whole = |years: i64| years.checked_rem(Years::UNITS_PER_YEAR) == Some(0);
        let unit = if self.points.iter().all(|point| are_whole(since_first(point))) {
            Years::UNITS_PER_YEAR
        } else {
            1
        };
        let counted = |point: &YearValue| Decimal::from(since_first(point).checked_div(unit).unwrap_or_default());
        let span = counted(self.last);
        let gaps = Decimal::from(self.points.len().saturating_sub(1).max(1));
        let weight = |point: &YearValue| {
            let years = counted(point);
            years.saturating_mul(gaps).saturating_add(span)
        };
        self.points.iter().map(weight).collect()
    }
}

/// A movement ÷ the years that it took; an error unless it ended later than it began.
fn per_year(movement: &Real, from: Position, to: Position) -> Fact<Real> {
    let over = movement.over(&years_between(from, to)?);
    over.ok_or_else(|| GrowthError::EmptySpan.into())
}

/// The years from one time to a later one; an error unless it is later.
pub(super) fn years_between(from: Position, to: Position) -> Fact<Real> {
    let over = to.since(from);
    match over.cmp(&Years::ZERO) {
        Ordering::Less => Err(GrowthError::NegativeSpan { over }.into()),
        Ordering::Equal => Err(GrowthError::EmptySpan.into()),
        Ordering::Greater => Ok(in_years(over)),
    }
}

/// A value ÷ an earlier one. An error unless both are above zero and the first is earlier: the error of a constant
/// growth between them, or [`Missing::NotForThisRule`] where their quotient is no exact number.
fn growth_factor((from, since): Dated<'_>, (to, until): Dated<'_>) -> Fact<Real> {
    let factor = to.over(from);
    let are_above_zero = [from, to].iter().all(|value| value.side() == Ordering::Greater);
    if let (Some(factor), true, true) = (factor, are_above_zero, since < until) {
        return Ok(factor);
    }
    let (from, to, over) = (from.rounded()?, to.rounded()?, until.since(since));
    ConstantGrowth::new(from, to, over)?;
    Err(Missing::NotForThisRule)
}

/// The factor by which cuts above 0 are multiplied where the base, from which the movement is measured, lies near a
/// natural limit of the indicator: 1 for a base of 0, falling to 0 at the limit, and 1 again from twice the limit on,
/// as [`Method::natural_limit_exponent()`] says. Signs do not count, and with a limit of 0 the factor is 1.
pub(super) fn shrinkage_near(base: &Real, limit: Decimal, exponent: Decimal) -> Fact<Real> {
    let (base, limit) = (base.abs(), Real::from(limit.abs()));
    let twice = limit.plus(&limit);
    let near = if base > limit { twice.minus(&base) } else { base };
    if near.side() != Ordering::Greater {
        return Ok(Real::one());
    }
    let power = near
        .over(&limit)
        .and_then(|factor| factor.raised(&Real::from(exponent)));
    Ok(Real::one().minus(&power.ok_or(Missing::NoWay)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::rule::composed::number::shown;

    /// As published with the components of the Canadian frameworks, and at the ends of each stretch.
    #[test]
    fn shrinkages_near_a_limit() {
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
            let shrinkage = shrinkage_near(&Real::from(base), limit, dec!(4.44)).unwrap();
            assert_eq!(shown(&shrinkage), Ok(expected), "{base} of {limit}");
        }
    }
}
