//! The record of a promise that is looked at period by period.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::Edge;
use super::figures::Figures;
use super::{Fact, Reason};
use crate::plan::{Goal, Target, Than};
use crate::series::{AsOf, Figure};
use crate::value::{Direction, Period, Requirement, Tolerance};

/// How the periods went that a promise was to hold in.
///
/// Periods count from the one after the baseline's, and are due when they are over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Record {
    /// Periods that are over.
    pub due: u32,
    /// Periods of which it is known that the promise held.
    pub kept: u32,
    /// Periods of which it is known that it did not.
    pub broken: u32,
    /// Periods of which it is not known.
    pub unknown: u32,
    /// The latest period of which it is known, and how it went.
    pub latest: Option<(Period, Outcome)>,
    /// The last period in which the promise did not hold.
    pub last_broken: Option<Period>,
    /// The figure of the latest period that is known.
    pub figure: Option<Figure>,
}

/// How one period went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Outcome {
    /// The promise held.
    Kept,
    /// It did not hold.
    Broken,
    /// It did not hold, and the value went the wrong way.
    Reversed,
}

impl Record {
    /// Goes through the periods of a goal that is looked at period by period.
    pub(super) fn new(target: &Target, figures: Figures<'_>, as_of: AsOf) -> Fact<Self> {
        let (Goal::Keep { every, .. } | Goal::Trend { every, .. }) = target.goal() else {
            return Err(Reason::NotForThisGoal);
        };
        let mut record = Self {
            due: 0,
            kept: 0,
            broken: 0,
            unknown: 0,
            latest: None,
            last_broken: None,
            figure: None,
        };
        let baseline = target.baseline().map(|baseline| baseline.period().end());
        let first_break =
            baseline.and_then(|baseline| figures.known().break_between(baseline, target.deadline().end()));
        let grid = target.deadline().grid_back(every);
        let first = target
            .baseline()
            .and_then(|baseline| grid.after(baseline.period().last()));
        for period in grid.periods(first.unwrap_or(1), 0) {
            if period.last() >= as_of.date() {
                break;
            }
            let figure = figures.in_period(period);
            let outcome = figure.and_then(|figure| outcome(target, figures, first_break, (period, figure)));
            record.count(period, figure, outcome);
        }
        Ok(record)
    }

    fn count(&mut self, period: Period, figure: Option<Figure>, outcome: Option<Outcome>) {
        self.due = self.due.saturating_add(1);
        let Some(outcome) = outcome else {
            self.unknown = self.unknown.saturating_add(1);
            return;
        };
        self.latest = Some((period, outcome));
        self.figure = figure;
        if outcome == Outcome::Kept {
            self.kept = self.kept.saturating_add(1);
        } else {
            self.broken = self.broken.saturating_add(1);
            self.last_broken = Some(period);
        }
    }
}

/// How a period went; `None` if that is not known.
fn outcome(
    target: &Target,
    figures: Figures<'_>,
    first_break: Option<Period>,
    (period, figure): (Period, Figure),
) -> Option<Outcome> {
    match target.goal() {
        Goal::Keep { requirement, .. } => kept(requirement, figure),
        Goal::Trend { direction, than, .. } => {
            let reference = reference(target, figures, first_break, period, than)?;
            went(direction, reference, figure)
        }
        _ => None,
    }
}

/// What a period must be better than; `None` if that is not known, or not comparable: across a change of definition, or for a
/// flow with a period of another length.
fn reference(
    target: &Target,
    figures: Figures<'_>,
    first_break: Option<Period>,
    period: Period,
    than: Than,
) -> Option<Decimal> {
    let baseline = target.baseline()?;
    let at = match than {
        Than::Previous => period.previous()?,
        Than::Baseline => baseline.period(),
    };
    let belongs_to_its_length = target.quantity().collected().covers_its_period();
    let is_comparable = |other: Period| !belongs_to_its_length || other.length() == period.length();
    // Since the baseline, the first break tells; where there was none, none can lie between two periods.
    let is_broken = match than {
        Than::Baseline => first_break.is_some_and(|first| first.end() <= period.end()),
        Than::Previous => first_break.is_some() && figures.known().break_between(at.end(), period.end()).is_some(),
    };
    if is_broken || !is_comparable(at) {
        return None;
    }
    let is_baseline = at.end() == baseline.period().end() && is_comparable(baseline.period());
    let stated = baseline.value().filter(|_| is_baseline);
    stated.or_else(|| figures.in_period(at)?.reading.value())
}

/// Whether all that a figure can mean satisfies the requirement, or none of it.
fn kept(requirement: Requirement, figure: Figure) -> Option<Outcome> {
    let outcome = |value: Decimal| {
        requirement
            .is_met_by(value)
            .map(|met| if met { Outcome::Kept } else { Outcome::Broken })
    };
    if let Some(value) = figure.reading.value() {
        return outcome(value);
    }
    let bound = requirement.deciding_bound();
    let side = |limit: Decimal, value: Decimal| Ok(value.cmp(&limit));
    let ends = Edge::of(figure.reading);
    let inside = ends.map(|end| end.is_inside(bound, side));
    let are_around = Edge::are_around(ends, bound, side).ok()?;
    match (inside, requirement.tolerance()) {
        ([Ok(true), Ok(true)], _) => Some(Outcome::Kept),
        ([Ok(false), Ok(false)], Tolerance::None | Tolerance::Of(_)) if !are_around => Some(Outcome::Broken),
        _ => None,
    }
}

/// Whether all that a figure can mean is better than the reference, or none of it.
fn went(direction: Direction, reference: Decimal, figure: Figure) -> Option<Outcome> {
    let side = |edge: Edge<Decimal>| Ok::<_, Reason>(direction.along(edge.side(|value| Ok(value.cmp(&reference)))?));
    match Edge::of(figure.reading).map(side) {
        [Ok(Ordering::Greater), Ok(Ordering::Greater)] => Some(Outcome::Kept),
        [Ok(Ordering::Equal), Ok(Ordering::Equal)] => Some(Outcome::Broken),
        [Ok(Ordering::Less), Ok(Ordering::Less)] => Some(Outcome::Reversed),
        _ => None,
    }
}
