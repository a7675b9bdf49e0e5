//! The order of a list decides nothing: that of figures, of reports on a deliverable, and of targets within a pillar.

use core::iter;

use milepost::series::DeliveryState;
use milepost::{
    Baseline, Bound, Decimal, Deliverable, Delivery, Direction, Goal, Indicator, Length, Measure, Observation,
    Observations, Pillar, Plan, Published, Rule, Series, Source, Target, Weight, assess_deliverable, assess_plan,
    compare, dec,
};

use crate::catalogue;
use crate::setting::{code, day, observation, period, promise, quantity};

/// Every order of a list.
fn orders<T: Clone>(list: &[T]) -> Vec<Vec<T>> {
    if list.is_empty() {
        return vec![Vec::new()];
    }
    let begun_by = |first: usize| {
        let mut rest = list.to_vec();
        let head = rest.remove(first);
        let behind = move |order: Vec<T>| iter::once(head.clone()).chain(order).collect();
        orders(&rest).into_iter().map(behind)
    };
    (0..list.len()).flat_map(begun_by).collect()
}

/// The figure, as a source with this title published it.
fn from_source(at: &str, value: &str, title: &str) -> Observation {
    observation(at, value).with_source(Source::new(title.try_into().unwrap()))
}

/// Figures that meet in a period, a day, a source or a value.
fn collisions() -> Vec<(&'static str, Vec<Observation>)> {
    let noted = |at: &str, value: &str, note: &str| observation(at, value).with_note(note.try_into().unwrap());
    vec![
        (
            "vintages of one period, one of them with the value of the first",
            vec![
                observation("2021@2022-02-01", "100"),
                observation("2023@2024-01-10", "120"),
                observation("2023@2024-01-20", "140"),
                observation("2023@2024-01-25", "120"),
                observation("2023@2024-01-25+", "90"),
            ],
        ),
        (
            "sources of one day that differ, and agree",
            vec![
                observation("2021@2022-02-01", "100"),
                from_source("2023@2024-01-10", "120", "bureau"),
                from_source("2023@2024-01-10", "140", "ministry"),
                from_source("2023@2024-01-10", "120", "yearbook"),
                observation("2023@2024-01-10", "130"),
            ],
        ),
        (
            "undated sources",
            vec![
                observation("2021@2022-02-01", "100"),
                from_source("2023@undated", "120", "bureau"),
                from_source("2023@undated", "140", "ministry"),
                observation("2023@undated", "110"),
                observation("2023@2024-01-10+", "125"),
            ],
        ),
        (
            "a value that one source withdrew, and another kept",
            vec![
                observation("2021@2022-02-01", "100"),
                from_source("2023@2024-01-10", "120", "bureau"),
                from_source("2023@2024-01-20", "missing", "bureau"),
                from_source("2023@2024-01-20", "125", "ministry"),
                observation("2022@2023-02-01", "110 provisional"),
            ],
        ),
        (
            "values, bounds and forecasts of one day",
            vec![
                from_source("2023@2024-01-10", "120", "bureau"),
                from_source("2023@2024-01-10", ">110", "ministry"),
                from_source("2023@2024-01-10", "<=130", "yearbook"),
                from_source("2023@2024-01-10", "~119", "agency"),
                observation("2023@2024-01-10", "150 forecast"),
            ],
        ),
        (
            "periods that begin or end together, and running totals",
            vec![
                observation("2023@2024-01-10", "120"),
                observation("2022-01-01/P2Y@2024-01-10", "230"),
                observation("2023-S2@2024-01-10", "60"),
                observation("2023-01-01..2023-Q4@2024-01-20", "121"),
                observation("2022-07-01..2023-Q4@2024-01-10", "170"),
            ],
        ),
        (
            "one figure twice, which is refused, whatever stands between the two",
            vec![
                observation("2021@2022-02-01", "100"),
                noted("2023@2024-01-10", "120", "once"),
                observation("2023@2024-01-10+", "90"),
                noted("2023@2024-01-10", "140", "and again"),
                observation("2022@2023-02-01", "110"),
            ],
        ),
    ]
}

fn promises() -> Vec<Target> {
    let from_2021 = |measure, goal| {
        let baseline = Baseline::observed(period("2021"));
        promise(measure, goal).baseline(baseline).build().unwrap()
    };
    vec![
        from_2021(Measure::Index, Goal::level(Bound::AtLeast(dec!(200)))),
        from_2021(Measure::Flow, Goal::level(Bound::AtMost(dec!(80)))),
        from_2021(Measure::Flow, Goal::cumulative(Bound::AtLeast(dec!(600)))),
        from_2021(Measure::Stock, Goal::keep(Bound::AtLeast(dec!(100)), Length::YEAR)),
        from_2021(Measure::Stock, Goal::trend(Direction::Rising)),
    ]
}

#[test]
fn of_figures() {
    let rules = catalogue::rules();
    for (name, figures) in collisions() {
        for target in promises() {
            let unit = target.quantity().unit();
            let answer = |figures: Vec<Observation>| {
                let series = Series::new(code("indicator"), unit.clone(), figures).ok()?;
                let on = [day("2024-01-15"), day("2024-06-30")].map(|on| {
                    [on.into(), milepost::AsOf::from(on).including_undated()]
                        .map(|as_of| compare(&target, &series, as_of, &rules))
                });
                Some((series, on))
            };
            let first = answer(figures.clone());
            assert_eq!(first.is_none(), name.contains("refused"), "{name}");
            for order in orders(&figures) {
                assert_eq!(answer(order.clone()), first, "{name}: {order:?}");
            }
        }
    }
}

#[test]
fn of_reports_on_a_deliverable() {
    let street = Deliverable::new(code("street"), "The street is open".try_into().unwrap(), period("2024"));
    let report = |state, on, published| Delivery::new(state, day(on)).with_published(published);
    let on = |text| Published::On(day(text));
    for reports in [
        // Of one day.
        vec![
            report(DeliveryState::UnderWay, "2024-06-01", on("2024-06-01")),
            report(DeliveryState::Completed, "2024-06-01", on("2024-06-01")),
            report(DeliveryState::NotStarted, "2024-06-01", on("2024-06-01")),
            report(DeliveryState::Cancelled, "2024-06-01", on("2024-06-01")),
        ],
        // Of one day, published on several, and perhaps on others.
        vec![
            report(DeliveryState::Cancelled, "2024-06-01", on("2024-06-01")),
            report(DeliveryState::UnderWay, "2024-06-01", on("2024-07-01")),
            report(
                DeliveryState::NotStarted,
                "2024-06-01",
                Published::NotBefore(day("2024-07-01")),
            ),
            report(DeliveryState::Completed, "2024-05-01", on("2024-08-01")),
            report(DeliveryState::InUse, "2024-06-01", Published::Unstated),
        ],
        // Of one day and state, with other shares.
        vec![
            report(DeliveryState::UnderWay, "2024-06-01", on("2024-06-01")),
            report(DeliveryState::UnderWay, "2024-06-01", on("2024-06-01"))
                .with_share_done(dec!(0.5))
                .unwrap(),
            report(DeliveryState::UnderWay, "2024-06-01", on("2024-06-01"))
                .with_share_done(dec!(0.7))
                .unwrap(),
        ],
    ] {
        let gathered = |reports| {
            Observations::default()
                .with_deliveries(code("street"), reports)
                .unwrap()
        };
        let all = gathered(reports.clone());
        let first = assess_deliverable(&street, all.deliveries("street"), day("2025-06-30"));
        for order in orders(&reports) {
            let given = assess_deliverable(&street, &order, day("2025-06-30"));
            assert_eq!(given, first, "{order:?}");
            assert_eq!(gathered(order.clone()), all, "{order:?}");
        }
    }
}

/// What a pillar and its plan say in numbers; only lists of parts stand in the order of the document.
#[test]
fn of_targets_within_a_pillar() {
    let target = |(name, goal, weight): &(&str, Decimal, Decimal)| {
        Target::builder(
            code(name),
            quantity(Measure::Index),
            Goal::level(Bound::AtLeast(*goal)),
            period("2030"),
        )
        .baseline(Baseline::observed(period("2015")))
        .weight(*weight)
        .build()
        .unwrap()
    };
    // Two that are alike but for their names, one that weighs more, one without figures, one that is lost.
    let promised = [
        ("a", dec!(200), dec!(0.3333333333333333333333333333)),
        ("b", dec!(200), dec!(1)),
        ("c", dec!(130), dec!(7000000000000000000.000000001)),
        ("silent", dec!(200), dec!(6000000000000000000.5)),
        ("lost", dec!(110), dec!(1)),
    ];
    let series = |name: &str, last: &str| {
        let figures = vec![
            observation("2015@2016-02-01", "100"),
            observation("2022@2023-02-01", last),
        ];
        Series::new(code(name), quantity(Measure::Index).unit().clone(), figures).unwrap()
    };
    let observations = Observations::new(vec![
        series("a", "140"),
        series("b", "140"),
        series("c", "131"),
        series("lost", "90"),
    ])
    .unwrap();
    let plan_of = |targets: &[Target]| -> Plan {
        let pillar = Pillar::new(code("all"), "All".try_into().unwrap()).with_weight(Weight::ONE);
        let pillar = targets.iter().fold(pillar, |pillar, target| {
            let name = "An indicator".try_into().unwrap();
            let indicator = Indicator::new(target.code().clone(), name, target.quantity().clone());
            pillar.with_indicator(indicator.with_target(target.clone()))
        });
        Plan::builder(code("plan"), "A plan".try_into().unwrap(), period("2016-01-01/P15Y"))
            .pillar(pillar)
            .build()
            .unwrap()
    };
    let targets: Vec<Target> = promised.iter().map(target).collect();
    for rule in catalogue::rules() {
        let numbers = |targets: &[Target], rule: &Rule| {
            let assessed = assess_plan(&plan_of(targets), &observations, day("2023-06-30"), rule);
            let mut judged: Vec<_> = assessed.targets().cloned().collect();
            judged.sort_by(|one, other| one.assessment.target.cmp(&other.assessment.target));
            let pillar = assessed.pillars.first().unwrap();
            let mut attention = assessed.attention.clone();
            attention.sort();
            let mut whole = assessed.whole.clone();
            if let Some(whole) = &mut whole {
                whole.indicators.sort_by(|one, other| one.code.cmp(&other.code));
            }
            (
                (assessed.summary.clone(), pillar.summary.clone(), attention),
                (whole, judged),
            )
        };
        let first = numbers(&targets, &rule);
        for order in orders(&targets) {
            assert_eq!(numbers(&order, &rule), first, "{} {order:?}", rule.code());
        }
    }
}
