//! Checks the values of a promise.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::super::{Baseline, Goal, LikelyMistake, MeasuredBy, ProblemKind, Problems, Terms};
use super::{Draft, DraftPath, DraftPoint, GoalKind};
use crate::growth::compound;
use crate::value::arithmetic::negated;
use crate::value::{Bound, Edge, Measure, Quantity, Rate, Requirement, Tolerance, Unit};

impl Draft<'_> {
    /// Checks every number of the promise: bound, tolerance, baseline, points, milestones and reference.
    pub(super) fn check_values(&self, problems: &mut Problems) {
        self.check_requirement(problems);
        self.check_value_at_deadline(problems);
        self.check_points_as_values(problems);
        self.check_milestone_terms(problems);
        self.check_never_or_always_met(problems);
        self.check_met_at_start(problems);
        self.check_reference(problems);
    }

    /// Checks the limits of the goal's bound and its tolerance: as values of the indicator, as amounts in its unit, or
    /// as the fractions that changes and rates are.
    fn check_requirement(&self, problems: &mut Problems) {
        let Some(requirement) = self.requirement() else {
            return;
        };
        for (key, limit) in requirement.limits_with_keys() {
            problems.push_any(format_args!("goal.{key}"), self.small_share(limit));
            let kind = match self.kind {
                Some(GoalKind::Level | GoalKind::Keep) => self.impossible_value(limit),
                Some(GoalKind::Cumulative) if limit < Decimal::ZERO && self.is_never_negative() => {
                    self.impossible_value(limit)
                }
                Some(GoalKind::Cumulative | GoalKind::Addition) => self.not_whole(limit),
                _ => None,
            };
            let kind = kind.or_else(|| self.wrong_fraction(limit, Some(requirement.bound())));
            problems.push_any(format_args!("goal.{key}"), kind);
        }
        if let Tolerance::Of(amount) = requirement.tolerance() {
            problems.push_any("goal.tolerance", self.wrong_fraction(amount, None));
        }
    }

    /// Checks that a goal which counts from a stated baseline leads to a possible value.
    fn check_value_at_deadline(&self, problems: &mut Problems) {
        let end = match self.goal {
            Some(
                Goal::Addition(_)
                | Goal::Change {
                    measured_by: MeasuredBy::Levels,
                    ..
                },
            ) => self.ends_of_way().map(|ends| ends.goal),
            Some(Goal::AverageGrowth {
                requirement,
                measured_by: MeasuredBy::Levels,
            }) => self.end_of_growth(requirement),
            _ => None,
        };
        // Of 88 for 88 % that is said, and where it would lead is a number that nobody wrote.
        let mut limits = self.requirement().into_iter().flat_map(Requirement::limits_with_keys);
        let is_wrong = limits.any(|(_, limit)| self.wrong_fraction(limit, None).is_some());
        let end = end.filter(|_| !is_wrong);
        problems.push_any(self.field_of_bound(), end.and_then(|end| self.beyond_possible(end)));
    }

    /// The value to which an average growth leads from a stated baseline by the deadline, to six decimals; `None` from
    /// a mean or an unknown value, or if it cannot be computed.
    fn end_of_growth(&self, requirement: Requirement) -> Option<Decimal> {
        let start = self.start.filter(|_| !self.baseline.is_some_and(Baseline::is_mean))?;
        let [from, to] = [start.period?, self.sound_deadline()?].map(|period| self.stands_at(period));
        let rate = Rate::new(requirement.bound().aim_from(Decimal::ZERO)).ok()?;
        let end = compound(start.value?, rate, to.since(from)).ok()?;
        Some(end.round_dp(6).normalize())
    }

    /// Checks the stated baseline, the milestones and the points of a schedule, if they are values of the indicator and
    /// not numbers of an index: each is possible and no likely mistake, or for a sum, whole if things come one by one.
    fn check_points_as_values(&self, problems: &mut Problems) {
        let are_values = match self.kind {
            Some(GoalKind::Change | GoalKind::AverageGrowth) => {
                self.goal.map(Goal::measured_by) == Some(MeasuredBy::Levels)
            }
            Some(_) => true,
            None => false,
        };
        if !are_values {
            return;
        }
        let wrong_value = |value| self.impossible_value(value).or_else(|| self.large_rate(value));
        problems.push_any("baseline.value", self.stated_baseline().and_then(wrong_value));
        // Where an addition or a share of the way leads, nobody wrote.
        let wrong_point = |point: &DraftPoint, value| match point.key {
            "value" => wrong_value(value),
            _ => self.impossible_value(value),
        };
        let mut check = |path: &str, points: &[DraftPoint]| {
            for (index, point) in points.iter().enumerate() {
                let kind = point.value.and_then(|value| match self.kind {
                    Some(GoalKind::Cumulative) => self.not_whole(value),
                    _ => wrong_point(point, value),
                });
                problems.push_any(format_args!("{path}[{index}].{}", point.key), kind);
            }
        };
        check("milestones", &self.milestones_in_values());
        if let Some(DraftPath::Schedule(points)) = &self.path {
            check("path.schedule", points);
        }
    }

    /// The problem that no figure can have this value: it is beyond what is possible, or no whole number. `None` if one
    /// can.
    fn impossible_value(&self, value: Decimal) -> Option<ProblemKind> {
        self.beyond_possible(value).or_else(|| self.not_whole(value))
    }

    /// The problem that a value is beyond what is possible for its indicator; `None` if it is not, or the indicator is
    /// unknown.
    fn beyond_possible(&self, value: Decimal) -> Option<ProblemKind> {
        self.quantity?.refuse_beyond(value).map(ProblemKind::Value)
    }

    /// Whether what is possible for the indicator is 0 at the least, so that no sum of its figures is below 0 either.
    fn is_never_negative(&self) -> bool {
        let possible = self.quantity.and_then(Quantity::possible);
        possible.and_then(|possible| possible.low().value()) >= Some(Decimal::ZERO)
    }

    /// The problem that a rank, or a value of things that come one by one, is no whole number; `None` if it is whole,
    /// or need not be.
    fn not_whole(&self, value: Decimal) -> Option<ProblemKind> {
        let comes_one_by_one = self.unit?.is_whole() || self.measure == Some(Measure::Rank);
        (comes_one_by_one && !value.fract().is_zero()).then_some(ProblemKind::NotWhole { value })
    }

    /// The warning that a share which counts in per cent is promised as if it were a fraction: above 0, and 1 at most.
    /// `None` if it is not, or the author accepts it.
    fn small_share(&self, limit: Decimal) -> Option<ProblemKind> {
        let is_value = matches!(self.kind, Some(GoalKind::Level | GoalKind::Keep));
        let is_per_cent = self.quantity?.full_share() == Some(Decimal::ONE_HUNDRED);
        let is_small = limit > Decimal::ZERO && limit <= Decimal::ONE;
        let is_unlikely = is_value && is_per_cent && is_small && !self.accepted.contains(&LikelyMistake::SmallShare);
        is_unlikely.then(|| ProblemKind::SmallShare {
            value: limit,
            percent: limit.saturating_mul(Decimal::ONE_HUNDRED).normalize(),
        })
    }

    /// Checks the numbers of milestones that are shares of the way, or in the terms of the goal.
    fn check_milestone_terms(&self, problems: &mut Problems) {
        for (index, milestone) in self.milestones.iter().enumerate() {
            if let Some(terms) = milestone.promised {
                let name = terms.name(self.kind);
                problems.push_any(format_args!("milestones[{index}].{name}"), self.wrong_terms(terms));
            }
        }
    }

    /// The problem of a milestone's fraction: a share of the way outside of 0 to 1, a rate of growth beyond ±1, or what
    /// [`Self::wrong_fraction`] finds in the terms of the goal. `None` if there is none.
    pub(super) fn wrong_terms(&self, terms: Terms) -> Option<ProblemKind> {
        match terms {
            Terms::ShareOfWay(share) if !(Decimal::ZERO..=Decimal::ONE).contains(&share) => {
                Some(ProblemKind::ShareOfWayOutside { share })
            }
            Terms::Value(value) => self.large_rate(value),
            Terms::OfGoal(value) => {
                let bound = self.requirement().map(Requirement::bound);
                self.wrong_fraction(value, bound)
            }
            Terms::ShareOfWay(_) => None,
        }
    }

    /// The problem of a change or a rate: a yearly rate that compounds is −1 or less, or the number is beyond ±1, so
    /// that it is probably a percentage, unless the author accepts that. `None` if it is neither, or no fraction.
    /// `bound` is the bound that states the number, for the advice.
    fn wrong_fraction(&self, value: Decimal, bound: Option<Bound>) -> Option<ProblemKind> {
        match self.kind? {
            GoalKind::AverageGrowth if value <= Decimal::NEGATIVE_ONE => Some(ProblemKind::RateTooLow { value }),
            GoalKind::Change | GoalKind::AverageGrowth => self.large_change(value, bound),
            _ => self.large_rate(value),
        }
    }

    /// The problem that a rate of growth beyond ±1, or so many points of it, is counted in fractions: 3 is probably
    /// 3 %. `None` if it is not, the author accepts it, or the indicator is no such rate or chained to an index.
    fn large_rate(&self, value: Decimal) -> Option<ProblemKind> {
        let is_rate = self.measure == Some(Measure::GrowthRate) && self.unit.is_some_and(Unit::is_ratio);
        let is_chained = matches!(self.kind?, GoalKind::Change | GoalKind::AverageGrowth);
        (is_rate && !is_chained)
            .then(|| self.large_change(value, None))
            .flatten()
    }

    /// The problem that a fraction is beyond ±1, with what was probably meant: a percentage, and if `bound` is an upper
    /// bound and the number is positive, perhaps a fall. `None` if it is not, or the author accepts it.
    fn large_change(&self, value: Decimal, bound: Option<Bound>) -> Option<ProblemKind> {
        if value.abs() <= Decimal::ONE || self.accepted.contains(&LikelyMistake::LargeChange) {
            return None;
        }
        let hundredfold = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
        let fraction = value.checked_div(Decimal::ONE_HUNDRED).unwrap_or(value).normalize();
        let may_be_fall = bound.is_some_and(Bound::is_cap) && value > Decimal::ZERO;
        Some(ProblemKind::LargeChange {
            value,
            percent: hundredfold.normalize(),
            fraction,
            fall: may_be_fall.then(|| negated(fraction)),
        })
    }

    /// Reports a bound of a level, of a kept goal or of a sum that no possible value meets, unless it has a tolerance;
    /// and a bound that every possible value meets, with its tolerance if it has one, unless the author accepts that.
    fn check_never_or_always_met(&self, problems: &mut Problems) {
        let known = self.measure.zip(self.possible_at_deadline()).zip(self.requirement());
        let Some(((measure, ends), goal)) = known else { return };
        let [lowest, highest] = ends;
        let is_of_values = matches!(self.kind, Some(GoalKind::Level | GoalKind::Keep | GoalKind::Cumulative));
        let never = match goal.bound() {
            Bound::MoreThan(limit) => Some(limit) == highest,
            Bound::LessThan(limit) => Some(limit) == lowest,
            _ => false,
        };
        if never && is_of_values && goal.tolerance() == Tolerance::None {
            problems.push(self.field_of_bound(), ProblemKind::NeverMet { measure, goal });
        } else if self.is_always_met(goal, ends) && !self.accepted.contains(&LikelyMistake::AlwaysMet) {
            problems.push(self.field_of_bound(), ProblemKind::AlwaysMet { measure, goal });
        }
    }

    /// The lowest and the highest value that a goal of values can be compared with at the deadline, `None` for an end
    /// that nothing limits; `None` for other goals, and if the indicator is unknown.
    fn possible_at_deadline(&self) -> Option<[Option<Decimal>; 2]> {
        let possible = self.quantity.and_then(Quantity::possible)?;
        let ends = [possible.low(), possible.high()].map(Edge::value);
        match (self.kind?, self.goal?.measured_by()) {
            (GoalKind::Cumulative, _) => Some([self.is_never_negative().then_some(Decimal::ZERO), None]),
            (GoalKind::Level | GoalKind::Keep | GoalKind::Addition, _) | (GoalKind::Change, MeasuredBy::Levels) => {
                Some(ends)
            }
            _ => None,
        }
    }

    /// Whether all values from `lowest` to `highest` are within the bound that decides. `false` where the values to
    /// which its limits lead are not known, or the limits that were written are no possible values themselves, which is
    /// reported elsewhere.
    fn is_always_met(&self, goal: Requirement, [lowest, highest]: [Option<Decimal>; 2]) -> bool {
        let value = |amount| match self.kind {
            Some(GoalKind::Keep) => Some(amount),
            _ => self.value_of_amount(amount),
        };
        let is_possible = |limit| value(limit).is_none_or(|value| self.beyond_possible(value).is_none());
        let compare = |limit, end: Option<Decimal>| Some(value(limit)?.cmp(&end?));
        let reaches_lowest = |limit| compare(limit, lowest).is_some_and(Ordering::is_le);
        let reaches_highest = |limit| compare(limit, highest).is_some_and(Ordering::is_ge);
        let is_met = match goal.deciding_bound() {
            Bound::AtLeast(limit) => reaches_lowest(limit),
            Bound::AtMost(limit) => reaches_highest(limit),
            Bound::MoreThan(limit) => compare(limit, lowest) == Some(Ordering::Less),
            Bound::LessThan(limit) => compare(limit, highest) == Some(Ordering::Greater),
            Bound::Within(band) => reaches_lowest(band.low()) && reaches_highest(band.high()),
        };
        is_met && goal.limits_with_keys().all(|(_, limit)| is_possible(limit))
    }

    /// Notes that a goal is read as a limit, since the baseline meets it, or since no change does; unless its author
    /// says whether it is one, it is a budget, or its bound has another problem. Reports a relative change from a
    /// baseline of 0 or less.
    fn check_met_at_start(&self, problems: &mut Problems) {
        let asked = self.goal_in_values();
        let Some((goal, requirement)) = asked.zip(asked.and_then(Goal::requirement)) else {
            return;
        };
        // A budget is always a limit.
        let is_read_as_limit = self.limit.is_none() && !goal.is_budget() && self.is_limit() == Some(true);
        // Another problem of the bound is the cause of this reading: 42 for 42 %, or a rank that is to rise. So is an
        // error of the baseline.
        let place = self.field_of_bound();
        let is_explained = problems.iter().any(|problem| problem.path() == place)
            || problems.errors().any(|error| error.path() == "baseline.value");
        if is_read_as_limit && !is_explained {
            let kind = match goal {
                Goal::Level(goal) => ProblemKind::AlreadyMet {
                    value: self.stated_baseline().unwrap_or_default(),
                    goal,
                },
                // A sum begins at nothing.
                Goal::Cumulative(goal) => ProblemKind::AlreadyMet {
                    value: Decimal::ZERO,
                    goal,
                },
                _ => ProblemKind::MetWithoutChange { goal: requirement },
            };
            problems.push(place, kind);
        }
        if let Some(value) = self.base_not_above_zero() {
            problems.push("baseline.value", ProblemKind::RelativeToZero { value });
        }
    }

    /// Checks the reference from which a change counts instead of the baseline: only a change of values has one, and
    /// its value is possible, above 0, and leads to a level that a decimal holds.
    fn check_reference(&self, problems: &mut Problems) {
        let (Some(reference), Some(kind)) = (self.reference, self.kind) else {
            return;
        };
        let by_rates = self
            .goal
            .is_some_and(|goal| goal.measured_by() == MeasuredBy::YearlyRates);
        if kind != GoalKind::Change || by_rates {
            let reference = ProblemKind::ReferenceWithoutChange { goal: kind, by_rates };
            return problems.push("goal.reference", reference);
        }
        let Some(value) = reference.value else {
            return;
        };
        if value <= Decimal::ZERO {
            problems.push("goal.reference.value", ProblemKind::RelativeToZero { value });
        } else if let Some(kind) = self.impossible_value(value) {
            problems.push("goal.reference.value", kind);
        } else if self.goal.is_some() && self.goal_in_values().is_none() {
            problems.push("goal.reference.value", ProblemKind::ReferenceTooLong { value });
        }
    }

    /// The stated value of the baseline if it is 0 or less and the goal is a change or a growth of values that counts
    /// from it, which then means nothing; `None` if not.
    pub(super) fn base_not_above_zero(&self) -> Option<Decimal> {
        let is_relative = matches!(self.kind?, GoalKind::Change | GoalKind::AverageGrowth);
        let by_levels = self.goal.is_some_and(|goal| goal.measured_by() == MeasuredBy::Levels);
        self.stated_baseline()
            .filter(|value| is_relative && by_levels && self.reference.is_none() && *value <= Decimal::ZERO)
    }
}
