//! What a path expects at a time, exactly: the kernel of every path.
//!
//! It knows no calendar. A path begins at a value and leads to another, and a time is a part of the time between them: so much gone of so much in
//! all, in any unit. What is expected is a movement from the beginning, of which any share can be asked, in units or, on a constant growth, in
//! logarithms. A figure is set beside it exactly; what is shown is rounded once.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::exact::{Exponent, NoDecimal, Prepared, Ratio, Real, scaled_powers, share_of_logarithms};
use crate::growth::{ConstantGrowth, GrowthError, annual_rate, ratio};
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
    /// By so many units.
    Units(Real),
}

/// What a path expects at a time.
#[derive(Debug, Clone)]
pub(crate) struct Expected {
    /// Where the path begins.
    start: Decimal,
    /// From there to what is expected.
    due: Distance,
}

/// A figure as seen from where a path begins, ready to be set beside several distances.
#[derive(Debug, Clone)]
pub(crate) struct Gone {
    start: Decimal,
    figure: Reached,
}

#[derive(Debug, Clone)]
enum Reached {
    /// Figure ÷ start, of two decimals.
    Growth(Prepared),
    /// The same of a number with more digits.
    LongGrowth(Real),
    /// A figure of zero or less, to which no growth leads.
    Below(Decimal),
    /// Figure − start.
    Units(Real),
}

impl Distance {
    /// From one value to another on a straight line.
    pub(crate) fn line(from: Decimal, to: Decimal) -> Self {
        Self::Units(Real::from(to).minus(&Real::from(from)))
    }

    /// A constant growth for some time.
    pub(crate) fn growth(growth: ConstantGrowth, by: Years) -> Self {
        let (factor, whole) = growth.factor_in();
        Self::Growth {
            factor: Prepared::of(factor),
            gone: by.units(),
            whole,
        }
    }

    /// The same for what is rounded, with the logarithm in 128 bits.
    pub(crate) fn growth_in_128_bits(growth: ConstantGrowth, by: Years) -> Self {
        let (factor, whole) = growth.factor_in();
        Self::Growth {
            factor: Prepared::in_128_bits(factor),
            gone: by.units(),
            whole,
        }
    }

    /// The compound rate per year of a growth.
    pub(crate) fn annual_rate(&self) -> Option<Result<Rate, GrowthError>> {
        match self {
            Self::Growth { factor, whole, .. } => Some(annual_rate(factor, *whole)),
            Self::Units(_) => None,
        }
    }

    /// The figure to which it leads.
    pub(crate) fn end(&self, start: Decimal) -> Gone {
        let figure = match self {
            Self::Growth { factor, gone, whole } if u64::try_from(*gone) == Ok(*whole) => Reached::Growth(*factor),
            Self::Growth { factor, gone, whole } => {
                Reached::LongGrowth(Real::power_of(factor.ratio, Exponent::of_spans(*gone, *whole)))
            }
            Self::Units(units) => Reached::Units(units.clone()),
        };
        Gone { start, figure }
    }

    /// A part of it: gone ÷ whole, where whole is above zero.
    #[inline]
    pub(crate) fn part(&self, gone: i64, whole: u64) -> Self {
        match self {
            Self::Growth { factor, .. } => Self::Growth {
                factor: *factor,
                gone,
                whole,
            },
            Self::Units(units) => Self::Units(units.times(&Real::of_units(gone, whole))),
        }
    }

    /// What a way of so much time comes to after some of it.
    #[inline]
    pub(crate) fn after(&self, gone: Years, in_all: Years) -> Self {
        let whole = match self {
            Self::Growth { whole, .. } => *whole,
            Self::Units(_) => in_all.units().unsigned_abs(),
        };
        self.part(gone.units(), whole)
    }

    /// Whether it leads nowhere.
    fn is_nothing(&self) -> bool {
        match self {
            Self::Growth { factor, gone, .. } => *gone == 0 || factor.ratio.is_one(),
            Self::Units(units) => units.is_zero(),
        }
    }

    /// A figure as seen on a way of this kind.
    #[inline]
    pub(crate) fn gone(&self, start: Decimal, figure: Decimal) -> Gone {
        let figure = match self {
            Self::Growth { .. } => Ratio::between(start, figure)
                .map_or(Reached::Below(figure), |grown| Reached::Growth(Prepared::of(grown))),
            Self::Units(_) => Reached::Units(Real::from(figure).minus(&Real::from(start))),
        };
        Gone { start, figure }
    }

    /// The same of an exact number.
    fn gone_exactly(&self, start: Decimal, figure: &Real) -> Gone {
        let figure = match self {
            Self::Growth { .. } => match figure.over(&Real::from(start)) {
                Some(grown) if grown.side().is_gt() => Reached::LongGrowth(grown),
                _ => Reached::Below(Decimal::ZERO),
            },
            Self::Units(_) => Reached::Units(figure.minus(&Real::from(start))),
        };
        Gone { start, figure }
    }

    /// The values at shares of it, rounded once each.
    fn values_at<const N: usize>(&self, start: Decimal, shares: [Decimal; N]) -> [Result<Decimal, NoDecimal>; N] {
        match self {
            Self::Growth { factor, gone, whole } => {
                let exponents = shares.map(|share| Exponent::of_share(share, Years::from_units(*gone), *whole));
                scaled_powers(start, factor, exponents)
            }
            Self::Units(units) => {
                shares.map(|share| Real::from(start).plus(&units.times(&Real::from(share))).rounded())
            }
        }
    }

    /// Its length: in units, or by the logarithm.
    pub(crate) fn length(&self) -> Real {
        match self {
            Self::Growth { factor, gone, whole } => {
                Real::logarithm_of(factor.ratio).times(&Real::of_units(*gone, *whole))
            }
            Self::Units(units) => units.clone(),
        }
    }
}

impl Gone {
    /// On which side of a share of a distance of its kind the figure lies, exactly.
    pub(crate) fn side(&self, due: &Distance, share: Decimal) -> Ordering {
        let exponent = |gone: i64, whole| Exponent::of_share(share, Years::from_units(gone), whole);
        match (&self.figure, due) {
            (Reached::Growth(grown), Distance::Growth { factor, gone, whole }) => {
                grown.compare(factor, exponent(*gone, *whole))
            }
            (Reached::LongGrowth(grown), Distance::Growth { factor, gone, whole }) => {
                grown.compare_with_power(factor.ratio, exponent(*gone, *whole))
            }
            (Reached::Units(gone), Distance::Units(units)) => gone.cmp(&units.times(&Real::from(share))),
            _ => Ordering::Less,
        }
    }

    /// The same of the whole distance.
    pub(crate) fn side_of_end(&self, due: &Distance) -> Ordering {
        match (&self.figure, due) {
            (Reached::Growth(grown), Distance::Growth { factor, gone, whole }) => {
                grown.compare(factor, Exponent::of_spans(*gone, *whole))
            }
            (Reached::Units(gone), Distance::Units(units)) => gone.cmp(units),
            _ => self.side(due, Decimal::ONE),
        }
    }

    /// What part of a distance of its kind the figure has gone, to 12 decimals.
    ///
    /// # Errors
    ///
    /// [`GrowthError::NoDistance`] of no distance; why no growth leads to the figure; [`GrowthError::Overflow`].
    pub(crate) fn share_of(&self, whole: &Distance) -> Result<Decimal, GrowthError> {
        let share = match (&self.figure, whole) {
            (Reached::Below(figure), _) => return ratio(self.start, *figure).map(|_| Decimal::ZERO),
            (Reached::Growth(grown), Distance::Growth { factor, gone, whole }) => {
                share_of_logarithms(grown, factor, (*gone, *whole))
            }
            (Reached::LongGrowth(grown), _) => grown.logarithm().and_then(|gone| gone.quotient(&whole.length())),
            (Reached::Units(gone), Distance::Units(units)) => gone.quotient(units),
            _ => None,
        };
        Ok(share.ok_or(GrowthError::NoDistance { value: self.start })??)
    }
}

impl Expected {
    /// So far from a value.
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

    /// A figure beside it, ready to be asked at several shares.
    #[inline]
    pub(crate) fn gone(&self, figure: Decimal) -> Gone {
        self.due.gone(self.start, figure)
    }

    /// The same of an exact number.
    pub(crate) fn gone_exactly(&self, figure: &Real) -> Gone {
        self.due.gone_exactly(self.start, figure)
    }

    /// On which side of the value at a share of what is expected a figure lies, exactly.
    pub(crate) fn side(&self, share: Decimal, figure: &Gone) -> Ordering {
        figure.side(&self.due, share)
    }

    /// On which side of what is expected a multiple of what is gone lies, exactly. Nothing is expected where no time is gone.
    pub(crate) fn side_of_multiple(&self, multiple: Decimal, figure: &Gone) -> Ordering {
        let side = match (&self.due, &figure.figure) {
            // The factor to the power of gone ÷ whole beside the multiple is the factor beside whole ÷ gone times the multiple.
            (Distance::Growth { factor, gone, whole }, Reached::Growth(grown)) => {
                let whole = Years::from_units(i64::try_from(*whole).unwrap_or(i64::MAX));
                factor.compare(grown, Exponent::of_share(multiple, whole, gone.unsigned_abs()))
            }
            (Distance::Units(due), Reached::Units(gone)) => due.compare_multiple(gone, &Real::from(multiple)),
            (due, Reached::LongGrowth(grown)) => match grown.logarithm() {
                Some(gone) => due.length().compare_multiple(&gone, &Real::from(multiple)),
                None => Ordering::Greater,
            },
            _ => Ordering::Greater,
        };
        side.reverse()
    }

    /// What is expected ÷ what is gone, to 12 decimals.
    ///
    /// # Errors
    ///
    /// [`GrowthError::NoDistance`] where nothing is gone; why no growth leads to the figure; [`GrowthError::Overflow`].
    pub(crate) fn pace_of_room(&self, figure: &Gone) -> Result<Decimal, GrowthError> {
        let pace = match (&self.due, &figure.figure) {
            (Distance::Growth { factor, gone, whole }, Reached::Growth(grown)) => {
                let whole = i64::try_from(*whole).unwrap_or(i64::MAX);
                share_of_logarithms(factor, grown, (whole, gone.unsigned_abs()))
            }
            (Distance::Units(due), Reached::Units(gone)) => due.quotient(gone),
            (due, Reached::LongGrowth(grown)) => grown.logarithm().and_then(|gone| due.length().quotient(&gone)),
            _ => None,
        };
        Ok(pace.ok_or(GrowthError::NoDistance { value: self.start })??)
    }

    /// The same with the whole number on one side of the value in its place: for things that come one by one.
    ///
    /// # Errors
    ///
    /// Those of [`value`](Self::value).
    pub(crate) fn in_whole_numbers(self, is_up: bool) -> Result<Self, GrowthError> {
        let value = self.value()?;
        let (floor, ceiling) = (value.floor(), value.ceil());
        let whole = match self.side(Decimal::ONE, &self.gone(value)) {
            // What is rounded to a whole number may lie just beside it.
            Ordering::Less if floor == ceiling && is_up => value.checked_add(Decimal::ONE),
            Ordering::Greater if floor == ceiling && !is_up => value.checked_sub(Decimal::ONE),
            _ => Some(if is_up { ceiling } else { floor }),
        };
        let whole = whole.ok_or(GrowthError::Overflow)?;
        let due = match self.due {
            Distance::Growth { .. } => Distance::growth(
                ConstantGrowth::new(self.start, whole, Years::whole(1))?,
                Years::whole(1),
            ),
            Distance::Units(_) => Distance::line(self.start, whole),
        };
        Ok(Self { due, ..self })
    }

    /// How much of a way from there is expected, to 12 decimals.
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
            _ => self.due.length().quotient(&way.length()),
        };
        Ok(share.ok_or(GrowthError::NoDistance { value: self.start })??)
    }

    /// The share of the way that a figure has gone ÷ the share that is expected, to 12 decimals.
    pub(crate) fn pace(&self, figure: &Gone) -> Result<Decimal, GrowthError> {
        figure.share_of(&self.due)
    }
}
