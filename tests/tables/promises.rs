//! Tables of promises, in the columns of real ones.

use milepost::table::{ColumnMap, ColumnMapDocument, Loaded, PlanWithFigures};
use milepost::{Plan, PlanDocument};
use serde_json::Value;

use crate::placed;

fn read(map: &str, table: &str) -> Loaded<PlanWithFigures> {
    let map: ColumnMap = serde_json::from_str(map).unwrap();
    map.read_plan(table.as_bytes())
}

fn lines<T>(loaded: &Loaded<T>) -> Vec<String> {
    loaded.problems.iter().map(placed).collect()
}

/// How a row of which nothing is made is spoken of, behind what stands in it.
const ASKED: &str = "is asked for by no `only` of an indicator, target or deliverable; the `only` of the whole map passes over rows that \
    do not count";

/// The promises of a plan in short: pillar, code, goal and deadline of each.
fn promises(plan: &Plan) -> Vec<String> {
    let json = serde_json::to_value(plan).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut lines = Vec::new();
    for pillar in list(&json["pillars"]) {
        for indicator in list(&pillar["indicators"]) {
            for target in list(&indicator["targets"]) {
                let goal = target["goal"].as_object().unwrap();
                let bound = goal
                    .iter()
                    .find(|(key, _)| key.contains("at_") || key.contains("than") || *key == "within");
                let (key, value) = bound.unwrap();
                let kind = text(&target["goal"]["kind"]);
                let start = match &target["baseline"] {
                    Value::Object(baseline) => format!("{} ({})", text(&baseline["value"]), text(&baseline["period"])),
                    baseline => text(baseline),
                };
                let (pillar, code, deadline) =
                    (text(&pillar["code"]), text(&target["code"]), text(&target["deadline"]));
                lines.push(format!(
                    "{pillar}/{code}: {kind} {start} → {key} {} ({deadline})",
                    text(value)
                ));
            }
        }
        for deliverable in list(&pillar["deliverables"]) {
            let [code, deadline] = ["code", "deadline"].map(|key| text(&deliverable[key]));
            lines.push(format!("{}/{code}: done ({deadline})", text(&pillar["code"])));
        }
    }
    lines
}

/// What is read of a table, and that a document of it is the same plan.
fn read_back(loaded: &Loaded<PlanWithFigures>) -> Vec<String> {
    let plan = loaded.value.plan.as_ref().unwrap();
    let written = serde_json::to_string(plan).unwrap();
    let document: PlanDocument = serde_json::from_str(&written).unwrap();
    assert_eq!(document.check().into_result().as_ref(), Ok(plan));
    promises(plan)
}

#[test]
fn milestones_and_targets_of_a_recovery_plan() {
    let loaded = read(
        include_str!("promises/recovery_plan.json"),
        include_str!("promises/recovery_plan.csv"),
    );
    assert_eq!(
        lines(&loaded),
        [
            "line 4, Goal: `212,5` is not a decimal number: it is not said whether its comma stands before decimals or thousands; say `decimal` or `thousands` in the map: `,`",
            "line 7, Year: `2025 Q5` is not a period: a quarter is Q1, Q2, Q3 or Q4, as in `2025-Q4`",
            "line 8, Unit of measure: `points` cannot stand here; what can stand here is `stock`, `flow`, `share`, `ratio`, \
             `index`, `growth_rate`, `rank`, or state what it means in the `means` of its column",
            "line 9, Goal: the field `goal` is missing",
        ]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "C1-Digital-administration/2-2024-Q4: level 0 (2020-01) → at_least 1200000 (2024-Q4)",
            "C1-Digital-administration/1: done (2021-Q3)",
            "C2-Green-transition/4-2024-Q2: level 0 (2020-01) → at_least 98.5 (2024-Q2)",
            "C2-Green-transition/5-2025-Q4: level 19.7 (2020-01) → at_least 27 (2025-Q4)",
        ]
    );
    let reports: Vec<_> = loaded
        .value
        .observations
        .deliveries("1")
        .iter()
        .map(|report| format!("{} on {}", report.state(), report.on()))
        .collect();
    assert_eq!(reports, ["completed on 2021-12-22"]);
}

#[test]
fn cuts_that_companies_promise() {
    let loaded = read(include_str!("promises/sbti.json"), include_str!("promises/sbti.csv"));
    assert_eq!(
        lines(&loaded),
        [
            format!("line 5, type: nothing is made of this row: `Renewable electricity` {ASKED}"),
            "line 6, base_year: a goal of the kind `change` needs a baseline: say from which period it counts".into(),
        ]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "40000001/1001-2030: change 2019 → at_most -0.42 (2030)",
            "40000001/1002-2030: change 2019 → at_most -0.25 (2030)",
        ]
    );
}

#[test]
fn two_promises_in_a_row() {
    let loaded = read(
        include_str!("promises/net_zero.json"),
        include_str!("promises/net_zero.csv"),
    );
    assert_eq!(
        lines(&loaded),
        ["line 4, Interim_target_percentage_reduction: the field `goal` is missing"]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "net-zero/CTY-0001-2050: change 1990 → at_most -0.90 (2050)",
            "net-zero/CTY-0001-2030: change 1990 → at_most -0.55 (2030)",
            "net-zero/CIT-0001-2045: change 2010 → at_most -0.80 (2045)",
        ]
    );
}

#[test]
fn key_results_with_their_current_values() {
    let loaded = read(include_str!("promises/okr.json"), include_str!("promises/okr.csv"));
    assert_eq!(
        lines(&loaded),
        [
            "line 6: line 5 promises the same; it counts once",
            "line 7, Target: it is not said whether this much or more is promised, or this much or less; say `bound` in the goal, or print a sign before the number, as in `≥ 95`",
            "line 8, Due Date: `31.03.2026` is not a period: there is no such day in the calendar",
        ]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "Delight-our-customers/Active-accounts-2026-03-31: level 8000 (2025-12-31) → at_least 12000 (2026-03-31)",
            "Delight-our-customers/Churn-2026-03-31: level 4.2 (2025-12-31) → at_most 3 (2026-03-31)",
            "Ship-faster/Lead-time-2026-03-31: level 21 (2025-12-31) → at_most 7 (2026-03-31)",
        ]
    );
    let figures: Vec<_> = loaded
        .value
        .observations
        .iter()
        .map(|series| (series.indicator().as_str(), series.observations().len()))
        .collect();
    assert_eq!(figures, [("Active-accounts", 1), ("Churn", 1), ("Lead-time", 1)]);
}

/// Each row promises a level of its own measure, in the columns of a city's dashboard.
const MEASURES: &str = r#"{"format": 1, "kind": "targets", "plan": {"code": "city", "name": "City", "period": "2020-01-01/P15Y"},
    "indicators": [{"name": {"column": "Measure"}, "measure": "ratio", "unit": {"code": "u"}, "targets": [{
        "goal": {"kind": "level", "bound": "at_least", "value": {"column": "Target"}}, "deadline": {"column": "By"}}]}]}"#;

#[test]
fn names_of_any_length_and_script_make_codes_that_keep_their_deadlines() {
    let name = "Percentage of pavement area with a condition index of fair or better";
    let table =
        format!("Measure,Target,By\n{name},1,2025\n{name},2,2030\n{name} (arterials),3,2030\n北京地铁,4,2030-Q1\n");
    let loaded = read(MEASURES, &table);
    assert_eq!(
        lines(&loaded),
        [
            "line 5, By: an average or a sum takes time: the figure of 2029-04-01/P1Y decides, a year that ends with 2030-Q1; if that of \
             2030-Q1 alone is meant, `reported` is `P3M`"
        ]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "city/Percentage-of-pavement-area-with-a-condition-index-rzwgkt75-2025: level  → at_least 1 (2025)",
            "city/Percentage-of-pavement-area-with-a-condition-index-rzwgkt75-2030: level  → at_least 2 (2030)",
            "city/Percentage-of-pavement-area-with-a-condition-index-f44c2ezf-2030: level  → at_least 3 (2030)",
            "city/h4hn4w97-2030-Q1: level  → at_least 4 (2030-Q1)",
        ]
    );
}

#[test]
fn several_promises_of_one_deadline_are_told_apart_in_any_order() {
    let rows = ["Air,1,2030", "Air,2,2030", "Air,3,2031"];
    let codes = |rows: &[&str]| {
        let loaded = read(MEASURES, &format!("Measure,Target,By\n{}\n", rows.join("\n")));
        let mut codes = read_back(&loaded);
        codes.sort_unstable();
        (lines(&loaded), codes)
    };
    let (said, known) = codes(&rows);
    assert_eq!(
        said,
        [
            "line 3: this promise would have the code `Air-2030` of the one in line 2, so that a number of what each promises stands behind both; `code` in the map can call them otherwise"
        ]
    );
    assert_eq!(
        known,
        [
            "city/Air-2030-egydd4ye: level  → at_least 1 (2030)",
            "city/Air-2030-wt60ndkg: level  → at_least 2 (2030)",
            "city/Air-2031: level  → at_least 3 (2031)",
        ]
    );
    let (said, again) = codes(&[rows[1], rows[2], rows[0], rows[1]]);
    assert_eq!(said[1], "line 5: line 2 promises the same; it counts once");
    assert_eq!((said.len(), again), (2, known));
}

#[test]
fn whether_more_or_less_is_promised_can_follow_from_the_baseline() {
    const WAY_OUT: &str = "`from_baseline` needs a `level` above or below the value of the row's baseline, and here is none; say another `bound` for such rows";
    let map = MEASURES.replace("at_least", "from_baseline").replace(
        "\"deadline\"",
        r#""baseline": {"period": "2020", "value": {"column": "Base"}}, "deadline""#,
    );
    let table = "Measure,Base,Target,By\nJobs,5,6,2030\nChurn,5.2,3,2030\nLoss,-1,-2,2030\nSame,5,5.0,2030\nBare,,5,2030\nSigned,5,≥ 3,2030\n";
    let loaded = read(&map, table);
    assert_eq!(
        lines(&loaded),
        [
            format!("line 5, Target: {WAY_OUT}; so too in line 6, Target"),
            "line 7, Target: the baseline 5 meets the goal ≥ 3 already, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit"
                .into(),
        ]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "city/Jobs-2030: level 5 (2020) → at_least 6 (2030)",
            "city/Churn-2030: level 5.2 (2020) → at_most 3 (2030)",
            "city/Loss-2030: level -1 (2020) → at_most -2 (2030)",
            "city/Signed-2030: level 5 (2020) → at_least 3 (2030)",
        ]
    );
    let of_a_kind = MEASURES.replace("\"level\"", "{\"column\": \"Kind\"}");
    let blank = read(&of_a_kind, "Measure,Kind,Target,By\nJobs,level,,2030\n");
    assert_eq!(
        lines(&blank),
        [
            "line 2, Target: one of the fields `at_least`, `more_than`, `at_most`, `less_than` and `within` must be here, and none is"
        ]
    );
    let cut = map.replace("\"level\"", "\"change\"");
    let loaded = read(&cut, "Measure,Base,Target,By\nJobs,5,-0.4,2030\n");
    assert_eq!(lines(&loaded), [format!("line 2, Target: {WAY_OUT}")]);
}

/// One column of a Chinese plan has numbers with a sign and without.
#[test]
fn the_bound_of_the_map_is_that_of_cells_without_a_sign() {
    let loaded = read(
        MEASURES,
        "Measure,Target,By\nPlain,12,2030\nMore,>7,2030\nLess,<5.5,2030\nAbove,87.5以上,2030\nNo more,不超过5,2030\nBetween,40–60,2030\nAbout,6左右,2030\n",
    );
    assert_eq!(lines(&loaded), [""; 0]);
    assert_eq!(
        read_back(&loaded),
        [
            "city/Plain-2030: level  → at_least 12 (2030)",
            "city/More-2030: level  → more_than 7 (2030)",
            "city/Less-2030: level  → less_than 5.5 (2030)",
            "city/Above-2030: level  → at_least 87.5 (2030)",
            "city/No-more-2030: level  → at_most 5 (2030)",
            "city/Between-2030: level  → within  (2030)",
            "city/About-2030: level  → at_least 6 (2030)",
        ]
    );
    let plan = loaded.value.plan.as_ref().unwrap();
    let written = serde_json::to_string(plan).unwrap();
    assert_eq!(written.matches(r#""tolerance":"not_stated""#).count(), 1, "{written}");
    // How near is near enough, the map can say; and without a bound nobody knows which way is.
    let stated = MEASURES.replace("\"bound\"", "\"tolerance\": \"0.2\", \"bound\"");
    let about = read(&stated, "Measure,Target,By\nJobs,~5,2030\n");
    assert_eq!(lines(&about), [""; 0]);
    let written = serde_json::to_string(about.value.plan.as_ref().unwrap()).unwrap();
    assert!(written.contains(r#""tolerance":"0.2""#), "{written}");
    let unstated = MEASURES.replace("\"bound\": \"at_least\", ", "");
    let said = lines(&read(&unstated, "Measure,Target,By\nJobs,~5,2030\nMore,>7,2030\n"));
    assert!(
        said.len() == 1 && said[0].starts_with("line 2, Target: it is not said whether"),
        "{said:?}"
    );
    // What the row itself says twice has to be one thing.
    let of_row = MEASURES.replace("\"at_least\"", "{\"column\": \"Bound\"}");
    let said = lines(&read(
        &of_row,
        "Measure,Bound,Target,By\nLess,at_least,<7,2030\nMore,more_than,>7,2030\n",
    ));
    assert_eq!(
        said,
        [
            "line 2, Target: the sign before the number says `less_than`, and the column of its bound says `at_least`; leave out one of the two"
        ]
    );
}

#[test]
fn a_row_of_which_nothing_is_made_is_not_passed_over_in_silence() {
    let map = MEASURES.replace(
        "\"name\": {\"column\"",
        "\"only\": [{\"column\": \"Kind\", \"is\": \"Target\"}], \"name\": {\"column\"",
    );
    let table = "Kind,Measure,Target,By\nTarget,Jobs,5,2030\ntarget,Homes,6,2030\n,Trees,7,2030\ntarget,Roofs,8,2030\nNote,,,\n";
    let loaded = read(&map, table);
    assert_eq!(
        lines(&loaded),
        [
            format!("line 3, Kind: nothing is made of this row: `target` {ASKED}; so too in line 5, Kind"),
            format!("line 6, Kind: nothing is made of this row: `Note` {ASKED}"),
        ]
    );
    assert_eq!(read_back(&loaded), ["city/Jobs-2030: level  → at_least 5 (2030)"]);
    let others = map.replace(r#""is": "Target""#, r#""is_not": ["target", "Note"]"#);
    let loaded = read(&others, table);
    assert_eq!(
        lines(&loaded),
        [
            format!("line 3, Kind: nothing is made of this row: `target` {ASKED}; so too in line 5, Kind"),
            format!("line 6, Kind: nothing is made of this row: `Note` {ASKED}"),
        ]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "city/Jobs-2030: level  → at_least 5 (2030)",
            "city/Trees-2030: level  → at_least 7 (2030)"
        ]
    );
    // The map passes over them itself, and nothing is to be said.
    let counting = map.replace(
        "\"indicators\"",
        "\"only\": [{\"column\": \"Kind\", \"is\": \"Target\"}], \"indicators\"",
    );
    assert_eq!(lines(&read(&counting, table)), [""; 0]);
}

#[test]
fn cells_that_say_there_is_nothing() {
    let map = MEASURES
        .replace("{\"column\": \"By\"}", "{\"column\": [\"Year\", \"Quarter\"]}")
        .replace(
            "\"ratio\"",
            "{\"column\": \"Unit\", \"means\": {\"%\": \"share\", \"N/A\": \"stock\"}}",
        );
    let table = "Measure,Unit,Target,Year,Quarter\nJobs,N/A,5,2030,Q4\nAir,%,0.88,2031,N/A\nHomes,N/A,6,,\nRoofs,N/A,7,-,N/A\nTrees,,8,2032,Q1\n";
    let loaded = read(&map, table);
    assert_eq!(
        lines(&loaded),
        [
            "line 4, Year: the field `deadline` is missing; so too in line 5, Year",
            "line 6, Unit: the field `measure` is missing; what can stand there is `stock`, `flow`, `share`, `ratio`, `index`, `growth_rate`, `rank`",
        ]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "city/Jobs-2030-Q4: level  → at_least 5 (2030-Q4)",
            "city/Air-2031: level  → at_least 0.88 (2031)"
        ]
    );
}

#[test]
fn what_many_rows_of_promises_have_in_common_is_said_once() {
    let rows = (2..=300).map(|line| format!("m{line},5,in the autumn\n"));
    let table: String = core::iter::once("Measure,Target,By\n".to_owned()).chain(rows).collect();
    let loaded = read(MEASURES, &table);
    let [said] = lines(&loaded).try_into().unwrap();
    assert!(
        said.starts_with("line 2, By: `in the autumn` is not a period"),
        "{said}"
    );
    assert!(
        said.ends_with("so too in line 3, By; line 4, By; line 5, By and 295 more places"),
        "{said}"
    );
}

#[test]
fn a_year_that_is_not_over_has_no_figure_yet() {
    let map = MEASURES.replace(
        "\"targets\": [",
        r#""observations": [{"period": {"column": "By"}, "value": {"column": "Actual"}}], "targets": ["#,
    );
    let table = "Measure,Target,Actual,By\nAir,1,0.5,2024\nAir,2,,2025\nAir,3,N/A,2026\nAir,4,x,2027\n";
    let loaded = read(&map, table);
    assert_eq!(
        lines(&loaded),
        [
            "line 5, Actual: `x` is not a decimal number: it has no digit; if it says that there is no value, list it among `missing` in \
          the map"
        ]
    );
    let series = loaded.value.observations.series("Air").unwrap();
    assert_eq!((series.observations().len(), read_back(&loaded).len()), (1, 3));
}

#[test]
fn indicators_of_a_national_site() {
    let loaded = read(
        include_str!("promises/open_sdg.json"),
        include_str!("promises/open_sdg.csv"),
    );
    assert_eq!(
        lines(&loaded),
        [
            "line 4, target: the sign before the number says `less_than`, and the column of its bound says `at_least`; leave out one of the two",
            "line 5, target: it is not said whether this much or more is promised, or this much or less; say `bound` in the goal, or print a sign before the number, as in `≥ 95`",
            "line 6, direction: `down` cannot stand here; what can stand here is `at_least`, `more_than`, `at_most`, `less_than`, \
             `within`, `from_baseline`, or state what it means in the `means` of its column",
        ]
    );
    assert_eq!(
        read_back(&loaded),
        [
            "6/6.3.1-2030: level 2015 → at_least 95 (2030)",
            "11/11.6.2-2030: level 2015 → at_most 10.0 (2030)",
        ]
    );
    assert!(loaded.into_result().is_err());
}

#[test]
fn texts_of_a_place_that_no_cell_has() {
    let map = MEASURES.replace(
        r#""name": {"column": "Measure"}"#,
        r#""name": {"column": "Measure", "means": {"Air": "Clean air"}}"#,
    );
    for (name, problems) in [
        ("Air", &[][..]),
        (
            "air",
            &["line 1, Measure: no cell of this column says `Air`, which stands in its `means`; the nearest is `air`"],
        ),
        (
            "Jobs",
            &[
                "line 1, Measure: no cell of this column says `Air`, which stands in its `means`; nothing is stated for `Jobs`",
            ],
        ),
    ] {
        let table = format!("Measure,Target,By\n{name},1,2030\n");
        assert_eq!(lines(&read(&map, &table)), problems, "{name}");
    }
}

#[test]
fn a_date_is_one_day() {
    let map = MEASURES.replace(
        "\"targets\": [",
        r#""observations": [{"period": "2023", "value": {"column": "Seen"}, "published": {"column": "Out"}}], "targets": ["#,
    );
    for out in ["Q4 2024", "2024", "2024-03", "March 2024"] {
        let table = format!("Measure,Target,By,Seen,Out\nAir,1,2030,2,{out}\n");
        let expected = format!("line 2, Out: `{out}` is no day; write it as in `2026-01-26`");
        assert_eq!(lines(&read(&map, &table)), [expected], "{out}");
    }
    for out in ["2024-03-05", "5 March 2024"] {
        let loaded = read(&map, &format!("Measure,Target,By,Seen,Out\nAir,1,2030,2,{out}\n"));
        assert_eq!(lines(&loaded), [""; 0], "{out}");
        let published = loaded.value.observations.series("Air").unwrap().observations()[0].published();
        assert_eq!(published.earliest().unwrap().to_string(), "2024-03-05");
    }
}

/// As those of a table of figures.
#[test]
fn what_the_texts_of_a_deadline_mean_can_be_stated() {
    let table = "Measure,Target,By\nAir,1,end of 2030\nWater,1,2031*\n";
    let loaded = read(MEASURES, table);
    let [air, water] = lines(&loaded).try_into().unwrap();
    let stated = "or state what it means in the `means` of its column";
    assert_eq!(
        air,
        format!("line 2, By: `end of 2030` is not a period: write it as `2030`, {stated}")
    );
    assert!(
        water.starts_with("line 3, By: `2031*` is not") && water.ends_with(stated),
        "{water}"
    );
    let place = r#"{"column": "By", "means": {"end of 2030": "2030", "2031*": "2031"}}"#;
    let loaded = read(&MEASURES.replace(r#"{"column": "By"}"#, place), table);
    assert_eq!(lines(&loaded), [""; 0]);
    let deadlines = loaded.value.plan.unwrap();
    let deadlines = deadlines.targets().map(|(_, target)| target.deadline().to_string());
    assert_eq!(deadlines.collect::<Vec<_>>(), ["2030", "2031"]);
}

#[test]
fn maps_of_promises_that_are_not_right() {
    for (from, to, problem) in [
        (
            r#"{"Increase to": "at_least", "Decrease to": "at_most"}"#,
            r#"["Increase to"]"#,
            "indicators[0].targets[0].goal.bound.means: expected a map from texts to what they stand for, found a list of 1",
        ),
        (
            r#""Increase to": "at_least""#,
            r#""Increase to": "at_last""#,
            "indicators[0].targets[0].goal.bound.means.Increase to: `at_last` cannot stand here; the nearest is `at_least`",
        ),
        (
            r#"{"column": "Due Date"}"#,
            r#"["Due Date"]"#,
            "indicators[0].targets[0].deadline: expected a period as a text, such as `\"2026\"` or `\"2022-01-01/P5Y\"`, found a list of 1",
        ),
        (
            r#"{"column": "Due Date"}"#,
            r#"{"col": "Due Date"}"#,
            "indicators[0].targets[0].deadline: expected a value, or its column, as in `{\"column\": \"Target\"}`, found a map",
        ),
        (
            r#""name": {"column": "Objective"}"#,
            r#""name": {"column": "Objective", "times": 2}"#,
            "pillar.name.times: there is no field `times` here; it multiplies numbers, and what is read here is none",
        ),
        // What shows nothing is escaped wherever it stands.
        (
            r#""name": {"column": "Objective"}"#,
            r#""name": {"e\u0000n": {"zh": 1}}"#,
            "pillar.name.e\\u{0}n.zh: expected a text, or a map from language tags to texts, found the number 1",
        ),
        (
            r#""name": {"column": "Objective"}"#,
            r#""name": {"en": "Aim", "en": "Goal"}"#,
            "pillar.name.en: the field `en` stands twice",
        ),
    ] {
        let map = include_str!("promises/okr.json").replacen(from, to, 1);
        let document: ColumnMapDocument = serde_json::from_str(&map).unwrap();
        let problems: Vec<_> = document.check().problems.iter().map(placed).collect();
        assert_eq!(problems, [problem], "{to}");
    }
}

#[test]
fn a_unit_of_a_promise_keeps_its_signs() {
    const MAP: &str = r#"{"format": 1, "kind": "targets", "plan": {"code": "p", "name": "P", "period": "2021-01-01/P10Y"},
        "indicators": [{"name": {"column": "Name"}, "measure": "flow", "unit": {"column": "Unit"}, "targets": [{
            "goal": {"kind": "level", "at_least": {"column": "Goal"}}, "deadline": "2030"}]}]}"#;
    let loaded = read(MAP, "Name,Unit,Goal\nDebt,% of GDP,3\nSales,Mio. €,4\nSteel,kt,5\n");
    assert_eq!(
        lines(&loaded),
        [
            "line 2, Unit: the unit `% of GDP` would lose its `%`, which no code has; state it in the `means` of this column, as in \
             `{\"% of GDP\": {\"code\": \"1\", \"multiplier\": -2, \"label\": \"% of GDP\"}}`",
            "line 3, Unit: the unit `Mio. €` would lose its `€`, which no code has; state it in the `means` of this column, as in \
             `{\"Mio. €\": {\"code\": \"EUR\", \"multiplier\": 6, \"label\": \"Mio. €\"}}`",
        ]
    );
    assert_eq!(
        promises(&loaded.value.plan.unwrap()),
        ["p/Steel-2030: level  → at_least 5 (2030)"]
    );
}
