//! Sums of flows: what covers which days, what a gap leaves open, and running totals.

use milepost::value::{Edge, Interval};
use milepost::{
    Baseline, Bound, Caveat, Goal, Ground, Measure, Missing, Quantity, Reading, Reason, Status, Target, dec,
};

use crate::setting::{Figures, assessed, code, counted, judged, never_negative, period, quantity, reading};

/// 1,000 in the five years after 2021; 200 a year.
fn at_least_1000() -> Target {
    at_least_1000_of(never_negative())
}

fn at_least_1000_of(quantity: Quantity) -> Target {
    let goal = Goal::cumulative(Bound::AtLeast(dec!(1000)));
    Target::builder(code("promise"), quantity, goal, period("2026"))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap()
}

#[test]
fn sums_are_made_of_whatever_covers_each_day_once() {
    let cases: &[(&str, Figures<'_>, &str, &str)] = &[
        ("years", &[("2022", "150"), ("2023", "230")], "2022-01-01/P2Y", "380"),
        (
            "the baseline's flow is no part",
            &[("2021", "999"), ("2022", "150")],
            "2022",
            "150",
        ),
        (
            "years, quarters and months",
            &[("2022", "150"), ("2023-Q1", "50"), ("2023-Q2", "60"), ("2023-07", "10")],
            "2022-01-01/P19M",
            "270",
        ),
        (
            "a year before its quarters",
            &[("2022", "150"), ("2022-Q1", "40"), ("2022-Q2", "40")],
            "2022",
            "150",
        ),
        (
            "a running total from the beginning",
            &[("2022", "150"), ("2022-01-01..2023", "390")],
            "2022-01-01/P2Y",
            "390",
        ),
        (
            "the running total of a year on top of the years before",
            &[("2022", "150"), ("2023-01-01..2023-09", "90")],
            "2022-01-01/P21M",
            "240",
        ),
        (
            "a running total that counts from before the promise is none",
            &[("2021-01-01..2023", "800"), ("2022", "150")],
            "2022",
            "150",
        ),
        (
            "what follows the deadline is no part",
            &[("2022-01-01..2026", "990"), ("2027", "100")],
            "2022-01-01/P5Y",
            "990",
        ),
    ];
    for (name, figures, covered, sum) in cases {
        let facts = assessed(&at_least_1000(), figures, "2028-01-01").evidence;
        let figure = facts.observed.unwrap();
        assert_eq!(
            (figure.period, figure.reading),
            (period(covered), reading(sum)),
            "{name}"
        );
    }
}

#[test]
fn a_gap_leaves_a_lower_bound() {
    let gap = [("2022", "300"), ("2023-S2", "70")];
    let verdict = judged(&at_least_1000(), &gap, "2024-01-01");
    // At least 370 where 400 are due, at most nobody knows: the sum to 2022 decides.
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::Ahead, Some(period("2022")))
    );
    assert!(verdict.caveats.contains(Caveat::NewerFigureIsOnlyABound));
    assert!(verdict.caveats.contains(Caveat::SumHasGap));
    let enough = judged(&at_least_1000(), &[("2022", "300"), ("2024", "700")], "2025-01-01");
    assert_eq!(
        (enough.status, enough.reason),
        (Status::Achieved, Reason::from(Ground::BoundMet))
    );
    assert!(enough.caveats.contains(Caveat::SumHasGap) && enough.caveats.contains(Caveat::Early));
    let negative = judged(
        &at_least_1000(),
        &[("2022", "300"), ("2023-Q2", "-1"), ("2023-S2", "701")],
        "2024-01-01",
    );
    assert_eq!(
        (negative.status, negative.deciding_period),
        (Status::Ahead, Some(period("2022")))
    );
    // Nothing from the beginning: only a bound.
    let only = judged(&at_least_1000(), &[("2023", "300")], "2024-01-01");
    assert_eq!(
        (only.status, only.reason),
        (
            Status::Unknown,
            Reason::from(Missing::bound_leaves_open(period("2023")))
        )
    );
}

#[test]
fn at_the_deadline_a_gap_decides_only_what_it_proves() {
    let target = at_least_1000();
    let proven = judged(&target, &[("2022", "600"), ("2026", "400")], "2027-01-01");
    assert_eq!(
        (proven.status, proven.reason),
        (Status::Achieved, Reason::from(Ground::BoundMet))
    );
    assert!(proven.caveats.contains(Caveat::SumHasGap));
    // 900 at least: the sum to 2025, 700 and 100, is the last whole one.
    let open = [("2022-01-01..2025-09", "700"), ("2025-Q4", "100"), ("2026-S2", "100")];
    let open = judged(&target, &open, "2027-01-01");
    assert_eq!(
        (open.status, open.deciding_period),
        (Status::OnTrack, Some(period("2022-01-01/P4Y")))
    );
    for caveat in [
        Caveat::NewerFigureIsOnlyABound,
        Caveat::SumHasGap,
        Caveat::DeadlineValuePending,
    ] {
        assert!(open.caveats.contains(caveat), "{caveat:?}");
    }
}

#[test]
fn the_whole_sum_decides_at_the_deadline() {
    let years = |last| {
        [
            ("2022", "200"),
            ("2023", "200"),
            ("2024", "200"),
            ("2025", "200"),
            ("2026", last),
        ]
    };
    for (last, status) in [("200", Status::Achieved), ("199.99", Status::Missed)] {
        assert_eq!(
            judged(&at_least_1000(), &years(last), "2027-01-01").status,
            status,
            "{last}"
        );
    }
}

#[test]
fn a_sum_once_reached_stays_reached_however_old_the_figure() {
    let figures = [("2022-01-01..2023", "1000")];
    for as_of in ["2024-01-01", "2026-12-31", "2027-12-31"] {
        assert_eq!(
            judged(&at_least_1000(), &figures, as_of).status,
            Status::Achieved,
            "{as_of}"
        );
    }
    let netted = [("2022", "1100"), ("2023", "-50")];
    let verdict = judged(&at_least_1000(), &netted, "2026-06-30");
    assert_eq!(
        (verdict.status, verdict.last_status),
        (Status::Unknown, Some(Status::Achieved))
    );
}

/// What can come back proves nothing: with a gap no sum is a bound, and one that was reached is stale like any other.
#[test]
fn only_what_cannot_be_negative_grows() {
    let with_gap = [("2022", "600"), ("2026", "400")];
    let reached = [("2022-01-01..2023", "1000")];
    for (quantity, grows) in [
        (quantity(Measure::Flow), false),
        (never_negative(), true),
        (counted(Measure::Flow), true),
    ] {
        let target = at_least_1000_of(quantity);
        let proven = judged(&target, &with_gap, "2027-01-01");
        assert_eq!(proven.status == Status::Achieved, grows);
        assert!(proven.caveats.contains(Caveat::SumHasGap));
        let old = judged(&target, &reached, "2026-12-31");
        assert_eq!(old.status == Status::Achieved, grows);
    }
}

#[test]
fn a_newer_flow_that_is_only_a_bound() {
    // 300 in 2022, and "over 50" in 2023: 350 and more of 400. The sum to 2022 decides, 300 of 200.
    let verdict = judged(&at_least_1000(), &[("2022", "300"), ("2023", ">50")], "2024-01-01");
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::Ahead, Some(period("2022")))
    );
    assert!(verdict.caveats.contains(Caveat::NewerFigureIsOnlyABound));
    // "Over 120": more than 420 is ahead whatever it is, unless it is met.
    let target = at_least_1000();
    let facts = assessed(&target, &[("2022", "300"), ("2023", ">50")], "2024-01-01").evidence;
    assert_eq!(facts.observed.unwrap().reading, reading("300"));
    assert_eq!(facts.newer_bound.unwrap().reading, reading(">350"));
    // Limits on both sides that lie in one class.
    let narrow = Interval::between(Edge::Inclusive(dec!(120)), Edge::Exclusive(dec!(130))).unwrap();
    let flows = vec![
        crate::setting::observation("2022", "300"),
        milepost::Observation::new(period("2023"), Reading::Interval(narrow))
            .published_on(crate::setting::day("2024-01-01")),
    ];
    let series = milepost::Series::new(code("indicator"), target.quantity().unit().clone(), flows).unwrap();
    let assessment = crate::setting::assessed_by(
        &milepost::Rule::pace(),
        &target,
        &series,
        crate::setting::day("2024-06-30"),
    );
    assert_eq!(assessment.verdict.status, Status::Ahead);
    assert_eq!(assessment.verdict.deciding_period, Some(period("2022-01-01/P2Y")));
}

#[test]
fn bounds_on_opposite_sides_say_nothing_of_the_sum() {
    let verdict = judged(
        &at_least_1000(),
        &[("2022", "300"), ("2023-S1", ">50"), ("2023-S2", "<400")],
        "2024-01-01",
    );
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::Ahead, Some(period("2022")))
    );
}

/// A sum that had reached its bound may fall below it again where something is negative, and is judged by its pace; a limit is never lost so.
#[test]
fn a_sum_that_was_reached_may_be_lost() {
    let half = |goal| {
        Target::builder(code("promise"), quantity(Measure::Flow), goal, period("2026"))
            .baseline(Baseline::stated(period("2021"), dec!(0)))
            .build()
            .unwrap()
    };
    let at_least = half(Goal::cumulative(Bound::AtLeast(dec!(1000))));
    let more_than = half(Goal::cumulative(Bound::MoreThan(dec!(1000))));
    let budget = half(Goal::cumulative(Bound::AtMost(dec!(1000))));
    for (name, target, figures, status, lost) in [
        (
            "reached and lost",
            &at_least,
            &[("2022", "1100"), ("2023", "-150")][..],
            Status::Ahead,
            true,
        ),
        (
            "just reached",
            &at_least,
            &[("2022", "1000"), ("2023", "-150")],
            Status::Ahead,
            true,
        ),
        (
            "never quite",
            &at_least,
            &[("2022", "999.9"), ("2023", "-150")],
            Status::Ahead,
            false,
        ),
        (
            "just not more",
            &more_than,
            &[("2022", "1000"), ("2023", "-150")],
            Status::Ahead,
            false,
        ),
        (
            "lost in parts of a year",
            &at_least,
            &[("2022-S1", "600"), ("2022-S2", "500"), ("2023-Q1", "-150")],
            Status::Ahead,
            true,
        ),
        (
            "by a running total",
            &at_least,
            &[
                ("2022-01-01..2022-06", "1100"),
                ("2022-01-01..2023", "400"),
                ("2024", "-10"),
            ],
            Status::Lagging,
            true,
        ),
        (
            "reached, and still",
            &at_least,
            &[("2022", "1100"), ("2023", "-50")],
            Status::Achieved,
            false,
        ),
        (
            "reached, lost and reached",
            &at_least,
            &[("2022", "1100"), ("2023", "-150"), ("2024", "60")],
            Status::Achieved,
            false,
        ),
        (
            "nothing is negative",
            &at_least,
            &[("2022", "300"), ("2023", "300")],
            Status::Ahead,
            false,
        ),
        (
            "a budget that was exceeded",
            &budget,
            &[("2022", "1100"), ("2023", "-950")],
            Status::OnTrack,
            false,
        ),
    ] {
        let as_of = if figures.iter().any(|(at, _)| *at == "2024") {
            "2025-01-31"
        } else {
            "2024-01-31"
        };
        let verdict = judged(target, figures, as_of);
        assert_eq!(
            (verdict.status, verdict.caveats.contains(Caveat::Lost)),
            (status, lost),
            "{name}"
        );
    }
}

/// Where the sum does not even begin, it is said what is missing.
#[test]
fn what_is_missing_from_the_start() {
    let figures = |first| [(first, "200"), ("2024", "200")];
    for (first, missing) in [
        ("2023", "2022"),
        ("2022-Q2", "2022-Q1"),
        ("2022-12", "2022-01-01/P11M"),
        ("2022-01-02/P364D", "2022-01-01"),
    ] {
        let verdict = judged(
            &at_least_1000_of(quantity(Measure::Flow)),
            &figures(first),
            "2025-01-31",
        );
        let reason = Reason::from(Missing::chain_broken(period(missing)));
        assert_eq!((verdict.status, verdict.reason), (Status::Unknown, reason), "{first}");
    }
}
