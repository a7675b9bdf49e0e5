//! The verdict by the record of a promise that is kept period by period.

use super::place::Decision;
use crate::evidence::Reason;
use crate::plan::Goal;
use crate::progress::{Caveat, Caveats, Fact, Ground, Missing, Outcome, PeriodOutcome, Question, Record};
use crate::rule::{Rule, Status, Verdict};
use crate::series::Figure;
use crate::value::Period;

/// A verdict that is the same by all cuts.
pub(super) struct Settled {
    verdict: Verdict,
    /// The figure that must not be older than a rule allows; `None` where the verdict does not age.
    unless_stale: Option<Figure>,
}

impl From<Verdict> for Settled {
    /// A verdict that does not age.
    fn from(verdict: Verdict) -> Self {
        Self {
            verdict,
            unless_stale: None,
        }
    }
}

impl Settled {
    /// The verdict of a rule: unknown where the figure is too old for it.
    pub(super) fn verdict_of_rule(&self, question: &Question<'_>, rule: &Rule) -> Verdict {
        match self.unless_stale {
            None => self.verdict,
            Some(figure) => self.verdict.if_fresh(question, rule, figure),
        }
    }
}

/// The verdict of a goal that is kept period by period, with a caveat where the uncertainty of a figure could change
/// it.
pub(super) fn by_record(question: &Question<'_>, record: &Record) -> Settled {
    let settled = verdict_by_values(question, record);
    let is_uncertain = is_within_uncertainty(question, settled.verdict);
    Settled {
        verdict: settled.verdict.with_if(is_uncertain, Caveat::WithinUncertainty),
        ..settled
    }
}

/// Whether the verdict would have another status if a figure on which it rests lay at an end of its uncertainty: the
/// latest one, the one that broke the promise before, or any that kept it by less than its uncertainty.
fn is_within_uncertainty(question: &Question<'_>, verdict: Verdict) -> bool {
    let has_any = question.figures.known.series().facts.has_uncertainty;
    let Some(deciding_period) = verdict
        .deciding_period
        .filter(|_| has_any && verdict.status != Status::Unknown)
    else {
        return false;
    };
    let is_other = |period: Period| {
        let figure = question.figure_of(period)?;
        let range = question.figures.uncertainty_of(figure)?.range()?;
        let mut records = range
            .into_iter()
            .filter_map(|end| question.record_if(period, Some(end)).ok());
        Some(records.any(|record| verdict_by_values(question, &record).verdict.status != verdict.status))
    };
    let broken_before = match verdict.reason {
        Reason::Ground(Ground::BrokenBefore { period }) => Some(period),
        _ => None,
    };
    let deciding = [Some(deciding_period), broken_before].into_iter().flatten();
    let mut all = deciding.chain(question.doubtful_periods());
    all.any(|period| is_other(period).unwrap_or(false))
}

/// The verdict of a record by the values themselves, whatever their uncertainty.
fn verdict_by_values(question: &Question<'_>, record: &Record) -> Settled {
    let is_past = question.is_past_deadline();
    if record.due == 0 {
        let verdict = match record.to_come {
            None => Verdict::of_nothing_seen(question),
            Some(_) => Verdict::new(Status::NotDue, question.before_the_first()),
        };
        return verdict.into();
    }
    // When all periods are over, a promise that says no number of them was to be kept in each.
    let needed = kept_in(question).or(is_past.then_some(record.due));
    if let Some(verdict) = needed.and_then(|needed| final_verdict(question, record, needed)) {
        return verdict.into();
    }
    let (Some(decision), Some(latest)) = (decision_of_latest(question, record), record.latest_outcome) else {
        let reason = match question.no_observation() {
            Missing::OnlyUndated => Missing::OnlyUndated,
            _ => Missing::periods_unknown(record.unknown),
        };
        return Verdict::unknown(reason).into();
    };
    Settled {
        verdict: verdict_of_record(question, record, Ok(decision), Some(latest.period)),
        unless_stale: Some(latest.figure),
    }
}

/// In how many periods the goal is to be kept; `None` where it does not say so.
const fn kept_in(question: &Question<'_>) -> Option<u32> {
    match question.target.goal() {
        Goal::Keep { kept_in, .. } => kept_in,
        _ => None,
    }
}

/// The decision by the latest period whose outcome is known, before the last one is over; `None` where no outcome is
/// known.
fn decision_of_latest(question: &Question<'_>, record: &Record) -> Option<Decision> {
    let PeriodOutcome { period, outcome, .. } = record.latest_outcome?;
    let counts = kept_in(question).is_some();
    Some(match (outcome, record.last_broken) {
        (Outcome::Broken | Outcome::Reversed, _) if counts => Decision::new(Status::Lagging, Ground::Broken { period }),
        (Outcome::Reversed, _) => Decision::new(Status::Worsening, Ground::Reversed { period }),
        (Outcome::Broken, _) => Decision::new(Status::OffTrack, Ground::Broken { period }),
        (Outcome::Kept, Some(period)) => Decision::new(Status::Lagging, Ground::BrokenBefore { period }),
        (Outcome::Kept, None) => Decision::new(Status::OnTrack, Ground::Kept),
    })
}

/// The verdict that nothing later changes: the promise was kept in as many periods as it `needed`, or too few are left
/// to come to that, or all are over and nobody can say. `None` while it is open.
fn final_verdict(question: &Question<'_>, record: &Record, needed: u32) -> Option<Verdict> {
    let is_past = question.is_past_deadline();
    let left = record.to_come.or(is_past.then_some(0));
    let most_kept = left.map(|left| record.kept.saturating_add(record.unknown).saturating_add(left));
    let falls_short = most_kept.is_some_and(|most| most < needed);
    let (decision, deciding_period) = match record.last_broken {
        _ if record.kept >= needed => (
            Ok(Decision::new(Status::Achieved, Ground::Kept)),
            record.latest_period(),
        ),
        Some(period) if falls_short => (
            Ok(Decision::new(Status::Missed, Ground::Broken { period })),
            Some(period),
        ),
        _ if is_past => (Err(Missing::periods_unknown(record.unknown)), record.latest_period()),
        _ => return None,
    };
    let verdict = verdict_of_record(question, record, decision, deciding_period);
    Some(verdict.with_if(verdict.status == Status::Achieved && !is_past, Caveat::Early))
}

/// The verdict to which a record leads by this decision and this period, with the caveats of its latest figure.
fn verdict_of_record(
    question: &Question<'_>,
    record: &Record,
    decision: Fact<Decision>,
    deciding_period: Option<Period>,
) -> Verdict {
    let caveats_of_latest = record
        .latest_outcome
        .map_or(Caveats::NONE, |PeriodOutcome { period, figure, .. }| {
            let is_estimate = question.is_past_deadline() && question.figures.is_estimated_before_its_end(figure);
            let of_figure = question.figures.caveats_beside_baseline(figure);
            of_figure
                .union(question.timing_at(period).caveats(figure.period))
                .with_if(is_estimate, Caveat::EstimatedBeforeItsEnd)
        });
    Verdict {
        caveats: caveats_of_latest.with_if(record.unknown > 0, Caveat::PeriodsUnknown),
        deciding_period,
        last_status: decision_of_latest(question, record)
            .filter(|_| decision.is_err())
            .map(|last| last.status),
        ..Verdict::of_decision(decision)
    }
}
