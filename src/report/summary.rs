//! The roll-up of a plan or pillar, ready to be shown.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::by_rule::WholeCells;
use super::cell::Cell;
use super::number;
use super::status::StatusCells;
use super::words::{Label, Phrase};
use crate::rollup::{Counts, Summary};
use crate::rule::{Aggregate, Status};
use crate::value::Language;

/// The targets of a plan or pillar in a few numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SummaryCells {
    /// How many principal targets there are.
    pub total: u32,
    /// How many of them were judged.
    pub judged: u32,
    /// How many have each status, from the best status to the worst; every status stands once.
    pub counts: Vec<StatusCount>,
    /// The statuses that occur, in a phrase.
    pub words: String,
    /// The part that could be judged, of those of which something is due.
    pub coverage: Cell,
    /// The same by weight.
    pub coverage_by_weight: Cell,
    /// The part of the weight of which nobody can say.
    pub unknown_weight: Cell,
    /// The score from 0 to 1.
    pub score: Cell,
    /// The whole as a composed rule publishes it, where it publishes one.
    pub whole: Option<WholeCells>,
    /// How many binding targets there are.
    pub binding_total: u32,
    /// How many binding targets have each status.
    pub binding: Vec<StatusCount>,
    /// The line for the binding targets: a missed one is never averaged away.
    pub binding_words: String,
}

/// How many promises have a status.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StatusCount {
    /// The status.
    pub status: StatusCells,
    /// How many have it.
    pub count: u32,
}

impl SummaryCells {
    pub(super) fn new(summary: &Summary, whole: Option<&Aggregate>, language: Language) -> Self {
        let share = |share: Option<Decimal>| match share {
            Some(share) => Cell::new(number::percent(share, 2, language), share, language),
            None => Cell::missing(Label::NothingDue.words(language)),
        };
        let score = match (summary.score, summary.coverage_by_weight) {
            (Some(score), _) => Cell::new(number::fixed(score, 3), score, language),
            (None, Some(_)) => Cell::missing(Label::LowCoverage.words(language)),
            (None, None) => Cell::missing(Label::NothingDue.words(language)),
        };
        Self {
            total: summary.counts.total(),
            judged: summary.counts.judged(),
            counts: counts(summary.counts, language),
            words: words(summary.counts, language),
            coverage: share(summary.coverage_by_count),
            coverage_by_weight: share(summary.coverage_by_weight),
            unknown_weight: share(summary.unknown_weight),
            score,
            whole: whole.map(|whole| WholeCells::new(whole, language)),
            binding_total: summary.binding.total(),
            binding: counts(summary.binding, language),
            binding_words: match summary.binding.total() {
                0 => Label::NoBinding.words(language).to_string(),
                _ => words(summary.binding, language),
            },
        }
    }
}

/// Every status with its count.
pub(super) fn counts(counts: Counts, language: Language) -> Vec<StatusCount> {
    Status::ALL
        .iter()
        .map(|&status| StatusCount {
            status: StatusCells::new(status, language),
            count: counts.of(status),
        })
        .collect()
}

/// The statuses that occur, each with its count.
pub(super) fn words(counts: Counts, language: Language) -> String {
    let phrase = |status: Status| {
        let (count, status) = (
            &number::grouped(&counts.of(status).to_string(), language),
            status.words(language),
        );
        Phrase::Count { count, status }.words(language)
    };
    let occurring = Status::ALL.iter().copied().filter(|&status| counts.of(status) > 0);
    let phrases: Vec<String> = occurring.map(phrase).collect();
    if phrases.is_empty() {
        return Label::None.words(language).to_string();
    }
    phrases.join(Label::Semicolon.words(language))
}
