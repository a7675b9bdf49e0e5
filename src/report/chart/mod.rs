//! The chart of one target.

mod figure;
mod lines;
mod point;
mod time;

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub use figure::ChartFigure;
pub use point::ChartPoint;
pub use time::{ChartTime, TimeTick};

#[cfg(feature = "serde")]
pub(crate) use time::{first_of_axis, labelled_periods, short_name};

use figure::{figures_shown, join_neighbours, mark_deciding, missing_shown};
use lines::{Lines, is_stepped};

use super::axis::{self, Axis};
use super::cell::Style;
use super::facts::bound_of_values;
use crate::evidence::{self, Evidence, Missing};
use crate::plan::Target;
use crate::progress::Question;
use crate::series::{AsOf, Figure, Known, Series};
use crate::trajectory::Point;
use crate::value::{Language, Length, Period};

/// Everything that a chart of one target draws, as points: no front end needs arithmetic.
///
/// Positions are decimal years on one axis, to 12 decimals: the end of 2025 is 2026, the end of June 2026 is 2026.5.
/// Values are in the target's unit; of a cumulative goal they are sums since the baseline, and of a goal that is
/// measured by yearly rates an index that begins with 1. Stored values are as they were stored, computed ones have 12
/// decimals.
///
/// # Examples
///
/// ```
/// use milepost::report::Chart;
/// use milepost::{Baseline, Bound, Goal, Language, Measure, Observation, Quantity, Series, Target, Unit, date, dec};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let target = Target::builder("air".parse()?, share, Goal::level(Bound::AtLeast(dec!(88))), "2026".parse()?)
///     .baseline(Baseline::stated("2021".parse()?, dec!(80)))
///     .build()?;
/// let figure = Observation::new("2024".parse()?, dec!(83)).published_on(date("2025-01-20")?);
/// let series = Series::new("air".parse()?, Unit::percent(), vec![figure])?;
///
/// let chart = Chart::new(&target, &series, date("2025-06-30")?, Language::English);
/// let path: Vec<_> = chart.path.iter().map(|point| (point.position, point.value)).collect();
/// assert_eq!(path.first(), Some(&(dec!(2022), dec!(80))));
/// assert_eq!(path.get(1), Some(&(dec!(2023), dec!(81.6))));
/// assert_eq!(path.last(), Some(&(dec!(2027), dec!(88))));
/// assert_eq!(chart.projection.last().map(|point| point.value), Some(dec!(85)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Chart {
    /// The axis of values, from the least to the greatest.
    pub axis: Axis,
    /// The axis of time, over every position below, with the labels of periods.
    pub time: ChartTime,
    /// The position of the day of the question: positions are decimal years, so that 2025 is its first moment.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub today: Decimal,
    /// The position of the deadline, at which the goal stands: there is one where there is no path, too.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub deadline_position: Decimal,
    /// How far apart the points of path and projection are: a reporting period, or several where more than 400 points
    /// would stand between baseline and deadline, which no chart shows.
    pub step: Length,
    /// Where the promise starts: stated in the plan, or a figure of the series. Its path starts there, unless it is
    /// held at a limit all along.
    pub baseline: Option<ChartPoint>,
    /// Whether the plan states its value; else it is one of the figures.
    pub is_baseline_stated: bool,
    /// The path: the baseline, a point after each step, the milestones, and the goal. Steps end where the figures of
    /// their length do, if all of those share one phase; else they are counted back from the deadline.
    pub path: Vec<ChartPoint>,
    /// The path by what was first promised, where an amendment is in force: its baseline, a point after each step, its
    /// milestones, its goal.
    pub first_path: Vec<ChartPoint>,
    /// Whether that path stays at a value until the next point.
    pub is_first_path_stepped: bool,
    /// Why there is no path, in words.
    pub why_no_path: Option<String>,
    /// Whether the path stays at a value until the next point, instead of running straight to it.
    pub is_stepped: bool,
    /// The values promised in between, as stored.
    pub milestones: Vec<ChartPoint>,
    /// The lowest value that the goal allows at the deadline, if it has one.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub goal_low: Option<Decimal>,
    /// The highest value that the goal allows at the deadline, if it has one.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub goal_high: Option<Decimal>,
    /// Every figure that was known, all vintages of it, in the order of time; of a cumulative goal the sums.
    pub figures: Vec<ChartFigure>,
    /// The periods of which it is known that there is no figure, with why (`missing`, `confidential`, `not_applicable`)
    /// and what is noted of it: what explains a gap. They have no value and no limits. They may be parts of the periods
    /// in which figures are drawn.
    pub missing: Vec<ChartFigure>,
    /// How many sums are not among the figures: where flows leave gaps or overlap, no more than 400 are found, evenly
    /// spread, the last among them.
    pub sums_left_out: usize,
    /// The pace so far, continued from the figure that was used to the deadline.
    pub projection: Vec<ChartPoint>,
    /// The way that is required from the figure in use through the milestones to come to the goal, running as the path
    /// runs. Empty where nothing is required any more, and of limits.
    pub catch_up: Vec<ChartPoint>,
}

impl Chart {
    /// The points of a target, with what was known of its series as of a date.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::report::Chart;
    /// use milepost::{Bound, Goal, Language, Length, Measure, Quantity, Series, Target, Unit, code, day, dec, period};
    ///
    /// // Where nothing was observed and no baseline is stated there is no path, and the chart says why.
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// let goal = Goal::level(Bound::AtLeast(dec!(88)));
    /// let target = Target::builder(code!("air"), share, goal, period!("2026")).build()?;
    /// let series = Series::empty(code!("air"), Unit::percent());
    /// let chart = Chart::new(&target, &series, day!("2024-06-30"), Language::English);
    /// assert!(chart.path.is_empty() && chart.why_no_path.is_some());
    /// // The goal is drawn all the same, and the day of the question.
    /// assert_eq!((chart.goal_low, chart.goal_high, chart.today), (Some(dec!(88)), None, dec!(2024.5)));
    /// assert_eq!(chart.step, Length::YEAR);
    /// # Ok::<(), milepost::Problems>(())
    /// ```
    pub fn new(target: &Target, series: &Series, as_of: impl Into<AsOf>, language: Language) -> Self {
        let known = series.as_known_on(as_of);
        let question = &Question::new(target, series, known.as_of());
        let target = target.in_force_on(known.as_of().date());
        Self::of_facts(target, known, question, &evidence::facts_of(question), None, language)
    }

    /// The chart of a target, by its question and facts. The figure that is `deciding` for a status is marked among the
    /// figures, or added to them.
    pub(super) fn of_facts(
        target: &Target,
        known: Known<'_>,
        question: &Question<'_>,
        facts: &Evidence,
        deciding: Option<Figure>,
        language: Language,
    ) -> Self {
        let style = Style::new(target, facts.observed.ok(), language);
        let axis = Axis::new(target, facts, style);
        let path = evidence::path_of(target, question);
        let path = path.as_ref().map_err(|reason| *reason);
        let lines = Lines::new(target, path, question, facts, &axis, language);
        let points = lines.path();
        let start = |point: Point| lines.point_at_end_of(point, target.start().unwrap_or(point.period));
        let named = |point: Point| lines.point_at_end_of(point, target.stands_at_end_of(point.period));
        let (first_path, is_first_path_stepped) = lines.first_path().unwrap_or_default();
        let [goal_low, goal_high] = goal_range(target, facts);
        let mut figures = figures_shown(target, known, question, &axis, style);
        if let Some(figure) = deciding {
            mark_deciding(&mut figures, ChartFigure::of(figure, None, None, &axis, style));
        }
        figures.sort_by_key(ChartFigure::order);
        join_neighbours(&mut figures);
        let chart = Self {
            time: ChartTime::default(),
            today: known.as_of().position().to_decimal_years(),
            deadline_position: target.stands_at(target.deadline()).to_decimal_years(),
            step: lines.step,
            why_no_path: points
                .as_ref()
                .err()
                .map(|reason| why_no_path(*reason, facts).words(language)),
            baseline: facts.baseline.ok().map(start),
            is_baseline_stated: target.baseline().is_some_and(|baseline| baseline.value().is_some()),
            path: points.unwrap_or_default(),
            first_path,
            is_first_path_stepped,
            is_stepped: path.is_ok_and(is_stepped),
            milestones: question.points().map(named).collect(),
            goal_low,
            goal_high,
            figures,
            missing: missing_shown(target, known, &axis, style),
            sums_left_out: question.figures.count_sums_left_out(),
            projection: lines.projection().unwrap_or_default(),
            catch_up: lines.catch_up().unwrap_or_default(),
            axis,
        };
        chart.with_axes_over_all_drawn(known.as_of().date(), target.deadline(), language)
    }

    /// The points of every line, and the milestones.
    pub(crate) fn points(&self) -> impl Iterator<Item = &ChartPoint> {
        let lines = [
            &self.path,
            &self.first_path,
            &self.milestones,
            &self.projection,
            &self.catch_up,
        ];
        lines.into_iter().flatten()
    }

    /// Every number that is drawn.
    fn drawn(&self) -> impl Iterator<Item = Decimal> + '_ {
        let points = self.points().chain(&self.baseline).map(|point| point.value);
        let figures = self.figures.iter();
        let seen = figures.flat_map(|figure| {
            let uncertain = [figure.uncertain_low, figure.uncertain_high];
            [figure.value, figure.low, figure.high].into_iter().chain(uncertain)
        });
        points.chain(seen.chain([self.goal_low, self.goal_high]).flatten())
    }

    /// The same chart, with an axis of values that reaches from the lowest to the highest number that is drawn, and one
    /// of time over all its periods, the deadline and the day of the question.
    fn with_axes_over_all_drawn(mut self, today: NaiveDate, deadline: Period, language: Language) -> Self {
        let points = self.points().chain(&self.baseline).map(|point| point.period);
        let figures = self.figures.iter().chain(&self.missing).map(|figure| figure.period);
        let periods: Vec<_> = points.chain(figures).chain([deadline]).collect();
        self.time = ChartTime::of(&periods, today, language);
        (self.axis.low, self.axis.high) = (self.drawn().min(), self.drawn().max());
        let range = self.axis.low.zip(self.axis.high);
        let is_whole = self.axis.is_whole;
        self.axis.ticks = range.map_or_else(Vec::new, |(low, high)| axis::ticks(low, high, is_whole, language));
        self
    }
}

/// The reason to tell why there is no path: that the parts are unknown, if the target has parts of which none decided;
/// else `reason`.
fn why_no_path(reason: Missing, facts: &Evidence) -> Missing {
    let of_parts = facts
        .baseline
        .err()
        .filter(|missing| matches!(missing, Missing::PartsUnknown { .. }));
    of_parts.unwrap_or(reason)
}

/// The lowest and the highest value that the goal allows at the deadline; `None` for an end that it leaves open, or
/// that is not known.
fn goal_range(target: &Target, facts: &Evidence) -> [Option<Decimal>; 2] {
    bound_of_values(target, facts).map_or([None, None], |bound| [bound.low(), bound.high()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;
    use crate::plan::{Baseline, Goal};
    use crate::series::{Observation, ObservationStatus, Reading, Uncertainty};
    use crate::value::{Bound, Collected, Interval, Measure, Quantity, Unit, date};

    fn target(measure: Measure, goal: Goal, deadline: &str) -> Target {
        let quantity = Quantity::new(measure, Unit::new("m".parse().unwrap(), 0).unwrap());
        Target::builder("a".parse().unwrap(), quantity, goal, deadline.parse().unwrap())
            .baseline(Baseline::stated("2021".parse().unwrap(), dec!(4)))
            .build()
            .unwrap()
    }

    fn series(figures: &[(&str, Reading)]) -> Series {
        let observation = |&(period, reading): &(&str, Reading)| {
            Observation::new(period.parse().unwrap(), reading).published_on(date("2024-01-31").unwrap())
        };
        let unit = Unit::new("m".parse().unwrap(), 0).unwrap();
        Series::new("a".parse().unwrap(), unit, figures.iter().map(observation).collect()).unwrap()
    }

    fn chart(target: &Target, figures: &[(&str, Reading)]) -> Chart {
        Chart::new(target, &series(figures), date("2024-06-30").unwrap(), Language::English)
    }

    fn shown(points: &[ChartPoint]) -> Vec<(Decimal, Decimal)> {
        points.iter().map(|point| (point.position, point.value)).collect()
    }

    #[test]
    fn sums_are_drawn_as_sums() {
        let goal = Goal::cumulative(Bound::AtLeast(dec!(100)));
        let quantity = Quantity::new(Measure::Flow, Unit::new("m".parse().unwrap(), 0).unwrap());
        let quantity = quantity.with_possible(Interval::at_least(dec!(0))).unwrap();
        let target = Target::builder("a".parse().unwrap(), quantity, goal, "2026".parse().unwrap())
            .baseline(Baseline::observed("2021".parse().unwrap()))
            .build()
            .unwrap();
        let chart = chart(
            &target,
            &[
                ("2021", Reading::Exact(dec!(9))),
                ("2022", Reading::Exact(dec!(15))),
                ("2023-S1", Reading::Exact(dec!(10))),
                ("2023-Q4", Reading::Exact(dec!(7))),
            ],
        );
        let sums: Vec<_> = chart
            .figures
            .iter()
            .map(|figure| (figure.position, figure.value, figure.low))
            .collect();
        let joined: Vec<_> = chart.figures.iter().map(|figure| figure.is_joined).collect();
        assert_eq!(joined, [false, true, false], "a sum with a gap is only a bound");
        assert_eq!(
            sums,
            [
                (dec!(2023), Some(dec!(15)), None),
                (dec!(2023.5), Some(dec!(25)), None),
                // A quarter is missing, so that the sum is only a lower bound.
                (dec!(2024), None, Some(dec!(32))),
            ]
        );
        assert_eq!(chart.sums_left_out, 0);
        assert_eq!(shown(&chart.path).first(), Some(&(dec!(2022), dec!(0))));
        assert_eq!(shown(&chart.path).last(), Some(&(dec!(2027), dec!(100))));
        let projection = [(dec!(2023.5), dec!(25)), (dec!(2024), dec!(33.333333333333))];
        assert_eq!(shown(&chart.projection)[..2], projection);
    }

    /// From 4 in 2021, whether it is to be reached or to be kept within, and has one number or no figure.
    #[test]
    fn a_band_is_drawn_with_both_edges_whatever_it_counts_from() {
        let band = |low, high| Bound::within(low, high).unwrap();
        for (goal, edges) in [
            (Goal::level(band(dec!(5), dec!(6))), [dec!(5), dec!(6)]),
            (Goal::change(band(dec!(0.25), dec!(0.5))), [dec!(5), dec!(6)]),
            (Goal::change(band(dec!(-0.25), dec!(0.5))), [dec!(3), dec!(6)]),
            (Goal::addition(band(dec!(-1), dec!(2))), [dec!(3), dec!(6)]),
            (Goal::addition(band(dec!(-2), dec!(-1))), [dec!(2), dec!(3)]),
            (Goal::average_growth(band(dec!(0.5), dec!(1))), [dec!(9), dec!(16)]),
        ] {
            let target = target(Measure::Flow, goal, "2023");
            for figures in [&[][..], &[("2022", Reading::Exact(dec!(4.5)))]] {
                let chart = chart(&target, figures);
                assert_eq!([chart.goal_low, chart.goal_high], edges.map(Some), "{goal:?}");
            }
        }
    }

    /// Of days behind a gap each sum is found by itself.
    #[test]
    fn of_more_sums_than_a_chart_shows_some_are_left_out_and_counted() {
        let goal = Goal::cumulative(Bound::AtLeast(dec!(10_000)));
        let quantity = Quantity::new(Measure::Flow, Unit::new("m".parse().unwrap(), 0).unwrap());
        let quantity = quantity.with_possible(Interval::at_least(dec!(0))).unwrap();
        let target = Target::builder("a".parse().unwrap(), quantity, goal, "2026".parse().unwrap())
            .baseline(Baseline::observed("2021".parse().unwrap()))
            .build()
            .unwrap();
        for (days, drawn, left_out) in [(400, 400, 0), (401, 201, 200), (850, 284, 566)] {
            let begin = date("2022-02-01").unwrap();
            let periods = begin.iter_days().take(days).map(|day| day.to_string());
            let periods: Vec<_> = periods.collect();
            let figures: Vec<_> = periods
                .iter()
                .map(|day| (day.as_str(), Reading::Exact(dec!(1))))
                .collect();
            let chart = chart(&target, &figures);
            assert_eq!((chart.figures.len(), chart.sums_left_out), (drawn, left_out), "{days}");
            let last = chart.figures.last().and_then(|figure| figure.low);
            assert_eq!(last, Some(Decimal::from(days)), "{days}");
        }
    }

    #[test]
    fn what_is_to_be_kept_is_a_level_line() {
        let goal = Goal::keep(Bound::AtMost(dec!(5.5)), Length::YEAR);
        let target = target(Measure::Stock, goal, "2023");
        let chart = chart(&target, &[("2022", Reading::Exact(dec!(5.4)))]);
        let line = [2022, 2023, 2024].map(|year| (Decimal::from(year), dec!(5.5)));
        assert_eq!(shown(&chart.path), line);
        assert_eq!((chart.goal_low, chart.goal_high), (None, Some(dec!(5.5))));
        assert_eq!(chart.projection, []);
    }

    #[test]
    fn a_far_horizon_is_shown_in_longer_steps() {
        let far = |deadline: &str, every: Length| {
            let goal = Goal::level(Bound::AtLeast(dec!(100)));
            let quantity = Quantity::new(Measure::Stock, Unit::new("m".parse().unwrap(), 0).unwrap());
            let target = Target::builder("a".parse().unwrap(), quantity, goal, deadline.parse().unwrap())
                .baseline(Baseline::stated("2000".parse().unwrap(), dec!(1)))
                .reported(every)
                .build()
                .unwrap();
            let chart = chart(&target, &[("2001", Reading::Exact(dec!(2)))]);
            (chart.step, chart.path.len(), chart.projection.len())
        };
        let (months, years) = (Length::Months, |years: u32| {
            Length::Months(years.checked_mul(12).unwrap())
        });
        for (deadline, every, step) in [
            ("2030", Length::MONTH, months(1)),
            ("2030-06", Length::MONTH, months(1)),
            ("2060", Length::MONTH, months(2)),
            ("9999", Length::MONTH, months(261)),
            ("9999", Length::YEAR, years(22)),
            ("2399", Length::YEAR, years(2)),
            ("2060-12-31", Length::Days(7), Length::Days(56)),
        ] {
            let (found, path, projection) = far(deadline, every);
            assert_eq!(found, step, "{deadline} {every}");
            assert!(
                path <= 402 && projection <= 402,
                "{deadline} {every}: {path}, {projection}"
            );
        }
    }

    #[test]
    fn milestones_stand_on_the_path_and_between_its_periods() {
        let goal = Goal::level(Bound::AtLeast(dec!(16)));
        let quantity = Quantity::new(Measure::Stock, Unit::new("m".parse().unwrap(), 0).unwrap());
        let target = Target::builder("a".parse().unwrap(), quantity, goal, "2023".parse().unwrap())
            .baseline(Baseline::stated("2021".parse().unwrap(), dec!(4)))
            .milestone(Point::new("2022-06".parse().unwrap(), dec!(10)))
            .reported(Length::YEAR)
            .build()
            .unwrap();
        let chart = chart(&target, &[("2022", Reading::from(Interval::more_than(dec!(9))))]);
        let path = [
            (dec!(2022), dec!(4)),
            (dec!(2022.5), dec!(10)),
            (dec!(2023), dec!(12)),
            (dec!(2024), dec!(16)),
        ];
        assert_eq!(shown(&chart.path), path);
        assert_eq!(shown(&chart.milestones), path[1..2]);
        let limits: Vec<_> = chart.figures.iter().map(|figure| (figure.value, figure.low)).collect();
        assert_eq!(limits, [(None, Some(dec!(9)))]);
    }

    /// From 4 on 1 January 2021 to 16 on that of 2024, all drawn at the ends of their years.
    #[test]
    fn what_stands_at_a_moment_is_drawn_where_the_path_has_it() {
        let unit = Unit::new("m".parse().unwrap(), 0).unwrap();
        let quantity = Quantity::new(Measure::Stock, unit).with_collected(Collected::Beginning);
        let goal = Goal::level(Bound::AtLeast(dec!(16)));
        let target = Target::builder("a".parse().unwrap(), quantity.unwrap(), goal, "2024".parse().unwrap())
            .baseline(Baseline::stated("2021-01".parse().unwrap(), dec!(4)))
            .milestone(Point::new("2022-01".parse().unwrap(), dec!(10)))
            .build()
            .unwrap();
        let chart = chart(&target, &[("2022-Q1", Reading::Exact(dec!(9)))]);
        let path = [
            (dec!(2022), dec!(4)),
            (dec!(2022.75), dec!(8.5)),
            (dec!(2023), dec!(10)),
            (dec!(2023.5), dec!(11.5)),
            (dec!(2024.25), dec!(13.75)),
            (dec!(2025), dec!(16)),
        ];
        assert_eq!(shown(&chart.path), path);
        assert_eq!(shown(&chart.milestones), path[2..3]);
        assert_eq!(chart.milestones[0].period_words, "January 2022");
        let baseline = chart.baseline.map(|point| (point.position, point.period_words));
        assert_eq!(baseline, Some((dec!(2022), "January 2021".into())));
        assert_eq!(chart.figures[0].position, dec!(2023));
    }

    /// The mean of three years stands at the end of the second.
    #[test]
    fn a_mean_is_drawn_where_the_path_begins() {
        let quantity = Quantity::new(Measure::Stock, Unit::new("m".parse().unwrap(), 0).unwrap());
        let goal = Goal::level(Bound::AtLeast(dec!(16)));
        let mean = Baseline::stated("2018-01-01/P3Y".parse().unwrap(), dec!(4)).as_mean();
        let target = Target::builder("a".parse().unwrap(), quantity, goal, "2024".parse().unwrap())
            .baseline(mean)
            .build()
            .unwrap();
        let chart = chart(&target, &[]);
        assert_eq!(chart.baseline.map(|point| point.position), Some(dec!(2020)));
        assert_eq!(chart.path[0].position, dec!(2020));
    }

    #[test]
    fn flows_of_another_length_are_not_set_beside_years() {
        let goal = Goal::level(Bound::AtLeast(dec!(16)));
        let target = target(Measure::Flow, goal, "2026");
        let chart = chart(
            &target,
            &[
                ("2022-S1", Reading::Exact(dec!(2))),
                ("2022-S2", Reading::Exact(dec!(3))),
                ("2023-S1", Reading::Exact(dec!(3))),
            ],
        );
        let figures: Vec<_> = chart
            .figures
            .iter()
            .map(|figure| (figure.period, figure.value))
            .collect();
        assert_eq!(figures, [("2022".parse().unwrap(), Some(dec!(5)))]);
    }

    #[test]
    fn a_line_leads_across_no_figure_that_is_missing() {
        let target = target(Measure::Stock, Goal::level(Bound::AtLeast(dec!(60))), "2026");
        // `~` joins two figures, and `>` is before one of which only a limit is known.
        for told in [
            "2019~2020~2021~2022",
            "2019~2020 2022~2023",
            "2019 2021~2022~2023",
            "2019~2020 2023",
            "2013~2018",
            // Surveys come when they come.
            "2012~2015~2018~2022",
            "2010~2012~2015~2019",
            // What was seldom measured before is shown, and not joined.
            "2000 2005 2010~2011~2012~2013~2014",
            "2021-01-31~2021-02-28~2021-03-31 2021-05-31~2021-06-30",
            "2021-Q1~2021-Q2 2021-Q4~2022-Q1",
            "2021-02-26~2021-03-05~2021-03-12 2021-03-26~2021-04-02",
            // Where an office begins to publish more often, no figure is missing before that.
            "2020~2021~2022~2023-Q1~2023-Q2~2023-Q3~2023-Q4",
            "2020 2022~2023-Q1~2023-Q2~2023-Q3",
            "2021~2022 2023-Q2~2023-Q3~2023-Q4",
            "2022-11~2022-12~2023-Q1~2023-Q2~2023-S2",
            "2019 >2020 2021~2022",
            "2022",
        ] {
            let lines = told.split(' ').flat_map(|line| line.split('~').enumerate());
            let (joined, figures): (Vec<_>, Vec<_>) = lines
                .map(|(place, figure)| match figure.strip_prefix('>') {
                    Some(period) => (place > 0, (period, Reading::from(Interval::more_than(dec!(5))))),
                    None => (place > 0, (figure, Reading::Exact(dec!(6)))),
                })
                .unzip();
            let drawn = chart(&target, &figures).figures;
            assert_eq!(
                drawn.iter().map(|figure| figure.is_joined).collect::<Vec<_>>(),
                joined,
                "{told}"
            );
        }
    }

    /// The sensors were replaced in 2022, and a later vintage says so; 2020 was never dated, and 2023 came after all.
    #[test]
    fn a_gap_is_explained_by_what_is_missing() {
        let none = |year: &str, status, published: Option<&str>| {
            let none = Observation::new(year.parse().unwrap(), Reading::Missing).with_status(status);
            published.map_or(none.clone(), |day| none.published_on(date(day).unwrap()))
        };
        let value = |year: &str, day| Observation::new(year.parse().unwrap(), dec!(6)).published_on(date(day).unwrap());
        let observations = vec![
            none("2020", ObservationStatus::Confidential, None),
            value("2021", "2022-01-31"),
            value("2022", "2023-01-31"),
            none("2022", ObservationStatus::Missing, Some("2023-06-30"))
                .with_note("Sensors replaced".try_into().unwrap()),
            none("2023", ObservationStatus::Missing, Some("2024-01-31")),
            value("2023", "2024-03-31"),
            none("2024", ObservationStatus::NotApplicable, Some("2024-01-31")),
            none("2025", ObservationStatus::Missing, None),
        ];
        let unit = Unit::new("m".parse().unwrap(), 0).unwrap();
        let series = Series::new("a".parse().unwrap(), unit, observations).unwrap();
        let target = target(Measure::Stock, Goal::level(Bound::AtLeast(dec!(60))), "2026");
        let missing = |day| {
            let chart = Chart::new(&target, &series, date(day).unwrap(), Language::English);
            let told = |one: ChartFigure| {
                assert_eq!(
                    (one.value, one.low, one.high, one.is_superseded),
                    (None, None, None, false)
                );
                let note = one.source.and_then(|source| source.note).unwrap_or_default();
                (one.period_words, one.words, note)
            };
            chart.missing.into_iter().map(told).collect::<Vec<_>>()
        };
        let told = |year: &str, words: &str, note: &str| (year.into(), words.into(), note.into());
        let hidden = told("2020", "confidential", "");
        assert_eq!(missing("2023-06-29"), core::slice::from_ref(&hidden));
        let withdrawn = told("2022", "missing, published on 2023-06-30", "Sensors replaced");
        let late = told("2023", "missing, published on 2024-01-31", "");
        let none = told("2024", "not applicable, published on 2024-01-31", "");
        assert_eq!(
            missing("2024-03-30"),
            [hidden.clone(), withdrawn.clone(), late, none.clone()]
        );
        assert_eq!(missing("2024-03-31"), [hidden, withdrawn, none]);
    }

    #[test]
    fn a_line_begins_anew_with_the_series_and_passes_by_what_was_revised() {
        let published = |year: &str, value: Decimal, day: &str| {
            Observation::new(year.parse().unwrap(), value).published_on(date(day).unwrap())
        };
        let unit = Unit::new("m".parse().unwrap(), 0).unwrap();
        let observations = vec![
            published("2021", dec!(6), "2022-01-31"),
            published("2021", dec!(7), "2023-01-31"),
            published("2022", dec!(8), "2023-01-31"),
            published("2023", dec!(9), "2024-01-31").with_status(ObservationStatus::Break),
            published("2024", dec!(9), "2025-01-31"),
        ];
        let series = Series::new("a".parse().unwrap(), unit, observations).unwrap();
        let target = target(Measure::Stock, Goal::level(Bound::AtLeast(dec!(60))), "2026");
        let chart = Chart::new(&target, &series, date("2025-06-30").unwrap(), Language::English);
        let told: Vec<_> = chart
            .figures
            .iter()
            .map(|figure| (figure.text.as_str(), figure.is_joined))
            .collect();
        assert_eq!(
            told,
            [("6", false), ("7", false), ("8", true), ("9", false), ("9", true)]
        );
    }

    #[test]
    fn without_a_path_the_chart_says_why() {
        let target = target(Measure::Stock, Goal::level(Bound::MoreThan(dec!(4))), "2026");
        let chart = chart(&target, &[]);
        assert_eq!(chart.path, []);
        let why = "the baseline is at the goal or within it, so that no way leads there";
        assert_eq!(chart.why_no_path.as_deref(), Some(why));
    }

    #[test]
    fn a_limit_is_drawn_from_the_first_day_on() {
        let target = target(Measure::Flow, Goal::level(Bound::AtMost(dec!(16))), "2026");
        let chart = chart(&target, &[("2022", Reading::Exact(dec!(5)))]);
        assert!(shown(&chart.path).iter().all(|(_, value)| *value == dec!(16)));
        // The pace goes on as on a path of its own: by a quarter a year, and not by 1.
        let last = chart.projection.last().map(|point| point.value);
        assert_eq!(last, Some(dec!(12.20703125)));
    }

    #[test]
    fn what_is_required_from_now_on_leads_from_the_figure_to_the_goal() {
        let goal = Goal::level(Bound::AtLeast(dec!(16)));
        let (behind, met) = (("2023", Reading::Exact(dec!(5))), ("2023", Reading::Exact(dec!(17))));
        let promised = target(Measure::Stock, goal, "2026");
        let years = [2024, 2025, 2026, 2027].map(Decimal::from);
        let required = [dec!(5), dec!(8.666666666667), dec!(12.333333333333), dec!(16)];
        let lines: Vec<_> = years.into_iter().zip(required).collect();
        assert_eq!(shown(&chart(&promised, &[behind]).catch_up), lines);
        assert_eq!(chart(&promised, &[met]).catch_up, []);
        let milestone = Point::new("2025".parse().unwrap(), dec!(13));
        let through = promised.to_builder().milestone(milestone).build().unwrap();
        let required = [dec!(5), dec!(9), dec!(13), dec!(16)];
        let lines: Vec<_> = [2024, 2025, 2026, 2027]
            .map(Decimal::from)
            .into_iter()
            .zip(required)
            .collect();
        assert_eq!(shown(&chart(&through, &[behind]).catch_up), lines);
        let limit = target(Measure::Stock, Goal::level(Bound::AtMost(dec!(16))), "2026");
        assert_eq!(chart(&limit, &[behind]).catch_up, []);
    }

    #[test]
    fn a_figure_has_its_words_and_how_sure_it_is() {
        let unit = Unit::new("m".parse().unwrap(), 0).unwrap();
        let published = |year: &str, reading: Reading| {
            Observation::new(year.parse().unwrap(), reading).published_on(date("2024-01-31").unwrap())
        };
        let range = Uncertainty::confidence_interval(dec!(3), dec!(7), dec!(0.95));
        let observations = vec![
            published("2021", dec!(6).into())
                .with_uncertainty(range)
                .unwrap()
                .with_status(ObservationStatus::Provisional),
            published("2022", dec!(5.50).into())
                .with_uncertainty(Uncertainty::standard_error(dec!(0.25)))
                .unwrap(),
            published("2023", Interval::more_than(dec!(5)).into()),
        ];
        let series = Series::new("a".parse().unwrap(), unit, observations).unwrap();
        let target = target(Measure::Stock, Goal::level(Bound::AtLeast(dec!(6))), "2026");
        let chart = Chart::new(&target, &series, date("2024-06-30").unwrap(), Language::English);
        let told: Vec<_> = chart
            .figures
            .iter()
            .map(|figure| (figure.text.as_str(), figure.uncertain_low, figure.uncertain_high))
            .collect();
        assert_eq!(
            told,
            [
                ("6", Some(dec!(3)), Some(dec!(7))),
                ("5.50", Some(dec!(5.25)), Some(dec!(5.75))),
                ("> 5", None, None),
            ]
        );
        assert_eq!(chart.figures[0].stands_on, date("2021-12-31").unwrap());
        assert_eq!(chart.axis.low, Some(dec!(3)));
        let first = |language| {
            let chart = Chart::new(&target, &series, date("2024-06-30").unwrap(), language);
            [chart.path[1].words.clone(), chart.figures[0].words.clone()]
        };
        assert_eq!(
            first(Language::English),
            ["4.4 m", "6 m, 3–7 (95 %), provisional, published on 2024-01-31"]
        );
        let provisional = ObservationStatus::Provisional.words(Language::SimplifiedChinese);
        assert!(first(Language::SimplifiedChinese)[1].contains(provisional));
    }
}
