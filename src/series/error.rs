//! What cannot be said by observations.

use alloc::format;
use alloc::string::String;
use core::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::value::{Code, Period, errors, excerpt};

errors! {
    /// Why observations cannot stand together.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum SeriesError {
        /// Two observations cannot be told apart.
        #[error(
            "{}two observations of {period} have the same date of publication and the same source; a later vintage has a later date, \
             and where one corrects the other on its own day, leave out the wrong one",
            .indicator.as_ref().map(|indicator| format!("{}: ", whose(indicator, .breakdown.as_ref()))).unwrap_or_default()
        )]
        Repeated {
            /// The indicator's code; `None` where a document says it, whose place is told.
            indicator: Option<Code>,
            /// The code of the breakdown, if they are not of the total, or it is not known yet.
            breakdown: Option<Code>,
            /// The period that both are of.
            period: Period,
        } = ("repeated_observation",),
        /// A running total begins after it ends.
        TotalBeginsTooLate {
            /// The period with which the total ends.
            period: Period,
            /// The day on which it is said to begin.
            since: NaiveDate,
        } = ("total_begins_too_late", "a running total that ends with {period} cannot begin on {since}"),
        /// A letter that is none of the flags of Eurostat.
        #[error(
            "`{}` is not a flag of Eurostat: those are b, d, e, f, i, m, n, p, u, C, N, P, of old c, r, s, z, and `:` for no value",
            excerpt(flag.encode_utf8(&mut [0; 4]))
        )]
        FlagUnknown {
            /// The letter.
            flag: char,
        } = ("unknown_flag",),
        /// Two series of one indicator, or of one part of it.
        #[error(
            "{} has two series; its observations belong in one, and a series of another part says in its `breakdown` of which",
            whose(.indicator, .breakdown.as_ref())
        )]
        TwoSeries {
            /// The indicator's code.
            indicator: Code,
            /// The code of the breakdown, if they are not of the total.
            breakdown: Option<Code>,
        } = ("two_series",),
        /// Figures are added to a series that is not there.
        #[error(
            "{} has no series to which a figure could be added: its unit is not known{}",
            whose(.indicator, .breakdown.as_ref()),
            .nearest.as_ref().map(|near| format!("; the nearest that has one is `{near}`")).unwrap_or_default()
        )]
        SeriesMissing {
            /// The indicator's code.
            indicator: String,
            /// The code of the breakdown, if they are not of the total.
            breakdown: Option<String>,
            /// The nearest code that has a series: of a breakdown of the indicator, if that has any, else of an
            /// indicator.
            nearest: Option<Code>,
        } = ("series_missing",),
        /// A figure was published, or a deliverable reported on, outside of the years that documents can write.
        DayOutOfRange {
            /// The day that was given.
            day: NaiveDate,
            /// The field of which it is the day: `published`, or `on` of a report.
            field: &'static str,
        } = ("day_out_of_range", "a day of publication or of a report lies within the years 0001 to 9999, got {day}"),
        /// A range does not hold the value beside which it stands.
        RangeWithoutValue {
            /// The value.
            value: Decimal,
            /// The lower end of the range.
            from: Decimal,
            /// The upper end.
            to: Decimal,
        } = ("range_without_value",
            "the range from {from} to {to} does not hold the value {value} beside which it stands"),
        /// A confidence is no fraction between 0 and 1.
        Confidence {
            /// The confidence that was given.
            confidence: Decimal,
        } = ("confidence_out_of_range",
            "a confidence is a fraction above 0 and below 1, such as 0.95, got {confidence}"),
        /// A standard error is negative.
        StandardError {
            /// The standard error that was given.
            standard_error: Decimal,
        } = ("negative_standard_error", "a standard error is 0 or more, got {standard_error}"),
        /// An uncertainty stands beside no value.
        UncertaintyOfNoValue = ("uncertainty_of_no_value",
            "an uncertainty stands beside a value, and here is none; limits are a value by themselves, such as {{\"at_least\": \"22\"}}"),
        /// The share done of a deliverable is not from 0 to 1.
        ShareDone {
            /// The share that was given.
            share: Decimal,
        } = ("share_done_out_of_range", "the share done of a deliverable is from 0 to 1, got {share}"),
    }
}

impl SeriesError {
    /// The field of the documents that it is about, as the path of a [`Problem`](crate::Problem) would end: of the
    /// figure (`uncertainty.confidence`), of the report (`share_done`), or of the series (`indicator`). Empty where it
    /// is about all of a figure, which is there twice.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Observation, Uncertainty, dec, period};
    ///
    /// // A form puts the message beside the field, as it does with the problems of a document.
    /// let wrong = Uncertainty::confidence_interval(dec!(80), dec!(84), dec!(95));
    /// let error = Observation::new(period!("2024"), dec!(82)).with_uncertainty(wrong).map(drop).unwrap_err();
    /// assert_eq!(error.field(), "uncertainty.confidence");
    /// assert_eq!(error.to_string(), "a confidence is a fraction above 0 and below 1, such as 0.95, got 95");
    /// ```
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Repeated { .. } => "",
            Self::TotalBeginsTooLate { .. } => "cumulative_since",
            Self::FlagUnknown { .. } => "status",
            Self::TwoSeries { .. } | Self::SeriesMissing { .. } => "indicator",
            Self::DayOutOfRange { field, .. } => field,
            Self::RangeWithoutValue { .. } | Self::UncertaintyOfNoValue => "uncertainty",
            Self::Confidence { .. } => "uncertainty.confidence",
            Self::StandardError { .. } => "uncertainty.standard_error",
            Self::ShareDone { .. } => "share_done",
        }
    }
}

/// Whose series it is, as the message of an error names it.
fn whose(indicator: &impl fmt::Display, breakdown: Option<&impl fmt::Display>) -> String {
    match breakdown {
        Some(breakdown) => format!("the breakdown `{breakdown}` of the indicator `{indicator}`"),
        None => format!("the indicator `{indicator}`"),
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::dec;

    #[test]
    fn each_names_the_field_that_it_is_about() {
        let (period, day) = ("2025".parse().unwrap(), NaiveDate::MAX);
        let day_of = |field| SeriesError::DayOutOfRange { day, field };
        let all = [
            (
                SeriesError::Repeated {
                    indicator: None,
                    breakdown: None,
                    period,
                },
                "",
            ),
            (
                SeriesError::TotalBeginsTooLate { period, since: day },
                "cumulative_since",
            ),
            (SeriesError::FlagUnknown { flag: 'x' }, "status"),
            (
                SeriesError::TwoSeries {
                    indicator: "a".parse().unwrap(),
                    breakdown: None,
                },
                "indicator",
            ),
            (
                SeriesError::SeriesMissing {
                    indicator: "a".into(),
                    breakdown: None,
                    nearest: None,
                },
                "indicator",
            ),
            (day_of("published"), "published"),
            (day_of("on"), "on"),
            (
                SeriesError::RangeWithoutValue {
                    value: dec!(1),
                    from: dec!(2),
                    to: dec!(3),
                },
                "uncertainty",
            ),
            (
                SeriesError::Confidence { confidence: dec!(95) },
                "uncertainty.confidence",
            ),
            (
                SeriesError::StandardError {
                    standard_error: dec!(-1),
                },
                "uncertainty.standard_error",
            ),
            (SeriesError::UncertaintyOfNoValue, "uncertainty"),
            (SeriesError::ShareDone { share: dec!(60) }, "share_done"),
        ];
        for (error, field) in &all {
            assert_eq!(error.field(), *field, "{error:?}");
        }
        let told: BTreeSet<_> = all.iter().map(|(error, _)| error.code()).collect();
        let codes: BTreeSet<_> = SeriesError::CODES.iter().map(|(_, code, _)| *code).collect();
        assert_eq!(told, codes);
    }
}
