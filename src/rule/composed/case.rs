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
    /// The goal as a value of the indicator, or why it is none; `None` if the goal is a direction alone.
    pub(super) goal: Option<Fact<Real>>,
    pub(super) goal_at: Position,
    /// Whether time is counted by the ends of periods, and not by the labels of years.
    pub(super) counts_exactly: bool,
    /// The value from which the movement is measured: that of the baseline's year, of the year that stands in for it,
    /// or the first one in a window of the last years. Where it is missing, the latest value stands here, and `lacks`
    /// says why.
    pub(super) base: YearValue,
    /// The value from which the promise counts, if that is another than the base: with a window of the last years the
    /// promise counts from the baseline's year all the same. An error where that year has no value.
    separate_start: Option<Fact<YearValue>>,
    /// The values of the years from which the movement is read, the latest one at the end.
    pub(super) points: Vec<YearValue>,
    pub(super) latest: YearValue,
    /// Why the base is missing, if it is: a method that judges the latest value alone can do without it.
    pub(super) lacks: Option<Missing>,
}

impl<'a> Case<'a> {
    /// Reads a target: first the base, the latest value and the values between them, as the method says, then from the
    /// goal which way is better. Fails where the method cannot judge the target.
    ///
    /// - Where the base is missing and the method can do without it, the latest value stands in for it, and `lacks`
    ///   says why.
    /// - Years are counted by the ends of periods, if labels of years would count them wrongly
    ///   ([`is_counted_exactly`]).
    /// - `supposed` sets the values of figures, by their periods: of a figure that is only a bound one of its limits,
    ///   of an uncertain figure an end of its uncertainty.
    pub(super) fn new(question: &'a Question<'a>, method: &'a Method, supposed: Vec<(Period, Real)>) -> Fact<Self> {
        let terms = CaseTerms::new(question, method, supposed)?;
        let mut points = terms.values_as_read()?;
        let mut latest = points.last().ok_or_else(|| question.no_observation())?.clone();
        let (mut base, from, lacks) = match terms.base_and_first_year(&points) {
            Ok((base, from)) => (base.clone(), from, None),
            Err(reason) if terms.needs_no_base() => (latest.clone(), latest.year, Some(reason)),
            Err(reason) => return Err(reason),
        };
        base.value = terms.with_zero_replaced(base.value);
        let mut separate_start = match method.window {
            Window::LastYears { .. } => Some(terms.value_of_base_year(&points).cloned()),
            _ => None,
        };
        points.retain(|point| point.year >= from);
        for point in points.iter_mut().filter(|point| point.year == base.year) {
            point.value = base.value.clone();
        }
        let deadline = question.target.deadline();
        let ends = base.period().zip(latest.period()).filter(|_| lacks.is_none());
        let counts_exactly = ends.is_some_and(|(base, latest)| is_counted_exactly(base, latest, deadline));
        let goal_at = if counts_exactly {
            deadline.end()
        } else {
            position_of_year(terms.labels.goal)
        };
        if counts_exactly {
            let all = points.iter_mut().chain([&mut base, &mut latest]);
            all.chain(separate_start.iter_mut().flatten())
                .for_each(YearValue::in_exact_time);
        }
        let mut case = Self {
            terms,
            direction: Direction::Rising,
            goal: None,
            goal_at,
            counts_exactly,
            base,
            separate_start,
            points,
            latest,
            lacks,
        };
        case.read_goal()?;
        Ok(case)
    }

    /// The case of the target if a figure had this value.
    pub(super) fn supposing(&self, figure: Figure, value: Real) -> Fact<Self> {
        let mut supposed = self.terms.supposed.clone();
        supposed.push((figure.period, value));
        Self::new(self.terms.question, self.terms.method, supposed)
    }

    /// The figures from which the number is measured, without the baseline itself: the latest one, that of the base,
    /// that from which the promise counts, and those between, if the measure or the transform reads them.
    pub(super) fn figures_read(&self) -> impl Iterator<Item = Figure> {
        let measures = self.scale().map(Scale::measures);
        let reads_between = self.transform() == Transform::Chained || measures.is_some_and(Progress::reads_between);
        let between = self.points.iter().filter(move |_| reads_between);
        let begins = [Some(&self.base), self.separate_start_needed()].into_iter().flatten();
        let others = begins.chain(between);
        let others = others.filter_map(|value| self.figure_if_not_baseline(value));
        self.latest.figure.into_iter().chain(others)
    }

    /// The figure of a base, a start or a value between, unless it is the baseline's. `None` too for a value without a
    /// figure, and for all values if the base is missing.
    pub(super) fn figure_if_not_baseline(&self, value: &YearValue) -> Option<Figure> {
        let is_other = |figure: &Figure| self.terms.question.baseline_figure != Some(*figure);
        value.figure.filter(is_other).filter(|_| self.lacks.is_none())
    }

    /// Sets, from the goal and the transform, which way is better and which value is promised.
    fn read_goal(&mut self) -> Fact<()> {
        let (goal, better) = (self.terms.question.promise.goal, self.transform().better());
        if let Goal::Trend { direction, .. } = goal {
            self.direction = better.unwrap_or(direction);
            return Ok(());
        }
        let (direction, value) = match goal.bound().ok_or(Missing::NotForThisGoal)? {
            Bound::AtLeast(limit) | Bound::MoreThan(limit) => (Direction::Rising, self.promised_value(limit)),
            Bound::AtMost(limit) | Bound::LessThan(limit) => (Direction::Falling, self.promised_value(limit)),
            // The way into a band leads from the base to the nearer edge.
            Bound::Within(band) => match self.edges(band) {
                Ok([low, high]) => {
                    let from = self.in_terms_of_promise(&self.base)?;
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

    /// The promised value of the indicator, from a number in the terms of the goal: a change of −0.31 is 0.69 of the
    /// start. A greater number gives a greater value.
    fn promised_value(&self, number: Decimal) -> Fact<Real> {
        let aim = Real::from(number);
        let is_chained = self.transform() == Transform::Chained;
        Ok(match self.terms.question.promise.goal {
            Goal::Level(_) if is_chained => self.base_grown_by_rate(&aim)?,
            Goal::Addition(_) if is_chained => {
                let rate = self.value_as_stated(self.start()?)?;
                self.base_grown_by_rate(&rate.plus(&aim))?
            }
            Goal::Addition(_) => self.in_terms_of_promise(self.start()?)?.plus(&aim),
            Goal::Change { .. } => self.start_above_zero()?.0.times(&aim.plus(&Real::one())),
            Goal::AverageGrowth { .. } => {
                let (start, at) = self.start_above_zero()?;
                self.grown_until_goal(&start, at, &aim)?
            }
            _ => aim,
        })
    }

    /// Both edges of a promised band, the lower one first, as values of the indicator.
    fn edges(&self, band: Band) -> Fact<[Real; 2]> {
        Ok([self.promised_value(band.low())?, self.promised_value(band.high())?])
    }

    /// The value from which the promise counts: the separate start, if there is one, else the base. An error where that
    /// value is missing.
    fn start(&self) -> Fact<&YearValue> {
        match (&self.separate_start, self.lacks) {
            (Some(start), _) => start.as_ref().map_err(|reason| *reason),
            (None, Some(lacks)) => Err(lacks),
            (None, None) => Ok(&self.base),
        }
    }

    /// The value from which the promise counts, in the terms of the promise, and its time. An error if the value is
    /// zero or less: no change is relative to that.
    fn start_above_zero(&self) -> Fact<(Real, Position)> {
        let start = self.start()?;
        let value = self.in_terms_of_promise(start)?;
        if value.side().is_gt() {
            return Ok((value, start.at));
        }
        let start = value.rounded()?;
        Err(GrowthError::Start { start }.into())
    }

    /// The base, grown until the goal's year at a yearly rate in the unit of the target. Where yearly rates are chained
    /// to an index, a goal of 5 % is the index that grows by 5 % a year. An error where the base is missing.
    fn base_grown_by_rate(&self, rate: &Real) -> Fact<Real> {
        let rate = as_fraction(rate, self.terms.question.target.quantity().unit())?;
        self.lacks.map_or(Ok(()), Err)?;
        self.grown_until_goal(&self.base.value, self.base.at, &rate)
    }

    /// The value at a time, grown until the goal's time at a yearly rate, a fraction.
    fn grown_until_goal(&self, value: &Real, at: Position, rate: &Real) -> Fact<Real> {
        let years = in_years(self.goal_at.since(at));
        let factor = rate.plus(&Real::one()).raised(&years);
        Ok(value.times(&factor.ok_or(Missing::NotConfigured)?))
    }

    /// The value of a year in the terms of the promise: before the method's transform. Only chained rates stay
    /// transformed, since the promise is a value of their index too.
    fn in_terms_of_promise(&self, value: &YearValue) -> Fact<Real> {
        match self.transform() {
            Transform::None | Transform::Chained => Ok(value.value.clone()),
            _ => self.value_as_stated(value),
        }
    }

    /// The value of a year before any transform and rounding. An error for the year in which an index of chained rates
    /// begins: it comes before the first rate, and has no value of its own.
    fn value_as_stated(&self, value: &YearValue) -> Fact<Real> {
        let all = yearly(self.terms.question, self.terms.labels, &self.terms.supposed)?;
        let year = all.into_iter().find(|year| year.year == value.year);
        let period = self.terms.question.target.start().ok_or(Missing::NoBaseline)?;
        year.map(|year| year.value).ok_or(Missing::NoBaselineValue { period })
    }

    /// The promised value as the rule reads it:
    ///
    /// - normalised: the level at which the rule is content, if it has one, else the promised value;
    /// - parity or distance from a number: the promised value, transformed as all values are;
    /// - else: the level, if the rule judges by it and the promise asks for more; otherwise the promised value, in
    ///   which a zero may be replaced ([`CaseTerms::with_zero_replaced`]).
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

    /// What is done to each value before anything is measured.
    pub(super) fn transform(&self) -> Transform {
        self.terms.transform()
    }

    /// The level at which the rule is content, as a value of the indicator (the parameters state it in percent, if the
    /// method counts so); `None` where the parameters have none.
    pub(super) fn level(&self) -> Option<Real> {
        Real::from(self.terms.parameters.level?).over(&self.terms.factor_to_percent)
    }

    /// Whether the definition changed between the latest figure and any of these: the first value of the movement, the
    /// base, and the separate start of the promise. `false` if the latest value has no figure.
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
        all.chain(self.separate_start_needed()).any(breaks_since)
    }

    /// The value from which the promise counts, if it is separate from the base and known, and the goal needs a
    /// baseline; else `None`.
    pub(super) fn separate_start_needed(&self) -> Option<&YearValue> {
        let needs_baseline = self.terms.question.promise.goal.needs_baseline();
        self.separate_start.as_ref()?.as_ref().ok().filter(|_| needs_baseline)
    }

    /// Whether the base is the value of the baseline's year, and not of a year that stands in for it.
    pub(super) fn has_its_base_year(&self) -> bool {
        self.terms.labels.baseline == Some(self.base.year)
    }

    /// On which side of a line a value lies: `Greater` is the better side.
    pub(super) fn side_of(&self, value: &Real, line: &Real) -> Ordering {
        self.direction.by_merit(value.cmp(line))
    }

    /// Whether a value meets the goal. A band is met inside its edges only. Any other goal is met at the goal (unless
    /// the bound excludes it) and beyond, and within its published tolerance.
    pub(super) fn meets(&self, goal: &Real, value: &Real) -> bool {
        let side = self.side_of(value, goal);
        let is_reached = match self.requirement().map(Requirement::bound) {
            Some(Bound::Within(_)) => false,
            Some(Bound::MoreThan(_) | Bound::LessThan(_)) => side.is_gt(),
            _ => side.is_ge(),
        };
        is_reached || self.lies_inside(value)
    }

    /// What the promise requires of untransformed values; `None` where the method transforms values.
    fn requirement(&self) -> Option<Requirement> {
        let requirement = self.terms.question.promise.goal.requirement();
        requirement.filter(|_| self.transform() == Transform::None)
    }

    /// Whether a value meets the promise, tolerance included, if the promise is a band or a bound with a published
    /// tolerance. `false` for a bound without tolerance, where values are transformed, and where a limit has no value.
    pub(super) fn lies_inside(&self, value: &Real) -> bool {
        let Some(requirement) = self.requirement() else {
            return false;
        };
        let has_tolerance = matches!(requirement.tolerance(), Tolerance::Of(tolerance) if !tolerance.is_zero());
        let is_met = || {
            let side = |limit, value: &Real| Ok(value.cmp(&self.promised_value(limit)?));
            Extreme::At(value).is_inside(requirement.deciding_bound(), side)
        };
        (has_tolerance || self.is_band()) && is_met().unwrap_or(false)
    }

    /// Whether a band is promised, and the method does not transform values.
    pub(super) fn is_band(&self) -> bool {
        matches!(self.requirement().map(Requirement::bound), Some(Bound::Within(_)))
    }

    /// The distance between a value and the goal, never negative. Of a band it is that to the nearer edge, 0 inside.
    pub(super) fn away_from(&self, goal: &Real, value: &Real) -> Fact<Real> {
        match self.requirement().map(Requirement::bound) {
            Some(Bound::Within(band)) => {
                let [low, high] = self.edges(band)?;
                Ok(low.minus(value).max(value.minus(&high)).max(Real::zero()))
            }
            _ => Ok(goal.minus(value).abs()),
        }
    }

    /// Fails unless the latest value is of a later year than the base: otherwise there is no movement.
    pub(super) fn check_two_years(&self) -> Fact<()> {
        if self.base.year < self.latest.year {
            Ok(())
        } else {
            Err(Missing::TooFewFigures { needed: 2, found: 1 })
        }
    }

    /// The direction in which rates of this growth lead towards the goal: that of the values. It is reversed where the
    /// base is negative and the method reads losses by their sizes ([`DownTo::Losses`]): a loss that shrinks at a
    /// compound rate has a negative rate, and rises.
    pub(super) fn direction_of_rates(&self, growth: Growth) -> Direction {
        let counts_losses = growth.compounds() && self.terms.method.down_to == DownTo::Losses;
        let is_loss = counts_losses && self.base.value.side() == Ordering::Less;
        match (self.direction, is_loss) {
            (Direction::Rising, false) | (Direction::Falling, true) => Direction::Rising,
            (Direction::Falling, false) | (Direction::Rising, true) => Direction::Falling,
        }
    }

    /// The scale for this goal, the first of these that there is; `None` without any:
    ///
    /// 1. that of the indicator's parameters;
    /// 2. the rule's scale for goals with a number, if the goal has one or the parameters require a movement;
    /// 3. the rule's scale for directions.
    pub(super) fn scale(&self) -> Option<&Scale> {
        let has_number = self.goal.is_some() || self.terms.parameters.required.is_some();
        let with_number = self.terms.method.with_number.as_ref().filter(|_| has_number);
        let of_rule = || with_number.or(self.terms.method.without_number.as_ref());
        self.terms.parameters.scale.as_ref().or_else(of_rule)
    }

    /// The goal as a value of the indicator; an error if the goal is a direction alone, or has no value.
    pub(super) fn goal(&self) -> Fact<&Real> {
        let goal = self.goal.as_ref().ok_or(Missing::NotConfigured)?;
        goal.as_ref().map_err(|reason| *reason)
    }

    /// Whether the base, from which the movement is measured, meets the goal already. `false` if the goal has no value.
    pub(super) fn is_met_at_base(&self) -> bool {
        self.goal().is_ok_and(|goal| self.meets(goal, &self.base.value))
    }

    /// Fails where the base meets the goal already, unless the method asks for numbers as published. From such a base
    /// the way leads away from the goal, so that a fast loss would count as a large share of the way.
    pub(super) fn check_base_is_unmet(&self) -> Fact<()> {
        if self.is_met_at_base() && !self.terms.method.as_published {
            return Err(Missing::MetBeforeBaseline);
        }
        Ok(())
    }

    /// The years from the base to the goal; an error unless the goal is later, which it need not be than a year that
    /// stands in for the base.
    pub(super) fn whole_time(&self) -> Fact<Real> {
        years_between(self.base.at, self.goal_at)
    }
}

/// The parameters of a target: those under the target's code, else those under its indicator's, each completed by the
/// defaults; without either the defaults alone.
pub(super) fn parameters_of(question: &Question<'_>, method: &Method) -> Parameters {
    let indicator = question.figures.known.series().indicator();
    let own = method.parameters.get(question.target.code());
    match own.or_else(|| method.parameters.get(indicator)) {
        Some(own) => own.or(&method.defaults),
        None => method.defaults.clone(),
    }
}

/// How the values of a target are read: by a method, with the parameters of the target and the labels of its years.
#[derive(Clone)]
pub(super) struct CaseTerms<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) method: &'a Method,
    pub(super) parameters: Parameters,
    /// The factor of a value before it is rounded or compared with a level or cut of the method: it makes the value
    /// percent if the method counts in percent, else it is 1.
    pub(super) factor_to_percent: Real,
    pub(super) labels: Labels,
    /// Values in place of those of figures, by the figures' periods; of two for one period the later entry counts.
    supposed: Vec<(Period, Real)>,
}

impl<'a> CaseTerms<'a> {
    /// The terms in which a method reads a target, with values in place of those of figures (`supposed`); an error
    /// where the method cannot read the goal, or cannot bring the unit to percent.
    fn new(question: &'a Question<'a>, method: &'a Method, supposed: Vec<(Period, Real)>) -> Fact<Self> {
        let mut terms = Self {
            question,
            method,
            parameters: parameters_of(question, method),
            factor_to_percent: Real::one(),
            labels: Labels::of(question, method.label),
            supposed,
        };
        if !terms.can_read(question.promise.goal) {
            return Err(Missing::NotForThisGoal);
        }
        if method.in_percent && terms.transform() == Transform::None {
            terms.factor_to_percent = percent_of(question.target.quantity())?;
        }
        Ok(terms)
    }

    /// Whether a goal can be read from one value a year. Not so: a sum, a promise that is kept period by period, and a
    /// goal on the index of yearly rates, unless the method chains the rates.
    fn can_read(&self, goal: Goal) -> bool {
        let is_index = goal.measured_by() == MeasuredBy::YearlyRates;
        let is_of_periods = matches!(goal, Goal::Cumulative(_) | Goal::Keep { .. });
        !is_of_periods && (!is_index || self.transform() == Transform::Chained)
    }

    /// What is done to each value before anything is measured.
    fn transform(&self) -> Transform {
        self.method.transform_of(&self.parameters)
    }

    /// The value; for 0 the method's `zero_as` (0 if it has none), where the method asks for numbers as published.
    fn with_zero_replaced(&self, value: Real) -> Real {
        if self.method.as_published && value.is_zero() {
            Real::from(self.method.zero_as.unwrap_or_default())
        } else {
            value
        }
    }

    /// The values of the years as the method reads them: with those that are `supposed`, transformed, rounded, and
    /// chained to an index if they are yearly rates to be chained.
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

    /// A value, first transformed as the method says, then rounded to its decimals: those of percent, if the method
    /// counts in percent.
    fn transformed_and_rounded(&self, value: Real) -> Fact<Real> {
        let value = self.transform().applied(value, self.parameters.ends())?;
        match self.method.rounding.values {
            None => Ok(value),
            Some(decimals) => rounded(&value.times(&self.factor_to_percent), decimals)?
                .over(&self.factor_to_percent)
                .ok_or(Missing::NoWay),
        }
    }

    /// Whether the method can judge the latest value without a base: its class of achieved values needs no movement, or
    /// one of its scales measures the level.
    fn needs_no_base(&self) -> bool {
        let is_achieved_alone = self.method.achieved.as_ref().is_some_and(|achieved| achieved.alone);
        let mut scales = self.method.scales_of_rule().chain(&self.parameters.scale);
        is_achieved_alone || scales.any(|scale| scale.measures() == Progress::Level)
    }

    /// The base, and the first year whose values count, as the window of the method says:
    ///
    /// | window | base | first year |
    /// |---|---|---|
    /// | the last years | the first value in the window | the window's |
    /// | since a year | that of the baseline's year | that year |
    /// | since the base | that of the baseline's year | the base's |
    ///
    /// An error where there is no base, or the window of the last years spans too few.
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

    /// The value of the baseline's year, or of the year that stands in for it as the method says; an error where
    /// neither has one. Values of 0 are passed over if the method says so, unless the indicator's own scale measures
    /// the change.
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
