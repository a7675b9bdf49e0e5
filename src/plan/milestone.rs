//! Milestones, and the terms in which they are promised.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::GoalKind;
use crate::trajectory::Point;
use crate::value::Period;

/// What is promised for a period between baseline and deadline.
///
/// Plans speak of it in units, in the terms of their goal, or as a share of the way. In the latter two it follows the
/// baseline: where that is read from the series and revised, so is this.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Milestone, Measure, Quantity, Series, Target, Unit, dec, date, evidence};
///
/// let unit = Unit::new("tCO2e".parse()?, 3)?;
/// let target = Target::builder(
///     "emissions-2030".parse()?,
///     Quantity::new(Measure::Flow, unit.clone()),
///     Goal::change(Bound::AtMost(dec!(-0.42))),
///     "2030".parse()?,
/// )
/// .baseline(Baseline::stated("2020".parse()?, dec!(1580)))
/// .milestone(Milestone::of_goal("2025".parse()?, dec!(-0.21))) // half of the cut
/// .build()?;
/// let series = Series::empty("emissions".parse()?, unit);
/// let path = target.trajectory(&series, date("2026-01-31")?);
/// assert_eq!(path.map(|path| path.milestones()[0].value), Ok(dec!(1248.2)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Milestone {
    /// The period at whose end it is due.
    pub period: Period,
    /// What is promised.
    pub promised: Terms,
}

/// What is promised in between, in one of the terms in which plans speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Terms {
    /// A value of the indicator, in its unit; a sum since the baseline for a cumulative goal, and an index whose
    /// baseline is 1 for a goal that is measured by yearly rates.
    Value(Decimal),
    /// In the terms of the goal: a change as a signed fraction, an addition in units, an average rate of growth a year
    /// since the baseline; a value for a level and a sum.
    OfGoal(Decimal),
    /// A share of the way from baseline to goal, in units, from 0 to 1.
    ShareOfWay(Decimal),
}

impl Terms {
    /// The number that is promised.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Milestone, dec, period};
    ///
    /// // The same year of one plan in three ways: 39 buildings, 11 more than there were, half of the way.
    /// let year = period!("2023");
    /// let stages = [
    ///     Milestone::value(year, dec!(39)),
    ///     Milestone::of_goal(year, dec!(11)),
    ///     Milestone::share_of_way(year, dec!(0.5)),
    /// ];
    /// assert_eq!(stages.map(|stage| stage.promised.number()), [dec!(39), dec!(11), dec!(0.5)]);
    /// ```
    pub const fn number(self) -> Decimal {
        match self {
            Self::Value(number) | Self::OfGoal(number) | Self::ShareOfWay(number) => number,
        }
    }

    /// The field of a milestone that holds such terms, if the goal is of this kind. The terms of a goal of unknown kind
    /// are taken for values.
    pub(super) fn name(self, goal: Option<GoalKind>) -> &'static str {
        match self {
            Self::Value(_) => "value",
            Self::OfGoal(_) => goal.map_or("value", GoalKind::name),
            Self::ShareOfWay(_) => "share_of_way",
        }
    }
}

impl Milestone {
    /// A value of the indicator.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Terms;
    /// use milepost::{Milestone, dec, period};
    ///
    /// // 40 of 50 buildings by the end of 2024.
    /// let milestone = Milestone::value(period!("2024"), dec!(40));
    /// assert_eq!(milestone.promised, Terms::Value(dec!(40)));
    /// ```
    pub const fn value(period: Period, value: Decimal) -> Self {
        let promised = Terms::Value(value);
        Self { period, promised }
    }

    /// A milestone of an amount in the terms of the goal.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Terms;
    /// use milepost::{Milestone, dec, period};
    ///
    /// // On the way to 31 % less in 2030, 21 % less in 2025: it follows a baseline that is revised.
    /// let milestone = Milestone::of_goal(period!("2025"), dec!(-0.21));
    /// assert_eq!(milestone.promised, Terms::OfGoal(dec!(-0.21)));
    /// ```
    pub const fn of_goal(period: Period, amount: Decimal) -> Self {
        let promised = Terms::OfGoal(amount);
        Self { period, promised }
    }

    /// A share of the way from baseline to goal.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Milestone, dec, period};
    ///
    /// // Half of the way by the end of 2025: from 28 to 50 buildings, 39.
    /// let milestone = Milestone::share_of_way(period!("2025"), dec!(0.5));
    /// assert_eq!(milestone.promised.number(), dec!(0.5));
    /// ```
    pub const fn share_of_way(period: Period, share: Decimal) -> Self {
        let promised = Terms::ShareOfWay(share);
        Self { period, promised }
    }

    /// All milestones as points with values; `None` if one is promised in the terms of the goal or as a share of the
    /// way, whose value depends on the baseline.
    pub(super) fn all_as_points(all: &[Self]) -> Option<Vec<Point>> {
        let value = |milestone: &Self| match milestone.promised {
            Terms::Value(value) => Some(Point::new(milestone.period, value)),
            Terms::OfGoal(_) | Terms::ShareOfWay(_) => None,
        };
        all.iter().map(value).collect()
    }
}

impl From<Point> for Milestone {
    /// A value of the indicator at its period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Milestone, Point, dec, period};
    ///
    /// // A row of a schedule, promised as it stands.
    /// let row = Point::new(period!("2025"), dec!(1000));
    /// assert_eq!(Milestone::from(row), Milestone::value(period!("2025"), dec!(1000)));
    /// ```
    fn from(milestone: Point) -> Self {
        Self::value(milestone.period, milestone.value)
    }
}
