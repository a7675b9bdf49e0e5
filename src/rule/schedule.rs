//! Progress against a schedule: the share of the way that is gone ÷ the share that is due.

use rust_decimal::Decimal;

use super::case::parameters_of;
use super::classing::{classed, of_class};
use super::measured::Measured;
use super::method::Method;
use super::number::{difference, product, quotient, sum};
use super::scale::{Progress, Scale};
use super::{Reason, Verdict};
use crate::evidence::probe::Probe;
use crate::evidence::stakes::Stakes;
use crate::evidence::{Fact, of_stakes};

impl Method {
    /// The scale that measures against a schedule, if there is one.
    pub(super) fn schedule_scale(&self) -> Option<&Scale> {
        let scale = self.with_number.as_ref()?;
        (scale.measures() == Progress::ScheduledShare).then_some(scale)
    }
}

/// Judges a goal that leads somewhere by the schedule of a method; sums and chained rates too.
pub(super) fn by_schedule(stakes: &Stakes<'_>, method: &Method, scale: &Scale) -> Fact<Verdict> {
    let facts = of_stakes(stakes);
    let measured = facts.share_of_way.and_then(|share| {
        let due = scheduled_share(&method.schedule, facts.share_of_time?)?;
        if due.is_zero() {
            return Err(Reason::NothingDueYet);
        }
        let ratio = quotient(share, due)?;
        Ok(Measured {
            value: Some(ratio),
            observed: Some(share),
            required: Some(due),
            aim: None,
            ratio: Some(ratio),
        })
    });
    let figure = facts.observed?;
    let is_met = match figure.reading.value() {
        Some(value) if !stakes.target.goal().is_budget() => stakes.terms.is_met(Probe::At(value))? == Some(true),
        _ => false,
    };
    match &method.achieved {
        Some(achieved) if is_met => {
            let measured = measured.unwrap_or_default();
            Ok(of_class(
                method,
                measured,
                &achieved.class,
                achieved.score,
                Reason::BoundMet,
            ))
        }
        _ => classed(method, scale, &parameters_of(stakes, method), measured?, None),
    }
}

/// The share that is due at a share of the time: that of the schedule, straight between its years, or of the time itself.
fn scheduled_share(schedule: &[Decimal], time: Decimal) -> Fact<Decimal> {
    if schedule.is_empty() {
        return Ok(time);
    }
    let place = product(time, Decimal::from(schedule.len()))?.max(Decimal::ZERO);
    let years = usize::try_from(place.trunc().mantissa()).unwrap_or(usize::MAX);
    let at = |years: usize| match years.checked_sub(1) {
        None => Decimal::ZERO,
        Some(index) => schedule.get(index).or(schedule.last()).copied().unwrap_or_default(),
    };
    let (before, after) = (at(years), at(years.saturating_add(1)));
    sum(before, product(difference(after, before)?, place.fract())?)
}
