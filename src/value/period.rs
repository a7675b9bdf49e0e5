//! An unbroken run of days.

use alloc::string::{String, ToString};
use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::{Position, ValueError, excerpt};

const FIRST_YEAR: i32 = 1;
const LAST_YEAR: i32 = 9999;

/// The calendar's ways of dividing time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Frequency {
    /// Every month.
    Month,
    /// Every quarter.
    Quarter,
    /// Every half year.
    Half,
    /// Every year.
    Year,
}

impl Frequency {
    /// Every frequency, from the shortest period to the longest.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// The months in one period.
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        }
    }

    /// The name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
        }
    }
}

/// How long a period is: whole calendar months where it is made of them, days otherwise.
///
/// Two years are of one length although one of them is a leap year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// Whole calendar months.
    Months(u32),
    /// Days.
    Days(u32),
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

#[cfg(feature = "serde")]
impl serde::Serialize for Length {
    /// The same form.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An unbroken run of days: a year, a half, a quarter, a month, a day or a range.
///
/// It reads and writes the forms of the SDMX standard, and no other:
///
/// | form | example |
/// |---|---|
/// | year | `2026` |
/// | half | `2026-S1` |
/// | quarter | `2026-Q3` |
/// | month | `2026-07` |
/// | day | `2026-07-31` |
/// | range: first day and duration | `2025-01-01/P9M`, `2021-01-01/P5Y`, `2025-03-10/P20D` |
///
/// Two periods are equal if their days are: `2025-01-01/P1Y` is `2025`, and is written so. A figure sits at the
/// [`end`](Self::end) of its period. Periods are ordered by their last day, then by their first.
///
/// # Examples
///
/// ```
/// use milepost::Period;
///
/// let nine_months: Period = "2025-01-01/P9M".parse()?;
/// assert_eq!(nine_months.last().to_string(), "2025-09-30");
/// assert_eq!("2025-01-01/P12M".parse::<Period>()?, Period::year(2025)?);
///
/// let error = "2026-Q5".parse::<Period>().unwrap_err();
/// assert_eq!(error.to_string(), "`2026-Q5` is not a period: a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`");
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
pub struct Period {
    /// INVARIANT: `first` ≤ `last`, both in the years 0001 to 9999.
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// A calendar year.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the year is from 1 to 9999.
    pub fn year(year: i32) -> Result<Self, ValueError> {
        Self::months(year, 0, 12)
    }

    /// The first or second half of a calendar year.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the half is 1 or 2 and the year is from 1 to 9999.
    pub fn half(year: i32, half: u32) -> Result<Self, ValueError> {
        Self::part(year, half, Frequency::Half)
    }

    /// A quarter of a calendar year, counted from 1.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the quarter is from 1 to 4 and the year from 1 to 9999.
    pub fn quarter(year: i32, quarter: u32) -> Result<Self, ValueError> {
        Self::part(year, quarter, Frequency::Quarter)
    }

    /// A month of a calendar year, counted from 1.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the month is from 1 to 12 and the year from 1 to 9999.
    pub fn month(year: i32, month: u32) -> Result<Self, ValueError> {
        Self::part(year, month, Frequency::Month)
    }

    /// A single day.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the year is from 1 to 9999.
    pub fn day(day: NaiveDate) -> Result<Self, ValueError> {
        Self::between(day, day)
    }

    /// The days from `first` to `last`, both in it.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodReversed`] if the last day comes before the first, [`ValueError::PeriodOutOfRange`] unless both
    /// years are from 1 to 9999.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Result<Self, ValueError> {
        if first.year() < FIRST_YEAR || last.year() > LAST_YEAR {
            return Err(ValueError::PeriodOutOfRange);
        }
        if first > last {
            return Err(ValueError::PeriodReversed { first, last });
        }
        Ok(Self { first, last })
    }

    /// The calendar period of this frequency in which a day lies.
    ///
    /// # Errors
    ///
    /// [`ValueError::PeriodOutOfRange`] unless the year is from 1 to 9999.
    pub fn containing(day: NaiveDate, every: Frequency) -> Result<Self, ValueError> {
        let months = every.months();
        let begun = day.month0().checked_div(months).unwrap_or_default();
        Self::months(day.year(), begun.saturating_mul(months), months)
    }

    fn part(year: i32, number: u32, every: Frequency) -> Result<Self, ValueError> {
        let months = every.months();
        let month0 = number
            .checked_sub(1)
            .and_then(|begun| begun.checked_mul(months))
            .filter(|&month0| month0 < 12)
            .ok_or(ValueError::PeriodOutOfRange)?;
        Self::months(year, month0, months)
    }

    fn months(year: i32, month0: u32, months: u32) -> Result<Self, ValueError> {
        NaiveDate::from_ymd_opt(year, month0.saturating_add(1), 1)
            .and_then(|first| Some((first, last_of_months(first, months)?)))
            .ok_or(ValueError::PeriodOutOfRange)
            .and_then(|(first, last)| Self::between(first, last))
    }

    /// The first day.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// The position at which the period begins: the end of the day before it.
    pub fn start(self) -> Position {
        // The year 1 has a day before it in the calendar of the dates, so there always is one.
        Position::of(self.first.pred_opt().unwrap_or(self.first))
    }

    /// The position at which the period ends, and where its figures sit.
    pub fn end(self) -> Position {
        Position::of(self.last)
    }

    /// How long the period is.
    pub fn length(self) -> Length {
        match self.whole_months() {
            Some(months) => Length::Months(months),
            None => Length::Days(self.count_days()),
        }
    }

    /// Whether all days of another period lie in this one.
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether the two have a day in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether another period begins on the day after this one ends.
    pub fn is_followed_by(self, other: Self) -> bool {
        self.last.succ_opt() == Some(other.first)
    }

    /// The period of the same length right after this one; `None` after the year 9999.
    pub fn next(self) -> Option<Self> {
        self.shifted(1)
    }

    /// The period of the same length right before this one; `None` before the year 1.
    pub fn previous(self) -> Option<Self> {
        self.shifted(-1)
    }

    /// This period, the one of the same length right before it, the one before that, and so on to the year 1.
    pub(crate) fn backwards(self) -> impl Iterator<Item = Self> {
        let length = self.length();
        let first_before = move |later: Self| match length {
            Length::Months(months) => first_of_month(month_of(later.first)?.checked_sub_unsigned(months)?),
            Length::Days(days) => later.first.checked_sub_days(Days::new(days.into())),
        };
        core::iter::successors(Some(self), move |later| {
            Self::between(first_before(*later)?, later.first.pred_opt()?).ok()
        })
    }

    /// The period of the same length that many periods later, or earlier if negative; `None` outside of the years 1 to 9999.
    pub fn shifted(self, periods: i32) -> Option<Self> {
        let (first, last) = match self.length() {
            Length::Months(months) => {
                let by = periods.checked_mul(i32::try_from(months).ok()?)?;
                let first = month_of(self.first)?.checked_add(by)?;
                let next = first.checked_add_unsigned(months)?;
                (first_of_month(first)?, first_of_month(next)?.pred_opt()?)
            }
            Length::Days(days) => {
                let by = TimeDelta::try_days(i64::from(periods).checked_mul(days.into())?)?;
                (self.first.checked_add_signed(by)?, self.last.checked_add_signed(by)?)
            }
        };
        Self::between(first, last).ok()
    }

    /// The calendar frequency of which this is one period, if it is.
    pub fn frequency(self) -> Option<Frequency> {
        let months = self.whole_months()?;
        Frequency::ALL
            .into_iter()
            .find(|every| every.months() == months && self.first.month0().checked_rem(months) == Some(0))
    }

    /// How many calendar months the period is made of, if it is made of whole ones.
    fn whole_months(self) -> Option<u32> {
        let begins_month = self.first.day() == 1;
        let ends_month = self.last.succ_opt().is_some_and(|next| next.day() == 1);
        if !(begins_month && ends_month) {
            return None;
        }
        let months = month_of(self.last)?.checked_sub(month_of(self.first)?)?;
        u32::try_from(months).ok()?.checked_add(1)
    }

    fn count_days(self) -> u32 {
        let days = self.last.signed_duration_since(self.first).num_days().saturating_add(1);
        u32::try_from(days).unwrap_or(u32::MAX)
    }
}

/// How many months lie between January of the year 0 and that of a day.
fn month_of(day: NaiveDate) -> Option<i32> {
    day.year().checked_mul(12)?.checked_add_unsigned(day.month0())
}

/// The first day of the month that many months after January of the year 0.
fn first_of_month(month: i32) -> Option<NaiveDate> {
    let month0 = u32::try_from(month.checked_rem_euclid(12)?).ok()?;
    NaiveDate::from_ymd_opt(month.checked_div_euclid(12)?, month0.checked_add(1)?, 1)
}

/// The last day of that many months from the first day of the first of them.
fn last_of_months(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(months))?.pred_opt()
}

impl FromStr for Period {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let refuse = |right| ValueError::Period {
            text: excerpt(text),
            right,
        };
        if let Some((first, duration)) = text.split_once('/') {
            return parse_range(first, duration).map_err(refuse);
        }
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let year = digits(year, 4).ok_or_else(|| refuse(FORMS))?;
        let year = i32::try_from(year).map_err(|_| refuse(FORMS))?;
        match rest {
            None => Self::year(year).map_err(|_| refuse("years are from 0001 to 9999")),
            Some(rest) => parse_part(year, rest).map_err(refuse),
        }
    }
}

const FORMS: &str = "write a year `2026`, a half `2026-S1`, a quarter `2026-Q3`, a month `2026-07`, a day `2026-07-31` or a range \
                     `2025-01-01/P9M`";

/// What stands behind the year and its hyphen.
fn parse_part(year: i32, rest: &str) -> Result<Period, &'static str> {
    if let Some(half) = rest.strip_prefix('S') {
        return digits(half, 1)
            .and_then(|half| Period::half(year, half).ok())
            .ok_or("a half is S1 or S2, as in `2026-S1`");
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        return digits(quarter, 1)
            .and_then(|quarter| Period::quarter(year, quarter).ok())
            .ok_or("a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`");
    }
    match rest.split_once('-') {
        None => {
            let month = digits(rest, 2).ok_or(FORMS)?;
            Period::month(year, month).map_err(|_| "a month is 01 to 12, as in `2026-07`")
        }
        Some((month, day)) => {
            let (month, day) = digits(month, 2).zip(digits(day, 2)).ok_or(FORMS)?;
            NaiveDate::from_ymd_opt(year, month, day)
                .and_then(|day| Period::day(day).ok())
                .ok_or("there is no such day in the calendar")
        }
    }
}

/// A first day and a duration in years, months or days.
fn parse_range(first: &str, duration: &str) -> Result<Period, &'static str> {
    const RANGE: &str = "a range is its first day and a duration in years, months or days, as in `2025-01-01/P9M`";
    let first: Period = first.parse().map_err(|_| RANGE)?;
    let count_and_unit = duration.strip_prefix('P').ok_or(RANGE)?;
    let unit = count_and_unit.chars().next_back().ok_or(RANGE)?;
    let count = count_and_unit.strip_suffix(unit).ok_or(RANGE)?;
    if first.first != first.last || !(1..=7).contains(&count.len()) {
        return Err(RANGE);
    }
    let first = first.first;
    let count = digits(count, count.len()).filter(|&count| count > 0).ok_or(RANGE)?;
    let last = match unit {
        'Y' => count.checked_mul(12).and_then(|months| last_of_months(first, months)),
        'M' => last_of_months(first, count),
        'D' => first.checked_add_days(Days::new(count.saturating_sub(1).into())),
        _ => return Err(RANGE),
    };
    last.and_then(|last| Period::between(first, last).ok())
        .ok_or("a range ends by the year 9999")
}

/// The number that exactly `count` ASCII digits write.
fn digits(text: &str, count: usize) -> Option<u32> {
    if text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

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
        let year = self.first.year();
        let month0 = self.first.month0();
        match (self.frequency(), self.length()) {
            (Some(Frequency::Year), _) => write!(f, "{year:04}"),
            (Some(Frequency::Half), _) => write!(f, "{year:04}-S{}", if month0 == 0 { 1 } else { 2 }),
            (Some(Frequency::Quarter), _) => {
                let quarter = month0.checked_div(3).unwrap_or_default().saturating_add(1);
                write!(f, "{year:04}-Q{quarter}")
            }
            (Some(Frequency::Month), _) => write!(f, "{year:04}-{:02}", self.first.month()),
            (None, Length::Days(1)) => write!(f, "{}", self.first),
            (None, length) => write!(f, "{}/{length}", self.first),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.last, self.first).cmp(&(other.last, other.first))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
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
            ("2025-01-15/P1M", "2025-01-15/P31D"),
            ("2025-01-31/P1M", "2025-01-31/P28D"),
        ] {
            assert_eq!(period(range).to_string(), shown, "{range}");
        }
    }

    #[test]
    fn anything_else_is_refused_with_what_would_be_right() {
        const RANGE: &str = "a range is its first day and a duration in years, months or days, as in `2025-01-01/P9M`";
        for (text, right) in [
            ("", FORMS),
            ("26", FORMS),
            ("20266", FORMS),
            ("2026/27", RANGE),
            ("FY2026", FORMS),
            ("2026-7", FORMS),
            ("2026-7-1", FORMS),
            ("2026-W05", FORMS),
            ("2026-H1", FORMS),
            ("2026 ", FORMS),
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
            ("2025-01-01/P1Y6M", RANGE),
            ("2025-01-01/P2W", RANGE),
            ("2025-01-01/P+1D", RANGE),
            ("2025-01-01/P9月", RANGE),
            ("2025-01/P9M", RANGE),
            ("2025-01-01/2025-12-31", RANGE),
            ("2025-01-01/P12345678D", RANGE),
            ("9999-01-01/P2Y", "a range ends by the year 9999"),
            ("2025-01-01/P999999Y", "a range ends by the year 9999"),
        ] {
            assert_eq!(
                text.parse::<Period>().unwrap_err().to_string(),
                format!("`{text}` is not a period: {right}")
            );
        }
    }

    #[test]
    fn other_refusals() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(
            Period::between(day(2025, 2, 1), day(2025, 1, 1))
                .unwrap_err()
                .to_string(),
            "a period cannot end on 2025-01-01, before it begins on 2025-02-01"
        );
        for result in [
            Period::year(0),
            Period::year(10_000),
            Period::year(i32::MAX),
            Period::half(2025, 3),
            Period::quarter(2025, 0),
            Period::month(2025, u32::MAX),
            Period::day(NaiveDate::MAX),
            Period::containing(NaiveDate::MIN, Frequency::Year),
        ] {
            assert_eq!(
                result.unwrap_err().to_string(),
                "a period lies within the years 0001 to 9999, and this one does not"
            );
        }
    }

    #[test]
    fn neighbours_have_the_same_length() {
        for (text, next) in [
            ("2024", "2025"),
            ("2024-S2", "2025-S1"),
            ("2024-02", "2024-03"),
            ("2024-02-29", "2024-03-01"),
            ("2025-09-01/P1Y", "2026-09-01/P1Y"),
            ("2025-03-10/P20D", "2025-03-30/P20D"),
            ("2021-01-01/P5Y", "2026-01-01/P5Y"),
        ] {
            assert_eq!(period(text).next(), Some(period(next)));
            assert_eq!(period(next).previous(), Some(period(text)));
            assert_eq!(period(next).backwards().nth(1), Some(period(text)));
            assert!(period(text).is_followed_by(period(next)));
        }
        assert_eq!(period("2025-Q4").shifted(-7), Some(period("2024-Q1")));
        assert_eq!(period("2025").shifted(i32::MIN), None);
        assert_eq!(period("9999").next(), None);
        assert_eq!(period("0001").previous(), None);
    }

    #[test]
    fn periods_contain_overlap_and_are_ordered_by_their_end() {
        assert!(period("2024").contains(period("2024-Q4")));
        assert!(!period("2024-Q4").contains(period("2024")));
        assert!(period("2024-S2").overlaps(period("2024-07-01/P1Y")));
        assert!(!period("2024-S2").overlaps(period("2024-S1")));
        assert!(period("2024-06") < period("2024"));
        assert!(period("2024") < period("2024-12"));
        assert_eq!(period("2024").length(), period("2025").length());
        assert_eq!(period("2024").frequency(), Some(Frequency::Year));
        assert_eq!(period("2025-09-01/P1Y").frequency(), None);
        assert_eq!(
            Period::containing(period("2025-08-09").first(), Frequency::Quarter),
            Ok(period("2025-Q3"))
        );
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
