//! What a rule is told: nothing in vain, and all of it is still there after JSON.

use milepost::rule::RuleError;
use milepost::rule::{
    Achieved, Aggregation, Base, Class, Cut, Growth, Method, Parameters, Progress, Rounding, Scale, Score, Statistic,
    Transform, Window,
};
use milepost::{Decimal, Direction, Rule, Status, dec};
use proptest::prelude::*;

use crate::catalogue;
use crate::support::{Question, goal, yearly};

fn scale(measured: Progress) -> Scale {
    Scale::new(measured)
        .class("good", Status::OnTrack, Cut::AtLeast(dec!(0.5)))
        .rest("poor", Status::OffTrack)
}

fn method(measured: Progress) -> Method {
    Method::new().with_number(scale(measured))
}

fn composed(method: Method) -> Result<Rule, RuleError> {
    Rule::composed("own".parse().unwrap(), method)
}

/// The setting for which a rule is refused, since nothing in it reads that.
fn unread(refused: &Result<Rule, RuleError>) -> Option<&'static str> {
    match refused {
        Err(RuleError::Unread { setting, .. }) => Some(setting),
        _ => None,
    }
}

fn achieved() -> Achieved {
    Achieved::new(Class::new("done", Status::Achieved)).scored(dec!(5))
}

const RATIO: Progress = Progress::GrowthRatio(Growth::Compound);
const LINEAR: Progress = Progress::Growth(Growth::Linear);
const LAST_YEARS: Window = Window::LastYears { years: 5, at_least: 3 };
const LINE: Score = Score::Line {
    slope: dec!(2),
    intercept: dec!(1),
    shrinks: true,
};

#[test]
fn settings_of_a_method_that_nothing_reads() {
    let rates = |decimals| Rounding {
        values: None,
        rates: Some(decimals),
    };
    let refused = vec![
        (method(RATIO).schedule(&[dec!(1)]), "schedule"),
        (method(Progress::Level).window(LAST_YEARS), "window"),
        (method(Progress::ShareOfWay).window(Window::SinceYear(2000)), "window"),
        (method(RATIO).window(LAST_YEARS).base(Base::NextLater), "base"),
        (method(Progress::Level).base(Base::NextLater), "base"),
        (method(Progress::Level).achieved(achieved()), "achieved"),
        (
            method(Progress::Level).met_at_base(achieved(), achieved()),
            "met_at_base",
        ),
        (method(RATIO).met_at_base(achieved().strictly(), achieved()), "strictly"),
        (method(RATIO).met_at_base(achieved(), achieved().by_level()), "line"),
        (method(RATIO).met_at_base(achieved().even_alone(), achieved()), "alone"),
        (
            method(Progress::ProjectedChange(Growth::Linear)).rounding(rates(4)),
            "rounding.rates",
        ),
        (
            method(RATIO).natural_limit_exponent(dec!(4.44)),
            "natural_limit_exponent",
        ),
        (method(RATIO).in_percent(), "in_percent"),
        (method(LINEAR).counting_losses(), "down_to"),
        (method(Progress::ShareOfWay).counting_falls_to_zero(), "down_to"),
        (method(Progress::Level).zero_as(dec!(0.001)), "zero_as"),
        (
            method(Progress::Change).passing_over_zero_bases(),
            "passes_over_zero_bases",
        ),
        (
            method(RATIO).window(LAST_YEARS).passing_over_zero_bases(),
            "passes_over_zero_bases",
        ),
    ];
    for (method, setting) in refused {
        assert_eq!(unread(&composed(method.clone())), Some(setting), "{method:?}");
    }
}

#[test]
fn settings_of_a_scale_that_nothing_reads() {
    let points = [(dec!(0), dec!(1))];
    for (scale, setting) in [
        (scale(LINEAR).shrinking_near_the_limit(), "shrinks"),
        (scale(LINEAR).scored(LINE), "shrinks"),
        (
            scale(LINEAR).scored(Score::Fixed(dec!(1))).scored_between(&points),
            "score",
        ),
        (Scale::new(LINEAR).scored_between(&points), "knots"),
        (scale(LINEAR).scores_within(dec!(0), dec!(1)), "range"),
        (
            scale(LINEAR).scored_between(&points).scores_within(dec!(0), dec!(1)),
            "range",
        ),
    ] {
        let refused = composed(Method::new().with_number(scale.clone()));
        assert_eq!(unread(&refused), Some(setting), "{scale:?}");
    }
}

#[test]
fn settings_of_an_indicator_that_nothing_reads() {
    let normalised = || method(LINEAR).transform(Transform::Normalised);
    for (method, told, setting) in [
        (
            method(RATIO),
            Parameters::new().natural_limit(dec!(100)),
            "natural_limit",
        ),
        (method(RATIO), Parameters::new().level(dec!(5)), "level"),
        (
            method(Progress::Level).without_number(scale(RATIO)),
            Parameters::new().level(dec!(5)),
            "level",
        ),
        (
            method(Progress::ShareOfWay),
            Parameters::new().required(dec!(1)),
            "required",
        ),
        (method(LINEAR), Parameters::new().bounds(dec!(0), dec!(1)), "lower"),
        (
            normalised(),
            Parameters::new().bounds(dec!(0), dec!(1)).transform(Transform::None),
            "lower",
        ),
        (
            method(LINEAR).achieved(achieved()),
            Parameters::new().level(dec!(5)).scale(scale(Progress::Level)),
            "level",
        ),
    ] {
        let rule = composed(method.clone()).unwrap();
        let refused = rule.with_parameters("a".parse().unwrap(), told.clone());
        assert_eq!(unread(&refused), Some(setting), "{told:?}");
    }
}

#[test]
fn rules_of_one_figure_read_little() {
    let schedule = || method(Progress::ScheduledShare);
    let completion = || method(Progress::Completion);
    for refused in [
        schedule().without_number(scale(RATIO)),
        schedule().base(Base::NextLater),
        schedule().achieved(achieved().strictly()),
        schedule().defaults(Parameters::new().required(dec!(1))),
        Method::new().without_number(scale(Progress::ScheduledShare)),
        method(RATIO).defaults(Parameters::new().scale(scale(Progress::ScheduledShare))),
        completion().base(Base::NextLater),
        completion().defaults(Parameters::new().level(dec!(1))),
        Method::new().without_number(scale(Progress::Completion)),
    ] {
        assert_eq!(composed(refused.clone()), Err(RuleError::OneFigure), "{refused:?}");
    }
    let scheduled = completion().schedule(&[dec!(0.4), dec!(1)]);
    assert_eq!(unread(&composed(scheduled)), Some("schedule"));
    let all = schedule()
        .schedule(&[dec!(0.4), dec!(1)])
        .achieved(achieved())
        .defaults(Parameters::new().cuts(&[dec!(0.9)]))
        .aggregation(Aggregation::new(Statistic::Mean));
    assert!(composed(all).is_ok());
    assert_eq!(
        RuleError::OneFigure.to_string(),
        "a rule of completion or of a schedule has one scale, for goals with a number, and reads besides what is achieved, cuts and the whole"
    );
}

#[test]
fn other_settings_that_mean_nothing() {
    let required = |measured| Scale::new(measured).class("enough", Status::OnTrack, Cut::Required);
    let scored = |low, high| scale(RATIO).scored(Score::Fixed(dec!(1))).scores_within(low, high);
    let whole = Aggregation::new(Statistic::Mean);
    let nameless = || Class::new(" ", Status::Achieved);
    let not_projected = "growth by the cumulative method is that of a sum, by which no value is projected: measure a projection by another growth";
    for (method, message) in [
        (
            Method::new().with_number(required(Progress::Level)),
            "nothing is required of this number, so that no class can begin there",
        ),
        (
            Method::new().with_number(required(Progress::RemainingGap(Growth::Linear))),
            "nothing is required of this number, so that no class can begin there",
        ),
        (
            method(RATIO).aggregation(whole.clone().class("all", Status::OnTrack, Cut::Required)),
            "nothing is required of this number, so that no class can begin there",
        ),
        (
            Method::new().with_number(scored(dec!(1), dec!(0.5))),
            "the least score does not lie above the greatest, got 1 and 0.5",
        ),
        (
            method(Progress::ProjectedChange(Growth::CumulativeMethod)),
            not_projected,
        ),
        (
            Method::new().without_number(scale(Progress::RemainingGap(Growth::CumulativeMethod))),
            not_projected,
        ),
        (
            method(RATIO).window(Window::LastYears { years: 2, at_least: 3 }),
            "a window of 2 years cannot span 3",
        ),
        (
            method(RATIO).window(Window::LastYears { years: 0, at_least: 0 }),
            "a window of 0 years cannot span 1",
        ),
        (
            Method::new().with_number(Scale::new(RATIO).scored(Score::Fixed(dec!(1)))),
            "a class has a name, and this one is blank",
        ),
        (
            method(RATIO).aggregation(whole.clone().scored(dec!(1))),
            "a class has a name, and this one is blank",
        ),
        (
            method(RATIO).aggregation(whole.all_achieved(nameless())),
            "a class has a name, and this one is blank",
        ),
        (
            method(LINEAR).window(LAST_YEARS).base(Base::Nearest(1)),
            "nothing in this rule reads `base`: a movement does, in every window but `last_years`",
        ),
    ] {
        assert_eq!(composed(method).unwrap_err().to_string(), message);
    }
}

/// Each would be believed: the sign turns the verdict round, and per cent in the place of parts are never reached.
#[test]
fn numbers_that_a_method_cannot_mean() {
    let shares = |shares: &[Decimal]| method(Progress::ScheduledShare).schedule(shares);
    let whole = |share| Aggregation::new(Statistic::Mean).at_least_assessed(share);
    let shrinking = |exponent| {
        let scale = scale(LINEAR).shrinking_near_the_limit();
        Method::new().with_number(scale).natural_limit_exponent(exponent)
    };
    let rounding = Rounding {
        values: Some(29),
        rates: None,
    };
    let due = "`schedule` is the shares of the way that are due, from 0 to 1, none below the one before it, and the last one 1";
    let refused: &[(Method, String)] = &[
        (shares(&[dec!(20), dec!(100)]), format!("{due}, got 20; write 0.2 for 20 %")),
        (shares(&[dec!(-0.2), dec!(1)]), format!("{due}, got -0.2; write 0.2")),
        (shares(&[dec!(0.4), dec!(0.3), dec!(1)]), format!("{due}, got 0.3")),
        (shares(&[dec!(0.2), dec!(0.4)]), format!("{due}, got 0.4")),
        (
            method(RATIO).aggregation(whole(dec!(50))),
            "`least_share` is the share of the parts that must be assessed, from 0 to 1, got 50; write 0.5 for 50 %".into(),
        ),
        (
            method(RATIO).aggregation(whole(dec!(-0.1))),
            "`least_share` is the share of the parts that must be assessed, from 0 to 1, got -0.1; write 0.1".into(),
        ),
        (shrinking(dec!(0)), "`natural_limit_exponent` is above 0, got 0".into()),
        (
            shrinking(dec!(-4.44)),
            "`natural_limit_exponent` is above 0, got -4.44; write 4.44".into(),
        ),
        (
            method(RATIO).zero_as(dec!(0)),
            "`zero_as` stands in for 0 and is above it, got 0".into(),
        ),
        (
            method(RATIO).base(Base::Nearest(0)),
            "`nearest` is how many years beside its own the base can lie, 1 or more, got 0; write `exact`".into(),
        ),
        (
            method(RATIO).base(Base::EarlierThenLater(0)),
            "`earlier_then_later` is how many years beside its own the base can lie, 1 or more, got 0; write `next_later`"
                .into(),
        ),
        (
            method(RATIO).window(Window::SinceYear(20_150)),
            "`since_year` is a year from 1 to 9999, got 20150".into(),
        ),
        (
            method(RATIO).rounding(rounding),
            "`values` is from 0 to 28 decimals, got 29".into(),
        ),
    ];
    for (method, message) in refused {
        let error = composed(method.clone()).unwrap_err();
        assert_eq!((error.to_string(), error.code()), (message.clone(), "out_of_range"));
    }
    assert!(composed(shares(&[dec!(0), dec!(0.4), dec!(0.4), dec!(1)])).is_ok());
}

#[test]
fn numbers_that_a_scale_cannot_mean() {
    let cut_at = |measure, cut| Method::new().with_number(Scale::new(measure).class("a", Status::OnTrack, cut));
    let ratio =
        "`cut` is a part of what is promised, where 1 is all of it and 10 the most, unless the scale has `times`";
    let refused: &[(Method, String)] = &[
        (
            Method::new().with_number(scale(RATIO).times(dec!(0))),
            "`times` is a factor other than 0, got 0".into(),
        ),
        (
            cut_at(RATIO, Cut::AtLeast(dec!(95))),
            format!("{ratio}, got 95; write 0.95 for 95 %"),
        ),
        (
            cut_at(Progress::RemainingGap(Growth::Linear), Cut::AtMost(dec!(20))),
            format!("{ratio}, got 20; write 0.2 for 20 %"),
        ),
        (
            cut_at(Progress::Growth(Growth::Compound), Cut::MoreThan(dec!(1.5))),
            "`cut` is a rate per year, a fraction from -1 to 1 unless the scale has `times`, got 1.5; write 0.015 for 1.5 %"
                .into(),
        ),
    ];
    for (method, message) in refused {
        let error = composed(method.clone()).unwrap_err();
        assert_eq!((error.to_string(), error.code()), (message.clone(), "out_of_range"));
    }
    // What a cut says is in other units then, and of changes and years anything can be meant.
    for right in [
        Method::new().with_number(Scale::new(RATIO).times(dec!(100)).class(
            "a",
            Status::OnTrack,
            Cut::AtLeast(dec!(95)),
        )),
        cut_at(LINEAR, Cut::AtLeast(dec!(95))),
        cut_at(Progress::TotalChange, Cut::AtLeast(dec!(3))),
    ] {
        assert!(composed(right.clone()).is_ok(), "{right:?}");
    }
}

#[test]
fn numbers_of_an_indicator_that_cannot_be_meant() {
    let normalised = || method(LINEAR).transform(Transform::Normalised);
    let required = |number| Parameters::new().required(number);
    let rate = "`required` is the movement per year towards the goal, a fraction above 0 whichever way is better";
    let units = "`required` is the movement per year towards the goal, and above 0 whichever way is better";
    for (method, told, message) in [
        (method(RATIO), required(dec!(-0.026)), format!("{rate}, got -0.026; write 0.026")),
        (method(RATIO), required(dec!(0)), format!("{rate}, got 0")),
        (method(RATIO), required(dec!(2.6)), format!("{rate}, got 2.6; write 0.026 for 2.6 %")),
        (
            method(Progress::TotalChange),
            required(dec!(4.2)),
            format!("{rate}, got 4.2; write 0.042 for 4.2 %"),
        ),
        (method(LINEAR), required(dec!(-3)), format!("{units}, got -3; write 3")),
        (
            normalised(),
            Parameters::new().bounds(dec!(50), dec!(50.0)),
            "`optimum` is the best value, and another one than the worst, `lower`, got 50.0".into(),
        ),
        (
            method(RATIO),
            Parameters::new().cuts(&[dec!(95)]),
            "`cuts` is a part of what is promised, where 1 is all of it and 10 the most, unless the scale has `times`, \
             got 95; write 0.95 for 95 %"
                .into(),
        ),
    ] {
        let rule = composed(method.clone()).unwrap();
        let refused = rule.with_parameters("a".parse().unwrap(), told.clone()).unwrap_err();
        assert_eq!((refused.to_string(), refused.code()), (message.clone(), "out_of_range"));
        let by_default = composed(method.defaults(told)).unwrap_err();
        assert_eq!(by_default.to_string(), message);
    }
    let movement = composed(method(LINEAR)).unwrap();
    assert!(
        movement
            .with_parameters("a".parse().unwrap(), required(dec!(3)))
            .is_ok()
    );
    for rule in catalogue::rules() {
        let told = rule.with_parameters("a".parse().unwrap(), required(dec!(-0.026)));
        assert!(told.is_err());
    }
}

#[test]
fn classes_of_what_is_not_judged_and_of_two_statuses() {
    let scale = |class: [(&str, Status); 2]| {
        Scale::new(RATIO)
            .class(class[0].0, class[0].1, Cut::AtLeast(dec!(0.5)))
            .rest(class[1].0, class[1].1)
    };
    for (classes, message) in [
        (
            [("a", Status::OnTrack), ("b", Status::Unknown)],
            "a class is of what was judged, and `unknown` is said of what was not: its status is `on_track`, `off_track` or another one",
        ),
        (
            [("a", Status::NotDue), ("b", Status::OffTrack)],
            "a class is of what was judged, and `not_due` is said of what was not: its status is `on_track`, `off_track` or another one",
        ),
        (
            [("a", Status::OnTrack), ("a", Status::Lagging)],
            "two classes of one scale are called `a`, one `on_track` and one `lagging`: give them one status, or two names",
        ),
    ] {
        let refused = composed(Method::new().with_number(scale(classes)));
        assert_eq!(refused.unwrap_err().to_string(), message);
    }
    let one_class = scale([("a", Status::OnTrack), ("a", Status::OnTrack)]);
    assert!(composed(Method::new().with_number(one_class)).is_ok());
}

/// An office that publishes no such numbers has none.
#[test]
fn rules_that_are_as_published_already() {
    let refused: Vec<String> = catalogue::rules()
        .into_iter()
        .filter(|rule| rule.clone().as_published().is_err())
        .map(|rule| rule.code().to_string())
        .collect();
    let expected = "pace unsd-2022-growth unsd-projected china-schedule china-midterm china-level-growth china-cumulative-growth \
                    nutrition-2030 igme s-distance escap-anticipated-progress sbti-absolute-contraction nutrition-2030-unicef \
                    unsd-level";
    assert_eq!(refused.join(" "), expected);
}

/// Halves of bounds, and lines for the score of a whole, can only be written in documents.
#[test]
fn documents_that_say_half_or_too_much() {
    let own = |method: &str| {
        let document = format!(r#"{{"code":"own","method":{method}}}"#);
        serde_json::from_str::<Rule>(&document).unwrap_err().to_string()
    };
    let scale = r#""with_number":{"measures":{"growth":"linear"},"bands":[]}"#;
    for (rest, place, setting) in [
        (
            r#""transform":"normalised","defaults":{"lower":"1"}"#,
            "defaults.lower",
            "lower",
        ),
        (
            r#""transform":"normalised","defaults":{"optimum":"1"}"#,
            "defaults.optimum",
            "optimum",
        ),
        (r#""as_published":true"#, "as_published", "as_published"),
        (
            r#""aggregation":{"statistic":"mean","bands":[{"class":{"name":"a","status":"on_track"},"score":{"line":{"slope":"1","intercept":"0"}}}]}"#,
            "aggregation.bands[0].score.line",
            "line",
        ),
    ] {
        let message = own(&format!("{{{scale},{rest}}}"));
        assert!(
            message.starts_with(&format!("method.{place}: nothing in this rule reads `{setting}`")),
            "{message}"
        );
    }
}

/// Every setting, each with a few values.
fn settings() -> Vec<fn(Method, usize) -> Method> {
    vec![
        |method, at| method.window([LAST_YEARS, Window::SinceYear(2016)][at % 2]),
        |method, at| method.base([Base::NextLater, Base::Nearest(2), Base::EarlierThenLater(1)][at % 3]),
        |method, at| method.only([Direction::Rising, Direction::Falling][at % 2]),
        |method, at| {
            let ways = [
                achieved(),
                achieved().strictly(),
                achieved().at_zero(),
                achieved().even_alone(),
            ];
            method.achieved(ways[at % 4].clone())
        },
        |method, _| method.met_at_base(achieved(), Achieved::new(Class::new("lost", Status::Worsening))),
        |method, at| method.transform([Transform::AwayFrom(dec!(50)), Transform::Parity][at % 2]),
        |method, at| {
            method.rounding(Rounding {
                values: Some(1),
                rates: [None, Some(3)][at % 2],
            })
        },
        |method, at| method.natural_limit_exponent([dec!(4.44), dec!(0.5)][at % 2]),
        |method, at| [Method::counting_losses, Method::counting_falls_to_zero][at % 2](method),
        |method, _| method.zero_as(dec!(0.0010)),
        |method, _| method.passing_over_zero_bases(),
        |method, _| method.schedule(&[dec!(0.20), dec!(1)]),
        |method, at| {
            let told = Parameters::new();
            method.defaults([told.clone().natural_limit(dec!(120)), told.required(dec!(0.02))][at % 2].clone())
        },
        |method, at| {
            let statistics = [
                Statistic::Mean,
                Statistic::Median,
                Statistic::TwoWorst,
                Statistic::Worst,
            ];
            let whole = Aggregation::new(statistics[at % 4]).rest("all", Status::OnTrack);
            method.aggregation(whole.scored(dec!(1.50)).at_least_assessed(dec!(0.5)))
        },
    ]
}

fn measures(growth: Growth) -> [Progress; 14] {
    // Nothing is projected by the cumulative method.
    let projected = match growth {
        Growth::CumulativeMethod => Growth::Compound,
        _ => growth,
    };
    [
        Progress::Growth(growth),
        Progress::GrowthRatio(growth),
        Progress::SignedGrowthRatio(growth),
        Progress::ProjectedChange(projected),
        Progress::RemainingGap(projected),
        Progress::ShareOfWay,
        Progress::Level,
        Progress::Change,
        Progress::Mean,
        Progress::Closeness,
        Progress::ScheduledShare,
        Progress::Completion,
        Progress::TimeDistance,
        Progress::TotalChange,
    ]
}

/// A rule with those of some settings that it reads.
fn rule_of(growth: Growth, measure: usize, chosen: &[(usize, usize)]) -> Rule {
    let measured = measures(growth)[measure];
    let scales = [
        scale(measured),
        scale(measured).times(dec!(1.10)),
        scale(measured)
            .scored(Score::Fixed(dec!(2.0)))
            .scores_within(dec!(0), dec!(5)),
        scale(measured).shrinking_near_the_limit(),
    ];
    let plain = Method::new().with_number(scales[0].clone());
    let fold = |method: Method, &(setting, at): &(usize, usize)| {
        let told = settings()[setting % 14](method.clone(), at);
        let scaled = told.clone().with_number(scales[at % 4].clone());
        let variants = [scaled.clone().without_number(scale(measured)), scaled, told];
        variants
            .into_iter()
            .find(|method| composed(method.clone()).is_ok())
            .unwrap_or(method)
    };
    let rule = composed(chosen.iter().fold(plain, fold)).unwrap();
    rule.clone().as_published().unwrap_or(rule)
}

fn questions() -> Vec<Question> {
    let figures = |values: &[Decimal]| yearly(values);
    let rising = figures(&[dec!(60), dec!(61.3), dec!(63), dec!(62.4), dec!(70)]);
    let crossing = figures(&[dec!(-3), dec!(0), dec!(2)]);
    vec![
        Question::new("a", 2015, 2030, goal(Direction::Rising, Some(dec!(110))), &rising),
        Question::new("a", 2015, 2030, goal(Direction::Falling, Some(dec!(0))), &rising),
        Question::new("a", 2015, 2030, goal(Direction::Rising, None), &crossing),
    ]
}

/// The same rule, from its document.
fn reread(rule: &Rule) -> Rule {
    serde_json::from_str(&serde_json::to_string(rule).unwrap()).unwrap()
}

#[test]
fn published_rules_are_themselves_after_json() {
    let told = and_told(catalogue::rules());
    for rule in told {
        for rule in std::iter::once(rule.clone()).chain(rule.clone().as_published()) {
            let rule = rule.with_max_age(Some(3));
            assert_eq!(reread(&rule), rule);
            for question in questions() {
                assert_eq!(question.verdict(&reread(&rule)), question.verdict(&rule), "{rule:?}");
            }
        }
    }
}

/// The rules, and those that may be told something, told it.
fn and_told(rules: Vec<Rule>) -> Vec<Rule> {
    let told = [
        Parameters::new().required(dec!(0.020)),
        Parameters::new().natural_limit(dec!(100.0)),
        Parameters::new().level(dec!(66)).bounds(dec!(10), dec!(70)),
        Parameters::new().cuts(&[dec!(0.9)]),
        Parameters::new().scale(scale(Progress::Level)),
    ];
    let tell = |rule: &Rule| {
        let own = told
            .clone()
            .map(|told| rule.clone().with_parameters("a".parse().unwrap(), told));
        own.into_iter().flatten().collect::<Vec<_>>()
    };
    let told: Vec<Rule> = rules.iter().flat_map(tell).collect();
    assert!(told.len() > 40, "{}", told.len());
    rules.into_iter().chain(told).collect()
}

proptest! {
    #[test]
    fn composed_rules_are_themselves_after_json(
        growth in prop::sample::select(vec![
            Growth::Compound,
            Growth::Continuous,
            Growth::Linear,
            Growth::WeightedLogLinearRegression,
            Growth::CumulativeMethod,
        ]),
        measure in 0_usize..14,
        chosen in prop::collection::vec((0_usize..14, 0_usize..12), 0..12),
    ) {
        let rule = rule_of(growth, measure, &chosen);
        let again = reread(&rule);
        prop_assert_eq!(&again, &rule);
        for question in questions() {
            prop_assert_eq!(question.verdict(&again), question.verdict(&rule));
        }
    }
}
