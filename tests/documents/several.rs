//! Several mistakes at once, and documents that are none.

use std::slice;

use super::{OBSERVATIONS, PLAN, edit, paths, problems_of_observations, problems_of_plan, written_out};
use milepost::{ObservationsDocument, Plan, PlanDocument, Severity};

#[test]
fn ten_mistakes_are_ten_problems() {
    let broken = [
        ("city", ("'2022-01-24'", "'24 January 2022'")),
        ("economy", ("'weight': '2'", "'weight': '-2'")),
        ("gdp-2026", ("'2000'", "'2,000'")),
        ("gdp-2026", ("'binding'", "'bindng'")),
        ("gdp-2026", ("'jobs', ", "'job', ")),
        ("gdp-2024", ("'deadline': '2024'", "'deadline': '2020'")),
        ("gdp-change", ("'0.3'", "'30'")),
        ("gdp-sum", ("'kind': 'cumulative'", "'kind': 'sum'")),
        ("air-kept", ("'baseline': '2021', ", "")),
        ("street", ("'responsible'", "'responsable'")),
    ]
    .into_iter()
    .fold(PLAN.to_owned(), |document, (code, words)| edit(&document, code, words));
    let paths = paths();
    let expected = [
        "error published: `24 January 2022` is not a day: write it as `2022-01-24`",
        "error @economy.weight: a weight is above zero, got -2",
        "error @gdp-2026.goal.more_than: `2,000` is not a decimal number: write `2000`, or `2.000` if decimals stand behind the comma",
        "error @gdp-2026.nature: `bindng` cannot stand here; the nearest is `binding`",
        "error @gdp-2026.proxies[0]: there is no indicator with the code `job`; the nearest is `jobs`",
        "error @gdp-2024.deadline: the deadline 2020 does not end after the baseline 2021",
        "error @gdp-change.goal.at_least: 30 is a fraction here, and means 3000 %: if 30 % is meant, write 0.3, and if not, the target has to \
         accept `large_change`",
        "error @gdp-sum.goal.kind: `sum` cannot stand here; the nearest is `cumulative`",
        "error @air-kept.baseline: a goal of the kind `keep` needs a baseline: say from which period it counts",
        "error @street.responsable: there is no field `responsable` here; the nearest is `responsible`",
    ]
    .map(|line| written_out(line, &paths));
    assert_eq!(problems_of_plan(&broken), expected);
}

#[test]
fn several_problems_of_one_target_stand_in_the_order_of_the_document() {
    let target = "{'weight': '0', 'deadline': '2020', 'goal': {'at_most': '5 %', 'kind': 'keep'}, 'code': 'a b', 'baseline': '2021', \
                  'proxies': ['nobody'], 'part_of': 'nobody'}";
    let broken = edit(PLAN, "rank", ("'targets': [", &format!("'targets': [{target}, ")));
    let at = "error pillars[1].indicators[2].targets[0]";
    assert_eq!(
        problems_of_plan(&broken),
        [
            format!("{at}.weight: a weight is above zero, got 0"),
            format!("{at}.deadline: the deadline 2020 does not end after the baseline 2021"),
            format!(
                "{at}.goal.at_most: `5 %` is not a decimal number: write `5` in a unit of per cent, and `0.05` where a fraction is meant"
            ),
            format!(
                "{at}.code: `a b` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or \
                 `.`, and has at most 64 characters; `a-b` is one"
            ),
            format!(
                "{at}.proxies[0]: there is no indicator with the code `nobody`; there are `air`, `cover`, `gdp`, `growth`, `jobs`, `rank`"
            ),
            format!("{at}.part_of: there is no target with the code `nobody`"),
        ]
    );
}

#[test]
fn what_names_a_broken_target_names_somebody() {
    let broken = edit(
        PLAN,
        "gdp-2026",
        ("'kind': 'level', 'more_than': '2000'", "'kind': 'level'"),
    );
    assert_eq!(problems_of_plan(&broken).len(), 1);
}

#[test]
fn an_empty_document_lacks_its_fields() {
    let missing = |field: &str| format!("error {field}: the field `{field}` is missing");
    let format = format!("{}; what can stand there is `1`", missing("format"));
    let others = ["code", "name", "period", "pillars"].map(missing);
    assert_eq!(problems_of_plan("{}"), [slice::from_ref(&format), &others].concat());
    assert_eq!(problems_of_observations("{}"), [format]);
}

#[test]
fn a_plan_that_promises_nothing() {
    let document =
        r#"{"format": 1, "code": "a", "name": "A", "period": "2026", "pillars": [{"code": "b", "name": "B"}]}"#;
    let warning = "warning pillars: nothing is promised here: there is no target and no deliverable";
    assert_eq!(problems_of_plan(document), [warning]);
}

#[test]
fn what_is_no_map_is_no_document() {
    let fields = "`format`, `$schema`, `code`, `name`, `region`, `period`, `issuers`, `published`, `citation`, `note`, `pillars`";
    for (document, found) in [("[]", "a list of 0"), ("\"plan\"", "the text `plan`")] {
        let expected = format!("error expected a map in which can stand {fields}, found {found}");
        assert_eq!(problems_of_plan(document), [expected]);
    }
    for (document, found) in [
        ("1", "the number 1"),
        ("null", "nothing (`null`): what is not known is left out"),
        ("false", "`false`"),
    ] {
        let expected = [format!("error expected a map, found {found}")];
        assert_eq!(problems_of_plan(document), expected);
        assert_eq!(problems_of_observations(document), expected);
    }
}

#[test]
fn reading_fails_only_on_syntax() {
    let error = serde_json::from_str::<PlanDocument>("{\n  \"format\": 1,\n}").unwrap_err();
    assert_eq!((error.line(), error.column()), (3, 1));
    assert!(serde_json::from_str::<ObservationsDocument>("{").is_err());
}

#[test]
fn nobody_nests_a_hundred_deep() {
    for (open, close) in [("[", "]"), (r#"{"a": "#, "}")] {
        let nested = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        assert!(serde_json::from_str::<PlanDocument>(&nested(64)).is_ok());
        let error = serde_json::from_str::<PlanDocument>(&nested(100))
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with("lists and maps lie in each other more than 64 deep"),
            "{error}"
        );
        assert!(serde_json::from_str::<PlanDocument>(&nested(100_000)).is_err());
    }
}

#[test]
fn a_plan_read_at_once_has_all_problems_in_its_message() {
    let broken = edit(
        &edit(PLAN, "rank-kept", ("'baseline': '2021', ", "")),
        "gdp-2026",
        ("'2000'", "'2 000'"),
    );
    let error = serde_json::from_str::<Plan>(&broken).unwrap_err().to_string();
    assert_eq!(
        error,
        "2 problems\n\
         error[not_a_decimal]: pillars[0].indicators[0].targets[0].goal.more_than: `2 000` is not a decimal number: write it as `2000`\n\
         error[missing_baseline]: pillars[1].indicators[2].targets[0].baseline: a goal of the kind `keep` needs a baseline: say from which period it counts"
    );
    let observations = edit(OBSERVATIONS, "gdp", ("'1560.9'", "'n/a'"));
    let error = serde_json::from_str::<milepost::Observations>(&observations).unwrap_err();
    assert_eq!(
        error.to_string(),
        "error[not_a_decimal]: series[0].observations[0].value: `n/a` is not a decimal number: write digits, as in `1781.8`; what is not known is left out, and a figure without a value has the status `missing`"
    );
}

/// A program that ends with them as its error shows them by their `Debug`.
#[test]
fn problems_are_shown_with_severity_and_code() {
    let broken = edit(
        &edit(PLAN, "gdp-change", ("'0.3'", "'30'")),
        "gdp-2026",
        ("'2000'", "'2 000'"),
    );
    let document: PlanDocument = serde_json::from_str(&broken).unwrap();
    let shown = "2 problems\n\
                 error[not_a_decimal]: pillars[0].indicators[0].targets[0].goal.more_than: `2 000` is not a decimal number: write \
                 it as `2000`\n\
                 error[large_change]: pillars[0].indicators[0].targets[2].goal.at_least: 30 is a fraction here, and means 3000 %: \
                 if 30 % is meant, write 0.3, and if not, the target has to accept `large_change`";
    let problems = document.check().problems;
    assert_eq!(
        (problems.to_string(), format!("{problems:?}")),
        (shown.into(), shown.into())
    );
    let counted = document.check_keeping(1).problems;
    assert_eq!(counted.to_string().lines().last(), Some("and 1 more"));
    let problem = problems.into_iter().next().unwrap();
    assert_eq!((problem.code(), problem.severity()), ("not_a_decimal", Severity::Error));
    assert_eq!(milepost::Problems::default().to_string(), "no problem");
}

#[test]
fn problems_are_written_for_front_ends() {
    let document: PlanDocument = serde_json::from_str(&edit(PLAN, "gdp-change", ("'0.3'", "'30'"))).unwrap();
    assert_eq!(
        serde_json::to_value(document.check().problems).unwrap(),
        serde_json::json!([{
            "path": "pillars[0].indicators[0].targets[2].goal.at_least",
            "severity": "error",
            "code": "large_change",
            "message": "30 is a fraction here, and means 3000 %: if 30 % is meant, write 0.3, and if not, the target has to \
         accept `large_change`",
        }])
    );
}

#[test]
fn five_thousand_wrong_references_cost_little() {
    let targets: Vec<_> = (0..5_000)
        .map(|number| {
            serde_json::json!({
                "code": format!("target-{number}"), "part_of": format!("targte-{number}"),
                "goal": {"kind": "level", "at_least": "5"}, "baseline": "2021", "deadline": "2026",
            })
        })
        .collect();
    let document = serde_json::json!({
        "format": 1, "code": "plan", "name": "Plan", "period": "2022-01-01/P5Y",
        "pillars": [{"code": "all", "name": "All", "indicators": [{
            "code": "jobs", "name": "Jobs", "measure": "stock", "unit": {"code": "1", "multiplier": 0}, "targets": targets,
        }]}],
    });
    let document: PlanDocument = serde_json::from_value(document).unwrap();
    let problems = document.check().problems;
    let nearest = problems
        .iter()
        .filter(|problem| problem.to_string().contains("; the nearest is `target-"));
    // Each is reported; those that are compared with all 5,000 codes are the first 40, 200,000 comparisons in all.
    assert_eq!((problems.found(), nearest.count()), (5_000, 40));
}

/// What is found of values is found in the document too, by its places.
#[test]
fn paths_by_names_lead_to_places_in_the_document() {
    let document = serde_json::json!({"format": 1, "series": [
        {"indicator": "air", "unit": {"code": "%"}, "observations": []},
        {"indicator": "air", "breakdown": "north", "unit": {"code": "%"}, "observations": [
            {"period": "2024-01-01/P1Y", "value": "80"}, {"period": "2025", "value": "81"}, {"value": "82"},
        ]},
    ], "deliveries": [{"deliverable": "street", "reports": []}]});
    let document: ObservationsDocument = serde_json::from_value(document).unwrap();
    for (path, place) in [
        ("series[air].indicator", Some("series[0].indicator")),
        ("series[air/north].breakdown", Some("series[1].breakdown")),
        (
            "series[air/north].observations[2025]",
            Some("series[1].observations[1]"),
        ),
        // The same year, in another form.
        (
            "series[air/north].observations[2024]",
            Some("series[1].observations[0]"),
        ),
        ("deliveries[street].deliverable", Some("deliveries[0].deliverable")),
        // What is missing has the place at which it would stand.
        (
            "series[1].observations[2].period",
            Some("series[1].observations[2].period"),
        ),
        ("", Some("")),
        ("series[air/north].observations[2023]", None),
        ("series[water].indicator", None),
        ("series[2]", None),
    ] {
        assert_eq!(document.place_of(path).as_deref(), place, "{path}");
    }
}
