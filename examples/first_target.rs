//! One promise, built in code: is it on track, and how fast must it grow from here?

#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use milepost::{Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Target, Unit, assess, date, dec};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let unit = Unit::new("CNY".parse()?, 8)?.labelled("億元".try_into()?);
    let product = Quantity::new(Measure::Flow, unit.clone());
    let target = Target::builder(
        "gdp-2026".parse()?,
        product,
        Goal::level(Bound::MoreThan(dec!(2000))),
        "2026".parse()?,
    )
    .baseline(Baseline::stated("2021".parse()?, dec!(1517.7)))
    .build()?;
    let figure = Observation::new("2025".parse()?, dec!(1781.8)).published_on(date("2026-01-26")?);
    let series = Series::new("gdp".parse()?, unit, vec![figure])?;

    let assessment = assess(&target, &series, date("2026-01-31")?, &Rule::pace());
    let (facts, verdict) = (&assessment.evidence, assessment.verdict);
    println!("{}, by the rule `{}`", verdict.status, assessment.rule);
    if let (Ok(expected), Ok(so_far), Ok(required)) =
        (facts.expected, facts.growth_so_far, facts.growth_required_from_now)
    {
        println!("expected {expected:.2}, grown {so_far:.3} a year, and {required:.3} required from here");
    }
    Ok(())
}
