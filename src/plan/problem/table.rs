//! What can be wrong with a table, in words that whoever made it understands.

use alloc::format;
use alloc::string::String;

use super::severity::{Severity, severities};
use crate::value::{Code, Collected, Period};

/// What is wrong with a table, or with one of its rows, beside its values.
///
/// The path of such a problem names the line, counted from 1, and the column: `line 7, OBS_VALUE`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// There is not even a header.
    #[error("the table is empty; its first line names the columns")]
    EmptyTable,
    /// The bytes could not be had.
    #[error("the table cannot be read on: {why}")]
    UnreadableTable {
        /// What the reader said.
        why: String,
    },
    /// The bytes are no text.
    #[error("this is not UTF-8 and looks like {looks_like}; export the table as CSV in UTF-8, or convert it")]
    NotUnicode {
        /// The name of the encoding.
        looks_like: &'static str,
    },
    /// All names of a header stand in one cell.
    #[error("the header is one cell, `{name}`: another delimiter stands in it; say `delimiter` in the map: `{word}`")]
    OtherDelimiter {
        /// The cell, cut to 40 characters.
        name: String,
        /// The delimiter, in the words of maps.
        word: &'static str,
    },
    /// A column must be there.
    #[error("there is no column `{column}`; {known}")]
    MissingColumn {
        /// The name of the column, cut to 40 characters.
        column: String,
        /// The nearest name, or all of them.
        known: String,
    },
    /// Nobody knows which of two columns is meant.
    #[error("two columns are called `{column}`, and nobody knows which is meant; rename one")]
    RepeatedColumn {
        /// The name of both, cut to 40 characters.
        column: String,
    },
    /// A row is longer or shorter than the header.
    #[error("this row has {found} cells, and the header {expected}; a cell that holds the delimiter stands in quotes")]
    RowLength {
        /// How many cells it has.
        found: usize,
        /// How many columns there are.
        expected: usize,
    },
    /// A header has not the columns of SDMX-CSV.
    #[error(
        "SDMX-CSV has a column `{column}`, and here is none; where another one plays its role, the map is one of `observations`"
    )]
    NotSdmx {
        /// The column that must be there.
        column: &'static str,
    },
    /// Nothing says in what the values count.
    #[error("no column here says in what the values count; say `unit` in the map")]
    NoUnit,
    /// What must be one thing in all rows is another one in this.
    #[error(
        "`{other}` stands here, and `{one}` before; say `only` which of them counts, or make the column one of the `breakdowns`"
    )]
    SeveralValues {
        /// What stood in the rows before, cut to 40 characters.
        one: String,
        /// What stands in this one.
        other: String,
    },
    /// A figure stands in the table twice.
    #[error("the same figure of {period} stands in line {line}; it is counted once")]
    RepeatedRow {
        /// Its period.
        period: Period,
        /// The line of the figure that is kept.
        line: u64,
    },
    /// Nothing tells two figures of one series apart.
    #[error(
        "line {line} has another figure of {period}, of the same day of publication and source; a later vintage has a later date, and what tells parts apart is one of the `breakdowns`"
    )]
    RepeatedFigure {
        /// The period of both.
        period: Period,
        /// The line of the figure that is kept.
        line: u64,
    },
    /// Periods of a column could be months or years, and others show that they are not what they would be read as.
    #[error(
        "{count} figures of this table are of what is a month or years, as in `2010-11`, and other rows show that it is not what it would be read as; say `hyphen` in the map"
    )]
    MonthOrYears {
        /// How many figures they are.
        count: usize,
    },
    /// A column of which the map says nothing tells figures of one series and period apart.
    #[error(
        "figures of one series and period stand beside {texts} here, and the map says nothing of this column; make it one of the `breakdowns`, or say `only` which of them counts"
    )]
    UndeclaredColumn {
        /// The first texts of the column, and how many more there are.
        texts: String,
    },
    /// No row says what the map asks for.
    #[error("no row counts, since `only` asks for {asked_for} here, and here stands {known}")]
    NoRowCounts {
        /// What the map asks for.
        asked_for: String,
        /// What the column says.
        known: String,
    },
    /// Nothing is made of a row that counts.
    #[error(
        "nothing is made of this row: `{text}` stands here, and no `only` of what rows are made into asks for it; rows that do not count are passed over by the `only` of the whole map"
    )]
    RowOfNothing {
        /// What stands there, cut to 40 characters.
        text: String,
    },
    /// The map speaks of a text that no cell has, and others are there of which it says nothing.
    #[error("no cell of this column says `{text}`, which stands in its `means`; {known}")]
    TextNotThere {
        /// The text, cut to 40 characters.
        text: String,
        /// The nearest text, or those of which the map says nothing.
        known: String,
    },
    /// The figures of one series are in two units.
    #[error(
        "this figure counts in `{other}`, and those of its series before in `{one}`; a series has one unit: where units tell figures apart, make their column one of the `breakdowns`, too"
    )]
    UnitsDiffer {
        /// The unit of the figures before.
        one: String,
        /// The unit of this one.
        other: String,
    },
    /// The table and its map say different powers of ten.
    #[error(
        "the values count in 10^{own} by the table, and in 10^{stated} by the map; leave out the `multiplier` of the map, or state both alike"
    )]
    MultipliersDiffer {
        /// That of the table.
        own: i8,
        /// That of the map.
        stated: i8,
    },
    /// A power of ten is no whole number that a unit can have.
    #[error(
        "`{text}` is no power of ten: write a whole number from -28 to 28, such as 6, a name such as `thousands` or `millions`, or `in 1,000`"
    )]
    PowerOfTen {
        /// The text, cut to 40 characters.
        text: String,
    },
    /// A value cannot be had in the unit of its series.
    #[error(
        "this figure counts in 10^{power} of what others of its series do, and has more digits there than the 28 that a decimal holds"
    )]
    PowerTooFar {
        /// By which power of ten the two differ.
        power: i32,
    },
    /// The text says nothing that a figure can be.
    #[error("`{text}` says nothing that is known of a figure; state what it means in the `means` of its column")]
    UnknownStatus {
        /// The text, cut to 40 characters.
        text: String,
    },
    /// The text is no day, or more than one.
    #[error("`{text}` is no day; write it as in `2026-01-26`")]
    UnreadableDay {
        /// The text, cut to 40 characters.
        text: String,
    },
    /// Dates are read as days, and are the first days of periods, all of them.
    #[error(
        "every date here is the first day of a {length}; if it stands for all of that, say `dates` in the map: `{length}`"
    )]
    DatesOfPeriods {
        /// The length of the periods, in the words of maps.
        length: &'static str,
    },
    /// The text is no part of a year.
    #[error(
        "`{text}` is none of the {most} parts of {year}: write a number from 1 to {most}, or state in `means` which one it is; months are told of the calendar's years alone"
    )]
    NoPartOfYear {
        /// The text, cut to 40 characters.
        text: String,
        /// What stands in the column of years.
        year: Period,
        /// How many such parts a year has.
        most: u8,
    },
    /// The text is no letter of SDMX's list of collections.
    #[error(
        "`{text}` does not say how a figure relates to its period: A is its average, B its beginning, E its end, M its middle, S its sum"
    )]
    UnknownCollection {
        /// The text, cut to 40 characters.
        text: String,
    },
    /// The indicator's figures relate to their periods in two ways.
    #[error("this figure is of the {other} of its period, and those of its indicator before are of the {one}")]
    CollectedInTwoWays {
        /// How those before relate to their periods.
        one: Collected,
        /// How this one does.
        other: Collected,
    },
    /// A number was expected, and nothing else.
    #[error("`{text}` is more than a number, and only a number can stand here")]
    NotANumberAlone {
        /// The text, cut to 40 characters.
        text: String,
    },
    /// An action that SDMX does not know.
    #[error("`{text}` is no action of SDMX: those are M (merge), R (replace), D (delete), and of old A and I")]
    UnknownAction {
        /// The text, cut to 40 characters.
        text: String,
    },
    /// A deletion whose day nobody knows.
    #[error(
        "this row deletes a figure, and nothing says when; a figure is withdrawn on a day, so name the column of `published` days"
    )]
    DeletedUndated,
    /// A deletion of several figures at once.
    #[error("this row deletes figures in bulk; state each figure that was withdrawn in a row of its own")]
    DeletedInBulk,
    /// A text has no letter of which a code could be made.
    #[error("{}", no_code(.text))]
    NoCode {
        /// The text, cut to 40 characters.
        text: String,
    },
    /// A name stands beside a cell that has no code, and would stand for the total.
    #[error(
        "no code stands here beside the name `{name}`; if this is the total, state it in `means`: `{{\"\": \"total\"}}`, and else make the codes of the names, or say `only` which rows count"
    )]
    NameWithoutCode {
        /// The name, cut to 40 characters.
        name: String,
    },
    /// Two texts would have one code.
    #[error("`{other}` and `{one}` both make the code `{code}`; state one for each in the `means` of their column")]
    CodeOfTwo {
        /// The code.
        code: Code,
        /// The text that was there first, cut to 40 characters.
        one: String,
        /// The other one.
        other: String,
    },
    /// Two targets without a code of their own would have one.
    #[error(
        "the code `{code}` that is made for this promise is that of line {first}, too; behind both stands a number of what each promises, unless `code` in the map says how they are called"
    )]
    CodeShared {
        /// The code.
        code: String,
        /// The line of the other.
        first: u64,
    },
    /// A row promises what one before it does.
    #[error("line {first} promises the same; it counts once")]
    PromisedAgain {
        /// The line of the first.
        first: u64,
    },
    /// The rows are something else.
    #[error("the rows of this map are no {needed}: its `kind` says what they are")]
    OtherMap {
        /// What was to be read.
        needed: &'static str,
    },
    /// No column of a wide table is of a period.
    #[error(
        "no column is headed by a period as in `{pattern}`; say `periods` in the map, with a star where the period stands"
    )]
    NoPeriods {
        /// How the map says that heads are written, cut to 40 characters.
        pattern: String,
    },
    /// What is sent to fill the memory does not.
    #[error("a table has {most} promises at most")]
    TooManyPromises {
        /// How many it can have.
        most: usize,
    },
    /// A row has nothing of what it should.
    #[error(
        "nothing is promised in this row: of each of its targets all columns are blank, or `only` asks for other rows; say `only` which rows count"
    )]
    NothingInRow,
    /// A number without what it is of a promise.
    #[error(
        "whether this much or more, or this much or less is promised is not said; say `bound` in the goal, or print a sign before it, as in `≥ 95`"
    )]
    MissingBound,
    /// Whether more or less is promised does not follow from where it starts.
    #[error(
        "`from_baseline` tells whether more or less is promised by a `level` above or below the value of the row's baseline, and here is none of both; say `bound` for such rows"
    )]
    NoDirection,
    /// The sign before a number says something else than the map.
    #[error("its own sign says `{own}`, and the map says `{bound}`")]
    TwoBounds {
        /// What the sign says.
        own: String,
        /// What the map says, or the column that it names.
        bound: String,
    },
}

/// Says that a text makes no code, or that there is none.
fn no_code(text: &str) -> String {
    match text {
        "" => "nothing stands here of which a code could be made; state one in the map, of an empty cell (`\"\"`) in `means`, or say `only` which rows \
            count"
            .into(),
        text => format!("no code can be made of `{text}`, which has no letter and no digit; state one for it in the map"),
    }
}

severities! { TableError;
    Note {
        DatesOfPeriods = "dates_of_periods", RepeatedRow = "repeated_row", CodeShared = "code_shared", PromisedAgain = "promised_again",
    }
    Warning {
        NoRowCounts = "no_row_counts", RowOfNothing = "row_of_nothing", UndeclaredColumn = "undeclared_column", TextNotThere = "text_not_there",
    }
    Error {
        EmptyTable = "empty_table", UnreadableTable = "unreadable_table", NotUnicode = "not_unicode", OtherDelimiter = "other_delimiter",
        MissingColumn = "missing_column", RepeatedColumn = "repeated_column", RowLength = "row_length",
        NotSdmx = "not_sdmx", NoUnit = "no_unit", MultipliersDiffer = "multipliers_differ", SeveralValues = "several_values", UnitsDiffer = "units_differ",
        PowerOfTen = "not_a_power_of_ten", PowerTooFar = "power_too_far", UnknownStatus = "unknown_status", UnreadableDay = "unreadable_day", NoPartOfYear = "no_part_of_year",
        UnknownCollection = "unknown_collection", CollectedInTwoWays = "collected_in_two_ways",
        NotANumberAlone = "not_a_number_alone", UnknownAction = "unknown_action", DeletedUndated = "deleted_undated",
        DeletedInBulk = "deleted_in_bulk", NoCode = "no_code", NameWithoutCode = "name_without_code", CodeOfTwo = "code_of_two",
        OtherMap = "other_map", NoPeriods = "no_periods", TooManyPromises = "too_many_promises", NothingInRow = "nothing_in_row",
        MissingBound = "missing_bound", RepeatedFigure = "repeated_figure", MonthOrYears = "month_or_years", TwoBounds = "two_bounds", NoDirection = "no_direction",
    }
}
