//! Numbers and periods as tables print them, where documents have one form only.
//!
//! What can be read in two ways is asked for, by the error that says so: the map of a table tells.

mod period;
mod value;

pub(super) use period::{DateOrder, NamedBy, ReportingYear, Times, period};
pub(super) use value::{NumberMarks, PercentSign, Printed, value};

/// What would be right, in words.
type Right = &'static str;

/// The plain form of a character that is printed wide, as East Asian tables do: `１２．５％`.
fn narrow(character: char) -> char {
    match character {
        '！'..='～' => u32::from(character)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)
            .unwrap_or(character),
        _ => character,
    }
}
