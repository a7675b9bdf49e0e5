//! Why a printed text says no period: in the words for what would be right instead.
//!
//! A reason that ends in `UNKNOWN` is no slip of the table: its text is a period in two ways, and the advice names the
//! field of the map that tells which.

/// Why a text is no period: the words for what would be right instead.
pub(crate) type Advice = &'static str;

/// The text has no form of periods. Every other reason is of a text that has one.
pub(super) const OTHER_FORM: Advice =
    "write `2025`, `2025-Q4`, `2025-S1`, `2025-03`, `2025-W05`, `2025-03-31`, `2017-2019` or `2025-01-01/P9M`";
pub(super) const YEAR_OUT_OF_RANGE: Advice = "years are from 0001 to 9999";
pub(super) const MONTH_OUT_OF_RANGE: Advice = "a month is 1 to 12, as in `2025-03`";
pub(super) const NO_SUCH_DAY: Advice = "there is no such day in the calendar";
pub(super) const ENDS_BEFORE_IT_BEGINS: Advice = "it ends before it begins";
/// Of two years that do not follow each other where one year lies in two.
pub(super) const YEARS_DO_NOT_FOLLOW: Advice = "a year that lies in two is named by both, as in `2016/17`";
pub(super) const NO_DURATION: Advice =
    "a range is its first day and a duration in years, months, weeks or days, as in `2025-01-01/P9M`";
/// Of more weeks or days than a year has.
pub(super) const BEYOND_YEAR: Advice = "weeks are counted from W01 and days from D001, as many as the year has";
pub(super) const NO_SUCH_YEAR: Advice = "all of a year is A1, as in `2025-A1`";
pub(super) const NO_SUCH_HALF: Advice = "a half is S1 or S2, as in `2025-S1`";
pub(super) const NO_SUCH_THIRD: Advice = "a T is a third of a year, T1 to T3, as in `2025-T1`; a quarter is a Q";
pub(super) const NO_SUCH_TRIMESTER: Advice = "a quarter is T1, T2, T3 or T4, as in `2025-T4`";
pub(super) const NO_SUCH_QUARTER: Advice = "a quarter is Q1, Q2, Q3 or Q4, as in `2025-Q4`";
pub(super) const YEAR_BEGIN_UNKNOWN: Advice = "it is not said on which day its year begins; say `year` in the map, as in `{\"begins\": \"04-01\", \"named_by\": \"first\"}`";
pub(super) const DATE_LENGTH_UNKNOWN: Advice =
    "it is not said for what time a date with a time of the day stands; say `dates` in the map, as in `month`";
pub(super) const DATE_ORDER_UNKNOWN: Advice = "it is not said whether its day or its month comes first; say `date_order` in the map: `day_first` or `month_first`";
pub(super) const HYPHEN_UNKNOWN: Advice =
    "it is no month; if it means a range of years, say `hyphen` in the map: `years`, or write it as in `2011-2013`";
pub(super) const SHORT_YEAR: Advice =
    "it can mean a day of the month or a year; write the year with four digits, as in `Jan 2020`";
pub(super) const YEAR_OF_TWO_DIGITS: Advice = "it has no year of four digits; write it with one, as in `2025-Q4`";
pub(super) const TRIMESTER_UNKNOWN: Advice = "it is not said whether its T is a quarter (trimestre) or a third of a year; say `trimester` in the map: `quarter` or `third`";
