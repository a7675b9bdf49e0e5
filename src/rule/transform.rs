//! What is done to each value before anything else.

use rust_decimal::Decimal;

use super::number::{difference, product, quotient, sum};
use crate::dec;
use crate::evidence::{Fact, Reason};

/// What is done to each value before anything else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Transform {
    /// Nothing.
    #[default]
    None,
    /// `100 × (value − lower) ÷ (optimum − lower)`, not clipped, with the indicator's own bounds; the goal becomes its threshold.
    Normalised,
    /// `max(value, 1 ÷ value)`, and 1 for what lies from 0.97 to 1.03: the parity of two groups, whichever is ahead. Less is better.
    Parity,
    /// `number + |value − number|`: as far above it as it is beside it, for a share that should be one half or a budget that should be spent
    /// exactly. Less is better.
    AwayFrom(#[cfg_attr(feature = "serde", serde(with = "crate::value::decimal"))] Decimal),
}

impl Transform {
    /// A value after it; `bounds` are the worst value and the best, where they are known.
    pub(super) fn applied(self, value: Decimal, bounds: Option<(Decimal, Decimal)>) -> Fact<Decimal> {
        match self {
            Self::None => Ok(value),
            Self::Normalised => {
                let (lower, optimum) = bounds.ok_or(Reason::NotConfigured)?;
                let share = quotient(difference(value, lower)?, difference(optimum, lower)?)?;
                product(Decimal::ONE_HUNDRED, share)
            }
            Self::Parity if (dec!(0.97)..=dec!(1.03)).contains(&value) => Ok(Decimal::ONE),
            Self::Parity => Ok(value.max(quotient(Decimal::ONE, value)?)),
            Self::AwayFrom(number) => sum(number, difference(value, number)?.abs()),
        }
    }

    /// Whether it makes distances of values, of which less is better.
    pub(super) const fn is_distance(self) -> bool {
        matches!(self, Self::Parity | Self::AwayFrom(_))
    }
}
