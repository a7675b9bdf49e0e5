//! How decimals are written to and read from documents.
//!
//! A decimal is written as a string, `"1781.8"`, whatever features other crates have switched on in `rust_decimal`,
//! whose own format changes with them. It is read from
//!
//! - a string: an optional sign, digits, and at most one point; exact, up to 28 digits after the point;
//! - a whole number of 64 bits, exact;
//! - any other number, as a courtesy: it means the decimal of at most 15 digits that its 64-bit float stands for. A
//!   number that needs more is refused, since the author may have written more than a float can hold: such a figure is
//!   written as a string.
//!
//! Use it for your own structs with `#[serde(with = "milepost::decimal")]`.
//!
//! # Examples
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use milepost::{Decimal, dec};
//!
//! #[derive(serde::Serialize, serde::Deserialize)]
//! struct Reading {
//!     #[serde(with = "milepost::decimal")]
//!     value: Decimal,
//! }
//!
//! let reading: Reading = serde_json::from_str(r#"{ "value": 1781.8 }"#)?;
//! assert_eq!(reading.value, dec!(1781.8));
//! assert_eq!(serde_json::to_string(&reading)?, r#"{"value":"1781.8"}"#);
//! # }
//! # Ok::<(), serde_json::Error>(())
//! ```

mod mend;
#[cfg(feature = "serde")]
mod wire;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use super::printed::plain_number;
use super::{ValueError, excerpt};
use mend::mend;
#[cfg(feature = "serde")]
pub(crate) use wire::{Exact, MaybeExact, NUMBER_TOKEN, WireDecimal, from_number};
#[cfg(feature = "serde")]
pub use wire::{deserialize, option, serialize};

/// Reads a decimal as documents write it: an optional sign, digits and at most one point.
///
/// # Errors
///
/// [`ValueError::Decimal`] if the text is anything else (no thousands separators, no exponents, no blanks), or has more
/// digits than a decimal holds: nothing is rounded in silence.
///
/// # Examples
///
/// ```
/// use milepost::{dec, decimal};
///
/// assert_eq!(decimal::parse("-0.135")?, dec!(-0.135));
/// assert!(decimal::parse("1,400").is_err());
/// # Ok::<(), milepost::ValueError>(())
/// ```
pub fn parse(text: &str) -> Result<Decimal, ValueError> {
    let refuse = |right| ValueError::Decimal {
        text: excerpt(text),
        right,
    };
    if let Some(number) = plain_number(text, '.') {
        return number.map_err(|too_long| refuse(too_long.into()));
    }
    let form = if text.bytes().any(|byte| byte.is_ascii_digit()) {
        FORM
    } else {
        NO_DIGIT
    };
    Err(refuse(mend(text).map_or(form.into(), Cow::Owned)))
}

const FORM: &str = "write digits and at most one point, as in `1781.8`";
const NO_DIGIT: &str = "write digits, as in `1781.8`; what is not known is left out, and a figure without a value has the status `missing`";

/// A decimal with exactly so many places, rounded half-even. A number that rounds to zero has no sign.
///
/// The formatter of `rust_decimal` panics on a precision for which its 32 characters do not suffice.
pub(crate) fn fixed(value: Decimal, places: u32) -> String {
    let rounded = value.round_dp(places);
    let value = if rounded.is_zero() { Decimal::ZERO } else { rounded };
    let missing = places.saturating_sub(value.scale());
    let mut text = value.to_string();
    if value.scale() == 0 && missing > 0 {
        text.push('.');
    }
    text.extend((0..missing).map(|_| '0'));
    text
}

/// A decimal written as a literal, checked while the program is compiled: `dec!(1781.8)`, `dec!(-0.135)`,
/// `dec!(1_000_000)`.
///
/// What is no decimal does not compile:
///
/// ```compile_fail
/// let impossible = milepost::dec!(1e6);
/// ```
///
/// # Examples
///
/// ```
/// use milepost::{Decimal, dec};
///
/// assert_eq!(dec!(1781.8), Decimal::new(17818, 1));
/// ```
#[macro_export]
macro_rules! dec {
    ($literal:literal) => {
        const { $crate::decimal::literal(::core::stringify!($literal)) }
    };
}

/// The decimal of a literal, for [`dec!`](crate::dec), while the program is compiled.
#[doc(hidden)]
#[expect(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "runs only in constants, where a panic is an error of the compiler"
)]
pub const fn literal(text: &str) -> Decimal {
    let bytes = text.as_bytes();
    let is_negative = bytes[0] == b'-';
    let (mut mantissa, mut scale, mut has_point, mut at) = (0_u128, 0_u32, false, is_negative as usize);
    while at < bytes.len() {
        match bytes[at] {
            digit @ b'0'..=b'9' => {
                mantissa = mantissa * 10 + (digit - b'0') as u128;
                scale += has_point as u32;
            }
            b'.' => has_point = true,
            b'_' | b' ' => {}
            _ => panic!("write digits and at most one point, as in `dec!(1781.8)`"),
        }
        at += 1;
    }
    assert!(mantissa >> 96 == 0 && scale <= 28, "a decimal has 28 digits at most");
    let (low, middle, high) = (mantissa as u32, (mantissa >> 32) as u32, (mantissa >> 64) as u32);
    Decimal::from_parts(low, middle, high, is_negative, scale)
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "serde")]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn literals() {
        for (literal, text) in [
            (dec!(0), "0"),
            (dec!(-0.135), "-0.135"),
            (dec!(1_000.50), "1000.50"),
            (dec!(79228162514264337593543950335), "79228162514264337593543950335"),
        ] {
            assert_eq!(literal.to_string(), text);
        }
    }

    #[test]
    fn places_are_fixed() {
        for (value, places, text) in [
            (dec!(1892.6117), 2, "1892.61"),
            (dec!(0.125), 2, "0.12"),
            (dec!(0.135), 2, "0.14"),
            (dec!(-63.5), 2, "-63.50"),
            (dec!(-0.001), 2, "0.00"),
            (dec!(40), 0, "40"),
            (dec!(0.5), 0, "0"),
            (Decimal::MAX, 3, "79228162514264337593543950335.000"),
            (Decimal::MIN, 3, "-79228162514264337593543950335.000"),
            (
                dec!(0.0000000000000000000000000001),
                30,
                "0.000000000000000000000000000100",
            ),
        ] {
            assert_eq!(fixed(value, places), text);
        }
    }

    #[test]
    fn texts_that_are_decimals() {
        for (text, decimal) in [
            ("0", dec!(0)),
            ("-0.135", dec!(-0.135)),
            ("+2", dec!(2)),
            ("007.50", dec!(7.50)),
            ("79228162514264337593543950335", Decimal::MAX),
            ("0.0000000000000000000000000001", Decimal::new(1, 28).normalize()),
        ] {
            assert_eq!(parse(text).unwrap(), decimal, "{text}");
        }
        // The digits that an author wrote stay as they are.
        assert_eq!(parse("7.50").unwrap().to_string(), "7.50");
    }

    /// What a text that is no number is told would be right.
    fn right(text: &str) -> String {
        match parse(text) {
            Err(ValueError::Decimal { right, .. }) => right.into_owned(),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn texts_that_are_not() {
        for text in ["", "-", "+", ".", ",", "%", "٣", "NaN", "one", "n/a", "about "] {
            assert_eq!(right(text), NO_DIGIT, "{text}");
        }
        for text in ["1.2.3", "1,2,3", "1,2345.6", "1.2,345.6", "--1", "1 4"] {
            assert_eq!(
                right(text),
                "write digits and at most one point, as in `1781.8`",
                "{text}"
            );
        }
        for text in ["79228162514264337593543950336", "0.00000000000000000000000000001"] {
            assert_eq!(right(text), "it has more digits than the 28 that a decimal holds");
        }
    }

    #[test]
    fn a_number_is_as_long_as_its_text() {
        for count in [0, 1, 76, 77, 80, 200_000] {
            let zeros = "0".repeat(count);
            for (text, number) in [
                (format!("{zeros}12.50"), "12.50"),
                (format!("+{zeros}12.50"), "12.50"),
                (format!("-{zeros}12.50"), "-12.50"),
                (format!("{zeros}0.00"), "0.00"),
                (
                    format!("-{zeros}79228162514264337593543950335"),
                    "-79228162514264337593543950335",
                ),
                (
                    format!("{zeros}1.0000000000000000000000000000"),
                    "1.0000000000000000000000000000",
                ),
            ] {
                assert_eq!(parse(&text).unwrap().to_string(), number, "{count}");
            }
        }
        for text in ["1".repeat(200_000), format!("0.{}", "0".repeat(200_000))] {
            assert_eq!(right(&text), "it has more digits than the 28 that a decimal holds");
        }
    }

    #[test]
    fn numbers_that_are_printed_in_another_way() {
        for (text, number) in [
            ("1.", "1"),
            (".5", "0.5"),
            ("-,5", "-0.5"),
            ("1_400", "1400"),
            (" 1", "1"),
            ("1e3", "1000"),
            ("2.5E-3", "0.0025"),
            ("1’234’567.8", "1234567.8"),
            ("1\u{a0}234,5", "1234.5"),
            ("= −７，５", "-7.5"),
            ("01,400", "1.400"),
            ("1234,567", "1234.567"),
        ] {
            assert_eq!(right(text), format!("write it as `{number}`"), "{text}");
        }
        assert_eq!(
            right("-12,400"),
            "write `-12400`, or `-12.400` if decimals stand behind the comma"
        );
        for (text, bound) in [
            ("<5", "{\"less_than\": \"5\"}"),
            ("> 1,234.5", "{\"more_than\": \"1234.5\"}"),
            ("≤5", "{\"at_most\": \"5\"}"),
            (">=5", "{\"at_least\": \"5\"}"),
            ("＜ 5", "{\"less_than\": \"5\"}"),
        ] {
            assert_eq!(
                right(text),
                format!("a bound is said by its key, as in `{bound}`"),
                "{text}"
            );
        }
        assert_eq!(
            right("0.5%"),
            "write `0.5` in a unit of per cent, and `0.005` where a fraction is meant"
        );
        // Whether these are 1,234 or 1.234 nobody can tell.
        for text in ["<1,234", &"1,".repeat(50)] {
            assert_eq!(
                right(text),
                "write digits and at most one point, as in `1781.8`",
                "{text}"
            );
        }
    }

    /// What a number without its words would hide is said with how documents say it.
    #[test]
    fn numbers_among_words() {
        for text in ["~900", "≈ 900", "~ 9e2", "About 900"] {
            assert_eq!(
                right(text),
                "write it as `900`, or a figure that is not known exactly as `{\"approximately\": \"900\"}`",
                "{text}"
            );
        }
        for text in ["5 km", "1,5 Mio", "500 m²", "88 or so"] {
            assert_eq!(
                right(text),
                "write the number alone: what it counts is said by the `unit`, and thousands or millions by its `multiplier`",
                "{text}"
            );
        }
        for text in ["12–14", "12 - 14", "12 to 14"] {
            assert_eq!(
                right(text),
                "a figure between two is `{\"at_least\": \"12\", \"at_most\": \"14\"}`, and a goal between two `within`",
                "{text}"
            );
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn numbers_mean_the_decimal_that_was_written() {
        for (json, decimal) in [
            ("1781.8", dec!(1781.8)),
            ("0.1", dec!(0.1)),
            ("-13.5", dec!(-13.5)),
            ("18446744073709551615", dec!(18446744073709551615)),
            ("-9223372036854775808", dec!(-9223372036854775808)),
            ("1e3", dec!(1000)),
            ("2.5e-7", dec!(0.00000025)),
            // More digits than the reader can add up exactly, although the last ones say nothing.
            ("837.03000002009000", dec!(837.03000002009)),
            ("5.6740000000000000000000", dec!(5.674)),
            ("99999999999999.9", dec!(99999999999999.9)),
            (
                "\"0.1234567890123456789012345678\"",
                dec!(0.1234567890123456789012345678),
            ),
        ] {
            let WireDecimal(read) = serde_json::from_str(json).unwrap();
            assert_eq!(read, decimal, "{json}");
            assert_eq!(
                serde_json::to_string(&WireDecimal(read)).unwrap(),
                format!("\"{read}\"")
            );
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn numbers_that_a_float_cannot_carry_are_refused() {
        for (json, message) in [
            (
                "0.1234567890123456789",
                "`0.12345678901234568` is not a decimal number: a bare number carries 15 digits at most; write it as a string, `\"1781.8\"`",
            ),
            (
                "1e300",
                "is not a decimal number: it has more digits than the 28 that a decimal holds",
            ),
            (
                "[1]",
                "invalid type: sequence, expected a decimal number, best as a string",
            ),
            (
                "{\"a\":1}",
                "invalid type: map, expected a decimal number, best as a string",
            ),
        ] {
            let error = serde_json::from_str::<WireDecimal>(json)
                .map(|_| ())
                .unwrap_err()
                .to_string();
            assert!(error.contains(message), "{json}: {error}");
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn the_text_of_a_number_means_the_same() {
        for text in [
            "1781.8",
            "0.1",
            "1e3",
            "-7",
            "18446744073709551615",
            "0.10000000000000000000001",
            "837.03000002009000",
        ] {
            let WireDecimal(read) = serde_json::from_str(text).unwrap();
            assert_eq!(from_number(text).unwrap(), read, "{text}");
        }
        assert!(from_number("0.1234567890123456789").is_err());
        assert_eq!(
            from_number("1e400").unwrap_err().to_string(),
            "`1e400` is not a decimal number: write digits and at most one point, as in `1781.8`"
        );
    }

    #[cfg(feature = "serde")]
    proptest! {
        #[test]
        fn a_number_of_15_digits_means_itself(mantissa in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u32..=22) {
            let decimal = Decimal::new(mantissa, scale);
            let text = decimal.to_string();
            let WireDecimal(read) = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(read, decimal);
            prop_assert_eq!(from_number(&text).unwrap(), decimal);
        }
    }
}
