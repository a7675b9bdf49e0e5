//! The plain facts about one target as of a date, whatever the rule that judges them.
//!
//! [`evidence()`] gathers them. Each is a value, or says what is [`Missing`].

mod amended;
#[expect(clippy::module_inception, reason = "the noun is called as the room")]
mod evidence;
mod movement;
mod next_milestone;
mod on_the_way;
mod path;
mod quotient;
#[cfg(feature = "serde")]
pub(crate) mod wire;

use alloc::boxed::Box;

use self::movement::{Required, movement_to_milestone};
use self::on_the_way::facts_on_the_way;
use self::path::promised_in_each_period;
use crate::plan::{Goal, Target};
use crate::progress::Question;
use crate::series::{AsOf, Figure, Series};
use crate::trajectory::Point;
use crate::value::{Band, Bound};

pub use crate::progress::{
    Caveat, Caveats, CaveatsIter, Fact, Ground, MilestoneOutcome, Missing, Outcome, PeriodOutcome, Reason, Record,
};
pub use amended::Amended;
pub use evidence::Evidence;
pub(crate) use movement::{movement_left, moves_by_a_rate};
pub use next_milestone::NextMilestone;
pub(crate) use path::path_of;
pub(crate) use quotient::{quotient, ratio};

/// Gathers the plain facts about a target from what was known of a series.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Series, Target, Unit, dec, evidence, date};
///
/// let unit = Unit::new("CNY".parse()?, 8)?;
/// let target = Target::builder(
///     "gdp-2026".parse()?,
///     Quantity::new(Measure::Flow, unit.clone()),
///     Goal::level(Bound::MoreThan(dec!(2000))),
///     "2026".parse()?,
/// )
/// .baseline(Baseline::stated("2021".parse()?, dec!(1517.7)))
/// .build()?;
/// let published = date("2026-01-26")?;
/// let observation = Observation::new("2025".parse()?, dec!(1781.8)).published_on(published);
/// let series = Series::new("gdp".parse()?, unit, vec![observation])?;
///
/// let facts = evidence(&target, &series, published);
/// assert_eq!(facts.expected.map(|expected| expected.round_dp(2)), Ok(dec!(1892.61)));
/// assert_eq!(facts.gap.map(|gap| gap.round_dp(2)), Ok(dec!(-110.81)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn evidence(target: &Target, series: &Series, as_of: impl Into<AsOf>) -> Evidence {
    facts_of(&Question::new(target, series, as_of.into()))
}

/// All facts that answer a question: those by the kind of its goal, the record of periods, the milestones, the edges of
/// a band, and the first promise of an amended target.
pub(crate) fn facts_of(question: &Question<'_>) -> Evidence {
    let record = question.record();
    let facts = facts_by_kind_of_goal(question, record);
    Evidence {
        record,
        uncertainty: facts
            .observed
            .ok()
            .and_then(|figure| question.figures.uncertainty_of(figure)),
        milestones: MilestoneOutcome::all_due(question),
        next_milestone: next_milestone(question),
        amended: amended(question).map(Box::new),
        goal_band: goal_band(question),
        ..facts
    }
}

/// The first milestone after the latest figure that is due on the day of the question or later, with what it requires;
/// `None` where none is to come.
fn next_milestone(question: &Question<'_>) -> Option<NextMilestone> {
    let now = question.as_of.position();
    let latest = question.latest_exact_or_bound().map(|latest| latest.at.position());
    let is_to_come = |point: &Point| {
        let stands_at = question.figures.stands_at(point.period);
        question.figures.measured_at(point.period) >= now && latest.is_none_or(|latest| stands_at > latest)
    };
    let milestone = question.points().find(is_to_come)?;
    let observed = question.observed();
    let left = observed.and_then(|observed| movement_to_milestone(question, observed, milestone));
    let required = Required::by(question, left);
    Some(NextMilestone {
        milestone,
        growth_required_from_now: required.growth,
        change_required_from_now: required.change,
    })
}

/// Both edges of a promised band, as values of the indicator; an error if the goal has no number, or is no band, or an
/// edge has no value.
fn goal_band(question: &Question<'_>) -> Fact<Band> {
    let goal = question.target.goal();
    if let Goal::Unstated(lacks) = goal {
        return Err(Missing::GoalUnstated { lacks });
    }
    let Some(Bound::Within(band)) = goal.bound() else {
        return Err(Missing::NotForThisGoal);
    };
    let [low, high] = [band.low(), band.high()].map(|edge| question.promise.value_of_limit(edge));
    // The edges stay in order: a change in percent is of a value above zero.
    Band::new(low?, high?).map_err(|_| Missing::NotConfigured)
}

/// The facts of a question by the kind of its goal: a goal without its number, a goal that is kept period by period or
/// a trend (whose `record` tells how the periods went), and a goal that asks for a value by the deadline.
fn facts_by_kind_of_goal(question: &Question<'_>, record: Fact<Record>) -> Evidence {
    let age = |figure: Fact<Figure>| figure.map(|figure| question.age(figure));
    match question.target.goal() {
        Goal::Unstated(lacks) => {
            let observed = question.observed().map(|observed| observed.figure);
            Evidence {
                observed,
                newer_bound: question.latest_bound(),
                age: age(observed),
                ..Evidence::unknown(Missing::GoalUnstated { lacks })
            }
        }
        Goal::Keep { .. } | Goal::Trend { .. } => {
            let of_record = record.ok().and_then(|record| record.latest_outcome);
            let latest = || question.latest().map(|latest| latest.figure);
            let observed = of_record
                .map(|latest| latest.figure)
                .or_else(latest)
                .ok_or_else(|| question.no_observation());
            Evidence {
                baseline: question.baseline_point(),
                goal: promised_in_each_period(question.target),
                observed,
                age: age(observed),
                ..Evidence::unknown(Missing::NotForThisGoal)
            }
        }
        _ => facts_on_the_way(question),
    }
}

/// The amendment in force and the facts of the first promise; `None` unless an amendment is in force.
fn amended(question: &Question<'_>) -> Option<Amended> {
    let (first, as_of) = (question.amended?, question.as_of);
    let version = first.version_on(as_of.date())?;
    let amendment = version.amendment();
    let series = question.figures.known.series();
    let asked = Question::without_amendments(first, series, as_of);
    let facts = facts_by_kind_of_goal(&asked, asked.record());
    Some(Amended {
        number: u32::try_from(first.amendments_by(as_of.date())).unwrap_or(u32::MAX),
        since: amendment.since(),
        why: amendment.why().cloned(),
        citation: amendment.citation().cloned(),
        revisions: version.promised().revisions_since(first),
        first_baseline: facts.baseline,
        first_goal: facts.goal,
        first_deadline: first.deadline(),
    })
}
