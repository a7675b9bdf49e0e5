//! How the periods went in which a promise was to hold, with what was asked of them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::cell::{Cell, Style};
use super::words::{Label, Phrase, Worded, times_at_least, when};
use crate::evidence::{Outcome, Record};
use crate::plan::{Goal, Target};
use crate::progress::RecordedPeriod;
use crate::rule::Status;
use crate::series::{AsOf, Figure};
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
    /// The periods in the order of time, by what was promised then: the latest thousand of those that are due, and
    /// behind them the first thousand of those to come.
    pub periods: Vec<PeriodCells>,
    /// The whole record in a phrase, with what was asked of the periods where that is not what is promised now.
    pub words: String,
}

/// A period in which a promise was, or is, to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PeriodCells {
    /// The period.
    pub period: Period,
    /// The same in words.
    pub period_words: String,
    /// Whether it is due, and so counted; else it is to come.
    pub is_due: bool,
    /// The figure by which it went, or that leaves it open; none where none is known.
    pub figure: Option<Cell>,
    /// Whether it was kept or not; none where that is not known, and of what is not due.
    pub outcome: Option<Worded<Outcome>>,
    /// The period, and how it went, in a phrase: `2023: kept`, `2024: unknown`, `2025: not due`.
    pub words: String,
}

impl PeriodCells {
    /// The cells of a period of the record of a target.
    fn new(recorded: &RecordedPeriod, target: &Target, style: Style) -> Self {
        let language = style.language;
        let outcome = recorded.outcome;
        let without = if recorded.is_due {
            Status::Unknown
        } else {
            Status::NotDue
        };
        let period_words = recorded.period.words(language);
        let phrase = Phrase::Of {
            subject: &period_words,
            words: outcome.map_or(without.words(language), |outcome| outcome.words(language)),
        };
        Self {
            period: recorded.period,
            is_due: recorded.is_due,
            figure: (recorded.figure).map(|figure| style.in_unit(style.figure(Ok(figure)), target)),
            outcome: outcome.map(|outcome| Worded::new(outcome, outcome.words(language))),
            words: phrase.words(language),
            period_words,
        }
    }
}

impl RecordCells {
    /// The cells of the record of a target, with its amendments, and of its periods.
    pub(super) fn new(record: &Record, periods: &[RecordedPeriod], target: &Target, as_of: AsOf, style: Style) -> Self {
        let language = style.language;
        let counts = [record.kept, record.known(), record.broken, record.unknown].map(|count| count.to_string());
        let [kept, known, broken, unknown] = &counts;
        let phrase = Phrase::Record {
            kept,
            known,
            broken,
            unknown,
        };
        let mut words = phrase.words(language);
        let of_version = |of: &Target| asked_in_words(record, of, as_of, language);
        let asked = of_version(target);
        // What is promised now stands in the row already.
        if !record.is_asked_alike || asked != of_version(target.in_force_on(as_of.date())) {
            words.push_str(&asked);
        }
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
            periods: (periods.iter())
                .map(|period| PeriodCells::new(period, target, style))
                .collect(),
            words,
        }
    }
}

/// The words on what was asked of the periods that are known: by the version of the target by which all of them are
/// judged, else that each is by its own. Empty of a condition. `target` is the target with its amendments.
fn asked_in_words(record: &Record, target: &Target, as_of: AsOf, language: Language) -> String {
    if !record.is_asked_alike {
        let what = Label::InForceThen.words(language);
        return Phrase::InBrackets { what }.words(language);
    }
    let today = as_of.date();
    let judged_on = record.latest_period().map(|latest| target.measured_on(latest));
    let version = target.in_force_on(judged_on.map_or(today, |day| day.min(today)));
    if version.is_condition() {
        return String::new();
    }
    let asked = [Some(version.asked_words(language)), version.tolerance_words(language)];
    let said: Vec<String> = asked.into_iter().flatten().collect();
    let what = &said.join(Label::ClauseComma.words(language));
    match version.goal() {
        Goal::Keep {
            kept_in: Some(count),
            every,
            ..
        } => {
            let times = &times_at_least(count, version.count_of_periods(every), language);
            Phrase::AskedSome { what, times }.words(language)
        }
        _ => Phrase::InBrackets { what }.words(language),
    }
}

/// The words on how many periods the promise was kept in, and of how many that is known, with what was asked of them;
/// then the last period if only that is still waited for, and the last in which the promise was not kept, unless the
/// `figure` that is told is of that one. Empty if it is known of none.
pub(super) fn record_in_words(
    record: &Record,
    figure: Figure,
    target: &Target,
    as_of: AsOf,
    language: Language,
) -> String {
    let known = &record.known().to_string();
    let (kept, unknown) = (&record.kept.to_string(), &record.unknown.to_string());
    if known == "0" {
        return String::new();
    }
    let asked = &asked_in_words(record, target, as_of, language);
    let pending = &record.pending.map_or_else(String::new, |period| period.words(language));
    let phrase = match record.unknown {
        0 => Phrase::KeptIn { asked, kept, known },
        _ if record.pending.is_some() => Phrase::KeptInPending {
            asked,
            kept,
            known,
            pending,
        },
        _ => Phrase::KeptInKnown {
            asked,
            kept,
            known,
            unknown,
        },
    };
    let mut words = phrase.words(language);
    let is_told = |broken: &Period| broken.first() <= figure.period.first() && figure.period.last() <= broken.last();
    if let Some(broken) = record.last_broken.filter(|broken| !is_told(broken)) {
        let when = &when(broken, language);
        words.push_str(&Phrase::LastBroken { when }.words(language));
    }
    words
}
