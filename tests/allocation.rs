//! What the heap is asked for: nothing, by growth, by trajectories, by verdicts and by columns on their normal path.
//!
//! The normal path takes values as plans state them, whole years, months and days, and comparisons of values on the path too. Only
//! what 128 bits leave open, once in a million cases or less, goes to big integers.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use allocation_counter::measure;
use core::cmp::Ordering;
use core::hint::black_box;
use milepost::batch::{self, Answers, BoundKind, Column, Columns, RowPath, Setting};
use milepost::growth::{self, ConstantChange, ConstantGrowth};
use milepost::trajectory::Curve;
use milepost::value::Position;
use milepost::{
    Baseline, Bound, Decimal, Direction, Goal, Length, Measure, NaiveDate, Observation, Point, Quantity, Rule, Series,
    Target, Trajectory, Unit, Years, date, dec, verdict,
};

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
        let _ = black_box(path.compare([from, dec!(1781.8)], by, share));
        let _ = black_box(line.compare([from, dec!(1781.8)], by, share));
    }
    // Exactly on the path.
    assert_eq!(path.compare([from, to], over, dec!(1)), Ok(Ordering::Equal));
    assert_eq!(line.compare([from, to], over, dec!(1)), Ordering::Equal);
}

#[test]
fn a_trajectory_does_not_touch_the_heap() {
    let point = |period: &str, value| Point::new(period.parse().unwrap(), value);
    let milestones = [point("2024", dec!(1800))];
    for curve in [Curve::Linear, Curve::ConstantGrowth, Curve::Stepped, Curve::Hold] {
        let (baseline, goal) = (point("2021", dec!(1517.7)), point("2026", dec!(2000)));
        let at = "2025-07".parse().unwrap();
        let count = allocations(|| {
            let path = Trajectory::new(baseline, &milestones, goal, curve).unwrap();
            let _ = black_box(path.expected(black_box(at)));
        });
        assert_eq!(count, 0, "{curve:?}");
    }
}

/// Seven rates of three decimals: half a unit of the last digit lower or higher, their product has 28, as many as a decimal holds.
#[test]
fn a_verdict_on_a_chain_does_not_touch_the_heap() {
    let goal = Goal::average_growth_by_yearly_rates(Bound::AtLeast(dec!(0.05)));
    let quantity = Quantity::new(Measure::GrowthRate, Unit::percent());
    let baseline = Baseline::observed("2000".parse().unwrap());
    let target = Target::builder("target".parse().unwrap(), quantity, goal, "2026".parse().unwrap());
    let target = target.baseline(baseline).build().unwrap();
    let rate = |year: i32| {
        let period = milepost::Period::year(year).unwrap();
        Observation::new(period, dec!(4.3)).published_on(period.last())
    };
    let series = Series::new(
        "indicator".parse().unwrap(),
        Unit::percent(),
        (2001..=2007).map(rate).collect(),
    );
    let (series, as_of, rule) = (series.unwrap(), date("2008-06-30").unwrap(), Rule::pace());
    let count = allocations(|| {
        let _ = black_box(verdict(black_box(&target), &series, as_of, &rule));
    });
    assert_eq!(count, 0);
}

#[test]
fn a_verdict_does_not_touch_the_heap() {
    let bound = Bound::AtLeast(dec!(150));
    let rate = Bound::AtLeast(dec!(0.05));
    for (measure, goal) in [
        (Measure::Flow, Goal::level(bound)),
        (Measure::Stock, Goal::level(bound)),
        (Measure::Flow, Goal::change(rate)),
        (Measure::GrowthRate, Goal::average_growth_by_yearly_rates(rate)),
        (Measure::Stock, Goal::addition(bound)),
        (Measure::Flow, Goal::cumulative(Bound::AtLeast(dec!(1000)))),
        (Measure::Flow, Goal::cumulative(Bound::AtMost(dec!(1000)))),
        (Measure::Flow, Goal::average_growth(rate)),
        (Measure::Share, Goal::keep(Bound::AtMost(dec!(5.5)), Length::YEAR)),
        (Measure::Flow, Goal::trend(Direction::Rising)),
    ] {
        let unit = Unit::percent();
        let target = Target::builder(
            "target".parse().unwrap(),
            Quantity::new(measure, unit.clone()),
            goal,
            "2026".parse().unwrap(),
        )
        .baseline(Baseline::observed("2021".parse().unwrap()))
        .build()
        .unwrap();
        let figure = |period: &str, value| {
            Observation::new(period.parse().unwrap(), value).published_on(date("2025-01-31").unwrap())
        };
        let quarters = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"].map(|quarter| figure(quarter, dec!(27.3)));
        let years =
            [("2021", dec!(100)), ("2022", dec!(4.4)), ("2023", dec!(105.1))].map(|(year, value)| figure(year, value));
        let observations = years.into_iter().chain(quarters).collect();
        let series = Series::new("indicator".parse().unwrap(), unit, observations).unwrap();
        let (as_of, rule) = (date("2025-06-30").unwrap(), Rule::pace());
        let count = allocations(|| {
            let _ = black_box(verdict(black_box(&target), &series, as_of, &rule));
        });
        assert_eq!(count, 0, "{goal:?}");
    }
}

#[test]
fn columns_do_not_touch_the_heap() {
    const ROWS: usize = 200;
    // Far from every cut, exactly on one, zero, no number and infinite, in turn.
    let observed: Vec<_> = [1781.8, 110.0, 0.0, f64::NAN, f64::INFINITY]
        .into_iter()
        .cycle()
        .take(ROWS)
        .collect();
    let (baseline, goal) = ([100.0; ROWS], [121.0; ROWS]);
    let at = |year| [day(year, 12, 31); ROWS];
    let (baseline_at, observed_at, deadline) = (at(2020), at(2022), at(2024));
    let columns = Columns {
        baseline: &baseline,
        observed: &observed,
        goal: &goal,
        bound: Column::All(BoundKind::AtLeast),
        path: Column::All(RowPath::Linear),
        baseline_at: &baseline_at,
        observed_at: &observed_at,
        deadline: &deadline,
    };
    let as_of = date("2023-06-30").unwrap();
    let terms = Setting::new(&Rule::pace()).unwrap();
    let mut both = [RowPath::Linear; ROWS];
    both[0] = RowPath::ConstantGrowth;
    for path in [
        Column::All(RowPath::Linear),
        Column::All(RowPath::ConstantGrowth),
        Column::Each(&both),
    ] {
        let columns = Columns { path, ..columns };
        let (mut status, mut reason, mut numbers) = ([0; ROWS], [0; ROWS], [[0.0; ROWS]; 3]);
        let [expected, pace, required_from_now] = &mut numbers;
        let answers = Answers {
            status: &mut status,
            reason: &mut reason,
            expected,
            pace,
            required_from_now,
        };
        let count = allocations(|| batch::verdicts(&columns, as_of, &terms, answers).unwrap());
        assert_eq!(count, 0, "{path:?}");
    }
}
