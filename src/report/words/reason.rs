//! The words for why a status was given, why a fact is not known, and why there is no such growth.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use rust_decimal::Decimal;

use super::language::fill;
use super::period::{age as age_words, date, in_brackets, length, when};
use super::word::{Label, Phrase, Word};
use crate::evidence::{Ground, Missing, Reason};
use crate::growth::GrowthError;
use crate::report::number::{at_most_decimals, grouped, places_of};
use crate::value::{Language, Length, Period};

impl Reason {
    /// What the reason says, with its periods, days and counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Ground, Language, Reason, period};
    ///
    /// let reason = Reason::from(Ground::broken(period!("2024")));
    /// assert_eq!(reason.words(Language::English), "not kept in 2024");
    /// assert_eq!(reason.words(Language::TraditionalChinese), "2024年未符合要求");
    /// ```
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Ground(ground) => ground.words(language),
            Self::Missing(missing) => missing.words(language),
        }
    }
}

impl Ground {
    /// What decided, with its periods and days.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Ground, Language};
    ///
    /// assert_eq!(Ground::Pace.words(Language::English), "judged by its pace");
    /// ```
    pub fn words(&self, language: Language) -> String {
        fill(Word::Ground(*self).in_language(language), &self.slots(language))
    }

    /// The words that fill the slots of its sentence: the values of the reason's fields, by the names of the fields.
    fn slots(self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            Self::DeadlineBetweenFigures { before, after } => {
                vec![("before", before.words(language)), ("after", after.words(language))]
            }
            Self::BrokenBefore { period } | Self::Broken { period } | Self::Reversed { period } => {
                vec![("when", when(period, language))]
            }
            Self::Delivered { on }
            | Self::DeliveredLate { on }
            | Self::Cancelled { on }
            | Self::NotDelivered { on } => vec![("on", date(on, language))],
            Self::NoPeriodOver { length: needed } => vec![("length", length(needed, language))],
            Self::NotBegun { until } | Self::NotPromisedYet { until } => vec![("until", date(until, language))],
            _ => Vec::new(),
        }
    }
}

impl Missing {
    /// What is missing, with its periods and counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Missing};
    ///
    /// assert_eq!(Missing::NoBaseline.words(Language::SimplifiedChinese), "目标没有基期");
    /// ```
    pub fn words(&self, language: Language) -> String {
        if let Self::PartialPeriod {
            period,
            needed_length,
            missing: Some(missing),
        } = *self
        {
            let [missing, period] = [missing, period].map(|one| one.words(language));
            let needed = &length(needed_length, language);
            let (missing, period) = (&missing, &period);
            return Phrase::PartMissing {
                missing,
                period,
                needed,
            }
            .words(language);
        }
        fill(Word::Missing(*self).in_language(language), &self.slots(language))
    }

    /// The words that fill the slots of its sentence: the values of the reason's fields, by the names of the fields.
    fn slots(self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            Self::Growth { error } => vec![("error", error.words(language))],
            Self::GoalUnstated { lacks } => vec![("lacks", lacks.words(language).to_string())],
            Self::PeriodsUnknown { count } => {
                let periods = counted(count, Label::OnePeriod, |count| Phrase::Periods { count }, language);
                vec![("periods", periods)]
            }
            Self::PartsUnknown { count } => {
                let parts = counted(count, Label::OnePart, |count| Phrase::Parts { count }, language);
                vec![("parts", parts)]
            }
            Self::TooFewFigures { needed, found } => vec![("needed", needed.to_string()), ("found", found.to_string())],
            Self::YearsTooNear { needed, found } => {
                let years = |count: u32| length(Length::Months(count.saturating_mul(12)), language);
                vec![("needed", years(needed)), ("found", years(found))]
            }
            Self::Stale { period, age } => vec![
                ("period", period.words(language)),
                ("age", age_words(age, period, language)),
            ],
            Self::PartialPeriod {
                period, needed_length, ..
            } => vec![
                ("period", period.words(language)),
                ("needed", length(needed_length, language)),
            ],
            Self::OtherPeriods {
                found_length,
                needed_length,
            } => vec![
                ("found", length(found_length, language)),
                ("needed", length(needed_length, language)),
            ],
            Self::NoFigureAtDeadline { before, after } => {
                let none = || Label::None.words(language).to_string();
                let words = |period: Option<Period>| period.map_or_else(none, |period| in_brackets(period, language));
                vec![("before", words(before)), ("after", words(after))]
            }
            Self::NoBaselineValue { period }
            | Self::RepeatedYear { period }
            | Self::BaselineIsOnlyABound { period } => {
                vec![("period", in_brackets(period, language))]
            }
            Self::ChainBroken { period }
            | Self::OnlyABound { period }
            | Self::BoundLeavesOpen { period }
            | Self::SeriesBreak { period } => vec![("period", period.words(language))],
            _ => Vec::new(),
        }
    }
}

/// The words for a number of things: `one` if there is one, else `many` with the number.
fn counted(count: u32, one: Label, many: fn(&str) -> Phrase<'_>, language: Language) -> String {
    match count {
        1 => one.words(language).to_string(),
        _ => many(&count.to_string()).words(language),
    }
}

impl fmt::Display for Ground {
    /// The words in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.words(Language::English))
    }
}

impl Error for Ground {}

impl fmt::Display for Missing {
    /// The words in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.words(Language::English))
    }
}

impl Error for Missing {
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
    /// use milepost::{Language, Years, dec, growth};
    ///
    /// let words = |error: growth::GrowthError| error.words(Language::SimplifiedChinese);
    /// let from_zero = growth::rate(dec!(0), dec!(12), Years::whole(10)).map_err(words);
    /// assert_eq!(from_zero, Err("从0到12没有复合增长率：两个数值都须大于零".into()));
    /// ```
    pub fn words(&self, language: Language) -> String {
        fill(Word::GrowthError(*self).in_language(language), &self.slots(language))
    }

    /// The words that fill the slots of the sentence: the values of the error's fields by the names of the fields,
    /// and the error's own message as `standard`.
    fn slots(self, language: Language) -> Vec<(&'static str, String)> {
        let number = |value: Decimal| grouped(&at_most_decimals(value, places_of(value)), language);
        let mut slots = vec![("standard", self.to_string())];
        match self {
            Self::Zero { from, to } | Self::Crossing { from, to } | Self::BothNegative { from, to } => {
                slots.extend([("from", number(from)), ("to", number(to))]);
            }
            Self::Negative { value } | Self::NoDistance { value } => slots.push(("value", number(value))),
            Self::OffCurve { value, ceiling } => {
                slots.extend([("value", number(value)), ("ceiling", number(ceiling))]);
            }
            Self::Start { start } => slots.push(("start", number(start))),
            Self::NegativeSpan { over } => slots.push(("over", over.to_string())),
            Self::TooManyFlows { flows } => slots.push(("flows", flows.to_string())),
            Self::Weights { weights, points } => {
                slots.extend([("weights", weights.to_string()), ("points", points.to_string())]);
            }
            Self::NoSolution { base, total } => {
                slots.extend([("base", number(base)), ("total", number(total))]);
            }
            Self::EmptySpan | Self::NoValues | Self::OneTime | Self::Overflow | Self::Underflow => {}
        }
        slots
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_all, assert_all_differ};
    use super::*;
    use crate::dec;
    use crate::plan::Lacks;
    use crate::value::Years;

    fn every_ground() -> Vec<Ground> {
        let period: Period = "2024-Q3".parse().unwrap();
        let (on, until) = (period.last(), period.last());
        vec![
            Ground::BoundMet,
            Ground::BoundNotMet,
            Ground::Pace,
            Ground::InClass,
            Ground::NothingDueYet,
            Ground::NoWay,
            Ground::Overshot,
            Ground::WithinLimit,
            Ground::LimitExceeded,
            Ground::deadline_between_figures(period, period),
            Ground::MetBeforeBaseline,
            Ground::Kept,
            Ground::broken_before(period),
            Ground::broken(period),
            Ground::reversed(period),
            Ground::delivered(on),
            Ground::delivered_late(on),
            Ground::cancelled(on),
            Ground::not_delivered(on),
            Ground::NotDueYet,
            Ground::not_begun(until),
            Ground::not_promised_yet(until),
            Ground::no_period_over(Length::YEAR),
        ]
    }

    fn all_missing() -> Vec<Missing> {
        let period: Period = "2024-Q3".parse().unwrap();
        let mut missing = vec![
            Missing::NotReported,
            Missing::NoObservation,
            Missing::NothingPublished,
            Missing::OnlyUndated,
            Missing::partial_period(period, Length::YEAR),
            Missing::partial_period_without(period, Length::YEAR, Some(period)),
            Missing::no_figure_at_deadline(Some(period), None),
            Missing::other_periods(Length::Months(3), Length::Days(7)),
            Missing::chain_broken(period),
            Missing::stale(period, Years::months(37)),
            Missing::no_baseline_value(period),
            Missing::NoBaseline,
            Missing::baseline_is_only_a_bound(period),
            Missing::only_a_bound(period),
            Missing::bound_leaves_open(period),
            Missing::periods_unknown(3),
            Missing::parts_unknown(3),
            Missing::too_few_figures(2, 1),
            Missing::years_too_near(3, 1),
            Missing::repeated_year(period),
            Missing::NotVerifiable,
            Missing::ToleranceNotStated,
            Missing::UnitMismatch,
            Missing::OtherPart,
            Missing::series_break(period),
            Missing::NotConfigured,
            Missing::NoClasses,
            Missing::NotForThisRule,
            Missing::NotForThisGoal,
            Missing::NothingDueYet,
            Missing::MetBeforeBaseline,
            Missing::NoTimeElapsed,
            Missing::NoTimeLeft,
            Missing::AlreadyMet,
            Missing::AlreadyExceeded,
            Missing::NoWay,
            Missing::NothingSpent,
            Missing::DividedByZero,
            Missing::NegativeParts,
            Missing::NoMovementSoFar,
            Missing::Never,
            Missing::NeverExceeded,
            Missing::OutsidePath,
            GrowthError::Overflow.into(),
        ];
        missing.extend([Lacks::Number, Lacks::Bound, Lacks::Reference].map(Missing::goal_unstated));
        missing
    }

    #[test]
    fn a_reason_is_an_error() {
        let broken = Ground::broken("2024".parse().unwrap());
        let error = GrowthError::Overflow;
        let on_a_day = Ground::broken("2024-03-01".parse().unwrap());
        for (reason, words, source) in [
            (Reason::from(broken), "not kept in 2024".to_owned(), None),
            (on_a_day.into(), "not kept on 2024-03-01".into(), None),
            (Missing::NoBaseline.into(), "the target has no baseline".into(), None),
            (Missing::from(error).into(), error.to_string(), Some(error.to_string())),
        ] {
            assert_eq!(reason.to_string(), words);
            assert_eq!(format!("{reason:>40}"), format!("{words:>40}"));
            assert_eq!(reason.source().map(ToString::to_string), source, "{reason}");
        }
    }

    #[test]
    fn a_reason_is_like_what_it_is_made_of() {
        assert_eq!(Reason::from(Ground::NoWay), Ground::NoWay);
        assert_ne!(Reason::from(Ground::NoWay), Missing::NoWay);
        assert_ne!(Reason::from(Ground::Pace), Ground::Kept);
        assert_eq!(Reason::from(Missing::NoBaseline), Missing::NoBaseline);
        assert_ne!(Reason::from(Missing::NoWay), Ground::NoWay);
    }

    #[test]
    fn every_reason_has_words() {
        assert_all("Ground", &every_ground());
        assert_all_differ(&every_ground(), |ground, language| ground.words(language));
        assert_all("Missing", &all_missing());
        assert_all_differ(&all_missing(), |missing, language| missing.words(language));
    }

    #[test]
    fn what_stands_in_both_kinds_says_the_same() {
        for (ground, missing) in [
            (Ground::NothingDueYet, Missing::NothingDueYet),
            (Ground::NoWay, Missing::NoWay),
            (Ground::MetBeforeBaseline, Missing::MetBeforeBaseline),
        ] {
            for &language in Language::ALL {
                assert_eq!(ground.words(language), missing.words(language));
            }
        }
    }

    #[test]
    fn no_brackets_stand_in_brackets() {
        for period in ["2024-04-01/P1Y", "2025-12-29/P7D"] {
            let period: Period = period.parse().unwrap();
            for missing in [
                Missing::partial_period(period, Length::YEAR),
                Missing::no_figure_at_deadline(Some(period), Some(period)),
                Missing::no_baseline_value(period),
                Missing::baseline_is_only_a_bound(period),
                Missing::repeated_year(period),
            ] {
                for &language in Language::ALL {
                    let words = missing.words(language);
                    assert!(!words.contains("))") && !words.contains("））"), "{words}");
                }
            }
        }
    }

    #[test]
    fn fields_stand_in_the_sentence() {
        let stale = Missing::stale("2022-12-31".parse().unwrap(), Years::months(37));
        for (language, words) in [
            (
                Language::English,
                "the last figure that can be judged, of 2022-12-31, is 3.09 years old: too old to say anything of today",
            ),
            (
                Language::SimplifiedChinese,
                "最近可用的数据属于2022年12月31日，距今3.09年，已经过时",
            ),
            (
                Language::TraditionalChinese,
                "最近可用的數據屬於2022年12月31日，距今3.09年，已經過時",
            ),
        ] {
            assert_eq!(stale.words(language), words);
        }
    }

    #[test]
    fn numbers_of_an_error_are_written_as_any_other() {
        let crossing = GrowthError::Crossing {
            from: dec!(12345.000),
            to: dec!(-0.333333333333333333),
        };
        for &language in Language::ALL {
            let words = crossing.words(language);
            assert!(words.contains("12,345") && words.contains("-0.333"), "{words}");
            assert!(!words.contains("-0.3333") && !words.contains(".0"), "{words}");
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
