//! How fast: the growth between two values, the growth that is still required, and where growth leads.
//!
//! | question | answer |
//! |---|---|
//! | How fast did it grow? | [`rate`] |
//! | How fast must it grow from here? | [`required_annual`] |
//! | Where does a rate of growth lead? | [`compound()`], [`ConstantGrowth::project`] |
//! | What do yearly rates add up to? | [`compound_yearly`] |
//! | Is it as far as a constant growth would have brought it? | [`ConstantGrowth::compare`], [`ConstantGrowth::compare_yearly`], decided exactly |
//! | How many units a year is that, or are left to a total? | [`change_per_year`] |
//! | Is it on the straight line? | [`ConstantChange::compare`], decided exactly |
//! | How much of the way is done? | [`share_of_way`], [`share_of_way_compound`] |
//! | How fast did a series grow on average? | [`average_level`] (水平法), [`average_cumulative`] (累计法) |
//! | How fast must flows grow to reach a total? | [`required_flow_growth`] |
//! | Where do many figures point, and not only two? | [`linear_trend`], [`log_linear_trend`] |
//! | How fast, if growth is counted continuously? | [`continuous_rate`] |
//!
//! Every result is rounded once: it is the nearest [`Decimal`], half-even, at the largest scale up to 28 that holds it,
//! without trailing zeros. Every comparison is exact: a value that lies on the path is `Equal`, never a little above or
//! below.
//!
//! # Domains and edges
//!
//! | values | compound | linear |
//! |---|---|---|
//! | both above 0 | defined | defined |
//! | equal | rate 0; the share of the way is [`GrowthError::NoDistance`] | change 0; the share likewise |
//! | one is 0 | [`GrowthError::Zero`]: −100 % is a limit, not a rate | defined |
//! | signs differ | [`GrowthError::Crossing`] | defined |
//! | both below 0 | [`GrowthError::BothNegative`]: a loss that shrinks is another statement | defined |
//! | no time, or less | [`GrowthError::EmptySpan`], [`GrowthError::NegativeSpan`] | the same |
//! | the result exceeds 2⁹⁶ − 1 | [`GrowthError::Overflow`] | the same |
//! | a value is above zero, but nearer to zero than to any other decimal | [`GrowthError::Underflow`] | 0 |
//! | there is a change, and its size per year is so small | a rate of 0 | [`GrowthError::Underflow`] |
//! | a rate cannot be told from −100 % | [`GrowthError::Underflow`] | |
//!
//! So a rate, a share of the way and a value on a straight line can be a rounded 0; a value that compounds and a change
//! per year are 0 only where that is exact.

mod average;
mod chain;
mod change;
mod compound;
mod constant_growth;
mod crossing;
mod regression;
mod share;

use rust_decimal::Decimal;

pub use average::{average_cumulative, average_level, required_flow_growth};
pub use chain::compound_yearly;
pub(crate) use chain::factor_of;
pub use change::{ConstantChange, change_per_year, share_of_way};
pub use compound::{compound, continuous_rate, rate, required_annual};
pub use constant_growth::ConstantGrowth;
pub(crate) use constant_growth::annual_rate;
pub(crate) use crossing::size_of_complex_rate;
pub use regression::{LinearTrend, LogLinearTrend, linear_trend, log_linear_trend};
pub use share::share_of_way_compound;

use crate::exact::{NoDecimal, Ratio};
use crate::value::{Years, errors};

errors! {
    /// Why a question about growth has no answer.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
    #[non_exhaustive]
    pub enum GrowthError {
        /// One of the two values is zero: compound growth leads neither from zero nor to zero.
        Zero {
            /// The earlier value.
            from: Decimal,
            /// The later value.
            to: Decimal,
        } = ("zero", "compound growth never starts or ends at zero, got {from} to {to}"),
        /// The two values have different signs: compound growth never crosses zero.
        Crossing {
            /// The earlier value.
            from: Decimal,
            /// The later value.
            to: Decimal,
        } = ("crossing", "compound growth never crosses zero, got {from} to {to}"),
        /// Both values are negative: how a loss shrinks or grows is another statement than a rate of growth.
        BothNegative {
            /// The earlier value.
            from: Decimal,
            /// The later value.
            to: Decimal,
        } = ("both_negative", "a loss that shrinks or grows has no compound rate, got {from} to {to}"),
        /// A value that compounds is not negative.
        Negative {
            /// The value that was given.
            value: Decimal,
        } = ("negative", "a value that compounds is zero or more, got {value}"),
        /// Odds grow between 0 and a ceiling only.
        OffCurve {
            /// The value that was given.
            value: Decimal,
            /// The ceiling.
            ceiling: Decimal,
        } = ("off_curve", "an S-curve runs above 0 and below its ceiling of {ceiling}, got {value}"),
        /// Something is measured against this value, so it is above zero.
        Start {
            /// The value that was given.
            start: Decimal,
        } = ("start", "growth is measured against a value above 0, got {start}"),
        /// There is no time between the two values.
        EmptySpan = ("empty_span", "growth takes time, and there is none between the two values"),
        /// The later value comes before the earlier one.
        NegativeSpan {
            /// The span that was given.
            over: Years,
        } = ("negative_span", "the span runs backwards: {over} years"),
        /// From and to are the same value, so there is no way between them of which a part could be done.
        NoDistance {
            /// The one value.
            value: Decimal,
        } = ("no_distance", "there is no way from {value} to itself, so no share of it"),
        /// An average needs values.
        NoValues = ("no_values", "an average needs at least one value after the base"),
        /// A trend needs points at two times at least.
        OneTime = ("one_time", "a trend needs points at two different times or more"),
        /// A point that counts has a weight above zero, and there are as many weights as points.
        Weights {
            /// How many usable weights were given.
            weights: usize,
            /// How many points there are.
            points: usize,
        } = ("weights", "a trend needs one weight above 0 for each point, got {weights} of them for {points} points"),
        /// The flows add up to zero or less, which no growth from a positive flow does.
        NoSolution {
            /// The flow that is grown from.
            base: Decimal,
            /// The sum of the flows, to the digits that a decimal holds.
            total: Decimal,
        } = ("no_solution", "flows that grow from {base} add up to more than 0, got {total}"),
        /// So many yearly flows are not added up.
        TooManyFlows {
            /// How many there are.
            flows: u32,
        } = ("too_many_flows", "flows of up to 1000 years are added up, got {flows}"),
        /// The result is larger than the largest decimal.
        Overflow = ("overflow", "the result lies beyond ±79,228,162,514,264,337,593,543,950,335"),
        /// The result is not zero (or the rate not −100 %), but nearer to it than to any other decimal.
        Underflow = ("underflow", "the result lies closer to 0, or the rate to -1, than 28 decimals can tell"),
    }
}

impl From<NoDecimal> for GrowthError {
    fn from(error: NoDecimal) -> Self {
        match error {
            NoDecimal::Overflow => Self::Overflow,
            NoDecimal::Underflow => Self::Underflow,
        }
    }
}

/// `to ÷ from`, the factor of the growth from one value to the other.
///
/// # Errors
///
/// [`GrowthError::Zero`], [`GrowthError::BothNegative`] or [`GrowthError::Crossing`] unless both are above zero.
pub(crate) fn growth_ratio(from: Decimal, to: Decimal) -> Result<Ratio, GrowthError> {
    Ratio::between(from, to).ok_or_else(|| {
        if from.is_zero() || to.is_zero() {
            GrowthError::Zero { from, to }
        } else if from.is_sign_negative() == to.is_sign_negative() {
            GrowthError::BothNegative { from, to }
        } else {
            GrowthError::Crossing { from, to }
        }
    })
}

/// The units of a span in which something grows; an error unless the span is longer than no time.
pub(crate) fn positive_span(over: Years) -> Result<u64, GrowthError> {
    match u64::try_from(over.units()) {
        Ok(0) => Err(GrowthError::EmptySpan),
        Ok(units) => Ok(units),
        Err(_) => Err(GrowthError::NegativeSpan { over }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dec;

    #[test]
    fn each_message_says_what_was_given_and_what_would_be_right() {
        let (from, to, loss, over) = (dec!(0), dec!(12.5), dec!(-3), Years::months(-6));
        for (error, message) in [
            (
                GrowthError::Zero { from, to },
                "compound growth never starts or ends at zero, got 0 to 12.5",
            ),
            (
                GrowthError::Crossing { from: loss, to },
                "compound growth never crosses zero, got -3 to 12.5",
            ),
            (
                GrowthError::BothNegative { from: loss, to: loss },
                "a loss that shrinks or grows has no compound rate, got -3 to -3",
            ),
            (
                GrowthError::Negative { value: dec!(-3) },
                "a value that compounds is zero or more, got -3",
            ),
            (
                GrowthError::Start { start: dec!(0) },
                "growth is measured against a value above 0, got 0",
            ),
            (
                GrowthError::EmptySpan,
                "growth takes time, and there is none between the two values",
            ),
            (
                GrowthError::NegativeSpan { over },
                "the span runs backwards: -0.5 years",
            ),
            (
                GrowthError::NoDistance { value: dec!(50) },
                "there is no way from 50 to itself, so no share of it",
            ),
            (
                GrowthError::NoValues,
                "an average needs at least one value after the base",
            ),
            (
                GrowthError::NoSolution { base: to, total: loss },
                "flows that grow from 12.5 add up to more than 0, got -3",
            ),
            (
                GrowthError::TooManyFlows { flows: 1_001 },
                "flows of up to 1000 years are added up, got 1001",
            ),
            (
                GrowthError::Overflow,
                "the result lies beyond ±79,228,162,514,264,337,593,543,950,335",
            ),
            (
                GrowthError::Underflow,
                "the result lies closer to 0, or the rate to -1, than 28 decimals can tell",
            ),
        ] {
            assert_eq!(error.to_string(), message);
        }
    }

    #[test]
    fn each_message_about_trends() {
        for (error, message) in [
            (
                GrowthError::OneTime,
                "a trend needs points at two different times or more",
            ),
            (
                GrowthError::Weights { weights: 1, points: 2 },
                "a trend needs one weight above 0 for each point, got 1 of them for 2 points",
            ),
        ] {
            assert_eq!(error.to_string(), message);
        }
    }
}
