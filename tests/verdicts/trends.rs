//! Promises of a direction, and promises without any number.

use milepost::plan::{Lacks, Than};
use milepost::{Baseline, Bound, Direction, Goal, Length, Measure, Missing, Outcome, Status, Target, dec};

use crate::setting::{Figures, assessed, judged, period, promise};

fn trend(direction: Direction, than: Than) -> Target {
    let goal = Goal::trend_than(direction, than, Length::YEAR);
    promise(Measure::Stock, goal)
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap()
}

#[test]
fn each_year_better_than_the_last() {
    use Status::{Achieved, Lagging, Missed, NotDue, OffTrack, OnTrack, Unknown, Worsening};
    let rising = trend(Direction::Rising, Than::Previous);
    let cases: &[(&str, Figures<'_>, &str, Status)] = &[
        ("no year over", &[("2021", "10")], "2022-06-30", NotDue),
        ("better", &[("2021", "10"), ("2022", "10.1")], "2023-01-01", OnTrack),
        (
            "the same is not better",
            &[("2021", "10"), ("2022", "10")],
            "2023-01-01",
            OffTrack,
        ),
        ("worse", &[("2021", "10"), ("2022", "9.9")], "2023-01-01", Worsening),
        (
            "better, and worse before",
            &[("2021", "10"), ("2022", "9"), ("2023", "9.5")],
            "2024-01-01",
            Lagging,
        ),
        ("nothing to compare with", &[("2022", "10")], "2023-01-01", Unknown),
        (
            "a bound that is better",
            &[("2021", "10"), ("2022", ">10")],
            "2023-01-01",
            OnTrack,
        ),
        (
            "a bound that may be the same",
            &[("2021", "10"), ("2022", ">=10")],
            "2023-01-01",
            Unknown,
        ),
        (
            "two limits, all of one better than all of the other",
            &[("2021", "8..9"), ("2022", "9.1..12")],
            "2023-01-01",
            OnTrack,
        ),
        (
            "better than what is less than it",
            &[("2021", "<9"), ("2022", ">=9")],
            "2023-01-01",
            OnTrack,
        ),
        (
            "two limits that touch",
            &[("2021", "8..9"), ("2022", ">=9")],
            "2023-01-01",
            Unknown,
        ),
        (
            "two limits that overlap",
            &[("2021", "8..9"), ("2022", "8.9..12")],
            "2023-01-01",
            Unknown,
        ),
        (
            "two limits, all of one worse than all of the other",
            &[("2021", "8..9"), ("2022", "<8")],
            "2023-01-01",
            Worsening,
        ),
        (
            "a value behind limits",
            &[("2021", "8..9"), ("2022", "9.1")],
            "2023-01-01",
            OnTrack,
        ),
        (
            "a value at the limit before it",
            &[("2021", "8..9"), ("2022", "9")],
            "2023-01-01",
            Unknown,
        ),
        (
            "all better in the end",
            &[
                ("2021", "1"),
                ("2022", "2"),
                ("2023", "3"),
                ("2024", "4"),
                ("2025", "5"),
                ("2026", "6"),
            ],
            "2027-01-01",
            Achieved,
        ),
        (
            "once not better in the end",
            &[
                ("2021", "1"),
                ("2022", "2"),
                ("2023", "2"),
                ("2024", "4"),
                ("2025", "5"),
                ("2026", "6"),
            ],
            "2027-01-01",
            Missed,
        ),
        (
            "once unknown in the end",
            &[
                ("2021", "1"),
                ("2022", "2"),
                ("2023", "3"),
                ("2024", "4"),
                ("2026", "6"),
            ],
            "2027-01-01",
            Unknown,
        ),
    ];
    for (name, figures, as_of, status) in cases {
        assert_eq!(judged(&rising, figures, as_of).status, *status, "{name}");
        let mirrored: Vec<(&str, String)> = figures.iter().map(|(at, value)| (*at, mirror(value))).collect();
        let mirrored: Vec<(&str, &str)> = mirrored.iter().map(|(at, value)| (*at, value.as_str())).collect();
        let falling = trend(Direction::Falling, Than::Previous);
        assert_eq!(judged(&falling, &mirrored, as_of).status, *status, "{name}, falling");
    }
}

/// The value on the other side of zero, with its bounds.
fn mirror(value: &str) -> String {
    if let Some((low, high)) = value.split_once("..") {
        return format!("-{high}..-{low}");
    }
    let of_limit = |(before, after): &(&str, &str)| Some(format!("{after}-{}", value.strip_prefix(before)?));
    let limits = [(">=", "<="), (">", "<"), ("<=", ">="), ("<", ">")];
    limits.iter().find_map(of_limit).unwrap_or_else(|| format!("-{value}"))
}

#[test]
fn each_year_better_than_the_baseline() {
    let falling = trend(Direction::Falling, Than::Baseline);
    for (figures, status) in [
        (&[("2021", "10"), ("2022", "8"), ("2023", "9")][..], Status::OnTrack),
        (&[("2021", "10"), ("2022", "11"), ("2023", "9")], Status::Lagging),
        (&[("2021", "10"), ("2022", "8"), ("2023", "10")], Status::OffTrack),
        (&[("2021", "10"), ("2022", "8"), ("2023", "10.1")], Status::Worsening),
        (&[("2022", "8"), ("2023", "9")], Status::Unknown),
        (&[("2021", "10..11"), ("2022", "8"), ("2023", "9.9")], Status::OnTrack),
        (&[("2021", "10..11"), ("2023", "10")], Status::Unknown),
        (
            &[("2021", "10..11"), ("2022", "8"), ("2023", "11.1")],
            Status::Worsening,
        ),
    ] {
        assert_eq!(judged(&falling, figures, "2024-01-01").status, status, "{figures:?}");
    }
}

#[test]
fn a_baseline_that_the_plan_states_is_a_reference() {
    for than in [Than::Previous, Than::Baseline] {
        let goal = Goal::trend_than(Direction::Rising, than, Length::YEAR);
        let target = promise(Measure::Stock, goal)
            .baseline(Baseline::stated(period("2021"), dec!(10)))
            .build()
            .unwrap();
        for (value, status) in [
            ("10.1", Status::OnTrack),
            ("10", Status::OffTrack),
            ("9", Status::Worsening),
        ] {
            assert_eq!(
                judged(&target, &[("2022", value)], "2023-01-01").status,
                status,
                "{than:?} {value}"
            );
        }
    }
}

#[test]
fn a_flow_is_compared_with_periods_of_its_own_length() {
    for (than, status) in [(Than::Previous, Status::OnTrack), (Than::Baseline, Status::Unknown)] {
        let goal = Goal::trend_than(Direction::Rising, than, Length::QUARTER);
        // 100 in the whole year are no measure of 26 in a quarter; the quarter before it is.
        let target = promise(Measure::Flow, goal)
            .baseline(Baseline::stated(period("2021"), dec!(100)))
            .build()
            .unwrap();
        let figures = [("2021", "100"), ("2021-Q4", "25"), ("2022-Q1", "26")];
        assert_eq!(judged(&target, &figures, "2022-04-01").status, status, "{than:?}");
    }
}

#[test]
fn growth_across_a_change_of_definition_is_not_computed() {
    let previous = trend(Direction::Rising, Than::Previous);
    let figures = [("2021", "10"), ("2022", "11"), ("2023", "5 break"), ("2024", "6")];
    let record = assessed(&previous, &figures, "2025-01-01").evidence.record.unwrap();
    assert_eq!((record.kept, record.broken, record.unknown), (2, 0, 1));
    let baseline = trend(Direction::Rising, Than::Baseline);
    let record = assessed(&baseline, &figures, "2025-01-01").evidence.record.unwrap();
    assert_eq!((record.kept, record.broken, record.unknown), (1, 0, 2));
}

#[test]
fn a_promise_without_number_is_kept_named_and_unknown() {
    for lacks in [Lacks::Number, Lacks::Bound, Lacks::Reference] {
        let target = promise(Measure::Rank, Goal::Unstated(lacks)).build().unwrap();
        for (figures, as_of) in [
            (&[][..], "2022-01-01"),
            (&[("2024", "3")], "2025-01-01"),
            (&[("2026", "3")], "2030-01-01"),
        ] {
            let assessment = assessed(&target, figures, as_of);
            let missing = Missing::goal_unstated(lacks);
            assert_eq!(
                (assessment.verdict.status, assessment.verdict.reason),
                (Status::Unknown, missing.into())
            );
            assert_eq!(assessment.evidence.goal, Err(missing));
            assert_eq!(assessment.evidence.observed.is_ok(), !figures.is_empty());
        }
    }
    // A rank that must stay among the first three is a promise with a number.
    let rank = promise(Measure::Rank, Goal::keep(Bound::AtMost(dec!(3)), Length::YEAR))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    assert_eq!(judged(&rank, &[("2022", "3")], "2023-01-01").status, Status::OnTrack);
    assert_eq!(judged(&rank, &[("2022", "4")], "2023-01-01").status, Status::OffTrack);
}

/// A baseline that is the mean of several years is one for a year, and no year before the first.
#[test]
fn better_than_the_mean_of_several_years() {
    use Outcome::{Broken, Kept, Reversed};
    let years: Figures<'_> = &[("2018", "9"), ("2019", "10"), ("2020", "11")];
    let stated = Baseline::stated(period("2018-01-01/P3Y"), dec!(10)).as_mean();
    let read = Baseline::observed(period("2018-01-01/P3Y")).as_mean();
    for measure in [Measure::Share, Measure::Stock, Measure::Flow, Measure::Ratio] {
        for (name, baseline) in [("stated", &stated), ("read", &read)] {
            for (direction, than, value, expected) in [
                (Direction::Falling, Than::Baseline, "9.9", Kept),
                (Direction::Falling, Than::Baseline, "10", Broken),
                (Direction::Falling, Than::Baseline, "10.1", Reversed),
                (Direction::Rising, Than::Baseline, "10.1", Kept),
                (Direction::Rising, Than::Baseline, "9.9", Reversed),
                // Of 2020, and not of the mean.
                (Direction::Falling, Than::Previous, "10.9", Kept),
                (Direction::Falling, Than::Previous, "11", Broken),
                (Direction::Falling, Than::YearBefore, "11.1", Reversed),
            ] {
                let goal = Goal::trend_than(direction, than, Length::YEAR);
                let target = promise(measure, goal).baseline(baseline.clone()).build().unwrap();
                let figures = [years, &[("2021", value)]].concat();
                let record = assessed(&target, &figures, "2022-06-30").evidence.record.unwrap();
                assert_eq!(
                    record.latest_outcome.map(|latest| (latest.period, latest.outcome)),
                    Some((period("2021"), expected)),
                    "{measure:?} {name} {direction:?} {than:?} {value}"
                );
                // A mean of which a year is missing is none.
                let lacking = assessed(&target, &figures[1..], "2022-06-30").evidence.record.unwrap();
                let is_known = than != Than::Baseline || name == "stated";
                assert_eq!(
                    lacking.latest_outcome.is_some(),
                    is_known,
                    "{measure:?} {name} {than:?}"
                );
            }
        }
    }
}
