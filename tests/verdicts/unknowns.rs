//! What nobody can say, and why: no data, data that does not count, data that is too old.

use milepost::{
    AsOf, Baseline, Bound, Caveat, Goal, Ground, Length, Measure, Missing, Of, Quantity, Reason, Rule, Series, Status,
    Target, Unit, Years, dec, verdict,
};

use crate::setting::{
    Figures, assessed, assessed_by, code, day, judged, judged_by, period, promise, promise_from, promise_since_2021,
    series, series_in,
};

fn at_least_200() -> Target {
    promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))))
}

#[test]
fn no_figure_speaks_of_the_target() {
    let not_due = Status::NotDue;
    let cases: &[(&str, Figures<'_>, &str, Status, Reason)] = &[
        (
            "before the baseline is over",
            &[],
            "2021-12-31",
            not_due,
            Reason::from(Ground::not_begun(day("2021-12-31"))),
        ),
        (
            "the day it begins",
            &[],
            "2022-01-01",
            not_due,
            Reason::from(Ground::no_period_over(Length::YEAR)),
        ),
        (
            "the first year is not over",
            &[],
            "2022-12-31",
            not_due,
            Reason::from(Ground::no_period_over(Length::YEAR)),
        ),
        (
            "the first year is over",
            &[],
            "2023-01-01",
            Status::Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "figures before the baseline",
            &[("2019", "90"), ("2020", "95")],
            "2023-06-30",
            Status::Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "only the baseline's",
            &[("2021", "100")],
            "2023-06-30",
            Status::Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "a forecast",
            &[("2022", "150 forecast")],
            "2023-06-30",
            Status::Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "withdrawn",
            &[("2022@2023-01-05", "150"), ("2022@2023-02-05", "missing")],
            "2023-06-30",
            Status::Unknown,
            Reason::from(Missing::NoObservation),
        ),
        (
            "published tomorrow",
            &[("2022@2023-07-01", "150")],
            "2023-06-30",
            Status::Unknown,
            Reason::from(Missing::NoObservation),
        ),
    ];
    for (name, figures, as_of, status, reason) in cases {
        let verdict = judged(&at_least_200(), figures, as_of);
        assert_eq!((verdict.status, verdict.reason), (*status, *reason), "{name}");
        assert_eq!(verdict.deciding_period, None, "{name}");
    }
}

#[test]
fn a_forecast_hides_no_figure() {
    let figures = [
        ("2024@2025-01-05", "160"),
        ("2024@2025-02-05", "199 forecast"),
        ("2025@2025-03-01", "300 forecast"),
    ];
    let assessment = assessed(&at_least_200(), &figures, "2025-06-30");
    assert_eq!(assessment.verdict.status, Status::OnTrack);
    assert_eq!(assessment.evidence.observed.unwrap().reading.value(), Some(dec!(160)));
}

#[test]
fn undated_figures_count_only_if_the_caller_says_so() {
    let target = at_least_200();
    let figures = series(&target, &[("2022@undated", "120.4")]);
    let judged = |as_of: AsOf| assessed_by(&Rule::pace(), &target, &figures, as_of).verdict;
    let strict = judged(day("2023-06-30").into());
    assert_eq!(
        (strict.status, strict.reason),
        (Status::Unknown, Reason::from(Missing::OnlyUndated))
    );
    assert!(strict.caveats.contains(Caveat::UndatedLeftOut));
    let lenient = judged(AsOf::from(day("2023-06-30")).including_undated());
    assert_eq!(lenient.status, Status::OnTrack);
    assert!(lenient.caveats.contains(Caveat::PublicationUndated));
    assert!(!lenient.caveats.contains(Caveat::UndatedLeftOut));
}

#[test]
fn undated_figures_beside_dated_ones() {
    let target = at_least_200();
    let figures = series(&target, &[("2022", "120.4"), ("2023@undated", "190")]);
    let judged = |as_of: AsOf| assessed_by(&Rule::pace(), &target, &figures, as_of).verdict;
    let strict = judged(day("2024-06-30").into());
    assert_eq!(strict.deciding_period, Some(period("2022")));
    assert!(strict.caveats.contains(Caveat::UndatedLeftOut));
    assert!(!strict.caveats.contains(Caveat::PublicationUndated));
    let lenient = judged(AsOf::from(day("2024-06-30")).including_undated());
    assert_eq!(
        (lenient.status, lenient.deciding_period),
        (Status::Ahead, Some(period("2023")))
    );
}

#[test]
fn an_undated_figure_was_not_known_before_its_period_was_over() {
    let target = at_least_200();
    let figures = series(&target, &[("2022", "120.4"), ("2025@undated", "190")]);
    for (as_of, decided_by) in [("2024-12-31", "2022"), ("2025-12-30", "2022"), ("2025-12-31", "2025")] {
        let lenient = AsOf::from(day(as_of)).including_undated();
        let verdict = assessed_by(&Rule::pace().with_max_age(None), &target, &figures, lenient).verdict;
        assert_eq!(verdict.deciding_period, Some(period(decided_by)), "{as_of}");
    }
}

#[test]
fn not_before_a_day_counts_from_that_day() {
    let figures = [("2022@2023-03-01+", "120.4")];
    assert_eq!(
        judged(&at_least_200(), &figures, "2023-02-28").reason,
        Reason::from(Missing::NoObservation)
    );
    let verdict = judged(&at_least_200(), &figures, "2023-03-01");
    assert_eq!(verdict.status, Status::OnTrack);
    assert!(verdict.caveats.contains(Caveat::PublishedNotBefore));
}

#[test]
fn a_figure_is_too_old_one_day_after_two_reporting_periods() {
    let target = at_least_200();
    let figures = [("2022", "120.4")];
    assert_eq!(judged(&target, &figures, "2025-01-01").status, Status::OnTrack);
    let stale = judged(&target, &figures, "2025-01-02");
    let Reason::Missing(Missing::Stale { period: of, age, .. }) = stale.reason else {
        panic!("stale: {stale:?}")
    };
    assert_eq!(
        (of, stale.status, stale.last_status),
        (period("2022"), Status::Unknown, Some(Status::OnTrack))
    );
    assert!(age > Years::whole(2) && age < Years::months(25));
    // The facts stay.
    let facts = assessed(&target, &figures, "2025-01-02").evidence;
    assert_eq!(facts.age, Ok(age));
    assert_eq!(facts.pace, Ok(dec!(1.02)));

    let no_limit = Rule::pace().with_max_age(None);
    assert_eq!(
        judged_by(&no_limit, &target, &figures, "2026-12-31").status,
        Status::OnTrack
    );
    let one_year = Rule::pace().with_max_age(Some(1));
    assert_eq!(
        judged_by(&one_year, &target, &figures, "2024-01-01").status,
        Status::OnTrack
    );
    assert_eq!(
        judged_by(&one_year, &target, &figures, "2024-01-02").last_status,
        Some(Status::OnTrack)
    );
    let of_the_day = Rule::pace().with_max_age(Some(0));
    assert_eq!(
        judged_by(&of_the_day, &target, &[("2022@2022-12-31", "120.4")], "2022-12-31").status,
        Status::OnTrack
    );
    assert_eq!(
        judged_by(&of_the_day, &target, &figures, "2023-01-02").status,
        Status::Unknown
    );
    let beyond_all_time = Rule::pace().with_max_age(Some(u32::MAX));
    assert_eq!(
        judged_by(&beyond_all_time, &target, &figures, "2026-12-31").status,
        Status::OnTrack
    );
}

#[test]
fn the_reporting_period_is_that_of_the_target() {
    let quarterly = promise(Measure::Stock, Goal::level(Bound::AtLeast(dec!(200))))
        .baseline(Baseline::stated(period("2021"), dec!(100)))
        .reported(Length::QUARTER)
        .build()
        .unwrap();
    let figures = [("2022", "120.4")];
    assert_eq!(judged(&quarterly, &figures, "2023-07-01").status, Status::OnTrack);
    assert_eq!(judged(&quarterly, &figures, "2023-07-02").status, Status::Unknown);
    // Nothing is due before the first quarter is over.
    assert_eq!(judged(&quarterly, &[], "2022-03-31").status, Status::NotDue);
    assert_eq!(judged(&quarterly, &[], "2022-04-01").status, Status::Unknown);
}

#[test]
fn baselines_that_are_missing() {
    let level = Goal::level(Bound::AtLeast(dec!(200)));
    let since_2021 = promise_since_2021(Measure::Stock, level);
    let without = promise(Measure::Stock, level).build().unwrap();
    let missing = Missing::no_baseline_value(period("2021"));
    let bound = Missing::baseline_is_only_a_bound(period("2021"));
    for (name, target, figures, reason) in [
        ("no baseline", &without, &[("2022", "150")][..], Missing::NoBaseline),
        ("without figure", &since_2021, &[("2022", "150")], missing),
        ("only a bound", &since_2021, &[("2021", ">90"), ("2022", "150")], bound),
        (
            "a forecast",
            &since_2021,
            &[("2021", "90 forecast"), ("2022", "150")],
            missing,
        ),
    ] {
        let assessment = assessed(target, figures, "2023-06-30");
        assert_eq!(
            (assessment.verdict.status, assessment.verdict.reason),
            (Status::Unknown, reason.into()),
            "{name}"
        );
        let facts = assessment.evidence;
        assert_eq!(facts.baseline, Err(reason), "{name}");
        // What does not need a baseline is computed: the goal, what is left, and what that takes from here.
        assert_eq!(facts.goal.unwrap().value, dec!(200), "{name}");
        assert_eq!(facts.completion, Ok(dec!(0.75)), "{name}");
        assert_eq!(facts.remaining, Ok(dec!(50)), "{name}");
        assert_eq!(facts.change_required_from_now, Ok(dec!(12.5)), "{name}");
        let growth = facts.growth_required_from_now.unwrap().as_decimal();
        assert_eq!(growth.round_dp(6), dec!(0.074570), "{name}");
        assert_eq!(facts.growth_so_far, Err(reason), "{name}");
        // Bound met or not can be told without one.
        let met = [figures, &[("2023", "200")]].concat();
        assert_eq!(judged(target, &met, "2024-06-30").status, Status::Achieved, "{name}");
    }
}

#[test]
fn a_baseline_that_is_approximate_or_provisional_is_named() {
    let target = promise_since_2021(Measure::Stock, Goal::level(Bound::AtLeast(dec!(200))));
    let verdict = judged(
        &target,
        &[("2021", "~100 provisional"), ("2022", "120.4")],
        "2023-06-30",
    );
    assert!(verdict.caveats.contains(Caveat::Approximate));
    assert!(verdict.caveats.contains(Caveat::Provisional));
}

#[test]
fn units_convert_by_powers_of_ten_and_not_otherwise() {
    let yuan = |multiplier| Unit::new(code("CNY"), multiplier).unwrap();
    // 2,000 億元, from 1,000 億元.
    let target = Target::builder(
        code("promise"),
        Quantity::new(Measure::Flow, yuan(8)),
        Goal::level(Bound::MoreThan(dec!(2000))),
        period("2026"),
    )
    .baseline(Baseline::observed(period("2021")))
    .build()
    .unwrap();
    let as_of = day("2027-01-31");
    let status = |unit: &Unit, values: [&str; 2]| {
        let figures = series_in(unit, &[("2021", values[0]), ("2026", values[1])]);
        assessed_by(&Rule::pace(), &target, &figures, as_of)
    };
    // 萬元: 10,000,000 and 20,000,000 of them, and one beside.
    let exact = status(&yuan(4), ["10000000", "20000000"]);
    assert_eq!(exact.verdict.status, Status::Missed);
    assert_eq!(exact.evidence.baseline.unwrap().value, dec!(1000));
    assert_eq!(exact.evidence.observed.unwrap().reading.value(), Some(dec!(2000)));
    assert_eq!(
        status(&yuan(4), ["10000000", "20000000.01"]).verdict.status,
        Status::Achieved
    );
    assert_eq!(
        status(&yuan(0), ["100000000000", "200000000001"]).verdict.status,
        Status::Achieved
    );
    assert_eq!(
        status(&yuan(12), ["0.1", "0.20000000000000001"]).verdict.status,
        Status::Achieved
    );
    // A value that cannot be written in the target's unit is no figure.
    let too_fine = status(&yuan(-28), ["1", "2"]);
    assert_eq!(too_fine.verdict.reason, Missing::NoObservation);

    let dollars = Unit::new(code("USD"), 8).unwrap();
    let mismatch = status(&dollars, ["1000", "2001"]);
    assert_eq!(
        (mismatch.verdict.status, mismatch.verdict.reason),
        (Status::Unknown, Reason::from(Missing::UnitMismatch))
    );
    assert_eq!(mismatch.evidence.observed, Err(Missing::UnitMismatch));
    assert_eq!(mismatch.cuts, Err(Missing::UnitMismatch));
}

#[test]
fn figures_of_another_part() {
    let total = at_least_200();
    let women = total.to_builder().of(Of::Breakdown(code("women"))).build().unwrap();
    let figures = series(&total, &[("2025", "210")]);
    let of = |part: &str| figures.clone().with_breakdown(code(part));
    let nothing = Series::empty(code("indicator"), total.quantity().unit().clone());
    let other = Reason::from(Missing::OtherPart);
    let bound_met = Reason::from(Ground::BoundMet);
    for (name, target, figures, reason) in [
        ("women, of women", &women, &of("women"), bound_met),
        ("women, of men", &women, &of("men"), other),
        ("women, of all", &women, &figures, other),
        ("all, of all", &total, &figures, bound_met),
        ("all, of women", &total, &of("women"), other),
        ("women, of nobody", &women, &nothing, Missing::NoObservation.into()),
    ] {
        let whole = assessed_by(&Rule::pace(), target, figures, day("2026-01-31"));
        assert_eq!(whole.verdict.reason, reason, "{name}");
        let is_withheld = whole.evidence.observed == Err(Missing::OtherPart);
        assert_eq!(is_withheld, reason == other, "{name}");
        // What the plan says is known all the same.
        assert!(
            whole.evidence.goal.is_ok() && whole.evidence.growth_required.is_ok(),
            "{name}"
        );
        let by_office = verdict(target, figures, day("2026-01-31"), &Rule::open_sdg());
        assert_eq!(by_office.reason == other, reason == other, "{name}");
    }
}

#[test]
fn a_change_of_definition_on_the_way() {
    let level = promise_from(Measure::Stock, dec!(100), Goal::level(Bound::AtLeast(dec!(200))));
    let change = promise_from(Measure::Stock, dec!(100), Goal::change(Bound::AtLeast(dec!(1))));
    let broken = Missing::series_break(period("2023"));
    let figures = |last| [("2022", "120"), ("2023", "90 break"), last];
    for (name, target, last, as_of, status, reason) in [
        (
            "level on its way",
            &level,
            ("2024", "150"),
            "2025-01-01",
            Status::Unknown,
            broken.into(),
        ),
        (
            "level, met early",
            &level,
            ("2024", "200"),
            "2025-01-01",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            "level, met in the end",
            &level,
            ("2026", "200"),
            "2027-01-01",
            Status::Achieved,
            Reason::from(Ground::BoundMet),
        ),
        (
            "level, missed in the end",
            &level,
            ("2026", "199"),
            "2027-01-01",
            Status::Missed,
            Reason::from(Ground::BoundNotMet),
        ),
        (
            "change on its way",
            &change,
            ("2024", "150"),
            "2025-01-01",
            Status::Unknown,
            broken.into(),
        ),
        (
            "change, seemingly met",
            &change,
            ("2024", "200"),
            "2025-01-01",
            Status::Unknown,
            broken.into(),
        ),
        (
            "change in the end",
            &change,
            ("2026", "200"),
            "2027-01-01",
            Status::Unknown,
            broken.into(),
        ),
    ] {
        let assessment = assessed(target, &figures(last), as_of);
        assert_eq!(
            (assessment.verdict.status, assessment.verdict.reason),
            (status, reason),
            "{name}"
        );
        assert!(assessment.verdict.caveats.contains(Caveat::SeriesBreak), "{name}");
        let facts = assessment.evidence;
        assert_eq!(facts.growth_so_far, Err(broken), "{name}");
        assert_eq!(facts.share_of_way, Err(broken), "{name}");
        assert!(facts.completion.is_ok(), "{name}");
    }
    // A break before the baseline, or of it, is none on the way.
    for early in [("2020", "90 break"), ("2021", "100 break")] {
        let verdict = judged(&level, &[early, ("2024", "160")], "2025-01-01");
        assert_eq!(verdict.status, Status::OnTrack);
        assert!(!verdict.caveats.contains(Caveat::SeriesBreak));
    }
}
