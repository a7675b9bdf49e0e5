//! The table behind a chart.
//!
//! A row is a period of which the chart shows something, in the order in which periods end; a column is a line of the
//! chart, and is left out if no period has something in it. Of parts, the rows of each stand together (here without
//! the columns of projection and catch-up path):
//!
//! | parts | time | observed | path | goal | remarks |
//! |---|---|---|---|---|---|
//! | North | 2024 | 40 | 57 | | published on 2025-01-20 |
//! | North | 2026 | | 75 | ≥ 75 | |
//! | South | 2024 | 74 | 73 | | published on 2025-01-20 |
//!
//! A figure that was superseded is no row and no number, but a remark beside the figure that took its place: no reader
//! adds up a column in which one year stands twice.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::view::View;
use crate::report::{ChartPoint, Heading, Phrase};
use crate::value::Period;

/// The table behind a chart: all that it shows, for those who do not see it, and for those who want to check it.
///
/// Cells are words in the report's language, and numbers as people write them in it (`1,781.8`): for reckoning, the
/// report has the numbers. The examples stand at [`target`](super::target) and [`parts`](super::parts).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct DataTable {
    /// The name of what the table is of, with the unit of its numbers.
    pub caption: String,
    /// The titles of its columns.
    pub headings: Vec<String>,
    /// Its rows, each with a cell beneath each title; what is not there is empty.
    pub rows: Vec<Vec<String>>,
}

/// The columns, in their order.
const COLUMNS: [Heading; 9] = [
    Heading::Observed,
    Heading::Uncertainty,
    Heading::Path,
    Heading::FirstPath,
    Heading::Milestone,
    Heading::Goal,
    Heading::CatchUp,
    Heading::Projection,
    Heading::Remarks,
];

impl DataTable {
    /// The table behind the chart of a target, called by this name.
    pub(super) fn of(view: &View<'_>, name: &str) -> Self {
        Self::with_leading_columns(view, name, core::iter::once(("", view)), &[Heading::Time])
    }

    /// The table behind the charts of parts, each with its name.
    pub(super) fn of_parts<'a>(
        whole: &View<'_>,
        name: &str,
        parts: impl Iterator<Item = (&'a str, &'a View<'a>)>,
    ) -> Self {
        Self::with_leading_columns(whole, name, parts, &[Heading::Parts, Heading::Time])
    }

    /// A table of all that the charts of `parts` show. The `leading` columns are those of the part and the period, or
    /// of the period alone; of the others only those are there that have a text in some row.
    fn with_leading_columns<'a>(
        view: &View<'_>,
        name: &str,
        parts: impl Iterator<Item = (&'a str, &'a View<'a>)>,
        leading: &[Heading],
    ) -> Self {
        let mut rows = PeriodRows::new();
        for (number, (part, view)) in parts.enumerate() {
            add_all(&mut rows, number, part, view);
        }
        let has_cells = |heading: &Heading| rows.values().any(|row| row.texts_of(*heading).next().is_some());
        let used: Vec<_> = COLUMNS.into_iter().filter(has_cells).collect();
        let headings = leading
            .iter()
            .chain(&used)
            .map(|heading| view.heading(*heading).to_string());
        let unit = &view.chart.axis.unit;
        let cells = |row: &PeriodRow| {
            // Without a column of parts, the first of the two is left out.
            let names = [&row.part, &row.period]
                .into_iter()
                .skip(2_usize.saturating_sub(leading.len()));
            let cell = |heading: &Heading| view.joined(row.texts_of(*heading).cloned());
            names.cloned().chain(used.iter().map(cell)).collect()
        };
        Self {
            caption: if unit.is_empty() {
                name.to_string()
            } else {
                Phrase::ValueOf {
                    value: name,
                    period: unit,
                }
                .words(view.language)
            },
            headings: headings.collect(),
            rows: rows.values().map(cells).collect(),
        }
    }
}

/// The row of a period of a target, or of one of its parts.
struct PeriodRow {
    part: String,
    period: String,
    /// Each text with the heading of its column.
    cells: Vec<(Heading, String)>,
}

impl PeriodRow {
    /// The texts that stand in a column.
    fn texts_of(&self, heading: Heading) -> impl Iterator<Item = &String> {
        let own = self.cells.iter().filter(move |(own, _)| *own == heading);
        own.map(|(_, text)| text)
    }
}

/// Rows in their order: by the number of their part, then by the last and the first day of their period, so that the
/// quarter that ends a year comes after the year.
type PeriodRows = BTreeMap<(usize, NaiveDate, NaiveDate), PeriodRow>;

/// Adds all that the chart of a part shows to the rows, which are ordered by the `number` of their part. A target
/// without parts is its one part.
fn add_all(rows: &mut PeriodRows, number: usize, part: &str, view: &View<'_>) {
    let mut add = |period: Period, heading: Heading, text: String| {
        let row = rows.entry((number, period.last(), period.first()));
        let row = row.or_insert_with(|| PeriodRow {
            part: part.to_string(),
            period: period.words(view.language),
            cells: Vec::new(),
        });
        row.cells.push((heading, text));
    };
    let chart = view.chart;
    let lines: [(Heading, &[ChartPoint]); 5] = [
        (Heading::Path, &chart.path),
        (Heading::FirstPath, &chart.first_path),
        (Heading::Milestone, &chart.milestones),
        (Heading::CatchUp, &chart.catch_up),
        (Heading::Projection, &chart.projection),
    ];
    for (heading, points) in lines {
        for point in points {
            add(point.period, heading, view.value(point));
        }
    }
    if let Some((period, _)) = view.goal() {
        add(period, Heading::Goal, view.number(&view.facts.goal.text));
    }
    for figure in chart.figures.iter().filter(|figure| !figure.is_superseded) {
        add(figure.period, Heading::Observed, view.number(&figure.text));
        if let Some((low, high)) = figure.uncertain_low.zip(figure.uncertain_high) {
            let range = view.number(&format!("{low}–{high}"));
            add(figure.period, Heading::Uncertainty, range);
        }
        for remark in figure.remarks(view.language) {
            add(figure.period, Heading::Remarks, remark);
        }
    }
    for figure in chart.figures.iter().filter(|figure| figure.is_superseded) {
        add(figure.period, Heading::Remarks, view.vintage_words(figure));
    }
}
