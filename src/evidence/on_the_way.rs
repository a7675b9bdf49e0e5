//! The facts of a goal that asks for a value by the deadline, and is not kept period by period.

use rust_decimal::Decimal;

use super::Evidence;
use super::movement::{
    Required, annual_rate, change_of, growth_of, growth_promised, is_limit_exceeded_since, movement_left,
    movement_so_far, required_movement,
};
use super::quotient::{difference, part_of, quotient, ratio};
use crate::progress::{Comparable, Extreme, Fact, Missing, Path, Projection, Question};
use crate::trajectory::{Covered, Distance, Expected, Point};
use crate::value::{Period, Spot, Years};

/// The facts of a goal that asks for a value by the deadline. The arrival and the breach are missing if the movement
/// that is left until the goal is missing, for its reason.
pub(super) fn facts_on_the_way(question: &Question<'_>) -> Evidence {
    let (promise, observed) = (&question.promise, question.observed());
    let beside = question
        .latest_exact_or_bound()
        .ok_or_else(|| question.no_observation());
    let (value, goal_value) = (observed.and_then(Comparable::number), promise.goal_value());
    let so_far = observed.and_then(|observed| movement_so_far(question, observed));
    let required = required_movement(question);
    let left = observed.and_then(|observed| movement_left(question, observed, promise.deciding_bound()?));
    let from_now = Required::by(question, left);
    let growth_covered = growth_of(question, so_far);
    let growth_promised = required.and_then(|_| growth_promised(question));
    let growth_so_far = annual_rate(&growth_covered);
    let growth_required = annual_rate(&growth_promised);
    let on_path = facts_on_path(question, &growth_covered, growth_promised).unwrap_or_else(Evidence::unknown);
    let mut facts = Evidence {
        is_limit: promise.is_limit(),
        baseline: question.baseline_point(),
        goal: goal_value.map(|value| Point::new(question.target.deadline(), value)),
        observed: observed.map(|observed| observed.figure),
        newer_bound: question.latest_bound(),
        age: beside.map(|one| question.age(one.figure)),
        share_of_time: beside.and_then(|one| share_of_time(question, one)),
        completion: observed.and_then(|observed| completion(question, observed)),
        remaining: value.and_then(|value| difference(goal_value?, value)),
        growth_so_far,
        growth_required,
        growth_required_from_now: from_now.growth,
        change_so_far: so_far.and_then(change_of),
        change_required: required.and_then(change_of),
        change_required_from_now: from_now.change,
        arrival: left.and(on_path.arrival),
        breach: left.and(on_path.breach),
        ..on_path
    };
    facts.times_faster = facts.required_over_so_far(question.target, [so_far, left]);
    facts
}

/// The facts on the latest figure up to the deadline, compared with the path. If that figure is only a bound, only
/// those on the expected value are there. An error, which is the reason of all of them, without a figure or a path, and
/// where the definition changed since the baseline.
///
/// `growth_covered` is the growth from the baseline to the figure, `promised` that from the baseline to the goal.
fn facts_on_path(question: &Question<'_>, growth_covered: &Fact<Distance>, promised: Fact<Distance>) -> Fact<Evidence> {
    let latest = question
        .latest_exact_or_bound()
        .ok_or_else(|| question.no_observation())?;
    let (path, value) = (question.path()?, latest.number());
    question.comparable_with_baseline(latest)?;
    let path_in_growth;
    let (path, covered) = match (growth_covered, promised) {
        // On a path of growth the shares are measured by growths, and both are known already.
        (Ok(so_far), Ok(promised)) if path.grows() => {
            path_in_growth = path.with_way(promised);
            (&path_in_growth, Ok(so_far.clone().covered_from(path_in_growth.start())))
        }
        _ => (path, value.map(|value| path.way.covered(path.start(), value))),
    };
    let covered = covered.as_ref().map_err(|reason| *reason);
    let expectation = path.expectation(latest.at);
    let expected = expectation.as_ref().map_err(|reason| *reason);
    let expected = expected.and_then(|expectation| Ok(expectation.value()?));
    let due = expectation.and_then(|expectation| path.on_whole_number(expectation));
    let due = due.as_ref().map_err(|reason| *reason);
    let to_decide = expected.and_then(|expected| path.value_to_reach(expected, due?));
    let projection = value.and_then(|_| Projection::new(question, path, latest, || growth_covered.clone()));
    let projection = projection.as_ref().map_err(|reason| *reason);
    Ok(Evidence {
        expected,
        expected_to_decide: to_decide,
        gap: to_decide.and_then(|to_decide| difference(value?, to_decide)),
        share_of_way: path.measurable_way().and_then(|way| Ok(covered?.share_of(way)?)),
        share_expected: expected.and_then(|_| Ok(due?.share_of(path.measurable_way()?)?)),
        pace: expected.and_then(|_| {
            if question.promise.is_limit() {
                pace_of_room(path, due?, covered?)
            } else {
                pace(due?, covered?)
            }
        }),
        observed_to_expected: expected.and_then(|expected| part_of(value?, expected)),
        projection: projection.and_then(|projection| projection.value_at(question.target.deadline())),
        // A limit is not there to be reached.
        arrival: match projection {
            Ok(_) if question.promise.is_limit() => Err(Missing::NotForThisGoal),
            projection => projection.and_then(Projection::arrival),
        },
        breach: projection.and_then(|projection| breach(question, latest, projection)),
        ..Evidence::unknown(Missing::NotForThisGoal)
    })
}

/// The first period in which a limit is exceeded if the pace so far goes on. An error for a goal that is no limit, for
/// a limit whose milestones may still allow more than its bound, and where the limit is exceeded already.
fn breach(question: &Question<'_>, one: &Comparable<'_>, projection: &Projection<'_>) -> Fact<Period> {
    let promise = &question.promise;
    if !promise.is_limit() {
        return Err(Missing::NotForThisGoal);
    }
    let is_exceeded = !promise.is_met(Extreme::At(&one.amount()?))?.known()?;
    if is_exceeded || is_limit_exceeded_since(question) {
        let may_be_allowed = question.points().next().is_some();
        return Err(if may_be_allowed {
            Missing::NotForThisGoal
        } else {
            Missing::AlreadyExceeded
        });
    }
    projection.breach()
}

/// The share of a limit's room that the path expects to be spent ÷ the share that is spent. The room is the distance
/// from the baseline to the limit. An error if there is no room, or nothing of it is spent.
fn pace_of_room(path: &Path<'_>, due: &Expected, figure: &Covered) -> Fact<Decimal> {
    path.measurable_way()?;
    let spent = path.towards_goal(due.side(Decimal::ZERO, figure));
    if spent.is_gt() {
        Ok(due.pace_of_limit(figure)?)
    } else {
        Err(Missing::NothingSpent)
    }
}

/// The share of the way that a figure has covered ÷ the share that is due; an error where nothing is due yet.
fn pace(due: &Expected, figure: &Covered) -> Fact<Decimal> {
    if due.is_nothing() {
        Err(Missing::NothingDueYet)
    } else {
        Ok(due.pace(figure)?)
    }
}

/// The time from the baseline to the figure ÷ the time from the baseline to the deadline, as the target's clock counts;
/// an error where none has passed.
fn share_of_time(question: &Question<'_>, observed: &Comparable<'_>) -> Fact<Decimal> {
    let units = |years: Years| Decimal::from(years.units());
    question.promise.elapsed(observed.at)?;
    let begin = question.target.begin().ok_or(Missing::NoBaseline)?;
    let since = |at: Spot| units(question.target.time_between(begin, at));
    ratio(since(observed.at), since(question.target.deadline().into()))
}

/// The amount of the figure ÷ the promised amount, of amounts that are not negative.
fn completion(question: &Question<'_>, observed: &Comparable<'_>) -> Fact<Decimal> {
    let [amount, goal] = question.promise.parts_of_completion(&observed.amount()?)?;
    quotient(&amount, &goal)
}
