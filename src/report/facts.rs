//! The facts of one target, each as it is shown.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::cell::{Cell, Style};
use super::number;
use super::status::StatusCells;
use super::words::{Heading, Phrase, Worded};
use crate::evidence::{self, Evidence};
use crate::plan::{Goal, Target};
use crate::rule::CutValue;
use crate::series::Uncertainty;
use crate::trajectory::Point;
use crate::value::{Bound, Language, Period, names};

/// The facts of [`Evidence`], each as it is shown.
///
/// A fact that is not known is a cell whose [`why`](Cell::why) says why; what does not occur at all, as an uncertainty
/// that nobody published, is absent. What each is called in the language of the report stands in
/// [`Report::headings`](super::Report::headings), under the name that the field has here.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Indicator, Language, Measure, Observation, Observations, Pillar, Plan};
/// use milepost::{Quantity, Report, Rule, Series, Target, Unit, code, day, dec, period, text};
///
/// let unit = Unit::new(code!("EUR"), 6)?;
/// let revenue = Quantity::new(Measure::Flow, unit.clone());
/// let goal = Goal::level(Bound::AtLeast(dec!(121)));
/// let target = Target::builder(code!("revenue-2026"), revenue.clone(), goal, period!("2026"))
///     .baseline(Baseline::stated(period!("2024"), dec!(100)))
///     .build()?;
/// let indicator = Indicator::new(code!("revenue"), text!("Revenue"), revenue).with_target(target);
/// let plan = Plan::builder(code!("firm"), text!("Strategy"), period!("2025-01-01/P2Y"))
///     .pillar(Pillar::new(code!("growth"), text!("Growth")).with_indicator(indicator))
///     .build()?;
/// let figure = Observation::new(period!("2025"), dec!(104)).published_on(day!("2026-02-10"));
/// let observations = Observations::new(vec![Series::new(code!("revenue"), unit, vec![figure])?])?;
/// let report = Report::of(&plan, &observations, day!("2026-03-01"), &Rule::pace(), Language::English);
///
/// let facts = &report.target("revenue-2026").ok_or("a row")?.facts;
/// assert_eq!((&*facts.goal.text, &*facts.goal.words), ("≥ 121", "≥ 121 million EUR"));
/// assert_eq!((&*facts.expected.words, &*facts.gap.words), ("110 million EUR", "-6 million EUR"));
/// assert_eq!((&*facts.share_of_way.text, &*facts.pace.text), ("20.58 %", "0.412"));
/// assert_eq!((&*facts.growth_so_far.text, &*facts.growth_required_from_now.text), ("4.000 %", "16.346 %"));
/// assert_eq!((&*facts.times_faster.text, &*facts.projection.text, &*facts.arrival.text), ("4.09", "108.16", "2029"));
/// assert_eq!(facts.uncertainty, None, "nobody published one");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FactCells {
    /// Where the promise starts, in the target's unit, with its period.
    pub baseline: Cell,
    /// The bound as a value of the indicator, with its sign (`≥ 121`, of a band both edges) and the deadline.
    pub goal: Cell,
    /// The figure that the facts are computed from, with its period.
    pub observed: Cell,
    /// How far the true value may lie from it: `22–31 (95 %)`, or `± 2.3 (standard error)`.
    pub uncertainty: Option<Cell>,
    /// A newer figure that is only a bound.
    pub newer_bound: Option<Cell>,
    /// The age of the figure on the day of the question, in years; where none has a value, of the newest bound.
    pub age: Cell,
    /// The value that the path expects at the figure's period.
    pub expected: Cell,
    /// The whole number that decides, where things come one by one and the path expects a part of one: what a page
    /// shows as expected, if it shows one number.
    pub expected_to_decide: Option<Cell>,
    /// Observed − expected, in the target's unit, of percentages in percentage points: the distance that the sentence
    /// tells. Where there is a whole number that decides, it is from that.
    pub gap: Cell,
    /// Goal − observed, likewise: what is left to go.
    pub remaining: Cell,
    /// The share of the way from baseline to goal that is gone, in percent; of a limit, of its room that is spent.
    pub share_of_way: Cell,
    /// The share of the way that the path expects at the figure's period, in percent.
    pub share_expected: Cell,
    /// The share of the time from baseline to deadline that is gone at the figure's period, in percent.
    pub share_of_time: Cell,
    /// Share of the way ÷ share expected, of a limit the other way round: 1 is on the path.
    pub pace: Cell,
    /// Observed ÷ goal, in percent.
    pub completion: Cell,
    /// The name of that number: completion (完成率) only where a goal is approached from below.
    pub completion_heading: Worded<Heading>,
    /// Observed ÷ expected, in percent.
    pub observed_to_expected: Cell,
    /// Whether growth or change is the movement to show, as the sentence does; none where neither is known.
    pub movement: Option<Movement>,
    /// Growth a year from the baseline to the figure, in percent.
    pub growth_so_far: Cell,
    /// Growth a year that was required from the baseline, in percent.
    pub growth_required: Cell,
    /// Growth a year that is required from the figure on, in percent; of a limit, that is allowed.
    pub growth_required_from_now: Cell,
    /// Change a year from the baseline to the figure, in units.
    pub change_so_far: Cell,
    /// Change a year that was required from the baseline, in units.
    pub change_required: Cell,
    /// Change a year that is required from the figure on, in units; of a limit, that is allowed.
    pub change_required_from_now: Cell,
    /// The required ÷ the observed [`movement`](Self::movement).
    pub times_faster: Cell,
    /// The value at the deadline if the pace so far goes on.
    pub projection: Cell,
    /// The first period that meets the bound if the pace so far goes on; its number is absent, its period says it.
    pub arrival: Cell,
    /// The first period in which a limit is exceeded if the pace so far goes on, as the arrival is told.
    pub breach: Cell,
    /// The next value promised in between, with its period; none where no milestone is to come.
    pub next_milestone: Option<Cell>,
    /// Growth a year that is required from the figure to the next milestone, in percent; of a limit, that is allowed.
    pub growth_required_to_milestone: Option<Cell>,
    /// Change a year that is required from the figure to the next milestone, in units; of a limit, that is allowed.
    pub change_required_to_milestone: Option<Cell>,
    /// The values at which the classes of the rule begin at the figure's period, from the best class on; none of
    /// limits, of what is kept period by period, and of rules that do not cut a pace.
    pub cuts: Vec<CutCells>,
}

names! { "a movement":
    /// The movement that a front end shows of a target.
    pub enum Movement {
        /// Rates: `growth_so_far`, `growth_required`, `growth_required_from_now`, `growth_required_to_milestone`. The
        /// path grows by a rate.
        Growth = "growth",
        /// Amounts: `change_so_far`, `change_required`, `change_required_from_now`, `change_required_to_milestone`.
        Change = "change",
    }
}

impl Movement {
    /// The movement that a front end shows: rates if the path grows by a rate and one is known, else amounts. `None`
    /// where no amount is known either.
    pub(super) fn of(target: &Target, facts: &Evidence) -> Option<Self> {
        let any = facts.change_so_far.is_ok() || facts.change_required_from_now.is_ok();
        if evidence::moves_by_a_rate(target, facts) {
            Some(Self::Growth)
        } else {
            any.then_some(Self::Change)
        }
    }
}

/// The value at which a class begins.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CutCells {
    /// The class.
    pub status: StatusCells,
    /// The pace at which it begins.
    pub pace: Cell,
    /// The value at that pace; of things that come one by one, the first whole number of them that has it.
    pub value: Cell,
    /// Observed − value.
    pub distance: Cell,
}

impl CutCells {
    /// The cells of a class, with the value at which it begins.
    fn new(cut: &CutValue, target: &Target, style: Style) -> Self {
        Self {
            status: StatusCells::new(cut.status, style.language),
            pace: style.ratio(Ok(cut.cut), number::cut),
            value: style.in_unit(style.value(Ok(cut.value)), target),
            distance: style.difference_cell(Ok(cut.distance), target),
        }
    }
}

impl FactCells {
    /// The cells of all facts of a target, and of the values at which the classes of its rule begin.
    pub(super) fn new(target: &Target, facts: &Evidence, cuts: &[CutValue], style: Style) -> Self {
        let language = style.language;
        let in_unit = |cell| style.in_unit(cell, target);
        let difference = |fact| style.difference_cell(fact, target);
        let computed = |fact, period: Option<Period>| {
            let cell = in_unit(style.value(fact));
            match period.filter(|_| cell.is_known()) {
                Some(period) => cell.of_period(period, language),
                None => cell,
            }
        };
        let at_figure = facts.observed.ok().map(|figure| figure.period);
        // Where no figure has a value, the age is that of the bound.
        let aged = facts.observed.or_else(|missing| facts.newer_bound.ok_or(missing));
        let next = facts.next_milestone;
        let differs = facts.expected_to_decide.is_ok() && facts.expected_to_decide != facts.expected;
        Self {
            baseline: in_unit(style.stated_point(facts.baseline)),
            goal: in_unit(goal_cell(target, facts, style)),
            observed: in_unit(style.figure(facts.observed)),
            uncertainty: facts
                .uncertainty
                .map(|uncertainty| uncertainty_cell(uncertainty, language)),
            newer_bound: facts
                .newer_bound
                .map(|figure| in_unit(Cell::of_figure(figure, language))),
            age: style.age(facts.age.and_then(|age| Ok((age, aged?.period)))),
            expected: computed(facts.expected, at_figure),
            expected_to_decide: differs.then(|| computed(facts.expected_to_decide, at_figure)),
            gap: difference(facts.gap),
            remaining: difference(facts.remaining),
            share_of_way: style.share(facts.share_of_way),
            share_expected: style.share(facts.share_expected),
            share_of_time: style.share(facts.share_of_time),
            pace: style.ratio(facts.pace, number::pace),
            completion: style.share(facts.completion),
            completion_heading: completion_heading(target, facts, language),
            observed_to_expected: style.share(facts.observed_to_expected),
            movement: Movement::of(target, facts),
            growth_so_far: style.rate(facts.growth_so_far),
            growth_required: style.rate(facts.growth_required),
            growth_required_from_now: style.rate(facts.growth_required_from_now),
            change_so_far: difference(facts.change_so_far),
            change_required: difference(facts.change_required),
            change_required_from_now: difference(facts.change_required_from_now),
            times_faster: style.ratio(facts.times_faster, number::times),
            projection: computed(facts.projection, Some(target.deadline())),
            arrival: style.period(facts.arrival),
            breach: style.period(facts.breach),
            next_milestone: next.map(|next| in_unit(style.stated_point(Ok(next.milestone)))),
            growth_required_to_milestone: next.map(|next| style.rate(next.growth_required_from_now)),
            change_required_to_milestone: next.map(|next| difference(next.change_required_from_now)),
            cuts: cuts.iter().map(|cut| CutCells::new(cut, target, style)).collect(),
        }
    }
}

/// The heading of observed ÷ goal: under an upper limit, 90 % of it do not mean that work is nearly completed.
fn completion_heading(target: &Target, facts: &Evidence, language: Language) -> Worded<Heading> {
    let is_approached_from_below = match target.goal().bound() {
        Some(bound) if bound.is_cap() => false,
        _ => match (facts.baseline, facts.goal) {
            (Ok(baseline), Ok(goal)) => baseline.value <= goal.value,
            _ => true,
        },
    };
    let heading = if is_approached_from_below {
        Heading::Completion
    } else {
        Heading::ObservedToGoal
    };
    Worded::new(heading, heading.words(language))
}

/// How far the true value may lie from a figure: the range with its confidence, or the standard error.
pub(super) fn uncertainty_text(uncertainty: Uncertainty, language: Language) -> String {
    match uncertainty {
        Uncertainty::Range { from, to, confidence } => {
            let confidence = confidence.map(|share| format!(" ({})", number::stated_percent(share, language)));
            format!("{from}–{to}{}", confidence.unwrap_or_default())
        }
        Uncertainty::StandardError { standard_error } => {
            let number = &standard_error.to_string();
            Phrase::StandardError { number }.words(language)
        }
    }
}

/// The cell of an uncertainty, with the standard error as its number.
fn uncertainty_cell(uncertainty: Uncertainty, language: Language) -> Cell {
    let standard_error = match uncertainty {
        Uncertainty::Range { .. } => None,
        Uncertainty::StandardError { standard_error } => Some(standard_error),
    };
    Cell::new(uncertainty_text(uncertainty, language), standard_error, language)
}

/// What is promised, as a bound of values; for a change or an addition, of the value to which it leads.
pub(super) fn bound_of_values(target: &Target, facts: &Evidence) -> Option<Bound> {
    let goal = target.goal_in_values();
    let bound = goal.bound()?;
    match bound {
        _ if is_of_values(goal) => Some(bound),
        Bound::Within(_) => facts.goal_band.ok().map(Bound::Within),
        _ => bound.try_map(|_| Some(facts.goal.ok()?.value)),
    }
}

/// Whether a goal is promised as a value of its indicator, or as a sum of them.
const fn is_of_values(goal: Goal) -> bool {
    matches!(goal, Goal::Level(_) | Goal::Cumulative(_) | Goal::Keep { .. })
}

/// The cell of the bound, as a value of the indicator: `≥ 88`. The bound of a level, of a sum or of a goal that is kept
/// is shown as the plan writes it. For a change or an addition it is the value to which that leads, computed and
/// rounded.
fn goal_cell(target: &Target, facts: &Evidence, style: Style) -> Cell {
    let deadline = target.deadline();
    let Some(bound) = bound_of_values(target, facts) else {
        return style.point(facts.goal.map(|end| Point::new(deadline, end.value)));
    };
    let text = if is_of_values(target.goal_in_values()) {
        bound.to_string()
    } else {
        bound.written(|limit| style.value_text(limit))
    };
    Cell::new(text, facts.goal.ok().map(|end| end.value), style.language).of_period(deadline, style.language)
}
