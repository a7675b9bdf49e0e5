//! The observations of one indicator.

use alloc::vec::Vec;
use core::slice;

use super::ranking::Ranking;
use super::{Observation, ObservationStatus, Reading, SeriesError};
use crate::value::{Code, Text, Unit, getters};

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
    /// INVARIANT: sorted by coverage, then by [issuer](super::sources::Issuer), by date of publication, and by source;
    /// no two have all of it in common. So no list's order decides anything.
    observations: Vec<Observation>,
    pub(super) ranking: Ranking,
    pub(crate) facts: Facts,
}

/// Facts of all observations of a series, whether they were known on a day or not: found once, so that most series
/// need not be looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(crate) struct Facts {
    /// Whether an observation is less than 0.
    pub(crate) has_negative: bool,
    /// All that lies between the readings of the observations; `None` where nothing limits it, or there is none.
    pub(crate) range: Option<Reading>,
    /// Whether an observation is the first after a change of definition.
    pub(crate) has_break: bool,
    /// Whether a period has observations from several sources.
    pub(crate) has_several_sources: bool,
    /// Whether two different publishers are named.
    pub(crate) has_several_publishers: bool,
    /// Whether an observation is only a bound.
    pub(crate) has_limits: bool,
    /// Whether an observation has an uncertainty.
    pub(crate) has_uncertainty: bool,
    /// Whether two observations of different periods cover a day in common.
    pub(crate) has_overlaps: bool,
}

impl Facts {
    /// The facts of a series without observations.
    const NONE: Self = Self {
        has_negative: false,
        range: None,
        has_break: false,
        has_several_sources: false,
        has_several_publishers: false,
        has_limits: false,
        has_uncertainty: false,
        has_overlaps: false,
    };

    /// The facts of the observations of a series, which are sorted as those of a [`Series`].
    fn of(observations: &[Observation]) -> Self {
        let mut facts = Self::NONE;
        let first_publisher = observations.iter().find_map(Observation::publisher);
        for one in observations {
            facts.has_negative |= one.reading().is_negative();
            facts.has_break |= one.status().contains(ObservationStatus::Break);
            facts.has_several_publishers |= one.publisher().is_some_and(|own| Some(own) != first_publisher);
            facts.has_limits |= matches!(one.reading(), Reading::Interval(_));
            facts.has_uncertainty |= one.uncertainty().is_some();
        }
        let readings = observations
            .iter()
            .filter(|one| !one.is_missing())
            .map(Observation::reading);
        facts.range = readings.map(Some).reduce(|all, one| all?.hull(one?)).flatten();
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
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Unit, code, day, dec, period};
    ///
    /// // The first estimate and its revision are two vintages of one period; the same one twice is a mistake.
    /// let first = Observation::new(period!("2024"), dec!(82)).published_on(day!("2025-01-20"));
    /// let revised = Observation::new(period!("2024"), dec!(83)).published_on(day!("2025-07-20"));
    /// let vintages = vec![revised, first.clone()];
    /// assert!(Series::new(code!("good-air"), Unit::percent(), vintages).is_ok());
    /// assert!(Series::new(code!("good-air"), Unit::percent(), vec![first.clone(), first]).is_err());
    /// ```
    pub fn new(indicator: Code, unit: Unit, mut observations: Vec<Observation>) -> Result<Self, SeriesError> {
        observations.iter().try_for_each(|one| one.published().check())?;
        let order = |one: &Observation, other: &Observation| {
            let by_issuer = || one.issuer().cmp(&other.issuer());
            let by_identity = || one.identity().cmp(&other.identity());
            let by_period = one.coverage().cmp(&other.coverage());
            by_period.then_with(by_issuer).then_with(by_identity)
        };
        // Most come sorted, and then one look finds that none is repeated.
        if !observations.is_sorted_by(|one, next| order(one, next).is_lt()) {
            observations.sort_by(order);
            let mut alike = observations.chunk_by(|one, next| order(one, next).is_eq());
            if let Some([first, _, ..]) = alike.find(|alike| alike.len() > 1) {
                return Err(SeriesError::Repeated {
                    indicator: Some(indicator),
                    breakdown: None,
                    period: first.period(),
                });
            }
        }
        Ok(Self {
            indicator,
            breakdown: None,
            unit,
            facts: Facts::of(&observations),
            observations,
            ranking: Ranking::NONE,
        })
    }

    /// The series of an indicator of which nothing was published.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Missing, Quantity, Reason, Rule, Series, Target, Unit};
    /// use milepost::{code, day, dec, period, verdict};
    ///
    /// // Before anything is published a target can be asked: nobody knows, and that is said.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(80)));
    /// let target = Target::builder(code!("homes"), share, goal, period!("2025")).build()?;
    /// let series = Series::empty(code!("homes"), Unit::percent());
    /// let reason = verdict(&target, &series, day!("2026-06-30"), &Rule::pace()).reason;
    /// assert_eq!(reason, Reason::Missing(Missing::NothingPublished));
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub const fn empty(indicator: Code, unit: Unit) -> Self {
        Self {
            indicator,
            breakdown: None,
            unit,
            observations: Vec::new(),
            ranking: Ranking::NONE,
            facts: Facts::NONE,
        }
    }

    /// The same series, of one breakdown of its indicator instead of the total.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observations, Series, Unit, code};
    ///
    /// // Two series of one indicator stand beside each other, of the total and of a part.
    /// let total = Series::empty(code!("unemployment"), Unit::percent());
    /// let vienna = total.clone().with_breakdown(code!("vienna"));
    /// let observations = Observations::new(vec![total, vienna])?;
    /// assert!(observations.series_of("unemployment", "vienna").is_some());
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    #[must_use]
    pub fn with_breakdown(self, breakdown: Code) -> Self {
        let breakdown = Some(breakdown);
        Self { breakdown, ..self }
    }

    /// The same series with ranks of its publishers: of each period the figure of the first publisher in this list
    /// counts that has one. Publishers that are not in the list come after all of it, side by side.
    ///
    /// A figure without a publisher has no rank: it replaces an earlier figure that counts, and is replaced by a later
    /// one. Without ranks, what different publishers say of one period is an interval.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::{Edge, Interval};
    /// use milepost::{Observation, Reading, Series, Source, Unit, date, dec, text};
    ///
    /// let published = date("2024-02-01")?;
    /// let figure = |value, publisher: &str| {
    ///     let source = Source::new(text!("Air")).with_publisher(publisher.try_into()?);
    ///     Ok::<_, milepost::ValueError>(
    ///         Observation::new("2023".parse()?, value).published_on(published).with_source(source),
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

    /// Its publishers, in the order of their rank; none where no rank was given, whoever published the figures.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Source, Unit, code, dec, period, text};
    ///
    /// let source = Source::new(text!("Air quality report")).with_publisher(text!("Environment agency"));
    /// let figure = Observation::new(period!("2024"), dec!(83)).with_source(source);
    /// let air = Series::new(code!("good-air"), Unit::percent(), vec![figure])?;
    /// assert!(air.publishers().is_empty());
    /// let ranked = air.with_publishers(vec![text!("Environment agency"), text!("Statistics office")]);
    /// assert_eq!(ranked.publishers().first(), Some(&text!("Environment agency")));
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn publishers(&self) -> &[Text] {
        &self.ranking.publishers
    }

    getters! {
        /// The indicator that was observed.
        indicator: &Code,
        /// The part of the indicator that was observed, by its code; `None` for the total.
        breakdown: Option<&Code>,
        /// The unit of all values.
        unit: &Unit,
        /// All observations, every vintage of them, in the order of time.
        observations: &[Observation],
    }

    /// The same series with more observations: figures of new periods, and revisions of old ones, which stand beside
    /// them.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new): [`SeriesError::Repeated`] if one is there already. A slip that is corrected on its
    /// own day is no vintage: take it [out](Self::without) first.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Unit, code, day, dec, period};
    ///
    /// let september = |share, published| Observation::new(period!("2026-09"), share).published_on(published);
    /// let first = september(dec!(5.3), day!("2026-10-15"));
    /// let series = Series::new(code!("unemployment"), Unit::percent(), vec![first])?;
    /// let revised = series.with_observations([september(dec!(5.4), day!("2026-11-16"))])?;
    /// assert_eq!(revised.observations().len(), 2);
    /// assert!(revised.with_observations([september(dec!(5.4), day!("2026-11-16"))]).is_err());
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn with_observations(mut self, more: impl IntoIterator<Item = Observation>) -> Result<Self, SeriesError> {
        self.observations.extend(more);
        let grown = Self::new(self.indicator, self.unit, self.observations);
        let grown = grown.map_err(|error| match error {
            SeriesError::Repeated { indicator, period, .. } => SeriesError::Repeated {
                indicator,
                breakdown: self.breakdown.clone(),
                period,
            },
            other => other,
        })?;
        Ok(Self {
            breakdown: self.breakdown,
            ranking: self.ranking,
            ..grown
        })
    }

    /// The same series without the observations for which `is_wrong` is true: slips that are corrected on the day on
    /// which they were published. What was published and revised later is no slip, and stays as a vintage of its own.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Observations, Series, Unit, code, day, dec, period};
    ///
    /// let today = day!("2026-11-16");
    /// let october = |share| Observation::new(period!("2026-10"), share).published_on(today);
    /// let series = Series::new(code!("unemployment"), Unit::percent(), vec![october(dec!(56))])?;
    /// let vienna = series.with_breakdown(code!("vienna"));
    /// let observations = Observations::new(vec![vienna.clone()])?;
    ///
    /// let is_slip = |one: &Observation| one.period() == period!("2026-10") && one.published().earliest() == Some(today);
    /// let corrected = vienna.without(is_slip).with_observations([october(dec!(5.6))])?;
    /// // It is still the series of Vienna, and takes the place of the one with the slip.
    /// let observations = observations.with_series(corrected);
    /// let vienna = observations.series_of("unemployment", "vienna").ok_or("a series of Vienna")?;
    /// assert_eq!(vienna.iter().map(|one| one.reading().value()).collect::<Vec<_>>(), [Some(dec!(5.6))]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn without(mut self, is_wrong: impl Fn(&Observation) -> bool) -> Self {
        self.observations.retain(|one| !is_wrong(one));
        let facts = Facts::of(&self.observations);
        Self { facts, ..self }
    }

    /// The code of the indicator that was observed, and of its breakdown; `None` for the total.
    pub(crate) const fn subject(&self) -> (&Code, Option<&Code>) {
        (&self.indicator, self.breakdown.as_ref())
    }

    /// Each observation of the series, every vintage of it, in the order of time.
    /// [`as_known_on`](Self::as_known_on) leaves those out that were not known on a day, or were revised by then.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Reading, Series, Unit, code, day, dec, period};
    ///
    /// // Given in any order; of one year first what was published first.
    /// let of = |period, value, published| Observation::new(period, value).published_on(published);
    /// let series = Series::new(code!("gdp"), Unit::ratio(), vec![
    ///     of(period!("2025"), dec!(80), day!("2026-01-20")),
    ///     of(period!("2024"), dec!(79), day!("2025-09-01")),
    ///     of(period!("2024"), dec!(78), day!("2025-01-20")),
    /// ])?;
    /// let values: Vec<_> = series.iter().filter_map(|one| one.reading().value()).collect();
    /// assert_eq!(values, [dec!(78), dec!(79), dec!(80)]);
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn iter(&self) -> slice::Iter<'_, Observation> {
        self.observations.iter()
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
