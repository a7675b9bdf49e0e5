//! What a table reads as a period, and what it is told where there is none.

use alloc::borrow::Cow;

use super::mend::mend;
use super::no_period;
use super::times::{Times, read};
use super::token::Token;
use crate::value::{Period, ValueError, excerpt};

/// Reads a period as it is printed: in the forms of documents, of SDMX and of Eurostat, and in some that can be nothing
/// else. `2025`, `2025-03` and `2025-03-31` are the calendar's, whatever year figures are reported by.
///
/// # Errors
///
/// [`ValueError::Period`] where the text is no period, or could be two. Of a text of no known form, the error proposes
/// the text with small repairs that make it a period, if there are such.
pub(crate) fn period(text: &str, times: &Times) -> Result<Period, ValueError> {
    read(text, times).map_err(|advice| {
        let mended = Some(text).filter(|_| advice == no_period::OTHER_FORM);
        let mended = mended.and_then(|text| mend(text, |_| true));
        ValueError::Period {
            text: excerpt(text.trim()),
            right: mended.map_or(advice.into(), Cow::Owned),
        }
    })
}

/// Reads the first of these texts that has the form of a period, or the last text if none has.
///
/// # Errors
///
/// [`ValueError::Period`] where that text is no period.
pub(crate) fn first_period(texts: &[&str], times: &Times) -> Result<Period, ValueError> {
    let has_form = |text: &&&str| has_form(text, times);
    let text = texts.iter().find(has_form).or(texts.last());
    period(text.copied().unwrap_or_default(), times)
}

/// Whether a text has the form of a period, although it may be none, as the month 13.
pub(crate) fn has_form(text: &str, times: &Times) -> bool {
    read(text, times) != Err(no_period::OTHER_FORM)
}

/// Whether a text names months, as `Mar`, `3月` and `Jan-Mar` do; `前5个月` counts them.
pub(crate) fn names_months(text: &str) -> bool {
    Token::split(text).iter().any(|token| match token {
        Token::Month(_) => true,
        Token::Word(word) => word.starts_with('月'),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::times::{DateOrder, Hyphened, Trimester};
    use super::super::year::{NamedBy, ReportingYear};
    use super::*;
    use crate::value::Length;

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
            ("2025Q4", "2025-Q4"),
            ("2025-Q4", "2025-Q4"),
            ("2025q4", "2025-Q4"),
            ("2025 Q4", "2025-Q4"),
            ("Q4 2025", "2025-Q4"),
            ("Q4/2025", "2025-Q4"),
            ("4Q2025", "2025-Q4"),
            ("4Q 2025", "2025-Q4"),
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
            ("Sept 2025", "2025-09"),
            ("30 Sept. 2025", "2025-09-30"),
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
            ("2020-01-01 - 2020-12-31", "2020"),
            ("2020-07-01 – 2021-06-30", "2020-07-01/P1Y"),
            ("2020-01-01/2020-12-31", "2020"),
            ("1 January 2020 to 31 March 2020", "2020-Q1"),
            ("2017–2019", "2017-01-01/P3Y"),
            ("2017 – 2019", "2017-01-01/P3Y"),
            ("2016-2017", "2016-01-01/P2Y"),
            ("2017-2017", "2017"),
            ("2009-01-01T00:00:00/P1M", "2009-01"),
            ("2009-01-01/P1Y6M", "2009-01-01/P18M"),
            ("2009-01-05/P2W", "2009-01-05/P14D"),
            ("2025-01-01/P9M", "2025-01-01/P9M"),
            ("2025/03/31", "2025-03-31"),
            // A month, where no other year is declared.
            ("2010-11", "2010-11"),
        ] {
            assert_eq!(read(&Times::default(), cell), period, "{cell}");
        }
    }

    #[test]
    fn months_are_named_in_english_and_in_german() {
        for (number, names) in (1..).zip([
            "January Jan Januar JANUAR Jänner",
            "February Feb Februar",
            "March Mar März MÄRZ Mär Mrz",
            "April Apr",
            "May Mai",
            "June Jun Juni",
            "July Jul Juli",
            "August Aug",
            "September Sept Sep",
            "October Oct Oktober Okt",
            "November Nov",
            "December Dec Dezember Dez",
        ]) {
            for name in names.split(' ') {
                let period = format!("2025-{number:02}");
                for cell in [format!("{name} 2025"), format!("{name}. 2025"), format!("2025 {name}")] {
                    assert_eq!(read(&Times::default(), &cell), period, "{cell}");
                }
            }
        }
        for (cell, period) in [
            ("31. Dezember 2025", "2025-12-31"),
            ("Jan-Mrz 2025", "2025-Q1"),
            ("Januar bis Juni 2025", "2025-S1"),
        ] {
            assert_eq!(read(&Times::default(), cell), period, "{cell}");
        }
        for cell in ["octobre 2025", "Janu 2025", "Ma 2025"] {
            assert_refused(&Times::default(), cell, no_period::OTHER_FORM);
        }
    }

    #[test]
    fn what_two_numbers_behind_a_hyphen_are() {
        let april = year("04-01", NamedBy::First);
        let of = |kind, times: Times| Times {
            hyphen: Some(kind),
            ..times
        };
        let (month, years) = (Hyphened::Month, Hyphened::Years);
        for (style, cell, period) in [
            (of(month, april), "2010-11", "2010-11"),
            (of(month, april), "2010-09", "2010-09"),
            (of(years, april), "2010-11", "2010-04-01/P1Y"),
            (of(years, april), "2012-13", "2012-04-01/P1Y"),
            (of(years, april), "2003-05", "2003-01-01/P3Y"),
            (of(years, Times::default()), "2003-05", "2003-01-01/P3Y"),
            (of(years, Times::default()), "2011-13", "2011-01-01/P3Y"),
            (of(years, Times::default()), "1998-02", "1998-01-01/P5Y"),
            (of(years, Times::default()), "1999–01", "1999-01-01/P3Y"),
            (april, "2010-11", "2010-04-01/P1Y"),
            (april, "2010-09", "2010-09"),
            (april, "2010–11", "2010-04-01/P1Y"),
            (Times::default(), "2003–05", "2003-01-01/P3Y"),
        ] {
            assert_eq!(read(&style, cell), period, "{cell}");
        }
        for (style, cell, reason) in [
            (of(month, april), "2012-13", no_period::MONTH_OUT_OF_RANGE),
            (of(years, Times::default()), "2010-11", no_period::YEAR_BEGIN_UNKNOWN),
            (Times::default(), "2011-13", no_period::HYPHEN_UNKNOWN),
            (april, "2011-13", no_period::HYPHEN_UNKNOWN),
            (Times::default(), "2012-13", no_period::YEAR_BEGIN_UNKNOWN),
        ] {
            assert_eq!(
                read(&style, cell),
                format!("`{cell}` is not a period: {reason}"),
                "{cell}"
            );
        }
    }

    #[test]
    fn a_duration_has_no_blank() {
        let refused = format!("`2019-01-01/P 1Y` is not a period: {}", no_period::NO_DURATION);
        assert_eq!(read(&Times::default(), "2019-01-01/P 1Y"), refused);
    }

    #[test]
    fn thirds_and_trimesters() {
        let of = |trimester| Times {
            trimester: Some(trimester),
            ..Times::default()
        };
        for (style, cell, period) in [
            (of(Trimester::Third), "2025-T1", "2025-01-01/P4M"),
            (of(Trimester::Third), "2025-T3", "2025-09-01/P4M"),
            (of(Trimester::Quarter), "T1 2025", "2025-Q1"),
            (of(Trimester::Quarter), "2025-T4", "2025-Q4"),
            (of(Trimester::Quarter), "1T2025", "2025-Q1"),
        ] {
            assert_eq!(read(&style, cell), period, "{cell}");
        }
        let asked = format!("`2025-T1` is not a period: {}", no_period::TRIMESTER_UNKNOWN);
        assert_eq!(read(&Times::default(), "2025-T1"), asked);
        let fifth = "`2025-T5` is not a period: a quarter is T1, T2, T3 or T4, as in `2025-T4`";
        assert_eq!(read(&of(Trimester::Quarter), "2025-T5"), fifth);
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
            ("202501", "2025-01"),
            ("20250131", "2025-01-31"),
            ("Jan-Mar 2025", "2025-Q1"),
            ("January to May 2025", "2025-01-01/P5M"),
            ("2025年前三季度", "2025-01-01/P9M"),
            ("2025年前3季度", "2025-01-01/P9M"),
            ("2025年前5个月", "2025-01-01/P5M"),
            ("2025年1至6月", "2025-S1"),
            ("2025年1～6月", "2025-S1"),
            ("2025年1月—6月", "2025-S1"),
            ("2025年1月至3月份", "2025-Q1"),
            ("2025年3月份", "2025-03"),
            ("2025年全年", "2025"),
            ("2021—2025年", "2021-01-01/P5Y"),
            ("2021年—2025年", "2021-01-01/P5Y"),
            ("2021年至2025年", "2021-01-01/P5Y"),
            ("2021至2025年", "2021-01-01/P5Y"),
            ("2025年下半年", "2025-S2"),
            ("2025年末", "2025"),
            ("2025年底", "2025"),
            ("2025年3月末", "2025-03"),
            ("2025年12月底", "2025-12"),
            ("2025年一季度末", "2025-Q1"),
            ("2025年Q1", "2025-Q1"),
            ("2025.03", "2025-03"),
            ("2025.10", "2025-10"),
        ] {
            assert_eq!(read(&Times::default(), cell), period, "{cell}");
        }
    }

    #[test]
    fn years_that_are_not_the_calendars() {
        let (july, october) = (year("--07-01", NamedBy::First), year("--10-01", NamedBy::Last));
        let plain = Times {
            year: october.year.map(|year| year.named_plainly(true)),
            ..october
        };
        let sdmx = |times: Times| times.of_sdmx();
        for (style, cell, period) in [
            (july, "2016/17", "2016-07-01/P1Y"),
            (july, "2016-17", "2016-07-01/P1Y"),
            (july, "2016/2017", "2016-07-01/P1Y"),
            (july, "2016-2017", "2016-07-01/P1Y"),
            (july, "2010-11", "2010-07-01/P1Y"),
            (july, "1999/00", "1999-07-01/P1Y"),
            (july, "2016-2018", "2016-01-01/P3Y"),
            (july, "FY2026", "2026-07-01/P1Y"),
            (july, "2026年度", "2026-07-01/P1Y"),
            (july, "FY26", "2026-07-01/P1Y"),
            (july, "FY 2025/26", "2025-07-01/P1Y"),
            (july, "FY25-26", "2025-07-01/P1Y"),
            (july, "2016", "2016"),
            (july, "2016-03", "2016-03"),
            // SDMX counts all parts in the reporting year; elsewhere they are the calendar's, as months are.
            (sdmx(july), "2016-A1", "2016-07-01/P1Y"),
            (sdmx(july), "2016-S1", "2016-S2"),
            (sdmx(july), "2016-T2", "2016-11-01/P4M"),
            (sdmx(july), "2016-Q2", "2016-Q4"),
            (sdmx(july), "2016-M07", "2017-01"),
            (sdmx(july), "2016-D001", "2016-07-01"),
            (sdmx(july), "2010-11", "2010-11"),
            // 1 July 2016 is a Friday: the nearest Monday is the fourth.
            (sdmx(july), "2016-W01", "2016-07-04/P7D"),
            (july, "2016-A1", "2016"),
            (july, "2016 Q2", "2016-Q2"),
            (july, "S1 2016", "2016-S1"),
            (july, "2016-W01", "2016-01-04/P7D"),
            (july, "FY16 Q2", "2016-Q4"),
            (july, "FY2016-Q2", "2016-Q4"),
            (july, "Q2 FY2016", "2016-Q4"),
            (july, "2016-17 Q2", "2016-Q4"),
            (july, "2016/17 Q2", "2016-Q4"),
            (july, "Q2 2016/17", "2016-Q4"),
            (july, "H1 2016-17", "2016-S2"),
            (july, "Fiscal year 2016", "2016-07-01/P1Y"),
            (plain, "2026", "2025-10-01/P1Y"),
            (plain, "2026-03", "2026-03"),
            (plain, "2026-Q1", "2026-Q1"),
            (october, "2026", "2026"),
            (october, "2016/17", "2016-10-01/P1Y"),
            (october, "FY2026", "2025-10-01/P1Y"),
            (sdmx(october), "2026-Q2", "2026-Q1"),
            (october, "FY2026 Q2", "2026-Q1"),
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
            // No order has to be known of what only one of them makes a day.
            (Times::default(), "31.12.2025", "2025-12-31"),
            (Times::default(), "13/12/2025", "2025-12-13"),
            (Times::default(), "12/13/2025", "2025-12-13"),
            (Times::default(), "12.12.2025", "2025-12-12"),
            (Times::default(), "01/01/2025 to 31/12/2025", "2025"),
            (fiscal, "2025-06-30", "2024-07-01/P1Y"),
            (fiscal, "2025-07-01", "2025-07-01/P1Y"),
        ] {
            assert_eq!(read(&style, cell), period, "{cell}");
        }
    }

    #[test]
    fn from_one_reporting_year_to_another() {
        let july = year("07-01", NamedBy::First);
        for (cell, period) in [
            ("2006/07-2011/12", "2006-07-01/P6Y"),
            ("2015/16 to 2017/18", "2015-07-01/P3Y"),
            ("2015/2016 – 2017/2018", "2015-07-01/P3Y"),
        ] {
            assert_eq!(read(&july, cell), period);
        }
        for (style, cell, right) in [
            (Times::default(), "2015/16 to 2017/18", no_period::YEAR_BEGIN_UNKNOWN),
            (july, "2017/18 to 2015/16", no_period::ENDS_BEFORE_IT_BEGINS),
            (july, "2015/16 and 2017/18", no_period::OTHER_FORM),
            (july, "2015/17 to 2017/18", no_period::OTHER_FORM),
        ] {
            assert_eq!(read(&style, cell), format!("`{cell}` is not a period: {right}"));
        }
    }

    #[test]
    fn digits_that_stand_together_are_of_our_time() {
        for (cell, reason) in [
            ("310125", no_period::OTHER_FORM),
            ("202513", no_period::MONTH_OUT_OF_RANGE),
            ("31012025", no_period::OTHER_FORM),
            ("20250231", no_period::NO_SUCH_DAY),
            ("Nov-Jan 2025", no_period::ENDS_BEFORE_IT_BEGINS),
        ] {
            assert_eq!(
                read(&Times::default(), cell),
                format!("`{cell}` is not a period: {reason}")
            );
        }
    }

    #[test]
    fn a_part_of_a_year_of_two_digits() {
        for cell in ["1Q25", "1Q 25", "25Q1", "25 H1", "Q1-25", "31-Dec-25"] {
            let asked = format!("`{cell}` is not a period: {}", no_period::YEAR_OF_TWO_DIGITS);
            assert_eq!(read(&Times::default(), cell), asked);
        }
        // A column may be called so.
        assert!(!has_form("A1-25", &Times::default()));
    }

    #[test]
    fn a_dash_that_was_mistyped_as_the_number_one_is_none() {
        for text in ["2025一1", "2025年一2月", "2025年1一6月"] {
            let refused = format!("`{text}` is not a period: {}", no_period::OTHER_FORM);
            assert_eq!(read(&Times::default(), text), refused);
        }
    }

    #[test]
    fn what_could_be_two_times_is_asked_and_what_is_none_is_refused() {
        let plain = Times::default();
        let british = Times {
            order: Some(DateOrder::DayFirst),
            ..plain
        };
        let (from_july, from_january) = (year("07-01", NamedBy::Last), year("--01-01", NamedBy::First));
        for (style, cell, reason) in [
            (plain, "2016/17", no_period::YEAR_BEGIN_UNKNOWN),
            (plain, "2016-17", no_period::YEAR_BEGIN_UNKNOWN),
            (plain, "2016/2017", no_period::YEAR_BEGIN_UNKNOWN),
            (plain, "FY2026", no_period::YEAR_BEGIN_UNKNOWN),
            (plain, "2016/18", no_period::YEARS_DO_NOT_FOLLOW),
            (from_july, "FY2016/18", no_period::YEARS_DO_NOT_FOLLOW),
            (from_january, "2016/17", no_period::YEARS_DO_NOT_FOLLOW),
            (plain, "2025-03-31T00:00:00", no_period::DATE_LENGTH_UNKNOWN),
            (plain, "2025-03-31 00:00", no_period::DATE_LENGTH_UNKNOWN),
            (plain, "03/04/2025", no_period::DATE_ORDER_UNKNOWN),
            (plain, "12.11.2025", no_period::DATE_ORDER_UNKNOWN),
            (plain, "30/02/2025", no_period::NO_SUCH_DAY),
            (plain, "13/13/2025", no_period::NO_SUCH_DAY),
            (british, "03/31/2025", no_period::NO_SUCH_DAY),
            (plain, "2025-02-29", no_period::NO_SUCH_DAY),
            (plain, "2025-Q5", no_period::NO_SUCH_QUARTER),
            (plain, "2025Q0", no_period::NO_SUCH_QUARTER),
            (plain, "2025-S3", no_period::NO_SUCH_HALF),
            (plain.of_sdmx(), "2025-T4", no_period::NO_SUCH_THIRD),
            (plain, "2025-A2", no_period::NO_SUCH_YEAR),
            (plain, "2025-13", no_period::HYPHEN_UNKNOWN),
            (plain, "2010–11", no_period::YEAR_BEGIN_UNKNOWN),
            (plain, "2025M13", no_period::MONTH_OUT_OF_RANGE),
            (plain, "2021-W53", no_period::BEYOND_YEAR),
            (plain, "2021-W00", no_period::BEYOND_YEAR),
            (plain, "2025-D366", no_period::BEYOND_YEAR),
            (plain, "2019-2017", no_period::ENDS_BEFORE_IT_BEGINS),
            (plain, "2025-01-01/P", no_period::NO_DURATION),
            (plain, "2025-01-01/P0M", no_period::NO_DURATION),
            (plain, "2025-01-01/PT1H", no_period::NO_DURATION),
            (plain, "2025-01-01T12:00:00/P1M", no_period::NO_DURATION),
            (plain, "2025-12-31/2025-01-01", no_period::OTHER_FORM),
            (plain, "9999-W52", no_period::YEAR_OUT_OF_RANGE),
            (plain, "0000", no_period::YEAR_OUT_OF_RANGE),
            (plain, "9999-01-01/P2Y", no_period::YEAR_OUT_OF_RANGE),
            (plain, "", no_period::OTHER_FORM),
            (plain, "25", no_period::OTHER_FORM),
            (plain, "20255", no_period::OTHER_FORM),
            (plain, "Total", no_period::OTHER_FORM),
            (plain, "Jan-25", no_period::SHORT_YEAR),
            (plain, "2025-X1", no_period::OTHER_FORM),
            (plain, "2025.13", no_period::MONTH_OUT_OF_RANGE),
            (plain, "2025.5", no_period::OTHER_FORM),
            (plain, "2025 (p)", no_period::OTHER_FORM),
        ] {
            assert_refused(&style, cell, reason);
        }
    }

    #[test]
    fn what_is_no_period_in_chinese_is_refused() {
        for (cell, reason) in [
            ("2025年13月", no_period::MONTH_OUT_OF_RANGE),
            ("2025年9-1月", no_period::ENDS_BEFORE_IT_BEGINS),
            ("2025年第五季度", no_period::OTHER_FORM),
            ("2025年Q5", no_period::NO_SUCH_QUARTER),
            ("2025年度", no_period::YEAR_BEGIN_UNKNOWN),
            ("2025年前十个月", no_period::OTHER_FORM),
            ("2025—2021年", no_period::ENDS_BEFORE_IT_BEGINS),
        ] {
            assert_refused(&Times::default(), cell, reason);
        }
    }

    fn assert_refused(times: &Times, cell: &str, reason: &str) {
        assert_eq!(
            read(times, cell),
            format!("{} is not a period: {reason}", crate::value::shown(cell))
        );
    }
}
