//! Floats as the decimals that they stand for, and decimals as the nearest floats; without the heap.

use core::fmt::{self, Write as _};
use core::str;

use rust_decimal::Decimal;

/// The shortest decimal that reads back as this float, as Rust writes it; `None` if a decimal does not hold it.
pub(super) fn decimal(float: f64) -> Option<Decimal> {
    let mut text = Text::EMPTY;
    write!(text, "{float:e}").ok()?;
    let (digits, exponent) = text.as_str()?.split_once('e')?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut mantissa: i128 = whole.parse().ok()?;
    for digit in fraction.bytes() {
        // Seventeen digits at most.
        let digit = i128::from(digit.checked_sub(b'0')?);
        let signed = if float < 0.0 { digit.checked_neg()? } else { digit };
        mantissa = mantissa.checked_mul(10)?.checked_add(signed)?;
    }
    let places = i32::try_from(fraction.len())
        .ok()?
        .checked_sub(exponent.parse().ok()?)?;
    if let Ok(scale) = u32::try_from(places) {
        return Decimal::try_from_i128_with_scale(mantissa, scale).ok();
    }
    let zeros = 10_i128.checked_pow(places.unsigned_abs())?;
    Decimal::try_from_i128_with_scale(mantissa.checked_mul(zeros)?, 0).ok()
}

/// The float nearest to a decimal.
pub(super) fn float(decimal: Decimal) -> f64 {
    let mut text = Text::EMPTY;
    // Thirty digits, a sign and an exponent fit; the reader of floats rounds correctly.
    let written = write!(text, "{}e-{}", decimal.mantissa(), decimal.scale());
    let read = text.as_str().and_then(|text| text.parse().ok());
    read.filter(|_| written.is_ok()).unwrap_or(f64::NAN)
}

/// A short text on the stack.
struct Text {
    bytes: [u8; 40],
    length: usize,
}

impl Text {
    const EMPTY: Self = Self {
        bytes: [0; 40],
        length: 0,
    };

    fn as_str(&self) -> Option<&str> {
        str::from_utf8(self.bytes.get(..self.length)?).ok()
    }
}

impl fmt::Write for Text {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let end = self.length.checked_add(part.len()).ok_or(fmt::Error)?;
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(part.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[cfg(test)]
#[expect(
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::cast_precision_loss,
    reason = "floats are made and read back to the bit"
)]
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
        }
    }

    proptest! {
        #[test]
        fn a_float_comes_back(mantissa in -(1_i64 << 53)..1 << 53, exponent in -40..40) {
            let number = mantissa as f64 * 2.0_f64.powi(exponent);
            if let Some(decimal) = decimal(number) {
                prop_assert_eq!(float(decimal), number);
            }
        }
    }
}
