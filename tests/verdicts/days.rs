//! Ways on which time is counted in days.

use milepost::plan::LikelyMistake;
use milepost::plan::TargetBuilder;
use milepost::report::{Chart, ChartPoint};
use milepost::trajectory::Clock;
use milepost::{
    Baseline, Bound, Caveat, Decimal, Goal, Language, Length, Measure, Point, Rate, Rule, Shape, Status, Target, dec,
};

use crate::setting::{assessed, code, day, judged_by, period, quantity, series};

fn of_weeks(measure: Measure, start: Decimal, goal: Goal) -> TargetBuilder {
    Target::builder(code("promise"), quantity(measure), goal, period("2021-12-26"))
        .baseline(Baseline::stated(period("2020-12-27"), start))
        .accepting(LikelyMistake::LargeChange)
}

/// The value expected and the share of the time at a day.
fn at(builder: TargetBuilder, clock: Clock, figure: (&str, &str)) -> (Option<Decimal>, Option<Decimal>) {
    let target = builder.clock(clock).build().unwrap();
    let facts = assessed(&target, &[figure], "2021-12-26").evidence;
    (facts.expected.ok(), facts.share_of_time.ok())
}

#[test]
fn nine_weeks_of_fifty_two_are_nine_fifty_seconds() {
    let doses = |clock| {
        let target = of_weeks(Measure::Flow, dec!(0), Goal::cumulative(Bound::AtLeast(dec!(52))));
        let target = target.clock(clock).build().unwrap();
        assessed(&target, &[("2020-12-28/P63D@2021-03-01", "8.775")], "2021-03-02")
    };
    let by_days = doses(Clock::Days);
    assert_eq!(by_days.verdict.status, Status::OnTrack);
    assert_eq!(by_days.evidence.expected, Ok(dec!(9)));
    assert_eq!(by_days.evidence.pace, Ok(dec!(0.975)));
    assert_eq!(by_days.evidence.share_of_time, Ok(dec!(0.173076923077)));
    // A day of February is more of a year than one of January, where months are counted.
    let by_months = doses(Clock::Months);
    assert_eq!(by_months.verdict.status, Status::Lagging);
    // What is required a year is the same by either.
    assert_eq!(by_days.evidence.change_required, by_months.evidence.change_required);
}

#[test]
fn every_way_goes_by_its_days() {
    // A quarter of the 364 days.
    let figure = ("2021-03-28@2021-03-29", "150");
    let level = Goal::level(Bound::AtLeast(dec!(1600)));
    let quarter = Some(dec!(0.25));
    let grown = |goal| of_weeks(Measure::Stock, dec!(100), goal).shape(Shape::ConstantGrowth);
    for (name, builder, expected) in [
        ("a line", of_weeks(Measure::Stock, dec!(100), level), dec!(475)),
        ("a growth", grown(level), dec!(200)),
        ("a change", grown(Goal::change(Bound::AtLeast(dec!(15)))), dec!(200)),
        (
            "an addition",
            of_weeks(Measure::Stock, dec!(100), Goal::addition(Bound::AtLeast(dec!(1500)))),
            dec!(475),
        ),
        (
            "a line through a milestone",
            of_weeks(Measure::Stock, dec!(100), level).milestone(Point::new(period("2021-06-27"), dec!(300))),
            dec!(200),
        ),
    ] {
        let (value, share) = at(builder, Clock::Days, figure);
        assert_eq!(
            value.map(|value| value.round_dp(20).normalize()),
            Some(expected),
            "{name}"
        );
        assert_eq!(share, quarter, "{name}");
    }
}

/// The odds grow from 1 : 4 to 4 : 1, and are 1 : 1 after a quarter of the days: half of the way.
#[test]
fn the_share_of_an_s_curve_is_one_of_its_days() {
    let level = Goal::level(Bound::AtLeast(dec!(800)));
    let builder = of_weeks(Measure::Stock, dec!(200), level).shape(Shape::Logistic { ceiling: dec!(1000) });
    let target = builder.clock(Clock::Days).build().unwrap();
    let facts = assessed(&target, &[("2021-03-28@2021-03-29", "500")], "2021-12-26").evidence;
    assert_eq!(facts.share_of_way, Ok(dec!(0.5)));
    assert_eq!(facts.share_expected, Ok(dec!(0.25)));
    assert_eq!(facts.pace, Ok(dec!(2)));
}

#[test]
fn a_rate_a_year_stays_a_rate_a_year() {
    // 69 % a year on average: 364 days are not a whole year, and half of them is half of the growth.
    let goal = Goal::average_growth(Bound::AtLeast(dec!(0.69)));
    let halfway = ("2021-06-27@2021-06-28", "130");
    let target = |clock| {
        let builder = of_weeks(Measure::Stock, dec!(100), goal).clock(clock);
        assessed(&builder.build().unwrap(), &[halfway], "2021-12-25").evidence
    };
    let (by_days, by_months) = (target(Clock::Days), target(Clock::Months));
    assert_eq!(by_days.share_of_time, Ok(dec!(0.5)));
    assert_eq!(by_days.growth_required, by_months.growth_required);
    assert_eq!(by_days.growth_so_far, by_months.growth_so_far);
    assert_eq!(by_days.growth_required.map(Rate::as_decimal), Ok(dec!(0.69)));
    let (goal, expected) = (by_days.goal.unwrap().value, by_days.expected.unwrap());
    // The square of what is expected halfway is what the whole way makes of 100.
    let squared = expected.checked_mul(expected).unwrap();
    assert_eq!(squared.round_dp(12), goal.checked_mul(dec!(100)).unwrap().round_dp(12));
    assert_ne!(by_months.expected, Ok(expected));
}

#[test]
fn one_day_to_either_side() {
    let level = Goal::level(Bound::AtLeast(dec!(364)));
    for (day, due) in [
        ("2021-02-27", 62),
        ("2021-02-28", 63),
        ("2021-03-01", 64),
        ("2021-12-25", 363),
    ] {
        let builder = of_weeks(Measure::Stock, dec!(0), level);
        let (expected, _) = at(builder, Clock::Days, (day, "1"));
        assert_eq!(expected, Some(Decimal::from(due)), "{day}");
    }
}

/// What is on the path stays on it: the pace that goes on leads to the goal, and one unit more or less beside it.
#[test]
fn the_pace_goes_on_by_days() {
    // A quarter of the 364 days.
    const QUARTER: &str = "2021-03-28@2021-03-29";
    let level = Goal::level(Bound::AtLeast(dec!(1600)));
    let line = |goal| of_weeks(Measure::Stock, dec!(100), goal);
    let grown = |goal| line(goal).shape(Shape::ConstantGrowth);
    let down = Goal::level(Bound::AtMost(dec!(20)));
    for (name, builder, figures, goal) in [
        ("a line", line(level), ["474.99999", "475", "475.00001"], dec!(1600)),
        ("a growth", grown(level), ["199.99999", "200", "200.00001"], dec!(1600)),
        (
            "a change",
            grown(Goal::change(Bound::AtLeast(dec!(15)))),
            ["199.99999", "200", "200.00001"],
            dec!(1600),
        ),
        (
            "an addition",
            line(Goal::addition(Bound::AtLeast(dec!(1500)))),
            ["474.99999", "475", "475.00001"],
            dec!(1600),
        ),
        ("downwards", line(down), ["80.00001", "80", "79.99999"], dec!(20)),
    ] {
        let target = builder.clock(Clock::Days).build().unwrap();
        for (figure, side) in figures.into_iter().zip([false, true, true]) {
            let facts = assessed(&target, &[(QUARTER, figure)], "2021-03-29").evidence;
            let projection = facts.projection.unwrap();
            let is_on_path = projection.round_dp(20).normalize() == goal;
            assert_eq!(is_on_path, figure == figures[1], "{name}: {projection}");
            let is_reached = if name == "downwards" {
                projection <= goal
            } else {
                projection >= goal
            };
            assert!(is_on_path || is_reached == side, "{name}: {projection}");
            assert_eq!(facts.pace.unwrap() >= dec!(1), side, "{name}");
        }
    }
    let sum = of_weeks(Measure::Flow, dec!(0), Goal::cumulative(Bound::AtLeast(dec!(52))));
    let sum = sum.clock(Clock::Days).build().unwrap();
    let nine_weeks = assessed(&sum, &[("2020-12-28/P63D@2021-03-01", "9")], "2021-03-02").evidence;
    assert_eq!(nine_weeks.projection, Ok(dec!(52)));
}

#[test]
fn arrival_and_limits_ask_the_days_too() {
    let target = |goal: Goal, limit| {
        let builder = of_weeks(Measure::Stock, dec!(100), goal).clock(Clock::Days);
        let builder = if limit { builder.as_limit() } else { builder };
        builder.build().unwrap()
    };
    let at_least = |clock| {
        let builder = of_weeks(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(1600))));
        builder.clock(clock).build().unwrap()
    };
    // 370 in 91 days are 1,500 within 369, on the last day of the year; 369 are not.
    for (figure, arrival) in [("470", "2021-12-31"), ("469", "2022-01-01")] {
        let facts = assessed(
            &at_least(Clock::Days),
            &[("2021-03-28@2021-03-29", figure)],
            "2021-03-29",
        )
        .evidence;
        assert_eq!(facts.arrival, Ok(period(arrival)), "{figure}");
        // What is required a year is one number, however shares are counted.
        let by_months = assessed(
            &at_least(Clock::Months),
            &[("2021-03-28@2021-03-29", figure)],
            "2021-03-29",
        )
        .evidence;
        assert_eq!(facts.change_required_from_now, by_months.change_required_from_now);
        assert_eq!(facts.change_so_far, by_months.change_so_far);
        assert_eq!(facts.growth_required_from_now, by_months.growth_required_from_now);
    }
    let cap = target(Goal::level(Bound::AtMost(dec!(1600))), true);
    let band = target(Goal::level(Bound::within(dec!(1500), dec!(1600)).unwrap()), false);
    for (target, caveat) in [(&cap, Caveat::DriftingToTheLimit), (&band, Caveat::WillOvershoot)] {
        for (figure, leaves) in [("475", false), ("475.0000001", true)] {
            let verdict = assessed(target, &[("2021-03-28@2021-03-29", figure)], "2021-03-29").verdict;
            assert_eq!(verdict.caveats.contains(caveat), leaves, "{figure}: {caveat:?}");
        }
    }
}

/// The points of a chart, and the rule that reads the share of the time.
#[test]
fn charts_and_the_schedule_of_a_rule_count_days() {
    let builder = of_weeks(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(1600))));
    let target = builder.clock(Clock::Days).reported(Length::Days(91)).build().unwrap();
    let figures = [("2021-03-28@2021-03-29", "500")];
    let chart = Chart::new(
        &target,
        &series(&target, &figures),
        day("2021-03-29"),
        Language::English,
    );
    let values = |points: &[ChartPoint]| points.iter().map(|point| point.value).collect::<Vec<_>>();
    assert_eq!(
        values(&chart.path),
        [dec!(100), dec!(475), dec!(850), dec!(1225), dec!(1600)]
    );
    assert_eq!(
        values(&chart.projection),
        [dec!(500), dec!(900), dec!(1300), dec!(1700)]
    );
    // A quarter of the way in a quarter of the days.
    let verdict = judged_by(
        &Rule::china_schedule(),
        &target,
        &[("2021-03-28@2021-03-29", "475")],
        "2021-03-29",
    );
    assert_eq!(verdict.measured.unwrap().ratio, Some(dec!(1)));
}
