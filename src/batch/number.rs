//! Floats as the decimals that they stand for, and decimals as the nearest floats; without the heap.
#![expect(
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "digits below 2^53 and small powers of ten are exact floats, and whole numbers below 10^15 exact integers"
)]

use core::fmt::{self, Write as _};
use core::ops::Range;
use core::str;

use rust_decimal::Decimal;

use crate::value::written_number;

/// The sizes that floats other than 0 may have to be decimals for certain, from 2⁻³⁶ to less than 2⁹²: a float of size
/// 2⁻³⁶ needs fewer than 28 decimals for all its digits, and 2⁹² is a decimal.
pub(super) const SIZES: Range<f64> = 1.0 / 68_719_476_736.0..4_951_760_157_141_521_099_596_496_896.0;

/// Powers of ten whose products with whole numbers below 2⁵³ are told apart by floats.
const TENS: [f64; 7] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

/// Whether a decimal holds the number that a float stands for; `NaN` stands for none, and counts as held. Infinity and
/// numbers with too many digits or decimals are not held.
pub(super) fn fits_decimal(float: f64) -> bool {
    let size = float.abs();
    SIZES.contains(&size) || size == 0.0 || float.is_nan() || decimal(float).is_some()
}

/// The shortest decimal that reads back as this float, as Rust writes it; `None` if a decimal does not hold it.
pub(super) fn decimal(float: f64) -> Option<Decimal> {
    short_decimal(float).or_else(|| written_decimal(float))
}

/// The decimal of up to six places and fifteen digits that reads back, if there is one.
///
/// Its digits and the power of ten are exact floats, so that their quotient is the float as which it is read. No other
/// decimal of fifteen digits reads back as the same float, thus none is shorter.
fn short_decimal(float: f64) -> Option<Decimal> {
    const SIXTEEN_DIGITS: f64 = 1e15;
    for (scale, ten) in (0..).zip(TENS) {
        let digits = libm::rint(float * ten);
        if digits.is_nan() || digits.abs() >= SIXTEEN_DIGITS {
            return None;
        }
        if digits / ten == float {
            return Decimal::try_from_i128_with_scale(i128::from(digits as i64), scale).ok();
        }
    }
    None
}

/// The decimal that Rust writes for a float; `None` where no decimal holds it.
fn written_decimal(float: f64) -> Option<Decimal> {
    let mut text = Digits::EMPTY;
    write!(text, "{float:e}").ok()?;
    written_number(text.as_str()?)
}

/// The float nearest to a decimal.
pub(super) fn float(decimal: Decimal) -> f64 {
    short_float(decimal).unwrap_or_else(|| read_float(decimal))
}

/// The float nearest to a decimal whose digits and power of ten are exact floats: their quotient. `None` of other
/// decimals.
fn short_float(decimal: Decimal) -> Option<f64> {
    let ten = TENS.get(usize::try_from(decimal.scale()).ok()?)?;
    let digits = i64::try_from(decimal.mantissa()).ok()?;
    (digits.unsigned_abs() < 1 << f64::MANTISSA_DIGITS).then(|| digits as f64 / ten)
}

/// The float nearest to any decimal, by Rust's reader of floats, which rounds correctly.
fn read_float(decimal: Decimal) -> f64 {
    let mut text = Digits::EMPTY;
    // Thirty digits, a sign and an exponent fit.
    let written = write!(text, "{}e-{}", decimal.mantissa(), decimal.scale());
    let read = text.as_str().and_then(|text| text.parse().ok());
    read.filter(|_| written.is_ok()).unwrap_or(f64::NAN)
}

/// A short text on the stack.
struct Digits {
    bytes: [u8; 40],
    length: usize,
}

impl Digits {
    const EMPTY: Self = Self {
        bytes: [0; 40],
        length: 0,
    };

    /// What was written; `None` if that is no text, which numbers are.
    fn as_str(&self) -> Option<&str> {
        str::from_utf8(self.bytes.get(..self.length)?).ok()
    }
}

impl fmt::Write for Digits {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let end = self.length.checked_add(part.len()).ok_or(fmt::Error)?;
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(part.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dec;

    #[test]
    fn a_float_stands_for_the_shortest_decimal_that_reads_back() {
        for (float, expected) in [
            (0.1, Some(dec!(0.1))),
            (1781.8, Some(dec!(1781.8))),
            (-0.135, Some(dec!(-0.135))),
            (1e22, Some(dec!(10000000000000000000000))),
            (-0.0, Some(dec!(0))),
            (0.1 + 0.2, Some(dec!(0.30000000000000004))),
            // Of two that are equally short and near, the one farther from zero: not all languages write that one.
            (2.0_f64.powi(50) + 0.25, Some(dec!(1125899906842624.3))),
            (-2.0_f64.powi(50) - 0.25, Some(dec!(-1125899906842624.3))),
            (2.0_f64.powi(50) + 0.75, Some(dec!(1125899906842624.8))),
            (2.0_f64.powi(46) + 0.125, Some(dec!(70368744177664.13))),
            (2.0_f64.powi(96), None),
            (7.9e28, Some(dec!(79000000000000000000000000000))),
            (1e-28, Some(dec!(0.0000000000000000000000000001))),
            (1.5e-28, None),
            (5e-324, None),
            (f64::INFINITY, None),
            (f64::NEG_INFINITY, None),
            (f64::NAN, None),
        ] {
            assert_eq!(decimal(float), expected, "{float:e}");
            assert_eq!(fits_decimal(float), expected.is_some() || float.is_nan(), "{float:e}");
        }
    }

    #[test]
    fn sizes_that_are_held_for_certain_are_held() {
        for float in [SIZES.start, neighbour(SIZES.start, 1), neighbour(SIZES.end, -1)] {
            assert!(decimal(float).is_some() && decimal(-float).is_some(), "{float:e}");
        }
    }

    fn neighbour(float: f64, steps: i64) -> f64 {
        f64::from_bits(float.to_bits().wrapping_add_signed(steps))
    }

    /// Scales and all: 1.50 is 1.5.
    fn assert_the_short_way_agrees(float: f64) {
        if let Some(short) = short_decimal(float) {
            assert_eq!(
                Some(short.unpack()),
                written_decimal(float).map(|written| written.unpack()),
                "{float:e}"
            );
            assert_eq!(short_float(short), Some(read_float(short)), "{short}");
        }
    }

    #[test]
    fn the_short_way_ends_at_fifteen_digits_and_six_places() {
        for (float, is_short) in [
            (0.0, true),
            (1781.8, true),
            (1e-6, true),
            (1e-7, false),
            (999_999_999.999_999, true),
            (9_999_999_999.999_99, true),
            (99_999_999_999.999_99, false),
            (999_999_999_999_999.0, true),
            (1_000_000_000_000_000.0, false),
            (0.1 + 0.2, false),
            (f64::INFINITY, false),
            (f64::NAN, false),
        ] {
            assert_eq!(short_decimal(float).is_some(), is_short, "{float:e}");
            assert_the_short_way_agrees(float);
        }
    }

    proptest! {
        #[test]
        fn the_short_way_leads_to_what_is_written(digits in -10_000_000_000_000_000_i64..10_000_000_000_000_000, cut in 0..16, places in 0..8) {
            let float = libm::trunc(digits as f64 / 10.0_f64.powi(cut)) / 10.0_f64.powi(places);
            for steps in -1..=1 {
                assert_the_short_way_agrees(neighbour(float, steps));
            }
        }

        #[test]
        fn a_float_comes_back(mantissa in -(1_i64 << 53)..1 << 53, exponent in -40..40) {
            let number = mantissa as f64 * 2.0_f64.powi(exponent);
            if let Some(decimal) = decimal(number) {
                prop_assert_eq!(float(decimal), number);
            }
        }
    }
}
