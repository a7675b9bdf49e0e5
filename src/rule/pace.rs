//! The rule of this crate: how much of the way is gone, against how much the path expects by then.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Cuts, Rule, Status, Verdict};
use crate::plan::Goal;
use crate::progress::{
    Amount, Caveat, Caveats, Comparable, Edge, Fact, Ground, Missing, Outcome, Path, Projection, Question, Reason,
    Record,
};
use crate::series::{Figure, Uncertainty};
use crate::trajectory::Gone;
use crate::value::{Bound, Direction, Period};

/// A status with what decided it.
type Decision = (Status, Ground);

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
            return settled(nothing_seen(question), caveats);
        };
        let last = latest.figure.period;
        let unfit = question.figures.unfit_after(Some(last.last()));
        let is_partial = matches!(unfit, Some(Missing::PartialPeriod { .. }));
        Self {
            question,
            found: Found::Latest(Standing::on_path(question, latest)),
            caveats: caveats
                .with_if(is_partial, Caveat::NewerFigureIsPartial)
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

impl Verdict {
    /// A decision, or why there is none.
    fn of_decision(decision: Fact<Decision>) -> Self {
        decision.map_or_else(Self::unknown, |(status, ground)| Self::new(status, ground))
    }

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
        return Some(Verdict::unknown(Missing::GoalUnstated { lacks }));
    }
    let until = question.target.baseline()?.period().last();
    let is_before = question.as_of.date() < until;
    is_before.then(|| Verdict::new(Status::NotDue, Ground::NotBegun { until }))
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
    let verdict = Standing::new(question, comparable, place_at_deadline).verdict(Cuts::default());
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
    let is_final = |latest| is_final(Standing::on_path(question, latest).verdict(Cuts::default()).status);
    question.figures.sum_only_grows() && question.latest().is_some_and(is_final)
}

/// No figure of the deadline's own period is waited for any more. What is of a moment is decided by the last one inside
/// of that period; everything else by the figures before and after, where they agree.
fn without_figure_at_deadline(question: &Question<'_>) -> Verdict {
    let (before, after) = (question.before_deadline(), question.after_deadline());
    if let Some(last) = before.filter(|before| question.is_within_deadline(before)) {
        let verdict = at_deadline(question, last);
        if !leaves_open(&verdict) {
            return verdict.with(Caveats::NONE.with(Caveat::BeforeTheDeadline));
        }
    }
    let after = after.as_ref();
    let [from, to] = [before, after].map(|one| one.map(|one| one.figure.period));
    let none = Missing::no_figure_at_deadline(from, to);
    let (Some(before), Some(after)) = (before, after) else {
        let is_empty = from.is_none() && to.is_none();
        return Verdict::unknown(if is_empty { question.no_observation() } else { none });
    };
    let [earlier, later] = [before, after].map(|one| at_deadline(question, one));
    let agree = earlier.status == later.status && is_final(earlier.status);
    if !agree || !question.are_neighbours(before, after) {
        return Verdict::unknown(none);
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

const fn is_final(status: Status) -> bool {
    matches!(status, Status::Achieved | Status::Missed)
}

/// Nothing was seen after the baseline: nothing can have been in the first reporting period.
fn nothing_seen(question: &Question<'_>) -> Verdict {
    let (target, today) = (question.target, question.as_of);
    let is_first_period = target.baseline().is_some_and(|baseline| {
        let since = today.position().since(baseline.period().end());
        let first_period = question.reporting_periods(1);
        !question.is_past_deadline() && first_period.is_none_or(|first| since <= first)
    });
    if is_first_period {
        return Verdict::new(Status::NotDue, Ground::NothingDueYet);
    }
    Verdict::unknown(question.no_observation())
}

/// Where a figure stands.
struct Standing<'q> {
    question: &'q Question<'q>,
    comparable: &'q Comparable<'q>,
    place: Placing,
    /// Where its amount lies, or the lowest that it can mean.
    low: Fact<Place>,
    others: Others,
    /// Whether the bound was met at an earlier figure, and is not at this one.
    is_lost: bool,
    caveats: Caveats,
}

/// Where an amount lies that a figure stands for.
type Placing = fn(&Question<'_>, &Comparable<'_>, Edge<&Amount>) -> Fact<Place>;

/// What else a figure can mean.
enum Others {
    /// Where half a unit of its last digit less and more would lie.
    Moved([Option<Fact<Place>>; 2]),
    /// Where the highest lies that it can mean, and whether a promised band lies between that and the lowest.
    Highest(Fact<Place>, Fact<bool>),
}

/// Where an amount lies.
enum Place {
    /// Where no cut is asked.
    Decision(Decision),
    /// On the path to a goal, perhaps so fast that it goes through the promised band.
    OnPath { gone: Edge<Gone>, overshoots: bool },
    /// Within a limit: what is spent of its room, if anything is, and whether the bound is left at this pace.
    WithinLimit { spent: Option<Edge<Gone>>, drifts: bool },
}

impl Place {
    /// What a reader should know of where the pace leads.
    const fn caveat(&self) -> Option<Caveat> {
        match self {
            Self::OnPath { overshoots: true, .. } => Some(Caveat::WillOvershoot),
            Self::WithinLimit { drifts: true, .. } => Some(Caveat::DriftingToTheLimit),
            _ => None,
        }
    }
}

impl<'q> Standing<'q> {
    fn new(question: &'q Question<'q>, comparable: &'q Comparable<'q>, place: Placing) -> Self {
        let place_of = |edge: Edge<&Amount>| place(question, comparable, edge);
        let is_whole = question.target.quantity().unit().is_whole();
        let moved = |side| {
            let amount = comparable.moved(side).filter(|_| !is_whole)?;
            Some(place_of(Edge::At(&amount)))
        };
        let (low, others) = if let Ok(amount) = comparable.amount() {
            let moved = [moved(Ordering::Less), moved(Ordering::Greater)];
            (place_of(Edge::At(&amount)), Others::Moved(moved))
        } else {
            let ends = comparable.ends();
            let [low, high] = ends.each_ref().map(Edge::as_ref);
            let is_around_band = question.promise.are_around_band([low, high]);
            (place_of(low), Others::Highest(place_of(high), is_around_band))
        };
        let has_gap = matches!(others, Others::Highest(..)) && question.figures.sum_has_gap();
        Self {
            question,
            comparable,
            place,
            low,
            others,
            is_lost: false,
            caveats: question
                .figures
                .caveats_of(comparable.figure)
                .union(question.figures.timing().caveats(comparable.figure.period))
                .with_if(comparable.break_before.is_some(), Caveat::SeriesBreak)
                .with_if(has_gap, Caveat::SumHasGap),
        }
    }

    /// Before the deadline.
    #[inline]
    fn on_path(question: &'q Question<'q>, comparable: &'q Comparable<'q>) -> Self {
        let mut standing = Self::new(question, comparable, place);
        standing.is_lost = standing.is_lost();
        standing
    }

    /// Whether the bound was met at an earlier figure, and is not at this one. A sum falls only where something is
    /// negative.
    fn is_lost(&self) -> bool {
        let Self {
            question, comparable, ..
        } = self;
        let is_open = match &self.low {
            Ok(Place::Decision((status, _))) => !is_final(*status),
            Ok(Place::OnPath { .. }) => true,
            Ok(Place::WithinLimit { .. }) | Err(_) => false,
        };
        let is_met = |edge: Edge<&Amount>| question.promise.is_met(edge) == Ok(Some(true));
        let may_fall = !question.promise.is_sum() || question.figures.known().series().has_negative();
        is_open && may_fall && !question.promise.is_limit() && question.figures.any_before(comparable.at, is_met)
    }

    /// The class of a place, on the path by how far along it lies.
    fn class_of(&self, place: &Fact<Place>, cuts: Cuts) -> Fact<Decision> {
        match place {
            Err(reason) => Err(*reason),
            Ok(Place::Decision(class)) => Ok(*class),
            Ok(Place::OnPath { gone, overshoots }) => {
                let (path, due) = (self.question.path()?, self.comparable.due()?);
                let side = |cut| gone.as_ref().side(|gone| Ok(due.side(cut, gone)));
                let status = cuts.class_by(|cut| Ok(path.towards_goal(side(cut)?).is_ge()))?;
                Ok((
                    if *overshoots { status.at_best_on_track() } else { status },
                    Ground::Pace,
                ))
            }
            Ok(Place::WithinLimit { spent: None, .. }) => Ok((Status::OnTrack, Ground::WithinLimit)),
            Ok(Place::WithinLimit { spent: Some(spent), .. }) => self.class_of_room(spent, cuts),
        }
    }

    /// The class of what is spent of a limit's room: by the share that the path expects ÷ the share that is spent.
    fn class_of_room(&self, spent: &Edge<Gone>, cuts: Cuts) -> Fact<Decision> {
        let (path, due) = (self.question.path()?, self.comparable.due()?);
        let nothing = due.gone(path.start());
        let reaches = |cut: Decimal| {
            // So much of what is spent as the cut says, beside what is expected; however much it is, nothing of it is
            // nothing.
            let spent = if cut.is_zero() {
                Edge::At(&nothing)
            } else {
                spent.as_ref()
            };
            let turned = |side: Ordering| if cut.is_sign_negative() { side.reverse() } else { side };
            let side = turned(spent.side(|spent| Ok(turned(due.side_of_multiple(cut, spent))))?);
            Ok(path.towards_goal(side).is_le())
        };
        Ok(match cuts.class_by(reaches)?.at_best_on_track() {
            Status::OnTrack => (Status::OnTrack, Ground::WithinLimit),
            behind => (behind, Ground::Pace),
        })
    }

    /// The one class in which all lies that the figure can mean.
    fn class(&self, cuts: Cuts) -> Fact<Decision> {
        let low = self.class_of(&self.low, cuts)?;
        let Others::Highest(high, is_around_band) = &self.others else {
            return Ok(low);
        };
        // Classes follow each other along the way, except on the two sides of a band.
        if low.0 == self.class_of(high, cuts)?.0 && !(*is_around_band)? {
            return Ok(low);
        }
        Err(Missing::bound_leaves_open(self.comparable.figure.period))
    }

    /// Whether the figure is only a bound, of which parts lie in several classes.
    fn leaves_open(&self, cuts: Cuts) -> bool {
        matches!(self.others, Others::Highest(..)) && matches!(self.class(cuts), Err(Missing::BoundLeavesOpen { .. }))
    }

    /// The verdict of its class. It is too close to call if half a unit of the last digit would change it.
    fn verdict(&self, cuts: Cuts) -> Verdict {
        let class = self.class(cuts);
        let verdict = Verdict::of_decision(class);
        let status = verdict.status;
        let is_same = |place: &Fact<Place>| self.class_of(place, cuts).is_ok_and(|(other, _)| other == status);
        let is_too_close = match &self.others {
            Others::Moved(moved) => class.is_ok() && !moved.iter().flatten().all(is_same),
            Others::Highest(..) => false,
        };
        let lies_in_class = |end| {
            let place = (self.place)(self.question, self.comparable, Edge::At(&Amount::Decimal(end)));
            is_same(&place)
        };
        let uncertainty = self.question.figures.uncertainty_of(self.comparable.figure);
        let range = uncertainty.and_then(Uncertainty::range).filter(|_| class.is_ok());
        Verdict {
            caveats: self
                .caveats
                .union(self.caveat_of_pace().filter(|_| class.is_ok()).into_iter().collect())
                .with_if(is_too_close, Caveat::TooCloseToCall)
                .with_if(
                    range.is_some_and(|range| !range.into_iter().all(lies_in_class)),
                    Caveat::WithinUncertainty,
                )
                .with_if(self.is_lost && class.is_ok(), Caveat::Lost),
            decided_by: Some(self.comparable.figure.period),
            ..verdict
        }
    }

    /// What a reader should know of where the pace leads, whatever the figure can mean.
    fn caveat_of_pace(&self) -> Option<Caveat> {
        let of = |place: &Fact<Place>| place.as_ref().ok().and_then(Place::caveat);
        of(&self.low).filter(|low| match &self.others {
            Others::Moved(_) => true,
            Others::Highest(high, _) => of(high) == Some(*low),
        })
    }

    /// The same before the deadline, unless the figure is too old.
    fn verdict_before_deadline(&self, rule: &Rule, cuts: Cuts) -> Verdict {
        let verdict = self.verdict(cuts);
        let verdict = verdict.with(Caveats::NONE.with_if(verdict.reason == Ground::BoundMet, Caveat::Early));
        // A sum that only grows stays reached, or exceeded, whatever came since.
        if is_final(verdict.status) && self.question.figures.sum_only_grows() {
            return verdict;
        }
        verdict.if_fresh(self.question, rule, self.comparable.figure)
    }
}

/// Where an amount lies at the deadline.
fn place_at_deadline(question: &Question<'_>, comparable: &Comparable<'_>, edge: Edge<&Amount>) -> Fact<Place> {
    question.comparable_with_goal(comparable)?;
    match question.promise.is_met(edge)? {
        Some(true) => Ok(Place::Decision((Status::Achieved, Ground::BoundMet))),
        Some(false) => Ok(Place::Decision((Status::Missed, Ground::BoundNotMet))),
        None => Err(Missing::ToleranceNotStated),
    }
}

/// Where an amount lies before the deadline.
fn place(question: &Question<'_>, comparable: &Comparable<'_>, edge: Edge<&Amount>) -> Fact<Place> {
    let is_met = question.promise.is_met(edge)?;
    if question.promise.is_limit() {
        question.comparable_with_goal(comparable)?;
        return place_beside_limit(question, comparable, edge, is_met);
    }
    if is_met == Some(true) {
        question.comparable_with_goal(comparable)?;
        return Ok(Place::Decision((Status::Achieved, Ground::BoundMet)));
    }
    question.comparable_with_baseline(comparable)?;
    match question.path() {
        Ok(path) => place_on_path(question, path, comparable, edge),
        Err(Missing::NoWay) => class_without_way(question, edge).map(Place::Decision),
        Err(reason) => Err(reason),
    }
}

/// Where an amount lies of which a limit is promised.
fn place_beside_limit(
    question: &Question<'_>,
    comparable: &Comparable<'_>,
    edge: Edge<&Amount>,
    is_met: Option<bool>,
) -> Fact<Place> {
    let path = question.path();
    if is_met != Some(true) && !points_allow(path, comparable, edge)? {
        is_met.ok_or(Missing::ToleranceNotStated)?;
        let status = status_beyond_limit(question, comparable, edge)?;
        return Ok(Place::Decision((status, Ground::LimitExceeded)));
    }
    let path = match (path, question.comparable_with_baseline(comparable)) {
        (Ok(path), Ok(())) => path,
        // The bound alone tells.
        (Ok(path), Err(_)) if path.is_held() => {
            return Ok(Place::WithinLimit {
                spent: None,
                drifts: false,
            });
        }
        (Err(Missing::NoBaseline), _) => {
            return Ok(Place::WithinLimit {
                spent: None,
                drifts: false,
            });
        }
        (Err(reason), _) | (Ok(_), Err(reason)) => return Err(reason),
    };
    let due = comparable.due()?;
    let gone = edge.map(|amount| amount.gone(due));
    let side = path.towards_goal(gone.as_ref().side(|gone| Ok(due.side(Decimal::ZERO, gone)))?);
    let bound = question.promise.deciding_bound()?;
    let projected = |limit, amount| question.side_of_projection(path, limit, (amount, comparable.at));
    Ok(Place::WithinLimit {
        spent: (path.has_room() && side.is_gt()).then_some(gone),
        drifts: !edge.is_inside(bound, projected)?,
    })
}

/// Whether the points of a path allow more than its bound for a while, and so much.
fn points_allow(path: Fact<&Path<'_>>, comparable: &Comparable<'_>, edge: Edge<&Amount>) -> Fact<bool> {
    let has_points = |path: &&Path<'_>| !path.is_held() && !path.trajectory.milestones().is_empty();
    let Some(path) = path.ok().filter(has_points) else {
        return Ok(false);
    };
    let due = comparable.due()?;
    let side = edge.side(|amount| Ok(due.side(Decimal::ONE, &amount.gone(due))))?;
    Ok(path.towards_goal(side).is_le())
}

/// What lies beyond a limit gets worse, unless the figure before it, or the baseline, lay further beyond it.
fn status_beyond_limit(question: &Question<'_>, comparable: &Comparable<'_>, edge: Edge<&Amount>) -> Fact<Status> {
    let promise = &question.promise;
    let low = promise.deciding_bound()?.low();
    let is_below = match low {
        Some(low) => edge.side(|amount| promise.side_of_limit(low, amount))?.is_le(),
        None => false,
    };
    if !is_below && question.figures.sum_only_grows() {
        return Ok(Status::Missed);
    }
    let direction = if is_below {
        Direction::Falling
    } else {
        Direction::Rising
    };
    let baseline = || Some([promise.baseline.ok()?; 2].map(|value| Edge::At(Amount::Decimal(value))));
    let before = question.figures.before(comparable.at).or_else(baseline);
    let is_nearer = |before: &Edge<Amount>| {
        let side = |amount: &Amount| Ok(before.as_ref().side(|before| Ok(before.compare(amount)))?.reverse());
        edge.side(side).is_ok_and(|side| direction.along(side).is_lt())
    };
    let comes_nearer = before.is_some_and(|ends| ends.iter().all(is_nearer));
    Ok(if comes_nearer {
        Status::OffTrack
    } else {
        Status::Worsening
    })
}

/// More than the baseline was promised, and not how much more: what is less than the baseline goes the wrong way.
fn class_without_way(question: &Question<'_>, edge: Edge<&Amount>) -> Fact<Decision> {
    let start = question.promise.baseline?;
    let side = edge.side(|value| Ok(value.side_of(start)))?;
    let is_worse = match question.promise.bound()?.direction_from(start) {
        // What holds where it begins is lost.
        _ if question.promise.leads_nowhere() => true,
        Some(Direction::Rising) => side.is_lt(),
        Some(Direction::Falling) => side.is_gt(),
        None => false,
    };
    if is_worse {
        Ok((Status::Worsening, Ground::NoWay))
    } else {
        Err(Missing::NoWay)
    }
}

/// Where an amount lies that does not meet the bound, beside what is due.
#[inline]
fn place_on_path(
    question: &Question<'_>,
    path: &Path<'_>,
    comparable: &Comparable<'_>,
    edge: Edge<&Amount>,
) -> Fact<Place> {
    let promise = &question.promise;
    let mut overshoots = false;
    if let Bound::Within(band) = promise.deciding_bound()? {
        let side_of_goal = path.towards_goal(edge.side(|amount| promise.side_of_goal(amount))?);
        if side_of_goal == Ordering::Greater {
            return Ok(Place::Decision((Status::OffTrack, Ground::Overshot)));
        }
        let is_rising = path.towards_goal(Ordering::Greater).is_gt();
        let far = if is_rising { band.high() } else { band.low() };
        let at = comparable.at;
        let side = edge.side(|amount| question.side_of_projection(path, far, (amount, at)))?;
        overshoots = path.towards_goal(side).is_gt();
    }
    let due = comparable.due()?;
    let gone = edge.map(|amount| amount.gone(due));
    if !due.is_nothing() {
        return Ok(Place::OnPath { gone, overshoots });
    }
    let side = path.towards_goal(gone.as_ref().side(|gone| Ok(due.side(Decimal::ZERO, gone)))?);
    let status = if side.is_lt() {
        Status::Worsening
    } else {
        Status::OnTrack
    };
    Ok(Place::Decision((status, Ground::NothingDueYet)))
}

/// Looks at a goal that is kept period by period; the verdict stands unless the figure is too old.
fn by_record(question: &Question<'_>, record: &Record) -> (Verdict, Option<Figure>) {
    let is_past = question.is_past_deadline();
    if record.due == 0 {
        let verdict = match record.to_come {
            None => nothing_seen(question),
            Some(_) => Verdict::new(Status::NotDue, Ground::NoPeriodOver),
        };
        return (verdict, None);
    }
    if let Goal::Keep {
        kept_in: Some(kept_in), ..
    } = question.target.goal()
    {
        if let Some(verdict) = by_count(question, record, kept_in, is_past) {
            return (verdict, None);
        }
    } else if is_past {
        return (after_the_last_period(question, record), None);
    }
    let (Some((class, period)), Some(figure)) = (class_of_latest(question, record), record.figure) else {
        let reason = match question.no_observation() {
            Missing::OnlyUndated => Missing::OnlyUndated,
            _ => Missing::periods_unknown(record.unknown),
        };
        return (Verdict::unknown(reason), None);
    };
    (of_record(question, record, Ok(class), Some(period)), Some(figure))
}

/// What the latest period that is known says before the last one is over.
fn class_of_latest(question: &Question<'_>, record: &Record) -> Option<(Decision, Period)> {
    let (period, outcome) = record.latest?;
    let counts = matches!(question.target.goal(), Goal::Keep { kept_in: Some(_), .. });
    let class = match (outcome, record.last_broken) {
        (_, Some(period)) if counts => (Status::Lagging, Ground::BrokenBefore { period }),
        (Outcome::Reversed, _) => (Status::Worsening, Ground::Reversed { period }),
        (Outcome::Broken, _) => (Status::OffTrack, Ground::Broken { period }),
        (Outcome::Kept, Some(period)) => (Status::Lagging, Ground::BrokenBefore { period }),
        (Outcome::Kept, None) => (Status::OnTrack, Ground::Kept),
    };
    Some((class, period))
}

/// Kept in as many periods as were asked, or in too few to come to that: nothing later changes it. After the last one
/// it may be that nobody can say.
fn by_count(question: &Question<'_>, record: &Record, kept_in: u32, is_past: bool) -> Option<Verdict> {
    let may_come = record.to_come.or(is_past.then_some(0));
    let may_be = may_come.map(|left| record.kept.saturating_add(record.unknown).saturating_add(left));
    let latest = record.latest.map(|(period, _)| period);
    if record.kept >= kept_in {
        let verdict = of_record(question, record, Ok((Status::Achieved, Ground::Kept)), latest);
        return Some(verdict.with(Caveats::NONE.with_if(!is_past, Caveat::Early)));
    }
    if let Some(period) = record
        .last_broken
        .filter(|_| may_be.is_some_and(|may_be| may_be < kept_in))
    {
        return Some(of_record(
            question,
            record,
            Ok((Status::Missed, Ground::Broken { period })),
            Some(period),
        ));
    }
    let unknown = Err(Missing::periods_unknown(record.unknown));
    is_past.then(|| of_record(question, record, unknown, latest))
}

/// What is said of a record, by the figure of a period.
fn of_record(
    question: &Question<'_>,
    record: &Record,
    decision: Fact<Decision>,
    decided_by: Option<Period>,
) -> Verdict {
    Verdict {
        caveats: record
            .figure
            .map_or(Caveats::NONE, |figure| question.figures.caveats_of(figure))
            .with_if(record.unknown > 0, Caveat::PeriodsUnknown),
        decided_by,
        last_status: class_of_latest(question, record)
            .filter(|_| decision.is_err())
            .map(|((last, _), _)| last),
        ..Verdict::of_decision(decision)
    }
}

/// All periods are over: one that was broken decides, and then one that nobody knows.
fn after_the_last_period(question: &Question<'_>, record: &Record) -> Verdict {
    let decision = match (record.last_broken, record.unknown) {
        (Some(period), _) => Ok((Status::Missed, Ground::Broken { period })),
        (None, 0) => Ok((Status::Achieved, Ground::Kept)),
        (None, count) => Err(Missing::periods_unknown(count)),
    };
    let latest = record.latest.map(|(period, _)| period);
    of_record(question, record, decision, record.last_broken.or(latest))
}
