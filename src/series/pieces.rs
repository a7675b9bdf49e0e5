//! Flows that no figures cover one after the other, but that figures with a common first or last day say: of running
//! totals since January, April to December is what the year has more than its first quarter.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Figure, Known, Observation, Reading};
use crate::value::Period;

/// A figure as a step between two days: forward over its period, or back over it, by which it is taken away.
struct Piece {
    to: NaiveDate,
    figure: Figure,
}

/// The steps that lead to a day, and what they come to.
struct Way {
    /// How many days its figures cover, and how many figures these are. One that only goes forward covers the fewest.
    length: (u64, usize),
    /// `None` before the first step.
    sum: Option<Figure>,
}

impl Known<'_> {
    /// The flow from the first day of a stretch to as late in it as sums and differences of figures reach; `None` where
    /// they reach nowhere, or no figures overlap, so that there are no differences.
    pub(crate) fn furthest_pieced(self, stretch: Period) -> Option<Figure> {
        self.pieced_flows(stretch).pop()
    }

    /// The flows from the first day of a stretch to each later day in it to which figures lead, that are added over
    /// their periods or taken away: those that cover the fewest days, of these the fewest figures. In the order of
    /// time; none where no figures overlap.
    ///
    /// What is known of a flow, and what is doubtful, is so by all figures that it is made of.
    pub(crate) fn pieced_flows(self, stretch: Period) -> Vec<Figure> {
        if !self.series().facts.has_overlaps || !self.has_step_from(stretch.first()) {
            return Vec::new();
        }
        let ways = self.ways_from(stretch.first());
        let flows = ways.into_iter().filter_map(|(day, way)| {
            let period = Period::between(stretch.first(), day.pred_opt()?).ok()?;
            let flow = way.sum.filter(|_| stretch.contains(period))?;
            Some(Figure { period, ..flow })
        });
        flows.collect()
    }

    /// The first day in a gap, after its own first, from whose beginning sums and differences of figures lead to the
    /// end of the gap; else the day after the gap.
    pub(crate) fn first_day_joined_to_end_of(self, gap: Period) -> NaiveDate {
        let end = gap.last().succ_opt().unwrap_or(gap.last());
        if !self.series().facts.has_overlaps {
            return end;
        }
        let ways = self.ways_from(end);
        ways.into_keys().find(|day| *day > gap.first()).unwrap_or(end)
    }

    /// Whether a figure begins on a day, or ends right before it, so that a step leads from there.
    fn has_step_from(self, day: NaiveDate) -> bool {
        let all = self.observed_ending(NaiveDate::MIN..=NaiveDate::MAX).iter();
        let mut periods = all.map(Observation::coverage);
        periods.any(|period| period.first() == day || period.last().succ_opt() == Some(day))
    }

    /// The shortest way from the beginning of a day to that of each other to which figures lead.
    fn ways_from(self, first: NaiveDate) -> BTreeMap<NaiveDate, Way> {
        let steps = self.steps();
        let mut ways = BTreeMap::from([(
            first,
            Way {
                length: (0, 0),
                sum: None,
            },
        )]);
        let mut open = BTreeSet::from([((0, 0), first)]);
        while let Some((length, day)) = open.pop_first() {
            let sum = ways.get(&day).filter(|way| way.length == length).map(|way| way.sum);
            let Some(sum) = sum else { continue };
            for step in steps.get(&day).into_iter().flatten() {
                let Some(way) = step.after(length, sum) else { continue };
                if ways.get(&step.to).is_none_or(|known| way.length < known.length) {
                    open.insert((way.length, step.to));
                    ways.insert(step.to, way);
                }
            }
        }
        ways
    }

    /// The steps from the beginning of each day.
    fn steps(self) -> BTreeMap<NaiveDate, Vec<Piece>> {
        let mut steps: BTreeMap<NaiveDate, Vec<Piece>> = BTreeMap::new();
        for figure in self.figures() {
            let (first, Some(end)) = (figure.period.first(), figure.period.last().succ_opt()) else {
                continue;
            };
            let reading = figure.reading.within(self.domain);
            let forward = Figure { reading, ..figure };
            steps.entry(first).or_default().push(Piece {
                to: end,
                figure: forward,
            });
            if let Some(reading) = reading.negated() {
                let back = Figure { reading, ..figure };
                steps.entry(end).or_default().push(Piece {
                    to: first,
                    figure: back,
                });
            }
        }
        steps
    }
}

impl Piece {
    /// The way that goes on with this step, after one of a length that comes to `sum`; `None` where nothing is known of
    /// what they come to.
    fn after(&self, (days, figures): (u64, usize), sum: Option<Figure>) -> Option<Way> {
        let period = self.figure.period;
        let days = days.checked_add(period.days_after_first())?.checked_add(1)?;
        let next = match sum {
            Some(sum) => sum.with_joined(self.figure, Reading::checked_add)?,
            None => self.figure,
        };
        let is_known = next.reading != Reading::Missing;
        let length = (days, figures.checked_add(1)?);
        is_known.then_some(Way {
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
