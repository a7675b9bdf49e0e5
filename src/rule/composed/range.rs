//! Where the numbers lie that a rule is told, and what is right where one does not.

use alloc::format;
use alloc::string::String;

use rust_decimal::Decimal;

use super::method::{Base, Rounding, Window};
use super::progress::Progress;
use super::scale::Scale;
use crate::rule::RuleError;
use crate::rule::located::{Located, within};

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
pub(super) fn all_in_range(numbers: Numbers<'_>) -> Result<(), Located<RuleError>> {
    numbers.iter().try_for_each(|&(setting, number, range, says)| {
        let checked = number.map_or(Ok(()), |number| range.check(setting, says, number));
        within(setting, checked.map_err(Located::from))
    })
}

/// Where the cuts of a scale lie, and what they say, where that can be told: in other units anything can be meant.
pub(super) fn range_of_cuts(scale: &Scale) -> Option<(Range, &'static str)> {
    match scale.measures() {
        _ if scale.times.is_some() => None,
        Progress::Growth(growth) if growth.is_of_rates() => Some((
            Range::Within(Decimal::ONE),
            "is a rate per year, a fraction from -1 to 1 unless the scale has `times`",
        )),
        measure if measure.is_part_of_promised() => Some((
            Range::Within(Decimal::TEN),
            "is a part of what is promised, where 1 is all of it and 10 the most, unless the scale has `times`",
        )),
        _ => None,
    }
}

/// Checks the shares of the way that are due at the ends of equal parts of the time.
pub(super) fn check_schedule(shares: &[Decimal]) -> Result<(), Located<RuleError>> {
    let says = "is the shares of the way that are due, from 0 to 1, none below the one before it, and the last one 1";
    let mut least = Decimal::ZERO;
    let last = shares.len().saturating_sub(1);
    for (index, &share) in shares.iter().enumerate() {
        let is_in_order = share >= least && (index < last || share == Decimal::ONE);
        let ordered = if is_in_order {
            Ok(())
        } else {
            Err(out_of_range("schedule", says, share, ""))
        };
        let checked = Range::Share.check("schedule", says, share).and(ordered);
        within(format_args!("schedule[{index}]"), checked.map_err(Located::from))?;
        least = share;
    }
    Ok(())
}

/// Checks how many years and decimals a method counts.
pub(super) fn check_counts(window: Window, base: Base, rounding: Rounding) -> Result<(), Located<RuleError>> {
    let of_window = match window {
        Window::LastYears { years, at_least } if at_least.max(1) > years => {
            let at_least = at_least.max(1);
            Err(RuleError::Window { years, at_least })
        }
        Window::SinceYear(year) if !(1..=9999).contains(&year) => {
            Err(out_of_range("since_year", "is a year from 1 to 9999", year.into(), ""))
        }
        _ => Ok(()),
    };
    within("window", of_window.map_err(Located::from))?;
    let far = "is how many years beside its own the base can lie, 1 or more";
    let of_base = match base {
        Base::Nearest(0) => Err(out_of_range("nearest", far, Decimal::ZERO, "; write `exact`")),
        Base::EarlierThenLater(0) => {
            let mend = "; write `next_later`";
            Err(out_of_range("earlier_then_later", far, Decimal::ZERO, mend))
        }
        _ => Ok(()),
    };
    within("base", of_base.map_err(Located::from))?;
    let decimals = |setting, decimals: Option<u8>| match decimals {
        Some(found) if u32::from(found) > Decimal::MAX_SCALE => {
            Err(out_of_range(setting, "is from 0 to 28 decimals", found.into(), ""))
        }
        _ => Ok(()),
    };
    let of_rounding = decimals("values", rounding.values).and(decimals("rates", rounding.rates));
    within("rounding", of_rounding.map_err(Located::from))
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
