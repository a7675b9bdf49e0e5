//! The rows that are left after the last whole block, in a block of their own.

use super::column::ROWS;
use super::lanes::Filled;
use super::{Answers, BoundKind, Column, Columns, RowPath};
use crate::value::Position;

/// A block in which only the first rows are rows of the question; the rest is padding.
pub(super) struct Padded {
    /// Baseline, observed and goal.
    numbers: [[f64; ROWS]; 3],
    bounds: [BoundKind; ROWS],
    paths: [RowPath; ROWS],
    /// Of baseline, figure and deadline.
    positions: [[Position; ROWS]; 3],
    filled: Filled,
}

impl Padded {
    /// The rows of columns that are shorter than a block, and then padding: rows in which no time passes and all
    /// numbers are `NaN`.
    pub(super) fn new(columns: &Columns<'_>) -> Self {
        Self {
            numbers: [columns.baseline, columns.observed, columns.goal].map(|column| lengthened(column, f64::NAN)),
            bounds: as_block(columns.bound, BoundKind::AtLeast),
            paths: as_block(columns.path, RowPath::Linear),
            positions: [columns.baseline_at, columns.observed_at, columns.deadline]
                .map(|column| lengthened(column, Position::from_units(0))),
            filled: Filled::EMPTY,
        }
    }

    /// The whole block, and where its answers go.
    pub(super) const fn whole(&mut self) -> (Columns<'_>, Answers<'_>) {
        let [baseline, observed, goal] = &self.numbers;
        let [baseline_at, observed_at, deadline] = &self.positions;
        let into = self.filled.answers();
        let columns = Columns {
            baseline,
            observed,
            goal,
            bound: Column::Each(&self.bounds),
            path: Column::Each(&self.paths),
            baseline_at,
            observed_at,
            deadline,
        };
        let answers = Answers {
            status: into.status,
            reason: into.reason,
            expected: into.expected,
            pace: into.pace,
            required_from_now: into.required,
        };
        (columns, answers)
    }

    /// Copies the answers of the real rows, without those of the padding, into `answers`.
    pub(super) fn write_to(&mut self, answers: &mut Answers<'_>) {
        let filled = self.filled.answers();
        copy(filled.status, answers.status);
        copy(filled.reason, answers.reason);
        copy(filled.expected, answers.expected);
        copy(filled.pace, answers.pace);
        copy(filled.required, answers.required_from_now);
    }
}

/// A column as a block. Rows that are missing get the value of the first row, so that the block stays of one kind, or
/// `otherwise` if the column has no rows.
fn as_block<T: Copy>(column: Column<'_, T>, otherwise: T) -> [T; ROWS] {
    match column {
        Column::All(value) => [value; ROWS],
        Column::Each(values) => lengthened(values, values.first().copied().unwrap_or(otherwise)),
    }
}

/// A column lengthened to a block with this value.
fn lengthened<T: Copy>(column: &[T], with: T) -> [T; ROWS] {
    let mut block = [with; ROWS];
    copy(column, &mut block);
    block
}

/// Copies as many values as both have.
fn copy<T: Copy>(from: &[T], to: &mut [T]) {
    for (place, value) in to.iter_mut().zip(from) {
        *place = *value;
    }
}
