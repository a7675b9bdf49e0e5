//! The verdict with its why: evidence and verdict together, for one target or deliverable.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::slice;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::evidence::{self, Caveat, Caveats, Evidence, Fact, Reason};
use crate::exact::Real;
use crate::growth::GrowthError;
use crate::plan::{Citation, Deliverable, Goal, Revision, Target, Verifiability};
use crate::progress::Question;
use crate::rule::{Class, Cuts, Rule, Status, Verdict, by_first_promise, judge, judge_by};
use crate::series::{AsOf, Delivery, DeliveryState, Figure, Series};
use crate::value::{Code, Period, Position, Text};

/// Where a target stands as of a date by a rule, and everything that a reader needs to see why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
#[must_use]
pub struct Assessment {
    /// The target's code.
    pub target: Code,
    /// The day of the question.
    pub as_of: AsOf,
    /// The code of the rule that decided.
    pub rule: Code,
    /// Where it stands, and what decided.
    pub verdict: Verdict,
    /// Where it would stand by what was first promised, where an amendment is in force.
    pub by_first_promise: Option<Verdict>,
    /// The figure that decided, in the target's own terms.
    pub decided_by: Option<Figure>,
    /// The class that a composed rule publishes for it.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub class: Option<Class>,
    /// The plain facts, whatever the rule.
    pub evidence: Evidence,
    /// The values at which the rule's classes begin at the figure's period, from the best class to the worst.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::cuts"))]
    pub cuts: Fact<Box<[CutValue]>>,
}

impl Assessment {
    /// The cut that lies nearest to the figure.
    pub fn nearest_cut(&self) -> Option<CutValue> {
        let cuts = self.cuts.as_ref().ok()?;
        cuts.iter().copied().min_by_key(|cut| cut.distance.abs())
    }
}

/// The value at which a class of a rule begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CutValue {
    /// The class that begins here.
    pub status: Status,
    /// The pace at which it begins.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal"))]
    pub cut: Decimal,
    /// The value of the indicator at that pace.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal"))]
    pub value: Decimal,
    /// Observed − value.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal"))]
    pub distance: Decimal,
}

/// Assesses a target: evidence and verdict.
///
/// It is total: there is an answer to every question, and what cannot be known says why.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Status, Target, Unit, assess, dec, date};
///
/// let unit = Unit::new("CNY".parse()?, 8)?;
/// let target = Target::builder(
///     "gdp-2026".parse()?,
///     Quantity::new(Measure::Flow, unit.clone()),
///     Goal::level(Bound::MoreThan(dec!(2000))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::stated("2021".parse()?, dec!(1517.7)))
/// .build()?;
/// let published = date("2026-01-26")?;
/// let observation = Observation::new("2025".parse()?, dec!(1781.8)).published_on(published);
/// let series = Series::new("gdp".parse()?, unit, vec![observation])?;
///
/// let assessment = assess(&target, &series, published, &Rule::pace());
/// assert_eq!(assessment.verdict.status, Status::Lagging);
/// let required = assessment.evidence.growth_required_from_now.map_err(|_| "a rate")?;
/// assert_eq!(format!("{required:.3}"), "12.246 %");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn assess(target: &Target, series: &Series, as_of: impl Into<AsOf>, rule: &Rule) -> Assessment {
    let as_of = as_of.into();
    let question = Question::new(target, series, as_of);
    let question = question.as_ref().map_err(|reason| *reason);
    let verdict = question.map_or_else(Verdict::unknown, |question| judge(question, rule));
    let evidence = evidence::of(question);
    let deciding = |question: &Question<'_>| question.figure_of(verdict.decided_by?);
    let cuts = question.and_then(|question| cut_values(question, rule, &evidence));
    Assessment {
        target: target.code().clone(),
        as_of,
        rule: rule.code().clone(),
        class: rule.class_of(&verdict).cloned(),
        verdict,
        by_first_promise: by_first_promise(target, series, as_of, slice::from_ref(rule)).pop(),
        decided_by: question.ok().and_then(deciding),
        evidence,
        cuts,
    }
}

/// The values at the rule's cuts, where the path has such values.
fn cut_values(question: &Question<'_>, rule: &Rule, facts: &Evidence) -> Fact<Box<[CutValue]>> {
    let classes = rule.cuts().ok_or(Reason::NotForThisRule)?.classes();
    let goal = question.target.goal();
    if facts.is_limit || matches!(goal, Goal::Keep { .. } | Goal::Trend { .. }) {
        return Err(Reason::NotForThisGoal);
    }
    let figure = question.observed()?;
    facts.expected?;
    let (due, observed) = (figure.due()?, figure.number()?);
    if due.is_nothing() {
        return Err(Reason::NothingDueYet);
    }
    let values = due.values_at(classes.map(|(_, cut)| cut));
    let cut_value = |((status, cut), value): ((Status, Decimal), Result<Decimal, GrowthError>)| {
        let value = value?;
        let distance = observed.checked_sub(value).ok_or(Reason::OutsidePath)?;
        Ok(CutValue {
            status,
            cut,
            value,
            distance,
        })
    };
    classes.into_iter().zip(values).map(cut_value).collect()
}

/// One evidence, and the verdicts of several rules on it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
#[must_use]
pub struct Comparison {
    /// The target's code.
    pub target: Code,
    /// The day of the question.
    pub as_of: AsOf,
    /// The plain facts, the same for every rule.
    pub evidence: Evidence,
    /// Each rule's code with its verdict, in the order of the rules.
    pub verdicts: Vec<(Code, Verdict)>,
    /// The published name of each verdict's class, in the same order; the name of its status where it has none.
    pub classes: Vec<Box<str>>,
    /// The verdicts by what was first promised, in the same order, where an amendment is in force; none otherwise.
    pub by_first_promise: Vec<Verdict>,
}

impl Comparison {
    /// Whether two rules give different statuses.
    pub fn rules_disagree(&self) -> bool {
        let mut statuses = self.verdicts.iter().map(|(_, verdict)| verdict.status);
        let first = statuses.next();
        statuses.any(|status| Some(status) != first)
    }
}

/// Judges one target by several rules.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Cuts, Goal, Measure, Quantity, Rule, Series, Target, Unit, compare, dec, date};
///
/// let unit = Unit::percent();
/// let target = Target::builder(
///     "good-air".parse()?,
///     Quantity::new(Measure::Share, unit.clone()),
///     Goal::level(Bound::AtLeast(dec!(88))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::stated("2021".parse()?, dec!(80)))
/// .build()?;
/// let series = Series::empty("good-air".parse()?, unit);
/// let as_of = date("2026-01-31")?;
/// let strict = Rule::pace().with_code("strict".parse()?).with_cuts(Cuts::new(dec!(1.05), dec!(1), dec!(0.8), dec!(0))?)?;
///
/// let comparison = compare(&target, &series, as_of, &[Rule::pace(), strict]);
/// assert_eq!(comparison.verdicts.len(), 2);
/// assert_eq!(&*comparison.classes[0], "unknown");
/// assert!(!comparison.rules_disagree());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn compare(target: &Target, series: &Series, as_of: impl Into<AsOf>, rules: &[Rule]) -> Comparison {
    let as_of = as_of.into();
    let question = Question::new(target, series, as_of);
    let question = question.as_ref().map_err(|reason| *reason);
    let (mut verdicts, mut classes) = (Vec::with_capacity(rules.len()), Vec::with_capacity(rules.len()));
    for (rule, verdict) in rules.iter().zip(judge_by(question, rules)) {
        classes.push(rule.class_name(&verdict).into());
        verdicts.push((rule.code().clone(), verdict));
    }
    Comparison {
        target: target.code().clone(),
        as_of,
        evidence: evidence::of(question),
        verdicts,
        classes,
        by_first_promise: by_first_promise(target, series, as_of, rules),
    }
}

/// Where a deliverable stands as of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
#[must_use]
pub struct DeliveryAssessment {
    /// The deliverable's code.
    pub deliverable: Code,
    /// Where it stands.
    pub status: Status,
    /// What decided, or why nobody can say.
    pub reason: Reason,
    /// What a reader should know beside.
    pub caveats: Caveats,
    /// The share that is done ÷ the share of its time, where that decided. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::option"))]
    pub pace: Option<Decimal>,
    /// By when it was first promised, and where it would stand by that, where an amendment is in force.
    pub amended: Option<AmendedDelivery>,
    /// The latest report that was known.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::delivery"))]
    pub latest: Option<Delivery>,
}

/// A deliverable whose deadline was amended, beside what was first promised.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AmendedDelivery {
    /// The day from which the amendment in force holds.
    pub since: NaiveDate,
    /// Why it was made, as its author says.
    pub why: Option<Text>,
    /// Where it is stated.
    pub citation: Option<Citation>,
    /// Whether it is due later or earlier than it was first promised, and by how much; none where it is due as first promised again.
    pub revision: Option<Revision>,
    /// By when it was first promised.
    pub first_deadline: Period,
    /// Where it would stand by that.
    pub status_by_first: Status,
    /// What would decide.
    pub reason_by_first: Reason,
}

/// Assesses a deliverable by what was reported of it.
///
/// | what was reported | status |
/// |---|---|
/// | anything before the plan is published | `not_due`, not promised yet |
/// | by the deadline, that it is completed or in use | `achieved` |
/// | that it was cancelled | `missed` |
/// | only after the deadline, that it is completed or in use | `missed`, delivered late |
/// | at the deadline or later, that it is not done | `missed` |
/// | nothing since the deadline, which is past | `unknown`: nobody said that it was missed |
/// | a share that is done, before the deadline is past | by its pace: that share ÷ the share of its time by then, with the cuts of [`Rule::pace`] |
/// | anything else before the deadline is past | `not_due` |
///
/// A deliverable that nothing would show to be done is `unknown`, and never scored.
///
/// # Examples
///
/// ```
/// use milepost::{Deliverable, Delivery, DeliveryState, Status, assess_delivery, date};
///
/// let street = Deliverable::new("old-street".parse()?, "The old street is open".try_into()?, "2024".parse()?);
/// let opened = Delivery::new(DeliveryState::InUse, date("2024-10-01")?);
/// assert_eq!(assess_delivery(&street, &[opened], date("2025-01-31")?).status, Status::Achieved);
/// assert_eq!(assess_delivery(&street, &[], date("2025-01-31")?).status, Status::Unknown);
/// # Ok::<(), milepost::ValueError>(())
/// ```
pub fn assess_delivery(deliverable: &Deliverable, reports: &[Delivery], as_of: impl Into<AsOf>) -> DeliveryAssessment {
    let as_of = as_of.into();
    let known = |report: &&Delivery| report.on() <= as_of.date() && as_of.knows(report.published());
    let latest = reports
        .iter()
        .filter(known)
        .max_by(|one, other| one.order().cmp(&other.order()));
    let first_done = reports
        .iter()
        .filter(known)
        .filter(|report| report.state().is_done())
        .map(Delivery::on)
        .min();
    let asked = Delivered {
        deliverable,
        latest,
        first_done,
        as_of,
    };
    let (status, reason, progress) = asked.by(deliverable.deadline_on(as_of.date()));
    let is_undone =
        latest.is_some_and(|report| !report.state().is_done() && report.state() != DeliveryState::Cancelled);
    DeliveryAssessment {
        deliverable: deliverable.code().clone(),
        status,
        reason,
        caveats: Caveats::NONE
            .with_if(is_undone && first_done.is_some(), Caveat::ReportedUndone)
            .with_if(
                deliverable.was_amended_after_deadline(as_of.date()),
                Caveat::AmendedAfterDeadline,
            ),
        pace: progress.as_ref().and_then(ShareDone::pace),
        amended: asked.amended(),
        latest: latest.cloned(),
    }
}

/// A deliverable, with what was known of it on a day.
struct Delivered<'a> {
    deliverable: &'a Deliverable,
    latest: Option<&'a Delivery>,
    first_done: Option<NaiveDate>,
    as_of: AsOf,
}

impl Delivered<'_> {
    /// Where it stands by a deadline, with the share that is done where that decides.
    fn by(&self, deadline: Period) -> (Status, Reason, Option<ShareDone>) {
        let (status, reason) = self.status_by(deadline);
        let progress = self
            .latest
            .and_then(|report| ShareDone::new(self.deliverable, deadline, report));
        match progress.filter(|_| reason == Reason::NotDueYet) {
            Some(progress) => (progress.class(), Reason::Pace, Some(progress)),
            None => (status, reason, None),
        }
    }

    fn status_by(&self, deadline: Period) -> (Status, Reason) {
        if self.deliverable.verifiability() == Verifiability::None {
            return (Status::Unknown, Reason::NotVerifiable);
        }
        if let Some(until) = self
            .deliverable
            .plan_published()
            .filter(|until| self.as_of.date() < *until)
        {
            return (Status::NotDue, Reason::NotPromisedYet { until });
        }
        let deadline = deadline.last();
        match (self.latest.map(|report| (report.state(), report.on())), self.first_done) {
            (Some((DeliveryState::Cancelled, on)), _) => (Status::Missed, Reason::Cancelled { on }),
            (Some(_), Some(on)) if on <= deadline => (Status::Achieved, Reason::Delivered { on }),
            (Some(_), Some(on)) => (Status::Missed, Reason::DeliveredLate { on }),
            _ if self.as_of.date() <= deadline => (Status::NotDue, Reason::NotDueYet),
            (Some((_, on)), None) if on >= deadline => (Status::Missed, Reason::NotDelivered { on }),
            _ => (Status::Unknown, Reason::NotReported),
        }
    }

    fn amended(&self) -> Option<AmendedDelivery> {
        let today = self.as_of.date();
        let version = self.deliverable.deadline_version_on(today)?;
        let (first_deadline, deadline) = (self.deliverable.deadline(), *version.promised());
        let (status, reason, _) = self.by(first_deadline);
        Some(AmendedDelivery {
            since: version.amendment().since(),
            why: version.amendment().why().cloned(),
            citation: version.amendment().citation().cloned(),
            revision: (deadline != first_deadline).then(|| Revision::of_deadline(first_deadline, deadline)),
            first_deadline,
            status_by_first: status,
            reason_by_first: reason,
        })
    }
}

/// The share that is done, beside the share of its time.
struct ShareDone {
    done: Real,
    time: Real,
}

impl ShareDone {
    /// `None` where no share was reported, or of no time.
    fn new(deliverable: &Deliverable, deadline: Period, report: &Delivery) -> Option<Self> {
        let time = Period::between(deliverable.begins()?, deadline.last()).ok()?;
        let gone = Position::of(report.on()).since(time.start());
        let whole = time.end().since(time.start()).units().unsigned_abs();
        gone.is_positive().then_some(Self {
            done: report.share_done()?.into(),
            time: Real::of_units(gone.units(), whole),
        })
    }

    fn class(&self) -> Status {
        let reaches = |cut: Decimal| Ok(self.done >= self.time.times(&cut.into()));
        Cuts::default().class_by(reaches).unwrap_or(Status::Unknown)
    }

    fn pace(&self) -> Option<Decimal> {
        self.done.quotient(&self.time)?.ok()
    }
}

#[cfg(feature = "serde")]
mod wire {
    use alloc::boxed::Box;

    use serde::Serializer;
    use serde::ser::SerializeMap;

    use super::{CutValue, Delivery, Fact};
    use crate::value::decimal::Wire;

    /// What a reader needs of a report; the whole of it stands among the observations.
    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub(super) fn delivery<S: Serializer>(latest: &Option<Delivery>, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(report) = latest else {
            return serializer.serialize_none();
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("state", &report.state())?;
        map.serialize_entry("on", &report.on())?;
        if let Some(share) = report.share_done() {
            map.serialize_entry("share_done", &Wire(share))?;
        }
        map.end()
    }

    pub(super) fn cuts<S: Serializer>(cuts: &Fact<Box<[CutValue]>>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match cuts {
            Ok(cuts) => map.serialize_entry("value", cuts)?,
            Err(reason) => map.serialize_entry("reason", reason)?,
        }
        map.end()
    }
}
