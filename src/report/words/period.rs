//! How periods and days are written in sentences.

use alloc::format;
use alloc::string::{String, ToString};

use chrono::{Datelike, Days, Month, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use super::language::fill;
use super::word::{Label, Phrase, Word};
use crate::plan::Every;
use crate::series::Published;
use crate::value::{Language, Length, Period, Position, Years};

impl Period {
    /// How the period is written in sentences and cells. `Display` writes its standard form.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::{Language, Period};
    ///
    /// let nine_months: Period = "2025-01-01/P9M".parse()?;
    /// assert_eq!(nine_months.words(Language::English), "January to September 2025");
    /// assert_eq!(nine_months.words(Language::SimplifiedChinese), "2025年1—9月");
    /// # Ok::<(), milepost::ValueError>(())
    /// ```
    pub fn words(self, language: Language) -> String {
        period_words(self, language, false)
    }
}

/// The words of a period for use inside brackets, without brackets of their own.
pub(crate) fn in_brackets(period: Period, language: Language) -> String {
    period_words(period, language, true)
}

/// The words of a time since a baseline, likewise: twelve months of it are no year as an office counts them.
pub(in crate::report) fn span_in_brackets(period: Period, language: Language) -> String {
    if is_fiscal_year(period) {
        months_or_years(period.first(), period.last(), language)
    } else {
        in_brackets(period, language)
    }
}

/// The words for the time of something: in a period, from one month or day to another, or on a day.
pub(crate) fn when(period: Period, language: Language) -> String {
    let words = &period.words(language);
    let phrase = match period.length() {
        Length::Days(1) => Phrase::OnDay { day: words },
        _ if is_told_from_to(period) => Phrase::FromPeriod { period: words },
        _ => Phrase::InPeriod { period: words },
    };
    phrase.words(language)
}

/// The words for the time of something that no office counts as a year of its own, whenever it begins: twelve months
/// from April on are told from month to month.
pub(in crate::report) fn when_between(period: Period, language: Language) -> String {
    if !is_fiscal_year(period) {
        return when(period, language);
    }
    let months = &months_or_years(period.first(), period.last(), language);
    Phrase::FromPeriod { period: months }.words(language)
}

/// The words for a time of which something is a part, as each of its quarters.
pub(in crate::report) fn of_time(period: Period, language: Language) -> String {
    let words = &period.words(language);
    let phrase = if is_told_from_to(period) {
        Phrase::FromPeriod { period: words }
    } else {
        Phrase::OfPeriod { period: words }
    };
    phrase.words(language)
}

/// Whether the words of a period are of the form "from … to …" (months or days), so that a movement from one such
/// period to another needs other words.
pub(in crate::report) fn is_told_from_to(period: Period) -> bool {
    let (first, last) = (period.first(), period.last());
    let is_whole_years = first.day() == 1 && first.month() == 1 && (last.month(), last.day()) == (12, 31);
    let is_one_day = period.length() == Length::Days(1);
    period.calendar_name().is_none() && !is_whole_years && !is_fiscal_year(period) && !is_one_day
}

/// Whether a period is a year as budgets and offices count them, from April, July or October on. Other twelve months
/// are as often a window that moves with each figure, and are told from month to month.
fn is_fiscal_year(period: Period) -> bool {
    let first = period.first();
    period.length() == Length::YEAR && first.day() == 1 && matches!(first.month(), 4 | 7 | 10)
}

/// A period in words; without brackets of their own if they will stand inside brackets (`is_in_brackets`).
fn period_words(period: Period, language: Language, is_in_brackets: bool) -> String {
    let (first, last) = (period.first(), period.last());
    let (standard, year) = (&period.to_string(), &first.year().to_string());
    let phrase = match (period.calendar_name(), period.length(), first.month()) {
        (Some("year"), ..) => Phrase::Year { standard, year },
        (Some("half"), _, 1) => Phrase::FirstHalf { year },
        (Some("half"), ..) => Phrase::SecondHalf { year },
        (Some("quarter"), _, 1) => Phrase::FirstQuarter { year },
        (Some("quarter"), _, 4) => Phrase::SecondQuarter { year },
        (Some("quarter"), _, 7) => Phrase::ThirdQuarter { year },
        (Some("quarter"), ..) => Phrase::FourthQuarter { year },
        (Some("month"), ..) => return month_of_year(first, language),
        _ if is_fiscal_year(period) => return fiscal_year(first, last, language, is_in_brackets),
        (_, Length::Months(_), _) if first.day() == 1 => return months_or_years(first, last, language),
        (_, Length::Days(1), _) => return date(first, language),
        (Some("week"), ..) => {
            let (week, day) = (first.iso_week(), &date(first, language));
            let (week, year) = (&week.week().to_string(), &week.year().to_string());
            let phrase = if is_in_brackets {
                Phrase::WeekInBrackets { year, week, day }
            } else {
                Phrase::Week { year, week, day }
            };
            return phrase.words(language);
        }
        _ => {
            let (first, last) = (&date(first, language), &date(last, language));
            return Phrase::Span { first, last }.words(language);
        }
    };
    phrase.words(language)
}

/// The name of the month in which a day lies.
fn month_name(day: NaiveDate, language: Language) -> String {
    let number = day.month();
    let month = u8::try_from(number)
        .ok()
        .and_then(|number| Month::try_from(number).ok());
    let name = month.map_or("{standard}", |month| Word::Month(month).in_language(language));
    fill(name, &[("standard", number.to_string())])
}

/// The month in which a day lies, with its year.
fn month_of_year(day: NaiveDate, language: Language) -> String {
    let (year, month) = (&day.year().to_string(), &month_name(day, language));
    Phrase::Month { year, month }.words(language)
}

/// A fiscal year in words, from its first and last day; without brackets of their own if the words will stand inside
/// brackets (`is_in_brackets`).
fn fiscal_year(first: NaiveDate, last: NaiveDate, language: Language, is_in_brackets: bool) -> String {
    let [year, last_year] = &[first, last].map(|day| day.year().to_string());
    let years = &format!("{year}/{}", last_year.get(2..).unwrap_or(last_year));
    let [first, last] = &[first, last].map(|day| month_name(day, language));
    let phrase = if is_in_brackets {
        Phrase::FiscalYearInBrackets { years, first, last }
    } else {
        Phrase::FiscalYear { years, first, last }
    };
    phrase.words(language)
}

/// Several whole months, or several whole years.
fn months_or_years(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    let [year, last_year] = &[first, last].map(|day| day.year().to_string());
    let is_whole_years = first.month() == 1 && last.month() == 12;
    let is_one_year = first.year() == last.year();
    if is_whole_years {
        let (first, last) = (year, last_year);
        Phrase::Years { first, last }.words(language)
    } else if is_one_year {
        let [first, last] = &[first, last].map(|day| month_name(day, language));
        Phrase::Months { year, first, last }.words(language)
    } else {
        let [first, last] = &[first, last].map(|day| month_of_year(day, language));
        Phrase::Span { first, last }.words(language)
    }
}

/// Each period of a length, or each figure, as it is written in a sentence.
pub(in crate::report) fn each(every: Every, language: Language) -> String {
    let Every::Length(every) = every else {
        return Label::EachFigure.words(language).to_string();
    };
    let label = match every {
        Length::YEAR => Label::EachYear,
        Length::HALF => Label::EachHalf,
        Length::QUARTER => Label::EachQuarter,
        Length::MONTH => Label::EachMonth,
        Length::WEEK => Label::EachWeek,
        Length::Days(1) => Label::EachDay,
        other => {
            let length = &length(other, language);
            return Phrase::EachLength { length }.words(language);
        }
    };
    label.words(language).to_string()
}

/// In each period of a length, or in each figure, as it stands in a sentence.
pub(in crate::report) fn in_each(every: Every, language: Language) -> String {
    match every {
        Every::Length(Length::Days(1)) => Label::OnEachDay.words(language).to_string(),
        _ => Phrase::InEvery {
            every: &each(every, language),
        }
        .words(language),
    }
}

/// How often something is to happen, as it stands in a sentence: at least once, or so many times, of all times if it is
/// known how many these are.
pub(in crate::report) fn times_at_least(count: u32, all: Option<u32>, language: Language) -> String {
    let times = &count.to_string();
    match all {
        Some(all) => {
            let all = &all.to_string();
            Phrase::AtLeastTimesOf { times, all }.words(language)
        }
        None if count == 1 => Label::AtLeastOnce.words(language).to_string(),
        None => Phrase::AtLeastTimes { times }.words(language),
    }
}

/// How a length of time is written in a sentence.
pub(in crate::report) fn length(length: Length, language: Language) -> String {
    let is_years = |months: u32| months.checked_rem(12) == Some(0);
    let count = |count: u32| count.to_string();
    match length {
        Length::Months(12) => Label::OneYear.words(language).to_string(),
        Length::Months(1) => Label::OneMonth.words(language).to_string(),
        Length::Days(1) => Label::OneDay.words(language).to_string(),
        Length::Months(months) if is_years(months) => {
            let count = &count(months.checked_div(12).unwrap_or_default());
            Phrase::YearsLong { count }.words(language)
        }
        Length::Months(months) => Phrase::MonthsLong { count: &count(months) }.words(language),
        Length::Days(days) => Phrase::DaysLong { count: &count(days) }.words(language),
    }
}

/// How the age of a period's figure is written in a sentence: in years, or in months where it is less than one; in days
/// where it is less than two months, and the period is of days or weeks.
pub(in crate::report) fn age(age: Years, of: Period, language: Language) -> String {
    if let Some(days) = age_in_days(age, of) {
        return length(Length::Days(days), language);
    }
    let (unit, count) = if age < Years::whole(1) {
        (Length::MONTH, age_in(age, Years::UNITS_PER_YEAR / 12, 1))
    } else {
        (Length::YEAR, age_in_years(age))
    };
    let words = &count.normalize().to_string();
    match unit {
        _ if count == Decimal::ONE => length(unit, language),
        Length::MONTH => Phrase::MonthsLong { count: words }.words(language),
        _ => Phrase::YearsLong { count: words }.words(language),
    }
}

/// An age in years, rounded up to hundredths: a day more than two years is not two years.
pub(in crate::report) fn age_in_years(age: Years) -> Decimal {
    age_in(age, Years::UNITS_PER_YEAR, 2)
}

/// An age in days, for a figure of a period of weeks or days that is less than two months old; `None` for any other,
/// whose age is told in months or years.
fn age_in_days(age: Years, of: Period) -> Option<u32> {
    if !matches!(of.nominal_length(), Length::Days(_)) || age >= Years::months(2) {
        return None;
    }
    let is_so_old = |days: &u32| {
        let day = of.last().checked_add_days(Days::new(u64::from(*days)));
        day.is_none_or(|day| Position::of(day).since(of.end()) >= age)
    };
    // Two months have 62 days at most.
    (0..=62).find(is_so_old)
}

/// An age in units of time that have so many [`Years::units`] each, rounded up to `places` decimals.
fn age_in(age: Years, units: i64, places: u32) -> Decimal {
    let count = Decimal::from(age.units()).checked_div(Decimal::from(units));
    let count = count.unwrap_or_default();
    count.round_dp_with_strategy(places, RoundingStrategy::ToPositiveInfinity)
}

impl Published {
    /// What is known of a publication, in words.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::series::Published;
    /// use milepost::{Language, day};
    ///
    /// let words = |published: Published| published.words(Language::English);
    /// assert_eq!(words(Published::NotBefore(day!("2026-01-26"))), "not before 2026-01-26");
    /// assert_eq!(words(Published::Unstated), "not stated");
    /// ```
    pub fn words(self, language: Language) -> String {
        match self {
            Self::On(day) => date(day, language),
            Self::NotBefore(day) => Phrase::NotBefore {
                day: &date(day, language),
            }
            .words(language),
            Self::Unstated => Label::NotStated.words(language).to_string(),
        }
    }
}

/// How a day is written in a sentence.
pub(crate) fn date(day: NaiveDate, language: Language) -> String {
    let standard = &day.to_string();
    let [year, month, day] = &[day.year().to_string(), day.month().to_string(), day.day().to_string()];
    Phrase::Day {
        standard,
        year,
        month,
        day,
    }
    .words(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day is 1/31 of a month of 31 days.
    #[test]
    fn an_age_is_rounded_up_in_years_or_months() {
        let day = Years::UNITS_PER_YEAR / 12 / 31;
        for (units, english, chinese) in [
            (0, "0 months", "0个月"),
            (day, "0.1 months", "0.1个月"),
            (31 * day, "one month", "一个月"),
            (32 * day, "1.1 months", "1.1个月"),
            (62 * day, "2 months", "2个月"),
            (12 * 31 * day - 1, "12 months", "12个月"),
            (12 * 31 * day, "one year", "一年"),
            (24 * 31 * day, "2 years", "2年"),
            (24 * 31 * day + day, "2.01 years", "2.01年"),
        ] {
            let (span, of) = (Years::from_units(units), "2026".parse().unwrap());
            assert_eq!(age(span, of, Language::English), english);
            assert_eq!(age(span, of, Language::SimplifiedChinese), chinese);
        }
    }

    /// February has 28 days, of which each is more of a month.
    #[test]
    fn an_age_of_a_week_or_a_day_is_one_of_days() {
        for (of, day, english) in [
            ("2026-02-02/P7D", "2026-02-08", "0 days"),
            ("2026-02-02/P7D", "2026-02-09", "one day"),
            ("2026-02-02/P7D", "2026-03-01", "21 days"),
            ("2026-02-02/P7D", "2026-03-31", "51 days"),
            ("2026-02-02/P7D", "2026-04-07", "58 days"),
            ("2026-02-02/P7D", "2026-04-09", "2.1 months"),
            ("2026-02-28", "2026-03-15", "15 days"),
            ("2026-02", "2026-03-15", "0.5 months"),
        ] {
            let of: Period = of.parse().unwrap();
            let old = Position::of(day.parse().unwrap()).since(of.end());
            assert_eq!(age(old, of, Language::English), english);
        }
    }

    /// Checks the words of a period; the traditional ones are the simplified ones in other characters.
    fn assert_words(text: &str, english: &str, chinese: &str) {
        let period: Period = text.parse().unwrap();
        assert_eq!(period.words(Language::English), english);
        assert_eq!(period.words(Language::SimplifiedChinese), chinese);
        let traditional = chinese.replace("财", "財").replace('周', "週").replace("季度", "季");
        assert_eq!(period.words(Language::TraditionalChinese), traditional);
    }

    #[test]
    fn each_form_of_a_period_has_its_words() {
        for (text, english, chinese) in [
            ("2026", "2026", "2026年"),
            ("2026-S2", "the second half of 2026", "2026年下半年"),
            ("2026-Q3", "the third quarter of 2026", "2026年第三季度"),
            ("2026-07", "July 2026", "2026年7月"),
            ("2026-07-31", "2026-07-31", "2026年7月31日"),
            ("2022-01-01/P5Y", "2022–2026", "2022—2026年"),
            (
                "2021-11-01/P14M",
                "November 2021 to December 2022",
                "2021年11月至2022年12月",
            ),
            (
                "2026-01-05/P7D",
                "week 2 of 2026 (from 2026-01-05)",
                "2026年第2周（2026年1月5日起）",
            ),
            (
                "2025-12-29/P7D",
                "week 1 of 2026 (from 2025-12-29)",
                "2026年第1周（2025年12月29日起）",
            ),
            (
                "2026-01-06/P7D",
                "2026-01-06 to 2026-01-12",
                "2026年1月6日至2026年1月12日",
            ),
            ("2025-02-01/P2M", "February to March 2025", "2025年2—3月"),
            (
                "2025-01-15/P20D",
                "2025-01-15 to 2025-02-03",
                "2025年1月15日至2025年2月3日",
            ),
        ] {
            assert_words(text, english, chinese);
        }
    }

    #[test]
    fn a_fiscal_year_begins_in_april_july_or_october() {
        for (text, english, chinese) in [
            (
                "2025-04-01/P1Y",
                "fiscal year 2025/26 (April to March)",
                "2025/26财政年度（4月至次年3月）",
            ),
            (
                "1999-07-01/P1Y",
                "fiscal year 1999/00 (July to June)",
                "1999/00财政年度（7月至次年6月）",
            ),
            (
                "2025-10-01/P1Y",
                "fiscal year 2025/26 (October to September)",
                "2025/26财政年度（10月至次年9月）",
            ),
            ("2024-05-01/P1Y", "May 2024 to April 2025", "2024年5月至2025年4月"),
            (
                "2025-04-06/P1Y",
                "2025-04-06 to 2026-04-05",
                "2025年4月6日至2026年4月5日",
            ),
        ] {
            assert_words(text, english, chinese);
        }
    }
}
