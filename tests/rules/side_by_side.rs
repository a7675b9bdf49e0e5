use milepost::{Observations, Plan, Rule, Status, compare_plan, date, dec};

use crate::catalogue::rules;
use crate::support::Numbers as _;

fn district() -> (Plan, Observations) {
    let plan = serde_json::from_str(include_str!("../../examples/data/yuzhong.json")).unwrap();
    let observations = serde_json::from_str(include_str!("../../examples/data/yuzhong.observations.json")).unwrap();
    (plan, observations)
}

#[test]
fn a_plan_under_every_rule() {
    let (plan, observations) = district();
    let comparison = compare_plan(&plan, &observations, date("2026-02-01").unwrap(), &rules());
    let classes = |code: &str| -> Vec<String> {
        let target = comparison
            .targets
            .iter()
            .find(|target| target.target.as_str() == code)
            .unwrap();
        target.verdicts.iter().map(|answer| answer.class.to_string()).collect()
    };
    assert_eq!(
        classes("gdp-2026"),
        [
            "lagging",
            "acceleration needed",
            "fair progress but acceleration needed",
            "unknown",
            "moderate progress, but acceleration needed",
            "fair progress but acceleration needed",
            "fair progress but acceleration needed",
            "滞后",
            "滞后",
            "滞后",
            "unknown",
            "unknown",
            "unknown",
            "behind",
            "moderate progress towards the goal",
            "unknown",
            "accelerate",
            "unknown",
            "unknown",
            "unknown",
            "unknown",
        ]
    );
}

#[test]
fn the_whole_of_a_plan_is_counted_by_every_rule() {
    let (plan, observations) = district();
    let comparison = compare_plan(&plan, &observations, date("2026-02-01").unwrap(), &rules());
    let differing: Vec<&str> = comparison
        .disagreements()
        .map(|target| target.target.as_str())
        .collect();
    assert!(differing.contains(&"tax-100m-buildings"), "{differing:?}");
    assert_eq!(comparison.targets.len(), plan.targets().count());

    let whole = &comparison.wholes[1];
    assert_eq!(whole.rule.as_str(), "open-sdg");
    let principal = plan.targets().filter(|(_, target)| target.is_principal()).count();
    let counted: u32 = whole
        .plan
        .counts
        .iter()
        .map(|(_, count)| count)
        .fold(0, u32::saturating_add);
    assert_eq!(usize::try_from(counted).unwrap(), principal);
    assert_eq!(
        whole.plan.class.as_ref().map(milepost::rule::Class::name),
        Some("limited progress")
    );
    assert_eq!(
        (whole.pillars.len(), whole.indicators.len()),
        (plan.pillars().len(), plan.indicators().count())
    );
    // The rule of this crate has a roll-up of its own, and here only counts.
    assert_eq!(
        (
            comparison.wholes[0].plan.value,
            comparison.wholes[0].plan.counts.of(Status::Lagging)
        ),
        (None, 1)
    );
}

#[test]
fn the_table_marks_where_rules_disagree() {
    let (plan, observations) = district();
    let rules = [Rule::pace(), Rule::open_sdg()];
    let comparison = compare_plan(&plan, &observations, date("2026-02-01").unwrap(), &rules);
    let table = comparison.to_string();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines[..3],
        [
            "| target | pace | open-sdg |  |",
            "| --- | --- | --- | --- |",
            "| gdp-2026 | lagging | acceleration needed |  |",
        ]
    );
    assert_eq!(
        lines.last().copied(),
        Some(
            "| whole | 1 lagging, 1 off_track, 40 unknown | limited progress: 1 lagging, 1 off_track, 40 unknown |  |"
        )
    );
    assert_eq!(lines.len(), plan.targets().count().checked_add(3).unwrap());
    let json = serde_json::to_value(&comparison).unwrap();
    assert_eq!(json["targets"][0]["verdicts"][1]["class"], "acceleration needed");
    assert_eq!(json["wholes"][1]["plan"]["counts"]["lagging"], 1);
}

/// What the roll-ups make of the same parts.
#[test]
fn verdicts_carry_what_the_rule_measured() {
    let (plan, observations) = district();
    let comparison = compare_plan(&plan, &observations, date("2026-02-01").unwrap(), &[Rule::open_sdg()]);
    let verdict = comparison.targets[0].verdicts[0].verdict;
    // 1517.7 in 2021, 1781.8 in 2025, 2,000 in 2026.
    assert_eq!(verdict.numbers().observed, Some(dec!(0.04092216208)));
    assert_eq!(verdict.numbers().required, Some(dec!(0.056741619425)));
    assert_eq!(verdict.numbers().ratio, verdict.numbers().value);
}
