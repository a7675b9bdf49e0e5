//! What a table reads as a period, and what it is told where there is none.

use alloc::borrow::Cow;

use super::mend::mend;
use super::no_period;
use super::times::{Times, read};
use crate::value::{Period, ValueError, excerpt};

/// Reads a period as it is printed: in the forms of documents, of SDMX and of Eurostat, and in some that are plain
/// wherever they stand. `2025`, `2025-03` and `2025-03-31` are the calendar's, whatever year figures are reported by.
///
/// # Errors
///
/// [`ValueError::Period`] where it says none, or could say two.
pub(crate) fn period(text: &str, times: &Times) -> Result<Period, ValueError> {
    read(text, times).map_err(|right| {
        let mended = Some(text).filter(|_| right == no_period::OTHER_FORM);
        let mended = mended.and_then(|text| mend(text, |_| true));
        ValueError::Period {
            text: excerpt(text.trim()),
            right: mended.map_or(right.into(), Cow::Owned),
        }
    })
}

/// The period in the first of these texts that has the form of a period.
///
/// # Errors
///
/// [`ValueError::Period`] of that text, or of the last.
pub(crate) fn first_period(texts: &[&str], times: &Times) -> Result<Period, ValueError> {
    let has_form = |text: &&&str| has_form(text, times);
    let text = texts.iter().find(has_form).or(texts.last());
    period(text.copied().unwrap_or_default(), times)
}

/// Whether a text is written as periods are, whatever is wrong with it.
pub(crate) fn has_form(text: &str, times: &Times) -> bool {
    read(text, times) != Err(no_period::OTHER_FORM)
}
