//! One promise, built in code: is it on track, and how fast must it grow from here?

#![expect(clippy::print_stdout, reason = "an example shows its answer")]

use milepost::{
    Baseline, Bound, Goal, Measure, Observation, Quantity, Rule, Series, Target, Unit, assess, code, day, dec, period,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let unit = Unit::new(code!("CNY"), 8)?.with_label("億元".try_into()?);
    let product = Quantity::new(Measure::Flow, unit.clone());
    let target = Target::builder(
        code!("gdp-2026"),
        product,
        Goal::level(Bound::MoreThan(dec!(2000))),
        period!("2026"),
    )
    .baseline(Baseline::stated(period!("2021"), dec!(1517.7)))
    .build()?;
    let figure = Observation::new(period!("2025"), dec!(1781.8)).published_on(day!("2026-01-26"));
    let series = Series::new(code!("gdp"), unit, vec![figure])?;

    let assessment = assess(&target, &series, day!("2026-01-31"), &Rule::pace());
    let (facts, verdict) = (&assessment.evidence, assessment.verdict);
    println!("{}, by the rule `{}`", verdict.status, assessment.rule);
    if let (Ok(expected), Ok(so_far), Ok(required)) =
        (facts.expected, facts.growth_so_far, facts.growth_required_from_now)
    {
        let expected = expected.round_dp(2);
        println!("expected {expected}, grown {so_far:.3} a year, and {required:.3} required from here");
    }
    Ok(())
}
