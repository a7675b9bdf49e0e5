//! The time axis: positions and the exact distance between them.

use core::fmt;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

/// The least common multiple of 12 × 28, 12 × 29, 12 × 30 and 12 × 31: every end of day is a whole number of these.
const UNITS_PER_YEAR: i64 = 4_530_960;
const UNITS_PER_MONTH: i64 = UNITS_PER_YEAR / 12;

/// The end of a day on the time axis.
///
/// The end of day *d* of month *m* in year *y* lies at
///
/// ```text
/// y + (m − 1 + d ÷ days in m) ÷ 12
/// ```
///
/// years. The scale is additive and strictly monotone, the end of each month is an exact twelfth, and 29 February needs
/// no special case. Two positions differ by [`Years`].
///
/// # Examples
///
/// ```
/// use milepost::value::Position;
/// use milepost::{Years, date};
///
/// let end_2021 = Position::of(date("2021-12-31")?);
/// let mid_2024 = Position::of(date("2024-06-30")?);
/// assert_eq!(mid_2024.since(end_2021), Years::months(30));
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position(i64);

impl Position {
    /// The end of this day.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Position;
    /// use milepost::{Years, day};
    ///
    /// // 15 April is halfway through a month of thirty days, and 30 April the end of it.
    /// let half = Position::of(day!("2025-04-30")).since(Position::of(day!("2025-04-15")));
    /// assert_eq!(half.units() * 24, Years::UNITS_PER_YEAR);
    /// ```
    pub fn of(day: NaiveDate) -> Self {
        let months = i64::from(day.year())
            .saturating_mul(12)
            .saturating_add(i64::from(day.month0()));
        let within_month = i64::from(day.day())
            .saturating_mul(UNITS_PER_MONTH)
            .checked_div(days_in_month(day).into())
            .unwrap_or_default();
        Self(months.saturating_mul(UNITS_PER_MONTH).saturating_add(within_month))
    }

    /// The position halfway to another one, rounded down to a unit.
    pub(super) fn halfway_to(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0).checked_div(2).unwrap_or_default())
    }

    /// The position in years since the beginning of the year 0, rounded half-even to 12 decimals: the end of June 2025
    /// is 2025.5.
    pub(crate) fn to_decimal_years(self) -> Decimal {
        Years::from_units(self.0).to_decimal()
    }

    /// The position that many units of 1 ÷ 4,530,960 year after the beginning of the year 0.
    ///
    /// Columns of times are given in this way.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::value::Position;
    /// use milepost::{Years, day};
    ///
    /// // Whoever keeps a column of times as integers reads it back without loss.
    /// let end_of_2025 = Position::of(day!("2025-12-31"));
    /// assert_eq!(end_of_2025.units(), 2026 * Years::UNITS_PER_YEAR);
    /// assert_eq!(Position::from_units(2026 * Years::UNITS_PER_YEAR), end_of_2025);
    /// ```
    pub const fn from_units(units: i64) -> Self {
        Self(units)
    }

    /// The units of 1 ÷ 4,530,960 year since the beginning of the year 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, period};
    ///
    /// // The end of the first half of 2025 lies half a year after the beginning of 2025.
    /// let half = period!("2025-S1").end().units() - period!("2024").end().units();
    /// assert_eq!(half * 2, Years::UNITS_PER_YEAR);
    /// ```
    pub const fn units(self) -> i64 {
        self.0
    }

    /// The time from an earlier position to this one; negative if the other one is later.
    ///
    /// Positions that lie more than 2⁶³ − 1 units apart (2 · 10¹² years; no dates do) are taken as so far apart.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{dec, period};
    ///
    /// let time = period!("2026").end().since(period!("2021").end());
    /// assert_eq!(time.to_decimal(), dec!(5));
    /// ```
    pub const fn since(self, earlier: Self) -> Years {
        Years(self.0.saturating_sub(earlier.0))
    }
}

/// How many days `to` lies after `from`: none for the same day, fewer than none for an earlier one.
pub(crate) fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    i64::from(to.num_days_from_ce()).saturating_sub(from.num_days_from_ce().into())
}

/// The number of a day's month, counted from January of the year 0, which is 0; `None` beyond the calendar.
pub(super) fn month_of(day: NaiveDate) -> Option<i32> {
    day.year().checked_mul(12)?.checked_add_unsigned(day.month0())
}

/// The day with this number in a month that is counted from January of the year 0; the last day of the month, if it has
/// fewer days.
pub(super) fn day_of_month(month: i32, day: u32) -> Option<NaiveDate> {
    let month0 = u32::try_from(month.checked_rem_euclid(12)?).ok()?;
    let (year, month) = (month.checked_div_euclid(12)?, month0.checked_add(1)?);
    let mut last_days = (28..day).rev();
    NaiveDate::from_ymd_opt(year, month, day)
        .or_else(|| last_days.find_map(|day| NaiveDate::from_ymd_opt(year, month, day)))
}

/// How many days the month of a day has.
pub(super) fn days_in_month(day: NaiveDate) -> u32 {
    match day.month() {
        4 | 6 | 9 | 11 => 30,
        2 if day.leap_year() => 29,
        2 => 28,
        _ => 31,
    }
}

/// A span of time: an exact count of 1 ÷ 4,530,960 year.
///
/// The difference of two [`Position`]s. It may be negative.
///
/// # Examples
///
/// ```
/// use milepost::{Period, Years};
///
/// let baseline: Period = "2021".parse()?;
/// let observed: Period = "2025-Q2".parse()?;
/// let elapsed = observed.end().since(baseline.end());
/// assert_eq!(elapsed, Years::months(42));
/// assert_eq!(elapsed.to_string(), "3.5");
/// # Ok::<(), milepost::ValueError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Years(i64);

impl Years {
    /// How many units make a year.
    pub const UNITS_PER_YEAR: i64 = UNITS_PER_YEAR;
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Whole years.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec, growth, period};
    ///
    /// // Leap years are as long as others.
    /// assert_eq!(period!("2028").end().since(period!("2024").end()), Years::whole(4));
    /// assert_eq!(growth::change_per_year(dec!(28), dec!(50), Years::whole(5)), Ok(dec!(4.4)));
    /// ```
    pub const fn whole(years: i32) -> Self {
        Self((years as i64).saturating_mul(UNITS_PER_YEAR))
    }

    /// Whole months.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Years;
    ///
    /// assert_eq!(Years::months(18).to_string(), "1.5");
    /// assert_eq!(Years::months(24), Years::whole(2));
    /// ```
    pub const fn months(months: i32) -> Self {
        Self((months as i64).saturating_mul(UNITS_PER_MONTH))
    }

    /// The time of so many units, of which a year has 4,530,960.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Period, Years, period};
    ///
    /// // Every month is a twelfth of its year, whatever its days: a day of June is a 360th, one of July a 372nd.
    /// let day = |day: Period| day.end().since(day.start());
    /// assert_eq!(day(period!("2025-06-02")), Years::from_units(Years::UNITS_PER_YEAR / 360));
    /// assert_eq!(day(period!("2025-07-02")), Years::from_units(Years::UNITS_PER_YEAR / 372));
    /// ```
    pub const fn from_units(units: i64) -> Self {
        Self(units)
    }

    /// The count of 1 ÷ 4,530,960 year.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, period};
    ///
    /// // A span is counted exactly where its decimals never end: a third of a year.
    /// let four_months = period!("2025-04").end().since(period!("2024").end());
    /// assert_eq!(four_months.units() * 3, Years::UNITS_PER_YEAR);
    /// assert_eq!(four_months.to_string(), "0.333333333333");
    /// ```
    pub const fn units(self) -> i64 {
        self.0
    }

    /// How many years, if they are whole ones.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::Years;
    ///
    /// assert_eq!(Years::months(36).whole_years(), Some(3));
    /// assert_eq!(Years::months(30).whole_years(), None);
    /// ```
    pub fn whole_years(self) -> Option<u32> {
        let is_whole = self.0.checked_rem(Self::UNITS_PER_YEAR) == Some(0);
        let years = self.0.checked_div(Self::UNITS_PER_YEAR).filter(|_| is_whole)?;
        u32::try_from(years).ok()
    }

    /// Whether this is more than no time.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, period};
    ///
    /// // Whether any time is left, as growth needs some.
    /// let left = |today: milepost::Period| period!("2026").end().since(today.end());
    /// assert!(left(period!("2026-11")).is_positive());
    /// assert!(!left(period!("2026")).is_positive() && !left(period!("2027")).is_positive());
    /// assert!(!Years::ZERO.is_positive());
    /// ```
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// The number of years, rounded half-even to 12 decimals. For showing: no decision reads it.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Years, dec};
    ///
    /// assert_eq!(Years::months(42).to_decimal(), dec!(3.5));
    /// assert_eq!(Years::months(4).to_decimal(), dec!(0.333333333333));
    /// ```
    pub fn to_decimal(self) -> Decimal {
        Decimal::from(self.0)
            .checked_div(Decimal::from(UNITS_PER_YEAR))
            .unwrap_or_default()
            .round_dp(12)
            .normalize()
    }
}

impl fmt::Display for Years {
    /// The number of years, to 12 decimals at most; a precision rounds half-even.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match f.precision().and_then(|places| u32::try_from(places).ok()) {
            Some(places) => f.write_str(&super::decimal::fixed(self.to_decimal(), places)),
            None => write!(f, "{}", self.to_decimal()),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Years {
    /// The number of years as a decimal, to 12 decimals at most.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        super::decimal::serialize(&self.to_decimal(), serializer)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn month_ends_are_exact_twelfths() {
        for (date, months) in [
            (day(2021, 12, 31), 2022 * 12),
            (day(2024, 2, 29), 2024 * 12 + 2),
            (day(2023, 2, 28), 2023 * 12 + 2),
            (day(2024, 4, 30), 2024 * 12 + 4),
        ] {
            assert_eq!(Position::of(date).units(), months * UNITS_PER_MONTH, "{date}");
        }
    }

    #[test]
    fn a_year_that_ends_on_29_february_is_a_year_short_of_nothing() {
        let span = Position::of(day(2025, 2, 28)).since(Position::of(day(2024, 2, 29)));
        assert_eq!(span, Years::whole(1));
    }

    #[test]
    fn years_are_shown_to_twelve_decimals() {
        assert_eq!(Years::whole(5).to_string(), "5");
        assert_eq!(Years::months(-1).to_string(), "-0.083333333333");
        assert_eq!(Years::from_units(1).to_string(), "0.000000220704");
        assert_eq!(
            format!("{:.1} {:.30}", Years::months(14), Years::whole(2)),
            "1.2 2.000000000000000000000000000000"
        );
    }

    proptest! {
        #[test]
        fn each_day_lies_after_the_day_before(days in 1_i32..3_650_000) {
            let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let next = date.succ_opt().unwrap();
            prop_assert!(Position::of(next) > Position::of(date));
        }
    }
}
