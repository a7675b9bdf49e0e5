//! From a measured number to its class and its score.
//!
//! Classes are asked from the best to the worst, and the first whose cut the number passes is its class; a class
//! without a cut takes what is left. Where the base lies near the indicator's natural limit (100 % of the children),
//! cuts above 0 are multiplied by a factor below 1, the *shrinkage*: the less a value can still move, the less movement
//! is asked for. At the limit the factor is 0. Cuts at 0 and below stay, since a move in the wrong direction is wrong
//! everywhere.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::bands::{ClassBand, Score};
use super::measured::Measurement;
use super::method::{Achieved, Method};
use super::number::Quotient;
use super::parameters::Parameters;
use super::scale::{Knot, Scale, ScoreRange};
use crate::dec;
use crate::evidence::{Fact, Ground, Missing};
use crate::exact::Real;
use crate::rule::{Class, Measured, Verdict};

/// The unit of the last place to which scores are stated.
const SMALLEST_SHOWN: Decimal = dec!(0.000000000001);

/// How a method puts numbers into classes: a scale, with the parameters of a target.
pub(super) struct Classing<'a> {
    pub(super) method: &'a Method,
    pub(super) scale: &'a Scale,
    pub(super) parameters: &'a Parameters,
    /// The factor by which cuts above 0 are multiplied where the base lies near a natural limit; `None` where none is.
    pub(super) shrinkage: Option<Real>,
}

impl Classing<'_> {
    /// The verdict of a number: that of the first class whose cut it passes. Unknown, [`Missing::NoClasses`], where it
    /// passes none; the score of such a number is the number itself, if the scale has no classes at all and the method
    /// judges a whole.
    pub(super) fn verdict(&self, measured: Measurement) -> Fact<Verdict> {
        let Measurement {
            number,
            required,
            shown,
        } = measured;
        let Some(band) = self.band_of(&number, &required)? else {
            let is_index = self.method.aggregation.is_some() && self.scale.bands.is_empty();
            let score = is_index.then(|| self.method.score_shown(self.scale.range, &number));
            let score = score.transpose()?.flatten();
            return Ok(Verdict {
                measured: Some(Measured { score, ..shown }),
                ..Verdict::unknown(Missing::NoClasses)
            });
        };
        let score = self.score(band, &number)?;
        Ok(self.method.in_class(&band.class, Ground::InClass, score, shown))
    }

    /// The first class whose cut a number passes, exactly; `None` where it passes none, and there is no class for the
    /// rest.
    ///
    /// A cut at the required number is passed by no number of which nothing is required. A cut above 0 is multiplied by
    /// the shrinkage near a natural limit, if there is one.
    fn band_of(&self, number: &Quotient, required: &Fact<Option<Real>>) -> Fact<Option<&ClassBand>> {
        for (band, cut) in self.scale.bands.with_cuts(&self.parameters.cuts) {
            let Some(cut) = cut else {
                return Ok(Some(band));
            };
            let side = match (cut.number(), &self.shrinkage) {
                (None, _) => required.clone()?.map(|required| number.side(&required)),
                (Some(at), Some(shrinkage)) if at > Decimal::ZERO => Some(number.side(&shrinkage.times(&at.into()))),
                (Some(at), _) => Some(number.side(&at.into())),
            };
            if side.is_some_and(|side| cut.admits(side)) {
                return Ok(Some(band));
            }
        }
        Ok(None)
    }

    /// The score of a number in its class: the fixed score of the class, or that on its line, or else between the
    /// points of the scale. An infinite number has the least or the greatest score. `None` where there are no scores.
    fn score(&self, band: &ClassBand, number: &Quotient) -> Fact<Option<Decimal>> {
        let (method, scale) = (self.method, self.scale);
        let line = match band.score {
            Some(Score::Fixed(score)) => return method.score_shown(scale.range, &fixed(score)),
            Some(Score::Line {
                slope,
                intercept,
                shrinks,
            }) => {
                let shrinkage = self.shrinkage.as_ref().filter(|_| shrinks);
                if shrinkage.is_some_and(Real::is_zero) {
                    // At the natural limit the shrinkage is 0, by which nothing can be divided: the best score is
                    // given.
                    return Ok(scale.range.map(|range| range.high));
                }
                let one = Real::one();
                number.score_on_line(&slope.into(), &intercept.into(), shrinkage.unwrap_or(&one))
            }
            None if scale.knots.is_empty() => return Ok(None),
            None => score_between_knots(&scale.knots, number)?,
        };
        match (line, number.side_if_infinite()) {
            (Some(line), _) => method.score_shown(scale.range, &line),
            (None, beyond) => Ok(beyond.and_then(|side| scale.score_beyond(side))),
        }
    }
}

impl Method {
    /// The verdict of a value that counts as achieved: of that class and its score, whatever was measured.
    pub(super) fn achieved_by(
        &self,
        achieved: &Achieved,
        ground: Ground,
        measured: Option<Measurement>,
    ) -> Fact<Verdict> {
        let shown = measured.map(|measured| measured.shown).unwrap_or_default();
        let score = achieved.score.map(|score| self.score_shown(None, &fixed(score)));
        let score = score.transpose()?.flatten();
        Ok(self.in_class(&achieved.class, ground, score, shown))
    }

    /// The verdict of a class, with the class's place in [`Method::classes`], its score and what was measured.
    fn in_class(&self, class: &Class, ground: Ground, score: Option<Decimal>, measured: Measured) -> Verdict {
        let place = self.classes().position(|own| own == class);
        Verdict {
            measured: Some(Measured {
                class: place.and_then(|place| u8::try_from(place).ok()),
                score,
                ..measured
            }),
            ..Verdict::new(class.status(), ground)
        }
    }

    /// A score as verdicts state it: within its range, and to 12 decimals; `None` if it is infinite. A score that
    /// rounding would bring onto a cut of the whole is shown one unit of the last place beside the cut, on its own
    /// side.
    fn score_shown(&self, range: Option<ScoreRange>, score: &Quotient) -> Fact<Option<Decimal>> {
        let Some(shown) = score.shown()? else {
            return Ok(None);
        };
        if let Some(range) = range {
            if shown >= range.high && score.side(&range.high.into()).is_ge() {
                return Ok(Some(range.high));
            }
            if shown <= range.low && score.side(&range.low.into()).is_le() {
                return Ok(Some(range.low));
            }
        }
        let whole = self.aggregation.as_ref();
        if !whole.is_some_and(|whole| whole.is_cut_at(shown)) {
            return Ok(Some(shown));
        }
        Ok(Some(match score.side(&shown.into()) {
            Ordering::Less => shown.saturating_sub(SMALLEST_SHOWN),
            Ordering::Greater => shown.saturating_add(SMALLEST_SHOWN),
            Ordering::Equal => shown,
        }))
    }
}

/// A fixed score as a number, to be brought within the range of scores.
fn fixed(score: Decimal) -> Quotient {
    Quotient::undivided(Real::from(score))
}

/// The score of a number between points: straight from one point to the next, and that of the nearest point outside.
/// `None` without points, and for an infinite number, which [`Scale::score_beyond`] scores.
fn score_between_knots(knots: &[Knot], number: &Quotient) -> Fact<Option<Quotient>> {
    if number.side_if_infinite().is_some() {
        return Ok(None);
    }
    let passed = knots.partition_point(|knot| number.side(&knot.number.into()).is_gt());
    let (before, after) = knots.split_at_checked(passed).unwrap_or_default();
    let (low, high) = match (before.last(), after.first()) {
        (Some(low), Some(high)) => (low, high),
        (end, None) | (None, end) => return Ok(end.map(|end| fixed(end.score))),
    };
    let [from, to, at_from, at_to] = [low.number, high.number, low.score, high.score].map(Real::from);
    let slope = at_to.minus(&at_from).over(&to.minus(&from)).ok_or(Missing::NoWay)?;
    let intercept = at_from.minus(&slope.times(&from));
    Ok(number.score_on_line(&slope, &intercept, &Real::one()))
}
