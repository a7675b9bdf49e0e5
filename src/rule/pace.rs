//! The rule of this crate: how much of the way is gone, against how much the path expects by then.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Cuts, Rule, Status, Verdict};
use crate::plan::Goal;
use crate::progress::{Amount, Caveat, Caveats, Comparable, Edge, Fact, Outcome, Path, Question, Reason, Record};
use crate::series::Figure;
use crate::trajectory::{Expected, Gone};
use crate::value::{Bound, Direction, Period};

/// A status with what decided it.
type Class = (Status, Reason);

/// Where a target stands before the cuts and the greatest age of a rule are known: found once for all rules.
pub(super) struct Standing<'q> {
    question: &'q Question<'q>,
    found: Found<'q>,
    caveats: Caveats,
}

#[expect(clippy::large_enum_variant, reason = "it is made once and never moved")]
enum Found<'q> {
    /// Whatever the rule.
    Verdict(Verdict),
    /// Unless this figure is too old.
    OfFigure(Verdict, Figure),
    /// By the cuts: of the latest figure, and behind one that is only a bound of the latest one with a value.
    Placed(Placed<'q>, Option<Placed<'q>>),
}

impl<'q> Standing<'q> {
    pub(super) fn of(question: &'q Question<'q>) -> Self {
        let (found, caveats) = match (not_asked(question), question.record) {
            (Some(verdict), _) => (Found::Verdict(verdict), Caveats::NONE),
            (None, Ok(record)) => (by_record(question, &record), caveats_of_baseline(question)),
            (None, Err(_)) => {
                let (found, caveats) = by_pace(question);
                (found, caveats.union(caveats_of_baseline(question)))
            }
        };
        Self {
            question,
            found,
            caveats,
        }
    }

    /// The verdict of a rule.
    pub(super) fn verdict(&self, rule: &Rule) -> Verdict {
        let verdict = match &self.found {
            Found::Verdict(verdict) => *verdict,
            Found::OfFigure(verdict, figure) => verdict.if_fresh(self.question, rule, *figure),
            Found::Placed(latest, exact) => {
                let verdict = self.by_cuts(latest, rule);
                match exact.as_ref().filter(|_| leaves_open(&verdict)) {
                    None => verdict,
                    Some(exact) => self.by_cuts(exact, rule).with(
                        Caveats::NONE
                            .with(Caveat::NewerFigureIsOnlyABound)
                            .with_if(verdict.caveats.contains(Caveat::SumHasGap), Caveat::SumHasGap),
                    ),
                }
            }
        };
        verdict.with(self.caveats)
    }

    /// Judges a figure by how far it has come.
    fn by_cuts(&self, placed: &Placed<'q>, rule: &Rule) -> Verdict {
        let question = self.question;
        let verdict = placed.verdict(rule.cuts());
        let (status, figure) = (verdict.status, placed.comparable.figure);
        let verdict = verdict.with(Caveats::NONE.with_if(verdict.reason == Reason::BoundMet, Caveat::Early));
        // A sum that only grows stays reached, or exceeded, whatever came since.
        let is_final = matches!(status, Status::Achieved | Status::Missed) && question.figures.sum_only_grows();
        if is_final {
            verdict
        } else {
            verdict.if_fresh(question, rule, figure)
        }
    }
}

impl Verdict {
    /// The same with more caveats.
    fn with(self, more: Caveats) -> Self {
        Self {
            caveats: self.caveats.union(more),
            ..self
        }
    }
}

/// What is said where nothing is asked yet, or nothing can be.
fn not_asked(question: &Question<'_>) -> Option<Verdict> {
    if let Goal::Unstated(lacks) = question.target.goal() {
        return Some(Verdict::unknown(Reason::GoalUnstated { lacks }));
    }
    let until = question.target.baseline()?.period().last();
    let is_before = question.as_of.date() < until;
    is_before.then(|| Verdict::new(Status::NotDue, Reason::NotBegun { until }))
}

/// What a reader should know of the figures that were there to choose from.
fn caveats_of_baseline(question: &Question<'_>) -> Caveats {
    let baseline = question.target.baseline();
    let is_stated = baseline.is_some_and(|baseline| baseline.value().is_some());
    let of_figure = question.baseline_figure.filter(|_| !is_stated);
    of_figure
        .map_or(Caveats::NONE, Caveats::of)
        .with_if(question.baseline_is_revised(), Caveat::BaselineRevised)
        .with_if(question.figures.leaves_out_undated(), Caveat::UndatedLeftOut)
}

/// Looks at a goal that leads somewhere by its deadline. The figure of the deadline's own period decides, and nothing later does; a bound
/// that leaves both answers is no figure yet.
fn by_pace<'q>(question: &'q Question<'q>) -> (Found<'q>, Caveats) {
    let is_past = question.is_past_deadline();
    if let Some(comparable) = question.at_deadline().filter(|_| is_past) {
        let placed = Placed::new(question, comparable, |edge| at_deadline(question, comparable, edge));
        // No cut is asked there.
        let verdict = placed.verdict(Cuts::default());
        if !leaves_open(&verdict) {
            return (Found::Verdict(verdict), Caveats::NONE);
        }
    }
    let caveats = Caveats::NONE.with_if(is_past, Caveat::DeadlineValuePending);
    let Some(latest) = question.latest() else {
        return (Found::Verdict(nothing_seen(question)), caveats);
    };
    let placed = |comparable| Placed::new(question, comparable, |edge| place(question, comparable, edge));
    let exact = question.latest_exact().filter(|_| latest.number().is_err());
    let last = latest.figure.period;
    let caveats = caveats
        .with_if(
            question.figures.partial_after(Some(last.last())).is_some(),
            Caveat::NewerFigureIsPartial,
        )
        .union(question.figures.caveats_of_chain(last));
    (Found::Placed(placed(latest), exact.map(placed)), caveats)
}

/// Whether a figure that is only a bound left more than one answer.
const fn leaves_open(verdict: &Verdict) -> bool {
    matches!(verdict.reason, Reason::BoundLeavesOpen { .. })
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

/// A figure in its place on the path.
struct Placed<'q> {
    comparable: &'q Comparable<'q>,
    /// Where its value lies, or the lowest that it can mean.
    low: Fact<Place<'q>>,
    /// Where the highest lies that it can mean, and whether a promised band lies between the two.
    high: Option<(Fact<Place<'q>>, Fact<bool>)>,
    /// Where half a unit of its last digit less and more would lie.
    beside: [Option<Fact<Place<'q>>>; 2],
    caveats: Caveats,
    /// Whether the bound was met at an earlier figure, and is not any more.
    is_lost: bool,
}

/// Where a value lies.
enum Place<'q> {
    /// Where no cut is asked.
    Class(Class),
    /// On the path, beside what is due.
    OnPath(&'q Path<'q>, &'q Expected, Edge<Gone>),
}

impl<'q> Placed<'q> {
    fn new(
        question: &'q Question<'q>,
        comparable: &'q Comparable<'q>,
        place: impl Fn(Edge<&Amount>) -> Fact<Place<'q>>,
    ) -> Self {
        let ends = comparable.ends();
        let [low, high] = ends.each_ref().map(Edge::as_ref);
        let is_open = comparable.number().is_err();
        let high = is_open.then(|| (place(high), question.promise.are_around_band([low, high])));
        let is_whole = question.target.quantity().unit().is_whole();
        let beside = [Ordering::Less, Ordering::Greater].map(|side| {
            let moved = comparable.moved(side).filter(|_| !is_whole);
            moved.map(|amount| place(Edge::At(&amount)))
        });
        let low = place(low);
        Self {
            comparable,
            is_lost: is_lost(question, comparable, &low),
            low,
            high,
            beside,
            caveats: Caveats::of(comparable.figure)
                .with_if(comparable.break_before.is_some(), Caveat::SeriesBreak)
                .with_if(is_open && question.figures.sum_has_gap(), Caveat::SumHasGap),
        }
    }

    /// The one class in which all lies that the figure can mean.
    fn class(&self, cuts: Cuts) -> Fact<Class> {
        let low = class_of(&self.low, cuts)?;
        let Some((high, is_around_band)) = &self.high else {
            return Ok(low);
        };
        // Classes follow each other along the way, except on the two sides of a band.
        if low.0 == class_of(high, cuts)?.0 && !(*is_around_band)? {
            return Ok(low);
        }
        Err(Reason::BoundLeavesOpen {
            period: self.comparable.figure.period,
        })
    }

    /// The verdict of its class. It is too close to call if half a unit of the last digit would change it.
    fn verdict(&self, cuts: Cuts) -> Verdict {
        let class = self.class(cuts);
        let (status, reason) = class.unwrap_or_else(|reason| (Status::Unknown, reason));
        let differs = |place: &Fact<Place<'_>>| class_of(place, cuts).map_or(true, |(other, _)| other != status);
        let is_too_close = class.is_ok() && self.beside.iter().flatten().any(differs);
        Verdict {
            caveats: self
                .caveats
                .with_if(is_too_close, Caveat::TooCloseToCall)
                .with_if(class.is_ok() && self.is_lost, Caveat::Lost),
            decided_by: Some(self.comparable.figure.period),
            ..Verdict::new(status, reason)
        }
    }
}

/// Whether the bound was met at an earlier figure, and is not where this one lies. A sum has no earlier one.
fn is_lost(question: &Question<'_>, comparable: &Comparable<'_>, place: &Fact<Place<'_>>) -> bool {
    let is_open = match place {
        Ok(Place::Class((status, _))) => !matches!(status, Status::Achieved | Status::Missed),
        Ok(Place::OnPath(..)) => true,
        Err(_) => false,
    };
    let was_met = || {
        let period = comparable.figure.period;
        question
            .figures
            .any_before(period, |edge| question.promise.is_met(edge) == Ok(Some(true)))
    };
    is_open && !question.promise.is_sum() && was_met()
}

/// The class of a place, by how far along the way it lies.
fn class_of(place: &Fact<Place<'_>>, cuts: Cuts) -> Fact<Class> {
    match place {
        Err(reason) => Err(*reason),
        Ok(Place::Class(class)) => Ok(*class),
        Ok(Place::OnPath(path, due, gone)) => {
            let side = |cut| gone.as_ref().side(|gone| Ok(due.side(cut, gone)));
            let status = cuts.class_by(|cut| Ok(path.towards_goal(side(cut)?).is_ge()))?;
            Ok((status, Reason::Pace))
        }
    }
}

/// Where a value lies at the deadline.
fn at_deadline<'q>(question: &Question<'q>, comparable: &Comparable<'_>, edge: Edge<&Amount>) -> Fact<Place<'q>> {
    question.comparable_with_goal(comparable)?;
    match question.promise.is_met(edge)? {
        Some(true) => Ok(Place::Class((Status::Achieved, Reason::BoundMet))),
        Some(false) => Ok(Place::Class((Status::Missed, Reason::BoundNotMet))),
        None => Err(Reason::ToleranceNotStated),
    }
}

/// Where a value lies before it, where so much is due.
fn place<'q>(question: &'q Question<'q>, comparable: &'q Comparable<'q>, edge: Edge<&Amount>) -> Fact<Place<'q>> {
    let is_met = question.promise.is_met(edge)?;
    if question.target.goal().is_budget() {
        return class_of_budget(comparable.due(), edge, is_met).map(Place::Class);
    }
    if is_met == Some(true) {
        question.comparable_with_goal(comparable)?;
        let reason = if question.baseline_meets() {
            Reason::MetBeforeBaseline
        } else {
            Reason::BoundMet
        };
        return Ok(Place::Class((Status::Achieved, reason)));
    }
    question.comparable_with_baseline(comparable)?;
    match question.path() {
        Ok(path) => place_on_path(question, path, comparable.due(), edge),
        Err(Reason::MetBeforeBaseline) => Ok(Place::Class((Status::Worsening, Reason::MetBeforeBaseline))),
        Err(Reason::NoWay) => class_without_way(question, edge).map(Place::Class),
        Err(reason) => Err(reason),
    }
}

/// More than the baseline was promised, and not how much more: what is less than the baseline goes the wrong way.
fn class_without_way(question: &Question<'_>, edge: Edge<&Amount>) -> Fact<Class> {
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

/// Where a value lies that does not meet the bound.
fn place_on_path<'q>(
    question: &Question<'_>,
    path: &'q Path<'q>,
    due: Fact<&'q Expected>,
    edge: Edge<&Amount>,
) -> Fact<Place<'q>> {
    if matches!(question.promise.requirement()?.bound(), Bound::Within(_)) {
        let side_of_goal = path.towards_goal(edge.side(|value| question.promise.side_of_goal(value))?);
        if side_of_goal == Ordering::Greater {
            return Ok(Place::Class((Status::OffTrack, Reason::Overshot)));
        }
    }
    let due = due?;
    let gone = edge.map(|amount| amount.gone(due));
    if due.is_nothing() {
        let side = path.towards_goal(gone.as_ref().side(|gone| Ok(due.side(Decimal::ZERO, gone)))?);
        let status = if side.is_lt() {
            Status::Worsening
        } else {
            Status::OnTrack
        };
        return Ok(Place::Class((status, Reason::NothingDueYet)));
    }
    Ok(Place::OnPath(path, due, gone))
}

/// A budget is on track while no more of it is spent than the time allows, and missed as soon as it is exceeded.
fn class_of_budget(due: Fact<&Expected>, edge: Edge<&Amount>, is_met: Option<bool>) -> Fact<Class> {
    match is_met {
        Some(true) => {}
        Some(false) => return Ok((Status::Missed, Reason::BudgetExceeded)),
        None => return Err(Reason::ToleranceNotStated),
    }
    let due = due?;
    let side = edge.side(|amount| Ok(due.side(Decimal::ONE, &amount.gone(due))))?;
    Ok(if side.is_le() {
        (Status::OnTrack, Reason::BudgetWithinTime)
    } else {
        (Status::OffTrack, Reason::BudgetAheadOfTime)
    })
}

/// Looks at a goal that is kept period by period.
fn by_record(question: &Question<'_>, record: &Record) -> Found<'static> {
    if record.due == 0 {
        return Found::Verdict(Verdict::new(Status::NotDue, Reason::NoPeriodOver));
    }
    if question.is_past_deadline() {
        return Found::Verdict(after_the_last_period(record));
    }
    let (Some((period, outcome)), Some(figure)) = (record.latest, record.figure) else {
        let reason = match question.no_observation() {
            Reason::OnlyUndated => Reason::OnlyUndated,
            _ => Reason::PeriodsUnknown { count: record.unknown },
        };
        return Found::Verdict(Verdict::unknown(reason));
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
    Found::OfFigure(verdict, figure)
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
