//! Exact numbers: compared without error, and rounded once.
//!
//! A [`Real`] is a sum of products of fractions, powers of fractions with rational exponents, and logarithms of
//! fractions. On which side of another number it lies is [decided](decide) exactly, and the decimal that is nearest to
//! it is [found](round) with such comparisons: nowhere else in the library does anything look for more and more digits.
//!
//! The numbers that are asked for most, a single power of a ratio of two decimals and a quotient of two logarithms, are
//! found in 128 bits on the stack ([`power`]), by the same two.

mod basis;
mod decide;
mod enclosure;
mod flows;
mod fraction;
mod logarithm;
mod near;
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
