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
///
/// Only principal targets count: no other readings, no restatements, no instalments. How the score is made stands at
/// [`Summary`].
///
/// # Examples
///
/// ```
/// use milepost::{Bound, Goal, Indicator, Language, Measure, Observation, Observations, Pillar, Plan, Quantity};
/// use milepost::{Report, Rule, Series, Target, Unit, code, day, dec, period, text};
///
/// // Two targets: one is met, of the other nothing was published.
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let mut pillar = Pillar::new(code!("homes"), text!("Homes"));
/// for (code, name) in [(code!("water"), text!("Water")), (code!("sewers"), text!("Sewers"))] {
///     let goal = Goal::level(Bound::AtLeast(dec!(80)));
///     let target = Target::builder(code.clone(), share.clone(), goal, period!("2025")).build()?;
///     pillar = pillar.with_indicator(Indicator::new(code, name, share.clone()).with_target(target));
/// }
/// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2021-01-01/P5Y")).pillar(pillar).build()?;
/// let figure = Observation::new(period!("2025"), dec!(84)).published_on(day!("2026-01-20"));
/// let observations = Observations::new(vec![Series::new(code!("water"), Unit::percent(), vec![figure])?])?;
///
/// let summary = Report::of(&plan, &observations, day!("2026-02-01"), &Rule::pace(), Language::English).summary;
/// assert_eq!((summary.total, summary.judged, &*summary.words), (2, 1, "1 achieved; 1 unknown"));
/// assert_eq!((&*summary.coverage_by_count.text, &*summary.unknown_weight.text), ("50.00 %", "50.00 %"));
/// assert_eq!(summary.score.text, "1.000");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SummaryCells {
    /// How many principal targets there are.
    pub total: u32,
    /// How many of them were judged: all but those that are not due and those of which nobody can say.
    pub judged: u32,
    /// How many have each status, from the best status to the worst; every status stands once.
    pub counts: Vec<StatusCount>,
    /// The statuses that occur, in a phrase.
    pub words: String,
    /// The part that could be judged, of those of which something is due, in percent; not known where nothing is due.
    pub coverage_by_count: Cell,
    /// The same by weight.
    pub coverage_by_weight: Cell,
    /// The part of the weight of which nobody can say, of what is due, in percent.
    pub unknown_weight: Cell,
    /// The score from 0 to 1, the weighted mean of what each target adds; not known below a coverage by weight of one
    /// half.
    pub score: Cell,
    /// The whole as a composed rule publishes it, where it publishes one and there is a target.
    pub whole: Option<WholeCells>,
    /// How many binding targets there are.
    pub binding_total: u32,
    /// How many binding targets have each status, likewise.
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
    /// The cells of a summary, with the whole by a composed rule, if that publishes one.
    pub(super) fn new(summary: &Summary, whole: Option<&Aggregate>, language: Language) -> Self {
        // A pillar of deliverables alone has nothing of which a share could be judged, whatever of them is due.
        let nothing = match summary.counts.total() {
            0 => Label::NoTarget,
            _ => Label::NothingDue,
        };
        let share = |share: Option<Decimal>| match share {
            Some(share) => Cell::new(number::coverage(share, language), share, language),
            None => Cell::missing(nothing.words(language)),
        };
        let score = match (summary.score, summary.coverage_by_weight) {
            (Some(score), _) => Cell::new(number::score(score), score, language),
            // Enough was judged, and nothing of it has a pace or a record.
            (None, Some(_)) if summary.is_covered => Cell::missing(Label::NotMeasured.words(language)),
            (None, Some(_)) => Cell::missing(Label::LowCoverage.words(language)),
            (None, None) => Cell::missing(nothing.words(language)),
        };
        Self {
            total: summary.counts.total(),
            judged: summary.counts.judged(),
            counts: status_counts(summary.counts, language),
            words: status_words(summary.counts, language),
            coverage_by_count: share(summary.coverage_by_count),
            coverage_by_weight: share(summary.coverage_by_weight),
            unknown_weight: share(summary.unknown_weight),
            score,
            whole: whole
                .filter(|whole| whole.counts.total() > 0)
                .map(|whole| WholeCells::new(whole, language)),
            binding_total: summary.binding.total(),
            binding: status_counts(summary.binding, language),
            binding_words: match summary.binding.total() {
                0 => Label::NoBinding.words(language).to_string(),
                _ => status_words(summary.binding, language),
            },
        }
    }
}

/// The count of each status, in the order of statuses.
pub(super) fn status_counts(counts: Counts, language: Language) -> Vec<StatusCount> {
    Status::ALL
        .iter()
        .map(|&status| StatusCount {
            status: StatusCells::new(status, language),
            count: counts.of(status),
        })
        .collect()
}

/// The statuses that occur, each with its count.
pub(super) fn status_words(counts: Counts, language: Language) -> String {
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
