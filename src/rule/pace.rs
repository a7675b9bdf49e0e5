//! The rule of this crate: how much of the way is gone, against how much the path expects by then.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Cuts, Rule, Status, Verdict};
use crate::evidence::due::Due;
use crate::evidence::probe::Probe;
use crate::evidence::seen::{Seen, Value};
use crate::evidence::stakes::Stakes;
use crate::evidence::standing::Standing;
use crate::evidence::way::Way;
use crate::evidence::{Caveat, Caveats, Fact, Outcome, Reason, Record, caveats_of, no_observation, record};
use crate::plan::Goal;
use crate::series::{Figure, Reading};
use crate::value::{Bound, Direction, Period};

/// A status with what decided it.
type Class = (Status, Reason);

/// Judges a target by its pace, or by its record.
pub(super) fn judge(stakes: &Stakes<'_>, rule: &Rule) -> Verdict {
    let target = stakes.target;
    if let Goal::Unstated(lacks) = target.goal() {
        return Verdict::unknown(Reason::GoalUnstated { lacks });
    }
    if let Some(until) = target.baseline().map(|baseline| baseline.period().last()) {
        if stakes.as_of.date() < until {
            return Verdict::new(Status::NotDue, Reason::NotBegun { until });
        }
    }
    let verdict = match record(target, stakes.sight, stakes.as_of) {
        Ok(record) => by_record(stakes, rule, &record),
        Err(_) => by_pace(stakes, rule),
    };
    Verdict {
        caveats: verdict.caveats.union(caveats_of_baseline(stakes)),
        ..verdict
    }
}

/// What a reader should know of the figures that were there to choose from.
fn caveats_of_baseline(stakes: &Stakes<'_>) -> Caveats {
    let is_stated = stakes
        .target
        .baseline()
        .is_some_and(|baseline| baseline.value().is_some());
    let of_figure = stakes
        .baseline_figure
        .filter(|_| !is_stated)
        .map_or(Caveats::NONE, caveats_of);
    of_figure
        .with_if(stakes.baseline_is_revised(), Caveat::BaselineRevised)
        .with_if(stakes.sight.leaves_out_undated(), Caveat::UndatedLeftOut)
}

/// Judges a goal that leads somewhere by its deadline.
fn by_pace(stakes: &Stakes<'_>, rule: &Rule) -> Verdict {
    if stakes.is_past_deadline() {
        let verdict = stakes.sight.at_deadline().map(|seen| at_deadline(stakes, seen));
        if let Some(verdict) = verdict.filter(|verdict| !leaves_open(verdict)) {
            return verdict;
        }
    }
    let verdict = before_deadline(stakes, rule);
    Verdict {
        caveats: verdict
            .caveats
            .with_if(stakes.is_past_deadline(), Caveat::DeadlineValuePending),
        ..verdict
    }
}

/// Whether a figure that is only a bound left more than one answer.
const fn leaves_open(verdict: &Verdict) -> bool {
    matches!(verdict.reason, Reason::BoundLeavesOpen { .. })
}

/// The figure of the deadline's own period decides, and nothing later does. A bound that leaves both answers is no figure yet.
fn at_deadline(stakes: &Stakes<'_>, seen: Seen<'_>) -> Verdict {
    let standing = Standing::new(stakes, seen);
    let is_met = |probe| stakes.terms.is_met(probe);
    let class = agreed(&standing, |probe| {
        standing.comparable_with_goal()?;
        match is_met(probe)? {
            Some(true) => Ok((Status::Achieved, Reason::BoundMet)),
            Some(false) => Ok((Status::Missed, Reason::BoundNotMet)),
            None => Err(Reason::ToleranceNotStated),
        }
    });
    decided(&standing, class, |status, probe| {
        Ok((is_met(probe)? == Some(true)) == (status == Status::Achieved))
    })
}

/// The latest figure decides; if it is only a bound that leaves more than one answer, the latest one with a value does.
fn before_deadline(stakes: &Stakes<'_>, rule: &Rule) -> Verdict {
    let Some(latest) = stakes.sight.latest() else {
        return nothing_seen(stakes);
    };
    let verdict = of_figure(stakes, rule, latest, latest.figure.period);
    if !leaves_open(&verdict) {
        return verdict;
    }
    let Some(exact) = stakes.sight.latest_exact() else {
        return verdict;
    };
    let has_gap = verdict.caveats.contains(Caveat::SumHasGap);
    let verdict = of_figure(stakes, rule, exact, latest.figure.period);
    let caveats = verdict.caveats.with(Caveat::NewerFigureIsOnlyABound);
    Verdict {
        caveats: caveats.with_if(has_gap, Caveat::SumHasGap),
        ..verdict
    }
}

/// Nothing was seen after the baseline: nothing can have been in the first reporting period.
fn nothing_seen(stakes: &Stakes<'_>) -> Verdict {
    let first_period = stakes.target.baseline().and_then(|baseline| {
        let first_day = baseline.period().last().succ_opt()?;
        let by_deadline = stakes.target.deadline().last();
        let period = Period::containing(first_day, stakes.target.reported()).ok()?;
        Some(period.last().min(by_deadline))
    });
    if first_period.is_some_and(|last| stakes.as_of.date() <= last) {
        return Verdict::new(Status::NotDue, Reason::NothingDueYet);
    }
    Verdict::unknown(no_observation(stakes))
}

/// Judges by a figure, where this period is the latest one that has any.
fn of_figure(stakes: &Stakes<'_>, rule: &Rule, seen: Seen<'_>, latest: Period) -> Verdict {
    let figure = seen.figure;
    let standing = Standing::new(stakes, seen);
    let due = stakes.way().and_then(|way| way.due(figure.period));
    let classify = |probe| class_of(&standing, rule.cuts(), &due, probe);
    let verdict = decided(&standing, agreed(&standing, classify), |status, probe| {
        Ok(classify(probe)?.0 == status)
    });
    let caveats = verdict
        .caveats
        .with_if(verdict.reason == Reason::BoundMet, Caveat::Early)
        .with_if(was_lost(stakes, figure, verdict.status), Caveat::Lost)
        .with_if(
            stakes.sight.partial_after(Some(latest.last())).is_some(),
            Caveat::NewerFigureIsPartial,
        )
        .union(stakes.sight.caveats_of_chain(latest));
    let verdict = Verdict { caveats, ..verdict };
    // A sum that only grows stays reached, or exceeded, whatever came since.
    let is_final = matches!(verdict.status, Status::Achieved | Status::Missed) && stakes.sight.sum_only_grows();
    if is_final {
        verdict
    } else {
        verdict.if_fresh(stakes, rule, figure)
    }
}

/// The one class in which all lies that a figure can mean.
fn agreed<'s>(standing: &Standing<'s>, classify: impl Fn(Probe<Value<'s>>) -> Fact<Class>) -> Fact<Class> {
    if let Some(value) = standing.seen.value() {
        return classify(Probe::At(value));
    }
    let ends = standing.seen.ends();
    let [low, high] = ends;
    let (low, high) = (classify(low)?, classify(high)?);
    // Classes follow each other along the way, except on the two sides of a band.
    if low.0 == high.0 && !standing.stakes.terms.are_around_band(ends)? {
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
    is_same: impl Fn(Status, Probe<Value<'s>>) -> Fact<bool>,
) -> Verdict {
    let verdict = match class {
        Ok((status, reason)) => Verdict::new(status, reason),
        Err(reason) => Verdict::unknown(reason),
    };
    let is_open = matches!(standing.seen.figure.reading, Reading::Interval(_));
    let is_too_close = |(status, _)| is_too_close(standing, |probe| is_same(status, probe));
    let caveats = caveats_of(standing.seen.figure)
        .with_if(standing.break_before.is_some(), Caveat::SeriesBreak)
        .with_if(is_open && standing.stakes.sight.sum_has_gap(), Caveat::SumHasGap)
        .with_if(class.is_ok_and(is_too_close), Caveat::TooCloseToCall);
    Verdict {
        caveats,
        decided_by: Some(standing.seen.figure.period),
        ..verdict
    }
}

/// The class of a value at a figure's period, where so much is due.
fn class_of(standing: &Standing<'_>, cuts: Cuts, due: &Fact<Due>, probe: Probe<Value<'_>>) -> Fact<Class> {
    let stakes = standing.stakes;
    let is_met = stakes.terms.is_met(probe)?;
    if stakes.target.goal().is_budget() {
        return class_of_budget(due, probe, is_met);
    }
    if is_met == Some(true) {
        standing.comparable_with_goal()?;
        let reason = if stakes.baseline_meets() {
            Reason::MetBeforeBaseline
        } else {
            Reason::BoundMet
        };
        return Ok((Status::Achieved, reason));
    }
    standing.comparable_with_baseline()?;
    match stakes.way() {
        Ok(way) => class_on_way(stakes, cuts, way, due, probe),
        Err(Reason::MetBeforeBaseline) => Ok((Status::Worsening, Reason::MetBeforeBaseline)),
        Err(Reason::NoWay) => class_without_way(stakes, probe),
        Err(reason) => Err(reason),
    }
}

/// More than the baseline was promised, and not how much more: what is less than the baseline goes the wrong way.
fn class_without_way(stakes: &Stakes<'_>, probe: Probe<Value<'_>>) -> Fact<Class> {
    let start = stakes.terms.baseline?;
    let side = probe.side(|value| Ok(value.side_of(start)))?;
    let is_worse = match stakes.terms.requirement()?.bound().direction_from(start) {
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
    stakes: &Stakes<'_>,
    cuts: Cuts,
    way: &Way<'_>,
    due: &Fact<Due>,
    probe: Probe<Value<'_>>,
) -> Fact<Class> {
    if matches!(stakes.terms.requirement()?.bound(), Bound::Within(_)) {
        let side_of_goal = way.towards_goal(probe.side(|value| stakes.terms.side_of_goal(value))?);
        if side_of_goal == Ordering::Greater {
            return Ok((Status::OffTrack, Reason::Overshot));
        }
    }
    let due = (*due)?;
    let beside = probe.map(|value| due.beside(value));
    let side = |cut| Ok::<_, Reason>(way.towards_goal(beside.side(|beside| beside.side(cut))?));
    if let Due::Nothing { .. } = due {
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
fn class_of_budget(due: &Fact<Due>, probe: Probe<Value<'_>>, is_met: Option<bool>) -> Fact<Class> {
    match is_met {
        Some(true) => {}
        Some(false) => return Ok((Status::Missed, Reason::BudgetExceeded)),
        None => return Err(Reason::ToleranceNotStated),
    }
    let due = (*due)?;
    let side = probe.side(|value| due.beside(value).side(Decimal::ONE))?;
    Ok(if side.is_le() {
        (Status::OnTrack, Reason::BudgetWithinTime)
    } else {
        (Status::OffTrack, Reason::BudgetAheadOfTime)
    })
}

/// Whether the bound was met at an earlier figure, and is not any more.
fn was_lost(stakes: &Stakes<'_>, figure: Figure, status: Status) -> bool {
    let is_open = status.is_judged() && !matches!(status, Status::Achieved | Status::Missed);
    if !is_open || stakes.terms.is_sum() {
        return false;
    }
    let is_met = |probe| stakes.terms.is_met(probe) == Ok(Some(true));
    stakes.sight.any_before(figure.period, |earlier| match earlier.value() {
        Some(value) => is_met(Probe::At(value)),
        None => earlier.ends().into_iter().all(is_met),
    })
}

/// Whether half a unit of the figure's last digit would change the answer: `is_same` tells whether it is the same of another value.
fn is_too_close<'s>(standing: &Standing<'s>, is_same: impl Fn(Probe<Value<'s>>) -> Fact<bool>) -> bool {
    if standing.stakes.target.quantity().unit().is_whole() {
        return false;
    }
    let differs = |side| {
        let moved = standing.seen.moved(side);
        moved.is_some_and(|value| is_same(Probe::At(value)) != Ok(true))
    };
    differs(Ordering::Less) || differs(Ordering::Greater)
}

/// Judges a goal that is looked at period by period.
fn by_record(stakes: &Stakes<'_>, rule: &Rule, record: &Record) -> Verdict {
    if record.due == 0 {
        return Verdict::new(Status::NotDue, Reason::NoPeriodOver);
    }
    if stakes.is_past_deadline() {
        return after_the_last_period(record);
    }
    let (Some((period, outcome)), Some(figure)) = (record.latest, record.figure) else {
        let reason = match no_observation(stakes) {
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
        caveats: caveats_of(figure).with_if(record.unknown > 0, Caveat::PeriodsUnknown),
        decided_by: Some(period),
        ..Verdict::new(status, reason)
    };
    verdict.if_fresh(stakes, rule, figure)
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
            .map_or(Caveats::NONE, caveats_of)
            .with_if(record.unknown > 0, Caveat::PeriodsUnknown),
        decided_by: record.last_broken.or(record.latest.map(|(period, _)| period)),
        ..Verdict::new(status, reason)
    }
}
