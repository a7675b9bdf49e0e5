//! The rule of this crate: how much of the way is gone, against how much the path expects by then.

mod place;
mod record;
mod standing;

use self::record::by_record;
use self::standing::Standing;
use super::{Cuts, Rule, Status, Verdict};
use crate::evidence::Reason;
use crate::plan::Goal;
use crate::progress::{Caveat, Caveats, Comparable, Ground, Missing, Projection, Question};
use crate::series::Figure;

/// What is found of a target before the cuts and the greatest age of a rule are known: once for all rules.
pub(super) struct Finding<'q> {
    question: &'q Question<'q>,
    found: Found<'q>,
    caveats: Caveats,
}

enum Found<'q> {
    /// A verdict, whatever the cuts; unless this figure is too old.
    Verdict(Verdict, Option<Figure>),
    /// Where the latest figure stands.
    Latest(Standing<'q>),
    /// After the deadline nobody can say; what the latest figure says is the last status.
    Undecided(Verdict, Option<Standing<'q>>),
}

impl<'q> Finding<'q> {
    /// What decides: that nothing can be asked yet, the record, the deadline, or the latest figure.
    pub(super) fn of(question: &'q Question<'q>) -> Self {
        let found = |found, caveats| Self {
            question,
            found,
            caveats,
        };
        let settled = |verdict, caveats| found(Found::Verdict(verdict, None), caveats);
        if let Some(verdict) = not_asked(question) {
            return settled(verdict, Caveats::NONE);
        }
        let caveats = caveats_of_baseline(question);
        if let Ok(record) = question.record {
            let (verdict, figure) = by_record(question, &record);
            return found(Found::Verdict(verdict, figure), caveats);
        }
        let after_deadline = |verdict: Verdict| {
            if verdict.status != Status::Unknown {
                return settled(verdict, caveats);
            }
            let latest = question.latest().map(|latest| Standing::on_path(question, latest));
            found(Found::Undecided(verdict, latest), caveats)
        };
        let is_past = question.is_past_deadline();
        let own = if is_past { question.at_deadline() } else { None };
        let own = own.map(|own| at_deadline(question, own));
        let so_far = || by_parts(question, &question.so_far()?);
        let final_verdict = own.filter(|own| !leaves_open(own)).or_else(so_far);
        if let Some(verdict) = final_verdict.filter(|verdict| !leaves_open(verdict)) {
            return after_deadline(verdict);
        }
        let is_overdue = is_past && question.is_overdue();
        if is_overdue && !is_reached_for_good(question) {
            // A bound that leaves its own period open says more than that there is none.
            let around = without_figure_at_deadline(question);
            let open = own.filter(|_| around.status == Status::Unknown);
            return after_deadline(open.unwrap_or(around));
        }
        let caveats = caveats.with_if(is_past && !is_overdue, Caveat::DeadlineValuePending);
        let Some(latest) = question.latest() else {
            return settled(Verdict::of_nothing_seen(question), caveats);
        };
        let last = latest.figure.period;
        let has_newer_part = question.figures.has_newer_part(last);
        Self {
            question,
            found: Found::Latest(Standing::on_path(question, latest)),
            caveats: caveats
                .with_if(has_newer_part, Caveat::NewerFigureIsPartial)
                .with_if(question.figures.sum_has_gap(), Caveat::SumHasGap)
                .with_if(Projection::stops_at_the_edge(question), Caveat::StoppedAtTheEdge)
                .union(question.figures.caveats_of_chain(last)),
        }
    }

    /// The verdict of a rule: by the latest figure, and behind one that is only a bound by the latest one with a value.
    pub(super) fn verdict(&self, rule: &Rule, cuts: Cuts) -> Verdict {
        let question = self.question;
        let verdict = match &self.found {
            Found::Verdict(verdict, None) => *verdict,
            Found::Verdict(verdict, Some(figure)) => verdict.if_fresh(question, rule, *figure),
            Found::Latest(latest) => self.by_latest(latest, rule, cuts),
            Found::Undecided(verdict, latest) => {
                let latest = latest.as_ref().map(|latest| self.by_latest(latest, rule, cuts));
                Verdict {
                    last_status: latest.and_then(Verdict::last_known),
                    ..*verdict
                }
            }
        };
        verdict.with(self.caveats)
    }

    /// By the latest figure, and behind one that leaves more than one answer by the latest one with a value.
    fn by_latest(&self, latest: &Standing<'_>, rule: &Rule, cuts: Cuts) -> Verdict {
        let verdict = latest.verdict_before_deadline(rule, cuts);
        let Some(exact) = self.question.latest_exact().filter(|_| latest.leaves_open(cuts)) else {
            return verdict;
        };
        let by_exact = Standing::on_path(self.question, exact).verdict_before_deadline(rule, cuts);
        if let Reason::Missing(Missing::Stale { .. }) = verdict.reason {
            return Verdict {
                last_status: by_exact.last_known(),
                ..verdict
            };
        }
        by_exact.with(
            Caveats::of_newer(latest.comparable.figure)
                .with_if(verdict.caveats.contains(Caveat::SumHasGap), Caveat::SumHasGap),
        )
    }
}

/// What is said where nothing is asked yet, or nothing can be.
fn not_asked(question: &Question<'_>) -> Option<Verdict> {
    if let Goal::Unstated(lacks) = question.target.goal() {
        return Some(Verdict::unknown(Missing::GoalUnstated { lacks }));
    }
    Some(Verdict::new(Status::NotDue, question.not_begun()?))
}

/// What a reader should know of the figures that were there to choose from.
fn caveats_of_baseline(question: &Question<'_>) -> Caveats {
    let baseline = question.target.baseline();
    let is_stated = baseline.is_some_and(|baseline| baseline.value().is_some());
    let of_figure = question.baseline_figure.filter(|_| !is_stated);
    of_figure
        .map_or(Caveats::NONE, |figure| question.figures.caveats_of(figure))
        .with_if(question.baseline_is_revised(), Caveat::BaselineRevised)
        .with_if(
            question.baseline_is_of_another_length(),
            Caveat::BaselineOfAnotherLength,
        )
        .with_if(
            question.milestones_are_before_revision(),
            Caveat::MilestonesBeforeRevision,
        )
        .with_if(question.figures.leaves_out_undated(), Caveat::UndatedLeftOut)
}

/// The figure of the deadline's own period decides, and nothing later does. A bound that leaves both answers is no
/// figure yet.
fn at_deadline(question: &Question<'_>, comparable: &Comparable<'_>) -> Verdict {
    // No cut is asked there.
    let verdict = Standing::new(question, comparable, place::at_deadline).verdict(Cuts::default());
    let is_early = verdict.status == Status::Achieved && !question.is_past_deadline();
    let is_estimate = comparable.figure.is_estimated_before_its_end();
    verdict.with(
        Caveats::NONE
            .with_if(is_early, Caveat::Early)
            .with_if(is_estimate, Caveat::EstimatedBeforeItsEnd),
    )
}

/// Whether a sum that only grows is where nothing later can bring it back from.
fn is_reached_for_good(question: &Question<'_>) -> bool {
    let is_final = |latest| {
        Standing::on_path(question, latest)
            .verdict(Cuts::default())
            .status
            .is_final()
    };
    question.figures.sum_only_grows() && question.latest().is_some_and(is_final)
}

/// No figure of the deadline's own period is waited for any more. What is of a moment is decided by the last one inside
/// of that period; everything else by the figures before and after, where they agree.
fn without_figure_at_deadline(question: &Question<'_>) -> Verdict {
    let (before, after) = (question.before_deadline(), question.after_deadline());
    if let Some(last) = before.filter(|before| question.stands_within_deadline(before)) {
        let verdict = at_deadline(question, last);
        if !leaves_open(&verdict) {
            return verdict.with(Caveats::NONE.with(Caveat::BeforeTheDeadline));
        }
    }
    let after = after.as_ref();
    let period = |one: Option<&Comparable<'_>>| one.map(|one| one.figure.period);
    let undecided = Verdict::unknown(match (before, after) {
        (None, None) => question.no_observation(),
        _ => Missing::no_figure_at_deadline(period(before), period(after)),
    });
    let (Some(before), Some(after)) = (before, after) else {
        return undecided;
    };
    let [earlier, later] = [before, after].map(|one| at_deadline(question, one));
    let agree = earlier.status == later.status && earlier.status.is_final();
    if !agree || !question.are_neighbours(before, after) {
        return undecided;
    }
    Verdict {
        reason: Ground::deadline_between_figures(before.figure.period, after.figure.period).into(),
        ..earlier.with(later.caveats)
    }
}

/// The parts of the deadline's period may decide before it is over: a limit that they break is exceeded, and one that
/// they keep is not met yet.
fn by_parts(question: &Question<'_>, sum: &Comparable<'_>) -> Option<Verdict> {
    let verdict = at_deadline(question, sum);
    if !question.promise.is_limit() || question.is_past_deadline() {
        return Some(verdict);
    }
    (verdict.status == Status::Missed).then_some(Verdict {
        reason: Ground::LimitExceeded.into(),
        ..verdict
    })
}

/// Whether a figure that is only a bound left more than one answer.
const fn leaves_open(verdict: &Verdict) -> bool {
    matches!(verdict.reason, Reason::Missing(Missing::BoundLeavesOpen { .. }))
}
