//! What charts beside each other have in common: their size, their axes, their legend.

use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::time::TimeAxis;
use super::view::View;
use crate::report::{ChartPoint, Heading};
use crate::value::Period;

/// What charts beside each other have in common: so that they can be compared.
pub(super) struct Frame {
    /// In points.
    pub(super) width: i32,
    pub(super) height: i32,
    /// Where things stand in time; none where nothing does.
    pub(super) axis: Option<TimeAxis>,
    /// The least and the greatest that is drawn; of one value alone, from 0 to there.
    pub(super) range: Option<(Decimal, Decimal)>,
    /// The lines that are drawn.
    pub(super) legend: Vec<Heading>,
}

impl Frame {
    /// Of a chart of its own.
    pub(super) fn large(view: &View<'_>) -> Self {
        Self::of(&[*view], (600, 300))
    }

    /// Of small charts beside each other.
    pub(super) fn small(views: &[View<'_>]) -> Self {
        Self::of(views, (220, 150))
    }

    fn of(views: &[View<'_>], (width, height): (i32, i32)) -> Self {
        let charts: Vec<_> = views.iter().map(|view| view.chart).collect();
        let low = charts.iter().filter_map(|chart| chart.axis.low).min();
        let high = charts.iter().filter_map(|chart| chart.axis.high).max();
        let periods: Vec<Period> = views.iter().flat_map(View::periods).collect();
        let as_of = views.first().map(|first| first.as_of);
        let is_centred = views.iter().all(View::stands_at_ends);
        let is_drawn = |heading: &Heading| views.iter().any(|view| !stops(view, *heading).is_empty());
        Self {
            width,
            height,
            axis: as_of.and_then(|as_of| TimeAxis::of(&periods, as_of, is_centred)),
            range: low.zip(high).map(|(low, high)| range(low, high)),
            legend: LINES.map(|(heading, _)| heading).into_iter().filter(is_drawn).collect(),
        }
    }

    /// Whether only the shortest words have room.
    pub(super) const fn is_small(&self) -> bool {
        self.width < 400
    }

    /// How many columns of letters have room in a line that is so many points high.
    pub(super) fn columns(&self, size: i32) -> usize {
        let columns = self.width.saturating_mul(19).checked_div(size.saturating_mul(10));
        columns.and_then(|columns| usize::try_from(columns).ok()).unwrap_or(1)
    }
}

/// From the least to the greatest value; a single one is seen from 0.
fn range(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    if low < high {
        (low, high)
    } else if low.is_zero() {
        (low, Decimal::ONE)
    } else {
        (low.min(Decimal::ZERO), high.max(Decimal::ZERO))
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

/// Where a line leads.
pub(super) fn stops(view: &View<'_>, heading: Heading) -> Vec<Stop> {
    let chart = view.chart;
    let points: &[ChartPoint] = match heading {
        Heading::Path => &chart.path,
        Heading::FirstPath => &chart.first_path,
        Heading::Projection => &chart.projection,
        Heading::CatchUp if view.status.value.needs_attention() => &chart.catch_up,
        Heading::Observed => {
            let current = chart.figures.iter().filter(|figure| !figure.is_superseded);
            return current
                .filter_map(|figure| Some((figure.period, figure.stands_on, figure.value?)))
                .collect();
        }
        _ => &[],
    };
    points
        .iter()
        .map(|point| (point.period, point.period.last(), point.value))
        .collect()
}

/// Where a line bends: of which period, at the end of which day, with which value.
pub(super) type Stop = (Period, NaiveDate, Decimal);
