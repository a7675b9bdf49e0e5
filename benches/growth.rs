//! Growth against its rivals: `checked_powd` of `rust_decimal`, and `powf` of the platform.
//!
//! `cargo bench --bench growth` prints criterion's figures, and then the ratios: medians of one run, in which the candidates take
//! turns.

#![expect(
    clippy::float_arithmetic,
    clippy::print_stdout,
    reason = "ratios of times are printed"
)]

use core::hint::black_box;
use std::time::Instant;

use criterion::Criterion;
use milepost::growth::{self, ConstantGrowth};
use milepost::rust_decimal::MathematicalOps;
use milepost::{Decimal, NaiveDate, Position, Years, dec};

/// Baseline and goal, as plans state them.
const PAIRS: [(Decimal, Decimal); 8] = [
    (dec!(1517.7), dec!(2000)),
    (dec!(1781.8), dec!(2000)),
    (dec!(0.1732), dec!(0.15)),
    (dec!(68), dec!(99)),
    (dec!(40), dec!(50)),
    (dec!(123456.789), dec!(98765.4321)),
    (dec!(5.6), dec!(5.5)),
    (dec!(1), dec!(0.865)),
];

fn day(year: i32, month: u32, day: u32) -> Position {
    NaiveDate::from_ymd_opt(year, month, day).map_or(Position::from_units(0), Position::of)
}

fn whole_years() -> Vec<Years> {
    [5, 1, 3, 7, 4, 10, 2, 15].map(Years::whole).to_vec()
}

fn day_spans() -> Vec<Years> {
    let start = day(2021, 11, 17);
    let ends = [
        (2026, 12, 31),
        (2024, 2, 29),
        (2022, 7, 3),
        (2031, 1, 15),
        (2025, 5, 5),
        (2023, 10, 9),
        (2027, 3, 8),
        (2030, 8, 21),
    ];
    ends.map(|(year, month, of_month)| day(year, month, of_month).since(start))
        .to_vec()
}

#[expect(clippy::disallowed_methods, reason = "the rival")]
fn by_powd(from: Decimal, to: Decimal, over: Decimal) -> Option<Decimal> {
    let exponent = Decimal::ONE.checked_div(over)?;
    to.checked_div(from)?.checked_powd(exponent)?.checked_sub(Decimal::ONE)
}

/// What is timed, and its name.
type Candidate<'a> = (&'static str, Box<dyn FnMut() + 'a>);

/// Nanoseconds of one call: the median of many rounds of each candidate in turn.
fn medians(candidates: &mut [Candidate<'_>], calls: u32) -> Vec<f64> {
    let mut times = vec![Vec::new(); candidates.len()];
    for _ in 0..401 {
        for ((_, call), times) in candidates.iter_mut().zip(&mut times) {
            let start = Instant::now();
            call();
            times.push(start.elapsed().as_nanos());
        }
    }
    let median = |mut times: Vec<u128>| {
        times.sort_unstable();
        f64::from(u32::try_from(times.get(200).copied().unwrap_or_default()).unwrap_or(u32::MAX)) / f64::from(calls)
    };
    times.into_iter().map(median).collect()
}

fn print_ratios(title: &str, spans: &[Years]) {
    let cases: Vec<_> = PAIRS
        .iter()
        .zip(spans)
        .map(|((from, to), over)| (*from, *to, *over, over.to_decimal()))
        .collect();
    let floats: Vec<_> = cases
        .iter()
        .map(|(from, to, over, _)| {
            let float = |value: &Decimal| value.to_string().parse::<f64>().unwrap_or_default();
            #[expect(clippy::cast_precision_loss, reason = "the rival")]
            let years = over.units() as f64 / Years::UNITS_PER_YEAR as f64;
            (float(from), float(to), years)
        })
        .collect();
    let mut candidates: Vec<Candidate<'_>> = vec![
        (
            "milepost",
            Box::new(|| {
                for (from, to, over, _) in &cases {
                    let _ = black_box(growth::required_annual(
                        black_box(*from),
                        black_box(*to),
                        black_box(*over),
                    ));
                }
            }),
        ),
        (
            "checked_powd",
            Box::new(|| {
                for (from, to, _, over) in &cases {
                    let _ = black_box(by_powd(black_box(*from), black_box(*to), black_box(*over)));
                }
            }),
        ),
        (
            "f64 powf",
            Box::new(|| {
                for (from, to, over) in &floats {
                    black_box((black_box(*to) / black_box(*from)).powf(1.0 / black_box(*over)) - 1.0);
                }
            }),
        ),
    ];
    let calls = u32::try_from(cases.len()).unwrap_or(1);
    let medians = medians(&mut candidates, calls);
    let ours = medians.first().copied().unwrap_or(f64::NAN);
    println!("\n{title}: {ours:.0} ns");
    for ((name, _), median) in candidates.iter().zip(&medians).skip(1) {
        println!("  against {name:<12} {median:>8.1} ns   × {:.3}", median / ours);
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let (from, to, five) = (dec!(1517.7), dec!(2000), Years::whole(5));
    let days = day(2026, 12, 31).since(day(2021, 11, 17));
    let path = ConstantGrowth::new(from, to, five);
    criterion.bench_function("required annual growth, whole years", |bencher| {
        bencher.iter(|| growth::required_annual(black_box(from), black_box(to), black_box(five)));
    });
    criterion.bench_function("required annual growth, days", |bencher| {
        bencher.iter(|| growth::required_annual(black_box(from), black_box(to), black_box(days)));
    });
    if let Ok(path) = path {
        let four = Years::whole(4);
        criterion.bench_function("expected value", |bencher| {
            bencher.iter(|| black_box(path).project(black_box(from), black_box(four)));
        });
        criterion.bench_function("comparison with a cut", |bencher| {
            bencher.iter(|| black_box(path).compare(from, four, dec!(0.95), black_box(dec!(1781.8))));
        });
        let tie = ConstantGrowth::new(dec!(100), dec!(161.051), five);
        criterion.bench_function("comparison, exactly on the path", |bencher| {
            bencher.iter(|| black_box(tie).map(|tie| tie.compare(dec!(100), Years::whole(2), dec!(1), dec!(121))));
        });
    }
    criterion.bench_function("share of the way, compound", |bencher| {
        bencher.iter(|| growth::share_of_way_compound(black_box(from), black_box(dec!(1781.8)), black_box(to)));
    });
    let yearly = [dec!(105), dec!(108), dec!(150), dec!(160), dec!(161.051)];
    criterion.bench_function("average growth, cumulative method", |bencher| {
        bencher.iter(|| growth::average_cumulative(black_box(dec!(100)), black_box(&yearly)));
    });
    criterion.bench_function("change per year", |bencher| {
        bencher.iter(|| growth::change_per_year(black_box(from), black_box(to), black_box(five)));
    });
    criterion.final_summary();
    print_ratios("required annual growth, whole years", &whole_years());
    print_ratios("required annual growth, spans of days", &day_spans());
}
