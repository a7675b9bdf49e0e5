//! A target set beside a series: what is promised, what was seen, and the path from the baseline to the goal.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::comparable::Comparable;
use super::figures::FigureAt;
use super::path::Path;
use super::promise::Promise;
use super::record::{Record, Supposed};
use super::timing::Timing;
use super::values::Figures;
use super::{Caveat, Caveats, Fact, Ground, Missing};
use crate::plan::{Baseline, Every, Goal, Milestone, Target, Terms};
use crate::series::{AsOf, Figure, Reading, Series};
use crate::trajectory::Point;
use crate::value::{Interval, Met, Period, Years};

/// A target set beside what was known of its series on a day. Everything that several answers need is found once.
pub(crate) struct Question<'a> {
    /// The version of the promise that is in force on the day, without its amendments.
    pub(crate) target: &'a Target,
    /// The target with its amendments, where one of them is in force.
    pub(crate) amended: Option<&'a Target>,
    pub(crate) promise: Promise<'a>,
    pub(crate) as_of: AsOf,
    pub(crate) figures: Figures<'a>,
    /// The figure of the baseline's period, where there is one.
    pub(crate) baseline_figure: Option<Figure>,
    path: Fact<Path<'a>>,
    /// The latest figure that speaks of the target, if any does.
    latest: Option<Comparable<'a>>,
    /// The latest figure with a value, where `latest` is only a bound.
    latest_exact: Option<Comparable<'a>>,
}

impl<'a> Question<'a> {
    /// Asks for what a target promises on the day.
    pub(crate) fn new(target: &'a Target, series: &'a Series, as_of: AsOf) -> Self {
        match target.version_on(as_of.date()) {
            None => Self::of_version(target, None, series, as_of),
            Some(version) => Self::of_version(version.promised(), Some(target), series, as_of),
        }
    }

    /// Asks for what a target, or a version of one, promises by itself, whatever was amended since.
    pub(crate) fn without_amendments(target: &'a Target, series: &'a Series, as_of: AsOf) -> Self {
        Self::of_version(target, None, series, as_of)
    }

    /// Asks for what `target` promises; `amended` is the target with its amendments, if one is in force.
    fn of_version(target: &'a Target, amended: Option<&'a Target>, series: &'a Series, as_of: AsOf) -> Self {
        let figures = Figures::new(target, series.as_known_on(as_of));
        Self::ask(figures, amended, as_of, figures.at_baseline())
    }

    /// The same question where only the latest figure is looked at, be it a bound, and none before it with a value.
    pub(crate) fn of_latest_alone(self) -> Self {
        Self {
            latest_exact: None,
            ..self
        }
    }

    /// The same question as if `figure` were the latest one; `None` where that cannot be set beside the path, as one of
    /// a time after the deadline.
    pub(crate) fn with_latest(&self, figure: Figure) -> Option<Self> {
        let standing = self.figures.latest_where(None, |one, _| one == figure)?;
        Some(Self::with_latest_figures(
            self.figures,
            self.amended,
            self.as_of,
            self.baseline_figure,
            Some(standing),
            None,
        ))
    }

    /// The same question, from each end of the uncertainty of a baseline that is read.
    pub(crate) fn with_ends_of_baseline(&self) -> impl Iterator<Item = Self> {
        let is_read = |baseline: &&Baseline| baseline.value().is_none() && !baseline.is_mean();
        let read = self.asked_baseline().filter(is_read).and(self.baseline_figure);
        let range = read.and_then(|figure| self.figures.uncertainty_of(figure)?.range());
        range.into_iter().flatten().map(move |end| {
            let reading = Reading::Exact(end);
            let supposed = read.map(|figure| Figure { reading, ..figure });
            Self::ask(self.figures, self.amended, self.as_of, supposed)
        })
    }

    /// Asks for what the target of some figures promises, with this figure of the baseline.
    fn ask(figures: Figures<'a>, amended: Option<&'a Target>, as_of: AsOf, baseline_figure: Option<Figure>) -> Self {
        let latest = figures.latest();
        let has_value = |one: &FigureAt<'a>| one.figure.reading.value().is_some();
        let exact = match &latest {
            Some(latest) if !has_value(latest) => figures.latest_exact(),
            _ => None,
        };
        Self::with_latest_figures(figures, amended, as_of, baseline_figure, latest, exact)
    }

    /// Asks for what the target of some figures promises, with the latest one, and where that is only a bound the
    /// latest with a value.
    fn with_latest_figures(
        figures: Figures<'a>,
        amended: Option<&'a Target>,
        as_of: AsOf,
        baseline_figure: Option<Figure>,
        latest: Option<FigureAt<'a>>,
        exact: Option<FigureAt<'a>>,
    ) -> Self {
        let observed = exact.as_ref().or(latest.as_ref()).map(|one| one.figure);
        let promise = Promise::new(figures, baseline_figure, observed);
        let path = Path::new(&promise);
        Self {
            target: figures.target,
            amended,
            as_of,
            figures,
            baseline_figure,
            latest: latest.map(|standing| comparable(figures, &path, standing)),
            latest_exact: exact.map(|standing| comparable(figures, &path, standing)),
            promise,
            path,
        }
    }

    /// The version that was in force at the end of a period.
    fn version_at(&self, period: Period) -> &'a Target {
        let day = self.target.measured_on(period).min(self.as_of.date());
        self.amended.map_or(self.target, |first| first.in_force_on(day))
    }

    /// The figures as they speak of the version that was in force at the end of a period.
    fn figures_at(&self, period: Period) -> Figures<'a> {
        self.figures.of_version(self.version_at(period))
    }

    /// The time of which the version speaks that was in force at the end of a period.
    pub(crate) fn timing_at(&self, period: Period) -> Timing {
        Timing::of(self.version_at(period))
    }

    /// How the periods went in which the promise was to hold, or why the goal has none. It goes through all of them.
    pub(crate) fn record(&self) -> Fact<Record> {
        Record::new(self.figures, self.amended, self.as_of)
    }

    /// The periods of which a figure within its uncertainty may tell another outcome than its value does, as
    /// [`Record::doubtful_periods`] finds them.
    pub(crate) fn doubtful_periods(&self) -> impl Iterator<Item = Period> {
        Record::doubtful_periods(self.figures, |period| self.version_at(period))
    }

    /// The record as it would be if the figure of `period` were `value`, or not known.
    pub(crate) fn record_if(&self, period: Period, value: Option<Decimal>) -> Fact<Record> {
        Record::supposing(self.figures, self.amended, self.as_of, Some(Supposed { period, value }))
    }

    /// Whether the promise was amended when it was due already.
    pub(crate) fn was_amended_after_deadline(&self) -> bool {
        let today = self.as_of.date();
        self.amended
            .is_some_and(|target| target.was_amended_after_deadline(today))
    }

    /// The ground that the promise begins later; `None` where the value of its baseline is there, or it has none.
    pub(crate) fn not_begun(&self) -> Option<Ground> {
        let until = self.target.measured_on(self.target.baseline()?.period());
        (self.as_of.date() < until).then_some(Ground::NotBegun { until })
    }

    /// The ground that no figure can have come yet: this is the first reporting period since the baseline, and none
    /// has. `None` later, or without a baseline.
    pub(crate) fn no_period_over(&self) -> Option<Ground> {
        let start = self.target.baseline()?.period();
        let is_due = || self.record().is_ok_and(|record| record.due > 0);
        let can_have_come = || {
            self.is_past_deadline()
                || self
                    .figures
                    .have_reporting_periods_passed(1, self.figures.moment_of(start))
                || is_due()
        };
        (self.latest().is_none() && !can_have_come()).then(|| self.before_the_first())
    }

    /// The ground that no whole period is over in which something could be due.
    pub(crate) fn before_the_first(&self) -> Ground {
        let length = match self.target.goal().every() {
            Some(Every::Length(every)) => every,
            _ => self.target.reported(),
        };
        Ground::NoPeriodOver { length }
    }

    /// The path from the baseline to the goal, or why there is none.
    pub(crate) fn path(&self) -> Fact<&Path<'a>> {
        self.path.as_ref().map_err(|reason| *reason)
    }

    /// The interval in which every value lies; `None` where nothing limits it, as sums and indices of rates.
    pub(super) fn possible(&self) -> Option<Interval> {
        if self.target.goal().accumulates() {
            None
        } else {
            self.figures.possible()
        }
    }

    /// Where the pace so far leads, exactly: on which side of `limit`, a number of the goal, a movement is at the
    /// deadline that leads from the baseline to `amount` at the period `at`, and goes on so. It stops at the edge of
    /// what is possible.
    pub(crate) fn side_of_projection(
        &self,
        path: &Path<'_>,
        limit: Decimal,
        amount: &Amount,
        at: Period,
    ) -> Fact<Ordering> {
        let side = path.side_of_movement(&self.promise, limit, amount, at)?;
        let edge = self.possible().and_then(|possible| match side {
            Ordering::Less => possible.low().value(),
            Ordering::Equal => None,
            Ordering::Greater => possible.high().value(),
        });
        let Some(edge) = edge else {
            return Ok(side);
        };
        // Where the edge comes before the limit, it stops there.
        let of_edge = edge.cmp(&self.promise.value_of_limit(limit)?);
        Ok(if of_edge == side { side } else { of_edge })
    }

    /// The points between baseline and goal, by the names that the author gave their periods; those that follow a
    /// baseline which is not known are not known either.
    pub(crate) fn points(&self) -> impl Iterator<Item = Point> {
        let points = match &self.path {
            Ok(path) => path.trajectory.milestones(),
            Err(_) => self.target.points().unwrap_or_default(),
        };
        let named = self.target.periods_of_points().zip(points);
        named.map(|(period, point)| Point::new(period, point.value))
    }

    /// The period of the baseline, with its value in the terms of the promise.
    pub(crate) fn baseline_point(&self) -> Fact<Point> {
        let period = self.target.baseline().ok_or(Missing::NoBaseline)?.period();
        Ok(Point::new(period, self.promise.baseline?))
    }

    /// The caveats of the baseline: those of the figure from which it is read, and whether it is of another value than
    /// the plan states, or of another length than the goal's own.
    pub(crate) fn caveats_of_baseline(&self) -> Caveats {
        let Some(baseline) = self.asked_baseline() else {
            return Caveats::NONE;
        };
        let read = self.baseline_figure.filter(|_| baseline.value().is_none());
        read.map_or(Caveats::NONE, |figure| self.figures.caveats_of(figure))
            .with_if(self.is_revised(baseline), Caveat::BaselineRevised)
            .with_if(self.is_of_another_length(baseline), Caveat::BaselineOfAnotherLength)
    }

    /// The baseline, where the goal asks it for its value.
    fn asked_baseline(&self) -> Option<&Baseline> {
        self.target.baseline().filter(|_| self.target.goal().asks_baseline())
    }

    /// Whether the series has another value for a baseline than the plan states.
    fn is_revised(&self, baseline: &Baseline) -> bool {
        let observed = self.baseline_figure.and_then(|figure| figure.reading.value());
        let is_other = |(stated, observed)| stated != observed && !self.figures.baseline_is_stated_after_break();
        baseline.value().zip(observed).is_some_and(is_other)
    }

    /// Whether a baseline is a sum or an average over another time than the goal's own, and no mean of such periods.
    fn is_of_another_length(&self, baseline: &Baseline) -> bool {
        let timing = self.figures.timing;
        timing.covers_its_period() && !baseline.is_mean() && !timing.is_own(baseline.period())
    }

    /// Whether milestones that are stated as values stand on a path from a baseline that was read, and revised since.
    pub(crate) fn milestones_are_before_revision(&self) -> bool {
        let is_read = self
            .target
            .baseline()
            .is_some_and(|baseline| baseline.value().is_none());
        let is_value = |milestone: &Milestone| matches!(milestone.promised, Terms::Value(_));
        let has_values = || self.target.milestones().iter().any(is_value);
        let now = self.baseline_figure.and_then(|figure| figure.reading.value());
        is_read && has_values() && now.is_some() && self.figures.start_as_first_published() != now
    }

    /// The latest figure that speaks of the target, if any does.
    pub(crate) const fn latest(&self) -> Option<&Comparable<'a>> {
        self.latest.as_ref()
    }

    /// The latest figure with a value, not only a bound, if there is any.
    pub(crate) fn latest_exact(&self) -> Option<&Comparable<'a>> {
        let latest = self.latest().filter(|latest| latest.number().is_ok());
        latest.or(self.latest_exact.as_ref())
    }

    /// The latest figure, if it is only a bound.
    pub(crate) fn latest_bound(&self) -> Option<Figure> {
        let latest = self.latest().map(|latest| latest.figure);
        latest.filter(|figure| matches!(figure.reading, Reading::Interval(_)))
    }

    /// The figure of a period that decided something: one beside the promise, else of the record, else of the series as
    /// it is; of the last of the rates that are chained, the index to which they lead. `None` where none is known.
    pub(crate) fn figure_of(&self, period: Period) -> Option<Figure> {
        let beside = [self.latest(), self.latest_exact()].into_iter().flatten();
        let is_last_link = |of: Period| self.figures.is_chained() && of.last() == period.last();
        let is_of_it = |figure: &Figure| figure.period == period || is_last_link(figure.period);
        let found = beside.map(|one| one.figure).find(is_of_it);
        found.or_else(|| Record::figure_of(self.figures_at(period), period))
    }

    /// The latest figure with a value, or why there is none.
    pub(crate) fn observed(&self) -> Fact<&Comparable<'a>> {
        self.latest_exact().ok_or_else(|| self.no_observation())
    }

    /// The figure of the deadline's own period: one with a value, or else one that is only a bound; `None` where none
    /// came.
    ///
    /// A figure that was estimated before its period was over is none yet: another may come, unless later ones did, or
    /// two reporting periods are over.
    pub(crate) fn at_deadline(&self) -> Option<&Comparable<'a>> {
        let deadline = self.target.deadline().last();
        let decides =
            |one: &&Comparable<'a>| one.at.last() == deadline && self.figures.timing.decides(one.figure.period);
        let exact = self.latest_exact().filter(decides);
        let one = exact.or_else(|| self.latest().filter(decides));
        one.filter(|one| !self.figures.awaits_final_figure(one.figure))
    }

    /// Whether a figure that stands before the end of a period, and in the same definition, met the bound by all that
    /// it can mean.
    pub(crate) fn was_met_before(&self, period: Period) -> bool {
        let (figures, promise) = (self.figures, &self.promise);
        let is_met = |extreme: Extreme<&Amount>| promise.is_met(extreme) == Ok(Met::Yes);
        let is_met_by = |figure: Figure, index: Option<&Amount>| match (index, figure.reading.value()) {
            (Some(index), _) => is_met(Extreme::At(index)),
            (None, Some(value)) => is_met(Extreme::At(&Amount::Decimal(value))),
            (None, None) => figures
                .extremes_of(figure.reading)
                .iter()
                .all(|end| is_met(end.as_ref())),
        };
        let until = period.last().pred_opt();
        if let Some(sums) = figures.sums() {
            return sums.running(until).any(|sum| is_met_by(sum, None));
        }
        // A figure that is made of several lies between them, unless they are added up: where no number between the
        // lowest and the highest of all meets the bound, none of them does.
        let may_be_met = figures.range().is_none_or(|range| {
            let ends = Extreme::of_reading(range).map(|end| end.map(Amount::Decimal));
            let ends = ends.each_ref().map(Extreme::as_ref);
            ends.into_iter().any(is_met) || promise.are_around_band(ends) == Ok(true)
        });
        let is_met_at = |figure: Figure, index: Option<&Amount>| {
            is_met_by(figure, index) && !figures.is_redefined(figure.period, period.end())
        };
        (may_be_met || figures.adds_up()) && figures.latest_where(until, is_met_at).is_some()
    }

    /// The least that the sum over the deadline's period can be while some of its parts are missing: it can only grow.
    /// `None` where the goal is no such sum, or its figure is known.
    pub(crate) fn least_sum(&self) -> Option<Comparable<'a>> {
        let standing = self.figures.least_sum()?;
        Some(comparable(self.figures, &self.path, standing))
    }

    /// The latest figure with a value by the end of the deadline, or the latest of all where none has one; `None`
    /// without figures.
    pub(crate) fn before_deadline(&self) -> Option<&Comparable<'a>> {
        self.latest_exact().or_else(|| self.latest())
    }

    /// The first figure after the deadline, as long as the goal's own unless it is of a moment; `None` where none is
    /// known.
    pub(crate) fn after_deadline(&self) -> Option<Comparable<'a>> {
        let standing = self.figures.first_after_deadline()?;
        Some(Comparable::new(standing, None, Err(Missing::OutsidePath)))
    }

    /// Whether a figure of a moment stands within the deadline's own period: where the moment comes before the end of a
    /// period, within as long a time before the moment of the deadline.
    pub(crate) fn stands_within_deadline(&self, one: &Comparable<'_>) -> bool {
        self.figures.timing.is_of_a_moment() && one.at.last() >= self.target.deadline().first()
    }

    /// Whether two figures lie around the deadline, close enough to stand for it: at most two reporting periods away,
    /// without a change of definition in between, and both with an end on either side.
    pub(crate) fn are_neighbours(&self, before: &Comparable<'_>, after: &Comparable<'_>) -> bool {
        let [from, deadline, to] = [before.figure.period, self.target.deadline(), after.figure.period];
        let is_near = |earlier: Period, later: Period| {
            let time = self.figures.moment_of(later).since(self.figures.moment_of(earlier));
            let periods = self.figures.reporting_periods_before(self.target.measured_on(later), 2);
            periods.is_none_or(|periods| time <= periods)
        };
        let is_closed = |one: &Comparable<'_>| {
            let (low, high) = one.figure.reading.edges();
            low.value().is_some() && high.value().is_some()
        };
        is_near(from, deadline)
            && is_near(deadline, to)
            && is_closed(before)
            && is_closed(after)
            && self.figures.timing.could_be_own(from)
            && !self.figures.is_redefined(from, self.figures.stands_at(to))
            && !self.lie_around_band(before, after)
    }

    /// Whether one of two figures lies below a promised band and the other above it: between them it may have been met.
    fn lie_around_band(&self, before: &Comparable<'_>, after: &Comparable<'_>) -> bool {
        let [before, after] = [before, after].map(|one| {
            let lowest = || one.ends(self.figures)[0].clone();
            one.amount().map_or_else(|_| lowest(), Extreme::At)
        });
        let [before, after] = [before.as_ref(), after.as_ref()];
        let are_around = |ends| self.promise.are_around_band(ends) == Ok(true);
        are_around([before, after]) || are_around([after, before])
    }

    /// Refuses a figure that a change of definition separates from the baseline. A sum is no comparison with it.
    pub(crate) fn comparable_with_baseline(&self, one: &Comparable<'_>) -> Fact<()> {
        match one.break_before {
            Some(period) if !self.promise.is_sum() => Err(Missing::SeriesBreak { period }),
            _ => Ok(()),
        }
    }

    /// Refuses a figure that a change of definition separates from a goal that counts from the baseline. A level stands
    /// by itself.
    pub(crate) fn comparable_with_goal(&self, one: &Comparable<'_>) -> Fact<()> {
        match self.promise.goal {
            Goal::Level(_) => Ok(()),
            _ => self.comparable_with_baseline(one),
        }
    }

    /// Why no figure with a value speaks of the target.
    pub(crate) fn no_observation(&self) -> Missing {
        if let Some(reason) = self.figures.why_none() {
            return reason;
        }
        if let Some(Figure { period, .. }) = self.latest_bound() {
            return Missing::OnlyABound { period };
        }
        let known = self.figures.known;
        if known.iter().next().is_some() {
            if let Some(period) = self.figures.first_missing() {
                return Missing::ChainBroken { period };
            }
            if let Some(unfit) = self.figures.why_unfit_after(None) {
                return unfit;
            }
        }
        if self.figures.leaves_out_undated() {
            return Missing::OnlyUndated;
        }
        match (self.after_deadline(), self.target.baseline()) {
            (Some(after), _) => Missing::no_figure_at_deadline(None, Some(after.figure.period)),
            (None, Some(_)) => Missing::NoObservation,
            (None, None) => Missing::NothingPublished,
        }
    }

    /// The age of a figure on the day of the question: the time since the moment of its value, which is the end of its
    /// period unless the goal is of the beginning or the middle.
    pub(crate) fn age(&self, figure: Figure) -> Years {
        self.as_of.position().since(self.figures.moment_of(figure.period))
    }

    /// Whether the last day of the deadline is over, or the moment in it of which the goal is.
    pub(crate) fn is_past_deadline(&self) -> bool {
        self.target.is_past_deadline(self.as_of.date())
    }
}

/// A figure beside the promise, with the expectation of the path where that is known.
#[inline]
fn comparable<'a>(figures: Figures<'a>, path: &Fact<Path<'a>>, standing: FigureAt<'a>) -> Comparable<'a> {
    let at = standing.at;
    // What covers its period, and stands in the middle of it, is made of all of it.
    let covered = Some(standing.figure.period.end()).filter(|_| figures.timing.covers_its_period());
    let break_before = figures.break_since_baseline(covered.map_or(at.end(), |end| end.max(at.end())));
    let due = path.as_ref().map_err(|reason| *reason).and_then(|path| path.due(at));
    Comparable::new(standing, break_before, due)
}
