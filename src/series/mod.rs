//! What was seen: observations with their vintages and sources, and what of them was known on a date.
//!
//! An [`Observation`] is one published figure. A [`Series`] holds those of one indicator, several vintages of a period
//! among them. [`Series::as_known_on`] shows it as it stood on a date: later figures, and later revisions, are not
//! there. [`Observations`] gathers the series of a plan with the reports on its deliverables.

mod cover;
mod delivery;
mod figure;
mod flags;
mod known;
mod observation;
mod parts;
mod published;
mod reading;
mod source;
mod sources;
mod uncertainty;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;
use core::slice;

use chrono::NaiveDate;

use self::sources::Ranking;
use crate::value::{Code, Period, Text, Unit, codes, excerpt};

pub use delivery::{Delivery, DeliveryState};
pub use figure::{Agreement, Figure, Total};
pub use flags::{Flags, ObservationStatus};
pub use known::{AsOf, Known, Undated};
pub use observation::Observation;
pub(crate) use parts::Taken;
pub use published::Published;
pub use reading::Reading;
pub use source::Source;
pub use uncertainty::Uncertainty;

/// Why observations cannot stand together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SeriesError {
    /// Two observations cannot be told apart.
    #[error(
        "two observations of {period} have the same date of publication and the same source; a later vintage has a later date"
    )]
    Repeated {
        /// The period that both are of.
        period: Period,
    },
    /// A running total begins after it ends.
    #[error("a running total that ends with {period} cannot begin on {since}")]
    TotalBeginsTooLate {
        /// The period with which the total ends.
        period: Period,
        /// The day on which it is said to begin.
        since: NaiveDate,
    },
    /// A letter that is none of the flags of Eurostat.
    #[error(
        "`{}` is not a flag of Eurostat: those are b, d, e, f, i, m, n, p, u, C, N, P, of old c, r, s, z, and `:` for no value",
        excerpt(flag.encode_utf8(&mut [0; 4]))
    )]
    FlagUnknown {
        /// The letter.
        flag: char,
    },
    /// Two series of one indicator, or of one part of it.
    #[error("{} has two series; its observations belong in one", whose(.indicator, .breakdown.as_ref()))]
    TwoSeries {
        /// The indicator's code.
        indicator: Code,
        /// The code of the breakdown, if they are not of the total.
        breakdown: Option<Code>,
    },
    /// Figures are added to a series that is not there.
    #[error("{} has no series to which a figure could be added: its unit is not known", whose(.indicator, .breakdown.as_ref()))]
    SeriesMissing {
        /// The indicator's code.
        indicator: String,
        /// The code of the breakdown, if they are not of the total.
        breakdown: Option<String>,
    },
    /// A figure was published, or a deliverable reported on, outside of the years that documents can write.
    #[error("a day of publication or of a report lies within the years 0001 to 9999, got {day}")]
    DayOutOfRange {
        /// The day that was given.
        day: NaiveDate,
    },
    /// A range does not hold the value beside which it stands.
    #[error("the range from {from} to {to} does not hold the value {value} beside which it stands")]
    RangeWithoutValue {
        /// The value.
        value: rust_decimal::Decimal,
        /// The lower end of the range.
        from: rust_decimal::Decimal,
        /// The upper end.
        to: rust_decimal::Decimal,
    },
    /// A confidence is no fraction between 0 and 1.
    #[error("a confidence is a fraction above 0 and below 1, such as 0.95, got {confidence}")]
    Confidence {
        /// The confidence that was given.
        confidence: rust_decimal::Decimal,
    },
    /// A standard error is negative.
    #[error("a standard error is 0 or more, got {standard_error}")]
    StandardError {
        /// The standard error that was given.
        standard_error: rust_decimal::Decimal,
    },
    /// An uncertainty stands beside no value.
    #[error(
        "an uncertainty stands beside a value, and here is none; limits are a value by themselves, such as {{\"at_least\": \"22\"}}"
    )]
    UncertaintyOfNoValue,
    /// The share done of a deliverable is not from 0 to 1.
    #[error("the share done of a deliverable is from 0 to 1, got {share}")]
    ShareDone {
        /// The share that was given.
        share: rust_decimal::Decimal,
    },
}

codes! { SeriesError:
    Repeated = "repeated_observation", TotalBeginsTooLate = "total_begins_too_late", FlagUnknown = "unknown_flag",
    TwoSeries = "two_series", SeriesMissing = "series_missing", DayOutOfRange = "day_out_of_range", RangeWithoutValue = "range_without_value",
    Confidence = "confidence_out_of_range", StandardError = "negative_standard_error",
    UncertaintyOfNoValue = "uncertainty_of_no_value", ShareDone = "share_done_out_of_range",
}

/// Of what a series is, in words.
fn whose(indicator: &impl fmt::Display, breakdown: Option<&impl fmt::Display>) -> String {
    match breakdown {
        Some(breakdown) => format!("the breakdown `{breakdown}` of the indicator `{indicator}`"),
        None => format!("the indicator `{indicator}`"),
    }
}

/// Fails for a day that no document can write.
fn check_day(day: NaiveDate) -> Result<(), SeriesError> {
    match Period::day(day) {
        Ok(_) => Ok(()),
        Err(_) => Err(SeriesError::DayOutOfRange { day }),
    }
}

/// The observations of one indicator, sorted by time; several vintages and sources of a period stand side by side.
///
/// # Examples
///
/// ```
/// use milepost::{Observation, Reading, Series, Unit, date, dec};
///
/// let series = Series::new(
///     "gdp".parse()?,
///     Unit::new("CNY".parse()?, 8)?,
///     vec![
///         Observation::new("2022".parse()?, dec!(1560.9)).published_on(date("2023-02-03")?),
///         Observation::new("2023".parse()?, dec!(1631.3)).published_on(date("2024-02-09")?),
///     ],
/// )?;
/// let known = series.as_known_on(date("2024-01-01")?);
/// let latest = known.iter().last().ok_or("a figure")?;
/// assert_eq!(latest.reading(), Reading::Exact(dec!(1560.9)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    indicator: Code,
    /// The part of the indicator that was observed; `None` for the total.
    breakdown: Option<Code>,
    unit: Unit,
    /// INVARIANT: sorted by coverage, then by who speaks, by date of publication, and by source; no two have all of it
    /// in common. So no list's order decides anything.
    observations: Vec<Observation>,
    ranking: Ranking,
    facts: Facts,
}

/// What is asked of every series, found once, whatever was known of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
struct Facts {
    /// Whether a figure is less than 0.
    has_negative: bool,
    /// Whether the definition changes.
    has_break: bool,
    /// Whether a period has figures from several sources.
    has_several_sources: bool,
    /// Whether publishers are named, and not all are one.
    has_several_publishers: bool,
    /// Whether a figure has an uncertainty beside it.
    has_uncertainty: bool,
    /// Whether some days have several figures, of periods that are not one.
    has_overlaps: bool,
}

impl Facts {
    fn of(observations: &[Observation]) -> Self {
        let mut facts = Self::default();
        let first_publisher = observations.iter().find_map(Observation::publisher);
        for one in observations {
            facts.has_negative |= one.reading().is_negative();
            facts.has_break |= one.status().contains(ObservationStatus::Break);
            facts.has_several_publishers |= one.publisher().is_some_and(|own| Some(own) != first_publisher);
            facts.has_uncertainty |= one.uncertainty().is_some();
        }
        for (one, next) in observations.iter().zip(observations.iter().skip(1)) {
            let is_of_one_time = one.coverage() == next.coverage();
            facts.has_several_sources |= is_of_one_time && one.source() != next.source();
            // Sorted by their end, whatever overlaps an earlier one overlaps the one before it too.
            facts.has_overlaps |= !is_of_one_time && one.coverage().overlaps(next.coverage());
        }
        facts
    }
}

impl Series {
    /// The observations of an indicator, in one unit and in any order.
    ///
    /// # Errors
    ///
    /// [`SeriesError::Repeated`] if two observations share period, date of publication and source;
    /// [`SeriesError::DayOutOfRange`] if one was published outside of the years 0001 to 9999.
    pub fn new(indicator: Code, unit: Unit, mut observations: Vec<Observation>) -> Result<Self, SeriesError> {
        let mut published = observations.iter().filter_map(|one| one.published().earliest());
        published.try_for_each(check_day)?;
        let order = |one: &Observation, other: &Observation| {
            let by_voice = || one.voice().cmp(&other.voice());
            let by_identity = || one.identity().cmp(&other.identity());
            let by_period = one.coverage().cmp(&other.coverage());
            by_period.then_with(by_voice).then_with(by_identity)
        };
        let pairs = |observations: &[Observation]| {
            let next = observations.iter().skip(1);
            observations
                .iter()
                .zip(next)
                .find_map(|(one, next)| (order(one, next) != Ordering::Less).then(|| one.period()))
        };
        // Most come sorted, and then one look finds that none is repeated.
        let mut repeated = pairs(&observations);
        if repeated.is_some() {
            observations.sort_by(order);
            repeated = pairs(&observations);
        }
        match repeated {
            Some(period) => Err(SeriesError::Repeated { period }),
            None => Ok(Self {
                indicator,
                breakdown: None,
                unit,
                facts: Facts::of(&observations),
                observations,
                ranking: Ranking::NONE,
            }),
        }
    }

    /// The series of an indicator of which nothing was published.
    pub const fn empty(indicator: Code, unit: Unit) -> Self {
        Self {
            indicator,
            breakdown: None,
            unit,
            observations: Vec::new(),
            ranking: Ranking::NONE,
            facts: Facts {
                has_negative: false,
                has_break: false,
                has_several_sources: false,
                has_several_publishers: false,
                has_uncertainty: false,
                has_overlaps: false,
            },
        }
    }

    /// The same series, of one breakdown of its indicator instead of the total.
    #[must_use]
    pub fn with_breakdown(self, breakdown: Code) -> Self {
        let breakdown = Some(breakdown);
        Self { breakdown, ..self }
    }

    /// The same series, of whose publishers the first that has a figure of a period speaks of it. Those that are not
    /// named come last, and one source without a publisher is a vintage of whatever speaks.
    ///
    /// Without ranks, what different publishers say of one period is an interval.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::{Edge, Interval};
    /// use milepost::{Observation, Reading, Series, Source, Unit, date, dec, text};
    ///
    /// let published = date("2024-02-01")?;
    /// let figure = |value, publisher: &str| {
    ///     let source = Source::new(text!("Air")).published_by(publisher.try_into()?);
    ///     Ok::<_, milepost::ValueError>(
    ///         Observation::new("2023".parse()?, value).published_on(published).from_source(source),
    ///     )
    /// };
    /// let both = vec![figure(dec!(75), "Register")?, figure(dec!(70), "Survey")?];
    /// let series = Series::new("air".parse()?, Unit::percent(), both)?;
    /// let said = |series: &Series| series.as_known_on(published).figures().next().map(|figure| figure.reading);
    /// let between = Interval::between(Edge::Inclusive(dec!(70)), Edge::Inclusive(dec!(75)))?;
    /// assert_eq!(said(&series), Some(Reading::Interval(between)));
    /// let ranked = series.with_publishers(vec![text!("Survey"), text!("Register")]);
    /// assert_eq!(said(&ranked), Some(Reading::Exact(dec!(70))));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_publishers(self, publishers: Vec<Text>) -> Self {
        let ranking = Ranking::of(publishers);
        Self { ranking, ..self }
    }

    /// Its publishers, in the order of their rank.
    pub fn publishers(&self) -> &[Text] {
        &self.ranking.publishers
    }

    /// Whether a figure is less than 0, known or not.
    pub(crate) const fn has_negative(&self) -> bool {
        self.facts.has_negative
    }

    const fn has_break(&self) -> bool {
        self.facts.has_break
    }

    const fn has_several_sources(&self) -> bool {
        self.facts.has_several_sources
    }

    /// Whether figures are of more than one publisher.
    pub(crate) const fn has_several_publishers(&self) -> bool {
        self.facts.has_several_publishers
    }

    /// Whether a figure has an uncertainty beside it.
    pub(crate) const fn has_uncertainty(&self) -> bool {
        self.facts.has_uncertainty
    }

    /// Whether some days have several figures, of periods that are not one.
    pub(crate) const fn has_overlaps(&self) -> bool {
        self.facts.has_overlaps
    }

    /// The indicator that was observed.
    pub const fn indicator(&self) -> &Code {
        &self.indicator
    }

    /// The same series with more observations: figures of new periods, and revisions of old ones, which stand beside
    /// them.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new): [`SeriesError::Repeated`] if one is there already.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Unit, code, day, dec, period};
    ///
    /// let september = |share, published| Observation::new(period!("2026-09"), share).published_on(published);
    /// let series = Series::new(code!("unemployment"), Unit::percent(), vec![september(dec!(5.3), day!("2026-10-15"))])?;
    /// let revised = series.with_observations([september(dec!(5.4), day!("2026-11-16"))])?;
    /// assert_eq!(revised.observations().len(), 2);
    /// assert!(revised.with_observations([september(dec!(5.4), day!("2026-11-16"))]).is_err());
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn with_observations(mut self, more: impl IntoIterator<Item = Observation>) -> Result<Self, SeriesError> {
        self.observations.extend(more);
        let grown = Self::new(self.indicator, self.unit, self.observations)?;
        Ok(Self {
            breakdown: self.breakdown,
            ranking: self.ranking,
            ..grown
        })
    }

    /// The part of the indicator that was observed, by its code; `None` for the total.
    pub const fn breakdown(&self) -> Option<&Code> {
        self.breakdown.as_ref()
    }

    /// What was observed: an indicator, and of it a breakdown or the total.
    pub(crate) const fn of(&self) -> (&Code, Option<&Code>) {
        (&self.indicator, self.breakdown.as_ref())
    }

    /// The unit of all values.
    pub const fn unit(&self) -> &Unit {
        &self.unit
    }

    /// All observations, every vintage of them, in the order of time.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// Each of its observations, in the order of time.
    pub fn iter(&self) -> slice::Iter<'_, Observation> {
        self.observations.iter()
    }

    /// The series as it was known on a date.
    pub fn as_known_on(&self, as_of: impl Into<AsOf>) -> Known<'_> {
        Known::new(self, as_of.into())
    }
}

impl IntoIterator for Series {
    type Item = Observation;
    type IntoIter = alloc::vec::IntoIter<Observation>;

    /// All observations, in the order of time.
    fn into_iter(self) -> Self::IntoIter {
        self.observations.into_iter()
    }
}

impl<'a> IntoIterator for &'a Series {
    type Item = &'a Observation;
    type IntoIter = slice::Iter<'a, Observation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// All that was observed of a plan: the series of its indicators, and the reports on its deliverables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct Observations {
    /// INVARIANT: sorted by indicator and breakdown, and no two have both in common.
    series: Vec<Series>,
    deliveries: BTreeMap<Code, Vec<Delivery>>,
}

impl Observations {
    /// These series.
    ///
    /// # Errors
    ///
    /// [`SeriesError::TwoSeries`] if an indicator has more than one of its total, or of one breakdown.
    pub fn new(mut series: Vec<Series>) -> Result<Self, SeriesError> {
        series.sort_by(|one, other| one.of().cmp(&other.of()));
        let mut neighbours = series.iter().zip(series.iter().skip(1));
        match neighbours.find(|(one, next)| one.of() == next.of()) {
            Some((one, _)) => Err(SeriesError::TwoSeries {
                indicator: one.indicator.clone(),
                breakdown: one.breakdown.clone(),
            }),
            None => Ok(Self {
                series,
                deliveries: BTreeMap::new(),
            }),
        }
    }

    /// The same observations with this series, which takes the place of one of the same indicator and breakdown.
    pub fn with_series(mut self, series: Series) -> Self {
        match self.place_of(series.indicator.as_str(), series.breakdown().map(Code::as_str)) {
            Ok(place) => {
                if let Some(old) = self.series.get_mut(place) {
                    *old = series;
                }
            }
            Err(place) => self.series.insert(place, series),
        }
        self
    }

    /// The same observations, with these added to the series of an indicator's total.
    ///
    /// # Errors
    ///
    /// [`SeriesError::SeriesMissing`] if it has none, since nothing tells the unit; those of
    /// [`Series::with_observations`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Observations, Series, Unit, code, dec, period};
    ///
    /// let observations = Observations::new(vec![Series::empty(code!("gdp"), Unit::ratio())])?;
    /// let grown = observations.with_observations("gdp", [Observation::new(period!("2025"), dec!(1781.8))])?;
    /// assert_eq!(grown.series("gdp").map(|series| series.observations().len()), Some(1));
    /// let error = grown.with_observations("gpd", []).unwrap_err();
    /// assert!(error.to_string().starts_with("the indicator `gpd` has no series"));
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn with_observations(
        self,
        indicator: impl AsRef<str>,
        more: impl IntoIterator<Item = Observation>,
    ) -> Result<Self, SeriesError> {
        self.with_more(indicator.as_ref(), None, more)
    }

    /// The same observations, with these added to the series of a breakdown of an indicator.
    ///
    /// # Errors
    ///
    /// Those of [`with_observations`](Self::with_observations).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Observations, Series, Unit, code, dec, period};
    ///
    /// let north = Series::empty(code!("cover"), Unit::percent()).with_breakdown(code!("north"));
    /// let observations = Observations::new(vec![north])?;
    /// let grown = observations.with_observations_of("cover", "north", [Observation::new(period!("2025"), dec!(81))])?;
    /// assert_eq!(grown.series_of("cover", "north").map(|series| series.observations().len()), Some(1));
    /// let error = grown.with_observations_of("cover", "south", []).unwrap_err();
    /// assert!(error.to_string().starts_with("the breakdown `south` of the indicator `cover` has no series"));
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn with_observations_of(
        self,
        indicator: impl AsRef<str>,
        breakdown: impl AsRef<str>,
        more: impl IntoIterator<Item = Observation>,
    ) -> Result<Self, SeriesError> {
        self.with_more(indicator.as_ref(), Some(breakdown.as_ref()), more)
    }

    fn with_more(
        self,
        indicator: &str,
        breakdown: Option<&str>,
        more: impl IntoIterator<Item = Observation>,
    ) -> Result<Self, SeriesError> {
        let old = self
            .part(indicator, breakdown)
            .ok_or_else(|| SeriesError::SeriesMissing {
                indicator: indicator.into(),
                breakdown: breakdown.map(String::from),
            })?;
        let new = old.clone().with_observations(more)?;
        Ok(self.with_series(new))
    }

    /// The same observations, with these reports on a deliverable added to those that are there.
    ///
    /// # Errors
    ///
    /// [`SeriesError::DayOutOfRange`] if one speaks of a day, or was published, outside of the years 0001 to 9999.
    pub fn with_deliveries(mut self, deliverable: Code, reports: Vec<Delivery>) -> Result<Self, SeriesError> {
        for report in &reports {
            check_day(report.on())?;
            report.published().earliest().map_or(Ok(()), check_day)?;
        }
        let known = self.deliveries.entry(deliverable).or_default();
        known.extend(reports);
        known.sort_by(|one, other| one.order().cmp(&other.order()));
        Ok(self)
    }

    /// The series of an indicator's total.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observations, Series, Unit, code};
    ///
    /// let observations = Observations::new(vec![Series::empty(code!("gdp"), Unit::ratio())])?;
    /// assert!(observations.series("gdp").is_some() && observations.series("gpd").is_none());
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn series(&self, indicator: impl AsRef<str>) -> Option<&Series> {
        self.part(indicator.as_ref(), None)
    }

    /// The series of a breakdown of an indicator.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observations, Series, Unit, code};
    ///
    /// let north = Series::empty(code!("cover"), Unit::percent()).with_breakdown(code!("north"));
    /// let observations = Observations::new(vec![north])?;
    /// assert!(observations.series_of("cover", "north").is_some() && observations.series("cover").is_none());
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn series_of(&self, indicator: impl AsRef<str>, breakdown: impl AsRef<str>) -> Option<&Series> {
        self.part(indicator.as_ref(), Some(breakdown.as_ref()))
    }

    /// The series of a breakdown of an indicator; of its total for `None`.
    pub(crate) fn part(&self, indicator: &str, breakdown: Option<&str>) -> Option<&Series> {
        self.series.get(self.place_of(indicator, breakdown).ok()?)
    }

    /// Where a series stands, or would.
    fn place_of(&self, indicator: &str, breakdown: Option<&str>) -> Result<usize, usize> {
        let of =
            |one: &Series| (one.indicator.as_str(), one.breakdown().map(Code::as_str)).cmp(&(indicator, breakdown));
        self.series.binary_search_by(of)
    }

    /// Every series, in the order of the indicators' codes; of each first the total, then the breakdowns in the order
    /// of theirs.
    pub fn iter(&self) -> impl Iterator<Item = &Series> {
        self.series.iter()
    }

    /// The reports on a deliverable, in the order of time.
    pub fn deliveries(&self, deliverable: impl AsRef<str>) -> &[Delivery] {
        self.deliveries.get(deliverable.as_ref()).map_or(&[], Vec::as_slice)
    }

    /// Every deliverable with its reports, in the order of the codes.
    pub fn all_deliveries(&self) -> impl Iterator<Item = (&Code, &[Delivery])> {
        self.deliveries.iter().map(|(code, reports)| (code, reports.as_slice()))
    }
}

impl IntoIterator for Observations {
    type Item = Series;
    type IntoIter = alloc::vec::IntoIter<Series>;

    /// Every series, as [`iter`](Observations::iter) gives them; the reports on deliverables are none.
    fn into_iter(self) -> Self::IntoIter {
        self.series.into_iter()
    }
}

impl<'a> IntoIterator for &'a Observations {
    type Item = &'a Series;
    type IntoIter = slice::Iter<'a, Series>;

    /// Every series, as [`iter`](Observations::iter) gives them.
    fn into_iter(self) -> Self::IntoIter {
        self.series.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn figures_and_series_are_added() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        let code = |text: &str| Code::new(text).unwrap();
        let one = |year, value| Observation::new(period(year), value);
        let publisher = Text::new("the office").unwrap();
        let north = Series::new(code("a"), Unit::ratio(), vec![one("2024", dec!(1))])
            .unwrap()
            .with_breakdown(code("north"))
            .with_publishers(vec![publisher.clone()]);
        let grown = north
            .clone()
            .with_observations([one("2025", dec!(2)), one("2023", dec!(3))])
            .unwrap();
        let periods: Vec<Period> = grown.observations().iter().map(Observation::period).collect();
        assert_eq!(periods, ["2023", "2024", "2025"].map(period));
        assert_eq!(
            (grown.breakdown(), grown.publishers()),
            (Some(&code("north")), &[publisher][..])
        );
        assert_eq!(
            north.clone().with_observations([one("2024", dec!(1))]),
            Err(SeriesError::Repeated { period: period("2024") })
        );

        let total = Series::empty(code("a"), Unit::ratio());
        let report = Delivery::new(DeliveryState::Completed, period("2024").last());
        let observations = Observations::new(vec![north, total.clone()]).unwrap();
        let observations = observations.with_deliveries(code("d"), vec![report]).unwrap();
        let updated = observations
            .with_series(grown.clone())
            .with_series(Series::empty(code("b"), Unit::ratio()));
        assert_eq!(updated.iter().count(), 3);
        let mut figures = Vec::new();
        for series in &updated {
            for figure in series {
                figures.push(figure.clone());
            }
        }
        assert_eq!(figures, grown.clone().into_iter().collect::<Vec<_>>());
        assert_eq!(updated.series_of("a", "north"), Some(&grown));
        assert_eq!(updated.series("a"), Some(&total));
        assert_eq!(updated.deliveries("d").len(), 1);
    }

    #[test]
    fn what_cannot_be_told_apart_is_refused() {
        let unit = Unit::ratio();
        let observation = |value| Observation::new("2025".parse().unwrap(), value);
        let series = |observations| Series::new("a".parse().unwrap(), unit.clone(), observations);
        let source = |title: &str| Source::new(title.try_into().unwrap());
        assert!(
            series(vec![
                observation(dec!(1)).from_source(source("x")),
                observation(dec!(2)).from_source(source("y"))
            ])
            .is_ok()
        );
        assert_eq!(
            series(vec![observation(dec!(1)), observation(dec!(2))])
                .unwrap_err()
                .to_string(),
            "two observations of 2025 have the same date of publication and the same source; a later vintage has a later date"
        );
        // Whatever stands between the two.
        let day = crate::date("2026-01-15").unwrap();
        let (first, repeat) = (
            observation(dec!(70)).published_on(day),
            observation(dec!(99)).published_on(day),
        );
        let between = observation(dec!(52)).with_published(Published::NotBefore(day));
        for order in [
            [&first, &repeat, &between],
            [&first, &between, &repeat],
            [&between, &repeat, &first],
        ] {
            assert!(series(order.map(Clone::clone).to_vec()).is_err(), "{order:?}");
        }
        for published in [Published::On(NaiveDate::MAX), Published::NotBefore(NaiveDate::MIN)] {
            let figure = observation(dec!(1)).with_published(published);
            assert_eq!(
                series(vec![figure]).unwrap_err(),
                SeriesError::DayOutOfRange {
                    day: published.earliest().unwrap()
                }
            );
        }
    }

    #[test]
    fn a_breakdown_has_one_series_and_the_total_another() {
        let whole = Series::empty("a".parse().unwrap(), Unit::ratio());
        let part = |code: &str| whole.clone().with_breakdown(code.parse().unwrap());
        for (twice, words) in [
            (
                &whole,
                "the indicator `a` has two series; its observations belong in one",
            ),
            (
                &part("b"),
                "the breakdown `b` of the indicator `a` has two series; its observations belong in one",
            ),
        ] {
            let all = vec![twice.clone(), part("c"), twice.clone()];
            assert_eq!(Observations::new(all).unwrap_err().to_string(), words);
        }
        let all = Observations::new(vec![part("c"), whole.clone(), part("b")]).unwrap();
        assert_eq!(
            all.iter().cloned().collect::<Vec<_>>(),
            [whole.clone(), part("b"), part("c")]
        );
        for one in all.iter() {
            assert_eq!(
                all.part(one.indicator().as_str(), one.breakdown().map(Code::as_str)),
                Some(one)
            );
        }
        assert_eq!(all.series(whole.indicator()), Some(&whole));
        assert_eq!(all.series_of(whole.indicator(), "d"), None);
    }

    #[test]
    fn a_report_of_a_day_that_no_document_can_write_is_refused() {
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let report = |on, published| Delivery::new(DeliveryState::UnderWay, day(on)).with_published(published);
        let with = |report| Observations::default().with_deliveries("a".parse().unwrap(), vec![report]);
        for year in [1, 9999] {
            assert!(with(report(year, Published::On(day(year)))).is_ok(), "{year}");
            assert!(with(report(year, Published::Unstated)).is_ok(), "{year}");
        }
        for (year, shown) in [(0, "0000-01-01"), (10_000, "+10000-01-01")] {
            for report in [
                report(year, Published::Unstated),
                report(2025, Published::On(day(year))),
                report(2025, Published::NotBefore(day(year))),
            ] {
                let words =
                    format!("a day of publication or of a report lies within the years 0001 to 9999, got {shown}");
                assert_eq!(with(report).unwrap_err().to_string(), words);
            }
        }
    }
}
