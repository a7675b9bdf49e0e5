//! What the fuzz targets do with the bytes that they are given.
//!
//! | target | bytes | laws |
//! |---|---|---|
//! | [`documents`] | a plan, observations or a rule as JSON | problems are lines; what is accepted reads back |
//! | [`trees`] | edits of the shipped documents | the same, and a plan has one answer by every door |
//! | [`tables`] | a map of columns and a table | problems are few and lines; what is written reads back; no order of dated rows decides |
//! | [`rules`] | edits of this crate's rules as JSON | what is accepted reads back, and answers every question |
//! | [`values`] | a text; periods, bounds, units | what is accepted reads back; order, tolerance and conversion are exact |
//! | [`promises`] | a promise, its figures and a day | one answer by every door, of a part and of each too; no order, no later vintage and no unit decides; more is never worse |
//! | [`growth`] | values of any size | what is rounded is the nearest, what is compared is exact |

mod case;
#[path = "../../tests/rules/catalogue.rs"]
mod catalogue;
mod growth;
mod laws;
mod parts;
mod tables;
mod tree;
mod values;

use std::slice;
use std::sync::LazyLock;

use arbitrary::{Arbitrary as _, Unstructured};
use milepost::rule::{Cut, Method, NutritionIndicator, Progress, Scale, nutrition_parameters};
use milepost::{AsOf, Language, Observations, ObservationsDocument, Plan, PlanDocument, Rule, Status, date, dec};
use serde_json::Value;

use crate::case::Case;
use crate::laws::Question;

/// Every rule of this crate, one that needs parameters with them, and one by completion.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut rules = catalogue::rules();
    let parameters = nutrition_parameters(NutritionIndicator::Stunting);
    rules.extend(
        "indicator"
            .parse()
            .ok()
            .and_then(|code| Rule::nutrition_2030().with_parameters(code, parameters).ok()),
    );
    let lights = Scale::new(Progress::Completion)
        .class("green", Status::OnTrack, Cut::AtLeast(dec!(0.9)))
        .class("amber", Status::Lagging, Cut::AtLeast(dec!(0.7)))
        .rest("red", Status::OffTrack);
    let method = Method::new().with_number(lights);
    rules.extend(
        "completion"
            .parse()
            .ok()
            .and_then(|code| Rule::composed(code, method).ok()),
    );
    rules
});

/// A plan, observations or a rule, as JSON.
pub fn documents(bytes: &[u8]) {
    if let Ok(document) = serde_json::from_slice::<PlanDocument>(bytes) {
        plan_of(&document);
    }
    if let Ok(document) = serde_json::from_slice::<ObservationsDocument>(bytes) {
        observations_of(&document);
    }
    if let Ok(rule) = serde_json::from_slice::<Rule>(bytes) {
        laws::reads_back(&rule);
    }
}

fn plan_of(document: &PlanDocument) -> Option<Plan> {
    let checked = document.check();
    laws::is_checked(&checked);
    checked.value.iter().for_each(laws::reads_back);
    checked.value
}

fn observations_of(document: &ObservationsDocument) -> Option<Observations> {
    let checked = document.check();
    laws::is_checked(&checked);
    checked.value.iter().for_each(laws::reads_back);
    checked.value
}

/// Edits of a shipped plan and its observations.
pub fn trees(bytes: &[u8]) {
    let _ = edited_documents(&mut Unstructured::new(bytes));
}

fn edited_documents(u: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    let mut documents = u.choose(&tree::SHIPPED)?.clone();
    let rule = u.choose(&RULES)?.clone();
    let language = *u.choose(Language::ALL)?;
    for _ in 0..u.int_in_range(0..=6)? {
        let in_plan = u.ratio(2, 3)?;
        tree::edit(
            u,
            if in_plan {
                &mut documents.plan
            } else {
                &mut documents.observations
            },
        )?;
    }
    let plan = serde_json::from_value(documents.plan)
        .ok()
        .and_then(|document| plan_of(&document));
    let observations = serde_json::from_value(documents.observations).ok();
    let observations = observations.and_then(|document| observations_of(&document));
    let (Some(plan), Some(observations)) = (plan, observations) else {
        return Ok(());
    };
    plan.check_observations(&observations)
        .iter()
        .for_each(laws::is_one_line);
    let day = date("2024-06-30").map_err(|_| arbitrary::Error::IncorrectFormat)?;
    if tree::is_near(&plan) {
        laws::one_plan(
            &plan,
            &observations,
            AsOf::from(day).including_undated(),
            &[rule],
            language,
        );
    }
    Ok(())
}

/// A map and a table as text with a blank line between, or edits of those that are shipped.
pub fn tables(bytes: &[u8]) {
    if tables::written(bytes).is_none() {
        let _ = tables::drawn(&mut Unstructured::new(bytes));
    }
}

/// Edits of a rule, and a promise that it is to judge.
pub fn rules(bytes: &[u8]) {
    let _ = edited_rule(&mut Unstructured::new(bytes));
}

fn edited_rule(u: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    static WRITTEN: LazyLock<Vec<Value>> = LazyLock::new(|| {
        RULES
            .iter()
            .filter_map(|rule| serde_json::to_value(rule).ok())
            .collect()
    });
    let mut tree = u.choose(&WRITTEN)?.clone();
    for _ in 0..u.int_in_range(0..=4)? {
        tree::edit(u, &mut tree)?;
    }
    let Ok(rule) = serde_json::from_value::<Rule>(tree) else {
        return Ok(());
    };
    laws::reads_back(&rule);
    if let Some(method) = rule.method() {
        assert!(Rule::composed(rule.code().clone(), method.clone()).is_ok(), "{rule:?}");
    }
    if let Some(question) = Case::arbitrary(u)?.question() {
        let rules: Vec<Rule> = [Ok(rule.clone()), rule.as_published()].into_iter().flatten().collect();
        laws::one_answer(&question, &rules);
    }
    Ok(())
}

/// A text and what it can mean, or a value of each kind.
pub fn values(bytes: &[u8]) {
    match core::str::from_utf8(bytes) {
        Ok(text) => values::text(text),
        Err(_) => {
            let _ = values::drawn(&mut Unstructured::new(bytes));
        }
    }
}

/// A promise, its figures, a day, and every rule.
pub fn promises(bytes: &[u8]) {
    let Ok(case) = Case::arbitrary(&mut Unstructured::new(bytes)) else {
        return;
    };
    let Some(question) = case.question() else { return };
    let mut rules = RULES.clone();
    rules.push(case.rule.clone());
    laws::one_answer(&question, &rules);
    laws::a_path_meets_its_points(&question);
    laws::no_order_decides(&question);
    if let Some(later) = case.with_later_vintages() {
        laws::later_vintages_change_nothing(&question, &later, &rules);
    }
    if let Some(other) = case.in_another_unit().and_then(|case| case.question()) {
        let mut rules = rules.clone();
        // A level in percent says something of what can be in percent.
        rules.retain(|rule| case.has_percent() || rule.code().as_str() != "nutrition-2030");
        laws::the_same_statuses(&question, &other, &rules);
    }
    if let Some(better) = case.with_a_better_last_figure().and_then(|case| case.question()) {
        laws::more_is_never_worse(&question, &better, &rules);
    }
    in_a_plan(&question, &case);
    of_parts(&case, &rules);
    if let Some(amended) = case.amended_question() {
        laws::one_answer(&amended, &rules);
        laws::the_version_in_force_is_judged(&amended, &rules);
        in_a_plan(&amended, &case);
    }
}

/// The same promise, broken down.
fn of_parts(case: &Case, rules: &[Rule]) {
    let Some(question) = case.question_of_parts() else {
        return;
    };
    parts::each_part_decides(&question, rules);
    if let Some(other) = case.in_another_unit().and_then(|case| case.question_of_parts()) {
        let mut rules = rules.to_vec();
        rules.retain(|rule| case.has_percent() || rule.code().as_str() != "nutrition-2030");
        parts::of_any_unit(&question, &other, &rules);
    }
    if let Some(better) = case
        .with_a_better_last_figure()
        .and_then(|case| case.question_of_parts())
    {
        parts::a_better_part_is_never_worse(&question, &better, rules);
    }
    if let Some((plan, observations)) = question.plan() {
        plan.check_observations(&observations)
            .iter()
            .for_each(laws::is_one_line);
        laws::one_plan(
            &plan,
            &observations,
            case.as_of,
            slice::from_ref(&case.rule),
            case.language,
        );
    }
}

fn in_a_plan(question: &Question, case: &Case) {
    let observations = Observations::new(vec![question.series.clone()]);
    if let (Some(plan), Ok(observations)) = (laws::plan_of(question), observations) {
        laws::one_plan(
            &plan,
            &observations,
            question.as_of,
            slice::from_ref(&case.rule),
            case.language,
        );
    }
}

/// Values, times and rates of any size.
pub fn growth(bytes: &[u8]) {
    let _ = growth::drawn(&mut Unstructured::new(bytes));
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use arbitrary::{Arbitrary as _, Unstructured};
    use milepost::Rule;

    use crate::case::Case;

    /// The committed seeds of a target, of which there are some, break no law.
    fn hold(target: &str, laws: fn(&[u8])) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
        let seeds: Vec<_> = fs::read_dir(folder).unwrap().map(|seed| seed.unwrap().path()).collect();
        assert!(!seeds.is_empty());
        for seed in seeds {
            laws(&fs::read(seed).unwrap());
        }
    }

    #[test]
    fn documents() {
        hold("documents", super::documents);
    }

    #[test]
    fn trees() {
        hold("trees", super::trees);
    }

    #[test]
    fn tables() {
        hold("tables", super::tables);
    }

    #[test]
    fn rules() {
        hold("rules", super::rules);
    }

    #[test]
    fn values() {
        hold("values", super::values);
    }

    #[test]
    fn promises() {
        hold("promises", super::promises);
    }

    #[test]
    fn growth() {
        hold("growth", super::growth);
    }

    /// Laws of parts are worth something only if promises of one part and of each are drawn, and judged.
    #[test]
    fn promises_of_parts_are_drawn_and_judged() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut byte = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[0]
        };
        let mut judged = [0, 0];
        for _ in 0..2_000 {
            let bytes: Vec<u8> = (0..600).map(|_| byte()).collect();
            let case = Case::arbitrary(&mut Unstructured::new(&bytes)).ok();
            if let Some(question) = case.and_then(|case| case.question_of_parts()) {
                let (is_of_each, status) = question.standing(&Rule::pace());
                judged[usize::from(is_of_each)] += u32::from(status.is_judged());
            }
        }
        assert!(judged.iter().all(|count| *count >= 10), "{judged:?}");
    }

    /// Edits of trees are worth something only if the trees are there, and sound.
    #[test]
    fn every_shipped_plan_is_edited() {
        assert!(super::tree::SHIPPED.len() >= 8, "{}", super::tree::SHIPPED.len());
        for documents in super::tree::SHIPPED.iter() {
            serde_json::from_value::<milepost::Plan>(documents.plan.clone()).unwrap();
            drop(serde_json::from_value::<milepost::Observations>(documents.observations.clone()).unwrap());
        }
    }
}
