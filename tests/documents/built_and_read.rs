//! What code builds without an error can be written, and reads back as what it was.

use milepost::{
    Baseline, Bound, Code, Collected, Direction, Every, Goal, Indicator, Length, Measure, Milestone, Pillar, Plan,
    Quantity, Requirement, Shape, Target, Text, Unit, dec,
};

fn text(words: &str) -> Text {
    words.try_into().unwrap()
}

/// Units that have a scale, a label, or a name by which somebody could mean another.
fn units() -> Vec<Unit> {
    let named = [
        "1",
        "percent",
        "Percentage",
        "pct",
        "PC",
        "PT",
        "permille",
        "CNY",
        "index-point",
    ];
    let of = |code: &str, power| Unit::new(code.parse().unwrap(), power).unwrap();
    let plain = named.into_iter().map(|code| of(code, 0));
    let others = [
        Unit::percent(),
        of("pct", -2),
        of("t", 28).with_label(text("%")),
        of("1", 0).counted_whole().unwrap(),
        of("pct", 0).counted_whole().unwrap(),
    ];
    plain.chain(others).collect()
}

/// What is measured in a unit, in each way that is possible.
fn quantities(measure: Measure, unit: &Unit) -> Vec<Quantity> {
    let plain = Quantity::new(measure, unit.clone());
    let collected = Collected::ALL.iter().map(|way| plain.clone().with_collected(*way));
    let collected: Vec<_> = collected.filter_map(Result::ok).collect();
    [vec![plain], collected].concat()
}

/// Every kind of goal, with numbers for fractions, for percentages and for amounts.
fn goals() -> Vec<Goal> {
    let bounds = [dec!(0.88), dec!(88), dec!(-0.5)].into_iter().flat_map(|number| {
        let above = number.checked_add(dec!(1)).unwrap();
        [
            Bound::MoreThan(number),
            Bound::AtMost(number),
            Bound::within(number, above).unwrap(),
        ]
    });
    let lowest = Bound::AtLeast(dec!(88));
    let tolerant = [
        Requirement::with_tolerance(lowest, dec!(0.5)).unwrap(),
        Requirement::with_tolerance_not_stated(lowest),
    ];
    let requirements: Vec<_> = bounds.map(Requirement::from).chain(tolerant).collect();
    let of_requirement = |requirement: Requirement| {
        [
            Goal::level(requirement),
            Goal::change(requirement),
            Goal::change_by_yearly_rates(requirement),
            Goal::addition(requirement),
            Goal::cumulative(requirement),
            Goal::average_growth(requirement),
            Goal::average_growth_by_yearly_rates(requirement),
            Goal::keep(requirement, Every::Figure),
            Goal::keep_in(2, requirement, Length::QUARTER),
        ]
    };
    let trends = [Goal::trend(Direction::Falling), Goal::trend(Direction::Rising)];
    let stated = requirements.into_iter().flat_map(of_requirement);
    stated.chain(trends).collect()
}

/// The plan of one indicator, with the target if there is one.
fn plan_of(quantity: &Quantity, target: Option<Target>) -> Option<Plan> {
    let code = |text: &str| text.parse::<Code>().unwrap();
    let indicator = Indicator::new(code("i"), text("I"), quantity.clone());
    let indicator = target.into_iter().fold(indicator, Indicator::with_target);
    let pillar = Pillar::new(code("p"), text("P")).with_indicator(indicator);
    Plan::builder(code("c"), text("C"), "2022-01-01/P10Y".parse().unwrap())
        .pillar(pillar)
        .build()
        .ok()
}

/// Whether a plan could be made; if it could, it reads back.
fn reads_back(plan: Option<Plan>, context: &str) -> bool {
    let Some(plan) = plan else { return false };
    let written = serde_json::to_string(&plan).unwrap();
    let read = serde_json::from_str::<Plan>(&written).map_err(|error| format!("{context}: {error}\n{written}"));
    assert_eq!(read, Ok(plan), "{context}");
    true
}

#[test]
fn of_every_unit_measure_and_goal() {
    let from = "2021".parse().unwrap();
    let baselines = [Baseline::observed(from), Baseline::stated(from, dec!(40))];
    let goals = goals();
    let (mut made, mut all) = (0_u32, 0_u32);
    for (unit, measure) in units()
        .iter()
        .flat_map(|unit| Measure::ALL.iter().map(move |measure| (unit, *measure)))
    {
        for quantity in quantities(measure, unit) {
            reads_back(plan_of(&quantity, None), &format!("{quantity:?}"));
        }
        let quantity = Quantity::new(measure, unit.clone());
        for (goal, baseline) in goals
            .iter()
            .flat_map(|goal| baselines.iter().map(move |from| (*goal, from)))
        {
            let target = Target::builder("t".parse().unwrap(), quantity.clone(), goal, "2030".parse().unwrap())
                .baseline(baseline.clone())
                .build();
            all = all.saturating_add(1);
            let Ok(target) = target else { continue };
            let context = format!("{quantity:?} {goal:?}");
            made = made.saturating_add(u32::from(reads_back(plan_of(&quantity, Some(target)), &context)));
        }
    }
    assert!(made > all / 8, "{made} of {all}");
}

#[test]
fn of_every_path_and_milestone() {
    let year = |text: &str| text.parse().unwrap();
    let ceiling = dec!(100);
    let shapes = [
        Shape::Linear,
        Shape::ConstantGrowth,
        Shape::Hold,
        Shape::Logistic { ceiling },
    ]
    .map(Some);
    let milestones = [
        Milestone::value(year("2025"), dec!(60)),
        Milestone::of_goal(year("2025"), dec!(0.1)),
        Milestone::share_of_way(year("2025"), dec!(0.5)),
    ];
    let shaped = shapes.into_iter().map(|shape| (shape, None));
    let all: Vec<_> = shaped
        .chain(milestones.map(|milestone| (None, Some(milestone))))
        .collect();
    let mut made = 0_u32;
    for (measure, goal) in Measure::ALL
        .iter()
        .flat_map(|measure| goals().into_iter().map(move |goal| (*measure, goal)))
    {
        let quantity = Quantity::new(measure, Unit::percent());
        for (shape, milestone) in &all {
            let builder = Target::builder("t".parse().unwrap(), quantity.clone(), goal, year("2030"))
                .baseline(Baseline::stated(year("2021"), dec!(40)));
            let builder = shape
                .iter()
                .fold(builder, |builder, shape| builder.shape(shape.clone()));
            let builder = milestone
                .iter()
                .fold(builder, |builder, point| builder.milestone(*point));
            let Ok(target) = builder.build() else { continue };
            let context = format!("{quantity:?} {goal:?} {shape:?} {milestone:?}");
            made = made.saturating_add(u32::from(reads_back(plan_of(&quantity, Some(target)), &context)));
        }
    }
    assert!(made > 100, "{made}");
}
