//! One question about every row, answered block by block.
#![expect(
    clippy::inline_always,
    reason = "what is inlined is compiled for the instruction set that is chosen when the program runs"
)]

use core::marker::PhantomData;

use chrono::NaiveDate;

use super::block::{self, Constants, Lanes, Room, Rows, UNDECIDED, UNUSUAL, Words};
use super::padded::Padded;
use super::row::Row;
use super::{Answers, Columns, Path, Terms};
use crate::value::Position;

/// What is asked of every row.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    terms: &'a Terms,
    constants: Constants,
}

impl<'a> Question<'a> {
    pub(super) fn new(as_of: NaiveDate, terms: &'a Terms) -> Self {
        Self {
            terms,
            constants: Constants::of(terms, Position::of(as_of)),
        }
    }

    /// Answers columns that are all of one length.
    pub(super) fn answer(&self, columns: Columns<'_>, answers: Answers<'_>) {
        match self.terms.path() {
            Path::Linear => Pass::<block::Linear>::new(self, columns, answers).run(),
            Path::ConstantGrowth => Pass::<block::ConstantGrowth>::new(self, columns, answers).run(),
        }
    }

    #[inline(always)]
    fn answer_blocks<P: block::Path>(&self, mut columns: Columns<'_>, mut answers: Answers<'_>) {
        let mut lanes = Lanes::new(columns.bound);
        while let (Some(rows), Some(mut room)) = (columns.next_block(), answers.next_block()) {
            self.answer_block::<P>(&rows, &mut lanes, &mut room);
        }
        if columns.rows() > 0 {
            let mut padded = Padded::new(&columns);
            let (rows, mut room) = padded.block();
            self.answer_block::<P>(&rows, &mut lanes, &mut room);
            padded.write_to(&mut answers);
        }
    }

    #[inline(always)]
    fn answer_block<P: block::Path>(&self, rows: &Rows<'_>, lanes: &mut Lanes, room: &mut Room<'_>) {
        let words = block::judge::<P>(&self.constants, rows, lanes, room);
        if words.iter().fold(0, |marks, word| marks | word) >= UNDECIDED {
            self.answer_marked(rows, room, words);
        }
    }

    /// Answers exactly what a block leaves open: of an undecided row the class, of an unusual one everything.
    #[cold]
    #[inline(never)]
    fn answer_marked(&self, rows: &Rows<'_>, room: &mut Room<'_>, words: &Words) {
        for (place, word) in words.iter().enumerate().filter(|(_, word)| **word >= UNDECIDED) {
            let Some(row) = self.row(rows, place) else {
                return;
            };
            room.put(place, row.answer(), *word >= UNUSUAL);
        }
    }

    fn row(&self, rows: &Rows<'_>, place: usize) -> Option<Row<'_>> {
        Some(Row {
            terms: self.terms,
            as_of: self.constants.as_of,
            baseline: *rows.baseline.get(place)?,
            observed: *rows.observed.get(place)?,
            goal: *rows.goal.get(place)?,
            bound: rows.bound.at(place)?,
            baseline_at: *rows.baseline_at.get(place)?,
            observed_at: *rows.observed_at.get(place)?,
            deadline: *rows.deadline.get(place)?,
        })
    }
}

/// One pass over columns whose paths all run in one way.
struct Pass<'a, P> {
    question: &'a Question<'a>,
    columns: Columns<'a>,
    answers: Answers<'a>,
    path: PhantomData<P>,
}

impl<'a, P: block::Path> Pass<'a, P> {
    const fn new(question: &'a Question<'a>, columns: Columns<'a>, answers: Answers<'a>) -> Self {
        Self {
            question,
            columns,
            answers,
            path: PhantomData,
        }
    }

    /// In the widest instruction set that this machine has: the pass is compiled for each.
    #[cfg(feature = "simd")]
    fn run(self) {
        pulp::Arch::new().dispatch(self);
    }

    /// In the instruction set for which the program is compiled.
    #[cfg(not(feature = "simd"))]
    fn run(self) {
        self.question.answer_blocks::<P>(self.columns, self.answers);
    }
}

#[cfg(feature = "simd")]
impl<P: block::Path> pulp::NullaryFnOnce for Pass<'_, P> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.question.answer_blocks::<P>(self.columns, self.answers);
    }
}
