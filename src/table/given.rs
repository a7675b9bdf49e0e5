//! Columns that a map names, and values that are given for all rows at once, or in a column.
//!
//! `"published": "2025-02-01"` gives one day to all figures; with `"published": {"column": "Released"}` each row says
//! its own.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::fields::COLUMN;
use super::sheet::{ColumnPlace, Reported, SheetRow, TableHeader};
use crate::plan::document::reader::Node;
use crate::plan::{ProblemKind, Problems};

/// A column that a map names, with its place in the table that is read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NamedColumn {
    pub(super) name: String,
    /// [`ColumnPlace::NOWHERE`] until the column was found in the header of a table.
    pub(super) place: ColumnPlace,
}

impl From<&str> for NamedColumn {
    fn from(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            place: ColumnPlace::NOWHERE,
        }
    }
}

impl NamedColumn {
    /// Reads the name of a column.
    pub(super) fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        node.plain_text(problems).map(Self::from)
    }

    /// Reads the name of a column from a map that has no other field.
    pub(super) fn read_alone(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        node.fields(&COLUMN, problems)?.read("column", Self::read, problems)
    }

    /// The place of a column; without a column, a place where the cells of all rows are empty.
    pub(super) fn place_of(column: Option<&Self>) -> ColumnPlace {
        column.map_or(ColumnPlace::NOWHERE, |column| column.place)
    }

    /// Finds the column in the header of a table, and notes its place. `None` if it is not there, or there twice, which
    /// is reported.
    pub(super) fn find_in(&mut self, header: &TableHeader, problems: &mut Problems) -> Option<ColumnPlace> {
        self.place = header.column(&self.name, problems).ok()?;
        Some(self.place)
    }
}

/// A value that is given once for the whole table, or in a column for each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Given<T, C = NamedColumn> {
    /// Once.
    Once(T),
    /// In this column.
    In(C),
}

impl<T, C> Given<T, C> {
    /// The column that says the value for each row; `None` if the value is given once.
    pub(super) const fn column(&self) -> Option<&C> {
        match self {
            Self::Once(_) => None,
            Self::In(column) => Some(column),
        }
    }

    /// The column that says the value for each row, to be changed; `None` if the value is given once.
    pub(super) const fn column_mut(&mut self) -> Option<&mut C> {
        match self {
            Self::Once(_) => None,
            Self::In(column) => Some(column),
        }
    }
}

impl<T: Clone> Given<T> {
    /// The value of a row: the one given for all rows, or what its cell is read as. `None` if the cell is blank, or the
    /// map gives neither a value nor a column.
    pub(super) fn in_row<E: Into<ProblemKind>>(
        given: Option<&Self>,
        row: &SheetRow,
        read: impl FnOnce(&str) -> Result<T, E>,
        problems: &mut Problems,
    ) -> Result<Option<T>, Reported> {
        match given {
            None => Ok(None),
            Some(Self::Once(value)) => Ok(Some(value.clone())),
            Some(Self::In(column)) => row.read(column.place, read, problems),
        }
    }
}

/// Reads a value that is given once (`once`), or for each row in a column: `in_column` reads a map that has the field
/// `column`. Errors are those of the one reader that was chosen.
pub(super) fn once_or_by_row<'t, T, C>(
    once: impl Fn(&Node<'t>, &mut Problems) -> Option<T>,
    in_column: impl Fn(&Node<'t>, &mut Problems) -> Option<C>,
) -> impl Fn(&Node<'t>, &mut Problems) -> Option<Given<T, C>> {
    move |node: &Node<'t>, problems: &mut Problems| {
        if node.field("column").is_some() {
            in_column(node, problems).map(Given::In)
        } else {
            once(node, problems).map(Given::Once)
        }
    }
}

/// Reads a value that is given once, or the column in which each row says it.
pub(super) fn once_or_in_column<'t, T>(
    once: impl Fn(&Node<'t>, &mut Problems) -> Option<T>,
) -> impl Fn(&Node<'t>, &mut Problems) -> Option<Given<T>> {
    once_or_by_row(once, NamedColumn::read_alone)
}

/// Reads a text that is in no language, as a copy.
pub(super) fn owned_text(node: &Node<'_>, problems: &mut Problems) -> Option<String> {
    node.plain_text(problems).map(ToOwned::to_owned)
}

/// Reads one text, or a list of them.
pub(super) fn text_or_texts(node: &Node<'_>, problems: &mut Problems) -> Option<Vec<String>> {
    if node.is_list() {
        return node.list(owned_text, problems);
    }
    owned_text(node, problems).map(|text| Vec::from([text]))
}
