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
///
/// # Examples
///
/// ```
/// # use milepost::{Baseline, Bound, Breakdown, Goal, Indicator, Language, Measure, Observation, Observations, Of};
/// # use milepost::{Pillar, Plan, Quantity, Report, Rule, Series, Target, Unit, assess_plan};
/// # use milepost::{code, day, dec, period, text};
/// use milepost::vega_lite::{self, Theme};
///
/// // At least 75 % in every district by 2026: one came from 30 to 40 %, one from 70 to 74 %.
/// # let share = Quantity::new(Measure::Share, Unit::percent());
/// # let goal = Goal::level(Bound::AtLeast(dec!(75)));
/// # let [north, south] = [code!("north"), code!("south")];
/// # let from = Baseline::observed(period!("2021")).with_value_of(north.clone(), dec!(30));
/// # let target = Target::builder(code!("cover-2026"), share.clone(), goal, period!("2026"))
/// #     .of(Of::Each(code!("district")))
/// #     .baseline(from.with_value_of(south.clone(), dec!(70)))
/// #     .build()?;
/// # let cover = Indicator::new(code!("cover"), text!("Cover"), share)
/// #     .with_breakdown(Breakdown::new(north.clone(), text!("North"), code!("district")))
/// #     .with_breakdown(Breakdown::new(south.clone(), text!("South"), code!("district")))
/// #     .with_target(target);
/// # let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"))
/// #     .pillar(Pillar::new(code!("all"), text!("All")).with_indicator(cover))
/// #     .build()?;
/// # let figure = |value| vec![Observation::new(period!("2024"), value).published_on(day!("2025-01-20"))];
/// # let series = |part, value| {
/// #     Series::new(code!("cover"), Unit::percent(), figure(value)).map(|series| series.with_breakdown(part))
/// # };
/// # let observations = Observations::new(vec![series(north, dec!(40))?, series(south, dec!(74))?])?;
/// let assessment = assess_plan(&plan, &observations, day!("2025-02-01"), &Rule::pace());
/// let report = Report::new(&plan, &observations, &assessment, Language::English);
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

/// The words for what a chart shows, and for where the target stands.
fn described(what: &str, row: &TargetRow, language: Language) -> String {
    let (document, note) = (what, &row.sentence);
    Phrase::Noted { document, note }.words(language)
}

/// The drawing; where nothing is known that has a place in time, the words why there is no path.
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
