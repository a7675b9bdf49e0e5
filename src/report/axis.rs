//! What the numbers of a chart are.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::cell::Style;
use super::headline::unit_of_values;
use super::words::Label;
use crate::evidence::Evidence;
use crate::plan::{Goal, GoalKind, MeasuredBy, Target};
use crate::value::{Bound, Direction, Measure, Requirement};

/// What the numbers of a chart are, and how they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Axis {
    /// What stands at the axis, in words: the unit, and whether the numbers are sums since the baseline; of a chain of
    /// yearly rates that it is an index. Empty for plain ratios.
    pub unit: String,
    /// What kind of number the indicator is; a chain of growth rates is plotted as their index.
    pub measure: Measure,
    /// How many decimals of computed values are shown.
    pub decimals: u32,
    /// The least of all that is drawn: figures and their limits, paths, milestones, projection and goal.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::option"))]
    pub low: Option<Decimal>,
    /// The greatest of it.
    #[cfg_attr(feature = "serde", serde(with = "crate::value::decimal::option"))]
    pub high: Option<Decimal>,
    /// The kind of goal.
    pub goal: GoalKind,
    /// Which way is better; none where both are alike, as inside of a band, or where nobody said.
    pub direction: Option<Direction>,
    /// Whether the goal is a limit to be kept within, and not to be reached.
    pub is_limit: bool,
    /// Whether the bound itself is allowed, as by "at least", and not by "more than"; none where there is no bound.
    pub is_inclusive: Option<bool>,
}

impl Axis {
    /// The range of what is drawn is not known yet.
    pub(super) fn new(target: &Target, facts: &Evidence, style: Style) -> Self {
        let bound = target.goal().requirement().map(Requirement::bound);
        Self {
            unit: unit(target, style),
            measure: target.quantity().measure(),
            decimals: style.places(),
            low: None,
            high: None,
            goal: target.goal().kind(),
            direction: direction(target, facts),
            is_limit: facts.is_limit,
            is_inclusive: bound.map(|bound| !matches!(bound, Bound::MoreThan(_) | Bound::LessThan(_))),
        }
    }
}

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
    said.join(Label::Comma.words(language))
}

/// Which way is better. What is added to the baseline, or grows from it, begins with nothing.
fn direction(target: &Target, facts: &Evidence) -> Option<Direction> {
    let goal = target.goal_in_values();
    if let Goal::Trend { direction, .. } = goal {
        return Some(direction);
    }
    let bound = goal.requirement()?.bound();
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
    use crate::dec;
    use crate::plan::Baseline;
    use crate::report::Chart;
    use crate::series::{Observation, Series};
    use crate::value::{Language, Length, Quantity, Unit, date};

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
        let rates = Goal::change(Bound::AtLeast(dec!(0.4))).measured_by_yearly_rates();
        let level = || Goal::level(Bound::AtLeast(dec!(120)));
        for (measure, unit, goal, words, decimals) in [
            (Measure::Stock, tonnes(), level(), ["t", "t", "t"], 2),
            (Measure::Ratio, Unit::ratio(), level(), ["", "", ""], 2),
            (
                Measure::Flow,
                tonnes(),
                Goal::cumulative(Bound::AtLeast(dec!(400.125))),
                ["t, sum since the baseline", "t、基期以来累计", "t、基期以來累計"],
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
