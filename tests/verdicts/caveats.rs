//! What the figures bring with them.

use milepost::{Bound, Caveat, Caveats, Goal, Measure, Status, Target, dec};

use crate::setting::{Figures, judged, promise_from};

fn at_least_200() -> Target {
    promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))))
}

#[test]
fn each_by_itself_and_beside_an_unchanged_status() {
    let cases: &[(&str, Figures<'_>, &[Caveat])] = &[
        ("none", &[("2023", "140")], &[]),
        ("provisional", &[("2023", "140 provisional")], &[Caveat::Provisional]),
        ("estimated", &[("2023", "140 estimated")], &[Caveat::Estimated]),
        ("approximate", &[("2023", "~140")], &[Caveat::Approximate]),
        (
            "not before",
            &[("2023@2024-01-01+", "140")],
            &[Caveat::PublishedNotBefore],
        ),
        (
            "an undated figure beside it",
            &[("2023", "140"), ("2022@undated", "1")],
            &[Caveat::UndatedLeftOut],
        ),
        (
            "an undated figure from before the baseline says nothing of the promise",
            &[("2023", "140"), ("2019@undated", "1")],
            &[],
        ),
        (
            "both",
            &[("2023@2024-01-01+", "~140 provisional")],
            &[Caveat::Provisional, Caveat::Approximate, Caveat::PublishedNotBefore],
        ),
        (
            "that of an older figure does not count",
            &[("2022", "120 provisional"), ("2023", "140")],
            &[],
        ),
    ];
    for (name, figures, expected) in cases {
        let verdict = judged(&at_least_200(), figures, "2024-01-31");
        assert_eq!(verdict.status, Status::OnTrack, "{name}");
        let expected: Caveats = expected.iter().copied().collect();
        assert_eq!(verdict.caveats, expected, "{name}");
    }
}

#[test]
fn of_the_vintage_that_decides() {
    let figures = [("2023@2024-01-10", "140 provisional"), ("2023@2024-09-10", "139")];
    let first = judged(&at_least_200(), &figures, "2024-01-31");
    assert!(first.caveats.contains(Caveat::Provisional));
    let last = judged(&at_least_200(), &figures, "2024-09-30");
    assert_eq!(last.caveats, Caveats::NONE);
}

#[test]
fn of_a_sum_those_of_every_part() {
    let target = promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
    let figures = [
        ("2024-Q1", "30"),
        ("2024-Q2", "~40 provisional"),
        ("2024-Q3@2025-01-01+", "40 estimated"),
        ("2024-Q4", "40"),
    ];
    let verdict = judged(&target, &figures, "2025-01-31");
    let expected: Caveats = [
        Caveat::Provisional,
        Caveat::Estimated,
        Caveat::Approximate,
        Caveat::PublishedNotBefore,
    ]
    .into_iter()
    .collect();
    assert_eq!(verdict.caveats, expected);
}

/// What is missing in a sum, and what came after the last whole figure, is said where it is so and nowhere else.
#[test]
fn of_gaps_and_parts() {
    let sum = || promise_from(Measure::Flow, dec!(100), Goal::cumulative(Bound::AtLeast(dec!(500))));
    let level = || promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
    let cases: [(&str, Target, Figures<'_>, &[Caveat]); 7] = [
        ("a sum", sum(), &[("2022", "100"), ("2023", "100")], &[]),
        (
            "a sum with a gap",
            sum(),
            &[("2022", "100"), ("2024", "100")],
            &[Caveat::SumHasGap],
        ),
        (
            "a sum of which a part is only a bound",
            sum(),
            &[("2022", "100"), ("2023", ">90")],
            &[Caveat::NewerFigureIsOnlyABound],
        ),
        ("a level", level(), &[("2023", "140")], &[]),
        (
            "a level with a part of the next year",
            level(),
            &[("2023", "140"), ("2024-Q1", "40")],
            &[Caveat::NewerFigureIsPartial],
        ),
        (
            "a level with a part of its own year",
            level(),
            &[("2023", "140"), ("2023-Q1", "30")],
            &[],
        ),
        (
            "a level that all of its parts add up to",
            level(),
            &[
                ("2023-Q1", "30"),
                ("2023-Q2", "40"),
                ("2023-Q3", "30"),
                ("2023-Q4", "40"),
            ],
            &[],
        ),
    ];
    for (name, target, figures, expected) in cases {
        let verdict = judged(&target, figures, "2025-01-31");
        let expected: Caveats = expected.iter().copied().collect();
        assert_eq!(verdict.caveats, expected, "{name}: {verdict:?}");
    }
}
