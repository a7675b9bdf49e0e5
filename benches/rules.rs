//! One verdict by every rule of this crate, and what is asked of one promise more than once: its evidence, a comparison of rules and a report.
//!
//! `cargo bench --bench rules` prints medians of one run, in which the candidates take turns, and the most bytes that each holds on the
//! heap. The lines of two builds stand in the same order, to be read side by side.
#![expect(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a bench")]

#[path = "../tests/rules/catalogue.rs"]
mod catalogue;
mod turns;

use core::hint::black_box;

use milepost::rule::{
    NutritionIndicator, Parameters, nutrition_parameters, open_sdg_binary, undp_binary, undp_likert, unsd_level_bands,
};
use milepost::{
    Baseline, Bound, Cuts, Decimal, Direction, Goal, Indicator, Language, Measure, NaiveDate, Observation,
    Observations, Period, Pillar, Plan, Quantity, Report, Rule, Series, Status, Target, Unit, assess_plan, compare,
    compare_plan, date, dec, evidence, verdict,
};
use turns::Turns;

/// The code of the indicator and of its target.
const CODE: &str = "under-five-mortality";

/// Of one figure a year, the first at the base.
const FIRST_YEAR: i32 = 2015;

/// Deaths per 1,000 births, as surveys have them: falling, not steadily, and too slowly.
const FALLING: [Decimal; 10] = [
    dec!(42.6),
    dec!(41.1),
    dec!(39.4),
    dec!(38.2),
    dec!(37.3),
    dec!(35.6),
    dec!(35.9),
    dec!(34.1),
    dec!(32.7),
    dec!(31.8),
];

/// One promise of one plan, and its figures.
struct Promise {
    plan: Plan,
    observations: Observations,
    as_of: NaiveDate,
}

impl Promise {
    fn new(measure: Measure, figures: &[Decimal], goal: Goal) -> Self {
        let unit = match measure {
            Measure::GrowthRate => Unit::percent(),
            _ => Unit::new("per-1000".parse().unwrap(), 0).unwrap(),
        };
        let quantity = Quantity::new(measure, unit.clone());
        let as_of = date("2025-03-31").unwrap();
        let year = |year| Period::year(year).unwrap();
        let code = || CODE.parse().unwrap();
        let target = Target::builder(code(), quantity.clone(), goal, year(2030))
            .baseline(Baseline::observed(year(FIRST_YEAR)))
            .build()
            .unwrap();
        let observation = |(of, value): (i32, &Decimal)| Observation::new(year(of), *value).published_on(as_of);
        let observed = (FIRST_YEAR..).zip(figures).map(observation).collect();
        let indicator = Indicator::new(code(), "Under-five mortality".try_into().unwrap(), quantity);
        let pillar = Pillar::new("health".parse().unwrap(), "Health".try_into().unwrap());
        let period = "2016-01-01/P15Y".parse().unwrap();
        let plan = Plan::builder("plan".parse().unwrap(), "Plan".try_into().unwrap(), period)
            .pillar(pillar.with_indicator(indicator.with_target(target)));
        Self {
            plan: plan.build().unwrap(),
            observations: Observations::new(vec![Series::new(code(), unit, observed).unwrap()]).unwrap(),
            as_of,
        }
    }

    fn target(&self) -> &Target {
        self.plan.targets().next().unwrap().1
    }

    fn series(&self) -> &Series {
        self.observations.series(CODE).unwrap()
    }
}

/// The same rule, told what it must know of the indicator.
fn with_its_parameters(rule: Rule) -> Rule {
    let parameters = match rule.code().as_str() {
        "nutrition-2030" | "nutrition-2030-unicef" => nutrition_parameters(NutritionIndicator::Anaemia),
        "sdsn-arrows" => Parameters::new().bounds(dec!(130), dec!(2.6)).level(dec!(25)),
        "unsd-level" => unsd_level_bands(Direction::Falling, [dec!(25), dec!(30), dec!(40), dec!(50)]),
        _ => return rule,
    };
    rule.with_parameters(CODE.parse().unwrap(), parameters).unwrap()
}

/// Every rule, and those that have other parameters for some indicators, each by a name.
fn named_rules() -> Vec<(String, Rule)> {
    let all = catalogue::rules().into_iter().map(with_its_parameters);
    let mut named: Vec<_> = all.map(|rule| (rule.code().to_string(), rule)).collect();
    for (name, rule, parameters) in [
        ("open-sdg, binary", Rule::open_sdg(), open_sdg_binary()),
        ("undp, binary", Rule::undp(), undp_binary()),
        ("undp, likert", Rule::undp(), undp_likert()),
    ] {
        let rule = rule.with_parameters(CODE.parse().unwrap(), parameters).unwrap();
        named.push((name.to_owned(), rule));
    }
    named
}

/// A rule that classes nothing measures all the same.
fn must_judge(name: &str, rule: &Rule, promise: &Promise) {
    let verdict = verdict(promise.target(), promise.series(), promise.as_of, rule);
    let is_judged = verdict.status != Status::Unknown
        || (rule.classes().is_empty() && verdict.measured.unwrap_or_default().value.is_some());
    assert!(is_judged, "{name}: {verdict:?}");
}

fn print_every_rule(mortality: &Promise) {
    let growth = Promise::new(Measure::GrowthRate, &FALLING, Goal::trend(Direction::Rising));
    let surplus = FALLING.map(|value| value - dec!(30));
    let surplus = Promise::new(Measure::Index, &surplus, Goal::level(Bound::AtMost(dec!(-5))));
    let (rules, across_zero) = (named_rules(), Rule::open_sdg().as_published().unwrap());
    let questions = rules.iter().map(|(name, rule)| match &**name {
        // It judges growth rates, and these only.
        "unsd-2022-growth" => (&**name, rule, &growth),
        _ => (&**name, rule, mortality),
    });
    let mut turns = Turns::of(10);
    for (name, rule, promise) in questions.chain([("open-sdg, as published, across zero", &across_zero, &surplus)]) {
        must_judge(name, rule, promise);
        let (target, series, as_of) = (promise.target(), promise.series(), promise.as_of);
        turns = turns.with(name, move || {
            let _ = black_box(verdict(black_box(target), series, as_of, rule));
        });
    }
    turns.print("One verdict by every rule, of ten yearly figures", "pace");
}

/// Rules that ask for the same path and the same figures, and differ in their cuts alone.
fn rules_of_one_path() -> Vec<Rule> {
    let rule = |ahead: Decimal| {
        let cuts = Cuts::new(ahead, dec!(0.95), dec!(0.60), dec!(0)).unwrap();
        let code = format!("ahead-at-{ahead}").parse().unwrap();
        Rule::pace().with_code(code).with_cuts(cuts).unwrap()
    };
    (101..=108).map(|percent| rule(Decimal::new(percent, 2))).collect()
}

/// Prints how many times as long as the evidence of the promise a call takes.
fn print_beside_evidence(promise: &Promise, name: &str, call: impl FnMut()) {
    let (target, series, as_of) = (promise.target(), promise.series(), promise.as_of);
    Turns::of(20)
        .with("evidence", || {
            let _ = black_box(evidence(black_box(target), series, as_of));
        })
        .with(name, call)
        .print(&format!("How many evidences {name} is worth"), name);
}

fn print_shared(promise: &Promise) {
    let (target, series, as_of) = (promise.target(), promise.series(), promise.as_of);
    let Promise { plan, observations, .. } = promise;
    let (pace, rules) = (Rule::pace(), rules_of_one_path());
    let assessment = assess_plan(plan, observations, as_of, &pace);
    print_beside_evidence(promise, "compare by eight rules", || {
        drop(black_box(compare(black_box(target), series, as_of, &rules)));
    });
    print_beside_evidence(promise, "compare_plan by eight rules", || {
        drop(black_box(compare_plan(black_box(plan), observations, as_of, &rules)));
    });
    print_beside_evidence(promise, "assess_plan", || {
        drop(black_box(assess_plan(black_box(plan), observations, as_of, &pace)));
    });
    print_beside_evidence(promise, "Report::new", || {
        let report = Report::new(black_box(plan), observations, &assessment, Language::English);
        drop(black_box(report));
    });
}

fn main() {
    let mortality = Promise::new(Measure::Index, &FALLING, Goal::level(Bound::AtMost(dec!(25))));
    print_every_rule(&mortality);
    print_shared(&mortality);
}
