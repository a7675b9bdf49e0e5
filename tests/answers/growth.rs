//! The verbs of growth and of trajectories, on numbers of every size and sign.

use std::cmp::Ordering;

use milepost::growth::{
    ConstantChange, ConstantGrowth, GrowthError, average_cumulative, average_level, change_per_year, compound,
    compound_yearly, continuous_rate, linear_trend, log_linear_trend, rate, required_annual, required_flow_growth,
    share_of_way, share_of_way_compound,
};
use milepost::trajectory::{Curve, TrajectoryError};
use milepost::{Decimal, Length, Point, Rate, Trajectory, Years, dec};

use crate::draws::Chance;
use crate::frozen;
use crate::line::Line;
use crate::setting::{milestone, period};
use crate::words;

/// Numbers as plans have them, powers of one another, and the ends of what a decimal holds.
const NUMBERS: [Decimal; 14] = [
    dec!(0),
    dec!(1),
    dec!(100),
    dec!(106.5),
    dec!(200),
    dec!(1517.7),
    dec!(1781.8),
    dec!(2000),
    dec!(0.05),
    dec!(-3),
    dec!(-12.5),
    dec!(161.051),
    dec!(79228162514264337593543950335),
    dec!(0.0000000000000000000000000001),
];

/// Whole years, months, days, none and backwards.
fn spans() -> [Years; 8] {
    [
        Years::whole(1),
        Years::whole(5),
        Years::whole(2),
        Years::months(1),
        Years::months(57),
        Years::from_units(1_234_567),
        Years::ZERO,
        Years::months(-18),
    ]
}

/// A verb with its arguments.
fn asking(verb: &str, arguments: &str) -> Line {
    Line::asking([verb, arguments])
}

fn result(line: &mut Line, name: &'static str, result: Result<Decimal, GrowthError>) {
    match result {
        Ok(value) => line.cell(name, value),
        Err(error) => line.lacks(name, words::growth_error(error)),
    }
}

fn of_rate(line: &mut Line, name: &'static str, rate: Result<Rate, GrowthError>) {
    result(line, name, rate.map(Rate::as_decimal));
}

fn side(line: &mut Line, name: &'static str, side: Result<Ordering, GrowthError>) {
    match side {
        Ok(side) => line.cell(name, words::name(side)),
        Err(error) => line.lacks(name, words::growth_error(error)),
    }
}

fn joined(values: &[Decimal]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Draws that are the same in every run.
fn number(chance: &mut Chance) -> Decimal {
    match chance.below(4) {
        0 => chance.one_of(&NUMBERS),
        1 => Decimal::new(i64::try_from(chance.below(2_000_000)).unwrap() - 200_000, 3),
        2 => Decimal::new(i64::try_from(chance.below(10_000)).unwrap() + 1, 2),
        _ => Decimal::from(chance.below(9_000_000_000)) / dec!(7),
    }
}

fn numbers(chance: &mut Chance, count: u64) -> Vec<Decimal> {
    (0..count).map(|_| number(chance)).collect()
}

fn rates(chance: &mut Chance, count: u64) -> Vec<Rate> {
    let rate = |chance: &mut Chance| Decimal::new(i64::try_from(chance.below(4_000)).unwrap() - 900, 4);
    (0..count).map(|_| Rate::new(rate(chance)).unwrap()).collect()
}

/// From one number to another, in each span.
fn between(from: Decimal, to: Decimal, over: Years, lines: &mut Vec<String>) {
    let mut line = asking("between", &format!("{from} {to} {}", over.units()));
    of_rate(&mut line, "rate", rate(from, to, over));
    assert_eq!(rate(from, to, over), required_annual(from, to, over));
    result(&mut line, "change", change_per_year(from, to, over));
    result(&mut line, "continuous", continuous_rate(from, to, over));
    let by = Years::months(30);
    if let Ok(growth) = ConstantGrowth::new(from, to, over) {
        result(&mut line, "grown", growth.project(from, by));
        result(&mut line, "grown_share", growth.project_share(from, by, dec!(0.95)));
        side(&mut line, "grown_side", growth.compare([from, to], by, dec!(0.6)));
        line.cell(
            "grown_yearly",
            words::name(growth.compare_yearly(&[Rate::new(dec!(0.05)).unwrap(); 2], by, dec!(1))),
        );
    }
    if let Ok(change) = ConstantChange::new(from, to, over) {
        result(&mut line, "changed", change.project(from, by));
        result(&mut line, "changed_share", change.project_share(from, by, dec!(0.95)));
        side(&mut line, "changed_side", Ok(change.compare([from, to], by, dec!(0.6))));
    }
    lines.push(line.written());
}

#[test]
fn between_two_numbers() {
    let mut lines = Vec::new();
    for from in NUMBERS {
        for (place, to) in NUMBERS.into_iter().enumerate() {
            let over = spans()[place % 3];
            between(from, to, over, &mut lines);
        }
        for over in spans().into_iter().skip(3) {
            between(from, dec!(1781.8), over, &mut lines);
        }
    }
    frozen::hold("between_two_numbers.tsv", 2, &lines);
}

#[test]
fn shares_of_a_way() {
    let mut chance = Chance::new(2026);
    let mut lines = Vec::new();
    for _ in 0..300 {
        let [from, at, to] = [(); 3].map(|()| number(&mut chance));
        let mut line = asking("share", &format!("{from} {at} {to}"));
        result(&mut line, "share", share_of_way(from, at, to));
        result(&mut line, "share_compound", share_of_way_compound(from, at, to));
        lines.push(line.written());
    }
    lines.sort();
    lines.dedup();
    frozen::hold("shares_of_a_way.tsv", 2, &lines);
}

#[test]
fn where_rates_lead() {
    let mut chance = Chance::new(2027);
    let mut lines = Vec::new();
    for number_of in 0..200 {
        let (from, over) = (number(&mut chance), spans()[number_of % 8]);
        let count = chance.below(12);
        let yearly = rates(&mut chance, count + 1);
        let shown: Vec<String> = yearly.iter().map(|rate| rate.as_decimal().to_string()).collect();
        let mut line = asking(
            "chain",
            &format!("{number_of} {from} {} {}", over.units(), shown.join(" ")),
        );
        result(&mut line, "compound", compound(from, yearly[0], over));
        result(&mut line, "chained", compound_yearly(from, &yearly));
        let promised = ConstantGrowth::at_rate(yearly[0]);
        let by = Years::whole(i32::try_from(count).unwrap() + 1);
        for (name, share) in [("side", dec!(1)), ("side_of_half", dec!(0.5))] {
            line.cell(name, words::name(promised.compare_yearly(&yearly, by, share)));
        }
        lines.push(line.written());
    }
    frozen::hold("where_rates_lead.tsv", 2, &lines);
}

#[test]
fn averages_and_flows() {
    let mut chance = Chance::new(2028);
    let mut lines = Vec::new();
    for number_of in 0..200 {
        let count = chance.below(8);
        let (base, values) = (number(&mut chance), numbers(&mut chance, count));
        let mut line = asking("average", &format!("{number_of} {base} of {}", joined(&values)));
        of_rate(&mut line, "level", average_level(base, &values));
        of_rate(&mut line, "cumulative", average_cumulative(base, &values));
        let left = number(&mut chance);
        line.cell("left", left);
        for (name, years) in [
            ("flow_growth_1", 1),
            ("flow_growth_4", 4),
            ("flow_growth_30", 30),
            ("flow_growth_0", 0),
        ] {
            of_rate(&mut line, name, required_flow_growth(base, left, years));
        }
        lines.push(line.written());
    }
    frozen::hold("averages_and_flows.tsv", 2, &lines);
}

#[test]
fn trends_through_points() {
    let mut chance = Chance::new(2029);
    let mut lines = Vec::new();
    for number_of in 0_u64..120 {
        let count = chance.below(9) + u64::from(number_of > 10);
        let values = numbers(&mut chance, count);
        let time =
            |place: usize| Years::months(i32::try_from(place).unwrap() * if number_of % 3 == 0 { 7 } else { 12 });
        let points: Vec<(Years, Decimal)> = values
            .iter()
            .enumerate()
            .map(|(place, value)| (time(place), *value))
            .collect();
        let weights: Vec<Decimal> = (0..count).map(|place| Decimal::from(place + number_of % 2)).collect();
        let weights = (number_of % 4 > 1).then_some(&*weights);
        let weighted = weights.map_or(String::new(), joined);
        let mut line = asking(
            "trend",
            &format!("{number_of} through {} by {weighted}", joined(&values)),
        );
        write_trends(&mut line, &points, weights);
        lines.push(line.written());
    }
    frozen::hold("trends_through_points.tsv", 2, &lines);
}

fn write_trends(line: &mut Line, points: &[(Years, Decimal)], weights: Option<&[Decimal]>) {
    let later = Years::months(127);
    match linear_trend(points, weights) {
        Ok(trend) => {
            result(line, "change", trend.change_per_year());
            result(line, "at", trend.at(later));
        }
        Err(error) => line.lacks("linear", words::growth_error(error)),
    }
    match log_linear_trend(points, weights) {
        Ok(trend) => {
            of_rate(line, "rate", trend.annual_rate());
            result(line, "continuous", trend.continuous_rate());
            result(line, "at_by_growth", trend.at(later));
        }
        Err(error) => line.lacks("log_linear", words::growth_error(error)),
    }
}

/// Paths of every curve, with and without milestones, at periods of every length.
#[test]
fn trajectories() {
    let starts = [
        ("2021", dec!(1517.7)),
        ("2021", dec!(40)),
        ("2021-06", dec!(-8)),
        ("2021-Q3", dec!(0)),
    ];
    let between = [milestone("2023", dec!(1700)), milestone("2024-06", dec!(1690.5))];
    let mut lines = Vec::new();
    let logistic = [dec!(2001), dec!(1800)].map(|ceiling| Curve::Logistic { ceiling });
    let curves = [Curve::Linear, Curve::ConstantGrowth, Curve::Stepped, Curve::Hold];
    for curve in curves.into_iter().chain(logistic) {
        for (at, value) in starts {
            for goal in [dec!(2000), dec!(30.125), dec!(-50), dec!(0)] {
                for milestones in [&between[..0], &between[..1], &between] {
                    let path = Trajectory::new(milestone(at, value), milestones, milestone("2026", goal), curve);
                    let named = words::list(milestones, |point| words::point(*point)).unwrap_or_default();
                    let asked = format!("{at}:{value} {named} 2026:{goal}");
                    let name = match curve {
                        Curve::Logistic { ceiling } => format!("logistic:{ceiling}"),
                        named => words::name(named),
                    };
                    let mut line = asking(&name, &asked);
                    match path {
                        Ok(path) => write_trajectory(&mut line, &path),
                        Err(error) => line.lacks("path", trajectory_error(error)),
                    }
                    lines.push(line.written());
                }
            }
        }
    }
    frozen::hold("trajectories.tsv", 2, &lines);
}

fn write_trajectory(line: &mut Line, path: &Trajectory<'_>) {
    let is_value = |at: &str| path.expected(period(at)).map(|value| value.to_string());
    for (name, at) in [
        ("in_2022", "2022"),
        ("in_2023_07", "2023-07"),
        ("on_2024_02_29", "2024-02-29"),
        ("in_2026", "2026"),
        ("in_2027", "2027"),
        ("in_2020", "2020"),
    ] {
        match is_value(at) {
            Ok(value) => line.cell(name, value),
            Err(error) => line.lacks(name, trajectory_error(error)),
        }
    }
    let sides = ["1600", "40", "-8", "0"].map(|observed| {
        let side = path.compare(observed.parse().unwrap(), period("2024"));
        side.map_or_else(trajectory_error, words::name)
    });
    line.cell("sides", sides.join(";"));
    match path.schedule(Length::HALF) {
        Ok(points) => line.optional("schedule", words::list::<Point>(points, words::point)),
        Err(error) => line.lacks("schedule", trajectory_error(error)),
    }
}

fn trajectory_error(error: TrajectoryError) -> String {
    match error {
        TrajectoryError::Growth(error) => words::growth_error(error),
        other => words::name(other),
    }
}
