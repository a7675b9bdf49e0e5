//! Where an amount lies that a figure can mean: at the bound, on the path, or in the room of a limit.

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
    /// A decision for this status, on this ground.
    pub(super) const fn new(status: Status, ground: Ground) -> Self {
        Self { status, ground }
    }
}

impl Verdict {
    /// The verdict of a decision; unknown, for its reason, if none could be made.
    pub(super) fn of_decision(decision: Fact<Decision>) -> Self {
        decision.map_or_else(Self::unknown, |Decision { status, ground }| Self::new(status, ground))
    }
}

/// Where an amount that a figure can mean lies, compared with the promise: all that the rule by pace needs to know.
pub(super) enum Place {
    /// Where the status is decided without any cut.
    Decision(Decision),
    /// On the path to a goal.
    OnPath {
        /// How much of the way is covered.
        covered: Extreme<Covered>,
        /// Whether the amount, if it goes on so, goes through the promised band and beyond.
        overshoots: bool,
    },
    /// Within a limit.
    WithinLimit {
        /// How much of the room between baseline and bound is spent; `None` where there is no room, or nothing of it is
        /// spent.
        spent: Option<Extreme<Covered>>,
        /// Whether the bound will be left by the deadline if the amount goes on so.
        drifts: bool,
    },
}

impl Place {
    /// Within a limit, where no baseline tells of any room.
    const WITHIN_BOUND: Self = Self::WithinLimit {
        spent: None,
        drifts: false,
    };

    /// The caveat if the pace leads through the promised band or out of the limit; else `None`.
    pub(super) const fn caveat(&self) -> Option<Caveat> {
        match self {
            Self::OnPath { overshoots: true, .. } => Some(Caveat::WillOvershoot),
            Self::WithinLimit { drifts: true, .. } => Some(Caveat::DriftingToTheLimit),
            _ => None,
        }
    }
}

/// A question and one of its figures: whoever places the amounts that the figure can mean.
#[derive(Clone, Copy)]
pub(super) struct Placing<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) comparable: &'a Comparable<'a>,
}

impl Placing<'_> {
    /// Where an amount lies at the deadline: achieved if it meets the bound, else missed. The extreme is an amount, or
    /// an end of a figure that is only a bound; an error where the bound lies on that end.
    pub(super) fn at_deadline(self, extreme: Extreme<&Amount>) -> Fact<Place> {
        self.question.comparable_with_goal(self.comparable)?;
        let is_met = self.question.promise.is_met(extreme)?.known()?;
        Ok(Place::Decision(if is_met {
            Decision::new(Status::Achieved, Ground::BoundMet)
        } else {
            Decision::new(Status::Missed, Ground::BoundNotMet)
        }))
    }

    /// Where an amount lies before the deadline: of a limit as [`beside_limit`](Self::beside_limit) says; of another
    /// goal achieved if the bound is met [for good](Self::can_achieve), else on the path, or without a way.
    pub(super) fn before_deadline(self, extreme: Extreme<&Amount>) -> Fact<Place> {
        let is_met = self.question.promise.is_met(extreme)?;
        if self.question.promise.is_limit() {
            self.question.comparable_with_goal(self.comparable)?;
            return self.beside_limit(extreme, is_met);
        }
        if is_met == Met::Yes && self.can_achieve() {
            self.question.comparable_with_goal(self.comparable)?;
            return Ok(Place::Decision(Decision::new(Status::Achieved, Ground::BoundMet)));
        }
        self.question.comparable_with_baseline(self.comparable)?;
        match self.question.path() {
            Ok(path) => self.on_path(path, extreme),
            Err(Missing::NoWay) if is_met == Met::Yes => {
                Ok(Place::Decision(Decision::new(Status::OnTrack, Ground::NoWay)))
            }
            Err(Missing::NoWay) => self.class_without_way(extreme).map(Place::Decision),
            Err(reason) => Err(reason),
        }
    }

    /// Whether the figure can make a promise achieved before its deadline: an estimate that was made before its period
    /// was over proves nothing, as long as a final figure is waited for, unless an earlier figure was measured that
    /// meets the bound.
    fn can_achieve(self) -> bool {
        let (question, comparable) = (self.question, self.comparable);
        !question.figures.awaits_final_figure(comparable.figure)
            || question.was_met_by_measurement_before(comparable.at.shown)
    }

    /// Where an amount lies compared with a limit; `is_met` tells whether it meets the bound.
    ///
    /// - Beyond the bound, and more than the milestones allow: the limit is exceeded.
    /// - Within it: how much of the room between baseline and bound is spent by movement towards the bound, and whether
    ///   the projection leaves the bound by the deadline.
    /// - Within it, but without a baseline, or with one whose value is not known or not comparable while the path is
    ///   held at the bound: no more than that, since any value would give the same status.
    fn beside_limit(self, extreme: Extreme<&Amount>, is_met: Met) -> Fact<Place> {
        let path = self.question.path();
        if is_met != Met::Yes && !self.milestones_allow(path, extreme)? {
            is_met.known()?;
            let status = self.status_beyond_limit(extreme)?;
            return Ok(Place::Decision(Decision::new(status, Ground::LimitExceeded)));
        }
        let promise = &self.question.promise;
        let has_room = promise
            .baseline
            .and_then(|_| self.question.comparable_with_baseline(self.comparable));
        let path = match (path, has_room) {
            (Ok(path), Ok(())) => path,
            (Err(Missing::NoBaseline), _) => return Ok(Place::WITHIN_BOUND),
            (_, Err(_)) if promise.holds_its_bound()? => return Ok(Place::WITHIN_BOUND),
            (Err(reason), _) | (Ok(_), Err(reason)) => return Err(reason),
        };
        let due = self.comparable.due()?;
        let covered = extreme.map(|amount| amount.covered(due));
        let side = path.towards_goal(covered.as_ref().side(|covered| Ok(due.side(Decimal::ZERO, covered)))?);
        let bound = promise.deciding_bound()?;
        let (question, at) = (self.question, self.comparable.at);
        let projected = |limit| question.side_of_projection(path, limit, extreme, at);
        Ok(Place::WithinLimit {
            spent: (path.is_goal_ahead() && side.is_gt()).then_some(covered),
            drifts: !bound.is_met_on_sides(projected)?,
        })
    }

    /// Whether the milestones of the path allow as much as the amount at its time, although the limit's bound does not.
    /// `false` without a path or milestones.
    fn milestones_allow(self, path: Fact<&Path<'_>>, extreme: Extreme<&Amount>) -> Fact<bool> {
        let has_milestones = |path: &&Path<'_>| !path.is_held() && !path.trajectory.milestones().is_empty();
        let Some(path) = path.ok().filter(has_milestones) else {
            return Ok(false);
        };
        let due = self.comparable.due()?;
        let side = extreme.side(|amount| Ok(due.side(Decimal::ONE, &amount.covered(due))))?;
        Ok(path.towards_goal(side).is_le())
    }

    /// The status of an amount beyond a limit, by the first of these that holds:
    ///
    /// 1. missed, if it is a sum that only grows, lies above its limit, and was measured there, not only estimated;
    /// 2. off track, if the figure before it, or else the baseline, lay further beyond the limit by all that it can
    ///    mean, be it beyond the other edge of a band;
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
        // What stood before a change of definition says nothing of the figure.
        let is_comparable = self.question.comparable_with_baseline(self.comparable).is_ok();
        let start = promise.baseline.ok().filter(|_| is_comparable);
        let baseline = || Some([start?; 2].map(|value| Extreme::At(Amount::Decimal(value))));
        let before = figures.ends_of_last_before(self.comparable.at.shown).or_else(baseline);
        let is_nearer = |before: &Extreme<Amount>| {
            let Ok(before) = promise.beyond_edge(before.as_ref(), direction) else {
                return false;
            };
            let side = |amount: &Amount| Ok(before.as_ref().side(|before| Ok(before.compare(amount)))?.reverse());
            extreme.side(side).is_ok_and(|side| direction.by_merit(side).is_lt())
        };
        let comes_nearer = before.is_some_and(|ends| {
            let may_be_inside = promise.are_around_band(ends.each_ref().map(Extreme::as_ref)) == Ok(true);
            !may_be_inside && ends.iter().all(is_nearer)
        });
        Ok(if comes_nearer {
            Status::OffTrack
        } else {
            Status::Worsening
        })
    }

    /// Whether the figure, or an earlier one that was beyond the limit by all that it can mean, was measured: an
    /// estimate does not prove that a limit was exceeded.
    fn is_measured_beyond(self) -> bool {
        let is_beyond = |extreme: Extreme<&Amount>| self.question.promise.is_met(extreme) == Ok(Met::No);
        self.comparable.figure.is_measured()
            || self
                .question
                .figures
                .any_measured_before(self.comparable.at.shown, is_beyond)
    }

    /// The decision where baseline and goal leave no way between them, for an amount that does not meet the goal:
    ///
    /// - worsening, if the baseline met the goal: it was lost since;
    /// - worsening, if any value better than the baseline was promised, and the amount is worse than the baseline;
    /// - unknown in all other cases.
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

    /// Where an amount lies that does not meet the bound:
    ///
    /// - off track, if it went through a promised band and out on its far side;
    /// - if nothing is due yet: worsening if it moved away from the goal, else on track;
    /// - else on the path, with the share that it has covered, and whether it will go through the band (`overshoots`).
    #[inline]
    fn on_path(self, path: &Path<'_>, extreme: Extreme<&Amount>) -> Fact<Place> {
        let promise = &self.question.promise;
        let mut overshoots = false;
        if let Bound::Within(band) = promise.deciding_bound()? {
            let side_of_goal = path.towards_goal(extreme.side(|amount| promise.side_of_goal(amount))?);
            if side_of_goal == Ordering::Greater {
                return Ok(Place::Decision(Decision::new(Status::OffTrack, Ground::Overshot)));
            }
            let side = self
                .question
                .side_of_projection(path, path.far_edge(band), extreme, self.comparable.at)?;
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

    /// The place on the path of the furthest amount that does not overshoot a promised band: from there the movement
    /// ends at the far edge. An error where another bound is promised, and where no movement leads to the edge.
    pub(super) fn furthest_without_overshooting(self) -> Fact<Place> {
        let (path, promise) = (self.question.path()?, &self.question.promise);
        let Bound::Within(band) = promise.deciding_bound()? else {
            return Err(Missing::NotForThisGoal);
        };
        let movement = path.movement_to(promise, path.far_edge(band), self.comparable.at)?;
        Ok(Place::OnPath {
            covered: Extreme::At(movement.covered_from(path.start())),
            overshoots: false,
        })
    }
}
