//! The numbers of a block of rows, in lanes: what is asked, what is worked out on the way, and what is answered.
#![expect(clippy::indexing_slicing, reason = "every place is one of the block")]

use super::column::{BlockColumn, Column, ROWS};
use super::row::{Answer, Coded};
use super::{BoundKind, RowPath};
use crate::value::Position;

/// One number of each row.
pub(super) type Lane = [f64; ROWS];

const EMPTY: Lane = [0.0; ROWS];

/// The numbers and times of a block.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub(super) baseline: &'a Lane,
    pub(super) observed: &'a Lane,
    pub(super) goal: &'a Lane,
    pub(super) bound: BlockColumn<'a, BoundKind>,
    pub(super) path: BlockColumn<'a, RowPath>,
    pub(super) baseline_at: &'a [Position; ROWS],
    pub(super) observed_at: &'a [Position; ROWS],
    pub(super) deadline: &'a [Position; ROWS],
}

/// Where the answers of a block go.
pub(super) struct AnswerBlock<'a> {
    pub(super) status: &'a mut [u8; ROWS],
    pub(super) reason: &'a mut [u8; ROWS],
    pub(super) expected: &'a mut Lane,
    pub(super) pace: &'a mut Lane,
    pub(super) required: &'a mut Lane,
}

impl AnswerBlock<'_> {
    /// Replaces the class of a row.
    pub(super) fn put_class(&mut self, place: usize, (status, reason): Coded) {
        (self.status[place], self.reason[place]) = (status.code(), reason.code());
    }

    /// Replaces the class of a row and its numbers.
    pub(super) fn put(&mut self, place: usize, answer: Answer) {
        self.put_class(place, answer.class);
        self.expected[place] = answer.expected;
        self.pace[place] = answer.pace;
        self.required[place] = answer.required;
    }
}

/// A set of bits for each row: mostly its status, its reason and its marks, packed.
pub(super) type Marks = [u64; ROWS];

/// The numbers that are worked out on the way: room that is made once, and used by one block after the other.
pub(super) struct Lanes {
    /// From the baseline to the deadline, in units of [`Years`](crate::value::Years).
    pub(super) span: Lane,
    /// From the baseline to the figure.
    pub(super) elapsed: Lane,
    /// From the figure to the day of the question.
    pub(super) age: Lane,
    /// 0 where all positions are near enough for their differences to be exact.
    pub(super) out_of_reach: Marks,
    /// 1 where more is better, −1 where less is.
    pub(super) sign: Lane,
    /// How far beyond the goal the bound is met: 0 where the goal itself meets it, else the least float above 0.
    pub(super) margin: Lane,
    /// The whole doublings from the baseline to the goal.
    pub(super) doublings_to_goal: Lane,
    /// The whole doublings from the baseline to the figure.
    pub(super) doublings_to_observed: Lane,
    /// The distance from the baseline to the goal.
    pub(super) way: Lane,
    /// The distance from the baseline to the figure.
    pub(super) covered: Lane,
    /// way · t: the distance that is due.
    pub(super) due: Lane,
    /// 1 ÷ due.
    pub(super) inverse: Lane,
    /// 1 ÷ the years that are left.
    pub(super) per_year_left: Lane,
    pub(super) expected: Lane,
    /// covered ÷ due; of a limit, due ÷ spent.
    pub(super) pace: Lane,
    pub(super) required: Lane,
    /// Status, reason and marks of each row, as the function `packed` of the block lays them out.
    pub(super) packed: Marks,
}

impl Lanes {
    /// Room for the numbers of a block. A bound that all rows share is written here; where each row has its own bound,
    /// every block writes them.
    pub(super) fn new(bound: Column<'_, BoundKind>) -> Self {
        let kind = match bound {
            Column::All(kind) => kind,
            Column::Each(_) => BoundKind::AtLeast,
        };
        Self {
            span: EMPTY,
            elapsed: EMPTY,
            age: EMPTY,
            out_of_reach: [0; ROWS],
            sign: [kind.sign(); ROWS],
            margin: [kind.margin(); ROWS],
            doublings_to_goal: EMPTY,
            doublings_to_observed: EMPTY,
            way: EMPTY,
            covered: EMPTY,
            due: EMPTY,
            inverse: EMPTY,
            per_year_left: EMPTY,
            expected: EMPTY,
            pace: EMPTY,
            required: EMPTY,
            packed: [0; ROWS],
        }
    }
}

/// Room for the answers of a block apart from the caller's columns.
pub(super) struct Filled {
    /// Status and reason.
    codes: [[u8; ROWS]; 2],
    /// Expected value, pace and required movement.
    numbers: [Lane; 3],
}

impl Filled {
    pub(super) const EMPTY: Self = Self {
        codes: [[0; ROWS]; 2],
        numbers: [EMPTY; 3],
    };

    /// The room for the answers of a block.
    pub(super) const fn answers(&mut self) -> AnswerBlock<'_> {
        let ([status, reason], [expected, pace, required]) = (&mut self.codes, &mut self.numbers);
        AnswerBlock {
            status,
            reason,
            expected,
            pace,
            required,
        }
    }
}
