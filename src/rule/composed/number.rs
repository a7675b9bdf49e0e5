//! The numbers that a composed rule decides by: exact, and rounded once where they are shown.
//!
//! A [`Dividend`] is what was observed, a [`Quotient`] that ÷ what is required. Dividing is put off until it is asked
//! for: a quotient is compared with a cut by comparing the dividend with the cut times the divisor, which needs no
//! division and knows numbers that have no decimal, such as the root of flows or what lies beyond every number.

use core::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::evidence::{Fact, Missing, quotient};
use crate::exact::{Real, compare_root};
use crate::value::Direction;

/// A movement as seen on the way there, more is further: where less is better, a fall leads towards the goal.
pub(super) fn along(direction: Direction, movement: Real) -> Real {
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

/// A movement or a value, exactly.
#[derive(Debug, Clone)]
pub(super) enum Dividend {
    /// A number that is known exactly.
    Number(Real),
    /// The growth by the cumulative method: x − 1, where x + x² + … + xⁿ is this total.
    OfFlows {
        /// Above zero.
        total: Real,
        years: u32,
        /// The decimal that is nearest to it, to be shown and scored.
        nearest: Real,
    },
    /// Beyond every number, on this side: a movement where none was required.
    Beyond(Ordering),
}

impl From<Real> for Dividend {
    fn from(number: Real) -> Self {
        Self::Number(number)
    }
}

impl Dividend {
    /// On which side of another number the dividend lies, exactly.
    pub(super) fn compare(&self, other: &Real) -> Ordering {
        match self {
            Self::Number(number) => number.cmp(other),
            Self::OfFlows { total, years, .. } => compare_root(total, *years, &other.plus(&Real::one())),
            Self::Beyond(side) => *side,
        }
    }

    /// The number that stands for this movement or value where it is shown or rounded: itself, or of growth by the
    /// cumulative method the decimal nearest to it. `None` beyond every number.
    fn number(&self) -> Option<&Real> {
        match self {
            Self::Number(number) => Some(number),
            Self::OfFlows { nearest, .. } => Some(nearest),
            Self::Beyond(_) => None,
        }
    }

    /// The number as it is shown; `None` beyond every number.
    pub(super) fn shown(&self) -> Fact<Option<Decimal>> {
        self.number().map(shown).transpose()
    }

    /// The number rounded half away from zero: of the decimal nearest to it, and where that lies in the middle between
    /// two, to the side on which the number lies.
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

/// A number that is cut into classes, exactly: a dividend ÷ a divisor.
#[derive(Debug, Clone)]
pub(super) struct Quotient {
    dividend: Dividend,
    /// Not zero.
    divisor: Real,
    divisor_is_negative: bool,
}

impl Quotient {
    /// A dividend ÷ a divisor; an error where that is 0.
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

    /// A movement as seen on the way towards the goal: a fall is positive where less is better.
    pub(super) fn towards_goal(direction: Direction, movement: impl Into<Dividend>) -> Self {
        Self {
            dividend: movement.into(),
            divisor: along(direction, Real::one()),
            divisor_is_negative: direction == Direction::Falling,
        }
    }

    /// A movement as seen on the way towards the goal ÷ the size of the whole that is required; an error where that is
    /// 0.
    pub(super) fn share_towards_goal(direction: Direction, movement: impl Into<Dividend>, whole: &Real) -> Fact<Self> {
        Self::new(movement, along(direction, whole.abs()))
    }

    /// The number times a factor.
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

    /// The score of the number on a straight line, slope × number ÷ shrinkage + intercept: where the base lies near a
    /// natural limit the number is measured by cuts that shrink, and `shrinkage` is their factor, 1 where they do not.
    /// `None` for a number beyond every number.
    pub(super) fn score_on_line(&self, slope: &Real, intercept: &Real, shrinkage: &Real) -> Option<Self> {
        let divisor = self.divisor.times(shrinkage);
        let dividend = self.dividend.number()?.times(slope).plus(&divisor.times(intercept));
        Some(Self {
            divisor,
            dividend: dividend.into(),
            divisor_is_negative: self.divisor_is_negative,
        })
    }

    /// The side on which the number lies where the dividend lies on the side `of_dividend`.
    const fn side_of_quotient(&self, of_dividend: Ordering) -> Ordering {
        if self.divisor_is_negative {
            of_dividend.reverse()
        } else {
            of_dividend
        }
    }

    /// On which side of every other number this one lies; `None` where it is an ordinary number.
    pub(super) fn beyond(&self) -> Option<Ordering> {
        match self.dividend {
            Dividend::Beyond(side) => Some(self.side_of_quotient(side)),
            _ => None,
        }
    }

    /// On which side of a cut the number lies, exactly.
    pub(super) fn side(&self, cut: &Real) -> Ordering {
        let side = match &self.dividend {
            Dividend::Number(number) => number.compare_multiple(&self.divisor, cut),
            other => other.compare(&self.divisor.times(cut)),
        };
        self.side_of_quotient(side)
    }

    /// The number as it is shown; `None` beyond every number.
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
