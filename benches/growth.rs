//! Growth against its rivals: `checked_powd` of `rust_decimal`, and `powf` of the platform.
//!
//! `cargo bench --bench growth` prints criterion's figures, and then the ratios to `checked_powd`: medians of one run, in which the
//! candidates take turns.

#![expect(clippy::float_arithmetic, reason = "the rival")]

mod turns;

use core::hint::black_box;

use criterion::Criterion;
use milepost::growth::{self, ConstantGrowth};
use milepost::rust_decimal::MathematicalOps;
use milepost::value::Position;
use milepost::{Decimal, NaiveDate, Years, dec};
use turns::Turns;

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

fn print_ratios(title: &str, spans: &[Years]) {
    let decimals: Vec<_> = PAIRS
        .iter()
        .zip(spans)
        .map(|((from, to), over)| (*from, *to, *over, over.to_decimal()))
        .collect();
    let floats: Vec<_> = decimals
        .iter()
        .map(|(from, to, over, _)| {
            let float = |value: &Decimal| value.to_string().parse::<f64>().unwrap_or_default();
            #[expect(clippy::cast_precision_loss, reason = "the rival")]
            let years = over.units() as f64 / Years::UNITS_PER_YEAR as f64;
            (float(from), float(to), years)
        })
        .collect();
    Turns::of(1)
        .with("growth::required_annual", || {
            for (from, to, over, _) in &decimals {
                let _ = black_box(growth::required_annual(
                    black_box(*from),
                    black_box(*to),
                    black_box(*over),
                ));
            }
        })
        .with("checked_powd", || {
            for (from, to, _, over) in &decimals {
                let _ = black_box(by_powd(black_box(*from), black_box(*to), black_box(*over)));
            }
        })
        .with("powf of f64", || {
            for (from, to, over) in &floats {
                black_box((black_box(*to) / black_box(*from)).powf(1.0 / black_box(*over)) - 1.0);
            }
        })
        .print(title, "checked_powd");
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
            bencher.iter(|| black_box(path).compare([from, black_box(dec!(1781.8))], four, dec!(0.95)));
        });
        let tie = ConstantGrowth::new(dec!(100), dec!(161.051), five);
        criterion.bench_function("comparison, exactly on the path", |bencher| {
            bencher.iter(|| black_box(tie).map(|tie| tie.compare([dec!(100), dec!(121)], Years::whole(2), dec!(1))));
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
    print_ratios("Required annual growth of eight pairs, whole years", &whole_years());
    print_ratios("Required annual growth of eight pairs, spans of days", &day_spans());
}
