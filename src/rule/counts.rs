//! How many promises have each status.

use super::Status;

/// How many promises have each status. Statuses are counted whatever an average says.
///
/// # Examples
///
/// ```
/// use milepost::rollup::Counts;
/// use milepost::Status;
///
/// let mut counts = Counts::default();
/// (counts.on_track, counts.missed, counts.unknown) = (3, 1, 2);
/// assert_eq!((counts.total(), counts.judged(), counts.of(Status::OnTrack)), (6, 4, 3));
/// let occurring = counts.iter().filter(|(_, count)| *count > 0).map(|(status, _)| status);
/// assert_eq!(occurring.collect::<Vec<_>>(), [Status::OnTrack, Status::Missed, Status::Unknown]);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Counts {
    /// Promises whose bound is met.
    pub achieved: u32,
    /// Promises that are ahead of their path.
    pub ahead: u32,
    /// Promises on their path.
    pub on_track: u32,
    /// Promises behind their path.
    pub lagging: u32,
    /// Promises far behind their path.
    pub off_track: u32,
    /// Promises that move away from their goal.
    pub worsening: u32,
    /// Promises that were not kept.
    pub missed: u32,
    /// Promises of which nothing is due yet.
    pub not_due: u32,
    /// Promises of which nobody can say.
    pub unknown: u32,
}

impl Counts {
    /// How many have this status.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Status;
    /// use milepost::rollup::Counts;
    ///
    /// // A tile of a scoreboard for each status, by the status itself and not by the name of a field.
    /// let mut counts = Counts::default();
    /// (counts.lagging, counts.missed) = (4, 1);
    /// let tiles = [Status::Missed, Status::Lagging, Status::Ahead].map(|status| counts.of(status));
    /// assert_eq!(tiles, [1, 4, 0]);
    /// ```
    pub const fn of(mut self, status: Status) -> u32 {
        *self.count_of(status)
    }

    /// Each status with its count, from the best to the worst.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rollup::Counts;
    ///
    /// // All nine of them, those that do not occur too: so that columns of several pillars line up.
    /// let mut counts = Counts::default();
    /// (counts.unknown, counts.achieved) = (2, 5);
    /// let all: Vec<_> = counts.iter().map(|(status, count)| (status.name(), count)).collect();
    /// assert_eq!((all.len(), all.first(), all.last()), (9, Some(&("achieved", 5)), Some(&("unknown", 2))));
    /// ```
    pub fn iter(self) -> impl Iterator<Item = (Status, u32)> {
        Status::ALL.iter().map(move |&status| (status, self.of(status)))
    }

    /// How many there are, of whatever status.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rollup::Counts;
    ///
    /// let mut counts = Counts::default();
    /// (counts.on_track, counts.not_due, counts.unknown) = (7, 2, 3);
    /// assert_eq!(counts.total(), 12);
    /// assert_eq!(Counts::default().total(), 0);
    /// ```
    pub fn total(self) -> u32 {
        self.iter().fold(0, |total, (_, count)| total.saturating_add(count))
    }

    /// How many were judged: all but those that are not due and those of which nobody can say.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::rollup::Counts;
    ///
    /// // "7 of 10": of twelve promises two are not due yet, and of three of the others nobody can say.
    /// let mut counts = Counts::default();
    /// (counts.on_track, counts.not_due, counts.unknown) = (7, 2, 3);
    /// assert_eq!((counts.judged(), counts.total() - counts.not_due), (7, 10));
    /// ```
    pub fn judged(self) -> u32 {
        let judged = self.iter().filter(|(status, _)| status.is_judged());
        judged.fold(0, |total, (_, count)| total.saturating_add(count))
    }

    /// The field in which a status is counted.
    const fn count_of(&mut self, status: Status) -> &mut u32 {
        match status {
            Status::Achieved => &mut self.achieved,
            Status::Ahead => &mut self.ahead,
            Status::OnTrack => &mut self.on_track,
            Status::Lagging => &mut self.lagging,
            Status::OffTrack => &mut self.off_track,
            Status::Worsening => &mut self.worsening,
            Status::Missed => &mut self.missed,
            Status::NotDue => &mut self.not_due,
            Status::Unknown => &mut self.unknown,
        }
    }

    /// Counts one more promise with this status.
    pub(crate) const fn count(&mut self, status: Status) {
        let count = self.count_of(status);
        *count = count.saturating_add(1);
    }

    /// Adds other counts, status by status.
    pub(super) fn add(&mut self, others: Self) {
        for (status, more) in others.iter() {
            let count = self.count_of(status);
            *count = count.saturating_add(more);
        }
    }

    /// The counts of these statuses.
    pub(crate) fn of_statuses(statuses: impl IntoIterator<Item = Status>) -> Self {
        let mut counts = Self::default();
        statuses.into_iter().for_each(|status| counts.count(status));
        counts
    }
}
