//! The scoreboard of a plan: its statuses, and each target with its status and pace.
//!
//! Two views stand above each other. The upper one has a bar for each status that a target has; the lower one a row for
//! each pillar, in bold, and beneath it one for each of its targets. Its columns, by the points from where bars begin:
//!
//! | up to −8 | 0 to 240 | up to 290 | 310 | from 322 on |
//! |---|---|---|---|---|
//! | name of the target | bar of its pace, and the line at 1 | pace in digits | dot in the colour of the status | status in words |
//!
//! A target without a pace has a dot and no bar. Rows are told apart by codes, since two targets may have one name; all
//! rows together are the domain of the vertical scale, so that they stand in the order of the report.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::graphic::{Graphic, Specification};
use super::json::{Json, fixed_at, nominal, object};
use super::table::DataTable;
use super::theme::{Theme, capitalised};
use super::time::labels;
use super::view::language_of;
use crate::dec;
use crate::report::{Heading, Label, Phrase, PillarReport, Report, StatusCount, TargetRow};
use crate::value::Language;

/// The width of the longest bar, in points.
const WIDTH: i32 = 240;
const ROW: i32 = 22;
/// The pace at which bars end: a greater pace is only told by its number.
const LONGEST: Decimal = dec!(1.5);

/// The scoreboard of a plan: how many targets have each status, and beneath, pillar by pillar, each target with its
/// status in colour and words, and its pace as a bar beside the line on which it would be on the path.
///
/// A bar ends at a pace of 1.5, and begins at 0; the number beside it says what is beyond.
///
/// # Examples
///
/// ```
/// use milepost::vega_lite::{self, Theme};
/// use milepost::{Language, Observations, Plan, Report, Rule, code, day, period};
///
/// let plan = Plan::builder(code!("city"), "City plan".try_into()?, period!("2022-01-01/P5Y")).build()?;
/// let observations = Observations::default();
/// let report = Report::of(&plan, &observations, day!("2025-06-30"), &Rule::pace(), Language::English);
///
/// let graphic = vega_lite::scoreboard(&report, Theme::Dark);
/// assert_eq!(graphic.description, "City plan: none");
/// assert_eq!(graphic.table.headings, ["target", "status", "pace", "reason"]);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn scoreboard(report: &Report, theme: Theme) -> Graphic {
    let language = language_of(report);
    let header = &report.header;
    let (subject, words) = (&header.name, &report.summary.words);
    let description = Phrase::Of { subject, words }.words(language);
    let views = Vec::from([counts_view(&report.summary.counts, theme), targets_view(report, theme)]);
    let content = object! {
        "title": object! {
            "text": header.name.clone(),
            "subtitle": Vec::from([header.as_of_words.clone(), capitalised(words)]),
            "frame": "bounds",
        },
        "vconcat": views,
        "spacing": 30,
    };
    Graphic {
        title: header.name.clone(),
        specification: Specification::new(&description, labels(None), content, theme, language),
        description,
        table: table(report),
    }
}

/// The view that tells how many targets have each status that occurs.
fn counts_view(counts: &[StatusCount], theme: Theme) -> Json {
    let present = counts.iter().filter(|count| count.count > 0);
    let row = |count: &StatusCount| {
        object! {
            "status": count.status.words.clone(),
            "count": Decimal::from(count.count),
            "colour": theme.status(&count.status),
        }
    };
    let rows: Vec<Json> = present.map(row).collect();
    let status = || object! { "field": "status", "type": "nominal", "sort": Json::Null, "axis": names_axis() };
    let count = || object! { "field": "count", "type": "quantitative", "axis": Json::Null };
    let bar = object! { "type": "bar", "height": 12 };
    let text = object! { "type": "text", "align": "left", "dx": 6 };
    object! {
        "width": WIDTH,
        "height": object! { "step": ROW },
        "data": object! { "values": rows },
        "layer": Vec::from([
            object! { "mark": bar, "encoding": object! { "y": status(), "x": count(), "color": own_colour() } },
            object! { "mark": text, "encoding": object! { "y": status(), "x": count(), "text": nominal("count") } },
        ]),
    }
}

/// The key of a pillar's own row: no code begins with a blank, so that a pillar and a target with one code are two
/// rows.
fn key_of(pillar: &PillarReport) -> String {
    format!(" {}", pillar.code)
}

/// The view with each target in a row, pillar by pillar: name, number and bar of its pace, status.
fn targets_view(report: &Report, theme: Theme) -> Json {
    let keys = report.pillars.iter().flat_map(|pillar| {
        let targets = pillar.targets.iter().map(|target| target.code.to_string());
        core::iter::once(key_of(pillar)).chain(targets)
    });
    let keys: Vec<String> = keys.collect();
    let row = || {
        object! {
            "field": "row", "type": "nominal", "scale": object! { "domain": keys.clone() }, "axis": Json::Null,
        }
    };
    let pillar = |pillar: &PillarReport| object! { "row": key_of(pillar), "name": pillar.name.clone() };
    let pillars: Vec<Json> = report.pillars.iter().map(pillar).collect();
    let bold = object! {
        "data": object! { "values": pillars },
        "mark": text_mark("right").and(object! { "fontWeight": "bold", "dx": -8 }),
        "encoding": object! { "y": row(), "x": fixed_at(0), "text": nominal("name") },
    };
    let targets: Vec<Json> = report
        .targets()
        .map(|target| row_of(target, theme, language_of(report)))
        .collect();
    let on_path = object! {
        "data": object! { "values": Vec::from([object! { "pace": 1 }]) },
        "mark": object! { "type": "rule", "color": theme.muted(), "aria": false },
        "encoding": object! { "x": object! { "field": "pace", "type": "quantitative" } },
    };
    let column = |name: &'static str, align: &'static str, place: i32| {
        let encoding = object! { "y": row(), "x": fixed_at(place), "text": nominal(name) };
        object! { "mark": text_mark(align), "encoding": encoding }
    };
    let spoken = || object! { "color": own_colour(), "tooltip": nominal("words"), "description": nominal("words") };
    let bars = object! {
        "mark": object! { "type": "bar", "height": 10 },
        "encoding": object! { "y": row(), "x": pace_channel(language_of(report)) }.and(spoken()),
    };
    let dots = object! {
        "mark": object! {
            "type": "point", "filled": true, "size": 90, "opacity": 1, "stroke": theme.ink(), "strokeWidth": dec!(0.5),
        },
        "encoding": object! { "y": row(), "x": fixed_at(DOT) }.and(spoken()),
    };
    let of_targets = Vec::from([
        bars,
        column("name", "right", -8),
        column("exact", "right", NUMBER),
        dots,
        column("status", "left", STATUS),
    ]);
    object! {
        "width": WIDTH,
        "height": object! { "step": ROW },
        "layer": Vec::from([bold, object! { "data": object! { "values": targets }, "layer": of_targets }, on_path]),
    }
}

/// Where the numbers end to the right of the bars, in points.
const NUMBER: i32 = 290;
const DOT: i32 = 310;
const STATUS: i32 = 322;

/// The encoding of a pace as the length of a bar.
fn pace_channel(language: Language) -> Json {
    let places = Vec::from([Decimal::ZERO, dec!(0.5), Decimal::ONE, LONGEST]);
    object! {
        "field": "pace",
        "type": "quantitative",
        "scale": object! { "domain": Vec::from([Decimal::ZERO, LONGEST]), "nice": false, "clamp": true },
        "axis": object! {
            "title": Label::PaceScale.words(language),
            "values": places,
            "format": "~f",
            "grid": false,
            "domain": false,
            "ticks": false,
            "orient": "top",
        },
    }
}

/// The data of the row of a target.
fn row_of(target: &TargetRow, theme: Theme, language: Language) -> Json {
    let (pace, status) = (&target.facts.pace, &target.verdict.status);
    object! {
        "row": target.code.to_string(),
        "name": name_of(target, language),
        "pace": pace.value.map_or(Json::Null, Json::Number),
        "exact": pace.text.clone(),
        "status": status.words.clone(),
        "colour": theme.status(status),
        "words": target.sentence.clone(),
    }
}

/// The name of a target, with a mark where the counts above leave it out: it is another reading, a restatement, or an
/// instalment of a target that is counted.
fn name_of(target: &TargetRow, language: Language) -> String {
    let relation = target.relation.as_ref().map(|relation| &*relation.words);
    let instalment = target.part_of_words.as_deref();
    let name = &target.name;
    match relation.or(instalment) {
        Some(part) => Phrase::PartOf { name, part }.words(language),
        None => name.clone(),
    }
}

/// The mark of letters that begin or end at their place, as `align` says. A screen reader passes over them.
fn text_mark(align: &'static str) -> Json {
    object! { "type": "text", "align": align, "limit": 330, "aria": false }
}

/// The table behind the scoreboard: a row for each target.
fn table(report: &Report) -> DataTable {
    let language = language_of(report);
    let row = |target: &TargetRow| {
        let verdict = &target.verdict;
        Vec::from([
            name_of(target, language),
            verdict.status.words.clone(),
            target.facts.pace.words.clone(),
            verdict.reason.words.clone(),
        ])
    };
    let headings = [Heading::Target, Heading::Status, Heading::Pace, Heading::Reason];
    DataTable {
        caption: report.header.name.clone(),
        headings: headings.map(|heading| heading.words(language).to_string()).into(),
        rows: report.targets().map(row).collect(),
    }
}

/// The encoding of a colour by the field of the data that holds it.
fn own_colour() -> Json {
    object! { "field": "colour", "type": "nominal", "scale": Json::Null }
}

/// An axis that shows only names.
fn names_axis() -> Json {
    object! { "title": Json::Null, "domain": false, "ticks": false, "labelLimit": 330, "labelPadding": 8 }
}
