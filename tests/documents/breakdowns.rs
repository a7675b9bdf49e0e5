//! Parts of indicators: what they are, what targets and series say of them, and what they add up to.

use milepost::{
    Baseline, Bound, Breakdown, Goal, Indicator, Measure, Observations, ObservationsDocument, Of, Pillar, Plan,
    Quantity, Target, Unit, dec,
};

use super::{OBSERVATIONS, PLAN, Row, edit, problems_of_observations};

pub(crate) const ROWS: &[Row] = &[
    (
        "a target of nobody",
        "cover-port",
        ("'port-summer'", "'port-sumer'"),
        &[
            "error @cover-port.of.breakdown: there is no breakdown with the code `port-sumer`; the nearest is `port-summer`",
        ],
    ),
    (
        "a target of what is broken down elsewhere",
        "cover-port",
        ("'port-summer'", "'women'"),
        &[
            "error @cover-port.of.breakdown: there is no breakdown with the code `women`; there are `old-town`, `port`, `port-summer`",
        ],
    ),
    (
        "each along no dimension",
        "cover-each",
        ("'each': 'quarter'", "'each': 'quarters'"),
        &["error @cover-each.of.each: there is no dimension with the code `quarters`; the nearest is `quarter`"],
    ),
    (
        "each along a breakdown",
        "cover-each",
        ("'each': 'quarter'", "'each': 'port'"),
        &[
            "error @cover-each.of.each: there is no dimension with the code `port`; it is a breakdown: `{\"breakdown\": \"port\"}` is of it, \
             `{\"each\": \"quarter\"}` of each part along its dimension",
        ],
    ),
    (
        "each along a breakdown of two dimensions",
        "cover-each",
        ("'each': 'quarter'", "'each': 'port-summer'"),
        &[
            "error @cover-each.of.each: there is no dimension with the code `port-summer`; it is a breakdown: \
             `{\"breakdown\": \"port-summer\"}` is of it",
        ],
    ),
    (
        "of one, by a dimension",
        "cover-port",
        ("'port-summer'", "'quarter'"),
        &[
            "error @cover-port.of.breakdown: there is no breakdown with the code `quarter`; it is a dimension: `{\"each\": \"quarter\"}` is \
             of each part along it, `{\"breakdown\": \"old-town\"}` of one",
        ],
    ),
    (
        "of one, by a dimension along which nothing is a part of the total",
        "cover-port",
        ("'port-summer'", "'season'"),
        &[
            "error @cover-port.of.breakdown: there is no breakdown with the code `season`; there are `old-town`, `port`, `port-summer`",
        ],
    ),
    (
        "each along a dimension by which nothing is a part of the total",
        "cover-each",
        ("'each': 'quarter'", "'each': 'season'"),
        &[
            "error @cover-each.of.each: no breakdown is along `season` alone, so that nothing is a part of the total by it",
        ],
    ),
    (
        "of one, and of each",
        "cover-each",
        ("'each': 'quarter'", "'each': 'quarter', 'breakdown': 'port'"),
        &["error @cover-each.of: only one of the fields `breakdown` and `each` can be here, and there are 2"],
    ),
    (
        "of nothing",
        "cover-port",
        ("'breakdown': 'port-summer'", ""),
        &["error @cover-port.of: one of the fields `breakdown` and `each` must be here, and none is"],
    ),
    (
        "of a slip",
        "cover-port",
        ("'breakdown': 'port-summer'", "'brakdown': 'port-summer'"),
        &["error @cover-port.of.brakdown: there is no field `brakdown` here; the nearest is `breakdown`"],
    ),
    (
        "of the whole by another word",
        "cover-port",
        ("{'breakdown': 'port-summer'}", "'totals'"),
        &["error @cover-port.of: `totals` cannot stand here; the nearest is `total`"],
    ),
    (
        "one value for each",
        "cover-each",
        ("'values': {'old-town': '81', 'port': '70.5'}", "'value': '81'"),
        &[
            "error @cover-each.baseline.value: each part starts from a value of its own, and this is one for all; \
             state them as `values`, or leave them to the series",
        ],
    ),
    (
        "values of a total",
        "air-2026",
        ("'value': '80'", "'values': {'port': '80'}"),
        &[
            "error @air-2026.baseline.values: `values` are of the parts of a target `of` `each`, and this is none; state one `value`",
        ],
    ),
    (
        "a value of nobody",
        "cover-each",
        ("'port': '70.5'", "'prt': '70.5'"),
        &[
            "error @cover-each.baseline.values.prt: there is no part along this dimension with the code `prt`; the nearest is `port`",
        ],
    ),
    (
        "a value of a part of a part",
        "cover-each",
        ("'port': '70.5'", "'port-summer': '70.5'"),
        &[
            "error @cover-each.baseline.values.port-summer: there is no part along this dimension with the code `port-summer`; there are `old-town`, `port`",
        ],
    ),
    (
        "a value that is none",
        "cover-each",
        ("'70.5'", "'70,5'"),
        &["error @cover-each.baseline.values.port: `70,5` is not a decimal number: write it as `70.5`"],
    ),
    (
        "a value twice",
        "cover-each",
        ("'port': '70.5'", "'old-town': '70.5'"),
        &["error @cover-each.baseline.values.old-town: the field `old-town` stands twice"],
    ),
    (
        "a part that starts where nothing can be",
        "cover-each",
        ("'70.5'", "'100.5'"),
        &["error @cover-each.baseline.values.port: a share is from 0 to 100 here, got 100.5"],
    ),
    (
        "a part that starts on the better side of a milestone",
        "cover-each",
        (
            "'deadline'",
            "'milestones': [{'period': '2023', 'value': '80'}], 'deadline'",
        ),
        &["error @cover-each.baseline.values.old-town: 80 lies off the way from 81 to 85"],
    ),
    (
        "a part that starts on the goal",
        "cover-each",
        ("'70.5'", "'85'"),
        &[
            "note @cover-each.baseline.values.port: the baseline 85 meets the goal ≥ 85 already, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit",
        ],
    ),
    (
        "a value of nobody in an amendment",
        "cover-each",
        (
            "'deadline': '2026'",
            "'deadline': '2026', 'amendments': [{'in_force': '2023-01-01', 'baseline': {'period': '2021', 'values': {'prt': '80'}}}]",
        ),
        &[
            "error @cover-each.amendments[0].baseline.values.prt: there is no part along this dimension with the code `prt`; \
             the nearest is `port`",
        ],
    ),
    (
        "one value for each in an amendment",
        "cover-each",
        (
            "'deadline': '2026'",
            "'deadline': '2026', 'amendments': [{'in_force': '2023-01-01', 'baseline': {'period': '2021', 'value': '80'}}]",
        ),
        &[
            "error @cover-each.amendments[0].baseline.value: each part starts from a value of its own, and this is one for all; \
             state them as `values`, or leave them to the series",
        ],
    ),
    (
        "a goal within which a part starts, in an amendment",
        "cover-each",
        (
            "'deadline': '2026'",
            "'deadline': '2026', 'amendments': [{'in_force': '2023-01-01', 'goal': {'kind': 'level', 'at_least': '80'}}]",
        ),
        &[
            "note @cover-each.amendments[0].baseline.values.old-town: the baseline 81 meets the goal ≥ 80 already, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit",
        ],
    ),
    (
        "a breakdown by nothing",
        "port-summer",
        ("['quarter', 'season']", "[]"),
        &[
            "error pillars[1].indicators[3].breakdowns[2].dimensions: a breakdown is along one dimension at least, such as `sex` or `district`",
        ],
    ),
    (
        "a breakdown by one dimension twice",
        "port",
        ("['quarter']", "['quarter', 'quarter']"),
        &["warning pillars[1].indicators[3].breakdowns[1].dimensions[1]: `quarter` is named twice"],
    ),
    (
        "two breakdowns of one code",
        "port-summer",
        ("'port-summer'", "'port'"),
        &[
            "error pillars[1].indicators[3].breakdowns[2].code: the code `port` is taken, by pillars[1].indicators[3].breakdowns[1]: a code names one thing, once",
            "error @cover-port.of.breakdown: there is no breakdown with the code `port-summer`; there are `old-town`, `port`",
        ],
    ),
    (
        "a dimension that was misspelt",
        "port-summer",
        ("['quarter', 'season']", "['quater', 'season']"),
        &[
            "warning pillars[1].indicators[3].breakdowns[2].dimensions[0]: no other breakdown is along `quater`; the nearest is `quarter`",
        ],
    ),
    (
        "shares that add up",
        "port-summer",
        ("],", "], 'adds_up': ['quarter'],"),
        &[
            "error pillars[1].indicators[3].adds_up: parts add up to the total of a `stock` or a `flow`, and this indicator is a `share`",
        ],
    ),
    (
        "parts along no dimension that add up",
        "jobs",
        ("'adds_up': ['sex']", "'adds_up': ['sx']"),
        &["error pillars[1].indicators[0].adds_up[0]: there is no dimension with the code `sx`; the nearest is `sex`"],
    ),
    (
        "parts that add up twice",
        "jobs",
        ("'adds_up': ['sex']", "'adds_up': ['sex', 'sex']"),
        &["warning pillars[1].indicators[0].adds_up[1]: `sex` is named twice"],
    ),
];

#[test]
fn a_series_is_of_one_part() {
    for (words, problems) in [
        (
            ("'breakdown': 'women', ", ""),
            vec![
                "error series[2].indicator: the indicator `jobs` has two series; its observations belong in one, and a series of another part says in its `breakdown` of which",
            ],
        ),
        (
            (
                "'indicator': 'jobs', 'unit'",
                "'indicator': 'jobs', 'breakdown': 'women', 'unit'",
            ),
            vec![
                "error series[2].indicator: the breakdown `women` of the indicator `jobs` has two series; its observations belong in one, and a series of another part says in its `breakdown` of which",
            ],
        ),
        (("'breakdown': 'women'", "'breakdown': 'men'"), vec![]),
        // What was misspelt is no second series of the total.
        (
            ("'breakdown': 'women'", "'brakdown': 'women'"),
            vec!["error series[2].brakdown: there is no field `brakdown` here; the nearest is `breakdown`"],
        ),
        (
            ("'breakdown': 'women'", "'breakdown': 'the women'"),
            vec![
                "error series[2].breakdown: `the women` is not a code: it begins with an ASCII letter or digit, goes on with letters, \
                 digits, `-`, `_` or `.`, and has at most 64 characters; `the-women` is one",
            ],
        ),
    ] {
        assert_eq!(
            problems_of_observations(&edit(OBSERVATIONS, "", words)),
            problems,
            "{words:?}"
        );
    }
}

fn part(code: &str, dimension: &str) -> Breakdown {
    Breakdown::new(
        code.parse().unwrap(),
        "A part".try_into().unwrap(),
        dimension.parse().unwrap(),
    )
}

fn homes(targets: Vec<Target>) -> Indicator {
    let homes = Quantity::new(Measure::Stock, Unit::new("home".parse().unwrap(), 0).unwrap());
    let indicator = Indicator::new("homes".parse().unwrap(), "Homes".try_into().unwrap(), homes)
        .with_breakdown(part("north", "district"))
        .with_breakdown(part("south", "district"))
        .with_breakdown(part("north-new", "district").with_dimension("age".parse().unwrap()));
    targets.into_iter().fold(indicator, Indicator::with_target)
}

fn target(of: Of, baseline: Baseline) -> milepost::plan::TargetBuilder {
    let quantity = homes(vec![]).quantity().clone();
    Target::builder(
        "more".parse().unwrap(),
        quantity,
        Goal::level(Bound::AtLeast(dec!(900))),
        "2026".parse().unwrap(),
    )
    .of(of)
    .baseline(baseline)
}

fn plan_of(indicator: Indicator) -> milepost::plan::Checked<Plan> {
    Plan::builder(
        "plan".parse().unwrap(),
        "Plan".try_into().unwrap(),
        "2022-01-01/P5Y".parse().unwrap(),
    )
    .pillar(Pillar::new("p".parse().unwrap(), "P".try_into().unwrap()).with_indicator(indicator))
    .check()
}

/// What is built in code is checked as a document is: the target by itself, and with the plan what it names.
#[test]
fn parts_in_code() {
    let start = || Baseline::observed("2021".parse().unwrap());
    let value_of = |code: &str| start().with_value_of(code.parse().unwrap(), dec!(300));
    let each = || Of::Each("district".parse().unwrap());
    for (of, baseline, problems) in [
        (
            Of::Total,
            value_of("north"),
            "error baseline.values: `values` are of the parts of a target `of` `each`, and this is none; state one `value`",
        ),
        (
            each(),
            Baseline::stated("2021".parse().unwrap(), dec!(300)),
            "error baseline.value: each part starts from a value of its own, and this is one for all; state them as `values`, or leave \
             them to the series",
        ),
    ] {
        assert_eq!(super::lines(&target(of, baseline).check().problems), [problems]);
    }
    let at = "pillars[0].indicators[0]";
    for (of, baseline, problems) in [
        (each(), value_of("north"), vec![]),
        (
            each(),
            value_of("nort"),
            vec![format!(
                "error {at}.targets[0].baseline.values.nort: there is no part along this dimension with the code `nort`; the nearest is `north`"
            )],
        ),
        (
            Of::Breakdown("nort".parse().unwrap()),
            start(),
            vec![format!(
                "error {at}.targets[0].of.breakdown: there is no breakdown with the code `nort`; the nearest is `north`"
            )],
        ),
        (
            Of::Each("age".parse().unwrap()),
            start(),
            vec![format!(
                "error {at}.targets[0].of.each: no breakdown is along `age` alone, so that nothing is a part of the total by it"
            )],
        ),
    ] {
        let checked = plan_of(homes(vec![target(of, baseline).build().unwrap()]));
        assert_eq!(super::lines(&checked.problems), problems);
        assert_eq!(checked.value.is_some(), problems.is_empty());
    }
    let doubled = homes(vec![target(Of::Total, start()).build().unwrap()])
        .with_breakdown(part("south", "age"))
        .with_parts_adding_up("district".parse().unwrap())
        .with_parts_adding_up("distrct".parse().unwrap());
    assert_eq!(
        super::lines(&plan_of(doubled).problems),
        [
            format!(
                "error {at}.breakdowns[3].code: the code `south` is taken, by {at}.breakdowns[1]: a code names one thing, once"
            ),
            format!("error {at}.adds_up[1]: there is no dimension with the code `distrct`; the nearest is `district`"),
        ]
    );
}

/// Figures of 2023 by the codes of their series, and what the check of them says.
#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn observations_of_parts_are_checked_with_the_plan() {
    let indicator = homes(vec![
        target(Of::Total, Baseline::stated("2021".parse().unwrap(), dec!(100)))
            .build()
            .unwrap(),
    ]);
    let plan = plan_of(indicator.with_parts_adding_up("district".parse().unwrap()))
        .value
        .unwrap();
    let disagree = |sum| {
        vec![format!(
            "warning series[homes].observations[2023]: the parts along `district` add up to {sum}, and the total is 500.5"
        )]
    };
    for (figures, unit, problems) in [
        // All of them, exactly; what is a part of a part adds nothing.
        ("total 500.5, north 300.2, south 200.3, north-new 99", "home", vec![]),
        ("total 500.5, north 300.2, south 200.29, north-new 99", "home", disagree("500.49")),
        ("total 500.5, north 300.2, south 200.31", "home", disagree("500.51")),
        ("total 500.5, north 700, south -300", "home", disagree("400")),
        // Not all of them are known.
        ("total 500.5, north 300.2", "home", vec![]),
        ("total 500.5, north 900, south missing", "home", vec![]),
        ("total missing, north 900, south 1", "home", vec!["note series[homes]: there is no figure here by which the target `more` can be judged; those of its parts are not added up".into()]),
        ("north 900, south 1", "home", vec!["note series[homes]: there is no figure here by which the target `more` can be judged; those of its parts are not added up".into()]),
        ("total 500.5, north ~300, south 200", "home", vec![]),
        (
            "total 500.5, sout 200",
            "home",
            vec!["error series[homes/sout].breakdown: there is no breakdown with the code `sout`; the nearest is `south`".into()],
        ),
        (
            "total 500.5, district 200",
            "home",
            vec!["error series[homes/district].breakdown: there is no breakdown with the code `district`; it is a dimension, and a series is of one part along it: `north`, `south`".into()],
        ),
        (
            "total 500.5, Total 200",
            "home",
            vec!["error series[homes/Total].breakdown: there is no breakdown with the code `Total`; a series of the total says no `breakdown`".into()],
        ),
        (
            "total 500.5, west-end 200",
            "home",
            vec!["error series[homes/west-end].breakdown: there is no breakdown with the code `west-end`; there are `north`, `south`, `north-new`".into()],
        ),
        (
            "south 200",
            "flat",
            vec![
                "error series[homes/south].unit: the series counts in `flat`, which does not convert to `home`, the unit of its indicator"
                    .into(),
                "note series[homes]: there is no figure here by which the target `more` can be judged; those of its parts are not added up".into(),
            ],
        ),
    ] {
        for is_turned in [false, true] {
            let mut series: Vec<String> = figures.split(", ").map(|figure| series_of(figure, unit)).collect();
            if is_turned {
                series.reverse();
            }
            let document = format!(r#"{{"format": 1, "series": [{}]}}"#, series.join(","));
            let document: ObservationsDocument = serde_json::from_str(&document).unwrap();
            let observations: Observations = document.check().into_result().unwrap();
            assert_eq!(super::lines(&plan.check_observations(&observations)), problems, "{figures}");
        }
    }
}

/// A series with one figure: `north 300`, `total ~500`, `south missing`.
fn series_of(figure: &str, unit: &str) -> String {
    let (code, value) = figure.split_once(' ').unwrap();
    let breakdown = match code {
        "total" => String::new(),
        code => format!(r#""breakdown": "{code}","#),
    };
    let value = match (value, value.strip_prefix('~')) {
        ("missing", _) => r#""status": "missing""#.into(),
        (_, Some(value)) => format!(r#""value": {{"approximately": "{value}"}}"#),
        (value, None) => format!(r#""value": "{value}""#),
    };
    format!(
        r#"{{"indicator": "homes", {breakdown} "unit": {{"code": "{unit}"}}, "observations": [{{"period": "2023", {value}}}]}}"#
    )
}

/// A total that was published in other units, and revised: the newest figures of all count.
#[test]
fn sums_are_of_the_newest_figures() {
    let indicator = homes(vec![
        target(Of::Total, Baseline::stated("2021".parse().unwrap(), dec!(100)))
            .build()
            .unwrap(),
    ]);
    let plan = plan_of(indicator.with_parts_adding_up("district".parse().unwrap()))
        .value
        .unwrap();
    for (newest, problems) in [
        ("0.5", vec![]),
        (
            "0.6",
            vec![
                "warning series[homes].observations[2023]: the parts along `district` add up to 500, and the total is 600",
            ],
        ),
    ] {
        let document = format!(
            r#"{{"format": 1, "series": [
                {{"indicator": "homes", "unit": {{"code": "home", "multiplier": 3}}, "observations": [
                    {{"period": "2023", "value": "0.4", "published": "2024-02-01"}},
                    {{"period": "2023", "value": "{newest}", "published": "2024-03-01"}},
                    {{"period": "2024", "value": "1", "published": "2025-03-01"}}]}},
                {},{}]}}"#,
            series_of("north 300", "home"),
            series_of("south 200", "home")
        );
        let observations: Observations = serde_json::from_str(&document).unwrap();
        assert_eq!(super::lines(&plan.check_observations(&observations)), problems);
    }
}

#[test]
fn the_good_plan_has_parts() {
    let plan: Plan = serde_json::from_str(PLAN).unwrap();
    let (cover, each) = plan.target("cover-each").unwrap();
    assert_eq!(*each.of(), Of::Each("quarter".parse().unwrap()));
    let parts: Vec<_> = cover.parts_along("quarter").map(|part| part.code().as_str()).collect();
    assert_eq!(parts, ["old-town", "port"]);
    assert_eq!(cover.parts_along("season").count(), 0);
    let port = each.of_part("port".parse().unwrap());
    assert_eq!(
        port.baseline(),
        Some(&Baseline::stated("2021".parse().unwrap(), dec!(70.5)))
    );
    // A part of which the plan states nothing reads its own series.
    let other = each.of_part("another".parse().unwrap());
    assert_eq!(other.baseline(), Some(&Baseline::observed("2021".parse().unwrap())));
}
