//! How long something is, in months or days.

use core::fmt;
use core::str::FromStr;

use chrono::{Days, Months, NaiveDate};

use super::{Position, ValueError, Years, as_text, excerpt};

/// How long a period is: whole calendar months where it is made of them, days otherwise.
///
/// Two years are of one length although one of them is a leap year. It is also how often something comes: every month,
/// every week, every three years. It writes itself as a duration of ISO 8601 in years, months or days, and reads that,
/// weeks, years with months, or one of the words `year`, `half`, `quarter`, `month` and `week`.
///
/// # Examples
///
/// ```
/// use milepost::Length;
///
/// assert_eq!("P3Y".parse(), Ok(Length::Months(36)));
/// assert_eq!("week".parse(), Ok(Length::WEEK));
/// assert_eq!("P1Y6M".parse(), Ok(Length::Months(18)));
/// assert_eq!("P2W".parse(), Ok(Length::Days(14)));
/// assert_eq!(Length::QUARTER.to_string(), "P3M");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// Whole calendar months.
    Months(u32),
    /// Days.
    Days(u32),
}

impl Length {
    /// A multiple of this length of which at most `most_steps` fit into so many days: the length itself if fewer of it
    /// do.
    pub(crate) fn multiple_for(self, days: u32, most_steps: u32) -> Self {
        // No month is shorter than 28 days.
        let days_each = match self {
            Self::Months(months) => months.saturating_mul(28),
            Self::Days(days) => days,
        };
        let steps = days.checked_div(days_each).unwrap_or_default();
        let times = steps.checked_div(most_steps).unwrap_or_default().saturating_add(1);
        match self {
            Self::Months(months) => Self::Months(months.saturating_mul(times)),
            Self::Days(days) => Self::Days(days.saturating_mul(times)),
        }
    }

    /// A year.
    pub const YEAR: Self = Self::Months(12);
    /// Half a year.
    pub const HALF: Self = Self::Months(6);
    /// A quarter of a year.
    pub const QUARTER: Self = Self::Months(3);
    /// A month.
    pub const MONTH: Self = Self::Months(1);
    /// A week.
    pub const WEEK: Self = Self::Days(7);

    /// The lengths that have a name, from the longest to the shortest.
    pub const NAMED: [(&'static str, Self); 5] = [
        ("year", Self::YEAR),
        ("half", Self::HALF),
        ("quarter", Self::QUARTER),
        ("month", Self::MONTH),
        ("week", Self::WEEK),
    ];

    /// The name of the length, if it has one.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Length;
    ///
    /// assert_eq!(Length::Months(3).name(), Some("quarter"));
    /// assert_eq!(Length::Days(7).name(), Some("week"));
    /// // Four months are a length, and no word for them stands in documents.
    /// assert_eq!(Length::Months(4).name(), None);
    /// ```
    pub fn name(self) -> Option<&'static str> {
        let named = Self::NAMED.into_iter().find(|(_, named)| *named == self);
        named.map(|(name, _)| name)
    }

    /// The time from the end of the day that lies `count` such lengths before `day` to the end of `day`; `None` where
    /// it would begin before the calendar does.
    ///
    /// Months are counted by day of the month, and not as shares of months: two months before 10 September is 10 July.
    pub(crate) fn time_before(self, day: NaiveDate, count: u32) -> Option<Years> {
        let earlier = match self {
            Self::Months(months) => day.checked_sub_months(Months::new(months.checked_mul(count)?)),
            Self::Days(days) => day.checked_sub_days(Days::new(u64::from(days).checked_mul(count.into())?)),
        };
        Some(Position::of(day).since(Position::of(earlier?)))
    }

    /// The length that an ISO 8601 duration of years, months or days means, such as `P18M`; `None` of any other text,
    /// and of a duration of zero.
    pub(super) const fn of_duration(text: &[u8]) -> Option<Self> {
        let [b'P', count @ .., unit] = text else {
            return None;
        };
        // No count of days within the calendar has more than seven digits.
        match (digits(count, count.len()), unit) {
            (None | Some(0 | 10_000_000..), _) => None,
            (Some(years), b'Y') => Some(Self::Months(years.saturating_mul(12))),
            (Some(months), b'M') => Some(Self::Months(months)),
            (Some(days), b'D') => Some(Self::Days(days)),
            _ => None,
        }
    }

    /// The length that a duration of weeks means, or of years and months, such as `P1Y6M`; `None` of any other text, of
    /// a duration of zero, and of one that has more digits than a duration that is read back.
    fn of_weeks_or_years_and_months(text: &str) -> Option<Self> {
        let number = |text: &str| digits(text.as_bytes(), text.len());
        let count = text.strip_prefix('P')?;
        let length = if let Some(weeks) = count.strip_suffix('W') {
            Self::Days(number(weeks)?.checked_mul(7)?)
        } else {
            let (years, months) = count.strip_suffix('M')?.split_once('Y')?;
            Self::Months(number(years)?.checked_mul(12)?.checked_add(number(months)?)?)
        };
        let (Self::Months(count) | Self::Days(count)) = length;
        (1..10_000_000).contains(&count).then_some(length)
    }
}

impl FromStr for Length {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let named = Self::NAMED.into_iter().find(|(name, _)| *name == text);
        let length = named
            .map(|(_, length)| length)
            .or_else(|| Self::of_duration(text.as_bytes()))
            .or_else(|| Self::of_weeks_or_years_and_months(text));
        length.ok_or_else(|| ValueError::Length { text: excerpt(text) })
    }
}

impl fmt::Display for Length {
    /// The duration in the form of ISO 8601: `P5Y`, `P9M`, `P20D`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Days(days) => write!(f, "P{days}D"),
            Self::Months(months) => match (months.checked_div(12), months.checked_rem(12)) {
                (Some(years), Some(0)) => write!(f, "P{years}Y"),
                _ => write!(f, "P{months}M"),
            },
        }
    }
}

as_text! { Length, "a length, such as `\"year\"` or `\"P3Y\"`" }

/// The number in a text of exactly `count` ASCII digits, of at most nine; `None` for any other text.
pub(super) const fn digits(text: &[u8], count: usize) -> Option<u32> {
    if text.len() != count || count > 9 {
        return None;
    }
    let (mut number, mut text) = (0_u32, text);
    while let [digit, rest @ ..] = text {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number
            .saturating_mul(10)
            .saturating_add(digit.wrapping_sub(b'0') as u32);
        text = rest;
    }
    if count == 0 { None } else { Some(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_length_reads_and_writes() {
        for (text, length, written) in [
            ("year", Length::YEAR, "P1Y"),
            ("half", Length::HALF, "P6M"),
            ("quarter", Length::QUARTER, "P3M"),
            ("month", Length::MONTH, "P1M"),
            ("week", Length::WEEK, "P7D"),
            ("P3Y", Length::Months(36), "P3Y"),
            ("P12M", Length::YEAR, "P1Y"),
            ("P18M", Length::Months(18), "P18M"),
            ("P10D", Length::Days(10), "P10D"),
            ("P2W", Length::Days(14), "P14D"),
            ("P1W", Length::WEEK, "P7D"),
            ("P1Y6M", Length::Months(18), "P18M"),
            ("P0Y6M", Length::HALF, "P6M"),
            ("P1Y0M", Length::YEAR, "P1Y"),
            ("P9999999Y", Length::Months(119_999_988), "P9999999Y"),
        ] {
            assert_eq!(text.parse(), Ok(length), "{text}");
            assert_eq!(length.to_string(), written);
            assert_eq!(written.parse(), Ok(length));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "Year",
            "weekly",
            "P",
            "3Y",
            "P0D",
            "P0Y0M",
            "P0W",
            "PW",
            "P1YM",
            "PY6M",
            "P1M6Y",
            "P1Y6",
            "P1Y2W",
            "P1Y6M2D",
            "P9999999W",
            "P999999Y1M",
            "P+1W",
            "P+1D",
            "P9月",
            "P12345678D",
            "PT1H",
        ] {
            assert_eq!(
                text.parse::<Length>().unwrap_err().to_string(),
                format!(
                    "{} is not a length: write `year`, `half`, `quarter`, `month` or `week`, or a duration in years, months, weeks or \
                     days, as in `P3Y`",
                    crate::value::shown(text)
                )
            );
        }
    }
}
