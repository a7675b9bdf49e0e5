//! What a report shows of a target of one part, and of one that each part has to keep.

#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test fails where something is not there")]

use milepost::report::{Chart, TargetRow};
use milepost::{Language, Observations, Plan, Report, Rule, Status, assess_plan, date, dec, report};
use serde_json::Value;

/// At least 75 % of the homes in each district by 2026: one stood at 30 % in 2021, one at 76 %, and one at 50 %.
const PLAN: &str = r#"{
    "format": 1, "code": "water", "name": "Water", "period": "2022-01-01/P5Y",
    "pillars": [{"code": "pipes", "name": "Pipes", "indicators": [{
        "code": "cover", "name": {"en": "Homes with water", "zh-Hans": "通水住户", "zh-Hant": "通水住戶"},
        "measure": "share", "collected": "end", "unit": {"code": "1", "multiplier": -2, "label": "%"},
        "breakdowns": [
            {"code": "north", "name": {"en": "The north", "zh-Hans": "北区", "zh-Hant": "北區"}, "dimensions": ["district"]},
            {"code": "south", "name": {"en": "The south", "zh-Hans": "南区", "zh-Hant": "南區"}, "dimensions": ["district"]},
            {"code": "east", "name": {"en": "The east", "zh-Hans": "东区", "zh-Hant": "東區"}, "dimensions": ["district"]}
        ],
        "targets": [
            {"code": "each", "of": {"each": "district"}, "goal": {"kind": "level", "at_least": "75"},
             "baseline": {"period": "2021", "values": {"north": "30", "south": "76", "east": "50"}}, "deadline": "2026"},
            {"code": "north", "of": {"breakdown": "north"}, "goal": {"kind": "level", "at_least": "60"},
             "baseline": {"period": "2021", "value": "30"}, "deadline": "2026"},
            {"code": "named", "name": "Water for the south", "of": {"breakdown": "south"}, "goal": {"kind": "level", "at_least": "90"},
             "baseline": {"period": "2021", "value": "76"}, "deadline": "2026"},
            {"code": "total", "goal": {"kind": "level", "at_least": "75"}, "baseline": {"period": "2021", "value": "52"}, "deadline": "2026"}
        ]
    }]}]
}"#;

fn series(breakdown: &str, figures: &[(&str, &str)]) -> String {
    let observation = |(period, value): &(&str, &str)| {
        format!(r#"{{"period": "{period}", "value": "{value}", "source": {{"title": "Survey of the {breakdown}"}}}}"#)
    };
    let observations: Vec<String> = figures.iter().map(observation).collect();
    format!(
        r#"{{"indicator": "cover", "breakdown": "{breakdown}", "unit": {{"code": "1", "multiplier": -2}}, "published": "2024-01-20",
        "observations": [{}]}}"#,
        observations.join(",")
    )
}

fn observations(series: &[String]) -> Observations {
    serde_json::from_str(&format!(r#"{{"format": 1, "series": [{}]}}"#, series.join(","))).unwrap()
}

fn two_known() -> Observations {
    observations(&[
        series("north", &[("2022", "35"), ("2023", "40")]),
        series("south", &[("2023", "80")]),
    ])
}

fn report(observations: &Observations, as_of: &str, language: Language) -> Report {
    report_of(PLAN, observations, as_of, language)
}

fn report_of(plan: &str, observations: &Observations, as_of: &str, language: Language) -> Report {
    let plan: Plan = serde_json::from_str(plan).unwrap();
    let assessment = assess_plan(&plan, observations, date(as_of).unwrap(), &Rule::pace());
    Report::new(&plan, observations, &assessment, language)
}

fn row<'a>(report: &'a Report, code: &str) -> &'a TargetRow {
    report.targets().find(|row| row.code.as_str() == code).unwrap()
}

/// The part that decides is named, how many are unknown is said, and how far the others lie apart.
#[test]
fn one_row_in_three_languages() {
    for (language, name, promise, words, gap, sentence) in [
        (
            Language::English,
            "Homes with water",
            "at least 75 % by the end of 2026, in each part",
            "The north: the worst of the 2 parts known, 1 unknown",
            "40 percentage points between The north and The south (2023)",
            "As of 2024-01-31, “Homes with water (The north)” stands at 40 % (2023), 8 percentage points below the path; it has gained \
             5 percentage points a year and must gain 11.67 percentage points a year from now on; the worst of the 2 parts known, \
             1 unknown: off track.",
        ),
        (
            Language::SimplifiedChinese,
            "通水住户",
            "2026年末不低于75%，每个分项均须达到",
            "北区：为已知2个分项中最差，1个未知",
            "北区与南区相差40个百分点（2023年）",
            "截至2024年1月31日，“通水住户（北区）”为40%（2023年），比时序目标值低8个百分点；此前年均增加5个百分点，\
             今后须年均增加11.67个百分点；为已知2个分项中最差，1个未知：严重滞后。",
        ),
        (
            Language::TraditionalChinese,
            "通水住戶",
            "2026年末不低於75%，每個分項均須達到",
            "北區：為已知2個分項中最差，1個未知",
            "北區與南區相差40個百分點（2023年）",
            "截至2024年1月31日，「通水住戶（北區）」為40%（2023年），比時序目標值低8個百分點；此前年均增加5個百分點，\
             今後須年均增加11.67個百分點；為已知2個分項中最差，1個未知：嚴重落後。",
        ),
    ] {
        let report = report(&two_known(), "2024-01-31", language);
        assert_eq!(report.targets().count(), 4);
        let row = row(&report, "each");
        assert_eq!((row.name.as_str(), row.promise.as_str()), (name, promise));
        let parts = row.parts.as_ref().unwrap();
        assert_eq!(parts.words, words);
        let apart = parts.widest_gap.as_ref().unwrap();
        assert_eq!(apart.words, gap);
        assert_eq!(
            (apart.difference.text.as_str(), apart.difference.value),
            ("40", Some(dec!(40)))
        );
        assert!(apart.words.contains(&apart.difference.words) && apart.difference.words.len() > 2);
        assert_eq!(report.headline.as_deref(), Some(sentence));
        assert_eq!(
            report
                .attention
                .iter()
                .find(|row| row.code.as_str() == "each")
                .unwrap()
                .sentence,
            sentence
        );
    }
}

/// The row is that of the part which decided; each part has its own, with a chart of its own.
#[test]
fn the_parts_stand_beneath() {
    let report = report(&two_known(), "2024-01-31", Language::English);
    let row = row(&report, "each");
    let parts = row.parts.as_ref().unwrap();
    assert_eq!(
        parts.deciding_part.as_ref().map(|part| part.words.as_str()),
        Some("The north")
    );
    assert_eq!((parts.unknown, parts.dimension.as_str()), (1, "district"));
    let shown: Vec<_> = parts
        .rows
        .iter()
        .map(|part| {
            (
                part.name.as_str(),
                part.verdict.status.value,
                part.facts.baseline.text.as_str(),
                part.facts.observed.text.as_str(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("The north", Status::OffTrack, "30", "40"),
            ("The south", Status::OnTrack, "76", "80"),
            ("The east", Status::Unknown, "50", "–"),
        ]
    );
    let [north, south, east] = parts.rows.as_slice() else {
        panic!("three parts")
    };
    assert_eq!(
        (&row.verdict.status, &row.facts, &row.sources),
        (&north.verdict.status, &north.facts, &north.sources)
    );
    assert_eq!(row.chart, north.chart);
    let caveats = |row: &report::VerdictCells| {
        row.caveats
            .iter()
            .map(|caveat| caveat.words.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(caveats(&row.verdict), ["no verdict on some parts"]);
    assert_eq!(caveats(&north.verdict), [""; 0]);
    let sources: Vec<_> = south.sources.iter().map(|source| source.words.as_str()).collect();
    assert_eq!(sources, ["2023: Survey of the south"]);
    // Small multiples: every part has its path and the figures of its own series, on one axis of time.
    let ends = |chart: &Chart| {
        (
            chart.path.first().unwrap().value,
            chart.path.last().unwrap().value,
            chart.figures.len(),
            chart.today,
        )
    };
    assert_eq!(ends(&north.chart), (dec!(30), dec!(75), 2, row.chart.today));
    assert_eq!(ends(&east.chart), (dec!(50), dec!(75), 0, row.chart.today));
    assert_eq!((south.chart.figures.len(), south.chart.goal_low), (1, Some(dec!(75))));
}

/// A target of one part is named by it, unless its own name says what it is of.
#[test]
fn each_part_has_its_sentence() {
    let report = report(&two_known(), "2024-01-31", Language::English);
    let parts = row(&report, "each").parts.as_ref().unwrap();
    let told: Vec<_> = parts.rows.iter().map(|part| part.sentence.as_str()).collect();
    let north = &parts.rows[0].facts;
    assert_eq!(
        [&north.observed, &north.gap, &north.change_so_far].map(|cell| cell.words.as_str()),
        ["40 %", "-8 percentage points", "5 percentage points"]
    );
    assert_eq!(
        told,
        [
            "As of 2024-01-31, “Homes with water (The north)” stands at 40 % (2023), 8 percentage points below the path; it has gained \
             5 percentage points a year and must gain 11.67 percentage points a year from now on: off track.",
            "As of 2024-01-31, “Homes with water (The south)” stands at 80 % (2023), 5 percentage points above the floor; it has gained \
             2 percentage points a year and may fall by at most 1.67 percentage points a year from now on: on track.",
            "As of 2024-01-31, nobody can say where “Homes with water (The east)” stands: no figure of a time wholly after the baseline is known.",
        ]
    );
}

#[test]
fn one_part_in_a_name() {
    let report = report(&two_known(), "2024-01-31", Language::English);
    let part = |code| row(&report, code).breakdown.as_ref().map(|part| part.words.as_str());
    let name = |code| row(&report, code).name.as_str();
    assert_eq!(
        (name("north"), part("north")),
        ("Homes with water (The north)", Some("The north"))
    );
    assert_eq!(
        (name("named"), part("named")),
        ("Water for the south", Some("The south"))
    );
    assert_eq!((name("total"), part("total")), ("Homes with water", None));
    assert_eq!((name("each"), part("each")), ("Homes with water", None));
    assert!(
        ["north", "named", "total"]
            .iter()
            .all(|code| row(&report, code).parts.is_none())
    );
    assert_eq!(row(&report, "north").facts.observed.text, "40");
    assert_eq!(row(&report, "total").facts.observed.text, "–");
}

/// Where nobody can say of the whole, no part's figures stand for it.
#[test]
fn where_nobody_decides() {
    let known = observations(&[series("north", &[("2023", "60")])]);
    // One part known that is behind decides, and is told to be the only one.
    let behind = observations(&[series("north", &[("2023", "40")])]);
    let told = report(&behind, "2024-01-31", Language::English);
    let words = &row(&told, "each").parts.as_ref().unwrap().words;
    assert_eq!(words, "The north: the only part known, 2 unknown");
    let report = report(&known, "2024-01-31", Language::English);
    let row = row(&report, "each");
    let parts = row.parts.as_ref().unwrap();
    assert_eq!(row.verdict.status.value, Status::Unknown);
    assert_eq!(row.verdict.reason.words, "no verdict on 2 parts");
    assert_eq!(
        (parts.deciding_part.as_ref(), parts.words.as_str()),
        (None, "parts known: 1, unknown: 2")
    );
    assert_eq!(
        (parts.widest_gap.as_ref(), row.facts.observed.text.as_str()),
        (None, "–")
    );
    assert_eq!((row.chart.figures.len(), row.chart.path.len()), (0, 0));
    assert_eq!(parts.rows.first().unwrap().chart.figures.len(), 1);
    assert_eq!(
        report::headline(
            serde_json::from_str::<Plan>(PLAN).unwrap().indicators().next().unwrap(),
            serde_json::from_str::<Plan>(PLAN).unwrap().targets().next().unwrap().1,
            &assess_plan(
                &serde_json::from_str(PLAN).unwrap(),
                &known,
                date("2024-01-31").unwrap(),
                &Rule::pace()
            )
            .targets()
            .next()
            .unwrap()
            .assessment,
            Language::English
        ),
        "As of 2024-01-31, nobody can say where “Homes with water” stands: no verdict on 2 parts."
    );
}

/// The name of a target of all parts is that of none: each sentence names its part, as the whole names the one that decided.
#[test]
fn each_part_of_a_target_with_a_name_is_named() {
    let plan = PLAN.replacen(r#"{"code": "each","#, r#"{"code": "each", "name": "Water for all","#, 1);
    let report = report_of(&plan, &two_known(), "2024-01-31", Language::English);
    let row = row(&report, "each");
    let parts = row.parts.as_ref().unwrap().rows.iter().map(|part| &part.sentence);
    let named = ["The north", "The north", "The south", "The east"];
    for (sentence, part) in [&row.sentence].into_iter().chain(parts).zip(named) {
        assert!(sentence.contains(&format!("“Water for all ({part})”")), "{sentence}");
    }
}

/// Where nothing is due no part is the worst, nor of a single one.
#[test]
fn a_worst_part_is_one_of_several_that_are_judged() {
    let later = PLAN.replacen(r#""period": "#, r#""published": "2024-06-01", "period": "#, 1);
    let alone = PLAN
        .replacen(r#""dimensions": ["district"]"#, r#""dimensions": ["other"]"#, 2)
        .replacen(r#""north": "30", "south": "76", "#, "", 1);
    let of_the_east = observations(&[series("east", &[("2023", "60")])]);
    for (plan, observations, parts, sentence) in [
        (
            later,
            two_known(),
            "parts known: 3, unknown: 0",
            "stands at 40 % (2023): not due, since the plan is published only on 2024-06-01.",
        ),
        (
            alone,
            of_the_east,
            "parts known: 1, unknown: 0",
            "stands at 60 % (2023), exactly on the path; it has gained 5 percentage points a year and must gain 5 percentage points a year from \
             now on: on track.",
        ),
    ] {
        let report = report_of(&plan, &observations, "2024-01-31", Language::English);
        let row = row(&report, "each");
        assert!(row.parts.as_ref().unwrap().words.ends_with(parts), "{:?}", row.parts);
        assert!(row.sentence.ends_with(sentence), "{}", row.sentence);
    }
}

/// What stays as it is, that each part has to keep the promise and a period, is not told as if it had changed.
#[test]
fn an_amendment_of_parts_tells_what_it_changed() {
    let amended = r#""deadline": "2026", "amendments": [
        {"in_force": "2023-03-01", "goal": {"kind": "level", "at_least": "70"}},
        {"in_force": "2023-06-01", "baseline": {"period": "2021", "values": {"north": "32", "south": "76", "east": "50"}}}]"#;
    let plan = PLAN.replacen(r#""deadline": "2026""#, amended, 1);
    for (&language, words) in Language::ALL.iter().zip([
        [
            "since 2023-03-01: goal lowered by 5 percentage points: at least 75 % by the end of 2026 before, at least 70 % by the end of 2026 since",
            "since 2023-06-01: baseline redefined",
            "at least 70 % by the end of 2026, in each part",
        ],
        [
            "自2023年3月1日起：目标下调5个百分点：原为2026年末不低于75%，现为2026年末不低于70%",
            "自2023年6月1日起：基期值重新界定",
            "2026年末不低于70%，每个分项均须达到",
        ],
        [
            "自2023年3月1日起：目標下調5個百分點：原為2026年末不低於75%，現為2026年末不低於70%",
            "自2023年6月1日起：基期值重新界定",
            "2026年末不低於70%，每個分項均須達到",
        ],
    ]) {
        let report = report_of(&plan, &two_known(), "2024-01-31", language);
        let row = row(&report, "each");
        let told = row.amendments.iter().map(|amendment| &*amendment.words);
        assert_eq!(told.chain([&*row.promise]).collect::<Vec<_>>(), words);
    }
}

/// The same keys for every target; those of parts are null where there are none.
#[test]
fn the_same_keys_everywhere() {
    let report = serde_json::to_value(report(&two_known(), "2024-01-31", Language::English)).unwrap();
    let rows = report.pointer("/pillars/0/targets").and_then(Value::as_array).unwrap();
    let keys = |row: &Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let [each, north, named, total] = rows.as_slice() else {
        panic!("four rows")
    };
    assert_eq!(
        [keys(each), keys(north), keys(named)],
        [keys(total), keys(total), keys(total)]
    );
    assert_eq!(
        (&total["parts"], &total["breakdown"], &each["breakdown"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(each.pointer("/parts/deciding_part/value"), Some(&Value::from("north")));
    assert_eq!(each.pointer("/parts/rows/2/chart/today"), each.pointer("/chart/today"));
}
