//! What decides once the deadline is past, and what does not.

use milepost::{Bound, Caveat, Caveats, Goal, Ground, Measure, Missing, Reason, Status, Target, dec};

use crate::setting::{Figures, assessed, code, judged, period, promise, promise_from, quantity};

fn caveats(all: &[Caveat]) -> Caveats {
    all.iter().copied().collect()
}

/// 100 in 2021, at least 200 by the end of 2026.
fn at_least_200() -> Target {
    promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))))
}

#[test]
fn the_figure_of_the_deadline_decides_and_nothing_later_does() {
    use Status::{Achieved, Lagging, Missed, OnTrack, Unknown};
    let pending = [Caveat::DeadlineValuePending];
    let stale = Missing::stale(period("2024"), milepost::Years::months(36)).into();
    let cases: &[(&str, Figures<'_>, &str, Status, Reason, &[Caveat])] = &[
        (
            "met exactly",
            &[("2026", "200")],
            "2027-01-01",
            Achieved,
            Reason::from(Ground::BoundMet),
            &[],
        ),
        (
            "missed by a last digit",
            &[("2026", "199.9")],
            "2027-01-01",
            Missed,
            Reason::from(Ground::BoundNotMet),
            &[],
        ),
        (
            "met before, and not at the end",
            &[("2025", "210"), ("2026", "190")],
            "2027-06-30",
            Missed,
            Reason::from(Ground::BoundNotMet),
            &[],
        ),
        (
            "not published yet: the last status stands",
            &[("2025", "180")],
            "2027-01-01",
            OnTrack,
            Reason::from(Ground::Pace),
            &pending,
        ),
        (
            "not published yet, met before",
            &[("2025", "201")],
            "2027-01-01",
            Achieved,
            Reason::from(Ground::BoundMet),
            &[Caveat::Early, Caveat::DeadlineValuePending],
        ),
        (
            "never published: the last status stands until it is too old",
            &[("2024", "150")],
            "2026-12-31",
            Lagging,
            Reason::from(Ground::Pace),
            &[],
        ),
        (
            "too old in the end",
            &[("2024", "150")],
            "2027-12-31",
            Unknown,
            stale,
            &pending,
        ),
        (
            "later figures do not meet the bound for it",
            &[("2025", "180"), ("2027", "250")],
            "2027-12-31",
            OnTrack,
            Reason::from(Ground::Pace),
            &pending,
        ),
        (
            "later figures do not lose it",
            &[("2026", "200"), ("2027", "150")],
            "2028-06-30",
            Achieved,
            Reason::from(Ground::BoundMet),
            &[],
        ),
        (
            "later figures do not mend it",
            &[("2026", "199.9"), ("2027", "250")],
            "2028-06-30",
            Missed,
            Reason::from(Ground::BoundNotMet),
            &[],
        ),
        (
            "a later figure alone says nothing",
            &[("2027", "250")],
            "2028-01-01",
            Unknown,
            Reason::from(Missing::no_figure_at_deadline(None, Some(period("2027")))),
            &pending,
        ),
        (
            "a figure does not grow old after the deadline has decided",
            &[("2026", "200")],
            "2050-01-01",
            Achieved,
            Reason::from(Ground::BoundMet),
            &[],
        ),
        (
            "the last quarter of the deadline's year sits where the year does",
            &[("2026-Q4", "200")],
            "2027-01-01",
            Achieved,
            Reason::from(Ground::BoundMet),
            &[],
        ),
        (
            "the last quarter but one does not",
            &[("2026-Q3", "195")],
            "2027-01-01",
            OnTrack,
            Reason::from(Ground::Pace),
            &pending,
        ),
    ];
    for (name, figures, as_of, status, reason, expected) in cases {
        let verdict = judged(&at_least_200(), figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
        // Values on a bound are too close to call by their nature; that caveat has cases of its own.
        let others: Caveats = verdict
            .caveats
            .iter()
            .filter(|&caveat| caveat != Caveat::TooCloseToCall)
            .collect();
        assert_eq!(others, caveats(expected), "{name}");
    }
}

#[test]
fn a_revision_of_the_deadlines_figure_decides_anew() {
    let figures = [("2026@2027-01-20", "200.0"), ("2026@2028-01-20", "199.5")];
    for (as_of, status) in [
        ("2027-01-19", Status::Unknown),
        ("2027-01-20", Status::Achieved),
        ("2028-01-19", Status::Achieved),
        ("2028-01-20", Status::Missed),
    ] {
        assert_eq!(judged(&at_least_200(), &figures, as_of).status, status, "{as_of}");
    }
}

#[test]
fn before_the_deadline_is_over_nothing_is_missed() {
    // Published on its last day: the day is not over.
    let figures = [("2026@2026-12-31", "150")];
    let verdict = judged(&at_least_200(), &figures, "2026-12-31");
    assert_eq!(
        (verdict.status, verdict.reason),
        (Status::OffTrack, Reason::from(Ground::Pace))
    );
    assert_eq!(judged(&at_least_200(), &figures, "2027-01-01").status, Status::Missed);
}

#[test]
fn every_bound_decides_at_its_edge() {
    let within = |low, high| Bound::within(low, high).unwrap();
    for (start, bound, figure, status) in [
        (dec!(100), Bound::AtLeast(dec!(200)), "200", Status::Achieved),
        (dec!(100), Bound::MoreThan(dec!(200)), "200", Status::Missed),
        (
            dec!(100),
            Bound::MoreThan(dec!(200)),
            "200.0000000000000000000000001",
            Status::Achieved,
        ),
        (dec!(300), Bound::AtMost(dec!(200)), "200", Status::Achieved),
        (
            dec!(300),
            Bound::AtMost(dec!(200)),
            "200.0000000000000000000000001",
            Status::Missed,
        ),
        (dec!(300), Bound::LessThan(dec!(200)), "200", Status::Missed),
        (
            dec!(300),
            Bound::LessThan(dec!(200)),
            "199.9999999999999999999999999",
            Status::Achieved,
        ),
        (dec!(100), within(dec!(200), dec!(210)), "200", Status::Achieved),
        (dec!(100), within(dec!(200), dec!(210)), "210", Status::Achieved),
        (dec!(100), within(dec!(200), dec!(210)), "210.1", Status::Missed),
        (dec!(100), within(dec!(200), dec!(210)), "199.9", Status::Missed),
    ] {
        let target = promise_from(Measure::Stock, start, Goal::level(bound));
        assert_eq!(status_at_end(&target, figure), status, "{bound}: {figure}");
    }
}

#[test]
fn goals_that_count_from_the_baseline_decide_at_their_edge() {
    let stock = |goal| promise_from(Measure::Stock, dec!(100), goal);
    for (name, target, edge, beyond) in [
        (
            "change",
            stock(Goal::change(Bound::AtLeast(dec!(0.135)))),
            "113.5",
            "113.4999999999999999999999999",
        ),
        (
            "cut",
            stock(Goal::change(Bound::AtMost(dec!(-0.135)))),
            "86.5",
            "86.50000000000000000000000001",
        ),
        (
            "addition",
            stock(Goal::addition(Bound::AtLeast(dec!(60)))),
            "160",
            "159.9",
        ),
        (
            "reduction",
            stock(Goal::addition(Bound::AtMost(dec!(-60)))),
            "40",
            "40.1",
        ),
        (
            "growth",
            stock(Goal::average_growth(Bound::AtLeast(dec!(0.1)))),
            "161.051",
            "161.0509999999999999999999999",
        ),
        (
            "decline",
            stock(Goal::average_growth(Bound::AtMost(dec!(-0.1)))),
            "59.049",
            "59.04900000000000000000000001",
        ),
    ] {
        assert_eq!(status_at_end(&target, edge), Status::Achieved, "{name}: {edge}");
        assert_eq!(status_at_end(&target, beyond), Status::Missed, "{name}: {beyond}");
    }
    let strict = [
        (stock(Goal::change(Bound::MoreThan(dec!(0.135)))), "113.5"),
        (stock(Goal::addition(Bound::LessThan(dec!(-60)))), "40"),
        (stock(Goal::average_growth(Bound::MoreThan(dec!(0.1)))), "161.051"),
    ];
    for (target, edge) in strict {
        assert_eq!(
            status_at_end(&target, edge),
            Status::Missed,
            "{:?}: {edge}",
            target.goal()
        );
    }
}

fn status_at_end(target: &Target, figure: &str) -> Status {
    judged(target, &[("2026", figure)], "2027-01-01").status
}

#[test]
fn what_cannot_be_compared_with_the_baseline_cannot_decide() {
    let target = promise(Measure::Stock, Goal::change(Bound::AtLeast(dec!(0.1))))
        .baseline(milepost::Baseline::observed(period("2021")))
        .build()
        .unwrap();
    let verdict = judged(&target, &[("2026", "120")], "2027-01-01");
    let missing = Missing::no_baseline_value(period("2021"));
    assert_eq!((verdict.status, verdict.reason), (Status::Unknown, missing.into()));
    assert_eq!(verdict.deciding_period, Some(period("2026")));
}

#[test]
fn a_level_without_baseline_is_decided_by_its_deadline_alone() {
    let target = promise(Measure::Stock, Goal::level(Bound::AtLeast(dec!(200))))
        .build()
        .unwrap();
    for (figures, as_of, status, reason) in [
        (
            &[("2025", "199")][..],
            "2026-01-01",
            Status::Unknown,
            Reason::from(Missing::NoBaseline),
        ),
        (
            &[("2025", "200")],
            "2026-01-01",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            &[("2026", "199")],
            "2027-01-01",
            Status::Missed,
            Reason::from(Ground::BoundNotMet),
        ),
        (
            &[("2026", "200")],
            "2027-01-01",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            &[],
            "2022-06-30",
            Status::Unknown,
            Reason::from(Missing::NothingPublished),
        ),
    ] {
        let verdict = judged(&target, figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (status, reason), "{figures:?}");
    }
}

#[test]
fn the_deadlines_own_period_decides_before_a_shorter_one_that_ends_with_it() {
    // The year had good air on 88.2 % of its days, its December on 70 %.
    let target = promise_from(Measure::Share, dec!(80), Goal::level(Bound::AtLeast(dec!(88))));
    let figures = [("2026", "88.2"), ("2026-12", "70")];
    let verdict = judged(&target, &figures, "2027-01-31");
    assert_eq!(
        (verdict.status, verdict.deciding_period),
        (Status::Achieved, Some(period("2026")))
    );
    let figures = [("2025", "87"), ("2025-12", "70")];
    let assessment = assessed(&target, &figures, "2026-01-31");
    assert_eq!(assessment.evidence.observed.unwrap().period, period("2025"));
    assert_eq!(assessment.verdict.status, Status::Ahead);
}

#[test]
fn the_baseline_is_the_figure_of_its_own_period() {
    let target = promise(Measure::Share, Goal::level(Bound::AtLeast(dec!(88))))
        .baseline(milepost::Baseline::observed(period("2021")))
        .build()
        .unwrap();
    let figures = [("2021", "80"), ("2021-12", "60"), ("2025", "87")];
    let assessment = assessed(&target, &figures, "2026-01-31");
    assert_eq!(assessment.evidence.baseline.unwrap().value, dec!(80));
    let figures = [("2021-12", "60"), ("2025", "87")];
    let assessment = assessed(&target, &figures, "2026-01-31");
    // The share of a December is not that of its year.
    let no_baseline = Missing::no_baseline_value(period("2021"));
    assert_eq!(assessment.evidence.baseline.unwrap_err(), no_baseline);
}

/// A plan of the years 1953 to 1957, whose target was published without a baseline.
#[test]
fn a_plan_of_before_1970_without_a_baseline() {
    let goal = Goal::level(Bound::AtLeast(dec!(412)));
    let steel = Target::builder(code("promise"), quantity(Measure::Flow), goal, period("1957"));
    let target = steel.build().unwrap();
    for (figure, as_of, status) in [
        (("1956@1957-02-01", "447"), "1957-03-01", Status::Achieved),
        (("1957@1958-02-01", "535"), "1958-03-01", Status::Achieved),
        (("1957@1958-02-01", "411"), "1958-03-01", Status::Missed),
    ] {
        assert_eq!(assessed(&target, &[figure], as_of).verdict.status, status, "{figure:?}");
    }
}
