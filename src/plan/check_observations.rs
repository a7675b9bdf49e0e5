//! Whether observations belong to a plan.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::vec::Vec;

use super::nearest::Search;
use super::{Deliverable, Every, Goal, Indicator, MeasuredBy, Plan, ProblemKind, Problems};
use crate::series::{Observation, Observations, Reading, Series};
use crate::value::{Collected, Period, Quantity};

impl Plan {
    /// What keeps observations from being those of this plan.
    ///
    /// A series of an indicator that the plan does not have, a series in a unit that does not convert to its indicator's, and
    /// reports on a deliverable that the plan does not have; each by the code under which it stands. Nothing else in the
    /// observations is touched by such a problem: what belongs to nobody is left aside. A figure beyond what is
    /// [possible](crate::Quantity::possible) for its indicator is a warning, and judged as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Indicator, Measure, Observations, Pillar, Plan, Quantity, Series, Unit};
    ///
    /// let yuan = Unit::new("CNY".parse()?, 8)?;
    /// let gdp = Indicator::new(
    ///     "gdp".parse()?,
    ///     "Gross regional product".try_into()?,
    ///     Quantity::new(Measure::Flow, yuan.clone()),
    /// );
    /// let plan = Plan::builder("city".parse()?, "A plan".try_into()?, "2026-01-01/P5Y".parse()?)
    ///     .pillar(Pillar::new("overall".parse()?, "Overall".try_into()?).with_indicator(gdp))
    ///     .build()?;
    /// let observations = Observations::new(vec![Series::empty("gpd".parse()?, yuan)])?;
    /// assert_eq!(
    ///     plan.check_observations(&observations).to_string(),
    ///     "series[gpd].indicator: there is no indicator with the code `gpd`; the nearest is `gdp`"
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn check_observations(&self, observations: &Observations) -> Problems {
        let mut problems = Problems::none();
        let mut search = Search::new();
        let indicators: BTreeMap<_, _> = self.indicators().map(|one| (one.code(), one)).collect();
        let known: Vec<_> = self.indicators().map(|one| one.code().as_str()).collect();
        for series in observations.iter() {
            let code = series.indicator();
            let Some(indicator) = indicators.get(code) else {
                let kind = search.names_nobody(code, "indicator", &known);
                problems.push(format!("series[{code}].indicator"), kind);
                continue;
            };
            let (own, wanted) = (series.unit().code(), indicator.quantity().unit().code());
            if own == wanted {
                check_possible(indicator.quantity(), series, &mut problems);
                check_lengths(indicator, series, &mut problems);
            } else {
                let (series, indicator) = (own.clone(), wanted.clone());
                problems.push(
                    format!("series[{code}].unit"),
                    ProblemKind::SeriesUnitMismatch { series, indicator },
                );
            }
        }
        let deliverables: BTreeSet<_> = self.deliverables().map(Deliverable::code).collect();
        let known: Vec<_> = self.deliverables().map(|one| one.code().as_str()).collect();
        for (code, _) in observations.all_deliveries() {
            if !deliverables.contains(code) {
                let kind = search.names_nobody(code, "deliverable", &known);
                problems.push(format!("deliveries[{code}].deliverable"), kind);
            }
        }
        problems
    }
}

/// Warns of figures that there cannot be. A running total is no figure of its period alone.
fn check_possible(quantity: &Quantity, series: &Series, problems: &mut Problems) {
    let Some(possible) = quantity.possible() else { return };
    let measure = quantity.measure();
    for observation in series.observations() {
        let reading = observation
            .reading()
            .try_map(|value| series.unit().convert(value, quantity.unit()).ok());
        let beyond = reading.and_then(|reading| reading.beyond(possible));
        if let Some(value) = beyond.filter(|_| !observation.is_running_total()) {
            let path = format!("series[{}].observations[{}]", series.indicator(), observation.period());
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

/// Warns where no figure of a series is as long as the goal's own period, so that nothing can be judged.
fn check_lengths(indicator: &Indicator, series: &Series, problems: &mut Problems) {
    let observed = || {
        let seen = series.observations().iter();
        seen.filter(|one| one.reading() != Reading::Missing)
            .map(Observation::coverage)
    };
    let Some(newest) = observed()
        .next_back()
        .filter(|_| indicator.quantity().collected().covers_its_period())
    else {
        return;
    };
    let is_sum = indicator.quantity().collected() == Collected::Sum;
    for target in indicator.targets() {
        let own = target.own_period();
        let is_of_levels = !matches!(target.goal(), Goal::Cumulative(_) | Goal::Unstated(_))
            && target.goal().measured_by() == MeasuredBy::Levels
            && target.goal().every() != Some(Every::Figure);
        // Shorter sums add up, and a longer average stands in its middle.
        let may_fit = |period: Period| {
            let may_differ = if is_sum {
                period.is_shorter_than(own)
            } else {
                own.is_shorter_than(period)
            };
            may_differ || period.is_as_long_as(own)
        };
        if is_of_levels && !observed().any(may_fit) {
            problems.push(
                format!("series[{}].observations", series.indicator()),
                ProblemKind::NoneOfOwnLength {
                    target: target.code().clone(),
                    found: newest.length(),
                    needed: own.length(),
                    mend: if is_sum {
                        "figures of that length, or shorter ones, are needed"
                    } else {
                        "figures of that length are needed, or, if each tells where things stand when its period ends, \
                         `\"collected\": \"end\"` in the plan"
                    },
                },
            );
        }
    }
}
