//! A value on a chart.

use alloc::string::String;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::report::Axis;
use crate::report::number::{at_most_decimals, with_unit_words};
use crate::trajectory::Point;
use crate::value::{Language, Period, Position};

/// A value on a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChartPoint {
    /// The period at whose end it lies, or whose beginning, middle or mean it is.
    pub period: Period,
    /// The same in words.
    pub period_words: String,
    /// The middle of the period, in decimal years: where a time axis that centres its labels puts it.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub middle: Decimal,
    /// Where it stands, in decimal years: at the end of the period, unless it is a value of its beginning or its
    /// middle, or a mean.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub position: Decimal,
    /// The day at whose end it stands.
    pub stands_on: NaiveDate,
    /// The value, in what the axis counts: [`Axis::unit`](super::super::Axis::unit).
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub value: Decimal,
    /// The value as it is shown, with its unit: `1,892.61 million €`.
    pub words: String,
}

impl ChartPoint {
    /// A point drawn at the end of `at`, with the name of its own period. Its words have the unit of the axis.
    pub(super) fn at_end_of(point: Point, at: Period, axis: &Axis, language: Language) -> Self {
        let value = &at_most_decimals(point.value, axis.decimals);
        Self {
            period: point.period,
            period_words: point.period.words(language),
            middle: middle(point.period),
            position: at.end().to_decimal_years(),
            stands_on: at.last(),
            value: point.value,
            words: with_unit_words(value, &axis.unit_of_numbers, language),
        }
    }
}

/// The middle of a period in decimal years, by the time between its ends as the path counts it.
pub(super) fn middle(period: Period) -> Decimal {
    let (start, end) = (period.start(), period.end());
    let half = end.since(start).units().checked_div(2).unwrap_or_default();
    Position::from_units(start.units().saturating_add(half)).to_decimal_years()
}
