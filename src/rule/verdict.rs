//! A verdict: a status, what decided, and what a composed rule measured.

use core::fmt;

use rust_decimal::Decimal;

use super::{Rule, Status};
use crate::evidence::{Caveat, Caveats, Ground, Missing, Reason};
use crate::progress::{Age, Question};
use crate::series::Figure;
use crate::value::Period;

/// Where a promise stands by a rule, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct Verdict {
    /// Where the promise stands.
    pub status: Status,
    /// What decided, or why nobody can say: a [`Missing`] reason leaves the status unknown.
    pub reason: Reason,
    /// What a reader should know beside it: that the figure is provisional, say.
    pub caveats: Caveats,
    /// The period of the figure that decided; `None` where no figure did.
    pub deciding_period: Option<Period>,
    /// The status that the last figure would give, where it is too old to say anything of today, or leaves it unknown
    /// how a promise ended whose deadline is over.
    pub last_status: Option<Status>,
    /// What a composed rule measured; `None` by the rule of this crate, and where nothing could be measured.
    pub measured: Option<Measured>,
}

/// Where the promise stands, and why: `lagging, judged by its pace`.
impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.status, self.reason)
    }
}

/// What a composed rule measured, and the class into which it cut it: each number to 12 decimals, half-even.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct Measured {
    /// The class: a place in the [`classes`](Rule::classes) of the rule; `None` where it has none for the number.
    pub class: Option<u8>,
    /// The number that is cut into classes, which [`Scale::measures`](super::Scale::measures) names; `None` where it is
    /// beyond every number, or nothing was measured.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub value: Option<Decimal>,
    /// The movement that the rule observed, with its own sign: a rate as a fraction per year, a change in units per
    /// year, or a share of the way. `None` where it reads none.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub observed: Option<Decimal>,
    /// The movement that the rule requires, in the same terms; `None` where it requires none.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub required: Option<Decimal>,
    /// Observed ÷ required, as the rule divides them; `None` where it does not.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub ratio: Option<Decimal>,
    /// The score on the rule's own range; `None` where the class has none.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub score: Option<Decimal>,
}

impl Verdict {
    /// The verdict with this status and ground, without caveats, figure or measured numbers.
    pub(super) const fn new(status: Status, ground: Ground) -> Self {
        Self::without_more(status, Reason::Ground(ground))
    }

    /// The verdict that the status is unknown, for this reason.
    pub(crate) const fn unknown(missing: Missing) -> Self {
        Self::without_more(Status::Unknown, Reason::Missing(missing))
    }

    /// The verdict with this status and reason, without caveats, figure or measured numbers.
    const fn without_more(status: Status, reason: Reason) -> Self {
        Self {
            status,
            reason,
            caveats: Caveats::NONE,
            deciding_period: None,
            last_status: None,
            measured: None,
        }
    }

    /// The status; if it is unknown, the last known one, if there is any.
    pub(super) fn last_known(self) -> Option<Status> {
        if self.status == Status::Unknown {
            self.last_status
        } else {
            Some(self.status)
        }
    }

    /// The verdict where no figure came after the baseline: not due in the first reporting period, when none can have
    /// come yet; unknown later.
    pub(super) fn without_figure(question: &Question<'_>) -> Self {
        match question.no_figure_yet() {
            Some(ground) => Self::new(Status::NotDue, ground),
            None => Self::unknown(question.no_observation()),
        }
    }

    /// The verdict with these caveats added.
    pub(super) fn with(self, more: Caveats) -> Self {
        Self {
            caveats: self.caveats.union(more),
            ..self
        }
    }

    /// The verdict with this caveat added, if it applies.
    pub(super) fn with_if(self, applies: bool, caveat: Caveat) -> Self {
        Self {
            caveats: self.caveats.with_if(applies, caveat),
            ..self
        }
    }

    /// The verdict, if its figure is fresh by the rule. If the figure is old, a caveat is added. If it is too old, the
    /// status becomes unknown, the status so far becomes the last known one, and of what was measured class and score
    /// are left out.
    pub(super) fn if_fresh(self, question: &Question<'_>, rule: &Rule, figure: Figure) -> Self {
        let age = rule
            .max_age()
            .map_or(Age::Fresh, |periods| question.age_beyond(figure, periods));
        match age {
            Age::Fresh => self,
            Age::Old => self.with_if(true, Caveat::OldFigure),
            Age::TooOld => Self {
                status: Status::Unknown,
                reason: Missing::stale(figure.period, question.age(figure)).into(),
                last_status: self.last_known(),
                measured: self.measured.map(|measured| Measured {
                    class: None,
                    score: None,
                    ..measured
                }),
                ..self
            },
        }
    }
}
