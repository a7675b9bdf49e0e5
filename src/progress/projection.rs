//! Where the pace so far leads: the value at the deadline, and when the bound would be met.
//!
//! The movement from the baseline to the figure goes on as the path runs: after `time` it is the one so far, times
//! `time ÷ elapsed`, as a rate on constant growth, in units on a straight line, in the logarithm of the odds under a
//! ceiling. From 1517.7 (2021) through 1781.8 (2025) that leads, in 2026, to
//!
//! - 1517.7 × (1781.8 ÷ 1517.7)^(5 ÷ 4) = 1854.72 on constant growth, and over 2000 in 2028;
//! - 1517.7 + (1781.8 − 1517.7) × 5 ÷ 4 = 1847.825 on a linear path.
//!
//! It stops at the edge of what is possible, since no share rises above its whole.
//!
//! The arrival is the first period on that course whose value meets the bound as the verdict tests it. There is none
//! where the course leads away from the bound, where the edge of what is possible comes before it, or where it would
//! come later than [`YEARS_BEYOND_DEADLINE`]. The breach of a limit is the first period on it whose value is outside.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::comparable::Comparable;
use super::path::Path;
use super::question::Question;
use super::{Fact, Missing};
use crate::plan::Goal;
use crate::trajectory::{Curve, Distance, Expected, Point};
use crate::value::{Band, Bound, Length, Met, Period, Years};

/// How far behind the deadline the arrival is looked for.
const YEARS_BEYOND_DEADLINE: i32 = 200;

/// The projection: where the pace so far leads.
pub(crate) struct Projection<'q> {
    question: &'q Question<'q>,
    path: &'q Path<'q>,
    /// The movement from the baseline to the figure, which goes on.
    course: Distance,
    /// The period of the figure, and the one at whose end it stands.
    figure: Period,
    from: Period,
    observed: Decimal,
    elapsed: Years,
    /// The edge of the possible values towards which the figure moves; `None` where nothing limits it there.
    edge: Option<Decimal>,
}

impl<'q> Projection<'q> {
    /// Continues from the baseline through a figure as the path runs: at the same rate, or by the same amount a year.
    ///
    /// The growth to the figure is known where there is one.
    pub(crate) fn new(
        question: &'q Question<'q>,
        path: &'q Path<'q>,
        observed: &Comparable<'_>,
        growth: impl FnOnce() -> Fact<Distance>,
    ) -> Fact<Self> {
        let (figure, from, observed) = (observed.figure.period, observed.at, observed.number()?);
        let elapsed = path.elapsed(from);
        if !elapsed.is_positive() {
            return Err(Missing::NoTimeElapsed);
        }
        let start = path.start();
        let course = match path.goes_on {
            Curve::ConstantGrowth => growth()?,
            curve => Distance::along(curve, [start, observed], elapsed)?,
        };
        Ok(Self {
            question,
            path,
            course,
            figure,
            from,
            observed,
            elapsed,
            edge: edge_ahead(question, start, observed),
        })
    }

    /// The projection of the latest figure with a value; an error where the definition changed between it and the
    /// baseline.
    pub(crate) fn of_latest(question: &'q Question<'q>) -> Fact<Self> {
        let (path, observed) = (question.path()?, question.observed()?);
        question.comparable_with_baseline(observed)?;
        let to = Point::new(observed.at, observed.number()?);
        let growth = || question.promise.growth_between([path.trajectory.baseline(), to]);
        Self::new(question, path, observed, growth)
    }

    /// The value at the end of a period, or the edge of what is possible where it lies beyond.
    pub(crate) fn value_at(&self, period: Period) -> Fact<Decimal> {
        let time = self.path.elapsed(period);
        if time == self.elapsed {
            return Ok(self.observed);
        }
        if let Some(edge) = self.edge_passed(time) {
            return Ok(edge);
        }
        Ok(Expected::new(self.path.start(), self.movement_after(time)).value()?)
    }

    /// Whether the value at the deadline would lie beyond what is possible.
    pub(crate) fn stops_at_the_edge(question: &Question<'_>) -> bool {
        let quantity = question.target.quantity();
        if quantity.possible().is_none() && !quantity.counts_things() {
            return false;
        }
        let passed = || {
            let projection = Projection::of_latest(question)?;
            let time = projection.path.elapsed(question.target.deadline());
            Ok::<_, Missing>(time != projection.elapsed && projection.edge_passed(time).is_some())
        };
        passed().unwrap_or(false)
    }

    /// The edge of what is possible, if the movement is beyond it after so much time from the baseline.
    fn edge_passed(&self, time: Years) -> Option<Decimal> {
        let (edge, start) = (self.edge?, self.path.start());
        // The side of the edge as seen from the projection.
        let side = self
            .course
            .covered(start, edge)
            .side(&self.movement_after(time), Decimal::ONE);
        let is_passed = if edge_is_above(start, self.observed) {
            side.is_lt()
        } else {
            side.is_gt()
        };
        is_passed.then_some(edge)
    }

    /// The movement from the baseline after so much time.
    fn movement_after(&self, time: Years) -> Distance {
        self.course.part_by_time(time, self.elapsed)
    }

    /// The first period whose value meets the bound: of the goal's own length for averages and for sums of a period,
    /// else a month or a day. [`Missing::Never`] if none within reach does.
    pub(crate) fn arrival(&self) -> Fact<Period> {
        let first = self.first_candidate()?;
        let bound = self.question.promise.deciding_bound()?;
        let goal = &self.distance_to(self.question.promise.aim_of(bound)?)?;
        let reached = self.first_where(first, |period| self.is_reached(goal, bound, period));
        let arrival = reached.ok_or(Missing::Never)?;
        // What jumps over a band has not arrived.
        let overshoots = match bound {
            Bound::Within(band) => self.is_beyond_band(band, arrival)?,
            _ => false,
        };
        if overshoots { Err(Missing::Never) } else { Ok(arrival) }
    }

    /// The first period whose value lies outside of a limit that is kept now, among the periods in which an
    /// [`arrival`](Self::arrival) is looked for; [`Missing::NeverExceeded`] if none does.
    pub(crate) fn breach(&self) -> Fact<Period> {
        let promise = &self.question.promise;
        let (bound, is_rising) = (
            promise.deciding_bound()?,
            edge_is_above(self.path.start(), self.observed),
        );
        let is_met = |value: Decimal| promise.is_met(Extreme::At(&Amount::Decimal(value))) == Ok(Met::Yes);
        let ahead = if is_rising { bound.high() } else { bound.low() };
        let limit = ahead
            .filter(|_| !self.edge.is_some_and(is_met))
            .ok_or(Missing::NeverExceeded)?;
        let limit = self.distance_to(limit)?;
        let leaves_limit = |period| {
            let side = self.compare_value(&limit, period);
            let outward = if is_rising { side } else { side.reverse() };
            match bound {
                Bound::MoreThan(_) | Bound::LessThan(_) => outward.is_ge(),
                Bound::AtLeast(_) | Bound::AtMost(_) | Bound::Within(_) => outward.is_gt(),
            }
        };
        let breach = self.first_where(self.first_candidate()?, leaves_limit);
        // What is allowed of a sum, or of growth a year, is an amount of the deadline: behind it nothing is.
        let is_of_deadline = promise.is_sum() || matches!(promise.goal, Goal::AverageGrowth { .. });
        let target = self.question.target;
        let is_in_time = |breach: &Period| target.stands_in(*breach).end() <= target.stands_in(target.deadline()).end();
        breach
            .filter(|breach| !is_of_deadline || is_in_time(breach))
            .ok_or(Missing::NeverExceeded)
    }

    /// The first period from `first` on for which `is_so` is true, which has to stay true once it is; `None` where none
    /// is within reach.
    fn first_where(&self, first: Period, is_so: impl Fn(Period) -> bool) -> Option<Period> {
        let seen = |count: u32| {
            let period = self.within_reach(first.shifted(i32::try_from(count).ok()?)?)?;
            Some((period, is_so(period)))
        };
        // Longer and longer steps find a period for which it is, or the end of what is looked at, and halving finds the
        // first of all.
        let (mut low, mut high) = (0_u32, 0_u32);
        while let Some((_, false)) = seen(high) {
            low = high.saturating_add(1);
            high = low.saturating_mul(2);
        }
        while low < high {
            let middle = low.midpoint(high);
            match seen(middle) {
                Some((_, false)) => low = middle.saturating_add(1),
                _ => high = middle,
            }
        }
        seen(low).map(|(period, _)| period)
    }

    /// How far a limit of the goal lies from the start, counted on the curve on which the pace so far goes on.
    fn distance_to(&self, limit: Decimal) -> Fact<Distance> {
        self.question.promise.way_to(limit, self.path.goes_on)
    }

    /// Whether a period's value lies beyond both edges of a band.
    fn is_beyond_band(&self, band: Band, period: Period) -> Fact<bool> {
        let is_rising = self.path.towards_goal(Ordering::Greater).is_gt();
        let limit = if is_rising { band.high() } else { band.low() };
        let value = self.question.promise.value_of_limit(limit)?;
        if self
            .edge
            .is_some_and(|edge| self.path.towards_goal(edge.cmp(&value)).is_le())
        {
            return Ok(false);
        }
        let far = self.distance_to(limit);
        Ok(far.is_ok_and(|far| self.side_towards_goal(&far, period).is_gt()))
    }

    /// On which side of a limit a period's value lies: greater is further on the way.
    fn side_towards_goal(&self, limit: &Distance, period: Period) -> Ordering {
        self.path.towards_goal(self.compare_value(limit, period))
    }

    /// Whether a period's value is less or greater than a limit.
    fn compare_value(&self, limit: &Distance, period: Period) -> Ordering {
        let time = self.path.elapsed(self.question.target.stands_in(period));
        // The side of the limit as seen from the projection, turned round, is that of the projection.
        limit.compare(&self.movement_after(time), Decimal::ONE).reverse()
    }

    /// The first period after the figure in which the bound could be met: one of the goal's own length for an average
    /// or the sum of a period. A stock, or a sum since the baseline, is looked at month by month; day by day where the
    /// deadline lies within a month, since of a goal for the 13th *July* would not say whether it is met in time.
    fn first_candidate(&self) -> Fact<Period> {
        let target = self.question.target;
        let deadline = target.deadline();
        let has_own_length = target.quantity().collected().covers_its_period() && !self.question.promise.is_sum();
        if has_own_length {
            let own = self.question.figures.timing.own;
            let (grid, day) = (own.grid(), self.from.last().succ_opt());
            let number = day.and_then(|day| grid.number_around(day));
            return number.and_then(|number| grid.period(number)).ok_or(Missing::Never);
        }
        let month_of = |day| Period::containing(day, Length::MONTH).ok();
        let ends_a_month = month_of(deadline.last()).is_some_and(|month| month.last() == deadline.last());
        let around = |day| {
            if ends_a_month {
                month_of(day)
            } else {
                Period::day(day).ok()
            }
        };
        let day = target.moment_of(self.figure).succ_opt();
        let candidate = day.and_then(around).ok_or(Missing::Never)?;
        // What stands at the beginning of a month stands where the figure does that is there before it.
        if target.stands_in(candidate).last() > self.from.last() {
            return Ok(candidate);
        }
        candidate.next().ok_or(Missing::Never)
    }

    /// A period, unless it ends more than 200 years behind the deadline.
    fn within_reach(&self, period: Period) -> Option<Period> {
        let behind = period.end().since(self.question.target.deadline().end());
        (behind <= Years::whole(YEARS_BEYOND_DEADLINE)).then_some(period)
    }

    /// Whether the projection has come to the bound by the end of a period; `goal` is how far the bound's limit lies
    /// from the start.
    fn is_reached(&self, goal: &Distance, bound: Bound, period: Period) -> bool {
        let side = self.side_towards_goal(goal, period);
        match bound {
            Bound::MoreThan(_) | Bound::LessThan(_) => side.is_gt(),
            Bound::AtLeast(_) | Bound::AtMost(_) | Bound::Within(_) => side.is_ge(),
        }
    }
}

/// The edge of what is possible towards which a figure moved from the start; `None` where nothing limits it there.
fn edge_ahead(question: &Question<'_>, start: Decimal, observed: Decimal) -> Option<Decimal> {
    if start == observed {
        return None;
    }
    let possible = question.possible()?;
    let limit = if edge_is_above(start, observed) {
        possible.high()
    } else {
        possible.low()
    };
    limit.value()
}

/// Whether the edge towards which a value moved lies above it.
fn edge_is_above(start: Decimal, observed: Decimal) -> bool {
    observed > start
}
