//! What the parts of a period say of its total: whether the two contradict each other, and whether an estimate of the
//! total gives way to what was measured.
//!
//! Of a flow of 400 in 2024, quarters of 90, 95, 100 and 110 say 395: the year and its parts contradict each other.
//! Where a quarter is missing nothing can be said, unless the flow only grows: then three quarters of 410 are too many.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{Figure, Known, Observation};
use crate::value::{Collected, Interval, Period};

/// Which of the parts of a period that end on one day is taken.
#[derive(Debug, Clone, Copy)]
enum Taken {
    Longest,
    Shortest,
}

impl Known<'_> {
    /// Whether the parts of a period contradict the sum over all of it: parts that cover each of its days add up to
    /// another number, or, if the sum `only_grows`, some parts are more than the sum.
    ///
    /// The longest parts are tried, and the shortest. Approximate numbers contradict nothing.
    pub(crate) fn contradicts_parts(self, period: Period, only_grows: bool) -> bool {
        let Some(whole) = self.flow_of(period) else {
            return false;
        };
        let is_contradicted = |taken: Taken| {
            let sum = self.sum_of_parts(period, taken);
            sum.is_some_and(|sum| whole.reading.contradicts(sum.reading))
        };
        let are_too_many = |parts: Figure| whole.reading.contradicts(parts.reading.or_more());
        is_contradicted(Taken::Longest)
            || is_contradicted(Taken::Shortest)
            || (only_grows && self.most_of_parts(period).is_some_and(are_too_many))
    }

    /// Whether a figure is an estimate of a sum, made before its period was over, that gives way to what was measured
    /// of the period: to figures that tell all of it; or, where no flow is negative, to parts that are more than all of
    /// it was estimated at.
    pub(super) fn gives_way(self, figure: Figure) -> bool {
        let (period, measured) = (figure.period, self.measured_only());
        if self.collected != Collected::Sum
            || !self.series().facts.has_overlaps
            || !figure.is_estimated_by(period.last())
        {
            return false;
        }
        let is_whole = |flow: &Figure| flow.period == period;
        let is_more = |flow: &Figure| match flow.reading.edges().0.value() {
            Some(least) => figure.reading.nearest_if_outside(Interval::at_least(least)).is_some(),
            None => false,
        };
        let only_grows = self.domain.never_negative && measured.none_was_negative(period);
        // Sums and differences are looked for only where a figure from before the period reaches into it.
        let reaches_in = |one: &Observation| one.coverage().first() < period.first();
        let mut ending = self.observed_ending(period.first()..=period.last()).iter();
        measured
            .longest_cover(period, self.addition())
            .is_some_and(|flow| is_whole(&flow))
            || (only_grows && measured.most_of_parts(period).is_some_and(|flow| is_more(&flow)))
            || ending.any(reaches_in)
                && measured
                    .furthest_pieced(period)
                    .is_some_and(|flow| is_whole(&flow) || (only_grows && is_more(&flow)))
    }

    /// The least that the flow of a period can be, by its lower limit: what those parts add up to that come to most, or
    /// its beginning by sums and differences of figures, if that is more. `None` where no part is known, or flows can
    /// be negative.
    pub(crate) fn least_flow_of(self, period: Period) -> Option<Figure> {
        if !(self.domain.never_negative && self.none_was_negative(period)) {
            return None;
        }
        let bounds = [self.most_of_parts(period), self.furthest_pieced(period)];
        bounds.into_iter().flatten().max_by_key(|bound| self.low_of(*bound))
    }

    /// Whether no figure that is known in a stretch, and might be below 0, is.
    pub(crate) fn none_was_negative(self, stretch: Period) -> bool {
        let was_negative = |figure: Figure| {
            let (low, _) = figure.reading.edges();
            low.value().is_some_and(|low| low < Decimal::ZERO)
        };
        !self.within(stretch).any(was_negative)
    }

    /// Of the parts of a period, those that do not overlap and add up to most, by their lower limits; from the first
    /// day of the first to the last day of the last. `None` where no part is known, or none has a lower limit.
    fn most_of_parts(self, whole: Period) -> Option<Figure> {
        // The most by each day on which a part ends that makes it more.
        let mut most: Vec<Figure> = Vec::new();
        for part in self.within(whole).filter(|part| part.period != whole) {
            let ended = most.partition_point(|sum| sum.period.last() < part.period.first());
            let before = ended.checked_sub(1).and_then(|at| most.get(at));
            let sum = match before {
                Some(before) => before.joined(part, self.addition()),
                None => Some(part),
            };
            if let Some(sum) = sum.filter(|sum| self.low_of(*sum) > most.last().and_then(|sofar| self.low_of(*sofar))) {
                most.push(sum);
            }
        }
        most.pop()
    }

    /// The lower limit of a figure; `None` where it has none.
    fn low_of(self, figure: Figure) -> Option<Decimal> {
        figure.reading.within(self.domain).edges().0.value()
    }

    /// The sum of the parts that cover each day of a period once, found from its end back: at each step the longest or
    /// the shortest of those that end there. `None` where a day is missing, or the parts do not add up.
    fn sum_of_parts(self, whole: Period, taken: Taken) -> Option<Figure> {
        let is_part = |period: Period| period != whole && whole.contains(period);
        let mut sum: Option<Figure> = None;
        let mut until = Some(whole.last());
        while let Some(last) = until.filter(|last| *last >= whole.first()) {
            // Of the figures that end on a day the longest comes first, and the shortest last.
            let mut ending = self.ending(last..=last, is_part);
            let part = match taken {
                Taken::Longest => ending.next()?,
                Taken::Shortest => ending.next_back()?,
            };
            sum = Some(match sum {
                Some(sum) => part.joined(sum, self.addition())?,
                None => part,
            });
            until = part.period.first().pred_opt();
        }
        sum
    }
}
