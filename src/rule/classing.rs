//! From a measured number to its class and its score.

use rust_decimal::Decimal;

use super::composed::cuts_of;
use super::measured::Measured;
use super::method::Method;
use super::number::{decided, difference, product, quotient, shown, sum};
use super::parameters::Parameters;
use super::scale::{Band, Class, Scale, Score};
use super::{Status, Verdict};
use crate::evidence::{Fact, Reason};

/// The verdict of a number: the first class whose cut it passes.
pub(super) fn classed(
    method: &Method,
    scale: &Scale,
    parameters: &Parameters,
    measured: Measured,
    shrink: Option<Decimal>,
) -> Fact<Verdict> {
    let value = measured.value.ok_or(Reason::NotConfigured)?;
    let number = decided(value);
    let required = measured.aim.map(decided);
    let mut cuts = cuts_of(&scale.bands, &parameters.cuts);
    let holds = |band: &&Band| match band.cut.and_then(|_| cuts.next()) {
        None => true,
        Some(cut) => {
            let moved = match (cut.number(), shrink) {
                (Some(at), Some(shrink)) if at > Decimal::ZERO => {
                    cut.moved_to(decided(at.checked_mul(shrink).unwrap_or(at)))
                }
                _ => cut,
            };
            moved.passes(number, required)
        }
    };
    let Some(band) = scale.bands.iter().find(holds) else {
        return Ok(measured.into_verdict(Status::Unknown, Reason::NoClasses));
    };
    let score = score(scale, band, value, shrink)?;
    Ok(of_class(method, measured, &band.class, score, Reason::InClass))
}

/// The verdict that a class gives, with what was measured.
pub(super) fn of_class(
    method: &Method,
    measured: Measured,
    class: &Class,
    score: Option<Decimal>,
    reason: Reason,
) -> Verdict {
    let place = method.classes().iter().position(|own| *own == class);
    Verdict {
        class: place.and_then(|place| u8::try_from(place).ok()),
        score: score.map(shown),
        ..measured.into_verdict(class.status(), reason)
    }
}

/// The score of a number in a class.
fn score(scale: &Scale, band: &Band, value: Decimal, shrink: Option<Decimal>) -> Fact<Option<Decimal>> {
    if !scale.knots.is_empty() {
        return between_knots(scale, value).map(Some);
    }
    let raw = match band.score {
        None => return Ok(None),
        Some(Score::Fixed(score)) => score,
        Some(Score::Line {
            slope,
            intercept,
            shrinks,
        }) => {
            let divisor = shrink.filter(|_| shrinks).unwrap_or(Decimal::ONE);
            if divisor.is_zero() {
                // At the limit no number is large enough to be divided by nothing: the best score stands.
                return Ok(scale.range.map(|range| range.high));
            }
            sum(quotient(product(slope, value)?, divisor)?, intercept)?
        }
    };
    Ok(Some(match scale.range {
        Some(range) => raw.max(range.low).min(range.high),
        None => raw,
    }))
}

fn between_knots(scale: &Scale, value: Decimal) -> Fact<Decimal> {
    let above = scale.knots.iter().position(|knot| knot.number >= value);
    let knots = match above {
        None => return Ok(scale.knots.last().map_or(Decimal::ZERO, |knot| knot.score)),
        Some(place) => (
            place.checked_sub(1).and_then(|below| scale.knots.get(below)),
            scale.knots.get(place),
        ),
    };
    match knots {
        (Some(low), Some(high)) => {
            let rise = difference(high.score, low.score)?;
            let share = quotient(difference(value, low.number)?, difference(high.number, low.number)?)?;
            sum(low.score, product(rise, share)?)
        }
        (None, Some(first)) => Ok(first.score),
        _ => Ok(Decimal::ZERO),
    }
}
