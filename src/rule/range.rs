//! The ranges of the numbers in a rule, and the messages for numbers outside of them.

use alloc::format;
use alloc::string::String;

use rust_decimal::Decimal;

use super::error::{Refusal, RuleError, within};

/// The greatest number at which a class can begin where 1 is all that is promised, or due. A greater one is probably
/// meant in percent.
pub(super) const MOST_OF_ALL: Decimal = Decimal::TEN;

/// A range of numbers.
#[derive(Debug, Clone, Copy)]
pub(super) enum Range {
    AboveZero,
    /// Any number but 0.
    NotZero,
    /// From 0 to 1.
    Share,
    /// Above 0, and 1 at most.
    ProperShare,
    /// At most this far from 0, on either side.
    Within(Decimal),
}

impl Range {
    /// Whether a number lies in the range.
    fn admits(self, number: Decimal) -> bool {
        let is_above_zero = number > Decimal::ZERO;
        match self {
            Self::AboveZero => is_above_zero,
            Self::NotZero => !number.is_zero(),
            Self::Share => (is_above_zero || number.is_zero()) && number <= Decimal::ONE,
            Self::ProperShare => is_above_zero && number <= Decimal::ONE,
            Self::Within(most) => number.abs() <= most,
        }
    }

    /// The end of a message that proposes another number for one outside of the range: without its sign, or divided by
    /// 100. Empty if neither lies in the range.
    fn mended(self, number: Decimal) -> String {
        let turned = number.abs();
        let part = number.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default().normalize();
        if self.admits(turned) {
            format!("; write {turned}")
        } else if !matches!(self, Self::AboveZero) && self.admits(part) && !part.is_zero() {
            format!("; write {part} for {number} %")
        } else {
            String::new()
        }
    }

    /// Refuses a number outside of the range. The message has the name of the setting in documents, and says what is
    /// `allowed` there ("is a rate per year …").
    pub(super) fn check(self, setting: &'static str, allowed: &'static str, found: Decimal) -> Result<(), RuleError> {
        if self.admits(found) {
            return Ok(());
        }
        Err(out_of_range(setting, allowed, found, self.mended(found)))
    }
}

/// Numbers, each as: the name of its setting in documents, the number if it is set, its range, and words for what is
/// allowed.
pub(super) type Numbers<'a> = &'a [(&'static str, Option<Decimal>, Range, &'static str)];

/// Fails for the first number that is set and lies outside of its range.
pub(super) fn all_in_range(numbers: Numbers<'_>) -> Result<(), Refusal> {
    numbers.iter().try_for_each(|&(setting, number, range, allowed)| {
        let checked = number.map_or(Ok(()), |number| range.check(setting, allowed, number));
        within(setting, checked)
    })
}

/// The error for a number that is not allowed: `allowed` says what is, and `mend` is the end of the message, with a
/// proposal or empty.
pub(super) fn out_of_range(
    setting: &'static str,
    allowed: &'static str,
    found: Decimal,
    mend: impl Into<String>,
) -> RuleError {
    let mend = mend.into();
    RuleError::OutOfRange {
        setting,
        says: allowed,
        found,
        mend,
    }
}
