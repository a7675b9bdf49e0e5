//! One assessment, one verdict and whole plans, against the same answers composed from `checked_powd`.
//!
//! `cargo bench --bench assessment` prints criterion's figures, and then ratios of medians from one run, in which the candidates
//! take turns, with the most bytes that each holds on the heap.

mod turns;

use core::hint::black_box;
use std::time::Instant;

use allocation_counter::measure;
use criterion::{BenchmarkId, Criterion, Throughput};
use milepost::growth::{self, ConstantGrowth};
use milepost::rust_decimal::MathematicalOps;
use milepost::trajectory::{Curve, TrajectoryError};
use milepost::{
    Baseline, Bound, Cuts, Decimal, Goal, Indicator, Measure, NaiveDate, Observation, Observations, Pillar, Plan,
    Point, Quantity, Rate, Rule, Series, Status, Target, Trajectory, Unit, assess, assess_plan, date, dec, verdict,
};
use turns::Turns;

type Failure = Box<dyn core::error::Error>;

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

/// One promise and one figure, as they are published.
struct Case {
    baseline: Point,
    goal: Point,
    observed: Point,
}

/// Where it should be, how far that part of the way is gone, how fast it must grow from here, and in which class that puts it.
struct Answers<Rate> {
    _expected: Decimal,
    _ratio: Decimal,
    _required: Rate,
    _class: Option<Status>,
}

/// The four answers by the functions of `growth` and `trajectory`, without the nouns of a plan: rounded once each, and the class exact.
fn by_growth(case: &Case, cuts: Cuts) -> Result<Answers<Rate>, TrajectoryError> {
    let Case {
        baseline,
        goal,
        observed,
    } = *case;
    let path = Trajectory::new(baseline, &[], goal, Curve::ConstantGrowth)?;
    let expected = path.expected(observed.period)?;
    let left = goal.period.end().since(observed.period.end());
    let elapsed = observed.period.end().since(baseline.period.end());
    let whole = goal.period.end().since(baseline.period.end());
    let growth = ConstantGrowth::new(baseline.value, goal.value, whole)?;
    let reaches = |cut| growth.compare([baseline.value, observed.value], elapsed, cut);
    let mut class = None;
    for (status, cut) in cuts.classes() {
        if class.is_none() && reaches(cut)?.is_ge() {
            class = Some(status);
        }
    }
    Ok(Answers {
        _expected: expected,
        _ratio: growth::share_of_way_compound(baseline.value, observed.value, expected)?,
        _required: growth::required_annual(observed.value, goal.value, left)?,
        _class: class,
    })
}

/// The same composed from `checked_powd`; the ratio is that of the values.
#[expect(clippy::disallowed_methods, reason = "the rival")]
fn by_powd(case: &Case, cuts: Cuts) -> Option<Answers<Decimal>> {
    let Case {
        baseline,
        goal,
        observed,
    } = *case;
    let years = |from: Point, to: Point| {
        let days = to.period.last().signed_duration_since(from.period.last()).num_days();
        Decimal::from(days).checked_div(dec!(365.25))
    };
    let part = years(baseline, observed)?.checked_div(years(baseline, goal)?)?;
    let factor = goal.value.checked_div(baseline.value)?;
    let expected_at = |cut: Decimal| baseline.value.checked_mul(factor.checked_powd(cut.checked_mul(part)?)?);
    let expected = expected_at(Decimal::ONE)?;
    let left = Decimal::ONE.checked_div(years(observed, goal)?)?;
    let required = goal.value.checked_div(observed.value)?.checked_powd(left)?;
    let reached = |(_, cut): &(Status, Decimal)| expected_at(*cut).is_some_and(|value| observed.value >= value);
    Some(Answers {
        _expected: expected,
        _ratio: observed.value.checked_div(expected)?,
        _required: required.checked_sub(Decimal::ONE)?,
        _class: cuts
            .classes()
            .iter()
            .find(|class| reached(class))
            .map(|(status, _)| *status),
    })
}

/// The four answers of a target and its series, each by the public function that answers it.
fn by_nouns(target: &Target, series: &Series, as_of: NaiveDate, rule: &Rule) -> Result<Answers<Rate>, Failure> {
    let path = target.trajectory(series, as_of)?;
    let figure = series.as_known_on(as_of).figures().next_back().ok_or("a figure")?;
    let observed = figure.reading.value().ok_or("a value")?;
    let expected = path.expected(figure.period)?;
    let left = path.goal().period.end().since(figure.period.end());
    Ok(Answers {
        _expected: expected,
        _ratio: growth::share_of_way_compound(path.baseline().value, observed, expected)?,
        _required: growth::required_annual(observed, path.goal().value, left)?,
        _class: Some(verdict(target, series, as_of, rule).status),
    })
}

/// Ratios in one run, for a reader.
fn print_ratios(target: &Target, series: &Series, as_of: NaiveDate, rule: &Rule) -> Result<(), Failure> {
    let point = |period: &str, value| Ok::<_, Failure>(Point::new(period.parse()?, value));
    let case = Case {
        baseline: point("2021", dec!(1517.7))?,
        goal: point("2026", dec!(2000))?,
        observed: point("2025", dec!(1781.8))?,
    };
    let cuts = rule.cuts().ok_or("a rule that is cut by pace")?;
    Turns::of(20)
        .with("checked_powd: path, ratio, required rate and class", || {
            let _ = black_box(by_powd(black_box(&case), cuts));
        })
        .with("growth and trajectory: the same four answers", || {
            let _ = black_box(by_growth(black_box(&case), cuts));
        })
        .with("verdict, trajectory and growth: the same of a target", || {
            let _ = black_box(by_nouns(black_box(target), series, as_of, rule));
        })
        .with("verdict", || {
            let _ = black_box(verdict(black_box(target), series, as_of, rule));
        })
        .with("assess, with all its evidence", || {
            drop(black_box(assess(black_box(target), series, as_of, rule)));
        })
        .print("One assessment", "checked_powd: path, ratio, required rate and class");
    Ok(())
}

/// Whole plans: the time and the heap of each of their targets, which are to stay the same.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "times and bytes, for a reader"
)]
fn print_plans(as_of: NaiveDate, rule: &Rule) -> Result<(), Failure> {
    println!("\nWhole plans, each target");
    for targets in [100, 1_000, 10_000] {
        let (plan, observations) = plan(targets)?;
        let assess = || black_box(assess_plan(black_box(&plan), &observations, as_of, rule));
        let mut times: Vec<_> = (0..11)
            .map(|_| {
                let start = Instant::now();
                drop(assess());
                start.elapsed().as_nanos()
            })
            .collect();
        times.sort_unstable();
        let median = times.get(5).copied().unwrap_or_default() as f64 / targets as f64;
        let bytes = measure(|| drop(assess())).bytes_max as f64 / targets as f64;
        println!("  of {targets:>6} targets {median:>10.1} ns   {bytes:>8.1} bytes");
    }
    Ok(())
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
    criterion.final_summary();
    print_ratios(&target, &series, as_of, &rule)?;
    print_plans(as_of, &rule)?;
    Ok(())
}
