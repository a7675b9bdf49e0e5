//! What is done to each value before anything else.

use rust_decimal::Decimal;

use crate::dec;
use crate::evidence::{Fact, Missing};
use crate::exact::Real;
use crate::value::Direction;

/// What is done to each value before anything else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(
        rename_all = "snake_case",
        expecting = "a transformation, `\"none\"`, `\"normalised\"`, `\"parity\"`, `{\"away_from\": \"50\"}` or `\"chained\"`"
    )
)]
#[non_exhaustive]
pub enum Transform {
    /// Nothing.
    #[default]
    None,
    /// `100 × (value − lower) ÷ (optimum − lower)`, not clipped, with the indicator's own bounds; the goal becomes its
    /// threshold.
    Normalised,
    /// `max(value, 1 ÷ value)`, and 1 for what lies from 0.97 to 1.03: the parity of two groups, whichever is ahead.
    /// Less is better.
    Parity,
    /// `number + |value − number|`: as far above it as it is beside it, for a share that should be one half or a budget
    /// that should be spent exactly. Less is better.
    AwayFrom(#[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))] Decimal),
    /// The rates of growth of each year, chained to an index: `100 × (1 + g₁) × (1 + g₂) × …`, 100 in the year before
    /// the first one. Only of growth rates; a year without one begins the index anew. A goal that is a rate, or so many
    /// points more than one was, is the index of a growth at that rate.
    Chained,
}

impl Transform {
    /// A value, transformed:
    ///
    /// - none and chained: the value itself (the rates are chained later, by `chained_index`);
    /// - normalised: 100 × (value − lower) ÷ (optimum − lower), where `bounds` are `lower`, the worst value, and
    ///   `optimum`, the best; an error without them;
    /// - parity: 1 from 0.97 to 1.03, else the greater of value and 1 ÷ value; an error for 0;
    /// - away from a number: the number + the distance from it.
    pub(super) fn applied(self, value: Real, bounds: Option<(Decimal, Decimal)>) -> Fact<Real> {
        match self {
            Self::None | Self::Chained => Ok(value),
            Self::Normalised => {
                let (lower, optimum) = bounds.ok_or(Missing::NotConfigured)?;
                let (lower, optimum) = (Real::from(lower), Real::from(optimum));
                let share = value.minus(&lower).over(&optimum.minus(&lower));
                Ok(share.ok_or(Missing::NoWay)?.times(&Real::from(100)))
            }
            Self::Parity if (dec!(0.97).into()..=dec!(1.03).into()).contains(&value) => Ok(Real::one()),
            Self::Parity => {
                let turned = Real::one().over(&value).ok_or(Missing::DividedByZero)?;
                Ok(turned.max(value))
            }
            Self::AwayFrom(number) => {
                let number = Real::from(number);
                Ok(value.minus(&number).abs().plus(&number))
            }
        }
    }

    /// Which direction is better among transformed values; `None` if it is that of the untransformed ones.
    pub(super) const fn better(self) -> Option<Direction> {
        match self {
            Self::None | Self::Chained => None,
            Self::Normalised => Some(Direction::Rising),
            Self::Parity | Self::AwayFrom(_) => Some(Direction::Falling),
        }
    }
}
