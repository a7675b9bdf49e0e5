//! A target set beside a series: what is promised, what was seen, and the path from the baseline to the goal.

use rust_decimal::Decimal;

use super::figures::Figures;
use super::path::Path;
use super::promise::Promise;
use super::record::{Record, record};
use super::seen::Seen;
use super::{Fact, Reason};
use crate::plan::{Baseline, Goal, MeasuredBy, Target};
use crate::series::{AsOf, Figure, Known, Reading, Series};
use crate::value::Years;

/// A target with its baseline in place.
#[derive(Clone, Copy)]
pub(crate) struct Question<'a> {
    pub(crate) target: &'a Target,
    pub(crate) promise: Promise<'a>,
    pub(crate) as_of: AsOf,
    pub(crate) figures: Figures<'a>,
    /// The figure of the baseline's period, where there is one.
    pub(crate) baseline_figure: Option<Figure>,
    path: Fact<Path<'a>>,
}

impl<'a> Question<'a> {
    /// Puts a target's baseline in place, as it was known.
    pub(crate) fn new(target: &'a Target, series: &'a Series, as_of: AsOf) -> Fact<Self> {
        let known: Known<'a> = series.as_known_on(as_of);
        let figures = Figures::new(target, known)?;
        let baseline_figure = figures.at_baseline();
        let promise = Promise {
            target,
            baseline: baseline_value(target, baseline_figure),
        };
        Ok(Self {
            target,
            promise,
            as_of,
            figures,
            baseline_figure,
            path: Path::new(&promise),
        })
    }

    /// The path from the baseline to the goal.
    pub(crate) fn path(&self) -> Fact<&Path<'a>> {
        self.path.as_ref().map_err(|reason| *reason)
    }

    /// Whether the baseline itself satisfies the requirement, so that there is no way to it.
    pub(crate) fn baseline_meets(&self) -> bool {
        matches!(self.path, Err(Reason::MetBeforeBaseline))
    }

    /// Whether the series has another value for the baseline than the plan states.
    pub(crate) fn baseline_is_revised(&self) -> bool {
        let stated = self.target.baseline().and_then(Baseline::value);
        let observed = self.baseline_figure.and_then(|figure| figure.reading.value());
        stated
            .zip(observed)
            .is_some_and(|(stated, observed)| stated != observed)
    }

    /// How the periods went in which the promise was to hold.
    pub(crate) fn record(&self) -> Fact<Record> {
        record(self.target, self.figures, self.as_of)
    }

    /// The latest figure with a value, or why there is none.
    pub(crate) fn seen(&self) -> Fact<Seen<'a>> {
        self.exact(self.figures.latest())
    }

    /// The same, where the latest figure of all is known.
    pub(crate) fn exact(&self, latest: Option<Seen<'a>>) -> Fact<Seen<'a>> {
        let latest = latest.filter(|seen| seen.figure.reading.value().is_some());
        latest
            .or_else(|| self.figures.latest_exact())
            .ok_or_else(|| self.no_observation())
    }

    /// Why no figure with a value speaks of the target.
    pub(crate) fn no_observation(&self) -> Reason {
        if let Some(Seen { figure, .. }) = self.figures.latest() {
            return Reason::OnlyABound { period: figure.period };
        }
        let known = self.figures.known();
        if known.iter().next().is_some() {
            if let Some(period) = self.figures.first_link() {
                return Reason::ChainBroken { period };
            }
            if let Some(period) = self.figures.partial_after(None) {
                return Reason::PartialPeriod { period };
            }
        }
        if self.figures.leaves_out_undated() {
            Reason::OnlyUndated
        } else {
            Reason::NoObservation
        }
    }

    /// The time from the end of a figure's period to the day of the question.
    pub(crate) fn age(&self, figure: Figure) -> Years {
        self.as_of.position().since(figure.period.end())
    }

    /// Whether the last day of the deadline is over.
    pub(crate) fn is_past_deadline(&self) -> bool {
        self.as_of.date() > self.target.deadline().last()
    }
}

fn baseline_value(target: &Target, figure: Option<Figure>) -> Fact<Decimal> {
    let baseline = target.baseline().ok_or(Reason::NoBaseline)?;
    match (target.goal(), target.goal().measured_by()) {
        (Goal::Cumulative(_), _) => return Ok(Decimal::ZERO),
        (_, MeasuredBy::YearlyRates) => return Ok(Decimal::ONE),
        _ => {}
    }
    let period = baseline.period();
    match (baseline.value(), figure.map(|figure| figure.reading)) {
        (Some(stated), _) => Ok(stated),
        (None, Some(Reading::Exact(value) | Reading::Approximate(value))) => Ok(value),
        (None, Some(Reading::Interval(_))) => Err(Reason::BaselineIsOnlyABound { period }),
        (None, Some(Reading::Missing) | None) => Err(Reason::NoBaselineValue { period }),
    }
}
