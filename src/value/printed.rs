//! Periods as they are printed, where documents have one form only.
//!
//! Tables are read by it, and what an author of a document wrote so is told in the form of documents.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Length, Period, ValueError, excerpt, narrow};

/// What would be right, in words.
pub(crate) type Right = &'static str;

/// Which calendar year names a year that lies in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NamedBy {
    /// The one in which it begins, as in SDMX.
    First,
    /// The one in which it ends.
    Last,
}

impl NamedBy {
    /// The words of maps.
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[("first", Self::First), ("last", Self::Last)];
}

/// Which number of a date comes first, where the year comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// `31/03/2025`.
    DayFirst,
    /// `03/31/2025`.
    MonthFirst,
}

impl DateOrder {
    /// The words of maps.
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("day_first", Self::DayFirst), ("month_first", Self::MonthFirst)];
}

/// How a table prints its times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Times {
    /// The year of `2016/17` and `FY2026`, and of parts that are counted in it: `2025-Q4`, `2025-W05`. `None`: the
    /// calendar's, and the former two are asked.
    pub(crate) year: Option<ReportingYear>,
    /// How long the time is for which a date stands. `None`: a date is its day, and with a time of the day it is asked.
    pub(crate) dates: Option<Length>,
    /// In which order `03/04/2025` says day and month. `None`: it is asked.
    pub(crate) order: Option<DateOrder>,
}

const FORMS: &str =
    "write `2025`, `2025-Q4`, `2025-S1`, `2025-03`, `2025-W05`, `2025-03-31`, `2017-2019` or `2025-01-01/P9M`";
const YEARS: &str = "years are from 0001 to 9999";
const DAYS: &str = "there is no such day in the calendar";
const MONTHS: &str = "a month is 1 to 12, as in `2025-03`";
const DURATION: &str =
    "a range is its first day and a duration in years, months, weeks or days, as in `2025-01-01/P9M`";
const COUNTED: &str = "weeks are counted from W01 and days from D001, as many as the year has";
const BACKWARDS: &str = "it ends before it begins";
const BEGINS: &str = "on which day its year begins is not said; say `year` in the map";
const STANDS_FOR: &str =
    "for what time a date with a time of the day stands is not said; say `dates` in the map, as in `month`";
const ORDER: &str = "whether its day or its month comes first is not said; say `date_order` in the map";
const FOLLOWING: &str = "a year that lies in two is named by both, as in `2016/17`";

/// A word, number or mark of what is printed, in the forms that everybody writes: upper case, a hyphen for any dash.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    /// So many digits, and what they say.
    Number(usize, u32),
    Word(String),
    /// What stands between, without its blanks; a blank where nothing else does.
    Mark(char),
}

use Token::{Mark, Number, Word};

impl Token {
    /// All of a text; none if it is longer than any period.
    fn all(text: &str) -> Vec<Self> {
        let mut tokens = Vec::new();
        if text.len() > 80 {
            return tokens;
        }
        for character in text.trim().chars().map(comparable) {
            match (tokens.last_mut(), character, character.to_digit(10)) {
                (Some(Number(digits, value)), _, Some(digit)) => {
                    *digits = digits.saturating_add(1);
                    *value = value.saturating_mul(10).saturating_add(digit);
                }
                (_, _, Some(digit)) => tokens.push(Number(1, digit)),
                (Some(Word(word)), letter, _) if letter.is_alphabetic() => word.push(letter),
                (_, letter, _) if letter.is_alphabetic() => tokens.push(Word(String::from(letter))),
                (Some(Mark(_)), ' ', _) => {}
                (Some(Mark(mark)), _, _) if *mark == ' ' => *mark = character,
                (_, mark, _) => tokens.push(Mark(mark)),
            }
        }
        tokens
    }
}

/// The character as tokens are compared: narrow, in upper case, any dash a hyphen and any blank a space.
fn comparable(character: char) -> char {
    match narrow(character).to_ascii_uppercase() {
        '‐'..='―' | '−' => '-',
        blank if blank.is_whitespace() => ' ',
        other => other,
    }
}

/// Reads a period as it is printed: in the forms of documents, of SDMX and of Eurostat, and in some that are plain
/// wherever they stand. `2025`, `2025-03` and `2025-03-31` are the calendar's, whatever year figures are reported by.
///
/// # Errors
///
/// [`ValueError::Period`] where it says none, or could say two.
pub(crate) fn period(text: &str, times: &Times) -> Result<Period, ValueError> {
    read(text, times).map_err(|right| ValueError::Period {
        text: excerpt(text.trim()),
        right: right.into(),
    })
}

fn read(text: &str, times: &Times) -> Result<Period, Right> {
    let text = text.trim();
    if times.year.is_none() && times.dates.is_none() {
        if let Ok(period) = Period::read(text) {
            return Ok(period);
        }
    }
    let ranged = text.split_once("/P").map(|(first, duration)| ranged(first, duration));
    ranged.unwrap_or_else(|| times.printed(&Token::all(text)))
}

/// The words that say how documents write a period that is printed in another way; none where nobody can tell, or where
/// the place has no room for such a period.
pub(super) fn mend(text: &str, fits: impl Fn(&Period) -> bool) -> Option<String> {
    let read_as = |times: Times| read(text, &times).ok().filter(&fits);
    let in_order = |order| {
        read_as(Times {
            order: Some(order),
            ..Times::default()
        })
    };
    let begins_on = |year: u32, month: u32, day: u32| date(year, month, day).ok();
    let found = match *Token::all(text).as_slice() {
        [Word(ref fiscal), ..] if fiscal == "FY" => return fiscal_year(read_as),
        [Number(4, first), Mark('/' | '-'), Number(digits, last)] if is_next(first, digits, last) => {
            return fiscal_year(read_as);
        }
        [Number(4, first), Mark('/'), Number(4, last)] => [whole_years(first, last).ok().filter(&fits), None],
        [
            Number(4, year),
            Mark('-'),
            Number(2, month),
            Mark('-'),
            Number(2, day),
            Mark('/'),
            Number(4, last_year),
            Mark('-'),
            Number(2, last_month),
            Mark('-'),
            Number(2, last_day),
        ] => {
            let ends = begins_on(year, month, day).zip(begins_on(last_year, last_month, last_day));
            let period = ends.and_then(|(first, last)| Period::between(first, last).ok());
            [period.filter(&fits), None]
        }
        _ => [DateOrder::DayFirst, DateOrder::MonthFirst].map(in_order),
    };
    match found {
        [Some(one), Some(other)] if one != other => Some(format!("write `{one}` or `{other}`")),
        [one, other] => one.or(other).map(|period| format!("write it as `{period}`")),
    }
}

/// How a year is written that is not the calendar's: nobody says when this one begins.
fn fiscal_year(read_as: impl Fn(Times) -> Option<Period>) -> Option<String> {
    let april = ReportingYear {
        month: 4,
        day: 1,
        named_by: NamedBy::First,
    };
    let year = read_as(Times {
        year: Some(april),
        ..Times::default()
    })?;
    Some(format!(
        "a year that is not the calendar's is its first day and its length, as in `{year}`"
    ))
}

impl Times {
    /// Each form is a row.
    fn printed(&self, tokens: &[Token]) -> Result<Period, Right> {
        let years = self.year.unwrap_or(ReportingYear::CALENDAR);
        match tokens {
            [Number(4, year)] | [Number(4, year), Mark('.'), Number(1, 0)] => months(*year, 1, 12),
            [Number(4, first), Mark('-'), Number(4, last)] if self.year.is_none() => whole_years(*first, *last),
            [Number(4, first), Mark('-'), Number(4, last)] if *last != first.saturating_add(1) => {
                whole_years(*first, *last)
            }
            [Number(4, first), Mark('-' | '/'), Number(digits, last)] if is_next(*first, *digits, *last) => {
                match self.year {
                    None if *last <= 12 => months(*first, *last, *last),
                    years => years.ok_or(BEGINS)?.in_two(*first),
                }
            }
            [Number(4, year), Mark('-'), Number(2, month)]
            | [Number(1 | 2, month), Mark('/' | '.' | '-'), Number(4, year)] => months(*year, *month, *month),
            [Number(4, _), Mark('/'), Number(2 | 4, _)] => Err(FOLLOWING),
            [
                Number(4, year),
                Mark('-'),
                Number(1 | 2, month),
                Mark('-'),
                Number(1 | 2, day),
                time @ ..,
            ] => self.dated(*year, *month, *day, time),
            [
                Number(1 | 2, one),
                Mark('/' | '.' | '-'),
                Number(1 | 2, two),
                Mark('/' | '.' | '-'),
                Number(4, year),
                time @ ..,
            ] => match self.order.ok_or(ORDER)? {
                DateOrder::DayFirst => self.dated(*year, *two, *one, time),
                DateOrder::MonthFirst => self.dated(*year, *one, *two, time),
            },
            [Word(fiscal), rest @ ..] if fiscal == "FY" => self.fiscal(rest),
            [Number(4, year), Mark('-' | ' ' | '/'), Word(letter), Number(_, count)]
            | [Number(4, year), Word(letter), Number(_, count)]
            | [Word(letter), Number(_, count), Mark('-' | ' ' | '/'), Number(4, year)] => {
                years.part(*year, letter, *count)
            }
            [Word(month), Mark(_), Number(4, year)] | [Number(4, year), Mark(_), Word(month)] => {
                let month = named_month(month).ok_or(FORMS)?;
                months(*year, month, month)
            }
            [Word(month), Mark(_), Number(1 | 2, day), Mark(_), Number(4, year)]
            | [Number(1 | 2, day), Mark(_), Word(month), Mark(_), Number(4, year)] => {
                self.dated(*year, named_month(month).ok_or(FORMS)?, *day, &[])
            }
            [Number(4, year), Word(of), rest @ ..] if of.starts_with('年') => self.chinese(*year, of, rest),
            _ => Err(FORMS),
        }
    }

    /// What stands behind `FY`.
    fn fiscal(&self, year: &[Token]) -> Result<Period, Right> {
        let years = self.year.ok_or(BEGINS)?;
        let of_century = |year: u32| year.saturating_add(2000);
        match year {
            [Mark(' '), year @ ..] => self.fiscal(year),
            [Number(4, year)] => begun(years.named(*year)?, Length::YEAR),
            [Number(2, year)] => begun(years.named(of_century(*year))?, Length::YEAR),
            [Number(4, first), Mark('-' | '/'), Number(digits, last)] if is_next(*first, *digits, *last) => {
                years.in_two(*first)
            }
            [Number(2, first), Mark('-' | '/'), Number(2, last)] if is_next(*first, 2, *last) => {
                years.in_two(of_century(*first))
            }
            _ => Err(FOLLOWING),
        }
    }

    /// `2025年`, `2025年3月`, `2025年1-9月`, `2025年第一季度`, `2025年上半年`.
    fn chinese(&self, year: u32, of: &str, rest: &[Token]) -> Result<Period, Right> {
        let is = |word: &str, one_of: &[&str]| one_of.contains(&word);
        let quarter = |number: u32| {
            months(
                year,
                number.saturating_mul(3).saturating_sub(2),
                number.saturating_mul(3),
            )
        };
        match (of, rest) {
            ("年", []) => months(year, 1, 12),
            ("年", [Number(_, month), Word(end)]) if end == "月" => months(year, *month, *month),
            ("年", [Number(_, first), Mark('-'), Number(_, last), Word(end)]) if end == "月" => {
                months(year, *first, *last)
            }
            ("年", [Number(_, month), Word(end), Number(_, day), Word(last)])
                if end == "月" && is(last, &["日", "号", "號"]) =>
            {
                self.dated(year, *month, *day, &[])
            }
            ("年上半年", []) => months(year, 1, 6),
            ("年下半年", []) => months(year, 7, 12),
            ("年" | "年第", [Number(1, number), Word(end)]) if is(end, &["季度", "季"]) => quarter(*number),
            (of, []) => {
                let number = of.strip_prefix("年").map(|of| of.strip_prefix("第").unwrap_or(of));
                let number = number.and_then(|of| of.strip_suffix("季度").or_else(|| of.strip_suffix("季")));
                let number = "一二三四"
                    .chars()
                    .zip(1..)
                    .find(|(digit, _)| number.is_some_and(|of| of.chars().eq([*digit])));
                quarter(number.ok_or(FORMS)?.1)
            }
            _ => Err(FORMS),
        }
    }

    /// The time for which a date stands, which may have a time of the day behind it.
    fn dated(&self, year: u32, month: u32, day: u32, time: &[Token]) -> Result<Period, Right> {
        let length = match (time, self.dates) {
            ([], None) => Length::Days(1),
            ([], Some(length)) => length,
            ([Mark(' '), Number(2, _), Mark(':'), ..], length) => length.ok_or(STANDS_FOR)?,
            ([Word(word), Number(2, _), Mark(':'), ..], length) if word == "T" => length.ok_or(STANDS_FOR)?,
            _ => return Err(FORMS),
        };
        let day = date(year, month, day)?;
        match self.year {
            Some(years) if length == Length::YEAR => years.around(day),
            _ => Period::containing(day, length).map_err(|_| YEARS),
        }
    }
}

/// Whether a year, printed in two digits or four, follows another one, as in `2019/20` and `1999/00`.
fn is_next(first: u32, digits: usize, last: u32) -> bool {
    let next = first.saturating_add(1);
    match digits {
        2 => Some(last) == next.checked_rem(100),
        4 => last == next,
        _ => false,
    }
}

fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, Right> {
    let year = i32::try_from(year).map_err(|_| YEARS)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DAYS)
}

/// From the first of these months of a calendar year to the last.
fn months(year: u32, first: u32, last: u32) -> Result<Period, Right> {
    let valid: RangeInclusive<u32> = 1..=12;
    if !valid.contains(&first) || !valid.contains(&last) {
        return Err(MONTHS);
    }
    let count = last.checked_sub(first).ok_or(BACKWARDS)?.saturating_add(1);
    begun(date(year, first, 1)?, Length::Months(count))
}

/// From one calendar year to another.
fn whole_years(first: u32, last: u32) -> Result<Period, Right> {
    let count = last.checked_sub(first).ok_or(BACKWARDS)?.saturating_add(1);
    begun(date(first, 1, 1)?, Length::Months(count.saturating_mul(12)))
}

/// The month with an English name, whole or cut to three letters.
fn named_month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "JANUARY",
        "FEBRUARY",
        "MARCH",
        "APRIL",
        "MAY",
        "JUNE",
        "JULY",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
    ];
    let (_, number) = NAMES
        .into_iter()
        .zip(1..)
        .find(|(name, _)| *name == word || name.get(..3) == Some(word))?;
    Some(number)
}

/// A range by its first day, at its beginning, and a duration.
fn ranged(first: &str, duration: &str) -> Result<Period, Right> {
    let first = match Token::all(first).as_slice() {
        [
            Number(4, year),
            Mark('-'),
            Number(2, month),
            Mark('-'),
            Number(2, day),
            time @ ..,
        ] if is_midnight(time) => date(*year, *month, *day)?,
        _ => return Err(DURATION),
    };
    let length = match Token::all(duration).as_slice() {
        [Number(_, years), Word(y), Number(_, months), Word(m)] if y == "Y" && m == "M" => {
            Length::Months(years.saturating_mul(12).saturating_add(*months))
        }
        [Number(_, count), Word(unit)] => match unit.as_str() {
            "Y" => Length::Months(count.saturating_mul(12)),
            "M" => Length::Months(*count),
            "W" => Length::Days(count.saturating_mul(7)),
            "D" => Length::Days(*count),
            _ => return Err(DURATION),
        },
        _ => return Err(DURATION),
    };
    if matches!(length, Length::Months(0) | Length::Days(0)) {
        return Err(DURATION);
    }
    begun(first, length)
}

fn is_midnight(time: &[Token]) -> bool {
    match time {
        [] => true,
        [Word(word), rest @ ..] if word == "T" => rest.iter().all(|token| matches!(token, Number(2, 0) | Mark(':'))),
        _ => false,
    }
}

/// The time of a length that begins on a day.
fn begun(first: NaiveDate, length: Length) -> Result<Period, Right> {
    Period::begun(first, length).ok_or(YEARS)
}

/// The year by which figures are reported, where it is not the calendar's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReportingYear {
    /// The month of its first day, from 1 on.
    pub(crate) month: u32,
    /// The day of the month, one that every year has.
    pub(crate) day: u32,
    named_by: NamedBy,
}

impl ReportingYear {
    const CALENDAR: Self = Self {
        month: 1,
        day: 1,
        named_by: NamedBy::First,
    };

    /// The year that begins on a day, `07-01`, or as SDMX writes it, `--07-01`.
    ///
    /// # Errors
    ///
    /// [`ValueError::Date`] if it is no day that every year has.
    pub(crate) fn new(begins: &str, named_by: NamedBy) -> Result<Self, ValueError> {
        match Token::all(begins.strip_prefix("--").unwrap_or(begins)).as_slice() {
            [Number(2, month), Mark('-'), Number(2, day)] if date(2001, *month, *day).is_ok() => Ok(Self {
                month: *month,
                day: *day,
                named_by,
            }),
            _ => Err(ValueError::Date {
                text: excerpt(begins),
                right: "write month and day in digits, as in `07-01`".into(),
            }),
        }
    }

    fn is_calendar(self) -> bool {
        (self.month, self.day) == (1, 1)
    }

    /// The first day of the year that begins within a calendar year.
    fn begun_in(self, year: u32) -> Result<NaiveDate, Right> {
        date(year, self.month, self.day)
    }

    /// The first day of the year with this name.
    fn named(self, year: u32) -> Result<NaiveDate, Right> {
        let begins_before = self.named_by == NamedBy::Last && !self.is_calendar();
        let year = year.checked_sub(u32::from(begins_before));
        self.begun_in(year.ok_or(YEARS)?)
    }

    /// The year that begins in one calendar year and ends in the next.
    fn in_two(self, first: u32) -> Result<Period, Right> {
        if self.is_calendar() {
            return Err(FOLLOWING);
        }
        begun(self.begun_in(first)?, Length::YEAR)
    }

    /// The year in which a day lies.
    fn around(self, day: NaiveDate) -> Result<Period, Right> {
        let year = u32::try_from(day.year()).map_err(|_| YEARS)?;
        let first = self.begun_in(year)?;
        let first = if first <= day {
            first
        } else {
            self.begun_in(year.saturating_sub(1))?
        };
        begun(first, Length::YEAR)
    }

    /// A part of the year, counted from 1, as long as its letter says.
    fn part(self, year: u32, letter: &str, count: u32) -> Result<Period, Right> {
        let of_months = |months: u32, right| {
            let before = count.checked_sub(1).and_then(|before| before.checked_mul(months));
            let before = before.filter(|before| *before < 12).ok_or(right)?;
            let first = self.named(year)?.checked_add_months(Months::new(before));
            begun(first.ok_or(YEARS)?, Length::Months(months))
        };
        let of_days = |days: u32, first_day: fn(NaiveDate) -> Option<NaiveDate>| {
            let before = count
                .checked_sub(1)
                .and_then(|before| before.checked_mul(days))
                .ok_or(COUNTED)?;
            let [begin, end] =
                [year, year.saturating_add(1)].map(|year| self.named(year).and_then(|day| first_day(day).ok_or(YEARS)));
            let first = begin?.checked_add_days(Days::new(before.into())).ok_or(YEARS)?;
            if first < end? {
                begun(first, Length::Days(days))
            } else {
                Err(COUNTED)
            }
        };
        match letter {
            "A" => of_months(12, "all of a year is A1, as in `2025-A1`"),
            "S" | "H" => of_months(6, "a half is S1 or S2, as in `2025-S1`"),
            "T" => of_months(
                4,
                "a T is a third of a year, T1 to T3, as in `2025-T1`; a quarter is a Q",
            ),
            "Q" => of_months(3, "a quarter is Q1, Q2, Q3 or Q4, as in `2025-Q4`"),
            "M" => of_months(1, MONTHS),
            "W" => of_days(7, nearest_monday),
            "D" => of_days(1, Some),
            _ => Err(FORMS),
        }
    }
}

/// The first day of the first week of a year that begins on a day, by ISO 8601 and SDMX.
fn nearest_monday(day: NaiveDate) -> Option<NaiveDate> {
    match day.weekday().num_days_from_monday() {
        past @ 0..=3 => day.checked_sub_days(Days::new(past.into())),
        past => day.checked_add_days(Days::new(7_u64.saturating_sub(past.into()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(times: &Times, cell: &str) -> String {
        period(cell, times).map_or_else(|error| error.to_string(), |period| period.to_string())
    }

    fn year(begins: &str, named_by: NamedBy) -> Times {
        Times {
            year: Some(ReportingYear::new(begins, named_by).unwrap()),
            ..Times::default()
        }
    }

    #[test]
    fn plain_forms() {
        for (cell, period) in [
            ("2025", "2025"),
            (" 2025 ", "2025"),
            ("２０２５", "2025"),
            ("2025.0", "2025"),
            ("2025-A1", "2025"),
            ("2025A1", "2025"),
            ("2025-S1", "2025-S1"),
            ("2025S2", "2025-S2"),
            ("2025H1", "2025-S1"),
            ("2025-H2", "2025-S2"),
            ("2025-T1", "2025-01-01/P4M"),
            ("2025-T3", "2025-09-01/P4M"),
            ("2025Q4", "2025-Q4"),
            ("2025-Q4", "2025-Q4"),
            ("2025q4", "2025-Q4"),
            ("2025 Q4", "2025-Q4"),
            ("Q4 2025", "2025-Q4"),
            ("Q4/2025", "2025-Q4"),
            ("2025-01", "2025-01"),
            ("2025M01", "2025-01"),
            ("2025-M12", "2025-12"),
            ("2025M1", "2025-01"),
            ("03/2025", "2025-03"),
            ("3.2025", "2025-03"),
            ("Mar 2025", "2025-03"),
            ("March 2025", "2025-03"),
            ("2025 May", "2025-05"),
            ("Dec-2025", "2025-12"),
            ("31 March 2025", "2025-03-31"),
            ("Mar 31, 2025", "2025-03-31"),
            ("2020-W05", "2020-01-27/P7D"),
            ("2020W05", "2020-01-27/P7D"),
            ("2020-W01", "2019-12-30/P7D"),
            ("2020-W53", "2020-12-28/P7D"),
            ("2021-W01", "2021-01-04/P7D"),
            ("2025-D001", "2025-01-01"),
            ("2025-3-1", "2025-03-01"),
            ("2024-D366", "2024-12-31"),
            ("2025-03-31", "2025-03-31"),
            ("2017-2019", "2017-01-01/P3Y"),
            ("2017–2019", "2017-01-01/P3Y"),
            ("2017 – 2019", "2017-01-01/P3Y"),
            ("2016-2017", "2016-01-01/P2Y"),
            ("2017-2017", "2017"),
            ("2009-01-01T00:00:00/P1M", "2009-01"),
            ("2009-01-01/P1Y6M", "2009-01-01/P18M"),
            ("2009-01-05/P2W", "2009-01-05/P14D"),
            ("2025-01-01/P9M", "2025-01-01/P9M"),
            // A month, where no other year is declared.
            ("2010-11", "2010-11"),
        ] {
            assert_eq!(read(&Times::default(), cell), period, "{cell}");
        }
    }

    #[test]
    fn chinese_forms() {
        for (cell, period) in [
            ("2025年", "2025"),
            ("2025年3月", "2025-03"),
            ("2025年03月31日", "2025-03-31"),
            ("2025年1-9月", "2025-01-01/P9M"),
            ("2025年1—9月", "2025-01-01/P9M"),
            ("2025年第一季度", "2025-Q1"),
            ("2025年四季度", "2025-Q4"),
            ("2025年第2季度", "2025-Q2"),
            ("2025年3季", "2025-Q3"),
            ("2025年上半年", "2025-S1"),
            ("2025年下半年", "2025-S2"),
        ] {
            assert_eq!(read(&Times::default(), cell), period, "{cell}");
        }
    }

    #[test]
    fn years_that_are_not_the_calendars() {
        let (july, october) = (year("--07-01", NamedBy::First), year("--10-01", NamedBy::Last));
        for (style, cell, period) in [
            (july, "2016/17", "2016-07-01/P1Y"),
            (july, "2016-17", "2016-07-01/P1Y"),
            (july, "2016/2017", "2016-07-01/P1Y"),
            (july, "2016-2017", "2016-07-01/P1Y"),
            (july, "2010-11", "2010-07-01/P1Y"),
            (july, "1999/00", "1999-07-01/P1Y"),
            (july, "2016-2018", "2016-01-01/P3Y"),
            (july, "FY2026", "2026-07-01/P1Y"),
            (july, "FY26", "2026-07-01/P1Y"),
            (july, "FY 2025/26", "2025-07-01/P1Y"),
            (july, "FY25-26", "2025-07-01/P1Y"),
            (july, "2016", "2016"),
            (july, "2016-03", "2016-03"),
            (july, "2016-A1", "2016-07-01/P1Y"),
            (july, "2016-S1", "2016-S2"),
            (july, "2016-T2", "2016-11-01/P4M"),
            (july, "2016-Q2", "2016-Q4"),
            (july, "2016-M07", "2017-01"),
            (july, "2016-D001", "2016-07-01"),
            // 1 July 2016 is a Friday: the nearest Monday is the fourth.
            (july, "2016-W01", "2016-07-04/P7D"),
            (october, "2016/17", "2016-10-01/P1Y"),
            (october, "FY2026", "2025-10-01/P1Y"),
            (october, "2026-Q2", "2026-Q1"),
            (october, "FY2025/26", "2025-10-01/P1Y"),
            (year("--04-06", NamedBy::First), "2025/26", "2025-04-06/P1Y"),
            (year("--01-01", NamedBy::Last), "FY2026", "2026"),
        ] {
            assert_eq!(read(&style, cell), period, "{cell}");
        }
    }

    #[test]
    fn a_date_stands_for_the_time_that_the_map_says() {
        let of = |dates| Times {
            dates,
            order: Some(DateOrder::DayFirst),
            ..Times::default()
        };
        let american = Times {
            order: Some(DateOrder::MonthFirst),
            ..Times::default()
        };
        let fiscal = Times {
            dates: Some(Length::YEAR),
            ..year("--07-01", NamedBy::First)
        };
        for (style, cell, period) in [
            (of(None), "2025-03-31", "2025-03-31"),
            (of(Some(Length::MONTH)), "2025-03-31", "2025-03"),
            (of(Some(Length::MONTH)), "2025-03-31T00:00:00", "2025-03"),
            (of(Some(Length::QUARTER)), "2025-03-31 00:00:00", "2025-Q1"),
            (of(Some(Length::YEAR)), "2025-03-31T00:00:00Z", "2025"),
            (of(Some(Length::Days(1))), "2025-03-31T12:30", "2025-03-31"),
            (of(Some(Length::WEEK)), "2025-03-31", "2025-03-31/P7D"),
            (of(Some(Length::MONTH)), "2025-03", "2025-03"),
            (of(None), "31/03/2025", "2025-03-31"),
            (of(None), "1.3.2025", "2025-03-01"),
            (of(Some(Length::YEAR)), "31-03-2025", "2025"),
            (american, "03/31/2025", "2025-03-31"),
            (fiscal, "2025-06-30", "2024-07-01/P1Y"),
            (fiscal, "2025-07-01", "2025-07-01/P1Y"),
        ] {
            assert_eq!(read(&style, cell), period, "{cell}");
        }
    }

    #[test]
    fn what_could_be_two_times_is_asked_and_what_is_none_is_refused() {
        let plain = Times::default();
        let british = Times {
            order: Some(DateOrder::DayFirst),
            ..plain
        };
        for (style, cell, right) in [
            (plain, "2016/17", BEGINS),
            (plain, "2016-17", BEGINS),
            (plain, "2016/2017", BEGINS),
            (plain, "FY2026", BEGINS),
            (plain, "2016/18", FOLLOWING),
            (year("07-01", NamedBy::Last), "FY2016/18", FOLLOWING),
            (year("--01-01", NamedBy::First), "2016/17", FOLLOWING),
            (plain, "2025-03-31T00:00:00", STANDS_FOR),
            (plain, "2025-03-31 00:00", STANDS_FOR),
            (plain, "03/04/2025", ORDER),
            (plain, "31.12.2025", ORDER),
            (british, "03/31/2025", DAYS),
            (plain, "2025-02-29", DAYS),
            (plain, "2025-Q5", "a quarter is Q1, Q2, Q3 or Q4, as in `2025-Q4`"),
            (plain, "2025Q0", "a quarter is Q1, Q2, Q3 or Q4, as in `2025-Q4`"),
            (plain, "2025-S3", "a half is S1 or S2, as in `2025-S1`"),
            (
                plain,
                "2025-T4",
                "a T is a third of a year, T1 to T3, as in `2025-T1`; a quarter is a Q",
            ),
            (plain, "2025-A2", "all of a year is A1, as in `2025-A1`"),
            (plain, "2025-13", MONTHS),
            (plain, "2025M13", MONTHS),
            (plain, "2025年13月", MONTHS),
            (plain, "2025年9-1月", BACKWARDS),
            (plain, "2021-W53", COUNTED),
            (plain, "2021-W00", COUNTED),
            (plain, "2025-D366", COUNTED),
            (plain, "2019-2017", BACKWARDS),
            (plain, "2025-01-01/P", DURATION),
            (plain, "2025-01-01/P0M", DURATION),
            (plain, "2025-01-01/PT1H", DURATION),
            (plain, "2025-01-01T12:00:00/P1M", DURATION),
            (plain, "2025-01-01/2025-12-31", FORMS),
            (plain, "9999-W52", YEARS),
            (plain, "0000", YEARS),
            (plain, "9999-01-01/P2Y", YEARS),
            (plain, "", FORMS),
            (plain, "25", FORMS),
            (plain, "20255", FORMS),
            (plain, "Total", FORMS),
            (plain, "Jan-25", FORMS),
            (plain, "2025-X1", FORMS),
            (plain, "2025年第五季度", FORMS),
            (plain, "2025 (p)", FORMS),
        ] {
            assert_eq!(
                read(&style, cell),
                format!("`{cell}` is not a period: {right}"),
                "{cell}"
            );
        }
    }

    #[test]
    fn days_on_which_no_year_begins() {
        for begins in ["--7-1", "--02-29", "13-01", "", "07-01x", "2025-07-01"] {
            assert_eq!(
                ReportingYear::new(begins, NamedBy::First).unwrap_err().to_string(),
                format!("`{begins}` is not a day: write month and day in digits, as in `07-01`")
            );
        }
    }
}
