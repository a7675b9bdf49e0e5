//! A figure set beside a promise.

use super::question::Question;
use super::seen::Seen;
use super::{Fact, Reason};
use crate::plan::Goal;
use crate::value::{Period, Years};

/// A figure set beside a promise.
#[derive(Clone, Copy)]
pub(crate) struct Standing<'s> {
    pub(crate) question: &'s Question<'s>,
    pub(crate) seen: Seen<'s>,
    /// The first period of a new definition between the baseline and the figure.
    pub(crate) break_before: Option<Period>,
}

impl<'s> Standing<'s> {
    pub(crate) fn new(question: &'s Question<'s>, seen: Seen<'s>) -> Self {
        let baseline = question.target.baseline().map(|baseline| baseline.period().end());
        let known = question.figures.known();
        Self {
            question,
            seen,
            break_before: baseline.and_then(|baseline| known.break_between(baseline, seen.figure.period.end())),
        }
    }

    /// Refuses a figure that a change of definition separates from the baseline. A sum is no comparison with it.
    pub(crate) fn comparable_with_baseline(&self) -> Fact<()> {
        match self.break_before {
            Some(period) if !self.question.promise.is_sum() => Err(Reason::SeriesBreak { period }),
            _ => Ok(()),
        }
    }

    /// Refuses a figure that a change of definition separates from a goal that counts from the baseline. A level stands by itself.
    pub(crate) fn comparable_with_goal(&self) -> Fact<()> {
        match self.question.target.goal() {
            Goal::Level(_) => Ok(()),
            _ => self.comparable_with_baseline(),
        }
    }

    /// The time from the baseline to the figure.
    pub(crate) fn elapsed(&self) -> Fact<Years> {
        self.question.promise.elapsed(self.seen.figure.period)
    }

    /// The time from the end of the figure's period to the day of the question.
    pub(crate) fn age(&self) -> Years {
        self.question.age(self.seen.figure)
    }
}
