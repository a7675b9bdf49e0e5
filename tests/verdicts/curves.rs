//! S-curves: paths on which the odds value ÷ (ceiling − value) grow by a constant rate.

use milepost::growth::GrowthError;
use milepost::plan::LikelyMistake;
use milepost::plan::TargetBuilder;
use milepost::report::Chart;
use milepost::trajectory::{Curve, TrajectoryError};
use milepost::{
    Baseline, Bound, Caveat, Decimal, Goal, Ground, Language, Length, Measure, Missing, Outcome, Period, Point, Reason,
    Rule, Shape, Status, Target, Trajectory, dec,
};

use crate::setting::{assessed, code, day, judged, judged_by, milestone, period, quantity, round_cuts, series};

const CEILING: Decimal = dec!(100);

fn curve(start: (&str, Decimal), goal: (&str, Decimal)) -> Trajectory<'static> {
    let ends = [start, goal].map(|(at, value)| milestone(at, value));
    Trajectory::new(ends[0], Vec::new(), ends[1], Curve::Logistic { ceiling: CEILING }).unwrap()
}

/// A share that leads from a year to another on a curve below 100 %.
fn promise(start: (&str, Decimal), bound: Bound, deadline: &str) -> TargetBuilder {
    Target::builder(
        code("promise"),
        quantity(Measure::Share),
        Goal::level(bound),
        period(deadline),
    )
    .baseline(Baseline::stated(period(start.0), start.1))
    .shape(Shape::Logistic { ceiling: CEILING })
}

/// From 10 (2020) to 90 (2024): the odds are tripled each year.
fn tripled(bound: Bound) -> TargetBuilder {
    promise(("2020", dec!(10)), bound, "2024")
}

/// Of the closed form, ceiling ÷ (1 + e^−u) with u linear in time, to 50 digits and rounded to 28 by another program.
#[test]
fn the_values_of_two_curves() {
    let european = curve(("2020", dec!(56)), ("2030", dec!(80)));
    let chips = curve(("2021", dec!(8)), ("2030", dec!(75)));
    for (path, at, value) in [
        (&european, "2020", dec!(56)),
        (&european, "2022", dec!(61.542837502651685639818467064)),
        (&european, "2024", dec!(66.801369983024182206683321732)),
        (&european, "2025", dec!(69.290339351151748461630035754)),
        (&european, "2027", dec!(73.938117166821309782435472081)),
        (&european, "2030", dec!(80)),
        (&chips, "2023", dec!(16.037141216290864685955581765)),
        (&chips, "2025", dec!(29.554833303365702767340659364)),
        (&chips, "2027", dec!(47.958448525773531109906593043)),
    ] {
        let expected = path.expected(period(at)).unwrap();
        assert_eq!(expected.round_dp(27), value, "{at}");
        // The nearest decimal lies beside the path, unless it is a point of it.
        let is_point = [path.baseline(), path.goal()].iter().any(|point| point.value == value);
        assert_eq!(path.compare(expected, period(at)).unwrap().is_eq(), is_point, "{at}");
        let last = dec!(0.00000000000000000000000001);
        let beside = [expected.checked_sub(last), expected.checked_add(last)].map(Option::unwrap);
        let sides = beside.map(|figure| path.compare(figure, period(at)).unwrap());
        assert_eq!(sides, [std::cmp::Ordering::Less, std::cmp::Ordering::Greater], "{at}");
    }
}

/// What is still missing to the ceiling runs down the same curve, to the last digit; and so does a curve in other units.
#[test]
fn curves_are_symmetric_and_know_no_units() {
    let years = ["2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029"];
    for (start, goal) in [
        (dec!(56), dec!(80)),
        (dec!(8), dec!(75)),
        (dec!(90), dec!(3)),
        (dec!(0.4), dec!(99.9)),
    ] {
        let rest = |value| CEILING.checked_sub(value).unwrap();
        let path = curve(("2020", start), ("2030", goal));
        let mirrored = curve(("2020", rest(start)), ("2030", rest(goal)));
        let [tenth, larger] = [dec!(0.1), dec!(100000)].map(|unit| {
            let ends =
                [("2020", start), ("2030", goal)].map(|(at, value)| milestone(at, value.checked_mul(unit).unwrap()));
            let ceiling = CEILING.checked_mul(unit).unwrap();
            Trajectory::new(ends[0], Vec::new(), ends[1], Curve::Logistic { ceiling }).unwrap()
        });
        for at in years.map(period) {
            let value = path.expected(at).unwrap();
            let sum = value.checked_add(mirrored.expected(at).unwrap()).unwrap();
            assert_eq!(sum.round_dp(25), CEILING, "{start} to {goal} at {at}");
            let of = |path: &Trajectory<'_>, unit| path.expected(at).unwrap().checked_mul(unit).unwrap().round_dp(22);
            assert_eq!(of(&tenth, dec!(10)), value.round_dp(22), "{start} to {goal} at {at}");
            assert_eq!(
                of(&larger, dec!(0.00001)),
                value.round_dp(22),
                "{start} to {goal} at {at}"
            );
        }
    }
}

/// The error of a value that lies beside the curve.
fn off_curve(value: Decimal, ceiling: Decimal) -> GrowthError {
    let curve = Curve::Logistic { ceiling };
    match Trajectory::new(milestone("2020", value), &[], milestone("2024", value), curve) {
        Err(TrajectoryError::Growth(error)) => error,
        other => panic!("{value}: {other:?}"),
    }
}

#[test]
fn points_lie_between_nothing_and_the_ceiling() {
    let new = |start, between, goal, ceiling| {
        Trajectory::new(
            milestone("2020", start),
            vec![milestone("2022", between)],
            milestone("2024", goal),
            Curve::Logistic { ceiling },
        )
    };
    for (start, between, goal, ceiling, value) in [
        (dec!(0), dec!(50), dec!(90), CEILING, dec!(0)),
        (dec!(-1), dec!(50), dec!(90), CEILING, dec!(-1)),
        (dec!(100), dec!(50), dec!(90), CEILING, dec!(100)),
        (dec!(10), dec!(101), dec!(90), CEILING, dec!(101)),
        (dec!(10), dec!(50), dec!(100), CEILING, dec!(100)),
        (dec!(10), dec!(50), dec!(90), dec!(-5), dec!(50)),
    ] {
        assert_eq!(
            new(start, between, goal, ceiling).unwrap_err(),
            TrajectoryError::Growth(off_curve(value, ceiling))
        );
    }
    assert!(
        new(
            dec!(0.0000000000000000000000000001),
            dec!(50),
            dec!(99.999999999999999999999999),
            CEILING
        )
        .is_ok()
    );
}

/// 8 in 2021, 75 in 2030: 29.55 are due in 2025, where the straight line would ask for 37.8.
#[test]
fn everything_that_is_said_beside_a_curve() {
    let target = promise(("2021", dec!(8)), Bound::AtLeast(dec!(75)), "2030")
        .build()
        .unwrap();
    let facts = assessed(&target, &[("2025", "25")], "2026-02-01").evidence;
    assert_eq!(facts.expected.map(|value| value.round_dp(4)), Ok(dec!(29.5548)));
    assert_eq!(facts.gap.map(|value| value.round_dp(4)), Ok(dec!(-4.5548)));
    // Shares are of log odds: ln(25 ÷ 75 × 92 ÷ 8) ÷ ln(75 ÷ 25 × 92 ÷ 8), and 4 of 9 years.
    assert_eq!(facts.share_of_way, Ok(dec!(0.379483248390)));
    assert_eq!(facts.share_expected, Ok(dec!(0.444444444444)));
    assert_eq!(facts.share_of_time, Ok(dec!(0.444444444444)));
    assert_eq!(facts.pace, Ok(dec!(0.853837308877)));
    // The odds go on as they did: 1 ÷ 3 × (11.5 ÷ 3)^(5/4).
    assert_eq!(facts.projection.map(|value| value.round_dp(4)), Ok(dec!(64.1310)));
    assert_eq!(facts.arrival.map(|arrival| arrival.to_string()), Ok("2032".to_owned()));
    assert_eq!(facts.completion, Ok(dec!(0.333333333333)));
    // Growth is compound, and changes are amounts, whatever the path.
    assert_eq!(facts.change_required_from_now, Ok(dec!(10)));
    let by_pace = judged(&target, &[("2025", "25")], "2026-02-01");
    assert_eq!(
        (by_pace.status, by_pace.reason),
        (Status::Lagging, Reason::from(Ground::Pace))
    );
    // On the straight line 25 of 37.8 are 57 %.
    let straight = target_of_line();
    assert_eq!(
        judged(&straight, &[("2025", "25")], "2026-02-01").status,
        Status::OffTrack
    );
}

fn target_of_line() -> Target {
    let builder = Target::builder(
        code("promise"),
        quantity(Measure::Share),
        Goal::level(Bound::AtLeast(dec!(75))),
        period("2030"),
    );
    builder
        .baseline(Baseline::stated(period("2021"), dec!(8)))
        .build()
        .unwrap()
}

#[test]
fn figures_beyond_the_curve_have_a_side_and_no_share() {
    let rising = tripled(Bound::AtLeast(dec!(90))).build().unwrap();
    let falling = promise(("2020", dec!(90)), Bound::AtMost(dec!(10)), "2024")
        .build()
        .unwrap();
    for (target, value, status) in [
        (&rising, dec!(0), Status::Worsening),
        (&rising, dec!(0.0000001), Status::Worsening),
        (&rising, dec!(100), Status::Achieved),
        (&falling, dec!(100), Status::Worsening),
        (&falling, dec!(103), Status::Worsening),
        (&falling, dec!(0), Status::Achieved),
    ] {
        let figures = [("2022", value.to_string())];
        let assessment = assessed(target, &[(figures[0].0, &figures[0].1)], "2023-02-01");
        assert_eq!(assessment.verdict.status, status, "{value}");
        let is_off = value.is_zero() || value >= CEILING;
        let evidence = assessment.evidence;
        for fact in [evidence.share_of_way, evidence.pace, evidence.projection] {
            let off_curve = |error| error == Missing::growth(off_curve(value, CEILING));
            assert_eq!(fact.is_err_and(off_curve), is_off, "{value}");
        }
        assert_eq!(evidence.expected, Ok(dec!(50)), "{value}");
    }
}

/// A baseline that is read may lie anywhere: beside the curve there is no path, and says why.
#[test]
fn a_baseline_that_is_read_beside_the_curve_gives_a_reason() {
    let builder = Target::builder(
        code("promise"),
        quantity(Measure::Index),
        Goal::level(Bound::AtLeast(dec!(90))),
        period("2024"),
    );
    let target = builder
        .baseline(Baseline::observed(period("2020")))
        .shape(Shape::Logistic { ceiling: CEILING })
        .build()
        .unwrap();
    for (start, value, status) in [
        ("0", dec!(0), Status::Unknown),
        ("-3", dec!(-3), Status::Unknown),
        ("10", dec!(10), Status::OnTrack),
    ] {
        let assessment = assessed(&target, &[("2020", start), ("2022", "50")], "2023-02-01");
        let reason = match status {
            Status::Unknown => Reason::from(Missing::growth(off_curve(value, CEILING))),
            _ => Reason::from(Ground::Pace),
        };
        assert_eq!(
            (assessment.verdict.status, assessment.verdict.reason),
            (status, reason),
            "{start}"
        );
        assert_eq!(
            assessment.evidence.expected.is_err(),
            status == Status::Unknown,
            "{start}"
        );
    }
    assert_eq!(
        off_curve(dec!(0), CEILING).to_string(),
        "an S-curve runs above 0 and below its ceiling of 100, got 0"
    );
}

/// The end of an interval may lie beside the curve.
#[test]
fn intervals_beside_a_curve() {
    let target = tripled(Bound::AtLeast(dec!(90))).build().unwrap();
    for (value, status) in [
        ("<=10", Status::Unknown),
        ("<10", Status::Worsening),
        (">=90", Status::Achieved),
        (">75", Status::Unknown),
    ] {
        let verdict = judged_by(&round_cuts(), &target, &[("2022", value)], "2023-02-01");
        assert_eq!(verdict.status, status, "{value}");
    }
}

/// Through milestones shares are of units; the pace so far goes on along the curve, as it does without them.
#[test]
fn through_milestones_shares_are_of_units() {
    // Irrational values between the points: 40 in 2022.
    let target = tripled(Bound::AtLeast(dec!(90)))
        .milestone(milestone("2022", dec!(40)))
        .build()
        .unwrap();
    let facts = assessed(&target, &[("2021", "20")], "2022-02-01").evidence;
    // √(1/9 × 2/3) = 0.2721…: 21.3938… of 100.
    assert_eq!(
        facts.expected.map(|value| value.round_dp(20)),
        Ok(dec!(21.39387691339813717837))
    );
    assert_eq!(facts.share_of_way, Ok(dec!(0.125)));
    assert_eq!(facts.share_expected, Ok(dec!(0.142423461417)));
    assert_eq!(facts.pace, Ok(dec!(0.877664387285)));
    // The odds 1/9 and 1/4 grow by 9/4 a year, to 729/256 in the fourth.
    assert_eq!(
        facts.projection.map(|value| value.round_dp(20)),
        Ok(dec!(74.01015228426395939086))
    );
    assert_eq!(
        facts.next_milestone.map(|next| next.milestone),
        Some(milestone("2022", dec!(40)))
    );
    let facts = assessed(&target, &[("2022", "41")], "2023-02-01").evidence;
    assert_eq!(facts.expected, Ok(dec!(40)));
    assert_eq!(
        facts
            .milestones
            .map(|due| due.into_iter().map(|due| due.outcome).collect()),
        Ok(vec![Some(Outcome::Kept)])
    );
    // 0.877664387285… of what is due is 20.
    for (cut, status) in [
        (dec!(0.877664387285), Status::OnTrack),
        (dec!(0.877664387286), Status::Lagging),
    ] {
        let cuts = milepost::Cuts::new(dec!(1.05), cut, dec!(0.3), dec!(0)).unwrap();
        let rule = Rule::pace().with_cuts(cuts).unwrap();
        assert_eq!(
            judged_by(&rule, &target, &[("2021", "20")], "2022-02-01").status,
            status,
            "{cut}"
        );
    }
}

/// A limit whose room is spent in log odds: 90 may be reached from 10 in four years, and a quarter of the room is spent with each tripling.
#[test]
fn limits_on_a_curve() {
    let rule = Rule::pace()
        .with_cuts(milepost::Cuts::new(dec!(1.5), dec!(1), dec!(0.5), dec!(0)).unwrap())
        .unwrap();
    let cap = tripled(Bound::AtMost(dec!(90))).as_limit().build().unwrap();
    let floor = promise(("2020", dec!(90)), Bound::AtLeast(dec!(10)), "2024")
        .as_limit()
        .build()
        .unwrap();
    let (within, pace, exceeded) = (
        Reason::from(Ground::WithinLimit),
        Reason::from(Ground::Pace),
        Reason::from(Ground::LimitExceeded),
    );
    for (value, status, reason, pace, drifts) in [
        ("25", Status::OnTrack, within, Ok(dec!(1)), false),
        (
            "25.00000000000000000000000001",
            Status::Lagging,
            pace,
            Ok(dec!(1)),
            true,
        ),
        ("50", Status::Lagging, pace, Ok(dec!(0.5)), true),
        (
            "50.00000000000000000000000001",
            Status::OffTrack,
            pace,
            Ok(dec!(0.5)),
            true,
        ),
        ("75", Status::OffTrack, pace, Ok(dec!(0.333333333333)), true),
        ("90", Status::OffTrack, pace, Ok(dec!(0.25)), true),
        ("91", Status::Worsening, exceeded, Ok(dec!(0.243548327560)), false),
        ("10", Status::OnTrack, within, Err(Missing::NothingSpent), false),
        ("5", Status::OnTrack, within, Err(Missing::NothingSpent), false),
        ("0", Status::OnTrack, within, Err(Missing::NothingSpent), false),
    ] {
        let mirrored = CEILING.checked_sub(value.parse().unwrap()).unwrap().to_string();
        for (target, value) in [(&cap, value), (&floor, &*mirrored)] {
            let assessment =
                crate::setting::assessed_by(&rule, target, &series(target, &[("2021", value)]), day("2022-02-01"));
            let verdict = assessment.verdict;
            assert_eq!((verdict.status, verdict.reason), (status, reason), "{value}");
            assert_eq!(assessment.evidence.pace, pace, "{value}");
            assert_eq!(verdict.caveats.contains(Caveat::DriftingToTheLimit), drifts, "{value}");
        }
    }
}

/// Where a limit says nothing of its path the bound holds all along: the ceiling of a curve is no part of that.
#[test]
fn a_curve_of_a_limit_is_told_by_the_author() {
    let target = tripled(Bound::AtMost(dec!(90))).as_limit().build().unwrap();
    let facts = assessed(&target, &[("2022", "40")], "2023-02-01").evidence;
    assert_eq!(facts.expected, Ok(dec!(50)));
    // A ceiling that the cap reaches is no curve.
    let problems = tripled(Bound::AtMost(dec!(100))).as_limit().build().unwrap_err();
    assert!(problems.to_string().contains("100 does not lie there"), "{problems}");
}

/// The overshooting of a band beyond which no curve leads: its far edge is the ceiling, or lies behind it.
#[test]
fn a_band_below_the_ceiling() {
    for (high, overshoots) in [(dec!(95), true), (dec!(100), false), (dec!(120), false)] {
        let target = Target::builder(
            code("promise"),
            quantity(Measure::Index),
            Goal::level(Bound::within(dec!(90), high).unwrap()),
            period("2024"),
        );
        let target = target
            .baseline(Baseline::stated(period("2020"), dec!(10)))
            .shape(Shape::Logistic { ceiling: CEILING })
            .build()
            .unwrap();
        // From 1/9 to 9 in two of four years: 81 × 9 in the end.
        let verdict = judged(&target, &[("2022", "89")], "2023-02-01");
        assert_eq!(verdict.caveats.contains(Caveat::WillOvershoot), overshoots, "{high}");
        assert_eq!(verdict.status == Status::OnTrack, overshoots, "{high}");
    }
}

/// Things that come one by one: 33.3 of 100 wards are 33 where more is promised, and 34 where less is.
#[test]
fn whole_things_on_a_curve() {
    let wards = |start, bound| {
        Target::builder(
            code("promise"),
            crate::setting::counted(Measure::Stock),
            Goal::level(bound),
            period("2024"),
        )
        .baseline(Baseline::stated(period("2020"), start))
        .shape(Shape::Logistic { ceiling: CEILING })
        .build()
        .unwrap()
    };
    // 20 to 80: odds of 1/4 to 4, 1/2 after one year and 2 after three.
    let rising = wards(dec!(20), Bound::AtLeast(dec!(80)));
    let falling = wards(dec!(80), Bound::AtMost(dec!(20)));
    let strict = Rule::pace()
        .with_cuts(milepost::Cuts::new(dec!(5), dec!(1), dec!(0.6), dec!(0)).unwrap())
        .unwrap();
    for (target, at, enough, too_few, expected, deciding) in [
        (&rising, "2021", "33", "32", dec!(33.333333), dec!(33)),
        (&rising, "2023", "66", "65", dec!(66.666667), dec!(66)),
        (&falling, "2021", "67", "68", dec!(66.666667), dec!(67)),
        (&falling, "2023", "34", "35", dec!(33.333333), dec!(34)),
    ] {
        let as_of = period(at).last().succ_opt().unwrap().to_string();
        assert_eq!(
            judged_by(&strict, target, &[(at, enough)], &as_of).status,
            Status::OnTrack,
            "{enough} in {at}"
        );
        assert_eq!(
            judged_by(&strict, target, &[(at, too_few)], &as_of).status,
            Status::Lagging,
            "{too_few} in {at}"
        );
        let facts = assessed(target, &[(at, enough)], &as_of).evidence;
        assert_eq!(facts.expected.map(|value| value.round_dp(6)), Ok(expected));
        assert_eq!(facts.expected_to_decide, Ok(deciding));
    }
}

/// A change, and an addition, whose baseline is stated; of yearly rates the index begins with 1.
#[test]
fn other_goals_on_a_curve() {
    let of = |measure, goal, start: Decimal, ceiling| {
        Target::builder(code("promise"), quantity(measure), goal, period("2024"))
            .baseline(Baseline::stated(period("2020"), start))
            .shape(Shape::Logistic { ceiling })
            .accepting(LikelyMistake::LargeChange)
            .build()
            .unwrap()
    };
    for (target, value) in [
        (
            of(Measure::Stock, Goal::change(Bound::AtLeast(dec!(8))), dec!(10), CEILING),
            "50",
        ),
        (
            of(
                Measure::Stock,
                Goal::addition(Bound::AtLeast(dec!(80))),
                dec!(10),
                CEILING,
            ),
            "50",
        ),
        (
            of(
                Measure::Stock,
                Goal::change(Bound::AtMost(dec!(-0.5))),
                dec!(60),
                dec!(90),
            ),
            "45",
        ),
    ] {
        let facts = assessed(&target, &[("2022", value)], "2023-02-01").evidence;
        assert_eq!(facts.pace, Ok(dec!(1)), "{value}");
        assert_eq!(facts.share_of_way, Ok(dec!(0.5)), "{value}");
    }
}

#[test]
fn schedules_and_charts_follow_the_curve() {
    let target = tripled(Bound::AtLeast(dec!(90))).build().unwrap();
    let series = series(&target, &[("2022", "25")]);
    let path = target.trajectory(&series, day("2023-02-01")).unwrap();
    assert_eq!(path.curve(), Curve::Logistic { ceiling: CEILING });
    assert!(path.is_plain());
    let yearly = path.schedule(Length::YEAR).unwrap();
    let due = |at: &str, value| Point::new(at.parse::<Period>().unwrap(), value);
    assert_eq!(
        yearly,
        [
            due("2021", dec!(25)),
            due("2022", dec!(50)),
            due("2023", dec!(75)),
            due("2024", dec!(90))
        ]
    );
    let chart = Chart::new(&target, &series, day("2023-02-01"), Language::English);
    let values = |points: &[milepost::report::ChartPoint]| points.iter().map(|point| point.value).collect::<Vec<_>>();
    assert_eq!(values(&chart.path), [dec!(10), dec!(25), dec!(50), dec!(75), dec!(90)]);
    // The odds went from 1/9 to 1/3, and go on to 1.
    assert_eq!(values(&chart.projection), [dec!(25), dec!(36.602540378444), dec!(50)]);
}
