//! The day as of which a question is asked.

use chrono::NaiveDate;

use super::Published;
use crate::value::{Position, names};

names! { "a way with undated figures":
    /// What to do with figures whose publication nobody dated.
    #[derive(Default)]
    pub enum Undated {
        /// Undated figures were not known: a replay shows nothing that may have come later.
        #[default]
        LeaveOut = "leave_out",
        /// Undated figures were known, and a caveat names them.
        Include = "include",
    }
}

/// The day as of which a question is asked: what was published later does not exist yet.
///
/// A plain date leaves out figures whose publication is not dated.
///
/// # Examples
///
/// ```
/// use milepost::{AsOf, date};
///
/// let day = date("2026-01-31")?;
/// let strict = AsOf::from(day);
/// let lenient = AsOf::from(day).including_undated();
/// assert_ne!(strict, lenient);
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[must_use]
pub struct AsOf {
    date: NaiveDate,
    undated: Undated,
}

impl AsOf {
    /// The same day, with figures counted as known whose publication is not dated.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{AsOf, Observation, Series, Unit, code, day, dec, period};
    ///
    /// // A table without a column of release dates: for a replay of the past nothing of it is known.
    /// let rate = Observation::new(period!("2023"), dec!(5.1));
    /// let series = Series::new(code!("unemployment"), Unit::percent(), vec![rate])?;
    /// let today = AsOf::from(day!("2024-06-30"));
    /// assert_eq!(series.as_known_on(today).iter().count(), 0);
    /// assert_eq!(series.as_known_on(today.including_undated()).iter().count(), 1);
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub const fn including_undated(mut self) -> Self {
        self.undated = Undated::Include;
        self
    }

    /// The day.
    pub const fn date(self) -> NaiveDate {
        self.date
    }

    /// The same on another day.
    pub(super) const fn on(self, date: NaiveDate) -> Self {
        Self { date, ..self }
    }

    /// What to do with figures whose publication nobody dated.
    pub const fn undated(self) -> Undated {
        self.undated
    }

    /// The position at the end of the day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{AsOf, day, period};
    ///
    /// // Whoever asks on the last day of June asks at the end of the first half.
    /// assert_eq!(AsOf::from(day!("2026-06-30")).position(), period!("2026-S1").end());
    /// ```
    pub fn position(self) -> Position {
        Position::of(self.date)
    }

    /// Whether what was published at this time was known at the end of the day; what nobody dated was, where undated
    /// figures are included.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{AsOf, Published, day};
    ///
    /// let today = AsOf::from(day!("2026-01-31"));
    /// assert!(today.knows(Published::On(day!("2026-01-31"))));
    /// assert!(!today.knows(Published::NotBefore(day!("2026-02-01"))));
    /// assert!(!today.knows(Published::Unstated));
    /// assert!(today.including_undated().knows(Published::Unstated));
    /// ```
    pub fn knows(self, published: Published) -> bool {
        match published.earliest() {
            Some(day) => day <= self.date,
            None => self.undated == Undated::Include,
        }
    }
}

impl From<NaiveDate> for AsOf {
    /// The end of this day, with nothing known that nobody dated.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{AsOf, Undated, day};
    ///
    /// // So every question takes a plain day.
    /// let today = AsOf::from(day!("2026-01-31"));
    /// assert_eq!((today.date(), today.undated()), (day!("2026-01-31"), Undated::LeaveOut));
    /// ```
    fn from(date: NaiveDate) -> Self {
        Self {
            date,
            undated: Undated::LeaveOut,
        }
    }
}
