//! The expectation of a path at a time, exactly: the kernel of every path.
//!
//! It knows no calendar. A path leads from one value to another, and a time is a share of the time between them: so
//! much gone of so much in all, in any unit. The expectation is a distance from the beginning, and any share of it can
//! be asked for: in units, on a constant growth in logarithms, on an S-curve in log odds. A figure is compared with it
//! exactly; what is shown is rounded once.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::shape::Curve;
use crate::exact::{Exponent, NoDecimal, Prepared, Real, scaled_powers, share_of_logarithms};
use crate::growth::{ConstantGrowth, GrowthError, annual_rate, growth_ratio, positive_span};
use crate::value::{Rate, Years};

/// A time as a share of another. Only the quotient `elapsed ÷ whole` means anything, so any units will do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimeShare {
    /// The units of the time that has passed.
    pub(crate) elapsed: i64,
    /// The units of the whole time, above zero.
    pub(crate) whole: u64,
}

impl TimeShare {
    /// The whole time itself.
    const WHOLE: Self = Self { elapsed: 1, whole: 1 };

    /// The share, times another number, as the exponent of a growth.
    fn exponent(self, times: Decimal) -> Exponent {
        Exponent::share_of_time(times, Years::from_units(self.elapsed), self.whole)
    }

    /// The share, exactly.
    fn exactly(self) -> Real {
        Real::of_units(self.elapsed, self.whole)
    }

    /// This share ÷ another; `None` where the divisor is not above zero, or 64 bits do not hold the quotient.
    fn over(self, divisor: Self) -> Option<Self> {
        let passed = u64::try_from(divisor.elapsed).ok().filter(|passed| *passed > 0)?;
        if passed == divisor.whole {
            return Some(self);
        }
        Some(Self {
            elapsed: self.elapsed.checked_mul(i64::try_from(divisor.whole).ok()?)?,
            whole: self.whole.checked_mul(passed)?,
        })
    }
}

/// How far something lies from where a path begins.
#[derive(Debug, Clone)]
pub(crate) enum Distance {
    /// A growth: the start is multiplied by the factor of a whole time, raised to the share of it that has passed.
    Growth { factor: Prepared, time: TimeShare },
    /// A growth by a factor above zero that is no quotient of two decimals; on an S-curve the factor multiplies the
    /// odds value ÷ (ceiling − value).
    LongGrowth {
        factor: Real,
        time: TimeShare,
        /// `None` where the value itself is multiplied. Boxed, since every distance would be longer by it.
        ceiling: Option<Box<Decimal>>,
    },
    /// A number of units that is added to the start. Where an S-curve runs from milestone to milestone, it is the
    /// quotient of `units` and a divisor above zero.
    Units { units: Real, divisor: Option<Box<Real>> },
}

/// The factor by which the odds value ÷ (ceiling − value) are multiplied from one value to another; an error unless
/// both values lie between 0 and the ceiling.
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
    /// The other side.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Above => Self::Below,
            Self::Below => Self::Above,
        }
    }

    /// The whole number next to a value, on this side.
    fn next_to(self, value: Decimal) -> Decimal {
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

/// How far a figure lies from where a path begins, in the terms of a [`Distance`] (units, growth or odds), so that it
/// can be compared with distances in the same terms.
#[derive(Debug, Clone)]
pub(crate) struct Covered {
    start: Decimal,
    /// An error for a figure to which no growth, or no S-curve, leads from the start: whether it lies below (`Less`) or
    /// above all figures to which one leads, and why none leads to it.
    distance: Result<Distance, (Ordering, GrowthError)>,
}

impl Distance {
    /// The distance from one value to another in the time `over`, in the terms of a curve: units, where the curve does
    /// not run on between its points (stepped, held).
    ///
    /// # Errors
    ///
    /// [`GrowthError::OffCurve`], and those of [`ConstantGrowth::new`].
    pub(crate) fn along(curve: Curve, [from, to]: [Decimal; 2], over: Years) -> Result<Self, GrowthError> {
        Ok(match curve {
            Curve::ConstantGrowth => Self::growth(ConstantGrowth::new(from, to, over)?, over),
            Curve::Logistic { ceiling } => Self::LongGrowth {
                factor: odds_ratio(ceiling, from, &to.into())?,
                time: TimeShare {
                    elapsed: over.units(),
                    whole: positive_span(over)?,
                },
                ceiling: Some(Box::new(ceiling)),
            },
            Curve::Linear | Curve::Stepped | Curve::Hold => Self::line(from, to),
        })
    }

    /// The distance from one value to another on a straight line.
    pub(crate) fn line(from: Decimal, to: Decimal) -> Self {
        Self::units(Real::from(to).minus(&Real::from(from)))
    }

    /// A distance of so many units.
    pub(crate) const fn units(units: Real) -> Self {
        let divisor = None;
        Self::Units { units, divisor }
    }

    /// The distance that a constant growth covers in the time `by`.
    pub(crate) fn growth(growth: ConstantGrowth, by: Years) -> Self {
        Self::growth_by(Prepared::of(growth.factor), by, growth.over)
    }

    /// The distance that a constant growth covers in the time `by`, with the logarithm of its factor in 128 bits: for
    /// numbers that are rounded.
    pub(crate) fn growth_for_rounding(growth: ConstantGrowth, by: Years) -> Self {
        Self::growth_by(Prepared::for_rounding(growth.factor), by, growth.over)
    }

    /// The distance that a growth covers in the time `by`: it multiplies by `factor` in each `time_of_factor`, in
    /// units.
    fn growth_by(factor: Prepared, by: Years, time_of_factor: u64) -> Self {
        let time = TimeShare {
            elapsed: by.units(),
            whole: time_of_factor,
        };
        Self::Growth { factor, time }
    }

    /// The compound rate per year; `None` of units and of an S-curve, which have none, and of a factor that is no
    /// quotient of two decimals, since no such growth is shown.
    pub(crate) fn annual_rate(&self) -> Option<Result<Rate, GrowthError>> {
        match self {
            Self::Growth { factor, time } => Some(annual_rate(factor, time.whole)),
            _ => None,
        }
    }

    /// This distance as what a figure has covered from `start`.
    pub(crate) const fn covered_from(self, start: Decimal) -> Covered {
        let distance = Ok(self);
        Covered { start, distance }
    }

    /// The part of this whole distance that is covered when the time `elapsed` of the time `whole` has passed. `whole`
    /// is above zero and, of a growth, the time of its factor.
    #[inline]
    pub(crate) fn part(&self, elapsed: i64, whole: u64) -> Self {
        let time = TimeShare { elapsed, whole };
        match self {
            Self::Growth { factor, .. } => Self::Growth { factor: *factor, time },
            Self::LongGrowth { factor, ceiling, .. } => Self::LongGrowth {
                factor: factor.clone(),
                time,
                ceiling: ceiling.clone(),
            },
            Self::Units { units, divisor } => Self::Units {
                units: units.times(&time.exactly()),
                divisor: divisor.clone(),
            },
        }
    }

    /// The part of this whole distance that is covered when the time `elapsed` of the time `in_all` has passed, as
    /// [`part`](Self::part) tells.
    #[inline]
    pub(crate) fn part_by_time(&self, elapsed: Years, in_all: Years) -> Self {
        self.part(elapsed.units(), in_all.units().unsigned_abs())
    }

    /// Whether the distance leads from a value to the same value.
    fn is_nothing(&self) -> bool {
        match self {
            Self::Growth { factor, time } => time.elapsed == 0 || factor.ratio.is_one(),
            Self::LongGrowth { factor, time, .. } => time.elapsed == 0 || *factor == Real::one(),
            Self::Units { units, .. } => units.is_zero(),
        }
    }

    /// How far a figure lies from the start, in the terms of this distance.
    #[inline]
    pub(crate) fn covered(&self, start: Decimal, figure: Decimal) -> Covered {
        if !matches!(self, Self::Growth { .. }) {
            return self.covered_exactly(start, &figure.into());
        }
        let grown = |ratio| Self::Growth {
            factor: Prepared::of(ratio),
            time: TimeShare::WHOLE,
        };
        // A figure to which no growth leads is 0 or less, and so below all others.
        Covered {
            start,
            distance: growth_ratio(start, figure)
                .map(grown)
                .map_err(|error| (Ordering::Less, error)),
        }
    }

    /// How far an exact number lies from the start, in the terms of this distance.
    pub(crate) fn covered_exactly(&self, start: Decimal, figure: &Real) -> Covered {
        let (factor, ceiling) = match self {
            Self::Units { .. } => return Self::units(figure.minus(&Real::from(start))).covered_from(start),
            Self::LongGrowth {
                ceiling: Some(ceiling), ..
            } => {
                let side = || figure.cmp(&Real::from(start));
                let factor = odds_ratio(**ceiling, start, figure).map_err(|error| (side(), error));
                (factor, Some(ceiling.clone()))
            }
            Self::Growth { .. } | Self::LongGrowth { ceiling: None, .. } => {
                let (from, to) = (start, Decimal::ZERO);
                let grown = figure.over(&Real::from(start)).filter(|grown| grown.side().is_gt());
                (grown.ok_or((Ordering::Less, GrowthError::Zero { from, to })), None)
            }
        };
        let distance = factor.map(|factor| Self::LongGrowth {
            factor,
            time: TimeShare::WHOLE,
            ceiling,
        });
        Covered { start, distance }
    }

    /// For each share the value that lies that share of this distance from `start`, rounded once.
    fn values_at<const N: usize>(&self, start: Decimal, shares: [Decimal; N]) -> [Result<Decimal, NoDecimal>; N] {
        if let Self::Growth { factor, time } = self {
            return scaled_powers(start, factor, shares.map(|share| time.exponent(share)));
        }
        shares.map(|share| match self.value_at(start, share) {
            (value, None) => value.rounded(),
            (value, Some(divisor)) => value.long_quotient(&divisor).unwrap_or(Err(NoDecimal::Overflow)),
        })
    }

    /// The value that lies a share of this distance from `start`, exactly: a number or, of an S-curve, a dividend with
    /// its divisor above zero. That is ceiling × odds ÷ (1 + odds), dividend and divisor multiplied by ceiling − start.
    fn value_at(&self, start: Decimal, share: Decimal) -> (Real, Option<Real>) {
        let from = Real::from(start);
        match self {
            Self::Growth { factor, time } => (Real::power_of(factor.ratio, time.exponent(share)).times(&from), None),
            Self::LongGrowth { factor, time, ceiling } => {
                let exponent = time.exactly().times(&Real::from(share));
                // The factor is a fraction above zero, and the exponent one.
                let grown = factor.raised(&exponent).unwrap_or_else(Real::one).times(&from);
                match ceiling.as_deref().copied().map(Real::from) {
                    None => (grown, None),
                    Some(ceiling) => (grown.times(&ceiling), Some(grown.plus(&ceiling.minus(&from)))),
                }
            }
            Self::Units { units, divisor } => {
                let units = units.times(&Real::from(share));
                match divisor.as_deref() {
                    None => (from.plus(&units), None),
                    Some(divisor) => (from.times(divisor).plus(&units), Some(divisor.clone())),
                }
            }
        }
    }

    /// The length of the distance: the logarithm of a growth or of odds, else the units; of a quotient its dividend.
    /// Two lengths are comparable when each is multiplied by the divisor of the other distance, as
    /// [`length_of`](Self::length_of) does.
    pub(crate) fn length(&self) -> Cow<'_, Real> {
        let (logarithm, time) = match self {
            Self::Growth { factor, time } => (Real::logarithm_of(factor.ratio), time),
            // The factor is a fraction above zero.
            Self::LongGrowth { factor, time, .. } => (factor.logarithm().unwrap_or_else(Real::zero), time),
            Self::Units { units, .. } => return Cow::Borrowed(units),
        };
        Cow::Owned(logarithm.times(&time.exactly()))
    }

    /// The [`length`](Self::length) of another distance, multiplied by the divisor of this one if this is a quotient.
    pub(crate) fn length_of<'a>(&self, other: &'a Self) -> Cow<'a, Real> {
        match self {
            Self::Units {
                divisor: Some(divisor), ..
            } => Cow::Owned(other.length().times(divisor)),
            _ => other.length(),
        }
    }

    /// How this distance compares with a share of another in the same terms, exactly.
    ///
    /// A growth is compared with another as a power: this factor with the other, raised to share × other time ÷ this
    /// time. All else is compared by lengths, and so are growths whose exponent 64 bits do not hold.
    pub(crate) fn compare(&self, other: &Self, share: Decimal) -> Ordering {
        let exponent = |of: &TimeShare, time: &TimeShare| of.over(*time).map(|quotient| quotient.exponent(share));
        let by_power = match (self, other) {
            (Self::Growth { factor, time }, Self::Growth { factor: base, time: of }) => {
                exponent(of, time).map(|exponent| factor.compare(base, exponent))
            }
            // A number that is short enough is compared on the stack.
            (Self::LongGrowth { factor, time, .. }, Self::Growth { factor: base, time: of }) => {
                exponent(of, time).map(|exponent| factor.compare_with_power(base.ratio, exponent))
            }
            _ => None,
        };
        by_power.unwrap_or_else(|| self.compare_lengths(other, share))
    }

    /// How this distance [compares](Self::compare) with a share of another, by their lengths. Not inlined, since most
    /// figures are compared as powers.
    #[inline(never)]
    fn compare_lengths(&self, other: &Self, share: Decimal) -> Ordering {
        let length = other.length_of(self);
        length.as_ref().cmp(&self.length_of(other).times(&Real::from(share)))
    }

    /// This distance ÷ another in the same terms, to 12 decimals; `None` where the divisor is nothing.
    fn quotient(&self, divisor: &Self) -> Option<Result<Decimal, NoDecimal>> {
        if let (Self::Growth { factor, time }, Self::Growth { factor: base, time: of }) = (self, divisor) {
            if factor.ratio == base.ratio && !base.ratio.is_one() {
                return time.exactly().quotient(&of.exactly());
            }
            if let Some(TimeShare { elapsed, whole }) = of.over(*time) {
                return share_of_logarithms(factor, base, (elapsed, whole));
            }
        }
        divisor.length_of(self).quotient(&self.length_of(divisor))
    }
}

impl Covered {
    /// The distance from the start to the figure, in the terms in which the figure was measured.
    ///
    /// # Errors
    ///
    /// Why no growth leads to 0 or less, and no S-curve out of the range from 0 to its ceiling, or to either end of it.
    pub(crate) fn distance(&self) -> Result<&Distance, GrowthError> {
        self.distance.as_ref().map_err(|(_, error)| *error)
    }

    /// Whether the figure lies below or above the value at a share of the distance `due`, which is in the same terms.
    /// Exact.
    pub(crate) fn side(&self, due: &Distance, share: Decimal) -> Ordering {
        match &self.distance {
            Ok(covered) => covered.compare(due, share),
            Err((side, _)) => *side,
        }
    }

    /// The share of the distance `whole` that the figure has covered, to 12 decimals. Both are in the same terms.
    ///
    /// # Errors
    ///
    /// [`GrowthError::NoDistance`] where `whole` is nothing; why no growth or S-curve leads to the figure;
    /// [`GrowthError::Overflow`].
    pub(crate) fn share_of(&self, whole: &Distance) -> Result<Decimal, GrowthError> {
        let share = self.distance()?.quotient(whole);
        Ok(share.ok_or(GrowthError::NoDistance { value: self.start })??)
    }
}

impl Expected {
    /// The expectation of the value that lies the distance `due` from `start`.
    pub(crate) const fn new(start: Decimal, due: Distance) -> Self {
        Self { start, due }
    }

    /// Whether nothing is expected yet.
    pub(crate) fn is_nothing(&self) -> bool {
        self.due.is_nothing()
    }

    /// The expected value, rounded once.
    ///
    /// # Errors
    ///
    /// [`GrowthError::Overflow`], [`GrowthError::Underflow`] if no decimal is near the value.
    pub(crate) fn value(&self) -> Result<Decimal, GrowthError> {
        let [value] = self.values_at([Decimal::ONE]);
        value
    }

    /// For each share the value that lies that share of the expected distance from the start, rounded once.
    pub(crate) fn values_at<const N: usize>(&self, shares: [Decimal; N]) -> [Result<Decimal, GrowthError>; N] {
        self.due.values_at(self.start, shares).map(|value| Ok(value?))
    }

    /// How far a figure lies from the start, in the terms of the expected distance (units, growth or odds).
    #[inline]
    pub(crate) fn covered(&self, figure: Decimal) -> Covered {
        self.due.covered(self.start, figure)
    }

    /// How far an exact number lies from the start, in the terms of the expected distance (units, growth or odds).
    pub(crate) fn covered_exactly(&self, figure: &Real) -> Covered {
        self.due.covered_exactly(self.start, figure)
    }

    /// Whether a figure lies below or above the value at a share of the expected distance. Exact.
    pub(crate) fn side(&self, share: Decimal, figure: &Covered) -> Ordering {
        figure.side(&self.due, share)
    }

    /// Whether `multiple` times the distance that a figure has covered ends below or above the expected value. Exact.
    pub(crate) fn side_of_multiple(&self, multiple: Decimal, figure: &Covered) -> Ordering {
        match &figure.distance {
            Ok(covered) => self.due.compare(covered, multiple).reverse(),
            // No growth or S-curve leads to the figure: it counts as infinitely far, and so does each multiple.
            Err((side, _)) if multiple.is_sign_negative() => side.reverse(),
            Err((side, _)) => *side,
        }
    }

    /// The distance that a figure has covered ÷ the expected distance, to 12 decimals.
    ///
    /// # Errors
    ///
    /// Those of [`Covered::share_of`], of the expected distance.
    pub(crate) fn pace(&self, figure: &Covered) -> Result<Decimal, GrowthError> {
        figure.share_of(&self.due)
    }

    /// The pace of a limit: the expected distance, which is the room that may be spent by now, ÷ the distance that a
    /// figure has covered, to 12 decimals.
    ///
    /// # Errors
    ///
    /// [`GrowthError::NoDistance`] where nothing is covered; why no growth or S-curve leads to the figure;
    /// [`GrowthError::Overflow`].
    pub(crate) fn pace_of_limit(&self, figure: &Covered) -> Result<Decimal, GrowthError> {
        self.share_of(figure.distance()?)
    }

    /// The expected distance ÷ `way`, a distance from the same start and in the same terms, to 12 decimals.
    pub(crate) fn share_of(&self, way: &Distance) -> Result<Decimal, GrowthError> {
        let share = self.due.quotient(way);
        Ok(share.ok_or(GrowthError::NoDistance { value: self.start })??)
    }

    /// The whole number above or below the value that lies a share of the expected distance from the start.
    ///
    /// # Errors
    ///
    /// Those of [`value`](Self::value).
    pub(crate) fn whole_number_at(&self, share: Decimal, side: WholeNumber) -> Result<Decimal, GrowthError> {
        let [value] = self.values_at([share]);
        let value = value?;
        let whole = side.next_to(value);
        let whole = match (side, self.side(share, &self.covered(value))) {
            // A value that was rounded to a whole number may lie just beside that number.
            (WholeNumber::Above, Ordering::Less) if whole == value => value.checked_add(Decimal::ONE),
            (WholeNumber::Below, Ordering::Greater) if whole == value => value.checked_sub(Decimal::ONE),
            _ => Some(whole),
        };
        whole.ok_or(GrowthError::Overflow)
    }

    /// The expectation of the whole number above or below its value, in the same terms: for things that come one by
    /// one. It stays as it is where nothing leads to that number in these terms: no growth to 0, no S-curve to its
    /// ceiling.
    ///
    /// # Errors
    ///
    /// Those of [`value`](Self::value).
    pub(crate) fn into_whole_number(self, side: WholeNumber) -> Result<Self, GrowthError> {
        let whole = self.whole_number_at(Decimal::ONE, side)?;
        let curve = match &self.due {
            Distance::LongGrowth {
                ceiling: Some(ceiling), ..
            } => Curve::Logistic { ceiling: **ceiling },
            Distance::Growth { .. } | Distance::LongGrowth { ceiling: None, .. } => Curve::ConstantGrowth,
            Distance::Units { .. } => Curve::Linear,
        };
        Ok(match Distance::along(curve, [self.start, whole], Years::whole(1)) {
            Ok(due) => Self { due, ..self },
            Err(_) => self,
        })
    }

    /// The expected value minus `other`, which need not be the start (such as the baseline of a path with milestones):
    /// a distance in units, and on an S-curve a quotient.
    pub(crate) fn units_from(&self, other: Decimal) -> Distance {
        let (value, divisor) = self.due.value_at(self.start, Decimal::ONE);
        let other = Real::from(other);
        let other = divisor.as_ref().map_or(other.clone(), |divisor| divisor.times(&other));
        Distance::Units {
            units: value.minus(&other),
            divisor: divisor.map(Box::new),
        }
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
        let below_zero = expected.covered(dec!(-5));
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
            let covered = expected.covered(figure);
            let found = [dec!(2), dec!(-2)].map(|multiple| expected.side_of_multiple(multiple, &covered));
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
            for (goal, elapsed, is_nothing) in [(90, 1, false), (90, 0, true), (10, 1, true), (10, 0, true)] {
                let way = Distance::along(curve, [dec!(10), goal.into()], Years::whole(4)).unwrap();
                let expected = Expected::new(dec!(10), way.part_by_time(Years::whole(elapsed), Years::whole(4)));
                assert_eq!(expected.is_nothing(), is_nothing, "{curve:?} to {goal} after {elapsed}");
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
            rounded_up.push(expected().side(Decimal::ONE, &expected().covered(value)).is_gt());
            for (side, whole) in [(WholeNumber::Above, value.ceil()), (WholeNumber::Below, value.floor())] {
                assert_eq!(expected().into_whole_number(side).unwrap().value(), Ok(whole), "{goal}");
            }
        }
        assert!(rounded_up.contains(&true) && rounded_up.contains(&false));
    }
}
