//! Literals of the author's own program, checked when it is compiled.

/// A [`Period`](crate::Period) that is checked when the program is compiled.
///
/// # Examples
///
/// ```
/// use milepost::{Period, period};
///
/// const DEADLINE: Period = period!("2026");
/// assert_eq!(DEADLINE.last(), milepost::day!("2026-12-31"));
/// ```
///
/// What is none does not compile:
///
/// ```compile_fail
/// // error: evaluation panicked: a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`
/// let deadline = milepost::period!("2026-Q5");
/// ```
#[macro_export]
macro_rules! period {
    ($text:literal) => {
        const { $crate::value::literal($crate::Period::read($text)) }
    };
}

/// A day that is checked when the program is compiled.
///
/// # Examples
///
/// ```
/// assert_eq!(milepost::day!("2026-01-31").to_string(), "2026-01-31");
/// ```
///
/// ```compile_fail
/// // error: evaluation panicked: there is no such day in the calendar
/// let day = milepost::day!("2026-02-29");
/// ```
#[macro_export]
macro_rules! day {
    ($text:literal) => {
        const { $crate::value::literal($crate::value::read_day($text)) }
    };
}

/// A [`Code`](crate::Code) that is checked when the program is compiled.
///
/// # Examples
///
/// ```
/// assert_eq!(milepost::code!("gdp-2026").as_str(), "gdp-2026");
/// ```
///
/// ```compile_fail
/// // error: evaluation panicked: a code begins with an ASCII letter or digit, goes on with …
/// let code = milepost::code!("gross product");
/// ```
#[macro_export]
macro_rules! code {
    ($text:literal) => {
        const { $crate::Code::literal($text) }
    };
}

/// A [`Text`](crate::Text) whose language is not stated, checked when the program is compiled.
///
/// # Examples
///
/// ```
/// use milepost::{Pillar, code, text};
///
/// let pillar = Pillar::new(code!("overall"), text!("Overall goals"));
/// assert_eq!(pillar.name().to_string(), "Overall goals");
/// ```
///
/// ```compile_fail
/// // error: evaluation panicked: a text has words in it, and this one is empty
/// let name = milepost::text!(" ");
/// ```
#[macro_export]
macro_rules! text {
    ($words:literal) => {
        const { $crate::Text::literal($words) }
    };
}

/// The value as which a literal was read. Only the macros call this, in constants, so that a wrong literal fails the
/// build.
///
/// # Panics
///
/// When it is compiled, with advice on how the literal is written.
#[doc(hidden)]
#[expect(
    clippy::panic,
    reason = "in a constant it is an error of the compiler, and so it is said there"
)]
pub const fn literal<T: Copy>(read: Result<T, &'static str>) -> T {
    match read {
        Ok(value) => value,
        Err(advice) => panic!("{}", advice),
    }
}
