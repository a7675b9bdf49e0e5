//! How is the whole: counts by status, coverage, score, and what needs attention, for each pillar and for the plan.

use alloc::vec::Vec;
use core::cmp::Reverse;

use rust_decimal::Decimal;

use crate::assessment::{Assessment, DeliverableAssessment, assess_deliverable, assess_target};
use crate::evidence::{Fact, Ground, Missing, Reason, ratio};
use crate::plan::{Indicator, Nature, Pillar, Plan, Target};
pub use crate::rule::Counts;
use crate::rule::{Class, PlanWhole, Rule, Status};
use crate::series::{AsOf, Observations};
use crate::value::{Bound, Code};

/// The least coverage for a score: the share of the weight of due targets that could be judged.
const LEAST_COVERAGE: Decimal = crate::dec!(0.5);
/// The decimals to which a coverage is rounded before it is compared with the least one. They are more than are shown,
/// and fewer than the digits in which weights are rounded, so that half of three thirds counts as a half.
const PLACES_COMPARED: u32 = 20;

/// The whole of some targets in a few numbers.
///
/// Only principal targets count. Coverage is the part that could be judged of those of which something is due. The
/// score is the weighted mean of
///
/// ```text
/// achieved                1
/// judged by its pace      the pace, not below 0 and not above 1
/// missed                  the share of the way, likewise; 0 if there is none, or beyond a band
/// kept period by period   periods kept ÷ periods known
/// budget                  1, or what the time allows ÷ what is spent where that is less
/// ```
///
/// Unknown promises are left out of it, and their weight is shown beside it. Below a coverage by weight of one half
/// there is no score.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Summary {
    /// Principal targets by status.
    pub counts: Counts,
    /// Binding principal targets by status: a missed one is never averaged away.
    pub binding: Counts,
    /// The share of targets that could be judged, of those of which something is due; `None` where nothing is due. To
    /// 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub coverage_by_count: Option<Decimal>,
    /// The same share by weight. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub coverage_by_weight: Option<Decimal>,
    /// The share of the weight due of which nobody can say; `None` where nothing is due. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub unknown_weight: Option<Decimal>,
    /// Whether enough could be judged for a score: at least half of the weight of which something is due, exactly.
    pub is_covered: bool,
    /// The score from 0 to 1, to 12 decimals; `None` below a coverage by weight of one half, and where nothing that was
    /// judged has a number to score.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub score: Option<Decimal>,
}

/// Where a target stands, with its place in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TargetAssessment {
    /// The code of its indicator.
    pub indicator: Code,
    /// Whether it counts by itself, and is no alternative and no restatement.
    pub is_principal: bool,
    /// How it obliges, if that is stated.
    pub nature: Option<Nature>,
    /// Its weight in its pillar.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub weight: Decimal,
    /// What the target adds to the score, from 0 to 1; `None` where the target is not due, unknown, or without a pace.
    /// To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub score: Option<Decimal>,
    /// The assessment.
    pub assessment: Assessment,
}

/// Where a pillar stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PillarAssessment {
    /// The pillar's code.
    pub pillar: Code,
    /// Its targets, in the order of the document.
    pub targets: Vec<TargetAssessment>,
    /// Its deliverables, in the order of the document.
    pub deliverables: Vec<DeliverableAssessment>,
    /// Its targets in a few numbers.
    pub summary: Summary,
    /// Its deliverables by status; those that restate another one are not counted.
    pub deliverable_counts: Counts,
}

/// Where a plan stands as of a date by a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct PlanAssessment {
    /// The plan's code.
    pub plan: Code,
    /// The day of the question.
    pub as_of: AsOf,
    /// The code of the rule that decided.
    pub rule: Code,
    /// The classes that a composed rule publishes, as [`Rule::classes`] lists them; none by the rule of this crate,
    /// whose classes are statuses.
    pub classes: Option<Vec<Class>>,
    /// Its pillars, in the order of the document.
    pub pillars: Vec<PillarAssessment>,
    /// Its targets in a few numbers; each pillar counts by its weight, which its principal targets share. What is not
    /// due, or unknown, takes its share of it away.
    pub summary: Summary,
    /// Its deliverables by status.
    pub deliverable_counts: Counts,
    /// The whole as the rule publishes it, where it publishes one.
    pub whole: Option<PlanWhole>,
    /// The codes of the principal targets that somebody should look at, the most pressing first: missed, worsening, off
    /// track, lagging; then binding ones, those that weigh more in the plan, slower ones, and those that stand earlier
    /// in the document.
    pub attention: Vec<Code>,
    /// The codes of the deliverables that somebody should look at, in the same order, without those that restate
    /// another one. Nobody calls a deliverable binding.
    pub deliverable_attention: Vec<Code>,
    /// The codes of what has gone silent, so that nobody can say where it stands, and it needs no attention by its
    /// status: principal targets whose last figure is too old, by the status that it would give and then in the order
    /// of attention; behind them deliverables of which nothing was reported since their deadline.
    pub overdue: Vec<Code>,
}

impl PlanAssessment {
    /// Every target's assessment, in the order of the document.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Bound, Goal, Indicator, Measure, Observation, Observations, Pillar, Plan, Quantity, Rule};
    /// # use milepost::{Series, Status, Target, Unit, assess_plan, code, day, dec, period, text};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// # let at_least = |code, year| {
    /// #     let days = Quantity::new(Measure::Share, Unit::percent());
    /// #     Target::builder(code, days, Goal::level(Bound::AtLeast(dec!(88))), year).build()
    /// # };
    /// # let air = Indicator::new(code!("air"), text!("Days with good air"), share)
    /// #     .with_target(at_least(code!("air-2023"), period!("2023"))?)
    /// #     .with_target(at_least(code!("air-2026"), period!("2026"))?);
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    /// #     .pillar(Pillar::new(code!("green"), text!("Green city")).with_indicator(air))
    /// #     .build()?;
    /// // 86 % of days with good air in 2023, of 88 % promised for that year and for 2026.
    /// let figure = Observation::new(period!("2023"), dec!(86)).published_on(day!("2024-01-20"));
    /// let observations = Observations::new(vec![Series::new(code!("air"), Unit::percent(), vec![figure])?])?;
    /// let assessment = assess_plan(&plan, &observations, day!("2024-01-31"), &Rule::pace());
    /// let missed = assessment.targets().filter(|one| one.assessment.verdict.status == Status::Missed);
    /// assert_eq!(missed.map(|one| one.assessment.target.as_str()).collect::<Vec<_>>(), ["air-2023"]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn targets(&self) -> impl Iterator<Item = &TargetAssessment> {
        self.pillars.iter().flat_map(|pillar| &pillar.targets)
    }

    /// The assessment of the target with this code, if the plan has one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Bound, Goal, Indicator, Measure, Observations, Pillar, Plan, Quantity, Rule};
    /// # use milepost::{Target, Unit, assess_plan, code, day, dec, period, text};
    /// # let share = Quantity::new(Measure::Share, Unit::percent());
    /// # let goal = Goal::level(Bound::AtLeast(dec!(88)));
    /// let target = Target::builder(code!("air-2026"), share.clone(), goal, period!("2026")).weight(dec!(3)).build()?;
    /// # let air = Indicator::new(code!("air"), text!("Days with good air"), share).with_target(target);
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    /// #     .pillar(Pillar::new(code!("green"), text!("Green city")).with_indicator(air))
    /// #     .build()?;
    /// let assessment = assess_plan(&plan, &Observations::default(), day!("2025-01-31"), &Rule::pace());
    /// // What it weighs in the score, to which it adds nothing while nobody can say where it stands.
    /// let found = assessment.target("air-2026").map(|target| (target.weight, target.score));
    /// assert_eq!(found, Some((dec!(3), None)));
    /// assert!(assessment.target("air").is_none(), "that is its indicator");
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn target(&self, code: impl AsRef<str>) -> Option<&TargetAssessment> {
        let code = code.as_ref();
        self.targets().find(|target| target.assessment.target.as_str() == code)
    }

    /// Every deliverable's assessment, in the order of the document.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Deliverable, Delivery, DeliveryState, Observations, Pillar, Plan, Rule, Status};
    /// # use milepost::{assess_plan, code, day, period, text};
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    /// #     .pillar(
    /// #         Pillar::new(code!("traffic"), text!("Traffic"))
    /// #             .with_deliverable(Deliverable::new(code!("bridge"), text!("The bridge is open"), period!("2023")))
    /// #             .with_deliverable(Deliverable::new(code!("tram"), text!("The tram runs"), period!("2026"))),
    /// #     )
    /// #     .build()?;
    /// // The bridge was opened two months after its year.
    /// let opened = Delivery::new(DeliveryState::InUse, day!("2024-02-28"));
    /// let observations = Observations::default().with_deliveries(code!("bridge"), vec![opened])?;
    /// let assessment = assess_plan(&plan, &observations, day!("2024-06-30"), &Rule::pace());
    /// let statuses: Vec<_> = assessment.deliverables().map(|one| (one.deliverable.as_str(), one.status)).collect();
    /// assert_eq!(statuses, [("bridge", Status::Missed), ("tram", Status::NotDue)]);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn deliverables(&self) -> impl Iterator<Item = &DeliverableAssessment> {
        self.pillars.iter().flat_map(|pillar| &pillar.deliverables)
    }

    /// The assessment of the deliverable with this code, if the plan has one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use milepost::{Deliverable, Delivery, DeliveryState, Ground, Observations, Pillar, Plan, Reason, Rule};
    /// # use milepost::{assess_plan, code, day, period, text};
    /// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
    /// #     .pillar(
    /// #         Pillar::new(code!("traffic"), text!("Traffic"))
    /// #             .with_deliverable(Deliverable::new(code!("tram"), text!("The tram runs"), period!("2026"))),
    /// #     )
    /// #     .build()?;
    /// // Not everything that fails is late: the tram was given up.
    /// let given_up = Delivery::new(DeliveryState::Cancelled, day!("2024-05-02"));
    /// let observations = Observations::default().with_deliveries(code!("tram"), vec![given_up])?;
    /// let assessment = assess_plan(&plan, &observations, day!("2024-06-30"), &Rule::pace());
    /// let reason = assessment.deliverable("tram").map(|tram| tram.reason);
    /// assert!(matches!(reason, Some(Reason::Ground(Ground::Cancelled { on, .. })) if on == day!("2024-05-02")));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn deliverable(&self, code: impl AsRef<str>) -> Option<&DeliverableAssessment> {
        self.deliverables()
            .find(|one| one.deliverable.as_str() == code.as_ref())
    }
}

/// Assesses a whole plan: every target and deliverable, each pillar, and the plan.
///
/// Promises that were amended count as they are in force; [`Plan::first_promise`] is the plan for a roll-up by what was
/// first promised.
///
/// # Examples
///
/// ```
/// use milepost::{Bound, Deliverable, Goal, Indicator, Measure, Observations, Pillar, Plan, Quantity, Rule, Status};
/// use milepost::{Target, Unit, assess_plan, code, date, dec, period, text};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let goal = Goal::level(Bound::AtLeast(dec!(88)));
/// let air = Target::builder("good-air".parse()?, share.clone(), goal, "2026".parse()?).build()?;
/// let indicator = Indicator::new("air".parse()?, "Days with good air".try_into()?, share).with_target(air);
/// let plan = Plan::builder("city".parse()?, "City plan".try_into()?, "2022-01-01/P5Y".parse()?)
///     .pillar(
///         Pillar::new("green".parse()?, "Green".try_into()?)
///             .with_indicator(indicator)
///             .with_deliverable(Deliverable::new(code!("park"), text!("A new park"), period!("2024"))),
///     )
///     .build()?;
///
/// let as_of = date("2026-01-31")?;
/// let assessment = assess_plan(&plan, &Observations::default(), as_of, &Rule::pace());
/// assert_eq!(assessment.summary.counts.unknown, 1);
/// assert_eq!(assessment.summary.score, None);
/// assert_eq!(assessment.target("good-air").map(|target| target.is_principal), Some(true));
/// assert_eq!(assessment.deliverable("park").map(|park| park.status), Some(Status::Unknown));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn assess_plan(plan: &Plan, observations: &Observations, as_of: impl Into<AsOf>, rule: &Rule) -> PlanAssessment {
    let as_of = as_of.into();
    let pillars: Vec<_> = plan
        .pillars()
        .iter()
        .map(|pillar| assess_pillar(pillar, observations, as_of, rule))
        .collect();
    let mut tally = Tally::default();
    for (target, weight) in targets_weighed(plan, &pillars) {
        tally.add(target, weight);
    }
    let each = plan.pillars().iter().zip(&pillars);
    let deliverables = each.flat_map(|(pillar, assessed)| counted_deliverables(pillar, &assessed.deliverables));
    let deliverables = deliverables.map(|(assessed, _)| assessed.status);
    PlanAssessment {
        plan: plan.code().clone(),
        as_of,
        rule: rule.code().clone(),
        classes: rule.method().is_some().then(|| rule.classes()),
        whole: rule.publishes_a_whole().then(|| whole(plan, &pillars, rule)),
        attention: targets_needing_attention(plan, &pillars),
        deliverable_attention: deliverables_needing_attention(plan, &pillars),
        overdue: overdue(plan, &pillars),
        summary: tally.summary(),
        deliverable_counts: Counts::of_statuses(deliverables),
        pillars,
    }
}

/// The assessment of every target and deliverable of a pillar, and of the pillar as a whole.
fn assess_pillar(pillar: &Pillar, observations: &Observations, as_of: AsOf, rule: &Rule) -> PillarAssessment {
    // Room for all at once: a list that grows as it goes holds nearly twice as much at its peak.
    let count = pillar.indicators().iter().flat_map(Indicator::targets).count();
    let mut targets = Vec::with_capacity(count);
    for indicator in pillar.indicators() {
        let assess = |target| assess_in_plan(indicator, target, observations, as_of, rule);
        targets.extend(indicator.targets().iter().map(assess));
    }
    let deliverables: Vec<_> = pillar
        .deliverables()
        .iter()
        .map(|deliverable| assess_deliverable(deliverable, observations.deliveries(deliverable.code()), as_of))
        .collect();
    let mut tally = Tally::default();
    for (target, weight) in counted_targets(&targets) {
        tally.add(target, weight);
    }
    let counted = counted_deliverables(pillar, &deliverables);
    PillarAssessment {
        pillar: pillar.code().clone(),
        targets,
        deliverable_counts: Counts::of_statuses(counted.map(|(assessed, _)| assessed.status)),
        deliverables,
        summary: tally.summary(),
    }
}

/// The whole of a plan as the rule publishes it, from the verdicts on its targets.
fn whole(plan: &Plan, pillars: &[PillarAssessment], rule: &Rule) -> PlanWhole {
    let targets = pillars.iter().flat_map(|pillar| &pillar.targets);
    let verdicts = targets.map(|target| (target.assessment.target.clone(), target.assessment.verdict));
    PlanWhole::new(plan, rule, &verdicts.collect())
}

/// The targets of a pillar that count, each with its weight in the pillar: the principal ones, which are no
/// alternatives and restate no other target.
fn counted_targets(all: &[TargetAssessment]) -> impl Iterator<Item = (&TargetAssessment, Decimal)> + Clone {
    let principal = all.iter().filter(|target| target.is_principal);
    principal.map(|target| (target, target.weight))
}

/// The deliverables of a pillar that count, each with its weight in the pillar: those that restate no other one.
fn counted_deliverables<'a>(
    pillar: &'a Pillar,
    assessed: &'a [DeliverableAssessment],
) -> impl Iterator<Item = (&'a DeliverableAssessment, Decimal)> + Clone {
    let all = pillar.deliverables().iter().zip(assessed);
    let counted = all.filter(|(deliverable, _)| deliverable.restates().is_none());
    counted.map(|(deliverable, assessed)| (assessed, deliverable.weight().as_decimal()))
}

/// The assessment of a target of an indicator, with its weight and its score in the plan.
fn assess_in_plan(
    indicator: &Indicator,
    target: &Target,
    observations: &Observations,
    as_of: AsOf,
    rule: &Rule,
) -> TargetAssessment {
    let assessment = assess_target(indicator, target, observations, as_of, rule);
    TargetAssessment {
        indicator: indicator.code().clone(),
        is_principal: target.is_principal(),
        nature: target.nature(),
        weight: target.weight().as_decimal(),
        score: score(&assessment),
        assessment,
    }
}

/// What a target adds to the score, from 0 to 1, by the first row that applies:
///
/// | the target | adds |
/// |---|---|
/// | not due, or unknown | nothing: `None` |
/// | achieved | 1 |
/// | kept period by period | periods kept ÷ periods known |
/// | a limit | as [`score_of_limit`] says |
/// | beyond a promised band | 0 |
/// | missed | the share of the way; 0 if there is none |
/// | worsening | 0 |
/// | any other | the pace; `None` without one |
///
/// The share of the way and the pace count only if the figure that was observed last decided the verdict.
fn score(assessment: &Assessment) -> Option<Decimal> {
    let facts = &assessment.evidence;
    let from_0_to_1 = |fact: Fact<Decimal>| fact.ok().map(|share| share.clamp(Decimal::ZERO, Decimal::ONE));
    match (assessment.verdict.status, facts.record) {
        (Status::NotDue | Status::Unknown, _) => None,
        (Status::Achieved, _) => Some(Decimal::ONE),
        (_, Ok(record)) => ratio(record.kept.into(), record.known().into()).ok(),
        _ if facts.is_limit => score_of_limit(assessment),
        _ if is_beyond_band(assessment) => Some(Decimal::ZERO),
        (Status::Missed, _) => from_0_to_1(assessment.if_observed_decided(facts.share_of_way)).or(Some(Decimal::ZERO)),
        (Status::Worsening, _) => Some(Decimal::ZERO),
        _ => from_0_to_1(assessment.if_observed_decided(facts.pace)),
    }
}

/// Whether a band is promised, and the value lies outside of it, after more than the whole way to its nearer edge: on
/// its far side.
fn is_beyond_band(assessment: &Assessment) -> bool {
    let facts = &assessment.evidence;
    let share = assessment.if_observed_decided(facts.share_of_way);
    let is_past_edge = share.is_ok_and(|share| share > Decimal::ONE);
    let value = facts.observed.ok().and_then(|figure| figure.reading.value());
    let is_outside = |(band, value)| !Bound::Within(band).is_met_by(value);
    is_past_edge && facts.goal_band.ok().zip(value).is_some_and(is_outside)
}

/// What a limit adds to the score: 0 if it is missed, worsening or exceeded; else its pace, from 0 to 1. Without a pace
/// it adds 1 if it is on track, since nothing of its room is spent then; else `None`.
fn score_of_limit(assessment: &Assessment) -> Option<Decimal> {
    let pace = assessment.if_observed_decided(assessment.evidence.pace).ok();
    let share = match (assessment.verdict.status, assessment.verdict.reason) {
        (Status::Missed | Status::Worsening, _) | (_, Reason::Ground(Ground::LimitExceeded)) => Some(Decimal::ZERO),
        (Status::OnTrack, _) => pace.or(Some(Decimal::ONE)),
        _ => pace,
    };
    share.map(|share| share.clamp(Decimal::ZERO, Decimal::ONE))
}

/// Sums over targets, each with a weight.
#[derive(Default)]
struct Tally {
    counts: Counts,
    /// The counts of binding targets.
    binding: Counts,
    judged_weight: Decimal,
    unknown_weight: Decimal,
    /// The weight of the targets that have a score.
    scored_weight: Decimal,
    /// The sum of weight × score.
    score: Decimal,
}

impl Tally {
    /// Adds a target with its weight: to the counts, to the judged or the unknown weight (unless it is not due), and to
    /// the score if it has one.
    fn add(&mut self, target: &TargetAssessment, weight: Decimal) {
        let status = target.assessment.verdict.status;
        self.counts.count(status);
        if target.nature == Some(Nature::Binding) {
            self.binding.count(status);
        }
        match status {
            Status::NotDue => {}
            Status::Unknown => self.unknown_weight = self.unknown_weight.saturating_add(weight),
            _ => self.judged_weight = self.judged_weight.saturating_add(weight),
        }
        if let Some(score) = target.score {
            self.scored_weight = self.scored_weight.saturating_add(weight);
            self.score = self.score.saturating_add(weight.saturating_mul(score));
        }
    }

    /// The summary: the counts; the coverage, which is the share of due targets that could be judged, by count and by
    /// weight; and the score, if the coverage by weight is at least [`LEAST_COVERAGE`].
    fn summary(&self) -> Summary {
        let due_weight = self.judged_weight.saturating_add(self.unknown_weight);
        let due = self.counts.judged().saturating_add(self.counts.unknown);
        let coverage_by_weight = ratio(self.judged_weight, due_weight).ok();
        let coverage = self.judged_weight.checked_div(due_weight);
        let is_covered = coverage.is_some_and(|coverage| coverage.round_dp(PLACES_COMPARED) >= LEAST_COVERAGE);
        Summary {
            counts: self.counts,
            binding: self.binding,
            coverage_by_count: ratio(self.counts.judged().into(), due.into()).ok(),
            coverage_by_weight,
            unknown_weight: ratio(self.unknown_weight, due_weight).ok(),
            is_covered,
            score: ratio(self.score, self.scored_weight).ok().filter(|_| is_covered),
        }
    }
}

/// The promises that count in a pillar, each with its weight in the plan: weight in the pillar × weight of the pillar ÷
/// sum of the weights in the pillar. `counted` has each with its weight in the pillar.
fn weighed_in_plan<T>(
    pillar: &Pillar,
    counted: impl Iterator<Item = (T, Decimal)> + Clone,
) -> impl Iterator<Item = (T, Decimal)> {
    let sum = counted
        .clone()
        .fold(Decimal::ZERO, |sum, (_, weight)| sum.saturating_add(weight));
    let of_pillar = pillar.weight().as_decimal();
    counted.map(move |(promise, weight)| {
        // Divided last, each of three targets in a pillar of weight 3 weighs exactly 1.
        let divided_last = weight.checked_mul(of_pillar).and_then(|all| all.checked_div(sum));
        let divided_first = || weight.checked_div(sum).unwrap_or_default().saturating_mul(of_pillar);
        (promise, divided_last.unwrap_or_else(divided_first))
    })
}

/// A promise with all that tells how pressing it is.
struct Standing<'a> {
    code: &'a Code,
    status: Status,
    is_binding: bool,
    /// The weight in the plan.
    weight: Decimal,
    pace: Option<Decimal>,
}

impl Standing<'_> {
    /// The key that puts the more pressing of two promises first: the worse status, then the binding one, the greater
    /// weight, the lower pace, and last those without a pace.
    fn urgency(&self) -> impl Ord + use<> {
        (
            Reverse(self.status.code()),
            !self.is_binding,
            Reverse(self.weight),
            self.pace.is_none(),
            self.pace,
        )
    }
}

/// The codes of promises, the most pressing first.
fn most_pressing(mut promises: Vec<Standing<'_>>) -> Vec<Code> {
    // The sort is stable, so that what is equally pressing stays in the order of the document.
    promises.sort_by_key(Standing::urgency);
    promises.into_iter().map(|promise| promise.code.clone()).collect()
}

/// The codes of the principal targets of a plan that need attention, the most pressing first.
fn targets_needing_attention(plan: &Plan, pillars: &[PillarAssessment]) -> Vec<Code> {
    let standing = targets_weighed(plan, pillars).map(|(target, weight)| Standing {
        code: &target.assessment.target,
        status: target.assessment.verdict.status,
        is_binding: target.nature == Some(Nature::Binding),
        weight,
        pace: target
            .assessment
            .if_observed_decided(target.assessment.evidence.pace)
            .ok(),
    });
    most_pressing(standing.filter(|target| target.status.needs_attention()).collect())
}

/// The codes of the counted deliverables of a plan that need attention, the most pressing first. None of them is
/// binding.
fn deliverables_needing_attention(plan: &Plan, pillars: &[PillarAssessment]) -> Vec<Code> {
    let standing = deliverables_weighed(plan, pillars).map(|(deliverable, weight)| Standing {
        code: &deliverable.deliverable,
        status: deliverable.status,
        is_binding: false,
        weight,
        pace: deliverable.pace,
    });
    most_pressing(
        standing
            .filter(|deliverable| deliverable.status.needs_attention())
            .collect(),
    )
}

/// The codes of the principal targets whose last figure is too old, and behind them of the counted deliverables of
/// which nothing was reported since their deadline.
fn overdue(plan: &Plan, pillars: &[PillarAssessment]) -> Vec<Code> {
    let stale = targets_weighed(plan, pillars).filter_map(|(target, weight)| {
        let verdict = target.assessment.verdict;
        matches!(verdict.reason, Reason::Missing(Missing::Stale { .. })).then(|| Standing {
            code: &target.assessment.target,
            status: verdict.last_status.unwrap_or(verdict.status),
            is_binding: target.nature == Some(Nature::Binding),
            weight,
            pace: None,
        })
    });
    let silent = deliverables_weighed(plan, pillars).filter_map(|(deliverable, weight)| {
        matches!(deliverable.reason, Reason::Missing(Missing::NotReported)).then_some(Standing {
            code: &deliverable.deliverable,
            status: deliverable.status,
            is_binding: false,
            weight,
            pace: None,
        })
    });
    [most_pressing(stale.collect()), most_pressing(silent.collect())].concat()
}

/// The targets of a plan that count, each with its weight in the plan.
fn targets_weighed<'a>(
    plan: &'a Plan,
    pillars: &'a [PillarAssessment],
) -> impl Iterator<Item = (&'a TargetAssessment, Decimal)> {
    let each = plan.pillars().iter().zip(pillars);
    each.flat_map(|(pillar, assessed)| weighed_in_plan(pillar, counted_targets(&assessed.targets)))
}

/// The deliverables of a plan that count, each with its weight in the plan.
fn deliverables_weighed<'a>(
    plan: &'a Plan,
    pillars: &'a [PillarAssessment],
) -> impl Iterator<Item = (&'a DeliverableAssessment, Decimal)> {
    let each = plan.pillars().iter().zip(pillars);
    each.flat_map(|(pillar, assessed)| {
        let counted = counted_deliverables(pillar, &assessed.deliverables);
        weighed_in_plan(pillar, counted)
    })
}
