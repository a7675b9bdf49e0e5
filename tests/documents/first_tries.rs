//! What authors write who have seen no page of the documents, and what the message says that would be right.

use milepost::{Observations, Plan};
use serde_json::{Value, json};

use super::mends::{INDICATOR, TARGET, problem};

/// The lines of the problems of the plan with this target.
fn lines_of_target(target: &Value) -> Vec<String> {
    let targets = problem(&format!("{INDICATOR}/targets"), &json!([target]));
    let mut lines: Vec<_> = targets.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
fn what_stands_loose_in_a_target_belongs_in_a_map() {
    let baseline = r#"write `"baseline": {"period": "2020", "value": "35.5"}`"#;
    for [year, value] in [
        ["baseline_year", "baseline_value"],
        ["base_year", "base_value"],
        ["baselineYear", "baselineValue"],
        ["Base year", "Start-Value"],
    ] {
        assert_eq!(
            lines_of_target(&json!({
                "code": "a", "goal": {"kind": "level", "at_least": "88"}, "deadline": "2030", year: 2020, value: "35.5"
            })),
            {
                let mut both = [year, value];
                both.sort_unstable();
                both.map(|field| format!("there is no field `{field}` here; {baseline}"))
            }
        );
    }
    for (field, written, said) in [
        ("base_year", json!(2020), r#"write `"baseline": "2020"`"#),
        (
            "baseline_value",
            json!("35"),
            r#"write `"baseline": {"period": …, "value": "35"}`"#,
        ),
        (
            "target_value",
            json!(95),
            r#"write `"goal": {"kind": "level", "at_least": "95"}`, or `at_most` where less is promised"#,
        ),
        ("target_year", json!(2030), r#"write `"deadline": "2030"`"#),
        (
            "interim_target",
            json!(["x"]),
            r#"write `"milestones": [{"period": …, "value": …}]`"#,
        ),
    ] {
        let place = format!("{TARGET}/{field}");
        assert_eq!(
            problem(&place, &written),
            format!("there is no field `{field}` here; {said}"),
            "{field}"
        );
    }
    // What is missing beside a loose piece of it is not said twice.
    assert_eq!(
        lines_of_target(&json!({"code": "a", "target_value": "95", "target_year": "2030"})),
        [
            "there is no field `target_value` here; write `\"goal\": {\"kind\": \"level\", \"at_least\": \"95\"}`, or `at_most` where less \
             is promised",
            "there is no field `target_year` here; write `\"deadline\": \"2030\"`"
        ]
    );
}

#[test]
fn fields_that_begin_with_their_noun() {
    for (place, field, meant) in [
        (INDICATOR, "indicator_name", "name"),
        (INDICATOR, "indicator_number", "code"),
        (INDICATOR, "indicatorId", "code"),
        (TARGET, "target_description", "note"),
    ] {
        assert_eq!(
            problem(&format!("{place}/{field}"), &json!("x")),
            format!("there is no field `{field}` here; the nearest is `{meant}`")
        );
    }
}

#[test]
fn a_promise_that_was_withdrawn() {
    let said = "a promise that was withdrawn keeps what it was, and has one of the `amendments`, `{\"in_force\": …, \"goal\": {\"kind\": \
                \"unstated\", \"lacks\": \"number\"}, \"why\": …}`";
    for (field, written) in [
        ("withdrawn", json!("2027-03-01")),
        ("abandoned", json!(true)),
        ("status", json!("withdrawn")),
        ("Status", json!("Abandoned")),
    ] {
        assert_eq!(
            problem(&format!("{TARGET}/{field}"), &written),
            format!("there is no field `{field}` here; {said}")
        );
    }
    let as_said = json!([{
        "in_force": "2027-03-01", "why": "Withdrawn by the council.", "goal": {"kind": "unstated", "lacks": "number"}
    }]);
    assert_eq!(problem(&format!("{TARGET}/amendments"), &as_said), "");
    // No other state of a target is written.
    assert_eq!(
        problem(&format!("{TARGET}/status"), &json!("on track")),
        "there is no field `status` here; it is never written, and follows from the figures"
    );
}

#[test]
fn a_cut_is_signed() {
    for word in ["reduction", "decrease", "Cut"] {
        assert_eq!(
            problem(&format!("{TARGET}/goal"), &json!({"kind": word, "at_least": "0.42"})),
            format!(
                "`{word}` cannot stand here; the nearest is `change`, and a cut of 42 % is `\"kind\": \"change\", \"at_most\": \"-0.42\"`"
            )
        );
    }
    assert_eq!(
        problem(
            &format!("{TARGET}/goal"),
            &json!({"kind": "increase", "at_least": "0.42"})
        ),
        "`increase` cannot stand here; the nearest is `change`"
    );
}

#[test]
fn paths_as_they_are_called_and_tables_of_years() {
    let path = |written: Value| problem(&format!("{TARGET}/path"), &written);
    assert_eq!(
        path(json!("straight line")),
        "`straight line` cannot stand here; the nearest is `linear`"
    );
    assert_eq!(
        path(json!("S-curve")),
        "`S-curve` cannot stand here; it is written with its ceiling: `{\"shape\": \"logistic\", \"ceiling\": …}`"
    );
    assert_eq!(
        path(json!({"2028": "80", "2030": "88"})),
        "expected a schedule, `{\"schedule\": [{\"period\": \"2028\", \"value\": …}, …], \"between\": …}`, found a map"
    );
    for band in ["80-90", "80 – 90", "80 to 90", "80至90"] {
        assert_eq!(
            problem(&format!("{TARGET}/goal"), &json!({"kind": "level", "within": band})),
            format!("expected a list, such as `[\"80\", \"90\"]`, found the text `{band}`")
        );
    }
}

#[test]
fn what_is_of_a_part() {
    assert_eq!(
        problem(&format!("{TARGET}/breakdown"), &json!("women")),
        "there is no field `breakdown` here; what of its indicator a target is about is said by `of`: one part is `\"of\": \
         {\"breakdown\": \"women\"}`, and each of them `\"of\": {\"each\": \"sex\"}`"
    );
}

/// What the check says of these figures (period and value) of a flow in this power of ten, of which this is promised in
/// kt from this baseline.
fn far(goal: &Value, baseline: &Value, multiplier: i8, figures: &[(&str, &str)]) -> Vec<String> {
    let unit = json!({"code": "t", "multiplier": 3});
    let mut target = json!({"code": "t", "goal": goal, "deadline": "2030"});
    if let (false, Some(target)) = (baseline.is_null(), target.as_object_mut()) {
        target.insert("baseline".to_owned(), baseline.clone());
    }
    let plan = json!({"format": 1, "code": "p", "name": "P", "period": "2021-01-01/P10Y", "pillars": [
        {"code": "a", "name": "A", "indicators": [{"code": "co2", "name": "Emissions", "measure": "flow", "unit": unit,
            "targets": [target]}]}
    ]});
    let figures = figures
        .iter()
        .map(|(period, value)| json!({"period": period, "value": value}));
    let observations = json!({"format": 1, "series": [
        {"indicator": "co2", "unit": {"code": "t", "multiplier": multiplier}, "observations": figures.collect::<Vec<_>>()}
    ]});
    let plan: Plan = serde_json::from_value(plan).unwrap();
    let observations: Observations = serde_json::from_value(observations).unwrap();
    super::lines(&plan.check_observations(&observations))
}

#[test]
fn a_whole_series_in_another_power_of_ten() {
    let said = |goal: &str, nearest: &str| {
        vec![format!(
            "warning series[co2].observations: every figure here is a thousand times or more from the goal {goal} of the \
             target `t`, the nearest {nearest} in the unit of the indicator: is one of them in another unit?"
        )]
    };
    let (read, cut) = (json!("2020"), json!({"kind": "level", "at_most": "50"}));
    // Tonnes that are said to be kilotonnes, and the other way round.
    let tonnes = [("2020", "100000"), ("2021", "90000"), ("2022", "80000")];
    assert_eq!(far(&cut, &read, 3, &tonnes), said("≤ 50", "80000 (2022)"));
    assert_eq!(far(&cut, &Value::Null, 3, &tonnes), said("≤ 50", "80000 (2022)"));
    assert_eq!(far(&cut, &read, 0, &tonnes), [""; 0]);
    let rise = json!({"kind": "level", "at_least": "200"});
    let kilotonnes = [("2020", "150"), ("2021", "199"), ("2022", "180")];
    assert_eq!(far(&rise, &read, 0, &kilotonnes), said("≥ 200", "0.199 (2021)"));
    let kept = json!({"kind": "keep", "at_most": "50"});
    assert_eq!(far(&kept, &read, 3, &tonnes), said("≤ 50", "80000 (2022)"));
    // One unit of the last digit to either side.
    assert_eq!(far(&cut, &read, 3, &[("2020", "100000"), ("2022", "49999")]), [""; 0]);
    assert_eq!(
        far(&cut, &read, 3, &[("2020", "100000"), ("2022", "50000")]),
        said("≤ 50", "50000 (2022)")
    );
    assert_eq!(far(&rise, &read, 3, &[("2020", "0.1"), ("2022", "0.201")]), [""; 0]);
    assert_eq!(
        far(&rise, &read, 3, &[("2020", "0.1"), ("2022", "0.2")]),
        said("≥ 200", "0.2 (2022)")
    );
    // What multiplies by hundreds, or falls to nothing, is meant.
    assert_eq!(far(&rise, &read, 3, &[("2020", "0.3"), ("2022", "0.9")]), [""; 0]);
    let none = json!({"kind": "level", "at_most": "0"});
    assert_eq!(far(&none, &read, 3, &tonnes), [""; 0]);
    assert_eq!(
        far(&cut, &read, 3, &[("2020", "0"), ("2022", "0")]).len(),
        1,
        "met already"
    );
    // A band is far where both of its edges are.
    let band = json!({"kind": "level", "within": ["50", "90"]});
    assert_eq!(far(&band, &read, 3, &tonnes), [""; 0]);
    assert_eq!(
        far(&band, &read, 3, &[("2020", "90000")]),
        said("50 – 90", "90000 (2020)")
    );
    // Of a stated baseline it is said of the first figure.
    let stated = json!({"period": "2020", "value": "100"});
    let warnings = far(&cut, &stated, 3, &[("2021", "90000"), ("2022", "80000")]);
    assert!(
        warnings.len() == 1 && warnings[0].contains("fifty times or more from 100 (2020)"),
        "{warnings:?}"
    );
}

#[test]
fn words_of_other_tools() {
    for (place, written, meant) in [
        (format!("{INDICATOR}/measure"), "per_capita", "ratio"),
        (format!("{TARGET}/goal/kind"), "cap", "level"),
    ] {
        let said = format!("`{written}` cannot stand here; the nearest is `{meant}`");
        assert_eq!(problem(&place, &json!(written)), said);
    }
    assert_eq!(
        problem(&format!("{TARGET}/department"), &json!("x")),
        "there is no field `department` here; the nearest is `responsible`"
    );
    let a_year = |rate: &str| {
        let target = json!({"code": "a", "goal": {"kind": "average_growth", "at_most": rate}, "baseline": "2020", "deadline": "2030"});
        lines_of_target(&target).concat()
    };
    assert_eq!(
        a_year("-4.2"),
        "a rate of growth is a fraction above -1 per year, got -4.2: -4.2 % a year is -0.042"
    );
    assert_eq!(a_year("-1"), "a rate of growth is a fraction above -1 per year, got -1");
    assert_eq!(
        a_year("-100"),
        "a rate of growth is a fraction above -1 per year, got -100"
    );
}
