//! How old a figure may be, and what is said of one that is old.

use milepost::plan::Than;
use milepost::{
    AsOf, Baseline, Bound, Caveat, Direction, Every, Goal, Length, Measure, Missing, Reason, Rule, Status, Target, dec,
};

use crate::setting::{Figures, assessed_by, code, day, judged, judged_by, period, quantity, series};

fn level(measure: Measure, baseline: Option<&str>, deadline: &str, reported: Option<Length>) -> Target {
    let goal = Goal::level(Bound::AtLeast(dec!(200)));
    with_goal(measure, goal, baseline, deadline, reported)
}

fn with_goal(measure: Measure, goal: Goal, baseline: Option<&str>, deadline: &str, reported: Option<Length>) -> Target {
    let builder = Target::builder(code("promise"), quantity(measure), goal, period(deadline));
    let builder = match baseline {
        Some(at) => builder.baseline(Baseline::stated(period(at), dec!(100))),
        None => builder,
    };
    match reported {
        Some(every) => builder.reported(every),
        None => builder,
    }
    .build()
    .unwrap()
}

#[test]
fn how_often_a_figure_is_due() {
    use Measure::{Flow, Index, Stock};
    let due = |measure, baseline: Option<&str>, deadline| level(measure, baseline, deadline, None).reported();
    for (name, measure, baseline, deadline, every) in [
        ("a flow of a year", Flow, Some("2021"), "2026", Length::YEAR),
        (
            "a flow of a fiscal year",
            Flow,
            Some("2021-04-01/P1Y"),
            "2026-04-01/P1Y",
            Length::YEAR,
        ),
        ("a flow of a quarter", Flow, Some("2021-Q4"), "2026-Q4", Length::QUARTER),
        ("a flow of a month", Flow, Some("2025-12"), "2026-12", Length::MONTH),
        (
            "a flow of a week",
            Flow,
            Some("2025-12-29/P7D"),
            "2026-12-28/P7D",
            Length::WEEK,
        ),
        ("an index of a month", Index, Some("2025-12"), "2026-12", Length::MONTH),
        (
            "a yearly index by a day",
            Index,
            Some("2021"),
            "2026-12-31",
            Length::YEAR,
        ),
        ("a stock in five years", Stock, Some("2021"), "2026", Length::YEAR),
        ("a stock in four years", Stock, Some("2021"), "2025", Length::YEAR),
        ("a stock in three years", Stock, Some("2021"), "2024", Length::Months(9)),
        ("a stock in a year", Stock, Some("2025"), "2026", Length::QUARTER),
        (
            "a stock in half a year",
            Stock,
            Some("2025"),
            "2026-06",
            Length::Days(45),
        ),
        (
            "a stock in 91 days",
            Stock,
            Some("2026-07-01"),
            "2026-09-30",
            Length::Days(22),
        ),
        (
            "a stock in a day",
            Stock,
            Some("2026-07-01"),
            "2026-07-02",
            Length::Days(1),
        ),
        (
            "a stock in 1460 days",
            Stock,
            Some("2021-06-15"),
            "2025-06-14",
            Length::Days(365),
        ),
        (
            "a stock in 1461 days",
            Stock,
            Some("2021-06-14"),
            "2025-06-14",
            Length::YEAR,
        ),
        (
            "a stock since nobody knows when",
            Stock,
            None,
            "2026-09-30",
            Length::YEAR,
        ),
    ] {
        assert_eq!(due(measure, baseline, deadline), every, "{name}");
    }
    let sum = Goal::cumulative(Bound::AtLeast(dec!(10)));
    let target = with_goal(Flow, sum, Some("2025"), "2026", None);
    assert_eq!(target.reported(), Length::QUARTER, "what adds up in a year");
    let keep = Goal::keep(Bound::AtMost(dec!(300)), Length::Months(36));
    assert_eq!(
        with_goal(Stock, keep, Some("2021"), "2030", None).reported(),
        Length::Months(36)
    );
    assert_eq!(
        level(Stock, Some("2021"), "2026", Some(Length::WEEK)).reported(),
        Length::WEEK
    );
}

/// The last day on which a figure is fresh, then the last on which it is old; the day after that it is too old.
#[test]
fn a_figure_grows_old_from_its_period_and_too_old_from_its_publication() {
    use Measure::{Flow, Index, Stock};
    let yearly = || level(Stock, Some("2015"), "2030", None);
    let cases: &[(&str, Target, Figures<'_>, [&str; 2])] = &[
        (
            "published on its last day",
            yearly(),
            &[("2020@2020-12-31", "120")],
            ["2022-12-31", "2022-12-31"],
        ),
        (
            "published a year later",
            yearly(),
            &[("2020@2021-12-31", "120")],
            ["2022-12-31", "2023-12-31"],
        ),
        (
            "revised later: first published counts",
            yearly(),
            &[("2020@2021-06-30", "120"), ("2020@2022-12-31", "121")],
            ["2022-12-31", "2023-06-30"],
        ),
        (
            "published not before a day",
            yearly(),
            &[("2020@2021-06-30+", "120")],
            ["2022-12-31", "2023-06-30"],
        ),
        (
            "estimated before its period was over",
            yearly(),
            &[("2020@2020-09-30", "120 estimated")],
            ["2022-12-31", "2022-12-31"],
        ),
        (
            "monthly figures of a stock, and a year between two",
            yearly(),
            &[("2020-06@2020-07-20", "120")],
            ["2022-06-30", "2022-07-20"],
        ),
        (
            "every third year",
            level(Index, Some("2009"), "2030", Some(Length::Months(36))),
            &[("2018@2019-12-03", "22.5")],
            ["2024-12-31", "2025-12-03"],
        ),
        (
            "every week",
            level(Stock, Some("2026-07-01"), "2026-09-30", Some(Length::WEEK)),
            &[("2026-07-10@2026-07-13", "120")],
            ["2026-07-24", "2026-07-27"],
        ),
        (
            "a quarter of 91 days",
            level(Stock, Some("2026-07-01"), "2026-09-30", None),
            &[("2026-07-10@2026-07-10", "120")],
            ["2026-08-23", "2026-08-23"],
        ),
        (
            "months of a flow",
            level(Flow, Some("2025-12"), "2026-12", None),
            &[("2026-03@2026-04-15", "120")],
            ["2026-05-31", "2026-06-15"],
        ),
        (
            "a fiscal year",
            level(Flow, Some("2019-04-01/P1Y"), "2029-04-01/P1Y", None),
            &[("2020-04-01/P1Y@2021-08-31", "120")],
            ["2023-03-31", "2023-08-31"],
        ),
    ];
    for (name, target, figures, [fresh, old]) in cases {
        let after = |text: &str| day(text).succ_opt().unwrap().to_string();
        let at = |as_of: &str| judged(target, figures, as_of);
        // What each day says beside what no age would say.
        let status = |as_of: &str| judged_by(&Rule::pace().with_max_age(None), target, figures, as_of).status;
        for (as_of, is_old, is_stale) in [
            (*fresh, false, false),
            (&after(fresh), fresh != old, fresh == old),
            (*old, fresh != old, false),
            (&after(old), false, true),
        ] {
            let verdict = at(as_of);
            assert_eq!(
                matches!(verdict.reason, Reason::Missing(Missing::Stale { .. })),
                is_stale,
                "{name}: {as_of}"
            );
            assert_eq!(verdict.caveats.contains(Caveat::OldFigure), is_old, "{name}: {as_of}");
            let said = if is_stale {
                verdict.last_status
            } else {
                Some(verdict.status)
            };
            assert_eq!(said, Some(status(as_of)), "{name}: {as_of}");
        }
    }
}

#[test]
fn what_comes_three_years_late_each_year_is_judged() {
    let target = level(Measure::Stock, Some("2015"), "2030", None);
    let figures = [("2019@2022-11-15", "118"), ("2020@2023-11-15", "120")];
    for (as_of, at) in [
        ("2022-12-31", "2019"),
        ("2023-11-14", "2019"),
        ("2023-11-15", "2020"),
        ("2025-11-15", "2020"),
    ] {
        let verdict = judged(&target, &figures, as_of);
        assert_eq!(verdict.deciding_period, Some(period(at)), "{as_of}");
        assert_ne!(verdict.status, Status::Unknown, "{as_of}");
        assert!(verdict.caveats.contains(Caveat::OldFigure), "{as_of}");
    }
    assert_eq!(judged(&target, &figures, "2025-11-16").status, Status::Unknown);
}

#[test]
fn an_undated_figure_is_too_old_after_a_third_of_the_time() {
    let mean = Baseline::stated(period("2018-01-01/P3Y"), dec!(100)).as_mean();
    let goal = Goal::level(Bound::AtLeast(dec!(200)));
    let from_mean = Target::builder(code("promise"), quantity(Measure::Stock), goal, period("2023"))
        .baseline(mean)
        .reported(Length::MONTH)
        .build()
        .unwrap();
    let cases = [
        // Five years, a third of fifteen, are the most.
        (
            "fifteen years, yearly",
            level(Measure::Stock, Some("2015"), "2030", None),
            "2020",
            "2025-12-31",
        ),
        (
            "fifteen years, every quarter",
            level(Measure::Stock, Some("2015"), "2030", Some(Length::QUARTER)),
            "2020",
            "2025-12-31",
        ),
        (
            "thirty years: no more than five of them",
            level(Measure::Stock, Some("2000"), "2030", None),
            "2020",
            "2025-12-31",
        ),
        (
            "thirty years, every third year: two reporting periods are longer",
            level(Measure::Stock, Some("2000"), "2030", Some("P3Y".parse().unwrap())),
            "2020",
            "2026-12-31",
        ),
        (
            "twelve years, yearly",
            level(Measure::Stock, Some("2018"), "2030", None),
            "2020",
            "2024-12-31",
        ),
        (
            "three years, every month: a year",
            level(Measure::Stock, Some("2019"), "2022", Some(Length::MONTH)),
            "2020",
            "2021-12-31",
        ),
        (
            "a quarter, every week: a month of it",
            level(Measure::Stock, Some("2026-06"), "2026-09", Some(Length::WEEK)),
            "2026-07",
            "2026-08-31",
        ),
        // The mean stands at the end of 2019, where the path begins.
        ("four years from the middle of a mean", from_mean, "2021", "2023-04-30"),
        (
            "no baseline: two reporting periods",
            level(Measure::Stock, None, "2030", Some(Length::QUARTER)),
            "2020",
            "2021-06-30",
        ),
    ];
    for (name, target, at, last) in cases {
        // The goal is met, so that no baseline is needed.
        let figures = series(&target, &[(&format!("{at}@undated"), "250")]);
        for (as_of, is_stale) in [(day(last), false), (day(last).succ_opt().unwrap(), true)] {
            let lenient = AsOf::from(as_of).including_undated();
            let verdict = assessed_by(&Rule::pace(), &target, &figures, lenient).verdict;
            assert_eq!(
                matches!(verdict.reason, Reason::Missing(Missing::Stale { .. })),
                is_stale,
                "{name}: {as_of}"
            );
        }
    }
}

#[test]
fn surveys_are_due_as_often_as_they_came() {
    let trend = |reported| {
        let goal = Goal::trend_than(Direction::Falling, Than::Baseline, Every::Figure);
        with_goal(Measure::Stock, goal, Some("2009"), "2040", reported)
    };
    for (name, reported, figures, last) in [
        ("one", None, &[("2012@2012-12-31", "22")][..], "2014-12-31"),
        (
            "three years apart",
            None,
            &[("2012", "22"), ("2015@2015-12-31", "21")],
            "2021-12-31",
        ),
        (
            "the longest time counts",
            None,
            &[("2012", "22"), ("2016", "22"), ("2018@2018-12-31", "21")],
            "2026-12-31",
        ),
        (
            "months apart: a year at least",
            None,
            &[("2012-03", "22"), ("2012-06@2012-06-30", "21")],
            "2014-06-30",
        ),
        (
            "as stated",
            Some(Length::YEAR),
            &[("2012", "22"), ("2015@2015-12-31", "21")],
            "2017-12-31",
        ),
    ] {
        let target = trend(reported);
        let next = day(last).succ_opt().unwrap().to_string();
        assert_eq!(judged(&target, figures, last).status, Status::OnTrack, "{name}");
        let verdict = judged(&target, figures, &next);
        assert!(
            matches!(verdict.reason, Reason::Missing(Missing::Stale { .. })),
            "{name}: {verdict:?}"
        );
    }
}

/// Months go from a day to the same day of another one, however long either is; the last day of a month is the same day
/// as the last one of a longer month.
#[test]
fn months_of_age_end_on_the_same_day() {
    let target = |every| level(Measure::Stock, Some("2020-12"), "2029-12", Some(every));
    for (every, published, last, first_too_old) in [
        (Length::MONTH, "2023-07-10", "2023-09-10", "2023-09-11"),
        (Length::MONTH, "2023-07-31", "2023-09-30", "2023-10-01"),
        (Length::MONTH, "2023-08-10", "2023-10-10", "2023-10-11"),
        (Length::MONTH, "2023-12-29", "2024-02-29", "2024-03-01"),
        (Length::MONTH, "2023-12-30", "2024-02-29", "2024-03-01"),
        (Length::MONTH, "2023-12-31", "2024-02-29", "2024-03-01"),
        (Length::QUARTER, "2023-08-15", "2024-02-15", "2024-02-16"),
        (Length::YEAR, "2024-02-10", "2026-02-10", "2026-02-11"),
        (Length::YEAR, "2024-02-29", "2026-02-28", "2026-03-01"),
        (Length::YEAR, "2023-07-10", "2025-07-10", "2025-07-11"),
        (Length::WEEK, "2024-02-10", "2024-02-24", "2024-02-25"),
    ] {
        let at = format!("2023-06@{published}");
        let figures: Figures<'_> = &[(&at, "150")];
        let too_old = |as_of| {
            matches!(
                judged(&target(every), figures, as_of).reason,
                Reason::Missing(Missing::Stale { .. })
            )
        };
        assert!(!too_old(last), "{published}, {last}");
        assert!(too_old(first_too_old), "{published}, {first_too_old}");
    }
}

/// What is waited for is waited for as long.
#[test]
fn months_of_waiting_end_on_the_same_day() {
    let target = level(Measure::Stock, Some("2023-07-10"), "2023-09-10", Some(Length::MONTH));
    for (name, figures, as_of, status) in [
        ("the first month", &[] as Figures<'_>, "2023-08-10", Status::NotDue),
        ("and a day", &[], "2023-08-11", Status::Unknown),
        (
            "its last figure",
            &[("2023-09-09@2023-11-09", "150")],
            "2023-11-10",
            Status::OffTrack,
        ),
        (
            "and a day later",
            &[("2023-09-09@2023-11-09", "150")],
            "2023-11-11",
            Status::Unknown,
        ),
    ] {
        assert_eq!(judged(&target, figures, as_of).status, status, "{name}");
    }
}
