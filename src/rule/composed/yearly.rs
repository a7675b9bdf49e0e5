//! The figures of a series as published rules read them: one a year.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::Datelike;
use rust_decimal::Decimal;

use super::method::{Base, YearLabel};
use crate::evidence::{Fact, Missing};
use crate::exact::Real;
use crate::plan::{Baseline, Goal};
use crate::progress::Question;
use crate::series::Figure;
use crate::value::{Collected, Measure, Period, Position, Quantity, Unit, Years};

/// The value of a year, with the figure that says it; a baseline that the plan states has none.
#[derive(Debug, Clone)]
pub(super) struct YearValue {
    pub(super) year: i32,
    /// When it counts: as many years after another as their labels say, or after as much time as lies between the ends
    /// of their periods.
    pub(super) at: Position,
    /// The days of which it is; none of an index before its first rate.
    pub(super) period: Option<Period>,
    pub(super) value: Real,
    pub(super) figure: Option<Figure>,
}

impl YearValue {
    /// The same where time is counted exactly.
    pub(super) fn in_exact_time(&mut self) {
        let year = Years::whole(self.year.saturating_add(1));
        self.at = self.period.map_or(Position::from_units(year.units()), Period::end);
    }
}

/// A span of time in years.
pub(super) fn in_years(span: Years) -> Real {
    Real::of_units(span.units(), Years::UNITS_PER_YEAR.unsigned_abs())
}

/// A year as its label counts it.
pub(super) const fn labelled(year: i32) -> Position {
    Position::from_units(Years::whole(year).units())
}

/// The values that were known, one a year, in the order of time.
///
/// A figure of a year or more counts for the year that labels it, so that 2015/16 counts as 2015. Where there is none,
/// shorter sums add up to the year, and of what is of a moment the last one in the year counts. Where the goal is of
/// months or quarters, those of its own length count in this way. The baseline's value is that of the plan where it
/// states one.
pub(super) fn yearly(question: &Question<'_>, label: YearLabel) -> Fact<Vec<YearValue>> {
    let mut years: BTreeMap<i32, Figure> = BTreeMap::new();
    // Those of which two figures are as good.
    let mut repeated: BTreeMap<i32, Period> = BTreeMap::new();
    for figure in question.figures.known().figures() {
        let year = label.year_of(figure.period);
        let Some(figure) = counting(question, year, figure) else {
            continue;
        };
        let known = years.get(&year).copied();
        // The sum of a year may be seen again with its last part.
        if known == Some(figure) {
            continue;
        }
        let rank = |figure: Figure| rank(question, figure.period);
        match known.map(|known| rank(figure).cmp(&rank(known))) {
            // Of what is of a moment the last one in the year counts.
            Some(Ordering::Equal) if is_long(figure.period) => {
                repeated.entry(year).or_insert(figure.period);
            }
            Some(Ordering::Less) => {}
            None | Some(Ordering::Equal) => {
                years.insert(year, figure);
            }
            Some(Ordering::Greater) => {
                years.insert(year, figure);
                repeated.remove(&year);
            }
        }
    }
    if let Some((_, period)) = repeated.pop_first() {
        return Err(Missing::RepeatedYear { period });
    }
    let mut points = Vec::with_capacity(years.len().saturating_add(1));
    for (year, figure) in years {
        points.extend(point(question, year, figure)?);
    }
    if let Some((period, value)) = stated(question) {
        let year = label.year_of(period);
        let stated = YearValue {
            year,
            at: labelled(year),
            period: Some(period),
            value: Real::from(value),
            figure: None,
        };
        match points.binary_search_by_key(&year, |point: &YearValue| point.year) {
            Ok(place) => points.splice(place..=place, [stated]),
            Err(place) => points.splice(place..place, [stated]),
        };
    }
    Ok(points)
}

/// How well a figure stands for the year that labels it: one of a year or more does before shorter ones; of those that
/// of the baseline, and then one that begins at the time of the year at which the goal's own period does.
fn rank(question: &Question<'_>, period: Period) -> (bool, bool, bool) {
    let is_baseline = question.target.baseline().map(Baseline::period) == Some(period);
    let is_in_phase = question.figures.timing().is_in_phase(period.last());
    (
        is_long(period),
        is_long(period) && is_baseline,
        is_long(period) && is_in_phase,
    )
}

/// What counts for a year where this figure is known: the figure, if it is as the goal's own are, or the year that it
/// ends as a part.
fn counting(question: &Question<'_>, year: i32, figure: Figure) -> Option<Figure> {
    let (quantity, timing) = (question.target.quantity(), question.figures.timing());
    let is_record = matches!(question.target.goal(), Goal::Keep { .. } | Goal::Trend { .. });
    let counts_years = is_record || is_long(timing.own());
    let (is_long, covers) = (is_long(figure.period), quantity.collected().covers_its_period());
    match quantity.measure() {
        Measure::GrowthRate if !is_long => None,
        // The sum of several years is none of a year.
        _ if quantity.collected() == Collected::Sum && timing.own().is_shorter_than(figure.period) => None,
        _ if !covers || (is_long && counts_years) || (!is_long && timing.is_own(figure.period)) => Some(figure),
        _ if quantity.collected() == Collected::Sum && counts_years => {
            let year = Period::year(year).ok()?;
            let ends_it = year.last() == figure.period.last();
            question.figures.known().flow_of(year).filter(|_| ends_it)
        }
        _ => None,
    }
}

/// The baseline where no figure of its own year stands for it: the plan states its value, or it is a mean.
fn stated(question: &Question<'_>) -> Option<(Period, Decimal)> {
    let baseline = question.target.baseline()?;
    let mean = || question.baseline_figure.filter(|_| baseline.is_mean())?.reading.value();
    Some((question.target.start()?, baseline.value().or_else(mean)?))
}

/// The value of a year; `None` if it is only a bound.
fn point(question: &Question<'_>, year: i32, figure: Figure) -> Fact<Option<YearValue>> {
    let Some(value) = figure.reading.value() else {
        return Ok(None);
    };
    let (from, to) = (
        question.figures.known().series().unit(),
        question.target.quantity().unit(),
    );
    let value = from.convert(value, to).map_err(|_| Missing::UnitMismatch)?;
    Ok(Some(YearValue {
        year,
        at: labelled(year),
        period: Some(figure.period),
        value: Real::from(value),
        figure: Some(figure),
    }))
}

/// The index that rates of growth make: 100 in the year before the first one. A year without a rate begins it anew.
pub(super) fn chained(rates: &[YearValue], quantity: &Quantity) -> Fact<Vec<YearValue>> {
    if quantity.measure() != Measure::GrowthRate {
        return Err(Missing::NotForThisGoal);
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
                at: labelled(before),
                period: None,
                value: last.clone(),
                figure: None,
            });
        }
        let growth = as_fraction(&rate.value, quantity.unit())?;
        index.push(YearValue {
            value: last.times(&growth.plus(&Real::one())),
            ..rate.clone()
        });
    }
    Ok(index)
}

/// A rate in a unit as a fraction: 5 % are 0.05.
pub(super) fn as_fraction(rate: &Real, unit: &Unit) -> Fact<Real> {
    let ten = Real::from(10);
    let one = ten
        .raised(&Real::from(i64::from(unit.multiplier())))
        .ok_or(Missing::UnitMismatch)?;
    if *unit.code() == *Unit::ratio().code() {
        Ok(rate.times(&one))
    } else {
        Err(Missing::UnitMismatch)
    }
}

/// How many percent one of a share or of a rate of growth is; anything else is as many as it is.
pub(super) fn percent_of(quantity: &Quantity) -> Fact<Real> {
    match (quantity.measure(), quantity.full_share()) {
        (Measure::GrowthRate, _) => as_fraction(&Real::from(100), quantity.unit()),
        (_, Some(whole)) => Real::from(100).over(&whole.into()).ok_or(Missing::UnitMismatch),
        _ => Ok(Real::one()),
    }
}

impl YearLabel {
    /// The year that a period counts for: of one shorter than a year, that in which it ends.
    pub(super) fn year_of(self, period: Period) -> i32 {
        let day = match self {
            _ if !is_long(period) => period.last(),
            Self::First => period.first(),
            Self::Middle => period.middle().unwrap_or(period.last()),
            Self::Last => period.last(),
        };
        day.year()
    }
}

/// Whether time is counted exactly from a base to the latest period: the labels of years say something else where the
/// two end at other times of the year, and where a figure is shorter than a year, if the deadline does.
pub(super) fn is_exact(base: Period, latest: Period, deadline: Period) -> bool {
    let is_short = !is_long(base) || !is_long(latest);
    let is_whole = |end: Period| base.ends_whole_years_from(end);
    !is_whole(latest) || (is_short && !is_whole(deadline))
}

/// Whether it is a year or more. A fiscal year of 52 weeks is one.
pub(super) fn is_long(period: Period) -> bool {
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
