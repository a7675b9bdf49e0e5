//! The verdict by the record of a promise that is kept period by period.

use super::place::Decision;
use crate::evidence::Reason;
use crate::plan::Goal;
use crate::progress::{Caveat, Caveats, Fact, Ground, Missing, Outcome, PeriodOutcome, Question, Record};
use crate::rule::{Rule, Status, Verdict};
use crate::series::Figure;
use crate::value::Period;

/// A verdict that is the same by all cuts.
pub(super) struct VerdictWithoutCuts {
    verdict: Verdict,
    /// The figure on which the verdict rests: too old for a rule, it makes the verdict unknown. `None` where the
    /// verdict holds whatever time has passed.
    figure_that_ages: Option<Figure>,
}

impl From<Verdict> for VerdictWithoutCuts {
    /// A verdict that holds whatever time has passed.
    fn from(verdict: Verdict) -> Self {
        Self {
            verdict,
            figure_that_ages: None,
        }
    }
}

impl VerdictWithoutCuts {
    /// A verdict that rests on this figure.
    pub(super) const fn resting_on(figure: Figure, verdict: Verdict) -> Self {
        Self {
            verdict,
            figure_that_ages: Some(figure),
        }
    }

    /// The verdict by a rule: unknown if the figure on which it rests is too old for the rule.
    pub(super) fn verdict_of_rule(&self, question: &Question<'_>, rule: &Rule) -> Verdict {
        match self.figure_that_ages {
            None => self.verdict,
            Some(figure) => self.verdict.if_fresh(question, rule, figure),
        }
    }
}

/// The verdict of a goal that is kept period by period, with a caveat if the uncertainty of a figure could change the
/// status.
pub(super) fn by_record(question: &Question<'_>, record: &Record) -> VerdictWithoutCuts {
    let settled = verdict_by_values(question, record);
    let is_uncertain = is_within_uncertainty(question, settled.verdict);
    VerdictWithoutCuts {
        verdict: settled.verdict.with_if(is_uncertain, Caveat::WithinUncertainty),
        ..settled
    }
}

/// Whether the verdict would have another status if one of these figures lay at an end of its uncertainty: the deciding
/// one, the one that broke the promise before, and any whose outcome its uncertainty leaves open.
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
    let mut all = deciding_periods(verdict.reason, Some(deciding_period)).chain(question.doubtful_periods());
    all.any(|period| is_other(period).unwrap_or(false))
}

/// The periods whose figures decided: the deciding one, and the one that broke the promise before, if it is lagging for
/// that.
fn deciding_periods(reason: Reason, deciding: Option<Period>) -> impl Iterator<Item = Period> {
    let broken_before = match reason {
        Reason::Ground(Ground::BrokenBefore { period }) => Some(period),
        _ => None,
    };
    [deciding, broken_before].into_iter().flatten()
}

/// The verdict of a record by the values of its figures, whatever their uncertainty, by the first of these that
/// applies:
///
/// 1. no period is due yet: not due, or what a missing figure means;
/// 2. the final verdict, if nothing later can change it;
/// 3. the outcome of the latest known period, as long as its figure is fresh;
/// 4. unknown, if no period has a known outcome.
fn verdict_by_values(question: &Question<'_>, record: &Record) -> VerdictWithoutCuts {
    let is_past = question.is_past_deadline();
    if record.due == 0 {
        let verdict = match record.to_come {
            None => Verdict::without_figure(question),
            Some(_) => Verdict::new(Status::NotDue, question.no_period_over()),
        };
        return verdict.into();
    }
    // A promise that says no number of periods is to be kept in all of them. That number is final after the deadline.
    let needed = kept_in(question).or(is_past.then_some(record.due));
    if let Some(verdict) = needed.and_then(|needed| final_verdict(question, record, needed)) {
        return verdict.into();
    }
    let (Some(decision), Some(latest)) = (decision_of_latest(question, record), record.latest_outcome) else {
        let verdict = Verdict::unknown(why_unknown(question, record));
        let caveats = verdict.caveats.union(record.caveats);
        return Verdict { caveats, ..verdict }.into();
    };
    let verdict = verdict_of_record(question, record, Ok(decision), Some(latest.period));
    VerdictWithoutCuts::resting_on(latest.figure, verdict)
}

/// In how many periods the goal is to be kept; `None` where the promise says no number.
const fn kept_in(question: &Question<'_>) -> Option<u32> {
    match question.target.goal() {
        Goal::Keep { kept_in, .. } => kept_in,
        _ => None,
    }
}

/// The decision by the latest period with a known outcome, while the promise is open; `None` without such a period.
///
/// | the latest period | decision |
/// |---|---|
/// | broken or reversed, and the promise says in how many periods it is to be kept | lagging |
/// | reversed | worsening |
/// | broken | off track |
/// | kept, an earlier one broken | lagging |
/// | kept, none broken | on track |
fn decision_of_latest(question: &Question<'_>, record: &Record) -> Option<Decision> {
    let PeriodOutcome { period, outcome, .. } = record.latest_outcome?;
    let says_how_many = kept_in(question).is_some();
    Some(match (outcome, record.last_broken) {
        (Outcome::Broken | Outcome::Reversed, _) if says_how_many => {
            Decision::new(Status::Lagging, Ground::Broken { period })
        }
        (Outcome::Reversed, _) => Decision::new(Status::Worsening, Ground::Reversed { period }),
        (Outcome::Broken, _) => Decision::new(Status::OffTrack, Ground::Broken { period }),
        (Outcome::Kept, Some(period)) => Decision::new(Status::Lagging, Ground::BrokenBefore { period }),
        (Outcome::Kept, None) => Decision::new(Status::OnTrack, Ground::Kept),
    })
}

/// The verdict that nothing later changes, where the promise is `needed` to be kept in so many periods: achieved if it
/// was; missed if too few periods are left for that; unknown if the deadline is over and unknown periods leave it open.
/// `None` while the promise is open.
fn final_verdict(question: &Question<'_>, record: &Record, needed: u32) -> Option<Verdict> {
    let is_past = question.is_past_deadline();
    let left = record.to_come.or(is_past.then_some(0));
    let most_kept = left.map(|left| record.kept.saturating_add(record.unknown).saturating_add(left));
    let falls_short = most_kept.is_some_and(|most| most < needed);
    let (decision, deciding_period) = match record.last_broken {
        _ if record.kept >= needed => (Ok(Decision::new(Status::Achieved, Ground::Kept)), record.last_kept),
        Some(period) if falls_short => (
            Ok(Decision::new(Status::Missed, Ground::Broken { period })),
            Some(period),
        ),
        _ if is_past => (Err(why_unknown(question, record)), record.latest_period()),
        _ => return None,
    };
    let verdict = verdict_of_record(question, record, decision, deciding_period);
    Some(verdict.with_if(verdict.status == Status::Achieved && !is_past, Caveat::Early))
}

/// Why a record leaves the answer open, the first of these that applies:
///
/// 1. no period has a known outcome, and all that was published is not dated and left out;
/// 2. no period has a known outcome, and no figure is as long as the periods: the latest that could stand beside a goal
///    is longer, or none could;
/// 3. some periods are unknown.
fn why_unknown(question: &Question<'_>, record: &Record) -> Missing {
    let periods_unknown = Missing::periods_unknown(record.unknown);
    if record.latest_outcome.is_some() {
        return periods_unknown;
    }
    let own = question.figures.timing.own;
    let latest = question.latest().map(|latest| latest.figure.period);
    match (question.no_observation(), latest) {
        (Missing::OnlyUndated, _) => Missing::OnlyUndated,
        (unfit @ (Missing::PartialPeriod { .. } | Missing::OtherPeriods { .. }), None) => unfit,
        (_, Some(period)) if own.is_shorter_than(period) && !question.figures.has_own() => {
            Missing::other_periods(period.length(), own.length())
        }
        _ => periods_unknown,
    }
}

/// The verdict with this decision and deciding period, and with the caveats of the figures that
/// [decided](deciding_periods) and of unknown periods. If nothing could be decided, the status by the latest known
/// period is the last known one.
fn verdict_of_record(
    question: &Question<'_>,
    record: &Record,
    decision: Fact<Decision>,
    deciding_period: Option<Period>,
) -> Verdict {
    let latest = record.latest_outcome.map(|latest| (latest.period, latest.figure));
    let figure_of = |period: Period| match latest {
        Some((of_latest, figure)) if of_latest == period => Some(figure),
        _ => question.figure_of(period),
    };
    let caveats_of = |period: Period| {
        let figure = figure_of(period)?;
        let is_estimate = question.is_past_deadline() && question.figures.is_estimated_before_its_end(figure);
        let of_figure = question.figures.caveats_beside_baseline(figure);
        Some(
            of_figure
                .union(question.timing_at(period).caveats(figure.period))
                .with_if(is_estimate, Caveat::EstimatedBeforeItsEnd),
        )
    };
    let verdict = Verdict::of_decision(decision);
    let of_deciding = deciding_periods(verdict.reason, deciding_period).filter_map(caveats_of);
    Verdict {
        caveats: of_deciding
            .fold(record.caveats, Caveats::union)
            .with_if(record.unknown > 0, Caveat::PeriodsUnknown),
        deciding_period,
        last_status: decision_of_latest(question, record)
            .filter(|_| decision.is_err())
            .map(|last| last.status),
        ..verdict
    }
}
