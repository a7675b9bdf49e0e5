//! The words for why a status was given, why a fact is not known, and why there is no such growth.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::language::fill;
use super::period::{date, length};
use super::word::{Label, Word};
use crate::evidence::Reason;
use crate::growth::GrowthError;
use crate::value::{Language, Period};

impl Reason {
    /// What the reason says, with its periods, days and counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Reason};
    ///
    /// let reason = Reason::Broken { period: "2024".parse()? };
    /// assert_eq!(reason.words(Language::English), "not kept in 2024");
    /// assert_eq!(reason.words(Language::TraditionalChinese), "2024年未符合要求");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn words(&self, language: Language) -> String {
        fill(Word::Reason(*self).in_language(language), &self.gaps(language))
    }

    /// What the reason carries, by the names of its fields.
    fn gaps(self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            Self::Growth { error } => vec![("error", error.words(language))],
            Self::GoalUnstated { lacks } => vec![("lacks", lacks.words(language).to_string())],
            Self::PeriodsUnknown { count } | Self::PartsUnknown { count } => vec![("count", count.to_string())],
            Self::TooFewFigures { needed, found } => vec![("needed", needed.to_string()), ("found", found.to_string())],
            Self::Stale { period, age } => {
                let age = age.to_decimal().round_dp(2).normalize();
                vec![("period", period.words(language)), ("age", age.to_string())]
            }
            Self::NotBegun { until } | Self::NotPromisedYet { until } => vec![("until", date(until, language))],
            Self::PartialPeriod { period, needed } => {
                vec![("period", period.words(language)), ("needed", length(needed, language))]
            }
            Self::OtherPeriods {
                found_length,
                needed_length,
            } => vec![
                ("found", length(found_length, language)),
                ("needed", length(needed_length, language)),
            ],
            Self::DeadlineBetweenFigures { before, after } => {
                vec![("before", before.words(language)), ("after", after.words(language))]
            }
            Self::NoFigureAtDeadline { before, after } => {
                let words = |period: Option<Period>| {
                    period.map_or_else(
                        || Label::None.words(language).to_string(),
                        |period| period.words(language),
                    )
                };
                vec![("before", words(before)), ("after", words(after))]
            }
            Self::Delivered { on }
            | Self::DeliveredLate { on }
            | Self::Cancelled { on }
            | Self::NotDelivered { on } => vec![("on", date(on, language))],
            Self::BrokenBefore { period }
            | Self::Broken { period }
            | Self::Reversed { period }
            | Self::ChainBroken { period }
            | Self::NoBaselineValue { period }
            | Self::RepeatedYear { period }
            | Self::BaselineIsOnlyABound { period }
            | Self::OnlyABound { period }
            | Self::BoundLeavesOpen { period }
            | Self::SeriesBreak { period } => vec![("period", period.words(language))],
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for Reason {
    /// The words in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.words(Language::English))
    }
}

impl Error for Reason {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Growth { error } => Some(error),
            _ => None,
        }
    }
}

impl GrowthError {
    /// Why there is no answer.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{GrowthError, Language, dec};
    ///
    /// let error = GrowthError::Zero { from: dec!(0), to: dec!(12) };
    /// assert_eq!(error.words(Language::SimplifiedChinese), "从0到12没有复合增长率：两个数值都须大于零");
    /// ```
    pub fn words(&self, language: Language) -> String {
        fill(Word::GrowthError(*self).in_language(language), &self.gaps())
    }

    /// What the error carries, by the names of its fields, and what it says by itself.
    fn gaps(self) -> Vec<(&'static str, String)> {
        let mut gaps = vec![("standard", self.to_string())];
        match self {
            Self::Zero { from, to } | Self::Crossing { from, to } | Self::BothNegative { from, to } => {
                gaps.extend([("from", from.to_string()), ("to", to.to_string())]);
            }
            Self::Negative { value } | Self::NoDistance { value } => gaps.push(("value", value.to_string())),
            Self::OffCurve { value, ceiling } => {
                gaps.extend([("value", value.to_string()), ("ceiling", ceiling.to_string())]);
            }
            Self::Start { start } => gaps.push(("start", start.to_string())),
            Self::NegativeSpan { over } => gaps.push(("over", over.to_string())),
            Self::TooManyFlows { flows } => gaps.push(("flows", flows.to_string())),
            Self::Weights { weights, points } => {
                gaps.extend([("weights", weights.to_string()), ("points", points.to_string())]);
            }
            Self::NoSolution { base, total } => {
                gaps.extend([("base", base.to_string()), ("total", total.to_string())]);
            }
            Self::EmptySpan | Self::NoValues | Self::OneTime | Self::Overflow | Self::Underflow => {}
        }
        gaps
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_all, assert_all_differ};
    use super::*;
    use crate::dec;
    use crate::plan::Lacks;
    use crate::value::{Length, Years};

    #[expect(clippy::too_many_lines, reason = "a line for each reason")]
    fn every_reason() -> Vec<Reason> {
        let period: Period = "2024-Q3".parse().unwrap();
        let (on, until) = (period.last(), period.last());
        let age = Years::months(37);
        let mut reasons = vec![
            Reason::BoundMet,
            Reason::BoundNotMet,
            Reason::Pace,
            Reason::InClass,
            Reason::NothingDueYet,
            Reason::Overshot,
            Reason::MetBeforeBaseline,
            Reason::Kept,
            Reason::BrokenBefore { period },
            Reason::Broken { period },
            Reason::Reversed { period },
            Reason::Delivered { on },
            Reason::DeliveredLate { on },
            Reason::Cancelled { on },
            Reason::NotDelivered { on },
            Reason::NotDueYet,
            Reason::NotReported,
            Reason::NotBegun { until },
            Reason::NoPeriodOver,
            Reason::NoObservation,
            Reason::OnlyUndated,
            Reason::PartialPeriod {
                period,
                needed: Length::Months(12),
            },
            Reason::OtherPeriods {
                found_length: Length::Months(3),
                needed_length: Length::Days(7),
            },
            Reason::NoFigureAtDeadline {
                before: Some(period),
                after: None,
            },
            Reason::DeadlineBetweenFigures {
                before: period,
                after: period,
            },
            Reason::WithinLimit,
            Reason::LimitExceeded,
            Reason::NotPromisedYet { until },
            Reason::DividedByZero,
            Reason::ChainBroken { period },
            Reason::Stale { period, age },
            Reason::NoBaselineValue { period },
            Reason::NoBaseline,
            Reason::BaselineIsOnlyABound { period },
            Reason::OnlyABound { period },
            Reason::BoundLeavesOpen { period },
            Reason::PeriodsUnknown { count: 3 },
            Reason::PartsUnknown { count: 3 },
            Reason::TooFewFigures { needed: 2, found: 1 },
            Reason::RepeatedYear { period },
            Reason::NoClasses,
            Reason::NotForThisRule,
            Reason::NotVerifiable,
            Reason::ToleranceNotStated,
            Reason::UnitMismatch,
            Reason::SeriesBreak { period },
            Reason::NotConfigured,
            Reason::NotForThisGoal,
            Reason::NoTimeElapsed,
            Reason::NoTimeLeft,
            Reason::AlreadyMet,
            Reason::NoWay,
            Reason::NothingSpent,
            Reason::NegativeParts,
            Reason::NoGrowthSoFar,
            Reason::Never,
            Reason::OutsidePath,
            Reason::Growth {
                error: GrowthError::Overflow,
            },
        ];
        reasons.extend([Lacks::Number, Lacks::Bound, Lacks::Reference].map(|lacks| Reason::GoalUnstated { lacks }));
        reasons
    }

    #[test]
    fn a_reason_is_an_error() {
        let period: Period = "2024".parse().unwrap();
        assert_eq!(Reason::Broken { period }.to_string(), "not kept in 2024");
        assert!(Reason::Broken { period }.source().is_none());
        let error = GrowthError::Overflow;
        let reason = Reason::from(error);
        assert_eq!(reason.to_string(), error.to_string());
        assert_eq!(reason.source().unwrap().to_string(), error.to_string());
    }

    #[test]
    fn every_reason_has_words() {
        assert_all("Reason", &every_reason());
        assert_all_differ(&every_reason(), |reason, language| reason.words(language));
    }

    #[test]
    fn fields_stand_in_the_sentence() {
        let (period, age) = ("2022-12-31".parse().unwrap(), Years::months(37));
        for (language, words) in [
            (
                Language::English,
                "the last figure, of 2022-12-31, is 3.08 years old: too old to say anything of today",
            ),
            (
                Language::SimplifiedChinese,
                "最近的数据属于2022年12月31日，距今3.08年，已经过时",
            ),
            (
                Language::TraditionalChinese,
                "最近的數據屬於2022年12月31日，距今3.08年，已經過時",
            ),
        ] {
            assert_eq!(Reason::Stale { period, age }.words(language), words);
        }
    }

    #[test]
    fn every_error_has_words() {
        let (from, to, value) = (dec!(0), dec!(12.5), dec!(-3));
        let errors = [
            GrowthError::Zero { from, to },
            GrowthError::Crossing { from: value, to },
            GrowthError::BothNegative { from: value, to: value },
            GrowthError::Negative { value },
            GrowthError::Start { start: from },
            GrowthError::OffCurve { value, ceiling: to },
            GrowthError::EmptySpan,
            GrowthError::NegativeSpan {
                over: Years::months(-6),
            },
            GrowthError::NoDistance { value },
            GrowthError::NoValues,
            GrowthError::OneTime,
            GrowthError::Weights { weights: 1, points: 2 },
            GrowthError::NoSolution { base: to, total: value },
            GrowthError::TooManyFlows { flows: 1_001 },
            GrowthError::Overflow,
            GrowthError::Underflow,
        ];
        assert_all("GrowthError", &errors);
        assert_all_differ(&errors, |error, language| error.words(language));
    }
}
