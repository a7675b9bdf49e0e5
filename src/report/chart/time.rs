//! The axis of time: which periods have labels.
//!
//! It is divided into periods as long as its own length asks for, in days from the first beginning to the last end:
//!
//! | days | is divided into |
//! |---|---|
//! | up to 21 | days |
//! | 22 to 100 | weeks |
//! | 101 to 420 | months |
//! | 421 to 1,100 | quarters |
//! | more | years |
//!
//! If these are more than [`MOST_LABELS`], only each second, fifth, tenth … has a label: of the years from 2001 to
//! 2030, those that 5 divides. Where everything is of periods of one length, and these are few or years that begin on
//! one day, they are the periods, whatever the count of days.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::iter;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::point::middle;
use crate::value::{Language, Length, Period, days_between};

/// The most labels of an axis: more stand in each other's way.
const MOST_LABELS: usize = 12;
/// The most periods of one length that are labelled each by itself.
const FEW: usize = 8;

/// The axis of time of a chart: whole periods, from before all that is drawn to after it.
///
/// Positions are decimal years. A value that is counted at the end of its period stands where the next one begins: the
/// figure of 2025 at 2026. So the label of a period stands in its `middle`, between the marks at its two ends, and not
/// at the value.
///
/// # Examples
///
/// ```
/// use milepost::report::Chart;
/// use milepost::{Baseline, Bound, Goal, Language, Measure, Quantity, Series, Target, Unit, code, day, dec, period};
///
/// let share = Quantity::new(Measure::Share, Unit::percent());
/// let target = Target::builder(code!("air"), share, Goal::level(Bound::AtLeast(dec!(88))), period!("2026"))
///     .baseline(Baseline::stated(period!("2021"), dec!(80)))
///     .build()?;
/// let series = Series::empty(code!("air"), Unit::percent());
/// let time = Chart::new(&target, &series, day!("2024-06-30"), Language::SimplifiedChinese).time;
/// assert_eq!((time.low, time.high), (dec!(2021), dec!(2027)));
/// let last = time.ticks.last().ok_or("six years")?;
/// assert_eq!((&*last.text, &*last.period_words), ("2026", "2026年"));
/// assert_eq!((last.begins, last.middle, last.ends), (dec!(2026), dec!(2026.5), dec!(2027)));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChartTime {
    /// Where the axis begins.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub low: Decimal,
    /// Where it ends.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub high: Decimal,
    /// The periods that have labels, in the order of time: twelve at most, of one length.
    pub ticks: Vec<TimeTick>,
}

/// A period that has a label on the axis of time.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TimeTick {
    /// The period.
    pub period: Period,
    /// Its label, short and the same in every language: `2025`, `2025/26`, `2025-Q3`, `2025-07`, `2025-07-14` for a day
    /// and for the week from there on.
    pub text: String,
    /// The same in words: `the third quarter of 2025`.
    pub period_words: String,
    /// Where it begins: where the axis has a mark or a line.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub begins: Decimal,
    /// Where its label stands.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub middle: Decimal,
    /// Where it ends, and where its value stands if it is counted at the end.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub ends: Decimal,
}

impl ChartTime {
    /// The axis over all periods that are drawn, and over the day of the question.
    pub(super) fn of(drawn: &[Period], today: NaiveDate, language: Language) -> Self {
        let periods = periods_over(drawn, today);
        let Some((first, last)) = periods.first().zip(periods.last()) else {
            return Self::default();
        };
        Self {
            low: first.start().to_decimal_years(),
            high: last.end().to_decimal_years(),
            ticks: labelled_periods(&periods)
                .into_iter()
                .map(|period| TimeTick::of(period, language))
                .collect(),
        }
    }
}

impl TimeTick {
    /// The label of a period.
    fn of(period: Period, language: Language) -> Self {
        Self {
            period,
            text: short_name(period),
            period_words: period.words(language),
            begins: period.start().to_decimal_years(),
            middle: middle(period),
            ends: period.end().to_decimal_years(),
        }
    }
}

/// The periods of an axis that shows all that is drawn, and the day of the question; of that day alone where nothing
/// is drawn.
fn periods_over(drawn: &[Period], today: NaiveDate) -> Vec<Period> {
    let first = drawn.iter().map(|period| period.first()).fold(today, NaiveDate::min);
    let last = drawn.iter().map(|period| period.last()).fold(today, NaiveDate::max);
    let begin = first_of_axis(drawn, [first, last], true);
    let following = iter::successors(begin, |period| period.next());
    following.take_while(|period| period.first() <= last).collect()
}

/// The first of the periods into which an axis is divided that shows all the days between two. They are like those that
/// are `drawn` if these have one length, and are few or years that begin on one day, and if the axis `may_be_of_drawn`.
pub(crate) fn first_of_axis(drawn: &[Period], [from, last]: [NaiveDate; 2], may_be_of_drawn: bool) -> Option<Period> {
    let of_drawn = drawn
        .first()
        .filter(|_| may_be_of_drawn)
        .and_then(|first| first_of_own(*first, drawn, [from, last]));
    of_drawn.or_else(|| Period::containing(from, length_of_periods(days_between(from, last))).ok())
}

/// The first of the axis if its periods are like `one` of those that are drawn; `None` if these are not alike, or too
/// many.
fn first_of_own(one: Period, drawn: &[Period], [from, last]: [NaiveDate; 2]) -> Option<Period> {
    let first = drawn.iter().copied().min_by_key(|period| period.first())?;
    let is_in_phase = |period: &Period| period.first().ordinal() == first.first().ordinal();
    let is_own_year = one.length() == Length::YEAR && drawn.iter().all(is_in_phase);
    let mut earlier = iter::successors(Some(first), |period| period.previous());
    let begin = earlier.find(|period| period.first() <= from)?;
    let is_one_of_few = || {
        let mut following = iter::successors(Some(begin), |period| period.next());
        begin.calendar_name().is_some() && following.nth(FEW).is_none_or(|period| period.first() > last)
    };
    let is_alike = drawn.iter().all(|period| period.length() == one.length());
    (is_alike && (is_own_year || is_one_of_few())).then_some(begin)
}

/// How long the periods are that have labels on an axis of so many days.
fn length_of_periods(days: i64) -> Length {
    match days {
        ..=21 => Length::Days(1),
        22..=100 => Length::WEEK,
        101..=420 => Length::MONTH,
        421..=1100 => Length::QUARTER,
        _ => Length::YEAR,
    }
}

/// The periods that have labels: every n-th one, for the least n of 1, 2, 5, 10 … that leaves at most [`MOST_LABELS`].
/// Of years, those whose number is divisible by n.
pub(crate) fn labelled_periods(all: &[Period]) -> Vec<Period> {
    let has_room = |step: &i32| {
        let step = usize::try_from(*step).unwrap_or(1);
        all.len().checked_div(step).is_some_and(|count| count <= MOST_LABELS)
    };
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .into_iter()
        .find(has_room)
        .unwrap_or(1000);
    let is_labelled = |(place, period): &(i32, Period)| {
        let number = if period.length() == Length::YEAR {
            period.first().year()
        } else {
            *place
        };
        number.checked_rem(step) == Some(0)
    };
    (0..)
        .zip(all.iter().copied())
        .filter(is_labelled)
        .map(|(_, period)| period)
        .collect()
}

/// The short name of a period beneath the axis of a drawing, the same in every language: `2025`, `2025/26`, `2025-Q3`,
/// `2025-07`, `2021–2024`, `2025-07-14`.
pub(crate) fn short_name(period: Period) -> String {
    let (first, last) = (period.first(), period.last());
    match (period.calendar_name(), period.length()) {
        (Some("week"), _) | (None, Length::Days(1)) => first.to_string(),
        (Some(_), _) => period.to_string(),
        (None, Length::YEAR) => {
            let last = last.year().to_string();
            format!("{}/{}", first.year(), last.get(2..).unwrap_or(&last))
        }
        (None, Length::Months(_)) if first.ordinal() == 1 && last.month() == 12 => {
            format!("{}–{}", first.year(), last.year())
        }
        (None, Length::Months(_)) if first.day() == 1 => format!("{}–{}", first.format("%Y-%m"), last.format("%Y-%m")),
        _ => format!("{first}–{last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date;

    /// The labels of the axis over periods, as of a day, between its two ends.
    fn axis(periods: &[&str], today: &str) -> String {
        let drawn: Vec<Period> = periods.iter().map(|period| period.parse().unwrap()).collect();
        let axis = ChartTime::of(&drawn, date(today).unwrap(), Language::English);
        let labels: Vec<&str> = axis.ticks.iter().map(|tick| &*tick.text).collect();
        format!(
            "{}: {}: {}",
            axis.low.round_dp(3).normalize(),
            labels.join(" "),
            axis.high.round_dp(3).normalize()
        )
    }

    #[test]
    fn an_axis_has_few_round_labels() {
        for (periods, today, told) in [
            (&["2021", "2024"][..], "2023-06-30", "2021: 2021 2022 2023 2024: 2025"),
            // The day of the question is shown, wherever it lies.
            (
                &["2021", "2024"],
                "2026-01-01",
                "2021: 2021 2022 2023 2024 2025 2026: 2027",
            ),
            (
                &["2021", "2024"],
                "2018-12-31",
                "2018: 2018 2019 2020 2021 2022 2023 2024: 2025",
            ),
            (
                &["2001", "2030"],
                "2020-06-30",
                "2001: 2005 2010 2015 2020 2025 2030: 2031",
            ),
            (
                &["2025-04-01/P1Y", "2027-04-01/P1Y"],
                "2026-06-30",
                "2025.25: 2025/26 2026/27 2027/28: 2028.25",
            ),
            (
                &["2025-04-01/P1Y", "2026"],
                "2026-06-30",
                "2025.25: 2025-Q2 2025-Q3 2025-Q4 2026-Q1 2026-Q2 2026-Q3 2026-Q4: 2027",
            ),
            (
                &["2025-01", "2025-03"],
                "2025-03-31",
                "2025: 2025-01 2025-02 2025-03: 2025.25",
            ),
            (
                &["2025-01", "2025-03"],
                "2025-04-01",
                "2025: 2025-01 2025-02 2025-03 2025-04: 2025.333",
            ),
            (
                &["2025-01", "2027-12"],
                "2027-01-31",
                "2025: 2025-Q1 2025-Q2 2025-Q3 2025-Q4 2026-Q1 2026-Q2 2026-Q3 2026-Q4 2027-Q1 2027-Q2 2027-Q3 2027-Q4: 2028",
            ),
            (&[], "2025-07-14", "2025.535: 2025-07-14: 2025.538"),
        ] {
            assert_eq!(axis(periods, today), told);
        }
    }

    #[test]
    fn every_period_has_a_short_name() {
        for (period, short) in [
            ("2025", "2025"),
            ("2025-S2", "2025-S2"),
            ("2025-Q3", "2025-Q3"),
            ("2025-07", "2025-07"),
            ("2025-07-14", "2025-07-14"),
            ("2025-07-14/P7D", "2025-07-14"),
            ("2025-04-01/P1Y", "2025/26"),
            ("1999-07-01/P1Y", "1999/00"),
            ("2021-01-01/P4Y", "2021–2024"),
            ("2021-04-01/P9M", "2021-04–2021-12"),
            ("2021-04-05/P10D", "2021-04-05–2021-04-14"),
        ] {
            assert_eq!(short_name(period.parse().unwrap()), short);
        }
    }
}
