//! One promise, many yardsticks: a district's plan and three indicators of the Sustainable Development Goals under the rules that offices
//! publish.
//!
//! ```text
//! cargo run --example rules_side_by_side
//! ```

#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use std::error::Error;

use milepost::rule::{PlanComparison, TargetByRules, VerdictByRule};
use milepost::{
    Baseline, Bound, Decimal, Goal, Indicator, Measure, NaiveDate, Observation, Observations, Period, Pillar, Plan,
    Quantity, Rule, Series, Target, Unit, compare_plan, date, dec,
};

const PLAN: &str = include_str!("data/yuzhong.json");
const OBSERVATIONS: &str = include_str!("data/yuzhong.observations.json");

/// An indicator, its base and goal, and its figures by year.
type Row<'a> = (&'a str, i32, Bound, &'a [(i32, Decimal)]);

/// Child poverty and development aid of Canada (percent of children, and of national income), and extreme poverty in the world (percent of
/// people): from the components of the Canadian indicator framework, and the notebook of the Progress Chart of 2022.
const ROWS: [Row<'static>; 3] = [
    (
        "child-poverty",
        2015,
        Bound::AtMost(dec!(7.25)),
        &[(2015, dec!(14.5)), (2023, dec!(10.2))],
    ),
    (
        "extreme-poverty",
        2015,
        Bound::AtMost(dec!(3)),
        &[(2015, dec!(10.1)), (2019, dec!(8.3))],
    ),
    (
        "development-aid",
        2015,
        Bound::AtLeast(dec!(0.7)),
        &[(2015, dec!(0.27)), (2023, dec!(0.38))],
    ),
];

fn rules() -> [Rule; 7] {
    [
        Rule::pace(),
        Rule::open_sdg(),
        Rule::unsd_2022(),
        Rule::unsd_projected(),
        Rule::undp(),
        Rule::china_schedule(),
        Rule::s_distance(),
    ]
}

fn goals() -> Result<(Plan, Observations), Box<dyn Error>> {
    let published: NaiveDate = date("2024-12-31")?;
    let quantity = Quantity::new(Measure::Share, Unit::percent());
    let mut pillar = Pillar::new("goals".parse()?, "Three indicators of the goals".try_into()?);
    let mut all = Vec::new();
    for (code, base, bound, figures) in ROWS {
        let target = Target::builder(
            format!("{code}-2030").parse()?,
            quantity.clone(),
            Goal::level(bound),
            "2030".parse()?,
        )
        .baseline(Baseline::observed(Period::year(base)?))
        .build()?;
        pillar = pillar
            .with_indicator(Indicator::new(code.parse()?, code.try_into()?, quantity.clone()).with_target(target));
        let observations = figures
            .iter()
            .map(|&(year, value)| Ok(Observation::new(Period::year(year)?, value).published_on(published)))
            .collect::<Result<_, milepost::ValueError>>()?;
        all.push(Series::new(code.parse()?, Unit::percent(), observations)?);
    }
    let plan = Plan::builder(
        "goals-2030".parse()?,
        "Agenda 2030".try_into()?,
        "2016-01-01/P15Y".parse()?,
    )
    .pillar(pillar)
    .build()?;
    Ok((plan, Observations::new(all)?))
}

fn show(mut comparison: PlanComparison) {
    let all = comparison.targets.len();
    let is_judged = |target: &TargetByRules| target.verdicts.iter().any(|one| one.verdict.status.is_judged());
    comparison.targets.retain(is_judged);
    println!("{} as of {}\n\n{comparison}", comparison.plan, comparison.as_of.date());
    let (judged, differ) = (comparison.targets.len(), comparison.disagreements().count());
    println!("Of {all} targets, some rule can judge {judged}, and rules disagree on {differ}.\n");
    comparison.disagreements().for_each(why);
}

/// Why rules disagree on a target: the number by which each of them judges, and between what it stands.
fn why(target: &TargetByRules) {
    println!("{}", target.target);
    for VerdictByRule {
        rule, class, verdict, ..
    } in &target.verdicts
    {
        let measured = verdict.measured.unwrap_or_default();
        let by = match (measured.value, measured.observed, measured.required) {
            (Some(value), Some(observed), Some(required)) => {
                let [value, observed, required] = [value, observed, required].map(|number| number.round_dp(4));
                format!("{value} (observed {observed}, required {required})")
            }
            _ => verdict.reason.to_string(),
        };
        println!("  {rule}: {class}, {by}");
    }
    println!();
}

fn main() -> Result<(), Box<dyn Error>> {
    let rules = rules();
    let (plan, observations) = goals()?;
    show(compare_plan(&plan, &observations, date("2025-01-01")?, &rules));

    let plan: Plan = serde_json::from_str(PLAN)?;
    let observations: Observations = serde_json::from_str(OBSERVATIONS)?;
    show(compare_plan(&plan, &observations, date("2026-02-01")?, &rules));
    Ok(())
}
