//! The cells of a promise that figures decide.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::cell::Style;
use super::chart::Chart;
use super::context::Context;
use super::facts::FactCells;
use super::source::{self, FigureSource};
use super::verdict::VerdictCells;
use super::words::{Phrase, Worded};
use crate::assessment::Assessment;
use crate::evidence::{Outcome, Record};
use crate::plan::{Indicator, Target};
use crate::progress::Question;
use crate::value::{Language, Period};

/// How the periods went in which a promise was to hold: `due` is `kept`, `broken` and `unknown` together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RecordCells {
    /// Periods that are over, and a running one that is broken for good.
    pub due: u32,
    /// Periods of which it is known that the promise held.
    pub kept: u32,
    /// Periods of which it is known that it did not.
    pub broken: u32,
    /// Periods of which it is not known.
    pub unknown: u32,
    /// How the latest period went of which that is known; none where it is known of none.
    pub latest: Option<Worded<Outcome>>,
    /// That period.
    pub latest_period: Option<Period>,
    /// The latest period in words.
    pub latest_period_words: Option<String>,
    /// The whole record in a phrase.
    pub words: String,
}

/// The cells of a promise that figures decide: of a target, or of one part of it.
pub(super) struct JudgedCells {
    pub(super) verdict: VerdictCells,
    pub(super) facts: FactCells,
    pub(super) record: Option<RecordCells>,
    pub(super) sources: Vec<FigureSource>,
    pub(super) chart: Chart,
}

impl JudgedCells {
    /// The cells of a target or of a part of one, by its assessment.
    pub(super) fn new(context: Context<'_>, indicator: &Indicator, target: &Target, assessment: &Assessment) -> Self {
        let (language, facts) = (context.language, &assessment.evidence);
        let series = &indicator.series_of(target, context.observations);
        let question = &Question::new(target, series, context.as_of);
        let target = target.in_force_on(context.as_of.date());
        let style = Style::new(target, facts.observed.ok(), language);
        let periods = source::periods_of(target, facts, assessment.verdict.deciding_period);
        let known = series.as_known_on(context.as_of);
        Self {
            verdict: VerdictCells::new(question, target, assessment, style),
            facts: FactCells::new(target, assessment, style),
            record: facts.record.ok().map(|record| RecordCells::new(&record, language)),
            sources: source::of_periods(context, series, &periods),
            chart: Chart::of_facts(target, known, question, facts, assessment.deciding_figure, language),
        }
    }
}

impl RecordCells {
    /// The cells of a record.
    fn new(record: &Record, language: Language) -> Self {
        let known = record.kept.saturating_add(record.broken);
        let counts = [record.kept, known, record.broken, record.unknown].map(|count| count.to_string());
        let [kept, known, broken, unknown] = &counts;
        let phrase = Phrase::Record {
            kept,
            known,
            broken,
            unknown,
        };
        Self {
            due: record.due,
            kept: record.kept,
            broken: record.broken,
            unknown: record.unknown,
            latest: record
                .latest_outcome
                .map(|latest| Worded::new(latest.outcome, latest.outcome.words(language))),
            latest_period: record.latest_period(),
            latest_period_words: record.latest_period().map(|period| period.words(language)),
            words: phrase.words(language),
        }
    }
}
