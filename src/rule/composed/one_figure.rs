//! Measurements of the one figure that is judged: completion, and progress against a schedule.
//!
//! *Completion* of a level needs no baseline: of 200 homes, 150 are 0.75. For an upper bound it is goal ÷ observed, so
//! that more is better in both: of at most 50 deaths, 40 are 50 ÷ 40 = 1.25, and where there are to be none, any number
//! of them is 0. *Against a schedule* the share of the way that is gone is divided by the share that is due by then.

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

/// A question, and the method and scale by which it is judged from the latest figure alone, without values of years.
#[derive(Clone, Copy)]
pub(super) struct OneFigure<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) method: &'a Method,
    pub(super) scale: &'a Scale,
}

impl OneFigure<'_> {
    /// The verdict on a figure with this amount, which may be another than its own, a sum, or an index of chained
    /// rates: achieved if the amount meets the goal and the method has a class for that; else by the class of the
    /// measured number.
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

    /// The verdict of a figure that is only a bound, if all amounts that it can mean are of one class. `None` if they
    /// are not, if an end has no class, if no bound is promised, and if a band is promised, whose best amounts lie
    /// between the ends.
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
                _ => self.verdict_by_class(Measurement::infinite(ahead, self.scale.times)?),
            }
        };
        let ends = self.question.figures.extremes_of(observed.figure.reading);
        verdict_if_ends_agree(ends, |amount| self.verdict(observed, &amount), beyond)
    }

    /// Whether the rule measures a share of the way, and an infinite amount on this side has none: below zero on a way
    /// of constant growth, and on either side on an S-curve, which lies between 0 and its ceiling.
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

/// Whether an amount meets the goal. A budget is met only after the deadline, and by the sum of all its time: before
/// that it can still be exceeded.
fn meets(question: &Question<'_>, observed: &Comparable<'_>, amount: &Amount) -> Fact<bool> {
    let is_whole = || question.is_past_deadline() && observed.at.last() == question.target.deadline().last();
    let can_be_met = !question.target.goal().is_budget() || is_whole();
    question.comparable_with_goal(observed)?;
    Ok(can_be_met && question.promise.is_met(Extreme::At(amount))? == Met::Yes)
}

/// Observed ÷ goal, or goal ÷ observed if the bound is an upper one. A division by zero is infinitely good if the goal
/// is met, else an error; a band has no completion.
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
        // An amount of 0 under an upper bound, or any amount where at least 0 is asked for.
        Quotient::undivided(Dividend::Beyond(Ordering::Greater))
    } else {
        return Err(Missing::DividedByZero);
    };
    Ok(Measurement::new(number, Some(&shown), Some(&goal))?.into_share_of_required())
}

/// The share of the way that a figure has covered ÷ the share that is due by the schedule of the method.
///
/// An error where the baseline meets the goal already, so that there is no way; without a baseline or a path; where the
/// definition changed since the baseline; and where no time is gone, or nothing due.
fn scheduled(
    question: &Question<'_>,
    method: &Method,
    observed: &Comparable<'_>,
    amount: &Amount,
) -> Fact<Measurement> {
    // A budget is met by its baseline, 0: to spend more of it is no progress.
    let start = Amount::Decimal(question.promise.baseline?);
    if question.promise.is_met(Extreme::At(&start))? == Met::Yes {
        return Err(Missing::MetBeforeBaseline);
    }
    let path = question.path()?;
    question.comparable_with_baseline(observed)?;
    let way = &path.way;
    // A figure that is only a bound has no share to be shown.
    let share = observed
        .number()
        .map(|number| way.covered(path.start(), number).share_of(way));
    let [elapsed, whole] = [observed.at, question.target.deadline().into()].map(|at| path.elapsed(at).units());
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

/// The share of the way that is due when a share of the time is gone. `schedule` states the shares due at the ends of
/// as many equal parts of the time; between them the share runs straight. Without a schedule it is the share of the
/// time.
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
