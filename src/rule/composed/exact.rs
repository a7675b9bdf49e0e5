//! The number that decides: exact, and ready to be compared with any cut.

use core::cmp::Ordering;

use crate::evidence::Fact;
use crate::evidence::Reason;
use crate::growth::{Fraction, LinearForm, SumOfPowers, compare_root};

/// A movement, exactly.
#[derive(Debug, Clone)]
pub(super) enum Movement {
    /// A rate, a change, a share of a way: all but the next two.
    Form(LinearForm),
    /// x − 1, where x + x² + … + xⁿ is this total.
    OfFlows {
        /// Above zero.
        total: Fraction,
        years: u32,
    },
    /// Beyond every number, on this side: a movement where none was required.
    Beyond(Ordering),
}

impl From<LinearForm> for Movement {
    fn from(form: LinearForm) -> Self {
        Self::Form(form)
    }
}

impl From<SumOfPowers> for Movement {
    fn from(sum: SumOfPowers) -> Self {
        Self::Form(sum.into())
    }
}

impl From<Fraction> for Movement {
    fn from(fraction: Fraction) -> Self {
        Self::Form(fraction.into())
    }
}

impl Movement {
    /// On which side of another one it lies, exactly.
    ///
    /// Flows are set beside compound rates alone, which have no logarithm in them.
    pub(super) fn compare(&self, other: &LinearForm) -> Fact<Ordering> {
        match self {
            Self::Form(form) => Ok(form.compare(other)),
            Self::OfFlows { total, years } => {
                let rate = other.constant().ok_or(Reason::NotConfigured)?;
                Ok(compare_root(total, *years, &rate.plus(&SumOfPowers::one())))
            }
            Self::Beyond(side) => Ok(*side),
        }
    }
}

/// A measured number, exactly: factor × movement ÷ divisor.
#[derive(Debug, Clone)]
pub(super) struct Exact {
    factor: Fraction,
    movement: Movement,
    /// Above zero.
    divisor: LinearForm,
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
    Movement(LinearForm),
}

impl Exact {
    /// A movement by itself.
    pub(super) fn of(movement: impl Into<Movement>) -> Self {
        Self {
            factor: Fraction::one(),
            movement: movement.into(),
            divisor: Fraction::one().into(),
            required: Required::Nothing,
        }
    }

    /// A movement as a part of the required one; nothing is a part of nothing.
    pub(super) fn part_of(required: &LinearForm, movement: impl Into<Movement>) -> Fact<Self> {
        let (factor, divisor) = match required.side() {
            Ordering::Greater => (Fraction::one(), required.clone()),
            Ordering::Less => (Fraction::from(-1), required.scaled(&Fraction::from(-1))),
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
    pub(super) fn beside(self, required: Option<LinearForm>) -> Self {
        let required = required.map_or(Required::Nothing, Required::Movement);
        Self { required, ..self }
    }

    /// The same number times another one.
    pub(super) fn times(self, factor: &Fraction) -> Self {
        Self {
            factor: self.factor.times(factor),
            ..self
        }
    }

    /// On which side of every number it lies, if it does.
    pub(super) fn beyond(&self) -> Option<Ordering> {
        match self.movement {
            Movement::Beyond(side) => Some(self.turned(side)),
            _ => None,
        }
    }

    /// On which side of a cut it lies, exactly: movement against divisor × cut ÷ factor.
    pub(super) fn side(&self, cut: &SumOfPowers) -> Fact<Ordering> {
        match Fraction::one().over(&self.factor) {
            Some(inverse) => {
                let due = self.divisor.times(&cut.scaled(&inverse));
                Ok(self.turned(self.movement.compare(&due)?))
            }
            None => Ok(cut.side().reverse()),
        }
    }

    /// On which side of what is required it lies, exactly; `None` if nothing is.
    pub(super) fn side_of_required(&self) -> Fact<Option<Ordering>> {
        match &self.required {
            Required::Nothing => Ok(None),
            Required::Whole => self.side(&SumOfPowers::one()).map(Some),
            Required::Movement(movement) => Ok(Some(self.turned(self.movement.compare(movement)?))),
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
