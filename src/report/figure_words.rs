//! A figure in the words of a sentence: its value, about its value, its limits, or its growth since the baseline.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::cell::Style;
use super::number::{growth_in_all, growth_of_index, value_of_target};
use super::words::{Label, Phrase, in_brackets, span_in_brackets};
use crate::assessment::Assessment;
use crate::evidence::Outcome;
use crate::plan::{Goal, MeasuredBy, Target};
use crate::series::{Figure, Reading};
use crate::value::{Interval, Language};

/// The sentence on the figure that decided, which `is_past` where a later one is known: its growth since the baseline
/// if it is a chained index; else to what it comes in all if it is a sum since the baseline; else its value, about its
/// value, or its limits. `day` and `name` are the words for the day of the question and the name of the target.
pub(super) fn figure_in_words(
    figure: Figure,
    is_past: bool,
    target: &Target,
    style: Style,
    [day, name]: [&str; 2],
) -> String {
    let language = style.language;
    let is_since_baseline = target.goal().accumulates() || target.goal().measured_by() == MeasuredBy::YearlyRates;
    let period = &if is_since_baseline {
        span_in_brackets(figure.period, language)
    } else {
        in_brackets(figure.period, language)
    };
    if let Some(value) = &held_in_words(figure.reading, target, language) {
        return Phrase::Is {
            day,
            name,
            value,
            period,
        }
        .words(language);
    }
    if target.goal().measured_by() == MeasuredBy::YearlyRates {
        return index_in_words(figure.reading, target, [day, name, period], language);
    }
    let is_sum = matches!(target.goal(), Goal::Cumulative(_));
    let value = &value_in_words(figure, target, style);
    let phrase = match figure.reading {
        Reading::Approximate(_) if is_sum => Phrase::ComesToAbout {
            day,
            name,
            value,
            period,
        },
        _ if is_sum => Phrase::ComesTo {
            day,
            name,
            value,
            period,
        },
        Reading::Interval(_) => Phrase::Is {
            day,
            name,
            value,
            period,
        },
        Reading::Approximate(_) => Phrase::StandsAtAbout {
            day,
            name,
            value,
            period,
        },
        Reading::Exact(_) | Reading::Missing if is_past => Phrase::StoodAt {
            day,
            name,
            value,
            period,
        },
        Reading::Exact(_) | Reading::Missing => Phrase::StandsAt {
            day,
            name,
            value,
            period,
        },
    };
    phrase.words(language)
}

/// The value of a figure, or its limits; of a chained index, its growth since the baseline.
pub(super) fn value_in_words(figure: Figure, target: &Target, style: Style) -> String {
    if target.goal().measured_by() == MeasuredBy::YearlyRates {
        return growth_in_words(figure.reading, target, style.language);
    }
    let number = match figure.reading {
        Reading::Interval(limits) => return limits_in_words(limits, target, style.language),
        Reading::Approximate(value) => style.value_text(value),
        Reading::Exact(_) | Reading::Missing => style.figure(Ok(figure)).text,
    };
    value_of_target(&number, target, style.language)
}

/// Of a condition that is looked at period by period, whether it held. `None` of all else, and of a part of a period.
fn held_in_words(reading: Reading, target: &Target, language: Language) -> Option<String> {
    let is_looked_at = target.is_condition() && matches!(target.goal(), Goal::Keep { .. });
    let value = reading.value().filter(|_| is_looked_at)?;
    let outcomes = [(Decimal::ONE, Outcome::Kept), (Decimal::ZERO, Outcome::Broken)];
    let (_, outcome) = outcomes.into_iter().find(|(of, _)| *of == value)?;
    Some(outcome.words(language).to_string())
}

/// The sentence on a chained index, by its growth since the baseline: a number, about a number, or its limits. `day`,
/// `name` and `period` are the words for the day of the question, the name of the target and the period of the figure.
fn index_in_words(index: Reading, target: &Target, [day, name, period]: [&str; 3], language: Language) -> String {
    let has_fallen = index.value().is_some_and(|index| index < Decimal::ONE);
    let size = |index| growth_in_all(growth_of_index(index).abs(), language);
    let value = &match index {
        Reading::Exact(index) => size(index),
        Reading::Approximate(index) => format!("≈ {}", size(index)),
        Reading::Interval(limits) => limits_in_words(limits, target, language),
        Reading::Missing => String::new(),
    };
    let phrase = if index == Reading::Exact(Decimal::ONE) {
        Phrase::IsUnchangedSinceBaseline { day, name, period }
    } else if has_fallen {
        Phrase::HasFallenSinceBaseline {
            day,
            name,
            value,
            period,
        }
    } else {
        Phrase::HasGrownSinceBaseline {
            day,
            name,
            value,
            period,
        }
    };
    phrase.words(language)
}

/// How much a chained index has grown or fallen since the baseline: `growth of 12 % in all`.
pub(super) fn growth_in_words(index: Reading, target: &Target, language: Language) -> String {
    let amount = &match index {
        Reading::Exact(index) | Reading::Approximate(index) => growth_in_all(growth_of_index(index).abs(), language),
        Reading::Interval(limits) => limits_in_words(limits, target, language),
        Reading::Missing => String::new(),
    };
    let phrase = if index.value().is_some_and(|index| index < Decimal::ONE) {
        Phrase::FallInAll { amount }
    } else {
        Phrase::GrowthInAll { amount }
    };
    phrase.words(language)
}

/// The limits between which a value lies, in the words of promises: `at least 1,700 t, less than 1,800 t`; of a chained
/// index, those of its growth since the baseline.
fn limits_in_words(limits: Interval, target: &Target, language: Language) -> String {
    let both: Vec<_> = limits
        .bounds()
        .map(|bound| target.limit_words(bound, language))
        .collect();
    both.join(Label::Comma.words(language))
}

/// The figure that came after the one that is told, of which only limits are known; empty where there is none.
pub(super) fn newer_bound_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let limits = assessment.evidence.newer_bound.and_then(|figure| match figure.reading {
        Reading::Interval(limits) => Some((limits, figure.period)),
        _ => None,
    });
    let Some((limits, period)) = limits else {
        return String::new();
    };
    let value = &match target.goal().measured_by() {
        MeasuredBy::YearlyRates => growth_in_words(Reading::Interval(limits), target, style.language),
        MeasuredBy::Levels => limits_in_words(limits, target, style.language),
    };
    let period = &in_brackets(period, style.language);
    Phrase::NewerIs { value, period }.words(style.language)
}
