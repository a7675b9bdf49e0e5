//! Of what time a figure speaks: what length, what phase, what moment, and which figure decides at the deadline.

use milepost::chrono::Days;
use milepost::trajectory::Clock;
use milepost::value::{Edge, Interval};

use milepost::{
    Baseline, Bound, Caveat, Caveats, Collected, Decimal, Goal, Ground, Length, Measure, Missing, Period, Quantity,
    Reading, Reason, Status, Target, Verdict, dec,
};

use crate::setting::{Figures, assessed, code, counted, judged, never_negative, period, quantity};

/// Every measure, in each way in which it can be collected.
fn quantities() -> impl Iterator<Item = Quantity> {
    Measure::ALL.iter().copied().flat_map(|measure| {
        let ways = Collected::ALL.iter().copied();
        ways.filter_map(move |collected| quantity(measure).with_collected(collected).ok())
    })
}

fn averages() -> impl Iterator<Item = Quantity> {
    quantities().filter(|quantity| quantity.collected() == Collected::Average)
}

fn collected(measure: Measure, collected: Collected) -> Quantity {
    quantity(measure).with_collected(collected).unwrap()
}

fn named(quantity: &Quantity) -> String {
    format!("{} {}", quantity.measure().name(), quantity.collected().name())
}

/// A level, from 40 in a period; `>=60` if it is to rise, and `<=20` if it is to fall.
fn level(quantity: &Quantity, rises: bool, [baseline, deadline]: [&str; 2]) -> Target {
    let bound = if rises {
        Bound::AtLeast(dec!(60))
    } else {
        Bound::AtMost(dec!(20))
    };
    Target::builder(code("promise"), quantity.clone(), Goal::level(bound), period(deadline))
        .baseline(Baseline::stated(period(baseline), dec!(40)))
        .build()
        .unwrap()
}

const YEARS: [&str; 2] = ["2021", "2026"];

/// Whether a level of this kind can be promised: of a rank, less is better.
fn can_rise(quantity: &Quantity) -> bool {
    quantity.measure() != Measure::Rank
}

fn has(verdict: &Verdict, caveat: Caveat) -> bool {
    verdict.caveats.contains(caveat)
}

fn partial(part: &str, whole: &str) -> Reason {
    Reason::from(Missing::partial_period(period(part), period(whole).length()))
}

/// Both ways, so that a part that looks good in one looks bad in the other.
#[test]
fn a_part_of_a_year_stands_for_it_only_at_a_moment() {
    for quantity in quantities() {
        for rises in [true, false] {
            if rises && !can_rise(&quantity) {
                continue;
            }
            let target = level(&quantity, rises, YEARS);
            let part = ("2026-01-01/P8M", if rises { "70" } else { "10" });
            let covers = quantity.collected().covers_its_period();
            let name = format!("{} {rises}", named(&quantity));

            let verdict = judged(&target, &[("2025", "41"), part], "2026-09-20");
            assert_eq!(verdict.deciding_period == Some(period("2025")), covers, "{name}");
            assert_eq!(verdict.status == Status::Achieved, !covers, "{name}");
            assert_eq!(has(&verdict, Caveat::NewerFigureIsPartial), covers, "{name}");

            let alone = judged(&target, &[part], "2026-09-20");
            assert_eq!(alone.reason == partial("2026-01-01/P8M", "2026"), covers, "{name}");
        }
    }
}

#[test]
fn a_december_decides_nothing_for_its_year_unless_it_is_its_end() {
    for quantity in quantities() {
        let target = level(&quantity, false, YEARS);
        let verdict = judged(&target, &[("2026-12", "10")], "2027-01-06");
        let at_end = quantity.collected() == Collected::End;
        assert_eq!(
            verdict.deciding_period == Some(period("2026-12")) && verdict.reason == Ground::BoundMet,
            at_end,
            "{}",
            named(&quantity)
        );
    }
}

/// The year lies between the least and the greatest of its quarters.
#[test]
fn complete_parts_bound_an_average() {
    let quarters = |fourth| {
        [
            ("2026-Q1", "19.1"),
            ("2026-Q2", "18.7"),
            ("2026-Q3", "19.4"),
            ("2026-Q4", fourth),
        ]
    };
    for quantity in averages() {
        let bounds = !matches!(quantity.measure(), Measure::Rank | Measure::GrowthRate);
        let falling = level(&quantity, false, YEARS);
        for (fourth, status) in [
            ("19.9", Status::Achieved),
            ("20", Status::Achieved),
            ("20.1", Status::Unknown),
            (">19", Status::Unknown),
            ("<=20", Status::Achieved),
            ("~19.9", Status::Achieved),
            ("~20", Status::Achieved),
            ("~20.1", Status::Unknown),
        ] {
            let verdict = judged(&falling, &quarters(fourth), "2027-01-31");
            let status = if bounds { status } else { Status::Unknown };
            assert_eq!(verdict.status, status, "{} {fourth}", named(&quantity));
            // What is about right stands where it is, and says so.
            let is_about = bounds && fourth.starts_with('~');
            assert_eq!(
                has(&verdict, Caveat::Approximate),
                is_about,
                "{} {fourth}",
                named(&quantity)
            );
            let decided_by = (status != Status::Unknown).then(|| period("2026"));
            assert_eq!(
                verdict.deciding_period.filter(|_| status != Status::Unknown),
                decided_by
            );
        }
        if can_rise(&quantity) {
            let missed = judged(&level(&quantity, true, YEARS), &quarters("59.9"), "2027-01-31");
            assert_eq!(missed.status == Status::Missed, bounds, "{}", named(&quantity));
        }
        // Three quarters are no year; the fourth would make it one that bounds the average.
        let alone = judged(&falling, &quarters("19.9")[..3], "2027-01-31");
        let (newest, fourth) = (period("2026-Q3"), period("2026-Q4"));
        let missing = Missing::partial_period_without(newest, Length::YEAR, bounds.then_some(fourth));
        assert_eq!(alone.reason, missing, "{}", named(&quantity));
    }
    // What its parts leave open, the year itself decides.
    let target = level(&quantity(Measure::Ratio), false, YEARS);
    let [one, two, three, four] = quarters("20.1");
    let verdict = judged(&target, &[one, two, three, four, ("2026", "19.3")], "2027-01-31");
    assert_eq!(
        (verdict.status, verdict.reason),
        (Status::Achieved, Reason::from(Ground::BoundMet))
    );
}

#[test]
fn complete_parts_stand_on_the_path_as_what_lies_between_them() {
    let target = level(&quantity(Measure::Share), true, YEARS);
    let halves = |second| [("2023", "42"), ("2024-S1", "53"), ("2024-S2", second)];
    // 52 are due in 2024: 53 to 54 have gone 1.083 to 1.167 of it.
    let ahead = judged(&target, &halves("54"), "2025-01-31");
    assert_eq!(
        (ahead.status, ahead.deciding_period),
        (Status::Ahead, Some(period("2024")))
    );
    let facts = assessed(&target, &halves("54"), "2025-01-31").evidence;
    let between = Interval::between(Edge::Inclusive(dec!(53)), Edge::Inclusive(dec!(54))).unwrap();
    assert_eq!(facts.newer_bound.unwrap().reading, Reading::Interval(between));
    let open = judged(&target, &halves("45"), "2025-01-31");
    assert_eq!(
        (open.status, open.deciding_period),
        (Status::OffTrack, Some(period("2023")))
    );
    assert!(has(&open, Caveat::NewerFigureIsOnlyABound) && !has(&open, Caveat::NewerFigureIsPartial));
    // Two halves that say the same say it of the year.
    let same = assessed(&target, &halves("53"), "2025-01-31")
        .evidence
        .observed
        .unwrap();
    assert_eq!((same.period, same.reading), (period("2024"), Reading::Exact(dec!(53))));
}

/// 1.75 of 5 years are gone; by then 47.05 of the 60 are due on a growth, and 47 on a line.
#[test]
fn a_figure_as_long_as_the_goals_own_is_judged_at_its_own_end() {
    let fiscal = ["2020-04-01/P1Y", "2025-04-01/P1Y"];
    for quantity in quantities().filter(|one| one.collected().covers_its_period() && can_rise(one)) {
        let name = named(&quantity);
        let target = level(&quantity, true, fiscal);
        let assessment = assessed(&target, &[("2021", "41"), ("2022", "48")], "2023-07-01");
        assert_eq!(assessment.evidence.share_of_time, Ok(dec!(0.35)), "{name}");
        assert_eq!(assessment.verdict.deciding_period, Some(period("2022")), "{name}");
        assert!(has(&assessment.verdict, Caveat::OtherPhase), "{name}");
        assert_eq!(assessment.verdict.status, Status::Ahead, "{name}");

        // In the same phase nothing is said.
        let own = judged(&target, &[("2021-04-01/P1Y", "48")], "2022-07-01");
        assert!(!has(&own, Caveat::OtherPhase), "{name}");
    }
}

#[test]
fn phases_and_lengths() {
    const RETAIL: [&str; 2] = ["2020-02-02/P364D", "2025-02-02/P364D"];
    const TAX: [&str; 2] = ["2020-04-01/P1Y", "2025-04-01/P1Y"];
    const POOLS: [&str; 2] = ["2011-01-01/P3Y", "2028-01-01/P3Y"];
    const QUARTERS: [&str; 2] = ["2020-Q4", "2026-Q4"];
    let other = Some(Caveat::OtherPhase);
    let longer = Some(Caveat::LongerPeriod);
    let cases: &[(&str, [&str; 2], &str, Option<Option<Caveat>>)] = &[
        ("twelve months to September", YEARS, "2023-10-01/P1Y", Some(other)),
        (
            "a year of 52 weeks that ends near",
            YEARS,
            "2024-12-30/P364D",
            Some(None),
        ),
        (
            "a year of 53 weeks that ends near",
            YEARS,
            "2023-12-29/P371D",
            Some(None),
        ),
        (
            "a year of 52 weeks at another time",
            YEARS,
            "2024-02-04/P364D",
            Some(other),
        ),
        ("as many days as a year has", YEARS, "2023-07-03/P365D", Some(other)),
        ("51 weeks", YEARS, "2024-01-08/P357D", None),
        (
            "a retail year after one of 53 weeks",
            RETAIL,
            "2023-01-29/P371D",
            Some(None),
        ),
        ("a month beside a retail year", RETAIL, "2023-02", None),
        ("a tax year from 6 April", TAX, "2023-04-06/P1Y", Some(None)),
        ("pools that overlap", POOLS, "2018-01-01/P3Y", Some(other)),
        ("pools that follow each other", POOLS, "2019-01-01/P3Y", Some(None)),
        ("a year beside pools", POOLS, "2018", None),
        (
            "a quarter that begins in February",
            QUARTERS,
            "2025-02-01/P3M",
            Some(other),
        ),
        ("thirteen weeks", QUARTERS, "2025-06-29/P91D", Some(None)),
        ("two years", YEARS, "2023-01-01/P2Y", Some(longer)),
        ("eighteen months", YEARS, "2023-01-01/P18M", Some(longer)),
        ("five years", YEARS, "2021-01-01/P5Y", Some(longer)),
    ];
    for (name, periods, at, caveat) in cases {
        let at = period(at);
        let as_of = at.last().checked_add_days(Days::new(40)).unwrap().to_string();
        let figures = [(at.to_string(), "45")];
        let figures: Vec<_> = figures.iter().map(|(at, value)| (at.as_str(), *value)).collect();
        let of_average = judged(&level(&quantity(Measure::Ratio), true, *periods), &figures, &as_of);
        let of_sum = judged(&level(&quantity(Measure::Flow), true, *periods), &figures, &as_of);
        let said = |verdict: Verdict| {
            let known = [Caveat::OtherPhase, Caveat::LongerPeriod];
            let said: Vec<_> = known.into_iter().filter(|caveat| has(&verdict, *caveat)).collect();
            let decided = verdict.deciding_period == Some(at);
            decided.then(|| said.first().copied())
        };
        assert_eq!(said(of_average), *caveat, "{name}");
        // A sum of more time is not that of less.
        let is_longer = *caveat == Some(longer);
        assert_eq!(said(of_sum), caveat.filter(|_| !is_longer), "{name}");
        if is_longer {
            let others = Reason::from(Missing::other_periods(at.length(), Length::Months(12)));
            assert_eq!(of_sum.reason, others, "{name}");
        }
    }
}

/// Halfway between the ends of the first and of the last year in it.
#[test]
fn a_longer_average_stands_halfway() {
    let target = level(&quantity(Measure::Share), true, ["2020", "2026"]);
    for (at, share_of_time) in [
        ("2022-01-01/P3Y", dec!(0.5)),
        ("2022-01-01/P2Y", dec!(0.416666666667)),
        ("2021-01-01/P4Y", dec!(0.416666666667)),
    ] {
        let facts = assessed(&target, &[(at, "50")], "2025-01-31").evidence;
        assert_eq!(facts.share_of_time, Ok(share_of_time), "{at}");
        assert_eq!(facts.observed.unwrap().period, period(at));
    }
    // What stands before the baseline says nothing of what came since.
    let before = judged(&target, &[("2017-01-01/P5Y", "50")], "2022-01-31");
    let others = Reason::from(Missing::other_periods(Length::Months(60), Length::Months(12)));
    assert_eq!(before.reason, others);
    // A year is nearer than three that stand earlier, and decides beside them where they stand.
    for (year, decided_by) in [("2024", "2024"), ("2023", "2023"), ("2022", "2022-01-01/P3Y")] {
        let verdict = judged(&target, &[(year, "47"), ("2022-01-01/P3Y", "50")], "2025-01-31");
        assert_eq!(verdict.deciding_period, Some(period(decided_by)), "{year}");
        assert_eq!(has(&verdict, Caveat::LongerPeriod), year == "2022");
    }
}

/// On a straight line, what is expected halfway is the mean of what is expected at both ends, and a path that begins
/// there with that value is the same line.
#[test]
fn halfway_is_as_far_from_the_first_end_as_from_the_last() {
    let expected = |target: &Target, at: Period| {
        let facts = assessed(target, &[(&at.to_string(), "41")], "2030-12-31").evidence;
        assert_eq!(facts.observed.unwrap().period, at);
        facts.expected.unwrap()
    };
    for ([baseline, deadline], first, others) in [
        (["2024-12", "2026-12"], "2025-01", 14),
        (["2024-Q4", "2026-Q4"], "2025-Q1", 5),
        (["2024-S2", "2027-S2"], "2025-S1", 3),
        (["2023", "2030"], "2024", 4),
        (["2024-12-30/P7D", "2027-01-04/P7D"], "2025-01-06/P7D", 30),
    ] {
        let first = period(first);
        let clock = match first.length() {
            Length::Months(_) => Clock::Months,
            Length::Days(_) => Clock::Days,
        };
        let from = |baseline| {
            let goal = Goal::level(Bound::AtLeast(dec!(60)));
            Target::builder(code("promise"), quantity(Measure::Share), goal, period(deadline))
                .baseline(baseline)
                .reported(first.length())
                .clock(clock)
                .build()
                .unwrap()
        };
        let target = from(Baseline::stated(period(baseline), dec!(40)));
        let later = first.shifted(others).and_then(Period::next).unwrap();
        for last in (1..=others).filter_map(|number| first.shifted(number)) {
            let longer = Period::between(first.first(), last.last()).unwrap();
            let [at_first, halfway, at_last] = [first, longer, last].map(|one| expected(&target, one));
            let mean = at_first.checked_add(at_last).unwrap().checked_div(dec!(2)).unwrap();
            assert_eq!(halfway.round_dp(20), mean.round_dp(20), "{longer}");

            let of_mean = from(Baseline::stated(longer, halfway).as_mean());
            let found = [&of_mean, &target].map(|target| expected(target, later).round_dp(20));
            assert_eq!(found[0], found[1], "{longer}");
        }
    }
}

#[test]
fn nothing_but_the_deadlines_own_period_decides() {
    let fiscal = ["2020-04-01/P1Y", "2025-04-01/P1Y"];
    for quantity in averages().chain([quantity(Measure::Flow)]).filter(can_rise) {
        let name = named(&quantity);
        let target = level(&quantity, true, fiscal);
        for (at, decides) in [
            ("2025-04-01/P1Y", true),
            ("2025-04-03/P364D", true),
            ("2025", false),
            ("2025-03-01/P1Y", false),
        ] {
            let verdict = judged(&target, &[(at, "59")], "2026-04-10");
            assert_eq!(verdict.status == Status::Missed, decides, "{name} {at}");
            assert_eq!(has(&verdict, Caveat::DeadlineValuePending), !decides, "{name} {at}");
        }
    }
    // A longer average whose middle is the deadline's year does not either.
    let target = level(&quantity(Measure::Share), true, YEARS);
    let verdict = judged(&target, &[("2025-01-01/P3Y", "59")], "2028-01-31");
    assert!(has(&verdict, Caveat::DeadlineValuePending) && has(&verdict, Caveat::LongerPeriod));
    assert_ne!(verdict.status, Status::Missed);
}

/// *By 31 December* says when, and the baseline says how long.
#[test]
fn a_short_deadline_of_an_average_ends_a_period_as_long_as_the_baselines() {
    for quantity in averages().chain([quantity(Measure::Flow)]).filter(can_rise) {
        for deadline in ["2026-12-31", "2026-12"] {
            let name = format!("{} {deadline}", named(&quantity));
            let target = level(&quantity, true, ["2021", deadline]);
            let on_the_way = judged(&target, &[("2025", "58")], "2026-01-31");
            assert_eq!(on_the_way.deciding_period, Some(period("2025")), "{name}");
            for (value, status) in [("60", Status::Achieved), ("59.9", Status::Missed)] {
                let verdict = judged(&target, &[("2025", "58"), ("2026", value)], "2027-01-31");
                assert_eq!(
                    (verdict.status, verdict.deciding_period),
                    (status, Some(period("2026"))),
                    "{name}"
                );
            }
            let month = judged(&target, &[("2026-12", "70")], "2027-01-31");
            assert_eq!(month.reason, partial("2026-12", "2026"), "{name}");
        }
        // What was counted by months from the start goes on so.
        let monthly = level(&quantity, true, ["2021-12", "2026-12"]);
        let verdict = judged(&monthly, &[("2026-12", "70")], "2027-01-31");
        assert_eq!(verdict.status, Status::Achieved, "{}", named(&quantity));
    }
    let of_a_moment = level(&quantity(Measure::Stock), true, ["2021", "2026-12-31"]);
    let verdict = judged(&of_a_moment, &[("2026", "60")], "2027-01-31");
    assert_eq!(verdict.status, Status::Achieved);
}

/// Without a baseline it is as long as a reporting period, or a year.
#[test]
fn a_short_deadline_without_a_baseline() {
    for (reported, decided_by) in [
        (None, "2026"),
        (Some(Length::QUARTER), "2026-Q4"),
        (Some(Length::MONTH), "2026-12"),
    ] {
        let goal = Goal::level(Bound::AtLeast(dec!(60)));
        let mut builder = Target::builder(code("promise"), quantity(Measure::Share), goal, period("2026-12"));
        if let Some(every) = reported {
            builder = builder.reported(every);
        }
        let figures = [("2026", "61"), ("2026-Q4", "62"), ("2026-12", "63")];
        let verdict = judged(&builder.build().unwrap(), &figures, "2027-01-31");
        assert_eq!(
            (verdict.status, verdict.deciding_period),
            (Status::Achieved, Some(period(decided_by)))
        );
    }
}

fn a_sum(bound: Bound) -> Target {
    Target::builder(
        code("promise"),
        counted(Measure::Flow),
        Goal::level(bound),
        period("2025"),
    )
    .baseline(Baseline::stated(period("2021"), dec!(150)))
    .build()
    .unwrap()
}

/// Of things that come one by one, what is there by September is there in the year.
#[test]
fn a_part_of_a_sum_that_breaks_or_reaches_a_bound_decides_at_once() {
    let by_september = |third| {
        [
            ("2024", "120"),
            ("2025-Q1", "40"),
            ("2025-Q2", "41"),
            ("2025-Q3", third),
        ]
    };
    for (bound, third, status) in [
        (Bound::AtMost(dec!(100)), "20", Status::Missed),
        (Bound::AtMost(dec!(100)), "19", Status::OnTrack),
        (Bound::LessThan(dec!(100)), "19", Status::Missed),
        (Bound::LessThan(dec!(100)), "18", Status::OnTrack),
        (Bound::AtLeast(dec!(200)), "119", Status::Achieved),
        (Bound::AtLeast(dec!(200)), "118", Status::Worsening),
        (Bound::MoreThan(dec!(200)), "120", Status::Achieved),
        (Bound::MoreThan(dec!(200)), "119", Status::Worsening),
        // An estimate shows nothing yet.
        (Bound::AtMost(dec!(100)), "30 estimated", Status::OnTrack),
        (Bound::AtMost(dec!(100)), "30 provisional", Status::Missed),
    ] {
        let verdict = judged(&a_sum(bound), &by_september(third), "2025-10-20");
        let name = format!("{bound:?} {third}");
        let is_over = matches!(status, Status::Missed | Status::Achieved);
        if is_over {
            assert_eq!(
                (verdict.status, verdict.deciding_period),
                (status, Some(period("2025-01-01/P9M"))),
                "{name}"
            );
        } else {
            assert_eq!(verdict.deciding_period, Some(period("2024")), "{name}");
            assert!(!matches!(verdict.status, Status::Missed | Status::Achieved), "{name}");
        }
        assert_eq!(has(&verdict, Caveat::Early), status == Status::Achieved, "{name}");
        // When the year is over and has no figure, its parts still say so.
        let later = judged(&a_sum(bound), &by_september(third), "2026-02-01");
        assert_eq!(later.status == status, is_over || later.status == status, "{name}");
        assert_eq!(has(&later, Caveat::DeadlineValuePending), !is_over, "{name}");
    }
    // What is beyond the bound without an estimate is so beside one.
    for (first, status) in [("61", Status::Missed), ("59", Status::Achieved)] {
        let estimated = [
            ("2024", "99"),
            ("2025-Q1", first),
            ("2025-Q2", "40"),
            ("2025-Q3", "30 estimated"),
        ];
        let verdict = judged(&a_sum(Bound::AtMost(dec!(100))), &estimated, "2025-10-20");
        assert_eq!(verdict.status, status, "{first}");
        assert!(!has(&verdict, Caveat::Estimated), "{first}");
    }
    // A hole between them changes nothing, and what can be negative can come back.
    let with_hole = [("2024", "120"), ("2025-Q1", "40"), ("2025-Q3", "61")];
    let limit = a_sum(Bound::AtMost(dec!(100)));
    assert_eq!(judged(&limit, &with_hole, "2025-10-20").status, Status::Missed);
    let negative = [("2024", "120"), ("2025-Q1", "-1"), ("2025-Q2", "102")];
    assert_ne!(judged(&limit, &negative, "2025-10-20").status, Status::Missed);
    for (quantity, status) in [
        (quantity(Measure::Flow), Status::Ahead),
        (never_negative(), Status::Missed),
    ] {
        let money = level(&quantity, false, YEARS);
        let verdict = judged(&money, &[("2025", "22"), ("2026-Q1", "70")], "2026-10-20");
        assert_eq!(verdict.status, status);
    }
    // The year itself knows better.
    let corrected = judged(&limit, &[("2025-Q1", "101"), ("2025", "99")], "2026-02-01");
    assert_eq!(corrected.status, Status::Achieved);
}

/// 190 for 2025 is estimated in October, and 200 were promised.
#[test]
fn an_estimate_made_before_its_period_was_over_waits_for_others() {
    let target = |measure| {
        let goal = Goal::level(Bound::AtLeast(dec!(200)));
        Target::builder(code("promise"), quantity(measure), goal, period("2025"))
            .baseline(Baseline::stated(period("2020"), dec!(100)))
            .build()
            .unwrap()
    };
    let pending = Caveat::DeadlineValuePending;
    let estimated = Caveat::EstimatedBeforeItsEnd;
    for measure in [Measure::Stock, Measure::Flow, Measure::Ratio, Measure::Index] {
        let target = target(measure);
        let early = ("2025@2025-10-15", "190 estimated");
        let cases: &[(&str, Figures<'_>, &str, Status, Option<Caveat>)] = &[
            ("not over", &[early], "2026-02-01", Status::Lagging, Some(pending)),
            (
                "two years later",
                &[early],
                "2028-01-01",
                Status::Missed,
                Some(estimated),
            ),
            (
                "later figures",
                &[early, ("2026", "210")],
                "2027-01-31",
                Status::Missed,
                Some(estimated),
            ),
            (
                "the year itself",
                &[early, ("2025@2026-02-10", "201")],
                "2026-03-01",
                Status::Achieved,
                None,
            ),
            (
                "estimated after its end",
                &[("2025@2026-01-01", "190 estimated")],
                "2026-02-01",
                Status::Missed,
                None,
            ),
            (
                "a provisional one",
                &[("2025@2025-12-31", "190 provisional")],
                "2026-02-01",
                Status::Missed,
                None,
            ),
        ];
        for (name, figures, as_of, status, caveat) in cases {
            let verdict = judged(&target, figures, as_of);
            let name = format!("{name} {}", measure.name());
            let is_lagging = *status == Status::Lagging && verdict.status != Status::Missed;
            assert!(verdict.status == *status || is_lagging, "{name}: {:?}", verdict.status);
            for one in [pending, estimated] {
                assert_eq!(has(&verdict, one), *caveat == Some(one), "{name} {one:?}");
            }
        }
    }
}

/// Inhabitants on 1 January, or in mid-year: the yearly figures are those of their years, and a month's stands at its own moment.
#[test]
fn what_is_there_at_a_moment_stands_at_it() {
    for (way, month_before_the_year, share_of_time) in [
        (Collected::Beginning, "2024-01", dec!(0.6)),
        (Collected::Middle, "2024-07-01/P2M", dec!(0.616666666667)),
    ] {
        let target = level(&collected(Measure::Stock, way), true, YEARS);
        let year = assessed(&target, &[("2024", "52")], "2025-01-31");
        assert_eq!(year.evidence.share_of_time, Ok(dec!(0.6)), "{}", way.name());
        assert_eq!(year.verdict.caveats, Caveats::NONE, "{}", way.name());
        let month = assessed(&target, &[(month_before_the_year, "52")], "2025-01-31").evidence;
        assert_eq!(month.share_of_time, Ok(share_of_time), "{}", way.name());
        // The year 2024 is at its moment before it is over.
        let seen = judged(&target, &[("2024@2024-08-01", "52")], "2024-08-02");
        assert_eq!(seen.deciding_period, Some(period("2024")), "{}", way.name());
        let at_the_deadline = judged(&target, &[("2026", "60"), ("2026-12", "10")], "2027-01-31");
        assert_eq!(
            (at_the_deadline.status, at_the_deadline.deciding_period),
            (Status::Achieved, Some(period("2026"))),
            "{}",
            way.name()
        );
    }
    let of_its_end = level(&quantity(Measure::Stock), true, YEARS);
    let unseen = judged(&of_its_end, &[("2024@2024-08-01", "52")], "2024-08-02");
    assert_eq!(unseen.reason, Missing::NoObservation);
}

#[test]
fn the_baseline_of_a_moment_is_read_at_it() {
    let target = |way| {
        let goal = Goal::level(Bound::AtLeast(dec!(60)));
        Target::builder(code("promise"), collected(Measure::Stock, way), goal, period("2026"))
            .baseline(Baseline::observed(period("2021")))
            .build()
            .unwrap()
    };
    let figures = [("2021-01", "41"), ("2021-12", "42"), ("2025", "50")];
    for (way, value) in [
        (Collected::End, Some(dec!(42))),
        (Collected::Beginning, Some(dec!(41))),
        (Collected::Middle, None),
    ] {
        let baseline = assessed(&target(way), &figures, "2026-01-31").evidence.baseline;
        let value: Option<Decimal> = value;
        assert_eq!(baseline.ok().map(|point| point.value), value, "{}", way.name());
    }
}
