//! Changes of definition: whether figures on the two sides of one are set apart from each other.
//!
//! A figure with the flag of a break is the first in a new definition. What is compared with a figure before it (a
//! share of the way, a trend) then compares two things. A level's own bound is met or not in any definition.

use super::values::Figures;
use crate::plan::Baseline;
use crate::series::ObservationStatus;
use crate::value::{Collected, Period, Position, Spot};

impl Figures<'_> {
    /// The period of the first figure after a change of definition that separates the baseline from a figure at
    /// `until`; `None` without a baseline, and where no change separates the two. A baseline whose value an amendment
    /// states is in the definition of that time, so that earlier changes do not separate.
    pub(crate) fn break_since_baseline(self, until: Position) -> Option<Period> {
        let mut after = self.baseline_begins_at()?;
        loop {
            let found = self.break_between(after, until)?;
            if self.target.baseline_is_before_break(found) {
                return Some(found);
            }
            after = self.stands_at(found);
        }
    }

    /// The place in time after which a change of definition separates figures from the baseline: where the baseline
    /// stands or, if its value is read from several figures (those of a mean, or the parts of a sum), where the first
    /// of these stands.
    fn baseline_begins_at(self) -> Option<Position> {
        let target = self.target;
        let begin = target.begin()?.position();
        let goal = target.goal();
        let may_have_parts = self.known.series().facts.has_break && goal.asks_baseline() && !goal.accumulates();
        let is_read = |baseline: &&Baseline| may_have_parts && baseline.value().is_none();
        let first = target.baseline().filter(is_read).and_then(|read| {
            if read.is_mean() {
                return read.period().parts(target.length_of_means()).next();
            }
            self.first_part_of(read.period())
        });
        Some(first.map_or(begin, |first| self.stands_at(first)))
    }

    /// The longest period that begins with `whole`, is shorter, and has a figure, if `whole` itself has none; `None`
    /// where figures are no sums of periods, and without such a part.
    pub(super) fn first_part_of(self, whole: Period) -> Option<Period> {
        let is_sum = self.target.quantity().collected() == Collected::Sum;
        if !is_sum || self.known.figure_of(whole).is_some() {
            return None;
        }
        let begins = |part: &Period| part.first() == whole.first() && part.last() < whole.last();
        let parts = self.known.figures().map(|figure| figure.period);
        parts.filter(begins).max_by_key(|part| part.last())
    }

    /// Whether the definition changed after the baseline's period, and an amendment since stated the baseline's value
    /// in the new definition. It then differs from the figure of the series, which is in the old one.
    pub(super) fn baseline_is_stated_after_break(self) -> bool {
        let until = self
            .stands_at(self.target.deadline())
            .max(self.known.as_of().position());
        let break_after = |begin: Spot| self.break_between(begin.position(), until);
        let first = self.target.begin().and_then(break_after);
        first.is_some_and(|with| !self.target.baseline_is_before_break(with))
    }

    /// The period of the first figure in a new definition that stands later than `after`, and not later than `until`;
    /// `None` where there is none.
    pub(crate) fn break_between(self, after: Position, until: Position) -> Option<Period> {
        let known = self.known;
        if !(self.timing.is_of_beginning_or_middle() && known.series().facts.has_break) {
            return known.break_between(after, until);
        }
        let breaks = known
            .figures()
            .filter(|one| one.status.contains(ObservationStatus::Break));
        let places = breaks.map(|one| (self.stands_at(one.period), one.period));
        let first = places.filter(|(at, _)| *at > after && *at <= until).min();
        first.map(|(_, period)| period)
    }

    /// Whether the definition changed after the figure of a period, and not later than `by`. A figure that is a sum of
    /// parts is as old as the first of these.
    pub(super) fn is_redefined(self, period: Period, by: Position) -> bool {
        let has_break = self.known.series().facts.has_break;
        let first = has_break.then(|| self.first_part_of(period)).flatten();
        self.break_between(self.stands_at(first.unwrap_or(period)), by)
            .is_some()
    }
}
