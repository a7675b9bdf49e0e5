//! A target with the figures that the method of a composed rule reads of it.
//!
//! The case is read once and then only asked: base, latest value, the values between them, the goal as a value of the
//! indicator, and the direction. A change of −31 % becomes base × 0.69 here, an average growth of 5 % a year base ×
//! 1.05^years, an addition base + amount; what is measured later knows levels alone.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::method::{DownTo, Method, Window};
use super::number::rounded;
use super::parameters::Parameters;
use super::progress::{Growth, Progress};
use super::scale::Scale;
use super::transform::Transform;
use super::trend::years_between;
use super::yearly::{
    Labels, YearValue, as_fraction, base_value, chained_index, in_years, is_counted_exactly, percent_of,
    position_of_year, yearly,
};
use crate::evidence::{Fact, Missing};
use crate::exact::Real;
use crate::growth::GrowthError;
use crate::plan::{Goal, MeasuredBy};
use crate::progress::{Extreme, Question};
use crate::series::Figure;
use crate::value::{Band, Bound, Direction, Period, Position, Requirement, Tolerance};

/// A target as the method of a composed rule reads it: its goal, its base, and the values of its years.
#[derive(Clone)]
pub(super) struct Case<'a> {
    pub(super) terms: CaseTerms<'a>,
    pub(super) direction: Direction,
    /// The goal as a value of the indicator, or why it is none; `None` of a direction alone.
    pub(super) goal: Option<Fact<Real>>,
    pub(super) goal_at: Position,
    /// Whether time is counted exactly, and not by the labels of years.
    pub(super) counts_exactly: bool,
    /// The value from which the movement is read; where there is none, the latest value, and `lacks` says why.
    pub(super) base: YearValue,
    /// The value of the baseline's year, or why there is none, where the base is the first of the last years: the
    /// promise counts from it then, and else from the base.
    of_baseline: Option<Fact<YearValue>>,
    /// The values of the years that tell the movement, the latest one at the end.
    pub(super) points: Vec<YearValue>,
    pub(super) latest: YearValue,
    /// Why no movement can be read, where `base` is missing and the latest value stands in for it: a rule may still be
    /// content with that value. Else `None`.
    pub(super) lacks: Option<Missing>,
}

impl<'a> Case<'a> {
    /// Reads the base, the latest value and the values between them as the method says, and from the goal which way is
    /// better. Fails where the method cannot judge the target.
    ///
    /// Where the base is missing and the method does without it, the latest value stands in, and `lacks` says why.
    /// The figure of a period whose value is `supposed` has that one: of which only limits are known, or of which
    /// another value is to be tried.
    pub(super) fn new(question: &'a Question<'a>, method: &'a Method, supposed: Vec<(Period, Real)>) -> Fact<Self> {
        let terms = CaseTerms::new(question, method, supposed)?;
        let mut points = terms.values_as_read()?;
        let mut latest = points.last().ok_or_else(|| question.no_observation())?.clone();
        let (mut base, from, lacks) = match terms.base_and_first_year(&points) {
            Ok((base, from)) => (base.clone(), from, None),
            Err(reason) if terms.judge_without_base() => (latest.clone(), latest.year, Some(reason)),
            Err(reason) => return Err(reason),
        };
        base.value = terms.with_zero_replaced(base.value);
        let mut of_baseline = match method.window {
            Window::LastYears { .. } => Some(terms.value_of_base_year(&points).cloned()),
            _ => None,
        };
        points.retain(|point| point.year >= from);
        for point in points.iter_mut().filter(|point| point.year == base.year) {
            point.value = base.value.clone();
        }
        let deadline = question.target.deadline();
        let ends = base.period.zip(latest.period).filter(|_| lacks.is_none());
        let counts_exactly = ends.is_some_and(|(base, latest)| is_counted_exactly(base, latest, deadline));
        let goal_at = if counts_exactly {
            deadline.end()
        } else {
            position_of_year(terms.labels.goal)
        };
        if counts_exactly {
            let all = points.iter_mut().chain([&mut base, &mut latest]);
            all.chain(of_baseline.iter_mut().flatten())
                .for_each(YearValue::in_exact_time);
        }
        let mut case = Self {
            terms,
            direction: Direction::Rising,
            goal: None,
            goal_at,
            counts_exactly,
            base,
            of_baseline,
            points,
            latest,
            lacks,
        };
        case.read_goal()?;
        Ok(case)
    }

    /// The same case with another value in place of the one that a figure says.
    pub(super) fn supposing(&self, figure: Figure, value: Real) -> Fact<Self> {
        let mut supposed = self.terms.supposed.clone();
        supposed.push((figure.period, value));
        Self::new(self.terms.question, self.terms.method, supposed)
    }

    /// The figures that have a part in what is measured, other than the baseline itself: the latest one, those with
    /// which the promise or the movement begins, and those between where they have a part in it.
    pub(super) fn figures_read(&self) -> impl Iterator<Item = Figure> {
        let measures = self.scale().map(Scale::measures);
        let reads_between = self.transform() == Transform::Chained || measures.is_some_and(Progress::reads_between);
        let between = self.points.iter().filter(move |_| reads_between);
        let begins = [Some(&self.base), self.start_beside_base()].into_iter().flatten();
        let others = begins.chain(between);
        let others = others.filter_map(|value| self.figure_beside_baseline(value));
        self.latest.figure.into_iter().chain(others)
    }

    /// The figure of a value in the place of the baseline's; `None` where that is the baseline itself, or none is read.
    pub(super) fn figure_beside_baseline(&self, value: &YearValue) -> Option<Figure> {
        let is_other = |figure: &Figure| self.terms.question.baseline_figure != Some(*figure);
        value.figure.filter(is_other).filter(|_| self.lacks.is_none())
    }

    /// Reads from the goal, as the method transforms values, which way is better and what value is promised.
    fn read_goal(&mut self) -> Fact<()> {
        let (goal, better) = (self.terms.question.promise.goal, self.transform().better());
        if let Goal::Trend { direction, .. } = goal {
            self.direction = better.unwrap_or(direction);
            return Ok(());
        }
        let (direction, value) = match goal.bound().ok_or(Missing::NotForThisGoal)? {
            Bound::AtLeast(limit) | Bound::MoreThan(limit) => (Direction::Rising, self.promised_value(limit)),
            Bound::AtMost(limit) | Bound::LessThan(limit) => (Direction::Falling, self.promised_value(limit)),
            // Into a band the way leads from where the movement begins.
            Bound::Within(band) => match self.edges(band) {
                Ok([low, high]) => {
                    let from = self.untransformed(&self.base)?;
                    if from > low {
                        (Direction::Falling, Ok(from.min(high)))
                    } else {
                        (Direction::Rising, Ok(low))
                    }
                }
                Err(reason) => (Direction::Rising, Err(reason)),
            },
        };
        self.direction = better.unwrap_or(direction);
        self.goal = Some(value.and_then(|value| {
            // A goal is a value that can be shown.
            value.rounded()?;
            self.transformed_goal(value)
        }));
        Ok(())
    }

    /// The promised value of the indicator, from a number that the goal says in its own terms: more, the greater the
    /// number is.
    fn promised_value(&self, number: Decimal) -> Fact<Real> {
        let aim = Real::from(number);
        let is_chained = self.transform() == Transform::Chained;
        Ok(match self.terms.question.promise.goal {
            Goal::Level(_) if is_chained => self.grown_by_rate_of_unit(&aim)?,
            Goal::Addition(_) if is_chained => {
                let rate = self.stated(self.start()?)?;
                self.grown_by_rate_of_unit(&rate.plus(&aim))?
            }
            Goal::Addition(_) => self.untransformed(self.start()?)?.plus(&aim),
            Goal::Change { .. } => self.start_above_zero()?.0.times(&aim.plus(&Real::one())),
            Goal::AverageGrowth { .. } => {
                let (start, at) = self.start_above_zero()?;
                self.grown(&start, at, &aim)?
            }
            _ => aim,
        })
    }

    /// Both edges of a band as values of the indicator.
    fn edges(&self, band: Band) -> Fact<[Real; 2]> {
        Ok([self.promised_value(band.low())?, self.promised_value(band.high())?])
    }

    /// The value from which the promise counts.
    fn start(&self) -> Fact<&YearValue> {
        match (&self.of_baseline, self.lacks) {
            (Some(start), _) => start.as_ref().map_err(|reason| *reason),
            (None, Some(lacks)) => Err(lacks),
            (None, None) => Ok(&self.base),
        }
    }

    /// The value from which a relative change counts, in the terms of the promise, with its time; an error of zero or
    /// less, of which there is none.
    fn start_above_zero(&self) -> Fact<(Real, Position)> {
        let start = self.start()?;
        let value = self.untransformed(start)?;
        if value.side().is_gt() {
            return Ok((value, start.at));
        }
        let start = value.rounded()?;
        Err(GrowthError::Start { start }.into())
    }

    /// The base, grown until the goal's year at a rate in the unit of the target: a level of growth rates that are
    /// chained is a rate of growth of their index, and so is what is added to one of them.
    fn grown_by_rate_of_unit(&self, rate: &Real) -> Fact<Real> {
        let rate = as_fraction(rate, self.terms.question.target.quantity().unit())?;
        self.lacks.map_or(Ok(()), Err)?;
        self.grown(&self.base.value, self.base.at, &rate)
    }

    /// The value of a time, grown at a rate until the goal's year.
    fn grown(&self, value: &Real, at: Position, rate: &Real) -> Fact<Real> {
        let years = in_years(self.goal_at.since(at));
        let factor = rate.plus(&Real::one()).raised(&years);
        Ok(value.times(&factor.ok_or(Missing::NotConfigured)?))
    }

    /// The value of a year in the terms of the promise, which are those of an index where rates are chained to one.
    fn untransformed(&self, value: &YearValue) -> Fact<Real> {
        match self.transform() {
            Transform::None | Transform::Chained => Ok(value.value.clone()),
            _ => self.stated(value),
        }
    }

    /// The number of a year as it was stated, before anything was done to it; an error of the year before the first
    /// rate, in which an index begins.
    fn stated(&self, value: &YearValue) -> Fact<Real> {
        let all = yearly(self.terms.question, self.terms.labels, &self.terms.supposed)?;
        let own = all.into_iter().find(|one| one.year == value.year);
        let period = self.terms.question.target.start().ok_or(Missing::NoBaseline)?;
        own.map(|own| own.value).ok_or(Missing::NoBaselineValue { period })
    }

    /// The promised value as the rule reads it: transformed as all values are, and asking for no more than the level at
    /// which the rule is content.
    fn transformed_goal(&self, value: Real) -> Fact<Real> {
        let (transform, level) = (self.transform(), self.level());
        match transform {
            Transform::None | Transform::Chained => {}
            Transform::Normalised => return transform.applied(level.unwrap_or(value), self.terms.parameters.ends()),
            Transform::Parity | Transform::AwayFrom(_) => {
                return transform.applied(value, self.terms.parameters.ends());
            }
        }
        match level.filter(|_| self.terms.method.is_achieved_by_level()) {
            Some(level) if self.side_of(&value, &level).is_gt() => Ok(level),
            _ => Ok(self.terms.with_zero_replaced(value)),
        }
    }

    /// The transform of each value, before anything else is read.
    pub(super) fn transform(&self) -> Transform {
        self.terms.transform()
    }

    /// The level at which the rule is content, as a value of the indicator; `None` where the parameters have none.
    pub(super) fn level(&self) -> Option<Real> {
        Real::from(self.terms.parameters.level?).over(&self.terms.percent)
    }

    /// Whether the definition changed among the figures that count, or since the value from which the promise does.
    pub(super) fn breaks(&self) -> bool {
        let figures = self.terms.question.figures;
        let Some(last) = self.latest.figure.map(|figure| figures.stands_at(figure.period)) else {
            return false;
        };
        let breaks_since = |value: &YearValue| match value.figure {
            Some(first) => figures.break_between(figures.stands_at(first.period), last).is_some(),
            // A baseline that the plan states has no figure, and a period all the same.
            None => figures.break_since_baseline(last).is_some(),
        };
        let all = self.points.first().into_iter().chain([&self.base]);
        all.chain(self.start_beside_base()).any(breaks_since)
    }

    /// The value beside the base from which the promise counts; `None` where it counts from the base or from none, or
    /// nobody knows it.
    pub(super) fn start_beside_base(&self) -> Option<&YearValue> {
        let needs_one = self.terms.question.promise.goal.needs_baseline();
        self.of_baseline.as_ref()?.as_ref().ok().filter(|_| needs_one)
    }

    /// Whether the base is that of the promised year, and no year stands in for it.
    pub(super) fn has_its_base_year(&self) -> bool {
        self.terms.labels.baseline == Some(self.base.year)
    }

    /// On which side of a line a value lies, as seen on the way: greater is nearer to the goal.
    pub(super) fn side_of(&self, value: &Real, line: &Real) -> Ordering {
        self.direction.by_merit(value.cmp(line))
    }

    /// Whether a value is at the goal or beyond it, within a published tolerance too, and in a band on its far side as
    /// well.
    pub(super) fn meets(&self, goal: &Real, value: &Real) -> bool {
        let side = self.side_of(value, goal);
        let is_reached = match self.requirement().map(Requirement::bound) {
            Some(Bound::Within(_)) => false,
            Some(Bound::MoreThan(_) | Bound::LessThan(_)) => side.is_gt(),
            _ => side.is_ge(),
        };
        is_reached || self.lies_inside(value)
    }

    /// What is required of the values as they are; `None` where the method transforms them first.
    fn requirement(&self) -> Option<Requirement> {
        let requirement = self.terms.question.promise.goal.requirement();
        requirement.filter(|_| self.transform() == Transform::None)
    }

    /// Whether the value lies in a band that is promised, or beside a bound within a published tolerance.
    pub(super) fn lies_inside(&self, value: &Real) -> bool {
        let Some(requirement) = self.requirement() else {
            return false;
        };
        let widens = matches!(requirement.tolerance(), Tolerance::Of(beside) if !beside.is_zero());
        let is_met = || {
            let side = |limit, value: &Real| Ok(value.cmp(&self.promised_value(limit)?));
            Extreme::At(value).is_inside(requirement.deciding_bound(), side)
        };
        (widens || self.is_band()) && is_met().unwrap_or(false)
    }

    /// Whether a band is promised of the values as they are.
    pub(super) fn is_band(&self) -> bool {
        matches!(self.requirement().map(Requirement::bound), Some(Bound::Within(_)))
    }

    /// How far a value lies from the goal, on either side: of a band from its nearer edge, and nothing inside.
    pub(super) fn away_from(&self, goal: &Real, value: &Real) -> Fact<Real> {
        match self.requirement().map(Requirement::bound) {
            Some(Bound::Within(band)) => {
                let [low, high] = self.edges(band)?;
                Ok(low.minus(value).max(value.minus(&high)).max(Real::zero()))
            }
            _ => Ok(goal.minus(value).abs()),
        }
    }

    /// Fails where base and latest value are of one year: they tell no movement.
    pub(super) fn needs_two_years(&self) -> Fact<()> {
        if self.base.year < self.latest.year {
            Ok(())
        } else {
            Err(Missing::TooFewFigures { needed: 2, found: 1 })
        }
    }

    /// In which direction rates lead towards the goal: the other one where losses that compound are to shrink.
    pub(super) fn direction_of_rates(&self, growth: Growth) -> Direction {
        let counts_losses = growth.compounds() && self.terms.method.down_to == DownTo::Losses;
        let is_loss = counts_losses && self.base.value.side() == Ordering::Less;
        match (self.direction, is_loss) {
            (Direction::Rising, false) | (Direction::Falling, true) => Direction::Rising,
            (Direction::Falling, false) | (Direction::Rising, true) => Direction::Falling,
        }
    }

    /// The scale for this goal: the indicator's own, or one of the rule's; `None` where the rule has none for such
    /// goals.
    pub(super) fn scale(&self) -> Option<&Scale> {
        let has_number = self.goal.is_some() || self.terms.parameters.required.is_some();
        let with_number = self.terms.method.with_number.as_ref().filter(|_| has_number);
        let of_rule = || with_number.or(self.terms.method.without_number.as_ref());
        self.terms.parameters.scale.as_ref().or_else(of_rule)
    }

    /// The goal as a value of the indicator; an error of a direction alone, or where it is no value.
    pub(super) fn goal(&self) -> Fact<&Real> {
        let goal = self.goal.as_ref().ok_or(Missing::NotConfigured)?;
        goal.as_ref().map_err(|reason| *reason)
    }

    /// Whether the base meets the goal already.
    pub(super) fn is_met_at_base(&self) -> bool {
        self.goal().is_ok_and(|goal| self.meets(goal, &self.base.value))
    }

    /// Fails where the base meets the goal already, unless numbers are asked for as published: the faster it is lost,
    /// the greater would be the part of the way.
    pub(super) fn needs_unmet_base(&self) -> Fact<()> {
        if self.is_met_at_base() && !self.terms.method.as_published {
            return Err(Missing::MetBeforeBaseline);
        }
        Ok(())
    }

    /// The years from the base to the goal; an error unless there are any, as where a later year stands in for the
    /// base.
    pub(super) fn whole_time(&self) -> Fact<Real> {
        years_between(self.base.at, self.goal_at)
    }
}

/// The parameters of a target: by the target's code, else by its indicator's.
pub(super) fn parameters_of(question: &Question<'_>, method: &Method) -> Parameters {
    let indicator = question.figures.known.series().indicator();
    let own = method.parameters.get(question.target.code());
    match own.or_else(|| method.parameters.get(indicator)) {
        Some(own) => own.or(&method.defaults),
        None => method.defaults.clone(),
    }
}

/// How the values of a target are read: by a method, with what that is told of the target, and by the labels of its
/// years.
#[derive(Clone)]
pub(super) struct CaseTerms<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) method: &'a Method,
    pub(super) parameters: Parameters,
    /// The factor of a value that is set beside a number of the method: 1, or the factor that makes it percent.
    pub(super) percent: Real,
    pub(super) labels: Labels,
    /// The values that figures are to have in place of what they say, by their periods; the last one counts.
    supposed: Vec<(Period, Real)>,
}

impl<'a> CaseTerms<'a> {
    /// The terms in which a method reads a target; an error where it cannot read the goal or the unit.
    fn new(question: &'a Question<'a>, method: &'a Method, supposed: Vec<(Period, Real)>) -> Fact<Self> {
        let mut terms = Self {
            question,
            method,
            parameters: parameters_of(question, method),
            percent: Real::one(),
            labels: Labels::of(question, method.label),
            supposed,
        };
        if !terms.can_read(question.promise.goal) {
            return Err(Missing::NotForThisGoal);
        }
        if method.in_percent && terms.transform() == Transform::None {
            terms.percent = percent_of(question.target.quantity())?;
        }
        Ok(terms)
    }

    /// Whether values of years say anything of a goal, whatever figures come: nothing of a sum, of what is kept period
    /// by period, and of the index of yearly rates unless they are chained.
    fn can_read(&self, goal: Goal) -> bool {
        let is_index = goal.measured_by() == MeasuredBy::YearlyRates;
        let is_of_periods = matches!(goal, Goal::Cumulative(_) | Goal::Keep { .. });
        !is_of_periods && (!is_index || self.transform() == Transform::Chained)
    }

    /// The transform of each value, before anything else is read.
    fn transform(&self) -> Transform {
        self.method.transform_of(&self.parameters)
    }

    /// The value; of zero the number that stands in for it, where numbers are asked for as published.
    fn with_zero_replaced(&self, value: Real) -> Real {
        if self.method.as_published && value.is_zero() {
            Real::from(self.method.zero_as.unwrap_or_default())
        } else {
            value
        }
    }

    /// The values of the years, transformed and rounded as the method says.
    fn values_as_read(&self) -> Fact<Vec<YearValue>> {
        let as_read = |point: YearValue| {
            let value = self.transformed_and_rounded(point.value)?;
            Ok(YearValue { value, ..point })
        };
        let points = yearly(self.question, self.labels, &self.supposed)?.into_iter();
        let points: Fact<Vec<_>> = points.map(as_read).collect();
        match self.transform() {
            Transform::Chained => chained_index(&points?, self.question.target.quantity()),
            _ => points,
        }
    }

    /// A value, transformed and rounded as the method says.
    fn transformed_and_rounded(&self, value: Real) -> Fact<Real> {
        let value = self.transform().applied(value, self.parameters.ends())?;
        match self.method.rounding.values {
            None => Ok(value),
            Some(decimals) => rounded(&value.times(&self.percent), decimals)?
                .over(&self.percent)
                .ok_or(Missing::NoWay),
        }
    }

    /// Whether they judge the latest value alone: that it is achieved, or in which band it lies.
    fn judge_without_base(&self) -> bool {
        let is_achieved_alone = self.method.achieved.as_ref().is_some_and(|achieved| achieved.alone);
        let mut scales = self.method.scales_of_rule().chain(&self.parameters.scale);
        is_achieved_alone || scales.any(|scale| scale.measures() == Progress::Level)
    }

    /// What the window of the method leaves of the values of the years: that of the base, and the year from which
    /// values tell the movement. An error where there is no base, or too few years are left.
    fn base_and_first_year<'p>(&self, points: &'p [YearValue]) -> Fact<(&'p YearValue, i32)> {
        let latest = points.last().ok_or_else(|| self.question.no_observation())?;
        if let Window::LastYears { years, at_least } = self.method.window {
            let from = latest.year.saturating_sub(i32::from(years));
            let kept = || points.iter().filter(|point| point.year >= from);
            let first = kept().next().unwrap_or(latest);
            let needed = u32::from(at_least);
            return match u32::try_from(latest.year.saturating_sub(first.year)).unwrap_or_default() {
                0 => Err(Missing::TooFewFigures { needed: 2, found: 1 }),
                found if found < needed => Err(Missing::YearsTooNear { needed, found }),
                _ => Ok((first, from)),
            };
        }
        let base = self.value_of_base_year(points)?;
        let from = match self.method.window {
            Window::SinceYear(year) => year,
            _ => base.year,
        };
        Ok((base, from))
    }

    /// The value of the baseline's year, or of the year that stands in for it; an error where neither has one.
    fn value_of_base_year<'p>(&self, points: &'p [YearValue]) -> Fact<&'p YearValue> {
        let period = self.question.target.start().ok_or(Missing::NoBaseline)?;
        let counts_steps = self.parameters.scale.as_ref().map(Scale::measures) == Some(Progress::Change);
        let passes_over_zeros = self.method.passes_over_zero_bases && !counts_steps;
        let is_base = |point: &YearValue| !(passes_over_zeros && point.value.is_zero());
        let year = self.labels.baseline.ok_or(Missing::NoBaseline)?;
        base_value(year, points, is_base, self.method.base).ok_or(match self.question.promise.baseline {
            Err(is_a_bound @ Missing::BaselineIsOnlyABound { .. }) => is_a_bound,
            _ => Missing::NoBaselineValue { period },
        })
    }
}
