//! The same problems where a plan is built in code.

use super::lines;
use milepost::plan::LikelyMistake;
use milepost::plan::{Lacks, PlanBuilder, TargetBuilder};
use milepost::series::DeliveryState;
use milepost::trajectory::Schedule;
use milepost::value::Interval;
use milepost::{
    Baseline, Bound, Code, Collected, Deliverable, Delivery, Goal, Indicator, Length, Measure, Milestone, NaiveDate,
    Observation, Observations, Pillar, Plan, Point, Problems, Quantity, Reading, Requirement, Series, Shape, Target,
    Text, Uncertainty, Unit, dec,
};

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

fn text(words: &str) -> Text {
    words.try_into().unwrap()
}

fn product() -> Quantity {
    Quantity::new(Measure::Flow, Unit::new(code("CNY"), 8).unwrap())
}

fn share() -> Quantity {
    Quantity::new(Measure::Share, Unit::percent())
}

fn target(own: &str, quantity: Quantity, goal: Goal) -> TargetBuilder {
    Target::builder(code(own), quantity, goal, "2026".parse().unwrap())
}

fn stated(period: &str, value: milepost::Decimal) -> Baseline {
    Baseline::stated(period.parse().unwrap(), value)
}

fn since(period: &str) -> Baseline {
    Baseline::observed(period.parse().unwrap())
}

fn point(period: &str, value: milepost::Decimal) -> Point {
    Point::new(period.parse().unwrap(), value)
}

fn plan(indicators: Vec<Indicator>) -> PlanBuilder {
    let pillar = Pillar::new(code("all"), text("All"));
    let pillar = indicators.into_iter().fold(pillar, Pillar::with_indicator);
    Plan::builder(code("city"), text("City"), "2022-01-01/P5Y".parse().unwrap()).pillar(pillar)
}

fn schedule(points: Vec<Point>) -> Shape {
    Shape::Schedule(Schedule {
        points,
        between: milepost::trajectory::Between::Stepped,
    })
}

/// Both doors of a builder say the same.
fn compare<const N: usize>(cases: [(&str, TargetBuilder, &[&str]); N]) {
    for (name, builder, expected) in cases {
        let checked = builder.clone().check();
        assert_eq!(lines(&checked.problems), expected, "{name}");
        match builder.build() {
            Ok(target) => assert_eq!(checked.value, Some(target), "{name}"),
            Err(problems) => assert_eq!(checked.problems, problems, "{name}"),
        }
    }
}

#[test]
fn targets_that_promise_something_odd() {
    let level = Goal::level(Bound::MoreThan(dec!(2000)));
    compare([
        (
            "deadline before baseline",
            target("a", product(), level).baseline(since("2026")),
            &["error deadline: the deadline 2026 does not end after the baseline 2026"],
        ),
        (
            "no baseline",
            target("a", product(), Goal::keep(Bound::AtMost(dec!(5)), Length::YEAR)),
            &["error baseline: a goal of the kind `keep` needs a baseline: say from which period it counts"],
        ),
        (
            "already met",
            target("a", product(), level).baseline(stated("2021", dec!(2100))),
            &[
                "note goal.more_than: the baseline 2100 meets the goal > 2000 already, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit",
            ],
        ),
        (
            "share over 100 %",
            target("a", share(), Goal::level(Bound::AtLeast(dec!(110)))),
            &["error goal.at_least: a share is from 0 to 100 here, got 110"],
        ),
        (
            "weight, and two relations",
            target("a", product(), level)
                .weight(dec!(0))
                .alternative_to(code("b"))
                .restates(code("c")),
            &[
                "error weight: a weight is above zero, got 0",
                "error restates: a target is an alternative to another one or restates it, not both",
            ],
        ),
        (
            "percent",
            target("a", product(), Goal::average_growth(Bound::AtLeast(dec!(5)))).baseline(since("2021")),
            &[
                "error goal.at_least: 5 is a fraction here, and means 500 %: if 5 % is meant, write 0.05, and if not, the target has to \
         accept `large_change`",
            ],
        ),
        (
            "a unit called percent",
            target(
                "a",
                Quantity::new(Measure::Share, Unit::new(code("percent"), 0).unwrap()),
                Goal::level(Bound::AtLeast(dec!(0.88))),
            ),
            &[
                "error unit.code: `percent` cannot stand here; per cent is the unit `{\"code\": \"1\", \"multiplier\": -2}`",
            ],
        ),
    ]);
}

/// A promise of a rate of growth in plain numbers: 2 is 200 %.
fn rate(goal: Goal) -> TargetBuilder {
    target("a", Quantity::new(Measure::GrowthRate, Unit::ratio()), goal)
}

fn large(place: &str, value: &str, percent: &str, fraction: &str) -> String {
    format!(
        "error {place}: {value} is a fraction here, and means {percent} %: if {value} % is meant, write {fraction}, and if not, the \
         target has to accept `large_change`"
    )
}

#[test]
fn rates_of_growth_beyond_the_whole() {
    let level = |value| rate(Goal::level(Bound::AtLeast(value)));
    let two = |place| large(place, "2", "200", "0.02");
    let kept = Goal::keep(Bound::within(dec!(0), dec!(3)).unwrap(), Length::YEAR);
    let tolerant = Requirement::with_tolerance(Bound::AtLeast(dec!(0.02)), dec!(2)).unwrap();
    let milestone = |value| Milestone::value("2023".parse().unwrap(), value);
    let from_one = level(dec!(0.05)).baseline(stated("2021", dec!(0.01)));
    for (builder, expected) in [
        (
            level(dec!(1.0001)),
            large("goal.at_least", "1.0001", "100.01", "0.010001"),
        ),
        (level(dec!(2)), two("goal.at_least")),
        (
            level(dec!(-2)),
            large("goal.at_least", "-2", "-200", "-0.02 (a cut of 0.02)"),
        ),
        // No fall is promised of a rate by leaving out its minus.
        (rate(Goal::level(Bound::AtMost(dec!(2)))), two("goal.at_most")),
        (
            rate(kept).baseline(since("2021")),
            large("goal.within[1]", "3", "300", "0.03"),
        ),
        (
            rate(Goal::addition(Bound::AtLeast(dec!(2)))).baseline(since("2021")),
            two("goal.at_least"),
        ),
        (rate(Goal::level(tolerant)), two("goal.tolerance")),
        (
            level(dec!(0.05)).baseline(stated("2021", dec!(2))),
            two("baseline.value"),
        ),
        (
            from_one.clone().milestone(milestone(dec!(2))),
            two("milestones[0].value"),
        ),
        // Where a share of the way leads is a number that nobody wrote.
        (
            level(dec!(0.05))
                .baseline(stated("2021", dec!(3)))
                .milestone(Milestone::share_of_way("2023".parse().unwrap(), dec!(0.5))),
            large("baseline.value", "3", "300", "0.03"),
        ),
    ] {
        assert_eq!(lines(&builder.clone().check().problems), [expected], "{builder:?}");
    }
}

#[test]
fn rates_of_growth_of_which_nothing_is_asked() {
    let level = |value| Goal::level(Bound::AtLeast(value));
    let in_unit = |unit| Quantity::new(Measure::GrowthRate, unit);
    for builder in [
        rate(level(dec!(1))),
        rate(level(dec!(-1))),
        rate(level(dec!(2))).accepting(LikelyMistake::LargeChange),
        // In per cent 200 are 200 %, and in a unit of its own a number is what it is.
        target("a", in_unit(Unit::percent()), level(dec!(200))),
        target("a", in_unit(Unit::new(code("point"), 0).unwrap()), level(dec!(2))),
        // The baseline of chained rates is a number of an index.
        rate(Goal::change_by_yearly_rates(Bound::AtLeast(dec!(0.3)))).baseline(stated("2021", dec!(100))),
    ] {
        assert_eq!(lines(&builder.clone().check().problems), [""; 0], "{builder:?}");
    }
}

#[test]
fn per_cent_that_is_none() {
    compare([(
        "a change in per cent, which is told once",
        target("a", share(), Goal::change(Bound::AtLeast(dec!(88)))).baseline(stated("2021", dec!(79.5))),
        &[
            "error goal.at_least: 88 is a fraction here, and means 8800 %: if 88 % is meant, write 0.88, and if not, the target has to \
         accept `large_change`",
        ],
    )]);
}

/// A change or rate is refused beyond ±1, unless the target accepts it: then what follows from it is checked.
#[test]
fn changes_that_are_large() {
    let change = |change: Bound| target("a", product(), Goal::change(change)).baseline(stated("2021", dec!(10)));
    let growth = |rate| target("a", product(), Goal::average_growth(Bound::AtLeast(rate))).baseline(since("2021"));
    let large = |target: TargetBuilder| target.accepting(LikelyMistake::LargeChange);
    compare([
        ("a doubling", change(Bound::AtLeast(dec!(1))), &[]),
        ("a cut of all", change(Bound::AtMost(dec!(-1))), &[]),
        ("a doubling each year", growth(dec!(1)), &[]),
        (
            "more than a doubling",
            change(Bound::AtLeast(dec!(1.01))),
            &[
                "error goal.at_least: 1.01 is a fraction here, and means 101 %: if 1.01 % is meant, write 0.0101, and if not, the target \
                 has to accept `large_change`",
            ],
        ),
        ("accepted", large(change(Bound::AtLeast(dec!(1.01)))), &[]),
        ("a rate that is accepted", large(growth(dec!(2))), &[]),
        (
            "a milestone off the way of what is accepted",
            large(change(Bound::AtLeast(dec!(2)))).milestone(Milestone::of_goal("2024".parse().unwrap(), dec!(2.5))),
            &["error milestones[0].change: 35.0 lies off the way from 10 to 30"],
        ),
        (
            "more than all is cut",
            large(target("a", share(), Goal::change(Bound::AtMost(dec!(-1.5)))).baseline(stated("2021", dec!(10)))),
            &["error goal.at_most: a share is from 0 to 100 here, got -5.0"],
        ),
        (
            "a share grows to less than all",
            target("a", share(), Goal::average_growth(Bound::AtLeast(dec!(0.6)))).baseline(stated("2021", dec!(9))),
            &[],
        ),
        (
            "a share grows to more than all",
            target("a", share(), Goal::average_growth(Bound::AtLeast(dec!(0.7)))).baseline(stated("2021", dec!(9))),
            &["error goal.at_least: a share is from 0 to 100 here, got 127.78713"],
        ),
        (
            "no growth has this rate",
            large(growth(dec!(-1))).as_limit(),
            &[
                "error goal.at_least: a rate of growth is a fraction above -1 per year, got -1",
                "note accept[0]: nothing here looks like `large_change`, so that there is nothing to accept",
            ],
        ),
    ]);
}

/// Under an upper bound a percentage may be that of a fall.
#[test]
fn changes_that_may_be_falls() {
    let change = |change: Bound| target("a", product(), Goal::change(change)).baseline(stated("2021", dec!(10)));
    compare([
        (
            "at most so much, which may be a fall",
            change(Bound::AtMost(dec!(42))),
            &[
                "error goal.at_most: 42 is a fraction here, and means 4200 %: if 42 % is meant, write 0.42, or -0.42 for a fall by as much \
                 (a cut of 0.42), and if not, the target has to accept `large_change`",
            ],
        ),
        (
            "less than so much, with a tolerance that is no fall",
            change(Bound::LessThan(dec!(2.5))).as_limit(),
            &[
                "error goal.less_than: 2.5 is a fraction here, and means 250 %: if 2.5 % is meant, write 0.025, or -0.025 for a fall by \
                 as much (a cut of 0.025), and if not, the target has to accept `large_change`",
            ],
        ),
        (
            "a fall that is written as one, and half of it",
            change(Bound::AtMost(dec!(-42))).milestone(Milestone::of_goal("2024".parse().unwrap(), dec!(21))),
            &[
                "error goal.at_most: -42 is a fraction here, and means -4200 %: if -42 % is meant, write -0.42 (a cut of 0.42), and if not, the \
                 target has to accept `large_change`",
                "error milestones[0].change: 21 is a fraction here, and means 2100 %: if 21 % is meant, write 0.21, or -0.21 for a fall by \
                 as much (a cut of 0.21), and if not, the target has to accept `large_change`",
            ],
        ),
        (
            "a cut in per cent, which is written as a cut",
            target("a", product(), Goal::cut_of_at_least(dec!(42))).baseline(stated("2021", dec!(10))),
            &[
                "error goal.at_most: -42 is a fraction here, and means -4200 %: if -42 % is meant, write -0.42 (a cut of 0.42), and if not, the \
                 target has to accept `large_change`",
            ],
        ),
        (
            "a cut of less than nothing, which is an allowed rise",
            target("a", product(), Goal::cut_of_at_least(dec!(-0.42))).baseline(stated("2021", dec!(10))),
            &[
                "note goal.at_most: the goal ≤ 0.42 is met without any change, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit, and a fall with a minus, as in `at_most: -0.135` (a cut of 0.135), or `-160` of 160 fewer",
            ],
        ),
    ]);
}

/// A bound that is a fraction where the unit is per cent: both sides of each border.
#[test]
fn shares_that_are_small() {
    let level = |bound| target("a", share(), Goal::level(bound));
    let accepting = |target: TargetBuilder| target.accepting(LikelyMistake::SmallShare);
    let of_one = |bound| target("a", Quantity::new(Measure::Share, Unit::ratio()), Goal::level(bound));
    let index = |bound| target("a", Quantity::new(Measure::Index, Unit::percent()), Goal::level(bound));
    compare([
        (
            "a fraction",
            level(Bound::AtLeast(dec!(0.88))),
            &[
                "warning goal.at_least: the unit is per cent, so that 0.88 means 0.88 %: if 88 % is meant, write 88, and if not, the target \
                 can accept `small_share`",
            ],
        ),
        (
            "one",
            level(Bound::MoreThan(dec!(1))),
            &[
                "warning goal.more_than: the unit is per cent, so that 1 means 1 %: if 100 % is meant, write 100, and if not, the target \
                 can accept `small_share`",
            ],
        ),
        ("more than one", level(Bound::AtLeast(dec!(1.01))), &[]),
        ("nothing at all", level(Bound::AtMost(dec!(0))), &[]),
        (
            "an edge of a band that is kept",
            target(
                "a",
                share(),
                Goal::keep(Bound::within(dec!(0.5), dec!(3)).unwrap(), Length::YEAR),
            )
            .baseline(since("2021")),
            &[
                "warning goal.within[0]: the unit is per cent, so that 0.5 means 0.5 %: if 50 % is meant, write 50, and if not, the target \
                 can accept `small_share`",
            ],
        ),
        ("accepted", accepting(level(Bound::AtMost(dec!(0.5)))), &[]),
        (
            "accepted for nothing",
            accepting(level(Bound::AtMost(dec!(5)))),
            &["note accept[0]: nothing here looks like `small_share`, so that there is nothing to accept"],
        ),
        ("a share of one", of_one(Bound::AtLeast(dec!(0.88))), &[]),
        ("no share", index(Bound::AtLeast(dec!(0.88))), &[]),
        (
            "percentage points",
            target("a", share(), Goal::addition(Bound::AtLeast(dec!(0.5)))).baseline(stated("2021", dec!(40))),
            &[],
        ),
    ]);
}

/// Words that are checked already, words that are not, and blanks.
#[test]
fn words_are_taken_as_they_are() {
    let at_least = || Goal::level(Bound::AtLeast(dec!(2000)));
    let named = target("gdp", product(), at_least())
        .name("product")
        .note(text("of the district"))
        .responsible(String::from("the statistics office"));
    let named = named.build().unwrap();
    let words = [named.name(), named.note(), named.responsible()].map(|words| words.unwrap().first());
    assert_eq!(words, ["product", "of the district", "the statistics office"]);
    assert_eq!("product".parse(), Ok(text("product")));
    let translated = text("甲").with("en", "a").unwrap_err();
    assert_eq!(
        translated.to_string(),
        "a text in several languages states the language of each"
    );
    let tagged = Text::tagged("zh", "甲").unwrap().with("en", "a").unwrap();
    let mut languages = Vec::new();
    for (tag, words) in &tagged {
        languages.push((tag.unwrap(), words));
    }
    assert_eq!(languages, [("zh", "甲"), ("en", "a")]);

    let blank = target("gdp", product(), at_least())
        .name(" ")
        .note("\u{200B}")
        .responsible("");
    assert_eq!(
        lines(&blank.build().unwrap_err()),
        [
            "error name: a text has words in it, and this one is empty",
            "error note: a text has words in it, and this one is empty",
            "error responsible: a text has words in it, and this one is empty",
        ]
    );
    let blank = plan(vec![])
        .name("")
        .region("\t")
        .issuer("the council")
        .issuer("")
        .note(" ");
    let problems = blank.build().unwrap_err();
    let paths: Vec<&str> = problems.iter().map(milepost::Problem::path).collect();
    assert_eq!(paths, ["name", "region", "note", "pillars", "issuers[1]"]);
}

#[test]
fn sums_of_what_cannot_be_negative() {
    let rain = |low| product().with_possible(Interval::at_least(low)).unwrap();
    let sum = |quantity, bound| target("sum", quantity, Goal::cumulative(bound)).baseline(since("2020"));
    compare([
        (
            "one below nothing",
            sum(rain(dec!(0)), Bound::AtMost(dec!(-5))),
            &["error goal.at_most: a flow is at least 0 here, got -5"],
        ),
        (
            "less than nothing",
            sum(rain(dec!(0)), Bound::LessThan(dec!(0))),
            &["error goal.less_than: no flow meets the goal < 0"],
        ),
        (
            "nothing at the least",
            sum(rain(dec!(0)), Bound::AtLeast(dec!(0))),
            &[
                "error goal.at_least: every flow meets the goal ≥ 0, so that nothing is promised; if that is meant, the target has to accept `always_met`",
            ],
        ),
        ("nothing at the most", sum(rain(dec!(0)), Bound::AtMost(dec!(0))), &[]),
        (
            "more than is possible at once",
            sum(rain(dec!(0)), Bound::AtLeast(dec!(300))),
            &[],
        ),
        ("less than one can be", sum(rain(dec!(3)), Bound::AtLeast(dec!(2))), &[]),
        (
            "what can be negative",
            sum(rain(dec!(-1)), Bound::AtMost(dec!(-5))),
            &[],
        ),
        ("what has no edge", sum(product(), Bound::AtMost(dec!(-5))), &[]),
    ]);
}

/// Name, measure, goal, and whether every value meets it that is possible: of a share, or of a flow from 0 on. Each is a
/// limit, from a stated 40, or or a change from what is `read`.
const BOUNDS: &[(&str, Measure, &str, bool)] = &[
    ("all may go", Measure::Share, "addition at_least -40", true),
    ("a little stays", Measure::Share, "addition at_least -39.9", false),
    ("something stays", Measure::Share, "addition more_than -40", false),
    ("up to the whole", Measure::Share, "addition at_most 60", true),
    ("nearly up to the whole", Measure::Share, "addition at_most 59.9", false),
    ("not all of the whole", Measure::Share, "addition less_than 60", false),
    ("a fall to nothing", Measure::Share, "change at_least -1", true),
    ("a fall to a little", Measure::Share, "change at_least -0.99", false),
    ("a fall of whatever is read", Measure::Share, "read at_least -1", true),
    (
        "a fall of nearly whatever is read",
        Measure::Share,
        "read at_least -0.9",
        false,
    ),
    ("a fall of whatever flows", Measure::Flow, "read at_least -1", true),
    (
        "a fall of what may be negative",
        Measure::Index,
        "read at_least -1",
        false,
    ),
    ("about the least", Measure::Share, "level at_least 5 5", true),
    (
        "about more than the least",
        Measure::Share,
        "level at_least 5 4.9",
        false,
    ),
    ("about more than a little", Measure::Share, "level more_than 5 5", false),
    ("about more than nothing", Measure::Share, "level more_than 5 6", true),
    ("about the most", Measure::Share, "level at_most 95 5", true),
    (
        "about less than the most",
        Measure::Share,
        "level less_than 95 5",
        false,
    ),
];

/// A bound is compared with what is possible by the value to which it leads, and with its tolerance.
#[test]
fn bounds_that_every_possible_value_meets() {
    for (name, measure, goal, is_always) in BOUNDS {
        let words: Vec<_> = goal.split(' ').collect();
        let limit: milepost::Decimal = words[2].parse().unwrap();
        let bound = match words[1] {
            "at_least" => Bound::AtLeast(limit),
            "more_than" => Bound::MoreThan(limit),
            "at_most" => Bound::AtMost(limit),
            _ => Bound::LessThan(limit),
        };
        let goal = match words[0] {
            "level" => Goal::level(Requirement::with_tolerance(bound, words[3].parse().unwrap()).unwrap()),
            "addition" => Goal::addition(bound),
            _ => Goal::change(bound),
        };
        let baseline = match words[0] {
            "read" => since("2020"),
            _ => stated("2020", dec!(40)),
        };
        let quantity = match measure {
            Measure::Share => share(),
            Measure::Flow => product().with_possible(Interval::at_least(dec!(0))).unwrap(),
            measure => Quantity::new(*measure, Unit::ratio()),
        };
        let built = target("limit", quantity, goal).baseline(baseline).as_limit();
        let problems = built.clone().build().err();
        let codes: Vec<_> = problems
            .iter()
            .flat_map(Problems::iter)
            .map(milepost::Problem::code)
            .collect();
        assert_eq!(codes, if *is_always { &["always_met"][..] } else { &[] }, "{name}");
        assert!(built.accepting(LikelyMistake::AlwaysMet).build().is_ok(), "{name}");
    }
}

#[test]
fn what_is_said_again_takes_its_problem_back() {
    let homes = || {
        target("a", product(), Goal::level(Bound::AtLeast(dec!(2000))))
            .name("")
            .weight(dec!(0))
            .note("")
    };
    let again = homes().name("Homes").weight(dec!(2)).note("connected").build().unwrap();
    assert_eq!(
        (again.name().unwrap().first(), again.weight().as_decimal()),
        ("Homes", dec!(2))
    );
    assert_eq!(homes().name("Homes").weight(dec!(-1)).build().unwrap_err().len(), 2);
    assert!(
        plan(vec![])
            .region("")
            .note("")
            .region("North")
            .note("a note")
            .check()
            .value
            .is_some()
    );
}

#[test]
fn limits() {
    let cap = || target("a", product(), Goal::level(Bound::AtMost(dec!(2000)))).baseline(stated("2021", dec!(1500)));
    let rise = || target("a", product(), Goal::addition(Bound::AtMost(dec!(50)))).baseline(since("2021"));
    compare([
        ("said to be one", cap().as_limit(), &[]),
        ("said to be none", cap().to_be_reached(), &[]),
        (
            "not said",
            rise(),
            &[
                "note goal.at_most: the goal ≤ 50 is met without any change, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit, and a fall with a minus, as in `at_most: -0.135` (a cut of 0.135), or `-160` of 160 fewer",
            ],
        ),
        (
            "a budget",
            target("a", product(), Goal::cumulative(Bound::AtMost(dec!(9)))).baseline(since("2021")),
            &[],
        ),
        ("held", cap().as_limit().shape(Shape::Hold), &[]),
        (
            "held, and tighter for a while",
            cap().as_limit().shape(Shape::Hold).milestone(point("2023", dec!(1700))),
            &[
                "error milestones: `hold` is the bound all along, and milestones say something else for a while; leave out one of the two",
            ],
        ),
        (
            "held, and to be reached",
            cap().to_be_reached().shape(Shape::Hold),
            &[
                "error path: a goal of the kind `level` cannot have this path: a limit or a `keep` can `hold`, a `keep` has no other, and a `trend` none",
            ],
        ),
        (
            "a way that allows more for a while",
            cap().as_limit().milestone(point("2023", dec!(2300))),
            &[],
        ),
        (
            "a way back",
            cap().as_limit().milestone(point("2023", dec!(1499.9))),
            &[
                "error milestones[0].value: 1499.9 lies on the better side of 1500, where this limit begins: to get there is a promise of its \
                 own, and another target",
            ],
        ),
        (
            "of what is kept year by year",
            target("a", product(), Goal::keep(Bound::AtMost(dec!(5)), Length::YEAR))
                .baseline(since("2021"))
                .as_limit(),
            &["error limit: a goal of the kind `keep` has no `limit`"],
        ),
        (
            "of what nobody stated",
            target("a", product(), Goal::Unstated(Lacks::Number)).to_be_reached(),
            &["error limit: a goal of the kind `unstated` has no `limit`"],
        ),
    ]);
}

#[test]
fn s_curves() {
    let cap = || target("a", product(), Goal::level(Bound::AtMost(dec!(2000)))).baseline(stated("2021", dec!(1500)));
    compare([
        (
            "on an S-curve",
            cap().as_limit().shape(Shape::Logistic { ceiling: dec!(2000.1) }),
            &[],
        ),
        (
            "on an S-curve to its ceiling",
            cap().as_limit().shape(Shape::Logistic { ceiling: dec!(2000) }),
            &["error goal.at_most: an S-curve runs above 0 and below its ceiling of 2000, and 2000 does not lie there"],
        ),
        (
            "on an S-curve below a ceiling of nothing",
            cap().as_limit().shape(Shape::Logistic { ceiling: dec!(0) }),
            &["error path.ceiling: the ceiling of an S-curve lies above 0, got 0"],
        ),
    ]);
}

#[test]
fn bands_that_are_limits() {
    let band = Goal::level(Bound::within(dec!(1000), dec!(2000)).unwrap());
    let band = || {
        target("a", product(), band)
            .baseline(stated("2021", dec!(1500)))
            .as_limit()
    };
    compare([
        ("a band", band(), &[]),
        ("a band that is held", band().shape(Shape::Hold), &[]),
        (
            "a band with a way",
            band().shape(Shape::Linear),
            &["error path: a `within` that is a limit is held all along: it has no path but `hold`, and no milestones"],
        ),
        (
            "a band with a milestone",
            band().milestone(point("2023", dec!(1600))),
            &[
                "error milestones: a `within` that is a limit is held all along: it has no path but `hold`, and no milestones",
            ],
        ),
    ]);
}

#[test]
fn lengths_that_are_none() {
    let level = Goal::level(Bound::MoreThan(dec!(2000)));
    let from_2021 = |goal| target("a", product(), goal).baseline(since("2021"));
    let keep = |every| from_2021(Goal::keep(Bound::AtMost(dec!(5)), every));
    compare([
        ("a week", keep(Length::WEEK).reported(Length::Days(9_999_999)), &[]),
        (
            "no day",
            keep(Length::Days(0)),
            &[
                "error goal.every: no period of P0D lies after the baseline 2021 and by the deadline 2026, so that nothing is ever due",
                "error goal.every: `P0D` is not a length: write `year`, `half`, `quarter`, `month` or `week`, or a duration in years, \
                 months, weeks or days, as in `P3Y`",
            ],
        ),
        (
            "more years than a document can write",
            from_2021(level).reported(Length::Months(120_000_000)),
            &[
                "error reported: `P10000000Y` is not a length: write `year`, `half`, `quarter`, `month` or `week`, or a duration in \
                 years, months, weeks or days, as in `P3Y`",
            ],
        ),
    ]);
}

fn by(deadline: &str, quantity: Quantity, goal: Goal) -> TargetBuilder {
    Target::builder(code("a"), quantity, goal, deadline.parse().unwrap())
}

/// An average or a sum by a month or a day is that of the year which ends with it, unless something is said.
#[test]
fn a_figure_of_a_longer_time_decides() {
    let level = Goal::level(Bound::MoreThan(dec!(50)));
    let flow = |deadline: &str| by(deadline, product(), level);
    let mean = || since("2016-01-01/P3Y").as_mean();
    let year = "note deadline: an average or a sum takes time: the figure of 2027 decides, a year that ends with 2027-12; if that of \
                2027-12 alone is meant, `reported` is `P1M`";
    compare([
        (
            "a sum by a month, from a year",
            flow("2027-12").baseline(since("2021")),
            &[
                "note deadline: an average or a sum takes time: the figure of 2027 decides, as long as the baseline 2021 and ending \
                 with 2027-12",
            ],
        ),
        (
            "an average by a day, from a quarter",
            by("2027-06-30", share(), level).baseline(since("2021-Q2")),
            &[
                "note deadline: an average or a sum takes time: the figure of 2027-Q2 decides, as long as the baseline 2021-Q2 and \
                 ending with 2027-06-30",
            ],
        ),
        ("no baseline", flow("2027-12"), &[year]),
        ("a mean", flow("2027-12").baseline(mean()), &[year]),
        (
            "no baseline, and how often figures come",
            flow("2027-12").reported(Length::QUARTER),
            &[
                "note deadline: an average or a sum takes time: the figure of 2027-Q4 decides, as long as `reported` and ending with \
                 2027-12",
            ],
        ),
    ]);
}

/// An average or a sum comes once in its own time, and its parts do not make it any newer.
#[test]
fn figures_are_reported_as_often_as_one_can_come() {
    let level = Goal::level(Bound::MoreThan(dec!(50)));
    let yearly = |quantity| by("2027", quantity, level).baseline(since("2021"));
    let end = || share().with_collected(Collected::End).unwrap();
    let keep =
        |quantity| by("2027", quantity, Goal::keep(Bound::AtLeast(dec!(50)), Length::QUARTER)).baseline(since("2021"));
    let note = |own, reported| {
        format!(
            "note reported: an average or a sum of {own} decides, and is too old when no other has come for two times {reported}; \
             how often parts of it come need not be said: leave out `reported`, unless the figures are rolling ones"
        )
    };
    let [quarter, month, day] = [note("P1Y", "P3M"), note("P3M", "P1M"), note("P1Y", "P364D")];
    let total = by("2027", product(), Goal::cumulative(Bound::AtLeast(dec!(50)))).baseline(since("2021"));
    compare([
        (
            "a sum of a year by quarters",
            yearly(product()).reported(Length::QUARTER),
            &[&*quarter][..],
        ),
        (
            "an average of a year by quarters",
            yearly(share()).reported(Length::QUARTER),
            &[&*quarter],
        ),
        (
            "a day less than a year",
            yearly(product()).reported(Length::Days(364)),
            &[&*day],
        ),
        (
            "kept each quarter, by months",
            keep(product()).reported(Length::MONTH),
            &[&*month],
        ),
        ("each year", yearly(product()).reported(Length::YEAR), &[]),
        ("every second year", yearly(product()).reported(Length::Months(24)), &[]),
        (
            "kept each quarter, by quarters",
            keep(product()).reported(Length::QUARTER),
            &[],
        ),
        ("of a moment", yearly(end()).reported(Length::QUARTER), &[]),
        ("kept at a moment", keep(end()).reported(Length::MONTH), &[]),
        ("what adds up", total.reported(Length::QUARTER), &[]),
    ]);
}

/// Nothing is said where something asks of the deadline alone, nor of what is of a moment, or adds up.
#[test]
fn a_figure_of_the_deadline_decides() {
    let level = Goal::level(Bound::MoreThan(dec!(50)));
    let flow = |deadline: &str| by(deadline, product(), level);
    let mean = || since("2016-01-01/P3Y").as_mean();
    compare([
        ("the mend", flow("2027-12").reported(Length::MONTH), &[]),
        (
            "the mend of a mean",
            flow("2027-12").reported(Length::MONTH).baseline(mean()),
            &[],
        ),
        ("from a month", flow("2027-12").baseline(since("2021-12")), &[]),
        ("by a year", flow("2027").baseline(since("2021")), &[]),
        (
            "by a fiscal year",
            flow("2026-04-01/P1Y").baseline(since("2021-04-01/P1Y")),
            &[],
        ),
        (
            "of a moment",
            by("2027-12", share().with_collected(Collected::End).unwrap(), level).baseline(since("2021")),
            &[],
        ),
        (
            "what adds up",
            by("2027-12", product(), Goal::cumulative(Bound::AtLeast(dec!(50)))).baseline(since("2021")),
            &[],
        ),
        (
            "kept each year",
            by("2027-12", product(), Goal::keep(Bound::AtLeast(dec!(50)), Length::YEAR)).baseline(since("2021")),
            &[],
        ),
        (
            "by a day before the baseline",
            flow("2020-12").baseline(since("2021")),
            &["error deadline: the deadline 2020-12 does not end after the baseline 2021"],
        ),
    ]);
}

/// Inhabitants on the first day of each: what begins on 1 January comes before 1 June of the year, and before no 1 March.
#[test]
fn the_time_of_a_moment_is_between_moments() {
    let inhabitants = || {
        let stock = Quantity::new(Measure::Stock, Unit::new(code("person"), 0).unwrap());
        stock.with_collected(Collected::Beginning).unwrap()
    };
    let from_to = |from, to, goal| by(to, inhabitants(), goal).baseline(since(from));
    let level = Goal::level(Bound::AtLeast(dec!(50)));
    let kept = |periods| Goal::keep_in(periods, Bound::AtLeast(dec!(50)), Length::MONTH);
    compare([
        ("from a year to its June", from_to("2025", "2025-06", level), &[]),
        (
            "from March to the year",
            from_to("2025-03", "2025", level),
            &["error deadline: the deadline 2025 does not end after the baseline 2025-03"],
        ),
        ("in five months of five", from_to("2025", "2025-06", kept(5)), &[]),
        (
            "in six months of five",
            from_to("2025", "2025-06", kept(6)),
            &[
                "error goal.kept_in: only 5 periods lie between baseline and deadline, so that the promise is never kept in 6",
            ],
        ),
        // Of a goal that is looked at each month, years stand at the beginning of their January.
        ("in 24 months of 24", from_to("2020", "2022", kept(24)), &[]),
        (
            "in 25 months of 24",
            from_to("2020", "2022", kept(25)),
            &[
                "error goal.kept_in: only 24 periods lie between baseline and deadline, so that the promise is never kept in 25",
            ],
        ),
        (
            "in the months of no time",
            from_to("2022", "2022", kept(1)),
            &["error deadline: the deadline 2022 does not end after the baseline 2022"],
        ),
    ]);
}

/// Sums in between are as long as the one that decides, also where the deadline is shorter.
#[test]
fn a_sum_in_between_is_as_long_as_the_one_that_decides() {
    let from = |baseline: Option<Baseline>, milestone| {
        let goal = Goal::level(Bound::MoreThan(dec!(50)));
        let target = Target::builder(code("a"), product(), goal, "2027-12".parse().unwrap());
        let target = target.milestone(point(milestone, dec!(30)));
        let target = match baseline {
            Some(baseline) => target.baseline(baseline),
            None => target,
        };
        let found = lines(&target.check().problems);
        found
            .into_iter()
            .filter(|line| !line.starts_with("note"))
            .collect::<Vec<_>>()
    };
    let mean = || since("2016-01-01/P3Y").as_mean();
    for baseline in [None, Some(since("2021")), Some(mean())] {
        assert_eq!(from(baseline.clone(), "2024"), [""; 0], "{baseline:?}");
        assert_eq!(
            from(baseline.clone(), "2024-12"),
            [
                "error milestones[0].period: 2024-12 is not as long as 2027, whose figure decides, and sums of different lengths cannot \
                 be compared"
            ],
            "{baseline:?}"
        );
    }
    assert_eq!(from(Some(since("2021-12")), "2024-12"), [""; 0]);
}

#[test]
fn targets_on_an_odd_way() {
    let level = Goal::level(Bound::MoreThan(dec!(2000)));
    compare([
        (
            "milestones",
            target("a", product(), level)
                .baseline(stated("2021", dec!(1500)))
                .milestone(point("2023", dec!(2300)))
                .milestone(point("2022", dec!(1600))),
            &[
                "error milestones[0].value: 2300 lies off the way from 1500 to 2000",
                "error milestones[1].period: 2022 does not end after 2023, which stands before it",
            ],
        ),
        (
            "schedule",
            target("a", product(), level).shape(schedule(vec![point("2026", dec!(1900))])),
            &["error path.schedule[0].value: the schedule says 1900 for the deadline, and the goal says 2000"],
        ),
        (
            "empty schedule",
            target("a", product(), level).shape(schedule(vec![])),
            &["error path.schedule: a schedule has at least one point"],
        ),
    ]);
}

#[test]
fn a_target_in_another_quantity_than_its_indicator() {
    let own = target("a", share(), Goal::level(Bound::AtLeast(dec!(88))))
        .build()
        .unwrap();
    let gdp = Indicator::new(code("gdp"), text("Product"), product()).with_target(own);
    let problems = plan(vec![gdp]).build().unwrap_err();
    assert_eq!(
        lines(&problems),
        [
            "error pillars[0].indicators[0].targets[0]: the target counts in `%` (share, average), and its indicator in `CNY × 10^8` (flow, sum)"
        ]
    );
}

#[test]
fn a_plan_repeats_the_warnings_of_its_targets_in_its_own_order() {
    let met = target("met", product(), Goal::level(Bound::AtLeast(dec!(1))))
        .baseline(stated("2021", dec!(2)))
        .build()
        .unwrap();
    let lost = target("lost", product(), Goal::level(Bound::AtLeast(dec!(1))))
        .alternative_to(code("mte"))
        .proxy(code("gdp"))
        .build()
        .unwrap();
    let late = target("late", product(), Goal::level(Bound::AtLeast(dec!(1))))
        .part_of(code("late"))
        .build()
        .unwrap();
    let gdp = Indicator::new(code("gdp"), text("Product"), product())
        .with_target(lost)
        .with_target(met);
    let twin = Indicator::new(code("gdp"), text("Product again"), product()).with_target(late);
    let checked = plan(vec![gdp, twin]).check();
    assert_eq!(checked.value, None);
    assert_eq!(
        lines(&checked.problems),
        [
            "error pillars[0].indicators[0].targets[0].alternative_to: there is no target with the code `mte`; the nearest is `met`",
            "error pillars[0].indicators[0].targets[0].proxies[0]: `gdp` names itself; name another one, or leave it out",
            "note pillars[0].indicators[0].targets[1].goal.at_least: the baseline 2 meets the goal ≥ 1 already, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit",
            "error pillars[0].indicators[1].code: the code `gdp` is taken, by pillars[0].indicators[0]: a code names one thing, once",
            "error pillars[0].indicators[1].targets[0].part_of: `late` names itself; name another one, or leave it out",
        ]
    );
}

#[test]
fn a_target_takes_the_place_of_another() {
    let of = |name| target(name, product(), Goal::level(Bound::AtLeast(dec!(5))));
    let gdp = Indicator::new(code("gdp"), text("Product"), product()).with_target(of("gdp-2026").build().unwrap());
    let whole = plan(vec![gdp]).build().unwrap();
    let noted = of("gdp-2026").note("revised").build().unwrap();
    let replaced = whole.to_builder().replacing(noted).build().unwrap();
    assert_eq!(replaced.targets().count(), 1);
    assert_eq!(
        replaced.target("gdp-2026").and_then(|(_, target)| target.note()),
        Some(&text("revised"))
    );
    let strange = whole.to_builder().replacing(of("gdp-2062").build().unwrap());
    assert_eq!(
        lines(&strange.build().unwrap_err()),
        ["error pillars: there is no target with the code `gdp-2062`; the nearest is `gdp-2026`"]
    );
}

#[test]
fn every_part_of_a_plan_is_replaced_by_its_code() {
    let of = |name| target(name, product(), Goal::level(Bound::AtLeast(dec!(5))));
    let indicator = |name| Indicator::new(code(name), text("Product"), product());
    let by = |name, year: &str| Deliverable::new(code(name), text("The street is open"), year.parse().unwrap());
    let gdp = indicator("gdp").with_target(of("gdp-2026").build().unwrap());
    let pillar = |name| Pillar::new(code(name), text("Works"));
    let works = pillar("works")
        .with_indicator(gdp)
        .with_deliverable(by("street", "2025"));
    let whole = plan(vec![]).pillar(works.clone()).build().unwrap();
    let changed = |builder: PlanBuilder| builder.build().unwrap();

    let later = changed(whole.to_builder().replacing(by("street", "2026")));
    assert_eq!(later.deliverable("street").unwrap().deadline().to_string(), "2026");
    let two = whole
        .indicator("gdp")
        .unwrap()
        .clone()
        .with_target(of("gdp-2").build().unwrap());
    let grown = changed(whole.to_builder().replacing(two));
    assert_eq!(grown.targets().count(), 2);
    let fewer = grown
        .indicator("gdp")
        .unwrap()
        .clone()
        .without_targets(|own| own.code().as_str() == "gdp-2");
    assert_eq!(changed(grown.to_builder().replacing(fewer)), whole);
    let bare = works
        .without_indicators(|_| true)
        .without_deliverables(|one| one.code().as_str() == "road");
    let bare = changed(whole.to_builder().replacing(bare));
    assert_eq!((bare.indicators().count(), bare.deliverables().count()), (0, 1));

    let refused = |builder: PlanBuilder| lines(&builder.build().unwrap_err());
    for (builder, told) in [
        (
            whole.to_builder().replacing(by("stret", "2025")),
            "deliverable with the code `stret`; the nearest is `street`",
        ),
        (
            whole.to_builder().replacing(indicator("gpd")),
            "indicator with the code `gpd`; the nearest is `gdp`",
        ),
        (
            whole.to_builder().replacing(pillar("work")),
            "pillar with the code `work`; the nearest is `works`",
        ),
    ] {
        assert_eq!(refused(builder), [format!("error pillars: there is no {told}")]);
    }
}

#[test]
fn a_plan_without_promises() {
    let problems = plan(vec![]).check().problems;
    assert_eq!(
        lines(&problems),
        ["warning pillars: nothing is promised here: there is no target and no deliverable"]
    );
}

#[test]
fn a_date_that_no_document_can_hold() {
    let street = Deliverable::new(code("street"), text("The street is open"), "2026".parse().unwrap());
    let works = Pillar::new(code("works"), text("Works")).with_deliverable(street);
    let problems = plan(vec![])
        .pillar(works)
        .published_on(NaiveDate::MAX)
        .build()
        .unwrap_err();
    assert_eq!(
        lines(&problems),
        ["error published: a period lies within the years 0001 to 9999, and this one does not"]
    );
}

#[test]
fn observations_of_another_plan() {
    let street = Deliverable::new(code("street"), text("The street is open"), "2026".parse().unwrap());
    let gdp = Indicator::new(code("gdp"), text("Product"), product());
    let air = Indicator::new(code("air"), text("Good air"), share());
    let plan = plan(vec![gdp, air])
        .pillar(Pillar::new(code("works"), text("Works")).with_deliverable(street))
        .build()
        .unwrap();
    let series = |indicator: &str, unit: &str, multiplier| {
        Series::empty(code(indicator), Unit::new(code(unit), multiplier).unwrap())
    };
    let observations = |series| Observations::new(series).unwrap();
    let report = Delivery::new(DeliveryState::Completed, NaiveDate::from_ymd_opt(2025, 1, 1).unwrap());
    let fits = observations(vec![series("gdp", "CNY", 4), series("air", "1", 0)])
        .with_deliveries(code("street"), vec![report.clone()])
        .unwrap();
    assert_eq!(plan.check_observations(&fits), Problems::default());
    let strange = observations(vec![
        series("gpd", "CNY", 8),
        series("air", "percent", 0),
        series("rain", "mm", 0),
    ])
    .with_deliveries(code("streets"), vec![report])
    .unwrap();
    assert_eq!(
        lines(&plan.check_observations(&strange)),
        [
            "error series[air].unit: the series counts in `percent`, which does not convert to `1`, the unit of its indicator; per cent is \
             the unit `{\"code\": \"1\", \"multiplier\": -2}`",
            "error series[gpd].indicator: there is no indicator with the code `gpd`; the nearest is `gdp`",
            "error series[rain].indicator: there is no indicator with the code `rain`; there are `air`, `gdp`",
            "error deliveries[streets].deliverable: there is no deliverable with the code `streets`; the nearest is `street`",
        ]
    );
}

/// An indicator with the promise of a level.
fn level(name: &str, quantity: Quantity, deadline: &str) -> Indicator {
    let goal = Goal::level(Bound::AtLeast(dec!(50)));
    let target = Target::builder(code(&format!("{name}-goal")), quantity, goal, deadline.parse().unwrap());
    let target = target.reported(Length::QUARTER).build().unwrap();
    Indicator::new(code(name), text("What is measured"), target.quantity().clone()).with_target(target)
}

/// Figures of these periods.
fn of(indicator: &str, unit: &Unit, periods: &[&str]) -> Series {
    let figure = |period: &&str| Observation::new(period.parse().unwrap(), dec!(40));
    Series::new(code(indicator), unit.clone(), periods.iter().map(figure).collect()).unwrap()
}

/// What nothing can be judged by is named, with the mend.
#[test]
fn figures_of_other_lengths() {
    let at_its_end = share().with_collected(Collected::End).unwrap();
    let goal = Goal::keep(Bound::AtLeast(dec!(50)), Length::YEAR);
    let target = Target::builder(code("school-goal"), share(), goal, "2025-09-01/P10M".parse().unwrap());
    let target = target.baseline(Baseline::observed("2022-09-01/P10M".parse().unwrap()));
    let kept = Indicator::new(code("school"), text("What is measured"), share()).with_target(target.build().unwrap());
    let plan = plan(vec![
        level("air", share(), "2026"),
        level("homes", at_its_end, "2026"),
        level("mixed", share(), "2026"),
        level("wide", share(), "2026"),
        level("gdp", product(), "2026-Q4"),
        level("parts", product(), "2026"),
        level("bounded", share(), "2026"),
        level("growth", Quantity::new(Measure::GrowthRate, Unit::percent()), "2026"),
        level("phase", share(), "2026"),
        level("terms", share(), "2026-09-01/P10M"),
        kept,
    ])
    .build()
    .unwrap();
    let (percent, yuan) = (share().unit().clone(), product().unit().clone());
    let observed = Observations::new(vec![
        of("air", &percent, &["2025-11", "2025-Q4"]),
        of("homes", &percent, &["2025-11", "2025-Q4"]),
        of("mixed", &percent, &["2025-11", "2024"]),
        of("wide", &percent, &["2022-01-01/P3Y"]),
        of("gdp", &yuan, &["2024", "2025"]),
        of("parts", &yuan, &["2025-Q1"]),
        of("bounded", &percent, &["2024-S1", "2024-Q3", "2024-Q4"]),
        // The growth of a year lies not between those of its quarters.
        of("growth", &percent, &["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        of("phase", &percent, &["2024-S2", "2025-S1"]),
        // Two terms make a school year of ten months, which is whole years away.
        of("terms", &percent, &["2024-09-01/P5M", "2025-02-01/P5M"]),
        of("school", &percent, &["2022-09-01/P10M", "2023-09-01/P10M"]),
    ]);
    assert_eq!(
        lines(&plan.check_observations(&observed.unwrap())),
        [
            "warning series[air].observations: the target `air-goal` speaks of P1Y, and no figure does, the newest of P3M: figures of that \
             length are needed, or, if each tells where things stand when its period ends, `collected: end` in the plan",
            "warning series[gdp].observations: the target `gdp-goal` speaks of P3M, and no figure does, the newest of P1Y: figures of that \
             length, or shorter ones that make up its periods, are needed",
            "warning series[growth].observations: the target `growth-goal` speaks of P1Y, and no figure does, the newest of P3M: figures of that \
             length are needed, or, if each tells where things stand when its period ends, `collected: end` in the plan",
            "warning series[phase].observations: the target `phase-goal` speaks of P1Y, and no figure does, the newest of P6M: figures of that \
             length are needed, or, if each tells where things stand when its period ends, `collected: end` in the plan",
            "warning series[school].observations: the target `school-goal` speaks of P1Y, and no figure does, the newest of P10M: figures of that \
             length are needed, or, in the plan, `collected: end` if each tells where things stand when its period ends, or `every: figure` to look at each \
             as it comes",
        ]
    );
}

/// Sums over parts that lie across the ends of the goal's periods never add up to one of these.
#[test]
fn sums_across_the_goals_periods() {
    let in_april = ["april", "other", "early"].map(|name| level(name, product(), "2026-04-06/P1Y"));
    let indicators = in_april.into_iter().chain([level("since-july", product(), "2026")]);
    let plan = plan(indicators.collect()).build().unwrap();
    let yuan = product().unit().clone();
    let observed = Observations::new(vec![
        of("april", &yuan, &["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]),
        // A year of another phase counts.
        of("other", &yuan, &["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2024"]),
        of("early", &yuan, &["2024-Q2", "2024-Q3", "2024-Q4"]),
        of("since-july", &yuan, &["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"]),
    ]);
    assert_eq!(
        lines(&plan.check_observations(&observed.unwrap())),
        [
            "warning series[april].observations: the target `april-goal` speaks of P1Y, and no figure does, the newest of P3M: figures \
             of that length, or shorter ones that make up its periods, are needed"
        ]
    );
}

/// The average of three years stands in the middle of a way, and says nothing of one year of a record.
#[test]
fn figures_of_a_longer_time_than_a_year_of_a_record() {
    let keep = Goal::keep(Bound::AtLeast(dec!(50)), Length::YEAR);
    let trend = Goal::trend(milepost::Direction::Rising);
    for (goal, is_warned) in [
        (keep, true),
        (trend, true),
        (Goal::level(Bound::AtLeast(dec!(50))), false),
    ] {
        let target = target("pooled-goal", share(), goal).baseline(since("2022"));
        let pooled = Indicator::new(code("pooled"), text("Pooled"), share()).with_target(target.build().unwrap());
        let figure = Observation::new("2022-01-01/P3Y".parse().unwrap(), dec!(40));
        let series = Series::new(code("pooled"), share().unit().clone(), vec![figure]).unwrap();
        let problems = plan(vec![pooled])
            .build()
            .unwrap()
            .check_observations(&Observations::new(vec![series]).unwrap());
        let mut codes = problems.iter().map(milepost::Problem::code);
        assert_eq!(codes.any(|code| code == "none_of_own_length"), is_warned, "{goal:?}");
    }
}

/// Each version of a promise asks for figures of the length of its own deadline.
#[test]
fn figures_of_another_length_than_an_amendment_needs() {
    let quarter = Goal::level(Bound::AtLeast(dec!(50)));
    let builder = Target::builder(code("air-goal"), share(), quarter, "2026-Q4".parse().unwrap());
    let builder = builder.reported(Length::QUARTER);
    let amendment = || milepost::Amendment::new(NaiveDate::from_ymd_opt(2025, 1, 1).unwrap());
    let to = |deadline: &str| milepost::Changes::new().deadline(deadline.parse().unwrap());
    let figure = Observation::new("2025-Q4".parse().unwrap(), dec!(40));
    let series = Series::new(code("air"), share().unit().clone(), vec![figure]).unwrap();
    let observed = Observations::new(vec![series]).unwrap();
    for (deadline, warned) in [("2026-Q3", 0), ("2026", 1)] {
        let target = builder.clone().amendment(amendment(), to(deadline)).build().unwrap();
        let air = Indicator::new(code("air"), text("Air"), share()).with_target(target);
        let problems = plan(vec![air]).build().unwrap().check_observations(&observed);
        let codes: Vec<_> = problems.iter().map(milepost::Problem::code).collect();
        assert_eq!(codes, vec!["none_of_own_length"; warned], "{deadline}");
    }
}

/// Each: what is tried, the measure, the baseline that is stated or `-`, the power of ten of the series, its figures,
/// and the period of the figure that is warned of, or `-`. The unit of the indicator is 100 million.
const MAGNITUDES: [&str; 12] = [
    "the slip of a unit|flow|1517.7|0|2025 1875.2|2025",
    "converted|flow|1517.7|0|2025 187520000000|-",
    "no baseline|flow|-|0|2025 1875.2|-",
    "a fraction among per cents|ratio|-|8|2024 7.2,2025 0.07|2025",
    "fifty times|flow|-|8|2024 2,2025 100|2025",
    "nearly fifty times|flow|-|8|2024 2,2025 99.99|-",
    "a fiftieth|stock|-|8|2024 100,2025 2|2025",
    "a month of a year|flow|-|8|2024 100,2024-12 1|-",
    "from nothing|flow|-|8|2024 0,2025 100|-",
    "from a loss|flow|-|8|2024 -1,2025 100|-",
    "a rank|rank|-|8|2024 1,2025 100|-",
    "a rate|growth_rate|-|8|2024 0.1,2025 8|-",
];

/// A figure in another unit than its series says is seen by what stands before it, and only there.
#[test]
fn figures_of_another_magnitude() {
    for row in MAGNITUDES {
        let [name, measure, baseline, multiplier, figures, at] = row.split('|').collect::<Vec<_>>()[..] else {
            panic!("{row}")
        };
        let unit = |multiplier| Unit::new(code("CNY"), multiplier).unwrap();
        let quantity = Quantity::new(measure.parse().unwrap(), unit(8));
        let from = baseline.parse().map_or(since("2021"), |value| stated("2021", value));
        let promised = target("goal", quantity.clone(), Goal::level(Bound::AtMost(dec!(90)))).baseline(from);
        let indicator = Indicator::new(code("one"), text("One"), quantity).with_target(promised.build().unwrap());
        let figures = figures.split(',').map(|figure| {
            let (period, value) = figure.split_once(' ').unwrap();
            Observation::new(period.parse().unwrap(), value.parse::<milepost::Decimal>().unwrap())
        });
        let series = Series::new(code("one"), unit(multiplier.parse().unwrap()), figures.collect()).unwrap();
        let plan = plan(vec![indicator]).build().unwrap();
        let problems = plan.check_observations(&Observations::new(vec![series]).unwrap());
        let found: Vec<_> = problems.iter().filter(|one| one.code() == "other_magnitude").collect();
        let paths: Vec<_> = found.iter().map(|one| one.path()).collect();
        let expected = (at != "-").then(|| format!("series[one].observations[{at}]"));
        assert_eq!(paths, expected.iter().collect::<Vec<_>>(), "{name}");
        if name == "the slip of a unit" {
            assert_eq!(
                lines(&problems),
                [
                    "warning series[one].observations[2025]: 1875.2 (CNY) is 0.000018752 in the unit of the indicator, fifty times or more from 1517.7 (2021): is one of them in another unit?"
                ]
            );
        }
    }
}

#[test]
fn figures_that_there_cannot_be() {
    let stated = |possible| product().with_possible(possible).unwrap();
    let plan = plan(vec![
        Indicator::new(code("air"), text("Good air"), share()),
        Indicator::new(code("gdp"), text("Product"), stated(Interval::at_least(dec!(0)))),
        Indicator::new(code("debt"), text("Debt"), product()),
    ])
    .pillar(
        Pillar::new(code("works"), text("Works")).with_deliverable(Deliverable::new(
            code("street"),
            text("The street is open"),
            "2026".parse().unwrap(),
        )),
    )
    .build()
    .unwrap();
    let figure = |period: &str, reading: Reading| Observation::new(period.parse().unwrap(), reading);
    let series = |indicator: &str, unit: Unit, figures| Series::new(code(indicator), unit, figures).unwrap();
    let total = figure("2023", dec!(-5).into()).cumulative_since(NaiveDate::from_ymd_opt(2021, 1, 1).unwrap());
    let observed = Observations::new(vec![
        // As a plain number, while the plan counts in percent.
        series(
            "air",
            Unit::ratio(),
            vec![
                figure("2020", dec!(-0.201).into()),
                figure("2021", dec!(0).into()),
                figure("2022", dec!(1).into()),
                figure("2023", dec!(1.001).into()),
                figure("2024", Interval::more_than(dec!(1)).into()),
                figure("2025", Interval::at_least(dec!(1)).into()),
                figure("2026", Reading::Missing),
            ],
        ),
        series(
            "gdp",
            product().unit().clone(),
            vec![
                figure("2020", dec!(-1).into()),
                figure("2021", dec!(0).into()),
                total.unwrap(),
            ],
        ),
        series("debt", product().unit().clone(), vec![figure("2020", dec!(-1).into())]),
    ]);
    assert_eq!(
        lines(&plan.check_observations(&observed.unwrap())),
        [
            "warning series[air].observations[2020]: a share is from 0 to 100 here, and -20.1 was observed",
            "warning series[air].observations[2023]: a share is from 0 to 100 here, and 100.1 was observed",
            "warning series[air].observations[2024]: a share is from 0 to 100 here, and 100 was observed",
            "warning series[gdp].observations[2020]: a flow is at least 0 here, and -1 was observed",
        ]
    );
}

#[test]
fn a_range_is_a_part_of_the_quantity() {
    let stated = share().with_possible(Interval::at_most(dec!(90))).unwrap();
    let target = Target::builder(
        code("t"),
        share(),
        Goal::level(Bound::AtLeast(dec!(80))),
        "2026".parse().unwrap(),
    );
    let indicator = Indicator::new(code("air"), text("Good air"), stated).with_target(target.build().unwrap());
    assert_eq!(
        lines(&plan(vec![indicator]).check().problems),
        [
            "error pillars[0].indicators[0].targets[0]: the target counts in `%` (share, average), and its indicator in `%` (share, average, at most 90)"
        ]
    );
    for (measure, possible, words) in [
        (
            Measure::Share,
            Interval::at_most(dec!(100.1)),
            "a share is from 0 to 100 here, got 100.1",
        ),
        (
            Measure::Share,
            Interval::at_least(dec!(-1)),
            "a share is from 0 to 100 here, got -1",
        ),
        (
            Measure::Rank,
            Interval::at_least(dec!(0)),
            "a rank is at least 1 here, got 0",
        ),
    ] {
        let quantity = Quantity::new(measure, Unit::percent());
        assert_eq!(quantity.with_possible(possible).unwrap_err().to_string(), words);
    }
}

/// What an observation or a report says of an error in code stands in a document by the same path.
#[test]
fn errors_of_figures_name_the_fields_of_documents() {
    fn of_document<T: serde::de::DeserializeOwned>(document: &str) -> String {
        serde_json::from_str::<T>(document).map(drop).unwrap_err().to_string()
    }
    let figure = |reading: Option<&str>| {
        let reading = reading.map_or(Reading::Missing, |value| Reading::Exact(value.parse().unwrap()));
        Observation::new("2025".parse().unwrap(), reading)
    };
    let uncertain = |uncertainty| figure(Some("5")).with_uncertainty(uncertainty).map(drop).unwrap_err();
    let written = |rest: &str| of_document::<Observation>(&format!(r#"{{"period": "2025", {rest}}}"#));
    let report = Delivery::new(DeliveryState::UnderWay, NaiveDate::from_ymd_opt(2025, 3, 1).unwrap());
    for (in_code, in_document) in [
        (
            uncertain(Uncertainty::between(dec!(6), dec!(7))),
            written(r#""value": "5", "uncertainty": {"from": "6", "to": "7"}"#),
        ),
        (
            uncertain(Uncertainty::confidence_interval(dec!(4), dec!(7), dec!(95))),
            written(r#""value": "5", "uncertainty": {"from": "4", "to": "7", "confidence": "95"}"#),
        ),
        (
            uncertain(Uncertainty::standard_error(dec!(-1))),
            written(r#""value": "5", "uncertainty": {"standard_error": "-1"}"#),
        ),
        (
            figure(None)
                .with_uncertainty(Uncertainty::standard_error(dec!(1)))
                .map(drop)
                .unwrap_err(),
            written(r#""status": "missing", "uncertainty": {"standard_error": "1"}"#),
        ),
        (
            figure(Some("5"))
                .cumulative_since(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap())
                .map(drop)
                .unwrap_err(),
            written(r#""value": "5", "cumulative_since": "2026-01-01""#),
        ),
        (
            report.with_share_done(dec!(60)).map(drop).unwrap_err(),
            of_document::<Delivery>(r#"{"state": "under_way", "on": "2025-03-01", "share_done": "60"}"#),
        ),
    ] {
        assert_eq!(
            format!("error[{}]: {}: {in_code}", in_code.code(), in_code.field()),
            in_document
        );
    }
}
