//! Situations in a table, `by_hand.json`, each worked by hand before it was judged here: the documents of one promise, and
//! the verdict with all of its caveats, by pace or by a published rule, with what its sentence says; or several promises, and
//! what is said of the whole. Some were reported by people; those have the address where they did.

#![cfg(feature = "serde")]

use milepost::chrono::{Datelike as _, Days, Months};
use milepost::report::headline;
use milepost::{
    AsOf, Caveat, Collected, Deliverable, Ground, Language, Length, Missing, NaiveDate, Observations, Period, Plan,
    PlanAssessment, Problem, Report, Rule, Series, assess, assess_plan, compare_plan, dec, verdict,
};
use serde_json::{Value, json};

use crate::plan_laws::says_the_same;
use crate::setting::{code, day, observation, quantity};

const TABLE: &str = include_str!("by_hand.json");

pub(crate) fn table() -> Vec<Value> {
    serde_json::from_str(TABLE).unwrap()
}

pub(crate) fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap()
}

/// A map over another one.
fn over(mut below: Value, above: &Value) -> Value {
    let above = above.as_object().cloned().unwrap_or_default();
    below.as_object_mut().unwrap().extend(above);
    below
}

/// The plan with the one promise, in things, or in percent where a number is a share or a rate; or with its pillars.
pub(crate) fn plan(situation: &Value) -> Plan {
    let pillars = match &situation["pillars"] {
        Value::Null => pillars_of_one(situation),
        pillars => pillars.clone(),
    };
    let plan = json!({"format": 1, "code": "plan", "name": "Plan", "period": "2000-01-01/P60Y", "pillars": pillars});
    serde_json::from_value(over(plan, &situation["plan"])).unwrap()
}

fn pillars_of_one(situation: &Value) -> Value {
    let own = &situation["indicator"];
    let quantity = quantity(text(own, "measure").parse().unwrap());
    let target = over(json!({"code": "promise"}), &situation["target"]);
    let unit = json!(quantity.unit());
    let indicator = over(
        json!({"code": "indicator", "name": "Indicator", "unit": unit, "targets": [target]}),
        own,
    );
    json!([{"code": "pillar", "name": "Pillar", "indicators": [indicator]}])
}

/// The figures, and what was reported of each deliverable: a state, the day, and perhaps more as documents write it.
pub(crate) fn observations(situation: &Value, plan: &Plan) -> Observations {
    let deliveries = situation["deliveries"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(of, all)| {
            let of_day = |one: &Value| over(json!({"state": one[0], "on": one[1], "published": one[1]}), &one[2]);
            let reports: Vec<_> = all.as_array().unwrap().iter().map(of_day).collect();
            json!({"deliverable": of, "reports": reports})
        });
    let reported = json!({"format": 1, "deliveries": deliveries.collect::<Vec<_>>()});
    let reported: Observations = serde_json::from_value(reported).unwrap();
    let figures = figures(situation, plan);
    let all = plan.deliverables().map(Deliverable::code);
    all.fold(figures, |figures, one| {
        let reports = reported.deliveries(one).to_vec();
        if reports.is_empty() {
            figures
        } else {
            figures.with_deliveries(one.clone(), reports).unwrap()
        }
    })
}

/// The figures of the total, or of each part; of several indicators each by its code, and that of a part: `homes/north`. Or
/// series as documents write them.
fn figures(situation: &Value, plan: &Plan) -> Observations {
    let series = |indicator: &str, figures: &Value| {
        let of_indicator = plan.indicators().find(|one| one.code().as_str() == indicator);
        let unit = of_indicator.unwrap().quantity().unit().clone();
        let figures = figures.as_object().unwrap().iter();
        let all = figures.map(|(at, value)| observation(at, value.as_str().unwrap()));
        Series::new(code(indicator), unit, all.collect()).unwrap()
    };
    let of = |indicator: &str, part: &str, figures: &Value| match part {
        "" => series(indicator, figures),
        part => series(indicator, figures).with_breakdown(code(part)),
    };
    if let Some(series) = situation["documents"].as_array() {
        let own = plan.indicators().next().unwrap();
        let below = json!({"indicator": own.code(), "unit": own.quantity().unit()});
        let series: Vec<_> = series.iter().map(|one| over(below.clone(), one)).collect();
        return serde_json::from_value(json!({"format": 1, "series": series})).unwrap();
    }
    let all = if let Some(all) = situation["series"].as_object() {
        let each = all.iter().map(|(name, figures)| {
            let (indicator, part) = name.split_once('/').unwrap_or((name, ""));
            of(indicator, part, figures)
        });
        each.collect()
    } else if let Some(parts) = situation["parts"].as_object() {
        let each = parts.iter().map(|(part, figures)| of("indicator", part, figures));
        each.collect()
    } else {
        vec![series("indicator", &situation["figures"])]
    };
    Observations::new(all).unwrap()
}

/// That by pace, a published one with what it is told, or one that is written out.
pub(crate) fn rule(situation: &Value) -> Rule {
    let rule = match situation["rule"].as_str() {
        None if situation["rule"].is_object() => serde_json::from_value(situation["rule"].clone()).unwrap(),
        None => Rule::pace(),
        Some("china-midterm") => Rule::china_midterm(dec!(0.95)).unwrap(),
        Some("escap-anticipated-progress") => Rule::escap_anticipated_progress(dec!(10), dec!(100)).unwrap(),
        Some("eurostat") => Rule::eurostat(5, 3, [dec!(0.01), dec!(0), dec!(-0.01)]).unwrap(),
        Some("sbti-absolute-contraction") => Rule::sbti_absolute_contraction(dec!(0.042)).unwrap(),
        Some("nutrition-2030") => Rule::nutrition_2030(),
        Some("nutrition-2030-unicef") => Rule::nutrition_2030_unicef(),
        Some("sdsn-arrows") => Rule::sdsn_arrows(),
        Some("unsd-level") => Rule::unsd_level(),
        Some(code) => Rule::by_code(code).unwrap(),
    };
    match &situation["parameters"] {
        Value::Null => rule,
        parameters => rule
            .with_parameters(code("indicator"), serde_json::from_value(parameters.clone()).unwrap())
            .unwrap(),
    }
}

/// The day of the question, and whether figures count that nobody dated.
pub(crate) fn as_of(situation: &Value) -> AsOf {
    let as_of = AsOf::from(day(text(situation, "as_of")));
    let is_lenient = situation["undated"] == json!(true);
    if is_lenient { as_of.including_undated() } else { as_of }
}

/// Where a number of the evidence stands, or one that a published rule measured, to six decimals; or why there is none.
fn number(assessment: &Value, key: &str) -> String {
    let mut keys = key.split('.');
    let fact = match keys.next().unwrap() {
        "measured" => &json!({"value": assessment["verdict"]["measured"]}),
        first => &assessment["evidence"][first],
    };
    let value = keys.fold(&fact["value"], |value, key| &value[key]);
    match value.as_str() {
        Some(value) => {
            let value: milepost::Decimal = value.parse().unwrap();
            format!("{:.6}", value.round_dp(6))
        }
        None => fact["reason"]["code"].to_string(),
    }
}

/// What is otherwise than it was worked out: of one promise. Its sentence holds what it `says`.
fn wrong(situation: &Value, plan: &Plan, whole: &PlanAssessment, rule: &Rule) -> Vec<String> {
    let found = &whole.targets().next().unwrap().assessment;
    let (indicator, target) = plan.targets().next().unwrap();
    let sentence = headline(indicator, target, found, Language::English);
    let says = situation["says"].as_str().filter(|says| !sentence.contains(says));
    let not_said = says.map(|says| format!("the sentence is {sentence:?}, and says {says:?} by hand"));
    let (now, first) = (found.verdict.status, found.by_first_promise.as_ref());
    let is_another = first.map(|first| first.verdict.status).is_some_and(|first| {
        // Two that nobody judges say no more than one.
        first != now && (first.is_judged() || now.is_judged())
    });
    let is_told = sentence.contains("by the first promise");
    let told = (is_told != is_another).then(|| format!("{sentence:?} tells of the first promise: {is_told}"));
    let class = json!(rule.class_name(&found.verdict));
    let found = serde_json::to_value(found).unwrap();
    let verdict = &found["verdict"];
    let stated = [
        ("class", &class),
        ("first_promise", &found["by_first_promise"]["verdict"]["status"]),
        ("last_status", &verdict["last_status"]),
        ("decided_by", &verdict["deciding_period"]),
    ];
    let stated = stated.into_iter().filter(|(key, _)| !situation[key].is_null());
    // The code of a reason, or all that it says.
    let reason = match &situation["reason"] {
        Value::Object(_) => &verdict["reason"],
        _ => &verdict["reason"]["code"],
    };
    let always = [
        ("status", &verdict["status"]),
        ("reason", reason),
        ("caveats", &verdict["caveats"]),
    ];
    let said = always.into_iter().chain(stated);
    let said = said.map(|(key, one)| (key, one.clone(), situation[key].clone()));
    let numbers = situation["numbers"].as_object().into_iter().flatten();
    let numbers = numbers.map(|(key, by_hand)| (key.as_str(), json!(number(&found, key)), by_hand.clone()));
    let otherwise = otherwise(said.chain(numbers));
    otherwise.into_iter().chain(not_said).chain(told).collect()
}

/// The same of several: what stands where in the assessment of the plan, what in its report in a language, and the
/// problems of its observations.
fn wrong_in_whole(situation: &Value, plan: &Plan, seen: &Observations, whole: &PlanAssessment) -> Vec<String> {
    let mut wrong = wrong_at(&situation["whole"], &serde_json::to_value(whole).unwrap());
    for (language, by_hand) in situation["shown"].as_object().into_iter().flatten() {
        let report = Report::new(plan, seen, whole, language.parse().unwrap());
        wrong.extend(wrong_at(by_hand, &serde_json::to_value(report).unwrap()));
    }
    let problems = plan.check_observations(seen);
    let problems: Vec<_> = problems.iter().map(Problem::code).collect();
    let problems = [("problems", json!(problems), situation["problems"].clone())];
    wrong.extend(otherwise(
        problems.into_iter().filter(|(.., by_hand)| !by_hand.is_null()),
    ));
    wrong
}

fn wrong_at(by_hand: &Value, found: &Value) -> Vec<String> {
    otherwise(by_hand.as_object().unwrap().iter().map(|(place, by_hand)| {
        let one = found
            .pointer(place)
            .cloned()
            .unwrap_or_else(|| json!(format!("nothing at {place}")));
        (place.as_str(), one, by_hand.clone())
    }))
}

fn otherwise<K: std::fmt::Display>(each: impl Iterator<Item = (K, Value, Value)>) -> Vec<String> {
    each.filter(|(_, found, by_hand)| found != by_hand)
        .map(|(key, found, by_hand)| format!("{key} is {found}, and {by_hand} by hand"))
        .collect()
}

#[test]
fn each_as_it_was_worked_out() {
    let table = table();
    let mut all = Vec::new();
    for situation in &table {
        let (plan, rule) = (plan(situation), rule(situation));
        let seen = observations(situation, &plan);
        let whole = assess_plan(&plan, &seen, as_of(situation), &rule);
        let wrong = match situation["pillars"] {
            Value::Null => wrong(situation, &plan, &whole, &rule),
            _ => wrong_in_whole(situation, &plan, &seen, &whole),
        };
        let name = text(situation, "name");
        all.extend(wrong.into_iter().map(|wrong| format!("{name}: {wrong}")));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    assert_eq!(table.len(), 3759);
}

/// One promise has one answer, by whatever door it is asked, and its row and chart say the same.
#[test]
fn each_by_every_door() {
    let mut count = 0;
    for situation in &table() {
        let (plan, rules) = (plan(situation), [rule(situation), Rule::pace()]);
        let (seen, as_of) = (observations(situation, &plan), as_of(situation));
        let [whole, by_pace] = rules.each_ref().map(|rule| assess_plan(&plan, &seen, as_of, rule));
        let compared = compare_plan(&plan, &seen, as_of, &rules);
        let report = Report::new(&plan, &seen, &whole, Language::English);
        for ((indicator, target), by_rules) in plan.targets().zip(&compared.targets) {
            let name = format!("{}: {}", situation["name"], target.code());
            let assessed = [&whole, &by_pace].map(|whole| whole.target(target.code()).unwrap());
            let verdicts = by_rules.verdicts.iter().map(|one| one.verdict);
            assert!(verdicts.eq(assessed.map(|one| one.assessment.verdict)), "{name}");
            let [own, _] = assessed;
            let row = report.target(target.code()).unwrap();
            says_the_same(row, own, Language::English).unwrap_or_else(|error| panic!("{name}: {error}"));
            let series = match target.of().breakdown() {
                None => seen.series(indicator.code()),
                Some(part) => seen.series_of(indicator.code(), part),
            };
            let Some(series) = series.filter(|_| own.assessment.parts.is_none()) else {
                continue;
            };
            assert_eq!(assess(target, series, as_of, &rules[0]), own.assessment, "{name}");
            assert_eq!(
                verdict(target, series, as_of, &rules[0]),
                own.assessment.verdict,
                "{name}"
            );
            let path = target.trajectory(series, as_of);
            assert_eq!(path.is_ok(), !row.chart.path.is_empty(), "{name}");
            for point in &row.chart.path {
                let expected = path.as_ref().unwrap().expected(point.period).unwrap();
                assert_eq!(
                    point.value.round_dp(12),
                    expected.round_dp(12),
                    "{name}: {}",
                    point.period
                );
                count += 1;
            }
        }
    }
    assert!(count > 10_000, "{count}");
}

/// The same promise of what stands at the beginning of each next period: there it is what it was at the end of this
/// one.
/// `None` where a situation is not of ends, or begins with several periods.
fn at_the_next_beginning(situation: &Value) -> Option<Value> {
    let (own, target) = (&situation["indicator"], &situation["target"]);
    let is_of_ends =
        own["collected"] == json!("end") || (own["measure"] == json!("stock") && own["collected"].is_null());
    let written = target.to_string();
    let is_asked = is_of_ends && situation["rule"].is_null() && situation["documents"].is_null();
    if !is_asked || written.contains("mean") || written.contains("cumulative") {
        return None;
    }
    // Days are moved by months, to the nearest day.
    let is_of_months = |at: &str| {
        let period: Period = at.split('@').next().unwrap().parse().unwrap();
        matches!(period.length(), Length::Months(_)) && period.first().day() == 1
    };
    let seen = situation["figures"].as_object().into_iter().flatten();
    if seen.clone().any(|(at, _)| at.ends_with("@undated")) {
        // It can be left out as soon as its period is there, which is a day apart.
        return None;
    }
    let mut named = seen.map(|(at, _)| &**at).chain([text(target, "deadline")]);
    if !named.all(is_of_months) {
        return None;
    }
    let figures = |figures: &Value| {
        let each = figures.as_object().into_iter().flatten().map(|(at, value)| {
            let (at, published) = at.split_once('@').unwrap_or((at, ""));
            let own: Period = at.parse().unwrap();
            let published = match published {
                "" => own.last().succ_opt().unwrap().to_string(),
                published => published.to_string(),
            };
            (format!("{}@{published}", own.next().unwrap()), value.clone())
        });
        Value::Object(each.collect())
    };
    let mut next = situation.clone();
    next["indicator"]["collected"] = json!("beginning");
    next["figures"] = figures(&situation["figures"]);
    for (_, part) in next["parts"].as_object_mut().into_iter().flatten() {
        *part = figures(part);
    }
    move_on(&mut next["target"]);
    Some(next)
}

/// Moves every period on to the one that follows it.
fn move_on(promised: &mut Value) {
    let following = |one: &Value| {
        json!(
            one.as_str()
                .unwrap()
                .parse::<Period>()
                .unwrap()
                .next()
                .unwrap()
                .to_string()
        )
    };
    match promised {
        Value::Object(fields) => {
            for (key, value) in fields {
                match &**key {
                    "period" | "deadline" | "baseline" if value.is_string() => *value = following(value),
                    _ => move_on(value),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(move_on),
        _ => {}
    }
}

/// On many days: a moment is one, whichever period it is named by.
#[test]
fn an_end_is_the_next_beginning() {
    let table = table();
    let both = table.iter().filter_map(|one| Some((one, at_the_next_beginning(one)?)));
    let mut count = 0;
    for (ended, begun) in both {
        let said = |situation: &Value, at: NaiveDate| {
            let plan = plan(situation);
            let figures = observations(situation, &plan);
            let whole = assess_plan(&plan, &figures, at, &Rule::pace());
            let found = serde_json::to_value(&whole.targets().next().unwrap().assessment).unwrap();
            let verdict = &found["verdict"];
            let keys = ["status", "caveats", "last_status"].map(|key| verdict[key].clone());
            let numbers = ["pace", "gap", "projection", "age"].map(|key| number(&found, key));
            (keys, verdict["reason"]["code"].clone(), numbers)
        };
        for months in [-30, -12, -7, -1, 0, 1, 6, 12, 18, 25, 42] {
            let at = day(text(ended, "as_of"));
            let at = match u32::try_from(months) {
                Ok(later) => at + Months::new(later),
                Err(_) => at - Months::new(u32::try_from(-months).unwrap()),
            };
            assert_eq!(said(ended, at), said(&begun, at), "{} as of {at}", ended["name"]);
            count += 1;
        }
    }
    assert!(count > 1_000, "{count}");
}

/// The day on which a value of a period is there: what stands at a beginning is there when the day before is over.
fn moment_of(period: Period, collected: Collected) -> NaiveDate {
    match collected {
        Collected::Beginning => period.first().pred_opt().unwrap(),
        Collected::Middle => {
            let end = match period.length() {
                Length::Months(1) => period.first().checked_add_days(Days::new(15)),
                Length::Months(months) => period.first().checked_add_months(Months::new(months / 2)),
                Length::Days(days) => period.first().checked_add_days(Days::new(u64::from(days) / 2)),
            };
            end.unwrap().pred_opt().unwrap()
        }
        _ => period.last(),
    }
}

/// Whoever says that a limit will be left by its deadline can say when, and the other way round. The sentence does as
/// long as that is so, and once the day is past.
#[test]
fn a_limit_drifts_where_it_is_exceeded_by_its_deadline() {
    let table = table();
    let mut counts = [0; 2];
    for situation in table.iter().filter(|one| one["rule"].is_null()) {
        let plan = plan(situation);
        let as_of = day(text(situation, "as_of"));
        let whole = assess_plan(&plan, &observations(situation, &plan), as_of, &Rule::pace());
        for row in whole.targets() {
            let (facts, verdict) = (&row.assessment.evidence, &row.assessment.verdict);
            let drifts = verdict.caveats.contains(Caveat::DriftingToTheLimit);
            if verdict.reason == Ground::LimitExceeded {
                // Perhaps by parts of a period later than the figure of which the facts speak.
                assert!(!drifts, "{}", situation["name"]);
                continue;
            }
            let Ok(breach) = facts.breach else {
                // Points allow more for a while, or only a bound is known.
                let is_told = facts.breach == Err(Missing::NotForThisGoal) || facts.newer_bound.is_some();
                assert!(!drifts || is_told, "{}: {:?}", situation["name"], facts.breach);
                continue;
            };
            let deadline = facts.goal.unwrap().period;
            let mut targets = plan.targets();
            let (indicator, target) = targets.find(|(_, one)| one.code() == &row.assessment.target).unwrap();
            let collected = indicator.quantity().collected();
            let is_left = moment_of(breach, collected) <= moment_of(deadline, collected);
            assert_eq!(drifts, is_left, "{}: {breach}", situation["name"]);
            // Nothing is told of a pace from now on where the figure is too old.
            let sentence = headline(indicator, target, &row.assessment, Language::English);
            let is_told = sentence.contains("at this pace it ");
            assert_eq!(is_told, is_left && verdict.status.is_judged(), "{sentence}");
            counts[usize::from(is_left)] += 1;
        }
    }
    assert!(counts.iter().all(|count| *count > 10), "{counts:?}");
}
