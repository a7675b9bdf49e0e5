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

/// A number that is cut into classes, exactly: a dividend ÷ another one.
#[derive(Debug, Clone)]
pub(super) struct Quotient {
    dividend: Dividend,
    /// Not zero.
    divisor: Real,
    divisor_is_negative: bool,
    /// The dividend that is required, or why nobody knows it; `None` where nothing is.
    required: Fact<Option<Real>>,
}

impl Quotient {
    /// The number of a dividend by itself, divided by 1.
    pub(super) fn of(dividend: impl Into<Dividend>) -> Self {
        Self {
            dividend: dividend.into(),
            divisor: Real::one(),
            divisor_is_negative: false,
            required: Ok(None),
        }
    }

    /// A movement as seen on the way towards the goal: a fall is positive where less is better.
    pub(super) fn of_movement(direction: Direction, movement: impl Into<Dividend>) -> Self {
        Self {
            divisor: along(direction, Real::one()),
            divisor_is_negative: direction == Direction::Falling,
            ..Self::of(movement)
        }
    }

    /// A dividend ÷ the whole that is required; an error where that is 0.
    pub(super) fn part(dividend: impl Into<Dividend>, whole: Real) -> Fact<Self> {
        let side = whole.side();
        if side == Ordering::Equal {
            return Err(Missing::NoWay);
        }
        Ok(Self {
            dividend: dividend.into(),
            divisor: whole.clone(),
            divisor_is_negative: side == Ordering::Less,
            required: Ok(Some(whole)),
        })
    }

    /// A movement as seen on the way towards the goal ÷ the size of the whole that is required; an error where that is
    /// 0.
    pub(super) fn part_of_size(direction: Direction, movement: impl Into<Dividend>, whole: &Real) -> Fact<Self> {
        Self::part(movement, along(direction, whole.abs()))
    }

    /// The number with the dividend that is required, if one is, or why nobody knows it.
    pub(super) fn with_required(self, required: Fact<Option<Real>>) -> Self {
        Self { required, ..self }
    }

    /// The number times a factor.
    pub(super) fn times(self, factor: Decimal) -> Self {
        let factor = Real::from(factor);
        match self.divisor.over(&factor) {
            Some(divisor) => Self {
                divisor,
                divisor_is_negative: self.divisor_is_negative != (factor.side() == Ordering::Less),
                ..self
            },
            None => Self::of(Real::zero()),
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
            divisor_is_negative: self.divisor_is_negative,
            ..Self::of(dividend)
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

    /// On which side of the required dividend the number lies, exactly; `None` if nothing is required, and an error
    /// where nobody knows what is.
    pub(super) fn side_of_required(&self) -> Fact<Option<Ordering>> {
        let required = self.required.as_ref().map_err(|reason| *reason)?.as_ref();
        Ok(required.map(|required| self.side_of_quotient(self.dividend.compare(required))))
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

    /// 3 ÷ −2 is −1.5 of it, and as much as is required only with the sign turned round.
    #[test]
    fn quotients_with_either_sign() {
        let whole = || Real::from(-2);
        for (number, shown, side) in [
            (
                Quotient::part(Real::from(3), whole()).unwrap(),
                dec!(-1.5),
                Ordering::Less,
            ),
            (
                Quotient::part_of_size(Direction::Rising, Real::from(3), &whole()).unwrap(),
                dec!(1.5),
                Ordering::Greater,
            ),
            (
                Quotient::part_of_size(Direction::Falling, Real::from(3), &whole()).unwrap(),
                dec!(-1.5),
                Ordering::Less,
            ),
            (
                Quotient::of_movement(Direction::Falling, Real::from(3)).with_required(Ok(Some(Real::from(2)))),
                dec!(-3),
                Ordering::Less,
            ),
        ] {
            assert_eq!(number.shown(), Ok(Some(shown)));
            assert_eq!(number.side(&Real::from(shown)), Ordering::Equal);
            assert_eq!(number.side_of_required(), Ok(Some(side)), "{number:?}");
            let percent = number.times(dec!(-100));
            assert_eq!(
                percent.side(&Real::from(shown).times(&Real::from(-100))),
                Ordering::Equal
            );
            assert_eq!(percent.side_of_required(), Ok(Some(side.reverse())), "{percent:?}");
        }
        assert_eq!(Quotient::part(Real::one(), Real::zero()).unwrap_err(), Missing::NoWay);
    }
}
