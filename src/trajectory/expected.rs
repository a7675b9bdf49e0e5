//! The expectation of a path at a time, exactly: the kernel of every path.
//!
//! It knows no calendar. A path begins at a value and leads to another, and a time is a part of the time between them:
//! so much gone of so much in all, in any unit. The expectation is a movement from the beginning, of which any share
//! can be asked: in units, on a constant growth in logarithms, on an S-curve in log odds. A figure is set beside it
//! exactly; what is shown is rounded once.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::shape::Curve;
use crate::exact::{Exponent, NoDecimal, Prepared, Real, scaled_powers, share_of_logarithms};
use crate::growth::{ConstantGrowth, GrowthError, annual_rate, positive_span, ratio};
use crate::value::{Rate, Years};

/// How far something lies from where a path begins.
#[derive(Debug, Clone)]
pub(crate) enum Distance {
    /// By a factor, raised to gone ÷ whole.
    Growth {
        /// The factor of the whole time.
        factor: Prepared,
        /// The time gone.
        gone: i64,
        /// The whole time, above zero.
        whole: u64,
    },
    /// By so many units, or so many ÷ a number above zero, where an S-curve runs from milestone to milestone.
    Units { units: Real, divisor: Option<Box<Real>> },
    /// By a factor of the odds.
    Odds(Box<Odds>),
}

/// A movement on an S-curve: the odds value ÷ (ceiling − value) are multiplied by a factor, raised to gone ÷ whole.
#[derive(Debug, Clone)]
pub(crate) struct Odds {
    ceiling: Decimal,
    /// The factor of the whole time: a fraction above zero.
    factor: Real,
    gone: i64,
    /// Above zero.
    whole: u64,
}

impl Odds {
    /// The factor by which a share of the movement multiplies the odds.
    fn power(&self, share: Decimal) -> Real {
        let exponent = Real::of_units(self.gone, self.whole).times(&Real::from(share));
        // The factor is a fraction above zero, and the exponent one.
        self.factor.raised(&exponent).unwrap_or_else(Real::one)
    }

    /// The value at a share of the movement, as dividend and divisor: ceiling × odds ÷ (1 + odds), of which both sides
    /// are multiplied by ceiling − start.
    fn value_at(&self, start: Decimal, share: Decimal) -> [Real; 2] {
        let ceiling = Real::from(self.ceiling);
        let rest = ceiling.minus(&Real::from(start));
        let odds = self.power(share).times(&Real::from(start));
        [odds.times(&ceiling), odds.plus(&rest)]
    }
}

/// The factor by which the odds below a ceiling are multiplied from one value to another; an error unless both lie
/// between 0 and the ceiling.
fn odds_ratio(ceiling: Decimal, from: Decimal, to: &Real) -> Result<Real, GrowthError> {
    let odds = |value: &Real| {
        let odds = value.over(&Real::from(ceiling).minus(value));
        let above_zero = odds.filter(|odds| odds.side().is_gt());
        above_zero.ok_or_else(|| match value.rounded() {
            Ok(value) => GrowthError::OffCurve { value, ceiling },
            Err(error) => error.into(),
        })
    };
    let (to, from) = (odds(to)?, odds(&from.into())?);
    to.over(&from).ok_or(GrowthError::Overflow)
}

/// Which of the whole numbers beside a value counts: the one above, or the one below. A whole value counts itself.
#[derive(Debug, Clone, Copy)]
pub(crate) enum WholeNumber {
    Above,
    Below,
}

impl WholeNumber {
    /// The whole number next to a value, on this side.
    pub(crate) fn next_to(self, value: Decimal) -> Decimal {
        match self {
            Self::Above => value.ceil(),
            Self::Below => value.floor(),
        }
    }
}

/// The expectation of a path at a time.
#[derive(Debug, Clone)]
pub(crate) struct Expected {
    /// Where the path begins.
    start: Decimal,
    /// From the start to the expected value.
    due: Distance,
}

/// How far a figure lies from where a path begins, counted as a [`Distance`] counts (units, growth or odds), to be set
/// beside distances that count alike.
#[derive(Debug, Clone)]
pub(crate) struct Gone {
    start: Decimal,
    figure: Reached,
}

#[derive(Debug, Clone)]
enum Reached {
    /// Figure ÷ start, of two decimals.
    Growth(Prepared),
    /// Figure ÷ start, of numbers with more digits, or of odds.
    LongGrowth(Real),
    /// A figure to which no growth, or no S-curve, leads from the start: on which side it lies of those to which one
    /// does, and why none leads to it.
    Outside((Ordering, GrowthError)),
    /// Figure − start.
    Units(Real),
}

impl Distance {
    /// From one value to another in the time `over`, as a curve runs; straight, where the curve does not move (stepped,
    /// held).
    ///
    /// # Errors
    ///
    /// [`GrowthError::OffCurve`], and those of [`ConstantGrowth::new`].
    pub(crate) fn along(curve: Curve, [from, to]: [Decimal; 2], over: Years) -> Result<Self, GrowthError> {
        Ok(match curve {
            Curve::ConstantGrowth => Self::growth(ConstantGrowth::new(from, to, over)?, over),
            Curve::Logistic { ceiling } => Self::Odds(Box::new(Odds {
                ceiling,
                factor: odds_ratio(ceiling, from, &to.into())?,
                gone: over.units(),
                whole: positive_span(over)?,
            })),
            Curve::Linear | Curve::Stepped | Curve::Hold => Self::line(from, to),
        })
    }

    /// From one value to another on a straight line.
    pub(crate) fn line(from: Decimal, to: Decimal) -> Self {
        Self::units(Real::from(to).minus(&Real::from(from)))
    }

    /// A distance of so many units.
    pub(crate) const fn units(units: Real) -> Self {
        let divisor = None;
        Self::Units { units, divisor }
    }

    /// A constant growth for some time.
    pub(crate) fn growth(growth: ConstantGrowth, by: Years) -> Self {
        Self::Growth {
            factor: Prepared::of(growth.factor),
            gone: by.units(),
            whole: growth.over,
        }
    }

    /// A constant growth for some time, with its logarithm in 128 bits: for numbers that are rounded.
    pub(crate) fn growth_for_rounding(growth: ConstantGrowth, by: Years) -> Self {
        Self::Growth {
            factor: Prepared::for_rounding(growth.factor),
            gone: by.units(),
            whole: growth.over,
        }
    }

    /// The compound rate per year; `None` of a distance that is no growth.
    pub(crate) fn annual_rate(&self) -> Option<Result<Rate, GrowthError>> {
        match self {
            Self::Growth { factor, whole, .. } => Some(annual_rate(factor, *whole)),
            _ => None,
        }
    }

    /// The figure to which the distance leads from `start`.
    pub(crate) fn end(&self, start: Decimal) -> Gone {
        let figure = match self {
            Self::Growth { factor, gone, whole } if u64::try_from(*gone) == Ok(*whole) => Reached::Growth(*factor),
            Self::Growth { factor, gone, whole } => {
                Reached::LongGrowth(Real::power_of(factor.ratio, Exponent::quotient(*gone, *whole)))
            }
            Self::Odds(odds) => Reached::LongGrowth(odds.power(Decimal::ONE)),
            Self::Units { units, .. } => Reached::Units(units.clone()),
        };
        Gone { start, figure }
    }

    /// The part of the distance when the time `gone` of the time `whole` is gone. The factor of a growth is that of the
    /// whole time, which is above zero.
    #[inline]
    pub(crate) fn part(&self, gone: i64, whole: u64) -> Self {
        match self {
            Self::Growth { factor, .. } => Self::Growth {
                factor: *factor,
                gone,
                whole,
            },
            Self::Units { units, divisor } => Self::Units {
                units: units.times(&Real::of_units(gone, whole)),
                divisor: divisor.clone(),
            },
            Self::Odds(odds) => Self::Odds(Box::new(Odds {
                gone,
                whole,
                ..Odds::clone(odds)
            })),
        }
    }

    /// The part of the distance when the time `gone` of the time `in_all` is gone, which is above zero.
    #[inline]
    pub(crate) fn part_by_time(&self, gone: Years, in_all: Years) -> Self {
        self.part(gone.units(), in_all.units().unsigned_abs())
    }

    /// Whether the distance is nothing.
    fn is_nothing(&self) -> bool {
        match self {
            Self::Growth { factor, gone, .. } => *gone == 0 || factor.ratio.is_one(),
            Self::Units { units, .. } => units.is_zero(),
            Self::Odds(odds) => odds.gone == 0 || odds.factor == Real::one(),
        }
    }

    /// How far a figure lies from the start, in the terms of this distance.
    #[inline]
    pub(crate) fn gone(&self, start: Decimal, figure: Decimal) -> Gone {
        let figure = match self {
            Self::Growth { .. } => match ratio(start, figure) {
                Ok(grown) => Reached::Growth(Prepared::of(grown)),
                Err(error) => Reached::Outside((Ordering::Less, error)),
            },
            Self::Units { .. } => Reached::Units(Real::from(figure).minus(&Real::from(start))),
            Self::Odds(_) => return self.gone_exactly(start, &figure.into()),
        };
        Gone { start, figure }
    }

    /// How far an exact number lies from the start, in the terms of this distance.
    pub(crate) fn gone_exactly(&self, start: Decimal, figure: &Real) -> Gone {
        let figure = match self {
            Self::Growth { .. } => match figure.over(&Real::from(start)) {
                Some(grown) if grown.side().is_gt() => Reached::LongGrowth(grown),
                _ => {
                    let (from, to) = (start, Decimal::ZERO);
                    Reached::Outside((Ordering::Less, GrowthError::Zero { from, to }))
                }
            },
            Self::Odds(odds) => match odds_ratio(odds.ceiling, start, figure) {
                Ok(grown) => Reached::LongGrowth(grown),
                Err(error) => Reached::Outside((figure.cmp(&Real::from(start)), error)),
            },
            Self::Units { .. } => Reached::Units(figure.minus(&Real::from(start))),
        };
        Gone { start, figure }
    }

    /// The values at shares of this distance from a start, rounded once each.
    fn values_at<const N: usize>(&self, start: Decimal, shares: [Decimal; N]) -> [Result<Decimal, NoDecimal>; N] {
        match self {
            Self::Growth { factor, gone, whole } => {
                let exponents = shares.map(|share| Exponent::share_of_time(share, Years::from_units(*gone), *whole));
                scaled_powers(start, factor, exponents)
            }
            Self::Units { units, divisor: None } => {
                shares.map(|share| Real::from(start).plus(&units.times(&Real::from(share))).rounded())
            }
            Self::Units { .. } | Self::Odds(_) => shares.map(|share| {
                let [value, divisor] = self.quotient_at(start, share);
                value.long_quotient(&divisor).unwrap_or(Err(NoDecimal::Overflow))
            }),
        }
    }

    /// The value at a share of this distance from a start, exactly: a dividend, and a divisor above zero.
    fn quotient_at(&self, start: Decimal, share: Decimal) -> [Real; 2] {
        let from = Real::from(start);
        match self {
            Self::Growth { factor, gone, whole } => {
                let exponent = Exponent::share_of_time(share, Years::from_units(*gone), *whole);
                [Real::power_of(factor.ratio, exponent).times(&from), Real::one()]
            }
            Self::Units { units, divisor } => {
                let divisor = divisor.as_deref().cloned().unwrap_or_else(Real::one);
                [from.times(&divisor).plus(&units.times(&Real::from(share))), divisor]
            }
            Self::Odds(odds) => odds.value_at(start, share),
        }
    }

    /// The length of the distance: of a growth or of odds the logarithm, else units; of a quotient these are times its
    /// divisor.
    pub(crate) fn length(&self) -> Cow<'_, Real> {
        let (logarithm, time) = match self {
            Self::Growth { factor, gone, whole } => (Real::logarithm_of(factor.ratio), Real::of_units(*gone, *whole)),
            // The factor is a fraction above zero.
            Self::Odds(odds) => (
                odds.factor.logarithm().unwrap_or_else(Real::zero),
                Real::of_units(odds.gone, odds.whole),
            ),
            Self::Units { units, .. } => return Cow::Borrowed(units),
        };
        Cow::Owned(logarithm.times(&time))
    }

    /// Units in the measure of [`length`](Self::length): of a quotient, times its divisor.
    fn measured<'r>(&self, units: &'r Real) -> Cow<'r, Real> {
        match self {
            Self::Units {
                divisor: Some(divisor), ..
            } => Cow::Owned(units.times(divisor)),
            _ => Cow::Borrowed(units),
        }
    }
}

impl Gone {
    /// How far the figure lies from where the path begins, below zero if it is less, to be set beside the length of a
    /// distance in the same terms: figure − start; on a growth the logarithm of figure ÷ start, on an S-curve that of
    /// their odds.
    ///
    /// # Errors
    ///
    /// No growth leads to 0 or less, and no S-curve out of the range from 0 to its ceiling, or to either end of it: on
    /// which side of all that it leads to the figure lies, and why.
    #[inline]
    pub(crate) fn beside(&self, way: &Distance) -> Result<Cow<'_, Real>, &(Ordering, GrowthError)> {
        match &self.figure {
            Reached::Units(gone) => Ok(way.measured(gone)),
            Reached::Growth(grown) => Ok(Cow::Owned(Real::logarithm_of(grown.ratio))),
            Reached::LongGrowth(grown) => Ok(Cow::Owned(grown.logarithm().unwrap_or_else(Real::zero))),
            Reached::Outside(outside) => Err(outside),
        }
    }

    /// On which side of a share of the distance `due`, in the same terms, the figure lies, exactly.
    pub(crate) fn side(&self, due: &Distance, share: Decimal) -> Ordering {
        let exponent = |gone: i64, whole| Exponent::share_of_time(share, Years::from_units(gone), whole);
        match (&self.figure, due) {
            (Reached::Growth(grown), Distance::Growth { factor, gone, whole }) => {
                grown.compare(factor, exponent(*gone, *whole))
            }
            // On the stack, where the growth is short enough.
            (Reached::LongGrowth(grown), Distance::Growth { factor, gone, whole }) => {
                grown.compare_with_power(factor.ratio, exponent(*gone, *whole))
            }
            _ => self.side_by_length(due, share),
        }
    }

    /// The same by the lengths themselves: apart, since most figures are compared without them.
    #[inline(never)]
    fn side_by_length(&self, due: &Distance, share: Decimal) -> Ordering {
        match self.beside(due) {
            Ok(gone) => gone.as_ref().cmp(&due.length().times(&Real::from(share))),
            Err((side, _)) => *side,
        }
    }

    /// On which side of the end of the distance `due`, in the same terms, the figure lies, exactly.
    pub(crate) fn side_of_end(&self, due: &Distance) -> Ordering {
        match (&self.figure, due) {
            (Reached::Growth(grown), Distance::Growth { factor, gone, whole }) => {
                grown.compare(factor, Exponent::quotient(*gone, *whole))
            }
            (Reached::Units(gone), Distance::Units { units, divisor: None }) => gone.cmp(units),
            _ => self.side(due, Decimal::ONE),
        }
    }

    /// The part of the distance `whole`, in the same terms, that the figure has gone, to 12 decimals.
    ///
    /// # Errors
    ///
    /// [`GrowthError::NoDistance`] of no distance; why no growth or S-curve leads to the figure;
    /// [`GrowthError::Overflow`].
    pub(crate) fn share_of(&self, whole: &Distance) -> Result<Decimal, GrowthError> {
        let share = match (&self.figure, whole) {
            (Reached::Growth(grown), Distance::Growth { factor, gone, whole }) => {
                share_of_logarithms(grown, factor, (*gone, *whole))
            }
            _ => self
                .beside(whole)
                .map_err(|(_, error)| *error)?
                .quotient(&whole.length()),
        };
        Ok(share.ok_or(GrowthError::NoDistance { value: self.start })??)
    }
}

impl Expected {
    /// The expectation at the distance `due` from `start`.
    pub(crate) const fn new(start: Decimal, due: Distance) -> Self {
        Self { start, due }
    }

    /// Whether nothing is expected yet.
    pub(crate) fn is_nothing(&self) -> bool {
        self.due.is_nothing()
    }

    /// The value, rounded once.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`], [`GrowthError::Underflow`] if no decimal is near it.
    pub(crate) fn value(&self) -> Result<Decimal, GrowthError> {
        let [value] = self.values_at([Decimal::ONE]);
        value
    }

    /// The values at shares of what is expected, rounded once each.
    pub(crate) fn values_at<const N: usize>(&self, shares: [Decimal; N]) -> [Result<Decimal, GrowthError>; N] {
        self.due.values_at(self.start, shares).map(|value| Ok(value?))
    }

    /// How far a figure lies from the start of this expectation, counted as that counts.
    #[inline]
    pub(crate) fn gone(&self, figure: Decimal) -> Gone {
        self.due.gone(self.start, figure)
    }

    /// How far an exact number lies from the start of this expectation, counted as that counts.
    pub(crate) fn gone_exactly(&self, figure: &Real) -> Gone {
        self.due.gone_exactly(self.start, figure)
    }

    /// On which side of the value at a share of what is expected a figure lies, exactly.
    pub(crate) fn side(&self, share: Decimal, figure: &Gone) -> Ordering {
        figure.side(&self.due, share)
    }

    /// On which side of what is expected a multiple of what is gone lies, exactly. Nothing is expected where no time is
    /// gone.
    pub(crate) fn side_of_multiple(&self, multiple: Decimal, figure: &Gone) -> Ordering {
        let side = match (&self.due, &figure.figure) {
            // The factor to the power of gone ÷ whole beside the multiple is the factor beside whole ÷ gone times the
            // multiple.
            (Distance::Growth { factor, gone, whole }, Reached::Growth(grown)) => {
                let whole = Years::from_units(i64::try_from(*whole).unwrap_or(i64::MAX));
                factor.compare(grown, Exponent::share_of_time(multiple, whole, gone.unsigned_abs()))
            }
            (due, _) => match figure.beside(due) {
                Ok(gone) => due.length().compare_multiple(&gone, &Real::from(multiple)),
                // So far that no multiple is nearer.
                Err((side, _)) if multiple.is_sign_negative() => *side,
                Err((side, _)) => side.reverse(),
            },
        };
        side.reverse()
    }

    /// The expected distance ÷ the distance that is gone, to 12 decimals.
    ///
    /// # Errors
    ///
    /// [`GrowthError::NoDistance`] where nothing is gone; why no growth or S-curve leads to the figure;
    /// [`GrowthError::Overflow`].
    pub(crate) fn pace_of_room(&self, figure: &Gone) -> Result<Decimal, GrowthError> {
        let pace = match (&self.due, &figure.figure) {
            (Distance::Growth { factor, gone, whole }, Reached::Growth(grown)) => {
                let whole = i64::try_from(*whole).unwrap_or(i64::MAX);
                share_of_logarithms(factor, grown, (whole, gone.unsigned_abs()))
            }
            (due, _) => due
                .length()
                .quotient(&*figure.beside(due).map_err(|(_, error)| *error)?),
        };
        Ok(pace.ok_or(GrowthError::NoDistance { value: self.start })??)
    }

    /// The expectation moved to the whole number above or below its value: for things that come one by one.
    ///
    /// # Errors
    ///
    /// Those of [`value`](Self::value).
    pub(crate) fn into_whole_number(self, side: WholeNumber) -> Result<Self, GrowthError> {
        let value = self.value()?;
        let whole = side.next_to(value);
        let whole = match (side, self.side(Decimal::ONE, &self.gone(value))) {
            // The exact value of a rounded whole number may lie just beside it.
            (WholeNumber::Above, Ordering::Less) if whole == value => value.checked_add(Decimal::ONE),
            (WholeNumber::Below, Ordering::Greater) if whole == value => value.checked_sub(Decimal::ONE),
            _ => Some(whole),
        };
        let whole = whole.ok_or(GrowthError::Overflow)?;
        let curve = match self.due {
            Distance::Growth { .. } => Curve::ConstantGrowth,
            Distance::Odds(odds) => Curve::Logistic { ceiling: odds.ceiling },
            Distance::Units { .. } => Curve::Linear,
        };
        let due = Distance::along(curve, [self.start, whole], Years::whole(1))?;
        Ok(Self { due, ..self })
    }

    /// How far the expected value lies from another value than the start of its own stretch, such as the baseline of
    /// the whole path: a difference in units, which on an S-curve keeps its divisor apart.
    pub(crate) fn units_from(&self, other: Decimal) -> Distance {
        let [value, divisor] = self.due.quotient_at(self.start, Decimal::ONE);
        let units = value.minus(&divisor.times(&Real::from(other)));
        let is_one = matches!(
            self.due,
            Distance::Growth { .. } | Distance::Units { divisor: None, .. }
        );
        let divisor = (!is_one).then(|| Box::new(divisor));
        Distance::Units { units, divisor }
    }

    /// The share that is expected of a way from the same start, to 12 decimals.
    pub(crate) fn share_of(&self, way: &Distance) -> Result<Decimal, GrowthError> {
        let share = match (&self.due, way) {
            // The same growth for two times.
            (
                Distance::Growth { factor, gone, whole },
                Distance::Growth {
                    factor: of_way,
                    gone: in_all,
                    whole: unit,
                },
            ) if factor.ratio == of_way.ratio => {
                Real::of_units(*gone, *whole).quotient(&Real::of_units(*in_all, *unit))
            }
            _ => self.due.length().quotient(&self.due.measured(&way.length())),
        };
        Ok(share.ok_or(GrowthError::NoDistance { value: self.start })??)
    }

    /// The share of the way that a figure has gone ÷ the share that is expected, to 12 decimals.
    pub(crate) fn pace(&self, figure: &Gone) -> Result<Decimal, GrowthError> {
        figure.share_of(&self.due)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::dec;

    #[test]
    fn multiples_of_what_no_growth_leads_to_lie_beyond_everything() {
        let due = Distance::along(
            Curve::ConstantGrowth,
            [dec!(100), dec!(120)],
            Years::from_units(Years::UNITS_PER_YEAR),
        )
        .unwrap();
        let expected = Expected::new(dec!(100), due);
        let below_zero = expected.gone(dec!(-5));
        for (multiple, side) in [(dec!(2), Ordering::Less), (dec!(-2), Ordering::Greater)] {
            assert_eq!(expected.side_of_multiple(multiple, &below_zero), side, "{multiple}");
        }
    }

    #[test]
    fn multiples_of_what_no_odds_lead_to_lie_beyond_everything() {
        let curve = Curve::Logistic { ceiling: dec!(100) };
        let due = Distance::along(curve, [dec!(10), dec!(90)], Years::whole(4)).unwrap();
        let expected = Expected::new(dec!(10), due);
        for (figure, sides) in [
            (dec!(100), [Ordering::Greater, Ordering::Less]),
            (dec!(0), [Ordering::Less, Ordering::Greater]),
        ] {
            let gone = expected.gone(figure);
            let found = [dec!(2), dec!(-2)].map(|multiple| expected.side_of_multiple(multiple, &gone));
            assert_eq!(found, sides, "{figure}");
        }
    }

    #[test]
    fn nothing_is_expected_before_the_first_day_and_of_what_stays() {
        let curves = [
            Curve::Linear,
            Curve::ConstantGrowth,
            Curve::Logistic { ceiling: dec!(100) },
        ];
        for curve in curves {
            for (goal, gone, is_nothing) in [(90, 1, false), (90, 0, true), (10, 1, true), (10, 0, true)] {
                let way = Distance::along(curve, [dec!(10), goal.into()], Years::whole(4)).unwrap();
                let expected = Expected::new(dec!(10), way.part_by_time(Years::whole(gone), Years::whole(4)));
                assert_eq!(expected.is_nothing(), is_nothing, "{curve:?} to {goal} after {gone}");
            }
        }
    }

    /// What has no end in decimals is rounded to either side of itself first.
    #[test]
    fn the_whole_numbers_beside_a_value_are_whole() {
        let mut rounded_up = Vec::new();
        for goal in 101..160 {
            let due = || Distance::along(Curve::ConstantGrowth, [dec!(100), goal.into()], Years::whole(3));
            let expected = || Expected::new(dec!(100), due().unwrap().part_by_time(Years::whole(1), Years::whole(3)));
            let value = expected().value().unwrap();
            rounded_up.push(expected().side(Decimal::ONE, &expected().gone(value)).is_gt());
            for (side, whole) in [(WholeNumber::Above, value.ceil()), (WholeNumber::Below, value.floor())] {
                assert_eq!(expected().into_whole_number(side).unwrap().value(), Ok(whole), "{goal}");
            }
        }
        assert!(rounded_up.contains(&true) && rounded_up.contains(&false));
    }
}
