//! Many rows, drawn by chance, and as many that lie on a cut.

use milepost::batch::{BoundKind, Path, ReasonCode};
use milepost::{Cuts, Decimal, Frequency, NaiveDate, Position, Rate, Rule, Years, dec};

use crate::rows::{Row, Setting};

/// Numbers by chance, the same in every run: xorshift64* (Vigna, 2016).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.below(items.len() as u64)).unwrap()]
    }

    fn float(&mut self) -> f64 {
        self.next() as f64 / (1_u64 << 53) as f64
    }

    /// A number as plans and statistics have them, and now and then an odd one.
    fn number(&mut self) -> f64 {
        match self.below(40) {
            0 => self.one_of(&[
                0.0,
                -0.0,
                f64::NAN,
                f64::INFINITY,
                f64::NEG_INFINITY,
                1e-30,
                1e30,
                5e-324,
            ]),
            1 => -self.plain(),
            2 => self.one_of(&[1e-28, 1.0, 100.0, 50.0, 2.0, 7.9e28, 1e-12, 1e-11, 4e27, 6e27]),
            3 => f64::from_bits(self.next() << 11 | self.next() & 0x7ff),
            4 => f64::NAN,
            5..=9 => self.float() * 100.0,
            _ => self.plain(),
        }
    }

    /// A few digits with a few decimals.
    fn plain(&mut self) -> f64 {
        let (digits, decimals) = (self.below(6), self.below(4));
        let digits = self.below(10_u64.pow(u32::try_from(digits).unwrap() + 1));
        let scale = 10_f64.powi(i32::try_from(decimals).unwrap());
        (digits + 1) as f64 / scale
    }

    /// The end of a year or any day, from a year on.
    fn day(&mut self, from: i32, years: u64) -> NaiveDate {
        let year = from + i32::try_from(self.below(years)).unwrap();
        match self.below(3) {
            0 => NaiveDate::from_yo_opt(year, u32::try_from(self.below(365)).unwrap() + 1).unwrap(),
            _ => NaiveDate::from_ymd_opt(year, 12, 31).unwrap(),
        }
    }

    /// A row whose days are mostly in order.
    pub(crate) fn row(&mut self) -> Row {
        let mut days = [self.day(2015, 6), self.day(2018, 8), self.day(2022, 14)];
        if self.below(16) > 0 {
            days.sort_unstable();
        } else {
            days.reverse();
        }
        let [baseline_at, observed_at, deadline] = days;
        let (baseline, goal) = (self.number(), self.number());
        // Somewhere on the way, or anywhere.
        let observed = match self.below(4) {
            0 => self.number(),
            1 => self.one_of(&[baseline, goal]),
            _ => ((baseline + (goal - baseline) * self.float() * 1.3) * 100.0).round() / 100.0,
        };
        // Mostly the way that leads from the baseline to the goal.
        let is_rising = (goal > baseline) == (self.below(8) > 0);
        let bound = match (is_rising, self.below(2)) {
            (true, 0) => BoundKind::AtLeast,
            (true, _) => BoundKind::MoreThan,
            (false, 0) => BoundKind::AtMost,
            (false, _) => BoundKind::LessThan,
        };
        Row {
            baseline,
            observed,
            goal,
            bound,
            baseline_at,
            observed_at,
            deadline,
        }
    }

    pub(crate) fn setting(&mut self) -> Setting {
        let cuts = Cuts::new(dec!(1.25), dec!(1), dec!(0.5), dec!(-0.1)).unwrap();
        Setting {
            path: self.one_of(&[Path::Linear, Path::ConstantGrowth]),
            reported: self.one_of(&Frequency::ALL),
            as_of: self.day(2018, 12),
            rule: match self.below(4) {
                0 => Rule::pace().with_cuts(cuts),
                1 => Rule::pace(),
                _ => Rule::pace().with_max_age(None),
            },
        }
    }
}

/// How often each reason was seen.
#[derive(Default)]
struct Seen([usize; 16]);

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
fn compare(setting: &Setting, rows: &[Row]) -> Seen {
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
    for (reason, count) in ReasonCode::ALL.into_iter().zip(counts) {
        assert!(count >= 20, "{reason}: {count}");
    }
    assert!(counts[usize::from(ReasonCode::Pace.code())] > 100_000, "{counts:?}");
}

/// A row of which the pace is exactly `cut`, with the years that are gone, of how many.
struct Tie {
    cut: Decimal,
    years: (i32, i32),
    /// Baseline, figure and goal.
    values: [f64; 3],
}

impl Chance {
    /// On a straight line: `baseline + way × cut × gone ÷ whole`.
    fn tie_on_a_line(&mut self) -> Tie {
        let cut = self.one_of(&CUTS);
        let years = self.one_of(&[(1, 4), (2, 5), (4, 5), (3, 10), (7, 8), (9, 20), (1, 1)]);
        let (baseline, way) = (self.below(100_000), self.below(20_000) + 1);
        // Thousands, so that every digit of the product is one of a few.
        let sign = self.one_of(&[1_i64, -1]);
        let (baseline, way) = (
            i64::try_from(baseline).unwrap() - 50_000,
            i64::try_from(way).unwrap() * sign,
        );
        let share = cut * Decimal::from(years.0) / Decimal::from(years.1);
        let values = [Decimal::ZERO, share, Decimal::ONE].map(|share| {
            let value = Decimal::from(baseline) + Decimal::from(way) * share;
            value.to_string().parse().unwrap()
        });
        Tie { cut, years, values }
    }

    /// On constant growth: the factor of `1 ÷ parts` of a year is a whole number or its inverse, and so many parts of it are gone.
    fn tie_on_growth(&mut self) -> Tie {
        let (cut, gone, passed) = self.one_of(&[
            (dec!(1.05), 20, 21),
            (dec!(0.95), 20, 19),
            (dec!(0.60), 5, 3),
            (dec!(0.60), 10, 6),
            (dec!(0), 7, 0),
            (dec!(1.25), 4, 5),
            (dec!(1), 6, 6),
            (dec!(0.5), 2, 1),
            (dec!(-0.1), 10, -1),
        ]);
        let whole = gone + 1 + i32::try_from(self.below(9)).unwrap();
        let factor = self.one_of(&[dec!(2), dec!(0.5), dec!(1.1), dec!(1.2), dec!(0.9), dec!(5), dec!(0.2)]);
        // Ten to the thirtieth and more would be no decimal; digits beyond seventeen would be no float.
        let start = Decimal::from(self.below(99) + 1) * if passed < 0 { factor } else { Decimal::ONE };
        // Without rounding: `checked_mul` would round what has more than 28 decimals.
        let times = |value: Decimal, factor: Decimal| {
            let mantissa = value.mantissa().checked_mul(factor.mantissa())?;
            Decimal::try_from_i128_with_scale(mantissa, value.scale() + factor.scale()).ok()
        };
        let power = |years: i32| (0..years).try_fold(start, |value, _| times(value, factor));
        let observed = if passed < 0 {
            Some(start / factor)
        } else {
            power(passed)
        };
        let values = [Some(start), observed, power(whole)];
        let is_float = |value: Decimal| value.normalize().mantissa().unsigned_abs() < 10_u128.pow(15);
        match values {
            [Some(start), Some(observed), Some(goal)] if [start, observed, goal].into_iter().all(is_float) => Tie {
                cut,
                years: (gone, whole),
                values: [start, observed, goal].map(|value| value.to_string().parse().unwrap()),
            },
            _ => self.tie_on_growth(),
        }
    }
}

const CUTS: [Decimal; 8] = [
    dec!(1.05),
    dec!(0.95),
    dec!(0.60),
    dec!(0),
    dec!(1.25),
    dec!(1),
    dec!(0.5),
    dec!(-0.1),
];

/// The row of a tie, with the figure moved by so many floats.
fn row_of(tie: &Tie, steps: i64) -> Row {
    let end = |year| NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
    let [baseline, observed, goal] = tie.values;
    let moved = if observed == 0.0 {
        steps as f64 * 1e-20
    } else {
        f64::from_bits(observed.to_bits().wrapping_add_signed(steps))
    };
    Row {
        baseline,
        observed: moved,
        goal,
        bound: if goal > baseline {
            BoundKind::MoreThan
        } else {
            BoundKind::AtMost
        },
        baseline_at: end(2020),
        observed_at: end(2020 + tie.years.0),
        deadline: end(2020 + tie.years.1),
    }
}

/// Judges a tie on the cut and one float to either side.
fn decide_ties(setting: &Setting, ties: &[Tie]) -> Seen {
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
            .classes()
            .into_iter()
            .find(|(_, cut)| *cut == tie.cut);
        if let Some((on_cut, _)) = on_cut.filter(|_| reason == ReasonCode::Pace) {
            assert_eq!(status, on_cut, "{setting:?} {:?}", row_of(tie, 0));
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
            let draw = match setting.path {
                Path::Linear => Chance::tie_on_a_line,
                Path::ConstantGrowth => Chance::tie_on_growth,
            };
            let ties: Vec<_> = (0..125).map(|_| draw(&mut chance)).collect();
            seen.join(&decide_ties(&setting, &ties))
        })
    });
    assert!(
        counts.into_iter().reduce(|all, count| all + count).unwrap() > 100_000,
        "{counts:?}"
    );
    assert!(counts[usize::from(ReasonCode::Pace.code())] > 90_000, "{counts:?}");
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
fn pace(row: &Row, path: Path) -> (f64, f64) {
    let (way, gone, unit) = match path {
        Path::ConstantGrowth => (
            doublings(row.baseline, row.goal),
            doublings(row.baseline, row.observed),
            1.0,
        ),
        Path::Linear => (row.goal - row.baseline, row.observed - row.baseline, largest(row)),
    };
    let due = way * (years(row.baseline_at, row.observed_at) / years(row.baseline_at, row.deadline));
    let pace = gone / due;
    (
        pace,
        exp2(-40) * (1.0 + pace.abs()) / (due.abs() / unit) + exp2(-46) * pace.abs(),
    )
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
            let is_growth = setting.path == Path::ConstantGrowth;
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
