//! The numbers of the evidence, worked by hand.

use milepost::plan::LikelyMistake;
use milepost::trajectory::Clock;
use milepost::{
    Baseline, Bound, Caveat, Collected, Decimal, Goal, Measure, Missing, Rate, Requirement, Shape, Status, Target,
    Years, dec, growth,
};

use crate::setting::{assessed, code, period, promise, promise_from, quantity};

fn to(places: u32, fact: Result<Decimal, Missing>) -> Decimal {
    fact.unwrap().round_dp(places)
}

fn percent(rate: Result<Rate, Missing>) -> Decimal {
    rate.unwrap().as_decimal().checked_mul(dec!(100)).unwrap().round_dp(4)
}

/// The value of a small goal is rounded to 28 decimals, of which few say something. The growth required is that of the promise itself.
#[test]
fn the_growth_required_is_the_one_that_was_promised() {
    let required = |goal| {
        let target = Target::builder(code("revenue"), quantity(Measure::Index), goal, period("2027"))
            .baseline(Baseline::stated(period("2020"), dec!(0.00000151773)))
            .build()
            .unwrap();
        let assessment = assessed(&target, &[("2022", "0.0000016")], "2023-06-30");
        assessment.evidence.growth_required.unwrap()
    };
    let rate = dec!(0.0712345);
    let average = required(Goal::average_growth(Bound::AtLeast(rate)));
    assert_eq!(average, Rate::new(rate).unwrap());
    let change = required(Goal::change(Bound::AtLeast(dec!(0.6180339887498948482045868344))));
    let over = Years::whole(7);
    assert_eq!(
        Ok(change),
        growth::rate(dec!(1), dec!(1.6180339887498948482045868344), over)
    );
}

/// Energy per product: 0.55 tons of coal in 2020, at least 13.5 % less by 2025, 0.52 in 2022.
///
/// ```text
/// goal                  0.55 × 0.865 = 0.47575
/// share of the way      ln(0.52 ÷ 0.55) ÷ ln(0.865) = −0.0560895 ÷ −0.1450258 = 38.6755 %, at 40 % of the time
/// pace                  0.386755 ÷ 0.4 = 0.966888: on track
/// expected              0.55 × 0.865^0.4 = 0.519002; the gap is +0.000998, on the wrong side
/// so far                (0.52 ÷ 0.55)^(1/2) − 1 = −2.7655 %
/// required              0.865^(1/5) − 1 = −2.8589 %
/// required from now     (0.47575 ÷ 0.52)^(1/3) − 1 = −2.9210 %, 1.0562 times the pace so far
/// projection            0.55 × (0.52 ÷ 0.55)^(5/2) = 0.478040
/// arrival               −0.1450258 ÷ −0.0280448 = 5.1713 years after 2020: in 2026, since it is the average over a year
/// ```
#[test]
fn a_falling_goal() {
    let target = Target::builder(
        code("energy"),
        quantity(Measure::Index),
        Goal::change(Bound::AtMost(dec!(-0.135))),
        period("2025"),
    )
    .baseline(Baseline::stated(period("2020"), dec!(0.55)))
    .build()
    .unwrap();
    let assessment = assessed(&target, &[("2022", "0.52")], "2023-06-30");
    let facts = &assessment.evidence;
    assert_eq!(assessment.verdict.status, Status::OnTrack);
    assert_eq!(facts.goal.unwrap().value, dec!(0.47575));
    assert_eq!(to(6, facts.share_of_way), dec!(0.386755));
    assert_eq!(facts.share_expected, Ok(dec!(0.4)));
    assert_eq!(facts.share_of_time, Ok(dec!(0.4)));
    assert_eq!(to(6, facts.pace), dec!(0.966888));
    assert_eq!(to(6, facts.expected), dec!(0.519002));
    assert_eq!(to(6, facts.gap), dec!(0.000998));
    assert_eq!(percent(facts.growth_so_far), dec!(-2.7655));
    assert_eq!(percent(facts.growth_required), dec!(-2.8589));
    assert_eq!(percent(facts.growth_required_from_now), dec!(-2.9210));
    assert_eq!(to(4, facts.times_faster), dec!(1.0562));
    assert_eq!(to(6, facts.projection), dec!(0.478040));
    assert_eq!(facts.arrival, Ok(period("2026")));
    assert_eq!(facts.change_so_far, Ok(dec!(-0.015)));
    assert_eq!(facts.change_required, Ok(dec!(-0.01485)));
    assert_eq!(facts.change_required_from_now, Ok(dec!(-0.01475)));
    assert_eq!(facts.remaining, Ok(dec!(-0.04425)));
    assert_eq!(to(6, facts.completion), dec!(1.093011));
    assert_eq!(to(6, facts.observed_to_expected), dec!(1.001923));
    let cuts = assessment.cuts.as_ref().unwrap();
    let shown: Vec<_> = cuts.iter().map(|cut| (cut.status, cut.value.round_dp(6))).collect();
    let expected = [
        (Status::Ahead, dec!(0.517499)),
        (Status::OnTrack, dec!(0.520510)),
        (Status::Lagging, dec!(0.531186)),
        (Status::OffTrack, dec!(0.55)),
    ];
    assert_eq!(shown, expected);
    let nearest = assessment.nearest_cut().unwrap();
    assert_eq!(
        (nearest.status, nearest.distance.round_dp(6)),
        (Status::OnTrack, dec!(-0.000510))
    );
}

/// Investment of 25 in the five years after 2021: 4.2, 5.1 and 3.9 came in the first three.
///
/// ```text
/// sum                   13.2 of the 15 that are due, a gap of −1.8
/// share of the way      13.2 ÷ 25 = 52.8 % at 60 % of the time, pace 0.88: lagging
/// a year                4.4 so far, 5 were required, (25 − 13.2) ÷ 2 = 5.9 are from now
/// projection            5 × 4.4 = 22
/// arrival               25 ÷ 4.4 = 5.6818 years, 68.18 months after 2021: in September 2027
/// ```
#[test]
fn a_cumulative_goal() {
    let target = promise(Measure::Flow, Goal::cumulative(Bound::AtLeast(dec!(25))))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    let assessment = assessed(
        &target,
        &[("2022", "4.2"), ("2023", "5.1"), ("2024", "3.9")],
        "2025-01-31",
    );
    let facts = &assessment.evidence;
    assert_eq!(assessment.verdict.status, Status::Lagging);
    assert_eq!(facts.baseline.unwrap().value, dec!(0));
    assert_eq!(facts.observed.unwrap().reading.value(), Some(dec!(13.2)));
    assert_eq!(facts.expected, Ok(dec!(15)));
    assert_eq!(facts.gap, Ok(dec!(-1.8)));
    assert_eq!(facts.share_of_way, Ok(dec!(0.528)));
    assert_eq!(facts.share_expected, Ok(dec!(0.6)));
    assert_eq!(facts.share_of_time, Ok(dec!(0.6)));
    assert_eq!(facts.pace, Ok(dec!(0.88)));
    assert_eq!(facts.completion, Ok(dec!(0.528)));
    assert_eq!(facts.observed_to_expected, Ok(dec!(0.88)));
    assert_eq!(facts.remaining, Ok(dec!(11.8)));
    assert_eq!(facts.change_so_far, Ok(dec!(4.4)));
    assert_eq!(facts.change_required, Ok(dec!(5)));
    assert_eq!(facts.change_required_from_now, Ok(dec!(5.9)));
    assert_eq!(facts.projection, Ok(dec!(22)));
    assert_eq!(facts.arrival, Ok(period("2027-09")));
    assert_eq!(facts.growth_so_far, Err(Missing::NotForThisGoal));
    assert_eq!(facts.growth_required, Err(Missing::NotForThisGoal));
    assert_eq!(facts.growth_required_from_now, Err(Missing::NotForThisGoal));
    assert_eq!(facts.times_faster, Ok(dec!(1.340909090909))); // 5.9 ÷ 4.4
    let cuts: Vec<_> = assessment.cuts.unwrap().iter().map(|cut| cut.value).collect();
    assert_eq!(cuts, [dec!(15.75), dec!(14.25), dec!(9), dec!(0)]);
}

fn arrival(target: &Target, figure: (&str, &str)) -> Result<String, Missing> {
    let as_of = period(figure.0).last().succ_opt().unwrap().to_string();
    let facts = assessed(target, &[figure], &as_of).evidence;
    facts.arrival.map(|period| period.to_string())
}

#[test]
fn arrival_in_the_first_period_that_meets_the_bound() {
    let level = |measure, start, bound| promise_from(measure, start, Goal::level(bound));
    // 12 more in four years are 3 a year: ten more take 40 months, exactly.
    let at_least = level(Measure::Stock, dec!(28), Bound::AtLeast(dec!(50)));
    let more_than = level(Measure::Stock, dec!(28), Bound::MoreThan(dec!(50)));
    let fewer = level(Measure::Stock, dec!(50), Bound::AtMost(dec!(28)));
    // 1.1^(1/2) a year: five times as long as two years for 1.1^5.
    let grown = level(Measure::Flow, dec!(100), Bound::AtLeast(dec!(161.051)));
    let grown_beyond = level(Measure::Flow, dec!(100), Bound::MoreThan(dec!(161.051)));
    let shrunk = level(Measure::Flow, dec!(161.051), Bound::AtMost(dec!(100)));
    let shrunk_below = level(Measure::Flow, dec!(161.051), Bound::LessThan(dec!(100)));
    let band = level(Measure::Stock, dec!(28), Bound::within(dec!(50), dec!(60)).unwrap());
    let addition = promise_from(Measure::Flow, dec!(28), Goal::addition(Bound::AtLeast(dec!(22))));
    for (name, target, figure, expected) in [
        (
            "stock, exactly reached at a month's end",
            &at_least,
            ("2025", "40"),
            "2029-04",
        ),
        (
            "stock, more than what is exactly reached",
            &more_than,
            ("2025", "40"),
            "2029-05",
        ),
        ("stock, falling", &fewer, ("2025", "38"), "2029-04"),
        ("stock, seen within a month", &at_least, ("2025-12-31", "40"), "2029-04"),
        ("flow, exactly reached", &grown, ("2023", "110"), "2031"),
        (
            "flow, more than what is exactly reached",
            &grown_beyond,
            ("2023", "110"),
            "2032",
        ),
        ("flow, falling", &shrunk, ("2023", "146.41"), "2031"),
        (
            "flow, less than what is exactly reached",
            &shrunk_below,
            ("2023", "146.41"),
            "2032",
        ),
        ("the nearer edge of a band", &band, ("2025", "40"), "2029-04"),
        ("an addition to a flow", &addition, ("2025", "40"), "2029"),
        ("in time", &at_least, ("2025", "48"), "2026-05"),
    ] {
        assert_eq!(arrival(target, figure), Ok(expected.into()), "{name}");
    }
}

/// When a limit is left at the pace so far: <https://github.com/incubateur-ademe/nosgestesclimat/issues/1671> asks it of a
/// budget of carbon.
#[test]
fn a_limit_is_exceeded_in_the_first_period_that_leaves_its_bound() {
    let level = |measure, start, bound| promise_from(measure, start, Goal::level(bound));
    // 12 more in four years are 3 a year: ten more take 40 months, exactly.
    let cap = |bound| level(Measure::Stock, dec!(28), bound);
    let floor = |bound| level(Measure::Stock, dec!(50), bound);
    // 10 % in two years: five times as long for 1.1^5.
    let grown = |bound| level(Measure::Flow, dec!(100), bound);
    let band = cap(Bound::within(dec!(20), dec!(60)).unwrap());
    let nearly_all = Requirement::with_tolerance(Bound::AtMost(dec!(99)), dec!(1)).unwrap();
    let share = promise(Measure::Share, Goal::level(nearly_all))
        .baseline(Baseline::stated(period("2021"), dec!(60)))
        .accepting(LikelyMistake::AlwaysMet)
        .build()
        .unwrap();
    let budget = |bound| promise_from(Measure::Flow, dec!(28), Goal::cumulative(bound));
    let at_most = cap(Bound::AtMost(dec!(50)));
    let never = Err(Missing::NeverExceeded);
    for (name, target, figure, expected) in [
        (
            "stock, reached at a month's end and left in the next",
            &at_most,
            ("2025", "40"),
            Ok("2029-05"),
        ),
        (
            "stock, less than what is exactly reached",
            &cap(Bound::LessThan(dec!(50))),
            ("2025", "40"),
            Ok("2029-04"),
        ),
        ("before the deadline", &at_most, ("2025", "48"), Ok("2026-05")),
        ("at the limit", &at_most, ("2025", "50"), Ok("2026-01")),
        ("moving away from it", &at_most, ("2025", "27"), never),
        ("not moving", &at_most, ("2025", "28"), never),
        ("exceeded", &at_most, ("2025", "51"), Err(Missing::AlreadyExceeded)),
        ("floor", &floor(Bound::AtLeast(dec!(28))), ("2025", "38"), Ok("2029-05")),
        (
            "floor, more than what is exactly reached",
            &floor(Bound::MoreThan(dec!(28))),
            ("2025", "38"),
            Ok("2029-04"),
        ),
        (
            "flow, exactly reached",
            &grown(Bound::AtMost(dec!(161.051))),
            ("2023", "110"),
            Ok("2032"),
        ),
        (
            "flow, less than what is exactly reached",
            &grown(Bound::LessThan(dec!(161.051))),
            ("2023", "110"),
            Ok("2031"),
        ),
        ("the far edge of a band", &band, ("2025", "40"), Ok("2032-09")),
        ("the near edge of a band", &band, ("2025", "26"), Ok("2038-01")),
        (
            "a share within the tolerance of its whole",
            &share,
            ("2025", "90"),
            never,
        ),
        // 225 a year are 1,000 after 53.3 months.
        (
            "a budget",
            &budget(Bound::AtMost(dec!(1000))),
            ("2022-01-01/P2Y", "450"),
            Ok("2026-06"),
        ),
        (
            "a budget of nothing spent",
            &budget(Bound::AtMost(dec!(1000))),
            ("2022-01-01/P2Y", "0"),
            never,
        ),
        (
            "to be reached",
            &cap(Bound::AtLeast(dec!(50))),
            ("2025", "40"),
            Err(Missing::NotForThisGoal),
        ),
    ] {
        let as_of = period(figure.0).last().succ_opt().unwrap().to_string();
        let assessment = assessed(target, &[figure], &as_of);
        let breach = assessment.evidence.breach;
        assert_eq!(breach, expected.map(period), "{name}");
        // The caveat of a limit that is left by the deadline says the same.
        let is_left = breach.is_ok_and(|breach| breach.end() <= target.deadline().end());
        let drifts = assessment.verdict.caveats.contains(Caveat::DriftingToTheLimit);
        assert_eq!(drifts, is_left, "{name}");
    }
}

/// <https://github.com/anthony-chaudhary/fak/issues/4244>: 35 are open on 10 July, of 110 four weeks before, and due on
/// the 13th. The pace so far leads there on the 24th: eleven days late, and in July too.
#[test]
fn arrival_on_a_day_where_the_deadline_lies_within_a_month() {
    let open = |bound, deadline, clock| {
        let builder = Target::builder(
            code("promise"),
            quantity(Measure::Stock),
            Goal::level(bound),
            period(deadline),
        );
        let builder = builder.baseline(Baseline::stated(period("2026-06-12"), dec!(110)));
        builder.clock(clock).build().unwrap()
    };
    let none = Bound::AtMost(dec!(0));
    for (bound, deadline, clock, figure, expected) in [
        (none, "2026-07-13", Clock::Months, "35", "2026-07-24"),
        (none, "2026-07-13", Clock::Days, "35", "2026-07-24"),
        // 55 in 28 days, and as many in as many more; one day later where 0 itself does not do.
        (none, "2026-07-13", Clock::Days, "55", "2026-08-07"),
        (Bound::LessThan(dec!(0)), "2026-07-13", Clock::Days, "55", "2026-08-08"),
        (none, "2026-07-30", Clock::Days, "35", "2026-07-24"),
        // A month that the deadline ends is all before it, or all behind it.
        (none, "2026-07-31", Clock::Days, "35", "2026-07"),
        (none, "2026-07-31", Clock::Months, "55", "2026-08"),
        (none, "2026-Q3", Clock::Months, "55", "2026-08"),
    ] {
        let target = open(bound, deadline, clock);
        assert_eq!(
            arrival(&target, ("2026-07-10", figure)),
            Ok(expected.into()),
            "{deadline}, {figure}"
        );
    }
}

/// From 100 in 2020 to 150 in 2025: 200 in 2030, at the moment of the year that the numbers are of.
#[test]
fn arrival_is_at_the_moment_of_which_the_promise_is() {
    let reached = |collected, deadline| {
        let moment = quantity(Measure::Stock).with_collected(collected).unwrap();
        let goal = Goal::level(Bound::AtLeast(dec!(200)));
        let builder = Target::builder(code("promise"), moment, goal, period(deadline));
        let target = builder.baseline(Baseline::stated(period("2020"), dec!(100)));
        arrival(&target.build().unwrap(), ("2025", "150"))
    };
    for (collected, deadline, expected) in [
        (Collected::End, "2030", "2030-12"),
        (Collected::Beginning, "2030", "2030-01"),
        (Collected::Beginning, "2030-01", "2030-01"),
        (Collected::Beginning, "2030-01-01", "2030-01-01"),
        // 1 July lies before the middle of July, and behind that of June.
        (Collected::Middle, "2030", "2030-07"),
        (Collected::Middle, "2030-07", "2030-07"),
    ] {
        assert_eq!(
            reached(collected, deadline),
            Ok(expected.into()),
            "{collected}, {deadline}"
        );
    }
}

/// Two points a year since 2021: from 56 on, another eight take until the end of 2028. A year's figure is no day's,
/// where the deadline is one.
#[test]
fn averages_arrive_and_leave_in_periods_of_their_own() {
    let share = |bound, from: &str, deadline: &str| {
        let (share, goal) = (quantity(Measure::Share), Goal::level(bound));
        let baseline = Baseline::stated(period(from), dec!(50));
        Target::builder(code("promise"), share, goal, period(deadline)).baseline(baseline)
    };
    let (year, fiscal) = (["2021", "2024"], ["2021-04-01/P1Y", "2024-04-01/P1Y"]);
    for (deadline, [from, seen], bound, expected) in [
        ("2026", year, dec!(64), "2028"),
        ("2026-12", year, dec!(64), "2028"),
        ("2026-12-31", year, dec!(64), "2028"),
        ("2026-12-31", year, dec!(64.1), "2029"),
        ("2026-12-31", year, dec!(58), "2025"),
        ("2027-03-31", fiscal, dec!(64), "2028-04-01/P1Y"),
        ("2027-03", fiscal, dec!(63.9), "2028-04-01/P1Y"),
    ] {
        let reached = share(Bound::AtLeast(bound), from, deadline).build().unwrap();
        assert_eq!(
            arrival(&reached, (seen, "56")),
            Ok(expected.into()),
            "{deadline}, {bound}"
        );
        // What is less than that is left when it is reached.
        let kept = share(Bound::LessThan(bound), from, deadline).build().unwrap();
        let as_of = period(seen).last().succ_opt().unwrap().to_string();
        let breach = assessed(&kept, &[(seen, "56")], &as_of).evidence.breach;
        assert_eq!(breach, Ok(period(expected)), "{deadline}, {bound}");
    }
}

#[test]
fn arrival_of_goals_that_count_from_a_flow_is_in_its_own_periods() {
    // −10 % of −19 % after one year of two; a flow of years arrives in a year, not in a month.
    let flow = |goal| {
        Target::builder(code("promise"), quantity(Measure::Flow), goal, period("2023"))
            .baseline(Baseline::stated(period("2021"), dec!(100)))
            .build()
            .unwrap()
    };
    let change = flow(Goal::change(Bound::AtMost(dec!(-0.19))));
    assert_eq!(arrival(&change, ("2022", "95")), Ok("2026".into()));
    let growth = flow(Goal::average_growth(Bound::AtLeast(dec!(0.1))));
    assert_eq!(arrival(&growth, ("2022", "105")), Ok("2025".into()));
    let rates = Target::builder(
        code("promise"),
        quantity(Measure::GrowthRate),
        Goal::change_by_yearly_rates(Bound::AtLeast(dec!(0.21))),
        period("2023"),
    )
    .baseline(Baseline::observed(period("2021")))
    .build()
    .unwrap();
    assert_eq!(arrival(&rates, ("2022", "5")), Ok("2025".into()));
}

#[test]
fn no_arrival() {
    let target = promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(305))));
    let falling = promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtMost(dec!(50))));
    let never = Err(Missing::Never);
    for (name, target, figure, expected) in [
        ("no movement", &target, ("2023", "100"), never.clone()),
        ("the wrong way", &target, ("2023", "99"), never.clone()),
        // 1 a year for 205 years: 200 years after the deadline, to the day.
        (
            "200 years after the deadline",
            &target,
            ("2023", "102"),
            Ok("2226-12".to_string()),
        ),
        ("later still", &target, ("2023", "101.99"), never.clone()),
        ("met", &target, ("2023", "305"), Err(Missing::AlreadyMet)),
        ("growing where it must fall", &falling, ("2023", "100.1"), never),
        ("met by falling", &falling, ("2023", "50"), Err(Missing::AlreadyMet)),
    ] {
        assert_eq!(arrival(target, figure), expected, "{name}");
    }
}

#[test]
fn projection_goes_on_as_the_path_runs() {
    let straight = promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
    let growing = promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtLeast(dec!(161.051))));
    let project = |target: &Target, figure| assessed(target, &[figure], "2024-01-31").evidence.projection;
    assert_eq!(project(&straight, ("2023", "130")), Ok(dec!(175)));
    assert_eq!(project(&straight, ("2023", "80")), Ok(dec!(50)));
    // 100 × 1.1^(5/2)
    assert_eq!(to(10, project(&growing, ("2023", "110"))), dec!(126.9058706286));
    assert_eq!(project(&growing, ("2023", "121")), Ok(dec!(161.051)));
    assert_eq!(project(&growing, ("2023", "100")), Ok(dec!(100)));
    // At the deadline itself the figure is the projection.
    let at_end = assessed(&straight, &[("2026", "190")], "2027-01-31").evidence;
    assert_eq!(at_end.projection, Ok(dec!(190)));
    assert_eq!(at_end.growth_required_from_now, Err(Missing::NoTimeLeft));
    assert_eq!(at_end.change_required_from_now, Err(Missing::NoTimeLeft));
    assert_eq!(at_end.expected, Ok(dec!(200)));
}

#[test]
fn what_is_required_of_an_average_growth_is_its_own_rate() {
    let target = Target::builder(
        code("promise"),
        quantity(Measure::Flow),
        Goal::average_growth(Bound::AtLeast(dec!(0.0333))),
        period("2051"),
    )
    .baseline(Baseline::stated(period("2021"), dec!(1517.7)))
    .build()
    .unwrap();
    let facts = assessed(&target, &[("2022", "1600")], "2023-01-31").evidence;
    assert_eq!(facts.growth_required.unwrap().as_decimal(), dec!(0.0333));
    assert_eq!(to(4, facts.goal.map(|goal| goal.value)), dec!(4054.8876));
}

#[test]
fn met_early_nothing_more_is_required() {
    let target = promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtLeast(dec!(161.051))));
    let facts = assessed(&target, &[("2023", "170")], "2024-01-31").evidence;
    assert_eq!(facts.growth_required_from_now, Err(Missing::AlreadyMet));
    assert_eq!(facts.change_required_from_now, Err(Missing::AlreadyMet));
    assert_eq!(facts.times_faster, Err(Missing::AlreadyMet));
    assert_eq!(facts.arrival, Err(Missing::AlreadyMet));
    assert!(facts.growth_so_far.is_ok() && facts.projection.is_ok() && facts.pace.is_ok());
}

#[test]
fn times_faster_needs_growth_in_the_right_direction() {
    let target = promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtLeast(dec!(161.051))));
    for value in ["100", "90"] {
        let facts = assessed(&target, &[("2023", value)], "2024-01-31").evidence;
        assert_eq!(facts.times_faster, Err(Missing::NoMovementSoFar), "{value}");
        assert!(facts.growth_so_far.is_ok(), "{value}");
    }
}

/// What moves by amounts is told by them: at an even path it need not grow as fast, since the same amount is less of
/// more. What moves by a rate is told by it.
#[test]
fn times_faster_is_of_that_in_which_it_moves() {
    let level =
        |bound| promise(Measure::Share, Goal::level(bound)).baseline(Baseline::stated(period("2021"), dec!(40)));
    let rising = || level(Bound::AtLeast(dec!(60)));
    let flow = |goal| promise_from(Measure::Flow, dec!(100), goal);
    let s_curve = Shape::Logistic { ceiling: dec!(100) };
    for (name, target, figure, expected) in [
        ("even, on its path", rising().build(), "48", dec!(1)),
        ("even, behind", rising().build(), "44", dec!(2.666666666667)),
        ("even, before", rising().build(), "54", dec!(0.285714285714)),
        (
            "even, falling",
            level(Bound::AtMost(dec!(20))).build(),
            "36",
            dec!(2.666666666667),
        ),
        (
            "on an S-curve",
            rising().shape(s_curve).build(),
            "44",
            dec!(2.666666666667),
        ),
        (
            "from below zero",
            Ok(promise_from(
                Measure::Stock,
                dec!(-10),
                Goal::level(Bound::AtLeast(dec!(10))),
            )),
            "-2",
            dec!(1),
        ),
        (
            "an addition",
            Ok(flow(Goal::addition(Bound::AtLeast(dec!(50))))),
            "120",
            dec!(1),
        ),
        // 1.21^(1/2) on, where 1.21^(1/2) has been; 41.051 more in two years would have been 1.95 times as much as 21.
        (
            "at a rate",
            Ok(flow(Goal::level(Bound::AtLeast(dec!(161.051))))),
            "121",
            dec!(1),
        ),
        (
            "a cap, at a rate: (120 ÷ 110)^(1/3) − 1 where it was 1.1^(1/2) − 1",
            Ok(flow(Goal::level(Bound::AtMost(dec!(120))))),
            "110",
            dec!(0.602933679106),
        ),
    ] {
        let facts = assessed(&target.unwrap(), &[("2023", figure)], "2024-01-31").evidence;
        assert_eq!(facts.times_faster, Ok(expected), "{name}");
    }
    for value in ["40", "39"] {
        let facts = assessed(&rising().build().unwrap(), &[("2023", value)], "2024-01-31").evidence;
        assert_eq!(facts.times_faster, Err(Missing::NoMovementSoFar), "{value}");
        assert!(facts.change_so_far.is_ok(), "{value}");
    }
}

#[test]
fn the_age_of_a_figure_counts_from_the_end_of_its_period() {
    let target = promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
    let facts = assessed(&target, &[("2023@2024-05-15", "130")], "2024-06-30").evidence;
    assert_eq!(facts.age, Ok(Years::months(6)));
    assert_eq!(
        assessed(&target, &[], "2024-06-30").evidence.age,
        Err(Missing::NoObservation)
    );
}

#[test]
fn nothing_is_divided_by_a_goal_of_zero() {
    let target = |goal| promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtMost(goal)));
    for (goal, value, completion) in [
        (dec!(0), "10", Err(Missing::DividedByZero)),
        (dec!(0), "0", Err(Missing::DividedByZero)),
        (dec!(0.1), "10", Ok(dec!(100))),
        (dec!(-1), "10", Err(Missing::NegativeParts)),
    ] {
        let facts = assessed(&target(goal), &[("2023", value)], "2024-02-01").evidence;
        assert_eq!(facts.completion, completion, "{value} of {goal}");
    }
}
