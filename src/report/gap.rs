//! How far a figure lies from its path or its limit, as the headline tells it.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::cell::Style;
use super::facts::bound_of_values;
use super::movement::upwards;
use super::number::{self, PLACES_OF_GROWTH};
use super::words::{Label, Phrase};
use crate::assessment::Assessment;
use crate::evidence::{Evidence, Ground, Reason};
use crate::plan::{MeasuredBy, Target};
use crate::value::arithmetic::negated;

/// The words on how far the figure lies above or below the path, or the limit that is held all along: of things that
/// come one by one, from the whole number that decides. Empty if there is no such distance, and if the rule measured a
/// number of its own, unless the distance is from a limit.
pub(super) fn gap_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let facts = &assessment.evidence;
    // A budget that is used up is beyond its limit, and no more beside its path.
    let excess = facts
        .remaining
        .ok()
        .filter(|left| target.goal().is_budget() && *left < Decimal::ZERO);
    let is_limit = excess.is_some() || expects_limit(facts, target);
    let told = excess
        .map(negated)
        .or_else(|| gap_that_decides(assessment))
        .filter(|_| is_limit || assessment.verdict.measured.is_none());
    let Some(gap) = told else {
        return String::new();
    };
    let amount = &match target.goal().measured_by() {
        // As the growth in all is told.
        MeasuredBy::YearlyRates => number::points_of_growth(gap.abs(), PLACES_OF_GROWTH, style.language),
        MeasuredBy::Levels => style.difference(gap.abs(), target),
    };
    let is_above = match upwards(gap, target) {
        gap if gap.is_zero() && is_limit => return Label::AtLimit.words(style.language).to_string(),
        gap if gap.is_zero() => return Label::OnPath.words(style.language).to_string(),
        gap => gap > Decimal::ZERO,
    };
    let phrase = match (is_limit, is_limit && is_floor(facts, target), is_above) {
        (false, _, true) => Phrase::AbovePath { amount },
        (false, _, false) => Phrase::BelowPath { amount },
        (true, true, true) => Phrase::AboveFloor { amount },
        (true, true, false) => Phrase::BelowFloor { amount },
        (true, false, true) => Phrase::AboveLimit { amount },
        (true, false, false) => Phrase::BelowLimit { amount },
    };
    phrase.words(style.language)
}

/// Observed − expected, as it decides: of things that come one by one, from the whole number that is to be reached, if
/// the pace decided. A limit and the goal itself are no whole numbers because of that.
fn gap_that_decides(assessment: &Assessment) -> Option<Decimal> {
    let facts = &assessment.evidence;
    let (expected, gap) = (facts.expected.ok()?, facts.gap.ok()?);
    let is_by_pace = matches!(
        assessment.verdict.reason,
        Reason::Ground(Ground::Pace | Ground::NothingDueYet)
    );
    match facts.expected_to_decide {
        Ok(to_reach) if is_by_pace => gap.checked_add(expected.checked_sub(to_reach)?),
        _ => Some(gap),
    }
}

/// Whether the limit that is expected at the figure may not be fallen below. A rank falls as its number rises.
fn is_floor(facts: &Evidence, target: &Target) -> bool {
    let bound = bound_of_values(target, facts);
    let [low, high] = bound.map_or([None, None], |bound| [bound.low(), bound.high()]);
    let lowest = if target.is_of_rank() { high } else { low };
    lowest.is_some() && lowest == facts.expected.ok()
}

/// Whether the value that is expected at the figure is the limit itself. So it is for a limit that is held all along,
/// and for any limit at its deadline.
fn expects_limit(facts: &Evidence, target: &Target) -> bool {
    let bound = bound_of_values(target, facts).filter(|_| facts.is_limit);
    let limits = bound.map_or([None, None], |bound| [bound.low(), bound.high()]);
    facts.expected.is_ok_and(|expected| limits.contains(&Some(expected)))
}
