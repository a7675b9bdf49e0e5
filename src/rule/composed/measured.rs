//! What a rule measures of a target.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::case::Case;
use super::method::Window;
use super::number::{Dividend, Quotient, shown, towards};
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

/// The smallest decimal above zero: a projection nearer to zero, but not zero, is refused.
const SMALLEST: Decimal = dec!(0.0000000000000000000000000001);

/// What a rule measured: the number that is put into a class, and all numbers as they are shown.
#[derive(Debug, Clone)]
pub(super) struct Measurement {
    pub(super) number: Quotient,
    /// The required number, at which a class can begin ([`Cut::Required`](super::bands::Cut::Required)); `None` where
    /// nothing is required of the number, an error where the requirement is unknown.
    pub(super) required: Fact<Option<Real>>,
    pub(super) shown: Measured,
}

impl Measurement {
    /// A number that is compared with fixed cuts, and not with a required number. The observed movement and the one
    /// required to reach the goal are only shown.
    pub(super) fn new(number: Quotient, observed: Option<&Dividend>, required_movement: Option<&Real>) -> Fact<Self> {
        let shown = Measured {
            value: number.shown()?,
            observed: observed.map(Dividend::shown).transpose()?.flatten(),
            required: required_movement.map(shown).transpose()?,
            ..Measured::default()
        };
        Ok(Self {
            number,
            required: Ok(None),
            shown,
        })
    }

    /// A movement, positive in this direction, that is compared with the required one. If the required movement is
    /// known and not 0, the ratio observed ÷ required is shown too.
    fn of_movement(direction: Direction, observed: &Dividend, required: Fact<Option<Real>>) -> Fact<Self> {
        let known = required.as_ref().ok().and_then(Option::as_ref);
        let number = Quotient::towards_goal(direction, observed.clone());
        let mut measured = Self::new(number, Some(observed), known)?;
        let ratio = known.and_then(|required| Quotient::new(observed.clone(), required.clone()).ok());
        measured.shown.ratio = ratio.and_then(|ratio| ratio.shown().ok()).flatten();
        measured.required = required.map(|required| required.map(|required| towards(direction, required)));
        Ok(measured)
    }

    /// An infinite number on this side, times the factor of its scale (which may be negative). No number is shown.
    pub(super) fn infinite(side: Ordering, factor: Option<Decimal>) -> Fact<Self> {
        let measured = Self::new(Quotient::undivided(Dividend::Beyond(side)), None, None)?;
        measured.into_share_of_required().times(factor)
    }

    /// The measurement of a number that is a share already, observed ÷ required: it is shown as the ratio too, and 1 is
    /// the required number.
    pub(super) fn into_share_of_required(mut self) -> Self {
        self.shown.ratio = self.shown.value;
        self.required = Ok(Some(Real::one()));
        self
    }

    /// The measurement with another observed movement to be shown.
    pub(super) const fn with_observed(mut self, shown: Decimal) -> Self {
        self.shown.observed = Some(shown);
        self
    }

    /// The measurement times the factor of its scale, if the scale has one: the number and the required number.
    fn times(mut self, factor: Option<Decimal>) -> Fact<Self> {
        let Some(factor) = factor else {
            return Ok(self);
        };
        let number = self.number.times(factor);
        let times_factor = |required: Real| required.times(&factor.into());
        self.required = self.required.map(|required| required.map(times_factor));
        self.with_number(number)
    }

    /// The measurement with another number to be put into a class.
    fn with_number(mut self, number: Quotient) -> Fact<Self> {
        self.shown.value = number.shown()?;
        Ok(Self { number, ..self })
    }
}

impl Case<'_> {
    /// The trend through the values of the case, by this kind of growth.
    fn trend(&self, growth: Growth) -> Fact<Trend<'_>> {
        Trend::new(self.terms.method, growth, &self.points)
    }

    /// What a scale measures of the case, times the factor of the scale. An error if the scale measures levels and has
    /// no classes.
    pub(super) fn measured(&self, scale: &Scale) -> Fact<Measurement> {
        if scale.measures() == Progress::Level && scale.bands.is_empty() {
            return Err(Missing::NotConfigured);
        }
        self.measured_by(scale.measures())?.times(scale.times)
    }

    /// What is measured of the case by a kind of progress, before the factor of the scale.
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

    /// The mean of the values in the window, in percent if the method counts so. They are rates of growth: for others
    /// [`verdict`](Case::verdict) does not ask.
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

    /// The required movement per year, negative where the goal is reached by a fall: that of the parameters, else the
    /// one that leads from the base to the goal. `None` if the goal is a direction alone and the parameters require
    /// nothing.
    fn required(&self, trend: &Trend<'_>) -> Fact<Option<Real>> {
        if let Some(required) = self.terms.parameters.required {
            return Ok(Some(towards(self.direction_of_rates(trend.growth), required.into())));
        }
        if self.goal.is_none() {
            return Ok(None);
        }
        trend.required(&self.base, self.goal()?, self.goal_at).map(Some)
    }

    /// The observed movement per year, rounded if the method says so: then the rounded number decides.
    fn observed_rate(&self, trend: &Trend<'_>) -> Fact<Dividend> {
        let rate = trend.observed()?;
        match self.terms.method.rounding.rates {
            Some(decimals) => rate.rounded(decimals).map(Dividend::from),
            None => Ok(rate),
        }
    }

    /// The movement per year that the target requires from its base on, by the growth model of `trend`: a rate or an
    /// amount, rounded if the method says so. `None` where nothing is required.
    fn required_rate(&self, trend: &Trend<'_>) -> Fact<Option<Real>> {
        let rate = self.required(trend)?;
        match (rate, self.terms.method.rounding.rates) {
            (Some(rate), Some(decimals)) => Dividend::from(rate).rounded(decimals).map(Some),
            (rate, _) => Ok(rate),
        }
    }

    /// The observed growth per year, positive towards the goal, with the required one beside it.
    fn growth(&self, growth: Growth) -> Fact<Measurement> {
        let trend = self.trend(growth)?;
        let observed = self.observed_rate(&trend)?;
        // The growth is measured even if the required one is unknown: only a class that begins there needs it.
        let required = self.required_rate(&trend);
        Measurement::of_movement(self.direction_of_rates(growth), &observed, required)
    }

    /// The observed growth, positive towards the goal, ÷ the size of the required growth.
    ///
    /// If the required growth is zero, or there is none because the goal lies on the other side of zero, a method that
    /// asks for numbers as published has the number of the published programs. [`Missing::NotConfigured`] if the goal
    /// is a direction alone, and the parameters require no growth.
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
    /// unless the parameters state the required growth, or numbers are asked for as published.
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
    /// or the programs give no number either.
    ///
    /// - If base and goal have different signs, the required compound rate is a complex number, and the programs divide
    ///   by its size. It is computed in floating point, as they do. If another year stands in for the base year, or
    ///   time is counted exactly, there is no number.
    /// - If goal and base are the same value, the required rate is zero. Any movement is infinitely more than that, in
    ///   its direction; without a movement there is no number, [`Missing::NoWay`].
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

    /// The value to which the present growth leads by the goal's time. An error unless that is later than the base, and
    /// the value can be held by a decimal.
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

    /// The share of the way that is still open at the goal's time if the present growth goes on; 0 where the projection
    /// is at the goal or beyond.
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

    /// The part of the promised change that the present growth brings by the goal's time. An error where the base meets
    /// the goal already, unless numbers are asked for as published, or the method has classes for such goals.
    fn projected_change(&self, growth: Growth) -> Fact<Measurement> {
        let (trend, goal, base) = (self.trend(growth)?, self.goal()?, &self.base.value);
        // With such classes this number is not shown, and decides nothing.
        if self.terms.method.met_at_base.is_none() {
            self.check_base_is_unmet()?;
        }
        let change = self.projected(&trend)?.minus(base);
        let number = Quotient::new(change, goal.minus(base))?;
        let required = self.required(&trend).ok().flatten();
        Ok(Measurement::new(number, Some(&trend.observed()?), required.as_ref())?.into_share_of_required())
    }

    /// One of three measures of the way from base to goal, beside the share of the time that is gone:
    ///
    /// - [`Progress::ShareOfWay`]: the share that is gone, negative where the value moved away; an error where the base
    ///   meets the goal, as for [`projected_change`](Self::projected_change);
    /// - [`Progress::Closeness`]: 1 − the share that is left on either side of the goal;
    /// - [`Progress::TimeDistance`]: the years since the base − the years after which the straight line has that value.
    ///
    /// An error without a later year than the base, or where base and goal are one value (unless the value lies inside
    /// a promised band, which is a closeness of 1).
    fn share(&self, progress: Progress) -> Fact<Measurement> {
        self.check_two_years()?;
        let (base, goal, latest) = (&self.base.value, self.goal()?, &self.latest.value);
        let (way, gone) = (goal.minus(base), latest.minus(base));
        let of_way = |part: Real, way: &Real| part.over(way).ok_or(Missing::NoWay);
        let share = match progress {
            Progress::ShareOfWay => {
                if self.terms.method.met_at_base.is_none() {
                    self.check_base_is_unmet()?;
                }
                // The size of the way keeps the sign right when the base has passed the goal.
                of_way(towards(self.direction, gone), &way.abs())?
            }
            Progress::Closeness => match self.away_from(goal, latest)? {
                // If the base lies inside the band as well, there is no way by which to divide.
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

    /// The change since the base in units, positive towards the goal; an error without a later year than the base.
    fn change(&self) -> Fact<Measurement> {
        self.check_two_years()?;
        let change = self.latest.value.minus(&self.base.value);
        Measurement::of_movement(self.direction, &change.into(), Ok(None))
    }

    /// The change relative to the base, positive towards the goal, beside the required one: the yearly share of the
    /// parameters × the years since the base, of a fall 1 at most. In a window since a year before the base, the years
    /// from that year to the base count too. An error if the base is zero or less, or there is no later year.
    fn total_change(&self) -> Fact<Measurement> {
        self.check_two_years()?;
        let base = &self.base.value;
        let change = self.latest.value.minus(base).over(base);
        let change = change.filter(|_| base.side().is_gt());
        let change = change.ok_or(GrowthError::Start { start: shown(base)? })?;
        let years_before = match self.terms.method.window {
            // What was required before a later base is to be made up for.
            Window::SinceYear(year) => i64::from(self.base.year).saturating_sub(year.into()).max(0),
            _ => 0,
        };
        let years = in_years(self.latest.at.since(self.base.at)).plus(&Real::from(years_before));
        let required_share = |share: Decimal| {
            let so_far = years.times(&share.into());
            let is_more_than_all = self.direction == Direction::Falling && so_far.minus(&Real::one()).side().is_gt();
            let share = if is_more_than_all { Real::one() } else { so_far };
            towards(self.direction, share)
        };
        let required = self.terms.parameters.required.map(required_share);
        Measurement::of_movement(self.direction, &change.into(), Ok(required))
    }
}
