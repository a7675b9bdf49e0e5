//! The next milestone, and what it asks of the figure.

use rust_decimal::Decimal;

#[cfg(feature = "serde")]
use super::wire;
use crate::progress::Fact;
use crate::trajectory::Point;
use crate::value::Rate;

/// The next milestone of a promise, and what it requires from the figure on; of a limit, what it allows.
///
/// The two facts are missing for the reasons for which those [to the goal](super::Evidence) are;
/// [`Missing::AlreadyMet`](super::Missing::AlreadyMet) says that the figure is at the milestone or beyond it.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Milestone, Missing, Observation, Point, Quantity, Series, Target};
/// use milepost::{Unit, code, day, dec, evidence, period};
///
/// let unit = Unit::new(code!("homes"), 0)?;
/// let homes = Quantity::new(Measure::Stock, unit.clone());
/// let target = Target::builder(code!("homes-2030"), homes, Goal::level(Bound::AtLeast(dec!(2000))), period!("2030"))
///     .baseline(Baseline::stated(period!("2025"), dec!(1000)))
///     .milestone(Milestone::value(period!("2028"), dec!(1331)))
///     .build()?;
/// let next = |value| -> Result<_, Box<dyn core::error::Error>> {
///     let figure = Observation::new(period!("2026"), value).published_on(day!("2027-01-20"));
///     let series = Series::new(code!("homes"), unit.clone(), vec![figure])?;
///     Ok(evidence(&target, &series, day!("2027-02-01")).next_milestone.ok_or("a milestone to come")?)
/// };
///
/// let behind = next(dec!(1100))?;
/// assert_eq!(behind.milestone, Point::new(period!("2028"), dec!(1331)));
/// assert_eq!(behind.growth_required_from_now?.as_decimal(), dec!(0.1));
/// assert_eq!(behind.change_required_from_now?, dec!(115.5));
/// assert_eq!(next(dec!(1331))?.growth_required_from_now, Err(Missing::AlreadyMet));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NextMilestone {
    /// The milestone, as a value of the indicator; in JSON its fields stand beside what it requires.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub milestone: Point,
    /// The compound rate of growth a year that leads from the figure to the milestone:
    /// (milestone ÷ observed)^(1 ÷ years until then) − 1.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Rate>"))]
    pub growth_required_from_now: Fact<Rate>,
    /// The change per year from the figure to the milestone, (milestone − observed) ÷ years until then.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub change_required_from_now: Fact<Decimal>,
}
