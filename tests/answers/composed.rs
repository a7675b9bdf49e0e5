//! Rules composed of every part, on a few series: what no published rule puts together is kept too.

use milepost::rule::{
    Achieved, Base, Class, Cut, Growth, Method, Parameters, Progress, Rounding, Scale, Score, Transform, Window,
    instalment_points, year_grade,
};
use milepost::{AsOf, Decimal, Direction, Measure, Rule, Status, dec};

use crate::asked::{Asked, also_as_published};
use crate::frozen;
use crate::line::Line;
use crate::support::{PUBLISHED, Question, goal, yearly};
use crate::words;

const GROWTHS: [Growth; 9] = [
    Growth::Compound,
    Growth::Continuous,
    Growth::Linear,
    Growth::LinearRegression,
    Growth::WeightedRegression,
    Growth::LogLinearRegression,
    Growth::WeightedLogLinearRegression,
    Growth::MeanYearlyChange,
    Growth::CumulativeMethod,
];

/// What can be measured, with a growth or without one.
fn measures(growth: Growth) -> [(&'static str, Progress); 14] {
    [
        ("growth", Progress::Growth(growth)),
        ("growth-ratio", Progress::GrowthRatio(growth)),
        ("signed-growth-ratio", Progress::SignedGrowthRatio(growth)),
        ("projected-change", Progress::ProjectedChange(growth)),
        ("remaining-gap", Progress::RemainingGap(growth)),
        ("share-of-way", Progress::ShareOfWay),
        ("level", Progress::Level),
        ("change", Progress::Change),
        ("mean", Progress::Mean),
        ("closeness", Progress::Closeness),
        ("scheduled-share", Progress::ScheduledShare),
        ("completion", Progress::Completion),
        ("time-distance", Progress::TimeDistance),
        ("total-change", Progress::TotalChange),
    ]
}

/// Two cuts, a score on a line and one from point to point.
fn scale(measured: Progress) -> Scale {
    Scale::new(measured)
        .class("good", Status::OnTrack, Cut::AtLeast(dec!(0.8)))
        .scored(Score::Line {
            slope: dec!(2.5),
            intercept: dec!(-0.7),
            shrinks: false,
        })
        .class("fair", Status::Lagging, Cut::MoreThan(dec!(0.015)))
        .scored(Score::Fixed(dec!(0.3)))
        .rest("poor", Status::OffTrack)
}

/// The same scale for goals with a number and without one; a schedule is one of numbers.
fn method(measured: Progress) -> Method {
    let method = Method::new().with_number(scale(measured));
    match measured {
        Progress::ScheduledShare | Progress::Completion => method,
        _ => method.without_number(scale(measured)),
    }
}

fn rule(code: &str, method: Method) -> Rule {
    Rule::composed(code.replace('_', "-").parse().unwrap(), method).unwrap()
}

/// Every measure of every growth, but projections by the cumulative method, which are refused.
fn pairs() -> Vec<Rule> {
    let refused = [
        Progress::ProjectedChange(Growth::CumulativeMethod),
        Progress::RemainingGap(Growth::CumulativeMethod),
    ];
    let all = GROWTHS
        .into_iter()
        .flat_map(|growth| measures(growth).map(|(name, measured)| (growth, name, measured)));
    all.filter(|(.., measured)| !refused.contains(measured))
        .map(|(growth, name, measured)| rule(&format!("{}.{name}", words::name(growth)), method(measured)))
        .collect()
}

fn compound() -> Method {
    method(Progress::GrowthRatio(Growth::Compound))
}

fn linear() -> Method {
    method(Progress::ProjectedChange(Growth::Linear))
}

type Named = (&'static str, Method);

/// Which figures tell the movement, and where numbers are rounded.
fn figures() -> Vec<Named> {
    let rounding = |values, rates| Rounding { values, rates };
    vec![
        ("base.next-later", compound().base(Base::NextLater)),
        ("base.nearest", compound().base(Base::Nearest(3))),
        ("base.earlier-then-later", compound().base(Base::EarlierThenLater(2))),
        (
            "window.last-years",
            linear().window(Window::LastYears { years: 4, at_least: 2 }),
        ),
        ("window.since-year", linear().window(Window::SinceYear(2017))),
        ("rounding.values", compound().rounding(rounding(Some(0), None))),
        ("rounding.rates", compound().rounding(rounding(None, Some(4)))),
        (
            "rounding.both",
            method(Progress::GrowthRatio(Growth::Linear)).rounding(rounding(Some(1), Some(3))),
        ),
    ]
}

/// What counts as achieved.
fn achievements() -> Vec<Named> {
    let achieved = || Achieved::new(Class::new("done", Status::Achieved)).scored(dec!(5));
    let lost = || Achieved::new(Class::new("lost", Status::Worsening)).scored(dec!(-5));
    vec![
        ("achieved", compound().achieved(achieved())),
        ("achieved.strictly", compound().achieved(achieved().strictly())),
        (
            "achieved.by-level",
            linear()
                .achieved(achieved().by_level())
                .defaults(Parameters::new().level(dec!(60))),
        ),
        ("achieved.at-zero", linear().achieved(achieved().at_zero())),
        ("achieved.alone", linear().achieved(achieved().even_alone())),
        ("met-at-base", linear().met_at_base(achieved(), lost())),
    ]
}

/// What is done to values, and cuts near a limit.
fn transforms() -> Vec<Named> {
    let shrinking = || {
        scale(Progress::Growth(Growth::Compound))
            .shrinking_near_the_limit()
            .times(dec!(3))
    };
    let limited = || Parameters::new().natural_limit(dec!(120));
    vec![
        (
            "transform.normalised",
            linear()
                .transform(Transform::Normalised)
                .defaults(Parameters::new().bounds(dec!(130), dec!(10)).level(dec!(90))),
        ),
        ("transform.parity", linear().transform(Transform::Parity)),
        ("transform.away-from", linear().transform(Transform::AwayFrom(dec!(50)))),
        ("transform.chained", linear().transform(Transform::Chained)),
        (
            "limit.exponent",
            Method::new()
                .without_number(shrinking())
                .natural_limit_exponent(dec!(4.44))
                .defaults(limited()),
        ),
        (
            "limit.root",
            Method::new()
                .without_number(shrinking())
                .natural_limit_exponent(dec!(0.5))
                .defaults(limited()),
        ),
    ]
}

/// Zeros and losses, a direction, a schedule, and what a rule is told.
fn conditions() -> Vec<Named> {
    vec![
        ("falls-to-zero", compound().counting_falls_to_zero()),
        ("losses", compound().counting_losses()),
        ("zero-as", compound().zero_as(dec!(0.001))),
        ("zero-bases", compound().passing_over_zero_bases()),
        ("only.falling", compound().only(Direction::Falling)),
        (
            "schedule",
            method(Progress::ScheduledShare).schedule(&[dec!(0.1), dec!(0.25), dec!(0.45), dec!(0.7), dec!(1)]),
        ),
        ("required", linear().defaults(Parameters::new().required(dec!(0.026)))),
        (
            "own-cuts",
            compound().defaults(Parameters::new().cuts(&[dec!(1.2), dec!(0.4)])),
        ),
    ]
}

/// Each other part, on growth that suits it.
fn parts() -> Vec<Rule> {
    [figures(), achievements(), transforms(), conditions()]
        .into_iter()
        .flatten()
        .flat_map(|(code, method)| also_as_published(rule(code, method)))
        .collect()
}

/// A question of each sign, size and direction.
fn questions() -> Vec<(&'static str, Question)> {
    use Direction::{Falling, Rising};
    let question = |name, direction, number, values: &[Decimal]| {
        (
            name,
            Question::new("a", 2015, 2030, goal(direction, number), &yearly(values)),
        )
    };
    let steady = [dec!(60), dec!(61.3), dec!(63), dec!(62.4), dec!(66.125), dec!(70)];
    let falling = [dec!(52.5), dec!(50.1), dec!(47), dec!(47.9), dec!(40.25), dec!(33)];
    let losses = [dec!(-100), dec!(-90), dec!(-95.5), dec!(-81)];
    let crossing = [dec!(-3), dec!(-1.5), dec!(0), dec!(2)];
    let zeros = [dec!(0), dec!(4), dec!(4.5), dec!(5)];
    let to_zero = [dec!(9), dec!(4), dec!(1), dec!(0)];
    vec![
        question("rising", Rising, Some(dec!(110)), &steady),
        question("rising beyond the goal", Rising, Some(dec!(65)), &steady),
        question("rising from the goal", Rising, Some(dec!(60)), &steady),
        question("rising without a number", Rising, None, &steady),
        question("rising to below zero", Rising, Some(dec!(-5)), &steady),
        question("falling", Falling, Some(dec!(20)), &falling),
        question("falling across zero", Falling, Some(dec!(-20)), &falling),
        question("falling without a number", Falling, None, &falling),
        question("rising though it falls", Rising, Some(dec!(80)), &falling),
        question("losses", Rising, Some(dec!(-20)), &losses),
        question("losses without a number", Rising, None, &losses),
        question("crossing zero", Rising, Some(dec!(8)), &crossing),
        question("from zero", Rising, Some(dec!(8)), &zeros),
        question("to zero", Falling, Some(dec!(0)), &to_zero),
        question("two figures", Rising, Some(dec!(100)), &steady[..2]),
        question("one figure", Rising, Some(dec!(100)), &steady[..1]),
    ]
}

/// All of them.
pub(crate) fn rules() -> Vec<Rule> {
    pairs().into_iter().chain(parts()).collect()
}

#[test]
fn every_measure_of_every_growth() {
    let rules = rules();
    let mut lines = Vec::new();
    for (name, question) in questions() {
        for measure in [Measure::Index, Measure::GrowthRate] {
            answer(name, measure, &question, &rules, &mut lines);
        }
    }
    frozen::hold("composed.tsv", 4, &lines);
}

/// Without the facts, which the other tables hold.
fn answer(name: &str, measure: Measure, question: &Question, rules: &[Rule], lines: &mut Vec<String>) {
    let Some(target) = question.target_of(measure) else {
        return;
    };
    let series = question.series().unwrap();
    let asked = Asked {
        source: measure.name(),
        name,
        target: &target,
        series: &series,
        as_of: AsOf::from(PUBLISHED),
    };
    asked.judge(rules, lines);
}

/// Goals beyond zero by the rule that divides by the size of a complex rate, as published.
#[test]
fn complex_rates() {
    let rule = Rule::open_sdg().as_published().unwrap();
    let mut lines = Vec::new();
    for base in [dec!(0.001), dec!(1), dec!(7.5), dec!(120), dec!(99999.5)] {
        for (target, last) in [
            (dec!(-0.2), dec!(0.5)),
            (dec!(-3), dec!(2)),
            (dec!(-150), dec!(110)),
            (dec!(-70000), dec!(0.01)),
        ] {
            for (base_year, target_year) in [(2015, 2030), (2010, 2016), (2015, 2016), (2019, 2050)] {
                let figures = [(base_year, base), (base_year + 1, last)];
                let goal = goal(Direction::Falling, Some(target));
                let verdict = Question::new("a", base_year, target_year, goal, &figures).verdict(&rule);
                let asked = [
                    &*base.to_string(),
                    &*target.to_string(),
                    &*last.to_string(),
                    &*format!("{base_year}-{target_year}"),
                ];
                let mut line = Line::asking(asked);
                crate::facts::write_verdict(&mut line, &rule, &verdict);
                lines.push(line.written());
            }
        }
    }
    frozen::hold("complex_rates.tsv", 4, &lines);
}

/// Points and grades of a year, by two of the plan's own questions.
#[test]
fn points_and_grades() {
    let rule = Rule::china_schedule();
    let verdicts: Vec<_> = questions()
        .iter()
        .map(|(name, question)| (*name, question.verdict(&rule)))
        .collect();
    let mut lines = Vec::new();
    for (year, one) in &verdicts {
        for (whole, other) in &verdicts {
            let mut line = Line::asking(["points", *year, *whole]);
            line.cell("points", instalment_points(one, other).map_or(-1, i16::from));
            lines.push(line.written());
        }
    }
    for score in [
        dec!(100),
        dec!(95),
        dec!(94.9),
        dec!(80),
        dec!(60),
        dec!(59.99),
        dec!(-1),
    ] {
        for missed in [false, true] {
            let mut line = Line::asking(["grade", &score.to_string(), if missed { "missed" } else { "met" }]);
            let grade = year_grade(score, missed);
            line.cell("grade", format!("{}:{}", grade.name(), grade.status()));
            lines.push(line.written());
        }
    }
    frozen::hold("points_and_grades.tsv", 3, &lines);
}
