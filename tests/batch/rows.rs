//! Rows, as columns and as targets with their figures.

use milepost::batch::{self, Answers, BoundKind, Column, Columns, ReasonCode, RowPath, Setting};
use milepost::plan::Lacks;
use milepost::value::Position;
use milepost::{
    Baseline, Decimal, Evidence, Goal, Length, Measure, NaiveDate, Observation, Period, Quantity, Rule, Series, Shape,
    Status, Target, Unit, assess, verdict,
};

/// A promise with its figure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) baseline: f64,
    pub(crate) observed: f64,
    pub(crate) goal: f64,
    pub(crate) bound: BoundKind,
    pub(crate) baseline_at: NaiveDate,
    pub(crate) observed_at: NaiveDate,
    pub(crate) deadline: NaiveDate,
}

/// What holds of every row.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    pub(crate) path: RowPath,
    pub(crate) reported: Length,
    pub(crate) as_of: NaiveDate,
    pub(crate) rule: Rule,
}

/// The answer of one row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer {
    pub(crate) class: (Status, ReasonCode),
    pub(crate) expected: f64,
    pub(crate) pace: f64,
    pub(crate) required: f64,
}

/// The answers of columns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Filled {
    pub(crate) status: Vec<u8>,
    pub(crate) reason: Vec<u8>,
    pub(crate) numbers: [Vec<f64>; 3],
}

impl Filled {
    pub(crate) fn of(rows: usize) -> Self {
        Self {
            status: vec![0; rows],
            reason: vec![0; rows],
            numbers: [const { Vec::new() }; 3].map(|mut column: Vec<f64>| {
                column.resize(rows, 0.0);
                column
            }),
        }
    }

    pub(crate) fn answers(&mut self) -> Answers<'_> {
        let [expected, pace, required_from_now] = &mut self.numbers;
        Answers {
            status: &mut self.status,
            reason: &mut self.reason,
            expected,
            pace,
            required_from_now,
        }
    }

    /// Every answer, row by row, as bits.
    pub(crate) fn bits(&self) -> Vec<u64> {
        (0..self.status.len()).flat_map(|row| self.row_bits(row)).collect()
    }

    pub(crate) fn row_bits(&self, row: usize) -> [u64; 5] {
        let [expected, pace, required] = &self.numbers;
        [
            self.status[row].into(),
            self.reason[row].into(),
            expected[row].to_bits(),
            pace[row].to_bits(),
            required[row].to_bits(),
        ]
    }

    pub(crate) fn answer(&self, row: usize) -> Answer {
        let [expected, pace, required] = &self.numbers;
        Answer {
            class: (
                Status::from_code(self.status[row]).unwrap(),
                ReasonCode::from_code(self.reason[row]).unwrap(),
            ),
            expected: expected[row],
            pace: pace[row],
            required: required[row],
        }
    }
}

/// Rows as columns.
pub(crate) struct Table {
    numbers: [Vec<f64>; 3],
    bounds: Vec<BoundKind>,
    positions: [Vec<Position>; 3],
}

impl Table {
    pub(crate) fn of(rows: &[Row]) -> Self {
        let number = |of: fn(&Row) -> f64| rows.iter().map(of).collect();
        let position = |of: fn(&Row) -> NaiveDate| rows.iter().map(|row| Position::of(of(row))).collect();
        Self {
            numbers: [
                number(|row| row.baseline),
                number(|row| row.observed),
                number(|row| row.goal),
            ],
            bounds: rows.iter().map(|row| row.bound).collect(),
            positions: [
                position(|row| row.baseline_at),
                position(|row| row.observed_at),
                position(|row| row.deadline),
            ],
        }
    }

    pub(crate) fn columns(&self, path: RowPath) -> Columns<'_> {
        let [baseline, observed, goal] = &self.numbers;
        let [baseline_at, observed_at, deadline] = &self.positions;
        Columns {
            baseline,
            observed,
            goal,
            bound: Column::Each(&self.bounds),
            path: Column::All(path),
            baseline_at,
            observed_at,
            deadline,
        }
    }
}

impl Surroundings {
    pub(crate) fn terms(&self) -> Setting {
        Setting::new(&self.rule).unwrap().with_reported(self.reported)
    }

    pub(crate) fn answer(&self, rows: &[Row]) -> Filled {
        self.answer_columns(&Table::of(rows).columns(self.path))
    }

    pub(crate) fn answer_columns(&self, columns: &Columns<'_>) -> Filled {
        let mut filled = Filled::of(columns.rows());
        batch::verdicts(columns, self.as_of, &self.terms(), filled.answers()).unwrap();
        filled
    }

    /// The row as a target with a series; `None` if no target can be made of it.
    fn as_target(&self, row: &Row) -> Option<(Target, Series)> {
        let (baseline, observed, goal) = (decimal(row.baseline)?, decimal(row.observed)?, decimal(row.goal)?);
        let unit = Unit::new("unit".parse().unwrap(), 0).unwrap();
        let goal = goal.map_or(Goal::Unstated(Lacks::Number), |goal| Goal::level(row.bound.at(goal)));
        let period = |day| Period::day(day).unwrap();
        let builder = Target::builder(
            "target".parse().unwrap(),
            Quantity::new(Measure::Stock, unit.clone()),
            goal,
            period(row.deadline),
        );
        let builder = builder
            .baseline(Baseline::observed(period(row.baseline_at)))
            .reported(self.reported);
        let builder = match (goal, self.path) {
            (Goal::Unstated(_), _) => builder,
            (_, RowPath::Linear) => builder.shape(Shape::Linear),
            (_, RowPath::ConstantGrowth) => builder.shape(Shape::ConstantGrowth),
        };
        // A figure of the baseline's own day is no second one.
        let observed = observed.filter(|_| row.observed_at != row.baseline_at);
        let figures = [(row.baseline_at, baseline), (row.observed_at, observed)];
        let figures = figures.into_iter().filter_map(|(day, value)| {
            let figure = Observation::new(period(day), value?);
            Some(figure.published_on(day))
        });
        let series = Series::new("series".parse().unwrap(), unit, figures.collect()).ok()?;
        Some((builder.build().ok()?, series))
    }

    /// The verdict on the row as a target.
    pub(crate) fn verdict(&self, row: &Row) -> (Status, ReasonCode) {
        if row.deadline <= row.baseline_at {
            return (Status::Unknown, ReasonCode::NotInOrder);
        }
        if [row.baseline, row.observed, row.goal]
            .into_iter()
            .any(|number| decimal(number).is_none())
        {
            return (Status::Unknown, ReasonCode::NoDecimal);
        }
        if self.path == RowPath::ConstantGrowth && row.goal <= 0.0 {
            return self.verdict_without_growth(row);
        }
        let (target, series) = self.as_target(row).unwrap();
        let verdict = verdict(&target, &series, self.as_of, &self.rule);
        (verdict.status, ReasonCode::of(verdict.reason).unwrap())
    }

    /// No target is built with constant growth to 0 or less. Its verdict is that of a straight line, unless the pace decides there.
    fn verdict_without_growth(&self, row: &Row) -> (Status, ReasonCode) {
        let path = RowPath::Linear;
        match (Self { path, ..self.clone() }).verdict(row) {
            (_, ReasonCode::Pace | ReasonCode::WithinLimit) => {
                let reason = match (row.baseline, row.goal) {
                    (baseline, goal) if baseline == 0.0 || goal == 0.0 => ReasonCode::Zero,
                    (baseline, _) if baseline > 0.0 => ReasonCode::Crossing,
                    _ => ReasonCode::BothNegative,
                };
                (Status::Unknown, reason)
            }
            other => other,
        }
    }

    /// The facts about the row as a target.
    pub(crate) fn evidence(&self, row: &Row) -> Option<Evidence> {
        let (target, series) = self.as_target(row)?;
        Some(assess(&target, &series, self.as_of, &self.rule).evidence)
    }
}

/// What a float stands for: its shortest decimal; no number is none; `None` if a decimal does not hold it.
#[expect(clippy::option_option, reason = "no number, and no decimal for it, are two things")]
fn decimal(float: f64) -> Option<Option<Decimal>> {
    if float.is_nan() {
        return Some(None);
    }
    // Never an exponent: rust writes all the zeros.
    Decimal::from_str_exact(&float.to_string()).ok().map(Some)
}
