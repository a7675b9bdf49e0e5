//! Completion: observed ÷ goal, or goal ÷ observed where less is promised, cut into red, amber and green.

use milepost::rule::{Achieved, Class, Cut, Method, Progress, Scale};
use milepost::{
    Baseline, Bound, Decimal, Every, Goal, Length, Measure, Missing, Observation, Quantity, Reason, Rule, Series,
    Status, Target, Unit, assess, dec,
};

use crate::support::{Numbers as _, PUBLISHED};

/// One unit of the last digit of a figure around 100.
const STEP: Decimal = dec!(0.0000000000000000000000001);

fn traffic_lights() -> Method {
    let scale = Scale::new(Progress::Completion)
        .class("green", Status::OnTrack, Cut::AtLeast(dec!(0.9)))
        .class("amber", Status::Lagging, Cut::AtLeast(dec!(0.7)))
        .rest("red", Status::OffTrack);
    Method::new().with_number(scale)
}

fn rule() -> Rule {
    Rule::composed("lights".parse().unwrap(), traffic_lights()).unwrap()
}

/// What is promised by 2030, with a baseline of 2020 if one is stated.
fn target(measure: Measure, goal: Goal, baseline: Option<Decimal>) -> Target {
    let builder = Target::builder(
        "a".parse().unwrap(),
        Quantity::new(measure, Unit::ratio()),
        goal,
        "2030".parse().unwrap(),
    );
    let start = "2020".parse().unwrap();
    match baseline {
        Some(value) => builder.baseline(Baseline::stated(start, value)),
        None => builder,
    }
    .build()
    .unwrap()
}

fn series(figures: &[(&str, Decimal)]) -> Series {
    let figure =
        |(period, value): &(&str, Decimal)| Observation::new(period.parse().unwrap(), *value).published_on(PUBLISHED);
    Series::new(
        "a".parse().unwrap(),
        Unit::ratio(),
        figures.iter().map(figure).collect(),
    )
    .unwrap()
}

/// The class and what was measured: the completion, what was observed and promised; and the completion in the evidence.
type Shown = (String, [Option<Decimal>; 3], Option<Decimal>);

fn shown(target: &Target, series: &Series, rule: &Rule) -> Shown {
    let assessment = assess(target, series, PUBLISHED, rule);
    let measured = assessment.verdict.numbers();
    assert_eq!(measured.ratio, measured.value);
    (
        rule.class_name(&assessment.verdict).to_owned(),
        [measured.value, measured.observed, measured.required],
        assessment.evidence.completion.ok(),
    )
}

/// A figure of 2025 beside a promise: its class, its completion and what was promised, and the completion in the evidence.
fn assert_complete(target: &Target, figure: Decimal, class: &str, [value, required, evidence]: [Decimal; 3]) {
    let expected = (
        class.to_owned(),
        [Some(value), Some(figure), Some(required)],
        Some(evidence),
    );
    assert_eq!(
        shown(target, &series(&[("2025", figure)]), &rule()),
        expected,
        "{target:?}"
    );
}

/// Wherever it starts, and with a limit that is kept too.
#[test]
fn levels_are_complete_by_a_part() {
    for (bound, baseline, figure, class, numbers) in [
        (
            Bound::AtLeast(dec!(200)),
            None,
            dec!(150),
            "amber",
            [dec!(0.75), dec!(200), dec!(0.75)],
        ),
        (
            Bound::AtLeast(dec!(200)),
            Some(dec!(149)),
            dec!(150),
            "amber",
            [dec!(0.75), dec!(200), dec!(0.75)],
        ),
        (
            Bound::MoreThan(dec!(200)),
            Some(dec!(100)),
            dec!(250),
            "green",
            [dec!(1.25), dec!(200), dec!(1.25)],
        ),
        // Goal ÷ observed.
        (
            Bound::AtMost(dec!(100)),
            Some(dec!(200)),
            dec!(160),
            "red",
            [dec!(0.625), dec!(100), dec!(1.6)],
        ),
        (
            Bound::AtMost(dec!(100)),
            Some(dec!(50)),
            dec!(80),
            "green",
            [dec!(1.25), dec!(100), dec!(0.8)],
        ),
        (
            Bound::LessThan(dec!(100)),
            Some(dec!(50)),
            dec!(125),
            "amber",
            [dec!(0.8), dec!(100), dec!(1.25)],
        ),
    ] {
        assert_complete(
            &target(Measure::Stock, Goal::level(bound), baseline),
            figure,
            class,
            numbers,
        );
    }
}

#[test]
fn what_counts_from_a_baseline_is_complete_by_the_value_to_which_it_comes() {
    let grown = [dec!(0.5), dec!(259.37424601), dec!(0.5)];
    for (measure, goal, figure, class, numbers) in [
        (
            Measure::Flow,
            Goal::change(Bound::AtLeast(dec!(0.5))),
            dec!(120),
            "amber",
            [dec!(0.8), dec!(150), dec!(0.8)],
        ),
        (
            Measure::Stock,
            Goal::addition(Bound::AtLeast(dec!(60))),
            dec!(144),
            "green",
            [dec!(0.9), dec!(160), dec!(0.9)],
        ),
        // To 100 × 1.1¹⁰.
        (
            Measure::Flow,
            Goal::average_growth(Bound::AtLeast(dec!(0.1))),
            dec!(129.687123005),
            "red",
            grown,
        ),
    ] {
        assert_complete(&target(measure, goal, Some(dec!(100))), figure, class, numbers);
    }
}

/// 400 of 1,000 houses are built in two years; 400 of a budget of 1,000 are spent.
#[test]
fn sums_are_complete_by_what_came_so_far() {
    let flows = [("2021", dec!(100)), ("2022", dec!(300))];
    let promised = dec!(1000);
    for (bound, class, value) in [
        (Bound::AtLeast(promised), "red", dec!(0.4)),
        (Bound::AtMost(promised), "green", dec!(2.5)),
    ] {
        let target = target(Measure::Flow, Goal::cumulative(bound), Some(dec!(50)));
        let expected = (
            class.to_owned(),
            [Some(value), Some(dec!(400)), Some(promised)],
            Some(dec!(0.4)),
        );
        assert_eq!(shown(&target, &series(&flows), &rule()), expected, "{bound}");
    }
}

/// Exactly on a cut, and one unit of the last digit to either side.
#[test]
fn completion_on_a_cut() {
    let rises = Goal::level(Bound::AtLeast(dec!(200)));
    let falls = Goal::level(Bound::AtMost(dec!(140)));
    let grows = Goal::average_growth(Bound::AtLeast(dec!(0.1)));
    for (name, measure, goal, figure, below, on, above) in [
        (
            "rising, 0.9",
            Measure::Stock,
            rises,
            dec!(180),
            "amber",
            "green",
            "green",
        ),
        ("rising, 0.7", Measure::Stock, rises, dec!(140), "red", "amber", "amber"),
        (
            "falling, 0.7",
            Measure::Stock,
            falls,
            dec!(200),
            "amber",
            "amber",
            "red",
        ),
        // 259.37424601 × 0.7 and × 0.9 have more decimals than two.
        (
            "growing, 0.7",
            Measure::Flow,
            grows,
            dec!(181.561972207),
            "red",
            "amber",
            "amber",
        ),
        (
            "growing, 0.9",
            Measure::Flow,
            grows,
            dec!(233.436821409),
            "amber",
            "green",
            "green",
        ),
    ] {
        let target = target(measure, goal, Some(dec!(100)));
        for (value, class) in [
            (figure.checked_sub(STEP).unwrap(), below),
            (figure, on),
            (figure.checked_add(STEP).unwrap(), above),
        ] {
            assert_eq!(
                shown(&target, &series(&[("2025", value)]), &rule()).0,
                class,
                "{name} {value}"
            );
        }
    }
}

/// 1.0001¹⁰ has 40 decimals: no rounded goal decides. 0.9 of it lies between these two decimals.
#[test]
fn a_goal_with_more_digits_than_a_decimal_is_not_rounded() {
    let promise = Goal::average_growth(Bound::AtLeast(dec!(0.0001)));
    let target = target(Measure::Flow, promise, Some(dec!(1)));
    // 1.0001¹⁰ × 0.9 = 0.900900405108018902268189010800405009…, of which the nearest decimal is 0.9 of that nearest to 1.0001¹⁰.
    for (value, class) in [
        (dec!(0.9009004051080189022681890108), "amber"),
        (dec!(0.9009004051080189022681890109), "green"),
    ] {
        assert_eq!(shown(&target, &series(&[("2025", value)]), &rule()).0, class, "{value}");
    }
}

#[test]
fn what_has_no_completion_says_why() {
    let level = |bound| target(Measure::Stock, Goal::level(bound), Some(dec!(100)));
    let band = Bound::within(dec!(40), dec!(60)).unwrap();
    let reached = |value| series(&[("2025", value)]);
    for (name, target, series, reason) in [
        (
            "more than nothing, and nothing",
            level(Bound::MoreThan(dec!(0))),
            reached(dec!(0)),
            Reason::from(Missing::DividedByZero),
        ),
        (
            "a loss",
            level(Bound::AtLeast(dec!(200))),
            reached(dec!(-10)),
            Reason::from(Missing::NegativeParts),
        ),
        (
            "a goal below 0",
            level(Bound::AtMost(dec!(-5))),
            reached(dec!(10)),
            Reason::from(Missing::NegativeParts),
        ),
        (
            "a band",
            level(band),
            reached(dec!(80)),
            Reason::from(Missing::NotForThisGoal),
        ),
        (
            "no figure",
            level(Bound::AtLeast(dec!(200))),
            series(&[]),
            Reason::from(Missing::NoObservation),
        ),
        (
            "a limit period by period",
            target_of_keep(),
            reached(dec!(10)),
            Reason::from(Missing::NotForThisGoal),
        ),
    ] {
        let verdict = milepost::verdict(&target, &series, PUBLISHED, &rule());
        assert_eq!((verdict.status, verdict.reason), (Status::Unknown, reason), "{name}");
    }
}

fn target_of_keep() -> Target {
    target(
        Measure::Stock,
        Goal::keep(Bound::AtMost(dec!(20)), Every::Length(Length::YEAR)),
        Some(dec!(10)),
    )
}

/// Of an upper bound, nothing at all is complete beyond every number, and best by every cut; where there are to be none,
/// any are no part of it.
#[test]
fn nothing_is_less_than_any_part_of_what_is_allowed() {
    let at_most = |most| target(Measure::Stock, Goal::level(Bound::AtMost(most)), Some(dec!(9)));
    let class = |target: &Target, observed, cut| {
        let scale = Scale::new(Progress::Completion)
            .class("in", Status::OnTrack, cut)
            .rest("out", Status::OffTrack);
        let rule = Rule::composed("own".parse().unwrap(), Method::new().with_number(scale)).unwrap();
        shown(target, &series(&[("2025", observed)]), &rule)
    };
    for (most, cut, expected) in [
        (dec!(5), Cut::AtLeast(dec!(10)), "in"),
        (dec!(5), Cut::Required, "in"),
        (dec!(5), Cut::AtMost(dec!(10)), "out"),
        (dec!(0), Cut::AtLeast(dec!(10)), "in"),
        (dec!(0), Cut::AtMost(dec!(10)), "out"),
    ] {
        let (class, [value, observed, required], evidence) = class(&at_most(most), dec!(0), cut);
        assert_eq!(class, expected, "{most} {cut:?}");
        assert_eq!((value, observed, required), (None, Some(dec!(0)), Some(most)));
        assert_eq!(evidence, (most != dec!(0)).then_some(dec!(0)));
    }
    for (cut, expected) in [(Cut::MoreThan(dec!(0)), "out"), (Cut::AtLeast(dec!(0)), "in")] {
        let some = class(&at_most(dec!(0)), dec!(10), cut);
        let numbers = [Some(dec!(0)), Some(dec!(10)), Some(dec!(0))];
        assert_eq!(some, (expected.to_owned(), numbers, None), "{cut:?}");
    }
}

#[test]
fn what_is_achieved_may_stand_before_the_cuts_and_what_is_required_may_be_one() {
    let achieved = traffic_lights().achieved(Achieved::new(Class::new("done", Status::Achieved)));
    let required = Scale::new(Progress::Completion)
        .class("all of it", Status::Achieved, Cut::Required)
        .rest("part of it", Status::Lagging);
    let rules = [achieved, Method::new().with_number(required)]
        .map(|method| Rule::composed("own".parse().unwrap(), method).unwrap());
    for (bound, figure, classes) in [
        (Bound::AtLeast(dec!(200)), dec!(199.9), ["green", "part of it"]),
        (Bound::AtLeast(dec!(200)), dec!(200), ["done", "all of it"]),
        // More than 200 was promised.
        (Bound::MoreThan(dec!(200)), dec!(200), ["green", "all of it"]),
        (Bound::AtMost(dec!(50)), dec!(50.1), ["green", "part of it"]),
        (Bound::AtMost(dec!(50)), dec!(49), ["done", "all of it"]),
    ] {
        let target = target(Measure::Stock, Goal::level(bound), Some(dec!(100)));
        let found = rules
            .each_ref()
            .map(|rule| shown(&target, &series(&[("2025", figure)]), rule).0);
        assert_eq!(found, classes, "{bound} {figure}");
    }
}

#[test]
fn completion_is_a_word_of_rules_in_json() {
    let written = serde_json::to_string(&rule()).unwrap();
    assert!(written.contains(r#""measures":"completion""#), "{written}");
    assert_eq!(serde_json::from_str::<Rule>(&written).unwrap(), rule());
}
