//! A figure as it was known, of one observation or of several.

use chrono::NaiveDate;

use super::{Flags, Observation, ObservationStatus, Published, Reading};
use crate::value::{Period, Unit, names};

names! { "an agreement of sources":
    /// How the sources of a figure agree.
    #[derive(Default, PartialOrd, Ord)]
    pub enum Agreement {
        /// There is one source, or all say the same.
        #[default]
        Agree = "agree",
        /// An earlier vintage, which said something else, came from another source.
        Changed = "changed",
        /// The sources say different things: the figure is the interval between them.
        Differ = "differ",
    }
}

/// A figure as it was known: the latest vintage of one observation, or the sum of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Figure {
    /// The days that the figure covers, at whose end it stands.
    pub period: Period,
    /// The value that was read, or its limits.
    pub reading: Reading,
    /// What the publisher says of the figure; of a sum, of any of its parts.
    pub status: Flags,
    /// When the figure was published, as far as it is known; of a sum, that of the latest and vaguest part.
    pub published: Published,
    /// How its sources agree; of a sum, of the part of which they do least.
    pub agreement: Agreement,
}

impl Figure {
    /// The figure of one observation.
    pub(crate) fn of(observation: &Observation) -> Self {
        Self {
            period: observation.coverage(),
            reading: observation.reading(),
            status: observation.status(),
            published: observation.published(),
            agreement: Agreement::Agree,
        }
    }

    /// The figure of a series in the unit `from`, in another unit; `None` where the units do not convert.
    pub(crate) fn in_unit(self, from: &Unit, to: &Unit) -> Option<Self> {
        let reading = self.reading.try_map(|value| from.convert(value, to).ok())?;
        Some(Self { reading, ..self })
    }

    /// Whether no part of the figure is estimated: an estimate proves nothing.
    pub(crate) fn is_measured(self) -> bool {
        !self.status.contains(ObservationStatus::Estimated)
    }

    /// Whether the figure is an estimate that was published by a day.
    pub(crate) fn is_estimated_by(self, day: NaiveDate) -> bool {
        !self.is_measured() && self.published.earliest().is_some_and(|published| published <= day)
    }

    /// Whether a figure of another source for the same period has the same reading; approximate numbers are taken as
    /// exact.
    pub(super) fn says_the_same_as(self, other: Self) -> bool {
        self.merged_with(other)
            .is_some_and(|both| both.agreement == Agreement::Agree)
    }

    /// This figure merged with the figure of another source for the same period: all that lies between their readings,
    /// and whether these agree, approximate numbers taken as exact. `None` where nothing limits what lies between them.
    pub(super) fn merged_with(self, other: Self) -> Option<Self> {
        let number = |reading: Reading| reading.value().map_or(reading, Reading::Exact);
        let is_same = number(self.reading) == number(other.reading);
        let agreement = if is_same { Agreement::Agree } else { Agreement::Differ };
        Some(Self {
            reading: self.reading.hull(other.reading)?,
            status: self.status.union(other.status),
            published: self.published.together_with(other.published),
            // The other figure is always of one observation: only this one may be of sources that differ.
            agreement: agreement.max(self.agreement),
            ..self
        })
    }

    /// The figure from the first day of this period to the last of the next, with both readings joined; `None` where
    /// `join` makes no reading of the two.
    pub(crate) fn joined(self, next: Self, join: impl Join) -> Option<Self> {
        let period = Period::between(self.period.first(), next.period.last()).ok()?;
        let joined = self.with_joined(next, join)?;
        Some(Self { period, ..joined })
    }

    /// This figure, over its own period, with the reading of another joined to its own: its status, publication and
    /// agreement are those of both. `None` where `join` makes no reading of the two.
    pub(super) fn with_joined(self, next: Self, join: impl Join) -> Option<Self> {
        Some(Self {
            period: self.period,
            reading: join(self.reading, next.reading)?,
            status: self.status.union(next.status),
            published: self.published.together_with(next.published),
            agreement: self.agreement.max(next.agreement),
        })
    }
}

/// How the readings of two periods that follow each other make a reading of both periods; `None` where they make none.
pub(crate) trait Join: Fn(Reading, Reading) -> Option<Reading> + Copy {}

impl<F: Fn(Reading, Reading) -> Option<Reading> + Copy> Join for F {}

/// The sum of flows over a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// Every day is covered once, up to the end of the figure's period.
    Whole(Figure),
    /// Some days are not covered: the sum of what there is.
    WithGap(Figure),
}
