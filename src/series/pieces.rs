//! Flows that are sums and differences of overlapping figures: of running totals since January, the flow from April to
//! December is the total of the year less that of its first quarter.
//!
//! Each figure is a *leg* from the beginning of its first day to that of the day after its last, and back. Legs that
//! follow each other are a *route*; its sum is the flow between the two days. Of several routes the shortest counts.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Figure, Known, Observation, Reading};
use crate::value::Period;

/// A figure as a leg between the beginnings of two days: forward over its period, or back over it, by which its reading
/// is taken away.
struct Leg {
    /// The day to whose beginning the leg leads.
    to: NaiveDate,
    /// The figure; its reading is negated on the way back.
    figure: Figure,
}

/// How long a route is: the fewest days first, so that a route that only goes forward is the shortest.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct RouteLength {
    /// The days of all its figures, forward and back.
    days: u64,
    /// The number of its figures.
    figures: usize,
}

/// A route of legs that follow each other, from the beginning of one day to that of another.
#[derive(Default)]
struct Route {
    length: RouteLength,
    /// The sum of its figures: the flow between the two days. `None` before the first leg.
    sum: Option<Figure>,
}

impl Known<'_> {
    /// The longest of the [`pieced_flows`](Self::pieced_flows) of a stretch; `None` where there is none.
    pub(crate) fn furthest_pieced(self, stretch: Period) -> Option<Figure> {
        self.pieced_flows(stretch).pop()
    }

    /// The flows that begin on the first day of a stretch and end within it, in the order of time, pieced together from
    /// figures that are added or taken away, as July to September is nine months less the first six. Of several ways to
    /// piece a flow together the one counts whose figures have the fewest days, then the fewest figures. None where no
    /// figures of the series overlap.
    ///
    /// The status, the publication and the agreement of a flow are those of all its figures together.
    pub(crate) fn pieced_flows(self, stretch: Period) -> Vec<Figure> {
        if !self.series().facts.has_overlaps || !self.has_leg_from(stretch.first()) {
            return Vec::new();
        }
        let routes = self.shortest_routes_from(stretch.first());
        let flows = routes.into_iter().filter_map(|(day, route)| {
            let period = Period::between(stretch.first(), day.pred_opt()?).ok()?;
            let flow = route.sum.filter(|_| stretch.contains(period))?;
            Some(Figure { period, ..flow })
        });
        flows.collect()
    }

    /// The earliest day in a gap, but for its first, from which a flow to the end of the gap is known by sums and
    /// differences of figures; the day after the gap where there is none.
    pub(crate) fn first_day_with_flow_to_end_of(self, gap: Period) -> NaiveDate {
        let end = gap.last().succ_opt().unwrap_or(gap.last());
        if !self.series().facts.has_overlaps {
            return end;
        }
        let routes = self.shortest_routes_from(end);
        routes.into_keys().find(|day| *day > gap.first()).unwrap_or(end)
    }

    /// Whether a flow can be pieced together from the beginning of a day on: whether a figure begins on the day, to be
    /// added, or ends on the day before, to be taken away.
    fn has_leg_from(self, day: NaiveDate) -> bool {
        let all = self.observed_ending(NaiveDate::MIN..=NaiveDate::MAX).iter();
        let mut periods = all.map(Observation::coverage);
        periods.any(|period| period.first() == day || period.last().succ_opt() == Some(day))
    }

    /// The flows from the beginning of the day `first` to that of each day, pieced together from figures that are added
    /// or taken away: for each day that can be reached so the shortest route, with its sum; `first` is among them.
    fn shortest_routes_from(self, first: NaiveDate) -> BTreeMap<NaiveDate, Route> {
        let legs = self.legs();
        let mut routes = BTreeMap::from([(first, Route::default())]);
        let mut open = BTreeSet::from([(RouteLength::default(), first)]);
        while let Some((length, day)) = open.pop_first() {
            // A shorter route to the day was found after this one, and has been gone through.
            let sum = routes
                .get(&day)
                .filter(|route| route.length == length)
                .map(|route| route.sum);
            let Some(sum) = sum else { continue };
            for leg in legs.get(&day).into_iter().flatten() {
                let Some(route) = leg.after(length, sum) else { continue };
                if routes.get(&leg.to).is_none_or(|known| route.length < known.length) {
                    open.insert((route.length, leg.to));
                    routes.insert(leg.to, route);
                }
            }
        }
        routes
    }

    /// The legs from the beginning of each day: each figure forward from its first day and, where a decimal holds its
    /// negated reading, back from the day after its last.
    fn legs(self) -> BTreeMap<NaiveDate, Vec<Leg>> {
        let mut legs: BTreeMap<NaiveDate, Vec<Leg>> = BTreeMap::new();
        for figure in self.figures() {
            let (first, Some(end)) = (figure.period.first(), figure.period.last().succ_opt()) else {
                continue;
            };
            let reading = figure.reading.within(self.domain);
            let leg = |to, reading| Leg {
                to,
                figure: Figure { reading, ..figure },
            };
            legs.entry(first).or_default().push(leg(end, reading));
            if let Some(reading) = reading.negated() {
                legs.entry(end).or_default().push(leg(first, reading));
            }
        }
        legs
    }
}

impl Leg {
    /// The route with this leg appended, from a route's length and sum; `None` where the readings do not add up, or
    /// nothing limits what they come to.
    fn after(&self, before: RouteLength, sum: Option<Figure>) -> Option<Route> {
        let days = before.days.checked_add(self.figure.period.days_after_first())?;
        let length = RouteLength {
            days: days.checked_add(1)?,
            figures: before.figures.checked_add(1)?,
        };
        let next = match sum {
            Some(sum) => sum.with_joined(self.figure, Reading::checked_add)?,
            None => self.figure,
        };
        let is_known = next.reading != Reading::Missing;
        is_known.then_some(Route {
            length,
            sum: Some(next),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection, prelude::*};
    use rust_decimal::Decimal;

    use super::super::Series;
    use super::super::known::{day, period, series};
    use super::*;
    use crate::value::Unit;

    #[test]
    fn differences_reach_where_sums_do_not() {
        let since_january = [
            ("2025-Q1", 52, "2025-05-01"),
            ("2025-S1", 106, "2025-08-01"),
            ("2025-01-01/P9M", 162, "2025-11-01"),
            ("2025", 221, "2026-02-01"),
            ("2026-Q1", 58, "2026-05-01"),
        ];
        let flow = |figures: &[(&str, i64, &str)], sought: &str| {
            let series = series(figures);
            let flow = series.as_known_on(day("2026-06-01")).flow_of(period(sought));
            flow.map(|flow| (flow.period.to_string(), flow.reading.to_string()))
        };
        for (sought, value) in [
            ("2025-Q2", "54"),
            ("2025-S2", "115"),
            ("2025-04-01/P9M", "169"),
            ("2025-04-01/P1Y", "227"),
            ("2025-07-01/P9M", "173"),
        ] {
            let expected = Some((period(sought).to_string(), value.to_owned()));
            assert_eq!(flow(&since_january, sought), expected, "{sought}");
        }
        assert_eq!(flow(&since_january, "2025-02"), None);
        // The first of three years is what the others leave.
        let years = [
            ("2022-01-01/P3Y", 300, "2025-02-01"),
            ("2023", 100, "2025-02-01"),
            ("2024", 120, "2025-02-01"),
        ];
        assert_eq!(flow(&years, "2022"), Some(("2022".to_owned(), "80".to_owned())));
    }

    proptest! {
        /// Of figures that all say the same of each day, every flow that is known is what its days bring; and it is
        /// known wherever figures connect its first day with its last.
        #[test]
        fn what_figures_say_together_is_what_the_days_bring(
            days in collection::vec(-9_i64..99, 24),
            figures in collection::vec((0_usize..24, 0_usize..24), 1..9),
            sought in (0_usize..24, 0_usize..24),
        ) {
            let date = |at: usize| day("2024-01-01").checked_add_days(chrono::Days::new(at.try_into().unwrap())).unwrap();
            let of = |(one, two): (usize, usize)| (one.min(two), one.max(two));
            let between = |(first, last): (usize, usize)| Period::between(date(first), date(last)).unwrap();
            let sum = |(first, last): (usize, usize)| {
                let all = days[first..=last].iter().try_fold(0_i64, |sum, day| sum.checked_add(*day));
                Decimal::from(all.unwrap())
            };
            let figures: BTreeSet<_> = figures.into_iter().map(of).collect();
            let observed = figures.iter().map(|ends| {
                Observation::new(between(*ends), sum(*ends)).published_on(day("2024-06-01"))
            });
            let series = Series::new("a".parse().unwrap(), Unit::ratio(), observed.collect()).unwrap();
            let flow = series.as_known_on(day("2024-07-01")).flow_of(between(of(sought)));
            let mut reached = BTreeSet::from([of(sought).0]);
            for _ in 0..figures.len() {
                for (first, last) in figures.iter().copied() {
                    if reached.contains(&first) || reached.contains(&(last.saturating_add(1))) {
                        reached.extend([first, last.saturating_add(1)]);
                    }
                }
            }
            let is_known = reached.contains(&(of(sought).1.saturating_add(1)));
            let expected = is_known.then(|| Reading::Exact(sum(of(sought))));
            prop_assert_eq!(flow.map(|flow| flow.reading), expected);
        }
    }
}
