//! One published figure.

use alloc::boxed::Box;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Flags, ObservationStatus, Published, Reading, SeriesError, Source, Uncertainty};
use crate::value::{Interval, Period, Text, getters};

/// One published figure: a period, what was read, and what is known of its publication.
///
/// # Examples
///
/// ```
/// use milepost::value::Interval;
/// use milepost::{Observation, date, dec};
///
/// let published = date("2026-01-26")?;
/// let figure = Observation::new("2025".parse()?, dec!(1781.8)).published_on(published);
/// let over = Observation::new("2023".parse()?, Interval::more_than(dec!(1600)));
/// assert_eq!(figure.reading().value(), Some(dec!(1781.8)));
/// assert_eq!(over.reading().value(), None);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct Observation {
    period: Period,
    /// INVARIANT: missing exactly where the status excludes a value.
    reading: NarrowReading,
    published: Published,
    status: Flags,
    /// INVARIANT: none where it would hold nothing, so that equal figures are equal.
    rare: Option<Box<RareParts>>,
}

/// A reading without the limits that few have: of a million figures each byte counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum NarrowReading {
    Exact(Decimal),
    Approximate(Decimal),
    /// Between limits that stand among the rare parts.
    Between,
    Missing,
}

/// The parts that most figures lack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct RareParts {
    /// The days that a running total covers, from before its period; `None` of other figures.
    coverage: Option<Period>,
    /// The limits of a reading that is only a bound.
    interval: Option<Interval>,
    uncertainty: Option<Uncertainty>,
    source: Option<Source>,
    note: Option<Text>,
}

impl Observation {
    /// A final figure of a period, whose publication is not dated.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Interval, Observation, Published, Reading, dec, period};
    ///
    /// // A number, or the limits within which one lies, as a table prints `< 5`.
    /// let counted = Observation::new(period!("2024"), dec!(1250));
    /// assert_eq!(counted.reading(), Reading::Exact(dec!(1250)));
    /// assert_eq!(counted.published(), Published::Unstated);
    /// let few = Observation::new(period!("2024"), Reading::Interval(Interval::less_than(dec!(5))));
    /// assert_eq!(few.reading().value(), None);
    /// ```
    pub fn new(period: Period, reading: impl Into<Reading>) -> Self {
        let mut observation = Self {
            period,
            reading: NarrowReading::Missing,
            published: Published::Unstated,
            status: Flags::NONE,
            rare: None,
        };
        observation.set_reading(match reading.into() {
            Reading::Interval(limits) => limits.into(),
            reading => reading,
        });
        observation
    }

    /// Sets the reading, where there is none yet or one of the same kind: limits, and the flag of a missing value, that
    /// were set by a reading of another kind are not taken back.
    fn set_reading(&mut self, reading: Reading) {
        match reading {
            Reading::Exact(value) => self.reading = NarrowReading::Exact(value),
            Reading::Approximate(value) => self.reading = NarrowReading::Approximate(value),
            Reading::Interval(interval) => {
                self.reading = NarrowReading::Between;
                self.change_rare_parts(|rare| rare.interval = Some(interval));
            }
            Reading::Missing => self.status = self.status.with(ObservationStatus::Missing),
        }
    }

    /// Changes the parts that most figures lack.
    fn change_rare_parts(&mut self, change: impl FnOnce(&mut RareParts)) {
        let mut rare = self.rare.take().unwrap_or_default();
        change(&mut rare);
        self.rare = Some(rare).filter(|rare| **rare != RareParts::default());
    }

    /// The same figure, published on this day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Unit, code, day, dec, period};
    ///
    /// // From the end of that day on it is known, and in a replay of the day before nobody knows it.
    /// let figure = Observation::new(period!("2024"), dec!(5.1)).published_on(day!("2025-02-28"));
    /// let series = Series::new(code!("unemployment"), Unit::percent(), vec![figure])?;
    /// let known_on = |day| series.as_known_on(day).figures().count();
    /// assert_eq!((known_on(day!("2025-02-27")), known_on(day!("2025-02-28"))), (0, 1));
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn published_on(self, day: NaiveDate) -> Self {
        self.with_published(Published::On(day))
    }

    /// The same figure, with what is known of its publication.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{AsOf, Observation, Published, day, dec, period};
    ///
    /// // A yearbook of 2025 says no day: before that year began the figure was known to nobody.
    /// let yearbook = Published::NotBefore(day!("2025-01-01"));
    /// let figure = Observation::new(period!("2023"), dec!(5.1)).with_published(yearbook);
    /// assert!(!AsOf::from(day!("2024-12-31")).knows(figure.published()));
    /// assert!(AsOf::from(day!("2025-01-01")).knows(figure.published()));
    /// ```
    pub fn with_published(mut self, published: Published) -> Self {
        self.published = published;
        self
    }

    /// The same figure, of which the publisher says this: one status, or several. One that excludes a value leaves
    /// none, nor an uncertainty of it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::ObservationStatus::{Confidential, Estimated, Provisional};
    /// use milepost::{Observation, Reading, dec, period};
    ///
    /// let figure = Observation::new(period!("2024"), dec!(5.2)).with_status([Provisional, Estimated]);
    /// assert_eq!(figure.reading(), Reading::Exact(dec!(5.2)));
    /// // The last call counts alone, and a figure that may not be published has no value.
    /// let withheld = figure.with_status(Confidential);
    /// assert_eq!(withheld.reading(), Reading::Missing);
    /// assert!(!withheld.status().contains(Provisional));
    /// ```
    pub fn with_status(mut self, status: impl Into<Flags>) -> Self {
        self.status = status.into();
        if self.status.exclude_a_value() {
            self.reading = NarrowReading::Missing;
            if self.rare.is_some() {
                self.change_rare_parts(|rare| {
                    rare.interval = None;
                    rare.uncertainty = None;
                });
            }
        } else if self.reading == NarrowReading::Missing {
            self.status = self.status.with(ObservationStatus::Missing);
        }
        self
    }

    /// The same figure as a running total: the sum from this day to the end of the period.
    ///
    /// # Errors
    ///
    /// [`SeriesError::TotalBeginsTooLate`] if the day comes after the period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, day, dec, period};
    ///
    /// // Sales from January to September.
    /// let total = Observation::new(period!("2024-09"), dec!(310)).cumulative_since(day!("2024-01-01"))?;
    /// assert!(total.is_running_total());
    /// assert_eq!((total.period(), total.coverage()), (period!("2024-09"), period!("2024-01-01/P9M")));
    /// assert!(Observation::new(period!("2024-09"), dec!(310)).cumulative_since(day!("2024-10-01")).is_err());
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn cumulative_since(mut self, since: NaiveDate) -> Result<Self, SeriesError> {
        let period = self.period;
        let coverage =
            Period::between(since, period.last()).map_err(|_| SeriesError::TotalBeginsTooLate { period, since })?;
        self.change_rare_parts(|rare| rare.coverage = (coverage != period).then_some(coverage));
        Ok(self)
    }

    /// The same figure, with what its publisher says of how far the true value may lie from it.
    ///
    /// # Errors
    ///
    /// [`SeriesError::RangeWithoutValue`], [`SeriesError::Confidence`], [`SeriesError::StandardError`] and
    /// [`SeriesError::UncertaintyOfNoValue`] where it cannot stand beside the figure.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Reading, Uncertainty, dec, period};
    ///
    /// let error = Uncertainty::standard_error(dec!(0.4));
    /// assert!(Observation::new(period!("2024"), dec!(5.2)).with_uncertainty(error).is_ok());
    /// // Nothing is sure or unsure of a value that is not there.
    /// assert!(Observation::new(period!("2024"), Reading::Missing).with_uncertainty(error).is_err());
    /// ```
    pub fn with_uncertainty(mut self, uncertainty: Uncertainty) -> Result<Self, SeriesError> {
        uncertainty.check(self.reading().value())?;
        self.change_rare_parts(|rare| rare.uncertainty = Some(uncertainty));
        Ok(self)
    }

    /// The same figure, found in this source.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Source, Unit, code, day, dec, period, text};
    ///
    /// // Two surveys of one year are no repetition: each has its source.
    /// let of = |share, title| {
    ///     let figure = Observation::new(period!("2023"), share).published_on(day!("2024-05-01"));
    ///     figure.with_source(Source::new(title))
    /// };
    /// let both = vec![of(dec!(11.4), text!("Survey of households")), of(dec!(12.1), text!("Labour force survey"))];
    /// assert!(Series::new(code!("poverty"), Unit::percent(), both).is_ok());
    /// ```
    pub fn with_source(mut self, source: Source) -> Self {
        self.change_rare_parts(|rare| rare.source = Some(source));
        self
    }

    /// The same figure, with a note for readers.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, dec, period, text};
    ///
    /// let figure = Observation::new(period!("2020"), dec!(64)).with_note(text!("Schools were closed in spring"));
    /// assert_eq!(figure.note(), Some(&text!("Schools were closed in spring")));
    /// ```
    pub fn with_note(mut self, note: Text) -> Self {
        self.change_rare_parts(|rare| rare.note = Some(note));
        self
    }

    getters! {
        /// The period at whose end the figure sits.
        period: Period,
        /// What is known of the publication.
        published: Published,
        /// What its publisher says of it.
        status: Flags,
    }

    /// The days that the figure covers: the period, or more in a running total.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, day, dec, period};
    ///
    /// // "310 by the end of September", of which the year begins in April.
    /// let total = Observation::new(period!("2024-09"), dec!(310)).cumulative_since(day!("2024-04-01"))?;
    /// assert_eq!(total.coverage(), period!("2024-04-01/P6M"));
    /// assert_eq!(Observation::new(period!("2024-09"), dec!(52)).coverage(), period!("2024-09"));
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub const fn coverage(&self) -> Period {
        match &self.rare {
            Some(rare) => match rare.coverage {
                Some(coverage) => coverage,
                None => self.period,
            },
            None => self.period,
        }
    }

    /// Whether the figure is a running total from a day before its period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, day, dec, period};
    ///
    /// // A total since the first day of its own period is a figure of that period like any other.
    /// let of_year = |since| Observation::new(period!("2024"), dec!(400)).cumulative_since(since);
    /// assert!(!of_year(day!("2024-01-01"))?.is_running_total());
    /// assert!(of_year(day!("2021-01-01"))?.is_running_total(), "a sum of four years");
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn is_running_total(&self) -> bool {
        self.coverage() != self.period
    }

    /// What was read.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Interval, Observation, ObservationStatus, Reading, dec, period};
    ///
    /// // What a table prints as `≈ 1,400`, as `> 95`, and as `c` for confidential.
    /// let about = Observation::new(period!("2024"), Reading::Approximate(dec!(1400)));
    /// let over = Observation::new(period!("2024"), Interval::more_than(dec!(95)));
    /// let withheld = Observation::new(period!("2024"), dec!(3)).with_status(ObservationStatus::Confidential);
    /// let values = [about, over, withheld].map(|figure| figure.reading().value());
    /// assert_eq!(values, [Some(dec!(1400)), None, None]);
    /// ```
    pub const fn reading(&self) -> Reading {
        match (self.reading, &self.rare) {
            (NarrowReading::Exact(value), _) => Reading::Exact(value),
            (NarrowReading::Approximate(value), _) => Reading::Approximate(value),
            (NarrowReading::Between, Some(rare)) => match rare.interval {
                Some(interval) => Reading::Interval(interval),
                None => Reading::Missing,
            },
            (NarrowReading::Between | NarrowReading::Missing, _) => Reading::Missing,
        }
    }

    /// Whether the observation says that there is no value.
    pub(crate) const fn is_missing(&self) -> bool {
        matches!(self.reading(), Reading::Missing)
    }

    /// The key that no two observations of a series have in common, and by which they are sorted: the days that an
    /// observation covers, when it was published, its source.
    pub(crate) fn identity(&self) -> (Period, impl Ord + use<>, Option<&Source>) {
        (self.coverage(), self.published.order(), self.source())
    }

    /// How far the true value may lie from the figure, if its publisher says so.
    pub const fn uncertainty(&self) -> Option<Uncertainty> {
        match &self.rare {
            Some(rare) => rare.uncertainty,
            None => None,
        }
    }

    /// The source in which the figure was found, if it is stated.
    pub const fn source(&self) -> Option<&Source> {
        match &self.rare {
            Some(rare) => rare.source.as_ref(),
            None => None,
        }
    }

    /// A note for readers, if there is one.
    pub const fn note(&self) -> Option<&Text> {
        match &self.rare {
            Some(rare) => rare.note.as_ref(),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn a_figure_is_narrow() {
        assert_eq!(size_of::<Observation>(), 48);
    }

    /// Whichever is said first: no uncertainty stands beside no value.
    #[test]
    fn a_figure_that_is_withheld_is_not_uncertain() {
        let uncertain = Uncertainty::standard_error(dec!(0.4));
        let figure = Observation::new("2024".parse().unwrap(), dec!(5.2));
        let withheld = figure.clone().with_uncertainty(uncertain).unwrap();
        let withheld = withheld.with_status(ObservationStatus::Confidential);
        assert_eq!(withheld, figure.with_status(ObservationStatus::Confidential));
        assert!(withheld.with_uncertainty(uncertain).is_err());
    }

    #[test]
    fn refusals() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let period: Period = "2025".parse().unwrap();
        assert_eq!(
            Observation::new(period, dec!(1))
                .cumulative_since(day("2026-01-01"))
                .unwrap_err()
                .to_string(),
            "a running total that ends with 2025 cannot begin on 2026-01-01"
        );
    }
}
