//! Periods that one column says, or several together.
//!
//! | `period` in the map | a row | is of |
//! |---|---|---|
//! | `"TIME"` | `2025-Q3` | the third quarter of 2025 |
//! | `{"column": "TIME", "means": {"now": "2025"}}` | `now` | 2025 |
//! | `{"year": "Year", "quarter": "Q"}` | `2025`, `3` or `Q3` | the third quarter of 2025 |
//! | `{"year": "Year", "month": "M", "means": {"mars": "March"}}` | `2025`, `mars` | March 2025 |
//! | `{"year": "Year", "month": "M", "means": {"Total": "year"}}` | `2025`, `Total` | 2025 |
//! | `{"year": "FY", "month": "M"}` | `2025/26`, `Mar` | March 2026 |
//! | `{"year": "年份", "month": "月份"}` | `2025年`, `1-3月` | January to March 2025 |
//! | `{"from": "Begin", "to": "End"}` | `2025-04-01`, `2026-03-31` | the year from April 2025 on |
//!
//! `means` stands for periods where one column says all, and for numbers or names of parts, or all of it, beside a
//! year; days take none. A half or a quarter counts within the year that the row names, a reporting year too: the first
//! quarter of one that begins in April is April to June. A number of a month does so only where that year begins in
//! January: elsewhere `3` could be March or June. A month that is named is that month of the calendar, in whatever
//! year.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use super::fields::PERIOD_COLUMNS;
use super::given::{Given, NamedColumn};
use super::memo::Memo;
use super::printed::{HyphenedTexts, Times, Trimester, names_months, part_of_2001};
use super::sheet::ColumnPlace;
use crate::plan::Problems;
use crate::plan::document::reader::Node;
use crate::series::Flags;
use crate::value::{Length, Period};

/// The advice on a wrong value in the field `period` of a map.
const ONE_OR_SEVERAL: &str = "the name of a column, or a map such as `{\"year\": \"Year\", \"month\": \"Month\"}`";

/// Where a row says of what time its figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PeriodColumns {
    /// In one column; for some of its texts, the map may state periods.
    One {
        column: NamedColumn,
        means: Vec<(String, Period)>,
    },
    /// The year in one column, and in another which part of that length it is; for some texts of the latter, the map
    /// may state what says it: a number, the name of a month, or that it is the whole year.
    PartOfYear {
        year: NamedColumn,
        part: NamedColumn,
        of: Length,
        means: Vec<(String, StatedPart)>,
    },
    /// The first day of the period in one column, and the last in another.
    Days { from: NamedColumn, to: NamedColumn },
}

/// What the map states of a text of a column of parts of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum StatedPart {
    /// All of the year, as `Total` beside its months may be.
    WholeYear,
    /// What this text is: the number of a part, or a part as it is printed.
    As(String),
}

impl StatedPart {
    /// The time of `year` that a text says for which this is stated, if it is: see [`part_of_year`].
    pub(super) fn in_year(stated: Option<&Self>, text: &str, year: Period, of: Length, times: Times) -> Option<Period> {
        match stated {
            Some(Self::WholeYear) => Some(year).filter(|year| year.length() == Length::YEAR),
            Some(Self::As(said)) => part_of_year(year, of, said, times),
            None => part_of_year(year, of, text, times),
        }
    }
}

/// What was read of the texts of a column of periods.
#[derive(Default)]
pub(super) struct PeriodTexts {
    /// The period of a text, and the flags that stand behind it.
    pub(super) known: Memo<(Period, Flags)>,
    /// What the column shows of texts written as `2010-11`: whether they are months or years.
    pub(super) hyphened: HyphenedTexts,
}

/// The columns in which a row has one figure.
pub(super) struct FigurePlace {
    /// The period: in columns of the row, or (`Once`) in the head of the column of the value.
    pub(super) period: Given<Period, PeriodColumns>,
    /// The columns that say the period; none where the head of the column of the value does.
    pub(super) period_in: Vec<ColumnPlace>,
    pub(super) value: ColumnPlace,
    /// What the head of a wide table says of all figures beneath it.
    pub(super) flags: Flags,
}

impl FigurePlace {
    /// The first column that says the period, or the column of the value, where its head does.
    pub(super) fn period_column(&self) -> ColumnPlace {
        self.period_in.first().copied().unwrap_or(self.value)
    }
}

/// The fields of maps for a part of a year, each with the length of such parts.
const PARTS: [(&str, Length); 3] = [
    ("half", Length::HALF),
    ("quarter", Length::QUARTER),
    ("month", Length::MONTH),
];

/// The word of maps for a text beside a year that is of all of it.
const WHOLE_YEAR: &str = "year";

/// How many parts of this length a year has.
pub(super) const fn parts_in_year(length: Length) -> u8 {
    match length {
        Length::HALF => 2,
        Length::QUARTER => 4,
        _ => 12,
    }
}

/// The time of `year` that a text says: one part of this length, or several that follow each other. `None` if the year
/// has no such part.
fn part_of_year(year: Period, length: Length, text: &str, times: Times) -> Option<Period> {
    let are_named = names_months(text);
    // Nobody says whether the third month of a reporting year is March.
    if year.length() != Length::YEAR || length == Length::MONTH && year.first().ordinal() != 1 && !are_named {
        return None;
    }
    let (first, last) = numbers_of_parts(length, text, times)?;
    let counted_in = if are_named { Period::year(2001).ok()? } else { year };
    let day_of_year = |day: NaiveDate| (day.month(), day.day());
    let part = |number: u8| {
        let told = counted_in.parts(length).nth(number.checked_sub(1)?.into())?;
        let mut own = year.parts(length);
        own.find(|own| day_of_year(own.first()) == day_of_year(told.first()))
    };
    Period::between(part(first)?.first(), part(last)?.last()).ok()
}

/// Which parts of a calendar year the cell of a table says, the first and the last of them, counted from 1: one by its
/// number alone, and one or several as periods are printed beside a year (`Q3`, `March`, `3月`; `Jan-Mar`, `1-3月`,
/// `上半年`). `None` for any other text.
fn numbers_of_parts(length: Length, text: &str, times: Times) -> Option<(u8, u8)> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = text.parse().ok()?;
        return Some((number, number));
    }
    // The text is read with a calendar year, so that no setting for other years or dates applies. In a column of
    // quarters a `T3` is a quarter.
    let is_quarter = length == Length::QUARTER;
    let times = Times {
        year: None,
        dates: None,
        trimester: times
            .trimester
            .filter(|_| !is_quarter)
            .or(is_quarter.then_some(Trimester::Quarter)),
        ..times
    };
    let said = part_of_2001(text, &times)?;
    let year = Period::year(2001).ok()?;
    let parts = || year.parts(length).zip(1..);
    let (_, first) = parts().find(|(part, _)| part.first() == said.first())?;
    let (_, last) = parts().find(|(part, _)| part.last() == said.last())?;
    Some((first, last))
}

/// Reads what a map states of a text of a column of parts of a year: a number, a part as it is printed, or `year`.
fn stated_part(node: &Node<'_>, problems: &mut Problems) -> Option<StatedPart> {
    const PART: &str =
        "a whole number from 1 to 12, a part of the year as it is printed, such as `March`, or `year` for all of it";
    let text = match node.as_text() {
        Some(WHOLE_YEAR) => return Some(StatedPart::WholeYear),
        Some(text) => text.into(),
        None => node.integer(PART, problems)?.to_string(),
    };
    match numbers_of_parts(Length::MONTH, &text, Times::default()) {
        Some((1..=12, 1..=12)) => Some(StatedPart::As(text)),
        _ => node.refuse(PART, problems),
    }
}

impl PeriodColumns {
    /// One column that says all of the period, without stated meanings of its texts.
    pub(super) const fn in_one(column: NamedColumn) -> Self {
        let means = Vec::new();
        Self::One { column, means }
    }

    /// Reads the name of a column, or a map of one or several with what texts stand for.
    pub(super) fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        if let Some(column) = node.as_text() {
            return Some(Self::in_one(NamedColumn::from(column)));
        }
        if !node.is_map() {
            return node.refuse(ONE_OR_SEVERAL, problems);
        }
        let fields = node.fields(&PERIOD_COLUMNS, problems)?;
        let [column, year, from, to] =
            ["column", "year", "from", "to"].map(|field| fields.read(field, NamedColumn::read, problems));
        let parts = PARTS.map(|(field, of)| Some((fields.read(field, NamedColumn::read, problems)?, of)));
        let (mut periods, mut texts) = (Vec::new(), Vec::new());
        if column.is_some() {
            periods = fields.or_default("means", periods, Node::by_text(Node::period), problems)?;
        } else {
            texts = fields.or_default("means", texts, Node::by_text(stated_part), problems)?;
        }
        let mut parts = parts.into_iter().flatten();
        let part = (parts.next(), parts.next());
        match (column, year, part, from, to) {
            (Some(column), None, (None, None), None, None) => Some(Self::One { column, means: periods }),
            (None, Some(year), (Some((part, of)), None), None, None) => {
                let means = texts;
                Some(Self::PartOfYear { year, part, of, means })
            }
            (None, None, (None, None), Some(from), Some(to)) if texts.is_empty() => Some(Self::Days { from, to }),
            _ if fields.has_misspelt() => None,
            _ => node.refuse(
                "a `column`, a `year` with one of `half`, `quarter` and `month`, or `from` and `to`",
                problems,
            ),
        }
    }

    /// The one or two columns, in the order of their fields.
    pub(super) fn columns_mut(&mut self) -> impl Iterator<Item = &mut NamedColumn> {
        let (one, other) = match self {
            Self::One { column, .. } => (column, None),
            Self::PartOfYear { year, part, .. } => (year, Some(part)),
            Self::Days { from, to } => (from, Some(to)),
        };
        core::iter::once(one).chain(other)
    }
}
