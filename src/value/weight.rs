//! How much something counts among its neighbours.

use rust_decimal::Decimal;

use super::ValueError;

/// How much a target, deliverable or pillar counts among its neighbours: any number above zero, beside theirs; 1 where
/// nothing is said.
///
/// # Examples
///
/// ```
/// use milepost::{Weight, dec};
///
/// assert_eq!(Weight::default().as_decimal(), dec!(1));
/// assert_eq!(Weight::new(dec!(2.5))?.as_decimal(), dec!(2.5));
/// assert!(Weight::try_from(dec!(0)).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Weight(#[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))] Decimal);

impl Weight {
    /// The weight of what says nothing of its weight.
    pub const ONE: Self = Self(Decimal::ONE);

    /// A weight above zero.
    ///
    /// # Errors
    ///
    /// [`ValueError::Weight`] if it is not.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Weight, dec};
    ///
    /// assert_eq!(Weight::new(dec!(2.5)).map(Weight::as_decimal), Ok(dec!(2.5)));
    /// assert!(Weight::new(dec!(0)).is_err());
    /// ```
    pub fn new(weight: Decimal) -> Result<Self, ValueError> {
        if weight > Decimal::ZERO {
            Ok(Self(weight))
        } else {
            Err(ValueError::Weight { weight })
        }
    }

    /// The number.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Weight, dec};
    ///
    /// assert_eq!(Weight::default().as_decimal(), dec!(1));
    /// ```
    pub const fn as_decimal(self) -> Decimal {
        self.0
    }
}

impl TryFrom<Decimal> for Weight {
    type Error = ValueError;

    /// The same as [`Weight::new`].
    fn try_from(weight: Decimal) -> Result<Self, ValueError> {
        Self::new(weight)
    }
}

impl Default for Weight {
    fn default() -> Self {
        Self::ONE
    }
}
