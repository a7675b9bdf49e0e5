//! Observations that contradict themselves.

use super::Row;

pub(crate) const ROWS: &[Row] = &[
    (
        "a format from the future",
        "",
        ("'format': 1", "'format': 3"),
        &["error format: the format 3 is not known here; this version reads format 1"],
    ),
    (
        "the format is missing",
        "",
        ("'format': 1,", ""),
        &["error format: the field `format` is missing; what can stand there is `1`"],
    ),
    (
        "a plan in place of observations",
        "",
        ("'series': [", "'pillars': ["),
        &["error pillars: there is no field `pillars` here; it stands in the plan, a document of its own"],
    ),
    (
        "a series of no indicator",
        "",
        ("'indicator': 'gdp', ", ""),
        &["error series[0].indicator: the field `indicator` is missing"],
    ),
    (
        "a series without a unit",
        "gdp",
        (", 'unit': {'code': 'CNY', 'multiplier': 8}", ""),
        &[
            "error series[0].unit: the field `unit` is missing; thousands of tonnes are `{\"code\": \"t\", \"multiplier\": 3}`, and per \
             cent is `{\"code\": \"1\", \"multiplier\": -2}`",
        ],
    ),
    (
        "two series of one indicator",
        "",
        ("'indicator': 'jobs'", "'indicator': 'gdp'"),
        &[
            "error series[1].indicator: the indicator `gdp` has two series; its observations belong in one, and a series of another part says in its `breakdown` of which",
        ],
    ),
    (
        "a missing value that is not missing",
        "",
        ("'status': 'missing'", "'status': 'missing', 'value': '3'"),
        &[
            "error series[1].observations[0].value: this observation has a value, and its `status` says that there is none; leave out one of the two",
        ],
    ),
    (
        "a value that is left out",
        "",
        (", 'status': 'missing'", ""),
        &[
            "error series[1].observations[0].value: the field `value` is missing; if no value was published, the status is `missing`",
        ],
    ),
    (
        "a misspelt value",
        "gdp",
        ("'value': '1560.9'", "'vlaue': '1560.9'"),
        &["error series[0].observations[0].vlaue: there is no field `vlaue` here; the nearest is `value`"],
    ),
    (
        "an unknown status",
        "gdp",
        ("'provisional'", "'preliminary'"),
        &["error series[0].observations[0].status: `preliminary` cannot stand here; the nearest is `provisional`"],
    ),
    (
        "an unknown status among others",
        "gdp",
        ("'provisional'", "['break', 'provisonal']"),
        &["error series[0].observations[0].status[1]: `provisonal` cannot stand here; the nearest is `provisional`"],
    ),
    (
        "a status that is a number",
        "gdp",
        ("'provisional'", "1"),
        &["error series[0].observations[0].status: expected a word, or a list of words, found the number 1"],
    ),
    (
        "a status without a word",
        "",
        ("'status': 'missing'", "'status': []"),
        &[
            "error series[1].observations[0].value: the field `value` is missing; if no value was published, the status is `missing`",
        ],
    ),
    (
        "a value that is confidential and provisional",
        "gdp",
        ("'provisional'", "['provisional', 'confidential']"),
        &[
            "error series[0].observations[0].value: this observation has a value, and its `status` says that there is none; leave out one of the two",
        ],
    ),
    (
        "a status near another",
        "gdp",
        ("'provisional'", "'provisonal'"),
        &["error series[0].observations[0].status: `provisonal` cannot stand here; the nearest is `provisional`"],
    ),
    (
        "two vintages that cannot be told apart",
        "gdp",
        (
            "{'period': '2025', 'value': {'at_least': '1700', 'less_than': '1800'}}",
            "{'period': '2025', 'value': '1'}, {'period': '2025', 'value': '2'}, {'period': '2025', 'value': '3'}",
        ),
        &[
            "error series[0].observations[5]: two observations of 2025 have the same date of publication and the same source; a later vintage has a later date, and where one corrects the other on its own day, leave out the wrong one",
            "error series[0].observations[6]: two observations of 2025 have the same date of publication and the same source; a later vintage has a later date, and where one corrects the other on its own day, leave out the wrong one",
        ],
    ),
    (
        "an empty interval",
        "gdp",
        ("'at_least': '1700'", "'at_least': '1900'"),
        &["error series[0].observations[4].value: no number lies between the limits 1900 and 1800 (not in it)"],
    ),
    (
        "an interval without limits",
        "gdp",
        ("{'more_than': '1600'}", "{}"),
        &["error series[0].observations[1].value: an interval has at least one limit"],
    ),
    (
        "a map of a value that is known",
        "gdp",
        ("{'more_than': '1600'}", "{'value': '1600'}"),
        &[
            "error series[0].observations[1].value.value: there is no field `value` here; a value that is known exactly is no map",
        ],
    ),
    (
        "about, in another word",
        "gdp",
        ("'approximately'", "'about'"),
        &[
            "error series[0].observations[2].value.about: there is no field `about` here; the nearest is `approximately`",
        ],
    ),
    (
        "an interval with two lower limits",
        "gdp",
        ("'less_than'", "'more_than'"),
        &[
            "error series[0].observations[4].value.more_than: the fields `at_least` and `more_than` cannot stand together; leave out one of the two",
        ],
    ),
    (
        "about, and at least",
        "gdp",
        ("'approximately': '1700'", "'approximately': '1700', 'at_least': '1690'"),
        &[
            "error series[0].observations[2].value.at_least: the fields `approximately` and `at_least` cannot stand together; leave out one of the two",
        ],
    ),
    (
        "a misspelt limit",
        "gdp",
        ("{'more_than': '1600'}", "{'more_then': '1600'}"),
        &[
            "error series[0].observations[1].value.more_then: there is no field `more_then` here; the nearest is `more_than`",
        ],
    ),
    (
        "a limit with a sign",
        "gdp",
        ("'1600'", "'>1600'"),
        &[
            "error series[0].observations[1].value.more_than: `>1600` is not a decimal number: a bound is said by its key, as in \
            `{\"more_than\": \"1600\"}`",
        ],
    ),
    (
        "a value of two numbers",
        "gdp",
        ("'1560.9'", "['1560.9', '1561']"),
        &["error series[0].observations[0].value: expected a decimal number, found a list of 2"],
    ),
    (
        "an unknown way to be published",
        "gdp",
        ("'not_before'", "'before'"),
        &[
            "error series[0].observations[1].published.before: there is no field `before` here; what can stand here is `not_before`",
        ],
    ),
    (
        "a publication in a month",
        "gdp",
        ("'2023-02-03'", "'2023-02'"),
        &[
            r#"error series[0].observations[0].published: expected a day, and where no more is known a map, `{"not_before": "2023-02-01"}`, found the text `2023-02`"#,
        ],
    ),
    (
        "a publication that is no date",
        "gdp",
        ("'2023-02-03'", "'2023-2-3'"),
        &["error series[0].observations[0].published: `2023-2-3` is not a day: write it as `2023-02-03`"],
    ),
    (
        "a total that begins too late",
        "gdp",
        ("'2025-01-01'", "'2025-10-01'"),
        &[
            "error series[0].observations[3].cumulative_since: a running total that ends with 2025-Q3 cannot begin on 2025-10-01",
        ],
    ),
    (
        "a total that begins too late, and a source without a title",
        "gdp",
        ("'2025-01-01'", "'2025-10-01', 'source': {}"),
        &[
            "error series[0].observations[3].cumulative_since: a running total that ends with 2025-Q3 cannot begin on 2025-10-01",
            "error series[0].observations[3].source.title: the field `title` is missing",
        ],
    ),
    (
        "a source without a title",
        "gdp",
        ("'title': 'The bulletin', ", ""),
        &["error series[0].observations[0].source.title: the field `title` is missing"],
    ),
    (
        "publishers that are no list",
        "jobs",
        ("['The office', {'en': 'The bank'}]", "'The office'"),
        &[r#"error series[1].publishers: expected a list, such as `["The office"]`, found the text `The office`"#],
    ),
    (
        "a publisher whose name is written in another way",
        "jobs",
        ("['The office', {'en': 'The bank'}]", "['The office', 'The ofice']"),
        &[
            "warning series[1].publishers[1]: no figure here is of the publisher `The ofice`; the nearest is `The office`",
        ],
    ),
    (
        "a publisher of whom nobody has heard",
        "jobs",
        ("['The office', {'en': 'The bank'}]", "['Register', 'The office']"),
        &["warning series[1].publishers[0]: no figure here is of the publisher `Register`"],
    ),
    (
        "figures that were all published before their time",
        "jobs",
        ("'2024-02-01'", "'2023-02-01'"),
        &[
            "warning series[1].observations[1]: published on 2023-02-01, before the last month of 2024-01: only a `forecast` can be, an `estimated` figure from the first day of its period on, or one of the beginning or the middle of its period",
        ],
    ),
    (
        "a source that is a text",
        "street",
        ("{'title': 'The gazette'}", "'The gazette'"),
        &[
            r#"error deliveries[0].reports[0].source: expected a map, such as `{"title": "The gazette"}`, found the text `The gazette`"#,
        ],
    ),
    (
        "an unknown state",
        "street",
        ("'in_use'", "'opened'"),
        &[
            "error deliveries[0].reports[1].state: `opened` cannot stand here; what can stand here is `not_started`, `under_way`, `completed`, `in_use`, `cancelled`",
        ],
    ),
    (
        "a report on no day",
        "street",
        (", 'on': '2025-06-30'", ""),
        &["error deliveries[0].reports[1].on: the field `on` is missing"],
    ),
    (
        "more than all of it done",
        "street",
        ("'share_done': '0.5'", "'share_done': '50'"),
        &["error deliveries[0].reports[0].share_done: the share done of a deliverable is from 0 to 1, got 50"],
    ),
    (
        "reports on one deliverable in two places",
        "",
        ("'deliveries': [", "'deliveries': [{'deliverable': 'street'},"),
        &[
            "error deliveries[1].deliverable: the code `street` is taken, by deliveries[0]: a code names one thing, once",
        ],
    ),
    (
        "an impossible period",
        "gdp",
        ("'2025-Q3'", "'2025-Q0'"),
        &[
            "error series[0].observations[3].period: `2025-Q0` is not a period: a quarter is Q1, Q2, Q3 or Q4, as in `2026-Q3`",
        ],
    ),
    (
        "a part of a job",
        "",
        ("'status': 'missing'", "'value': '12.5'"),
        &[
            "warning series[1].observations[0].value: these things come one by one, and 12.5 is not a whole number of them",
        ],
    ),
    (
        "a figure from before its time",
        "gdp",
        ("'2023-02-03'", "'2021-02-03'"),
        &[
            "warning series[0].observations[0].published: published on 2021-02-03, before the last month of 2022: only a `forecast` can be, an `estimated` figure from the first day of its period on, or one of the beginning or the middle of its period",
        ],
    ),
    (
        "a range that does not hold its value",
        "",
        ("'from': '1550'", "'from': '1561'"),
        &[
            "error series[0].observations[0].uncertainty: the range from 1561 to 1575 does not hold the value 1560.9 beside which it stands",
        ],
    ),
    (
        "a range below its value",
        "",
        ("'to': '1575'", "'to': '1560.8'"),
        &[
            "error series[0].observations[0].uncertainty: the range from 1550 to 1560.8 does not hold the value 1560.9 beside which it stands",
        ],
    ),
    (
        "a confidence in percent",
        "",
        ("'confidence': '0.95'", "'confidence': '95'"),
        &[
            "error series[0].observations[0].uncertainty.confidence: a confidence is a fraction above 0 and below 1, such as 0.95, got 95",
        ],
    ),
    (
        "half a range",
        "",
        ("'from': '1550', ", ""),
        &[
            "error series[0].observations[0].uncertainty: an uncertainty is a range, `from` and `to` with a `confidence` if that is known, or a `standard_error` alone",
        ],
    ),
    (
        "a standard error below 0",
        "",
        ("'standard_error': '12'", "'standard_error': '-12'"),
        &["error series[0].observations[2].uncertainty.standard_error: a standard error is 0 or more, got -12"],
    ),
    (
        "a range and a standard error",
        "",
        (
            "'standard_error': '12'",
            "'standard_error': '12', 'from': '1', 'to': '2000'",
        ),
        &[
            "error series[0].observations[2].uncertainty: an uncertainty is a range, `from` and `to` with a `confidence` if that is known, or a `standard_error` alone",
        ],
    ),
    (
        "an uncertainty of a limit",
        "",
        ("'value': {'approximately': '1700'}", "'value': {'at_least': '1700'}"),
        &[
            "error series[0].observations[2].uncertainty: an uncertainty stands beside a value, and here is none; limits are a value by themselves, such as {\"at_least\": \"22\"}",
        ],
    ),
];
