//! The numbers that a composed rule decides by: exact, and rounded once where they are shown.
//!
//! A [`Dividend`] is a number that was observed, a [`Quotient`] is a dividend ÷ a divisor, mostly the required number.
//! A quotient is divided only to be shown. It is compared with a cut by comparing the dividend with cut × divisor: so
//! no division rounds, and the dividend may be a number without a decimal, as the root of a sum of flows, or infinite.

use core::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::evidence::{Fact, Missing, quotient};
use crate::exact::{Real, compare_root};
use crate::value::Direction;

/// A movement with the sign that counts: positive in the better direction. Where less is better, a fall is positive.
/// Applied twice, it gives the movement again.
pub(super) fn towards(direction: Direction, movement: Real) -> Real {
    match direction {
        Direction::Rising => movement,
        Direction::Falling => movement.negated(),
    }
}

/// A number as it is shown: to 12 decimals, half-even.
pub(super) fn shown(number: &Real) -> Fact<Decimal> {
    quotient(number, &Real::one())
}

/// A number rounded half away from zero, as health statistics round.
pub(super) fn rounded(number: &Real, decimals: u8) -> Fact<Real> {
    Dividend::from(number.clone()).rounded(decimals)
}

/// An exact number that was observed: a movement, a value, or a part of the way.
#[derive(Debug, Clone)]
pub(super) enum Dividend {
    /// A number that is known exactly.
    Number(Real),
    /// The growth by the cumulative method: x − 1, where x + x² + … + xⁿ is this total.
    OfFlows {
        /// Above zero.
        total: Real,
        years: u32,
        /// The decimal that is nearest to the growth, to be shown and scored.
        nearest: Real,
    },
    /// Infinite, on this side of zero: as a movement ÷ a required movement of zero, or by a figure like "at least 12".
    Beyond(Ordering),
}

impl From<Real> for Dividend {
    fn from(number: Real) -> Self {
        Self::Number(number)
    }
}

impl Dividend {
    /// On which side of another number the dividend lies, exactly: `Greater` if it is greater.
    pub(super) fn compare(&self, other: &Real) -> Ordering {
        match self {
            Self::Number(number) => number.cmp(other),
            Self::OfFlows { total, years, .. } => compare_root(total, *years, &other.plus(&Real::one())),
            Self::Beyond(side) => *side,
        }
    }

    /// The number by which the dividend is shown, rounded and scored: the number itself, or for the growth by the
    /// cumulative method the decimal nearest to it. `None` if it is infinite.
    fn number(&self) -> Option<&Real> {
        match self {
            Self::Number(number) => Some(number),
            Self::OfFlows { nearest, .. } => Some(nearest),
            Self::Beyond(_) => None,
        }
    }

    /// The number as it is shown, to 12 decimals; `None` if it is infinite.
    pub(super) fn shown(&self) -> Fact<Option<Decimal>> {
        self.number().map(shown).transpose()
    }

    /// The number, rounded half away from zero. The decimal nearest to the number is rounded; if that is a tie, the
    /// exact number decides to which side. An error if the number is infinite.
    pub(super) fn rounded(&self, decimals: u8) -> Fact<Real> {
        let decimals = u32::from(decimals);
        let nearest = self.number().ok_or(Missing::NoWay)?.rounded()?;
        let away = nearest.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        let towards = nearest.round_dp_with_strategy(decimals, RoundingStrategy::MidpointTowardZero);
        let is_nearer_to_zero = || match self.compare(&Real::from(nearest)) {
            Ordering::Less => nearest > Decimal::ZERO,
            Ordering::Greater => nearest < Decimal::ZERO,
            Ordering::Equal => false,
        };
        Ok(Real::from(if away != towards && is_nearer_to_zero() {
            towards
        } else {
            away
        }))
    }
}

/// A number that is put into a class, exactly: a dividend ÷ a divisor.
#[derive(Debug, Clone)]
pub(super) struct Quotient {
    dividend: Dividend,
    /// Not zero.
    divisor: Real,
    divisor_is_negative: bool,
}

impl Quotient {
    /// A dividend ÷ a divisor; an error if the divisor is 0.
    pub(super) fn new(dividend: impl Into<Dividend>, divisor: Real) -> Fact<Self> {
        let side = divisor.side();
        if side == Ordering::Equal {
            return Err(Missing::NoWay);
        }
        Ok(Self {
            dividend: dividend.into(),
            divisor,
            divisor_is_negative: side == Ordering::Less,
        })
    }

    /// The dividend itself, divided by 1.
    pub(super) fn undivided(dividend: impl Into<Dividend>) -> Self {
        Self {
            dividend: dividend.into(),
            divisor: Real::one(),
            divisor_is_negative: false,
        }
    }

    /// A movement with the sign that counts: positive in the better direction.
    pub(super) fn towards_goal(direction: Direction, movement: impl Into<Dividend>) -> Self {
        Self {
            dividend: movement.into(),
            divisor: towards(direction, Real::one()),
            divisor_is_negative: direction == Direction::Falling,
        }
    }

    /// A movement, positive in the better direction, ÷ the size of the whole that is required; an error if the whole is
    /// 0.
    pub(super) fn share_towards_goal(direction: Direction, movement: impl Into<Dividend>, whole: &Real) -> Fact<Self> {
        Self::new(movement, towards(direction, whole.abs()))
    }

    /// The number times a factor, which may be negative, or 0.
    pub(super) fn times(&self, factor: Decimal) -> Self {
        let factor = Real::from(factor);
        match self.divisor.over(&factor) {
            Some(divisor) => Self {
                divisor,
                dividend: self.dividend.clone(),
                divisor_is_negative: self.divisor_is_negative != (factor.side() == Ordering::Less),
            },
            None => Self::undivided(Real::zero()),
        }
    }

    /// The score of the number on a straight line: slope × number ÷ shrinkage + intercept. `shrinkage` is the factor by
    /// which the cuts are multiplied near a natural limit, 1 elsewhere. `None` if the number is infinite.
    pub(super) fn score_on_line(&self, slope: &Real, intercept: &Real, shrinkage: &Real) -> Option<Self> {
        let divisor = self.divisor.times(shrinkage);
        let dividend = self.dividend.number()?.times(slope).plus(&divisor.times(intercept));
        Some(Self {
            divisor,
            dividend: dividend.into(),
            divisor_is_negative: self.divisor_is_negative,
        })
    }

    /// The side on which the quotient lies if the dividend lies on the side `of_dividend`: the other one, if the
    /// divisor is negative.
    const fn side_of_quotient(&self, of_dividend: Ordering) -> Ordering {
        if self.divisor_is_negative {
            of_dividend.reverse()
        } else {
            of_dividend
        }
    }

    /// On which side the number is infinite; `None` if it is finite.
    pub(super) fn side_if_infinite(&self) -> Option<Ordering> {
        match self.dividend {
            Dividend::Beyond(side) => Some(self.side_of_quotient(side)),
            _ => None,
        }
    }

    /// On which side of a cut the number lies, exactly: `Greater` if it is greater.
    pub(super) fn side(&self, cut: &Real) -> Ordering {
        let side = match &self.dividend {
            Dividend::Number(number) => number.compare_multiple(&self.divisor, cut),
            other => other.compare(&self.divisor.times(cut)),
        };
        self.side_of_quotient(side)
    }

    /// The number as it is shown, to 12 decimals; `None` if it is infinite.
    pub(super) fn shown(&self) -> Fact<Option<Decimal>> {
        let shown = |number| quotient(number, &self.divisor);
        self.dividend.number().map(shown).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn a_number_beside_a_middle_is_not_mistaken_for_it() {
        let smallest = Real::of(1, 10_i64.pow(18)).unwrap();
        let smallest = smallest.times(&smallest);
        for (number, off, expected) in [
            (dec!(0.25), 0, dec!(0.3)),
            (dec!(0.25), -1, dec!(0.2)),
            (dec!(0.25), 1, dec!(0.3)),
            (dec!(-0.25), 0, dec!(-0.3)),
            (dec!(-0.25), -1, dec!(-0.3)),
            (dec!(-0.25), 1, dec!(-0.2)),
            (dec!(0.26), -1, dec!(0.3)),
            (dec!(0), 0, dec!(0)),
        ] {
            let beside = Real::from(number).plus(&smallest.times(&Real::from(off)));
            assert_eq!(rounded(&beside, 1), Ok(Real::from(expected)), "{number} {off}");
        }
    }

    /// 3 ÷ −2 is −1.5.
    #[test]
    fn quotients_with_either_sign() {
        let whole = Real::from(-2);
        let share = |direction| Quotient::share_towards_goal(direction, Real::from(3), &whole).unwrap();
        for (number, shown) in [
            (Quotient::new(Real::from(3), whole.clone()).unwrap(), dec!(-1.5)),
            (share(Direction::Rising), dec!(1.5)),
            (share(Direction::Falling), dec!(-1.5)),
            (Quotient::towards_goal(Direction::Falling, Real::from(3)), dec!(-3)),
        ] {
            assert_eq!(number.shown(), Ok(Some(shown)));
            let cut = Real::from(shown);
            assert_eq!(number.side(&cut), Ordering::Equal);
            assert_eq!(number.side(&cut.minus(&Real::one())), Ordering::Greater, "{number:?}");
            let percent = number.times(dec!(-100));
            let cut = cut.times(&Real::from(-100));
            assert_eq!(percent.side(&cut), Ordering::Equal);
            assert_eq!(percent.side(&cut.plus(&Real::one())), Ordering::Less, "{percent:?}");
        }
        assert_eq!(Quotient::new(Real::one(), Real::zero()).unwrap_err(), Missing::NoWay);
    }
}
