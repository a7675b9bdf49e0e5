//! Targets and series in one line each.

use milepost::plan::LikelyMistake;
use milepost::rule::Measured;
use milepost::{
    Baseline, Bound, Decimal, Direction, Goal, Measure, NaiveDate, Observation, Period, Quantity, Reading, Rule,
    Series, Target, Unit, Verdict, dec, decimal, verdict,
};

pub(crate) const PUBLISHED: NaiveDate = NaiveDate::from_ymd_opt(2035, 1, 1).unwrap();

/// What is asked of one indicator.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) code: String,
    pub(crate) base_year: i32,
    pub(crate) target_year: i32,
    pub(crate) goal: Goal,
    pub(crate) figures: Vec<(Period, Reading)>,
}

impl Question {
    pub(crate) fn new(code: &str, base_year: i32, target_year: i32, goal: Goal, figures: &[(i32, Decimal)]) -> Self {
        let figure = |&(year, value): &(i32, Decimal)| (Period::year(year).unwrap(), Reading::Exact(value));
        Self {
            code: code.to_owned(),
            base_year,
            target_year,
            goal,
            figures: figures.iter().map(figure).collect(),
        }
    }

    /// `None` where no such target can be built.
    pub(crate) fn target(&self) -> Option<Target> {
        self.target_of(Measure::Index)
    }

    pub(crate) fn target_of(&self, measure: Measure) -> Option<Target> {
        let quantity = Quantity::new(measure, Unit::ratio());
        let deadline = Period::year(self.target_year).unwrap();
        Target::builder(self.code.parse().unwrap(), quantity, self.goal, deadline)
            .baseline(Baseline::observed(Period::year(self.base_year).unwrap()))
            // The same numbers as an index and as a rate of growth, of which 70 is 7,000 %.
            .accepting(LikelyMistake::LargeChange)
            .build()
            .ok()
    }

    pub(crate) fn series(&self) -> Option<Series> {
        let observation =
            |&(period, reading): &(Period, Reading)| Observation::new(period, reading).published_on(PUBLISHED);
        let figures = self.figures.iter().map(observation).collect();
        Series::new(self.code.parse().unwrap(), Unit::ratio(), figures).ok()
    }

    pub(crate) fn verdict(&self, rule: &Rule) -> Verdict {
        verdict(&self.target().unwrap(), &self.series().unwrap(), PUBLISHED, rule)
    }
}

/// What a rule measured, to be asked number by number: nothing where it measured nothing.
pub(crate) trait Numbers {
    fn numbers(&self) -> Measured;
}

impl Numbers for Verdict {
    fn numbers(&self) -> Measured {
        self.measured.unwrap_or_default()
    }
}

/// A goal with a number, or with a direction only.
pub(crate) fn goal(direction: Direction, number: Option<Decimal>) -> Goal {
    match (direction, number) {
        (_, None) => Goal::trend(direction),
        (Direction::Rising, Some(number)) => Goal::level(Bound::AtLeast(number)),
        (Direction::Falling, Some(number)) => Goal::level(Bound::AtMost(number)),
    }
}

/// A year as published: a range of two years is the fiscal year that begins with April.
pub(crate) fn period(text: &str) -> Period {
    match text.split(['/', '-']).collect::<Vec<_>>().as_slice() {
        [year] => year.parse().unwrap(),
        [year, ..] => format!("{year}-04-01/P1Y").parse().unwrap(),
        [] => panic!("a year"),
    }
}

pub(crate) fn number(text: &serde_json::Value) -> Option<Decimal> {
    decimal::parse(text.as_str()?).ok()
}

/// Whether two numbers agree in nine decimals, or in ten digits where they are large.
pub(crate) fn agree(one: Decimal, other: Decimal) -> bool {
    let off = one.checked_sub(other).unwrap().abs();
    let size = other.abs().max(Decimal::ONE);
    off.checked_div(size).unwrap() <= Decimal::new(1, 10)
}

/// One unit in the last one of 28 digits, of a number with three before the point.
pub(crate) const UNIT: Decimal = dec!(0.0000000000000000000000001);

/// With the sign turned round.
pub(crate) fn negative(number: Decimal) -> Decimal {
    dec!(0).checked_sub(number).unwrap()
}

/// The same figures, the last one by so much better.
pub(crate) fn stepped(figures: &[(i32, Decimal)], step: Decimal, direction: Direction) -> Vec<(i32, Decimal)> {
    let step = match direction {
        Direction::Rising => step,
        Direction::Falling => negative(step),
    };
    let mut figures = figures.to_vec();
    let last = figures.last_mut().unwrap();
    last.1 = last.1.checked_add(step).unwrap();
    figures
}

/// Figures of one year after another, from 2015 on.
pub(crate) fn yearly(values: &[Decimal]) -> Vec<(i32, Decimal)> {
    (2015..).zip(values.iter().copied()).collect()
}

/// 1.1¹⁰, in percent.
pub(crate) const TEN_YEARS: Decimal = dec!(259.37424601);
