//! What the pace so far leads to: the value at the deadline, and when the bound would be met.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::stakes::Stakes;
use super::standing::Standing;
use super::way::Way;
use super::{Fact, Reason};
use crate::growth::{ConstantChange, ConstantGrowth};
use crate::value::{Bound, Frequency, Length, Period, Years};

/// How far behind the deadline the arrival is looked for.
const YEARS_BEYOND_DEADLINE: i32 = 200;

/// The movement from the baseline to a figure, continued.
#[derive(Clone, Copy)]
enum Course {
    Growth(ConstantGrowth),
    Change(ConstantChange),
}

/// What the pace so far leads to.
#[derive(Clone, Copy)]
pub(super) struct Outlook {
    course: Course,
    start: Decimal,
    observed: Decimal,
    elapsed: Years,
    period: Period,
}

impl Outlook {
    /// Continues from the baseline through a figure as the path runs: at the same rate, or by the same amount a year.
    pub(super) fn new(standing: &Standing<'_>, way: &Way<'_>, observed: Decimal) -> Fact<Self> {
        let elapsed = standing.elapsed()?;
        let start = way.start();
        let course = if way.grows() {
            Course::Growth(ConstantGrowth::new(start, observed, elapsed)?)
        } else {
            Course::Change(ConstantChange::new(start, observed, elapsed)?)
        };
        Ok(Self {
            course,
            start,
            observed,
            elapsed,
            period: standing.figure.period,
        })
    }

    /// The value after so much time from the baseline.
    pub(super) fn value_after(&self, time: Years) -> Fact<Decimal> {
        if time == self.elapsed {
            return Ok(self.observed);
        }
        Ok(match self.course {
            Course::Growth(growth) => growth.project(self.start, time)?,
            Course::Change(change) => change.project(self.start, time)?,
        })
    }

    /// On which side of the value after so much time a value lies. Exact.
    fn side_after(&self, time: Years, value: Decimal) -> Fact<Ordering> {
        Ok(match self.course {
            Course::Growth(growth) => growth.compare(self.start, time, Decimal::ONE, value)?,
            Course::Change(change) => change.compare(self.start, time, Decimal::ONE, value)?,
        })
    }

    /// The first period whose value meets the bound: of the goal's own length for flows, else a month.
    pub(super) fn arrival(&self, stakes: &Stakes<'_>, way: &Way<'_>) -> Fact<Period> {
        let first = self.first_candidate(stakes)?;
        let reached = |count: u32| {
            let period = first.shifted(i32::try_from(count).ok()?)?;
            Some((period, self.is_reached(stakes, way, period).ok()?))
        };
        // The movement is monotone: once the goal is reached it stays so. Halving finds the first period of all.
        let (mut low, mut high) = (0_u32, last_count(stakes, first));
        if !reached(high).is_some_and(|(_, reached)| reached) {
            return Err(Reason::Never);
        }
        while low < high {
            let middle = low.midpoint(high);
            match reached(middle) {
                Some((_, false)) => low = middle.saturating_add(1),
                _ => high = middle,
            }
        }
        reached(low).map(|(period, _)| period).ok_or(Reason::Never)
    }

    /// The first period after the figure in which the bound could be met. A sum is looked at month by month, as a stock is.
    fn first_candidate(&self, stakes: &Stakes<'_>) -> Fact<Period> {
        let day = self.period.last().succ_opt().ok_or(Reason::Never)?;
        let has_own_length = stakes.target.quantity().measure().belongs_to_its_length() && !stakes.terms.is_sum();
        let every = stakes.target.deadline().frequency().filter(|_| has_own_length);
        let candidate = match every {
            None if has_own_length => self.period.next(),
            every => Period::containing(day, every.unwrap_or(Frequency::Month)).ok(),
        };
        candidate.ok_or(Reason::Never)
    }

    fn is_reached(&self, stakes: &Stakes<'_>, way: &Way<'_>, period: Period) -> Fact<bool> {
        let goal = way.goal();
        let time = stakes.terms.elapsed(period)?;
        // The side of the goal as seen from the projection, turned round, is that of the projection.
        let side = way.towards_goal(self.side_after(time, goal)?.reverse());
        Ok(match stakes.terms.requirement()?.bound() {
            Bound::MoreThan(_) | Bound::LessThan(_) => side.is_gt(),
            Bound::AtLeast(_) | Bound::AtMost(_) | Bound::Within(_) => side.is_ge(),
        })
    }
}

/// How many periods lie between the first candidate and 200 years after the deadline, within the calendar.
fn last_count(stakes: &Stakes<'_>, first: Period) -> u32 {
    let deadline = stakes.target.deadline().end();
    let time = deadline
        .since(first.end())
        .units()
        .saturating_add(Years::whole(YEARS_BEYOND_DEADLINE).units());
    let days_or_months = match first.length() {
        Length::Months(months) => Years::months(i32::try_from(months).unwrap_or(i32::MAX)).units(),
        Length::Days(days) => i64::from(days).saturating_mul(Years::UNITS_PER_YEAR) / 366,
    };
    let count = time
        .checked_div(days_or_months)
        .and_then(|count| u32::try_from(count).ok())
        .unwrap_or(0);
    let limit = stakes
        .target
        .deadline()
        .end()
        .units()
        .saturating_add(Years::whole(YEARS_BEYOND_DEADLINE).units());
    let is_within = |count: u32| {
        i32::try_from(count)
            .ok()
            .and_then(|count| first.shifted(count))
            .is_some_and(|period| period.end().units() <= limit)
    };
    (0..=count).rev().find(|&count| is_within(count)).unwrap_or(0)
}
