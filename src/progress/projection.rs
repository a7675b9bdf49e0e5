//! What the pace so far leads to: the value at the deadline, and when the bound would be met.

use rust_decimal::Decimal;

use super::comparable::Comparable;
use super::path::Path;
use super::question::Question;
use super::{Fact, Reason};
use crate::trajectory::{Distance, Expected, Gone};
use crate::value::{Bound, Length, Period, Years};

/// How far behind the deadline the arrival is looked for.
const YEARS_BEYOND_DEADLINE: i32 = 200;

/// What the pace so far leads to.
pub(crate) struct Projection<'q> {
    question: &'q Question<'q>,
    path: &'q Path<'q>,
    /// The movement from the baseline to the figure, which goes on.
    course: Distance,
    from: Period,
    observed: Decimal,
    elapsed: Years,
}

impl<'q> Projection<'q> {
    /// Continues from the baseline through a figure as the path runs: at the same rate, or by the same amount a year.
    ///
    /// The growth to the figure is known where there is one.
    pub(crate) fn new(
        question: &'q Question<'q>,
        path: &'q Path<'q>,
        observed: &Comparable<'_>,
        gone: Fact<&Distance>,
    ) -> Fact<Self> {
        let (from, observed) = (observed.at, observed.number()?);
        let elapsed = question.promise.elapsed(from)?;
        let start = path.start();
        let course = if path.grows() {
            gone?.clone()
        } else {
            Distance::line(start, observed)
        };
        Ok(Self {
            question,
            path,
            course,
            from,
            observed,
            elapsed,
        })
    }

    /// The value after so much time from the baseline.
    pub(crate) fn value_after(&self, time: Years) -> Fact<Decimal> {
        if time == self.elapsed {
            return Ok(self.observed);
        }
        Ok(Expected::new(self.path.start(), self.after(time)).value()?)
    }

    /// What the movement comes to after so much time from the baseline.
    fn after(&self, time: Years) -> Distance {
        self.course.part(time.units(), self.elapsed.units().unsigned_abs())
    }

    /// The first period whose value meets the bound: of the goal's own length for flows, else a month.
    pub(crate) fn arrival(&self) -> Fact<Period> {
        let first = self.first_candidate()?;
        let goal = &self.course.gone(self.path.start(), self.path.goal());
        let reached = |count: u32| {
            let period = self.within_reach(first.shifted(i32::try_from(count).ok()?)?)?;
            Some((period, self.is_reached(goal, period).ok()?))
        };
        // The movement is monotone: once the goal is reached it stays so. Longer and longer steps find a period in which it is, or the
        // end of what is looked at, and halving finds the first of all.
        let (mut low, mut high) = (0_u32, 0_u32);
        while let Some((_, false)) = reached(high) {
            low = high.saturating_add(1);
            high = low.saturating_mul(2);
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
    fn first_candidate(&self) -> Fact<Period> {
        let target = self.question.target;
        let day = self.from.last().succ_opt().ok_or(Reason::Never)?;
        let has_own_length = target.quantity().collected().covers_its_period() && !self.question.promise.is_sum();
        let candidate = if has_own_length {
            let grid = target.deadline().grid();
            grid.around(day).and_then(|number| grid.period(number))
        } else {
            Period::containing(day, Length::MONTH).ok()
        };
        candidate.ok_or(Reason::Never)
    }

    /// A period, unless it ends more than 200 years behind the deadline.
    fn within_reach(&self, period: Period) -> Option<Period> {
        let behind = period.end().since(self.question.target.deadline().end());
        (behind <= Years::whole(YEARS_BEYOND_DEADLINE)).then_some(period)
    }

    /// Whether a period's value meets the bound, by the goal beside the course.
    fn is_reached(&self, goal: &Gone, period: Period) -> Fact<bool> {
        let promise = &self.question.promise;
        let time = promise.elapsed(period)?;
        // The side of the goal as seen from the projection, turned round, is that of the projection.
        let side = self.path.towards_goal(goal.side_of_end(&self.after(time)).reverse());
        Ok(match promise.bound()? {
            Bound::MoreThan(_) | Bound::LessThan(_) => side.is_gt(),
            Bound::AtLeast(_) | Bound::AtMost(_) | Bound::Within(_) => side.is_ge(),
        })
    }
}
