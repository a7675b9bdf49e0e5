//! Whether observations belong to a plan.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::vec::Vec;

use super::nearest::Search;
use super::{Deliverable, Plan, ProblemKind, Problems};
use crate::series::{Observations, Series};
use crate::value::Quantity;

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
