//! The difference and the quotient of two numbers, or why there is none.

use rust_decimal::Decimal;

use crate::exact::Real;
use crate::growth::GrowthError;
use crate::progress::{Fact, Missing};

/// `one` ÷ `other`, to 12 decimals, half-even; an error where `other` is 0, or no decimal holds the result.
pub(crate) fn quotient(one: &Real, other: &Real) -> Fact<Decimal> {
    Ok(one.quotient(other).ok_or(Missing::DividedByZero)??)
}

/// `one` ÷ `other`, to 12 decimals, half-even, of two decimals.
pub(crate) fn ratio(one: Decimal, other: Decimal) -> Fact<Decimal> {
    quotient(&one.into(), &other.into())
}

/// A value ÷ the whole of which it is a part, to 12 decimals. An error if one of the two is below zero: of two negative
/// numbers the worse one would look like more than the whole.
pub(super) fn part_of(value: Decimal, whole: Decimal) -> Fact<Decimal> {
    if value < Decimal::ZERO || whole < Decimal::ZERO {
        return Err(Missing::NegativeParts);
    }
    ratio(value, whole)
}

/// `one` − `other`.
pub(super) fn difference(one: Decimal, other: Decimal) -> Fact<Decimal> {
    one.checked_sub(other).ok_or(GrowthError::Overflow.into())
}
