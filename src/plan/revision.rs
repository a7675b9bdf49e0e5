//! In what a promise differs from what was promised before.
//!
//! A difference is told by what it does to the promise, and not by the sign of a number: from "at most 80" to "at most
//! 75" the number falls and the goal is tightened, from "at least 80" to "at least 75" it is loosened. Where no number
//! tells how far (a level becomes an average growth, a bound a band) the goal is replaced.

use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Goal, Target};
use crate::trajectory::Shape;
use crate::value::{Length, Period, Spot};

/// One thing in which a promise differs from what was promised before, and by how much.
///
/// A goal is tightened if fewer values meet it: of 80 % at least by 85 %, of 80 at most by 75, of a cut of 20 % by one
/// of 25 %. Its words speak of the number, or of the size of a cut, and need both promises:
/// [`Target::revisions_in_words`].
///
/// # Examples
///
/// ```
/// use milepost::{Amendment, Bound, Changes, Goal, Language, Length, Measure, Quantity, Revision, Target, Unit};
/// use milepost::{code, day, dec, period};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let at_least = |share| Goal::level(Bound::AtLeast(share));
/// let target = Target::builder(code!("homes-2025"), share, at_least(dec!(80)), period!("2025"))
///     .amendment(
///         Amendment::new(day!("2024-06-01")),
///         Changes::new().goal(at_least(dec!(75))).deadline(period!("2027")),
///     )
///     .build()?;
/// let (first, in_force) = (target.first_promise(), target.in_force_on(day!("2024-06-01")));
/// let revisions = in_force.revisions_since(&first);
/// assert_eq!(revisions, [Revision::GoalLoosened { by: dec!(5) }, Revision::Postponed { by: Length::Months(24) }]);
/// let words = in_force.revisions_in_words(&first, Language::English);
/// assert_eq!(words[1].words, "postponed by 2 years: 2025 before, 2027 since");
/// # Ok::<(), milepost::Problems>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "code", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Revision {
    /// The goal asks for more: by so much, in the goal's own terms.
    GoalTightened {
        /// How far the new number lies from the old one.
        #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
        by: Decimal,
    },
    /// The goal asks for less, or allows more: by so much, in the goal's own terms.
    GoalLoosened {
        /// How far the new number lies from the old one.
        #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
        by: Decimal,
    },
    /// The goal is another one, or what counts from a baseline or a reference counts from another: no number tells how
    /// far.
    GoalReplaced,
    /// The change counts from another value of its reference, or from another reference.
    ReferenceRedefined,
    /// The promise starts elsewhere, or in another definition.
    BaselineRedefined,
    /// The deadline ends later.
    Postponed {
        /// From the end of the old deadline to that of the new one.
        by: Length,
    },
    /// The deadline ends earlier.
    BroughtForward {
        /// From the end of the new deadline to that of the old one.
        by: Length,
    },
    /// The deadline ends on the same day, and is of another length.
    DeadlineRedefined,
    /// It is a limit to be kept within now, or a goal to be reached.
    LimitChanged,
    /// The path is another one.
    PathChanged,
    /// Other milestones are promised in between, or none any more.
    MilestonesChanged,
}

impl Revision {
    /// How the goal changed: by so much, if both goals are of one kind, measured alike, and bounded on the same side;
    /// else it was replaced.
    fn of_goal(before: Goal, after: Goal) -> Self {
        // Only a bound on one side has a number, and its side is the same from any start.
        let side = |goal: Goal| goal.bound()?.direction_from(Decimal::ZERO);
        let terms = |goal: Goal| (goal.kind(), goal.measured_by(), side(goal));
        let moved = limit_of(before).zip(limit_of(after)).zip(side(after));
        let moved = moved.filter(|_| terms(before) == terms(after));
        let by = moved.and_then(|((from, to), side)| Some((to.checked_sub(from)?.abs(), side.by_merit(to.cmp(&from)))));
        match by {
            Some((by, Ordering::Greater)) => Self::GoalTightened { by },
            Some((by, Ordering::Less)) => Self::GoalLoosened { by },
            _ => Self::GoalReplaced,
        }
    }

    /// How the deadline changed: by the time between the ends of both, or if these are one day, only in length.
    pub(crate) fn of_deadline(before: Period, after: Period) -> Self {
        let between =
            |from: Period, to: Period| Some(Period::between(from.last().succ_opt()?, to.last()).ok()?.length());
        match (between(before, after), between(after, before)) {
            (Some(by), _) => Self::Postponed { by },
            (_, Some(by)) => Self::BroughtForward { by },
            _ => Self::DeadlineRedefined,
        }
    }
}

/// The number of the goal's bound, if it is a bound on one side; `None` for a band, and for a goal without a bound.
fn limit_of(goal: Goal) -> Option<Decimal> {
    goal.bound()?.limit()
}

/// Whether the points of a promise (`now`) are other ones than `before`. Points that fell due and are not stated again
/// do not count.
fn are_other_points<T: PartialEq>(
    now: &[T],
    before: &[T],
    period_of: impl Fn(&T) -> Period,
    fell_due: impl Fn(Period) -> bool,
) -> bool {
    let is_restated = |period: Period| now.iter().any(|one| period_of(one) == period);
    let is_kept = |one: &&T| is_restated(period_of(one)) || !fell_due(period_of(one));
    now.iter().ne(before.iter().filter(is_kept))
}

impl Target {
    /// In what the target differs from what was promised before, in the order of the documents. If it is a version of
    /// `before`, milestones and points of a schedule that were due on the day of the amendment do not count as removed.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Amendment, Bound, Changes, Goal, Length, Measure, Quantity, Revision, Target, Unit, date, dec};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let at_least = |share| Goal::level(Bound::AtLeast(share));
    /// let decree = Changes::new().goal(at_least(dec!(70))).deadline("2027".parse()?);
    /// let target = Target::builder("connected".parse()?, share, at_least(dec!(80)), "2025".parse()?)
    ///     .amendment(Amendment::new(date("2023-06-01")?), decree)
    ///     .build()?;
    /// let version = target.in_force_on(date("2023-06-01")?);
    /// assert_eq!(
    ///     version.revisions_since(&target),
    ///     [Revision::GoalLoosened { by: dec!(10) }, Revision::Postponed { by: Length::Months(24) }]
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn revisions_since(&self, before: &Self) -> Vec<Revision> {
        let mut versions = before.versions.iter();
        let own = versions.find(|version| version.promised == *self);
        self.revisions_by_amendment(before, own.map(|version| version.amendment.since()))
    }

    /// In what the target differs from the promise `before`, which an amendment changed `since` a day; `None`: no
    /// amendment did. Milestones and points of a schedule that were due by that day, or that lie before a restated
    /// baseline, do not count as removed if the amendment leaves them out.
    pub(crate) fn revisions_by_amendment(&self, before: &Self, since: Option<NaiveDate>) -> Vec<Revision> {
        let counts_from_base = matches!(self.goal, Goal::Change { .. } | Goal::Addition(_) | Goal::Cumulative(_));
        let has_other_base = self.reference != before.reference || self.is_rebased_since(before);
        // 30 % below 2005 is no less than 40 % below 1990.
        let goal = (self.goal != before.goal).then(|| {
            if counts_from_base && has_other_base {
                Revision::GoalReplaced
            } else {
                Revision::of_goal(before.goal, self.goal)
            }
        });
        let deadline =
            (self.deadline != before.deadline).then(|| Revision::of_deadline(before.deadline, self.deadline));
        // Points before a restated baseline count as due, too.
        let start = self
            .begin()
            .filter(|_| self.is_rebased_since(before))
            .map(Spot::position);
        let fell_due = |period: Period| {
            let lies_before_start = start.is_some_and(|start| self.stands_at(period) <= start);
            lies_before_start || since.is_some_and(|since| self.measured_on(period) < since)
        };
        let has_other_milestones = are_other_points(&self.milestones, &before.milestones, |one| one.period, fell_due);
        let is_other_shape = match (&self.shape, &before.shape) {
            (Some(Shape::Schedule(now)), Some(Shape::Schedule(then))) => {
                now.between != then.between || are_other_points(&now.points, &then.points, |one| one.period, fell_due)
            }
            (now, then) => now != then,
        };
        let otherwise = [
            (self.limit != before.limit, Revision::LimitChanged),
            (is_other_shape, Revision::PathChanged),
            (has_other_milestones, Revision::MilestonesChanged),
        ];
        goal.into_iter()
            .chain((self.reference != before.reference).then_some(Revision::ReferenceRedefined))
            .chain(self.is_rebased_since(before).then_some(Revision::BaselineRedefined))
            .chain(deadline)
            .chain(
                otherwise
                    .into_iter()
                    .filter_map(|(is_so, revision)| is_so.then_some(revision)),
            )
            .collect()
    }
}
