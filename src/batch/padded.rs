//! The rows that are left after the last whole block, in a block of their own.

use super::block::{BlockBounds, ROWS, Room, Rows};
use super::{Answers, BoundKind, Bounds, Columns};
use crate::value::Position;

/// A block of which only the first rows count.
pub(super) struct Padded {
    numbers: [[f64; ROWS]; 3],
    bounds: [BoundKind; ROWS],
    positions: [[Position; ROWS]; 3],
    codes: [[u8; ROWS]; 2],
    answers: [[f64; ROWS]; 3],
}

impl Padded {
    /// The rows of columns that are shorter than a block. What is behind them is nothing: no time passes, and no number is one.
    pub(super) fn new(columns: &Columns<'_>) -> Self {
        Self {
            numbers: [columns.baseline, columns.observed, columns.goal].map(|column| lengthened(column, f64::NAN)),
            bounds: match columns.bound {
                Bounds::All(kind) => [kind; ROWS],
                Bounds::Each(kinds) => lengthened(kinds, BoundKind::AtLeast),
            },
            positions: [columns.baseline_at, columns.observed_at, columns.deadline]
                .map(|column| lengthened(column, Position::from_units(0))),
            codes: [[0; ROWS]; 2],
            answers: [[0.0; ROWS]; 3],
        }
    }

    pub(super) const fn block(&mut self) -> (Rows<'_>, Room<'_>) {
        let [baseline, observed, goal] = &self.numbers;
        let [baseline_at, observed_at, deadline] = &self.positions;
        let [status, reason] = &mut self.codes;
        let [expected, pace, required] = &mut self.answers;
        let rows = Rows {
            baseline,
            observed,
            goal,
            bound: BlockBounds::Each(&self.bounds),
            baseline_at,
            observed_at,
            deadline,
        };
        let room = Room {
            status,
            reason,
            expected,
            pace,
            required,
        };
        (rows, room)
    }

    /// Hands the answers of the rows that count over.
    pub(super) fn write_to(&self, answers: &mut Answers<'_>) {
        let [status, reason] = &self.codes;
        let [expected, pace, required] = &self.answers;
        copy(status, answers.status);
        copy(reason, answers.reason);
        copy(expected, answers.expected);
        copy(pace, answers.pace);
        copy(required, answers.required_from_now);
    }
}

fn lengthened<T: Copy>(column: &[T], with: T) -> [T; ROWS] {
    let mut block = [with; ROWS];
    for (place, value) in block.iter_mut().zip(column) {
        *place = *value;
    }
    block
}

fn copy<T: Copy>(block: &[T; ROWS], column: &mut [T]) {
    for (place, value) in column.iter_mut().zip(block) {
        *place = *value;
    }
}
