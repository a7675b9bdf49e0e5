//! Documents whose fields are not those of a plan.

use super::Row;

pub(crate) const ROWS: &[Row] = &[
    (
        "the format is missing",
        "",
        ("'format': 1,", ""),
        &["error format: the field `format` is missing; what can stand there is `1`"],
    ),
    (
        "the format is a text",
        "",
        ("'format': 1,", "'format': '1',"),
        &["error format: expected the number 1, found the text `1`"],
    ),
    (
        "a format from the future, and nothing else",
        "",
        ("'format': 1,", "'format': 2, 'scenarios': [],"),
        &["error format: the format 2 is not known here; this version reads format 1"],
    ),
    (
        "a format that never was",
        "",
        ("'format': 1,", "'format': 1.5,"),
        &["error format: the format 1.5 is not known here; this version reads format 1"],
    ),
    (
        "an unknown field, with the nearest",
        "gdp-2026",
        ("'deadline':", "'deadlien':"),
        &["error @gdp-2026.deadlien: there is no field `deadlien` here; the nearest is `deadline`"],
    ),
    (
        "an unknown field that is near to none",
        "gdp-2024",
        ("'deadline'", "'colour': 'red', 'deadline'"),
        &[
            "error @gdp-2024.colour: there is no field `colour` here; what can stand here is `code`, `name`, `of`, `goal`, `baseline`, `deadline`, `limit`, `path`, `milestones`, `nature`, `responsible`, `weight`, `reported`, `time`, `citation`, `alternative_to`, `restates`, `part_of`, `proxies`, `note`, `accept`, `amendments`",
        ],
    ),
    (
        "a field of another kind of goal",
        "gdp-2026",
        ("'more_than'", "'every': 'year', 'more_than'"),
        &[
            "error @gdp-2026.goal.every: there is no field `every` here; it stands in a goal of the kind `keep`, `trend`",
        ],
    ),
    (
        "a field that stands twice",
        "gdp-2026",
        ("'deadline': '2026'", "'deadline': '2026', 'deadline': '2025'"),
        &["error @gdp-2026.deadline: the field `deadline` stands twice"],
    ),
    (
        "fields that are missing",
        "city",
        (
            "'name': {'zh-Hant': '城市', 'en': 'The city'}, 'region': 'The old town', 'period': '2022-01-01/P5Y',",
            "",
        ),
        &[
            "error name: the field `name` is missing",
            "error period: the field `period` is missing",
        ],
    ),
    (
        "a code that is missing",
        "",
        ("'code': 'gdp', ", ""),
        &["error @gdp.code: the field `code` is missing"],
    ),
    (
        "no pillars",
        "",
        ("'pillars': [", "'pilars': ["),
        &["error pilars: there is no field `pilars` here; the nearest is `pillars`"],
    ),
    (
        "a list where a map should be",
        "gdp-2024",
        (
            "{'kind': 'level', 'at_least': '1790', 'tolerance': '10'}",
            "['level', '1790']",
        ),
        &[r#"error @gdp-2024.goal: expected a map, such as `{"kind": "level", "at_least": "88"}`, found a list of 2"#],
    ),
    (
        "a map where a list should be",
        "gdp-sum",
        (
            "[{'period': '2023', 'cumulative': '3200'}, {'period': '2024', 'share_of_way': '0.6'}]",
            "{'2023': '3200'}",
        ),
        &[r#"error @gdp-sum.milestones: expected a list, such as `[{"period": "2023", …}, …]`, found a map"#],
    ),
    (
        "a text where a map should be",
        "gdp",
        (
            "{'code': 'CNY', 'multiplier': 8, 'label': {'zh-Hant': '億元'}, 'whole': false}",
            "'億元'",
        ),
        &["error @gdp.unit: expected a map with a `code`, and words for people as its `label`, found the text `億元`"],
    ),
    (
        "a text where a list should be",
        "gdp-2026",
        ("['jobs', 'growth']", "'jobs'"),
        &[r#"error @gdp-2026.proxies: expected a list, such as `["jobs"]`, found the text `jobs`"#],
    ),
    (
        "a number where a text should be",
        "gdp",
        ("'Gross product'", "2026"),
        &["error @gdp.name: expected a text, or a map from language tags to texts, found the number 2026"],
    ),
    (
        "a number where a period should be",
        "gdp-2026",
        ("'deadline': '2026'", "'deadline': 2026"),
        &[r#"error @gdp-2026.deadline: expected a period as a text, `"2026"`, found the number 2026"#],
    ),
    (
        "a number where a code should be",
        "city",
        ("'code': 'economy'", "'code': 1"),
        &[r"error @economy.code: expected a code, such as `gdp-2026`, found the number 1"],
    ),
    (
        "nothing where a text should be",
        "gdp-2026",
        ("'note': 'The headline.'", "'note': null"),
        &[
            "error @gdp-2026.note: expected a text, or a map from language tags to texts, found nothing (`null`): what is not known is left out",
        ],
    ),
    (
        "a text where a yes or no should be",
        "gdp",
        ("'whole': false", "'whole': 'no'"),
        &["error @gdp.unit.whole: expected `true` or `false`, found the text `no`"],
    ),
    (
        "a text where a power of ten should be",
        "gdp",
        ("'multiplier': 8", "'multiplier': '8'"),
        &["error @gdp.unit.multiplier: expected a power of ten, such as 8, found the text `8`"],
    ),
    (
        "a part of a power of ten",
        "gdp",
        ("'multiplier': 8", "'multiplier': 8.5"),
        &["error @gdp.unit.multiplier: expected a power of ten, such as 8, found the number 8.5"],
    ),
    (
        "a yes or no where a decimal should be",
        "gdp-2026",
        ("'weight': '1.5'", "'weight': true"),
        &["error @gdp-2026.weight: expected a decimal number, found `true`"],
    ),
    (
        "a number where a path should be",
        "gdp-2026",
        ("'constant_growth'", "5"),
        &[
            r#"error @gdp-2026.path: expected the name of a path, or a map, `{"schedule": […], "between": …}` or `{"shape": …, "ceiling": …}`, found the number 5"#,
        ],
    ),
    (
        "a number where a word should be",
        "gdp-2026",
        ("'binding'", "1"),
        &["error @gdp-2026.nature: expected one of the words `binding`, `anticipatory`, found the number 1"],
    ),
    (
        "a number where a date should be",
        "city",
        ("'published': '2022-01-24'", "'published': 2022"),
        &[r#"error published: expected a date as a text, such as `"2026-01-26"`, found the number 2022"#],
    ),
    (
        "a number where an address should be",
        "city",
        ("'https://example.org/plan'", "7"),
        &["error citation.url: expected a text, found the number 7"],
    ),
    (
        "a target that is no map",
        "jobs-2026",
        (
            "{'code': 'jobs-front', 'goal': {'kind': 'unstated', 'lacks': 'reference'}, 'deadline': '2026'}",
            "'jobs-front'",
        ),
        &[
            "error @jobs-front: expected a map, such as `{\"code\": \"jobs-front\", \"goal\": …, \"deadline\": …}`, found the text `jobs-front`",
        ],
    ),
    (
        "a target of nothing",
        "jobs-2026",
        (
            "{'code': 'jobs-front', 'goal': {'kind': 'unstated', 'lacks': 'reference'}, 'deadline': '2026'}",
            "{}",
        ),
        &[
            "error @jobs-front.code: the field `code` is missing",
            "error @jobs-front.goal: the field `goal` is missing",
            "error @jobs-front.deadline: the field `deadline` is missing",
        ],
    ),
];
