//! The first promise of a target, beside the version in force.

use alloc::vec::Vec;

use chrono::NaiveDate;

#[cfg(feature = "serde")]
use super::wire;
use crate::plan::{Citation, Revision};
use crate::progress::Fact;
use crate::trajectory::Point;
use crate::value::{Period, Text};

/// A promise that was amended: which amendment is in force, and what was first promised.
///
/// # Examples
///
/// ```
/// use milepost::{Amendment, Baseline, Bound, Changes, Goal, Measure, Point, Quantity, Revision, Series, Target, Unit};
/// use milepost::{date, dec, evidence};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let at_least = |share| Goal::level(Bound::AtLeast(share));
/// let target = Target::builder("connected".parse()?, share, at_least(dec!(80)), "2025".parse()?)
///     .baseline(Baseline::stated("2020".parse()?, dec!(60)))
///     .amendment(Amendment::new(date("2023-06-01")?), Changes::new().goal(at_least(dec!(70))))
///     .build()?;
/// let series = Series::empty("connected".parse()?, Unit::percent());
///
/// assert_eq!(evidence(&target, &series, date("2023-05-31")?).amended, None);
/// let amended = evidence(&target, &series, date("2024-02-01")?).amended.ok_or("it was amended")?;
/// assert_eq!((amended.number, amended.since), (1, date("2023-06-01")?));
/// assert_eq!(amended.first_goal, Ok(Point::new("2025".parse()?, dec!(80))));
/// assert_eq!(amended.revisions, [Revision::GoalLoosened { by: dec!(10) }]);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Amended {
    /// The number of the amendment in force, in the order of time: the first is 1.
    pub number: u32,
    /// The day from which it holds.
    pub since: NaiveDate,
    /// Why the amendment was made; `None` unless its author says.
    pub why: Option<Text>,
    /// Where the amendment is stated, if a source is named.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::CitationAnswer::serialize"))]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<wire::CitationAnswer>"))]
    pub citation: Option<Citation>,
    /// In what the promise in force differs from the first one, and by how much.
    pub revisions: Vec<Revision>,
    /// Where the first promise starts.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Point>"))]
    pub first_baseline: Fact<Point>,
    /// The value that was first promised, as a value of the indicator at its deadline.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Point>"))]
    pub first_goal: Fact<Point>,
    /// By when it was first promised.
    pub first_deadline: Period,
}
