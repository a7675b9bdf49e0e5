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
    pub(super) fn of(view: &View<'_>, name: &str) -> Self {
        let mut rows = PeriodRows::default();
        rows.add_all("", view);
        Self::made(view, name, &rows, &[Heading::Time])
    }

    /// The table behind the charts of parts, each with its name.
    pub(super) fn of_parts<'a>(
        whole: &View<'_>,
        name: &str,
        parts: impl Iterator<Item = (&'a str, &'a View<'a>)>,
    ) -> Self {
        let mut rows = PeriodRows::default();
        for (part, view) in parts {
            rows.add_all(part, view);
        }
        Self::made(whole, name, &rows, &[Heading::Parts, Heading::Time])
    }

    /// A table of these rows, with the columns of which one has something.
    fn made(view: &View<'_>, name: &str, rows: &PeriodRows, first: &[Heading]) -> Self {
        let used: Vec<usize> = (0..COLUMNS.len()).filter(|column| rows.has(*column)).collect();
        let headings = first
            .iter()
            .chain(used.iter().filter_map(|column| COLUMNS.get(*column)));
        let headings = headings.map(|heading| view.heading(*heading).to_string()).collect();
        let unit = &view.chart.axis.unit;
        let cells = |row: &PeriodRow| {
            let names = [&row.part, &row.period]
                .into_iter()
                .skip(2_usize.saturating_sub(first.len()));
            let cell = |column: &usize| view.joined(row.cells.get(column).into_iter().flatten().cloned());
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
            headings,
            rows: rows.0.values().map(cells).collect(),
        }
    }
}

/// The row of one period, of a target or of one of its parts.
struct PeriodRow {
    part: String,
    period: String,
    cells: BTreeMap<usize, Vec<String>>,
}

/// Rows by their parts, and by the ends and beginnings of their periods: a quarter that ends a year stands behind the
/// year.
#[derive(Default)]
struct PeriodRows(BTreeMap<(usize, NaiveDate, NaiveDate), PeriodRow>);

impl PeriodRows {
    fn has(&self, column: usize) -> bool {
        self.0.values().any(|row| row.cells.contains_key(&column))
    }

    /// Adds all that the chart of one view shows, behind the rows that are there.
    fn add_all(&mut self, part: &str, view: &View<'_>) {
        let place = self
            .0
            .last_key_value()
            .map_or(0, |((place, ..), _)| place.saturating_add(1));
        let mut add = |period: Period, heading: Heading, text: String| {
            let Some(column) = COLUMNS.iter().position(|one| *one == heading) else {
                return;
            };
            let row = self
                .0
                .entry((place, period.last(), period.first()))
                .or_insert_with(|| PeriodRow {
                    part: part.to_string(),
                    period: period.words(view.language),
                    cells: BTreeMap::new(),
                });
            row.cells.entry(column).or_default().push(text);
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
                add(
                    figure.period,
                    Heading::Uncertainty,
                    view.number(&format!("{low}–{high}")),
                );
            }
            for remark in figure.remarks(view.language) {
                add(figure.period, Heading::Remarks, remark);
            }
        }
        for figure in chart.figures.iter().filter(|figure| figure.is_superseded) {
            add(figure.period, Heading::Remarks, view.vintage_words(figure));
        }
    }
}
