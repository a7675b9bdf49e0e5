//! The rule of this crate: how much of the way is gone, against how much the path expects by then.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Cuts, Rule, Status, Verdict};
use crate::plan::Goal;
use crate::progress::{Caveat, Caveats, Edge, Fact, Outcome, Path, Question, Reason, Record, Seen, Standing, Value};
use crate::series::{Figure, Reading};
use crate::trajectory::Expected;
use crate::value::{Bound, Direction, Period};

/// A status with what decided it.
type Class = (Status, Reason);

/// Judges a target by its pace, or by its record.
pub(super) fn judge(question: &Question<'_>, rule: &Rule) -> Verdict {
    let target = question.target;
    if let Goal::Unstated(lacks) = target.goal() {
        return Verdict::unknown(Reason::GoalUnstated { lacks });
    }
    if let Some(until) = target.baseline().map(|baseline| baseline.period().last()) {
        if question.as_of.date() < until {
            return Verdict::new(Status::NotDue, Reason::NotBegun { until });
        }
    }
    let verdict = match question.record() {
        Ok(record) => by_record(question, rule, &record),
        Err(_) => by_pace(question, rule),
    };
    Verdict {
        caveats: verdict.caveats.union(caveats_of_baseline(question)),
        ..verdict
    }
}

/// What a reader should know of the figures that were there to choose from.
fn caveats_of_baseline(question: &Question<'_>) -> Caveats {
    let is_stated = question
        .target
        .baseline()
        .is_some_and(|baseline| baseline.value().is_some());
    let of_figure = question
        .baseline_figure
        .filter(|_| !is_stated)
        .map_or(Caveats::NONE, Caveats::of);
    of_figure
        .with_if(question.baseline_is_revised(), Caveat::BaselineRevised)
        .with_if(question.figures.leaves_out_undated(), Caveat::UndatedLeftOut)
}

/// Judges a goal that leads somewhere by its deadline.
fn by_pace(question: &Question<'_>, rule: &Rule) -> Verdict {
    if question.is_past_deadline() {
        let verdict = question.figures.at_deadline().map(|seen| at_deadline(question, seen));
        if let Some(verdict) = verdict.filter(|verdict| !leaves_open(verdict)) {
            return verdict;
        }
    }
    let verdict = before_deadline(question, rule);
    Verdict {
        caveats: verdict
            .caveats
            .with_if(question.is_past_deadline(), Caveat::DeadlineValuePending),
        ..verdict
    }
}

/// Whether a figure that is only a bound left more than one answer.
const fn leaves_open(verdict: &Verdict) -> bool {
    matches!(verdict.reason, Reason::BoundLeavesOpen { .. })
}

/// The figure of the deadline's own period decides, and nothing later does. A bound that leaves both answers is no figure yet.
fn at_deadline(question: &Question<'_>, seen: Seen<'_>) -> Verdict {
    let standing = Standing::new(question, seen);
    let is_met = |edge| question.promise.is_met(edge);
    let class = agreed(&standing, |edge| {
        standing.comparable_with_goal()?;
        match is_met(edge)? {
            Some(true) => Ok((Status::Achieved, Reason::BoundMet)),
            Some(false) => Ok((Status::Missed, Reason::BoundNotMet)),
            None => Err(Reason::ToleranceNotStated),
        }
    });
    decided(&standing, class, |status, edge| {
        Ok((is_met(edge)? == Some(true)) == (status == Status::Achieved))
    })
}

/// The latest figure decides; if it is only a bound that leaves more than one answer, the latest one with a value does.
fn before_deadline(question: &Question<'_>, rule: &Rule) -> Verdict {
    let Some(latest) = question.figures.latest() else {
        return nothing_seen(question);
    };
    let verdict = of_figure(question, rule, latest, latest.figure.period);
    if !leaves_open(&verdict) {
        return verdict;
    }
    let Some(exact) = question.figures.latest_exact() else {
        return verdict;
    };
    let has_gap = verdict.caveats.contains(Caveat::SumHasGap);
    let verdict = of_figure(question, rule, exact, latest.figure.period);
    let caveats = verdict.caveats.with(Caveat::NewerFigureIsOnlyABound);
    Verdict {
        caveats: caveats.with_if(has_gap, Caveat::SumHasGap),
        ..verdict
    }
}

/// Nothing was seen after the baseline: nothing can have been in the first reporting period.
fn nothing_seen(question: &Question<'_>) -> Verdict {
    let first_period = question.target.baseline().and_then(|baseline| {
        let first_day = baseline.period().last().succ_opt()?;
        let by_deadline = question.target.deadline().last();
        let period = Period::containing(first_day, question.target.reported()).ok()?;
        Some(period.last().min(by_deadline))
    });
    if first_period.is_some_and(|last| question.as_of.date() <= last) {
        return Verdict::new(Status::NotDue, Reason::NothingDueYet);
    }
    Verdict::unknown(question.no_observation())
}

/// Judges by a figure, where this period is the latest one that has any.
fn of_figure(question: &Question<'_>, rule: &Rule, seen: Seen<'_>, latest: Period) -> Verdict {
    let figure = seen.figure;
    let standing = Standing::new(question, seen);
    let due = question.path().and_then(|path| path.due(figure.period));
    let classify = |edge| class_of(&standing, rule.cuts(), &due, edge);
    let verdict = decided(&standing, agreed(&standing, classify), |status, edge| {
        Ok(classify(edge)?.0 == status)
    });
    let caveats = verdict
        .caveats
        .with_if(verdict.reason == Reason::BoundMet, Caveat::Early)
        .with_if(was_lost(question, figure, verdict.status), Caveat::Lost)
        .with_if(
            question.figures.partial_after(Some(latest.last())).is_some(),
            Caveat::NewerFigureIsPartial,
        )
        .union(question.figures.caveats_of_chain(latest));
    let verdict = Verdict { caveats, ..verdict };
    // A sum that only grows stays reached, or exceeded, whatever came since.
    let is_final = matches!(verdict.status, Status::Achieved | Status::Missed) && question.figures.sum_only_grows();
    if is_final {
        verdict
    } else {
        verdict.if_fresh(question, rule, figure)
    }
}

/// The one class in which all lies that a figure can mean.
fn agreed<'s>(standing: &Standing<'s>, classify: impl Fn(Edge<Value<'s>>) -> Fact<Class>) -> Fact<Class> {
    if let Some(value) = standing.seen.value() {
        return classify(Edge::At(value));
    }
    let ends = standing.seen.ends();
    let [low, high] = ends;
    let (low, high) = (classify(low)?, classify(high)?);
    // Classes follow each other along the way, except on the two sides of a band.
    if low.0 == high.0 && !standing.question.promise.are_around_band(ends)? {
        Ok(low)
    } else {
        Err(Reason::BoundLeavesOpen {
            period: standing.seen.figure.period,
        })
    }
}

/// The verdict of a class, with the caveats that the figure brings. `is_same` tells whether another value has the same status.
fn decided<'s>(
    standing: &Standing<'s>,
    class: Fact<Class>,
    is_same: impl Fn(Status, Edge<Value<'s>>) -> Fact<bool>,
) -> Verdict {
    let verdict = match class {
        Ok((status, reason)) => Verdict::new(status, reason),
        Err(reason) => Verdict::unknown(reason),
    };
    let is_open = matches!(standing.seen.figure.reading, Reading::Interval(_));
    let is_too_close = |(status, _)| is_too_close(standing, |edge| is_same(status, edge));
    let caveats = Caveats::of(standing.seen.figure)
        .with_if(standing.break_before.is_some(), Caveat::SeriesBreak)
        .with_if(is_open && standing.question.figures.sum_has_gap(), Caveat::SumHasGap)
        .with_if(class.is_ok_and(is_too_close), Caveat::TooCloseToCall);
    Verdict {
        caveats,
        decided_by: Some(standing.seen.figure.period),
        ..verdict
    }
}

/// The class of a value at a figure's period, where so much is due.
fn class_of(standing: &Standing<'_>, cuts: Cuts, due: &Fact<Expected>, edge: Edge<Value<'_>>) -> Fact<Class> {
    let question = standing.question;
    let is_met = question.promise.is_met(edge)?;
    if question.target.goal().is_budget() {
        return class_of_budget(due, edge, is_met);
    }
    if is_met == Some(true) {
        standing.comparable_with_goal()?;
        let reason = if question.baseline_meets() {
            Reason::MetBeforeBaseline
        } else {
            Reason::BoundMet
        };
        return Ok((Status::Achieved, reason));
    }
    standing.comparable_with_baseline()?;
    match question.path() {
        Ok(path) => class_on_way(question, cuts, path, due, edge),
        Err(Reason::MetBeforeBaseline) => Ok((Status::Worsening, Reason::MetBeforeBaseline)),
        Err(Reason::NoWay) => class_without_way(question, edge),
        Err(reason) => Err(reason),
    }
}

/// More than the baseline was promised, and not how much more: what is less than the baseline goes the wrong way.
fn class_without_way(question: &Question<'_>, edge: Edge<Value<'_>>) -> Fact<Class> {
    let start = question.promise.baseline?;
    let side = edge.side(|value| Ok(value.side_of(start)))?;
    let is_worse = match question.promise.requirement()?.bound().direction_from(start) {
        Some(Direction::Rising) => side.is_lt(),
        Some(Direction::Falling) => side.is_gt(),
        None => false,
    };
    if is_worse {
        Ok((Status::Worsening, Reason::NoWay))
    } else {
        Err(Reason::NoWay)
    }
}

/// The class of a value that does not meet the bound, by how far along the way it lies.
fn class_on_way(
    question: &Question<'_>,
    cuts: Cuts,
    path: &Path<'_>,
    due: &Fact<Expected>,
    edge: Edge<Value<'_>>,
) -> Fact<Class> {
    if matches!(question.promise.requirement()?.bound(), Bound::Within(_)) {
        let side_of_goal = path.towards_goal(edge.side(|value| question.promise.side_of_goal(value))?);
        if side_of_goal == Ordering::Greater {
            return Ok((Status::OffTrack, Reason::Overshot));
        }
    }
    let due = due.as_ref().map_err(|reason| *reason)?;
    let gone = edge.map(|value| value.gone(due));
    let side = |cut| Ok::<_, Reason>(path.towards_goal(gone.as_ref().side(|gone| Ok(due.side(cut, gone)))?));
    if due.is_nothing() {
        let status = if side(Decimal::ZERO)?.is_lt() {
            Status::Worsening
        } else {
            Status::OnTrack
        };
        return Ok((status, Reason::NothingDueYet));
    }
    let status = cuts.class_by(|cut| Ok(side(cut)?.is_ge()))?;
    Ok((status, Reason::Pace))
}

/// A budget is on track while no more of it is spent than the time allows, and missed as soon as it is exceeded.
fn class_of_budget(due: &Fact<Expected>, edge: Edge<Value<'_>>, is_met: Option<bool>) -> Fact<Class> {
    match is_met {
        Some(true) => {}
        Some(false) => return Ok((Status::Missed, Reason::BudgetExceeded)),
        None => return Err(Reason::ToleranceNotStated),
    }
    let due = due.as_ref().map_err(|reason| *reason)?;
    let side = edge.side(|value| Ok(due.side(Decimal::ONE, &value.gone(due))))?;
    Ok(if side.is_le() {
        (Status::OnTrack, Reason::BudgetWithinTime)
    } else {
        (Status::OffTrack, Reason::BudgetAheadOfTime)
    })
}

/// Whether the bound was met at an earlier figure, and is not any more.
fn was_lost(question: &Question<'_>, figure: Figure, status: Status) -> bool {
    let is_open = status.is_judged() && !matches!(status, Status::Achieved | Status::Missed);
    if !is_open || question.promise.is_sum() {
        return false;
    }
    let is_met = |edge| question.promise.is_met(edge) == Ok(Some(true));
    question
        .figures
        .any_before(figure.period, |earlier| match earlier.value() {
            Some(value) => is_met(Edge::At(value)),
            None => earlier.ends().into_iter().all(is_met),
        })
}

/// Whether half a unit of the figure's last digit would change the answer: `is_same` tells whether it is the same of another value.
fn is_too_close<'s>(standing: &Standing<'s>, is_same: impl Fn(Edge<Value<'s>>) -> Fact<bool>) -> bool {
    if standing.question.target.quantity().unit().is_whole() {
        return false;
    }
    let differs = |side| {
        let moved = standing.seen.moved(side);
        moved.is_some_and(|value| is_same(Edge::At(value)) != Ok(true))
    };
    differs(Ordering::Less) || differs(Ordering::Greater)
}

/// Judges a goal that is looked at period by period.
fn by_record(question: &Question<'_>, rule: &Rule, record: &Record) -> Verdict {
    if record.due == 0 {
        return Verdict::new(Status::NotDue, Reason::NoPeriodOver);
    }
    if question.is_past_deadline() {
        return after_the_last_period(record);
    }
    let (Some((period, outcome)), Some(figure)) = (record.latest, record.figure) else {
        let reason = match question.no_observation() {
            Reason::OnlyUndated => Reason::OnlyUndated,
            _ => Reason::PeriodsUnknown { count: record.unknown },
        };
        return Verdict::unknown(reason);
    };
    let (status, reason) = match (outcome, record.last_broken) {
        (Outcome::Reversed, _) => (Status::Worsening, Reason::Reversed { period }),
        (Outcome::Broken, _) => (Status::OffTrack, Reason::Broken { period }),
        (Outcome::Kept, Some(period)) => (Status::Lagging, Reason::BrokenBefore { period }),
        (Outcome::Kept, None) => (Status::OnTrack, Reason::Kept),
    };
    let verdict = Verdict {
        caveats: Caveats::of(figure).with_if(record.unknown > 0, Caveat::PeriodsUnknown),
        decided_by: Some(period),
        ..Verdict::new(status, reason)
    };
    verdict.if_fresh(question, rule, figure)
}

/// All periods are over: one that was broken decides, and then one that nobody knows.
fn after_the_last_period(record: &Record) -> Verdict {
    let (status, reason) = match (record.last_broken, record.unknown) {
        (Some(period), _) => (Status::Missed, Reason::Broken { period }),
        (None, 0) => (Status::Achieved, Reason::Kept),
        (None, count) => (Status::Unknown, Reason::PeriodsUnknown { count }),
    };
    Verdict {
        caveats: record
            .figure
            .map_or(Caveats::NONE, Caveats::of)
            .with_if(record.unknown > 0, Caveat::PeriodsUnknown),
        decided_by: record.last_broken.or(record.latest.map(|(period, _)| period)),
        ..Verdict::new(status, reason)
    }
}
