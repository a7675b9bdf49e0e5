//! The rule of this crate: how much of the way is covered, against how much the path expects by then.
//!
//! From 60 % in 2020 to at least 80 % in 2025 on a straight line, with 69 % in 2023: 9 of 20 points are covered, 0.45
//! of the way, where three of five years expect 0.6. The pace is 0.45 ÷ 0.6 = 0.75, which is lagging. No quotient
//! decides: that the pace is at least a cut is asked as whether the share covered reaches the cut times the share
//! expected, so that 72 % (0.6 ÷ 0.6) is a pace of exactly 1.

mod place;
mod placed;
mod record;

use self::place::Placing;
use self::placed::PlacedFigure;
use self::record::{VerdictWithoutCuts, by_record};
use super::{Cuts, Rule, Status, Verdict};
use crate::evidence::Reason;
use crate::plan::Goal;
use crate::progress::{Caveat, Caveats, Comparable, Ground, MilestoneOutcome, Missing, Projection, Question};

/// What decides a question by pace, before the cuts and the greatest age of a rule are known: it is found once for all
/// rules.
pub(super) struct Finding<'q> {
    question: &'q Question<'q>,
    /// The verdict once the deadline is over and it is unknown how the promise ended; what is found then gives the last
    /// known status.
    undecided: Option<Verdict>,
    found: Found<'q>,
    /// The caveats that a verdict gets whatever the cuts are.
    caveats: Caveats,
}

#[expect(clippy::large_enum_variant, reason = "a verdict puts nothing on the heap")]
enum Found<'q> {
    /// The verdict is the same by all cuts.
    WithoutCuts(VerdictWithoutCuts),
    /// The latest figure decides: the cuts of a rule put it into a class.
    Latest { placed: PlacedFigure<'q> },
}

impl From<Verdict> for Found<'_> {
    /// A verdict that is the same by all cuts, whatever the age of a figure.
    fn from(verdict: Verdict) -> Self {
        Self::WithoutCuts(verdict.into())
    }
}

impl<'q> Finding<'q> {
    /// Finds what decides, the first of these that applies:
    ///
    /// 1. the goal is not stated, or the promise has not begun;
    /// 2. the record, of a goal that is kept period by period;
    /// 3. the figures at the deadline, if no later figure can change what they say;
    /// 4. parts of a later period that prove a limit exceeded, or a bound met;
    /// 5. the latest figure, or that there is none.
    pub(super) fn what_decides(question: &'q Question<'q>) -> Self {
        let common_caveats = || {
            let milestones_are_before = question.milestones_are_before_revision();
            question
                .caveats_of_baseline()
                .with_if(milestones_are_before, Caveat::MilestonesBeforeRevision)
                .with_if(MilestoneOutcome::any_broken(question), Caveat::MilestoneMissed)
                .with_if(question.figures.leaves_out_undated(), Caveat::UndatedLeftOut)
        };
        let mut undecided = None;
        let (found, caveats) = if let Some(verdict) = not_asked(question) {
            (verdict.into(), Caveats::NONE)
        } else if let Ok(record) = question.record() {
            (Found::WithoutCuts(by_record(question, &record)), common_caveats())
        } else if let Some(verdict) = settled_at_deadline(question) {
            let is_known = verdict.status != Status::Unknown;
            undecided = (!is_known).then_some(verdict);
            let found = if is_known {
                verdict.into()
            } else {
                Found::before_deadline(question)
            };
            (found, common_caveats())
        } else {
            let found = Found::before_deadline(question);
            let of_latest = match found {
                Found::WithoutCuts(_) => Caveats::NONE,
                Found::Latest { .. } => caveats_of_latest(question),
            };
            let pending = Caveats::NONE.with_if(is_pending(question), Caveat::DeadlineValuePending);
            (found, common_caveats().union(pending).union(of_latest))
        };
        Self {
            question,
            undecided,
            found,
            caveats,
        }
    }

    /// The verdict of a rule with these cuts. If it is unknown how the promise ended, the status by the latest figure
    /// is given as the last known one.
    pub(super) fn verdict(&self, rule: &Rule, cuts: Cuts) -> Verdict {
        let by_found = match &self.found {
            Found::WithoutCuts(found) => found.verdict_of_rule(self.question, rule),
            Found::Latest { placed } => self.verdict_by_latest(placed, rule, cuts),
        };
        let verdict = match self.undecided {
            Some(undecided) => Verdict {
                last_status: by_found.last_known(),
                ..undecided
            },
            None => by_found,
        };
        verdict.with(self.caveats)
    }

    /// The verdict by the latest figure. If that is only a bound, and the amounts that it can mean lie in several
    /// classes, the verdict by the latest figure with a value, if there is one, with the caveat of the newer bound. If
    /// both are too old for the rule, the bound tells how old, and the figure with a value gives the last known status.
    fn verdict_by_latest(&self, latest: &PlacedFigure<'_>, rule: &Rule, cuts: Cuts) -> Verdict {
        let verdict = latest.verdict_before_deadline(rule, cuts);
        let Some(exact) = self.question.latest_exact().filter(|_| latest.leaves_open(cuts)) else {
            return verdict;
        };
        let by_exact = PlacedFigure::on_path(self.question, exact).verdict_before_deadline(rule, cuts);
        // A figure of an earlier period is the less old of the two where it was published later.
        if is_stale(&verdict) && is_stale(&by_exact) {
            return Verdict {
                last_status: by_exact.last_known(),
                ..verdict
            };
        }
        by_exact
            .with(Caveats::of_newer(latest.comparable.figure))
            .with_if(verdict.caveats.contains(Caveat::SumHasGap), Caveat::SumHasGap)
    }
}

impl<'q> Found<'q> {
    /// What decides while no figure at the deadline does, the first of these that is known; else the verdict that
    /// nothing was observed:
    ///
    /// 1. the parts of a period that is not over, or of which others are missing, if they prove the limit exceeded or
    ///    the bound met;
    /// 2. the latest figure, placed before the deadline.
    fn before_deadline(question: &'q Question<'q>) -> Self {
        if let Some(proven) = proven_by_parts(question) {
            return Self::WithoutCuts(proven);
        }
        match question.latest() {
            None => Verdict::without_figure(question).into(),
            Some(latest) => Self::Latest {
                placed: PlacedFigure::on_path(question, latest),
            },
        }
    }
}

/// The verdict where the goal is not stated, or the promise has not begun yet; else `None`.
fn not_asked(question: &Question<'_>) -> Option<Verdict> {
    if let Goal::Unstated(lacks) = question.target.goal() {
        return Some(Verdict::unknown(Missing::GoalUnstated { lacks }));
    }
    Some(Verdict::new(Status::NotDue, question.not_begun()?))
}

/// Whether the deadline is past, and its figure still to come, unless nothing later brings back a sum that only grows.
fn is_pending(question: &Question<'_>) -> bool {
    let is_awaited = question.is_past_deadline() && !question.figures.is_overdue();
    is_awaited && !is_settled_by_sum(question)
}

/// The caveats that a verdict by the latest figure gets while the deadline does not decide:
///
/// - a newer figure is known, but only of a part of the goal's period;
/// - the sum has a gap;
/// - the projection ends at the edge of what is possible;
/// - those of the chain of which the latest figure is a part.
fn caveats_of_latest(question: &Question<'_>) -> Caveats {
    let Some(latest) = question.latest() else {
        return Caveats::NONE;
    };
    let (figures, last) = (question.figures, latest.figure.period);
    Caveats::NONE
        .with_if(figures.has_newer_part(last), Caveat::NewerFigureIsPartial)
        .with_if(figures.sum_has_gap(), Caveat::SumHasGap)
        .with_if(Projection::stops_at_the_edge(question), Caveat::StoppedAtTheEdge)
        .union(figures.caveats_of_chain(last))
}

/// The verdict that a limit is exceeded, or the bound of another goal met, by the known parts of a period later than
/// the latest figure: their sum only grows, so that whatever is missing does not bring it back. `None` where parts
/// prove nothing, and where they leave open whether less of the limit is exceeded than before.
fn proven_by_parts(question: &Question<'_>) -> Option<VerdictWithoutCuts> {
    question.least_sums_since_latest().find_map(|sum| {
        // Beyond the bound no cut is asked, so that any will do.
        let verdict = PlacedFigure::on_path(question, &sum).verdict(Cuts::default());
        let is_met = verdict.reason == Ground::BoundMet;
        let is_proven = is_met || verdict.reason == Ground::LimitExceeded;
        is_proven.then(|| VerdictWithoutCuts::resting_on(sum.figure, verdict.with_if(is_met, Caveat::Early)))
    })
}

/// The verdict at the deadline that nothing later changes, by the first of these that settles it:
///
/// 1. the figure of the deadline's own period;
/// 2. the known parts of that period, whose sum only grows: a goal may be reached, or a limit broken, before it is
///    over;
/// 3. once the deadline's own figure is overdue: that it leaves the answer open or, without such a figure, those around
///    the deadline.
///
/// `None` while the promise is open, and where the latest figure decides for good: a sum that only grows has come to
/// its bound.
fn settled_at_deadline(question: &Question<'_>) -> Option<Verdict> {
    let is_past = question.is_past_deadline();
    let own = if is_past { question.at_deadline() } else { None };
    let own = own.map(|own| at_deadline(question, own));
    let so_far = || by_known_parts(question, &question.least_sum()?);
    let settled = own.filter(|own| !leaves_open(own)).or_else(so_far);
    let settled = settled.filter(|verdict| !leaves_open(verdict));
    let is_overdue = is_past && question.figures.is_overdue();
    if settled.is_some() || !is_overdue || is_reached_for_good(question) {
        return settled;
    }
    // Where the figure of the deadline leaves it open, no other figure stands in its place.
    Some(own.unwrap_or_else(|| without_figure_at_deadline(question)))
}

/// The verdict of a figure as if it stood at the deadline: achieved, missed, or unknown if it is only a bound that
/// leaves both possible. Before the deadline an achieved one has the caveat that it is early.
fn at_deadline<'q>(question: &'q Question<'q>, comparable: &'q Comparable<'q>) -> Verdict {
    // At the deadline no cut is asked, so that any will do.
    let verdict = PlacedFigure::new(question, comparable, Placing::at_deadline).verdict(Cuts::default());
    let is_early = verdict.status == Status::Achieved && !question.is_past_deadline();
    let is_estimate = question.figures.is_estimated_before_its_end(comparable.figure);
    verdict
        .with_if(is_early, Caveat::Early)
        .with_if(is_estimate, Caveat::EstimatedBeforeItsEnd)
}

/// Whether the goal is a sum that only grows and the latest figure has reached or exceeded the bound, so that nothing
/// later can bring it back.
fn is_reached_for_good(question: &Question<'_>) -> bool {
    let is_final = |latest| {
        PlacedFigure::on_path(question, latest)
            .verdict(Cuts::default())
            .status
            .is_final()
    };
    question.figures.sum_only_grows() && question.latest().is_some_and(is_final)
}

/// Whether a sum that only grows has come to its bound by a figure that is no estimate, or is beyond its limit, which
/// no estimate proves: the deadline's own figure changes nothing of that.
fn is_settled_by_sum(question: &Question<'_>) -> bool {
    let is_proven = |latest: &Comparable<'_>| question.promise.is_limit() || latest.figure.is_measured();
    question.latest().is_some_and(is_proven) && is_reached_for_good(question)
}

/// The verdict where the deadline's own figure is overdue, by the first of these that decides; else unknown:
///
/// 1. of figures at a moment: the last one inside of the deadline's period;
/// 2. the last figure before the deadline and the first after it, be they values or bounds, if both give the same final
///    answer and are near enough to each other ([`Question::enclose_deadline`]).
fn without_figure_at_deadline(question: &Question<'_>) -> Verdict {
    if let Some(verdict) = by_last_within_deadline(question) {
        return verdict;
    }
    let (of_own_length, after) = (question.latest_before_longer(), question.after_deadline());
    let before = of_own_length.as_ref().or_else(|| question.latest());
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
    if !agree || !question.enclose_deadline(before, after) {
        return undecided;
    }
    Verdict {
        reason: Ground::deadline_between_figures(before.figure.period, after.figure.period).into(),
        ..earlier.with(later.caveats)
    }
}

/// The verdict by the last figure inside of the deadline's period, with a caveat. If that is only a bound that leaves
/// the answer open, by the last one there with a value, with the caveat of the newer bound. `None` where neither
/// decides, and where figures are no values of a moment.
fn by_last_within_deadline(question: &Question<'_>) -> Option<Verdict> {
    let last = question.latest().filter(|last| question.stands_within_deadline(last))?;
    let by_last = at_deadline(question, last);
    let verdict = if leaves_open(&by_last) {
        let exact = question
            .latest_exact()
            .filter(|exact| question.stands_within_deadline(exact))?;
        at_deadline(question, exact).with(Caveats::of_newer(last.figure))
    } else {
        by_last
    };
    Some(verdict.with_if(true, Caveat::BeforeTheDeadline))
}

/// The verdict by the sum of the known parts of the deadline's period. Of a limit before the deadline is over, `None`
/// unless the sum exceeds the limit already: it may still do so later.
fn by_known_parts(question: &Question<'_>, sum: &Comparable<'_>) -> Option<Verdict> {
    let verdict = at_deadline(question, sum);
    if !question.promise.is_limit() || question.is_past_deadline() {
        return Some(verdict);
    }
    (verdict.status == Status::Missed).then_some(Verdict {
        reason: Ground::LimitExceeded.into(),
        ..verdict
    })
}

/// Whether a verdict is unknown because its figure is too old.
const fn is_stale(verdict: &Verdict) -> bool {
    matches!(verdict.reason, Reason::Missing(Missing::Stale { .. }))
}

/// Whether a verdict is unknown because its figure is only a bound that leaves more than one answer.
const fn leaves_open(verdict: &Verdict) -> bool {
    matches!(verdict.reason, Reason::Missing(Missing::BoundLeavesOpen { .. }))
}
