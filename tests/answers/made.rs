//! Promises made by hand, of every kind of goal, path, bound and figure, by every rule on several days.

use milepost::plan::{Lacks, TargetBuilder, Than};
use milepost::trajectory::{Between, Schedule};
use milepost::{
    AsOf, Baseline, Bound, Direction, Goal, Length, Measure, Requirement, Rule, Series, Shape, Target, Unit, dec,
};

use crate::asked::{Asked, rules, told_rules};
use crate::frozen;
use crate::setting::{Figures, code, counted, day, milestone, period, promise, series_in};

/// A promise, its figures, and the days of the question.
pub(crate) struct Made {
    name: &'static str,
    pub(crate) target: Target,
    pub(crate) series: Series,
    days: &'static [&'static str],
}

/// Before it begins, early, in the middle, after the latest figure, and after the deadline.
const DAYS: &[&str] = &["2021-06-30", "2023-02-01", "2024-07-15", "2026-01-31", "2027-03-01"];
const LATE: &[&str] = &["2026-01-31", "2027-03-01"];
const LAST: &[&str] = &["2027-03-01"];

const RISING: Figures<'_> = &[
    ("2019", "88.5"),
    ("2020", "93"),
    ("2021", "100"),
    ("2022", "112.4 provisional"),
    ("2022@2024-05-01", "111.8"),
    ("2023", "131"),
    ("2025@2026-01-20", "163.7 estimated"),
    ("2026@2027-02-10", "201.5"),
];
const FALLING: Figures<'_> = &[
    ("2020", "54"),
    ("2021", "50"),
    ("2022", "47.3"),
    ("2023", "48.1"),
    ("2025", "36"),
    ("2026", "30.2"),
];
const RATES: Figures<'_> = &[
    ("2021", "3.4"),
    ("2022", "1.51"),
    ("2023", "-2.20"),
    ("2024", "-4.18"),
    ("2025", "0.7"),
    ("2026", "-12.5"),
];
const FLOWS: Figures<'_> = &[
    ("2021", "90"),
    ("2022", "180"),
    ("2023-Q1", "50"),
    ("2023-Q2", "60"),
    ("2023-07", "20"),
    ("2023-08", "20"),
    ("2023-09", "25"),
    ("2023-Q4", "71.5"),
    ("2022-01-01..2024", "655"),
    ("2025-01-01..2025-09", "170"),
    ("2025-Q4@2026-01-15", "60 provisional"),
    ("2026", "201.25"),
];
const MONTHS: Figures<'_> = &[
    ("2021", "120"),
    ("2025-01", "12"),
    ("2025-02", "13"),
    ("2025-03", "14"),
    ("2025-04", "15"),
    ("2025-05", "15"),
    ("2025-06", "16"),
    ("2025-07", "16"),
    ("2025-08", "17"),
    ("2025-09", "17"),
    ("2025-10", "18"),
    ("2025-11", "18"),
    ("2025-12", "19"),
    ("2026-01", "18"),
];

fn made(name: &'static str, builder: TargetBuilder, figures: Figures<'_>, days: &'static [&'static str]) -> Made {
    let target = builder.build().unwrap();
    let unit = target.quantity().unit().clone();
    made_in(&unit, name, target, figures, days)
}

/// With figures in a unit of their own.
fn made_in(
    unit: &Unit,
    name: &'static str,
    target: Target,
    figures: Figures<'_>,
    days: &'static [&'static str],
) -> Made {
    Made {
        name,
        series: series_in(unit, figures),
        target,
        days,
    }
}

fn observed(measure: Measure, goal: Goal) -> TargetBuilder {
    promise(measure, goal).baseline(Baseline::observed(period("2021")))
}

fn stated(measure: Measure, start: milepost::Decimal, goal: Goal) -> TargetBuilder {
    promise(measure, goal).baseline(Baseline::stated(period("2021"), start))
}

fn within(low: milepost::Decimal, high: milepost::Decimal) -> Bound {
    Bound::within(low, high).unwrap()
}

fn levels() -> Vec<Made> {
    let at_least = Goal::level(Bound::AtLeast(dec!(200)));
    let at_most = Goal::level(Bound::AtMost(dec!(30)));
    let less = Goal::level(Bound::LessThan(dec!(30.2)));
    let more = Goal::level(Bound::MoreThan(dec!(201.5)));
    vec![
        made("up", observed(Measure::Stock, at_least), RISING, DAYS),
        made("up of a flow", observed(Measure::Flow, more), RISING, DAYS),
        made(
            "up on a line",
            observed(Measure::Flow, more).shape(Shape::Linear),
            RISING,
            LATE,
        ),
        made("down", observed(Measure::Share, at_most), FALLING, DAYS),
        made(
            "down by growth",
            observed(Measure::Index, less).shape(Shape::ConstantGrowth),
            FALLING,
            DAYS,
        ),
        made(
            "from a stated start",
            stated(Measure::Stock, dec!(99), at_least),
            RISING,
            DAYS,
        ),
    ]
}

/// Levels that are met from the first day, within a band or a tolerance, or across zero.
fn levels_beside() -> Vec<Made> {
    let at_least = Goal::level(Bound::AtLeast(dec!(200)));
    let at_most = Goal::level(Bound::AtMost(dec!(30)));
    let tolerance = |bound, by| Goal::level(Requirement::with_tolerance(bound, by).unwrap());
    vec![
        made(
            "within, from below",
            observed(Measure::Stock, Goal::level(within(dec!(150), dec!(160)))),
            RISING,
            DAYS,
        ),
        made(
            "within, from above",
            observed(Measure::Share, Goal::level(within(dec!(32), dec!(38)))),
            FALLING,
            DAYS,
        ),
        made(
            "met before",
            observed(Measure::Stock, Goal::level(Bound::AtLeast(dec!(90)))),
            RISING,
            DAYS,
        ),
        made("without a baseline", promise(Measure::Stock, at_least), RISING, LATE),
        made(
            "with a tolerance",
            observed(Measure::Stock, tolerance(Bound::AtLeast(dec!(204)), dec!(3))),
            RISING,
            LATE,
        ),
        made(
            "a tolerance that nobody stated",
            observed(
                Measure::Stock,
                Goal::level(Requirement::with_tolerance_not_stated(Bound::AtMost(dec!(80)))),
            ),
            RISING,
            LATE,
        ),
        made(
            "from below zero",
            stated(Measure::Flow, dec!(-50), at_least),
            RISING,
            LATE,
        ),
        made(
            "to zero",
            observed(Measure::Share, Goal::level(Bound::AtMost(dec!(0)))).shape(Shape::Linear),
            FALLING,
            LATE,
        ),
        made("a rank", observed(Measure::Rank, at_most), FALLING, LATE),
    ]
}

fn changes() -> Vec<Made> {
    let change = |bound| Goal::change(bound);
    vec![
        made(
            "a change",
            observed(Measure::Stock, change(Bound::AtLeast(dec!(1)))),
            RISING,
            DAYS,
        ),
        made(
            "a cut",
            observed(Measure::Stock, change(Bound::AtMost(dec!(-0.4)))),
            FALLING,
            DAYS,
        ),
        made(
            "a change within",
            observed(Measure::Stock, change(within(dec!(0.5), dec!(0.9)))),
            RISING,
            LATE,
        ),
        made(
            "a chained change",
            observed(
                Measure::GrowthRate,
                Goal::change_by_yearly_rates(Bound::AtMost(dec!(-0.17))),
            ),
            RATES,
            DAYS,
        ),
        made(
            "a broken chain",
            observed(
                Measure::GrowthRate,
                Goal::change_by_yearly_rates(Bound::AtMost(dec!(-0.17))),
            ),
            &[("2022", "1"), ("2024", "-3"), ("2025", "-4")],
            LATE,
        ),
    ]
}

fn averages_and_additions() -> Vec<Made> {
    let average = |bound| Goal::average_growth(bound);
    vec![
        made(
            "growth on average",
            observed(Measure::Flow, average(Bound::AtLeast(dec!(0.145)))),
            RISING,
            DAYS,
        ),
        made(
            "decline on average",
            observed(Measure::Flow, average(Bound::LessThan(dec!(-0.08)))),
            FALLING,
            DAYS,
        ),
        made(
            "chained growth on average",
            observed(
                Measure::GrowthRate,
                Goal::average_growth_by_yearly_rates(Bound::MoreThan(dec!(0.02))),
            ),
            RATES,
            DAYS,
        ),
        made(
            "an addition",
            observed(Measure::Stock, Goal::addition(Bound::AtLeast(dec!(80)))),
            RISING,
            DAYS,
        ),
        made(
            "a loss",
            observed(Measure::Stock, Goal::addition(Bound::AtMost(dec!(-19.8)))),
            FALLING,
            LATE,
        ),
        made(
            "an addition to a stated start",
            stated(Measure::Stock, dec!(99), Goal::addition(Bound::MoreThan(dec!(102.5)))),
            RISING,
            LATE,
        ),
    ]
}

fn sums() -> Vec<Made> {
    let cumulative = |bound| observed(Measure::Flow, Goal::cumulative(bound));
    vec![
        made("a sum", cumulative(Bound::AtLeast(dec!(1000))), FLOWS, DAYS),
        made("a budget", cumulative(Bound::AtMost(dec!(1100))), FLOWS, DAYS),
        made(
            "a budget that is exceeded",
            cumulative(Bound::LessThan(dec!(800))),
            FLOWS,
            DAYS,
        ),
        made("a sum of more", cumulative(Bound::MoreThan(dec!(1050))), FLOWS, LATE),
        made(
            "a sum with a gap",
            cumulative(Bound::AtLeast(dec!(500))),
            &[("2022", "150"), ("2024", "160"), ("2025", "170")],
            LATE,
        ),
        made(
            "a budget with a gap",
            cumulative(Bound::AtMost(dec!(400))),
            &[("2022", "150"), ("2024", "160"), ("2025", ">=170")],
            LATE,
        ),
        made(
            "a sum of bounds",
            cumulative(Bound::AtLeast(dec!(500))),
            &[("2022", ">150"), ("2023", "<=200"), ("2024", "~90")],
            LATE,
        ),
        made(
            "months of a year",
            stated(Measure::Flow, dec!(120), Goal::level(Bound::AtLeast(dec!(200)))),
            MONTHS,
            DAYS,
        ),
        made(
            "a sum through milestones",
            cumulative(Bound::AtLeast(dec!(1000)))
                .milestone(milestone("2023", dec!(300)))
                .milestone(milestone("2025", dec!(720))),
            FLOWS,
            DAYS,
        ),
    ]
}

fn period_by_period() -> Vec<Made> {
    let keep = |bound, every| observed(Measure::Share, Goal::keep(bound, every));
    let trend = |direction, than| observed(Measure::Stock, Goal::trend_than(direction, than, Length::YEAR));
    let unstated = |lacks| observed(Measure::Stock, Goal::Unstated(lacks));
    let quarters: Figures<'_> = &[
        ("2021-Q4", "5"),
        ("2022-Q1", "5.2"),
        ("2022-Q2", "5.6"),
        ("2025-Q4", "5.1"),
    ];
    vec![
        made("kept", keep(Bound::AtMost(dec!(54)), Length::YEAR), FALLING, DAYS),
        made(
            "kept and broken",
            keep(Bound::AtMost(dec!(48)), Length::YEAR),
            FALLING,
            DAYS,
        ),
        made(
            "kept within",
            keep(within(dec!(35), dec!(49)), Length::YEAR),
            FALLING,
            DAYS,
        ),
        made(
            "kept each quarter",
            keep(Bound::LessThan(dec!(5.5)), Length::QUARTER),
            quarters,
            DAYS,
        ),
        made("rising", trend(Direction::Rising, Than::Previous), RISING, DAYS),
        made("falling", trend(Direction::Falling, Than::Previous), FALLING, DAYS),
        made(
            "falling below the start",
            trend(Direction::Falling, Than::Baseline),
            FALLING,
            DAYS,
        ),
        made(
            "falling, though it rises",
            trend(Direction::Falling, Than::Previous),
            RISING,
            LATE,
        ),
        made("without a number", unstated(Lacks::Number), RISING, LATE),
        made("without a bound", unstated(Lacks::Bound), RISING, LAST),
        made("without a reference", unstated(Lacks::Reference), FALLING, LAST),
    ]
}

fn paths() -> Vec<Made> {
    let at_least = Goal::level(Bound::AtLeast(dec!(200)));
    let scheduled = |between| {
        let points = vec![milestone("2023", dec!(120)), milestone("2025", dec!(170))];
        observed(Measure::Stock, at_least).shape(Shape::Schedule(Schedule { points, between }))
    };
    let through = |shape| {
        let builder = observed(Measure::Stock, at_least).shape(shape);
        builder
            .milestone(milestone("2023", dec!(130)))
            .milestone(milestone("2025-06", dec!(150)))
    };
    vec![
        made("a table in steps", scheduled(Between::Stepped), RISING, DAYS),
        made(
            "a table joined by lines",
            scheduled(Between::Interpolated),
            RISING,
            DAYS,
        ),
        made(
            "held from the first day",
            observed(Measure::Share, Goal::keep(Bound::AtMost(dec!(49)), Length::HALF)).shape(Shape::Hold),
            FALLING,
            DAYS,
        ),
        made(
            "growth through milestones",
            through(Shape::ConstantGrowth),
            RISING,
            DAYS,
        ),
        made("lines through milestones", through(Shape::Linear), RISING, DAYS),
    ]
}

fn counts() -> Vec<Made> {
    let counting = |goal| {
        Target::builder(code("promise"), counted(Measure::Stock), goal, period("2026"))
            .baseline(Baseline::observed(period("2021")))
    };
    let rising: Figures<'_> = &[
        ("2021", "28"),
        ("2022", "31"),
        ("2023", "36"),
        ("2025", "45"),
        ("2026", "49"),
    ];
    let falling: Figures<'_> = &[("2021", "50"), ("2023", "42"), ("2025", "33"), ("2026", "28")];
    vec![
        made(
            "counted up",
            counting(Goal::level(Bound::AtLeast(dec!(50)))),
            rising,
            DAYS,
        ),
        made(
            "counted down",
            counting(Goal::level(Bound::AtMost(dec!(28)))),
            falling,
            DAYS,
        ),
        made(
            "counted in addition",
            counting(Goal::addition(Bound::AtLeast(dec!(22)))),
            rising,
            LATE,
        ),
        made(
            "counted by growth",
            counting(Goal::level(Bound::MoreThan(dec!(49)))).shape(Shape::ConstantGrowth),
            rising,
            LATE,
        ),
    ]
}

fn figures() -> Vec<Made> {
    let up = || stated(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
    vec![
        made("no figure", up(), &[], DAYS),
        made("a newer bound", up(), &[("2023", "140"), ("2025", ">150")], LATE),
        made(
            "a bound that is enough",
            up(),
            &[("2023", "140"), ("2026", ">=200")],
            LATE,
        ),
        made("a bound that says worse", up(), &[("2025", "<90")], LATE),
        made("only bounds", up(), &[("2023", ">=120"), ("2025", "<=210")], LATE),
        made("an approximate figure", up(), &[("2025", "~180")], LATE),
        made(
            "undated figures",
            up(),
            &[("2023", "140"), ("2025@undated", "180")],
            LATE,
        ),
        made("figures not before a day", up(), &[("2025@2026-03-01+", "180")], LATE),
        made("a missing value", up(), &[("2023", "140"), ("2025", "missing")], LATE),
        made(
            "a forecast",
            up(),
            &[("2023", "140"), ("2026@2025-01-01", "190 forecast")],
            LATE,
        ),
    ]
}

/// Breaks, baselines that are not what they seem, and figures that are old, lost or very large.
fn odd_figures() -> Vec<Made> {
    let up = || stated(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
    let since = || observed(Measure::Stock, Goal::level(Bound::AtLeast(dec!(200))));
    vec![
        made(
            "a break",
            since(),
            &[("2021", "100"), ("2023", "140 break"), ("2025", "180")],
            LATE,
        ),
        made(
            "a break at the start",
            since(),
            &[("2021", "100 break"), ("2025", "180")],
            LATE,
        ),
        made(
            "a baseline that is a bound",
            since(),
            &[("2021", ">90"), ("2025", "180")],
            LATE,
        ),
        made(
            "a baseline that is revised",
            stated(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200)))),
            &[("2021", "104"), ("2025", "180")],
            LATE,
        ),
        made("no baseline value", since(), &[("2020", "98"), ("2025", "180")], LATE),
        made("an old figure", up(), &[("2022", "120")], DAYS),
        made("met and lost", up(), &[("2023", "205"), ("2025", "190")], DAYS),
        made("going the wrong way", up(), &[("2025", "80")], LATE),
        made(
            "months within a year",
            up(),
            &[("2025-06", "175"), ("2026-06", "196")],
            LATE,
        ),
        made(
            "the largest numbers",
            stated(
                Measure::Stock,
                dec!(1),
                Goal::level(Bound::AtLeast(dec!(79228162514264337593543950335))),
            ),
            &[("2025", "79228162514264337593543950334")],
            LATE,
        ),
        made(
            "the smallest numbers",
            stated(
                Measure::Stock,
                dec!(1),
                Goal::level(Bound::AtMost(dec!(0.0000000000000000000000000001))),
            ),
            &[("2025", "0.0000000000000000000000000002")],
            LATE,
        ),
    ]
}

/// Figures in thousands, in another unit, of parts of a period, and of the baseline's own last day.
fn other_figures() -> Vec<Made> {
    let goal = Goal::level(Bound::AtLeast(dec!(200)));
    let up = || stated(Measure::Stock, dec!(100), goal).build().unwrap();
    let flow = || stated(Measure::Flow, dec!(100), goal);
    let thousands = Unit::new(code("thing"), 3).unwrap();
    let others = Unit::new(code("other"), 0).unwrap();
    let figures: Figures<'_> = &[("2023", "0.1435"), ("2025", "0.1875")];
    vec![
        made_in(&thousands, "in thousands", up(), figures, LATE),
        made_in(&others, "in another unit", up(), figures, LATE),
        made(
            "reached in two centuries",
            stated(Measure::Stock, dec!(100), goal).shape(Shape::Linear),
            &[("2025", "102.1")],
            LATE,
        ),
        made("parts of a year", flow(), &[("2024-06", "12"), ("2025-Q1", "40")], LATE),
        made(
            "a newer part of a year",
            flow(),
            &[("2024", "150"), ("2025-Q1", "50")],
            LATE,
        ),
        made(
            "at the end of the baseline",
            observed(Measure::Stock, goal),
            &[("2021", "100"), ("2021-12-31", "103")],
            LATE,
        ),
        made(
            "within the baseline",
            flow(),
            &[("2021", "103"), ("2021-S2", "52")],
            LATE,
        ),
    ]
}

/// All of them.
pub(crate) fn all() -> Vec<Made> {
    [
        levels(),
        levels_beside(),
        changes(),
        averages_and_additions(),
        sums(),
        period_by_period(),
        paths(),
        counts(),
        figures(),
        odd_figures(),
        other_figures(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Made {
    pub(crate) fn days(&self) -> impl Iterator<Item = AsOf> {
        self.days.iter().map(|text| AsOf::from(day(text)))
    }
}

#[test]
fn promises_made_by_hand() {
    let told = told_rules(&[(code("promise"), [dec!(0), dec!(200)])]);
    let rules: Vec<Rule> = rules().into_iter().chain(told).collect();
    let mut lines = Vec::new();
    for made in all() {
        let undated = AsOf::from(day("2026-01-31")).including_undated();
        for as_of in made.days().chain((made.name == "undated figures").then_some(undated)) {
            let asked = Asked {
                source: "made",
                name: made.name,
                target: &made.target,
                series: &made.series,
                as_of,
            };
            asked.answer(&rules, &mut lines);
            asked.draw(&mut lines);
        }
    }
    frozen::hold("made.tsv", 4, &lines);
}
