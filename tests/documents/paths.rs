//! Times and paths that lead nowhere.

use super::Row;

/// The baseline of the jobs as the plan states it, the deadline and the path.
const JOBS: &str = "'baseline': {'period': '2021', 'value': '840'},
              'deadline': '2026',
              'path': {'schedule': [{'period': '2024', 'value': '900'}, {'period': '2026', 'value': '1000'}], 'between': 'stepped'}";

pub(crate) const ROWS: &[Row] = &[
    (
        "a deadline before the baseline",
        "gdp-2026",
        ("'deadline': '2026'", "'deadline': '2020'"),
        &["error @gdp-2026.deadline: the deadline 2020 does not end after the baseline 2021"],
    ),
    (
        "a deadline outside of the plan",
        "street-again",
        ("'deadline': '2025'", "'deadline': '2027'"),
        &["warning @street-again.deadline: the deadline 2027 does not end within the plan, 2022-01-01/P5Y"],
    ),
    (
        "a keep without a baseline",
        "air-kept",
        ("'baseline': '2021', ", ""),
        &["error @air-kept.baseline: a goal of the kind `keep` needs a baseline: say from which period it counts"],
    ),
    (
        "a change without a baseline",
        "gdp-average",
        (", 'baseline': '2021'", ""),
        &[
            "error @gdp-average.baseline: a goal of the kind `average_growth` needs a baseline: say from which period it counts",
        ],
    ),
    (
        "a misspelt baseline is not missing too",
        "gdp-average",
        ("'baseline'", "'base_line'"),
        &["error @gdp-average.base_line: there is no field `base_line` here; the nearest is `baseline`"],
    ),
    (
        "a baseline of nothing",
        "gdp-change",
        ("{'period': '2021', 'value': '1517.7'}", "{}"),
        &["error @gdp-change.baseline.period: the field `period` is missing"],
    ),
    (
        "nothing is ever due",
        "rank-kept",
        ("'deadline': '2026'", "'deadline': '2022-06'"),
        &[
            "error @rank-kept.goal.every: no year lies after the baseline 2021 and by the deadline 2022-06, so that nothing is ever due",
        ],
    ),
    (
        "a milestone after the deadline",
        "gdp-2026",
        ("'period': '2024'", "'period': '2027'"),
        &["error @gdp-2026.milestones[1].period: 2027 does not lie between the baseline and the deadline 2026"],
    ),
    (
        "a milestone before the baseline",
        "gdp-2026",
        ("'period': '2023'", "'period': '2020'"),
        &["error @gdp-2026.milestones[0].period: 2020 does not lie between the baseline and the deadline 2026"],
    ),
    (
        "milestones out of order",
        "gdp-2026",
        ("'period': '2023'", "'period': '2025'"),
        &["error @gdp-2026.milestones[1].period: 2024 does not end after 2025, which stands before it"],
    ),
    (
        "two milestones of one period",
        "gdp-2026",
        ("'period': '2023'", "'period': '2024'"),
        &["error @gdp-2026.milestones[1].period: 2024 does not end after 2024, which stands before it"],
    ),
    (
        "a milestone beyond the goal",
        "gdp-2026",
        ("'value': '1800'", "'value': '2800'"),
        &["error @gdp-2026.milestones[1].value: 2800 lies off the way from 1517.7 to 2000"],
    ),
    (
        "a milestone above a goal that is approached from below",
        "gdp-2024",
        (
            "'part_of'",
            "'milestones': [{'period': '2023', 'value': '1900'}], 'part_of'",
        ),
        &["error @gdp-2024.milestones[0].value: 1900 lies off the way from below to 1790"],
    ),
    (
        "a milestone below a goal that is approached from above",
        "air-2026",
        (
            "'at_least': '88'}, 'baseline': {'period': '2021', 'value': '80'}",
            "'at_most': '88'}, 'baseline': '2021', 'milestones': [{'period': '2023', 'value': '80'}]",
        ),
        &["error @air-2026.milestones[0].value: 80 lies off the way from above to 88"],
    ),
    (
        "a milestone below the baseline",
        "gdp-2026",
        ("'value': '1650'", "'value': '150'"),
        &["error @gdp-2026.milestones[0].value: 150 lies off the way from 1517.7 to 2000"],
    ),
    (
        "a milestone above a goal without stated baseline",
        "gdp-sum",
        ("'cumulative': '3200'", "'cumulative': '32000'"),
        &[
            "error @gdp-sum.milestones[0].cumulative: 32000 lies off the way from 0 to 9000",
            "warning @gdp-sum.milestones[1].share_of_way: 5400 turns back from 32000, which is promised earlier",
        ],
    ),
    (
        "a milestone beyond an addition whose baseline is read",
        "jobs-2026",
        (
            JOBS,
            "'baseline': '2021', 'deadline': '2026', 'milestones': [{'period': '2023', 'addition': '161'}]",
        ),
        &["error @jobs-2026.milestones[0].addition: 161 lies off the way from 0 to 160"],
    ),
    (
        "milestones of an addition that turn back, whose baseline is read",
        "jobs-2026",
        (
            JOBS,
            "'baseline': '2021', 'deadline': '2026', 'milestones': [{'period': '2023', 'addition': '100'}, {'period': '2024', 'share_of_way': '0.5'}]",
        ),
        &["warning @jobs-2026.milestones[1].share_of_way: 80.0 turns back from 100, which is promised earlier"],
    ),
    (
        "milestones at both ends of an addition whose baseline is read",
        "jobs-2026",
        (
            JOBS,
            "'baseline': '2021', 'deadline': '2026', 'milestones': [{'period': '2023', 'addition': '0'}, {'period': '2024', 'addition': '160'}]",
        ),
        &[],
    ),
    (
        "a value beside an addition whose baseline is read",
        "jobs-2026",
        (
            JOBS,
            "'baseline': '2021', 'deadline': '2026', 'milestones': [{'period': '2023', 'value': '9000'}]",
        ),
        &[],
    ),
    (
        "a milestone beyond a fall whose baseline is read",
        "gdp-tripled",
        (
            "'at_least': '2'}, 'baseline': '2021'",
            "'at_most': '-0.42'}, 'baseline': '2021', 'path': 'constant_growth', 'milestones': [{'period': '2023', 'change': '-0.43'}]",
        ),
        &[
            "error @gdp-tripled.milestones[0].change: -0.43 lies off the way from 0 to -0.42",
            "note @gdp-tripled.accept[0]: nothing here looks like `large_change`, so that there is nothing to accept",
        ],
    ),
    (
        "a milestone on the better side of an allowed rise whose baseline is read",
        "gdp-tripled",
        (
            "'at_least': '2'}, 'baseline': '2021'",
            "'at_most': '0.3'}, 'baseline': '2021', 'limit': true, 'milestones': [{'period': '2023', 'change': '-0.1'}, {'period': '2024', 'change': '0.4'}]",
        ),
        &[
            "error @gdp-tripled.milestones[0].change: -0.1 lies on the better side of 0, where this limit begins: to get there is a promise of its own, and another target",
            "note @gdp-tripled.accept[0]: nothing here looks like `large_change`, so that there is nothing to accept",
        ],
    ),
    (
        "milestones that turn back",
        "gdp-2026",
        ("'value': '1650'", "'value': '1850'"),
        &["warning @gdp-2026.milestones[1].value: 1800 turns back from 1850, which is promised earlier"],
    ),
    (
        "a milestone of another length",
        "gdp-2026",
        ("'period': '2023'", "'period': '2023-Q4'"),
        &[
            "error @gdp-2026.milestones[0].period: 2023-Q4 is not as long as 2026, whose figure decides, and sums of different lengths cannot be compared",
        ],
    ),
    (
        "a milestone of nothing",
        "gdp-2026",
        ("{'period': '2023', 'value': '1650'}", "{'value': '1,650'}"),
        &[
            "error @gdp-2026.milestones[0].period: the field `period` is missing",
            "error @gdp-2026.milestones[0].value: `1,650` is not a decimal number: write `1650`, or `1.650` if decimals stand behind the comma",
        ],
    ),
    (
        "a broken milestone hides nothing of the next",
        "gdp-2026",
        ("'1650'}, {'period': '2024'", "'1,650'}, {'period': '2027'"),
        &[
            "error @gdp-2026.milestones[0].value: `1,650` is not a decimal number: write `1650`, or `1.650` if decimals stand behind the comma",
            "error @gdp-2026.milestones[1].period: 2027 does not lie between the baseline and the deadline 2026",
        ],
    ),
    (
        "growth through zero",
        "gdp-2026",
        ("'value': '1517.7'", "'value': '-3'"),
        &[
            "error @gdp-2026.baseline.value: constant growth leads through values above 0 alone, and -3 is none; the path `linear` can have it",
        ],
    ),
    (
        "growth through a milestone at zero",
        "gdp-2026",
        ("'value': '1650'", "'value': '0'"),
        &[
            "error @gdp-2026.milestones[0].value: constant growth leads through values above 0 alone, and 0 is none; the path `linear` can have it",
        ],
    ),
    (
        "growth that ends with nothing, from whatever is read",
        "gdp-tripled",
        (
            "'at_least': '2'}, 'baseline'",
            "'at_most': '-1'}, 'path': 'constant_growth', 'baseline'",
        ),
        &[
            "error @gdp-tripled.goal.at_most: constant growth leads through values above 0 alone, and 0 is none; the path `linear` can have it",
            "note @gdp-tripled.accept[0]: nothing here looks like `large_change`, so that there is nothing to accept",
        ],
    ),
    (
        "growth that leaves a little, from whatever is read",
        "gdp-tripled",
        (
            "'at_least': '2'}, 'baseline'",
            "'at_most': '-0.99'}, 'path': 'constant_growth', 'baseline'",
        ),
        &["note @gdp-tripled.accept[0]: nothing here looks like `large_change`, so that there is nothing to accept"],
    ),
    (
        "an S-curve that ends with nothing, from whatever is read",
        "gdp-tripled",
        (
            "'at_least': '2'}, 'baseline'",
            "'at_most': '-1'}, 'path': {'shape': 'logistic', 'ceiling': '9000'}, 'baseline'",
        ),
        &[
            "error @gdp-tripled.goal.at_most: an S-curve runs above 0 and below its ceiling of 9000, and 0 does not lie there",
            "note @gdp-tripled.accept[0]: nothing here looks like `large_change`, so that there is nothing to accept",
        ],
    ),
    (
        "a fall to nothing on a straight line, from whatever is read",
        "gdp-tripled",
        (
            "'at_least': '2'}, 'baseline'",
            "'at_most': '-1'}, 'path': 'linear', 'milestones': [{'period': '2024', 'change': '-1'}], 'baseline'",
        ),
        &["note @gdp-tripled.accept[0]: nothing here looks like `large_change`, so that there is nothing to accept"],
    ),
    (
        "growth of a sum",
        "gdp-sum",
        ("'milestones'", "'path': 'constant_growth', 'milestones'"),
        &[
            "error @gdp-sum.path: constant growth leads through values above 0 alone, and 0 is none; the path `linear` can have it",
        ],
    ),
    (
        "an S-curve from nothing",
        "air-curve",
        ("'value': '80'", "'value': '0'"),
        &[
            "error @air-curve.baseline.value: an S-curve runs above 0 and below its ceiling of 100, and 0 does not lie there",
        ],
    ),
    (
        "an S-curve to its ceiling",
        "air-curve",
        ("'at_least': '88'", "'at_least': '100'"),
        &[
            "error @air-curve.goal.at_least: an S-curve runs above 0 and below its ceiling of 100, and 100 does not lie there",
        ],
    ),
    (
        "an S-curve through a milestone above the ceiling, which is said once",
        "air-curve",
        (
            "'ceiling': '100'}",
            "'ceiling': '90'}, 'milestones': [{'period': '2023', 'value': '95'}]",
        ),
        &[
            "error @air-curve.milestones[0].value: an S-curve runs above 0 and below its ceiling of 90, and 95 does not lie there",
        ],
    ),
    (
        "an S-curve through milestones in other terms",
        "air-curve",
        (
            "'ceiling': '100'}",
            "'ceiling': '100'}, 'milestones': [{'period': '2023', 'share_of_way': '0.5'}, {'period': '2024', 'level': '87'}]",
        ),
        &[],
    ),
    (
        "a ceiling below nothing",
        "air-curve",
        ("'ceiling': '100'", "'ceiling': '-100'"),
        &["error @air-curve.path.ceiling: the ceiling of an S-curve lies above 0, got -100"],
    ),
    (
        "a ceiling that is no number",
        "air-curve",
        ("'ceiling': '100'", "'ceiling': '100 %'"),
        &[
            "error @air-curve.path.ceiling: `100 %` is not a decimal number: write `100` in a unit of per cent, and `1` where a fraction is meant",
        ],
    ),
    (
        "an S-curve without a ceiling",
        "air-curve",
        (", 'ceiling': '100'", ""),
        &["error @air-curve.path.ceiling: the field `ceiling` is missing"],
    ),
    (
        "a ceiling without a shape",
        "air-curve",
        ("'shape': 'logistic', ", ""),
        &["error @air-curve.path.shape: the field `shape` is missing; what can stand there is `logistic`"],
    ),
    (
        "an S-curve by its name alone",
        "air-curve",
        ("{'shape': 'logistic', 'ceiling': '100'}", "'logistic'"),
        &[
            "error @air-curve.path: `logistic` cannot stand here; it is written with its ceiling: \
             `{\"shape\": \"logistic\", \"ceiling\": …}`",
        ],
    ),
    (
        "a curve of another name",
        "air-curve",
        ("'logistic'", "'gompertz'"),
        &["error @air-curve.path.shape: `gompertz` cannot stand here; what can stand here is `logistic`"],
    ),
    (
        "a curve that is a schedule too",
        "air-curve",
        ("'ceiling': '100'", "'ceiling': '100', 'between': 'stepped'"),
        &["error @air-curve.path.between: there is no field `between` here; what can stand here is `shape`, `ceiling`"],
    ),
    (
        "an S-curve of a sum",
        "gdp-sum",
        (
            "'milestones'",
            "'path': {'shape': 'logistic', 'ceiling': '9001'}, 'milestones'",
        ),
        &["error @gdp-sum.path: an S-curve runs above 0 and below its ceiling of 9001, and 0 does not lie there"],
    ),
    (
        "an S-curve for a keep",
        "air-kept",
        ("'path': 'hold'", "'path': {'shape': 'logistic', 'ceiling': '100'}"),
        &[
            "error @air-kept.path: a goal of the kind `keep` cannot have this path: a limit or a `keep` can `hold`, a `keep` has no other, and a `trend` none",
        ],
    ),
    (
        "a path for a trend",
        "air-trend",
        ("'deadline': '2026'", "'deadline': '2026', 'path': 'linear'"),
        &[
            "error @air-trend.path: a goal of the kind `trend` cannot have this path: a limit or a `keep` can `hold`, a `keep` has no other, and a `trend` none",
        ],
    ),
    (
        "a level that holds",
        "gdp-2024",
        ("'deadline'", "'path': 'hold', 'deadline'"),
        &[
            "error @gdp-2024.path: a goal of the kind `level` cannot have this path: a limit or a `keep` can `hold`, a `keep` has no other, and a `trend` none",
        ],
    ),
    (
        "milestones for a keep",
        "air-kept",
        ("'path': 'hold'", "'milestones': [{'period': '2024', 'value': '80'}]"),
        &["error @air-kept.milestones: a goal of the kind `keep` has no milestones"],
    ),
    (
        "an unknown path",
        "gdp-2026",
        ("'constant_growth'", "'exponential'"),
        &["error @gdp-2026.path: `exponential` cannot stand here; the nearest is `constant_growth`"],
    ),
    (
        "a schedule and milestones",
        "jobs-2026",
        (
            "'deadline': '2026',",
            "'deadline': '2026', 'milestones': [{'period': '2023', 'value': '880'}],",
        ),
        &["error @jobs-2026.milestones: the schedule says the whole path; give the milestones in it"],
    ),
    (
        "a schedule without points",
        "jobs-2026",
        (
            "[{'period': '2024', 'value': '900'}, {'period': '2026', 'value': '1000'}]",
            "[]",
        ),
        &["error @jobs-2026.path.schedule: a schedule has at least one point"],
    ),
    (
        "a schedule that misses the goal",
        "jobs-2026",
        ("'1000'", "'990'"),
        &["error @jobs-2026.path.schedule[1].value: the schedule says 990 for the deadline, and the goal says 1000"],
    ),
    (
        "a schedule that misses a relative goal by more than it is rounded",
        "gdp-change",
        (
            "'deadline': '2026'",
            "'deadline': '2026', 'path': {'schedule': [{'period': '2026', 'value': '1972'}], 'between': 'stepped'}",
        ),
        &[
            "error @gdp-change.path.schedule[0].value: the schedule says 1972 for the deadline, and the goal says 1973.01",
        ],
    ),
    (
        "a schedule off its way",
        "jobs-2026",
        ("'value': '900'", "'value': '1100'"),
        &["error @jobs-2026.path.schedule[0].value: 1100 lies off the way from 840 to 1000"],
    ),
    (
        "a schedule after the deadline",
        "jobs-2026",
        ("'period': '2026'", "'period': '2027'"),
        &["error @jobs-2026.path.schedule[1].period: 2027 does not lie between the baseline and the deadline 2026"],
    ),
    (
        "a schedule without its steps",
        "jobs-2026",
        (", 'between': 'stepped'", ""),
        &[
            "error @jobs-2026.path.between: the field `between` is missing; what can stand there is `stepped`, `interpolated`",
        ],
    ),
    (
        "a schedule in unknown steps",
        "jobs-2026",
        ("'stepped'", "'linear'"),
        &[
            "error @jobs-2026.path.between: `linear` cannot stand here; what can stand here is `stepped`, `interpolated`",
        ],
    ),
    (
        "a milestone in the terms of another goal",
        "gdp-sum",
        ("'cumulative': '3200'", "'change': '0.2'"),
        &[
            "error @gdp-sum.milestones[0].change: a `change` is no milestone of a goal of the kind `cumulative`; write a `value`, a `share_of_way` or `cumulative`",
        ],
    ),
    (
        "a milestone in two terms",
        "gdp-sum",
        ("'cumulative': '3200'", "'cumulative': '3200', 'value': '3200'"),
        &[
            "error @gdp-sum.milestones[0]: only one of the fields `value`, `cumulative` and `share_of_way` can be here, and there are 2",
        ],
    ),
    (
        "a milestone that says nothing",
        "gdp-sum",
        (", 'cumulative': '3200'", ""),
        &[
            "error @gdp-sum.milestones[0]: one of the fields `value`, `cumulative` and `share_of_way` must be here, and none is",
        ],
    ),
    (
        "more than the way",
        "gdp-sum",
        ("'share_of_way': '0.6'", "'share_of_way': '60'"),
        &["error @gdp-sum.milestones[1].share_of_way: a share of the way is from 0 to 1, got 60"],
    ),
    (
        "a milestone in percent",
        "gdp-scenario",
        ("'change': '-0.2'", "'change': '-20'"),
        &[
            "error @gdp-scenario.milestones[0].change: -20 is a fraction here, and means -2000 %: if -20 % is meant, write -0.2 (a cut of 0.2), and if not, the target has to \
         accept `large_change`",
        ],
    ),
    (
        "a milestone of a change that turns back",
        "gdp-scenario",
        ("'change': '-0.2'", "'change': '-0.5'"),
        &["error @gdp-scenario.milestones[0].change: 1150.0 lies off the way from 1500 to 2070.0"],
    ),
    (
        "a mean of periods of another length",
        "gdp-scenario",
        ("2019-01-01/P3Y", "2019-01-01/P30M"),
        &[
            "error @gdp-scenario.baseline.period: a mean is of whole periods of the length P1Y, and 2019-01-01/P30M is not made of them",
        ],
    ),
    (
        "a mean of a sum that begins at nothing",
        "gdp-sum",
        ("'baseline': '2021'", "'baseline': {'period': '2021', 'mean': true}"),
        &[
            "error @gdp-sum.baseline.mean: a sum, and an index of yearly rates, count from no value that could be a mean; leave out `mean`",
        ],
    ),
    (
        "a mean that is neither true nor false",
        "gdp-scenario",
        ("'mean': true", "'mean': 'yes'"),
        &["error @gdp-scenario.baseline.mean: expected `true` or `false`, found the text `yes`"],
    ),
];
