//! Bounds: the limit that a value must respect, and the direction in which it gets better.

use alloc::format;
use alloc::string::{String, ToString};
use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

use super::arithmetic::{difference_or_above, exact_sum, negated, sum_or_below};
use super::{ValueError, names};

/// A closed run of numbers from a lower to an upper edge, both in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Band {
    /// The lower edge.
    #[cfg_attr(feature = "serde", serde(with = "super::decimal::Exact"))]
    low: Decimal,
    /// The upper edge.
    #[cfg_attr(feature = "serde", serde(with = "super::decimal::Exact"))]
    high: Decimal,
}

impl Band {
    /// The numbers from `low` to `high`, both in it.
    ///
    /// # Errors
    ///
    /// [`ValueError::BandReversed`] if the lower edge lies above the upper one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Band;
    /// use milepost::dec;
    ///
    /// // Inflation of 1 to 3 %: the lower end comes first.
    /// assert!(Band::new(dec!(1), dec!(3)).is_ok());
    /// assert!(Band::new(dec!(3), dec!(1)).is_err());
    /// ```
    pub fn new(low: Decimal, high: Decimal) -> Result<Self, ValueError> {
        if low <= high {
            Ok(Self { low, high })
        } else {
            Err(ValueError::BandReversed { low, high })
        }
    }

    /// The lower edge.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::dec;
    /// use milepost::value::Band;
    ///
    /// // A catch 10 to 20 % below that of 2020: the lower edge is the deeper cut.
    /// let band = Band::new(dec!(-0.2), dec!(-0.1))?;
    /// assert_eq!((band.low(), band.high()), (dec!(-0.2), dec!(-0.1)));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn low(self) -> Decimal {
        self.low
    }

    /// The upper edge.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, dec};
    ///
    /// // An aim of exactly 2 % is a band without breadth.
    /// let Bound::Within(band) = Bound::within(dec!(2), dec!(2))? else { return Err("a band".into()) };
    /// assert_eq!(band.high(), band.low());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn high(self) -> Decimal {
        self.high
    }
}

names! { "a direction":
    /// The direction in which a value gets better.
    pub enum Direction {
        /// More is better.
        Rising = "rising",
        /// Less is better.
        Falling = "falling",
    }
}

impl Direction {
    /// How two numbers compare by merit, from `side`, their comparison by size: `Greater` means that the first is
    /// better.
    pub(crate) const fn by_merit(self, side: Ordering) -> Ordering {
        match self {
            Self::Rising => side,
            Self::Falling => side.reverse(),
        }
    }
}

/// The limit that a value must respect. The direction is in it, so that lower-is-better cannot go wrong.
///
/// Plans say it in words: "exceed" and "more than" (突破, 超) are [`MoreThan`](Self::MoreThan), and exactly the limit
/// fails; "reach", "at least" (達到, 以上) and a bare number are [`AtLeast`](Self::AtLeast), and exactly the limit passes.
///
/// # Examples
///
/// ```
/// use milepost::{Bound, dec};
///
/// assert!(!Bound::MoreThan(dec!(2000)).is_met_by(dec!(2000)));
/// assert!(Bound::AtLeast(dec!(50)).is_met_by(dec!(50)));
/// assert!(Bound::within(dec!(2), dec!(3))?.is_met_by(dec!(2.5)));
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// This or more.
    AtLeast(Decimal),
    /// More than this.
    MoreThan(Decimal),
    /// This or less.
    AtMost(Decimal),
    /// Less than this.
    LessThan(Decimal),
    /// Inside, edges included.
    Within(Band),
}

impl Bound {
    /// Inside a band, edges included.
    ///
    /// # Errors
    ///
    /// [`ValueError::BandReversed`] if the lower edge lies above the upper one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, dec};
    ///
    /// assert!(Bound::within(dec!(2), dec!(3))?.is_met_by(dec!(3)));
    /// assert!(Bound::within(dec!(3), dec!(2)).is_err());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn within(low: Decimal, high: Decimal) -> Result<Self, ValueError> {
        Band::new(low, high).map(Self::Within)
    }

    /// The name in documents.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::AtLeast(_) => "at_least",
            Self::MoreThan(_) => "more_than",
            Self::AtMost(_) => "at_most",
            Self::LessThan(_) => "less_than",
            Self::Within(_) => "within",
        }
    }

    /// Whether this value respects the bound.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, dec};
    ///
    /// assert!(!Bound::MoreThan(dec!(2000)).is_met_by(dec!(2000)));
    /// assert!(Bound::AtLeast(dec!(2000)).is_met_by(dec!(2000)));
    /// ```
    pub fn is_met_by(self, value: Decimal) -> bool {
        match self {
            Self::AtLeast(limit) => value >= limit,
            Self::MoreThan(limit) => value > limit,
            Self::AtMost(limit) => value <= limit,
            Self::LessThan(limit) => value < limit,
            Self::Within(band) => band.low <= value && value <= band.high,
        }
    }

    /// Whether something respects the bound of which `side` tells whether it lies below or above a limit.
    ///
    /// # Errors
    ///
    /// The first error of `side`.
    pub(crate) fn is_met_on_sides<E>(self, side: impl Fn(Decimal) -> Result<Ordering, E>) -> Result<bool, E> {
        Ok(match self {
            Self::AtLeast(limit) => side(limit)?.is_ge(),
            Self::MoreThan(limit) => side(limit)?.is_gt(),
            Self::AtMost(limit) => side(limit)?.is_le(),
            Self::LessThan(limit) => side(limit)?.is_lt(),
            Self::Within(band) => side(band.low)?.is_ge() && side(band.high)?.is_le(),
        })
    }

    /// The bound with each of its limits changed by `change`, which keeps their order; `None` where that gives none.
    pub(crate) fn try_map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(match self {
            Self::AtLeast(limit) => Self::AtLeast(change(limit)?),
            Self::MoreThan(limit) => Self::MoreThan(change(limit)?),
            Self::AtMost(limit) => Self::AtMost(change(limit)?),
            Self::LessThan(limit) => Self::LessThan(change(limit)?),
            Self::Within(band) => Self::within(change(band.low)?, change(band.high)?).ok()?,
        })
    }

    /// The bound in signs, `≥ 95`, each of its limits written by `limit`.
    pub(crate) fn written(self, limit: impl Fn(Decimal) -> String) -> String {
        match self {
            Self::AtLeast(low) => format!("≥ {}", limit(low)),
            Self::MoreThan(low) => format!("> {}", limit(low)),
            Self::AtMost(high) => format!("≤ {}", limit(high)),
            Self::LessThan(high) => format!("< {}", limit(high)),
            Self::Within(band) if band.low == band.high => format!("= {}", limit(band.low)),
            Self::Within(band) => format!("{} – {}", limit(band.low), limit(band.high)),
        }
    }

    /// Whether the bound is an upper limit, under which less is better.
    pub(crate) const fn is_cap(self) -> bool {
        matches!(self, Self::AtMost(_) | Self::LessThan(_))
    }

    /// The limit of a bound on one side; `None` for a band.
    pub(crate) const fn limit(self) -> Option<Decimal> {
        match self {
            Self::AtLeast(limit) | Self::MoreThan(limit) | Self::AtMost(limit) | Self::LessThan(limit) => Some(limit),
            Self::Within(_) => None,
        }
    }

    /// The lower limit; `None` for an upper limit alone.
    pub(crate) const fn low(self) -> Option<Decimal> {
        match self {
            Self::AtLeast(limit) | Self::MoreThan(limit) => Some(limit),
            Self::Within(band) => Some(band.low),
            Self::AtMost(_) | Self::LessThan(_) => None,
        }
    }

    /// The upper limit; `None` for a lower limit alone.
    pub(crate) const fn high(self) -> Option<Decimal> {
        match self {
            Self::AtMost(limit) | Self::LessThan(limit) => Some(limit),
            Self::Within(band) => Some(band.high),
            Self::AtLeast(_) | Self::MoreThan(_) => None,
        }
    }

    /// The value to which a path from `start` leads: the limit itself, and of a band the nearer edge (a start inside is
    /// there).
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, dec};
    ///
    /// let band = Bound::within(dec!(2), dec!(3))?;
    /// assert_eq!((band.aim_from(dec!(1)), band.aim_from(dec!(9))), (dec!(2), dec!(3)));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn aim_from(self, start: Decimal) -> Decimal {
        match self {
            Self::AtLeast(limit) | Self::MoreThan(limit) | Self::AtMost(limit) | Self::LessThan(limit) => limit,
            Self::Within(band) => start.max(band.low).min(band.high),
        }
    }

    /// The direction in which a value gets better: rising for a lower limit, falling for an upper one, whatever `start`
    /// is. Only a band has its better direction from `start`: towards the nearer edge, and `None` from inside.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Direction, dec};
    ///
    /// assert_eq!(Bound::AtMost(dec!(7)).direction_from(dec!(9)), Some(Direction::Falling));
    /// ```
    pub fn direction_from(self, start: Decimal) -> Option<Direction> {
        match self {
            Self::AtLeast(_) | Self::MoreThan(_) => Some(Direction::Rising),
            Self::AtMost(_) | Self::LessThan(_) => Some(Direction::Falling),
            Self::Within(band) => match (start.cmp(&band.low), start.cmp(&band.high)) {
                (Ordering::Less, _) => Some(Direction::Rising),
                (_, Ordering::Greater) => Some(Direction::Falling),
                _ => None,
            },
        }
    }

    /// The bound with each of its limits moved outwards by an amount.
    ///
    /// If the moved limit is no decimal, the nearest decimal inside is taken, and included: no decimal lies between the
    /// two, so that the same decimals are accepted.
    pub(super) fn widened(self, by: Decimal) -> Self {
        let (lower, upper) = (|limit| difference_or_above(limit, by), |limit| sum_or_below(limit, by));
        match self {
            Self::AtLeast(limit) => Self::AtLeast(lower(limit)),
            Self::AtMost(limit) => Self::AtMost(upper(limit)),
            Self::MoreThan(limit) => {
                exact_sum(limit, negated(by)).map_or_else(|| Self::AtLeast(lower(limit)), Self::MoreThan)
            }
            Self::LessThan(limit) => exact_sum(limit, by).map_or_else(|| Self::AtMost(upper(limit)), Self::LessThan),
            Self::Within(band) => Self::Within(Band {
                low: lower(band.low),
                high: upper(band.high),
            }),
        }
    }

    /// A bound of changes in words without a sign: the direction of the changes, and a bound of their sizes. At least
    /// −5 % is a fall of at most 5 %, and at least 0 % a fall of at most 0 %; bounds at 0 of any other kind are of
    /// rises. `None` and the band itself where a band has 0 or changes of both directions.
    pub(crate) fn without_sign(self) -> (Option<Direction>, Self) {
        let (rising, falling) = (Some(Direction::Rising), Some(Direction::Falling));
        match self {
            Self::AtLeast(limit) if limit <= Decimal::ZERO => (falling, Self::AtMost(limit.abs())),
            Self::MoreThan(limit) if limit < Decimal::ZERO => (falling, Self::LessThan(limit.abs())),
            Self::AtMost(limit) if limit < Decimal::ZERO => (falling, Self::AtLeast(limit.abs())),
            Self::LessThan(limit) if limit < Decimal::ZERO => (falling, Self::MoreThan(limit.abs())),
            Self::Within(band) if band.high() < Decimal::ZERO => {
                let sizes = Self::within(band.high().abs(), band.low().abs());
                (falling, sizes.unwrap_or(self))
            }
            Self::Within(band) if band.low() <= Decimal::ZERO => (None, self),
            _ => (rising, self),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(|limit| limit.to_string()))
    }
}

#[cfg(feature = "serde")]
mod wire {
    use serde::ser::SerializeMap;
    use serde::{Serialize, Serializer};

    use super::Bound;
    use crate::value::decimal::WireDecimal;

    impl Bound {
        /// Adds the limit, or both, to the map that a document writes, under the name of the bound.
        pub(crate) fn serialize_entries<M: SerializeMap>(self, map: &mut M) -> Result<(), M::Error> {
            match self {
                Self::AtLeast(limit) | Self::MoreThan(limit) | Self::AtMost(limit) | Self::LessThan(limit) => {
                    map.serialize_entry(self.name(), &WireDecimal(limit))
                }
                Self::Within(band) => map.serialize_entry(self.name(), &[band.low, band.high].map(WireDecimal)),
            }
        }
    }

    impl Serialize for Bound {
        /// A map with the one key that names the bound.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(1))?;
            self.serialize_entries(&mut map)?;
            map.end()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn a_bound_is_decided_at_its_limit_and_one_digit_to_either_side() {
        let band = Bound::within(dec!(2), dec!(3)).unwrap();
        for (bound, below, at, above) in [
            (Bound::AtLeast(dec!(2)), false, true, true),
            (Bound::MoreThan(dec!(2)), false, false, true),
            (Bound::AtMost(dec!(2)), true, true, false),
            (Bound::LessThan(dec!(2)), true, false, false),
            (band, false, true, true),
        ] {
            let met = [dec!(1.999999999), dec!(2.000), dec!(2.000000001)].map(|value| bound.is_met_by(value));
            assert_eq!(met, [below, at, above], "{bound}");
        }
        assert!(!band.is_met_by(dec!(3.1)));
    }

    #[test]
    fn a_path_leads_to_the_nearer_edge_of_a_band() {
        let band = Bound::within(dec!(2), dec!(3)).unwrap();
        for (start, aim, direction) in [
            (dec!(1), dec!(2), Some(Direction::Rising)),
            (dec!(2.5), dec!(2.5), None),
            (dec!(9), dec!(3), Some(Direction::Falling)),
        ] {
            assert_eq!(band.aim_from(start), aim);
            assert_eq!(band.direction_from(start), direction);
        }
    }

    #[test]
    fn a_band_that_runs_backwards_is_refused() {
        assert_eq!(
            Band::new(dec!(3), dec!(2)).unwrap_err().to_string(),
            "a band runs from its lower to its upper edge, got 3 to 2"
        );
    }
}
