//! Whether figures are of the magnitude of each other and of what is promised, or in another unit.

use alloc::format;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{Goal, Indicator, ProblemKind, Problems, Target};
use crate::dec;
use crate::series::Series;
use crate::value::{Bound, Measure, Period};

/// How many times as much as the figure before it one may be without a warning.
const MOST_TIMES: Decimal = dec!(50);

/// How many times as much as a goal, or as little, all figures may be without a warning. Goals that multiply by fifty
/// are real, and some multiply by hundreds from a small beginning.
const MOST_TIMES_OF_GOAL: Decimal = dec!(1000);

/// Warns of figures in a series, at `path`, that are of another magnitude than those beside them or than a goal.
pub(super) fn check_magnitudes(indicator: &Indicator, series: &Series, path: &str, problems: &mut Problems) {
    let path = format!("{path}.observations");
    check_neighbours(indicator, series, &path, problems);
    check_goals(indicator, series, &path, problems);
}

/// A period with its value in the unit of the indicator, and as the series writes it, if that is where it stands.
type Magnitude = (Period, Decimal, Option<Decimal>);

/// The values of a series, without running totals.
fn magnitudes(indicator: &Indicator, series: &Series) -> impl Iterator<Item = Magnitude> {
    let observed = series.observations().iter().filter(|one| !one.is_running_total());
    observed.filter_map(|one| {
        let written = one.reading().value()?;
        let value = series.unit().convert(written, indicator.quantity().unit()).ok()?;
        Some((one.period(), value, Some(written)))
    })
}

/// Warns of the first two values above zero that follow each other in time, are of periods of one length, and of which
/// one is fifty times the other or more: one of them may be in another unit. The baseline that the plan states counts
/// as a value, too. Growth rates and ranks are not checked.
fn check_neighbours(indicator: &Indicator, series: &Series, path: &str, problems: &mut Problems) {
    let quantity = indicator.quantity();
    if matches!(quantity.measure(), Measure::GrowthRate | Measure::Rank) {
        return;
    }
    let is_of_these = |target: &&Target| target.of().each().is_none() && target.of().breakdown() == series.subject().1;
    let stated = |target: &Target| Some((target.baseline()?.period(), target.baseline()?.value()?));
    let baseline = indicator.targets().iter().filter(is_of_these).find_map(stated);
    let baseline = baseline.map(|(period, value)| (period, value, None));
    let mut points: Vec<_> = baseline.into_iter().chain(magnitudes(indicator, series)).collect();
    points.sort_by_key(|(period, ..)| period.last());
    let is_far = |((earlier, before, _), (period, value, _)): &(&Magnitude, &Magnitude)| {
        let low = *value.min(before);
        let reach = low.checked_mul(MOST_TIMES).filter(|_| low > Decimal::ZERO);
        earlier.length() == period.length() && reach.is_some_and(|reach| reach <= *value.max(before))
    };
    let found = points.iter().zip(points.iter().skip(1)).find(is_far);
    if let Some((&(earlier, before, _), &(period, value, written))) = found {
        let of = period;
        let stated = || (value, quantity.unit());
        let (written, unit) = written.map_or_else(stated, |written| (written, series.unit()));
        let (unit, period) = (unit.clone(), earlier);
        problems.push(
            format!("{path}[{of}]"),
            ProblemKind::OtherMagnitude {
                written,
                unit,
                value,
                before,
                period,
            },
        );
    }
}

/// Warns of the first goal of which all figures of a series are a thousand times as much or more, or a thousandth or
/// less: the whole series may be in another unit, and where the plan states no value nothing else would tell. A goal
/// and figures of 0 or less tell nothing, nor do shares, rates and ranks. What comes one by one has no power of ten to
/// be mistaken, and a disease can be promised to fall from thousands of cases to none or few.
fn check_goals(indicator: &Indicator, series: &Series, path: &str, problems: &mut Problems) {
    let quantity = indicator.quantity();
    let has_powers = matches!(
        quantity.measure(),
        Measure::Flow | Measure::Stock | Measure::Ratio | Measure::Index
    );
    if !has_powers || quantity.unit().is_whole() {
        return;
    }
    let part = series.subject().1;
    let judged = |target: &&Target| {
        let is_of_it = indicator.deciding_parts(target).any(|deciding| deciding == part);
        is_of_it && target.baseline().is_none_or(|baseline| baseline.value().is_none())
    };
    let figures: Vec<_> = magnitudes(indicator, series)
        .map(|(period, value, _)| (period, value))
        .collect();
    for target in indicator.targets().iter().filter(judged) {
        let (Goal::Level(goal) | Goal::Keep { requirement: goal, .. }) = target.goal() else {
            continue;
        };
        let Some((period, value)) = nearest_of_far(&figures, goal.bound()) else {
            continue;
        };
        let kind = ProblemKind::FarFromGoal {
            target: target.code().clone(),
            goal,
            value,
            period,
        };
        return problems.push(path, kind);
    }
}

/// The figure that is nearest to a bound of which all of them are so many times as much or more, or all as little;
/// `None` if they are not.
fn nearest_of_far(figures: &[(Period, Decimal)], bound: Bound) -> Option<(Period, Decimal)> {
    let (low, high) = (bound.low().or(bound.high())?, bound.high().or(bound.low())?);
    let times = |value: Decimal| value.checked_mul(MOST_TIMES_OF_GOAL).filter(|_| value > Decimal::ZERO);
    let by_value = |figure: &&(Period, Decimal)| figure.1;
    let above = figures.iter().min_by_key(by_value);
    let below = figures.iter().max_by_key(by_value);
    let above = above.filter(|(_, value)| times(high).is_some_and(|most| *value >= most));
    let is_below = |value: Decimal| times(value).is_some_and(|reach| reach <= low);
    let below = below.filter(|_| figures.iter().all(|(_, value)| is_below(*value)));
    above.or(below).copied()
}
