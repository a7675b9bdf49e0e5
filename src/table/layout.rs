//! How a table is printed.
//!
//! It is what differs between two prints of the same table: `1.234,5` or `1,234.5`, `FY2025` or `2025/26`, a title
//! above the header or none. Maps of figures and of promises share it, so that a number reads the same in both.

use alloc::string::String;
use alloc::vec::Vec;

use super::fields::YEAR;
use super::given::owned_text;
use super::only::OnlyRows;
use super::printed::{ReportingYear, Times, ValueForms};
use super::words::{
    DATE_ORDERS, DECIMAL_MARKS, DELIMITERS, FLAGS, HYPHENED, Kind, NAMED_BY, PERCENT_SIGNS, PLAIN_YEARS, THOUSANDS,
    TRIMESTERS,
};
use crate::plan::Problems;
use crate::plan::document::reader::{Fields, Node};
use crate::series::ObservationStatus;
use crate::value::{DigitMarks, Length};

/// How a table is printed, whatever its rows are. A map that says nothing of it is of commas between cells, a header on
/// line 1, points before decimals, calendar years and all rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    /// The line on which the columns are named.
    pub(super) header: u64,
    pub(super) values: ValueForms,
    pub(super) times: Times,
    /// The rows that count.
    pub(super) only: Vec<OnlyRows>,
}

impl Layout {
    /// Reads the layout from the fields of a map. A field that cannot be read becomes its default, which nobody uses,
    /// since a map with errors is not returned.
    pub(super) fn read(fields: &Fields<'_>, kind: Kind, problems: &mut Problems) -> Self {
        let delimiter = fields.read("delimiter", Node::one_of(DELIMITERS), problems);
        let header = fields.read("header", line_number, problems);
        let decimal = fields.or_default("decimal", '.', Node::one_of(DECIMAL_MARKS), problems);
        let between_thousands = |node: &Node<'_>, problems: &mut Problems| match node.word(THOUSANDS, problems)? {
            mark if Some(mark) == decimal => node.refuse_word(node.as_text()?, TAKEN, problems),
            mark => Some(mark),
        };
        let thousands = fields.read("thousands", between_thousands, problems);
        let missing = fields.read("missing", Node::list_of(owned_text), problems);
        let flag_marks = fields.read("flags", marks_of_flags, problems);
        let only = fields.read("only", Node::list_of(OnlyRows::read), problems);
        Self {
            delimiter: delimiter.unwrap_or(b','),
            header: header.unwrap_or(1),
            values: ValueForms {
                marks: DigitMarks {
                    decimal: decimal.unwrap_or('.'),
                    thousands,
                },
                percent: fields.read("percent", Node::one_of(PERCENT_SIGNS), problems),
                missing: missing.unwrap_or_default(),
                has_flags: kind == Kind::Sdmx || fields.get("flags").is_some_and(|flags| !flags.is_map()),
                flag_marks: flag_marks.unwrap_or_default(),
            },
            times: Times {
                year: fields.read("year", reporting_year, problems),
                dates: fields.read("dates", Node::length_or::<Length>(&[]), problems),
                order: fields.read("date_order", Node::one_of(DATE_ORDERS), problems),
                hyphen: fields.read("hyphen", Node::one_of(HYPHENED), problems),
                trimester: fields.read("trimester", Node::one_of(TRIMESTERS), problems),
                counts_parts: false,
            },
            only: only.unwrap_or_default(),
        }
    }
}

/// The end of the message on a mark between thousands that is the one before decimals.
const TAKEN: &str = "it is the mark before decimals already, by `decimal`";

/// Reads what marks beside figures mean, as the map states it; none where it says whose letters they are.
fn marks_of_flags(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<(String, ObservationStatus)>> {
    if node.is_map() {
        return Node::by_text(Node::one_of(ObservationStatus::WORDS))(node, problems);
    }
    let or_marks = ", or a map of what marks mean, `{\"*\": \"provisional\"}`";
    node.word_or(FLAGS, or_marks, problems).map(|()| Vec::new())
}

/// Reads the number of a line, counted from 1; a number below 1 is refused.
fn line_number(node: &Node<'_>, problems: &mut Problems) -> Option<u64> {
    const LINE: &str = "a line, counted from 1";
    let line = u64::try_from(node.integer(LINE, problems)?).ok();
    line.filter(|line| *line > 0).or_else(|| node.refuse(LINE, problems))
}

/// Reads the reporting year of a table: on which day it begins, which of its two calendar years names it, and whether a
/// plain year (`2026`) is this year or the calendar's.
fn reporting_year(node: &Node<'_>, problems: &mut Problems) -> Option<ReportingYear> {
    let fields = node.fields(&YEAR, problems)?;
    let begins = fields.read("begins", Node::plain_text, problems);
    let named_by = fields.read("named_by", Node::one_of(NAMED_BY), problems);
    let plain = fields.or_default("plain", false, Node::one_of(PLAIN_YEARS), problems);
    let year = fields.keep("begins", ReportingYear::new(begins?, named_by?), problems)?;
    Some(year.named_plainly(plain?))
}
