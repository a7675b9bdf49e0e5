//! Measurements of the one figure that is judged: completion, and progress against a schedule.
//!
//! *Completion* of a level needs no baseline: of 200 homes, 150 are 0.75. Where the bound is an upper one it is turned
//! round, so that more is better in both: of at most 50 deaths, 40 are 50 ÷ 40 = 1.25, and where there are to be none,
//! any are 0. *Against a schedule* is the share of the way that is gone, set beside the share that is due by then.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::bound::verdict_if_ends_agree;
use super::case::parameters_of;
use super::classing::Classing;
use super::measured::Measurement;
use super::method::Method;
use super::number::{Dividend, Quotient};
use super::progress::Progress;
use super::scale::Scale;
use crate::evidence::{Fact, Ground, Missing};
use crate::exact::Real;
use crate::progress::{Amount, Comparable, Extreme, Question};
use crate::rule::Verdict;
use crate::trajectory::Distance;
use crate::value::{Bound, Met};

/// How a method judges by the one figure that stands beside the plan.
#[derive(Clone, Copy)]
pub(super) struct OneFigure<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) method: &'a Method,
    pub(super) scale: &'a Scale,
}

impl OneFigure<'_> {
    /// The verdict by a figure, or by another amount in its place: it may be a sum, or an index of chained rates.
    pub(super) fn verdict(self, observed: &Comparable<'_>, amount: &Amount) -> Fact<Verdict> {
        let Self {
            question,
            method,
            scale,
        } = self;
        let measured = match scale.measures() {
            Progress::Completion => completion(question, observed, amount),
            _ => scheduled(question, method, observed, amount),
        };
        match &method.achieved {
            Some(achieved) if meets(question, observed, amount)? => {
                method.achieved_by(achieved, Ground::BoundMet, measured.ok())
            }
            _ => self.verdict_by_class(measured?),
        }
    }

    /// The verdict of a figure of which only limits are known, where all of it is of one class; `None` where it is not,
    /// and of a band, in whose middle the best lies.
    pub(super) fn verdict_of_bound(self, observed: &Comparable<'_>) -> Option<Verdict> {
        let bound = self.question.promise.bound().ok()?;
        if matches!(bound, Bound::Within(_)) {
            return None;
        }
        let beyond = |side: Ordering| {
            let ahead = if bound.is_cap() { side.reverse() } else { side };
            let can_be_met = !self.question.target.goal().is_budget();
            match &self.method.achieved {
                Some(achieved) if ahead.is_gt() && can_be_met => {
                    self.method.achieved_by(achieved, Ground::BoundMet, None)
                }
                _ if self.has_no_share_beyond(side) => Err(Missing::NotForThisRule),
                _ => self.verdict_by_class(Measurement::beyond(ahead, self.scale.times)?),
            }
        };
        let ends = self.question.figures.extremes_of(observed.figure.reading);
        verdict_if_ends_agree(ends, |amount| self.verdict(observed, &amount), beyond)
    }

    /// Whether a share of the way is asked for that no number beyond every other one on this side has: nothing grows to
    /// what lies below zero, and no odds lie beyond a ceiling.
    fn has_no_share_beyond(self, side: Ordering) -> bool {
        let is_of_way = self.scale.measures() == Progress::ScheduledShare;
        is_of_way
            && match self.question.path().map(|path| &path.way) {
                Ok(Distance::Growth { .. }) => side.is_lt(),
                Ok(Distance::LongGrowth { .. }) => true,
                Ok(Distance::Units { .. }) | Err(_) => false,
            }
    }

    /// The verdict of a measured number, by the cuts of the scale.
    fn verdict_by_class(self, measured: Measurement) -> Fact<Verdict> {
        let parameters = &parameters_of(self.question, self.method);
        Classing {
            method: self.method,
            scale: self.scale,
            parameters,
            shrinkage: None,
        }
        .verdict(measured)
    }
}

/// Whether an amount meets the goal. A budget, which is kept from the start, is met by the sum of all its time alone,
/// once that is over.
fn meets(question: &Question<'_>, observed: &Comparable<'_>, amount: &Amount) -> Fact<bool> {
    let is_whole = || question.is_past_deadline() && observed.at.last() == question.target.deadline().last();
    let can_be_met = !question.target.goal().is_budget() || is_whole();
    question.comparable_with_goal(observed)?;
    Ok(can_be_met && question.promise.is_met(Extreme::At(amount))? == Met::Yes)
}

/// Observed ÷ goal, or goal ÷ observed where the bound is an upper one.
fn completion(question: &Question<'_>, observed: &Comparable<'_>, amount: &Amount) -> Fact<Measurement> {
    let promise = &question.promise;
    let is_upper = match promise.bound()? {
        Bound::Within(_) => return Err(Missing::NotForThisGoal),
        bound => bound.is_cap(),
    };
    question.comparable_with_goal(observed)?;
    let is_met = promise.is_met(Extreme::At(amount))? == Met::Yes;
    let [amount, goal] = promise.parts_of_completion(amount)?;
    let shown = Dividend::from(amount.clone());
    let [part, whole] = if is_upper { [&goal, &amount] } else { [&amount, &goal] };
    let number = if !whole.is_zero() {
        Quotient::new(part.clone(), whole.clone())?
    } else if is_met {
        // Nothing at all is less than any part of what is allowed, and all of it where nothing is asked.
        Quotient::undivided(Dividend::Beyond(Ordering::Greater))
    } else {
        return Err(Missing::DividedByZero);
    };
    Ok(Measurement::new(number, Some(&shown), Some(&goal))?.into_share_of_required())
}

/// The share of the way that a figure has gone ÷ the share that is due.
fn scheduled(
    question: &Question<'_>,
    method: &Method,
    observed: &Comparable<'_>,
    amount: &Amount,
) -> Fact<Measurement> {
    // Of a budget too, which is kept from the start: more of it gone is no more of a way.
    let start = Amount::Decimal(question.promise.baseline?);
    if question.promise.is_met(Extreme::At(&start))? == Met::Yes {
        return Err(Missing::MetBeforeBaseline);
    }
    let path = question.path()?;
    question.comparable_with_baseline(observed)?;
    let way = &path.way;
    // A figure of which only limits are known has no share that could be shown.
    let share = observed
        .number()
        .map(|number| way.covered(path.start(), number).share_of(way));
    let [elapsed, whole] = [observed.at, question.target.deadline()].map(|at| path.elapsed(at).units());
    let time = Real::of(elapsed, whole).ok_or(Missing::NoTimeElapsed)?;
    let due = scheduled_share(&method.schedule, &time);
    if due.is_zero() {
        return Err(Missing::NothingDueYet);
    }
    let covered = way.covered_exactly(path.start(), &amount.exactly());
    let covered = way.length_of(covered.distance()?).into_owned();
    let number = Quotient::new(covered, way.length().times(&due))?;
    let measured = Measurement::new(number, None, Some(&due))?.into_share_of_required();
    match share {
        Ok(share) => Ok(measured.with_observed(share?)),
        Err(_) => Ok(measured),
    }
}

/// The share that is due at a share of the time: that of the schedule of the rule (the shares due at the ends of
/// equal parts of the time), straight between those; without one, the share of the time itself.
fn scheduled_share(schedule: &[Decimal], time: &Real) -> Real {
    if schedule.is_empty() {
        return time.clone();
    }
    let years_of_schedule = i64::try_from(schedule.len()).unwrap_or(i64::MAX);
    let place = time.times(&Real::from(years_of_schedule)).max(Real::zero());
    let whole = place.floor().unwrap_or_default();
    let years = usize::try_from(whole).unwrap_or(usize::MAX);
    let at = |years: usize| match years.checked_sub(1) {
        None => Real::zero(),
        Some(index) => Real::from(schedule.get(index).or(schedule.last()).copied().unwrap_or_default()),
    };
    let (before, after) = (at(years), at(years.saturating_add(1)));
    let part = place.minus(&Real::from(whole));
    before.plus(&after.minus(&before).times(&part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn a_schedule_runs_straight_between_its_years() {
        let schedule = [dec!(0.1), dec!(0.3), dec!(1)];
        for (up, down, due) in [
            (0, 1, dec!(0)),
            (-1, 6, dec!(0)),
            (1, 6, dec!(0.05)),
            (1, 3, dec!(0.1)),
            (1, 2, dec!(0.2)),
            (2, 3, dec!(0.3)),
            (5, 6, dec!(0.65)),
            (1, 1, dec!(1)),
            (7, 6, dec!(1)),
        ] {
            let time = Real::of(up, down).unwrap();
            assert_eq!(scheduled_share(&schedule, &time), Real::from(due), "{up}/{down}");
            assert_eq!(scheduled_share(&[], &time), time);
        }
    }
}
