//! The report of the plan of Yuzhong district, in every language, as of three dates.
//!
//! The numbers were worked by hand from the published figures; see `worked_example.rs` for the same ones without words.

#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test fails where something is not there")]

use milepost::report::{Chart, ChartPoint, Heading, Movement, TargetRow, headline};
use milepost::{Code, assess_plan, code, date, day, dec, period, text};
use milepost::{Decimal, Deliverable, Language, Observations, Period, Pillar, Plan, Report, Rule, Status};
use serde_json::Value;

fn plan() -> Plan {
    serde_json::from_str(include_str!("../examples/data/yuzhong.json")).unwrap()
}

fn observations() -> Observations {
    serde_json::from_str(include_str!("../examples/data/yuzhong.observations.json")).unwrap()
}

fn report(as_of: &str, language: Language) -> Report {
    report_by(&Rule::pace(), as_of, language)
}

fn report_by(rule: &Rule, as_of: &str, language: Language) -> Report {
    Report::of(&plan(), &observations(), date(as_of).unwrap(), rule, language)
}

fn row<'a>(report: &'a Report, code: &str) -> &'a TargetRow {
    report.targets().find(|row| row.code.as_str() == code).unwrap()
}

/// The numbers of a row, as they are shown.
fn numbers(row: &TargetRow) -> Vec<String> {
    let facts = &row.facts;
    let cells = [
        &facts.baseline,
        &facts.goal,
        &facts.observed,
        &facts.expected,
        &facts.gap,
        &facts.growth_so_far,
        &facts.growth_required,
        &facts.growth_required_from_now,
        &facts.times_faster,
        &facts.share_of_way,
        &facts.share_of_time,
        &facts.pace,
        &facts.projection,
        &facts.arrival,
    ];
    cells.into_iter().map(|cell| cell.text.clone()).collect()
}

/// What is said of a row.
fn words(row: &TargetRow) -> Vec<&str> {
    let verdict = &row.verdict;
    let caveats = verdict.caveats.iter().map(|caveat| &*caveat.words);
    [&*row.promise, &*verdict.status.words, &*verdict.reason.words]
        .into_iter()
        .chain(caveats)
        .collect()
}

const DATES: [&str; 3] = ["2026-01-31", "2024-02-20", "2024-02-08"];

#[test]
fn the_headline_target_in_numbers() {
    let numbers_of = [
        "1517.7 | > 2000 | 1781.8 | 1892.61 | -110.81 | 4.092 % | 5.674 % | 12.246 % | 2.99 | 58.14 % | 80.00 % | 0.727 | 1854.72 | 2028",
        "1517.7 | > 2000 | 1631.3 | 1694.82 | -63.52 | 3.675 % | 5.674 % | 7.028 % | 1.91 | 26.16 % | 40.00 % | 0.654 | 1817.84 | 2029",
        "1517.7 | > 2000 | 1560.9 | 1603.82 | -42.92 | 2.846 % | 5.674 % | 6.393 % | 2.25 | 10.17 % | 20.00 % | 0.509 | 1746.35 | 2031",
    ];
    let cuts_of = [
        "1913.62 | 1871.83 | 1732.65 | 1517.7",
        "1704.2 | 1685.49 | 1621.62 | 1517.7",
        "1608.25 | 1599.4 | 1568.8 | 1517.7",
    ];
    for ((as_of, expected), cuts) in DATES.into_iter().zip(numbers_of).zip(cuts_of) {
        for &language in Language::ALL {
            let report = report(as_of, language);
            let row = row(&report, "gdp-2026");
            // Chinese writes no space before a per cent sign, and a word after a year; all else is the same.
            let expected = match language {
                Language::English => expected.to_owned(),
                _ => format!("{}年", expected.replace(" %", "%")),
            };
            assert_eq!(numbers(row).join(" | "), expected, "{as_of}");
            let shown: Vec<_> = row.facts.cuts.iter().map(|cut| &*cut.value.text).collect();
            assert_eq!(shown.join(" | "), cuts);
        }
    }
}

#[test]
fn the_headline_target_in_words() {
    for (as_of, language, expected) in [
        (
            "2026-01-31",
            Language::English,
            &[
                "more than 2,000 hundred million yuan in 2026",
                "lagging",
                "its pace is 0.727",
                "2021: a figure's day of publication is uncertain: not before a known date",
                "2021: the figure comes from another source than the vintage before it",
            ][..],
        ),
        (
            "2024-02-20",
            Language::SimplifiedChinese,
            &[
                "2026年超过2000億元",
                "滞后",
                "进度比为0.654",
                "2023年：数据为初步数",
                "2021年：有数据公布日期不详，仅知不早于某日",
                "2021年、2023年：数据来源与此前公布的不同",
            ],
        ),
        (
            "2024-02-08",
            Language::TraditionalChinese,
            &[
                "2026年超過2,000億元",
                "嚴重落後",
                "進度比為0.509",
                "2021年：有數據公布日期不詳，僅知不早於某日",
                "較新的數據只是界限值，不足以定論",
                "2021年：數據來源與此前公布的不同",
            ],
        ),
    ] {
        assert_eq!(words(row(&report(as_of, language), "gdp-2026")), expected);
    }
}

/// A front end shows the words, and needs no unit from elsewhere.
#[test]
fn every_fact_says_its_unit() {
    for (language, words) in [
        (
            Language::English,
            [
                "1,781.8 hundred million yuan",
                "-110.81 hundred million yuan",
                "4.092 %",
                "0.727",
                "one month",
            ],
        ),
        (
            Language::SimplifiedChinese,
            ["1781.8億元", "-110.81億元", "4.092%", "0.727", "一个月"],
        ),
    ] {
        let report = report("2026-01-31", language);
        let facts = &row(&report, "gdp-2026").facts;
        let cells = [
            &facts.observed,
            &facts.gap,
            &facts.growth_so_far,
            &facts.pace,
            &facts.age,
        ];
        assert_eq!(cells.map(|cell| cell.words.as_str()), words);
    }
}

#[test]
fn the_headline_in_a_sentence() {
    for (as_of, sentences) in DATES.into_iter().zip([
        [
            "As of 2026-01-31, “Gross regional product (GDP), annual” stands at 1,781.8 hundred million yuan (2025), 110.81 hundred million yuan below the path; it has grown \
             4.092 % a year and must grow 12.246 % a year from now on, 2.99 times as fast: lagging.",
            "截至2026年1月31日，“地區生産總值”为1781.8億元（2025年），比时序目标值低110.81億元；此前年均增长4.092%，今后须年均增长12.246%，\
             为此前的2.99倍：滞后。",
            "截至2026年1月31日，「地區生産總值」為1,781.8億元（2025年），比時序目標值低110.81億元；此前年均增長4.092%，今後須年均增長12.246%，\
             為此前的2.99倍：落後。",
        ],
        [
            "As of 2024-02-20, “Gross regional product (GDP), annual” stands at 1,631.3 hundred million yuan (2023), 63.52 hundred million yuan below the path; it has grown \
             3.675 % a year and must grow 7.028 % a year from now on, 1.91 times as fast: lagging.",
            "截至2024年2月20日，“地區生産總值”为1631.3億元（2023年），比时序目标值低63.52億元；此前年均增长3.675%，今后须年均增长7.028%，\
             为此前的1.91倍：滞后。",
            "截至2024年2月20日，「地區生産總值」為1,631.3億元（2023年），比時序目標值低63.52億元；此前年均增長3.675%，今後須年均增長7.028%，\
             為此前的1.91倍：落後。",
        ],
        [
            "As of 2024-02-08, “Gross regional product (GDP), annual” stands at 1,560.9 hundred million yuan (2022), 42.92 hundred million yuan below the path; it has grown \
             2.846 % a year and must grow 6.393 % a year from now on, 2.25 times as fast; a newer figure is \
             more than 1,600 hundred million yuan (2023): off track.",
            "截至2024年2月8日，“地區生産總值”为1560.9億元（2022年），比时序目标值低42.92億元；此前年均增长2.846%，今后须年均增长6.393%，\
             为此前的2.25倍；较新的数据为超过1600億元（2023年）：严重滞后。",
            "截至2024年2月8日，「地區生産總值」為1,560.9億元（2022年），比時序目標值低42.92億元；此前年均增長2.846%，今後須年均增長6.393%，\
             為此前的2.25倍；較新的數據為超過1,600億元（2023年）：嚴重落後。",
        ],
    ]) {
        let headline = |&language| report(as_of, language).headline.unwrap();
        let told: Vec<String> = Language::ALL.iter().map(headline).collect();
        assert_eq!(told, sentences);
    }
}

#[test]
fn a_rule_has_a_name() {
    for (language, name) in [
        (Language::English, "progress against the path"),
        (Language::SimplifiedChinese, "按路径评价进度"),
        (Language::TraditionalChinese, "按路徑評價進度"),
    ] {
        assert_eq!(report("2026-01-31", language).header.rule_name, name);
    }
    for (language, name) in [
        (
            Language::English,
            "China, mid-term review: progress against the schedule",
        ),
        (Language::SimplifiedChinese, "中期评估：完成进度与时间进度"),
        (Language::TraditionalChinese, "中期評估：完成進度與時間進度"),
    ] {
        assert_eq!(Rule::by_code("china-schedule").unwrap().words(language), name);
    }
    let named = |rule: Rule| report_by(&rule, "2026-01-31", Language::English).header.rule_name;
    // Of one's own, the code tells.
    assert_eq!(named(Rule::open_sdg()), "Open SDG: progress measure");
    assert_eq!(named(Rule::pace().with_code("ours".parse().unwrap())), "ours");
    let published = Rule::published().map(|rule| rule.code().to_string());
    for code in published.chain(Rule::NEEDING_MORE.map(|(code, _)| code.to_owned())) {
        let rule = Rule::pace().with_code(code.parse().unwrap());
        for language in Language::ALL {
            assert_ne!(rule.words(*language), code, "{language:?}");
        }
    }
}

#[test]
fn the_movement_to_show_is_told() {
    let report = report("2026-01-31", Language::English);
    for (code, movement) in [
        ("gdp-2026", Some(Movement::Growth)),
        ("tax-100m-buildings", Some(Movement::Change)),
        ("fishing-ban", None),
    ] {
        let row = report.targets().find(|row| row.code.as_str() == code);
        assert_eq!(row.and_then(|row| row.facts.movement), movement, "{code}");
    }
}

#[test]
fn a_chart_has_its_baseline_and_round_marks() {
    let report = report("2026-01-31", Language::English);
    let chart = &row(&report, "gdp-2026").chart;
    let baseline = chart.baseline.as_ref().unwrap();
    assert_eq!((baseline.period_words.as_str(), baseline.value), ("2021", dec!(1517.7)));
    assert_eq!(Some(baseline), chart.path.first());
    let marks: Vec<_> = chart.axis.ticks.iter().map(|tick| tick.text.as_str()).collect();
    assert_eq!(marks, ["1,200", "1,400", "1,600", "1,800", "2,000"]);
}

#[test]
fn only_two_targets_can_be_judged() {
    let report = report("2026-01-31", Language::English);
    let judged: Vec<_> = report
        .targets()
        .filter(|row| row.verdict.status.value.is_judged())
        .map(|row| (row.code.as_str(), row.verdict.status.value))
        .collect();
    assert_eq!(
        judged,
        [("gdp-2026", Status::Lagging), ("tax-100m-buildings", Status::OffTrack)]
    );
    let attention: Vec<_> = report.attention.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(attention, ["tax-100m-buildings", "gdp-2026"]);
    assert_eq!(report.summary.judged, 2);
    assert_eq!(
        report.summary.score.why.as_deref(),
        Some("less than half of the weight could be judged")
    );

    let buildings = row(&report, "tax-100m-buildings");
    assert_eq!(
        report.attention.first().unwrap().sentence,
        "As of 2026-01-31, “Buildings with annual tax revenue of 100 million yuan or more” stands at 40 buildings (2025), 8 buildings below the path; it \
         has not changed and must gain 10 buildings a year from now on: off track."
    );
    assert_eq!(buildings.facts.arrival.text, "–");
    assert_eq!(
        buildings.facts.arrival.why.as_deref(),
        Some("at the pace so far the bound is not met within 200 years of the deadline")
    );
}

#[test]
fn what_is_not_known_says_why() {
    for &language in Language::ALL {
        let report = report("2026-01-31", language);
        for row in report.targets() {
            let facts = &row.facts;
            for cell in [
                &facts.observed,
                &facts.expected,
                &facts.growth_required_from_now,
                &facts.arrival,
            ] {
                assert_eq!(cell.text == "–", cell.why.is_some(), "{}", row.code);
                assert!(cell.why.as_ref().is_none_or(|why| !why.is_empty()));
            }
            assert!(!row.verdict.reason.words.is_empty());
        }
    }
}

#[test]
fn what_does_not_count_stands_beneath_what_does() {
    let report = report("2026-01-31", Language::English);
    let codes: Vec<_> = report.targets().map(|row| row.code.as_str()).collect();
    for row in report.targets() {
        let Some(principal) = &row.principal else { continue };
        let at = |code: &str| codes.iter().position(|other| *other == code).unwrap();
        assert_eq!(at(row.code.as_str()), at(principal.as_str()) + 1);
        assert_eq!(row.relation.as_ref().unwrap().words, "another reading");
    }
    let brands = row(&report, "intl-famous-brands");
    let beside: Vec<_> = brands.proxies.iter().map(|proxy| &*proxy.words).collect();
    assert_eq!(
        beside,
        [
            "First stores brought in so far 523 stores (2024)",
            "First stores brought in during the year 113 stores (2024)"
        ]
    );
}

/// The figures of a row name their documents, each by what was known on the day.
#[test]
fn figures_say_where_they_were_found() {
    let found = |as_of: &str| -> Vec<String> {
        let report = report(as_of, Language::English);
        let sources = row(&report, "gdp-2026").sources.clone();
        sources
            .into_iter()
            .map(|source| format!("{} {}", source.period, source.origin.title.unwrap()))
            .collect()
    };
    let profile = "2021 渝中区 district profile (encyclopaedia text), tool.huiruisoft.com";
    assert_eq!(
        found("2026-01-31"),
        [profile, "2025 重庆市渝中区人民政府工作报告(2026年)"]
    );
    let [baseline, observed] = &found("2024-02-20")[..] else {
        panic!("two sources")
    };
    assert_eq!(baseline, profile);
    assert!(observed.starts_with("2023 "), "{observed}");

    let report = report("2026-01-31", Language::English);
    let proxies = &row(&report, "gdp-2026").proxies;
    let real_growth = proxies.iter().find_map(|proxy| proxy.source.as_ref()).unwrap();
    assert_eq!(real_growth.origin.locator.as_deref(), Some("section 一"));
}

/// The numbers of an assessment stand beneath the names of their own pillars, also in a plan that has others besides.
#[test]
fn pillars_are_found_by_their_codes() {
    let deliverable = |code: &str| Deliverable::new(code.parse().unwrap(), text!("It is built"), period!("2026"));
    let pillar = |code: &str| {
        Pillar::new(code.parse().unwrap(), text!("A pillar")).with_deliverable(deliverable(&format!("{code}-1")))
    };
    let plan = |pillars: &[&str]| {
        let plan = Plan::builder(code!("city"), text!("City plan"), period!("2022-01-01/P5Y"));
        let plan = pillars.iter().fold(plan, |plan, code| plan.pillar(pillar(code)));
        plan.build().unwrap()
    };
    let (assessed, observations) = (plan(&["north", "south"]), Observations::default());
    let assessment = assess_plan(&assessed, &observations, day!("2024-01-31"), &Rule::pace());
    for (pillars, shown) in [
        (&["north", "south"][..], &["north", "south"][..]),
        (&["south", "north"], &["south", "north"]),
        (&["west", "south"], &["south"]),
        (&["west"], &[]),
    ] {
        let report = Report::new(&plan(pillars), &observations, &assessment, Language::English);
        let rows = report
            .pillars
            .iter()
            .map(|pillar| (pillar.code.to_string(), pillar.deliverables.len()));
        let expected: Vec<_> = shown.iter().map(|code| (code.to_string(), 1)).collect();
        assert_eq!(rows.collect::<Vec<_>>(), expected, "{pillars:?}");
    }
}

#[test]
fn a_replay_shows_no_later_figure() {
    let shown = |as_of: &str| {
        let (plan, observations) = (plan(), observations());
        let assessment = assess_plan(&plan, &observations, date(as_of).unwrap(), &Rule::pace());
        let report = Report::new(&plan, &observations, &assessment, Language::English);
        serde_json::to_string(&(report, assessment)).unwrap()
    };
    // 2025, the second vintage of 2023, and 2022.
    for (as_of, known) in [
        ("2026-01-31", [true, true, true]),
        ("2024-02-20", [false, true, true]),
        ("2024-02-08", [false, false, true]),
        ("2023-02-02", [false, false, false]),
    ] {
        let shown = shown(as_of);
        let values = ["\"1781.8\"", "\"1631.3\"", "\"1560.9\""].map(|value| shown.contains(value));
        assert_eq!(values, known, "{as_of}");
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    for &language in Language::ALL {
        let [one, other] = [(); 2].map(|()| serde_json::to_string(&report("2026-01-31", language)).unwrap());
        assert!(one == other);
    }
}

#[test]
fn a_chart_is_drawn_without_arithmetic() {
    let report = report("2024-02-08", Language::English);
    let chart: &Chart = &row(&report, "gdp-2026").chart;
    let path: Vec<_> = chart
        .path
        .iter()
        .map(|point| format!("{} {} {}", point.period, point.position, point.value.round_dp(2)))
        .collect();
    assert_eq!(
        path,
        [
            "2021 2022 1517.7",
            "2022 2023 1603.82",
            "2023 2024 1694.82",
            "2024 2025 1790.99",
            "2025 2026 1892.61",
            "2026 2027 2000"
        ]
    );
    assert_eq!((chart.goal_low, chart.goal_high), (Some(dec!(2000)), None));
    assert_eq!(chart.today.round_dp(4), dec!(2024.1063));

    let figures: Vec<_> = chart
        .figures
        .iter()
        .map(|figure| {
            (
                figure.period.to_string(),
                figure.value,
                figure.low,
                figure.is_superseded,
            )
        })
        .collect();
    let value = |period: &str, value| (period.to_owned(), Some(value), None, false);
    let over = |period: &str, low, is_superseded| (period.to_owned(), None, Some(low), is_superseded);
    assert_eq!(
        figures,
        [
            value("2019", dec!(1301.35)),
            value("2020", dec!(1358.5)),
            over("2021", dec!(1400), true),
            value("2021", dec!(1517.7)),
            value("2022", dec!(1560.9)),
            over("2023", dec!(1600), false),
        ]
    );
    let projection: Vec<_> = chart
        .projection
        .iter()
        .map(|point| format!("{} {}", point.period, point.value.round_dp(2)))
        .collect();
    assert_eq!(
        projection,
        [
            "2022 1560.9",
            "2023 1605.33",
            "2024 1651.02",
            "2025 1698.02",
            "2026 1746.35"
        ]
    );
}

/// Growth of 4.092 % a year where 5.674 % was required is 0.7212 of it; the score is 7.1429 × that − 4.2857.
#[test]
fn a_composed_rule_shows_its_class_and_its_numbers() {
    for (language, reason, end) in [
        (
            Language::English,
            "the rule's number 0.7212 lies in “acceleration needed”, with a score of 0.8658",
            "2.99 times as fast: lagging (“acceleration needed”).",
        ),
        (
            Language::SimplifiedChinese,
            "测算值0.7212，属“acceleration needed”，得分0.8658",
            "为此前的2.99倍：滞后（“acceleration needed”）。",
        ),
        (
            Language::TraditionalChinese,
            "測算值0.7212，屬「acceleration needed」，得分0.8658",
            "為此前的2.99倍：落後（「acceleration needed」）。",
        ),
    ] {
        let report = report_by(&Rule::open_sdg(), "2026-01-31", language);
        let verdict = &row(&report, "gdp-2026").verdict;
        let cells = verdict.by_rule.as_ref().unwrap();
        assert_eq!(cells.class.as_deref(), Some("acceleration needed"));
        let numbers = [
            &cells.value,
            &cells.observed,
            &cells.required,
            &cells.ratio,
            &cells.score,
        ];
        assert_eq!(
            numbers.map(|cell| &*cell.text),
            ["0.7212", "0.0409", "0.0567", "0.7212", "0.8658"]
        );
        assert_eq!(verdict.reason.words, reason);
        let headline = report.headline.as_deref().unwrap();
        assert!(headline.ends_with(end), "{headline}");
        let attention = report.attention.iter().find(|row| row.code.as_str() == "gdp-2026");
        assert_eq!(attention.unwrap().by_rule.as_ref(), Some(cells));
    }
    // The pace is a fact of its own, and the rule of this crate has no other number.
    let plain = report("2026-01-31", Language::English);
    assert!(plain.targets().all(|row| row.verdict.by_rule.is_none()));
    assert_eq!(plain.summary.whole, None);
    // What was not measured says so.
    let unseen = report_by(&Rule::open_sdg(), "2026-01-31", Language::English);
    let silent = unseen
        .targets()
        .find(|row| row.verdict.status.value == Status::Unknown)
        .unwrap();
    assert_eq!(silent.verdict.by_rule, None);
}

/// Tax buildings did not move (−2.5, of a range from −5 to 5), and product is at 0.8658: the mean of these two pillars, of eight, is −0.8171.
#[test]
fn the_whole_is_shown_as_the_rule_publishes_it() {
    for (language, words) in [
        (Language::English, "limited progress: -0.8171, from 2 of 8 parts"),
        (Language::SimplifiedChinese, "limited progress：-0.8171（据8项中的2项）"),
    ] {
        let report = report_by(&Rule::open_sdg(), "2026-01-31", language);
        let whole = report.summary.whole.as_ref().unwrap();
        assert_eq!((whole.words.as_str(), whole.status.value), (words, Status::OffTrack));
        assert_eq!(whole.class.as_deref(), Some("limited progress"));
        let pillars: Vec<_> = report
            .pillars
            .iter()
            .filter_map(|pillar| pillar.summary.whole.as_ref()?.class.clone())
            .collect();
        assert_eq!(pillars, ["acceleration needed", "limited progress"]);
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(json["summary"]["whole"]["class"], "limited progress");
        assert_eq!(
            json["pillars"][0]["targets"][0]["verdict"]["by_rule"]["class"],
            "acceleration needed"
        );
    }
    // An index has no classes, and its mean none either: 5.4758, and 0 of tax buildings.
    let index = report_by(&Rule::escap_current_status(), "2026-01-31", Language::English);
    let whole = index.summary.whole.as_ref().unwrap();
    assert_eq!((&whole.class, whole.status.value), (&None, Status::Unknown));
    assert_eq!(whole.words, "no class: 2.7379, from 2 of 8 parts");
    let row = row(&index, "gdp-2026");
    assert_eq!(row.verdict.by_rule.as_ref().unwrap().value.text, "5.4758");
    assert_eq!(row.verdict.status.value, Status::Unknown);
}

#[test]
fn every_row_says_in_one_sentence_where_it_stands() {
    let (plan, observations) = (plan(), observations());
    for &language in Language::ALL {
        let report = report("2026-01-31", language);
        let assessment = assess_plan(&plan, &observations, date("2026-01-31").unwrap(), &Rule::pace());
        for row in report.targets() {
            let (indicator, target) = plan.target(&row.code).unwrap();
            let own = &assessment.target(&row.code).unwrap().assessment;
            assert_eq!(row.sentence, headline(indicator, target, own, language));
        }
        let first = report
            .targets()
            .find(|row| row.verdict.status.value.is_judged())
            .unwrap();
        assert_eq!(report.headline.as_ref(), Some(&first.sentence));
        assert!(!report.attention.is_empty());
        for row in &report.attention {
            let pillar = report.pillars.iter().find(|pillar| pillar.code == row.pillar).unwrap();
            assert_eq!(row.pillar_name, pillar.name);
            let own = pillar.targets.iter().find(|own| own.code == row.code).unwrap();
            assert_eq!(row.sentence, own.sentence);
        }
    }
}

/// Every status is an object of four keys with the tone and the colour of its kind, wherever it stands.
#[test]
fn every_status_has_its_tone_and_colour() {
    fn statuses<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
        for (key, value) in value.as_object().into_iter().flatten() {
            if matches!(key.as_str(), "status" | "last_status") && value.is_object() {
                found.push(value);
            }
            statuses(value, found);
        }
        for value in value.as_array().into_iter().flatten() {
            statuses(value, found);
        }
    }
    for rule in [Rule::pace(), Rule::open_sdg()] {
        let json = serde_json::to_value(report_by(&rule, "2026-01-31", Language::English)).unwrap();
        let mut found = Vec::new();
        statuses(&json, &mut found);
        for status in &found {
            let named: Status = status["value"].as_str().unwrap().parse().unwrap();
            let (words, tone) = (named.words(Language::English), named.tone().to_string());
            let whole = serde_json::json!({"value": named, "words": words, "tone": tone, "colour": named.colour(), "text_colour": named.text_colour()});
            assert_eq!(**status, whole);
        }
        assert!(found.len() > 20, "{}", found.len());
        // The same keys by every rule.
        assert!(json["summary"].as_object().unwrap().contains_key("whole"));
        for row in json["attention"].as_array().unwrap() {
            assert!(row.as_object().unwrap().contains_key("by_rule"));
        }
        let verdict = &json["pillars"][0]["targets"][0]["verdict"];
        assert!(verdict.as_object().unwrap().contains_key("by_rule"));
    }
}

/// Wherever a period stands for machines, it stands beside it in words.
#[test]
fn every_period_is_told_in_words() {
    fn told(value: &Value, language: Language) -> usize {
        let mut count = 0;
        for key in ["period", "latest_period", "deadline"] {
            let Some(period) = value.get(key) else { continue };
            let words = period
                .as_str()
                .map(|period| period.parse::<Period>().unwrap().words(language));
            assert_eq!(
                value.get(format!("{key}_words")),
                Some(&serde_json::json!(words)),
                "{value}"
            );
            count += 1;
        }
        // A reason speaks of its periods in its own words, and titles are of many.
        let is_told = |key: &str| !["reason", "headings"].contains(&key);
        let fields = value.as_object().into_iter().flatten();
        let fields = fields.filter(|(key, _)| is_told(key)).map(|(_, value)| value);
        for part in fields.chain(value.as_array().into_iter().flatten()) {
            count += told(part, language);
        }
        count
    }
    for &language in Language::ALL {
        for rule in [Rule::pace(), Rule::open_sdg()] {
            let json = serde_json::to_value(report_by(&rule, "2026-01-31", language)).unwrap();
            assert!(told(&json, language) > 100);
        }
    }
}

/// Each figure that decides is told in its unit, and what is known of its publication in words.
#[test]
fn the_figure_that_decides_is_told_in_its_unit_and_with_its_publication() {
    for (language, decided_by, published) in [
        (
            Language::English,
            "1,781.8 hundred million yuan",
            ["not before 2023-01-01", "2026-01-26"],
        ),
        (
            Language::SimplifiedChinese,
            "1781.8億元",
            ["不早于2023年1月1日", "2026年1月26日"],
        ),
        (
            Language::TraditionalChinese,
            "1,781.8億元",
            ["不早於2023年1月1日", "2026年1月26日"],
        ),
    ] {
        let report = report("2026-01-31", language);
        let row = row(&report, "gdp-2026");
        assert_eq!(row.verdict.deciding_figure.as_ref().unwrap().words, decided_by);
        let figures = &row.chart.figures;
        let of = |year: &str| {
            figures
                .iter()
                .find(|one| one.period.to_string() == year && !one.is_superseded)
        };
        let words = ["2021", "2025"].map(|year| of(year).map_or("none", |one| one.published_words.as_str()));
        assert_eq!(words, published);
    }
}

/// A time axis that centres its labels needs the middle of each period, whatever its length.
#[test]
fn the_middle_of_a_period_lies_between_its_ends() {
    let report = report("2026-01-31", Language::English);
    let chart = &row(&report, "gdp-2026").chart;
    let point = |point: &ChartPoint| (point.period_words.clone(), point.middle, point.position);
    assert_eq!(
        chart.path.first().map(point),
        Some(("2021".to_owned(), dec!(2021.5), dec!(2022)))
    );
    assert_eq!(
        chart.path.last().map(point),
        Some(("2026".to_owned(), dec!(2026.5), dec!(2027)))
    );
    let figure = chart.figures.iter().find(|figure| figure.decides).unwrap();
    assert_eq!((figure.period_words.as_str(), figure.middle), ("2025", dec!(2025.5)));
}

/// A front end needs no list of titles, and no table of the classes of the rules.
#[test]
fn a_report_brings_its_titles_and_its_legend() {
    for &language in Language::ALL {
        let report = report("2026-01-31", language);
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(json["format"], 1);
        let titles = json["headings"].as_object().unwrap();
        assert_eq!(titles.len(), Heading::ALL.len());
        assert_eq!(titles["growth_so_far"], Heading::GrowthSoFar.words(language));
        let legend: Vec<_> = report
            .legend
            .iter()
            .map(|entry| (entry.name.as_str(), entry.status.value))
            .collect();
        let own: Vec<_> = Status::ALL
            .iter()
            .map(|&status| (status.words(language), status))
            .collect();
        assert_eq!(legend, own);

        let by_office = report_by(&Rule::open_sdg(), "2026-01-31", language);
        let json = serde_json::to_value(&by_office.legend[1]).unwrap();
        let status = Status::OnTrack;
        assert_eq!(
            json,
            serde_json::json!({
                "name": "on track",
                "status": {"value": status, "words": status.words(language), "tone": "good", "colour": status.colour(), "text_colour": status.text_colour()},
            })
        );
        let not_judged: Vec<_> = by_office
            .legend
            .iter()
            .rev()
            .map(|entry| entry.status.value)
            .take(2)
            .collect();
        assert_eq!(not_judged, [Status::Unknown, Status::NotDue]);
        // Each class of a row stands in the legend.
        let named = by_office
            .targets()
            .filter_map(|row| row.verdict.by_rule.as_ref()?.class.clone());
        for class in named {
            assert!(by_office.legend.iter().any(|entry| entry.name == class), "{class}");
        }
    }
}

/// Status, share of the way and share expected, the figure, and where the figures were found.
type Measured = (Status, String, Option<Decimal>, String);

/// The promise by a measure as of a day, and how many promises count.
fn by_measure(as_of: &str, measures: [&str; 2]) -> ([Measured; 2], u32) {
    let plan: Plan = serde_json::from_str(include_str!("../examples/data/china-energy-intensity.json")).unwrap();
    let observations = include_str!("../examples/data/china-energy-intensity.observations.json");
    let observations: Observations = serde_json::from_str(observations).unwrap();
    assert!(plan.check_observations(&observations).is_empty());
    let assessment = assess_plan(&plan, &observations, date(as_of).unwrap(), &Rule::pace());
    let report = Report::new(&plan, &observations, &assessment, Language::English);
    let tell = |code| {
        let row = row(&report, code);
        let shares = format!("{} of {}", row.facts.share_of_way.text, row.facts.share_expected.text);
        let titles = row.sources.iter().map(|source| source.origin.title.clone().unwrap());
        let sources = titles.collect::<Vec<_>>().join("; ");
        (row.verdict.status.value, shares, row.facts.observed.value, sources)
    };
    (measures.map(tell), assessment.summary.counts.total())
}

/// The cut of energy use per unit of product in China's 14th plan, whose measure was redefined on the way. Worked by hand: by the old one
/// 0.973 × 0.999 × 0.995 = 0.967166865, and ln of that ÷ ln 0.865 is 0.2302; by the new one 0.884 × 0.949 = 0.838916, below 0.865.
#[test]
fn met_by_the_new_measure_and_a_quarter_of_the_way_by_the_old_one() {
    let by_the_old: Measured = (
        Status::OffTrack,
        "23.02 % of 60.00 %".into(),
        Some(dec!(0.967166865)),
        "victorzhang.cn, 2022-11-17; sf78.cn, 2025-02-28; sf78.cn, 2025-02-28".into(),
    );
    for (as_of, status, shares, value, source) in [
        (
            "2025-03-31",
            Status::Lagging,
            "52.27 % of 60.00 %",
            dec!(92.7),
            "liaoning.baitongwang.com, 2025-03-18",
        ),
        (
            "2025-12-31",
            Status::Ahead,
            "85.02 % of 80.00 %",
            dec!(88.4),
            "White paper, at sthjt.sc.gov.cn, 2025-11-21",
        ),
        (
            "2026-03-31",
            Status::Achieved,
            "121.11 % of 100.00 %",
            dec!(83.8916),
            "National Bureau of Statistics, statistical communiqué on 2025",
        ),
    ] {
        let by_the_new = (status, shares.to_owned(), Some(value), source.to_owned());
        let (found, promises) = by_measure(as_of, ["by-the-new-measure", "by-the-old-measure"]);
        assert_eq!(found, [by_the_new, by_the_old.clone()], "{as_of}");
        assert_eq!(promises, 1, "it counts once");
    }
}

/// The plan that has every field of a document says some things in two languages.
#[test]
fn every_text_is_in_the_language_of_the_report() {
    let plan: Plan = serde_json::from_str(include_str!("documents/plan.json")).unwrap();
    let observations: Observations = serde_json::from_str(include_str!("documents/observations.json")).unwrap();
    let assessment = assess_plan(&plan, &observations, date("2026-01-31").unwrap(), &Rule::pace());
    for (language, document, quote, name) in [
        (Language::English, "The plan", "we shall", "The city"),
        (Language::TraditionalChinese, "規劃綱要", "我們將", "城市"),
        // What is not said in the language is said in the one that is nearest to it.
        (Language::SimplifiedChinese, "規劃綱要", "我們將", "城市"),
    ] {
        let report = Report::new(&plan, &observations, &assessment, language);
        let citation = report.header.citation.as_ref().unwrap();
        assert_eq!(
            (&*citation.document, citation.quote.as_deref()),
            (document, Some(quote))
        );
        assert_eq!(report.header.name, name);
        assert_no_languages(&serde_json::to_value(&report).unwrap());
    }
}

fn assert_no_languages(value: &Value) {
    for &language in Language::ALL {
        assert_eq!(value.get(language.tag()), None, "{value}");
    }
    let within = value.as_object().into_iter().flat_map(|map| map.values());
    within
        .chain(value.as_array().into_iter().flatten())
        .for_each(assert_no_languages);
}

/// 4999999999998 of 10^13 are half to twelve decimals, and less than it.
#[test]
fn less_than_half_by_a_hair_has_no_score() {
    for (weight, why) in [
        ("4999999999998", Some("less than half of the weight could be judged")),
        ("5000000000002", None),
    ] {
        let target = |code: &str, weight: &str| {
            format!(
                r#"{{"code": "{code}", "name": "{code}", "measure": "share", "unit": {{"code": "1", "multiplier": -2}}, "targets": [
                {{"code": "{code}-t", "goal": {{"kind": "level", "at_least": "60"}}, "deadline": "2026", "weight": "{weight}",
                "baseline": {{"period": "2021", "value": "50"}}}}]}}"#
            )
        };
        let plan = format!(
            r#"{{"format": 1, "code": "p", "name": "P", "period": "2022-01-01/P5Y", "pillars": [{{"code": "a", "name": "A",
            "indicators": [{}, {}]}}]}}"#,
            target("x", weight),
            target("y", "5000000000002")
        );
        let seen = r#"{"format": 1, "series": [{"indicator": "x", "unit": {"code": "1", "multiplier": -2},
            "observations": [{"period": "2024", "value": "58", "published": "2025-01-20"}]}]}"#;
        let (plan, seen): (Plan, Observations) = (
            serde_json::from_str(&plan).unwrap(),
            serde_json::from_str(seen).unwrap(),
        );
        let whole = assess_plan(&plan, &seen, day!("2025-02-01"), &Rule::pace());
        assert_eq!(whole.summary.coverage_by_weight, Some(dec!(0.5)));
        assert_eq!(whole.summary.is_covered, why.is_none());
        let score = Report::new(&plan, &seen, &whole, Language::English).summary.score;
        assert_eq!(score.why.as_deref(), why);
        assert_eq!(score.is_known(), why.is_none());
    }
}

/// A promise with milestones, an instalment of it, and four deliverables.
const PLAN_TO_SHOW: &str = r#"{"format": 1, "code": "p", "name": "P", "period": "2022-01-01/P5Y", "pillars": [{"code": "a", "name": "A",
        "indicators": [{"code": "i", "name": "Cover", "note": "Of all homes.", "measure": "share", "unit": {"code": "1", "multiplier": -2, "label": "%"},
        "targets": [
            {"code": "t", "name": "Water for all", "goal": {"kind": "level", "at_least": "60"}, "deadline": "2026",
             "baseline": {"period": "2021", "value": "50"}, "milestones": [{"period": "2022", "value": "53"},
             {"period": "2023", "value": "54"}, {"period": "2024", "value": "56"}, {"period": "2025", "value": "58"}]},
            {"code": "h", "goal": {"kind": "level", "at_least": "56"}, "deadline": "2024",
             "baseline": {"period": "2021", "value": "50"}, "part_of": "t"}]}],
        "deliverables": [
            {"code": "d", "name": "Do it", "deadline": "2025", "weight": "2.5"},
            {"code": "e", "name": "Be done", "deadline": "2026"},
            {"code": "f", "name": "Go on", "deadline": "2022", "amendments": [{"in_force": "2023-02-01", "deadline": "2026"}]},
            {"code": "g", "name": "Say so", "deadline": "2024"}]}]}"#;
const SEEN_OF_IT: &str = r#"{"format": 1, "series": [{"indicator": "i", "unit": {"code": "1", "multiplier": -2}, "observations": [
        {"period": "2022", "value": "52", "published": "2023-01-20"}, {"period": "2024", "value": "57", "published": "2025-01-20"}]}],
        "deliveries": [
            {"deliverable": "d", "reports": [{"state": "under_way", "on": "2024-12-31", "published": "2025-01-02", "share_done": "0.2"}]},
            {"deliverable": "e", "reports": [{"state": "completed", "on": "2024-05-05", "published": "2024-05-05"}]},
            {"deliverable": "f", "reports": [{"state": "under_way", "on": "2024-05-05", "published": "2024-05-05"}]}]}"#;

fn shown_as(as_of: impl Into<milepost::AsOf>, language: Language) -> Report {
    let plan: Plan = serde_json::from_str(PLAN_TO_SHOW).unwrap();
    let seen: Observations = serde_json::from_str(SEEN_OF_IT).unwrap();
    Report::of(&plan, &seen, as_of, &Rule::pace(), language)
}

fn shown_in(language: Language) -> Report {
    shown_as(day!("2025-02-01"), language)
}

/// What a front end needs of a row and cannot find: how milestones went, what its indicator is, and what an instalment is
/// called.
#[test]
fn a_row_has_all_that_a_front_end_shows_of_it() {
    let report = shown_in(Language::English);
    assert_eq!(report.header.undated_words, "undated figures are left out");
    let row = row(&report, "t");
    assert_eq!(
        (&*row.name, &*row.indicator_name, row.indicator_note.as_deref()),
        ("Water for all", "Cover", Some("Of all homes."))
    );
    let milestones = row.milestones.iter().map(|milestone| {
        let figure = milestone.figure.as_ref().map(|figure| &*figure.words);
        (&*milestone.promised.words, figure, &*milestone.words)
    });
    assert_eq!(
        milestones.collect::<Vec<_>>(),
        [
            ("53 %", Some("52 %"), "2022: not kept"),
            ("54 %", None, "2023: unknown"),
            ("56 %", Some("57 %"), "2024: kept"),
        ]
    );
    let instalment = report.target("h").unwrap();
    assert_eq!(
        (
            instalment.part_of.as_ref().map(Code::as_str),
            instalment.part_of_words.as_deref()
        ),
        (Some("t"), Some("instalment"))
    );
    let undated = milepost::AsOf::from(day!("2025-02-01")).including_undated();
    let undated = shown_as(undated, Language::English);
    assert_eq!(undated.header.undated_words, "undated figures count");
}

/// How far a deliverable should be, what it weighs, and where it stands in one sentence.
#[test]
fn a_deliverable_stands_beside_its_time() {
    let report = shown_in(Language::English);
    let deliverable = report.deliverable("d").unwrap();
    let told = |cell: &Option<milepost::report::Cell>| cell.as_ref().map(|cell| cell.text.clone()).unwrap_or_default();
    assert_eq!(
        [&deliverable.share_done, &deliverable.share_of_time, &deliverable.pace].map(told),
        ["20.00 %", "75.00 %", "0.267"]
    );
    assert_eq!(
        (&*deliverable.weight.text, deliverable.weight.value),
        ("2.5", Some(dec!(2.5)))
    );
    for (language, sentences) in [
        (
            Language::English,
            [
                "As of 2025-02-01, “Do it” is off track: 20.00 % was done by 2024-12-31, with 75.00 % of the time gone; its \
                 pace is 0.267.",
                "As of 2025-02-01, “Be done” is achieved: done on 2024-05-05.",
                "As of 2025-02-01, nothing of “Go on” is due yet: the deadline is not over; by the first promise, missed.",
                "As of 2025-02-01, nobody can say where “Say so” stands: nothing was reported since the deadline.",
            ],
        ),
        (
            Language::SimplifiedChinese,
            [
                "截至2025年2月1日，“Do it”严重滞后：到2024年12月31日已完成20.00%，时间已过75.00%；进度比为0.267。",
                "截至2025年2月1日，“Be done”已实现：2024年5月5日完成。",
                "截至2025年2月1日，“Go on”尚未到期：期限未到；按原承诺为未实现。",
                "截至2025年2月1日，无法评估“Say so”：期限过后没有报告。",
            ],
        ),
    ] {
        let report = shown_in(language);
        let told: Vec<_> = report.deliverables().map(|row| row.sentence.as_str()).collect();
        assert_eq!(told, sentences);
    }
}

/// Who reported it as done, and then as not, is told with both: the last word is that it is not.
#[test]
fn the_sentence_of_what_was_undone_says_the_last_word() {
    let hall = Deliverable::new(code!("hall"), text!("Hall"), period!("2026"));
    let pillar = Pillar::new(code!("a"), text!("A")).with_deliverable(hall);
    let plan = Plan::builder(code!("p"), text!("P"), period!("2022-01-01/P5Y")).pillar(pillar);
    let reported = |state, on| milepost::Delivery::new(state, on).published_on(on);
    let reports = vec![
        reported(milepost::DeliveryState::Completed, day!("2026-05-01")),
        reported(milepost::DeliveryState::UnderWay, day!("2026-08-01")),
    ];
    let seen = Observations::default().with_deliveries(code!("hall"), reports).unwrap();
    let plan = plan.build().unwrap();
    let told = Language::ALL.iter().map(|&language| {
        let report = Report::of(&plan, &seen, day!("2027-02-15"), &Rule::pace(), language);
        report.deliverable("hall").unwrap().sentence.clone()
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "As of 2027-02-15, “Hall” is achieved: done on 2026-05-01, and reported as under way on 2026-08-01.",
            "截至2027年2月15日，“Hall”已实现：2026年5月1日完成，而2026年8月1日又报告为“进行中”。",
            "截至2027年2月15日，「Hall」已達成：2026年5月1日完成，而2026年8月1日又報告為「進行中」。",
        ]
    );
}

/// The relative luminance of a colour, as WCAG 2.2 defines it.
#[expect(
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a colour is seven ASCII letters"
)]
fn luminance(colour: &str) -> f64 {
    let part = |from: usize| {
        let part = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn words_on_a_colour_can_be_read() {
    for status in Status::ALL {
        let [one, other] = [status.colour(), status.text_colour()].map(|colour| luminance(colour) + 0.05);
        assert!(one.max(other) / one.min(other) >= 4.5, "{status}");
    }
}

/// The later figure of a publisher that ranks lower is no earlier vintage; each says who published it.
#[test]
fn figures_that_are_set_aside_say_who_published_them() {
    use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Series, Source, Target, Unit};

    let figure = |value, publisher, published| {
        let source = Source::new(text!("Waste")).with_publisher(publisher);
        Observation::new(period!("2023"), value)
            .published_on(published)
            .with_source(source)
    };
    let figures = vec![
        figure(dec!(200), text!("A"), day!("2024-02-01")),
        figure(dec!(205), text!("A"), day!("2024-03-01")),
        figure(dec!(210), text!("B"), day!("2024-09-01")),
    ];
    let tonnes = Unit::new(code!("t"), 0).unwrap();
    let ranked = Series::new(code!("waste"), tonnes.clone(), figures).unwrap();
    let ranked = ranked.with_publishers(vec![text!("A"), text!("B")]);
    let goal = Goal::level(Bound::AtMost(dec!(100)));
    let target = Target::builder(code!("w"), Quantity::new(Measure::Flow, tonnes), goal, period!("2030"));
    let target = target
        .baseline(Baseline::stated(period!("2020"), dec!(300)))
        .build()
        .unwrap();
    for (&language, words) in Language::ALL.iter().zip(["set aside", "未采用", "未採用"]) {
        let chart = Chart::new(&target, &ranked, day!("2024-12-31"), language);
        let told: Vec<_> = chart
            .figures
            .iter()
            .map(|one| (&*one.text, one.is_superseded))
            .collect();
        assert_eq!(told, [("200", true), ("205", false), ("210", true)]);
        let publishers = chart
            .figures
            .iter()
            .map(|one| one.source.as_ref()?.publisher.as_deref());
        assert_eq!(publishers.collect::<Vec<_>>(), [Some("A"), Some("A"), Some("B")]);
        assert_eq!(Heading::Superseded.words(language), words);
    }
}
