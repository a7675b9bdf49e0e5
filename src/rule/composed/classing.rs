//! From a measured number to its class and its score.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::bands::{ClassBand, Score};
use super::exact::Exact;
use super::measured::Measurement;
use super::method::Method;
use super::number::{Number, SMALLEST_SHOWN, difference, product, quotient, shown, sum};
use super::parameters::Parameters;
use super::scale::Scale;
use crate::evidence::{Fact, Reason};
use crate::exact::Real;
use crate::rule::{Class, Verdict};

/// The verdict of a number: the first class whose cut it passes.
pub(super) fn classed(
    method: &Method,
    scale: &Scale,
    parameters: &Parameters,
    measured: Measurement,
    shrink: Option<Number>,
) -> Fact<Verdict> {
    let exact = measured.exact.as_ref().ok_or(Reason::NotConfigured)?;
    let exact_shrink = shrink.as_ref().map(|shrink| &shrink.exact);
    let Some(band) = band_of(scale, parameters, exact, exact_shrink) else {
        return Ok(Verdict {
            measured: Some(measured.shown(None, None)),
            ..Verdict::unknown(Reason::NoClasses)
        });
    };
    let score = score(scale, band, &measured, shrink.map(|shrink| shrink.shown))?;
    Ok(of_class(method, measured, &band.class, score, Reason::InClass))
}

/// The first class whose cut a number passes, exactly. Cuts above zero shrink, if any do.
fn band_of<'a>(
    scale: &'a Scale,
    parameters: &Parameters,
    exact: &Exact,
    shrink: Option<&Real>,
) -> Option<&'a ClassBand> {
    for (band, cut) in scale.bands.with_cuts(&parameters.cuts) {
        let Some(cut) = cut else {
            return Some(band);
        };
        let side = match (cut.number(), shrink) {
            (None, _) => exact.side_of_required(),
            (Some(at), Some(shrink)) if at > Decimal::ZERO => Some(exact.side(&shrink.times(&Real::from(at)))),
            (Some(at), _) => Some(exact.side(&Real::from(at))),
        };
        if side.is_some_and(|side| cut.admits(side)) {
            return Some(band);
        }
    }
    None
}

/// The verdict that a class gives, with what was measured.
pub(super) fn of_class(
    method: &Method,
    measured: Measurement,
    class: &Class,
    score: Option<Decimal>,
    reason: Reason,
) -> Verdict {
    let place = method.classes().position(|own| own == class);
    let place = place.and_then(|place| u8::try_from(place).ok());
    let score = score.map(|score| stated(method, score));
    Verdict {
        measured: Some(measured.shown(place, score)),
        ..Verdict::new(class.status(), reason)
    }
}

/// A score to the decimals in which verdicts state it, never rounded onto a cut of the whole: beside it, it stays on its side.
fn stated(method: &Method, score: Decimal) -> Decimal {
    let shown_score = shown(score);
    let is_a_cut = method
        .aggregation
        .as_ref()
        .is_some_and(|whole| whole.is_cut_at(shown_score));
    match score.cmp(&shown_score) {
        Ordering::Less if is_a_cut => shown_score.saturating_sub(SMALLEST_SHOWN),
        Ordering::Greater if is_a_cut => shown_score.saturating_add(SMALLEST_SHOWN),
        _ => shown_score,
    }
}

/// The score of a number in a class; of one beyond all numbers, the end of the scores.
fn score(scale: &Scale, band: &ClassBand, measured: &Measurement, shrink: Option<Decimal>) -> Fact<Option<Decimal>> {
    let beyond = measured.exact.as_ref().and_then(Exact::beyond);
    if let (Some(side), None | Some(Score::Line { .. })) = (beyond, band.score) {
        return Ok(scale.score_beyond(side));
    }
    let value = measured.value.unwrap_or_default();
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
