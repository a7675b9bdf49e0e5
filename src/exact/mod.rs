//! Exact numbers: compared without error, and rounded once.
//!
//! A [`Real`] is a sum of products of fractions, powers of fractions with rational exponents, and logarithms of
//! fractions. On which side of another number it lies is [decided](decide) exactly, and the decimal that is nearest to
//! it is [found](round) with such comparisons: nowhere else in the library does anything look for more and more digits.
//!
//! The numbers that are asked for most, a single power of a ratio of two decimals and a quotient of two logarithms, are
//! found in 128 bits on the stack ([`power`]), by the same two.
//!
//! # Why floats do not do
//!
//! Rules cut where people like to aim: at 0.95 of the way, at 1.5 % a year, at the goal itself. A plan that asks for a
//! growth of 10 % a year from 100 asks for 121 after two years, and a figure of 121 is a tie. In floats 1.1² is
//! 1.2100000000000002, so that a promise that was kept to the digit would be told as broken. Here 121 ÷ 100 and (11 ÷
//! 10)² are set beside each other as what they are, and algebra says `Equal`.
//!
//! # What is promised
//!
//! - *A comparison is right.* It does not depend on how many digits are shown, nor on the platform.
//! - *A decimal is the nearest one.* It is rounded once, half-even, from the exact number and never from a rounded one;
//!   it has up to 28 decimals, fewer where its whole part needs the 96 bits, and no trailing zeros.
//! - *It ends.* More bits are asked for only after algebra has said that there is a difference to be seen.
//! - *It is quick where numbers are plain.* A float decides nearly all comparisons, 128 bits nearly all others; the
//!   heap is for what lies within about 2⁻¹¹⁰ of a tie, and for sums of several terms.
//!
//! # Where to look
//!
//! | file | holds |
//! |---|---|
//! | `decide`, `round` | the two questions, and in which order they are tried |
//! | `real`, `term`, `fraction` | the number itself: a sum, one of its terms, its coefficients |
//! | `normal_form`, `basis`, `tie` | the algebra that knows a tie: of sums, of products, of a single power |
//! | `ratio`, `power`, `logarithm`, `tables`, `wide` | the short way in floats and in 128 bits |
//! | `ball`, `enclosure` | a number with its error: on the stack, and to any precision |
//! | `flows` | the one number that is no sum of terms: the root of a polynomial |

mod ball;
mod basis;
mod decide;
mod enclosure;
mod flows;
mod fraction;
mod logarithm;
mod normal_form;
mod power;
mod ratio;
mod real;
mod round;
mod tables;
mod term;
mod tie;
mod wide;

pub(crate) use flows::{compare_root, root_less_one};
pub(crate) use power::{Prepared, power_less_one, scaled_powers, share_of_logarithms};
pub(crate) use ratio::{Exponent, Ratio};
pub(crate) use real::Real;

/// Why there is no decimal near an exact number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoDecimal {
    /// The number is larger than the largest decimal.
    Overflow,
    /// The number is not zero, and nearer to zero than to any other decimal.
    Underflow,
}
