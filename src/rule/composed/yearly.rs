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
use crate::value::{
    Collected, Grid, Length, Measure, Period, Position, Quantity, Spot, Unit, Years, days_between, shift,
};

/// The value of a year, with the figure that says it.
#[derive(Debug, Clone)]
pub(super) struct YearValue {
    pub(super) year: i32,
    /// Where the value stands in time: at the year of its label, so that time is counted by labels; or at the end of
    /// its period, where time is counted exactly.
    pub(super) at: Position,
    /// Where the figure or the baseline stands; `None` for the year in which an index of chained rates begins.
    pub(super) spot: Option<Spot>,
    pub(super) value: Real,
    /// `None` for a baseline that the plan states or that is a mean, and for the year in which an index begins.
    pub(super) figure: Option<Figure>,
}

/// A value, and where it stands in time.
pub(super) type Dated<'a> = (&'a Real, Position);

impl YearValue {
    /// The period at whose end the value stands, but for half a day; `None` without a spot.
    pub(super) fn period(&self) -> Option<Period> {
        self.spot.map(|spot| spot.shown)
    }

    /// The value, and where it stands in time.
    pub(super) const fn dated(&self) -> Dated<'_> {
        (&self.value, self.at)
    }

    /// Whether this value has a figure of a year or more, and `other` has one of less than a year.
    fn is_whole_of(&self, other: &Self) -> bool {
        let is_of_year = |value: &Self| value.figure.map(|figure| lasts_a_year(figure.period));
        is_of_year(self) == Some(true) && is_of_year(other) == Some(false)
    }

    /// Moves the value from the label of its year to where it stands; without a spot, to the end of its year.
    pub(super) fn in_exact_time(&mut self) {
        let year = Years::whole(self.year.saturating_add(1));
        self.at = self.spot.map_or(Position::from_units(year.units()), Spot::position);
    }
}

/// A span of time as an exact number of years.
pub(super) fn in_years(span: Years) -> Real {
    Real::of_units(span.units(), Years::UNITS_PER_YEAR.unsigned_abs())
}

/// Where the value of a year stands while years are counted by their labels: 2025 at 2025.0, on whichever day it ends.
pub(super) const fn position_of_year(year: i32) -> Position {
    Position::from_units(Years::whole(year).units())
}

/// The values that were known, one a year, in the order of time:
///
/// 1. A figure of a year or more is the value of the year that labels it: 2015/16 is that of 2015.
/// 2. Without such a figure, sums of parts of the year are added up to it, and of figures at a moment the last one in
///    the year is its value.
/// 3. Where the goal speaks of months or quarters, averages and sums of that length count like figures at a moment.
/// 4. The baseline is the value of its own year. Only if figures cover their periods, the baseline was read from a part
///    of the year, and the year has a figure, that figure stays.
/// 5. A figure that is only a bound has no value, unless one is supposed.
///
/// `supposed` sets values in place of those of figures, by the figures' periods; of two for one period the later entry
/// counts. An error as [`figures_by_year`] says, and where a figure's unit does not convert to the target's.
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
            Ok(place) if covers && points.get(place).is_some_and(|known| known.is_whole_of(&baseline)) => {}
            Ok(place) => drop(points.splice(place..=place, [baseline])),
            Err(place) => points.insert(place, baseline),
        }
    }
    Ok(points)
}

/// Each year with the figure that stands for it: the one of the highest [`YearRank`]. Of two of the same rank the later
/// one stands for the year if they are shorter than a year; longer ones are an error, [`Missing::RepeatedYear`].
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
        // The sum of a year can be found twice: as itself, and from its last part.
        let Some(known) = known.filter(|known| **known != figure) else {
            continue;
        };
        let rank = |figure: Figure| YearRank::of(question, figure.period);
        match rank(figure).cmp(&rank(*known)) {
            Ordering::Less => {}
            Ordering::Equal if lasts_a_year(figure.period) => {
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

/// Which of several figures for one year is taken: the one of the highest rank.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum YearRank {
    ShorterThanAYear,
    /// The figure ends on another day of the year than the goal's own period.
    OutOfPhase,
    /// The figure ends on the same day of the year as the goal's own period.
    InPhase,
    /// The figure is of the baseline's period.
    OfBaseline,
}

impl YearRank {
    /// The rank of the figure of a period.
    fn of(question: &Question<'_>, period: Period) -> Self {
        if !lasts_a_year(period) {
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

/// The figure that counts for a year because of this one, by the first row that applies; `None` where it says nothing
/// of a year.
///
/// | the figure | counts |
/// |---|---|
/// | a sum over more than the goal's own period | the flow of the own period that ends with it, if one is known and the goal is a sum over a period |
/// | a growth rate of less than a year | not |
/// | at a moment | itself |
/// | of a year or more, for a goal that is read year by year, and no part of the own period | itself |
/// | of less than a year, and as long as the own period | itself |
/// | another sum, for a goal that is read year by year | the flow of the own period that ends with it, if that is a year or more and the goal is a sum over it; else that of the calendar year that ends with it |
/// | any other | not |
fn figure_for_year(question: &Question<'_>, figure: Figure) -> Option<Figure> {
    let (quantity, timing) = (question.target.quantity(), question.figures.timing);
    let (is_yearly, is_sum) = (lasts_a_year(figure.period), quantity.collected() == Collected::Sum);
    let flow_of_own_period_to = |last| {
        let mut periods = timing.own_periods_ending_on(last);
        periods.find_map(|period| question.figures.known.flow_of(period))
    };
    if is_sum && timing.own.is_shorter_than(figure.period) {
        // If the sum over its first years is known too, the rest is the flow of the last one.
        return flow_of_own_period_to(figure.period.last()).filter(|_| timing.covers_its_period());
    }
    if quantity.measure() == Measure::GrowthRate && !is_yearly {
        return None;
    }
    let is_of_moment = !quantity.collected().covers_its_period();
    let is_read_yearly = is_read_yearly(question);
    let is_as_long_as_own = timing.is_own(figure.period);
    let is_part = || !is_as_long_as_own && figure.period.is_shorter_than(timing.own);
    if is_of_moment || (is_yearly && is_read_yearly && !is_part()) || (!is_yearly && is_as_long_as_own) {
        return Some(figure);
    }
    if !(is_sum && is_read_yearly) {
        return None;
    }
    let last = figure.period.last();
    if timing.covers_its_period() && lasts_a_year(timing.own) {
        return flow_of_own_period_to(last);
    }
    let year = Period::year(last.year()).ok().filter(|year| year.last() == last)?;
    question.figures.known.flow_of(year)
}

/// Whether a goal is read by figures of years: its own period is a year or longer, or it is a trend or a promise that
/// is kept period by period, of whatever length.
fn is_read_yearly(question: &Question<'_>) -> bool {
    let is_record = matches!(question.target.goal(), Goal::Keep { .. } | Goal::Trend { .. });
    is_record || lasts_a_year(question.figures.timing.own)
}

/// How the periods of a target are labelled by years.
#[derive(Clone, Copy)]
pub(super) struct Labels {
    label: YearLabel,
    /// The grid of years of which the deadline's period is one, or else the baseline's; `None` if both are shorter than
    /// a year.
    years: Option<Grid>,
    /// The label of the baseline's period; of a mean, that of the period halfway in it.
    pub(super) baseline: Option<i32>,
    /// The label of the goal's own period if figures cover their periods, else of the deadline's.
    pub(super) goal: i32,
}

impl Labels {
    /// How the periods of a target are labelled: by the first, the middle or the last year, as `label` says.
    pub(super) fn of(question: &Question<'_>, label: YearLabel) -> Self {
        let (target, timing) = (question.target, question.figures.timing);
        let baseline = target.baseline().map(Baseline::period);
        let mut both = [Some(target.deadline()), baseline].into_iter().flatten();
        let years = both.find(|period| lasts_a_year(*period));
        let years = years.map(|period| period.grid_about(Length::YEAR));
        let halfway = target
            .start()
            .filter(|_| target.baseline().is_some_and(Baseline::is_mean));
        let goal_period = if timing.covers_its_period() {
            timing.own
        } else {
            target.deadline()
        };
        Self {
            label,
            years,
            baseline: baseline.map(|period| label.label_on_grid(years, halfway.unwrap_or(period))),
            goal: label.label_on_grid(years, goal_period),
        }
    }

    /// The label of a period.
    fn year_of(self, period: Period) -> i32 {
        self.label.label_on_grid(self.years, period)
    }
}

/// The baseline as the value of the year that labels it: as the plan states it, or as it was read from a figure.
///
/// `None` without a baseline, where its value is unknown, and before its own time is over: until then a stated baseline
/// is only an estimate.
fn baseline(question: &Question<'_>, labels: Labels) -> Option<YearValue> {
    if question.not_begun().is_some() {
        return None;
    }
    let (baseline, begin) = (question.target.baseline()?, question.target.begin()?);
    let stated = baseline.value();
    let figure = question.baseline_figure.filter(|_| stated.is_none());
    let year = labels.baseline?;
    Some(YearValue {
        year,
        at: position_of_year(year),
        spot: Some(begin),
        value: stated.or_else(|| figure?.reading.value())?.into(),
        figure: figure.filter(|_| !baseline.is_mean()),
    })
}

/// The value of a year in the target's unit: that of the figure, or the supposed one. `None` if the figure is only a
/// bound, and no value is supposed; an error if its unit does not convert.
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
        spot: Some(question.target.stands_at_end_of(figure.period).into()),
        value,
        figure: Some(figure),
    }))
}

/// The figure that stands for the newest year, in the target's unit, if it is only a bound; else `None`.
pub(super) fn newest_bound_of_years(question: &Question<'_>, labels: Labels) -> Fact<Option<Figure>> {
    let newest = figures_by_year(question, labels)?.pop();
    let bound = newest.filter(|(_, figure)| matches!(figure.reading, Reading::Interval(_)));
    Ok(bound.and_then(|(_, figure)| question.figures.in_unit_of_target(figure)))
}

/// The index to which yearly rates lead, from 100 in the year before the first one. After a year without a rate it
/// begins anew at 100, without the years before. An error if the indicator is no rate of growth.
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
                spot: None,
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

/// A yearly rate in a unit, as a fraction: 5 in percent is 0.05. [`Missing::UnitMismatch`] where the unit is no power
/// of ten of a plain number.
pub(super) fn as_fraction(rate: &Real, unit: &Unit) -> Fact<Real> {
    if *unit.code() != *Unit::ratio().code() {
        return Err(Missing::UnitMismatch);
    }
    let one_of_unit = shift(Decimal::ONE, unit.multiplier().into()).ok_or(Missing::UnitMismatch)?;
    Ok(rate.times(&one_of_unit.into()))
}

/// The factor that brings a share or a rate of growth of this quantity to percent; 1 for any other quantity.
pub(super) fn percent_of(quantity: &Quantity) -> Fact<Real> {
    match (quantity.measure(), quantity.full_share()) {
        (Measure::GrowthRate, _) => as_fraction(&Real::from(100), quantity.unit()),
        (_, Some(whole)) => Real::from(100).over(&whole.into()).ok_or(Missing::UnitMismatch),
        _ => Ok(Real::one()),
    }
}

impl YearLabel {
    /// The year that labels a period. A period shorter than a year takes the label of that year of the grid in which it
    /// ends, so that a March is of the fiscal year that ends with it. Without a grid, and of a year or longer, a period
    /// has its own label.
    fn label_on_grid(self, years: Option<Grid>, period: Period) -> i32 {
        let years = years.filter(|_| !lasts_a_year(period));
        let year_around = years.and_then(|years| years.period(years.number_around(period.last())?));
        self.year_of(year_around.unwrap_or(period))
    }

    /// The year that labels a period by itself: of a period shorter than a year, the calendar year in which it ends; of
    /// a longer one, the calendar year of its first day, its middle or its last day. The years of 52 or 53 weeks are
    /// labelled by the calendar year from which they are a few days off.
    fn year_of(self, period: Period) -> i32 {
        let (first, last) = (period.first(), period.last());
        // A year of whole weeks begins and ends up to six days off the calendar year.
        let is_of_days = || matches!(period.length(), Length::Days(_));
        match self {
            _ if !lasts_a_year(period) => last.year(),
            Self::First if (first.month(), first.day()) >= (12, 26) && is_of_days() => first.year().saturating_add(1),
            Self::Last if (last.month(), last.day()) <= (1, 6) && is_of_days() => last.year().saturating_sub(1),
            Self::First => first.year(),
            Self::Middle => period.middle().unwrap_or(last).year(),
            Self::Last => last.year(),
        }
    }
}

/// Whether time is counted by the ends of periods, and not by the labels of years: where base and latest figure end on
/// different days of the year; and, if one of the two is shorter than a year, where base and deadline do.
pub(super) fn is_counted_exactly(base: Period, latest: Period, deadline: Period) -> bool {
    let is_short = !lasts_a_year(base) || !lasts_a_year(latest);
    let is_whole = |end: Period| base.ends_whole_years_from(end);
    !is_whole(latest) || (is_short && !is_whole(deadline))
}

/// Whether a period is a year or longer. A fiscal year of 52 weeks is one, so that 361 days are enough.
pub(super) fn lasts_a_year(period: Period) -> bool {
    days_between(period.first(), period.last()) >= 360
}

/// The value of the base year, or of the year that stands in for it by the rule of `fallback`; `None` where neither is
/// known. Only values of which `is_base` is true are looked at.
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
