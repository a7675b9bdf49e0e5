//! The reading of a figure: a number, limits, or nothing.

use core::fmt;

use rust_decimal::Decimal;

use crate::value::arithmetic::{exact_product, negated, sum_as_published};
use crate::value::{Edge, Interval, ValueError};

/// The reading of a figure: a number, limits, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Reading {
    /// This value.
    Exact(#[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))] Decimal),
    /// About this value (約), within nobody knows what.
    Approximate(#[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))] Decimal),
    /// Some value between limits: "over 1,400".
    Interval(Interval),
    /// There is no value: it was not collected, or it was withdrawn.
    Missing,
}

/// As it is printed: the value with the digits that were published, `≈ 33.5`, `> 1400`, and `–` where there is none.
impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(value) => fmt::Display::fmt(value, f),
            Self::Approximate(value) => write!(f, "≈ {value}"),
            Self::Interval(interval) => fmt::Display::fmt(interval, f),
            Self::Missing => f.write_str("–"),
        }
    }
}

/// Which values the figures of a series can have, whatever limits were published of one: by default any value. What
/// holds of all figures holds of their sums.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ValueDomain {
    /// Whether no value is below 0.
    pub(crate) never_negative: bool,
    /// Whether all values are whole numbers, as of things that come one by one.
    pub(crate) always_whole: bool,
}

impl Reading {
    /// The value, exact or approximate; `None` where only limits are known, or nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Interval, Reading, dec};
    ///
    /// assert_eq!(Reading::Approximate(dec!(33.5)).value(), Some(dec!(33.5)));
    /// assert_eq!(Reading::Interval(Interval::at_least(dec!(95))).value(), None);
    /// assert_eq!(Reading::Missing.value(), None);
    /// ```
    pub const fn value(self) -> Option<Decimal> {
        match self {
            Self::Exact(value) | Self::Approximate(value) => Some(value),
            Self::Interval(_) | Self::Missing => None,
        }
    }

    /// The lower and upper limit; the value itself for both where there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Edge;
    /// use milepost::{Interval, Reading, dec};
    ///
    /// let more = Reading::from(Interval::more_than(dec!(1600)));
    /// assert_eq!(more.edges(), (Edge::Exclusive(dec!(1600)), Edge::Unlimited));
    /// assert_eq!(Reading::from(dec!(5)).edges(), (Edge::Inclusive(dec!(5)), Edge::Inclusive(dec!(5))));
    /// ```
    pub const fn edges(self) -> (Edge, Edge) {
        match self {
            Self::Exact(value) | Self::Approximate(value) => (Edge::Inclusive(value), Edge::Inclusive(value)),
            Self::Interval(interval) => (interval.low(), interval.high()),
            Self::Missing => (Edge::Unlimited, Edge::Unlimited),
        }
    }

    /// The reading with its limits narrowed to the values of the domain: of whole numbers none of which is negative,
    /// "fewer than 5" is from 0 to 4. A value stays as it is, and so do limits that hold no value of the domain.
    pub(crate) fn within(self, domain: ValueDomain) -> Self {
        let Self::Interval(limits) = self else {
            return self;
        };
        let whole = limits.of_whole().filter(|_| domain.always_whole).unwrap_or(limits);
        let positive = whole.starting_at_zero_if_unlimited().filter(|_| domain.never_negative);
        positive.unwrap_or(whole).into()
    }

    /// If the reading lies wholly outside of `possible`: its value, or its limit on the side of `possible`. `None` if a
    /// value that it can mean is possible.
    pub(crate) fn nearest_if_outside(self, possible: Interval) -> Option<Decimal> {
        let (low, high) = self.edges();
        let is_empty = |low, high| matches!(Interval::between(low, high), Err(ValueError::IntervalEmpty { .. }));
        if is_empty(possible.low(), high) {
            return high.value();
        }
        low.value().filter(|_| is_empty(low, possible.high()))
    }

    /// Whether the two readings cannot both be true: they have no number in common. A reading that is approximate or
    /// missing contradicts nothing, and is contradicted by nothing.
    pub(crate) fn contradicts(self, other: Self) -> bool {
        let is_about = |reading| matches!(reading, Self::Approximate(_));
        let (low, high) = other.edges();
        let is_apart = || Interval::between(low, high).is_ok_and(|other| self.nearest_if_outside(other).is_some());
        !is_about(self) && !is_about(other) && is_apart()
    }

    /// All values from the lower limit of the reading on. `Missing`, which stands for any value here, if the reading is
    /// approximate or missing, or has no lower limit.
    pub(crate) fn or_more(self) -> Self {
        if matches!(self, Self::Approximate(_) | Self::Missing) {
            return Self::Missing;
        }
        let (low, _) = self.edges();
        Interval::between(low, Edge::Unlimited).map_or(Self::Missing, Self::Interval)
    }

    /// Whether all values that the reading can mean are less than 0.
    pub(crate) fn is_negative(self) -> bool {
        match self.edges() {
            (_, Edge::Inclusive(high)) => high < Decimal::ZERO,
            (_, Edge::Exclusive(high)) => high <= Decimal::ZERO,
            (_, Edge::Unlimited) => false,
        }
    }

    /// The same reading with each of its numbers changed by `change`, which keeps their order; `None` where it fails.
    pub(crate) fn try_map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(match self {
            Self::Exact(value) => Self::Exact(change(value)?),
            Self::Approximate(value) => Self::Approximate(change(value)?),
            Self::Interval(interval) => Self::Interval(interval.try_map(change)?),
            Self::Missing => Self::Missing,
        })
    }

    /// All that lies between two readings:
    ///
    /// 1. of equal readings the same reading;
    /// 2. of one number, exact in one reading and approximate in the other, the approximate number;
    /// 3. else the interval from the lowest value of both to the highest, approximate numbers taken as exact. `None`
    ///    where nothing limits it.
    pub(crate) fn hull(self, other: Self) -> Option<Self> {
        if self == other {
            return Some(self);
        }
        if let (Some(one), Some(two)) = (self.value(), other.value()) {
            if one == two {
                return Some(Self::Approximate(one));
            }
            let (low, high) = (Edge::Inclusive(one.min(two)), Edge::Inclusive(one.max(two)));
            return Interval::between(low, high).map(Self::Interval).ok();
        }
        let ((one_low, one_high), (two_low, two_high)) = (self.edges(), other.edges());
        let low = one_low.outer(two_low, Decimal::le);
        Interval::between(low, one_high.outer(two_high, Decimal::ge))
            .map(Self::Interval)
            .ok()
    }

    /// The sum of two readings: missing if one of them is, else an interval if one is, else approximate if one is.
    /// `None` if it has more than 28 digits.
    pub(crate) fn checked_add(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Missing, _) | (_, Self::Missing) => Some(Self::Missing),
            (Self::Exact(one), Self::Exact(two)) => sum_as_published(one, two).map(Self::Exact),
            (Self::Exact(one) | Self::Approximate(one), Self::Exact(two) | Self::Approximate(two)) => {
                sum_as_published(one, two).map(Self::Approximate)
            }
            (Self::Interval(_), _) | (_, Self::Interval(_)) => {
                let ((one_low, one_high), (two_low, two_high)) = (self.edges(), other.edges());
                let low = one_low.plus(two_low)?;
                let high = one_high.plus(two_high)?;
                // A lower limit and an upper limit together do not limit the sum.
                Some(Interval::between(low, high).map_or(Self::Missing, Self::Interval))
            }
        }
    }

    /// The reading times −1, with as many digits; `None` where no decimal holds it.
    pub(crate) fn negated(self) -> Option<Self> {
        match self {
            Self::Interval(_) => self.times(Decimal::NEGATIVE_ONE),
            number => number.try_map(|value| Some(negated(value))),
        }
    }

    /// The reading times `factor`; the lower and the upper limit change places where that is below 0. `None` where no
    /// decimal holds a product exactly.
    pub(crate) fn times(self, factor: Decimal) -> Option<Self> {
        let product = |value| exact_product(value, factor);
        Some(match self {
            Self::Exact(value) => Self::Exact(product(value)?),
            Self::Approximate(value) => Self::Approximate(product(value)?),
            Self::Interval(interval) => {
                let (low, high) = (interval.low().try_map(product)?, interval.high().try_map(product)?);
                let ends = if factor.is_sign_negative() {
                    (high, low)
                } else {
                    (low, high)
                };
                Self::Interval(Interval::between(ends.0, ends.1).ok()?)
            }
            Self::Missing => Self::Missing,
        })
    }
}

impl From<Decimal> for Reading {
    /// Exactly this value, as most figures are: what is printed with ≈ or *about* is said to be so.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Reading, dec};
    ///
    /// assert_eq!(Reading::from(dec!(1781.80)).to_string(), "1781.80");
    /// assert_ne!(Reading::from(dec!(1400)), Reading::Approximate(dec!(1400)));
    /// ```
    fn from(value: Decimal) -> Self {
        Self::Exact(value)
    }
}

impl From<Interval> for Reading {
    /// Some value within these limits; exactly the value, where both limits are one number.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Edge;
    /// use milepost::{Interval, Reading, dec};
    ///
    /// // "Over 1,400" is not 1,400.
    /// let over = Reading::from(Interval::more_than(dec!(1400)));
    /// assert_eq!((over.value(), over.to_string().as_str()), (None, "> 1400"));
    /// // From 1,400 to 1,400 is.
    /// let limit = Edge::Inclusive(dec!(1400));
    /// assert_eq!(Reading::from(Interval::between(limit, limit)?), Reading::Exact(dec!(1400)));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    fn from(interval: Interval) -> Self {
        match (interval.low(), interval.high()) {
            (Edge::Inclusive(low), Edge::Inclusive(high)) if low == high => Self::Exact(low),
            _ => Self::Interval(interval),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn a_sum_is_no_more_certain_than_its_parts() {
        let exact = Reading::Exact;
        let over = |limit| Reading::Interval(Interval::more_than(limit));
        let under = |limit| Reading::Interval(Interval::less_than(limit));
        for (one, two, sum) in [
            (exact(dec!(1.5)), exact(dec!(2)), exact(dec!(3.5))),
            (
                Reading::Approximate(dec!(1)),
                exact(dec!(2)),
                Reading::Approximate(dec!(3)),
            ),
            (over(dec!(1)), exact(dec!(2)), over(dec!(3))),
            (
                over(dec!(1)),
                Reading::Interval(Interval::at_least(dec!(2))),
                over(dec!(3)),
            ),
            (over(dec!(1)), under(dec!(2)), Reading::Missing),
            (exact(dec!(1)), Reading::Missing, Reading::Missing),
        ] {
            assert_eq!(one.checked_add(two), Some(sum));
            assert_eq!(two.checked_add(one), Some(sum));
        }
        assert_eq!(exact(Decimal::MAX).checked_add(exact(dec!(0.1))), None);
    }

    #[test]
    fn a_sum_has_the_last_digit_that_was_published() {
        let exact = Reading::Exact;
        for (one, two, sum) in [
            (dec!(37.50), dec!(37.50), "75.00"),
            (dec!(40.0), dec!(60), "100.0"),
            (dec!(-1.25), dec!(1.25), "0.00"),
            (Decimal::MAX, dec!(0.0), "79228162514264337593543950335"),
        ] {
            let found = exact(one).checked_add(exact(two)).and_then(Reading::value);
            assert_eq!(found.map(|sum| sum.to_string()).as_deref(), Some(sum));
        }
        let rest = exact(dec!(18.00))
            .negated()
            .and_then(|less| exact(dec!(40)).checked_add(less));
        assert_eq!(rest.map(|rest| rest.to_string()).as_deref(), Some("22.00"));
    }

    #[test]
    fn limits_end_where_the_domain_does() {
        let within = |low, high| Reading::from(Interval::between(low, high).unwrap());
        let (at, beside, open) = (Edge::Inclusive, Edge::Exclusive, Edge::Unlimited);
        for (limits, never_negative, always_whole, found) in [
            ((open, beside(dec!(5))), false, false, (open, beside(dec!(5)))),
            ((open, beside(dec!(5))), true, false, (at(dec!(0)), beside(dec!(5)))),
            ((open, beside(dec!(5))), false, true, (open, at(dec!(4)))),
            ((open, beside(dec!(5.0))), true, true, (at(dec!(0)), at(dec!(4)))),
            ((beside(dec!(5)), open), true, true, (at(dec!(6)), open)),
            ((at(dec!(4.2)), at(dec!(5.8))), true, true, (at(dec!(5)), at(dec!(5)))),
            (
                (beside(dec!(4.2)), beside(dec!(6))),
                true,
                true,
                (at(dec!(5)), at(dec!(5))),
            ),
            // None of it is possible: it stays as it was published.
            ((open, beside(dec!(0))), true, false, (open, beside(dec!(0)))),
            (
                (beside(dec!(4)), beside(dec!(5))),
                true,
                true,
                (beside(dec!(4)), beside(dec!(5))),
            ),
        ] {
            let domain = ValueDomain {
                never_negative,
                always_whole,
            };
            let narrowed = within(limits.0, limits.1).within(domain);
            assert_eq!(narrowed, within(found.0, found.1), "{limits:?} {domain:?}");
        }
        let domain = ValueDomain {
            never_negative: true,
            always_whole: true,
        };
        assert_eq!(Reading::Exact(dec!(-0.5)).within(domain), Reading::Exact(dec!(-0.5)));
    }

    #[test]
    fn readings_say_how_much_is_known() {
        for (one, text) in [
            (Reading::Exact(dec!(1781.80)), "1781.80"),
            (Reading::Approximate(dec!(33.5)), "≈ 33.5"),
            (Reading::Interval(Interval::more_than(dec!(1600))), "> 1600"),
            (Reading::Missing, "–"),
        ] {
            assert_eq!(one.to_string(), text);
        }
    }
}
