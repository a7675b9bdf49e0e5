//! One published figure.

use alloc::boxed::Box;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Flags, ObservationStatus, SeriesError, Uncertainty};
use crate::value::decimal::exact_sum;
use crate::value::{Edge, Interval, Period, Text, ValueError, names};

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Reading {
    /// This value.
    Exact(#[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))] Decimal),
    /// About this value (約), within nobody knows what.
    Approximate(#[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))] Decimal),
    /// Some value between limits: "over 1,400".
    Interval(Interval),
    /// There is no value: it was not collected, or it was withdrawn.
    Missing,
}

impl Reading {
    /// The value, exact or approximate.
    pub const fn value(self) -> Option<Decimal> {
        match self {
            Self::Exact(value) | Self::Approximate(value) => Some(value),
            Self::Interval(_) | Self::Missing => None,
        }
    }

    /// The lower and upper limit; the value itself for both where there is one.
    pub const fn edges(self) -> (Edge, Edge) {
        match self {
            Self::Exact(value) | Self::Approximate(value) => (Edge::Inclusive(value), Edge::Inclusive(value)),
            Self::Interval(interval) => (interval.low(), interval.high()),
            Self::Missing => (Edge::Unlimited, Edge::Unlimited),
        }
    }

    /// The value, or the edge next to what is possible, where none of what it can mean is possible.
    pub(crate) fn beyond(self, possible: Interval) -> Option<Decimal> {
        let (low, high) = self.edges();
        let is_empty = |low, high| matches!(Interval::between(low, high), Err(ValueError::IntervalEmpty { .. }));
        if is_empty(possible.low(), high) {
            return high.value();
        }
        low.value().filter(|_| is_empty(low, possible.high()))
    }

    /// Whether both cannot be true: no number is one that each of them can mean. What is only about right contradicts
    /// nothing.
    pub(crate) fn contradicts(self, other: Self) -> bool {
        let is_about = |reading| matches!(reading, Self::Approximate(_));
        let (low, high) = other.edges();
        let is_apart = || Interval::between(low, high).is_ok_and(|other| self.beyond(other).is_some());
        !is_about(self) && !is_about(other) && is_apart()
    }

    /// This or more. What is only about right may be anything.
    pub(crate) fn or_more(self) -> Self {
        if matches!(self, Self::Approximate(_) | Self::Missing) {
            return Self::Missing;
        }
        let (low, _) = self.edges();
        Interval::between(low, Edge::Unlimited).map_or(Self::Missing, Self::Interval)
    }

    /// Whether all that it can mean is less than 0.
    pub(crate) fn is_negative(self) -> bool {
        match self.edges() {
            (_, Edge::Inclusive(high)) => high < Decimal::ZERO,
            (_, Edge::Exclusive(high)) => high <= Decimal::ZERO,
            (_, Edge::Unlimited) => false,
        }
    }

    /// The same reading with `change` done to each of its numbers, which keeps their order; `None` where that fails.
    pub(crate) fn try_map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(match self {
            Self::Exact(value) => Self::Exact(change(value)?),
            Self::Approximate(value) => Self::Approximate(change(value)?),
            Self::Interval(interval) => Self::Interval(interval.try_map(change)?),
            Self::Missing => Self::Missing,
        })
    }

    /// All that lies between two readings, where a number that is only about right stands where it is; `None` of what
    /// is missing.
    pub(crate) fn hull(self, other: Self) -> Option<Self> {
        if self == other {
            return Some(self);
        }
        if let (Some(one), Some(two)) = (self.value(), other.value()) {
            if one == two {
                return Some(Self::Approximate(one));
            }
            let (low, high) = (Edge::Inclusive(one.min(two)), Edge::Inclusive(one.max(two)));
            return Interval::between(low, high).map(Self::Interval).ok();
        }
        let ((one_low, one_high), (two_low, two_high)) = (self.edges(), other.edges());
        let low = outer_edge(one_low, two_low, Decimal::le);
        Interval::between(low, outer_edge(one_high, two_high, Decimal::ge))
            .map(Self::Interval)
            .ok()
    }

    /// The sum of two readings, no more certain than either; `None` if it has more than 28 digits.
    pub(crate) fn checked_add(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Missing, _) | (_, Self::Missing) => Some(Self::Missing),
            (Self::Exact(one), Self::Exact(two)) => exact_sum(one, two).map(Self::Exact),
            (Self::Exact(one) | Self::Approximate(one), Self::Exact(two) | Self::Approximate(two)) => {
                exact_sum(one, two).map(Self::Approximate)
            }
            (Self::Interval(_), _) | (_, Self::Interval(_)) => {
                let ((one_low, one_high), (two_low, two_high)) = (self.edges(), other.edges());
                let low = sum_of_edges(one_low, two_low)?;
                let high = sum_of_edges(one_high, two_high)?;
                // Limits on opposite sides say nothing of the sum.
                Some(Interval::between(low, high).map_or(Self::Missing, Self::Interval))
            }
        }
    }
}

/// The edge that lies further out, as `is_outer` tells it of two numbers. Where both lie at one number, the one that
/// includes it is the outer one.
fn outer_edge(one: Edge, two: Edge, is_outer: fn(&Decimal, &Decimal) -> bool) -> Edge {
    match (one, two) {
        (Edge::Unlimited, _) | (_, Edge::Unlimited) => Edge::Unlimited,
        (Edge::Inclusive(a) | Edge::Exclusive(a), Edge::Inclusive(b) | Edge::Exclusive(b)) if a == b => {
            if matches!(one, Edge::Inclusive(_)) { one } else { two }
        }
        (Edge::Inclusive(a) | Edge::Exclusive(a), Edge::Inclusive(b) | Edge::Exclusive(b)) => {
            if is_outer(&a, &b) {
                one
            } else {
                two
            }
        }
    }
}

/// The limit of a sum, from one limit of each number; `None` if it has more than 28 digits.
fn sum_of_edges(one: Edge, two: Edge) -> Option<Edge> {
    let Some((first, second)) = one.value().zip(two.value()) else {
        return Some(Edge::Unlimited);
    };
    let sum = exact_sum(first, second)?;
    Some(match (one, two) {
        (Edge::Inclusive(_), Edge::Inclusive(_)) => Edge::Inclusive(sum),
        _ => Edge::Exclusive(sum),
    })
}

impl From<Decimal> for Reading {
    fn from(value: Decimal) -> Self {
        Self::Exact(value)
    }
}

impl From<Interval> for Reading {
    fn from(interval: Interval) -> Self {
        Self::Interval(interval)
    }
}

/// When a figure was published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Published {
    /// On this day.
    On(NaiveDate),
    /// On this day or later, nobody knows when. It counts as known from that day on, and is named by a caveat.
    NotBefore(NaiveDate),
    /// Nobody knows when. It counts as known only if the caller says so.
    #[default]
    Unstated,
}

impl Published {
    /// The first day on which the figure can have been known.
    pub const fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) | Self::NotBefore(day) => Some(day),
            Self::Unstated => None,
        }
    }

    /// What orders vintages in time: the first day on which each can have been known, and of one day the vaguer
    /// statement last, since it may mean a later one.
    pub(super) const fn order(self) -> (Option<NaiveDate>, bool) {
        (self.earliest(), matches!(self, Self::NotBefore(_)))
    }

    /// What can be said of the publication of two figures together: the later day, and the vaguer statement.
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

/// Where a figure or report was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[must_use]
pub struct Source {
    title: Text,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    publisher: Option<Text>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    url: Option<Box<str>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    locator: Option<Box<str>>,
}

impl Source {
    /// The document with this title.
    pub const fn new(title: Text) -> Self {
        Self {
            title,
            publisher: None,
            url: None,
            locator: None,
        }
    }

    /// The same source, of this publisher: whatever it publishes of a period takes the place of what it published
    /// before.
    pub fn published_by(mut self, publisher: Text) -> Self {
        self.publisher = Some(publisher);
        self
    }

    /// The same source, at this address.
    pub fn at_url(mut self, url: &str) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The same source, at this place within it: a page, a table, a paragraph.
    pub fn at(mut self, locator: &str) -> Self {
        self.locator = Some(locator.into());
        self
    }

    /// The title of the document.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// Who published it.
    pub const fn publisher(&self) -> Option<&Text> {
        self.publisher.as_ref()
    }

    /// The address of the document.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The place within the document.
    pub fn locator(&self) -> Option<&str> {
        self.locator.as_deref()
    }
}

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

/// What most figures have not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct RareParts {
    /// The days that a running total covers, from before its period.
    coverage: Option<Period>,
    /// The limits of a reading that is no number.
    interval: Option<Interval>,
    uncertainty: Option<Uncertainty>,
    source: Option<Source>,
    note: Option<Text>,
}

impl Observation {
    /// A final figure of a period, whose publication is not dated.
    pub fn new(period: Period, reading: impl Into<Reading>) -> Self {
        let mut observation = Self {
            period,
            reading: NarrowReading::Missing,
            published: Published::Unstated,
            status: Flags::NONE,
            rare: None,
        };
        match reading.into() {
            Reading::Exact(value) => observation.reading = NarrowReading::Exact(value),
            Reading::Approximate(value) => observation.reading = NarrowReading::Approximate(value),
            Reading::Interval(interval) => {
                observation.reading = NarrowReading::Between;
                observation.change_rare(|rare| rare.interval = Some(interval));
            }
            Reading::Missing => observation.status = ObservationStatus::Missing.into(),
        }
        observation
    }

    /// Changes what most figures have not.
    fn change_rare(&mut self, change: impl FnOnce(&mut RareParts)) {
        let mut rare = self.rare.take().unwrap_or_default();
        change(&mut rare);
        self.rare = Some(rare).filter(|rare| **rare != RareParts::default());
    }

    /// The same figure, published on this day.
    pub fn published_on(self, day: NaiveDate) -> Self {
        self.with_published(Published::On(day))
    }

    /// The same figure, with what is known of its publication.
    pub fn with_published(mut self, published: Published) -> Self {
        self.published = published;
        self
    }

    /// The same figure, of which the publisher says this: one status, or several. One that excludes a value leaves
    /// none.
    pub fn with_status(mut self, status: impl Into<Flags>) -> Self {
        self.status = status.into();
        if self.status.exclude_a_value() {
            self.reading = NarrowReading::Missing;
            if self.rare.is_some() {
                self.change_rare(|rare| rare.interval = None);
            }
        } else if self.reading == NarrowReading::Missing {
            self.status = self.status.union(ObservationStatus::Missing.into());
        }
        self
    }

    /// The same figure as a running total: the sum from this day to the end of the period.
    ///
    /// # Errors
    ///
    /// [`SeriesError::TotalBeginsTooLate`] if the day comes after the period.
    pub fn cumulative_since(mut self, since: NaiveDate) -> Result<Self, SeriesError> {
        let period = self.period;
        let coverage =
            Period::between(since, period.last()).map_err(|_| SeriesError::TotalBeginsTooLate { period, since })?;
        self.change_rare(|rare| rare.coverage = (coverage != period).then_some(coverage));
        Ok(self)
    }

    /// The same figure, with what its publisher says of how far the true value may lie from it.
    ///
    /// # Errors
    ///
    /// [`SeriesError::RangeWithoutValue`], [`SeriesError::Confidence`], [`SeriesError::StandardError`] and
    /// [`SeriesError::UncertaintyOfNoValue`] where it cannot stand beside the figure.
    pub fn with_uncertainty(mut self, uncertainty: Uncertainty) -> Result<Self, SeriesError> {
        uncertainty.check(self.reading().value())?;
        self.change_rare(|rare| rare.uncertainty = Some(uncertainty));
        Ok(self)
    }

    /// The same figure, found in this source.
    pub fn from_source(mut self, source: Source) -> Self {
        self.change_rare(|rare| rare.source = Some(source));
        self
    }

    /// The same figure, with a note for readers.
    pub fn with_note(mut self, note: Text) -> Self {
        self.change_rare(|rare| rare.note = Some(note));
        self
    }

    /// The same figure with every number changed, unless that fails for one.
    #[cfg(feature = "csv")]
    pub(crate) fn try_map(&self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let mut other = self.clone();
        let reading = self.reading().try_map(&change)?;
        let uncertainty = match self.uncertainty() {
            Some(uncertainty) => Some(uncertainty.try_map(&change)?),
            None => None,
        };
        match reading {
            Reading::Exact(value) => other.reading = NarrowReading::Exact(value),
            Reading::Approximate(value) => other.reading = NarrowReading::Approximate(value),
            Reading::Interval(interval) => other.change_rare(|rare| rare.interval = Some(interval)),
            Reading::Missing => {}
        }
        if uncertainty.is_some() {
            other.change_rare(|rare| rare.uncertainty = uncertainty);
        }
        Some(other)
    }

    /// The period at whose end the figure sits.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The days that the figure covers: the period, or more in a running total.
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
    pub fn is_running_total(&self) -> bool {
        self.coverage() != self.period
    }

    /// What was read.
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

    /// What is known of the publication.
    pub const fn published(&self) -> Published {
        self.published
    }

    /// What its publisher says of it.
    pub const fn status(&self) -> Flags {
        self.status
    }

    /// What tells it from other observations of its series, in the order in which they stand: the days that it covers,
    /// when it was published, its source.
    pub(crate) fn identity(&self) -> (Period, impl Ord + use<>, Option<&Source>) {
        (self.coverage(), self.published.order(), self.source())
    }

    /// How far the true value may lie from it, if its publisher says so.
    pub const fn uncertainty(&self) -> Option<Uncertainty> {
        match &self.rare {
            Some(rare) => rare.uncertainty,
            None => None,
        }
    }

    /// Where the figure was found.
    pub const fn source(&self) -> Option<&Source> {
        match &self.rare {
            Some(rare) => rare.source.as_ref(),
            None => None,
        }
    }

    /// A note for readers.
    pub const fn note(&self) -> Option<&Text> {
        match &self.rare {
            Some(rare) => rare.note.as_ref(),
            None => None,
        }
    }
}

/// How far a deliverable has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(rename_all = "snake_case")
)]
pub enum DeliveryState {
    /// Nothing has been done.
    NotStarted,
    /// Something has been done.
    UnderWay,
    /// It is done.
    Completed,
    /// It is done and in use.
    InUse,
    /// It was given up.
    Cancelled,
}

names! { pub DeliveryState, "a state of a deliverable":
    NotStarted = "not_started", UnderWay = "under_way", Completed = "completed", InUse = "in_use",
    Cancelled = "cancelled",
}

impl DeliveryState {
    /// Whether it is done.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Completed | Self::InUse)
    }
}

/// A report on a deliverable: how far it had come on a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[must_use]
pub struct Delivery {
    state: DeliveryState,
    on: NaiveDate,
    published: Published,
    share_done: Option<Decimal>,
    source: Option<Source>,
    note: Option<Text>,
}

impl Delivery {
    /// What orders reports: the day, then the day of publication, then how far they say that it had come, so that the
    /// order of a list never decides.
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

    /// The same report, with what is known of its publication.
    pub fn with_published(mut self, published: Published) -> Self {
        self.published = published;
        self
    }

    /// The same report, with the share that is done, from 0 to 1.
    ///
    /// # Errors
    ///
    /// [`SeriesError::ShareDone`] if the share is not from 0 to 1.
    pub fn with_share_done(mut self, share: Decimal) -> Result<Self, SeriesError> {
        if !(Decimal::ZERO..=Decimal::ONE).contains(&share) {
            return Err(SeriesError::ShareDone { share });
        }
        self.share_done = Some(share);
        Ok(self)
    }

    /// The same report, found in this source.
    pub fn from_source(mut self, source: Source) -> Self {
        self.source = Some(source);
        self
    }

    /// The same report, with a note for readers.
    pub fn with_note(mut self, note: Text) -> Self {
        self.note = Some(note);
        self
    }

    /// How far it had come.
    pub const fn state(&self) -> DeliveryState {
        self.state
    }

    /// The day on which it had come so far.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What is known of the publication.
    pub const fn published(&self) -> Published {
        self.published
    }

    /// The share that is done, from 0 to 1.
    pub const fn share_done(&self) -> Option<Decimal> {
        self.share_done
    }

    /// Where the report was found.
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// A note for readers.
    pub const fn note(&self) -> Option<&Text> {
        self.note.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_narrow() {
        assert_eq!(size_of::<Observation>(), 48);
    }
    use crate::dec;

    #[test]
    fn a_sum_is_no_more_certain_than_its_parts() {
        let exact = Reading::Exact;
        let over = |limit| Reading::Interval(Interval::more_than(limit));
        let under = |limit| Reading::Interval(Interval::less_than(limit));
        for (one, two, sum) in [
            (exact(dec!(1.5)), exact(dec!(2)), exact(dec!(3.5))),
            (
                Reading::Approximate(dec!(1)),
                exact(dec!(2)),
                Reading::Approximate(dec!(3)),
            ),
            (over(dec!(1)), exact(dec!(2)), over(dec!(3))),
            (
                over(dec!(1)),
                Reading::Interval(Interval::at_least(dec!(2))),
                over(dec!(3)),
            ),
            (over(dec!(1)), under(dec!(2)), Reading::Missing),
            (exact(dec!(1)), Reading::Missing, Reading::Missing),
        ] {
            assert_eq!(one.checked_add(two), Some(sum));
            assert_eq!(two.checked_add(one), Some(sum));
        }
        assert_eq!(exact(Decimal::MAX).checked_add(exact(dec!(0.1))), None);
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
        assert_eq!(
            Delivery::new(DeliveryState::UnderWay, day("2026-01-01"))
                .with_share_done(dec!(1.01))
                .unwrap_err()
                .to_string(),
            "the share done of a deliverable is from 0 to 1, got 1.01"
        );
    }
}
