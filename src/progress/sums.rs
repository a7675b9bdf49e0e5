//! The sums since the baseline of a target.
//!
//! A goal such as "2.5 billion of investment in five years" adds up the flows from the day after the baseline's period
//! on. A sum stands at the end of the last figure in it. Of 10 in 2021, 12 in 2022 and 9 in 2024, after a baseline of
//! 2020, the sums are 10 (2021), 22 (2022) and at least 31 (2024): the flow of 2023 is not known but, where no flow can
//! be negative, it took nothing away. A running total since the baseline is such a sum by itself.

use alloc::vec::Vec;
use core::iter;

use chrono::NaiveDate;

use super::Missing;
use super::values::Figures;
use crate::plan::Goal;
use crate::series::{Figure, Reading, Total};
use crate::value::Period;

/// The sums of the flows since the baseline.
#[derive(Clone, Copy)]
pub(crate) struct Sums<'a> {
    figures: Figures<'a>,
    /// From the day after the baseline to the deadline.
    stretch: Period,
}

impl<'a> Sums<'a> {
    /// The sums of a target; `None` unless its goal is a sum since the baseline, and it has a baseline.
    pub(super) fn new(figures: Figures<'a>) -> Option<Self> {
        let target = figures.target;
        let Goal::Cumulative(_) = target.goal() else {
            return None;
        };
        let first = target.baseline()?.period().last().succ_opt()?;
        let stretch = Period::between(first, target.deadline().last()).ok()?;
        Some(Self { figures, stretch })
    }

    /// The sum to the end of each figure; with gaps, a lower bound. Where figures leave gaps or overlap, each sum is
    /// found by itself, and then only every [n-th](step_among) and the last, if there are more than a chart shows.
    pub(super) fn all(self) -> Vec<Figure> {
        if let Some(sums) = self.figures.known.sums_without_gap(self.stretch) {
            let sums = sums.into_iter();
            return sums.filter_map(|sum| self.figures.in_unit_of_target(sum)).collect();
        }
        let ends = self.ends();
        let mut sums: Vec<_> = ends.iter().rev().step_by(step_among(ends.len())).collect();
        sums.reverse();
        let sums = sums.into_iter().filter_map(|end| self.to_the_end_of(*end));
        sums.collect()
    }

    /// How many sums [`all`](Self::all) leaves out: none if there are not more than a chart shows, or if figures follow
    /// each other without gap or overlap.
    pub(super) fn count_left_out(self) -> usize {
        let ends = self.ends().len();
        let step = step_among(ends);
        if step == 1 || self.figures.known.sums_without_gap(self.stretch).is_some() {
            return 0;
        }
        ends.saturating_sub(ends.div_ceil(step))
    }

    /// The days on which a sum can end, in the order of time, each once.
    fn ends(self) -> Vec<NaiveDate> {
        let mut ends: Vec<_> = self.figures.known.ends_of_sums(self.stretch).collect();
        ends.dedup();
        ends
    }

    /// The sum that ends on the day `last`; with gaps, a lower bound. `None` where none ends there.
    fn to_the_end_of(self, last: NaiveDate) -> Option<Figure> {
        self.up_to(last).filter(|sum| sum.period.last() == last)
    }

    /// The latest sum that ends by the day `last`; with gaps, a lower bound. `None` where no flow is known, or there is
    /// a gap and flows can be negative.
    pub(super) fn up_to(self, last: NaiveDate) -> Option<Figure> {
        let stretch = Period::between(self.stretch.first(), last).ok()?;
        match self.figures.known.total_over(stretch)? {
            Total::Whole(sum) => self.figures.in_unit_of_target(sum),
            Total::WithGap(sum) => self
                .figures
                .lower_bound(sum)
                .filter(|_| self.figures.only_grow(stretch)),
        }
    }

    /// The sums without a gap that end by the day `until` (by the deadline, if that is `None`): first one for each
    /// figure that follows the sum before it, or itself begins right after the baseline; then those that are sums and
    /// differences of overlapping figures.
    pub(super) fn running(self, until: Option<NaiveDate>) -> impl Iterator<Item = Figure> {
        let Self { figures, stretch } = self;
        let flows = figures.known.within(stretch);
        let flows = flows.take_while(move |figure| until.is_none_or(|until| figure.period.last() <= until));
        let sums = flows.scan(None, move |sum: &mut Option<Figure>, figure| {
            let goes_on = sum.filter(|sum| sum.period.is_followed_by(figure.period));
            let next = match goes_on {
                Some(sum) => sum.joined(figure, figures.known.addition()),
                None => Some(figure).filter(|figure| figure.period.first() == stretch.first()),
            };
            *sum = next.or(*sum);
            Some(next)
        });
        let pieced = iter::once_with(move || {
            let last = until.map_or(stretch.last(), |until| until.min(stretch.last()));
            Period::between(stretch.first(), last).map(|stretch| figures.known.pieced_flows(stretch))
        });
        let all = sums.flatten().chain(pieced.flatten().flatten());
        all.filter_map(move |sum| figures.in_unit_of_target(sum))
    }

    /// The sums from the latest back: first, if there are gaps and flows cannot be negative, the lower bound of all
    /// that is known; then the sums without a gap, each time the longest that ends before the one that was found last.
    pub(super) fn backwards(self) -> impl Iterator<Item = Figure> + 'a {
        let Self { figures, stretch } = self;
        let with_gaps = figures.known.total_over(stretch).and_then(|total| match total {
            Total::WithGap(sum) => figures.lower_bound(sum).filter(|_| figures.only_grow(stretch)),
            Total::Whole(_) => None,
        });
        let mut until = Some(stretch.last());
        let sums = iter::from_fn(move || {
            let stretch = Period::between(stretch.first(), until?).ok()?;
            let sum = figures.known.furthest_sum(stretch)?;
            until = sum.period.last().pred_opt();
            Some(sum)
        });
        let sums = sums.filter_map(move |sum| figures.in_unit_of_target(sum));
        with_gaps
            .into_iter()
            .chain(sums.filter(|sum| sum.reading != Reading::Missing))
    }

    /// Why flows cannot be added up since the baseline, the first of these that applies; `None` if the first flow
    /// begins right after the baseline, or nothing is known:
    ///
    /// - the newest that is known is over all the time from the baseline to the deadline, and more, and nothing is
    ///   known of any part of that time;
    /// - days from the baseline on are missing, without which later flows cannot be added up.
    ///
    /// A running total from before the baseline does not tell what came since the baseline. Two of them do tell what
    /// came between their ends. Nor does a flow that ends after the deadline tell what came by then.
    pub(super) fn why_broken(self) -> Option<Missing> {
        let Self { figures, stretch } = self;
        let missing_until = if let Some(first) = figures.known.within(stretch).next() {
            let gap = Period::between(stretch.first(), first.period.first().pred_opt()?).ok()?;
            figures.known.first_day_with_flow_to_end_of(gap).pred_opt()?
        } else {
            let ending = |is_sought: fn(Period, Period) -> bool| {
                let days = stretch.first()..=NaiveDate::MAX;
                figures.known.ending(days, move |period| is_sought(period, stretch))
            };
            if let Some(longer) = ending(Period::contains).next_back() {
                return Some(Missing::other_periods(longer.period.length(), stretch.length()));
            }
            ending(|_, _| true).next()?.period.last().min(stretch.last())
        };
        let period = Period::between(stretch.first(), missing_until).ok()?;
        Some(Missing::ChainBroken { period })
    }

    /// Whether the sums only grow: no flow that is known is negative, and none can be.
    pub(super) fn only_grow(self) -> bool {
        self.figures.only_grow(self.stretch)
    }

    /// Whether the latest sum is only a lower bound because of a gap.
    pub(super) fn have_gap(self) -> bool {
        matches!(self.figures.known.total_over(self.stretch), Some(Total::WithGap(_)))
    }
}

/// The n for which every n-th of so many sums is found, so that there are at most 400 of them.
fn step_among(sums: usize) -> usize {
    /// In a chart, more sums cannot be told apart.
    const MOST: usize = 400;
    sums.div_ceil(MOST).max(1)
}
