//! Nouns that stand alone, as they stand in a document.

use milepost::plan::{Citation, Reference};
use milepost::{
    Baseline, Bound, Breakdown, Code, Deliverable, Delivery, Every, Goal, Indicator, Length, Milestone, Observation,
    Of, Pillar, Plan, Requirement, Series, Shape, Source, TargetDocument, Text, Unit, dec, period,
};
use serde::de::DeserializeOwned;

use super::PLAN;

fn read<T: DeserializeOwned>(document: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(&document.replace('\'', "\""))
}

/// Why nothing of this type stands there.
fn refusal<T: DeserializeOwned>(document: &str) -> String {
    read::<T>(document).map(drop).unwrap_err().to_string()
}

/// How a noun is read, what stands there, and why it is refused.
type Row = (fn(&str) -> String, &'static str, &'static str);

const REFUSALS: &[Row] = &[
    (
        refusal::<Goal>,
        "{'kind': 'level', 'at_leat': '5'}",
        "error[unknown_field]: at_leat: there is no field `at_leat` here; the nearest is `at_least`",
    ),
    (
        refusal::<Goal>,
        "{'kind': 'change', 'at_least': '0.1', 'reference': {'period': '2030', 'value': '5'}}",
        "error[unknown_field]: reference: there is no field `reference` here; it stands in the goal of a target",
    ),
    (
        refusal::<Goal>,
        "{'kind': 'keep'}",
        "error[not_exactly_one]: one of the fields `at_least`, `more_than`, `at_most`, `less_than` and `within` must be here, \
             and none is",
    ),
    (
        refusal::<Bound>,
        "{'at_least': '5', 'tolerance': '1'}",
        "error[unknown_field]: tolerance: there is no field `tolerance` here; it stands in a requirement",
    ),
    (
        refusal::<Bound>,
        "{'within': ['5', '4']}",
        "error[band_reversed]: within: a band runs from its lower to its upper edge, got 5 to 4",
    ),
    (
        refusal::<Length>,
        "'often'",
        "`often` is not a length: write `year`, `half`, `quarter`, `month` or `week`, or a duration in years, months, weeks or days, as in `P3Y`",
    ),
    (
        refusal::<Every>,
        "'often'",
        "`often` is not how often a goal is looked at: those are `figure`, `year`, `half`, `quarter`, `month`, `week`, and durations such \
         as `P3Y`",
    ),
    (
        refusal::<Requirement>,
        "{'at_least': '5', 'kind': 'level'}",
        "error[unknown_field]: kind: there is no field `kind` here; what can stand here is `at_least`, `more_than`, `at_most`, \
             `less_than`, `within`, `tolerance`",
    ),
    (
        refusal::<Requirement>,
        "{'at_least': '5', 'tolerance': '-1'}",
        "error[negative_tolerance]: tolerance: a tolerance is zero or more, got -1",
    ),
    (
        refusal::<Text>,
        "' '",
        "error[empty_text]: a text has words in it, and this one is empty",
    ),
    (
        refusal::<Text>,
        "{'en': 'a', 'EN': 'b'}",
        "error[repeated_language]: EN: the language `EN` stands twice in one text",
    ),
    (
        refusal::<Unit>,
        "{'multiplier': 8}",
        "error[missing_field]: code: the field `code` is missing",
    ),
    (
        refusal::<Baseline>,
        "{'period': '2021', 'value': '1,5'}",
        "error[not_a_decimal]: value: `1,5` is not a decimal number: write it as `1.5`",
    ),
    (
        refusal::<Reference>,
        "{'period': '2021'}",
        "error[missing_field]: value: the field `value` is missing",
    ),
    (
        refusal::<Milestone>,
        "{'period': '2021', 'change': '0.1', 'value': '5'}",
        "error[not_exactly_one]: only one of the fields `value`, `share_of_way` and the kind of the goal can be here, and there are 2",
    ),
    (
        refusal::<Shape>,
        "'liner'",
        "error[unknown_word]: `liner` cannot stand here; the nearest is `linear`",
    ),
    (
        refusal::<Of>,
        "{'each': 'a', 'breakdown': 'b'}",
        "error[not_exactly_one]: only one of the fields `breakdown` and `each` can be here, and there are 2",
    ),
    (
        refusal::<Breakdown>,
        "{'code': 'a', 'name': 'A', 'dimensions': []}",
        "error[no_dimension]: dimensions: a breakdown is along one dimension at least, such as `sex` or `district`",
    ),
    (
        refusal::<Deliverable>,
        "{'code': 'a', 'name': 'A', 'begins': '2030-01-01', 'deadline': '2026'}",
        "error[begins_after_deadline]: begins: 2030-01-01 comes after the deadline 2026, and nothing that is due by then begins later",
    ),
    (
        refusal::<Citation>,
        "[]",
        "error[wrong_type]: expected a map in which can stand `document`, `url`, `quote`, found a list of 0",
    ),
    (
        refusal::<Source>,
        "{'title': 'T', 'page': '3'}",
        "error[unknown_field]: page: there is no field `page` here; what can stand here is `title`, `publisher`, `url`, `locator`",
    ),
    (
        refusal::<Observation>,
        "{'period': '2025'}",
        "error[missing_value]: value: the field `value` is missing; if no value was published, the status is `missing`",
    ),
    (
        refusal::<Delivery>,
        "{'state': 'done', 'on': '2025-01-01'}",
        "error[unknown_word]: state: `done` cannot stand here; the nearest is `completed`",
    ),
    (
        refusal::<Series>,
        "{'indicator': 'a', 'unit': {'code': '1'}, 'observations': [{'period': '2025', 'value': 1}, {'period': '2025', 'value': 2}]}",
        "error[repeated_observation]: observations[1]: two observations of 2025 have the same date of publication and the same source; \
             a later vintage has a later date, and where one corrects the other on its own day, leave out the wrong one",
    ),
];

#[test]
fn refusals() {
    for (refusal, document, words) in REFUSALS {
        assert_eq!(refusal(document), *words, "{document}");
    }
}

/// All that is wrong with it and its targets, but for what it names outside.
#[test]
fn an_indicator_with_its_targets() {
    let indicator = |targets: &str| {
        format!(
            "{{'code': 'air', 'name': 'Air', 'measure': 'share', 'unit': {{'code': '1', 'multiplier': -2}}, 'targets': [{targets}]}}"
        )
    };
    let target = "{'code': 'a', 'goal': {'kind': 'level', 'at_least': '88'}, 'deadline': '2030', 'proxies': ['rain'], 'part_of': 'b'}";
    let air: Indicator = read(&indicator(target)).unwrap();
    assert_eq!((air.code().as_str(), air.targets().len()), ("air", 1));
    assert_eq!(
        refusal::<Indicator>(&indicator(&format!("{target}, {}", target.replace("88", "880")))),
        "2 problems\n\
         error[code_taken]: targets[1].code: the code `a` is taken, by targets[0]: a code names one thing, once\n\
         error[outside_of_possible]: targets[1].goal.at_least: a share is from 0 to 100 here, got 880"
    );
    let pillars = |plan: &Plan| {
        plan.pillars()
            .iter()
            .map(|pillar| pillar.code().clone())
            .collect::<Vec<Code>>()
    };
    let plan: Plan = serde_json::from_str(PLAN).unwrap();
    let document: serde_json::Value = serde_json::from_str(PLAN).unwrap();
    let alone: Vec<Pillar> = serde_json::from_value(document["pillars"].clone()).unwrap();
    assert_eq!(
        alone.iter().map(|pillar| pillar.code().clone()).collect::<Vec<_>>(),
        pillars(&plan)
    );
}

#[test]
fn a_milestone_speaks_in_the_terms_that_it_names() {
    for (document, milestone) in [
        (
            "{'period': '2024', 'value': '5'}",
            Milestone::value(period!("2024"), dec!(5)),
        ),
        (
            "{'period': '2024', 'change': '-0.2'}",
            Milestone::of_goal(period!("2024"), dec!(-0.2)),
        ),
        (
            "{'period': '2024', 'addition': '80'}",
            Milestone::of_goal(period!("2024"), dec!(80)),
        ),
        (
            "{'period': '2024', 'share_of_way': 0.5}",
            Milestone::share_of_way(period!("2024"), dec!(0.5)),
        ),
    ] {
        assert_eq!(read::<Milestone>(document).unwrap(), milestone);
    }
}

/// They can stand in what is another crate's.
#[test]
fn a_form_of_a_front_end() {
    #[derive(serde::Deserialize)]
    struct Form {
        goal: Goal,
        baseline: Baseline,
        note: Option<Text>,
        cap: Bound,
        every: Every,
        surveys: Every,
        reported: Length,
    }
    let form: Form = read(
        "{'goal': {'kind': 'addition', 'at_least': '160'}, 'baseline': '2021', 'cap': {'at_most': '7'}, 'every': 'quarter', \
         'surveys': 'figure', 'reported': 'P3Y'}",
    )
    .unwrap();
    assert_eq!((form.cap, form.reported), (Bound::AtMost(dec!(7)), Length::Months(36)));
    assert_eq!((form.every, form.surveys), (Length::QUARTER.into(), Every::Figure));
    for every in [form.every, form.surveys, Every::Length(Length::Days(10))] {
        assert_eq!(read::<Every>(&serde_json::to_string(&every).unwrap()).unwrap(), every);
    }
    assert_eq!(form.goal, Goal::addition(Bound::AtLeast(dec!(160))));
    assert_eq!((form.baseline, form.note), (Baseline::observed(period!("2021")), None));
}

#[test]
fn each_target_beside_its_indicator() {
    let plan: Plan = serde_json::from_str(PLAN).unwrap();
    for (indicator, target) in plan.targets() {
        let document: TargetDocument = serde_json::from_str(&serde_json::to_string(target).unwrap()).unwrap();
        let read = document.check(indicator).into_result().unwrap();
        assert_eq!(plan.to_builder().replacing(read).build().unwrap(), plan);
    }
    // Of the indicator it is known which parts there are, and of the plan it is not which other targets.
    let (indicator, _) = plan.targets().next().unwrap();
    let written = r#"{"code": "a", "goal": {"kind": "level", "at_least": "5"}, "deadline": "2026", "restates": "nobody",
        "of": {"breakdown": "nowhere"}}"#;
    let checked = serde_json::from_str::<TargetDocument>(written)
        .unwrap()
        .check(indicator);
    let found: Vec<_> = checked
        .problems
        .iter()
        .map(|problem| (problem.path(), problem.code()))
        .collect();
    assert_eq!(found, [("of.breakdown", "unknown_code")]);
}
