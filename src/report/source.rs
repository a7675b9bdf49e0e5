//! Where the figures of a report were found.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::context::Context;
use super::words::Phrase;
use crate::evidence::Evidence;
use crate::plan::{Baseline, Citation, Target};
use crate::series::{Delivery, Observation, Published, Series, Source};
use crate::value::{Language, Period, Text};

/// Where a figure was found, and what is noted of it.
///
/// # Examples
///
/// ```
#[doc = include_str!("amended.txt")]
/// // At least 80 % in 2025, from 60 % in 2020; since June 2023 70 % are enough.
/// let report = Report::of(&plan, &observations, day!("2024-02-01"), &Rule::pace(), Language::English);
/// let row = report.target("homes-2025").ok_or("a row")?;
/// assert_eq!(row.sources[0].words, "2023: Yearbook 2024 (table 3)");
/// assert_eq!(row.sources[0].origin.locator.as_deref(), Some("table 3"));
/// assert_eq!(row.sources[0].published_words, "2024-01-15");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FigureSource {
    /// The days that the figure covers.
    pub period: Period,
    /// The same in words.
    pub period_words: String,
    /// The publication of the figure, as far as it is known.
    pub published: Published,
    /// The same in words.
    pub published_words: String,
    /// The place where the figure was found.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub origin: Origin,
    /// The period and the place in a phrase.
    pub words: String,
}

/// A document in which something was found, and a note for readers; at least one of the two.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Origin {
    /// The title of the document.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The place within it.
    pub locator: Option<String>,
    /// A note for readers.
    pub note: Option<String>,
}

/// Where something was promised or stated.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CitationCells {
    /// The title of the document.
    pub document: String,
    /// Its address.
    pub url: Option<String>,
    /// The exact words, as the document has them in this language.
    pub quote: Option<String>,
}

impl CitationCells {
    /// The cells of a citation, if there is one: its document, where that is found, and its exact words.
    pub(super) fn of(context: Context<'_>, citation: Option<&Citation>) -> Option<Self> {
        let citation = citation?;
        Some(Self {
            document: context.words(citation.document()),
            url: citation.url().map(ToString::to_string),
            quote: citation.quote().map(|quote| context.words(quote)),
        })
    }
}

impl Origin {
    /// Where a figure or a report comes from; `None` where neither a document nor a note is known.
    fn new(source: Option<&Source>, note: Option<&Text>, language: Language) -> Option<Self> {
        if source.is_none() && note.is_none() {
            return None;
        }
        let words = |text: &Text| text.in_language(language.tag()).to_string();
        Some(Self {
            title: source.map(|source| words(source.title())),
            publisher: source.and_then(Source::publisher).map(words),
            url: source.and_then(Source::url).map(ToString::to_string),
            locator: source.and_then(Source::locator).map(ToString::to_string),
            note: note.map(words),
        })
    }

    /// The source of an observation; `None` where neither a document nor a note is known.
    pub(super) fn of_observation(observation: &Observation, language: Language) -> Option<Self> {
        Self::new(observation.source(), observation.note(), language)
    }

    /// The source of a report; `None` where neither a document nor a note is known.
    pub(super) fn of_delivery(delivery: &Delivery, language: Language) -> Option<Self> {
        Self::new(delivery.source(), delivery.note(), language)
    }

    /// The document with the place in it and the note, in a phrase.
    fn words(&self, language: Language) -> String {
        let document = match (&self.title, &self.locator) {
            (Some(document), Some(place)) => Some(Phrase::AtPlace { document, place }.words(language)),
            (title, _) => title.clone(),
        };
        match (document, &self.note) {
            (Some(document), Some(note)) => Phrase::Noted {
                document: &document,
                note,
            }
            .words(language),
            (document, note) => document.or_else(|| note.clone()).unwrap_or_default(),
        }
    }
}

impl FigureSource {
    /// The source of a figure; `None` where neither a document nor a note is known.
    fn of(observation: &Observation, language: Language) -> Option<Self> {
        let origin = Origin::of_observation(observation, language)?;
        let period = observation.coverage();
        let (subject, words) = (&period.words(language), &origin.words(language));
        Some(Self {
            period,
            published: observation.published(),
            published_words: observation.published().words(language),
            words: Phrase::Of { subject, words }.words(language),
            period_words: subject.clone(),
            origin,
        })
    }
}

/// The places where the figures of these periods were found, as known on the day of the question. For a sum, they are
/// the places of its parts. Each place is listed once, with the latest of its figures.
pub(super) fn of_periods(context: Context<'_>, series: &Series, periods: &[Period]) -> Vec<FigureSource> {
    let known = || series.as_known_on(context.as_of).iter();
    let is_whole = |period: Period| known().any(|observation| observation.coverage() == period);
    let (whole, summed): (Vec<Period>, Vec<Period>) = periods.iter().partition(|&&period| is_whole(period));
    let is_used = |observation: &&Observation| {
        let covered = observation.coverage();
        whole.contains(&covered) || summed.iter().any(|period| period.contains(covered))
    };
    let mut origins = BTreeSet::new();
    let mut sources: Vec<FigureSource> = known()
        .rev()
        .filter(is_used)
        .filter_map(|one| FigureSource::of(one, context.language))
        .filter(|source| origins.insert(source.origin.clone()))
        .collect();
    sources.reverse();
    sources
}

/// The periods of the figures that a row tells: the baseline, if it was observed; the figure of the facts; the one that
/// decided; and a newer figure that is only a bound.
pub(super) fn periods_of(target: &Target, facts: &Evidence, deciding_period: Option<Period>) -> Vec<Period> {
    let baseline = target.baseline().filter(|baseline| baseline.value().is_none());
    let observed = facts.observed.ok().map(|figure| figure.period);
    let newer_bound = facts.newer_bound.map(|figure| figure.period);
    [baseline.map(Baseline::period), observed, deciding_period, newer_bound]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::plan::Plan;
    use crate::series::Observations;
    use crate::value::{Unit, date};

    fn observation(period: &str, published: &str, source: Option<&str>, note: Option<&str>) -> Observation {
        let text = |text: &str| Text::try_from(text).unwrap();
        let plain = Observation::new(period.parse().unwrap(), dec!(1)).published_on(date(published).unwrap());
        let found = match source {
            Some(title) => plain.with_source(Source::new(text(title)).with_locator("table 1")),
            None => plain,
        };
        match note {
            Some(note) => found.with_note(text(note)),
            None => found,
        }
    }

    fn told(observations: Vec<Observation>, as_of: &str, periods: &[&str]) -> Vec<String> {
        let plan = Plan::builder(
            "plan".parse().unwrap(),
            "Plan".try_into().unwrap(),
            "2021-01-01/P5Y".parse().unwrap(),
        );
        let plan = plan.build().unwrap();
        let series = Series::new("a".parse().unwrap(), Unit::ratio(), observations).unwrap();
        let context = Context {
            plan: &plan,
            indicators: &alloc::collections::BTreeMap::new(),
            observations: &Observations::default(),
            as_of: date(as_of).unwrap().into(),
            language: Language::English,
        };
        let periods: Vec<Period> = periods.iter().map(|period| period.parse().unwrap()).collect();
        let sources = of_periods(context, &series, &periods);
        sources.into_iter().map(|source| source.words).collect()
    }

    #[test]
    fn the_latest_vintage_that_was_known_tells_where_it_was_found() {
        let vintages = || {
            vec![
                observation("2022", "2023-02-01", Some("Bulletin"), None),
                observation("2022", "2024-02-01", Some("Yearbook"), Some("Revised.")),
                observation("2023", "2024-02-01", Some("Yearbook"), None),
            ]
        };
        for (as_of, words) in [
            ("2023-06-30", &["2022: Bulletin (table 1)"][..]),
            ("2024-06-30", &["2022: Yearbook (table 1). Revised."]),
            ("2022-06-30", &[]),
        ] {
            assert_eq!(told(vintages(), as_of, &["2022"]), words, "{as_of}");
        }
    }

    #[test]
    fn a_sum_has_the_sources_of_its_parts_each_once() {
        let quarters = || {
            vec![
                observation("2022-Q1", "2023-02-01", Some("Monthly"), None),
                observation("2022-Q2", "2023-02-01", Some("Monthly"), None),
                observation("2022-Q3", "2023-02-01", None, Some("By telephone.")),
                observation("2022-Q4", "2023-02-01", None, None),
            ]
        };
        let words = [
            "the second quarter of 2022: Monthly (table 1)",
            "the third quarter of 2022: By telephone.",
        ];
        assert_eq!(told(quarters(), "2023-06-30", &["2022"]), words);
        // Where the year has a figure of its own, its parts say nothing.
        let mut with_year = quarters();
        with_year.push(observation("2022", "2023-02-01", Some("Yearbook"), None));
        assert_eq!(told(with_year, "2023-06-30", &["2022"]), ["2022: Yearbook (table 1)"]);
    }
}
