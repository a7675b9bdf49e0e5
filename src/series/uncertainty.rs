//! How far the true value may lie from a published one.

use rust_decimal::Decimal;

use super::SeriesError;

/// How far the true value may lie from a published one, as its publisher says.
///
/// A verdict is by the value. Where an end of a range would have another status, it carries the caveat
/// [`WithinUncertainty`](crate::Caveat::WithinUncertainty); a standard error is shown only.
///
/// # Examples
///
/// ```
/// use milepost::series::Uncertainty;
/// use milepost::{Observation, dec};
///
/// let estimate = Observation::new("2020".parse()?, dec!(26));
/// let range = Uncertainty::confidence_interval(dec!(22), dec!(31), dec!(0.95));
/// let survey = estimate.clone().with_uncertainty(range)?;
/// assert_eq!(survey.uncertainty().and_then(Uncertainty::range), Some([dec!(22), dec!(31)]));
///
/// let error = estimate.with_uncertainty(Uncertainty::between(dec!(27), dec!(31))).unwrap_err();
/// assert_eq!(error.to_string(), "the range from 27 to 31 does not hold the value 26 beside which it stands");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(untagged))]
#[non_exhaustive]
#[must_use]
pub enum Uncertainty {
    /// A range that holds the value.
    Range {
        /// Its lower end, in the unit of the series.
        #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
        from: Decimal,
        /// Its upper end, in the unit of the series.
        #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
        to: Decimal,
        /// How often such a range holds the true value, as a fraction, if that is stated.
        #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        confidence: Option<Decimal>,
    },
    /// The standard error of the value.
    StandardError {
        /// From 0 on, in the unit of the series.
        #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
        standard_error: Decimal,
    },
}

impl Uncertainty {
    /// A range from one value to another.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Uncertainty, dec, period};
    ///
    /// // A survey's 11.4 %, from 10.1 to 12.7.
    /// let range = Uncertainty::between(dec!(10.1), dec!(12.7));
    /// let poverty = Observation::new(period!("2023"), dec!(11.4)).with_uncertainty(range)?;
    /// assert!(poverty.uncertainty().is_some());
    /// // The figure lies in its own range.
    /// assert!(Observation::new(period!("2023"), dec!(9)).with_uncertainty(range).is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn between(from: Decimal, to: Decimal) -> Self {
        Self::Range {
            from,
            to,
            confidence: None,
        }
    }

    /// A range with its confidence, the share of such ranges that hold the true value: 0.95 of one that is called a
    /// 95 % confidence interval. It lies above 0 and below 1, which is checked with the observation.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Uncertainty, dec, period};
    ///
    /// let figure = |confidence| {
    ///     let range = Uncertainty::confidence_interval(dec!(22), dec!(31), confidence);
    ///     Observation::new(period!("2024"), dec!(26)).with_uncertainty(range)
    /// };
    /// assert!(figure(dec!(0.95)).is_ok());
    /// assert!(figure(dec!(95)).is_err());
    /// ```
    pub const fn confidence_interval(from: Decimal, to: Decimal, confidence: Decimal) -> Self {
        Self::Range {
            from,
            to,
            confidence: Some(confidence),
        }
    }

    /// A standard error.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Uncertainty, dec, period};
    ///
    /// let rate = Observation::new(period!("2024"), dec!(5.2));
    /// assert!(rate.clone().with_uncertainty(Uncertainty::standard_error(dec!(0.3))).is_ok());
    /// assert!(rate.with_uncertainty(Uncertainty::standard_error(dec!(-0.3))).is_err());
    /// ```
    pub const fn standard_error(standard_error: Decimal) -> Self {
        Self::StandardError { standard_error }
    }

    /// The two ends of a range, the lower one first, in the unit of the series; `None` of a standard error, from which
    /// no range is made up.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Uncertainty, dec};
    ///
    /// assert_eq!(Uncertainty::between(dec!(10.1), dec!(12.7)).range(), Some([dec!(10.1), dec!(12.7)]));
    /// assert_eq!(Uncertainty::standard_error(dec!(0.65)).range(), None);
    /// ```
    pub const fn range(self) -> Option<[Decimal; 2]> {
        match self {
            Self::Range { from, to, .. } => Some([from, to]),
            Self::StandardError { .. } => None,
        }
    }

    /// The uncertainty with each of its numbers changed by `change`, but for the confidence; `None` where it fails.
    pub(crate) fn try_map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(match self {
            Self::Range { from, to, confidence } => Self::Range {
                from: change(from)?,
                to: change(to)?,
                confidence,
            },
            Self::StandardError { standard_error } => Self::StandardError {
                standard_error: change(standard_error)?,
            },
        })
    }

    /// Checks an uncertainty with the value of its observation. It fails if there is no value, if a range does not hold
    /// the value, if a confidence is not above 0 and below 1, or if a standard error is negative.
    pub(crate) fn check(self, value: Option<Decimal>) -> Result<(), SeriesError> {
        let value = value.ok_or(SeriesError::UncertaintyOfNoValue)?;
        match self {
            Self::Range { from, to, .. } if value < from || to < value => {
                Err(SeriesError::RangeWithoutValue { value, from, to })
            }
            Self::Range {
                confidence: Some(confidence),
                ..
            } if confidence <= Decimal::ZERO || Decimal::ONE <= confidence => {
                Err(SeriesError::Confidence { confidence })
            }
            Self::StandardError { standard_error } if standard_error < Decimal::ZERO => {
                Err(SeriesError::StandardError { standard_error })
            }
            _ => Ok(()),
        }
    }
}
