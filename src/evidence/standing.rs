//! A figure set beside a promise.

use super::seen::Seen;
use super::stakes::Stakes;
use super::{Fact, Reason};
use crate::plan::Goal;
use crate::value::{Period, Years};

/// A figure set beside a promise.
#[derive(Clone, Copy)]
pub(crate) struct Standing<'s> {
    pub(crate) stakes: &'s Stakes<'s>,
    pub(crate) seen: Seen<'s>,
    /// The first period of a new definition between the baseline and the figure.
    pub(crate) break_before: Option<Period>,
}

impl<'s> Standing<'s> {
    pub(crate) fn new(stakes: &'s Stakes<'s>, seen: Seen<'s>) -> Self {
        let baseline = stakes.target.baseline().map(|baseline| baseline.period().end());
        let known = stakes.sight.known();
        Self {
            stakes,
            seen,
            break_before: baseline.and_then(|baseline| known.break_between(baseline, seen.figure.period.end())),
        }
    }

    /// Refuses a figure that a change of definition separates from the baseline. A sum is no comparison with it.
    pub(crate) fn comparable_with_baseline(&self) -> Fact<()> {
        match self.break_before {
            Some(period) if !self.stakes.terms.is_sum() => Err(Reason::SeriesBreak { period }),
            _ => Ok(()),
        }
    }

    /// Refuses a figure that a change of definition separates from a goal that counts from the baseline. A level stands by itself.
    pub(crate) fn comparable_with_goal(&self) -> Fact<()> {
        match self.stakes.target.goal() {
            Goal::Level(_) => Ok(()),
            _ => self.comparable_with_baseline(),
        }
    }

    /// The time from the baseline to the figure.
    pub(super) fn elapsed(&self) -> Fact<Years> {
        self.stakes.terms.elapsed(self.seen.figure.period)
    }

    /// The time from the end of the figure's period to the day of the question.
    pub(crate) fn age(&self) -> Years {
        super::age(self.stakes, self.seen.figure)
    }
}
