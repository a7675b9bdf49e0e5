//! Where the numbers lie that a rule is told, and what is right where one does not.

use alloc::format;
use alloc::string::String;

use rust_decimal::Decimal;

use super::error::{Refusal, RuleError, within};

/// The most that a class can begin at where 1 is all of what is promised, or due: more is per cent.
pub(super) const MOST_OF_ALL: Decimal = Decimal::TEN;

/// Where a number lies.
#[derive(Debug, Clone, Copy)]
pub(super) enum Range {
    AboveZero,
    /// Anything else than 0.
    NotZero,
    /// From 0 to 1.
    Share,
    /// Above 0, and 1 at most.
    ProperShare,
    /// So far from 0 at most, on either side.
    Within(Decimal),
}

impl Range {
    /// Whether a number lies here.
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

    /// The end of a message that names the number that was probably meant instead of one that does not lie here.
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

    /// Refuses a number that does not lie here, by the name of its setting in documents and what that says.
    pub(super) fn check(self, setting: &'static str, says: &'static str, found: Decimal) -> Result<(), RuleError> {
        if self.admits(found) {
            return Ok(());
        }
        Err(out_of_range(setting, says, found, self.mended(found)))
    }
}

/// Numbers by the names of their settings in documents, each with where it lies and what it says.
pub(super) type Numbers<'a> = &'a [(&'static str, Option<Decimal>, Range, &'static str)];

/// Fails for the first number that does not lie where it should.
pub(super) fn all_in_range(numbers: Numbers<'_>) -> Result<(), Refusal> {
    numbers.iter().try_for_each(|&(setting, number, range, says)| {
        let checked = number.map_or(Ok(()), |number| range.check(setting, says, number));
        within(setting, checked)
    })
}

/// A number that its setting cannot mean, with the end of a message that says what was probably meant.
pub(super) fn out_of_range(
    setting: &'static str,
    says: &'static str,
    found: Decimal,
    mend: impl Into<String>,
) -> RuleError {
    let mend = mend.into();
    RuleError::OutOfRange {
        setting,
        says,
        found,
        mend,
    }
}
