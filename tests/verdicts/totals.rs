//! Totals beside the parts of which they are the sum.

use milepost::{Baseline, Bound, Caveat, Goal, Length, Measure, Quantity, Rule, Target, dec};

use crate::setting::{Figures, counted, judged, judged_by, never_negative, period, quantity};

fn target(quantity: Quantity, goal: Goal) -> Target {
    Target::builder(crate::setting::code("promise"), quantity, goal, period("2026"))
        .baseline(Baseline::stated(period("2021"), dec!(80)))
        .build()
        .unwrap()
}

fn at_least_200() -> Goal {
    Goal::level(Bound::AtLeast(dec!(200)))
}

fn contradicts(target: &Target, figures: Figures<'_>, as_of: &str) -> bool {
    judged(target, figures, as_of)
        .caveats
        .contains(Caveat::TotalContradictsParts)
}

const QUARTERS: [(&str, &str); 4] = [
    ("2024-Q1", "25"),
    ("2024-Q2", "25"),
    ("2024-Q3", "25"),
    ("2024-Q4", "25.00"),
];

fn with_quarters<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [&QUARTERS[..], more].concat()
}

#[test]
fn a_year_beside_its_parts() {
    let months: Vec<String> = (1..=12).map(|month| format!("2024-{month:02}")).collect();
    let months: Vec<(&str, &str)> = months.iter().map(|month| (month.as_str(), "8")).collect();
    let months = |year: &'static str| [&months[..], &[("2024", year)]].concat();
    let cases: &[(&str, Vec<(&str, &str)>, bool)] = &[
        ("the year alone", vec![("2024", "100")], false),
        ("quarters alone", QUARTERS.to_vec(), false),
        ("the same", with_quarters(&[("2024", "100")]), false),
        ("one unit less", with_quarters(&[("2024", "99.99")]), true),
        ("one unit more", with_quarters(&[("2024", "100.01")]), true),
        ("months, the same", months("96.0"), false),
        ("months, another", months("96.1"), true),
        (
            "quarters and a half agree, the year does not",
            with_quarters(&[("2024-S1", "50"), ("2024", "101")]),
            true,
        ),
        (
            "the half agrees with no quarters, and the year with the half",
            with_quarters(&[("2024-S1", "51"), ("2024", "101")]),
            true,
        ),
        (
            "the half contradicts its quarters where nobody states the year",
            with_quarters(&[("2024-S1", "51")]),
            true,
        ),
        ("about the year", with_quarters(&[("2024", "~101")]), false),
        (
            "a year that is a bound, and holds them",
            with_quarters(&[("2024", ">=100")]),
            false,
        ),
        (
            "a year that is a bound, and does not",
            with_quarters(&[("2024", ">100")]),
            true,
        ),
        ("a bound from above", with_quarters(&[("2024", "<=99.99")]), true),
        (
            "another year's parts",
            vec![("2023-S1", "50"), ("2023-S2", "51"), ("2023", "100"), ("2024", "100")],
            false,
        ),
        (
            "a year from July, which is no part",
            vec![("2023-07-01/P1Y", "300"), ("2024", "100")],
            false,
        ),
    ];
    for (name, figures, expected) in cases {
        for quantity in [quantity(Measure::Flow), never_negative()] {
            let found = contradicts(&target(quantity, at_least_200()), figures, "2025-01-31");
            assert_eq!(found, *expected, "{name}");
        }
    }
}

/// What lacks a part says nothing, but where nothing can be negative no part is more than the whole.
#[test]
fn parts_that_leave_out_days() {
    let cases: &[(&str, Figures<'_>, bool)] = &[
        ("less", &[("2024-Q1", "60"), ("2024-Q2", "30"), ("2024", "100")], false),
        (
            "as much",
            &[("2024-Q1", "60"), ("2024-Q2", "40"), ("2024", "100")],
            false,
        ),
        ("more", &[("2024-Q1", "60"), ("2024-Q2", "40.1"), ("2024", "100")], true),
        (
            "more, with a gap",
            &[("2024-Q1", "60"), ("2024-Q3", "40.1"), ("2024", "100")],
            true,
        ),
        ("one alone", &[("2024-Q4", "100.1"), ("2024", "100")], true),
        (
            "a running total that rises",
            &[
                ("2024-01-01..2024-06", "60"),
                ("2024-01-01..2024-09", "60"),
                ("2024", "100"),
            ],
            false,
        ),
        (
            "one that falls to the year",
            &[
                ("2024-01-01..2024-06", "60"),
                ("2024-01-01..2024-09", "101"),
                ("2024", "100"),
            ],
            true,
        ),
        (
            "one that fell and rose beyond it",
            &[
                ("2024-01-01..2024-06", "60"),
                ("2024-01-01..2024-09", "50"),
                ("2024", "100"),
            ],
            false,
        ),
        (
            "one that fell, and never came back to where it was",
            &[
                ("2024-01-01..2024-06", "60"),
                ("2024-01-01..2024-09", "50"),
                ("2024", "55"),
            ],
            true,
        ),
        (
            "a part that is a bound",
            &[("2024-Q1", ">=100"), ("2024", "100")],
            false,
        ),
        (
            "a part that is a bound beyond it",
            &[("2024-Q1", ">100"), ("2024", "100")],
            true,
        ),
        ("about as much", &[("2024-Q1", "~101"), ("2024", "100")], false),
    ];
    for (name, figures, expected) in cases {
        for (quantity, grows) in [
            (quantity(Measure::Flow), false),
            (never_negative(), true),
            (counted(Measure::Flow), true),
        ] {
            let found = contradicts(&target(quantity, at_least_200()), figures, "2025-01-31");
            assert_eq!(found, *expected && grows, "{name}");
        }
    }
    // One negative part, and sums can fall.
    let refund = [("2024-Q1", "101"), ("2024-Q2", "-1"), ("2024", "100")];
    assert!(!contradicts(
        &target(quantity(Measure::Flow), at_least_200()),
        &refund,
        "2025-01-31"
    ));
}

#[test]
fn sums_since_the_baseline() {
    let sum = |bound| target(quantity(Measure::Flow), Goal::cumulative(bound));
    let counted = |bound| target(never_negative(), Goal::cumulative(bound));
    for (name, figures, whole, grown) in [
        (
            "a running total that its years make up",
            &[("2022", "100"), ("2023", "110"), ("2022-01-01..2023", "210")][..],
            false,
            false,
        ),
        (
            "one that they do not",
            &[("2022", "100"), ("2023", "110"), ("2022-01-01..2023", "209.9")],
            true,
            true,
        ),
        (
            "a year that its halves do not make up, in the sum of years",
            &[("2022", "100"), ("2022-S1", "40"), ("2022-S2", "61"), ("2023", "110")],
            true,
            true,
        ),
        (
            "a running total that falls",
            &[("2022-01-01..2022", "150"), ("2022-01-01..2023", "140")],
            false,
            true,
        ),
        (
            "one that rises",
            &[("2022-01-01..2022", "140"), ("2022-01-01..2023", "150")],
            false,
            false,
        ),
        (
            "a running total from before the promise, which is no part",
            &[("2021-01-01..2022", "300"), ("2022", "100"), ("2023", "110")],
            false,
            false,
        ),
    ] {
        for bound in [Bound::AtLeast(dec!(1000)), Bound::AtMost(dec!(1000))] {
            assert_eq!(
                contradicts(&sum(bound), figures, "2024-01-31"),
                whole,
                "{name}: {bound:?}"
            );
            assert_eq!(
                contradicts(&counted(bound), figures, "2024-01-31"),
                grown,
                "{name}: {bound:?}"
            );
        }
    }
}

/// At the deadline and after it, of a baseline that is read, of records, by a published rule, and as known on a day.
#[test]
fn wherever_a_total_is_used() {
    let year = target(quantity(Measure::Flow), at_least_200());
    let last = [("2026-S1", "100"), ("2026-S2", "101"), ("2026", "200")];
    for as_of in ["2027-01-01", "2030-01-01"] {
        assert!(contradicts(&year, &last, as_of), "{as_of}");
    }
    let read = crate::setting::promise_since_2021(Measure::Flow, at_least_200());
    let baseline = [("2021-S1", "40"), ("2021-S2", "41"), ("2021", "80"), ("2024", "100")];
    assert!(contradicts(&read, &baseline, "2025-01-31"));
    assert!(!contradicts(&year, &baseline, "2025-01-31"));
    let halves = [("2024-S1", "50"), ("2024-S2", "51"), ("2024", "100")];
    for goal in [
        Goal::keep(Bound::AtMost(dec!(110)), Length::YEAR),
        Goal::change(Bound::AtLeast(dec!(0.5))),
        Goal::average_growth(Bound::AtMost(dec!(0.2))),
        Goal::level(Bound::AtMost(dec!(70))),
    ] {
        assert!(
            contradicts(&target(quantity(Measure::Flow), goal), &halves, "2025-01-31"),
            "{goal:?}"
        );
    }
    let by_rates = judged_by(&Rule::open_sdg(), &year, &halves, "2025-01-31");
    assert!(by_rates.caveats.contains(Caveat::TotalContradictsParts));
    let revised = [&halves[..], &[("2024@2025-06-30", "101")]].concat();
    assert!(contradicts(&year, &revised, "2025-06-29"));
    assert!(!contradicts(&year, &revised, "2025-06-30"));
}

/// An average is no sum of its parts, and what is there at a moment has none.
#[test]
fn only_sums_have_parts_that_add_up() {
    let halves = [("2024-S1", "50"), ("2024-S2", "51"), ("2024", "100")];
    for measure in [
        Measure::Share,
        Measure::Stock,
        Measure::Index,
        Measure::Ratio,
        Measure::GrowthRate,
        Measure::Rank,
    ] {
        let goal = match measure {
            Measure::Share => Goal::level(Bound::AtLeast(dec!(100))),
            _ => at_least_200(),
        };
        assert!(
            !contradicts(&target(quantity(measure), goal), &halves, "2025-01-31"),
            "{measure:?}"
        );
    }
}
