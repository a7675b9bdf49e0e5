//! The results that a composed rule publishes beside a status: its class, the numbers that this is cut from, and the
//! whole.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::cell::Cell;
use super::number;
use super::status::StatusCells;
use super::words::{Label, Phrase};
use crate::assessment::Assessment;
use crate::evidence::{Ground, Reason};
use crate::rule::{Aggregate, Class, Status};
use crate::value::Language;

/// The numbers that a composed rule measured, and the class that it publishes for them.
///
/// Class names are those of the rule's publisher, in every language. Rates are fractions per year.
///
/// # Examples
///
/// ```
#[doc = include_str!("amended.txt")]
/// // At least 80 % in 2025, from 60 % in 2020; since June 2023 70 % are enough.
/// let report = Report::of(&plan, &observations, day!("2024-02-01"), &Rule::open_sdg(), Language::English);
/// let row = report.target("homes-2025").ok_or("a row")?;
/// // It grew by 3.23 % a year, and 3.13 % were required.
/// let by_rule = row.verdict.by_rule.as_ref().ok_or("a composed rule")?;
/// assert_eq!(by_rule.class.as_deref(), Some("on track"));
/// assert_eq!((&*by_rule.observed.text, &*by_rule.required.text), ("0.0323", "0.0313"));
/// assert_eq!((&*by_rule.ratio.text, &*by_rule.score.text), ("1.031", "3.0784"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClassCells {
    /// The published name of the class; none where the rule has no class for the number.
    pub class: Option<String>,
    /// The number that is cut into classes: what it is, a ratio or a rate, the rule's own page says.
    pub value: Cell,
    /// The movement that was observed, as a fraction a year or in units a year.
    pub observed: Cell,
    /// The movement that is required, in the same.
    pub required: Cell,
    /// Observed ÷ required, as the rule divides them.
    pub ratio: Cell,
    /// The score on the rule's own range.
    pub score: Cell,
}

/// The whole of a plan or pillar as a composed rule publishes it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct WholeCells {
    /// The published name of its class; none where the rule has no class for it.
    pub class: Option<String>,
    /// The status that it comes nearest to.
    pub status: StatusCells,
    /// The statistic of the scores of its parts.
    pub value: Cell,
    /// How many parts have a score.
    pub assessed: u32,
    /// How many have none, and are left out.
    pub unassessed: u32,
    /// Class, value and how many parts it stands on, in a phrase.
    pub words: String,
}

/// The cell of a number that a rule measured; `None` where it measured none.
fn measured_cell(number: Option<Decimal>, language: Language) -> Cell {
    match number {
        Some(number) => Cell::new(number::measured(number), number, language),
        None => Cell::missing(Label::NotMeasured.words(language)),
    }
}

impl ClassCells {
    /// The class and the number that a composed rule gives; `None` for the rule of this crate, whose number is the
    /// pace.
    pub(super) fn new(assessment: &Assessment, language: Language) -> Option<Self> {
        let measured = assessment.verdict.measured?;
        let numbers = [
            measured.value,
            measured.observed,
            measured.required,
            measured.ratio,
            measured.score,
        ];
        let [value, observed, required, ratio, score] = numbers.map(|number| measured_cell(number, language));
        Some(Self {
            class: assessment.class.as_ref().map(|class| class.name().to_string()),
            value,
            observed,
            required,
            ratio,
            score,
        })
    }

    /// Why a number has its class, in words; `None` where the verdict has a reason other than its class, or no class.
    pub(super) fn reason(&self, reason: Reason, language: Language) -> Option<String> {
        let class = self.class.as_ref().filter(|_| reason == Ground::InClass)?;
        let (number, score) = (&self.value.words, &self.score.words);
        let mut words = Phrase::LiesIn { number, class }.words(language);
        if self.score.is_known() {
            words.push_str(&Phrase::WithScore { score }.words(language));
        }
        Some(words)
    }
}

impl WholeCells {
    /// The cells of a whole.
    pub(super) fn new(whole: &Aggregate, language: Language) -> Self {
        let name = whole.class.as_ref().map(Class::name);
        let value = measured_cell(whole.value, language);
        let class = name.unwrap_or(Label::NoClass.words(language));
        let (value_words, assessed) = (&value.words, &whole.assessed.to_string());
        let words = match whole.assessed.saturating_add(whole.unassessed) {
            1 => Phrase::WholeOfOne {
                class,
                value: value_words,
                assessed,
            }
            .words(language),
            all => Phrase::Whole {
                class,
                value: value_words,
                assessed,
                all: &all.to_string(),
            }
            .words(language),
        };
        Self {
            words,
            class: name.map(ToString::to_string),
            status: StatusCells::new(whole.status, language),
            value,
            assessed: whole.assessed,
            unassessed: whole.unassessed,
        }
    }
}

/// The words for a status, with the published name of the class if that is not the same.
pub(super) fn status_with_class(status: Status, class: Option<&Class>, language: Language) -> String {
    let status = status.words(language);
    match class.map(Class::name).filter(|name| *name != status) {
        Some(class) => Phrase::Named { status, class }.words(language),
        None => status.to_string(),
    }
}
