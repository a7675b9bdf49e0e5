//! A compound rate of growth per year.

use alloc::string::ToString;
use core::fmt;

use rust_decimal::Decimal;

use super::arithmetic::exact_product;
use super::{ValueError, decimal};
use crate::dec;

/// A compound rate of growth per year, as a fraction: 0.05 is +5 % a year.
///
/// A rate is above −1: at −100 % a year nothing would be left, and no growth leads back.
///
/// # Examples
///
/// ```
/// use milepost::{Rate, dec};
///
/// let rate = Rate::new(dec!(0.05674))?;
/// assert_eq!(rate.as_decimal(), dec!(0.05674));
/// assert_eq!(rate.to_string(), "5.674 %");
/// assert_eq!(format!("{rate:.1}"), "5.7 %");
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "serde",
    serde(try_from = "decimal::WireDecimal", into = "decimal::WireDecimal")
)]
pub struct Rate(Decimal);

impl Rate {
    /// No growth.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The rate that is this fraction per year.
    ///
    /// # Errors
    ///
    /// [`ValueError::Rate`] if the fraction is −1 or less.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rate, dec};
    ///
    /// // 5.674 % a year.
    /// assert_eq!(Rate::new(dec!(0.05674))?.to_string(), "5.674 %");
    /// // Nothing is left of a whole that falls by all of it, and less than nothing is no growth.
    /// assert!(Rate::new(dec!(-1)).is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn new(rate: Decimal) -> Result<Self, ValueError> {
        // The sign is read in no time, and most rates have the one that decides.
        if rate.is_sign_positive() || rate > Decimal::NEGATIVE_ONE {
            Ok(Self(rate))
        } else {
            Err(ValueError::Rate { rate })
        }
    }

    /// The rate that is so many percent per year.
    ///
    /// # Errors
    ///
    /// [`ValueError::Rate`] if it is −100 % or less, [`ValueError::Decimal`] if a hundredth of it has more digits than
    /// a decimal holds.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rate, dec};
    ///
    /// assert_eq!(Rate::percent(dec!(5.674))?, Rate::new(dec!(0.05674))?);
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn percent(percent: Decimal) -> Result<Self, ValueError> {
        let rate = exact_product(percent, dec!(0.01)).ok_or_else(|| ValueError::Decimal {
            text: percent.to_string(),
            right: "a hundredth of it has more digits than the 28 that a decimal holds".into(),
        })?;
        Self::new(rate)
    }

    /// The rate that is one less than a factor above zero, and so above −1.
    pub(crate) const fn of_growth(factor_less_one: Decimal) -> Self {
        Self(factor_less_one)
    }

    /// The fraction per year.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rate, dec};
    ///
    /// // A fraction, not per cent: 4.092 % a year is 0.04092.
    /// assert_eq!(Rate::percent(dec!(4.092))?.as_decimal(), dec!(0.04092));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn as_decimal(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Rate {
    /// In percent; a precision rounds half-even.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A hundredfold beyond the largest decimal is shown as the fraction that it is.
        let Some(percent) = self.0.checked_mul(Decimal::ONE_HUNDRED) else {
            return write!(f, "{}", self.0);
        };
        match f.precision().and_then(|places| u32::try_from(places).ok()) {
            Some(places) => write!(f, "{} %", decimal::fixed(percent, places)),
            None => write!(f, "{} %", percent.normalize()),
        }
    }
}

impl TryFrom<Decimal> for Rate {
    type Error = ValueError;

    /// A rate as a fraction, as [`new`](Self::new) makes it.
    ///
    /// # Errors
    ///
    /// [`ValueError::Rate`] unless it is above −1.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Rate, dec};
    ///
    /// // Yearly growth from a table, of which one year lost everything.
    /// let rates = [dec!(0.05), dec!(-0.02), dec!(-1)].map(Rate::try_from);
    /// assert_eq!(rates.map(|rate| rate.is_ok()), [true, true, false]);
    /// ```
    fn try_from(rate: Decimal) -> Result<Self, ValueError> {
        Self::new(rate)
    }
}

impl From<Rate> for Decimal {
    fn from(rate: Rate) -> Self {
        rate.0
    }
}

#[cfg(feature = "serde")]
impl TryFrom<decimal::WireDecimal> for Rate {
    type Error = ValueError;

    fn try_from(rate: decimal::WireDecimal) -> Result<Self, ValueError> {
        Self::new(rate.0)
    }
}

#[cfg(feature = "serde")]
impl From<Rate> for decimal::WireDecimal {
    fn from(rate: Rate) -> Self {
        Self(rate.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_above_minus_one() {
        assert!(Rate::new(dec!(-0.9999999999999999999999999999)).is_ok());
        assert_eq!(
            Rate::new(dec!(-1.0)).unwrap_err().to_string(),
            "a compound rate is a fraction above -1, got -1.0"
        );
    }

    #[test]
    fn a_rate_in_percent_is_exact_or_refused() {
        assert_eq!(Rate::percent(dec!(-13.5)), Rate::new(dec!(-0.135)));
        assert_eq!(Rate::percent(dec!(-99.99)), Rate::new(dec!(-0.9999)));
        for (percent, message) in [
            (dec!(-100), "a compound rate is a fraction above -1, got -1.00"),
            (
                dec!(0.0000000000000000000000000001),
                "`0.0000000000000000000000000001` is not a decimal number: a hundredth of it has more digits than the 28 that a decimal holds",
            ),
        ] {
            assert_eq!(Rate::percent(percent).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn a_rate_is_shown_in_percent() {
        for (rate, format, shown) in [
            (dec!(0.122463), None, "12.2463 %"),
            (dec!(0.122463), Some(3), "12.246 %"),
            (dec!(-0.005), Some(1), "-0.5 %"),
            (dec!(0.00125), Some(2), "0.12 %"),
            (dec!(0), None, "0 %"),
        ] {
            let rate = Rate::new(rate).unwrap();
            let text = match format {
                Some(places) => format!("{rate:.places$}"),
                None => rate.to_string(),
            };
            assert_eq!(text, shown);
        }
        assert_eq!(Rate::new(Decimal::MAX).unwrap().to_string(), Decimal::MAX.to_string());
        let greatest_percent = Rate::new(dec!(792281625142643375935439503.35)).unwrap();
        assert_eq!(format!("{greatest_percent:.3}"), "79228162514264337593543950335.000 %");
    }
}
