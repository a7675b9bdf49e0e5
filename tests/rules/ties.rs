//! Numbers that lie exactly on a cut, and one unit of the last place beside it: for everything that a rule can measure, by every growth model.

use milepost::rule::{Cut, Growth, Method, Parameters, Progress, Rounding, Scale, Transform};
use milepost::{Decimal, Direction, Goal, Measure, Rule, Status, dec, verdict};

use crate::support::{PUBLISHED, Question, TEN_YEARS, UNIT, goal, negative, stepped, yearly};

const BETTER: &str = "better than the cut";
const ON: &str = "on the cut";
const WORSE: &str = "worse than the cut";

/// A class of its own for what lies exactly on the cut.
fn around(progress: Progress, cut: Decimal) -> Scale {
    let less_is_better = matches!(progress, Progress::RemainingGap(_) | Progress::TimeDistance);
    let [better, on] = if less_is_better {
        [Cut::LessThan(cut), Cut::AtMost(cut)]
    } else {
        [Cut::MoreThan(cut), Cut::AtLeast(cut)]
    };
    Scale::new(progress)
        .class(BETTER, Status::Ahead, better)
        .class(ON, Status::OnTrack, on)
        .rest(WORSE, Status::Lagging)
}

/// A question whose last figure puts it on a cut.
#[derive(Clone)]
struct Tie {
    progress: Progress,
    figures: Vec<(i32, Decimal)>,
    goal: Option<Decimal>,
    goal_year: i32,
    direction: Direction,
    cut: Decimal,
}

impl Tie {
    fn new(progress: Progress, figures: &[(i32, Decimal)], goal: Option<Decimal>, cut: Decimal) -> Self {
        Self {
            progress,
            figures: figures.into(),
            goal,
            goal_year: 2025,
            direction: Direction::Rising,
            cut,
        }
    }

    fn falling(self) -> Self {
        Self {
            direction: Direction::Falling,
            ..self
        }
    }

    fn by(self, goal_year: i32) -> Self {
        Self { goal_year, ..self }
    }

    fn question(&self, figures: &[(i32, Decimal)]) -> Question {
        Question::new("a", 2015, self.goal_year, goal(self.direction, self.goal), figures)
    }

    fn method(&self) -> Method {
        let scale = || around(self.progress, self.cut);
        Method::new().with_number(scale()).without_number(scale())
    }

    /// On the cut, and to either side of it.
    fn assert(&self, method: Method, parameters: Parameters) {
        let rule = Rule::composed("own".parse().unwrap(), method).unwrap();
        let rule = rule.with_parameters("a".parse().unwrap(), parameters).unwrap();
        let class = |step: Decimal| {
            let verdict = self
                .question(&stepped(&self.figures, step, self.direction))
                .verdict(&rule);
            (rule.class_name(&verdict).to_owned(), verdict)
        };
        for (step, expected) in [(dec!(0), ON), (UNIT, BETTER), (negative(UNIT), WORSE)] {
            let (found, verdict) = class(step);
            let Self { progress, cut, .. } = self;
            assert_eq!(found, expected, "{progress:?} {cut} {step} {verdict:?}");
        }
    }
}

/// Figures as a growth model reads them: its movement per year, and the value to which it leads in 2025, if to any.
type Moved = (Growth, Vec<(i32, Decimal)>, Decimal, Option<Decimal>);

fn movements() -> Vec<Moved> {
    vec![
        (
            Growth::Compound,
            vec![(2015, dec!(100)), (2017, dec!(121))],
            dec!(0.1),
            Some(TEN_YEARS),
        ),
        (
            Growth::Linear,
            vec![(2015, dec!(100)), (2018, dec!(107.5))],
            dec!(2.5),
            Some(dec!(125)),
        ),
        (
            Growth::LinearRegression,
            yearly(&[dec!(100), dec!(101), dec!(105)]),
            dec!(2.5),
            Some(dec!(124.5)),
        ),
        (
            Growth::WeightedRegression,
            yearly(&[dec!(100), dec!(100), dec!(105)]),
            dec!(3),
            Some(dec!(128.5)),
        ),
        // (146.41 ÷ 100)^0.3 × (100 ÷ 121)^0.1 = 1.1: irrational powers whose product is not.
        (
            Growth::LogLinearRegression,
            yearly(&[dec!(100), dec!(121), dec!(100), dec!(146.41)]),
            dec!(0.1),
            Some(TEN_YEARS),
        ),
        (
            Growth::MeanYearlyChange,
            vec![(2015, dec!(100)), (2016, dec!(101)), (2017, dec!(105))],
            dec!(2.5),
            Some(dec!(125)),
        ),
        // 105 + 126 = 110 + 121.
        (
            Growth::CumulativeMethod,
            yearly(&[dec!(100), dec!(105), dec!(126)]),
            dec!(0.1),
            None,
        ),
    ]
}

#[test]
fn movements_on_a_cut() {
    for (growth, figures, per_year, _) in movements() {
        let tie = Tie::new(Progress::Growth(growth), &figures, None, per_year);
        tie.assert(tie.method(), Parameters::new());
        // Less is better: the same movement is away from the goal.
        let away = Tie::new(Progress::Growth(growth), &figures, None, negative(per_year)).falling();
        away.assert(away.method(), Parameters::new());
    }
    // 1.1^(5 × 0.6) = 1.331, by weights of 1, 2 and 3.
    let weighted = yearly(&[dec!(100), dec!(100), dec!(161.051)]);
    let tie = Tie::new(
        Progress::Growth(Growth::WeightedLogLinearRegression),
        &weighted,
        None,
        dec!(0.331),
    );
    tie.assert(tie.method(), Parameters::new());
    // A continuous rate is on no cut but 0.
    let flat = [(2015, dec!(100)), (2019, dec!(100))];
    let tie = Tie::new(Progress::Growth(Growth::Continuous), &flat, None, dec!(0));
    tie.assert(tie.method(), Parameters::new());
}

/// The decimals next to 100 e^0.1 (25 digits after the point by mpmath).
#[test]
fn continuous_rates_beside_a_cut() {
    for (last, class) in [
        (dec!(110.5170918075647624811707826), WORSE),
        (dec!(110.5170918075647624811707827), BETTER),
    ] {
        let tie = Tie::new(Progress::Growth(Growth::Continuous), &[], None, dec!(0.1));
        let rule = Rule::composed("own".parse().unwrap(), tie.method()).unwrap();
        let verdict = tie.question(&[(2015, dec!(100)), (2016, last)]).verdict(&rule);
        assert_eq!(rule.class_name(&verdict), class, "{last} {verdict:?}");
    }
}

#[test]
fn ratios_on_a_cut() {
    for progress in [Progress::GrowthRatio, Progress::SignedGrowthRatio] {
        for (growth, figures, per_year, _) in movements() {
            // In ten years: twice as many units a year, or 20 % a year.
            let goal = match growth {
                Growth::Compound | Growth::LogLinearRegression | Growth::CumulativeMethod => dec!(619.17364224),
                _ => per_year.checked_mul(dec!(20)).unwrap().checked_add(dec!(100)).unwrap(),
            };
            let tie = Tie::new(progress(growth), &figures, Some(goal), dec!(0.5));
            tie.assert(tie.method(), Parameters::new());
        }
        let weighted = yearly(&[dec!(100), dec!(100), dec!(161.051)]);
        let tie = Tie::new(
            progress(Growth::WeightedLogLinearRegression),
            &weighted,
            Some(TEN_YEARS),
            dec!(3.31),
        );
        tie.assert(tie.method(), Parameters::new());
        // ln 1.1 in two years, and ten times ln 1.1 in ten.
        let figures = [(2015, dec!(100)), (2017, dec!(110))];
        let tie = Tie::new(progress(Growth::Continuous), &figures, Some(TEN_YEARS), dec!(0.5));
        tie.assert(tie.method(), Parameters::new());
        // Irrational rates on both sides: 1.5^(1/4) and 2.25^(1/8).
        let figures = [(2015, dec!(100)), (2019, dec!(150))];
        let tie = Tie::new(progress(Growth::Compound), &figures, Some(dec!(225)), dec!(1)).by(2023);
        tie.assert(tie.method(), Parameters::new());
        // Ten percent less a year against twenty.
        let figures = [(2015, dec!(100)), (2017, dec!(81))];
        let tie = Tie::new(progress(Growth::Compound), &figures, Some(dec!(10.73741824)), dec!(0.5)).falling();
        tie.assert(tie.method(), Parameters::new());
    }
}

/// A required rate that the rule states, and the one that leads to the goal.
#[test]
fn what_is_required_is_a_cut_too() {
    let required = |figures: &[(i32, Decimal)], growth, goal, parameters: &Parameters| {
        let scale = || {
            Scale::new(Progress::Growth(growth))
                .class("enough", Status::OnTrack, Cut::Required)
                .rest("too little", Status::Lagging)
        };
        let method = Method::new().with_number(scale()).without_number(scale());
        let rule = Rule::composed("own".parse().unwrap(), method).unwrap();
        let rule = rule.with_parameters("a".parse().unwrap(), parameters.clone()).unwrap();
        let tie = Tie::new(Progress::Growth(growth), figures, goal, dec!(0));
        for (step, class) in [(dec!(0), "enough"), (UNIT, "enough"), (negative(UNIT), "too little")] {
            let verdict = tie.question(&stepped(figures, step, Direction::Rising)).verdict(&rule);
            assert_eq!(rule.class_name(&verdict), class, "{growth:?} {step} {verdict:?}");
        }
    };
    let irrational = [(2015, dec!(100)), (2020, dec!(150))];
    required(&irrational, Growth::Compound, Some(dec!(225)), &Parameters::new());
    required(&irrational, Growth::Continuous, Some(dec!(225)), &Parameters::new());
    required(&irrational, Growth::Linear, Some(dec!(200)), &Parameters::new());
    for (growth, figures, per_year, _) in movements() {
        required(&figures, growth, None, &Parameters::new().required(per_year));
    }
}

/// A measure of growth that is read in some way.
type OfGrowth = fn(Growth) -> Progress;

/// Half of the way that was promised, if it goes on so.
#[test]
fn projections_on_a_cut() {
    let measures: [(OfGrowth, Decimal); 2] = [
        (Progress::ProjectedChange, dec!(0.8)),
        (Progress::RemainingGap, dec!(0.2)),
    ];
    for (progress, of_losses) in measures {
        for (growth, figures, _, projected) in movements() {
            let Some(projected) = projected else { continue };
            let goal = projected.checked_mul(dec!(2)).unwrap().checked_sub(dec!(100)).unwrap();
            let tie = Tie::new(progress(growth), &figures, Some(goal), dec!(0.5));
            tie.assert(tie.method(), Parameters::new());
        }
        let figures = [(2015, dec!(100)), (2017, dec!(121))];
        let goal = Some(dec!(418.74849202));
        let tie = Tie::new(progress(Growth::Continuous), &figures, goal, dec!(0.5));
        tie.assert(tie.method(), Parameters::new());
        // By weights of 1, 2 and 3: 1.1^(6 t − 3), in three years 1.1¹⁵.
        let figures = yearly(&[dec!(100), dec!(100), TEN_YEARS]);
        let goal = Some(dec!(735.4496338831302));
        let tie = Tie::new(progress(Growth::WeightedLogLinearRegression), &figures, goal, dec!(0.5)).by(2018);
        tie.assert(tie.method(), Parameters::new());
        // Losses whose size falls by a tenth a year: 0.9¹⁰ is left.
        let losses = [(2015, dec!(-100)), (2017, dec!(-81))];
        let goal = Some(dec!(-18.5848050125));
        let tie = Tie::new(progress(Growth::Compound), &losses, goal, of_losses);
        tie.assert(tie.method().counting_losses(), Parameters::new());
    }
}

#[test]
fn shares_on_a_cut() {
    let figures = [(2015, dec!(100)), (2019, dec!(130))];
    for (progress, cut) in [
        (Progress::ShareOfWay, dec!(0.3)),
        (Progress::Closeness, dec!(0.3)),
        (Progress::TimeDistance, dec!(1)),
        (Progress::TotalChange, dec!(0.3)),
    ] {
        let tie = Tie::new(progress, &figures, Some(dec!(200)), cut);
        tie.assert(tie.method(), Parameters::new());
    }
    // Three sevenths and the like are no decimals, and lie beside every cut.
    let figures = [(2015, dec!(100)), (2019, dec!(103))];
    for (cut, class) in [(dec!(0.428571428571), BETTER), (dec!(0.428571428572), WORSE)] {
        let tie = Tie::new(Progress::ShareOfWay, &figures, Some(dec!(107)), cut);
        let rule = Rule::composed("own".parse().unwrap(), tie.method()).unwrap();
        assert_eq!(rule.class_name(&tie.question(&figures).verdict(&rule)), class, "{cut}");
    }
    // In percent: a number times 100 is cut there.
    let figures = [(2015, dec!(100)), (2019, dec!(130))];
    let tie = Tie::new(Progress::ShareOfWay, &figures, Some(dec!(200)), dec!(30));
    let method = Method::new().with_number(around(Progress::ShareOfWay, dec!(30)).times(dec!(100)));
    tie.assert(method, Parameters::new());
}

#[test]
fn means_on_a_cut() {
    let rule = |cut| {
        let method = Method::new().without_number(around(Progress::Mean, cut));
        Rule::composed("own".parse().unwrap(), method).unwrap()
    };
    let class = |rule: &Rule, figures: &[(i32, Decimal)]| {
        let question = Question::new("a", 2015, 2025, goal(Direction::Rising, None), figures);
        let target = question.target_of(Measure::GrowthRate).unwrap();
        let verdict = verdict(&target, &question.series().unwrap(), PUBLISHED, rule);
        rule.class_name(&verdict).to_owned()
    };
    let figures = yearly(&[dec!(1), dec!(2), dec!(4.5)]);
    let step = |step| stepped(&figures, step, Direction::Rising);
    for (step, expected) in [(step(dec!(0)), ON), (step(UNIT), BETTER), (step(negative(UNIT)), WORSE)] {
        assert_eq!(class(&rule(dec!(2.5)), &step), expected, "{step:?}");
    }
    let thirds = yearly(&[dec!(1), dec!(1), dec!(2)]);
    assert_eq!(class(&rule(dec!(1.333333333333)), &thirds), BETTER);
    assert_eq!(class(&rule(dec!(1.333333333334)), &thirds), WORSE);
}

/// Shares of the way ÷ what a schedule expects: 0.2, 0.5 and 1 in three years; by the logarithm where the goal is a change.
#[test]
fn scheduled_shares_on_a_cut() {
    let rule = |cut| {
        let method = Method::new()
            .with_number(around(Progress::ScheduledShare, cut))
            .schedule(&[dec!(0.2), dec!(0.5), dec!(1)]);
        Rule::composed("own".parse().unwrap(), method).unwrap()
    };
    let change = Goal::change(milepost::Bound::AtLeast(dec!(0.4641)));
    let level = goal(Direction::Rising, Some(dec!(200)));
    for (goal, measure, last, cut) in [
        (level, Measure::Stock, dec!(140), dec!(0.8)),
        // (1.1^4)^(0.5 × 0.5) = 1.1.
        (change, Measure::Index, dec!(110), dec!(0.5)),
    ] {
        let rule = rule(cut);
        for (step, expected) in [(dec!(0), ON), (UNIT, BETTER), (negative(UNIT), WORSE)] {
            let figures = stepped(&[(2015, dec!(100)), (2017, last)], step, Direction::Rising);
            let question = Question::new("a", 2015, 2018, goal, &figures);
            let target = question.target_of(measure).unwrap();
            let verdict = verdict(&target, &question.series().unwrap(), PUBLISHED, &rule);
            assert_eq!(rule.class_name(&verdict), expected, "{goal:?} {step} {verdict:?}");
        }
    }
}

/// 21 rates of 1 % have 42 decimals, and 1.01²¹ in 42 years is half of what 1.01⁴² promises in 84.
#[test]
fn scheduled_shares_of_chains_on_a_cut() {
    let step = dec!(0.000000000000001);
    let method = Method::new().with_number(around(Progress::ScheduledShare, dec!(0.5)));
    let rule = Rule::composed("own".parse().unwrap(), method).unwrap();
    let promise = Goal::average_growth_by_yearly_rates(milepost::Bound::AtLeast(dec!(0.0201)));
    for (last, expected) in [
        (dec!(0.01), ON),
        (dec!(0.01).checked_add(step).unwrap(), BETTER),
        (dec!(0.01).checked_sub(step).unwrap(), WORSE),
    ] {
        let rates: Vec<_> = (2016..2036)
            .map(|year| (year, dec!(0.01)))
            .chain([(2036, last)])
            .collect();
        let question = Question::new("a", 2015, 2057, promise, &rates);
        let target = question.target_of(Measure::GrowthRate).unwrap();
        let as_of = milepost::date("2037-01-01").unwrap();
        let verdict = verdict(&target, &question.series().unwrap(), as_of, &rule);
        assert_eq!(rule.class_name(&verdict), expected, "{last} {verdict:?}");
    }
}

/// Rates in the middle between two of four decimals, and beside it: the rounded rate decides, and the exact one how it is rounded.
#[test]
fn rates_that_are_rounded_before_they_are_cut() {
    let rounding = Rounding {
        values: None,
        rates: Some(4),
    };
    // 5.445 % becomes 5.45 %, which is on the cut, and so does a unit more. A unit less becomes 5.44 %, although the nearest of 28 decimals is
    // 5.445 % there too.
    let scale = around(Progress::Growth(Growth::Compound), dec!(0.0545));
    let method = Method::new().rounding(rounding).without_number(scale);
    let rule = Rule::composed("own".parse().unwrap(), method).unwrap();
    for (step, expected) in [(dec!(0), ON), (dec!(1), ON), (dec!(-1), WORSE)] {
        let figures = [
            (2015, dec!(40000000000000000000000000000)),
            (2017, dec!(44474592100000000000000000000)),
        ];
        let question = Question::new(
            "a",
            2015,
            2025,
            goal(Direction::Rising, None),
            &stepped(&figures, step, Direction::Rising),
        );
        let verdict = question.verdict(&rule);
        assert_eq!(rule.class_name(&verdict), expected, "{step} {verdict:?}");
    }
}

/// Cuts times 1 − (base ÷ limit)^exponent: with a whole exponent, with a root, and with the published one, whose power is irrational.
#[test]
fn cuts_that_shrink_near_a_limit() {
    let scale = |cut| around(Progress::Growth(Growth::Compound), cut).shrinking_near_the_limit();
    let method = |exponent| {
        Method::new()
            .natural_limit_exponent(exponent)
            .without_number(scale(dec!(0.5)))
    };
    for (base, exponent, last) in [
        (dec!(90), dec!(2), dec!(98.55)),
        (dec!(81), dec!(0.5), dec!(85.05)),
        (dec!(119), dec!(0.5), dec!(124.95)),
        // A base at the limit shrinks the cut to 0.
        (dec!(100), dec!(4.44), dec!(100)),
    ] {
        let figures = [(2015, base), (2016, last)];
        let tie = Tie::new(Progress::Growth(Growth::Compound), &figures, None, dec!(0.5));
        tie.assert(method(exponent), Parameters::new().natural_limit(dec!(100)));
    }
    // 90 × (1 + 0.5 × (1 − 0.9^4.44)), to the decimals on either side (mpmath).
    for (last, class) in [
        (dec!(106.8129740255772719017280575), WORSE),
        (dec!(106.8129740255772719017280576), BETTER),
    ] {
        let rule = Rule::composed("own".parse().unwrap(), method(dec!(4.44))).unwrap();
        let rule = rule
            .with_parameters("a".parse().unwrap(), Parameters::new().natural_limit(dec!(100)))
            .unwrap();
        let question = Question::new(
            "a",
            2015,
            2025,
            goal(Direction::Rising, None),
            &[(2015, dec!(90)), (2016, last)],
        );
        assert_eq!(rule.class_name(&question.verdict(&rule)), class, "{last}");
    }
}

/// Losses that shrink, values that were normalised, and distances of values.
#[test]
fn values_that_are_turned_into_others_first() {
    let losses = [(2015, dec!(-100)), (2017, dec!(-81))];
    let tie = Tie::new(Progress::Growth(Growth::Compound), &losses, None, dec!(0.1));
    tie.assert(tie.method().counting_losses(), Parameters::new());
    let normalised = Parameters::new()
        .bounds(dec!(10), dec!(40))
        .transform(Transform::Normalised);
    // A span of 30 has no finite inverse: 100 × 3 ÷ 30 is 10 all the same.
    let figures = [(2015, dec!(11)), (2017, dec!(14))];
    for (progress, goal, cut) in [
        (Progress::Growth(Growth::Linear), None, dec!(5)),
        (Progress::GrowthRatio(Growth::Linear), Some(dec!(26)), dec!(1)),
        (Progress::Growth(Growth::Compound), None, dec!(1)),
    ] {
        let tie = Tie::new(progress, &figures, goal, cut);
        tie.assert(tie.method(), normalised.clone());
    }
    // The best value is the least one: what falls rises when it is normalised.
    let falling = Parameters::new()
        .bounds(dec!(40), dec!(10))
        .transform(Transform::Normalised);
    let figures = [(2015, dec!(39)), (2017, dec!(36))];
    for (progress, goal, cut) in [
        (Progress::Growth(Growth::Linear), None, dec!(5)),
        (Progress::GrowthRatio(Growth::Linear), Some(dec!(24)), dec!(1)),
    ] {
        let tie = Tie::new(progress, &figures, goal, cut).falling();
        tie.assert(tie.method(), falling.clone());
    }
    let parity = Parameters::new().transform(Transform::Parity);
    let half = Parameters::new().transform(Transform::AwayFrom(dec!(50)));
    for (parameters, figures, goal) in [
        (parity, [(2015, dec!(0.5)), (2019, dec!(0.8))], dec!(1)),
        (half, [(2015, dec!(30)), (2019, dec!(45))], dec!(50)),
    ] {
        let tie = Tie::new(Progress::ShareOfWay, &figures, Some(goal), dec!(0.75));
        tie.assert(tie.method(), parameters);
    }
}
