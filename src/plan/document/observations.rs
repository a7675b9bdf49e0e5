//! Reads observations: what was seen of a plan's indicators, and reported of its deliverables.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::super::nearest::Search;
use super::super::slips::tell_slips;
use super::super::{ProblemKind, Problems};
use super::fields::{
    DELIVERY, EARLIEST_DATE, OBSERVATION, OBSERVATIONS, REPORT, SERIES, SOURCE, UNCERTAIN_VALUE, UNCERTAINTY,
};
use super::plan::unit;
use super::reader::{Fields, Node};
use super::tree::Tree;
use crate::series::{
    Delivery, DeliveryState, Flags, Observation, ObservationStatus, Observations, Published, Reading, Series,
    SeriesError, Source, Uncertainty,
};
use crate::value::{Code, Edge, Interval, Length, Period, Unit, excerpt};

/// Reads observations, and reports everything that is wrong with them; `None` if they have errors.
pub(super) fn read(root: &Node<'_>, problems: &mut Problems) -> Option<Observations> {
    let fields = root.fields_of_document(&OBSERVATIONS, problems)?;
    let read_series = |list: &Node<'_>, problems: &mut Problems| {
        let mut seen = BTreeSet::new();
        list.list(|node, problems| series(node, &mut seen, problems), problems)
    };
    let read_deliveries = |list: &Node<'_>, problems: &mut Problems| {
        let mut seen = BTreeMap::new();
        list.list(|node, problems| deliveries(node, &mut seen, problems), problems)
    };
    let series = fields.read("series", read_series, problems);
    let deliveries = fields.read("deliveries", read_deliveries, problems);
    if problems.has_errors() {
        return None;
    }
    let observations = Observations::new(series.unwrap_or_default());
    let mut deliveries = deliveries.unwrap_or_default().into_iter();
    let with = |observations: Observations, (deliverable, reports)| observations.with_deliveries(deliverable, reports);
    root.keep(
        observations.and_then(|observations| deliveries.try_fold(observations, with)),
        problems,
    )
}

/// Reads a series, and adds its indicator and breakdown to `seen`; it is a problem if they are there already.
pub(super) fn series(
    node: &Node<'_>,
    seen: &mut BTreeSet<(Code, Option<Code>)>,
    problems: &mut Problems,
) -> Option<Series> {
    let fields = node.fields(&SERIES, problems)?;
    let indicator = fields.read("indicator", Node::code, problems);
    let breakdown = fields.read("breakdown", Node::code, problems);
    let is_told = breakdown.is_some() == fields.has("breakdown") && !fields.is_misspelt("breakdown");
    if let Some((indicator, place)) = indicator.clone().zip(fields.get("indicator")).filter(|_| is_told) {
        let breakdown = breakdown.clone();
        if !seen.insert((indicator.clone(), breakdown.clone())) {
            problems.push(place.path(), SeriesError::TwoSeries { indicator, breakdown });
        }
    }
    let unit = fields.read("unit", unit, problems);
    let publishers = fields.or_default("publishers", Vec::new(), Node::list_of(Node::text), problems);
    let of_series = fields.or_default("published", Published::Unstated, published, problems);
    let of_series = of_series.unwrap_or_default();
    let read = |list: &Node<'_>, problems: &mut Problems| observations(list, of_series, unit.as_ref(), problems);
    let observations = fields.or_default("observations", Vec::new(), read, problems);
    let series = node.keep(Series::new(indicator?, unit?, observations?), problems)?;
    let series = series.with_publishers(publishers?);
    // A figure that could not be read may be of the publisher.
    if let Some(place) = fields.get("publishers").filter(|_| !problems.has_errors()) {
        check_publishers(&series, &place, problems);
    }
    Some(match breakdown {
        Some(breakdown) => series.with_breakdown(breakdown),
        None => series,
    })
}

/// Warns of each ranked publisher of whom the series has no figure; the name may be written otherwise in the figures.
fn check_publishers(series: &Series, place: &Node<'_>, problems: &mut Problems) {
    let seen: BTreeSet<_> = series
        .observations()
        .iter()
        .filter_map(Observation::publisher)
        .collect();
    let mut search = Search::new();
    for (index, publisher) in series.publishers().iter().enumerate() {
        if !seen.contains(publisher) {
            let publisher = publisher.first();
            let near = search.nearest(publisher, seen.iter().map(|seen| seen.first()));
            let kind = ProblemKind::UnknownPublisher {
                publisher: excerpt(publisher),
                nearest: near.map(excerpt),
            };
            problems.push(format!("{}[{index}]", place.path()), kind);
        }
    }
}

/// Reads a list of observations; `None` if two of them have the same period, day of publication and source.
fn observations(
    list: &Node<'_>,
    of_series: Published,
    unit: Option<&Unit>,
    problems: &mut Problems,
) -> Option<Vec<Observation>> {
    let mut seen = BTreeSet::new();
    let mut can_be_told_apart = true;
    let read = |node: &Node<'_>, problems: &mut Problems| {
        let observation = observation(node, of_series, problems)?;
        tell_slips(&observation, unit.is_some_and(Unit::is_whole), |field, kind| {
            problems.push(node.field_or_self(field).path(), kind);
        });
        let (coverage, published, source) = observation.identity();
        if !seen.insert((coverage, published, source.cloned())) {
            // Of which series it is, the path tells.
            let repeated = SeriesError::Repeated {
                indicator: None,
                breakdown: None,
                period: observation.period(),
            };
            problems.push(node.path(), repeated);
            can_be_told_apart = false;
        }
        Some(observation)
    };
    let observations = list.list(read, problems);
    observations.filter(|_| can_be_told_apart)
}

/// Reads a figure, published as the series says (`of_series`) unless the figure says otherwise.
pub(super) fn observation(node: &Node<'_>, of_series: Published, problems: &mut Problems) -> Option<Observation> {
    let fields = node.fields(&OBSERVATION, problems)?;
    let period = fields.read("period", Node::period, problems);
    let status = fields.or_default("status", Flags::NONE, flags, problems);
    let reading = reading(&fields, status, problems);
    let read_uncertainty = |node: &Node<'_>, problems: &mut Problems| uncertainty(node, reading, problems).map(Some);
    let uncertainty = fields.or_default("uncertainty", None, read_uncertainty, problems);
    let published = fields.or_default("published", of_series, published, problems);
    let read_since = |node: &Node<'_>, problems: &mut Problems| node.date(problems).map(Some);
    let since = fields.or_default("cumulative_since", None, read_since, problems);
    if let Some((period, since)) = period.zip(since.flatten()) {
        let total = Observation::new(period, Reading::Missing).cumulative_since(since);
        fields.keep("cumulative_since", total, problems);
    }
    let read_source = |node: &Node<'_>, problems: &mut Problems| source(node, problems).map(Some);
    let source = fields.or_default("source", None, read_source, problems);
    let note = fields.read("note", Node::text, problems);
    let mut observation = Observation::new(period?, reading?)
        .with_published(published?)
        .with_status(status?);
    if let Some(since) = since? {
        observation = observation.cumulative_since(since).ok()?;
    }
    if let Some(uncertainty) = uncertainty? {
        observation = observation.with_uncertainty(uncertainty).ok()?;
    }
    if let Some(source) = source? {
        observation = observation.with_source(source);
    }
    if let Some(note) = note {
        observation = observation.with_note(note);
    }
    Some(observation)
}

/// Reads how far the true value may lie from `reading`: the ends of a range around it, perhaps with its confidence, or
/// a standard error alone. `None` too if the reading could not be read.
fn uncertainty(node: &Node<'_>, reading: Option<Reading>, problems: &mut Problems) -> Option<Uncertainty> {
    let fields = node.fields(&UNCERTAINTY, problems)?;
    let [from, to, confidence, standard_error] =
        ["from", "to", "confidence", "standard_error"].map(|field| fields.read(field, Node::decimal, problems));
    let has = |field| fields.has(field);
    let uncertainty = match (has("from") && has("to"), has("standard_error")) {
        (true, false) => {
            if has("confidence") {
                Uncertainty::confidence_interval(from?, to?, confidence?)
            } else {
                Uncertainty::between(from?, to?)
            }
        }
        (false, true) if !has("from") && !has("to") && !has("confidence") => {
            Uncertainty::standard_error(standard_error?)
        }
        _ if fields.has_misspelt() => return None,
        _ => {
            problems.push(node.path(), ProblemKind::UnclearUncertainty);
            return None;
        }
    };
    let sound = uncertainty.check(reading?.value());
    let field = sound.as_ref().err().map_or("", SeriesError::field);
    fields.keep(field.trim_start_matches("uncertainty."), sound, problems)?;
    Some(uncertainty)
}

/// Reads the flags of a figure: one word, or a list of words.
fn flags(node: &Node<'_>, problems: &mut Problems) -> Option<Flags> {
    if node.as_text().is_some() {
        return node.word(ObservationStatus::WORDS, problems).map(Flags::from);
    }
    if !node.is_list() {
        return node.refuse("a word, or a list of words", problems);
    }
    let words = node.list(Node::one_of(ObservationStatus::WORDS), problems)?;
    Some(words.into_iter().collect())
}

/// The reading of a figure. A figure must have a value, unless its status excludes one (`missing`), and then must have
/// none. `status` is `None` if it could not be read; then a missing value is not reported.
fn reading(fields: &Fields<'_>, status: Option<Flags>, problems: &mut Problems) -> Option<Reading> {
    let is_excluded = status.is_some_and(Flags::exclude_a_value);
    let Some(node) = fields.get("value").filter(|node| is_excluded || !node.is_null()) else {
        if status.is_some() && !is_excluded && !fields.is_misspelt("value") {
            problems.push(fields.path_of("value"), ProblemKind::MissingValue);
        }
        return is_excluded.then_some(Reading::Missing);
    };
    let reading = reading_of_value(&node, problems);
    if is_excluded && !node.is_null() {
        problems.push(node.path(), ProblemKind::ValueOfMissing);
    }
    reading
}

/// Reads the value of a figure: a number, or a map of an approximate number or of limits.
fn reading_of_value(node: &Node<'_>, problems: &mut Problems) -> Option<Reading> {
    if !node.is_map() {
        return node.decimal(problems).map(Reading::Exact);
    }
    let fields = node.fields(&UNCERTAIN_VALUE, problems)?;
    let about = fields.read("approximately", Node::decimal, problems);
    let low = edge(&fields, "at_least", "more_than", problems);
    let high = edge(&fields, "at_most", "less_than", problems);
    if fields.has("approximately") {
        let limits = ["at_least", "more_than", "at_most", "less_than"];
        if let Some(other) = limits.into_iter().find(|limit| fields.has(limit)) {
            fields.refuse_together("approximately", other, problems);
        }
        return about.map(Reading::Approximate);
    }
    if fields.has_misspelt() {
        return None;
    }
    node.keep(Interval::between(low?, high?), problems).map(Reading::from)
}

/// Reads one end of an interval from the fields of its two limits, `inclusive` (`at_least`) and `exclusive`
/// (`more_than`). It is [`Edge::Unlimited`] if the map has neither; `None` if it has both, or the limit cannot be read.
fn edge(
    fields: &Fields<'_>,
    inclusive: &'static str,
    exclusive: &'static str,
    problems: &mut Problems,
) -> Option<Edge> {
    let including = fields.read(inclusive, Node::decimal, problems);
    let excluding = fields.read(exclusive, Node::decimal, problems);
    match (fields.has(inclusive), fields.has(exclusive)) {
        (true, true) => {
            fields.refuse_together(inclusive, exclusive, problems);
            None
        }
        (true, false) => including.map(Edge::Inclusive),
        (false, true) => excluding.map(Edge::Exclusive),
        (false, false) => Some(Edge::Unlimited),
    }
}

/// Reads when figures were published: on a day, or in a map the earliest day that it can have been.
pub(crate) fn published(node: &Node<'_>, problems: &mut Problems) -> Option<Published> {
    let period = node.as_text().and_then(|text| text.parse::<Period>().ok());
    if let Some(period) = period.filter(|period| period.length() != Length::Days(1)) {
        let first = period.first();
        let expected = format!("a day, and where no more is known a map, `{{\"not_before\": \"{first}\"}}`");
        return node.refuse(expected, problems);
    }
    if !node.is_map() {
        return node.date(problems).map(Published::On);
    }
    let fields = node.fields(&EARLIEST_DATE, problems)?;
    fields
        .read("not_before", Node::date, problems)
        .map(Published::NotBefore)
}

/// Reads the source of a figure or of a report.
pub(super) fn source(node: &Node<'_>, problems: &mut Problems) -> Option<Source> {
    let fields = node.fields(&SOURCE, problems)?;
    let title = fields.read("title", Node::text, problems);
    Some(Source {
        publisher: fields.read("publisher", Node::text, problems),
        url: fields.read("url", Node::plain_text, problems).map(Into::into),
        locator: fields.read("locator", Node::plain_text, problems).map(Into::into),
        title: title?,
    })
}

/// Reads the reports on one deliverable, and adds its code to `seen`, with the path of the entry; it is a problem if
/// the code is there already.
fn deliveries(
    node: &Node<'_>,
    seen: &mut BTreeMap<Code, String>,
    problems: &mut Problems,
) -> Option<(Code, Vec<Delivery>)> {
    let fields = node.fields(&DELIVERY, problems)?;
    let deliverable = fields.read("deliverable", Node::code, problems);
    if let Some((code, place)) = deliverable.clone().zip(fields.get("deliverable")) {
        match seen.get(&code).cloned() {
            Some(first) => problems.push(place.path(), ProblemKind::CodeTaken { code, first }),
            None => {
                seen.insert(code, node.path().into());
            }
        }
    }
    let reports = fields.or_default("reports", Vec::new(), Node::list_of(report), problems);
    deliverable.zip(reports)
}

/// Reads a report on a deliverable.
pub(super) fn report(node: &Node<'_>, problems: &mut Problems) -> Option<Delivery> {
    let fields = node.fields(&REPORT, problems)?;
    let state = fields.read("state", Node::one_of(DeliveryState::WORDS), problems);
    let on = fields.read("on", Node::date, problems);
    let published = fields.or_default("published", Published::Unstated, published, problems);
    Some(Delivery {
        share_done: fields.read("share_done", share_done, problems),
        source: fields.read("source", source, problems),
        note: fields.read("note", Node::text, problems),
        state: state?,
        on: on?,
        published: published?,
    })
}

/// Reads the share that a report says is done; below 0 or above 1 it is refused.
fn share_done(node: &Node<'_>, problems: &mut Problems) -> Option<Decimal> {
    let share = node.decimal(problems)?;
    node.keep(Delivery::checked_share(share), problems)
}

/// A path whose steps into lists are names, with their indices instead; `None` if a list has nothing of that name.
pub(super) fn place_of(document: &Tree, path: &str) -> Option<String> {
    let mut place = String::new();
    let mut at = Some(document);
    for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
        match at {
            Some(Tree::List(items)) => {
                let named = items.iter().position(|item| is_called(item, step));
                let index = named.or_else(|| step.parse().ok().filter(|index| *index < items.len()))?;
                place = format!("{place}[{index}]");
                at = items.get(index);
            }
            map => {
                if !place.is_empty() {
                    place.push('.');
                }
                place.push_str(step);
                at = map.and_then(|map| map.get(step));
            }
        }
    }
    Some(place)
}

/// Whether an entry of a list is what paths call by this name: a series by its indicator (`jobs`) or its breakdown
/// (`jobs/women`), a figure by its period, and reports by their deliverable.
fn is_called(entry: &Tree, name: &str) -> bool {
    let text = |key: &str| match entry.get(key) {
        Some(Tree::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    match (text("indicator"), text("breakdown")) {
        (Some(indicator), Some(breakdown)) => name.split_once('/') == Some((indicator, breakdown)),
        (Some(indicator), None) => name == indicator,
        _ => {
            let period = text("period").and_then(|text| text.parse::<Period>().ok());
            text("deliverable") == Some(name) || period.is_some_and(|period| name.parse() == Ok(period))
        }
    }
}
