//! The time of which a goal speaks, beside that of a figure: its length, its phase, its moment.
//!
//! *Length*: a goal for the year 2026 speaks of a year. The average of a quarter tells nothing of it; the average of
//! three years does, for the middle of these. *Phase*: a fiscal year from April is as long as a calendar year, and ends
//! on another day of the year; it is judged at its own end, with the caveat [`OtherPhase`](Caveat::OtherPhase).
//! *Moment*: inhabitants at the beginning of a year, its middle or its end are three figures of one period, some months
//! apart.
//!
//! The pooled average of 2021 to 2023, for a goal of one year, stands halfway between the end of 2021 and the end of
//! 2023: at the end of 2022.

use chrono::{Days, NaiveDate};

use super::{Caveat, Caveats};
use crate::plan::Target;
use crate::value::{Collected, Length, MOST_DAYS_LONGER, MOST_DAYS_OFF, Measure, Period, Spot, days_between};

/// The time of which a goal speaks. It tells of any period whether its figure can be set beside the goal, and where the
/// figure then stands, as [`spot_of`](Self::spot_of) lists.
///
/// What accumulates since the baseline (the sum of a cumulative goal, the index of chained rates) is a value of the end
/// of its period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timing {
    /// How a figure relates to its period: at its end, if the goal accumulates.
    collected: Collected,
    /// Whether the goal is a sum or a chained index since the baseline.
    accumulates: bool,
    /// Whether the goal speaks of periods of one length; else each figure counts as it comes, whatever its length.
    has_length: bool,
    /// The goal's own period, whose figure decides: it ends with the deadline, and is as long as the figures are of
    /// which the goal speaks.
    pub(crate) own: Period,
    /// How long `own` is: a year or a quarter of whole weeks is as long as one of the calendar.
    length: Length,
    /// What kind of number the indicator is.
    measure: Measure,
}

impl Timing {
    /// The time of which the goal of a target speaks.
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

    /// Whether a figure is an average or a sum over its period, and not a value of a moment.
    pub(crate) const fn covers_its_period(self) -> bool {
        self.collected.covers_its_period()
    }

    /// Whether a figure is a value of the end of its period, and nothing that accumulates since the baseline.
    pub(super) const fn is_of_the_end(self) -> bool {
        matches!(self.collected, Collected::End) && !self.accumulates
    }

    /// Whether a figure is a value of the beginning of its period.
    pub(super) const fn is_of_the_beginning(self) -> bool {
        matches!(self.collected, Collected::Beginning)
    }

    /// Whether a figure is a value of a moment, and nothing that accumulates since the baseline.
    pub(super) const fn is_of_a_moment(self) -> bool {
        !self.covers_its_period() && !self.accumulates
    }

    /// Whether the figure of a period, before the deadline or after it, is of the kind that the goal asks of its own
    /// period: any value of a moment, or an average or sum of the goal's own length. `false` of a goal that
    /// accumulates.
    pub(super) fn could_be_own(self, period: Period) -> bool {
        !self.accumulates && (!self.covers_its_period() || self.is_own(period))
    }

    /// Whether some figures stand on another day than the last of their periods: values of the beginning or the middle
    /// of a period, and averages over a longer period than the goal's own.
    pub(super) const fn may_stand_off_its_end(self) -> bool {
        self.is_of_beginning_or_middle() || matches!(self.collected, Collected::Average)
    }

    /// Whether a figure is a value of the beginning or of the middle of its period.
    pub(super) const fn is_of_beginning_or_middle(self) -> bool {
        matches!(self.collected, Collected::Beginning | Collected::Middle)
    }

    /// Whether the figure of a period is not set beside the goal itself, but added up or chained with others: every
    /// figure, if the goal accumulates; where figures are sums, one of another length than the goal's own.
    pub(super) fn adds_up(self, period: Period) -> bool {
        self.accumulates || (self.collected == Collected::Sum && !self.is_own(period))
    }

    /// Whether a period is of the goal's own length, or the goal has none.
    pub(crate) fn is_own(self, period: Period) -> bool {
        !self.has_length || period.nominal_length() == self.length || period.is_as_long_as(self.own)
    }

    /// Where the figure of a period stands:
    ///
    /// 1. a value of the end of its period, and one that accumulates: at the end of the period;
    /// 2. any other figure of the goal's own length: at the end of its period, or at that of the deadline if the two
    ///    are those of one year or quarter, by the calendar and in whole weeks;
    /// 3. an average over a longer period: halfway between the ends of the first and the last period of the goal's own
    ///    length in it;
    /// 4. a value of the beginning or the middle of its period: as long after that moment as the goal's own period ends
    ///    after its own such moment, since the goal is drawn at the end of that period.
    ///
    /// `None` of another sum, of an average over a shorter period, and beyond the calendar: it cannot be set beside the
    /// goal.
    #[inline]
    pub(crate) fn spot_of(self, period: Period) -> Option<Spot> {
        let (last, own) = (period.last(), self.own);
        if self.collected == Collected::End {
            return Some(period.into());
        }
        if self.is_own(period) {
            let day = if self.is_of_deadline(period) { own.last() } else { last };
            return at_end_of(day, period);
        }
        if self.collected == Collected::Average && own.is_shorter_than(period) {
            let first = own.beginning_after(period.first().pred_opt()?)?;
            return period.halved_after(first);
        }
        at_end_of(self.collected.moment_stands_on(period, own)?, period)
    }

    /// The last day that is over where the figure of a period [stands](Self::spot_of).
    pub(crate) fn stands_on(self, period: Period) -> Option<NaiveDate> {
        self.spot_of(period).map(Spot::last)
    }

    /// Whether the figure of a period can decide at the deadline: it stands there, and is a value of a moment or of the
    /// goal's own length.
    pub(crate) fn decides(self, period: Period) -> bool {
        let is_due = self.stands_on(period) == Some(self.own.last());
        is_due && (!self.covers_its_period() || self.is_own(period))
    }

    /// The caveats of the period of an average or a sum: [`LongerPeriod`](Caveat::LongerPeriod) if it is longer than
    /// the goal's own, [`OtherPhase`](Caveat::OtherPhase) if it is as long and ends at another time of the year. None
    /// of values of a moment, and where the goal speaks of no length.
    pub(crate) fn caveats(self, period: Period) -> Caveats {
        if !self.covers_its_period() || !self.has_length {
            return Caveats::NONE;
        }
        let is_off = self.is_own(period) && !self.is_in_phase(period.last()) && !self.is_of_deadline(period);
        Caveats::NONE
            .with_if(self.own.is_shorter_than(period), Caveat::LongerPeriod)
            .with_if(is_off, Caveat::OtherPhase)
    }

    /// The periods that end on `day` and are as long as the goal's own; none where figures are values of a moment.
    pub(crate) fn own_periods_ending_on(self, day: NaiveDate) -> impl Iterator<Item = Period> {
        self.covers_its_period()
            .then(|| self.own.alike_ending_on(day))
            .into_iter()
            .flatten()
    }

    /// Whether the average over a period lies between those over its parts. Not so of a rank: that of a year may be
    /// better than the rank of any quarter.
    pub(super) const fn is_between_its_parts(self) -> bool {
        !matches!(self.measure, Measure::Rank | Measure::GrowthRate)
    }

    /// The last day on which the period of a figure can end that stands at the deadline: where figures cover their
    /// periods, some days after the deadline, since the period may be one of whole weeks.
    pub(super) fn last_day_of_own(self) -> NaiveDate {
        let is_in_weeks = self.covers_its_period();
        self.days_after_own(if is_in_weeks { MOST_DAYS_LONGER } else { 0 })
    }

    /// The last day on which a figure is measured that need not be one after the deadline: the moment of the goal's own
    /// period or, where figures cover their periods, so many days after it as years of whole weeks end off it.
    pub(super) fn last_day_due(self) -> NaiveDate {
        if self.covers_its_period() {
            self.days_after_own(MOST_DAYS_OFF)
        } else {
            self.collected.measured_on(self.own)
        }
    }

    /// The day so many days after the goal's own period, or its last day where the calendar ends before.
    fn days_after_own(self, days: u64) -> NaiveDate {
        let last = self.own.last();
        last.checked_add_days(Days::new(days)).unwrap_or(last)
    }

    /// Whether a day is the end of a period in the phase of the goal's own: whole lengths of that period away from its
    /// end, give or take the days by which years of whole weeks are off.
    pub(crate) fn is_in_phase(self, last: NaiveDate) -> bool {
        let off = self.own.days_off_phase(self.length, last);
        off.is_some_and(|off| off <= MOST_DAYS_OFF)
    }

    /// Whether the figure of a period is a second one of the deadline: an average or a sum over another period than the
    /// goal's own that is [that of the deadline](Self::is_of_deadline) as well.
    pub(super) fn is_second_of_deadline(self, period: Period) -> bool {
        let may_be_second = self.covers_its_period() && period != self.own && period.overlaps(self.own);
        may_be_second && period.is_as_long_as(self.own) && self.is_of_deadline(period)
    }

    /// Whether a period of the goal's own length is that of the deadline: it ends with the deadline or, as years and
    /// quarters of whole weeks do, some days off it; or it begins with the goal's own period, in other weeks. `false`
    /// where the length is one in days: then a period some days off is another one.
    pub(super) fn is_of_deadline(self, period: Period) -> bool {
        let is_in_months = matches!(self.length, Length::Months(_));
        let days_off = days_between(self.own.last(), period.last()).unsigned_abs();
        let is_near = is_in_months && days_off <= MOST_DAYS_OFF && self.is_in_phase(period.last());
        is_near || period.is_same_in_weeks_as(self.own)
    }
}

/// The end of a day, which is shown as `period` if that is its end.
#[inline]
fn at_end_of(day: NaiveDate, period: Period) -> Option<Spot> {
    let shown = if day == period.last() {
        period
    } else {
        Period::day(day).ok()?
    };
    Some(shown.into())
}
