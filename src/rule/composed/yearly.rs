//! The figures of a series as published rules read them: one a year.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::Datelike;
use rust_decimal::Decimal;

use super::method::Base;
use crate::evidence::{Fact, Reason};
use crate::exact::Real;
use crate::progress::Question;
use crate::series::Figure;
use crate::value::{Measure, Period, Quantity, Unit};

/// The value of a year, with the figure that says it; a baseline that the plan states has none.
#[derive(Debug, Clone)]
pub(super) struct YearValue {
    pub(super) year: i32,
    pub(super) value: Real,
    pub(super) figure: Option<Figure>,
}

/// The values that were known, one a year, in the order of time.
///
/// A figure of a year or more counts for the year in which it begins, so that 2015/16 counts as 2015. Where there is none, shorter
/// flows add up to the year, and of other figures the last one in the year counts. The baseline's value is that of the plan where it
/// states one.
pub(super) fn yearly(question: &Question<'_>) -> Fact<Vec<YearValue>> {
    let mut years: BTreeMap<i32, Figure> = BTreeMap::new();
    for figure in question.figures.known().figures() {
        let year = year_of(figure.period);
        let known = years.get(&year).map(|known| is_long(known.period));
        match (known, is_long(figure.period)) {
            (Some(true), true) => return Err(Reason::RepeatedYear { period: figure.period }),
            (Some(true), false) => {}
            _ => {
                years.insert(year, figure);
            }
        }
    }
    let mut points = Vec::with_capacity(years.len().saturating_add(1));
    for (year, figure) in years {
        points.extend(point(question, year, figure)?);
    }
    if let Some((period, value)) = stated(question) {
        let (year, value, figure) = (year_of(period), Real::from(value), None);
        let stated = YearValue { year, value, figure };
        match points.binary_search_by_key(&year, |point: &YearValue| point.year) {
            Ok(place) => points.splice(place..=place, [stated]),
            Err(place) => points.splice(place..place, [stated]),
        };
    }
    Ok(points)
}

/// The baseline where no figure of its own year stands for it: the plan states its value, or it is a mean.
fn stated(question: &Question<'_>) -> Option<(Period, Decimal)> {
    let baseline = question.target.baseline()?;
    let mean = || question.baseline_figure.filter(|_| baseline.is_mean())?.reading.value();
    Some((question.target.start()?, baseline.value().or_else(mean)?))
}

/// The value of a year; `None` if it is only a bound, or if shorter figures do not make up the year.
fn point(question: &Question<'_>, year: i32, figure: Figure) -> Fact<Option<YearValue>> {
    let figure = match (is_long(figure.period), question.target.quantity().measure()) {
        (false, Measure::GrowthRate) => None,
        (false, Measure::Flow) => {
            let whole = Period::year(year).ok();
            whole.and_then(|period| question.figures.known().flow_of(period))
        }
        _ => Some(figure),
    };
    let Some((figure, value)) = figure.and_then(|figure| Some((figure, figure.reading.value()?))) else {
        return Ok(None);
    };
    let (from, to) = (
        question.figures.known().series().unit(),
        question.target.quantity().unit(),
    );
    let value = from.convert(value, to).map_err(|_| Reason::UnitMismatch)?;
    let (value, figure) = (Real::from(value), Some(figure));
    Ok(Some(YearValue { year, value, figure }))
}

/// The index that rates of growth make: 100 in the year before the first one. A year without a rate begins it anew.
pub(super) fn chained(rates: &[YearValue], quantity: &Quantity) -> Fact<Vec<YearValue>> {
    if quantity.measure() != Measure::GrowthRate {
        return Err(Reason::NotForThisGoal);
    }
    let mut index: Vec<YearValue> = Vec::new();
    for rate in rates {
        let before = rate.year.saturating_sub(1);
        let last = index.last().filter(|last| last.year == before);
        let last = last.map_or(Real::from(100), |last| last.value.clone());
        if index.last().is_none_or(|last| last.year != before) {
            index.clear();
            index.push(YearValue {
                year: before,
                value: last.clone(),
                figure: None,
            });
        }
        let growth = as_fraction(&rate.value, quantity.unit())?;
        index.push(YearValue {
            year: rate.year,
            value: last.times(&growth.plus(&Real::one())),
            figure: rate.figure,
        });
    }
    Ok(index)
}

/// A rate in a unit as a fraction: 5 % are 0.05.
pub(super) fn as_fraction(rate: &Real, unit: &Unit) -> Fact<Real> {
    let ten = Real::from(10);
    let one = ten
        .raised(&Real::from(i64::from(unit.multiplier())))
        .ok_or(Reason::UnitMismatch)?;
    if *unit.code() == *Unit::ratio().code() {
        Ok(rate.times(&one))
    } else {
        Err(Reason::UnitMismatch)
    }
}

/// How many percent one of a share or of a rate of growth is; anything else is as many as it is.
pub(super) fn percent_of(quantity: &Quantity) -> Fact<Real> {
    match (quantity.measure(), quantity.full_share()) {
        (Measure::GrowthRate, _) => as_fraction(&Real::from(100), quantity.unit()),
        (_, Some(whole)) => Real::from(100).over(&whole.into()).ok_or(Reason::UnitMismatch),
        _ => Ok(Real::one()),
    }
}

/// The year that a period counts for: that in which it begins, or in which a shorter one ends.
pub(super) fn year_of(period: Period) -> i32 {
    if is_long(period) {
        period.first().year()
    } else {
        period.last().year()
    }
}

/// Whether it is a year or more. A fiscal year of 52 weeks is one.
fn is_long(period: Period) -> bool {
    period.last().signed_duration_since(period.first()).num_days() >= 360
}

/// The point from which a rule counts, for a base year that may have no figure, of those that may be one.
pub(super) fn base(
    points: &[YearValue],
    is_base: impl Fn(&YearValue) -> bool,
    year: i32,
    fallback: Base,
) -> Option<&YearValue> {
    let bases = || points.iter().filter(|point| is_base(point));
    let of_year = |year: i32| bases().find(|point| point.year == year);
    let later = || bases().find(|point| point.year > year);
    let earlier = |years: u8| {
        let since = year.saturating_sub(i32::from(years));
        bases().rev().find(|point| (since..year).contains(&point.year))
    };
    of_year(year).or_else(|| match fallback {
        Base::Exact => None,
        Base::NextLater => later(),
        Base::Nearest(years) => (1..=i32::from(years))
            .find_map(|step| of_year(year.saturating_add(step)).or_else(|| of_year(year.saturating_sub(step)))),
        Base::EarlierThenLater(years) => earlier(years).or_else(later),
    })
}
