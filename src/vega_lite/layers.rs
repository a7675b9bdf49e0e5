//! The layers of a target's chart, from the one behind all others.
//!
//! Vega-Lite draws layers in their order, so that what comes later covers what comes before. [`layers`] stacks them so:
//!
//! | layer | draws | left out where |
//! |---|---|---|
//! | frame | nothing: it states the axes, scales and the legend of symbols | never |
//! | borders | an upright line where a named period begins | never |
//! | goal | a dashed line at the goal, or a band between its two edges | the path is the goal all along |
//! | today | an upright line on the day of the question, with its words | that day lies outside of the axis |
//! | lines | figures, path, first path, projection, catch-up path, with the legend of lines | none has a value |
//! | steps | the points of the path | there are more than [`MOST_POINTS`] |
//! | ranges | where a true value may lie | every figure is exact and without uncertainty |
//! | figures | a mark for each figure | no figure has a value |
//! | promised | milestones and the goal | there are none |
//! | deciding | the figure that decided, in the colour of its status | no figure decided |
//! | words | of the goal, the projection and the latest figure | there is no room, or nothing to say |
//!
//! Each layer carries its own rows (`data.values`) with the fields `time` and `value`, by which the channels of the
//! frame place them. A layer whose marks a screen reader shall pass over says `aria: false`; those with `words` are
//! read.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::frame::{Frame, LINES, Stop, stops};
use super::json::{Json, fixed_at, nominal, object, of_field};
use super::legend::{FigureMark, MARKS, Symbol, channels, figure_range};
use super::theme::TEXT_SIZE;
use super::time::{Moment, TimeAxis};
use super::view::View;
use crate::dec;
use crate::report::{ChartFigure, ChartPoint, Heading, Label, Phrase, least_grouped};
use crate::value::{Collected, Language};

/// The most points of a path that are drawn each by itself: more stand in each other's way.
const MOST_POINTS: usize = 60;

/// How far the lines of a text are apart, in points.
const LINE: i32 = 14;

/// All layers of a chart within a frame.
pub(super) fn layers(view: &View<'_>, frame: &Frame, axis: &TimeAxis) -> Vec<Json> {
    let layers = Layers { view, frame, axis };
    let mut all = Vec::from([layers.frame(), layers.borders()]);
    all.extend(layers.goal());
    all.extend(layers.today());
    all.extend(layers.lines());
    all.extend(layers.steps());
    all.extend(layers.ranges());
    all.extend(layers.figures());
    all.extend(layers.promised());
    all.extend(layers.deciding());
    // Letters are drawn last, in front of everything else.
    all.extend(layers.goal_words());
    all.extend(layers.projected_words());
    all.extend(layers.words_of_told_figure());
    all
}

/// The layers of one chart: what is drawn, within which frame, and where in time. Each function makes a layer that
/// stands by itself; [`layers`] puts them in order.
struct Layers<'a> {
    view: &'a View<'a>,
    frame: &'a Frame,
    axis: &'a TimeAxis,
}

/// A layer: its rows of data, its mark, and how the data are encoded by the mark.
fn layer(rows: Vec<Json>, mark: Json, encoding: Json) -> Json {
    object! { "data": object! { "values": rows }, "mark": mark, "encoding": encoding }
}

/// The encoding by the field `time`, on the axis of time.
fn time_channel() -> Json {
    of_field("time", "temporal")
}

/// The encoding by the field `value`, on the axis of values.
fn value_channel() -> Json {
    of_field("value", "quantitative")
}

/// The encoding by the field `words`, which are read aloud, shown at the pointer, or written in the drawing.
fn words_channel() -> Json {
    nominal("words")
}

/// How Vega writes a number of so many decimals beside the axis: in groups of digits where the language does. English
/// groups from 1,000 on, so that of two places it is
/// `format(datum.value, abs(datum.value) < 1e3 ? '.2~f' : ',.2~f')`.
fn number_format(places: u32, language: Language) -> String {
    let behind_the_first = least_grouped(language).saturating_sub(1);
    format!("format(datum.value, abs(datum.value) < 1e{behind_the_first} ? '.{places}~f' : ',.{places}~f')")
}

/// A row of data: a number with the digits that it has, which a float may not keep (`1781.80`), and the words for it.
fn row_with_number(time: Moment, number: Decimal, words: String) -> Json {
    object! { "time": time.json(), "value": number, "exact": format!("{number}"), "words": words }
}

impl Layers<'_> {
    /// The layer that draws nothing, and defines the axes and the legend of marks for all others.
    fn frame(&self) -> Json {
        let title = Some(&self.view.chart.axis.unit).filter(|unit| !unit.is_empty());
        let places = self.frame.ticks.iter().map(Decimal::scale).max().unwrap_or_default();
        let value = object! {
            "field": "value",
            "type": "quantitative",
            "scale": object! {
                "domain": self.frame.range().map(|(low, high)| Vec::from([low, high])),
                "zero": false,
                "nice": false,
                "padding": 22,
            },
            "axis": object! {
                "title": title.map_or(Json::Null, |unit| Json::Text(unit.clone())),
                "titleAngle": 0,
                "titleAlign": "left",
                "titleAnchor": "end",
                "titleX": 0,
                "titleY": -4,
                "titleBaseline": "bottom",
                "values": self.frame.ticks.clone(),
                "labelExpr": number_format(places, self.view.language),
                "domain": false,
                "ticks": false,
                "labelPadding": 8,
            },
        };
        layer(
            Vec::new(),
            object! { "type": "point" },
            object! { "x": self.axis.encoding(self.place_in_periods()), "y": value }.and(channels(
                self.view,
                &self.frame.symbols,
                self.frame.columns(TEXT_SIZE),
            )),
        )
    }

    /// The words beneath the axis of time that tell where values are drawn; `None` in a small chart:
    ///
    /// | drawn | words |
    /// |---|---|
    /// | in the middle of periods, and counted at their end | `OfTheEnd` |
    /// | in the middle of periods, and counted otherwise | `InTheMiddle` |
    /// | each at the end of its own period | `AtTheEnd` |
    /// | each on a day of its own | `OnTheirDays` |
    fn place_in_periods(&self) -> Option<&'static str> {
        let is_of_end = self.view.chart.axis.collected == Collected::End;
        let label = match (self.axis.is_centred, self.view.stands_at_ends()) {
            (true, _) if is_of_end => Label::OfTheEnd,
            (true, _) => Label::InTheMiddle,
            (false, true) => Label::AtTheEnd,
            (false, false) => Label::OnTheirDays,
        };
        (!self.frame.is_small()).then(|| label.words(self.view.language))
    }

    /// Thin vertical rules where the labelled periods of the axis begin.
    fn borders(&self) -> Json {
        let mark = object! { "type": "rule", "color": self.view.theme.grid(), "aria": false };
        layer(self.axis.borders(), mark, object! { "x": time_channel() })
    }

    /// The goal as a line over the whole time, or as an area between the edges of a band; `None` if the path is the
    /// goal all along.
    fn goal(&self) -> Option<Json> {
        let (theme, chart) = (self.view.theme, self.view.chart);
        let (_, goal) = self.view.goal()?;
        let is_path = !chart.path.is_empty() && chart.path.iter().all(|point| point.value == goal);
        let band = chart.goal_low.zip(chart.goal_high).filter(|(low, high)| low < high);
        let (row, mark, encoding) = match band {
            Some((low, high)) => (
                object! { "value": low, "high": high },
                object! { "type": "rect", "color": theme.muted(), "opacity": dec!(0.15), "aria": false },
                object! { "y": value_channel(), "y2": object! { "field": "high" } },
            ),
            None if is_path => return None,
            None => (
                object! { "value": goal },
                object! {
                    "type": "rule", "color": theme.ink(), "strokeDash": dash(&[2, 2]), "strokeWidth": 1, "aria": false,
                },
                object! { "y": value_channel() },
            ),
        };
        Some(layer(Vec::from([row]), mark, encoding))
    }

    /// The words of the goal at the left end of the chart, on the side of the goal on which less is drawn.
    fn goal_words(&self) -> Vec<Json> {
        let words = if self.frame.is_small() {
            self.view.goal_bound()
        } else {
            self.view.goal_words()
        };
        let Some(((_, goal), words)) = self.view.goal().zip(words) else {
            return Vec::new();
        };
        let rows = Vec::from([object! { "value": goal, "words": words }]);
        let dy = if self.is_high(goal) { -7 } else { 9 };
        let mark = object! { "type": "text", "align": "left", "baseline": vertical_anchor(dy), "dy": dy };
        self.letters(&rows, &mark, &object! { "x": fixed_at(4), "y": value_channel() })
    }

    /// The day of the question.
    fn today(&self) -> Vec<Json> {
        let Some(today) = self.axis.day(self.view.as_of) else {
            return Vec::new();
        };
        let muted = self.view.theme.muted();
        let words_of_day = if self.frame.is_small() {
            String::from(self.view.as_of_words)
        } else {
            let day = self.view.as_of_words;
            Phrase::AsOfDay { day }.words(self.view.language)
        };
        let rows = || Vec::from([object! { "time": today.json(), "words": words_of_day.clone() }]);
        let mark = object! { "type": "rule", "color": muted, "strokeWidth": 1, "aria": false };
        let text = object! { "type": "text", "color": muted, "align": "center", "baseline": "bottom", "dy": -4 };
        let at_top = object! { "x": time_channel(), "y": fixed_at(0), "text": words_channel() };
        Vec::from([
            layer(rows(), mark, object! { "x": time_channel() }),
            layer(rows(), text, at_top),
        ])
    }

    /// The lines of the chart, with a legend.
    fn lines(&self) -> Vec<Json> {
        let legend = &self.frame.legend;
        let (theme, chart) = (self.view.theme, self.view.chart);
        let named = || LINES.into_iter().filter(|(heading, _)| legend.contains(heading));
        let domain: Vec<Json> = named().map(|(heading, _)| self.view.heading(heading).into()).collect();
        let by_name = |range: Vec<Json>| {
            object! {
                "field": "line",
                "type": "nominal",
                "scale": object! { "domain": domain.clone(), "range": range },
                "legend": object! {
                    "title": Json::Null,
                    "orient": "top",
                    "direction": "horizontal",
                    "symbolType": "stroke",
                    "offset": 26,
                },
            }
        };
        let encoding = object! {
            "x": time_channel(),
            "y": value_channel(),
            "color": by_name(named().map(|(heading, _)| theme.line(heading).into()).collect()),
            "strokeDash": by_name(named().map(|(_, pattern)| dash(&pattern)).collect()),
        };
        let drawn = |headings: &[Heading], interpolate: Option<&'static str>| {
            let rows: Vec<Json> = headings.iter().flat_map(|heading| self.line(*heading)).collect();
            let mark = object! { "type": "line", "interpolate": interpolate, "strokeWidth": 2, "aria": false };
            (!rows.is_empty()).then(|| layer(rows, mark, encoding.clone()))
        };
        let is_stepped = |heading: &&Heading| match heading {
            Heading::Path => chart.is_stepped,
            Heading::FirstPath => chart.is_first_path_stepped,
            _ => false,
        };
        let (stepped, straight): (Vec<Heading>, Vec<Heading>) = legend.iter().partition(is_stepped);
        let layers = [drawn(&stepped, Some("step-after")), drawn(&straight, None)];
        layers.into_iter().flatten().collect()
    }

    /// The data of a line of the chart, a row for each of its stops. A row without a value is a gap: Vega breaks the
    /// line.
    fn line(&self, heading: Heading) -> Vec<Json> {
        let name = self.view.heading(heading);
        let row = |(period, last, value): Stop| {
            object! { "line": name, "time": self.axis.moment(period, last).json(), "value": value.map_or(Json::Null, Json::Number) }
        };
        stops(self.view, heading).into_iter().map(row).collect()
    }

    /// The points of the path, each with its words; `None` without a path, or of more points than can be told apart.
    fn steps(&self) -> Option<Json> {
        let (theme, path) = (self.view.theme, &self.view.chart.path);
        let points: Vec<Json> = path.iter().map(|point| self.point_row(Heading::Path, point)).collect();
        let mark = object! { "type": "point", "filled": true, "size": 22, "color": theme.path(), "opacity": 1 };
        (!points.is_empty() && points.len() <= MOST_POINTS).then(|| layer(points, mark, spoken_channels()))
    }

    /// The ranges in which true values may lie, or of which only limits were published; `None` without any.
    fn ranges(&self) -> Option<Json> {
        let row = |figure: &ChartFigure| {
            let (low, high) = figure_range(figure)?;
            Some(object! {
                "time": self.axis.figure(figure).json(),
                "value": low,
                "high": high,
                "words": self.view.figure_words(figure),
            })
        };
        let rows: Vec<Json> = self.view.chart.figures.iter().filter_map(row).collect();
        let mark = object! { "type": "rule", "color": self.view.theme.ink(), "strokeWidth": 5, "opacity": dec!(0.3) };
        let encoding = object! {
            "x": time_channel(), "y": value_channel(), "y2": object! { "field": "high" }, "tooltip": words_channel(), "description": words_channel(),
        };
        (!rows.is_empty()).then(|| layer(rows, mark, encoding))
    }

    /// The marks of figures. A figure of which only one limit was published points to where the value may lie;
    /// superseded vintages are hollow.
    fn figures(&self) -> Vec<Json> {
        let theme = self.view.theme;
        let those = |is_superseded: bool, mark: &'static FigureMark| {
            let figures = self.view.chart.figures.iter();
            let these = figures.filter(|figure| figure.is_superseded == is_superseded);
            let rows: Vec<Json> = these
                .filter_map(|figure| self.figure_row(figure, (mark.value)(figure)))
                .collect();
            let fill = Symbol::Figure(mark, is_superseded).fill(theme);
            let drawn = object! {
                "type": "point", "shape": mark.shape, "filled": true, "size": mark.size, "fill": fill,
                "stroke": theme.ink(), "strokeWidth": 1, "opacity": 1,
            };
            (!rows.is_empty()).then(|| layer(rows, drawn, spoken_channels()))
        };
        let all = [true, false]
            .into_iter()
            .flat_map(|is_superseded| MARKS.map(|mark| those(is_superseded, mark)));
        all.flatten().collect()
    }

    /// The milestones and the goal; `None` without any.
    fn promised(&self) -> Option<Json> {
        let (theme, chart) = (self.view.theme, self.view.chart);
        let row = |heading, point: &ChartPoint| self.point_row(heading, point);
        let milestones = chart.milestones.iter().map(|point| row(Heading::Milestone, point));
        let goal = self.view.goal().map(|(period, value)| {
            // Where the path leads to: of a band, its nearer edge.
            let value = chart.path.last().map_or(value, |last| last.value);
            row_with_number(
                self.axis.moment(period, period.last()),
                value,
                self.view.goal_words().unwrap_or_default(),
            )
        });
        let promised: Vec<Json> = milestones.chain(goal).collect();
        let mark = object! {
            "type": "point", "shape": "diamond", "size": 90, "filled": true, "color": theme.path(), "opacity": 1,
        };
        (!promised.is_empty()).then(|| layer(promised, mark, spoken_channels()))
    }

    /// The words for the value to which the pace so far leads; none if that value is not apart from the end of the
    /// path.
    fn projected_words(&self) -> Vec<Json> {
        let chart = self.view.chart;
        let last = chart
            .projection
            .last()
            .filter(|last| self.is_apart(last.value, chart.path.last()));
        let row = |last: &ChartPoint| {
            object! { "time": self.axis.point(last).json(), "value": last.value, "words": self.view.value(last) }
        };
        let rows: Vec<Json> = last.map(row).into_iter().collect();
        let mark = object! { "type": "text", "align": "left", "baseline": "middle", "dx": 6 };
        self.letters(&rows, &mark, &object! { "x": time_channel(), "y": value_channel() })
    }

    /// The mark of the figure that decided, in the colour of the status; `None` if no figure decided, or it has no
    /// value.
    fn deciding(&self) -> Option<Json> {
        let theme = self.view.theme;
        let figure = self.view.figure_told().filter(|figure| figure.decides)?;
        let row = self.figure_row(figure, figure.value)?;
        let colour = theme.status(self.view.status);
        let mark = object! {
            "type": "point", "filled": true, "size": 130, "fill": colour, "stroke": theme.ink(),
            "strokeWidth": dec!(1.5), "opacity": 1,
        };
        Some(layer(Vec::from([row]), mark, spoken_channels()))
    }

    /// The words for the figure that is told, the deciding or else the latest one, and beneath it its status. They
    /// stand away from the path, and from the line of earlier figures.
    fn words_of_told_figure(&self) -> Vec<Json> {
        let chart = self.view.chart;
        let told = self
            .view
            .figure_told()
            .and_then(|figure| Some((figure, figure.value.or(figure.low).or(figure.high)?)));
        let words = if self.frame.is_small() {
            self.view.told_value()
        } else {
            self.view.told_lines()
        };
        let (Some((figure, number)), Some(words)) = (told, words) else {
            return Vec::new();
        };
        let expected = self.view.facts.expected.value;
        let is_ahead = expected.map_or_else(|| !self.is_high(number), |expected| number >= expected);
        let mut before = chart
            .figures
            .iter()
            .rev()
            .filter(|one| one.stands_on < figure.stands_on && !one.is_superseded);
        let is_rising = before.find_map(|one| one.value).is_none_or(|before| number >= before);
        let time_of = self.axis.figure(figure);
        let (align, is_above) = match self.axis.third(time_of) {
            ..=0 => ("left", !is_rising),
            1 if is_ahead != is_rising => ("left", is_ahead),
            1 => ("right", is_ahead),
            // No line leads there from where the words stand.
            _ if !figure.is_joined => ("right", is_ahead),
            _ => ("right", is_rising),
        };
        // Above, the last line stands where one alone would.
        let more = i32::try_from(words.len().saturating_sub(1)).unwrap_or_default();
        let dy = if is_above {
            more.saturating_mul(-LINE).saturating_sub(11)
        } else {
            13
        };
        let rows = Vec::from([object! { "time": time_of.json(), "value": number, "words": words }]);
        let mark = object! {
            "type": "text", "align": align, "baseline": vertical_anchor(dy), "dy": dy, "lineHeight": LINE,
            "fontWeight": "bold",
        };
        self.letters(&rows, &mark, &object! { "x": time_channel(), "y": value_channel() })
    }

    /// The row of data of a point of a line, with its words.
    fn point_row(&self, line: Heading, point: &ChartPoint) -> Json {
        row_with_number(self.axis.point(point), point.value, self.view.point_words(line, point))
    }

    /// The row of data of a figure with its words, drawn at `number`; `None` without a number.
    fn figure_row(&self, figure: &ChartFigure, number: Option<Decimal>) -> Option<Json> {
        Some(row_with_number(
            self.axis.figure(figure),
            number?,
            self.view.figure_words(figure),
        ))
    }

    /// Letters with a halo in the colour of the background, so that lines do not cross them.
    fn letters(&self, rows: &[Json], mark: &Json, place: &Json) -> Vec<Json> {
        if rows.is_empty() {
            return Vec::new();
        }
        let ground = self.view.theme.ground();
        let halo = object! { "stroke": ground, "strokeWidth": 4, "strokeJoin": "round", "aria": false };
        let with = |more: Json| {
            let encoding = place.clone().and(object! { "text": words_channel() });
            layer(rows.to_vec(), mark.clone().and(more), encoding)
        };
        Vec::from([with(halo), with(object! { "aria": false })])
    }

    /// Whether a value lies in the upper half of the axis of values; true where that cannot be told.
    fn is_high(&self, value: Decimal) -> bool {
        let twice = value.checked_add(value);
        let ends = self.frame.range().and_then(|(low, high)| low.checked_add(high));
        twice.zip(ends).is_none_or(|(twice, ends)| twice >= ends)
    }

    /// Whether a value lies more than a twentieth of the axis from a point, so that both can be told apart; true where
    /// that cannot be told.
    fn is_apart(&self, value: Decimal, from: Option<&ChartPoint>) -> bool {
        let whole = self.frame.range().and_then(|(low, high)| high.checked_sub(low));
        let apart = from.and_then(|from| value.checked_sub(from.value)?.abs().checked_mul(dec!(20)));
        apart.zip(whole).is_none_or(|(apart, whole)| apart > whole)
    }
}

/// The encoding of points at their time and value, whose words are read aloud and shown at the pointer.
fn spoken_channels() -> Json {
    object! { "x": time_channel(), "y": value_channel(), "tooltip": words_channel(), "description": words_channel() }
}

/// How a line is dashed: the numbers of points that are drawn and left out, by turns.
fn dash(pattern: &[i32]) -> Json {
    Json::List(pattern.iter().map(|&length| length.into()).collect())
}

/// The baseline of letters that are moved by `dy` points (down if above 0): the letters stand above their place if they
/// are moved up, else below it.
const fn vertical_anchor(dy: i32) -> &'static str {
    if dy < 0 { "bottom" } else { "top" }
}
