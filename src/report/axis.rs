//! The axis of values of a chart.
//!
//! Marks are the multiples of a round step: the smallest of 1, 2 or 5 times a power of ten that divides the range into
//! five parts or fewer. What is drawn from 60 to 80 has a fifth of 4, and so a step of 5: 60, 65, 70, 75, 80. From
//! 1517.7 to 2009 a fifth is 98.26, and the step 100: 1500 to 2100, since the first mark lies at or below all that is
//! drawn and the last at or above it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::iter;

use rust_decimal::Decimal;

use super::cell::Style;
use super::number::{grouped, unit_of_values};
use super::words::Label;
use crate::dec;
use crate::evidence::Evidence;
use crate::plan::{Goal, GoalKind, MeasuredBy, Target};
use crate::value::{Bound, Collected, Direction, Language, Measure};

/// The numbers of a chart, and how they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Axis {
    /// The words at the axis: the unit, and whether the numbers are sums since the baseline or, of a chain of yearly
    /// rates, an index. Empty for plain ratios.
    pub unit: String,
    /// The unit that is printed after the numbers: empty for a chained index.
    pub unit_of_numbers: String,
    /// The kind of number that the indicator is; a chain of growth rates is plotted as their index.
    pub measure: Measure,
    /// How a value relates to its period; a sum since the baseline is that of its end.
    pub collected: Collected,
    /// How many decimals of computed values are shown.
    pub decimals: u32,
    /// Whether the values are of things that come one by one, so that marks between whole numbers mean nothing.
    pub is_whole: bool,
    /// The least of all that is drawn: the baseline, figures and their limits, paths, milestones, projection and goal.
    /// A chart is drawn from the first of the `ticks` to the last, which lie apart where this and `high` are one
    /// number.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub low: Option<Decimal>,
    /// The greatest of it.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::MaybeExact"))]
    pub high: Option<Decimal>,
    /// Where the axis has its marks: from one that lies at or below all that is drawn to one at or above it, evenly
    /// apart, by 1, 2 or 5 of a power of ten. Empty where nothing is drawn.
    pub ticks: Vec<Tick>,
    /// The kind of goal.
    pub goal: GoalKind,
    /// The direction in which the target gets better; none where both are alike, as inside of a band, or where nobody
    /// said.
    pub direction: Option<Direction>,
    /// Whether the goal is a limit to be kept within, and not to be reached.
    pub is_limit: bool,
    /// Whether the bound itself is allowed, as by "at least", and not by "more than"; none where there is no bound.
    pub is_inclusive: Option<bool>,
}

impl Axis {
    /// The axis of the values of a target, still without its range: that is known only when all is drawn.
    pub(super) fn new(target: &Target, facts: &Evidence, style: Style) -> Self {
        let bound = target.goal().bound();
        Self {
            unit: unit(target, style),
            unit_of_numbers: unit_of_values(target).words(style.language),
            measure: target.quantity().measure(),
            collected: match target.goal() {
                Goal::Cumulative(_) => Collected::End,
                _ => target.quantity().collected(),
            },
            decimals: style.places,
            is_whole: target.quantity().unit().is_whole(),
            low: None,
            high: None,
            ticks: Vec::new(),
            goal: target.goal().kind(),
            direction: direction(target, facts),
            is_limit: facts.is_limit,
            is_inclusive: bound.map(|bound| !matches!(bound, Bound::MoreThan(_) | Bound::LessThan(_))),
        }
    }
}

/// A mark of an axis.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Tick {
    /// The value of the mark.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::Exact"))]
    pub value: Decimal,
    /// The value as it is written beside the axis, in groups of digits as the language writes them.
    pub text: String,
}

/// The most parts into which marks divide an axis; one more where its ends lie between two marks.
const PARTS: Decimal = dec!(5);

/// Round numbers from the last one below a range to the first one above it, exactly; whole ones alone if `is_whole`.
/// Empty where no decimal holds one of them.
pub(crate) fn ticks(low: Decimal, high: Decimal, is_whole: bool, language: Language) -> Vec<Tick> {
    let closest = Decimal::new(1, if is_whole { 0 } else { Decimal::MAX_SCALE });
    round_values(low, high, closest)
        .unwrap_or_default()
        .into_iter()
        .map(|value| Tick::new(value, language))
        .collect()
}

impl Tick {
    /// The mark of a value.
    fn new(value: Decimal, language: Language) -> Self {
        let value = value.normalize();
        let text = grouped(&value.to_string(), language);
        Self { value, text }
    }
}

/// The values that an axis marks: the multiples of a round step, `closest` or more, from the last one below a range to
/// the first one above it; `None` beyond decimals.
fn round_values(low: Decimal, high: Decimal, closest: Decimal) -> Option<Vec<Decimal>> {
    let span = match high.checked_sub(low)? {
        // One number has a mark on both sides of it.
        none if none.is_zero() => low.abs(),
        span => span,
    };
    let least = span.checked_div(PARTS)?.max(closest);
    let step = if span.is_zero() {
        Decimal::ONE
    } else {
        round_step(least)?
    };
    let beside = |end: Decimal| end.checked_div(step);
    let (mut first, mut last) = (beside(low)?.floor(), beside(high)?.ceil());
    if first == last {
        (first, last) = (first.checked_sub(Decimal::ONE)?, last.checked_add(Decimal::ONE)?);
    }
    iter::successors(Some(first), |place| place.checked_add(Decimal::ONE))
        .take_while(|place| *place <= last)
        .map(|place| place.checked_mul(step))
        .collect()
}

/// The distance between the marks of an axis: the smallest number from `least` on that is 1, 2 or 5 times a power of
/// ten; `None` beyond decimals.
fn round_step(least: Decimal) -> Option<Decimal> {
    let small = (0..=Decimal::MAX_SCALE).rev().map(|scale| Decimal::new(1, scale));
    let large = iter::successors(Some(Decimal::TEN), |power| power.checked_mul(Decimal::TEN));
    let powers = small.chain(large);
    let steps = powers.flat_map(|power| [1, 2, 5].map(|times| power.checked_mul(Decimal::from(times))));
    steps.flatten().find(|step| *step >= least)
}

/// The unit of the numbers that are drawn and, if these are not the published figures, how they were made: as an index
/// chained from yearly rates, or as a sum since the baseline.
fn unit(target: &Target, style: Style) -> String {
    let language = style.language;
    let unit = unit_of_values(target).words(language);
    let derived = match (target.goal(), target.goal().measured_by()) {
        (_, MeasuredBy::YearlyRates) => Some(Label::ChainedIndex),
        (Goal::Cumulative(_), _) => Some(Label::SumSinceBaseline),
        _ => None,
    };
    let parts = [Some(unit), derived.map(|label| label.words(language).to_string())];
    let said: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    said.join(Label::ClauseComma.words(language))
}

/// The direction in which the target gets better: that of a trend, or from a start towards the bound. A level, or a
/// goal that is kept, starts at its baseline if its bound is a band; all others start at zero. `None` if the start lies
/// inside a band, and where the bound or the baseline of a band is not known.
fn direction(target: &Target, facts: &Evidence) -> Option<Direction> {
    let goal = target.goal_in_values();
    if let Goal::Trend { direction, .. } = goal {
        return Some(direction);
    }
    let bound = goal.bound()?;
    let start = match (goal, bound) {
        (Goal::Level(_) | Goal::Keep { .. }, Bound::Within(_)) => facts.baseline.ok()?.value,
        _ => Decimal::ZERO,
    };
    bound.direction_from(start)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::plan::Baseline;
    use crate::report::Chart;
    use crate::series::{Observation, Series};
    use crate::value::{Length, Quantity, Unit, date};

    /// The chart of a goal from 100 in 2021, as of the beginning of 2024, with figures of 2022 and 2023.
    fn chart(measure: Measure, unit: Unit, goal: Goal, figures: [Decimal; 2], language: Language) -> Chart {
        let quantity = Quantity::new(measure, unit.clone());
        let baseline = match measure {
            Measure::GrowthRate => Baseline::observed("2021".parse().unwrap()),
            _ => Baseline::stated("2021".parse().unwrap(), dec!(100)),
        };
        let target = Target::builder("a".parse().unwrap(), quantity, goal, "2026".parse().unwrap())
            .baseline(baseline)
            .build()
            .unwrap();
        let observation = |(year, value): (&str, Decimal)| {
            Observation::new(year.parse().unwrap(), value).published_on(date("2024-01-31").unwrap())
        };
        let observations = ["2022", "2023"].into_iter().zip(figures).map(observation).collect();
        let series = Series::new("a".parse().unwrap(), unit, observations).unwrap();
        Chart::new(&target, &series, date("2024-02-01").unwrap(), language)
    }

    fn tonnes() -> Unit {
        Unit::new("t".parse().unwrap(), 0).unwrap()
    }

    /// The kind, which way is better, whether the bound is a limit, and whether it is itself allowed.
    fn read(axis: &Axis) -> String {
        let direction = axis.direction.map_or("either", Direction::name);
        let limit = if axis.is_limit { "limit" } else { "reached" };
        let bound = axis
            .is_inclusive
            .map_or("-", |is| if is { "included" } else { "excluded" });
        format!("{}, {direction}, {limit}, {bound}", axis.goal)
    }

    #[test]
    fn an_axis_says_how_the_goal_is_read() {
        use Bound::{AtLeast, AtMost, LessThan, MoreThan};

        let within = |low, high| Bound::within(low, high).unwrap();
        for (goal, told) in [
            (Goal::level(AtLeast(dec!(120))), "level, rising, reached, included"),
            (Goal::level(MoreThan(dec!(120))), "level, rising, reached, excluded"),
            (Goal::level(AtMost(dec!(90))), "level, falling, reached, included"),
            (Goal::level(LessThan(dec!(130))), "level, falling, limit, excluded"),
            (
                Goal::level(within(dec!(110), dec!(130))),
                "level, rising, reached, included",
            ),
            (
                Goal::level(within(dec!(60), dec!(70))),
                "level, falling, reached, included",
            ),
            (
                Goal::level(within(dec!(90), dec!(130))),
                "level, either, limit, included",
            ),
            (Goal::change(AtMost(dec!(-0.1))), "change, falling, reached, included"),
            (
                Goal::change(within(dec!(0.1), dec!(0.2))),
                "change, rising, reached, included",
            ),
            (
                Goal::change(within(dec!(-0.2), dec!(0.2))),
                "change, either, limit, included",
            ),
            (Goal::addition(AtLeast(dec!(40))), "addition, rising, reached, included"),
            (
                Goal::cumulative(AtMost(dec!(400))),
                "cumulative, falling, limit, included",
            ),
            (
                Goal::cumulative(MoreThan(dec!(400))),
                "cumulative, rising, reached, excluded",
            ),
            (
                Goal::average_growth(MoreThan(dec!(0.02))),
                "average_growth, rising, reached, excluded",
            ),
            (
                Goal::keep(AtMost(dec!(130)), Length::YEAR),
                "keep, falling, reached, included",
            ),
            (Goal::trend(Direction::Falling), "trend, falling, reached, -"),
        ] {
            let axis = chart(
                Measure::Flow,
                tonnes(),
                goal,
                [dec!(101), dec!(103.5)],
                Language::English,
            )
            .axis;
            assert_eq!(read(&axis), told);
            assert_eq!((axis.measure, axis.decimals), (Measure::Flow, 2), "{told}");
        }
    }

    #[test]
    fn an_axis_says_what_its_numbers_are() {
        let rates = Goal::change_by_yearly_rates(Bound::AtLeast(dec!(0.4)));
        let level = || Goal::level(Bound::AtLeast(dec!(120)));
        for (measure, unit, goal, words, decimals) in [
            (Measure::Stock, tonnes(), level(), ["t", "t", "t"], 2),
            (Measure::Ratio, Unit::ratio(), level(), ["", "", ""], 2),
            (
                Measure::Flow,
                tonnes(),
                Goal::cumulative(Bound::AtLeast(dec!(400.125))),
                ["t, sum since the baseline", "t，基期以来累计", "t，基期以來累計"],
                3,
            ),
            (
                Measure::GrowthRate,
                Unit::percent(),
                rates,
                ["index, the baseline is 1", "指数（基期为1）", "指數（基期為1）"],
                4,
            ),
        ] {
            for (&language, words) in Language::ALL.iter().zip(words) {
                let axis = chart(measure, unit.clone(), goal, [dec!(6), dec!(6)], language).axis;
                assert_eq!((axis.unit.as_str(), axis.decimals), (words, decimals), "{goal:?}");
            }
        }
    }

    /// All that is drawn lies on the axis: figures, path, projection and goal, and nothing makes it longer.
    #[test]
    fn an_axis_has_round_marks_around_what_is_drawn() {
        let smallest = Decimal::new(1, 28);
        for (low, high, marks) in [
            (dec!(100), dec!(120), "100 105 110 115 120"),
            (dec!(80), dec!(108), "80 90 100 110"),
            (dec!(0.386755), dec!(0.52), "0.35 0.4 0.45 0.5 0.55"),
            (dec!(1517.7), dec!(2000), "1,500 1,600 1,700 1,800 1,900 2,000"),
            (dec!(-110.8), dec!(50), "-150 -100 -50 0 50"),
            (dec!(-0.3), dec!(-0.1), "-0.3 -0.25 -0.2 -0.15 -0.1"),
            (dec!(5), dec!(5), "4 5 6"),
            (dec!(5.5), dec!(5.5), "4 6"),
            (dec!(0), dec!(0), "-1 0 1"),
            (dec!(0), dec!(1), "0 0.2 0.4 0.6 0.8 1"),
            (dec!(0), dec!(1.000001), "0 0.5 1 1.5"),
            (Decimal::ZERO, smallest, "0 0.0000000000000000000000000001"),
            (
                Decimal::ZERO,
                dec!(60000000000000000000000000000),
                "0 20,000,000,000,000,000,000,000,000,000 40,000,000,000,000,000,000,000,000,000 60,000,000,000,000,000,000,000,000,000",
            ),
            (Decimal::MIN, Decimal::MAX, ""),
        ] {
            let ticks = ticks(low, high, false, Language::English);
            let texts: Vec<_> = ticks.iter().map(|tick| tick.text.as_str()).collect();
            assert_eq!(texts.join(" "), marks, "{low} to {high}");
            assert!(
                ticks
                    .iter()
                    .all(|tick| tick.text.replace(',', "").parse() == Ok(tick.value))
            );
        }
    }

    #[test]
    fn between_whole_things_there_is_no_mark() {
        for (low, high, marks) in [
            (dec!(15), dec!(16), "15 16"),
            (dec!(15.2), dec!(15.9), "15 16"),
            (dec!(3), dec!(3), "2 3 4"),
            (dec!(0), dec!(5), "0 1 2 3 4 5"),
            (dec!(0), dec!(6), "0 2 4 6"),
            (dec!(100), dec!(120), "100 105 110 115 120"),
        ] {
            let ticks = ticks(low, high, true, Language::English);
            let texts: Vec<_> = ticks.iter().map(|tick| tick.text.as_str()).collect();
            assert_eq!(texts.join(" "), marks, "{low} to {high}");
        }
    }

    #[test]
    fn marks_are_grouped_as_the_language_does() {
        for (language, marks) in [
            (Language::English, ["8,000", "9,000", "10,000", "11,000"]),
            (Language::SimplifiedChinese, ["8000", "9000", "10,000", "11,000"]),
            (Language::TraditionalChinese, ["8,000", "9,000", "10,000", "11,000"]),
        ] {
            let ticks = ticks(dec!(8000), dec!(11000), false, language);
            assert_eq!(ticks.iter().map(|tick| &*tick.text).collect::<Vec<_>>(), marks);
        }
    }

    #[test]
    fn an_axis_is_as_long_as_what_is_drawn() {
        let rising = || Goal::level(Bound::AtLeast(dec!(120)));
        let falling = || Goal::level(Bound::AtMost(dec!(80)));
        for (goal, figures, low, high) in [
            // From the baseline to the goal, and the projection between.
            (rising(), [dec!(102), dec!(104)], dec!(100), dec!(120)),
            // The projection goes beyond the goal: 10 a year from 120 in 2023.
            (rising(), [dec!(110), dec!(120)], dec!(100), dec!(150)),
            // A figure lies below all of the path, and the projection below that.
            (rising(), [dec!(110), dec!(90)], dec!(75), dec!(120)),
            (falling(), [dec!(108), dec!(98)], dec!(80), dec!(108)),
        ] {
            let axis = chart(Measure::Stock, tonnes(), goal, figures, Language::English).axis;
            assert_eq!((axis.low, axis.high), (Some(low), Some(high)), "{goal:?} {figures:?}");
        }
    }
}
