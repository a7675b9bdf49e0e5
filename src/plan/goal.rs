//! Goals: what a target promises of its indicator.

use rust_decimal::Decimal;

use super::{Every, GoalKind};
use crate::trajectory::Curve;
use crate::value::arithmetic::{exact_product, exact_sum, negated};
use crate::value::{Bound, Direction, Length, Measure, Quantity, Requirement, Tolerance, names};

/// What is promised of an indicator.
///
/// Which path leads there, where the author chose none, says [`default_curve`](Self::default_curve).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[must_use]
pub enum Goal {
    /// The value at the deadline: product over 2,000; good air on 88 % of days; 50 buildings.
    Level(Requirement),
    /// The relative change on the baseline, signed and as a fraction: a cut of at least 13.5 % is `AtMost(−0.135)`.
    /// With a [`Reference`](super::Reference) it is a change of that: 31 % below business as usual.
    #[non_exhaustive]
    Change {
        /// The requirement that the change must satisfy.
        requirement: Requirement,
        /// The numbers that the change is read from.
        measured_by: MeasuredBy,
    },
    /// The net addition to the baseline, signed and in units: 160 firms more. Gross additions are
    /// [`Cumulative`](Self::Cumulative).
    Addition(Requirement),
    /// The sum of the flows after the baseline's period: 2.5 billion dollars of investment in five years. With `AtMost`
    /// or `LessThan` it is a budget.
    Cumulative(Requirement),
    /// The compound rate of growth per year from the baseline to the deadline, as a fraction: revenue +20 % a year on
    /// average.
    #[non_exhaustive]
    AverageGrowth {
        /// The requirement that the rate must satisfy.
        requirement: Requirement,
        /// The numbers that the growth is read from.
        measured_by: MeasuredBy,
    },
    /// What must hold in every period, or in so many of them, from the one after the baseline to the deadline:
    /// unemployment of 5.5 % at most each year; a ban enforced.
    #[non_exhaustive]
    Keep {
        /// What each period must satisfy.
        requirement: Requirement,
        /// How often it is looked at.
        every: Every,
        /// In how many of the periods it must hold; in all of them if left out.
        kept_in: Option<u32>,
    },
    /// The way that is promised, without a number: "steadily raise spending on research".
    #[non_exhaustive]
    Trend {
        /// The promised way.
        direction: Direction,
        /// What each period must be better than.
        than: Than,
        /// How often it is looked at.
        every: Every,
    },
    /// A promise that nobody can measure as it stands, "stay in the front ranks": kept, named, and unknown.
    Unstated(Lacks),
}

names! { "a way of measuring":
    /// What a [`Goal::Change`] or [`Goal::AverageGrowth`] is read from.
    #[derive(Default)]
    pub enum MeasuredBy {
        /// The values themselves.
        #[default]
        Levels = "levels",
        /// The growth of each year, chained to an index whose baseline is 1. The chain ends before the first year that
        /// is not known.
        YearlyRates = "yearly_rates",
    }
}

names! { "a comparison":
    /// What each period of a [`Goal::Trend`] must be better than.
    #[derive(Default)]
    #[non_exhaustive]
    pub enum Than {
        /// The period before it.
        #[default]
        Previous = "previous",
        /// The baseline.
        Baseline = "baseline",
        /// The same period of the year before.
        YearBefore = "year_before",
    }
}

names! { "what a promise can lack":
    /// What a [`Goal::Unstated`] lacks.
    pub enum Lacks {
        /// A number: "set each year as the situation requires".
        Number = "number",
        /// A bound: "in the front ranks", of which nobody says how many there are.
        Bound = "bound",
        /// A reference that can be measured: "faster than the economy".
        Reference = "reference",
    }
}

impl Goal {
    /// The value at the deadline.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// assert_eq!(Goal::level(Bound::MoreThan(dec!(2000))).kind().to_string(), "level");
    /// ```
    pub fn level(requirement: impl Into<Requirement>) -> Self {
        Self::Level(requirement.into())
    }

    /// The relative change on the baseline, signed and as a fraction, read from the values.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// // At least 30 % more than the baseline.
    /// let growth = Goal::change(Bound::AtLeast(dec!(0.3)));
    /// assert!(growth.needs_baseline());
    /// ```
    pub fn change(requirement: impl Into<Requirement>) -> Self {
        Self::Change {
            requirement: requirement.into(),
            measured_by: MeasuredBy::Levels,
        }
    }

    /// The relative change on the baseline, as a fraction, read from the growth of each year instead of from values.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::MeasuredBy;
    /// use milepost::{Bound, Goal, dec};
    ///
    /// // Energy per product 17 % lower in five years, of which the office publishes the change of each year alone.
    /// let intensity = Goal::change_by_yearly_rates(Bound::AtMost(dec!(-0.17)));
    /// assert_eq!(intensity.measured_by(), MeasuredBy::YearlyRates);
    /// ```
    pub fn change_by_yearly_rates(requirement: impl Into<Requirement>) -> Self {
        Self::Change {
            requirement: requirement.into(),
            measured_by: MeasuredBy::YearlyRates,
        }
    }

    /// A cut of the baseline by at least this share, a fraction above 0: a change of at most the share below zero.
    ///
    /// A share below 0 is no cut, but an allowed rise. When the target is built, the check says so in a note of the
    /// code `met_without_change`, as of any change that allows a rise; and 42, which is 4,200 %, is refused.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// // By at least 42 %.
    /// assert_eq!(Goal::cut_of_at_least(dec!(0.42)), Goal::change(Bound::AtMost(dec!(-0.42))));
    /// ```
    pub fn cut_of_at_least(share: Decimal) -> Self {
        Self::change(Bound::AtMost(negated(share)))
    }

    /// The net addition to the baseline, signed and in units.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// // 160 firms more than there were.
    /// assert_eq!(Goal::addition(Bound::AtLeast(dec!(160))).requirement(), Some(Bound::AtLeast(dec!(160)).into()));
    /// ```
    pub fn addition(requirement: impl Into<Requirement>) -> Self {
        Self::Addition(requirement.into())
    }

    /// The sum of the flows after the baseline's period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// assert!(Goal::cumulative(Bound::AtMost(dec!(500))).is_budget());
    /// assert!(!Goal::cumulative(Bound::AtLeast(dec!(500))).is_budget());
    /// ```
    pub fn cumulative(requirement: impl Into<Requirement>) -> Self {
        Self::Cumulative(requirement.into())
    }

    /// The compound rate of growth per year, as a fraction, read from the values.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// // 20 % a year.
    /// assert_eq!(Goal::average_growth(Bound::AtLeast(dec!(0.2))).kind().to_string(), "average_growth");
    /// ```
    pub fn average_growth(requirement: impl Into<Requirement>) -> Self {
        Self::AverageGrowth {
            requirement: requirement.into(),
            measured_by: MeasuredBy::Levels,
        }
    }

    /// The compound rate of growth per year, as a fraction, read from the growth of each year instead of from values.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::MeasuredBy;
    /// use milepost::{Bound, Goal, dec};
    ///
    /// // 5 % a year on average, of an indicator whose figures are growth rates.
    /// let growth = Goal::average_growth_by_yearly_rates(Bound::AtLeast(dec!(0.05)));
    /// assert_eq!(growth.measured_by(), MeasuredBy::YearlyRates);
    /// ```
    pub fn average_growth_by_yearly_rates(requirement: impl Into<Requirement>) -> Self {
        Self::AverageGrowth {
            requirement: requirement.into(),
            measured_by: MeasuredBy::YearlyRates,
        }
    }

    /// What must hold in every period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Every, Goal, Length, dec};
    ///
    /// let unemployment = Goal::keep(Bound::AtMost(dec!(5.5)), Length::YEAR);
    /// assert_eq!(unemployment.every(), Some(Every::Length(Length::YEAR)));
    /// ```
    pub fn keep(requirement: impl Into<Requirement>, every: impl Into<Every>) -> Self {
        Self::Keep {
            requirement: requirement.into(),
            every: every.into(),
            kept_in: None,
        }
    }

    /// What must hold in so many of its periods.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Length, dec};
    ///
    /// let in_three = Goal::keep_in(3, Bound::AtMost(dec!(5.5)), Length::YEAR);
    /// assert!(matches!(in_three, Goal::Keep { kept_in: Some(3), .. }));
    /// ```
    pub fn keep_in(periods: u32, requirement: impl Into<Requirement>, every: impl Into<Every>) -> Self {
        Self::Keep {
            requirement: requirement.into(),
            every: every.into(),
            kept_in: Some(periods),
        }
    }

    /// How often the goal is looked at; `None` unless it is kept period by period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Every, Goal, Length, dec};
    ///
    /// let bound = Bound::AtMost(dec!(5.5));
    /// assert_eq!(Goal::keep(bound, Length::QUARTER).every(), Some(Every::Length(Length::QUARTER)));
    /// assert_eq!(Goal::level(bound).every(), None);
    /// ```
    pub const fn every(self) -> Option<Every> {
        match self {
            Self::Keep { every, .. } | Self::Trend { every, .. } => Some(every),
            _ => None,
        }
    }

    /// The length of the periods in which the goal is looked at; `None` if it is not looked at period by period, or at
    /// each figure as it comes.
    pub(crate) const fn rhythm(self) -> Option<Length> {
        match self.every() {
            Some(Every::Length(length)) => Some(length),
            Some(Every::Figure) | None => None,
        }
    }

    /// A promised direction, in which each year must be better than the one before.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Direction, Goal};
    ///
    /// assert_eq!(Goal::trend(Direction::Rising).requirement(), None);
    /// ```
    pub const fn trend(direction: Direction) -> Self {
        Self::Trend {
            direction,
            than: Than::Previous,
            every: Every::Length(Length::YEAR),
        }
    }

    /// A promised direction, in which each period must be better than the one that `than` names.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::Than;
    /// use milepost::{Direction, Every, Goal, Length};
    ///
    /// let goal = Goal::trend_than(Direction::Falling, Than::YearBefore, Length::MONTH);
    /// assert_eq!(goal.every(), Some(Every::Length(Length::MONTH)));
    /// // Each survey better than the one before it, whenever they come.
    /// let surveys = Goal::trend_than(Direction::Rising, Than::Previous, Every::Figure);
    /// assert_eq!(surveys.every(), Some(Every::Figure));
    /// ```
    pub fn trend_than(direction: Direction, than: Than, every: impl Into<Every>) -> Self {
        Self::Trend {
            direction,
            than,
            every: every.into(),
        }
    }

    /// The goal as a level, if it is a change of this reference: reference × (1 + change), its tolerance too; `None` if
    /// 28 digits do not hold that. Every other goal is given back as it is.
    pub(super) fn of_reference(self, reference: Decimal) -> Option<Self> {
        let Self::Change { requirement, .. } = self else {
            return Some(self);
        };
        let changed = |change| exact_product(reference, exact_sum(Decimal::ONE, change)?);
        let bound = requirement.bound().try_map(changed)?;
        Some(Self::Level(match requirement.tolerance() {
            Tolerance::None => bound.into(),
            Tolerance::NotStated => Requirement::with_tolerance_not_stated(bound),
            Tolerance::Of(amount) => Requirement::with_tolerance(bound, exact_product(reference, amount)?).ok()?,
        }))
    }

    /// The kind of the goal, which documents write by its name.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Length, dec};
    ///
    /// // The same number promises different things: in all, or each year.
    /// let at_most_500 = Bound::AtMost(dec!(500));
    /// let goals = [Goal::level(at_most_500), Goal::cumulative(at_most_500), Goal::keep(at_most_500, Length::YEAR)];
    /// assert_eq!(goals.map(|goal| goal.kind().name()), ["level", "cumulative", "keep"]);
    /// ```
    pub const fn kind(self) -> GoalKind {
        match self {
            Self::Level(_) => GoalKind::Level,
            Self::Change { .. } => GoalKind::Change,
            Self::Addition(_) => GoalKind::Addition,
            Self::Cumulative(_) => GoalKind::Cumulative,
            Self::AverageGrowth { .. } => GoalKind::AverageGrowth,
            Self::Keep { .. } => GoalKind::Keep,
            Self::Trend { .. } => GoalKind::Trend,
            Self::Unstated(_) => GoalKind::Unstated,
        }
    }

    /// The requirement that must be satisfied, in the goal's own terms: a value, a change, an amount, a sum or a rate.
    /// `None` for a [`Trend`](Self::Trend) and for a goal whose number is [`Unstated`](Self::Unstated).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// // A fall of 31 %, as a fraction, and not the value that it leads to.
    /// let bound = Bound::AtMost(dec!(-0.31));
    /// assert_eq!(Goal::change(bound).requirement().map(|asked| asked.bound()), Some(bound));
    /// ```
    pub const fn requirement(self) -> Option<Requirement> {
        match self {
            Self::Level(requirement)
            | Self::Change { requirement, .. }
            | Self::Addition(requirement)
            | Self::Cumulative(requirement)
            | Self::AverageGrowth { requirement, .. }
            | Self::Keep { requirement, .. } => Some(requirement),
            Self::Trend { .. } | Self::Unstated(_) => None,
        }
    }

    /// The bound that must be met, if there is one.
    pub(crate) fn bound(self) -> Option<Bound> {
        self.requirement().map(Requirement::bound)
    }

    /// What a change or an average growth is read from.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::plan::MeasuredBy;
    /// use milepost::{Bound, Goal, dec};
    ///
    /// assert_eq!(Goal::cut_of_at_least(dec!(0.135)).measured_by(), MeasuredBy::Levels);
    /// // An office that publishes the change of each year alone.
    /// let intensity = Goal::change_by_yearly_rates(Bound::AtMost(dec!(-0.135)));
    /// assert_eq!(intensity.measured_by(), MeasuredBy::YearlyRates);
    /// assert_eq!(Goal::addition(Bound::AtLeast(dec!(160))).measured_by(), MeasuredBy::Levels);
    /// ```
    pub const fn measured_by(self) -> MeasuredBy {
        match self {
            Self::Change { measured_by, .. } | Self::AverageGrowth { measured_by, .. } => measured_by,
            _ => MeasuredBy::Levels,
        }
    }

    /// Whether the goal speaks of a number that builds up since the baseline: a sum, or an index that is chained from
    /// yearly rates.
    pub(crate) const fn accumulates(self) -> bool {
        matches!(self, Self::Cumulative(_)) || matches!(self.measured_by(), MeasuredBy::YearlyRates)
    }

    /// Whether the goal is judged by the value of a baseline: not if it is kept period by period, if each period is
    /// compared with the year before, or if nothing can be measured.
    pub(crate) const fn asks_baseline(self) -> bool {
        match self {
            Self::Keep { .. } | Self::Unstated(_) => false,
            Self::Trend { than, .. } => !matches!(than, Than::YearBefore),
            _ => true,
        }
    }

    /// Whether the goal speaks of periods of one length. If it is looked at figure by figure, it speaks of the periods
    /// of the figures, whatever their length.
    pub(crate) fn has_own_length(self) -> bool {
        self.every() != Some(Every::Figure)
    }

    /// Whether the goal is a sum that must not be exceeded.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// assert!(Goal::cumulative(Bound::LessThan(dec!(500))).is_budget());
    /// assert!(!Goal::level(Bound::LessThan(dec!(500))).is_budget());
    /// // What is to come to less than nothing is a sink that is to be reached.
    /// assert!(!Goal::cumulative(Bound::AtMost(dec!(-100))).is_budget());
    /// ```
    pub fn is_budget(self) -> bool {
        matches!(self, Self::Cumulative(requirement)
            if requirement.bound().is_cap() && requirement.bound().is_met_by(Decimal::ZERO))
    }

    /// Whether the bound, without its tolerance, is met where the promise starts: for a level by the value `start`, for
    /// a change, an addition, a sum or a rate by 0. `None` if the value is unknown, and for other goals.
    pub(crate) fn holds_from(self, start: Option<Decimal>) -> Option<bool> {
        let (requirement, start) = match self {
            Self::Level(requirement) => (requirement, start?),
            Self::Change { requirement, .. }
            | Self::Addition(requirement)
            | Self::Cumulative(requirement)
            | Self::AverageGrowth { requirement, .. } => (requirement, Decimal::ZERO),
            Self::Keep { .. } | Self::Trend { .. } | Self::Unstated(_) => return None,
        };
        Some(requirement.bound().is_met_by(start))
    }

    /// Whether the goal means nothing without a period from which it counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, dec};
    ///
    /// assert!(Goal::change(Bound::AtMost(dec!(-0.31))).needs_baseline());
    /// assert!(!Goal::level(Bound::AtMost(dec!(31))).needs_baseline());
    /// ```
    pub const fn needs_baseline(self) -> bool {
        self.kind().needs_baseline()
    }

    /// How the path runs where the author chose none; `None` where the goal has no path.
    ///
    /// It is the path of what is to be reached. A limit of a level, a change or an addition that chose none is held at
    /// its bound.
    ///
    /// | goal | path |
    /// |---|---|
    /// | level | constant growth for flows, ratios and indices that are not counted one by one, else linear |
    /// | change, average growth | constant growth |
    /// | addition, cumulative | linear |
    /// | keep | hold |
    /// | trend, unstated | none |
    ///
    /// Growth never crosses zero: from or to a value of zero or below, such a path is linear too. `start` is the
    /// baseline's value where it is known.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::trajectory::Curve;
    /// use milepost::{Bound, Goal, Measure, Quantity, Unit, code, dec};
    ///
    /// let goal = Goal::level(Bound::MoreThan(dec!(2000)));
    /// let flow = Quantity::new(Measure::Flow, Unit::new(code!("CNY"), 8)?);
    /// assert_eq!(goal.default_curve(&flow, Some(dec!(1517.7))), Some(Curve::ConstantGrowth));
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// assert_eq!(goal.default_curve(&share, None), Some(Curve::Linear));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn default_curve(self, quantity: &Quantity, start: Option<Decimal>) -> Option<Curve> {
        let grows = match self {
            // What is counted one by one does not compound.
            Self::Level(_) => {
                let compounds = matches!(quantity.measure(), Measure::Flow | Measure::Ratio | Measure::Index);
                compounds && !quantity.unit().is_whole()
            }
            Self::Change { .. } | Self::AverageGrowth { .. } => true,
            Self::Addition(_) | Self::Cumulative(_) => false,
            Self::Keep { .. } => return Some(Curve::Hold),
            Self::Trend { .. } | Self::Unstated(_) => return None,
        };
        let end = match self {
            Self::Level(requirement) => requirement.bound().aim_from(start.unwrap_or_default()),
            Self::Change { requirement, .. } => {
                let change = requirement.bound().aim_from(Decimal::ZERO);
                change.saturating_add(Decimal::ONE)
            }
            _ => Decimal::ONE,
        };
        let positive = end > Decimal::ZERO && start.is_none_or(|start| start > Decimal::ZERO);
        Some(if grows && positive {
            Curve::ConstantGrowth
        } else {
            Curve::Linear
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::value::{Bound, Unit};

    #[test]
    fn the_path_that_nobody_chose() {
        let counted = || Unit::new("firm".parse().unwrap(), 0).unwrap().counted_whole().unwrap();
        let start = Some(dec!(40));
        let level = Goal::level(Bound::AtLeast(dec!(50)));
        let nothing = Goal::level(Bound::AtMost(dec!(0)));
        let all_of_it = Goal::change(Bound::AtMost(dec!(-1)));
        let sum = Goal::cumulative(Bound::AtLeast(dec!(50)));
        let (grows, runs_straight) = (Some(Curve::ConstantGrowth), Some(Curve::Linear));
        for (name, goal, measure, unit, start, curve) in [
            ("a flow", level, Measure::Flow, Unit::ratio(), start, grows),
            ("a ratio", level, Measure::Ratio, Unit::ratio(), start, grows),
            (
                "a counted ratio",
                level,
                Measure::Ratio,
                counted(),
                start,
                runs_straight,
            ),
            ("an index", level, Measure::Index, Unit::ratio(), None, grows),
            ("a counted flow", level, Measure::Flow, counted(), start, runs_straight),
            ("a stock", level, Measure::Stock, counted(), start, runs_straight),
            ("a share", level, Measure::Share, Unit::percent(), start, runs_straight),
            (
                "from zero",
                level,
                Measure::Flow,
                Unit::ratio(),
                Some(dec!(0)),
                runs_straight,
            ),
            ("to zero", nothing, Measure::Flow, Unit::ratio(), start, runs_straight),
            (
                "cut by all of it",
                all_of_it,
                Measure::Flow,
                Unit::ratio(),
                start,
                runs_straight,
            ),
            ("a sum", sum, Measure::Flow, Unit::ratio(), Some(dec!(0)), runs_straight),
            (
                "no number",
                Goal::Unstated(Lacks::Number),
                Measure::Flow,
                Unit::ratio(),
                start,
                None,
            ),
        ] {
            let quantity = Quantity::new(measure, unit);
            assert_eq!(goal.default_curve(&quantity, start), curve, "{name}");
        }
    }
}
