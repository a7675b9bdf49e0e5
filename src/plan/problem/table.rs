//! The kinds of problems of a table, in words that whoever made it understands.

use alloc::format;
use alloc::string::String;

use chrono::Datelike;

use super::severity::{Severity, problems};
use crate::value::{Code, Length, PER_CENT, Period, says_per_cent};

problems! {
    /// What is wrong with a table, or with one of its rows, beside its values.
    ///
    /// The path of such a problem names the line, counted from 1, and the column: `line 7, OBS_VALUE`.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum TableError {
        /// There is not even a header.
        EmptyTable = Error("empty_table", "the table is empty; its first line names the columns"),
        /// No row stands below the header.
        NoRows = Warning("no_rows",
            "no row stands below the names of the columns; where they are named further up or down, say the line, `header`"),
        /// The bytes could not be had.
        UnreadableTable {
            /// The message of the reader.
            why: String,
        } = Error("unreadable_table", "the table cannot be read on: {why}"),
        /// The bytes are no text.
        NotUnicode {
            /// The name of the encoding.
            looks_like: &'static str,
        } = Error("not_unicode",
            "this is not UTF-8 and looks like {looks_like}; export the table as CSV in UTF-8, or convert it"),
        /// All names of a header stand in one cell.
        OtherDelimiter {
            /// The cell, cut to 40 characters.
            name: String,
            /// The delimiter, in the words of maps.
            word: &'static str,
        } = Error("other_delimiter",
            "the header is one cell, `{name}`: another delimiter stands in it; say `delimiter` in the map: `{word}`"),
        /// No column of the map is named on the line of the header, but further down.
        HeaderFurtherDown {
            /// What stands on the line of the header.
            cells: String,
            /// The line on which the columns are named.
            line: u64,
        } = Error("header_further_down",
            "the columns are named on line {line}, and here stands {cells}; say in the map `\"header\": {line}`"),
        /// No column of the map is named anywhere.
        MissingHeader {
            /// The first columns of the map, and how many more there are.
            columns: String,
            /// What stands on the line of the header.
            cells: String,
        } = Error("missing_header",
            "none of the columns that the map names, {columns}, is named here or further down, and this line holds {cells}; if these are figures, write a line with the names of the columns above them, and if these are the names, say them in the map"),
        /// A column must be there.
        MissingColumn {
            /// The name of the column, cut to 40 characters.
            column: String,
            /// The nearest name, or all of them.
            known: String,
        } = Error("missing_column", "there is no column `{column}`; {known}"),
        /// Nobody knows which of two columns is meant.
        RepeatedColumn {
            /// The name of both, cut to 40 characters.
            column: String,
        } = Error("repeated_column", "two columns are called `{column}`, and nobody knows which is meant; rename one"),
        /// A row is longer or shorter than the header.
        #[error("{}", row_length(*.found, *.expected))]
        RowLength {
            /// How many cells it has.
            found: usize,
            /// How many columns there are.
            expected: usize,
        } = Error("row_length"),
        /// A cell goes on to the end of the table.
        UnclosedQuote = Error("unclosed_quote",
            "a quote begins a cell of this row and is not closed, so that all behind it is one cell; close it, or double a quote that is meant"),
        /// A header has not the columns of SDMX-CSV.
        NotSdmx {
            /// The column that must be there.
            column: &'static str,
        } = Error("not_sdmx",
            "SDMX-CSV has a column `{column}`, and here is none; where another one plays its role, the map is one of `observations`"),
        /// Nothing says in what the values count.
        NoUnit = Error("no_unit", "no column here says the unit of the values; say `unit` in the map"),
        /// What must be one thing in all rows is another one in this.
        SeveralValues {
            /// The text of the rows before, cut to 40 characters.
            one: String,
            /// The text of this row.
            other: String,
        } = Error("several_values",
            "`{other}` stands here, and `{one}` before; say `only` which of them counts, or make the column one of the `breakdowns`"),
        /// A figure stands in the table twice.
        RepeatedRow {
            /// Its period.
            period: Period,
            /// The line of the figure that is kept.
            line: u64,
        } = Note("repeated_row", "the same figure of {period} stands in line {line}; it is counted once"),
        /// Nothing tells two figures of one series apart.
        RepeatedFigure {
            /// The period of both.
            period: Period,
            /// The line of the figure that is kept.
            line: u64,
        } = Error("repeated_figure",
            "line {line} has another figure of {period}, of the same day of publication and source; a later vintage has a later date, and what tells parts apart is one of the `breakdowns`, or `only` says which part counts"),
        /// Periods of a column could be months or years, and others show that they are not what they would be read as.
        MonthOrYears {
            /// How many figures they are.
            count: usize,
        } = Error("month_or_years",
            "{count} figures have periods that can be months or years, as `2010-11` can, and other rows show that they are not what they would be read as; say `hyphen` in the map"),
        /// Numbers can be decimals or thousands, and another cell shows that their mark stands between thousands.
        DecimalsOrThousands {
            /// How many figures they are.
            count: usize,
        } = Error("decimals_or_thousands",
            "{count} figures are printed with a mark before three digits, as `13.700` is, and another cell shows this mark between thousands, as `12.345,6` does; say `decimal` and `thousands` in the map"),
        /// A column of which the map says nothing tells figures of one series and period apart.
        #[error(
            "figures of one series and period stand beside {texts} here, and the map says nothing of this column; make it one of the \
             `breakdowns`{}, or say `only` which of them counts",
            .name.as_ref().map_or_else(String::new, |name| format!(
                ", `{{\"column\": \"{column}\", \"name\": \"{name}\"}}`, since `{name}` names the same"
            ))
        )]
        UndeclaredColumn {
            /// The first texts of the column, and how many more there are.
            texts: String,
            /// The column, cut to 40 characters.
            column: String,
            /// Another such column that has a text of its own for each of them, cut to 40 characters.
            name: Option<String>,
        } = Warning("undeclared_column"),
        /// No row says what the map asks for.
        NoRowCounts {
            /// The texts that the map asks for.
            asked_for: String,
            /// What the column says.
            known: String,
        } = Warning("no_row_counts", "no row counts, since `only` asks for {asked_for} here, and this column says {known}"),
        /// Nothing is made of a row that counts.
        RowOfNothing {
            /// The text that stands there, cut to 40 characters.
            text: String,
        } = Warning("row_of_nothing",
            "nothing is made of this row: `{text}` is asked for by no `only` of an indicator, target or deliverable; the `only` of the whole map passes over rows that do not count"),
        /// The map speaks of a text that no cell has, and others are there of which it says nothing.
        TextNotThere {
            /// The text, cut to 40 characters.
            text: String,
            /// The nearest text, or those of which the map says nothing.
            known: String,
        } = Warning("text_not_there", "no cell of this column says `{text}`, which stands in its `means`; {known}"),
        /// The figures of one series are in two units.
        UnitsDiffer {
            /// The unit of the figures before.
            one: String,
            /// The unit of this one.
            other: String,
        } = Error("units_differ",
            "this figure counts in `{other}`, and those of its series before in `{one}`; a series has one unit: where units tell figures apart, make their column one of the `breakdowns`, too"),
        /// A text of a unit has a sign that no code can have, and that says something of the unit.
        UnitSignLost {
            /// The sign.
            sign: char,
            /// The text, cut to 40 characters.
            text: String,
            /// What it probably means, as a map states it.
            mend: String,
        } = Error("unit_sign_lost",
            "the unit `{text}` would lose its `{sign}`, which no code has; state it in the `means` of this column, as in `{{\"{text}\": {mend}}}`"),
        /// Texts of units are no codes, so that codes were made of them, or say per cent or a power of ten alone.
        CodesOfUnits {
            /// The first texts, and how many more there are.
            texts: String,
            /// The codes.
            codes: String,
            /// What the first probably means, as a map states it.
            mend: String,
        } = Note("codes_of_units",
            "{texts}: read as units called {codes}, with no power of ten of their own; where the plan counts otherwise, state it in the `means` of this column, as in `{mend}`"),
        /// The table and its map say different powers of ten.
        MultipliersDiffer {
            /// The power of ten of the table.
            own: i8,
            /// The power of ten of the map.
            stated: i8,
        } = Error("multipliers_differ",
            "the values count in 10^{own} by the table, and in 10^{stated} by the map; leave out the `multiplier` of the map, or state both alike"),
        /// A power of ten is no whole number that a unit can have.
        PowerOfTen {
            /// The text, cut to 40 characters.
            text: String,
        } = Error("not_a_power_of_ten",
            "`{text}` is no power of ten: write a whole number from -28 to 28, such as 6, a name such as `thousands` or `millions`, or `in 1,000`"),
        /// The text says nothing that a figure can be.
        UnknownStatus {
            /// The text, cut to 40 characters.
            text: String,
        } = Error("unknown_status",
            "`{text}` says nothing that is known of a figure; state what it means in the `means` of its column"),
        /// The text is no day, or more than one.
        #[error("{}", match can_be_two {
            true => format!("`{text}` can be two days; say `date_order` in the map: `day_first` or `month_first`"),
            false => format!("`{text}` is no day; write it as in `2026-01-26`"),
        })]
        UnreadableDay {
            /// The text, cut to 40 characters.
            text: String,
            /// Whether it is one day or another, as its day or its month comes first.
            can_be_two: bool,
        } = Error("unreadable_day"),
        /// Dates are read as days, and are the first days of periods, all of them, or all the last.
        #[error("{}", match begins {
            None => format!("every date here is the {day} day of a {length}; if it stands for all of that, say `dates` in the map: `{length}`"),
            Some(begins) => format!(
                "every date here is the {day} day of one month, one in a year: if it stands for the year that {}s with it, say `dates` \
                 in the map: `year`, and `year`: `{{\"begins\": \"{begins}\", \"named_by\": \"{day}\"}}`",
                if *day == "first" { "begin" } else { "end" }
            ),
        })]
        DatesOfPeriods {
            /// `first` or `last`.
            day: &'static str,
            /// The length of the periods, in the words of maps.
            length: &'static str,
            /// Where each year has one date, and that is not the calendar's: month and day of the first day of such a
            /// year.
            begins: Option<String>,
        } = Note("dates_of_periods"),
        /// The text is no part of a year.
        #[error("{}", no_part_of_year(.text, *.year, *.most))]
        NoPartOfYear {
            /// The text, cut to 40 characters.
            text: String,
            /// The year in the column of years.
            year: Period,
            /// How many such parts a year has.
            most: u8,
        } = Error("no_part_of_year"),
        /// A number was expected, and nothing else.
        NotANumberAlone {
            /// The text, cut to 40 characters.
            text: String,
        } = Error("not_a_number_alone", "`{text}` is more than a number, and only a number can stand here"),
        /// An action that SDMX does not know.
        UnknownAction {
            /// The text, cut to 40 characters.
            text: String,
        } = Error("unknown_action",
            "`{text}` is no action of SDMX: those are M (merge), R (replace), D (delete), and of old A and I"),
        /// A deletion whose day nobody knows.
        DeletedUndated = Error("deleted_undated",
            "this row deletes a figure, and nothing says when; a figure is withdrawn on a day, so name the column of `published` days"),
        /// A deletion of several figures at once.
        DeletedInBulk = Error("deleted_in_bulk",
            "this row deletes figures in bulk; state each figure that was withdrawn in a row of its own"),
        /// A text has no letter of which a code could be made.
        #[error("{}", no_code(.text))]
        NoCode {
            /// The text, cut to 40 characters.
            text: String,
        } = Error("no_code"),
        /// A dimension is called as its column, and no code can be made of that name.
        UnnamedDimension = Error("unnamed_dimension",
            "no code of a dimension can be made of the name of this column; say it in the map, as in `\"dimension\": \"sex\"`"),
        /// A name stands beside a cell that has no code, and would stand for the total.
        NameWithoutCode {
            /// The name, cut to 40 characters.
            name: String,
        } = Error("name_without_code",
            "no code stands here beside the name `{name}`; if this is the total, state it in `means`: `{{\"\": \"total\"}}`, and else make the codes of the names, or say `only` which rows count"),
        /// A text of a column of parts makes one, and is a word for the total.
        PartCalledTotal {
            /// The text, cut to 40 characters.
            text: String,
        } = Warning("part_called_total",
            "`{text}` makes a part of its own, and the total gets no figures of its rows; if it is the total, state it in the `means` of this column, `{{\"{text}\": \"total\"}}`, and else the code of that part"),
        /// Two texts would have one code.
        CodeOfTwo {
            /// The code.
            code: Code,
            /// The text that was there first, cut to 40 characters.
            one: String,
            /// The other one.
            other: String,
        } = Error("code_of_two",
            "`{other}` and `{one}` both make the code `{code}`; state one for each in the `means` of their column"),
        /// Two targets without a code of their own would have one.
        CodeShared {
            /// The code.
            code: String,
            /// The line of the other.
            first: u64,
        } = Note("code_shared",
            "this promise would have the code `{code}` of the one in line {first}, so that a number of what each promises stands behind both; `code` in the map can call them otherwise"),
        /// A row promises what one before it does.
        PromisedAgain {
            /// The line of the first.
            first: u64,
        } = Note("promised_again", "line {first} promises the same; it counts once"),
        /// The rows are something else.
        OtherMap {
            /// The kind of map that was needed.
            needed: &'static str,
        } = Error("other_map", "the rows of this map are no {needed}: its `kind` says what they are"),
        /// No column of a wide table is of a period.
        NoPeriods {
            /// How the map says that heads are written, cut to 40 characters.
            pattern: String,
        } = Error("no_periods",
            "no column is headed by a period as in `{pattern}`; say `periods` in the map, with a star where the period stands, or where each row has its period, make the map one of `observations`"),
        /// Heads of a wide table have a year in them, or figures beneath, and are not read as periods.
        HeadsPassedOver {
            /// The heads, or how many more there are.
            heads: String,
        } = Note("heads_passed_over",
            "{heads}: no periods as `periods` says, so that these columns are passed over, though a year is in the head or figures stand beneath; where they count, write the head as a period, or add how heads are written, as in `[\"*\", \"* (*\"]`"),
        /// Heads of a wide table are of what is promised, and not of figures.
        HeadsOfPromises {
            /// The heads, or how many more there are.
            heads: String,
        } = Note("heads_of_promises",
            "{heads}: what is promised or planned is no figure, so that these columns are passed over; a map of `targets` makes promises of them, and where they are figures all the same, `periods` says how they are written, as in `[\"*\", \"* plan\"]`"),
        /// Something stands behind the periods of heads of a wide table that says nothing known.
        HeadsInPart {
            /// The heads, or how many more there are.
            heads: String,
        } = Warning("heads_in_part",
            "{heads}: what stands behind the period says nothing that is known of a figure, and those beneath are read without it; state in `flags` what it means, as in `{{\"(v)\": \"provisional\"}}`, or `eurostat` of its letters, and write out in `periods` what says nothing, as in `* (EUR)`"),
        /// A row of a wide table has cells beneath no head.
        UnnamedColumn = Warning("unnamed_column",
            "something stands in this row beneath no head, and is passed over; where one head is written over several columns, write the period of each above it"),
        /// A row of a wide table has a name and no more.
        RowOfOneCell = Warning("row_of_one_cell",
            "one cell stands in this row and no other, so that it makes a series without figures; a note below the table is passed over by an `only` with a column that it leaves blank"),
        /// What is sent to fill the memory does not.
        TooManyPromises {
            /// How many it can have.
            most: usize,
        } = Error("too_many_promises", "a table has {most} promises at most"),
        /// A row has nothing of what it should.
        NothingInRow = Error("nothing_in_row",
            "nothing is promised in this row: of each of its targets all columns are blank, or `only` asks for other rows; say `only` which rows count"),
        /// A number without what it is of a promise.
        MissingBound = Error("missing_bound",
            "it is not said whether this much or more is promised, or this much or less; say `bound` in the goal, or print a sign before the number, as in `≥ 95`"),
        /// Whether more or less is promised does not follow from where it starts.
        NoDirection = Error("no_direction",
            "`from_baseline` needs a `level` above or below the value of the row's baseline, and here is none; say another `bound` for such rows"),
        /// The sign before a number says something else than the column of its bound.
        TwoBounds {
            /// The bound that the sign says.
            own: String,
            /// The bound that the column says.
            bound: String,
        } = Error("two_bounds", "the sign before the number says `{own}`, and the column of its bound says `{bound}`; leave out one of the two"),
    }
}

/// The message of a row that has more or fewer cells than the header, with advice.
fn row_length(found: usize, expected: usize) -> String {
    let mend = if found > expected {
        "a cell that holds the delimiter stands in quotes"
    } else {
        "write its empty cells too; a note below the table is passed over by an `only` with a column that it leaves blank"
    };
    format!("a row has as many cells as the header, {expected}, and this one has {found}; {mend}")
}

/// The message of a text that is no part of a year, with what would be one.
fn no_part_of_year(text: &str, year: Period, most: u8) -> String {
    if year.length() != Length::YEAR {
        return format!(
            "`{text}` stands beside {year}, which is no year, so that it has no parts that a column can number"
        );
    }
    if most == 12 && year.first().ordinal() != 1 {
        return format!(
            "`{text}` names no month of {year}, and nobody says whether a number is the calendar's or counts from the first month of that year: \
             write names such as `Apr`, or state them in the `means` of the period, as in `{{\"{text}\": \"April\"}}`"
        );
    }
    if text.is_empty() {
        return format!(
            "nothing stands here beside {year}; if the row is of all of it, state it in the `means` of the period: `{{\"\": \"year\"}}`, and else \
             say `only` which rows count"
        );
    }
    format!(
        "`{text}` is none of the {most} parts of {year}, nor several of them: write a number from 1 to {most}, or state in `means` which one of them \
         alone it is, or `year` for all of it; several together are written as in `Jan-Mar`, and never as their last"
    )
}

/// The message of a text of which no code can be made, or of an empty cell, with advice.
fn no_code(text: &str) -> String {
    match text {
        "" => "nothing stands here of which a code could be made; state one in the map, of an empty cell (`\"\"`) in `means`, or say `only` which rows \
            count"
            .into(),
        text if says_per_cent(text) => format!("no code can be made of `{text}`; state in `means` that it is per cent: `{PER_CENT}`"),
        text => format!("no code can be made of `{text}`, which has no letter and no digit; state one for it in the map"),
    }
}
