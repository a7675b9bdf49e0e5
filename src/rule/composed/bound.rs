//! What a composed rule says of a newest figure that is only a bound, such as "less than 66".
//!
//! Each end of the figure is judged as a value would be. If both ends are of one class, so is everything between them,
//! since the measures that are asked here rise or fall with the latest value throughout. Parity, closeness and bands,
//! whose best value lies in the middle, leave the answer open.

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

/// The verdict of a figure with these ends, if the verdicts on both ends are of one class; else `None`. `judged` gives
/// the verdict on an amount, `beyond` that on an infinite amount on a side.
pub(super) fn verdict_if_ends_agree(
    ends: [Extreme<Amount>; 2],
    judged: impl Fn(Amount) -> Fact<Verdict>,
    beyond: impl Fn(Ordering) -> Fact<Verdict>,
) -> Option<Verdict> {
    common_verdict(ends.map(|end| match end {
        Extreme::At(amount) => judged(amount),
        Extreme::Beside(limit, inward) => judged(Amount::Real(number_beside(&limit.exactly(), inward))),
        Extreme::Beyond(side) => beyond(side),
    }))
}

/// The verdict of a figure that is only a bound, from the verdicts on its two ends: the class in which both lie, and
/// the score if it is the same at both. `None` where an end has no verdict, or their classes differ.
fn common_verdict([low, high]: [Fact<Verdict>; 2]) -> Option<Verdict> {
    let (low, high) = (low.ok()?, high.ok()?);
    let [of_low, of_high] = [low.measured?, high.measured?];
    let is_one_class = of_low.class.is_some() && of_low.class == of_high.class && low.status != Status::Unknown;
    let one_reason = (low.reason == high.reason).then_some(low.reason);
    is_one_class.then(|| Verdict {
        reason: one_reason.unwrap_or(Ground::InClass.into()),
        // The figure has no value, so nothing that was measured at its ends is shown.
        measured: Some(Measured {
            class: of_low.class,
            score: of_low.score.filter(|_| of_low.score == of_high.score),
            ..Measured::default()
        }),
        ..low
    })
}

/// A number that stands for the values next to a limit that is itself excluded. It lies on the side `inward`, and
/// nearer to the limit (by 10⁻⁵⁴) than any decimal does.
fn number_beside(limit: &Real, inward: Ordering) -> Real {
    let smallest = Real::of(1, 10_i64.pow(18)).unwrap_or_else(Real::zero);
    let nearest = smallest.times(&smallest).times(&smallest);
    if inward == Ordering::Less {
        limit.minus(&nearest)
    } else {
        limit.plus(&nearest)
    }
}

/// The newest figure that ends after `since`, if it is only a bound; else `None`. Figures that are shorter than the
/// goal's own period are passed over, if figures cover their periods: a bound on a part says nothing of the whole.
pub(super) fn newest_if_only_a_bound(question: &Question<'_>, since: Option<Period>) -> Option<Figure> {
    let timing = question.figures.timing;
    let is_part_of_own = |figure: &Figure| timing.covers_its_period() && figure.period.is_shorter_than(timing.own);
    let figures = question.figures.known.figures().rev();
    let mut newer = figures.take_while(|figure| ends_after(figure, since));
    let newest = newer.find(|figure| !is_part_of_own(figure))?;
    matches!(newest.reading, Reading::Interval(_)).then_some(newest)
}

/// Whether a figure ends later than a period does; `false` without a period.
pub(super) fn ends_after(figure: &Figure, period: Option<Period>) -> bool {
    period.is_some_and(|period| figure.period.end() > period.end())
}

/// The figure of the newest year, if it is only a bound, with the case in which one of its finite limits is supposed to
/// be its value.
///
/// `None` where the figure of the newest year has a value or does not end after `latest`, where it has no finite limit,
/// and where the method cannot judge the case.
pub(super) fn case_of_newest_bound<'a>(
    question: &'a Question<'a>,
    method: &'a Method,
    latest: Option<Period>,
) -> Option<(Figure, Case<'a>)> {
    // Most series have no figure that is only a bound. One can be stated, or arise where several sources differ.
    let facts = question.figures.known.series().facts;
    let has_no_bound = !facts.has_limits && !facts.has_several_sources;
    if has_no_bound && question.latest_bound().is_none() {
        return None;
    }
    let figure = newest_bound_of_years(question, Labels::of(question, method.label)).ok()??;
    if latest.is_some() && !ends_after(&figure, latest) {
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
    /// The verdict of a figure that is only a bound, if all values that it can mean are of one class. `None` if they
    /// are not, and if the measured number does not rise or fall with the latest value throughout, so that the ends of
    /// the figure do not tell of the values between them.
    pub(super) fn verdict_of_bound(&self, figure: Figure) -> Option<Verdict> {
        if !self.is_monotone_in_latest() {
            return None;
        }
        verdict_if_ends_agree(
            self.terms.question.figures.extremes_of(figure.reading),
            |amount| self.supposing(figure, amount.exactly())?.verdict(),
            |side| self.verdict_of_infinite_value(side),
        )
    }

    /// Whether normalising reverses the order of values: the best value, `optimum`, lies below the worst, `lower`.
    fn reverses_order(&self) -> bool {
        let ends = self.terms.parameters.ends();
        self.transform() == Transform::Normalised && ends.is_some_and(|(lower, optimum)| optimum < lower)
    }

    /// Whether the measured number rises throughout with the latest value, or falls throughout. Not so:
    ///
    /// - if the transform gives values on both sides of a number the same result (parity, distance from a number);
    /// - if closeness to the goal is measured;
    /// - if a band is promised, unless the level is measured.
    fn is_monotone_in_latest(&self) -> bool {
        let is_folded = matches!(self.transform(), Transform::Parity | Transform::AwayFrom(_));
        let measures = self.scale().map(Scale::measures);
        let is_best_within_band = self.is_band() && measures != Some(Progress::Level);
        !is_folded && !is_best_within_band && measures != Some(Progress::Closeness)
    }

    /// The verdict if the latest figure were infinite, on the side `of_figure`: achieved, if that is the side of the
    /// goal and the method has a class for achieved goals; else the class of an infinite measured number.
    ///
    /// [`Missing::NotForThisRule`] where no side of the measured number follows:
    ///
    /// - the goal would be achieved, but the base has the other sign and the method asks for one sign;
    /// - a compound or continuous growth is measured, and does not rise from a base above zero;
    /// - the base meets the goal already, and more than the level or the mean is measured.
    fn verdict_of_infinite_value(&self, of_figure: Ordering) -> Fact<Verdict> {
        let scale = self.scale().ok_or(Missing::NotConfigured)?;
        let side = if self.reverses_order() {
            of_figure.reverse()
        } else {
            of_figure
        };
        let (measures, ahead) = (scale.measures(), self.direction.by_merit(side));
        let achieved = self.terms.method.achieved.as_ref();
        match achieved.filter(|_| ahead.is_gt() && measures != Progress::Level) {
            Some(achieved) if self.goal().is_ok() || self.level().is_some() => {
                let crosses = self.base.value.side() == side.reverse();
                if crosses && self.asks_for_one_sign(achieved) {
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
            // No growth by a factor leads to a value below zero, or starts from one.
            _ if measures.growth().is_some_and(multiplies) && !grows => return Err(Missing::NotForThisRule),
            _ if self.is_met_at_base() => return Err(Missing::NotForThisRule),
            Progress::RemainingGap(_) | Progress::TimeDistance => ahead.reverse(),
            _ => ahead,
        };
        self.verdict_by_class(scale, Measurement::infinite(of_number, scale.times)?)
    }
}
