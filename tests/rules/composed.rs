use milepost::rule::{
    Aggregation, Base, Cut, Growth, Method, Parameters, Part, Progress, Rounding, Scale, Score, Statistic, Window,
};
use milepost::{Cuts, Direction, Rule, Status, dec};

use crate::support::{Numbers as _, Question, goal};

fn scale(progress: Progress) -> Scale {
    Scale::new(progress)
        .class("good", Status::OnTrack, Cut::AtLeast(dec!(1)))
        .rest("bad", Status::OffTrack)
}

fn message(scale: Scale) -> String {
    Rule::composed("own".parse().unwrap(), Method::new().with_number(scale))
        .unwrap_err()
        .to_string()
}

#[test]
fn rules_that_are_none_say_why() {
    let two = |first, second| {
        Scale::new(Progress::ShareOfWay)
            .class("one", Status::OnTrack, first)
            .class("two", Status::Lagging, second)
    };
    for (scale, expected) in [
        (
            two(Cut::AtLeast(dec!(1)), Cut::AtLeast(dec!(1))),
            "cuts fall from the best class to the worst, and 1 does not lie below 1",
        ),
        (
            two(Cut::AtMost(dec!(1)), Cut::AtMost(dec!(0.5))),
            "where less is better, cuts rise from the best class to the worst, and 0.5 does not lie above 1",
        ),
        (
            two(Cut::AtMost(dec!(1)), Cut::AtLeast(dec!(2))),
            "the cuts of one scale all ask for more, or all for less",
        ),
        (
            two(Cut::AtLeast(dec!(1000.1)), Cut::AtLeast(dec!(2))),
            "a cut lies between -1000 and 1000 and has 12 decimals at most, got 1000.1",
        ),
        (
            scale(Progress::ShareOfWay).class("late", Status::Lagging, Cut::AtLeast(dec!(0))),
            "the class that takes whatever is left is the last one of its scale, and the only one without a cut",
        ),
        (
            Scale::new(Progress::ShareOfWay).rest(" ", Status::Lagging),
            "a class has a name, and this one is blank",
        ),
        (
            scale(Progress::ShareOfWay).scored_between(&[(dec!(1), dec!(0)), (dec!(1), dec!(2))]),
            "the points of a score stand in rising order of their numbers",
        ),
    ] {
        assert_eq!(message(scale), expected);
    }
    let nothing = Rule::composed("own".parse().unwrap(), Method::new());
    assert_eq!(
        nothing.unwrap_err().to_string(),
        "a rule has a scale, for goals with a number or for those without"
    );
    let four = Parameters::new().cuts(&[dec!(4), dec!(3), dec!(2), dec!(1)]);
    let error = Rule::open_sdg()
        .with_parameters("a".parse().unwrap(), four)
        .unwrap_err();
    assert_eq!(error.to_string(), "this rule has 3 cuts that can be replaced, got 4");
}

/// What is told to a rule that has no use for it is refused, and not forgotten.
#[test]
fn what_a_rule_cannot_be_told() {
    let error = Rule::pace()
        .with_parameters("a".parse().unwrap(), Parameters::new())
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "a rule that is cut by pace takes no parameters of single indicators"
    );
    let error = Rule::pace().as_published().unwrap_err();
    assert_eq!(
        error.to_string(),
        "nothing in this rule reads `as_published`: `zero_as`, `achieved`, `share_of_way` and ratios of growth do"
    );
    let error = Rule::open_sdg().with_cuts(Cuts::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a composed rule is not cut by pace: its cuts are replaced by those of its parameters"
    );
}

#[test]
fn a_strict_and_an_inclusive_cut_at_one_number_make_a_class_of_it() {
    let scale = Scale::new(Progress::ShareOfWay)
        .class("faster", Status::Ahead, Cut::MoreThan(dec!(0.4)))
        .class("as planned", Status::OnTrack, Cut::AtLeast(dec!(0.4)))
        .rest("slower", Status::Lagging);
    let rule = Rule::composed("own".parse().unwrap(), Method::new().with_number(scale)).unwrap();
    for (value, name) in [
        (dec!(140.1), "faster"),
        (dec!(140), "as planned"),
        (dec!(139.9), "slower"),
    ] {
        let figures = [(2020, dec!(100)), (2022, value)];
        let question = Question::new("own", 2020, 2025, goal(Direction::Rising, Some(dec!(200))), &figures);
        assert_eq!(rule.class_name(&question.verdict(&rule)), name, "{value}");
    }
}

#[test]
fn rules_are_stored_as_json() {
    let rule = Rule::composed(
        "own".parse().unwrap(),
        Method::new()
            .base(Base::Nearest(3))
            .window(Window::SinceYear(2016))
            .rounding(Rounding {
                values: Some(1),
                rates: None,
            })
            .with_number(scale(Progress::RemainingGap(Growth::WeightedRegression)).scored(Score::Fixed(dec!(2))))
            .aggregation(Aggregation::new(Statistic::Median).rest("all", Status::OnTrack)),
    )
    .unwrap()
    .with_parameters("gdp".parse().unwrap(), Parameters::new().required(dec!(0.02)))
    .unwrap();
    let json = serde_json::to_string(&rule).unwrap();
    assert_eq!(
        json,
        r#"{"format":1,"code":"own","max_age":null,"method":{"window":{"since_year":2016},"base":{"nearest":3},"with_number":{"measures":{"remaining_gap":"weighted_regression"},"bands":[{"class":{"name":"good","status":"on_track"},"cut":{"at_least":"1"}},{"class":{"name":"bad","status":"off_track"},"score":{"fixed":"2"}}]},"transform":"none","rounding":{"values":1},"down_to":"above_zero","parameters":{"gdp":{"required":"0.02"}},"aggregation":{"statistic":"median","bands":[{"class":{"name":"all","status":"on_track"}}]}}}"#
    );
    assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
    // A rule that names no format is of this one.
    for format in ["", r#""format":1,"#] {
        let shorter = r#""code":"own","method":{"with_number":{"measures":"share_of_way","bands":[]}}}"#;
        assert!(
            serde_json::from_str::<Rule>(&format!("{{{format}{shorter}")).is_ok(),
            "{format}"
        );
    }
}

#[test]
fn documents_that_are_no_rule_are_refused() {
    let pace = serde_json::to_string(&Rule::pace()).unwrap();
    let cuts = r#"{"ahead":"1.05","on_track":"0.95","lagging":"0.60","off_track":"0"}"#;
    assert_eq!(
        pace,
        format!(r#"{{"format":1,"code":"pace","cuts":{cuts},"max_age":2}}"#)
    );
    assert_eq!(serde_json::from_str::<Rule>(&pace).unwrap(), Rule::pace());
    let method = r#"{"with_number":{"measures":{"growth":"linear"},"bands":[]}}"#;
    for (document, message) in [
        (r#"{"code":"own"}"#.to_owned(), "a rule has either `cuts` or a `method`"),
        (
            format!(r#"{{"code":"own","cuts":{cuts},"method":{method}}}"#),
            "a rule has either `cuts` or a `method`",
        ),
        (
            format!(
                r#"{{"code":"own","method":{}}}"#,
                method.replace("with_number", "with_numbr")
            ),
            "method.with_numbr: there is no field `with_numbr` here; the nearest is `with_number`",
        ),
        (r#"{"code":"own","method":{}}"#.to_owned(), "method: a rule has a scale"),
        (
            format!(r#"{{"format":2,"code":"own","cuts":{cuts}}}"#),
            "format: the format 2 is not known here; this version reads format 1",
        ),
    ] {
        let error = serde_json::from_str::<Rule>(&document).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }
}

#[test]
fn statistics_of_scores() {
    let parts = |scores: &[i64]| -> Vec<Part> {
        let figures = [(2020, dec!(100)), (2022, dec!(120))];
        let question = Question::new("own", 2020, 2025, goal(Direction::Rising, Some(dec!(200))), &figures);
        let mut verdict = question.verdict(&Rule::open_sdg());
        let mut part = |score: &i64| {
            verdict.measured.as_mut().unwrap().score = Some((*score).into());
            Part::from(&verdict)
        };
        scores.iter().map(&mut part).collect()
    };
    for (statistic, scores, value) in [
        (Statistic::Mean, &[1, 2, 6][..], dec!(3)),
        (Statistic::Median, &[6, 1, 2], dec!(2)),
        (Statistic::Median, &[6, 1, 2, 3], dec!(2.5)),
        (Statistic::TwoWorst, &[6, 1, 2], dec!(1.5)),
        (Statistic::TwoWorst, &[6], dec!(6)),
        (Statistic::Worst, &[6, 1, 2], dec!(1)),
    ] {
        let method = Method::new()
            .with_number(scale(Progress::ShareOfWay))
            .aggregation(Aggregation::new(statistic));
        let rule = Rule::composed("own".parse().unwrap(), method).unwrap();
        let whole = rule.aggregate(parts(scores));
        assert_eq!(whole.value, Some(value), "{statistic:?} {scores:?}");
        assert_eq!(whole.class, None);
        let silent = Rule::pace().aggregate(parts(scores));
        assert_eq!(
            (silent.value, silent.assessed),
            (None, u32::try_from(scores.len()).unwrap())
        );
    }
}

/// Figures that models read in different ways: those of a worked example for weighted trends, and an index of well-being of 57.05 in 2000 and
/// 69.05 in 2006 that was to reach 100 in 2020.
#[test]
fn growth_models() {
    let falling = [
        (2000, dec!(50)),
        (2005, dec!(46)),
        (2010, dec!(40)),
        (2015, dec!(33)),
        (2020, dec!(25)),
    ];
    let observed = |growth| {
        let rule = Rule::composed(
            "own".parse().unwrap(),
            Method::new().without_number(scale(Progress::Growth(growth))),
        );
        let question = Question::new("a", 2000, 2030, goal(Direction::Falling, None), &falling);
        question.verdict(&rule.unwrap()).numbers().observed.unwrap()
    };
    for (growth, rate) in [
        (Growth::Compound, dec!(-0.034063671075)),
        (Growth::Continuous, dec!(-0.034657359028)),
        (Growth::Linear, dec!(-1.25)),
        (Growth::LinearRegression, dec!(-1.26)),
        (Growth::WeightedRegression, dec!(-1.337142857143)),
        (Growth::LogLinearRegression, dec!(-0.033784673107)),
        (Growth::WeightedLogLinearRegression, dec!(-0.037430982158)),
        (Growth::MeanYearlyChange, dec!(-1.25)),
    ] {
        assert_eq!(observed(growth), rate, "{growth:?}");
    }
    let index = [(2000, dec!(57.05)), (2006, dec!(69.05))];
    let question = Question::new("a", 2000, 2020, goal(Direction::Rising, Some(dec!(100))), &index);
    for (growth, ratio) in [
        (Growth::Linear, dec!(0.93131548312)),
        (Growth::Compound, dec!(1.135952746647)),
    ] {
        let method = Method::new().with_number(scale(Progress::GrowthRatio(growth)));
        let rule = Rule::composed("own".parse().unwrap(), method).unwrap();
        assert_eq!(question.verdict(&rule).numbers().ratio, Some(ratio), "{growth:?}");
    }
}
