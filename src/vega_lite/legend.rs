//! The legend of a chart, beneath it: the meanings of its marks.
//!
//! | mark | means | shown where |
//! |---|---|---|
//! | a diamond | a milestone, or the goal | there is one |
//! | a broad bar | how sure a figure is, or its two limits | a figure has such |
//! | a triangle that points up | only a lower limit is known: the value lies above | a current figure has one |
//! | a triangle that points down | only an upper limit is known | a current figure has one |
//! | the same, or a circle, hollow | a figure set aside: an earlier vintage, or of a publisher that ranks lower | there is one |
//!
//! Vega-Lite makes a legend of the scales of channels. The frame, which draws nothing, has the channels of shape, fill
//! and stroke, each with a scale from the words of the symbols to how these look: so the legend is made, and the marks
//! of the layers are free to look as they do.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::json::{Json, object};
use super::theme::{Theme, columns};
use super::view::View;
use crate::report::{ChartFigure, Heading, Label};

/// A mark of figures.
#[derive(Debug)]
pub(super) struct FigureMark {
    pub(super) shape: &'static str,
    pub(super) size: i32,
    /// The value at which a figure has this mark; `None` where it has another mark, or none.
    pub(super) value: fn(&ChartFigure) -> Option<Decimal>,
    /// What the mark means in the legend of marks, on a figure that is not superseded; `None` for exact figures, which
    /// the legend of lines above the chart explains.
    means: Option<Label>,
}

const LOWER: FigureMark = FigureMark {
    shape: "triangle-up",
    size: 70,
    value: |figure| figure.low.filter(|_| figure.high.is_none()),
    means: Some(Label::OnlyLowerLimit),
};
const UPPER: FigureMark = FigureMark {
    shape: "triangle-down",
    size: 70,
    value: |figure| figure.high.filter(|_| figure.low.is_none()),
    means: Some(Label::OnlyUpperLimit),
};
const EXACT: FigureMark = FigureMark {
    shape: "circle",
    size: 36,
    value: |figure| figure.value,
    means: None,
};

/// All marks of figures, in the order in which they cover each other.
pub(super) const MARKS: [&FigureMark; 3] = [&LOWER, &UPPER, &EXACT];

/// A mark that the legend explains.
#[derive(Debug, Clone, Copy)]
pub(super) enum Symbol {
    /// A milestone, or the goal.
    Promised,
    /// How sure a figure is, or between which limits it lies.
    Range,
    /// A figure, and whether it is set aside.
    Figure(&'static FigureMark, bool),
}

impl Symbol {
    pub(super) const ALL: [Self; 7] = [
        Self::Promised,
        Self::Range,
        Self::Figure(&LOWER, false),
        Self::Figure(&UPPER, false),
        Self::Figure(&EXACT, true),
        Self::Figure(&LOWER, true),
        Self::Figure(&UPPER, true),
    ];

    /// Whether a chart shows the symbol.
    pub(super) fn is_in(self, view: &View<'_>) -> bool {
        let mut figures = view.chart.figures.iter();
        match self {
            Self::Promised => !view.chart.milestones.is_empty() || view.goal().is_some(),
            Self::Range => figures.any(|figure| figure_range(figure).is_some()),
            Self::Figure(mark, is_superseded) => {
                figures.any(|figure| figure.is_superseded == is_superseded && (mark.value)(figure).is_some())
            }
        }
    }

    /// The shape of the symbol: a name, or a path in a square from −1 to 1.
    const fn shape(self) -> &'static str {
        match self {
            Self::Promised => "diamond",
            Self::Range => "M-0.25,-0.8h0.5v1.6h-0.5Z",
            Self::Figure(mark, _) => mark.shape,
        }
    }

    /// The colour inside the symbol: that of the ground where it is hollow.
    pub(super) const fn fill(self, theme: Theme) -> &'static str {
        match self {
            Self::Promised => theme.path(),
            Self::Range => theme.muted(),
            Self::Figure(_, false) => theme.ink(),
            Self::Figure(_, true) => theme.ground(),
        }
    }

    /// The colour of the symbol's edge.
    const fn stroke(self, theme: Theme) -> &'static str {
        match self {
            Self::Promised | Self::Range => self.fill(theme),
            Self::Figure(..) => theme.ink(),
        }
    }

    /// The meaning of the symbol, in words.
    fn words(self, view: &View<'_>) -> String {
        let label = |label: Label| label.words(view.language);
        match self {
            Self::Promised if view.chart.milestones.is_empty() => view.heading(Heading::Goal).to_string(),
            Self::Promised => [Heading::Milestone, Heading::Goal]
                .map(|heading| view.heading(heading))
                .join(label(Label::Comma)),
            Self::Range => view.heading(Heading::Uncertainty).to_string(),
            Self::Figure(mark, is_superseded) => {
                let superseded = view.heading(Heading::Superseded);
                match mark.means.map(label) {
                    Some(words) if is_superseded => view.said_of(superseded, words),
                    words => words.unwrap_or(superseded).to_string(),
                }
            }
        }
    }
}

/// The range in which a figure may lie: its published uncertainty, else its two limits. `None` for an exact figure
/// without uncertainty, and for a figure of which only one limit is known.
pub(super) fn figure_range(figure: &ChartFigure) -> Option<(Decimal, Decimal)> {
    let uncertain = figure.uncertain_low.zip(figure.uncertain_high);
    uncertain.or_else(|| figure.low.zip(figure.high))
}

/// The channels by which a legend of marks is drawn, for a line that has room for so many columns of letters; none
/// without symbols. If the symbols do not fit into one line, each has its own.
pub(super) fn channels(view: &View<'_>, symbols: &[Symbol], room: usize) -> Json {
    if symbols.is_empty() {
        return object! {};
    }
    let words: Vec<String> = symbols.iter().map(|symbol| symbol.words(view)).collect();
    let widths = words.iter().map(|words| columns(words).saturating_add(AROUND));
    let is_too_wide = widths.fold(0, usize::saturating_add) > room;
    let in_columns = is_too_wide.then_some(1);
    let channel = |range: Vec<Json>| {
        object! {
            "field": "mark",
            "type": "nominal",
            "scale": object! { "domain": words.clone(), "range": range },
            "legend": object! {
                "title": Json::Null,
                "orient": "bottom",
                "direction": "horizontal",
                "columns": in_columns,
                "symbolSize": 70,
                "symbolStrokeWidth": 1,
                "symbolOpacity": 1,
            },
        }
    };
    let theme = view.theme;
    object! {
        "shape": channel(symbols.iter().map(|symbol| symbol.shape().into()).collect()),
        "fill": channel(symbols.iter().map(|symbol| symbol.fill(theme).into()).collect()),
        "stroke": channel(symbols.iter().map(|symbol| symbol.stroke(theme).into()).collect()),
    }
}

/// How many columns of letters a symbol takes, with the room around it.
const AROUND: usize = 5;
