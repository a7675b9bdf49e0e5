//! What a page asks of its engine, natively.

use milepost::{Language, Observations, Plan, Report, Rule, date};
use milepost_web::{LARGEST_FILE, MOST_ROWS, Session};
use serde_json::{Value, json};

const PLAN: &str = include_str!("../../data/yuzhong.json");
const OBSERVATIONS: &str = include_str!("../../data/yuzhong.observations.json");

fn yuzhong() -> Session {
    let mut session = Session::default();
    assert!(session.read(PLAN).is_used);
    assert!(session.read(OBSERVATIONS).is_used);
    session
}

fn read(session: &mut Session, text: &str) -> Value {
    serde_json::to_value(session.read(text)).unwrap()
}

#[test]
fn the_report_is_that_of_the_library() {
    let plan: Plan = serde_json::from_str(PLAN).unwrap();
    let observations: Observations = serde_json::from_str(OBSERVATIONS).unwrap();
    for (rule, language) in [
        (Rule::pace(), Language::English),
        (Rule::open_sdg(), Language::SimplifiedChinese),
        (Rule::china_schedule(), Language::TraditionalChinese),
    ] {
        let report = Report::of(&plan, &observations, date("2024-02-20").unwrap(), &rule, language);
        let answer = yuzhong().report("2024-02-20", rule.code().as_str(), language.tag());
        assert_eq!(answer, Ok(serde_json::to_string(&report).unwrap()));
    }
}

#[test]
fn what_cannot_be_asked_is_an_error() {
    let session = yuzhong();
    for (day, rule, language, error) in [
        (
            "2024-02-30",
            "pace",
            "en",
            "`2024-02-30` is not a day: there is no such day in the calendar",
        ),
        ("2024-02-20", "fate", "en", "no rule has the code `fate`"),
        ("2024-02-20", "pace", "fr", "there is no language `fr` here"),
    ] {
        let answer = session.report(day, rule, language).unwrap_err();
        assert!(answer.starts_with(error), "{answer}");
    }
    assert_eq!(
        Session::default().report("2024-02-20", "pace", "en").unwrap_err(),
        "no plan was read"
    );
    assert_eq!(Session::default().about("en").unwrap_err(), "no plan was read");
    assert_eq!(
        Session::default().comparison("2024-02-20").unwrap_err(),
        "no plan was read"
    );
}

#[test]
fn the_days_are_those_on_which_something_changed() {
    let about: Value = serde_json::from_str(&yuzhong().about("en").unwrap()).unwrap();
    let days: Vec<&str> = about["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["day"].as_str().unwrap())
        .collect();
    assert!(days.is_sorted(), "{days:?}");
    assert_eq!((days.first(), days.last()), (Some(&"2016-04-12"), Some(&"2027-01-01")));
    assert_eq!(about["opens_on"], "2026-01-26");
    assert_eq!(
        about["rules"][0],
        json!({"code": "pace", "name": "progress against the path"})
    );
    let changes = |day: &str| {
        let event = about["events"]
            .as_array()
            .unwrap()
            .iter()
            .find(|event| event["day"] == day);
        event.unwrap()["changes"].as_array().unwrap().clone()
    };
    assert_eq!(changes("2022-01-24"), [json!({"kind": "plan"})]);
    assert!(changes("2026-01-26").contains(&json!({
        "kind": "figure", "name": "Gross regional product (GDP), annual", "period": "2025", "is_not_before": false
    })));
    assert!(changes("2027-01-01").iter().all(|change| change["kind"] == "deadline"));
}

#[test]
fn a_deadline_that_was_moved_is_over_once() {
    let mut session = Session::default();
    session.read(include_str!("../../../tests/documents/plan.json"));
    let about: Value = serde_json::from_str(&session.about("en").unwrap()).unwrap();
    let days_of = |kind: &str| -> Vec<&str> {
        let events = about["events"].as_array().unwrap().iter();
        let of_kind = |event: &&Value| {
            let mut changes = event["changes"].as_array().unwrap().iter();
            changes.any(|change| change["kind"] == kind && change["name"] == "Product of 2026")
        };
        events
            .filter(of_kind)
            .map(|event| event["day"].as_str().unwrap())
            .collect()
    };
    assert_eq!(days_of("amendment"), ["2024-06-01", "2025-07-01"]);
    assert_eq!(days_of("deadline"), ["2028-01-01"]);
}

#[test]
fn rules_stand_side_by_side() {
    let answer: Value = serde_json::from_str(&yuzhong().comparison("2026-01-31").unwrap()).unwrap();
    assert_eq!(answer["comparison"]["rules"][0], "pace");
    assert_eq!(answer["disagreements"], json!(["tax-100m-buildings"]));
}

#[test]
fn every_problem_is_told_with_its_path() {
    let mut session = Session::default();
    let broken = PLAN.replacen("\"measure\": \"flow\"", "\"measure\": \"flou\"", 1);
    let answer = read(&mut session, &broken);
    assert_eq!(
        (&answer["kind"], &answer["is_used"], &answer["refusal"]),
        (&json!("plan"), &json!(false), &Value::Null)
    );
    assert_eq!(answer["problems"][0]["severity"], "error");
    assert_eq!(answer["problems"][0]["path"], "pillars[0].indicators[0].measure");
    assert_eq!(
        answer["problems"][0]["words"],
        "`flou` cannot stand here; the nearest is `flow`"
    );

    // Figures of another plan are told of, and do no harm.
    let mut session = yuzhong();
    let answer = read(
        &mut session,
        &OBSERVATIONS.replacen("\"indicator\": \"gdp\"", "\"indicator\": \"gpd\"", 1),
    );
    assert_eq!(answer["is_used"], true);
    assert_eq!(answer["left_out"], json!({"rows": 0, "entries": 1}));
    assert_eq!(answer["problems"][0]["path"], "series[gpd].indicator");
}

#[test]
fn figures_of_which_none_belongs_to_the_plan_are_not_used() {
    let mut session = yuzhong();
    let before = session.report("2026-01-31", "pace", "en");
    let series =
        |indicator: &str| json!({"indicator": indicator, "unit": {"code": "CNY", "multiplier": 8}, "observations": []});
    let none = json!({"format": 1, "series": [series("gpd"), series("dpg")]});
    let answer = read(&mut session, &none.to_string());
    assert_eq!(
        (&answer["is_used"], &answer["left_out"]),
        (&json!(false), &json!({"rows": 0, "entries": 0}))
    );
    assert_eq!(session.report("2026-01-31", "pace", "en"), before);
    // One that does is enough.
    let some = json!({"format": 1, "series": [series("gpd"), series("gdp")]});
    let answer = read(&mut session, &some.to_string());
    assert_eq!(
        (&answer["is_used"], &answer["left_out"]),
        (&json!(true), &json!({"rows": 0, "entries": 1}))
    );
    // Nothing at all is right too.
    let empty = json!({"format": 1, "series": []});
    assert_eq!(read(&mut session, &empty.to_string())["is_used"], true);
}

#[test]
fn what_is_no_document_is_refused() {
    let deep = |depth: usize| format!("{{\"pillars\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
    let large = format!("{{\"pillars\": \"{}\"}}", " ".repeat(LARGEST_FILE));
    for (text, refusal) in [
        ("", "syntax"),
        ("{\"pillars\": [", "syntax"),
        ("[1, 2]", "syntax"),
        ("{\"name\": \"no plan\"}", "no_document"),
        (OBSERVATIONS, "no_plan"),
        (&deep(100_000), "syntax"),
        (&large, "too_large"),
    ] {
        let answer = read(&mut Session::default(), text);
        assert_eq!(
            (&answer["is_used"], &answer["refusal"]["code"]),
            (&json!(false), &json!(refusal))
        );
    }
    // What was read before stays.
    let mut session = yuzhong();
    let before = session.report("2026-01-31", "pace", "en");
    read(&mut session, &deep(100_000));
    read(&mut session, "{\"pillars\": []}");
    assert_eq!(session.report("2026-01-31", "pace", "en"), before);
    // A mark of the order of bytes is no mistake.
    assert!(Session::default().read(&format!("\u{feff}{PLAN}")).is_used);
}

#[test]
fn more_rows_than_a_page_shows_are_refused() {
    let with = |rows: usize| {
        let deliverable = |row: usize| json!({"code": format!("d{row}"), "name": "Done", "deadline": "2026"});
        let all: Vec<Value> = (0..rows).map(deliverable).collect();
        let pillar = json!({"code": "p", "name": "P", "deliverables": all});
        json!({"format": 1, "code": "c", "name": "N", "period": "2022-01-01/P5Y", "pillars": [pillar]}).to_string()
    };
    assert!(Session::default().read(&with(MOST_ROWS)).is_used);
    assert_eq!(
        read(&mut Session::default(), &with(MOST_ROWS + 1))["refusal"]["code"],
        "too_many"
    );
}

#[test]
fn a_table_is_read_by_its_map_beside_what_is_there() {
    const MAP: &str = r#"{"format": 1, "kind": "observations", "indicator": "gdp", "period": "Year", "value": "Product",
        "unit": {"code": "CNY", "multiplier": 8}, "published": "2027-01-20"}"#;
    const TABLE: &str = "Year,Product\n2025,1781.8\n2026,\"2,100\"\n2026,2100\n";
    let mut session = yuzhong();
    let answer = read(&mut session, TABLE);
    assert_eq!(
        (&answer["is_used"], &answer["refusal"]["code"]),
        (&json!(false), &json!("no_map"))
    );

    let answer = read(&mut session, &MAP.replace("period", "perod"));
    assert_eq!((&answer["kind"], &answer["is_used"]), (&json!("map"), &json!(false)));
    assert_eq!(answer["problems"][0]["code"], "unknown_field");

    assert_eq!(read(&mut session, MAP)["is_used"], true);
    let answer = read(&mut session, TABLE);
    assert_eq!((&answer["kind"], &answer["is_used"]), (&json!("table"), &json!(true)));
    let problem = &answer["problems"][0];
    assert_eq!(
        (&problem["severity"], &problem["path"]),
        (&json!("error"), &json!("line 3, Product"))
    );
    assert_eq!(answer["left_out"], json!({"rows": 1, "entries": 0}));
    // What was read before is there.
    let problems = answer["problems"].as_array().unwrap();
    assert!(
        problems
            .iter()
            .all(|problem| problem["path"] != "series[gdp-real-growth]")
    );
    let report: Value = serde_json::from_str(&session.report("2027-02-01", "pace", "en").unwrap()).unwrap();
    let row = &report["pillars"][0]["targets"][0];
    assert_eq!(
        (&row["verdict"]["status"]["value"], &row["facts"]["observed"]["text"]),
        (&json!("achieved"), &json!("2100"))
    );

    // A table of which no row is right changes nothing.
    let answer = read(&mut session, "Year,Product\n2026,much\n");
    assert_eq!(
        (&answer["is_used"], &answer["left_out"]["rows"]),
        (&json!(false), &json!(0))
    );
    // Nor does one of another plan's figures.
    assert!(session.read(&MAP.replace("gdp", "gpd")).is_used);
    let answer = read(&mut session, "Year,Product\n2026,1\n");
    assert_eq!(
        (&answer["is_used"], &answer["problems"][0]["path"]),
        (&json!(false), &json!("series[gpd].indicator"))
    );
    assert!(Session::default().read(MAP).is_used);
}

#[test]
fn a_table_of_promises_is_a_plan() {
    const MAP: &str = r#"{"format": 1, "kind": "targets",
        "plan": {"code": "city", "name": "A plan for the city", "period": "2026-01-01/P5Y"},
        "indicators": [{"name": {"column": "Indicator"}, "measure": "share", "unit": {"code": "1", "multiplier": -2, "label": "%"},
            "targets": [{"goal": {"kind": "level", "bound": "at_least", "value": {"column": "Target"}},
                "baseline": {"period": {"column": "Base year"}, "value": {"column": "Base"}}, "deadline": {"column": "By"}}]}]}"#;
    const TABLE: &str = "Indicator,Base year,Base,By,Target\nGood air,2025,82.4,2030,88\nGreen roofs,2025,3,2030,x\n";
    let mut session = Session::default();
    assert_eq!(read(&mut session, MAP)["is_used"], true);
    let answer = read(&mut session, TABLE);
    assert_eq!(
        (&answer["kind"], &answer["is_used"]),
        (&json!("promises"), &json!(true))
    );
    assert_eq!(answer["problems"][0]["path"], "line 3, Target");
    let report: Value = serde_json::from_str(&session.report("2026-06-01", "pace", "en").unwrap()).unwrap();
    assert_eq!(report["header"]["name"], "A plan for the city");
    assert_eq!(report["pillars"][0]["targets"][0]["promise"], "at least 88 % in 2030");
}
