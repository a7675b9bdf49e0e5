//! One deliverable as a row.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::amendment::{AmendmentCells, FirstPromiseCells};
use super::cell::Cell;
use super::context::Context;
use super::number;
use super::source::{CitationCells, Origin};
use super::status::StatusCells;
use super::verdict::reason_with_pace;
use super::words::{Phrase, Worded, date};
use crate::assessment::{DeliverableAssessment, latest_share};
use crate::evidence::{Caveat, Reason};
use crate::plan::{Deliverable, Verifiability};
use crate::rule::Status;
use crate::series::{Delivery, DeliveryState};
use crate::value::{Code, Language, Period};

/// One deliverable of a report.
///
/// # Examples
///
/// ```
/// use milepost::{Deliverable, Delivery, DeliveryState, Language, Observations, Pillar, Plan, Published, Report, Rule};
/// use milepost::{code, day, dec, period, text};
///
/// // By the end of 2025, in a plan from 2022 on: 40 % are done after three of the four years.
/// let school = Deliverable::new(code!("school"), text!("New school"), period!("2025"));
/// let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P4Y"))
///     .pillar(Pillar::new(code!("people"), text!("People")).with_deliverable(school))
///     .build()?;
/// let progress = Delivery::new(DeliveryState::UnderWay, day!("2024-12-31"))
///     .published_on(day!("2025-01-10"))
///     .with_share_done(dec!(0.4))?;
/// let observations = Observations::default().with_deliveries(code!("school"), vec![progress])?;
/// let report = Report::of(&plan, &observations, day!("2025-02-01"), &Rule::pace(), Language::English);
///
/// let row = report.deliverable("school").ok_or("a row")?;
/// assert_eq!((&*row.status.words, &*row.reason.words), ("off track", "its pace is 0.533"));
/// assert_eq!(row.state.as_ref().map(|state| &*state.words), Some("under way"));
/// assert_eq!(row.share_done.as_ref().map(|share| &*share.text), Some("40.00 %"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeliverableRow {
    /// The deliverable's code.
    pub code: Code,
    /// The words that say what is to be done.
    pub name: String,
    /// By when, as it is in force.
    pub deadline: Period,
    /// The same in words.
    pub deadline_words: String,
    /// The amendments that hold on the day of the question, in the order of time: how the deliverable was postponed or
    /// brought forward.
    pub amendments: Vec<AmendmentCells>,
    /// By when it was first promised, where an amendment is in force.
    pub first_promise: Option<FirstPromiseCells>,
    /// What shows that it is done.
    pub verifiability: Worded<Verifiability>,
    /// The status of the deliverable.
    pub status: StatusCells,
    /// The reason of the status, or why nobody can say; with the pace where that decided.
    pub reason: Worded<Reason>,
    /// What a reader should know beside: that it was reported undone after it had been done, say.
    pub caveats: Vec<Worded<Caveat>>,
    /// The state that was reported last, of the reports that were known on the day of the question; none without one.
    pub state: Option<Worded<DeliveryState>>,
    /// The day of that report.
    pub reported_on: Option<NaiveDate>,
    /// The same in words.
    pub reported_on_words: Option<String>,
    /// The share that is done, in percent, if that report says it, or an earlier one that still holds and decided by
    /// its pace.
    pub share_done: Option<Cell>,
    /// The share of its time that was gone on the day of the report by which the pace is, in percent, where that
    /// decided.
    pub share_of_time: Option<Cell>,
    /// The share that is done ÷ the share of the time, where that decided: 1 is on time.
    pub pace: Option<Cell>,
    /// The standing of the deliverable, in one sentence.
    pub sentence: String,
    /// Its weight among the deliverables of its pillar; 1 if nothing is said.
    pub weight: Cell,
    /// Where that report was found.
    pub source: Option<Origin>,
    /// The code of the deliverable that it restates.
    pub restates: Option<Code>,
    /// Who answers for it.
    pub responsible: Option<String>,
    /// The place where the deliverable was promised.
    pub citation: Option<CitationCells>,
    /// A note for readers.
    pub note: Option<String>,
}

/// The sentence on how a deliverable stands; with its status by the first promise, if that is a different one.
fn sentence(context: Context<'_>, deliverable: &Deliverable, assessed: &DeliverableAssessment) -> String {
    let language = context.language;
    let (day, name) = (
        &date(context.as_of.date(), language),
        &context.words(deliverable.name()),
    );
    let pace = reason_with_pace(assessed.reason, assessed.pace, language).words;
    let words = share_in_words(context, deliverable, assessed, &pace).unwrap_or(pace);
    let words = with_last_word(words, assessed, language);
    let first = assessed.amended.as_ref().map(|amended| amended.status_by_first_promise);
    let reason = &match first.filter(|first| *first != assessed.status) {
        Some(first) => Phrase::ByFirstPromise {
            words: &words,
            first: first.words(language),
        }
        .words(language),
        None => words,
    };
    let phrase = match assessed.status {
        Status::NotDue => Phrase::NotDue { day, name, reason },
        Status::Unknown => Phrase::NotSeen { day, name, reason },
        status => Phrase::DeliverableIs {
            day,
            name,
            status: status.words(language),
            reason,
        },
    };
    phrase.words(language)
}

/// The words on a deliverable that was done, with the last report behind them if that says that it is not.
fn with_last_word(words: String, assessed: &DeliverableAssessment, language: Language) -> String {
    let is_undone = assessed.caveats.contains(Caveat::ReportedUndone);
    match assessed.latest_report.as_ref().filter(|_| is_undone) {
        Some(latest) => Phrase::ReportedSince {
            words: &words,
            day: &date(latest.on(), language),
            state: latest.state().words(language),
        }
        .words(language),
        None => words,
    }
}

/// The share that was done, with the day of its report, the share of the time that was gone by then, and the `pace`
/// that they make; `None` where no pace decided.
fn share_in_words(
    context: Context<'_>,
    deliverable: &Deliverable,
    assessed: &DeliverableAssessment,
    pace: &str,
) -> Option<String> {
    let (language, time) = (context.language, assessed.share_of_time?);
    let report = latest_share(context.observations.deliveries(deliverable.code()), context.as_of)?;
    let [share, time] = &[report.share_done()?, time].map(|share| Cell::of_share(share, language).words);
    let day = &date(report.on(), language);
    Some(Phrase::ShareWasDone { share, day, time, pace }.words(language))
}

impl DeliverableRow {
    /// The row of a deliverable.
    pub(super) fn new(context: Context<'_>, deliverable: &Deliverable, assessed: &DeliverableAssessment) -> Self {
        let language = context.language;
        let latest = assessed.latest_report.as_ref();
        let reports = || context.observations.deliveries(deliverable.code());
        let share = match assessed.pace {
            Some(_) => latest_share(reports(), context.as_of),
            None => latest,
        };
        let verifiability = deliverable.verifiability();
        let deadline = deliverable.deadline_on(context.as_of.date());
        Self {
            code: deliverable.code().clone(),
            name: context.words(deliverable.name()),
            deadline,
            deadline_words: deadline.words(language),
            amendments: AmendmentCells::of_deliverable(context, deliverable),
            first_promise: FirstPromiseCells::of_deliverable(context, deliverable, assessed),
            verifiability: Worded::new(verifiability, verifiability.words(language)),
            status: StatusCells::new(assessed.status, language),
            reason: reason_with_pace(assessed.reason, assessed.pace, language),
            caveats: (assessed.caveats.iter())
                .map(|caveat| Worded::new(caveat, caveat.words(language)))
                .collect(),
            state: latest
                .map(Delivery::state)
                .map(|state| Worded::new(state, state.words(language))),
            reported_on: latest.map(Delivery::on),
            reported_on_words: latest.map(|report| date(report.on(), language)),
            share_done: share
                .and_then(Delivery::share_done)
                .map(|share| Cell::of_share(share, language)),
            share_of_time: assessed.share_of_time.map(|share| Cell::of_share(share, language)),
            pace: assessed.pace.map(|pace| Cell::new(number::pace(pace), pace, language)),
            sentence: sentence(context, deliverable, assessed),
            weight: Cell::of_weight(deliverable.weight().as_decimal(), language),
            source: latest.and_then(|report| Origin::of_delivery(report, language)),
            restates: deliverable.restates().cloned(),
            responsible: deliverable.responsible().map(|text| context.words(text)),
            citation: CitationCells::of(context, deliverable.citation()),
            note: deliverable.note().map(|text| context.words(text)),
        }
    }
}
