//! Checks whether a promise can be kept.
//!
//! The same checks stand behind the builders and behind the documents. They look at one target by itself, and at as
//! much of it as could be read: what it has to do with others is checked in [`references`](super::references).

mod amendment;
mod parts;
mod path;
mod value;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::part_names::PartNames;
use super::references::{Directory, Names, Role};
use super::target::Timeline;
use super::{
    Baseline, Checked, Goal, GoalKind, Indicator, Lacks, LikelyMistake, MeasuredBy, Milestone, Of, Plan, PlanBuilder,
    ProblemKind, Problems, Target, TargetBuilder, Terms, Version,
};
use crate::trajectory::{Point, Shape};
use crate::value::{Bound, Collected, Length, Measure, PER_CENT, Period, Position, Quantity, Requirement, Unit};

impl PlanBuilder {
    /// The plan, if nothing keeps it from being used.
    ///
    /// # Errors
    ///
    /// Every problem that was found, if one of them is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Plan, code, period, text};
    ///
    /// // A plan without promises is built: that there are none is a warning. Errors are told all at once.
    /// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"));
    /// assert!(plan.clone().build().is_ok());
    /// let problems = plan.region("").issuer(" ").build().err().ok_or("problems")?;
    /// let paths: Vec<_> = problems.errors().map(|problem| problem.path()).collect();
    /// assert_eq!(paths, ["region", "issuers[0]"]);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn build(self) -> Result<Plan, Problems> {
        self.check().into_result()
    }

    /// The plan, unless something keeps it from being used, with everything that was found, warnings too.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Breakdown, Indicator, Measure, Pillar, Plan, Quantity, Unit, code, text, period};
    ///
    /// // `distrct` is a dimension of one part, next to another one: a warning, and the plan can be used.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let cover = Indicator::new(code!("cover"), text!("Homes connected"), share)
    ///     .with_breakdown(Breakdown::new(code!("north"), text!("North"), code!("district")))
    ///     .with_breakdown(Breakdown::new(code!("south"), text!("South"), code!("district")))
    ///     .with_breakdown(Breakdown::new(code!("west"), text!("West"), code!("distrct")));
    /// let checked = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    ///     .pillar(Pillar::new(code!("water"), text!("Water")).with_indicator(cover))
    ///     .check();
    /// assert!(checked.value.is_some());
    /// let found: Vec<_> = checked.problems.warnings().map(|problem| problem.code()).collect();
    /// assert_eq!(found, ["nothing_promised", "dimension_of_one"]);
    /// ```
    pub fn check(self) -> Checked<Plan> {
        let mut problems = self.problems;
        check_plan(&self.plan, &mut problems);
        Checked::new(Some(self.plan.handed_down()), problems)
    }
}

impl TargetBuilder {
    /// The target, if nothing keeps it from being used.
    ///
    /// # Errors
    ///
    /// Every problem that was found, if one of them is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // A rate of growth is a fraction: "at least 20 % a year" is 0.2, and 20 would be 2,000 %.
    /// let sales = Quantity::new(Measure::Flow, Unit::new(code!("EUR"), 6)?);
    /// let growing = |rate| {
    ///     Target::builder(code!("sales"), sales.clone(), Goal::average_growth(Bound::AtLeast(rate)), period!("2030"))
    ///         .baseline(Baseline::stated(period!("2025"), dec!(40)))
    ///         .build()
    /// };
    /// assert!(growing(dec!(0.2)).is_ok());
    /// let problems = growing(dec!(20)).err().ok_or("a problem")?;
    /// assert_eq!(problems.iter().map(|problem| problem.code()).collect::<Vec<_>>(), ["large_change"]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn build(self) -> Result<Target, Problems> {
        self.check().into_result()
    }

    /// The target, unless something keeps it from being used, with everything that was found, warnings and notes too.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Goal, Measure, Quantity, Target, Unit, code, dec, period};
    ///
    /// // "At least tenth in the country" is a rank of at most 10. The other way can be meant, and is probably not.
    /// let rank = Quantity::new(Measure::Rank, Unit::ratio());
    /// let goal = Goal::level(Bound::AtLeast(dec!(10)));
    /// let tenth = Target::builder(code!("rank"), rank, goal, period!("2026")).check();
    /// assert!(tenth.value.is_some());
    /// assert_eq!(tenth.problems.warnings().map(|warning| warning.code()).collect::<Vec<_>>(), ["rank_rises"]);
    /// ```
    pub fn check(self) -> Checked<Target> {
        let (mut target, mut problems) = (self.target, self.problems);
        let places_of_amendments = target.amend(self.amendments, &mut problems);
        let called = unit_called_per_cent(target.quantity.measure(), target.quantity.unit());
        problems.push_any("unit.code", called);
        check_target(&target, &mut problems);
        target.check_versions(&places_of_amendments, &mut problems);
        Checked::new(Some(target), problems)
    }
}

/// Reports everything that is wrong with a plan, in the order of its parts.
fn check_plan(plan: &Plan, problems: &mut Problems) {
    if let Some(Err(error)) = plan.published().map(Period::day) {
        problems.push("published", error);
    }
    let mut directory = Directory::default();
    for (index, pillar) in plan.pillars().iter().enumerate() {
        let pillar_path = format!("pillars[{index}]");
        directory.add(&pillar_path, Some(pillar.code()), Role::Pillar);
        for (index, indicator) in pillar.indicators().iter().enumerate() {
            let indicator_path = format!("{pillar_path}.indicators[{index}]");
            directory.add(&indicator_path, Some(indicator.code()), Role::Indicator);
            let quantity = indicator.quantity();
            let called = unit_called_per_cent(quantity.measure(), quantity.unit());
            problems.push_any(format_args!("{indicator_path}.unit.code"), called);
            let mut parts = PartNames::of(&indicator.breakdowns);
            check_breakdowns(&mut parts, indicator, &indicator_path, problems);
            for (index, one) in indicator.targets().iter().enumerate() {
                let path = format!("{indicator_path}.targets[{index}]");
                let names = Names::of_target(indicator, one);
                directory.add(&path, Some(one.code()), Role::Target(names));
                directory.add_amendments(&path, Version::days(one.versions()));
                problems.within(&path, |found| {
                    check_quantity(indicator, one, found);
                    check_target(one, found);
                    one.check_versions(&[], found);
                    parts.check_target(Some(one.of()), &one.stated_baselines(), found);
                });
            }
        }
        for (index, deliverable) in pillar.deliverables().iter().enumerate() {
            let path = format!("{pillar_path}.deliverables[{index}]");
            let names = Names::of_deliverable(deliverable);
            directory.add(&path, Some(deliverable.code()), Role::Deliverable(names));
            directory.add_amendments(&path, Version::days(deliverable.amended_deadlines()));
            let late = wrong_beginning(deliverable.begins, Some(deliverable.deadline()));
            problems.push_any(format_args!("{path}.begins"), late);
            problems.within(&path, |found| deliverable.check_deadlines(&[], found));
        }
    }
    let published = plan.published().filter(|day| Period::day(*day).is_ok());
    directory.check(Some(plan.period()), published, problems);
    problems.sort_by_path(place_in_document);
}

/// Checks the breakdowns of an indicator, and the dimensions along which its parts add up.
fn check_breakdowns(parts: &mut PartNames<'_>, indicator: &Indicator, path: &str, problems: &mut Problems) {
    let places = 0..indicator.breakdowns().len();
    let paths: Vec<_> = places.map(|place| format!("{path}.breakdowns[{place}]")).collect();
    parts.check_breakdowns(&paths, problems);
    let measure = Some(indicator.quantity().measure());
    let adds_up: Vec<_> = indicator.adds_up().iter().cloned().enumerate().collect();
    problems.within(path, |found| parts.check_sums(measure, &adds_up, found));
}

/// The problem that the time of a deliverable cannot begin on a day: no document can write that day, or it is after the
/// deadline. `None` if there is no problem, or one of both dates is unknown.
pub(super) fn wrong_beginning(begins: Option<NaiveDate>, deadline: Option<Period>) -> Option<ProblemKind> {
    let (begins, deadline) = begins.zip(deadline)?;
    match Period::day(begins) {
        Err(error) => Some(error.into()),
        Ok(_) => (begins > deadline.last()).then_some(ProblemKind::BeginsAfterDeadline { begins, deadline }),
    }
}

/// The key that sorts problems by their paths: of each step of a path that names a list, the number of that list in the
/// order of documents, and the index in it.
fn place_in_document(path: &str) -> Vec<usize> {
    let steps = path.split(['.', '[', ']']);
    steps
        .filter_map(|step| match step {
            "indicators" | "breakdowns" => Some(0),
            "deliverables" | "adds_up" => Some(1),
            "targets" => Some(2),
            // After the other lists of a target.
            "amendments" => Some(usize::MAX),
            _ => step.parse().ok(),
        })
        .collect()
}

/// The problem that a unit is called per cent where it would be misread as that; `None` if it would not.
pub(super) fn unit_called_per_cent(measure: Measure, unit: &Unit) -> Option<ProblemKind> {
    let word = unit.code().as_str().into();
    let known = format!("per cent is the unit `{PER_CENT}`");
    let is_misread = measure.misreads_per_cent(unit);
    is_misread.then_some(ProblemKind::UnknownWord { word, known })
}

/// Checks that a target is promised in what its indicator measures.
fn check_quantity(indicator: &Indicator, target: &Target, problems: &mut Problems) {
    if target.quantity() != indicator.quantity() {
        let [target, indicator] = [target.quantity(), indicator.quantity()].map(Quantity::in_words);
        problems.push("", ProblemKind::QuantityMismatch { target, indicator });
    }
}

/// Reports everything that is wrong with a target, by paths within it, but for its versions.
fn check_target(target: &Target, problems: &mut Problems) {
    problems.extend_within("", Draft::of(target).problems());
    for (path, length) in [("goal.every", target.goal().rhythm()), ("reported", target.reported)] {
        // Refused: a length of nothing, or one that no document can write.
        if let Some(Err(error)) = length.map(|length| length.to_string().parse::<Length>()) {
            problems.push(path, error);
        }
    }
}

/// A target as far as it is known. What could not be read is `None`, and hides no problem of the rest.
#[derive(Debug, Default, Clone)]
pub(super) struct Draft<'a> {
    pub(super) measure: Option<Measure>,
    pub(super) quantity: Option<&'a Quantity>,
    pub(super) unit: Option<&'a Unit>,
    pub(super) of: Option<&'a Of>,
    pub(super) kind: Option<GoalKind>,
    pub(super) goal: Option<Goal>,
    pub(super) deadline: Option<Period>,
    /// Where it starts, as far as that could be read; `None` if the author gave no baseline.
    pub(super) start: Option<DraftPoint>,
    /// The baseline, if all of it could be read; `None` too if the author gave none.
    pub(super) baseline: Option<&'a Baseline>,
    pub(super) reported: Option<Length>,
    /// The reference from which a change counts instead of the baseline.
    pub(super) reference: Option<DraftPoint>,
    pub(super) limit: Option<bool>,
    pub(super) path: Option<DraftPath>,
    pub(super) milestones: Vec<DraftMilestone>,
    pub(super) accepted: &'a [LikelyMistake],
}

/// A point of the path of a promise, its baseline or its reference, as far as it is known.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DraftPoint {
    pub(super) period: Option<Period>,
    pub(super) value: Option<Decimal>,
    /// The field of the document that says the value; empty if that is unknown.
    pub(super) key: &'static str,
}

impl DraftPoint {
    /// A point of this period and value, as far as both are known; the value is in the field `value`.
    pub(super) const fn new(period: Option<Period>, value: Option<Decimal>) -> Self {
        let key = "value";
        Self { period, value, key }
    }
}

/// A milestone, as far as it is known.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DraftMilestone {
    pub(super) period: Option<Period>,
    pub(super) promised: Option<Terms>,
}

/// The shape of a path, its points as far as they are known.
#[derive(Debug, Clone)]
pub(super) enum DraftPath {
    Linear,
    ConstantGrowth,
    Logistic(Option<Decimal>),
    Hold,
    Schedule(Vec<DraftPoint>),
}

impl DraftMilestone {
    /// The milestone; `None` if its period, or what it promises, is unknown.
    #[cfg(feature = "serde")]
    pub(super) fn complete(&self) -> Option<Milestone> {
        Some(Milestone {
            period: self.period?,
            promised: self.promised?,
        })
    }
}

impl From<&Shape> for DraftPath {
    /// The draft of a path, all of which is known.
    fn from(shape: &Shape) -> Self {
        match shape {
            Shape::Linear => Self::Linear,
            Shape::ConstantGrowth => Self::ConstantGrowth,
            Shape::Logistic { ceiling } => Self::Logistic(Some(*ceiling)),
            Shape::Hold => Self::Hold,
            Shape::Schedule(schedule) => {
                let known = |point: &Point| DraftPoint::new(Some(point.period), Some(point.value));
                Self::Schedule(schedule.points.iter().map(known).collect())
            }
        }
    }
}

impl<'a> Draft<'a> {
    /// The draft of a target, all of which is known.
    pub(super) fn of(target: &'a Target) -> Self {
        let (baseline, reference) = (target.baseline.as_ref(), target.reference.as_ref());
        let draft = |milestone: &Milestone| DraftMilestone {
            period: Some(milestone.period),
            promised: Some(milestone.promised),
        };
        Self {
            measure: Some(target.quantity.measure()),
            quantity: Some(&target.quantity),
            unit: Some(target.quantity.unit()),
            of: Some(&target.of),
            kind: Some(target.goal.kind()),
            goal: Some(target.goal),
            deadline: Some(target.deadline),
            start: baseline.map(|from| DraftPoint::new(Some(from.period), from.stated)),
            baseline,
            reported: target.reported,
            reference: reference.map(|from| DraftPoint::new(Some(from.period), Some(from.value))),
            limit: target.limit,
            path: target.shape.as_ref().map(DraftPath::from),
            milestones: target.milestones.iter().map(draft).collect(),
            accepted: &target.accepted,
        }
    }

    /// Everything that is wrong with the target by itself, by paths within it.
    pub(super) fn problems(&self) -> Problems {
        let mut problems = Problems::none();
        self.check_times(&mut problems);
        problems.push_any("deadline", self.longer_than_deadline());
        problems.push_any("reported", self.reported_more_often());
        self.check_measure(&mut problems);
        self.check_values(&mut problems);
        self.check_path(&mut problems);
        self.check_parts(&mut problems);
        problems
    }

    /// Checks the times of the target:
    ///
    /// 1. a goal that needs a baseline, and counts from no reference, has one;
    /// 2. the deadline comes after the baseline;
    /// 3. a baseline that is a mean can be one;
    /// 4. a goal that is looked at period by period has such periods between both, and as many as it asks for.
    fn check_times(&self, problems: &mut Problems) {
        let Some(start) = self.start else {
            let counts_from_it = |kind: &GoalKind| kind.needs_baseline() && self.reference.is_none();
            if let Some(kind) = self.kind.filter(counts_from_it) {
                problems.push("baseline", ProblemKind::MissingBaseline { goal: kind });
            }
            return;
        };
        let Some((baseline, deadline)) = start.period.zip(self.deadline) else {
            return;
        };
        if self.sound_deadline().is_none() {
            problems.push("deadline", ProblemKind::DeadlineNotAfterBaseline { deadline, baseline });
            return;
        }
        problems.push_found(self.impossible_mean(baseline, deadline));
        problems.push_found(self.wrong_rhythm(baseline, deadline));
    }

    /// The problem that a baseline which is said to be a mean can be none, with the field that says so: a sum and an
    /// index of yearly rates count from no value, and a mean is of whole periods of the goal's length. `None` if there
    /// is none.
    fn impossible_mean(&self, baseline: Period, deadline: Period) -> Option<(&'static str, ProblemKind)> {
        let goal = self.goal.filter(|_| self.baseline.is_some_and(Baseline::is_mean))?;
        let has_mismatch = self.measure_mismatch().is_some();
        if matches!(goal, Goal::Cumulative(_)) || (goal.measured_by() == MeasuredBy::YearlyRates && !has_mismatch) {
            return Some(("baseline.mean", ProblemKind::MeanOfNothing));
        }
        let length = self.timeline(deadline).length_of_means();
        let is_made_of_parts = baseline.middle_part(length).is_some();
        (!is_made_of_parts).then_some(("baseline.period", ProblemKind::MeanOfParts { baseline, length }))
    }

    /// The period whose figure decides, for a goal that is judged by one figure which is an average or a sum over its
    /// period. `None` for other goals, or if the goal, the indicator, the baseline or the deadline could not be read.
    fn own_period(&self) -> Option<Period> {
        let (goal, collected) = (self.goal?, self.quantity?.collected());
        let baseline_is_readable = self.baseline.is_some() == self.start.is_some();
        let is_of_a_time = goal.kind().has_way() && !goal.accumulates() && collected.covers_its_period();
        let deadline = self.sound_deadline().filter(|_| baseline_is_readable && is_of_a_time)?;
        Some(self.timeline(deadline).own_period())
    }

    /// The fields that decide of which periods the target speaks. An unknown goal counts as one without a rhythm, and
    /// an unknown quantity as one that is counted at the end of its period.
    fn timeline(&self, deadline: Period) -> Timeline<'_> {
        Timeline {
            goal: self.goal.as_ref().unwrap_or(&Goal::Unstated(Lacks::Number)),
            collected: self.quantity.map_or(Collected::End, Quantity::collected),
            baseline: self.baseline,
            deadline,
            reported: self.reported,
        }
    }

    /// The period at whose end the figure of `period` stands on the axis of time: itself, or for what is counted at the
    /// beginning or in the middle of a period of another length than the goal's, the day on which that moment stands.
    /// Without a deadline, itself.
    fn stands_at_end_of(&self, period: Period) -> Period {
        self.deadline
            .map_or(period, |deadline| self.timeline(deadline).stands_at_end_of(period))
    }

    /// The day at whose end the figure of a period [stands](Self::stands_at_end_of) on the axis of time.
    fn stands_at(&self, period: Period) -> Position {
        self.stands_at_end_of(period).end()
    }

    /// The note that the figure which decides is of a longer period than the deadline; `None` if it is not.
    fn longer_than_deadline(&self) -> Option<ProblemKind> {
        let (deadline, own) = (self.deadline?, self.own_period()?);
        let baseline = self
            .baseline
            .filter(|baseline| !baseline.is_mean())
            .map(Baseline::period);
        (own != deadline).then_some(ProblemKind::LongerPeriodDecides {
            own,
            deadline,
            baseline,
            is_reported: self.reported.is_some(),
        })
    }

    /// The note that figures are said to be reported more often than one of the goal's length can come, an average or a
    /// sum, so that each will be too old before the next; `None` if they are not.
    fn reported_more_often(&self) -> Option<ProblemKind> {
        let reported = self.reported?;
        self.quantity
            .filter(|quantity| quantity.collected().covers_its_period())?;
        let of_own = || self.own_period().map(Period::length);
        let own = self.goal?.rhythm().or_else(of_own)?;
        let last = self.sound_deadline()?.last();
        let [often, seldom] = [reported, own].map(|length| length.time_before(last, 1));
        (often? < seldom?).then_some(ProblemKind::ReportedMoreOften { reported, own })
    }

    /// The problem that a point of a path of sums is of a period that is not as long as the goal's own, since sums of
    /// different lengths cannot be compared; `None` if it is as long, or these are no sums.
    fn wrong_length(&self, period: Period) -> Option<ProblemKind> {
        let own = self
            .own_period()
            .filter(|_| self.quantity.map(Quantity::collected) == Some(Collected::Sum))?;
        (!period.is_as_long_as(own)).then_some(ProblemKind::LengthsDiffer { period, own })
    }

    /// Checks the goal against its indicator, and its parts against each other:
    ///
    /// 1. a goal without a way from the baseline says nothing of being a limit;
    /// 2. a sum has no band;
    /// 3. the indicator has the measure that the goal needs;
    /// 4. a rank is bounded from above, since 1 is the best one.
    fn check_measure(&self, problems: &mut Problems) {
        if let (Some(_), Some(kind)) = (self.limit, self.kind.filter(|kind| !kind.has_way())) {
            problems.push("limit", ProblemKind::LimitImpossible { goal: kind });
        }
        if self.kind == Some(GoalKind::Cumulative) && self.is_band() {
            problems.push("goal.within", ProblemKind::SumWithin);
        }
        problems.push_found(self.measure_mismatch());
        let rises = matches!(self.goal, Some(Goal::Level(requirement) | Goal::Keep { requirement, .. })
            if matches!(requirement.bound(), Bound::AtLeast(_) | Bound::MoreThan(_)));
        if self.measure == Some(Measure::Rank) && rises {
            problems.push(self.field_of_bound(), ProblemKind::RankRises);
        }
    }

    /// The problem that the goal asks for another measure than its indicator has, with the field that does: a sum needs
    /// a flow, yearly rates need a rate of growth, and a change or growth of values needs any other measure than that.
    /// `None` if the measure fits, or one of both is unknown.
    fn measure_mismatch(&self) -> Option<(&'static str, ProblemKind)> {
        let (goal, found) = self.kind.zip(self.measure)?;
        let measured_by = self.goal.map(Goal::measured_by);
        let (field, needed) = match (goal, measured_by) {
            (GoalKind::Cumulative, _) if found == Measure::Stock => {
                ("goal.kind", "a `flow` (what is added to a stock is an `addition`)")
            }
            (GoalKind::Cumulative, _) if found != Measure::Flow => ("goal.kind", "a `flow`"),
            (GoalKind::Change | GoalKind::AverageGrowth, Some(MeasuredBy::YearlyRates))
                if found != Measure::GrowthRate =>
            {
                (
                    "goal.measured_by",
                    "a `growth_rate` where it is measured by yearly rates",
                )
            }
            (GoalKind::Change | GoalKind::AverageGrowth, Some(MeasuredBy::Levels)) if found == Measure::GrowthRate => {
                ("goal.measured_by", "`measured_by: yearly_rates`, or else values")
            }
            _ => return None,
        };
        Some((field, ProblemKind::MeasureMismatch { goal, needed, found }))
    }

    /// The deadline; `None` if it is unknown, or does not come after the baseline, which is reported elsewhere.
    pub(super) fn sound_deadline(&self) -> Option<Period> {
        let start = self.start.and_then(|start| start.period);
        self.deadline
            .filter(|deadline| start.is_none_or(|start| self.stands_at(start) < self.stands_at(*deadline)))
    }

    /// The problem that a goal which is looked at period by period has no such period after the baseline and by the
    /// deadline, or fewer than those in which it is to be kept (`kept_in`), or is to be kept in none; with its field.
    /// `None` if there is no problem.
    fn wrong_rhythm(&self, baseline: Period, deadline: Period) -> Option<(&'static str, ProblemKind)> {
        let (goal, kept_in) = match self.goal? {
            goal @ Goal::Keep { kept_in, .. } => (goal, kept_in),
            goal => (goal, None),
        };
        if kept_in == Some(0) {
            return Some(("goal.kept_in", ProblemKind::KeptInNone));
        }
        let every = goal.rhythm()?;
        let starts = match every {
            // A year or quarter of whole weeks may end some days after the month that it stands for.
            Length::Months(_) if baseline.is_of_weeks() => baseline.last().min(baseline.nearest_end_of_month()),
            _ => self.stands_at_end_of(baseline).last(),
        };
        let grid = deadline.grid_about(every);
        // The period that ends with the deadline has the number 0.
        let ends = match self.stands_at_end_of(deadline) {
            own if own == deadline => Some(0),
            moment => grid.number_by(moment.last()),
        };
        let periods = grid.number_after(starts).zip(ends).map_or(0, |(first, last)| {
            u32::try_from(last.saturating_sub(first).saturating_add(1)).unwrap_or_default()
        });
        match kept_in {
            _ if periods == 0 => {
                let kind = ProblemKind::NothingDue {
                    every,
                    baseline,
                    deadline,
                };
                Some(("goal.every", kind))
            }
            Some(kept_in) if kept_in > periods => {
                Some(("goal.kept_in", ProblemKind::KeptInTooMany { kept_in, periods }))
            }
            _ => None,
        }
    }

    /// The value of the baseline, if the plan states it.
    fn stated_baseline(&self) -> Option<Decimal> {
        self.start?.value
    }

    /// Whether the target is a limit: as its author says, else whether its bound is met where it starts. `None` if the
    /// plan alone does not tell.
    fn is_limit(&self) -> Option<bool> {
        self.limit.or_else(|| self.holds_from_start())
    }

    /// Whether the bound, without its tolerance, is met where the promise starts: [`Goal::holds_from`]. `None` if the
    /// plan alone does not tell.
    fn holds_from_start(&self) -> Option<bool> {
        self.goal_in_values()?.holds_from(self.stated_baseline())
    }

    /// The path of the field that states the bound: `goal.at_least`; `goal` if there is none.
    fn field_of_bound(&self) -> String {
        let bound = self.requirement().map(|requirement| requirement.bound().name());
        bound.map_or_else(|| "goal".into(), |bound| format!("goal.{bound}"))
    }

    /// The bound of the goal with its tolerance; `None` if the goal has none, or is unknown.
    fn requirement(&self) -> Option<Requirement> {
        self.goal?.requirement()
    }

    /// The goal; a change of a reference as the level to which it leads. `None` if the goal or the value of a reference
    /// is unknown, if that value is not above 0, or if the level has too many digits.
    fn goal_in_values(&self) -> Option<Goal> {
        match self.reference {
            Some(reference) => {
                let value = reference.value.filter(|value| *value > Decimal::ZERO);
                self.goal?.of_reference(value?)
            }
            None => self.goal,
        }
    }
}
