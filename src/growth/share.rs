//! How much of the way of a constant growth is done: shares of logarithms, rounded once to a decimal.

use rust_decimal::Decimal;

use super::{GrowthError, growth_ratio};
use crate::exact::{Prepared, share_of_logarithms};

/// How much of the way is done where the way is a constant growth: by the share of the logarithms.
///
/// ```text
/// ln(at ÷ from) ÷ ln(to ÷ from)
/// ```
///
/// On a path of constant growth this is the share of the time at which the path passes `at`. Rounded once, half-even,
/// to 12 decimals (to fewer, if a very large share leaves no room for 12): for showing, no verdict reads it. Below 0 on
/// the wrong side of `from`, above 1 beyond `to`.
///
/// # Errors
///
/// - [`GrowthError::Zero`], [`GrowthError::Crossing`], [`GrowthError::BothNegative`] unless all three values are above
///   0;
/// - [`GrowthError::NoDistance`] if `from` and `to` are the same;
/// - [`GrowthError::Overflow`] if the share exceeds the largest decimal.
///
/// # Sources
///
/// The progress of a cumulative rate as the statistics bureau of Qinghai computed it for the energy target of 2006 to
/// 2010: −4.87 % of −17 % is 26.8 % of the way, where a linear share would say 28.7 %.
///
/// # Examples
///
/// ```
/// use milepost::{dec, growth};
///
/// let share = growth::share_of_way_compound(dec!(1), dec!(0.9513), dec!(0.83))?;
/// assert_eq!(share.round_dp(3), dec!(0.268));
/// assert_eq!(growth::share_of_way_compound(dec!(1517.7), dec!(1781.8), dec!(2000))?, dec!(0.581363978976));
/// # Ok::<(), growth::GrowthError>(())
/// ```
pub fn share_of_way_compound(from: Decimal, at: Decimal, to: Decimal) -> Result<Decimal, GrowthError> {
    let (part, whole) = (growth_ratio(from, at)?, growth_ratio(from, to)?);
    let [part, whole] = [part, whole].map(Prepared::for_rounding);
    let share = share_of_logarithms(&part, &whole, (1, 1)).ok_or(GrowthError::NoDistance { value: from })?;
    Ok(share?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;
    use crate::exact::Real;

    /// The gross product of a plan, and the energy target of Qinghai, of which the statistics bureau published 26.8 %;
    /// more digits by mpmath.
    #[test]
    fn worked_shares() {
        for (from, at, to, share) in [
            (dec!(1517.7), dec!(1781.8), dec!(2000), dec!(0.581363978976)),
            (dec!(1), dec!(0.95127010596), dec!(0.83), dec!(0.268112202888)),
        ] {
            assert_eq!(share_of_way_compound(from, at, to), Ok(share), "{at}");
        }
        let share = share_of_way_compound(dec!(1517.7), dec!(1631.3), dec!(2000)).unwrap();
        assert_eq!(share.round_dp(4), dec!(0.2616));
    }

    #[test]
    fn shares_without_a_way() {
        assert_eq!(
            share_of_way_compound(dec!(5.0), dec!(6), dec!(5)),
            Err(GrowthError::NoDistance { value: dec!(5.0) })
        );
        assert_eq!(
            share_of_way_compound(dec!(5), dec!(0), dec!(6)),
            Err(GrowthError::Zero {
                from: dec!(5),
                to: dec!(0)
            })
        );
        assert_eq!(share_of_way_compound(dec!(5), dec!(5), dec!(4)), Ok(dec!(0)));
        assert_eq!(share_of_way_compound(dec!(2), dec!(0.25), dec!(4)), Ok(dec!(-3)));
        let next = dec!(1.0000000000000000000000000001);
        assert_eq!(
            share_of_way_compound(dec!(1), Decimal::MAX, next),
            Err(GrowthError::Overflow)
        );
    }

    proptest! {
        /// Whatever the digits, there is an answer or a named reason, and it is that of any two exact numbers.
        #[test]
        fn both_ways_agree(mantissas in prop::array::uniform3(1_i64..), scales in prop::array::uniform3(0_u32..=18)) {
            let [from, at, to] = [0, 1, 2].map(|at| Decimal::new(mantissas[at], scales[at]));
            prop_assume!(from != to);
            let [part, whole] = [at, to].map(|value| Real::logarithm_of(growth_ratio(from, value).unwrap()));
            let share = part.quotient(&whole).unwrap();
            prop_assert_eq!(share_of_way_compound(from, at, to), share.map_err(GrowthError::from));
        }
    }
}
