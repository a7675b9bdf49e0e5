//! Checks that the numbers of a rule and of its parameters are in their ranges.

use rust_decimal::Decimal;

use super::method::{Base, Method, Rounding, Window};
use super::parameters::Parameters;
use super::progress::Progress;
use super::scale::Scale;
use crate::rule::error::{Refusal, RuleError, within};
use crate::rule::range::{MOST_OF_ALL, Range, all_in_range, out_of_range};

/// Checks that the numbers of a method are in their ranges; those of its scales and parameters are checked elsewhere.
pub(super) fn check_numbers(method: &Method) -> Result<(), Refusal> {
    check_counts(method.window, method.base, method.rounding)?;
    check_schedule(&method.schedule)?;
    let (exponent, zero_as) = (method.natural_limit_exponent, method.zero_as);
    all_in_range(&[
        ("natural_limit_exponent", exponent, Range::AboveZero, "is above 0"),
        ("zero_as", zero_as, Range::AboveZero, "stands in for 0 and is above it"),
    ])
}

/// Checks the numbers of an indicator's parameters: the required movement per year is above 0 (and at most 1, unless
/// the rule requires it in units), and the best value is another than the worst.
pub(super) fn check_parameter_numbers(all: &Parameters, requires_units: bool) -> Result<(), Refusal> {
    let required = if requires_units {
        (
            Range::AboveZero,
            "is the movement per year towards the goal, and above 0 whichever way is better",
        )
    } else {
        (
            Range::ProperShare,
            "is the movement per year towards the goal, a fraction above 0 whichever way is better",
        )
    };
    all_in_range(&[("required", all.required, required.0, required.1)])?;
    match all.ends() {
        Some((lower, optimum)) if lower == optimum => {
            let allowed = "is the best value, and another one than the worst, `lower`";
            within("optimum", Err(out_of_range("optimum", allowed, optimum, "")))
        }
        _ => Ok(()),
    }
}

/// Refuses cuts outside of the range that makes sense for the measure of a scale.
pub(super) fn check_range_of_cuts(setting: &'static str, scale: &Scale, cuts: &[Decimal]) -> Result<(), RuleError> {
    match range_of_cuts(scale) {
        Some((range, allowed)) => cuts.iter().try_for_each(|cut| range.check(setting, allowed, *cut)),
        None => Ok(()),
    }
}

/// The range in which the cuts of a scale make sense, with the words for it in a message. `None` where any cut does: in
/// units, and if the scale has a factor of its own.
fn range_of_cuts(scale: &Scale) -> Option<(Range, &'static str)> {
    match scale.measures() {
        _ if scale.times.is_some() => None,
        Progress::Growth(growth) if growth.is_of_rates() => Some((
            Range::Within(Decimal::ONE),
            "is a rate per year, a fraction from -1 to 1 unless the scale has `times`",
        )),
        measure if measure.is_part_of_promised() => Some((
            Range::Within(MOST_OF_ALL),
            "is a part of what is promised, where 1 is all of it and 10 the most, unless the scale has `times`",
        )),
        _ => None,
    }
}

/// Checks a schedule: shares from 0 to 1, none below the one before it, and the last one 1.
fn check_schedule(shares: &[Decimal]) -> Result<(), Refusal> {
    let rule = "is the shares of the way that are due, from 0 to 1, none below the one before it, and the last one 1";
    let mut least = Decimal::ZERO;
    let last = shares.len().saturating_sub(1);
    for (index, &share) in shares.iter().enumerate() {
        let is_in_order = share >= least && (index < last || share == Decimal::ONE);
        let ordered = if is_in_order {
            Ok(())
        } else {
            Err(out_of_range("schedule", rule, share, ""))
        };
        let checked = Range::Share.check("schedule", rule, share).and(ordered);
        within(format_args!("schedule[{index}]"), checked)?;
        least = share;
    }
    Ok(())
}

/// Checks the whole numbers of a method: the years of the window, how far off its own year the base can lie, and the
/// decimals of roundings.
fn check_counts(window: Window, base: Base, rounding: Rounding) -> Result<(), Refusal> {
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
    within("window", of_window)?;
    let far = "is how many years beside its own the base can lie, 1 or more";
    let of_base = match base {
        Base::Nearest(0) => Err(out_of_range("nearest", far, Decimal::ZERO, "; write `exact`")),
        Base::EarlierThenLater(0) => {
            let mend = "; write `next_later`";
            Err(out_of_range("earlier_then_later", far, Decimal::ZERO, mend))
        }
        _ => Ok(()),
    };
    within("base", of_base)?;
    let decimals = |setting, decimals: Option<u8>| match decimals {
        Some(found) if u32::from(found) > Decimal::MAX_SCALE => {
            Err(out_of_range(setting, "is from 0 to 28 decimals", found.into(), ""))
        }
        _ => Ok(()),
    };
    let of_rounding = decimals("values", rounding.values).and(decimals("rates", rounding.rates));
    within("rounding", of_rounding)
}
