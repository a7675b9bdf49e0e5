//! The place of a figure, and its class by the cuts of a rule, also of a figure that is only a bound.
//!
//! A figure of 81.3 was rounded from something between 81.25 and 81.35. It is judged as 81.3; half a unit of its last
//! digit on either side is placed too, only to see whether the class would have been another one. Of a figure that is
//! only a bound both ends are placed, and it has a class if everything between them is in one.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::place::{Decision, Place, Placing};
use crate::progress::{Amount, Caveat, Caveats, Comparable, Extreme, Fact, Ground, Missing, Question};
use crate::rule::{Cuts, Rule, Status, Verdict};
use crate::series::Uncertainty;
use crate::trajectory::Covered;
use crate::value::Met;

/// A figure with the places of the amounts that it can mean.
pub(super) struct PlacedFigure<'q> {
    question: &'q Question<'q>,
    pub(super) comparable: &'q Comparable<'q>,
    /// Where the amount of the figure lies; of a figure that is only a bound, the lowest amount that it can mean. An
    /// error where no place can be told.
    lowest: Fact<Place>,
    /// The other end of a figure that is only a bound; `None` where the figure has a value.
    highest: Option<Highest>,
    /// Where the amounts lie half a unit of the last digit lower and higher. `None` for a figure that is only a bound,
    /// and for things that are counted whole, of which there is no half.
    half_a_unit_aside: [Option<Fact<Place>>; 2],
    /// Where the two ends of the figure's uncertainty lie, if it is a range.
    ends_of_uncertainty: Option<[Fact<Place>; 2]>,
    /// Whether an earlier figure met the bound and this one does not. Always `false` at the deadline, where it is not
    /// asked.
    is_lost: bool,
    caveats: Caveats,
}

/// The highest amount that a figure can mean, if the figure is only a bound.
struct Highest {
    place: Fact<Place>,
    /// Whether a promised band lies between the lowest amount and the highest, so that both can be of one class and the
    /// amounts between them of another.
    has_band_between: Fact<bool>,
}

impl<'q> PlacedFigure<'q> {
    /// Places a figure by `place`, which is [`Placing::at_deadline`] or [`Placing::before_deadline`]: its amount, or
    /// the lowest and the highest one that it can mean; and, for the caveats, half a unit of its last digit on either
    /// side, and the ends of its uncertainty.
    pub(super) fn new(
        question: &'q Question<'q>,
        comparable: &'q Comparable<'q>,
        place: impl Fn(Placing<'q>, Extreme<&Amount>) -> Fact<Place>,
    ) -> Self {
        let placing = Placing { question, comparable };
        let place_of = |extreme: Extreme<&Amount>| place(placing, extreme);
        let (lowest, highest) = if let Ok(amount) = comparable.amount() {
            (place_of(Extreme::At(&amount)), None)
        } else {
            let ends = comparable.ends(question.figures);
            let [low, high] = ends.each_ref().map(Extreme::as_ref);
            let highest = Highest {
                place: place_of(high),
                has_band_between: question.promise.are_around_band([low, high]),
            };
            (place_of(low), Some(highest))
        };
        let (figures, figure) = (question.figures, comparable.figure);
        let is_whole = question.target.quantity().unit().is_whole();
        let place_at = |amount: Amount| place_of(Extreme::At(&amount));
        let place_aside = |side| {
            let moved = comparable.moved_half_a_unit(figures, side).filter(|_| !is_whole)?;
            Some(place_at(moved))
        };
        let range = figures.uncertainty_of(figure).and_then(Uncertainty::range);
        let has_gap = highest.is_some() && figures.sum_has_gap();
        Self {
            question,
            comparable,
            lowest,
            highest,
            half_a_unit_aside: [place_aside(Ordering::Less), place_aside(Ordering::Greater)],
            ends_of_uncertainty: range.map(|ends| ends.map(|end| place_at(Amount::Decimal(end)))),
            is_lost: false,
            caveats: figures
                .caveats_beside_baseline(figure)
                .union(figures.timing.caveats(figure.period))
                .with_if(comparable.break_before.is_some(), Caveat::SeriesBreak)
                .with_if(has_gap, Caveat::SumHasGap),
        }
    }

    /// Places a figure before the deadline: on the path, or in the room of a limit.
    #[inline]
    pub(super) fn on_path(question: &'q Question<'q>, comparable: &'q Comparable<'q>) -> Self {
        let mut placed = Self::new(question, comparable, Placing::before_deadline);
        placed.is_lost = placed.has_lost_the_bound();
        placed
    }

    /// Whether an earlier figure met the bound and this one does not. Never of a limit, which is not achieved before
    /// its deadline, and of a sum only if it has negative parts, since no other sum falls. Of a figure that is only a
    /// bound the lowest amount is asked: the caveat is read only if both ends are of one class.
    fn has_lost_the_bound(&self) -> bool {
        let Self {
            question, comparable, ..
        } = self;
        let may_be_lost = match &self.lowest {
            Ok(Place::Decision(decision)) => !decision.status.is_final(),
            Ok(Place::OnPath { .. }) => true,
            Ok(Place::WithinLimit { .. }) | Err(_) => false,
        };
        let may_fall = !question.promise.is_sum() || question.figures.known.series().facts.has_negative;
        let is_met_now = || {
            let [low, _] = comparable.ends(question.figures);
            question.promise.is_met(low.as_ref()) == Ok(Met::Yes)
        };
        may_be_lost
            && may_fall
            && !question.promise.is_limit()
            && question.was_met_before(comparable.at.shown)
            && !is_met_now()
    }

    /// The status of a place: the one that was decided; on the path by the share of the way that is covered ÷ the share
    /// that is due, at best on track if the amount overshoots; within a limit by the share of the room that is spent.
    fn class_of(&self, place: &Fact<Place>, cuts: Cuts) -> Fact<Decision> {
        match place {
            Err(reason) => Err(*reason),
            Ok(Place::Decision(decision)) => Ok(*decision),
            Ok(Place::OnPath { covered, overshoots }) => {
                let (path, due) = (self.question.path()?, self.comparable.due()?);
                let side = |cut| covered.as_ref().side(|covered| Ok(due.side(cut, covered)));
                let status = cuts.class_by(|cut| Ok(path.towards_goal(side(cut)?).is_ge()))?;
                let status = if *overshoots { status.at_best_on_track() } else { status };
                Ok(Decision::new(status, Ground::Pace))
            }
            Ok(Place::WithinLimit { spent: None, .. }) => Ok(Decision::new(Status::OnTrack, Ground::WithinLimit)),
            Ok(Place::WithinLimit { spent: Some(spent), .. }) => self.class_of_room(spent, cuts),
        }
    }

    /// The status of what is spent of a limit's room, by the share of the room that is due ÷ the share that is spent;
    /// at best on track.
    ///
    /// due ÷ spent ≥ cut is tested as cut × spent ≤ due, so that no share of 0 is a divisor.
    fn class_of_room(&self, spent: &Extreme<Covered>, cuts: Cuts) -> Fact<Decision> {
        let (path, due) = (self.question.path()?, self.comparable.due()?);
        let nothing = due.covered(path.start());
        let reaches = |cut: Decimal| {
            // cut × spent: a negative cut turns its side round, and 0 × an infinite amount counts as 0.
            let multiple = match cut.cmp(&Decimal::ZERO) {
                Ordering::Less => spent.as_ref().with_side_turned(),
                Ordering::Equal => Extreme::At(&nothing),
                Ordering::Greater => spent.as_ref(),
            };
            let side = multiple.side(|spent| Ok(due.side_of_multiple(cut, spent)))?;
            Ok(path.towards_goal(side).is_le())
        };
        Ok(match cuts.class_by(reaches)?.at_best_on_track() {
            Status::OnTrack => Decision::new(Status::OnTrack, Ground::WithinLimit),
            behind => Decision::new(behind, Ground::Pace),
        })
    }

    /// The status that all amounts have which the figure can mean. [`Missing::BoundLeavesOpen`] if they have several,
    /// or if one end meets the bound and the other cannot be judged, for lack of a baseline.
    fn only_class(&self, cuts: Cuts) -> Fact<Decision> {
        let low = self.class_of(&self.lowest, cuts);
        let Some(Highest {
            place,
            has_band_between,
        }) = &self.highest
        else {
            return low;
        };
        let high = self.class_of(place, cuts);
        // Between two ends of one class all amounts are of that class, unless a band lies between them, or those are
        // better that just do not overshoot it.
        match (low, high) {
            (Ok(low), Ok(high))
                if low.status == high.status
                    && !(*has_band_between)?
                    && !self.is_better_between(place, low.status, cuts)? =>
            {
                Ok(low)
            }
            (Ok(_), Ok(_) | Err(Missing::NoBaseline)) | (Err(Missing::NoBaseline), Ok(_)) => {
                Err(Missing::bound_leaves_open(self.comparable.figure.period))
            }
            (Err(reason), _) | (_, Err(reason)) => Err(reason),
        }
    }

    /// Whether amounts between the two ends, of which `highest` is one, are of a better class than `status`, that of
    /// both ends: where one end overshoots a band and the other does not, whether the furthest amount is that does not.
    fn is_better_between(&self, highest: &Fact<Place>, status: Status, cuts: Cuts) -> Fact<bool> {
        let overshoots = |place| matches!(place, &Ok(Place::OnPath { overshoots: true, .. }));
        if overshoots(&self.lowest) == overshoots(highest) {
            return Ok(false);
        }
        let (question, comparable) = (self.question, self.comparable);
        let furthest = Placing { question, comparable }.furthest_without_overshooting();
        Ok(self.class_of(&furthest, cuts)?.status != status)
    }

    /// Whether the figure is only a bound, and the amounts that it can mean lie in several classes.
    pub(super) fn leaves_open(&self, cuts: Cuts) -> bool {
        self.highest.is_some() && matches!(self.only_class(cuts), Err(Missing::BoundLeavesOpen { .. }))
    }

    /// The verdict of the figure, with its caveats and, if it has a class, those of the class.
    pub(super) fn verdict(&self, cuts: Cuts) -> Verdict {
        let class = self.only_class(cuts);
        let verdict = Verdict::of_decision(class);
        let of_class = if class.is_ok() {
            self.caveats_of_class(verdict.status, cuts)
        } else {
            Caveats::NONE
        };
        Verdict {
            caveats: self.caveats.union(of_class),
            deciding_period: Some(self.comparable.figure.period),
            ..verdict
        }
    }

    /// The caveats of the figure's class: that half a unit of its last digit would change it, or an end of its
    /// uncertainty; that the bound was met before, and is lost; and where the pace leads.
    fn caveats_of_class(&self, status: Status, cuts: Cuts) -> Caveats {
        let is_another = |place: &Fact<Place>| !self.class_of(place, cuts).is_ok_and(|class| class.status == status);
        let any_is_another = |ends: &[Fact<Place>; 2]| ends.iter().any(is_another);
        let is_close = self.half_a_unit_aside.iter().flatten().any(is_another);
        let is_uncertain = self.ends_of_uncertainty.as_ref().is_some_and(any_is_another);
        Caveats::NONE
            .with_if(is_close, Caveat::TooCloseToCall)
            .with_if(is_uncertain, Caveat::WithinUncertainty)
            .with_if(self.is_lost, Caveat::Lost)
            .union(self.caveat_of_pace().into_iter().collect())
    }

    /// The caveat of where the pace leads (through a band, or out of a limit), if it is the same for both ends of the
    /// figure.
    fn caveat_of_pace(&self) -> Option<Caveat> {
        let of = |place: &Fact<Place>| place.as_ref().ok().and_then(Place::caveat);
        let highest = self.highest.as_ref();
        of(&self.lowest).filter(|low| highest.is_none_or(|highest| of(&highest.place) == Some(*low)))
    }

    /// The verdict of the figure before the deadline: with the caveat that it is early if the bound is met already, and
    /// unknown if the figure is too old for the rule. A sum that only grows stays reached or exceeded, however old its
    /// figure is.
    pub(super) fn verdict_before_deadline(&self, rule: &Rule, cuts: Cuts) -> Verdict {
        let verdict = self.verdict(cuts);
        let verdict = verdict.with_if(verdict.reason == Ground::BoundMet, Caveat::Early);
        if verdict.status.is_final() && self.question.figures.sum_only_grows() {
            return verdict;
        }
        verdict.if_fresh(self.question, rule, self.comparable.figure)
    }
}
