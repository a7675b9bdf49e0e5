//! How documents write what is printed in another way.
//!
//! An author writes `31.03.2025` where a document asks for a period. What that says is known, so the message does not
//! teach the form: it says what to write.
//!
//! | written | advice |
//! |---|---|
//! | a day that can be read in one way | write it as that day |
//! | a day of which the order is not said | the two days that it may be |
//! | 31 December | that day, or the year, which is mostly meant |
//! | `FY2026`, `2025/26` | the first day and the length of such a year, with one from April as the example |
//! | `2017/2019` | those three years, as documents write them |
//! | `2023-04/2024-03`, `2023-04/P12M` | those months, from their first day on |
//! | `by the end of 2030` | that year |
//! | a date with a time of the day, or without hyphens | that day |
//! | `44561`, a day as spreadsheets count them | that day |
//! | `2030年底`, the end of that year | that year |
//! | anything else | none: the message tells the forms |

use alloc::format;
use alloc::string::String;

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{calendar_years, is_next};
use super::times::{DateOrder, Times, read};
use super::token::{Mark, Number, Token, Word};
use super::year::ReportingYear;
use crate::value::{Length, Period};

/// The advice how documents write a period that is printed in another way; `None` where the text is no such period, or
/// the period is not one that `fits`.
pub(in crate::value) fn mend(text: &str, fits: impl Fn(&Period) -> bool) -> Option<String> {
    let read_as = |times: Times| read(text, &times).ok().filter(&fits);
    let in_order = |order| {
        read_as(Times {
            order: Some(order),
            ..Times::default()
        })
    };
    // The time of the day behind a date says nothing of a period, nor do words for its end.
    if let Some(period) = date_before_time(text).or_else(|| without_word_for_end(text)) {
        return mend(period, fits);
    }
    if let Some(range) = range_with_slash(text).filter(&fits) {
        return Some(format!("write it as `{range}`"));
    }
    let tokens = Token::split(text);
    if let Some(year) = year_behind_words(&tokens).filter(&fits) {
        return Some(format!("write it as `{year}`"));
    }
    let found = match *tokens.as_slice() {
        [Number(5, days)] => return advice_on_day_of_spreadsheet(days),
        [Number(4, year), Mark('-'), Number(1, month)] => {
            [Period::read(&format!("{year}-{month:02}")).ok().filter(&fits), None]
        }
        [Number(6 | 8, _)] => [without_hyphens(text).filter(&fits), None],
        [Word(ref fiscal), ..] if fiscal == "FY" => return advice_on_fiscal_year(read_as),
        [Number(4, first), Mark('/' | '-'), Number(digits, last)] if is_next(first, digits, last) => {
            return advice_on_fiscal_year(read_as);
        }
        [Number(4, first), Mark('/'), Number(4, last)] => [calendar_years(first, last).ok().filter(&fits), None],
        _ => [DateOrder::DayFirst, DateOrder::MonthFirst].map(in_order),
    };
    match found {
        [Some(one), Some(other)] if one != other => Some(format!("write `{one}` or `{other}`")),
        [one, other] => one.or(other).map(|period| {
            // The last day of a year often stands for all of it.
            let year = Period::year(period.last().year()).ok();
            let is_its_last_day = |year: &Period| period.length() == Length::Days(1) && period.last() == year.last();
            match year.filter(|year| is_its_last_day(year) && fits(year)) {
                Some(year) => format!("write it as `{period}`, or as `{year}` where the whole year is meant"),
                None => format!("write it as `{period}`"),
            }
        }),
    }
}

/// The range that two periods say with a slash between, `2023-04/2024-03`, or a period and a length, `2023-04/P12M`;
/// `None` where the first is a year.
fn range_with_slash(text: &str) -> Option<Period> {
    let (first, until) = text.split_once('/')?;
    let first: Period = Period::read(first)
        .ok()
        .filter(|first| first.length() != Length::YEAR)?;
    match Period::read(until) {
        Ok(last) => Period::between(first.first(), last.last()).ok(),
        Err(_) => Period::begun(first.first(), until.parse().ok()?),
    }
}

/// The date before a time of the day, as in `2030-12-31T00:00:00Z`.
fn date_before_time(text: &str) -> Option<&str> {
    let (date, time) = text.split_once(['T', ' '])?;
    let is_time = time.contains(':') && time.starts_with(|first: char| first.is_ascii_digit());
    Some(date).filter(|date| is_time && Token::split(date).len() == 5)
}

/// The period before a word for its end, as in `2030年底`, or the years before `年`, as in `2026—2030年`.
fn without_word_for_end(text: &str) -> Option<&str> {
    let years = || {
        text.strip_suffix('年')
            .filter(|years| years.ends_with(|last: char| last.is_ascii_digit()))
    };
    text.strip_suffix(['底', '末']).or_else(years)
}

/// The year after words that only say that it is a deadline, as in *by the end of 2030*.
fn year_behind_words(tokens: &[Token]) -> Option<Period> {
    const WORDS: [&str; 9] = ["BY", "THE", "END", "OF", "UNTIL", "IN", "YEAR", "TO", "EOY"];
    let (Number(4, year), before) = tokens.split_last()? else {
        return None;
    };
    let is_said = before.iter().all(|token| match token {
        Word(word) => WORDS.contains(&word.as_str()),
        mark => *mark == Mark(' '),
    });
    let year = i32::try_from(*year).ok().and_then(|year| Period::year(year).ok())?;
    Some(year).filter(|_| is_said && before.len() > 1)
}

/// The month or day of a text of six or eight digits.
fn without_hyphens(text: &str) -> Option<Period> {
    let (year, rest) = text.trim().split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Period::read(format!("{year}-{month}-{day}").trim_end_matches('-')).ok()
}

/// The advice on a day that is written as a count of days, as spreadsheets keep it; `None` for a number that is no day
/// of the last or the next decades.
fn advice_on_day_of_spreadsheet(days: u32) -> Option<String> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).filter(|_| (30_000..60_000).contains(&days))?;
    let day = first.checked_add_days(Days::new(days.into()))?;
    Some(format!(
        "write it as `{day}`, if it is a day as spreadsheets count them"
    ))
}

/// The advice on a year that is not the calendar's, with an example since nobody says when this one begins; `None`
/// where the text is no such year.
fn advice_on_fiscal_year(read_as: impl Fn(Times) -> Option<Period>) -> Option<String> {
    let year = read_as(Times {
        year: Some(ReportingYear::APRIL),
        ..Times::default()
    })?;
    Some(format!(
        "a year that is not the calendar's is its first day and its length, as in `{year}`"
    ))
}
