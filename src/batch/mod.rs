//! The same verdicts over columns: slices in, slices out.
//!
//! [`verdicts`] judges many simple promises at once: a level by a deadline, on a plain path, with one figure each. It
//! gives every row the status that [`verdict`](crate::verdict()) gives it, at the speed of floating-point columns: a
//! class is taken from the floats where their error cannot change it, and decided exactly where it could.
//!
//! A row is this target, with this series:
//!
//! | in the row | as a target |
//! |---|---|
//! | `goal`, `bound` | [`Goal::level`](crate::Goal::level) with that bound; a goal that is not a number is unstated |
//! | `baseline`, `baseline_at` | the stated [`Baseline`](crate::Baseline) at the end of its period; one that is not a number is not known |
//! | `deadline` | the end of the deadline's period |
//! | `path` | a path without milestones: the same rate, or the same amount a year |
//! | `observed`, `observed_at` | one exact figure, published on the last day of its period, unless it is not a number |
//! | [`Setting::with_reported`] | [`reported`](crate::plan::TargetBuilder::reported): how often a figure is due, each year unless the setting says so |
//!
//! A promise that begins or ends at 0 needs [`RowPath::Linear`]: on constant growth it is unknown until its bound is
//! met. The bound says which way is better, not the way from baseline to goal: what the baseline meets already is a
//! limit to be kept within, whose path says how much of its room may be spent by then. Caps, floors, and budgets (from
//! 0) are such rows; a goal that is meant to rise, but bound *at most*, is read as a cap. What is required of a limit
//! from now on is what it allows.
//!
//! Paths with interior points, S-curves, time counted in days, goals kept period by period, sums, intervals, tolerances
//! and things counted one by one stay with [`verdict`](crate::verdict()), and caveats too; so does what a figure inside
//! of the deadline's period says when no figure of its end came, since a row knows no more of a period than its end.
//!
//! # Rows without an answer
//!
//! There are no masks: what is missing in a row is a number that is none. `NaN` in `observed` is a row without a
//! figure, in `baseline` one whose baseline is not known, in `goal` one whose goal is unstated; an infinite number has
//! the reason [`ReasonCode::NoDecimal`]. No row spoils another. Of a bitmap of validity (Arrow, Parquet) write `NaN`
//! where a value is not valid. In the answers `NaN` stands where there is no such number; a status and a reason every
//! row has.
//!
//! # Numbers
//!
//! A float means the shortest decimal that reads back as it: `0.1` is one tenth. Of several it is the nearest, and of
//! two that are equally near the one farther from zero, as Rust writes floats: 2⁵⁰ + ¼ is 1125899906842624.3, where
//! Python and JavaScript write …24.2. Decimals of 15 digits and fewer are always read as they were written.
//!
//! The statuses and reasons are those of these decimals, decided exactly. The numbers beside them are floats, for
//! showing. They are off by less than
//!
//! - 2⁻⁴⁰ of the row's largest value, in an expected value;
//! - 2⁻⁴⁰ · (1 + |pace|) ÷ d, in a pace, where d is the part of the way that is due: in doublings on constant growth,
//!   in parts of the row's largest value on a straight line; that times the pace, in the pace of a limit;
//! - 2⁻⁴⁰ · (1 + rate) ÷ years left and 2⁻⁴³ of itself, in a rate; there is none where a year multiplies by more than
//!   2⁹⁶, or by less than 2⁻⁹⁴;
//! - 2⁻⁴⁸ of the larger of figure and goal ÷ years left, in a change a year.
//!
//! A row with a number other than 0 that is smaller than 2⁻³⁶ or not smaller than 2⁹², or with a position beyond ± 2⁵⁰,
//! has the numbers of the scalar functions: values and rates rounded to 28 decimals, and a pace from two shares that
//! are rounded to 12. Such a row has no pace where the share of its time rounds to 0.
//!
//! Nothing is fused and nothing depends on the platform's own functions, so that they are the same, bit by bit, with
//! every feature and on every machine whose floats are those of IEEE 754: all but 32-bit x86 without SSE2.
//!
//! # Features
//!
//! - `simd` chooses the widest instruction set of the machine when the program runs (AVX2 on x86-64, NEON on aarch64
//!   …), through the crate `pulp`; it needs the standard library. `avx512` adds AVX-512, which needs Rust 1.89.
//! - `rayon` adds `verdicts_in_parallel`.
//!
//! # Speed
//!
//! Rows take some nanoseconds each; one without a figure some tens. Rows that lie on a cut, or are unusual as said
//! above, take a fraction of a microsecond. Rows are judged 64 at a time, and where both kinds of path are among them,
//! in both ways: columns that are sorted by path are judged faster. Nothing is allocated.

mod block;
mod code;
mod column;
mod columns;
mod elementary;
mod lanes;
mod number;
mod padded;
#[cfg(feature = "rayon")]
mod parallel;
mod pass;
mod path;
mod promise;
mod row;
mod setting;

pub use code::ReasonCode;
pub use column::Column;
pub use columns::{Answers, Columns};
pub use promise::{BoundKind, RowPath};
pub use setting::Setting;

use chrono::NaiveDate;

use crate::rule::Status;
use crate::value::{Code, errors};
use pass::Pass;

errors! {
    /// Why columns cannot be judged.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum BatchError {
        /// A column is longer or shorter than the first one.
        Length {
            /// The column.
            column: &'static str,
            /// How many rows it has.
            length: usize,
            /// How many rows the first column has.
            rows: usize,
        } = ("length", "all columns have one length: `{column}` has {length} rows, and `baseline` has {rows}"),
        /// Columns are judged by pace.
        ComposedRule {
            /// The rule.
            rule: Code,
        } = ("composed_rule",
            "columns are judged by pace, and `{rule}` is composed of other parts: judge its targets one by one"),
    }
}

/// Judges every row as of a day.
///
/// Row *i* of the answers has the status and the reason of [`verdict`](crate::verdict()) on the target and the figure
/// of row *i*, as the [module](self) says.
///
/// # Errors
///
/// [`BatchError::Length`] if a column of the question or of the answers is longer or shorter than the others. Then
/// nothing is written.
///
/// # Examples
///
/// ```
/// use milepost::batch::{self, Answers, BoundKind, Column, Columns, RowPath, ReasonCode, Setting};
/// use milepost::{Period, Rule, Status, date};
///
/// let end_of = |year| Period::year(year).map(Period::end);
/// let columns = Columns {
///     baseline: &[1517.7, 120.0, 80.0],
///     observed: &[1781.8, f64::NAN, 100.0],
///     goal: &[2000.0, 150.0, 100.0],
///     bound: Column::All(BoundKind::MoreThan),
///     path: Column::All(RowPath::ConstantGrowth),
///     baseline_at: &[end_of(2021)?; 3],
///     observed_at: &[end_of(2025)?; 3],
///     deadline: &[end_of(2026)?; 3],
/// };
/// let setting = Setting::new(&Rule::pace())?;
///
/// let (mut status, mut reason) = ([0; 3], [0; 3]);
/// let (mut expected, mut pace, mut required) = ([0.0; 3], [0.0; 3], [0.0; 3]);
/// let answers = Answers {
///     status: &mut status,
///     reason: &mut reason,
///     expected: &mut expected,
///     pace: &mut pace,
///     required_from_now: &mut required,
/// };
/// batch::verdicts(&columns, date("2026-01-31")?, &setting, answers)?;
///
/// assert_eq!(status.map(Status::from_code), [Status::Lagging, Status::Unknown, Status::Ahead].map(Some));
/// assert_eq!(ReasonCode::from_code(reason[1]), Some(ReasonCode::NoObservation));
/// assert_eq!(format!("{:.2} {:.3} {:.5}", expected[0], pace[0], required[0]), "1892.61 0.727 0.12246");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn verdicts(
    columns: &Columns<'_>,
    as_of: NaiveDate,
    setting: &Setting,
    answers: Answers<'_>,
) -> Result<(), BatchError> {
    columns.check(&answers)?;
    Pass::new(as_of, setting).answer(*columns, answers);
    Ok(())
}

/// The same as [`verdicts`], with the rows shared out among the threads of rayon's pool: the same answers, bit by bit.
///
/// # Errors
///
/// Those of [`verdicts`].
///
/// # Examples
///
/// ```
/// # use milepost::batch::{self, Answers, BatchError, BoundKind, Column, Columns, RowPath, Setting};
/// # use milepost::{Rule, day, period};
/// // 100,000 schools, from 10 pupils without a seat in 2020 to none in 2030. The answers do not depend on the threads.
/// let rows = 100_000;
/// let observed: Vec<f64> = (0..rows).map(|row| f64::from(row % 12)).collect();
/// # let (baseline, goal) = (vec![10.0; observed.len()], vec![0.0; observed.len()]);
/// # let all = |period: milepost::Period| vec![period.end(); observed.len()];
/// # let (begun, seen, due) = (all(period!("2020")), all(period!("2024")), all(period!("2030")));
/// # let columns = Columns {
/// #     baseline: &baseline,
/// #     observed: &observed,
/// #     goal: &goal,
/// #     bound: Column::All(BoundKind::AtMost),
/// #     path: Column::All(RowPath::Linear),
/// #     baseline_at: &begun,
/// #     observed_at: &seen,
/// #     deadline: &due,
/// # };
/// let setting = Setting::new(&Rule::pace())?;
/// let statuses = |in_parallel: bool| {
///     let (mut status, mut reason) = (vec![0; columns.rows()], vec![0; columns.rows()]);
///     let (expected, pace, required_from_now) = (&mut [][..], &mut [][..], &mut [][..]);
///     let answers = Answers { status: &mut status, reason: &mut reason, expected, pace, required_from_now };
///     let judge = if in_parallel { batch::verdicts_in_parallel } else { batch::verdicts };
///     judge(&columns, day!("2025-01-31"), &setting, answers)?;
///     Ok::<_, BatchError>(status)
/// };
/// assert_eq!(statuses(true)?, statuses(false)?);
/// # Ok::<(), BatchError>(())
/// ```
#[cfg(feature = "rayon")]
pub fn verdicts_in_parallel(
    columns: &Columns<'_>,
    as_of: NaiveDate,
    setting: &Setting,
    answers: Answers<'_>,
) -> Result<(), BatchError> {
    columns.check(&answers)?;
    parallel::answer(&Pass::new(as_of, setting), *columns, answers);
    Ok(())
}
