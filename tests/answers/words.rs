//! Reasons, figures and names as text, in a form of their own.

use std::fmt::{Debug, Display};

use milepost::evidence::{MilestoneOutcome, PeriodOutcome, Record};
use milepost::growth::GrowthError;
use milepost::series::Published;
use milepost::value::Edge;
use milepost::{Caveats, Figure, Ground, Missing, Period, Point, Reading, Reason};

/// The name of a variant, as documents write it.
pub(crate) fn name(variant: impl Debug) -> String {
    let text = format!("{variant:?}");
    let mut name = String::new();
    for letter in text.chars().take_while(char::is_ascii_alphanumeric) {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// Each with its own text, if there is something.
pub(crate) fn list<T>(items: impl IntoIterator<Item = T>, text: impl Fn(T) -> String) -> Option<String> {
    let texts: Vec<String> = items.into_iter().map(text).collect();
    Some(texts.join(";")).filter(|text| !text.is_empty())
}

fn with_fields(code: &str, fields: &[(&str, &dyn Display)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}:{value}")).collect();
    if fields.is_empty() {
        code.to_owned()
    } else {
        format!("{code}[{}]", fields.join(","))
    }
}

pub(crate) fn reason(reason: Reason) -> String {
    match reason {
        Reason::Ground(decided) => ground(decided),
        Reason::Missing(lacking) => missing(lacking),
    }
}

fn ground(ground: Ground) -> String {
    let code = name(ground);
    let with = |fields: &[(&str, &dyn Display)]| with_fields(&code, fields);
    match ground {
        Ground::BrokenBefore { period, .. } | Ground::Broken { period, .. } | Ground::Reversed { period, .. } => {
            with(&[("period", &period)])
        }
        Ground::Delivered { on, .. }
        | Ground::DeliveredLate { on, .. }
        | Ground::Cancelled { on, .. }
        | Ground::NotDelivered { on, .. } => with(&[("on", &on)]),
        Ground::DeadlineBetweenFigures { before, after, .. } => with(&[("before", &before), ("after", &after)]),
        Ground::NoPeriodOver { length, .. } => with(&[("length", &length)]),
        Ground::NotBegun { until, .. } | Ground::NotPromisedYet { until, .. } => with(&[("until", &until)]),
        other => without_fields(other),
    }
}

pub(crate) fn missing(missing: Missing) -> String {
    let code = name(missing);
    let with = |fields: &[(&str, &dyn Display)]| with_fields(&code, fields);
    match missing {
        Missing::ChainBroken { period, .. }
        | Missing::NoBaselineValue { period, .. }
        | Missing::BaselineIsOnlyABound { period, .. }
        | Missing::OnlyABound { period, .. }
        | Missing::BoundLeavesOpen { period, .. }
        | Missing::RepeatedYear { period, .. }
        | Missing::SeriesBreak { period, .. } => with(&[("period", &period)]),
        Missing::PartialPeriod {
            period, needed_length, ..
        } => with(&[("period", &period), ("needed_length", &needed_length)]),
        Missing::OtherPeriods {
            found_length,
            needed_length,
            ..
        } => with(&[("found_length", &found_length), ("needed_length", &needed_length)]),
        Missing::NoFigureAtDeadline { before, after, .. } => {
            let words = |period: Option<Period>| period.map_or_else(|| "none".to_owned(), |period| period.to_string());
            with(&[("before", &words(before)), ("after", &words(after))])
        }
        Missing::Stale { period, age, .. } => with(&[("period", &period), ("age", &age.units())]),
        Missing::PeriodsUnknown { count, .. } => with(&[("count", &count)]),
        Missing::TooFewFigures { needed, found, .. } | Missing::YearsTooNear { needed, found, .. } => {
            with(&[("needed", &needed), ("found", &found)])
        }
        Missing::GoalUnstated { lacks, .. } => with(&[("lacks", &name(lacks))]),
        Missing::Growth { error, .. } => with(&[("error", &growth_error(error))]),
        other => without_fields(other),
    }
}

pub(crate) fn growth_error(error: GrowthError) -> String {
    let code = name(error);
    let with = |fields: &[(&str, &dyn Display)]| with_fields(&code, fields);
    match error {
        GrowthError::Zero { from, to, .. }
        | GrowthError::Crossing { from, to, .. }
        | GrowthError::BothNegative { from, to, .. } => with(&[("from", &from), ("to", &to)]),
        GrowthError::Negative { value, .. } | GrowthError::NoDistance { value, .. } => with(&[("value", &value)]),
        GrowthError::Start { start, .. } => with(&[("start", &start)]),
        GrowthError::OffCurve { value, ceiling, .. } => with(&[("value", &value), ("ceiling", &ceiling)]),
        GrowthError::NegativeSpan { over, .. } => with(&[("over", &over.units())]),
        GrowthError::Weights { weights, points, .. } => with(&[("weights", &weights), ("points", &points)]),
        GrowthError::NoSolution { base, total, .. } => with(&[("base", &base), ("total", &total)]),
        other => without_fields(other),
    }
}

/// The name of what has no fields; what has some is written above.
fn without_fields(variant: impl Debug) -> String {
    let text = format!("{variant:?}");
    assert!(!text.contains(['{', '(']), "{text} has fields that are not written");
    name(variant)
}

pub(crate) fn caveats(caveats: Caveats) -> Option<String> {
    list(caveats.iter(), name)
}

pub(crate) fn point(point: Point) -> String {
    format!("{}:{}", point.period, point.value)
}

/// A milestone, how it went, and by which figure.
pub(crate) fn milestone(one: &MilestoneOutcome) -> String {
    let outcome = one.outcome.map_or_else(|| "unknown".to_owned(), name);
    let by = one.figure.map_or_else(|| "none".to_owned(), figure);
    format!("{}={outcome}({by})", point(one.milestone))
}

/// Period, reading, status unless it is normal, and day of publication.
pub(crate) fn figure(figure: Figure) -> String {
    let status = figure
        .status
        .iter()
        .fold(String::new(), |said, status| said + ":" + status.name());
    format!(
        "{}:{}{status}@{}",
        figure.period,
        reading(figure.reading),
        published(figure.published)
    )
}

fn reading(reading: Reading) -> String {
    match reading {
        Reading::Exact(value) => value.to_string(),
        Reading::Approximate(value) => format!("~{value}"),
        Reading::Interval(_) => {
            let (low, high) = reading.edges();
            format!("({}..{})", edge(low), edge(high))
        }
        Reading::Missing => "missing".to_owned(),
    }
}

fn edge(edge: Edge) -> String {
    match edge {
        Edge::Unlimited => String::new(),
        Edge::Inclusive(value) => value.to_string(),
        Edge::Exclusive(value) => format!("not {value}"),
    }
}

fn published(published: Published) -> String {
    match published {
        Published::On(day) => day.to_string(),
        Published::NotBefore(day) => format!("{day}+"),
        Published::Unstated => "undated".to_owned(),
    }
}

pub(crate) fn record(record: Record) -> String {
    let Record {
        due,
        kept,
        broken,
        unknown,
        ..
    } = record;
    let outcome = |latest: PeriodOutcome| format!("{}:{}", latest.period, name(latest.outcome));
    let latest = record.latest_outcome.map_or("none".to_owned(), outcome);
    let last_broken = record
        .last_broken
        .map_or("none".to_owned(), |period| period.to_string());
    let decided = record
        .latest_outcome
        .map_or("none".to_owned(), |latest| figure(latest.figure));
    format!(
        "due:{due},kept:{kept},broken:{broken},unknown:{unknown},latest:{latest},last_broken:{last_broken},figure:{decided}"
    )
}
