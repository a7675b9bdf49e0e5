//! The chart of a target, and of its parts.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::frame::Frame;
use super::json::{Json, object};
use super::layers::layers;
use super::table::DataTable;
use super::theme::{Theme, capitalised, lines};
use super::time::labels;
use super::view::{View, name_of};
use crate::report::{Label, Phrase, Report, TargetRow};
use crate::value::Language;

/// The schema that every specification names.
const SCHEMA: &str = "https://vega.github.io/schema/vega-lite/v6.json";

/// A Vega-Lite 6 specification: it writes itself as JSON, with its keys in a fixed order.
///
/// The same report and theme give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Specification(Json);

impl Specification {
    /// A chart of these entries, behind those with which every chart begins.
    pub(super) fn new(description: &str, labels: Json, content: Json, theme: Theme, language: Language) -> Self {
        let begin = object! {
            "$schema": SCHEMA,
            "description": String::from(description),
            "background": theme.ground(),
            "padding": 12,
            "config": theme.config(language),
            "params": labels,
        };
        Self(begin.and(content))
    }
}

/// A chart as a page shows it: what a browser draws, what it says to those who do not see it, and the table behind it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
#[must_use]
pub struct Graphic {
    /// What it is of.
    pub title: String,
    /// What it shows, in words: what is promised and where the path leads, the latest figure, the status. It stands in
    /// the specification too, where a screen reader finds it.
    pub description: String,
    /// What a browser draws.
    pub specification: Specification,
    /// The table behind it.
    pub table: DataTable,
}

/// The chart of a target: its path, and the one that was first promised where it was amended; milestones and goal;
/// every figure with its vintages and how sure it is; the pace so far, and of what is behind the pace that is needed,
/// to the deadline; the day of the question. Of a target that each of its parts has to keep, that of the part which
/// decided.
///
/// The report and the row belong together. The example stands [above](super).
pub fn target(report: &Report, row: &TargetRow, theme: Theme) -> Graphic {
    let view = View::target(report, row, theme);
    let name = name_of(row, view.language);
    let frame = Frame::large(&view);
    let words = [view.promise, &view.status_words()].map(capitalised);
    let content = object! { "title": title(&name, &words, &frame) }.and(drawn(&view, &frame));
    let promised = view.promise_words(&row.name);
    let description = described(&format!("{promised}{}", view.path_words()), row, view.language);
    Graphic {
        specification: Specification::new(&description, labels(frame.axis.as_ref()), content, theme, view.language),
        table: DataTable::of(&view, &name),
        title: name,
        description,
    }
}

/// The charts of a target's parts beside each other; `None` of a target that has no parts to keep it.
///
/// The report and the row belong together.
pub fn parts(report: &Report, row: &TargetRow, theme: Theme) -> Option<Graphic> {
    let parts = row.parts.as_ref()?;
    let whole = View::target(report, row, theme);
    let names = || parts.rows.iter().map(|part| part.name.as_str());
    let views: Vec<_> = parts
        .rows
        .iter()
        .map(|part| View::part(report, row, part, theme))
        .collect();
    let frame = Frame::small(&views);
    let chart = |(name, view): (&str, &View<'_>)| {
        let title = title(name, &[capitalised(&view.status_words())], &frame);
        object! { "title": title.and(object! { "fontSize": 14, "subtitleFontSize": 12 }) }.and(drawn(view, &frame))
    };
    let charts: Vec<Json> = names().zip(&views).map(chart).collect();
    let words = [whole.promise, &parts.words].map(capitalised);
    let content = object! {
        "title": title(&row.name, &words, &Frame::large(&whole)), "concat": charts, "columns": 3, "spacing": 28,
    };
    let told = |(subject, part): (&str, &View<'_>)| {
        let words = &part.latest_words().unwrap_or_else(|| part.status_words());
        Phrase::Of { subject, words }.words(part.language)
    };
    let told: Vec<String> = core::iter::once(whole.promise_words(&row.name))
        .chain(names().zip(&views).map(told))
        .collect();
    let description = described(&told.join(Label::Semicolon.words(whole.language)), row, whole.language);
    Some(Graphic {
        specification: Specification::new(
            &description,
            labels(frame.axis.as_ref()),
            content,
            theme,
            whole.language,
        ),
        table: DataTable::of_parts(&whole, &row.name, names().zip(&views)),
        title: row.name.clone(),
        description,
    })
}

/// What a chart shows, and where the target stands.
fn described(what: &str, row: &TargetRow, language: Language) -> String {
    let (document, note) = (what, &row.sentence);
    Phrase::Noted { document, note }.words(language)
}

/// What is drawn; where nothing is known that has a place in time, why there is no path.
fn drawn(view: &View<'_>, frame: &Frame) -> Json {
    if let Some(axis) = &frame.axis {
        return object! { "width": frame.width, "height": frame.height, "layer": layers(view, frame, axis) };
    }
    let why = capitalised(view.chart.why_no_path.as_deref().unwrap_or(view.reason));
    let rows = Vec::from([object! { "words": lines(&why, frame.columns(12)) }]);
    object! {
        "width": frame.width,
        "height": 60,
        "data": object! { "values": rows },
        "mark": object! { "type": "text" },
        "encoding": object! { "text": object! { "field": "words", "type": "nominal" } },
    }
}

/// A title with what stands beneath it.
fn title(name: &str, beneath: &[String], frame: &Frame) -> Json {
    let (name, beneath) = (
        lines(name, frame.columns(16)),
        beneath.iter().map(|line| lines(line, frame.columns(13))),
    );
    object! { "text": name, "subtitle": beneath.flatten().collect::<Vec<_>>() }
}
