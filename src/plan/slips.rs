//! Probable slips in single figures, of which no plan is needed to tell.

use alloc::format;

use super::check_observations::series_path;
use super::{ProblemKind, Problems};
use crate::series::{Observation, ObservationStatus, Observations, Published, Reading};
use crate::value::{Length, Period};

impl Observations {
    /// The probable slips in figures that were made in code; documents and tables tell the same where they are read.
    /// All are warnings, and the figures count as they are:
    ///
    /// - a figure that was published before the last month of its period, and is neither a forecast nor an estimate;
    /// - a fraction of things that come one by one.
    ///
    /// What only a plan tells, [`Plan::check_observations`](super::Plan::check_observations) adds.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Observations, Series, Unit, code, day, dec, period};
    ///
    /// let of_the_future = Observation::new(period!("2028"), dec!(4)).published_on(day!("2025-01-10"));
    /// let series = Series::new(code!("unemployment"), Unit::percent(), vec![of_the_future])?;
    /// let problems = Observations::new(vec![series])?.check();
    /// let slip = problems.iter().next().ok_or("a warning")?;
    /// assert_eq!((slip.path(), slip.code()), ("series[unemployment].observations[2028].published", "published_too_early"));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn check(&self) -> Problems {
        let mut problems = Problems::none();
        for series in self {
            for observation in series {
                tell_slips(observation, series.unit().is_whole(), |field, kind| {
                    let path = series_path(series.subject());
                    problems.push(format!("{path}.observations[{}].{field}", observation.period()), kind);
                });
            }
        }
        problems
    }
}

/// Passes to `tell` each probable slip in a figure, with its field: a fraction of things that come one by one; and a
/// day of publication before the last month of its period, unless the figure is missing, a forecast, or an estimate
/// that was published within its period.
#[inline]
pub(crate) fn tell_slips(
    observation: &Observation,
    comes_whole: bool,
    mut tell: impl FnMut(&'static str, ProblemKind),
) {
    if comes_whole {
        if let Reading::Exact(value) = observation.reading() {
            if !value.fract().is_zero() {
                tell("value", ProblemKind::NotWhole { value });
            }
        }
    }
    let period = observation.coverage();
    match observation.published() {
        // A count of the last month may be published before this month ends, and a missing value at any time.
        Published::On(published) if published < period.last() && !observation.is_missing() => {
            let last_month = Period::containing(period.last(), Length::MONTH).unwrap_or(period);
            let status = observation.status();
            let is_estimate = published >= period.first() && status.contains(ObservationStatus::Estimated);
            let may_be_known = is_estimate || status.contains(ObservationStatus::Forecast);
            if published < last_month.first() && !may_be_known {
                tell("published", ProblemKind::PublishedTooEarly { published, period });
            }
        }
        _ => {}
    }
}
