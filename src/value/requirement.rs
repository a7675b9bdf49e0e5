//! Requirements: a bound with the tolerance that was published for it.

use core::fmt;

use rust_decimal::Decimal;

use super::{Bound, ValueError};

/// How far beside its bound a value may lie and still count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Tolerance {
    /// Nothing beside the bound counts.
    #[default]
    None,
    /// A published amount, in the unit of the bound, zero or more.
    Of(Decimal),
    /// The plan promises a tolerance that nobody published ("basically complete", 基本): beside the bound nobody can
    /// tell.
    NotStated,
}

/// Whether a value satisfies a [`Requirement`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Met {
    /// It does, perhaps within a published tolerance.
    Yes,
    /// It does not.
    No,
    /// Only a tolerance that nobody published could tell.
    Open,
}

/// A [`Bound`] with the tolerance that was published for it.
///
/// # Examples
///
/// ```
/// use milepost::value::Met;
/// use milepost::{Bound, Requirement, dec};
///
/// let exact = Requirement::from(Bound::AtLeast(dec!(860)));
/// assert_eq!(exact.is_met_by(dec!(859)), Met::No);
///
/// let basically = Requirement::with_tolerance_not_stated(Bound::AtLeast(dec!(860)));
/// assert_eq!(basically.is_met_by(dec!(860)), Met::Yes);
/// assert_eq!(basically.is_met_by(dec!(859)), Met::Open);
///
/// let nearly = Requirement::with_tolerance(Bound::AtLeast(dec!(860)), dec!(5))?;
/// assert_eq!(nearly.is_met_by(dec!(855)), Met::Yes);
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Requirement {
    bound: Bound,
    tolerance: Tolerance,
}

impl Requirement {
    /// The bound with a published tolerance, in its unit.
    ///
    /// # Errors
    ///
    /// [`ValueError::Tolerance`] if the tolerance is negative.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Met;
    /// use milepost::{Bound, Requirement, dec};
    ///
    /// let about_ten = Requirement::with_tolerance(Bound::AtLeast(dec!(10)), dec!(1))?;
    /// assert_eq!((about_ten.is_met_by(dec!(9)), about_ten.is_met_by(dec!(8.9))), (Met::Yes, Met::No));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn with_tolerance(bound: Bound, tolerance: Decimal) -> Result<Self, ValueError> {
        if tolerance < Decimal::ZERO {
            return Err(ValueError::Tolerance { tolerance });
        }
        Ok(Self {
            bound,
            tolerance: Tolerance::Of(tolerance),
        })
    }

    /// The bound with a tolerance that was promised, and not published.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Met;
    /// use milepost::{Bound, Requirement, dec};
    ///
    /// // "Basically all villages": of 97 % nobody can tell, of 100 % everybody.
    /// let basically_all = Requirement::with_tolerance_not_stated(Bound::AtLeast(dec!(100)));
    /// assert_eq!([dec!(97), dec!(100)].map(|share| basically_all.is_met_by(share)), [Met::Open, Met::Yes]);
    /// ```
    pub const fn with_tolerance_not_stated(bound: Bound) -> Self {
        Self {
            bound,
            tolerance: Tolerance::NotStated,
        }
    }

    /// The bound as it was published.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Requirement, dec};
    ///
    /// // What is shown is what was promised; what decides is wider.
    /// let nearly = Requirement::with_tolerance(Bound::AtMost(dec!(5)), dec!(0.2))?;
    /// assert_eq!((nearly.bound(), nearly.deciding_bound()), (Bound::AtMost(dec!(5)), Bound::AtMost(dec!(5.2))));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn bound(self) -> Bound {
        self.bound
    }

    /// The tolerance.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Tolerance;
    /// use milepost::{Bound, Requirement, dec};
    ///
    /// // None at all, and none that is stated, are two things: the second leaves open what lies beside the bound.
    /// let bound = Bound::AtLeast(dec!(860));
    /// assert_eq!(Requirement::from(bound).tolerance(), Tolerance::None);
    /// assert_eq!(Requirement::with_tolerance_not_stated(bound).tolerance(), Tolerance::NotStated);
    /// assert_eq!(Requirement::with_tolerance(bound, dec!(5))?.tolerance(), Tolerance::Of(dec!(5)));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn tolerance(self) -> Tolerance {
        self.tolerance
    }

    /// The bound that decides: widened by a published tolerance, exactly. If a widened limit has more digits than a
    /// decimal, the nearest decimal inside is taken.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Bound, Requirement, dec};
    ///
    /// let about_ten = Requirement::with_tolerance(Bound::AtLeast(dec!(10)), dec!(1))?;
    /// assert_eq!(about_ten.deciding_bound(), Bound::AtLeast(dec!(9)));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn deciding_bound(self) -> Bound {
        match self.tolerance {
            Tolerance::Of(amount) => self.bound.widened(amount),
            Tolerance::None | Tolerance::NotStated => self.bound,
        }
    }

    /// Whether this value satisfies the requirement.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Met;
    /// use milepost::{Bound, Requirement, dec};
    ///
    /// // Basically ten: nobody published how near is near enough.
    /// let basically = Requirement::with_tolerance_not_stated(Bound::AtLeast(dec!(10)));
    /// assert_eq!((basically.is_met_by(dec!(10)), basically.is_met_by(dec!(9.9))), (Met::Yes, Met::Open));
    /// ```
    pub fn is_met_by(self, value: Decimal) -> Met {
        self.met(self.deciding_bound().is_met_by(value))
    }

    /// Whether the requirement is satisfied by a value that lies inside of the deciding bound, or outside.
    pub(crate) const fn met(self, is_inside: bool) -> Met {
        match (is_inside, self.tolerance) {
            (true, _) => Met::Yes,
            (false, Tolerance::NotStated) => Met::Open,
            (false, Tolerance::None | Tolerance::Of(_)) => Met::No,
        }
    }

    /// The limits of the bound, each with its key in documents: `at_least`, or `within[0]` and `within[1]`.
    pub(crate) fn limits_with_keys(self) -> impl Iterator<Item = (&'static str, Decimal)> {
        let edges = match self.bound {
            Bound::Within(band) => Some([("within[0]", band.low()), ("within[1]", band.high())]),
            _ => None,
        };
        let limit = self.bound.limit().map(|limit| (self.bound.name(), limit));
        limit.into_iter().chain(edges.into_iter().flatten())
    }
}

impl From<Bound> for Requirement {
    /// The bound without any tolerance: a value outside the bound never meets it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Met;
    /// use milepost::{Bound, Requirement, dec};
    ///
    /// let exact = Requirement::from(Bound::AtLeast(dec!(88)));
    /// assert_eq!((exact.is_met_by(dec!(88)), exact.is_met_by(dec!(87.99))), (Met::Yes, Met::No));
    /// ```
    fn from(bound: Bound) -> Self {
        Self {
            bound,
            tolerance: Tolerance::None,
        }
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tolerance {
            Tolerance::None => write!(f, "{}", self.bound),
            Tolerance::Of(amount) => write!(f, "{} (± {amount})", self.bound),
            Tolerance::NotStated => write!(f, "≈ {}", self.bound),
        }
    }
}

#[cfg(feature = "serde")]
mod wire {
    use serde::ser::SerializeMap;
    use serde::{Serialize, Serializer};

    use super::{Requirement, Tolerance};
    use crate::value::decimal::WireDecimal;

    impl Requirement {
        /// Adds the bound and its tolerance to the map that a document writes.
        pub(crate) fn serialize_entries<M: SerializeMap>(self, map: &mut M) -> Result<(), M::Error> {
            self.bound.serialize_entries(map)?;
            match self.tolerance {
                Tolerance::None => Ok(()),
                Tolerance::Of(amount) => map.serialize_entry("tolerance", &WireDecimal(amount)),
                Tolerance::NotStated => map.serialize_entry("tolerance", "not_stated"),
            }
        }
    }

    impl Serialize for Requirement {
        /// The map of the bound, with the tolerance beside it where there is one.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            self.serialize_entries(&mut map)?;
            map.end()
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::dec;

    #[test]
    fn a_published_tolerance_widens_the_bound() {
        for (bound, value) in [
            (Bound::AtLeast(dec!(10)), dec!(9)),
            (Bound::MoreThan(dec!(10)), dec!(9.1)),
            (Bound::AtMost(dec!(10)), dec!(11)),
            (Bound::LessThan(dec!(10)), dec!(10.9)),
            (Bound::within(dec!(10), dec!(12)).unwrap(), dec!(13)),
        ] {
            let requirement = Requirement::with_tolerance(bound, dec!(1)).unwrap();
            assert_eq!(requirement.is_met_by(value), Met::Yes, "{requirement}");
            assert_eq!(Requirement::from(bound).is_met_by(value), Met::No, "{bound}");
            assert_eq!(
                Requirement::with_tolerance_not_stated(bound).is_met_by(value),
                Met::Open
            );
        }
    }

    #[test]
    fn a_tolerance_is_added_exactly_and_to_each_edge_by_itself() {
        let by = |bound, tolerance| Requirement::with_tolerance(bound, tolerance).unwrap();
        // 28 digits do not hold these limits: 12345678 ± 6 · 10⁻²².
        let (small, limit) = (dec!(0.0000000000000000000006), dec!(12345678));
        let (above, below) = (
            dec!(12345678.000000000000000000001),
            dec!(12345677.999999999999999999999),
        );
        for (bound, inside, outside) in [
            (Bound::AtMost(limit), limit, above),
            (Bound::LessThan(limit), limit, above),
            (Bound::AtLeast(limit), limit, below),
            (Bound::MoreThan(limit), limit, below),
        ] {
            assert_eq!(by(bound, small).is_met_by(inside), Met::Yes, "{bound}");
            assert_eq!(by(bound, small).is_met_by(outside), Met::No, "{bound}");
        }
        // Beyond the last decimal every one counts, and the other edge keeps its tolerance.
        let band = by(Bound::within(Decimal::MIN, dec!(10)).unwrap(), dec!(1));
        for (value, met) in [(Decimal::MIN, true), (dec!(11), true), (dec!(11.1), false)] {
            assert_eq!(band.is_met_by(value), if met { Met::Yes } else { Met::No }, "{value}");
        }
        for bound in [Bound::AtMost(Decimal::MAX), Bound::LessThan(Decimal::MAX)] {
            assert_eq!(by(bound, Decimal::MAX).is_met_by(Decimal::MAX), Met::Yes, "{bound}");
        }
        assert_eq!(
            by(Bound::MoreThan(Decimal::MIN), dec!(1)).is_met_by(Decimal::MIN),
            Met::Yes
        );
    }

    #[test]
    fn a_tolerance_below_zero_is_refused() {
        assert_eq!(
            Requirement::with_tolerance(Bound::AtLeast(dec!(1)), dec!(-1))
                .unwrap_err()
                .to_string(),
            "a tolerance is zero or more, got -1"
        );
    }
}
