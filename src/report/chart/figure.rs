//! The figures on a chart.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::point::middle;
use crate::dec;
use crate::plan::Target;
use crate::progress::{Question, Timing};
use crate::report::cell::Style;
use crate::report::facts::uncertainty_text;
use crate::report::number::{grouped, with_unit_words};
use crate::report::words::{Label, Phrase, date};
use crate::report::{Axis, Origin};
use crate::series::{Figure, Flags, Known, Observation, ObservationStatus, Published, Reading, Series, Uncertainty};
use crate::value::{Edge, Language, Period, Position};

/// A figure on a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChartFigure {
    /// The days that it covers.
    pub period: Period,
    /// The same in words.
    pub period_words: String,
    /// The middle of the period, in decimal years.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub middle: Decimal,
    /// Where it is set beside the path, in decimal years: the end of the period, or where in it the figure stands.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub position: Decimal,
    /// The day at whose end that is.
    pub stands_on: NaiveDate,
    /// The figure as it is shown: `1781.8`, `≈ 33.5`, `> 1600`; `–` where there is none.
    pub text: String,
    /// The figure with its unit, its uncertainty, what its publisher says of it, and when it was published: `21.4 %, ±
    /// 0.7 (standard error), provisional, published on 2023-06-01`.
    pub words: String,
    /// The value; none where only limits were published.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub value: Option<Decimal>,
    /// The lower limit, where only limits were published.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub low: Option<Decimal>,
    /// The upper limit, where only limits were published.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub high: Option<Decimal>,
    /// The lower end of its published uncertainty: of the range, or one standard error below the value.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub uncertain_low: Option<Decimal>,
    /// The upper end of it.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub uncertain_high: Option<Decimal>,
    /// What its publisher says of it. A `forecast` speaks of a time to come and decides nothing: it is drawn as the
    /// projection is, with the line that leads to it, and not as what was measured.
    pub status: Flags,
    /// What is known of its publication.
    pub published: Published,
    /// The same in words.
    pub published_words: String,
    /// Where it was found, and what is noted of it; none of a figure that is made of several, or told by several
    /// sources.
    pub source: Option<Origin>,
    /// Whether another figure of its period counts in its place, so that it decides nothing: a later vintage, or that
    /// of a publisher that ranks higher.
    pub is_superseded: bool,
    /// Whether it decided the status.
    pub decides: bool,
    /// Whether a line may lead to it from the current figure before it. None leads across time for which figures are
    /// missing, nor from or to a figure of which only limits are known, nor across a break in the series.
    ///
    /// Figures are missing where their distance is 1¾ times the usual one or longer, which is the median of all:
    /// surveys of 2012, 2015, 2018 and 2022 are joined, yearly figures are not joined across a year without one. None
    /// is missing where a figure's period begins on the day after that of the one before, or both begin on one day: a
    /// year before quarters, or sums since the baseline.
    pub is_joined: bool,
}

/// The figures of a chart: those that are in use; the superseded vintages; and current observations that are not in use
/// or differ from the figure in use, forecasts among them. Of sums and chained indices only the figures in use, since
/// their observations do not lie on the axis.
pub(super) fn figures_shown(
    target: &Target,
    known: Known<'_>,
    question: &Question<'_>,
    axis: &Axis,
    style: Style,
) -> Vec<ChartFigure> {
    let (series, as_of) = (known.series(), known.as_of());
    let in_use = question.figures.all();
    let timing = Timing::of(target);
    let drawn = |figure: Figure, uncertainty: Option<Uncertainty>| {
        ChartFigure::of(figure, uncertainty, timing.stands_on(figure.period), axis, style)
    };
    let sources = SourcesByPeriod::of(known);
    let used = |&figure: &Figure| ChartFigure {
        source: sources.of_figure(figure, style.language),
        ..drawn(figure, question.figures.uncertainty_of(figure))
    };
    let mut figures: Vec<ChartFigure> = in_use.iter().map(used).collect();
    // What a sum or an index is made of does not lie on its axis.
    if !target.goal().accumulates() && question.figures.why_none().is_none() {
        let current: BTreeSet<_> = known.iter().map(Observation::identity).collect();
        let is_superseded = |observation: &Observation| {
            !observation.status().contains(ObservationStatus::Forecast) && !current.contains(&observation.identity())
        };
        let by_period: BTreeMap<Period, &Figure> = in_use.iter().map(|figure| (figure.period, figure)).collect();
        let others = series
            .observations()
            .iter()
            .filter(|observation| as_of.knows(observation.published()) && is_comparable(timing, observation))
            .filter_map(|observation| in_unit_of(target, series, observation).map(|figure| (figure, observation)))
            .filter(|(figure, _)| {
                let used = by_period.get(&figure.period);
                used.is_none_or(|used| used.reading != figure.reading || used.published != figure.published)
            })
            .map(|(figure, observation)| {
                let convert = |value| series.unit().convert(value, target.quantity().unit()).ok();
                let uncertainty = observation.uncertainty().and_then(|one| one.try_map(convert));
                ChartFigure {
                    source: Origin::of_observation(observation, style.language),
                    is_superseded: is_superseded(observation),
                    ..drawn(figure, uncertainty)
                }
            });
        figures.extend(others);
    }
    figures
}

/// The periods of which it is known that there is no value, each in the form of a figure without one, in the order of
/// time. Of an entry that nobody dated that is so once its period is over: no value depends on it.
pub(super) fn missing_shown(target: &Target, known: Known<'_>, axis: &Axis, style: Style) -> Vec<ChartFigure> {
    let as_of = known.as_of();
    let timing = Timing::of(target);
    let with_value: BTreeSet<Period> = known.iter().map(Observation::coverage).collect();
    let is_known = |one: &&Observation| {
        let is_undated = one.published() == Published::Unstated && one.coverage().last() <= as_of.date();
        as_of.knows(one.published()) || (is_undated && one.is_missing())
    };
    let observations = known.series().observations();
    let by_period = observations.chunk_by(|one, next| one.coverage() == next.coverage());
    let latest = by_period.filter_map(|vintages| vintages.iter().rev().find(is_known));
    let missing = latest.filter(|one| one.is_missing() && !with_value.contains(&one.coverage()));
    let drawn = |one: &Observation| ChartFigure {
        source: Origin::of_observation(one, style.language),
        ..ChartFigure::of(Figure::of(one), None, timing.stands_on(one.coverage()), axis, style)
    };
    let mut missing: Vec<ChartFigure> = missing.map(drawn).collect();
    missing.sort_by_key(ChartFigure::order);
    missing
}

/// The observations that count, by their periods; `None` of a period of which several sources tell.
struct SourcesByPeriod<'a>(BTreeMap<Period, Option<&'a Observation>>);

impl<'a> SourcesByPeriod<'a> {
    /// Those of a series as it was known.
    fn of(known: Known<'a>) -> Self {
        let mut sources = BTreeMap::new();
        for observation in known.iter() {
            let of_period = sources.entry(observation.coverage());
            of_period
                .and_modify(|source| *source = None)
                .or_insert(Some(observation));
        }
        Self(sources)
    }

    /// Where a figure was found; `None` where it is made of several observations.
    fn of_figure(&self, figure: Figure, language: Language) -> Option<Origin> {
        let of_period = self.0.get(&figure.period).copied().flatten();
        let observation = of_period.filter(|one| one.published() == figure.published)?;
        Origin::of_observation(observation, language)
    }
}

/// Whether an observation has a value, and a period whose figures can stand on the axis of the path: a flow of a
/// quarter cannot, where years are promised.
fn is_comparable(timing: Timing, observation: &Observation) -> bool {
    !observation.is_missing() && timing.stands_on(observation.coverage()).is_some()
}

/// The figure of an observation in the unit of the target; `None` where the units do not convert.
fn in_unit_of(target: &Target, series: &Series, observation: &Observation) -> Option<Figure> {
    Figure::of(observation).in_unit(series.unit(), target.quantity().unit())
}

impl ChartFigure {
    /// The key by which figures are sorted: where they stand, then the period, then the earliest day of publication.
    pub(super) fn order(&self) -> (Decimal, Period, Option<NaiveDate>) {
        (self.position, self.period, self.published.earliest())
    }

    /// Whether a line may lead from the current figure `before` to this one: both have a value, the series does not
    /// break here, and they lie less than `farthest` years apart, if that is given, or leave no time between them.
    fn can_be_joined_to(&self, before: &Self, farthest: Option<Decimal>) -> bool {
        let distance = self.position.checked_sub(before.position);
        let is_near = || {
            let given = distance.zip(farthest);
            given.is_none_or(|(distance, farthest)| distance < farthest)
        };
        let first = self.period.first();
        let follows = first == before.period.first() || first.pred_opt() == Some(before.period.last());
        let have_values = self.value.is_some() && before.value.is_some();
        have_values && !self.status.contains(ObservationStatus::Break) && (follows || is_near())
    }

    /// The remarks beside the figure: its flags, and when it was published.
    #[cfg(feature = "serde")]
    pub(crate) fn remarks(&self, language: Language) -> impl Iterator<Item = String> + use<> {
        remarks(self.status, self.published, language)
    }

    /// Whether both are one figure: where they stand, their uncertainty and the line that leads to them do not matter.
    fn is_the_same_as(&self, other: &Self) -> bool {
        let identity = |one: &Self| (one.period, one.value, one.status, one.published, one.is_superseded);
        identity(self) == identity(other) && self.text == other.text
    }

    /// The mark of a figure that is not superseded, at the end of the day `stands_on`, or else of its period. Its words
    /// have the unit of the axis.
    pub(super) fn of(
        figure: Figure,
        uncertainty: Option<Uncertainty>,
        stands_on: Option<NaiveDate>,
        axis: &Axis,
        style: Style,
    ) -> Self {
        let [uncertain_low, uncertain_high] = ends_of(uncertainty, figure.reading.value());
        let limit = |edge: Edge| edge.value().filter(|_| figure.reading.value().is_none());
        let (low, high) = figure.reading.edges();
        let text = style.figure(Ok(figure)).text;
        let is_missing = figure.reading == Reading::Missing;
        let with_unit = (!is_missing).then(|| with_unit_words(&text, &axis.unit_of_numbers, style.language));
        let uncertain = uncertainty.map(|one| grouped(&uncertainty_text(one, style.language), style.language));
        let parts: Vec<_> = (with_unit.into_iter())
            .chain(uncertain)
            .chain(remarks(figure.status, figure.published, style.language))
            .collect();
        Self {
            period: figure.period,
            period_words: figure.period.words(style.language),
            middle: middle(figure.period),
            position: stands_on.map_or(figure.period.end(), Position::of).to_decimal_years(),
            stands_on: stands_on.unwrap_or(figure.period.last()),
            text,
            words: parts.join(Label::ClauseComma.words(style.language)),
            value: figure.reading.value(),
            low: limit(low),
            high: limit(high),
            uncertain_low,
            uncertain_high,
            status: figure.status,
            published: figure.published,
            published_words: figure.published.words(style.language),
            source: None,
            is_superseded: false,
            decides: false,
            is_joined: false,
        }
    }
}

/// The ends of an uncertainty: of the range, or one standard error beside the value.
fn ends_of(uncertainty: Option<Uncertainty>, value: Option<Decimal>) -> [Option<Decimal>; 2] {
    match (uncertainty, value) {
        (Some(Uncertainty::Range { from, to, .. }), _) => [Some(from), Some(to)],
        (Some(Uncertainty::StandardError { standard_error }), Some(value)) => {
            [value.checked_sub(standard_error), value.checked_add(standard_error)]
        }
        _ => [None, None],
    }
}

/// The remarks beside a figure: its flags, and when it was published.
fn remarks(flags: Flags, published: Published, language: Language) -> impl Iterator<Item = String> + use<> {
    let flags: Vec<_> = flags.iter().map(|flag| flag.words(language).to_string()).collect();
    let day = published.earliest().map(|day| date(day, language));
    let published = day.as_deref().map(|day| match published {
        Published::NotBefore(_) => Phrase::PublishedFrom { day },
        _ => Phrase::PublishedOn { day },
    });
    let published = published.map(|phrase| phrase.words(language));
    flags.into_iter().chain(published)
}

/// Marks the figure that decided a status among the figures, or adds it if it is not among them.
pub(super) fn mark_deciding(figures: &mut Vec<ChartFigure>, mut deciding: ChartFigure) {
    deciding.decides = true;
    if let Some(figure) = figures.iter_mut().find(|figure| figure.is_the_same_as(&deciding)) {
        figure.decides = true;
    } else {
        figures.push(deciding);
    }
}

/// If the distance of two figures is this multiple of the usual one, or more, a figure is missing between them. It is
/// less than 2, since months are not all of one length.
const FARTHEST: Decimal = dec!(1.75);

/// Sets of each figure whether a line may lead to it from the one before. The figures are in the order of time.
pub(super) fn join_neighbours(figures: &mut [ChartFigure]) {
    let farthest = usual_distance(figures).and_then(|usual| usual.checked_mul(FARTHEST));
    let mut before: Option<&ChartFigure> = None;
    for figure in figures.iter_mut().filter(|figure| !figure.is_superseded) {
        figure.is_joined = before.is_some_and(|before| figure.can_be_joined_to(before, farthest));
        before = Some(figure);
    }
}

/// The usual distance between current figures, in years: the median, and the shorter of two in its middle. `None` for
/// less than two figures.
fn usual_distance(figures: &[ChartFigure]) -> Option<Decimal> {
    let current = || figures.iter().filter(|figure| !figure.is_superseded);
    let pairs = current().zip(current().skip(1));
    let distances = pairs.filter_map(|(one, other)| other.position.checked_sub(one.position));
    let mut distances: Vec<Decimal> = distances.filter(|distance| !distance.is_zero()).collect();
    distances.sort_unstable();
    distances
        .get(distances.len().saturating_sub(1).checked_div(2)?)
        .copied()
}
