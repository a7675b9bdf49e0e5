//! Paths with points of their own: milestones, and schedules in steps or joined by lines.

use milepost::trajectory::{Between, Schedule};
use milepost::{Baseline, Bound, Decimal, Goal, Ground, Measure, Reason, Shape, Status, Target, dec};

use crate::setting::{assessed, judged, milestone, period, promise};

fn scheduled(points: &[(&str, Decimal)], between: Between) -> Target {
    let points = points.iter().map(|&(at, value)| milestone(at, value)).collect();
    promise(Measure::Stock, Goal::level(Bound::AtLeast(dec!(100))))
        .baseline(Baseline::stated(period("2021"), dec!(20)))
        .shape(Shape::Schedule(Schedule { points, between }))
        .build()
        .unwrap()
}

#[test]
fn in_steps_nothing_is_due_before_the_first() {
    let target = scheduled(
        &[("2023", dec!(40)), ("2025", dec!(60)), ("2026", dec!(100))],
        Between::Stepped,
    );
    let nothing = Reason::from(Ground::NothingDueYet);
    for (at, value, status, reason) in [
        ("2022", "20", Status::OnTrack, nothing),
        ("2022", "35", Status::OnTrack, nothing),
        ("2022", "19", Status::Worsening, nothing),
        ("2023", "39", Status::OnTrack, Reason::from(Ground::Pace)),
        ("2023", "38.9", Status::Lagging, Reason::from(Ground::Pace)),
        ("2024", "41", Status::Ahead, Reason::from(Ground::Pace)),
        ("2024", "40.9", Status::OnTrack, Reason::from(Ground::Pace)),
        ("2024", "31.9", Status::OffTrack, Reason::from(Ground::Pace)),
        ("2025", "58", Status::OnTrack, Reason::from(Ground::Pace)),
        ("2025", "57.9", Status::Lagging, Reason::from(Ground::Pace)),
        ("2025", "100", Status::Achieved, Reason::from(Ground::BoundMet)),
    ] {
        let as_of = period(at).last().succ_opt().unwrap().to_string();
        let verdict = judged(&target, &[(at, value)], &as_of);
        assert_eq!((verdict.status, verdict.reason), (status, reason), "{value} in {at}");
    }
    let facts = assessed(&target, &[("2024", "40")], "2025-01-31").evidence;
    assert_eq!((facts.expected, facts.share_expected), (Ok(dec!(40)), Ok(dec!(0.25))));
    assert_eq!(
        facts.next_milestone.map(|next| next.milestone),
        Some(milestone("2025", dec!(60)))
    );
}

#[test]
fn joined_by_lines_every_day_has_its_value() {
    let target = scheduled(&[("2023", dec!(40)), ("2025", dec!(60))], Between::Interpolated);
    for (at, expected) in [
        ("2022", dec!(30)),
        ("2023", dec!(40)),
        ("2024", dec!(50)),
        ("2025", dec!(60)),
        ("2026-06", dec!(80)),
    ] {
        let facts = assessed(&target, &[(at, "25")], "2026-07-31").evidence;
        assert_eq!(facts.expected, Ok(expected), "{at}");
    }
    assert_eq!(
        judged(&target, &[("2024", "48.5")], "2025-01-31").status,
        Status::OnTrack
    );
    assert_eq!(
        judged(&target, &[("2024", "48.4")], "2025-01-31").status,
        Status::Lagging
    );
}

#[test]
fn through_milestones_shares_are_linear_whatever_the_curve() {
    // 100 → 400 in 2023 → 500 in 2026: after the first year growth expects 200, and half of the way from 100 to it is 150.
    let target = promise(Measure::Flow, Goal::level(Bound::AtLeast(dec!(500))))
        .baseline(Baseline::stated(period("2021"), dec!(100)))
        .milestone(milestone("2023", dec!(400)))
        .build()
        .unwrap();
    let facts = assessed(&target, &[("2022", "150")], "2023-01-31").evidence;
    assert_eq!(facts.expected, Ok(dec!(200)));
    assert_eq!(facts.pace, Ok(dec!(0.5)));
    assert_eq!(facts.share_of_way, Ok(dec!(0.125)));
    assert_eq!(facts.share_expected, Ok(dec!(0.25)));
    assert_eq!(
        facts.next_milestone.map(|next| next.milestone),
        Some(milestone("2023", dec!(400)))
    );
    for (value, status) in [
        ("205", Status::Ahead),
        ("195", Status::OnTrack),
        ("194.9", Status::Lagging),
        ("160", Status::Lagging),
        ("159.9", Status::OffTrack),
    ] {
        assert_eq!(
            judged(&target, &[("2022", value)], "2023-01-31").status,
            status,
            "{value}"
        );
    }
    let facts = assessed(&target, &[("2024", "430")], "2025-01-31").evidence;
    assert_eq!(facts.next_milestone, None);
    assert_eq!(facts.expected.unwrap().round_dp(4), dec!(430.8869));
}

#[test]
fn a_falling_path_through_a_milestone() {
    let target = promise(Measure::Stock, Goal::level(Bound::LessThan(dec!(10))))
        .baseline(Baseline::stated(period("2021"), dec!(100)))
        .milestone(milestone("2024", dec!(40)))
        .build()
        .unwrap();
    // 60 less are due by 2024.
    for (value, status) in [
        ("37", Status::Ahead),
        ("37.1", Status::OnTrack),
        ("43", Status::OnTrack),
        ("43.1", Status::Lagging),
        ("64", Status::Lagging),
        ("64.1", Status::OffTrack),
        ("100.1", Status::Worsening),
    ] {
        assert_eq!(
            judged(&target, &[("2024", value)], "2025-01-31").status,
            status,
            "{value}"
        );
    }
}

#[test]
fn milestones_of_a_sum() {
    let target = promise(Measure::Flow, Goal::cumulative(Bound::AtLeast(dec!(1000))))
        .baseline(Baseline::observed(period("2021")))
        .milestone(milestone("2024", dec!(300)))
        .build()
        .unwrap();
    // The plan begins slowly: 100 a year to 2024, 350 a year afterwards.
    assert_eq!(judged(&target, &[("2022", "95")], "2023-01-31").status, Status::OnTrack);
    let facts = assessed(&target, &[("2022-01-01..2025", "500")], "2026-01-31").evidence;
    assert_eq!(facts.expected, Ok(dec!(650)));
}

#[test]
fn cuts_between_points_are_met_exactly() {
    // A third of the way to 40 is no decimal: 60 % of it is 4, and 105 % of it is 7.
    let through = promise(Measure::Stock, Goal::level(Bound::AtLeast(dec!(100))))
        .baseline(Baseline::stated(period("2021"), dec!(20)))
        .milestone(milestone("2024", dec!(40)))
        .build()
        .unwrap();
    // Two thirds of the way from 32 to 64 on top of 12, in all 100 ÷ 3: 60 % of it is 20, 105 % of it is 35.
    let scheduled = scheduled(&[("2022", dec!(32)), ("2025", dec!(64))], Between::Interpolated);
    for (target, at, value, better, worse) in [
        (&through, "2022", "24", Status::Lagging, Status::OffTrack),
        (&through, "2022", "27", Status::Ahead, Status::OnTrack),
        (&scheduled, "2024", "40", Status::Lagging, Status::OffTrack),
        (&scheduled, "2024", "55", Status::Ahead, Status::OnTrack),
    ] {
        let as_of = period(at).last().succ_opt().unwrap().to_string();
        let status = |value: &str| judged(target, &[(at, value)], &as_of).status;
        assert_eq!(status(value), better, "{value} in {at}");
        let less: Decimal = value.parse().unwrap();
        let less = less
            .checked_sub(dec!(0.00000000000000000000000001))
            .unwrap()
            .to_string();
        assert_eq!(status(&less), worse, "{less} in {at}");
    }
}
