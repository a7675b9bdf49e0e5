//! What a method measures of a case.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::case::Case;
use super::method::Window;
use super::number::{difference, mean, product, quotient, rounded, shown};
use super::scale::{Progress, Scale};
use super::trend::Trend;
use super::{Reason, Status, Verdict};
use crate::evidence::Fact;
use crate::value::Measure;

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
    pub(super) fn into_verdict(self, status: Status, reason: Reason) -> Verdict {
        Verdict {
            value: self.value.map(shown),
            observed: self.observed.map(shown),
            required: self.required.map(shown),
            ratio: self.ratio.map(shown),
            ..Verdict::new(status, reason)
        }
    }
}

impl Case<'_> {
    fn trend(&self) -> Fact<Trend<'_>> {
        Trend::new(self.method.growth, self.method.losses, &self.points)
    }

    fn rounded_rate(&self, rate: Decimal) -> Decimal {
        match self.method.rounding.rates {
            Some(decimals) => rounded(rate, decimals),
            None => rate,
        }
    }

    pub(super) fn measured(&self, scale: &Scale) -> Fact<Measured> {
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
}
