//! Days of the calendar, as documents write them.

use alloc::borrow::Cow;

use chrono::NaiveDate;

use super::length::{Length, digits};
use super::{Period, ValueError, excerpt, printed};

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
    read_day(text).map_err(|right| {
        let mend = printed::mend(text, |period| period.length() == Length::Days(1));
        ValueError::Date {
            text: excerpt(text),
            right: mend.map_or(Cow::Borrowed(right), Cow::Owned),
        }
    })
}

/// The day in a text of the form `2026-01-26`, for [`date`] and [`day!`](crate::day!); the error says what would be
/// right.
#[doc(hidden)]
pub const fn read_day(text: &str) -> Result<NaiveDate, &'static str> {
    if !looks_like_a_day(text) {
        return Err("write year, month and day in digits, as in `2026-01-26`");
    }
    match Period::read(text) {
        Ok(day) => Ok(day.first()),
        Err(_) => Err("there is no such day in the calendar"),
    }
}

/// Whether a text has the form of a day as documents write it, `2026-01-26`.
const fn looks_like_a_day(text: &str) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return false;
    };
    digits(&[*y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2], 8).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_no_days() {
        const FORM: &str = "write year, month and day in digits, as in `2026-01-26`";
        const NONE: &str = "there is no such day in the calendar";
        for (text, right) in [
            ("2026-1-26", "write it as `2026-01-26`"),
            ("26.01.2026", "write it as `2026-01-26`"),
            ("6/1/2026", "write `2026-01-06` or `2026-06-01`"),
            ("2026-01", FORM),
            ("FY2026", FORM),
            ("2026-01-26/P1D", "write it as `2026-01-26`"),
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
