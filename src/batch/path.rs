//! Distances on the two kinds of path, and what floats lose on them.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::inline_always,
    reason = "as in the block, into which all of this is inlined"
)]

use super::column::ROWS;
use super::elementary::{either, logarithm, power_of_two, reduced};
use super::lanes::{Lanes, Rows};
use super::number::SIZES;

/// The value from which distances are measured: the baseline, or the figure where the baseline is not known. What is
/// covered is 0 then, and what is left is right.
#[inline(always)]
fn start_or_observed(baseline: f64, observed: f64) -> f64 {
    either(baseline.is_nan(), observed, baseline)
}

/// How a path of one kind runs, and what floats lose on it.
pub(super) trait PathKind {
    /// Writes the distances of each row from its baseline into their lanes: *way* to the goal, *covered* to the figure.
    fn measure_distances(rows: &Rows<'_>, lanes: &mut Lanes);
    /// A bound on the error of *way* and of *covered*, and on what the pace loses by rounding: the `slack` of the
    /// block's proof.
    fn slack(baseline: f64, observed: f64, goal: f64) -> f64;
    /// The distance from the figure to the goal, by whichever two of the four numbers lose least.
    fn distance_left(way: f64, covered: f64, observed: f64, goal: f64) -> f64;
    /// The value at a distance from the baseline.
    fn value_at(baseline: f64, distance: f64) -> f64;
    /// The rate, or the change per year, of a path that goes this distance in a year.
    fn rate_of(distance: f64) -> f64;
    /// 0 for a number that a block handles in floats; other bits for one that has to be answered exactly.
    fn unusual_bits(number: f64) -> u64;
}

/// A path of the same rate a year: distances are binary logarithms of ratios.
pub(super) struct GrowthPath;

/// A path of the same amount a year: distances are differences.
pub(super) struct LinearPath;

/// 0 for a number above zero within [`SIZES`], and not 0 for any other. The bits of floats, read as whole numbers, rise
/// with the floats, and the sizes are 2⁷ powers of two with 2⁵² mantissas each.
#[inline(always)]
fn unusual_size(number: f64) -> u64 {
    const _: () = assert!(SIZES.end.to_bits() - SIZES.start.to_bits() == 1 << 59);
    number.to_bits().wrapping_sub(SIZES.start.to_bits()) >> 59
}

impl PathKind for GrowthPath {
    /// way = log₂(goal ÷ start), covered = log₂(observed ÷ start).
    ///
    /// Their two divisions are one: `a ÷ b` and `c ÷ d` are `a · d` and `c · b`, each times `1 ÷ (b · d)`. A quotient
    /// loses five roundings so, of the eight that [`logarithm`] allows.
    #[inline(always)]
    fn measure_distances(rows: &Rows<'_>, lanes: &mut Lanes) {
        for i in 0..ROWS {
            let start = start_or_observed(rows.baseline[i], rows.observed[i]);
            let to_goal = reduced(start, rows.goal[i]);
            let to_observed = reduced(start, rows.observed[i]);
            let inverse = 1.0 / (to_goal.sum * to_observed.sum);
            lanes.doublings_to_goal[i] = to_goal.doublings;
            lanes.doublings_to_observed[i] = to_observed.doublings;
            lanes.way[i] = to_goal.difference * to_observed.sum * inverse;
            lanes.covered[i] = to_observed.difference * to_goal.sum * inverse;
        }
        for i in 0..ROWS {
            lanes.way[i] = logarithm(lanes.doublings_to_goal[i], lanes.way[i]);
            lanes.covered[i] = logarithm(lanes.doublings_to_observed[i], lanes.covered[i]);
        }
    }

    /// 2⁻⁴⁰, for all numbers.
    ///
    /// A logarithm is below 2⁷ and off by 2⁻⁴³ + 2⁻⁵³ of itself; the half unit by which each of its two numbers may
    /// miss its decimal moves it by 2⁻⁵¹. Together that is less than 2⁻⁴²·⁸. What is left of 2⁻⁴⁰ exceeds 2⁻⁴¹, and
    /// |way · t| is below 2⁷: so it covers the last term of the block's proof, 2⁻⁴⁹ · (|pace| + |c|).
    #[inline(always)]
    fn slack(_baseline: f64, _observed: f64, _goal: f64) -> f64 {
        1.0 / 1_099_511_627_776.0
    }

    /// way − covered, since both are logarithms already.
    #[inline(always)]
    fn distance_left(way: f64, covered: f64, _observed: f64, _goal: f64) -> f64 {
        way - covered
    }

    /// baseline · 2^distance.
    #[inline(always)]
    fn value_at(baseline: f64, distance: f64) -> f64 {
        baseline * power_of_two(distance).value()
    }

    /// 2^doublings − 1, the rate of a year with so many doublings. It is not a number where the year multiplies by more
    /// than 2⁹⁶, which no decimal holds, or by less than 2⁻⁹⁴, which 28 decimals hardly tell from 0.
    #[inline(always)]
    fn rate_of(doublings: f64) -> f64 {
        if (-94.0..=96.0).contains(&doublings) {
            power_of_two(doublings).less_one()
        } else {
            f64::NAN
        }
    }

    /// 0 for a number above zero within [`SIZES`].
    #[inline(always)]
    fn unusual_bits(number: f64) -> u64 {
        unusual_size(number)
    }
}

impl PathKind for LinearPath {
    /// way = goal − start, covered = observed − start.
    #[inline(always)]
    fn measure_distances(rows: &Rows<'_>, lanes: &mut Lanes) {
        for i in 0..ROWS {
            let start = start_or_observed(rows.baseline[i], rows.observed[i]);
            lanes.way[i] = rows.goal[i] - start;
            lanes.covered[i] = rows.observed[i] - start;
        }
    }

    /// 2⁻⁴⁶ of the sum of the three sizes.
    ///
    /// A difference is off by half a unit by rounding, and by the half unit by which each number may miss its decimal:
    /// less than 2⁻⁵¹ of the sum. What is left of 2⁻⁴⁶ exceeds 2⁻⁴⁷ of the sum, and |way · t| is below the sum: so it
    /// covers the last term of the block's proof, 2⁻⁴⁹ · (|pace| + |c|).
    #[inline(always)]
    fn slack(baseline: f64, observed: f64, goal: f64) -> f64 {
        (baseline.abs() + observed.abs() + goal.abs()) * (1.0 / 70_368_744_177_664.0)
    }

    /// goal − observed. way − covered would lose digits where the figure is near the goal and the baseline far from
    /// both.
    #[inline(always)]
    fn distance_left(_way: f64, _covered: f64, observed: f64, goal: f64) -> f64 {
        goal - observed
    }

    #[inline(always)]
    fn value_at(baseline: f64, distance: f64) -> f64 {
        baseline + distance
    }

    /// The distance of a year itself: the change per year.
    #[inline(always)]
    fn rate_of(distance: f64) -> f64 {
        distance
    }

    /// 0 for 0 and for a number of either sign whose size lies within [`SIZES`].
    #[inline(always)]
    fn unusual_bits(number: f64) -> u64 {
        let size = number.abs();
        unusual_size(if size == 0.0 { 1.0 } else { size })
    }
}
