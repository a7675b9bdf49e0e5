//! What a method measures of a case.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::case::Case;
use super::exact::{Exact, ExactMovement};
use super::method::Window;
use super::number::{Number, difference, product, quotient, rounded, shown};
use super::progress::{Growth, Progress};
use super::scale::Scale;
use super::trend::Trend;
use crate::evidence::Fact;
use crate::evidence::Reason;
use crate::exact::Real;
use crate::growth::{GrowthError, size_of_complex_rate};
use crate::rule::Measured;
use crate::value::Measure;

/// What a rule measured: the numbers that are shown, and the one that decides.
#[derive(Debug, Clone, Default)]
pub(super) struct Measurement {
    pub(super) value: Option<Decimal>,
    pub(super) observed: Option<Decimal>,
    pub(super) required: Option<Decimal>,
    pub(super) ratio: Option<Decimal>,
    /// The value, exactly: what is cut into classes.
    pub(super) exact: Option<Exact>,
}

impl Measurement {
    /// As it is shown, of a class with a score.
    pub(super) fn shown(self, class: Option<u8>, score: Option<Decimal>) -> Measured {
        Measured {
            class,
            value: self.value.map(shown),
            observed: self.observed.map(shown),
            required: self.required.map(shown),
            ratio: self.ratio.map(shown),
            score,
        }
    }
}

/// What turns a number round, or leaves it.
fn sense(turns: bool) -> Real {
    Real::from(if turns { -1 } else { 1 })
}

impl Case<'_> {
    fn trend(&self, growth: Growth) -> Fact<Trend<'_>> {
        Trend::new(self.method, growth, &self.points)
    }

    /// A rate as the method rounds it; the rounded number decides then.
    fn rounded_rate<T: From<Real>>(&self, rate: Number<T>, side: impl Fn(&T, &Real) -> Ordering) -> Number<T> {
        let Some(decimals) = self.method.rounding.rates else {
            return rate;
        };
        let side = |middle| side(&rate.exact, &Real::from(middle));
        let shown = rounded(rate.shown, decimals, side);
        let exact = Real::from(shown).into();
        Number { shown, exact }
    }

    pub(super) fn measured(&self, scale: &Scale) -> Fact<Measurement> {
        if scale.measures() == Progress::Level && scale.bands.is_empty() {
            return Err(Reason::NotConfigured);
        }
        let measured = self.measured_by(scale.measures())?;
        let Some(factor) = scale.times else {
            return Ok(measured);
        };
        let value = measured.value.map(|value| product(value, factor)).transpose()?;
        let exact = measured.exact.map(|exact| exact.times(&Real::from(factor)));
        Ok(Measurement {
            value,
            exact,
            ..measured
        })
    }

    fn measured_by(&self, progress: Progress) -> Fact<Measurement> {
        match progress {
            Progress::Growth(growth) => self.growth(growth),
            Progress::GrowthRatio(growth) => self.growth_ratio(growth, false),
            Progress::SignedGrowthRatio(growth) => self.growth_ratio(growth, true),
            Progress::ProjectedChange(growth) => self.projected_change(growth),
            Progress::RemainingGap(growth) => self.remaining_gap(growth),
            Progress::ShareOfWay | Progress::Closeness | Progress::TimeDistance => self.share(progress),
            Progress::TotalChange => self.total_change(),
            Progress::Mean => self.mean_of_rates(),
            Progress::Level => Ok(Measurement {
                value: Some(self.latest.value.shown),
                exact: Some(Exact::of(self.latest.value.exact.clone())),
                ..Measurement::default()
            }),
            Progress::Change => self.change(),
            Progress::ScheduledShare => Err(Reason::NotForThisGoal),
        }
    }

    fn mean_of_rates(&self) -> Fact<Measurement> {
        if self.stakes.target.quantity().measure() != Measure::GrowthRate {
            return Err(Reason::NotForThisGoal);
        }
        let total = self
            .points
            .iter()
            .fold(Real::zero(), |total, point| total.plus(&point.value.exact));
        let count = i64::try_from(self.points.len()).unwrap_or(i64::MAX);
        let mean = total.over(&Real::from(count)).ok_or(Reason::NoWay)?;
        let value = Some(mean.rounded()?);
        Ok(Measurement {
            value,
            observed: value,
            exact: Some(Exact::of(mean)),
            ..Measurement::default()
        })
    }

    /// What is required per year, as it stands in the same sense as the observed movement.
    fn required(&self, trend: &Trend<'_>) -> Fact<Option<Number>> {
        if let Some(required) = self.parameters.required {
            let shown = self.rate_towards(trend.growth, required);
            let exact = Real::from(shown);
            return Ok(Some(Number { shown, exact }));
        }
        let from = match self.method.window {
            Window::LastYears { .. } => self.points.first().unwrap_or(&self.base),
            _ => &self.base,
        };
        match &self.goal {
            Some(goal) => trend.required(from, goal, self.goal_year).map(Some),
            None => Ok(None),
        }
    }

    /// The observed movement per year, as the method rounds it.
    fn observed_rate(&self, trend: &Trend<'_>) -> Fact<Number<ExactMovement>> {
        Ok(self.rounded_rate(trend.per_year()?, ExactMovement::compare))
    }

    /// The required movement per year, as the method rounds it.
    fn required_rate(&self, trend: &Trend<'_>) -> Fact<Option<Number>> {
        let round = |required| self.rounded_rate(required, Real::cmp);
        Ok(self.required(trend)?.map(round))
    }

    fn growth(&self, growth: Growth) -> Fact<Measurement> {
        let trend = self.trend(growth)?;
        let observed = self.observed_rate(&trend)?;
        // The growth stands by itself; only a class that begins at the required one needs that.
        let required = self.required_rate(&trend).ok().flatten();
        let turns = self.turns_rates(growth);
        let value = self.rate_towards(growth, observed.shown);
        let aim = required
            .as_ref()
            .map(|required| self.rate_towards(growth, required.shown));
        Ok(Measurement {
            value: Some(value),
            observed: Some(observed.shown),
            required: required.as_ref().map(|required| required.shown),
            ratio: aim.and_then(|aim| quotient(value, aim).ok()),
            exact: Some(
                Exact::of(observed.exact)
                    .beside(required.map(|required| required.exact))
                    .times(&sense(turns)),
            ),
        })
    }

    fn growth_ratio(&self, growth: Growth, signed: bool) -> Fact<Measurement> {
        let trend = self.trend(growth)?;
        let observed = self.observed_rate(&trend)?;
        let required = self.required_rate(&trend);
        if self.method.as_published && !signed {
            if let Some(measured) = self.published_ratio(growth, &observed, &required)? {
                return Ok(measured);
            }
        }
        let required = required?.ok_or(Reason::NotConfigured)?;
        let (ratio, exact) = if signed {
            self.refuse_met_at_base()?;
            let ratio = quotient(observed.shown, required.shown)?;
            (ratio, Exact::part_of(&required.exact, observed.exact)?)
        } else {
            // The growth towards the goal ÷ the size of the required one.
            let ratio = quotient(self.rate_towards(growth, observed.shown), required.shown.abs())?;
            let turns = self.turns_rates(growth) != (required.exact.side() == Ordering::Less);
            let exact = Exact::part_of(&required.exact, observed.exact)?;
            (ratio, exact.times(&sense(turns)))
        };
        Ok(Measurement {
            value: Some(ratio),
            observed: Some(observed.shown),
            required: Some(required.shown),
            ratio: Some(ratio),
            exact: Some(exact),
        })
    }

    /// What programs make of a required rate that is none, where it can be said.
    ///
    /// - Of a goal beyond zero the rate is a complex number, and its size is what they divide by, in floating point here as there. Where the base
    ///   year was replaced they have no number.
    /// - Of a goal that is the base the rate is zero: a movement is infinitely more, and decides by its direction.
    fn published_ratio(
        &self,
        growth: Growth,
        observed: &Number<ExactMovement>,
        required: &Fact<Option<Number>>,
    ) -> Fact<Option<Measurement>> {
        let towards = sense(self.turns_rates(growth));
        match required {
            Err(Reason::Growth {
                error: GrowthError::Crossing { from, to },
            }) if growth == Growth::Compound && self.has_its_base_year() => {
                let years = u32::try_from(self.goal_year.saturating_sub(self.base.year)).unwrap_or_default();
                let size = size_of_complex_rate(*from, *to, years)?;
                let ratio = quotient(self.rate_towards(growth, observed.shown), size)?;
                let exact = Exact::part_of(&Real::from(size), observed.exact.clone())?;
                Ok(Some(Measurement {
                    value: Some(ratio),
                    observed: Some(observed.shown),
                    required: None,
                    ratio: Some(ratio),
                    exact: Some(exact.times(&towards)),
                }))
            }
            Ok(Some(required)) if required.exact.side() == Ordering::Equal => {
                let side = observed.exact.compare(&Real::zero());
                if side == Ordering::Equal {
                    return Err(Reason::NoWay);
                }
                Ok(Some(Measurement {
                    observed: Some(observed.shown),
                    required: Some(required.shown),
                    exact: Some(Exact::of(ExactMovement::Beyond(side)).times(&towards)),
                    ..Measurement::default()
                }))
            }
            _ => Ok(None),
        }
    }

    fn refuse_met_at_base(&self) -> Fact<()> {
        match &self.goal {
            Some(goal) if !self.method.as_published && self.is_beyond(&self.base.value, goal, false) => {
                Err(Reason::MetBeforeBaseline)
            }
            _ => Ok(()),
        }
    }

    /// What is left open of the way, if the present growth goes on; a projection at the goal or beyond leaves nothing.
    fn remaining_gap(&self, growth: Growth) -> Fact<Measurement> {
        let (trend, goal, base) = (self.trend(growth)?, self.goal()?, &self.base.value);
        let projected = trend.at(self.goal_year)?;
        let left = goal.exact.minus(&projected.exact);
        let (value, exact) = if self.side_towards(left.side()) == Ordering::Greater {
            let way = difference(goal.shown, base.shown)?;
            let value = quotient(difference(goal.shown, projected.shown)?.abs(), way.abs())?;
            let exact = Exact::part_of(&goal.exact.minus(&base.exact).abs(), left)?;
            (value, exact.beside(None).times(&sense(self.turns())))
        } else {
            (Decimal::ZERO, Exact::of(Real::zero()))
        };
        Ok(Measurement {
            value: Some(value),
            exact: Some(exact),
            ..self.beside_projection(&trend)?
        })
    }

    /// The part of the promised change that the present growth brings.
    fn projected_change(&self, growth: Growth) -> Fact<Measurement> {
        let (trend, goal, base) = (self.trend(growth)?, self.goal()?, &self.base.value);
        let projected = trend.at(self.goal_year)?;
        let way = difference(goal.shown, base.shown)?;
        let value = quotient(difference(projected.shown, base.shown)?, way)?;
        let change = projected.exact.minus(&base.exact);
        let exact = Exact::part_of(&goal.exact.minus(&base.exact), change)?;
        Ok(Measurement {
            value: Some(value),
            ratio: Some(value),
            exact: Some(exact),
            ..self.beside_projection(&trend)?
        })
    }

    /// The movements that are shown beside a projection.
    fn beside_projection(&self, trend: &Trend<'_>) -> Fact<Measurement> {
        Ok(Measurement {
            observed: Some(trend.per_year()?.shown),
            required: self.required(trend).ok().flatten().map(|required| required.shown),
            ..Measurement::default()
        })
    }

    fn share(&self, progress: Progress) -> Fact<Measurement> {
        self.two_years()?;
        let (base, goal) = (&self.base.value.exact, &self.goal()?.exact);
        let way = goal.minus(base);
        let of_way = |part: Real, way: &Real| part.over(way).ok_or(Reason::NoWay);
        let gone = self.latest.value.exact.minus(base);
        let share = match progress {
            // The size of the way keeps the sign right when the base has passed the goal.
            Progress::ShareOfWay => of_way(gone.times(&sense(self.turns())), &way.abs())?,
            Progress::Closeness => {
                let left = goal.minus(&self.latest.value.exact);
                Real::one().minus(&of_way(left.abs(), &way.abs())?)
            }
            _ => of_way(gone, &way)?,
        };
        let years_to = |year: i32| Real::from(i64::from(year).saturating_sub(self.base.year.into()));
        let (elapsed, whole) = (years_to(self.latest.year), years_to(self.goal_year));
        let expected = of_way(elapsed.clone(), &whole)?;
        let (value, required) = match progress {
            Progress::ShareOfWay | Progress::Closeness => (share.clone(), Some(expected.clone())),
            _ => (elapsed.minus(&share.times(&whole)), None),
        };
        Ok(Measurement {
            value: Some(value.rounded()?),
            observed: Some(share.rounded()?),
            required: Some(expected.rounded()?),
            ratio: share.over(&expected).and_then(|ratio| ratio.rounded().ok()),
            exact: Some(Exact::of(value).beside(required)),
        })
    }

    fn change(&self) -> Fact<Measurement> {
        self.two_years()?;
        let change = self.latest.value.exact.minus(&self.base.value.exact);
        let observed = change.rounded()?;
        Ok(Measurement {
            value: Some(self.towards(observed)),
            observed: Some(observed),
            exact: Some(Exact::of(change.times(&sense(self.turns())))),
            ..Measurement::default()
        })
    }

    fn total_change(&self) -> Fact<Measurement> {
        self.two_years()?;
        let base = &self.base.value.exact;
        let change = self.latest.value.exact.minus(base).over(&base.abs());
        let change = change.ok_or(Reason::NoWay)?;
        let since = match self.method.window {
            // Years before a later base are to be made up for.
            Window::SinceYear(year) => year.min(self.base.year),
            _ => self.base.year,
        };
        let years = Real::from(i64::from(self.latest.year).saturating_sub(since.into()));
        let required = self.parameters.required.map(|share| Real::from(share).times(&years));
        let value = change.times(&sense(self.turns()));
        let aim = required.as_ref().map(Real::rounded).transpose()?;
        let ratio = required
            .as_ref()
            .and_then(|required| value.over(required)?.rounded().ok());
        Ok(Measurement {
            value: Some(value.rounded()?),
            observed: Some(change.rounded()?),
            required: aim.map(|aim| self.towards(aim)),
            ratio,
            exact: Some(Exact::of(value).beside(required)),
        })
    }
}
