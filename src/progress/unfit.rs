//! Why figures do not fit: what is known of a series, and cannot be set beside the goal.
//!
//! A goal of a year is told nothing by one of its quarters, nor by two years together; four quarters of a calendar year
//! do not make the fiscal year from 6 April; of a figure across the deadline nobody knows how much of it is before. All
//! these were published, and the reader is told what their periods are and what was needed.

use chrono::NaiveDate;

use super::Missing;
use super::sums::Sums;
use super::values::Figures;
use super::yearly_rates::YearlyRates;
use crate::series::Figure;
use crate::value::{Collected, Period};

impl Figures<'_> {
    /// Why none of the figures that are known leads to anything by the deadline, the first of these that applies;
    /// `None` where all of them stand at the baseline or before, or fit:
    ///
    /// 1. without one of their periods, sums since the baseline or yearly rates [lead nowhere](Self::why_broken);
    /// 2. the newest unfit figure of a time that begins by the deadline does not fit, although it may end later.
    pub(super) fn why_none_fits(self) -> Option<Missing> {
        let deadline = self.deadline_end();
        let is_known = self.known.iter().next().is_some();
        let broken = || self.why_broken().filter(|_| is_known);
        broken().or_else(|| self.why_unfit(|period| period.first() <= deadline))
    }

    /// Why the newest unfit figure does not fit, be it of a time after the deadline; `None` where there is none.
    pub(super) fn why_later_unfit(self) -> Option<Missing> {
        self.why_unfit(|_| true)
    }

    /// Why yearly rates cannot be chained, or sums not be added up since the baseline, the first of these that applies;
    /// `None` of other goals, and where nothing is missing:
    ///
    /// 1. no chain begins with the first rate, although that is known;
    /// 2. the first year after the baseline is missing;
    /// 3. all sums are over [more than the time](Sums::why_broken) from the baseline to the deadline, or some days
    ///    after the baseline are missing.
    fn why_broken(self) -> Option<Missing> {
        if let Some(period) = self.first_link() {
            let no_link = YearlyRates::why_no_link(self.known, period);
            return Some(no_link.map_or(Missing::ChainBroken { period }, Missing::from));
        }
        self.sums().and_then(Sums::why_broken)
    }

    /// Why the newest figure cannot be set beside the goal of those that end after the baseline, that are
    /// [unfit](Self::is_unfit), and for which `counts` is true; `None` where there is none:
    ///
    /// - its period is longer than the goal's own: [`Missing::OtherPeriods`];
    /// - its period is shorter, and with others before it, of which some lie across the ends of the goal's periods, as
    ///   long as the goal's own: the same;
    /// - its period is shorter: [`Missing::PartialPeriod`].
    fn why_unfit(self, counts: impl Fn(Period) -> bool) -> Option<Missing> {
        let days = self.first_end()..=NaiveDate::MAX;
        let mut unfit = self
            .known
            .ending(days, |period| counts(period) && self.is_unfit(period));
        let (period, own) = (unfit.next_back()?.period, self.own_or_link());
        let (found, needed) = (period.length(), own.length());
        let is_across = |part: Figure| part.period.is_across(own.grid());
        let makes_own_across = || {
            let whole = own.moved_to(period.last()).filter(|_| self.covers_with_parts());
            whole.is_some_and(|whole| self.in_period(whole).is_some() && self.known.within(whole).any(is_across))
        };
        Some(if !period.is_shorter_than(own) || makes_own_across() {
            Missing::other_periods(found, needed)
        } else {
            Missing::partial_period_without(period, needed, self.missing_beside(period, own))
        })
    }

    /// Whether a figure cannot be set beside the goal because of its period: it covers a part of the goal's own, or
    /// more, and nothing tells where it would stand by the deadline. Not so of a figure of a moment, of the baseline's
    /// own period in whole weeks, and of one as long as the goal's own, be it after the deadline.
    fn is_unfit(self, period: Period) -> bool {
        // All links of a chain are as long as the first, so a shorter figure is unfit.
        let is_part_of_link = || self.first_link().is_some_and(|link| period.is_shorter_than(link));
        let is_of_another_length = self.timing.covers_its_period() && !self.timing.is_own(period);
        let has_no_place = || self.place_beside_goal(period).is_none() && !self.is_baseline_of_weeks(period);
        (is_of_another_length && has_no_place()) || is_part_of_link()
    }

    /// The period that the goal speaks of: the first link of a chain, or else the goal's own period.
    fn own_or_link(self) -> Period {
        self.first_link().unwrap_or(self.timing.own)
    }

    /// Whether shorter figures that cover a period tell of it: they are sums, or averages between which its own lies.
    fn covers_with_parts(self) -> bool {
        self.target.quantity().collected() == Collected::Sum || self.timing.is_between_its_parts()
    }

    /// The first period that is missing of the parts as long as `part`, the newest figure, that would make a period:
    /// the one like `own` in which it lies, or else the one before. Of a period that is not over, what comes after the
    /// part is not missing. `None` where parts make no such period, or at least as many of them are missing as are
    /// known.
    fn missing_beside(self, part: Period, own: Period) -> Option<Period> {
        if !self.covers_with_parts() {
            return None;
        }
        let grid = own.grid();
        let latest = grid.number_around(part.last())?;
        [Some(latest), latest.checked_sub(1)]
            .into_iter()
            .flatten()
            .find_map(|number| {
                let whole = grid.period(number)?;
                let is_after_baseline = self.baseline_end().is_none_or(|end| end < whole.first());
                let is_over = whole.last() <= self.known.as_of().date();
                let parts = || {
                    whole
                        .parts(part.length())
                        .filter(|one| is_over || one.last() <= part.last())
                };
                let is_missing = |one: &Period| self.in_period(*one).is_none();
                let missing = parts().filter(is_missing).count();
                let are_mostly_known = missing.saturating_mul(2) < parts().count();
                parts()
                    .find(is_missing)
                    .filter(|_| is_after_baseline && are_mostly_known)
            })
    }

    /// Whether a figure is known that is as long as the goal's own period and ends after the baseline, by the deadline.
    pub(crate) fn has_own(self) -> bool {
        let days = self.first_end()..=self.deadline_end();
        self.known
            .ending(days, |period| self.timing.is_own(period))
            .next()
            .is_some()
    }

    /// Whether the newest unfit figure that ends after the period `than`, and by the deadline, covers only a part of
    /// the goal's own length.
    pub(crate) fn has_newer_part(self, than: Period) -> bool {
        let days = than.last().succ_opt().map(|first| first..=self.deadline_end());
        let newest = days.and_then(|days| self.known.ending(days, |period| self.is_unfit(period)).next_back());
        newest.is_some_and(|newest| newest.period.is_shorter_than(self.own_or_link()))
    }

    /// Whether a figure from the time between baseline and deadline was left out because nobody dated it.
    pub(crate) fn leaves_out_undated(self) -> bool {
        let (since, until) = (self.baseline_end(), self.deadline_end());
        let mut ends = self.known.left_out_as_undated().map(|one| one.coverage().last());
        ends.any(|last| last <= until && since.is_none_or(|since| last >= since))
    }
}
