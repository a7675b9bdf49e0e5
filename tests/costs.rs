//! Nothing costs more than its size: what is sixteen times as long takes about sixteen times as long, and holds no more than some times its
//! size.
//!
//! It is the time of the thread that is counted, the best of three; and 16 ×, with its logarithm 20 ×, is told from 256 ×.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "rules/catalogue.rs"]
mod catalogue;

use std::hint::black_box;
use std::time::Duration;

use allocation_counter::measure;
use chrono::{Days, NaiveDate};
use cpu_time::ThreadTime;
use milepost::{
    Caveat, Ground, Language, Missing, Observations, ObservationsDocument, Plan, PlanDocument, Reason, Report, Rule,
    Status, assess_plan, chrono, date, evidence, verdict,
};

fn best_of(work: &dyn Fn()) -> Duration {
    let times = (0..3).map(|_| {
        let start = ThreadTime::now();
        work();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// Fails if the work on 16 n things is that of squares.
fn assert_linear(name: &str, things: usize, work: impl Fn(usize) -> Box<dyn Fn()>) {
    let (short, long) = (best_of(&*work(things)), best_of(&*work(things.saturating_mul(16))));
    assert!(
        long < short.saturating_mul(64).saturating_add(Duration::from_millis(1)),
        "{name}: {things} take {short:?}, sixteen times as many take {long:?}"
    );
}

fn plan_of(targets: &str) -> String {
    format!(
        r#"{{"format": 1, "code": "p", "name": "P", "period": "2021-01-01/P10Y", "pillars": [{{"code": "a", "name": "A", "indicators":
        [{{"code": "i", "name": "I", "measure": "flow", "unit": {{"code": "u"}}, "targets": [{targets}]}}]}}]}}"#
    )
}

fn target(number: usize, more: &str) -> String {
    format!(
        r#"{{"code": "t{number}", "goal": {{"kind": "level", "at_least": "100"}}, "baseline": {{"period": "2021", "value": "50"}},
        "deadline": "2026"{more}}}"#
    )
}

fn series_of(observations: &[String]) -> String {
    let observations = observations.join(",");
    format!(
        r#"{{"format": 1, "series": [{{"indicator": "i", "unit": {{"code": "u"}}, "observations": [{observations}]}}]}}"#
    )
}

fn day(number: usize) -> NaiveDate {
    let days = Days::new(number.try_into().unwrap());
    date("1900-01-01").unwrap().checked_add_days(days).unwrap()
}

/// A check of what this document has in it.
fn check_of_plan(document: &str) -> Box<dyn Fn()> {
    let document: PlanDocument = serde_json::from_str(document).unwrap();
    Box::new(move || drop(black_box(document.check())))
}

fn check_of_observations(document: &str) -> Box<dyn Fn()> {
    let document: ObservationsDocument = serde_json::from_str(document).unwrap();
    Box::new(move || {
        let checked = document.check();
        assert!(checked.value.is_some(), "{}", checked.problems);
    })
}

#[test]
fn checks_of_plans_are_linear_in_every_list() {
    assert_linear("languages", 500, |languages| {
        let words: Vec<String> = (0..languages)
            .map(|number| format!(r#""en-{number:08}": "x""#))
            .collect();
        check_of_plan(&plan_of(&target(0, &format!(r#", "note": {{{}}}"#, words.join(",")))))
    });
    assert_linear("unknown fields", 200, |count| {
        let fields: Vec<String> = (0..count).map(|number| format!(r#""unknown_{number}": 1"#)).collect();
        check_of_plan(&plan_of(&target(0, &format!(", {}", fields.join(",")))))
    });
    assert_linear("targets", 100, |targets| {
        let targets: Vec<String> = (0..targets).map(|number| target(number, "")).collect();
        check_of_plan(&plan_of(&targets.join(",")))
    });
    assert_linear("dimensions of one part", 500, |count| {
        let dimensions: Vec<String> = (0..count).map(|number| format!(r#""d{number}""#)).collect();
        let part = format!(
            r#""breakdowns": [{{"code": "b", "name": "B", "dimensions": [{}]}}], "targets""#,
            dimensions.join(",")
        );
        check_of_plan(&plan_of(&target(0, "")).replace(r#""targets""#, &part))
    });
    assert_linear("alternatives", 100, |targets| {
        let alternatives = (1..targets).map(|number| target(number, r#", "alternative_to": "t0""#));
        let targets: Vec<String> = [target(0, "")].into_iter().chain(alternatives).collect();
        check_of_plan(&plan_of(&targets.join(",")))
    });
}

#[test]
fn vintages_sources_and_publishers_are_linear() {
    assert_linear("vintages", 200, |vintages| {
        let published = |number| {
            format!(
                r#"{{"period": "1899", "value": "{number}", "published": "{}"}}"#,
                day(number)
            )
        };
        check_of_observations(&series_of(&(0..vintages).map(published).collect::<Vec<_>>()))
    });
    assert_linear("sources", 200, |sources| {
        let found = |number| {
            format!(
                r#"{{"period": "2020", "value": "{number}", "published": "2021-01-01", "source": {{"title": "s{number}"}}}}"#
            )
        };
        check_of_observations(&series_of(&(0..sources).map(found).collect::<Vec<_>>()))
    });
    assert_linear("publishers that speak of one period", 200, |sources| {
        let found = |number| {
            format!(
                r#"{{"period": "2020", "value": "{number}", "published": "2021-01-01", "source": {{"title": "t", "publisher": "p{number}"}}}}"#
            )
        };
        let document = series_of(&(0..sources).map(found).collect::<Vec<_>>());
        let observations: Observations = serde_json::from_str(&document).unwrap();
        Box::new(move || {
            for series in &observations {
                assert_eq!(
                    black_box(series.as_known_on(date("2022-01-01").unwrap()).figures().count()),
                    1
                );
            }
        })
    });
    assert_linear("publishers that are ranked", 40, |count| {
        let figures = ["2021", "2023"].map(|period| {
            let figure = |number| {
                format!(
                    r#"{{"period": "{period}", "value": "5", "published": "2024-02-01", "source": {{"title": "t", "publisher": "p{number}"}}}}"#
                )
            };
            (0..count).map(figure).collect::<Vec<_>>().join(",")
        });
        let ranks: Vec<String> = (0..count).map(|number| format!(r#""p{number}""#)).collect();
        let series = series_of(&figures).replace(
            r#""observations""#,
            &format!(r#""publishers": [{}], "observations""#, ranks.join(",")),
        );
        let plan: Plan = serde_json::from_str(&plan_of(&target(0, "").replace(r#", "value": "50"}"#, "}"))).unwrap();
        let observations: Observations = serde_json::from_str(&series).unwrap();
        Box::new(move || {
            let (_, target) = plan.targets().next().unwrap();
            for series in &observations {
                let facts = evidence(target, series, date("2024-06-30").unwrap());
                assert_eq!(facts.observed.map(|one| one.period), Ok("2023".parse().unwrap()));
            }
        })
    });
}

/// A promise of many points that is amended many times: each version would be as long as the first.
#[test]
fn amendments_are_linear_in_what_they_copy() {
    assert_linear("amendments", 100, |count| {
        let points: Vec<String> = (0..count)
            .map(|number| {
                format!(
                    r#"{{"period": "{}", "value": "{number}"}}"#,
                    number.saturating_add(2022)
                )
            })
            .collect();
        let first = date("2022-01-01").unwrap();
        let amendments: Vec<String> = first
            .iter_days()
            .take(count)
            .map(|day| format!(r#"{{"in_force": "{day}", "baseline": {{"period": "2021", "value": "50"}}}}"#))
            .collect();
        let (points, amendments) = (points.join(","), amendments.join(","));
        check_of_plan(&plan_of(&target(
            0,
            &format!(r#", "milestones": [{points}], "amendments": [{amendments}]"#),
        )))
    });
}

/// The most bytes that reading and checking a document holds on the heap.
fn held_by(document: &str) -> u64 {
    let check = || drop(serde_json::from_str::<PlanDocument>(document).map(|document| document.check()));
    measure(check).bytes_max
}

/// 1,500,000 values are the most that are read: so no document holds half a gigabyte.
#[test]
fn no_value_of_a_hostile_document_holds_more_than_some_bytes() {
    const VALUES: usize = 1 << 16;
    let deep = format!("{}{}", "[".repeat(60), "]".repeat(60));
    let wide = |thing: &str, values: usize| vec![thing; VALUES / values + 1].join(",");
    let coded: Vec<String> = (0..=VALUES / 2)
        .map(|number| format!(r#"{{"code":"{number}"}}"#))
        .collect();
    let targets = |targets: &str| format!(r#"{{"indicators": [{{"targets": [{targets}]}}]}}"#);
    for (name, pillars) in [
        ("lists", wide("[]", 1)),
        ("maps", wide("{}", 1)),
        ("numbers", wide("1", 1)),
        ("texts", wide(r#""""#, 1)),
        ("deep lists", wide(&deep, 60)),
        ("fields", wide(r#"{"":1}"#, 2)),
        ("a map", format!("{{{}}}", wide(r#""":1"#, 1))),
        ("targets", targets(&wide("{}", 1))),
        ("targets with codes", targets(&coded.join(","))),
    ] {
        let document = format!(r#"{{"format": 1, "pillars": [{pillars}]}}"#);
        let held = held_by(&document) / u64::try_from(VALUES).unwrap();
        assert!(held < 330, "{name}: {held} bytes a value");
    }
}

#[test]
fn a_document_of_too_many_values_is_refused() {
    let document = format!("[{}1]", "1,".repeat(1_500_000));
    let error = serde_json::from_str::<PlanDocument>(&document).unwrap_err().to_string();
    assert!(error.starts_with("a document holds 1500000 values at most"), "{error}");
}

#[test]
fn problems_beyond_the_first_are_counted() {
    let items: Vec<&str> = vec!["null"; 1_203];
    let document: PlanDocument =
        serde_json::from_str(&format!(r#"{{"format": 1, "pillars": [{}]}}"#, items.join(","))).unwrap();
    let problems = document.check().problems;
    // Code, name and period are missing too.
    assert_eq!(
        (problems.found(), problems.len(), problems.not_kept()),
        (1_206, 1_000, 206)
    );
    let text = problems.to_string();
    assert!(text.starts_with("1206 problems\n"), "{text}");
    assert!(text.ends_with("\nand 206 more"), "{text}");
    assert_eq!(text.lines().count(), 1_002);
    for (most, kept, not_kept) in [(0, 0, 1_206), (1, 1, 1_205), (5_000, 1_206, 0)] {
        let problems = document.check_keeping(most).problems;
        assert_eq!((problems.len(), problems.not_kept()), (kept, not_kept));
        assert!(problems.has_errors() && !problems.is_empty());
    }
}

/// A report on a plan, from the assessment to its rows.
fn report_of(plan: &str, observations: &str) -> Box<dyn Fn()> {
    let plan: Plan = serde_json::from_str(plan).unwrap();
    let observations: Observations = serde_json::from_str(observations).unwrap();
    let as_of = date("2024-06-30").unwrap();
    Box::new(move || {
        let assessment = assess_plan(&plan, &observations, as_of, &Rule::pace());
        drop(black_box(Report::new(
            &plan,
            &observations,
            &assessment,
            Language::English,
        )));
    })
}

#[test]
fn reports_are_linear_in_every_list() {
    let none = r#"{"format": 1}"#;
    assert_linear("targets in a report", 40, |targets| {
        let targets: Vec<String> = (0..targets).map(|number| target(number, "")).collect();
        report_of(&plan_of(&targets.join(",")), none)
    });
    assert_linear("alternatives in a report", 40, |targets| {
        let alternatives = (1..targets).map(|number| target(number, r#", "alternative_to": "t0""#));
        let targets: Vec<String> = [target(0, "")].into_iter().chain(alternatives).collect();
        report_of(&plan_of(&targets.join(",")), none)
    });
    assert_linear("proxies in a report", 400, |count| {
        let proxy =
            |number| format!(r#"{{"code": "p{number}", "name": "P", "measure": "flow", "unit": {{"code": "u"}}}}"#);
        let codes: Vec<String> = (0..count).map(|number| format!(r#""p{number}""#)).collect();
        let proxies: Vec<String> = (0..count).map(proxy).collect();
        let plan = plan_of(&target(0, &format!(r#", "proxies": [{}]"#, codes.join(","))));
        let own = r#"{"code": "i""#;
        let plan = plan.replacen(own, &format!("{},{own}", proxies.join(",")), 1);
        report_of(&plan, none)
    });
    assert_linear("deliverables in a report", 200, |deliverables| {
        let deliverable = |number| format!(r#"{{"code": "d{number}", "name": "D", "deadline": "2026"}}"#);
        let deliverables: Vec<String> = (0..deliverables).map(deliverable).collect();
        let plan = format!(
            r#"{{"format": 1, "code": "p", "name": "P", "period": "2021-01-01/P10Y", "pillars": [{{"code": "a", "name": "A",
            "deliverables": [{}]}}]}}"#,
            deliverables.join(",")
        );
        report_of(&plan, none)
    });
}

/// An indicator with parts and targets, and a series of each part.
fn broken_down(code: usize, parts: usize, targets: &str) -> [String; 2] {
    let part = |number| format!(r#"{{"code": "p{number}", "name": "P", "dimensions": ["d"]}}"#);
    let series = |number| {
        format!(
            r#"{{"indicator": "i{code}", "breakdown": "p{number}", "unit": {{"code": "u"}}, "published": "2024-01-20",
            "observations": [{{"period": "2021", "value": "50"}}, {{"period": "2023", "value": "60"}}]}}"#
        )
    };
    let all: Vec<String> = (0..parts).map(part).collect();
    let indicator = format!(
        r#"{{"code": "i{code}", "name": "I", "measure": "flow", "unit": {{"code": "u"}}, "breakdowns": [{}], "adds_up": ["d"],
        "targets": [{targets}]}}"#,
        all.join(",")
    );
    [indicator, (0..parts).map(series).collect::<Vec<_>>().join(",")]
}

/// So many targets of each of ten parts.
fn of_ten_parts(targets: usize) -> [String; 2] {
    let all = (0..targets).map(|number| {
        let target =
            target(number, r#", "of": {"each": "d"}"#).replace(r#"{"period": "2021", "value": "50"}"#, r#""2021""#);
        broken_down(number, 10, &target)
    });
    let (indicators, series): (Vec<_>, Vec<_>) = all.map(|[indicator, series]| (indicator, series)).unzip();
    let plan = format!(
        r#"{{"format": 1, "code": "p", "name": "P", "period": "2021-01-01/P10Y", "pillars": [{{"code": "a", "name": "A", "indicators":
        [{}]}}]}}"#,
        indicators.join(",")
    );
    [plan, format!(r#"{{"format": 1, "series": [{}]}}"#, series.join(","))]
}

/// One target of each of so many parts, of which the plan states the starts.
fn with_stated_starts(parts: usize) -> [String; 2] {
    let starts: Vec<String> = (0..parts).map(|number| format!(r#""p{number}": "50""#)).collect();
    let stated = format!(r#""values": {{{}}}}}, "of": {{"each": "d"}}"#, starts.join(","));
    let target = target(0, "").replace(r#""value": "50"}"#, &stated);
    let [indicator, series] = broken_down(0, parts, &target);
    let plan = format!(
        r#"{{"format": 1, "code": "p", "name": "P", "period": "2021-01-01/P10Y", "pillars": [{{"code": "a", "name": "A", "indicators":
        [{indicator}]}}]}}"#
    );
    [plan, format!(r#"{{"format": 1, "series": [{series}]}}"#)]
}

/// So many parts of one indicator, with a target each.
fn of_a_part_each(parts: usize) -> [String; 2] {
    let of_part = |number| target(number, &format!(r#", "of": {{"breakdown": "p{number}"}}"#));
    let targets: Vec<String> = (0..parts).map(of_part).collect();
    let [indicator, series] = broken_down(0, parts, &targets.join(","));
    let plan = format!(
        r#"{{"format": 1, "code": "p", "name": "P", "period": "2021-01-01/P10Y", "pillars": [{{"code": "a", "name": "A", "indicators":
        [{indicator}]}}]}}"#
    );
    [plan, format!(r#"{{"format": 1, "series": [{series}]}}"#)]
}

#[test]
fn parts_are_linear_in_time_and_memory() {
    for (name, things, documents) in [
        (
            "targets of ten parts each",
            63, // and sixteen times as many are a thousand
            of_ten_parts as fn(usize) -> [String; 2],
        ),
        ("parts with a target each", 40, of_a_part_each),
        ("parts whose starts are stated", 40, with_stated_starts),
    ] {
        assert_linear(&format!("{name}, checked"), things, |things| {
            check_of_plan(&documents(things)[0])
        });
        assert_linear(&format!("{name}, with their figures"), things, |things| {
            let [plan, observations] = documents(things);
            let plan: Plan = serde_json::from_str(&plan).unwrap();
            let observations: Observations = serde_json::from_str(&observations).unwrap();
            Box::new(move || assert!(!black_box(plan.check_observations(&observations)).has_errors()))
        });
        assert_linear(&format!("{name}, reported"), things, |things| {
            let [plan, observations] = documents(things);
            report_of(&plan, &observations)
        });
        let held = |things| {
            let [plan, observations] = documents(things);
            let work = report_of(&plan, &observations);
            measure(work).bytes_max
        };
        let (few, many) = (held(things), held(things.saturating_mul(4)));
        assert!(
            many < few.saturating_mul(5),
            "{name}: {few} bytes, and {many} for four times as many"
        );
    }
}

/// A promise of each day of eight thousand years is written in a line, and its record has no more than a list can show.
#[test]
fn a_record_of_days_tells_the_latest_and_the_next() {
    let plan = plan_of(
        r#"{"code": "t", "goal": {"kind": "keep", "at_least": "1", "every": "P1D"}, "baseline": {"period": "2019", "value": "5"}, "deadline": "9998"}"#,
    )
    .replace("2021-01-01/P10Y", "2019-01-01/P7980Y");
    let plan: Plan = serde_json::from_str(&plan).unwrap();
    let observations: Observations = serde_json::from_str(&series_of(&[
        r#"{"period": "2024-06-29/P1D", "value": "3", "published": "2024-06-30"}"#.into(),
    ]))
    .unwrap();
    let report = Report::of(
        &plan,
        &observations,
        date("2024-06-30").unwrap(),
        &Rule::pace(),
        Language::English,
    );
    let record = report.target("t").unwrap().record.as_ref().unwrap();
    // 2020 to 2023, and 181 days of 2024 before the day of the question.
    assert_eq!((record.due, record.kept, record.unknown), (1461 + 181, 1, 1461 + 180));
    let told: Vec<_> = record
        .periods
        .iter()
        .map(|period| (period.period.to_string(), period.is_due))
        .collect();
    let [first, last_due, next, last] = [0, 999, 1000, 1999].map(|place| told.get(place).cloned().unwrap());
    assert_eq!(told.len(), 2000);
    assert_eq!(last_due, ("2024-06-29".into(), true));
    assert_eq!(next, ("2024-06-30".into(), false));
    assert_eq!((first.0.as_str(), last.0.as_str()), ("2021-10-04", "2027-03-26"));
}

#[test]
fn records_are_linear_in_the_months() {
    for goal in [
        r#"{"kind": "keep", "at_least": "1", "every": "month"}"#,
        r#"{"kind": "trend", "direction": "rising", "than": "previous", "every": "month"}"#,
        r#"{"kind": "cumulative", "at_least": "1000000"}"#,
        r#"{"kind": "level", "at_least": "1000000"}"#,
    ] {
        assert_linear(goal, 60, |months| {
            let end = 1900 + months / 12 + 2;
            let plan = plan_of(&format!(
                r#"{{"code": "t", "goal": {goal}, "baseline": {{"period": "1899", "value": "50"}}, "deadline": "{end}"}}"#
            ))
            .replace("2021-01-01/P10Y", &format!("1899-01-01/P{}Y", months / 12 + 5));
            let figure = |month: usize| {
                let (year, month) = (1900 + month / 12, month % 12 + 1);
                format!(
                    r#"{{"period": "{year}-{month:02}", "value": "{}", "published": "{}-01-01"}}"#,
                    month + year,
                    year + 1
                )
            };
            report_of(&plan, &series_of(&(0..months).map(figure).collect::<Vec<_>>()))
        });
    }
}

/// Where figures leave gaps or overlap, each sum is looked for by itself: no more of them than a chart shows, and no longer than
/// figures lead.
#[test]
fn sums_with_gaps_and_overlaps_are_linear_in_the_figures() {
    let plan = plan_of(
        r#"{"code": "t", "goal": {"kind": "cumulative", "at_least": "1000000000"}, "baseline": {"period": "1600"}, "deadline": "2026"}"#,
    )
    .replace("2021-01-01/P10Y", "1600-01-01/P500Y");
    let month = |month: usize| {
        let (year, number) = (1700 + month / 12, month % 12 + 1);
        format!(r#"{{"period": "{year}-{number:02}", "value": "5", "published": "2023-01-01"}}"#)
    };
    // Of some hundreds, each is drawn.
    assert_linear("months behind a gap", 240, |months| {
        report_of(&plan, &series_of(&(0..months).map(month).collect::<Vec<_>>()))
    });
    let total = |number| {
        format!(
            r#"{{"period": "2020", "value": "5", "published": "2023-01-01", "cumulative_since": "{}"}}"#,
            day(number)
        )
    };
    assert_linear("running totals from each day", 100, |totals| {
        report_of(&plan, &series_of(&(0..totals).map(total).collect::<Vec<_>>()))
    });
}

/// A total is set beside its parts wherever both are known.
#[test]
fn totals_beside_their_parts_are_linear_in_the_months() {
    assert_linear("running totals beside months", 200, |months| {
        let end = 1900 + months / 12 + 2;
        let plan = plan_of(&format!(
            r#"{{"code": "t", "goal": {{"kind": "cumulative", "at_most": "1000000"}}, "baseline": {{"period": "1899"}}, "deadline": "{end}"}}"#
        ))
        .replace("2021-01-01/P10Y", &format!("1899-01-01/P{}Y", months / 12 + 5));
        let figures = (0..months).flat_map(|month| {
            let (year, number) = (1900 + month / 12, month % 12 + 1);
            let figure = |value: usize, since: &str| {
                format!(
                    r#"{{"period": "{year}-{number:02}", "value": "{value}", "published": "{}-01-01"{since}}}"#,
                    year + 1
                )
            };
            let total = || figure(month + 1, r#", "cumulative_since": "1900-01-01""#);
            [figure(1, "")].into_iter().chain((month > 0).then(total))
        });
        let plan: Plan = serde_json::from_str(&plan).unwrap();
        let observations: Observations = serde_json::from_str(&series_of(&figures.collect::<Vec<_>>())).unwrap();
        let as_of = date(&format!("{}-06-30", 1900 + months / 12)).unwrap();
        Box::new(move || {
            let (_, target) = plan.targets().next().unwrap();
            let series = observations.series("i").unwrap();
            let verdict = verdict(target, series, as_of, &Rule::pace());
            assert_eq!(verdict.status, Status::OnTrack);
            assert!(!verdict.caveats.contains(Caveat::TotalContradictsParts));
        })
    });
}

/// Whether an estimate gives way is asked wherever figures are read.
#[test]
fn estimates_beside_their_parts_are_linear_in_the_years() {
    assert_linear("estimates of years beside their months", 10, |years| {
        let end = 1900 + years;
        let plan = plan_of(&format!(
            r#"{{"code": "t", "goal": {{"kind": "cumulative", "at_most": "1000000"}}, "baseline": {{"period": "1899"}}, "deadline": "{end}"}}"#
        ))
        .replace("flow\",", r#"flow", "possible": {"at_least": "0"},"#)
        .replace("2021-01-01/P10Y", &format!("1899-01-01/P{}Y", years + 5));
        let figures = (1900..end).flat_map(|year| {
            let month = move |number| {
                format!(r#"{{"period": "{year}-{number:02}", "value": "9", "published": "{end}-01-01"}}"#)
            };
            let estimate = format!(
                r#"{{"period": "{year}", "value": "{}", "status": "estimated", "published": "{year}-06-01"}}"#,
                if year % 2 == 0 { 90 } else { 108 }
            );
            (1..=11).map(month).chain([estimate])
        });
        let plan: Plan = serde_json::from_str(&plan).unwrap();
        let observations: Observations = serde_json::from_str(&series_of(&figures.collect::<Vec<_>>())).unwrap();
        let as_of = date(&format!("{end}-06-30")).unwrap();
        Box::new(move || {
            let (_, target) = plan.targets().next().unwrap();
            let series = observations.series("i").unwrap();
            assert_eq!(verdict(target, series, as_of, &Rule::pace()).status, Status::OnTrack);
        })
    });
}

/// Each milestone is set beside the index by then, and the rates that lead to it are chained once for all of them.
#[test]
fn milestones_of_a_chain_are_linear_in_the_years() {
    assert_linear("milestones of a chain", 50, |years| {
        let year = |number: usize| 1001 + number;
        let milestones: Vec<String> = (1..years)
            .map(|number| format!(r#"{{"period": "{}", "value": "{number}"}}"#, year(number)))
            .collect();
        let plan = plan_of(&format!(
            r#"{{"code": "t", "goal": {{"kind": "average_growth", "at_least": "0.01", "measured_by": "yearly_rates"}},
            "baseline": {{"period": "1001"}}, "deadline": "2026", "milestones": [{}]}}"#,
            milestones.join(",")
        ))
        .replace("2021-01-01/P10Y", "1001-01-01/P1100Y")
        .replace(
            r#""flow", "unit": {"code": "u"}"#,
            r#""growth_rate", "unit": {"code": "u"}"#,
        );
        // Twice as much, and half of it again, so that no number grows long.
        let figure = |number: usize| {
            let (year, rate) = (year(number), if number % 2 == 0 { "-0.5" } else { "1" });
            format!(
                r#"{{"period": "{year}", "value": "{rate}", "published": "{}-01-01"}}"#,
                year + 1
            )
        };
        let plan: Plan = serde_json::from_str(&plan).unwrap();
        let series = series_of(&(1..years).map(figure).collect::<Vec<_>>());
        let observations: Observations = serde_json::from_str(&series).unwrap();
        let as_of = date("2024-06-30").unwrap();
        Box::new(move || {
            let (_, target) = plan.targets().next().unwrap();
            for series in &observations {
                let milestones = evidence(target, series, as_of).milestones.unwrap();
                assert_eq!(milestones.len(), years - 1);
                assert!(milestones.iter().all(|one| one.outcome.is_some()));
            }
        })
    });
}

/// Growth that leads beyond every number by the year 9999, or below the smallest, is judged in some times what it takes to judge it by 2030: the
/// number is not worked out, nor looked for among the decimals. It took a hundred times as long as this allows.
#[test]
fn what_is_too_large_or_too_small_is_told_at_once_by_every_rule() {
    for (goal, measure) in [
        (
            r#""kind": "average_growth", "at_least": "0.0523456789012345678901234567""#,
            "flow",
        ),
        (
            r#""kind": "average_growth", "at_most": "-0.0512345678901234567890123456""#,
            "flow",
        ),
        (r#""kind": "average_growth", "more_than": "0.99""#, "index"),
        (
            r#""kind": "average_growth", "more_than": "0.99", "measured_by": "yearly_rates""#,
            "growth_rate",
        ),
    ] {
        let plan = |deadline| -> Plan {
            let plan = plan_of(&format!(
                r#"{{"code": "t", "goal": {{{goal}}}, "baseline": {{"period": "2021", "value": "1.51234567890123456789"}},
                "deadline": "{deadline}"}}"#
            ));
            serde_json::from_str(&plan.replace(r#""flow""#, &format!("\"{measure}\""))).unwrap()
        };
        let figures = [
            (2021, "1.6"),
            (2022, "2.5"),
            (2023, "3.77777777777777777777"),
            (2024, "4.1"),
        ]
        .map(|(year, value)| {
            format!(
                r#"{{"period": "{year}", "value": "{value}", "published": "{}-02-01"}}"#,
                year + 1
            )
        });
        let observations: Observations = serde_json::from_str(&series_of(&figures)).unwrap();
        let (near, far) = (plan("2030"), plan("9999"));
        let series = observations.series("i").unwrap();
        let as_of = date("2025-06-30").unwrap();
        for rule in catalogue::rules() {
            let time_of = |plan: &Plan| {
                let (_, target) = plan.targets().next().unwrap();
                best_of(&|| {
                    assert!(!black_box(verdict(target, series, as_of, &rule).status.name()).is_empty());
                })
            };
            let (near, far) = (time_of(&near), time_of(&far));
            assert!(
                far < near.saturating_mul(64).saturating_add(Duration::from_millis(20)),
                "{} of {goal}: {near:?} by 2030, {far:?} by 9999",
                rule.code()
            );
        }
        let (_, target) = far.targets().next().unwrap();
        // The value to which a goal that falls leads is no decimal either, and the rate to it is known all the same.
        let is_told = match verdict(target, series, as_of, &Rule::open_sdg()).reason {
            Reason::Missing(Missing::Growth { .. }) => !goal.contains("at_most"),
            Reason::Ground(Ground::InClass) => goal.contains("at_most"),
            _ => measure == "growth_rate",
        };
        assert!(is_told, "{goal}");
    }
}

/// A target that says no more than it must holds its codes on the heap, and is judged without touching it, whatever others can say:
/// milestones, curves, limits, amendments.
#[test]
fn what_is_not_used_costs_nothing() {
    let document = plan_of(&target(0, ""));
    let plan: Plan = serde_json::from_str(&document).unwrap();
    let observations: Observations = serde_json::from_str(&series_of(&[
        r#"{"period": "2022", "value": "58", "published": "2023-02-01"}"#.to_owned(),
        r#"{"period": "2023", "value": "66", "published": "2024-02-01"}"#.to_owned(),
    ]))
    .unwrap();
    let (indicator, only) = plan.targets().next().unwrap();
    let series = observations.series(indicator.code()).unwrap();
    let held = measure(|| drop(black_box(only.clone())));
    // Its own code and that of its unit.
    assert_eq!((held.count_total, held.bytes_total), (2, 3));
    let as_of = date("2024-07-01").unwrap();
    let judged = measure(|| assert_eq!(verdict(only, series, as_of, &Rule::pace()).status, Status::OnTrack));
    assert_eq!(judged.count_total, 0);
}
