//! Where an amount lies that a figure stands for: beside the bound, on the path, or in the room of a limit.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::progress::{Amount, Caveat, Comparable, Extreme, Fact, Ground, Missing, Path, Question};
use crate::rule::{Status, Verdict};
use crate::trajectory::Covered;
use crate::value::{Bound, Direction, Met};

/// A status with what decided it.
#[derive(Clone, Copy)]
pub(super) struct Decision {
    pub(super) status: Status,
    pub(super) ground: Ground,
}

impl Decision {
    /// This status, on this ground.
    pub(super) const fn new(status: Status, ground: Ground) -> Self {
        Self { status, ground }
    }
}

impl Verdict {
    /// The verdict of a decision; unknown where there is only a reason why none could be made.
    pub(super) fn of_decision(decision: Fact<Decision>) -> Self {
        decision.map_or_else(Self::unknown, |Decision { status, ground }| Self::new(status, ground))
    }
}

/// How the rule by pace sees an amount that a figure can mean beside the promise.
pub(super) enum Place {
    /// Where no cut is asked.
    Decision(Decision),
    /// On the path to a goal: how much of it is covered, perhaps so fast that it goes through the promised band.
    OnPath {
        covered: Extreme<Covered>,
        overshoots: bool,
    },
    /// Within a limit.
    WithinLimit {
        /// How much is spent of its room, which lies between the baseline and the bound; `None` where nothing is.
        spent: Option<Extreme<Covered>>,
        /// Whether the bound is left at this pace.
        drifts: bool,
    },
}

impl Place {
    /// Within a limit of which no more is known than its bound.
    const WITHIN_BOUND: Self = Self::WithinLimit {
        spent: None,
        drifts: false,
    };

    /// The caveat where the pace leads through the promised band or out of the limit; else `None`.
    pub(super) const fn caveat(&self) -> Option<Caveat> {
        match self {
            Self::OnPath { overshoots: true, .. } => Some(Caveat::WillOvershoot),
            Self::WithinLimit { drifts: true, .. } => Some(Caveat::DriftingToTheLimit),
            _ => None,
        }
    }
}

/// A figure beside the promise, to see where an amount lies that it can mean.
#[derive(Clone, Copy)]
pub(super) struct Placing<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) comparable: &'a Comparable<'a>,
}

impl Placing<'_> {
    /// How an amount stands beside the promise at the deadline, where the bound alone decides.
    pub(super) fn at_deadline(self, extreme: Extreme<&Amount>) -> Fact<Place> {
        self.question.comparable_with_goal(self.comparable)?;
        let is_met = self.question.promise.is_met(extreme)?.known()?;
        Ok(Place::Decision(if is_met {
            Decision::new(Status::Achieved, Ground::BoundMet)
        } else {
            Decision::new(Status::Missed, Ground::BoundNotMet)
        }))
    }

    /// How an amount stands beside the promise before the deadline, where the path counts too.
    pub(super) fn before_deadline(self, extreme: Extreme<&Amount>) -> Fact<Place> {
        let is_met = self.question.promise.is_met(extreme)?;
        if self.question.promise.is_limit() {
            self.question.comparable_with_goal(self.comparable)?;
            return self.beside_limit(extreme, is_met);
        }
        if is_met == Met::Yes {
            self.question.comparable_with_goal(self.comparable)?;
            return Ok(Place::Decision(Decision::new(Status::Achieved, Ground::BoundMet)));
        }
        self.question.comparable_with_baseline(self.comparable)?;
        match self.question.path() {
            Ok(path) => self.on_path(path, extreme),
            Err(Missing::NoWay) => self.class_without_way(extreme).map(Place::Decision),
            Err(reason) => Err(reason),
        }
    }

    /// Where an amount lies, within or beyond a limit, of which `is_met` tells whether it satisfies the bound.
    fn beside_limit(self, extreme: Extreme<&Amount>, is_met: Met) -> Fact<Place> {
        let path = self.question.path();
        if is_met != Met::Yes && !self.points_allow(path, extreme)? {
            is_met.known()?;
            let status = self.status_beyond_limit(extreme)?;
            return Ok(Place::Decision(Decision::new(status, Ground::LimitExceeded)));
        }
        let path = match (path, self.question.comparable_with_baseline(self.comparable)) {
            (Ok(path), Ok(())) => path,
            // The bound alone tells.
            (Ok(path), Err(_)) if path.is_held() => return Ok(Place::WITHIN_BOUND),
            (Err(Missing::NoBaseline), _) => return Ok(Place::WITHIN_BOUND),
            (Err(reason), _) | (Ok(_), Err(reason)) => return Err(reason),
        };
        let due = self.comparable.due()?;
        let covered = extreme.map(|amount| amount.covered(due));
        let side = path.towards_goal(covered.as_ref().side(|covered| Ok(due.side(Decimal::ZERO, covered)))?);
        let bound = self.question.promise.deciding_bound()?;
        let (question, at) = (self.question, self.comparable.at);
        let projected = |limit, amount| question.side_of_projection(path, limit, amount, at);
        Ok(Place::WithinLimit {
            spent: (path.is_goal_ahead() && side.is_gt()).then_some(covered),
            drifts: !extreme.is_inside(bound, projected)?,
        })
    }

    /// Whether the points of a path allow more than its bound for a while, and as much as the amount.
    fn points_allow(self, path: Fact<&Path<'_>>, extreme: Extreme<&Amount>) -> Fact<bool> {
        let has_points = |path: &&Path<'_>| !path.is_held() && !path.trajectory.milestones().is_empty();
        let Some(path) = path.ok().filter(has_points) else {
            return Ok(false);
        };
        let due = self.comparable.due()?;
        let side = extreme.side(|amount| Ok(due.side(Decimal::ONE, &amount.covered(due))))?;
        Ok(path.towards_goal(side).is_le())
    }

    /// The status of an amount beyond a limit, the first of these that holds:
    ///
    /// 1. missed, where a sum only grows, and was measured above its limit;
    /// 2. off track, where the figure before it, or else the baseline, lay further beyond the limit;
    /// 3. worsening.
    fn status_beyond_limit(self, extreme: Extreme<&Amount>) -> Fact<Status> {
        let (promise, figures) = (&self.question.promise, self.question.figures);
        let low = promise.deciding_bound()?.low();
        let is_below = match low {
            Some(low) => extreme.side(|amount| promise.side_of_limit(low, amount))?.is_le(),
            None => false,
        };
        if !is_below && figures.sum_only_grows() && self.is_measured_beyond() {
            return Ok(Status::Missed);
        }
        let direction = if is_below {
            Direction::Falling
        } else {
            Direction::Rising
        };
        let baseline = || Some([promise.baseline.ok()?; 2].map(|value| Extreme::At(Amount::Decimal(value))));
        let before = figures.ends_of_last_before(self.comparable.at).or_else(baseline);
        let is_nearer = |before: &Extreme<Amount>| {
            let side = |amount: &Amount| Ok(before.as_ref().side(|before| Ok(before.compare(amount)))?.reverse());
            extreme.side(side).is_ok_and(|side| direction.by_merit(side).is_lt())
        };
        let comes_nearer = before.is_some_and(|ends| ends.iter().all(is_nearer));
        Ok(if comes_nearer {
            Status::OffTrack
        } else {
            Status::Worsening
        })
    }

    /// Whether the sum beyond a limit, or one before it, was measured there: an estimate proves nothing.
    fn is_measured_beyond(self) -> bool {
        let is_beyond = |extreme: Extreme<&Amount>| self.question.promise.is_met(extreme) == Ok(Met::No);
        self.comparable.figure.is_measured() || self.question.figures.any_measured_before(self.comparable.at, is_beyond)
    }

    /// The class where no way leads to the goal. A goal that held where the promise began is lost: that is worsening.
    /// Where better than the baseline was promised, and not how much, a value that is worse than the baseline goes the
    /// wrong way; of any other nobody can say.
    fn class_without_way(self, extreme: Extreme<&Amount>) -> Fact<Decision> {
        let start = self.question.promise.baseline?;
        let side = extreme.side(|value| Ok(value.side_of(start)))?;
        let is_worse = match self.question.promise.bound()?.direction_from(start) {
            _ if self.question.promise.is_met_at_baseline() => true,
            Some(Direction::Rising) => side.is_lt(),
            Some(Direction::Falling) => side.is_gt(),
            None => false,
        };
        if is_worse {
            Ok(Decision::new(Status::Worsening, Ground::NoWay))
        } else {
            Err(Missing::NoWay)
        }
    }

    /// Where an amount lies that does not meet the bound: how far along the path; or what decides where it went through
    /// a band, or where nothing is due yet.
    #[inline]
    fn on_path(self, path: &Path<'_>, extreme: Extreme<&Amount>) -> Fact<Place> {
        let promise = &self.question.promise;
        let mut overshoots = false;
        if let Bound::Within(band) = promise.deciding_bound()? {
            let side_of_goal = path.towards_goal(extreme.side(|amount| promise.side_of_goal(amount))?);
            if side_of_goal == Ordering::Greater {
                return Ok(Place::Decision(Decision::new(Status::OffTrack, Ground::Overshot)));
            }
            let is_rising = path.towards_goal(Ordering::Greater).is_gt();
            let far = if is_rising { band.high() } else { band.low() };
            let at = self.comparable.at;
            let side = extreme.side(|amount| self.question.side_of_projection(path, far, amount, at))?;
            overshoots = path.towards_goal(side).is_gt();
        }
        let due = self.comparable.due()?;
        let covered = extreme.map(|amount| amount.covered(due));
        if !due.is_nothing() {
            return Ok(Place::OnPath { covered, overshoots });
        }
        let side = path.towards_goal(covered.as_ref().side(|covered| Ok(due.side(Decimal::ZERO, covered)))?);
        let status = if side.is_lt() {
            Status::Worsening
        } else {
            Status::OnTrack
        };
        Ok(Place::Decision(Decision::new(status, Ground::NothingDueYet)))
    }
}
