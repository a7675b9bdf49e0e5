//! Parts of a plan that contradict each other.

use super::Row;

pub(crate) const ROWS: &[Row] = &[
    (
        "two targets of one code",
        "",
        ("'code': 'gdp-2024'", "'code': 'gdp-2026'"),
        &[
            "error @gdp-2024.code: the code `gdp-2026` is taken, by pillars[0].indicators[0].targets[0]: a code names one thing, once",
        ],
    ),
    (
        "a deliverable with the code of a target",
        "",
        ("'code': 'street-again'", "'code': 'gdp-2026'"),
        &[
            "error @street-again.code: the code `gdp-2026` is taken, by pillars[0].indicators[0].targets[0]: a code names one thing, once",
        ],
    ),
    (
        "two indicators of one code",
        "",
        ("'code': 'air'", "'code': 'rank'"),
        &["error @rank.code: the code `rank` is taken, by pillars[1].indicators[1]: a code names one thing, once"],
    ),
    (
        "two pillars of one code",
        "",
        ("'code': 'life'", "'code': 'economy'"),
        &["error @life.code: the code `economy` is taken, by pillars[0]: a code names one thing, once"],
    ),
    (
        "an alternative to nobody",
        "gdp-change",
        ("'alternative_to': 'gdp-2026'", "'alternative_to': 'gdp-2025'"),
        &["error @gdp-change.alternative_to: there is no target with the code `gdp-2025`; the nearest is `gdp-2024`"],
    ),
    (
        "an alternative to a deliverable",
        "gdp-change",
        ("'alternative_to': 'gdp-2026'", "'alternative_to': 'street'"),
        &["error @gdp-change.alternative_to: there is no target with the code `street`"],
    ),
    (
        "an alternative to itself",
        "gdp-change",
        ("'alternative_to': 'gdp-2026'", "'alternative_to': 'gdp-change'"),
        &["error @gdp-change.alternative_to: `gdp-change` names itself; name another one, or leave it out"],
    ),
    (
        "an alternative to an alternative",
        "gdp-average",
        ("'restates': 'gdp-2026'", "'restates': 'gdp-change'"),
        &[
            "error @gdp-average.restates: `gdp-change` is an alternative or a restatement itself; name the principal one, `gdp-2026`",
        ],
    ),
    (
        "alternatives in a circle",
        "gdp-2026",
        ("'proxies'", "'alternative_to': 'gdp-change', 'proxies'"),
        &[
            "error @gdp-2026.alternative_to: the names lead from `gdp-2026` back to `gdp-2026`, in a circle: one of them has to be left out",
            "error @gdp-change.alternative_to: the names lead from `gdp-change` back to `gdp-change`, in a circle: one of them has to be left out",
        ],
    ),
    (
        "an alternative that restates",
        "gdp-change",
        ("'alternative_to'", "'restates': 'gdp-2024', 'alternative_to'"),
        &["error @gdp-change.restates: a target is an alternative to another one or restates it, not both"],
    ),
    (
        "a deliverable that restates nobody",
        "street-again",
        ("'restates': 'street'", "'restates': 'streets'"),
        &["error @street-again.restates: there is no deliverable with the code `streets`; the nearest is `street`"],
    ),
    (
        "a deliverable that restates itself",
        "street",
        ("'deadline'", "'restates': 'street', 'deadline'"),
        &["error @street.restates: `street` names itself; name another one, or leave it out"],
    ),
    (
        "part of nobody",
        "gdp-2024",
        ("'part_of': 'gdp-2026'", "'part_of': 'gdp-2030'"),
        &["error @gdp-2024.part_of: there is no target with the code `gdp-2030`; the nearest is `gdp-2024`"],
    ),
    (
        "part of itself",
        "gdp-2024",
        ("'part_of': 'gdp-2026'", "'part_of': 'gdp-2024'"),
        &["error @gdp-2024.part_of: `gdp-2024` names itself; name another one, or leave it out"],
    ),
    (
        "parts in a circle",
        "gdp-2026",
        ("'proxies'", "'part_of': 'gdp-2024', 'proxies'"),
        &[
            "error @gdp-2026.part_of: the names lead from `gdp-2026` back to `gdp-2026`, in a circle: one of them has to be left out",
            "error @gdp-2024.part_of: the names lead from `gdp-2024` back to `gdp-2024`, in a circle: one of them has to be left out",
        ],
    ),
    (
        "a part that outlasts the whole",
        "gdp-sum",
        ("'deadline'", "'part_of': 'gdp-2024', 'deadline'"),
        &["warning @gdp-sum.part_of: `gdp-2024` ends with 2024, before this part of it does with 2026"],
    ),
    (
        "a proxy that nobody is",
        "gdp-2026",
        ("'jobs', ", "'job', "),
        &["error @gdp-2026.proxies[0]: there is no indicator with the code `job`; the nearest is `jobs`"],
    ),
    (
        "an indicator as its own proxy",
        "gdp-2026",
        ("'jobs', ", "'gdp', "),
        &["error @gdp-2026.proxies[0]: `gdp` names itself; name another one, or leave it out"],
    ),
    (
        "a proxy twice",
        "gdp-2026",
        ("'jobs', ", "'growth', "),
        &["warning @gdp-2026.proxies[1]: `growth` is named twice"],
    ),
    (
        "a list that cannot be read makes nobody a nobody",
        "gdp",
        ("'targets': [", "'targets': 1, 'note2': ["),
        &[
            "error @gdp.targets: expected a list, found the number 1",
            "error @gdp.note2: there is no field `note2` here; the nearest is `note`",
        ],
    ),
    (
        "what begins after it is due",
        "street",
        ("'begins': '2022-03-01'", "'begins': '2025-07-01'"),
        &[
            "error @street.begins: 2025-07-01 comes after the deadline 2025-06, and nothing that is due by then begins later",
        ],
    ),
];
