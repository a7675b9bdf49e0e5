//! What authors write who have seen no page of the documents, and what the message says that would be right.

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
