//! The time of which a goal speaks, beside that of a figure: its length, its phase, its moment.
//!
//! *Length*: a goal for the year 2026 is asked of a year; a quarter's average says nothing of it, a figure of three
//! years only where it stands on average. *Phase*: a fiscal year from April is as long as a calendar year, and ends
//! elsewhere; it is judged at its own end, with the caveat [`OtherPhase`](Caveat::OtherPhase). *Moment*: inhabitants at
//! the beginning of a year, its middle or its end are three figures of one period, some months apart.
//!
//! The pooled average of 2021 to 2023, for a goal of one year, stands halfway between the end of 2021 and the end of
//! 2023: at the end of 2022.

use chrono::{Days, NaiveDate};

use super::{Caveat, Caveats};
use crate::plan::Target;
use crate::value::{Collected, Length, MOST_DAYS_OFF, Measure, Period, days_between};

/// The time of which a goal speaks, by which it is known of any period whether its figure can be set beside the goal,
/// and when.
///
/// | collected | a figure stands |
/// |---|---|
/// | at a moment | at that moment of its period, however long the period is |
/// | as a sum | at the end of its period, which is as long as the goal's own |
/// | as an average | likewise; of a longer period halfway between the ends of the first and the last that is as long as the goal's own |
///
/// What accumulates since the baseline (the sum of a cumulative goal, the index of chained rates) is there at the end
/// of its period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timing {
    collected: Collected,
    /// Whether the goal adds up since the baseline.
    accumulates: bool,
    /// Whether the goal speaks of periods of one length, and not of each figure as it comes, whatever length it has.
    has_length: bool,
    /// The deadline's period, as long as the figures are of which the goal speaks.
    pub(crate) own: Period,
    /// How long `own` is: by name (a year, a quarter) where it is made of whole weeks.
    length: Length,
    measure: Measure,
}

impl Timing {
    /// The time of which the goal of a target speaks; a goal that adds up since the baseline stands at the end of it.
    pub(crate) fn of(target: &Target) -> Self {
        let own = target.own_period();
        Self {
            collected: target.collected(),
            accumulates: target.goal().accumulates(),
            has_length: target.goal().has_own_length(),
            own,
            length: own.nominal_length(),
            measure: target.quantity().measure(),
        }
    }

    /// Whether a figure speaks of its whole period.
    pub(crate) const fn covers_its_period(self) -> bool {
        self.collected.covers_its_period()
    }

    /// Whether a figure stands at the end of its period, and is no sum since the baseline.
    pub(super) const fn is_of_the_end(self) -> bool {
        matches!(self.collected, Collected::End) && !self.accumulates
    }

    /// Whether a figure stands at the beginning of its period.
    pub(super) const fn is_of_the_beginning(self) -> bool {
        matches!(self.collected, Collected::Beginning)
    }

    /// Whether a figure is of a moment, and is no sum since the baseline.
    pub(super) const fn is_of_a_moment(self) -> bool {
        !self.covers_its_period() && !self.accumulates
    }

    /// Whether the figure of a period, wherever that lies, could be one of the goal's own period.
    pub(super) fn could_be_own(self, period: Period) -> bool {
        !self.accumulates && (!self.covers_its_period() || self.is_own(period))
    }

    /// Whether figures that can be set beside the goal stand elsewhere than at the end of their period.
    pub(super) const fn stands_elsewhere(self) -> bool {
        self.is_of_an_earlier_moment() || matches!(self.collected, Collected::Average)
    }

    /// Whether a figure is of the beginning or of the middle of its period, however long that is.
    pub(super) const fn is_of_an_earlier_moment(self) -> bool {
        matches!(self.collected, Collected::Beginning | Collected::Middle)
    }

    /// Whether the figure of a period is one of those that are added up, so that it says nothing by itself of what they
    /// come to.
    pub(super) fn adds_up(self, period: Period) -> bool {
        self.accumulates || (self.collected == Collected::Sum && !self.is_own(period))
    }

    /// Whether a figure is of the goal's own length, or the goal has none.
    pub(crate) fn is_own(self, period: Period) -> bool {
        !self.has_length || period.nominal_length() == self.length || period.is_as_long_as(self.own)
    }

    /// The day at whose end the figure of a period stands; `None` if it cannot be set beside the goal.
    ///
    /// A goal of a moment is due at that moment of the deadline's period, and drawn at the end of the period, as every
    /// goal is: figures of that moment are moved by as much.
    pub(crate) fn stands_on(self, period: Period) -> Option<NaiveDate> {
        let (last, own) = (period.last(), self.own);
        if self.collected == Collected::End {
            return Some(last);
        }
        if self.is_own(period) {
            // A year of whole weeks that ends some days beside the deadline is that of the deadline.
            return Some(if self.is_near_deadline(last) { own.last() } else { last });
        }
        if self.collected == Collected::Average && own.is_shorter_than(period) {
            let first = own.beginning_after(period.first().pred_opt()?)?;
            return Period::between(first.last().succ_opt()?, last).ok()?.middle();
        }
        self.collected.moment_stands_on(period, own)
    }

    /// Whether the figure of a period can be that of the deadline: it stands there, and is of a moment or as long as
    /// the goal's own period.
    pub(crate) fn decides(self, period: Period) -> bool {
        let is_due = self.stands_on(period) == Some(self.own.last());
        is_due && (!self.covers_its_period() || self.is_own(period))
    }

    /// The caveats of where the figure of a period stands.
    pub(crate) fn caveats(self, period: Period) -> Caveats {
        if !self.covers_its_period() || !self.has_length {
            return Caveats::NONE;
        }
        let is_off = self.is_own(period) && !self.is_in_phase(period.last());
        Caveats::NONE
            .with_if(self.own.is_shorter_than(period), Caveat::LongerPeriod)
            .with_if(is_off, Caveat::OtherPhase)
    }

    /// The periods ending on `day` that could be one of the goal's own; none for goals of a moment.
    pub(crate) fn own_periods_ending_on(self, day: NaiveDate) -> impl Iterator<Item = Period> {
        self.covers_its_period()
            .then(|| self.own.alike_ending_on(day))
            .into_iter()
            .flatten()
    }

    /// Whether the average over a whole lies between those of its parts. A rank over a year may be better than in any
    /// quarter.
    pub(super) const fn is_between_its_parts(self) -> bool {
        !matches!(self.measure, Measure::Rank | Measure::GrowthRate)
    }

    /// The last day on which the period of a figure can end that stands at the deadline.
    pub(super) fn last_day_of_own(self) -> NaiveDate {
        let wandering = Days::new(if self.covers_its_period() { MOST_DAYS_OFF } else { 0 });
        self.own.last().checked_add_days(wandering).unwrap_or(self.own.last())
    }

    /// The last day by which the value of a figure can be there that stands at the deadline.
    pub(super) fn last_day_due(self) -> NaiveDate {
        if self.covers_its_period() {
            self.last_day_of_own()
        } else {
            self.collected.measured_on(self.own)
        }
    }

    /// Whether a day lies whole lengths of the goal's own period from the end of that period, give or take some days.
    pub(crate) fn is_in_phase(self, last: NaiveDate) -> bool {
        let off = self.own.days_off_phase(self.length, last);
        off.is_some_and(|off| off <= MOST_DAYS_OFF)
    }

    /// Whether a period of the goal's own length that ends on `last` stands for that of the deadline. Of days each has
    /// its own figure, however near it is.
    fn is_near_deadline(self, last: NaiveDate) -> bool {
        let wanders = matches!(self.length, Length::Months(_));
        let days = days_between(self.own.last(), last);
        wanders && days.unsigned_abs() <= MOST_DAYS_OFF && self.is_in_phase(last)
    }
}
