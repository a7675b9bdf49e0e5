//! A number as tables and authors print it: `≥ 1,234.5`, `- 12,5 %`, `1.2E+3`, `87.5以上`.
//!
//! Maps of tables say which marks stand among the digits. What the author of a document wrote so is read by all marks
//! that there are, and told in the form of documents.

use rust_decimal::Decimal;

use super::no_number::{
    ASK_BLANK, ASK_COMMA, ASK_POINT, BRACKETS, GROUPS_OF_THREE, NOTHING_BEFORE, TOO_LONG, WRITE_DIGITS, ZERO_FIRST,
};
use super::no_period::Advice;
use super::sign::Sign;
use crate::value::arithmetic::decimal_of;
use crate::value::narrow;

/// The marks before a negative number, and between the ends of a range.
pub(crate) const DASHES: [char; 5] = ['-', '−', '－', '–', '—'];

/// By what marks the digits of a number are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DigitMarks {
    /// The mark before the fraction: `.` or `,`.
    pub(crate) decimal: char,
    /// The mark between thousands. A blank is any blank, and an apostrophe any. `None` where nobody says it: what looks
    /// like such a mark is refused.
    pub(crate) thousands: Option<char>,
}

impl Default for DigitMarks {
    fn default() -> Self {
        Self {
            decimal: '.',
            thousands: None,
        }
    }
}

impl DigitMarks {
    /// Refuses a mark among the digits, with advice on what nobody tells of it.
    fn refuse_mark_among_digits(self, rest: &str) -> Result<(), Advice> {
        // Of two marks together none is between thousands.
        if let Some(behind) = rest.strip_prefix(['.', ',']) {
            if after_mark(behind, '.').or_else(|| after_mark(behind, ',')).is_some() {
                return Err(WRITE_DIGITS);
            }
        }
        for (mark, right) in [(',', ASK_COMMA), ('.', ASK_POINT), ('\'', ASK_BLANK), (' ', ASK_BLANK)] {
            if let Some(after) = after_mark(rest, mark) {
                // `12.3 1)` has a footnote behind a blank.
                let count = after.chars().take_while(|one| narrow(*one).is_ascii_digit()).count();
                if mark == ' ' && count < 3 {
                    continue;
                }
                return Err(match self.thousands {
                    _ if mark == self.decimal => WRITE_DIGITS,
                    Some(thousands) if mark == thousands => GROUPS_OF_THREE,
                    _ => right,
                });
            }
        }
        Ok(())
    }
}

/// The text after this mark, or another of its kind; `None` if there is no such mark, or no digit after it.
fn after_mark(text: &str, mark: char) -> Option<&str> {
    let after = text.strip_prefix(|first| match narrow(first) {
        '’' | 'ʼ' | '´' => mark == '\'',
        blank if blank.is_whitespace() => mark == ' ',
        other => other == mark,
    })?;
    after
        .starts_with(|first| narrow(first).is_ascii_digit())
        .then_some(after)
}

/// Whether a text is a number but for letters that look like digits: `1O5`, `l2`, `12.l`. Behind all digits an `l` may
/// be litres.
pub(crate) fn has_letter_for_digit(text: &str) -> bool {
    let text = text.strip_prefix(DASHES).unwrap_or(text);
    let is_mark = |one: char| matches!(one, '.' | ',');
    let belongs = |one: char| one.is_ascii_digit() || is_mark(one);
    let (mut before, mut has_letter) = (None, false);
    let mut characters = text.chars().peekable();
    while let Some(one) = characters.next() {
        let is_letter = match one {
            'O' | 'o' => true,
            'l' | 'I' => before.is_some_and(is_mark) || characters.peek().copied().is_some_and(belongs),
            _ => false,
        };
        if !is_letter && !belongs(one) {
            return false;
        }
        has_letter |= is_letter;
        before = Some(one);
    }
    has_letter && text.contains(|one: char| one.is_ascii_digit())
}

/// A number with the signs beside it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PrintedNumber {
    pub(crate) sign: Sign,
    /// The number, with the digits that are printed; of a percentage what stands before its sign.
    pub(crate) value: Decimal,
    pub(crate) has_percent_sign: bool,
}

impl PrintedNumber {
    /// The number at the beginning of a text, whose sign may stand after it, and the text after both.
    pub(crate) fn at_start(text: &str, marks: DigitMarks) -> Result<(Self, &str), Advice> {
        let (sign, number) = Sign::split(text);
        let digits = PrintedDigits::at_start(number, marks)?;
        let after_percent_sign = digits.rest.trim_start().strip_prefix(['%', '％']);
        let (sign, after) = sign.or_after(after_percent_sign.unwrap_or(digits.rest));
        let number = Self {
            sign,
            value: digits.value().ok_or(TOO_LONG)?,
            has_percent_sign: after_percent_sign.is_some(),
        };
        Ok((number, after))
    }
}

/// The hundredth part of a percentage, to two more places.
pub(crate) fn hundredth(percentage: Decimal) -> Result<Decimal, Advice> {
    let scale = i64::from(percentage.scale()).saturating_add(2);
    decimal_of(percentage.mantissa(), scale).ok_or(TOO_LONG)
}

/// The number in a text of a sign, digits and at most one decimal mark among them, as documents write it and most
/// tables print it; `None` for any other text.
pub(crate) fn plain_number(text: &str, decimal: char) -> Option<Result<Decimal, Advice>> {
    let mut number = PrintedDigits::after_sign(text.strip_prefix(['-', '+']).unwrap_or(text), text.starts_with('-'));
    let is_whole = number.take_digits() > 0;
    if number.take_mark(decimal) {
        number.scale = number.take_digits();
    }
    let is_plain = is_whole && number.rest.is_empty() && text.is_ascii();
    is_plain.then(|| number.as_written().ok_or(TOO_LONG))
}

/// The number that Rust writes for a float: of digits with a point and an exponent. `None` if no decimal holds it.
pub(crate) fn written_number(text: &str) -> Option<Decimal> {
    PrintedDigits::at_start(text, DigitMarks::default()).ok()?.value()
}

/// The digits of a number, as far as they are read: ± `mantissa` ÷ 10^`scale`, and the text after them.
struct PrintedDigits<'t> {
    is_negative: bool,
    /// All digits, before the mark and after it. The greatest there is stands for whatever is beyond any decimal.
    mantissa: u128,
    /// How many of them stand after the decimal mark, less the exponent.
    scale: i64,
    rest: &'t str,
}

impl<'t> PrintedDigits<'t> {
    /// No digits yet, of a number whose sign is read.
    const fn after_sign(rest: &'t str, is_negative: bool) -> Self {
        Self {
            is_negative,
            mantissa: 0,
            scale: 0,
            rest,
        }
    }

    /// The digits of the number at the beginning of a text.
    fn at_start(text: &'t str, marks: DigitMarks) -> Result<Self, Advice> {
        let mut digits = match text.strip_prefix(DASHES) {
            Some(after) => Self::after_sign(after.trim_start(), true),
            None => Self::after_sign(text.strip_prefix(['+', '＋']).unwrap_or(text), false),
        };
        let begins_with_zero = digits.rest.chars().next().map(narrow) == Some('0');
        let first = digits.take_digits();
        while first > 0 && marks.thousands.is_some_and(|mark| digits.take_mark(mark)) {
            if begins_with_zero {
                return Err(ZERO_FIRST);
            }
            if digits.take_digits() != 3 || first > 3 {
                return Err(GROUPS_OF_THREE);
            }
        }
        if digits.take_mark(marks.decimal) {
            digits.scale = digits.take_digits();
        } else if first == 0 {
            let is_sign = |one: char| DASHES.contains(&one) || "<>≤≥".contains(one);
            let is_sign_alone = digits.rest.is_empty() || digits.rest.starts_with(is_sign);
            return Err(match digits.rest.chars().next() {
                _ if is_sign_alone => WRITE_DIGITS,
                Some('(' | '（' | '[') => BRACKETS,
                _ => NOTHING_BEFORE,
            });
        } else if digits.rest.strip_prefix(marks.decimal) == Some("") {
            // `5.`, as statistical programs print what is whole.
            digits.rest = "";
        }
        marks.refuse_mark_among_digits(digits.rest)?;
        digits.take_exponent();
        Ok(digits)
    }

    /// Takes the digits that come next: how many there are.
    fn take_digits(&mut self) -> i64 {
        let mut count = 0_i64;
        let mut characters = self.rest.chars();
        while let Some(digit) = characters.next().and_then(|one| narrow(one).to_digit(10)) {
            self.mantissa = self.mantissa.saturating_mul(10).saturating_add(digit.into());
            self.rest = characters.as_str();
            count = count.saturating_add(1);
        }
        count
    }

    /// Takes a mark that comes next, if a digit stands after it: whether there is one.
    fn take_mark(&mut self, mark: char) -> bool {
        let after = after_mark(self.rest, mark);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// Takes the exponent that comes next: an `e` before digits. Before anything else it is a flag.
    fn take_exponent(&mut self) {
        let Some(exponent) = self.rest.strip_prefix(['e', 'E']) else {
            return;
        };
        let after_minus = exponent.strip_prefix(['-', '−']);
        let digits = after_minus.unwrap_or_else(|| exponent.strip_prefix('+').unwrap_or(exponent));
        let after = digits.trim_start_matches(|one: char| one.is_ascii_digit());
        let digits = digits.strip_suffix(after).unwrap_or_default();
        if !digits.is_empty() {
            // Whatever does not fit is beyond any decimal.
            let power = digits.parse().unwrap_or(i64::from(u32::MAX));
            let places = if after_minus.is_some() {
                power
            } else {
                power.saturating_neg()
            };
            (self.scale, self.rest) = (self.scale.saturating_add(places), after);
        }
    }

    /// The mantissa with its sign; `None` if no decimal holds it.
    fn signed(&self) -> Option<i128> {
        let mantissa = i128::try_from(self.mantissa).ok()?;
        Some(if self.is_negative {
            mantissa.saturating_neg()
        } else {
            mantissa
        })
    }

    /// The number with all places that are written; `None` if no decimal holds them.
    fn as_written(&self) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(self.signed()?, u32::try_from(self.scale).ok()?).ok()
    }

    /// The number that these say; `None` if no decimal holds it.
    fn value(&self) -> Option<Decimal> {
        decimal_of(self.signed()?, self.scale)
    }
}
