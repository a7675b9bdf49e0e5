//! Figures that lie exactly on a cut, and the nearest decimals to either side, by every rule.

use milepost::{Decimal, Direction, Rule, dec};

use crate::asked::{ByRules, named};
use crate::catalogue;
use crate::composed;
use crate::facts::write_verdict;
use crate::frozen;
use crate::line::Line;
use crate::support::{Question, UNIT, goal, yearly};

/// Where rules cut what is gone of what is required.
const SHARES: [Decimal; 13] = [
    dec!(1.5),
    dec!(1.05),
    dec!(1),
    dec!(0.95),
    dec!(0.9),
    dec!(0.8),
    dec!(0.6),
    dec!(0.5),
    dec!(0.1),
    dec!(0),
    dec!(-0.1),
    dec!(-0.5),
    dec!(-1),
];

/// Where rules cut growth a year that has no number to reach.
const RATES: [Decimal; 9] = [
    dec!(0.03),
    dec!(0.02),
    dec!(0.015),
    dec!(0.01),
    dec!(0.005),
    dec!(0),
    dec!(-0.005),
    dec!(-0.01),
    dec!(-0.02),
];

/// How a series runs, from 100 in 2015.
#[derive(Clone, Copy)]
enum Run {
    /// So much a year of what was there.
    Growth(Decimal),
    /// So many a year.
    Line(Decimal),
}

/// A figure that stands where a doubling each year leads after so many years, twenty after the base: of logarithms, a share of what is due.
const DOUBLINGS: [i32; 9] = [30, 21, 20, 19, 16, 12, 10, 0, -2];

impl Run {
    fn after(self, years: u32) -> Decimal {
        let start = dec!(100);
        match self {
            Self::Growth(rate) => (0..years).fold(start, |value, _| value * (dec!(1) + rate)),
            Self::Line(change) => start + change * Decimal::from(years),
        }
    }
}

/// The figures of five years, the last one moved by so much.
fn question(promise: Option<Run>, direction: Direction, run: Run, step: Decimal) -> Question {
    let mut values: Vec<Decimal> = (0..6).map(|years| run.after(years)).collect();
    values[5] += step;
    let number = promise.map(|promise| promise.after(15));
    Question::new("a", 2015, 2030, goal(direction, number), &yearly(&values))
}

/// What rules say of a figure on the cut (`=`), and a little below and above it (`<`, `>`). Where a rule says the same of all three, they share
/// a line.
fn answer(
    asked: [&str; 2],
    unit: Decimal,
    of_step: impl Fn(Decimal) -> Question,
    rules: &[Rule],
    lines: &mut Vec<String>,
) {
    let mut by_rules = ByRules::default();
    for rule in rules {
        for (side, step) in [('<', -unit), ('=', dec!(0)), ('>', unit)] {
            let mut line = Line::default();
            write_verdict(&mut line, rule, &of_step(step).verdict(rule));
            by_rules.add(&format!("{side}{}", rule.code()), line);
        }
    }
    by_rules.write([asked[0], asked[1], "2035"], lines);
}

#[test]
fn figures_on_a_cut() {
    let ageless = named("pace-ageless", Rule::pace().with_max_age(None));
    let published = [catalogue::rules(), vec![ageless]].concat();
    let every = [&*published, &composed::rules()].concat();
    let mut lines = Vec::new();
    for share in SHARES {
        // The cut of all rules that are composed by hand.
        let rules = if share == dec!(0.8) { &every } else { &published };
        for (name, direction, required) in [
            ("growth", Direction::Rising, Run::Growth(dec!(0.2))),
            ("decline", Direction::Falling, Run::Growth(dec!(-0.2))),
            ("line up", Direction::Rising, Run::Line(dec!(20))),
            ("line down", Direction::Falling, Run::Line(dec!(-6))),
        ] {
            let run = match required {
                Run::Growth(rate) => Run::Growth(rate * share),
                Run::Line(change) => Run::Line(change * share),
            };
            let of_step = |step| question(Some(required), direction, run, step);
            answer([name, &share.to_string()], UNIT, of_step, rules, &mut lines);
        }
    }
    for rate in RATES {
        let rules = if rate == dec!(0.015) { &every } else { &published };
        for (name, direction) in [("rising", Direction::Rising), ("falling", Direction::Falling)] {
            let of_step = |step| question(None, direction, Run::Growth(rate), step);
            answer([name, &rate.to_string()], UNIT, of_step, rules, &mut lines);
        }
    }
    for years in DOUBLINGS {
        let figure = if years < 0 {
            dec!(25)
        } else {
            dec!(100) * Decimal::from(1_u64 << years)
        };
        let of_step = |step| {
            let goal = goal(Direction::Rising, Some(dec!(100) * Decimal::from(1_u64 << 30)));
            Question::new("a", 2000, 2030, goal, &[(2000, dec!(100)), (2020, figure + step)])
        };
        answer(
            ["doubling", &years.to_string()],
            dec!(0.000000000000000001),
            of_step,
            &published,
            &mut lines,
        );
    }
    frozen::hold("ties.tsv", 4, &lines);
}
