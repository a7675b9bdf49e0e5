//! Days of the calendar, as documents write them.

use chrono::NaiveDate;

use super::{Period, ValueError, excerpt};

/// Reads a day as documents write it: year, month and day in digits, `2026-01-26`.
///
/// The reading of `chrono` itself is more lenient, and says less of what is wrong.
///
/// # Errors
///
/// [`ValueError::Date`] if the text is anything else, or no day of the years 0001 to 9999.
///
/// # Examples
///
/// ```
/// use milepost::date;
///
/// assert_eq!(date("2026-01-26")?.to_string(), "2026-01-26");
/// assert!(date("2026-1-26").is_err());
/// # Ok::<(), milepost::ValueError>(())
/// ```
pub fn date(text: &str) -> Result<NaiveDate, ValueError> {
    let refuse = |right| ValueError::Date {
        text: excerpt(text),
        right,
    };
    if !looks_like_a_day(text) {
        return Err(refuse("write year, month and day in digits, as in `2026-01-26`"));
    }
    let day = text
        .parse::<Period>()
        .map_err(|_| refuse("there is no such day in the calendar"))?;
    Ok(day.first())
}

/// Whether it has the form of a day, `2026-01-26`.
pub(crate) fn looks_like_a_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_no_days() {
        const FORM: &str = "write year, month and day in digits, as in `2026-01-26`";
        const NONE: &str = "there is no such day in the calendar";
        for (text, right) in [
            ("2026-1-26", FORM),
            ("26.01.2026", FORM),
            ("2026-01", FORM),
            ("2026-01-26/P1D", FORM),
            ("2026-02-29", NONE),
            ("2026-13-01", NONE),
            ("0000-01-01", NONE),
        ] {
            assert_eq!(
                date(text).unwrap_err().to_string(),
                format!("`{text}` is not a day: {right}")
            );
        }
        assert_eq!(date("2024-02-29").unwrap().to_string(), "2024-02-29");
    }
}
