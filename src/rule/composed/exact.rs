//! The number that decides: exact, and ready to be compared with any cut.

use core::cmp::Ordering;

use crate::evidence::Fact;
use crate::evidence::Reason;
use crate::exact::{Real, compare_root};

/// A movement, exactly.
#[derive(Debug, Clone)]
pub(super) enum ExactMovement {
    /// A rate, a change, a share of a way: all but the next two.
    Number(Real),
    /// x − 1, where x + x² + … + xⁿ is this total.
    OfFlows {
        /// Above zero.
        total: Real,
        years: u32,
    },
    /// Beyond every number, on this side: a movement where none was required.
    Beyond(Ordering),
}

impl From<Real> for ExactMovement {
    fn from(number: Real) -> Self {
        Self::Number(number)
    }
}

impl ExactMovement {
    /// On which side of a number it lies, exactly.
    pub(super) fn compare(&self, other: &Real) -> Ordering {
        match self {
            Self::Number(number) => number.cmp(other),
            Self::OfFlows { total, years } => compare_root(total, *years, &other.plus(&Real::one())),
            Self::Beyond(side) => *side,
        }
    }
}

/// A measured number, exactly: factor × movement ÷ divisor.
#[derive(Debug, Clone)]
pub(super) struct Exact {
    factor: Real,
    movement: ExactMovement,
    /// Above zero.
    divisor: Real,
    required: Required,
}

/// What the number must be.
#[derive(Debug, Clone)]
enum Required {
    /// Nothing is required of it.
    Nothing,
    /// It is a part of what is required: 1.
    Whole,
    /// What this movement makes of it.
    ExactMovement(Real),
}

impl Exact {
    /// A movement by itself.
    pub(super) fn of(movement: impl Into<ExactMovement>) -> Self {
        Self {
            factor: Real::one(),
            movement: movement.into(),
            divisor: Real::one(),
            required: Required::Nothing,
        }
    }

    /// A movement as a part of the required one; nothing is a part of nothing.
    pub(super) fn part_of(required: &Real, movement: impl Into<ExactMovement>) -> Fact<Self> {
        let (factor, divisor) = match required.side() {
            Ordering::Greater => (Real::one(), required.clone()),
            Ordering::Less => (Real::from(-1), required.negated()),
            Ordering::Equal => return Err(Reason::NoWay),
        };
        Ok(Self {
            factor,
            movement: movement.into(),
            divisor,
            required: Required::Whole,
        })
    }

    /// The same beside the movement that is required, if one is.
    pub(super) fn beside(self, required: Option<Real>) -> Self {
        let required = required.map_or(Required::Nothing, Required::ExactMovement);
        Self { required, ..self }
    }

    /// The same number times another one.
    pub(super) fn times(self, factor: &Real) -> Self {
        Self {
            factor: self.factor.times(factor),
            ..self
        }
    }

    /// On which side of every number it lies, if it does.
    pub(super) fn beyond(&self) -> Option<Ordering> {
        match self.movement {
            ExactMovement::Beyond(side) => Some(self.turned(side)),
            _ => None,
        }
    }

    /// On which side of a cut it lies, exactly: movement against divisor × cut ÷ factor.
    pub(super) fn side(&self, cut: &Real) -> Ordering {
        match Real::one().over(&self.factor) {
            Some(inverse) => {
                let due = self.divisor.times(&cut.times(&inverse));
                self.turned(self.movement.compare(&due))
            }
            None => cut.side().reverse(),
        }
    }

    /// On which side of what is required it lies, exactly; `None` if nothing is.
    pub(super) fn side_of_required(&self) -> Option<Ordering> {
        match &self.required {
            Required::Nothing => None,
            Required::Whole => Some(self.side(&Real::one())),
            Required::ExactMovement(movement) => Some(self.turned(self.movement.compare(movement))),
        }
    }

    /// A side of the movement as one of the number.
    fn turned(&self, side: Ordering) -> Ordering {
        match self.factor.side() {
            Ordering::Less => side.reverse(),
            _ => side,
        }
    }
}
