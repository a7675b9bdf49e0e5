//! What a published tolerance allows, as the headline tells it.

use alloc::string::String;

use super::gap::{bound_left_by, is_told_from};
use super::words::Phrase;
use crate::assessment::Assessment;
use crate::evidence::{Ground, Reason};
use crate::plan::{Goal, MeasuredBy, Target};
use crate::rule::Status;
use crate::series::Figure;
use crate::value::{Bound, Language};

/// The words on a published tolerance, where the `figure` that is told lies beyond the promised bound, so that the
/// tolerance decided: that the figure lies within it, or beyond it too. `None` where it decided nothing, as on the way
/// to a goal that is not reached yet, and where a number that a rule measured did.
///
/// A limit is told in them from the day on which it is crossed, a goal to be reached once its status is final.
pub(super) fn tolerance_in_words(
    figure: Figure,
    target: &Target,
    assessment: &Assessment,
    language: Language,
) -> Option<String> {
    let (facts, verdict) = (&assessment.evidence, assessment.verdict);
    let limit = &target.tolerance_amount(language)?;
    // What differs by all of it from a limit that does not belong to the bound is not tolerated.
    let amount = &match target.goal().bound()? {
        Bound::MoreThan(_) | Bound::LessThan(_) => Phrase::LessThan { limit }.words(language),
        _ => limit.clone(),
    };
    let left = bound_left_by(figure, target, facts)?;
    let is_of_limit = || facts.is_limit && is_told_from(left, figure, target, assessment);
    let has_decided = verdict.status.is_final() || (verdict.status.is_judged() && is_of_limit());
    // A number of its own is measured without the tolerance, within which a rule may yet call a value reached.
    let is_by_bound = verdict.measured.is_none() || verdict.reason == Reason::Ground(Ground::BoundMet);
    if !has_decided || !is_by_bound || facts.record.is_ok() {
        return None;
    }
    let is_exceeded = verdict.status == Status::Missed || verdict.reason == Reason::Ground(Ground::LimitExceeded);
    let phrase = if is_exceeded {
        Phrase::BeyondTolerance { amount }
    } else {
        Phrase::WithinTolerance { amount }
    };
    Some(phrase.words(language))
}

/// The words on the tolerance up to which what is required, or allowed, from now on counts. Empty without one.
pub(super) fn tolerance_counted(target: &Target, language: Language) -> String {
    let amount = target.tolerance_amount(language);
    amount.map_or_else(String::new, |amount| {
        Phrase::CountingTolerance { amount: &amount }.words(language)
    })
}

/// Whether the distance that is told of the `figure` can be read beside the tolerance: it is that from the limit of the
/// bound beyond which the figure lies, and the tolerance is no share of the baseline and no rate.
pub(super) fn is_gap_beside_tolerance(figure: Figure, target: &Target, assessment: &Assessment) -> bool {
    let is_in_units = match target.goal() {
        Goal::AverageGrowth { .. } => false,
        Goal::Change { measured_by, .. } => measured_by == MeasuredBy::YearlyRates,
        _ => true,
    };
    let left = bound_left_by(figure, target, &assessment.evidence).filter(|_| is_in_units);
    left.is_some_and(|limit| is_told_from(limit, figure, target, assessment))
}
