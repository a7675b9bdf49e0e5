//! How far a figure lies from its path or its limit, as the headline tells it.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::cell::Style;
use super::facts::bound_of_values;
use super::number::{self, PLACES_OF_GROWTH, upwards};
use super::words::{Label, Phrase};
use crate::assessment::Assessment;
use crate::evidence::{Evidence, Ground, Reason};
use crate::plan::{MeasuredBy, Target};
use crate::series::{Figure, Reading};

/// The words on how far the figure lies above or below the path, or the limit that is held all along: of things that
/// come one by one, from the whole number that decides. Empty if there is no such distance, and if the rule measured a
/// number of its own, unless the distance is from a limit.
pub(super) fn gap_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let crossed = limit_crossed(target, assessment);
    let limit = crossed.or_else(|| limit_expected(target, &assessment.evidence));
    let told = match crossed {
        Some(limit) => distance_from(limit, &assessment.evidence),
        None => assessment.evidence.gap.ok(),
    };
    let Some(gap) = told.filter(|_| limit.is_some() || assessment.verdict.measured.is_none()) else {
        return String::new();
    };
    let amount = &match target.goal().measured_by() {
        // As the growth in all is told.
        MeasuredBy::YearlyRates => number::points_of_growth(gap.abs(), PLACES_OF_GROWTH, style.language),
        MeasuredBy::Levels => style.difference(gap.abs(), target),
    };
    let is_above = match upwards(gap, target) {
        gap if gap.is_zero() && limit.is_some() => return Label::AtLimit.words(style.language).to_string(),
        gap if gap.is_zero() => return Label::OnPath.words(style.language).to_string(),
        gap => gap > Decimal::ZERO,
    };
    let is_floor = limit.map(|limit| is_floor(limit, is_above, target, &assessment.evidence));
    let phrase = match (is_floor, is_above) {
        (None, true) => Phrase::AbovePath { amount },
        (None, false) => Phrase::BelowPath { amount },
        (Some(true), true) => Phrase::AboveFloor { amount },
        (Some(true), false) => Phrase::BelowFloor { amount },
        (Some(false), true) => Phrase::AboveLimit { amount },
        (Some(false), false) => Phrase::BelowLimit { amount },
    };
    phrase.words(style.language)
}

/// The limit beyond which the figure lies, where its distance is told from there, and no more from the path: that of a
/// budget that is used up, and one that decided.
fn limit_crossed(target: &Target, assessment: &Assessment) -> Option<Decimal> {
    let facts = &assessment.evidence;
    let figure = facts.observed.ok().filter(|_| facts.is_limit)?;
    bound_left_by(figure, target, facts).filter(|_| is_decided_by_limit(target, assessment))
}

/// The value that is expected at the figure, where that is the limit itself. So it is for a limit that is held all
/// along, and for any limit at its deadline.
fn limit_expected(target: &Target, facts: &Evidence) -> Option<Decimal> {
    let bound = bound_of_values(target, facts).filter(|_| facts.is_limit)?;
    let is_limit = |expected: &Decimal| [bound.low(), bound.high()].contains(&Some(*expected));
    facts.expected.ok().filter(is_limit)
}

/// Observed − limit.
fn distance_from(limit: Decimal, facts: &Evidence) -> Option<Decimal> {
    facts.observed.ok()?.reading.value()?.checked_sub(limit)
}

/// Whether a distance beyond a limit is told from the limit, wherever the path is.
fn is_decided_by_limit(target: &Target, assessment: &Assessment) -> bool {
    target.goal().is_budget() || assessment.verdict.reason == Reason::Ground(Ground::LimitExceeded)
}

/// Whether the distance that is told of the `figure` is that from a `limit` of the bound, beyond which it lies.
pub(super) fn is_told_from(limit: Decimal, figure: Figure, target: &Target, assessment: &Assessment) -> bool {
    let facts = &assessment.evidence;
    facts.observed == Ok(figure) && (is_decided_by_limit(target, assessment) || facts.expected == Ok(limit))
}

/// The limit of the promised bound beyond which a figure lies, or may lie if it is only a bound itself: as a value of
/// the indicator, and whatever tolerance there is. `None` where all that it can mean is inside.
pub(super) fn bound_left_by(figure: Figure, target: &Target, facts: &Evidence) -> Option<Decimal> {
    let bound = bound_of_values(target, facts)?;
    let ends = match figure.reading {
        Reading::Interval(limits) => [limits.low().value(), limits.high().value()],
        reading => [reading.value(), None],
    };
    let outside = ends.into_iter().flatten().find(|end| !bound.is_met_by(*end))?;
    bound.high().filter(|high| outside >= *high).or(bound.low())
}

/// Whether a limit, beside which a value lies, may not be fallen below. A rank falls as its number rises. A band of one
/// value is a floor to what lies below it alone.
fn is_floor(limit: Decimal, is_above: bool, target: &Target, facts: &Evidence) -> bool {
    let bound = bound_of_values(target, facts);
    let [low, high] = bound.map_or([None, None], |bound| [bound.low(), bound.high()]);
    let lowest = if target.is_of_rank() { high } else { low };
    lowest == Some(limit) && !(is_above && low == high)
}
