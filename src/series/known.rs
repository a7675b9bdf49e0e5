//! A series as it was known on a date.

use core::ops::RangeInclusive;

use chrono::NaiveDate;

use super::{AsOf, Figure, Observation, ObservationStatus, Published, Series, Uncertainty, Undated, ValueDomain};
use crate::value::{Collected, Period, Position};

impl Series {
    /// The series as it was known on a date.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Unit, code, day, dec, period};
    ///
    /// let first = Observation::new(period!("2024"), dec!(82)).published_on(day!("2025-01-20"));
    /// let revised = Observation::new(period!("2024"), dec!(83)).published_on(day!("2025-07-20"));
    /// let series = Series::new(code!("good-air"), Unit::percent(), vec![first, revised])?;
    /// let value_on = |day| {
    ///     let figure = series.as_known_on(day).figure_at(period!("2024").end())?;
    ///     figure.reading.value()
    /// };
    /// assert_eq!(value_on(day!("2025-01-19")), None);
    /// assert_eq!(value_on(day!("2025-07-19")), Some(dec!(82)));
    /// assert_eq!(value_on(day!("2025-07-20")), Some(dec!(83)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn as_known_on(&self, as_of: impl Into<AsOf>) -> Known<'_> {
        Known::new(self, as_of.into())
    }
}

/// A [`Series`] as it was known on a date: of each observation the latest vintage, and nothing that was published
/// later.
///
/// Forecasts are left out, and so is what sits at the end of a period that is not over yet, unless it says that it is
/// estimated: nobody has seen it. A later vintage that is missing withdraws the earlier one.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    series: &'a Series,
    /// The observations of the series, or none in a view [`with_nothing_known`](Self::with_nothing_known).
    observations: &'a [Observation],
    as_of: AsOf,
    /// At which moment of its period a value is there, so that it can be seen.
    pub(super) collected: Collected,
    /// Whether of each observation the first vintage with a value counts, instead of the latest.
    as_first_published: bool,
    /// Whether estimates are left out.
    measured_only: bool,
    /// The values that figures can have: it narrows the limits of figures that are only bounds.
    pub(crate) domain: ValueDomain,
}

impl<'a> Known<'a> {
    /// The view of a series as of a day. Figures are taken as collected at the end of their periods, and may have any
    /// value.
    pub(super) fn new(series: &'a Series, as_of: AsOf) -> Self {
        let collected = Collected::End;
        Self {
            series,
            observations: series.observations(),
            as_of,
            collected,
            as_first_published: false,
            measured_only: false,
            domain: ValueDomain::default(),
        }
    }

    /// The view in which figures are taken as collected at this time of their periods: a value at the beginning of a
    /// period is seen before the period is over.
    pub(crate) const fn with_collected(self, collected: Collected) -> Self {
        Self { collected, ..self }
    }

    /// The view in which nothing is known.
    pub(crate) const fn with_nothing_known(self) -> Self {
        let observations = &[];
        Self { observations, ..self }
    }

    /// The view in which every figure lies in `domain` (whole numbers, none negative), which narrows the limits of
    /// figures that are only bounds, and so of their sums.
    pub(crate) const fn with_domain(self, domain: ValueDomain) -> Self {
        Self { domain, ..self }
    }

    /// The view in which of each observation the first vintage with a value counts, whatever revised or withdrew it
    /// later.
    pub(crate) const fn as_first_published(mut self) -> Self {
        self.as_first_published = true;
        self
    }

    /// The view in which no figure is an estimate.
    pub(crate) const fn measured_only(mut self) -> Self {
        self.measured_only = true;
        self
    }

    /// The series of which this is a view.
    pub const fn series(self) -> &'a Series {
        self.series
    }

    /// The day as of which the series is known.
    pub const fn as_of(self) -> AsOf {
        self.as_of
    }

    /// The observations that were known, each in its latest vintage, in the order of time: several of a period where
    /// sources differ. An observation whose latest vintage is missing is left out.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Reading, Series, Unit, code, day, dec, period};
    ///
    /// // In 2024 the office withdrew its figure of 2022: a later vintage that is missing.
    /// let of = |period, reading: Reading, published| Observation::new(period, reading).published_on(published);
    /// let series = Series::new(code!("emissions"), Unit::ratio(), vec![
    ///     of(period!("2022"), dec!(810).into(), day!("2023-03-31")),
    ///     of(period!("2022"), Reading::Missing, day!("2024-03-31")),
    ///     of(period!("2023"), dec!(760).into(), day!("2024-03-31")),
    /// ])?;
    /// let known = |day| series.as_known_on(day).iter().map(|one| one.period()).collect::<Vec<_>>();
    /// assert_eq!(known(day!("2023-12-31")), [period!("2022")]);
    /// assert_eq!(known(day!("2024-12-31")), [period!("2023")]);
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn iter(self) -> impl DoubleEndedIterator<Item = &'a Observation> {
        self.counted_among(self.observations)
    }

    /// The observations of [`iter`](Self::iter) whose coverage ends on one of these days.
    pub(super) fn iter_ending(
        self,
        days: RangeInclusive<NaiveDate>,
    ) -> impl DoubleEndedIterator<Item = &'a Observation> {
        self.counted_among(self.observed_ending(days))
    }

    /// Of observations sorted by period, those that [count](Self::counted) for their periods.
    fn counted_among(self, observations: &'a [Observation]) -> impl DoubleEndedIterator<Item = &'a Observation> {
        let by_period = observations.chunk_by(|one, next| one.coverage() == next.coverage());
        by_period.flat_map(move |vintages| self.counted(vintages))
    }

    /// The figures that were known of these observations, which are sorted by period: one for each period for which
    /// `is_sought` is true.
    fn figures_among(
        self,
        observations: &'a [Observation],
        is_sought: impl Fn(Period) -> bool,
    ) -> impl DoubleEndedIterator<Item = Figure> {
        observations
            .chunk_by(|one, next| one.coverage() == next.coverage())
            .filter(move |vintages| vintages.first().is_some_and(|one| is_sought(one.coverage())))
            .filter_map(move |vintages| self.figure_of_vintages(vintages))
    }

    /// The figure of a period, from all its vintages; `None` where none was known, or what was known
    /// [gave way](Self::gives_way) to what was measured.
    fn figure_of_vintages(self, vintages: &'a [Observation]) -> Option<Figure> {
        let figure = if self.series.facts.has_several_sources {
            self.when_first_known(vintages).figure_of_sources(vintages)
        } else {
            self.latest_vintage(vintages).map(Figure::of)
        };
        figure.filter(|figure| {
            if self.measured_only {
                figure.is_measured()
            } else {
                !self.gives_way(*figure)
            }
        })
    }

    /// The view in which the vintages of one period are read: in a view
    /// [`as_first_published`](Self::as_first_published) that of the first day on which one of them was known with a
    /// value whose moment had come, so that what another source published later is a revision too; else this view.
    fn when_first_known(self, vintages: &'a [Observation]) -> Self {
        let with_value = vintages
            .iter()
            .filter(|one| self.knows_no_forecast(one) && !one.is_missing());
        let days = with_value.filter_map(|one| Some(one.published().earliest()?.max(self.moment_of(one.period()))));
        match days.min().filter(|_| self.as_first_published) {
            Some(first) => self.on(first.min(self.as_of.date())),
            None => self,
        }
    }

    /// The [last known](Self::last_known) of the vintages of one observation; `None` where there is none, or it cannot
    /// be [seen](Self::is_seen).
    fn latest_vintage(self, vintages: &'a [Observation]) -> Option<&'a Observation> {
        self.last_known(vintages).filter(|latest| self.is_seen(latest))
    }

    /// Of the vintages of one source and period, those published on the day of the [last known](Self::last_known) one:
    /// several, where the source published several on one day. Left out are forecasts, and what cannot be
    /// [seen](Self::is_seen).
    pub(super) fn latest_vintages(
        self,
        vintages: &'a [Observation],
    ) -> impl DoubleEndedIterator<Item = &'a Observation> {
        let last = self.last_known(vintages).map(|last| last.published().order());
        let from = vintages.partition_point(|one| Some(one.published().order()) < last);
        let to = vintages.partition_point(|one| Some(one.published().order()) <= last);
        let latest = vintages.get(from..to).unwrap_or_default().iter();
        latest.filter(move |one| !one.status().contains(ObservationStatus::Forecast) && self.is_seen(one))
    }

    /// The latest vintage that was known and is no forecast; in a view
    /// [`as_first_published`](Self::as_first_published), the first such vintage with a value.
    fn last_known(self, vintages: &'a [Observation]) -> Option<&'a Observation> {
        let mut known = vintages.iter().filter(|one| self.knows_no_forecast(one));
        if self.as_first_published {
            known.find(|one| !one.is_missing())
        } else {
            known.next_back()
        }
    }

    /// Whether an observation has a value, and its moment has come or it is an estimate.
    fn is_seen(self, one: &Observation) -> bool {
        let has_come = self.moment_has_come(one.period()) || one.status().contains(ObservationStatus::Estimated);
        has_come && !one.is_missing()
    }

    /// Whether an observation was known: published by the day of the view, or undated, where undated figures are
    /// included and the moment of its period has come.
    fn knows(self, observation: &Observation) -> bool {
        let is_dated = observation.published() != Published::Unstated;
        self.as_of.knows(observation.published()) && (is_dated || self.moment_has_come(observation.period()))
    }

    /// Whether an observation was known, and is no forecast.
    fn knows_no_forecast(self, observation: &Observation) -> bool {
        !observation.status().contains(ObservationStatus::Forecast) && self.knows(observation)
    }

    /// The day of a period on which its value is there.
    fn moment_of(self, period: Period) -> NaiveDate {
        match self.collected {
            Collected::Beginning => period.first(),
            Collected::Middle => period.middle().unwrap_or(period.last()),
            _ => period.last(),
        }
    }

    /// Whether the [moment](Self::moment_of) of a period has come by the day of this view.
    fn moment_has_come(self, period: Period) -> bool {
        self.moment_of(period) <= self.as_of.date()
    }

    /// The figures that were known, in the order of time.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Unit, code, day, dec, period};
    ///
    /// let product = Series::new(code!("gdp"), Unit::ratio(), vec![
    ///     Observation::new(period!("2024"), dec!(78)).published_on(day!("2025-01-20")),
    ///     Observation::new(period!("2025"), dec!(80)).published_on(day!("2026-01-20")),
    /// ])?;
    /// let periods: Vec<_> = product.as_known_on(day!("2026-03-01")).figures().map(|figure| figure.period).collect();
    /// assert_eq!(periods, [period!("2024"), period!("2025")]);
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn figures(self) -> impl DoubleEndedIterator<Item = Figure> + 'a {
        self.figures_among(self.observations, |_| true)
    }

    /// The figures that were known and end on one of these days, of the periods for which `is_sought` is true, in the
    /// order of time. Of several that end on one day the longest comes first.
    ///
    /// Observations are sorted by their last day, so that no others are looked at.
    pub(crate) fn ending(
        self,
        days: RangeInclusive<NaiveDate>,
        is_sought: impl Fn(Period) -> bool,
    ) -> impl DoubleEndedIterator<Item = Figure> {
        self.figures_among(self.observed_ending(days), is_sought)
    }

    /// The observations whose coverage ends on one of these days, known or not.
    pub(crate) fn observed_ending(self, days: RangeInclusive<NaiveDate>) -> &'a [Observation] {
        self.observed_within(|one| one.last() < *days.start(), |one| one.last() <= *days.end())
    }

    /// The observations, known or not, whose coverage ends within a range of time: `ends_before` is false of it, and
    /// `ends_by_its_end` true.
    fn observed_within(
        self,
        ends_before: impl Fn(Period) -> bool,
        ends_by_its_end: impl Fn(Period) -> bool,
    ) -> &'a [Observation] {
        let observations = self.observations;
        let from = observations.partition_point(|one| ends_before(one.coverage()));
        let to = observations.partition_point(|one| ends_by_its_end(one.coverage()));
        observations.get(from..to).unwrap_or_default()
    }

    /// The first day on which a figure was published that ends on the day `last` and whose period `is_sought`,
    /// forecasts and missing values left aside; `None` where none is dated.
    pub(crate) fn first_published(self, last: NaiveDate, is_sought: impl Fn(Period) -> bool) -> Option<NaiveDate> {
        let ending = self.observed_ending(last..=last).iter();
        let sought = ending.filter(|one| is_sought(one.coverage()) && self.knows_no_forecast(one) && self.is_seen(one));
        sought.filter_map(|one| one.published().earliest()).min()
    }

    /// The next day on which anything of the series was published, up to the day of this view; `None` where that was
    /// the last.
    pub(crate) fn next_publication(self, after: NaiveDate) -> Option<NaiveDate> {
        let days = self.observations.iter().filter_map(|one| one.published().earliest());
        days.filter(|day| *day > after && *day <= self.as_of.date()).min()
    }

    /// The view of the same series as of another day.
    pub(crate) fn on(self, day: NaiveDate) -> Self {
        let as_of = self.as_of.on(day);
        Self { as_of, ..self }
    }

    /// The figure that covers exactly these days, if one was known.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Reading, Series, Unit, code, day, dec, period};
    ///
    /// let product = Series::new(code!("gdp"), Unit::ratio(), vec![
    ///     Observation::new(period!("2025"), dec!(80)).published_on(day!("2026-01-20")),
    ///     Observation::new(period!("2025"), dec!(82)).published_on(day!("2026-09-01")),
    /// ])?;
    /// let on = |day| product.as_known_on(day).figure_of(period!("2025")).map(|figure| figure.reading);
    /// assert_eq!(on(day!("2026-03-01")), Some(Reading::Exact(dec!(80))));
    /// assert_eq!(on(day!("2026-10-01")), Some(Reading::Exact(dec!(82))));
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn figure_of(self, period: Period) -> Option<Figure> {
        let observations = self.observations;
        let from = observations.partition_point(|one| one.coverage() < period);
        let rest = observations.get(from..)?;
        let mut observed = rest.chunk_by(|one, next| one.coverage() == next.coverage());
        let vintages = observed.next()?;
        let is_sought = vintages.first()?.coverage() == period;
        self.figure_of_vintages(vintages).filter(|_| is_sought)
    }

    /// How far the true value of a figure may lie from it, by the last of its vintages with exactly this reading;
    /// `None` where there is no such vintage, or its publisher does not say.
    pub(crate) fn uncertainty_of(self, figure: Figure) -> Option<Uncertainty> {
        let last = figure.period.last();
        let is_it = |one: &&Observation| one.coverage() == figure.period && one.reading() == figure.reading;
        self.iter_ending(last..=last).rev().find(is_it)?.uncertainty()
    }

    /// The last figure that ends at this position, whatever days it covers, if one was known; of several, the one that
    /// begins last.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Series, Unit, code, day, dec, period};
    ///
    /// // A year and its last quarter both end with December.
    /// let of = |period, value| Observation::new(period, value).published_on(day!("2025-03-01"));
    /// let figures = vec![of(period!("2024"), dec!(400)), of(period!("2024-Q4"), dec!(110))];
    /// let sales = Series::new(code!("sales"), Unit::ratio(), figures)?;
    /// let known = sales.as_known_on(day!("2025-06-30"));
    /// let last = known.figure_at(period!("2024-12").end()).ok_or("a figure")?;
    /// assert_eq!(last.period, period!("2024-Q4"));
    /// assert_eq!(known.figure_at(period!("2024-11").end()), None);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn figure_at(self, position: Position) -> Option<Figure> {
        let ending = self.observed_within(|one| one.end() < position, |one| one.end() <= position);
        self.figures_among(ending, |_| true).next_back()
    }

    /// The period of the first figure in a new definition that ends later than `after`, and not later than `until`;
    /// `None` where the definition did not change.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{AsOf, Observation, ObservationStatus, Series, Unit, code, day, dec, period};
    ///
    /// let of = |period, value| Observation::new(period, value).published_on(day!("2024-01-20"));
    /// let figures = vec![
    ///     of(period!("2021"), dec!(9)),
    ///     of(period!("2022"), dec!(12)).with_status(ObservationStatus::Break),
    ///     of(period!("2023"), dec!(12)),
    /// ];
    /// let series = Series::new(code!("poor"), Unit::percent(), figures)?;
    /// let known = series.as_known_on(AsOf::from(day!("2024-02-01")));
    /// let until = period!("2023").end();
    /// assert_eq!(known.break_between(period!("2021").end(), until), Some(period!("2022")));
    /// assert_eq!(known.break_between(period!("2022").end(), until), None);
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn break_between(self, after: Position, until: Position) -> Option<Period> {
        if !self.series.facts.has_break {
            return None;
        }
        let between = self.observed_within(|one| one.end() <= after, |one| one.end() <= until);
        self.figures_among(between, |_| true)
            .find(|figure| figure.status.contains(ObservationStatus::Break))
            .map(|figure| figure.period)
    }

    /// Whether any figure was left out because nobody dated it, and would be there if undated figures were included.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{AsOf, Observation, Series, Unit, code, day, dec, period};
    ///
    /// let undated = Observation::new(period!("2024"), dec!(83));
    /// let series = Series::new(code!("good-air"), Unit::percent(), vec![undated])?;
    /// let leaves_out = |as_of: AsOf| series.as_known_on(as_of).leaves_out_undated();
    /// assert!(leaves_out(day!("2025-06-30").into()));
    /// assert!(!leaves_out(AsOf::from(day!("2025-06-30")).including_undated()));
    /// // Of a year that is not over there is nothing to leave out.
    /// assert!(!leaves_out(day!("2024-06-30").into()));
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn leaves_out_undated(self) -> bool {
        self.left_out_as_undated().next().is_some()
    }

    /// The observations that are left out only because nobody dated them: the moments of their periods have come, they
    /// have a value, and they are no forecasts.
    pub(crate) fn left_out_as_undated(self) -> impl Iterator<Item = &'a Observation> {
        let leaves_out = self.as_of.undated() == Undated::LeaveOut;
        let undated = |one: &&Observation| {
            let counts = || !one.is_missing() && !one.status().contains(ObservationStatus::Forecast);
            one.published() == Published::Unstated && counts()
        };
        let observations = self.observations.iter().filter(move |_| leaves_out);
        observations
            .filter(undated)
            .filter(move |one| self.moment_has_come(one.period()))
    }

    /// The figures that were known and whose periods lie wholly in a stretch, in the order of time.
    pub(crate) fn within(self, stretch: Period) -> impl DoubleEndedIterator<Item = Figure> + 'a {
        self.ending(stretch.first()..=stretch.last(), move |period| stretch.contains(period))
    }
}

#[cfg(test)]
pub(super) use tests::{day, period, series};

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::super::{Flags, Reading};
    use super::*;
    use crate::dec;
    use crate::value::Unit;

    pub(in crate::series) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(in crate::series) fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    pub(in crate::series) fn series(observations: &[(&str, i64, &str)]) -> Series {
        let observations = observations
            .iter()
            .map(|&(text, value, published)| {
                Observation::new(period(text), Decimal::from(value)).published_on(day(published))
            })
            .collect();
        Series::new("a".parse().unwrap(), Unit::ratio(), observations).unwrap()
    }

    #[test]
    fn a_replay_shows_the_vintage_of_its_day() {
        let series = series(&[
            ("2022", 10, "2023-02-01"),
            ("2022", 11, "2024-02-01"),
            ("2023", 12, "2024-02-01"),
        ]);
        for (as_of, values) in [
            ("2023-01-31", vec![]),
            ("2023-02-01", vec![dec!(10)]),
            ("2024-01-31", vec![dec!(10)]),
            ("2024-02-01", vec![dec!(11), dec!(12)]),
        ] {
            let known = series.as_known_on(day(as_of));
            let seen: Vec<_> = known.iter().filter_map(|one| one.reading().value()).collect();
            assert_eq!(seen, values, "{as_of}");
        }
    }

    #[test]
    fn undated_figures_enter_only_if_the_caller_allows_it() {
        let unit = Unit::ratio();
        let observation = |text, published| Observation::new(period(text), dec!(1)).with_published(published);
        let series = Series::new(
            "a".parse().unwrap(),
            unit,
            vec![
                observation("2020", Published::Unstated),
                observation("2021", Published::NotBefore(day("2023-01-01"))),
            ],
        )
        .unwrap();
        let count = |as_of: AsOf| series.as_known_on(as_of).iter().count();
        assert_eq!(count(day("2022-12-31").into()), 0);
        assert_eq!(count(day("2023-01-01").into()), 1);
        assert_eq!(count(AsOf::from(day("2022-12-31")).including_undated()), 1);
        for (asked, is_left_out) in [("2020-12-30", false), ("2020-12-31", true), ("2030-01-01", true)] {
            assert_eq!(
                series.as_known_on(day(asked)).leaves_out_undated(),
                is_left_out,
                "{asked}"
            );
            let lenient = AsOf::from(day(asked)).including_undated();
            assert!(!series.as_known_on(lenient).leaves_out_undated(), "{asked}");
        }
    }

    #[test]
    fn where_there_is_no_value_none_is_left_out() {
        for status in ObservationStatus::ALL
            .iter()
            .filter(|&&status| Flags::from(status).exclude_a_value())
        {
            let none = Observation::new(period("2020"), Reading::Missing).with_status(*status);
            let series = Series::new("a".parse().unwrap(), Unit::ratio(), vec![none]).unwrap();
            assert!(!series.as_known_on(day("2022-01-01")).leaves_out_undated(), "{status}");
        }
    }

    #[test]
    fn nobody_has_seen_the_end_of_a_period_before_it_is_over() {
        let figure = |status| {
            Observation::new(period("2025"), dec!(1))
                .published_on(day("2025-02-03"))
                .with_status(status)
        };
        let count = |status, as_of| {
            let series = Series::new("a".parse().unwrap(), Unit::ratio(), vec![figure(status)]).unwrap();
            series.as_known_on(day(as_of)).iter().count()
        };
        assert_eq!(count(ObservationStatus::Normal, "2025-12-30"), 0);
        assert_eq!(count(ObservationStatus::Normal, "2025-12-31"), 1);
        assert_eq!(count(ObservationStatus::Estimated, "2025-02-03"), 1);
    }

    #[test]
    fn forecasts_are_not_seen_and_missing_vintages_withdraw() {
        let observation =
            |value: Reading, published| Observation::new(period("2025"), value).published_on(day(published));
        let series = Series::new(
            "a".parse().unwrap(),
            Unit::ratio(),
            vec![
                observation(Reading::Exact(dec!(1)), "2026-01-01"),
                observation(Reading::Missing, "2026-02-01"),
                observation(Reading::Exact(dec!(3)), "2026-03-01").with_status(ObservationStatus::Forecast),
            ],
        )
        .unwrap();
        assert_eq!(series.as_known_on(day("2026-01-31")).iter().count(), 1);
        assert_eq!(series.as_known_on(day("2026-12-31")).iter().count(), 0);
    }
}
