//! Many rows, drawn by chance, and as many that lie on a cut.

use milepost::batch::{BoundKind, ReasonCode, RowPath};
use milepost::value::Position;
use milepost::{Length, NaiveDate, Rate, Status, Years};

use crate::draws::{Chance, Tie, row_of};
use crate::rows::{Row, Surroundings};

/// How often each reason was seen.
#[derive(Default)]
struct Seen([usize; ReasonCode::ALL.len()]);

impl Seen {
    fn count(&mut self, reason: ReasonCode) {
        self.0[usize::from(reason.code())] += 1;
    }

    fn join(mut self, other: &Self) -> Self {
        for (one, other) in self.0.iter_mut().zip(other.0) {
            *one += other;
        }
        self
    }
}

/// Compares rows with targets, and counts.
fn compare(setting: &Surroundings, rows: &[Row]) -> Seen {
    let filled = setting.answer(rows);
    let mut seen = Seen::default();
    for (place, row) in rows.iter().enumerate() {
        let (status, reason) = filled.answer(place).class;
        assert_eq!((status, reason), setting.verdict(row), "{setting:?} {row:?}");
        seen.count(reason);
    }
    seen
}

/// What four threads have seen.
fn in_four_threads(work: impl Fn(u64) -> Seen + Copy + Send) -> Seen {
    std::thread::scope(|scope| {
        let threads: Vec<_> = (1..=4).map(|seed| scope.spawn(move || work(seed))).collect();
        let seen = threads.into_iter().map(|thread| thread.join().unwrap());
        seen.fold(Seen::default(), |all, seen| all.join(&seen))
    })
}

#[test]
fn a_million_random_rows_have_the_verdicts_of_targets() {
    let Seen(counts) = in_four_threads(|seed| {
        let mut chance = Chance::new(seed);
        (0..50).fold(Seen::default(), |seen, _| {
            let setting = chance.setting();
            let rows: Vec<_> = (0..5_000).map(|_| chance.row()).collect();
            seen.join(&compare(&setting, &rows))
        })
    });
    assert_eq!(counts.into_iter().reduce(|all, count| all + count).unwrap(), 1_000_000);
    for (reason, count) in ReasonCode::ALL.iter().copied().zip(counts) {
        assert!(count >= 20, "{reason}: {count}");
    }
    assert!(counts[usize::from(ReasonCode::Pace.code())] > 100_000, "{counts:?}");
}

/// Judges a tie on the cut and one float to either side.
fn decide_ties(setting: &Surroundings, ties: &[Tie]) -> Seen {
    let rows: Vec<_> = ties
        .iter()
        .flat_map(|tie| [-1, 0, 1].map(|steps| row_of(tie, steps)))
        .collect();
    let filled = setting.answer(&rows);
    for (place, tie) in ties.iter().enumerate() {
        let (status, reason) = filled.answer(3 * place + 1).class;
        let on_cut = setting
            .rule
            .cuts()
            .unwrap()
            .classes()
            .into_iter()
            .find(|(_, cut)| *cut == tie.cut);
        if let Some((on_cut, _)) = on_cut.filter(|_| reason == ReasonCode::Pace) {
            assert_eq!(status, on_cut, "{setting:?} {:?}", row_of(tie, 0));
        }
        // Within a limit nothing is better than on track, and so much is as good as its cut.
        if let Some((on_cut, _)) = on_cut.filter(|_| reason == ReasonCode::WithinLimit) {
            let is_on_track = matches!(on_cut, Status::Ahead | Status::OnTrack);
            assert!(is_on_track, "{setting:?} {:?}", row_of(tie, 0));
        }
    }
    compare(setting, &rows)
}

#[test]
fn a_hundred_thousand_rows_on_a_cut_are_decided_exactly() {
    let Seen(counts) = in_four_threads(|seed| {
        let mut chance = Chance::new(seed + 100);
        (0..100).fold(Seen::default(), |seen, _| {
            let mut setting = chance.setting();
            setting.as_of = NaiveDate::from_ymd_opt(2041, 1, 31).unwrap();
            setting.rule = setting.rule.with_max_age(None);
            // Late enough for every figure, and not too late for its deadline.
            setting.reported = Length::Months(1200);
            let draw = match setting.path {
                RowPath::Linear => Chance::tie_on_a_line,
                RowPath::ConstantGrowth => Chance::tie_on_growth,
            };
            let ties: Vec<_> = (0..125).map(|_| draw(&mut chance)).collect();
            seen.join(&decide_ties(&setting, &ties))
        })
    });
    assert!(
        counts.into_iter().reduce(|all, count| all + count).unwrap() > 100_000,
        "{counts:?}"
    );
    let [by_pace, within] =
        [ReasonCode::Pace, ReasonCode::WithinLimit].map(|reason| counts[usize::from(reason.code())]);
    assert!(by_pace + within > 90_000 && within > 10_000, "{counts:?}");
}

fn exp2(exponent: i32) -> f64 {
    2.0_f64.powi(exponent)
}

fn years(from: NaiveDate, to: NaiveDate) -> f64 {
    let [from, to] = [from, to].map(Position::of);
    to.since(from).units() as f64 / Years::UNITS_PER_YEAR as f64
}

/// The binary logarithm of a ratio, off by 2⁻⁵⁰ of itself at most.
fn doublings(from: f64, to: f64) -> f64 {
    if (0.5..=2.0).contains(&(to / from)) {
        libm::log1p((to - from) / from) * std::f64::consts::LOG2_E
    } else {
        libm::log2(to / from)
    }
}

/// The pace, off by 2⁻⁴⁶ of itself at most, and how far that of the columns may be off.
fn pace(row: &Row, path: RowPath) -> (f64, f64) {
    let (way, gone, unit) = match path {
        RowPath::ConstantGrowth => (
            doublings(row.baseline, row.goal),
            doublings(row.baseline, row.observed),
            1.0,
        ),
        RowPath::Linear => (row.goal - row.baseline, row.observed - row.baseline, largest(row)),
    };
    let due = way * (years(row.baseline_at, row.observed_at) / years(row.baseline_at, row.deadline));
    let is_rising = matches!(row.bound, BoundKind::AtLeast | BoundKind::MoreThan);
    let is_limit = (row.goal > row.baseline) != is_rising;
    let (pace, times) = if is_limit {
        (due / gone, due / gone)
    } else {
        (gone / due, 1.0)
    };
    let off = exp2(-40) * (1.0 + pace.abs()) / (due.abs() / unit) * times.abs();
    (pace, off + exp2(-46) * pace.abs())
}

/// Whether the numbers of a row are floats of a block, and not those of the scalar functions.
fn is_usual(row: &Row) -> bool {
    let usual = exp2(-36)..exp2(92);
    let mut sizes = [row.baseline, row.observed, row.goal].into_iter().map(f64::abs);
    sizes.all(|size| size == 0.0 || usual.contains(&size))
}

fn largest(row: &Row) -> f64 {
    let sizes = [row.baseline, row.observed, row.goal].map(f64::abs);
    sizes.into_iter().fold(0.0, f64::max)
}

/// How far the floats of the answers lie from the facts about targets, in the terms that the room promises.
#[test]
fn numbers_are_those_of_the_evidence() {
    let mut chance = Chance::new(7);
    let (mut numbers, mut paces, mut missing) = (0, 0, 0);
    for _ in 0..40 {
        let setting = chance.setting();
        let rows: Vec<_> = (0..1_000).map(|_| chance.row()).collect();
        let filled = setting.answer(&rows);
        for (place, row) in rows.iter().enumerate() {
            let answer = filled.answer(place);
            // Facts of 28 decimals say little of numbers that have hardly more digits behind the point.
            let is_tiny = |number: f64| number.abs() < 1e-9 && number != 0.0;
            let is_fine = ![row.baseline, row.observed, row.goal].into_iter().any(is_tiny);
            let Some(facts) = setting.evidence(row).filter(|_| is_fine) else {
                continue;
            };
            let context = || format!("{setting:?} {row:?} {answer:?}");
            let is_growth = setting.path == RowPath::ConstantGrowth;
            let years_left = years(row.observed_at, row.deadline);
            let (required, off_in_required) = if is_growth {
                let rate = facts.growth_required_from_now.ok().map(Rate::as_decimal);
                let size = answer.required;
                (rate, (1.0 + size) * exp2(-40) / years_left + size.abs() * exp2(-43))
            } else {
                let larger = row.observed.abs().max(row.goal.abs());
                (facts.change_required_from_now.ok(), larger * exp2(-48) / years_left)
            };
            // The shares of a fact have 12 decimals, which is too few to measure by; whether there is a pace is the fact's to say.
            let (exact_pace, off_in_pace) = pace(row, setting.path);
            if is_usual(row) && !answer.pace.is_nan() {
                assert!(
                    (answer.pace - exact_pace).abs() <= off_in_pace,
                    "{exact_pace} {}",
                    context()
                );
                paces += 1;
            }
            for (number, fact, off) in [
                (answer.expected, facts.expected.ok(), largest(row) * exp2(-40)),
                (answer.pace, facts.pace.ok(), (1.0 + answer.pace.abs() * 1e3) * 1e-9),
                (answer.required, required, off_in_required),
            ] {
                let Some(fact) = fact.map(|fact| fact.to_string().parse::<f64>().unwrap()) else {
                    missing += 1;
                    assert!(number.is_nan(), "{number} {}", context());
                    continue;
                };
                numbers += 1;
                // Facts are rounded to 28 decimals, and read as floats.
                let rounding = 1e-28 + fact.abs() * f64::EPSILON;
                assert!((number - fact).abs() <= off + rounding, "{number} {fact} {}", context());
            }
        }
    }
    assert!(
        numbers > 10_000 && paces > 5_000 && missing > 1_000,
        "{numbers} {paces} {missing}"
    );
}
