//! Where the pace so far leads: the value at the deadline, and when the bound would be met.
//!
//! The movement from the baseline to the figure is continued as the path runs: `time` after the baseline it is the
//! movement so far × `time ÷ elapsed`, as a rate on constant growth, in units on a straight line, in the logarithm of
//! the odds under a ceiling. From 1517.7 (2021) through 1781.8 (2025) it leads, in 2026, to
//!
//! - 1517.7 × (1781.8 ÷ 1517.7)^(5 ÷ 4) = 1854.72 on constant growth, and over 2000 in 2028;
//! - 1517.7 + (1781.8 − 1517.7) × 5 ÷ 4 = 1847.825 on a linear path.
//!
//! Milestones change nothing of it: the share of the way is of units then, and the movement still goes on at its rate.
//! It stops at the edge of what is possible, since no share rises above its whole.
//!
//! The *arrival* is the first period on that course whose value meets the bound as the verdict tests it. There is none
//! where the course leads away from the bound, where the edge of what is possible comes before the bound, or where the
//! arrival would come later than [`YEARS_BEYOND_DEADLINE`]. The *breach* of a limit is the first period on the course
//! whose value lies outside of the limit.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::comparable::Comparable;
use super::path::Path;
use super::question::Question;
use super::{Fact, Missing};
use crate::plan::Goal;
use crate::trajectory::{Curve, Distance, Expected};
use crate::value::{Band, Bound, Length, Met, Period, Spot, Years};

/// How long after the deadline an arrival or a breach is looked for.
const YEARS_BEYOND_DEADLINE: i32 = 200;

/// The projection: where the pace so far leads.
pub(crate) struct Projection<'q> {
    question: &'q Question<'q>,
    path: &'q Path<'q>,
    /// The movement from the baseline to the figure.
    course: Distance,
    /// The period of the figure.
    figure: Period,
    /// Where the figure stands.
    from: Spot,
    /// The value of the figure.
    observed: Decimal,
    /// The time from the baseline to `from`, by the clock of the path.
    elapsed: Years,
    /// The edge of the possible values in the direction of the movement, at which the projection stops; `None` where
    /// there is no such edge.
    stops_at: Option<Decimal>,
}

impl<'q> Projection<'q> {
    /// Continues the movement from the baseline to a figure as the path runs: at the same rate, or by the same amount a
    /// year. `growth` is the growth from the baseline to the figure, which only a path of constant growth asks for.
    ///
    /// An error where the figure has no value, no time has passed since the baseline, or no growth or S-curve leads to
    /// the figure.
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
        let course = match path.projection_curve {
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
            stops_at: edge_ahead(question, start, observed),
        })
    }

    /// The projection of the latest figure with a value; an error without one, without a path, where the definition
    /// changed between the baseline and the figure, and those of [`new`](Self::new).
    pub(crate) fn of_latest(question: &'q Question<'q>) -> Fact<Self> {
        let (path, observed) = (question.path()?, question.observed()?);
        question.comparable_with_baseline(observed)?;
        let values = [path.start(), observed.number()?];
        let growth = || {
            let over = question.promise.elapsed(observed.at)?;
            question.promise.growth_between(values, over)
        };
        Self::new(question, path, observed, growth)
    }

    /// The value at the end of a period, or the edge of what is possible where the value would lie beyond it.
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

    /// Whether the projection of the latest figure would lie beyond the edge of what is possible at the deadline.
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

    /// The edge of what is possible, if the movement lies beyond it when `time` has passed since the baseline.
    fn edge_passed(&self, time: Years) -> Option<Decimal> {
        let (edge, start) = (self.stops_at?, self.path.start());
        // Whether the edge lies below or above the projection.
        let side = self
            .course
            .covered(start, edge)
            .side(&self.movement_after(time), Decimal::ONE);
        let is_passed = if has_risen(start, self.observed) {
            side.is_lt()
        } else {
            side.is_gt()
        };
        is_passed.then_some(edge)
    }

    /// The movement from the baseline when `time` has passed since then.
    fn movement_after(&self, time: Years) -> Distance {
        self.course.part_by_time(time, self.elapsed)
    }

    /// The first period after the figure whose value meets the bound, among the periods that begin with the
    /// [first candidate](Self::first_candidate). [`Missing::Never`] if no period within reach meets it, or the movement
    /// jumps over a band.
    pub(crate) fn arrival(&self) -> Fact<Period> {
        let first = self.first_candidate()?;
        let bound = self.question.promise.deciding_bound()?;
        let goal = &self.distance_to(self.question.promise.aim_of(bound)?)?;
        let reached = self.first_where(first, |period| self.is_reached(goal, bound, period));
        let arrival = reached.ok_or(Missing::Never)?;
        // In the first period that reaches a band, the value may lie beyond it already.
        let overshoots = match bound {
            Bound::Within(band) => self.is_beyond_band(band, arrival)?,
            _ => false,
        };
        if overshoots { Err(Missing::Never) } else { Ok(arrival) }
    }

    /// The first period whose value lies outside of a limit that is kept now, among the periods in which an
    /// [`arrival`](Self::arrival) is looked for. [`Missing::NeverExceeded`] if no period within reach does, if the edge
    /// of what is possible lies within the limit, or if the limit holds until the deadline only and is kept until then.
    pub(crate) fn breach(&self) -> Fact<Period> {
        let promise = &self.question.promise;
        let (bound, is_rising) = (promise.deciding_bound()?, has_risen(self.path.start(), self.observed));
        let is_met = |value: Decimal| promise.is_met(Extreme::At(&Amount::Decimal(value))) == Ok(Met::Yes);
        let ahead = if is_rising { bound.high() } else { bound.low() };
        let limit = ahead
            .filter(|_| !self.stops_at.is_some_and(is_met))
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
        // The bound of a sum since the baseline, or of an average growth, is one for the time until the deadline.
        let is_of_deadline = promise.is_sum() || matches!(promise.goal, Goal::AverageGrowth { .. });
        let target = self.question.target;
        let is_in_time = |breach: &Period| target.stands_at(*breach) <= target.stands_at(target.deadline());
        breach
            .filter(|breach| !is_of_deadline || is_in_time(breach))
            .ok_or(Missing::NeverExceeded)
    }

    /// The first period from `first` on for which `holds` is true; `None` if there is none within reach. Once `holds`
    /// is true of a period, it must be true of all later ones.
    fn first_where(&self, first: Period, holds: impl Fn(Period) -> bool) -> Option<Period> {
        let seen = |count: u32| {
            let period = self.within_reach(first.shifted(i32::try_from(count).ok()?)?)?;
            Some((period, holds(period)))
        };
        // Longer and longer steps lead to a period for which it is true, or beyond reach; halving then finds the first.
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

    /// How far a limit of the goal lies from the start, in the terms of the curve of the projection.
    fn distance_to(&self, limit: Decimal) -> Fact<Distance> {
        self.question.promise.way_to(limit, self.path.projection_curve)
    }

    /// Whether the value of a period lies beyond a band: past both edges on the path. `false` if the projection stops
    /// at the edge of what is possible before the far edge of the band.
    fn is_beyond_band(&self, band: Band, period: Period) -> Fact<bool> {
        let limit = self.path.far_edge(band);
        let value = self.question.promise.value_of_limit(limit)?;
        if self
            .stops_at
            .is_some_and(|edge| self.path.towards_goal(edge.cmp(&value)).is_le())
        {
            return Ok(false);
        }
        let far = self.distance_to(limit);
        Ok(far.is_ok_and(|far| self.side_towards_goal(&far, period).is_gt()))
    }

    /// On which side of a limit a period's value lies: `Greater` is further on the way.
    fn side_towards_goal(&self, limit: &Distance, period: Period) -> Ordering {
        self.path.towards_goal(self.compare_value(limit, period))
    }

    /// Whether a period's value is less or greater than a limit.
    fn compare_value(&self, limit: &Distance, period: Period) -> Ordering {
        let time = self.path.elapsed(self.question.target.stands_at_end_of(period));
        // The limit is compared with the projection, and the answer turned round.
        limit.compare(&self.movement_after(time), Decimal::ONE).reverse()
    }

    /// The first period after the figure in which the bound could be met; later ones follow it without a gap:
    ///
    /// 1. for an average or the sum of a period, a period of the goal's own length;
    /// 2. else a month, if the deadline ends with a month;
    /// 3. else a day: if the deadline is the 13th of July, *July* would not say whether the bound is met in time.
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
        let day = target.measured_on(self.figure).succ_opt();
        let candidate = day.and_then(around).ok_or(Missing::Never)?;
        // A value of the beginning of a month may stand at the same day as the figure: then the next month is the
        // first.
        if target.stands_at_end_of(candidate).last() > self.from.last() {
            return Ok(candidate);
        }
        candidate.next().ok_or(Missing::Never)
    }

    /// The period, unless it ends more than [`YEARS_BEYOND_DEADLINE`] after the deadline.
    fn within_reach(&self, period: Period) -> Option<Period> {
        let after = period.end().since(self.question.target.deadline().end());
        (after <= Years::whole(YEARS_BEYOND_DEADLINE)).then_some(period)
    }

    /// Whether the projection has reached the bound by the end of a period. `goal` is the distance from the start to
    /// the limit of the bound to which the path leads.
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
    let limit = if has_risen(start, observed) {
        possible.high()
    } else {
        possible.low()
    };
    limit.value()
}

/// Whether the value has risen from the start to the figure.
fn has_risen(start: Decimal, observed: Decimal) -> bool {
    observed > start
}
