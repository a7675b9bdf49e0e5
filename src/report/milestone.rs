//! How the milestones of a promise went, and what the next one asks.

use alloc::format;
use alloc::string::{String, ToString};

use super::cell::{Cell, Style};
use super::figure_words::{growth_in_words, value_in_words};
use super::movement::way_to_milestone_in_words;
use super::number::value_of_target;
use super::words::{Label, Phrase, Worded, in_brackets};
use crate::assessment::Assessment;
use crate::evidence::{Evidence, MilestoneOutcome, Missing, Outcome};
use crate::plan::{MeasuredBy, Target};
use crate::rule::Status;
use crate::series::Reading;
use crate::trajectory::Point;

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

/// The words on the last milestone that was missed, and on how many were; empty where none was.
pub(super) fn missed_milestones_in_words(target: &Target, facts: &Evidence, style: Style) -> String {
    let due = || facts.milestones.iter().flatten();
    let missed = || due().filter(|due| due.outcome == Some(Outcome::Broken));
    let last = missed()
        .next_back()
        .and_then(|last| Some((last.milestone, last.figure?)));
    let Some((milestone, figure)) = last else {
        return String::new();
    };
    let (period, count) = (&in_brackets(milestone.period, style.language), missed().count());
    let promised = &promised_in_words(milestone, target, style);
    let value = value_in_words(figure, target, style);
    let figure = &match figure.reading {
        Reading::Approximate(_) => format!("≈ {value}"),
        _ => value,
    };
    let phrase = if count == 1 {
        Phrase::MilestoneMissed {
            promised,
            period,
            figure,
        }
    } else {
        Phrase::MilestonesMissed {
            count: &count.to_string(),
            promised,
            period,
            figure,
        }
    };
    phrase.words(style.language)
}

/// The words on the milestone that is due next, before the goal from which what is required is told, and on how the
/// indicator must move until then, if it is not reached already; empty where there is none, and where the status is
/// final.
pub(super) fn next_milestone_in_words(target: &Target, assessment: &Assessment, style: Style) -> String {
    let next = assessment.evidence.next_milestone;
    let Some(next) = next.filter(|_| !assessment.verdict.status.is_final()) else {
        return String::new();
    };
    let value = &promised_in_words(next.milestone, target, style);
    let period = &in_brackets(next.milestone.period, style.language);
    let mut words = Phrase::NextMilestoneIs { value, period }.words(style.language);
    if next.change_required_from_now == Err(Missing::AlreadyMet) {
        words.push_str(Label::MilestoneReached.words(style.language));
    } else {
        words.push_str(&way_to_milestone_in_words(target, assessment, style));
    }
    words
}

/// The value of a milestone; of a chained index, its growth since the baseline.
fn promised_in_words(milestone: Point, target: &Target, style: Style) -> String {
    match target.goal().measured_by() {
        MeasuredBy::YearlyRates => growth_in_words(Reading::Exact(milestone.value), target, style.language),
        MeasuredBy::Levels => value_of_target(&style.stated_point(Ok(milestone)).text, target, style.language),
    }
}
