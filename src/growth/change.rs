//! Linear change: the same amount in the same time.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{GrowthError, positive_span};
use crate::exact::Real;
use crate::value::Years;

/// The change per year, in units, that leads from one value to another on a straight line.
///
/// ```text
/// (to − from) ÷ over
/// ```
///
/// `over` is in years, the result in the unit of the values, per year. Any signs will do. Rounded once.
///
/// # Errors
///
/// - [`GrowthError::EmptySpan`], [`GrowthError::NegativeSpan`] unless time passes;
/// - [`GrowthError::Overflow`] if the result exceeds the largest decimal;
/// - [`GrowthError::Underflow`] if there is a change, and it is nearer to 0 than to any other decimal.
///
/// # Examples
///
/// ```
/// use milepost::{Years, dec, growth};
///
/// // Ten more office buildings in the last year; a rate that falls from 5.6 % to 5 % in a year and a half; 0.9 of 2.5
/// // billion dollars are there, and two and a half years are left for the rest.
/// assert_eq!(growth::change_per_year(dec!(40), dec!(50), Years::whole(1))?, dec!(10));
/// assert_eq!(growth::change_per_year(dec!(5.6), dec!(5), Years::months(18))?, dec!(-0.4));
/// assert_eq!(growth::change_per_year(dec!(0.9), dec!(2.5), Years::months(30))?, dec!(0.64));
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn change_per_year(from: Decimal, to: Decimal, over: Years) -> Result<Decimal, GrowthError> {
    ConstantChange::new(from, to, over)?.change_per_year()
}

/// How much of the way is done on a straight line.
///
/// ```text
/// (at − from) ÷ (to − from)
/// ```
///
/// Any signs will do, and the way may lead down. Rounded once, half-even, to 12 decimals (to fewer, if a very large
/// share leaves no room for 12): for showing, no verdict reads it. Below 0 on the wrong side of `from`, above 1 beyond
/// `to`.
///
/// # Errors
///
/// - [`GrowthError::NoDistance`] if `from` and `to` are the same;
/// - [`GrowthError::Overflow`] if the share exceeds the largest decimal.
///
/// # Examples
///
/// ```
/// use milepost::{dec, growth};
///
/// assert_eq!(growth::share_of_way(dec!(5.6), dec!(5.3), dec!(5))?, dec!(0.5));
/// assert_eq!(growth::share_of_way(dec!(40), dec!(40), dec!(50))?, dec!(0));
/// assert_eq!(growth::share_of_way(dec!(-2), dec!(-3), dec!(4))?, dec!(-0.166666666667));
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn share_of_way(from: Decimal, at: Decimal, to: Decimal) -> Result<Decimal, GrowthError> {
    let start = Real::from(from);
    let (part, whole) = (Real::from(at).minus(&start), Real::from(to).minus(&start));
    let share = part.quotient(&whole).ok_or(GrowthError::NoDistance { value: from })?;
    Ok(share?)
}

/// Change by the same amount in the same time: by `to − from` every `over`, on a straight line.
///
/// # Examples
///
/// ```
/// use core::cmp::Ordering;
///
/// use milepost::{Years, dec, growth::ConstantChange};
///
/// // From 28 to 50 buildings in five years; 40 were there after four.
/// let path = ConstantChange::new(dec!(28), dec!(50), Years::whole(5))?;
/// assert_eq!(path.change_per_year()?, dec!(4.4));
/// assert_eq!(path.project(dec!(28), Years::whole(4))?, dec!(45.6));
/// assert_eq!(path.compare([dec!(28), dec!(40)], Years::whole(4), dec!(1)), Ordering::Less);
/// # Ok::<(), milepost::growth::GrowthError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ConstantChange {
    from: Decimal,
    to: Decimal,
    /// Units of time, above zero.
    over: u64,
}

impl ConstantChange {
    /// The change that leads from one value to the other in that time.
    ///
    /// # Errors
    ///
    /// [`GrowthError::EmptySpan`], [`GrowthError::NegativeSpan`] unless time passes.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::growth::{ConstantChange, GrowthError};
    /// use milepost::{Years, dec};
    ///
    /// // 19.4 km of riverfront in five years: 3.88 km a year.
    /// let riverfront = ConstantChange::new(dec!(0), dec!(19.4), Years::whole(5))?;
    /// assert_eq!(riverfront.change_per_year()?, dec!(3.88));
    /// assert_eq!(ConstantChange::new(dec!(0), dec!(19.4), Years::ZERO).err(), Some(GrowthError::EmptySpan));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn new(from: Decimal, to: Decimal, over: Years) -> Result<Self, GrowthError> {
        Ok(Self {
            from,
            to,
            over: positive_span(over)?,
        })
    }

    /// The change per year, in units, rounded once.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`] and [`GrowthError::Underflow`], as for [`change_per_year`].
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth::ConstantChange};
    ///
    /// // Unemployment from 6.2 % to 5.5 % in three years and a half: a fifth of a point a year, downwards.
    /// let path = ConstantChange::new(dec!(6.2), dec!(5.5), Years::months(42))?;
    /// assert_eq!(path.change_per_year()?, dec!(-0.2));
    /// # Ok::<(), milepost::growth::GrowthError>(())
    /// ```
    pub fn change_per_year(self) -> Result<Decimal, GrowthError> {
        Ok(self.change_in(Years::whole(1)).rounded_not_to_zero()?)
    }

    /// Where a value stands after changing for that time.
    ///
    /// ```text
    /// value + (to − from) × by ÷ over
    /// ```
    ///
    /// Rounded once. The time may be negative or zero, and a tiny result rounded to 0.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`] if the result exceeds the largest decimal.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth::ConstantChange};
    ///
    /// // From a deficit of 3 billion to a surplus of 1 billion in four years: after three it is gone, and one year
    /// // before the start it was 4 billion.
    /// let path = ConstantChange::new(dec!(-3), dec!(1), Years::whole(4))?;
    /// assert_eq!(path.project(dec!(-3), Years::whole(3))?, dec!(0));
    /// assert_eq!(path.project(dec!(-3), Years::whole(-1))?, dec!(-4));
    /// # Ok::<(), milepost::growth::GrowthError>(())
    /// ```
    pub fn project(self, value: Decimal, by: Years) -> Result<Decimal, GrowthError> {
        self.project_share(value, by, Decimal::ONE)
    }

    /// Where a value stands after a `share` of the change that the time `by` brings: the value at which a cut of 60 %
    /// lies, for a share of 0.6.
    ///
    /// ```text
    /// value + (to − from) × share × by ÷ over
    /// ```
    ///
    /// Rounded once. A tiny result can be rounded to 0.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`] if the result exceeds the largest decimal.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth::ConstantChange};
    ///
    /// // From 28 to 50 buildings in five years. Where 60 % of the way due after four is gone, there are 38.56.
    /// let path = ConstantChange::new(dec!(28), dec!(50), Years::whole(5))?;
    /// assert_eq!(path.project_share(dec!(28), Years::whole(4), dec!(0.6))?, dec!(38.56));
    /// # Ok::<(), milepost::growth::GrowthError>(())
    /// ```
    pub fn project_share(self, value: Decimal, by: Years, share: Decimal) -> Result<Decimal, GrowthError> {
        Ok(self.project_share_exactly(value, by, share).rounded()?)
    }

    /// How the change from `start` to `observed` compares with a `share` of the change that the time `by` brings.
    ///
    /// ```text
    /// observed − start   against   (to − from) × share × by ÷ over
    /// ```
    ///
    /// Decided exactly. For a falling change, `Less` is the side of the goal.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::cmp::Ordering;
    ///
    /// use milepost::{Years, dec, growth::ConstantChange};
    ///
    /// // Emissions from 840 to 420 kt in ten years. After a third of a year 826 kt are due, no more and no less.
    /// let path = ConstantChange::new(dec!(840), dec!(420), Years::whole(10))?;
    /// let after_four_months = |observed| path.compare([dec!(840), observed], Years::months(4), dec!(1));
    /// assert_eq!(after_four_months(dec!(826)), Ordering::Equal);
    /// assert_eq!(after_four_months(dec!(825.9999999999)), Ordering::Less, "on the side of the goal");
    /// # Ok::<(), milepost::growth::GrowthError>(())
    /// ```
    pub fn compare(self, [start, observed]: [Decimal; 2], by: Years, share: Decimal) -> Ordering {
        Real::from(observed).cmp(&self.project_share_exactly(start, by, share))
    }

    /// Where a value stands after a `share` of the change that the time `by` brings, exactly:
    /// `value + (to − from) × share × by ÷ over`.
    pub(crate) fn project_share_exactly(self, value: Decimal, by: Years, share: Decimal) -> Real {
        Real::from(value).plus(&self.change_in(by).times(&Real::from(share)))
    }

    /// The change that the time `by` brings, `(to − from) × by ÷ over`, exactly.
    fn change_in(self, by: Years) -> Real {
        let change = Real::from(self.to).minus(&Real::from(self.from));
        change.times(&Real::of_units(by.units(), self.over))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;

    const SMALLEST: Decimal = dec!(0.0000000000000000000000000001);

    #[test]
    fn straight_lines_are_defined_for_any_signs() {
        for (from, to, months, expected) in [
            (dec!(40), dec!(50), 12, Ok(dec!(10))),
            (dec!(-2), dec!(4), 36, Ok(dec!(2))),
            (dec!(0), dec!(1), 36, Ok(dec!(0.3333333333333333333333333333))),
            (dec!(5), dec!(5), 7, Ok(dec!(0))),
            (dec!(5.6), dec!(5), 18, Ok(dec!(-0.4))),
            (Decimal::MIN, Decimal::MAX, 12, Err(GrowthError::Overflow)),
            (Decimal::MIN, Decimal::MAX, 24, Ok(Decimal::MAX)),
            (dec!(0), SMALLEST, 36, Err(GrowthError::Underflow)),
            (dec!(0), dec!(1), 0, Err(GrowthError::EmptySpan)),
            (
                dec!(0),
                dec!(1),
                -6,
                Err(GrowthError::NegativeSpan {
                    over: Years::months(-6),
                }),
            ),
        ] {
            assert_eq!(
                change_per_year(from, to, Years::months(months)),
                expected,
                "{from} → {to}"
            );
        }
    }

    #[test]
    fn the_share_of_a_straight_way() {
        for (from, at, to, expected) in [
            (dec!(0), dec!(1), dec!(3), Ok(dec!(0.333333333333))),
            (dec!(10), dec!(5), dec!(0), Ok(dec!(0.5))),
            (dec!(-1), dec!(2), dec!(1), Ok(dec!(1.5))),
            (dec!(0), dec!(0.0000000000005), dec!(1), Ok(dec!(0))),
            (dec!(0), dec!(0.0000000000015), dec!(1), Ok(dec!(0.000000000002))),
            (
                dec!(7.0),
                dec!(2),
                dec!(7),
                Err(GrowthError::NoDistance { value: dec!(7) }),
            ),
            (dec!(0), Decimal::MAX, SMALLEST, Err(GrowthError::Overflow)),
            (
                dec!(0),
                dec!(79228162514264337593543.950335),
                dec!(0.000001),
                Ok(Decimal::MAX),
            ),
        ] {
            assert_eq!(share_of_way(from, at, to), expected, "{from} {at} {to}");
        }
    }

    #[test]
    fn lines_are_compared_exactly() {
        // A third of the way is no decimal; the nearest one lies below it.
        let third = ConstantChange::new(dec!(0), dec!(1), Years::whole(3)).unwrap();
        let below = dec!(0.3333333333333333333333333333);
        for (observed, share, expected) in [
            (below, dec!(1), Ordering::Less),
            (dec!(0.3333333333333333333333333334), dec!(1), Ordering::Greater),
            (dec!(0.2), dec!(0.6), Ordering::Equal),
            (dec!(-0.2), dec!(-0.6), Ordering::Equal),
        ] {
            assert_eq!(third.compare([dec!(0), observed], Years::whole(1), share), expected);
        }
        assert_eq!(third.project(dec!(0), Years::whole(1)), Ok(below));
        let longest = ConstantChange::new(Decimal::MIN, Decimal::MAX, Years::from_units(1)).unwrap();
        assert_eq!(
            longest.compare([Decimal::MAX, Decimal::MIN], Years::from_units(i64::MIN), Decimal::MAX),
            Ordering::Greater
        );
        assert_eq!(
            longest.project_share(Decimal::MAX, Years::from_units(i64::MAX), Decimal::MIN),
            Err(GrowthError::Overflow)
        );
    }

    proptest! {
        /// What is projected onto the line lies on it, where the line meets a decimal.
        #[test]
        fn a_projected_value_is_on_the_line(from in -1_000_000_i64..1_000_000,
            step in -10_000_i64..10_000,
            years in 1_i32..60,
            by in -60_i32..60,
        ) {
            let (from, to) = (Decimal::new(from, 2), Decimal::new(step.wrapping_mul(i64::from(years)).wrapping_add(from), 2));
            let line = ConstantChange::new(from, to, Years::whole(years)).unwrap();
            let at = line.project(from, Years::whole(by)).unwrap();
            prop_assert_eq!(line.compare([from, at], Years::whole(by), Decimal::ONE), Ordering::Equal);
        }
    }
}
