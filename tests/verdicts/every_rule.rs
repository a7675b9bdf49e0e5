//! Laws that hold by every rule, with figures that meet in a period, a day, a source or a value on purpose.

use milepost::growth::GrowthError;
use milepost::rule::{NutritionIndicator, nutrition_parameters, unsd_level_bands};
use milepost::{
    AsOf, Baseline, Bound, Caveat, Caveats, Decimal, Direction, Goal, Indicator, Language, Length, Measure, Missing,
    NaiveDate, Observation, ObservationStatus, Observations, Period, Pillar, Plan, Published, Quantity, Reading,
    Reason, Report, Rule, Series, Source, Status, Target, Unit, Verdict, assess, assess_plan, compare, compare_plan,
    dec, verdict,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::catalogue;
use crate::setting::{code, day, period};

/// Every rule, those that must be told something told it.
fn rules() -> Vec<Rule> {
    let told = |rule: Rule, parameters| rule.with_parameters(code("promise"), parameters).unwrap();
    let nutrition = nutrition_parameters(NutritionIndicator::NotExclusivelyBreastfed);
    let bands = unsd_level_bands(Direction::Falling, [dec!(40), dec!(50), dec!(60), dec!(75)]);
    let more = vec![
        told(Rule::nutrition_2030(), nutrition.clone()),
        told(Rule::nutrition_2030_unicef(), nutrition),
        told(Rule::unsd_level(), bands),
    ];
    [catalogue::rules(), more].concat()
}

/// One of the few values that promises and figures have, so that they meet.
fn value() -> impl Strategy<Value = Decimal> {
    select(vec![
        dec!(40),
        dec!(50),
        dec!(50.0000000000000000000000001),
        dec!(60),
        dec!(75),
        dec!(100),
        dec!(0),
    ])
}

/// A promise in numbers: what is multiplied by powers of ten where the unit is another one.
#[derive(Debug, Clone, Copy)]
enum Promised {
    Level(Bound),
    Change(Bound),
    Addition(Bound),
    Cumulative(Bound),
    AverageGrowth(Bound),
    Keep(Bound),
    Trend(Direction),
}

#[derive(Debug, Clone)]
struct Seen {
    at: Period,
    reading: Reading,
    published: Published,
    status: ObservationStatus,
    source: Option<&'static str>,
}

#[derive(Debug, Clone)]
struct Case {
    measure: Measure,
    promised: Promised,
    baseline: Option<(Period, Option<Decimal>)>,
    seen: Vec<Seen>,
    as_of: AsOf,
}

fn bound() -> impl Strategy<Value = Bound> {
    (0..5, value(), value()).prop_map(|(kind, one, other)| match kind {
        0 => Bound::AtLeast(one),
        1 => Bound::MoreThan(one),
        2 => Bound::AtMost(one),
        3 => Bound::LessThan(one),
        _ => Bound::within(one.min(other), one.max(other)).unwrap(),
    })
}

fn promised() -> impl Strategy<Value = Promised> {
    let fraction = || {
        select(vec![dec!(-0.2), dec!(0.02), dec!(0.2), dec!(0.5)]).prop_map(|by| {
            if by < dec!(0) {
                Bound::AtMost(by)
            } else {
                Bound::AtLeast(by)
            }
        })
    };
    prop_oneof![
        6 => bound().prop_map(Promised::Level),
        1 => fraction().prop_map(Promised::Change),
        1 => bound().prop_map(Promised::Addition),
        1 => bound().prop_map(Promised::Cumulative),
        1 => fraction().prop_map(Promised::AverageGrowth),
        1 => bound().prop_map(Promised::Keep),
        1 => select(vec![Direction::Rising, Direction::Falling]).prop_map(Promised::Trend),
    ]
}

fn seen() -> impl Strategy<Value = Seen> {
    let periods = [
        "2015",
        "2020",
        "2021",
        "2022",
        "2022",
        "2023",
        "2023",
        "2023-S2",
        "2023-Q4",
        "2022-07-01/P1Y",
    ];
    let days = ["2022-02-01", "2024-01-10", "2024-01-20", "2024-03-01"];
    let reading = prop_oneof![
        7 => value().prop_map(Reading::Exact),
        1 => value().prop_map(Reading::Approximate),
        1 => value().prop_map(|limit| milepost::value::Interval::at_most(limit).into()),
        1 => Just(Reading::Missing),
    ];
    let status = select(vec![
        ObservationStatus::Normal,
        ObservationStatus::Normal,
        ObservationStatus::Normal,
        ObservationStatus::Provisional,
        ObservationStatus::Break,
        ObservationStatus::Forecast,
    ]);
    let source = select(vec![None, None, Some("bureau"), Some("ministry")]);
    (
        select(periods.to_vec()),
        reading,
        0..6,
        select(days.to_vec()),
        status,
        source,
    )
        .prop_map(|(at, reading, kind, on, status, source)| Seen {
            at: period(at),
            reading,
            published: match kind {
                0 => Published::Unstated,
                1 => Published::NotBefore(day(on)),
                _ => Published::On(day(on)),
            },
            status,
            source,
        })
}

fn case() -> impl Strategy<Value = Case> {
    let baseline = (select(vec!["2015", "2021"]), prop::option::of(value()));
    let measure = select(vec![
        Measure::Stock,
        Measure::Flow,
        Measure::Share,
        Measure::Index,
        Measure::GrowthRate,
    ]);
    let as_of = (
        select(vec!["2024-01-15", "2024-01-31", "2024-06-30", "2031-06-30"]),
        any::<bool>(),
    );
    (
        measure,
        promised(),
        prop::option::weighted(0.9, baseline),
        prop::collection::vec(seen(), 0..7),
        as_of,
    )
        .prop_map(|(measure, promised, baseline, seen, (on, is_lenient))| Case {
            measure: if matches!(promised, Promised::Cumulative(_)) {
                Measure::Flow
            } else {
                measure
            },
            promised,
            baseline: baseline.map(|(at, value)| (period(at), value)),
            seen,
            as_of: if is_lenient {
                AsOf::from(day(on)).including_undated()
            } else {
                day(on).into()
            },
        })
}

/// The value times a power of ten.
fn times_ten(value: Decimal, tens: u32) -> Decimal {
    value.checked_mul(Decimal::from(10_u64.pow(tens))).unwrap()
}

impl Case {
    /// The unit in which its numbers are, divided by a power of ten.
    fn unit(&self, tens: u32) -> Unit {
        let (name, multiplier) = match self.measure {
            Measure::Share | Measure::GrowthRate => ("1", -2_i8),
            _ => ("thing", 0),
        };
        Unit::new(
            code(name),
            multiplier.saturating_sub_unsigned(u8::try_from(tens).unwrap()),
        )
        .unwrap()
    }

    fn target(&self, tens: u32) -> Option<Target> {
        let scaled = |bound| {
            let value = |value| times_ten(value, tens);
            match bound {
                Bound::AtLeast(limit) => Bound::AtLeast(value(limit)),
                Bound::MoreThan(limit) => Bound::MoreThan(value(limit)),
                Bound::AtMost(limit) => Bound::AtMost(value(limit)),
                Bound::LessThan(limit) => Bound::LessThan(value(limit)),
                Bound::Within(band) => Bound::within(value(band.low()), value(band.high())).unwrap(),
            }
        };
        let by_rates = self.measure == Measure::GrowthRate;
        let goal = match self.promised {
            Promised::Level(bound) => Goal::level(scaled(bound)),
            Promised::Change(bound) if by_rates => Goal::change_by_yearly_rates(bound),
            Promised::Change(bound) => Goal::change(bound),
            Promised::Addition(bound) => Goal::addition(scaled(bound)),
            Promised::Cumulative(bound) => Goal::cumulative(scaled(bound)),
            Promised::AverageGrowth(bound) if by_rates => Goal::average_growth_by_yearly_rates(bound),
            Promised::AverageGrowth(bound) => Goal::average_growth(bound),
            Promised::Keep(bound) => Goal::keep(scaled(bound), Length::YEAR),
            Promised::Trend(direction) => Goal::trend(direction),
        };
        let builder = Target::builder(code("promise"), self.quantity(tens), goal, period("2030"));
        let builder = match self.baseline {
            Some((at, Some(value))) => builder.baseline(Baseline::stated(at, times_ten(value, tens))),
            Some((at, None)) => builder.baseline(Baseline::observed(at)),
            None => builder,
        };
        builder.build().ok()
    }

    fn quantity(&self, tens: u32) -> Quantity {
        Quantity::new(self.measure, self.unit(tens))
    }

    fn figures(&self, tens: u32) -> Vec<Observation> {
        let figure = |seen: &Seen| {
            let value = |value| times_ten(value, tens);
            let reading = match seen.reading {
                Reading::Exact(one) => value(one).into(),
                Reading::Approximate(one) => Reading::Approximate(value(one)),
                Reading::Interval(interval) => {
                    milepost::value::Interval::at_most(value(interval.high().value().unwrap())).into()
                }
                Reading::Missing => Reading::Missing,
            };
            let figure = Observation::new(seen.at, reading)
                .with_published(seen.published)
                .with_status(seen.status);
            match seen.source {
                Some(title) => figure.with_source(Source::new(title.try_into().unwrap())),
                None => figure,
            }
        };
        self.seen.iter().map(figure).collect()
    }

    fn series(&self, tens: u32, figures: Vec<Observation>) -> Option<Series> {
        Series::new(code("indicator"), self.unit(tens), figures).ok()
    }

    /// The promise and its figures, if the promise can be made and the figures can be told apart.
    fn question(&self, tens: u32) -> Option<(Target, Series)> {
        Some((self.target(tens)?, self.series(tens, self.figures(tens))?))
    }
}

/// What another unit must not change.
fn told(verdict: &Verdict) -> impl PartialEq + core::fmt::Debug + use<> {
    let class = verdict.measured.and_then(|measured| measured.class);
    // What is too close to call is so by the digits that are written.
    let caveats = verdict.caveats.iter().filter(|one| *one != Caveat::TooCloseToCall);
    (
        verdict.status,
        class,
        verdict.last_status,
        caveats.collect::<Caveats>(),
        verdict.deciding_period,
    )
}

fn fits(verdict: &Verdict) -> bool {
    !matches!(
        verdict.reason,
        Reason::Missing(Missing::Growth {
            error: GrowthError::Overflow | GrowthError::Underflow,
            ..
        })
    )
}

/// What nobody can say well of one promise is said of none: by the verdict, the assessment, the comparison, the plan and its report.
fn one_answer(case: &Case, target: &Target, series: &Series, rules: &[Rule]) -> Result<(), TestCaseError> {
    let comparison = compare(target, series, case.as_of, rules);
    let indicator =
        Indicator::new(code("indicator"), "I".try_into().unwrap(), case.quantity(0)).with_target(target.clone());
    let pillar = Pillar::new(code("pillar"), "P".try_into().unwrap()).with_indicator(indicator);
    let plan = Plan::builder(code("plan"), "P".try_into().unwrap(), period("2014-01-01/P17Y"))
        .pillar(pillar)
        .build()
        .unwrap();
    let observations = Observations::new(vec![series.clone()]).unwrap();
    let whole = compare_plan(&plan, &observations, case.as_of, rules);
    for (place, (rule, by_rule)) in rules.iter().zip(&comparison.verdicts).enumerate() {
        let (own, compared) = (&by_rule.rule, by_rule.verdict);
        prop_assert_eq!(own, rule.code());
        prop_assert_eq!(compared, verdict(target, series, case.as_of, rule), "{}", own);
        // What is missing leaves a status unknown, and nothing else does.
        let is_missing = matches!(compared.reason, Reason::Missing(_));
        prop_assert_eq!(
            is_missing,
            compared.status == Status::Unknown,
            "{}: {:?}",
            own,
            compared
        );
        let assessment = assess(target, series, case.as_of, rule);
        prop_assert_eq!(compared, assessment.verdict, "{}", own);
        prop_assert_eq!(&comparison.evidence, &assessment.evidence, "{}", own);
        let in_plan = whole
            .targets
            .first()
            .and_then(|target| target.verdicts.get(place))
            .map(|one| one.verdict);
        let assessed = assess_plan(&plan, &observations, case.as_of, rule);
        let report = Report::new(&plan, &observations, &assessed, Language::English);
        let of_target = assessed.targets().next().unwrap().assessment.verdict;
        // A plan knows more than a target by itself, as when it begins; its own doors agree.
        prop_assert_eq!(in_plan, Some(of_target), "{}", own);
        let row = report.targets().next().unwrap();
        prop_assert_eq!(
            (row.verdict.status.value, row.verdict.reason.value),
            (of_target.status, of_target.reason),
            "{}",
            own
        );
    }
    Ok(())
}

/// Whether more of the last figure is better, or less: of a level with one limit, from a stated baseline on either side of it, and a figure that is
/// later than all else.
fn is_better_above(case: &Case, last: &Observation, others: &[Observation]) -> Option<bool> {
    let (Promised::Level(bound), Some((at, Some(start)))) = (case.promised, case.baseline) else {
        return None;
    };
    let is_later = |end: NaiveDate| end < last.coverage().first();
    let is_last = is_later(at.last()) && others.iter().all(|one| is_later(one.coverage().last()));
    match bound {
        Bound::AtLeast(goal) | Bound::MoreThan(goal) => (is_last && start != goal).then_some(true),
        Bound::AtMost(goal) | Bound::LessThan(goal) => (is_last && start != goal).then_some(false),
        Bound::Within(_) => None,
    }
}

/// Whether the stated baseline meets the bound of a level already.
fn holds_from_the_start(case: &Case) -> bool {
    match (case.promised, case.baseline) {
        (Promised::Level(bound), Some((_, Some(start)))) => bound.is_met_by(start),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn one_answer_by_every_door(case in case(), rules in prop::sample::subsequence(rules(), 5)) {
        let Some((target, series)) = case.question(0) else { return Ok(()) };
        one_answer(&case, &target, &series, &rules)?;
    }

    #[test]
    fn no_order_decides(case in case(), turn in 0_usize..7) {
        let Some(target) = case.target(0) else { return Ok(()) };
        let figures = case.figures(0);
        let mut turned = figures.clone();
        turned.rotate_left(turn.min(figures.len()));
        let mut reversed = turned.clone();
        reversed.reverse();
        let answer = |figures| case.series(0, figures).map(|series| compare(&target, &series, case.as_of, &rules()));
        let first = answer(figures);
        prop_assert_eq!(&answer(turned), &first);
        prop_assert_eq!(&answer(reversed), &first);
    }

    #[test]
    fn no_later_vintage_decides(case in case(), later in prop::collection::vec(seen(), 1..4)) {
        let Some((target, series)) = case.question(0) else { return Ok(()) };
        let tomorrow = case.as_of.date().succ_opt().unwrap();
        let later = Case { seen: later, ..case.clone() }.figures(0).into_iter().map(|one| one.published_on(tomorrow));
        let all = series.observations().iter().cloned().chain(later).collect();
        let Some(after) = case.series(0, all) else { return Ok(()) };
        prop_assert_eq!(compare(&target, &series, case.as_of, &rules()), compare(&target, &after, case.as_of, &rules()));
    }

    #[test]
    fn no_unit_decides(case in case(), tens in 1_u32..9) {
        let (Some((target, series)), Some((other, again))) = (case.question(0), case.question(tens)) else { return Ok(()) };
        let has_percent = matches!(case.measure, Measure::Share | Measure::GrowthRate);
        // A level in percent says something of what can be in percent.
        let rules = rules().into_iter().filter(|rule| has_percent || !rule.code().as_str().starts_with("nutrition"));
        for rule in rules.filter(|rule| has_percent || rule.code().as_str() != "unsd-level") {
            let (one, two) = (verdict(&target, &series, case.as_of, &rule), verdict(&other, &again, case.as_of, &rule));
            if fits(&one) && fits(&two) {
                prop_assert_eq!(told(&one), told(&two), "{} {:?} {:?}", rule.code(), one, two);
            }
        }
    }

    #[test]
    fn more_is_never_worse_nor_less_where_less_is_better(case in case(), more in value()) {
        let Some((target, series)) = case.question(0) else { return Ok(()) };
        let Some((last, others)) = series.observations().split_last() else { return Ok(()) };
        let Reading::Exact(value) = last.reading() else { return Ok(()) };
        let Some(is_better_above) = is_better_above(&case, last, others) else { return Ok(()) };
        let above = Observation::new(last.period(), value.checked_add(more).unwrap())
            .with_published(last.published())
            .with_status(last.status());
        let above = match last.source() {
            Some(source) => above.with_source(source.clone()),
            None => above,
        };
        let figures = others.iter().cloned().chain([above]).collect();
        let above = case.series(0, figures).unwrap();
        let (worse, better) = if is_better_above { (&series, &above) } else { (&above, &series) };
        // Those bands are told for what is to fall, and what is composed of parts knows no limits.
        let is_asked = |rule: &Rule| rule.code().as_str() != "unsd-level" && (rule.cuts().is_some() || !holds_from_the_start(&case));
        for rule in rules().into_iter().filter(is_asked) {
            let [worse, better] = [worse, better].map(|series| verdict(&target, series, case.as_of, &rule).status);
            let place = |status: Status| Status::ALL.iter().position(|one| *one == status);
            if worse.is_judged() && better.is_judged() {
                prop_assert!(place(better) <= place(worse), "{}: {worse:?}, and with better {better:?}", rule.code());
            }
        }
    }
}
