//! One assessment, one verdict and whole plans against the same composed from `checked_powd`.
//!
//! `cargo bench --bench assessment` prints criterion's figures, and then ratios of medians from one run, in which the candidates
//! take turns.

use core::hint::black_box;
use std::time::Instant;

use criterion::{BenchmarkId, Criterion, Throughput};
use milepost::rust_decimal::MathematicalOps;
use milepost::{
    Baseline, Bound, Decimal, Goal, Indicator, Measure, NaiveDate, Observation, Observations, Pillar, Plan, Quantity,
    Rule, Series, Target, Unit, assess, assess_plan, date, dec, verdict,
};

type Failure = Box<dyn core::error::Error>;
type Candidate<'a> = (&'static str, Box<dyn FnMut() + 'a>);

fn unit() -> Result<Unit, Failure> {
    Ok(Unit::new("CNY".parse()?, 8)?)
}

fn target(number: usize) -> Result<Target, Failure> {
    let goal = Goal::level(Bound::MoreThan(dec!(2000)));
    let quantity = Quantity::new(Measure::Flow, unit()?);
    let target = Target::builder(format!("target-{number}").parse()?, quantity, goal, "2026".parse()?)
        .baseline(Baseline::stated("2021".parse()?, dec!(1517.7)));
    Ok(target.build()?)
}

fn series(number: usize) -> Result<Series, Failure> {
    let figure = |period: &str, value: Decimal, day: &str| -> Result<Observation, Failure> {
        Ok(Observation::new(period.parse()?, value).published_on(date(day)?))
    };
    let observations = vec![
        figure("2022", dec!(1560.9), "2023-02-03")?,
        figure("2023", dec!(1631.3), "2024-02-09")?,
        figure("2025", dec!(1781.8), "2026-01-26")?,
    ];
    Ok(Series::new(
        format!("indicator-{number}").parse()?,
        unit()?,
        observations,
    )?)
}

fn plan(targets: usize) -> Result<(Plan, Observations), Failure> {
    let mut pillar = Pillar::new("all".parse()?, "All targets".try_into()?);
    let mut all = Vec::new();
    for number in 0..targets {
        let quantity = Quantity::new(Measure::Flow, unit()?);
        let indicator = Indicator::new(
            format!("indicator-{number}").parse()?,
            "Indicator".try_into()?,
            quantity,
        );
        pillar = pillar.with_indicator(indicator.with_target(target(number)?));
        all.push(series(number)?);
    }
    let plan = Plan::builder("plan".parse()?, "Plan".try_into()?, "2022-01-01/P5Y".parse()?)
        .pillar(pillar)
        .build()?;
    Ok((plan, Observations::new(all)?))
}

/// Expected value, ratio of what is observed to it, required growth, and the class: from decimals, through `checked_powd`.
#[expect(clippy::disallowed_methods, reason = "the rival")]
fn by_powd(
    baseline: Decimal,
    goal: Decimal,
    observed: Decimal,
    elapsed: Decimal,
    total: Decimal,
) -> Option<(Decimal, Decimal, Decimal, u8)> {
    let factor = goal.checked_div(baseline)?;
    let expected_at = |cut: Decimal| {
        let exponent = cut.checked_mul(elapsed)?.checked_div(total)?;
        baseline.checked_mul(factor.checked_powd(exponent)?)
    };
    let expected = expected_at(Decimal::ONE)?;
    let left = Decimal::ONE.checked_div(total.checked_sub(elapsed)?)?;
    let required = goal
        .checked_div(observed)?
        .checked_powd(left)?
        .checked_sub(Decimal::ONE)?;
    let class = [dec!(1.05), dec!(0.95), dec!(0.60)]
        .into_iter()
        .position(|cut| expected_at(cut).is_some_and(|value| observed >= value));
    let class = class.and_then(|class| u8::try_from(class).ok()).unwrap_or(3);
    Some((expected, observed.checked_div(expected)?, required, class))
}

/// Nanoseconds of one call: the median of many rounds of each candidate in turn.
fn medians(candidates: &mut [Candidate<'_>]) -> Vec<u128> {
    const ROUNDS: usize = 2001;
    let mut times = vec![Vec::with_capacity(ROUNDS); candidates.len()];
    for _ in 0..ROUNDS {
        for ((_, call), times) in candidates.iter_mut().zip(&mut times) {
            let start = Instant::now();
            call();
            times.push(start.elapsed().as_nanos());
        }
    }
    let median = |mut times: Vec<u128>| {
        times.sort_unstable();
        times.get(ROUNDS / 2).copied().unwrap_or_default()
    };
    times.into_iter().map(median).collect()
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "ratios, for a reader"
)]
fn print_ratios(target: &Target, series: &Series, as_of: NaiveDate, rule: &Rule) {
    let mut candidates: Vec<Candidate<'_>> = vec![
        (
            "assess, with all its evidence",
            Box::new(|| drop(black_box(assess(black_box(target), series, as_of, rule)))),
        ),
        (
            "verdict",
            Box::new(|| {
                let _ = black_box(verdict(black_box(target), series, as_of, rule));
            }),
        ),
        (
            "four answers by checked_powd",
            Box::new(|| {
                let _ = black_box(by_powd(
                    dec!(1517.7),
                    dec!(2000),
                    black_box(dec!(1781.8)),
                    dec!(4),
                    dec!(5),
                ));
            }),
        ),
    ];
    let medians = medians(&mut candidates);
    let rival = medians.last().copied().unwrap_or_default();
    println!();
    for ((name, _), median) in candidates.iter().zip(&medians) {
        println!("{name:<32} {median:>8} ns   × {:.1}", rival as f64 / *median as f64);
    }
}

fn main() -> Result<(), Failure> {
    let mut criterion = Criterion::default().configure_from_args();
    let (target, series, rule, as_of) = (target(0)?, series(0)?, Rule::pace(), date("2026-01-31")?);
    criterion.bench_function("one assessment", |bencher| {
        bencher.iter(|| assess(black_box(&target), &series, as_of, &rule));
    });
    criterion.bench_function("one verdict", |bencher| {
        bencher.iter(|| verdict(black_box(&target), &series, as_of, &rule));
    });
    let mut group = criterion.benchmark_group("a whole plan");
    group.sample_size(10);
    for targets in [100, 10_000] {
        let (plan, observations) = plan(targets)?;
        group.throughput(Throughput::Elements(u64::try_from(targets)?));
        group.bench_with_input(BenchmarkId::from_parameter(targets), &plan, |bencher, plan| {
            bencher.iter(|| assess_plan(plan, &observations, as_of, &rule));
        });
    }
    group.finish();
    print_ratios(&target, &series, as_of, &rule);
    criterion.final_summary();
    Ok(())
}
