//! Where things stand on the axis of time.

use rust_decimal::Decimal;

use crate::value::{Period, Position, Years};

/// A position in decimal years.
pub(super) fn position(position: Position) -> Decimal {
    Years::from_units(position.units()).to_decimal()
}

/// The middle of a period in decimal years, by the time between its ends as the path counts it.
pub(super) fn middle(period: Period) -> Decimal {
    let (start, end) = (period.start(), period.end());
    let half = end.since(start).units().checked_div(2).unwrap_or_default();
    position(Position::from_units(start.units().saturating_add(half)))
}
