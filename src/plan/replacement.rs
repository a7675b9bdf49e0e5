//! What takes the place of a part of a plan.

use super::{Deliverable, Indicator, Pillar, Target};

/// What takes the place of the part of a plan that is of the same kind and has the same code.
///
/// Each of these parts becomes one by `into()`, so that [`PlanBuilder::replacing`](super::PlanBuilder::replacing)
/// takes it as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[expect(clippy::large_enum_variant, reason = "it lives for one call")]
pub enum Replacement {
    /// A target.
    Target(Target),
    /// A deliverable.
    Deliverable(Deliverable),
    /// An indicator, with all of its targets.
    Indicator(Indicator),
    /// A pillar, with all that is in it.
    Pillar(Pillar),
}

/// Makes a replacement of each part that can be one.
macro_rules! from_parts {
    ($($part:ident),+) => {$(
        impl From<$part> for Replacement {
            fn from(part: $part) -> Self {
                Self::$part(part)
            }
        }
    )+};
}

from_parts!(Target, Deliverable, Indicator, Pillar);
