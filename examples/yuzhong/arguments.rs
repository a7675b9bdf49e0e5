//! What the command line asks for.

use milepost::{Language, NaiveDate, ValueError, date};

/// The short form, beneath an error.
pub(crate) const USAGE: &str = "usage: yuzhong [DATE] [--lang en|zh-Hans|zh-Hant] [--json] [--help]";

pub(crate) const HELP: &str = "\
The scoreboard of the five-year goals of Yuzhong district, Chongqing, as of a date

usage: yuzhong [DATE] [--lang en|zh-Hans|zh-Hant] [--json] [--help]

  DATE             the day of the question, as in 2024-02-20: nothing that was published
                   later is known (default 2026-01-31)
  -l, --lang TAG   the language of the words: en, zh-Hans or zh-Hant (default en)
      --json       print everything for machines
  -h, --help       print this
";

const DEFAULT_DATE: &str = "2026-01-31";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    Help,
    Assess(Arguments),
}

/// How to assess and print.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) as_of: NaiveDate,
    pub(crate) language: Language,
    pub(crate) json: bool,
}

/// Why a command line cannot be followed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArgumentError {
    #[error(transparent)]
    CommandLine(#[from] lexopt::Error),
    #[error("{0}")]
    Date(#[from] ValueError),
    #[error("there is one date, and `{0}` is a second one")]
    SecondDate(String),
    #[error("`{0}` is none of the languages `en`, `zh-Hans` and `zh-Hant`")]
    Language(String),
}

/// Reads a command line.
pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Request, ArgumentError> {
    use lexopt::prelude::*;

    let mut as_of = None;
    let mut language = Language::default();
    let mut json = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Request::Help),
            Short('l') | Long("lang") => {
                let tag = parser.value()?.string()?;
                language = Language::from_tag(&tag).ok_or(ArgumentError::Language(tag))?;
            }
            Long("json") => json = true,
            Value(text) => {
                let text = text.string()?;
                if as_of.is_some() {
                    return Err(ArgumentError::SecondDate(text));
                }
                as_of = Some(date(&text)?);
            }
            _ => return Err(argument.unexpected().into()),
        }
    }
    let as_of = match as_of {
        Some(day) => day,
        None => date(DEFAULT_DATE)?,
    };
    Ok(Request::Assess(Arguments { as_of, language, json }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(arguments: &[&str]) -> Result<Request, String> {
        read(lexopt::Parser::from_args(arguments)).map_err(|error| error.to_string())
    }

    #[test]
    fn command_lines_that_are_followed() {
        let assess = |day: &str, language, json| {
            let as_of = date(day).unwrap();
            Ok(Request::Assess(Arguments { as_of, language, json }))
        };
        for (arguments, request) in [
            (&[][..], assess("2026-01-31", Language::English, false)),
            (&["2024-02-20", "--json"], assess("2024-02-20", Language::English, true)),
            (
                &["--lang=zh-hant", "2024-02-08"],
                assess("2024-02-08", Language::TraditionalChinese, false),
            ),
            (
                &["-l", "zh-Hans"],
                assess("2026-01-31", Language::SimplifiedChinese, false),
            ),
            (&["--help"], Ok(Request::Help)),
        ] {
            assert_eq!(read_all(arguments), request, "{arguments:?}");
        }
    }

    #[test]
    fn command_lines_that_are_refused() {
        for (arguments, message) in [
            (
                &["26.01.2026"][..],
                "`26.01.2026` is not a day: write year, month and day in digits, as in `2026-01-26`",
            ),
            (
                &["2026-02-30"],
                "`2026-02-30` is not a day: there is no such day in the calendar",
            ),
            (
                &["2024-02-20", "2024-02-21"],
                "there is one date, and `2024-02-21` is a second one",
            ),
            (
                &["--lang", "fr"],
                "`fr` is none of the languages `en`, `zh-Hans` and `zh-Hant`",
            ),
            (&["--lang"], "missing argument for option '--lang'"),
            (&["--colour"], "invalid option '--colour'"),
        ] {
            assert_eq!(read_all(arguments), Err(message.to_owned()));
        }
    }
}
