//! A period, from what is printed and what is known of how a table prints its times.
//!
//! | printed | read as |
//! |---|---|
//! | `2025`, `2025.0`, `2025-A1` | the calendar year |
//! | `2025-S1`, `2025H1` | its first half |
//! | `2025Q4`, `Q4 2025`, `Q4/2025`, `4Q2025` | its fourth quarter |
//! | `2025-01`, `2025M01`, `2025-M1` | January |
//! | `202501`, `20250131` | the month, the day, of a year from 1900 to 2099 |
//! | `Jan-Mar 2025`, `January to March 2025`, `Januar bis März 2025` | the months from one to the other |
//! | `03/2025`, `2025.03`, `Mar 2025`, `2025 May`, `Dec-2025`, `Mrz 2025` | the month that is named |
//! | `2020-W05`, `2020W05` | the seven days from 2020-01-27 on: ISO weeks |
//! | `2024-D366` | 2024-12-31 |
//! | `2017-2019`, `2017–2019` | three years |
//! | `2020-01-01/2020-12-31`, `2020-01-01 - 2020-12-31` | from the first day to the last: 2020 |
//! | `2009-01-01/P1Y6M` | eighteen months from that day on |
//! | `31 March 2025`, `Mar 31, 2025`, `2025/03/31` | the day |
//! | `2010-11` | November 2010, unless [`Times::hyphen`] says otherwise |
//! | `2025年1—9月`, `2025年前三季度`, `2021—2025年` | nine months, the same, five years |
//! | `2025年末`, `2025年3月底`, `2025年Q1` | the year and the month at whose end it is, the quarter |
//! | `2016/17`, `FY2026`, `2025年度` | the year that [`Times::year`] declares; without one, an error that asks for it |
//! | `31/03/2025`, `31.03.2025` | the day, where its numbers can be read in one order alone |
//! | `03/04/2025` | the day by [`Times::order`]; without it, an error that asks for it |
//! | `2025-T1` | a third or a quarter by [`Times::trimester`]; without it, an error that asks for it |
//!
//! What could be read in two ways is never read by the likelier: the message names the field of the map that tells.

use alloc::format;

use chrono::{Days, NaiveDate, Weekday};

use super::calendar::{begun, calendar_years, count_from_to, date, is_next, months};
use super::no_period::{self, Advice};
use super::token::{Mark, Month, Number, Token, Word};
use super::year::ReportingYear;
use crate::value::{Length, Period};

/// Whether the day or the month comes first in a date whose year comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// `31/03/2025`.
    DayFirst,
    /// `03/31/2025`.
    MonthFirst,
}

/// The two meanings of `2010-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hyphened {
    /// November 2010.
    Month,
    /// From 2010 to 2011.
    Years,
}

/// The two meanings of `T1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trimester {
    /// A third of a year, as in SDMX.
    Third,
    /// A quarter: a trimestre in French, Italian, Portuguese and Spanish.
    Quarter,
}

/// How a table prints its times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Times {
    /// The year of `2016/17` and `FY2026`, and of their parts: `FY2026 Q1`. `None`: these are errors that ask for it.
    pub(crate) year: Option<ReportingYear>,
    /// Whether the parts of a plain year (`2025-Q4`, `2025-W05`) are counted from the beginning of the declared year,
    /// as in SDMX. If not, they are parts of the calendar year.
    pub(crate) counts_parts: bool,
    /// The meaning of `2010-11`. `None`: a month, unless the years follow each other and a year is declared.
    pub(crate) hyphen: Option<Hyphened>,
    /// The meaning of `T1`. `None`: it is an error that asks for this.
    pub(crate) trimester: Option<Trimester>,
    /// How long the period is that a date means. `None`: a date means its day; with a time of the day, it is an error
    /// that asks for this.
    pub(crate) dates: Option<Length>,
    /// In which order `03/04/2025` says day and month. `None`: it is an error that asks for this, unless both orders
    /// together leave one day, as of `31/03/2025`.
    pub(crate) order: Option<DateOrder>,
}

/// Reads a period in the first of these ways in which it is one:
///
/// 1. as documents write it, unless the table declares a year, dates or hyphens of its own: each of these gives another
///    meaning to a form of documents, `2025`, `2025-03-31` or `2010-11`;
/// 2. as a first day with a duration after `/P`;
/// 3. in one of the [forms of tokens](Times::period_in);
/// 4. as two days with something between, which is no form of tokens.
pub(super) fn read(text: &str, times: &Times) -> Result<Period, Advice> {
    let text = text.trim();
    if times.year.is_none() && times.dates.is_none() && times.hyphen != Some(Hyphened::Years) {
        if let Ok(period) = Period::read(text) {
            return Ok(period);
        }
    }
    if let Some((first, duration)) = text.split_once("/P") {
        return period_lasting(first, duration);
    }
    let printed = times.with_dashes_of(text).period_in(&Token::split(text));
    printed.or_else(|reason| times.between_days(text).ok_or(reason))
}

impl Times {
    /// These times with the meanings of SDMX: parts are counted in the declared year, `2010-11` is a month, and `T1`
    /// the first third of a year.
    pub(crate) const fn of_sdmx(self) -> Self {
        Self {
            counts_parts: true,
            hyphen: Some(Hyphened::Month),
            trimester: Some(Trimester::Third),
            ..self
        }
    }

    /// The period from one day to another: `2020-01-01 - 2020-12-31`, `2020-01-01/2020-12-31`,
    /// `01/01/2020 to 31/12/2020`. `None` if the text is not two days in their order.
    fn between_days(self, text: &str) -> Option<Period> {
        const BETWEEN: [&str; 5] = [" - ", " – ", " — ", " to ", "/"];
        let day = |text: &str| {
            let dates = Some(Length::Days(1));
            let period = Self { dates, ..self }.period_in(&Token::split(text)).ok()?;
            (period.first() == period.last()).then(|| period.first())
        };
        let between = |between: &str| {
            let (first, last) = text.split_once(between)?;
            Period::between(day(first)?, day(last)?).ok()
        };
        BETWEEN.into_iter().find_map(between)
    }

    /// These times for one text. If the table does not say what a hyphen means and the text has no hyphen, `2010–11`
    /// with another dash is a range of years, since a month is written with a hyphen.
    fn with_dashes_of(self, text: &str) -> Self {
        let hyphen = self.hyphen.or_else(|| (!text.contains('-')).then_some(Hyphened::Years));
        Self { hyphen, ..self }
    }

    /// The period in tokens. Each form is an arm of the match, and the first that fits decides. The order matters:
    ///
    /// - `2010-11` comes before the arms of two years; [`month_or_years`](Self::month_or_years) decides what it is;
    /// - `2017-2019` comes before `2016-2017`, which is left to the next arm where a reporting year is declared;
    /// - a year that lies in two, `2016/17`, comes before the arm that refuses two years that do not follow each other;
    /// - `Jan 2020` comes before `Jan 20`, which may be a day or a year and is refused;
    /// - parts of years come last, since their letters can be any word.
    fn period_in(&self, tokens: &[Token]) -> Result<Period, Advice> {
        match tokens {
            [Number(4, year)] | [Number(4, year), Mark('.'), Number(1, 0)] => match self.year {
                Some(years) if years.is_plain => years.named(*year),
                _ => months(*year, 1, 12),
            },
            [Number(4, first), Mark('-'), Number(2, second)] => self.month_or_years(*first, *second),
            [Number(4, first), Mark('-'), Number(4, last)]
                if self.year.is_none() || *last != first.saturating_add(1) =>
            {
                calendar_years(*first, *last)
            }
            [Number(4, first), Mark('-' | '/'), Number(digits, last)] if is_next(*first, *digits, *last) => {
                self.year.ok_or(no_period::YEAR_BEGIN_UNKNOWN)?.in_two(*first)
            }
            [Number(1 | 2, month), Mark('/' | '.' | '-'), Number(4, year)]
            | [Number(4, year), Mark('.'), Number(2, month)] => months(*year, *month, *month),
            [Number(4, _), Mark('/'), Number(2 | 4, _)] => Err(no_period::YEARS_DO_NOT_FOLLOW),
            [
                Number(4, year),
                Mark('-' | '/'),
                Number(1 | 2, month),
                Mark('-' | '/'),
                Number(1 | 2, day),
                time @ ..,
            ] => self.period_of_date(*year, *month, *day, time),
            [
                Number(1 | 2, one),
                Mark('/' | '.' | '-'),
                Number(1 | 2, two),
                Mark('/' | '.' | '-'),
                Number(4, year),
                time @ ..,
            ] => match self.order.or_else(|| only_order(*one, *two)) {
                Some(DateOrder::DayFirst) => self.period_of_date(*year, *two, *one, time),
                Some(DateOrder::MonthFirst) => self.period_of_date(*year, *one, *two, time),
                None => Err(no_period::DATE_ORDER_UNKNOWN),
            },
            _ if has_mark_beside_month(tokens) => self.year_or_part_in(tokens),
            [Month(month), Mark(_), Number(4, year)] | [Number(4, year), Mark(_), Month(month)] => {
                months(*year, *month, *month)
            }
            [Month(month), Mark(_), Number(1 | 2, day), Mark(_), Number(4, year)]
            | [Number(1 | 2, day), Mark(_), Month(month), Mark(_), Number(4, year)] => {
                self.period_of_date(*year, *month, *day, &[])
            }
            [Month(_), Mark(_), Number(2, _)] | [Number(2, _), Mark(_), Month(_)] => Err(no_period::SHORT_YEAR),
            [Number(1 | 2, _), Mark(_), Month(_), Mark(_), Number(2, _)] => Err(no_period::YEAR_OF_TWO_DIGITS),
            _ => self.year_or_part_in(tokens),
        }
    }

    /// Reads a fiscal year or a part of a year: `FY2026`, `Q1 FY2026`, `2025/26 Q1`, `2025-Q4`. The tokens have none of
    /// the forms of [`period_in`](Self::period_in).
    ///
    /// `FY` comes first, since `FY16-2017` also has the form of a part before its year. A part of `FY` or of two years
    /// is a part of the reporting year. A part of a single year is one of the calendar year, unless
    /// [`counts_parts`](Self::counts_parts) says that it is one of the reporting year.
    fn year_or_part_in(&self, tokens: &[Token]) -> Result<Period, Advice> {
        match tokens {
            [Word(fiscal), rest @ ..] if fiscal == "FY" => self.after_fiscal(rest),
            [Word(fiscal), Mark(' '), Word(year), Mark(' '), rest @ ..]
                if matches!(fiscal.as_str(), "FISCAL" | "FINANCIAL") && year == "YEAR" =>
            {
                self.after_fiscal(rest)
            }
            [Word(letter), Number(_, count), Mark(_), Word(fiscal), rest @ ..] if fiscal == "FY" => {
                self.part_of(self.after_fiscal(rest)?, letter, *count)
            }
            [
                Number(4, first),
                Mark('-' | '/'),
                Number(digits, last),
                Mark('-' | ' '),
                Word(letter),
                Number(_, count),
            ] if is_next(*first, *digits, *last) => self.part_of(
                self.year.ok_or(no_period::YEAR_BEGIN_UNKNOWN)?.in_two(*first)?,
                letter,
                *count,
            ),
            // From one reporting year to another: `2006/07-2011/12`, `2015/16 to 2017/18`.
            [
                Number(4, first),
                Mark('/'),
                Number(digits, next),
                between @ ..,
                Number(4, last),
                Mark('/'),
                Number(last_digits, end),
            ] if is_next(*first, *digits, *next) && is_next(*last, *last_digits, *end) && says_to(between) => {
                let years = self.year.ok_or(no_period::YEAR_BEGIN_UNKNOWN)?;
                let count = count_from_to(*first, *last)?;
                begun(years.in_two(*first)?.first(), Length::Months(count.saturating_mul(12)))
            }
            [Number(4, year), Mark('-' | ' ' | '/'), Word(letter), Number(_, count)]
            | [Number(4, year), Word(letter), Number(_, count)]
            | [Word(letter), Number(_, count), Mark('-' | ' ' | '/'), Number(4, year)]
            | [Number(1, count), Word(letter), Number(4, year)]
            | [Number(1, count), Word(letter), Mark(' ' | '/' | '-'), Number(4, year)] => {
                let years = self
                    .year
                    .filter(|_| self.counts_parts)
                    .unwrap_or(ReportingYear::CALENDAR);
                self.part_of(years.named(*year)?, letter, *count)
            }
            [Word(letter), Number(1, _), Mark('-' | ' ' | '/'), Number(2, _)]
            | [Number(1, _), Word(letter), Number(2, _)]
            | [Number(1, _), Word(letter), Mark(' ' | '/' | '-'), Number(2, _)]
            | [Number(2, _), Word(letter), Number(1, _)]
            | [Number(2, _), Mark(' '), Word(letter), Number(1, _)]
                if matches!(letter.as_str(), "Q" | "H") =>
            {
                Err(no_period::YEAR_OF_TWO_DIGITS)
            }
            _ => self.compact_or_chinese_in(tokens),
        }
    }

    /// Reads digits without signs between (`202501`, `20250131`), two months by name (`Jan-Mar 2025`), a part before
    /// its two years (`Q2 2025/26`), or Chinese. The tokens have none of the forms of [`period_in`](Self::period_in)
    /// and [`year_or_part_in`](Self::year_or_part_in).
    fn compact_or_chinese_in(&self, tokens: &[Token]) -> Result<Period, Advice> {
        match tokens {
            [Number(6, digits)] => {
                let (year, month) = split_last_two(*digits);
                year_of_our_time(year).and_then(|year| months(year, month, month))
            }
            [Number(8, digits)] => {
                let (rest, day) = split_last_two(*digits);
                let (year, month) = split_last_two(rest);
                year_of_our_time(year).and_then(|year| self.period_of_date(year, month, day, &[]))
            }
            [Month(first), between @ .., Month(last), Mark(' '), Number(4, year)] if says_to(between) => {
                months(*year, *first, *last)
            }
            [first @ Number(4, _), between @ .., last @ Number(4, _), Word(end)]
                if end == "年" && is_to_another_year(between) =>
            {
                self.period_in(&[first.clone(), Mark('-'), last.clone()])
            }
            // The part before its year, as in `Q2 2025/26`.
            [
                letter @ Word(_),
                count @ Number(..),
                Mark('-' | ' '),
                first @ Number(4, _),
                between @ Mark('-' | '/'),
                last @ Number(..),
            ] => {
                let year_first = [first, between, last, &Mark(' '), letter, count];
                self.year_or_part_in(&year_first.map(Token::clone))
            }
            [Number(4, year), Word(of), rest @ ..] if of.starts_with('年') => self.chinese_period(*year, of, rest),
            _ => Err(no_period::OTHER_FORM),
        }
    }

    /// The period that `2010-11` is: a month, a reporting year that lies in two, or a range of years whose last one is
    /// printed in two digits, `1999-02`. An error where the table does not say which of them it is.
    fn month_or_years(&self, first: u32, second: u32) -> Result<Period, Advice> {
        let follows = is_next(first, 2, second);
        match (self.hyphen, self.year) {
            (Some(Hyphened::Month), _) => months(first, second, second),
            (_, Some(years)) if follows => years.in_two(first),
            (None, _) if second <= 12 => months(first, second, second),
            (_, None) if follows => Err(no_period::YEAR_BEGIN_UNKNOWN),
            (None, _) => Err(no_period::HYPHEN_UNKNOWN),
            (Some(Hyphened::Years), _) => {
                let (century, year) = (first.checked_div(100), first.checked_rem(100));
                let later = u32::from(year >= Some(second));
                let last =
                    century.and_then(|century| century.checked_add(later)?.checked_mul(100)?.checked_add(second));
                calendar_years(first, last.ok_or(no_period::YEAR_OUT_OF_RANGE)?)
            }
        }
    }

    /// The part of a year with this number, counted from 1, and the length that this letter stands for: `Q` a quarter,
    /// `W` a week.
    fn part_of(&self, year: Period, letter: &str, count: u32) -> Result<Period, Advice> {
        let (whole, length, right) = match (letter, self.trimester) {
            ("A", _) => (year, Length::YEAR, no_period::NO_SUCH_YEAR),
            ("S" | "H", _) => (year, Length::HALF, no_period::NO_SUCH_HALF),
            ("T", None) => return Err(no_period::TRIMESTER_UNKNOWN),
            ("T", Some(Trimester::Third)) => (year, Length::Months(4), no_period::NO_SUCH_THIRD),
            ("T", Some(Trimester::Quarter)) => (year, Length::QUARTER, no_period::NO_SUCH_TRIMESTER),
            ("Q" | "年Q", _) => (year, Length::QUARTER, no_period::NO_SUCH_QUARTER),
            ("M", _) => (year, Length::MONTH, no_period::MONTH_OUT_OF_RANGE),
            ("W", _) => (weeks_of_year(year)?, Length::WEEK, no_period::BEYOND_YEAR),
            ("D", _) => (year, Length::Days(1), no_period::BEYOND_YEAR),
            _ => return Err(no_period::OTHER_FORM),
        };
        let before = usize::try_from(count).ok().and_then(|count| count.checked_sub(1));
        before.and_then(|before| whole.parts(length).nth(before)).ok_or(right)
    }

    /// The reporting year, or part of it, by the tokens after `FY`: `2026`, `26`, `2025/26`, `2026 Q1`.
    ///
    /// The arm that refuses two years comes after those of years that follow each other.
    fn after_fiscal(&self, year: &[Token]) -> Result<Period, Advice> {
        let years = self.year.ok_or(no_period::YEAR_BEGIN_UNKNOWN)?;
        let of_century = |year: u32| year.saturating_add(2000);
        match year {
            [Mark(' '), year @ ..] => self.after_fiscal(year),
            [Number(4, year)] => years.named(*year),
            [Number(2, year)] => years.named(of_century(*year)),
            [before @ .., Word(letter), Number(_, count)] => {
                let year = match before {
                    [year @ .., Mark('-' | ' ')] | year => year,
                };
                self.part_of(self.after_fiscal(year)?, letter, *count)
            }
            [Number(4, first), Mark('-' | '/'), Number(digits, last)] if is_next(*first, *digits, *last) => {
                years.in_two(*first)
            }
            [Number(2, first), Mark('-' | '/'), Number(2, last)] if is_next(*first, 2, *last) => {
                years.in_two(of_century(*first))
            }
            [Number(..), Mark('-' | '/'), Number(..)] => Err(no_period::YEARS_DO_NOT_FOLLOW),
            _ => Err(no_period::OTHER_FORM),
        }
    }

    /// The period by the Chinese words after a year: `2025年`, `2025年3月`, `2025年1-9月`, `2025年第一季度`, `2025年上半年`,
    /// `2025年前三季度`. A `年度` is the reporting year, as in Japan. The end of a period, `2025年末`, is read as the period:
    /// the indicator says that its figures are counted at the end.
    ///
    /// A `Number(1, 3)` is a number of one digit with the value 3.
    fn chinese_period(&self, year: u32, of: &str, rest: &[Token]) -> Result<Period, Advice> {
        let is = |word: &str, one_of: &[&str]| one_of.contains(&word);
        match (of, rest) {
            ("年" | "年末" | "年底" | "年全年", []) => months(year, 1, 12),
            ("年度", []) => self.year.ok_or(no_period::YEAR_BEGIN_UNKNOWN)?.named(year),
            ("年", [Number(_, month), Word(end)]) if is(end, &["月", "月份", "月末", "月底"]) => {
                months(year, *month, *month)
            }
            ("年", [Number(_, first), Mark('-' | '~'), Number(_, last), Word(end)]) if is(end, &["月", "月份"]) => {
                months(year, *first, *last)
            }
            (
                "年",
                [
                    Number(_, first),
                    Word(month),
                    Mark('-' | '~'),
                    Number(_, last),
                    Word(end),
                ],
            ) if month == "月" && is(end, &["月", "月份"]) => months(year, *first, *last),
            ("年", [Number(_, first), Word(to), Number(_, last), Word(end)])
                if is(to, &["至", "到", "月至", "月到"]) && is(end, &["月", "月份"]) =>
            {
                months(year, *first, *last)
            }
            ("年前", [Number(_, last), Word(end)]) if is(end, &["个月", "個月"]) => months(year, 1, *last),
            ("年", [Number(_, month), Word(end), Number(_, day), Word(last)])
                if end == "月" && is(last, &["日", "号", "號"]) =>
            {
                self.period_of_date(year, *month, *day, &[])
            }
            ("年上半年", []) => months(year, 1, 6),
            ("年下半年", []) => months(year, 7, 12),
            ("年前", [Number(1, 3), Word(end)]) if is(end, &["季度", "季"]) => months(year, 1, 9),
            ("年" | "年第", [Number(1, number), Word(end)]) if is(end, &["季度", "季", "季末", "季度末"]) => {
                self.part_of(months(year, 1, 12)?, "Q", *number)
            }
            _ => Err(no_period::OTHER_FORM),
        }
    }

    /// The period that a date means: the period of the length [`dates`](Self::dates) in which the day lies, by default
    /// the day itself. `time` holds the tokens after the date: none, or a time of the day, which is refused where
    /// `dates` is not declared.
    fn period_of_date(&self, year: u32, month: u32, day: u32, time: &[Token]) -> Result<Period, Advice> {
        let length = match (time, self.dates) {
            ([], None) => Length::Days(1),
            ([], Some(length)) => length,
            ([Mark(' '), Number(2, _), Mark(':'), ..], length) => length.ok_or(no_period::DATE_LENGTH_UNKNOWN)?,
            ([Word(word), Number(2, _), Mark(':'), ..], length) if word == "T" => {
                length.ok_or(no_period::DATE_LENGTH_UNKNOWN)?
            }
            _ => return Err(no_period::OTHER_FORM),
        };
        let day = date(year, month, day)?;
        match self.year {
            Some(years) if length == Length::YEAR => years.containing(day),
            _ => Period::containing(day, length).map_err(|_| no_period::YEAR_OUT_OF_RANGE),
        }
    }
}

/// Whether a text that names a month has a mark that stands in no date, and says something of its own: the star of
/// `Mar* 2025`.
fn has_mark_beside_month(tokens: &[Token]) -> bool {
    let is_other = |token: &Token| matches!(token, Mark(mark) if !matches!(mark, ' ' | '-' | '/' | '.' | ',' | '_'));
    tokens.iter().any(|token| matches!(token, Month(_))) && tokens.iter().any(is_other)
}

/// The order in which two numbers can be a day and a month; `None` where each can be the month, and the days differ.
fn only_order(one: u32, two: u32) -> Option<DateOrder> {
    match (one, two) {
        (13.., _) => Some(DateOrder::DayFirst),
        (_, 13..) => Some(DateOrder::MonthFirst),
        (one, two) => (one == two).then_some(DateOrder::DayFirst),
    }
}

/// The period that begins on a first day and lasts as long as the duration after `/P`: `2025-01-01` and `9M`. A time
/// after the day can only be midnight.
fn period_lasting(first: &str, duration: &str) -> Result<Period, Advice> {
    let first = match Token::split(first).as_slice() {
        [
            Number(4, year),
            Mark('-'),
            Number(2, month),
            Mark('-'),
            Number(2, day),
            time @ ..,
        ] if is_midnight(time) => date(*year, *month, *day)?,
        _ => return Err(no_period::NO_DURATION),
    };
    let length = match Token::split(duration).as_slice() {
        [Number(_, years), Word(y), Number(_, months), Word(m)] if y == "Y" && m == "M" && years.max(months) > &0 => {
            Length::Months(years.saturating_mul(12).saturating_add(*months))
        }
        [Number(_, weeks @ 1..), Word(w)] if w == "W" => Length::Days(weeks.saturating_mul(7)),
        _ => format!("P{duration}").parse().map_err(|_| no_period::NO_DURATION)?,
    };
    begun(first, length)
}

/// Whether the time printed after the first day of a period is the beginning of that day: none at all, or `T00:00:00`.
fn is_midnight(time: &[Token]) -> bool {
    match time {
        [] => true,
        [Word(word), rest @ ..] if word == "T" => rest.iter().all(|token| matches!(token, Number(2, 0) | Mark(':'))),
        _ => false,
    }
}

/// A number of several digits in two: the last two, and those before them.
fn split_last_two(digits: u32) -> (u32, u32) {
    let (before, last) = (digits.checked_div(100), digits.checked_rem(100));
    (before.unwrap_or_default(), last.unwrap_or_default())
}

/// The year in digits without signs between, as in `202401`, if it lies from 1900 to 2099. Other digits are no year and
/// month, as `310124`.
fn year_of_our_time(year: u32) -> Result<u32, Advice> {
    Some(year)
        .filter(|year| (1900..2100).contains(year))
        .ok_or(no_period::OTHER_FORM)
}

/// Whether the tokens between two times mean *to*: `-` or ` to `.
fn says_to(between: &[Token]) -> bool {
    match between {
        [Mark('-')] => true,
        [Mark(' '), Word(to), Mark(' ')] => matches!(to.as_str(), "TO" | "BIS"),
        _ => false,
    }
}

/// Whether the tokens between two years mean *to* in Chinese: `2021—2025年`, `2021年至2025年`.
fn is_to_another_year(between: &[Token]) -> bool {
    let between = match between {
        [Word(year), between @ ..] if year == "年" => between,
        between => between,
    };
    match between {
        [Mark('-')] => true,
        [Word(to)] => matches!(to.as_str(), "至" | "到" | "年至" | "年到"),
        _ => false,
    }
}

/// The weeks of a year, by ISO 8601 and SDMX: from the Monday that is nearest to its first day.
fn weeks_of_year(year: Period) -> Result<Period, Advice> {
    let nearest_monday = |day: NaiveDate| {
        let in_its_week = day.checked_add_days(Days::new(3))?;
        in_its_week.week(Weekday::Mon).checked_first_day()
    };
    let next = year.last().succ_opt().and_then(nearest_monday);
    let last = next.and_then(|next| next.pred_opt());
    let weeks = nearest_monday(year.first())
        .zip(last)
        .map(|(first, last)| Period::between(first, last));
    weeks.and_then(Result::ok).ok_or(no_period::YEAR_OUT_OF_RANGE)
}
