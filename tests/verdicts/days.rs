//! Ways on which time is counted in days.

use milepost::{
    Baseline, Bound, Clock, Decimal, Goal, Measure, Milestone, Rate, Shape, Status, Target, TargetBuilder, dec,
};

use crate::setting::{assessed, code, period, quantity};

fn of_weeks(measure: Measure, start: Decimal, goal: Goal) -> TargetBuilder {
    Target::builder(code("promise"), quantity(measure), goal, period("2021-12-26"))
        .baseline(Baseline::stated(period("2020-12-27"), start))
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
            of_weeks(Measure::Stock, dec!(100), level).milestone(Milestone::new(period("2021-06-27"), dec!(300))),
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
