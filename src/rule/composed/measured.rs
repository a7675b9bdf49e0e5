//! What a rule measures of a target.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::case::Case;
use super::method::Window;
use super::number::{Dividend, Quotient, along, shown};
use super::progress::{Growth, Progress};
use super::scale::Scale;
use super::trend::Trend;
use super::yearly::in_years;
use crate::dec;
use crate::evidence::{Fact, Missing};
use crate::exact::Real;
use crate::growth::{GrowthError, size_of_complex_rate};
use crate::rule::Measured;
use crate::value::Direction;

/// The smallest decimal: a number nearer to zero is not told from it.
const SMALLEST: Decimal = dec!(0.0000000000000000000000000001);

/// A measurement of a rule: the number that decides, and all numbers as they are shown.
#[derive(Debug, Clone)]
pub(super) struct Measurement {
    pub(super) number: Quotient,
    /// The number that is exactly as much as is required, at which a class can begin; `None` where nothing is required,
    /// and an error where nobody knows what is.
    pub(super) required: Fact<Option<Real>>,
    pub(super) shown: Measured,
}

impl Measurement {
    /// A number of which nothing is required, beside the movement that was observed and the one that leads to the goal.
    pub(super) fn new(number: Quotient, observed: Option<&Dividend>, required: Option<&Real>) -> Fact<Self> {
        let shown = Measured {
            value: number.shown()?,
            observed: observed.map(Dividend::shown).transpose()?.flatten(),
            required: required.map(shown).transpose()?,
            ..Measured::default()
        };
        Ok(Self {
            number,
            required: Ok(None),
            shown,
        })
    }

    /// A movement as seen on the way towards the goal, beside the one that is required, and with the ratio of the two
    /// where one other than 0 is.
    fn of_movement(direction: Direction, observed: &Dividend, required: Fact<Option<Real>>) -> Fact<Self> {
        let known = required.as_ref().ok().and_then(Option::as_ref);
        let number = Quotient::towards_goal(direction, observed.clone());
        let mut measured = Self::new(number, Some(observed), known)?;
        let ratio = known.and_then(|required| Quotient::new(observed.clone(), required.clone()).ok());
        measured.shown.ratio = ratio.and_then(|ratio| ratio.shown().ok()).flatten();
        measured.required = required.map(|required| required.map(|required| along(direction, required)));
        Ok(measured)
    }

    /// A number beyond every other one, on this side, before the factor of its scale: it is shown nowhere.
    pub(super) fn beyond(side: Ordering, factor: Option<Decimal>) -> Fact<Self> {
        let measured = Self::new(Quotient::undivided(Dividend::Beyond(side)), None, None)?;
        measured.into_share_of_required().times(factor)
    }

    /// The measurement, whose number is observed ÷ required: 1 is as much as is required.
    pub(super) fn into_share_of_required(mut self) -> Self {
        self.shown.ratio = self.shown.value;
        self.required = Ok(Some(Real::one()));
        self
    }

    /// The measurement with the observed movement, as it is shown.
    pub(super) const fn with_observed(mut self, shown: Decimal) -> Self {
        self.shown.observed = Some(shown);
        self
    }

    /// The measurement in the units of a scale, if that has other ones.
    fn times(mut self, factor: Option<Decimal>) -> Fact<Self> {
        let Some(factor) = factor else {
            return Ok(self);
        };
        let number = self.number.times(factor);
        let times_factor = |required: Real| required.times(&factor.into());
        self.required = self.required.map(|required| required.map(times_factor));
        self.with_number(number)
    }

    /// The measurement with another number that decides.
    fn with_number(mut self, number: Quotient) -> Fact<Self> {
        self.shown.value = number.shown()?;
        Ok(Self { number, ..self })
    }
}

impl Case<'_> {
    /// The values of the case as a trend of this growth.
    fn trend(&self, growth: Growth) -> Fact<Trend<'_>> {
        Trend::new(self.terms.method, growth, &self.points)
    }

    /// The measurement of a scale, in the units of the scale.
    pub(super) fn measured(&self, scale: &Scale) -> Fact<Measurement> {
        if scale.measures() == Progress::Level && scale.bands.is_empty() {
            return Err(Missing::NotConfigured);
        }
        self.measured_by(scale.measures())?.times(scale.times)
    }

    /// The measurement of a kind of progress, before the scale's own factor.
    fn measured_by(&self, progress: Progress) -> Fact<Measurement> {
        match progress {
            Progress::Growth(growth) => self.growth(growth),
            Progress::GrowthRatio(growth) => self.growth_ratio(growth),
            Progress::SignedGrowthRatio(growth) => self.signed_growth_ratio(growth),
            Progress::ProjectedChange(growth) => self.projected_change(growth),
            Progress::RemainingGap(growth) => self.remaining_gap(growth),
            Progress::ShareOfWay | Progress::Closeness | Progress::TimeDistance => self.share(progress),
            Progress::TotalChange => self.total_change(),
            Progress::Mean => self.mean_of_rates(),
            Progress::Level => {
                let level = self.latest.value.times(&self.terms.factor_to_percent);
                Measurement::new(Quotient::undivided(level), None, None)
            }
            Progress::Change => self.change(),
            Progress::ScheduledShare | Progress::Completion => Err(Missing::NotForThisGoal),
        }
    }

    /// The mean of the rates in the window.
    fn mean_of_rates(&self) -> Fact<Measurement> {
        let values = self.points.iter().map(|point| &point.value);
        let total = values.fold(Real::zero(), |total, value| total.plus(value));
        let count = i64::try_from(self.points.len()).unwrap_or(i64::MAX);
        let mean = total
            .over(&Real::from(count))
            .ok_or(Missing::NoWay)?
            .times(&self.terms.factor_to_percent);
        Measurement::of_movement(Direction::Rising, &mean.into(), Ok(None))
    }

    /// The required movement per year, with the sign of one that leads to the goal; `None` where nothing is required.
    fn required(&self, trend: &Trend<'_>) -> Fact<Option<Real>> {
        if let Some(required) = self.terms.parameters.required {
            return Ok(Some(along(self.direction_of_rates(trend.growth), required.into())));
        }
        if self.goal.is_none() {
            return Ok(None);
        }
        trend.required(&self.base, self.goal()?, self.goal_at).map(Some)
    }

    /// The observed movement per year, as the method rounds it: the rounded number decides then.
    fn observed_rate(&self, trend: &Trend<'_>) -> Fact<Dividend> {
        let rate = trend.observed()?;
        match self.terms.method.rounding.rates {
            Some(decimals) => rate.rounded(decimals).map(Dividend::from),
            None => Ok(rate),
        }
    }

    /// The required movement per year, as the method rounds it; `None` where nothing is required.
    fn required_rate(&self, trend: &Trend<'_>) -> Fact<Option<Real>> {
        let rate = self.required(trend)?;
        match (rate, self.terms.method.rounding.rates) {
            (Some(rate), Some(decimals)) => Dividend::from(rate).rounded(decimals).map(Some),
            (rate, _) => Ok(rate),
        }
    }

    /// The growth towards the goal, beside the required one.
    fn growth(&self, growth: Growth) -> Fact<Measurement> {
        let trend = self.trend(growth)?;
        let observed = self.observed_rate(&trend)?;
        // The growth stands by itself; only a class that begins at the required one needs that.
        let required = self.required_rate(&trend);
        Measurement::of_movement(self.direction_of_rates(growth), &observed, required)
    }

    /// The growth towards the goal ÷ the size of the required one; `growth` says how rates are taken.
    ///
    /// Where the required rate is zero, or none because the goal lies beyond zero, a method `as_published` has the
    /// number of the published programs instead. [`Missing::NotConfigured`] where the goal requires no movement at all.
    fn growth_ratio(&self, growth: Growth) -> Fact<Measurement> {
        let trend = self.trend(growth)?;
        let observed = self.observed_rate(&trend)?;
        let required = self.required_rate(&trend);
        if self.terms.method.as_published {
            if let Some(measured) = self.published_ratio_without_required_rate(growth, &observed, &required)? {
                return Ok(measured);
            }
        }
        let required = required?.ok_or(Missing::NotConfigured)?;
        let number = Quotient::share_towards_goal(self.direction_of_rates(growth), observed.clone(), &required)?;
        Ok(Measurement::new(number, Some(&observed), Some(&required))?.into_share_of_required())
    }

    /// The observed growth ÷ the required one, each with its own sign. An error where the base meets the goal already,
    /// unless numbers are asked for as published.
    fn signed_growth_ratio(&self, growth: Growth) -> Fact<Measurement> {
        let trend = self.trend(growth)?;
        let observed = self.observed_rate(&trend)?;
        let required = self.required_rate(&trend)?.ok_or(Missing::NotConfigured)?;
        if self.terms.parameters.required.is_none() {
            self.check_base_is_unmet()?;
        }
        let number = Quotient::new(observed.clone(), required.clone())?;
        Ok(Measurement::new(number, Some(&observed), Some(&required))?.into_share_of_required())
    }

    /// The number that published programs give where there is no required rate to divide by; `None` where there is one,
    /// or they give no number either.
    ///
    /// - Towards a goal beyond zero the rate is a complex number, and they divide by its size, in floating point here
    ///   as there. Where another year stands in for the base year they give no number.
    /// - Towards a goal that is the base the rate is zero: any movement is infinitely more, and decides by its
    ///   direction.
    fn published_ratio_without_required_rate(
        &self,
        growth: Growth,
        observed: &Dividend,
        required: &Fact<Option<Real>>,
    ) -> Fact<Option<Measurement>> {
        let direction = self.direction_of_rates(growth);
        Ok(match required {
            Err(Missing::Growth {
                error: GrowthError::Crossing { from, to },
            }) if growth == Growth::Compound && self.has_its_base_year() && !self.counts_exactly => {
                let years = u32::try_from(self.terms.labels.goal.saturating_sub(self.base.year)).unwrap_or_default();
                let size = size_of_complex_rate(*from, *to, years)?;
                let number = Quotient::share_towards_goal(direction, observed.clone(), &size.into())?;
                Some(Measurement::new(number, Some(observed), None)?.into_share_of_required())
            }
            Ok(Some(required)) if required.is_zero() => {
                let side = observed.compare(&Real::zero());
                if side == Ordering::Equal {
                    return Err(Missing::NoWay);
                }
                let number = Quotient::towards_goal(direction, Dividend::Beyond(side));
                Some(Measurement::new(number, Some(observed), Some(required))?)
            }
            _ => None,
        })
    }

    /// The value to which the present growth leads by the goal's time; an error unless that comes behind the base, and
    /// a decimal holds it.
    fn projected(&self, trend: &Trend<'_>) -> Fact<Real> {
        self.whole_time()?;
        let projected = trend.projected(self.goal_at)?;
        let [smallest, largest] = [SMALLEST, Decimal::MAX].map(Real::from);
        if projected >= largest || projected <= largest.negated() {
            return Err(GrowthError::Overflow.into());
        }
        if projected < smallest && projected > smallest.negated() && !projected.is_zero() {
            return Err(GrowthError::Underflow.into());
        }
        Ok(projected)
    }

    /// The share of the way that is left open, if the present growth goes on; 0 where the projection is at the goal or
    /// beyond.
    fn remaining_gap(&self, growth: Growth) -> Fact<Measurement> {
        let (trend, goal) = (self.trend(growth)?, self.goal()?);
        let projected = self.projected(&trend)?;
        let number = if self.side_of(&projected, goal).is_lt() {
            let (left, way) = (goal.minus(&projected), goal.minus(&self.base.value));
            Quotient::share_towards_goal(self.direction, left, &way)?
        } else {
            Quotient::undivided(Real::zero())
        };
        let required = self.required(&trend).ok().flatten();
        Measurement::new(number, Some(&trend.observed()?), required.as_ref())
    }

    /// The part of the promised change that the present growth brings. An error where the base meets the goal already,
    /// unless numbers are asked for as published, or the rule has classes for that.
    fn projected_change(&self, growth: Growth) -> Fact<Measurement> {
        let (trend, goal, base) = (self.trend(growth)?, self.goal()?, &self.base.value);
        // A rule that says what that means shows the movement, and no number.
        if self.terms.method.met_at_base.is_none() {
            self.check_base_is_unmet()?;
        }
        let change = self.projected(&trend)?.minus(base);
        let number = Quotient::new(change, goal.minus(base))?;
        let required = self.required(&trend).ok().flatten();
        Ok(Measurement::new(number, Some(&trend.observed()?), required.as_ref())?.into_share_of_required())
    }

    /// The share of the way that is gone beside that of the time; as a closeness, or as the years between the two.
    fn share(&self, progress: Progress) -> Fact<Measurement> {
        self.needs_two_years()?;
        let (base, goal, latest) = (&self.base.value, self.goal()?, &self.latest.value);
        let (way, gone) = (goal.minus(base), latest.minus(base));
        let of_way = |part: Real, way: &Real| part.over(way).ok_or(Missing::NoWay);
        let share = match progress {
            // The size of the way keeps the sign right when the base has passed the goal.
            Progress::ShareOfWay => of_way(along(self.direction, gone), &way.abs())?,
            Progress::Closeness => match self.away_from(goal, latest)? {
                // Where the base lies inside too, there is no way.
                away if self.is_band() && away.is_zero() => Real::one(),
                away => Real::one().minus(&of_way(away, &way.abs())?),
            },
            _ => of_way(gone, &way)?,
        };
        let (elapsed, whole) = (in_years(self.latest.at.since(self.base.at)), self.whole_time()?);
        let expected = of_way(elapsed.clone(), &whole)?;
        let measured = Measurement::of_movement(Direction::Rising, &share.clone().into(), Ok(Some(expected)))?;
        match progress {
            Progress::TimeDistance => measured.with_number(Quotient::undivided(elapsed.minus(&share.times(&whole)))),
            _ => Ok(measured),
        }
    }

    /// The change since the base, towards the goal; an error where the latest value is of the same year.
    fn change(&self) -> Fact<Measurement> {
        self.needs_two_years()?;
        let change = self.latest.value.minus(&self.base.value);
        Measurement::of_movement(self.direction, &change.into(), Ok(None))
    }

    /// The relative change on the base, beside what a share of it in each year requires.
    fn total_change(&self) -> Fact<Measurement> {
        self.needs_two_years()?;
        let base = &self.base.value;
        let change = self.latest.value.minus(base).over(base);
        // Of zero or less there is no relative change.
        let change = change.filter(|_| base.side().is_gt());
        let change = change.ok_or(GrowthError::Start { start: shown(base)? })?;
        let years_before = match self.terms.method.window {
            // Years before a later base are to be made up for.
            Window::SinceYear(year) => i64::from(self.base.year).saturating_sub(year.into()).max(0),
            _ => 0,
        };
        let years = in_years(self.latest.at.since(self.base.at)).plus(&Real::from(years_before));
        let required = self
            .terms
            .parameters
            .required
            .map(|share| along(self.direction, years.times(&share.into())));
        Measurement::of_movement(self.direction, &change.into(), Ok(required))
    }
}
