//! How the verdicts on the parts of a target become one on the whole.

use core::cmp::Reverse;

use rust_decimal::Decimal;

use super::{Measured, Rule, Status, Verdict};
use crate::evidence::{Caveat, Fact, Missing, Reason};
use crate::plan::Target;
use crate::series::{AsOf, Figure};
use crate::value::{Code, Direction, Period};

/// Where one part of a target stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PartVerdict<'a> {
    pub(crate) breakdown: &'a Code,
    pub(crate) verdict: Verdict,
    /// The share of the way ÷ the share that is expected; `None` where it is unknown, or another figure decided.
    pub(crate) pace: Option<Decimal>,
}

impl PartVerdict<'_> {
    /// Whether nobody can say where the part stands.
    pub(crate) fn is_unknown(&self) -> bool {
        self.verdict.status == Status::Unknown
    }

    /// The key that orders parts from the worst to the best: the status, the class of the rule, its score, the number
    /// that it measured (`better` says which way that is better), the pace, and at last the code, so that no order of
    /// the parts matters. A part without a number stands behind those that have one.
    fn goodness(&self, better: Option<Direction>) -> impl Ord + '_ {
        let status = match self.verdict.status {
            Status::Achieved => 9,
            // Not as much as to be achieved, and nothing that could be worse.
            Status::NotDue => 8,
            status => 7_u8.saturating_sub(status.code()),
        };
        let behind = |number: Option<Decimal>| (number.is_none(), number);
        let Measured {
            class, score, value, ..
        } = self.verdict.measured.unwrap_or_default();
        let number = better.zip(value).and_then(|(better, value)| match better {
            Direction::Rising => Some(value),
            Direction::Falling => Decimal::ZERO.checked_sub(value),
        });
        let class = (class.is_none(), class.map(Reverse));
        (
            status,
            class,
            behind(score),
            behind(number),
            behind(self.pace),
            self.breakdown,
        )
    }
}

/// Where the whole of some parts stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WholeVerdict<'a> {
    pub(crate) verdict: Verdict,
    /// The part that decided; `None` where nobody can say of the whole.
    pub(crate) deciding_part: Option<&'a Code>,
}

impl<'a> WholeVerdict<'a> {
    /// The verdict on a target each part of which has to keep the promise, from the verdicts on the parts.
    ///
    /// The worst one known decides, if it is behind or nobody is unknown.
    /// Otherwise a part of which nobody can say leaves the whole open: `unknown` where it is past the deadline or fewer
    /// than half are known, and before that the worst one known. The whole waits for the deadline's figure while any part
    /// does, unless one has missed the promise for good.
    pub(crate) fn new(target: &Target, as_of: AsOf, rule: &Rule, parts: &[PartVerdict<'a>]) -> Self {
        let of_part = |part: &PartVerdict<'a>| Self {
            verdict: part.verdict,
            deciding_part: Some(part.breakdown),
        };
        if let [only] = parts {
            return of_part(only);
        }
        let is_past_deadline = target.in_force_on(as_of.date()).is_past_deadline(as_of.date());
        let known = || parts.iter().filter(|part| !part.is_unknown());
        let unknown = parts.len().saturating_sub(known().count());
        let is_covered = unknown <= known().count();
        let better = rule.better_numbers();
        let worst = known().min_by(|one, other| one.goodness(better).cmp(&other.goodness(better)));
        let decides = |worst: &&PartVerdict<'_>| {
            let is_behind = worst.verdict.status.needs_attention();
            unknown == 0 || is_behind || (is_covered && !is_past_deadline)
        };
        match worst.filter(decides).map(of_part) {
            Some(worst) => {
                let is_final = worst.verdict.status == Status::Missed;
                let awaits = |part: &PartVerdict<'_>| part.verdict.caveats.contains(Caveat::DeadlineValuePending);
                let verdict = worst
                    .verdict
                    .with_if(unknown > 0, Caveat::PartsUnknown)
                    .with_if(!is_final && parts.iter().any(awaits), Caveat::DeadlineValuePending);
                Self { verdict, ..worst }
            }
            None => Self {
                verdict: Verdict::unknown(why_unknown(parts, unknown)),
                deciding_part: None,
            },
        }
    }
}

/// A fact of the figure that was observed last; missing where another one decided: a newer one that is only a bound or
/// of a part of such a period, or one that a composed rule read at another time. Of that figure the fact says nothing,
/// so that it must neither order parts nor stand beside the verdict.
pub(crate) fn if_observed_decided<T>(deciding: Option<Figure>, observed: Fact<Figure>, fact: Fact<T>) -> Fact<T> {
    let Some(figure) = deciding else {
        return fact;
    };
    let period = figure.period;
    if figure.reading.value().is_none() {
        return Err(Missing::only_a_bound(period));
    }
    let is_newer_part = |whole: Period| period.is_shorter_than(whole) && period.last() > whole.last();
    match observed {
        Ok(observed) if is_newer_part(observed.period) => {
            Err(Missing::partial_period(period, observed.period.length()))
        }
        Ok(observed) if observed != figure => fact.and(Err(Missing::OutsidePath)),
        _ => fact,
    }
}

/// Why nobody can say of the whole: what all parts lack, or else how many are unknown.
fn why_unknown(parts: &[PartVerdict<'_>], unknown: usize) -> Missing {
    let mut reasons = parts.iter().map(|part| part.verdict.reason);
    match reasons.next() {
        None => Missing::NoObservation,
        Some(Reason::Missing(missing)) if reasons.all(|reason| reason == missing) => missing,
        Some(_) => Missing::parts_unknown(u32::try_from(unknown).unwrap_or(u32::MAX)),
    }
}
