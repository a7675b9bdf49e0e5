//! The legend of a chart, beneath it: the meanings of its marks.
//!
//! | mark | means | shown where |
//! |---|---|---|
//! | a diamond | a milestone, or the goal | there is one |
//! | a broad bar | how sure a figure is, or its two limits | a figure has such |
//! | a triangle that points up | only a lower limit is known: the value lies above | a current figure has one |
//! | a triangle that points down | only an upper limit is known | a current figure has one |
//! | the same, or a circle, hollow | an earlier vintage | a figure was superseded |
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
use crate::report::{ChartFigure, Heading, Label, Phrase};

/// A mark that a reader has to be told of; the line of figures has a legend of its own, above the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    /// A milestone, or the goal.
    Promised,
    /// How sure a figure is, or between which limits it lies.
    Range,
    /// Only one limit of a figure is known.
    Lower,
    Upper,
    /// A later vintage took the place of a figure, or of its only limit.
    Earlier,
    EarlierLower,
    EarlierUpper,
}

impl Symbol {
    pub(super) const ALL: [Self; 7] = [
        Self::Promised,
        Self::Range,
        Self::Lower,
        Self::Upper,
        Self::Earlier,
        Self::EarlierLower,
        Self::EarlierUpper,
    ];

    /// Whether a chart shows the symbol.
    pub(super) fn is_in(self, view: &View<'_>) -> bool {
        match self {
            Self::Promised => !view.chart.milestones.is_empty() || view.goal().is_some(),
            Self::Range => view.chart.figures.iter().any(|figure| figure_range(figure).is_some()),
            _ => view.chart.figures.iter().any(|figure| Self::of(figure) == Some(self)),
        }
    }

    /// The symbol of a figure; `None` for one on the line of figures, or a range.
    fn of(figure: &ChartFigure) -> Option<Self> {
        match (figure.value, figure.low, figure.high, figure.is_superseded) {
            (Some(_), .., true) => Some(Self::Earlier),
            (None, Some(_), None, false) => Some(Self::Lower),
            (None, Some(_), None, true) => Some(Self::EarlierLower),
            (None, None, Some(_), false) => Some(Self::Upper),
            (None, None, Some(_), true) => Some(Self::EarlierUpper),
            _ => None,
        }
    }

    /// The shape of the symbol: a name, or a path in a square from −1 to 1.
    const fn shape(self) -> &'static str {
        match self {
            Self::Promised => "diamond",
            Self::Range => "M-0.25,-0.8h0.5v1.6h-0.5Z",
            Self::Lower | Self::EarlierLower => "triangle-up",
            Self::Upper | Self::EarlierUpper => "triangle-down",
            Self::Earlier => "circle",
        }
    }

    /// The colour inside the symbol: that of the ground where it is hollow.
    const fn fill(self, theme: Theme) -> &'static str {
        match self {
            Self::Promised => theme.path(),
            Self::Range => theme.muted(),
            Self::Lower | Self::Upper => theme.ink(),
            Self::Earlier | Self::EarlierLower | Self::EarlierUpper => theme.ground(),
        }
    }

    /// The colour of the symbol's edge.
    const fn stroke(self, theme: Theme) -> &'static str {
        match self {
            Self::Promised | Self::Range => self.fill(theme),
            _ => theme.ink(),
        }
    }

    /// The meaning of the symbol, in words.
    fn words(self, view: &View<'_>) -> String {
        let label = |label: Label| label.words(view.language);
        let earlier = |words| {
            let subject = view.heading(Heading::Superseded);
            Phrase::Of { subject, words }.words(view.language)
        };
        match self {
            Self::Promised if view.chart.milestones.is_empty() => view.heading(Heading::Goal).to_string(),
            Self::Promised => [Heading::Milestone, Heading::Goal]
                .map(|heading| view.heading(heading))
                .join(label(Label::Comma)),
            Self::Range => view.heading(Heading::Uncertainty).to_string(),
            Self::Lower => label(Label::OnlyLowerLimit).to_string(),
            Self::Upper => label(Label::OnlyUpperLimit).to_string(),
            Self::Earlier => view.heading(Heading::Superseded).to_string(),
            Self::EarlierLower => earlier(label(Label::OnlyLowerLimit)),
            Self::EarlierUpper => earlier(label(Label::OnlyUpperLimit)),
        }
    }
}

/// From where to where a figure may lie: its published uncertainty, else its two limits; `None` of an exact figure
/// without uncertainty, and of one of which one limit is known.
pub(super) fn figure_range(figure: &ChartFigure) -> Option<(Decimal, Decimal)> {
    let uncertain = figure.uncertain_low.zip(figure.uncertain_high);
    uncertain.or_else(|| figure.low.zip(figure.high))
}

/// The channels by which a legend of marks is drawn, for a line of so many columns of letters; none without symbols.
/// Where the symbols do not fit beside each other, they stand beneath each other.
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
