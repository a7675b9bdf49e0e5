//! A column with one value for all rows, or one for each, and the block of it that is judged at once.

/// The rows of a block. Its arrays fit the first cache together.
pub(super) const ROWS: usize = 64;

/// A column of values: one that every row shares, or one for each row.
///
/// # Examples
///
/// ```
/// use milepost::batch::{BoundKind, Column};
///
/// // Of ten indicators less is better in the first, more in the others.
/// let mut kinds = [BoundKind::AtLeast; 10];
/// kinds[0] = BoundKind::AtMost;
/// let bound = Column::Each(&kinds);
/// assert_ne!(bound, Column::All(BoundKind::AtLeast));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column<'a, T> {
    /// One value for every row.
    All(T),
    /// One value for each row.
    Each(&'a [T]),
}

impl<'a, T: Copy> Column<'a, T> {
    /// How many rows have a value of their own; `None` where all share one.
    pub(super) const fn rows(self) -> Option<usize> {
        match self {
            Self::All(_) => None,
            Self::Each(values) => Some(values.len()),
        }
    }

    /// Takes the next block away, if a whole one is left.
    pub(super) fn next_block(&mut self) -> Option<BlockColumn<'a, T>> {
        Some(match self {
            Self::All(value) => BlockColumn::All(*value),
            Self::Each(values) => BlockColumn::Each(next_of(values)?),
        })
    }

    /// Takes the first rows away, all if there are fewer.
    pub(super) fn take_rows(&mut self, rows: usize) -> Self {
        match self {
            Self::All(value) => Self::All(*value),
            Self::Each(values) => Self::Each(first_of(values, rows)),
        }
    }
}

/// The part of a [`Column`] that belongs to a block.
#[derive(Clone, Copy)]
pub(super) enum BlockColumn<'a, T> {
    All(T),
    Each(&'a [T; ROWS]),
}

impl<'a, T: Copy + PartialEq> BlockColumn<'a, T> {
    /// The value of the row at `place`; `None` beyond the block.
    pub(super) fn at(self, place: usize) -> Option<T> {
        match self {
            Self::All(value) => Some(value),
            Self::Each(values) => values.get(place).copied(),
        }
    }

    /// `Ok` with the value that all rows of the block share, else `Err` with the value of each.
    pub(super) fn shared(self) -> Result<T, &'a [T; ROWS]> {
        match self {
            Self::All(value) => Ok(value),
            Self::Each(values) => Some(values[0])
                .filter(|first| values.iter().all(|value| value == first))
                .ok_or(values),
        }
    }
}

/// Takes the next block away from a column, if a whole one is left.
pub(super) fn next_of<'a, T>(column: &mut &'a [T]) -> Option<&'a [T; ROWS]> {
    let (block, rest) = column.split_first_chunk()?;
    *column = rest;
    Some(block)
}

/// Takes the first rows away from a column, all if there are fewer.
pub(super) fn first_of<'a, T>(column: &mut &'a [T], rows: usize) -> &'a [T] {
    let (first, rest) = column.split_at_checked(rows).unwrap_or((column, &[]));
    *column = rest;
    first
}
