//! The parts of a target, each of which has to keep its promise.

use alloc::string::String;
use alloc::vec::Vec;

use super::cell::{Cell, Style};
use super::chart::Chart;
use super::context::Context;
use super::facts::FactCells;
use super::headline::headline_naming;
use super::judged::JudgedCells;
use super::milestone::MilestoneCells;
use super::part_words::{named, names_a_part, worst_of};
use super::path::PathCells;
use super::record::RecordCells;
use super::source::FigureSource;
use super::verdict::VerdictCells;
use super::words::{Phrase, Worded, in_brackets};
use crate::assessment::{Assessment, PartAssessment, WidestGap};
use crate::plan::{Indicator, Target};
use crate::value::{Code, Language};

/// The parts of a target, each of which has to keep its promise. The row of the target itself is that of the part which
/// decided.
///
/// # Examples
///
/// ```
#[doc = include_str!("districts.txt")]
/// // At least 75 % in every district by 2026: one came from 30 to 40 %, one from 70 to 74 %.
/// let report = Report::of(&plan, &observations, day!("2025-02-01"), &Rule::pace(), Language::English);
/// let row = report.target("cover-2026").ok_or("a row")?;
/// let parts = row.parts.as_ref().ok_or("parts")?;
/// assert_eq!((&*row.verdict.status.words, &*parts.words), ("off track", "North: the worst of 2 parts"));
/// let statuses: Vec<_> = parts.rows.iter().map(|part| (&*part.name, &*part.verdict.status.words)).collect();
/// assert_eq!(statuses, [("North", "off track"), ("South", "ahead")]);
/// let gap = parts.widest_gap.as_ref().ok_or("two figures of one year")?;
/// assert_eq!(gap.words, "34 percentage points between North and South (2024)");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PartsCells {
    /// The dimension along which they are parts.
    pub dimension: Code,
    /// The part that decided, the worst of those known; none where nobody can say of the whole.
    pub deciding_part: Option<Worded<Code>>,
    /// Of how many of the parts nobody can say where they stand.
    pub unknown: u32,
    /// The part that decided, and how many parts are known, in a phrase.
    pub words: String,
    /// How far the figures of two parts lie apart, in the newest period of which two are known.
    pub widest_gap: Option<GapCells>,
    /// Each part, in the order of the document: one small chart beside the other.
    pub rows: Vec<PartRow>,
}

/// How far the figures of two parts lie apart.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct GapCells {
    /// The part with the lowest figure.
    pub lowest: Worded<Code>,
    /// The part with the highest one.
    pub highest: Worded<Code>,
    /// Highest − lowest, with the period of both.
    pub difference: Cell,
    /// The whole gap in a phrase.
    pub words: String,
}

/// One part of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PartRow {
    /// The code of the breakdown.
    pub breakdown: Code,
    /// Its name.
    pub name: String,
    /// The standing of the part, in one sentence.
    pub sentence: String,
    /// The status of the part, and why.
    pub verdict: VerdictCells,
    /// The facts of the figure that decided.
    pub facts: FactCells,
    /// How the periods went, of a promise that is looked at period by period.
    pub record: Option<RecordCells>,
    /// How the milestones went that are due, in the order of time.
    pub milestones: Vec<MilestoneCells>,
    /// Where the figures were found on which it stands, in the order of time.
    pub sources: Vec<FigureSource>,
    /// How the path runs that its figures are expected to follow; none without a path, as the chart says why, and of
    /// what is looked at period by period.
    pub path: Option<PathCells>,
    /// The chart of the part.
    pub chart: Chart,
}

impl PartsCells {
    /// The cells of the parts of a target; `None` unless each of them has to keep the promise.
    pub(super) fn of(
        context: Context<'_>,
        indicator: &Indicator,
        target: &Target,
        assessment: &Assessment,
    ) -> Option<Self> {
        let (parts, language) = (assessment.parts.as_deref()?, context.language);
        let deciding_part = parts
            .deciding_part
            .as_ref()
            .map(|code| named(indicator, code, language));
        let words = &worst_of(parts, language);
        let row = |part: &PartAssessment| PartRow::new(context, indicator, target, part);
        let gap = |gap: &WidestGap| GapCells::new(indicator, target, gap, language);
        Some(Self {
            dimension: parts.dimension.clone(),
            unknown: parts.unknown,
            words: match &deciding_part {
                Some(part) if names_a_part(parts) => Phrase::Of {
                    subject: &part.words,
                    words,
                }
                .words(language),
                _ => words.clone(),
            },
            deciding_part,
            widest_gap: parts.widest_gap.as_ref().map(gap),
            rows: parts.all.iter().map(row).collect(),
        })
    }
}

impl GapCells {
    /// The cells of the widest gap between two parts.
    fn new(indicator: &Indicator, target: &Target, gap: &WidestGap, language: Language) -> Self {
        let [lowest, highest] = [&gap.lowest, &gap.highest].map(|code| named(indicator, code, language));
        let style = Style::new(target, None, language);
        let difference = style.difference_cell(Ok(gap.difference), target);
        let difference = difference.of_period(gap.period, language);
        let words = Phrase::Apart {
            amount: &difference.words,
            lowest: &lowest.words,
            highest: &highest.words,
            period: &in_brackets(gap.period, language),
        }
        .words(language);
        Self {
            lowest,
            highest,
            difference,
            words,
        }
    }
}

impl PartRow {
    /// The row of a part.
    fn new(context: Context<'_>, indicator: &Indicator, target: &Target, part: &PartAssessment) -> Self {
        let of_part = target.of_part(part.breakdown.clone());
        let judged = JudgedCells::new(context, indicator, &of_part, &part.assessment);
        // A target of each part may have a name of its own, which none of the parts has.
        let named_part = Some(&part.breakdown);
        Self {
            breakdown: part.breakdown.clone(),
            name: named(indicator, &part.breakdown, context.language).words,
            sentence: headline_naming(named_part, indicator, &of_part, &part.assessment, context.language),
            verdict: judged.verdict,
            facts: judged.facts,
            record: judged.record,
            milestones: judged.milestones,
            sources: judged.sources,
            path: judged.path,
            chart: judged.chart,
        }
    }
}
