//! The view of one chart, and its words.
//!
//! Layers, legend and table ask here for what they write, so that a figure is called the same wherever it stands. All
//! words come from the phrases of the report, in its language:
//!
//! | asked | English |
//! |---|---|
//! | a point of the path | `2025: path 1,892.61 億元` |
//! | a figure | `2022: 21.4 %, provisional, published on 2023-06-01` |
//! | the goal | `goal > 2,000 億元 (2026)`, and `> 2,000 億元` where there is little room |
//! | what is told of | `1,781.8 億元 (2025)`, and beneath it `lagging` |
//!
//! A unit of up to [`SHORTEST_UNIT`] columns stands beside the numbers that are drawn; a longer one at the axis alone.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::json::Json;
use super::theme::{Theme, columns};
use crate::evidence::Missing;
use crate::report::{
    Chart, ChartFigure, ChartPoint, FactCells, Heading, Label, PartRow, PartsCells, Phrase, Report, StatusCells,
    TargetRow, at_most_decimals, grouped, in_brackets, short_name, with_unit_words,
};
use crate::value::{Language, Period};

/// The subject of one chart: a target, or a part of one. Of a part, status, reason, facts and chart are its own; the
/// promise is that of the target.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) language: Language,
    pub(super) theme: Theme,
    pub(super) as_of: NaiveDate,
    pub(super) as_of_words: &'a str,
    pub(super) promise: &'a str,
    pub(super) status: &'a StatusCells,
    pub(super) reason: &'a str,
    pub(super) facts: &'a FactCells,
    pub(super) chart: &'a Chart,
}

/// The language of a report.
pub(super) fn language_of(report: &Report) -> Language {
    let is_it = |language: &&Language| language.tag() == report.language;
    Language::ALL.iter().find(is_it).copied().unwrap_or(Language::English)
}

impl<'a> View<'a> {
    /// The view of a target.
    pub(super) fn target(report: &'a Report, row: &'a TargetRow, theme: Theme) -> Self {
        Self {
            language: language_of(report),
            theme,
            as_of: report.header.as_of,
            as_of_words: &report.header.as_of_words,
            promise: &row.promise,
            status: &row.verdict.status,
            reason: &row.verdict.reason.words,
            facts: &row.facts,
            chart: &row.chart,
        }
    }

    /// The view of a part of a target.
    pub(super) fn part(report: &'a Report, row: &'a TargetRow, part: &'a PartRow, theme: Theme) -> Self {
        Self {
            status: &part.verdict.status,
            reason: &part.verdict.reason.words,
            facts: &part.facts,
            chart: &part.chart,
            ..Self::target(report, row, theme)
        }
    }

    /// The periods of everything that is drawn, and of the goal.
    pub(super) fn periods(&self) -> impl Iterator<Item = Period> + use<'a> {
        let chart = self.chart;
        let points = chart.points().map(|point| point.period);
        let figures = chart.figures.iter().map(|figure| figure.period);
        points.chain(figures).chain(self.goal().map(|(period, _)| period))
    }

    /// Whether every figure stands where its period ends.
    pub(super) fn stands_at_ends(&self) -> bool {
        let mut figures = self.chart.figures.iter();
        figures.all(|figure| figure.stands_on == figure.period.last())
    }

    /// The deadline and the value that is promised, of a band its upper edge; `None` where the value or the deadline is
    /// not known.
    pub(super) fn goal(&self) -> Option<(Period, Decimal)> {
        let value = self.chart.goal_high.or(self.chart.goal_low)?;
        Some((self.facts.goal.period?, value))
    }

    /// The figure that the chart tells in words: the one that decided, else the latest that is not superseded; `None`
    /// without figures.
    pub(super) fn figure_told(&self) -> Option<&'a ChartFigure> {
        let figures = &self.chart.figures;
        let latest = || figures.iter().rev().find(|figure| !figure.is_superseded);
        figures.iter().find(|figure| figure.decides).or_else(latest)
    }

    /// A number with the unit of the chart.
    pub(super) fn with_unit(&self, number: &str) -> String {
        with_unit_words(number, &self.chart.axis.unit_of_numbers, self.language)
    }

    /// A number without its unit.
    pub(super) fn number(&self, number: &str) -> String {
        grouped(number, self.language)
    }

    /// The value of a point, rounded to the decimals of the axis, without its unit.
    pub(super) fn value(&self, point: &ChartPoint) -> String {
        self.number(&at_most_decimals(point.value, self.chart.axis.decimals))
    }

    /// The title of a column, or the name of a line, in words.
    pub(super) fn heading(&self, heading: Heading) -> &'static str {
        heading.words(self.language)
    }

    /// A subject and the words about it: `lagging: its pace is 0.727`.
    pub(super) fn said_of(&self, subject: &str, words: &str) -> String {
        Phrase::Of { subject, words }.words(self.language)
    }

    /// The words at the mark of a point of a line: `2025: path 1,892.61 億元`.
    pub(super) fn point_words(&self, line: Heading, point: &ChartPoint) -> String {
        self.said_of(&point.period_words, &format!("{} {}", self.heading(line), point.words))
    }

    /// The words at the mark of a figure: `2022: 21.4 %, provisional, published on 2023-06-01`.
    pub(super) fn figure_words(&self, figure: &ChartFigure) -> String {
        let words = if figure.is_superseded {
            &self.vintage_words(figure)
        } else {
            &figure.words
        };
        self.said_of(&figure.period_words, words)
    }

    /// The words for a superseded figure: `set aside: 21.4 %, provisional, published on 2023-06-01`.
    pub(super) fn vintage_words(&self, figure: &ChartFigure) -> String {
        self.said_of(self.heading(Heading::Superseded), &figure.words)
    }

    /// Parts of a sentence, joined by semicolons.
    pub(super) fn joined(&self, parts: impl Iterator<Item = String>) -> String {
        let parts: Vec<_> = parts.collect();
        parts.join(Label::Semicolon.words(self.language))
    }

    /// The promise, for those who do not see the chart.
    pub(super) fn promise_words(&self, name: &str) -> String {
        let promise = self.promise;
        Phrase::ChartOf { name, promise }.words(self.language)
    }

    /// The words on the path for those who do not see the drawing: from where to where it leads, or why there is none.
    /// Empty if the path is one value all along, and if other words say already why there is none.
    pub(super) fn path_words(&self) -> String {
        match (self.chart.path.first(), self.chart.path.last(), &self.chart.why_no_path) {
            (Some(first), Some(last), _) if first.value != last.value => {
                let [from, to] = &[first, last].map(|point| self.with_unit(&self.value(point)));
                let [baseline, deadline] = &[first, last].map(|point| in_brackets(point.period, self.language));
                let leads = Phrase::PathLeads {
                    from,
                    baseline,
                    to,
                    deadline,
                };
                leads.words(self.language)
            }
            (None, _, Some(why)) if !self.is_said_already(why) => {
                format!("{}{why}", Label::Semicolon.words(self.language))
            }
            _ => String::new(),
        }
    }

    /// Whether the words `why` there is no path need not be written: they are those of the promise or of the reason, or
    /// say only that a goal of this kind has no path.
    fn is_said_already(&self, why: &str) -> bool {
        why == self.promise || why == self.reason || why == Missing::NotForThisGoal.words(self.language)
    }

    /// Status and reason: `lagging: its pace is 0.727`.
    pub(super) fn status_words(&self) -> String {
        self.said_of(&self.status.words, self.reason)
    }

    /// A number beside a point. The unit stands at the axis; a unit of at most [`SHORTEST_UNIT`] columns is repeated
    /// here.
    fn number_at_point(&self, number: &str) -> String {
        if columns(&self.chart.axis.unit_of_numbers) <= SHORTEST_UNIT {
            self.with_unit(number)
        } else {
            self.number(number)
        }
    }

    /// The [told figure](Self::figure_told) with the status: `1,781.8 億元 (2025): lagging`; `None` without figures.
    pub(super) fn told_with_status(&self) -> Option<String> {
        Some(self.said_of(&self.told_words()?, &self.status.words))
    }

    /// The [told figure](Self::figure_told) and below it the status, as two lines; `None` without figures.
    pub(super) fn told_lines(&self) -> Option<Vec<Json>> {
        Some(Vec::from([self.told_words()?.into(), self.status.words.clone().into()]))
    }

    /// The value of the [told figure](Self::figure_told) alone, as one line, where there is little room; `None` without
    /// figures.
    pub(super) fn told_value(&self) -> Option<Vec<Json>> {
        Some(Vec::from([self.number_at_point(&self.figure_told()?.text).into()]))
    }

    /// The [told figure](Self::figure_told) with its period: `1,781.8 億元 (2025)`; `None` without figures.
    fn told_words(&self) -> Option<String> {
        let figure = self.figure_told()?;
        let (value, period) = (&self.number_at_point(&figure.text), &short_name(figure.period));
        Some(Phrase::ValueOf { value, period }.words(self.language))
    }

    /// The goal with its period: `goal > 2,000 億元 (2026)`; `None` where the goal is not known.
    pub(super) fn goal_words(&self) -> Option<String> {
        let (amount, period) = (&self.goal_bound()?, &short_name(self.facts.goal.period?));
        let name = self.heading(Heading::Goal);
        Some(Phrase::NamedAmount { name, amount, period }.words(self.language))
    }

    /// The bound of the goal alone, where there is little room: `> 2,000 億元`; `None` where the goal is not known.
    pub(super) fn goal_bound(&self) -> Option<String> {
        let goal = Some(&self.facts.goal).filter(|goal| goal.is_known())?;
        Some(self.number_at_point(&goal.text))
    }
}

/// How many columns a unit may have to stand beside a number on a chart: `%`, `km`, `億元`.
const SHORTEST_UNIT: usize = 4;

/// The name of a target, with the part of it that decided.
pub(super) fn name_of(row: &TargetRow, language: Language) -> String {
    let decided = row
        .parts
        .as_ref()
        .and_then(|parts: &PartsCells| parts.deciding_part.as_ref());
    decided.map_or_else(
        || row.name.clone(),
        |part| {
            let (name, part) = (&row.name, &part.words);
            Phrase::PartOf { name, part }.words(language)
        },
    )
}
