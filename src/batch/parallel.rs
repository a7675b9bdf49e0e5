//! Rows shared out among threads.

use super::question::Question;
use super::{Answers, Columns};

/// As many rows are worth a thread: some tens of microseconds.
const ROWS_OF_A_THREAD: usize = 1 << 15;

/// Halves columns until each part is small enough.
pub(super) fn answer(question: &Question<'_>, mut columns: Columns<'_>, mut answers: Answers<'_>) {
    let rows = columns.rows();
    if rows <= ROWS_OF_A_THREAD {
        return question.answer(columns, answers);
    }
    let half = rows / 2;
    let (first, first_answers) = (columns.take_rows(half), answers.take_rows(half));
    rayon::join(
        || answer(question, first, first_answers),
        || answer(question, columns, answers),
    );
}
