use milepost::rule::RuleError;
use milepost::rule::{Method, NutritionIndicator, nutrition_parameters};
use milepost::{Caveat, Direction, Missing, Reason, Rule, Status, dec, verdict};
use serde_json::{Value, json};

use crate::catalogue::rules;
use crate::support::{Numbers as _, PUBLISHED, Question, goal};

#[test]
fn every_rule_is_valid_and_comes_back_from_json() {
    let mut codes = Vec::new();
    for rule in rules() {
        let json = serde_json::to_string(&rule).unwrap();
        assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule, "{json}");
        if let Some(method) = rule.method() {
            assert!(
                Rule::composed(rule.code().clone(), Method::clone(method)).is_ok(),
                "{json}"
            );
        }
        let mut names: Vec<String> = rule.classes().iter().map(|class| class.name().to_owned()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), rule.classes().len(), "{}", rule.code());
        codes.push(rule.code().to_string());
    }
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), rules().len());
}

#[test]
fn every_rule_is_found_by_its_code_or_says_what_it_needs() {
    for rule in rules() {
        let code = rule.code().as_str();
        match Rule::by_code(code) {
            Ok(found) => assert_eq!(found, rule),
            Err(RuleError::NeedsMore { code: needy, needs, .. }) => {
                assert_eq!(needy, code);
                let text = format!("the rule `{code}` needs {needs}");
                assert_eq!(Rule::by_code(code).unwrap_err().to_string(), text);
                assert!(needs.contains(&format!("Rule::{}", code.replace('-', "_"))), "{needs}");
            }
            Err(error) => panic!("{error}"),
        }
    }
    let nameable = Rule::published().count() + Rule::NEEDING_MORE.len() + 1;
    assert_eq!(nameable, rules().len());
    for (code, words) in [
        ("pase", "no rule has the code `pase`; the nearest is `pace`"),
        ("open_sdg", "no rule has the code `open_sdg`; the nearest is `open-sdg`"),
        (
            "unsd-levels",
            "no rule has the code `unsd-levels`; the nearest is `unsd-level`",
        ),
        (
            "",
            "no rule has the code ``; those that need nothing more are `pace`, `open-sdg`, `unsd-2022`, `unsd-2022-growth`, \
             `unsd-projected`, `undp`, `undp-2025`, `china-schedule`, `china-level-growth`, `china-cumulative-growth`, `igme`, \
             `s-distance`, `escap-current-status`",
        ),
        ("Open SDG", "no rule has the code `Open SDG`; the nearest is `open-sdg`"),
        ("sdsn", "no rule has the code `sdsn`; the nearest is `sdsn-arrows`"),
        ("china", "no rule has the code `china`; the nearest is `china-schedule`"),
    ] {
        assert_eq!(Rule::by_code(code).unwrap_err().to_string(), words);
    }
    assert_eq!(format!("{:>9}", Rule::open_sdg()), " open-sdg");
}

/// Whatever the figures, there is a verdict or a reason, and a class is one of the rule's.
#[test]
fn every_rule_is_total() {
    let numbers = [
        dec!(0),
        dec!(-3),
        dec!(5),
        dec!(79228162514264337593543950335),
        dec!(0.0000000000000000000000000001),
    ];
    for rule in rules() {
        let rule = match rule.code().as_str() {
            "nutrition-2030" => rule
                .with_parameters("a".parse().unwrap(), nutrition_parameters(NutritionIndicator::Stunting))
                .unwrap(),
            _ => rule,
        };
        for rule in std::iter::once(rule.clone()).chain(rule.as_published()) {
            for (first, last) in numbers.iter().flat_map(|first| numbers.map(|last| (*first, last))) {
                for target in numbers.map(Some).into_iter().chain([None]) {
                    let figures = [(2015, first), (2018, last), (2020, last)];
                    let question = Question::new("a", 2015, 2030, goal(Direction::Falling, target), &figures);
                    let verdict = question.verdict(&rule);
                    let is_classed = verdict.numbers().class.is_some();
                    assert!(
                        !is_classed || verdict.status != Status::Unknown,
                        "{} {verdict:?}",
                        rule.code()
                    );
                    let place = verdict.numbers().class.map(usize::from).unwrap_or_default();
                    assert!(
                        !is_classed || rule.classes().get(place).is_some(),
                        "{} {verdict:?}",
                        rule.code()
                    );
                }
            }
        }
    }
}

#[test]
fn a_rule_of_its_own_may_refuse_old_figures() {
    let figures = [(2015, dec!(10)), (2020, dec!(8))];
    let question = Question::new("a", 2015, 2030, goal(Direction::Falling, Some(dec!(5))), &figures);
    let any_age = question.verdict(&Rule::open_sdg());
    assert_eq!(any_age.status, Status::OnTrack);
    let (target, series) = (question.target().unwrap(), question.series().unwrap());
    let a_day_later = PUBLISHED.succ_opt().unwrap();
    let fresh = verdict(&target, &series, a_day_later, &Rule::open_sdg().with_max_age(Some(0)));
    assert_eq!(
        (fresh.status, fresh.last_status),
        (Status::Unknown, Some(Status::OnTrack))
    );
    assert!(matches!(fresh.reason, Reason::Missing(Missing::Stale { .. })));
    assert!(fresh.caveats.iter().all(|caveat| caveat != Caveat::Provisional));
}

/// What a composed rule measured stands in `measured`, which is `null` where nothing was.
#[test]
fn verdicts_have_the_same_keys_by_every_rule() {
    let figures = [(2015, dec!(10)), (2020, dec!(8))];
    let question = Question::new("a", 2015, 2030, goal(Direction::Falling, Some(dec!(5))), &figures);
    let json = |rule: &Rule| serde_json::to_string(&question.verdict(rule)).unwrap();
    let by_pace = r#"{"status":"unknown","reason":{"code":"no_figure_at_deadline","before":"2020","after":null},"caveats":[],"deciding_period":null,"last_status":"on_track","measured":null}"#;
    assert_eq!(json(&Rule::pace()), by_pace);
    let by_growth = r#"{"status":"on_track","reason":{"code":"in_class"},"caveats":[],"deciding_period":"2020","last_status":null,"measured":{"class":1,"value":"0.96654230419","observed":"-0.04364750021","required":"-0.04515839609","ratio":"0.96654230419","score":"2.618215024601"}}"#;
    assert_eq!(json(&Rule::open_sdg()), by_growth);
}

/// Each place of a rule's document, with another kind of value in it than stands there.
fn misfits(document: &Value) -> Vec<Value> {
    let mut all: Vec<_> = [json!(1), json!("x"), json!(true), json!([]), json!({"x": 1})].into();
    match document {
        Value::Object(fields) => {
            for (key, value) in fields {
                all.extend(misfits(value).into_iter().map(|misfit| {
                    let mut document = document.clone();
                    document[key] = misfit;
                    document
                }));
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                all.extend(misfits(item).into_iter().map(|misfit| {
                    let mut document = document.clone();
                    document[place] = misfit;
                    document
                }));
            }
        }
        _ => {}
    }
    all
}

/// Who writes a rule is told of its words, and not of the types in which they are kept.
#[test]
fn a_misfit_in_a_document_is_refused_without_the_names_of_types() {
    let mut count = 0;
    for rule in rules() {
        for misfit in misfits(&serde_json::to_value(&rule).unwrap()) {
            let Err(error) = serde_json::from_value::<Rule>(misfit.clone()) else {
                continue;
            };
            let error = error.to_string();
            let mut words = error
                .split_whitespace()
                .skip_while(|word| !["struct", "enum"].contains(word))
                .skip(1);
            let is_named = words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
            assert!(!is_named && !error.contains("::"), "{error}: {misfit}");
            count += 1;
        }
    }
    assert!(count > 1_000, "{count}");
}
