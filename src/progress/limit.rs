//! Whether a promise is a limit, to be kept within from where it begins, or a goal to be reached.
//!
//! "At most 2,000 t a year", where 1,600 are emitted when it begins, is a limit: its *room* is the 400 t between where
//! it begins and the bound, and a rise spends it. Of the same bound with 2,400 t at the beginning the way leads down to
//! it, and it is to be reached. An author who says which of the two is meant is believed.
//!
//! The direction is the one in which the room is spent, and so the wrong one: rising under an upper bound, falling
//! above a lower one. In a band it is the one in which the value went.

use rust_decimal::Decimal;

use super::values::Figures;
use crate::plan::Goal;
use crate::series::Figure;
use crate::value::{Bound, Direction};

/// The way in which the room of a limit is spent; `None` of a goal that is to be reached.
///
/// A band can be left on either side: its room lies between the value where the promise begins and the edge to which
/// the value moved.
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

/// Whether the goal is a limit: as the author says, else where the value at which the promise began meets the bare
/// bound already. No revision of that value changes it.
fn is_limit(goal: Goal, figures: Figures<'_>) -> bool {
    let tells = || match goal {
        Goal::Level(_) => goal.holds_from(figures.first_start()),
        goal => goal.holds_from(None),
    };
    figures.target.is_limit().or_else(tells).unwrap_or(false)
}
