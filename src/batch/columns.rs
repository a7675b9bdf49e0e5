//! The columns themselves: what is asked, and where the answers go, a block at a time.

use core::mem;

use super::column::{ROWS, first_of, next_of};
use super::lanes::{AnswerBlock, Filled, Rows};
use super::{BatchError, BoundKind, Column, RowPath};
use crate::value::Position;

/// A question about columns. Row *i* is the promise that a value, `baseline[i]` at the position `baseline_at[i]`,
/// becomes `goal[i]` at `deadline[i]`, and the figure `observed[i]` at `observed_at[i]`.
///
/// A float means the shortest decimal that reads back as it. `NaN` is a number that is not there, and then its position
/// does not matter, but for that of a baseline: it tells whether the promise has begun. A position is the end of a
/// period: [`Period::end`](crate::Period::end), or [`Position::of`] a day. Positions of a row that lie more than 2⁶³ −
/// 1 units apart (2 · 10¹² years) are taken as so far apart.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a> {
    /// The value from which each promise counts.
    pub baseline: &'a [f64],
    /// The figure of each row, in the unit of the goal.
    pub observed: &'a [f64],
    /// The limit of what is promised.
    pub goal: &'a [f64],
    /// On which side of the goal the promise is met.
    pub bound: Column<'a, BoundKind>,
    /// How the path runs.
    pub path: Column<'a, RowPath>,
    /// The end of the baseline's period.
    pub baseline_at: &'a [Position],
    /// The end of the figure's period.
    pub observed_at: &'a [Position],
    /// The end of the deadline's period.
    pub deadline: &'a [Position],
}

/// Where the answers go: the caller's own columns, each as long as those of the question. The values that they held
/// before are lost. A column of numbers that are not wanted is empty (`&mut []`), and stays so.
///
/// A number that a row does not have is `NaN`. There are numbers beside a status that is unknown, too, where the row
/// has what they are made of: a stale figure has a pace.
#[derive(Debug)]
pub struct Answers<'a> {
    /// Where each promise stands: [`Status::code`](crate::Status::code).
    pub status: &'a mut [u8],
    /// Why: [`ReasonCode::code`](super::ReasonCode::code).
    pub reason: &'a mut [u8],
    /// The value that the path expects at the figure's period.
    pub expected: &'a mut [f64],
    /// The share of the way that is gone ÷ the share that the path expects.
    pub pace: &'a mut [f64],
    /// The movement required from the figure to the goal, until the deadline is past: on constant growth the compound
    /// rate a year, as a fraction (0.05 is 5 %), on a straight line the change a year, in units.
    pub required_from_now: &'a mut [f64],
}

impl<'a> Columns<'a> {
    /// How many rows there are: the length of `baseline`, which the other columns share.
    ///
    /// # Examples
    ///
    /// ```
    /// use milepost::batch::{BoundKind, Column, Columns, RowPath};
    /// use milepost::period;
    ///
    /// // What every row has in common is said once, and is no column.
    /// let columns = Columns {
    ///     baseline: &[28.0, 12.0],
    ///     observed: &[40.0, f64::NAN],
    ///     goal: &[50.0, 30.0],
    ///     bound: Column::All(BoundKind::AtLeast),
    ///     path: Column::All(RowPath::Linear),
    ///     baseline_at: &[period!("2021").end(); 2],
    ///     observed_at: &[period!("2025").end(); 2],
    ///     deadline: &[period!("2026").end(); 2],
    /// };
    /// assert_eq!(columns.rows(), 2);
    /// ```
    pub const fn rows(&self) -> usize {
        self.baseline.len()
    }

    /// Refuses columns of different lengths.
    pub(super) fn check(&self, answers: &Answers<'_>) -> Result<(), BatchError> {
        let rows = self.rows();
        let lengths = [
            ("observed", self.observed.len()),
            ("goal", self.goal.len()),
            ("bound", self.bound.rows().unwrap_or(rows)),
            ("path", self.path.rows().unwrap_or(rows)),
            ("baseline_at", self.baseline_at.len()),
            ("observed_at", self.observed_at.len()),
            ("deadline", self.deadline.len()),
            ("status", answers.status.len()),
            ("reason", answers.reason.len()),
            ("expected", length_if_wanted(answers.expected).unwrap_or(rows)),
            ("pace", length_if_wanted(answers.pace).unwrap_or(rows)),
            (
                "required_from_now",
                length_if_wanted(answers.required_from_now).unwrap_or(rows),
            ),
        ];
        match lengths.into_iter().find(|(_, length)| *length != rows) {
            Some((column, length)) => Err(BatchError::Length { column, length, rows }),
            None => Ok(()),
        }
    }

    /// Takes the first rows away, all if there are fewer.
    pub(super) fn take_rows(&mut self, rows: usize) -> Self {
        Self {
            baseline: first_of(&mut self.baseline, rows),
            observed: first_of(&mut self.observed, rows),
            goal: first_of(&mut self.goal, rows),
            bound: self.bound.take_rows(rows),
            path: self.path.take_rows(rows),
            baseline_at: first_of(&mut self.baseline_at, rows),
            observed_at: first_of(&mut self.observed_at, rows),
            deadline: first_of(&mut self.deadline, rows),
        }
    }

    /// Takes the next block away, if a whole one is left.
    pub(super) fn next_block(&mut self) -> Option<Rows<'a>> {
        Some(Rows {
            baseline: next_of(&mut self.baseline)?,
            observed: next_of(&mut self.observed)?,
            goal: next_of(&mut self.goal)?,
            bound: self.bound.next_block()?,
            path: self.path.next_block()?,
            baseline_at: next_of(&mut self.baseline_at)?,
            observed_at: next_of(&mut self.observed_at)?,
            deadline: next_of(&mut self.deadline)?,
        })
    }
}

impl<'a> Answers<'a> {
    /// Takes the first rows away, all if there are fewer.
    pub(super) fn take_rows(&mut self, rows: usize) -> Self {
        Self {
            status: first_of_mut(&mut self.status, rows),
            reason: first_of_mut(&mut self.reason, rows),
            expected: first_of_mut(&mut self.expected, rows),
            pace: first_of_mut(&mut self.pace, rows),
            required_from_now: first_of_mut(&mut self.required_from_now, rows),
        }
    }

    /// Takes the answers of the next block away, if a whole block is left. Columns that are not wanted are those of
    /// `spare`, so that numbers can be written everywhere.
    pub(super) fn next_block<'b>(&mut self, spare: &'b mut Filled) -> Option<AnswerBlock<'b>>
    where
        'a: 'b,
    {
        let spare = spare.answers();
        Some(AnswerBlock {
            status: next_of_mut(&mut self.status)?,
            reason: next_of_mut(&mut self.reason)?,
            expected: next_of_mut(&mut self.expected).unwrap_or(spare.expected),
            pace: next_of_mut(&mut self.pace).unwrap_or(spare.pace),
            required: next_of_mut(&mut self.required_from_now).unwrap_or(spare.required),
        })
    }
}

/// The length of a column of answers; `None` for an empty one, by which a caller says that it is not wanted.
fn length_if_wanted(numbers: &[f64]) -> Option<usize> {
    Some(numbers.len()).filter(|length| *length > 0)
}

/// Takes the next block away from a column of answers, if a whole one is left.
#[expect(clippy::mut_mut, reason = "what is left is put back in its place")]
fn next_of_mut<'a, T>(column: &mut &'a mut [T]) -> Option<&'a mut [T; ROWS]> {
    if column.len() < ROWS {
        return None;
    }
    let (block, rest) = mem::take(column).split_first_chunk_mut()?;
    *column = rest;
    Some(block)
}

/// Takes the first rows away from a column of answers, all if there are fewer.
#[expect(clippy::mut_mut, reason = "what is left is put back in its place")]
fn first_of_mut<'a, T>(column: &mut &'a mut [T], rows: usize) -> &'a mut [T] {
    let whole = mem::take(column);
    let (first, rest) = whole.split_at_mut(rows.min(whole.len()));
    *column = rest;
    first
}
