//! The kind of number that an indicator is: its measure, how it relates to its period, its unit, and what is possible.

use alloc::format;
use alloc::string::String;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::unit::{PER_CENT, says_per_cent, shift};
use super::{Edge, Interval, Period, Spot, Unit, ValueError, getters, names};

names! { "a measure":
    /// The kinds of numbers that an indicator can be.
    #[non_exhaustive]
    pub enum Measure {
        /// What is there at a point in time: buildings, inhabitants.
        Stock = "stock",
        /// What happens during a period: product, revenue, firms founded. Shorter periods add up to longer ones.
        Flow = "flow",
        /// A part of a whole: days with good air, homes connected.
        Share = "share",
        /// One quantity per another: µg/m³, cases per 1,000 inhabitants, yuan per km².
        Ratio = "ratio",
        /// A number without dimension, such as an index of prices.
        Index = "index",
        /// The growth of something else over its period, such as real GDP growth.
        GrowthRate = "growth_rate",
        /// A place in an order; less is better.
        Rank = "rank",
    }
}

impl Measure {
    /// Whether numbers of this measure in a unit would be misread as per cent: shares and rates of growth count in
    /// parts of 1, so that 6 would be growth of 600 %, and the unit is called per cent and is not the code of per cent.
    pub(crate) fn misreads_per_cent(self, unit: &Unit) -> bool {
        let is_part_of_one = matches!(self, Self::Share | Self::GrowthRate);
        is_part_of_one && unit.multiplier() == 0 && says_per_cent(unit.code().as_str())
    }

    /// A number of this kind, as a message names it: `a share`.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Stock => "a stock",
            Self::Flow => "a flow",
            Self::Share => "a share",
            Self::Ratio => "a ratio",
            Self::Index => "an index",
            Self::GrowthRate => "a growth rate",
            Self::Rank => "a rank",
        }
    }

    /// How a number of this kind relates to its period where nobody says otherwise.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Collected, Measure};
    ///
    /// // Homes are counted at the end of a year, sales add up over it, a rate is its mean.
    /// let usual = [Measure::Stock, Measure::Flow, Measure::Share].map(Measure::collected);
    /// assert_eq!(usual, [Collected::End, Collected::Sum, Collected::Average]);
    /// ```
    pub const fn collected(self) -> Collected {
        match self {
            Self::Stock => Collected::End,
            Self::Flow => Collected::Sum,
            Self::Share | Self::Ratio | Self::Index | Self::GrowthRate | Self::Rank => Collected::Average,
        }
    }
}

names! { "a way in which a number is collected":
    /// How a number relates to the period under which it stands. It decides which figures can be compared.
    ///
    /// | | in SDMX | a figure |
    /// |---|---|---|
    /// | `end` | `E` | stands at the end of its period, however long that is |
    /// | `average` | `A` | is the mean over its period: that of a month is not that of the year |
    /// | `sum` | `S` | is the total of its period: those of months add up to that of the year |
    /// | `beginning` | `B` | stands at the beginning of its period: inhabitants on 1 January |
    /// | `middle` | `M` | stands in the middle of its period: inhabitants in mid-year |
    ///
    /// # Sources
    ///
    /// SDMX code list `CL_TIME_PER_COLLECT`.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Collected, Measure, Quantity, Unit};
    ///
    /// let connected = Quantity::new(Measure::Share, Unit::percent());
    /// assert_eq!(connected.collected(), Collected::Average);
    /// let at_the_end = connected.with_collected(Collected::End)?;
    /// assert_eq!(at_the_end.collected(), Collected::End);
    ///
    /// let error = at_the_end.with_collected(Collected::Sum).unwrap_err().to_string();
    /// assert_eq!(error, "only a flow is collected as a sum: a share of several periods is no sum of theirs");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    #[non_exhaustive]
    pub enum Collected {
        /// At the end of its period.
        End = "end",
        /// As the average over it.
        Average = "average",
        /// As the sum of it.
        Sum = "sum",
        /// At its beginning.
        Beginning = "beginning",
        /// In its middle.
        Middle = "middle",
    }
}

impl Collected {
    /// Whether a figure speaks of its whole period, so that a half year's cannot stand for a year's; otherwise of a
    /// moment in it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Collected;
    ///
    /// let moments = Collected::ALL.iter().filter(|collected| !collected.covers_its_period());
    /// assert_eq!(moments.map(|collected| collected.name()).collect::<Vec<_>>(), ["end", "beginning", "middle"]);
    /// ```
    pub const fn covers_its_period(self) -> bool {
        matches!(self, Self::Average | Self::Sum)
    }

    /// Where the value of a figure of `period` was there: at the end of the day before the period for its beginning,
    /// where half of it is over for its middle, and at its end for its end, an average or a sum.
    pub(crate) fn measured_at(self, period: Period) -> Spot {
        let spot = match self {
            Self::Beginning => period
                .first()
                .pred_opt()
                .and_then(|day| Period::day(day).ok())
                .map(Spot::from),
            Self::Middle => period.halved(),
            Self::End | Self::Average | Self::Sum => None,
        };
        spot.unwrap_or(period.into())
    }

    /// The last day that is over where the value of a figure of `period` was [there](Self::measured_at).
    pub(crate) fn measured_on(self, period: Period) -> NaiveDate {
        self.measured_at(period).last()
    }

    /// The period at whose end a figure of `period` stands on an axis on which figures as long as `own` stand at the
    /// ends of their periods. It is `period`, unless the figure is collected at the beginning or in the middle of a
    /// period that is not as long as `own`: then it is the day on which [that moment stands](Self::moment_stands_on).
    pub(crate) fn stands_at_end_of(self, period: Period, own: Period) -> Period {
        if !matches!(self, Self::Beginning | Self::Middle) || period.is_as_long_as(own) {
            return period;
        }
        self.moment_stands_on(period, own)
            .filter(|day| *day != period.last())
            .and_then(|day| Period::day(day).ok())
            .unwrap_or(period)
    }

    /// The day at whose end a figure stands that is collected at the beginning or in the middle of `period`, where such
    /// a figure of `own` stands at the end of `own`: all such moments are moved by the same time. `None` for a figure
    /// that is collected otherwise, and beyond the calendar.
    pub(crate) fn moment_stands_on(self, period: Period, own: Period) -> Option<NaiveDate> {
        let own_after = |day: NaiveDate| Some(own.beginning_after(day)?.last());
        match self {
            Self::Beginning => own_after(period.first().pred_opt()?),
            Self::Middle => {
                let moment = period.middle()?;
                Period::between(moment.succ_opt()?, own_after(moment)?).ok()?.middle()
            }
            _ => None,
        }
    }
}

/// The number that an indicator is: its kind, how it relates to its period, and its unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[must_use]
pub struct Quantity {
    measure: Measure,
    /// INVARIANT: one that the measure can have.
    collected: Collected,
    unit: Unit,
    /// INVARIANT: within what the measure itself can be.
    #[cfg_attr(
        feature = "serde",
        serde(rename = "possible", skip_serializing_if = "Option::is_none")
    )]
    stated: Option<Interval>,
}

impl Quantity {
    /// A number of this kind in this unit, collected as such numbers mostly are: a stock at the end of its period, a
    /// flow as the sum over it, all others as the average over it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Collected, Measure, Quantity, Unit, code};
    ///
    /// // Emissions of a year, in thousands of tonnes.
    /// let emissions = Quantity::new(Measure::Flow, Unit::new(code!("t"), 3)?);
    /// assert_eq!(emissions.collected(), Collected::Sum);
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub const fn new(measure: Measure, unit: Unit) -> Self {
        Self {
            measure,
            collected: measure.collected(),
            unit,
            stated: None,
        }
    }

    /// The same quantity, collected in another way.
    ///
    /// # Errors
    ///
    /// [`ValueError::CollectedAsSum`] unless it is a flow; [`ValueError::CollectedAtMoment`] for a flow at a moment of
    /// its period.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Collected, Measure, Quantity, Unit};
    ///
    /// // The share of homes that are connected when the year ends.
    /// let connected = Quantity::new(Measure::Share, Unit::percent()).with_collected(Collected::End)?;
    /// assert_eq!(connected.collected(), Collected::End);
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn with_collected(self, collected: Collected) -> Result<Self, ValueError> {
        match (self.measure, collected) {
            (Measure::Flow, Collected::Sum | Collected::Average) => {}
            (Measure::Flow, _) => return Err(ValueError::CollectedAtMoment { collected }),
            (measure, Collected::Sum) => return Err(ValueError::CollectedAsSum { measure }),
            _ => {}
        }
        Ok(Self { collected, ..self })
    }

    /// The same quantity, whose values all lie within `possible`.
    ///
    /// # Errors
    ///
    /// - [`ValueError::OutsideOfPossible`] if `possible` reaches beyond what the measure can be: a share lies in its
    ///   whole, and the first rank is 1;
    /// - [`ValueError::OpenEnd`] if an end of `possible` is exclusive.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Interval;
    /// use milepost::{Measure, Quantity, Unit, code, dec};
    ///
    /// let rain = Quantity::new(Measure::Flow, Unit::new(code!("mm"), 0)?).with_possible(Interval::at_least(dec!(0)))?;
    /// assert_eq!(rain.possible(), Some(Interval::at_least(dec!(0))));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn with_possible(self, possible: Interval) -> Result<Self, ValueError> {
        let ends = [possible.low(), possible.high()];
        if ends.iter().any(|end| matches!(end, Edge::Exclusive(_))) {
            return Err(ValueError::OpenEnd { possible });
        }
        let mut limits = ends.into_iter().filter_map(Edge::value);
        match limits.find_map(|limit| self.refuse_beyond(limit)) {
            Some(error) => Err(error),
            None => Ok(Self {
                stated: Some(possible),
                ..self
            }),
        }
    }

    /// Why this quantity cannot have the value, as a share of 103 %; `None` if it can.
    pub(crate) fn refuse_beyond(&self, value: Decimal) -> Option<ValueError> {
        let possible = self.possible().filter(|possible| !possible.contains(value))?;
        let measure = self.measure;
        Some(ValueError::OutsideOfPossible {
            value,
            measure,
            possible,
        })
    }

    getters! {
        /// The kind of number.
        measure: Measure,
        /// How the number relates to its period.
        collected: Collected,
        /// The unit.
        unit: &Unit,
    }

    /// Where every value lies: in what is stated, a share in its whole, a rank from 1 on. `None` where any value is
    /// possible.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Interval;
    /// use milepost::{Measure, Quantity, Unit, dec};
    ///
    /// let share = Quantity::new(Measure::Share, Unit::percent());
    /// assert_eq!(share.possible().map(|possible| possible.contains(dec!(103))), Some(false));
    /// let most = share.with_possible(Interval::at_most(dec!(80)))?;
    /// assert_eq!(most.possible().map(|possible| possible.to_string()), Some("0 – 80".into()));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn possible(&self) -> Option<Interval> {
        let own = match self.measure {
            Measure::Share => {
                let whole = self.full_share().map_or(Edge::Unlimited, Edge::Inclusive);
                Interval::between(Edge::Inclusive(Decimal::ZERO), whole).ok()
            }
            Measure::Rank => Some(Interval::at_least(Decimal::ONE)),
            _ => None,
        };
        let (Some(own), Some(stated)) = (own, self.stated) else {
            return own.or(self.stated);
        };
        let narrower = |stated, own| if stated == Edge::Unlimited { own } else { stated };
        let (low, high) = (narrower(stated.low(), own.low()), narrower(stated.high(), own.high()));
        Interval::between(low, high).ok()
    }

    /// The quantity as a message names it, with everything by which it differs from another one.
    pub(crate) fn in_words(&self) -> String {
        let possible = self.stated.map(|stated| format!(", {}", stated.in_words()));
        let (unit, measure, collected) = (&self.unit, self.measure.name(), self.collected.name());
        format!("`{unit}` ({measure}, {collected}{})", possible.unwrap_or_default())
    }

    /// The possible values that the author states; `None` if none are stated, and those of the measure hold.
    #[cfg(feature = "serde")]
    pub(crate) const fn stated_possible(&self) -> Option<Interval> {
        self.stated
    }

    /// Whether the quantity is a count of things, which is never below 0.
    pub(crate) const fn counts_things(&self) -> bool {
        matches!(self.measure, Measure::Stock | Measure::Flow) && self.unit.is_whole()
    }

    /// The value of the whole: 100 for a share in percent, `None` if this is not a share.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Measure, Quantity, Unit, dec};
    ///
    /// assert_eq!(Quantity::new(Measure::Share, Unit::percent()).full_share(), Some(dec!(100)));
    /// assert_eq!(Quantity::new(Measure::Share, Unit::ratio()).full_share(), Some(dec!(1)));
    /// ```
    pub fn full_share(&self) -> Option<Decimal> {
        match self.measure {
            Measure::Share => shift(Decimal::ONE, i32::from(self.unit.multiplier()).saturating_neg()),
            _ => None,
        }
    }
}

/// The advice to take per cent as the unit, if a value of a share of 1 looks like a percentage; empty for any other
/// value.
pub(super) fn per_cent_in_a_whole_of_one(measure: Measure, possible: Interval, value: Decimal) -> String {
    let is_of_one = measure == Measure::Share && possible.high() == Edge::Inclusive(Decimal::ONE);
    if is_of_one && value > Decimal::ONE && value <= Decimal::ONE_HUNDRED {
        format!("; per cent is the unit `{PER_CENT}`")
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn the_ends_of_what_is_possible_are_possible() {
        let flow = || Quantity::new(Measure::Flow, Unit::new("t".parse().unwrap(), 0).unwrap());
        for (possible, said) in [
            (Interval::more_than(dec!(0)), "> 0"),
            (Interval::less_than(dec!(9)), "< 9"),
            (
                Interval::between(Edge::Inclusive(dec!(0)), Edge::Exclusive(dec!(9))).unwrap(),
                "≥ 0, < 9",
            ),
        ] {
            assert_eq!(
                flow().with_possible(possible).unwrap_err().to_string(),
                format!("what is possible begins and ends with a value that is possible, got {said}")
            );
        }
        assert!(flow().with_possible(Interval::at_least(dec!(0))).is_ok());
    }

    #[test]
    fn each_measure_is_collected_in_its_own_ways() {
        use Collected::{Average, Beginning, End, Middle, Sum};
        for (measure, first, others) in [
            (Measure::Stock, End, [Average, Beginning, Middle].as_slice()),
            (Measure::Flow, Sum, &[Average]),
            (Measure::Share, Average, &[End, Beginning, Middle]),
            (Measure::Ratio, Average, &[End, Beginning, Middle]),
            (Measure::Index, Average, &[End, Beginning, Middle]),
            (Measure::GrowthRate, Average, &[End, Beginning, Middle]),
            (Measure::Rank, Average, &[End, Beginning, Middle]),
        ] {
            let quantity = Quantity::new(measure, Unit::ratio());
            assert_eq!(quantity.collected(), first, "{}", measure.name());
            for &collected in Collected::ALL {
                let is_one = collected == first || others.contains(&collected);
                let other = quantity.clone().with_collected(collected);
                assert_eq!(other.is_ok(), is_one, "{} {}", measure.name(), collected.name());
                if let Err(error) = other {
                    let words = match collected {
                        Sum => format!(
                            "only a flow is collected as a sum: a {} of several periods is no sum of theirs",
                            measure.name()
                        ),
                        _ => format!(
                            "a flow happens during its period and is never at its {}: it is collected as a `sum` or an `average`",
                            collected.name()
                        ),
                    };
                    assert_eq!(error.to_string(), words);
                }
            }
        }
    }

    #[test]
    fn the_whole_of_a_share() {
        assert_eq!(
            Quantity::new(Measure::Share, Unit::percent()).full_share(),
            Some(dec!(100))
        );
        assert_eq!(Quantity::new(Measure::Share, Unit::ratio()).full_share(), Some(dec!(1)));
        assert_eq!(Quantity::new(Measure::Stock, Unit::percent()).full_share(), None);
    }
}
