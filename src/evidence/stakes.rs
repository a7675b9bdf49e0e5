//! A target set beside a series: what is promised, what was seen, and the way from the baseline to the goal.

use rust_decimal::Decimal;

use super::sight::Sight;
use super::terms::Terms;
use super::way::Way;
use super::{Fact, Reason};
use crate::plan::{Baseline, Goal, MeasuredBy, Target};
use crate::series::{AsOf, Figure, Known, Reading, Series};

/// A target with its baseline in place.
#[derive(Clone, Copy)]
pub(crate) struct Stakes<'a> {
    pub(crate) target: &'a Target,
    pub(crate) terms: Terms<'a>,
    pub(crate) as_of: AsOf,
    pub(crate) sight: Sight<'a>,
    /// The figure of the baseline's period, where there is one.
    pub(crate) baseline_figure: Option<Figure>,
    way: Fact<Way<'a>>,
}

impl<'a> Stakes<'a> {
    /// Puts a target's baseline in place, as it was known.
    pub(crate) fn new(target: &'a Target, series: &'a Series, as_of: AsOf) -> Fact<Self> {
        let known: Known<'a> = series.as_known_on(as_of);
        let sight = Sight::new(target, known)?;
        let baseline_figure = sight.at_baseline();
        let terms = Terms {
            target,
            baseline: baseline_value(target, baseline_figure),
        };
        Ok(Self {
            target,
            terms,
            as_of,
            sight,
            baseline_figure,
            way: Way::new(&terms),
        })
    }

    /// The way from the baseline to the goal.
    pub(crate) fn way(&self) -> Fact<&Way<'a>> {
        self.way.as_ref().map_err(|reason| *reason)
    }

    /// Whether the baseline itself satisfies the requirement, so that there is no way to it.
    pub(crate) fn baseline_meets(&self) -> bool {
        matches!(self.way, Err(Reason::MetBeforeBaseline))
    }

    /// Whether the series has another value for the baseline than the plan states.
    pub(crate) fn baseline_is_revised(&self) -> bool {
        let stated = self.target.baseline().and_then(Baseline::value);
        let observed = self.baseline_figure.and_then(|figure| figure.reading.value());
        stated
            .zip(observed)
            .is_some_and(|(stated, observed)| stated != observed)
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
