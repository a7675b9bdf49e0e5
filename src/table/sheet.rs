//! A table as a file holds it: a header that names the columns, and rows.
//!
//! ```text
//! Table 4: unemployment          passed over: the map says that the header is on line 2
//! Region;Year;Rate               the names of the columns
//! Vienna;2024;10.2               a row, on line 3
//! "Lower
//! Austria";2024;4.9              a row that begins on line 4
//! Source: labour force survey    no row: it has one cell, and is said as such unless `only` passes over it
//! ```
//!
//! Eurostat's files of tabs have all dimensions in their first column: `freq,unit,geo\TIME_PERIOD` names three, whose
//! cells stand as `A,PC,AT` in each row, and says that the heads after it are of time. These are taken apart.
//!
//! Cells are bytes until they are read as text, so that a column that plays no role may be in any encoding. Of one that
//! does, text that is no UTF-8 is refused with the name of the encoding that it looks like. Lines are counted as an
//! editor counts them, which the reader of CSV does not do after blank lines and carriage returns.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str;
use std::io::{self, Read};

use csv::{ByteRecord, ReaderBuilder};

use super::words::DELIMITERS;
use crate::plan::{ProblemKind, Problems, TableError};
use crate::value::{Text, excerpt, nearest};

/// Stands between a code and its name where a cell holds both, as in `A: Annual`.
const BEFORE_LABEL: &str = ": ";

/// The error of a function that has reported its reason as a problem: the caller leaves something out, and reports
/// nothing more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reported;

/// A table that is read row by row: one row is in memory at a time.
pub(super) struct Sheet<R> {
    reader: csv::Reader<TableBytes<R>>,
    /// The row that was reached.
    pub(super) row: SheetRow,
    /// How many line feeds the reader reads at the end of a row: 1, or 0 in a table whose lines end in `\r\n`, since it
    /// stops after the `\r`; `None` before the first row.
    feeds_at_end: Option<u64>,
}

/// The bytes of a table; they note how the table ends, which the reader of CSV does not tell: a quote that is never
/// closed makes one cell of all the rest.
struct TableBytes<R> {
    source: R,
    /// The last byte that was read.
    last: u8,
    /// Whether the end was met. A row that is read until then ends with it, and not with its line.
    is_over: bool,
}

impl<R: Read> Read for TableBytes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        match buffer.get(..count).and_then(<[u8]>::last) {
            Some(last) => self.last = *last,
            None => self.is_over = true,
        }
        Ok(count)
    }
}

impl<R: Read> Sheet<R> {
    /// Reads the header, which is on the line `named_on`, or if that is blank, on the next one that is not.
    ///
    /// A table without such a line is refused.
    pub(super) fn open(source: R, delimiter: u8, named_on: u64, problems: &mut Problems) -> Result<Self, Reported> {
        let bytes = TableBytes {
            source,
            last: 0,
            is_over: false,
        };
        let mut reader = ReaderBuilder::new();
        let reader = reader.delimiter(delimiter).has_headers(false).flexible(true);
        let mut sheet = Self {
            reader: reader.from_reader(bytes),
            row: SheetRow {
                record: ByteRecord::new(),
                header: TableHeader::default(),
                line: 1,
            },
            feeds_at_end: None,
        };
        let header = loop {
            match sheet.read_row() {
                Ok(true) if sheet.row.line < named_on => {}
                Ok(true) => break TableHeader::of_row(&sheet.row),
                Ok(false) => break Err(TableError::EmptyTable),
                Err(error) => break Err(error),
            }
        };
        match header {
            Ok(header) => {
                sheet.row.header = header;
                Ok(sheet)
            }
            Err(error) => Err(sheet.row.refuse_row(error, problems)),
        }
    }

    /// Searches the next lines for one that names these columns, or two of them, and says which it is. No row can be
    /// read any more.
    pub(super) fn line_naming(&mut self, columns: &[String]) -> Option<u64> {
        /// How many lines stand above the names of columns at most.
        const SEARCHED: usize = 50;
        for _ in 0..SEARCHED {
            if self.read_row() != Ok(true) {
                return None;
            }
            let names = |column: &&String| {
                self.row
                    .record
                    .iter()
                    .any(|cell| cell.trim_ascii() == column.trim().as_bytes())
            };
            let named = columns.iter().filter(names).take(2).count();
            if named > 0 && named >= columns.len().min(2) {
                return Some(self.row.line);
            }
        }
        None
    }

    /// Advances to the next row that has a cell for each column and for which `counts` is true; false at the end of the
    /// table. A row with more or fewer cells is reported, unless it looks like a note below the table and does not
    /// count; so is a table without rows.
    pub(super) fn advance(&mut self, mut counts: impl FnMut(&SheetRow) -> bool, problems: &mut Problems) -> bool {
        loop {
            match self.read_row() {
                Ok(true) => {
                    self.row.split_joined_cell();
                    match self.error_of_row() {
                        None if counts(&self.row) => return true,
                        None => {}
                        Some(_) if self.row.can_be_note() && !counts(&self.row) => {}
                        Some(error) => problems.push_alike(self.row.place(), error),
                    }
                }
                Ok(false) => {
                    if self.row.line == self.row.header.line {
                        problems.push(self.row.header.place(), TableError::NoRows);
                    }
                    return false;
                }
                Err(error) => {
                    problems.push(self.row.place(), error);
                    return false;
                }
            }
        }
    }

    /// Reads the next row that is not blank, whatever is wrong with it, and notes the line on which it begins; false at
    /// the end of the table.
    fn read_row(&mut self) -> Result<bool, TableError> {
        loop {
            let is_read = self.reader.read_byte_record(&mut self.row.record);
            if !is_read.map_err(|error| TableError::UnreadableTable { why: error.to_string() })? {
                return Ok(false);
            }
            let line = self.first_line_of_row();
            // Spreadsheets write an empty line as empty cells.
            if !self.row.record.as_slice().trim_ascii().is_empty() {
                self.row.line = line;
                return Ok(true);
            }
        }
    }

    /// The error of the row that was read, if it ends in a quote that is never closed, or if its number of cells is not
    /// that of the header.
    fn error_of_row(&self) -> Option<TableError> {
        let ends = self.reader.get_ref();
        let mut last_cell = self.row.record.iter().next_back().unwrap_or_default().iter();
        if ends.is_over && ends.last != b'"' && last_cell.any(|byte| *byte == b'\n') {
            return Some(TableError::UnclosedQuote);
        }
        let (found, expected) = (self.row.record.len(), self.row.header.names.len());
        (found != expected).then_some(TableError::RowLength { found, expected })
    }

    /// The line on which the row that was read begins.
    ///
    /// The reader says the line on which it went on after the row before. That is too early if lines end in `\r\n`, of
    /// which it has not read the `\n` yet, or if blank lines follow. So lines are counted back from the end of this
    /// row: by the line feeds in its cells, and by `feeds_at_end`, 1 if the reader stops after a `\n` and 0 if it
    /// stops after a `\r`.
    fn first_line_of_row(&mut self) -> u64 {
        let record = &self.row.record;
        let (begun, ended) = (
            record.position().map_or(1, csv::Position::line),
            self.reader.position().line(),
        );
        let without_cells = || ended.saturating_sub(line_feeds_in(record));
        let feeds_at_end = *self
            .feeds_at_end
            .get_or_insert_with(|| without_cells().saturating_sub(1).min(1));
        // The last row can end with the table.
        let feeds_at_end = if self.reader.get_ref().is_over { 0 } else { feeds_at_end };
        // A row of one line, with no blank line before it.
        if feeds_at_end == 1 && ended <= begun.saturating_add(1) {
            return begun;
        }
        without_cells().saturating_sub(feeds_at_end)
    }
}

/// How many line feeds stand in the cells of a row.
fn line_feeds_in(record: &ByteRecord) -> u64 {
    let feeds = record.as_slice().iter().filter(|byte| **byte == b'\n');
    feeds.count().try_into().unwrap_or(u64::MAX)
}

/// The place of a column in the header of one table, and of its cell in each row. Rows without such a cell are passed
/// over before any cell is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ColumnPlace(usize);

impl ColumnPlace {
    /// The place of a column that is not there, or was not looked for yet: all cells there are empty.
    pub(super) const NOWHERE: Self = Self(usize::MAX);
}

/// The names of the columns, and how cells beneath them are written.
#[derive(Default)]
pub(super) struct TableHeader {
    line: u64,
    names: Vec<String>,
    /// Whether cells are a code with its label after it, as SDMX-CSV writes them with `labels=both`.
    is_labelled: bool,
    /// The first column of labels, as SDMX-CSV has them with `labels=name`: from there on every second one.
    labels_from: Option<usize>,
    /// Whether the first cell of a row holds those of several columns, with commas between.
    has_joined: bool,
}

impl TableHeader {
    /// The header in this row. An error if a name is not UTF-8.
    fn of_row(row: &SheetRow) -> Result<Self, TableError> {
        let names = row.record.iter().map(|name| match str::from_utf8(name) {
            // What a text in UTF-16 has between letters of ASCII is UTF-8 too.
            Ok(name) if !name.contains('\0') => Ok(name.to_owned()),
            _ => Err(not_unicode(row.record.as_slice())),
        });
        let mut names = names.collect::<Result<Vec<_>, _>>()?;
        let has_joined = name_dimensions_before_times(&mut names);
        Ok(Self {
            line: row.line,
            names,
            has_joined,
            ..Self::default()
        })
    }

    /// The error of a header whose names are all in one cell, with another delimiter between them: a map of commas
    /// reads `Region;Year;Rate` as one name.
    pub(super) fn other_delimiter(&self, delimiter: u8) -> Option<TableError> {
        let [name] = self.names.as_slice() else { return None };
        let others = DELIMITERS.iter().filter(|(_, other)| *other != delimiter);
        let found = others.max_by_key(|(_, other)| name.bytes().filter(|byte| byte == other).count());
        let (word, _) = found.filter(|(_, other)| name.as_bytes().contains(other))?;
        let name = excerpt(name);
        Some(TableError::OtherDelimiter { name, word })
    }

    /// Reads names and cells as SDMX-CSV writes them: an identifier, with its label after it or in the next column.
    pub(super) fn read_as_sdmx(&mut self) {
        self.is_labelled = self.names.iter().any(|name| name.contains(BEFORE_LABEL));
        self.labels_from = self.first_label_column();
        for name in &mut self.names {
            let code = without_label(name);
            // `STRUCTURE[;]`, `OBS_STATUS[]`: what parts the values of a cell that has several.
            *name = code.split_once('[').map_or(code, |(code, _)| code).to_owned();
        }
    }

    /// The place of the first column of labels; `None` if the table has none. A table with `labels=name` begins with
    /// `STRUCTURE, STRUCTURE_ID, STRUCTURE_NAME`, perhaps some columns without labels, and then has pairs of a column
    /// and its labels: the first labels stand two columns after the last of those.
    fn first_label_column(&self) -> Option<usize> {
        /// Columns without labels that can follow the name of the structure.
        const UNLABELLED: [&str; 3] = ["ACTION", "SERIES_KEY", "OBS_KEY"];
        let place = self.names.iter().position(|name| name == "STRUCTURE_NAME")?;
        let after = self.names.iter().skip(place).skip(1);
        let unlabelled = after.take_while(|name| UNLABELLED.contains(&name.as_str())).count();
        place.checked_add(unlabelled)?.checked_add(2)
    }

    /// The columns of SDMX-CSV, with their names, without the columns of labels.
    pub(super) fn components(&self) -> impl Iterator<Item = (ColumnPlace, &str)> {
        self.names().filter(|(column, _)| !self.has_labels(column.0))
    }

    /// Whether the column at this place holds the labels of the column before it: from the first such column on, every
    /// second one does.
    fn has_labels(&self, place: usize) -> bool {
        let after = self.labels_from.and_then(|first| place.checked_sub(first));
        after.is_some_and(|after| after % 2 == 0)
    }

    /// The column with the labels of this one: the next if that holds labels, else this one itself.
    fn column_of_labels(&self, column: ColumnPlace) -> ColumnPlace {
        let next = column.0.saturating_add(1);
        if self.has_labels(next) {
            ColumnPlace(next)
        } else {
            column
        }
    }

    /// The name of a column, short enough for a message.
    pub(super) fn excerpt_of(&self, place: ColumnPlace) -> String {
        let own = self.names().find(|(column, _)| *column == place);
        own.map_or_else(String::new, |(_, name)| excerpt(name.trim()))
    }

    /// All columns with their names, in the order of the table.
    pub(super) fn names(&self) -> impl Iterator<Item = (ColumnPlace, &str)> {
        let names = self.names.iter().enumerate();
        names.map(|(place, name)| (ColumnPlace(place), name.as_str()))
    }

    /// The text of a cell without the label after its code, where this table has labels.
    fn without_label<'t>(&self, text: &'t str) -> &'t str {
        if !self.is_labelled {
            return text;
        }
        without_label(text)
    }

    /// The column of this name, if there is one.
    pub(super) fn find(&self, name: &str) -> Option<ColumnPlace> {
        self.names().find(|(_, own)| *own == name).map(|(column, _)| column)
    }

    /// The one column of this name; blanks around names are passed over, unless a name fits exactly. Reported are two
    /// columns of one name, and a missing column, with the nearest name or all names that are there.
    pub(super) fn column(&self, name: &str, problems: &mut Problems) -> Result<ColumnPlace, Reported> {
        // Nobody sees blanks around a name; they count where only they tell two columns apart.
        let is_exact = self.find(name).is_some();
        let is_it = |own: &str| own == name || !is_exact && own.trim() == name.trim();
        let mut found = self.names().filter(|(_, own)| is_it(own));
        let column = excerpt(name);
        match (found.next(), found.next()) {
            (Some((column, _)), None) => Ok(column),
            (Some(_), Some(_)) => {
                problems.push(self.place(), TableError::RepeatedColumn { column });
                Err(Reported)
            }
            (None, _) => {
                let known = match nearest(name, self.names().map(|(_, own)| own)) {
                    Some(near) => format!("the nearest is `{}`", excerpt(near)),
                    None if self.names.iter().any(String::is_empty) || self.names.len() == 1 => {
                        format!(
                            "those here are {}; where columns are named further down, say the line, `header`",
                            self.names_in_words()
                        )
                    }
                    None => format!("those here are {}", self.names_in_words()),
                };
                problems.push(self.place(), TableError::MissingColumn { column, known });
                Err(Reported)
            }
        }
    }

    /// The names of the columns as a message lists them: the first 20, and how many more there are.
    fn names_in_words(&self) -> String {
        let names = || self.names().map(|(_, name)| name);
        let has_name = |name: &&str| !name.trim().is_empty();
        if names().any(|name| has_name(&name)) {
            return listed(names().filter(has_name), 20);
        }
        listed(names(), 20)
    }

    /// The place in the table, in the words of a problem.
    pub(super) fn place(&self) -> String {
        format!("line {}", self.line)
    }

    /// The place of the name of a column, in the words of a problem: `line 1, Year`.
    pub(super) fn place_of(&self, column: ColumnPlace) -> String {
        self.place_in(self.line, column)
    }

    /// The place of a cell on a line, in the words of a problem: `line 7, Target`; of a column without a name `line 7,
    /// column 3`.
    pub(super) fn place_in(&self, line: u64, column: ColumnPlace) -> String {
        match self.name(column).trim() {
            "" => format!("line {line}, column {}", column.0.saturating_add(1)),
            _ => format!("line {line}, {}", excerpt(self.name(column))),
        }
    }

    /// The name of a column; empty where it is none of this table.
    fn name(&self, column: ColumnPlace) -> &str {
        self.names.get(column.0).map_or("", String::as_str)
    }
}

/// Replaces the name of the column before the times of a table of Eurostat by the dimensions in it: `geo\TIME_PERIOD`
/// by `geo`, and `freq,unit,geo\TIME_PERIOD`, if it is the first name of all, by three. True if the first column so
/// holds several dimensions.
fn name_dimensions_before_times(names: &mut Vec<String>) -> bool {
    let before_times = |name: &str| {
        let (before, times) = name.split_once('\\')?;
        let is_it = ["TIME_PERIOD", "TIME"]
            .iter()
            .any(|it| times.trim().eq_ignore_ascii_case(it));
        is_it.then(|| before.to_owned())
    };
    let mut numbered = names.iter().enumerate();
    let Some((place, name)) = numbered.find_map(|(place, name)| Some((place, before_times(name)?))) else {
        return false;
    };
    let parts: Vec<_> = name.split(',').map(ToOwned::to_owned).collect();
    let are_several = place == 0 && parts.len() > 1;
    let parts = if are_several { parts } else { Vec::from([name]) };
    names.splice(place..=place, parts);
    are_several
}

/// A text without the label behind its code: of `A: Annual`, `A`.
pub(super) fn without_label(text: &str) -> &str {
    text.split_once(BEFORE_LABEL).map_or(text, |(code, _)| code)
}

/// Texts as a message shows them: the first `most` in quotes (an empty one as the word `nothing`), and how many more
/// there are.
pub(super) fn listed<T: AsRef<str>>(mut texts: impl Iterator<Item = T>, most: usize) -> String {
    let quoted = |text: T| match text.as_ref() {
        "" => "nothing".to_owned(),
        text => format!("`{}`", excerpt(text)),
    };
    let shown: Vec<_> = texts.by_ref().take(most).map(quoted).collect();
    let shown = shown.join(", ");
    match texts.count() {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// The row of a table that was reached, under its header.
///
/// `bytes` is a cell as it stands in the file, `text` the same as UTF-8, `cell` what rows are compared and read by:
/// without blanks around it and, in SDMX-CSV, without its label (`A` of `A: Annual`).
pub(super) struct SheetRow {
    record: ByteRecord,
    pub(super) header: TableHeader,
    /// The line on which the row begins, counted from 1.
    pub(super) line: u64,
}

impl SheetRow {
    /// Splits the first cell at its commas, if the header names several columns there together, as Eurostat's files of
    /// tabs do: `A,PC,AT` under `freq,unit,geo\TIME_PERIOD`.
    fn split_joined_cell(&mut self) {
        if !self.header.has_joined {
            return;
        }
        let mut split = ByteRecord::new();
        split.set_position(self.record.position().cloned());
        let mut cells = self.record.iter();
        let first = cells.next().unwrap_or_default();
        split.extend(first.split(|byte| *byte == b','));
        split.extend(cells);
        self.record = split;
    }

    /// Whether this can be a note below a table: it has fewer cells than a row, and no line feed in any. A quote in the
    /// wrong place makes one cell with line feeds of several rows.
    fn can_be_note(&self) -> bool {
        self.record.len() < self.header.names.len() && line_feeds_in(&self.record) == 0
    }

    /// Whether one cell of the row is not blank, and no other.
    pub(super) fn has_one_cell(&self) -> bool {
        let cells = self.record.iter().filter(|cell| !cell.trim_ascii().is_empty());
        cells.take(2).count() == 1
    }

    /// The place in the table, in the words of a problem.
    pub(super) fn place(&self) -> String {
        format!("line {}", self.line)
    }

    /// The place of a cell of this row, in the words of a problem: `line 7, Target`.
    pub(super) fn place_of(&self, column: ColumnPlace) -> String {
        self.header.place_in(self.line, column)
    }

    /// The bytes of a cell, with its label; empty if the row has no such cell.
    #[inline]
    pub(super) fn bytes(&self, column: ColumnPlace) -> &[u8] {
        self.record.get(column.0).unwrap_or_default()
    }

    /// The text of a cell, without its label and the blanks around it; refused unless it is UTF-8.
    #[inline]
    pub(super) fn cell(&self, column: ColumnPlace, problems: &mut Problems) -> Result<&str, Reported> {
        let text = self.text(column, problems)?;
        let code = self.header.without_label(text);
        // A table has few blanks around its cells, and `trim` looks at characters.
        let is_bare = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
        let (first, last) = (code.as_bytes().first(), code.as_bytes().last());
        Ok(if is_bare(first) && is_bare(last) {
            code
        } else {
            code.trim()
        })
    }

    /// The label of a cell: in a table with columns of labels, the text of the column of labels that belongs to it;
    /// with labels in its cells, the text after the code (`Annual` of `A: Annual`); else all its text.
    pub(super) fn label(&self, column: ColumnPlace, problems: &mut Problems) -> Result<&str, Reported> {
        let text = self.text(self.header.column_of_labels(column), problems)?;
        let label = text.split_once(BEFORE_LABEL).filter(|_| self.header.is_labelled);
        Ok(label.map_or(text, |(_, label)| label).trim())
    }

    /// The value that `read` makes of the text of a cell; `None` if the cell is empty. An error of `read` is reported.
    pub(super) fn read<T, E: Into<ProblemKind>>(
        &self,
        column: ColumnPlace,
        read: impl FnOnce(&str) -> Result<T, E>,
        problems: &mut Problems,
    ) -> Result<Option<T>, Reported> {
        // Most columns that are read so are in few tables.
        if self.bytes(column).is_empty() {
            return Ok(None);
        }
        match self.cell(column, problems)? {
            "" => Ok(None),
            text => self.keep(column, read(text), problems).map(Some),
        }
    }

    /// The text in a cell as words for people; `None` if the cell is empty.
    pub(super) fn words(&self, column: ColumnPlace, problems: &mut Problems) -> Result<Option<Text>, Reported> {
        self.read(column, Text::new, problems)
    }

    /// Everything in a cell, as it stands; refused unless it is UTF-8.
    #[inline]
    pub(super) fn text(&self, column: ColumnPlace, problems: &mut Problems) -> Result<&str, Reported> {
        let bytes = self.bytes(column);
        str::from_utf8(bytes).map_err(|_| self.refuse(column, not_unicode(bytes), problems))
    }

    /// The value of a result; its error is reported as a problem of the cell in this column.
    pub(super) fn keep<T, E: Into<ProblemKind>>(
        &self,
        column: ColumnPlace,
        result: Result<T, E>,
        problems: &mut Problems,
    ) -> Result<T, Reported> {
        result.map_err(|error| self.refuse(column, error, problems))
    }

    /// Reports a problem of the cell in a column.
    pub(super) fn refuse(
        &self,
        column: ColumnPlace,
        kind: impl Into<ProblemKind>,
        problems: &mut Problems,
    ) -> Reported {
        problems.push_alike(self.place_of(column), kind);
        Reported
    }

    /// Reports a problem of the cell in a column, or if no column is known, of the row.
    pub(super) fn refuse_at(
        &self,
        column: Option<ColumnPlace>,
        kind: impl Into<ProblemKind>,
        problems: &mut Problems,
    ) -> Reported {
        match column {
            Some(column) => self.refuse(column, kind, problems),
            None => self.refuse_row(kind, problems),
        }
    }

    /// Reports a problem of the row.
    pub(super) fn refuse_row(&self, kind: impl Into<ProblemKind>, problems: &mut Problems) -> Reported {
        problems.push_alike(self.place(), kind);
        Reported
    }
}

/// The error of bytes that are not UTF-8, with the encoding that they look like: by the byte order mark or zero bytes
/// of UTF-16, or by whether bytes above ASCII come in pairs.
fn not_unicode(bytes: &[u8]) -> TableError {
    let is_high = |byte: &u8| *byte >= 0x80;
    let mut runs = bytes
        .split(|byte| !is_high(byte))
        .map(<[u8]>::len)
        .filter(|length| *length > 0);
    let looks_like = if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || bytes.contains(&0) {
        "UTF-16"
    } else if runs.clone().all(|length| length.checked_rem(2) == Some(0)) {
        // Both bytes of a character of GB 2312 are high.
        "GBK"
    } else if runs.any(|length| length > 1) {
        "Big5 or another encoding of East Asia"
    } else {
        "Windows-1252"
    };
    TableError::NotUnicode { looks_like }
}
