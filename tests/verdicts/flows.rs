//! Flows against periods of the goal's own length: sums of shorter ones, parts of a period, and other lengths.

use milepost::{Baseline, Bound, Caveat, Goal, Length, Measure, Missing, Reason, Status, Target, dec};

use crate::setting::{Figures, assessed, judged, period, promise_from, promise_since_2021, reading};

fn over_200() -> Target {
    promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtLeast(dec!(200))))
}

#[test]
fn shorter_flows_add_up_to_the_goals_own_length() {
    let cases: &[(&str, Figures<'_>)] = &[
        ("a year", &[("2024", "150")]),
        ("halves", &[("2024-S1", "70"), ("2024-S2", "80")]),
        (
            "quarters",
            &[
                ("2024-Q1", "30"),
                ("2024-Q2", "40"),
                ("2024-Q3", "40"),
                ("2024-Q4", "40"),
            ],
        ),
        (
            "months and quarters",
            &[
                ("2024-01", "10"),
                ("2024-02", "10"),
                ("2024-03", "10"),
                ("2024-Q2", "40"),
                ("2024-07", "14"),
                ("2024-08", "13"),
                ("2024-09", "13"),
                ("2024-Q4", "40"),
            ],
        ),
        (
            "a half and months that overlap nothing",
            &[
                ("2024-S1", "70"),
                ("2024-Q2", "1"),
                ("2024-Q3", "40"),
                ("2024-Q4", "40"),
            ],
        ),
        ("a running total of the year", &[("2024-01-01..2024-12", "150")]),
        (
            "eleven months and the last",
            &[("2024-01-01..2024-11", "138"), ("2024-12", "12")],
        ),
    ];
    for (name, figures) in cases {
        let assessment = assessed(&over_200(), figures, "2025-01-01");
        let figure = assessment.evidence.observed.unwrap();
        assert_eq!(
            (figure.period, figure.reading),
            (period("2024"), reading("150")),
            "{name}"
        );
        assert_eq!(assessment.verdict.deciding_period, Some(period("2024")), "{name}");
        assert!(
            !assessment.verdict.caveats.contains(Caveat::NewerFigureIsPartial),
            "{name}"
        );
    }
}

#[test]
fn a_part_of_a_period_is_not_annualised() {
    let cases: &[(&str, Figures<'_>, Status, Reason)] = &[
        (
            "three quarters",
            &[("2022-Q1", "50"), ("2022-Q2", "50"), ("2022-Q3", "50")],
            Status::Unknown,
            Reason::from(Missing::partial_period_without(
                period("2022-Q3"),
                Length::YEAR,
                Some(period("2022-Q4")),
            )),
        ),
        (
            "a hole in the middle",
            &[("2022-Q1", "50"), ("2022-Q2", "50"), ("2022-Q4", "50")],
            Status::Unknown,
            Reason::from(Missing::partial_period_without(
                period("2022-Q4"),
                Length::YEAR,
                Some(period("2022-Q3")),
            )),
        ),
        (
            "a running total of nine months",
            &[("2022-01-01..2022-09", "150")],
            Status::Unknown,
            Reason::from(Missing::partial_period(period("2022-01-01/P9M"), Length::Months(12))),
        ),
        (
            "of another year's length",
            &[("2022-01-01..2023", "300")],
            Status::Unknown,
            Reason::from(Missing::other_periods(Length::Months(24), Length::Months(12))),
        ),
    ];
    for (name, figures, status, reason) in cases {
        let verdict = judged(&over_200(), figures, "2024-01-01");
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
    }
}

#[test]
fn a_newer_part_is_named_beside_the_whole_that_decides() {
    let with_part = judged(&over_200(), &[("2024", "150"), ("2025-Q1", "30")], "2025-06-30");
    assert_eq!(with_part.deciding_period, Some(period("2024")));
    assert!(with_part.caveats.contains(Caveat::NewerFigureIsPartial));
    // The newest figure is a bound on a whole year, and no part of one.
    let with_bound = judged(&over_200(), &[("2024", "150"), ("2025", ">150")], "2026-06-30");
    assert_eq!(with_bound.deciding_period, Some(period("2024")));
    assert!(with_bound.caveats.contains(Caveat::NewerFigureIsOnlyABound));
    assert!(!with_bound.caveats.contains(Caveat::NewerFigureIsPartial));
    // Parts of what is decided already are nothing new.
    let older_parts = judged(&over_200(), &[("2024", "150"), ("2024-Q4", "30")], "2025-06-30");
    assert!(!older_parts.caveats.contains(Caveat::NewerFigureIsPartial));
}

#[test]
fn the_deadlines_year_is_complete_or_pending() {
    let nine_months = judged(
        &over_200(),
        &[("2025", "190"), ("2026-01-01..2026-09", "199")],
        "2027-01-31",
    );
    assert_eq!(nine_months.deciding_period, Some(period("2025")));
    assert!(nine_months.caveats.contains(Caveat::DeadlineValuePending));
    assert!(nine_months.caveats.contains(Caveat::NewerFigureIsPartial));
    let quarters = [
        ("2026-Q1", "50"),
        ("2026-Q2", "50"),
        ("2026-Q3", "50"),
        ("2026-Q4", "50"),
    ];
    let whole = judged(&over_200(), &quarters, "2027-01-31");
    assert_eq!(
        (whole.status, whole.deciding_period),
        (Status::Achieved, Some(period("2026")))
    );
}

#[test]
fn the_baseline_adds_up_too() {
    let target = promise_since_2021(Measure::Flow, Goal::level(Bound::AtLeast(dec!(200))));
    let figures = [("2021-S1", "45"), ("2021-S2", "55"), ("2024", "150")];
    assert_eq!(
        assessed(&target, &figures, "2025-01-01")
            .evidence
            .baseline
            .unwrap()
            .value,
        dec!(100)
    );
    let incomplete = judged(&target, &figures[1..], "2025-01-01");
    assert_eq!(incomplete.reason, Missing::no_baseline_value(period("2021")));
}

#[test]
fn quarters_against_a_quarter() {
    let target = Target::builder(
        crate::setting::code("promise"),
        crate::setting::quantity(Measure::Flow),
        Goal::level(Bound::AtLeast(dec!(40))),
        period("2026-Q4"),
    )
    .baseline(Baseline::stated(period("2024-Q4"), dec!(10)))
    .build()
    .unwrap();
    // Doubled every year; a year's flow says nothing of a quarter's.
    let verdict = judged(&target, &[("2025-Q4", "20"), ("2025", "90")], "2026-01-31");
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::OnTrack, Some(period("2025-Q4")))
    );
    let year_only = judged(&target, &[("2025", "90")], "2026-01-31");
    assert_eq!(
        (year_only.status, year_only.reason),
        (
            Status::Unknown,
            Reason::from(Missing::other_periods(Length::Months(12), Length::Months(3)))
        )
    );
    let months = [("2025-10", "5"), ("2025-11", "7"), ("2025-12", "8")];
    assert_eq!(
        judged(&target, &months, "2026-01-31").deciding_period,
        Some(period("2025-Q4"))
    );
}

#[test]
fn rates_of_growth_do_not_add_up() {
    let target = promise_from(Measure::GrowthRate, dec!(4), Goal::level(Bound::AtLeast(dec!(6))));
    let quarters = [("2022-Q1", "5"), ("2022-Q2", "5"), ("2022-Q3", "5"), ("2022-Q4", "5")];
    let verdict = judged(&target, &quarters, "2023-01-31");
    assert_eq!(
        verdict.reason,
        Missing::partial_period(period("2022-Q4"), Length::Months(12))
    );
    assert_eq!(
        judged(&target, &[("2022", "4.4")], "2023-01-31").status,
        Status::OnTrack
    );
}
