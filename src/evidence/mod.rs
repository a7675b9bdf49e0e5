//! The plain facts about one target as of a date, whatever the rule that judges them.
//!
//! [`evidence`] gathers them. Each is a value, or says what is [`Missing`].

mod amended;
#[cfg(feature = "serde")]
pub(crate) mod wire;

use alloc::boxed::Box;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::exact::Real;
use crate::growth::{self, ConstantGrowth, GrowthError};
use crate::plan::{Goal, Target};
pub use crate::progress::{
    Caveat, Caveats, CaveatsIter, Fact, Ground, MilestoneOutcome, Missing, Outcome, Reason, Record,
};
use crate::progress::{Comparable, Extreme, Path, Projection, Question, schedule_grid};
use crate::series::{AsOf, Figure, Reading, Series, Uncertainty};
use crate::trajectory::{Curve, Distance, Expected, Gone, Point, Trajectory};
use crate::value::{Bound, Length, Period, Rate, Requirement, Years};
pub use amended::Amended;

/// The plain facts about one target as of a date.
///
/// *Required* always means: from there to the goal by the deadline. *So far* means: from the baseline to the figure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct Evidence {
    /// Whether the promise is a limit to be kept within, and not a goal to be reached: what is *required* of it is what
    /// is allowed, its way is the room between the baseline and the bound, and its pace the share that the path expects
    /// ÷ the share of the room that is spent.
    pub is_limit: bool,
    /// Where the promise starts: the baseline's period and value. The sum 0 for a cumulative goal, the index 1 for
    /// rates.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Point>"))]
    pub baseline: Fact<Point>,
    /// What is promised, as a value of the indicator at the deadline.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Point>"))]
    pub goal: Fact<Point>,
    /// The figure that the facts below are computed from: the latest one with a value, up to the deadline.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Figure>"))]
    pub observed: Fact<Figure>,
    /// How far the true value may lie from that figure, as its publisher says.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::Uncertainty::serialize"))]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<wire::Uncertainty>"))]
    pub uncertainty: Option<Uncertainty>,
    /// A newer figure that is only a bound.
    pub newer_bound: Option<Figure>,
    /// The time from the end of the figure's period, or where none has a value, of the newest bound's, to the day of
    /// the question.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Years>"))]
    pub age: Fact<Years>,
    /// The value that the path expects at the figure's period, or where no figure has a value, at that of the newest
    /// bound. A limit that is held expects its bound all along, and of
    /// a band the edge towards which the figure has moved from the baseline.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub expected: Fact<Decimal>,
    /// The expected value that decides: for things that come one by one, a whole number of them.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub expected_to_decide: Fact<Decimal>,
    /// Observed − expected.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub gap: Fact<Decimal>,
    /// The share of the way from baseline to goal that is gone, of the room of a limit that is spent; of logarithms on
    /// constant growth. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub share_of_way: Fact<Decimal>,
    /// The share of the way that the path expects. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub share_expected: Fact<Decimal>,
    /// The share of the time from baseline to deadline that is gone at the figure's period. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub share_of_time: Fact<Decimal>,
    /// Share of the way ÷ share that the path expects; of a limit the other way round, so that more is better. To 12
    /// decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub pace: Fact<Decimal>,
    /// Observed ÷ goal (完成率), of values that are not negative, whichever way leads to it: falling, it comes down to 1.
    /// To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub completion: Fact<Decimal>,
    /// Observed ÷ expected, of values that are not negative. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub observed_to_expected: Fact<Decimal>,
    /// Goal − observed: what is left.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub remaining: Fact<Decimal>,
    /// The compound rate of growth from the baseline to the figure.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Rate>"))]
    pub growth_so_far: Fact<Rate>,
    /// The compound rate that was required from the baseline.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Rate>"))]
    pub growth_required: Fact<Rate>,
    /// The compound rate that is required from the figure on. Once the deadline is past, nothing is any more.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Rate>"))]
    pub growth_required_from_now: Fact<Rate>,
    /// The change per year from the baseline to the figure; of a sum, the average yearly flow.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub change_so_far: Fact<Decimal>,
    /// The change per year that was required from the baseline.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub change_required: Fact<Decimal>,
    /// The change per year that is required from the figure on: to the goal, to the edge of what a limit allows, or
    /// back to the nearer edge of a band. Once the deadline is past, nothing is any more.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub change_required_from_now: Fact<Decimal>,
    /// What is required from now on ÷ what there was so far: of growth where the path grows by a rate and one is known,
    /// else of the change per year. To 12 decimals.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub times_faster: Fact<Decimal>,
    /// The value at the deadline if the pace so far goes on.
    #[cfg_attr(feature = "serde", serde(with = "wire::DecimalFact"))]
    pub projection: Fact<Decimal>,
    /// The first period that meets the bound if the pace so far goes on: of the goal's own length for averages and
    /// for sums of a period, else a month.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Period>"))]
    pub arrival: Fact<Period>,
    /// How the periods went in which the promise was to hold.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Record>"))]
    pub record: Fact<Record>,
    /// How the milestones went whose periods are over, in the order of time.
    #[cfg_attr(feature = "serde", serde(with = "wire::FactOf::<Vec<MilestoneOutcome>>"))]
    pub milestones: Fact<Vec<MilestoneOutcome>>,
    /// The next milestone, due on the day of the question or later.
    pub next_milestone: Option<Point>,
    /// What was first promised, where an amendment is in force.
    pub amended: Option<Box<Amended>>,
}

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
    let question = Question::new(target, series, as_of.into());
    of(question.as_ref().map_err(|reason| *reason))
}

impl Evidence {
    /// Nothing is known, for one reason.
    pub(crate) const fn unknown(missing: Missing) -> Self {
        Self {
            is_limit: false,
            baseline: Err(missing),
            goal: Err(missing),
            observed: Err(missing),
            uncertainty: None,
            newer_bound: None,
            age: Err(missing),
            expected: Err(missing),
            expected_to_decide: Err(missing),
            gap: Err(missing),
            share_of_way: Err(missing),
            share_expected: Err(missing),
            share_of_time: Err(missing),
            pace: Err(missing),
            completion: Err(missing),
            observed_to_expected: Err(missing),
            remaining: Err(missing),
            growth_so_far: Err(missing),
            growth_required: Err(missing),
            growth_required_from_now: Err(missing),
            change_so_far: Err(missing),
            change_required: Err(missing),
            change_required_from_now: Err(missing),
            times_faster: Err(missing),
            projection: Err(missing),
            arrival: Err(missing),
            record: Err(missing),
            milestones: Err(missing),
            next_milestone: None,
            amended: None,
        }
    }
}

/// The facts that answer a question.
pub(crate) fn of(question: Fact<&Question<'_>>) -> Evidence {
    let question = match question {
        Ok(question) => question,
        Err(reason) => return Evidence::unknown(reason),
    };
    let facts = by_kind(question);
    let now = question.as_of.position();
    let mut milestones = question.points().iter().copied();
    Evidence {
        record: question.record,
        uncertainty: facts
            .observed
            .ok()
            .and_then(|figure| question.figures.uncertainty_of(figure)),
        milestones: MilestoneOutcome::of(question),
        next_milestone: milestones.find(|point| point.period.end() >= now),
        amended: amended(question).map(Box::new),
        ..facts
    }
}

/// The facts that every kind of goal has in its own way.
fn by_kind(question: &Question<'_>) -> Evidence {
    let age = |figure: Fact<Figure>| figure.map(|figure| question.age(figure));
    match question.target.goal() {
        Goal::Unstated(lacks) => {
            let observed = question.observed().map(|observed| observed.figure);
            Evidence {
                observed,
                newer_bound: newer_bound(question),
                age: age(observed),
                ..Evidence::unknown(Missing::GoalUnstated { lacks })
            }
        }
        Goal::Keep { .. } | Goal::Trend { .. } => {
            let of_record = question.record.ok().and_then(|record| record.figure);
            let latest = || question.latest().map(|latest| latest.figure);
            let observed = of_record.or_else(latest).ok_or(Missing::NoObservation);
            Evidence {
                baseline: baseline(question),
                goal: promised_in_each_period(question.target),
                observed,
                age: age(observed),
                ..Evidence::unknown(Missing::NotForThisGoal)
            }
        }
        _ => on_the_way(question),
    }
}

/// What was first promised, where an amendment is in force.
fn amended(question: &Question<'_>) -> Option<Amended> {
    let (first, as_of) = (question.amended?, question.as_of);
    let version = first.version_on(as_of.date())?;
    let amendment = version.amendment();
    let series = question.figures.known().series();
    let asked = Question::of_first_promise(first, series, as_of);
    let facts = asked.as_ref().map_or_else(|reason| Evidence::unknown(*reason), by_kind);
    Some(Amended {
        number: u32::try_from(first.promised_by(as_of.date()).skip(1).count()).unwrap_or(u32::MAX),
        since: amendment.since(),
        why: amendment.why().cloned(),
        citation: amendment.citation().cloned(),
        revisions: version.promised().revisions_since(first),
        first_baseline: facts.baseline,
        first_goal: facts.goal,
        first_deadline: first.deadline(),
    })
}

/// The facts of a goal that leads somewhere by its deadline.
fn on_the_way(question: &Question<'_>) -> Evidence {
    let (promise, observed) = (&question.promise, question.observed());
    let beside = question.before_deadline().ok_or_else(|| question.no_observation());
    let (value, goal_value) = (observed.and_then(Comparable::number), promise.goal_value());
    let gone = observed.and_then(|observed| movement_so_far(question, observed));
    let required = required_movement(question);
    let left = observed.and_then(|observed| movement_left(question, observed));
    let [growth_gone, growth_left] = [gone, left].map(|movement| promise.growth_between(movement?));
    let growth_promised = required.and_then(|_| growth_promised(question));
    let growth_so_far = annual_rate(&growth_gone);
    let growth_required = annual_rate(&growth_promised);
    let growth_required_from_now = annual_rate(&growth_left);
    let on_path = on_path(question, &growth_gone, growth_promised).unwrap_or_else(Evidence::unknown);
    let mut facts = Evidence {
        is_limit: promise.is_limit(),
        baseline: baseline(question),
        goal: goal_value.map(|value| Point::new(question.target.deadline(), value)),
        observed: observed.map(|observed| observed.figure),
        newer_bound: newer_bound(question),
        age: beside.map(|one| question.age(one.figure)),
        share_of_time: beside.and_then(|one| share_of_time(question, one)),
        completion: observed.and_then(|observed| completion(question, observed)),
        remaining: value.and_then(|value| difference(goal_value?, value)),
        growth_so_far,
        growth_required,
        growth_required_from_now,
        change_so_far: gone.and_then(change_of),
        change_required: required.and_then(change_of),
        change_required_from_now: left.and_then(change_of),
        arrival: left.and(on_path.arrival),
        ..on_path
    };
    facts.times_faster = times_faster(question.target, &facts);
    facts
}

/// The facts that set the figure beside the path, or what is expected where it is only a bound, with the growth from
/// the baseline to the figure, and the promised one.
fn on_path(question: &Question<'_>, growth_gone: &Fact<Distance>, promised: Fact<Distance>) -> Fact<Evidence> {
    let one = question.before_deadline().ok_or_else(|| question.no_observation())?;
    let (mut path, value) = (question.path()?.clone(), one.number());
    question.comparable_with_baseline(one)?;
    let mut figure = value.map(|value| path.way().gone(path.start(), value));
    // On a path of growth both have been found already.
    if let (true, Ok(gone), Ok(promised)) = (path.grows(), growth_gone, promised) {
        (figure, path) = (Ok(gone.end(path.start())), path.with_way(promised));
    }
    let figure = figure.as_ref().map_err(|reason| *reason);
    let exactly = path.exactly(one.at);
    let expected = exactly.as_ref().map_err(|reason| *reason);
    let expected = expected.and_then(|exactly| Ok(exactly.value()?));
    let due = exactly.and_then(|exactly| path.decided_by(exactly));
    let due = due.as_ref().map_err(|reason| *reason);
    let projection = value.and_then(|_| Projection::new(question, &path, one, || growth_gone.clone()));
    let projection = projection.as_ref().map_err(|reason| *reason);
    Ok(Evidence {
        expected,
        expected_to_decide: expected.map(|expected| path.deciding(expected)),
        gap: expected.and_then(|expected| difference(value?, expected)),
        share_of_way: path.some_way().and_then(|way| Ok(figure?.share_of(way)?)),
        share_expected: expected.and_then(|_| Ok(due?.share_of(path.some_way()?)?)),
        pace: expected.and_then(|_| {
            if question.promise.is_limit() {
                pace_of_room(&path, due?, figure?)
            } else {
                pace(due?, figure?)
            }
        }),
        observed_to_expected: expected.and_then(|expected| part_of(value?, expected)),
        projection: projection.and_then(|projection| projection.value_at(question.target.deadline())),
        // A limit is not there to be reached.
        arrival: match projection {
            Ok(_) if question.promise.is_limit() => Err(Missing::NotForThisGoal),
            projection => projection.and_then(Projection::arrival),
        },
        ..Evidence::unknown(Missing::NotForThisGoal)
    })
}

/// The share of the room of a limit that is expected to be spent ÷ the share that is spent.
fn pace_of_room(path: &Path<'_>, due: &Expected, figure: &Gone) -> Fact<Decimal> {
    path.some_way()?;
    let spent = path.towards_goal(due.side(Decimal::ZERO, figure));
    if spent.is_gt() {
        Ok(due.pace_of_room(figure)?)
    } else {
        Err(Missing::NothingSpent)
    }
}

/// The share of the way ÷ the share that is expected.
fn pace(due: &Expected, figure: &Gone) -> Fact<Decimal> {
    if due.is_nothing() {
        Err(Missing::NothingDueYet)
    } else {
        Ok(due.pace(figure)?)
    }
}

/// The movement from the baseline to a figure.
fn movement_so_far(question: &Question<'_>, observed: &Comparable<'_>) -> Fact<[Point; 2]> {
    question.comparable_with_baseline(observed)?;
    question.promise.elapsed(observed.at)?;
    Ok([start(question)?, Point::new(observed.at, observed.number()?)])
}

/// The movement from the baseline to the goal. What the baseline meets already requires none.
fn required_movement(question: &Question<'_>) -> Fact<[Point; 2]> {
    let from = start(question)?;
    if question.promise.leads_nowhere() {
        return Err(Missing::NoWay);
    }
    let to = question.promise.goal_value()?;
    question.promise.whole_time?;
    Ok([from, Point::new(question.target.deadline(), to)])
}

/// The movement from a figure to the goal, or to where a limit is left, its tolerance included, while there is time for
/// it. It needs no baseline, unless the goal counts from it.
pub(crate) fn movement_left(question: &Question<'_>, observed: &Comparable<'_>) -> Fact<[Point; 2]> {
    let (promise, target) = (&question.promise, question.target);
    question.comparable_with_goal(observed)?;
    let amount = observed.amount()?;
    if promise.is_met(Extreme::At(&amount))? == Some(true) && !promise.is_limit() {
        return Err(Missing::AlreadyMet);
    }
    if question.is_past_deadline() || target.deadline().end() <= observed.at.end() {
        return Err(Missing::NoTimeLeft);
    }
    let from = Point::new(observed.at, observed.number()?);
    let bound = if promise.is_limit() {
        promise.deciding_bound()?
    } else {
        promise.bound()?
    };
    let to = promise.value_of_limit(promise.aim_for(bound, &amount)?)?;
    Ok([from, Point::new(target.deadline(), to)])
}

/// The growth that was promised from the baseline on.
fn growth_promised(question: &Question<'_>) -> Fact<Distance> {
    let promise = &question.promise;
    if promise.is_sum() {
        return Err(Missing::NotForThisGoal);
    }
    // Where the numbers of the promise have a growth, its values may have none.
    ConstantGrowth::new(promise.baseline?, promise.goal_value()?, promise.whole_time?)?;
    Ok(Distance::growth_in_128_bits(
        promise.growth_promised()?,
        promise.whole_time?,
    ))
}

/// The change per year from one point to another.
fn change_of([from, to]: [Point; 2]) -> Fact<Decimal> {
    let over = to.period.end().since(from.period.end());
    Ok(growth::change_per_year(from.value, to.value, over)?)
}

/// A growth as a rate per year.
fn annual_rate(growth: &Fact<Distance>) -> Fact<Rate> {
    let growth = growth.as_ref().map_err(|reason| *reason)?;
    Ok(growth.annual_rate().ok_or(Missing::NotForThisGoal)??)
}

/// The latest figure, if it is only a bound.
fn newer_bound(question: &Question<'_>) -> Option<Figure> {
    let latest = question.latest().map(|latest| latest.figure);
    latest.filter(|figure| matches!(figure.reading, Reading::Interval(_)))
}

fn baseline(question: &Question<'_>) -> Fact<Point> {
    let period = question.target.baseline().ok_or(Missing::NoBaseline)?.period();
    Ok(Point::new(period, question.promise.baseline?))
}

/// The baseline's value where the path begins: of a mean, halfway in its period.
fn start(question: &Question<'_>) -> Fact<Point> {
    let start = question.target.start().ok_or(Missing::NoBaseline)?;
    Ok(Point::new(start, question.promise.baseline?))
}

/// What a goal promises of each period, as a value at the deadline, if it is one number.
fn promised_in_each_period(target: &Target) -> Fact<Point> {
    match target.goal().requirement().map(Requirement::bound) {
        Some(Bound::AtLeast(value) | Bound::MoreThan(value) | Bound::AtMost(value) | Bound::LessThan(value)) => {
            Ok(Point::new(target.deadline(), value))
        }
        _ => Err(Missing::NotForThisGoal),
    }
}

fn share_of_time(question: &Question<'_>, observed: &Comparable<'_>) -> Fact<Decimal> {
    let units = |years: Years| Decimal::from(years.units());
    question.promise.elapsed(observed.at)?;
    let start = question.target.start().ok_or(Missing::NoBaseline)?;
    let since = |period: Period| units(question.target.clock().between(start, period));
    ratio(since(observed.at), since(question.target.deadline()))
}

/// Whether it moves by a rate: its path does, and the rate so far is known.
pub(crate) fn moves_by_a_rate(target: &Target, facts: &Evidence) -> bool {
    let start = facts.baseline.ok().map(|baseline| baseline.value);
    let grows = target.curve_from(start) == Some(Curve::ConstantGrowth) && !target.goal().is_budget();
    grows && facts.growth_so_far.is_ok()
}

/// How many times the movement so far is required from now on, in that in which it moves.
fn times_faster(target: &Target, facts: &Evidence) -> Fact<Decimal> {
    let (so_far, required) = if moves_by_a_rate(target, facts) {
        (
            facts.growth_so_far?.as_decimal(),
            facts.growth_required_from_now?.as_decimal(),
        )
    } else {
        (facts.change_so_far?, facts.change_required_from_now?)
    };
    if so_far.is_zero() || so_far.is_sign_negative() != required.is_sign_negative() {
        return Err(Missing::NoGrowthSoFar);
    }
    ratio(required, so_far)
}

fn difference(one: Decimal, other: Decimal) -> Fact<Decimal> {
    one.checked_sub(other).ok_or(GrowthError::Overflow.into())
}

fn completion(question: &Question<'_>, observed: &Comparable<'_>) -> Fact<Decimal> {
    let [amount, goal] = question.promise.completion(&observed.amount()?)?;
    quotient(&amount, &goal)
}

/// What part of a whole a value is. Of two losses the larger would look like more than the whole.
fn part_of(value: Decimal, whole: Decimal) -> Fact<Decimal> {
    if value < Decimal::ZERO || whole < Decimal::ZERO {
        return Err(Missing::NegativeParts);
    }
    ratio(value, whole)
}

/// One number ÷ another, to 12 decimals, half-even.
pub(crate) fn quotient(one: &Real, other: &Real) -> Fact<Decimal> {
    Ok(one.quotient(other).ok_or(Missing::DividedByZero)??)
}

/// The same of two decimals.
pub(crate) fn ratio(one: Decimal, other: Decimal) -> Fact<Decimal> {
    quotient(&one.into(), &other.into())
}

impl Target {
    /// The path, with its baseline read from what was known of a series as of a date.
    ///
    /// It runs from the baseline through the milestones to the goal, of the version in force on that day. What is to be
    /// kept period by period holds its limit from the first day.
    ///
    /// # Errors
    ///
    /// Why there is no path: no baseline, a goal that leads nowhere, a bound that the baseline meets
    /// already.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Baseline, Bound, Goal, Measure, Quantity, Series, Target, Unit, code, day, dec, period};
    ///
    /// let unit = Unit::new(code!("CNY"), 8)?;
    /// let product = Quantity::new(Measure::Flow, unit.clone());
    /// let target = Target::builder(code!("gdp-2026"), product, Goal::level(Bound::MoreThan(dec!(2000))), period!("2026"))
    ///     .baseline(Baseline::stated(period!("2021"), dec!(1517.7)))
    ///     .build()?;
    ///
    /// let nothing_seen = Series::empty(code!("gdp"), unit);
    /// let path = target.trajectory(&nothing_seen, day!("2026-01-31"))?;
    /// assert_eq!(path.expected(period!("2025"))?.round_dp(2), dec!(1892.61));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn trajectory<'a>(&'a self, series: &'a Series, as_of: impl Into<AsOf>) -> Fact<Trajectory<'a>> {
        let as_of = as_of.into();
        let question = Question::new(self, series, as_of);
        path_of(
            self.in_force_on(as_of.date()),
            question.as_ref().map_err(|reason| *reason),
        )
    }
}

/// The values that are due on the path of a target, period by period: those of this length that end after the baseline.
///
/// Their phase is that of the figures of that length, or of a reporting period, where all of these share one; else they
/// are counted back from the deadline's end. The goal stands last.
///
/// # Errors
///
/// Those of [`Target::trajectory`], and of [`Trajectory::expected`].
///
/// # Examples
///
/// ```
/// use milepost::evidence::schedule;
/// use milepost::{Baseline, Bound, Goal, Length, Measure, Observation, Quantity, Series, Target, Unit, date, dec};
///
/// let homes = Quantity::new(Measure::Stock, Unit::new("home".parse()?, 0)?);
/// let target = Target::builder("homes".parse()?, homes, Goal::level(Bound::AtLeast(dec!(300))), "2023".parse()?)
///     .baseline(Baseline::stated("2020".parse()?, dec!(0)))
///     .build()?;
/// // Counted at the end of each March.
/// let counted = Observation::new("2020-04-01/P1Y".parse()?, dec!(20)).published_on(date("2021-05-01")?);
/// let series = Series::new("homes".parse()?, target.quantity().unit().clone(), vec![counted])?;
///
/// let due = schedule(&target, &series, date("2021-06-30")?, Length::YEAR).map_err(|_| "a path")?;
/// let due: Vec<_> = due.iter().map(|point| (point.period.last().to_string(), point.value)).collect();
/// assert_eq!(due[0], ("2021-03-31".to_string(), dec!(25)));
/// assert_eq!(due[2], ("2023-03-31".to_string(), dec!(225)));
/// assert_eq!(due[3], ("2023-12-31".to_string(), dec!(300)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn schedule(target: &Target, series: &Series, as_of: impl Into<AsOf>, every: Length) -> Fact<Vec<Point>> {
    let question = Question::new(target, series, as_of.into());
    let question = question.as_ref().map_err(|reason| *reason);
    let grid = schedule_grid(target, question.map(|question| question.figures), every);
    Ok(path_of(target, question)?.schedule_on(grid)?)
}

/// The same where the question is put. What is to be kept needs no figures.
pub(crate) fn path_of<'a>(target: &'a Target, question: Fact<&Question<'a>>) -> Fact<Trajectory<'a>> {
    match target.goal() {
        Goal::Keep { .. } => held(target),
        _ => Ok(question?.path()?.trajectory.clone()),
    }
}

/// The path of a promise that is to be kept from the first day on.
fn held(target: &Target) -> Fact<Trajectory<'_>> {
    let goal = promised_in_each_period(target)?;
    let start = Point::new(target.start().ok_or(Missing::NoBaseline)?, goal.value);
    Ok(Trajectory::new(start, &[], goal, Curve::Hold)?)
}
