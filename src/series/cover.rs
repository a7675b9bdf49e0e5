//! The figures of longer periods, made of shorter ones: their sum, and the limits of their average.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use super::figure::Join;
use super::{Figure, Known, Reading, Total};
use crate::value::Period;

impl Known<'_> {
    /// The flow of a period: the figure that covers it, else the sum of shorter ones that cover each of its days once,
    /// coarsest first, else what sums and differences of others come to. `None` where a day is missing.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Reading, Series, Unit, code, day, dec, period};
    ///
    /// let product = Series::new(code!("gdp"), Unit::ratio(), vec![
    ///     Observation::new(period!("2025-S1"), dec!(40)).published_on(day!("2025-08-01")),
    ///     Observation::new(period!("2025-S2"), dec!(45)).published_on(day!("2026-02-01")),
    /// ])?;
    /// let known = product.as_known_on(day!("2026-03-01"));
    /// let year = known.flow_of(period!("2025"));
    /// assert_eq!(year.map(|year| year.reading), Some(Reading::Exact(dec!(85))));
    /// assert_eq!(product.as_known_on(day!("2025-12-31")).flow_of(period!("2025")), None);
    ///
    /// // Of running totals, the second quarter is what six months have more than three.
    /// let total = |period, value| Observation::new(period, value).cumulative_since(day!("2025-01-01"));
    /// let product = Series::new(code!("gdp"), Unit::ratio(), vec![
    ///     total(period!("2025-03"), dec!(18))?.published_on(day!("2025-04-20")),
    ///     total(period!("2025-06"), dec!(40))?.published_on(day!("2025-07-20")),
    /// ])?;
    /// let quarter = product.as_known_on(day!("2025-08-01")).flow_of(period!("2025-Q2"));
    /// assert_eq!(quarter.map(|quarter| quarter.reading), Some(Reading::Exact(dec!(22))));
    /// # Ok::<(), milepost::series::SeriesError>(())
    /// ```
    pub fn flow_of(self, period: Period) -> Option<Figure> {
        let pieced = || self.furthest_pieced(period).filter(|pieced| pieced.period == period);
        self.figure_or_cover(period, self.addition()).or_else(pieced)
    }

    /// How the figures of a sum are joined: their readings are added, each first narrowed to the domain of the figures.
    pub(crate) fn addition(self) -> impl Join {
        let domain = self.domain;
        move |one: Reading, next: Reading| one.within(domain).checked_add(next.within(domain))
    }

    /// The average over a period: the figure that covers it, else what lies between the least and the greatest of
    /// shorter ones that cover each of its days once, coarsest first. `None` where a day is missing.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::{Edge, Interval};
    /// use milepost::{Observation, Reading, Series, Unit, date, dec};
    ///
    /// let published = date("2026-01-20")?;
    /// let observed = [("2025-S1", dec!(9.4)), ("2025-S2", dec!(8.7))].map(|(period, value)| {
    ///     Ok::<_, milepost::ValueError>(Observation::new(period.parse()?, value).published_on(published))
    /// });
    /// let particles = Series::new("pm25".parse()?, Unit::ratio(), observed.into_iter().collect::<Result<_, _>>()?)?;
    /// let year = particles.as_known_on(published).average_of("2025".parse()?).ok_or("both halves")?;
    /// let between = Interval::between(Edge::Inclusive(dec!(8.7)), Edge::Inclusive(dec!(9.4)))?;
    /// assert_eq!(year.reading, Reading::Interval(between));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn average_of(self, period: Period) -> Option<Figure> {
        self.figure_or_cover(period, Reading::hull)
    }

    /// The figure of a period; else shorter figures that cover each of its days once, joined by `join`. `None` where
    /// a day is missing.
    fn figure_or_cover(self, period: Period, join: impl Join) -> Option<Figure> {
        let whole = || self.longest_cover(period, join).filter(|whole| whole.period == period);
        self.figure_of(period).or_else(whole)
    }

    /// The sum of all flows from the first day of a stretch to as late in it as the figures reach.
    ///
    /// Every day counts once: by a running total, by a cover without gap or overlap, coarsest first, or by sums and
    /// differences of figures that go further. Where a later figure comes after a gap, the total is the sum of all
    /// figures that are known: a lower bound, if no flow is negative. `None` where nothing is known of any day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::series::Total;
    /// use milepost::{AsOf, Observation, Series, Unit, code, day, dec, period};
    ///
    /// let flow = |period, value| Observation::new(period, value).published_on(day!("2024-04-20"));
    /// let quarters = vec![flow(period!("2024-Q1"), dec!(30)), flow(period!("2024-02"), dec!(9))];
    /// let series = Series::new(code!("sales"), Unit::new(code!("EUR"), 6)?, quarters)?;
    /// let known = series.as_known_on(AsOf::from(day!("2024-05-01")));
    /// let Some(Total::Whole(sum)) = known.total_over(period!("2024")) else { return Err("a sum".into()) };
    /// assert_eq!((sum.period, sum.reading.value()), (period!("2024-Q1"), Some(dec!(30))));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn total_over(self, stretch: Period) -> Option<Total> {
        let latest = self.within(stretch).next_back().map(|latest| latest.period.last());
        let whole = self.furthest_sum(stretch);
        match whole.filter(|whole| Some(whole.period.last()) >= latest) {
            Some(whole) => Some(Total::Whole(whole)),
            None => self.sum_with_gaps(stretch, whole).map(Total::WithGap),
        }
    }

    /// The sum without a gap that begins on the first day of a stretch and ends as late in the stretch as possible. It
    /// is made of figures that follow each other, or of sums and differences of overlapping figures where these reach
    /// further. `None` where no sum begins on that day.
    pub(crate) fn furthest_sum(self, stretch: Period) -> Option<Figure> {
        let cover = self.longest_cover(stretch, self.addition());
        let reached = cover.map(|cover| cover.period.last());
        let is_beyond = |last: NaiveDate| reached.is_none_or(|reached| last > reached);
        // A figure that ends later may have begun before the stretch.
        let may_go_on = self.ends_of_sums(stretch).next_back().is_some_and(is_beyond);
        let pieced = may_go_on.then(|| self.furthest_pieced(stretch)).flatten();
        pieced.filter(|pieced| is_beyond(pieced.period.last())).or(cover)
    }

    /// The days on which a sum from the first day of `stretch` can end, in the order of time: the last days of the
    /// figures that lie in the stretch and, if figures of the series overlap, of figures that begin before it and end
    /// in it. A day is repeated where several figures end on it.
    pub(crate) fn ends_of_sums(self, stretch: Period) -> impl DoubleEndedIterator<Item = NaiveDate> {
        let has_differences = self.series().facts.has_overlaps;
        let can_end = move |period| has_differences || stretch.contains(period);
        let figures = self.ending(stretch.first()..=stretch.last(), can_end);
        figures.map(|figure| figure.period.last())
    }

    /// The length of the longest figures in a stretch that are shorter than `limit`; `None` where there are none. Both
    /// lengths count the days after the first day of a figure.
    fn coarsest_below(self, limit: u64, stretch: Period) -> Option<u64> {
        let lengths = self.within(stretch).map(|figure| figure.period.days_after_first());
        lengths.filter(|&days| days < limit).max()
    }

    /// The figures that follow each other without a gap from the first day of a stretch, joined by `join`, as far as
    /// they reach; `None` where no figure begins on that day.
    ///
    /// The coarsest figure is taken at each step. Where that ends early (ten months, and then nothing, beside four
    /// quarters), finer figures alone are tried.
    pub(crate) fn longest_cover(self, stretch: Period, join: impl Join) -> Option<Figure> {
        let mut best: Option<Figure> = None;
        let last = self.within(stretch).next_back()?.period.last();
        let mut coarsest = self.coarsest_below(u64::MAX, stretch);
        let mut furthest = None;
        while let Some(length) = coarsest {
            let cover = self.cover_with(stretch, length, join);
            if cover.is_some_and(|cover| best.is_none_or(|best| cover.period.end() > best.period.end())) {
                best = cover;
            }
            let reached = best.map(|best| best.period.last());
            // No figure reaches further, or none of those that follow each other.
            if reached == Some(last) || reached == *furthest.get_or_insert_with(|| self.furthest_end(stretch)) {
                return best;
            }
            coarsest = self.coarsest_below(length, stretch);
        }
        best
    }

    /// The last day to which figures of any length reach that follow each other without a gap from the first day of a
    /// stretch; `None` where no figure begins on that day.
    fn furthest_end(self, stretch: Period) -> Option<NaiveDate> {
        let mut next = BTreeSet::from([stretch.first()]);
        let mut furthest = None;
        // Figures come in the order of their last days, so all that can lead to a figure come before it.
        for figure in self.within(stretch) {
            if next.contains(&figure.period.first()) {
                furthest = Some(figure.period.last());
                next.extend(figure.period.last().succ_opt());
            }
        }
        furthest
    }

    /// The figures that follow each other from the first day of a stretch, joined by `join`: at each step the longest
    /// figure with at most `coarsest` days after its first. `None` where no figure begins on the first day.
    fn cover_with(self, stretch: Period, coarsest: u64, join: impl Join) -> Option<Figure> {
        let mut cover = self.longest_from(stretch.first(), stretch, coarsest)?;
        loop {
            let next = cover.period.last().succ_opt();
            let next = next.and_then(|day| self.longest_from(day, stretch, coarsest));
            match next.and_then(|next| cover.joined(next, join)) {
                Some(longer) => cover = longer,
                None => return Some(cover),
            }
        }
    }

    /// The longest figure that begins on the day `first`, has at most `coarsest` days after that, and ends in the
    /// stretch; `None` if there is none.
    fn longest_from(self, first: NaiveDate, stretch: Period, coarsest: u64) -> Option<Figure> {
        let days = first..=latest_end_from(first, stretch, coarsest);
        self.ending(days, |period| period.first() == first).next_back()
    }

    /// The running sums of a stretch: for each of its figures the sum from the first day of the stretch to the last day
    /// of the figure. `None` if the figures leave a gap or overlap, or if figures that begin before the stretch end in
    /// it, since differences of those may give more sums.
    pub(crate) fn sums_without_gap(self, stretch: Period) -> Option<Vec<Figure>> {
        if self.ends_of_sums(stretch).count() > self.within(stretch).count() {
            return None;
        }
        let mut sums: Vec<Figure> = Vec::new();
        for figure in self.within(stretch) {
            let sum = match sums.last() {
                None if figure.period.first() == stretch.first() => figure,
                Some(sum) if sum.period.is_followed_by(figure.period) => sum.joined(figure, self.addition())?,
                _ => return None,
            };
            sums.push(sum);
        }
        Some(sums)
    }

    /// A sum across gaps, in which no day counts twice: `without_gap`, or else the first figure of the stretch; then at
    /// each step the next figure that begins after the sum so far, the longest of those that begin together. `None` in
    /// an empty stretch, or where the readings do not add up.
    fn sum_with_gaps(self, stretch: Period, without_gap: Option<Figure>) -> Option<Figure> {
        let coarsest = self.coarsest_below(u64::MAX, stretch)?;
        let first = || self.first_from(stretch.first(), stretch, coarsest);
        let mut sum = without_gap.or_else(first)?;
        loop {
            let next = sum.period.last().succ_opt();
            match next.and_then(|day| self.first_from(day, stretch, coarsest)) {
                None => return Some(sum),
                Some(next) => sum = sum.joined(next, self.addition())?,
            }
        }
    }

    /// The figure of the stretch that begins first on `day` or later, the longest of those that begin together; `None`
    /// where there is none. No figure of the stretch has more than `coarsest` days after its first.
    fn first_from(self, day: NaiveDate, stretch: Period, coarsest: u64) -> Option<Figure> {
        let mut found: Option<Figure> = None;
        for figure in self.ending(day..=stretch.last(), |period| period.first() >= day) {
            let first = found.map(|found| found.period.first());
            if first.is_some_and(|first| figure.period.last() > latest_end_from(first, stretch, coarsest)) {
                // A figure that ends so late begins later too.
                break;
            }
            // Of two figures that begin together, the one that comes later is longer.
            if first.is_none_or(|first| figure.period.first() <= first) {
                found = Some(figure);
            }
        }
        found
    }
}

/// The last day of a stretch on which a figure can end that begins on the day `first` and has at most `coarsest` days
/// after that.
fn latest_end_from(first: NaiveDate, stretch: Period, coarsest: u64) -> NaiveDate {
    let end = first.checked_add_days(Days::new(coarsest));
    end.map_or(stretch.last(), |end| end.min(stretch.last()))
}

#[cfg(test)]
mod tests {
    use proptest::{collection, prelude::*};
    use rust_decimal::Decimal;

    use super::super::known::{day, period, series};
    use super::super::{Observation, ObservationStatus, Series};
    use super::*;
    use crate::dec;
    use crate::value::{Interval, Unit};

    fn shown(figure: Option<Figure>) -> Option<(String, Option<Decimal>)> {
        figure.map(|figure| (figure.period.to_string(), figure.reading.value()))
    }

    #[test]
    fn shorter_flows_add_up_to_the_period() {
        let quarters = [("2025-Q1", 1), ("2025-Q2", 2), ("2025-Q3", 3), ("2025-Q4", 4)];
        let with = |others: &[(&'static str, i64)]| {
            let all: Vec<_> = quarters
                .iter()
                .chain(others)
                .map(|&(text, value)| (text, value, "2026-01-01"))
                .collect();
            series(&all)
        };
        for (others, sum) in [
            (&[][..], 10),
            // The half year was revised and is coarser than its quarters.
            (&[("2025-S1", 5)], 12),
            // Ten months lead nowhere; the quarters do.
            (&[("2025-01-01/P10M", 9)], 10),
            (&[("2025", 11)], 11),
            (&[("2025-12", 2)], 10),
        ] {
            let series = with(others);
            let flow = series.as_known_on(day("2026-01-01")).flow_of(period("2025"));
            assert_eq!(
                shown(flow),
                Some(("2025".into(), Some(Decimal::from(sum)))),
                "{others:?}"
            );
        }
        let three = series(&[
            ("2025-Q1", 1, "2026-01-01"),
            ("2025-Q3", 1, "2026-01-01"),
            ("2025-Q4", 1, "2026-01-01"),
        ]);
        assert_eq!(three.as_known_on(day("2026-01-01")).flow_of(period("2025")), None);
    }

    #[test]
    fn totals_reach_as_far_as_the_figures_do() {
        let stretch = period("2022-01-01/P5Y");
        let total = |observations: &[(&str, i64, &str)]| {
            let series = series(observations);
            let known = series.as_known_on(day("2030-01-01"));
            (
                shown(known.longest_cover(stretch, Reading::checked_add)),
                known.total_over(stretch).map(|total| match total {
                    Total::Whole(figure) => (true, shown(Some(figure)).unwrap()),
                    Total::WithGap(figure) => (false, shown(Some(figure)).unwrap()),
                }),
            )
        };
        let two_years = ("2022-01-01/P2Y".into(), Some(dec!(30)));
        assert_eq!(
            total(&[("2022", 10, "2023-01-01"), ("2023", 20, "2024-01-01")]),
            (Some(two_years.clone()), Some((true, two_years.clone())))
        );
        assert_eq!(
            total(&[
                ("2022", 10, "2023-01-01"),
                ("2023", 20, "2024-01-01"),
                ("2025", 5, "2026-01-01")
            ]),
            (
                Some(two_years),
                Some((false, ("2022-01-01/P4Y".into(), Some(dec!(35)))))
            )
        );
        assert_eq!(total(&[("2021", 10, "2022-01-01")]), (None, None));
        assert_eq!(
            total(&[("2023", 20, "2024-01-01")]),
            (None, Some((false, ("2023".into(), Some(dec!(20))))))
        );
    }

    #[test]
    fn sums_run_on_where_figures_follow_each_other() {
        let stretch = period("2022-01-01/P5Y");
        let sums = |observations: &[(&str, i64, &str)]| {
            let series = series(observations);
            let sums = series.as_known_on(day("2030-01-01")).sums_without_gap(stretch);
            sums.map(|sums| {
                sums.into_iter()
                    .map(|sum| shown(Some(sum)).unwrap())
                    .collect::<Vec<_>>()
            })
        };
        let (first, second) = (("2022", 10, "2023-01-01"), ("2023", 20, "2024-01-01"));
        let both = vec![
            ("2022".into(), Some(dec!(10))),
            ("2022-01-01/P2Y".into(), Some(dec!(30))),
        ];
        assert_eq!(sums(&[first, second]), Some(both));
        assert_eq!(sums(&[]), Some(vec![]));
        assert_eq!(sums(&[second]), None);
        assert_eq!(sums(&[first, second, ("2022-Q1", 3, "2023-01-01")]), None);
        assert_eq!(sums(&[first, ("2024", 30, "2025-01-01")]), None);
    }

    #[test]
    fn a_running_total_counts_from_its_first_day() {
        let running = Observation::new(period("2024"), dec!(33))
            .cumulative_since(day("2022-01-01"))
            .unwrap()
            .published_on(day("2025-01-01"));
        let first_year = Observation::new(period("2022"), Interval::more_than(dec!(9))).published_on(day("2023-01-01"));
        let series = Series::new("a".parse().unwrap(), Unit::ratio(), vec![running, first_year]).unwrap();
        let total = series
            .as_known_on(day("2026-01-01"))
            .total_over(period("2022-01-01/P5Y"));
        let Some(Total::Whole(whole)) = total else {
            panic!("{total:?}");
        };
        assert_eq!(shown(Some(whole)), Some(("2022-01-01/P3Y".into(), Some(dec!(33)))));
    }

    /// The same questions, each answered by a look at every figure.
    mod by_every_figure {
        use super::*;

        fn within(known: Known<'_>, stretch: Period) -> impl Iterator<Item = Figure> {
            known.figures().filter(move |figure| stretch.contains(figure.period))
        }

        fn cover_with(known: Known<'_>, stretch: Period, coarsest: u64) -> Option<Figure> {
            let mut sum: Option<Figure> = None;
            loop {
                let next = within(known, stretch)
                    .filter(|figure| figure.period.days_after_first() <= coarsest)
                    .filter(|figure| match sum {
                        None => figure.period.first() == stretch.first(),
                        Some(sum) => sum.period.is_followed_by(figure.period),
                    })
                    .max_by_key(|figure| figure.period.days_after_first());
                match (sum, next) {
                    (_, None) => return sum,
                    (None, first) => sum = first,
                    (Some(sofar), Some(next)) => match sofar.joined(next, Reading::checked_add) {
                        None => return sum,
                        longer => sum = longer,
                    },
                }
            }
        }

        pub(super) fn longest_cover(known: Known<'_>, stretch: Period) -> Option<Figure> {
            let mut lengths: Vec<_> = within(known, stretch)
                .map(|figure| figure.period.days_after_first())
                .collect();
            lengths.sort_unstable();
            // Of covers that reach as far, the last one that is seen is kept: the coarsest.
            let covers = lengths
                .into_iter()
                .filter_map(|length| cover_with(known, stretch, length));
            covers.max_by_key(|cover| cover.period.last())
        }

        pub(super) fn sum_with_gaps(known: Known<'_>, stretch: Period) -> Option<Figure> {
            let mut sum = longest_cover(known, stretch);
            loop {
                let next = within(known, stretch)
                    .filter(|figure| sum.is_none_or(|sum| figure.period.first() > sum.period.last()))
                    .min_by_key(|figure| {
                        (
                            figure.period.first(),
                            core::cmp::Reverse(figure.period.days_after_first()),
                        )
                    });
                match (sum, next) {
                    (_, None) => return sum,
                    (None, first) => sum = first,
                    (Some(sofar), Some(next)) => sum = Some(sofar.joined(next, Reading::checked_add)?),
                }
            }
        }
    }

    fn later(day: NaiveDate, days: u64) -> NaiveDate {
        day.checked_add_days(Days::new(days)).unwrap()
    }

    /// Figures of days, weeks, months, a quarter and odd lengths, with vintages, forecasts and withdrawals.
    fn figures() -> impl Strategy<Value = Vec<Observation>> {
        let length = prop_oneof![4 => Just(0_u64), 2 => Just(1), 2 => Just(6), 1 => Just(29), 1 => 0_u64..90];
        let one = (0_u64..60, length, 0_u64..3, 0_u32..12, -99_i64..999);
        collection::vec(one, 0..80).prop_map(|all| {
            let begin = day("2024-01-01");
            let figure = |(number, (offset, length, published, kind, value)): (u64, (u64, u64, u64, u32, i64))| {
                // Each day has a figure about as often as not.
                let first = later(begin, u64::midpoint(number, offset));
                let covered = Period::between(first, later(first, length)).unwrap();
                let reading = if kind == 0 {
                    Reading::Missing
                } else {
                    Decimal::from(value).into()
                };
                let figure = Observation::new(covered, reading)
                    .published_on(later(begin, published.saturating_mul(100).saturating_add(number)));
                match kind {
                    1 => figure.with_status(ObservationStatus::Forecast),
                    _ => figure,
                }
            };
            (0..).zip(all).map(figure).collect()
        })
    }

    proptest! {
        #[test]
        fn sorted_figures_answer_as_every_figure_does(
            figures in figures(), first in 0_u64..20, length in 0_u64..90, as_of in 0_u64..300,
        ) {
            let begin = day("2024-01-01");
            let series = Series::new("a".parse().unwrap(), Unit::ratio(), figures).unwrap();
            let known = series.as_known_on(later(begin, as_of));
            let first = later(begin, first);
            let stretch = Period::between(first, later(first, length)).unwrap();
            prop_assert_eq!(known.longest_cover(stretch, Reading::checked_add), by_every_figure::longest_cover(known, stretch));
            let cover = known.longest_cover(stretch, Reading::checked_add);
            prop_assert_eq!(known.sum_with_gaps(stretch, cover), by_every_figure::sum_with_gaps(known, stretch));
            for figure in known.figures() {
                prop_assert_eq!(known.figure_of(figure.period), Some(figure));
                let position = figure.period.end();
                prop_assert_eq!(known.figure_at(position), known.figures().rfind(|one| one.period.end() == position));
            }
            prop_assert_eq!(known.figure_of(stretch), known.figures().find(|figure| figure.period == stretch));
            for sum in known.sums_without_gap(stretch).into_iter().flatten() {
                let so_far = Period::between(stretch.first(), sum.period.last()).unwrap();
                prop_assert_eq!(known.longest_cover(so_far, Reading::checked_add), Some(sum));
                prop_assert_eq!(known.total_over(so_far), Some(Total::Whole(sum)));
            }
            let whole = known.furthest_sum(stretch);
            let reached = whole.map(|whole| whole.period.last());
            let covered = cover.map(|cover| cover.period.last());
            prop_assert!(reached == covered && whole == cover || reached > covered);
            let beyond = known.figures().any(|figure| stretch.contains(figure.period) && Some(figure.period.last()) > reached);
            let expected = if beyond { known.sum_with_gaps(stretch, whole).map(Total::WithGap) } else { whole.map(Total::Whole) };
            prop_assert_eq!(known.total_over(stretch), expected);
        }
    }
}
