//! Values that are given for all rows at once, or in a column.
//!
//! `"published": "2025-02-01"` gives one day to all figures; with `"published": {"column": "Released"}` each row says
//! its own.

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::fields::COLUMN;
use crate::plan::Problems;
use crate::plan::document::reader::Node;

/// A value that is given once for the whole table, or in a column for each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Given<T, C = String> {
    /// Once.
    Once(T),
    /// In this column.
    In(C),
}

impl<T> Given<T> {
    /// The column in which the value is given; `None` if it is given once.
    pub(super) fn column(&self) -> Option<&str> {
        match self {
            Self::Once(_) => None,
            Self::In(column) => Some(column),
        }
    }
}

/// Reads a value that is given once, or in a column: which of both an author means, the field `column` tells. What is
/// wrong is said in the terms of that one alone.
pub(super) fn given<'t, T, C>(
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

/// The name of the column, in a map that has no other field.
pub(super) fn column(node: &Node<'_>, problems: &mut Problems) -> Option<String> {
    node.fields(&COLUMN, problems)?.read("column", owned, problems)
}

pub(super) fn owned(node: &Node<'_>, problems: &mut Problems) -> Option<String> {
    node.plain_text(problems).map(ToOwned::to_owned)
}
