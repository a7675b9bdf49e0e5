//! All that was observed of a plan.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use super::published::check_day;
use super::{Delivery, Observation, Series, SeriesError};
use crate::value::{Code, nearest};

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
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observations, Series, Unit, code};
    ///
    /// let air = Series::empty(code!("good-air"), Unit::percent());
    /// // Beside the total, a series of one part of it; but no second total.
    /// let centre = air.clone().with_breakdown(code!("centre"));
    /// assert!(Observations::new(vec![air.clone(), centre]).is_ok());
    /// assert!(Observations::new(vec![air.clone(), air]).is_err());
    /// ```
    pub fn new(mut series: Vec<Series>) -> Result<Self, SeriesError> {
        series.sort_by(|one, other| one.subject().cmp(&other.subject()));
        let mut of_one = series.chunk_by(|one, next| one.subject() == next.subject());
        match of_one.find(|of_one| of_one.len() > 1).and_then(<[Series]>::first) {
            Some(one) => Err(SeriesError::TwoSeries {
                indicator: one.indicator().clone(),
                breakdown: one.breakdown().cloned(),
            }),
            None => Ok(Self {
                series,
                deliveries: BTreeMap::new(),
            }),
        }
    }

    /// The same observations with this series, which takes the place of one of the same indicator and breakdown.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observations, Series, Unit, code};
    ///
    /// let series = || Series::empty(code!("air"), Unit::percent());
    /// let all = Observations::default().with_series(series()).with_series(series().with_breakdown(code!("north")));
    /// assert_eq!(all.with_series(series()).iter().count(), 2);
    /// ```
    pub fn with_series(mut self, series: Series) -> Self {
        match self.place_of(series.indicator().as_str(), series.breakdown().map(Code::as_str)) {
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

    /// The code that is probably meant by one of which there is no series: of a breakdown of the indicator, if that has
    /// series, else of an indicator.
    fn nearest_series(&self, indicator: &str, breakdown: Option<&str>) -> Option<Code> {
        let of_indicator = || self.iter().filter(|one| one.indicator().as_str() == indicator);
        let found = match breakdown {
            Some(breakdown) if of_indicator().next().is_some() => nearest(
                breakdown,
                of_indicator().filter_map(|one| one.breakdown().map(Code::as_str)),
            ),
            _ => nearest(indicator, self.iter().map(|one| one.indicator().as_str())),
        };
        found.and_then(|found| Code::new(found).ok())
    }

    /// The same observations, with `more` added to the series of an indicator's breakdown, or of its total (`None`).
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
                nearest: self.nearest_series(indicator, breakdown),
            })?;
        let new = old.clone().with_observations(more)?;
        Ok(self.with_series(new))
    }

    /// The same observations, with these reports on a deliverable added to those that are there.
    ///
    /// # Errors
    ///
    /// [`SeriesError::DayOutOfRange`] if one speaks of a day, or was published, outside of the years 0001 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Delivery, DeliveryState, Observations, code, day};
    ///
    /// let opened = Delivery::new(DeliveryState::InUse, day!("2025-09-01"));
    /// let observations = Observations::default().with_deliveries(code!("school"), vec![opened])?;
    /// assert_eq!(observations.deliveries("school").len(), 1);
    /// assert!(observations.deliveries("bridge").is_empty());
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn with_deliveries(mut self, deliverable: Code, reports: Vec<Delivery>) -> Result<Self, SeriesError> {
        for report in &reports {
            check_day(report.on(), "on")?;
            report.published().check()?;
        }
        let known = self.deliveries.entry(deliverable).or_default();
        known.extend(reports);
        known.sort_by(|one, other| one.order().cmp(&other.order()));
        Ok(self)
    }

    /// The series of an indicator's total, if there is one.
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

    /// The series of a breakdown of an indicator, if there is one.
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

    /// The place of a series in the list, or the place where it would be inserted (`Err`).
    fn place_of(&self, indicator: &str, breakdown: Option<&str>) -> Result<usize, usize> {
        let of =
            |one: &Series| (one.indicator().as_str(), one.breakdown().map(Code::as_str)).cmp(&(indicator, breakdown));
        self.series.binary_search_by(of)
    }

    /// Every series, in the order of the indicators' codes; of each first the total, then the breakdowns in the order
    /// of theirs.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Code, Observations, Series, Unit, code};
    ///
    /// let of = |indicator| Series::empty(indicator, Unit::percent());
    /// let [south, north] = [code!("south"), code!("north")].map(|part| of(code!("cover")).with_breakdown(part));
    /// let all = Observations::new(vec![south, of(code!("cover")), north, of(code!("air"))])?;
    /// let told = all.iter().map(|series| (series.indicator().as_str(), series.breakdown().map(Code::as_str)));
    /// let expected = [("air", None), ("cover", None), ("cover", Some("north")), ("cover", Some("south"))];
    /// assert_eq!(told.collect::<Vec<_>>(), expected);
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn iter(&self) -> slice::Iter<'_, Series> {
        self.series.iter()
    }

    /// The reports on a deliverable, in the order of time.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Delivery, DeliveryState, Observations, code, day};
    ///
    /// let begun = Delivery::new(DeliveryState::UnderWay, day!("2024-03-01"));
    /// let opened = Delivery::new(DeliveryState::InUse, day!("2025-09-01"));
    /// let observations = Observations::default().with_deliveries(code!("school"), vec![opened, begun])?;
    /// let days: Vec<_> = observations.deliveries("school").iter().map(Delivery::on).collect();
    /// assert_eq!(days, [day!("2024-03-01"), day!("2025-09-01")]);
    /// assert!(observations.deliveries("hospital").is_empty());
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn deliveries(&self, deliverable: impl AsRef<str>) -> &[Delivery] {
        self.deliveries.get(deliverable.as_ref()).map_or(&[], Vec::as_slice)
    }

    /// Every deliverable with its reports, in the order of the codes.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Delivery, DeliveryState, Observations, code, day};
    ///
    /// // A deliverable on which nobody reported does not appear.
    /// let observations = Observations::default()
    ///     .with_deliveries(code!("school"), vec![Delivery::new(DeliveryState::InUse, day!("2025-09-01"))])?
    ///     .with_deliveries(code!("bridge"), vec![Delivery::new(DeliveryState::UnderWay, day!("2024-03-01"))])?;
    /// let told = observations.all_deliveries().map(|(code, reports)| (code.as_str(), reports.len()));
    /// assert_eq!(told.collect::<Vec<_>>(), [("bridge", 1), ("school", 1)]);
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
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
    use chrono::NaiveDate;

    use super::*;
    use crate::dec;
    use crate::series::{DeliveryState, Published, Source};
    use crate::value::{Period, Text, Unit};

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
            Err(SeriesError::Repeated {
                indicator: Some(code("a")),
                breakdown: Some(code("north")),
                period: period("2024")
            })
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
    fn a_series_that_is_not_there_is_told_with_the_nearest() {
        let series = |code: &str| Series::empty(Code::new(code).unwrap(), Unit::ratio());
        let north = series("dust").with_breakdown(Code::new("north").unwrap());
        let all = Observations::new(vec![series("dust"), north, series("gdp")]).unwrap();
        let nearest = "; the nearest that has one is";
        for (indicator, breakdown, whose, nearest) in [
            ("dustt", None, "the indicator `dustt`", format!("{nearest} `dust`")),
            ("noise", None, "the indicator `noise`", String::new()),
            (
                "dust",
                Some("nrth"),
                "the breakdown `nrth` of the indicator `dust`",
                format!("{nearest} `north`"),
            ),
            (
                "dusst",
                Some("north"),
                "the breakdown `north` of the indicator `dusst`",
                format!("{nearest} `dust`"),
            ),
            (
                "gdp",
                Some("north"),
                "the breakdown `north` of the indicator `gdp`",
                String::new(),
            ),
        ] {
            let error = match breakdown {
                None => all.clone().with_observations(indicator, []),
                Some(breakdown) => all.clone().with_observations_of(indicator, breakdown, []),
            };
            assert_eq!(
                error.unwrap_err().to_string(),
                format!("{whose} has no series to which a figure could be added: its unit is not known{nearest}")
            );
        }
    }

    #[test]
    fn what_cannot_be_told_apart_is_refused() {
        let unit = Unit::ratio();
        let observation = |value| Observation::new("2025".parse().unwrap(), value);
        let series = |observations| Series::new("a".parse().unwrap(), unit.clone(), observations);
        let source = |title: &str| Source::new(title.try_into().unwrap());
        assert!(
            series(vec![
                observation(dec!(1)).with_source(source("x")),
                observation(dec!(2)).with_source(source("y"))
            ])
            .is_ok()
        );
        assert_eq!(
            series(vec![observation(dec!(1)), observation(dec!(2))])
                .unwrap_err()
                .to_string(),
            "the indicator `a`: two observations of 2025 have the same date of publication and the same source; a later vintage has a later date, and where one corrects the other on its own day, leave out the wrong one"
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
                    day: published.earliest().unwrap(),
                    field: "published",
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
                "the indicator `a` has two series; its observations belong in one, and a series of another part says in its `breakdown` of which",
            ),
            (
                &part("b"),
                "the breakdown `b` of the indicator `a` has two series; its observations belong in one, and a series of another part says in its `breakdown` of which",
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
        for one in &all {
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
