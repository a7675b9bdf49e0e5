//! The figures of a series as published rules read them: one a year.
//!
//! Offices label a figure by a year and count the years between labels: from 2015/16 to 2022/23 are seven. By the label
//! of the first year those are 2015 and 2022, by that of the last 2016 and 2023; the difference is the same, but which
//! figure is that of the base year 2015 is not.

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
use crate::series::{Figure, Reading};
use crate::value::{Collected, Grid, Length, Measure, Period, Position, Quantity, Unit, Years, days_between, shift};

/// The value of a year, with the figure that says it.
#[derive(Debug, Clone)]
pub(super) struct YearValue {
    pub(super) year: i32,
    /// The time at which the value counts: as many years after another as their labels say, or after as much time as
    /// lies between the ends of their periods.
    pub(super) at: Position,
    /// The days of the figure or the baseline, or the day at whose end it stands; `None` of an index before its first
    /// rate.
    pub(super) period: Option<Period>,
    pub(super) value: Real,
    /// `None` of a baseline that the plan states or that is a mean, and of an index before its first rate.
    pub(super) figure: Option<Figure>,
}

/// A value, and the time at which it counts.
pub(super) type Dated<'a> = (&'a Real, Position);

impl YearValue {
    /// The value with its time.
    pub(super) const fn dated(&self) -> Dated<'_> {
        (&self.value, self.at)
    }

    /// Whether this is the figure of a year, and another one was read of a part of that year.
    fn is_whole_of(&self, other: &Self) -> bool {
        let is_of_year = |one: &Self| one.figure.map(|figure| is_long(figure.period));
        is_of_year(self) == Some(true) && is_of_year(other) == Some(false)
    }

    /// Moves the value to the end of its period, where time is counted exactly.
    pub(super) fn in_exact_time(&mut self) {
        let year = Years::whole(self.year.saturating_add(1));
        self.at = self.period.map_or(Position::from_units(year.units()), Period::end);
    }
}

/// A span of time in years.
pub(super) fn in_years(span: Years) -> Real {
    Real::of_units(span.units(), Years::UNITS_PER_YEAR.unsigned_abs())
}

/// The time at which the value of a year counts that has this label, as labels count years.
pub(super) const fn position_of_year(year: i32) -> Position {
    Position::from_units(Years::whole(year).units())
}

/// The values that were known, one a year, in the order of time.
///
/// A figure of a year or more counts for the year that labels it, so that 2015/16 counts as 2015. Where there is none,
/// shorter sums add up to the year, and of what is of a moment the last one in the year counts. Where the goal is of
/// months or quarters, those of its own length count in this way. The baseline's year has the baseline's value, unless
/// that is an average or a sum, read of a part of it, and the year has a figure of its own.
///
/// The figure of a period whose value is `supposed` has that value, and not its own: the last one that is.
pub(super) fn yearly(question: &Question<'_>, labels: Labels, supposed: &[(Period, Real)]) -> Fact<Vec<YearValue>> {
    let covers = question.target.quantity().collected().covers_its_period();
    let by_year = figures_by_year(question, labels)?;
    let mut points = Vec::with_capacity(by_year.len().saturating_add(1));
    for (year, figure) in by_year {
        let supposed = supposed.iter().rfind(|(period, _)| *period == figure.period);
        points.extend(value_of_year(question, year, figure, supposed.map(|(_, value)| value))?);
    }
    if let Some(baseline) = baseline(question, labels) {
        match points.binary_search_by_key(&baseline.year, |point: &YearValue| point.year) {
            Ok(place) if covers && points.get(place).is_some_and(|own| own.is_whole_of(&baseline)) => {}
            Ok(place) => drop(points.splice(place..=place, [baseline])),
            Err(place) => points.insert(place, baseline),
        }
    }
    Ok(points)
}

/// Each year with the figure that stands best for it. Two figures that do so equally well are an error if they are of a
/// year or more; of shorter ones the later stands for the year.
fn figures_by_year(question: &Question<'_>, labels: Labels) -> Fact<Vec<(i32, Figure)>> {
    let observed = question.figures.known.series().observations();
    let ends = [observed.first(), observed.last()].map(|one| one.map_or(0, |one| one.period().last().year()));
    let years = ends[1].abs_diff(ends[0]).saturating_add(1);
    let mut best: Vec<(i32, Figure)> =
        Vec::with_capacity(usize::try_from(years).map_or(0, |years| years.min(observed.len())));
    let mut repeated: BTreeMap<i32, Period> = BTreeMap::new();
    for figure in question.figures.known.figures() {
        let Some(figure) = figure_for_year(question, figure) else {
            continue;
        };
        let year = labels.year_of(figure.period);
        let known = match best.binary_search_by_key(&year, |(year, _)| *year) {
            Ok(place) => best.get_mut(place).map(|(_, known)| known),
            Err(place) => {
                best.insert(place, (year, figure));
                continue;
            }
        };
        // The sum of a year may be seen again with its last part.
        let Some(known) = known.filter(|known| **known != figure) else {
            continue;
        };
        let rank = |figure: Figure| YearRank::of(question, figure.period);
        match rank(figure).cmp(&rank(*known)) {
            Ordering::Less => {}
            Ordering::Equal if is_long(figure.period) => {
                repeated.entry(year).or_insert(figure.period);
            }
            Ordering::Equal | Ordering::Greater => {
                *known = figure;
                repeated.remove(&year);
            }
        }
    }
    match repeated.pop_first() {
        Some((_, period)) => Err(Missing::RepeatedYear { period }),
        None => Ok(best),
    }
}

/// How well a figure stands for the year that labels it, the best last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum YearRank {
    ShorterThanAYear,
    OutOfPhase,
    /// The figure ends in the phase of the goal's own period.
    InPhase,
    /// The figure is that of the baseline's own period.
    OfBaseline,
}

impl YearRank {
    /// How well the figure of a period stands for the year that labels it.
    fn of(question: &Question<'_>, period: Period) -> Self {
        if !is_long(period) {
            Self::ShorterThanAYear
        } else if question.target.baseline().map(Baseline::period) == Some(period) {
            Self::OfBaseline
        } else if question.figures.timing.is_in_phase(period.last()) {
            Self::InPhase
        } else {
            Self::OutOfPhase
        }
    }
}

/// The figure by which this one counts for a year: itself, if it is of a moment, of a year or more, or as long as the
/// goal's own period; the flow of the goal's own period with which it ends, if it is a part of that, or a longer sum.
/// `None` where it says nothing of a year.
fn figure_for_year(question: &Question<'_>, figure: Figure) -> Option<Figure> {
    let (quantity, timing) = (question.target.quantity(), question.figures.timing);
    let (is_long, is_sum) = (is_long(figure.period), quantity.collected() == Collected::Sum);
    let own_flow_to = |last| {
        let mut own = timing.own_periods_ending_on(last);
        own.find_map(|own| question.figures.known.flow_of(own))
    };
    if is_sum && timing.own.is_shorter_than(figure.period) {
        // The sum of several years is none of a year, but what came before may be known.
        return own_flow_to(figure.period.last()).filter(|_| timing.covers_its_period());
    }
    if quantity.measure() == Measure::GrowthRate && !is_long {
        return None;
    }
    let is_of_moment = !quantity.collected().covers_its_period();
    let counts_years = counts_years(question);
    let is_own = timing.is_own(figure.period);
    let is_part = || !is_own && figure.period.is_shorter_than(timing.own);
    if is_of_moment || (is_long && counts_years && !is_part()) || (!is_long && is_own) {
        return Some(figure);
    }
    if !(is_sum && counts_years) {
        return None;
    }
    let last = figure.period.last();
    if timing.covers_its_period() && self::is_long(timing.own) {
        return own_flow_to(last);
    }
    let year = Period::year(last.year()).ok().filter(|year| year.last() == last)?;
    question.figures.known.flow_of(year)
}

/// Whether the goal is of years, or looked at year by year, and not of months or quarters.
fn counts_years(question: &Question<'_>) -> bool {
    let is_record = matches!(question.target.goal(), Goal::Keep { .. } | Goal::Trend { .. });
    is_record || is_long(question.figures.timing.own)
}

/// The years by which the periods of a target are labelled.
#[derive(Clone, Copy)]
pub(super) struct Labels {
    label: YearLabel,
    /// The years of the goal, or else of the baseline; `None` where both are shorter.
    years: Option<Grid>,
    /// The year of the baseline, as the plan names it; of a mean, that halfway in it.
    pub(super) baseline: Option<i32>,
    /// The year of the goal: that of the period whose figure decides.
    pub(super) goal: i32,
}

impl Labels {
    /// The years of a target's periods, labelled in this way.
    pub(super) fn of(question: &Question<'_>, label: YearLabel) -> Self {
        let (target, timing) = (question.target, question.figures.timing);
        let baseline = target.baseline().map(Baseline::period);
        let mut both = [Some(target.deadline()), baseline].into_iter().flatten();
        let years = both.find(|period| is_long(*period));
        let years = years.map(|period| period.grid_about(Length::YEAR));
        let halfway = target
            .start()
            .filter(|_| target.baseline().is_some_and(Baseline::is_mean));
        let decides = if timing.covers_its_period() {
            timing.own
        } else {
            target.deadline()
        };
        Self {
            label,
            years,
            baseline: baseline.map(|period| label.year_among(years, halfway.unwrap_or(period))),
            goal: label.year_among(years, decides),
        }
    }

    /// The year that labels a period.
    fn year_of(self, period: Period) -> i32 {
        self.label.year_among(self.years, period)
    }
}

/// The baseline, as the plan states it or as it was read, whichever figures stand for its year. `None` where its value
/// is not known, or its time has not come: an estimate in the plan is no figure.
fn baseline(question: &Question<'_>, labels: Labels) -> Option<YearValue> {
    if question.not_begun().is_some() {
        return None;
    }
    let (baseline, period) = (question.target.baseline()?, question.target.start()?);
    let stated = baseline.value();
    let figure = question.baseline_figure.filter(|_| stated.is_none());
    let year = labels.baseline?;
    Some(YearValue {
        year,
        at: position_of_year(year),
        period: Some(period),
        value: stated.or_else(|| figure?.reading.value())?.into(),
        figure: figure.filter(|_| !baseline.is_mean()),
    })
}

/// The value of a year in the target's unit, as its figure is; `None` if it is only a bound, and no value is supposed.
fn value_of_year(
    question: &Question<'_>,
    year: i32,
    figure: Figure,
    supposed: Option<&Real>,
) -> Fact<Option<YearValue>> {
    if figure.reading.value().is_none() && supposed.is_none() {
        return Ok(None);
    }
    let figure = question
        .figures
        .in_unit_of_target(figure)
        .ok_or(Missing::UnitMismatch)?;
    let value = supposed.cloned().or_else(|| figure.reading.value().map(Real::from));
    Ok(value.map(|value| YearValue {
        year,
        at: position_of_year(year),
        period: Some(question.target.stands_at_end_of(figure.period)),
        value,
        figure: Some(figure),
    }))
}

/// The figure that stands for the newest year, in the target's unit, if only limits of it are known.
pub(super) fn newest_bound_of_years(question: &Question<'_>, labels: Labels) -> Fact<Option<Figure>> {
    let newest = figures_by_year(question, labels)?.pop();
    let bound = newest.filter(|(_, figure)| matches!(figure.reading, Reading::Interval(_)));
    Ok(bound.and_then(|(_, figure)| question.figures.in_unit_of_target(figure)))
}

/// The index that rates of growth make: 100 in the year before the first one. A year without a rate begins it anew. An
/// error of an indicator that is no rate of growth.
pub(super) fn chained_index(rates: &[YearValue], quantity: &Quantity) -> Fact<Vec<YearValue>> {
    if quantity.measure() != Measure::GrowthRate {
        return Err(Missing::NotForThisGoal);
    }
    let mut index: Vec<YearValue> = Vec::new();
    for rate in rates {
        let year_before = rate.year.saturating_sub(1);
        if index.last().is_none_or(|last| last.year != year_before) {
            index = Vec::from([YearValue {
                year: year_before,
                at: position_of_year(year_before),
                period: None,
                value: Real::from(100),
                figure: None,
            }]);
        }
        let factor = as_fraction(&rate.value, quantity.unit())?.plus(&Real::one());
        let grown = index.last().map(|last| last.value.times(&factor));
        index.extend(grown.map(|value| YearValue { value, ..rate.clone() }));
    }
    Ok(index)
}

/// A yearly rate, or the goal of a case that promises one, as a fraction: 5 in a unit of percent are 0.05.
/// [`Missing::UnitMismatch`] where the unit is no power of ten of a plain number.
pub(super) fn as_fraction(rate: &Real, unit: &Unit) -> Fact<Real> {
    if *unit.code() != *Unit::ratio().code() {
        return Err(Missing::UnitMismatch);
    }
    let one_of_unit = shift(Decimal::ONE, unit.multiplier().into()).ok_or(Missing::UnitMismatch)?;
    Ok(rate.times(&one_of_unit.into()))
}

/// The factor that brings a share or a rate of growth to percent, in which the numbers of some methods are stated; 1
/// for anything else.
pub(super) fn percent_of(quantity: &Quantity) -> Fact<Real> {
    match (quantity.measure(), quantity.full_share()) {
        (Measure::GrowthRate, _) => as_fraction(&Real::from(100), quantity.unit()),
        (_, Some(whole)) => Real::from(100).over(&whole.into()).ok_or(Missing::UnitMismatch),
        _ => Ok(Real::one()),
    }
}

impl YearLabel {
    /// The year among these that labels a period: of one shorter than a year that of the year in which it ends, so that
    /// a March is of the fiscal year that ends with it.
    fn year_among(self, years: Option<Grid>, period: Period) -> i32 {
        let years = years.filter(|_| !is_long(period));
        let around = years.and_then(|years| years.period(years.number_around(period.last())?));
        self.year_of(around.unwrap_or(period))
    }

    /// The year that a period counts for: of one shorter than a year, that in which it ends.
    fn year_of(self, period: Period) -> i32 {
        let (first, last) = (period.first(), period.last());
        // A year of whole weeks begins and ends up to six days beside the year that it is.
        let is_of_days = || matches!(period.length(), Length::Days(_));
        match self {
            _ if !is_long(period) => last.year(),
            Self::First if (first.month(), first.day()) >= (12, 26) && is_of_days() => first.year().saturating_add(1),
            Self::Last if (last.month(), last.day()) <= (1, 6) && is_of_days() => last.year().saturating_sub(1),
            Self::First => first.year(),
            Self::Middle => period.middle().unwrap_or(last).year(),
            Self::Last => last.year(),
        }
    }
}

/// Whether time is counted exactly, and not by the labels of years: where base and latest figure end at different times
/// of the year; where one is shorter than a year, also if base and deadline do.
pub(super) fn is_counted_exactly(base: Period, latest: Period, deadline: Period) -> bool {
    let is_short = !is_long(base) || !is_long(latest);
    let is_whole = |end: Period| base.ends_whole_years_from(end);
    !is_whole(latest) || (is_short && !is_whole(deadline))
}

/// Whether a period is a year or more. A fiscal year of 52 weeks is one.
pub(super) fn is_long(period: Period) -> bool {
    days_between(period.first(), period.last()) >= 360
}

/// The value from which a rule counts: that of the base year, or of the year that stands in for it; `None` where none
/// does. `is_base` says which values it may count from.
pub(super) fn base_value(
    year: i32,
    points: &[YearValue],
    is_base: impl Fn(&YearValue) -> bool,
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
