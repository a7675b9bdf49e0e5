//! The movement that a method reads from yearly values, and the movement that a goal requires.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::exact::ExactMovement;
use super::method::{DownTo, Method};
use super::number::{Number, difference, negated, sum};
use super::progress::Growth;
use super::yearly::YearValue;
use crate::evidence::{Fact, Reason};
use crate::exact::Real;
use crate::growth::{
    ConstantGrowth, GrowthError, LinearTrend, LogLinearTrend, average_cumulative, change_per_year, continuous_rate,
    rate,
};
use crate::value::Years;

const EMPTY: Reason = Reason::TooFewFigures { needed: 2, found: 0 };

/// A movement through the values of some years.
pub(super) struct Trend<'a> {
    pub(super) growth: Growth,
    /// Whether growth below zero is that of the sizes.
    losses: bool,
    /// Whether a fall to zero is one of 100 %.
    falls_to_zero: bool,
    first: &'a YearValue,
    last: &'a YearValue,
    points: &'a [YearValue],
}

impl<'a> Trend<'a> {
    pub(super) fn new(method: &Method, growth: Growth, points: &'a [YearValue]) -> Fact<Self> {
        let (first, last) = points.first().zip(points.last()).ok_or(EMPTY)?;
        if points.len() < 2 {
            return Err(Reason::TooFewFigures { needed: 2, found: 1 });
        }
        Ok(Self {
            growth,
            losses: method.down_to == DownTo::Losses,
            falls_to_zero: method.down_to != DownTo::AboveZero,
            first,
            last,
            points,
        })
    }

    /// The observed movement per year.
    pub(super) fn per_year(&self) -> Fact<Number<ExactMovement>> {
        match self.growth {
            Growth::LinearRegression | Growth::WeightedRegression => of_fraction(self.line()?.exact_change_per_year()),
            Growth::LogLinearRegression | Growth::WeightedLogLinearRegression => {
                let growth = self.fitted_growth()?;
                Ok(Number {
                    shown: growth.annual_rate()?.as_decimal(),
                    exact: growth.exact_factor().minus(&Real::one()).into(),
                })
            }
            Growth::MeanYearlyChange => of_fraction(self.mean_yearly_change()?),
            Growth::CumulativeMethod => self.cumulative(),
            Growth::Compound | Growth::Continuous | Growth::Linear => {
                let seen = self.between(self.first, self.last, true)?;
                Ok(Number {
                    shown: seen.shown,
                    exact: seen.exact.into(),
                })
            }
        }
    }

    /// The movement per year that leads from a point to a goal.
    pub(super) fn required(&self, from: &YearValue, goal: &Number, year: i32) -> Fact<Number> {
        let goal = YearValue {
            year,
            value: goal.clone(),
            figure: None,
        };
        self.between(from, &goal, false)
    }

    fn between(&self, from: &YearValue, to: &YearValue, may_end_at_zero: bool) -> Fact<Number> {
        let (over, gone) = (years(from.year, to.year), to.year.saturating_sub(from.year));
        let (start, end) = self.sizes(&from.value, &to.value);
        match self.growth {
            Growth::Linear | Growth::LinearRegression | Growth::WeightedRegression | Growth::MeanYearlyChange => {
                let shown = change_per_year(from.value.shown, to.value.shown, over)?;
                let change = to.value.exact.minus(&from.value.exact);
                let exact = per_year(&change, gone)?;
                Ok(Number { shown, exact })
            }
            Growth::Continuous => Ok(Number {
                shown: continuous_rate(from.value.shown, to.value.shown, over)?,
                exact: factor(&from.value, &to.value)?
                    .logarithm()
                    .ok_or(EMPTY)?
                    .times(&per_year(&Real::one(), gone)?),
            }),
            Growth::Compound
            | Growth::LogLinearRegression
            | Growth::WeightedLogLinearRegression
            | Growth::CumulativeMethod => {
                let falls_to_zero = end.exact.is_zero() && start.exact.side() == Ordering::Greater;
                if self.falls_to_zero && may_end_at_zero && falls_to_zero && over.is_positive() {
                    // Of a fall to zero, −100 % is the limit and what rules print.
                    let (shown, exact) = (Decimal::NEGATIVE_ONE, Real::from(-1));
                    return Ok(Number { shown, exact });
                }
                let shown = rate(start.shown, end.shown, over)?.as_decimal();
                let factor = power(&factor(&start, &end)?, &per_year(&Real::one(), gone)?)?;
                let exact = factor.minus(&Real::one());
                Ok(Number { shown, exact })
            }
        }
    }

    /// Two losses as sizes, if losses count.
    fn sizes(&self, from: &Number, to: &Number) -> (Number, Number) {
        if self.losses && from.exact.side() == Ordering::Less && to.exact.side() != Ordering::Greater {
            (size(from), size(to))
        } else {
            (from.clone(), to.clone())
        }
    }

    /// The value in a year if the movement goes on from the latest value, or along the fitted line.
    pub(super) fn at(&self, year: i32) -> Fact<Number> {
        let time = Years::whole(year);
        match self.growth {
            Growth::LinearRegression | Growth::WeightedRegression => of_fraction(self.line()?.exact_at(time)),
            Growth::LogLinearRegression | Growth::WeightedLogLinearRegression => {
                let growth = self.fitted_growth()?;
                let (shown, exact) = (growth.at(time)?, growth.exact_at(time));
                Ok(Number { shown, exact })
            }
            Growth::Linear => of_fraction(self.moved_on(&self.change()?, year)),
            Growth::MeanYearlyChange => of_fraction(self.moved_on(&self.mean_yearly_change()?, year)),
            Growth::Compound | Growth::Continuous | Growth::CumulativeMethod => self.compounded(year),
        }
    }

    /// The latest value, with so much a year from then on.
    fn moved_on(&self, change: &Real, year: i32) -> Real {
        let years = i64::from(year).saturating_sub(self.last.year.into());
        self.last.value.exact.plus(&change.times(&Real::from(years)))
    }

    fn compounded(&self, year: i32) -> Fact<Number> {
        let (first, last) = self.sizes(&self.first.value, &self.last.value);
        let is_loss = first.shown != self.first.value.shown;
        let gone = self.last.year.saturating_sub(self.first.year);
        let growth = ConstantGrowth::new(first.shown, last.shown, years(self.first.year, self.last.year))?;
        let shown = growth.project(last.shown, years(self.last.year, year))?;
        let left = Real::from(i64::from(year).saturating_sub(self.last.year.into()));
        let power = power(&factor(&first, &last)?, &per_year(&left, gone)?)?;
        let exact = power.times(&self.last.value.exact);
        let shown = if is_loss { negated(shown) } else { shown };
        Ok(Number { shown, exact })
    }

    /// The change per year between the two ends.
    fn change(&self) -> Fact<Real> {
        let change = self.last.value.exact.minus(&self.first.value.exact);
        per_year(&change, self.last.year.saturating_sub(self.first.year))
    }

    /// The mean of the changes per year from each figure to the next.
    fn mean_yearly_change(&self) -> Fact<Real> {
        let mut total = Real::zero();
        for (one, next) in self.points.iter().zip(self.points.iter().skip(1)) {
            let change = next.value.exact.minus(&one.value.exact);
            total = total.plus(&per_year(&change, next.year.saturating_sub(one.year))?);
        }
        let count = i64::try_from(self.points.len().saturating_sub(1)).unwrap_or(i64::MAX);
        total.over(&Real::from(count)).ok_or(EMPTY)
    }

    /// The growth whose yearly values add up to the same sum; a year without a figure breaks it.
    fn cumulative(&self) -> Fact<Number<ExactMovement>> {
        let (mut values, mut total) = (Vec::new(), Real::zero());
        for (one, next) in self.points.iter().zip(self.points.iter().skip(1)) {
            if next.year.saturating_sub(one.year) != 1 {
                let needed = self.last.year.saturating_sub(self.first.year).saturating_add(1);
                return Err(Reason::TooFewFigures {
                    needed: u32::try_from(needed).unwrap_or(u32::MAX),
                    found: u32::try_from(self.points.len()).unwrap_or(u32::MAX),
                });
            }
            values.push(next.value.shown);
            total = total.plus(&next.value.exact);
        }
        let shown = average_cumulative(self.first.value.shown, &values)?.as_decimal();
        let years = u32::try_from(values.len()).unwrap_or(u32::MAX);
        let total = total.over(&self.first.value.exact).ok_or(EMPTY)?;
        let exact = ExactMovement::OfFlows { total, years };
        Ok(Number { shown, exact })
    }

    /// The straight line through all figures.
    fn line(&self) -> Fact<LinearTrend> {
        let is_weighted = self.growth == Growth::WeightedRegression;
        let weights = is_weighted.then(|| self.weights());
        Ok(LinearTrend::through(&self.in_time(), weights.as_deref())?)
    }

    /// The constant growth through all figures.
    fn fitted_growth(&self) -> Fact<LogLinearTrend> {
        let is_weighted = self.growth == Growth::WeightedLogLinearRegression;
        let weights = is_weighted.then(|| self.weights());
        Ok(LogLinearTrend::through(&self.in_time(), weights.as_deref())?)
    }

    fn in_time(&self) -> Vec<(Years, Real)> {
        self.points
            .iter()
            .map(|point| (Years::whole(point.year), point.value.exact.clone()))
            .collect()
    }

    /// Weights that grow with the years, in the proportions of 1 ÷ n for the first of n figures that are evenly spaced to 1 for the last: years
    /// since the first and the mean gap, all times the number of gaps, which makes them whole.
    fn weights(&self) -> Vec<Decimal> {
        let span = Decimal::from(self.last.year.saturating_sub(self.first.year));
        let gaps = Decimal::from(self.points.len().saturating_sub(1).max(1));
        let weight = |point: &YearValue| {
            let years = Decimal::from(point.year.saturating_sub(self.first.year));
            years.saturating_mul(gaps).saturating_add(span)
        };
        self.points.iter().map(weight).collect()
    }
}

/// A fraction, as what it decides and as it is shown.
fn of_fraction<T: From<Real>>(fraction: Real) -> Fact<Number<T>> {
    let Number { shown, exact } = Number::of(fraction)?;
    let exact = exact.into();
    Ok(Number { shown, exact })
}

fn years(from: i32, to: i32) -> Years {
    Years::whole(to.saturating_sub(from))
}

/// A movement ÷ the years that it took.
fn per_year(movement: &Real, years: i32) -> Fact<Real> {
    let years = Real::from(i64::from(years));
    movement.over(&years).ok_or(Reason::Growth {
        error: GrowthError::EmptySpan,
    })
}

/// By how much one value grew to another; both are above zero.
fn factor(from: &Number, to: &Number) -> Fact<Real> {
    let factor = to
        .exact
        .over(&from.exact)
        .filter(|factor| factor.side() == Ordering::Greater);
    let (from, to) = (from.shown, to.shown);
    factor.ok_or(Reason::Growth {
        error: GrowthError::Zero { from, to },
    })
}

/// A factor that is raised; it is above zero.
fn power(factor: &Real, exponent: &Real) -> Fact<Real> {
    factor.raised(exponent).ok_or(EMPTY)
}

fn size(number: &Number) -> Number {
    Number {
        shown: number.shown.abs(),
        exact: number.exact.abs(),
    }
}

/// How the cuts of a scale shrink near a limit of the indicator: 1 far from it, 0 at it.
pub(super) fn coefficient(base: &Number, limit: Decimal, exponent: Decimal) -> Fact<Number> {
    let far = || {
        let (shown, exact) = (Decimal::ONE, Real::one());
        Ok(Number { shown, exact })
    };
    let (base, limit) = (size(base), size(&Number::from(limit)));
    let twice = sum(limit.shown, limit.shown)?;
    let exactly_twice = limit.exact.plus(&limit.exact);
    if base.exact >= exactly_twice {
        return far();
    }
    let near = match base.exact.cmp(&limit.exact) {
        Ordering::Greater => Number {
            shown: difference(twice, base.shown)?,
            exact: exactly_twice.minus(&base.exact),
        },
        _ => base,
    };
    if near.exact.is_zero() {
        return far();
    }
    let whole = Years::whole(1);
    let growth = ConstantGrowth::new(limit.shown, near.shown, whole)?;
    let shown = match growth.project_share(Decimal::ONE, whole, exponent) {
        Ok(power) => difference(Decimal::ONE, power)?,
        Err(GrowthError::Underflow) => Decimal::ONE,
        Err(error) => return Err(error.into()),
    };
    let power = power(&factor(&limit, &near)?, &Real::from(exponent))?;
    let exact = Real::one().minus(&power);
    Ok(Number { shown, exact })
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
            let coefficient = coefficient(&Number::from(base), limit, dec!(4.44)).unwrap();
            assert_eq!(coefficient.shown.round_dp(12), expected, "{base} of {limit}");
        }
    }
}
