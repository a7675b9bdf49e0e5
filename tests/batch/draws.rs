//! Rows drawn by chance, and rows that lie on a cut: the same in every run.

use milepost::batch::{BoundKind, RowPath};
use milepost::{Cuts, Decimal, Length, NaiveDate, Rule, dec};

use crate::rows::{Row, Surroundings};

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

    pub(crate) fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
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
        // The way that leads from the baseline to the goal, or a limit to be kept within.
        let is_rising = (goal > baseline) == (self.below(3) > 0);
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

    pub(crate) fn setting(&mut self) -> Surroundings {
        let cuts = Cuts::new(dec!(1.25), dec!(1), dec!(0.5), dec!(-0.1)).unwrap();
        Surroundings {
            path: self.one_of(&[RowPath::Linear, RowPath::ConstantGrowth]),
            reported: self.one_of(&Length::NAMED.map(|(_, length)| length)),
            as_of: self.day(2018, 12),
            rule: match self.below(4) {
                0 => Rule::pace().with_cuts(cuts).unwrap(),
                1 => Rule::pace(),
                _ => Rule::pace().with_max_age(None),
            },
        }
    }
}

/// A row of which the pace is exactly `cut`, with the years that are gone, of how many.
pub(crate) struct Tie {
    pub(crate) cut: Decimal,
    /// Whether the goal is a limit to be kept within, and the pace what is expected ÷ what is spent.
    is_limit: bool,
    years: (i32, i32),
    /// Baseline, figure and goal.
    values: [f64; 3],
}

impl Chance {
    /// On a straight line: `baseline + way × cut × gone ÷ whole`; of a limit `baseline + way × gone ÷ whole ÷ cut`.
    pub(crate) fn tie_on_a_line(&mut self) -> Tie {
        let cut = self.one_of(&CUTS);
        let is_limit = cut > Decimal::ZERO && self.below(2) == 0;
        let years = self.one_of(&[(1, 4), (2, 5), (4, 5), (3, 10), (7, 8), (9, 20), (1, 1)]);
        // Every cut divides 3 · 7 · 19 = 399.
        let (baseline, way) = (self.below(100_000), (self.below(50) + 1) * 399);
        // Thousands, so that every digit of the product is one of a few.
        let sign = self.one_of(&[1_i64, -1]);
        let (baseline, way) = (
            i64::try_from(baseline).unwrap() - 50_000,
            i64::try_from(way).unwrap() * sign,
        );
        let gone = Decimal::from(way) * Decimal::from(years.0) / Decimal::from(years.1);
        let gone = if is_limit { gone / cut } else { gone * cut };
        let values = [Decimal::ZERO, gone, Decimal::from(way)].map(|gone| {
            let value = Decimal::from(baseline) + gone;
            value.to_string().parse().unwrap()
        });
        Tie {
            cut,
            is_limit,
            years,
            values,
        }
    }

    /// On constant growth: the factor of `1 ÷ parts` of a year is a whole number or its inverse, and so many parts of it are gone.
    pub(crate) fn tie_on_growth(&mut self) -> Tie {
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
        let is_limit = passed > 0 && self.below(2) == 0;
        let (gone, passed) = if is_limit { (passed, gone) } else { (gone, passed) };
        let whole = gone.max(passed) + 1 + i32::try_from(self.below(9)).unwrap();
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
                is_limit,
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
pub(crate) fn row_of(tie: &Tie, steps: i64) -> Row {
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
        bound: match (goal > baseline, tie.is_limit) {
            (true, false) | (false, true) => BoundKind::MoreThan,
            _ => BoundKind::AtMost,
        },
        baseline_at: end(2020),
        observed_at: end(2020 + tie.years.0),
        deadline: end(2020 + tie.years.1),
    }
}
