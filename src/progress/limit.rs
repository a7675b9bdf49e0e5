//! Whether a promise is a limit, to be kept within from where it begins, or a goal to be reached.
//!
//! "At most 2,000 t a year", with emissions of 1,600 t when the promise begins, is a limit: its *room* is the 400 t
//! between 1,600 and 2,000, and emissions that rise spend it. With 2,400 t when the promise begins, the same bound is a
//! goal to be reached: the way leads down to it. An author who says which of the two is meant is believed.
//!
//! The *spending direction* is the direction in which values use up the room, and so the wrong one: rising under an
//! upper bound, falling above a lower one. In a band it is the direction in which the value went.

use rust_decimal::Decimal;

use super::amount::{Amount, Extreme};
use super::values::Figures;
use crate::plan::Goal;
use crate::series::Figure;
use crate::value::{Bound, Direction};

/// The direction in which values use up the room of a limit:
///
/// 1. under an upper bound: rising;
/// 2. above a lower bound: falling;
/// 3. within a band, which can be left on either side: the direction in which `observed` moved from the baseline's
///    value, or from the lower edge of the band where that is not known. A figure that has no lower limit counts as
///    fallen.
///
/// `None` of a goal that is to be reached, of one without a bound, and of a band without a figure.
pub(super) fn spending_direction(
    goal: Goal,
    figures: Figures<'_>,
    baseline: Option<Decimal>,
    observed: Option<Figure>,
) -> Option<Direction> {
    if !is_limit(goal, figures) {
        return None;
    }
    match goal.bound()? {
        Bound::AtLeast(_) | Bound::MoreThan(_) => Some(Direction::Falling),
        Bound::AtMost(_) | Bound::LessThan(_) => Some(Direction::Rising),
        Bound::Within(band) => {
            let start = baseline.unwrap_or(band.low());
            let (lowest, _) = observed?.reading.edges();
            let is_below = lowest.value().is_none_or(|lowest| lowest < start);
            Some(if is_below {
                Direction::Falling
            } else {
                Direction::Rising
            })
        }
    }
}

/// Whether the goal is a limit: as the author says; else if the value with which the promise began meets the bound
/// without a tolerance already, or all that it can be where only limits of it are known. Revisions of that value change
/// nothing.
fn is_limit(goal: Goal, figures: Figures<'_>) -> bool {
    let side = |limit: Decimal, value: &Amount| Ok(value.side_of(limit));
    let is_inside = |bound, end: &Extreme<Amount>| end.as_ref().is_inside(bound, side) == Ok(true);
    let holds_from_start = || match goal {
        Goal::Level(requirement) => figures.start_as_first_published().is_some_and(|start| {
            let bound = requirement.bound();
            let all_inside = || figures.extremes_of(start).iter().all(|end| is_inside(bound, end));
            start.value().map_or_else(all_inside, |value| bound.is_met_by(value))
        }),
        goal => goal.holds_from(None) == Some(true),
    };
    figures.target.is_limit().unwrap_or_else(holds_from_start)
}
