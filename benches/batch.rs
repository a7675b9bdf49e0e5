//! Columns against their rivals: a kernel that only moves the same bytes, plain loops, and single verdicts.
//!
//! `cargo bench --bench batch`, with `--features simd` for the widest vectors of the machine and `--features rayon` for all cores, prints
//! rows per second, the best of several rounds of one run, in which the candidates take turns, and the most bytes that each holds on the
//! heap at once.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a bench"
)]

use std::hint::black_box;
use std::sync::Mutex;
use std::time::Instant;

use allocation_counter::measure;
use milepost::batch::{self, Answers, BoundKind, Column, Columns, ReasonCode, RowPath, Setting};
use milepost::value::Position;
use milepost::{
    Baseline, Bound, Decimal, Goal, Measure, NaiveDate, Observation, Period, Quantity, Rule, Series, Shape, Status,
    Target, Unit, Years, verdict,
};

/// 74 bytes each: more than any cache holds.
const ROWS: usize = 4_000_000;
const SINGLE: usize = 10_000;
const ROUNDS: usize = 15;

struct Table {
    numbers: [Vec<f64>; 3],
    years: [Vec<i32>; 3],
    positions: [Vec<Position>; 3],
}

impl Table {
    /// Promises as plans make them: 1 to 10 % a year for 5 to 14 years, and figures from far behind to well ahead.
    fn new() -> Self {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut below = |limit: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) % limit
        };
        let mut table = Self {
            numbers: [const { Vec::new() }; 3],
            years: [const { Vec::new() }; 3],
            positions: [const { Vec::new() }; 3],
        };
        for _ in 0..ROWS {
            let baseline = (below(1_000_000) + 100) as f64 / 100.0;
            let goal = baseline * (1.05 + below(1_000) as f64 / 1_000.0);
            let observed = baseline + (goal - baseline) * (below(1_200) as f64 / 1_000.0 - 0.1);
            let start = 2015 + i32::try_from(below(5)).unwrap();
            let whole = 5 + i32::try_from(below(10)).unwrap();
            let gone = 1 + i32::try_from(below(4)).unwrap();
            let cents = |value: f64| (value * 100.0).round() / 100.0;
            for (column, number) in table.numbers.iter_mut().zip([baseline, observed, goal]) {
                column.push(cents(number));
            }
            for (column, year) in table.years.iter_mut().zip([start, start + gone, start + whole]) {
                column.push(year);
            }
        }
        table.positions = table.years.clone().map(|years| years.into_iter().map(end_of).collect());
        table
    }

    /// The same, with every third figure and every tenth baseline missing.
    fn with_gaps(&self) -> [Vec<f64>; 3] {
        let mut numbers = self.numbers.clone();
        for (column, step) in [(0, 10), (1, 3)] {
            numbers[column]
                .iter_mut()
                .step_by(step)
                .for_each(|number| *number = f64::NAN);
        }
        numbers
    }

    /// A straight line in every fifth row.
    fn paths() -> Vec<RowPath> {
        let of = |row: usize| {
            if row % 5 == 0 {
                RowPath::Linear
            } else {
                RowPath::ConstantGrowth
            }
        };
        (0..ROWS).map(of).collect()
    }

    fn columns<'a>(&'a self, path: RowPath, [baseline, observed, goal]: &'a [Vec<f64>; 3]) -> Columns<'a> {
        let [baseline_at, observed_at, deadline] = &self.positions;
        Columns {
            baseline,
            observed,
            goal,
            bound: Column::All(BoundKind::AtLeast),
            path: Column::All(path),
            baseline_at,
            observed_at,
            deadline,
        }
    }

    /// The first rows, as targets with their series.
    fn targets(&self) -> Vec<(Target, Series)> {
        let unit = Unit::new("unit".parse().unwrap(), 0).unwrap();
        let target = |row: usize| {
            let [baseline, observed, goal] = [0, 1, 2].map(|column: usize| self.numbers[column][row]);
            let decimal = |number: f64| Decimal::from_str_exact(&number.to_string()).unwrap();
            let [start, at, end] = [0, 1, 2].map(|column: usize| Period::year(self.years[column][row]).unwrap());
            let quantity = Quantity::new(Measure::Stock, unit.clone());
            let bound = Goal::level(Bound::AtLeast(decimal(goal)));
            let target = Target::builder("target".parse().unwrap(), quantity, bound, end)
                .baseline(Baseline::stated(start, decimal(baseline)))
                .shape(Shape::ConstantGrowth);
            let figure = Observation::new(at, decimal(observed)).published_on(at.last());
            let series = Series::new("series".parse().unwrap(), unit.clone(), vec![figure]).unwrap();
            (target.build().unwrap(), series)
        };
        (0..SINGLE).map(target).collect()
    }
}

fn end_of(year: i32) -> Position {
    Period::year(year).map(Period::end).unwrap()
}

struct Filled {
    codes: [Vec<u8>; 2],
    numbers: [Vec<f64>; 3],
}

impl Filled {
    fn new() -> Self {
        Self {
            codes: [vec![0; ROWS], vec![0; ROWS]],
            numbers: [vec![0.0; ROWS], vec![0.0; ROWS], vec![0.0; ROWS]],
        }
    }

    fn answers(&mut self) -> Answers<'_> {
        let ([status, reason], [expected, pace, required_from_now]) = (&mut self.codes, &mut self.numbers);
        Answers {
            status,
            reason,
            expected,
            pace,
            required_from_now,
        }
    }
}

/// Reads every input and writes every output, and does hardly anything in between.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "compiled for the instruction set that is dispatched to"
)]
fn move_bytes(columns: Columns<'_>, answers: Answers<'_>) {
    let pairs = [
        (columns.baseline, columns.baseline_at, answers.expected),
        (columns.observed, columns.observed_at, answers.pace),
        (columns.goal, columns.deadline, answers.required_from_now),
    ];
    for (numbers, positions, into) in pairs {
        for ((into, number), position) in into.iter_mut().zip(numbers).zip(positions) {
            *into = f64::from_bits(number.to_bits() ^ position.units() as u64);
        }
    }
    for (code, into) in [answers.status, answers.reason].into_iter().enumerate() {
        into.fill(u8::try_from(code).unwrap());
    }
}

#[cfg(feature = "simd")]
fn null_kernel(columns: Columns<'_>, answers: Answers<'_>) {
    struct Null<'a>(Columns<'a>, Answers<'a>);

    impl pulp::NullaryFnOnce for Null<'_> {
        type Output = ();

        #[inline(always)]
        #[expect(clippy::inline_always, reason = "as `move_bytes`")]
        fn call(self) {
            move_bytes(self.0, self.1);
        }
    }

    pulp::Arch::new().dispatch(Null(columns, answers));
}

#[cfg(not(feature = "simd"))]
fn null_kernel(columns: Columns<'_>, answers: Answers<'_>) {
    move_bytes(columns, answers);
}

/// The functions of a plain loop.
trait Functions {
    fn ln(x: f64) -> f64;
    fn exp(x: f64) -> f64;
    fn exp_m1(x: f64) -> f64;
}

/// Those of the crate `libm`, the same on every platform.
struct OfLibm;

/// Those of the standard library, which are the platform's own.
struct OfStd;

impl Functions for OfLibm {
    fn ln(x: f64) -> f64 {
        libm::log(x)
    }

    fn exp(x: f64) -> f64 {
        libm::exp(x)
    }

    fn exp_m1(x: f64) -> f64 {
        libm::expm1(x)
    }
}

impl Functions for OfStd {
    fn ln(x: f64) -> f64 {
        x.ln()
    }

    fn exp(x: f64) -> f64 {
        x.exp()
    }

    fn exp_m1(x: f64) -> f64 {
        x.exp_m1()
    }
}

/// The plain way: the same numbers and classes, row by row; nothing is decided exactly, and what is odd is not looked for.
#[inline(never)]
fn plain_loop<F: Functions>(columns: &Columns<'_>, answers: &mut Answers<'_>, as_of: Position) {
    let oldest = Years::whole(20).units();
    for row in 0..columns.rows() {
        let (baseline, observed, goal) = (columns.baseline[row], columns.observed[row], columns.goal[row]);
        let whole = columns.deadline[row].since(columns.baseline_at[row]).units() as f64;
        let elapsed = columns.observed_at[row].since(columns.baseline_at[row]).units() as f64;
        let (gone, way) = (F::ln(observed / baseline), F::ln(goal / baseline));
        let due = way * (elapsed / whole);
        let pace = gone / due;
        let years_left = (whole - elapsed) / Years::UNITS_PER_YEAR as f64;
        answers.expected[row] = baseline * F::exp(due);
        answers.pace[row] = pace;
        answers.required_from_now[row] = F::exp_m1((way - gone) / years_left);
        let (status, reason) = if as_of.since(columns.observed_at[row]).units() > oldest {
            (Status::Unknown, ReasonCode::Stale)
        } else if observed >= goal {
            (Status::Achieved, ReasonCode::BoundMet)
        } else if pace >= 1.05 {
            (Status::Ahead, ReasonCode::Pace)
        } else if pace >= 0.95 {
            (Status::OnTrack, ReasonCode::Pace)
        } else if pace >= 0.60 {
            (Status::Lagging, ReasonCode::Pace)
        } else if pace >= 0.0 {
            (Status::OffTrack, ReasonCode::Pace)
        } else {
            (Status::Worsening, ReasonCode::Pace)
        };
        (answers.status[row], answers.reason[row]) = (status.code(), reason.code());
    }
}

/// What is timed, its name, and how many rows it judges.
type Candidate<'a> = (&'static str, usize, Box<dyn FnMut() + 'a>);

/// Rows per second: the best of many rounds of each candidate in turn.
fn rows_per_second(candidates: &mut [Candidate<'_>]) -> Vec<f64> {
    let mut best = vec![f64::INFINITY; candidates.len()];
    for _ in 0..ROUNDS {
        for ((_, _, call), best) in candidates.iter_mut().zip(&mut best) {
            let start = Instant::now();
            call();
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    candidates
        .iter()
        .zip(best)
        .map(|((_, rows, _), seconds)| *rows as f64 / seconds)
        .collect()
}

fn plain<'a, F: Functions>(columns: Columns<'a>, filled: &'a Mutex<Filled>, as_of: NaiveDate) -> Box<dyn FnMut() + 'a> {
    Box::new(move || {
        plain_loop::<F>(
            black_box(&columns),
            &mut filled.lock().unwrap().answers(),
            Position::of(as_of),
        );
    })
}

/// What the columns are measured by, in fixed places.
fn rivals<'a>(table: &'a Table, filled: &'a Mutex<Filled>, question: &'a Question) -> Vec<Candidate<'a>> {
    let Question { as_of, rule, .. } = question;
    let columns = table.columns(RowPath::ConstantGrowth, &table.numbers);
    let targets = table.targets();
    vec![
        (
            "moving the same bytes",
            ROWS,
            Box::new(move || null_kernel(black_box(columns), filled.lock().unwrap().answers())),
        ),
        ("plain loop, libm", ROWS, plain::<OfLibm>(columns, filled, *as_of)),
        ("plain loop, std", ROWS, plain::<OfStd>(columns, filled, *as_of)),
        (
            "single verdicts",
            SINGLE,
            Box::new(move || {
                for (target, series) in &targets {
                    let _ = black_box(verdict(target, series, *as_of, rule));
                }
            }),
        ),
    ]
}

fn candidates<'a>(table: &'a Table, filled: &'a Mutex<Filled>, question: &'a Question) -> Vec<Candidate<'a>> {
    let Question { as_of, terms, .. } = question;
    let columns = |path| table.columns(path, &table.numbers);
    let growth = columns(RowPath::ConstantGrowth);
    let judge = move |columns: &Columns<'_>| {
        batch::verdicts(black_box(columns), *as_of, terms, filled.lock().unwrap().answers()).unwrap();
    };
    let gaps = table.with_gaps();
    let paths = Table::paths();
    let mut candidates = rivals(table, filled, question);
    candidates.extend::<[Candidate<'_>; 4]>([
        ("columns", ROWS, Box::new(move || judge(&growth))),
        (
            "columns, straight lines",
            ROWS,
            Box::new(move || judge(&columns(RowPath::Linear))),
        ),
        (
            "columns, both paths",
            ROWS,
            Box::new(move || {
                let path = Column::Each(&paths);
                judge(&Columns { path, ..growth });
            }),
        ),
        (
            "columns with gaps",
            ROWS,
            Box::new(move || judge(&table.columns(RowPath::ConstantGrowth, &gaps))),
        ),
    ]);
    #[cfg(feature = "rayon")]
    candidates.push((
        "columns, all cores",
        ROWS,
        Box::new(move || {
            let mut filled = filled.lock().unwrap();
            batch::verdicts_in_parallel(black_box(&growth), *as_of, terms, filled.answers()).unwrap();
        }),
    ));
    candidates
}

struct Question {
    as_of: NaiveDate,
    rule: Rule,
    terms: Setting,
}

fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let rule = Rule::pace().with_max_age(Some(20));
    let question = Question {
        as_of: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(),
        terms: Setting::new(&rule).unwrap(),
        rule: rule.clone(),
    };
    let (table, filled) = (Table::new(), Mutex::new(Filled::new()));
    let mut candidates = candidates(&table, &filled, &question);
    let speeds = rows_per_second(&mut candidates);
    println!(
        "\n{:<26} {:>8} {:>8} {:>8} {:>8} {:>9} {:>10}",
        "million rows a second", "", "÷ moving", "÷ libm", "÷ std", "÷ single", "peak heap"
    );
    for ((name, _, call), speed) in candidates.iter_mut().zip(&speeds) {
        let bytes = measure(call).bytes_max;
        let [moving, libm, std, single] = [0, 1, 2, 3].map(|place: usize| speed / speeds[place]);
        println!(
            "{name:<26} {:>8.2} {moving:>8.2} {libm:>8.2} {std:>8.2} {single:>9.1} {bytes:>4} bytes",
            speed / 1e6
        );
    }
}
