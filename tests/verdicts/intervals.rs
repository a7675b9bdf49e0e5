//! Figures that are only bounds: they give a verdict where all of it falls in one class, and else the latest exact one decides.

use milepost::value::{Edge, Interval};
use milepost::{
    Bound, Caveat, Goal, Measure, Missing, Observation, Reason, Rule, Series, Status, Target, Verdict, dec,
};

use crate::setting::{Figures, assessed, assessed_by, code, day, judged, observation, period, promise_from};

/// 100 to 200 in five years: cuts at 124, 138 and 142 after two, at 136, 157 and 163 after three.
fn at_least_200() -> Target {
    promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))))
}

/// 200 to 100: after two years the cuts lie at 176, 162 and 158.
fn at_most_100() -> Target {
    promise_from(Measure::Stock, dec!(200), Goal::level(Bound::AtMost(dec!(100))))
}

#[test]
fn an_interval_decides_where_all_of_it_lies_in_one_class() {
    let cases: &[(&str, Target, &str, Option<Status>)] = &[
        ("over the goal", at_least_200(), ">200", Some(Status::Achieved)),
        ("the goal and more", at_least_200(), ">=200", Some(Status::Achieved)),
        ("nearly the goal and more", at_least_200(), ">=199.9", None),
        ("below the start", at_least_200(), "<100", Some(Status::Worsening)),
        ("at most the start", at_least_200(), "<=100", None),
        ("falling: under the goal", at_most_100(), "<100", Some(Status::Achieved)),
        (
            "falling: the goal and less",
            at_most_100(),
            "<=100",
            Some(Status::Achieved),
        ),
        (
            "falling: over the start",
            at_most_100(),
            ">200",
            Some(Status::Worsening),
        ),
        ("falling: the start and more", at_most_100(), ">=200", None),
    ];
    for (name, target, value, status) in cases {
        let verdict = judged(target, &[("2023", value)], "2024-01-01");
        match status {
            Some(status) => assert_eq!(verdict.status, *status, "{name}"),
            None => assert_eq!(verdict.reason, Missing::bound_leaves_open(period("2023")), "{name}"),
        }
    }
}

fn between(target: &Target, low: Edge, high: Edge) -> Verdict {
    let interval = Interval::between(low, high).unwrap();
    let figure = Observation::new(period("2023"), interval).published_on(day("2024-01-01"));
    let series = Series::new(code("indicator"), target.quantity().unit().clone(), vec![figure]).unwrap();
    assessed_by(&Rule::pace(), target, &series, day("2024-01-01")).verdict
}

#[test]
fn the_ends_of_an_interval_exactly_on_cuts() {
    use Edge::{Exclusive, Inclusive};
    let rising = at_least_200();
    let falling = at_most_100();
    for (name, target, low, high, status) in [
        (
            "from cut to cut, upper end open",
            &rising,
            Inclusive(dec!(124)),
            Exclusive(dec!(138)),
            Some(Status::Lagging),
        ),
        (
            "from cut to cut, upper end closed",
            &rising,
            Inclusive(dec!(124)),
            Inclusive(dec!(138)),
            None,
        ),
        (
            "from an open cut",
            &rising,
            Exclusive(dec!(124)),
            Exclusive(dec!(138)),
            Some(Status::Lagging),
        ),
        (
            "up to an open cut from below",
            &rising,
            Inclusive(dec!(100)),
            Exclusive(dec!(124)),
            Some(Status::OffTrack),
        ),
        (
            "down to the cut and further",
            &rising,
            Inclusive(dec!(123.9)),
            Exclusive(dec!(138)),
            None,
        ),
        (
            "a single value on the cut",
            &rising,
            Inclusive(dec!(138)),
            Inclusive(dec!(138)),
            Some(Status::OnTrack),
        ),
        (
            "up to the goal",
            &rising,
            Inclusive(dec!(142)),
            Exclusive(dec!(200)),
            Some(Status::Ahead),
        ),
        (
            "up to the goal and on it",
            &rising,
            Inclusive(dec!(142)),
            Inclusive(dec!(200)),
            None,
        ),
        (
            "falling, lower end open",
            &falling,
            Exclusive(dec!(162)),
            Inclusive(dec!(176)),
            Some(Status::Lagging),
        ),
        (
            "falling, lower end closed",
            &falling,
            Inclusive(dec!(162)),
            Inclusive(dec!(176)),
            None,
        ),
        (
            "falling, upper end open",
            &falling,
            Exclusive(dec!(162)),
            Exclusive(dec!(176)),
            Some(Status::Lagging),
        ),
    ] {
        let verdict = between(target, low, high);
        match status {
            Some(status) => assert_eq!(verdict.status, status, "{name}"),
            None => assert_eq!(verdict.status, Status::Unknown, "{name}"),
        }
    }
}

#[test]
fn the_ends_of_an_interval_exactly_on_cuts_of_constant_growth() {
    use Edge::{Exclusive, Inclusive};
    // 10 % a year: 110, 121, 133.1 are half of the way, all of it, and half as much again.
    let target = promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtLeast(dec!(161.051))));
    let status = |low, high| {
        let interval = Interval::between(low, high).unwrap();
        let figure = Observation::new(period("2023"), interval).published_on(day("2024-01-01"));
        let series = Series::new(code("indicator"), target.quantity().unit().clone(), vec![figure]).unwrap();
        assessed_by(&crate::setting::round_cuts(), &target, &series, day("2024-01-01"))
            .verdict
            .status
    };
    assert_eq!(status(Inclusive(dec!(110)), Exclusive(dec!(121))), Status::Lagging);
    assert_eq!(status(Inclusive(dec!(110)), Inclusive(dec!(121))), Status::Unknown);
    assert_eq!(status(Inclusive(dec!(121)), Exclusive(dec!(133.1))), Status::OnTrack);
    assert_eq!(status(Exclusive(dec!(121)), Exclusive(dec!(133.1))), Status::OnTrack);
    assert_eq!(status(Edge::Unlimited, Exclusive(dec!(100))), Status::Worsening);
    assert_eq!(status(Edge::Unlimited, Inclusive(dec!(100))), Status::Unknown);
    assert_eq!(status(Exclusive(dec!(161.051)), Edge::Unlimited), Status::Achieved);
}

#[test]
fn where_it_leaves_more_than_one_class_the_latest_exact_figure_decides() {
    let cases: &[(&str, Figures<'_>, Status, &str, bool)] = &[
        (
            "falls back",
            &[("2023", "130"), ("2024", ">150")],
            Status::Lagging,
            "2023",
            true,
        ),
        (
            "over several",
            &[("2023", "130"), ("2024-S1", ">120"), ("2024", ">150")],
            Status::Lagging,
            "2023",
            true,
        ),
        (
            "needs not",
            &[("2023", "130"), ("2024", ">200")],
            Status::Achieved,
            "2024",
            false,
        ),
        (
            "an exact figure is newer",
            &[("2023", ">130"), ("2024", "160")],
            Status::OnTrack,
            "2024",
            false,
        ),
        (
            "an exact vintage is newer",
            &[("2024@2025-01-01", ">150"), ("2024@2025-02-01", "160")],
            Status::OnTrack,
            "2024",
            false,
        ),
    ];
    for (name, figures, status, decided_by, falls_back) in cases {
        let assessment = assessed(&at_least_200(), figures, "2025-02-28");
        let verdict = assessment.verdict;
        assert_eq!(
            (verdict.status, verdict.deciding_period),
            (*status, Some(period(decided_by))),
            "{name}"
        );
        assert_eq!(
            verdict.caveats.contains(Caveat::NewerFigureIsOnlyABound),
            *falls_back,
            "{name}"
        );
    }
    // A figure that is too old says nothing of today, and neither does the bound.
    let verdict = judged(&at_least_200(), &[("2022", "130"), ("2024", ">150")], "2025-02-28");
    assert_eq!(
        (verdict.status, verdict.last_status),
        (Status::Unknown, Some(Status::Ahead))
    );
}

#[test]
fn at_the_deadline_an_interval_decides_or_leaves_the_last_status_standing() {
    let target = at_least_200();
    for (value, status) in [
        (">=200", Status::Achieved),
        ("<200", Status::Missed),
        ("<=199", Status::Missed),
    ] {
        let verdict = judged(&target, &[("2025", "180"), ("2026", value)], "2027-01-31");
        assert_eq!(
            (verdict.status, verdict.deciding_period),
            (status, Some(period("2026"))),
            "{value}"
        );
    }
    for value in [">190", "<=200"] {
        let verdict = judged(&target, &[("2025", "180"), ("2026", value)], "2027-01-31");
        assert_eq!(
            (verdict.status, verdict.deciding_period),
            (Status::OnTrack, Some(period("2025"))),
            "{value}"
        );
        assert!(verdict.caveats.contains(Caveat::NewerFigureIsOnlyABound), "{value}");
        assert!(verdict.caveats.contains(Caveat::DeadlineValuePending), "{value}");
    }
    // A figure with a value that sits at the deadline decides beside one that is only a bound.
    let beside = judged(&target, &[("2026-Q4", "199"), ("2026-12", ">190")], "2027-01-31");
    assert_eq!(
        (beside.status, beside.deciding_period),
        (Status::Missed, Some(period("2026-Q4")))
    );
    let alone = judged(&target, &[("2026", ">190")], "2027-01-31");
    assert_eq!(
        (alone.status, alone.reason),
        (
            Status::Unknown,
            Reason::from(Missing::bound_leaves_open(period("2026")))
        )
    );
}

#[test]
fn an_interval_around_a_band_leaves_open_whether_it_is_inside() {
    let band = promise_from(
        Measure::Stock,
        dec!(20),
        Goal::level(Bound::within(dec!(50), dec!(60)).unwrap()),
    );
    // 44 are due after four years; from 21 on the figure may be anything: far behind, inside, or beyond.
    for value in [">21", "<70"] {
        let open = judged(&band, &[("2025", value)], "2026-01-31");
        assert_eq!(open.reason, Missing::bound_leaves_open(period("2025")), "{value}");
        let open = judged(&band, &[("2026", value)], "2027-01-31");
        assert_eq!(open.reason, Missing::bound_leaves_open(period("2026")), "{value}");
    }
    for (value, status) in [
        (">60", Status::Missed),
        (">=60", Status::Unknown),
        ("<50", Status::Missed),
    ] {
        assert_eq!(
            judged(&band, &[("2026", value)], "2027-01-31").status,
            status,
            "{value}"
        );
    }
    let from_below = |low, high| between(&band, Edge::Inclusive(low), Edge::Inclusive(high)).status;
    assert_eq!(from_below(dec!(50), dec!(60)), Status::Achieved);
    assert_eq!(from_below(dec!(50), dec!(60.1)), Status::Unknown);
    assert_eq!(from_below(dec!(21), dec!(70)), Status::Unknown);
    // Left by a band in which it began.
    let inside = promise_from(
        Measure::Stock,
        dec!(55),
        Goal::level(Bound::within(dec!(50), dec!(60)).unwrap()),
    );
    let from_inside = |low, high| between(&inside, Edge::Inclusive(low), Edge::Inclusive(high)).status;
    assert_eq!(from_inside(dec!(40), dec!(70)), Status::Unknown);
    assert_eq!(from_inside(dec!(61), dec!(70)), Status::Worsening);
}

#[test]
fn the_facts_name_the_exact_figure_and_the_newer_bound() {
    let assessment = assessed(&at_least_200(), &[("2023", "130"), ("2024", ">150")], "2025-01-31");
    assert_eq!(assessment.evidence.observed.unwrap().period, period("2023"));
    assert_eq!(assessment.evidence.newer_bound.unwrap().period, period("2024"));
    let only = assessed(&at_least_200(), &[("2024", ">150")], "2025-01-31").evidence;
    assert_eq!(only.observed, Err(Missing::only_a_bound(period("2024"))));
    // What is expected by then needs no value.
    assert_eq!(only.expected, Ok(dec!(160)));
    assert_eq!(
        (only.share_of_time, only.share_expected),
        (Ok(dec!(0.6)), Ok(dec!(0.6)))
    );
    assert_eq!(only.pace, Err(Missing::only_a_bound(period("2024"))));
    assert_eq!(observation("2024", ">150").reading(), only.newer_bound.unwrap().reading);
}
