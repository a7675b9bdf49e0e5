//! Things that come one by one: the expected number is rounded to the easier side for the verdict, and both are shown.

use milepost::{Baseline, Bound, Goal, Ground, Measure, Missing, Point, Reason, Rule, Status, Target, dec};

use crate::setting::{assessed, code, counted, judged, judged_by, period, round_cuts};

fn counting(start: milepost::Decimal, goal: Goal) -> Target {
    Target::builder(code("promise"), counted(Measure::Stock), goal, period("2026"))
        .baseline(Baseline::stated(period("2021"), start))
        .build()
        .unwrap()
}

#[test]
fn the_expected_number_is_rounded_down_or_up_for_a_ceiling() {
    let rising = counting(dec!(28), Goal::level(Bound::AtLeast(dec!(50))));
    let facts = assessed(&rising, &[("2025", "45")], "2026-01-31").evidence;
    assert_eq!(
        (facts.expected, facts.expected_to_decide),
        (Ok(dec!(45.6)), Ok(dec!(45)))
    );
    assert_eq!(facts.gap, Ok(dec!(0)));
    // 17 of 17: exactly on track.
    assert_eq!(facts.pace, Ok(dec!(1)));

    let falling = counting(dec!(50), Goal::level(Bound::AtMost(dec!(28))));
    let facts = assessed(&falling, &[("2025", "33")], "2026-01-31").evidence;
    assert_eq!(
        (facts.expected, facts.expected_to_decide),
        (Ok(dec!(32.4)), Ok(dec!(33)))
    );
    assert_eq!(facts.pace, Ok(dec!(1)));
}

/// 17 more are due: the classes begin at the first whole number that has their pace, and the numbers are those of
/// [`each_number_beside_the_cuts`].
#[test]
fn classes_of_whole_things_begin_at_whole_numbers() {
    let rising = counting(dec!(28), Goal::level(Bound::AtLeast(dec!(50))));
    let falling = counting(dec!(50), Goal::level(Bound::AtMost(dec!(28))));
    for (target, observed, begin) in [
        (rising, "45", [dec!(46), dec!(45), dec!(39), dec!(28)]),
        (falling, "33", [dec!(32), dec!(33), dec!(39), dec!(50)]),
    ] {
        let cuts = assessed(&target, &[("2025", observed)], "2026-01-31").cuts.unwrap();
        let values: Vec<_> = cuts.iter().map(|cut| cut.value).collect();
        assert_eq!(values, begin);
        for cut in &cuts {
            let judged = judged(&target, &[("2025", &cut.value.to_string())], "2026-01-31");
            assert_eq!(judged.status, cut.status);
            let observed: milepost::Decimal = observed.parse().unwrap();
            assert_eq!(observed.checked_sub(cut.value), Some(cut.distance));
        }
    }
}

#[test]
fn each_number_beside_the_cuts() {
    // 17 more are due: 95 % of them is 16.15, 105 % is 17.85, 60 % is 10.2.
    let rising = counting(dec!(28), Goal::level(Bound::AtLeast(dec!(50))));
    let falling = counting(dec!(50), Goal::level(Bound::AtMost(dec!(28))));
    for (more, status) in [
        (18, Status::Ahead),
        (17, Status::OnTrack),
        (16, Status::Lagging),
        (11, Status::Lagging),
        (10, Status::OffTrack),
        (0, Status::OffTrack),
        (-1, Status::Worsening),
    ] {
        let count = 28_i32.saturating_add(more).to_string();
        assert_eq!(
            judged(&rising, &[("2025", &count)], "2026-01-31").status,
            status,
            "{more} more"
        );
        let count = 50_i32.saturating_sub(more).to_string();
        assert_eq!(
            judged(&falling, &[("2025", &count)], "2026-01-31").status,
            status,
            "{more} fewer"
        );
    }
}

#[test]
fn less_than_one_thing_is_nothing_due_yet() {
    // Two more in five years: none after the second, one after the third.
    let rising = counting(dec!(3), Goal::level(Bound::AtLeast(dec!(5))));
    for (at, count, as_of, status, reason) in [
        (
            "2023",
            "3",
            "2024-01-31",
            Status::OnTrack,
            Reason::from(Ground::NothingDueYet),
        ),
        (
            "2023",
            "2",
            "2024-01-31",
            Status::Worsening,
            Reason::from(Ground::NothingDueYet),
        ),
        (
            "2023",
            "4",
            "2024-01-31",
            Status::OnTrack,
            Reason::from(Ground::NothingDueYet),
        ),
        ("2024", "3", "2025-01-31", Status::OffTrack, Reason::from(Ground::Pace)),
        ("2024", "4", "2025-01-31", Status::OnTrack, Reason::from(Ground::Pace)),
    ] {
        let verdict = judged(&rising, &[(at, count)], as_of);
        assert_eq!((verdict.status, verdict.reason), (status, reason), "{count} in {at}");
    }
    let facts = assessed(&rising, &[("2023", "3")], "2024-01-31").evidence;
    assert_eq!(facts.pace, Err(Missing::NothingDueYet));
    assert_eq!(facts.share_expected, Ok(dec!(0)));
    assert_eq!(facts.expected, Ok(dec!(3.8)));
}

#[test]
fn a_budget_of_whole_things_is_rounded_up() {
    // Nine at most in five years: 1.8 a year, two in the first.
    let target = Target::builder(
        code("promise"),
        counted(Measure::Flow),
        Goal::cumulative(Bound::AtMost(dec!(9))),
        period("2026"),
    )
    .baseline(Baseline::observed(period("2021")))
    .build()
    .unwrap();
    assert_eq!(judged(&target, &[("2022", "2")], "2023-01-31").status, Status::OnTrack);
    // Two of three.
    assert_eq!(judged(&target, &[("2022", "3")], "2023-01-31").status, Status::Lagging);
}

#[test]
fn growth_of_whole_things_is_compared_with_the_whole_number() {
    // 10 to 20 within a year; half a year in, 14.14 are expected, 14 for the verdict: 1.4-fold.
    let target = Target::builder(
        code("promise"),
        counted(Measure::Stock),
        Goal::change(Bound::AtLeast(dec!(1))),
        period("2026"),
    )
    .baseline(Baseline::stated(period("2025"), dec!(10)))
    .build()
    .unwrap();
    let facts = assessed(&target, &[("2026-06", "14")], "2026-07-31").evidence;
    assert_eq!(facts.expected.unwrap().round_dp(4), dec!(14.1421));
    assert_eq!(facts.expected_to_decide, Ok(dec!(14)));
    assert_eq!(facts.pace, Ok(dec!(1)));
    let strict = |value| judged_by(&round_cuts(), &target, &[("2026-06", value)], "2026-07-31").status;
    assert_eq!(strict("14"), Status::OnTrack);
    // ln 1.3 ÷ ln 1.4 = 0.78
    assert_eq!(strict("13"), Status::Lagging);
    // ln 1.1 ÷ ln 1.4 = 0.28
    assert_eq!(strict("11"), Status::OffTrack);
    assert_eq!(strict("9"), Status::Worsening);
}

#[test]
fn milestones_of_whole_things() {
    let target = Target::builder(
        code("promise"),
        counted(Measure::Stock),
        Goal::level(Bound::AtLeast(dec!(50))),
        period("2026"),
    )
    .baseline(Baseline::stated(period("2021"), dec!(20)))
    .milestone(Point::new(period("2024"), dec!(30)))
    .build()
    .unwrap();
    // 26.67 after two years, 26 for the verdict.
    let rule = Rule::pace();
    assert_eq!(
        judged_by(&rule, &target, &[("2023", "26")], "2024-01-31").status,
        Status::OnTrack
    );
    // Five of six is 0.83.
    assert_eq!(
        judged_by(&rule, &target, &[("2023", "25")], "2024-01-31").status,
        Status::Lagging
    );
}
