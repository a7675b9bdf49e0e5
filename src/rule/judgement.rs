//! How a composed rule comes to its verdict.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::composed::cuts_of;
use super::method::{Achieved, Method, Parameters, Transform, Window};
use super::number::{decided, difference, mean, negated, product, quotient, rounded, shown, sum};
use super::points::{Point, base, year_of, yearly};
use super::scale::{Band, Class, Progress, Scale, Score};
use super::schedule::by_schedule;
use super::trend::{Trend, coefficient};
use super::{Rule, Status, Verdict};
use crate::dec;
use crate::evidence::stakes::Stakes;
use crate::evidence::{Caveat, Fact, Reason, age, caveats_of, no_observation, observed};
use crate::plan::{Goal, MeasuredBy};
use crate::series::{Figure, Reading};
use crate::value::{Bound, Direction, Measure, Requirement, Years};

/// Judges a target by a composed rule.
pub(super) fn judge(stakes: &Stakes<'_>, rule: &Rule, method: &Method) -> Verdict {
    if let Some(scale) = method.schedule_scale() {
        let figure = observed(stakes).ok();
        let verdict = by_schedule(stakes, method, scale);
        return completed(stakes, rule, figure, verdict);
    }
    let case = match Case::new(stakes, method) {
        Ok(case) => case,
        Err(reason) => return Verdict::unknown(reason),
    };
    let verdict = case.verdict().map(|verdict| Verdict {
        caveats: verdict.caveats.with_if(case.breaks(), Caveat::SeriesBreak),
        ..verdict
    });
    completed(stakes, rule, case.latest.figure, verdict)
}

/// A verdict with what a reader should know beside it.
fn completed(stakes: &Stakes<'_>, rule: &Rule, figure: Option<Figure>, verdict: Fact<Verdict>) -> Verdict {
    let verdict = verdict.unwrap_or_else(Verdict::unknown);
    let is_newer = |bound: &Figure| figure.is_none_or(|figure| bound.period.end() > figure.period.end());
    let newest = stakes.sight.known().figures().next_back();
    let newer_bound = newest
        .filter(is_newer)
        .is_some_and(|newest| matches!(newest.reading, Reading::Interval(_)));
    let caveats = figure
        .map(caveats_of)
        .unwrap_or_default()
        .with_if(newer_bound, Caveat::NewerFigureIsOnlyABound)
        .with_if(stakes.baseline_is_revised(), Caveat::BaselineRevised)
        .with_if(stakes.sight.known().leaves_out_undated(), Caveat::UndatedLeftOut);
    let verdict = Verdict {
        caveats: verdict.caveats.union(caveats),
        decided_by: figure.map(|figure| figure.period),
        ..verdict
    };
    if_fresh(stakes, rule, figure, verdict)
}

/// A figure that is too old says nothing of today; what it would say is kept.
fn if_fresh(stakes: &Stakes<'_>, rule: &Rule, figure: Option<Figure>, verdict: Verdict) -> Verdict {
    let months = rule
        .max_age()
        .and_then(|periods| periods.checked_mul(stakes.target.reported().months()));
    let oldest = months.and_then(|months| i32::try_from(months).ok()).map(Years::months);
    match (figure, oldest) {
        (Some(figure), Some(oldest)) if age(stakes, figure) > oldest => Verdict {
            status: Status::Unknown,
            reason: Reason::Stale {
                period: figure.period,
                age: age(stakes, figure),
            },
            last_status: Some(verdict.status),
            ..verdict
        },
        _ => verdict,
    }
}

/// What a rule measured.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measured {
    pub(super) value: Option<Decimal>,
    pub(super) observed: Option<Decimal>,
    pub(super) required: Option<Decimal>,
    /// What is required, in the sense of the value.
    pub(super) aim: Option<Decimal>,
    pub(super) ratio: Option<Decimal>,
}

impl Measured {
    fn into_verdict(self, status: Status, reason: Reason) -> Verdict {
        Verdict {
            value: self.value.map(shown),
            observed: self.observed.map(shown),
            required: self.required.map(shown),
            ratio: self.ratio.map(shown),
            ..Verdict::new(status, reason)
        }
    }
}

/// A target with the figures that a method reads.
struct Case<'a> {
    stakes: &'a Stakes<'a>,
    method: &'a Method,
    parameters: Parameters,
    direction: Direction,
    /// The goal as a value of the indicator, where it says one.
    goal: Option<Decimal>,
    goal_year: i32,
    base: Point,
    /// Those that tell the movement, the latest one at the end.
    points: Vec<Point>,
    latest: Point,
}

impl<'a> Case<'a> {
    fn new(stakes: &'a Stakes<'a>, method: &'a Method) -> Fact<Self> {
        let parameters = parameters_of(stakes, method);
        let points = prepared(yearly(stakes)?, method, &parameters)?;
        let latest = *points.last().ok_or_else(|| no_observation(stakes))?;
        let (base, points) = windowed(stakes, method, &points, latest)?;
        let base_value = if method.as_published && base.value.is_zero() {
            method.zero_as.unwrap_or_default()
        } else {
            base.value
        };
        let base = Point {
            value: base_value,
            ..base
        };
        let points = with_first(points, base);
        let mut case = Self {
            stakes,
            method,
            parameters,
            direction: Direction::Rising,
            goal: None,
            goal_year: year_of(stakes.target.deadline()),
            base,
            points,
            latest,
        };
        case.aim()?;
        Ok(case)
    }

    /// Reads from the goal which way is better, and what value is promised.
    fn aim(&mut self) -> Fact<()> {
        let goal = self.stakes.target.goal();
        let base = self.base.value;
        let bound = match goal {
            Goal::Unstated(lacks) => return Err(Reason::GoalUnstated { lacks }),
            Goal::Keep { .. } => return Err(Reason::NotForThisGoal),
            Goal::Trend { direction, .. } => {
                let is_distance = matches!(
                    transform_of(self.method, &self.parameters),
                    Transform::Parity | Transform::AwayFrom(_)
                );
                self.direction = if is_distance { Direction::Falling } else { direction };
                return Ok(());
            }
            _ => goal.requirement().ok_or(Reason::NotForThisGoal)?.bound(),
        };
        let start = match goal {
            Goal::Level(_) => base,
            _ => Decimal::ZERO,
        };
        self.direction = bound.direction_from(start).unwrap_or(match goal {
            Goal::Level(_) if base > bound.aim_from(Decimal::MIN) => Direction::Falling,
            _ => Direction::Rising,
        });
        let aim = bound.aim_from(start);
        let value = match goal {
            Goal::Addition(_) => sum(base, aim)?,
            Goal::Change { .. } => product(base, sum(Decimal::ONE, aim)?)?,
            Goal::AverageGrowth { .. } => {
                let rate = crate::value::Rate::new(aim).map_err(|_| Reason::NotConfigured)?;
                let over = Years::whole(self.goal_year.saturating_sub(self.base.year));
                crate::growth::compound(base, rate, over)?
            }
            _ => aim,
        };
        self.goal = Some(self.transformed_goal(value)?);
        Ok(())
    }

    fn transformed_goal(&mut self, value: Decimal) -> Fact<Decimal> {
        let transform = transform_of(self.method, &self.parameters);
        match transform {
            Transform::None => {}
            Transform::Normalised => {
                self.direction = Direction::Rising;
                let threshold = self.parameters.level.unwrap_or(value);
                return normalised(threshold, &self.parameters);
            }
            Transform::Parity | Transform::AwayFrom(_) => {
                self.direction = Direction::Falling;
                return transformed(value, transform, &self.parameters);
            }
        }
        let by_level = self.method.achieved.as_ref().is_some_and(|achieved| achieved.by_level);
        Ok(match self.parameters.level.filter(|_| by_level) {
            // Nobody is asked for more than the level at which the rule is content.
            Some(level) if self.is_beyond(value, level, true) => level,
            _ if self.method.as_published && value.is_zero() => self.method.zero_as.unwrap_or_default(),
            _ => value,
        })
    }

    /// Whether the definition changed among the figures that count.
    fn breaks(&self) -> bool {
        let first = self.points.first().and_then(|point| point.figure);
        let ends = first.zip(self.latest.figure);
        ends.is_some_and(|(first, last)| {
            let known = self.stakes.sight.known();
            known.break_between(first.period.end(), last.period.end()).is_some()
        })
    }

    fn verdict(&self) -> Fact<Verdict> {
        let target = self.stakes.target;
        let is_chained =
            target.goal().measured_by() == MeasuredBy::YearlyRates || matches!(target.goal(), Goal::Cumulative(_));
        let has_number = self.goal.is_some() || self.parameters.required.is_some();
        let scale = match (&self.method.with_number, &self.method.without_number) {
            (Some(scale), _) if has_number => scale,
            (_, Some(scale)) => scale,
            _ => return Err(Reason::NotConfigured),
        };
        if is_chained || self.method.only.is_some_and(|only| only != self.direction) {
            return Err(Reason::NotForThisGoal);
        }
        let measured = self.measured(scale);
        if let Some(verdict) = self.met_at_base(measured)? {
            return Ok(verdict);
        }
        if let Some(achieved) = self.achieved()? {
            let measured = measured.unwrap_or_default();
            return Ok(self.of_class(measured, &achieved.class, achieved.score, Reason::BoundMet));
        }
        self.classed(scale, measured?)
    }

    /// A goal that the base meets already, where the rule says something of it.
    fn met_at_base(&self, measured: Fact<Measured>) -> Fact<Option<Verdict>> {
        let (Some(met), Some(goal)) = (&self.method.met_at_base, self.goal) else {
            return Ok(None);
        };
        if !self.is_beyond(self.base.value, goal, false) {
            return Ok(None);
        }
        self.two_years()?;
        let outcome = if self.is_beyond(self.latest.value, goal, false) {
            &met.kept
        } else {
            &met.lost
        };
        let measured = Measured {
            value: None,
            ratio: None,
            ..measured.unwrap_or_default()
        };
        Ok(Some(self.of_class(
            measured,
            &outcome.class,
            outcome.score,
            Reason::MetBeforeBaseline,
        )))
    }

    /// What counts as achieved, if the latest value does.
    fn achieved(&self) -> Fact<Option<&Achieved>> {
        let Some(achieved) = &self.method.achieved else {
            return Ok(None);
        };
        let line = if achieved.by_level {
            Some(self.parameters.level.ok_or(Reason::NotConfigured)?)
        } else {
            self.goal
        };
        let line = match (line, transform_of(self.method, &self.parameters)) {
            (Some(level), Transform::Normalised) if achieved.by_level => Some(normalised(level, &self.parameters)?),
            (line, _) => line,
        };
        let is_plain = transform_of(self.method, &self.parameters) == Transform::None;
        let requirement = self.stakes.target.goal().requirement().filter(|_| is_plain);
        let bound = requirement.map(Requirement::bound);
        let excludes_goal = !achieved.by_level && matches!(bound, Some(Bound::MoreThan(_) | Bound::LessThan(_)));
        let is_past_band = match bound {
            Some(bound @ Bound::Within(_)) if !achieved.by_level => !bound.is_met_by(self.latest.value),
            _ => false,
        };
        let strictly = achieved.strictly || excludes_goal;
        let reached = line.is_some_and(|line| self.is_beyond(self.latest.value, line, strictly));
        if !reached || is_past_band {
            return Ok(None);
        }
        if achieved.alone {
            self.after_the_base_year()?;
        } else if !self.method.as_published {
            self.two_years()?;
            self.one_sign()?;
        }
        Ok(Some(achieved))
    }

    /// Whether a value is at a line or beyond it, on the side of the goal.
    fn is_beyond(&self, value: Decimal, line: Decimal, strictly: bool) -> bool {
        let side = match self.direction {
            Direction::Rising => value.cmp(&line),
            Direction::Falling => line.cmp(&value),
        };
        side == Ordering::Greater || (side == Ordering::Equal && !strictly)
    }

    /// A lonely figure counts only if it is later than the year from which the promise counts.
    fn after_the_base_year(&self) -> Fact<()> {
        let period = self.stakes.target.baseline().ok_or(Reason::NoBaseline)?.period();
        if self.latest.year > year_of(period) {
            Ok(())
        } else {
            Err(Reason::TooFewFigures { needed: 2, found: 1 })
        }
    }

    /// Nobody can assess a movement from one year.
    fn two_years(&self) -> Fact<()> {
        if self.base.year < self.latest.year {
            Ok(())
        } else {
            Err(Reason::TooFewFigures { needed: 2, found: 1 })
        }
    }

    /// A rule of growth rates cannot assess values on both sides of zero.
    fn one_sign(&self) -> Fact<()> {
        let crosses = self.base.value.checked_mul(self.latest.value);
        if self.method.losses && crosses.is_some_and(|product| product < Decimal::ZERO) {
            return Err(Reason::Growth {
                error: crate::growth::GrowthError::Crossing {
                    from: self.base.value,
                    to: self.latest.value,
                },
            });
        }
        Ok(())
    }

    /// Towards the goal: with the sign turned round where less is better.
    fn towards(&self, movement: Decimal) -> Decimal {
        match self.direction {
            Direction::Rising => movement,
            Direction::Falling => negated(movement),
        }
    }

    /// The same, for rates of losses, which shrink while the value rises.
    fn rate_towards(&self, rate: Decimal) -> Decimal {
        let is_loss = self.method.losses && self.base.value < Decimal::ZERO;
        let towards = self.towards(rate);
        if is_loss { negated(towards) } else { towards }
    }

    fn trend(&self) -> Fact<Trend<'_>> {
        Trend::new(self.method.growth, self.method.losses, &self.points)
    }

    fn rounded_rate(&self, rate: Decimal) -> Decimal {
        match self.method.rounding.rates {
            Some(decimals) => rounded(rate, decimals),
            None => rate,
        }
    }

    fn measured(&self, scale: &Scale) -> Fact<Measured> {
        let measured = self.measured_by(scale.measures())?;
        let value = match (measured.value, scale.times) {
            (Some(value), Some(factor)) => Some(product(value, factor)?),
            (value, _) => value,
        };
        Ok(Measured { value, ..measured })
    }

    fn measured_by(&self, progress: Progress) -> Fact<Measured> {
        match progress {
            Progress::Growth | Progress::GrowthRatio | Progress::SignedGrowthRatio => self.growth(progress),
            Progress::ProjectedChange | Progress::RemainingGap => self.projection(progress),
            Progress::ShareOfWay | Progress::Closeness | Progress::TimeDistance => self.share(progress),
            Progress::TotalChange => self.total_change(),
            Progress::Mean => self.mean_of_rates(),
            Progress::ScheduledShare => Err(Reason::NotForThisGoal),
        }
    }

    fn mean_of_rates(&self) -> Fact<Measured> {
        if self.stakes.target.quantity().measure() != Measure::GrowthRate {
            return Err(Reason::NotForThisGoal);
        }
        let values: Vec<Decimal> = self.points.iter().map(|point| point.value).collect();
        let value = mean(&values);
        Ok(Measured {
            value,
            observed: value,
            ..Measured::default()
        })
    }

    /// What is required per year, as it stands in the same sense as the observed movement.
    fn required(&self, trend: &Trend<'_>) -> Fact<Option<Decimal>> {
        if let Some(required) = self.parameters.required {
            return Ok(Some(self.rate_towards(required)));
        }
        let from = match self.method.window {
            Window::LastYears { .. } => self.points.first().copied().unwrap_or(self.base),
            _ => self.base,
        };
        match self.goal {
            Some(goal) => trend.required(from, goal, self.goal_year).map(Some),
            None => Ok(None),
        }
    }

    fn growth(&self, progress: Progress) -> Fact<Measured> {
        let trend = self.trend()?;
        let observed = self.rounded_rate(trend.per_year()?);
        let required = match (self.required(&trend), progress) {
            (Ok(required), _) => required.map(|required| self.rounded_rate(required)),
            // The growth stands by itself; only a class that begins at the required one needs that.
            (Err(_), Progress::Growth) => None,
            (Err(reason), _) => return Err(reason),
        };
        let growth = self.rate_towards(observed);
        let aim = required.map(|required| self.rate_towards(required));
        let measured = Measured {
            value: Some(growth),
            observed: Some(observed),
            required,
            aim,
            ratio: None,
        };
        let ratio = match (progress, required, aim) {
            (Progress::SignedGrowthRatio, Some(required), _) => {
                self.refuse_met_at_base()?;
                quotient(observed, required)?
            }
            (Progress::GrowthRatio, _, Some(aim)) => quotient(growth, aim.abs())?,
            (Progress::Growth, _, aim) => {
                let ratio = aim.and_then(|aim| quotient(growth, aim).ok());
                return Ok(Measured { ratio, ..measured });
            }
            _ => return Err(Reason::NotConfigured),
        };
        Ok(Measured {
            value: Some(ratio),
            ratio: Some(ratio),
            ..measured
        })
    }

    fn refuse_met_at_base(&self) -> Fact<()> {
        match self.goal {
            Some(goal) if !self.method.as_published && self.is_beyond(self.base.value, goal, false) => {
                Err(Reason::MetBeforeBaseline)
            }
            _ => Ok(()),
        }
    }

    fn goal(&self) -> Fact<Decimal> {
        self.goal.ok_or(Reason::NotConfigured)
    }

    fn projection(&self, progress: Progress) -> Fact<Measured> {
        let (trend, goal) = (self.trend()?, self.goal()?);
        let projected = trend.at(self.goal_year)?;
        let way = difference(goal, self.base.value)?;
        let left = difference(goal, projected)?;
        let value = match progress {
            // A projection at the goal or beyond leaves nothing open.
            Progress::RemainingGap if self.is_beyond(projected, goal, false) => Decimal::ZERO,
            Progress::RemainingGap => quotient(left.abs(), way.abs())?,
            _ => quotient(difference(projected, self.base.value)?, way)?,
        };
        Ok(Measured {
            value: Some(value),
            observed: Some(trend.per_year()?),
            required: self.required(&trend).ok().flatten(),
            aim: None,
            ratio: (progress == Progress::ProjectedChange).then_some(value),
        })
    }

    fn share(&self, progress: Progress) -> Fact<Measured> {
        self.two_years()?;
        let goal = self.goal()?;
        let gone = difference(self.latest.value, self.base.value)?;
        let way = difference(goal, self.base.value)?;
        let share = match progress {
            // The size of the way keeps the sign right when the base has passed the goal.
            Progress::ShareOfWay => quotient(self.towards(gone), way.abs())?,
            Progress::Closeness => {
                let left = difference(goal, self.latest.value)?;
                difference(Decimal::ONE, quotient(left.abs(), way.abs())?)?
            }
            _ => quotient(gone, way)?,
        };
        let elapsed = Decimal::from(self.latest.year.saturating_sub(self.base.year));
        let whole = Decimal::from(self.goal_year.saturating_sub(self.base.year));
        let expected = quotient(elapsed, whole)?;
        let value = match progress {
            Progress::ShareOfWay | Progress::Closeness => share,
            _ => difference(elapsed, product(share, whole)?)?,
        };
        Ok(Measured {
            value: Some(value),
            observed: Some(share),
            required: Some(expected),
            aim: None,
            ratio: quotient(share, expected).ok(),
        })
    }

    fn total_change(&self) -> Fact<Measured> {
        self.two_years()?;
        let change = quotient(difference(self.latest.value, self.base.value)?, self.base.value.abs())?;
        let since = match self.method.window {
            // Years before a later base are to be made up for.
            Window::SinceYear(year) => year.min(self.base.year),
            _ => self.base.year,
        };
        let years = Decimal::from(self.latest.year.saturating_sub(since));
        let required = match self.parameters.required {
            Some(share) => Some(product(share, years)?),
            None => None,
        };
        let value = self.towards(change);
        Ok(Measured {
            value: Some(value),
            observed: Some(change),
            required: required.map(|required| self.towards(required)),
            aim: required,
            ratio: required.and_then(|required| quotient(value, required).ok()),
        })
    }

    fn classed(&self, scale: &Scale, measured: Measured) -> Fact<Verdict> {
        let shrink = self.coefficient(scale)?;
        classed(self.method, scale, &self.parameters, measured, shrink)
    }

    /// By how much the cuts shrink, if they do.
    fn coefficient(&self, scale: &Scale) -> Fact<Option<Decimal>> {
        match (scale.shrinks, self.parameters.limit, self.method.limit_exponent) {
            (true, Some(limit), Some(exponent)) => coefficient(self.base.value, limit, exponent).map(Some),
            _ => Ok(None),
        }
    }

    fn of_class(&self, measured: Measured, class: &Class, score: Option<Decimal>, reason: Reason) -> Verdict {
        of_class(self.method, measured, class, score, reason)
    }
}

/// The verdict of a number: the first class whose cut it passes.
pub(super) fn classed(
    method: &Method,
    scale: &Scale,
    parameters: &Parameters,
    measured: Measured,
    shrink: Option<Decimal>,
) -> Fact<Verdict> {
    let value = measured.value.ok_or(Reason::NotConfigured)?;
    let number = decided(value);
    let required = measured.aim.map(decided);
    let mut cuts = cuts_of(&scale.bands, &parameters.cuts);
    let holds = |band: &&Band| match band.cut.and_then(|_| cuts.next()) {
        None => true,
        Some(cut) => {
            let moved = match (cut.number(), shrink) {
                (Some(at), Some(shrink)) if at > Decimal::ZERO => {
                    cut.moved_to(decided(at.checked_mul(shrink).unwrap_or(at)))
                }
                _ => cut,
            };
            moved.passes(number, required)
        }
    };
    let Some(band) = scale.bands.iter().find(holds) else {
        return Ok(measured.into_verdict(Status::Unknown, Reason::NoClasses));
    };
    let score = score(scale, band, value, shrink)?;
    Ok(of_class(method, measured, &band.class, score, Reason::InClass))
}

pub(super) fn of_class(
    method: &Method,
    measured: Measured,
    class: &Class,
    score: Option<Decimal>,
    reason: Reason,
) -> Verdict {
    let place = method.classes().iter().position(|own| *own == class);
    Verdict {
        class: place.and_then(|place| u8::try_from(place).ok()),
        score: score.map(shown),
        ..measured.into_verdict(class.status(), reason)
    }
}

/// What a method is told of a target: by the target's code, else by its indicator's.
pub(super) fn parameters_of(stakes: &Stakes<'_>, method: &Method) -> Parameters {
    let indicator = stakes.sight.known().series().indicator();
    let own = method.parameters.get(stakes.target.code());
    match own.or_else(|| method.parameters.get(indicator)) {
        Some(own) => own.or(&method.defaults),
        None => method.defaults.clone(),
    }
}

/// The values as the method wants them.
fn prepared(points: Vec<Point>, method: &Method, parameters: &Parameters) -> Fact<Vec<Point>> {
    let prepare = |point: Point| {
        let value = transformed(point.value, transform_of(method, parameters), parameters)?;
        let value = match method.rounding.values {
            Some(decimals) => rounded(value, decimals),
            None => value,
        };
        Ok(Point { value, ..point })
    };
    points.into_iter().map(prepare).collect()
}

/// What is done to each value: as the indicator says, else as the method does.
fn transform_of(method: &Method, parameters: &Parameters) -> Transform {
    parameters.transform.unwrap_or(method.transform)
}

fn transformed(value: Decimal, transform: Transform, parameters: &Parameters) -> Fact<Decimal> {
    match transform {
        Transform::None => Ok(value),
        Transform::Normalised => normalised(value, parameters),
        Transform::Parity if (dec!(0.97)..=dec!(1.03)).contains(&value) => Ok(Decimal::ONE),
        Transform::Parity => Ok(value.max(quotient(Decimal::ONE, value)?)),
        Transform::AwayFrom(number) => sum(number, difference(value, number)?.abs()),
    }
}

fn normalised(value: Decimal, parameters: &Parameters) -> Fact<Decimal> {
    let (Some(lower), Some(optimum)) = (parameters.lower, parameters.optimum) else {
        return Err(Reason::NotConfigured);
    };
    let share = quotient(difference(value, lower)?, difference(optimum, lower)?)?;
    product(Decimal::ONE_HUNDRED, share)
}

/// The base, and the figures that tell the movement.
fn windowed(stakes: &Stakes<'_>, method: &Method, points: &[Point], latest: Point) -> Fact<(Point, Vec<Point>)> {
    let since = |year: i32| -> Vec<Point> { points.iter().copied().filter(|point| point.year >= year).collect() };
    if let Window::LastYears { years, at_least } = method.window {
        let kept = since(latest.year.saturating_sub(i32::from(years)));
        let first = *kept.first().unwrap_or(&latest);
        if latest.year.saturating_sub(first.year) < i32::from(at_least).max(1) {
            return Err(Reason::TooFewFigures {
                needed: u32::from(at_least).max(2),
                found: u32::try_from(kept.len()).unwrap_or(u32::MAX),
            });
        }
        return Ok((first, kept));
    }
    let period = stakes.target.baseline().ok_or(Reason::NoBaseline)?.period();
    let base = base(points, year_of(period), method.base).ok_or(Reason::NoBaselineValue { period })?;
    let from = match method.window {
        Window::SinceYear(year) => year,
        _ => base.year,
    };
    Ok((base, since(from)))
}

/// The same figures, the base's value in its place.
fn with_first(mut points: Vec<Point>, base: Point) -> Vec<Point> {
    for point in points.iter_mut().filter(|point| point.year == base.year) {
        point.value = base.value;
    }
    points
}

/// The score of a number in a class.
fn score(scale: &Scale, band: &Band, value: Decimal, shrink: Option<Decimal>) -> Fact<Option<Decimal>> {
    if !scale.knots.is_empty() {
        return between_knots(scale, value).map(Some);
    }
    let raw = match band.score {
        None => return Ok(None),
        Some(Score::Fixed(score)) => score,
        Some(Score::Line {
            slope,
            intercept,
            shrinks,
        }) => {
            let divisor = shrink.filter(|_| shrinks).unwrap_or(Decimal::ONE);
            if divisor.is_zero() {
                // At the limit no number is large enough to be divided by nothing: the best score stands.
                return Ok(scale.range.map(|range| range.high));
            }
            sum(quotient(product(slope, value)?, divisor)?, intercept)?
        }
    };
    Ok(Some(match scale.range {
        Some(range) => raw.max(range.low).min(range.high),
        None => raw,
    }))
}

fn between_knots(scale: &Scale, value: Decimal) -> Fact<Decimal> {
    let above = scale.knots.iter().position(|knot| knot.number >= value);
    let knots = match above {
        None => return Ok(scale.knots.last().map_or(Decimal::ZERO, |knot| knot.score)),
        Some(place) => (
            place.checked_sub(1).and_then(|below| scale.knots.get(below)),
            scale.knots.get(place),
        ),
    };
    match knots {
        (Some(low), Some(high)) => {
            let rise = difference(high.score, low.score)?;
            let share = quotient(difference(value, low.number)?, difference(high.number, low.number)?)?;
            sum(low.score, product(rise, share)?)
        }
        (None, Some(first)) => Ok(first.score),
        _ => Ok(Decimal::ZERO),
    }
}
