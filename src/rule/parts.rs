//! How the verdicts on the parts of a target become one on the whole.

use core::cmp::Reverse;

use rust_decimal::Decimal;

use super::{Measured, Rule, Status, Verdict};
use crate::evidence::{Caveat, Fact, Missing, Reason};
use crate::plan::Target;
use crate::series::{AsOf, Figure};
use crate::value::{Code, Direction, Period};

/// The verdict on one part of a target.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PartVerdict<'a> {
    pub(crate) breakdown: &'a Code,
    pub(crate) verdict: Verdict,
    /// The share of the way that is covered ÷ the share that is due; `None` where it is unknown, or another figure
    /// decided than the one of which it is told.
    pub(crate) pace: Option<Decimal>,
}

impl PartVerdict<'_> {
    /// Whether the verdict on the part is unknown.
    pub(crate) fn is_unknown(&self) -> bool {
        self.verdict.status == Status::Unknown
    }

    /// The key that orders parts from the worst to the best, by these in turn:
    ///
    /// 1. the status;
    /// 2. the class of the rule;
    /// 3. its score;
    /// 4. the number that it measured, if `better` says whether greater or smaller ones are better;
    /// 5. the pace;
    /// 6. the code, so that the order in which parts are listed does not matter.
    ///
    /// A part that lacks one of these comes after those that have it.
    fn goodness(&self, better: Option<Direction>) -> impl Ord + '_ {
        let status = match self.verdict.status {
            Status::Achieved => 9,
            Status::NotDue => 8,
            status => 7_u8.saturating_sub(status.code()),
        };
        let missing_last = |number: Option<Decimal>| (number.is_none(), number);
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
            missing_last(score),
            missing_last(number),
            missing_last(self.pace),
            self.breakdown,
        )
    }
}

/// The verdict on the whole of the parts of a target.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WholeVerdict<'a> {
    pub(crate) verdict: Verdict,
    /// The part that decided; `None` where the verdict is unknown because too many parts are.
    pub(crate) deciding_part: Option<&'a Code>,
}

impl<'a> WholeVerdict<'a> {
    /// The verdict on a target that each part along a dimension has to keep, from the verdicts on the parts.
    ///
    /// 1. A single part decides.
    /// 2. Else the worst known part decides, if it is behind (lagging or worse), or if all parts are known.
    /// 3. Otherwise it decides only before the deadline, and if at least half of the parts are known.
    /// 4. In all other cases the verdict is unknown.
    ///
    /// A caveat says that some parts are unknown; and another that a figure of the deadline is still to come, if any
    /// part waits for its own and the whole is not missed yet.
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

/// A fact that tells of the figure `observed` last, if that figure decided the verdict, or no figure did. If another
/// figure decided, the fact must not be shown with the verdict, and is missing:
///
/// - [`Missing::OnlyABound`], if the deciding figure is only a bound;
/// - [`Missing::PartialPeriod`], if it is newer, and of a shorter period;
/// - [`Missing::OutsidePath`], if it is any other, such as one that a composed rule read at another time; unless the
///   fact has a reason of its own to be missing.
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

/// Why the verdict on the whole is unknown: the reason of all parts, if it is the same; else that so many are unknown.
fn why_unknown(parts: &[PartVerdict<'_>], unknown: usize) -> Missing {
    let mut reasons = parts.iter().map(|part| part.verdict.reason);
    match reasons.next() {
        None => Missing::NoObservation,
        Some(Reason::Missing(missing)) if reasons.all(|reason| reason == missing) => missing,
        Some(_) => Missing::parts_unknown(u32::try_from(unknown).unwrap_or(u32::MAX)),
    }
}
