//! The plain facts about one target as of a date, whatever the rule that judges them.
//!
//! [`evidence`] gathers them. Each is a value, or the [`Reason`] why there is none.

mod caveat;
mod comparison;
pub(crate) mod due;
mod links;
mod movement;
mod outlook;
mod path;
pub(crate) mod probe;
mod reason;
mod record;
pub(crate) mod seen;
mod sight;
pub(crate) mod stakes;
pub(crate) mod standing;
mod terms;
pub(crate) mod way;

use rust_decimal::Decimal;

pub use caveat::{Caveat, Caveats};
pub(crate) use path::figures;
pub use path::trajectory;
pub use reason::{Fact, Reason};
pub use record::{Outcome, Record};

use crate::growth::{self, Steady};
use crate::plan::{Goal, Target};
use crate::series::{AsOf, Figure, ObservationStatus, Published, Reading, Series};
use crate::trajectory::Milestone;
use crate::value::{Bound, Period, Rate, Requirement, Years};
use comparison::Comparison;
use movement::Movement;
use outlook::Outlook;
pub(crate) use record::record;
use seen::Seen;
use stakes::Stakes;
use standing::Standing;

/// The plain facts about one target as of a date.
///
/// *Required* always means: from there to the goal by the deadline. *So far* means: from the baseline to the figure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Evidence {
    /// Where the promise starts: the baseline's period and value. The sum 0 for a cumulative goal, the index 1 for rates.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub baseline: Fact<Milestone>,
    /// What is promised, as a value of the indicator at the deadline.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub goal: Fact<Milestone>,
    /// The figure that the facts below are computed from: the latest one with a value, up to the deadline.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub observed: Fact<Figure>,
    /// A newer figure that is only a bound.
    pub newer_bound: Option<Figure>,
    /// The time from the end of the figure's period to the day of the question.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub age: Fact<Years>,
    /// The value that the path expects at the figure's period.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub expected: Fact<Decimal>,
    /// The expected value that decides: for things that come one by one, a whole number of them.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub expected_to_decide: Fact<Decimal>,
    /// Observed − expected.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub gap: Fact<Decimal>,
    /// The share of the way from baseline to goal that is gone; of logarithms on constant growth. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub share_of_way: Fact<Decimal>,
    /// The share of the way that the path expects. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub share_expected: Fact<Decimal>,
    /// The share of the time from baseline to deadline that is gone at the figure's period. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub share_of_time: Fact<Decimal>,
    /// Share of the way ÷ share that the path expects. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub pace: Fact<Decimal>,
    /// Observed ÷ goal (完成率), of values that are not negative. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub completion: Fact<Decimal>,
    /// Observed ÷ expected, of values that are not negative. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub observed_to_expected: Fact<Decimal>,
    /// Goal − observed: what is left.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub remaining: Fact<Decimal>,
    /// The compound rate of growth from the baseline to the figure.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub growth_so_far: Fact<Rate>,
    /// The compound rate that was required from the baseline.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub growth_required: Fact<Rate>,
    /// The compound rate that is required from the figure on.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub growth_required_from_now: Fact<Rate>,
    /// The change per year from the baseline to the figure; of a sum, the average yearly flow.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub change_so_far: Fact<Decimal>,
    /// The change per year that was required from the baseline.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub change_required: Fact<Decimal>,
    /// The change per year that is required from the figure on.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub change_required_from_now: Fact<Decimal>,
    /// Growth required from now ÷ growth so far. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub times_faster: Fact<Decimal>,
    /// The value at the deadline if the pace so far goes on.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::decimal"))]
    pub projection: Fact<Decimal>,
    /// The first period that meets the bound if the pace so far goes on: of the goal's own length for flows, else a month.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub arrival: Fact<Period>,
    /// How the periods went in which the promise was to hold.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::fact"))]
    pub record: Fact<Record>,
    /// The next milestone, due on the day of the question or later.
    pub next_milestone: Option<Milestone>,
}

/// Gathers the plain facts about a target from what was known of a series.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Series, Target, Unit, dec, evidence, date};
///
/// let unit = Unit::new("CNY".parse()?, 8)?;
/// let target = Target::builder(
///     "gdp-2026".parse()?,
///     Quantity::new(Measure::Flow, unit.clone()),
///     Goal::level(Bound::MoreThan(dec!(2000))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::stated("2021".parse()?, dec!(1517.7)))
/// .build()?;
/// let published = date("2026-01-26")?;
/// let observation = Observation::new("2025".parse()?, dec!(1781.8)).published_on(published);
/// let series = Series::new("gdp".parse()?, unit, vec![observation])?;
///
/// let facts = evidence(&target, &series, published);
/// assert_eq!(facts.expected.map(|expected| expected.round_dp(2)), Ok(dec!(1892.61)));
/// assert_eq!(facts.gap.map(|gap| gap.round_dp(2)), Ok(dec!(-110.81)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn evidence(target: &Target, series: &Series, as_of: impl Into<AsOf>) -> Evidence {
    let as_of = as_of.into();
    match Stakes::new(target, series, as_of) {
        Ok(stakes) => of_stakes(&stakes),
        Err(reason) => Evidence::unknown(reason),
    }
}

impl Evidence {
    /// Nothing is known, for one reason.
    pub(crate) const fn unknown(reason: Reason) -> Self {
        Self {
            baseline: Err(reason),
            goal: Err(reason),
            observed: Err(reason),
            newer_bound: None,
            age: Err(reason),
            expected: Err(reason),
            expected_to_decide: Err(reason),
            gap: Err(reason),
            share_of_way: Err(reason),
            share_expected: Err(reason),
            share_of_time: Err(reason),
            pace: Err(reason),
            completion: Err(reason),
            observed_to_expected: Err(reason),
            remaining: Err(reason),
            growth_so_far: Err(reason),
            growth_required: Err(reason),
            growth_required_from_now: Err(reason),
            change_so_far: Err(reason),
            change_required: Err(reason),
            change_required_from_now: Err(reason),
            times_faster: Err(reason),
            projection: Err(reason),
            arrival: Err(reason),
            record: Err(reason),
            next_milestone: None,
        }
    }
}

/// The facts of a target whose baseline is in place.
pub(crate) fn of_stakes(stakes: &Stakes<'_>) -> Evidence {
    let target = stakes.target;
    let record = record(target, stakes.sight, stakes.as_of);
    let facts = match target.goal() {
        Goal::Unstated(lacks) => Evidence {
            observed: observed(stakes),
            newer_bound: newer_bound(stakes.sight.latest()),
            age: observed(stakes).map(|figure| age(stakes, figure)),
            ..Evidence::unknown(Reason::GoalUnstated { lacks })
        },
        Goal::Keep { .. } | Goal::Trend { .. } => {
            let figure = record
                .ok()
                .and_then(|record| record.figure)
                .ok_or(Reason::NoObservation);
            Evidence {
                baseline: baseline(stakes),
                goal: promised_in_each_period(target),
                observed: figure,
                age: figure.map(|figure| age(stakes, figure)),
                ..Evidence::unknown(Reason::NotForThisGoal)
            }
        }
        _ => on_the_way(stakes),
    };
    Evidence {
        record,
        next_milestone: next_milestone(stakes),
        ..facts
    }
}

/// The facts of a goal that leads somewhere by its deadline.
fn on_the_way(stakes: &Stakes<'_>) -> Evidence {
    let goal_value = stakes.terms.goal_value();
    let latest = stakes.sight.latest();
    let standing = exact(stakes, latest).map(|seen| Standing::new(stakes, seen));
    let standing = standing.as_ref().map_err(|reason| *reason);
    let value = standing.and_then(|standing| value_of(standing.seen.figure));
    let so_far = standing.and_then(Movement::so_far);
    let required = Movement::required(stakes);
    let left = standing.and_then(Movement::left);
    let (gone, whole) = (so_far.and_then(Movement::growth), required.and_then(Movement::growth));
    let compared = standing.and_then(|standing| Comparison::new(standing, value?, gone, whole));
    let growth_so_far = gone.and_then(annual_rate);
    let growth_required_from_now = left.and_then(Movement::growth).and_then(annual_rate);
    let outlook = compared.and_then(|compared| compared.outlook());
    let outlook = outlook.as_ref().map_err(|reason| *reason);
    Evidence {
        baseline: baseline(stakes),
        goal: goal_value.map(|value| Milestone::new(stakes.target.deadline(), value)),
        observed: standing.map(|standing| standing.seen.figure),
        newer_bound: newer_bound(latest),
        age: standing.map(Standing::age),
        expected: compared.and_then(|compared| compared.expected),
        expected_to_decide: compared.and_then(|compared| compared.expected_to_decide()),
        gap: compared.and_then(|compared| compared.gap()),
        share_of_way: compared.and_then(|compared| compared.share_of_way()),
        share_expected: compared.and_then(|compared| compared.share_expected()),
        share_of_time: standing.and_then(share_of_time),
        pace: compared.and_then(|compared| compared.pace()),
        completion: value.and_then(|value| part_of(value, goal_value?)),
        observed_to_expected: compared.and_then(|compared| compared.observed_to_expected()),
        remaining: value.and_then(|value| difference(goal_value?, value)),
        growth_so_far,
        growth_required: whole.and_then(|_| Ok(stakes.terms.growth_promised()?.annual_rate()?)),
        growth_required_from_now,
        change_so_far: so_far.and_then(Movement::change),
        change_required: required.and_then(Movement::change),
        change_required_from_now: left.and_then(Movement::change),
        times_faster: times_faster(growth_so_far, growth_required_from_now),
        projection: outlook.and_then(|outlook| outlook.value_after(stakes.terms.whole_time()?)),
        arrival: left.and_then(|_| arrival(stakes, outlook?)),
        ..Evidence::unknown(Reason::NotForThisGoal)
    }
}

fn annual_rate(growth: Steady) -> Fact<Rate> {
    Ok(growth.annual_rate()?)
}

/// When the bound would be met. A budget is not there to be reached.
fn arrival(stakes: &Stakes<'_>, outlook: &Outlook<'_>) -> Fact<Period> {
    if stakes.target.goal().is_budget() {
        return Err(Reason::NotForThisGoal);
    }
    outlook.arrival()
}

/// The latest figure with a value, or why there is none.
pub(crate) fn observed(stakes: &Stakes<'_>) -> Fact<Figure> {
    Ok(seen(stakes)?.figure)
}

/// The same, with its exact value.
pub(crate) fn seen<'a>(stakes: &Stakes<'a>) -> Fact<Seen<'a>> {
    exact(stakes, stakes.sight.latest())
}

/// The latest figure with a value, where the latest of all is known.
fn exact<'a>(stakes: &Stakes<'a>, latest: Option<Seen<'a>>) -> Fact<Seen<'a>> {
    let latest = latest.filter(|seen| seen.figure.reading.value().is_some());
    latest
        .or_else(|| stakes.sight.latest_exact())
        .ok_or_else(|| no_observation(stakes))
}

/// Why no figure with a value speaks of the target.
pub(crate) fn no_observation(stakes: &Stakes<'_>) -> Reason {
    if let Some(Seen { figure, .. }) = stakes.sight.latest() {
        return Reason::OnlyABound { period: figure.period };
    }
    let known = stakes.sight.known();
    if known.iter().next().is_some() {
        if let Some(period) = stakes.sight.first_link() {
            return Reason::ChainBroken { period };
        }
        if let Some(period) = stakes.sight.partial_after(None) {
            return Reason::PartialPeriod { period };
        }
    }
    if stakes.sight.leaves_out_undated() {
        Reason::OnlyUndated
    } else {
        Reason::NoObservation
    }
}

fn newer_bound(latest: Option<Seen<'_>>) -> Option<Figure> {
    let latest = latest.map(|seen| seen.figure);
    latest.filter(|figure| matches!(figure.reading, Reading::Interval(_)))
}

fn value_of(figure: Figure) -> Fact<Decimal> {
    figure
        .reading
        .value()
        .ok_or(Reason::OnlyABound { period: figure.period })
}

/// The time from the end of a figure's period to the day of the question.
pub(crate) fn age(stakes: &Stakes<'_>, figure: Figure) -> Years {
    stakes.as_of.position().since(figure.period.end())
}

fn baseline(stakes: &Stakes<'_>) -> Fact<Milestone> {
    let period = stakes.target.baseline().ok_or(Reason::NoBaseline)?.period();
    Ok(Milestone::new(period, stakes.terms.baseline?))
}

/// What a goal promises of each period, as a value at the deadline, if it is one number.
fn promised_in_each_period(target: &Target) -> Fact<Milestone> {
    match target.goal().requirement().map(Requirement::bound) {
        Some(Bound::AtLeast(value) | Bound::MoreThan(value) | Bound::AtMost(value) | Bound::LessThan(value)) => {
            Ok(Milestone::new(target.deadline(), value))
        }
        _ => Err(Reason::NotForThisGoal),
    }
}

fn next_milestone(stakes: &Stakes<'_>) -> Option<Milestone> {
    let now = stakes.as_of.position();
    stakes
        .target
        .points()
        .iter()
        .copied()
        .find(|point| point.period.end() >= now)
}

fn share_of_time(standing: &Standing<'_>) -> Fact<Decimal> {
    let units = |years: Years| Decimal::from(years.units());
    ratio(units(standing.elapsed()?), units(standing.stakes.terms.whole_time()?))
}

fn times_faster(so_far: Fact<Rate>, required: Fact<Rate>) -> Fact<Decimal> {
    let (so_far, required) = (so_far?.as_decimal(), required?.as_decimal());
    if so_far.is_zero() || so_far.is_sign_negative() != required.is_sign_negative() {
        return Err(Reason::NoGrowthSoFar);
    }
    ratio(required, so_far)
}

fn difference(one: Decimal, other: Decimal) -> Fact<Decimal> {
    one.checked_sub(other).ok_or(Reason::Growth {
        error: growth::GrowthError::Overflow,
    })
}

/// What part of a whole a value is. Of two losses the larger would look like more than the whole.
fn part_of(value: Decimal, whole: Decimal) -> Fact<Decimal> {
    if value < Decimal::ZERO || whole < Decimal::ZERO {
        return Err(Reason::NegativeParts);
    }
    ratio(value, whole)
}

/// A ratio to 12 decimals, half-even.
fn ratio(one: Decimal, other: Decimal) -> Fact<Decimal> {
    Ok(growth::share_of_way(Decimal::ZERO, one, other)?)
}

/// The caveats that a figure brings with it.
pub(crate) fn caveats_of(figure: Figure) -> Caveats {
    Caveats::NONE
        .with_if(figure.status == ObservationStatus::Provisional, Caveat::Provisional)
        .with_if(figure.status == ObservationStatus::Estimated, Caveat::Estimated)
        .with_if(matches!(figure.reading, Reading::Approximate(_)), Caveat::Approximate)
        .with_if(
            matches!(figure.published, Published::NotBefore(_)),
            Caveat::PublishedNotBefore,
        )
        .with_if(figure.published == Published::Unstated, Caveat::PublicationUndated)
}

#[cfg(feature = "serde")]
mod wire {
    use rust_decimal::Decimal;
    use serde::ser::SerializeMap;
    use serde::{Serialize, Serializer};

    use super::Fact;
    use crate::value::decimal::Wire;

    /// A map with the value, or with the reason.
    pub(super) fn fact<T: Serialize, S: Serializer>(fact: &Fact<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match fact {
            Ok(value) => map.serialize_entry("value", value)?,
            Err(reason) => map.serialize_entry("reason", reason)?,
        }
        map.end()
    }

    pub(super) fn decimal<S: Serializer>(decimal: &Fact<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        fact(&decimal.map(Wire), serializer)
    }
}
