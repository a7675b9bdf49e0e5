//! How the milestones of a promise went.

use alloc::string::String;

use super::cell::{Cell, Style};
use super::words::{Phrase, Worded};
use crate::evidence::{MilestoneOutcome, Outcome};
use crate::plan::Target;
use crate::rule::Status;

/// How a milestone went whose period is over.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MilestoneCells {
    /// The value that was promised in between, with its period.
    pub promised: Cell,
    /// The figure of that period; none where none is known.
    pub figure: Option<Cell>,
    /// Whether it was kept or not; none where that is not known.
    pub outcome: Option<Worded<Outcome>>,
    /// The period, and how the milestone went, in a phrase.
    pub words: String,
}

impl MilestoneCells {
    /// The cells of a milestone of a target that is due.
    pub(super) fn new(due: &MilestoneOutcome, target: &Target, style: Style) -> Self {
        let language = style.language;
        let outcome = due.outcome.map(|outcome| Worded::new(outcome, outcome.words(language)));
        let went = outcome.as_ref().map(|outcome| outcome.words.as_str());
        let phrase = Phrase::Of {
            subject: &due.milestone.period.words(language),
            words: went.unwrap_or(Status::Unknown.words(language)),
        };
        Self {
            promised: style.in_unit(style.stated_point(Ok(due.milestone)), target),
            figure: due.figure.map(|figure| style.in_unit(style.figure(Ok(figure)), target)),
            words: phrase.words(language),
            outcome,
        }
    }
}
