//! How documents write periods, and read them.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::length::{Length, digits};
use super::{Period, ValueError, as_text, excerpt, printed};

impl Period {
    /// Reads a period, in constants too: [`FromStr`] and [`period!`](crate::period!) read by it.
    ///
    /// # Errors
    ///
    /// What would be right, if the text has none of the forms.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Period;
    ///
    /// const DEADLINE: Result<Period, &str> = Period::read("2026-Q5");
    /// assert_eq!(DEADLINE, Err("a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`"));
    /// ```
    pub const fn read(text: &str) -> Result<Self, &'static str> {
        let text = text.as_bytes();
        let [y1, y2, y3, y4, rest @ ..] = text else {
            return Err(advice_for(text));
        };
        let Some(year) = digits(&[*y1, *y2, *y3, *y4], 4) else {
            return Err(advice_for(text));
        };
        let year = 0_i32.saturating_add_unsigned(year);
        let (period, advice) = match rest {
            [] => (Self::part(year, Some(1), 12), "years are from 0001 to 9999"),
            [b'-', b'S', half @ ..] => {
                let half = Self::part(year, digits(half, 1), 6);
                (half, "a half is S1 or S2, as in `2026-S1`")
            }
            [b'-', b'Q', quarter @ ..] => {
                let quarter = Self::part(year, digits(quarter, 1), 3);
                (quarter, "a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`")
            }
            [b'-', m1 @ b'0'..=b'9', m2 @ b'0'..=b'9'] => {
                let month = Self::part(year, digits(&[*m1, *m2], 2), 1);
                (month, "a month is 01 to 12, as in `2026-07`")
            }
            [b'-', m1, m2, b'-', d1, d2, duration @ ..] => {
                let (month, day) = (digits(&[*m1, *m2], 2), digits(&[*d1, *d2], 2));
                Self::from_day(year, month, day, duration)
            }
            _ => (None, advice_for(text)),
        };
        match period {
            Some(period) => Ok(period),
            None => Err(advice),
        }
    }

    /// The period that begins on a day and is as long as `duration` says: one day if that is empty, else an ISO 8601
    /// duration after `/`. `None` if there is no such period. The text is the advice to print in that case.
    const fn from_day(
        year: i32,
        month: Option<u32>,
        day: Option<u32>,
        duration: &[u8],
    ) -> (Option<Self>, &'static str) {
        let (length, advice) = match duration {
            [] => (Some(Length::Days(1)), FORMS),
            [b'/', duration @ ..] => (Length::of_duration(duration), RANGE),
            _ => (None, advice_for(duration)),
        };
        let (Some(month), Some(day), Some(length)) = (month, day, length) else {
            return (None, advice);
        };
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(first) => (Self::begun(first, length), "a range ends by the year 9999"),
            None => (None, "there is no such day in the calendar"),
        }
    }
}

/// The advice that lists all the forms of periods.
const FORMS: &str = "write a year `2026`, a half `2026-S1`, a quarter `2026-Q3`, a month `2026-07`, a day `2026-07-31` or a range \
                     `2025-01-01/P9M`";
/// The advice on ranges.
const RANGE: &str = "a range is its first day and a duration in years, months or days, as in `2025-01-01/P9M`";

/// The advice on a text, or the rest of a text, that is no period: how ranges are written if it has a `/`, else all the
/// forms.
const fn advice_for(text: &[u8]) -> &'static str {
    match text {
        [] => FORMS,
        [b'/', ..] => RANGE,
        [_, rest @ ..] => advice_for(rest),
    }
}

impl FromStr for Period {
    type Err = ValueError;

    /// Reads a period as documents write it.
    ///
    /// # Errors
    ///
    /// [`ValueError::Period`] for anything else, with how it is written where that can be told.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Period;
    ///
    /// assert_eq!("2026-Q3".parse::<Period>()?.last().to_string(), "2026-09-30");
    /// // Many tables print a month otherwise.
    /// let words = "2026M07".parse::<Period>().map_err(|error| error.to_string());
    /// assert_eq!(words, Err("`2026M07` is not a period: write it as `2026-07`".into()));
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::read(text).map_err(|right| ValueError::Period {
            text: excerpt(text),
            right: printed::mend(text, |_| true).map_or(Cow::Borrowed(right), Cow::Owned),
        })
    }
}

as_text! { Period, "a period as a text, such as `\"2026\"`" }

impl TryFrom<String> for Period {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.first().year();
        let month0 = self.first().month0();
        match (self.calendar_name(), self.length()) {
            (Some("year"), _) => write!(f, "{year:04}"),
            (Some("half"), _) => write!(f, "{year:04}-S{}", if month0 == 0 { 1 } else { 2 }),
            (Some("quarter"), _) => {
                let quarter = month0.checked_div(3).unwrap_or_default().saturating_add(1);
                write!(f, "{year:04}-Q{quarter}")
            }
            (Some("month"), _) => write!(f, "{year:04}-{:02}", self.first().month()),
            (_, Length::Days(1)) => write!(f, "{}", self.first()),
            (_, length) => write!(f, "{}/{length}", self.first()),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn every_form_reads_and_writes() {
        for (text, first, last) in [
            ("2026", "2026-01-01", "2026-12-31"),
            ("0001", "0001-01-01", "0001-12-31"),
            ("9999", "9999-01-01", "9999-12-31"),
            ("2026-S1", "2026-01-01", "2026-06-30"),
            ("2026-S2", "2026-07-01", "2026-12-31"),
            ("2026-Q3", "2026-07-01", "2026-09-30"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-07-31", "2026-07-31", "2026-07-31"),
            ("2025-01-01/P9M", "2025-01-01", "2025-09-30"),
            ("2021-01-01/P5Y", "2021-01-01", "2025-12-31"),
            ("2025-09-01/P1Y", "2025-09-01", "2026-08-31"),
            ("2025-03-10/P20D", "2025-03-10", "2025-03-29"),
        ] {
            let read = period(text);
            assert_eq!(read.to_string(), text);
            assert_eq!([read.first().to_string(), read.last().to_string()], [first, last]);
        }
    }

    #[test]
    fn a_range_that_is_a_calendar_period_is_that_period() {
        for (range, shown) in [
            ("2025-01-01/P12M", "2025"),
            ("2025-01-01/P365D", "2025"),
            ("2025-07-01/P6M", "2025-S2"),
            ("2025-04-01/P3M", "2025-Q2"),
            ("2024-02-01/P29D", "2024-02"),
            ("2024-02-01/P1D", "2024-02-01"),
            ("2025-01-01/P24M", "2025-01-01/P2Y"),
            ("2025-01-15/P1M", "2025-01-15/P1M"),
            ("2025-01-15/P31D", "2025-01-15/P1M"),
            ("2025-04-06/P3M", "2025-04-06/P91D"),
            ("2025-02-15/P1M", "2025-02-15/P28D"),
            ("2025-01-29/P1M", "2025-01-29/P30D"),
            ("2025-01-31/P1M", "2025-01-31/P28D"),
        ] {
            assert_eq!(period(range).to_string(), shown, "{range}");
        }
    }

    #[test]
    fn anything_else_is_refused_with_what_would_be_right() {
        /// The advice on ranges.
        const RANGE: &str = "a range is its first day and a duration in years, months or days, as in `2025-01-01/P9M`";
        const FISCAL: &str =
            "a year that is not the calendar's is its first day and its length, as in `2026-04-01/P1Y`";
        for (text, right) in [
            ("", FORMS),
            ("26", FORMS),
            ("20266", FORMS),
            ("2026/27", FISCAL),
            ("FY2026", FISCAL),
            ("2026-7", "write it as `2026-07`"),
            ("2026-7-1", "write it as `2026-07-01`"),
            ("2026-W05", "write it as `2026-01-26/P7D`"),
            ("2026-H1", "write it as `2026-S1`"),
            ("2026 ", "write it as `2026`"),
            ("-2026", FORMS),
            ("+026", FORMS),
            ("٢٠٢٦", FORMS),
            ("0000", "years are from 0001 to 9999"),
            ("2026-S3", "a half is S1 or S2, as in `2026-S1`"),
            ("2026-S0", "a half is S1 or S2, as in `2026-S1`"),
            ("2026-Q5", "a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`"),
            ("2026-13", "a month is 01 to 12, as in `2026-07`"),
            ("2026-00", "a month is 01 to 12, as in `2026-07`"),
            ("2023-02-29", "there is no such day in the calendar"),
            ("2025-01-01/9M", RANGE),
            ("2025-01-01/P", RANGE),
            ("2025-01-01/P0M", RANGE),
            ("2025-01-01/P1Y6M", "write it as `2025-01-01/P18M`"),
            ("2025-01-01/P2W", "write it as `2025-01-01/P14D`"),
            ("2025-01-01/P+1D", RANGE),
            ("2025-01-01/P9月", RANGE),
            ("2025-01/P9M", "write it as `2025-01-01/P9M`"),
            ("2024-04/2025-03", "write it as `2024-04-01/P1Y`"),
            ("2024-Q2/2025-Q1", "write it as `2024-04-01/P1Y`"),
            ("2025-03/2024-04", RANGE),
            ("2025-01-01/2025-12-31", "write it as `2025`"),
            ("2025-01-01/P12345678D", RANGE),
            ("9999-01-01/P2Y", "a range ends by the year 9999"),
            ("2025-01-01/P999999Y", "a range ends by the year 9999"),
        ] {
            assert_eq!(
                text.parse::<Period>().unwrap_err().to_string(),
                format!("{} is not a period: {right}", crate::value::shown(text))
            );
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_period_is_a_string_in_documents() {
        let read: Period = serde_json::from_str("\"2026-Q3\"").unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), "\"2026-Q3\"");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(first in 1_i32..3_600_000, days in prop_oneof![0_u64..40_000, 0_u64..3_652_059]) {
            let first = NaiveDate::from_num_days_from_ce_opt(first).unwrap();
            let last = first.checked_add_days(Days::new(days)).unwrap();
            if let Ok(written) = Period::between(first, last) {
                prop_assert_eq!(written.to_string().parse::<Period>(), Ok(written));
            }
        }
    }
}
