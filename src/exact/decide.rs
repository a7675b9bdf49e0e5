//! Deciding: on which side of another number an exact number lies.
//!
//! 1. In floating point, with a bound on the error, where that is faster: whatever is not within about 2⁻⁴⁸ of a tie.
//! 2. In 128 bits, with a bound on the error: within about 2⁻¹¹⁰.
//! 3. Whether it is a tie, by algebra, which no precision tells.
//! 4. If it is not, there is a difference: 256 bits, and twice as many until it shows.
//!
//! The first two do not touch the heap.
//!
//! The order matters for ending, not only for speed: of two equal numbers no count of bits ever shows a difference, so
//! the algebra of step 3 stands before the loop of step 4. And it stands behind step 2 since it is the dearest of the
//! short ones, while a difference that 128 bits show needs no algebra.
//!
//! A step may pass (`None`), and must not guess: what it tells is the side of the exact difference.

use core::cmp::Ordering;

use super::enclosure::Enclosure;

/// The bits to begin with, once there is a difference.
const FIRST_PRECISION: u64 = 256;

/// The difference of two exact numbers, by the ways in which its side of zero can be found.
pub(super) trait Difference {
    /// On which side of zero the difference lies, worked out in floating point; `None` where their error leaves it
    /// open.
    fn side_in_floats(&self) -> Option<Ordering> {
        None
    }

    /// On which side of zero the difference lies, worked out in 128 bits; `None` where their error leaves it open.
    fn side_in_128_bits(&self) -> Option<Ordering>;

    /// Decides by algebra whether the difference is zero: `None` if it is. Otherwise a function that encloses it, or a
    /// positive multiple of it, in as many bits as it is given: the more bits, the narrower.
    fn enclosed_unless_zero(&self) -> Option<impl Fn(u64) -> Enclosure>;
}

/// On which side of zero a difference lies, exactly.
#[inline]
pub(super) fn decide(difference: &impl Difference) -> Ordering {
    difference.side_in_floats().unwrap_or_else(|| beyond_floats(difference))
}

/// On which side of zero a difference lies, where floats do not tell.
#[cold]
fn beyond_floats(difference: &impl Difference) -> Ordering {
    if let Some(side) = difference.side_in_128_bits() {
        return side;
    }
    let Some(enclosed) = difference.enclosed_unless_zero() else {
        return Ordering::Equal;
    };
    let mut bits = FIRST_PRECISION;
    loop {
        if let Some(side) = enclosed(bits).side() {
            return side;
        }
        bits = bits.saturating_mul(2);
    }
}
