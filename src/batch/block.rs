//! A block of rows at once: every step for all of them, then the next one.
//!
//! Each step is a loop over arrays of one size whose body has no branches and no calls, so that the compiler turns it
//! into vectors for whatever instruction set it is compiled for. What a block cannot answer it marks, and
//! [`Row`](super::row::Row) answers that exactly.
//!
//! # When a class is certain
//!
//! With *way* and *covered* the distances from the baseline to the goal and to the figure (binary logarithms, or
//! differences) and *t* the share of the time, `pace = covered ÷ (way · t)`. Let `slack` bound the error of *way* and
//! of *covered*, the half unit by which each float may miss the decimal that it stands for included. Decimals lie in
//! the order of their floats, so that *way* has the right sign, and the pace reaches a cut c where `covered − c · way ·
//! t` is 0 or has that sign. As t ≤ 1, this number is off by at most `slack · (1 + |c|)`, and the computed pace lies
//! on the right side of the cut wherever
//!
//! ```text
//! |pace − c| > slack · (1 + |c|) ÷ |way · t| + 2⁻⁴⁹ · (|pace| + |c|)
//! ```
//!
//! with the computed pace and way, however far their errors may bring them from the exact ones. The last term is for
//! rounding: eight times in the pace, once in the cut, and in this comparison. A class is taken from the floats only if
//! no cut lies within `slack · (1 + C + |pace|) ÷ |way · t|`, where C is the size of the largest cut; each kind of path
//! argues that its slack is large enough to cover the last term too.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::inline_always,
    clippy::needless_bitwise_bool,
    clippy::needless_range_loop,
    reason = "columns are of floats with argued bounds; every index is below the length of every array, and what is inlined into one \
              function is compiled for its instruction set"
)]

use chrono::NaiveDate;

use super::column::{BlockColumn, ROWS};
use super::elementary::{either, to_float};
use super::lanes::{AnswerBlock, Filled, Lanes, Marks, Rows};
use super::number::float;
use super::path::{GrowthPath, LinearPath, PathKind};
use super::{ReasonCode, RowPath, Setting, Status};
use crate::value::{Position, Years};

/// The mark of a row whose class the floats leave undecided: only its class is answered exactly.
pub(super) const UNDECIDED: u64 = 1 << 16;
/// The mark of a row with a number or a time that a block does not handle: all of the row is answered exactly.
pub(super) const UNUSUAL: u64 = 1 << 17;

/// The numbers of the setting that hold of every row, as floats.
#[derive(Clone, Copy)]
pub(super) struct Constants {
    /// The least pace of each class, from the best on.
    pub(super) cuts: [f64; 4],
    pub(super) largest_cut: f64,
    pub(super) today: NaiveDate,
    pub(super) as_of: Position,
    /// The age beyond which a figure is stale, in units of [`Years`]; infinite where no age is too old.
    pub(super) oldest: f64,
    /// How long after the deadline its own figure is waited for, in units of [`Years`].
    pub(super) two_reporting_periods: f64,
}

impl Constants {
    /// The numbers of a setting as of `today`. A time that is not limited is infinite.
    #[expect(clippy::cast_precision_loss, reason = "ages are below 2^53")]
    pub(super) fn of(setting: &Setting, today: NaiveDate) -> Self {
        let cuts = setting.cuts().classes().map(|(_, cut)| float(cut));
        let time = |time: Option<Years>| time.map_or(f64::INFINITY, |time| time.units() as f64);
        Self {
            cuts,
            largest_cut: cuts.into_iter().map(f64::abs).fold(0.0, f64::max),
            today,
            as_of: Position::of(today),
            oldest: time(setting.oldest(today)),
            two_reporting_periods: time(setting.reporting_periods(today, 2)),
        }
    }
}

/// Whether a value meets the bound at this goal, by the `sign` and the `margin` of the [`BoundKind`](super::BoundKind).
/// The answer is exact: a difference of floats has the right sign, and is 0 only between equal ones.
#[inline(always)]
fn meets(value: f64, goal: f64, sign: f64, margin: f64) -> bool {
    (value - goal) * sign >= margin
}

/// The status of a row in the lowest eight bits and its reason in the next eight. The bits above are for the marks
/// [`UNDECIDED`] and [`UNUSUAL`], which are not set here.
pub(super) const fn packed(status: Status, reason: ReasonCode) -> u64 {
    status.code() as u64 | (reason.code() as u64) << 8
}

/// Answers a block in floats, and returns the packed status, reason and marks of each row. A marked row has to be
/// answered exactly afterwards.
#[inline(always)]
pub(super) fn judge<'a, P: PathKind>(
    constants: &Constants,
    rows: &Rows<'_>,
    lanes: &'a mut Lanes,
    into: &mut AnswerBlock<'_>,
) -> &'a Marks {
    measure_times(constants.as_of, rows, lanes);
    read_bounds(rows, lanes);
    P::measure_distances(rows, lanes);
    measure_shares(lanes);
    write_expected::<P>(rows, lanes);
    write_required::<P>(rows, lanes);
    classify::<P>(constants, rows, lanes);
    classify_limits::<P>(constants, rows, lanes);
    answer_rows::<P>(constants, rows, lanes, into);
    write_codes(lanes, into);
    &lanes.packed
}

/// Judges a block with paths of both kinds: all rows in both ways, and each keeps what belongs to its own.
#[inline(always)]
pub(super) fn judge_each<'a>(
    constants: &Constants,
    rows: &Rows<'_>,
    paths: &[RowPath; ROWS],
    lanes: &'a mut Lanes,
    into: &mut AnswerBlock<'_>,
) -> &'a Marks {
    let on_growth = *judge::<GrowthPath>(constants, rows, lanes, into);
    let mut filled = Filled::EMPTY;
    let linear = &mut filled.answers();
    judge::<LinearPath>(constants, rows, lanes, linear);
    for i in 0..ROWS {
        if paths[i] == RowPath::Linear {
            (into.status[i], into.reason[i]) = (linear.status[i], linear.reason[i]);
            (into.expected[i], into.pace[i]) = (linear.expected[i], linear.pace[i]);
            into.required[i] = linear.required[i];
        } else {
            lanes.packed[i] = on_growth[i];
        }
    }
    &lanes.packed
}

/// Writes `span`, `elapsed` and `age` of each row, and whether its positions are near enough for floats.
#[inline(always)]
fn measure_times(as_of: Position, rows: &Rows<'_>, lanes: &mut Lanes) {
    /// Positions within ± 2⁵⁰ differ by less than 2⁵¹.
    const REACH: i64 = 1 << 50;
    for i in 0..ROWS {
        let baseline = rows.baseline_at[i].units();
        let observed = rows.observed_at[i].units();
        let deadline = rows.deadline[i].units();
        let reach = |position: i64| position.wrapping_add(REACH) as u64;
        lanes.out_of_reach[i] = (reach(baseline) | reach(observed) | reach(deadline)) >> 51;
        lanes.span[i] = to_float(deadline.wrapping_sub(baseline));
        lanes.elapsed[i] = to_float(observed.wrapping_sub(baseline));
        lanes.age[i] = to_float(as_of.units().wrapping_sub(observed));
    }
}

/// Writes sign and margin of each row's bound. A bound that all rows share was written when the lanes were made.
#[inline(always)]
fn read_bounds(rows: &Rows<'_>, lanes: &mut Lanes) {
    if let BlockColumn::Each(kinds) = rows.bound {
        for i in 0..ROWS {
            lanes.sign[i] = kinds[i].sign();
            lanes.margin[i] = kinds[i].margin();
        }
    }
}

/// Writes what is due, the pace, and the share of the rest of the way that a year has to bring:
///
/// ```text
/// due = way · elapsed ÷ span   inverse = 1 ÷ due   pace = covered ÷ due   per_year_left = 1 year ÷ (span − elapsed)
/// ```
///
/// From the deadline on, where no time is left, `per_year_left` is 1; nothing is required then.
#[inline(always)]
fn measure_shares(lanes: &mut Lanes) {
    #[expect(clippy::cast_precision_loss, reason = "below 2^23")]
    const YEAR: f64 = Years::UNITS_PER_YEAR as f64;
    // Three divisions are one: with a = elapsed · way and b = span · left, each quotient is a product with 1 ÷ (a · b).
    // None of the products loses more than nine roundings, 2⁻⁴⁹·⁸ of itself.
    for i in 0..ROWS {
        let (span, elapsed) = (lanes.span[i], lanes.elapsed[i]);
        let left = if span > elapsed { span - elapsed } else { YEAR };
        let (a, b) = (elapsed * lanes.way[i], span * left);
        let inverse = 1.0 / (a * b);
        lanes.due[i] = a * a * left * inverse;
        lanes.inverse[i] = span * b * inverse;
        lanes.per_year_left[i] = YEAR * (span * a * inverse);
        lanes.pace[i] = lanes.covered[i] * lanes.inverse[i];
    }
}

/// Writes the value that the path expects at the figure: the goal itself from the deadline on.
#[inline(always)]
fn write_expected<P: PathKind>(rows: &Rows<'_>, lanes: &mut Lanes) {
    // The bounds that the module promises are kept. On constant growth, *due* is off by 2⁻⁴²·⁸ as *way* is, and by nine
    // roundings of less than 2⁷, 2⁻⁴²·⁸ again: together 2⁻⁴¹·⁸, which changes the value by ln 2 times as much of it.
    // With what the power loses, that is less than 2⁻⁴¹ of the larger of baseline and goal. On a straight line all
    // errors together are below 2⁻⁴⁶ of the sizes.
    for i in 0..ROWS {
        let on_the_way = P::value_at(rows.baseline[i], lanes.due[i]);
        let is_at_deadline = lanes.elapsed[i] >= lanes.span[i];
        lanes.expected[i] = if is_at_deadline { rows.goal[i] } else { on_the_way };
    }
}

/// Writes the rate (on constant growth) or the change per year (on a straight line) required from figure to goal.
#[inline(always)]
fn write_required<P: PathKind>(rows: &Rows<'_>, lanes: &mut Lanes) {
    // The bounds that the module promises are kept. On constant growth, the distance left is off by twice 2⁻⁴²·⁸, and
    // loses ten roundings until it is a year's logarithm, 2⁻⁴⁹·⁶ of less than 2⁷: together 2⁻⁴¹·¹ ÷ years left, which
    // changes the year's factor by ln 2 times as much of it. On a straight line, figure and goal are half a unit off,
    // 2⁻⁵² of the larger one, and the distance left, at most twice the larger one, loses ten roundings, 2⁻⁴⁸·⁶ of the
    // larger one.
    for i in 0..ROWS {
        let left = P::distance_left(lanes.way[i], lanes.covered[i], rows.observed[i], rows.goal[i]);
        lanes.required[i] = P::rate_of(left * lanes.per_year_left[i]);
    }
}

/// Writes the class of each pace by the cuts, or [`UNDECIDED`] where a cut lies within the error of the pace.
///
/// The pace may be off by `reach = slack · (1 + largest cut + |pace|) ÷ |due|`, as the head of this file argues. Where
/// nothing is covered, the pace is exactly 0.
#[inline(always)]
fn classify<P: PathKind>(constants: &Constants, rows: &Rows<'_>, lanes: &mut Lanes) {
    let (cuts, reach_of_cuts) = (constants.cuts, 1.0 + constants.largest_cut);
    for i in 0..ROWS {
        let pace = lanes.pace[i];
        let slack = P::slack(rows.baseline[i], rows.observed[i], rows.goal[i]);
        let reach = slack * (reach_of_cuts + pace.abs()) * lanes.inverse[i].abs();
        let reach = if lanes.covered[i] == 0.0 { 0.0 } else { reach };
        let (low, high) = (pace - reach, pace + reach);
        // Status codes are numbered from the best class down to worsening: each cut that is reached takes one away.
        let mut class = packed(Status::Worsening, ReasonCode::Pace);
        let mut best = class;
        for cut in cuts {
            class -= u64::from(low >= cut);
            best -= u64::from(high >= cut);
        }
        lanes.packed[i] = if class == best { class } else { UNDECIDED };
    }
}

/// Writes class and pace of each limit, a row whose baseline meets the bound; other rows keep theirs. A limit is never
/// better than on track, with the reason that it is within the limit. Its pace is due ÷ spent, and not a number where
/// nothing of its room is spent. `UNDECIDED` where floats are too near a cut.
///
/// On entry `lanes.pace` of a limit holds spent ÷ due, so that the pace reaches a cut c if c · spent ÷ due ≤ 1.
#[inline(always)]
fn classify_limits<P: PathKind>(constants: &Constants, rows: &Rows<'_>, lanes: &mut Lanes) {
    const WITHIN: u64 = packed(Status::OnTrack, ReasonCode::WithinLimit);
    const ON_TRACK: u64 = packed(Status::OnTrack, ReasonCode::Pace);
    let mut limits = 0;
    for i in 0..ROWS {
        limits |= u64::from(meets(rows.baseline[i], rows.goal[i], lanes.sign[i], lanes.margin[i]));
    }
    if limits == 0 {
        return;
    }
    let (cuts, reach_of_cuts) = (constants.cuts, 1.0 + constants.largest_cut);
    for i in 0..ROWS {
        let (baseline, observed, goal) = (rows.baseline[i], rows.observed[i], rows.goal[i]);
        let is_limit = meets(baseline, goal, lanes.sign[i], lanes.margin[i]);
        let is_spent = (observed - baseline) * lanes.sign[i] < 0.0;
        let spent = lanes.pace[i];
        // As for other rows. It covers the rounding of `spent · cut` too: near 1, that is 2⁻⁵³ of `spent`.
        let slack = P::slack(baseline, observed, goal);
        let reach = slack * (reach_of_cuts + spent.abs()) * lanes.inverse[i].abs();
        let (low, high) = (spent - reach, spent + reach);
        // Each cut that is reached takes one away, as in `classify`.
        let mut class = packed(Status::Worsening, ReasonCode::Pace);
        let mut best = class;
        for cut in cuts {
            class -= u64::from(either(cut > 0.0, high, low) * cut <= 1.0);
            best -= u64::from(either(cut > 0.0, low, high) * cut <= 1.0);
        }
        let (class, best) = (class.max(ON_TRACK), best.max(ON_TRACK));
        let class = if class == best { class } else { UNDECIDED };
        let class = if class == ON_TRACK || !is_spent { WITHIN } else { class };
        lanes.packed[i] = if is_limit { class } else { lanes.packed[i] };
        let pace = either(is_spent, 1.0 / spent, f64::NAN);
        lanes.pace[i] = either(is_limit, pace, spent);
    }
}

/// Writes status and reason of each row, packed, and its numbers. A row that a block does not handle gets the mark
/// [`UNUSUAL`]: one with an unusual number, without way, or without a figure between baseline and deadline.
///
/// Of the others the first of these that applies decides: the bound, if the deadline is over; a deadline whose figure
/// is overdue; the age of the figure; a bound that is met, or a limit that is exceeded; a missing baseline; the pace.
/// A number that a row does not have becomes `NaN`.
#[inline(always)]
fn answer_rows<P: PathKind>(constants: &Constants, rows: &Rows<'_>, lanes: &mut Lanes, into: &mut AnswerBlock<'_>) {
    const ACHIEVED: u64 = packed(Status::Achieved, ReasonCode::BoundMet);
    const EXCEEDED: u64 = packed(Status::Worsening, ReasonCode::LimitExceeded);
    const NO_START: u64 = packed(Status::Unknown, ReasonCode::NoBaselineValue);
    const STALE: u64 = packed(Status::Unknown, ReasonCode::Stale);
    const NO_FIGURE_AT_DEADLINE: u64 = packed(Status::Unknown, ReasonCode::NoFigureAtDeadline);
    const MISSED: u64 = packed(Status::Missed, ReasonCode::BoundNotMet);
    for i in 0..ROWS {
        let (baseline, observed, goal) = (rows.baseline[i], rows.observed[i], rows.goal[i]);
        let (span, elapsed, age) = (lanes.span[i], lanes.elapsed[i], lanes.age[i]);
        let (out_of_reach, way, class) = (lanes.out_of_reach[i], lanes.way[i], lanes.packed[i]);
        let (expected, pace, required) = (lanes.expected[i], lanes.pace[i], lanes.required[i]);
        let (sign, margin) = (lanes.sign[i], lanes.margin[i]);
        let is_met = meets(observed, goal, sign, margin);
        let was_met = meets(baseline, goal, sign, margin);
        let has_start = !baseline.is_nan();
        let met = if was_met { class } else { ACHIEVED };
        let on_the_way = if has_start { class } else { NO_START };
        let not_met = if was_met { EXCEEDED } else { on_the_way };
        let by_value = if is_met { met } else { not_met };
        let is_stale = age > constants.oldest;
        let by_age = if is_stale { STALE } else { by_value };
        let since_the_end = age + (elapsed - span);
        let is_overdue = since_the_end > constants.two_reporting_periods;
        let before_the_end = if is_overdue { NO_FIGURE_AT_DEADLINE } else { by_age };
        let at_the_end = if is_met { ACHIEVED } else { MISSED };
        // A figure of a day after the deadline is unusual, so that this one is of the deadline's own day.
        let is_over = (elapsed >= span) & (age > 0.0);
        let code = if is_over { at_the_end } else { before_the_end };
        let is_seen = (elapsed > 0.0) & (elapsed <= span) & (age >= 0.0);
        let baseline_outside = if has_start { P::unusual_bits(baseline) } else { 0 };
        let outside = out_of_reach | baseline_outside | P::unusual_bits(observed) | P::unusual_bits(goal);
        let is_usual = is_seen & (way != 0.0) & (outside == 0);
        lanes.packed[i] = if is_usual { code } else { UNUSUAL };
        let is_required = (elapsed < span) & (since_the_end <= 0.0) & (was_met | !is_met);
        into.expected[i] = either(has_start, expected, f64::NAN);
        into.pace[i] = either(has_start, pace, f64::NAN);
        into.required[i] = either(is_required, required, f64::NAN);
    }
}

/// Writes status and reason of each row to the answers, without its marks.
#[inline(always)]
fn write_codes(lanes: &Lanes, into: &mut AnswerBlock<'_>) {
    let mut codes = [0; ROWS];
    for i in 0..ROWS {
        codes[i] = lanes.packed[i] as u16;
    }
    for i in 0..ROWS {
        let [status, reason] = codes[i].to_le_bytes();
        (into.status[i], into.reason[i]) = (status, reason);
    }
}
