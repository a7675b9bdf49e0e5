//! The answers of columns, with the bits of their numbers.

use milepost::NaiveDate;
use milepost::batch::RowPath;

use crate::draws::{Chance, row_of};
use crate::frozen;
use crate::line::Line;
use crate::rows::{Row, Surroundings};
use crate::words;

const SETTINGS: usize = 16;
const ROWS: usize = 40;
const TIES: usize = 8;

#[test]
fn columns() {
    let mut chance = Chance::new(1949);
    let mut lines = Vec::new();
    for number in 0..SETTINGS {
        let setting = chance.setting();
        let rows: Vec<Row> = (0..ROWS).map(|_| chance.row()).collect();
        answer(&format!("drawn {number}"), &setting, &rows, &mut lines);
    }
    for number in 0..SETTINGS {
        let (setting, rows) = on_cuts(&mut chance);
        answer(&format!("on cuts {number}"), &setting, &rows, &mut lines);
    }
    frozen::hold("columns.tsv", 2, &lines);
}

/// Rows on a cut, and one float to either side.
fn on_cuts(chance: &mut Chance) -> (Surroundings, Vec<Row>) {
    let mut setting = chance.setting();
    setting.as_of = NaiveDate::from_ymd_opt(2041, 1, 31).unwrap();
    setting.rule = setting.rule.with_max_age(None);
    let draw = match setting.path {
        RowPath::Linear => Chance::tie_on_a_line,
        RowPath::ConstantGrowth => Chance::tie_on_growth,
    };
    let ties: Vec<_> = (0..TIES).map(|_| draw(chance)).collect();
    let rows = ties.iter().flat_map(|tie| [-1, 0, 1].map(|steps| row_of(tie, steps)));
    (setting, rows.collect())
}

fn answer(name: &str, setting: &Surroundings, rows: &[Row], lines: &mut Vec<String>) {
    let filled = setting.answer(rows);
    for (place, row) in rows.iter().enumerate() {
        let (status, reason) = filled.answer(place).class;
        let [_, _, bits @ ..] = filled.row_bits(place);
        let mut line = Line::asking([name, &place.to_string()]);
        line.cell("path", words::name(setting.path));
        line.cell("as_of", setting.as_of);
        line.cell("row", asked(row));
        line.cell("status", status);
        line.cell("reason", reason);
        for (name, bits) in ["expected", "pace", "required_from_now"].into_iter().zip(bits) {
            let number = f64::from_bits(bits);
            line.optional(name, (!number.is_nan()).then(|| format!("{bits:016x}({number:e})")));
        }
        lines.push(line.written());
    }
}

/// Start, figure and goal, each with its day.
fn asked(row: &Row) -> String {
    let Row {
        baseline,
        observed,
        goal,
        bound,
        baseline_at,
        observed_at,
        deadline,
    } = row;
    let bound = words::name(bound);
    format!("{baseline:e}@{baseline_at} {observed:e}@{observed_at} {bound} {goal:e}@{deadline}")
}
