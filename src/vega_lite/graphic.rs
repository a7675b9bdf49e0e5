//! The chart of a target, and of its parts.
//!
//! Both are made in the same steps: the *view* says what is shown and in which words, the *frame* what charts beside
//! each other have in common, the *layers* draw a view within a frame, and the *table* has the same as text. A chart of
//! a target has one view; that of parts has one each, and one frame for all of them, so that equal heights are equal
//! values.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::frame::Frame;
use super::json::{Json, object};
use super::layers::layers;
use super::table::DataTable;
use super::theme::{SUBTITLE_SIZE, TEXT_SIZE, TITLE_SIZE, Theme, capitalised, lines};
use super::time::labels;
use super::view::{View, name_of};
use crate::report::{Label, Phrase, Report, TargetRow};
use crate::value::Language;

/// The schema that every specification names.
const SCHEMA: &str = "https://vega.github.io/schema/vega-lite/v6.json";

/// A Vega-Lite 6 specification: it writes itself as JSON, with its keys in a fixed order.
///
/// The same report and theme give the same bytes, so that a page that was built twice differs only where its plan does.
///
/// # Examples
///
/// ```
/// use milepost::vega_lite::{self, Theme};
/// use milepost::{Language, Observations, Plan, Report, Rule, code, day, period};
///
/// let plan = Plan::builder(code!("city"), "Parks < streets".try_into()?, period!("2022-01-01/P5Y")).build()?;
/// let observations = Observations::default();
/// let report = Report::of(&plan, &observations, day!("2025-06-30"), &Rule::pace(), Language::English);
/// let graphic = vega_lite::scoreboard(&report, Theme::Light);
///
/// let json = serde_json::to_string(&graphic.specification)?;
/// assert_eq!(json, serde_json::to_string(&vega_lite::scoreboard(&report, Theme::Light).specification)?);
/// // In a script of a page, no name can end the script.
/// let script = format!("vegaEmbed('#chart', {})", json.replace('<', r"\u003c"));
/// assert!(script.contains(r"Parks \u003c streets"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Specification(Json);

impl Specification {
    /// A chart of the entries of `content`, after those with which every chart begins.
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
///
/// It is written as JSON with these four keys, so that a server can send it as it is. The examples stand at
/// [`target`], [`parts`] and [`scoreboard`](super::scoreboard()).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
#[must_use]
pub struct Graphic {
    /// The name of the target, or of the plan.
    pub title: String,
    /// What it shows, in words: what is promised and where the path leads, the latest figure, the status. It stands in
    /// the specification too, where a screen reader finds it.
    pub description: String,
    /// The specification that a browser draws.
    pub specification: Specification,
    /// The table behind it.
    pub table: DataTable,
}

/// The chart of a target. It shows
///
/// - the path, and, if the target was amended, the path by the first promise;
/// - the milestones and the goal;
/// - every figure with its vintages and its uncertainty;
/// - the line at the pace so far, drawn on to the deadline, and, if the status needs attention, the line that is
///   needed;
/// - the day of the question.
///
/// For a target that each of its parts has to keep, it is the chart of the part that decided. The row has to be one of
/// this report, since a row of another report could be of another day.
///
/// # Examples
///
/// A company promised to emit 420 kt at most in 2030, came from 840 kt in 2020, and stands at 700 kt in 2024:
///
/// ```
/// # use milepost::{Baseline, Bound, Goal, Indicator, Measure, Observation, Observations, Pillar, Plan, Quantity};
/// # use milepost::{Language, Report, Rule, Series, Target, Unit, code, day, dec, period, text};
/// use milepost::vega_lite::{self, Theme};
///
/// # let unit = Unit::new(code!("kt"), 0)?;
/// # let flow = Quantity::new(Measure::Flow, unit.clone());
/// # let goal = Goal::level(Bound::AtMost(dec!(420)));
/// # let target = Target::builder(code!("co2-2030"), flow.clone(), goal, period!("2030"))
/// #     .baseline(Baseline::stated(period!("2020"), dec!(840)))
/// #     .build()?;
/// # let emissions = Indicator::new(code!("co2"), text!("Emissions"), flow).with_target(target);
/// # let plan = Plan::builder(code!("climate"), text!("Climate plan"), period!("2021-01-01/P10Y"))
/// #     .pillar(Pillar::new(code!("all"), text!("All")).with_indicator(emissions))
/// #     .build()?;
/// # let figure = |period, value| Observation::new(period, value).published_on(day!("2025-03-31"));
/// # let figures = vec![figure(period!("2023"), dec!(735)), figure(period!("2024"), dec!(700))];
/// # let observations = Observations::new(vec![Series::new(code!("co2"), unit, figures)?])?;
/// let report = Report::of(&plan, &observations, day!("2025-06-30"), &Rule::pace(), Language::English);
/// let row = report.target("co2-2030").ok_or("a row")?;
/// let graphic = vega_lite::target(&report, row, Theme::Light);
/// assert_eq!(graphic.title, "Emissions");
///
/// let specification = serde_json::to_value(&graphic.specification)?;
/// let layers = specification["layer"].as_array().ok_or("layers")?;
/// // The goal is a line at 420, and the figure that decided has the colour of its status.
/// let goal = layers.iter().find(|layer| layer["data"]["values"][0]["value"] == 420).ok_or("a goal")?;
/// assert_eq!(goal["mark"]["type"], "rule");
/// let deciding = layers.iter().find(|layer| layer["mark"]["size"] == 130).ok_or("a figure")?;
/// assert_eq!(deciding["data"]["values"][0]["exact"], "700");
/// assert_eq!(deciding["mark"]["fill"], row.verdict.status.colour);
///
/// // By the same rate each year, 840 kt are 636.6 kt after four years of ten.
/// // Each year that has something is a row of the table behind it; what is not there is an empty cell.
/// assert_eq!(graphic.table.caption, "Emissions (kt)");
/// let [observed, path] = ["observed", "path"].map(|name| graphic.table.headings.iter().position(|own| own == name));
/// let year = graphic.table.rows.iter().find(|row| row[0] == "2024").ok_or("a year")?;
/// assert_eq!([observed, path].map(|column| column.map(|column| year[column].as_str())), [Some("700"), Some("636.6")]);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn target(report: &Report, row: &TargetRow, theme: Theme) -> Graphic {
    let view = View::target(report, row, theme);
    let name = name_of(row, view.language);
    let frame = Frame::large(&view);
    let words = [view.promise, &view.status_words()].map(capitalised);
    let content = object! { "title": title(&name, &words, &frame) }.and(drawing(&view, &frame));
    let promised = view.promise_words(&row.name);
    let description = description_of(&format!("{promised}{}", view.path_words()), row, view.language);
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
///
/// # Examples
///
/// ```
#[doc = include_str!("../report/districts.txt")]
/// use milepost::vega_lite::{self, Theme};
///
/// // At least 75 % in every district by 2026: one came from 30 to 40 %, one from 70 to 74 %.
/// let report = Report::of(&plan, &observations, day!("2025-02-01"), &Rule::pace(), Language::English);
/// let row = report.target("cover-2026").ok_or("a row")?;
/// let graphic = vega_lite::parts(&report, row, Theme::Light).ok_or("parts")?;
/// assert!(graphic.description.starts_with(
///     "Chart of “Cover”, promised: at least 75 % in 2026, in each part; North: 40 % (2024): off track; \
///      South: 74 % (2024): ahead"
/// ));
/// assert_eq!(graphic.table.headings[..4], ["parts", "time", "observed", "path"]);
/// assert_eq!(graphic.table.rows[3][..4], ["North", "2024", "40", "57"]);
/// assert_eq!(vega_lite::parts(&report, row, Theme::Dark).map(|dark| dark.table), Some(graphic.table));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
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
        object! { "title": title.and(object! { "fontSize": 14, "subtitleFontSize": 12 }) }.and(drawing(view, &frame))
    };
    let charts: Vec<Json> = names().zip(&views).map(chart).collect();
    let words = [whole.promise, &parts.words].map(capitalised);
    let content = object! {
        "title": title(&row.name, &words, &Frame::large(&whole)), "concat": charts, "columns": 3, "spacing": 28,
    };
    let told = |(subject, part): (&str, &View<'_>)| {
        part.said_of(subject, &part.told_with_status().unwrap_or_else(|| part.status_words()))
    };
    let told: Vec<String> = core::iter::once(whole.promise_words(&row.name))
        .chain(names().zip(&views).map(told))
        .collect();
    let description = description_of(&told.join(Label::Semicolon.words(whole.language)), row, whole.language);
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

/// The description of a chart: what it shows, and how the target stands.
fn description_of(what: &str, row: &TargetRow, language: Language) -> String {
    let (document, note) = (what, &row.sentence);
    Phrase::Noted { document, note }.words(language)
}

/// The layers of a chart; where nothing has a place in time, a drawing of the words why there is no path, so that a
/// page shows each target in the same way.
fn drawing(view: &View<'_>, frame: &Frame) -> Json {
    if let Some(axis) = &frame.axis {
        return object! { "width": frame.width, "height": frame.height, "layer": layers(view, frame, axis) };
    }
    let why = capitalised(view.chart.why_no_path.as_deref().unwrap_or(view.reason));
    let rows = Vec::from([object! { "words": lines(&why, frame.columns(TEXT_SIZE)) }]);
    object! {
        "width": frame.width,
        "height": 60,
        "data": object! { "values": rows },
        "mark": object! { "type": "text" },
        "encoding": object! { "text": object! { "field": "words", "type": "nominal" } },
    }
}

/// A title with a subtitle, both broken into lines that fit the frame.
fn title(name: &str, beneath: &[String], frame: &Frame) -> Json {
    let subtitle = beneath
        .iter()
        .flat_map(|text| lines(text, frame.columns(SUBTITLE_SIZE)));
    object! { "text": lines(name, frame.columns(TITLE_SIZE)), "subtitle": subtitle.collect::<Vec<_>>() }
}
