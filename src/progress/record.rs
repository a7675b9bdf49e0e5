//! The record of a promise that is looked at period by period.
//!
//! Unemployment of at most 5.5 % in each year from 2022 to 2026, asked on 2025-01-20, with 5.6 % for 2022 and 5.2 % for
//! 2024: three periods are over and so *due*. 2022 is *broken*, 2024 *kept*, and 2023 *unknown*: a period without a
//! figure is never taken for kept. 2025 and 2026 are *to come*. So the promise was kept in one of two periods of which
//! it is known, and `due = kept + broken + unknown` always holds.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::Extreme;
use super::steps::{Step, Steps};
use super::values::Figures;
use super::{Caveat, Caveats, Fact, Missing};
use crate::plan::{Baseline, Every, Goal, Target, Than};
use crate::series::{AsOf, Figure, Reading, Uncertainty};
use crate::value::{Direction, Met, Period, Requirement, names};

/// How the periods went that a promise was to hold in.
///
/// Periods count from the first that lies wholly after the baseline, and are due when they are over, or decided before:
/// what happened of a sum that cannot be negative is never undone.
///
/// # Examples
///
/// ```
/// use milepost::{Baseline, Bound, Goal, Length, Measure, Observation, Outcome, Quantity, Rule, Series, Target, Unit};
/// use milepost::{assess, code, day, dec, period};
///
/// // Unemployment of 5.5 % at most in each year.
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let goal = Goal::keep(Bound::AtMost(dec!(5.5)), Length::YEAR);
/// let target = Target::builder(code!("jobless"), share, goal, period!("2026"))
///     .baseline(Baseline::stated(period!("2021"), dec!(5.1)))
///     .build()?;
/// let published = day!("2025-01-20");
/// let of = |period, value| Observation::new(period, value).published_on(published);
/// let figures = vec![of(period!("2022"), dec!(5.6)), of(period!("2024"), dec!(5.2))];
/// let series = Series::new(code!("unemployment"), Unit::percent(), figures)?;
///
/// let record = assess(&target, &series, published, &Rule::pace()).evidence.record?;
/// assert_eq!((record.due, record.kept, record.broken, record.unknown), (3, 1, 1, 1));
/// assert_eq!((record.to_come, record.last_broken), (Some(2), Some(period!("2022"))));
/// let latest = record.latest_outcome.ok_or("a period of which it is known")?;
/// assert_eq!((latest.period, latest.outcome), (period!("2024"), Outcome::Kept));
/// assert_eq!(latest.figure.reading.value(), Some(dec!(5.2)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record {
    /// Periods that are over, and a running one that is broken, or kept, already.
    pub due: u32,
    /// Periods of which it is known that the promise held.
    pub kept: u32,
    /// Periods of which it is known that it did not.
    pub broken: u32,
    /// Periods of which it is not known.
    pub unknown: u32,
    /// Periods that are not due; `None` where each figure counts as it comes.
    pub to_come: Option<u32>,
    /// How the latest period went of which that is known; `None` where it is known of none.
    pub latest_outcome: Option<PeriodOutcome>,
    /// The last period in which the promise did not hold; `None` where it held in all that are known.
    pub last_broken: Option<Period>,
    /// The last period in which the promise held; `None` where it held in none that is known.
    pub last_kept: Option<Period>,
    /// The caveats of figures that are intervals, be it of unknown periods: sources differ, or a figure that is newer
    /// than the latest outcome is only a bound.
    pub caveats: Caveats,
    /// Whether the same was asked of all periods of which it is known: by no amendment something else of some. It is
    /// for words alone, and not written.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub is_asked_alike: bool,
    /// The last period, where after the deadline no figure of it is known, all others are, and it is still waited for.
    /// It is for words alone, and not written.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub pending: Option<Period>,
}

/// How one period went, and the figure that tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PeriodOutcome {
    /// The period in which the promise was to hold.
    pub period: Period,
    /// Whether it was kept, broken, or went the wrong way.
    pub outcome: Outcome,
    /// The figure of the period, in the unit of the target.
    pub figure: Figure,
}

names! { "an outcome":
    /// How one period went.
    pub enum Outcome {
        /// The promise held.
        Kept = "kept",
        /// The promise did not hold.
        Broken = "broken",
        /// The promise did not hold, and the value went the wrong way.
        Reversed = "reversed",
    }
}

/// A period of a record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RecordedPeriod {
    pub(crate) period: Period,
    /// Whether it is counted; else it is to come.
    pub(crate) is_due: bool,
    /// How it went; `None` where that is not known.
    pub(crate) outcome: Option<Outcome>,
    /// The figure that tells it, or leaves it open; `None` where none is known.
    pub(crate) figure: Option<Figure>,
}

/// Where the periods of a record are told, in the order in which they are counted; `None` to count them alone.
type Told<'t> = Option<&'t mut Vec<RecordedPeriod>>;

/// How many of the periods that are due are told, the latest, and how many of those to come. A promise of each day has
/// millions of them, whatever the size of its document; nobody reads more in a list.
const MOST_TOLD: usize = 1000;

/// A value that the figure of a period is supposed to have, to see what would change.
#[derive(Clone, Copy)]
pub(super) struct Supposed {
    /// The period of the figure.
    pub(super) period: Period,
    /// The supposed value; `None` to suppose that the figure is not known.
    pub(super) value: Option<Decimal>,
}

impl Record {
    /// The record of a goal that is looked at period by period; an error of any other goal. `amended` is the target
    /// with its amendments, `None` where none was made by the day: the version in force at the end of a period tells
    /// what is asked of the period.
    ///
    /// After the deadline, the latest period whose outcome is known counts as unknown if its figure is an estimate in
    /// whose place a [final figure](Figures::awaits_final_figure) is still waited for.
    ///
    /// The periods are `told` in the order of time, each as it is counted.
    pub(super) fn new<'a>(
        figures: Figures<'a>,
        amended: Option<&'a Target>,
        as_of: AsOf,
        mut told: Told<'_>,
    ) -> Fact<Self> {
        let mut record = Self::supposing(figures, amended, as_of, None, told.as_deref_mut())?;
        let is_past = figures.target.is_past_deadline(as_of.date());
        let is_awaited = |last: &Period| {
            let end = figures.measured_at(*last);
            is_past && !figures.have_reporting_periods_passed(2, end)
        };
        record.pending = record.pending.filter(is_awaited);
        let is_open = |last: &PeriodOutcome| is_past && figures.awaits_final_figure(last.figure);
        let Some(PeriodOutcome { period, .. }) = record.latest_outcome.filter(is_open) else {
            return Ok(record);
        };
        if let Some(told) = &mut told {
            told.clear();
        }
        Self::supposing(figures, amended, as_of, Some(Supposed { period, value: None }), told)
    }

    /// The record of a goal, as it would be if one figure had the `supposed` value, or as it is if that is `None`.
    /// Estimates count like other figures. The versions of an amended target are gone through one after the other, and
    /// each counts the periods at whose end it was in force.
    pub(super) fn supposing<'a>(
        figures: Figures<'a>,
        amended: Option<&'a Target>,
        as_of: AsOf,
        supposed: Option<Supposed>,
        mut told: Told<'_>,
    ) -> Fact<Self> {
        let every = figures.target.goal().every().ok_or(Missing::NotForThisGoal)?;
        let mut record = Self {
            due: 0,
            kept: 0,
            broken: 0,
            unknown: 0,
            to_come: None,
            latest_outcome: None,
            last_broken: None,
            last_kept: None,
            caveats: Caveats::NONE,
            is_asked_alike: true,
            pending: None,
        };
        let Some(first) = amended else {
            record.count_version(figures, every, supposed, as_of, |_| true, told);
            return Ok(record);
        };
        let today = as_of.date();
        let mut asked_before = None;
        for (number, version) in first.promised_by(today).enumerate() {
            let is_in_force = |at: Period| first.amendments_by(first.measured_on(at).min(today)) == number;
            let known_before = record.known();
            if let Some(every) = version.goal().every() {
                let told = told.as_deref_mut();
                record.count_version(figures.of_version(version), every, supposed, as_of, is_in_force, told);
            }
            if record.known() > known_before {
                let before = asked_before.replace(version);
                record.is_asked_alike &= before.is_none_or(|before| asks_the_same(before, version));
            }
        }
        Ok(record)
    }

    /// The figure by which the outcome of a period is told, the first of these that is known; `None` where none is:
    ///
    /// 1. the figure that the period has as a step of the goal;
    /// 2. the figure of the period itself;
    /// 3. the sum of the parts of the period that are known, if they follow each other; else the least that the sum
    ///    over the period can be.
    pub(super) fn figure_of(figures: Figures<'_>, period: Period) -> Option<Figure> {
        let of_step = match figures.target.goal().every() {
            Some(Every::Length(length)) => Steps::of_length(figures, length).and_then(|steps| steps.figure_of(period)),
            _ => None,
        };
        let so_far = || {
            let least = figures.least_sum_in(period)?;
            let low = least.reading.edges().0.value();
            let sum = figures.in_period(least.period);
            Some(sum.filter(|sum| sum.reading.value() == low).unwrap_or(least))
        };
        of_step.or_else(|| figures.in_period(period)).or_else(so_far)
    }

    /// The periods of uncertain figures on which the record may depend. `version` tells the version in force at a
    /// period.
    ///
    /// 1. Where that asks for a requirement, the periods whose outcome would change if the figure had the value at an
    ///    end of its uncertainty.
    /// 2. Where it asks for a trend, all periods with an uncertain figure, since it may change the outcome of its own
    ///    period and of a period that is compared with it.
    pub(super) fn doubtful_periods<'a>(
        figures: Figures<'a>,
        version: impl Fn(Period) -> &'a Target,
    ) -> impl Iterator<Item = Period> {
        let is_doubtful = move |figure: Figure| {
            let Some(range) = figures.uncertainty_of(figure).and_then(Uncertainty::range) else {
                return false;
            };
            let Goal::Keep { requirement, .. } = version(figure.period).goal() else {
                return true;
            };
            let is_other = |end: Decimal| {
                requirement_outcome(requirement, Reading::Exact(end))
                    != requirement_outcome(requirement, figure.reading)
            };
            range.into_iter().any(is_other)
        };
        let all = figures.known.figures();
        all.filter(move |figure| is_doubtful(*figure))
            .map(|figure| figure.period)
    }

    /// How many periods there are of which it is known whether the promise held.
    pub(crate) const fn known(&self) -> u32 {
        self.kept.saturating_add(self.broken)
    }

    /// The latest period whose outcome is known, if any is.
    pub(crate) fn latest_period(&self) -> Option<Period> {
        self.latest_outcome.map(|latest| latest.period)
    }

    /// Counts the periods of one version of a target: those for which `is_own` is true, which tells whether the version
    /// was in force at a period. `figures` are those of the version, and `to_come` is set anew.
    fn count_version(
        &mut self,
        figures: Figures<'_>,
        every: Every,
        supposed: Option<Supposed>,
        as_of: AsOf,
        is_own: impl Fn(Period) -> bool,
        told: Told<'_>,
    ) {
        self.to_come = None;
        match every {
            Every::Length(length) => {
                self.to_come = Some(0);
                if let Some(steps) = Steps::of_length(figures, length) {
                    self.count_steps(
                        &Sequence::new(figures, Some(steps), supposed),
                        steps,
                        as_of,
                        is_own,
                        told,
                    );
                }
            }
            Every::Figure => self.count_figures(&Sequence::new(figures, None, supposed), is_own, told),
        }
    }

    /// Counts the steps for which `is_own` is true, in the order of time, up to the first step that is not over; that
    /// one too, if it is decided already. All steps that are left are to come.
    fn count_steps(
        &mut self,
        sequence: &Sequence<'_>,
        steps: Steps<'_>,
        as_of: AsOf,
        is_own: impl Fn(Period) -> bool,
        mut told: Told<'_>,
    ) {
        let mut before = None;
        for (number, step) in steps.all() {
            let previous = before.replace(step);
            let (is_over, is_own) = (
                sequence.target.measured_on(step.period) < as_of.date(),
                is_own(step.period),
            );
            let known = step
                .figure
                .filter(|_| is_over && !sequence.is_supposed_unknown(step.period));
            // A sum that only grows may be decided by a part of it.
            let figure = known.or_else(|| sequence.figures.least_sum_in(step.period));
            let step = Step { figure, ..step };
            let outcome = sequence.outcome(step, || previous.or_else(|| steps.numbered(number.checked_sub(1)?)));
            let is_decided = is_own && outcome.is_some();
            if is_decided || (is_over && is_own) {
                self.count(step, outcome, told.as_deref_mut());
            }
            if !is_over {
                // All of them are asked by the version that is in force today.
                if let Some(told) = told.filter(|_| is_own) {
                    let first_left = number.saturating_add(i32::from(is_decided));
                    told.extend(steps.periods_from(first_left).take(MOST_TOLD).map(to_come));
                }
                let left = steps.last.saturating_sub(number).saturating_add(i32::from(!is_decided));
                self.to_come = u32::try_from(left).ok();
                return;
            }
        }
    }

    /// Counts each period that has a published figure and for which `is_own` is true, in the order in which the figures
    /// were measured.
    fn count_figures(&mut self, sequence: &Sequence<'_>, is_own: impl Fn(Period) -> bool, mut told: Told<'_>) {
        let mut published: Vec<_> = sequence.published().filter(|step| is_own(step.period)).collect();
        // The beginning of a year comes before that of its March, although March ends first.
        published.sort_by_key(|step| sequence.target.measured_on(step.period));
        for step in published {
            let is_known = !sequence.is_supposed_unknown(step.period);
            let outcome = || sequence.outcome(step, || sequence.published_before(step.period));
            self.count(step, is_known.then(outcome).flatten(), told.as_deref_mut());
        }
    }

    /// Counts a period that is due, and comes after all that were counted before. It is unknown without an outcome.
    fn count(&mut self, step: Step, outcome: Option<Outcome>, told: Told<'_>) {
        self.due = self.due.saturating_add(1);
        if let Some(told) = told {
            // Some more are kept for a while, so that not each one moves all others.
            if told.len() >= MOST_TOLD.saturating_mul(2) {
                told.drain(..MOST_TOLD);
            }
            told.push(RecordedPeriod {
                period: step.period,
                is_due: true,
                outcome,
                figure: step.figure,
            });
        }
        let interval = step
            .figure
            .filter(|figure| matches!(figure.reading, Reading::Interval(_)));
        let said = self.caveats.union(interval.map_or(Caveats::NONE, Caveats::of_newer));
        let differ = Caveats::NONE.with_if(said.contains(Caveat::SourcesDiffer), Caveat::SourcesDiffer);
        let Some((outcome, figure)) = outcome.zip(step.figure) else {
            self.unknown = self.unknown.saturating_add(1);
            self.pending = (self.unknown == 1 && step.figure.is_none()).then_some(step.period);
            // A bound is newer than something only behind a known outcome.
            self.caveats = if self.latest_outcome.is_some() { said } else { differ };
            return;
        };
        self.caveats = differ;
        self.pending = None;
        self.latest_outcome = Some(PeriodOutcome {
            period: step.period,
            outcome,
            figure,
        });
        if outcome == Outcome::Kept {
            self.kept = self.kept.saturating_add(1);
            self.last_kept = Some(step.period);
        } else {
            self.broken = self.broken.saturating_add(1);
            self.last_broken = Some(step.period);
        }
    }
}

/// Leaves of these periods the latest of those that are due, as many as are told, and those to come.
pub(super) fn shorten(told: &mut Vec<RecordedPeriod>) {
    let due = told.iter().filter(|period| period.is_due).count();
    told.drain(..due.saturating_sub(MOST_TOLD));
}

/// A period that is not due.
const fn to_come(period: Period) -> RecordedPeriod {
    RecordedPeriod {
        period,
        is_due: false,
        outcome: None,
        figure: None,
    }
}

/// The periods of a goal, one after the other: what tells the outcome of each.
struct Sequence<'a> {
    /// The version of the target that asks something of the periods.
    target: &'a Target,
    figures: Figures<'a>,
    /// The periods that are looked at; `None` where each figure counts as it was published.
    steps: Option<Steps<'a>>,
    /// Whether the series has a change of definition at all.
    has_break: bool,
    /// The first change of definition that separates the baseline from later figures, if there is any.
    first_break: Option<Period>,
    /// The figure that is supposed to have another value, if any is.
    supposed: Option<Supposed>,
}

impl<'a> Sequence<'a> {
    /// The sequence of the target of `figures`: of these steps or, where `steps` is `None`, of the figures as they were
    /// published. One figure may be `supposed` to have another value.
    fn new(figures: Figures<'a>, steps: Option<Steps<'a>>, supposed: Option<Supposed>) -> Self {
        let target = figures.target;
        let until = figures.stands_at(target.deadline());
        Self {
            target,
            figures,
            steps,
            has_break: figures.known.series().facts.has_break,
            first_break: figures.break_since_baseline(until),
            supposed,
        }
    }

    /// Every figure after the baseline and by the deadline, each as a step, in the order in which their periods end. An
    /// average or a sum is after the baseline if its period begins after the moment of the baseline.
    fn published(&self) -> impl Iterator<Item = Step> {
        let target = self.target;
        let is_whole = target.quantity().collected().covers_its_period();
        let is_after = move |period: Period| {
            target.baseline().is_some_and(|baseline| {
                let day = if is_whole {
                    period.first()
                } else {
                    target.measured_on(period)
                };
                day > target.measured_on(baseline.period())
            })
        };
        let is_due = move |period: Period| target.measured_on(period) <= target.measured_on(target.deadline());
        let published = self.figures.known.figures().map(|figure| figure.period);
        let periods = published.filter(move |period| is_after(*period) && is_due(*period));
        let steps = periods.map(|period| self.published_in(period));
        steps.filter(|step| step.figure.is_some())
    }

    /// Whether the figure of a period is supposed not to be known.
    fn is_supposed_unknown(&self, period: Period) -> bool {
        let is_of = |supposed: Supposed| supposed.period == period && supposed.value.is_none();
        self.supposed.is_some_and(is_of)
    }

    /// How a step went; `None` if that is not known. `previous` is the step before, which only some trends ask for.
    fn outcome(&self, step: Step, previous: impl FnOnce() -> Option<Step>) -> Option<Outcome> {
        let reading = self.reading_of(step.period, step.figure?);
        match self.target.goal() {
            Goal::Keep { requirement, .. } => requirement_outcome(requirement, reading),
            Goal::Trend { direction, than, .. } => {
                let reference = self.reading_to_beat(step.period, than, previous)?;
                trend_outcome(direction, reference, reading)
            }
            _ => None,
        }
    }

    /// The supposed value of a figure, or else its reading, narrowed to the values that figures can have.
    fn reading_of(&self, period: Period, figure: Figure) -> Reading {
        let supposed = self.supposed.filter(|supposed| supposed.period == period);
        let value = supposed.and_then(|supposed| supposed.value);
        value.map_or(figure.reading.within(self.figures.known.domain), Reading::Exact)
    }

    /// The reading that a period must be better than: that of the baseline, of the step before (`previous`) or of the
    /// year before. The value that the plan states for the baseline is taken if the step before, or the year before, is
    /// [the baseline's](Self::is_step_of_baseline).
    ///
    /// `None` if the reading is not known, or not comparable: the definition changed between the two, or figures cover
    /// their periods, and these are of different lengths.
    fn reading_to_beat(&self, period: Period, than: Than, previous: impl FnOnce() -> Option<Step>) -> Option<Reading> {
        let baseline = self.target.baseline()?;
        let covers_its_period = self.target.quantity().collected().covers_its_period();
        let is_comparable = |other: Period| !covers_its_period || other.is_as_long_as(period);
        let is_broken_since = |first: Period| self.figures.stands_at(first) <= self.figures.stands_at(period);
        let before = match than {
            Than::Baseline => {
                let has_comparable_baseline = baseline.is_mean() || is_comparable(baseline.period());
                let is_broken = self.first_break.is_some_and(is_broken_since);
                let stated = baseline.value().map(Reading::Exact);
                let read = || Some(self.reading_of(baseline.period(), self.figures.at_baseline()?));
                return stated.or_else(read).filter(|_| has_comparable_baseline && !is_broken);
            }
            Than::Previous => previous()?,
            Than::YearBefore => self.year_before(period)?,
        };
        let period_before = before.period;
        let is_baseline = !baseline.is_mean() && self.is_step_of_baseline(before, baseline.period());
        let is_broken = if is_baseline {
            self.first_break.is_some_and(is_broken_since)
        } else {
            self.has_break && self.figures.is_redefined(period_before, self.figures.stands_at(period))
        };
        if is_broken || !is_comparable(period_before) {
            return None;
        }
        let is_stated = |_: &Decimal| is_baseline && is_comparable(baseline.period());
        let stated = baseline.value().filter(is_stated).map(Reading::Exact);
        stated.or_else(|| Some(self.reading_of(period_before, before.figure?)))
    }

    /// Whether a step is that of the baseline: it ends on the day at which the baseline stands, both are
    /// [near one step](Steps::are_near_one_step), or it has no figure and would take that of the baseline.
    fn is_step_of_baseline(&self, step: Step, baseline: Period) -> bool {
        let start = self.target.stands_at_end_of(baseline);
        let is_of_steps = |steps: Steps<'_>| {
            steps.are_near_one_step(step.period, baseline)
                || (step.figure.is_none() && steps.takes_figure_of(step.period, baseline))
        };
        step.period.last() == start.last() || self.steps.is_some_and(is_of_steps)
    }

    /// Of all periods with a published figure, and the baseline's period, the last that was measured before this one;
    /// `None` where there is none.
    fn published_before(&self, period: Period) -> Option<Step> {
        let periods = self.figures.known.figures().map(|figure| figure.period);
        let baseline = self.target.baseline().map(Baseline::period);
        let moment = |one: Period| self.target.measured_on(one);
        let own = moment(period);
        let earlier = periods.chain(baseline).filter(|one| moment(*one) < own);
        let before = earlier.max_by_key(|one| (moment(*one), *one))?;
        Some(self.published_in(before))
    }

    /// The same period of the year before, with its figure; where it has none, and a step ends some days off it, that
    /// step. `None` beyond the calendar.
    fn year_before(&self, period: Period) -> Option<Step> {
        let before = self.published_in(period.year_before()?);
        let steps = self.steps.filter(|_| before.figure.is_none());
        let around = steps.and_then(|steps| steps.step_near(before.period));
        Some(around.unwrap_or(before))
    }

    /// A period with its own figure, which is not moved to a step of the goal.
    fn published_in(&self, period: Period) -> Step {
        let figure = self.figures.in_period(period);
        Step { period, figure }
    }
}

/// Whether two versions of a target ask the same of a period, and tolerate the same, however many periods they look at.
fn asks_the_same(one: &Target, other: &Target) -> bool {
    match [one.goal(), other.goal()] {
        [
            Goal::Keep { requirement, .. },
            Goal::Keep {
                requirement: required, ..
            },
        ] => requirement == required,
        [
            Goal::Trend { direction, than, .. },
            Goal::Trend {
                direction: promised,
                than: against,
                ..
            },
        ] => {
            let has_same_start = than != Than::Baseline || one.baseline() == other.baseline();
            direction == promised && than == against && has_same_start
        }
        _ => false,
    }
}

/// Kept where all values that a reading can mean satisfy the requirement, broken where none does; else `None`, also
/// where a tolerance that nobody published decides.
fn requirement_outcome(requirement: Requirement, reading: Reading) -> Option<Outcome> {
    let outcome = |value: Decimal| match requirement.is_met_by(value) {
        Met::Yes => Some(Outcome::Kept),
        Met::No => Some(Outcome::Broken),
        Met::Open => None,
    };
    if let Some(value) = reading.value() {
        return outcome(value);
    }
    let bound = requirement.deciding_bound();
    let side = |limit: Decimal, value: Decimal| Ok(value.cmp(&limit));
    let ends = Extreme::of_reading(reading);
    let are_around = Extreme::are_around(ends, bound, side).ok()?;
    match ends.map(|end| end.is_inside(bound, side).map(|is_inside| requirement.met(is_inside))) {
        [Ok(Met::Yes), Ok(Met::Yes)] => Some(Outcome::Kept),
        [Ok(Met::No), Ok(Met::No)] if !are_around => Some(Outcome::Broken),
        _ => None,
    }
}

/// Kept where all values that `reading` can mean are better than all that `reference` can, reversed where all are
/// worse, broken where none is better; else `None`.
fn trend_outcome(direction: Direction, reference: Reading, reading: Reading) -> Option<Outcome> {
    let outcome = |side: Ordering| match direction.by_merit(side) {
        Ordering::Greater => Outcome::Kept,
        Ordering::Equal => Outcome::Broken,
        Ordering::Less => Outcome::Reversed,
    };
    if let (Some(reference), Some(value)) = (reference.value(), reading.value()) {
        return Some(outcome(value.cmp(&reference)));
    }
    let side_of_extreme = |extreme: Extreme<Decimal>, other: Extreme<Decimal>| {
        let side_of = |value: Decimal| other.side(|other| Ok(other.cmp(&value)));
        extreme.side(|value| Ok(side_of(value)?.reverse())).ok()
    };
    let both = |one: Outcome, other: Outcome| match (one, other) {
        _ if one == other => Some(one),
        (Outcome::Kept, _) | (_, Outcome::Kept) => None,
        _ => Some(Outcome::Broken),
    };
    let ends = Extreme::of_reading(reading).into_iter();
    let sides = ends.flat_map(|extreme| Extreme::of_reading(reference).map(|other| side_of_extreme(extreme, other)));
    let mut outcomes = sides.map(|side| side.map(outcome));
    let first = outcomes.next()??;
    outcomes.try_fold(first, |all, one| both(all, one?))
}
