//! Whether figures are of the magnitude of each other and of what is promised, or in another unit.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{Goal, Indicator, ProblemKind, Problems, Target};
use crate::dec;
use crate::series::Series;
use crate::value::{Bound, Code, Measure, Period};

/// How many times as much as the figure before it one may be without a warning.
const MOST_TIMES: Decimal = dec!(50);

/// How many times as much as a goal, or as little, all figures may be without a warning. Goals that multiply by fifty
/// are real, and some multiply by hundreds from a small beginning.
const MOST_TIMES_OF_GOAL: Decimal = dec!(1000);

/// An indicator with its targets by the part whose figures decide them, so that no series asks every target anew.
pub(super) struct TargetsByPart<'a> {
    pub(super) indicator: &'a Indicator,
    targets: BTreeMap<Option<&'a Code>, Vec<&'a Target>>,
}

impl<'a> TargetsByPart<'a> {
    pub(super) fn new(indicator: &'a Indicator) -> Self {
        let mut targets = BTreeMap::<_, Vec<_>>::new();
        for target in indicator.targets() {
            for part in indicator.deciding_parts(target) {
                targets.entry(part).or_default().push(target);
            }
        }
        Self { indicator, targets }
    }

    /// The targets that the figures of a series decide, in the order of the plan.
    fn targets<'b>(&'b self, series: &'b Series) -> &'b [&'a Target] {
        self.targets.get(&series.subject().1).map_or(&[], Vec::as_slice)
    }

    /// Warns of figures in a series, at `path`, that are of another magnitude than those beside them or than a goal.
    pub(super) fn check_magnitudes(&self, series: &Series, path: &str, problems: &mut Problems) {
        let path = format!("{path}.observations");
        check_neighbours(self, series, &path, problems);
        check_goals(self, series, &path, problems);
    }
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
fn check_neighbours(judged: &TargetsByPart<'_>, series: &Series, path: &str, problems: &mut Problems) {
    let quantity = judged.indicator.quantity();
    if matches!(quantity.measure(), Measure::GrowthRate | Measure::Rank) {
        return;
    }
    let is_of_these = |target: &&Target| target.of().each().is_none();
    let stated = |target: &Target| Some((target.baseline()?.period(), target.baseline()?.value()?));
    let baseline = judged
        .targets(series)
        .iter()
        .copied()
        .filter(is_of_these)
        .find_map(stated);
    let baseline = baseline.map(|(period, value)| (period, value, None));
    let mut points: Vec<_> = baseline
        .into_iter()
        .chain(magnitudes(judged.indicator, series))
        .collect();
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
fn check_goals(judged: &TargetsByPart<'_>, series: &Series, path: &str, problems: &mut Problems) {
    let quantity = judged.indicator.quantity();
    let has_powers = matches!(
        quantity.measure(),
        Measure::Flow | Measure::Stock | Measure::Ratio | Measure::Index
    );
    if !has_powers || quantity.unit().is_whole() {
        return;
    }
    let by_value = |figure: &Magnitude| figure.1;
    let Some(lowest) = magnitudes(judged.indicator, series).min_by_key(by_value) else {
        return;
    };
    let highest = magnitudes(judged.indicator, series).max_by_key(by_value);
    let no_start_stated = |target: &&Target| target.baseline().is_none_or(|baseline| baseline.value().is_none());
    for target in judged.targets(series).iter().copied().filter(no_start_stated) {
        let (Goal::Level(goal) | Goal::Keep { requirement: goal, .. }) = target.goal() else {
            continue;
        };
        let Some((period, value, _)) = nearest_of_far(lowest, highest.unwrap_or(lowest), goal.bound()) else {
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

/// The figure that is nearest to a bound of which the lowest is so many times as much or more, or the highest as
/// little; `None` if neither is, or the lowest is no number above zero.
fn nearest_of_far(lowest: Magnitude, highest: Magnitude, bound: Bound) -> Option<Magnitude> {
    let (low, high) = (bound.low().or(bound.high())?, bound.high().or(bound.low())?);
    let times = |value: Decimal| value.checked_mul(MOST_TIMES_OF_GOAL).filter(|_| value > Decimal::ZERO);
    let is_above = times(high).is_some_and(|most| lowest.1 >= most);
    let is_below = lowest.1 > Decimal::ZERO && times(highest.1).is_some_and(|reach| reach <= low);
    is_above.then_some(lowest).or(is_below.then_some(highest))
}
