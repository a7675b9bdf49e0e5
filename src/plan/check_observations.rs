//! Whether observations belong to a plan.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::check_magnitudes::TargetsByPart;
use super::nearest::Search;
use super::{Breakdown, Deliverable, Goal, Indicator, MeasuredBy, Plan, ProblemKind, Problems, Target};
use crate::series::{AsOf, Figure, Known, Observation, Observations, Reading, Series};
use crate::value::arithmetic::exact_sum;
use crate::value::{Code, Collected, Measure, Period, Quantity};

impl Plan {
    /// The problems that keep observations from being those of this plan.
    ///
    /// Errors, each by the codes of the series or the deliverable, which is then left aside; all else counts:
    ///
    /// - a series of an indicator or of a breakdown that the plan does not have;
    /// - a series in a unit that does not convert to that of its indicator;
    /// - reports on a deliverable that the plan does not have.
    ///
    /// Warnings, with which the figures are judged as they are:
    ///
    /// - a figure beyond what is [possible](crate::Quantity::possible) for its indicator;
    /// - a figure that is fifty times as much as the one before it or more, or a fiftieth or less, as where a unit was
    ///   mistaken; a goal from which all figures are a thousand times apart;
    /// - a total that is another number than its parts [add up to](crate::Indicator::with_parts_adding_up) in the same
    ///   period, by the newest figures of all;
    /// - a baseline whose value is to be read from the figures, if no figure is of its time;
    /// - averages or sums of a target, if no figure has the length of the period that it speaks of.
    ///
    /// Notes: a target, or parts along its dimension, without any figure.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Indicator, Measure, Observations, Pillar, Plan, Quantity, Series, Unit, text};
    ///
    /// let yuan = Unit::new("CNY".parse()?, 8)?;
    /// let gdp = Indicator::new(
    ///     "gdp".parse()?,
    ///     text!("Gross regional product"),
    ///     Quantity::new(Measure::Flow, yuan.clone()),
    /// );
    /// let plan = Plan::builder("city".parse()?, text!("A plan"), "2026-01-01/P5Y".parse()?)
    ///     .pillar(Pillar::new("overall".parse()?, text!("Overall")).with_indicator(gdp))
    ///     .build()?;
    /// let observations = Observations::new(vec![Series::empty("gpd".parse()?, yuan)])?;
    /// assert_eq!(
    ///     plan.check_observations(&observations).to_string(),
    ///     "error[unknown_code]: series[gpd].indicator: there is no indicator with the code `gpd`; \
    ///      the nearest is `gdp`"
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn check_observations(&self, observations: &Observations) -> Problems {
        let mut problems = Problems::none();
        let mut search = Search::new();
        let indicators: BTreeMap<_, _> = self
            .indicators()
            .map(|one| (one.code(), TargetsByPart::new(one)))
            .collect();
        // Indicators that a misspelt code probably means: their figures are not reported as missing too.
        let mut meant = BTreeSet::new();
        for series in observations {
            let (code, breakdown) = series.subject();
            let Some(judged @ TargetsByPart { indicator, .. }) = indicators.get(code) else {
                let kind = search.unknown_code(code, "indicator", indicators.keys().copied());
                if let ProblemKind::UnknownCode { nearest, .. } = &kind {
                    meant.extend(nearest.clone());
                }
                problems.push(format!("series[{code}].indicator"), kind);
                continue;
            };
            if let Some(unknown) = breakdown.filter(|breakdown| indicator.breakdown(breakdown).is_none()) {
                let known = indicator.breakdowns().iter().map(Breakdown::code);
                let kind = search.unknown_code(unknown, "breakdown", known);
                let kind = kind.or_instead(indicator.breakdowns.instead_of_part(unknown.as_str()));
                problems.push(format!("{}.breakdown", series_path(series.subject())), kind);
                meant.insert(code.clone());
                continue;
            }
            let (own, wanted) = (series.unit().code(), indicator.quantity().unit().code());
            if own == wanted {
                check_possible(indicator.quantity(), series, &mut problems);
                judged.check_magnitudes(series, &series_path(series.subject()), &mut problems);
            } else {
                let (unit, indicator) = (own.clone(), wanted.clone());
                let kind = ProblemKind::SeriesUnitMismatch {
                    series: unit,
                    indicator,
                };
                problems.push(format!("{}.unit", series_path(series.subject())), kind);
            }
        }
        for indicator in self.indicators() {
            if !meant.contains(indicator.code()) {
                check_presence(indicator, observations, &mut problems);
            }
            check_every_length(indicator, observations, &mut problems);
            for dimension in indicator.adds_up() {
                check_sums(indicator, dimension, observations, &mut problems);
            }
        }
        let deliverables: BTreeSet<_> = self.deliverables().map(Deliverable::code).collect();
        for (code, _) in observations.all_deliveries() {
            if !deliverables.contains(code) {
                let kind = search.unknown_code(code, "deliverable", self.deliverables().map(Deliverable::code));
                problems.push(format!("deliveries[{code}].deliverable"), kind);
            }
        }
        problems
    }
}

/// The path of a series in problems, by its indicator and breakdown: `series[jobs/women]`, or `series[jobs]` for the
/// total.
pub(super) fn series_path((indicator, breakdown): (&Code, Option<&Code>)) -> String {
    match breakdown {
        Some(breakdown) => format!("series[{indicator}/{breakdown}]"),
        None => format!("series[{indicator}]"),
    }
}

/// The series of an indicator or of one of its breakdowns; `None` if there is none, or all its figures are missing.
fn figures_of<'a>(indicator: &Indicator, part: Option<&Code>, observations: &'a Observations) -> Option<&'a Series> {
    let series = observations.part(indicator.code().as_str(), part.map(Code::as_str))?;
    periods_seen(series).next().is_some().then_some(series)
}

/// The view of a series in which all of its figures are known, whenever they were published.
fn known_at_last(series: &Series) -> Known<'_> {
    series.as_known_on(AsOf::from(NaiveDate::MAX).including_undated())
}

/// The periods of all figures of a series that are not missing, in the order of time.
fn periods_seen(series: &Series) -> impl DoubleEndedIterator<Item = Period> {
    let there = series.observations().iter().filter(|one| !one.is_missing());
    there.map(Observation::coverage)
}

/// Reports which figures an indicator lacks, each once: those that a target is about, of the total, of a breakdown or
/// of each part along a dimension; and those from which the value of a baseline is to be read.
fn check_presence(indicator: &Indicator, observations: &Observations, problems: &mut Problems) {
    let (mut reported, mut checked_baselines) = (BTreeSet::new(), BTreeSet::new());
    let judged = |target: &&Target| !matches!(target.goal(), Goal::Unstated(_));
    for target in indicator.targets().iter().filter(judged) {
        let (breakdown, dimension) = (target.of().breakdown(), target.of().each());
        let (mut parts, mut missing) = (0_usize, Vec::new());
        for part in indicator.deciding_parts(target) {
            parts = parts.saturating_add(1);
            let Some(series) = figures_of(indicator, part, observations) else {
                missing.push(part);
                continue;
            };
            let own = part.filter(|_| dimension.is_some());
            let own = own.map(|part| target.of_part(part.clone()));
            let is_new = |period| checked_baselines.insert((breakdown, dimension, period));
            let target = own.as_ref().unwrap_or(target);
            check_baseline(target, series, is_new, problems);
            check_met_at_read_baseline(target, series, problems);
        }
        let Some(first) = missing.first().filter(|_| reported.insert((breakdown, dimension))) else {
            continue;
        };
        let (path, target) = (series_path((indicator.code(), *first)), target.code().clone());
        problems.push(
            path,
            match dimension.cloned() {
                None => ProblemKind::NoSeries {
                    target,
                    has_parts: first.is_none() && has_figures_of_parts(indicator, observations),
                },
                Some(dimension) => ProblemKind::PartsWithoutSeries {
                    target,
                    dimension,
                    missing: missing.len(),
                    parts,
                },
            },
        );
    }
}

/// Whether any breakdown of an indicator has figures.
fn has_figures_of_parts(indicator: &Indicator, observations: &Observations) -> bool {
    let mut parts = indicator.breakdowns().iter().map(Breakdown::code);
    parts.any(|part| figures_of(indicator, Some(part), observations).is_some())
}

/// Warns of each period of a baseline that has no figure from which its value can be read, if the goal counts from that
/// value and the plan states none. Of a baseline that is a mean, each period in it needs a figure. `is_new` says
/// whether the period is met for the first time, so that each is reported once.
///
/// These figures serve for a period: those of the period or of a part of it; of a stock, those counted at the same
/// moment; of an average or a sum, those of a year or quarter of whole weeks that is some days off; and a sum that ends
/// with the period, if a shorter sum with the same beginning ends where the period begins.
fn check_baseline(target: &Target, series: &Series, mut is_new: impl FnMut(Period) -> bool, problems: &mut Problems) {
    for promised in target.promised_by(NaiveDate::MAX) {
        let counts_from_it = match promised.goal() {
            Goal::Level(_) | Goal::Addition(_) => true,
            goal @ (Goal::Change { .. } | Goal::AverageGrowth { .. }) => goal.measured_by() == MeasuredBy::Levels,
            _ => false,
        };
        let Some(baseline) = promised
            .baseline()
            .filter(|one| counts_from_it && one.value().is_none())
        else {
            continue;
        };
        let collected = promised.quantity().collected();
        let is_known = |period: &Period| {
            periods_seen(series).any(|found| match collected {
                _ if period.contains(found) => true,
                Collected::Beginning => found.first() == period.first(),
                Collected::Middle => found.middle() == period.middle(),
                Collected::End => found.last() == period.last(),
                Collected::Average => found.is_same_in_weeks_as(*period),
                Collected::Sum => {
                    let is_before = |one: Period| one.first() == found.first() && one.is_followed_by(*period);
                    let is_difference = || found.last() == period.last() && periods_seen(series).any(is_before);
                    found.is_same_in_weeks_as(*period) || is_difference()
                }
            })
        };
        let unknown = if baseline.is_mean() {
            let mut parts = baseline.period().parts(promised.length_of_means());
            parts.find(|part| !is_known(part))
        } else {
            Some(baseline.period()).filter(|period| !is_known(period))
        };
        if let Some(baseline) = unknown.filter(|period| is_new(*period)) {
            let kind = ProblemKind::NoFigureOfBaseline {
                target: target.code().clone(),
                baseline,
                around: periods_seen(series).find(|found| found.overlaps(baseline)),
            };
            problems.push(format!("{}.observations", series_path(series.subject())), kind);
        }
    }
}

/// Notes that the figure of the baseline, as it was first published, meets the goal of a level already, so that the
/// promise is read as a limit: a bound that was turned round looks the same. The check of the plan says so of a
/// baseline that it states.
fn check_met_at_read_baseline(target: &Target, series: &Series, problems: &mut Problems) {
    let (Goal::Level(goal), None, Some(baseline)) = (target.goal(), target.limit, target.baseline()) else {
        return;
    };
    let period = baseline.period();
    let first = || {
        let first = known_at_last(series).as_first_published();
        first.figure_of(period)?.reading.value()
    };
    let is_read = baseline.value().is_none() && !baseline.is_mean();
    let value = is_read.then(first).flatten();
    let value = value.and_then(|value| series.unit().convert(value, target.quantity().unit()).ok());
    if let Some(value) = value.filter(|value| goal.bound().is_met_by(*value)) {
        let path = format!("{}.observations[{period}]", series_path(series.subject()));
        problems.push(path, ProblemKind::AlreadyMet { value, goal });
    }
}

/// Warns of each figure beyond what is possible for the indicator. Running totals are passed over, since they are no
/// figures of their period alone.
fn check_possible(quantity: &Quantity, series: &Series, problems: &mut Problems) {
    let Some(possible) = quantity.possible() else { return };
    let measure = quantity.measure();
    for observation in series.observations() {
        let reading = observation
            .reading()
            .try_map(|value| series.unit().convert(value, quantity.unit()).ok());
        let beyond = reading.and_then(|reading| reading.nearest_if_outside(possible));
        if let Some(value) = beyond.filter(|_| !observation.is_running_total()) {
            let path = series_path(series.subject());
            let path = format!("{path}.observations[{}]", observation.period());
            problems.push(
                path,
                ProblemKind::ObservedOutside {
                    value,
                    measure,
                    possible,
                },
            );
        }
    }
}

/// Checks the [lengths](check_lengths) of the figures for every target, and for every version of it: each has its own
/// deadline, and so its own length of period.
fn check_every_length(indicator: &Indicator, observations: &Observations, problems: &mut Problems) {
    for target in indicator.targets() {
        let mut before = None;
        for promised in target.promised_by(NaiveDate::MAX) {
            let own = promised.own_period().length();
            if before.replace(own) != Some(own) {
                check_lengths(indicator, promised, observations, problems);
            }
        }
    }
}

/// Warns of each series by which a target of averages or sums cannot be judged, since no figure has the length of the
/// goal's own period. These do too: shorter sums, which add up, unless they do so only across the ends of the goal's
/// periods; longer averages, unless the goal is looked at period by period; and shorter averages that tile such a
/// period, as long as the measure is neither a rank nor a rate of growth.
fn check_lengths(indicator: &Indicator, target: &Target, observations: &Observations, problems: &mut Problems) {
    let is_of_levels = !matches!(target.goal(), Goal::Cumulative(_) | Goal::Unstated(_))
        && target.goal().measured_by() == MeasuredBy::Levels
        && target.goal().has_own_length();
    if !is_of_levels || !indicator.quantity().collected().covers_its_period() {
        return;
    }
    let own = target.own_period();
    let is_sum = indicator.quantity().collected() == Collected::Sum;
    let has_bounds = !is_sum && !matches!(indicator.quantity().measure(), Measure::Rank | Measure::GrowthRate);
    // A longer average can be set beside a path, and not beside a promise for each period.
    let is_on_a_way = target.goal().every().is_none();
    let is_as_long = |period: Period| period.is_as_long_as(own);
    let is_longer = |period: Period| own.is_shorter_than(period);
    let is_shorter = |period: Period| period.is_shorter_than(own);
    let known = indicator
        .deciding_parts(target)
        .filter_map(|of| figures_of(indicator, of, observations));
    for series in known.filter(|series| series.unit().code() == indicator.quantity().unit().code()) {
        let any = |holds: &dyn Fn(Period) -> bool| periods_seen(series).any(holds);
        let fits = any(&is_as_long)
            || (is_sum && any(&is_shorter) && !parts_add_up_across(series, own))
            || (!is_sum && is_on_a_way && any(&is_longer))
            || (has_bounds && parts_bound_an_average(series, own));
        let Some(newest) = periods_seen(series).next_back().filter(|_| !fits) else {
            continue;
        };
        problems.push(
            format!("{}.observations", series_path(series.subject())),
            ProblemKind::NoneOfOwnLength {
                target: target.code().clone(),
                found: newest.length(),
                needed: own.length(),
                mend: mend_of_length(target, is_sum),
            },
        );
    }
}

/// Whether averages of shorter periods bound the average of some period like the goal's `own`, since all parts of it
/// are there. All figures count, whenever they were published.
fn parts_bound_an_average(series: &Series, own: Period) -> bool {
    let known = known_at_last(series);
    let mut wholes = known.figures().flat_map(|part| own.alike_ending_on(part.period.last()));
    wholes.any(|whole| known.average_of(whole).is_some())
}

/// Whether sums over shorter periods, some across the ends of the goal's, add up to periods as long as its `own`, and
/// never to one in phase with that: calendar quarters, where years begin on 6 April. All figures count, whenever they
/// were published.
fn parts_add_up_across(series: &Series, own: Period) -> bool {
    let known = known_at_last(series);
    let ends = || known.figures().map(|part| part.period.last());
    let is_known = |whole: Period| known.flow_of(whole).is_some();
    let is_across = |part: Period| part.is_shorter_than(own) && part.is_across(own.grid());
    periods_seen(series).any(is_across)
        && ends().filter_map(|last| own.moved_to(last)).any(is_known)
        && !ends().flat_map(|last| own.alike_ending_on(last)).any(is_known)
}

/// The advice where no figure is as long as a goal's own period.
fn mend_of_length(target: &Target, is_sum: bool) -> &'static str {
    if is_sum {
        "figures of that length, or shorter ones that make up its periods, are needed"
    } else if target.goal().every().is_some() {
        "figures of that length are needed, or, in the plan, `collected: end` if each tells where things stand when its \
         period ends, or `every: figure` to look at each as it comes"
    } else {
        "figures of that length are needed, or, if each tells where things stand when its period ends, `collected: end` in \
         the plan"
    }
}

/// Warns of each period for which the parts along a dimension add up to another number than the total, if all of them
/// are known exactly.
fn check_sums(indicator: &Indicator, dimension: &Code, observations: &Observations, problems: &mut Problems) {
    let values = |of: Option<&Code>| -> BTreeMap<Period, Decimal> {
        let series = observations.part(indicator.code().as_str(), of.map(Code::as_str));
        let figures = series.map(|series| known_at_last(series).figures().map(move |figure| (series, figure)));
        let value = |(series, figure): (&Series, Figure)| {
            let Reading::Exact(value) = figure.reading else {
                return None;
            };
            let value = series.unit().convert(value, indicator.quantity().unit()).ok()?;
            Some((figure.period, value))
        };
        figures.into_iter().flatten().filter_map(value).collect()
    };
    // There is one part at least: else the plan was refused.
    let parts = indicator.parts_along(dimension);
    let parts: Vec<_> = parts.map(|part| values(Some(part.code()))).collect();
    for (period, total) in values(None) {
        let mut of_parts = parts.iter().map(|values| values.get(&period));
        let sum = of_parts.try_fold(Decimal::ZERO, |sum, value| exact_sum(sum, *value?));
        if let Some(sum) = sum.filter(|sum| *sum != total) {
            let dimension = dimension.clone();
            let kind = ProblemKind::PartsDisagree { dimension, sum, total };
            problems.push(format!("series[{}].observations[{period}]", indicator.code()), kind);
        }
    }
}
