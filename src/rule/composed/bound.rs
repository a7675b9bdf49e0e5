//! What the newest figure decides of which only limits are known: the class in which all of it lies.
//!
//! Each end of the figure is judged as a value would be, and where both are of one class, so is all between them: every
//! measure that is asked here rises or falls with the latest value throughout. Parity, closeness and bands, whose best
//! lies in the middle, leave the answer open.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::case::Case;
use super::measured::Measurement;
use super::method::Method;
use super::progress::{Growth, Progress};
use super::scale::Scale;
use super::transform::Transform;
use super::yearly::{Labels, newest_bound_of_years};
use crate::evidence::{Fact, Ground, Missing};
use crate::exact::Real;
use crate::progress::{Amount, Extreme, Question};
use crate::rule::{Measured, Status, Verdict};
use crate::series::{Figure, Reading};
use crate::value::Period;

/// The verdict of a figure with these ends, where all of it is of one class. `judged` judges by an amount, and `beyond`
/// by what lies beyond every number on a side.
pub(super) fn of_all(
    ends: [Extreme<Amount>; 2],
    judged: impl Fn(Amount) -> Fact<Verdict>,
    beyond: impl Fn(Ordering) -> Fact<Verdict>,
) -> Option<Verdict> {
    in_one_class(ends.map(|end| match end {
        Extreme::At(amount) => judged(amount),
        Extreme::Beside(limit, inward) => judged(Amount::Real(number_beside(&limit.exactly(), inward))),
        Extreme::Beyond(side) => beyond(side),
    }))
}

/// The verdict of everything between two ends, each with its own verdict; `None` where they are not of one class.
fn in_one_class([low, high]: [Fact<Verdict>; 2]) -> Option<Verdict> {
    let (low, high) = (low.ok()?, high.ok()?);
    let [of_low, of_high] = [low.measured?, high.measured?];
    let is_one_class = of_low.class.is_some() && of_low.class == of_high.class && low.status != Status::Unknown;
    let one_reason = (low.reason == high.reason).then_some(low.reason);
    is_one_class.then(|| Verdict {
        reason: one_reason.unwrap_or(Ground::InClass.into()),
        // No number of it is known.
        measured: Some(Measured {
            class: of_low.class,
            score: of_low.score.filter(|_| of_low.score == of_high.score),
            ..Measured::default()
        }),
        ..low
    })
}

/// A number beside a limit that is excluded, on the side of what lies within: nearer to it than any decimal is.
fn number_beside(limit: &Real, inward: Ordering) -> Real {
    let smallest = Real::of(1, 10_i64.pow(18)).unwrap_or_else(Real::zero);
    let nearest = smallest.times(&smallest).times(&smallest);
    if inward == Ordering::Less {
        limit.minus(&nearest)
    } else {
        limit.plus(&nearest)
    }
}

/// The newest figure behind a period, if it is only a bound: a part of the goal's own length bounds nothing.
pub(super) fn newest_bound(question: &Question<'_>, since: Option<Period>) -> Option<Figure> {
    let timing = question.figures.timing;
    let is_part = |figure: &Figure| timing.covers_its_period() && figure.period.is_shorter_than(timing.own);
    let figures = question.figures.known.figures().rev();
    let mut newer = figures.take_while(|figure| is_behind(since, figure));
    let newest = newer.find(|figure| !is_part(figure))?;
    matches!(newest.reading, Reading::Interval(_)).then_some(newest)
}

/// Whether a figure ends later than a period; where there is none, it is not newer than anything.
pub(super) fn is_behind(period: Option<Period>, figure: &Figure) -> bool {
    period.is_some_and(|period| figure.period.end() > period.end())
}

/// The figure that stands for the newest year, where that has limits alone and is newer than `latest`, with the case of
/// the target if its value were one of its ends; `None` where it is not, and where there is no case.
pub(super) fn newest_with_limits<'a>(
    question: &'a Question<'a>,
    method: &'a Method,
    latest: Option<Period>,
) -> Option<(Figure, Case<'a>)> {
    // Most often no figure has limits alone, and none comes to have them by what several sources say of it.
    let facts = question.figures.known.series().facts;
    let has_none = !facts.has_limits && !facts.has_several_sources;
    if has_none && question.latest_bound().is_none() {
        return None;
    }
    let figure = newest_bound_of_years(question, Labels::of(question, method.label)).ok()??;
    if latest.is_some() && !is_behind(latest, &figure) {
        return None;
    }
    let number = question
        .figures
        .extremes_of(figure.reading)
        .into_iter()
        .find_map(|end| match end {
            Extreme::At(number) | Extreme::Beside(number, _) => Some(number.exactly()),
            Extreme::Beyond(_) => None,
        });
    let case = Case::new(question, method, Vec::from([(figure.period, number?)]));
    Some((figure, case.ok()?))
}

impl Case<'_> {
    /// The verdict of a figure of which only limits are known, where all of it is of one class; `None` where it is not,
    /// and where the best of what is measured lies in the middle.
    pub(super) fn verdict_of_all(&self, figure: Figure) -> Option<Verdict> {
        if !self.moves_with_latest() {
            return None;
        }
        of_all(
            self.terms.question.figures.extremes_of(figure.reading),
            |amount| self.supposing(figure, amount.exactly())?.verdict(),
            |side| self.verdict_beyond(side),
        )
    }

    /// Whether the values that are read fall where figures rise: where the best of them is the lower bound.
    fn turns_round(&self) -> bool {
        let ends = self.terms.parameters.ends();
        self.transform() == Transform::Normalised && ends.is_some_and(|(lower, optimum)| optimum < lower)
    }

    /// Whether what is measured rises or falls with the latest value throughout.
    fn moves_with_latest(&self) -> bool {
        let is_turned = matches!(self.transform(), Transform::Parity | Transform::AwayFrom(_));
        let measures = self.scale().map(Scale::measures);
        let is_of_middle = self.is_band() && measures != Some(Progress::Level);
        !is_turned && !is_of_middle && measures != Some(Progress::Closeness)
    }

    /// The verdict of a latest figure beyond every number, on the side `of_figure`; an error where nobody knows on
    /// which side what is measured lies then.
    fn verdict_beyond(&self, of_figure: Ordering) -> Fact<Verdict> {
        let scale = self.scale().ok_or(Missing::NotConfigured)?;
        let side = if self.turns_round() {
            of_figure.reverse()
        } else {
            of_figure
        };
        let (measures, ahead) = (scale.measures(), self.direction.by_merit(side));
        let achieved = self.terms.method.achieved.as_ref();
        match achieved.filter(|_| ahead.is_gt() && measures != Progress::Level) {
            Some(achieved) if self.goal().is_ok() || self.level().is_some() => {
                let crosses = self.base.value.side() == side.reverse();
                if crosses && self.needs_one_sign_of(achieved) {
                    return Err(Missing::NotForThisRule);
                }
                return self.terms.method.achieved_by(achieved, Ground::BoundMet, None);
            }
            _ => {}
        }
        let multiplies = |growth: Growth| growth.compounds() || growth == Growth::Continuous;
        let grows = side.is_gt() && self.base.value.side().is_gt();
        let of_number = match measures {
            Progress::Level | Progress::Mean => side,
            // Nothing grows to what lies below zero, nor out of it.
            _ if measures.growth().is_some_and(multiplies) && !grows => return Err(Missing::NotForThisRule),
            _ if self.is_met_at_base() => return Err(Missing::NotForThisRule),
            Progress::RemainingGap(_) | Progress::TimeDistance => ahead.reverse(),
            _ => ahead,
        };
        self.verdict_by_class(scale, Measurement::beyond(of_number, scale.times)?)
    }
}
