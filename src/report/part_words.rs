//! The names of the parts of a target.

use alloc::string::{String, ToString};

use super::words::{Phrase, Worded};
use crate::assessment::{Assessment, PartAssessment, PartsAssessment};
use crate::plan::{Indicator, Of, Target};
use crate::rule::Status;
use crate::value::{Code, Language};

/// The name of a target, and after it the name of a part: of the part that the target is about, unless the target has
/// a name of its own, or else of the part that decided, `deciding_part`.
pub(super) fn name_of(
    indicator: &Indicator,
    target: &Target,
    deciding_part: Option<&Code>,
    language: Language,
) -> String {
    let own = target.name().unwrap_or(indicator.name()).in_language(language.tag());
    let part = match target.of() {
        Of::Breakdown(part) if target.name().is_none() => Some(part),
        _ => deciding_part,
    };
    part.map_or_else(
        || own.to_string(),
        |part| {
            let (name, part) = (own, &named(indicator, part, language).words);
            Phrase::PartOf { name, part }.words(language)
        },
    )
}

/// The code of a breakdown with its name, or with itself where the indicator has no such breakdown.
pub(super) fn named(indicator: &Indicator, code: &Code, language: Language) -> Worded<Code> {
    let name = indicator
        .breakdown(code)
        .map(|part| part.name().in_language(language.tag()));
    Worded::new(code.clone(), name.unwrap_or(code.as_str()))
}

/// A status by the first promise, and the part that decides by that promise, if another part decides now.
pub(super) fn status_by_first(indicator: &Indicator, [now, first]: [&Assessment; 2], language: Language) -> String {
    let name = first.verdict.status.words(language);
    match first.deciding_part().filter(|part| now.deciding_part() != Some(*part)) {
        None => name.to_string(),
        Some(part) => {
            let part = &named(indicator, part, language).words;
            Phrase::PartOf { name, part }.words(language)
        }
    }
}

/// Whether a sentence names the deciding part, which is the worst: a target has to have several parts, and at least one
/// of them has to be due.
pub(super) fn names_a_part(parts: &PartsAssessment) -> bool {
    let is_due = |part: &PartAssessment| part.assessment.verdict.status != Status::NotDue;
    parts.deciding_part.is_some() && parts.all.len() > 1 && parts.all.iter().any(is_due)
}

/// The words that the deciding part is the worst, and of how many known parts; if no part is named, how many are known.
pub(super) fn worst_of(parts: &PartsAssessment, language: Language) -> String {
    let all = u32::try_from(parts.all.len()).unwrap_or(u32::MAX);
    let known = all.saturating_sub(parts.unknown);
    let is_only = known == 1;
    let (known, unknown) = (&known.to_string(), &parts.unknown.to_string());
    let phrase = match parts.unknown {
        _ if !names_a_part(parts) => Phrase::PartsKnown { known, unknown },
        0 => Phrase::WorstOf { known },
        _ if is_only => Phrase::OnlyKnown { unknown },
        _ => Phrase::WorstOfKnown { known, unknown },
    };
    phrase.words(language)
}
