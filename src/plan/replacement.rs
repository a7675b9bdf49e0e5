//! What takes the place of a part of a plan.

use alloc::vec::Vec;

use super::nearest::Search;
use super::{Deliverable, Indicator, Pillar, Plan, ProblemKind, Target};
use crate::value::Code;

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

impl Replacement {
    /// Puts it into a plan; a problem if the plan has no such part.
    pub(super) fn put_into(self, plan: &mut Plan) -> Option<ProblemKind> {
        match self {
            Self::Target(target) => put(target, "target", Target::code, plan.targets_mut()),
            Self::Deliverable(one) => put(one, "deliverable", Deliverable::code, plan.deliverables_mut()),
            Self::Indicator(one) => put(one, "indicator", Indicator::code, plan.indicators_mut()),
            Self::Pillar(pillar) => put(pillar, "pillar", Pillar::code, plan.pillars.iter_mut()),
        }
    }
}

/// Puts a part in the place of the one with the same code; a problem if there is none.
fn put<'a, Part: 'a>(
    part: Part,
    sought: &'static str,
    code: fn(&Part) -> &Code,
    own: impl Iterator<Item = &'a mut Part>,
) -> Option<ProblemKind> {
    let mut own: Vec<_> = own.collect();
    if let Some(own) = own.iter_mut().find(|own| code(own) == code(&part)) {
        **own = part;
        return None;
    }
    let known = own.iter().map(|own| code(own));
    Some(Search::new().unknown_code(code(&part), sought, known))
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
