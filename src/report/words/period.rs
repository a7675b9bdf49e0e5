//! How periods and days are written in sentences.

use alloc::format;
use alloc::string::{String, ToString};

use chrono::{Datelike, NaiveDate};

use super::choose;
use crate::value::{Frequency, Language, Length, Period};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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
    #[must_use]
    pub fn words(self, language: Language) -> String {
        let year = self.first().year();
        let is_english = language == Language::English;
        match (self.frequency(), self.length()) {
            (Some(Frequency::Year), _) if is_english => self.to_string(),
            (Some(Frequency::Year), _) => format!("{year}年"),
            (Some(Frequency::Half), _) if is_english => {
                format!("the {} half of {year}", pick(self, 6, &["first", "second"]))
            }
            (Some(Frequency::Half), _) => format!("{year}年{}半年", pick(self, 6, &["上", "下"])),
            (Some(Frequency::Quarter), _) if is_english => {
                let quarters = ["first", "second", "third", "fourth"];
                format!("the {} quarter of {year}", pick(self, 3, &quarters))
            }
            (Some(Frequency::Quarter), _) => format!("{year}年第{}季度", pick(self, 3, &["一", "二", "三", "四"])),
            (Some(Frequency::Month), _) => month(self.first(), language),
            (None, Length::Months(_)) => months(self, language),
            (None, Length::Days(1)) => date(self.first(), language),
            (None, Length::Days(_)) => {
                let to = choose(language, [" to ", "至", "至"]);
                format!("{}{to}{}", date(self.first(), language), date(self.last(), language))
            }
        }
    }
}

/// The word for the part of the year in which a period lies, if the parts have that many months.
fn pick(period: Period, months: u32, words: &[&'static str]) -> &'static str {
    let begun = period.first().month0().checked_div(months).unwrap_or_default();
    let part = usize::try_from(begun).unwrap_or_default();
    words.get(part).copied().unwrap_or_default()
}

fn month_name(day: NaiveDate) -> &'static str {
    let month = usize::try_from(day.month0()).unwrap_or_default();
    MONTHS.get(month).copied().unwrap_or_default()
}

fn month(day: NaiveDate, language: Language) -> String {
    match language {
        Language::English => format!("{} {}", month_name(day), day.year()),
        Language::SimplifiedChinese | Language::TraditionalChinese => format!("{}年{}月", day.year(), day.month()),
    }
}

/// Several whole months, or several whole years.
fn months(period: Period, language: Language) -> String {
    let (first, last) = (period.first(), period.last());
    let is_whole_years = first.month() == 1 && last.month() == 12;
    let is_one_year = first.year() == last.year();
    match (language, is_whole_years) {
        (Language::English, true) => format!("{}–{}", first.year(), last.year()),
        (Language::English, false) if is_one_year => format!("{} to {}", month_name(first), month(last, language)),
        (Language::English, false) => format!("{} to {}", month(first, language), month(last, language)),
        (_, true) => format!("{}—{}年", first.year(), last.year()),
        (_, false) if is_one_year => format!("{}年{}—{}月", first.year(), first.month(), last.month()),
        (_, false) => format!("{}至{}", month(first, language), month(last, language)),
    }
}

/// How a day is written in a sentence.
pub(in crate::report) fn date(day: NaiveDate, language: Language) -> String {
    match language {
        Language::English => day.to_string(),
        Language::SimplifiedChinese | Language::TraditionalChinese => {
            format!("{}年{}月{}日", day.year(), day.month(), day.day())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("2025-02-01/P2M", "February to March 2025", "2025年2—3月"),
            (
                "2025-01-15/P20D",
                "2025-01-15 to 2025-02-03",
                "2025年1月15日至2025年2月3日",
            ),
        ] {
            let period: Period = text.parse().unwrap();
            assert_eq!(period.words(Language::English), english);
            assert_eq!(period.words(Language::SimplifiedChinese), chinese);
            assert_eq!(period.words(Language::TraditionalChinese), chinese);
        }
    }
}
