//! A report on a deliverable.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Published, SeriesError, Source};
use crate::value::{Text, getters, names, setters};

names! { "a state of a deliverable":
    /// How far a deliverable has come.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum DeliveryState {
        /// Nothing has been done.
        NotStarted = "not_started",
        /// Something has been done.
        UnderWay = "under_way",
        /// The deliverable is done.
        Completed = "completed",
        /// The deliverable is done and in use.
        InUse = "in_use",
        /// The deliverable was given up.
        Cancelled = "cancelled",
    }
}

impl DeliveryState {
    /// Whether the deliverable is done.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::DeliveryState;
    ///
    /// let done = DeliveryState::ALL.iter().filter(|state| state.is_done());
    /// assert_eq!(done.map(|state| state.name()).collect::<Vec<_>>(), ["completed", "in_use"]);
    /// ```
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Completed | Self::InUse)
    }
}

/// A report on a deliverable: how far it had come on a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct Delivery {
    pub(crate) state: DeliveryState,
    pub(crate) on: NaiveDate,
    pub(crate) published: Published,
    /// INVARIANT: from 0 to 1.
    pub(crate) share_done: Option<Decimal>,
    pub(crate) source: Option<Source>,
    pub(crate) note: Option<Text>,
}

impl Delivery {
    /// The key by which the reports on a deliverable are sorted: the day, then the day of publication, then the state
    /// that they report, so that the order of a list never decides.
    pub(crate) fn order(&self) -> impl Ord + '_ {
        (
            self.on,
            self.published.order(),
            self.state,
            self.share_done,
            &self.source,
            &self.note,
        )
    }

    /// The state on a day, reported on that day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Delivery, DeliveryState, Published, day};
    ///
    /// // A bypass that opened in May, of which the ministry told in its half-yearly report.
    /// let opened = Delivery::new(DeliveryState::InUse, day!("2025-05-02"));
    /// assert_eq!(opened.published(), Published::On(day!("2025-05-02")));
    /// let told = opened.published_on(day!("2025-07-31"));
    /// assert_eq!((told.on(), told.published()), (day!("2025-05-02"), Published::On(day!("2025-07-31"))));
    /// ```
    pub const fn new(state: DeliveryState, on: NaiveDate) -> Self {
        Self {
            state,
            on,
            published: Published::On(on),
            share_done: None,
            source: None,
            note: None,
        }
    }

    setters! {
        /// The same report, published on this day.
        const published_on(day: NaiveDate) => published = Published::On(day),
        /// The same report, with what is known of its publication.
        with_published(published: Published) => published = published,
        /// The same report, found in this source.
        with_source(source: Source) => source = Some(source),
        /// The same report, with a note for readers.
        with_note(note: Text) => note = Some(note),
    }

    /// The same report, with the share that is done, from 0 to 1.
    ///
    /// # Errors
    ///
    /// [`SeriesError::ShareDone`] if the share is not from 0 to 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Delivery, DeliveryState, day, dec};
    ///
    /// let report = Delivery::new(DeliveryState::UnderWay, day!("2025-03-01"));
    /// assert_eq!(report.clone().with_share_done(dec!(0.6))?.share_done(), Some(dec!(0.6)));
    /// assert!(report.with_share_done(dec!(60)).is_err(), "a share is a fraction");
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn with_share_done(mut self, share: Decimal) -> Result<Self, SeriesError> {
        self.share_done = Some(Self::checked_share(share)?);
        Ok(self)
    }

    /// The share of a deliverable that is done; an error unless it is from 0 to 1.
    pub(crate) fn checked_share(share: Decimal) -> Result<Decimal, SeriesError> {
        if (Decimal::ZERO..=Decimal::ONE).contains(&share) {
            Ok(share)
        } else {
            Err(SeriesError::ShareDone { share })
        }
    }

    getters! {
        /// How far it had come.
        state: DeliveryState,
        /// The day on which it had come so far.
        on: NaiveDate,
        /// What is known of the publication.
        published: Published,
        /// The share that is done, from 0 to 1.
        share_done: Option<Decimal>,
        /// Where the report was found.
        source: Option<&Source>,
        /// A note for readers.
        note: Option<&Text>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn a_share_is_of_a_whole() {
        let day = "2026-01-01".parse().unwrap();
        assert_eq!(
            Delivery::new(DeliveryState::UnderWay, day)
                .with_share_done(dec!(1.01))
                .unwrap_err()
                .to_string(),
            "the share done of a deliverable is from 0 to 1, got 1.01"
        );
    }
}
