//! What a case is set in: a promise, the figures that were seen, and the day of the question.

use milepost::plan::TargetBuilder;
use milepost::series::Flags;
use milepost::value::{Edge, Interval};
use milepost::{
    AsOf, Assessment, Baseline, Code, Cuts, Decimal, Goal, Measure, NaiveDate, Observation, ObservationStatus, Period,
    Point, Published, Quantity, Reading, Rule, Series, Target, Unit, Verdict, assess, evidence, verdict,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub(crate) fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// A number of this kind: shares in percent, everything else in things that need not be whole.
pub(crate) fn quantity(measure: Measure) -> Quantity {
    let unit = match measure {
        Measure::Share | Measure::GrowthRate => Unit::percent(),
        _ => Unit::new(code("thing"), 0).unwrap(),
    };
    Quantity::new(measure, unit)
}

/// A number of things that come one by one.
pub(crate) fn counted(measure: Measure) -> Quantity {
    Quantity::new(measure, Unit::new(code("thing"), 0).unwrap().counted_whole().unwrap())
}

/// What happens during a period, of which there is never less than nothing.
pub(crate) fn never_negative() -> Quantity {
    quantity(Measure::Flow)
        .with_possible(Interval::at_least(Decimal::ZERO))
        .unwrap()
}

/// A promise for 2026, so far without a baseline.
pub(crate) fn promise(measure: Measure, goal: Goal) -> TargetBuilder {
    Target::builder(code("promise"), quantity(measure), goal, period("2026"))
}

/// A promise for 2026 that starts in 2021 with a value that the plan states.
pub(crate) fn promise_from(measure: Measure, start: Decimal, goal: Goal) -> Target {
    let baseline = Baseline::stated(period("2021"), start);
    promise(measure, goal).baseline(baseline).build().unwrap()
}

/// A promise for 2026 that starts in 2021 with whatever the series says.
pub(crate) fn promise_since_2021(measure: Measure, goal: Goal) -> Target {
    let baseline = Baseline::observed(period("2021"));
    promise(measure, goal).baseline(baseline).build().unwrap()
}

pub(crate) fn milestone(at: &str, value: Decimal) -> Point {
    Point::new(period(at), value)
}

/// The cuts that meet round numbers: half of the way expected, all of it, and half as much again.
pub(crate) fn round_cuts() -> Rule {
    let half = Decimal::new(5, 1);
    let cuts = Cuts::new(Decimal::new(15, 1), Decimal::ONE, half, Decimal::ZERO).unwrap();
    Rule::pace().with_cuts(cuts).unwrap()
}

/// What was read: `12.5`, `~12.5`, `>12.5`, `>=12.5`, `<12.5`, `<=12.5`, `12..13`, or `missing`.
pub(crate) fn reading(text: &str) -> Reading {
    let number = |text: &str| text.parse::<Decimal>().unwrap_or_else(|_| panic!("a number: {text}"));
    let interval = |interval: Interval| Reading::Interval(interval);
    if text == "missing" {
        Reading::Missing
    } else if let Some(text) = text.strip_prefix('~') {
        Reading::Approximate(number(text))
    } else if let Some(text) = text.strip_prefix(">=") {
        interval(Interval::at_least(number(text)))
    } else if let Some(text) = text.strip_prefix('>') {
        interval(Interval::more_than(number(text)))
    } else if let Some(text) = text.strip_prefix("<=") {
        interval(Interval::at_most(number(text)))
    } else if let Some(text) = text.strip_prefix('<') {
        interval(Interval::less_than(number(text)))
    } else if let Some((low, high)) = text.split_once("..") {
        let edge = |text| Edge::Inclusive(number(text));
        interval(Interval::between(edge(low), edge(high)).unwrap())
    } else {
        Reading::Exact(number(text))
    }
}

/// A figure, published on the day after its period unless the period says otherwise.
///
/// The period is one of `2025`, `2025@2026-02-03` (published on that day), `2025@2026-02-03+` (not before it) and
/// `2025@undated`; before it may stand the first day of a running total, `2022-01-01..2025`. The value is a [`reading`], and
/// behind it may stand what is said of it: `110 break provisional`.
pub(crate) fn observation(at: &str, value: &str) -> Observation {
    let (at, published) = at.split_once('@').unwrap_or((at, ""));
    let (since, at) = at
        .split_once("..")
        .map_or((None, at), |(since, at)| (Some(day(since)), at));
    let at = period(at);
    let published = match (published, published.strip_suffix('+')) {
        ("", _) => Published::On(at.last().succ_opt().unwrap()),
        ("undated", _) => Published::Unstated,
        (_, Some(date)) => Published::NotBefore(day(date)),
        (date, None) => Published::On(day(date)),
    };
    let (value, status) = value.split_once(' ').unwrap_or((value, ""));
    let said = |word: &str| {
        let mut all = ObservationStatus::ALL.iter().copied();
        all.find(|status| status.name() == word)
            .unwrap_or_else(|| panic!("a status: {word}"))
    };
    let status: Flags = status.split_whitespace().map(said).collect();
    let observation = Observation::new(at, reading(value))
        .with_published(published)
        .with_status(status);
    match since {
        Some(since) => observation.cumulative_since(since).unwrap(),
        None => observation,
    }
}

/// The figures that were seen, each as [`observation`] reads it.
pub(crate) type Figures<'a> = &'a [(&'a str, &'a str)];

/// A series in the unit of a target.
pub(crate) fn series(target: &Target, figures: Figures<'_>) -> Series {
    series_in(target.quantity().unit(), figures)
}

pub(crate) fn series_in(unit: &Unit, figures: Figures<'_>) -> Series {
    let observations = figures.iter().map(|(at, value)| observation(at, value)).collect();
    Series::new(code("indicator"), unit.clone(), observations).unwrap()
}

/// The assessment by a rule, after checking that the other doors lead to the same.
pub(crate) fn assessed_by(rule: &Rule, target: &Target, series: &Series, as_of: impl Into<AsOf>) -> Assessment {
    let as_of = as_of.into();
    let assessment = assess(target, series, as_of, rule);
    assert_eq!(assessment.verdict, verdict(target, series, as_of, rule));
    assert_eq!(assessment.evidence, evidence(target, series, as_of));
    assessment
}

pub(crate) fn assessed(target: &Target, figures: Figures<'_>, as_of: &str) -> Assessment {
    assessed_by(&Rule::pace(), target, &series(target, figures), day(as_of))
}

pub(crate) fn judged(target: &Target, figures: Figures<'_>, as_of: &str) -> Verdict {
    assessed(target, figures, as_of).verdict
}

pub(crate) fn judged_by(rule: &Rule, target: &Target, figures: Figures<'_>, as_of: &str) -> Verdict {
    assessed_by(rule, target, &series(target, figures), day(as_of)).verdict
}
