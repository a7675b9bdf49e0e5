//! A number as documents write it, and how they write one that is printed in another way.

use alloc::format;
use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use crate::value::arithmetic::exact_product;
use crate::value::narrow;
use crate::value::printed::Sign;

/// The most characters of a text that is looked at as a number, without the zeros before it: more than any number has.
pub(super) const LONGEST: usize = 80;

/// Whether a text is a number as documents write it.
pub(super) fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    are_digits(whole) && are_digits(fraction)
}

/// Whether a text is made of digits, one at least.
fn are_digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The advice how documents write a number that is printed in another way; `None` where the text is no number in any
/// known form.
pub(super) fn mend(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let printed: String = text.trim().chars().map(narrow).collect();
    let printed = printed.replace(['−', '–'], "-");
    let (sign, number) = match number_behind_about(&printed) {
        Some(number) => (Sign::About, number),
        None => Sign::split_end(&printed).unwrap_or_else(|| Sign::split(&printed)),
    };
    if let Some(bound) = sign.key() {
        let number = with_point(number).filter(|_| thousands_or_decimals(number).is_none())?;
        return Some(format!(
            "a bound is said by its key, as in `{{\"{bound}\": \"{number}\"}}`"
        ));
    }
    let number = number.trim_start_matches(['=', ' ']);
    if matches!(sign, Sign::About) {
        let number = with_point(number).filter(|_| thousands_or_decimals(number).is_none())?;
        return Some(format!(
            "write it as `{number}`, or a figure that is not known exactly as `{{\"approximately\": \"{number}\"}}`"
        ));
    }
    if let Some(number) = number.strip_suffix('%') {
        let number = with_point(number.trim_end())?;
        let fraction = exact_product(Decimal::from_str_exact(&number).ok()?, Decimal::new(1, 2))?;
        let fraction = fraction.normalize();
        return Some(format!(
            "write `{number}` in a unit of per cent, and `{fraction}` where a fraction is meant"
        ));
    }
    if let Some((whole, three)) = thousands_or_decimals(number) {
        return Some(format!(
            "write `{whole}{three}`, or `{whole}.{three}` if decimals stand behind the comma"
        ));
    }
    if let Some(number) = with_point(number) {
        return Some(format!("write it as `{number}`"));
    }
    if let Some(value) = number
        .split_once('±')
        .and_then(|(value, _)| with_point(value.trim_end()))
    {
        return Some(format!(
            "write `{value}`, and how far the true value may lie from it as its `uncertainty`"
        ));
    }
    let counted = number.trim_matches(|letter: char| letter.is_alphabetic() || " ³²$€£¥".contains(letter));
    if counted.len() < number.len() && with_point(counted).is_some() {
        return Some("write the number alone: what it counts is said by the `unit`, and thousands or millions by its `multiplier`".into());
    }
    let (low, high) = number.split_once(" to ").or_else(|| number.split_once('-'))?;
    let (low, high) = (with_point(low.trim_end())?, with_point(high.trim_start())?);
    Some(format!(
        "a figure between two is `{{\"at_least\": \"{low}\", \"at_most\": \"{high}\"}}`, and a goal between two `within`"
    ))
}

/// The text after a word for "about"; `None` where the text does not begin with such a word.
fn number_behind_about(text: &str) -> Option<&str> {
    const WORDS: [&str; 6] = ["about ", "approx. ", "approximately ", "around ", "ca. ", "circa "];
    let text = text.trim_start();
    WORDS.iter().find_map(|word| {
        let said = text.get(..word.len())?;
        said.eq_ignore_ascii_case(word).then(|| text.get(word.len()..))?
    })
}

/// The texts before and after the comma of a number whose only comma may be one of thousands or one of decimals, since
/// three digits follow it; `None` for any other number.
fn thousands_or_decimals(number: &str) -> Option<(&str, &str)> {
    let (whole, three) = number.split_once(',')?;
    let first = whole.strip_prefix(['-', '+']).unwrap_or(whole);
    let is_either = three.len() == 3 && are_digits(three) && are_digits(first) && first.len() <= 3;
    (is_either && !first.starts_with('0')).then_some((whole, three))
}

/// The number with a point before its decimals and nothing between its thousands; `None` where it cannot be told which
/// marks are which.
fn with_point(number: &str) -> Option<String> {
    if number.contains(['e', 'E']) {
        return Decimal::from_scientific(number).ok().map(|number| number.to_string());
    }
    let last_mark = number.rfind([',', '.']);
    let (whole, fraction) = match last_mark.and_then(|at| Some((number.get(..at)?, number.get(at..)?))) {
        // Several of one mark stand between thousands.
        Some((before, behind)) if !before.contains(behind.chars().next()?) => (before, behind.get(1..)?),
        _ => (number, ""),
    };
    let stands_between = |mark: char| mark.is_whitespace() || matches!(mark, ',' | '.' | '\'' | '’' | '_');
    let mut groups = whole.split(stands_between);
    let first = groups.next()?;
    let mut joined = String::from(if matches!(first, "" | "-" | "+") { "0" } else { first });
    if matches!(first, "-" | "+") {
        joined.insert_str(0, first);
    }
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        joined.push_str(group);
    }
    if !fraction.is_empty() {
        joined.push('.');
        joined.push_str(fraction);
    }
    let has_digits = number.bytes().any(|byte| byte.is_ascii_digit());
    (has_digits && is_plain(&joined)).then_some(joined)
}
