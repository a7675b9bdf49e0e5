use milepost::growth::rate;
use milepost::rule::{Parameters, Part, undp_binary, undp_likert};
use milepost::{Bound, Decimal, Direction, Goal, Missing, Reason, Requirement, Rule, Status, Verdict, Years, dec};

use crate::support::{Numbers as _, Question, goal};

fn verdict(goal: Goal, figures: &[(i32, Decimal)], rule: &Rule) -> Verdict {
    Question::new("a", 2015, 2030, goal, figures).verdict(rule)
}

fn class_of(goal: Goal, figures: &[(i32, Decimal)], rule: &Rule) -> String {
    rule.class_name(&verdict(goal, figures, rule)).to_owned()
}

#[test]
fn the_base_year_of_the_development_programme_alternates() {
    let rule = Rule::undp();
    let of_years = |years: &[i32]| {
        let figures: Vec<_> = years
            .iter()
            .map(|&year| (year, dec!(100)))
            .chain([(2021, dec!(121))])
            .collect();
        let question = Question::new("a", 2015, 2030, goal(Direction::Rising, None), &figures);
        question.verdict(&rule).numbers().observed.map(|rate| rate.round_dp(4))
    };
    for (years, rate) in [
        (&[2014, 2015, 2016][..], Some(dec!(0.0323))),
        (&[2014, 2016], Some(dec!(0.0389))),
        (&[2014, 2017], Some(dec!(0.0276))),
        (&[2013, 2017], Some(dec!(0.0488))),
        (&[2012], Some(dec!(0.0214))),
        (&[2011], None),
        (&[2019], None),
    ] {
        assert_eq!(of_years(years), rate, "{years:?}");
    }
}

#[test]
fn the_development_programme_judges_the_whole() {
    let rule = Rule::undp();
    let series = |first, last, target| {
        let figures = [(2015, first), (2020, last)];
        Question::new("a", 2015, 2030, goal(Direction::Rising, Some(target)), &figures).verdict(&rule)
    };
    let achieved = series(dec!(50), dec!(81), dec!(80));
    let exactly = series(dec!(50), dec!(80), dec!(80));
    let fair = series(dec!(50), dec!(55), dec!(80));
    let limited = series(dec!(50), dec!(52), dec!(80));
    let worse = series(dec!(50), dec!(40), dec!(80));
    let unknown = series(dec!(0), dec!(40), dec!(80));
    let names: Vec<&str> = [achieved, exactly, fair, limited, worse, unknown]
        .iter()
        .map(|verdict| rule.class_name(verdict))
        .collect();
    assert_eq!(
        names,
        [
            "target achieved",
            "substantial progress or on track",
            "fair progress but acceleration needed",
            "limited or no progress",
            "deterioration",
            "unknown"
        ]
    );
    let whole = |parts: &[Verdict]| {
        let whole = rule.aggregate(parts.iter().map(Part::from));
        (
            whole.value.map(|value| value.round_dp(4)),
            whole.class.map(|class| class.name().to_owned()),
        )
    };
    for (parts, value, name) in [
        (&[achieved, exactly, fair][..], dec!(0.6667), "on track"),
        (&[achieved, fair, unknown], dec!(0.5), "for review"),
        (&[fair, limited], dec!(-0.5), "for review"),
        (&[limited, worse, fair], dec!(-1), "off-track"),
    ] {
        assert_eq!(whole(parts), (Some(value), Some(name.to_owned())));
    }
    assert_eq!(whole(&[unknown]), (None, None));
    let good = rule.aggregate([achieved].iter().map(Part::from));
    let bad = rule.aggregate([worse, worse].iter().map(Part::from));
    let top = rule.aggregate([Part::from(&good), Part::from(&bad)]);
    assert_eq!((top.value, top.counts.of(Status::Worsening)), (Some(dec!(0)), 2));
}

#[test]
fn what_is_achieved_needs_no_base() {
    let rule = Rule::undp_2025();
    let promise = goal(Direction::Rising, Some(dec!(95)));
    let achieved = verdict(promise, &[(2021, dec!(95))], &rule);
    assert_eq!(
        (achieved.status, achieved.numbers().score),
        (Status::Achieved, Some(dec!(1)))
    );
    for (figures, reason) in [
        (&[(2021, dec!(94))][..], "NoBaselineValue"),
        // What was so in 2015 or before says nothing of progress since then.
        (&[(2015, dec!(96))], "TooFewFigures"),
        (&[(2011, dec!(96))], "NoBaselineValue"),
    ] {
        let verdict = verdict(promise, figures, &rule);
        assert!(
            format!("{:?}", verdict.reason).starts_with(&format!("Missing({reason}")),
            "{figures:?} {verdict:?}"
        );
    }
}

#[test]
fn a_goal_that_was_met_and_is_lost_is_a_deterioration() {
    let rule = Rule::undp_2025();
    let promise = goal(Direction::Rising, Some(dec!(95)));
    for (base, latest, name) in [
        (dec!(97), dec!(94), "deterioration"),
        (dec!(95), dec!(94), "deterioration"),
        (dec!(97), dec!(95), "target achieved"),
    ] {
        assert_eq!(
            class_of(promise, &[(2015, base), (2022, latest)], &rule),
            name,
            "{base} {latest}"
        );
    }
}

/// The goal doubles or halves the value of the base that is found, whatever its year.
#[test]
fn doubling_and_halving() {
    let rule = Rule::undp_2025();
    let doubling = Goal::change(Bound::AtLeast(dec!(1)));
    let halving = Goal::change(Bound::AtMost(dec!(-0.5)));
    for (promise, figures, value, name) in [
        (
            doubling,
            [(2016, dec!(40)), (2023, dec!(56))],
            Some(dec!(0.970147720)),
            "substantial progress or on track",
        ),
        (
            doubling,
            [(2014, dec!(40)), (2022, dec!(80))],
            Some(dec!(2.044273782)),
            "target achieved",
        ),
        (
            halving,
            [(2015, dec!(20)), (2021, dec!(17))],
            Some(dec!(0.591760148)),
            "fair progress but acceleration needed",
        ),
        (
            halving,
            [(2015, dec!(20)), (2021, dec!(10))],
            Some(dec!(2.415968930)),
            "target achieved",
        ),
        (
            halving,
            [(2013, dec!(20)), (2021, dec!(21))],
            Some(dec!(-0.153113857)),
            "deterioration",
        ),
    ] {
        let verdict = verdict(promise, &figures, &rule);
        assert_eq!(rule.class_name(&verdict), name, "{figures:?}");
        assert_eq!(
            verdict.numbers().value.map(|value| value.round_dp(9)),
            value,
            "{figures:?}"
        );
    }
}

/// Parity is 1 from either side, and a little beside it counts too.
#[test]
fn parity_from_either_side() {
    let rule = Rule::undp_2025();
    let one = Bound::within(dec!(1), dec!(1)).unwrap();
    let parity = Goal::Level(Requirement::with_tolerance(one, dec!(0.03)).unwrap());
    for (base, latest, name) in [
        (dec!(0.80), dec!(0.97), "target achieved"),
        (dec!(1.20), dec!(1.02), "target achieved"),
        (dec!(0.80), dec!(0.90), "substantial progress or on track"),
        (dec!(1.40), dec!(1.30), "fair progress but acceleration needed"),
        (dec!(0.90), dec!(0.91), "limited or no progress"),
        (dec!(1.10), dec!(1.20), "deterioration"),
        (dec!(1), dec!(1.20), "deterioration"),
        (dec!(1), dec!(0.80), "deterioration"),
    ] {
        assert_eq!(
            class_of(parity, &[(2015, base), (2021, latest)], &rule),
            name,
            "{base} {latest}"
        );
    }
}

/// A range has a level that is enough, and is judged by its growth until then.
#[test]
fn a_direction_with_a_level_or_without_anything_left() {
    let told = |level| {
        let parameters = Parameters::new().level(level);
        Rule::undp_2025()
            .with_parameters("a".parse().unwrap(), parameters)
            .unwrap()
    };
    let rising = Goal::trend(Direction::Rising);
    let growing = [(2015, dec!(80)), (2022, dec!(94))];
    assert_eq!(class_of(rising, &growing, &told(dec!(94))), "target achieved");
    assert_eq!(
        class_of(rising, &growing, &told(dec!(95))),
        "substantial progress or on track"
    );

    let rule = Rule::undp_2025();
    let falling = Goal::trend(Direction::Falling);
    for (promise, base, name) in [
        (falling, dec!(0), "target achieved"),
        (falling, dec!(5), "substantial progress or on track"),
        (rising, dec!(5), "deterioration"),
        (rising, dec!(0), "unknown"),
    ] {
        assert_eq!(
            class_of(promise, &[(2015, base), (2022, dec!(0))], &rule),
            name,
            "{base}"
        );
    }
}

#[test]
fn a_base_of_zero_is_passed_over() {
    let figures = [(2015, dec!(0)), (2016, dec!(4)), (2021, dec!(5))];
    let rising = Goal::trend(Direction::Rising);
    let zero = rate(dec!(0), dec!(5), Years::whole(6)).unwrap_err();
    assert_eq!(
        verdict(rising, &figures, &Rule::undp()).reason,
        Reason::from(Missing::growth(zero))
    );
    let passed_over = verdict(rising, &figures, &Rule::undp_2025());
    assert_eq!(
        passed_over.numbers().observed.map(|rate| rate.round_dp(6)),
        Some(dec!(0.045640))
    );
}

#[test]
fn a_mean_on_the_lower_cut() {
    let promise = goal(Direction::Rising, Some(dec!(80)));
    for (rule, name) in [(Rule::undp(), "for review"), (Rule::undp_2025(), "off-track")] {
        let parts = [dec!(55), dec!(52)].map(|last| verdict(promise, &[(2015, dec!(50)), (2020, last)], &rule));
        let whole = rule.aggregate(parts.iter().map(Part::from));
        assert_eq!(whole.value, Some(dec!(-0.5)));
        assert_eq!(whole.class.unwrap().name(), name);
    }
}

#[test]
fn achieved_or_not() {
    let rule = Rule::undp_2025()
        .with_parameters("a".parse().unwrap(), undp_binary())
        .unwrap();
    let party = goal(Direction::Rising, Some(dec!(1)));
    for (figures, name, score) in [
        (&[(2019, dec!(1))][..], "target achieved", dec!(1)),
        (&[(2019, dec!(1)), (2024, dec!(0))], "target not achieved", dec!(-1)),
        (&[(2015, dec!(0)), (2024, dec!(1))], "target achieved", dec!(1)),
    ] {
        let verdict = verdict(party, figures, &rule);
        assert_eq!(
            (rule.class_name(&verdict), verdict.numbers().score),
            (name, Some(score)),
            "{figures:?}"
        );
    }
}

/// The base of ranks may be 0: steps are counted, and no rate is read.
#[test]
fn steps_on_a_scale_of_ranks() {
    let rule = Rule::undp_2025()
        .with_parameters("a".parse().unwrap(), undp_likert())
        .unwrap();
    let highest = goal(Direction::Rising, Some(dec!(5)));
    for (base, latest, steps, name) in [
        (dec!(0), dec!(2), Some(dec!(2)), "substantial progress or on track"),
        (dec!(3), dec!(4), Some(dec!(1)), "fair progress but acceleration needed"),
        (dec!(4), dec!(4), Some(dec!(0)), "limited or no progress"),
        (dec!(2), dec!(1), Some(dec!(-1)), "deterioration"),
        (dec!(4), dec!(5), Some(dec!(1)), "target achieved"),
        (dec!(5), dec!(4), None, "deterioration"),
    ] {
        let verdict = verdict(highest, &[(2015, base), (2024, latest)], &rule);
        assert_eq!(
            (verdict.numbers().value, rule.class_name(&verdict)),
            (steps, name),
            "{base} {latest}"
        );
    }
}
