//! What the check of the observations says of figures that are not there, and each once.

use milepost::plan::{Lacks, TargetBuilder};
use milepost::{
    Baseline, Bound, Breakdown, Code, Collected, Goal, Indicator, Length, Measure, Observation, Observations, Of,
    Pillar, Plan, Quantity, Reading, Series, Target, Unit, code, dec, period,
};

use super::lines;

fn share() -> Quantity {
    Quantity::new(Measure::Share, Unit::percent())
}

fn level() -> Goal {
    Goal::level(Bound::AtLeast(dec!(50)))
}

fn target(own: &str, goal: Goal) -> TargetBuilder {
    Target::builder(own.parse().unwrap(), share(), goal, period!("2026"))
}

fn each(own: &str) -> TargetBuilder {
    target(own, level()).of(Of::Each(code!("district")))
}

fn since(period: &str) -> Baseline {
    Baseline::observed(period.parse().unwrap())
}

fn series(breakdown: Option<Code>, periods: &[&str]) -> Series {
    let figure = |period: &&str| Observation::new(period.parse().unwrap(), dec!(40));
    let series = Series::new(code!("air"), Unit::percent(), periods.iter().map(figure).collect()).unwrap();
    match breakdown {
        Some(part) => series.with_breakdown(part),
        None => series,
    }
}

/// What is said of these figures beside a plan with these targets of the air in three districts.
fn said<const N: usize>(targets: [TargetBuilder; N], observed: Vec<Series>) -> Vec<String> {
    said_of(share(), targets, observed)
}

fn said_of<const N: usize>(quantity: Quantity, targets: [TargetBuilder; N], observed: Vec<Series>) -> Vec<String> {
    let air = Indicator::new(code!("air"), "Air".try_into().unwrap(), quantity);
    let air = ["north", "south", "port"].into_iter().fold(air, |air, own| {
        air.with_breakdown(Breakdown::new(
            own.parse().unwrap(),
            own.try_into().unwrap(),
            code!("district"),
        ))
    });
    let air = targets
        .into_iter()
        .fold(air, |air, target| air.with_target(target.build().unwrap()));
    let plan = Plan::builder(code!("city"), "City".try_into().unwrap(), period!("2022-01-01/P5Y"))
        .pillar(Pillar::new(code!("all"), "All".try_into().unwrap()).with_indicator(air))
        .build()
        .unwrap();
    lines(&plan.check_observations(&Observations::new(observed).unwrap()))
}

#[test]
fn the_figures_of_a_target() {
    let total = || target("air-2026", level());
    let none = ["note series[air]: there is no figure here by which the target `air-2026` can be judged"];
    let missing = Observation::new(period!("2024"), Reading::Missing);
    let withdrawn = Series::new(code!("air"), Unit::percent(), vec![missing]).unwrap();
    assert_eq!(said([total()], vec![]), none);
    assert_eq!(said([total(), target("another", level())], vec![]), none);
    assert_eq!(said([total()], vec![withdrawn]), none);
    assert_eq!(said([total()], vec![series(None, &["2024"])]), [""; 0]);
    assert_eq!(
        said([target("air-2026", Goal::Unstated(Lacks::Number))], vec![]),
        [""; 0]
    );
    assert_eq!(said([], vec![]), [""; 0]);
}

#[test]
fn the_figures_under_a_code_that_was_misspelt() {
    let misspelt = Series::empty(code!("ari"), Unit::percent());
    assert_eq!(
        said([target("air-2026", level())], vec![misspelt]),
        ["error series[ari].indicator: there is no indicator with the code `ari`; the nearest is `air`"]
    );
    let north = target("north-2026", level()).of(Of::Breakdown(code!("north")));
    assert_eq!(
        said([north], vec![series(Some(code!("nroth")), &["2024"])]),
        ["error series[air/nroth].breakdown: there is no breakdown with the code `nroth`; the nearest is `north`"]
    );
}

#[test]
fn the_figures_of_parts() {
    let north = target("north-2026", level()).of(Of::Breakdown(code!("north")));
    assert_eq!(
        said([north], vec![series(None, &["2024"])]),
        ["note series[air/north]: there is no figure here by which the target `north-2026` can be judged"]
    );
    let south = || series(Some(code!("south")), &["2024"]);
    assert_eq!(
        said([each("each"), each("again")], vec![south()]),
        [
            "note series[air/north]: the target `each` is of each part along `district`, and 2 of 3 have no figure here, this one first"
        ]
    );
    let all = ["north", "south", "port"].map(|part| series(Some(part.parse().unwrap()), &["2024"]));
    assert_eq!(said([each("each")], all.to_vec()), [""; 0]);
    assert_eq!(
        said([each("each").baseline(since("2021"))], all.to_vec()),
        [
            "warning series[air/north].observations: the target `each` starts from 2021 and states no value of it, and no figure here is \
             of that time",
        ]
    );
}

#[test]
fn the_figure_of_a_baseline() {
    let no_start = |period: &str| {
        [format!(
            "warning series[air].observations: the target `air-2026` starts from {period} and states no value of it, and no figure here is \
             of that time"
        )]
    };
    let from = |baseline| target("air-2026", level()).baseline(baseline);
    let another = target("another", level()).baseline(since("2021"));
    assert_eq!(
        said([from(since("2021")), another], vec![series(None, &["2020", "2022"])]),
        no_start("2021")
    );
    // A part of its time may do, which only an assessment tells.
    assert_eq!(
        said([from(since("2021"))], vec![series(None, &["2021-Q4", "2022"])]),
        [""; 0]
    );
    let stated = Baseline::stated(period!("2021"), dec!(40));
    assert_eq!(said([from(stated)], vec![series(None, &["2022"])]), [""; 0]);
    let mean = since("2019-01-01/P3Y").as_mean();
    let change = target("air-2026", Goal::change(Bound::AtLeast(dec!(0.1)))).baseline(mean);
    assert_eq!(said([change], vec![series(None, &["2019", "2021"])]), no_start("2020"));
    // What is kept counts from no value.
    let kept = target("air-2026", Goal::keep(Bound::AtLeast(dec!(50)), Length::YEAR)).baseline(since("2021"));
    assert_eq!(said([kept], vec![series(None, &["2022"])]), [""; 0]);
}

/// A figure of a longer time than the baseline's, or of another one, is none of the baseline, unless it is of the same
/// moment.
#[test]
fn a_baseline_within_a_longer_figure() {
    let no_start = |found: &str| {
        let mend = match found {
            "" => String::new(),
            found => format!(": the one of {found} is of a longer one; if it is meant, start from `{found}`"),
        };
        vec![format!(
            "warning series[air].observations: the target `air-2026` starts from 2020-12 and states no value of it, and no figure here is \
             of that time{mend}"
        )]
    };
    let from_december = |collected, found: &'static str| {
        let quantity = share().with_collected(collected).unwrap();
        let target = Target::builder(code!("air-2026"), quantity.clone(), level(), period!("2026-12"));
        let starts = |problem: &String| problem.contains("starts from");
        let found = said_of(
            quantity,
            [target.baseline(since("2020-12"))],
            vec![series(None, &[found, "2022-12"])],
        );
        found.into_iter().filter(starts).collect::<Vec<_>>()
    };
    for (collected, found, expected) in [
        (Collected::Average, "2020", no_start("2020")),
        (Collected::Average, "2020-07-01/P1Y", no_start("2020-07-01/P1Y")),
        (Collected::Average, "2020-11", no_start("")),
        (Collected::Average, "2020-12", vec![]),
        (Collected::Average, "2020-12-31", vec![]),
        (Collected::End, "2020", vec![]),
        (Collected::End, "2020-07-01/P1Y", no_start("2020-07-01/P1Y")),
        (Collected::Beginning, "2020-12-01/P1Y", vec![]),
        (Collected::Beginning, "2020", no_start("2020")),
    ] {
        assert_eq!(
            from_december(collected, found),
            expected,
            "{} {found}",
            collected.name()
        );
    }
}
