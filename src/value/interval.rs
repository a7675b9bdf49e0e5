//! Intervals: values of which only limits were published.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;

use super::arithmetic::sum_as_published;
use super::{Bound, ValueError};

/// One end of an [`Interval`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// No limit on this side.
    Unlimited,
    /// The value may be this.
    Inclusive(Decimal),
    /// The value is not this, but may come as near as it likes.
    Exclusive(Decimal),
}

impl Edge {
    /// The number at the edge, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Edge;
    /// use milepost::{Interval, dec};
    ///
    /// let more = Interval::more_than(dec!(1600));
    /// assert_eq!((more.low(), more.low().value()), (Edge::Exclusive(dec!(1600)), Some(dec!(1600))));
    /// assert_eq!((more.high(), more.high().value()), (Edge::Unlimited, None));
    /// ```
    pub const fn value(self) -> Option<Decimal> {
        match self {
            Self::Unlimited => None,
            Self::Inclusive(value) | Self::Exclusive(value) => Some(value),
        }
    }

    /// The edge with its number changed by `change`; `None` where that gives none.
    pub(crate) fn try_map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(match self {
            Self::Unlimited => Self::Unlimited,
            Self::Inclusive(value) => Self::Inclusive(change(value)?),
            Self::Exclusive(value) => Self::Exclusive(change(value)?),
        })
    }

    /// The one of two edges that lies farther out. `is_outer` tells it of two numbers: less than or equal for lower
    /// edges, greater than or equal for upper ones. An unlimited edge lies farthest; of two edges at one number, the
    /// one that includes the number lies farther.
    pub(crate) fn outer(self, other: Self, is_outer: fn(&Decimal, &Decimal) -> bool) -> Self {
        let (Some(own), Some(others)) = (self.value(), other.value()) else {
            return Self::Unlimited;
        };
        let is_own = if own == others {
            matches!(self, Self::Inclusive(_))
        } else {
            is_outer(&own, &others)
        };
        if is_own { self } else { other }
    }

    /// The edge for things that are counted one by one: the nearest whole number inside. `inward` rounds a number
    /// towards the inside, and `step` (1 or −1) leads from a whole number to the next one inside. `None` if no decimal
    /// holds it.
    fn of_whole(self, inward: fn(&Decimal) -> Decimal, step: Decimal) -> Option<Self> {
        Some(match self {
            Self::Exclusive(value) if value.is_integer() => Self::Inclusive(value.checked_add(step)?),
            Self::Inclusive(value) | Self::Exclusive(value) => Self::Inclusive(inward(&value)),
            Self::Unlimited => Self::Unlimited,
        })
    }

    /// The edge of the sum of two values, each of which has one of these edges; `None` if no decimal holds it.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let Some((one, two)) = self.value().zip(other.value()) else {
            return Some(Self::Unlimited);
        };
        let sum = sum_as_published(one, two)?;
        Some(match (self, other) {
            (Self::Inclusive(_), Self::Inclusive(_)) => Self::Inclusive(sum),
            _ => Self::Exclusive(sum),
        })
    }
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unlimited => f.write_str("unlimited"),
            Self::Inclusive(value) => write!(f, "{value}"),
            Self::Exclusive(value) => write!(f, "{value} (not in it)"),
        }
    }
}

/// What is known of a value of which only limits were published: an official "over 1,400" is an interval, not 1,400.
///
/// # Examples
///
/// ```
/// use milepost::value::Interval;
/// use milepost::dec;
///
/// let over = Interval::more_than(dec!(1400));
/// assert!(over.contains(dec!(1400.1)));
/// assert!(!over.contains(dec!(1400)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    low: Edge,
    high: Edge,
}

impl Interval {
    /// More than this.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Interval, dec};
    ///
    /// assert_eq!(Interval::more_than(dec!(95)).to_string(), "> 95");
    /// ```
    pub const fn more_than(limit: Decimal) -> Self {
        Self {
            low: Edge::Exclusive(limit),
            high: Edge::Unlimited,
        }
    }

    /// This or more.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Interval, dec};
    ///
    /// assert_eq!(Interval::at_least(dec!(95)).to_string(), "≥ 95");
    /// ```
    pub const fn at_least(limit: Decimal) -> Self {
        Self {
            low: Edge::Inclusive(limit),
            high: Edge::Unlimited,
        }
    }

    /// Less than this.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Interval, dec};
    ///
    /// assert_eq!(Interval::less_than(dec!(5)).to_string(), "< 5");
    /// ```
    pub const fn less_than(limit: Decimal) -> Self {
        Self {
            low: Edge::Unlimited,
            high: Edge::Exclusive(limit),
        }
    }

    /// This or less.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Interval, dec};
    ///
    /// assert_eq!(Interval::at_most(dec!(5)).to_string(), "≤ 5");
    /// ```
    pub const fn at_most(limit: Decimal) -> Self {
        Self {
            low: Edge::Unlimited,
            high: Edge::Inclusive(limit),
        }
    }

    /// Between two limits, of which one may be missing.
    ///
    /// # Errors
    ///
    /// [`ValueError::IntervalUnlimited`] if both are missing, [`ValueError::IntervalEmpty`] if no number lies between
    /// them.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::{Edge, Interval};
    /// use milepost::dec;
    ///
    /// let between = Interval::between(Edge::Exclusive(dec!(5)), Edge::Inclusive(dec!(6)))?;
    /// assert_eq!(between.to_string(), "> 5, ≤ 6");
    /// assert!(Interval::between(Edge::Inclusive(dec!(3)), Edge::Inclusive(dec!(2))).is_err());
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn between(low: Edge, high: Edge) -> Result<Self, ValueError> {
        let some_number_lies_between = match (low, high) {
            (Edge::Unlimited, Edge::Unlimited) => return Err(ValueError::IntervalUnlimited),
            (Edge::Inclusive(low), Edge::Inclusive(high)) => low <= high,
            _ => low.value().zip(high.value()).is_none_or(|(low, high)| low < high),
        };
        if some_number_lies_between {
            Ok(Self { low, high })
        } else {
            Err(ValueError::IntervalEmpty { low, high })
        }
    }

    /// The lower end.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Edge;
    /// use milepost::{Interval, dec};
    ///
    /// // "Over 1,400" and "1,400 or more" begin at the same number, which is in the second alone.
    /// assert_eq!(Interval::more_than(dec!(1400)).low(), Edge::Exclusive(dec!(1400)));
    /// assert_eq!(Interval::at_least(dec!(1400)).low(), Edge::Inclusive(dec!(1400)));
    /// assert_eq!(Interval::at_most(dec!(1400)).low(), Edge::Unlimited);
    /// ```
    pub const fn low(self) -> Edge {
        self.low
    }

    /// The upper end.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Edge;
    /// use milepost::{Interval, dec};
    ///
    /// // A count that is withheld because it is less than 5; from 0, where that is known to be the least.
    /// assert_eq!(Interval::less_than(dec!(5)).high(), Edge::Exclusive(dec!(5)));
    /// let few = Interval::between(Edge::Inclusive(dec!(0)), Edge::Exclusive(dec!(5)))?;
    /// assert_eq!((few.low().value(), few.high().value()), (Some(dec!(0)), Some(dec!(5))));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn high(self) -> Edge {
        self.high
    }

    /// Whether this value lies in the interval.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Interval;
    /// use milepost::dec;
    ///
    /// assert!(Interval::at_least(dec!(5)).contains(dec!(5)));
    /// assert!(!Interval::more_than(dec!(5)).contains(dec!(5)));
    /// ```
    pub fn contains(self, value: Decimal) -> bool {
        self.bounds().all(|bound| bound.is_met_by(value))
    }

    /// The interval from 0 on, if it has no lower end; unchanged if it has one, even below 0. `None` where nothing is
    /// left.
    pub(crate) fn starting_at_zero_if_unlimited(self) -> Option<Self> {
        match self.low {
            Edge::Unlimited => Self::between(Edge::Inclusive(Decimal::ZERO), self.high).ok(),
            _ => Some(self),
        }
    }

    /// The interval for things that are counted one by one: fewer than 5 are at most 4. `None` where no whole number
    /// lies in it.
    pub(crate) fn of_whole(self) -> Option<Self> {
        let low = self.low.of_whole(Decimal::ceil, Decimal::ONE)?;
        Self::between(low, self.high.of_whole(Decimal::floor, Decimal::NEGATIVE_ONE)?).ok()
    }

    /// The limits of the interval as bounds: a value in the interval meets all of them.
    pub(crate) fn bounds(self) -> impl Iterator<Item = Bound> {
        let low = match self.low {
            Edge::Unlimited => None,
            Edge::Inclusive(low) => Some(Bound::AtLeast(low)),
            Edge::Exclusive(low) => Some(Bound::MoreThan(low)),
        };
        let high = match self.high {
            Edge::Unlimited => None,
            Edge::Inclusive(high) => Some(Bound::AtMost(high)),
            Edge::Exclusive(high) => Some(Bound::LessThan(high)),
        };
        low.into_iter().chain(high)
    }

    /// The values of the interval in the words of a message: `from 0 to 80`, `more than 5 and at most 6`.
    pub(crate) fn in_words(self) -> String {
        if let (Edge::Inclusive(low), Edge::Inclusive(high)) = (self.low, self.high) {
            return format!("from {low} to {high}");
        }
        let words = |bound: Bound| Some(format!("{} {}", bound.name().replace('_', " "), bound.limit()?));
        let ends: Vec<_> = self.bounds().filter_map(words).collect();
        ends.join(" and ")
    }

    /// The interval with both ends passed through an increasing `change`; `None` where that gives none for an end.
    pub(crate) fn try_map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(Self {
            low: self.low.try_map(&change)?,
            high: self.high.try_map(&change)?,
        })
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Edge::Inclusive(low), Edge::Inclusive(high)) = (self.low, self.high) {
            return write!(f, "{low} – {high}");
        }
        for (place, bound) in self.bounds().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            write!(f, "{comma}{bound}")?;
        }
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Interval {
    /// A map with a key for each limit: `at_least`, `more_than`, `at_most`, `less_than`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        let mut map = serializer.serialize_map(None)?;
        for bound in self.bounds() {
            bound.serialize_entries(&mut map)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn ends_belong_or_do_not() {
        for (interval, at, shown) in [
            (Interval::more_than(dec!(5)), false, "> 5"),
            (Interval::at_least(dec!(5)), true, "≥ 5"),
            (Interval::less_than(dec!(5)), false, "< 5"),
            (Interval::at_most(dec!(5)), true, "≤ 5"),
            (
                Interval::between(Edge::Exclusive(dec!(5)), Edge::Inclusive(dec!(6))).unwrap(),
                false,
                "> 5, ≤ 6",
            ),
            (
                Interval::between(Edge::Inclusive(dec!(5)), Edge::Inclusive(dec!(5))).unwrap(),
                true,
                "5 – 5",
            ),
        ] {
            assert_eq!(interval.contains(dec!(5)), at, "{interval}");
            assert_eq!(interval.to_string(), shown);
        }
    }

    #[test]
    fn refusals() {
        for (low, high, message) in [
            (Edge::Unlimited, Edge::Unlimited, "an interval has at least one limit"),
            (
                Edge::Inclusive(dec!(2)),
                Edge::Exclusive(dec!(2)),
                "no number lies between the limits 2 and 2 (not in it)",
            ),
            (
                Edge::Inclusive(dec!(3)),
                Edge::Inclusive(dec!(2)),
                "no number lies between the limits 3 and 2",
            ),
        ] {
            assert_eq!(Interval::between(low, high).unwrap_err().to_string(), message);
        }
    }
}
