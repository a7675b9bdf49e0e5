//! Values as they are printed.
//!
//! A number is read only where it can mean one thing. Where the marks of a number could mean two, the error names the
//! field of the map that tells: nothing is guessed from the other cells of its column.
//!
//! | printed | read as | if the map says |
//! |---|---|---|
//! | `1781.8`, `1.50`, `-0.30` | the number, with the digits printed | |
//! | `- 12.3`, `–12.3`, `１２．５` | −12.3, −12.3, 12.5: dashes are minus, wide digits are digits | |
//! | `1.2E+3`, `1.20e-3` | 1200, 0.00120 | |
//! | `1,234,567.80` | 1234567.80 | `thousands` is `,` |
//! | `1.234.567,8` | 1234567.8 | `decimal` is `,` and `thousands` is `.` |
//! | `1,234` | 1.234 | `decimal` is `,` |
//! | `1,234` | refused: it could be either | |
//! | `42%` | 42, or 0.42 | `percent` is `number`, or `fraction` |
//! | `<5`, `≥ 95` | less than 5, at least 95 | |
//! | `12–14`, `> 5, ≤ 6` | between 12 and 14, more than 5 and at most 6 | |
//! | `~5`, `approx. 5`, `5左右` | about 5 | |
//! | `at least 95`, `95以上`, `不超过5.5` | at least 95, at least 95, at most 5.5 | |
//! | a blank, `:`, `..`, `n/a` | no value was published | |
//! | `-999`, `n.d.` | no value was published | it is among `missing` |
//! | `12.3 p`, `12.3 [bp]` | provisional; provisional, with a break | `flags` are Eurostat's |
//! | `12.3*`, `(12.3)` | provisional; of low reliability | `flags` are `{"*": "provisional", "()": "low_reliability"}` |
//!
//! Most cells are plain digits. [`plain_number`] reads these, and leaves every other text to the forms above; of a text
//! that both can read, both say the same.

use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::series::{Flags, ObservationStatus, Reading};
use crate::value::no_number::{LETTER_FOR_DIGIT, WRITE_DIGITS};
use crate::value::{
    Advice, DASHES, DigitMarks, Edge, Interval, PrintedNumber, Sign, ValueError, excerpt, has_letter_for_digit,
    hundredth, narrow, plain_number,
};

/// The meaning of a percent sign after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::table) enum PercentSign {
    /// In what is counted: `42%` is 42.
    Number,
    /// A division by a hundred: `42%` is 0.42.
    Fraction,
}

/// How values are printed in the cells of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::table) struct ValueForms {
    pub(in crate::table) marks: DigitMarks,
    /// The meaning of a percent sign. `None` where the map does not say: a value with one is refused, and the author
    /// asked for it.
    pub(in crate::table) percent: Option<PercentSign>,
    /// The texts that say that there is no value, beside those that say so everywhere.
    pub(in crate::table) missing: Vec<String>,
    /// Whether letters after a number are Eurostat's flags: `1.2b` is a break in a series, or else 1.2 billions.
    pub(in crate::table) has_flags: bool,
    /// What the map states of marks behind a number or a period, as of `*`, and of brackets around one, `()`.
    pub(in crate::table) flag_marks: Vec<(String, ObservationStatus)>,
}

/// The reading of a cell, and its flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::table) struct Printed {
    pub(in crate::table) reading: Reading,
    /// The flags that are printed beside the number.
    pub(in crate::table) flags: Flags,
}

/// The texts that say in any table that there is no value. Letters stand in any case.
const MISSING: [&str; 15] = [
    "", ":", "..", "...", "…", "-", "−", "–", "—", "nan", "na", "n/a", "n.a.", "#n/a", "null",
];

const ASK_PERCENT: &str = "it is not said what its percent sign means; say `percent` in the map: `number` reads 42% as 42, `fraction` as 0.42";
const NO_DIGIT: &str = "it has no digit; if it says that there is no value, list it among `missing` in the map";
const SPREADSHEET_ERROR: &str = "it is an error of a spreadsheet: mend its formula, or list it among `missing` in the map, if it says that there is no value";
const NOTHING_AFTER: &str = "only a percent sign, and what `flags` in the map state, can stand behind a number: write what it counts, as in `5 USD` or \
     `2M`, into the `unit`, say `\"flags\": \"eurostat\"` where letters are Eurostat's flags, and else what marks mean, as in \
     `{\"*\": \"provisional\"}`, `normal` of a footnote";
const ONLY_FLAGS_AFTER: &str = "only a percent sign and flags in Eurostat's letters can stand behind a number, as in `12.3 p` or `12.3 (bp)`: \
     leave out marks of footnotes, or state in `flags` what all letters and marks mean, as in `{\"p\": \"provisional\", \"*\": \"normal\"}`";
const FLAG_OR_VALUE: &str = "the flag beside it says that there is no value; leave out one of the two";
const EMPTY: &str = "no number lies between its limits";

/// Reads a value as it is printed: digits of any width with their sign, decimals and exponent, limits (`<5`, `≥ 95`,
/// `12–14`), about (`~5`), marks of what is missing, and flags after it. The digits are kept: `1.50` has two decimals.
///
/// # Errors
///
/// [`ValueError::Decimal`] where it says nothing, or could say two things.
pub(in crate::table) fn value(text: &str, forms: &ValueForms) -> Result<Printed, ValueError> {
    // A number too can stand for no value: `-999`.
    let stands_for_none = || forms.missing.iter().any(|mark| mark == text);
    if let Some(Ok(number)) = plain_number(text, forms.marks.decimal).filter(|_| !stands_for_none()) {
        let (reading, flags) = (Reading::Exact(number), Flags::NONE);
        return Ok(Printed { reading, flags });
    }
    let text = text.trim();
    forms.read(text).map_err(|right| ValueError::Decimal {
        text: excerpt(text),
        right: if has_letter_for_digit(text) {
            LETTER_FOR_DIGIT
        } else {
            right
        }
        .into(),
    })
}

impl ValueForms {
    /// The reading and the flags of a text: no value, or a number in one of its forms with the letters behind it.
    fn read(&self, text: &str) -> Result<Printed, Advice> {
        if self.say_missing(text) {
            let (reading, flags) = (Reading::Missing, Flags::NONE);
            return Ok(Printed { reading, flags });
        }
        if let Some(after) = text.strip_prefix([':', '：']) {
            // A colon is Eurostat's own mark.
            let stated = self.stated_flags(after);
            let (reading, flags) = (Reading::Missing, stated.map_or_else(|| flags_after(after), Ok)?);
            return Ok(Printed { reading, flags });
        }
        if text.starts_with('#') && text.ends_with(['!', '?']) {
            return Err(SPREADSHEET_ERROR);
        }
        if !text.contains(|one| narrow(one).is_ascii_digit()) {
            return Err(NO_DIGIT);
        }
        let (text, around) = self.without_stated_brackets(text);
        let (reading, after) = self.reading_at_start(text)?;
        let behind = match (after.trim(), self.stated_flags(after)) {
            ("", _) => Flags::NONE,
            (_, Some(stated)) => stated,
            (letters, None) if self.has_flags => flags_after(letters)?,
            _ => return Err(NOTHING_AFTER),
        };
        let flags = around.union(behind);
        if flags.exclude_a_value() {
            return Err(FLAG_OR_VALUE);
        }
        Ok(Printed { reading, flags })
    }

    /// Whether a text says that there is no value: as one of the usual signs in any case, or as one that the map lists.
    pub(in crate::table) fn say_missing(&self, text: &str) -> bool {
        let is_it = |mark: &str| mark.eq_ignore_ascii_case(text);
        MISSING.into_iter().any(is_it) || self.missing.iter().any(|mark| mark == text)
    }

    /// The marks of which the map states what they mean.
    pub(in crate::table) fn marks(&self) -> impl Iterator<Item = &str> {
        self.flag_marks.iter().map(|(mark, _)| mark.as_str())
    }

    /// The flags that the map states of what stands behind a number or a period, with or without brackets around it.
    pub(in crate::table) fn stated_flags(&self, behind: &str) -> Option<Flags> {
        let behind = behind.trim();
        let stated = |text| self.flag_marks.iter().find(|(mark, _)| mark == text);
        let found = stated(behind).or_else(|| stated(within_brackets(behind)));
        found.map(|(_, status)| (*status).into())
    }

    /// A text without the brackets around it, and the flags that the map states of such brackets; where it states none,
    /// the text as it is.
    fn without_stated_brackets<'c>(&self, text: &'c str) -> (&'c str, Flags) {
        let has_brackets = text.starts_with(['(', '（']);
        let stated = self.stated_flags("()").filter(|_| has_brackets);
        stated.map_or((text, Flags::NONE), |flags| (within_brackets(text), flags))
    }

    /// The reading at the beginning of a text, of one number or of two (`12–14`, `> 5, ≤ 6`), and the text after it.
    fn reading_at_start<'c>(&self, text: &'c str) -> Result<(Reading, &'c str), Advice> {
        let (one, after) = self.number_at_start(text)?;
        let rest = after.trim_start();
        if let (Reading::Exact(one), Some(other)) = (one, rest.strip_prefix(DASHES)) {
            let (Reading::Exact(two), after) = self.number_at_start(other.trim_start())? else {
                return Err(WRITE_DIGITS);
            };
            return Ok((interval_reading(Edge::Inclusive(one), Edge::Inclusive(two))?, after));
        }
        match (one, rest.strip_prefix(", ")) {
            (Reading::Interval(above), Some(other)) if above.high() == Edge::Unlimited => {
                match self.number_at_start(other)? {
                    (Reading::Interval(below), after) if below.low() == Edge::Unlimited => {
                        Ok((interval_reading(above.low(), below.high())?, after))
                    }
                    _ => Err(WRITE_DIGITS),
                }
            }
            (reading, _) => Ok((reading, after)),
        }
    }

    /// The reading of the number at the beginning of a text, by the sign beside it, and the text after it.
    fn number_at_start<'c>(&self, text: &'c str) -> Result<(Reading, &'c str), Advice> {
        let (number, after) = PrintedNumber::at_start(text, self.marks)?;
        let value = match self.percent {
            _ if !number.has_percent_sign => number.value,
            Some(PercentSign::Number) => number.value,
            Some(PercentSign::Fraction) => hundredth(number.value)?,
            None => return Err(ASK_PERCENT),
        };
        Ok((number.sign.reading(value), after))
    }

    /// Whether a text shows the mark before decimals between thousands, so that another mark stands before decimals:
    /// `12.345,6` and `1.234.567`, where it is a point.
    pub(in crate::table) fn stand_between_thousands(&self, text: &str) -> bool {
        let is_digit = |one: char| narrow(one).is_ascii_digit();
        let number = text.trim_start_matches(|one| !is_digit(one));
        let groups: Vec<_> = number.split(self.marks.decimal).collect();
        let [first, between @ .., last] = groups.as_slice() else {
            return false;
        };
        let behind = last.trim_start_matches(is_digit);
        let last = last.strip_suffix(behind).unwrap_or_default();
        let has_digits =
            |group: &str, from: usize| group.chars().all(is_digit) && (from..=3).contains(&group.chars().count());
        let are_groups =
            has_digits(first, 1) && between.iter().all(|group| has_digits(group, 3)) && has_digits(last, 3);
        let other = if self.marks.decimal == ',' { '.' } else { ',' };
        let has_decimals = behind
            .strip_prefix(other)
            .is_some_and(|decimals| decimals.starts_with(is_digit));
        are_groups && (!between.is_empty() || has_decimals)
    }
}

/// The reading of a value between two limits; refused if no number lies between them.
fn interval_reading(low: Edge, high: Edge) -> Result<Reading, Advice> {
    Interval::between(low, high).map(Reading::from).map_err(|_| EMPTY)
}

impl Sign {
    /// The reading of a number after this sign.
    const fn reading(self, value: Decimal) -> Reading {
        match self {
            Self::Exactly => Reading::Exact(value),
            Self::About => Reading::Approximate(value),
            Self::LessThan => Reading::Interval(Interval::less_than(value)),
            Self::AtMost => Reading::Interval(Interval::at_most(value)),
            Self::MoreThan => Reading::Interval(Interval::more_than(value)),
            Self::AtLeast => Reading::Interval(Interval::at_least(value)),
        }
    }
}

/// The flags in what stands after a number or a colon: the letters of Eurostat, alone or in brackets.
fn flags_after(after: &str) -> Result<Flags, Advice> {
    Flags::from_eurostat(within_brackets(after.trim())).map_err(|_| ONLY_FLAGS_AFTER)
}

/// What stands within the brackets around a text, or the text if it has none around it.
pub(in crate::table) fn within_brackets(text: &str) -> &str {
    let inner = [('(', ')'), ('[', ']'), ('（', '）')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    inner.unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::no_number::{
        ASK_BLANK, ASK_COMMA, ASK_POINT, BRACKETS, GROUPS_OF_THREE, NOTHING_BEFORE, TOO_LONG, ZERO_FIRST,
    };

    fn marks(decimal: char, thousands: Option<char>) -> ValueForms {
        ValueForms {
            marks: DigitMarks { decimal, thousands },
            ..ValueForms::default()
        }
    }

    /// What is read, in short.
    fn read(marks: &ValueForms, cell: &str) -> String {
        match value(cell, marks) {
            Ok(Printed { reading, flags }) => {
                let value = match reading {
                    Reading::Exact(value) => value.to_string(),
                    Reading::Approximate(value) => format!("about {value}"),
                    Reading::Interval(interval) => interval.to_string(),
                    Reading::Missing => "missing".into(),
                };
                flags.iter().fold(value, |value, flag| format!("{value} {flag}"))
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn numbers_are_read_with_the_digits_that_are_printed() {
        let plain = ValueForms::default();
        for (cell, value) in [
            ("1781.8", "1781.8"),
            ("1.50", "1.50"),
            ("-0.30", "-0.30"),
            ("007", "7"),
            ("+5", "5"),
            (" 12.3 ", "12.3"),
            ("\u{2212}12.3", "-12.3"),
            ("–12.3", "-12.3"),
            ("- 12.3", "-12.3"),
            ("5.", "5"),
            ("-5.", "-5"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("１２．５", "12.5"),
            ("－１２", "-12"),
            ("1.2E+3", "1200"),
            ("1.20e-3", "0.00120"),
            ("1.50E1", "15.0"),
            ("1E0", "1"),
            ("2e−2", "0.02"),
            ("0E-40", "0.0000000000000000000000000000"),
            ("1.000E-28", "0.0000000000000000000000000001"),
            ("999999999999999999", "999999999999999999"),
            ("9999999999999999999", "9999999999999999999"),
            ("-99999999999999999999.5", "-99999999999999999999.5"),
            ("79228162514264337593543950335", "79228162514264337593543950335"),
            ("0.1234567890123456789012345678", "0.1234567890123456789012345678"),
            ("", "missing"),
            (" \u{A0}\t", "missing"),
        ] {
            assert_eq!(read(&plain, cell), value, "{cell}");
        }
    }

    #[test]
    fn marks_are_read_as_they_are_declared() {
        for (decimal, thousands, cell, value) in [
            ('.', Some(','), "1,234,567.80", "1234567.80"),
            ('.', Some(','), "1234567.8", "1234567.8"),
            ('.', Some(','), "12,345", "12345"),
            (',', Some('.'), "1.234.567,8", "1234567.8"),
            (',', None, "1,2e3", "1200"),
            (',', None, "1,234", "1.234"),
            (',', None, "１，５", "1.5"),
            (',', Some(' '), "1 234 567,8", "1234567.8"),
            (',', Some(' '), "1\u{A0}234,8", "1234.8"),
            (',', Some(' '), "1\u{202F}234,8", "1234.8"),
            (',', Some(' '), "1\u{2009}234,8", "1234.8"),
            ('.', Some('\''), "1'234.8", "1234.8"),
            ('.', Some('\''), "1’234’567", "1234567"),
        ] {
            assert_eq!(read(&marks(decimal, thousands), cell), value, "{cell}");
        }
    }

    #[test]
    fn limits_marks_of_missing_and_flags() {
        let plain = ValueForms {
            missing: vec!["n.d.".into(), "-999".into(), "0.0".into()],
            has_flags: true,
            ..ValueForms::default()
        };
        for (cell, value) in [
            ("<5", "< 5"),
            ("< 5", "< 5"),
            ("≤5", "≤ 5"),
            ("<=5", "≤ 5"),
            (">5", "> 5"),
            ("≥ 95", "≥ 95"),
            (">= 95.0 p", "≥ 95.0 provisional"),
            ("＞９５", "> 95"),
            ("~5", "about 5"),
            ("≈ 5", "about 5"),
            ("approx. 5", "about 5"),
            ("= 5", "5"),
            (":", "missing"),
            ("..", "missing"),
            ("...", "missing"),
            ("…", "missing"),
            ("-", "missing"),
            ("–", "missing"),
            ("—", "missing"),
            ("NaN", "missing"),
            ("nan", "missing"),
            ("n/a", "missing"),
            ("n.a.", "missing"),
            ("N/A", "missing"),
            ("NA", "missing"),
            ("n.d.", "missing"),
            ("-999", "missing"),
            (" -999 ", "missing"),
            ("-999.0", "-999.0"),
            ("0.0", "missing"),
            ("0", "0"),
            (": c", "missing confidential"),
            (":c", "missing confidential"),
            ("12.3 p", "12.3 provisional"),
            ("12.3p", "12.3 provisional"),
            ("12.3 (e)", "12.3 estimated"),
            ("12.3 [bp]", "12.3 break provisional"),
            ("12.3e", "12.3 estimated"),
            ("12.3 e", "12.3 estimated"),
            ("12.3 r", "12.3"),
            ("12–14", "12 – 14"),
            ("12 - 14 p", "12 – 14 provisional"),
            ("-14--12.5", "-14 – -12.5"),
            ("5 – 5", "5"),
            ("> 5, ≤ 6", "> 5, ≤ 6"),
            ("≥ 5, < 6.0", "≥ 5, < 6.0"),
        ] {
            assert_eq!(read(&plain, cell), value, "{cell}");
        }
    }

    #[test]
    fn words_say_what_signs_do() {
        let percent = Some(PercentSign::Number);
        let marks = ValueForms {
            percent,
            ..ValueForms::default()
        };
        for (cell, value) in [
            ("At least 95", "≥ 95"),
            ("up to 5", "≤ 5"),
            ("more than 2000", "> 2000"),
            ("95 or more", "≥ 95"),
            ("95+", "≥ 95"),
            ("95%+", "≥ 95"),
            ("不低于95", "≥ 95"),
            ("87.5以上", "≥ 87.5"),
            ("控制在 5.5 以内", "≤ 5.5"),
            ("超過2000", "> 2000"),
            ("低于5", "< 5"),
            ("6左右", "about 6"),
            ("約6", "about 6"),
            ("95%左右", "about 95"),
            ("不超过5以内", "≤ 5"),
        ] {
            assert_eq!(read(&marks, cell), value, "{cell}");
        }
        for (cell, right) in [
            ("不低于5以内", NOTHING_AFTER),
            ("overall 5", NOTHING_BEFORE),
            ("5以外", NOTHING_AFTER),
            ("5+3", NOTHING_AFTER),
        ] {
            assert_eq!(read(&marks, cell), format!("`{cell}` is not a decimal number: {right}"));
        }
    }

    #[test]
    fn a_percent_sign_says_what_the_map_says() {
        for (percent, cell, value) in [
            (Some(PercentSign::Number), "42%", "42"),
            (Some(PercentSign::Number), "42.0 %", "42.0"),
            (Some(PercentSign::Fraction), "42%", "0.42"),
            (Some(PercentSign::Fraction), "42.50 ％", "0.4250"),
            (Some(PercentSign::Fraction), "≥ 5%", "≥ 0.05"),
            (Some(PercentSign::Fraction), "42", "42"),
            (None, "42", "42"),
            (
                None,
                "42%",
                "`42%` is not a decimal number: it is not said what its percent sign means; say `percent` in the map: `number` reads \
                 42% as 42, `fraction` as 0.42",
            ),
        ] {
            let marks = ValueForms {
                percent,
                ..ValueForms::default()
            };
            assert_eq!(read(&marks, cell), value, "{cell}");
        }
    }

    #[test]
    fn what_could_be_two_things_is_asked_and_what_is_none_is_refused() {
        for (decimal, thousands, cell, right) in [
            ('.', None, "1,234", ASK_COMMA),
            ('.', None, "1,5", ASK_COMMA),
            ('.', None, "1,234.5", ASK_COMMA),
            (',', None, "1.234", ASK_POINT),
            ('.', None, "1 234", ASK_BLANK),
            ('.', None, "1\u{A0}234", ASK_BLANK),
            ('.', None, "1'234", ASK_BLANK),
            ('.', Some(','), "1,23", GROUPS_OF_THREE),
            ('.', Some(','), "1,2345", GROUPS_OF_THREE),
            ('.', Some(','), "1234,567", GROUPS_OF_THREE),
            ('.', Some(','), "1,234,56", GROUPS_OF_THREE),
            ('.', Some(' '), "1,234", ASK_COMMA),
            ('.', None, "1.2.3", WRITE_DIGITS),
            ('.', Some(','), "0,234", ZERO_FIRST),
            ('.', Some(','), "-0,234", ZERO_FIRST),
            ('.', Some(','), "012,345", ZERO_FIRST),
            (',', Some('.'), "0.234", ZERO_FIRST),
            (',', Some('.'), "1.234.", NOTHING_AFTER),
            ('.', None, "1..", NOTHING_AFTER),
            ('.', None, "1,", NOTHING_AFTER),
            ('.', None, "1. p", NOTHING_AFTER),
            ('.', None, "<", NO_DIGIT),
            ('.', None, "p", NO_DIGIT),
            ('.', None, "No data", NO_DIGIT),
            ('.', None, "n.d.", NO_DIGIT),
            ('.', None, "(12.3)", BRACKETS),
            ('.', None, "$5", NOTHING_BEFORE),
            ('.', None, "12.3 p 4", NOTHING_AFTER),
            ('.', None, "12.3¹", NOTHING_AFTER),
            ('.', None, "12.3*", NOTHING_AFTER),
            ('.', None, "12.3 p", NOTHING_AFTER),
            ('.', None, "12.3 (p)", NOTHING_AFTER),
            ('.', None, "1.2bn", NOTHING_AFTER),
            ('.', None, "1.2b", NOTHING_AFTER),
            ('.', None, "100 bp", NOTHING_AFTER),
            ('.', None, "2.5pp", NOTHING_AFTER),
            ('.', None, "5k", NOTHING_AFTER),
            ('.', None, "2M", NOTHING_AFTER),
            ('.', None, "30s", NOTHING_AFTER),
            ('.', None, ":k", ONLY_FLAGS_AFTER),
            ('.', None, "14-12", EMPTY),
            ('.', None, "12–", WRITE_DIGITS),
            ('.', None, "12–<14", WRITE_DIGITS),
            ('.', None, "> 5, 6", WRITE_DIGITS),
            ('.', None, "> 6, < 5", EMPTY),
            ('.', None, "2025-03-31", EMPTY),
            ('.', None, "5 %%", ASK_PERCENT),
            ('.', None, "99999999999999999999999999999", TOO_LONG),
            ('.', None, "0.12345678901234567890123456789", TOO_LONG),
            ('.', None, "1E400", TOO_LONG),
            ('.', None, "1E-29", TOO_LONG),
            ('.', None, "1E99999999999999999999", TOO_LONG),
        ] {
            let message = format!("`{cell}` is not a decimal number: {right}");
            assert_eq!(read(&marks(decimal, thousands), cell), message, "{cell}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_by_what_is_wrong_with_it() {
        for (decimal, thousands, cell, right) in [
            ('.', None, "€ 12.3", NOTHING_BEFORE),
            ('.', None, "#DIV/0!", SPREADSHEET_ERROR),
            ('.', None, "#REF!", SPREADSHEET_ERROR),
            ('.', None, "#5", NOTHING_BEFORE),
            ('.', None, "12.3 1)", NOTHING_AFTER),
            ('.', None, "12.3 12", NOTHING_AFTER),
            ('.', None, "1..5", WRITE_DIGITS),
            (',', None, "1,,5", WRITE_DIGITS),
            (',', Some('.'), "2.1O4", LETTER_FOR_DIGIT),
            ('.', None, "1O5", LETTER_FOR_DIGIT),
            ('.', None, "l2", LETTER_FOR_DIGIT),
            ('.', None, "12.l", LETTER_FOR_DIGIT),
            ('.', None, "-1O", LETTER_FOR_DIGIT),
            ('.', None, "5l", NOTHING_AFTER),
            ('.', None, "5 l", NOTHING_AFTER),
        ] {
            let message = format!("`{cell}` is not a decimal number: {right}");
            assert_eq!(read(&marks(decimal, thousands), cell), message, "{cell}");
        }
    }

    #[test]
    fn letters_that_are_no_flags() {
        let marks = ValueForms {
            has_flags: true,
            ..ValueForms::default()
        };
        for (cell, right) in [
            ("12.3 p 4", ONLY_FLAGS_AFTER),
            ("12.3¹", ONLY_FLAGS_AFTER),
            ("12.3*", ONLY_FLAGS_AFTER),
            ("12.3 x", ONLY_FLAGS_AFTER),
            ("2M", ONLY_FLAGS_AFTER),
            ("12.3 c", FLAG_OR_VALUE),
            ("5 m", FLAG_OR_VALUE),
        ] {
            let message = format!("`{cell}` is not a decimal number: {right}");
            assert_eq!(read(&marks, cell), message, "{cell}");
        }
    }

    #[test]
    fn marks_mean_what_the_map_states_of_them() {
        let stated = |mark: &str, status| (mark.into(), status);
        let marks = ValueForms {
            marks: DigitMarks {
                decimal: ',',
                thousands: Some('.'),
            },
            flag_marks: vec![
                stated("*", ObservationStatus::Provisional),
                stated("¹", ObservationStatus::Normal),
                stated("x", ObservationStatus::Missing),
                stated("()", ObservationStatus::LowReliability),
            ],
            ..ValueForms::default()
        };
        for (cell, value) in [
            ("105.220*", "105220 provisional"),
            ("105.220 (*)", "105220 provisional"),
            ("12,5¹", "12.5"),
            ("(105.900)", "105900 low_reliability"),
            ("（-12,3*）", "-12.3 low_reliability provisional"),
            (":*", "missing provisional"),
            ("105.220", "105220"),
        ] {
            let read = read(&marks, cell);
            let mut words: Vec<_> = read.split(' ').collect();
            let mut expected: Vec<_> = value.split(' ').collect();
            words.sort_unstable();
            expected.sort_unstable();
            assert_eq!(words, expected, "{cell}");
        }
        for (cell, right) in [
            ("105.220**", NOTHING_AFTER),
            ("12 p", NOTHING_AFTER),
            ("12x", FLAG_OR_VALUE),
        ] {
            assert_eq!(read(&marks, cell), format!("`{cell}` is not a decimal number: {right}"));
        }
    }

    #[test]
    fn a_short_way_reads_what_the_long_one_does() {
        let marks = ValueForms::default();
        for cell in [
            "0",
            "-0",
            "-0.0",
            "12",
            "1.50",
            "999999999999999999",
            "-0.00000000000000001",
        ] {
            let short = plain_number(cell, '.').unwrap().unwrap();
            let long = marks.read(cell).unwrap().reading.value().unwrap();
            assert_eq!(
                (short.to_string(), short.scale()),
                (long.to_string(), long.scale()),
                "{cell}"
            );
        }
    }
}
