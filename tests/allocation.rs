//! What the heap is asked for: nothing, by growth on its normal path.
//!
//! The normal path takes values as plans state them, whole years, months and days, and comparisons of values on the path too. Only
//! what 128 bits leave open, once in a million cases or less, goes to big integers.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use allocation_counter::measure;
use core::cmp::Ordering;
use core::hint::black_box;
use milepost::growth::{self, ConstantChange, ConstantGrowth};
use milepost::{Decimal, NaiveDate, Position, Years, dec};

fn allocations(work: impl FnOnce()) -> u64 {
    measure(work).count_total
}

fn day(year: i32, month: u32, day: u32) -> Position {
    Position::of(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(Box::new(1)))), 1);
}

#[test]
fn growth_does_not_touch_the_heap() {
    let spans = [
        Years::whole(5),
        Years::months(30),
        day(2026, 12, 31).since(day(2021, 11, 17)),
        Years::from_units(7),
    ];
    for (from, to) in [
        (dec!(1517.7), dec!(2000)),
        (dec!(5.6), dec!(5.5)),
        (dec!(100), dec!(161.051)),
        (dec!(0.1732), dec!(0.15)),
        (dec!(40), dec!(40)),
        (dec!(123456789.123), dec!(987654321.987)),
    ] {
        for over in spans {
            let count = allocations(|| ask_everything(from, to, over));
            assert_eq!(count, 0, "{from} to {to} in {over} years");
        }
    }
}

fn ask_everything(from: Decimal, to: Decimal, over: Years) {
    let _ = black_box(growth::rate(from, to, over));
    let _ = black_box(growth::required_annual(from, to, over));
    let _ = black_box(growth::change_per_year(from, to, over));
    let _ = black_box(growth::required_yearly_flow(to, over));
    let _ = black_box(growth::required_flow_growth(from, to, 4));
    let _ = black_box(growth::share_of_way(from, dec!(77.7), to));
    let _ = black_box(growth::share_of_way_compound(from, dec!(77.7), to));
    let _ = black_box(growth::average_level(from, &[to, from, to]));
    let _ = black_box(growth::average_cumulative(from, &[to, from, to]));
    let (path, line) = (
        ConstantGrowth::new(from, to, over).unwrap(),
        ConstantChange::new(from, to, over).unwrap(),
    );
    if let Ok(rate) = path.annual_rate() {
        let _ = black_box(growth::compound(from, rate, Years::months(18)));
    }
    for share in [dec!(0.6), dec!(0.95), dec!(1), dec!(1.05)] {
        let by = Years::whole(4);
        let _ = black_box(path.project_share(from, by, share));
        let _ = black_box(line.project_share(from, by, share));
        let _ = black_box(path.compare(from, by, share, dec!(1781.8)));
        let _ = black_box(line.compare(from, by, share, dec!(1781.8)));
    }
    // Exactly on the path.
    assert_eq!(path.compare(from, over, dec!(1), to), Ok(Ordering::Equal));
    assert_eq!(line.compare(from, over, dec!(1), to), Ok(Ordering::Equal));
}
