//! What a problem says would be right where an author wrote what is natural.

use milepost::{ObservationsDocument, PlanDocument};
use serde_json::{Value, json};

fn plan() -> Value {
    json!({
        "format": 1, "code": "city", "name": "City", "period": "2026-01-01/P5Y", "published": "2026-01-20",
        "pillars": [{"code": "all", "name": "All", "indicators": [{
            "code": "air", "name": "Good air", "measure": "share", "unit": {"code": "1", "multiplier": -2, "label": "%"},
            "targets": [{"code": "air-2030", "goal": {"kind": "level", "at_least": "88"}, "deadline": "2030"}]
        }]}]
    })
}

/// The one problem of the plan in which this stands at a place.
pub(crate) fn problem(place: &str, written: &Value) -> String {
    let mut plan = plan();
    let (parent, key) = place.rsplit_once('/').unwrap();
    let parent = plan.pointer_mut(parent).unwrap();
    parent[key] = written.clone();
    let checked = serde_json::from_value::<PlanDocument>(plan).unwrap().check();
    let words: Vec<_> = checked.problems.iter().map(|one| one.kind().to_string()).collect();
    words.join("\n")
}

pub(crate) const INDICATOR: &str = "/pillars/0/indicators/0";
pub(crate) const TARGET: &str = "/pillars/0/indicators/0/targets/0";

#[test]
fn the_plan_is_right_as_it_stands() {
    assert_eq!(problem("/code", &json!("city")), "");
}

#[test]
fn periods() {
    for (written, mend) in [
        ("2026-2030", "write it as `2026-01-01/P5Y`"),
        ("2026/2030", "write it as `2026-01-01/P5Y`"),
        ("2026–2030", "write it as `2026-01-01/P5Y`"),
        ("2026-01-01/2030-12-31", "write it as `2026-01-01/P5Y`"),
        ("Q4 2028", "write it as `2028-Q4`"),
        ("2028Q4", "write it as `2028-Q4`"),
        ("2028-H2", "write it as `2028-S2`"),
        (
            "31.12.2030",
            "write it as `2030-12-31`, or as `2030` where the whole year is meant",
        ),
        (
            "12/31/2030",
            "write it as `2030-12-31`, or as `2030` where the whole year is meant",
        ),
        ("30.12.2030", "write it as `2030-12-30`"),
        ("12/2030", "write it as `2030-12`"),
        ("05/04/2030", "write `2030-04-05` or `2030-05-04`"),
        ("12/2030", "write it as `2030-12`"),
        ("Dec 2030", "write it as `2030-12`"),
        (
            "31 December 2030",
            "write it as `2030-12-31`, or as `2030` where the whole year is meant",
        ),
        ("2028-W05", "write it as `2028-01-31/P7D`"),
        ("2030年", "write it as `2030`"),
        ("2030年底", "write it as `2030`"),
        ("20301130", "write it as `2030-11-30`"),
        ("203011", "write it as `2030-11`"),
        ("2030-7", "write it as `2030-07`"),
        ("2026—2030年", "write it as `2026-01-01/P5Y`"),
        (
            "47848",
            "write it as `2030-12-31`, if it is a day as spreadsheets count them",
        ),
        ("2030年上半年", "write it as `2030-S1`"),
        ("２０３０", "write it as `2030`"),
        (" 2030", "write it as `2030`"),
        (
            "FY2026",
            "a year that is not the calendar's is its first day and its length, as in `2026-04-01/P1Y`",
        ),
        (
            "2026/27",
            "a year that is not the calendar's is its first day and its length, as in `2026-04-01/P1Y`",
        ),
    ] {
        let place = format!("{TARGET}/deadline");
        assert_eq!(
            problem(&place, &json!(written)),
            format!("`{written}` is not a period: {mend}")
        );
    }
    assert_eq!(
        problem(&format!("{TARGET}/deadline"), &json!(2030)),
        "expected a period as a text, `\"2030\"`, found the number 2030"
    );
}

#[test]
fn periods_among_words_or_before_a_time_of_the_day() {
    const OTHER_FORM: &str = "write a year `2026`, a half `2026-S1`, a quarter `2026-Q3`, a month `2026-07`, a day \
                              `2026-07-31` or a range `2025-01-01/P9M`";
    for (written, mend) in [
        ("2030-06-30T00:00:00Z", "write it as `2030-06-30`"),
        ("2030-06-30 23:59", "write it as `2030-06-30`"),
        ("30.06.2030 23:59", "write it as `2030-06-30`"),
        (
            "2030-12-31T00:00",
            "write it as `2030-12-31`, or as `2030` where the whole year is meant",
        ),
        ("by 2030", "write it as `2030`"),
        ("By the end of 2030", "write it as `2030`"),
        ("EOY 2030", "write it as `2030`"),
        ("spring 2030", OTHER_FORM),
        ("by 30", OTHER_FORM),
    ] {
        let place = format!("{TARGET}/deadline");
        assert_eq!(
            problem(&place, &json!(written)),
            format!("`{written}` is not a period: {mend}")
        );
    }
}

#[test]
fn days() {
    for (written, mend) in [
        ("20.1.2026", "write it as `2026-01-20`"),
        ("5/4/2026", "write `2026-04-05` or `2026-05-04`"),
        ("2026年1月20日", "write it as `2026-01-20`"),
        ("January 20, 2026", "write it as `2026-01-20`"),
        ("31.12.2026", "write it as `2026-12-31`"),
        ("2026-01-20T09:30:00Z", "write it as `2026-01-20`"),
        ("by 2026", "write year, month and day in digits, as in `2026-01-26`"),
        ("2026", "write year, month and day in digits, as in `2026-01-26`"),
        ("2026-02-30", "there is no such day in the calendar"),
    ] {
        assert_eq!(
            problem("/published", &json!(written)),
            format!("`{written}` is not a day: {mend}")
        );
    }
}

#[test]
fn weights() {
    for (written, mend) in [
        ("50 %", "write `50`, and the weights of its neighbours in the same way"),
        (
            "12,5％",
            "write `12.5`, and the weights of its neighbours in the same way",
        ),
        ("1,5", "write it as `1.5`"),
        ("1 2", "write digits and at most one point, as in `1781.8`"),
    ] {
        for place in ["/pillars/0/weight", "/pillars/0/indicators/0/targets/0/weight"] {
            let told = problem(place, &json!(written));
            assert_eq!(told, format!("`{written}` is not a decimal number: {mend}"), "{place}");
        }
    }
}

#[test]
fn numbers() {
    for (written, mend) in [
        (
            "50%",
            "write `50` in a unit of per cent, and `0.5` where a fraction is meant",
        ),
        (
            "12,5 %",
            "write `12.5` in a unit of per cent, and `0.125` where a fraction is meant",
        ),
        ("0,42", "write it as `0.42`"),
        ("1,234.5", "write it as `1234.5`"),
        ("1.234,5", "write it as `1234.5`"),
        ("1 234,5", "write it as `1234.5`"),
        ("1'234.5", "write it as `1234.5`"),
        ("1,234,567", "write it as `1234567`"),
        ("1.234.567", "write it as `1234567`"),
        ("1,400", "write `1400`, or `1.400` if decimals stand behind the comma"),
        ("0,400", "write it as `0.400`"),
        ("1e2", "write it as `100`"),
        (".5", "write it as `0.5`"),
        ("5.", "write it as `5`"),
        ("−5", "write it as `-5`"),
        ("-.5", "write it as `-0.5`"),
        ("８８", "write it as `88`"),
        (" 88", "write it as `88`"),
        ("≥ 88", "a bound is said by its key, as in `{\"at_least\": \"88\"}`"),
        ("1 4", "write digits and at most one point, as in `1781.8`"),
        (
            "12–14",
            "a figure between two is `{\"at_least\": \"12\", \"at_most\": \"14\"}`, and a goal between two `within`",
        ),
        (
            "88 ± 2",
            "write `88`, and how far the true value may lie from it as its `uncertainty`",
        ),
        (
            "€88",
            "write the number alone: what it counts is said by the `unit`, and thousands or millions by its `multiplier`",
        ),
        (
            "88 days",
            "write the number alone: what it counts is said by the `unit`, and thousands or millions by its `multiplier`",
        ),
        (
            "~88",
            "write it as `88`, or a figure that is not known exactly as `{\"approximately\": \"88\"}`",
        ),
        (
            "%",
            "write digits, as in `1781.8`; what is not known is left out, and a figure without a value has the status `missing`",
        ),
    ] {
        let place = format!("{TARGET}/goal/at_least");
        assert_eq!(
            problem(&place, &json!(written)),
            format!("`{written}` is not a decimal number: {mend}")
        );
    }
}

#[test]
fn bounds_in_words() {
    for (written, bound) in [
        ("at least 88", r#"{"at_least": "88"}"#),
        ("88以上", r#"{"at_least": "88"}"#),
        ("不超过5.5", r#"{"at_most": "5.5"}"#),
        ("突破 2000", r#"{"more_than": "2000"}"#),
    ] {
        let place = format!("{TARGET}/goal/at_least");
        let mend = format!("a bound is said by its key, as in `{bound}`");
        assert_eq!(
            problem(&place, &json!(written)),
            format!("`{written}` is not a decimal number: {mend}")
        );
    }
}

#[test]
fn units() {
    let unit = |written| problem(&format!("{INDICATOR}/unit"), &written);
    for (written, problem) in [
        (
            json!("%"),
            r#"expected a map, and per cent is `{"code": "1", "multiplier": -2}`, found the text `%`"#,
        ),
        (
            json!("percent"),
            r#"expected a map, and per cent is `{"code": "1", "multiplier": -2}`, found the text `percent`"#,
        ),
        (
            json!("t"),
            r#"expected a map, such as `{"code": "t"}`, found the text `t`"#,
        ),
        (
            json!("億元"),
            "expected a map with a `code`, and words for people as its `label`, found the text `億元`",
        ),
        (
            json!({"code": "t", "multiplier": "Millions"}),
            "expected 6, as a power of ten, found the text `Millions`",
        ),
        (
            json!({"code": "t", "multiplier": "Mio"}),
            "expected a power of ten, such as 8, found the text `Mio`",
        ),
        (
            json!({"code": "%"}),
            "`%` is not a code: it begins with an ASCII letter or digit, goes on with letters, digits, `-`, `_` or `.`, and has at most \
             64 characters; per cent is the unit `{\"code\": \"1\", \"multiplier\": -2}`",
        ),
        (
            json!({"code": "percent"}),
            "`percent` cannot stand here; per cent is the unit `{\"code\": \"1\", \"multiplier\": -2}`",
        ),
        // A share of one, of which 88 are promised.
        (
            json!({"code": "1"}),
            "a share is from 0 to 1 here, got 88; per cent is the unit `{\"code\": \"1\", \"multiplier\": -2}`",
        ),
    ] {
        assert_eq!(unit(written.clone()), problem, "{written}");
    }
}

#[test]
fn words_that_mean_others() {
    let nearest = |word: &str, meant: &str| format!("`{word}` cannot stand here; the nearest is `{meant}`");
    for (field, written, meant) in [
        ("measure", "percent", "share"),
        ("measure", "Percentage", "share"),
        ("measure", "%", "share"),
        ("measure", "amount", "flow"),
        ("measure", "intensity", "ratio"),
        ("measure", "cumulative", "flow"),
        ("measure", "boolean", "stock"),
        ("collected", "mean", "average"),
    ] {
        let place = format!("{INDICATOR}/{field}");
        assert_eq!(problem(&place, &json!(written)), nearest(written, meant));
    }
    for (field, written, meant) in [
        ("reported", "monthly", "month"),
        ("reported", "half yearly", "half"),
        ("reported", "Half-Yearly", "half"),
        ("nature", "mandatory", "binding"),
        ("nature", "约束性", "binding"),
        ("nature", "預期性", "anticipatory"),
    ] {
        let place = format!("{TARGET}/{field}");
        assert_eq!(problem(&place, &json!(written)), nearest(written, meant));
    }
    for (field, meant) in [
        ("due", "deadline"),
        ("owner", "responsible"),
        ("shape", "path"),
        ("source", "citation"),
    ] {
        assert_eq!(
            problem(&format!("{TARGET}/{field}"), &json!("x")),
            format!("there is no field `{field}` here; the nearest is `{meant}`")
        );
    }
    // What stands there already is hardly meant by another word for it.
    let series = |observation: Value| json!({"indicator": "air", "unit": {"code": "1"}, "observations": [observation]});
    let said = |document: Value| {
        let document: ObservationsDocument = serde_json::from_value(document).unwrap();
        document.check().problems.to_string()
    };
    let dated = json!({"period": "2025", "value": "85", "date": "2026-01-20"});
    assert_eq!(
        said(json!({"format": 1, "series": [series(dated)]})),
        "error[unknown_field]: series[0].observations[0].date: there is no field `date` here; the nearest is `published`"
    );
    let values = json!({"indicator": "air", "unit": {"code": "1"}, "values": []});
    assert_eq!(
        said(json!({"format": 1, "series": [values]})),
        "error[unknown_field]: series[0].values: there is no field `values` here; the nearest is `observations`"
    );
    let by_year = json!({"indicator": "air", "unit": {"code": "1"}, "observations": {"2024": "85", "2025": "86"}});
    assert_eq!(
        said(json!({"format": 1, "series": [by_year]})),
        "error[wrong_type]: series[0].observations: expected a list, such as `[{\"period\": \"2024\", …}, …]`, found a map"
    );
}

/// What is said of a figure, in the words of tables and dashboards.
#[test]
fn fields_of_figures_that_mean_others() {
    let said = |at_series: bool, field: &str| {
        let mut figure = json!({"period": "2025", "value": "85"});
        let mut series = json!({"indicator": "air", "unit": {"code": "1"}});
        let map = if at_series { &mut series } else { &mut figure };
        map[field] = json!("x");
        series["observations"] = json!([figure]);
        let document: ObservationsDocument = serde_json::from_value(json!({"format": 1, "series": [series]})).unwrap();
        document.check().problems.iter().next().unwrap().kind().to_string()
    };
    for (at_series, field, how) in [
        (false, "flag", "the nearest is `status`"),
        (false, "ci", "the nearest is `uncertainty`"),
        (false, "ytd", "the nearest is `cumulative_since`"),
        (false, "cumulative", "the nearest is `cumulative_since`"),
        (
            false,
            "region",
            "of which part a figure is, is said by `breakdown` of its series",
        ),
        (
            true,
            "sex",
            "of which part the figures are is said by `breakdown`, the code of one in the plan",
        ),
    ] {
        assert_eq!(
            said(at_series, field),
            format!("there is no field `{field}` here; {how}")
        );
    }
    // The letters of SDMX and of Eurostat, and words with blanks or hyphens in them.
    let status = |word: &str| {
        let figure = json!({"period": "2025", "value": "85", "status": word});
        let series = json!({"indicator": "air", "unit": {"code": "1"}, "observations": [figure]});
        let document: ObservationsDocument = serde_json::from_value(json!({"format": 1, "series": [series]})).unwrap();
        document.check().problems.iter().next().unwrap().kind().to_string()
    };
    for (written, meant) in [
        ("p", "provisional"),
        ("E", "estimated"),
        ("f", "forecast"),
        ("b", "break"),
        ("u", "low_reliability"),
        ("d", "definition_differs"),
        ("n/a", "missing"),
        ("low reliability", "low_reliability"),
        ("not-significant", "not_significant"),
    ] {
        assert_eq!(
            status(written),
            format!("`{written}` cannot stand here; the nearest is `{meant}`")
        );
    }
    // What is meant by a word is not said to be missing beside it.
    let observations = json!({"format": 1, "series": [{"indicator": "air", "unit": {"code": "1"}, "observations": [
        {"year": "2025", "value": "85"}
    ]}]});
    let document: ObservationsDocument = serde_json::from_value(observations).unwrap();
    assert_eq!(
        document.check().problems.to_string(),
        "error[unknown_field]: series[0].observations[0].year: there is no field `year` here; the nearest is `period`"
    );
}

#[test]
fn what_stands_elsewhere() {
    let in_indicator = "`pillars[].indicators[]`";
    let of_figures = "figures stand in the observations, a document of their own, in `series[].observations[]`";
    for (place, field, said) in [
        ("", "targets", format!("it stands in {in_indicator}")),
        ("", "deliverables", "it stands in `pillars[]`".into()),
        (
            "",
            "reports",
            "it stands in the observations, a document of their own, in `deliveries[]`".into(),
        ),
        (
            "",
            "series",
            "it stands in the observations, a document of their own".into(),
        ),
        ("/pillars/0", "region", "it stands at the top of the document".into()),
        (
            INDICATOR,
            "goal",
            "it stands in `pillars[].indicators[].targets[]`".into(),
        ),
        (
            INDICATOR,
            "deadline",
            "it stands in `pillars[].deliverables[]` or in `pillars[].indicators[].targets[]`".into(),
        ),
        (INDICATOR, "figures", of_figures.into()),
        (TARGET, "unit", format!("it stands in {in_indicator}")),
        (TARGET, "current", of_figures.into()),
        (
            TARGET,
            "status",
            "it is never written, and follows from the figures".into(),
        ),
        (
            TARGET,
            "indicator",
            "a target stands among the `targets` of its indicator".into(),
        ),
    ] {
        let said = format!("there is no field `{field}` here; {said}");
        assert_eq!(problem(&format!("{place}/{field}"), &json!("x")), said, "{place}");
    }
    // Of what many places have, none is meant more than the others.
    let listed = problem(&format!("{INDICATOR}/weight"), &json!("2"));
    assert!(listed.contains("; what can stand here is `code`, "), "{listed}");
}

#[test]
fn what_is_said_otherwise() {
    let goal = format!("{TARGET}/goal");
    let by_a_bound = "what is promised is said by `at_least`, `more_than`, `at_most`, `less_than` or `within`";
    for (field, known) in [
        ("value", by_a_bound),
        ("equals", by_a_bound),
        ("target", by_a_bound),
        ("below", "the nearest is `less_than`"),
        ("above", "the nearest is `more_than`"),
        (
            "direction",
            "more or less is said by the bound, as `at_least` or `at_most`",
        ),
    ] {
        assert_eq!(
            problem(&goal, &json!({"kind": "level", field: "88"})),
            format!("there is no field `{field}` here; {known}")
        );
    }
    assert_eq!(
        problem(&goal, &json!({"kind": "level", "at_most": "88", "change": "-0.05"})),
        "there is no field `change` here; it is the `kind` of a goal, and a bound says how much; what is kept is in the unit"
    );
    assert_eq!(
        problem(&format!("{TARGET}/direction"), &json!("up")),
        "there is no field `direction` here; more or less is said by the goal, as `at_least` or `at_most`"
    );
    assert_eq!(
        problem(&goal, &json!(88)),
        "expected a map, such as `{\"kind\": \"level\", \"at_least\": \"88\"}`, found the number 88"
    );
    assert_eq!(
        problem(&format!("{TARGET}/of"), &json!("women")),
        "`women` cannot stand here; what can stand here is `total`, or a map, `{\"breakdown\": \"women\"}` if that is a part, \
         `{\"each\": \"women\"}` if it is a dimension"
    );
}

#[test]
fn paths_and_starts() {
    let points = json!([{"period": "2028", "value": "80"}]);
    let all_of_it = "`linear` cannot stand here; it is all of the path: `\"path\": \"linear\"`";
    let in_a_table = "what can stand here is `schedule`, `between`";
    for (field, written, said) in [
        (
            "path",
            json!({"kind": "logistic", "ceiling": "100"}),
            "there is no field `kind` here; the nearest is `shape`",
        ),
        ("path", json!({"kind": "linear"}), all_of_it),
        ("path", json!({"shape": "linear"}), all_of_it),
        (
            "path",
            json!({"points": points, "between": "stepped"}),
            "there is no field `points` here; the nearest is `schedule`",
        ),
        (
            "path",
            json!({"shape": "schedule", "schedule": points, "between": "stepped"}),
            &format!("there is no field `shape` here; {in_a_table}"),
        ),
        (
            "path",
            json!({"kind": "linear", "schedule": points, "between": "stepped"}),
            "there is no field `kind` here; a path with a `schedule` needs no other word",
        ),
        (
            "milestones",
            json!([{"period": "2028", "at_least": "80"}]),
            "there is no field `at_least` here; what is due is said by `value`, or in the terms of the goal",
        ),
        (
            "milestones",
            json!({"2028": "80"}),
            "expected a list, such as `[{\"period\": \"2028\", …}, …]`, found a map",
        ),
        (
            "milestones",
            json!({"period": "2028", "value": "80"}),
            "expected a list, such as `[{\"period\": \"2028\", …}]`, found a map",
        ),
        (
            "baseline",
            json!("80.5"),
            "expected a period, and with its value a map, `{\"period\": …, \"value\": \"80.5\"}`, found the text `80.5`",
        ),
        (
            "baseline",
            json!(80),
            "expected a period, and with its value a map, `{\"period\": …, \"value\": \"80\"}`, found the number 80",
        ),
        (
            "baseline",
            json!(2025),
            "expected a period as a text, `\"2025\"`, found the number 2025",
        ),
    ] {
        let place = format!("{TARGET}/{field}");
        assert_eq!(problem(&place, &written), said, "{written}");
    }
}

#[test]
fn what_is_no_field_or_not_its_form() {
    for (field, written, said) in [
        (
            "baseline",
            json!(["2024", "2025"]),
            "expected a period, and of a mean of several a map, `{\"period\": \"2016-01-01/P3Y\", \"mean\": true}`, found a list of 2",
        ),
        (
            "goal",
            json!({"kind": "change", "at_most": "-0.3", "reference": "trend"}),
            "expected a map in which can stand `period`, `value`, `name`, found the text `trend`",
        ),
        (
            "goal",
            json!({"kind": "unstated", "lacks": "number", "at_least": "5"}),
            "there is no field `at_least` here; it stands in a goal of the kind `level`, `change`, `addition`, `cumulative`, \
             `average_growth`, `keep`",
        ),
        ("deadline", json!(null), "the field `deadline` is missing"),
        (
            "goal",
            json!({"kind": "level", "at_least": "5", "by": "2030"}),
            "there is no field `by` here; from when to when it counts is said by `baseline` and `deadline` of the target",
        ),
    ] {
        let place = format!("{TARGET}/{field}");
        assert_eq!(problem(&place, &written), said, "{written}");
    }
}

/// The notes that a goal is met already by the figures of these observations, in millions of tonnes where the plan counts
/// thousands. `indicator` and `target` say what is special of them.
fn notes_of_a_goal_that_is_met(indicator: &Value, target: &Value, figures: &Value) -> Vec<String> {
    let over = |mut below: Value, above: &Value| {
        below
            .as_object_mut()
            .unwrap()
            .extend(above.as_object().cloned().unwrap());
        below
    };
    let target = over(json!({"code": "t", "deadline": "2030"}), target);
    let unit = json!({"code": "t", "multiplier": 3});
    let indicator = over(
        json!({"code": "i", "name": "I", "measure": "stock", "unit": unit, "targets": [target]}),
        indicator,
    );
    let plan = json!({"format": 1, "code": "p", "name": "P", "period": "2020-01-01/P11Y",
        "pillars": [{"code": "x", "name": "X", "indicators": [indicator]}]});
    let series = json!([{"indicator": "i", "unit": {"code": "t", "multiplier": 6}, "observations": figures}]);
    let plan = serde_json::from_value::<PlanDocument>(plan).unwrap().check();
    let observations = serde_json::from_value::<ObservationsDocument>(json!({"format": 1, "series": series}));
    let found = plan
        .value
        .unwrap()
        .check_observations(&observations.unwrap().check().value.unwrap());
    let notes = found.iter().filter(|problem| problem.code() == "already_met");
    notes.map(ToString::to_string).collect()
}

/// A bound that was turned round reads as a limit: where the series has the baseline's value, its check says so.
#[test]
fn a_goal_that_the_read_baseline_meets() {
    let figures = json!([
            {"period": "2020", "value": "0.1", "published": "2021-02-01"},
            {"period": "2020", "value": "0.3", "published": "2022-02-01"},
            {"period": "2021", "value": "0.2", "published": "2022-02-01"},
    ]);
    let none = json!({});
    let at_most_200 = json!({"kind": "level", "at_most": "200"});
    let read = |goal: &Value| json!({"goal": goal, "baseline": "2020"});
    assert_eq!(
        notes_of_a_goal_that_is_met(&none, &read(&at_most_200), &figures),
        [
            "note[already_met]: series[i].observations[2020]: the baseline 100 meets the goal ≤ 200 already, so that it is read as a limit \
            to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit"
        ]
    );
    // What was first published tells, and the bound itself is met.
    for (bound, value, is_noted) in [
        ("at_most", "100", true),
        ("at_most", "99", false),
        ("less_than", "100", false),
        ("at_least", "100", true),
        ("at_least", "250", false),
        ("more_than", "99", true),
    ] {
        let goal = json!({"kind": "level", bound: value});
        let found = notes_of_a_goal_that_is_met(&none, &read(&goal), &figures);
        assert_eq!(found.len(), usize::from(is_noted), "{bound} {value}");
    }
    // The plan says it of a stated baseline, or the author has said which of the two is meant; or nothing is known.
    for target in [
        json!({"goal": at_most_200, "baseline": {"period": "2020", "value": "100"}}),
        json!({"goal": at_most_200, "baseline": "2020", "limit": true}),
        json!({"goal": at_most_200, "baseline": "2019"}),
        json!({"goal": {"kind": "change", "at_most": "-0.1"}, "baseline": "2020"}),
        json!({"goal": {"kind": "keep", "at_most": "200"}, "baseline": "2020"}),
    ] {
        assert_eq!(notes_of_a_goal_that_is_met(&none, &target, &figures), [""; 0]);
    }
    let districts = json!({"breakdowns": [{"code": "north", "name": "North", "dimensions": ["district"]}]});
    let each = json!({"goal": at_most_200, "baseline": "2020", "of": {"each": "district"}});
    assert_eq!(notes_of_a_goal_that_is_met(&districts, &each, &figures), [""; 0]);
}
