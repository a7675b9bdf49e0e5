//! Where a figure stands: its class by the cuts of a rule, also of a figure that is only a bound.
//!
//! A figure of 81.3 was rounded from something between 81.25 and 81.35. It is judged as 81.3; half a unit of its last
//! digit on either side is placed too, only to see whether the class would have been another one. Of a figure that is
//! only a bound both ends are placed, and it has a class where all between them is in one.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::place::{Decision, Place, Placing};
use crate::progress::{Amount, Caveat, Caveats, Comparable, Extreme, Fact, Ground, Missing, Question};
use crate::rule::{Cuts, Rule, Status, Verdict};
use crate::series::Uncertainty;
use crate::trajectory::Covered;

/// A figure with the place where it stands.
pub(super) struct PlacedFigure<'q> {
    question: &'q Question<'q>,
    pub(super) comparable: &'q Comparable<'q>,
    /// Where the amount of the figure lies; of a figure that is only a bound, the lowest amount that it can mean.
    low: Fact<Place>,
    /// The other end of a figure that is only a bound; `None` where the figure has a value.
    highest: Option<Highest>,
    /// Where the amounts lie half a unit of the last digit aside; `None` of things that come one by one: of these there
    /// is no half.
    half_a_unit_aside: [Option<Fact<Place>>; 2],
    /// Where the two ends of the figure's uncertainty lie, if it is a range.
    ends_of_uncertainty: Option<[Fact<Place>; 2]>,
    /// Whether the bound was met at an earlier figure, and is not at this one. Asked before the deadline alone.
    is_lost: bool,
    caveats: Caveats,
}

/// The highest amount that a figure can mean which is only a bound.
struct Highest {
    place: Fact<Place>,
    /// Whether a promised band lies between the lowest amount and the highest.
    has_band_between: Fact<bool>,
}

impl<'q> PlacedFigure<'q> {
    /// Places the amount of a figure, or the lowest and the highest one that it can mean: as at the deadline, or before
    /// it, as `place` says.
    pub(super) fn new(
        question: &'q Question<'q>,
        comparable: &'q Comparable<'q>,
        place: impl Fn(Placing<'q>, Extreme<&Amount>) -> Fact<Place>,
    ) -> Self {
        let placing = Placing { question, comparable };
        let place_of = |extreme: Extreme<&Amount>| place(placing, extreme);
        let (low, highest) = if let Ok(amount) = comparable.amount() {
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
        let aside = |side| comparable.moved_half_a_unit(figures, side).filter(|_| !is_whole);
        let place_at = |amount: Amount| place_of(Extreme::At(&amount));
        let range = figures.uncertainty_of(figure).and_then(Uncertainty::range);
        let has_gap = highest.is_some() && figures.sum_has_gap();
        Self {
            question,
            comparable,
            low,
            highest,
            half_a_unit_aside: [Ordering::Less, Ordering::Greater].map(|side| aside(side).map(place_at)),
            ends_of_uncertainty: range.map(|ends| ends.map(|end| place_at(Amount::Decimal(end)))),
            is_lost: false,
            caveats: figures
                .caveats_beside_baseline(figure)
                .union(figures.timing.caveats(figure.period))
                .with_if(comparable.break_before.is_some(), Caveat::SeriesBreak)
                .with_if(has_gap, Caveat::SumHasGap),
        }
    }

    /// Where a figure stands before the deadline: on the path, or in the room of a limit.
    #[inline]
    pub(super) fn on_path(question: &'q Question<'q>, comparable: &'q Comparable<'q>) -> Self {
        let mut placed = Self::new(question, comparable, Placing::before_deadline);
        placed.is_lost = placed.has_lost_the_bound();
        placed
    }

    /// Whether the bound was met at an earlier figure, and is not met at this one: never of a limit, which is not
    /// achieved before its deadline. A sum falls only where something is negative.
    fn has_lost_the_bound(&self) -> bool {
        let Self {
            question, comparable, ..
        } = self;
        let is_not_met_now = match &self.low {
            Ok(Place::Decision(decision)) => !decision.status.is_final(),
            Ok(Place::OnPath { .. }) => true,
            Ok(Place::WithinLimit { .. }) | Err(_) => false,
        };
        let may_fall = !question.promise.is_sum() || question.figures.known.series().facts.has_negative;
        is_not_met_now && may_fall && !question.promise.is_limit() && question.was_met_before(comparable.at)
    }

    /// The class of a place: on the path, by how far along the amount lies there.
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

    /// The class of what is spent of a limit's room: by the share that the path expects ÷ the share that is spent.
    fn class_of_room(&self, spent: &Extreme<Covered>, cuts: Cuts) -> Fact<Decision> {
        let (path, due) = (self.question.path()?, self.comparable.due()?);
        let nothing = due.covered(path.start());
        let reaches = |cut: Decimal| {
            // So much of what is spent as the cut says, beside what is expected; however much it is, nothing of it is
            // nothing.
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

    /// The class in which all amounts lie that the figure can mean; an error where they lie in several, or where one
    /// end of them meets the bound and the target has no baseline, from which the other would be looked at.
    fn only_class(&self, cuts: Cuts) -> Fact<Decision> {
        let low = self.class_of(&self.low, cuts);
        let Some(Highest {
            place,
            has_band_between,
        }) = &self.highest
        else {
            return low;
        };
        let high = self.class_of(place, cuts);
        // Classes follow each other along the way, except on the two sides of a band.
        match (low, high) {
            (Ok(low), Ok(high)) if low.status == high.status && !(*has_band_between)? => Ok(low),
            (Ok(_), Ok(_) | Err(Missing::NoBaseline)) | (Err(Missing::NoBaseline), Ok(_)) => {
                Err(Missing::bound_leaves_open(self.comparable.figure.period))
            }
            (Err(reason), _) | (_, Err(reason)) => Err(reason),
        }
    }

    /// Whether the figure is only a bound, of which parts lie in several classes.
    pub(super) fn leaves_open(&self, cuts: Cuts) -> bool {
        self.highest.is_some() && matches!(self.only_class(cuts), Err(Missing::BoundLeavesOpen { .. }))
    }

    /// The verdict of the figure's class, with what else can be said of that.
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

    /// What can be said of the class of the figure: whether half a unit of its last digit would change it, or an end of
    /// its uncertainty, and where the pace leads.
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

    /// The caveat of where the pace leads, if all amounts that the figure can mean lead there.
    fn caveat_of_pace(&self) -> Option<Caveat> {
        let of = |place: &Fact<Place>| place.as_ref().ok().and_then(Place::caveat);
        let highest = self.highest.as_ref();
        of(&self.low).filter(|low| highest.is_none_or(|highest| of(&highest.place) == Some(*low)))
    }

    /// The verdict of the figure's class before the deadline: early where the bound is met already, and unknown where
    /// the figure is too old for the rule.
    pub(super) fn verdict_before_deadline(&self, rule: &Rule, cuts: Cuts) -> Verdict {
        let verdict = self.verdict(cuts);
        let verdict = verdict.with_if(verdict.reason == Ground::BoundMet, Caveat::Early);
        // A sum that only grows stays reached, or exceeded, whatever came since.
        if verdict.status.is_final() && self.question.figures.sum_only_grows() {
            return verdict;
        }
        verdict.if_fresh(self.question, rule, self.comparable.figure)
    }
}
