//! Why a printed text says no period.
//!
//! A reason that ends in `Unknown` is no slip of the table: its text is a period in two ways, and the advice names the
//! field of the map that tells which.

/// The words for what would be right instead.
pub(crate) type Advice = &'static str;

/// Why a printed text says no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoPeriod {
    /// The text is written as no period is. Every other reason is of a text that is written as periods are.
    OtherForm,
    YearOutOfRange,
    MonthOutOfRange,
    NoSuchDay,
    EndsBeforeItBegins,
    /// Two years that do not follow each other where one year lies in two.
    YearsDoNotFollow,
    NoDuration,
    /// More weeks or days than a year has.
    BeyondYear,
    NoSuchYear,
    NoSuchHalf,
    NoSuchThird,
    NoSuchTrimester,
    NoSuchQuarter,
    YearBeginUnknown,
    DateLengthUnknown,
    DateOrderUnknown,
    HyphenUnknown,
    ShortYear,
    TrimesterUnknown,
}

impl NoPeriod {
    /// What would be right instead, as a message says it.
    pub(super) const fn advice(self) -> Advice {
        match self {
            Self::OtherForm => {
                "write `2025`, `2025-Q4`, `2025-S1`, `2025-03`, `2025-W05`, `2025-03-31`, `2017-2019` or `2025-01-01/P9M`"
            }
            Self::YearOutOfRange => "years are from 0001 to 9999",
            Self::MonthOutOfRange => "a month is 1 to 12, as in `2025-03`",
            Self::NoSuchDay => "there is no such day in the calendar",
            Self::EndsBeforeItBegins => "it ends before it begins",
            Self::YearsDoNotFollow => "a year that lies in two is named by both, as in `2016/17`",
            Self::NoDuration => {
                "a range is its first day and a duration in years, months, weeks or days, as in `2025-01-01/P9M`"
            }
            Self::BeyondYear => "weeks are counted from W01 and days from D001, as many as the year has",
            Self::NoSuchYear => "all of a year is A1, as in `2025-A1`",
            Self::NoSuchHalf => "a half is S1 or S2, as in `2025-S1`",
            Self::NoSuchThird => "a T is a third of a year, T1 to T3, as in `2025-T1`; a quarter is a Q",
            Self::NoSuchTrimester => "a quarter is T1, T2, T3 or T4, as in `2025-T4`",
            Self::NoSuchQuarter => "a quarter is Q1, Q2, Q3 or Q4, as in `2025-Q4`",
            Self::YearBeginUnknown => "on which day its year begins is not said; say `year` in the map",
            Self::DateLengthUnknown => {
                "for what time a date with a time of the day stands is not said; say `dates` in the map, as in `month`"
            }
            Self::DateOrderUnknown => {
                "whether its day or its month comes first is not said; say `date_order` in the map"
            }
            Self::HyphenUnknown => {
                "it is no month; if it means a range of years, say `hyphen` in the map: `years`, or write it as in `2011-2013`"
            }
            Self::ShortYear => {
                "whether it means a day of the month or a year is not said; write the year with four digits, as in `Jan 2020`"
            }
            Self::TrimesterUnknown => {
                "whether its T is a quarter (trimestre) or a third of a year is not said; say `trimester` in the map"
            }
        }
    }
}
