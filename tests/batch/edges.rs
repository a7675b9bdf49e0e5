//! Single rows: what is odd, what lies on an edge, and what is refused.

use milepost::batch::{self, BatchError, BoundKind, Column, ReasonCode, RowPath, Setting};
use milepost::value::Position;
use milepost::{Length, NaiveDate, Rule, Status, date};

use crate::draws::Chance;
use crate::rows::{Filled, Row, Surroundings, Table};

fn end_of(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap()
}

/// A promise of 2020 for 2030, with a figure of 2025.
fn row(bound: BoundKind, [baseline, observed, goal]: [f64; 3]) -> Row {
    Row {
        baseline,
        observed,
        goal,
        bound,
        baseline_at: end_of(2020),
        observed_at: end_of(2025),
        deadline: end_of(2030),
    }
}

fn setting(path: RowPath) -> Surroundings {
    Surroundings {
        path,
        reported: Length::YEAR,
        as_of: date("2026-03-31").unwrap(),
        rule: Rule::pace(),
    }
}

/// The class of a row, which is that of the target too.
fn class(setting: &Surroundings, row: Row) -> (Status, ReasonCode) {
    let filled = setting.answer(&[row]);
    let class = filled.answer(0).class;
    assert_eq!(class, setting.verdict(&row), "{setting:?} {row:?}");
    class
}

/// The cells of a table, row by row.
fn cells<const COLUMNS: usize>(table: &str) -> impl Iterator<Item = [&str; COLUMNS]> {
    table.lines().skip(1).map(|line| {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        cells.try_into().unwrap()
    })
}

fn class_of(status: &str, reason: &str) -> (Status, ReasonCode) {
    let named = |one: &Status| one.name() == status;
    let explained = |one: &ReasonCode| one.name() == reason;
    (
        Status::ALL.iter().copied().find(named).unwrap(),
        ReasonCode::ALL.iter().copied().find(explained).unwrap(),
    )
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

const BOTH: [RowPath; 2] = [RowPath::Linear, RowPath::ConstantGrowth];

#[test]
fn odd_numbers_have_their_reasons() {
    let table = "case     | path   | baseline | observed | goal | status     | reason
                plain        | both   | 100      | 120      | 150  | lagging    | pace
                no figure    | both   | 100      | NaN      | 150  | unknown    | no_observation
                no baseline  | both   | NaN      | 120      | 150  | unknown    | no_baseline_value
                but met      | both   | NaN      | 150      | 150  | achieved   | bound_met
                no goal      | both   | 100      | 120      | NaN  | unknown    | goal_unstated
                infinite     | both   | 100      | inf      | 150  | unknown    | no_decimal
                infinite     | both   | -inf     | 120      | 150  | unknown    | no_decimal
                too large    | both   | 100      | 120      | 8e28 | unknown    | no_decimal
                too fine     | both   | 1e-29    | 120      | 150  | unknown    | no_decimal
                from zero    | growth | 0        | 120      | 150  | unknown    | zero
                from zero    | linear | 0        | 120      | 150  | ahead      | pace
                from below   | growth | -5       | 120      | 150  | unknown    | crossing
                from below   | linear | -50      | 120      | 150  | ahead      | pace
                smaller loss | growth | -5       | -4       | -1   | unknown    | both_negative
                smaller loss | linear | -5       | -3       | -1   | on_track   | pace
                down to zero | both   | 100      | 0        | 150  | worsening  | pace
                into a loss  | both   | 100      | -1       | 150  | worsening  | pace
                no change    | both   | 100      | 100      | 150  | off_track  | pace";
    for [case, path, baseline, observed, goal, status, reason] in cells(table) {
        let paths = match path {
            "growth" => vec![RowPath::ConstantGrowth],
            "linear" => vec![RowPath::Linear],
            _ => BOTH.to_vec(),
        };
        for path in paths {
            let row = row(BoundKind::AtLeast, [baseline, observed, goal].map(number));
            let class = class(&setting(path), row);
            assert_eq!(class, class_of(status, reason), "{case}, {path:?}");
        }
    }
}

#[test]
fn bounds_are_met_in_both_directions() {
    let table = "bound | baseline | observed | goal | status    | reason
                at_least  | 100      | 150      | 150  | achieved  | bound_met
                more_than | 100      | 150      | 150  | ahead     | pace
                at_most   | 150      | 100      | 100  | achieved  | bound_met
                less_than | 150      | 100      | 100  | ahead     | pace
                less_than | 150      | 99.9     | 100  | achieved  | bound_met
                at_most   | 150      | 160      | 100  | worsening | pace
                at_least  | 150      | 149      | 100  | on_track  | within_limit
                at_least  | 150      | 150      | 100  | on_track  | within_limit
                at_least  | 150      | 151      | 100  | on_track  | within_limit
                at_least  | 150      | 110      | 100  | lagging   | pace
                at_least  | 150      | 100      | 100  | off_track | pace
                at_least  | 150      | 99       | 100  | worsening | limit_exceeded
                more_than | 150      | 100      | 100  | worsening | limit_exceeded
                at_most   | 100      | 101      | 150  | on_track  | within_limit
                at_most   | 100      | 99       | 150  | on_track  | within_limit
                at_most   | 100      | 140      | 150  | lagging   | pace
                at_most   | 100      | 150      | 150  | off_track | pace
                at_most   | 100      | 150.1    | 150  | worsening | limit_exceeded
                less_than | 100      | 150      | 150  | worsening | limit_exceeded
                at_least  | 100      | 100      | 100  | on_track  | within_limit
                at_least  | 100      | 101      | 100  | on_track  | within_limit
                at_most   | 100      | 100.1    | 100  | worsening | limit_exceeded
                more_than | 100      | 99       | 100  | worsening | no_way
                more_than | 100      | 100      | 100  | unknown   | no_way
                less_than | 100      | 101      | 100  | worsening | no_way";
    for [bound, baseline, observed, goal, status, reason] in cells(table) {
        let bound_kind = match bound {
            "at_least" => BoundKind::AtLeast,
            "more_than" => BoundKind::MoreThan,
            "at_most" => BoundKind::AtMost,
            _ => BoundKind::LessThan,
        };
        for path in BOTH {
            let row = row(bound_kind, [baseline, observed, goal].map(number));
            let class = class(&setting(path), row);
            assert_eq!(class, class_of(status, reason), "{bound} {row:?} {path:?}");
        }
    }
}

#[test]
fn days_decide_what_is_seen() {
    let table = "case                | as of      | figure of | value | deadline | status    | reason
                before the baseline     | 2020-06-30 | 2025      | 120   | 2030     | not_due   | not_begun
                in the first period     | 2021-12-31 | 2025      | 120   | 2030     | not_due   | no_period_over
                after the first period  | 2022-01-01 | 2025      | 120   | 2030     | unknown   | no_observation
                the day before          | 2025-12-30 | 2025      | 120   | 2030     | unknown   | no_observation
                the day of the figure   | 2025-12-31 | 2025      | 120   | 2030     | lagging   | pace
                two years after it      | 2027-12-31 | 2025      | 120   | 2030     | lagging   | pace
                a day more              | 2028-01-01 | 2025      | 120   | 2030     | unknown   | stale
                two years after that    | 2032-12-31 | 2029      | 120   | 2030     | unknown   | stale
                pending                 | 2031-12-31 | 2029      | 120   | 2030     | off_track | pace
                no longer pending       | 2033-01-01 | 2029      | 120   | 2030     | unknown   | no_figure_at_deadline
                on the deadline         | 2030-12-31 | 2030      | 120   | 2030     | off_track | pace
                after the deadline      | 2035-01-01 | 2030      | 120   | 2030     | missed    | bound_not_met
                met in time             | 2035-01-01 | 2030      | 150   | 2030     | achieved  | bound_met
                of the baseline's year  | 2025-12-31 | 2020      | 120   | 2030     | unknown   | no_observation
                of after, the day before | 2031-12-30 | 2031     | 120   | 2030     | unknown   | no_observation
                of after the deadline   | 2031-12-31 | 2031      | 120   | 2030     | unknown   | no_figure_at_deadline
                and long after it       | 2033-01-01 | 2031      | 120   | 2030     | unknown   | no_figure_at_deadline
                none, long after it     | 2033-01-01 | 2020      | 120   | 2030     | unknown   | no_observation
                dates in reverse        | 2025-12-31 | 2025      | 120   | 2019     | unknown   | not_in_order
                no time at all          | 2025-12-31 | 2025      | 120   | 2020     | unknown   | not_in_order";
    for [case, as_of, year, observed, deadline, status, reason] in cells(table) {
        let row = Row {
            observed_at: end_of(year.parse().unwrap()),
            deadline: end_of(deadline.parse().unwrap()),
            ..row(BoundKind::AtLeast, [100.0, number(observed), 150.0])
        };
        for path in BOTH {
            let as_of = date(as_of).unwrap();
            let setting = Surroundings { as_of, ..setting(path) };
            assert_eq!(class(&setting, row), class_of(status, reason), "{case}, {path:?}");
        }
    }
}

#[test]
fn the_worked_example() {
    let setting = setting(RowPath::ConstantGrowth);
    let row = Row {
        baseline: 1517.7,
        observed: 1781.8,
        goal: 2000.0,
        bound: BoundKind::MoreThan,
        baseline_at: end_of(2021),
        observed_at: end_of(2025),
        deadline: end_of(2026),
    };
    let answer = setting.answer(&[row]).answer(0);
    assert_eq!(answer.class, (Status::Lagging, ReasonCode::Pace));
    let shown = format!("{:.2} {:.12} {:.12}", answer.expected, answer.pace, answer.required);
    assert_eq!(shown, "1892.61 0.726704973720 0.122460433270");
}

#[test]
fn positions_beyond_all_calendars_are_in_order_or_not() {
    let ageless = Rule::pace().with_max_age(None);
    let (widest, reversed) = ([i64::MIN, -1, i64::MAX], [i64::MAX, -1, i64::MIN]);
    let half = [-(1 << 62), 0, (1 << 62) - 1];
    for (units, rule, expected) in [
        (widest, &Rule::pace(), (Status::Unknown, ReasonCode::Stale)),
        (reversed, &Rule::pace(), (Status::Unknown, ReasonCode::NotInOrder)),
        // Half of the way in half of the time.
        (half, &ageless, (Status::OnTrack, ReasonCode::Pace)),
        // In half of the time again, but the whole of it counts as 2⁶³ − 1 units.
        (widest, &ageless, (Status::OffTrack, ReasonCode::Pace)),
    ] {
        let positions = units.map(Position::from_units);
        let terms = Setting::new(rule).unwrap();
        let columns = batch::Columns {
            baseline: &[0.0],
            observed: &[1.0],
            goal: &[2.0],
            bound: Column::All(BoundKind::AtLeast),
            path: Column::All(RowPath::Linear),
            baseline_at: &positions[..1],
            observed_at: &positions[1..2],
            deadline: &positions[2..],
        };
        let mut filled = Filled::of(1);
        batch::verdicts(&columns, end_of(2025), &terms, filled.answers()).unwrap();
        assert_eq!(filled.answer(0).class, expected);
    }
}

#[test]
fn one_bound_for_all_is_that_of_each() {
    let mut chance = Chance::new(19);
    let setting = chance.setting();
    let rows: Vec<_> = (0..200).map(|_| chance.row()).collect();
    for bound in [
        BoundKind::AtLeast,
        BoundKind::MoreThan,
        BoundKind::AtMost,
        BoundKind::LessThan,
    ] {
        let rows: Vec<_> = rows.iter().map(|row| Row { bound, ..*row }).collect();
        let table = Table::of(&rows);
        let columns = batch::Columns {
            bound: Column::All(bound),
            ..table.columns(setting.path)
        };
        assert_eq!(setting.answer_columns(&columns).bits(), setting.answer(&rows).bits());
    }
}

#[test]
fn numbers_that_are_not_wanted_change_nothing() {
    let mut chance = Chance::new(29);
    let setting = chance.setting();
    let rows: Vec<_> = (0..200).map(|_| chance.row()).collect();
    let (table, all) = (Table::of(&rows), setting.answer(&rows));
    for wanted in 0..8 {
        let mut filled = Filled::of(rows.len());
        for (column, numbers) in filled.numbers.iter_mut().enumerate() {
            if wanted >> column & 1 == 0 {
                numbers.clear();
            }
        }
        batch::verdicts(
            &table.columns(setting.path),
            setting.as_of,
            &setting.terms(),
            filled.answers(),
        )
        .unwrap();
        assert_eq!((&filled.status, &filled.reason), (&all.status, &all.reason), "{wanted}");
        for (numbers, all) in filled.numbers.iter().zip(&all.numbers) {
            let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
            assert!(numbers.is_empty() || bits(numbers) == bits(all), "{wanted}");
        }
    }
}

/// Blocks of both paths, blocks of one after those of the other, and rows that are no whole block.
#[test]
fn each_row_is_judged_on_its_own_path() {
    let mut chance = Chance::new(23);
    let setting = chance.setting();
    let rows: Vec<_> = (0..1_000).map(|_| chance.row()).collect();
    let table = Table::of(&rows);
    let columns = table.columns(RowPath::Linear);
    let [linear, growth] = BOTH.map(|path| setting.answer_columns(&table.columns(path)));
    for (case, is_linear) in [
        (
            "by chance",
            &mut (|_| chance.below(2) == 0) as &mut dyn FnMut(usize) -> bool,
        ),
        ("sorted", &mut |row| row < 500),
        ("one among others", &mut |row| row == 999),
    ] {
        let paths: Vec<_> = (0..rows.len())
            .map(|row| {
                if is_linear(row) {
                    RowPath::Linear
                } else {
                    RowPath::ConstantGrowth
                }
            })
            .collect();
        let path = Column::Each(&paths);
        let each = setting.answer_columns(&batch::Columns { path, ..columns });
        for (row, path) in paths.iter().enumerate() {
            let expected = if *path == RowPath::Linear { &linear } else { &growth };
            assert_eq!(each.row_bits(row), expected.row_bits(row), "{case}, row {row}");
        }
    }
}

#[test]
fn every_length_is_answered_as_row_by_row() {
    let mut chance = Chance::new(11);
    let setting = chance.setting();
    let rows: Vec<_> = (0..300).map(|_| chance.row()).collect();
    let alone: Vec<_> = rows.iter().map(|row| setting.answer(&[*row]).bits()).collect();
    for count in [0, 1, 2, 63, 64, 65, 127, 128, 129, 300] {
        let filled = setting.answer(&rows[..count]);
        assert_eq!(filled.bits(), alone[..count].concat(), "{count} rows");
    }
}

/// The same bits with and without vectors, and on every platform: the sum below was taken of a program without features on x86-64.
#[test]
fn the_answers_are_the_same_bit_by_bit() {
    let mut chance = Chance::new(13);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for _ in 0..40 {
        let setting = chance.setting();
        let rows: Vec<_> = (0..500).map(|_| chance.row()).collect();
        for word in setting.answer(&rows).bits() {
            // FNV-1a, a word at a time.
            hash = (hash ^ word).wrapping_mul(0x0100_0000_01b3);
        }
    }
    assert_eq!(format!("{hash:016x}"), "d24ed5e7dc90434e");
}

#[cfg(feature = "rayon")]
#[test]
fn threads_change_nothing() {
    let mut chance = Chance::new(17);
    let setting = chance.setting();
    let rows: Vec<_> = (0..100_001).map(|_| chance.row()).collect();
    let mut filled = Filled::of(rows.len());
    let table = Table::of(&rows);
    batch::verdicts_in_parallel(
        &table.columns(setting.path),
        setting.as_of,
        &setting.terms(),
        filled.answers(),
    )
    .unwrap();
    assert_eq!(filled.bits(), setting.answer(&rows).bits());
}

#[test]
fn columns_of_different_lengths_are_refused_and_nothing_is_written() {
    let rows = [row(BoundKind::AtLeast, [100.0, 120.0, 150.0]); 3];
    let table = Table::of(&rows);
    let setting = setting(RowPath::Linear);
    let refusal = |columns: batch::Columns<'_>, mut filled: Filled| {
        let before = filled.clone();
        let error = batch::verdicts(&columns, setting.as_of, &setting.terms(), filled.answers()).unwrap_err();
        assert_eq!(filled, before);
        error.to_string()
    };
    let columns = table.columns(setting.path);
    assert_eq!(
        refusal(
            batch::Columns {
                goal: &columns.goal[..2],
                ..columns
            },
            Filled::of(3)
        ),
        "all columns have one length: `goal` has 2 rows, and `baseline` has 3"
    );
    assert_eq!(
        refusal(
            batch::Columns {
                deadline: &columns.deadline[..1],
                ..columns
            },
            Filled::of(3)
        ),
        "all columns have one length: `deadline` has 1 rows, and `baseline` has 3"
    );
    let two = [BoundKind::AtLeast; 2];
    let bound = Column::Each(&two);
    assert_eq!(
        refusal(batch::Columns { bound, ..columns }, Filled::of(3)),
        "all columns have one length: `bound` has 2 rows, and `baseline` has 3"
    );
    let path = Column::Each(&[]);
    assert_eq!(
        refusal(batch::Columns { path, ..columns }, Filled::of(3)),
        "all columns have one length: `path` has 0 rows, and `baseline` has 3"
    );
    let mut short = Filled::of(3);
    short.numbers[1].pop();
    assert_eq!(
        refusal(columns, short),
        "all columns have one length: `pace` has 2 rows, and `baseline` has 3"
    );
    assert_eq!(
        refusal(columns, Filled::of(4)),
        "all columns have one length: `status` has 4 rows, and `baseline` has 3"
    );
}

#[test]
fn composed_rules_are_refused() {
    let error = Setting::new(&Rule::open_sdg()).unwrap_err();
    assert!(matches!(&error, BatchError::ComposedRule { rule, .. } if rule.as_str() == "open-sdg"));
    assert_eq!(
        error.to_string(),
        "columns are judged by pace, and `open-sdg` is composed of other parts: judge its targets one by one"
    );
}
