//! How a path runs, and the points through which it leads.

use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;

use crate::value::{Period, names};

/// A value promised for a period: an interim value on the way to a goal, or any other point of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Point {
    /// The period at whose end the value is due.
    pub period: Period,
    /// The value.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub value: Decimal,
}

impl Point {
    /// This value at the end of this period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::trajectory::Curve;
    /// use milepost::{Point, Trajectory, dec, period};
    ///
    /// // A point of a fiscal year lies at its end: three months after that of the calendar year.
    /// let from = Point::new(period!("2020-04-01/P1Y"), dec!(100));
    /// let path = Trajectory::new(from, &[], Point::new(period!("2025-04-01/P1Y"), dec!(160)), Curve::Linear)?;
    /// assert_eq!(path.expected(period!("2021-03"))?, dec!(100));
    /// assert_eq!(path.expected(period!("2021"))?, dec!(109));
    /// # Ok::<(), milepost::trajectory::TrajectoryError>(())
    /// ```
    pub const fn new(period: Period, value: Decimal) -> Self {
        Self { period, value }
    }
}

/// How a path runs from the baseline to the goal, as an author chooses it.
///
/// | shape | between two points |
/// |---|---|
/// | [`Linear`](Self::Linear) | the same amount a year |
/// | [`ConstantGrowth`](Self::ConstantGrowth) | the same rate a year; all values above zero |
/// | [`Logistic`](Self::Logistic) | an S-curve below a ceiling: the odds value ÷ (ceiling − value) grow at the same rate a year |
/// | [`Schedule`](Self::Schedule) | a table of values, in steps or joined by straight lines |
/// | [`Hold`](Self::Hold) | the goal's value from the first day |
///
/// Linear paths, constant growth and S-curves pass through a target's milestones.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// The same amount a year.
    Linear,
    /// The same rate a year.
    ConstantGrowth,
    /// The S-curve of what spreads: slow at first, fastest at half of a ceiling, slow again near to it.
    ///
    /// Baseline, milestones and goal lie above 0 and below the ceiling. A falling path runs down the same curve.
    Logistic {
        /// The value that is never quite reached, in the unit of the values: 100 of a percentage.
        ceiling: Decimal,
    },
    /// A table of values.
    Schedule(Schedule),
    /// The goal's value from the first day.
    Hold,
}

/// A published table of the values that are due, period by period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Schedule {
    /// The values, in the order of time.
    #[cfg_attr(feature = "serde", serde(rename = "schedule"))]
    pub points: Vec<Point>,
    /// The value that is due between two of them.
    pub between: Between,
}

names! { "a way between two points":
    /// The value that is due between two points of a [`Schedule`].
    pub enum Between {
        /// The earlier value stays due until the later one is.
        Stepped = "stepped",
        /// The straight line from one to the other.
        Interpolated = "interpolated",
    }
}

/// How a [`Trajectory`](super::Trajectory) runs between its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Curve {
    /// The same amount a year.
    Linear,
    /// The same rate a year.
    ConstantGrowth,
    /// The odds value ÷ (ceiling − value) grow by the same rate a year.
    Logistic {
        /// Above all values.
        #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
        ceiling: Decimal,
    },
    /// The earlier value until the later point is reached.
    Stepped,
    /// The goal's value all along.
    Hold,
}

impl Curve {
    /// The name in documents, which says nothing of a ceiling.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::trajectory::Curve;
    /// use milepost::{Language, Point, Trajectory, dec, period};
    ///
    /// let [from, to] = [Point::new(period!("2021"), dec!(8)), Point::new(period!("2030"), dec!(75))];
    /// let path = Trajectory::new(from, &[], to, Curve::Logistic { ceiling: dec!(100) })?;
    /// assert_eq!(path.curve().name(), "logistic");
    /// assert_eq!(path.curve().to_string(), "logistic");
    /// // People read words.
    /// assert_eq!(path.curve().words(Language::English), "an S-curve");
    /// # Ok::<(), milepost::trajectory::TrajectoryError>(())
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::ConstantGrowth => "constant_growth",
            Self::Logistic { .. } => "logistic",
            Self::Stepped => "stepped",
            Self::Hold => "hold",
        }
    }
}

impl fmt::Display for Curve {
    /// The name in documents.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
