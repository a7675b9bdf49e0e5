//! Arithmetic that answers with a reason instead of a panic, and the digits that are shown and decided by.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::evidence::{Fact, Reason};
use crate::growth::GrowthError;

/// Numbers are shown to this many decimals, half-even.
const SHOWN: u32 = 12;

/// Numbers are cut at this many decimals, half-even. Rates are the nearest decimals of 28, so that a number that lies on a cut by
/// its definition is on it after a few operations too, and what differs in the twentieth decimal is told apart.
const DECIDED: u32 = 20;

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

pub(super) fn decided(number: Decimal) -> Decimal {
    number.round_dp(DECIDED)
}

/// Half away from zero, as health statistics round.
pub(super) fn rounded(number: Decimal, decimals: u8) -> Decimal {
    number.round_dp_with_strategy(u32::from(decimals), RoundingStrategy::MidpointAwayFromZero)
}
