//! The fields of a map of columns: what can stand there, what it means to leave it out, and what it says.
//!
//! They are tables of the same kind as those of plans and observations, read by the same reader.

use super::words::{
    BOUNDS, DATE_ORDERS, DECIMAL_MARKS, DELIMITERS, FLAGS, HYPHENED, KIND_OF_PERIODS, KIND_OF_PROMISES, KINDS, KINDS_OF_FIGURES,
    LETTERS, NAMED_BY, PERCENT_SIGNS, PLAIN_YEARS, SINCE, THOUSANDS, TRIMESTERS, WHOLES,
};
use crate::plan::document::fields::{
    EARLIEST_DATE, FORMAT, KIND, NAME, NAMES_OF_TARGET, NOTE, OBSERVATION, OF_DELIVERABLE, OF_GOALS, OF_INDICATOR, OF_PLAN,
    OF_TARGET, REPORT, REQUIREMENT, SCHEMA, UNCERTAIN_VALUE, UNIT, WEIGHT, default, optional, otherwise, required,
};
use crate::plan::document::noun::Type::{ByText, Code, Date, Decimal, Either, Flag, Length, List, Map, OneOf, Period, PlainText, Text, WholeNumberIn};
use crate::plan::document::noun::{Field, Noun, Type};
use crate::series::ObservationStatus;

const COLUMN_NAME: Field = required("column", PlainText, "the name of the column, as the header has it");
const NAMES: Field = otherwise("name", PlainText, "its own texts, or the labels of SDMX-CSV", "the column of their names for people");
const IN_COLUMN: Type = Map(&COLUMN);
const TEXT_OR_COLUMN: Type = Either(&Text, &IN_COLUMN);

/// How a table is printed, whatever its rows are.
static LAYOUT: [Field; 12] = [
    default("delimiter", OneOf(&DELIMITERS), "\",\"", "what stands between two cells"),
    default("header", WholeNumberIn(1, None), "1",
        "the line on which the columns are named; what stands before it is passed over"),
    default("decimal", OneOf(&DECIMAL_MARKS), "\".\"", "what stands before the fraction of a number"),
    otherwise("thousands", OneOf(&THOUSANDS), "nothing does", "what stands between the thousands of a number"),
    otherwise("percent", OneOf(&PERCENT_SIGNS), "a percent sign is refused",
        "what a percent sign behind a number says: `number` reads 42% as 42, `fraction` as 0.42"),
    otherwise("missing", List(&PlainText), "an empty cell, and the usual signs such as `:`, `..`, `-` and `n/a`",
        "what else says in a cell that there is no value, as `-999` may"),
    otherwise("year", Map(&YEAR), "the calendar's, and `2016/17` is refused",
        "when a year begins that is not the calendar's, and which of its years names it"),
    otherwise("dates", Length(&[]), "a date is of its day, and one with a time of the day is refused",
        "for what time a date stands: the period of this length in which it lies"),
    otherwise("date_order", OneOf(&DATE_ORDERS), "dates that can be two days are refused, and `31/03/2025` can be one alone",
        "whether `03/04/2025` says its day or its month first"),
    otherwise("hyphen", OneOf(&HYPHENED),
        "in SDMX-CSV a month; else the reporting year where its years follow each other and `year` is said, or a month; \
         and refused where its column holds what can be no such thing, as `2011-13`",
        "what `2010-11` is: November 2010 (`month`), or from 2010 to 2011 (`years`)"),
    otherwise("trimester", OneOf(&TRIMESTERS), "a third in SDMX-CSV, else refused",
        "what `2025 T1` is: a `third` of a year, or a `quarter` (trimestre)"),
    optional("only", List(&Map(&ONLY)), "the rows that count; all others are passed over"),
];

pub(super) static YEAR: Noun = Noun {
    name: "reporting year", is: "a year that begins at another day than the calendar's", fields: &[&[
    required("begins", PlainText, "month and day of its first day: `\"04-01\"`"),
    required("named_by", OneOf(&NAMED_BY), "whether `FY2026` begins in 2026 (`first`) or ends in it (`last`)"),
    default("plain", OneOf(&PLAIN_YEARS), "\"calendar\"",
        "what `2026` alone is: the `calendar`'s year, or the `reporting` year of that name"),
]] };

pub(super) static COLUMN: Noun = Noun {
    name: "column", is: "a column of the table, by its name", fields: &[&[COLUMN_NAME]] };

pub(super) static ONLY: Noun = Noun { name: "selection", is: "what a column says in the rows that count", fields: &[&[
    COLUMN_NAME,
    otherwise("is", Either(&PlainText, &List(&PlainText)), "anything but nothing, or but what stands in `is_not`",
        "what its cell says in a row that counts"),
    optional("is_not", Either(&PlainText, &List(&PlainText)), "what its cell does not say in a row that counts"),
]] };

/// Codes for what a column says.
pub(super) static CODED: Noun = Noun {
    name: "column of codes", is: "a column whose texts are codes, or stand for some", fields: &[&[
    COLUMN_NAME,
    otherwise("means", ByText(&Code), "each text makes its own",
        "the codes that texts are in the plan: `\"Both sexes\"` makes `Both-sexes` where nothing is stated"),
    NAMES,
]] };

pub(super) static DIMENSION: Noun = Noun {
    name: "dimension", is: "a column that says of which part of the indicator a figure is", fields: &[&[
    COLUMN_NAME,
    otherwise("dimension", Code, "made of the name of the column", "the dimension of the plan's breakdowns"),
    otherwise("means", ByText(&Either(&OneOf(&WHOLES), &Code)),
        "each text makes the code of its part; an empty cell, and SDMX's `_T`, is the total",
        "the codes of the parts, or `total` where a row is not of one part but of all"),
    NAMES,
]] };

pub(super) static UNIT_COLUMN: Noun = Noun {
    name: "column of units", is: "a column that says in what the values count", fields: &[&[
    COLUMN_NAME,
    optional("multiplier", PlainText, "the column of the powers of ten in which values count: `6`, `millions`, `in 1,000,000`"),
    otherwise("label", PlainText, "its own texts, where those are no codes", "the column of what is printed after a number"),
    optional("whole", PlainText, "the column that says `true` where the things come one by one"),
    otherwise("means", ByText(&Map(&UNIT)), "each text makes the code of its own", "the units that texts are"),
]] };

pub(super) static STATUS_COLUMN: Noun = Noun {
    name: "column of flags", is: "a column that says what the publisher says of a figure", fields: &[&[
    COLUMN_NAME,
    otherwise("letters", OneOf(&LETTERS), "the words of documents, such as `estimated`",
        "whose letters they are: those of Eurostat, or of SDMX's list `CL_OBS_STATUS`"),
    optional("means", ByText(&OneOf(&ObservationStatus::WORDS)), "the statuses that texts are, whatever the letters"),
]] };

pub(super) static SOURCE_COLUMNS: Noun = Noun {
    name: "source of the rows", is: "where the figures of a table were found", fields: &[&[
    required("title", TEXT_OR_COLUMN, "the title of the document"),
    optional("publisher", TEXT_OR_COLUMN, "who published it"),
    optional("url", Either(&PlainText, &IN_COLUMN), "its address"),
    optional("locator", Either(&PlainText, &IN_COLUMN), "a page or table in it"),
]] };

pub(super) static PERIOD_COLUMNS: Noun = Noun {
    name: "period of columns", is: "the column that says of what time a figure is, or those that say it together", fields: &[&[
    optional("column", PlainText, "the one column of the periods, where `means` says what its texts are"),
    optional("year", PlainText, "the column of its year, together with one of `half`, `quarter` and `month`"),
    optional("half", PlainText, "the column of the half of the year: `1` or `2`, or as it is printed beside a year, `H2`"),
    optional("quarter", PlainText, "the column of the quarter: `3`, `Q3`, `T3`"),
    optional("month", PlainText, "the column of the month: `3`, `03`, `March`, `März`, `3月`, or of several together: `Jan-Mar`, `1-3月`, 上半年"),
    otherwise("means", ByText(&Either(&Period, &Either(&WholeNumberIn(1, Some(12)), &PlainText))), "as they are printed",
        "what texts are: of `column` periods, else parts of the year, counted from 1 or as they are printed (`March`), or `year`, which \
         is all of it: a text that is several of them (`1-3月`) is none"),
    optional("from", PlainText, "the column of its first day or year, together with `to`"),
    optional("to", PlainText, "the column of its last day or year"),
]] };

pub(super) static UNCERTAINTY_COLUMNS: Noun = Noun {
    name: "uncertainty of the rows", is: "the columns that say how far true values may lie from the printed ones",
    fields: &[&[
    optional("from", PlainText, "the column of the lower end of a range that holds the value, together with `to`"),
    optional("to", PlainText, "the column of its upper end"),
    optional("confidence", PlainText, "the column of how often such a range holds the true value, as a fraction"),
    optional("standard_error", PlainText, "the column of the standard error of the value; it stands alone"),
]] };

/// The fields of figures, however these are laid out.
static FIGURES: [Field; 9] = [
    required("indicator", Either(&Code, &Map(&CODED)), "of what the figures are: one code for all, or a column"),
    optional("breakdowns", List(&Map(&DIMENSION)), "the columns that say of which part of the indicator a figure is"),
    otherwise("same", List(&PlainText), "in SDMX-CSV, every dimension that is not named otherwise",
        "columns that must say one thing in all rows of a series, so that figures of different things are never mixed"),
    otherwise("unit", Either(&Map(&UNIT), &Map(&UNIT_COLUMN)), "`UNIT_MEASURE` and `UNIT_MULT` in SDMX-CSV, else refused",
        "in what the values are printed: one unit for all, or a column"),
    otherwise("flags", Either(&OneOf(&FLAGS), &ByText(&OneOf(&ObservationStatus::WORDS))),
        "letters behind a number are refused; in SDMX-CSV they are Eurostat's",
        "whose letters behind a number or a period say something of it: `12.3 p` is provisional in those of Eurostat; or what \
         each mark means that stands there, `{\"*\": \"provisional\", \"r\": \"normal\"}`, and brackets around a number, `{\"()\": \"low_reliability\"}`"),
    otherwise("published", Either(&Date, &Either(&Map(&EARLIEST_DATE), &IN_COLUMN)),
        "the day of its version or of `LAST UPDATE` in SDMX-CSV, else not stated",
        "when the figures were published: one day for all, or a column"),
    optional("source", Map(&SOURCE_COLUMNS), "where they were found"),
    otherwise("cumulative_since", Either(&OneOf(&SINCE), &IN_COLUMN), "each figure is of its period alone",
        "the first day of a running total: in a column, or that of the `year` in which the period ends"),
    optional("estimates_after", PlainText,
        "the column of the last period whose figure is observed, as `Estimates Start After`: later ones are `estimated`, and \
         `forecast` where they were published before their period was over"),
];

/// The fields of a figure that has a row of its own.
static ROWS: [Field; 5] = [
    otherwise("period", Either(&PlainText, &Map(&PERIOD_COLUMNS)), "`TIME_PERIOD` in SDMX-CSV, else refused",
        "the column of the periods, or the columns that say them together"),
    otherwise("value", PlainText, "`OBS_VALUE` in SDMX-CSV, else refused", "the column of the values"),
    otherwise("status", Map(&STATUS_COLUMN), "`OBS_STATUS` or `OBS_FLAG` in SDMX-CSV, else the `flags` beside a value",
        "the column of what the publisher says of a figure"),
    optional("uncertainty", Map(&UNCERTAINTY_COLUMNS), "the columns that say how far the true value may lie from the printed one"),
    optional("note", PlainText, "the column of the notes for readers"),
];

pub(crate) static MAP: Noun = Noun {
    name: "map of columns", is: "what the columns of a table say", fields: &[&[
    FORMAT, SCHEMA,
    required("kind", OneOf(&KINDS_OF_FIGURES),
        "what a row is: one of `observations` is a figure, one of `sdmx` too, in the columns of SDMX-CSV"),
], &LAYOUT, &FIGURES, &ROWS] };

/// A map that does not say what its rows are.
pub(super) static KIND_OF_MAP: Noun = Noun {
    name: "map", is: "what the columns of some table say", fields: &[&[required("kind", OneOf(&KINDS), "what a row is")]] };

pub(crate) static MAP_OF_PERIODS: Noun = Noun {
    name: "map of periods", is: "what the columns of a wide table say, one a period", fields: &[&[
    FORMAT, SCHEMA, required("kind", OneOf(&KIND_OF_PERIODS), "what a row is: a series, with a column a period"),
], &LAYOUT, &FIGURES, &[
    default("periods", Either(&PlainText, &List(&PlainText)), "\"*\"",
        "how the heads of the columns of figures are written, with a star where the period stands: `\"F*\"` of `F2019`; \
         behind a second star anything can stand, as in `\"* (*\"` of `2019 (revised)`; of several forms, each head is read in \
         the first in which it is a period: `[\"*\", \"* (*\"]`"),
    optional("note", PlainText, "the column of the notes for readers"),
]] };

// Tables of promises. Whatever stands in a document can stand in a column.

/// The fields of a table of promises, beside those of how it is printed.
static PROMISES: [Field; 4] = [
    required("plan", Map(&PLAN_OF_ROWS), "the plan that promises what stands in the rows"),
    otherwise("pillar", Map(&PILLAR_OF_ROW), "all rows are of one, which is called as the plan", "of which pillar a row is"),
    optional("indicators", List(&Map(&INDICATOR_OF_ROW)), "what is made of a row that promises a number"),
    optional("deliverables", List(&Map(&DELIVERABLE_OF_ROW)), "what is made of a row that promises something done or not by a date"),
];

pub(crate) static MAP_OF_PROMISES: Noun = Noun { name: "map of promises", is: "what the columns of a table of promises say", fields: &[&[
    FORMAT, SCHEMA, required("kind", OneOf(&KIND_OF_PROMISES), "what a row is: a promise"),
], &LAYOUT, &PROMISES] };

pub(super) static PLAN_OF_ROWS: Noun = Noun { name: "plan of rows", is: "the plan that promises what stands in the rows", fields: &[&OF_PLAN] };

const MADE_CODE: Field = otherwise("code", Code, "made of its name", "its name for machines");
static SELECTION: Type = Map(&ONLY);
const ONLY_ROWS: Field = otherwise("only", List(&SELECTION), "all that count", "the rows of which it is made");

/// The nouns that rows make, in which any value can stand in a [place](PLACE).
#[cfg(feature = "schemars")]
pub(crate) static MADE_OF_ROWS: [&Noun; 3] = [&PILLAR_OF_ROW, &INDICATOR_OF_ROW, &DELIVERABLE_OF_ROW];

pub(super) static PILLAR_OF_ROW: Noun = Noun { name: "pillar of a row", is: "the pillar of which a row is", fields: &[&[MADE_CODE, NAME, WEIGHT, NOTE]] };

pub(super) static INDICATOR_OF_ROW: Noun = Noun { name: "indicator of a row", is: "what is made of a row that promises a number", fields: &[&[ONLY_ROWS, MADE_CODE, NAME], &OF_INDICATOR, &[
    required("targets", List(&Map(&TARGET_OF_ROW)), "what is promised of it; one of which every column is blank is left out"),
    optional("observations", List(&Map(&OBSERVATION)), "figures that stand in the row too"),
]] };

pub(super) static TARGET_OF_ROW: Noun = Noun { name: "target of a row", is: "one promise of a row", fields: &[&[
    ONLY_ROWS,
    otherwise("code", Code, "the indicator's, with the deadline behind it: `gdp-2030`", "its name for machines"),
], &NAMES_OF_TARGET, &[
    required("goal", Map(&GOAL_OF_ROW), "what is promised"),
], &OF_TARGET] };

pub(super) static GOAL_OF_ROW: Noun = Noun { name: "goal of a row", is: "what a row promises", fields: &[&[
    KIND,
    otherwise("value", Either(&Decimal, &Map(&UNCERTAIN_VALUE)), "one of the bounds must be there",
        "the value that is promised; its own sign says the bound, as in `≥ 95`, `<5` or `40–60`"),
    otherwise("bound", OneOf(&BOUNDS), "as the sign before the value says; without one it is refused",
        "which bound the value of a row is that has no sign of its own (`>7`, `≤ 5`), and of one that is about right (`~6`, 6左右), which \
         gets a `tolerance` that is `not_stated`: `from_baseline`, at least where a `level` lies above the value of the row's baseline, at most where it lies below"),
], &REQUIREMENT, &OF_GOALS] };

pub(super) static DELIVERABLE_OF_ROW: Noun = Noun { name: "deliverable of a row", is: "what is made of a row that promises something done or not by a date", fields: &[&[ONLY_ROWS, MADE_CODE, NAME], &OF_DELIVERABLE, &[
    optional("reports", List(&Map(&REPORT)), "reports on it that stand in the row too"),
]] };

pub(crate) static PLACE: Noun = Noun { name: "place", is: "a column in which a value stands", fields: &[&[
    required("column", Either(&PlainText, &List(&PlainText)),
        "the name of the column, as the header has it; of several, their cells are read with a blank between, as `Q4 2026`"),
    otherwise("means", ByText(&ANYTHING), "they are read as they are printed",
        "what its texts stand for: whatever can stand in the document there"),
    otherwise("times", Decimal, "not at all", "by what its numbers are multiplied: `\"-0.01\"` makes a cut of 42 percent the change -0.42"),
]] };

/// Whatever can stand in the document where a place stands.
static ANYTHING: Type = Either(&Either(&Text, &Decimal), &Either(&Flag, &Either(&Map(&UNIT), &Map(&UNCERTAIN_VALUE))));
