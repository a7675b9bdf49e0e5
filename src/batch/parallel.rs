//! Rows shared out among threads.

use super::pass::Pass;
use super::{Answers, Columns};

/// The most rows that one thread answers without sharing them: some tens of microseconds of work.
const ROWS_OF_A_THREAD: usize = 1 << 15;

/// Answers columns on several threads: halves them until a part has [`ROWS_OF_A_THREAD`] rows or fewer.
pub(super) fn answer(pass: &Pass<'_>, mut columns: Columns<'_>, mut answers: Answers<'_>) {
    let rows = columns.rows();
    if rows <= ROWS_OF_A_THREAD {
        return pass.answer(columns, answers);
    }
    let half = rows / 2;
    let (first, first_answers) = (columns.take_rows(half), answers.take_rows(half));
    rayon::join(|| answer(pass, first, first_answers), || answer(pass, columns, answers));
}
