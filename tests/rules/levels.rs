use milepost::growth::GrowthError;
use milepost::rule::RuleError;
use milepost::rule::{
    Achieved, Aggregation, Class, Cut, Method, Parameters, Part, Progress, Scale, Statistic, Transform,
    open_sdg_binary, undp_likert, unsd_level_bands,
};
use milepost::{
    Bound, Decimal, Direction, Goal, Ground, Measure, Missing, Reason, Rule, Status, Verdict, dec, verdict,
};

use crate::support::{Numbers as _, PUBLISHED, Question, goal};

fn chart(direction: Direction, levels: [Decimal; 4]) -> Rule {
    Rule::unsd_level()
        .with_parameters("a".parse().unwrap(), unsd_level_bands(direction, levels))
        .unwrap()
}

/// On a cut, the better band where less is better, and the worse one where more is.
#[test]
fn bands_of_distance() {
    let stunting = chart(Direction::Falling, [dec!(3), dec!(10), dec!(20), dec!(30)]);
    let parliament = chart(Direction::Rising, [dec!(40), dec!(30), dec!(20), dec!(10)]);
    for (rule, direction, level, name) in [
        (&stunting, Direction::Falling, dec!(3), "target met or almost met"),
        (&stunting, Direction::Falling, dec!(3.1), "close to target"),
        (&stunting, Direction::Falling, dec!(20), "moderate distance to target"),
        (&stunting, Direction::Falling, dec!(30), "far from target"),
        (&stunting, Direction::Falling, dec!(30.1), "very far from target"),
        (&parliament, Direction::Rising, dec!(40.1), "target met or almost met"),
        (&parliament, Direction::Rising, dec!(40), "close to target"),
        (&parliament, Direction::Rising, dec!(20), "far from target"),
        (&parliament, Direction::Rising, dec!(10), "very far from target"),
        (&parliament, Direction::Rising, dec!(0), "very far from target"),
    ] {
        // No base is needed, and neither the goal nor the movement matters.
        for figures in [&[(2024, level)][..], &[(2015, dec!(50)), (2024, level)]] {
            let verdict = Question::new("a", 2015, 2030, goal(direction, None), figures).verdict(rule);
            assert_eq!(rule.class_name(&verdict), name, "{level}");
            assert_eq!(
                (verdict.numbers().value, verdict.reason),
                (Some(level), Reason::from(Ground::InClass))
            );
        }
    }
    let untold = Question::new(
        "a",
        2015,
        2030,
        goal(Direction::Falling, Some(dec!(3))),
        &[(2024, dec!(2))],
    );
    assert_eq!(
        untold.verdict(&Rule::unsd_level()).reason,
        Reason::from(Missing::NotConfigured)
    );
}

#[test]
fn a_binary_indicator_of_statistics_canada_has_no_score() {
    let rule = Rule::open_sdg()
        .with_parameters("a".parse().unwrap(), open_sdg_binary())
        .unwrap();
    let promise = goal(Direction::Rising, Some(dec!(1)));
    for (latest, name, status) in [
        (dec!(1), "target achieved", Status::Achieved),
        (dec!(0), "target not achieved", Status::OffTrack),
    ] {
        let verdict = Question::new("a", 2015, 2030, promise, &[(2022, latest)]).verdict(&rule);
        assert_eq!((rule.class_name(&verdict), verdict.status), (name, status));
        let whole = rule.aggregate([Part::from(&verdict)]);
        assert_eq!(
            (verdict.numbers().score, whole.value, whole.counts.of(status)),
            (None, None, 1)
        );
    }
}

/// A scale of one indicator is in the classes of the rule, in its JSON, and checked like the others.
#[test]
fn an_indicator_with_a_scale_of_its_own() {
    let told = |parameters| Rule::unsd_2022().with_parameters("ranks".parse().unwrap(), parameters);
    let steps = Scale::new(Progress::Change)
        .class("up", Status::OnTrack, Cut::AtLeast(dec!(1)))
        .rest("not up", Status::OffTrack);
    let rule = told(Parameters::new().scale(steps.clone())).unwrap();
    let names: Vec<String> = rule.classes().iter().map(|class| class.name().to_owned()).collect();
    assert_eq!(names[4..], ["up", "not up"]);
    let json = serde_json::to_string(&rule).unwrap();
    let own = r#""parameters":{"ranks":{"scale":{"measures":"change","bands":[{"class":{"name":"up","status":"on_track"},"cut":{"at_least":"1"}},{"class":{"name":"not up","status":"off_track"}}]}}}"#;
    assert!(json.contains(own), "{json}");
    assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);

    // Less is better: a step down is one towards the goal.
    let promise = goal(Direction::Falling, Some(dec!(1)));
    let figures = [(2015, dec!(5)), (2022, dec!(3))];
    let verdict = Question::new("ranks", 2015, 2030, promise, &figures).verdict(&rule);
    assert_eq!(
        (verdict.numbers().value, verdict.numbers().observed),
        (Some(dec!(2)), Some(dec!(-2)))
    );
    // Other indicators are judged as before.
    let other = Question::new("other", 2015, 2030, promise, &figures).verdict(&rule);
    assert_eq!(
        other.numbers().value,
        Question::new("other", 2015, 2030, promise, &figures)
            .verdict(&Rule::unsd_2022())
            .numbers()
            .value
    );

    // Own cuts are those of the own scale.
    let two = Parameters::new().scale(steps).cuts(&[dec!(2), dec!(1)]);
    assert!(matches!(told(two), Err(RuleError::CutCount { given: 2, cuts: 1, .. })));
    let reversed = Scale::new(Progress::Level)
        .class("low", Status::OnTrack, Cut::AtLeast(dec!(1)))
        .class("high", Status::OffTrack, Cut::AtLeast(dec!(2)));
    let refused = told(Parameters::new().scale(reversed));
    assert!(
        matches!(refused, Err(RuleError::CutsNotFalling { higher, lower, .. }) if (higher, lower) == (dec!(1), dec!(2)))
    );
    let blank = Scale::new(Progress::Level).rest(" ", Status::OffTrack);
    assert_eq!(told(Parameters::new().scale(blank)).unwrap_err(), RuleError::ClassName);
    for rule in [
        chart(Direction::Rising, [dec!(4), dec!(3), dec!(2), dec!(1)]),
        told(open_sdg_binary()).unwrap(),
        told(undp_likert()).unwrap(),
    ] {
        let json = serde_json::to_string(&rule).unwrap();
        assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
    }
}

/// Steps need two years; a level of a method that every indicator shares does not.
#[test]
fn what_needs_a_base() {
    let composed = |scale: Scale| {
        let method = Method::new().with_number(scale);
        Rule::composed("own".parse().unwrap(), method).unwrap()
    };
    let promise = goal(Direction::Rising, Some(dec!(5)));
    let lonely = Question::new("a", 2015, 2030, promise, &[(2022, dec!(4))]);
    let level = Scale::new(Progress::Level).class("high", Status::OnTrack, Cut::AtLeast(dec!(4)));
    assert_eq!(lonely.verdict(&composed(level)).status, Status::OnTrack);
    let steps = Scale::new(Progress::Change).class("up", Status::OnTrack, Cut::AtLeast(dec!(1)));
    let verdict = lonely.verdict(&composed(steps));
    assert!(
        matches!(verdict.reason, Reason::Missing(Missing::NoBaselineValue { .. })),
        "{verdict:?}"
    );
}

/// Growth rates as fractions, chained to levels first.
fn of_rates(rule: &Rule, promise: Goal, rates: &[(i32, Decimal)]) -> Verdict {
    let chained = Parameters::new().transform(Transform::Chained);
    let rule = rule.clone().with_parameters("a".parse().unwrap(), chained).unwrap();
    let question = Question::new("a", 2015, 2030, promise, rates);
    let target = question.target_of(Measure::GrowthRate).unwrap();
    verdict(&target, &question.series().unwrap(), PUBLISHED, &rule)
}

/// The changes of energy intensity that a statistics bureau of Qinghai chained: +1.51 %, −2.20 % and −4.18 % are −1.65 % a year.
#[test]
fn growth_rates_are_chained_to_levels() {
    let rates = [(2016, dec!(0.0151)), (2017, dec!(-0.0220)), (2018, dec!(-0.0418))];
    let falling = Goal::trend(Direction::Falling);
    let verdict = of_rates(&Rule::open_sdg(), falling, &rates);
    assert_eq!(verdict.numbers().observed, Some(dec!(-0.016514526258)));
    assert_eq!(verdict.status, Status::OnTrack);

    // The rate of the base year itself, and what was before, is not growth since the base.
    let longer = [&[(2014, dec!(0.5)), (2015, dec!(0.5))][..], &rates].concat();
    assert_eq!(
        of_rates(&Rule::open_sdg(), falling, &longer).numbers().observed,
        verdict.numbers().observed
    );

    // A goal that is a rate requires that rate, whatever the path: 6 % a year after 5 % and 7 %.
    let six = Goal::level(Bound::AtLeast(dec!(0.06)));
    let growing = of_rates(&Rule::open_sdg(), six, &[(2016, dec!(0.05)), (2017, dec!(0.07))]);
    assert_eq!(growing.numbers().required, Some(dec!(0.06)));
    assert_eq!(
        growing.numbers().ratio.map(|ratio| ratio.round_dp(6)),
        Some(dec!(0.999214))
    );
    let average = Goal::average_growth_by_yearly_rates(Bound::AtLeast(dec!(0.06)));
    let same = of_rates(&Rule::open_sdg(), average, &[(2016, dec!(0.05)), (2017, dec!(0.07))]);
    assert_eq!(
        (same.numbers().value, same.numbers().score),
        (growing.numbers().value, growing.numbers().score)
    );
}

#[test]
fn rates_that_make_no_index() {
    let rising = Goal::trend(Direction::Rising);
    // Without the rate of 2017 nobody knows the level of 2018 against that of 2015.
    let gap = of_rates(&Rule::open_sdg(), rising, &[(2016, dec!(0.05)), (2018, dec!(0.05))]);
    assert_eq!(gap.numbers().observed, Some(dec!(0.05)));
    let exact = of_rates(&Rule::undp(), rising, &[(2016, dec!(0.05)), (2020, dec!(0.05))]);
    assert!(
        matches!(exact.reason, Reason::Missing(Missing::NoBaselineValue { .. })),
        "{exact:?}"
    );
    // A fall of 100 % leaves nothing to grow from.
    let nothing = of_rates(&Rule::unsd_2022(), rising, &[(2016, dec!(-1)), (2017, dec!(0.05))]);
    assert!(
        matches!(
            nothing.reason,
            Reason::Missing(Missing::Growth {
                error: GrowthError::Zero { .. },
                ..
            })
        ),
        "{nothing:?}"
    );
    // Only rates of growth are chained.
    let chained = Parameters::new().transform(Transform::Chained);
    let rule = Rule::open_sdg().with_parameters("a".parse().unwrap(), chained).unwrap();
    let levels = Question::new("a", 2015, 2030, rising, &[(2015, dec!(100)), (2020, dec!(110))]);
    assert_eq!(levels.verdict(&rule).reason, Missing::NotForThisGoal);
    let json = serde_json::to_string(&rule).unwrap();
    assert!(json.contains(r#""transform":"chained""#));
    assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
}

/// What holds of every indicator is checked as what single ones are told, and the classes of a whole as those of its parts.
#[test]
fn defaults_and_wholes_are_checked_too() {
    let composed = |method: Method| Rule::composed("own".parse().unwrap(), method).unwrap_err();
    let method = || {
        let scale = Scale::new(Progress::Level).class("high", Status::OnTrack, Cut::AtLeast(dec!(4)));
        Method::new().with_number(scale)
    };
    let two = Parameters::new().cuts(&[dec!(2), dec!(1)]);
    let refused = composed(method().defaults(two));
    assert!(matches!(refused, RuleError::CutCount { given: 2, cuts: 1, .. }));
    let nameless = Aggregation::new(Statistic::Mean).rest("", Status::OffTrack);
    assert_eq!(composed(method().aggregation(nameless)), RuleError::ClassName);
    let nameless = Achieved::new(Class::new("", Status::Achieved));
    assert_eq!(composed(method().achieved(nameless)), RuleError::ClassName);
}
