//! One question about every row, answered block by block.
//!
//! Columns are cut into blocks of 64 rows. What is left at the end fills a block of its own, whose other rows are
//! padding that is not written back: so a row's answer never depends on how many rows stand beside it.
#![expect(
    clippy::inline_always,
    reason = "what is inlined is compiled for the instruction set that is chosen when the program runs"
)]

use chrono::NaiveDate;

use super::block::{self, Constants, UNDECIDED, UNUSUAL};
use super::column::ROWS;
use super::lanes::{AnswerBlock, Filled, Lanes, Marks, Rows};
use super::padded::Padded;
use super::path::{GrowthPath, LinearPath};
use super::row::Row;
use super::{Answers, Columns, RowPath, Setting};

/// A pass over columns, which asks one question of every row.
#[derive(Clone, Copy)]
pub(super) struct Pass<'a> {
    setting: &'a Setting,
    constants: Constants,
}

impl<'a> Pass<'a> {
    /// A pass that asks as of a day, in a setting that all rows share.
    pub(super) fn new(as_of: NaiveDate, setting: &'a Setting) -> Self {
        Self {
            setting,
            constants: Constants::of(setting, as_of),
        }
    }

    /// Answers columns that are all of one length.
    pub(super) fn answer(&self, mut columns: Columns<'_>, mut answers: Answers<'_>) {
        let of_whole_blocks = columns.rows().saturating_sub(columns.rows() % ROWS);
        self.answer_in_vectors(columns.take_rows(of_whole_blocks), answers.take_rows(of_whole_blocks));
        if columns.rows() > 0 {
            let mut padded = Padded::new(&columns);
            let (block, into) = padded.whole();
            self.answer_in_vectors(block, into);
            padded.write_to(&mut answers);
        }
    }

    /// Answers whole blocks in the widest instruction set that this machine has: the pass is compiled for each.
    #[cfg(feature = "simd")]
    fn answer_in_vectors(&self, columns: Columns<'_>, answers: Answers<'_>) {
        pulp::Arch::new().dispatch(Dispatched {
            pass: self,
            columns,
            answers,
        });
    }

    /// Answers whole blocks in the instruction set for which the program is compiled.
    #[cfg(not(feature = "simd"))]
    fn answer_in_vectors(&self, columns: Columns<'_>, answers: Answers<'_>) {
        self.answer_blocks(columns, answers);
    }

    /// Answers columns of whole blocks, one block after the other.
    #[inline(always)]
    fn answer_blocks(&self, mut columns: Columns<'_>, mut answers: Answers<'_>) {
        let (mut lanes, mut spare) = (Lanes::new(columns.bound), Filled::EMPTY);
        while let (Some(rows), Some(mut into)) = (columns.next_block(), answers.next_block(&mut spare)) {
            self.answer_block(&rows, &mut lanes, &mut into);
        }
    }

    /// Answers a block in floats, and exactly each row that they mark as undecided or unusual.
    #[inline(always)]
    fn answer_block(&self, rows: &Rows<'_>, lanes: &mut Lanes, into: &mut AnswerBlock<'_>) {
        let packed = match rows.path.shared() {
            Ok(RowPath::Linear) => block::judge::<LinearPath>(&self.constants, rows, lanes, into),
            Ok(RowPath::ConstantGrowth) => block::judge::<GrowthPath>(&self.constants, rows, lanes, into),
            Err(paths) => block::judge_each(&self.constants, rows, paths, lanes, into),
        };
        if packed.iter().fold(0, |all, row| all | row) >= UNDECIDED {
            self.answer_marked(rows, into, packed);
        }
    }

    /// Answers exactly the rows of a block that are marked: the class of an undecided row, all of an unusual one.
    /// `packed` holds the marks of each row above its status and reason.
    #[cold]
    #[inline(never)]
    fn answer_marked(&self, rows: &Rows<'_>, into: &mut AnswerBlock<'_>, packed: &Marks) {
        for (place, marked) in packed.iter().enumerate().filter(|(_, row)| **row >= UNDECIDED) {
            let Some(row) = self.row(rows, place) else {
                return;
            };
            let answer = row.answer();
            if *marked >= UNUSUAL {
                into.put(place, answer);
            } else {
                into.put_class(place, answer.class);
            }
        }
    }

    /// The row at `place` of a block, to be judged exactly; `None` beyond the block.
    fn row(&self, rows: &Rows<'_>, place: usize) -> Option<Row<'_>> {
        Some(Row {
            setting: self.setting,
            today: self.constants.today,
            as_of: self.constants.as_of,
            baseline: *rows.baseline.get(place)?,
            observed: *rows.observed.get(place)?,
            goal: *rows.goal.get(place)?,
            bound: rows.bound.at(place)?,
            path: rows.path.at(place)?,
            baseline_at: *rows.baseline_at.get(place)?,
            observed_at: *rows.observed_at.get(place)?,
            deadline: *rows.deadline.get(place)?,
        })
    }
}

/// A pass over columns, to be compiled for each instruction set.
#[cfg(feature = "simd")]
struct Dispatched<'a> {
    pass: &'a Pass<'a>,
    columns: Columns<'a>,
    answers: Answers<'a>,
}

#[cfg(feature = "simd")]
impl pulp::NullaryFnOnce for Dispatched<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.pass.answer_blocks(self.columns, self.answers);
    }
}
