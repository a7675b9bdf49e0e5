//! The difference and the quotient of two numbers, or why there is none.

use rust_decimal::Decimal;

use crate::exact::Real;
use crate::growth::GrowthError;
use crate::progress::{Fact, Missing};

/// The quotient of two exact numbers, to 12 decimals, half-even; an error if the divisor is 0, or no decimal holds the
/// result.
pub(crate) fn quotient(dividend: &Real, divisor: &Real) -> Fact<Decimal> {
    Ok(dividend.quotient(divisor).ok_or(Missing::DividedByZero)??)
}

/// The quotient of two decimals, to 12 decimals, half-even; an error if the divisor is 0, or no decimal holds the
/// result.
pub(crate) fn ratio(dividend: Decimal, divisor: Decimal) -> Fact<Decimal> {
    quotient(&dividend.into(), &divisor.into())
}

/// A value ÷ the whole of which it is a part, to 12 decimals. An error if one of the two is below zero: of two negative
/// numbers the worse one would look like more than the whole.
pub(super) fn part_of(value: Decimal, whole: Decimal) -> Fact<Decimal> {
    if value < Decimal::ZERO || whole < Decimal::ZERO {
        return Err(Missing::NegativeParts);
    }
    ratio(value, whole)
}

/// `one` − `other`; an error where no decimal holds the result.
pub(super) fn difference(one: Decimal, other: Decimal) -> Fact<Decimal> {
    one.checked_sub(other).ok_or(GrowthError::Overflow.into())
}
