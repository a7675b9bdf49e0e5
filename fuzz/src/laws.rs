//! What holds for every promise, series, day and rule, whoever made them.
//!
//! Each law panics where it is broken, and says for what.

use std::fmt::{Debug, Display};

use milepost::growth::GrowthError;
use milepost::plan::{Checked, Version};
use milepost::{
    AsOf, Baseline, Indicator, Language, Missing, Observations, Of, Period, Pillar, Plan, PlanAssessment, Reason,
    Report, Rule, Series, Status, Target, Text, Verdict, assess, assess_plan, assess_target, compare, compare_plan,
    evidence, verdict,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is asked: a promise, its figures, and the day.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) target: Target,
    pub(crate) series: Series,
    pub(crate) as_of: AsOf,
}

/// What a constructor accepts can be written, and read back as what it was.
pub(crate) fn reads_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let written = written(value);
    match serde_json::from_str::<T>(&written) {
        Ok(read) => assert_eq!(&read, value, "written as {written}"),
        Err(error) => panic!("{error}\n{value:?}\nis written as {written}"),
    }
}

fn written<T: Serialize + Debug>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| panic!("{error}: {value:?}"))
}

/// A message is one line, whatever its author's text holds.
pub(crate) fn is_one_line(message: &impl Display) {
    let text = message.to_string();
    let breaks = |one: char| one.is_control() || matches!(one, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!text.is_empty() && !text.contains(breaks), "{text:?}");
}

/// Each problem is one line, and only an error takes the value away.
pub(crate) fn is_checked<T: Debug>(checked: &Checked<T>) {
    checked.problems.iter().for_each(is_one_line);
    let is_usable = !checked.problems.has_errors();
    assert_eq!(checked.value.is_some(), is_usable, "{checked:?}");
}

/// The class of a composed rule.
fn class_of(verdict: &Verdict) -> Option<u8> {
    verdict.measured.as_ref().and_then(|measured| measured.class)
}

/// A class is one of the rule's, and what nobody knows has none.
fn is_of_its_rule(question: &Question, rule: &Rule) {
    let verdict = verdict(&question.target, &question.series, question.as_of, rule);
    let is_known = verdict.status != Status::Unknown;
    let is_class = |class: u8| is_known && usize::from(class) < rule.classes().len();
    let context = || format!("{} says {verdict:?} of {question:?}", rule.code());
    assert!(class_of(&verdict).is_none_or(is_class), "{}", context());
    assert!(!rule.class_name(&verdict).is_empty(), "{}", context());
}

/// One target has one answer: as a verdict, in its assessment, and beside other rules.
pub(crate) fn one_answer(question: &Question, rules: &[Rule]) {
    let Question { target, series, as_of } = question;
    let comparison = compare(target, series, *as_of, rules);
    assert_eq!(comparison.evidence, evidence(target, series, *as_of), "{question:?}");
    assert_eq!(comparison.verdicts.len(), rules.len());
    for (rule, by_rule) in rules.iter().zip(&comparison.verdicts) {
        let (code, compared) = (&by_rule.rule, by_rule.verdict);
        let assessment = assess(target, series, *as_of, rule);
        assert_eq!(code, rule.code());
        assert_eq!(
            compared,
            verdict(target, series, *as_of, rule),
            "{code} of {question:?}"
        );
        assert_eq!(compared, assessment.verdict, "{code} of {question:?}");
        assert_eq!(comparison.evidence, assessment.evidence, "{code} of {question:?}");
        is_of_its_rule(question, rule);
        written(&assessment);
    }
    written(&comparison);
}

/// The path leads from the baseline to the goal, and through every milestone.
pub(crate) fn a_path_meets_its_points(question: &Question) {
    let Ok(path) = question.target.trajectory(&question.series, question.as_of) else {
        return;
    };
    let between = path.milestones().iter().copied();
    for point in between.chain([path.goal()]) {
        assert_eq!(path.expected(point.period), Ok(point.value), "{path:?}");
        let compared = path.compare(point.value, point.period);
        assert_eq!(compared, Ok(core::cmp::Ordering::Equal), "{path:?}");
    }
}

/// The order of the figures says nothing.
pub(crate) fn no_order_decides(question: &Question) {
    let series = &question.series;
    let figures = series.observations();
    let again = |figures| Series::new(series.indicator().clone(), series.unit().clone(), figures);
    for turn in 0..figures.len() {
        let mut turned = figures.to_vec();
        turned.rotate_left(turn);
        assert_eq!(again(turned.clone()).as_ref(), Ok(series));
        turned.reverse();
        assert_eq!(again(turned).as_ref(), Ok(series));
    }
}

/// What is published later changes nothing.
pub(crate) fn later_vintages_change_nothing(question: &Question, later: &Series, rules: &[Rule]) {
    let Question { target, series, as_of } = question;
    let now = compare(target, series, *as_of, rules);
    let after = compare(target, later, *as_of, rules);
    assert_eq!(now, after, "{question:?}\nand later {later:?}");
}

/// An amended promise is the plain one that is in force on the day, but for what its own history is told of; and it can be
/// taken apart and built anew.
pub(crate) fn the_version_in_force_is_judged(question: &Question, rules: &[Rule]) {
    let Question { target, series, as_of } = question;
    assert_eq!(target.to_builder().build().as_ref(), Ok(target));
    let in_force = &target.in_force_on(as_of.date()).first_promise();
    // Each period of a record, and each milestone, is judged by the version that was in force when it ended.
    let mut versions = target.versions().iter().map(Version::promised).chain([target]);
    if versions.any(|version| version.goal().every().is_some()) {
        return;
    }
    for rule in rules {
        let (amended, plain) = (
            verdict(target, series, *as_of, rule),
            verdict(in_force, series, *as_of, rule),
        );
        assert_eq!(
            (amended.status, amended.reason, amended.deciding_period),
            (plain.status, plain.reason, plain.deciding_period),
            "{} of {question:?}",
            rule.code()
        );
    }
}

/// The statuses of the two are the same by every rule, where their numbers fit.
pub(crate) fn the_same_statuses(one: &Question, other: &Question, rules: &[Rule]) {
    for rule in rules {
        let of = |question: &Question| verdict(&question.target, &question.series, question.as_of, rule);
        let (first, second) = (of(one), of(other));
        if !(fits(&first) && fits(&second)) {
            continue;
        }
        let is_same = (first.status, class_of(&first)) == (second.status, class_of(&second));
        // What is too old does not say whether its last numbers fitted.
        let last = first.last_status.zip(second.last_status);
        assert!(
            is_same && last.is_none_or(|(first, second)| first == second),
            "{}: {first:?}\n{second:?}\nof {one:?}\nand {other:?}",
            rule.code()
        );
    }
}

/// Whether a verdict is another one than that its numbers are too large or too small.
pub(crate) fn fits(verdict: &Verdict) -> bool {
    let too_far = [GrowthError::Overflow, GrowthError::Underflow];
    !matches!(verdict.reason, Reason::Missing(Missing::Growth { error, .. }) if too_far.contains(&error))
}

/// What lies further on the way is never judged worse.
pub(crate) fn more_is_never_worse(less: &Question, more: &Question, rules: &[Rule]) {
    for rule in rules {
        let of = |question: &Question| verdict(&question.target, &question.series, question.as_of, rule);
        let (first, second) = (of(less), of(more));
        if first.status.is_judged() && second.status.is_judged() {
            let place = |status| Status::ALL.iter().position(|one| *one == status);
            assert!(
                place(second.status) <= place(first.status),
                "{}: {first:?}\n{second:?}\nof {less:?}\nand {more:?}",
                rule.code()
            );
        }
    }
}

/// The plan of one target, as long as the promise.
pub(crate) fn plan_of(question: &Question) -> Option<Plan> {
    let target = question.target.clone();
    let text = |words: &str| Text::new(words).ok();
    let indicator = Indicator::new(
        question.series.indicator().clone(),
        text("indicator")?,
        target.quantity().clone(),
    );
    let start = target.baseline().map_or(target.deadline(), Baseline::period);
    let period = Period::between(start.first(), target.deadline().last()).ok()?;
    let pillar = Pillar::new("pillar".parse().ok()?, text("pillar")?);
    Plan::builder("plan".parse().ok()?, text("plan")?, period)
        .pillar(pillar.with_indicator(indicator.with_target(target)))
        .build()
        .ok()
}

/// One plan has one answer: target by target, as a whole, beside other rules, and as a report. And it can be written.
pub(crate) fn one_plan(plan: &Plan, observations: &Observations, as_of: AsOf, rules: &[Rule], language: Language) {
    reads_back(plan);
    reads_back(observations);
    let comparison = compare_plan(plan, observations, as_of, rules);
    for (place, rule) in rules.iter().enumerate() {
        let assessed = assess_plan(plan, observations, as_of, rule);
        for (compared, judged) in comparison.targets.iter().zip(assessed.targets()) {
            let verdict = compared.verdicts.get(place).map(|one| one.verdict);
            assert_eq!(verdict, Some(judged.assessment.verdict), "{} of {plan:?}", rule.code());
        }
        assert_eq!(comparison.targets.len(), assessed.targets().count());
        if let Some(whole) = &assessed.whole {
            assert_eq!(comparison.wholes.get(place), Some(whole), "{} of {plan:?}", rule.code());
        }
        each_alone(plan, observations, &assessed, rule);
        one_report(plan, observations, &assessed, language);
        written(&assessed);
    }
    written(&comparison);
    assert!(!comparison.to_string().is_empty());
}

/// A target has no other answer alone than in its plan.
fn each_alone(plan: &Plan, observations: &Observations, assessed: &PlanAssessment, rule: &Rule) {
    for judged in assessed.targets() {
        let Some((indicator, target)) = plan.target(&judged.assessment.target) else {
            panic!("no target {} in {plan:?}", judged.assessment.target);
        };
        let alone = assess_target(indicator, target, observations, assessed.as_of, rule);
        assert_eq!(judged.assessment, alone);
        if *target.of() == Of::Total {
            let empty = Series::empty(indicator.code().clone(), indicator.quantity().unit().clone());
            let series = observations.series(indicator.code()).unwrap_or(&empty);
            assert_eq!(alone, assess(target, series, assessed.as_of, rule));
        }
    }
}

fn one_report(plan: &Plan, observations: &Observations, assessed: &PlanAssessment, language: Language) {
    let report = Report::new(plan, observations, assessed, language);
    assert_eq!(report.targets().count(), assessed.targets().count());
    for (row, judged) in report.targets().zip(assessed.targets()) {
        let verdict = judged.assessment.verdict;
        assert_eq!(row.code, judged.assessment.target);
        assert_eq!(row.verdict.status.value, verdict.status, "{row:?}");
        assert_eq!(row.verdict.reason.value, verdict.reason, "{row:?}");
        assert!(!row.verdict.status.words.is_empty(), "{row:?}");
    }
    written(&report);
}
