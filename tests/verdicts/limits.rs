//! Promises that hold where they begin: limits to be kept within.

use milepost::plan::TargetBuilder;
use milepost::{
    Baseline, Bound, Caveat, Cuts, Decimal, Evidence, Goal, Ground, Indicator, Measure, Missing, Pillar, Plan,
    Quantity, Reason, Requirement, Rule, Shape, Status, Target, Verdict, dec,
};

use crate::setting::{Figures, assessed, code, counted, judged, judged_by, milestone, period, promise, quantity};

use Ground::{BoundMet, BoundNotMet, LimitExceeded, NoWay, Pace, WithinLimit};
use Status::{Achieved, Lagging, Missed, OffTrack, OnTrack, Unknown, Worsening};

fn from(start: Decimal, measure: Measure, goal: Goal) -> TargetBuilder {
    promise(measure, goal).baseline(Baseline::stated(period("2021"), start))
}

fn told(verdict: Verdict) -> (Status, Reason) {
    (verdict.status, verdict.reason)
}

/// A cap of 1,980 in 2030 from 1,334 in 2010, on a straight line, and the floor that mirrors it.
fn straight(goal: Bound, start: Decimal) -> Target {
    Target::builder(code("t"), quantity(Measure::Flow), Goal::level(goal), period("2030"))
        .baseline(Baseline::stated(period("2010"), start))
        .shape(Shape::Linear)
        .build()
        .unwrap()
}

#[test]
fn a_cap_above_the_baseline_by_hand() {
    let target = straight(Bound::AtMost(dec!(1980)), dec!(1334));
    let assessment = assessed(&target, &[("2015", "1650"), ("2019", "1845")], "2021-07-01");
    assert_eq!(told(assessment.verdict), (OffTrack, Pace.into()));
    assert!(assessment.verdict.caveats.contains(Caveat::DriftingToTheLimit));
    let facts = assessment.evidence;
    assert!(facts.is_limit);
    assert_eq!(facts.expected, Ok(dec!(1624.7)));
    assert_eq!(facts.share_expected, Ok(dec!(0.45)));
    assert_eq!(facts.share_of_way, Ok(dec!(0.791021671827)));
    assert_eq!(facts.pace, Ok(dec!(0.568884540117)));
    assert_eq!(facts.projection.map(|value| value.round_dp(1)), Ok(dec!(2469.6)));
    assert_eq!(facts.arrival, Err(Missing::NotForThisGoal));
    // 646 in twenty years are allowed from the start, and 135 in eleven from here.
    assert_eq!(facts.change_required, Ok(dec!(32.3)));
    assert_eq!(
        facts.change_required_from_now.map(|change| change.round_dp(4)),
        Ok(dec!(12.2727))
    );
    assert_eq!(assessment.cuts.unwrap_err(), Missing::NotForThisGoal);
}

/// Half of the time: the path expects half of the room of 1000 between the baseline and the bound.
#[test]
#[expect(clippy::arithmetic_side_effects, reason = "numbers of a few digits")]
fn what_is_spent_of_the_room_is_set_beside_what_the_path_expects() {
    let cap = from(dec!(4000), Measure::Stock, Goal::level(Bound::AtMost(dec!(5000)))).as_limit();
    let floor = from(dec!(6000), Measure::Stock, Goal::level(Bound::AtLeast(dec!(5000)))).as_limit();
    let [cap, floor] = [cap, floor].map(|builder| {
        let target = builder.build().unwrap();
        assert_eq!(target.is_limit(), Some(true));
        target
    });
    for (name, spent, class) in [
        ("nothing", dec!(0), (OnTrack, WithinLimit.into())),
        ("less than nothing", dec!(-3000), (OnTrack, WithinLimit.into())),
        ("hardly anything", dec!(0.0000001), (OnTrack, WithinLimit.into())),
        ("much less than is expected", dec!(250), (OnTrack, WithinLimit.into())),
        ("what is expected", dec!(500), (OnTrack, WithinLimit.into())),
        (
            "what is expected, and one more",
            dec!(500.0000001),
            (OnTrack, WithinLimit.into()),
        ),
        ("up to the margin", dec!(526.3157894), (OnTrack, WithinLimit.into())),
        ("beyond the margin", dec!(526.3157895), (Lagging, Pace.into())),
        ("up to the next cut", dec!(833.3333333), (Lagging, Pace.into())),
        ("beyond the next cut", dec!(833.3333334), (OffTrack, Pace.into())),
        ("all of it", dec!(1000), (OffTrack, Pace.into())),
        (
            "one more than all of it",
            dec!(1000.0000001),
            (Worsening, LimitExceeded.into()),
        ),
        ("far more than all of it", dec!(4999), (Worsening, LimitExceeded.into())),
    ] {
        // Half a year of five: 0.5.
        for (target, value) in [(&cap, dec!(4000) + spent), (&floor, dec!(6000) - spent)] {
            let figures = [("2024-06-30", value.to_string())];
            let verdict = judged(target, &[(figures[0].0, &figures[0].1)], "2024-07-01");
            assert_eq!(told(verdict), class, "{name}: {value} of {:?}", target.goal());
            assert!(!verdict.caveats.contains(Caveat::Early), "{name}");
            // Straight on, the bound is left at the deadline where more than half of it is spent now.
            let drifts = spent > dec!(500) && verdict.reason != LimitExceeded;
            assert_eq!(verdict.caveats.contains(Caveat::DriftingToTheLimit), drifts, "{name}");
        }
    }
}

/// A third of a cut that a decimal does not hold: 0.6 of what is spent is exactly what is expected, or not by one unit of the last digit.
#[test]
fn cuts_of_a_limit_are_decided_exactly() {
    let rule = |cut: Decimal| {
        let cuts = Cuts::new(dec!(2), cut, dec!(0.3), dec!(0)).unwrap();
        Rule::pace().with_cuts(cuts).unwrap()
    };
    // Two of five years on a growth from 1 to 32: the path expects 4, and 0.5 of what leads to 16 is that.
    let growing = from(dec!(1), Measure::Flow, Goal::level(Bound::AtMost(dec!(32)))).as_limit();
    let growing = growing.build().unwrap();
    // 0.6 of 2000 are 1200, of 3000: two of five years.
    let straight = from(dec!(0), Measure::Stock, Goal::level(Bound::AtMost(dec!(3000)))).as_limit();
    let straight = straight.build().unwrap();
    for (target, cut, tie, above) in [
        (&growing, dec!(0.5), "16", "16.00000000000000000000000001"),
        (&growing, dec!(1), "4", "4.000000000000000000000000001"),
        (&straight, dec!(0.6), "2000", "2000.000000000000000000000001"),
        (&straight, dec!(1.2), "1000", "1000.000000000000000000000001"),
    ] {
        for (value, status) in [(tie, OnTrack), (above, Lagging)] {
            let verdict = judged_by(&rule(cut), target, &[("2023", value)], "2024-01-01");
            assert_eq!(verdict.status, status, "{value} at {cut}");
        }
    }
}

/// Where nobody says how a limit is approached, the bound holds all along.
#[test]
fn the_path_of_a_limit() {
    let flow = |goal| from(dec!(100), Measure::Flow, Goal::level(goal));
    let cap = || flow(Bound::AtMost(dec!(150)));
    let band = Bound::within(dec!(80), dec!(150)).unwrap();
    let change = |goal| from(dec!(100), Measure::Flow, Goal::change(goal));
    let addition = |goal| from(dec!(100), Measure::Flow, Goal::addition(goal));
    let growth = |goal| from(dec!(100), Measure::Flow, Goal::average_growth(goal));
    let sum = |goal| from(dec!(100), Measure::Flow, Goal::cumulative(goal));
    for (name, builder, figure, expected, status) in [
        ("a cap", cap(), "149", dec!(150), OnTrack),
        ("a floor", flow(Bound::AtLeast(dec!(70))), "71", dec!(70), OnTrack),
        (
            "an allowed rise",
            change(Bound::AtMost(dec!(0.5))),
            "149",
            dec!(150),
            OnTrack,
        ),
        (
            "an allowed fall",
            change(Bound::AtLeast(dec!(-0.5))),
            "51",
            dec!(50),
            OnTrack,
        ),
        (
            "an allowed addition",
            addition(Bound::AtMost(dec!(50))),
            "149",
            dec!(150),
            OnTrack,
        ),
        (
            "an allowed loss",
            addition(Bound::AtLeast(dec!(-50))),
            "51",
            dec!(50),
            OnTrack,
        ),
        ("a band, upwards", flow(band), "149", dec!(150), OnTrack),
        ("a band, downwards", flow(band), "81", dec!(80), OnTrack),
        (
            "a band, said to be a limit",
            flow(band).as_limit(),
            "149",
            dec!(150),
            OnTrack,
        ),
        (
            "a cap that is held",
            cap().shape(Shape::Hold),
            "149",
            dec!(150),
            OnTrack,
        ),
        (
            "a cap that is said to be one",
            cap().as_limit(),
            "149",
            dec!(117.61),
            OffTrack,
        ),
        (
            "a cap on a line",
            cap().shape(Shape::Linear),
            "149",
            dec!(120),
            OffTrack,
        ),
        (
            "a cap with a milestone",
            cap().milestone(milestone("2025", dec!(140))),
            "149",
            dec!(118.32),
            OffTrack,
        ),
        ("a growth", growth(Bound::AtMost(dec!(0.1))), "149", dec!(121), OffTrack),
        (
            "a decline",
            growth(Bound::AtLeast(dec!(-0.1))),
            "70",
            dec!(81),
            OffTrack,
        ),
        ("a budget", sum(Bound::AtMost(dec!(500))), "149", dec!(200), OnTrack),
    ] {
        let target = builder.build().unwrap();
        let assessment = assessed(&target, &[("2022", "0"), ("2023", figure)], "2024-01-01");
        assert_eq!(
            assessment.evidence.expected.map(|value| value.round_dp(2)),
            Ok(expected),
            "{name}"
        );
        assert_eq!(assessment.verdict.status, status, "{name}");
    }
}

#[test]
fn held_all_along_it_is_within_or_beyond() {
    let share = |start, goal| from(start, Measure::Share, Goal::level(goal)).build().unwrap();
    let at_most = Bound::AtMost(dec!(5.5));
    let at_least = Bound::AtLeast(dec!(88));
    let band = Bound::within(dec!(50), dec!(60)).unwrap();
    let within = (OnTrack, WithinLimit.into(), Achieved);
    let beyond = (Worsening, LimitExceeded.into(), Missed);
    for (name, target, value, (before, reason, after)) in [
        ("ceiling, held", share(dec!(5.1), at_most), "5.5", within),
        ("ceiling, lost", share(dec!(5.1), at_most), "5.51", beyond),
        (
            "ceiling, touched by the baseline",
            share(dec!(5.5), at_most),
            "5.5",
            within,
        ),
        ("ceiling, touched and lost", share(dec!(5.5), at_most), "5.51", beyond),
        (
            "below, held",
            share(dec!(5.1), Bound::LessThan(dec!(5.5))),
            "5.49",
            within,
        ),
        (
            "below, touched",
            share(dec!(5.1), Bound::LessThan(dec!(5.5))),
            "5.5",
            beyond,
        ),
        ("floor, held", share(dec!(90), at_least), "88", within),
        ("floor, lost", share(dec!(90), at_least), "87.99", beyond),
        (
            "above, touched",
            share(dec!(90), Bound::MoreThan(dec!(88))),
            "88",
            beyond,
        ),
        ("band, still", share(dec!(55), band), "55", within),
        ("band, at its upper edge", share(dec!(55), band), "60", within),
        ("band, at its lower edge", share(dec!(55), band), "50", within),
        ("band, left upwards", share(dec!(55), band), "60.1", beyond),
        ("band, left downwards", share(dec!(55), band), "49.9", beyond),
    ] {
        let first = judged(&target, &[("2024", value)], "2025-01-01");
        assert_eq!(told(first), (before, reason), "{name}");
        assert!(
            !first.caveats.contains(Caveat::Early) && !first.caveats.contains(Caveat::Lost),
            "{name}"
        );
        let (at_last, decided) = (judged(&target, &[("2026", value)], "2027-01-01"), after == Achieved);
        assert_eq!(
            told(at_last),
            (after, if decided { BoundMet.into() } else { BoundNotMet.into() }),
            "{name}"
        );
        // On its last day the deadline is not over.
        let (pending, reason) = told(judged(&target, &[("2025", value)], "2026-12-31"));
        assert_eq!(
            (pending, reason),
            (
                before,
                if decided {
                    WithinLimit.into()
                } else {
                    LimitExceeded.into()
                }
            ),
            "{name}"
        );
    }
}

/// A change of 27.1 from 25.0 where no rise was promised.
#[test]
fn what_is_required_of_a_limit_that_is_lost() {
    let target = Target::builder(
        code("t"),
        quantity(Measure::Share),
        Goal::change(Bound::AtMost(dec!(0))),
        period("2025"),
    )
    .baseline(Baseline::stated(period("2010"), dec!(25.0)))
    .build()
    .unwrap();
    let lost = assessed(&target, &[("2016@2017-06-01", "27.1")], "2018-01-01");
    assert_eq!(told(lost.verdict), (Worsening, LimitExceeded.into()));
    let round = |fact: Result<Decimal, Missing>| fact.map(|value| value.round_dp(8));
    assert_eq!(round(lost.evidence.change_required_from_now), Ok(dec!(-0.23333333)));
    let growth = lost.evidence.growth_required_from_now.map(Decimal::from);
    assert_eq!(round(growth), Ok(dec!(-0.00892195)));
    assert_eq!(lost.evidence.expected, Ok(dec!(25)));
    assert_eq!(lost.evidence.share_of_way, Err(Missing::NoWay));
    assert_eq!(lost.evidence.pace, Err(Missing::NoWay));
    // Still, and lower.
    for value in ["25", "24.9"] {
        let kept = assessed(&target, &[("2016@2017-06-01", value)], "2018-01-01");
        assert_eq!(told(kept.verdict), (OnTrack, WithinLimit.into()), "{value}");
        assert!(!kept.verdict.caveats.contains(Caveat::DriftingToTheLimit), "{value}");
    }

    let addition = Target::builder(
        code("t"),
        quantity(Measure::Stock),
        Goal::addition(Bound::AtMost(dec!(50))),
        period("2030"),
    )
    .baseline(Baseline::stated(period("2020"), dec!(100)))
    .build()
    .unwrap();
    let lost = assessed(&addition, &[("2024", "160")], "2025-02-01");
    assert_eq!(told(lost.verdict), (Worsening, LimitExceeded.into()));
    assert_eq!(round(lost.evidence.change_required_from_now), Ok(dec!(-1.66666667)));
}

#[test]
fn what_is_exceeded_by_less_than_before_is_off_track() {
    let cap = from(dec!(50), Measure::Stock, Goal::level(Bound::AtMost(dec!(60))))
        .build()
        .unwrap();
    let floor = from(dec!(70), Measure::Stock, Goal::level(Bound::AtLeast(dec!(60))))
        .build()
        .unwrap();
    let band = Goal::level(Bound::within(dec!(50), dec!(60)).unwrap());
    let band = from(dec!(55), Measure::Stock, band).build().unwrap();
    let stated = from(dec!(80), Measure::Stock, Goal::level(Bound::AtMost(dec!(60))))
        .as_limit()
        .build()
        .unwrap();
    for (name, target, figures, status) in [
        (
            "the first beyond",
            &cap,
            &[("2022", "59"), ("2023", "61")][..],
            Worsening,
        ),
        ("more than before", &cap, &[("2022", "61"), ("2023", "62")], Worsening),
        ("as much as before", &cap, &[("2022", "61"), ("2023", "61")], Worsening),
        ("less than before", &cap, &[("2022", "61"), ("2023", "60.9")], OffTrack),
        (
            "less than long before",
            &cap,
            &[("2022", "70"), ("2023", "61"), ("2024", "62")],
            Worsening,
        ),
        (
            "more than a limit of what was before",
            &cap,
            &[("2022", ">65"), ("2023", "66")],
            Worsening,
        ),
        (
            "less than any of what was before",
            &cap,
            &[("2022", ">65"), ("2023", "65")],
            OffTrack,
        ),
        (
            "below a floor, less than before",
            &floor,
            &[("2022", "58"), ("2023", "58.1")],
            OffTrack,
        ),
        (
            "below a floor, more than before",
            &floor,
            &[("2022", "58"), ("2023", "57.9")],
            Worsening,
        ),
        (
            "above a band, less than before",
            &band,
            &[("2022", "65"), ("2023", "64")],
            OffTrack,
        ),
        (
            "below a band, less than before",
            &band,
            &[("2022", "45"), ("2023", "46")],
            OffTrack,
        ),
        (
            "through a band, less than before",
            &band,
            &[("2022", "45"), ("2023", "61")],
            OffTrack,
        ),
        (
            "through a band, as far",
            &band,
            &[("2022", "45"), ("2023", "65")],
            Worsening,
        ),
        ("less than the baseline", &stated, &[("2023", "79")], OffTrack),
        ("more than the baseline", &stated, &[("2023", "81")], Worsening),
    ] {
        let verdict = judged(target, figures, "2025-01-01");
        assert_eq!(told(verdict), (status, LimitExceeded.into()), "{name}");
    }
}

/// At most 3 % a year on average: 110 after two of five years is 4.88 % a year.
#[test]
fn the_growth_that_is_allowed() {
    let cap = from(
        dec!(100),
        Measure::Flow,
        Goal::average_growth(Bound::AtMost(dec!(0.03))),
    )
    .build()
    .unwrap();
    let lagging = assessed(&cap, &[("2023", "110")], "2024-02-01");
    assert_eq!(told(lagging.verdict), (Lagging, Pace.into()));
    assert_eq!(lagging.evidence.pace.map(|pace| pace.round_dp(3)), Ok(dec!(0.620)));
    assert_eq!(
        lagging.evidence.share_of_way.map(|share| share.round_dp(3)),
        Ok(dec!(0.645))
    );
    assert!(lagging.verdict.caveats.contains(Caveat::DriftingToTheLimit));
    for (value, status) in [
        ("106.09", OnTrack),
        ("100", OnTrack),
        ("90", OnTrack),
        ("115.92740743", OffTrack),
        ("115.92740744", Worsening),
    ] {
        assert_eq!(judged(&cap, &[("2023", value)], "2024-02-01").status, status, "{value}");
    }
    // A decline of 1 % at most, and growth by rates that were published.
    let floor = from(
        dec!(100),
        Measure::Flow,
        Goal::average_growth(Bound::AtLeast(dec!(-0.01))),
    )
    .build()
    .unwrap();
    for (value, status) in [
        ("98.01", OnTrack),
        ("97.95", OnTrack),
        ("97.5", Lagging),
        ("95", Worsening),
    ] {
        assert_eq!(
            judged(&floor, &[("2023", value)], "2024-02-01").status,
            status,
            "{value}"
        );
    }
    let rates = Goal::average_growth_by_yearly_rates(Bound::AtMost(dec!(0.03)));
    let rates = promise(Measure::GrowthRate, rates)
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    for (figures, status) in [
        (&[("2022", "3"), ("2023", "3")][..], OnTrack),
        (&[("2022", "0"), ("2023", "0")], OnTrack),
        (&[("2022", "-2"), ("2023", "1")], OnTrack),
        (&[("2022", "4"), ("2023", "5")], Lagging),
        (&[("2022", "8"), ("2023", "9")], Worsening),
    ] {
        assert_eq!(judged(&rates, figures, "2024-02-01").status, status, "{figures:?}");
    }
}

/// A cap that may be exceeded for a while, where its milestones say so.
#[test]
fn milestones_may_allow_more_for_a_while() {
    let target = from(dec!(90), Measure::Stock, Goal::level(Bound::AtMost(dec!(100))))
        .milestone(milestone("2023", dec!(120)))
        .build()
        .unwrap();
    for (at, value, class) in [
        // Two thirds of what may be spent, three tenths of what is.
        ("2022", "99", (OnTrack, WithinLimit.into())),
        ("2023", "119", (OnTrack, WithinLimit.into())),
        ("2023", "120", (OnTrack, WithinLimit.into())),
        ("2023", "120.1", (Worsening, LimitExceeded.into())),
        ("2025", "106", (OnTrack, WithinLimit.into())),
        ("2025", "107", (Worsening, LimitExceeded.into())),
    ] {
        let as_of = period(at).last().succ_opt().unwrap().to_string();
        assert_eq!(told(judged(&target, &[(at, value)], &as_of)), class, "{value} in {at}");
    }
}

/// What is allowed or required from now on is what is left up to where the verdict turns.
#[test]
fn what_a_tolerance_allows() {
    let requirement = |bound| Goal::level(Requirement::with_tolerance(bound, dec!(5)).unwrap());
    let promised = |goal| from(dec!(100), Measure::Stock, goal).build().unwrap();
    for (bound, value, status, allowed) in [
        (Bound::AtMost(dec!(200)), "175", OnTrack, dec!(7.5)),
        (Bound::AtMost(dec!(200)), "202", OnTrack, dec!(0.75)),
        (Bound::AtMost(dec!(200)), "205", OnTrack, dec!(0)),
        (Bound::AtMost(dec!(200)), "208", Worsening, dec!(-0.75)),
        (Bound::AtLeast(dec!(80)), "78", Lagging, dec!(-0.75)),
        (Bound::AtLeast(dec!(80)), "72", Worsening, dec!(0.75)),
        (Bound::within(dec!(80), dec!(120)).unwrap(), "122", Lagging, dec!(0.75)),
        (Bound::within(dec!(80), dec!(120)).unwrap(), "78", Lagging, dec!(-0.75)),
        (Bound::AtLeast(dec!(200)), "194", Status::Ahead, dec!(0.25)),
        (Bound::AtMost(dec!(50)), "56", Status::Ahead, dec!(-0.25)),
    ] {
        let found = assessed(&promised(requirement(bound)), &[("2022", value)], "2023-01-01");
        let facts = (found.verdict.status, found.evidence.change_required_from_now);
        assert_eq!(facts, (status, Ok(allowed)), "{bound:?}, {value}");
    }
}

/// The tolerance widens the bound, and neither the path nor what tells that it is a limit.
#[test]
fn the_tolerance_of_a_limit() {
    let requirement = Requirement::with_tolerance(Bound::AtMost(dec!(60)), dec!(2)).unwrap();
    let cap = |start| from(start, Measure::Stock, Goal::level(requirement)).build().unwrap();
    for (name, start, value, class) in [
        ("at the bound", dec!(50), "60", (OnTrack, WithinLimit.into())),
        (
            "within the tolerance: ten of ten and a half",
            dec!(50),
            "60.5",
            (OnTrack, WithinLimit.into()),
        ),
        (
            "within the tolerance: ten of twelve",
            dec!(50),
            "62",
            (Lagging, Pace.into()),
        ),
        (
            "beyond the tolerance",
            dec!(50),
            "62.1",
            (Worsening, LimitExceeded.into()),
        ),
        (
            "without room, within the tolerance",
            dec!(60),
            "62",
            (OnTrack, WithinLimit.into()),
        ),
        (
            "a baseline within the tolerance alone is to come down",
            dec!(61),
            "61.5",
            (Achieved, BoundMet.into()),
        ),
    ] {
        assert_eq!(
            told(judged(&cap(start), &[("2023", value)], "2024-01-01")),
            class,
            "{name}"
        );
    }
    let open = Requirement::with_tolerance_not_stated(Bound::AtMost(dec!(60)));
    let open = from(dec!(50), Measure::Stock, Goal::level(open)).build().unwrap();
    assert_eq!(
        told(judged(&open, &[("2023", "60")], "2024-01-01")),
        (OnTrack, WithinLimit.into())
    );
    assert_eq!(
        told(judged(&open, &[("2023", "60.1")], "2024-01-01")),
        (Unknown, Reason::from(Missing::ToleranceNotStated))
    );
}

#[test]
fn what_is_said_to_be_reached_is_no_limit() {
    let goal = Goal::level(Bound::AtMost(dec!(60)));
    let target = from(dec!(50), Measure::Stock, goal).to_be_reached().build().unwrap();
    for (value, class) in [
        ("55", (Achieved, BoundMet.into())),
        ("60", (Achieved, BoundMet.into())),
        ("60.1", (Worsening, NoWay.into())),
    ] {
        let assessment = assessed(&target, &[("2023", value)], "2024-01-01");
        assert_eq!(told(assessment.verdict), class, "{value}");
        assert!(!assessment.evidence.is_limit);
        assert_eq!(assessment.evidence.share_of_way, Err(Missing::NoWay));
        assert_eq!(assessment.evidence.change_required, Err(Missing::NoWay));
    }
    let budget = promise(Measure::Flow, Goal::cumulative(Bound::AtMost(dec!(60))))
        .baseline(Baseline::observed(period("2021")))
        .to_be_reached()
        .build()
        .unwrap();
    assert_eq!(
        told(judged(&budget, &[("2022", "10")], "2023-01-01")),
        (Achieved, BoundMet.into())
    );
}

/// The first value that was published tells, and no later one changes it.
#[test]
fn a_revision_of_the_baseline_changes_nothing() {
    let target = promise(Measure::Stock, Goal::level(Bound::AtLeast(dec!(50))))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    for (name, baseline, figure, class) in [
        (
            "reached, as first published",
            ["49", "49"],
            "50",
            (Achieved, BoundMet.into()),
        ),
        (
            "to be reached, though revised to be met",
            ["49", "51"],
            "50",
            (Achieved, BoundMet.into()),
        ),
        (
            "to be reached, revised to be met, and lost",
            ["49", "51"],
            "49.9",
            (Worsening, NoWay.into()),
        ),
        (
            "kept, as first published",
            ["51", "51"],
            "50",
            (OnTrack, WithinLimit.into()),
        ),
        (
            "a limit, though revised beyond it",
            ["51", "49"],
            "50",
            (OnTrack, WithinLimit.into()),
        ),
        (
            "a limit, revised beyond it, nearer",
            ["51", "49"],
            "49.5",
            (OffTrack, LimitExceeded.into()),
        ),
        (
            "a limit, revised beyond it, further",
            ["51", "49"],
            "48.5",
            (Worsening, LimitExceeded.into()),
        ),
    ] {
        let figures = [
            ("2021@2022-02-01", baseline[0]),
            ("2021@2023-02-01", baseline[1]),
            ("2022", figure),
        ];
        assert_eq!(told(judged(&target, &figures, "2023-03-01")), class, "{name}");
    }
    // What the plan states counts, whatever the series says.
    let stated = from(dec!(49), Measure::Stock, Goal::level(Bound::AtLeast(dec!(50))))
        .build()
        .unwrap();
    let verdict = judged(&stated, &[("2021", "51"), ("2022", "49.5")], "2023-03-01");
    assert_eq!(told(verdict), (Status::Ahead, Pace.into()));
    // Of a baseline of which nothing is known, nothing tells.
    assert_eq!(
        told(judged(&target, &[("2022", "50")], "2023-03-01")),
        (Achieved, BoundMet.into())
    );
}

fn in_plan(target: Target, begins: &str) -> Target {
    let quantity = target.quantity().clone();
    let indicator = Indicator::new(code("i"), "I".try_into().unwrap(), quantity).with_target(target);
    let pillar = Pillar::new(code("x"), "X".try_into().unwrap()).with_indicator(indicator);
    let plan = Plan::builder(code("p"), "P".try_into().unwrap(), period(begins))
        .pillar(pillar)
        .build()
        .unwrap();
    let (_, target) = plan.targets().next().unwrap();
    target.clone()
}

/// Without a baseline the last figure before the plan tells, and starts no path.
#[test]
fn without_a_baseline() {
    let goal = Goal::level(Bound::AtMost(dec!(5)));
    let unemployment = |limit: Option<bool>| {
        let target = Target::builder(code("t"), quantity(Measure::Share), goal, period("2030"));
        let target = match limit {
            Some(true) => target.as_limit(),
            Some(false) => target.to_be_reached(),
            None => target,
        };
        in_plan(target.build().unwrap(), "2024-01-01/P7Y")
    };
    let told_of = |target: &Target, figures: Figures<'_>| told(judged(target, figures, "2025-12-31"));
    let undecided = unemployment(None);
    for (name, figures, class) in [
        (
            "met once, and not when the plan began",
            &[("1990", "3"), ("2023", "7.5"), ("2024", "7.8")][..],
            (Unknown, Missing::NoBaseline.into()),
        ),
        (
            "the same, and reached",
            &[("1990", "3"), ("2023", "7.5"), ("2024", "5")],
            (Achieved, BoundMet.into()),
        ),
        (
            "met when the plan began",
            &[("2023", "4.8"), ("2024", "5")],
            (OnTrack, WithinLimit.into()),
        ),
        (
            "met when the plan began, and lost",
            &[("2023", "4.8"), ("2024", "5.1")],
            (Worsening, LimitExceeded.into()),
        ),
        (
            "the first in the plan",
            &[("2024", "4.8")],
            (OnTrack, WithinLimit.into()),
        ),
        (
            "the first in the plan, not met",
            &[("2024", "5.8")],
            (Unknown, Missing::NoBaseline.into()),
        ),
        (
            "revised since",
            &[("2023@2024-01-10", "4.8"), ("2023@2025-01-10", "5.2"), ("2024", "5")],
            (OnTrack, WithinLimit.into()),
        ),
    ] {
        assert_eq!(told_of(&undecided, figures), class, "{name}");
    }
    let figures = &[("2023", "7.5"), ("2024", "4.9")][..];
    assert_eq!(
        told_of(&unemployment(Some(true)), figures),
        (OnTrack, WithinLimit.into())
    );
    assert_eq!(
        told_of(&unemployment(Some(false)), &[("2023", "4.5"), ("2024", "4.9")]),
        (Achieved, BoundMet.into())
    );
    assert_eq!(
        told_of(&unemployment(Some(false)), &[("2023", "4.5"), ("2024", "5.9")]),
        (Unknown, Missing::NoBaseline.into())
    );
    // What is required from here needs none.
    let lost = assessed(&undecided, &[("2023", "4.8"), ("2024", "5.6")], "2025-12-31").evidence;
    assert_eq!(lost.change_required_from_now, Ok(dec!(-0.1)));
    assert_eq!(
        (lost.change_required, lost.projection),
        (Err(Missing::NoBaseline), Err(Missing::NoBaseline))
    );
    // A target that stands in no plan does not know when it began.
    let alone = Target::builder(code("t"), quantity(Measure::Share), goal, period("2030"))
        .build()
        .unwrap();
    assert_eq!(
        told_of(&alone, &[("2023", "4.8"), ("2024", "5")]),
        (Achieved, BoundMet.into())
    );
}

#[test]
fn budgets_down_to_nothing() {
    let budget = |quantity: Quantity| {
        Target::builder(
            code("t"),
            quantity,
            Goal::cumulative(Bound::AtMost(dec!(0))),
            period("2030"),
        )
        .baseline(Baseline::stated(period("2020"), dec!(0)))
        .build()
        .unwrap()
    };
    let accidents = budget(counted(Measure::Flow));
    let zeros = [
        ("2021", "0"),
        ("2022", "0"),
        ("2023", "0"),
        ("2024", "0"),
        ("2025", "0"),
    ];
    let facts = |target: &Target| -> (Verdict, Evidence) {
        let assessment = assessed(target, &zeros, "2026-03-01");
        (assessment.verdict, assessment.evidence)
    };
    let (verdict, evidence) = facts(&accidents);
    assert_eq!(told(verdict), (OnTrack, WithinLimit.into()));
    assert_eq!(evidence.pace, Err(Missing::NoWay));
    assert_eq!(evidence.change_required_from_now, Ok(dec!(0)));
    let mut one = zeros;
    one[3].1 = "1";
    assert_eq!(
        told(judged(&accidents, &one, "2026-03-01")),
        (Missed, LimitExceeded.into())
    );
}

/// The definition changed on the way: the bound of a level is asked of the figure alone, and shares of the room of both.
#[test]
fn a_break_leaves_no_share_of_the_room() {
    let figures = |value| [("2022", "51 break"), ("2023", value)];
    let goal = Goal::level(Bound::AtMost(dec!(60)));
    let held = from(dec!(50), Measure::Stock, goal).build().unwrap();
    let straight = from(dec!(50), Measure::Stock, goal)
        .shape(Shape::Linear)
        .build()
        .unwrap();
    let change = from(dec!(50), Measure::Stock, Goal::change(Bound::AtMost(dec!(0.2))))
        .build()
        .unwrap();
    let unknown = (Unknown, Reason::from(Missing::series_break(period("2022"))));
    for (name, target, value, class) in [
        ("held", &held, "55", (OnTrack, WithinLimit.into())),
        ("held and lost", &held, "61", (Worsening, LimitExceeded.into())),
        ("on a line", &straight, "55", unknown),
        ("on a line, lost", &straight, "61", (Worsening, LimitExceeded.into())),
        ("a change", &change, "55", unknown),
    ] {
        assert_eq!(told(judged(target, &figures(value), "2024-01-01")), class, "{name}");
    }
}

#[test]
fn intervals_beside_a_limit() {
    let cap = from(dec!(50), Measure::Stock, Goal::level(Bound::AtMost(dec!(60))))
        .as_limit()
        .build()
        .unwrap();
    for (name, figures, class) in [
        (
            "all of it within",
            &[("2023", "<=54")][..],
            (OnTrack, WithinLimit.into()),
        ),
        (
            "all of it beyond",
            &[("2023", ">60")],
            (Worsening, LimitExceeded.into()),
        ),
        (
            "from within to beyond",
            &[("2022", "52"), ("2023", ">=60")],
            (OnTrack, WithinLimit.into()),
        ),
        ("below the baseline", &[("2023", "<50")], (OnTrack, WithinLimit.into())),
        (
            "within two classes",
            &[("2022", "52"), ("2023", "<=58")],
            (OnTrack, WithinLimit.into()),
        ),
    ] {
        assert_eq!(told(judged(&cap, figures, "2024-01-01")), class, "{name}");
    }
}

/// A projection that goes through a band is at most on track, and a period in which it jumps over the band is no arrival.
#[test]
fn a_band_that_is_overshot() {
    let flow = |goal: Bound, start: Decimal| {
        Target::builder(code("t"), quantity(Measure::Flow), Goal::level(goal), period("2024"))
            .baseline(Baseline::stated(period("2020"), start))
            .build()
            .unwrap()
    };
    let band = flow(Bound::within(dec!(50), dec!(60)).unwrap(), dec!(10));
    let fast = assessed(&band, &[("2021", "40")], "2022-02-01");
    assert_eq!(told(fast.verdict), (OnTrack, Pace.into()));
    assert!(fast.verdict.caveats.contains(Caveat::WillOvershoot));
    assert_eq!(fast.evidence.projection, Ok(dec!(2560)));
    assert_eq!(fast.evidence.arrival, Err(Missing::Never));
    // To 60 in four years and no further: 10 × 6^(1 ÷ 4) = 15.6508….
    let at_the_edge = assessed(&band, &[("2021", "15.6508")], "2022-02-01");
    assert_eq!(at_the_edge.verdict.status, Status::Ahead);
    assert!(!at_the_edge.verdict.caveats.contains(Caveat::WillOvershoot));
    assert_eq!(at_the_edge.evidence.arrival, Ok(period("2024")));
    assert!(
        judged(&band, &[("2021", "15.6509")], "2022-02-01")
            .caveats
            .contains(Caveat::WillOvershoot)
    );
    // A tolerance is of both edges.
    let wide = Requirement::with_tolerance(Bound::within(dec!(50), dec!(60)).unwrap(), dec!(2)).unwrap();
    let wide = Target::builder(code("t"), quantity(Measure::Flow), Goal::level(wide), period("2024"))
        .baseline(Baseline::stated(period("2020"), dec!(10)))
        .build()
        .unwrap();
    let verdict = judged(&wide, &[("2021", "15.6509")], "2022-02-01");
    assert_eq!(
        (verdict.status, verdict.caveats.contains(Caveat::WillOvershoot)),
        (Status::Ahead, false)
    );
    // Downwards, and where there is no far edge.
    let down = flow(Bound::within(dec!(50), dec!(60)).unwrap(), dec!(300));
    let verdict = judged(&down, &[("2021", "100")], "2022-02-01");
    assert_eq!(
        (verdict.status, verdict.caveats.contains(Caveat::WillOvershoot)),
        (OnTrack, true)
    );
    let cap = flow(Bound::AtMost(dec!(60)), dec!(300));
    let verdict = judged(&cap, &[("2021", "100")], "2022-02-01");
    assert_eq!(
        (verdict.status, verdict.caveats.contains(Caveat::WillOvershoot)),
        (Status::Ahead, false)
    );
}

/// A band that ends where nothing more is possible cannot be overshot.
#[test]
fn a_band_that_ends_at_the_edge_of_what_is_possible() {
    let band = |high| {
        let goal = Goal::level(Bound::within(dec!(90), high).unwrap());
        from(dec!(50), Measure::Share, goal).build().unwrap()
    };
    for (high, status, overshoots) in [(dec!(100), Status::Ahead, false), (dec!(99), OnTrack, true)] {
        let assessment = assessed(&band(high), &[("2023", "80")], "2024-01-01");
        let caveats = assessment.verdict.caveats;
        assert_eq!(assessment.verdict.status, status, "{high}");
        assert_eq!(caveats.contains(Caveat::WillOvershoot), overshoots, "{high}");
        assert_eq!(assessment.evidence.projection, Ok(dec!(100)), "{high}");
        assert_eq!(assessment.evidence.arrival, Ok(period("2024")), "{high}");
    }
}

/// A tolerance brings the arrival nearer, as it does the verdict.
#[test]
fn arrival_counts_the_tolerance() {
    let goal = |tolerance| Goal::level(Requirement::with_tolerance(Bound::AtLeast(dec!(200)), tolerance).unwrap());
    let flow = |tolerance| {
        from(dec!(100), Measure::Flow, goal(tolerance))
            .shape(Shape::Linear)
            .build()
            .unwrap()
    };
    for (tolerance, arrival) in [
        (dec!(0), "2031"),
        (dec!(9.9), "2031"),
        (dec!(10), "2030"),
        (dec!(20), "2029"),
    ] {
        let facts = assessed(&flow(tolerance), &[("2023", "120")], "2024-01-01").evidence;
        assert_eq!(facts.arrival, Ok(period(arrival)), "{tolerance}");
    }
}

/// 7.5 when the plan was made, and no baseline: it is to be reached, whatever 1990 was.
#[test]
fn a_rate_that_was_lower_long_ago() {
    let goal = Goal::level(Bound::AtMost(dec!(5)));
    let target = Target::builder(code("u"), quantity(Measure::Share), goal, period("2030"));
    let target = target.build().unwrap();
    let seen = |latest| [("1990", "3.0"), ("2023", "7.5"), ("2024", latest)];
    for (latest, answer) in [
        ("7.8", (Unknown, Missing::NoBaseline.into())),
        ("5.0", (Achieved, BoundMet.into())),
    ] {
        assert_eq!(told(judged(&target, &seen(latest), "2025-02-01")), answer, "{latest}");
    }
}

/// What stands in the middle of its period is due in the middle of the deadline's: a breach in its autumn comes behind
/// that, and an average growth is asked of nothing later.
#[test]
fn a_breach_behind_the_moment_of_the_deadline_is_none_of_an_average_growth() {
    use milepost::Collected;

    for (collected, figure, drifts, breach) in [
        // 103 a year after the start, of at most 3 % a year: just on the path.
        (Collected::Middle, "103", false, Err(Missing::NeverExceeded)),
        (Collected::Middle, "103.1", true, Ok("2026-05")),
        (Collected::Beginning, "103", false, Err(Missing::NeverExceeded)),
        (Collected::Beginning, "103.1", true, Ok("2025-12")),
    ] {
        let ratio = quantity(Measure::Ratio).with_collected(collected).unwrap();
        let goal = Goal::average_growth(Bound::AtMost(dec!(0.03)));
        let target = Target::builder(code("t"), ratio, goal, period("2026"))
            .baseline(Baseline::stated(period("2021"), dec!(100)))
            .build()
            .unwrap();
        let assessment = assessed(&target, &[("2022", figure)], "2023-01-02");
        let caveats = assessment.verdict.caveats;
        assert_eq!(
            caveats.contains(Caveat::DriftingToTheLimit),
            drifts,
            "{collected} {figure}"
        );
        assert_eq!(assessment.evidence.breach, breach.map(period), "{collected} {figure}");
    }
}
