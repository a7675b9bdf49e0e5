//! Sums, differences and products of decimals, where what no decimal holds is said or moved to one side.

use core::cmp::Ordering;

use num_bigint::BigInt;
use rust_decimal::Decimal;

/// `mantissa` ÷ 10^`scale` as a decimal with `scale` places, without zeros beyond the places that a decimal holds;
/// `None` if it has other digits there, or too many digits.
pub(crate) fn decimal_of(mut mantissa: i128, mut scale: i64) -> Option<Decimal> {
    let most = i64::from(Decimal::MAX_SCALE);
    if mantissa == 0 {
        scale = scale.clamp(0, most);
    }
    // Zeros beyond what a decimal holds say nothing.
    while scale > most && mantissa.checked_rem(10) == Some(0) {
        (mantissa, scale) = (mantissa.checked_div(10)?, scale.checked_sub(1)?);
    }
    if let Ok(scale) = u32::try_from(scale) {
        return Decimal::try_from_i128_with_scale(mantissa, scale).ok();
    }
    let tens = 10_i128.checked_pow(u32::try_from(scale.checked_neg()?).ok()?)?;
    Decimal::try_from_i128_with_scale(mantissa.checked_mul(tens)?, 0).ok()
}

/// The sum of two decimals if it is exact; `None` if it has more digits than a decimal holds, where the operators of
/// `rust_decimal` would round without a word.
pub(crate) fn exact_sum(one: Decimal, two: Decimal) -> Option<Decimal> {
    let (one, two) = (one.normalize(), two.normalize());
    let sum = one.checked_add(two)?;
    (sum.scale() >= one.scale().max(two.scale())).then_some(sum)
}

/// The exact sum of two published numbers, with as many decimals as the one that has more: zeros at its end are kept.
/// `None` if no decimal holds it.
pub(crate) fn sum_as_published(one: Decimal, two: Decimal) -> Option<Decimal> {
    let mut sum = exact_sum(one, two)?;
    sum.rescale(one.scale().max(two.scale()));
    Some(sum)
}

/// The product of two decimals if it is exact; `None` if it has more digits than a decimal holds.
pub(crate) fn exact_product(one: Decimal, two: Decimal) -> Option<Decimal> {
    let (one, two) = (one.normalize(), two.normalize());
    let product = one.checked_mul(two)?;
    let is_exact = one.is_zero() || two.is_zero() || product.scale() == one.scale().saturating_add(two.scale());
    is_exact.then_some(product)
}

/// The greatest decimal that does not lie above the sum of two: the sum itself, if a decimal holds it; the least
/// decimal, if the sum lies below all decimals.
pub(crate) fn sum_or_below(one: Decimal, two: Decimal) -> Decimal {
    exact_sum(one, two).unwrap_or_else(|| below_sum(one, two))
}

/// The least decimal that does not lie below the difference of two: the difference itself, if a decimal holds it; the
/// greatest decimal, if the difference lies above all decimals.
pub(crate) fn difference_or_above(one: Decimal, two: Decimal) -> Decimal {
    negated(sum_or_below(negated(one), two))
}

/// The value with the other sign. Every decimal has one.
pub(crate) fn negated(value: Decimal) -> Decimal {
    Decimal::ZERO.checked_sub(value).unwrap_or_default()
}

/// The greatest decimal that is not above a sum with more digits than one holds. All scales are tried: the largest
/// decimal of a fine one may end below the sum, and yet lie nearer to it than what a coarser one holds.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
fn below_sum(one: Decimal, two: Decimal) -> Decimal {
    let power = |digits: u32| BigInt::from(10_u32).pow(digits);
    let in_smallest_units =
        |value: Decimal| BigInt::from(value.mantissa()) * power(Decimal::MAX_SCALE.saturating_sub(value.scale()));
    let sum = in_smallest_units(one) + in_smallest_units(two);
    let of_scale = |scale: u32| {
        let unit = power(Decimal::MAX_SCALE.saturating_sub(scale));
        let mantissa = floor(&sum, &unit).min(BigInt::from(Decimal::MAX.mantissa()));
        Decimal::try_from_i128_with_scale(i128::try_from(mantissa).ok()?, scale).ok()
    };
    (0..=Decimal::MAX_SCALE)
        .filter_map(of_scale)
        .max()
        .unwrap_or(Decimal::MIN)
}

/// The greatest whole number that is not above a quotient. The denominator is above zero.
#[expect(clippy::arithmetic_side_effects, reason = "big integers grow instead of overflowing")]
pub(crate) fn floor(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    // Division of big integers cuts off towards zero.
    let quotient = numerator / denominator;
    if &quotient * denominator > *numerator {
        quotient - 1_u32
    } else {
        quotient
    }
}

/// The decimal half a unit of the last digit of `value` lower or higher, by `side`: a number that was rounded to
/// `value` lies no farther off. `None` if that has too many digits.
pub(crate) fn half_a_unit_aside(value: Decimal, side: Ordering) -> Option<Decimal> {
    let half = Decimal::try_new(5, value.scale().saturating_add(1)).ok()?;
    match side {
        Ordering::Less => value.checked_sub(half),
        Ordering::Equal => Some(value),
        Ordering::Greater => value.checked_add(half),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn a_sum_is_exact_or_none() {
        for (one, two, sum) in [
            (dec!(0.1), dec!(0.20), Some(dec!(0.3))),
            (dec!(0.5), dec!(0.5), Some(dec!(1))),
            (Decimal::MAX, dec!(-1), Some(dec!(79228162514264337593543950334))),
            (
                dec!(7922816251426433759354395033),
                dec!(0.5),
                Some(dec!(7922816251426433759354395033.5)),
            ),
            (dec!(79228162514264337593543950335), dec!(0.5), None),
            (dec!(10000000000000000000000000000), dec!(0.25), None),
            (Decimal::MAX, dec!(1), None),
        ] {
            assert_eq!(exact_sum(one, two), sum, "{one} + {two}");
        }
    }

    #[test]
    fn what_no_decimal_holds_is_moved_to_the_next_one_inside() {
        let tiny = dec!(0.0000000000000000000000000001);
        let finest = Decimal::from_i128_with_scale(Decimal::MAX.mantissa(), 28);
        for (one, two, below) in [
            (dec!(1), dec!(2), dec!(3)),
            (dec!(12345678), dec!(0.0000000000000000000000006), dec!(12345678)),
            (
                dec!(12345678),
                dec!(0.0000000000000000000016),
                dec!(12345678.000000000000000000001),
            ),
            (dec!(-12345678), tiny, dec!(-12345678)),
            (
                dec!(-12345678),
                dec!(-0.0000000000000000000000000001),
                dec!(-12345678.000000000000000000001),
            ),
            // 2⁹⁶ − 1 units of a finer scale lie nearer than what the coarser one holds.
            (finest, tiny, finest),
            (
                finest,
                dec!(0.0000000000000000000000000009),
                dec!(7.922816251426433759354395034),
            ),
            (Decimal::MAX, dec!(1), Decimal::MAX),
            (Decimal::MIN, dec!(-1), Decimal::MIN),
            (Decimal::MIN, tiny, Decimal::MIN),
        ] {
            assert_eq!(sum_or_below(one, two), below, "{one} + {two}");
            assert_eq!(difference_or_above(negated(one), two), negated(below), "-{one} - {two}");
        }
    }
}
