//! How a promise binds, and how its path runs.

use rust_decimal::Decimal;

use crate::value::{Bound, names};

names! { "a kind of bound":
    /// On which side of the goal a promise is met: a [`Bound`] whose limit stands in a column.
    ///
    /// The direction is in it, so that lower-is-better cannot go wrong.
    #[repr(u8)]
    pub enum BoundKind {
        /// The goal or more.
        AtLeast = "at_least",
        /// More than the goal.
        MoreThan = "more_than",
        /// The goal or less.
        AtMost = "at_most",
        /// Less than the goal.
        LessThan = "less_than",
    }
}

impl BoundKind {
    /// The bound with this limit.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::batch::BoundKind;
    /// use milepost::{Bound, dec};
    ///
    /// assert_eq!(BoundKind::AtMost.at(dec!(5.5)), Bound::AtMost(dec!(5.5)));
    /// assert_eq!("at_most".parse::<BoundKind>(), Ok(BoundKind::AtMost));
    /// ```
    pub const fn at(self, limit: Decimal) -> Bound {
        match self {
            Self::AtLeast => Bound::AtLeast(limit),
            Self::MoreThan => Bound::MoreThan(limit),
            Self::AtMost => Bound::AtMost(limit),
            Self::LessThan => Bound::LessThan(limit),
        }
    }

    /// Whether `value` is worse than `than`: less where more is better, more where less is better.
    pub(super) fn is_worse(self, value: Decimal, than: Decimal) -> bool {
        match self {
            Self::AtLeast | Self::MoreThan => value < than,
            Self::AtMost | Self::LessThan => value > than,
        }
    }

    /// 1 where more is better, −1 where less is.
    #[inline]
    pub(super) const fn sign(self) -> f64 {
        match self {
            Self::AtLeast | Self::MoreThan => 1.0,
            Self::AtMost | Self::LessThan => -1.0,
        }
    }

    /// How far beyond the goal a value has to lie at least: 0 if the goal itself meets the bound, else the least normal
    /// float above 0, which is less than the distance of any two numbers that a block handles.
    #[inline]
    pub(super) const fn margin(self) -> f64 {
        match self {
            Self::AtLeast | Self::AtMost => 0.0,
            Self::MoreThan | Self::LessThan => f64::MIN_POSITIVE,
        }
    }
}

names! { "a path of a row":
    /// How the path of a row runs.
    pub enum RowPath {
        /// The same amount a year.
        Linear = "linear",
        /// The same rate a year; it needs values above zero.
        ConstantGrowth = "constant_growth",
    }
}
