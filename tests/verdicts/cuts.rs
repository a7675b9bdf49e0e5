//! Exactly on every cut, and one unit of the last place to either side of it.
//!
//! The numbers are chosen so that every cut is a decimal: then a value can lie on it, and nothing but an exact comparison puts it
//! into the better class every time.

use milepost::trajectory::Clock;
use milepost::{Baseline, Bound, Decimal, Goal, Ground, Measure, Reason, Rule, Shape, Status, Target, dec, verdict};

use crate::setting::{
    assessed_by, code, judged_by, milestone, period, promise, promise_from, quantity, round_cuts, series_in,
};

/// A promise, the period of its only figure, and the values at the cuts from `ahead` down to `off_track`.
struct Path {
    name: &'static str,
    target: Target,
    rule: Rule,
    at: &'static str,
    cuts: [Decimal; 4],
}

/// The smallest step that a decimal of 28 digits can take beside this value.
fn last_place(value: Decimal) -> Decimal {
    let digits_before_point = value.trunc().abs().to_string().len();
    let scale = 28_usize
        .checked_sub(digits_before_point)
        .and_then(|scale| scale.try_into().ok());
    Decimal::new(1, scale.unwrap_or_default())
}

fn straight() -> Vec<Path> {
    vec![
        Path {
            name: "level, rising straight: 100 to 200 in five years, two of them gone",
            target: promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200)))),
            rule: Rule::pace(),
            at: "2023",
            cuts: [dec!(142), dec!(138), dec!(124), dec!(100)],
        },
        Path {
            name: "level, falling straight: 200 to 100",
            target: promise_from(Measure::Stock, dec!(200), Goal::level(Bound::AtMost(dec!(100)))),
            rule: Rule::pace(),
            at: "2023",
            cuts: [dec!(158), dec!(162), dec!(176), dec!(200)],
        },
        Path {
            name: "level across zero: -50 to 50, two and a half years gone",
            target: promise_from(Measure::Flow, dec!(-50), Goal::level(Bound::MoreThan(dec!(50)))),
            rule: Rule::pace(),
            at: "2024",
            cuts: [dec!(13), dec!(7), dec!(-14), dec!(-50)],
        },
        Path {
            name: "level of losses: -100 to -200, falling",
            target: promise_from(Measure::Stock, dec!(-100), Goal::level(Bound::LessThan(dec!(-200)))),
            rule: Rule::pace(),
            at: "2023",
            cuts: [dec!(-142), dec!(-138), dec!(-124), dec!(-100)],
        },
        Path {
            name: "addition: 60 on 100",
            target: promise_from(Measure::Stock, dec!(100), Goal::addition(Bound::AtLeast(dec!(60)))),
            rule: Rule::pace(),
            at: "2023",
            cuts: [dec!(125.2), dec!(122.8), dec!(114.4), dec!(100)],
        },
        Path {
            name: "addition: 60 off 100",
            target: promise_from(Measure::Stock, dec!(100), Goal::addition(Bound::AtMost(dec!(-60)))),
            rule: Rule::pace(),
            at: "2023",
            // 100 − 24 × 1.05, × 0.95, × 0.6, × 0.
            cuts: [dec!(74.8), dec!(77.2), dec!(85.6), dec!(100)],
        },
        Path {
            name: "band from above: 130 to 60 at the upper edge",
            target: promise_from(
                Measure::Stock,
                dec!(130),
                Goal::level(Bound::within(dec!(50), dec!(60)).unwrap()),
            ),
            rule: Rule::pace(),
            at: "2023",
            // 130 − 28 × the cut.
            cuts: [dec!(100.6), dec!(103.4), dec!(113.2), dec!(130)],
        },
        Path {
            name: "change, on a straight path that the author chose: −30 % of 200",
            target: promise(Measure::Stock, Goal::change(Bound::AtMost(dec!(-0.3))))
                .baseline(Baseline::stated(period("2021"), dec!(200)))
                .shape(Shape::Linear)
                .build()
                .unwrap(),
            rule: Rule::pace(),
            at: "2023",
            // 200 − 24 × the cut.
            cuts: [dec!(174.8), dec!(177.2), dec!(185.6), dec!(200)],
        },
        Path {
            name: "level through a milestone: shares of a straight way from 100 to the 150 that are due",
            target: promise(Measure::Flow, Goal::level(Bound::AtLeast(dec!(300))))
                .baseline(Baseline::stated(period("2021"), dec!(100)))
                .milestone(milestone("2023", dec!(150)))
                .build()
                .unwrap(),
            rule: Rule::pace(),
            at: "2023",
            cuts: [dec!(152.5), dec!(147.5), dec!(130), dec!(100)],
        },
        Path {
            name: "level from a quarter to a quarter: 10 to 20 in ten quarters, four of them gone",
            target: Target::builder(
                code("promise"),
                quantity(Measure::Stock),
                Goal::level(Bound::AtLeast(dec!(20))),
                period("2026-Q2"),
            )
            .baseline(Baseline::stated(period("2023-Q4"), dec!(10)))
            .build()
            .unwrap(),
            rule: Rule::pace(),
            at: "2024-Q4",
            cuts: [dec!(14.2), dec!(13.8), dec!(12.4), dec!(10)],
        },
    ]
}

fn growing() -> Vec<Path> {
    let doubled = Target::builder(
        code("promise"),
        quantity(Measure::Index),
        Goal::level(Bound::AtLeast(dec!(1099511627776))),
        period("2026"),
    )
    .baseline(Baseline::stated(period("1986"), dec!(1)));
    let halved = Target::builder(
        code("promise"),
        quantity(Measure::Index),
        Goal::level(Bound::AtMost(dec!(1))),
        period("2026"),
    )
    .baseline(Baseline::stated(period("1986"), dec!(1099511627776)));
    vec![
        Path {
            name: "level: 2^40 in forty years, the default cuts after twenty are 2^21, 2^19, 2^12 and 1",
            target: doubled.build().unwrap(),
            rule: Rule::pace(),
            at: "2006",
            cuts: [dec!(2097152), dec!(524288), dec!(4096), dec!(1)],
        },
        Path {
            name: "level, falling: 2^40 halved forty times, 2^(40 − 21), 2^(40 − 19), 2^(40 − 12)",
            target: halved.build().unwrap(),
            rule: Rule::pace(),
            at: "2006",
            cuts: [dec!(524288), dec!(2097152), dec!(268435456), dec!(1099511627776)],
        },
        Path {
            name: "level: 10 % a year for five years",
            target: promise_from(Measure::Flow, dec!(100), Goal::level(Bound::MoreThan(dec!(161.051)))),
            rule: round_cuts(),
            at: "2023",
            cuts: [dec!(133.1), dec!(121), dec!(110), dec!(100)],
        },
        Path {
            name: "level: 4, 16, 64, where half of the time is a square root",
            target: Target::builder(
                code("promise"),
                quantity(Measure::Flow),
                Goal::level(Bound::AtLeast(dec!(64))),
                period("2024"),
            )
            .baseline(Baseline::stated(period("2022"), dec!(4)))
            .build()
            .unwrap(),
            rule: round_cuts(),
            at: "2023",
            cuts: [dec!(32), dec!(16), dec!(8), dec!(4)],
        },
        Path {
            name: "level, falling: 161.051 to 100",
            target: promise_from(Measure::Flow, dec!(161.051), Goal::level(Bound::AtMost(dec!(100)))),
            rule: round_cuts(),
            at: "2023",
            cuts: [dec!(121), dec!(133.1), dec!(146.41), dec!(161.051)],
        },
        Path {
            name: "change: +46.41 % in four years",
            target: Target::builder(
                code("promise"),
                quantity(Measure::Stock),
                Goal::change(Bound::AtLeast(dec!(0.4641))),
                period("2026"),
            )
            .baseline(Baseline::stated(period("2022"), dec!(100)))
            .build()
            .unwrap(),
            rule: round_cuts(),
            at: "2024",
            cuts: [dec!(133.1), dec!(121), dec!(110), dec!(100)],
        },
        Path {
            name: "change: −34.39 % in four years",
            target: Target::builder(
                code("promise"),
                quantity(Measure::Stock),
                Goal::change(Bound::AtMost(dec!(-0.3439))),
                period("2026"),
            )
            .baseline(Baseline::stated(period("2022"), dec!(100)))
            .build()
            .unwrap(),
            rule: round_cuts(),
            at: "2024",
            cuts: [dec!(72.9), dec!(81), dec!(90), dec!(100)],
        },
        Path {
            name: "average growth: 10 % a year",
            target: promise_from(
                Measure::Flow,
                dec!(100),
                Goal::average_growth(Bound::AtLeast(dec!(0.1))),
            ),
            rule: round_cuts(),
            at: "2023",
            cuts: [dec!(133.1), dec!(121), dec!(110), dec!(100)],
        },
        Path {
            name: "average growth: −10 % a year",
            target: promise_from(
                Measure::Stock,
                dec!(100),
                Goal::average_growth(Bound::AtMost(dec!(-0.1))),
            ),
            rule: round_cuts(),
            at: "2023",
            cuts: [dec!(72.9), dec!(81), dec!(90), dec!(100)],
        },
        Path {
            name: "average growth of 0.3 % for two hundred years, whose goal is no decimal",
            target: Target::builder(
                code("promise"),
                quantity(Measure::Flow),
                Goal::average_growth(Bound::AtLeast(dec!(0.003))),
                period("2200"),
            )
            .baseline(Baseline::stated(period("2000"), dec!(1000)))
            .build()
            .unwrap(),
            rule: round_cuts(),
            at: "2002",
            cuts: [dec!(1009.027027), dec!(1006.009), dec!(1003), dec!(1000)],
        },
    ]
}

/// Checks the class on each cut and on both sides of it.
#[expect(
    clippy::arithmetic_side_effects,
    reason = "the cases stay far from the largest decimal"
)]
fn check(path: &Path) {
    let Path {
        name,
        target,
        rule,
        at,
        cuts,
    } = path;
    let as_of = period(at).last().succ_opt().unwrap();
    let unit = target.quantity().unit();
    let series_at = |value: Decimal| series_in(unit, &[(at, value.to_string().as_str())]);
    let shown = assessed_by(rule, target, &series_at(cuts[1]), as_of).cuts.unwrap();
    let shown: Vec<_> = shown.iter().map(|cut| cut.value).collect();
    assert_eq!(shown, cuts, "{name}: the values at the cuts");
    let status_at = |value: Decimal| {
        let verdict = verdict(target, &series_at(value), as_of, rule);
        assert_eq!(verdict.reason, Ground::Pace, "{name} at {value}");
        verdict.status
    };
    let falls = cuts[0] < cuts[3];
    let classes = [
        Status::Ahead,
        Status::OnTrack,
        Status::Lagging,
        Status::OffTrack,
        Status::Worsening,
    ];
    for (class, &cut) in cuts.iter().enumerate() {
        let towards_goal = if falls { -last_place(cut) } else { last_place(cut) };
        assert_eq!(status_at(cut), classes[class], "{name}: on the cut {cut}");
        assert_eq!(
            status_at(cut + towards_goal),
            classes[class],
            "{name}: better than {cut}"
        );
        assert_eq!(
            status_at(cut - towards_goal),
            classes[class + 1],
            "{name}: worse than {cut}"
        );
    }
}

#[test]
fn straight_paths() {
    for path in straight() {
        check(&path);
    }
}

#[test]
fn paths_of_constant_growth() {
    for path in growing() {
        check(&path);
    }
}

/// From 10 to 90 of 100 in four years, the odds are tripled each year: 1/9, 1/3, 1, 3, 9.
fn on_s_curves() -> Vec<Path> {
    let from = |(start, baseline), (goal, deadline), ceiling| {
        let bound = if goal > start {
            Bound::AtLeast(goal)
        } else {
            Bound::AtMost(goal)
        };
        Target::builder(
            code("promise"),
            quantity(Measure::Index),
            Goal::level(bound),
            period(deadline),
        )
        .baseline(Baseline::stated(period(baseline), start))
        .shape(Shape::Logistic { ceiling })
    };
    // Of a multiple of 2, 2¹² + 1, 2¹⁹ + 1, 2²¹ + 1 and 2⁴⁰ + 1, odds of 1, 2¹², 2¹⁹, 2²¹ and 2⁴⁰ are whole numbers.
    let many = dec!(3301987261179104048946263382);
    let (half, most) = (dec!(1650993630589552024473131691), dec!(3301987261176100909026902016));
    let at_cuts = [
        dec!(3301985686669632790004236288),
        dec!(3301980963150228411456159744),
        dec!(3301181308711156989134462976),
    ];
    vec![
        Path {
            name: "rising: 10, 25, 50, 75 and 90 of 100",
            target: from((dec!(10), "2020"), (dec!(90), "2024"), dec!(100)).build().unwrap(),
            rule: round_cuts(),
            at: "2022",
            cuts: [dec!(75), dec!(50), dec!(25), dec!(10)],
        },
        Path {
            name: "falling: 90, 75, 50, 25 and 10 of 100",
            target: from((dec!(90), "2020"), (dec!(10), "2024"), dec!(100)).build().unwrap(),
            rule: round_cuts(),
            at: "2022",
            cuts: [dec!(25), dec!(50), dec!(75), dec!(90)],
        },
        Path {
            name: "by days",
            target: from((dec!(10), "2020-12-31"), (dec!(90), "2024-12-30"), dec!(100))
                .clock(Clock::Days)
                .build()
                .unwrap(),
            rule: round_cuts(),
            at: "2022-12-31",
            cuts: [dec!(75), dec!(50), dec!(25), dec!(10)],
        },
        Path {
            name: "through a milestone, in units: 25 in 2021 are 15 more, of which half are 7.5",
            target: from((dec!(10), "2020"), (dec!(90), "2024"), dec!(100))
                .milestone(milestone("2022", dec!(50)))
                .build()
                .unwrap(),
            rule: round_cuts(),
            at: "2021",
            cuts: [dec!(32.5), dec!(25), dec!(17.5), dec!(10)],
        },
        Path {
            name: "odds of 1 to 2⁴⁰ in forty years: the default cuts after twenty are 2²¹, 2¹⁹, 2¹² and 1",
            target: from((half, "1986"), (most, "2026"), many).build().unwrap(),
            rule: Rule::pace(),
            at: "2006",
            cuts: [at_cuts[0], at_cuts[1], at_cuts[2], half],
        },
    ]
}

#[test]
fn s_curves() {
    for path in on_s_curves() {
        check(&path);
    }
}

#[test]
fn a_sum_on_its_cuts() {
    let target = promise(Measure::Flow, Goal::cumulative(Bound::AtLeast(dec!(1000))))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    // 400 of 1000 are due after two of five years; 150 came in the first.
    for (second_year, status) in [
        ("270", Status::Ahead),
        ("269.9999999999999999999999999", Status::OnTrack),
        ("230", Status::OnTrack),
        ("229.9999999999999999999999999", Status::Lagging),
        ("90", Status::Lagging),
        ("89.99999999999999999999999999", Status::OffTrack),
        ("-150", Status::OffTrack),
        ("-150.0000000000000000000000001", Status::Worsening),
    ] {
        let verdict = judged_by(
            &Rule::pace(),
            &target,
            &[("2022", "150"), ("2023", second_year)],
            "2024-01-01",
        );
        assert_eq!(
            (verdict.status, verdict.reason),
            (status, Reason::from(Ground::Pace)),
            "{second_year}"
        );
    }
}

#[test]
fn a_figure_on_the_path_of_unequal_months() {
    // 31 + 28 of 31 + 28 + 31 days are more than two thirds of them, and exactly two of three months.
    let target = Target::builder(
        code("promise"),
        quantity(Measure::Stock),
        Goal::level(Bound::AtLeast(dec!(3))),
        period("2026-03"),
    )
    .baseline(Baseline::stated(period("2025-12"), dec!(0)))
    .build()
    .unwrap();
    let strict = Rule::pace()
        .with_cuts(milepost::Cuts::new(dec!(1.05), dec!(1), dec!(0.6), dec!(0)).unwrap())
        .unwrap();
    let status = |value: &str| judged_by(&strict, &target, &[("2026-02", value)], "2026-03-01").status;
    assert_eq!(status("2"), Status::OnTrack);
    assert_eq!(status("1.999999999999999999999999999"), Status::Lagging);
}

#[test]
fn a_cut_can_be_met_on_the_way_to_a_goal_that_is_no_decimal() {
    // A third, to 27 digits, is to be quartered in two years. A quarter of it has 29 digits, a half 28.
    let target = Target::builder(
        code("promise"),
        quantity(Measure::Stock),
        Goal::change(Bound::AtMost(dec!(-0.75))),
        period("2023"),
    )
    .baseline(Baseline::stated(period("2021"), dec!(0.333333333333333333333333333)))
    .build()
    .unwrap();
    for (value, status) in [
        ("0.1666666666666666666666666664", Status::OnTrack),
        ("0.1666666666666666666666666665", Status::OnTrack),
        ("0.1666666666666666666666666666", Status::Lagging),
    ] {
        assert_eq!(
            judged_by(&round_cuts(), &target, &[("2022", value)], "2023-01-01").status,
            status,
            "{value}"
        );
    }
}
