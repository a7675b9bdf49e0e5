//! How documents write a number that is printed in another way.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::value::printed::no_number::LETTER_FOR_DIGIT;
use crate::value::printed::{DASHES, DigitMarks, PrintedNumber, Sign, has_letter_for_digit, hundredth};

/// The advice how documents write a number that is printed in another way; `None` where the text is no number in any
/// known form.
pub(super) fn mend(text: &str) -> Option<String> {
    let printed = text.trim();
    match readings(printed).as_slice() {
        [number] => return form_of_documents(number),
        [thousands, decimals] if matches!(thousands.sign, Sign::Exactly) => {
            let (thousands, decimals) = (thousands.value, decimals.value);
            return Some(format!(
                "write `{thousands}`, or `{decimals}` if decimals stand behind the comma"
            ));
        }
        _ => {}
    }
    if has_letter_for_digit(printed) {
        return Some(LETTER_FOR_DIGIT.into());
    }
    if let Some(value) = printed.split_once('±').and_then(|(value, _)| number(value)) {
        return Some(format!(
            "write `{value}`, and how far the true value may lie from it as its `uncertainty`"
        ));
    }
    let counted = printed.trim_matches(|letter: char| letter.is_alphabetic() || " ³²$€£¥".contains(letter));
    if counted.len() < printed.len() && number(counted).is_some() {
        return Some("write the number alone: what it counts is said by the `unit`, and thousands or millions by its `multiplier`".into());
    }
    let (low, high) = printed.split_once(" to ").or_else(|| printed.split_once(DASHES))?;
    let (low, high) = (number(low)?, number(high)?);
    Some(format!(
        "a figure between two is `{{\"at_least\": \"{low}\", \"at_most\": \"{high}\"}}`, and a goal between two `within`"
    ))
}

/// How documents say what a number and the signs beside it say; `None` where they have no form for it.
fn form_of_documents(number: &PrintedNumber) -> Option<String> {
    let value = number.value;
    match (number.sign, number.has_percent_sign) {
        (Sign::Exactly, false) => Some(format!("write it as `{value}`")),
        (Sign::Exactly, true) => {
            let fraction = hundredth(value).ok()?.normalize();
            Some(format!(
                "write `{value}` in a unit of per cent, and `{fraction}` where a fraction is meant"
            ))
        }
        (Sign::About, false) => Some(format!(
            "write it as `{value}`, or a figure that is not known exactly as `{{\"approximately\": \"{value}\"}}`"
        )),
        (sign, false) => {
            let bound = sign.key()?;
            Some(format!(
                "a bound is said by its key, as in `{{\"{bound}\": \"{value}\"}}`"
            ))
        }
        (_, true) => None,
    }
}

/// The number that a text says and no more, be it with decimals or thousands behind a comma.
fn number(text: &str) -> Option<Decimal> {
    readings(text.trim()).pop().map(|number| number.value)
}

/// The ways in which a text can be read as a number with nothing behind it. Of a comma alone there are two: it stands
/// before thousands, or else before decimals.
fn readings(text: &str) -> Vec<PrintedNumber> {
    let read = |decimal, thousands| {
        let thousands = Some(thousands);
        let number = PrintedNumber::at_start(text, DigitMarks { decimal, thousands });
        number
            .ok()
            .filter(|(_, behind)| behind.is_empty())
            .map(|(number, _)| number)
    };
    let with_point = [' ', '\'', '_'].into_iter().find_map(|mark| read('.', mark));
    if let Some(number) = with_point {
        return Vec::from([number]);
    }
    let with_comma = ['.', ' ', '\'', '_'].into_iter().find_map(|mark| read(',', mark));
    read('.', ',').into_iter().chain(with_comma).collect()
}
