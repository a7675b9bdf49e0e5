//! Zero, negative and crossing values, digits to the last, and spans from a day to two centuries.

use milepost::growth::{GrowthError, rate};
use milepost::{
    Baseline, Bound, Caveat, Decimal, Goal, Ground, Measure, Missing, Reason, Rule, Shape, Status, Target, Unit, Years,
    dec,
};

use crate::setting::{
    assessed, assessed_by, code, day, judged, period, promise, promise_from, promise_since_2021, quantity, series_in,
};

#[test]
fn paths_from_zero_below_zero_and_across_it() {
    let level = |measure, start, bound| promise_from(measure, start, Goal::level(bound));
    for (name, target, on_path, behind) in [
        (
            "flow from zero",
            level(Measure::Flow, dec!(0), Bound::AtLeast(dec!(100))),
            "40",
            "37.9",
        ),
        (
            "flow to zero",
            level(Measure::Flow, dec!(100), Bound::AtMost(dec!(0))),
            "60",
            "62.1",
        ),
        (
            "flow across zero",
            level(Measure::Flow, dec!(-100), Bound::AtLeast(dec!(100))),
            "-20",
            "-24.1",
        ),
        (
            "loss to zero",
            level(Measure::Flow, dec!(-100), Bound::AtLeast(dec!(0))),
            "-60",
            "-62.1",
        ),
        (
            "loss that shrinks",
            level(Measure::Index, dec!(-100), Bound::AtLeast(dec!(-50))),
            "-80",
            "-81.1",
        ),
        (
            "loss that grows",
            level(Measure::Index, dec!(-50), Bound::AtMost(dec!(-100))),
            "-70",
            "-68.9",
        ),
    ] {
        let assessment = assessed(&target, &[("2023", on_path)], "2024-01-31");
        assert_eq!(assessment.verdict.status, Status::OnTrack, "{name}");
        assert_eq!(assessment.evidence.pace, Ok(dec!(1)), "{name}");
        assert!(assessment.evidence.change_required_from_now.is_ok(), "{name}");
        assert!(
            matches!(assessment.evidence.growth_required, Err(Missing::Growth { .. })),
            "{name}"
        );
        assert_eq!(
            judged(&target, &[("2023", behind)], "2024-01-31").status,
            Status::Lagging,
            "{name}"
        );
    }
}

#[test]
fn the_reasons_why_there_is_no_rate() {
    let growth = |start, goal| {
        let target = promise_from(Measure::Stock, start, Goal::level(Bound::AtLeast(goal)));
        assessed(&target, &[("2023", "-1")], "2024-01-31")
            .evidence
            .growth_required
    };
    for (start, goal, code) in [
        (dec!(0), dec!(100), "zero"),
        (dec!(-5), dec!(100), "crossing"),
        (dec!(-5), dec!(-2), "both_negative"),
    ] {
        let error = rate(start, goal, Years::whole(2)).unwrap_err();
        assert_eq!(error.code(), code);
        #[cfg(feature = "serde")]
        assert_eq!(
            serde_json::to_value(Missing::growth(error)).unwrap(),
            serde_json::json!({"code": "growth", "why": code, "error": error.to_string()})
        );
        assert_eq!(growth(start, goal), Err(Missing::growth(error)));
    }
}

#[test]
fn growth_that_falls_to_zero_or_below_is_below_every_path() {
    let target = promise_from(Measure::Flow, dec!(100), Goal::level(Bound::AtLeast(dec!(161.051))));
    for value in ["0", "-5"] {
        let assessment = assessed(&target, &[("2023", value)], "2024-01-31");
        assert_eq!(assessment.verdict.status, Status::Worsening, "{value}");
        assert!(
            matches!(assessment.evidence.growth_so_far, Err(Missing::Growth { .. })),
            "{value}"
        );
        assert!(
            matches!(assessment.evidence.pace, Err(Missing::Growth { .. })),
            "{value}"
        );
        assert_eq!(assessment.evidence.expected, Ok(dec!(121)), "{value}");
        assert!(assessment.evidence.change_so_far.unwrap().is_sign_negative(), "{value}");
    }
    // Falling is what is promised: nothing left at all is achieved.
    let falling = promise_from(Measure::Flow, dec!(161.051), Goal::level(Bound::AtMost(dec!(100))));
    assert_eq!(
        judged(&falling, &[("2023", "0")], "2024-01-31").status,
        Status::Achieved
    );
}

#[test]
fn growth_was_chosen_where_the_series_has_none() {
    let target = |baseline| {
        promise(Measure::Flow, Goal::level(Bound::AtLeast(dec!(100))))
            .baseline(baseline)
            .shape(Shape::ConstantGrowth)
            .build()
    };
    let observed = target(Baseline::observed(period("2021"))).unwrap();
    for start in ["0", "-20"] {
        let verdict = judged(&observed, &[("2021", start), ("2023", "50")], "2024-01-31");
        assert!(
            matches!(verdict.reason, Reason::Missing(Missing::Growth { .. })),
            "{start}: {verdict:?}"
        );
        // Met or not can be told all the same.
        assert_eq!(
            judged(&observed, &[("2021", start), ("2023", "100")], "2024-01-31").status,
            Status::Achieved
        );
        assert_eq!(
            judged(&observed, &[("2021", start), ("2026", "99")], "2027-01-31").status,
            Status::Missed
        );
    }
    assert!(target(Baseline::stated(period("2021"), dec!(-20))).is_err());
}

#[test]
fn a_relative_change_of_nothing_or_less_is_none() {
    for goal in [
        Goal::change(Bound::AtLeast(dec!(0.2))),
        Goal::average_growth(Bound::AtLeast(dec!(0.2))),
    ] {
        let target = promise_since_2021(Measure::Stock, goal);
        for start in ["0", "-20"] {
            for (figure, as_of) in [(("2023", "50"), "2024-01-31"), (("2026", "50"), "2027-01-31")] {
                let verdict = judged(&target, &[("2021", start), figure], as_of);
                assert_eq!(verdict.status, Status::Unknown);
                assert!(
                    matches!(verdict.reason, Reason::Missing(Missing::Growth { .. })),
                    "{start}: {verdict:?}"
                );
            }
        }
    }
    // An addition to it is one.
    let target = promise_since_2021(Measure::Stock, Goal::addition(Bound::AtLeast(dec!(50))));
    assert_eq!(
        judged(&target, &[("2021", "-20"), ("2023", "0")], "2024-01-31").status,
        Status::OnTrack
    );
}

#[test]
fn digits_to_the_last() {
    let smallest = dec!(0.0000000000000000000000000001);
    let cases = [
        (Decimal::ZERO, smallest, "0.0000000000000000000000000001"),
        (
            dec!(1),
            dec!(1.0000000000000000000000000001),
            "1.0000000000000000000000000001",
        ),
        (Decimal::ZERO, Decimal::MAX, "79228162514264337593543950335"),
        (Decimal::MIN, Decimal::MAX, "79228162514264337593543950335"),
        (smallest, Decimal::MAX, "79228162514264337593543950335"),
    ];
    for (start, goal, met) in cases {
        for measure in [Measure::Stock, Measure::Flow] {
            let target = promise_from(measure, start, Goal::level(Bound::AtLeast(goal)));
            assert_eq!(
                judged(&target, &[("2026", met)], "2027-01-31").status,
                Status::Achieved,
                "{goal}"
            );
            let status = judged(&target, &[("2026", &start.to_string())], "2027-01-31").status;
            assert_eq!(status, Status::Missed, "{goal}");
            let verdict = judged(&target, &[("2023", &start.to_string())], "2024-01-31");
            assert_eq!(
                (verdict.status, verdict.reason),
                (Status::OffTrack, Reason::from(Ground::Pace)),
                "{goal}"
            );
        }
    }
    // The sum of two of the largest flows does not fit; the first alone does, and its sum is no bound.
    let target = promise(Measure::Flow, Goal::cumulative(Bound::AtLeast(Decimal::MAX)))
        .baseline(Baseline::observed(period("2021")))
        .build()
        .unwrap();
    let largest = "79228162514264337593543950335";
    let verdict = judged(&target, &[("2022", largest), ("2023", largest)], "2024-01-31");
    assert_eq!(verdict.status, Status::Achieved);
}

#[test]
fn a_path_of_one_day() {
    let target = Target::builder(
        code("promise"),
        quantity(Measure::Stock),
        Goal::level(Bound::AtLeast(dec!(200))),
        period("2026-01-02"),
    )
    .baseline(Baseline::stated(period("2026-01-01"), dec!(100)))
    .build()
    .unwrap();
    let assessment = assessed(&target, &[("2026-01-02", "150")], "2026-01-03");
    assert_eq!(assessment.verdict.status, Status::Missed);
    // Doubled within a day: 2^372 a year, which no decimal holds.
    let overflow = Missing::growth(GrowthError::Overflow);
    assert_eq!(assessment.evidence.growth_required, Err(overflow));
    assert_eq!(assessment.evidence.change_required, Ok(dec!(37200)));
    assert_eq!(
        judged(&target, &[("2026-01-02", "200")], "2026-01-03").status,
        Status::Achieved
    );
}

#[test]
fn a_path_of_two_centuries() {
    let target = Target::builder(
        code("promise"),
        quantity(Measure::Flow),
        Goal::level(Bound::AtLeast(dec!(1000.000000000000000000000002))),
        period("2200"),
    )
    .baseline(Baseline::stated(period("2000"), dec!(999.9999999999999999999999999)))
    .build()
    .unwrap();
    // In units of the 25th decimal: 21 to go in all, of which half are due.
    for (value, status) in [
        ("1000.000000000000000000000002", Status::Achieved),
        ("1000.000000000000000000000001", Status::OnTrack),
        ("1000.000000000000000000000000", Status::OffTrack),
        ("999.9999999999999999999999999", Status::OffTrack),
        ("999.9999999999999999999999998", Status::Worsening),
    ] {
        let verdict = judged(&target, &[("2100", value)], "2101-01-31");
        assert_eq!(verdict.status, status, "{value}");
    }
}

#[test]
fn the_calendars_edges() {
    let target = Target::builder(
        code("promise"),
        quantity(Measure::Flow),
        Goal::level(Bound::AtLeast(dec!(200))),
        period("9999"),
    )
    .baseline(Baseline::stated(period("0001"), dec!(100)))
    .build()
    .unwrap();
    for (figures, as_of) in [
        (&[("0002", "101")][..], "0003-01-31"),
        (&[("5000", "150")], "5001-01-31"),
        (&[("9998", "101")], "9999-01-31"),
        (&[("9999@9999-12-31", "101")], "9999-12-31"),
        (&[("0001", "101")], "9999-12-31"),
    ] {
        let assessment = assessed(&target, figures, as_of);
        assert_ne!(assessment.verdict.status, Status::Missed, "{as_of}");
    }
}

#[test]
fn too_close_to_call() {
    let target = promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(201))));
    // After two years the cuts lie at 124.24, 138.38 and 142.42.
    for (value, is_close) in [
        // Between 137.5 and 138.5.
        ("138", true),
        ("139", false),
        ("138.0", false),
        // Between 138.35 and 138.45.
        ("138.4", true),
        ("138.38", true),
        ("138.37", false),
        ("138.385", false),
        ("142", true),
        ("143", false),
        ("131", false),
    ] {
        let verdict = judged(&target, &[("2023", value)], "2024-01-31");
        assert_eq!(verdict.caveats.contains(Caveat::TooCloseToCall), is_close, "{value}");
    }
    for (value, is_close) in [
        ("201", true),
        ("200", false),
        ("201.0", true),
        ("200.96", false),
        ("201.5", false),
    ] {
        let verdict = judged(&target, &[("2026", value)], "2027-01-31");
        assert_eq!(verdict.caveats.contains(Caveat::TooCloseToCall), is_close, "{value}");
    }
}

/// In a series of another power of ten the last digit is the one that was published there.
#[test]
fn too_close_to_call_by_the_digit_that_was_published() {
    let stock = promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(201))));
    let sum = promise_from(Measure::Flow, dec!(20), Goal::cumulative(Bound::AtLeast(dec!(345))));
    // The cuts of the stock lie at 138.38 and 142.42 after two years, those of the sum at 131.1 and 144.9.
    for (name, target, multiplier, figures, is_close) in [
        ("hundredths of thousands", &stock, 3, &[("2023", "0.14")][..], true),
        ("thousandths of thousands", &stock, 3, &[("2023", "0.138")], true),
        (
            "thousandths of thousands, away from the cut",
            &stock,
            3,
            &[("2023", "0.139")],
            false,
        ),
        ("thousandths, round ones", &stock, -3, &[("2023", "138000")], false),
        ("thousandths, on the cut", &stock, -3, &[("2023", "138380")], true),
        ("tens, which add up", &sum, 1, &[("2022", "6"), ("2023", "7")], true),
        (
            "tenths of tens, which add up",
            &sum,
            1,
            &[("2022", "6.2"), ("2023", "7.0")],
            false,
        ),
        ("nothing at all", &stock, 3, &[("2023", "0.0")], false),
    ] {
        let unit = Unit::new(target.quantity().unit().code().clone(), multiplier).unwrap();
        let verdict = assessed_by(&Rule::pace(), target, &series_in(&unit, figures), day("2024-01-31")).verdict;
        assert_eq!(
            verdict.caveats.contains(Caveat::TooCloseToCall),
            is_close,
            "{name}: {verdict:?}"
        );
    }
}

/// A sixth of the smallest decimal is none, and not 0.
#[test]
fn a_change_that_would_be_rounded_to_nothing() {
    let cut = |change| Goal::change(Bound::AtMost(change));
    for (change, goal) in [
        (dec!(-0.84), Err(Missing::from(GrowthError::Underflow))),
        (dec!(-0.4), Ok(dec!(0.0000000000000000000000000001))),
        (dec!(-1), Ok(dec!(0))),
    ] {
        let target = promise_from(Measure::Index, dec!(0.0000000000000000000000000001), cut(change));
        let facts = assessed(&target, &[("2022@2023-02-01", "1")], "2023-03-01").evidence;
        assert_eq!(facts.goal.map(|point| point.value), goal, "{change}");
    }
}
