//! What the command line asks for.

use milepost::rule::RuleError;
use milepost::{Language, NaiveDate, Rule, ValueError, date};

/// The short form, beneath an error.
pub(crate) const USAGE: &str =
    "usage: yuzhong [DATE] [--rule NAME] [--lang en|zh-Hans|zh-Hant] [--all] [--json] [--help]";

pub(crate) const HELP: &str = "\
The scoreboard of the five-year goals of Yuzhong district, Chongqing, as of a date

usage: yuzhong [DATE] [--rule NAME] [--lang en|zh-Hans|zh-Hant] [--all] [--json] [--help]

  DATE             the day of the question, as in 2024-02-20: nothing that was published
                   later is known (default 2026-01-31)
  -r, --rule NAME  by whose rule: pace, open-sdg, unsd-2022, unsd-2022-growth, unsd-projected,
                   undp, undp-2025, china-schedule, china-level-growth, china-cumulative-growth,
                   igme, s-distance or escap-current-status (default pace)
  -l, --lang TAG   the language of the words: en, zh-Hans or zh-Hant (default en)
      --all        list what nobody can verify, too
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
    pub(crate) rule: Rule,
    pub(crate) language: Language,
    pub(crate) all: bool,
    pub(crate) json: bool,
}

/// Why a command line cannot be followed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArgumentError {
    #[error(transparent)]
    CommandLine(#[from] lexopt::Error),
    #[error(transparent)]
    Value(#[from] ValueError),
    #[error("there is one date, and `{0}` is a second one")]
    SecondDate(String),
    #[error(transparent)]
    Rule(#[from] RuleError),
}

/// Reads a command line.
pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Request, ArgumentError> {
    use lexopt::prelude::*;

    let mut as_of = None;
    let mut rule = Rule::pace();
    let mut language = Language::default();
    let (mut all, mut json) = (false, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Request::Help),
            Short('l') | Long("lang") => {
                language = parser.value()?.string()?.parse()?;
            }
            Short('r') | Long("rule") => {
                rule = Rule::by_code(&parser.value()?.string()?)?;
            }
            Long("all") => all = true,
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
    Ok(Request::Assess(Arguments {
        as_of,
        rule,
        language,
        all,
        json,
    }))
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
            Ok(Request::Assess(Arguments {
                as_of: date(day).unwrap(),
                rule: Rule::pace(),
                language,
                all: false,
                json,
            }))
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
            (
                &["-r", "open-sdg"],
                Ok(Request::Assess(Arguments {
                    as_of: date("2026-01-31").unwrap(),
                    rule: Rule::open_sdg(),
                    language: Language::English,
                    all: false,
                    json: false,
                })),
            ),
            (
                &["--all"],
                Ok(Request::Assess(Arguments {
                    as_of: date("2026-01-31").unwrap(),
                    rule: Rule::pace(),
                    language: Language::English,
                    all: true,
                    json: false,
                })),
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
                "`26.01.2026` is not a day: write it as `2026-01-26`",
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
                "`fr` is not a language of this crate: those are `en`, `zh-Hans`, `zh-Hant`",
            ),
            (
                &["--rule", "magic"],
                "no rule has the code `magic`; those that need nothing more are `pace`, `open-sdg`, `unsd-2022`, `unsd-2022-growth`, \
                 `unsd-projected`, `undp`, `undp-2025`, `china-schedule`, `china-level-growth`, `china-cumulative-growth`, `igme`, \
                 `s-distance`, `escap-current-status`",
            ),
            (&["--lang"], "missing argument for option '--lang'"),
            (&["--colour"], "invalid option '--colour'"),
        ] {
            assert_eq!(read_all(arguments), Err(message.to_owned()));
        }
    }

    /// Whoever reads the help can ask for every rule in it.
    #[test]
    fn every_rule_of_the_help_is_one() {
        let names = HELP
            .split_once("by whose rule: ")
            .and_then(|(_, rest)| rest.split_once(" (default"));
        let names = names.unwrap().0.replace(" or ", ", ");
        let names: Vec<&str> = names.split(',').map(str::trim).collect();
        let known = Rule::published().map(|rule| rule.code().to_string());
        let known: Vec<String> = [Rule::pace().code().to_string()].into_iter().chain(known).collect();
        assert_eq!(names, known);
    }
}
