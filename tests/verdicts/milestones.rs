//! Milestones in the terms in which plans speak, and how each of them went.

use milepost::evidence::MilestoneOutcome;
use milepost::plan::TargetBuilder;
use milepost::{
    Baseline, Bound, Caveat, Collected, Decimal, Fact, Goal, Length, Measure, Milestone, Missing, Outcome, Problem,
    Shape, Status, Target, dec,
};

use crate::setting::{Figures, assessed, code, milestone, period, promise, promise_from, quantity};

fn path_of(target: &Target) -> Vec<Decimal> {
    let evidence = assessed(target, &[], "2021-12-31").evidence;
    // Nothing is due before the path begins, so the next milestone is the first one.
    assert_eq!(evidence.milestones, Ok(Vec::new()));
    let series = crate::setting::series(target, &[]);
    let day = crate::setting::day("2021-12-31");
    let path = target.trajectory(&series, day).unwrap();
    path.milestones().iter().map(|point| point.value).collect()
}

fn from_100(measure: Measure, goal: Goal) -> TargetBuilder {
    promise(measure, goal).baseline(Baseline::stated(period("2021"), dec!(100)))
}

#[test]
fn each_kind_of_goal_has_terms_of_its_own() {
    let stock = Measure::Stock;
    let at_least = Bound::AtLeast;
    for (name, target, by_value, by_share) in [
        (
            "level",
            from_100(stock, Goal::level(at_least(dec!(200)))),
            (dec!(120), dec!(120)),
            dec!(125),
        ),
        (
            "change",
            from_100(stock, Goal::change(at_least(dec!(1)))),
            (dec!(0.2), dec!(120)),
            dec!(125),
        ),
        (
            "fall",
            from_100(stock, Goal::change(Bound::AtMost(dec!(-0.4)))),
            (dec!(-0.1), dec!(90)),
            dec!(90),
        ),
        (
            "addition",
            from_100(stock, Goal::addition(at_least(dec!(50)))),
            (dec!(20), dec!(120)),
            dec!(112.5),
        ),
        (
            "sum",
            from_100(Measure::Flow, Goal::cumulative(at_least(dec!(50)))),
            (dec!(20), dec!(20)),
            dec!(12.5),
        ),
        (
            "average growth",
            from_100(stock, Goal::average_growth(at_least(dec!(0.1)))),
            (dec!(0.2), dec!(144)),
            dec!(115.2627500),
        ),
    ] {
        let at = period("2023");
        let own = target
            .clone()
            .milestone(Milestone::of_goal(at, by_value.0))
            .build()
            .unwrap();
        assert_eq!(path_of(&own), [by_value.1], "{name}");
        let in_units = target
            .clone()
            .milestone(Milestone::value(at, by_value.1))
            .build()
            .unwrap();
        assert_eq!(path_of(&in_units), [by_value.1], "{name}");
        let share = target
            .milestone(Milestone::share_of_way(at, dec!(0.25)))
            .build()
            .unwrap();
        assert_eq!(path_of(&share), [by_share], "{name}");
    }
}

#[test]
fn they_follow_a_baseline_that_is_read_and_revised() {
    let goal = Goal::change(Bound::AtMost(dec!(-0.42)));
    let target = promise(Measure::Flow, goal)
        .baseline(Baseline::observed(period("2021")))
        .milestone(Milestone::of_goal(period("2024"), dec!(-0.21)))
        .build()
        .unwrap();
    let figures: Figures<'_> = &[("2021", "1240"), ("2021@2023-01-01", "1580"), ("2024", "1302")];
    let assessment = assessed(&target, figures, "2025-02-01");
    // 278 of 331.8 is gone.
    assert_eq!(assessment.verdict.status, Status::Lagging);
    assert_eq!(assessment.evidence.pace.map(|pace| pace.round_dp(3)), Ok(dec!(0.838)));
    assert_eq!(assessment.evidence.expected, Ok(dec!(1248.2)));
    let first = assessed(&target, figures, "2022-06-01").evidence.next_milestone;
    assert_eq!(first.map(|next| next.milestone), Some(milestone("2024", dec!(979.6))));
}

#[test]
fn the_next_one_comes_after_the_figure_and_not_before_the_day() {
    let target = from_100(Measure::Stock, Goal::level(Bound::AtLeast(dec!(200))))
        .milestone(milestone("2022", dec!(110)))
        .milestone(milestone("2023", dec!(130)))
        .build()
        .unwrap();
    let cases: [(Figures<'_>, _, _); 7] = [
        (&[], "2022-12-31", Some("2022")),
        (&[("2022-11", "105")], "2022-12-31", Some("2022")),
        // Kept or broken on its last day, it is no more to come.
        (&[("2022@2022-12-31", "112")], "2022-12-31", Some("2023")),
        (&[("2022@2022-12-31", "108")], "2022-12-31", Some("2023")),
        (&[("2022-11", "105")], "2023-01-01", Some("2023")),
        (&[("2023@2023-11-01", "131 estimated")], "2023-11-01", None),
        (&[("2023@2023-11-01", "131 estimated")], "2024-01-01", None),
    ];
    for (figures, as_of, next) in cases {
        let found = assessed(&target, figures, as_of).evidence.next_milestone;
        let found = found.map(|next| next.milestone.period);
        assert_eq!(found, next.map(period), "{figures:?} on {as_of}");
    }
}

/// What the milestone of 2024 requires a year of a promise that starts with 100 in 2021: growth, and change in units.
fn required_by_2024(goal: Goal, value: Decimal, figures: Figures<'_>) -> (Fact<Decimal>, Fact<Decimal>) {
    let target = from_100(Measure::Flow, goal)
        .milestone(milestone("2024", value))
        .build()
        .unwrap();
    let next = assessed(&target, figures, "2023-02-01")
        .evidence
        .next_milestone
        .unwrap();
    assert_eq!(next.milestone, milestone("2024", value));
    (
        next.growth_required_from_now.map(Decimal::from),
        next.change_required_from_now,
    )
}

#[test]
fn the_next_one_requires_growth_and_change_from_the_figure() {
    let rising = Goal::level(Bound::AtLeast(dec!(200)));
    let falling = Goal::level(Bound::AtMost(dec!(50)));
    let by_change = Goal::change(Bound::AtLeast(dec!(1)));
    let band = Goal::level(Bound::within(dec!(160), dec!(170)).unwrap());
    let (none, met) = (
        Missing::NotForThisGoal,
        (Err(Missing::AlreadyMet), Err(Missing::AlreadyMet)),
    );
    let both = |growth, change| (Ok(growth), Ok(change));
    // Two years are left, and 1.1² = 1.21, 0.9² = 0.81.
    assert_eq!(
        required_by_2024(rising, dec!(121), &[("2022", "100")]),
        both(dec!(0.1), dec!(10.5))
    );
    assert_eq!(
        required_by_2024(falling, dec!(81), &[("2022", "100")]),
        both(dec!(-0.1), dec!(-9.5))
    );
    assert_eq!(
        required_by_2024(band, dec!(121), &[("2022", "100")]),
        both(dec!(0.1), dec!(10.5))
    );
    assert_eq!(
        required_by_2024(by_change, dec!(121), &[("2022", "100")]),
        both(dec!(0.1), dec!(10.5))
    );
    // One unit of the last digit to either side.
    assert_eq!(required_by_2024(rising, dec!(121), &[("2022", "121")]), met);
    assert_eq!(
        required_by_2024(rising, dec!(121), &[("2022", "120.9")]).1,
        Ok(dec!(0.05))
    );
    assert_eq!(required_by_2024(falling, dec!(81), &[("2022", "81")]), met);
    assert_eq!(
        required_by_2024(falling, dec!(81), &[("2022", "81.1")]).1,
        Ok(dec!(-0.05))
    );
    // A sum of 300 by 2024, of which 90 came in 2022.
    let sum = Goal::cumulative(Bound::AtLeast(dec!(500)));
    assert_eq!(
        required_by_2024(sum, dec!(300), &[("2022", "90")]),
        (Err(none), Ok(dec!(105)))
    );
    // What is kept within may use its room, and must come back where it is beyond.
    let cap = Goal::level(Bound::AtMost(dec!(150)));
    assert_eq!(
        required_by_2024(cap, dec!(121), &[("2022", "100")]),
        both(dec!(0.1), dec!(10.5))
    );
    assert_eq!(
        required_by_2024(cap, dec!(121), &[("2022", "121")]),
        both(dec!(0), dec!(0))
    );
    assert_eq!(required_by_2024(cap, dec!(121), &[("2022", "131")]).1, Ok(dec!(-5)));
}

#[test]
fn the_next_one_says_why_nothing_can_be_required() {
    let required = |goal, figures| required_by_2024(goal, dec!(121), figures);
    let why = |goal, figures| match required(goal, figures) {
        (Err(growth), Err(change)) if growth == change => growth,
        other => panic!("{other:?}"),
    };
    let level = Goal::level(Bound::AtLeast(dec!(200)));
    let change = Goal::change(Bound::AtLeast(dec!(1)));
    assert_eq!(why(level, &[]), Missing::NoObservation);
    let only_a_bound = why(level, &[("2022", ">90")]);
    assert!(matches!(only_a_bound, Missing::OnlyABound { period: at, .. } if at == period("2022")));
    // A level needs no baseline, and a change counts from it.
    let broken: Figures<'_> = &[("2022", "100 break")];
    assert_eq!(required(level, broken).1, Ok(dec!(10.5)));
    assert!(matches!(why(change, broken), Missing::SeriesBreak { period: at, .. } if at == period("2022")));
    // No growth leads through zero.
    let (growth, change) = required(level, &[("2022", "-100")]);
    assert!(matches!(growth, Err(Missing::Growth { .. })));
    assert_eq!(change, Ok(dec!(110.5)));
}

/// How each milestone went: kept, broken, or unknown.
fn outcomes(target: &Target, figures: Figures<'_>, as_of: &str) -> Vec<Option<Outcome>> {
    let milestones = assessed(target, figures, as_of).evidence.milestones.unwrap();
    milestones.iter().map(|one| one.outcome).collect()
}

#[test]
fn each_that_is_due_has_its_own_record() {
    let (kept, broken) = (Some(Outcome::Kept), Some(Outcome::Broken));
    let stages = |target: TargetBuilder, values: [Decimal; 3]| {
        let years = ["2022", "2023", "2024"].into_iter().zip(values);
        let target = years.fold(target, |target, (at, value)| target.milestone(milestone(at, value)));
        target.build().unwrap()
    };
    let rising = stages(
        from_100(Measure::Stock, Goal::level(Bound::AtLeast(dec!(200)))),
        [dec!(110), dec!(130), dec!(150)],
    );
    let falling = stages(
        from_100(Measure::Share, Goal::level(Bound::LessThan(dec!(10)))),
        [dec!(90), dec!(60), dec!(30)],
    );
    let sum = stages(
        from_100(Measure::Flow, Goal::cumulative(Bound::AtLeast(dec!(100)))),
        [dec!(10), dec!(30), dec!(60)],
    );
    for (name, target, figures, as_of, expected) in [
        (
            "each by its own figure",
            &rising,
            &[("2022", "109"), ("2023", "131"), ("2024", "149.9")][..],
            "2025-02-01",
            vec![broken, kept, broken],
        ),
        (
            "exactly there is kept",
            &rising,
            &[("2022", "110"), ("2023", "129.9999"), ("2024", "150")],
            "2025-02-01",
            vec![kept, broken, kept],
        ),
        (
            "on its last day none is due",
            &rising,
            &[("2022", "110")],
            "2022-12-31",
            vec![],
        ),
        (
            "on the next day it is",
            &rising,
            &[("2022", "110")],
            "2023-01-01",
            vec![kept],
        ),
        ("no figure", &rising, &[("2023", "130")], "2024-02-01", vec![None, kept]),
        (
            "a bound that tells",
            &rising,
            &[("2022", ">=110")],
            "2023-02-01",
            vec![kept],
        ),
        (
            "a bound that does not",
            &rising,
            &[("2022", ">109")],
            "2023-02-01",
            vec![None],
        ),
        (
            "falling",
            &falling,
            &[("2022", "90"), ("2023", "60.1"), ("2024", "30")],
            "2025-02-01",
            vec![kept, broken, kept],
        ),
        (
            "sums",
            &sum,
            &[("2022", "10"), ("2023", "19"), ("2024", "31")],
            "2025-02-01",
            vec![kept, broken, kept],
        ),
    ] {
        assert_eq!(outcomes(target, figures, as_of), expected, "{name}");
    }
}

#[test]
fn it_says_by_which_figure() {
    let goal = Goal::level(Bound::AtLeast(dec!(80)));
    let target = promise(Measure::Share, goal)
        .baseline(Baseline::stated(period("2021"), dec!(68)))
        .milestone(milestone("2023", dec!(75)))
        .build()
        .unwrap();
    let evidence = assessed(&target, &[("2023", "76")], "2025-02-01").evidence;
    let [
        MilestoneOutcome {
            milestone: stage,
            outcome,
            figure,
            ..
        },
    ] = evidence.milestones.unwrap()[..]
    else {
        panic!("one milestone");
    };
    assert_eq!((stage, outcome), (milestone("2023", dec!(75)), Some(Outcome::Kept)));
    assert_eq!(figure.unwrap().reading.value(), Some(dec!(76)));
}

#[test]
fn chained_rates_are_an_index() {
    let goal = Goal::average_growth_by_yearly_rates(Bound::AtLeast(dec!(0.05)));
    let target = promise(Measure::GrowthRate, goal)
        .baseline(Baseline::observed(period("2021")))
        .milestone(Milestone::of_goal(period("2023"), dec!(0.06)))
        .build()
        .unwrap();
    // 1.05 × 1.07 lies just below 1.06².
    for (rates, outcome) in [
        ([("2022", "6"), ("2023", "6")], Outcome::Kept),
        ([("2022", "5"), ("2023", "7")], Outcome::Broken),
    ] {
        assert_eq!(outcomes(&target, &rates, "2024-02-01"), [Some(outcome)], "{rates:?}");
    }
}

/// A year or a quarter of whole weeks is that of the calendar, or that of another number of weeks with the same beginning.
#[test]
fn a_year_may_be_counted_in_weeks() {
    let kept = Some(Outcome::Kept);
    for (at, seen, outcome) in [
        ("2024", "2023-12-31/P364D", kept),
        ("2024", "2024-01-06/P364D", kept),
        ("2024", "2024-01-10/P364D", None),
        ("2024-02-04/P364D", "2024-02-04/P371D", kept),
        ("2024-02-04/P364D", "2024-02-11/P364D", None),
    ] {
        for measure in [Measure::Flow, Measure::Index] {
            let target = from_100(measure, Goal::level(Bound::AtLeast(dec!(120))))
                .milestone(milestone(at, dec!(105)))
                .build()
                .unwrap();
            let as_of = "2025-05-01";
            assert_eq!(outcomes(&target, &[(seen, "105")], as_of), [outcome], "{at} {seen}");
            let broken = outcome.map(|_| Outcome::Broken);
            assert_eq!(outcomes(&target, &[(seen, "104.9")], as_of), [broken], "{at} {seen}");
        }
    }
}

#[test]
fn a_break_leaves_no_change_from_the_baseline() {
    let staged = |goal| {
        from_100(Measure::Stock, goal)
            .milestone(milestone("2023", dec!(130)))
            .build()
            .unwrap()
    };
    let figures: Figures<'_> = &[("2022", "120 break"), ("2023", "131")];
    let change = staged(Goal::change(Bound::AtLeast(dec!(1))));
    assert_eq!(outcomes(&change, figures, "2024-02-01"), [None]);
    let level = staged(Goal::level(Bound::AtLeast(dec!(200))));
    assert_eq!(outcomes(&level, figures, "2024-02-01"), [Some(Outcome::Kept)]);
}

#[test]
fn what_is_looked_at_period_by_period_has_none() {
    let keep = promise_from(
        Measure::Stock,
        dec!(1),
        Goal::keep(Bound::AtMost(dec!(5)), Length::YEAR),
    );
    let evidence = assessed(&keep, &[("2022", "3")], "2023-02-01").evidence;
    assert_eq!(evidence.milestones, Err(Missing::NotForThisGoal));
}

#[test]
fn refusals() {
    let at = period("2023");
    let level = || from_100(Measure::Stock, Goal::level(Bound::AtLeast(dec!(200)))).shape(Shape::Linear);
    for (target, problem) in [
        (
            level().milestone(Milestone::share_of_way(at, dec!(40))),
            "milestones[0].share_of_way: a share of the way is from 0 to 1, got 40",
        ),
        (
            from_100(Measure::Stock, Goal::change(Bound::AtLeast(dec!(1)))).milestone(Milestone::of_goal(at, dec!(20))),
            "milestones[0].change: 20 is a fraction here, and means 2000 %: if 20 % is meant, write 0.2, and if not, the target has to \
         accept `large_change`",
        ),
        (
            from_100(Measure::Stock, Goal::average_growth(Bound::AtLeast(dec!(0.1))))
                .milestone(Milestone::of_goal(at, dec!(-1))),
            "milestones[0].average_growth: a rate of growth is a fraction above -1 per year, got -1",
        ),
        (
            level()
                .milestone(Milestone::share_of_way(at, dec!(0.5)))
                .milestone(Milestone::value(at, dec!(160))),
            "milestones[1].period: 2023 does not end after 2023, which stands before it",
        ),
    ] {
        let checked = target.check();
        let placed = |problem: &Problem| format!("{}: {}", problem.path(), problem.message());
        let said: Vec<_> = checked.problems.iter().map(placed).collect();
        assert_eq!(said, [problem]);
    }
}

/// January begins with its year, so that of the deadline's year is the deadline, and June's beginning is inside of the
/// year before.
#[test]
fn a_milestone_lies_where_its_moment_does() {
    let on_the_first = quantity(Measure::Stock).with_collected(Collected::Beginning).unwrap();
    let problems = |milestones: &[&str]| {
        let goal = Goal::level(Bound::AtLeast(dec!(200)));
        let milestones = milestones.iter().map(|at| milestone(at, dec!(150)));
        let target = Target::builder(code("promise"), on_the_first.clone(), goal, period("2026"))
            .baseline(Baseline::stated(period("2021"), dec!(100)));
        let checked = milestones.fold(target, TargetBuilder::milestone).check();
        checked.problems.to_string()
    };
    for (milestones, problem) in [
        (
            &["2025-12", "2026-01"][..],
            "2026-01 does not lie between the baseline and the deadline 2026",
        ),
        (
            &["2021-01"],
            "2021-01 does not lie between the baseline and the deadline 2026",
        ),
        (&["2023", "2023-06"], "no problem"),
        (
            &["2023-06", "2023"],
            "2023 does not end after 2023-06, which stands before it",
        ),
        (
            &["2023", "2023-01"],
            "2023-01 does not end after 2023, which stands before it",
        ),
    ] {
        let found = problems(milestones);
        assert!(found.ends_with(problem), "{milestones:?}: {found}");
    }
}

#[test]
fn values_that_were_stated_before_the_baseline_was_revised_are_named() {
    let read = || {
        promise(Measure::Stock, Goal::change(Bound::AtMost(dec!(-0.5)))).baseline(Baseline::observed(period("2021")))
    };
    let stated = || from_100(Measure::Stock, Goal::change(Bound::AtMost(dec!(-0.5))));
    let value = Milestone::value(period("2024"), dec!(80));
    let change = Milestone::of_goal(period("2024"), dec!(-0.2));
    let revised: Figures<'_> = &[("2021", "100"), ("2021@2023-01-01", "110"), ("2023", "95")];
    let as_it_was: Figures<'_> = &[("2021", "100"), ("2021@2023-01-01", "100"), ("2023", "95")];
    for (name, target, figures, is_named) in [
        (
            "a value beside a revised baseline",
            read().milestone(value),
            revised,
            true,
        ),
        (
            "a value beside one that stood",
            read().milestone(value),
            as_it_was,
            false,
        ),
        ("a change follows it", read().milestone(change), revised, false),
        ("the plan states its own", stated().milestone(value), revised, false),
        ("no milestone", read(), revised, false),
    ] {
        let verdict = assessed(&target.build().unwrap(), figures, "2024-02-01").verdict;
        assert_eq!(
            verdict.caveats.contains(Caveat::MilestonesBeforeRevision),
            is_named,
            "{name}"
        );
    }
}
