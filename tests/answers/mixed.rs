//! A plan of which the promises have every status, with weights, natures, relations and deliverables.

use milepost::plan::{Lacks, Nature, TargetBuilder, Verifiability};
use milepost::series::DeliveryState;
use milepost::{
    Baseline, Bound, Decimal, Deliverable, Delivery, Direction, Goal, Indicator, Length, Measure, Observations, Pillar,
    Plan, Series, Target, Weight, dec,
};

use crate::setting::{Figures, code, day, observation, period, quantity};

/// From 100 in 2021 to 200 in 2026, each ahead, on its path, behind it, or on the wrong way.
const ON_THE_WAY: [Figures<'_>; 9] = [
    &[
        ("2022", "124"),
        ("2023", "143"),
        ("2024", "166"),
        ("2025", "188"),
        ("2026", "210"),
    ],
    &[
        ("2022", "120"),
        ("2023", "140"),
        ("2024", "160"),
        ("2025", "180"),
        ("2026", "200"),
    ],
    &[
        ("2022", "114"),
        ("2023", "131"),
        ("2024", "145"),
        ("2025", "162"),
        ("2026", "199.9"),
    ],
    &[
        ("2022", "108"),
        ("2023", "111"),
        ("2024", "119"),
        ("2025", "130"),
        ("2026", "140"),
    ],
    &[
        ("2022", "99"),
        ("2023", "97"),
        ("2024", "91"),
        ("2025", "96"),
        ("2026", "95"),
    ],
    &[("2022", "150"), ("2023", "205"), ("2024", "190"), ("2025", "203")],
    &[("2022", "118")],
    &[("2022", "116 provisional"), ("2023", ">130"), ("2025@undated", "185")],
    &[],
];

/// From 50 to 20.
const FALLING: [Figures<'_>; 4] = [
    &[
        ("2019", "55"),
        ("2020", "53"),
        ("2022", "43"),
        ("2023", "37"),
        ("2024", "31"),
        ("2025", "25"),
        ("2026", "19"),
    ],
    &[
        ("2019", "52"),
        ("2020", "51"),
        ("2022", "47"),
        ("2023", "46"),
        ("2024", "44"),
        ("2025", "43.5"),
        ("2026", "43"),
    ],
    &[("2022", "56"), ("2023", "58"), ("2024", "61"), ("2025", "60")],
    &[
        ("2022", "45"),
        ("2023", "40"),
        ("2024", "34"),
        ("2025", "0"),
        ("2026", "0"),
    ],
];

/// One indicator with its target and its figures.
struct Promise {
    indicator: Indicator,
    series: Series,
}

fn promise(
    name: &str,
    measure: Measure,
    goal: Goal,
    start: Decimal,
    figures: Figures<'_>,
    with: impl Fn(TargetBuilder) -> TargetBuilder,
) -> Promise {
    let builder = Target::builder(code(name), quantity(measure), goal, period("2026"));
    let target = with(builder.baseline(Baseline::stated(period("2021"), start)))
        .build()
        .unwrap();
    let figures = figures.iter().map(|(at, value)| observation(at, value)).collect();
    let own = code(&format!("{name}-indicator"));
    let indicator = Indicator::new(own.clone(), "An indicator".try_into().unwrap(), quantity(measure));
    Promise {
        indicator: indicator.with_target(target),
        series: Series::new(own, quantity(measure).unit().clone(), figures).unwrap(),
    }
}

fn rising() -> Vec<Promise> {
    let goal = Goal::level(Bound::AtLeast(dec!(200)));
    let of_figures = |(place, figures): (usize, &Figures<'_>)| {
        let weight = Decimal::from(place % 4 + 1);
        let nature = if place % 2 == 0 {
            Nature::Binding
        } else {
            Nature::Anticipatory
        };
        promise(
            &format!("rising-{place}"),
            Measure::Stock,
            goal,
            dec!(100),
            figures,
            |builder| builder.weight(weight).nature(nature),
        )
    };
    ON_THE_WAY.iter().enumerate().map(of_figures).collect()
}

fn falling() -> Vec<Promise> {
    let goal = Goal::level(Bound::AtMost(dec!(20)));
    let of_figures = |(place, figures): (usize, &Figures<'_>)| {
        promise(
            &format!("falling-{place}"),
            Measure::Index,
            goal,
            dec!(50),
            figures,
            |builder| {
                let builder = builder.nature(Nature::Binding);
                match place {
                    2 => builder.alternative_to(code("falling-0")),
                    3 => builder.restates(code("falling-1")),
                    _ => builder,
                }
            },
        )
    };
    FALLING.iter().enumerate().map(of_figures).collect()
}

fn others() -> Vec<Promise> {
    let plain = |builder: TargetBuilder| builder;
    let band = Bound::within(dec!(110), dec!(120)).unwrap();
    let budget = Goal::cumulative(Bound::AtMost(dec!(900)));
    let sum = Goal::cumulative(Bound::AtLeast(dec!(700)));
    let keep = Goal::keep(Bound::AtMost(dec!(130)), Length::YEAR);
    let growth = Goal::average_growth(Bound::AtLeast(dec!(0.1)));
    let [first, second, third, ..] = ON_THE_WAY;
    vec![
        promise("band", Measure::Stock, Goal::level(band), dec!(100), first, plain),
        promise("budget", Measure::Flow, budget, dec!(100), second, plain),
        promise("sum", Measure::Flow, sum, dec!(100), third, plain),
        promise("kept", Measure::Stock, keep, dec!(100), third, |builder| {
            builder.weight(dec!(2.5))
        }),
        promise(
            "trend",
            Measure::Stock,
            Goal::trend(Direction::Rising),
            dec!(100),
            second,
            plain,
        ),
        promise("growth", Measure::Stock, growth, dec!(100), third, plain),
        promise(
            "change",
            Measure::Stock,
            Goal::change(Bound::AtLeast(dec!(0.9))),
            dec!(100),
            second,
            plain,
        ),
        promise(
            "addition",
            Measure::Stock,
            Goal::addition(Bound::AtLeast(dec!(80))),
            dec!(100),
            third,
            plain,
        ),
        promise(
            "unstated",
            Measure::Stock,
            Goal::Unstated(Lacks::Bound),
            dec!(100),
            second,
            plain,
        ),
    ]
}

fn pillar(name: &str, weight: Decimal, promises: &[Promise]) -> Pillar {
    let empty = Pillar::new(code(name), "A pillar".try_into().unwrap()).with_weight(Weight::new(weight).unwrap());
    let indicators = promises.iter().map(|promise| promise.indicator.clone());
    indicators.fold(empty, Pillar::with_indicator)
}

/// Reports of deliverables: each its states, by the day.
const REPORTS: [&[(DeliveryState, &str)]; 7] = [
    &[
        (DeliveryState::UnderWay, "2022-05-01"),
        (DeliveryState::Completed, "2023-11-30"),
    ],
    &[
        (DeliveryState::UnderWay, "2023-05-01"),
        (DeliveryState::InUse, "2025-03-01"),
    ],
    &[
        (DeliveryState::NotStarted, "2022-05-01"),
        (DeliveryState::Cancelled, "2023-01-15"),
    ],
    &[(DeliveryState::UnderWay, "2025-01-31")],
    &[(DeliveryState::UnderWay, "2024-06-30")],
    &[],
    &[(DeliveryState::Completed, "2023-01-01")],
];

fn deliverable(place: usize) -> Deliverable {
    let own = Deliverable::new(
        code(&format!("deliverable-{place}")),
        "A deliverable".try_into().unwrap(),
        period("2024"),
    );
    match place {
        4 => own.with_restates(code("deliverable-3")),
        6 => own.with_verifiability(Verifiability::None),
        _ => own,
    }
}

/// The plan, and what was seen of it.
pub(crate) fn plan() -> (Plan, Observations) {
    let (rising, falling, others) = (rising(), falling(), others());
    let delivered = (0..REPORTS.len())
        .map(deliverable)
        .fold(pillar("others", dec!(0.5), &others), Pillar::with_deliverable);
    let plan = Plan::builder(
        code("mixed"),
        "Of every status".try_into().unwrap(),
        period("2022-01-01/P5Y"),
    )
    .pillar(pillar("rising", dec!(2), &rising))
    .pillar(pillar("falling", dec!(1), &falling))
    .pillar(delivered)
    .build()
    .unwrap();
    let series = [rising, falling, others]
        .into_iter()
        .flatten()
        .map(|promise| promise.series);
    let mut observations = Observations::new(series.collect()).unwrap();
    for (place, reports) in REPORTS.iter().enumerate() {
        let report = |(state, on): &(DeliveryState, &str)| Delivery::new(*state, day(on));
        let reports = reports.iter().map(report).collect();
        observations = observations
            .with_deliveries(code(&format!("deliverable-{place}")), reports)
            .unwrap();
    }
    (plan, observations)
}
