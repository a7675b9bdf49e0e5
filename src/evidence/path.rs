//! What a chart draws of a target: its path, and the figures that can be set beside it.

use alloc::vec::Vec;

use super::stakes::Stakes;
use super::{Fact, Reason, promised_in_each_period};
use crate::plan::{Goal, Target};
use crate::series::{AsOf, Figure, Series};
use crate::trajectory::{Curve, Milestone, Trajectory};

/// The path of a target, with its baseline read from what was known of a series as of a date.
///
/// It runs from the baseline through the milestones to the goal. What is to be kept period by period holds its limit from the
/// first day.
///
/// # Errors
///
/// The [`Reason`] why there is no path: no baseline, a goal that leads nowhere, a bound that the baseline meets already.
///
/// # Examples
///
/// ```
/// use milepost::evidence::trajectory;
/// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Series, Target, Unit, date, dec};
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
/// let series = Series::empty("gdp".parse()?, unit);
///
/// let path = trajectory(&target, &series, date("2026-01-31")?).map_err(|_| "a path")?;
/// assert_eq!(path.expected("2025".parse()?)?.round_dp(2), dec!(1892.61));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn trajectory<'a>(target: &'a Target, series: &'a Series, as_of: impl Into<AsOf>) -> Fact<Trajectory<'a>> {
    if let Goal::Keep { .. } = target.goal() {
        return held(target);
    }
    let stakes = Stakes::new(target, series, as_of.into())?;
    let trajectory = stakes.way()?.trajectory;
    Ok(trajectory)
}

/// The path of a promise that is to be kept from the first day on.
fn held(target: &Target) -> Fact<Trajectory<'_>> {
    let goal = promised_in_each_period(target)?;
    let baseline = target.baseline().ok_or(Reason::NoBaseline)?.period();
    let start = Milestone::new(baseline, goal.value);
    Ok(Trajectory::new(start, &[], goal, Curve::Hold)?)
}

/// The figures that can be set beside a target's path, in the order of time: sums since the baseline, chained rates, whole
/// periods of a flow, or the values themselves.
pub(crate) fn figures(target: &Target, series: &Series, as_of: AsOf) -> Fact<Vec<Figure>> {
    Ok(Stakes::new(target, series, as_of)?.sight.all())
}
