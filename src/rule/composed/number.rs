//! Arithmetic that answers with a reason instead of a panic, and the digits that are shown and decided by.

use core::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::dec;
use crate::evidence::{Fact, Reason};
use crate::exact::Real;
use crate::growth::GrowthError;

/// Numbers are shown to this many decimals, half-even.
const SHOWN: u32 = 12;

/// The unit of their last place.
pub(super) const SMALLEST_SHOWN: Decimal = dec!(0.000000000001);

const OVERFLOW: Reason = Reason::Growth {
    error: GrowthError::Overflow,
};

pub(super) fn sum(one: Decimal, two: Decimal) -> Fact<Decimal> {
    one.checked_add(two).ok_or(OVERFLOW)
}

pub(super) fn difference(one: Decimal, two: Decimal) -> Fact<Decimal> {
    one.checked_sub(two).ok_or(OVERFLOW)
}

pub(super) fn product(one: Decimal, two: Decimal) -> Fact<Decimal> {
    one.checked_mul(two).ok_or(OVERFLOW)
}

/// One ÷ two; nothing can be measured by a way of no length.
pub(super) fn quotient(one: Decimal, two: Decimal) -> Fact<Decimal> {
    if two.is_zero() {
        return Err(Reason::NoWay);
    }
    one.checked_div(two).ok_or(OVERFLOW)
}

/// With the sign turned round.
pub(super) fn negated(number: Decimal) -> Decimal {
    // Decimals are symmetric, so this cannot fail.
    Decimal::ZERO.checked_sub(number).unwrap_or_default()
}

/// `None` without numbers, or if their sum is too large.
pub(super) fn mean(numbers: &[Decimal]) -> Option<Decimal> {
    let mut total = Decimal::ZERO;
    for number in numbers {
        total = total.checked_add(*number)?;
    }
    total.checked_div(Decimal::from(numbers.len()))
}

pub(super) fn shown(number: Decimal) -> Decimal {
    number.round_dp(SHOWN).normalize()
}

/// Half away from zero, as health statistics round. `shown` is the decimal nearest to the number; where it lies in the middle between two, the
/// exact number may lie beside it, and `side` tells on which side of it.
pub(super) fn rounded(shown: Decimal, decimals: u8, side: impl FnOnce(Decimal) -> Ordering) -> Decimal {
    let decimals = u32::from(decimals);
    let away = shown.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let towards = shown.round_dp_with_strategy(decimals, RoundingStrategy::MidpointTowardZero);
    let is_nearer_to_zero = || match side(shown) {
        Ordering::Less => shown > Decimal::ZERO,
        Ordering::Greater => shown < Decimal::ZERO,
        Ordering::Equal => false,
    };
    if away != towards && is_nearer_to_zero() {
        towards
    } else {
        away
    }
}

/// A number as it decides, and as it is shown: the decimal nearest to it.
#[derive(Debug, Clone)]
pub(super) struct Number<T = Real> {
    pub(super) shown: Decimal,
    pub(super) exact: T,
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        Self {
            shown: decimal,
            exact: Real::from(decimal),
        }
    }
}

impl Number {
    pub(super) fn of(exact: Real) -> Fact<Self> {
        let shown = exact.rounded()?;
        Ok(Self { shown, exact })
    }

    pub(super) fn rounded(&self, decimals: u8) -> Self {
        let side = |middle| self.exact.cmp(&Real::from(middle));
        Self::from(rounded(self.shown, decimals, side))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_beside_a_middle_is_not_mistaken_for_it() {
        for (shown, side, expected) in [
            (dec!(0.25), Ordering::Equal, dec!(0.3)),
            (dec!(0.25), Ordering::Less, dec!(0.2)),
            (dec!(0.25), Ordering::Greater, dec!(0.3)),
            (dec!(-0.25), Ordering::Equal, dec!(-0.3)),
            (dec!(-0.25), Ordering::Less, dec!(-0.3)),
            (dec!(-0.25), Ordering::Greater, dec!(-0.2)),
            (dec!(0.26), Ordering::Less, dec!(0.3)),
            (dec!(0), Ordering::Equal, dec!(0)),
        ] {
            assert_eq!(rounded(shown, 1, |_| side), expected, "{shown} {side:?}");
        }
    }
}
