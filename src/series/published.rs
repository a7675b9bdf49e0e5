//! When a figure was published.

use core::fmt;

use chrono::NaiveDate;

use super::SeriesError;
use crate::value::Period;

/// When a figure was published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Published {
    /// On this day.
    On(NaiveDate),
    /// On this day or later, nobody knows when. The figure counts as known from that day on, and is named by a caveat.
    NotBefore(NaiveDate),
    /// Nobody knows when. The figure counts as known only if the caller says so.
    #[default]
    Unstated,
}

/// As documents say it: the day, `not before` a day, or `unstated`.
impl fmt::Display for Published {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(formatter, "{day}"),
            Self::NotBefore(day) => write!(formatter, "not before {day}"),
            Self::Unstated => formatter.write_str("unstated"),
        }
    }
}

impl Published {
    /// The first day on which the figure can have been known; `None` where nobody states any.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Published, day};
    ///
    /// assert_eq!(Published::NotBefore(day!("2025-01-01")).earliest(), Some(day!("2025-01-01")));
    /// assert_eq!(Published::Unstated.earliest(), None);
    /// assert_eq!(Published::NotBefore(day!("2025-01-01")).to_string(), "not before 2025-01-01");
    /// ```
    pub const fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) | Self::NotBefore(day) => Some(day),
            Self::Unstated => None,
        }
    }

    /// Fails for a day that no document can write.
    pub(super) fn check(self) -> Result<(), SeriesError> {
        self.earliest().map_or(Ok(()), |day| check_day(day, "published"))
    }

    /// The key by which vintages are sorted in time: the first day on which each can have been known, and whether the
    /// day is only one before which it was not published. Such a vintage comes after others of the day, since it may
    /// have been published later.
    pub(super) const fn order(self) -> (Option<NaiveDate>, bool) {
        (self.earliest(), matches!(self, Self::NotBefore(_)))
    }

    /// The publication of two figures taken together: the later day, and the vaguer statement.
    pub(crate) fn together_with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unstated, _) | (_, Self::Unstated) => Self::Unstated,
            (Self::On(one), Self::On(two)) => Self::On(one.max(two)),
            (Self::On(one) | Self::NotBefore(one), Self::On(two) | Self::NotBefore(two)) => {
                Self::NotBefore(one.max(two))
            }
        }
    }
}

/// Fails for the day of a `field` outside of the years 0001 to 9999, which no document can write.
pub(super) fn check_day(day: NaiveDate, field: &'static str) -> Result<(), SeriesError> {
    match Period::day(day) {
        Ok(_) => Ok(()),
        Err(_) => Err(SeriesError::DayOutOfRange { day, field }),
    }
}
