//! A header that is not where the map says.
//!
//! A title above the names of the columns, or rows without any names, are one mistake, and are told once, before column
//! after column is said to be missing. It is one if neither a column of the map is named on the line of the header, nor
//! a name there is near to one.
//!
//! | below | told |
//! |---|---|
//! | the columns are named | on which line: say that as `header` |
//! | they are named nowhere, and a header of one cell holds another delimiter | which one: say it as `delimiter` |
//! | they are named nowhere | what the line holds, and what the map names |

use alloc::string::String;
use alloc::vec::Vec;
use std::io::Read;

use super::map::{ColumnMap, RowMeaning};
use super::sdmx;
use super::sheet::{Reported, Sheet, listed, without_label};
use crate::plan::{Problems, TableError};
use crate::value::nearest;

/// How many names and cells a message shows.
const SHOWN: usize = 6;

impl ColumnMap {
    /// The table from its header on, if that can be the header.
    pub(super) fn open<R: Read>(&self, table: R, problems: &mut Problems) -> Result<Sheet<R>, Reported> {
        let mut sheet = Sheet::open(table, self.layout.delimiter, self.layout.header, problems)?;
        let needed = self.columns_needed();
        let header = &sheet.row.header;
        let cells: Vec<_> = header.names().map(|(_, name)| without_label(name).trim()).collect();
        let is_named = |name: &String| cells.contains(&name.trim()) || nearest(name, cells.iter().copied()).is_some();
        let other_delimiter = header.other_delimiter(self.layout.delimiter);
        if needed.iter().any(is_named) || needed.is_empty() && other_delimiter.is_none() {
            return Ok(sheet);
        }
        let (place, columns) = (header.place(), listed(needed.iter(), SHOWN));
        let cells = listed(cells.iter().filter(|cell| !cell.is_empty()), SHOWN);
        // Nothing is read of the table any more, but for an error.
        let error = match (sheet.line_naming(&needed), other_delimiter) {
            (Some(line), _) => TableError::HeaderFurtherDown { cells, line },
            (None, Some(other)) => other,
            (None, None) if needed.len() > 1 && !self.is_of_sdmx() => TableError::MissingHeader { columns, cells },
            // Of a single column, and of SDMX-CSV, that is said in words of their own.
            (None, None) => return Ok(sheet),
        };
        problems.push(place, error);
        Err(Reported)
    }

    /// Whether a row has the columns of SDMX-CSV.
    fn is_of_sdmx(&self) -> bool {
        matches!(&self.rows, RowMeaning::Figures(columns) if columns.is_sdmx)
    }

    /// The names of the columns that must be there, each once, in the order of the map.
    fn columns_needed(&self) -> Vec<String> {
        let mut rows = self.rows.clone();
        let columns = match &mut rows {
            RowMeaning::Figures(columns) => columns.columns_mut(),
            RowMeaning::Promises(patterns) => patterns.columns_mut(),
        };
        let of_sdmx = sdmx::COLUMNS_THAT_MUST_BE
            .into_iter()
            .filter(|_| self.is_of_sdmx())
            .map(String::from);
        let only = self.layout.only.iter().map(|asked| asked.column.name.clone());
        let mut names = Vec::new();
        for name in columns
            .into_iter()
            .map(|column| column.name.clone())
            .chain(only)
            .chain(of_sdmx)
        {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}
