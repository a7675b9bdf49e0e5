//! What is told of all rows at once, or in a column.

use alloc::string::String;

/// What is given once for the whole table, or in a column for each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Given<T, C = String> {
    /// Once.
    Once(T),
    /// In this column.
    In(C),
}
