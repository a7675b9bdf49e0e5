//! Values that are none.

use super::Row;

pub(crate) const ROWS: &[Row] = &[
    (
        "a code with blanks",
        "",
        ("'code': 'gdp-2024'", "'code': 'gdp 2024'"),
        &[
            "error @gdp-2024.code: `gdp 2024` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most 64 characters; `gdp-2024` is one",
        ],
    ),
    (
        "an empty code",
        "",
        ("'code': 'life'", "'code': ''"),
        &[
            "error @life.code: an empty text is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most 64 characters",
        ],
    ),
    (
        "a symbol for the code of a unit",
        "air",
        ("'code': '1'", "'code': '%'"),
        &[
            "error @air.unit.code: `%` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most 64 characters; per cent is the unit `{\"code\": \"1\", \"multiplier\": -2}`",
        ],
    ),
    (
        "an empty text",
        "city",
        ("'region': 'The old town'", "'region': ' '"),
        &["error region: a text has words in it, and this one is empty"],
    ),
    (
        "a text in no language",
        "city",
        ("{'zh-Hant': '城市', 'en': 'The city'}", "{}"),
        &["error name: a text has words in it, and this one is empty"],
    ),
    (
        "an empty label",
        "growth",
        ("'label': '%'", "'label': ''"),
        &["error @growth.unit.label: a text has words in it, and this one is empty"],
    ),
    (
        "a language that is no tag",
        "city",
        ("'zh-Hant'", "'zh_Hant'"),
        &["error name.zh_Hant: `zh_Hant` is not a language tag: write it as `zh-Hant`"],
    ),
    (
        "a language that stands twice",
        "city",
        ("'en': 'The city'", "'ZH-hant': 'The city'"),
        &["error name.ZH-hant: the language `ZH-hant` stands twice in one text"],
    ),
    (
        "words that are no text",
        "city",
        ("'en': 'The city'", "'en': ['The city']"),
        &["error name.en: expected a text, found a list of 1"],
    ),
    (
        "a thousands separator",
        "gdp-2026",
        ("'2000'", "'2,000'"),
        &[
            "error @gdp-2026.goal.more_than: `2,000` is not a decimal number: write `2000`, or `2.000` if decimals stand behind the comma",
        ],
    ),
    (
        "a percent sign",
        "gdp-change",
        ("'0.3'", "'30%'"),
        &[
            "error @gdp-change.goal.at_least: `30%` is not a decimal number: write `30` in a unit of per cent, and `0.3` where a fraction is meant",
        ],
    ),
    (
        "too many digits",
        "gdp-2026",
        ("'2000'", "'2000.00000000000000000000000000001'"),
        &[
            "error @gdp-2026.goal.more_than: `2000.00000000000000000000000000001` is not a decimal number: it has more digits than the 28 that a decimal holds",
        ],
    ),
    (
        "a bare number with too many digits",
        "gdp-2026",
        ("'2000'", "2000.1234567890123"),
        &[
            r#"error @gdp-2026.goal.more_than: `2000.1234567890124` is not a decimal number: a bare number carries 15 digits at most; write it as a string, `"1781.8"`"#,
        ],
    ),
    (
        "an impossible date",
        "city",
        ("'2022-01-24'", "'2022-02-30'"),
        &["error published: `2022-02-30` is not a day: there is no such day in the calendar"],
    ),
    (
        "a date in another form",
        "city",
        ("'2022-01-24'", "'24.1.2022'"),
        &["error published: `24.1.2022` is not a day: write it as `2022-01-24`"],
    ),
    (
        "a year for a date",
        "city",
        ("'2022-01-24'", "'2022'"),
        &["error published: `2022` is not a day: write year, month and day in digits, as in `2026-01-26`"],
    ),
    (
        "an impossible day",
        "street",
        ("'2025-06'", "'2025-06-31'"),
        &["error @street.deadline: `2025-06-31` is not a period: there is no such day in the calendar"],
    ),
    (
        "a period in no form",
        "gdp-2026",
        ("'deadline': '2026'", "'deadline': 'soon after 2026'"),
        &[
            "error @gdp-2026.deadline: `soon after 2026` is not a period: write a year `2026`, a half `2026-S1`, a quarter `2026-Q3`, a month `2026-07`, a day `2026-07-31` or a range `2025-01-01/P9M`",
        ],
    ),
    (
        "a fifth quarter",
        "street",
        ("'2025-06'", "'2025-Q5'"),
        &["error @street.deadline: `2025-Q5` is not a period: a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`"],
    ),
    (
        "a multiplier out of range",
        "gdp",
        ("'multiplier': 8", "'multiplier': 29"),
        &["error @gdp.unit.multiplier: the multiplier of a unit is a power of ten from -28 to 28, got 29"],
    ),
    (
        "a multiplier far out of range",
        "gdp",
        ("'multiplier': 8", "'multiplier': 100000000"),
        &["error @gdp.unit.multiplier: expected 8, as a power of ten, found the number 100000000"],
    ),
    (
        "whole ten thousands",
        "jobs",
        (
            "{'code': 'job', 'whole': true}",
            "{'code': 'job', 'multiplier': 4, 'whole': true}",
        ),
        &[
            "error @jobs.unit.whole: things that come one by one are counted in ones: a whole unit has the multiplier 0, got 4",
        ],
    ),
    (
        "a weight of zero",
        "gdp-2026",
        ("'weight': '1.5'", "'weight': '0'"),
        &["error @gdp-2026.weight: a weight is above zero, got 0"],
    ),
    (
        "a negative weight",
        "economy",
        ("'weight': '2'", "'weight': '-2'"),
        &["error @economy.weight: a weight is above zero, got -2"],
    ),
    (
        "a flow at the end of its period",
        "gdp",
        ("'measure': 'flow'", "'measure': 'flow', 'collected': 'end'"),
        &[
            "error @gdp.collected: a flow happens during its period and is never at its end: it is collected as a `sum` or an `average`",
        ],
    ),
    (
        "a rank as a sum",
        "rank",
        ("'collected': 'end'", "'collected': 'sum'"),
        &["error @rank.collected: only a flow is collected as a sum: a rank of several periods is no sum of theirs"],
    ),
    (
        "collected in a way that nobody knows",
        "rank",
        ("'collected': 'end'", "'collected': 'ends'"),
        &["error @rank.collected: `ends` cannot stand here; the nearest is `end`"],
    ),
    (
        "an unknown measure",
        "gdp",
        ("'flow'", "'flows'"),
        &["error @gdp.measure: `flows` cannot stand here; the nearest is `flow`"],
    ),
    (
        "an unknown nature",
        "gdp-2026",
        ("'binding'", "'compulsory'"),
        &["error @gdp-2026.nature: `compulsory` cannot stand here; what can stand here is `binding`, `anticipatory`"],
    ),
    (
        "an unknown verifiability",
        "street",
        ("'criterion'", "'criteria'"),
        &["error @street.verifiability: `criteria` cannot stand here; the nearest is `criterion`"],
    ),
];
