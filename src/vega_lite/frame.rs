//! The frame that charts beside each other have in common: their size, their axes, their legend.
//!
//! Charts of parts (each district, each sex) are compared by eye, which only holds if the same height is the same value
//! in all of them. So the frame is made once, of all views together, and each chart is drawn within it: the axis of
//! values reaches from the least value of any to the greatest, that of time over the periods of all, and the legend
//! names a line even where only one of them has it.

use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::legend::Symbol;
use super::time::TimeAxis;
use super::view::View;
use crate::report::{ChartFigure, ChartPoint, Heading, ticks};
use crate::value::{Language, Period};

/// The frame that charts next to each other have in common, so that they can be compared.
pub(super) struct Frame {
    /// In points, without the labels of the axes.
    pub(super) width: i32,
    /// In points, like the width.
    pub(super) height: i32,
    /// The axis of time; `None` where nothing has a place in time, and no layer is drawn.
    pub(super) axis: Option<TimeAxis>,
    /// The marks of the axis of values, in order: the axis is drawn from the first to the last. Empty where nothing has
    /// a value.
    pub(super) ticks: Vec<Decimal>,
    /// The lines that at least one view draws, in the order of [`LINES`].
    pub(super) legend: Vec<Heading>,
    /// The marks that the legend explains.
    pub(super) symbols: Vec<Symbol>,
}

impl Frame {
    /// The frame of a chart that stands alone.
    pub(super) fn large(view: &View<'_>) -> Self {
        Self::of(&[*view], 600, 300)
    }

    /// The frame of small charts beside each other.
    pub(super) fn small(views: &[View<'_>]) -> Self {
        Self::of(views, 220, 150)
    }

    /// The frame of all these charts: their axes reach from the least to the greatest of all, and their legend has each
    /// line and symbol that one of them draws.
    fn of(views: &[View<'_>], width: i32, height: i32) -> Self {
        let charts: Vec<_> = views.iter().map(|view| view.chart).collect();
        let low = charts.iter().filter_map(|chart| chart.axis.low).min();
        let high = charts.iter().filter_map(|chart| chart.axis.high).max();
        let periods: Vec<Period> = views.iter().flat_map(View::periods).collect();
        let as_of = views.first().map(|first| first.as_of);
        let language = views.first().map_or(Language::English, |first| first.language);
        let is_centred = views.iter().all(View::stands_at_ends);
        let is_drawn = |heading: &Heading| {
            let mut all = views.iter().flat_map(|view| stops(view, *heading));
            all.any(|(.., value)| value.is_some())
        };
        let is_whole = charts.iter().all(|chart| chart.axis.is_whole);
        let marks = low.zip(high).map(|(low, high)| ticks(low, high, is_whole, language));
        Self {
            width,
            height,
            axis: as_of.and_then(|as_of| TimeAxis::of(&periods, as_of, is_centred)),
            ticks: marks.iter().flatten().map(|tick| tick.value).collect(),
            legend: LINES.map(|(heading, _)| heading).into_iter().filter(is_drawn).collect(),
            symbols: Symbol::ALL
                .into_iter()
                .filter(|symbol| views.iter().any(|view| symbol.is_in(view)))
                .collect(),
        }
    }

    /// The least and the greatest value of the axis; `None` where nothing has a value.
    pub(super) fn range(&self) -> Option<(Decimal, Decimal)> {
        self.ticks.first().copied().zip(self.ticks.last().copied())
    }

    /// Whether the charts are small, so that only the shortest words have room.
    pub(super) const fn is_small(&self) -> bool {
        self.width < 400
    }

    /// How many columns of letters of a size, in points, fit the width: a column is 10/19 of the size wide, so that 95
    /// columns of size 12 fit a chart of 600 points.
    pub(super) fn columns(&self, size: i32) -> usize {
        let columns = self.width.saturating_mul(19).checked_div(size.saturating_mul(10));
        columns.and_then(|columns| usize::try_from(columns).ok()).unwrap_or(1)
    }
}

/// The lines that charts have, in the order of the legend, each with its dash.
pub(super) const LINES: [(Heading, [i32; 2]); 5] = [
    (Heading::Observed, [1, 0]),
    (Heading::Path, [1, 0]),
    (Heading::FirstPath, [2, 3]),
    (Heading::Projection, [3, 3]),
    (Heading::CatchUp, [7, 3]),
];

/// The stops of a line: each point with its period, day and value; none of a line that this view does not draw. The
/// catch-up path is drawn only for a status that needs attention: who is on track need not be told what would do.
pub(super) fn stops(view: &View<'_>, heading: Heading) -> Vec<Stop> {
    let chart = view.chart;
    let points: &[ChartPoint] = match heading {
        Heading::Path => &chart.path,
        Heading::FirstPath => &chart.first_path,
        Heading::Projection => &chart.projection,
        Heading::CatchUp if view.status.value.needs_attention() => &chart.catch_up,
        Heading::Observed => {
            let current = chart.figures.iter().filter(|figure| !figure.is_superseded);
            return current.flat_map(observed).collect();
        }
        _ => &[],
    };
    points
        .iter()
        .map(|point| (point.period, point.period.last(), Some(point.value)))
        .collect()
}

/// The stops of a figure on the line of figures: a break first, if the figure is not joined to the one before it.
fn observed(figure: &ChartFigure) -> impl Iterator<Item = Stop> {
    let stop = |value| (figure.period, figure.stands_on, value);
    let gap = (!figure.is_joined).then(|| stop(None));
    gap.into_iter().chain(figure.value.map(|value| stop(Some(value))))
}

/// A point of a line: its period, the day at whose end it stands, and its value. Without a value it breaks the line,
/// since Vega draws no line from or to a row whose value is null.
pub(super) type Stop = (Period, NaiveDate, Option<Decimal>);
