//! Promises that were amended: what an amendment can say, and what is wrong with it.

use milepost::{
    Amendment, Baseline, Bound, Changes, Deliverable, Goal, Measure, Milestone, Plan, Quantity, Shape, Target, Unit,
    date, dec,
};

use super::{PLAN, Row, edit, lines};

/// The first of the two amendments of `gdp-2026`, as they stand.
const LATER: &str = "'in_force': '2025-07-01', 'published': '2025-06-20'";
const EARLIER: &str = "'in_force': '2024-06-01',";

pub(super) const ROWS: &[Row] = &[
    (
        "without a day",
        "gdp-2026",
        (EARLIER, ""),
        &["error @gdp-2026.amendments[1].in_force: the field `in_force` is missing"],
    ),
    (
        "a field that only a target has",
        "gdp-2026",
        (EARLIER, "'in_force': '2024-01-01', 'weight': '2',"),
        &[
            "error @gdp-2026.amendments[1].weight: there is no field `weight` here; what can stand here is `in_force`, `published`, `why`, \
           `citation`, `goal`, `baseline`, `deadline`, `limit`, `path`, `milestones`",
        ],
    ),
    (
        "a bound outside of its goal",
        "gdp-2026",
        (EARLIER, "'in_force': '2024-01-01', 'at_most': '2',"),
        &[
            "error @gdp-2026.amendments[1].at_most: there is no field `at_most` here; it stands in `goal`, which says all that is promised since",
        ],
    ),
    (
        "from the day on which the plan was published",
        "gdp-2026",
        (EARLIER, "'in_force': '2022-01-24',"),
        &[
            "error @gdp-2026.amendments[1].in_force: an amendment that holds from 2022-01-24 comes before what it amends: the plan was \
           published on 2022-01-24",
        ],
    ),
    (
        "from the day after",
        "gdp-2026",
        (EARLIER, "'in_force': '2022-01-25',"),
        &[],
    ),
    (
        "in force before the plan, and published after it",
        "gdp-2026",
        (EARLIER, "'in_force': '2021-12-01', 'published': '2022-01-25',"),
        &[],
    ),
    (
        "two of one day",
        "gdp-2026",
        (LATER, "'in_force': '2023-06-20', 'published': '2024-06-01'"),
        &[
            "error @gdp-2026.amendments[1].in_force: another amendment holds from 2024-06-01 too, and nobody knows which of them amends the other",
        ],
    ),
    (
        "nothing is changed",
        "gdp-2026",
        (
            "'deadline': '2027', 'milestones': [{'period': '2026', 'value': '1900'}]",
            "'deadline': '2026', 'limit': false",
        ),
        &["error @gdp-2026.amendments[0]: nothing is changed here: all that is stated was promised before"],
    ),
    (
        "nothing is stated",
        "gdp-2026",
        (
            "'deadline': '2027', 'milestones': [{'period': '2026', 'value': '1900'}]",
            "'note': ''",
        ),
        &[
            "error @gdp-2026.amendments[0].note: there is no field `note` here; what can stand here is `in_force`, `published`, `why`, `citation`, \
           `goal`, `baseline`, `deadline`, `limit`, `path`, `milestones`",
        ],
    ),
    (
        "a deadline that lies before the baseline",
        "gdp-2026",
        ("'deadline': '2027', 'milestones'", "'deadline': '2021', 'milestones'"),
        &["error @gdp-2026.amendments[0].deadline: the deadline 2021 does not end after the baseline 2021"],
    ),
    (
        "a milestone off the way to the goal of the version before",
        "gdp-2026",
        ("'value': '1900'", "'value': '1960'"),
        &["error @gdp-2026.amendments[0].milestones[0].value: 1960 lies off the way from 1500 to 1950"],
    ),
    (
        "a milestone in the terms of a goal of the version before",
        "gdp-2026",
        ("'2026', 'value': '1900'", "'2026', 'change': '0.2'"),
        &[
            "error @gdp-2026.amendments[0].milestones[0].change: a `change` is no milestone of a goal of the kind `level`; write a `value`, a \
           `share_of_way` or `level`",
        ],
    ),
    (
        "an amended goal that every value meets",
        "air-2026",
        (
            "'limit': false",
            "'limit': false, 'amendments': [{'in_force': '2024-01-01', 'goal': {'kind': 'level', 'at_least': '0'}}]",
        ),
        &[
            "error @air-2026.amendments[0].goal.at_least: every share meets the goal ≥ 0, so that nothing is promised; if that is meant, the target \
         has to accept `always_met`",
        ],
    ),
    (
        "what was wrong before is not said again",
        "air-2026",
        (
            "'at_least': '88'},",
            "'at_least': '0'}, 'amendments': [{'in_force': '2024-01-01', 'deadline': '2027'}],",
        ),
        &[
            "error @air-2026.goal.at_least: every share meets the goal ≥ 0, so that nothing is promised; if that is meant, the target \
         has to accept `always_met`",
        ],
    ),
    (
        "an amended goal of another kind needs what that kind needs",
        "jobs-front",
        (
            "'deadline': '2026'",
            "'deadline': '2026', 'amendments': [{'in_force': '2024-01-01', 'goal': {'kind': 'addition', 'at_least': '5'}}]",
        ),
        &[
            "error @jobs-front.amendments[0].baseline: a goal of the kind `addition` needs a baseline: say from which period it counts",
        ],
    ),
    (
        "a deliverable that is postponed to when it was due",
        "street",
        ("'deadline': '2026-03'", "'deadline': '2025-06'"),
        &["error @street.amendments[0]: nothing is changed here: all that is stated was promised before"],
    ),
    (
        "a deliverable that is brought forward to before it begins",
        "street",
        ("'deadline': '2026-03'", "'deadline': '2022-02'"),
        &[
            "error @street.amendments[0].deadline: 2022-03-01 comes after the deadline 2022-02, and nothing that is due by then begins later",
        ],
    ),
    (
        "a deliverable that is postponed without a deadline",
        "street",
        (", 'deadline': '2026-03'", ""),
        &["error @street.amendments[0].deadline: the field `deadline` is missing"],
    ),
    (
        "a deliverable that is postponed before it was promised",
        "street",
        ("'2025-05-01', 'published': '2025-05-02'", "'2021-05-01'"),
        &[
            "error @street.amendments[0].in_force: an amendment that holds from 2021-05-01 comes before what it amends: the plan was \
           published on 2022-01-24",
        ],
    ),
];

#[test]
fn a_plan_that_is_not_dated_is_amended_once_it_has_begun() {
    let undated = edit(PLAN, "city", ("\"published\": \"2022-01-24\",", ""));
    for (day, expected) in [
        ("2022-01-01", None),
        (
            "2021-12-31",
            Some(
                "error pillars[0].indicators[0].targets[0].amendments[1].in_force: an amendment that holds from 2021-12-31 comes before \
                 what it amends: the plan begins on 2022-01-01, and does not say that it was `published` before",
            ),
        ),
    ] {
        let document = edit(&undated, "gdp-2026", (EARLIER, &format!("'in_force': '{day}',")));
        let found = super::problems_of_plan(&document);
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{day}");
    }
}

fn percent() -> Quantity {
    Quantity::new(Measure::Share, Unit::percent())
}

fn at_least(share: i64) -> Goal {
    Goal::level(Bound::AtLeast(share.into()))
}

fn since(day: &str) -> Amendment {
    Amendment::new(date(day).unwrap())
}

/// A milestone that was due when the promise was amended in June 2024.
fn in_2023() -> Milestone {
    Milestone::value("2023".parse().unwrap(), dec!(70))
}

/// A milestone that was not yet due then.
fn in_2025() -> Milestone {
    Milestone::value("2025".parse().unwrap(), dec!(77))
}

/// A share of 80 % by 2026, amended in June 2024.
fn amended_by(changes: Changes) -> Target {
    Target::builder("t".parse().unwrap(), percent(), at_least(80), "2026".parse().unwrap())
        .baseline(Baseline::stated("2020".parse().unwrap(), dec!(60)))
        .milestone(in_2023())
        .milestone(in_2025())
        .shape(Shape::Linear)
        .to_be_reached()
        .amendment(since("2024-06-01"), changes)
        .build()
        .unwrap()
}

#[test]
fn a_new_goal_or_deadline_begins_a_new_way_behind_what_was_due() {
    let in_2024 = |percent| Milestone::value("2024".parse().unwrap(), percent);
    let later = || Changes::new().deadline("2027".parse().unwrap());
    let lower = |percent| Changes::new().goal(at_least(percent));
    let since_2020 = |value| Baseline::stated("2020".parse().unwrap(), value);
    let restated = [Milestone::value("2023".parse().unwrap(), dec!(68)), in_2024(dec!(75))];
    for (name, changes, milestones) in [
        ("a goal", lower(78), vec![in_2023()]),
        ("a goal at what was due", lower(70), vec![in_2023()]),
        ("a goal below what was due", lower(69), vec![]),
        ("a deadline", later(), vec![in_2023()]),
        (
            "a deadline, and a start beyond what was due",
            later().baseline(since_2020(dec!(71))),
            vec![],
        ),
        (
            "a goal that restates one",
            lower(78).milestones([in_2024(dec!(75))]),
            vec![in_2023(), in_2024(dec!(75))],
        ),
        (
            "a goal that restates all",
            lower(78).milestones(restated),
            restated.to_vec(),
        ),
        (
            "a milestone below what was due",
            lower(78).milestones([in_2024(dec!(69))]),
            vec![in_2024(dec!(69))],
        ),
        (
            "the same goal, and another baseline",
            lower(80).baseline(since_2020(dec!(61))),
            vec![in_2023(), in_2025()],
        ),
        ("milestones", Changes::new().milestones([]), vec![in_2023()]),
    ] {
        let target = amended_by(changes);
        let [version] = target.versions() else { panic!("{name}") };
        let promised = version.promised();
        assert_eq!(promised.milestones(), milestones, "{name}");
        assert_eq!(promised.shape(), target.shape(), "{name}");
        assert_eq!(promised.is_limit(), Some(false), "{name}");
        assert_eq!(promised.versions(), [], "{name}");
        assert_eq!(target.to_builder().build().as_ref(), Ok(&target), "{name}");
        assert_eq!(target.milestones().len(), 2, "{name}: what was first promised stays");
    }
}

#[test]
fn a_goal_of_another_kind_has_neither_the_milestones_nor_the_path_nor_the_limit_of_the_one_before() {
    let keep = Goal::keep(Bound::AtLeast(dec!(60)), milepost::Length::YEAR);
    let target = amended_by(Changes::new().goal(keep));
    let promised = target.versions()[0].promised();
    assert_eq!(promised.milestones(), []);
    assert_eq!((promised.shape(), promised.is_limit()), (None, None));
    assert_eq!(target.to_builder().build().as_ref(), Ok(&target));
}

/// What is said of the first of two amendments of a share that begins at 60 %.
fn said_of_amendments(before: Goal, changes: Changes) -> Vec<String> {
    let target = Target::builder("a".parse().unwrap(), percent(), before, "2025".parse().unwrap())
        .baseline(Baseline::stated("2020".parse().unwrap(), dec!(60)))
        .amendment(since("2023-06-01"), changes)
        .amendment(since("2024-06-01"), Changes::new().deadline("2027".parse().unwrap()));
    let found = lines(&target.check().problems);
    found.into_iter().filter(|line| line.contains("amendments")).collect()
}

fn turned(place: &str, goal: &str, before: &str) -> Vec<String> {
    vec![format!(
        "warning amendments[0].goal.{place}: the goal {goal} is met without any change, so that it is read as a limit to be kept within, and before it was {before}: if the sign is meant, say so by `limit`"
    )]
}

fn noted(place: &str, goal: &str) -> Vec<String> {
    vec![format!(
        "note amendments[0].goal.{place}: the goal {goal} is met without any change, so that it is read as a limit to be kept within; write `limit: false` where it is to be reached, `limit: true` where its room is to be used bit by bit, and a fall with a minus, as in `at_most: -0.135` (a cut of 0.135), or `-160` of 160 fewer"
    )]
}

/// A minus that is forgotten, or added, in an amendment; nothing is said of one that is meant, nor where no change was
/// asked for before.
#[test]
fn an_amendment_that_turns_a_change_round() {
    let bounds = Bound::AtMost;
    let to = |goal| Changes::new().goal(goal);
    let cut = Goal::change(bounds(dec!(-0.2)));
    let rise = Goal::change(Bound::AtLeast(dec!(0.2)));
    for (name, before, changes, expected) in [
        (
            "a fall to a rise",
            cut,
            to(Goal::change(bounds(dec!(0.3)))),
            turned("at_most", "≤ 0.3", "≤ -0.2"),
        ),
        (
            "a rise to a fall",
            rise,
            to(Goal::change(Bound::AtLeast(dec!(-0.2)))),
            turned("at_least", "≥ -0.2", "≥ 0.2"),
        ),
        (
            "an amount",
            Goal::addition(bounds(dec!(-5))),
            to(Goal::addition(bounds(dec!(5)))),
            turned("at_most", "≤ 5", "≤ -5"),
        ),
        (
            "one that is meant",
            cut,
            to(Goal::change(bounds(dec!(0.3)))).as_limit(),
            vec![],
        ),
        ("another fall", cut, to(Goal::change(bounds(dec!(-0.3)))), vec![]),
        (
            "a halt",
            cut,
            to(Goal::change(bounds(dec!(0)))),
            noted("at_most", "≤ 0"),
        ),
        (
            "a rise to a cap",
            rise,
            to(Goal::change(bounds(dec!(0.3)))),
            noted("at_most", "≤ 0.3"),
        ),
        (
            "another kind",
            cut,
            to(Goal::addition(bounds(dec!(5)))),
            noted("at_most", "≤ 5"),
        ),
        (
            "a limit to a wider one",
            Goal::change(bounds(dec!(0.1))),
            to(Goal::change(bounds(dec!(0.3)))),
            noted("at_most", "≤ 0.3"),
        ),
        ("a limit to a fall", Goal::change(bounds(dec!(0.1))), to(cut), vec![]),
    ] {
        assert_eq!(said_of_amendments(before, changes), expected, "{name}");
    }
}

#[test]
fn a_schedule_falls_away_with_its_goal() {
    let points = vec![milepost::Point::new("2024".parse().unwrap(), dec!(65))];
    let between = milepost::trajectory::Between::Stepped;
    let schedule = Shape::Schedule(milepost::trajectory::Schedule { points, between });
    let target = |changes| {
        Target::builder("t".parse().unwrap(), percent(), at_least(80), "2026".parse().unwrap())
            .baseline(Baseline::stated("2020".parse().unwrap(), dec!(60)))
            .shape(schedule.clone())
            .amendment(since("2024-06-01"), changes)
            .build()
            .unwrap()
    };
    let lowered = target(Changes::new().goal(at_least(70)));
    assert_eq!(lowered.versions()[0].promised().shape(), None);
    let redefined = Baseline::stated("2020".parse().unwrap(), dec!(62));
    assert_eq!(
        target(Changes::new().baseline(redefined)).versions()[0]
            .promised()
            .shape(),
        Some(&schedule)
    );
}

/// The order of the list says nothing, and what was written as one is what a document reads.
#[test]
fn amendments_are_applied_in_the_order_of_time() {
    let [lowered, postponed] = [
        (since("2023-06-01"), Changes::new().goal(at_least(70))),
        (
            since("2022-01-01").published_on(date("2024-06-01").unwrap()),
            Changes::new().deadline("2027".parse().unwrap()),
        ),
    ];
    let target = |amendments: [&(Amendment, Changes); 2]| {
        let builder = Target::builder("t".parse().unwrap(), percent(), at_least(80), "2025".parse().unwrap());
        amendments
            .into_iter()
            .fold(builder, |builder, (amendment, changes)| {
                builder.amendment(amendment.clone(), changes.clone())
            })
            .build()
            .unwrap()
    };
    let forward = target([&lowered, &postponed]);
    assert_eq!(forward, target([&postponed, &lowered]));
    for (day, goal, deadline) in [
        ("2023-05-31", 80, "2025"),
        ("2023-06-01", 70, "2025"),
        ("2024-05-31", 70, "2025"),
        ("2024-06-01", 70, "2027"),
    ] {
        let promised = forward.in_force_on(date(day).unwrap());
        assert_eq!(
            (promised.goal(), promised.deadline()),
            (at_least(goal), deadline.parse().unwrap()),
            "{day}"
        );
    }
    assert_eq!(
        forward.first_promise().in_force_on(date("2025-01-01").unwrap()).goal(),
        at_least(80)
    );
}

#[test]
fn builders_say_the_same_by_the_places_in_their_list() {
    let problems = Target::builder("t".parse().unwrap(), percent(), at_least(80), "2025".parse().unwrap())
        .baseline(Baseline::stated("2020".parse().unwrap(), dec!(60)))
        .amendment(since("2024-06-01"), Changes::new().deadline("2020".parse().unwrap()))
        .amendment(since("2023-06-01"), Changes::new().goal(at_least(80)))
        .amendment(since("2024-06-01"), Changes::new().as_limit())
        .build()
        .unwrap_err();
    assert_eq!(
        lines(&problems),
        [
            "error amendments[1]: nothing is changed here: all that is stated was promised before",
            "error amendments[0].deadline: the deadline 2020 does not end after the baseline 2020",
            "error amendments[2].in_force: another amendment holds from 2024-06-01 too, and nobody knows which of them amends the other",
        ]
    );
}

#[test]
fn deliverables_are_postponed_in_any_order() {
    let street = || {
        Deliverable::new(
            "street".parse().unwrap(),
            "Street".try_into().unwrap(),
            "2024".parse().unwrap(),
        )
    };
    let [first, second] = [("2024-03-01", "2025"), ("2024-09-01", "2024-10")];
    let amended = |list: [(&str, &str); 2]| {
        let add = |street: Deliverable, (day, deadline): (&str, &str)| {
            street.with_amendment(since(day), deadline.parse().unwrap())
        };
        list.into_iter().fold(street(), add)
    };
    let street = amended([first, second]);
    assert_eq!(street, amended([second, first]));
    for (day, deadline) in [
        ("2024-02-29", "2024"),
        ("2024-03-01", "2025"),
        ("2024-08-31", "2025"),
        ("2024-09-01", "2024-10"),
    ] {
        assert_eq!(
            street.deadline_on(date(day).unwrap()),
            deadline.parse().unwrap(),
            "{day}"
        );
    }
}

#[test]
fn a_plan_has_its_first_promises_too() {
    let plan: Plan = serde_json::from_str(PLAN).unwrap();
    let first = plan.first_promise();
    assert!(first.targets().all(|(_, target)| target.versions().is_empty()));
    assert!(first.deliverables().all(|one| one.amended_deadlines().is_empty()));
    let amended = |plan: &Plan| serde_json::to_string(plan).unwrap().matches("\"amendments\"").count();
    assert_eq!((amended(&plan), amended(&first)), (2, 0));
}

/// Each version is a whole promise: a hundred of a short one, fewer of a long one, and never none.
#[test]
fn a_promise_cannot_be_amended_without_end() {
    let build = |count: usize, note: usize, milestones: usize| {
        let mut builder = Target::builder("t".parse().unwrap(), percent(), at_least(80), "2099".parse().unwrap());
        if note > 0 {
            builder = builder.note(milepost::Text::new(&"x".repeat(note)).unwrap());
        }
        for year in (2021..).take(milestones) {
            builder = builder.milestone(Milestone::value(milestone_year(year), dec!(50)));
        }
        let days = date("2021-01-01").unwrap().iter_days().take(count);
        for (number, day) in days.enumerate() {
            let changes = Changes::new();
            let changes = if number & 1 == 0 {
                changes.as_limit()
            } else {
                changes.to_be_reached()
            };
            builder = builder.amendment(Amendment::new(day), changes);
        }
        builder.check().problems
    };
    let refused = |most: usize| {
        format!(
            "error amendments: only the first {most} of these amendments could be applied: each is kept with the whole promise that it \
             makes, and this one is long"
        )
    };
    for (name, count, note, milestones, most) in [
        ("a hundred", 100, 0, 0, None),
        ("one more", 101, 0, 0, Some(100)),
        ("of many words", 11, 16_000, 0, Some(10)),
        ("of as many", 10, 16_000, 0, None),
        ("of more than all", 2, 1_600_000, 0, Some(1)),
        ("of some milestones", 100, 0, 70, None),
    ] {
        let problems = lines(&build(count, note, milestones));
        let found: Vec<_> = problems.into_iter().filter(|line| line.starts_with("error")).collect();
        assert_eq!(found, most.map(refused).into_iter().collect::<Vec<_>>(), "{name}");
    }
}

fn milestone_year(year: i32) -> milepost::Period {
    milepost::Period::year(year).unwrap()
}
