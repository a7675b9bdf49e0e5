//! Where a deliverable stands, by what was reported of it.

use alloc::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

#[cfg(feature = "serde")]
use crate::evidence;
use crate::evidence::{Caveat, Caveats, Fact, Ground, Missing, Reason};
use crate::exact::Real;
use crate::plan::{Citation, Deliverable, Revision, Verifiability};
use crate::rule::{Cuts, Status};
use crate::series::{AsOf, Delivery, DeliveryState};
use crate::value::{Code, Period, Position, Text};

/// Where a deliverable stands as of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct DeliverableAssessment {
    /// The deliverable's code.
    pub deliverable: Code,
    /// Where it stands.
    pub status: Status,
    /// What decided, or why nobody can say: what has no criterion, title or opening that shows it is never scored.
    pub reason: Reason,
    /// What a reader should know beside: that it was reported undone after it had been done, say.
    pub caveats: Caveats,
    /// The share that is done ÷ the share of its time that is gone by then, where that decided: 1 is on time. To 12
    /// decimals.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub pace: Option<Decimal>,
    /// The share of its time that was gone on the day of the report by which the pace is, where that decided. To 12
    /// decimals.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub share_of_time: Option<Decimal>,
    /// By when it was first promised, and where it would stand by that, where an amendment is in force.
    pub amended: Option<AmendedDeliverable>,
    /// The latest report that was known on the day of the question; `None` where there is none.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::delivery"))]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<wire::LatestReport>"))]
    pub latest_report: Option<Delivery>,
}

/// A deliverable whose deadline was amended, beside what was first promised.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AmendedDeliverable {
    /// The day from which the amendment in force holds.
    pub since: NaiveDate,
    /// Why the amendment was made; `None` unless its author says.
    pub why: Option<Text>,
    /// Where the amendment is stated, if a source is named.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "evidence::wire::CitationAnswer::serialize")
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<evidence::wire::CitationAnswer>"))]
    pub citation: Option<Citation>,
    /// Whether it is due later or earlier than it was first promised, and by how much; none where it is due as first
    /// promised again.
    pub revision: Option<Revision>,
    /// By when it was first promised.
    pub first_deadline: Period,
    /// Where it would stand by that.
    pub status_by_first_promise: Status,
    /// The ground or missing fact that would decide.
    pub reason_by_first_promise: Reason,
    /// The share that is done ÷ the share of the time to that, where that would decide. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub pace_by_first_promise: Option<Decimal>,
}

/// Assesses a deliverable by what was reported of it.
///
/// | what was reported | status |
/// |---|---|
/// | anything before the plan is published | `not_due`, not promised yet |
/// | by the deadline, that it is completed or in use | `achieved` |
/// | that it was cancelled, if not after the deadline by which it was done | `missed` |
/// | only after the deadline, that it is completed or in use | `missed`, delivered late |
/// | at the deadline or later, that it is not done | `missed` |
/// | nothing since the deadline, which is past | `unknown`: nobody said that it was missed |
/// | a share that is done, before the deadline is past | by its pace: that share ÷ the share of its time by then, with the cuts of [`Rule::pace`](crate::Rule::pace). It holds until another one is reported, or another state than `under_way` |
/// | anything else before the deadline is past | `not_due` |
///
/// A deliverable that nothing would show to be done is `unknown` once its plan is published, and never scored.
/// The deadline is the one in force on the day. Of several reports of one day that counts which was published last.
///
/// # Examples
///
/// ```
/// use milepost::series::DeliveryState;
/// use milepost::{Deliverable, Delivery, Status, assess_deliverable, date};
///
/// let street = Deliverable::new("old-street".parse()?, "The old street is open".try_into()?, "2024".parse()?);
/// let opened = Delivery::new(DeliveryState::InUse, date("2024-10-01")?);
/// assert_eq!(assess_deliverable(&street, &[opened], date("2025-01-31")?).status, Status::Achieved);
/// assert_eq!(assess_deliverable(&street, &[], date("2025-01-31")?).status, Status::Unknown);
/// # Ok::<(), milepost::ValueError>(())
/// ```
pub fn assess_deliverable(
    deliverable: &Deliverable,
    reports: &[Delivery],
    as_of: impl Into<AsOf>,
) -> DeliverableAssessment {
    let as_of = as_of.into();
    let known = known_of(reports, as_of);
    let latest = known.values().next_back().copied();
    let first_done = known.values().find(|report| report.state().is_done());
    let first_done = first_done.map(|report| report.on());
    let asked = Delivered {
        deliverable,
        latest,
        latest_share: latest_share_that_holds(&known),
        first_done,
        as_of,
    };
    let judged = asked.judged_at(deliverable.deadline_on(as_of.date()));
    let is_undone = latest.is_some_and(|report| match report.state() {
        // What was given up is told by its reason, unless it was done by then.
        DeliveryState::Cancelled => judged.status == Status::Achieved,
        state => !state.is_done(),
    });
    DeliverableAssessment {
        deliverable: deliverable.code().clone(),
        status: judged.status,
        reason: judged.reason,
        caveats: Caveats::NONE
            .with_if(is_undone && first_done.is_some(), Caveat::ReportedUndone)
            .with_if(
                deliverable.was_amended_after_deadline(as_of.date()),
                Caveat::AmendedAfterDeadline,
            ),
        pace: judged.pace,
        share_of_time: judged.share_of_time,
        amended: asked.amended(),
        latest_report: latest.cloned(),
    }
}

/// The reports that were known on the day of the question, by the days of which they tell. Of several reports for one
/// day the one that was published last is kept.
fn known_of(reports: &[Delivery], as_of: AsOf) -> BTreeMap<NaiveDate, &Delivery> {
    let is_known = |report: &&Delivery| report.on() <= as_of.date() && as_of.knows(report.published());
    let mut known = BTreeMap::new();
    for report in reports.iter().filter(is_known) {
        let of_day = known.entry(report.on()).or_insert(report);
        if report.order() > of_day.order() {
            *of_day = report;
        }
    }
    known
}

/// The latest known report that states a share done, as [`latest_share_that_holds`] finds it.
pub(crate) fn latest_share(reports: &[Delivery], as_of: AsOf) -> Option<&Delivery> {
    latest_share_that_holds(&known_of(reports, as_of))
}

/// The latest of the known reports that states a share done. `None` if a later report states another state than
/// `under_way`, which replaces the share, if the report itself says that the work was cancelled, and without such a
/// report.
fn latest_share_that_holds<'a>(known: &BTreeMap<NaiveDate, &'a Delivery>) -> Option<&'a Delivery> {
    let mut reports = known.values().rev().copied();
    let decides = |report: &Delivery| report.share_done().is_some() || report.state() != DeliveryState::UnderWay;
    reports
        .find(|report| decides(report))
        .filter(|report| report.state() != DeliveryState::Cancelled && report.share_done().is_some())
}

/// The status of a deliverable by a deadline, and why.
struct JudgedDelivery {
    status: Status,
    reason: Reason,
    /// The share done ÷ the share of the time that was gone then; `None` where the pace did not decide.
    pace: Option<Decimal>,
    /// The share of the time that was gone on the day of that report; `None` where the pace did not decide.
    share_of_time: Option<Decimal>,
}

/// A deliverable, with what was known of it on the day of the question.
struct Delivered<'a> {
    deliverable: &'a Deliverable,
    /// The latest report that was known; `None` where nothing was reported.
    latest: Option<&'a Delivery>,
    /// The latest report that states a share done, unless a later one replaces it.
    latest_share: Option<&'a Delivery>,
    /// The first day on which it was reported as done; `None` where it never was.
    first_done: Option<NaiveDate>,
    as_of: AsOf,
}

impl Delivered<'_> {
    /// The status of the deliverable by a deadline: by the pace of the share done, if it is not due yet and such a
    /// share is known; else as [`decided_by`](Self::decided_by) says.
    fn judged_at(&self, deadline: Period) -> JudgedDelivery {
        let share_done = |report| ShareDone::new(self.deliverable, deadline, report);
        let without_pace = |status, reason| JudgedDelivery {
            status,
            reason,
            pace: None,
            share_of_time: None,
        };
        match self.decided_by(deadline) {
            Ok((status, ground)) => match self.latest_share.and_then(share_done) {
                Some(share) if ground == Ground::NotDueYet => JudgedDelivery {
                    status: share.class(),
                    reason: Ground::Pace.into(),
                    pace: share.pace(),
                    share_of_time: share.time.quotient(&Real::one()).and_then(Result::ok),
                },
                _ => without_pace(status, ground.into()),
            },
            Err(missing) => without_pace(Status::Unknown, missing.into()),
        }
    }

    /// The status by a deadline and its ground, without regard to any share done, by the first of these that applies:
    ///
    /// 1. not due, if the plan is not published yet;
    /// 2. an error, if nothing would show that the deliverable is done;
    /// 3. missed, if it was cancelled, unless it was done by the deadline and cancelled only after that;
    /// 4. achieved or missed, if it was done: by the deadline, or later;
    /// 5. not due, if the deadline is not over;
    /// 6. missed, if the latest report is of the deadline or later (it does not say that it is done);
    /// 7. an error, since nobody has reported after the deadline.
    fn decided_by(&self, deadline: Period) -> Fact<(Status, Ground)> {
        if let Some(until) = self
            .deliverable
            .plan_published()
            .filter(|until| self.as_of.date() < *until)
        {
            return Ok((Status::NotDue, Ground::NotPromisedYet { until }));
        }
        if self.deliverable.verifiability() == Verifiability::None {
            return Err(Missing::NotVerifiable);
        }
        let deadline = deadline.last();
        let is_kept = |cancelled| cancelled > deadline && self.first_done.is_some_and(|on| on <= deadline);
        Ok(
            match (self.latest.map(|report| (report.state(), report.on())), self.first_done) {
                (Some((DeliveryState::Cancelled, on)), _) if !is_kept(on) => (Status::Missed, Ground::Cancelled { on }),
                (Some(_), Some(on)) if on <= deadline => (Status::Achieved, Ground::Delivered { on }),
                (Some(_), Some(on)) => (Status::Missed, Ground::DeliveredLate { on }),
                _ if self.as_of.date() <= deadline => (Status::NotDue, Ground::NotDueYet),
                (Some((_, on)), None) if on >= deadline => (Status::Missed, Ground::NotDelivered { on }),
                _ => return Err(Missing::NotReported),
            },
        )
    }

    /// The first promise, and the status by it; `None` unless an amendment is in force.
    fn amended(&self) -> Option<AmendedDeliverable> {
        let today = self.as_of.date();
        let version = self.deliverable.deadline_version_on(today)?;
        let (first_deadline, deadline) = (self.deliverable.deadline(), *version.promised());
        let by_first = self.judged_at(first_deadline);
        Some(AmendedDeliverable {
            since: version.amendment().since(),
            why: version.amendment().why().cloned(),
            citation: version.amendment().citation().cloned(),
            revision: (deadline != first_deadline).then(|| Revision::of_deadline(first_deadline, deadline)),
            first_deadline,
            status_by_first_promise: by_first.status,
            reason_by_first_promise: by_first.reason,
            pace_by_first_promise: by_first.pace,
        })
    }
}

/// The share of a deliverable that is done, and the share of its time that was gone then.
struct ShareDone {
    done: Real,
    time: Real,
}

impl ShareDone {
    /// The share that a report states, and the share of the time from the deliverable's beginning to a deadline that
    /// was gone on the report's day. `None` if the report states no share, if it is unknown when the deliverable
    /// begins, and if no time was gone.
    fn new(deliverable: &Deliverable, deadline: Period, report: &Delivery) -> Option<Self> {
        let time = Period::between(deliverable.begins()?, deadline.last()).ok()?;
        let gone = Position::of(report.on()).since(time.start());
        let whole = time.end().since(time.start()).units().unsigned_abs();
        gone.is_positive().then_some(Self {
            done: report.share_done()?.into(),
            time: Real::of_units(gone.units(), whole),
        })
    }

    /// The status of the pace, by the cuts of the rule of this crate.
    fn class(&self) -> Status {
        let reaches = |cut: Decimal| Ok(self.done >= self.time.times(&cut.into()));
        Cuts::default().class_by(reaches).unwrap_or(Status::Unknown)
    }

    /// The share done ÷ the share of the time, to 12 decimals; `None` where no decimal holds it.
    fn pace(&self) -> Option<Decimal> {
        self.done.quotient(&self.time)?.ok()
    }
}

#[cfg(feature = "serde")]
mod wire {
    use chrono::NaiveDate;
    use rust_decimal::Decimal;
    use serde::{Serialize, Serializer};

    use super::{Delivery, DeliveryState};

    /// The parts of a report that a reader needs; the whole of it stands among the observations.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(rename = "Report"))]
    pub(super) struct LatestReport {
        /// How far it had come.
        state: DeliveryState,
        /// The day on which it was so.
        on: NaiveDate,
        /// How much of it was done, where that was reported.
        #[serde(with = "crate::value::decimal::MaybeExact")]
        share_done: Option<Decimal>,
    }

    /// Writes the state, the day and the share done of the latest report; `null` where there is none.
    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub(super) fn delivery<S: Serializer>(report: &Option<Delivery>, serializer: S) -> Result<S::Ok, S::Error> {
        let report = report.as_ref().map(|report| LatestReport {
            state: report.state(),
            on: report.on(),
            share_done: report.share_done(),
        });
        report.serialize(serializer)
    }
}
