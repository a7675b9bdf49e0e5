//! A target set beside a series: what is promised, what was seen, and the path from the baseline to the goal.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::comparable::Comparable;
use super::figures::FigureAt;
use super::path::Path;
use super::promise::Promise;
use super::record::{self, Record, RecordedPeriod, Supposed};
use super::timing::Timing;
use super::values::Figures;
use super::{Caveat, Caveats, Fact, Ground, Missing};
use crate::plan::{Baseline, Every, Goal, Milestone, Target, Terms};
use crate::series::{AsOf, Figure, Reading, Series};
use crate::trajectory::Point;
use crate::value::{Interval, Met, Period, Spot, Years};

/// A target set beside what was known of its series on a day. Everything that several answers need is found once.
pub(crate) struct Question<'a> {
    /// The version of the target that is in force on the day: a plain target without amendments.
    pub(crate) target: &'a Target,
    /// The target as first promised, with its amendments, where one of them is in force on the day; else `None`.
    pub(crate) amended: Option<&'a Target>,
    pub(crate) promise: Promise<'a>,
    pub(crate) as_of: AsOf,
    pub(crate) figures: Figures<'a>,
    /// The figure of the baseline, where one is known; its value may be supposed.
    pub(crate) baseline_figure: Option<Figure>,
    /// The path from the baseline to the goal, or why there is none.
    path: Fact<Path<'a>>,
    /// The latest figure that can be set beside the goal, if there is any.
    latest: Option<Comparable<'a>>,
    /// The latest figure with a value, where `latest` is only a bound.
    latest_exact: Option<Comparable<'a>>,
}

impl<'a> Question<'a> {
    /// Asks about a target: the version that is in force on the day.
    pub(crate) fn new(target: &'a Target, series: &'a Series, as_of: AsOf) -> Self {
        match target.version_on(as_of.date()) {
            None => Self::of_version(target, None, series, as_of),
            Some(version) => Self::of_version(version.promised(), Some(target), series, as_of),
        }
    }

    /// Asks about a target as first promised, or about one version, whatever was amended since.
    pub(crate) fn without_amendments(target: &'a Target, series: &'a Series, as_of: AsOf) -> Self {
        Self::of_version(target, None, series, as_of)
    }

    /// Asks about one version; `amended` is the target with its amendments, if one is in force on the day.
    fn of_version(version: &'a Target, amended: Option<&'a Target>, series: &'a Series, as_of: AsOf) -> Self {
        let figures = Figures::new(version, series.as_known_on(as_of));
        Self::ask(figures, amended, as_of, figures.at_baseline())
    }

    /// The same question without [`latest_exact`](Self::latest_exact): if the latest figure is only a bound, no earlier
    /// figure with a value is looked at.
    pub(crate) fn of_latest_alone(self) -> Self {
        Self {
            latest_exact: None,
            ..self
        }
    }

    /// The same question as if `figure` were the latest figure; `None` where it cannot be set beside the goal, such as
    /// one after the deadline.
    pub(crate) fn with_latest(&self, figure: Figure) -> Option<Self> {
        let latest = self.figures.latest_where(None, |one, _| one == figure)?;
        Some(Self::with_latest_figures(
            self.figures,
            self.amended,
            self.as_of,
            self.baseline_figure,
            Some(latest),
            None,
        ))
    }

    /// The same question, once for each end of the uncertainty of the baseline's figure, which is supposed to have that
    /// value. Empty where [no figure](Self::read_baseline) gives the promise its beginning, and where the baseline is a
    /// mean or its uncertainty is not known.
    pub(crate) fn with_ends_of_baseline(&self) -> impl Iterator<Item = Self> {
        let is_mean = self.target.baseline().is_some_and(Baseline::is_mean);
        let read = self.read_baseline().filter(|_| !is_mean);
        let range = read.and_then(|figure| self.figures.uncertainty_of(figure)?.range());
        range.into_iter().flatten().map(move |end| {
            let reading = Reading::Exact(end);
            let supposed = read.map(|figure| Figure { reading, ..figure });
            Self::ask(self.figures, self.amended, self.as_of, supposed)
        })
    }

    /// Asks about the target of `figures`, with this figure of the baseline: finds the latest figure and, if that is
    /// only a bound, the latest with a value.
    fn ask(figures: Figures<'a>, amended: Option<&'a Target>, as_of: AsOf, baseline_figure: Option<Figure>) -> Self {
        let latest = figures.latest();
        let has_value = |one: &FigureAt<'a>| one.figure.reading.value().is_some();
        let exact = match &latest {
            Some(latest) if !has_value(latest) => figures.latest_exact(),
            _ => None,
        };
        Self::with_latest_figures(figures, amended, as_of, baseline_figure, latest, exact)
    }

    /// Asks about the target of `figures`, with these: the figure of the baseline, the latest figure and, if that is
    /// only a bound, the latest with a value (`exact`).
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
            latest: latest.map(|figure| comparable(figures, &path, figure)),
            latest_exact: exact.map(|figure| comparable(figures, &path, figure)),
            promise,
            path,
        }
    }

    /// The version that was in force when the value of a period was measured; the version of `target` where that is
    /// later than the day of the question.
    fn version_at(&self, period: Period) -> &'a Target {
        let day = self.target.measured_on(period).min(self.as_of.date());
        self.amended.map_or(self.target, |first| first.in_force_on(day))
    }

    /// The figures as they concern the version that was [in force at](Self::version_at) a period.
    fn figures_at(&self, period: Period) -> Figures<'a> {
        self.figures.of_version(self.version_at(period))
    }

    /// The timing of the version that was [in force at](Self::version_at) a period.
    pub(crate) fn timing_at(&self, period: Period) -> Timing {
        Timing::of(self.version_at(period))
    }

    /// How the periods went in which the promise was to hold, or why the goal has none. All periods are gone through.
    pub(crate) fn record(&self) -> Fact<Record> {
        Record::new(self.figures, self.amended, self.as_of, None)
    }

    /// The periods of the [`record`](Self::record), as they went or are to come, a thousand of each at most: the latest
    /// that are due, and the first to come. Empty where the goal has none.
    pub(crate) fn recorded_periods(&self) -> Vec<RecordedPeriod> {
        let mut told = Vec::new();
        // An error tells that there is none.
        let _ = Record::new(self.figures, self.amended, self.as_of, Some(&mut told));
        record::shorten(&mut told);
        told
    }

    /// The periods whose outcome may depend on where in its uncertainty the true value lies, as
    /// [`Record::doubtful_periods`] finds them.
    pub(crate) fn doubtful_periods(&self) -> impl Iterator<Item = Period> {
        Record::doubtful_periods(self.figures, |period| self.version_at(period))
    }

    /// The record as it would be if the figure of `period` were `value`, or not known if that is `None`.
    pub(crate) fn record_if(&self, period: Period, value: Option<Decimal>) -> Fact<Record> {
        Record::supposing(
            self.figures,
            self.amended,
            self.as_of,
            Some(Supposed { period, value }),
            None,
        )
    }

    /// Whether an amendment by the day was made when the promise before it was due already.
    pub(crate) fn was_amended_after_deadline(&self) -> bool {
        let today = self.as_of.date();
        self.amended
            .is_some_and(|target| target.was_amended_after_deadline(today))
    }

    /// The ground that the promise begins later; `None` once the moment of the baseline is over, and without a
    /// baseline.
    pub(crate) fn not_begun(&self) -> Option<Ground> {
        let until = self.target.measured_on(self.target.baseline()?.period());
        (self.as_of.date() <= until).then_some(Ground::NotBegun { until })
    }

    /// The ground that no figure can have come yet, since no period after the baseline is over. `None` without a
    /// baseline, where a figure came, after the deadline, when more than one reporting period has passed since the
    /// moment of the baseline, and where a period of the record is due.
    pub(crate) fn no_figure_yet(&self) -> Option<Ground> {
        let start = self.target.baseline()?.period();
        let is_due = || self.record().is_ok_and(|record| record.due > 0);
        let can_have_come = || {
            self.is_past_deadline()
                || self
                    .figures
                    .have_reporting_periods_passed(1, self.figures.measured_at(start))
                || is_due()
        };
        (self.latest().is_none() && !can_have_come()).then(|| self.no_period_over())
    }

    /// The ground that no period is over yet of the length in which the goal is looked at or, for other goals,
    /// reported.
    pub(crate) fn no_period_over(&self) -> Ground {
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

    /// The interval in which every value lies; `None` where nothing limits it, and for sums since the baseline and
    /// indices of rates.
    pub(super) fn possible(&self) -> Option<Interval> {
        if self.target.goal().accumulates() {
            None
        } else {
            self.figures.possible()
        }
    }

    /// Extends the movement from the baseline to an amount, which stands at `at`, to the deadline, and tells whether it
    /// ends below or above `limit`, a number in the terms of the goal. Exact. A movement that would pass the edge of
    /// what is possible ends at that edge, however far the amount lies beyond.
    pub(crate) fn side_of_projection(
        &self,
        path: &Path<'_>,
        limit: Decimal,
        amount: Extreme<&Amount>,
        at: Spot,
    ) -> Fact<Ordering> {
        let side = amount.side(|amount| path.side_of_movement(&self.promise, limit, amount, at))?;
        let edge = self.possible().and_then(|possible| match side {
            Ordering::Less => possible.low().value(),
            Ordering::Equal => None,
            Ordering::Greater => possible.high().value(),
        });
        let Some(edge) = edge else {
            return Ok(side);
        };
        // An edge on the other side of the limit, or at it, is where the movement ends.
        let side_of_edge = edge.cmp(&self.promise.value_of_limit(limit)?);
        Ok(if side_of_edge == side { side } else { side_of_edge })
    }

    /// The points between baseline and goal, with their periods as the author names them. Empty where a point depends
    /// on the value of the baseline, and that is not known.
    pub(crate) fn points(&self) -> impl Iterator<Item = Point> {
        // Both lists are in the order of the author's points.
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

    /// The caveats of a baseline whose value the goal asks for: those of the figure from which it is read;
    /// [`BaselineRevised`](Caveat::BaselineRevised) if the series has another value than the plan states;
    /// [`BaselineOfAnotherLength`](Caveat::BaselineOfAnotherLength) if its period is not as long as the goal's own.
    pub(crate) fn caveats_of_baseline(&self) -> Caveats {
        let Some(baseline) = self.asked_baseline() else {
            return Caveats::NONE;
        };
        self.read_baseline()
            .map_or(Caveats::NONE, |figure| self.figures.caveats_of(figure))
            .with_if(self.is_revised(baseline), Caveat::BaselineRevised)
            .with_if(self.is_of_another_length(baseline), Caveat::BaselineOfAnotherLength)
            .with_if(self.is_baseline_newer_than_figure(), Caveat::BaselineNewerThanFigure)
    }

    /// Whether the baseline is read from a figure that had another value when the latest figure was published, and was
    /// revised since: the two may follow different methods. `false` where both were revised on one day.
    fn is_baseline_newer_than_figure(&self) -> bool {
        let (Some(baseline), Some(latest)) = (self.read_baseline(), self.latest()) else {
            return false;
        };
        let day = |figure: Figure| figure.published.earliest();
        let Some(published) = day(latest.figure).filter(|published| day(baseline) > Some(*published)) else {
            return false;
        };
        let then = self.figures.on(published).at_baseline();
        then.is_some_and(|then| then.reading != baseline.reading)
    }

    /// The figure from which the promise reads where it begins; `None` where the goal does not ask for the value of the
    /// baseline, where the plan states that, where a sum begins with 0 or an index with 1, and where it is not known.
    fn read_baseline(&self) -> Option<Figure> {
        let is_read = |baseline: &&Baseline| baseline.value().is_none() && !self.target.goal().accumulates();
        self.asked_baseline().filter(is_read).and(self.baseline_figure)
    }

    /// The baseline, if the goal asks for its value: not so if the goal is kept period by period, or to be better than
    /// the year before, since the baseline only tells then when the promise begins.
    fn asked_baseline(&self) -> Option<&Baseline> {
        self.target.baseline().filter(|_| self.target.goal().asks_baseline())
    }

    /// Whether the series has another value for a baseline than the plan states. `false` where the plan states it in a
    /// newer definition than that of the series.
    fn is_revised(&self, baseline: &Baseline) -> bool {
        let observed = self.baseline_figure.and_then(|figure| figure.reading.value());
        let is_other = |(stated, observed)| stated != observed && !self.figures.baseline_is_stated_after_break();
        baseline.value().zip(observed).is_some_and(is_other)
    }

    /// Whether a baseline is a sum or an average over a period of another length than the goal's own. `false` of a
    /// baseline that is the mean of several periods.
    fn is_of_another_length(&self, baseline: &Baseline) -> bool {
        let timing = self.figures.timing;
        timing.covers_its_period() && !baseline.is_mean() && !timing.is_own(baseline.period())
    }

    /// Whether milestones are stated as values, while the path begins at a baseline that is read from a figure whose
    /// value is not the one that was first published.
    pub(crate) fn milestones_are_before_revision(&self) -> bool {
        let is_value = |milestone: &Milestone| matches!(milestone.promised, Terms::Value(_));
        let has_values = || self.target.milestones().iter().any(is_value);
        let now = self.read_baseline().and_then(|figure| figure.reading.value());
        let first = || self.figures.start_as_first_published().and_then(Reading::value);
        now.is_some() && has_values() && first() != now
    }

    /// The latest figure that can be set beside the goal, if there is any. None stands after the deadline.
    pub(crate) const fn latest(&self) -> Option<&Comparable<'a>> {
        self.latest.as_ref()
    }

    /// The latest figure with a value, if there is any.
    pub(crate) fn latest_exact(&self) -> Option<&Comparable<'a>> {
        let latest = self.latest().filter(|latest| latest.number().is_ok());
        latest.or(self.latest_exact.as_ref())
    }

    /// The latest figure, if it is only a bound.
    pub(crate) fn latest_bound(&self) -> Option<Figure> {
        let latest = self.latest().map(|latest| latest.figure);
        latest.filter(|figure| matches!(figure.reading, Reading::Interval(_)))
    }

    /// The figure of a period that decided something, the first of these that is known; `None` where none is:
    ///
    /// 1. the latest figure, or the latest with a value, if it is of that period, or is the index of a chain of yearly
    ///    rates that ends with it;
    /// 2. the figure by which the [record](Record::figure_of) tells the outcome of the period.
    pub(crate) fn figure_of(&self, period: Period) -> Option<Figure> {
        let beside = [self.latest(), self.latest_exact()].into_iter().flatten();
        let is_last_link = |chain: Period| self.figures.is_chained() && chain.last() == period.last();
        let is_of_period = |figure: &Figure| figure.period == period || is_last_link(figure.period);
        let found = beside.map(|one| one.figure).find(is_of_period);
        found.or_else(|| Record::figure_of(self.figures_at(period), period))
    }

    /// The latest figure with a value, or why there is none.
    pub(crate) fn observed(&self) -> Fact<&Comparable<'a>> {
        self.latest_exact().ok_or_else(|| self.no_observation())
    }

    /// The figure that decides at the deadline: one with a value, else one that is only a bound. `None` where none
    /// came, and where it is an estimate in whose place a [final figure](Figures::awaits_final_figure) is still waited
    /// for.
    pub(crate) fn at_deadline(&self) -> Option<&Comparable<'a>> {
        let deadline = self.target.deadline().last();
        let decides =
            |one: &&Comparable<'a>| one.at.last() == deadline && self.figures.timing.decides(one.figure.period);
        let exact = self.latest_exact().filter(decides);
        let one = exact.or_else(|| self.latest().filter(decides));
        one.filter(|one| !self.figures.awaits_final_figure(one.figure))
    }

    /// Whether a figure that stands before the end of a period meets the bound at both ends of what it can mean, and
    /// the definition did not change between the figure and the end of the period. Of a goal that is a sum since the
    /// baseline, whether one of the running sums meets the bound.
    pub(crate) fn was_met_before(&self, period: Period) -> bool {
        self.was_met_among(self.figures, period)
    }

    /// The same of figures that are no estimates.
    pub(crate) fn was_met_by_measurement_before(&self, period: Period) -> bool {
        self.was_met_among(self.figures.measured_only(), period)
    }

    fn was_met_among(&self, figures: Figures<'a>, period: Period) -> bool {
        let promise = &self.promise;
        let is_met = |extreme: Extreme<&Amount>| promise.is_met(extreme) == Ok(Met::Yes);
        let is_met_by = |figure: Figure, chained_index: Option<&Amount>| match (chained_index, figure.reading.value()) {
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
        // Most often no figure need be tried: no number between the lowest and the highest figure of the series meets
        // the bound. An average of several figures lies between these too, and only sums and chained indices do not.
        let may_be_met = figures.range().is_none_or(|range| {
            let ends = Extreme::of_reading(range).map(|end| end.map(Amount::Decimal));
            let ends = ends.each_ref().map(Extreme::as_ref);
            ends.into_iter().any(is_met) || promise.are_around_band(ends) == Ok(true)
        });
        let is_met_at = |figure: Figure, chained_index: Option<&Amount>| {
            is_met_by(figure, chained_index) && !figures.is_redefined(figure.period, period.end())
        };
        (may_be_met || figures.adds_up()) && figures.latest_where(until, is_met_at).is_some()
    }

    /// The least that the sum over the goal's own period can be while some of its parts are missing, as a figure beside
    /// the promise. `None` where figures are no sums of periods, flows can be negative, or the sum is known.
    pub(crate) fn least_sum(&self) -> Option<Comparable<'a>> {
        Some(comparable(self.figures, &self.path, self.figures.least_sum()?))
    }

    /// The least that the sum can be over each of the goal's periods that is later than the latest figure and has parts
    /// missing, as [`least_sum`](Self::least_sum) is for the period of the deadline; the latest first.
    pub(crate) fn least_sums_since_latest(&self) -> impl Iterator<Item = Comparable<'a>> {
        let latest = self.latest().map(|latest| latest.at.last());
        let sums = self.figures.least_sums_after(latest);
        sums.map(|sum| comparable(self.figures, &self.path, sum))
    }

    /// The latest figure with a value or, where none has one, the latest that is only a bound. `None` without figures.
    pub(crate) fn latest_exact_or_bound(&self) -> Option<&Comparable<'a>> {
        self.latest_exact().or_else(|| self.latest())
    }

    /// The latest figure of the goal's own length, if the latest figure of all is an average over a longer period: such
    /// an average is no neighbour of the deadline. `None` where none is known.
    pub(crate) fn latest_before_longer(&self) -> Option<Comparable<'a>> {
        let (figures, timing) = (self.figures, self.figures.timing);
        let latest = self.latest()?.figure.period;
        if !timing.covers_its_period() || timing.is_own(latest) {
            return None;
        }
        let own = figures.latest_where(None, |figure, _| timing.is_own(figure.period))?;
        Some(comparable(figures, &self.path, own))
    }

    /// The first figure after the deadline: a value of a moment, or an average or sum over a period of the goal's own
    /// length. `None` where none is known.
    pub(crate) fn after_deadline(&self) -> Option<Comparable<'a>> {
        let figure = self.figures.first_after_deadline()?;
        Some(Comparable::new(figure, None, Err(Missing::OutsidePath)))
    }

    /// Whether a figure is a value of a moment that stands within the deadline's period. A value of the beginning or
    /// the middle of its period is moved on the axis of time as the deadline is, so that it lies as long before the
    /// moment of the deadline.
    pub(crate) fn stands_within_deadline(&self, one: &Comparable<'_>) -> bool {
        self.figures.timing.is_of_a_moment() && one.at.last() >= self.target.deadline().first()
    }

    /// Whether a figure before the deadline and one after it can together stand for a figure of the deadline:
    ///
    /// 1. each is at most two reporting periods away from it;
    /// 2. what each can mean is limited on both sides;
    /// 3. the one before is a value of a moment, or as long as the goal's own period;
    /// 4. the definition did not change between them;
    /// 5. they do not lie on opposite sides of a promised band.
    pub(crate) fn enclose_deadline(&self, before: &Comparable<'_>, after: &Comparable<'_>) -> bool {
        let [from, deadline, to] = [before.figure.period, self.target.deadline(), after.figure.period];
        let is_near = |earlier: Period, later: Period| {
            let time = self.figures.measured_at(later).since(self.figures.measured_at(earlier));
            let periods = self.figures.reporting_periods_before(self.target.measured_on(later), 2);
            periods.is_none_or(|periods| time <= periods)
        };
        let is_limited = |one: &Comparable<'_>| {
            let (low, high) = one.figure.reading.edges();
            low.value().is_some() && high.value().is_some()
        };
        is_near(from, deadline)
            && is_near(deadline, to)
            && is_limited(before)
            && is_limited(after)
            && self.figures.timing.could_be_own(from)
            && !self.figures.is_redefined(from, self.figures.stands_at(to))
            && !self.lie_around_band(before, after)
    }

    /// Whether one of two figures lies below a promised band and the other above it, so that the value may have been
    /// within the band between them. Of a figure that is only a bound, its lowest amount is taken.
    fn lie_around_band(&self, before: &Comparable<'_>, after: &Comparable<'_>) -> bool {
        let [before, after] = [before, after].map(|one| {
            let lowest = || one.ends(self.figures)[0].clone();
            one.amount().map_or_else(|_| lowest(), Extreme::At)
        });
        let [before, after] = [before.as_ref(), after.as_ref()];
        let are_around = |ends| self.promise.are_around_band(ends) == Ok(true);
        are_around([before, after]) || are_around([after, before])
    }

    /// An error if a change of definition separates a figure from the baseline. Never of a sum since the baseline,
    /// which is not compared with the baseline's value.
    pub(crate) fn comparable_with_baseline(&self, one: &Comparable<'_>) -> Fact<()> {
        match one.break_before {
            Some(period) if !self.promise.is_sum() => Err(Missing::SeriesBreak { period }),
            _ => Ok(()),
        }
    }

    /// An error if the goal counts from the baseline, and a change of definition separates a figure from it. Never of a
    /// level, which does not depend on the baseline's value.
    pub(crate) fn comparable_with_goal(&self, one: &Comparable<'_>) -> Fact<()> {
        match self.promise.goal {
            Goal::Level(_) => Ok(()),
            _ => self.comparable_with_baseline(one),
        }
    }

    /// Why no figure with a value can be set beside the goal.
    pub(crate) fn no_observation(&self) -> Missing {
        if let Some(reason) = self.figures.why_none() {
            return reason;
        }
        if let Some(Figure { period, .. }) = self.latest_bound() {
            return Missing::OnlyABound { period };
        }
        if let Some(unfit) = self.figures.why_none_fits() {
            return unfit;
        }
        if self.figures.leaves_out_undated() {
            return Missing::OnlyUndated;
        }
        if let Some(after) = self.after_deadline() {
            return Missing::no_figure_at_deadline(None, Some(after.figure.period));
        }
        self.figures
            .why_later_unfit()
            .unwrap_or_else(|| match self.target.baseline() {
                Some(_) => Missing::NoObservation,
                None => Missing::NothingPublished,
            })
    }

    /// The age of a figure on the day of the question: the time since its value was measured, at the end of its period
    /// or at a moment at its beginning or in its middle.
    pub(crate) fn age(&self, figure: Figure) -> Years {
        self.as_of.position().since(self.figures.measured_at(figure.period))
    }

    /// Whether the day on which the value of the deadline is measured is over: the last day of its period or, for
    /// values of the beginning or the middle of a period, the day of that moment.
    pub(crate) fn is_past_deadline(&self) -> bool {
        self.target.is_past_deadline(self.as_of.date())
    }
}

/// A figure beside the promise, with the first change of definition since the baseline, and what the path expects where
/// the figure stands.
#[inline]
fn comparable<'a>(figures: Figures<'a>, path: &Fact<Path<'a>>, figure_at: FigureAt<'a>) -> Comparable<'a> {
    let at = figure_at.at;
    // An average may stand in the middle of its period. A change of definition after that, but in the period, touches
    // it all the same.
    let covered = Some(figure_at.figure.period.end()).filter(|_| figures.timing.covers_its_period());
    let break_before = figures.break_since_baseline(covered.map_or(at.position(), |end| end.max(at.position())));
    let due = path.as_ref().map_err(|reason| *reason).and_then(|path| path.due(at));
    Comparable::new(figure_at, break_before, due)
}
