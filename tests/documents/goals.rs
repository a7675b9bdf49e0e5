//! Goals that require nothing, or something impossible.

use super::Row;

pub(crate) const ROWS: &[Row] = &[
    (
        "a goal of no kind",
        "gdp-2026",
        ("'kind': 'level', ", ""),
        &[
            "error @gdp-2026.goal.kind: the field `kind` is missing; what can stand there is `level`, `change`, `addition`, `cumulative`, `average_growth`, `keep`, `trend`, `unstated`",
        ],
    ),
    (
        "a goal of an unknown kind",
        "gdp-2026",
        ("'kind': 'level'", "'kind': 'levels'"),
        &["error @gdp-2026.goal.kind: `levels` cannot stand here; the nearest is `level`"],
    ),
    (
        "an unknown kind hides nothing else",
        "gdp-2026",
        (
            "{'kind': 'level', 'more_than': '2000'}",
            "{'kind': 'least', 'more_than': 'much', 'colour': 1}",
        ),
        &[
            "error @gdp-2026.goal.kind: `least` cannot stand here; what can stand here is `level`, `change`, `addition`, `cumulative`, `average_growth`, `keep`, `trend`, `unstated`",
            "error @gdp-2026.goal.more_than: `much` is not a decimal number: write digits, as in `1781.8`; what is not known is left out, and a figure without a value has the status `missing`",
            "error @gdp-2026.goal.colour: there is no field `colour` here; what can stand here is `kind`, `at_least`, `more_than`, `at_most`, `less_than`, `within`, `tolerance`, `measured_by`, `reference`, `every`, `kept_in`, `direction`, `than`, `lacks`",
        ],
    ),
    (
        "a misspelt bound",
        "gdp-2026",
        ("'more_than'", "'more_then'"),
        &["error @gdp-2026.goal.more_then: there is no field `more_then` here; the nearest is `more_than`"],
    ),
    (
        "no bound",
        "gdp-2026",
        (", 'more_than': '2000'", ""),
        &[
            "error @gdp-2026.goal: one of the fields `at_least`, `more_than`, `at_most`, `less_than` and `within` must be here, and none is",
        ],
    ),
    (
        "two bounds",
        "gdp-2026",
        ("'more_than': '2000'", "'at_least': '2000', 'at_most': '3000'"),
        &[
            "error @gdp-2026.goal: only one of the fields `at_least`, `more_than`, `at_most`, `less_than` and `within` can be here, and there are 2",
        ],
    ),
    (
        "a band of one edge",
        "growth-chained",
        ("['0.05', '0.06']", "['0.05']"),
        &[
            "error @growth-chained.goal.within: expected a list of two decimals, the lower and the upper edge, found a list of 1",
        ],
    ),
    (
        "a band reversed",
        "growth-chained",
        ("['0.05', '0.06']", "['0.06', '0.05']"),
        &["error @growth-chained.goal.within: a band runs from its lower to its upper edge, got 0.06 to 0.05"],
    ),
    (
        "a bound of each part",
        "growth-chained",
        (
            "'within': ['0.05', '0.06']",
            "'at_least': {'north': '0.05', 'south': '0.06'}",
        ),
        &[
            "error @growth-chained.goal.at_least: expected one decimal number: where each part is promised its own, each has a target, with its part as in `\"of\": {\"breakdown\": \"north\"}`, found a map",
        ],
    ),
    (
        "a band that is a map",
        "growth-chained",
        ("['0.05', '0.06']", "{'from': '0.05', 'to': '0.06'}"),
        &["error @growth-chained.goal.within: expected a list, such as `[\"0.05\", \"0.06\"]`, found a map"],
    ),
    (
        "a band of words",
        "growth-chained",
        ("['0.05', '0.06']", "['5 %', 'six']"),
        &[
            "error @growth-chained.goal.within[0]: `5 %` is not a decimal number: write `5` in a unit of per cent, and `0.05` where a fraction is meant",
            "error @growth-chained.goal.within[1]: `six` is not a decimal number: write digits, as in `1781.8`; what is not known is left out, and a figure without a value has the status `missing`",
        ],
    ),
    (
        "a negative tolerance",
        "gdp-2024",
        ("'tolerance': '10'", "'tolerance': '-10'"),
        &["error @gdp-2024.goal.tolerance: a tolerance is zero or more, got -10"],
    ),
    (
        "a tolerance that is a percentage",
        "gdp-change",
        ("'0.3'", "'0.3', 'tolerance': '2'"),
        &[
            "error @gdp-change.goal.tolerance: 2 is a fraction here, and means 200 %: if 2 % is meant, write 0.02, and if not, the target has to \
         accept `large_change`",
        ],
    ),
    (
        "a tolerance in words",
        "gdp-sum",
        ("'not_stated'", "'unknown'"),
        &[
            "error @gdp-sum.goal.tolerance: `unknown` cannot stand here; what can stand here is a decimal number or `not_stated`",
        ],
    ),
    (
        "an unknown length",
        "air-kept",
        ("'month'", "'daily'"),
        &[
            "error @air-kept.goal.every: `daily` cannot stand here; what can stand here is `year`, `half`, `quarter`, `month`, `week`, `figure`, or a duration such as `P3Y`",
        ],
    ),
    (
        "a length with a slip",
        "air-kept",
        ("'month'", "'weekly'"),
        &["error @air-kept.goal.every: `weekly` cannot stand here; the nearest is `week`"],
    ),
    (
        "kept in no period",
        "air-kept",
        ("'every': 'month'", "'every': 'month', 'kept_in': 0"),
        &["error @air-kept.goal.kept_in: a promise is kept in one period at least, and `kept_in` counts none"],
    ),
    (
        "kept in more periods than there are",
        "air-kept",
        ("'every': 'month'", "'every': 'year', 'kept_in': 6"),
        &[
            "error @air-kept.goal.kept_in: only 5 periods lie between baseline and deadline, so that the promise is never kept in 6",
        ],
    ),
    (
        "kept in a part of a period",
        "air-kept",
        ("'every': 'month'", "'every': 'month', 'kept_in': '2'"),
        &["error @air-kept.goal.kept_in: expected a whole number, such as 2, found the text `2`"],
    ),
    (
        "no duration",
        "air-kept",
        ("'month'", "'P0M'"),
        &[
            "error @air-kept.goal.every: `P0M` is not a length: write `year`, `half`, `quarter`, `month` or `week`, or a duration in years, months, weeks or days, as in `P3Y`",
        ],
    ),
    (
        "no direction",
        "air-trend",
        ("'direction': 'rising', ", ""),
        &[
            "error @air-trend.goal.direction: the field `direction` is missing; what can stand there is `rising`, `falling`",
        ],
    ),
    (
        "an unknown direction",
        "air-trend",
        ("'rising'", "'up'"),
        &["error @air-trend.goal.direction: `up` cannot stand here; the nearest is `rising`"],
    ),
    (
        "a trend against something else",
        "air-trend",
        ("'than': 'baseline'", "'than': 'last_year'"),
        &[
            "error @air-trend.goal.than: `last_year` cannot stand here; what can stand here is `previous`, `baseline`, `year_before`",
        ],
    ),
    (
        "a promise that lacks something else",
        "jobs-front",
        ("'reference'", "'money'"),
        &[
            "error @jobs-front.goal.lacks: `money` cannot stand here; what can stand here is `number`, `bound`, `reference`",
        ],
    ),
    (
        "measured by something else",
        "growth-chained",
        ("'yearly_rates'", "'yearly_rate'"),
        &["error @growth-chained.goal.measured_by: `yearly_rate` cannot stand here; the nearest is `yearly_rates`"],
    ),
    (
        "a goal already met",
        "gdp-2026",
        ("'more_than': '2000'", "'more_than': '1500'"),
        &[
            "note @gdp-2026.goal.more_than: the baseline 1517.7 meets the goal > 1500 already, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit",
            "error @gdp-2026.milestones[0].value: 1650 lies on the better side of 1517.7, where this limit begins: to get there is a promise of its own, and another target",
            "error @gdp-2026.milestones[1].value: 1800 lies on the better side of 1517.7, where this limit begins: to get there is a promise of its own, and another target",
        ],
    ),
    (
        "a cut without its minus",
        "gdp-change",
        ("'at_least': '0.3'", "'at_most': '0.135'"),
        &[
            r"note @gdp-change.goal.at_most: the goal ≤ 0.135 is met without any change, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit, and a fall with a minus, as in `at_most: -0.135` (a cut of 0.135), or `-160` of 160 fewer",
        ],
    ),
    (
        "a sum of nothing",
        "gdp-sum",
        ("'at_least': '9000'", "'at_least': '0'"),
        &[
            "note @gdp-sum.goal.at_least: the baseline 0 meets the goal ≈ ≥ 0 already, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit",
            "error @gdp-sum.milestones[0].cumulative: 3200 lies on the better side of 0, where this limit begins: to get there is a promise of its own, and another target",
        ],
    ),
    (
        "promises beyond what is stated to be possible",
        "air",
        ("'at_most': '100'", "'at_most': '87.9'"),
        &[
            "error @air-2026.goal.at_least: a share is from 0 to 87.9 here, got 88",
            "error @air-curve.goal.at_least: a share is from 0 to 87.9 here, got 88",
            "error @air-kept.goal.within[1]: a share is from 0 to 87.9 here, got 100",
        ],
    ),
    (
        "a baseline and a goal below what is stated to be possible",
        "air",
        ("'at_least': '0'", "'at_least': '88.1'"),
        &[
            "error @air-2026.goal.at_least: a share is from 88.1 to 100 here, got 88",
            "error @air-2026.baseline.value: a share is from 88.1 to 100 here, got 80",
            "error @air-curve.goal.at_least: a share is from 88.1 to 100 here, got 88",
            "error @air-curve.baseline.value: a share is from 88.1 to 100 here, got 80",
            "error @air-kept.goal.within[0]: a share is from 88.1 to 100 here, got 70",
        ],
    ),
    (
        "a change beyond what is possible",
        "air-2026",
        (
            "{'kind': 'level', 'at_least': '88'}",
            "{'kind': 'change', 'at_least': '0.26'}",
        ),
        &["error @air-2026.goal.at_least: a share is from 0 to 100 here, got 100.80"],
    ),
    (
        "a growth beyond what is possible",
        "air-2026",
        (
            "{'kind': 'level', 'at_least': '88'}",
            "{'kind': 'average_growth', 'at_least': '0.05'}",
        ),
        // Five years from 80; at 4.5 % a year it would be 99.7.
        &["error @air-2026.goal.at_least: a share is from 0 to 100 here, got 102.102525"],
    ),
    (
        "a range beyond the measure's own",
        "air",
        ("'at_most': '100'", "'at_most': '101'"),
        &["error @air.possible: a share is from 0 to 100 here, got 101"],
    ),
    (
        "a range without a limit",
        "air",
        ("{'at_least': '0', 'at_most': '100'}", "{}"),
        &["error @air.possible: an interval has at least one limit"],
    ),
    (
        "a range in which nothing lies",
        "air",
        ("'at_least': '0', 'at_most': '100'", "'at_least': '50', 'at_most': '49'"),
        &["error @air.possible: no number lies between the limits 50 and 49"],
    ),
    (
        "a misspelt limit of a range",
        "air",
        ("'at_least': '0', 'at_most'", "'atleast': '0', 'at_most'"),
        &["error @air.possible.atleast: there is no field `atleast` here; the nearest is `at_least`"],
    ),
    (
        "a share over 100 %",
        "air-2026",
        ("'at_least': '88'", "'at_least': '880'"),
        &["error @air-2026.goal.at_least: a share is from 0 to 100 here, got 880"],
    ),
    (
        "a negative share",
        "air-2026",
        ("'value': '80'", "'value': '-80'"),
        &["error @air-2026.baseline.value: a share is from 0 to 100 here, got -80"],
    ),
    (
        "a share over 100 % through an addition",
        "air-2026",
        (
            "'kind': 'level', 'at_least': '88'",
            "'kind': 'addition', 'at_least': '30'",
        ),
        &["error @air-2026.goal.at_least: a share is from 0 to 100 here, got 110"],
    ),
    (
        "more than everything",
        "air-2026",
        ("'at_least': '88'", "'more_than': '100'"),
        &["error @air-2026.goal.more_than: no share meets the goal > 100"],
    ),
    (
        "less than nothing",
        "air-2026",
        ("'at_least': '88'", "'less_than': '0'"),
        &["error @air-2026.goal.less_than: no share meets the goal < 0"],
    ),
    (
        "a share that is always reached",
        "air-kept",
        ("['70', '100']", "['0', '100']"),
        &[
            "error @air-kept.goal.within: every share meets the goal 0 – 100, so that nothing is promised; if that is meant, the target \
         has to accept `always_met`",
        ],
    ),
    (
        "a rank above the first",
        "rank-kept",
        ("'at_most': '3'", "'at_most': '0'"),
        &["error @rank-kept.goal.at_most: a rank is at least 1 here, got 0"],
    ),
    (
        "every rank is at least the first",
        "rank-kept",
        ("'at_most': '3'", "'at_least': '1'"),
        &[
            "warning @rank-kept.goal.at_least: a better rank is a smaller number: a goal for a rank is `at_most` or `less_than`",
            "error @rank-kept.goal.at_least: every rank meets the goal ≥ 1, so that nothing is promised; if that is meant, the target has \
         to accept `always_met`",
        ],
    ),
    (
        "no rank is less than the first",
        "rank-kept",
        ("'at_most': '3'", "'less_than': '1'"),
        &["error @rank-kept.goal.less_than: no rank meets the goal < 1"],
    ),
    (
        "a rank that is to rise",
        "rank-kept",
        ("'at_most': '3'", "'at_least': '3'"),
        &[
            "warning @rank-kept.goal.at_least: a better rank is a smaller number: a goal for a rank is `at_most` or `less_than`",
        ],
    ),
    (
        "a part of a rank",
        "rank-kept",
        ("'at_most': '3'", "'at_most': '2.5'"),
        &["warning @rank-kept.goal.at_most: these things come one by one, and 2.5 is not a whole number of them"],
    ),
    (
        "a part of a job",
        "jobs-2026",
        ("'value': '900'", "'value': '900.5'"),
        &[
            "warning @jobs-2026.path.schedule[0].value: these things come one by one, and 900.5 is not a whole number of them",
        ],
    ),
    (
        "a tripling that nobody accepts",
        "gdp-tripled",
        (", 'accept': ['large_change']", ""),
        &[
            "error @gdp-tripled.goal.at_least: 2 is a fraction here, and means 200 %: if 2 % is meant, write 0.02, and if not, the target \
           has to accept `large_change`",
        ],
    ),
    (
        "something else is accepted",
        "gdp-tripled",
        ("'large_change'", "'always_met'"),
        &[
            "error @gdp-tripled.goal.at_least: 2 is a fraction here, and means 200 %: if 2 % is meant, write 0.02, and if not, the \
             target has to accept `large_change`",
            "note @gdp-tripled.accept[0]: nothing here looks like `always_met`, so that there is nothing to accept",
        ],
    ),
    (
        "nothing to accept",
        "gdp-change",
        ("'deadline': '2026'", "'deadline': '2026', 'accept': ['large_change']"),
        &["note @gdp-change.accept[0]: nothing here looks like `large_change`, so that there is nothing to accept"],
    ),
    (
        "a share that is always reached, and meant",
        "air-kept",
        (
            "['70', '100'], 'every': 'month'}",
            "['0', '100'], 'every': 'month'}, 'accept': ['always_met'], 'note': {'en': 'a watch, not a promise'}",
        ),
        &[],
    ),
    (
        "an amendment for which there is something to accept",
        "gdp-change",
        (
            "'deadline': '2026'",
            "'deadline': '2026', 'accept': ['large_change'], \
             'amendments': [{'in_force': '2024-01-01', 'goal': {'kind': 'change', 'at_least': '1.01'}}]",
        ),
        &[],
    ),
    (
        "a misspelt code is accepted",
        "gdp-tripled",
        ("'large_change'", "'large_chagne'"),
        &[
            "error @gdp-tripled.goal.at_least: 2 is a fraction here, and means 200 %: if 2 % is meant, write 0.02, and if not, the \
             target has to accept `large_change`",
            "error @gdp-tripled.accept[0]: `large_chagne` cannot stand here; the nearest is `large_change`",
        ],
    ),
    (
        "a code that cannot be accepted",
        "gdp-tripled",
        ("'large_change'", "'large_change', 'circle'"),
        &[
            "error @gdp-tripled.accept[1]: `circle` cannot stand here; what can stand here is `large_change`, `always_met`, `small_share`",
        ],
    ),
    (
        "a percentage for a fraction",
        "gdp-change",
        ("'0.3'", "'30'"),
        &[
            "error @gdp-change.goal.at_least: 30 is a fraction here, and means 3000 %: if 30 % is meant, write 0.3, and if not, the target has to \
         accept `large_change`",
        ],
    ),
    (
        "a percentage for a rate",
        "gdp-average",
        ("'0.055'", "'5.5'"),
        &[
            "error @gdp-average.goal.at_least: 5.5 is a fraction here, and means 550 %: if 5.5 % is meant, write 0.055, and if not, the target has to \
         accept `large_change`",
        ],
    ),
    (
        "a rate of -100 %",
        "gdp-average",
        ("'at_least': '0.055'", "'at_most': '-1'"),
        &["error @gdp-average.goal.at_most: a rate of growth is a fraction above -1 per year, got -1"],
    ),
    (
        "a sum of a stock",
        "jobs-2026",
        ("'addition'", "'cumulative'"),
        &[
            "error @jobs-2026.goal.kind: a goal of the kind `cumulative` needs a `flow` (what is added to a stock is an `addition`), and this indicator is a `stock`",
        ],
    ),
    (
        "a sum within a band",
        "gdp-sum",
        ("'at_least': '9000'", "'within': ['8000', '9000']"),
        &[
            "error @gdp-sum.goal.within: a sum is bounded on one side, by `at_least`, `more_than`, `at_most` or `less_than`",
        ],
    ),
    (
        "the growth of a growth rate",
        "growth-chained",
        (", 'measured_by': 'yearly_rates'", ""),
        &[
            r"error @growth-chained.goal.measured_by: a goal of the kind `average_growth` needs `measured_by: yearly_rates`, or else values, and this indicator is a `growth_rate`",
        ],
    ),
    (
        "yearly rates of a flow",
        "gdp-average",
        ("'0.055'", "'0.055', 'measured_by': 'yearly_rates'"),
        &[
            "error @gdp-average.goal.measured_by: a goal of the kind `average_growth` needs a `growth_rate` where it is measured by yearly rates, and this indicator is a `flow`",
        ],
    ),
    (
        "a relative change from zero",
        "gdp-change",
        ("'value': '1517.7'", "'value': '0'"),
        &[
            "error @gdp-change.baseline.value: a relative change counts from a value above zero, and 0 is not; an `addition` can start there",
        ],
    ),
    (
        "a reference of a goal that is no change",
        "gdp-2026",
        (
            "'more_than': '2000'",
            "'more_than': '2000', 'reference': {'period': '2026', 'value': '2300'}",
        ),
        &[
            "error @gdp-2026.goal.reference: there is no field `reference` here; it stands in a goal of the kind `change`",
        ],
    ),
    (
        "a change of a reference of nothing",
        "gdp-scenario",
        ("'value': '2300'", "'value': '0'"),
        &[
            "error @gdp-scenario.goal.reference.value: a relative change counts from a value above zero, and 0 is not; an `addition` can start there",
        ],
    ),
    (
        "a change that no decimal holds",
        "gdp-scenario",
        ("'value': '2300'", "'value': '2300.0000000000000000000000001'"),
        &[
            "error @gdp-scenario.goal.reference.value: the change of 2300.0000000000000000000000001 comes to more digits than the 28 that a decimal holds; state the value itself as a `level`",
        ],
    ),
    (
        "a reference that is read from yearly rates",
        "gdp-scenario",
        (
            "'at_least': '-0.1',",
            "'at_least': '-0.1', 'measured_by': 'yearly_rates',",
        ),
        &[
            "error @gdp-scenario.goal.measured_by: a goal of the kind `change` needs a `growth_rate` where it is measured by yearly rates, and this indicator is a `flow`",
            "error @gdp-scenario.goal.reference: a reference is what a `change` of values counts from, and this is one of yearly rates",
        ],
    ),
    (
        "half a reference",
        "gdp-scenario",
        ("'value': '2300', ", ""),
        &["error @gdp-scenario.goal.reference.value: the field `value` is missing"],
    ),
];
