//! What tells that a promise is a limit, to be kept within from where it begins, and not a goal to be reached.

use rust_decimal::Decimal;

use super::figures::Figures;
use crate::plan::Goal;
use crate::series::Figure;
use crate::value::{Bound, Direction};

/// The way in which the room of a limit is spent; `None` of a goal that is to be reached.
///
/// A band is left on either side: its room lies between where it begins and the edge to which the value moved.
pub(super) fn room(
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

/// As the author says, else as the bare bound and the place tell where the promise began. No revision of that changes
/// it.
fn is_limit(goal: Goal, figures: Figures<'_>) -> bool {
    let tells = || match goal {
        Goal::Level(_) => goal.holds_from(figures.first_start()),
        goal => goal.holds_from(None),
    };
    figures.target().is_limit().or_else(tells).unwrap_or(false)
}
